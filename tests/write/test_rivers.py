"""Justified text without rivers: few lines with wide spaces, in print and in Word's file alike."""

import itertools
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

import pypdfium2
import pytest

from conftest import AKAR, CONTOH
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.naskah import Naskah
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.docx.wml import _parted
from notakesepakatan.write.pdf import write_pdf

MOST = 0.75
"""Of a line's height, from which a space is wide."""
LABEL = 5
"""Letters of the longest label: "(10)", "VIII."."""


class Letter(NamedTuple):
    left: float
    right: float
    text: str


def lines_of(page: pypdfium2.PdfPage) -> list[list[Letter]]:
    """The letters of each line from left to right."""
    text = page.get_textpage()
    lines: dict[int, list[Letter]] = {}
    for i in range(text.count_chars()):
        letter = text.get_text_range(i, 1)
        if letter.strip():
            left, bottom, right, _ = text.get_charbox(i, loose=True)
            lines.setdefault(round(bottom / 3), []).append(Letter(left, right, letter))
    return [sorted(line) for line in lines.values()]


def widest_space(line: list[Letter]) -> float:
    """The widest space between two words, points; that behind a label is none."""
    spaces = [
        after.left - before.right
        for i, (before, after) in enumerate(itertools.pairwise(line))
        if after.left - before.right > 1 and not (i < LABEL and before.text in ".)")
    ]
    return max(spaces, default=0)


def wide_lines(naskah: Naskah) -> tuple[int, int]:
    """Lines with a wide space, and all lines, of the upright pages before the signatures."""
    most = MOST * naskah.ukuran * 1.4
    wide = count = 0
    for page in pypdfium2.PdfDocument(write_pdf(naskah)):
        if page.get_width() > page.get_height():
            continue
        widths = [widest_space(line) for line in lines_of(page)]
        count += len(widths)
        # Between two columns is more room than between two words.
        wide += sum(most < width < 3 * most for width in widths)
    return wide, count


@pytest.mark.slow
def test_the_example_has_few_wide_spaces(penyusun: Composer) -> None:
    file = AKAR / f"agreements/{CONTOH}/kesepakatan.yaml"
    naskah = compose_kesepakatan(penyusun, parse_kesepakatan(file.read_bytes(), "u"))
    wide, count = wide_lines(naskah)
    assert count > 200
    assert wide <= count * 0.03


def test_words_of_running_text_are_parted_and_names_and_ties_are_not() -> None:
    assert _parted("pelaksanaan") == "pelak\0sa\0naan"
    assert _parted("tanggal 7 September 2026") == "tanggal 7 September 2026"
    assert _parted("PIHAK KESEPULUH") == "PIHAK KESEPULUH"


def test_a_name_in_bold_is_whole_in_word(penyusun: Composer) -> None:
    file = AKAR / f"agreements/{CONTOH}/kesepakatan.yaml"
    naskah = compose_kesepakatan(penyusun, parse_kesepakatan(file.read_bytes(), "u"))

    with ZipFile(BytesIO(write_docx(naskah))) as archive:
        xml = archive.read("word/document.xml").decode()
    assert "BENNY RHAMDANI</w:t>" in xml
    assert "<w:softHyphen/>" in xml.partition("w:tbl>")[0]
