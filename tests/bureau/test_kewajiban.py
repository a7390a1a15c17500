"""Duties that a text sets, again and again or on one day: register, calendar, desk, checks."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bureau.test_register import BERTANGGAL, D
from command import run
from notakesepakatan.bureau.calendar import write_tenggat
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import FaultyPeristiwa, record
from notakesepakatan.bureau.register import all_tenggat, open_register
from notakesepakatan.compute.time.tenggat import Tenggat
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.workspace import Workspace

Ruang = Callable[..., Path]
REPORT = "{uraian: laporan pelaksanaan, setiap: 6 bulan, dasar: jangka_waktu}"
STAGE = "{uraian: tahap I selesai, paling_lambat: 2027-06-05}"


def text(*duties: str) -> str:
    return BERTANGGAL.replace(
        "tenggat: {", f"tenggat: {{kewajiban: [{', '.join(duties)}], "
    )


def office(ruang: Ruang, *duties: str) -> Office:
    return Office(Workspace(ruang(text(*duties))))


def due(of: Office, day: str) -> list[Tenggat]:
    ((row,), problems) = open_register(of.anew(), D(day))
    assert not problems
    return [each for each in row.condition.tenggat if each.jenis == "kewajiban"]


def days(of: Office, day: str) -> list[str]:
    return [str(each.tanggal) for each in due(of, day)]


def test_a_repeated_duty_shows_the_last_missed_and_the_next(ruang: Ruang) -> None:
    of = office(ruang, REPORT)
    assert days(of, "2022-06-20") == ["2022-12-16"]
    assert days(of, "2022-12-16") == ["2022-12-16"]
    assert days(of, "2026-11-24") == ["2026-06-16", "2026-12-16"]
    # After the end the last report is still owed, and no other comes.
    assert days(of, "2027-09-01") == ["2027-06-16"]
    (_, coming) = due(of, "2026-11-24")
    assert coming.alasan[0] == (
        "Pasal 1: laporan pelaksanaan, setiap 6 (enam) bulan terhitung sejak Kamis, "
        "16 Juni 2022, yang ke-9: Rabu, 16 Desember 2026"
    )
    assert (coming.dasar, coming.kunci) == ("Pasal 1", "kewajiban-naskah-1-9")


def test_what_is_done_is_open_no_more_also_before_its_day(ruang: Ruang) -> None:
    of = office(ruang, REPORT, STAGE)
    done = {"jenis": "selesai", "tanggal": "2026-11-20"}
    record(of, "uji", {**done, "kejadian": "2026-12-16"})
    assert days(of, "2026-11-24") == ["2026-06-16", "2027-06-05", "2027-06-16"]
    record(of.anew(), "uji", {**done, "kejadian": "2026-06-16", "urutan": "1"})
    assert days(of, "2026-11-24") == ["2027-06-05", "2027-06-16"]
    with pytest.raises(FaultyPeristiwa, match="tidak ada kewajiban naskah"):
        record(of.anew(), "uji", {**done, "kejadian": "2026-07-16"})
    with pytest.raises(FaultyPeristiwa, match="butir 3 tidak ada"):
        record(of.anew(), "uji", {**done, "kejadian": "2027-06-05", "urutan": "3"})


def test_a_single_day_is_done_on_a_working_day_before(ruang: Ruang) -> None:
    of = office(ruang, STAGE)
    (stage,) = due(of, "2026-11-24")
    assert (str(stage.tanggal), str(stage.safe)) == ("2027-06-05", "2027-06-04")
    assert "dilewati Sabtu, 5 Juni 2027: akhir pekan" in stage.alasan
    ended = {"jenis": "pengakhiran", "tanggal": "2026-11-02", "sebab": "kesepakatan"}
    record(of, "uji", ended)
    assert days(of, "2026-11-24") == []


_YEARLY = "{uraian: laporan, setiap: 1 tahun, pada: 31 Januari}"
_FIXED = [
    (_YEARLY, "2022-06-20", ["2023-01-31"]),
    (_YEARLY, "2027-02-10", ["2027-01-31"]),
    (
        "{uraian: a, setiap: 1 tahun, pada: 10 Desember}",
        "2026-11-24",
        ["2025-12-10", "2026-12-10"],
    ),
    # The day of signing itself is none; the last of a month that is shorter.
    ("{uraian: a, setiap: 1 tahun, pada: 16 Juni}", "2022-06-16", ["2023-06-16"]),
    ("{uraian: a, setiap: 1 tahun, pada: 29 Februari}", "2022-07-01", ["2023-02-28"]),
    (
        "{uraian: a, setiap: 6 bulan, pada: 30 Juni}",
        "2026-11-24",
        ["2026-06-30", "2026-12-30"],
    ),
    (
        "{uraian: a, setiap: 1 bulan, pada: 31}",
        "2026-11-24",
        ["2026-10-31", "2026-11-30"],
    ),
    ("{uraian: a, setiap: 2 tahun, pada: 31 Januari}", "2022-06-20", ["2023-01-31"]),
]


@pytest.mark.parametrize(("duty", "day", "left"), _FIXED)
def test_a_duty_on_a_fixed_day_of_the_year_or_month(
    ruang: Ruang, duty: str, day: str, left: list[str]
) -> None:
    of = office(ruang, duty)
    assert days(of, day) == left
    done = {"jenis": "selesai", "tanggal": day, "kejadian": left[-1]}
    record(of, "uji", done)
    assert left[-1] not in days(of, day)


def test_a_fixed_day_says_how_it_follows(ruang: Ruang) -> None:
    (report,) = due(office(ruang, _YEARLY), "2022-06-20")
    assert report.alasan[0] == (
        "laporan, setiap 1 (satu) tahun pada tanggal 31 Januari, yang ke-1: "
        "Selasa, 31 Januari 2023"
    )


_AFTER_HANDING = "{uraian: bayar, dalam: 30 hari, setelah: serah terima barang}"


@pytest.mark.slow
def test_a_duty_after_an_event_is_due_once_that_is_recorded(ruang: Ruang) -> None:
    of = office(ruang, _AFTER_HANDING)
    assert days(of, "2026-11-24") == []
    handed = {"jenis": "peristiwa_naskah", "uraian": "Serah terima barang"}
    record(of, "uji", {**handed, "tanggal": "2026-11-02"})
    record(of.anew(), "uji", {**handed, "tanggal": "2026-11-16"})
    assert days(of, "2026-11-10") == ["2026-12-02"], "the second is still to come"
    assert days(of, "2026-11-24") == ["2026-12-02", "2026-12-16"]
    (first, second) = due(of, "2026-11-24")
    assert first.kunci != second.kunci
    assert first.alasan[0] == (
        "bayar, paling lambat 30 (tiga puluh) hari setelah serah terima barang "
        "(Senin, 2 November 2026): Rabu, 2 Desember 2026"
    )
    done = {"jenis": "selesai", "tanggal": "2026-11-20", "kejadian": "2026-12-02"}
    record(of.anew(), "uji", done)
    assert days(of, "2026-11-24") == ["2026-12-16"]
    with pytest.raises(FaultyPeristiwa, match='dihitung dari "lelang"'):
        record(
            of.anew(), "uji", {**handed, "uraian": "lelang", "tanggal": "2026-11-17"}
        )


def test_a_duty_after_the_signing_or_the_end(ruang: Ruang) -> None:
    of = office(
        ruang,
        "{uraian: rekening, dalam: 14 hari, setelah: penandatanganan}",
        "{uraian: laporan akhir, dalam: 1 bulan, setelah: berakhir}",
    )
    assert days(of, "2022-06-20") == ["2022-06-30", "2027-07-16"]
    ended = {"jenis": "pengakhiran", "tanggal": "2026-11-02", "sebab": "kesepakatan"}
    record(of, "uji", ended)
    assert days(of, "2026-11-24") == ["2026-12-02"], "it outlasts the end"
    done = {"jenis": "selesai", "tanggal": "2026-11-20", "kejadian": "2026-12-02"}
    record(of.anew(), "uji", done)
    assert days(of, "2026-11-24") == []


@pytest.mark.slow
def test_working_days_without_a_decree_are_marked(ruang: Ruang) -> None:
    duty = "{uraian: rapat, setiap: 1500 hari kerja}"
    endless = text(duty).replace("5 tahun", "tanpa batas waktu")
    of = Office(Workspace(ruang(endless)))
    (meeting,) = due(of, "2026-11-24")
    assert meeting.tanggal.year == 2028
    assert meeting.tanggal_provisional_years == (2028,)
    assert any("tahun 2028 masih sementara" in reason for reason in meeting.alasan)


def test_the_calendar_says_what_is_to_be_done(ruang: Ruang) -> None:
    of = office(ruang, STAGE)
    rows, _ = open_register(of, D("2026-11-24"))
    ics = write_tenggat(all_tenggat(rows), Pengaturan().zona).decode()
    assert "SUMMARY:kewajiban: tahap I selesai: " in ics.replace("\r\n ", "")
    assert "UID:uji-kewajiban-naskah-1@notakesepakatan" in ics


@pytest.mark.parametrize(
    ("duty", "said"),
    [
        ("{uraian: a}", "waktu kewajiban ini tidak jelas"),
        ("{uraian: a, setiap: 1 bulan, paling_lambat: 2027-01-04}", "tidak jelas"),
        ("{uraian: a, setiap: 1 bulan, dasar: lapor}", 'dengan kunci "lapor"'),
        ("{uraian: a, setiap: sebulan}", "bukan jangka waktu"),
        ("{uraian: a, dalam: 30 hari}", "hanya ditulis berdua"),
        ("{uraian: a, setiap: 1 bulan, setelah: lelang}", "hanya ditulis berdua"),
        ("{uraian: a, setiap: 1 tahun, pada: 31 Februari}", "bukan hari dalam setahun"),
        ("{uraian: a, setiap: 1 tahun, pada: 10}", "tidak sesuai dengan setiap"),
        ("{uraian: a, paling_lambat: 2027-01-04, pada: 10}", "tidak sesuai"),
    ],
)
def test_a_duty_that_is_not_clear_is_refused_at_its_place(duty: str, said: str) -> None:
    with pytest.raises(Exception, match=r"tenggat\.kewajiban\[1\].*") as refused:
        parse_kesepakatan(text(duty).encode(), "uji")
    assert said in str(refused.value)


@pytest.mark.processes
def test_the_command_and_its_data_say_it(ruang: Ruang) -> None:
    folder = office(ruang, STAGE).workspace.root
    told = run("-C", folder, "tenggat", "--per", "2026-11-24").stdout
    assert "kewajiban: tahap I selesai, batas 2027-06-05" in told
    data = run("-C", folder, "tenggat", "--per", "2026-11-24", "--json").stdout
    assert "tahap I selesai" in [each["uraian"] for each in json.loads(data)]
