"""What changed between two naskah, place by place, with the words taken out and put in: for the meeting and corrections."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from notakesepakatan.compute.text.rujukan import address_words, unit_words
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Baris, Lacak, Paragraf, Potong, Tabel
from notakesepakatan.naskah.compare import Blok, pair_blocks, pair_rows, pair_sections, word_changes

_KATA = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Beda:
    """One changed place.

    Attributes:
        datum: path of the datum, or of the nearest one above.
        letak: the place as a person finds it on paper.
        kata: old and new words as one, each marked as it came.
    """

    datum: str
    letak: str
    kata: tuple[Potong, ...]

    @property
    def baru(self) -> bool:
        """Nothing of it stood there before."""
        return not self.semula

    @property
    def semula(self) -> tuple[Potong, ...]:
        return self._without("sisip")

    @property
    def menjadi(self) -> tuple[Potong, ...]:
        return self._without("hapus")

    def _without(self, lacak: Lacak) -> tuple[Potong, ...]:
        isi = tuple(p for p in self.kata if p.lacak != lacak)
        return isi if any(p.teks.strip() for p in isi) else ()

    def excerpts(self, sekitar: int = 4) -> list[tuple[tuple[Potong, ...], tuple[Potong, ...]]]:
        """Each change with so many words around it, as written and as it should be; dots for what is left out."""
        kata = [p._replace(teks=k) for p in self.kata for k in (_KATA.findall(p.teks) if p.teks != "\n" else [" "])]
        ubah = [i for i, p in enumerate(kata) if p.lacak]
        rentang = list[list[int]]()
        for i in ubah:
            awal, akhir = max(0, i - sekitar), min(len(kata), i + sekitar + 1)
            if rentang and awal <= rentang[-1][1]:
                rentang[-1][1] = akhir
            else:
                rentang.append([awal, akhir])
        return [(_cut(kata, a, b, "sisip"), _cut(kata, a, b, "hapus")) for a, b in rentang]


def _cut(kata: Sequence[Potong], awal: int, akhir: int, tanpa: Lacak) -> tuple[Potong, ...]:
    isi = [p for i, p in enumerate(kata[awal:akhir]) if p.lacak != tanpa and (i or p.teks.strip())]
    depan = [Potong("… ")] if awal else []
    return (*depan, *isi, *([Potong("…")] if akhir < len(kata) else []))


def changes(lama: Naskah, baru: Naskah, sebutan: Mapping[str, str]) -> list[Beda]:
    """Every place that differs, in order of the new text.

    Args:
        lama: the old one.
        baru: the new one.
        sebutan: how each party is called, by its key.
    """
    hasil = list[Beda]()
    for a, b in pair_sections(lama.seksi, baru.seksi):
        for beda in _section(a.blok if a else (), b.blok if b else (), sebutan):
            if hasil and hasil[-1].letak == beda.letak and not (beda.semula and beda.menjadi):
                beda = Beda(beda.datum, beda.letak, (*hasil.pop().kata, Potong("\n"), *beda.kata))
            hasil.append(beda)
    return hasil


def _section(lama: Sequence[Blok], baru: Sequence[Blok], sebutan: Mapping[str, str]) -> Iterator[Beda]:
    datum = ""
    for a, b in pair_blocks(lama, baru):
        if isinstance(a, Paragraf | None) and isinstance(b, Paragraf | None):
            datum = _path(b or a, datum)
            kata = _words(a, b)
            if _differs(kata):
                yield Beda(datum, place_words(datum, sebutan), kata)
        else:
            yield from _table(a if isinstance(a, Tabel) else None, b if isinstance(b, Tabel) else None, sebutan)


def _path(p: Paragraf | None, di_atas: str) -> str:
    """Path of a paragraph; one without, and an address inside a pasal, belongs to what stands above it."""
    if p is None or not p.datum or (".korespondensi." in p.datum and di_atas.startswith("pasal.")):
        return di_atas
    return p.datum


def _words(a: Paragraf | None, b: Paragraf | None) -> tuple[Potong, ...]:
    """Label and words: a number that changed is a change too."""
    return word_changes(_labelled(a), _labelled(b))


def _labelled(p: Paragraf | None) -> tuple[Potong, ...]:
    if p is None:
        return ()
    return (Potong(f"{p.label} "), *p.isi) if p.label else p.isi


def _differs(kata: Sequence[Potong]) -> bool:
    return any(p.lacak and p.teks.strip() for p in kata)


def _table(a: Tabel | None, b: Tabel | None, sebutan: Mapping[str, str]) -> Iterator[Beda]:
    if a and b and len(a.lebar) != len(b.lebar):
        yield from _columns_changed(a, b, sebutan)
        return
    kolom = _columns(b or a)
    satu_sisi: list[tuple[Baris | None, Baris | None]] = [(x, None) for x in (a.baris if a else ())]
    satu_sisi += [(None, y) for y in (b.baris if b else ())]
    for x, y in pair_rows(a, b) if a and b else satu_sisi:
        datum, letak = _row_place(y or x, sebutan)
        if x and y:
            mulai, hasil = 0, list[Beda]()
            for s, t in zip(x.sel, y.sel, strict=True):
                nama = f" kolom {kolom[mulai]}" if y.datum and not y.kepala else ""
                hasil += _cells(datum, letak + nama, s.isi, t.isi)
                mulai += t.kolom
            yield from _whole_row(hasil, datum, letak)
        else:
            yield from _cells(datum, letak, *([p for sel in satu.sel for p in sel.isi] if satu else [] for satu in (x, y)))


_BATAS_SEL = 4
"""Changed cells beyond which a row is one place."""


def _whole_row(sel: list[Beda], datum: str, letak: str) -> list[Beda]:
    if len(sel) <= _BATAS_SEL:
        return sel
    return [Beda(datum, letak, tuple(p for satu in sel for p in (*satu.kata, Potong(" "))))]


def _row_place(baris: Baris | None, sebutan: Mapping[str, str]) -> tuple[str, str]:
    if baris is None or baris.kepala:
        return "", "kepala tabel Lampiran"
    datum = baris.datum or next((p.datum for sel in baris.sel for p in sel.isi if p.datum), "")
    return (datum, place_words(datum, sebutan)) if baris.datum else (datum or "tanda_tangan", "tanda tangan")


def _cells(datum: str, letak: str, lama: Sequence[Paragraf], baru: Sequence[Paragraf]) -> Iterator[Beda]:
    kata = word_changes(_cell(lama), _cell(baru))
    if _differs(kata):
        yield Beda(datum, letak, kata)


def _columns_changed(a: Tabel, b: Tabel, sebutan: Mapping[str, str]) -> Iterator[Beda]:
    """Columns that came or went are one place each, with the words of all their rows; the others cell by cell."""
    lama, baru = _by_name(a), _by_name(b)
    for datum in dict.fromkeys((*lama, *baru)):
        x, y = lama.get(datum, {}), baru.get(datum, {})
        letak = place_words(datum, sebutan)
        sel = [nama for nama in x if nama in y]
        hasil = [b for nama in sel for b in _cells(datum, f"{letak} kolom {nama}", x[nama], y[nama])]
        yield from _whole_row(hasil, datum, letak)
        if not (x and y):
            yield from _cells(datum, letak, *([p for isi in satu.values() for p in isi] for satu in (x, y)))
    for nama in dict.fromkeys((*_columns(a), *_columns(b))):
        if (nama in _columns(a)) != (nama in _columns(b)):
            kata = [_down(daftar, nama, sebutan) for daftar in (lama, baru)]
            yield Beda("lampiran", f"Lampiran kolom {nama}", word_changes(*([Potong(k)] if k else [] for k in kata)))


def _by_name(tabel: Tabel) -> dict[str, dict[str, tuple[Paragraf, ...]]]:
    """Cells of the rows by path of the row and head of the column."""
    kolom, hasil = _columns(tabel), dict[str, dict[str, tuple[Paragraf, ...]]]()
    for baris in tabel.baris:
        if not baris.kepala:
            mulai, isi = 0, hasil.setdefault(baris.datum, {})
            for sel in baris.sel:
                isi[kolom[mulai]] = sel.isi
                mulai += sel.kolom
    return hasil


def _down(daftar: Mapping[str, Mapping[str, Sequence[Paragraf]]], nama: str, sebutan: Mapping[str, str]) -> str:
    """One column from top to bottom: "baris 1: V; baris 2: -"."""
    isi = ((datum, " ".join(p.teks for p in baris.get(nama, ()))) for datum, baris in daftar.items())
    return "; ".join(f"{place_words(datum, sebutan).removeprefix('Lampiran ')}: {kata}" for datum, kata in isi if kata)


def _cell(isi: Sequence[Paragraf]) -> tuple[Potong, ...]:
    hasil = list[Potong]()
    for p in isi:
        hasil += [Potong("\n")] * bool(hasil) + list(_labelled(p))
    return tuple(hasil)


def _columns(tabel: Tabel | None) -> list[str]:
    """Heads of the columns; one that stands under another bears both."""
    hasil = [""] * len(tabel.lebar if tabel else ())
    sisa = [0] * len(hasil)
    for baris in tabel.baris if tabel else ():
        if not baris.kepala:
            break
        i = 0
        for sel in baris.sel:
            while i < len(hasil) and sisa[i]:
                sisa[i] -= 1
                i += 1
            kata = " ".join(p.teks for p in sel.isi)
            for n in range(i, min(i + sel.kolom, len(hasil))):
                hasil[n] = f"{hasil[n]} {kata}".strip()
                sisa[n] = sel.baris - 1
            i += sel.kolom
    return hasil


_TEMPAT = {
    "jenis": "judul naskah",
    "judul": "judul naskah",
    "kalimat.pembukaan": "pembukaan",
    "kalimat.sebutan_bersama": "sebutan para pihak",
    "kalimat.pertimbangan": "pengantar pertimbangan",
    "kalimat.kesepakatan": "pengantar pasal",
    "kalimat.dasar_hukum": "pengantar dasar hukum",
    "lampiran.kepala": "kepala Lampiran",
    "lampiran.judul": "judul Lampiran",
}
_PIHAK = {"nama": "judul naskah, nama", "nomor": "nomor", "": "pembukaan,"}


def place_words(datum: str, sebutan: Mapping[str, str]) -> str:
    """A path of the naskah as a place on paper: "pasal.6.ayat.2" -> "Pasal 6 ayat (2)"."""
    if datum in _TEMPAT or not datum:
        return _TEMPAT.get(datum, "")
    kepala, *sisa = datum.split(".")
    if kepala == "lampiran":
        return f"Lampiran baris {'.'.join(sisa)}"
    if kepala == "tanda_tangan":
        return f"tanda tangan {sebutan.get(sisa[0], sisa[0])}"
    if kepala == "para_pihak":
        if sisa[1:2] == ["korespondensi"]:
            return f"alamat {sebutan.get(sisa[0], sisa[0])}"
        return f"{_PIHAK.get('.'.join(sisa[1:]), 'pembukaan,')} {sebutan.get(sisa[0], sisa[0])}"
    if kepala == "dasar_hukum":
        return f"dasar hukum angka {sisa[0]}"
    if kepala == "pertimbangan":
        return " ".join(["pertimbangan", unit_words("huruf", sisa[0]), *_units(sisa[1:])])
    ekor = {"isi": "", "penutup": ""}.get(sisa[-1])
    langkah = [kepala, *(sisa if ekor is None else sisa[:-1])]
    alamat = tuple(zip(langkah[::2], langkah[1::2], strict=False))
    return address_words(alamat)


def _units(langkah: Sequence[str]) -> list[str]:
    return [unit_words(satuan, label) for satuan, label in zip(langkah[::2], langkah[1::2], strict=False)]
