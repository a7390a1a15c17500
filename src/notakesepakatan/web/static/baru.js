// A new agreement: what is typed is kept at once, and the draft beside it follows. Without script it follows each step.
import {kirim, tunda} from "./meja.js";

const form = document.getElementById("jawaban");
const bingkai = document.getElementById("naskah");
const keadaan = document.getElementById("keadaan");
let urutan = 0;

let tersusun = bingkai.dataset.tersusun === "ya"; // the frame shows a draft, not why there is none

// Only the body is replaced, so that the place one reads stays; in the frame itself, which has rules of its own.
function tampilkan({naskah, sah}) {
  if (sah && tersusun) {
    bingkai.contentDocument.body.innerHTML = naskah.slice(naskah.indexOf("<body>") + 6, naskah.lastIndexOf("</body>"));
  } else if (sah || tersusun) {
    bingkai.contentWindow.location.replace(bingkai.src);
  }
  tersusun = sah;
}

async function ketik() {
  const ini = ++urutan;
  const isi = Object.fromEntries([...new FormData(form)].filter(([nama]) => nama !== "csrf_token"));
  try {
    const jawaban = await kirim(form.dataset.ketik, isi);
    if (ini !== urutan) return; // another keystroke is on its way
    tampilkan(jawaban);
    keadaan.textContent = "Jawaban tersimpan.";
  } catch (sebab) {
    keadaan.textContent = sebab.message;
  }
}

/** Whether a field says something else than the page came with. */
function berubah(el) {
  if (el.type === "radio" || el.type === "checkbox") return el.checked !== el.defaultChecked;
  if (el.options) return [...el.options].some((o) => o.defaultSelected && !o.selected);
  return el.type !== "hidden" && "defaultValue" in el && el.value !== el.defaultValue;
}

// What was typed before this script came, or before the frame did.
function susul() {
  if ([...form.elements].some(berubah)) ketik();
}

form.addEventListener("input", tunda(ketik, 250));
bingkai.addEventListener("load", susul, {once: true});
susul();
if (document.activeElement !== document.body) {
  // whoever types already stays where they are
} else if (!document.querySelector(".ringkasan-galat") && !location.hash) {
  form.querySelector("input:not([type=hidden]), textarea, button:not(.tersembunyi)").focus();
} else if (location.hash) {
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus();
}
