// The Rencana Kerja as a sheet of cells: keys and clipboard as in a spreadsheet. What a change means, the server says.
import {kirim} from "./meja.js";

const form = document.getElementById("konsep");
const tabel = document.getElementById("rencana");
const keadaan = document.getElementById("keadaan");
const konflik = document.getElementById("konflik");
const temuanSel = document.getElementById("temuan-sel");
const simpanan = `sunting:${form.dataset.slug}`; // the same as that of the fields: either sends what the other could not
const ANGKA = {M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1};
const KOLOM_TAHUN = 4;

let aktif = {baris: 0, kolom: 0}; // the cell that keys go to
let pangkal = aktif; // the other corner of what is marked
let penyunting = null; // the text box while a cell is typed in
let kotor = {}; // typed and not yet acknowledged by the server
let antrean = Promise.resolve();
let macet = false;
let temuan = {};
let tabKeluar = false; // the next Tab leaves the sheet

// Cells

const semuaBaris = () => [...tabel.tBodies[0].rows];
const selBaris = (tr) => [...tr.cells].slice(1);
const sel = ({baris, kolom}) => selBaris(semuaBaris()[baris])[kolom];
const lebar = () => tabel.tHead.rows[0].cells.length - 1;
const jepit = (n, banyak) => Math.max(0, Math.min(n, banyak - 1));
const letak = (td) => ({baris: td.parentElement.sectionRowIndex, kolom: td.cellIndex - 1});
const program = (tr) => tr.dataset.program || tr.dataset.nama.replace(/\.tahapan\..*$/, "");

/** First and last row and column of what is marked. */
function tanda() {
  const [atas, bawah] = [pangkal.baris, aktif.baris].sort((a, b) => a - b);
  const [kiri, kanan] = [pangkal.kolom, aktif.kolom].sort((a, b) => a - b);
  return {atas, bawah, kiri, kanan};
}

/** The marked cells, row by row. */
function tertanda() {
  const {atas, bawah, kiri, kanan} = tanda();
  return semuaBaris().slice(atas, bawah + 1).map((tr) => selBaris(tr).slice(kiri, kanan + 1));
}

function pilih(tujuan, {meluas = false, fokus = true} = {}) {
  const banyak = semuaBaris().length;
  if (!banyak) return;
  aktif = {baris: jepit(tujuan.baris, banyak), kolom: jepit(tujuan.kolom, lebar())};
  if (!meluas) pangkal = aktif;
  tabKeluar = false;
  tabel.querySelectorAll("td").forEach((td) => {
    td.tabIndex = -1;
    td.removeAttribute("aria-selected");
  });
  tertanda().flat().forEach((td) => td.setAttribute("aria-selected", "true"));
  const td = sel(aktif);
  td.tabIndex = 0;
  if (fokus) {
    td.focus({preventScroll: true});
    td.scrollIntoView({block: "nearest", inline: "nearest"});
  }
  sebutTemuan(td);
}

// Typing in a cell

function sunting(td, isi = td.textContent) {
  const kepala = tabel.tHead.rows[0].cells[td.cellIndex].textContent;
  penyunting = Object.assign(document.createElement("textarea"), {value: isi, rows: 1});
  penyunting.dahulu = td.textContent;
  penyunting.setAttribute("aria-label", `${kepala}, baris ${td.parentElement.sectionRowIndex + 1}`);
  penyunting.addEventListener("blur", () => selesai());
  td.replaceChildren(penyunting);
  penyunting.focus();
  penyunting.setSelectionRange(isi.length, isi.length);
}

/** Ends typing in a cell: what was typed is sent, or let go. */
function selesai(simpan = true) {
  if (!penyunting) return;
  const kotak = penyunting;
  const td = kotak.closest("td");
  penyunting = null;
  const kata = rapikan(kotak.value);
  td.replaceChildren(simpan ? kata : kotak.dahulu);
  if (simpan && kata !== kotak.dahulu) tulis([[td, kata]]);
}

const rapikan = (kata) => kata.split("\n").map((baris) => baris.replace(/\s+/g, " ").trim()).filter(Boolean).join("\n");

/** Words into cells; one that has no field yet is asked of the server, which makes its row. */
function tulis(daftar) {
  const tanpa = daftar.filter(([td, kata]) => !td.dataset.ruas && kata);
  for (const [td, kata] of daftar) {
    if (!td.dataset.ruas) continue;
    td.textContent = kata;
    kotor[td.dataset.ruas] = kata;
  }
  ingat();
  jalankan();
  if (tanpa.length === 1) tempelDi(...tanpa[0]);
}

function tempelDi(td, kata) {
  const {baris, kolom} = letak(td);
  jalankan(`tempel ${semuaBaris()[baris].dataset.nama} ${kolom}`, {teks: kutip(kata)});
}

// The clipboard

const kutip = (kata) => (/[\t\n"]/.test(kata) ? `"${kata.replaceAll('"', '""')}"` : kata);
const teksTertanda = () => tertanda().map((baris) => baris.map((td) => kutip(td.textContent)).join("\t")).join("\n");

function salin(e) {
  e.clipboardData.setData("text/plain", teksTertanda());
  e.preventDefault();
}

function tempel(e) {
  const teks = e.clipboardData.getData("text/plain");
  const html = e.clipboardData.getData("text/html").slice(0, 1_000_000);
  const bertabel = /<t[dh]\b/i.test(html);
  e.preventDefault();
  if (!teks && !bertabel) return;
  const satuSel = !/[\t\n]/.test(teks.trimEnd()) && (html.match(/<t[dh]\b/gi) || []).length < 2;
  if (satuSel) return tulis(tertanda().flat().map((td) => [td, rapikan(teks)]));
  const {atas, kiri} = tanda();
  jalankan(`tempel ${semuaBaris()[atas].dataset.nama} ${kiri}`, {teks, html: bertabel ? html : ""});
}

// Copies down, years

function salinBawah() {
  const {atas, bawah, kiri, kanan} = tanda();
  const sumber = atas === bawah ? atas - 1 : atas;
  if (sumber < 0) return;
  const isi = selBaris(semuaBaris()[sumber]).slice(kiri, kanan + 1).map((td) => td.textContent);
  const tujuan = tertanda().slice(sumber === atas ? 1 : 0);
  tulis(tujuan.flatMap((baris) => baris.map((td, i) => [td, isi[i]])).filter(([td]) => td.dataset.ruas));
}

const romawi = (n) => Object.entries(ANGKA).reduce(([kata, sisa], [huruf, nilai]) => [kata + huruf.repeat(sisa / nilai), sisa % nilai], ["", n])[0];

/** A digit gives the marked cells the mark of that year, or takes it from them where all have it; 0 means every year. */
function tandaiTahun(angka) {
  const banyak = Number(tabel.dataset.tahun);
  if (banyak > 9 || angka > banyak) return false;
  const semua = tertanda().flat().filter((td) => td.dataset.ruas);
  const nama = romawi(angka);
  const urutan = Array.from({length: banyak}, (_, i) => romawi(i + 1));
  const dari = (td) => (td.textContent === "semua" ? urutan : td.textContent.split(/[,\s]+/).filter(Boolean));
  const hapus = semua.every((td) => dari(td).includes(nama));
  const ubah = (td) => urutan.filter((satu) => (satu === nama ? !hapus : dari(td).includes(satu))).join(", ");
  tulis(semua.map((td) => [td, angka ? ubah(td) : "semua"]));
  return true;
}

// Sending, one request after another

function ingat() {
  try {
    if (Object.keys(kotor).length) localStorage.setItem(simpanan, JSON.stringify({tanda: form.tanda.value, isian: kotor}));
    else localStorage.removeItem(simpanan);
  } catch { /* a full or forbidden store: the server has all but the last cell */ }
}

function jalankan(tindakan = "", tambahan = {}) {
  antrean = antrean.then(() => satuKali(tindakan, tambahan));
  return antrean;
}

async function satuKali(tindakan, tambahan) {
  const isian = kotor;
  if (macet || (!tindakan && !Object.keys(isian).length)) return;
  kotor = {};
  keadaan.textContent = tindakan === "simpan" ? "Menyimpan…" : "Mengirim…";
  try {
    const isi = await kirim(form.dataset.ketik, {tanda: form.tanda.value, isian, tindakan, rencana: true, ...tambahan});
    form.tanda.value = isi.tanda;
    ingat();
    if (isi.ke) return location.assign(isi.ke);
    terima(isi);
    keadaan.textContent = isi.kata || (isi.berubah ? "Belum ada dalam naskah, belum di berkas: tekan Simpan." : tindakan === "simpan" ? "Tersimpan di berkas." : "Sama dengan berkas.");
  } catch (sebab) {
    gagal(sebab, isian, tindakan, tambahan);
  }
}

function gagal(sebab, isian, tindakan, tambahan) {
  const isi = sebab.isi || {};
  keadaan.textContent = sebab.message;
  if (isi.tanda) { // refused, yet what was typed is in the side draft
    form.tanda.value = isi.tanda;
    ingat();
    terima(isi);
    if (isi.tanya) tanyaKolom(tambahan);
    return;
  }
  kotor = {...isian, ...kotor};
  ingat();
  if (isi.ke) location.assign(isi.ke);
  else if (isi.beda) tampilkanKonflik(sebab);
  else if (!sebab.kode) { // no answer at all: the server is gone for now
    keadaan.textContent = "Meja tidak menjawab. Ketikan disimpan di peramban ini dan dikirim lagi sebentar lagi.";
    setTimeout(() => jalankan(tindakan, tambahan), 3000);
  }
}

/** What each column of a pasted table holds is asked on a page of its own. */
function tanyaKolom({teks, html}) {
  const tanya = document.getElementById("tempel-kolom");
  if (!tanya) return;
  tanya.elements.teks.value = teks;
  tanya.elements.html.value = html || "";
  tanya.submit();
}

function tampilkanKonflik(sebab) {
  macet = true;
  const p = document.createElement("p");
  p.textContent = `${sebab.message} Konsep ini juga disunting di jendela lain. Versi terakhirnya dibuka, lalu sel yang Anda ketik dimasukkan.`;
  const tombol = Object.assign(document.createElement("button"), {type: "button", className: "kedua", textContent: "Buka versi terakhir dan masukkan ketikan saya"});
  tombol.addEventListener("click", () => location.reload());
  konflik.className = "perhatian";
  konflik.replaceChildren(p, tombol);
  tombol.focus();
}

// Taking in what the server says

function terima(isi) {
  if (isi.rencana !== undefined) gambar(isi.rencana, isi.fokus);
  terimaTemuan(isi);
}

function gambar(html, fokus) {
  const berfokus = tabel.contains(document.activeElement);
  const terbuka = penyunting && {kata: penyunting.value};
  if (terbuka) selesai(false);
  tabel.tBodies[0].innerHTML = html;
  const menurut = Object.entries(kotor).map(([ruas, kata]) => [selRuas(ruas), kata]);
  menurut.filter(([td]) => td).forEach(([td, kata]) => { td.textContent = kata; });
  if (fokus && !terbuka) keRuas(fokus, berfokus);
  else pilih(aktif, {fokus: berfokus});
  if (terbuka && semuaBaris().length) sunting(sel(aktif), terbuka.kata);
}

const selRuas = (nama) => tabel.querySelector(`td[data-ruas="${CSS.escape(nama)}"]`);

/** The cell of a field, else the row that holds it or is held by it; the column stays. */
function keRuas(nama, fokus = true) {
  const tepat = selRuas(nama);
  const baris = semuaBaris().find((tr) => tr.dataset.nama === nama || tr.dataset.program === nama || tr.dataset.nama.startsWith(`${nama}.`) && nama !== tabel.dataset.deret);
  if (tepat) pilih(letak(tepat), {fokus});
  else pilih({baris: baris ? baris.sectionRowIndex : aktif.baris, kolom: aktif.kolom}, {fokus});
  return Boolean(tepat || baris);
}

function terimaTemuan(isi) {
  temuan = isi.ruas;
  document.getElementById("temuan").innerHTML = isi.temuan;
  tabel.querySelectorAll("td[data-ruas]").forEach((td) => {
    const daftar = temuan[td.dataset.ruas] || [];
    const salah = daftar.some((t) => t.tingkat === "wajib" || t.tingkat === "galat");
    td.classList.toggle("bertemuan", daftar.length > 0);
    if (salah) td.setAttribute("aria-invalid", "true");
    else td.removeAttribute("aria-invalid");
  });
  if (semuaBaris().length) sebutTemuan(sel(aktif));
}

function sebutTemuan(td) {
  const nama = td.dataset.ruas || "";
  const baris = (temuan[nama] || []).map((t) => {
    const p = Object.assign(document.createElement("p"), {className: `tingkat-${t.tingkat}`, textContent: `${t.pesan} `});
    if (t.ada) p.append(Object.assign(document.createElement("button"), {name: "tindakan", value: `perbaiki ${nama} ${t.kode}`, className: "kedua kecil", textContent: t.ganti ? `perbaiki: “${t.potongan}” → “${t.ganti}”` : "perbaiki"}));
    return p;
  });
  temuanSel.replaceChildren(...baris);
}

async function ambilTemuan() {
  const isi = await fetch(form.dataset.temuan, {headers: {Accept: "application/json"}}).then((jawaban) => jawaban.json()).catch(() => ({}));
  if (isi.tanda === form.tanda.value) terimaTemuan(isi);
}

// Keys

const barisAktif = () => semuaBaris()[aktif.baris];

function barisBaru() {
  const tr = barisAktif();
  if (!tr) return programBaru();
  const {nama} = tr.dataset;
  jalankan(nama === tr.dataset.program ? `tambah ${nama}.tahapan` : `sisip ${nama}`);
}

function programBaru() {
  aktif = {...aktif, kolom: 0};
  const tr = barisAktif();
  jalankan(tr ? `sisip ${program(tr)}` : `tambah ${tabel.dataset.deret}`);
}

const padaBaris = (kata) => barisAktif() && jalankan(`${kata} ${barisAktif().dataset.nama}`);
const kosongkan = () => tulis(tertanda().flat().filter((td) => td.dataset.ruas && td.textContent).map((td) => [td, ""]));
const perintah = {
  "baris-baru": barisBaru, "program-baru": programBaru, "salin-bawah": salinBawah,
  naik: () => padaBaris("naik"), turun: () => padaBaris("turun"), "hapus-baris": () => padaBaris("hapus"),
  "hapus-program": () => barisAktif() && jalankan(`hapus ${program(barisAktif())}`),
};
const ARAH = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0]};
const geser = ([b, k]) => ({baris: aktif.baris + b, kolom: aktif.kolom + k});

/** Keys with Ctrl, by their name; gives whether it was one. */
function tekanCtrl(e) {
  const akhir = {baris: semuaBaris().length - 1, kolom: lebar() - 1};
  const lakukan = {
    d: salinBawah, Enter: e.shiftKey ? programBaru : barisBaru,
    a: () => { pangkal = {baris: 0, kolom: 0}; pilih(akhir, {meluas: true}); },
    Home: () => pilih({baris: 0, kolom: 0}, {meluas: e.shiftKey}), End: () => pilih(akhir, {meluas: e.shiftKey}),
    ArrowUp: () => pilih({...aktif, baris: 0}, {meluas: e.shiftKey}), ArrowDown: () => pilih({...aktif, baris: akhir.baris}, {meluas: e.shiftKey}),
    ArrowLeft: () => pilih({...aktif, kolom: 0}, {meluas: e.shiftKey}), ArrowRight: () => pilih({...aktif, kolom: akhir.kolom}, {meluas: e.shiftKey}),
  }[e.key.length === 1 ? e.key.toLowerCase() : e.key];
  lakukan?.();
  return Boolean(lakukan);
}

/** The next or last cell by Tab; at an end of the sheet the key goes on its way. */
function tekanTab(mundur) {
  const ke = aktif.baris * lebar() + aktif.kolom + (mundur ? -1 : 1);
  if (tabKeluar || ke < 0 || ke >= semuaBaris().length * lebar()) return false;
  pilih({baris: Math.floor(ke / lebar()), kolom: ke % lebar()});
  return true;
}

/** A key while no cell is typed in; gives whether the sheet took it. */
function tekan(e) {
  if (e.ctrlKey || e.metaKey) return tekanCtrl(e);
  if (e.altKey) return tekanAlt(e);
  if (ARAH[e.key]) return pilih(geser(ARAH[e.key]), {meluas: e.shiftKey}), true;
  const lakukan = {
    Home: () => pilih({...aktif, kolom: 0}, {meluas: e.shiftKey}), End: () => pilih({...aktif, kolom: lebar() - 1}, {meluas: e.shiftKey}),
    Enter: () => sunting(sel(aktif)), F2: () => sunting(sel(aktif)), Delete: kosongkan, Backspace: kosongkan, Escape: keLuar,
  }[e.key];
  if (e.key === "Tab") return tekanTab(e.shiftKey);
  if (lakukan) return lakukan(), true;
  if (e.key.length !== 1) return false;
  if (aktif.kolom === KOLOM_TAHUN && /\d/.test(e.key) && tandaiTahun(Number(e.key))) return true;
  sunting(sel(aktif), e.key);
  return true;
}

function tekanAlt(e) {
  if (e.key !== "ArrowUp" && e.key !== "ArrowDown") return false;
  padaBaris(e.key === "ArrowUp" ? "naik" : "turun");
  return true;
}

function keLuar() {
  pilih(aktif);
  tabKeluar = true;
  keadaan.textContent = "Tab kini berpindah keluar dari tabel.";
}

/** A key while a cell is typed in. */
function tekanSaatMengetik(e) {
  if (e.key === "Escape") {
    selesai(false);
    pilih(aktif);
  } else if (e.key === "Enter" && e.altKey) penyunting.setRangeText("\n", penyunting.selectionStart, penyunting.selectionEnd, "end");
  else if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
    selesai();
    pilih(aktif);
    tekanCtrl(e);
  } else if (e.key === "Enter") {
    selesai();
    pilih(geser([e.shiftKey ? -1 : 1, 0]));
  } else if (e.key === "Tab") {
    selesai();
    if (!tekanTab(e.shiftKey)) return pilih(aktif);
  } else return false;
  return true;
}

tabel.addEventListener("keydown", (e) => {
  if (e.isComposing) return;
  if (penyunting ? tekanSaatMengetik(e) : tekan(e)) e.preventDefault();
});

document.addEventListener("keydown", (e) => {
  if (!(e.ctrlKey || e.metaKey) || e.altKey) return;
  const huruf = e.key.toLowerCase();
  if (penyunting && huruf !== "s") return; // in a cell, the browser's own undo
  const tindakan = {s: form.dataset.simpan, z: e.shiftKey ? "ulang" : "urung", y: "ulang"}[huruf];
  if (tindakan === undefined) return;
  e.preventDefault();
  selesai();
  jalankan(tindakan);
});

// The mouse

let menyeret = false;

tabel.addEventListener("pointerdown", (e) => {
  const td = e.target.closest("td");
  if (!td || e.button || td.contains(penyunting)) return;
  e.preventDefault();
  selesai();
  menyeret = true;
  pilih(letak(td), {meluas: e.shiftKey});
});
tabel.addEventListener("pointerover", (e) => {
  const td = menyeret && e.target.closest("td");
  if (td) pilih(letak(td), {meluas: true});
});
document.addEventListener("pointerup", () => { menyeret = false; });
tabel.addEventListener("dblclick", (e) => {
  const td = e.target.closest("td");
  if (td && !penyunting) sunting(td);
});

for (const [kapan, lakukan] of [["copy", salin], ["paste", tempel], ["cut", (e) => { salin(e); kosongkan(); }]]) {
  tabel.addEventListener(kapan, (e) => !penyunting && lakukan(e));
}

for (const [nama, lakukan] of Object.entries(perintah)) {
  document.getElementById(nama)?.addEventListener("click", () => {
    sel(aktif)?.focus();
    lakukan();
  });
}

form.addEventListener("submit", (e) => {
  e.preventDefault();
  const tombol = e.submitter;
  if (!tombol?.value || (tombol.dataset.tanya && !confirm(tombol.dataset.tanya))) return;
  jalankan(tombol.value);
});

document.addEventListener("click", (e) => {
  const tujuan = e.target.closest?.('a[href^="#ruas-"]');
  if (!tujuan) return;
  e.preventDefault();
  if (!keRuas(decodeURIComponent(tujuan.hash.slice(6)))) location.assign(form.dataset.isian + tujuan.hash);
});

// Beginning

addEventListener("pagehide", () => {
  selesai();
  ingat();
});
document.querySelectorAll(".perlu-skrip").forEach((el) => { el.hidden = false; });
pilih(aktif, {fokus: false});
if (location.hash.startsWith("#ruas-")) keRuas(decodeURIComponent(location.hash.slice(6)));
tabel.dataset.siap = "ya";

// What the browser still holds from before it was closed.
try {
  const lama = JSON.parse(localStorage.getItem(simpanan) || "null");
  for (const [ruas, kata] of Object.entries(lama?.isian || {})) {
    if (selRuas(ruas)) selRuas(ruas).textContent = kata;
    kotor[ruas] = kata;
  }
} catch {
  localStorage.removeItem(simpanan);
}
if (Object.keys(kotor).length) jalankan();
else antrean = antrean.then(ambilTemuan);
