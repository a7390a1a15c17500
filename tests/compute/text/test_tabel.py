"""A table as it stands on paper: numbers grouped, sums computed, and what does not add up said."""

from decimal import Decimal
from typing import Any

import pytest

from notakesepakatan.compute.text.tabel import check_tabel, printed, read_number
from notakesepakatan.model.tabel import Tabel

BUDGET: dict[str, Any] = {
    "kolom": [
        "Uraian",
        {"judul": "Volume", "jenis": "bilangan"},
        {"judul": "Biaya", "jenis": "uang", "jumlah": "ya"},
    ],
    "baris": [
        "Pelatihan | 2 | 1500000",
        ["Alat tulis", "1,5", "Rp250.000,00"],
        ["Cadangan", "", "-"],
    ],
}


def table(**changed: Any) -> Tabel:
    return Tabel.model_validate(BUDGET | changed)


def messages(tabel: Tabel) -> list[str]:
    return [problem.message for problem in check_tabel(tabel, ("pasal", 0, "tabel"))]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("2500000", "2500000"),
        ("2.500.000", "2500000"),
        ("Rp2.500.000,00", "2500000"),
        ("Rp. 2.500.000,-", "2500000"),
        ("12,5", "12.5"),
        ("2.5", None),
        ("dua juta", None),
        ("", None),
    ],
)
def test_numbers_as_people_type_them(typed: str, number: str | None) -> None:
    assert read_number(typed) == (Decimal(number) if number else None)


def test_a_row_is_a_list_or_a_text_with_bars() -> None:
    rows = printed(table()).rows
    assert rows[0] == ("Pelatihan", "2", "Rp1.500.000,00")
    assert rows[1] == ("Alat tulis", "1,5", "Rp250.000,00")
    assert rows[2] == ("Cadangan", "", "-")


def test_sums_stand_below_with_their_word() -> None:
    assert printed(table()).sums == ("Jumlah", "", "Rp1.750.000,00")
    assert printed(table(kata_jumlah="Total")).sums[0] == "Total"
    assert printed(table(kolom=["A", "B", "C"])).sums == ()


def test_widths_fill_the_page() -> None:
    columns = printed(table()).columns
    assert sum(column.width for column in columns) == pytest.approx(100, abs=0.01)
    assert columns[0].width > columns[1].width


def test_a_sound_table_has_no_finding() -> None:
    assert messages(table()) == []


def test_a_typed_sum_is_held_against_the_rows() -> None:
    def with_sum(typed: str) -> Tabel:
        *others, money = BUDGET["kolom"]
        return table(kolom=[*others, {**money, "jumlah": typed}])

    assert messages(with_sum("1.750.000")) == []
    (message,) = messages(with_sum("2.000.000"))
    assert (
        message == "jumlah kolom Biaya tertulis Rp2.000.000,00, padahal Rp1.750.000,00"
    )
    (message,) = messages(with_sum("banyak"))
    assert message == '"banyak" bukan ya, tidak, atau bilangan'


def test_rows_that_sum_those_above_them_are_not_counted_again() -> None:
    """Subtotals are held against the rows since the one before, or against all."""
    rows = ["A | 1 | 100", "B | 1 | 50", "Subjumlah A | | 150", "C | 1 | 300"]
    grouped = table(baris=[*rows, "Sub Total B | | 300"])
    assert messages(grouped) == []
    assert printed(grouped).sums == ("Jumlah", "", "Rp450,00")
    assert messages(table(baris=[*rows, "Subtotal | | 450"])) == []
    (message,) = messages(table(baris=[*rows, "Subjumlah B | | 350"]))
    assert message == "tertulis Rp350,00, padahal baris di atasnya berjumlah Rp300,00"


def test_a_row_of_another_length_is_said_and_still_printed() -> None:
    short = table(baris=["Pelatihan | 2"])
    assert messages(short) == ["baris ini punya 2 sel, padahal tabelnya 3 kolom"]
    assert printed(short).rows == (("Pelatihan", "2", ""),)


def test_words_in_a_column_of_numbers_are_said() -> None:
    (message,) = messages(table(baris=["Pelatihan | dua | 1500000"]))
    assert message == '"dua" bukan bilangan, padahal kolom Volume berisi bilangan'


def test_words_cannot_be_added_up() -> None:
    (message,) = messages(table(kolom=[{"judul": "A", "jumlah": "ya"}, "B", "C"]))
    assert message == "kolom A berisi teks dan tidak dapat dijumlahkan"
