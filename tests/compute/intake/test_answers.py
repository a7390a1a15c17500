"""What people answer is read as the cell would be, or asked again; rows and tables are told apart."""

from collections.abc import Sequence
from datetime import date

import pytest

from notakesepakatan.bureau.impor import ReadRegister, read_register_book
from notakesepakatan.compute.intake.lines import Line
from notakesepakatan.compute.intake.rows import Decided
from notakesepakatan.compute.intake.sheet import Book, Cell, Sheet

HEAD = ["No", "Nomor", "Tentang", "Mitra", "Mulai", "Berakhir"]
TODAY = date(2026, 1, 1)


def register_of(
    *rows: Sequence[str], answers: dict[str, str] | None = None
) -> ReadRegister:
    """The rows read, with what was answered for the cells of these marks."""
    cells = tuple(tuple(Cell(text) for text in row) for row in rows)
    book = Book("daftar.xlsx", (Sheet("S", cells),))
    decided = Decided(jenis="Perjanjian Kerja Sama", cells=answers or {})
    return read_register_book(book, decided, TODAY)


def answered(column: str, answer: str) -> Line:
    """The one agreement of a register whose end nobody can read, once that was answered."""
    head = HEAD if column != "Periode" else [*HEAD[:4], column, "Kode"]
    unread = ["3 Mei 2025", "entah"] if column != "Periode" else ["awal 2025 dst", "A"]
    rows = (head, ["1", "1/X/2025", "Pasar Ikan", "PT Mitra", *unread])
    (row,) = register_of(*rows).rows
    (asked,) = row.asked
    (line,) = register_of(*rows, answers={asked.mark: answer}).lines
    return line


@pytest.mark.parametrize(
    ("answer", "end"),
    [
        ("2028-12-31", date(2028, 12, 31)),
        ("31 Desember 2028", date(2028, 12, 31)),
        ("31/12/2028", date(2028, 12, 31)),
        ("s.d. 31 Desember 2028", date(2028, 12, 31)),
        ("tidak terbatas", None),
    ],
)
def test_an_answer_is_read_as_the_cell_would_be(answer: str, end: date | None) -> None:
    line = answered("Berakhir", answer)
    assert line.asked == ()
    assert (line.end, line.endless) == (end, end is None)


@pytest.mark.parametrize(
    "answer", ["3 Mei 2025 s.d. 2 Mei 2028", "2025-05-03 s.d. 2028-05-02"]
)
def test_a_period_is_answered_by_both_its_days(answer: str) -> None:
    line = answered("Periode", answer)
    assert line.asked == ()
    assert (line.begin, line.end) == (date(2025, 5, 3), date(2028, 5, 2))


def test_an_answer_that_says_nothing_is_asked_again() -> None:
    (cell,) = answered("Berakhir", "kapan-kapan").asked
    assert cell.reason.startswith('jawaban "kapan-kapan" tidak terbaca')


def test_a_second_head_begins_a_table_of_its_own() -> None:
    first = ["1", "1/KB/2024", "Pasar Ikan", "Kota Tegal", "3 Mei 2024", "3 Mei 2026"]
    head = ["No", "Mitra", "Tentang", "Nomor", "Mulai", "Berakhir"]
    second = ["1", "CV Tirta", "Sumur Bor", "4/PK/2024", "9 Juli 2024", "9 Juli 2027"]
    lines = register_of(HEAD, first, head, second).lines
    assert [(line.pihak, line.nomor) for line in lines] == [
        (("Kota Tegal",), ("1/KB/2024",)),
        (("CV Tirta",), ("4/PK/2024",)),
    ]


def test_the_number_of_the_other_party_stands_below_without_a_count() -> None:
    first = ["1", "1/KB/2024", "Beras", "Kota Tegal", "3 Mei 2024", "3 Mei 2026"]
    below = ["", "B-88/2024", "", "PT Bulog", "", ""]
    (line,) = register_of(HEAD, first, below).lines
    assert line.pihak == ("Kota Tegal", "PT Bulog")
    assert line.nomor == ("1/KB/2024", "B-88/2024")


def test_one_number_with_other_days_is_another_agreement() -> None:
    row = ["1", "1/KB/2024", "Saus", "PT Merah", "3 Juni 2025", "3 Juni 2027"]
    again = [*row[:4], "3 Juli 2027", "3 Juli 2029"]
    assert len(register_of(HEAD, row, again).lines) == 2
    assert len(register_of(HEAD, row, row).lines) == 1


REMARKED = [*HEAD, "Keterangan"]


@pytest.mark.parametrize(
    ("end", "remark", "asked", "kept"),
    [
        ("3 Juni 2028", "tidak diperpanjang", True, ()),
        ("3 Juni 2025", "tidak diperpanjang", False, ("berakhir",)),
        ("3 Juni 2025", "sudah diperpanjang", True, ()),
        ("3 Juni 2028", "sudah diperpanjang s.d. 2030", True, ()),
        ("3 Juni 2028", "batal 5 Mei 2025", False, ("batal sejak 5 Mei 2025",)),
    ],
)
def test_a_remark_that_says_what_became_of_it_is_read(
    end: str, remark: str, asked: bool, kept: tuple[str, ...]
) -> None:
    row = ["1", "1/KB/2024", "Saus", "PT Merah", "3 Juni 2024", end, remark]
    (line,) = register_of(REMARKED, row).lines
    assert bool(line.asked) == asked
    assert line.register.get("status_tercatat", ()) == kept
    assert line.register["keterangan"] == (remark,)


def test_a_remark_moves_the_end_that_it_names() -> None:
    remark = "diperpanjang s.d. 27 Oktober 2030"
    row = ["1", "1/KB/2024", "Saus", "PT Merah", "3 Juni 2024", "3 Juni 2028", remark]
    (line,) = register_of(REMARKED, row).lines
    assert line.end == date(2030, 10, 27)
    plain = [*row[:6], "diserahkan ke bagian hukum"]
    assert register_of(REMARKED, plain).lines[0].register["keterangan"] == (plain[6],)


def test_what_a_person_says_of_a_remark_is_kept() -> None:
    row = ["1", "1/KB/2024", "Saus", "PT Merah", "3 Juni 2024", "3 Juni 2028"]
    rows = (REMARKED, [*row, "tidak diperpanjang"])
    (asked,) = register_of(*rows).lines[0].asked
    (line,) = register_of(*rows, answers={asked.mark: "menunggu rapat"}).lines
    assert line.asked == ()
    assert line.register["status_tercatat"] == ("menunggu rapat",)
