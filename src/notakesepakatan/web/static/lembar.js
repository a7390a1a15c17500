// The sheet that one writes on: draws what the server gives, sends the pasal that changed after a pause, shows findings in the margin.
import {EditorState, EditorView, Plugin, TextSelection, baseKeymap, keymap} from "./prosemirror.js";
import {TANPA_KURSOR, TANPA_TUJUAN, isiPilihanBagian, kirim, tunda} from "./meja.js";
import {cari, pasangBilahCari} from "./cari.js";
import {pasangKomentar, tandaKomentar, tandaiKomentar, tertanda} from "./komentar.js";
import {
  JUDUL, barisDari, gabungMaju, gabungMundur, jadikan, kataMentah, kataTerbaca, kunciNomor, masukkan, namaBaru, nomor, pindahTingkat, pindahUrutan, simpul, skema, tambahSetelah, tempelkan, tertib,
} from "./naskah.js";

const form = document.getElementById("konsep");
const lembar = document.getElementById("lembar");
const keadaan = document.getElementById("keadaan");
const konflik = document.getElementById("konflik");
const tepi = document.getElementById("tepi");
const pilihRujukan = document.getElementById("rujukan");
const pilihJenis = document.getElementById("jenis-baris");
const simpanan = `lembar:${form.dataset.slug}`;
const BAGIAN = {pertimbangan: "Pertimbangan", pasal: "Batang tubuh"};

const asal = new Map(); // by the name of a paragraph: the part of the data that the server knows it as
const ruas = new Map(); // by the same: the field that holds its words
const views = {}; // by the part: the view that it is written in
let diterima = {}; // by the part: its paragraphs as the server has them, pasal by pasal
let antrean = Promise.resolve();
let macet = false;
let temuan = {};
let komentar = [];
let terpakai = null; // the view used last
let tabKeluar = false; // the next Tab leaves the text

// What the document says, for the server

const satuSpasi = (kata) => kata.replace(/\s+/g, " ").trim();

function barisKirim({node, jenis, dalam, tingkat, nama}) {
  return {jenis, dalam, tingkat, isi: satuSpasi(kataMentah(node)), asal: asal.get(nama) || ""};
}

/** The paragraphs of a document, pasal by pasal; recitals are one run. */
function kelompok(doc, bagian) {
  const hasil = [];
  let terbuka = false;
  for (const b of barisDari(doc)) {
    const kepala = JUDUL.includes(b.jenis);
    const mulai = bagian === "pasal" && !terbuka && (kepala || b.jenis === "pasal");
    if (mulai || !hasil.length) hasil.push([]);
    terbuka = kepala;
    hasil.at(-1).push(b);
  }
  return hasil.map((semua) => semua.map(barisKirim));
}

const sama = (satu, dua) => JSON.stringify(satu) === JSON.stringify(dua);

/** What differs from what the server has: the run of pasal between what both have at their head and at their tail. */
function perubahan(bagian) {
  const kini = kelompok(views[bagian].state.doc, bagian);
  const dulu = diterima[bagian];
  const terpendek = Math.min(kini.length, dulu.length);
  let awal = 0, akhir = 0;
  while (awal < terpendek && sama(kini[awal], dulu[awal])) awal++;
  while (akhir < terpendek - awal && sama(kini.at(-1 - akhir), dulu.at(-1 - akhir))) akhir++;
  if (awal === kini.length && awal === dulu.length) return [];
  if (bagian === "pertimbangan") return [{bagian, mulai: 0, akhir: jumlahPertimbangan(), isi: kini.flat()}];
  return [{bagian, mulai: awal, akhir: dulu.length - akhir, isi: kini.slice(awal, kini.length - akhir).flat()}];
}

const jumlahPertimbangan = () => diterima.pertimbangan.flat().filter((b) => b.jenis === "butir" && b.dalam === 1).length;
const semuaPerubahan = () => Object.keys(views).flatMap(perubahan);

// What is typed lies in the browser's own store until the server has it.
function ingat() {
  try {
    const isi = semuaPerubahan();
    if (isi.length) localStorage.setItem(simpanan, JSON.stringify({tanda: form.tanda.value, paragraf: isi}));
    else localStorage.removeItem(simpanan);
  } catch { /* a full or forbidden store: the server still has all but the last moment */ }
}

// Sending

export function jalankan(tindakan = "", tambahan = {}) {
  antrean = antrean.then(() => satuKali(tindakan, tambahan));
  return antrean;
}

async function satuKali(tindakan, tambahan) {
  if (macet) return;
  const paragraf = tambahan.paragraf || semuaPerubahan();
  if (!tindakan && !paragraf.length) return;
  const potret = Object.fromEntries(Object.entries(views).map(([bagian, view]) => [bagian, view.state.doc]));
  keadaan.textContent = tindakan === "simpan" ? "Menyimpan…" : "Mengirim…";
  try {
    const {digambar, ...lain} = tambahan;
    const isi = await kirim(form.dataset.ketik, {tanda: form.tanda.value, tindakan, lembar: true, ...lain, paragraf});
    form.tanda.value = isi.tanda;
    if (isi.ke) {
      localStorage.removeItem(simpanan);
      return location.assign(isi.ke);
    }
    terima(isi, potret, isi.digambar || digambar);
    keadaan.textContent = isi.kata || (isi.berubah ? "Belum ada dalam naskah, belum di berkas: tekan Simpan." : tindakan === "simpan" ? "Tersimpan di berkas." : "Sama dengan berkas.");
  } catch (sebab) {
    gagal(sebab, potret, tindakan, tambahan);
  }
}

function gagal(sebab, potret, tindakan, tambahan) {
  keadaan.textContent = sebab.message;
  if (sebab.isi?.ke) location.assign(sebab.isi.ke);
  else if (sebab.kode === 409) tampilkanKonflik(sebab, tambahan.paragraf || semuaPerubahan());
  else if (sebab.isi?.tanda) {
    form.tanda.value = sebab.isi.tanda;
    terima(sebab.isi, potret, false);
    document.querySelector("#temuan details")?.setAttribute("open", "");
    tepi.querySelector("a, button")?.focus();
  } else if (!sebab.kode) { // no answer at all: the server is gone for now
    if (!tambahan.paragraf) ingat();
    keadaan.textContent = "Meja tidak menjawab. Ketikan disimpan di peramban ini dan dikirim lagi sebentar lagi.";
    setTimeout(() => jalankan(tindakan, tambahan), 3000);
  }
}

function tampilkanKonflik(sebab, paragraf) {
  macet = true;
  const p = document.createElement("p");
  p.textContent = `${sebab.message} Konsep ini juga disunting di jendela lain. Ketikan terakhir Anda di jendela ini ada di bawah; salin bila masih diperlukan.`;
  const kata = paragraf.flatMap((satu) => satu.isi.map((b) => kataTerbaca(b.isi))).filter(Boolean);
  const daftar = document.createElement("ul");
  daftar.append(...kata.map((satu) => Object.assign(document.createElement("li"), {textContent: satu})));
  const tombol = Object.assign(document.createElement("button"), {type: "button", className: "kedua", textContent: "Buka versi terakhir"});
  tombol.addEventListener("click", () => {
    localStorage.removeItem(simpanan);
    location.reload();
  });
  konflik.className = "perhatian";
  konflik.replaceChildren(p, daftar, tombol);
  konflik.scrollIntoView();
  tombol.focus();
}

// Taking in what the server says

/** The names of paragraphs that the server gave: as they were sent where it has as many, else by kind and words. */
function namai(baris, doc) {
  const punya = barisDari(doc);
  if (punya.length === baris.length) return punya.map((b) => b.nama);
  const bebas = new Map();
  for (const b of punya) {
    const kunci = `${b.jenis} ${satuSpasi(kataMentah(b.node))}`;
    bebas.set(kunci, [...(bebas.get(kunci) || []), b.nama]);
  }
  return baris.map((b) => bebas.get(`${b.jenis} ${satuSpasi(mentah(b))}`)?.shift() || namaBaru());
}

const mentah = (b) => b.isi.map((satu) => (typeof satu === "string" ? satu : satu.kode)).join("");

function terima(isi, potret, digambar) {
  asal.clear();
  ruas.clear();
  for (const [bagian, view] of Object.entries(views)) {
    const baris = isi.teks[bagian];
    const nama = namai(baris, potret[bagian]);
    baris.forEach((b, i) => {
      asal.set(nama[i], b.asal);
      ruas.set(nama[i], b.ruas);
    });
    const doc = skema.nodes.doc.create(null, baris.map((b, i) => simpul(b, nama[i])));
    diterima[bagian] = kelompok(doc, bagian);
    const label = new Map(baris.map((b, i) => [nama[i], b.label]).filter(([, satu]) => satu));
    if (digambar || (view.state.doc.eq(potret[bagian]) && !view.composing)) gambar(view, doc, label, digambar);
  }
  terimaTemuan(isi);
  terimaKomentar(isi.komentar);
  if (isi.bingkai) gambarBingkai(isi.bingkai);
  isiPilihanBagian(pilihRujukan, isi.rujukan);
  if (isi.digambar && isi.fokus) keRuas(isi.fokus);
  ingat();
  susunTepi();
}

function terimaTemuan(isi) {
  temuan = isi.ruas;
  document.getElementById("temuan").innerHTML = isi.temuan;
}

/** The findings of the text as it was opened; what is typed meanwhile brings its own. */
async function ambilTemuan() {
  const isi = await fetch(form.dataset.temuan, {headers: {Accept: "application/json"}}).then((jawaban) => jawaban.json()).catch(() => ({}));
  if (isi.tanda !== form.tanda.value) return;
  terimaTemuan(isi);
  terimaKomentar(isi.komentar);
  susunTepi();
}

/** Comments stand where the server finds their words; those that are open are marked in the text. */
function terimaKomentar(semua) {
  komentar = semua;
  const peta = petaRuas();
  const terbuka = semua.filter((k) => !k.selesai && k.utuh).map((k) => ({kutipan: k.kutipan, baris: peta(k.ruas)})).filter(({baris}) => baris);
  for (const view of Object.values(views)) {
    tandaiKomentar(view, terbuka.filter(({baris}) => baris.view === view).map(({kutipan, baris}) => ({kutipan, nama: baris.nama})));
  }
  bilahKomentar.daftarSelesai(semua);
}

/** Puts in what differs and no more, so that the cursor stays; words being typed stay as they are unless all is drawn anew. */
function gambar(view, doc, label, digambar) {
  const tr = view.state.tr;
  if (digambar || view.state.doc.childCount !== doc.childCount) {
    const mulai = view.state.doc.content.findDiffStart(doc.content);
    if (mulai !== null) {
      let {a, b} = view.state.doc.content.findDiffEnd(doc.content);
      const tumpang = mulai - Math.min(a, b);
      if (tumpang > 0) [a, b] = [a + tumpang, b + tumpang];
      tr.replace(mulai, a, doc.slice(mulai, b));
    }
  } else {
    barisDari(view.state.doc).forEach(({node, pos}, i) => {
      const baru = doc.child(i);
      if (!sama(node.attrs, baru.attrs)) tr.setNodeMarkup(pos, null, baru.attrs);
      perbaruiIsian(tr, node, pos, baru);
    });
  }
  view.dispatch(tr.setMeta(kunciNomor, label).setMeta("diam", true));
}

function perbaruiIsian(tr, node, pos, baru) {
  const kata = [];
  baru.forEach((anak) => anak.type === skema.nodes.isian && kata.push(anak.attrs));
  let i = 0;
  node.forEach((anak, geser) => {
    if (anak.type !== skema.nodes.isian) return;
    const sifat = kata[i++];
    if (sifat?.kode === anak.attrs.kode && sifat.kata !== anak.attrs.kata) tr.setNodeMarkup(pos + 1 + geser, null, sifat);
  });
}

// What is drawn around the text

function gambarBingkai({potongan, bagian, gaya}) {
  gambarBingkai.gaya ??= new CSSStyleSheet();
  if (!document.adoptedStyleSheets.includes(gambarBingkai.gaya)) document.adoptedStyleSheets.push(gambarBingkai.gaya);
  if (gambarBingkai.kata !== gaya) gambarBingkai.gaya.replaceSync(gaya);
  gambarBingkai.kata = gaya;
  const urutan = potongan.flatMap((html, i) => [cetakan(i, html), ...(views[bagian[i]] ? [views[bagian[i]].dom] : [])]);
  if (urutan.some((el, i) => lembar.children[i] !== el)) {
    const fokus = document.activeElement;
    lembar.append(...urutan);
    if (fokus !== document.activeElement) fokus?.focus?.();
  }
}

function cetakan(i, html) {
  const id = `cetakan-${i}`;
  let el = document.getElementById(id);
  if (!el) {
    el = Object.assign(document.createElement("div"), {id, className: "cetakan", tabIndex: 0, role: "region"});
    el.setAttribute("aria-label", `Bagian tercetak ${i + 1}`);
  }
  if (el.asli === html) return el;
  el.asli = html;
  const isi = new DOMParser().parseFromString(html, "text/html").body;
  isi.querySelectorAll("[data-gaya]").forEach((satu) => { satu.style.cssText = satu.dataset.gaya; });
  isi.querySelectorAll("[data-datum]").forEach((satu) => { if (satu.closest("[data-datum]") === satu) satu.classList.add("dapat-dibuka"); });
  el.replaceChildren(...isi.childNodes);
  return el;
}

// The front and the end are typed in the fields: a click leads to the one that holds what was clicked.
lembar.addEventListener("click", (e) => {
  const datum = e.target.closest(".cetakan [data-datum]")?.dataset.datum;
  if (datum && getSelection().isCollapsed) location.assign(`${form.dataset.isian}#ruas-${ruasDatum(datum)}`);
});

function ruasDatum(datum) {
  const [pangkal, ...sisa] = datum.split(".");
  const urutan = ["kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh"].indexOf(sisa[0]);
  if ((pangkal === "para_pihak" || pangkal === "tanda_tangan") && urutan >= 0) return `para_pihak.${urutan}`;
  if (pangkal === "dasar_hukum" && Number(sisa[0])) return `dasar_hukum.${sisa[0] - 1}`;
  return datum;
}

// Findings in the margin

/** Every paragraph by the field that holds its words, and by the part that it is. */
function petaRuas() {
  const [tepat, bagian] = [new Map(), new Map()];
  for (const view of Object.values(views)) {
    for (const b of barisDari(view.state.doc)) {
      const baris = {view, ...b};
      tepat.set(ruas.get(b.nama), tepat.get(ruas.get(b.nama)) || baris);
      bagian.set(asal.get(b.nama), bagian.get(asal.get(b.nama)) || baris);
    }
  }
  return (nama) => tepat.get(nama) || bagian.get(nama);
}

/** The paragraph that a field's finding stands at: the one that holds it, else the nearest above. */
function barisRuas(nama, peta = petaRuas()) {
  const potong = nama.replace(/\.[^.]*$/, "");
  return peta(nama) || (potong !== nama ? barisRuas(potong, peta) : null);
}

function susunTepi() {
  const peta = petaRuas();
  const isi = [];
  for (const [nama, daftar] of Object.entries(temuan)) {
    const baris = /^(pasal|pertimbangan)\./.test(nama) && barisRuas(nama, peta);
    const atas = baris && puncak(baris);
    if (baris) isi.push(...daftar.map((t) => ({kunci: [nama, t, baris.nama], buat: () => kartu(nama, t), atas})));
  }
  for (const k of komentar.filter((satu) => !satu.selesai)) {
    const baris = k.ruas && barisRuas(k.ruas, peta);
    isi.push({kunci: [k], buat: () => bilahKomentar.kartu(k), atas: baris ? puncak(baris) : 0});
  }
  isi.sort((a, b) => a.atas - b.atas);
  const kunci = JSON.stringify(isi.map((satu) => satu.kunci));
  if (tepi.dataset.kunci !== kunci) {
    tepi.dataset.kunci = kunci;
    const fokus = tepi.contains(document.activeElement);
    tepi.replaceChildren(...isi.map((satu) => satu.buat()));
    if (fokus) (tepi.querySelector("button") || terpakai)?.focus();
  }
  const tinggi = [...tepi.children].map((el) => el.offsetHeight); // all read before any is moved
  let bebas = 0;
  isi.forEach(({atas}, i) => {
    const letak = Math.max(atas, bebas);
    tepi.children[i].style.top = `${letak}px`;
    bebas = letak + tinggi[i] + 6;
  });
  tepi.style.minHeight = `${bebas}px`;
}

function puncak({view, pos}) {
  const el = view.nodeDOM(pos);
  return el instanceof Element ? el.getBoundingClientRect().top - tepi.getBoundingClientRect().top : 0;
}

function kartu(nama, t) {
  const el = document.createElement("li");
  el.className = `tingkat-${t.tingkat}`;
  const tautan = Object.assign(document.createElement("a"), {href: `#ruas-${nama}`, textContent: t.tingkat, title: "Ke tempatnya dalam naskah"});
  el.append(tautan, ` ${t.pesan} `);
  if (t.ada) {
    const tombol = Object.assign(document.createElement("button"), {name: "tindakan", value: `perbaiki ${nama} ${t.kode}`, className: "kedua kecil"});
    tombol.textContent = !t.potongan ? "perbaiki" : t.ganti ? `perbaiki: “${t.potongan}” → “${t.ganti}”` : `hapus “${t.potongan}”`;
    el.append(tombol);
  }
  return el;
}

/** Puts the cursor at the end of the paragraph that holds a field. */
function keRuas(nama) {
  const baris = barisRuas(nama);
  if (!baris) return false;
  const {view, pos, node} = baris;
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos + node.nodeSize - 1), -1)));
  view.focus();
  view.nodeDOM(pos)?.scrollIntoView({block: "center"});
  susunTepi();
  return true;
}

document.addEventListener("click", (e) => {
  const tujuan = e.target.closest?.('a[href^="#ruas-"]');
  if (!tujuan) return;
  e.preventDefault();
  const nama = decodeURIComponent(tujuan.hash.slice(6));
  if (!/^(pasal|pertimbangan)\b/.test(nama) || !keRuas(nama)) location.assign(form.dataset.isian + tujuan.hash);
});

// References

/** Where the cursor is, for a command of the server: the field, and the letters before it as they are typed. */
function letakKursor(view) {
  const {$from} = view.state.selection;
  const nama = $from.parent.attrs.nama;
  const sebelum = skema.nodes.baris.create($from.parent.attrs, $from.parent.content.cut(0, $from.parentOffset));
  return {ruas: ruas.get(nama) || "", posisi: kataMentah(sebelum).length};
}

async function sisipkanRujukan() {
  const view = terpakai;
  if (!view) {
    keadaan.textContent = TANPA_KURSOR;
    return;
  }
  if (!pilihRujukan.value) {
    keadaan.textContent = TANPA_TUJUAN;
    return;
  }
  view.dispatch(view.state.tr.deleteSelection());
  await jalankan();
  // What was typed may have moved the parts: chosen is what the list says now.
  if (pilihRujukan.value) await jalankan(`rujuk ${pilihRujukan.value}`, {letak: letakKursor(view)});
  else keadaan.textContent = TANPA_TUJUAN;
}

/** Words that are marked and name a part ("Pasal 5 ayat (2)") choose it. */
function pilihYangDisebut(view) {
  const {from, to} = view.state.selection;
  const kata = satuSpasi(view.state.doc.textBetween(from, to, " ", "")).replace(/^(dalam|pada)\s+/i, "");
  if (!/^pasal\s+\d/i.test(kata)) return;
  const cocok = [...pilihRujukan.options].find((o) => o.text.split(" – ")[0].toLowerCase() === kata.toLowerCase());
  if (cocok) pilihRujukan.value = cocok.value;
}

/** Marked words become a defined term: what they are called from here on stands behind them. */
function jadikanIstilah() {
  const {from, to, empty} = terpakai?.state.selection || {empty: true};
  const istilah = document.getElementById("istilah").value.trim();
  if (empty || !istilah) {
    keadaan.textContent = "Tandai kata-kata dalam teks, lalu tulis sebutannya.";
    return;
  }
  terpakai.dispatch(terpakai.state.tr.insertText(` yang selanjutnya disebut ${istilah}`, to).scrollIntoView());
  document.getElementById("istilah").value = "";
  terpakai.focus();
  keadaan.textContent = `Sebutan “${istilah}” ditulis di belakang kata yang ditandai (${to - from} huruf).`;
}

// The views

const nanti = tunda(() => jalankan(), 400);

const tempel = () => new Plugin({
  props: {
    handlePaste(view, e) {
      const teks = e.clipboardData?.getData("text/plain") || "";
      if (e.clipboardData?.getData("text/html").includes("data-pm-slice") || !teks) return false;
      uraikan(view, teks);
      return true;
    },
  },
});

async function uraikan(view, teks) {
  const bersih = teks.replace(/\r\n?/g, "\n");
  const satuBaris = !bersih.trim().includes("\n");
  if (satuBaris && !/^\s*(\(?\w{1,3}[.)]|[-•])\s/.test(bersih)) {
    view.dispatch(view.state.tr.insertText(satuSpasi(bersih)).scrollIntoView());
    return;
  }
  try {
    const {baris} = await kirim(form.dataset.uraikan, {teks: bersih});
    view.dispatch(tempelkan(view.state, baris));
    view.focus();
  } catch (sebab) {
    keadaan.textContent = sebab.message;
  }
}

function buatView(bagian, baris) {
  const pakaiPasal = bagian === "pasal";
  const nama = baris.map(() => namaBaru());
  baris.forEach((b, i) => {
    asal.set(nama[i], b.asal);
    ruas.set(nama[i], b.ruas);
  });
  const doc = skema.nodes.doc.create(null, baris.map((b, i) => simpul(b, nama[i])));
  const minta = (tindakan) => () => Boolean(jalankan(tindakan)) || true;
  const plugins = [
    keymap({
      Enter: masukkan(pakaiPasal), Backspace: gabungMundur, Delete: gabungMaju, Tab: ketikTab(1), "Shift-Tab": ketikTab(-1),
      "Mod-Alt-m": () => Boolean(bilahKomentar.buka()) || true, "Alt-ArrowUp": pindahUrutan(-1), "Alt-ArrowDown": pindahUrutan(1),
      "Mod-z": minta("urung"), "Mod-y": minta("ulang"), "Mod-Shift-z": minta("ulang"), Escape: keLuar,
    }),
    keymap(baseKeymap), tertib(pakaiPasal), nomor(), cari(), tandaKomentar(), tempel(),
  ];
  const dom = Object.assign(document.createElement("div"), {id: `naskah-${bagian}`});
  const view = new EditorView({mount: dom}, {
    state: EditorState.create({doc, plugins}),
    attributes: {role: "textbox", "aria-multiline": "true", "aria-label": BAGIAN[bagian], "aria-describedby": "cara-menulis", class: "tulisan", spellcheck: "false"},
    handleDOMEvents: {focus: () => { terpakai = view; tabKeluar = false; tampilkanJenis(); }},
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      if (tr.docChanged && !tr.getMeta("diam")) {
        ingat();
        nanti();
      }
      if (tr.docChanged) requestAnimationFrame(susunTepi);
      if (tr.selectionSet || tr.docChanged) {
        tampilkanJenis();
        tampilkanTertanda();
      }
    },
  });
  views[bagian] = view;
  diterima[bagian] = kelompok(doc, bagian);
  const label = new Map(baris.map((b, i) => [nama[i], b.label]).filter(([, satu]) => satu));
  view.dispatch(view.state.tr.setMeta(kunciNomor, label).setMeta("diam", true));
}

/** Escape: the next Tab leaves the text, as it leaves any field. */
function keLuar() {
  tabKeluar = true;
  keadaan.textContent = "Tab kini berpindah keluar dari teks.";
  return true;
}

const ketikTab = (arah) => (state, dispatch) => !tabKeluar && pindahTingkat(arah)(state, dispatch);

// The tools

function tampilkanJenis() {
  const {parent} = terpakai?.state.selection.$from || {};
  if (!parent?.attrs.jenis) return;
  const {jenis, tingkat} = parent.attrs;
  pilihJenis.value = jenis === "butir" && tingkat === "ayat" ? "ayat" : jenis;
}

/** The marked words, which a reference, a term and a comment are for. */
function tampilkanTertanda() {
  const {kata = ""} = tertanda(terpakai) || {};
  document.getElementById("tertanda").textContent = kata && `“${kata.length > 40 ? `${kata.slice(0, 40)}…` : kata}”`;
}

const perintah = {
  naik: pindahUrutan(-1), turun: pindahUrutan(1), "lebih-dalam": pindahTingkat(1), "lebih-luar": pindahTingkat(-1), "tambah-butir": tambahSetelah("butir"), "tambah-pasal": tambahSetelah("pasal"), "tambah-bab": tambahSetelah("bab"), "tambah-bagian": tambahSetelah("judul_bagian"),
};

function pakai(satu) {
  const view = terpakai || views.pasal;
  if (!view) return;
  if (!satu(view.state, view.dispatch)) keadaan.textContent = "Tidak dapat dilakukan di sana.";
  view.focus();
}

for (const [nama, satu] of Object.entries(perintah)) document.getElementById(nama).addEventListener("click", () => pakai(satu));
pilihJenis.addEventListener("change", () => pakai(pilihJenis.value === "ayat" ? jadikan("butir", "ayat") : jadikan(pilihJenis.value)));
document.getElementById("sisipkan").addEventListener("click", sisipkanRujukan);
document.getElementById("rujukan").addEventListener("focus", () => terpakai && pilihYangDisebut(terpakai));
document.getElementById("jadikan-istilah").addEventListener("click", jadikanIstilah);

const bilahKomentar = pasangKomentar({
  alamat: form.dataset.komentar, bilah: document.getElementById("bilah-komentar"), selesai: document.getElementById("komentar-selesai"),
  ambil: Object.assign(() => tertanda(terpakai), {fokus: () => terpakai?.focus()}),
  berubah: (semua) => {
    terimaKomentar(semua);
    susunTepi();
  },
  sebut: (kata) => { keadaan.textContent = kata; },
});
document.getElementById("beri-komentar").addEventListener("click", bilahKomentar.buka);

form.addEventListener("submit", (e) => {
  e.preventDefault();
  const tombol = e.submitter;
  if (!tombol?.value || (tombol.dataset.tanya && !confirm(tombol.dataset.tanya))) return;
  jalankan(tombol.value);
});

// Beginning

const awal = JSON.parse(lembar.dataset.awal);
for (const bagian of ["pertimbangan", "pasal"]) if (awal.teks[bagian].length) buatView(bagian, awal.teks[bagian]);
if (awal.bingkai) gambarBingkai(awal.bingkai);
for (const bagian of Object.keys(views)) if (!views[bagian].dom.isConnected) lembar.append(views[bagian].dom);
isiPilihanBagian(pilihRujukan, awal.rujukan);
document.querySelectorAll(".perlu-skrip").forEach((el) => { el.hidden = false; });
const bilah = pasangBilahCari(document.getElementById("bilah-cari"), Object.values(views), (kata) => { keadaan.textContent = kata; });
document.getElementById("buka-cari").addEventListener("click", bilah.buka);

document.addEventListener("keydown", (e) => {
  if (!(e.ctrlKey || e.metaKey) || e.altKey) return;
  const huruf = e.key.toLowerCase();
  const lakukan = {s: () => jalankan(form.dataset.simpan), f: bilah.buka, h: bilah.buka}[huruf];
  if (!lakukan) return;
  e.preventDefault();
  lakukan();
});

new ResizeObserver(susunTepi).observe(lembar);
addEventListener("pagehide", ingat);
lembar.dataset.siap = "ya";
antrean = antrean.then(ambilTemuan);

// What the browser still holds from before it was closed.
try {
  const lama = JSON.parse(localStorage.getItem(simpanan) || "null");
  if (lama?.tanda === form.tanda.value && lama.paragraf.length) jalankan("", {paragraf: lama.paragraf, digambar: true});
  else localStorage.removeItem(simpanan);
} catch {
  localStorage.removeItem(simpanan);
}
if (location.hash.startsWith("#ruas-") && !keRuas(decodeURIComponent(location.hash.slice(6)))) location.replace(form.dataset.isian + location.hash);
