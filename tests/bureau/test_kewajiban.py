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
