"""Labels that Word computes stand before the text, as a person sees them."""

import io
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from notakesepakatan.bureau.check import check_document
from notakesepakatan.load.foreign.reader import read_foreign

LEVELS = (
    ("decimal", "Pasal %1"),
    ("decimal", "(%2)"),
    ("lowerLetter", "%3."),
    ("lowerRoman", "%1.%4"),
    ("bullet", "\uf0b7"),
)


def level(number: int, kind: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


class Naskah:
    """A Word file with lists of one's own."""

    def __init__(self) -> None:
        self.document = docx.Document()
        self.numbering: Any = self.document.part.numbering_part.element

    def add_list(
        self, pattern: int, number: int, levels: str, override: str = ""
    ) -> None:
        first = self.numbering.xpath("w:num")[0]
        first.addprevious(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{pattern}">{levels}</w:abstractNum>'
            )
        )
        self.add_use(pattern, number, override)

    def add_use(self, pattern: int, number: int, override: str = "") -> None:
        self.numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{pattern}"/>{override}</w:num>'
            )
        )

    def add(self, text: str, number: int, at: int = 0) -> None:
        paragraph = self.document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
            )
        )

    def bytes(self) -> bytes:
        content = io.BytesIO()
        self.document.save(content)
        return content.getvalue()

    def texts(self) -> list[str]:
        return [one.text for one in read_foreign("a.docx", self.bytes()).written]


@pytest.fixture
def naskah() -> Naskah:
    made = Naskah()
    levels = "".join(level(i, *each) for i, each in enumerate(LEVELS))
    made.add_list(90, 90, levels)
    return made


@pytest.mark.slow
def test_levels_count_and_begin_anew_below(naskah: Naskah) -> None:
    for at, text in (
        (0, "TUJUAN"),
        (1, "satu"),
        (1, "dua"),
        (2, "huruf"),
        (3, "angka"),
        (2, "huruf"),
        (4, "butir"),
        (0, "BIAYA"),
        (1, "satu"),
    ):
        naskah.add(text, 90, at)
    assert naskah.texts() == [
        "Pasal 1 TUJUAN",
        "(1) satu",
        "(2) dua",
        "a. huruf",
        "1.i angka",
        "b. huruf",
        "• butir",
        "Pasal 2 BIAYA",
        "(1) satu",
    ]


@pytest.mark.slow
def test_a_list_of_the_same_pattern_goes_on_or_starts_anew(naskah: Naskah) -> None:
    naskah.add_use(90, 91)
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    naskah.add_use(90, 92, start)
    for number in (90, 91, 92, 92):
        naskah.add("isi", number)
    assert naskah.texts() == [
        "Pasal 1 isi",
        "Pasal 2 isi",
        "Pasal 7 isi",
        "Pasal 8 isi",
    ]


@pytest.mark.slow
def test_a_style_may_number(naskah: Naskah) -> None:
    naskah.document.add_paragraph("satu", style="List Number")
    naskah.document.add_paragraph("tanpa")
    naskah.document.add_paragraph("dua", style="List Number")
    naskah.document.add_paragraph("butir", style="List Bullet")
    naskah.add("bukan daftar", 0)
    assert naskah.texts() == ["1. satu", "tanpa", "2. dua", "• butir", "bukan daftar"]


@pytest.mark.slow
def test_letters_and_plain_numbers() -> None:
    made = Naskah()
    plain = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    made.add_list(95, 95, level(0, "upperRoman", "BAB %1") + plain)
    made.add_list(96, 96, level(0, "upperLetter", "%1)"))
    made.add("UMUM", 95)
    made.add("isi", 95, 1)
    for _ in range(27):
        made.add("x", 96)
    assert made.texts()[:2] == ["BAB I UMUM", "1.1 isi"]
    assert made.texts()[-2:] == ["Z) x", "AA) x"]


@pytest.mark.slow
def test_a_pasted_number_beside_an_automatic_one_is_found(naskah: Naskah) -> None:
    naskah.add("TUJUAN", 90)
    naskah.add("(1) PIHAK KESATU membina.", 90, 1)
    assert naskah.texts()[1] == "(1) (1) PIHAK KESATU membina."
    found = check_document("a.docx", naskah.bytes()).found
    assert "DAFTAR-NOMOR" in {one.kode for one in found}
