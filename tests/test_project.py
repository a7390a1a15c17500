"""The project about itself: documents name every command and key, the schema is current, a wheel is complete."""

import json
import pkgutil
import re
import subprocess
import sys
import textwrap
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version
from pydantic import BaseModel

from conftest import AKAR, CONTOH
from notakesepakatan.cli import cli
from notakesepakatan.compute.rules import (
    Flaw,
    Reading,
    Rule,
    read_lines,
)
from notakesepakatan.compute.text.isian import isian
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.load.yaml.schema import schema_text
from notakesepakatan.model.adendum import TINDAKAN, Adendum
from notakesepakatan.model.hari_libur import HariLibur
from notakesepakatan.model.instrumen import Instrumen
from notakesepakatan.model.jawaban import Jawaban
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.naskah.gaya import Gaya

DOCS = AKAR / "docs"
PACKAGE = AKAR / "src/notakesepakatan"


def _models(model: type[BaseModel]) -> set[type[BaseModel]]:
    ditemukan = {model}

    def visit(anotasi: Any) -> None:
        if (
            isinstance(anotasi, type)
            and issubclass(anotasi, BaseModel)
            and anotasi not in ditemukan
        ):
            ditemukan.add(anotasi)
            for ruas in anotasi.model_fields.values():
                visit(ruas.annotation)
        for dalam in getattr(anotasi, "__args__", ()):
            visit(dalam)

    for ruas in model.model_fields.values():
        visit(ruas.annotation)
    return ditemukan


def test_every_key_has_its_line_in_the_format_page() -> None:
    halaman = (DOCS / "format-yaml.md").read_text()
    of_workspace = (Pengaturan, Jawaban, Gaya, HariLibur, Peristiwa, Instrumen)
    for model in (Kesepakatan, Adendum, *of_workspace):
        for bagian in _models(model):
            if bagian.__name__ == "Lama":
                continue  # written as one text: 5 tahun
            for kunci in bagian.model_fields:
                assert f"`{kunci}`" in halaman or re.search(
                    rf"`[\w.]*\.{kunci}`", halaman
                ), f"{bagian.__name__}.{kunci}"


def test_every_kind_of_change_has_its_row_in_the_format_page() -> None:
    halaman = (DOCS / "format-yaml.md").read_text(encoding="utf-8")
    tabel = halaman.partition("| `tindakan` |")[2].partition("\n\n")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", tabel, re.MULTILINE)) == TINDAKAN


def test_every_isian_is_in_the_format_page(termuat: Loaded) -> None:
    halaman = (DOCS / "format-yaml.md").read_text()
    for nama in isian(termuat.reading):
        umum = re.sub(r"^para_pihak\.\w+\.", "", nama)
        assert umum in halaman, nama


@pytest.mark.slow
def test_every_command_and_option_is_in_the_guide() -> None:
    panduan = (DOCS / "panduan.md").read_text()
    ctx = click.Context(cli)
    for nama in cli.list_commands(ctx):
        assert f"nota {nama}" in panduan, nama
        perintah = cli.get_command(ctx, nama)
        assert perintah is not None
        assert perintah.help, nama
        for pilihan in perintah.params:
            if isinstance(pilihan, click.Option):
                assert pilihan.help, f"{nama} {pilihan.name}"
                assert pilihan.opts[0] in panduan, f"{nama} {pilihan.opts[0]}"


@pytest.mark.slow
def test_the_schema_is_current_and_the_example_obeys_it() -> None:
    tersimpan = (DOCS / "kesepakatan.schema.json").read_text()
    assert tersimpan == schema_text(), "run: make skema"
    data = yaml.safe_load(
        (AKAR / "agreements" / CONTOH / "kesepakatan.yaml").read_text()
    )
    data["penandatanganan"]["tanggal"] = str(data["penandatanganan"]["tanggal"])
    import jsonschema  # compiles grammars of addresses for seconds when imported

    jsonschema.validate(data, json.loads(tersimpan), jsonschema.Draft202012Validator)


def _pages() -> list[Path]:
    return [AKAR / "README.md", AKAR / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]


def test_every_promise_of_the_guide_has_its_test() -> None:
    """Each row of docs/jaminan.md: words of the guide, and tests that are there; long ones bear the star, others do not."""
    guide = " ".join((DOCS / "panduan.md").read_text(encoding="utf-8").split())
    page = (DOCS / "jaminan.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", page, re.MULTILINE)[2:]
    assert len(rows) > 20
    for promise, tests in rows:
        assert promise in guide, promise
        named = re.findall(r"`([^`]+)::(\w+)`( \*)?", tests)
        assert named, promise
        for file, name, star in named:
            source = (AKAR / file).read_text(encoding="utf-8")
            before, found, _ = source.partition(f"\ndef {name}(")
            assert found, f"{file}::{name}"
            marks = before.rpartition("\n\n\n")[2]
            is_long = "\n@pytest.mark.long\n" in f"\n{marks}\n"
            assert is_long == bool(star), f"{file}::{name}"


_PROMISE = re.compile(
    r"tidak (?:pernah )?ditimpa|tidak pernah diubah|hanya bertambah|"
    r"masing-masing (?:satu kali|sekali)|tetap tersimpan|tidak hilang|tetap utuh|"
    r"tidak \w+ (?:dua kali|sekali lagi)|diserahkan satu kali"
)
"""Words by which the guide promises that nothing is lost and nothing is there twice."""


def test_no_such_promise_of_the_guide_is_without_its_row() -> None:
    guide = " ".join((DOCS / "panduan.md").read_text(encoding="utf-8").split())
    page = (DOCS / "jaminan.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", page, re.MULTILINE)[2:]
    held = [
        match.span() for row in rows for match in re.finditer(re.escape(row), guide)
    ]
    without = [
        guide[max(0, match.start() - 80) : match.end() + 40]
        for match in _PROMISE.finditer(guide)
        if not any(begin <= match.start() and match.end() <= end for begin, end in held)
    ]
    assert not without


def _rooms() -> set[str]:
    inside = (
        path
        for path in PACKAGE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    )
    return {path.stem for path in inside} - {"__init__", "__main__"}


@pytest.mark.slow
def test_every_module_that_a_page_names_is_there() -> None:
    """`compute/time/tenggat.py`, `bureau/` and `load.opened.Opened`, written from the package's root."""
    for page in _pages():
        for name in re.findall(
            r"`([a-z_]+/[\w/]*(?:\.py)?|[a-z_]+(?:\.\w+)+)`",
            page.read_text(encoding="utf-8"),
        ):
            room, _, rest = name.replace("/", ".").partition(".")
            if room in _rooms() and rest not in ("", "yaml", "py"):
                assert (PACKAGE / name).exists() or _is_defined(name), (
                    f"{page.name}: {name}"
                )


def _is_defined(name: str) -> bool:
    """`press.planning.plan`: a module, or what is in one."""
    try:
        pkgutil.resolve_name(f"notakesepakatan.{name}")
    except (AttributeError, ImportError, ValueError):
        return False
    return True


def test_the_architecture_names_every_room_and_draws_the_contract() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    table, drawing = (
        re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE),
        re.findall(r"```\n(.*?)```", page, re.DOTALL)[1],
    )
    contract = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))[
        "tool"
    ]["importlinter"]["contracts"][0]
    layers = [
        layer.replace("notakesepakatan.", "").replace(" : ", ", ")
        for layer in contract["layers"]
    ]
    assert drawing.splitlines() == layers
    assert table == ", ".join(layers).split(", ")
    assert set(table) == _rooms()


def test_the_architecture_names_the_chapters_of_each_room() -> None:
    """Each package within a room, `load/sheet` as `sheet`, in the room's row of the table."""
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]*) \|", page, re.MULTILINE))
    chapters = {
        (path.parents[1].name, path.parent.name)
        for path in PACKAGE.glob("*/*/__init__.py")
    }
    assert ("load", "sheet") in chapters
    unnamed = {(room, name) for room, name in chapters if f"`{name}`" not in rows[room]}
    assert not unnamed


@pytest.mark.slow
def test_every_link_of_a_page_leads_to_a_file_and_its_heading() -> None:
    for page in _pages():
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text):
            name, _, anchor = target.partition("#")
            aim = page.parent / name if name else page
            assert aim.exists(), f"{page.name}: {target}"
            assert not anchor or anchor in _anchors(aim), f"{page.name}: {target}"


def _anchors(page: Path) -> set[str]:
    """What the headings of a page are called in links to them."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {words.replace(" ", "-") for words in plain}


@pytest.mark.slow
def test_every_program_file_that_a_page_names_is_there() -> None:
    """`diff.py`, `tests/crash/acts.py`, `static/naskah.js`: the end of the path of a file."""
    there = {
        path.as_posix()
        for folder in (AKAR / "src", AKAR / "tests", AKAR / ".ci")
        for path in folder.rglob("*.*")
        if "node_modules" not in path.parts
    }
    for page in _pages():
        text = page.read_text(encoding="utf-8")
        for name in set(re.findall(r"`([\w./-]+\.(?:py|js|sh))`", text)):
            found = any(path.endswith(f"/{name}") for path in there)
            assert found, f"{page.name}: {name}"


def test_worked_example_of_a_new_rule() -> None:
    """docs/aturan-periksa.md as it stands: one function, one entry."""
    page = (DOCS / "aturan-periksa.md").read_text(encoding="utf-8")
    function, entry = map(
        textwrap.dedent, re.findall(r"   ```python\n(.*?)   ```", page, re.DOTALL)
    )
    names: dict[str, Any] = {
        "Iterator": Iterator,
        "Flaw": Flaw,
        "Reading": Reading,
        "Rule": Rule,
    }
    exec(function, names)  # noqa: S102 - the page of this tree
    names["spelling"] = SimpleNamespace(shouting=names["shouting"])
    rule = eval(entry.strip().removesuffix(","), names)  # noqa: S307
    found = list(rule.function(read_lines(["Isi pasal!", "Isi pasal."])))
    assert [(flaw.place.key, flaw.piece) for flaw in found] == [("[1]", "!")]


@pytest.fixture(scope="module")
def roda(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this tree."""
    folder = tmp_path_factory.mktemp("roda")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        check=True,
        cwd=AKAR,
        capture_output=True,
    )
    (berkas,) = folder.glob("*.whl")
    return berkas


@pytest.mark.processes
def test_a_wheel_carries_templates_catalog_and_decrees(roda: Path) -> None:
    isi = set(zipfile.ZipFile(roda).namelist())
    asal = {
        f"notakesepakatan/templates/{b.relative_to(AKAR / 'templates')}"
        for b in (AKAR / "templates").rglob("*")
        if b.is_file()
    }
    assert asal <= isi
    assert "notakesepakatan/cli/locale/id/LC_MESSAGES/messages.mo" in isi
    assert "notakesepakatan/load/hari-libur.yaml" in isi
    meja = (
        b
        for b in (AKAR / "src/notakesepakatan/web").rglob("*")
        if b.suffix in (".html", ".css", ".js", ".svg")
    )
    assert {b.relative_to(AKAR / "src").as_posix() for b in meja} <= isi


@pytest.mark.processes
def test_an_installed_wheel_makes_a_document_far_from_the_source(
    roda: Path, tmp_path: Path
) -> None:
    """The wheel's own templates serve a workspace that has none, with no source tree in sight."""
    pasang = tmp_path / "pasang"
    zipfile.ZipFile(roda).extractall(pasang)
    kode = (
        "import sys; sys.path.insert(0, sys.argv[1]); import notakesepakatan; "
        "assert notakesepakatan.__file__.startswith(sys.argv[1]), notakesepakatan.__file__; "
        "from notakesepakatan.cli import cli; cli(sys.argv[2:], standalone_mode=False)"
    )
    ruang = tmp_path / "ruang"
    for isi in (
        ["mulai", str(ruang)],
        [
            "-C",
            str(ruang),
            "baru",
            "x",
            "--judul",
            "J",
            "--pihak",
            "A; B",
            "--pihak",
            "C; D",
        ],
        ["-C", str(ruang), "susun", "--format", "txt,docx"],
    ):
        subprocess.run(
            [sys.executable, "-c", kode, str(pasang), *isi],
            check=True,
            stdin=subprocess.DEVNULL,
            cwd=tmp_path,
        )
    assert (ruang / "output/x/nota-kesepakatan.docx").exists()


@pytest.mark.processes
def test_layers_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    hasil = subprocess.run(
        [lint, "--no-cache"], cwd=AKAR, capture_output=True, text=True
    )
    assert hasil.returncode == 0, hasil.stdout


def test_pins_have_hashes_and_name_no_host() -> None:
    for berkas in (AKAR / ".ci").glob("requirements*.txt"):
        teks = berkas.read_text()
        assert "://" not in teks
        assert "index" not in teks
        paket = [
            baris
            for baris in teks.splitlines()
            if baris and not baris.startswith((" ", "#"))
        ]
        assert paket
        assert all("==" in baris for baris in paket)
        assert teks.count("--hash=sha256:") >= len(paket)


def _requirements() -> list[str]:
    """All that pyproject.toml asks for, groups that include others aside."""
    asked = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))
    lists = [
        asked["build-system"]["requires"],
        asked["project"]["dependencies"],
        *asked["project"]["optional-dependencies"].values(),
        *asked["dependency-groups"].values(),
    ]
    return [each for one in lists for each in one if isinstance(each, str)]


def _pinned() -> dict[str, Version]:
    """Versions that the tests run with, by name."""
    files = ("requirements.txt", "requirements-dev.txt")
    lines = "\n".join((AKAR / ".ci" / file).read_text() for file in files)
    pins = re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", lines, re.MULTILINE)
    return {name: Version(version) for name, version in pins}


@pytest.mark.parametrize("text", sorted(set(_requirements())))
def test_a_dependency_has_bounds_that_the_tests_have_seen(text: str) -> None:
    requirement = Requirement(text)
    bounds = {each.operator: Version(each.version) for each in requirement.specifier}
    assert bounds.keys() == {">=", "<"}
    pinned = _pinned()[requirement.name.lower()]
    assert bounds[">="] <= pinned < bounds["<"]
    assert bounds["<"].major <= pinned.major + 1, "no major that no test has seen"


@pytest.mark.long
@pytest.mark.processes
def test_the_list_of_what_it_is_made_of(tmp_path: Path) -> None:
    """`make sbom` as the Makefile has it: CycloneDX, complete, the same bytes each time."""
    recipe = (AKAR / "Makefile").read_text().partition("\nsbom:")[2].split("\n\n")[0]
    arguments = recipe.replace("\\\n", " ").partition(" -m ")[2].split()
    made = list[bytes]()
    for number in "12":
        file = tmp_path / f"{number}.json"
        where = [
            str(file) if each == "output/sbom.json" else each for each in arguments
        ]
        subprocess.run(
            [sys.executable, "-W", "ignore", "-m", *where], cwd=AKAR, check=True
        )
        made.append(file.read_bytes())
    assert made[0] == made[1]
    bom = json.loads(made[0])
    assert bom["bomFormat"] == "CycloneDX"
    assert not {"serialNumber", "timestamp"} & {*bom, *bom["metadata"]}
    listed = {each["name"]: each["version"] for each in bom["components"]}
    for text in tomllib.loads((AKAR / "pyproject.toml").read_text())["project"][
        "dependencies"
    ]:
        name = Requirement(text).name
        assert Version(listed[name]) == _pinned()[name]
    assert bom["metadata"]["component"]["name"] == "notakesepakatan"
