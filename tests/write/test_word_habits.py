"""The DOCX as somebody who knows Word expects it: its own headings, styles in use, bookmarks that stay, pictures in words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from bentuk.shapes import office
from conftest import MINIMAL, Keluaran
from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.load.foreign.word import read_word
from notakesepakatan.load.grammar.stream import items_of, stream
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.naskah import Naskah
from notakesepakatan.place import id_of_bookmark
from notakesepakatan.write.docx import write_docx

WORDS_OWN = frozenset(
    [
        *("body text", "caption", "closing", "date", "footer", "header", "list"),
        *("list paragraph", "normal", "quote", "salutation", "signature"),
        *("subtitle", "title"),
        *("daftar", "daftar paragraf", "judul", "kaki", "kepala", "keterangan"),
        *("kutipan", "penutup", "salam", "subjudul", "tanda tangan", "tanggal"),
        *("teks isi", "tidak ada spasi"),
    ]
)
"""Names that Word has itself for a style, in English or in Indonesian."""


def _opened(naskah: Naskah) -> Any:
    return docx.Document(BytesIO(write_docx(naskah)))


@pytest.fixture(scope="module")
def dokumen(keluaran: Keluaran) -> Any:
    return docx.Document(BytesIO(keluaran.docx))


def _paragraphs(document: Any) -> Iterator[Any]:
    yield from document.element.body.iter(qn("w:p"))


def _style_of(paragraph: Any) -> str:
    return _value(paragraph.find(qn("w:pPr")), "w:pStyle")


def _styles(document: Any) -> dict[str, Any]:
    found = document.styles.element.iter(qn("w:style"))
    return {style.get(qn("w:styleId")): style for style in found}


def _value(element: Any, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else str(child.get(qn("w:val")))


def test_only_styles_in_use_and_those_that_follow_them(dokumen: Any) -> None:
    styles = _styles(dokumen)
    ours = {key for key, style in styles.items() if style.get(qn("w:customStyle"))}
    used = {_style_of(one) for one in _paragraphs(dokumen)}
    used |= {_value(styles[one], "w:next") for one in ours | used - {""}}
    assert ours - used == {"bergaris"}
    assert {_value(style, "w:basedOn") for style in styles.values()} - {""} <= set(
        styles
    )


def test_a_heading_is_followed_by_text(dokumen: Any) -> None:
    styles = _styles(dokumen)
    assert _value(styles["Heading1"], "w:next") == "isi"
    assert _value(styles["isi-pengantar"], "w:next") == "rincian-1"
    following = {_value(style, "w:next") for style in styles.values()} - {""}
    assert following <= set(styles)


def test_the_title_rests_on_words_own(dokumen: Any) -> None:
    style = dokumen.styles["Judul Naskah"]
    assert style.base_style.name == "Title"


def test_no_style_of_ours_has_a_name_of_words_own(penyusun: Composer) -> None:
    names = [gaya.nama.lower() for gaya in penyusun.gaya.values()]
    assert len(names) == len(set(names))
    assert not WORDS_OWN & set(names)
    assert not [name for name in names if re.match(r"(judul|heading) \d", name)]


BAB = MINIMAL.replace("- judul: SATU", "- bab: UMUM\n  judul: SATU")


def test_two_looks_of_one_level_are_one_heading(penyusun: Composer) -> None:
    """BAB and Pasal are headings of one level; what BAB has otherwise stands on its paragraph."""
    document = _opened(
        compose_kesepakatan(penyusun, parse_kesepakatan(BAB.encode(), "u"))
    )
    bab, pasal = (p for p in document.paragraphs if p.style.name == "Heading 1")
    assert (bab.text.split("\n")[0], pasal.text.split("\n")[0]) == ("BAB I", "Pasal 1")
    assert {bab.paragraph_format.space_before, pasal.paragraph_format.space_before} != {
        None
    }


def _bookmarks(document: Any) -> Iterator[tuple[str, Any, str]]:
    """Each bookmark of the body: its name, its paragraph, and the text it stands over."""
    for paragraph in _paragraphs(document):
        texts, open_ = dict[str, str](), dict[str, str]()
        for one in paragraph.iter():
            number = one.get(qn("w:id"))
            if one.tag == qn("w:bookmarkStart"):
                open_[number] = one.get(qn("w:name"))
                texts[number] = ""
            elif one.tag == qn("w:bookmarkEnd"):
                yield open_.pop(number), paragraph, texts[number]
            elif one.tag == qn("w:t"):
                texts |= {key: texts[key] + (one.text or "") for key in open_}
        assert not open_, "a bookmark ends in its own paragraph"


def test_a_bookmark_stands_over_label_and_text(dokumen: Any) -> None:
    over = {name: (paragraph, text) for name, paragraph, text in _bookmarks(dokumen)}
    assert over["pasal_6_ayat_2"][1].startswith(
        "(2)Nota Kesepakatan ini dapat diakhiri"
    )
    assert over["pasal_1"][1] == "Pasal 1MAKSUD DAN TUJUAN"
    assert over["lampiran_3_2_a"][1].startswith("a.")
    for name, (paragraph, text) in over.items():
        whole = "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
        assert text == whole != "", name


def test_no_bookmark_stands_in_a_cell_that_only_goes_on(penyusun: Composer) -> None:
    """Rows below a cell that spans several begin with a cell of which nobody sees anything."""
    rows = '<tr id="lampiran.1"><td rowspan="2"><p class="sel">satu</p></td><td><p class="sel">dua</p></td></tr>'
    rows += '<tr id="lampiran.2"><td><p class="sel"></p></td></tr><tr id="lampiran.3"><td></td><td><p class="sel">x</p></td></tr>'
    width = '<col style="width:50%"/>' * 2
    table = f'<table class="bergaris"><colgroup>{width}</colgroup><tbody>{rows}</tbody></table>'
    base = compose_kesepakatan(penyusun, parse_kesepakatan(MINIMAL.encode(), "u"))
    document = _opened(
        replace(base, isi=f'<section class="badan">{table}</section>', source=None)
    )
    placed = {
        name: paragraph.getparent() for name, paragraph, _ in _bookmarks(document)
    }
    assert set(placed) == {"lampiran_1", "lampiran_2", "lampiran_3"}
    merged = [cell.find(f".//{qn('w:vMerge')}") for cell in placed.values()]
    assert [None if one is None else one.get(qn("w:val")) for one in merged] == [
        "restart",
        None,
        None,
    ]


@pytest.mark.slow
def test_bookmarks_lead_back_to_the_data(keluaran: Keluaran) -> None:
    """Our own files are read by their bookmarks, those of the first days too, which had the id as it is."""
    paths = _paths(keluaran.docx)
    assert ("pasal", "6", "ayat", "2") in paths
    assert ("dasar_hukum", "6") in paths
    document = docx.Document(BytesIO(keluaran.docx))
    for start in document.element.body.iter(qn("w:bookmarkStart")):
        start.set(qn("w:name"), id_of_bookmark(start.get(qn("w:name"))))
    old = BytesIO()
    document.save(old)
    assert _paths(old.getvalue()) == paths


@pytest.mark.slow
def test_a_bookmark_of_somebody_else_is_no_path_of_ours(keluaran: Keluaran) -> None:
    document = docx.Document(BytesIO(keluaran.docx))
    for start in document.element.body.iter(qn("w:bookmarkStart")):
        start.set(qn("w:name"), f"pasal_{start.get(qn('w:id'))}_maksud")
    foreign = BytesIO()
    document.save(foreign)
    assert _paths(foreign.getvalue()) == []


def _paths(content: bytes) -> list[tuple[str, ...]]:
    return [item.path for item in items_of(stream(read_word(content))) if item.path]


@pytest.mark.slow
def test_a_picture_says_what_it_shows(tmp_path: Path) -> None:
    of = office(tmp_path, "kementerian")
    logo = tmp_path / "templates/logo"
    logo.mkdir(parents=True)
    Image.new("RGB", (80, 100), "gold").save(logo / "lambang.png")
    of = Office(of.workspace)
    naskah = compose_kesepakatan(of.composer, of.riwayat("kementerian").origin)
    told = re.findall('descr="([^"]*)"', _opened(naskah).element.xml)
    assert set(told) == {"Lambang"}


@pytest.mark.slow
def test_another_look_of_a_level_rests_on_its_heading(keluaran: Keluaran) -> None:
    """Where its letters differ, a second look is a style of its own below the heading."""
    gaya = keluaran.naskah.gaya
    large = gaya["judul-lampiran"].model_copy(update={"ukuran": 15.0})
    naskah = replace(keluaran.naskah, gaya={**gaya, "judul-lampiran": large})
    style = _opened(naskah).styles["Judul Lampiran"]
    assert style.base_style.name == "Heading 1"
    assert style.font.size.pt == 15
