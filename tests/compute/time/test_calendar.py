"""Working days and months against the decrees: cuti bersama as days off / as working days."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import pytest

from command import run
from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.tenggat import (
    tenggat_of_end,
    tenggat_pemberitahuan,
    tenggat_since,
    years_of_plan,
)
from notakesepakatan.compute.time.term import Ended, end_of_term, first_term
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.calendar import load_calendar
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.jangka_waktu import JangkaWaktu

D = date.fromisoformat


@pytest.fixture(scope="module")
def kalender() -> OfficeCalendar:
    return load_calendar(None)


_HARI_KERJA = [
    # event (excluded), working days, expect, expect with cuti bersama as work
    (
        "2022-04-25",
        7,
        "2022-05-12",
        "2022-05-06",
    ),  # Lebaran 2022, decree 375/1/1 of 2022
    ("2022-06-16", 7, "2022-06-27", "2022-06-27"),
    ("2023-04-17", 7, "2023-05-04", "2023-04-26"),  # Lebaran 2023
    (
        "2026-12-22",
        7,
        "2027-01-06",
        "2027-01-04",
    ),  # Natal, over the year, decrees of 2026 and 2027
    (
        "2024-04-05",
        1,
        "2024-04-16",
        "2024-04-08",
    ),  # Lebaran 2024: cuti bersama 8, 9, 12, 15 April
    ("2024-04-05", 7, "2024-04-24", "2024-04-18"),
    (
        "2025-03-27",
        1,
        "2025-04-08",
        "2025-03-28",
    ),  # Nyepi and Lebaran 2025 run together
    (
        "2025-08-15",
        1,
        "2025-08-19",
        "2025-08-18",
    ),  # the decree amended within the year added 18 August 2025
    ("2026-03-17", 3, "2026-03-27", "2026-03-23"),  # Nyepi and Lebaran 2026
    ("2027-03-05", 1, "2027-03-16", "2027-03-09"),  # Nyepi and Lebaran 2027
    ("2027-03-05", 7, "2027-03-24", "2027-03-19"),
    ("2024-02-13", 1, "2024-02-15", "2024-02-15"),  # election day
    ("2024-02-28", 1, "2024-02-29", "2024-02-29"),  # leap day is a Thursday
    ("2026-11-20", 1, "2026-11-23", "2026-11-23"),  # Friday to Monday
    ("2026-11-21", 1, "2026-11-23", "2026-11-23"),  # an event on a Saturday
    ("2026-11-23", 0, "2026-11-23", "2026-11-23"),
    (
        "2027-01-06",
        -7,
        "2026-12-22",
        "2026-12-23",
    ),  # backwards, the event's day excluded too
]


@pytest.mark.parametrize(
    ("mulai", "jumlah", "expect", "expect_cuti_kerja"), _HARI_KERJA
)
def test_count(
    kalender: OfficeCalendar,
    mulai: str,
    jumlah: int,
    expect: str,
    expect_cuti_kerja: str,
) -> None:
    hitung = kalender.count(D(mulai), jumlah)
    assert (hitung.hasil, hitung.with_cuti_bersama_at_work) == (
        D(expect),
        D(expect_cuti_kerja),
    )
    assert hitung.safe == min(D(expect), D(expect_cuti_kerja))


_PINDAH = [
    # day, direction, expect
    (
        "2027-03-15",
        "mundur",
        "2027-03-05",
    ),  # cuti bersama, Lebaran, Nyepi: back to the Friday before
    ("2027-03-15", "maju", "2027-03-16"),
    ("2027-06-15", "mundur", "2027-06-15"),
    ("2024-12-25", "maju", "2024-12-27"),
    ("2024-12-26", "mundur", "2024-12-24"),
    ("2022-01-01", "mundur", "2021-12-31"),  # 2021 has no decree here: provisional
    ("2025-08-18", "mundur", "2025-08-15"),
]


@pytest.mark.parametrize(("tanggal", "arah", "expect"), _PINDAH)
def test_move(
    kalender: OfficeCalendar, tanggal: str, arah: Literal["maju", "mundur"], expect: str
) -> None:
    assert kalender.move(D(tanggal), arah)[0] == D(expect)


_AKHIR = [
    # signed, term, anniversary, the day before
    ("2022-06-16", "5 tahun", "2027-06-16", "2027-06-15"),
    ("2024-02-29", "1 tahun", "2025-02-28", "2025-02-27"),  # a leap day clamps
    ("2024-02-29", "4 tahun", "2028-02-29", "2028-02-28"),
    ("2023-01-31", "1 bulan", "2023-02-28", "2023-02-27"),  # month ends clamp
    ("2023-01-31", "18 bulan", "2024-07-31", "2024-07-30"),
    ("2023-03-01", "1 tahun", "2024-03-01", "2024-02-29"),
    ("2026-11-23", "90 hari", "2027-02-21", "2027-02-20"),
    ("2026-11-23", "2 minggu", "2026-12-07", "2026-12-06"),
]


@pytest.mark.parametrize(("mulai", "lama", "ulang", "sebelum"), _AKHIR)
def test_end_of_term(
    kalender: OfficeCalendar, mulai: str, lama: str, ulang: str, sebelum: str
) -> None:
    rentang = Lama.model_validate(lama)
    assert end_of_term(D(mulai), rentang, "hari_yang_sama", kalender) == Ended(
        D(ulang), D(sebelum)
    )
    assert end_of_term(D(mulai), rentang, "sehari_sebelum", kalender) == Ended(
        D(sebelum), D(sebelum)
    )


_BERITAHU = [
    # end shown, notice, expect, safe
    (
        "2027-06-16",
        "3 bulan",
        "2027-03-16",
        "2027-03-05",
    ),  # the example: field practice, Pasal 6 ayat (2)
    ("2025-05-31", "3 bulan", "2025-02-28", "2025-02-28"),  # clamps; a Friday
    ("2024-05-30", "3 bulan", "2024-02-29", "2024-02-29"),
    (
        "2026-07-01",
        "1 bulan",
        "2026-06-01",
        "2026-05-29",
    ),  # 30, 31 May a weekend, 31 May Waisak too
    ("2026-12-31", "30 hari", "2026-12-01", "2026-11-30"),
    ("2027-01-05", "7 hari kerja", "2026-12-22", "2026-12-21"),
]


@pytest.mark.parametrize(("akhir", "sebelum", "expect", "aman"), _BERITAHU)
def test_notice(
    kalender: OfficeCalendar, akhir: str, sebelum: str, expect: str, aman: str
) -> None:
    berakhir = Ended(D(akhir), D(akhir) - timedelta(days=1))
    tenggat = tenggat_pemberitahuan(
        berakhir, Lama.model_validate(sebelum), "Pasal 6 ayat (2)", kalender
    )
    assert (tenggat.tanggal, tenggat.safe) == (D(expect), D(aman))


def test_the_reasons_name_clause_readings_and_each_day_passed(
    kalender: OfficeCalendar,
) -> None:
    berakhir = end_of_term(
        D("2022-06-16"), Lama.model_validate("5 tahun"), "hari_yang_sama", kalender
    )
    alasan = tenggat_pemberitahuan(
        berakhir, Lama.model_validate("3 bulan"), "Pasal 6 ayat (2)", kalender
    ).alasan
    assert alasan[0] == (
        "Pasal 6 ayat (2): paling lambat 3 (tiga) bulan sebelum berakhir Rabu, 16 Juni 2027: Selasa, 16 Maret 2027"
    )
    assert (
        alasan[1]
        == "menurut pembacaan paling awal (Selasa, 15 Juni 2027): Senin, 15 Maret 2027"
    )
    assert "dilewati Rabu, 10 Maret 2027: Hari Raya Idul Fitri" in alasan
    assert "dilewati Senin, 8 Maret 2027: Hari Suci Nyepi" in alasan
    assert (
        alasan[-2]
        == "hari aman Jumat, 5 Maret 2027, hari kerja terakhir sebelum Senin, 15 Maret 2027"
    )
    assert alasan[-1] == (
        "hari libur tahun 2027 menurut Keputusan Bersama Nomor 1205 Tahun 2026, Nomor 3 Tahun 2026, dan Nomor 2 Tahun 2026"
    )


def test_years_of_the_plan_are_counted_from_the_anchor(
    kalender: OfficeCalendar,
) -> None:
    term = JangkaWaktu.model_validate("5 tahun")
    jalan = first_term(term, D("2024-02-29"), "hari_yang_sama", kalender)
    tahun = years_of_plan(jalan, 5)
    assert [(nama, str(awal)) for nama, awal, _ in tahun] == [
        ("I", "2024-02-29"),
        ("II", "2025-02-28"),
        ("III", "2026-02-28"),
        ("IV", "2027-02-28"),
        ("V", "2028-02-29"),
    ]
    assert [str(akhir) for _, _, akhir in tahun] == [
        "2025-02-27",
        "2026-02-27",
        "2027-02-27",
        "2028-02-28",
        "2029-02-28",
    ]


def test_a_year_without_a_decree_is_provisional(kalender: OfficeCalendar) -> None:
    assert kalender.count(D("2027-12-30"), 3).provisional_years == (2028,)
    tenggat = tenggat_since(
        D("2028-06-01"),
        Lama.model_validate("7 hari kerja"),
        "berita-acara-kahar",
        "Pasal 8",
        kalender,
    )
    assert (
        tenggat.alasan[-1]
        == "hari libur tahun 2028 masih sementara: keputusan bersamanya belum ada"
    )


def _lama(text: str) -> Lama:
    return Lama.model_validate(text)


@pytest.mark.parametrize(
    ("happened", "within", "due", "safe"),
    [
        ("2026-11-20", "7 hari kerja", "2026-12-01", "2026-12-01"),
        ("2026-11-20", "7 hari", "2026-11-27", "2026-11-27"),
        ("2026-11-19", "2 minggu", "2026-12-03", "2026-12-03"),
        ("2026-11-19", "1 bulan", "2026-12-19", "2026-12-18"),
        ("2026-11-21", "1 hari", "2026-11-22", "2026-11-22"),
    ],
)
def test_a_deadline_since_an_event_is_counted_in_its_own_unit(
    kalender: OfficeCalendar, happened: str, within: str, due: str, safe: str
) -> None:
    """Days of the calendar where the text says days, working days where it says those."""
    span = Lama.model_validate(within)
    tenggat = tenggat_since(
        D(happened), span, "berita-acara-kahar", "Pasal 8", kalender
    )
    assert (str(tenggat.tanggal), str(tenggat.safe)) == (due, safe)
    unit = within.partition(" ")[2]
    assert f") {unit} sejak" in tenggat.alasan[0]


@pytest.mark.parametrize(
    ("mulai", "jumlah", "expect"),
    [
        ("2027-12-30", 1, ()),
        ("2027-12-30", 2, (2028,)),
        ("2027-12-31", 0, ()),
        ("2028-01-03", -1, (2028,)),  # over New Year's Day
        ("2028-01-01", -3, ()),  # which itself is not counted
        ("2028-12-29", 300, (2028, 2029, 2030)),
    ],
)
def test_a_count_rests_on_the_years_of_the_days_it_looked_at(
    kalender: OfficeCalendar, mulai: str, jumlah: int, expect: tuple[int, ...]
) -> None:
    assert kalender.count(D(mulai), jumlah).provisional_years == expect


@pytest.mark.parametrize(
    ("mulai", "lama", "sebelum", "akhir", "batas", "aman"),
    [
        # months and years rest on no decree; the safe day does
        ("2022-06-16", "5 tahun", "3 bulan", (), (), ()),
        ("2025-06-16", "5 tahun", "3 bulan", (), (), (2030,)),
        # the safe day lies in 2027, and no day of 2028 was looked at
        ("2023-01-01", "5 tahun", "1 hari", (), (), ()),
        # working days counted back from 2028 into 2027 pass days of 2028
        ("2023-01-10", "5 tahun", "7 hari kerja", (), (2028,), (2028,)),
        # a term of working days ends on no certain day
        ("2027-06-01", "200 hari kerja", "1 bulan", (2028,), (2028,), (2028,)),
    ],
)
def test_each_date_of_a_term_rests_on_its_own_years(
    kalender: OfficeCalendar,
    mulai: str,
    lama: str,
    sebelum: str,
    akhir: tuple[int, ...],
    batas: tuple[int, ...],
    aman: tuple[int, ...],
) -> None:
    end = end_of_term(D(mulai), _lama(lama), "hari_yang_sama", kalender)
    assert end.provisional_years == akhir
    tenggat = tenggat_pemberitahuan(end, _lama(sebelum), "", kalender)
    assert tenggat.tanggal_provisional_years == batas
    assert tenggat.provisional_years == aman
    said = [alasan for alasan in tenggat.alasan if "masih sementara" in alasan]
    assert len(said) == len(aman), "its reasons say the same"
    term = first_term(
        JangkaWaktu.model_validate(lama), D(mulai), "hari_yang_sama", kalender
    )
    berakhir = tenggat_of_end(term, end, "", kalender)
    assert berakhir.tanggal_provisional_years == akhir


def test_an_office_has_its_own_days(tmp_path: Path) -> None:
    (tmp_path / "hari-libur.yaml").write_text(
        "keputusan: {2028: SK Uji}\ntambah:\n- {tanggal: 2026-11-24, nama: Hari Jadi Kabupaten}\n"
        "- {tanggal: 2026-11-25, nama: Cuti Daerah, jenis: cuti_bersama}\nhapus: [2026-12-25]\nenam_hari_kerja: ya\n"
    )
    milik = load_calendar(tmp_path)
    hitung = milik.count(D("2026-11-23"), 1)
    assert (str(hitung.hasil), str(hitung.with_cuti_bersama_at_work)) == (
        "2026-11-26",
        "2026-11-25",
    )
    assert [hari.sebab for hari in hitung.skipped] == [
        "Hari Jadi Kabupaten",
        "Cuti Daerah",
    ]
    assert milik.off_reason(D("2026-11-28")) is None, "a Saturday of a six-day office"
    assert milik.off_reason(D("2026-11-29")) == "akhir pekan"
    assert milik.off_reason(D("2026-12-25")) is None
    assert milik.keputusan(2028) == "SK Uji"
    assert milik.count(D("2027-12-30"), 3).provisional_years == ()
    (tmp_path / "hari-libur.yaml").write_text("cuti_bersama_hari_kerja: ya\n")
    assert str(load_calendar(tmp_path).count(D("2026-12-22"), 7).hasil) == "2027-01-04"
    (tmp_path / "hari-libur.yaml").write_text(
        "tambah: [{tanggal: 2026-02-30, nama: x}]\n"
    )
    with pytest.raises(
        FaultyNaskah, match=r"hari-libur\.yaml:1:20: tambah\[1\]\.tanggal"
    ):
        load_calendar(tmp_path)


def test_idul_adha_2022_follows_the_decree(kalender: OfficeCalendar) -> None:
    assert kalender.off_reason(D("2022-07-09")) == "Hari Raya Idul Adha"
    assert kalender.off_reason(D("2022-07-10")) == "akhir pekan"


@pytest.mark.processes
@pytest.mark.parametrize(
    ("isi", "expect"),
    [
        (
            ["hari-kerja", "2026-12-22", "7"],
            {
                "hasil": "2027-01-06",
                "hasil_cuti_bersama_kerja": "2027-01-04",
                "aman": "2027-01-04",
            },
        ),
        (["bulan", "2027-06-16", "-3"], {"hasil": "2027-03-16"}),
        (["bulan", "2024-01-31", "1"], {"hasil": "2024-02-29"}),
        (["terbilang", "1001000"], {"hasil": "satu juta seribu"}),
        (["terbilang", "-5"], {"hasil": "minus lima"}),
    ],
)
def test_hitung(isi: list[str], expect: dict[str, str]) -> None:
    keluaran = json.loads(run("hitung", *isi, "--json").stdout)
    assert expect.items() <= keluaran.items()
    if isi[0] == "hari-kerja":
        assert keluaran["dilewati"][0] == {
            "tanggal": "2026-12-24",
            "sebab": "Cuti Bersama Hari Raya Natal",
        }
    assert run("hitung", *isi).stdout


@pytest.mark.processes
@pytest.mark.parametrize(
    ("isi", "expect"),
    [
        (["hari-kerja", "22-12-2026", "7"], '"22-12-2026" bukan tanggal'),
        (["hari-kerja", "2026-02-30", "7"], '"2026-02-30" bukan tanggal'),
        (["hari-kerja", "2026-12-22", "tujuh"], "bukan bilangan bulat"),
        (["bulan", "9999-12-01", "9"], "di luar kalender"),
        (["terbilang", "9" * 16], "di luar batas"),
        (["jam", "1"], "Perintah 'jam' tidak ada"),
    ],
)
def test_hitung_refuses(isi: list[str], expect: str) -> None:
    assert expect in run("hitung", *isi, kode=2).stderr


@pytest.mark.processes
def test_hitung_marks_a_day_in_doubt() -> None:
    hasil = run("hitung", "hari-kerja", "2027-12-30", "3").stdout.splitlines()
    assert hasil[0] == "hasil: 2028-01-04 (Selasa, 4 Januari 2028) (sementara)"
    assert hasil[1] == "aman: 2028-01-04 (Selasa, 4 Januari 2028) (sementara)"
    assert hasil[-1].startswith(
        "Tanggal bertanda (sementara) dapat berubah: hari libur tahun 2028"
    )
    assert "sementara" not in run("hitung", "hari-kerja", "2026-11-20", "1").stdout
