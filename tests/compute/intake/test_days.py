"""A cell of a column of days: what it may mean, in every form that registers have."""

from datetime import date

import pytest

from notakesepakatan.compute.intake.days import Meant, read_day
from notakesepakatan.compute.intake.settle import (
    Habits,
    as_swapped,
    habits_of,
    settle_days,
)
from notakesepakatan.compute.intake.sheet import Cell

D = date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24/02/2025", D(2025, 2, 24)),
        ("02/24/2025", D(2025, 2, 24)),
        ("24-2-2025", D(2025, 2, 24)),
        ("24.02.2025", D(2025, 2, 24)),
        ("2025-02-24", D(2025, 2, 24)),
        ("2025/02/24 00:00:00", D(2025, 2, 24)),
        ("2025-02-24T00:00:00Z", D(2025, 2, 24)),
        ("20250224", D(2025, 2, 24)),
        ("24 Februari 2025", D(2025, 2, 24)),
        ("Senin, 24 Pebruari 2025", D(2025, 2, 24)),
        ("tanggal 24 Februari 2025", D(2025, 2, 24)),
        ("31 Okt 25", D(2025, 10, 31)),
        ("31-Oct-25", D(2025, 10, 31)),
        ("31Okt2025", D(2025, 10, 31)),
        ("5 Agt 2025", D(2025, 8, 5)),
        ("5 Nopember '25", D(2025, 11, 5)),
        ("October 31, 2025", D(2025, 10, 31)),
        ("05/05/2025", D(2025, 5, 5)),
        ("24/02/25", D(2025, 2, 24)),
        ("45712", D(2025, 2, 24)),
        ("45712,5", D(2025, 2, 24)),
    ],
)
def test_a_day_that_is_certain(text: str, day: date) -> None:
    meant = read_day(Cell(text))
    assert (meant.kind, meant.days) == ("hari", (day,))


def test_serials_count_from_1904_where_the_file_does() -> None:
    assert read_day(Cell("44250"), starts_1904=True).days == (D(2025, 2, 24),)


def test_a_day_that_may_be_two_is_both_the_day_first_one_first() -> None:
    meant = read_day(Cell("03/05/2025"))
    assert meant.doubtful
    assert meant.days == (D(2025, 5, 3), D(2025, 3, 5))


@pytest.mark.parametrize(
    "text",
    [
        "0000-00-00",
        "00/00/0000",
        "31/12/9999",
        "9999-12-31",
        "sampai sekarang",
        "s.d. dicabut",
        "s.d. sekarang",
        "tidak terbatas",
        "Tanpa batas waktu",
        "tak terbatas",
        "seterusnya",
        "unlimited",
    ],
)
def test_no_end(text: str) -> None:
    assert read_day(Cell(text)).kind == "tanpa akhir"


@pytest.mark.parametrize("text", ["", "-", "–", "0", "N/A"])
def test_nothing(text: str) -> None:
    assert read_day(Cell(text)).kind == "kosong"


@pytest.mark.parametrize(
    "text",
    [
        "2025",
        "Maret 2025",
        "03/2025",
        "31/02/2025",
        "30 Februari 2025",
        "akan ditentukan kemudian",
        "15",
        "99999",
        "32/13/2025",
        "12 Marga 2024",
        "3 Desa 2024",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(Cell(text)).kind == "tak terbaca"


@pytest.mark.parametrize(
    "text",
    [
        "31-10-2025 s.d. 31-10-2030",
        "31-10-2025 s/d 31-10-2030",
        "31/10/2025 - 31/10/2030",
        "31 Oktober 2025 sampai dengan 31 Oktober 2030",
        "2025-10-31 sd 2030-10-31",
        "31 Okt 2025–31 Okt 2030",
        "31/10/2025-31/10/2030",
    ],
)
def test_a_range(text: str) -> None:
    meant = read_day(Cell(text))
    assert meant.kind == "rentang"
    assert meant.ends is not None
    assert (meant.days, meant.ends.days) == ((D(2025, 10, 31),), (D(2030, 10, 31),))


@pytest.mark.parametrize(
    "text",
    [
        "5 Tahun (31 Oktober 2025 s.d. 31 Oktober 2030)",
        "31-10-2025 s/d 31-10-2030 (5 tahun)",
        "5 (lima) tahun, sejak tanggal 31 Oktober 2025 hingga 31 Oktober 2030",
        "Mulai 31 Oktober 2025 sampai 31 Oktober 2030, selama 5 tahun",
    ],
)
def test_a_range_beside_its_term(text: str) -> None:
    meant = read_day(Cell(text))
    assert meant.ends is not None
    days = (meant.days, meant.ends.days)
    assert (days, meant.span) == (((D(2025, 10, 31),), (D(2030, 10, 31),)), "5 tahun")


def test_a_term_from_its_first_day() -> None:
    meant = read_day(Cell("5 (lima) tahun sejak tanggal 3 Mei 2021"))
    assert (meant.kind, meant.days, meant.span) == (
        "rentang",
        (D(2021, 5, 3),),
        "5 tahun",
    )


def test_a_range_that_says_its_year_once() -> None:
    meant = read_day(Cell("12 Mei s.d. 11 November 2024"))
    assert (meant.days, meant.reason) == (
        (D(2024, 5, 12),),
        "tahunnya 2024, dari tanggal akhirnya",
    )


def test_a_range_without_end() -> None:
    meant = read_day(Cell("31-10-2025 s.d. sekarang"))
    assert meant.ends is not None
    assert (meant.days, meant.ends.kind) == ((D(2025, 10, 31),), "tanpa akhir")


TWO = read_day(Cell("05/03/2024"))
"""5 March or 3 May 2024."""


def _settled(
    nomor: str = "", end: str = "", habits: Habits | None = None
) -> tuple[date | None, str]:
    meant = {"mulai": TWO, "berakhir": read_day(Cell(end))}
    settled = settle_days(meant, [nomor], None, habits or Habits(), {})["mulai"]
    return settled.day, settled.reason


def test_the_roman_month_of_the_number_settles() -> None:
    assert _settled("12/PKS/III/2024") == (D(2024, 3, 5), "bulan III pada nomornya")
    assert _settled("12/PKS/V/2024")[0] == D(2024, 5, 3)


@pytest.mark.parametrize(
    "nomor", ["12/PKS/VII/2024", "12/PKS/III/2023", "12/PKS/2024", "III/PKS/V/2024"]
)
def test_a_number_that_fits_neither_or_both_settles_nothing(nomor: str) -> None:
    assert _settled(nomor)[0] is None


def test_a_number_and_a_term_that_speak_against_each_other_are_asked() -> None:
    meant = {"mulai": TWO, "berakhir": read_day(Cell("02/05/2027"))}
    settled = settle_days(meant, ["12/PKS/III/2024"], None, Habits(), {})["mulai"]
    assert (settled.day, settled.choices) == (None, TWO.days)
    assert "bulan III pada nomornya, tetapi" in settled.reason


def test_an_end_of_whole_years_settles() -> None:
    assert _settled(end="04/03/2027")[0] == D(2024, 3, 5)
    assert _settled(end="3 Mei 2029")[0] == D(2024, 5, 3)
    assert _settled(end="05/03/2027")[0] is None
    assert _settled(end="31 Desember 2027")[0] is None


def test_a_sheet_of_one_order_settles_and_one_contrary_day_ends_that() -> None:
    day_first = [read_day(Cell(f"{day}/02/2025")) for day in range(13, 20)]
    same = habits_of({"mulai": [*day_first, TWO]})
    assert _settled(habits=same)[0] == D(2024, 3, 5)
    mixed = habits_of({"mulai": day_first, "berakhir": [read_day(Cell("02/24/2025"))]})
    assert _settled(habits=mixed)[0] is None


def test_days_that_excel_has_turned_round_are_both() -> None:
    typed = [Meant("hari", (D(2025, month, 4),), typed=True) for month in (3, 5, 7)]
    texts = [read_day(Cell(f"{day}/02/2025")) for day in (13, 14, 15)]
    assert habits_of({"mulai": [*typed, *texts]}).swapped == {"mulai"}
    assert as_swapped(typed[0]).days == (D(2025, 4, 3), D(2025, 3, 4))
    late = [*typed, Meant("hari", (D(2025, 3, 24),), typed=True)]
    assert habits_of({"mulai": [*late, *texts]}).swapped == frozenset()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Selasa, 05/03/2024", (D(2024, 3, 5),)),
        ("Jumat 3/5/2024", (D(2024, 5, 3),)),
        ("Selasa, 5 Maret 2024", (D(2024, 3, 5),)),
        ("ditandatangani tanggal 5 Maret 2024", (D(2024, 3, 5),)),
        ("5 Maret 2024 (MoU)", (D(2024, 3, 5),)),
        ("5 Maret 2024 dan dapat diperpanjang kembali", (D(2024, 3, 5),)),
    ],
)
def test_words_around_a_day(text: str, days: tuple[date, ...]) -> None:
    meant = read_day(Cell(text))
    assert (meant.kind, meant.days, meant.contrary) == ("hari", days, False)


@pytest.mark.parametrize(
    "text",
    [
        "Rabu, 5 Maret 2024",
        "5 Maret 2024 / 7 Maret 2024",
        "05-03-2024\n07-03-2024",
        "5 Maret 2024 dan 7 Maret 2024",
    ],
)
def test_a_day_that_contradicts_itself_is_asked(text: str) -> None:
    meant = read_day(Cell(text))
    settled = settle_days({"tanggal": meant}, (), None, Habits(), {})["tanggal"]
    assert settled.day is None
    assert D(2024, 3, 5) in settled.choices


@pytest.mark.parametrize(
    "text", ["5 Maret 2024 (diperpanjang)", "5 Maret 2024 (semula 1 Mei)", "MoU (5)"]
)
def test_words_that_may_change_a_day_are_asked(text: str) -> None:
    assert read_day(Cell(text)).kind == "tak terbaca"


@pytest.mark.parametrize(
    "text",
    ["berlaku s.d 31/12/25", "berakhir pada 31 Desember 2025", "Selama 2 tahun, berakhir 31-12-2025"],
)  # fmt: skip
def test_a_last_day_in_a_sentence(text: str) -> None:
    meant = read_day(Cell(text))
    assert (meant.kind, meant.ends and meant.ends.days) == (
        "rentang",
        (D(2025, 12, 31),),
    )


@pytest.mark.parametrize("text", ["Jum’at, 8 Maret 2024", "Jumat, 8 Maret 2024"])
def test_an_apostrophe_of_word_processors_is_one(text: str) -> None:
    assert read_day(Cell(text)).days == (D(2024, 3, 8),)


@pytest.mark.parametrize("text", ["8 Agustuz 2024", "8 Agust 2024", "8 Agst. 2024"])
def test_a_month_typed_amiss_is_one(text: str) -> None:
    assert read_day(Cell(text)).days == (D(2024, 8, 8),)


def test_a_day_that_excel_took_month_first_against_its_number_is_asked() -> None:
    meant = {"mulai": Meant("hari", (D(2024, 3, 5),), typed=True)}
    settled = settle_days(meant, ["12/PKS/V/2024"], None, Habits(), {})["mulai"]
    assert (settled.day, settled.choices) == (None, (D(2024, 5, 3), D(2024, 3, 5)))
    assert settled.reason.startswith("bulan V pada nomornya; Excel mungkin")


@pytest.mark.parametrize("nomor", ["12/PKS/III/2024", "12/PKS/VII/2024", "12/2024"])
def test_a_day_of_the_file_stands_beside_any_other_number(nomor: str) -> None:
    meant = {"mulai": Meant("hari", (D(2024, 3, 5),), typed=True)}
    settled = settle_days(meant, [nomor], None, Habits(), {})["mulai"]
    assert (settled.day, settled.certain) == (D(2024, 3, 5), True)
