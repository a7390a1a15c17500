"""What a screen reader hears of a PDF: the structure of its text, whatever page it stands on."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

from compose.test_plan_layout import long_program
from conftest import Keluaran
from notakesepakatan.naskah import Naskah
from notakesepakatan.write.pdf import write_pdf

_ITEM = '<p class="rincian-{depth}"><span class="label">{label} </span>{words}</p>'


def _naskah(keluaran: Keluaran, content: str) -> Naskah:
    """Blocks on the pages of the example."""
    isi = f'<section class="badan">{content}</section>'
    return replace(keluaran.naskah, isi=isi, source=None)


def _document(naskah: Naskah) -> Any:
    reader = pypdf.PdfReader(BytesIO(write_pdf(naskah)))
    root: Any = reader.trailer["/Root"]
    return root["/StructTreeRoot"]["/K"][0].get_object()


def _outline(element: Any) -> str:
    """The roles of an element and those in it: "L(LI(Lbl LBody(P)))"."""
    inner = " ".join(_outline(kid) for kid in _elements(element))
    role = str(element["/S"]).removeprefix("/")
    return f"{role}({inner})" if inner else role


def _elements(element: Any) -> list[Any]:
    kids = [kid.get_object() for kid in element["/K"]]
    return [kid for kid in kids if not isinstance(kid, int) and "/S" in kid]


def _all(element: Any) -> Iterator[Any]:
    yield element
    for kid in _elements(element):
        yield from _all(kid)


@pytest.mark.slow
def test_items_stand_in_lists_and_lists_in_items(keluaran: Keluaran) -> None:
    items = (
        _ITEM.format(depth=1, label="(1)", words="Satu:"),
        _ITEM.format(depth=2, label="a.", words="huruf a;"),
        _ITEM.format(depth=2, label="b.", words="huruf b."),
        '<p class="penutup-1">Sambungan ayat (1).</p>',
        _ITEM.format(depth=1, label="(2)", words="Dua."),
        '<p class="isi">Penutup pasal.</p>',
    )
    content = f'<h2 class="pasal">Pasal 1<br/>JUDUL</h2>{"".join(items)}'
    (section,) = _elements(_document(_naskah(keluaran, content)))
    assert _outline(section) == (
        "Sect(H2 "
        "L(LI(Lbl LBody(P L(LI(Lbl LBody(P)) LI(Lbl LBody(P))) P)) LI(Lbl LBody(P))) "
        "P)"
    )
    ordered = [
        str(one["/A"]["/ListNumbering"]) for one in _all(section) if one["/S"] == "/L"
    ]
    assert ordered == ["/Decimal", "/LowerAlpha"]


@pytest.mark.slow
def test_a_cell_said_again_on_each_page_is_one() -> None:
    rows = 30
    naskah = long_program(rows)
    document = _document(naskah)
    cells = [one for one in _all(document) if one["/S"] == "/TD"]
    spans = [one["/A"]["/RowSpan"] for one in cells if "/A" in one]
    assert spans == [rows + 1] * 2
    pages = pypdf.PdfReader(BytesIO(write_pdf(naskah))).pages
    said = sum(page.extract_text().count("(lanjutan)") for page in pages)
    assert said > 1
    pieces = [piece for cell in cells for one in _all(cell) for piece in one["/K"]]
    marked = {
        kid["/Pg"].idnum
        for kid in pieces
        if not isinstance(kid, int) and "/MCID" in kid
    }
    assert not marked


@pytest.mark.slow
def test_a_paragraph_over_two_pages_is_one(keluaran: Keluaran) -> None:
    content = f'<p class="isi">{"kata " * 900}</p>'
    document = _document(_naskah(keluaran, content))
    assert _outline(document) == "Document(Sect(P))"
    (paragraph,) = _elements(_elements(document)[0])
    pages = {
        kid["/Pg"].get("/StructParents")
        for kid in paragraph["/K"]
        if not isinstance(kid, int)
    }
    assert pages == {1}


@pytest.mark.slow
def test_a_table_over_pages_is_one_with_its_head_once(keluaran: Keluaran) -> None:
    row = '<tr><td><p class="sel">a</p></td><td rowspan="1"><p class="sel">b</p></td></tr>'
    head = '<tr><th colspan="2"><p class="sel-kepala">KEPALA</p></th></tr>'
    width = '<col style="width:50%"/>' * 2
    content = (
        f'<table class="bergaris"><colgroup>{width}</colgroup><thead>{head}</thead>'
        f"<tbody>{row * 90}</tbody></table>"
    )
    naskah = _naskah(keluaran, content)
    assert len(pypdf.PdfReader(BytesIO(write_pdf(naskah))).pages) > 1
    document = _document(naskah)
    (table,) = (one for one in _all(document) if one["/S"] == "/Table")
    head_part, body = _elements(table)
    assert (head_part["/S"], body["/S"]) == ("/THead", "/TBody")
    assert _outline(head_part) == "THead(TR(TH(P)))"
    (cell,) = (one for one in _all(table) if one["/S"] == "/TH")
    assert cell["/A"] == {"/O": "/Table", "/Scope": "/Column", "/ColSpan": 2}
    assert len(_elements(body)) == 90


def test_what_only_stands_beside_something_is_no_table(keluaran: Keluaran) -> None:
    cells = "".join(f'<td><p class="tanda-tangan">{who}</p></td>' for who in ("A", "B"))
    width = '<col style="width:50%"/>' * 2
    content = f'<table class="polos"><colgroup>{width}</colgroup><tbody><tr>{cells}</tr></tbody></table>'
    assert _outline(_document(_naskah(keluaran, content))) == "Document(Sect(Div(P P)))"


@pytest.mark.parametrize(("said", "told"), [("Logo Kota", "Logo Kota"), ("", "Gambar")])
def test_a_picture_says_what_it_shows(
    keluaran: Keluaran, said: str, told: str, tmp_path: Path
) -> None:
    picture = tmp_path / "logo.png"
    Image.new("RGB", (80, 100), "gold").save(picture)
    content = f'<p class="logo"><img src="satu" alt="{said}"/></p>'
    naskah = replace(_naskah(keluaran, content), picture={"satu": picture.read_bytes()})
    (figure,) = (one for one in _all(_document(naskah)) if one["/S"] == "/Figure")
    assert figure["/Alt"] == told
    left, below, right, above = map(float, figure["/A"]["/BBox"])
    assert (right - left, above - below) == pytest.approx((56.69, 70.87), abs=0.1)
    assert above == pytest.approx(float(841.89 - 2.5 / 2.54 * 72), abs=3)


def test_the_other_language_is_said(keluaran: Keluaran) -> None:
    content = '<p class="isi" lang="en-GB">Article</p>'
    *_, paragraph = _all(_document(_naskah(keluaran, content)))
    assert paragraph["/Lang"] == "en-GB"
