"""Two versions of one document as a DOCX with Word's own tracked changes; proved before it is given away."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Seksi, paragraphs
from notakesepakatan.naskah.compare import merge
from notakesepakatan.write.docx import package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class LacakTidakCocok(Exception):
    """Accepting or rejecting all changes would not give one of the two texts."""


def write_docx_tracked(lama: Naskah, baru: Naskah) -> bytes:
    """The new text with every change from the old one tracked.

    Raises:
        LacakTidakCocok: the proof fails; nothing can be done about it by the user.
    """
    isi = package(baru, merge(lama.seksi, baru.seksi))
    for terima, naskah in ((True, baru), (False, lama)):
        if read_tracked(isi, accept=terima) != _lines(naskah.seksi):
            raise LacakTidakCocok("menerima" if terima else "menolak")
    return isi


def _lines(seksi: tuple[Seksi, ...]) -> list[str]:
    return [teks for p in paragraphs(seksi) if (teks := " ".join(p.teks.split()))]


def read_tracked(isi: bytes, *, accept: bool) -> list[str]:
    """Words of each paragraph, those in cells too, with all changes accepted or all rejected; empty ones left out."""
    with ZipFile(BytesIO(isi)) as paket:
        akar = ElementTree.fromstring(paket.read("word/document.xml"))  # noqa: S314 - written by us just now
    buang = f"{_W}{'del' if accept else 'ins'}"
    hasil, sambung = list[str](), ""
    for p in _paragraphs(akar, buang):
        teks = sambung + "".join(_text(p, buang))
        # Without its mark a paragraph runs on into the next.
        sambung = teks if p.find(f"{_W}pPr/{_W}rPr/{buang}") is not None else ""
        if not sambung:
            hasil.append(" ".join(teks.split()))
    return [teks for teks in [*hasil, " ".join(sambung.split())] if teks]


def _paragraphs(elemen: Element, buang: str) -> Iterator[Element]:
    for anak in elemen:
        if anak.tag == f"{_W}tr" and anak.find(f"{_W}trPr/{buang}") is not None:
            continue
        if anak.tag == f"{_W}p":
            yield anak
        else:
            yield from _paragraphs(anak, buang)


def _text(elemen: Element, buang: str) -> Iterator[str]:
    for anak in elemen:
        if anak.tag == buang:
            continue
        if anak.tag in (f"{_W}t", f"{_W}delText"):
            yield anak.text or ""
        elif anak.tag in (f"{_W}tab", f"{_W}br"):
            yield " "
        else:
            yield from _text(anak, buang)
