// Comments on marked words: shown in the margin and lightly marked in the text, never part of it.
import {Decoration, DecorationSet, Plugin, PluginKey} from "./prosemirror.js";
import {kirim} from "./meja.js";
import {barisDari, kataMentah} from "./naskah.js";

const kunciKomentar = new PluginKey("komentar");
const satuSpasi = (kata) => kata.replace(/\s+/g, " ").trim();

/** The plugin that marks the words that comments are on; it is told them as [{nama, kutipan}]. */
export function tandaKomentar() {
  return new Plugin({
    key: kunciKomentar,
    state: {
      init: () => [],
      apply: (tr, lama) => tr.getMeta(kunciKomentar) || lama,
    },
    props: {
      decorations(state) {
        const semua = barisDari(state.doc);
        const rentang = this.getState(state).map(({nama, kutipan}) => letakKutipan(semua.find((b) => b.nama === nama), kutipan));
        const hiasan = rentang.filter(Boolean).map(([dari, sampai]) => Decoration.inline(dari, sampai, {class: "dikomentari"}));
        return DecorationSet.create(state.doc, hiasan);
      },
    },
  });
}

/** From where to where words stand that are quoted as they are typed; what stands in brackets is one letter wide. */
function letakKutipan(baris, kutipan) {
  const mulai = baris ? kataMentah(baris.node).indexOf(kutipan) : -1;
  if (mulai < 0) return null;
  const pos = (huruf) => {
    let [sisa, letak] = [huruf, baris.pos + 1];
    baris.node.forEach((anak) => {
      const panjang = anak.isText ? anak.text.length : anak.attrs.kode.length;
      const ambil = Math.min(sisa, panjang);
      letak += anak.isText ? ambil : Number(ambil > 0);
      sisa -= ambil;
    });
    return letak;
  };
  return [pos(mulai), pos(mulai + kutipan.length)];
}

/** The marked words as they are typed, and all words of their paragraph; null where none is marked. */
export function tertanda(view) {
  const {$from, $to, empty} = view?.state.selection || {empty: true};
  const {parent} = $from || {};
  if (empty || !parent?.isTextblock) return null;
  const sampai = $from.sameParent($to) ? $to.parentOffset : parent.content.size;
  const kutipan = satuSpasi(kataMentah({forEach: (satu) => parent.content.cut($from.parentOffset, sampai).forEach(satu)}));
  return kutipan ? {kutipan, paragraf: satuSpasi(kataMentah(parent)), kata: satuSpasi(view.state.doc.textBetween($from.pos, $from.start() + sampai, " ", (satu) => satu.attrs.kata || ""))} : null;
}

/** The bar that a comment is written in, and the list of settled ones; `berubah` is told all comments after each change. */
export function pasangKomentar({alamat, bilah, selesai, ambil, berubah, sebut}) {
  const kotak = bilah.querySelector("textarea");
  let pada = null;

  async function kirimkan(isi) {
    try {
      berubah((await kirim(alamat, isi)).komentar);
      return true;
    } catch (sebab) {
      sebut(sebab.message);
      return false;
    }
  }

  function buka() {
    pada = ambil();
    if (!pada) return sebut("Tandai kata-kata dalam teks lebih dahulu, lalu tulis komentarnya.");
    bilah.hidden = false;
    bilah.querySelector("output").textContent = `“${pada.kata}”`;
    kotak.value = "";
    kotak.focus();
  }

  async function simpan() {
    if (!kotak.value.trim()) return sebut("Tulis komentarnya lebih dahulu.");
    const jadi = await kirimkan({tindakan: "tambah", kutipan: pada.kutipan, paragraf: pada.paragraf, isi: kotak.value});
    if (!jadi) return;
    tutup();
    sebut("Komentar disimpan; tidak ikut tercetak.");
  }

  function tutup() {
    bilah.hidden = true;
    ambil.fokus();
  }

  bilah.querySelector("[data-simpan]").addEventListener("click", simpan);
  bilah.querySelector("[data-tutup]").addEventListener("click", tutup);
  bilah.addEventListener("keydown", (e) => {
    if (e.key === "Escape") tutup();
    else if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) simpan();
    else return;
    e.preventDefault();
  });

  /** The settled ones, below the findings, where they can be opened again. */
  function daftarSelesai(semua) {
    const usai = semua.filter((k) => k.selesai);
    selesai.hidden = !usai.length;
    selesai.querySelector("summary").textContent = `${usai.length} komentar selesai`;
    selesai.querySelector("ul").replaceChildren(...usai.map((k) => {
      const li = Object.assign(document.createElement("li"), {textContent: `${k.siapa}, ${k.tanggal}, pada “${k.kutipan}”: ${k.isi} (diselesaikan ${k.selesai}) `});
      li.append(tombol("Buka lagi", () => kirimkan({tindakan: "buka", nomor: k.nomor})));
      return li;
    }));
  }

  /** The card of an open one for the margin. */
  function kartu(k) {
    const el = Object.assign(document.createElement("li"), {className: "komentar"});
    const kutipan = Object.assign(document.createElement(k.ruas ? "a" : "b"), {textContent: `“${k.kutipan.length > 60 ? `${k.kutipan.slice(0, 60)}…` : k.kutipan}”`});
    if (k.ruas) kutipan.href = `#ruas-${k.ruas}`;
    const kata = Object.assign(document.createElement("p"), {textContent: k.isi});
    const siapa = Object.assign(document.createElement("small"), {textContent: `${k.siapa}, ${k.tanggal}${k.utuh ? "" : k.ruas ? "; kata-katanya sudah diubah" : "; kata-katanya sudah tidak ada"} `});
    el.append(kutipan, kata, siapa, tombol("Selesai", () => kirimkan({tindakan: "selesai", nomor: k.nomor})));
    return el;
  }

  return {buka, kartu, daftarSelesai};
}

/** Tells a view which words comments are on. */
export const tandaiKomentar = (view, daftar) => view.dispatch(view.state.tr.setMeta(kunciKomentar, daftar).setMeta("diam", true));

function tombol(kata, lakukan) {
  const el = Object.assign(document.createElement("button"), {type: "button", className: "kedua kecil", textContent: kata});
  el.addEventListener("click", lakukan);
  return el;
}
