"""Time is in order: nothing goes on that has ended, no answer is asked for too late, no paper names what is not there."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import click
import icalendar
import pytest
from click.testing import CliRunner

from bureau.test_register import D
from bureau.test_term import letter, office
from notakesepakatan.bureau.adendum import draft_perpanjangan, ended_words
from notakesepakatan.bureau.adendum_request import AdendumRefused, Request
from notakesepakatan.bureau.calendar import write_tenggat
from notakesepakatan.bureau.check import check_kesepakatan
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import FaultyPeristiwa, record
from notakesepakatan.bureau.register import all_tenggat, open_register
from notakesepakatan.bureau.surat import (
    FaultySurat,
    PlannedSurat,
    PresentPenandaTangan,
    draft_pemberitahuan,
    publish,
)
from notakesepakatan.cli import catat, pemberitahuan
from notakesepakatan.compose.surat import Pemberitahuan
from notakesepakatan.model.dasar import Lama
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.layout import InvalidSlug, check_slug
from notakesepakatan.write.txt import write_txt

Ruang = Callable[..., Path]
TERM = "{selama: 4 tahun, mulai: 2023-04-01}"
"""Ends on 1 April 2027; a notice is given three months before."""
ONE_YEAR = Lama.model_validate("1 tahun")


def _planned(
    of: Office, about: str, day: str, reply: date | None = None, **said: object
) -> PlannedSurat:
    surat = Pemberitahuan(
        "pengakhiran" if about == "pengakhiran" else "perpanjangan",
        0,
        D(day),
        D(day),
        alasan="tujuan kerja sama telah tercapai",
        **said,  # type: ignore[arg-type] # of Pemberitahuan
    )
    return draft_pemberitahuan(of, "uji", surat, reply)


def _words(planned: PlannedSurat) -> str:
    return write_txt(planned.documents[0].naskah).decode()


def _extend(of: Office, day: str) -> Path:
    event = {"jenis": "perpanjangan", "tanggal": day, "selama": "1 tahun"}
    return record(of, "uji", event)


def test_an_ending_too_soon_after_the_letter_warns(ruang: Ruang) -> None:
    of = office(ruang, TERM)
    planned = _planned(of, "pengakhiran", "2026-11-26", in_force=D("2026-12-01"))
    assert "paling lambat 3 bulan sebelumnya, yaitu 2026-09-01" in planned.peringatan
    assert "paling lambat tanggal 1 Desember 2026." in _words(planned)
    in_time = _planned(of, "pengakhiran", "2026-11-26", in_force=D("2027-02-26"))
    assert "sebelumnya" not in in_time.peringatan


def test_no_answer_is_asked_for_after_the_end(ruang: Ruang) -> None:
    of = office(ruang, TERM)
    ending = {"in_force": D("2026-12-05")}  # a Saturday
    planned = _planned(of, "pengakhiran", "2026-11-26", **ending)
    assert "paling lambat tanggal 4 Desember 2026." in _words(planned)
    with pytest.raises(FaultySurat, match="batas tanggapan 2026-12-16 sesudah"):
        _planned(of, "pengakhiran", "2026-11-26", D("2026-12-16"), **ending)


@pytest.mark.parametrize(
    ("day", "why"),
    [("2026-11-20", "mendahului tanggal surat"), ("2027-05-01", "berakhir sendiri")],
)
def test_an_ending_lies_between_the_letter_and_the_end(
    ruang: Ruang, day: str, why: str
) -> None:
    with pytest.raises(FaultySurat, match=why):
        _planned(office(ruang, TERM), "pengakhiran", "2026-11-26", in_force=D(day))


def test_what_ends_by_itself_is_not_extended(ruang: Ruang) -> None:
    of = office(ruang, TERM)
    for said in ({}, {"in_force": D("2027-04-01")}):
        words = _words(_planned(of, "pengakhiran", "2026-11-26", **said))
        assert "setelah jangka waktunya berakhir pada tanggal 1 April 2027" in words
        assert "bermaksud mengakhiri" not in words
        assert "\tPemberitahuan Tidak Memperpanjang Nota Kesepakatan\t" in words
    words = letter(of, "pengakhiran", "2026-11-26", "2027-03-01")
    assert "mengusulkan pengakhiran" in words


@pytest.mark.slow
def test_an_enclosure_is_named_where_it_is(ruang: Ruang) -> None:
    of = office(ruang, TERM)
    without = _planned(of, "perpanjangan", "2026-11-26")
    assert "kami lampirkan" not in _words(without)
    assert "Lampiran\t:\t-\t\n" in _words(without)
    assert "nota adendum uji --perpanjang" in without.peringatan
    draft_perpanjangan(of, "uji", ONE_YEAR, Request(alasan=("perlu",)))
    enclosing = _planned(Office(of.workspace), "perpanjangan", "2026-11-26")
    assert "Rancangan adendum perpanjangan kami lampirkan" in _words(enclosing)
    assert "Lampiran\t:\t1 (satu) berkas\t\n" in _words(enclosing)
    assert "Rancangan adendum" not in enclosing.peringatan


def test_who_signs_is_said_or_said_to_be_unknown(ruang: Ruang) -> None:
    of = office(ruang, TERM)
    unsaid = _planned(of, "perpanjangan", "2026-11-26")
    assert "program tidak mengetahui siapa yang menjabat" in unsaid.peringatan
    said = _planned(of, "perpanjangan", "2026-11-26", pejabat="B", jabatan="Plt.")
    assert "menjabat" not in said.peringatan
    penanda_tangan = PresentPenandaTangan("BUDI BARU", "Pelaksana Tugas Kepala")
    (published,) = publish(of, D("2026-12-15"), ("txt",), penanda_tangan)
    words = published.files[0].read_text()
    assert "Pelaksana Tugas Kepala,\n" in words
    assert "Budi Baru" in words


def test_a_letter_at_a_terminal_is_warned_of_before_it_is_made(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = office(ruang, TERM)
    monkeypatch.setattr(pemberitahuan, "is_interactive", lambda: True)
    command: click.Command = pemberitahuan.command
    said = "pengakhiran uji --dari kesatu --tanggal 2026-11-26 --berlaku 2026-12-01"
    words = [*said.split(), "--alasan", "kesepakatan", "--format", "txt"]
    root = str(of.workspace.root)
    result = CliRunner().invoke(command, words, input="n\n", obj=root)
    assert "sebelumnya, yaitu 2026-09-01" in result.output
    assert "Surat tidak disusun." in result.output
    assert not of.workspace.letters("uji").exists()


def test_what_has_ended_is_not_extended(ruang: Ruang) -> None:
    of = office(ruang, TERM)
    with pytest.raises(FaultyPeristiwa, match="nota baru NAMA --seperti"):
        _extend(of, "2027-04-02")
    _extend(of, "2027-04-01")
    again = Office(of.workspace)
    assert again.summary("uji").peristiwa, "and what is recorded is read again"
    with pytest.raises(FaultyPeristiwa, match="sudah berakhir 2028-04-01"):
        _extend(again, "2028-04-02")


def test_an_extension_recorded_late_before_is_told_and_no_fault(ruang: Ruang) -> None:
    """A workspace from before the program asked for it opens, and says what it has."""
    of = office(ruang, TERM)
    _extend(of, "2027-04-01")
    (record,) = Office(of.workspace).peristiwa_list("uji")
    late = record.file.read_text().replace("2027-04-01", "2027-05-03")
    record.file.write_text(late)
    again = Office(of.workspace)
    assert again.summary("uji").peristiwa
    (found,) = (
        one for one in check_kesepakatan(again, "uji") if one.kode == "PERISTIWA-LEWAT"
    )
    assert found.tingkat == "peringatan"
    assert "perpanjangan yang terlambat" in found.message
    assert found.tempat.file == str(record.file)


def test_an_adendum_does_not_extend_what_has_ended(ruang: Ruang) -> None:
    of = office(ruang, TERM)
    request = Request(alasan=("perlu",))
    assert ended_words(of, "uji", D("2027-04-01")) == ""
    assert ended_words(of, "uji", D("2027-04-02")).endswith("pada 1 April 2027")
    with pytest.raises(AdendumRefused, match="nota baru NAMA --seperti uji"):
        draft_perpanjangan(of, "uji", ONE_YEAR, request, D("2027-04-02"))
    assert draft_perpanjangan(
        of, "uji", ONE_YEAR, request, D("2027-04-01")
    ).file.exists()


@pytest.mark.parametrize(("answer", "recorded"), [("n\n", 0), ("y\n", 1)])
def test_a_day_to_come_is_asked_about(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch, answer: str, recorded: int
) -> None:
    of = office(ruang, TERM)
    monkeypatch.setattr(catat, "is_interactive", lambda: True)
    monkeypatch.setattr(catat, "today", lambda _: D("2026-11-26"))
    command: click.Command = catat.command
    words = ["uji", "perpanjangan", "--selama"]
    said = [*words, "1 tahun", "--tanggal", "2026-11-27"]
    root = str(of.workspace.root)
    result = CliRunner().invoke(command, said, input=answer, obj=root)
    assert "Tanggal 2026-11-27 belum tiba; hari ini 2026-11-26." in result.output
    assert len(Office(of.workspace).peristiwa_list("uji")) == recorded


END = ["uji", "pengakhiran", "--tanggal", "2026-11-26", "--sebab", "kesepakatan"]


@pytest.mark.slow
@pytest.mark.parametrize(("answer", "recorded"), [("n\n", 0), ("y\n", 1)])
def test_what_follows_from_an_ending_is_said_and_asked(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch, answer: str, recorded: int
) -> None:
    of = office(ruang, TERM)
    monkeypatch.setattr(catat, "is_interactive", lambda: True)
    monkeypatch.setattr(catat, "today", lambda _: D("2026-11-26"))
    command: click.Command = catat.command
    root = str(of.workspace.root)
    result = CliRunner().invoke(command, END, input=answer, obj=root)
    assert "Tanggal: Kamis, 26 November 2026 (hari ini)." in result.output
    assert "Status menjadi diakhiri" in result.output
    assert "Tenggat hilang: " in result.output
    assert "Akhiri kesepakatan?" in result.output
    assert len(Office(of.workspace).peristiwa_list("uji")) == recorded


@pytest.mark.slow
@pytest.mark.parametrize("option", [[], ["--ya"]])
def test_nobody_is_asked_where_nobody_sits_or_it_was_said(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch, option: list[str]
) -> None:
    of = office(ruang, TERM)
    monkeypatch.setattr(catat, "is_interactive", lambda: bool(option))
    monkeypatch.setattr(catat, "today", lambda _: D("2026-11-26"))
    command: click.Command = catat.command
    root = str(of.workspace.root)
    result = CliRunner().invoke(command, [*END, *option], obj=root)
    assert "Status menjadi diakhiri" in result.output
    assert "Akhiri kesepakatan?" not in result.output
    assert len(Office(of.workspace).peristiwa_list("uji")) == 1


class Due(NamedTuple):
    """What a calendar reads of one entry."""

    day: date
    sequence: int
    stamp: datetime


def _calendar(of: Office, day: str) -> tuple[bytes, dict[str, Due]]:
    rows, _ = open_register(of, D(day))
    content = write_tenggat(all_tenggat(rows), of.pengaturan.zona)
    keys = ("dtstart", "sequence", "dtstamp")
    entries = {
        str(event["uid"]): Due(*(event.decoded(key) for key in keys))
        for event in icalendar.Calendar.from_ical(content).walk("VEVENT")
    }
    return content, entries


def test_a_calendar_takes_the_day_that_was_moved(ruang: Ruang) -> None:
    of = office(ruang, TERM)
    same, before = _calendar(of, "2026-11-26")
    assert same == _calendar(Office(of.workspace), "2026-11-26")[0]
    _extend(of, "2026-11-26")
    _, after = _calendar(Office(of.workspace), "2026-11-26")
    moved = before.keys() & after.keys()
    assert moved
    for uid in moved:
        old, new = before[uid], after[uid]
        assert new.day > old.day
        assert new.sequence > old.sequence
        assert new.stamp > old.stamp


def test_an_adendum_moves_the_days_too(ruang: Ruang) -> None:
    of = office(ruang, TERM)
    _, before = _calendar(of, "2026-11-26")
    file = draft_perpanjangan(of, "uji", ONE_YEAR, Request(alasan=("perlu",))).file
    signing = "penandatanganan: {tempat: Bogor, tanggal: 2026-11-25}\n"
    numbered = file.read_text().replace(
        "- pejabat: A\n", "- pejabat: A\n  nomor: 1/A\n"
    )
    file.write_text(signing + numbered)
    _, after = _calendar(Office(of.workspace), "2026-11-26")
    moved = before.keys() & after.keys()
    assert moved
    for uid in moved:
        assert after[uid].sequence == before[uid].sequence + 1


@pytest.mark.parametrize("slug", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_no_name_that_windows_keeps_for_itself(slug: str) -> None:
    with pytest.raises(InvalidSlug, match=f"misalnya {slug}-kesepakatan"):
        check_slug(slug)
    assert check_slug(f"{slug}-2027")


def test_no_name_with_a_dot_at_its_end() -> None:
    with pytest.raises(InvalidSlug, match="tanpa garis miring atau titik"):
        check_slug("kesehatan.")


def test_a_workspace_refuses_such_a_folder_name(ruang: Ruang) -> None:
    with pytest.raises(InvalidSlug):
        Workspace(ruang()).file("nul")
