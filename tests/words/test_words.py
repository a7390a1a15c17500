"""Words for numbers, dates and lists: a table in, a table out."""

from datetime import date

import pytest

from notakesepakatan.words.lists import as_sentence, merge, nth_huruf
from notakesepakatan.words.names import fold
from notakesepakatan.words.numbers import (
    angka_terbilang,
    from_roman,
    order,
    roman,
    rupiah,
    terbilang,
)
from notakesepakatan.words.provisional import all_years, mark_meaning, marked
from notakesepakatan.words.tanggal import (
    day_name,
    month_name,
    tanggal_angka,
    tanggal_long,
    terbilang_capitals,
)


@pytest.mark.parametrize(
    ("bilangan", "expect"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (99, "sembilan puluh sembilan"),
        (100, "seratus"),
        (101, "seratus satu"),
        (110, "seratus sepuluh"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (1100, "seribu seratus"),
        (2000, "dua ribu"),
        (2022, "dua ribu dua puluh dua"),
        (11000, "sebelas ribu"),
        (100000, "seratus ribu"),
        (101000, "seratus satu ribu"),
        (1000000, "satu juta"),
        (1001000, "satu juta seribu"),  # where num2words says "satu juta satu ribu"
        (1000001000, "satu miliar seribu"),
        (2001001001, "dua miliar satu juta seribu satu"),
        (10**12, "satu triliun"),
        (-5, "minus lima"),
    ],
)
def test_terbilang(bilangan: int, expect: str) -> None:
    assert terbilang(bilangan) == expect


@pytest.mark.parametrize(
    ("salah", "galat"),
    [(True, TypeError), (1.0, TypeError), ("1", TypeError), (10**15, ValueError)],
)
def test_terbilang_refuses(salah: object, galat: type[Exception]) -> None:
    with pytest.raises(galat):
        terbilang(salah)  # type: ignore[arg-type] # the point of the test


def test_digits_with_words() -> None:
    assert angka_terbilang(5) == "5 (lima)"
    assert angka_terbilang(12500) == "12.500 (dua belas ribu lima ratus)"
    assert rupiah(10000) == "Rp10.000,00 (sepuluh ribu rupiah)"


@pytest.mark.parametrize(
    ("angka", "expect"),
    [
        (1, "I"),
        (4, "IV"),
        (6, "VI"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (1999, "MCMXCIX"),
    ],
)
def test_romawi_there_and_back(angka: int, expect: str) -> None:
    assert roman(angka) == expect
    assert from_roman(expect) == angka


def test_every_roman_numeral_comes_back() -> None:
    assert [from_roman(roman(n)) for n in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize("salah", ["", "IIII", "iv", "IC", "VX", "1", "I I"])
def test_dari_romawi_refuses(salah: str) -> None:
    with pytest.raises(ValueError, match="roman"):
        from_roman(salah)


@pytest.mark.parametrize("salah", [0, -1, 4000])
def test_romawi_refuses(salah: int) -> None:
    with pytest.raises(ValueError, match="roman"):
        roman(salah)


def test_urutan() -> None:
    assert [order(n) for n in (1, 2, 12)] == ["kesatu", "kedua", "kedua belas"]
    with pytest.raises(ValueError, match="ordinal"):
        order(0)


@pytest.mark.parametrize(
    ("iso", "hari", "bulan", "panjang", "angka"),
    [
        ("2022-06-16", "Kamis", "Juni", "16 Juni 2022", "16-06-2022"),
        ("2024-02-29", "Kamis", "Februari", "29 Februari 2024", "29-02-2024"),
        ("2024-11-01", "Jumat", "November", "1 November 2024", "01-11-2024"),
        ("2023-01-01", "Minggu", "Januari", "1 Januari 2023", "01-01-2023"),
    ],
)
def test_tanggal(iso: str, hari: str, bulan: str, panjang: str, angka: str) -> None:
    tanggal = date.fromisoformat(iso)
    assert (
        day_name(tanggal),
        month_name(tanggal),
        tanggal_long(tanggal),
        tanggal_angka(tanggal),
    ) == (
        hari,
        bulan,
        panjang,
        angka,
    )


def test_terbilang_kapital() -> None:
    assert terbilang_capitals(2022) == "Dua Ribu Dua Puluh Dua"


def test_lists_and_letters() -> None:
    assert [merge(list("ABC"[:n])) for n in (0, 1, 2, 3)] == [
        "",
        "A",
        "A dan B",
        "A, B, dan C",
    ]
    assert merge(["A", "B"], "atau") == "A atau B"
    assert [nth_huruf(n) for n in (1, 26, 27, 28, 53)] == ["a", "z", "aa", "bb", "aaa"]


def test_a_day_that_may_still_move_is_marked() -> None:
    assert marked("2028-03-14", (2028,)) == "2028-03-14 (sementara)"
    assert marked("2027-03-16", ()) == "2027-03-16"
    assert mark_meaning(()) == ""
    assert mark_meaning((2028, 2029)) == (
        "Tanggal bertanda (sementara) dapat berubah: hari libur tahun 2028 dan 2029 belum ditetapkan, "
        "atau keputusan bersamanya belum dicatat di hari-libur.yaml."
    )
    assert all_years(((2029, 2028), (), (2028,))) == (2028, 2029)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas KESEHATAN", "dinas  kesehatan"),
        ("Pemerintah Kabupaten Sanggau\u00e9", "PEMERINTAH KABUPATEN SANGGAUE\u0301"),
        ("\u00c5ngstr\u00f6m", "A\u030angstro\u0308m"),
        (" a\u00a0b ", "A B"),
    ],
)
def test_names_are_the_same_in_one_form_and_one_case(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert fold(fold(one)) == fold(one)


def test_other_names_stay_others() -> None:
    assert fold("Dinas Kesehatan") != fold("Dinas Kesehatan B")
    assert fold("e") != fold("é")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("hak yang ada tetap berlaku", "Hak yang ada tetap berlaku."),
        ("Hak tetap berlaku.", "Hak tetap berlaku."),
        ("kewajiban berikut:", "Kewajiban berikut:"),
        ("a. satu;", "a. satu;"),
        ("………", "………"),
    ],
)
def test_as_sentence(typed: str, printed: str) -> None:
    assert as_sentence(typed) == printed
