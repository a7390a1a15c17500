"""What a row takes from those above it, and days whose parts stand apart or are not all said."""

from collections.abc import Sequence
from datetime import date

import pytest

from notakesepakatan.bureau.impor import ReadRegister, read_register_book
from notakesepakatan.compute.intake.above import is_ditto
from notakesepakatan.compute.intake.rows import Decided, ReadCell
from notakesepakatan.compute.intake.sheet import Book, Cell, Merged, Sheet
from notakesepakatan.compute.intake.unfinished import read_unfinished

HEAD = ["No", "Tentang", "Mitra", "Nomor", "Tanggal", "Masa Berlaku"]
ONE = ["1", "Pasar Ikan", "PT Satu", "1/2023", "25 Maret 2023", "3 tahun"]


def register_of(
    *rows: Sequence[str], merged: Sequence[Merged] = (), name: str = "S"
) -> ReadRegister:
    cells = tuple(tuple(Cell(text) for text in row) for row in rows)
    book = Book("daftar.xlsx", (Sheet(name, cells, merged),))
    return read_register_book(book, Decided(jenis="Perjanjian Kerja Sama"))


def cell_of(key: str, *rows: Sequence[str], name: str = "S") -> ReadCell:
    """The cell of a key in the last row."""
    return next(register_of(*rows, name=name).rows[-1].all_of(key))


@pytest.mark.parametrize(
    "text",
    ["sda", "s.d.a", "S.D.A.", "s d a", "idem", '"', '-"-', "〃", "''", "sama dengan di atas", '- " -'],
)  # fmt: skip
def test_marks_that_mean_the_cell_above(text: str) -> None:
    assert is_ditto(text)
    row = ["2", "Pasar Sayur", text, "2/2023", text, text]
    register = register_of(HEAD, ONE, row)
    _, line = register.lines
    assert (line.pihak, line.signed) == (("PT Satu",), date(2023, 3, 25))
    assert line.span == "3 tahun"
    assert "sama dengan di atasnya" in register.rows[1].cells["pihak"].reason


@pytest.mark.parametrize("text", ["", "-", "Sdadari", "s.d. 2027", "PT Idem", "SDA 2"])
def test_what_is_no_mark(text: str) -> None:
    assert not is_ditto(text)


def test_a_mark_below_an_empty_cell_is_asked() -> None:
    first = [*ONE[:2], "", *ONE[3:]]
    cell = cell_of("pihak", HEAD, first, ["2", "Pasar", "sda", "2/23", "", ""])
    assert (cell.read, cell.certainty) == (None, "tanya")


def _wide(text: str) -> list[str]:
    return [text, "", "", "", "", ""]


def test_a_line_over_rows_is_said_of_each_and_is_no_row() -> None:
    rows = [HEAD, _wide("TAHUN 2023"), _wide("A. KESEPAKATAN BERSAMA"), [*ONE[:4], "25 Maret", ""],
            _wide("TAHUN 2024"), ["2", "Pasar Sayur", "PT Dua", "2/A", "5/13", ""], _wide("Catatan: selesai")]  # fmt: skip
    merged = [(row, 0, row, 5) for row in (1, 2, 4, 6)]
    register = register_of(*rows, merged=merged)
    first, second = register.lines
    assert (first.jenis, first.signed) == ("Kesepakatan Bersama", date(2023, 3, 25))
    # A new year ends the kind that stood inside of the one before.
    assert (second.jenis, second.signed) == (
        "Perjanjian Kerja Sama",
        date(2024, 5, 13),
    )
    assert second.others["Tahun"] == "TAHUN 2024"
    assert register.unread == ('baris S!7, bukan kesepakatan: "Catatan: selesai"',)
    assert not any(cell.asked for row in register.rows for cell in row.cells.values())


def test_a_name_alone_below_a_party_is_one_more_party() -> None:
    register = register_of(HEAD, ONE, ["", "", "PT Dua", "", "", ""])
    (line,) = register.lines
    assert line.pihak == ("PT Satu", "PT Dua")


def test_rows_of_one_merged_count_and_title_are_one_agreement() -> None:
    more = ["", "", "PT Dua", "A/2023", "", ""]
    merged = [(1, column, 2, column) for column in (0, 1, 4, 5)]
    (line,) = register_of(HEAD, ONE, more, merged=merged).lines
    assert line.pihak == ("PT Satu", "PT Dua")
    assert line.nomor == ("1/2023", "A/2023")


def test_one_name_in_a_cell_over_both_parties_is_asked() -> None:
    head = ["No", "Tentang", "Pihak I", "Pihak II", "Tanggal"]
    row = ["1", "Pasar", "PT Satu", "", "25 Maret 2023"]
    (read,) = register_of(head, row, merged=[(1, 2, 1, 3)]).rows
    assert [cell.where for cell in read.asked] == ["S!D2"]


@pytest.mark.parametrize(
    "heads",
    [
        ("Tanggal TTD Tgl", "Tanggal TTD Bln", "Tanggal TTD Thn"),
        ("Hari", "Bulan", "Tahun"),
        ("Tgl. Penandatanganan", "Bln. Penandatanganan", "Thn. Penandatanganan"),
    ],
)
@pytest.mark.parametrize("month", ["3", "03", "III", "Maret"])
def test_a_day_in_three_columns_is_one(heads: tuple[str, ...], month: str) -> None:
    rows = ([*HEAD[:4], *heads], [*ONE[:4], "5", month, "2024"])
    cell = cell_of("tanggal", *rows)
    assert (cell.read, cell.certainty) == ("2024-03-05", "pasti")


def test_a_term_in_years_and_months_is_no_day() -> None:
    rows = ([*HEAD[:4], "Tahun", "Bulan", "Hari"], [*ONE[:4], "3", "0", "0"])
    (row,) = register_of(*rows).rows
    assert "tanggal" not in row.cells


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("TA 2024", date(2024, 12, 31)),
        ("T.A. 2024", date(2024, 12, 31)),
        ("Tahun Anggaran 2024-2026", date(2026, 12, 31)),
        ("akhir tahun 2026", date(2026, 12, 31)),
        ("s.d. akhir Februari 2028", date(2028, 2, 29)),
    ],
)
@pytest.mark.parametrize("head", ["Masa Berlaku", "Berakhir"])
def test_a_year_that_ends_on_one_day_is_settled(
    text: str, last: date, head: str
) -> None:
    (line,) = register_of([*HEAD[:5], head], [*ONE[:5], text]).lines
    assert line.end == last
    assert line.asked == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("s/d 2028", ("2028-03-25", "2028-12-31")),
        ("2023-2028", ("2028-03-25", "2028-12-31")),
        ("Desember 2027", ("2027-12-31",)),
        ("s.d. 03/2027", ("2027-03-25", "2027-03-31")),
        ("tahun 2028", ("2028-03-25", "2028-12-31")),
    ],
)
def test_a_year_or_month_alone_is_asked_with_its_days(
    text: str, days: tuple[str, ...]
) -> None:
    cell = cell_of("berakhir", [*HEAD[:5], "Berakhir"], [*ONE[:5], text])
    assert (cell.read, cell.certainty, cell.choices) == (None, "tanya", days)


@pytest.mark.parametrize("text", ["2023/2024", "TA 2023/2024", "Semester 2028", "3"])
def test_other_years_say_no_end(text: str) -> None:
    assert read_unfinished(text) is None


def test_a_year_of_the_budget_is_no_day_of_signing() -> None:
    cell = cell_of("tanggal", HEAD, [*ONE[:4], "TA 2024", ""])
    assert cell.asked


@pytest.mark.parametrize("name", ["2023", "PKS Tahun 2023"])
def test_a_day_without_its_year_takes_that_of_the_sheet(name: str) -> None:
    cell = cell_of("tanggal", HEAD, [*ONE[:4], "25 Maret", ""], name=name)
    assert (cell.read, cell.certainty) == ("2023-03-25", "cukup")


def test_a_sheet_of_another_year_than_the_number_gives_none() -> None:
    row = [*ONE[:4], "25 Maret", ""]
    cell = cell_of("tanggal", HEAD, row, name="PKS 2024")
    assert (cell.read, cell.certainty) == (None, "tanya")


def test_a_day_without_any_year_is_asked() -> None:
    assert cell_of("tanggal", HEAD, [*ONE[:4], "25 Maret", ""]).asked


def test_whose_number_it_is_is_kept_beside_it() -> None:
    numbers = "UM: 12/KS/2024; Mitra: 5/B/2024"
    (line,) = register_of(HEAD, [*ONE[:3], numbers, *ONE[4:]]).lines
    assert line.nomor == ("12/KS/2024", "5/B/2024")
    assert line.others["Nomor menurut daftar"] == numbers


def test_a_term_beside_days_in_columns_of_their_own_is_kept() -> None:
    head = [*HEAD[:5], "Berakhir", "Lamanya"]
    rows = ([*ONE[:5], "-", "3 th"], ["2", *ONE[1:3], "2/2023", ONE[4], "-", "TA 2025"], ["3", *ONE[1:3], "3/2023", ONE[4], "-", "lihat 2"])  # fmt: skip
    register = register_of(head, *rows)
    first, second, third = register.lines
    assert (first.begin or first.signed, first.span) == (date(2023, 3, 25), "3 tahun")
    assert second.end == date(2025, 12, 31)
    assert [cell.text for cell in third.asked] == ["lihat 2"]


def test_a_sum_below_a_group_says_its_own_words() -> None:
    rows = [HEAD, _wide("TAHUN 2023"), ONE, ["JUMLAH", "", "", "", "", "1 naskah"]]
    register = register_of(*rows, merged=[(1, 0, 1, 5)])
    assert register.unread == ('baris S!4, bukan kesepakatan: "JUMLAH 1 naskah"',)


def test_a_term_beside_its_years_is_read_where_they_fit() -> None:
    rows = ([*ONE[:5], "3 Th (2023-2026)"], ["2", *ONE[1:3], "2/2023", ONE[4], "3 Th (2023-2029)"],
            ["3", *ONE[1:3], "3/2023", ONE[4], "1 Mei 2023 s.d. 1 Mei 2024"])  # fmt: skip
    fitting, other, _ = register_of(HEAD, *rows).lines
    assert (fitting.span, fitting.asked) == ("3 tahun", ())
    assert [cell.choices for cell in other.asked] == [
        ("s.d. 2029-03-25", "s.d. 2029-12-31")
    ]


def test_words_of_a_term_that_is_none_are_kept() -> None:
    rows = ([*ONE[:5], "s/d selesai"], ["2", *ONE[1:3], "2/2023", ONE[4], "5 tahun, dapat diperpanjang"],
            ["3", *ONE[1:3], "3/2023", ONE[4], "1 Mei 2023 s.d. 1 Mei 2024"])  # fmt: skip
    first, second, _ = register_of(HEAD, *rows).lines
    assert first.others["Jangka waktu menurut daftar"] == "s/d selesai"
    assert second.span == "5 tahun"
    assert second.others["Masa Berlaku menurut daftar"] == "5 tahun, dapat diperpanjang"


def test_two_agreements_in_one_row_are_asked() -> None:
    titles, numbers = "1. NK Wisata\n2. PKS Promosi", "1. 5/A/2022\n2. 9/B/2022"
    row = ["1", titles, "PT Satu", numbers, "1. 10 Januari 2022\n2. 7 Maret 2022", ""]
    nomor = cell_of("nomor", HEAD, ONE, row)
    assert (nomor.read, nomor.certainty) == (None, "tanya")
    assert "2 judul dan 2 nomor" in nomor.reason
    assert nomor.choices == ("5/A/2022", "9/B/2022")
    assert cell_of("tanggal", HEAD, ONE, row).certainty == "tanya"


def test_initials_behind_a_comma_may_be_one_more_party() -> None:
    row = ["2", "Bencana", "Pemkab A, Pemprov A, BPBD", "2/2023", "25 Maret 2023", ""]
    assert cell_of("pihak", HEAD, ONE, row).certainty == "tanya"


def test_a_nought_for_the_day_of_signing_does_not_speak_of_an_end() -> None:
    row = ["2", "Bencana", "Pemkab A", "2/2023", "0000-00-00", ""]
    tanggal = cell_of("tanggal", HEAD, ONE, row)
    assert (tanggal.read, tanggal.reason) == (None, "tidak menyebut hari")
