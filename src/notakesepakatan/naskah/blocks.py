"""The naskah's HTML as a flat list of blocks for the writers that are not browsers.

Named tuples, since a long annex makes hundreds of thousands of them and they are the quickest frozen data.

Vocabulary, and nothing else: `section` (class = page), `h1`…`h6` and `p` (class = style, id = path of the datum),
inside them `b`, `i`, `s`, `u`, `br` and one leading `span.label`; `img` alone in a `p` (src = name of a
picture; class `lebar`: as wide as the text);
`table` (class `bergaris` or `polos`, and `utuh` to stay on one page) with `colgroup`, `thead`, `tbody`, `tr` (id;
class `lanjut` keeps it with the next, `tinggi` lets it break),
`td` and `th` (colspan, rowspan; `th` is set midway in height) that hold `p`.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element


class KosakataSalah(Exception):
    """The HTML is not of the vocabulary; `str()` says what, in Indonesian."""


Lacak = Literal["", "sisip", "hapus"]
"""A tracked change: put in, or taken out."""


class Potong(NamedTuple):
    """A run of words of one look; the words "\\n" alone are a line break."""

    teks: str
    tebal: bool = False
    miring: bool = False
    coret: bool = False
    garis_bawah: bool = False
    lacak: Lacak = ""


class Paragraf(NamedTuple):
    """A paragraph: style, path of its datum, label ("(1)", "a.") and words; or a picture."""

    gaya: str
    datum: str
    label: str
    isi: tuple[Potong, ...]
    gambar: str = ""
    lacak: Lacak = ""
    lebar: bool = False

    @property
    def teks(self) -> str:
        """Label and words on one line."""
        kata = "".join(" " if p.teks == "\n" else p.teks for p in self.isi)
        return f"{self.label} {kata}" if self.label else kata


class Sel(NamedTuple):
    """A cell; `kolom` and `baris` are how many columns and rows it spans, `tengah` sets it midway in height."""

    isi: tuple[Paragraf, ...]
    kolom: int = 1
    baris: int = 1
    tengah: bool = False


class Baris(NamedTuple):
    """A row of a table; `kepala` rows are repeated on every page, `lanjut` rows stay with the next."""

    sel: tuple[Sel, ...]
    datum: str = ""
    kepala: bool = False
    lanjut: bool = False
    lacak: Lacak = ""


class Tabel(NamedTuple):
    """A table; widths of its columns in percent of the text width."""

    lebar: tuple[float, ...]
    baris: tuple[Baris, ...]
    bergaris: bool
    utuh: bool


class Seksi(NamedTuple):
    """Blocks on one kind of page."""

    halaman: str
    blok: tuple[Paragraf | Tabel, ...]


_RUPA = {
    "b": Potong("", tebal=True),
    "i": Potong("", miring=True),
    "s": Potong("", coret=True),
    "u": Potong("", garis_bawah=True),
}
_PARAGRAF = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))


def read_blok(isi: str) -> tuple[Seksi, ...]:
    """Parse the naskah's XHTML.

    Raises:
        KosakataSalah: not well-formed, or an element outside the vocabulary.
    """
    try:
        akar = ElementTree.fromstring(f"<naskah>{isi}</naskah>")  # noqa: S314 - ours, and no DTD can stand inside an element
    except ElementTree.ParseError as sebab:
        raise KosakataSalah(f"HTML tidak tertutup rapi ({sebab})") from None
    seksi = tuple(Seksi(s.get("class", ""), tuple(_blocks(s))) for s in _children(akar, ("section",)))
    if not any(satu.blok for satu in seksi):
        raise KosakataSalah("templat tidak menghasilkan satu paragraf pun")
    return seksi


def paragraphs(daftar: tuple[Seksi, ...]) -> Iterator[Paragraf]:
    """Every paragraph in order, those in cells too."""
    for seksi in daftar:
        for blok in seksi.blok:
            if isinstance(blok, Paragraf):
                yield blok
            else:
                yield from (p for baris in blok.baris for sel in baris.sel for p in sel.isi)


def _children(elemen: Element, boleh: frozenset[str] | tuple[str, ...]) -> Iterator[Element]:
    if elemen.text and elemen.text.strip():
        raise KosakataSalah(f'teks "{elemen.text.strip()[:40]}" langsung di dalam <{elemen.tag}>')
    for anak in elemen:
        if anak.tag not in boleh:
            raise KosakataSalah(f"<{anak.tag}> tidak boleh berada di dalam <{elemen.tag}>")
        if anak.tail and anak.tail.strip():
            raise KosakataSalah(f'teks "{anak.tail.strip()[:40]}" langsung di dalam <{elemen.tag}>')
        yield anak


def _blocks(seksi: Element) -> Iterator[Paragraf | Tabel]:
    for anak in _children(seksi, _PARAGRAF | {"table"}):
        yield _table(anak) if anak.tag == "table" else _paragraph(anak)


def _paragraph(elemen: Element) -> Paragraf:
    label, gambar, lebar, isi = "", "", False, list[Potong]()
    if elemen.text:
        isi.append(Potong(elemen.text))
    for anak in elemen:
        kata = anak.text or ""
        if len(anak):
            raise KosakataSalah(f"elemen di dalam <{anak.tag}>")
        if anak.tag == "br":
            isi.append(Potong("\n"))
        elif anak.tag in _RUPA:
            isi.append(_RUPA[anak.tag]._replace(teks=kata))
        elif anak.tag == "span" and anak.get("class") == "label" and not isi and not label:
            label = kata.strip()
        elif anak.tag == "img" and len(elemen) == 1 and not isi:
            gambar, lebar = anak.get("src", ""), anak.get("class") == "lebar"
        else:
            raise KosakataSalah(f"<{anak.tag}> tidak boleh berada di sini di dalam <{elemen.tag}>")
        if anak.tail:
            isi.append(Potong(anak.tail))
    return Paragraf(elemen.get("class", ""), elemen.get("id", ""), label, tuple(isi), gambar, lebar=lebar)


def _table(elemen: Element) -> Tabel:
    kelas = elemen.get("class", "").split()
    lebar, baris = list[float](), list[Baris]()
    for bagian in _children(elemen, ("colgroup", "thead", "tbody")):
        if bagian.tag == "colgroup":
            lebar = [_percent(kolom.get("style", "")) for kolom in _children(bagian, ("col",))]
        else:
            kepala = bagian.tag == "thead"
            baris += [
                Baris(
                    tuple(_cell(sel) for sel in _children(tr, ("td", "th"))),
                    tr.get("id", ""),
                    kepala,
                    "lanjut" in tr.get("class", "").split(),
                )
                for tr in _children(bagian, ("tr",))
            ]
    if not lebar or any(sum(sel.kolom for sel in satu.sel) > len(lebar) for satu in baris):
        raise KosakataSalah("tabel tanpa colgroup yang cukup untuk kolomnya")
    return Tabel(tuple(lebar), tuple(baris), "bergaris" in kelas, "utuh" in kelas)


def _percent(style: str) -> float:
    cocok = re.fullmatch(r"width:\s*(\d{1,3}(?:\.\d{1,6})?)%", style)
    if not cocok:
        raise KosakataSalah(f'lebar kolom "{style}" bukan width:…%')
    return float(cocok[1])


def _span(elemen: Element, nama: str) -> int:
    nilai = elemen.get(nama, "1")
    if not re.fullmatch(r"[1-9]\d{0,2}", nilai):
        raise KosakataSalah(f'{nama} "{nilai}" bukan bilangan')
    return int(nilai)


def _cell(elemen: Element) -> Sel:
    isi = tuple(_paragraph(p) for p in _children(elemen, _PARAGRAF))
    kolom, baris = _span(elemen, "colspan"), _span(elemen, "rowspan")
    return Sel(isi, kolom, baris, elemen.tag == "th")
