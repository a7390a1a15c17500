"""The Rencana Kerja on paper: every column holds its words, whatever parties and years there are."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

import pypdfium2
import pytest

from compose.plans import agreement, composed
from notakesepakatan.bureau.larger_paper import larger_paper
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.model.halaman import Paper
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import paragraphs
from notakesepakatan.naskah.letters import longest_word, width_of
from notakesepakatan.words.numbers import order, roman
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.html import write_html
from notakesepakatan.write.pdf import write_pdf

SAMPLE: list[tuple[int, int, Paper]] = [
    (2, 5, "A4"),
    (4, 10, "F4"),
    (8, 15, "A4"),
    (8, 1, "F4"),
]
WHOLE: list[tuple[int, int, Paper]] = [
    (parties, years, kertas)
    for parties in range(2, 9)
    for years in (1, 3, 5, 10, 15)
    for kertas in ("A4", "F4")
]


class Word(NamedTuple):
    """A word where it stands on a page, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


PARTED = "\ufffe"
"""What pdfium says in place of the hyphen between two pieces of a word."""


def words_of(page: pypdfium2.PdfPage) -> Iterator[Word]:
    text = page.get_textpage()
    letters: list[tuple[str, tuple[float, float, float, float]]] = []
    for i in range(text.count_chars() + 1):
        one = text.get_text_range(i, 1) if i < text.count_chars() else " "
        if one.strip() and one != PARTED:
            letters.append((one, text.get_charbox(i)))
        elif letters:
            boxes = [box for _, box in letters]
            yield Word(
                "".join(letter for letter, _ in letters),
                min(box[0] for box in boxes),
                min(box[1] for box in boxes),
                max(box[2] for box in boxes),
                max(box[3] for box in boxes),
            )
            letters = []


def overlap(one: Word, other: Word) -> bool:
    beside = one.left < other.right - 0.3 and other.left < one.right - 0.3
    level = one.bottom < other.top - 0.3 and other.bottom < one.top - 0.3
    return beside and level


def check_annex(parties: int, years: int, kertas: Paper) -> None:
    yaml = agreement(parties, years, programs=1)
    document = pypdfium2.PdfDocument(write_pdf(composed(yaml, kertas)))
    page = document[len(document) - 1]
    words = list(words_of(page))
    texts = [word.text for word in words]
    heads = [
        *("No", "Program/Kegiatan", "Tahapan", "Lokasi", "Sumber", "Output", "Outcome"),
        *("Tahun", "(Sesuai", "Tanggung"),
        *(order(i).upper() for i in range(1, parties + 1)),
    ]
    assert [head for head in heads if head not in texts] == []
    numerals = [roman(year) for year in range(1, years + 1)]
    marks = {"V"}
    assert [one for one in numerals if one not in texts and one not in marks] == []
    table = [word for word in words if word.top < head_top(words)]
    edge = page.get_width() - 20 / 25.4 * 72
    assert all(word.right < edge for word in table)
    ordered = sorted(table, key=lambda word: -word.top)
    assert not [
        (one.text, other.text)
        for i, one in enumerate(ordered)
        for other in ordered[i + 1 : i + 60]
        if overlap(one, other)
    ]


def head_top(words: list[Word]) -> float:
    return next(word.top for word in words if word.text == "Tahun") + 1


@pytest.mark.slow
@pytest.mark.parametrize(("parties", "years", "kertas"), SAMPLE)
def test_no_word_of_the_head_is_broken(parties: int, years: int, kertas: Paper) -> None:
    check_annex(parties, years, kertas)


@pytest.mark.long
@pytest.mark.parametrize(("parties", "years", "kertas"), WHOLE)
def test_no_word_of_the_head_is_broken_in_any(
    parties: int, years: int, kertas: Paper
) -> None:
    check_annex(parties, years, kertas)


def test_letters_have_nine_points_where_the_page_bears_it() -> None:
    few = composed(agreement(2, 5))
    assert '<section class="lampiran">' in few.isi
    assert 'class="sel"' in few.isi
    assert few.gaya["sel"].ukuran == few.gaya["sel-kepala"].ukuran == 9
    assert "lampiran-a3" not in few.page


def test_many_columns_go_to_a3_and_the_office_is_told() -> None:
    yaml = agreement(6, 10)
    many = composed(yaml)
    assert '<section class="lampiran-a3">' in many.isi
    assert (many.page["lampiran-a3"].width, many.page["lampiran-a3"].tinggi) == (
        420,
        297,
    )
    k = parse_kesepakatan(yaml.encode(), "uji").reading
    (note,) = larger_paper(Pengaturan(), k)
    assert note.said == (
        "Lampiran: kolom pihak dan tahunnya terlalu banyak untuk kertas kantor, sehingga"
        " dicetak pada kertas A3"
    )
    small = parse_kesepakatan(agreement(2, 5).encode(), "uji").reading
    assert list(larger_paper(Pengaturan(), small)) == []


def test_cells_and_justified_text_are_parted_at_syllables() -> None:
    naskah = composed(agreement(2, 1))
    parted = {name for name, gaya in naskah.gaya.items() if gaya.penggal}
    assert parted == naskah.justified | {"sel", "sel-label"}


def test_widths_of_letters() -> None:
    assert width_of("", 9) == 0
    assert width_of("PIHAK", 9, bold=True) > width_of("PIHAK", 9)
    assert width_of("ab", 18) == 2 * width_of("ab", 9)
    assert longest_word("PIHAK KESATU", 9) == width_of("KESATU", 9)
    assert width_of("\u2713", 10) > width_of("i", 10)


def long_program(rows: int = 3) -> Naskah:
    """An annex whose one programme goes on over so many rows."""
    row = "    - isi: Menyelenggarakan pendampingan\n      tahun: semua\n"
    yaml = agreement(2, 3, programs=1)
    head, stages, rest = yaml.partition("    tahapan:\n")
    return composed(f"{head}{stages}{row * rows}{rest}")


def test_a_programme_of_many_rows_is_one_cell_downwards() -> None:
    naskah = long_program()
    assert '<td rowspan="4"' in write_html(naskah).decode()
    xml = ZipFile(BytesIO(write_docx(naskah))).read("word/document.xml").decode()
    annex = xml.rpartition("<w:tblHeader/>")[2].partition("</w:tr>")[2]
    assert annex.count('<w:vMerge w:val="restart"/>') == 2
    assert annex.count("<w:vMerge/>") == 6
    single = write_html(composed(agreement(2, 3, programs=1))).decode()
    assert "tfoot class" not in single


@pytest.mark.slow
def test_each_page_of_a_programme_names_it() -> None:
    content = write_pdf(long_program(60))
    pages = [
        " ".join(each.get_textpage().get_text_range().split())
        for each in pypdfium2.PdfDocument(content)
    ]
    annex = [text for text in pages if "Tahapan Kegiatan" in text]
    assert len(annex) > 2
    assert ["(lanjutan)" in text for text in annex] == [
        False,
        *[True] * (len(annex) - 1),
    ]


@pytest.mark.slow
def test_a_long_name_stays_in_the_rows_of_its_page() -> None:
    name = "Penyelenggaraan pelayanan pelindungan dan pemberdayaan masyarakat"
    row = (
        "    - isi: Menyelenggarakan pendampingan sampai selesai\n      tahun: semua\n"
    )
    parts = agreement(2, 3, programs=3).replace(name, " ".join([name] * 3))
    yaml = f"    tahapan:\n{row * 3}".join(parts.split("    tahapan:\n"))
    document = pypdfium2.PdfDocument(write_pdf(composed(yaml)))
    annex = [list(words_of(each)) for each in document]
    with_rows = [words for words in annex if "Lokasi" in [one.text for one in words]]
    assert len(with_rows) > 2
    for words in with_rows:
        left = next(one.left for one in words if one.text == "Program/Kegiatan")
        right = next(one.left for one in words if one.text == "Tahapan")
        names = [one for one in words if left - 9 < one.left < right - 20]
        assert not [(a, b) for a in names for b in names if a < b and overlap(a, b)]


def test_colons_of_the_annex_head_stand_below_each_other() -> None:
    naskah = composed(agreement(2, 1))
    data = [
        paragraph
        for paragraph in paragraphs(naskah.section)
        if paragraph.gaya == "kepala-lampiran-data"
    ]
    assert {paragraph.label for paragraph in data} == {"Nomor", "Tanggal"}
    assert all(
        paragraph.teks[len(paragraph.label) :][:3] == " : " for paragraph in data
    )
