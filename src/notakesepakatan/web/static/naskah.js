// The text of the sheet that one writes on: its closed schema, the numbers, and what keys do. It knows nothing of the server.
import {Decoration, DecorationSet, Fragment, NodeSelection, Plugin, PluginKey, Schema, Selection, TextSelection} from "./prosemirror.js";

export const JUDUL = ["bab", "judul_bagian", "judul_paragraf"]; // heads above a pasal, from the highest down
const KEPALA = [...JUDUL, "pasal"];
const DARI_BAWAH = {"": "huruf", ayat: "huruf", huruf: "angka", angka: "subhuruf", subhuruf: "subangka", kapital: "angka", romawi: "huruf", poin: "poin"};
const TERDALAM = 6;
const ROMAWI = [[100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];
const KE = ["Kesatu", "Kedua", "Ketiga", "Keempat", "Kelima", "Keenam", "Ketujuh", "Kedelapan", "Kesembilan", "Kesepuluh"];
const KETERANGAN = {bab: "Judul BAB", judul_bagian: "Judul Bagian", judul_paragraf: "Judul Paragraf", pasal: "Judul pasal", isi: "Kalimat pasal", butir: "Tulis di sini", paragraf: "Paragraf lanjutan", penutup: "Penutup rincian"};

/** The class of the naskah's styles that a paragraph is set in. */
function gayaBaris({jenis, dalam}) {
  if (jenis === "butir") return `rincian-${Math.min(dalam, 5)}`;
  if (jenis === "paragraf" || jenis === "penutup") return `penutup-${Math.min(dalam, 4)}`;
  return jenis.replace("_", "-");
}

const dataBaris = (a) => ({class: gayaBaris(a) + (a.dihapus ? " dihapus" : ""), "data-jenis": a.jenis, "data-dalam": a.dalam, "data-tingkat": a.tingkat, "data-nama": a.nama});
const bacaBaris = (el) => ({jenis: el.dataset.jenis, dalam: Number(el.dataset.dalam), tingkat: el.dataset.tingkat, nama: el.dataset.nama});

/** A paragraph of any kind; what stands in double brackets; what is typed elsewhere (a table, an address). Nothing else. */
export const skema = new Schema({
  nodes: {
    doc: {content: "(baris | sisipan)+"},
    baris: {
      content: "(text | isian)*", defining: true,
      attrs: {jenis: {default: "isi"}, dalam: {default: 0}, tingkat: {default: ""}, nama: {default: ""}, dihapus: {default: false}},
      parseDOM: [{tag: "p[data-jenis], h2[data-jenis]", getAttrs: bacaBaris}],
      toDOM: (n) => [KEPALA.includes(n.attrs.jenis) ? "h2" : "p", dataBaris(n.attrs), 0],
    },
    sisipan: {
      atom: true, selectable: true,
      attrs: {jenis: {default: "sisipan"}, dalam: {default: 0}, tingkat: {default: ""}, nama: {default: ""}, sel: {default: []}, dihapus: {default: false}},
      toDOM: (n) => ["div", {class: `sisipan dalam-${Math.min(n.attrs.dalam, 4)}`, "data-nama": n.attrs.nama}, ["table", ["tbody", ...n.attrs.sel.map((baris) => ["tr", ...baris.map((kata) => ["td", kata])])]]],
    },
    isian: {
      group: "inline", inline: true, atom: true, attrs: {kode: {}, kata: {default: ""}},
      parseDOM: [{tag: "span[data-kode]", getAttrs: (el) => ({kode: el.dataset.kode, kata: el.textContent})}],
      toDOM: (n) => ["span", {class: "isian-kata", "data-kode": n.attrs.kode, title: "Terisi sendiri dari data"}, n.attrs.kata || "…"],
    },
    text: {group: "inline"},
  },
});

let terakhir = 0;
/** A name that no other paragraph of this page has. */
export const namaBaru = () => `b${++terakhir}`;

const diketahui = new Map(); // what stands in brackets, and the words that it gave last

/** What stands in brackets with its words; where the text does not read, those that it gave before. */
export function isian({kode, kata}) {
  if (kata) diketahui.set(kode, kata);
  return {kode, kata: kata || diketahui.get(kode) || ""};
}

/** A paragraph as the server gives it, as a node. */
export function simpul(b, nama = namaBaru()) {
  const {jenis, dalam, tingkat, dihapus = false} = b;
  if (jenis === "sisipan") return skema.nodes.sisipan.create({jenis, dalam, tingkat, nama, sel: b.sel, dihapus});
  const isi = b.isi.map((satu) => (typeof satu === "string" ? skema.text(satu) : skema.nodes.isian.create(isian(satu))));
  return skema.nodes.baris.create({jenis, dalam, tingkat, nama, dihapus}, isi);
}

/** The words of a paragraph as they are typed, with what stands in brackets. */
export function kataMentah(node) {
  let kata = "";
  node.forEach((anak) => { kata += anak.isText ? anak.text : anak.attrs.kode; });
  return kata;
}

/** Words as they are typed, as they read: what stands in brackets with the words that it gave last. */
export const kataTerbaca = (mentah) => mentah.replace(/\[\[[^\]]*\]\]/g, (kode) => diketahui.get(kode) || "…");

/** The paragraphs of a document, each with its place. */
export function barisDari(doc) {
  const semua = [];
  doc.forEach((node, pos) => semua.push({node, pos, ...node.attrs}));
  return semua;
}

// Numbers

function romawi(n) {
  let sisa = n, hasil = "";
  for (const [nilai, huruf] of ROMAWI) for (; sisa >= nilai; sisa -= nilai) hasil += huruf;
  return hasil;
}

const huruf = (n) => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);

function nomorButir(tingkat, n) {
  switch (tingkat) {
    case "ayat": return `(${n})`;
    case "huruf": return `${huruf(n)}.`;
    case "angka": return `${n}.`;
    case "subhuruf": return `${huruf(n)})`;
    case "subangka": return `${n})`;
    case "kapital": return `${huruf(n).toUpperCase()}.`;
    case "romawi": return `${romawi(n)}.`;
    default: return "-";
  }
}

function sebutJudul(jenis, n) {
  if (jenis === "bab") return `BAB ${romawi(n).toUpperCase()}`;
  return jenis === "judul_bagian" ? `Bagian ${KE[n - 1] || n}` : `Paragraf ${n}`;
}

/** The number of each paragraph by its name, counted from the structure alone. */
export function hitungNomor(doc) {
  const nomor = new Map();
  let judul = [], pasal = 0, cacah = []; // how many of each head there are so far, below the one above it
  for (const {jenis, dalam, tingkat, nama} of barisDari(doc)) {
    const i = JUDUL.indexOf(jenis);
    if (i >= 0) {
      judul = judul.slice(0, i + 1);
      judul[i] = (judul[i] || 0) + 1;
      nomor.set(nama, sebutJudul(jenis, judul[i]));
    }
    if (jenis === "pasal") {
      nomor.set(nama, `Pasal ${++pasal}`);
      cacah = [];
    }
    if (jenis !== "butir") continue;
    cacah = cacah.slice(0, dalam);
    cacah[dalam - 1] = (cacah[dalam - 1] || 0) + 1;
    nomor.set(nama, nomorButir(tingkat, cacah[dalam - 1]));
  }
  return nomor;
}

const susunan = (doc) => barisDari(doc).map((b) => [b.nama, b.jenis, b.dalam, b.tingkat].join()).join(";");

export const kunciNomor = new PluginKey("nomor");

/** Numbers as decorations: those of the server until the structure is changed, then counted here until it answers. */
export function nomor() {
  return new Plugin({
    key: kunciNomor,
    state: {
      init: (_, {doc}) => ({susunan: susunan(doc), nomor: hitungNomor(doc), hiasan: DecorationSet.empty}),
      apply(tr, lama, _, {doc}) {
        const dari = tr.getMeta(kunciNomor);
        const kini = susunan(doc);
        const sama = kini === lama.susunan;
        const isi = dari || (sama ? lama.nomor : hitungNomor(doc));
        if (sama && !dari && !tr.docChanged) return lama;
        return {susunan: kini, nomor: isi, hiasan: hias(doc, isi)};
      },
    },
    props: {decorations(state) { return this.getState(state).hiasan; }},
  });
}

function hias(doc, isi) {
  const hiasan = barisDari(doc).filter(({node}) => node.type === skema.nodes.baris).map(({node, pos, nama, jenis}) => {
    const sifat = {};
    const label = isi.get(nama);
    if (label) sifat["data-label"] = label;
    if (!node.content.size) {
      sifat.class = "hampa";
      sifat["data-petunjuk"] = KETERANGAN[jenis];
    }
    return Decoration.node(pos, pos + node.nodeSize, sifat);
  });
  return DecorationSet.create(doc, hiasan);
}

// What every document is: a heading first, no item deeper than its list, one kind in a list, a name for each.

/** Puts right what a key or a paste left wrong. `pakaiPasal`: the body, which begins with a heading; recitals have none. */
export function tertib(pakaiPasal) {
  return new Plugin({
    appendTransaction(trs, _, state) {
      if (!trs.some((tr) => tr.docChanged)) return null;
      const tr = state.tr;
      const dipakai = new Set();
      let terbuka = []; // the list of each depth
      let judul = -1; // which head waits for its pasal
      const sisip = [];
      for (const {node, pos, ...a} of barisDari(state.doc)) {
        const baru = {...a};
        if (!baru.nama || dipakai.has(baru.nama)) baru.nama = namaBaru();
        dipakai.add(baru.nama);
        if (!pakaiPasal) Object.assign(baru, pertimbangan(baru));
        else if (!terbuka.mulai && !KEPALA.includes(baru.jenis)) {
          if (node.type === skema.nodes.baris) baru.jenis = "pasal";
          else sisip.push(pos);
        }
        const lanjut = JUDUL.indexOf(baru.jenis) > judul;
        if (judul >= 0 && baru.jenis !== "pasal" && !lanjut) sisip.push(pos);
        judul = JUDUL.indexOf(baru.jenis);
        terbuka = letakkan(baru, terbuka, pakaiPasal);
        if (Object.keys(a).some((k) => a[k] !== baru[k])) tr.setNodeMarkup(pos, null, baru);
      }
      if (judul >= 0) sisip.push(state.doc.content.size);
      for (const pos of sisip.reverse()) tr.insert(pos, skema.nodes.baris.create({jenis: "pasal", nama: namaBaru()}));
      return tr.docChanged ? tr : null;
    },
  });
}

function pertimbangan({jenis, dalam}) {
  return KEPALA.includes(jenis) || jenis === "isi" ? {jenis: "butir", dalam: Math.max(dalam, 1)} : {};
}

/** Puts a paragraph below what is open before it; gives what is open behind it. */
function letakkan(b, terbuka, pakaiPasal) {
  if (KEPALA.includes(b.jenis)) {
    Object.assign(b, {dalam: 0, tingkat: ""});
    return Object.assign([], {mulai: true, isi: false});
  }
  const ada = Object.assign([...terbuka], {mulai: true, isi: terbuka.isi});
  if (b.jenis !== "butir") {
    b.tingkat = "";
    b.dalam = b.jenis === "isi" ? 0 : Math.min(b.dalam, ada.length);
    if (b.jenis === "isi" && (ada.isi || ada.length)) b.jenis = "paragraf";
    ada.isi = true;
    return ada;
  }
  b.dalam = Math.max(1, Math.min(b.dalam, ada.length + 1, TERDALAM));
  const atas = ada[b.dalam - 2] || "";
  const biasa = b.dalam === 1 && pakaiPasal && !ada.isi ? "ayat" : DARI_BAWAH[atas] || "poin";
  const boleh = b.tingkat && (b.tingkat !== "ayat" || (b.dalam === 1 && pakaiPasal));
  b.tingkat = ada[b.dalam - 1] || (boleh ? b.tingkat : biasa);
  ada.length = b.dalam;
  ada[b.dalam - 1] = b.tingkat;
  return ada;
}

// Keys

const barisKursor = (state) => {
  const {$from} = state.selection;
  if ($from.depth < 1) return null;
  const indeks = $from.index(0);
  return {indeks, node: $from.parent, pos: $from.before(1), ...$from.parent.attrs};
};
const di = (doc, indeks) => (indeks >= 0 && indeks < doc.childCount ? doc.child(indeks) : null);
const diAkhir = (state) => state.selection.$to.parentOffset === state.selection.$to.parent.content.size;
const kosong = (jenis, dalam = 0, tingkat = "") => skema.nodes.baris.create({jenis, dalam, tingkat, nama: namaBaru()});

function sisipSetelah(state, dispatch, b, node) {
  const pos = b.pos + b.node.nodeSize;
  const tr = state.tr.insert(pos, node);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView());
  return true;
}

function ubah(state, dispatch, b, sifat) {
  dispatch?.(state.tr.setNodeMarkup(b.pos, null, {...b.node.attrs, ...sifat}).scrollIntoView());
  return true;
}

function belah(state, dispatch, sifat) {
  const tr = state.tr.deleteSelection();
  const {pos} = tr.selection.$from;
  tr.split(pos, 1, [{type: skema.nodes.baris, attrs: {dihapus: false, ...sifat, nama: namaBaru()}}]);
  dispatch?.(tr.scrollIntoView());
  return true;
}

/** Enter: the next ayat or item; from an empty one a level up, and from the outermost a new pasal. */
export const masukkan = (pakaiPasal) => (state, dispatch) => {
  const b = barisKursor(state);
  if (!b || b.node.type !== skema.nodes.baris) return false;
  const lanjut = KEPALA.includes(b.jenis) ? darikepala : {butir: dariButir, isi: dariIsi, paragraf: dariParagraf, penutup: dariPenutup}[b.jenis];
  return lanjut(state, dispatch, b, pakaiPasal);
};

function darikepala(state, dispatch, b) {
  const {$from} = state.selection;
  if (!$from.parentOffset && b.node.content.size) { // before its words: one more heading above
    const tr = state.tr.insert(b.pos, kosong(b.jenis));
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, b.pos + 1)).scrollIntoView());
    return true;
  }
  const berikut = di(state.doc, b.indeks + 1);
  if (JUDUL.includes(b.jenis)) {
    if (!diAkhir(state)) return belah(state, dispatch, {jenis: "pasal", dalam: 0, tingkat: ""});
    dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(b.pos + b.node.nodeSize + 1))).scrollIntoView());
    return true;
  }
  const daftar = berikut?.attrs.jenis === "butir";
  const sifat = daftar ? {jenis: "butir", dalam: 1, tingkat: berikut.attrs.tingkat} : {jenis: "isi", dalam: 0, tingkat: ""};
  return belah(state, dispatch, sifat);
}

function dariButir(state, dispatch, b, pakaiPasal) {
  if (!b.node.content.size) {
    if (b.dalam > 1) return ubah(state, dispatch, b, {dalam: b.dalam - 1, tingkat: ""});
    return pakaiPasal ? keluarKePasal(state, dispatch, b) : true;
  }
  const berikut = di(state.doc, b.indeks + 1);
  const adaDaftar = berikut?.attrs.jenis === "butir" && berikut.attrs.dalam > b.dalam;
  const membuka = adaDaftar || /:\s*$/.test(kataMentah(b.node));
  if (diAkhir(state) && membuka && b.dalam < TERDALAM) {
    return belah(state, dispatch, {jenis: "butir", dalam: b.dalam + 1, tingkat: adaDaftar ? berikut.attrs.tingkat : ""});
  }
  return belah(state, dispatch, {jenis: "butir", dalam: b.dalam, tingkat: b.tingkat});
}

/** An empty ayat becomes the heading of a pasal; the only one before it is a sentence without a number again. */
function keluarKePasal(state, dispatch, b) {
  const tr = state.tr.setNodeMarkup(b.pos, null, {...b.node.attrs, jenis: "pasal", dalam: 0, tingkat: ""});
  const [kepala, tunggal] = [di(state.doc, b.indeks - 2), di(state.doc, b.indeks - 1)];
  if (kepala?.attrs.jenis === "pasal" && tunggal.attrs.tingkat === "ayat") {
    tr.setNodeMarkup(b.pos - tunggal.nodeSize, null, {...tunggal.attrs, jenis: "isi", dalam: 0, tingkat: ""});
  }
  dispatch?.(tr.scrollIntoView());
  return true;
}

function dariIsi(state, dispatch, b) {
  if (!b.node.content.size) return true;
  const berikut = di(state.doc, b.indeks + 1);
  if (berikut?.attrs.jenis === "butir") {
    const butir = {jenis: "butir", dalam: 1, tingkat: berikut.attrs.tingkat};
    return belah(state, dispatch, diAkhir(state) ? butir : {jenis: "paragraf", dalam: 0, tingkat: ""});
  }
  if (diAkhir(state) && /:\s*$/.test(kataMentah(b.node))) return belah(state, dispatch, {jenis: "butir", dalam: 1, tingkat: "huruf"});
  const tr = state.tr.deleteSelection();
  const ayat = {jenis: "butir", dalam: 1, tingkat: "ayat"};
  tr.split(tr.selection.from, 1, [{type: skema.nodes.baris, attrs: {...ayat, nama: namaBaru()}}]);
  tr.setNodeMarkup(b.pos, null, {...b.node.attrs, ...ayat});
  dispatch?.(tr.scrollIntoView());
  return true;
}

function dariParagraf(state, dispatch, b) {
  const butir = {jenis: "butir", dalam: Math.max(1, b.dalam), tingkat: ""};
  if (!b.node.content.size) return ubah(state, dispatch, b, butir);
  return belah(state, dispatch, {jenis: "paragraf", dalam: b.dalam, tingkat: ""});
}

function dariPenutup(state, dispatch, b, pakaiPasal) {
  if (b.dalam === 0 && pakaiPasal) return sisipSetelah(state, dispatch, b, kosong("pasal"));
  return sisipSetelah(state, dispatch, b, kosong("butir", Math.max(1, b.dalam)));
}

/** Backspace at the start: joined to what stands before. */
export function gabungMundur(state, dispatch) {
  const {$from, empty} = state.selection;
  const b = barisKursor(state);
  if (!empty || !b || $from.parentOffset) return false;
  const sebelum = di(state.doc, b.indeks - 1);
  if (KEPALA.includes(b.jenis)) {
    if (b.node.content.size || !sebelum) return true;
    const tr = state.tr.delete(b.pos, b.pos + b.node.nodeSize);
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(b.pos), -1)).scrollIntoView());
    return true;
  }
  if (!sebelum) return true;
  if (sebelum.type === skema.nodes.sisipan) {
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, b.pos - sebelum.nodeSize)));
    return true;
  }
  if (KEPALA.includes(sebelum.attrs.jenis)) return diBawahKepala(state, dispatch, b);
  dispatch?.(state.tr.join(b.pos).scrollIntoView());
  return true;
}

function diBawahKepala(state, dispatch, b) {
  if (!b.node.content.size && state.doc.childCount > 1) {
    const tr = state.tr.delete(b.pos, b.pos + b.node.nodeSize);
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(b.pos), -1)).scrollIntoView());
    return true;
  }
  return b.jenis === "butir" ? ubah(state, dispatch, b, {jenis: "isi", dalam: 0, tingkat: ""}) : true;
}

/** Delete at the end: what follows is joined, but for a heading. */
export function gabungMaju(state, dispatch) {
  const b = barisKursor(state);
  if (!state.selection.empty || !b || !diAkhir(state)) return false;
  const berikut = di(state.doc, b.indeks + 1);
  if (!berikut || KEPALA.includes(berikut.attrs.jenis) || KEPALA.includes(b.jenis) || berikut.type !== skema.nodes.baris) return true;
  dispatch?.(state.tr.join(b.pos + b.node.nodeSize).scrollIntoView());
  return true;
}

/** The paragraphs that are selected, and what lies below the last of them. */
function terpilih(state) {
  const {from, to} = state.selection;
  const semua = barisDari(state.doc);
  const pilihan = semua.filter(({pos, node}) => pos < Math.max(to, from + 1) && pos + node.nodeSize > from);
  if (!pilihan.length) return [];
  const dasar = Math.min(...pilihan.map((b) => b.dalam));
  for (let i = semua.indexOf(semua.find((b) => b.pos === pilihan.at(-1).pos)) + 1; i < semua.length; i++) {
    if (KEPALA.includes(semua[i].jenis) || semua[i].dalam <= dasar && semua[i].jenis === "butir") break;
    if (semua[i].dalam >= dasar) pilihan.push(semua[i]);
  }
  return pilihan;
}

/** Tab and Shift+Tab: deeper (1) or less deep (-1); from a heading the key moves on. */
export const pindahTingkat = (arah) => (state, dispatch) => {
  const pilihan = terpilih(state);
  const [pertama] = pilihan;
  if (!pertama || KEPALA.includes(pertama.jenis)) return false;
  const tr = state.tr;
  if (pertama.jenis === "isi") {
    if (arah < 0) return true;
    tr.setNodeMarkup(pertama.pos, null, {...pertama.node.attrs, jenis: "butir", dalam: 1, tingkat: "ayat"});
  } else {
    if (!bolehPindah(state.doc, pertama, arah)) return true;
    for (const {node, pos, dalam, jenis} of pilihan) {
      const baru = {...node.attrs, dalam: dalam + arah, tingkat: ""};
      if (baru.dalam < 1 && jenis === "butir") Object.assign(baru, {jenis: "isi", dalam: 0});
      tr.setNodeMarkup(pos, null, {...baru, dalam: Math.max(0, baru.dalam)});
    }
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};

function bolehPindah(doc, b, arah) {
  const semua = barisDari(doc);
  const sebelum = semua[semua.findIndex((satu) => satu.nama === b.nama) - 1];
  if (arah < 0) return b.jenis === "butir" ? b.dalam > 1 || sebelum?.jenis === "pasal" : b.dalam > 0;
  if (b.dalam >= TERDALAM || !sebelum) return false;
  return sebelum.dalam >= b.dalam && sebelum.dalam > 0;
}

/** Another kind for the paragraph at the cursor. */
export function jadikan(jenis, tingkat = "") {
  return (state, dispatch) => {
    const b = barisKursor(state);
    if (!b || b.node.type !== skema.nodes.baris) return false;
    const dalam = jenis === "butir" ? Math.max(1, tingkat === "ayat" ? 1 : b.dalam) : KEPALA.includes(jenis) ? 0 : b.dalam;
    return ubah(state, dispatch, b, {jenis, tingkat, dalam});
  };
}

/** A new paragraph behind all that belongs to the one at the cursor: another of its list, or a pasal. */
export function tambahSetelah(jenis) {
  return (state, dispatch) => {
    const b = barisKursor(state);
    if (!b) return false;
    const semua = barisDari(state.doc);
    let i = b.indeks + 1;
    const dasar = jenis === "butir" && b.jenis === "butir" ? b.dalam : 0;
    while (i < semua.length && !(KEPALA.includes(semua[i].jenis) || (dasar && semua[i].jenis === "butir" && semua[i].dalam <= dasar))) i++;
    const pos = i < semua.length ? semua[i].pos : state.doc.content.size;
    const sifat = jenis === "butir" && dasar ? [jenis, b.dalam, b.tingkat] : jenis === "butir" ? [jenis, 1, ""] : [jenis];
    const tr = state.tr.insert(pos, kosong(...sifat));
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView());
    return true;
  };
}

/** Where what belongs to a paragraph ends: its index behind the last one. */
function akhirBagian(semua, i) {
  const {jenis, dalam} = semua[i];
  let j = i + 1;
  if (JUDUL.includes(jenis)) { // with the pasal that it begins
    while (JUDUL.includes(semua[j]?.jenis)) j++;
    j++;
  }
  while (j < semua.length && !KEPALA.includes(semua[j].jenis) && (KEPALA.includes(jenis) || semua[j].dalam > dalam || (semua[j].jenis !== "butir" && semua[j].dalam === dalam))) j++;
  return j;
}

/** Where the heads above a pasal begin; its own place where there are none. */
function diAtasJudul(semua, i) {
  let awal = i;
  while (JUDUL.includes(semua[awal - 1]?.jenis)) awal--;
  return awal;
}

const setara = (satu, lain) => (KEPALA.includes(satu.jenis) ? KEPALA.includes(lain.jenis) : lain.jenis === "butir" && lain.dalam === satu.dalam);

/** A pasal or an item with all below it, put before the one above it (-1) or behind the one below it (1). */
export const pindahUrutan = (arah) => (state, dispatch) => {
  const b = barisKursor(state);
  const semua = barisDari(state.doc);
  let i = b ? b.indeks : -1;
  while (i >= 0 && !["pasal", "butir"].includes(semua[i].jenis)) i--;
  if (i < 0) return false;
  if (semua[i].jenis === "pasal") i = diAtasJudul(semua, i);
  const akhir = akhirBagian(semua, i);
  let tetangga = arah > 0 ? akhir : i - 1;
  while (arah < 0 && tetangga >= 0 && !setara(semua[i], semua[tetangga]) && (KEPALA.includes(semua[i].jenis) || !KEPALA.includes(semua[tetangga].jenis) && semua[tetangga].dalam >= semua[i].dalam)) tetangga--;
  if (!semua[tetangga] || !setara(semua[i], semua[tetangga])) return true;
  if (arah < 0) tetangga = diAtasJudul(semua, tetangga);
  const letak = (indeks) => (indeks < semua.length ? semua[indeks].pos : state.doc.content.size);
  const [atas, tengah, bawah] = arah > 0 ? [i, akhir, akhirBagian(semua, tetangga)] : [tetangga, i, akhir];
  const [dari, antara, sampai] = [atas, tengah, bawah].map(letak);
  const geser = arah > 0 ? sampai - antara : antara - dari;
  const isi = state.doc.slice(antara, sampai).content.append(state.doc.slice(dari, antara).content);
  const tr = state.tr.replaceWith(dari, sampai, isi);
  const kursor = state.selection.from + arah * geser;
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(kursor))).scrollIntoView());
  return true;
};

/** Puts paragraphs that were pasted in behind the one at the cursor; an empty one gives way, and words without a number go into it. */
export function tempelkan(state, baris) {
  const b = barisKursor(state);
  if (!b || !baris.length) return state.tr;
  const tr = state.tr.deleteSelection();
  let isi = [...baris];
  if (isi[0].jenis === "isi") {
    const kata = isi.shift().isi.join("");
    tr.insertText(kata);
  }
  const geser = dasarTempel(state.doc, b, isi);
  const nodes = isi.map((satu) => simpul({...satu, dalam: satu.jenis === "butir" || satu.dalam ? satu.dalam + geser : satu.dalam}));
  const kini = tr.selection.$from;
  const pos = kini.after(1);
  tr.insert(pos, Fragment.from(nodes));
  const hapus = !kini.parent.content.size && nodes.length && !KEPALA.includes(kini.parent.attrs.jenis);
  const akhir = pos + nodes.reduce((jumlah, node) => jumlah + node.nodeSize, 0);
  tr.setSelection(Selection.near(tr.doc.resolve(akhir), -1));
  if (hapus) tr.delete(kini.before(1), pos);
  return tr.scrollIntoView();
}

/** How many levels deeper pasted items lie than they were read: their list goes on where one of its kind is open. */
function dasarTempel(doc, b, isi) {
  const pertama = isi.find((satu) => satu.jenis === "butir");
  if (!pertama || pertama.tingkat === "ayat" || isi.some((satu) => satu.jenis === "pasal") && isi[0].jenis === "pasal") return 0;
  const semua = barisDari(doc);
  let terdalam = b.dalam + 1;
  for (let i = b.indeks; i >= 0 && !KEPALA.includes(semua[i].jenis); i--) {
    if (semua[i].jenis !== "butir" || semua[i].dalam >= terdalam) continue;
    terdalam = semua[i].dalam;
    if (semua[i].tingkat === pertama.tingkat) return semua[i].dalam - pertama.dalam;
  }
  const milik = b.jenis === "butir" && b.node.content.size ? b.dalam + 1 : Math.max(1, b.dalam);
  return milik - pertama.dalam;
}
