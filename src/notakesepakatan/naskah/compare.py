"""Two naskah side by side: which block became which, and which words of it changed. Knows paper only, never the model."""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from notakesepakatan.naskah.blocks import Baris, Lacak, Paragraf, Potong, Seksi, Sel, Tabel

Blok = Paragraf | Tabel
T = TypeVar("T")

_KATA = re.compile(r"\S+\s*|\s+")


def pair(
    lama: Sequence[T], baru: Sequence[T], identity: Callable[[T], Hashable], kind: Callable[[T], Hashable]
) -> Iterator[tuple[T | None, T | None]]:
    """What became what, in order: first by identity (path of the datum, or the words), then by kind where both changed.

    In a gap what is gone comes before what is new.
    """
    a, b = [identity(x) for x in lama], [identity(x) for x in baru]
    for jenis, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if jenis == "equal":
            yield from zip(lama[i1:i2], baru[j1:j2], strict=True)
            continue
        sisa, tamu = list(lama[i1:i2]), list(baru[j1:j2])
        if [kind(x) for x in sisa] == [kind(x) for x in tamu]:
            yield from zip(sisa, tamu, strict=True)
        else:
            yield from ((x, None) for x in sisa)
            yield from ((None, x) for x in tamu)


def pair_blocks(lama: Sequence[Blok], baru: Sequence[Blok]) -> Iterator[tuple[Blok | None, Blok | None]]:
    """Blocks of two sections; a table meets a table."""
    return pair(lama, baru, _identity, _kind)


def _identity(blok: Blok) -> Hashable:
    if isinstance(blok, Tabel):
        return "tabel"
    return ("p", blok.datum) if blok.datum else (blok.gaya, blok.teks, blok.gambar)


def _kind(blok: Blok) -> Hashable:
    """Unnamed paragraphs may have become each other where they look the same; what has a name only itself."""
    return _identity(blok) if isinstance(blok, Tabel) or blok.datum else blok.gaya


def pair_rows(lama: Tabel, baru: Tabel) -> list[tuple[Baris | None, Baris | None]]:
    """Rows of two tables, by the path of their datum or their words."""
    return [satu for satu in pair(lama.baris, baru.baris, _row_identity, _row_kind)]  # noqa: C416 - list() confuses mypy


def _row_identity(baris: Baris) -> Hashable:
    return (baris.datum or tuple(p.teks for sel in baris.sel for p in sel.isi), _shape(baris))


def _row_kind(baris: Baris) -> Hashable:
    return (baris.datum, _shape(baris))


def _shape(baris: Baris) -> Hashable:
    return (baris.kepala, tuple((sel.kolom, sel.baris) for sel in baris.sel))


def pair_sections(lama: Sequence[Seksi], baru: Sequence[Seksi]) -> list[tuple[Seksi | None, Seksi | None]]:
    """Sections by their kind of page."""
    return [satu for satu in pair(lama, baru, _page, _page)]  # noqa: C416 - list() confuses mypy


def _page(seksi: Seksi) -> Hashable:
    return seksi.halaman


def word_changes(lama: Sequence[Potong], baru: Sequence[Potong]) -> tuple[Potong, ...]:
    """Both texts as one: words that stayed, words taken out, words put in."""
    a, b = _words(lama), _words(baru)
    hasil = list[Potong]()

    def add(kata: Sequence[Potong], lacak: Lacak) -> None:
        for satu in kata:
            satu = satu._replace(lacak=lacak)
            if hasil and "\n" not in (hasil[-1].teks, satu.teks) and hasil[-1][1:] == satu[1:]:
                satu = satu._replace(teks=hasil.pop().teks + satu.teks)
            hasil.append(satu)

    for jenis, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if jenis == "equal":
            add(a[i1:i2], "")
        else:
            add(a[i1:i2], "hapus")
            add(b[j1:j2], "sisip")
    return tuple(hasil)


def _words(isi: Sequence[Potong]) -> list[Potong]:
    return [p._replace(teks=kata) for p in isi for kata in (["\n"] if p.teks == "\n" else _KATA.findall(p.teks))]


def merge(lama: Sequence[Seksi], baru: Sequence[Seksi]) -> tuple[Seksi, ...]:
    """One document that holds both, every difference marked: without what is taken out it is the new one, without what
    is put in the old one."""
    hasil = []
    for a, b in pair_sections(lama, baru):
        halaman = (b or a or Seksi("", ())).halaman
        hasil.append(Seksi(halaman, tuple(_merge_blocks(a.blok if a else (), b.blok if b else ()))))
    return tuple(hasil)


def _merge_blocks(lama: Sequence[Blok], baru: Sequence[Blok]) -> Iterator[Blok]:
    for a, b in pair_blocks(lama, baru):
        if isinstance(a, Tabel) and isinstance(b, Tabel):
            yield from _merge_tables(a, b)
        elif isinstance(a, Paragraf) and isinstance(b, Paragraf) and a.label == b.label and a.gambar == b.gambar:
            yield b if a.isi == b.isi else b._replace(isi=word_changes(a.isi, b.isi))
        else:
            yield from (_whole(satu, lacak) for satu, lacak in ((a, "hapus"), (b, "sisip")) if satu is not None)  # type: ignore[arg-type] # of Lacak


def _whole(blok: Blok, lacak: Lacak) -> Blok:
    if isinstance(blok, Paragraf):
        return blok._replace(lacak=lacak)
    return blok._replace(baris=tuple(_whole_row(baris, lacak) for baris in blok.baris))


def _whole_row(baris: Baris, lacak: Lacak) -> Baris:
    sel = tuple(s._replace(isi=tuple(p._replace(lacak=lacak) for p in s.isi)) for s in baris.sel)
    return baris._replace(sel=sel, lacak=lacak)


def _merge_tables(a: Tabel, b: Tabel) -> Iterator[Tabel]:
    pasangan = pair_rows(a, b)
    tunggal = [satu for x, y in pasangan if x is None or y is None for satu in (x, y) if satu is not None]
    # A cell over several rows cannot lose or gain one of them, nor a table a column.
    if len(a.lebar) != len(b.lebar) or any(sel.baris > 1 for baris in tunggal for sel in baris.sel):
        yield from (t for t in (_whole(a, "hapus"), _whole(b, "sisip")) if isinstance(t, Tabel))
        return
    yield b._replace(baris=tuple(_merge_row(x, y) for x, y in pasangan))


def _merge_row(a: Baris | None, b: Baris | None) -> Baris:
    if a is None or b is None:
        return _whole_row(b, "sisip") if b is not None else _whole_row(a or Baris(()), "hapus")
    sel = []
    for x, y in zip(a.sel, b.sel, strict=True):
        isi = tuple(p for p in _merge_blocks(x.isi, y.isi) if isinstance(p, Paragraf))
        sel.append(Sel(isi, y.kolom, y.baris, y.tengah))
    return b._replace(sel=tuple(sel))
