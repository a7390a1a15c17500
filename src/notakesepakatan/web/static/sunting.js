// The editor of a draft: sends what is typed, shows the page and the findings that come back. The server does the rest.
import {TANPA_KURSOR, TANPA_TUJUAN, isiPilihanBagian, kirim, tunda} from "./meja.js";

const form = document.getElementById("konsep");
const formulir = document.getElementById("formulir");
const bingkai = document.getElementById("naskah");
const keadaan = document.getElementById("keadaan");
const konflik = document.getElementById("konflik");
const pilihRujukan = document.getElementById("rujukan");
const simpanan = `sunting:${form.dataset.slug}`;

let kotor = {}; // typed and not yet acknowledged by the server
let antrean = Promise.resolve(); // one request after another
let terakhir = null; // the text field last used: {ruas, posisi}
let macet = false; // another window went on; nothing more is sent

const ruas = (nama) => document.getElementById(`ruas-${nama}`);
const isRuas = (el) => el?.name && el.form === form && el.id === `ruas-${el.name}`;

// What is typed lies in the browser's own store until the server has it.
function ingat() {
  try {
    if (Object.keys(kotor).length) localStorage.setItem(simpanan, JSON.stringify({tanda: form.tanda.value, isian: kotor}));
    else localStorage.removeItem(simpanan);
  } catch { /* a full or forbidden store: the server still has all but the last quarter of a second */ }
}

function catatLetak(el) {
  if (el.matches("textarea, input")) terakhir = {ruas: el.name, posisi: el.selectionStart ?? el.value.length};
}

function jalankan(tindakan = "", tambahan = {}) {
  antrean = antrean.then(() => satuKali(tindakan, tambahan));
  return antrean;
}

async function satuKali(tindakan, tambahan) {
  if (macet) return;
  const isian = kotor;
  if (!tindakan && !Object.keys(isian).length) return;
  kotor = {};
  const kata = tindakan === "simpan" ? "Menyimpan…" : "Mengirim…";
  keadaan.textContent = kata;
  try {
    const isi = await kirim(form.dataset.ketik, {tanda: form.tanda.value, isian, tindakan, letak: terakhir, ...tambahan});
    form.tanda.value = isi.tanda;
    ingat();
    if (isi.ke) return location.assign(isi.ke);
    tampilkan(isi);
    sebut(isi, isi.kata ? isi.kata : isi.berubah ? "Belum ada dalam naskah, belum di berkas: tekan Simpan." : tindakan === "simpan" ? "Tersimpan di berkas." : "Sama dengan berkas.");
  } catch (sebab) {
    gagal(sebab, isian, tindakan);
  }
}

// How it stands; also that the preview is an older one, where these data make no page.
function sebut(isi, kata) {
  keadaan.textContent = isi.naskah === null ? `${kata} Pratinjau belum mengikuti.` : kata;
}

function gagal(sebab, isian, tindakan) {
  keadaan.textContent = sebab.message;
  if (sebab.isi?.ke) location.assign(sebab.isi.ke);
  else if (sebab.isi?.beda) tampilkanKonflik(sebab, isian);
  else if (sebab.isi?.tanda) ditolak(sebab.isi);
  else if (sebab.kode) {
    kotor = {...isian, ...kotor};
    ingat();
  } else { // no answer at all: the server is gone for now
    kotor = {...isian, ...kotor};
    ingat();
    keadaan.textContent = "Meja tidak menjawab. Ketikan disimpan di peramban ini dan dikirim lagi sebentar lagi.";
    setTimeout(() => jalankan(tindakan), 3000);
  }
}

// Refused, yet what was typed is in the side draft.
function ditolak(isi) {
  form.tanda.value = isi.tanda;
  ingat();
  tampilkan(isi);
  sebut(isi, keadaan.textContent);
  document.querySelector("#temuan details").open = true;
  document.querySelector("#temuan a")?.focus();
}

function tampilkan(isi) {
  document.getElementById("temuan").innerHTML = isi.temuan;
  if (isi.formulir) gantiFormulir(isi.formulir, isi.fokus);
  else tandai(isi.ruas);
  if (isi.naskah !== null && bingkai.contentDocument?.body) {
    bingkai.contentDocument.body.innerHTML = isi.naskah;
    sorot(isi.datum);
  }
}

function tandai(temuan) {
  formulir.querySelectorAll("[data-temuan]").forEach((wadah) => {
    const daftar = temuan[wadah.dataset.temuan] || [];
    wadah.replaceChildren(...daftar.map((t) => barisTemuan(wadah.dataset.temuan, t)));
    salahkan(wadah.dataset.temuan, daftar);
  });
}

function salahkan(nama, daftar) {
  const el = ruas(nama);
  if (!isRuas(el)) return;
  if (daftar.some((t) => t.tingkat === "wajib" || t.tingkat === "galat")) el.setAttribute("aria-invalid", "true");
  else el.removeAttribute("aria-invalid");
}

function barisTemuan(nama, t) {
  const p = document.createElement("p");
  p.className = `tingkat-${t.tingkat}`;
  const b = document.createElement("b");
  b.textContent = t.tingkat;
  p.append(...(t.pesan.startsWith("Wajib") ? [] : [b]), ` ${t.pesan} `);
  if (t.ada) {
    const tombol = document.createElement("button");
    tombol.name = "tindakan";
    tombol.value = `perbaiki ${nama} ${t.kode}`;
    tombol.className = "kedua kecil";
    tombol.textContent = perbaikan(t);
    p.append(tombol);
  }
  return p;
}

// What the button of a safe fix says.
function perbaikan(t) {
  if (!t.potongan) return "perbaiki";
  return t.ganti ? `perbaiki: “${t.potongan}” → “${t.ganti}”` : `hapus “${t.potongan}”`;
}

// The form drawn anew: what is open stays open, what was typed meanwhile stays typed.
function gantiFormulir(html, fokus) {
  const terbuka = new Set([...formulir.querySelectorAll("details[open][data-lipat]")].map((d) => d.dataset.lipat));
  formulir.innerHTML = html;
  formulir.querySelectorAll("details[data-lipat]").forEach((d) => (d.open = d.open || terbuka.has(d.dataset.lipat)));
  for (const [nama, nilai] of Object.entries(kotor)) if (isRuas(ruas(nama))) ruas(nama).value = nilai;
  isiRujukan();
  const tujuan = fokus && ruas(fokus);
  if (!tujuan) return;
  buka(tujuan);
  const pertama = isRuas(tujuan) ? tujuan : tujuan.querySelector("textarea, input") || tujuan;
  pertama.focus();
  pertama.scrollIntoView({block: "nearest"});
}

function buka(el) {
  for (let atas = el; atas; atas = atas.parentElement) if (atas.tagName === "DETAILS") atas.open = true;
}

function sorot(datum) {
  const naskah = bingkai.contentDocument;
  let nama = datum || "";
  let el = nama && naskah.getElementById(nama);
  while (nama && !el) {
    nama = nama.replace(/\.?[^.]*$/, "");
    el = nama && naskah.getElementById(nama);
  }
  if (!el) return;
  el.classList.add("di-sini");
  const kotak = el.getBoundingClientRect();
  if (kotak.top < 0 || kotak.bottom > bingkai.clientHeight) el.scrollIntoView({block: "center"});
}

function tampilkanKonflik(sebab, isian) {
  macet = true;
  kotor = {...isian, ...kotor};
  ingat();
  const tabel = document.createElement("table");
  tabel.innerHTML = "<thead><tr><th>Letak</th><th>Versi terakhir</th><th>Ketikan Anda</th></tr></thead><tbody></tbody>";
  for (const b of sebab.isi.beda) {
    const tr = tabel.tBodies[0].insertRow();
    for (const kata of [b.tempat, b.kini || "(kosong)", b.ketikan || "(kosong)"]) tr.insertCell().textContent = kata;
  }
  const p = document.createElement("p");
  p.textContent = `${sebab.message} Konsep ini juga disunting di jendela lain, atau berkasnya sudah berubah. Kedua versi ada di bawah ini.`;
  const pakai = tombolKonflik("Buka versi terakhir dan masukkan ketikan saya", () => location.reload());
  const lepas = tombolKonflik("Buka versi terakhir tanpa ketikan saya", () => {
    localStorage.removeItem(simpanan);
    location.reload();
  });
  konflik.className = "perhatian";
  konflik.replaceChildren(p, tabel, pakai, " ", lepas);
  konflik.scrollIntoView();
  pakai.focus();
}

function tombolKonflik(kata, fungsi) {
  const tombol = document.createElement("button");
  tombol.type = "button";
  tombol.className = "kedua";
  tombol.textContent = kata;
  tombol.addEventListener("click", fungsi);
  return tombol;
}

function isiRujukan() {
  const daftar = [...formulir.querySelectorAll("#daftar-rujukan option")];
  isiPilihanBagian(pilihRujukan, daftar.map((o) => [o.value, o.textContent]));
}

const nanti = tunda(() => jalankan(), 250);

form.addEventListener("input", (e) => {
  if (!isRuas(e.target)) return;
  kotor[e.target.name] = e.target.value;
  ingat();
  catatLetak(e.target);
  nanti();
});

for (const kapan of ["focusin", "keyup", "click"]) {
  formulir.addEventListener(kapan, (e) => isRuas(e.target) && catatLetak(e.target));
}

form.addEventListener("submit", (e) => {
  e.preventDefault();
  const tombol = e.submitter;
  if (!tombol?.value || (tombol.dataset.tanya && !confirm(tombol.dataset.tanya))) return;
  jalankan(tombol.value, tombol.value.startsWith("tempel ") ? {teks: document.getElementById("tempelan").value} : {});
});

// A block of cells from a spreadsheet goes into the grid from this cell on.
formulir.addEventListener("paste", (e) => {
  const teks = e.clipboardData.getData("text/plain");
  if (!e.target.closest("[data-kisi]") || !isRuas(e.target) || !/[\t\n]/.test(teks.trimEnd())) return;
  e.preventDefault();
  jalankan(`tempel ${e.target.name}`, {teks});
});

document.addEventListener("keydown", (e) => {
  if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "s") {
    e.preventDefault();
    jalankan("simpan");
  } else if ((e.ctrlKey || e.metaKey) && !e.altKey && ["z", "y"].includes(e.key.toLowerCase())) {
    if (e.target.id === "tempelan") return; // not yet part of the text: the browser's own undo
    e.preventDefault();
    jalankan(e.key.toLowerCase() === "y" || e.shiftKey ? "ulang" : "urung");
  } else if (e.altKey && (e.key === "ArrowUp" || e.key === "ArrowDown")) {
    const bagian = e.target.closest?.(".anggota, .kisi tr");
    if (!bagian) return;
    e.preventDefault();
    jalankan(`${e.key === "ArrowUp" ? "naik" : "turun"} ${bagian.id.slice(5)}`);
  }
});

document.getElementById("sisipkan").addEventListener("click", () => {
  if (!terakhir) keadaan.textContent = TANPA_KURSOR;
  else if (!pilihRujukan.value) keadaan.textContent = TANPA_TUJUAN;
  else jalankan(`rujuk ${pilihRujukan.value}`);
});

document.getElementById("ganti-tampilan").addEventListener("click", (e) => {
  const naskah = form.classList.toggle("lihat-naskah");
  e.target.setAttribute("aria-pressed", String(naskah));
  e.target.textContent = naskah ? "Lihat isian" : "Lihat naskah";
});

document.addEventListener("click", (e) => {
  const tujuan = e.target.closest?.('a[href^="#ruas-"], a[href^="#bagian-"]');
  if (!tujuan) return;
  keTujuan(tujuan.hash);
  perlihatkan(decodeURIComponent(tujuan.hash));
});

// The first part in the preview of a section that is opened from the list of sections.
function perlihatkan(hash) {
  if (!hash.startsWith("#bagian-")) return;
  const nama = hash.slice(8);
  const jendela = bingkai.contentWindow;
  const el = nama === "pokok" ? jendela.document.documentElement : jendela.document.querySelector(`[id^="${CSS.escape(nama)}."]`);
  if (el) jendela.scrollTo(0, jendela.scrollY + el.getBoundingClientRect().top - 40); // its own window only, not the page around it
}

function keTujuan(hash) {
  let nama = decodeURIComponent(hash.slice(1));
  let el = document.getElementById(nama);
  while (nama.includes(".") && !el) {
    nama = nama.replace(/\.[^.]*$/, "");
    el = document.getElementById(nama);
  }
  if (!el) return;
  buka(el);
  el.scrollIntoView({block: "center"});
  if (isRuas(el)) el.focus();
  else if (el.tagName === "DETAILS") el.querySelector("summary").focus();
}

addEventListener("pagehide", () => ingat());
bingkai.addEventListener("load", () => terakhir && jalankan());

// What the browser still holds from before it was closed.
try {
  const lama = JSON.parse(localStorage.getItem(simpanan) || "null");
  for (const [nama, nilai] of Object.entries(lama?.isian || {})) {
    if (!isRuas(ruas(nama))) continue;
    ruas(nama).value = nilai;
    kotor[nama] = nilai;
  }
  if (Object.keys(kotor).length) jalankan();
} catch {
  localStorage.removeItem(simpanan);
}
document.querySelector(".perkakas").hidden = false;
isiRujukan();
if (location.hash) keTujuan(location.hash);
