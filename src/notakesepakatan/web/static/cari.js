// Find and replace over the paragraphs of the sheet: what is found is marked, never the text itself.
import {Decoration, DecorationSet, Plugin, PluginKey, TextSelection} from "./prosemirror.js";

const kunciCari = new PluginKey("cari");
const BUKAN_TEKS = "\ufffc";

/** The plugin that marks what is found. */
export function cari() {
  return new Plugin({
    key: kunciCari,
    state: {
      init: () => ({kata: "", kini: -1, cocok: []}),
      apply(tr, lama) {
        const minta = {...lama, ...tr.getMeta(kunciCari)};
        if (!tr.docChanged && !tr.getMeta(kunciCari)) return lama;
        return {...minta, cocok: cocokan(tr.doc, minta.kata, minta.persis)};
      },
    },
    props: {
      decorations(state) {
        const {cocok, kini} = this.getState(state);
        const tanda = cocok.map(([dari, sampai], i) => Decoration.inline(dari, sampai, {class: i === kini ? "cocok kini" : "cocok"}));
        return DecorationSet.create(state.doc, tanda);
      },
    },
  });
}

function cocokan(doc, kata, persis) {
  const hasil = [];
  if (!kata) return hasil;
  const dicari = persis ? kata : kata.toLowerCase();
  doc.forEach((node, pos) => {
    if (!node.isTextblock) return;
    const isi = node.textBetween(0, node.content.size, "", BUKAN_TEKS);
    const teks = persis ? isi : isi.toLowerCase();
    for (let i = teks.indexOf(dicari); i >= 0; i = teks.indexOf(dicari, i + dicari.length)) hasil.push([pos + 1 + i, pos + 1 + i + dicari.length]);
  });
  return hasil;
}

/** The bar: it works on every view of the page, one after another. */
export function pasangBilahCari(bilah, semuaView, sebut) {
  const [kata, ganti, persis] = ["cari-kata", "cari-ganti", "cari-persis"].map((id) => document.getElementById(id));
  const semua = () => semuaView.flatMap((view) => kunciCari.getState(view.state).cocok.map((cocok, i) => ({view, cocok, i})));
  let kini = -1;

  function tandai() {
    const temu = semua();
    semuaView.forEach((view) => view.dispatch(view.state.tr.setMeta(kunciCari, {kini: temu[kini]?.view === view ? temu[kini].i : -1})));
  }

  function mulai() {
    semuaView.forEach((view) => view.dispatch(view.state.tr.setMeta(kunciCari, {kata: bilah.hidden ? "" : kata.value, persis: persis.checked, kini: -1})));
    kini = -1;
    hitung();
  }

  function hitung() {
    const jumlah = semua().length;
    document.getElementById("cari-jumlah").textContent = !kata.value ? "" : jumlah ? `${kini >= 0 ? `${kini + 1} dari ` : ""}${jumlah} ditemukan` : "Tidak ditemukan";
  }

  function ke(arah) {
    const temu = semua();
    if (!temu.length) return hitung();
    kini = (kini + arah + temu.length) % temu.length;
    const {view, cocok: [dari, sampai]} = temu[kini];
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, dari, sampai)));
    tandai();
    hitung();
    view.dom.querySelector(".cocok.kini")?.scrollIntoView({block: "center"});
  }

  function gantiSatu() {
    const temu = semua();
    if (kini < 0 || !temu[kini]) return ke(1);
    const {view, cocok: [dari, sampai]} = temu[kini];
    view.dispatch(view.state.tr.insertText(ganti.value, dari, sampai));
    kini -= 1;
    ke(1);
  }

  function gantiSemua() {
    const jumlah = semua().length;
    for (const view of semuaView) {
      const tr = view.state.tr;
      for (const [dari, sampai] of [...kunciCari.getState(view.state).cocok].reverse()) tr.insertText(ganti.value, dari, sampai);
      if (tr.docChanged) view.dispatch(tr);
    }
    kini = -1;
    hitung();
    sebut(jumlah ? `${jumlah} diganti.` : "Tidak ditemukan.");
  }

  function buka() {
    const {view} = pilihan();
    bilah.hidden = false;
    const {from, to} = view.state.selection;
    const terpilih = view.state.doc.textBetween(from, to, " ", "");
    if (terpilih && terpilih.length < 80) kata.value = terpilih;
    mulai();
    kata.focus();
    kata.select();
  }

  function pilihan() {
    return {view: semuaView.find((view) => view.hasFocus()) || semuaView.at(-1)};
  }

  function tutup() {
    bilah.hidden = true;
    mulai();
    pilihan().view.focus();
  }

  kata.addEventListener("input", mulai);
  persis.addEventListener("change", mulai);
  bilah.addEventListener("keydown", (e) => {
    if (e.key === "Escape") tutup();
    else if (e.key === "Enter" && e.target.matches("input[type=text], input[type=search]")) {
      e.preventDefault();
      ke(e.shiftKey ? -1 : 1);
    }
  });
  const tombol = {berikut: () => ke(1), sebelum: () => ke(-1), ganti: gantiSatu, "ganti-semua": gantiSemua, tutup};
  for (const [nama, fungsi] of Object.entries(tombol)) document.getElementById(`cari-${nama}-tombol`).addEventListener("click", fungsi);
  return {buka};
}
