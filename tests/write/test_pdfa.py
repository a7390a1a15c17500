"""PDF/A-3a by our own reading of ISO 19005-3: no fault in any kind of paper, and each check finds what it is for."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from conftest import CONTOH, Keluaran
from notakesepakatan.write.pdf import write_pdf
from write.papers import EVERY, SAMPAH, papers_of
from write.pdfa import faults

YES = BooleanObject(True)


@pytest.mark.slow
@pytest.mark.parametrize(
    "slug",
    [
        pytest.param(slug, marks=pytest.mark.long if slug == CONTOH else ())
        for slug in EVERY
    ],
)
def test_no_fault_in_any_kind_of_paper(slug: str, tmp_path: Path) -> None:
    for name, document in papers_of(tmp_path, slug):
        assert faults(write_pdf(document.naskah)) == [], name


@pytest.mark.slow
def test_same_data_same_bytes(keluaran: Keluaran) -> None:
    assert write_pdf(keluaran.naskah) == keluaran.pdf


def _broken(content: bytes, change: Callable[[pypdf.PdfWriter], None]) -> list[str]:
    """The faults of a PDF in which something was changed."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(content))
    change(writer)
    written = BytesIO()
    writer.write(written)
    return faults(written.getvalue())


def _objects(writer: pypdf.PdfWriter, key: str, value: str) -> list[Any]:
    found = (one for one in writer._objects if isinstance(one, DictionaryObject))
    return [one for one in found if one.get(key) == value]


def _set(
    key: str, value: str, name: str, new: Any
) -> Callable[[pypdf.PdfWriter], None]:
    """Gives each object with this key and value another entry; takes it away where that is None."""

    def change(writer: pypdf.PdfWriter) -> None:
        for one in _objects(writer, key, value):
            if new is None:
                del one[NameObject(name)]
            else:
                one[NameObject(name)] = new

    return change


def _root(name: str, new: Any) -> Callable[[pypdf.PdfWriter], None]:
    return _set("/Type", "/Catalog", name, new)


def _draw(raw: bytes) -> Callable[[pypdf.PdfWriter], None]:
    """Draws something more on the first page."""

    def change(writer: pypdf.PdfWriter) -> None:
        content = writer.pages[0].get_contents()
        assert content is not None
        stream = DecodedStreamObject()
        stream.set_data(content.get_data() + b"\n" + raw)
        writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)

    return change


def _twice(writer: pypdf.PdfWriter) -> None:
    named = writer._root_object[NameObject("/AF")]
    assert isinstance(named, ArrayObject)
    named.append(named[0])


def _without_kid(writer: pypdf.PdfWriter) -> None:
    (document,) = _objects(writer, "/S", "/Document")
    del document["/K"][0]


BROKEN = {
    "6.1.2": lambda writer: setattr(writer, "pdf_header", "%PDF-2.0"),
    "6.1.3": lambda writer: setattr(writer, "_ID", None),
    "6.1.7.1": _set("/Type", "/Metadata", "/F", TextStringObject("x")),
    "6.1.13": _root("/" + "x" * 128, YES),
    "6.2.2": _draw(b"/Artifact BMC xx EMC"),
    "6.2.3": _root("/OutputIntents", ArrayObject()),
    "6.2.4.3": _draw(b"0 0 0 1 k"),
    "6.2.5": _set("/Type", "/Page", "/TR", NameObject("/Identity")),
    "6.2.8.1": _set("/Subtype", "/Image", "/Interpolate", YES),
    "6.2.10": _set("/Type", "/Page", "/BM", NameObject("/Loud")),
    "6.2.11.3.3": _set("/Subtype", "/Type0", "/Encoding", NameObject("/Own")),
    "6.2.11.3.2": _set("/Subtype", "/CIDFontType2", "/CIDToGIDMap", None),
    "6.2.11.4.1": _set("/Type", "/FontDescriptor", "/FontFile2", None),
    "6.2.11.5": _set(
        "/Type",
        "/Font",
        "/W",
        ArrayObject([NumberObject(1), ArrayObject([NumberObject(9)])]),
    ),
    "6.2.11.7.2": _set("/Subtype", "/Type0", "/ToUnicode", None),
    "6.2.11.8": _draw(b"/Artifact BMC BT <0000> Tj ET EMC"),
    "6.3": _set("/Type", "/Page", "/Annots", ArrayObject()),
    "6.4, 6.5, 6.11": _root("/OpenAction", ArrayObject()),
    "6.5.1": _root("/X", DictionaryObject({NameObject("/S"): NameObject("/URI")})),
    "6.5.2, 6.10": _set("/Type", "/Page", "/AA", DictionaryObject()),
    "6.6.2.1": _root("/Metadata", None),
    "6.6.2.3": lambda writer: writer.add_metadata({"/Author": "Lain"}),
    "6.7.2.2": _draw(b"0 0 9 9 re f"),
    "6.7.3.2": _root("/StructTreeRoot", None),
    "6.7.3.2: marks": _without_kid,
    "6.7.3.4": _set("/S", "/H1", "/S", NameObject("/Judul")),
    "6.7.4": _root("/Lang", TextStringObject("")),
    "6.7.5": _set("/S", "/Figure", "/Alt", TextStringObject("")),
    "6.8: a file that the document names twice": _twice,
    "6.8: a file that nothing names": _root("/AF", ArrayObject()),
    "6.8: a file without both": _set("/Type", "/Filespec", "/UF", None),
    "6.8: a file that says nothing": _set(
        "/Type", "/Filespec", "/AFRelationship", None
    ),
    "6.8: a file without its media": _set("/Type", "/EmbeddedFile", "/Subtype", None),
    "6.8: a file without what": _set(
        "/Type", "/EmbeddedFile", "/Params", DictionaryObject()
    ),
    "6.9, 6.10": _root("/OCProperties", DictionaryObject()),
    "14.8 ": _root("/ViewerPreferences", DictionaryObject()),
    "14.8.5.7": _set("/S", "/TH", "/A", DictionaryObject()),
    "14.7.4.4": _set("/Type", "/Page", "/StructParents", NumberObject(0)),
}
"""What each clause is there to find, done to a good paper."""


@pytest.mark.slow
@pytest.mark.parametrize("clause", BROKEN)
def test_each_check_finds_what_it_is_for(clause: str, with_picture: bytes) -> None:
    found = _broken(with_picture, BROKEN[clause])
    assert any(fault.startswith(clause) for fault in found), found


@pytest.fixture(scope="module")
def with_picture(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A paper with a picture, a table, a heading, an attachment and a TrueType font."""
    papers = dict(papers_of(tmp_path_factory.mktemp("paper"), SAMPAH))
    (report,) = (paper for name, paper in papers.items() if "laporan" in name)
    data = ("data.yaml", b"judul: Uji\n")
    fonts = ("Arial", "Liberation Sans")
    content = write_pdf(replace(report.naskah, huruf=fonts, source=data))
    assert _broken(content, lambda writer: None) == []
    return content
