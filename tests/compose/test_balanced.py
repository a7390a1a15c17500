"""Titles in lines of about one length, decided once for every format."""

import pytest

from compose.plans import agreement, composed
from notakesepakatan.compose.balanced import balanced, lines_of
from notakesepakatan.naskah.blocks import Paragraph
from notakesepakatan.naskah.letters import width_of
from notakesepakatan.write.txt import write_txt

LONG = "PENEMPATAN DAN PELINDUNGAN PEKERJA MIGRAN INDONESIA DAN KELUARGANYA"


def test_no_line_is_a_word_alone() -> None:
    wide = width_of("PENEMPATAN DAN PELINDUNGAN PEKERJA MIGRAN", 14, bold=True)
    assert lines_of(
        "PENEMPATAN DAN PELINDUNGAN PEKERJA MIGRAN INDONESIA", wide, 14, bold=True
    ) == ["PENEMPATAN DAN PELINDUNGAN", "PEKERJA MIGRAN INDONESIA"]


@pytest.mark.parametrize("wide", [60, 90, 120, 150, 300])
def test_lines_hold_all_words_and_fit(wide: float) -> None:
    lines = lines_of(LONG, wide, 14, bold=True)
    assert " ".join(lines) == LONG
    assert all(width_of(line, 14, bold=True) <= wide for line in lines)


def test_no_line_ends_in_a_word_that_leads_on() -> None:
    wide = width_of("KOPERASI DAN USAHA KECIL", 14, bold=True)
    title = "KEMENTERIAN KOPERASI DAN USAHA KECIL MENENGAH"
    assert lines_of(title, wide, 14, bold=True) == [
        "KEMENTERIAN",
        "KOPERASI DAN USAHA",
        "KECIL MENENGAH",
    ]


def test_what_fits_in_no_line_is_left() -> None:
    assert lines_of("PENYELENGGARAAN", 10, 14, bold=True) == ["PENYELENGGARAAN"]


def test_a_title_has_the_same_lines_in_every_format() -> None:
    naskah = composed(agreement(2, 1))
    (title,) = (
        block
        for section in naskah.section
        for block in section.block
        if isinstance(block, Paragraph) and block.datum == "judul"
    )
    assert [cut.teks for cut in title.isi] == [
        "PENYELENGGARAAN PELINDUNGAN PEKERJA",
        "\n",
        "MIGRAN INDONESIA DAN KELUARGANYA",
    ]
    assert f"\n{title.teks}\n" in write_txt(naskah).decode()


def test_a_break_that_was_typed_and_a_look_inside_stay() -> None:
    naskah = composed(agreement(2, 1))
    kept = (
        '<section class="badan"><p class="judul">A<br/>B</p>'
        '<p class="judul"><b>C</b> D</p></section>'
    )
    assert balanced(kept, naskah.page, naskah.gaya, 12) == kept
