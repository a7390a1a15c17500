"""What stands on one line: in print by a span that does not break, in Word by a space that does not."""

from dataclasses import replace
from io import BytesIO

import docx
import pypdfium2
import pytest

from conftest import Keluaran
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.ties import LAST_WORDS, bound
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.html import page, write_html
from notakesepakatan.write.pdf import write_pdf
from notakesepakatan.write.txt import write_txt

TIES = [
    "PIHAK KESATU",
    "PIHAK KEDUA BELAS",
    "Pasal 6",
    "Pasal 7A",
    "Pasal VIIA",
    "Article 6",
    "ayat (1)",
    "ayat (1a)",
    "ayat 1",
    "ayat 1)",
    "Rp 10.000,00",
    "16 Juni",
    "16 February",
    "NIP 19681231 199012 1 003",
    "NIP. 196812311990121003",
]


@pytest.mark.parametrize("tie", TIES)
def test_it_stays_together(tie: str) -> None:
    assert bound(f"dalam {tie} naskah") == f"dalam {tie.replace(' ', chr(0xA0))} naskah"


@pytest.mark.parametrize(
    "text",
    [
        "PIHAK lainnya",
        "pasal yang sama",
        "ayat berikut",
        "Rp10.000,00",
        "tanggal Juni 2022",
        "SATUPasal 6",
    ],
)
def test_nothing_else_does(text: str) -> None:
    assert bound(text) == text


def _naskah(keluaran: Keluaran, content: str) -> Naskah:
    return replace(
        keluaran.naskah, isi=f'<section class="badan">{content}</section>', source=None
    )


@pytest.mark.parametrize("before", range(1, 16))
def test_no_line_ends_within_a_tie(keluaran: Keluaran, before: int) -> None:
    """However far to the right it begins."""
    text = f"{'ab ' * before}sebagaimana dimaksud dalam Pasal 6 ayat (1) pada tanggal 16 Juni oleh PIHAK KEDUA saja"
    naskah = _naskah(keluaran, f'<p class="isi">{text * 3}</p>')
    (page, *_) = pypdfium2.PdfDocument(write_pdf(naskah))
    ends = [line.rstrip() for line in page.get_textpage().get_text_range().splitlines()]
    assert len(ends) > 3
    assert not [
        end for end in ends if end.endswith((" Pasal", " ayat", " 16", " PIHAK"))
    ]


def test_the_words_are_the_same_in_every_format(keluaran: Keluaran) -> None:
    naskah = _naskah(keluaran, '<p class="isi">dalam Pasal 6 ayat (1)</p>')
    (paragraph,) = docx.Document(BytesIO(write_docx(naskah))).paragraphs
    assert paragraph.text == "dalam Pasal\u00a06 ayat\u00a0(1)"
    assert paragraph.text.split() == write_txt(naskah).decode().split()
    assert "\u00a0" not in write_txt(naskah).decode() + write_html(naskah).decode()


def test_a_heading_keeps_its_plain_words(keluaran: Keluaran) -> None:
    naskah = _naskah(keluaran, '<h2 class="pasal">Pasal 1<br/>JUDUL</h2>')
    (paragraph,) = docx.Document(BytesIO(write_docx(naskah))).paragraphs
    assert paragraph.text == "Pasal 1\nJUDUL"


def test_a_narrow_cell_breaks_where_it_must(keluaran: Keluaran) -> None:
    cell = '<td><p class="sel">PIHAK KESATU</p></td>'
    table = f'<table class="bergaris"><colgroup><col style="width:9%"/></colgroup><tbody><tr>{cell}</tr></tbody></table>'
    naskah = _naskah(keluaran, table)
    assert (
        "\u00a0"
        not in docx.Document(BytesIO(write_docx(naskah))).tables[0].cell(0, 0).text
    )
    assert 'class="kata"' not in page(naskah, tied=True)


def test_two_texts_side_by_side_are_tied_too(keluaran: Keluaran) -> None:
    cell = '<td><p class="isi">dalam Pasal 6</p></td>'
    width = '<col style="width:50%"/>' * 2
    table = f'<table class="dwibahasa"><colgroup>{width}</colgroup><tbody><tr>{cell}{cell}</tr></tbody></table>'
    naskah = _naskah(keluaran, table)
    assert (
        "Pasal\u00a06"
        in docx.Document(BytesIO(write_docx(naskah))).tables[0].cell(0, 0).text
    )
    assert '<span class="kata">Pasal\u00a06</span>' in page(naskah, tied=True)
    assert "dalam Pasal 6" in write_html(naskah).decode()


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("kebudayaan dan pariwisata; dan", "pariwisata;\u00a0dan"),
        ("antara PARA PIHAK.", "PARA\u00a0PIHAK."),
        ("dengan kesejahteraan masyarakat.", "kesejahteraan masyarakat."),
        ("selesai", "selesai"),
    ],
)
def test_no_short_word_ends_a_narrow_paragraph_alone(text: str, end: str) -> None:
    assert bound(text, LAST_WORDS).endswith(end)
