"""Two versions of one document as a DOCX with Word's own tracked changes.

Proved before it is given away.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Sheet, paragraphs
from notakesepakatan.naskah.compare import merge
from notakesepakatan.write.docx import package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class TrackMismatch(Exception):
    """Accepting or rejecting all changes would not give one of the two texts."""


def write_docx_tracked(old: Naskah, new: Naskah) -> bytes:
    """The new text with every change from the old one tracked.

    Raises:
        TrackMismatch: the proof fails; nothing can be done about it by the user.
    """
    # What only the old text has bears looks that the new one may not know.
    looks = {**old.gaya, **new.gaya}
    content = package(replace(new, gaya=looks), merge(old.section, new.section))
    for tanda_terima, naskah in ((True, new), (False, old)):
        if read_tracked(content, accept=tanda_terima) != _lines(naskah.section):
            raise TrackMismatch("menerima" if tanda_terima else "menolak")
    return content


def _lines(section: tuple[Sheet, ...]) -> list[str]:
    return [text for p in paragraphs(section) if (text := " ".join(p.teks.split()))]


def read_tracked(content: bytes, *, accept: bool) -> list[str]:
    """Words of each paragraph, those in cells too, with all changes accepted or all
    rejected; empty ones left out.
    """
    with ZipFile(BytesIO(content)) as package:
        # Written by us just now.
        root = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314
    drop = f"{_W}{'del' if accept else 'ins'}"
    result, joined = list[str](), ""
    for p in _paragraphs(root, drop):
        text = joined + "".join(_text(p, drop))
        # Without its mark a paragraph runs on into the next.
        joined = text if p.find(f"{_W}pPr/{_W}rPr/{drop}") is not None else ""
        if not joined:
            result.append(" ".join(text.split()))
    return [text for text in [*result, " ".join(joined.split())] if text]


def _paragraphs(element: Element, drop: str) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{_W}tr" and child.find(f"{_W}trPr/{drop}") is not None:
            continue
        if child.tag == f"{_W}p":
            yield child
        else:
            yield from _paragraphs(child, drop)


def _text(element: Element, drop: str) -> Iterator[str]:
    for child in element:
        if child.tag == drop:
            continue
        if child.tag in (f"{_W}t", f"{_W}delText"):
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br"):
            yield " "
        else:
            yield from _text(child, drop)
