// Makes the one file that the desk serves: `node build.js FILE`. The same packages give the same bytes.
import {createHash} from "node:crypto";
import {readFileSync, writeFileSync} from "node:fs";
import {build} from "esbuild";

const here = new URL(".", import.meta.url);
const read = (name) => readFileSync(new URL(name, here), "utf8");

const sources = createHash("sha256").update(read("package-lock.json")).update(read("exports.js")).digest("hex");
const built = await build({
  absWorkingDir: here.pathname,
  entryPoints: ["exports.js"],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
});

const packages = [...new Set(Object.keys(built.metafile.inputs).map((path) => /node_modules\/([^/]+)\//.exec(path)?.[1]))].filter(Boolean).sort();
const named = packages.map((name) => `${name} ${JSON.parse(read(`node_modules/${name}/package.json`)).version}`);
const licences = [...new Set(packages.map((name) => read(`node_modules/${name}/LICENSE`).trim()))];
const head = ["Made by `make bundle`; not to be edited.", `Sources: ${sources}`, `Packages: ${named.join(", ")}`, "", ...licences].join("\n");
writeFileSync(process.argv[2], `/*!\n${head}\n*/\n${built.outputFiles[0].text}`);
