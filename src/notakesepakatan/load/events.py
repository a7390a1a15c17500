"""The files of an agreement's events in, its summary and every event out, each proved to fit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from notakesepakatan.compute.peristiwa.content import check_content
from notakesepakatan.compute.peristiwa.order import check_peristiwa
from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.register import Summary, present_term, summarize
from notakesepakatan.compute.time.tenggat import end_of_term
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum import Riwayat
from notakesepakatan.load.datum import parse
from notakesepakatan.load.kesepakatan import Loaded, place_problems
from notakesepakatan.load.yaml import Source
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.temuan import Problem, Temuan
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import read_limited

_WITH_CONTENT = (
    "keadaan_kahar",
    "pengakhiran",
    "musyawarah",
    "realisasi",
    "penyerahan_rangkap",
    "berita_acara_kahar",
)
"""Kinds of event that name parts of the text, and so are held against it."""

Calendar = Callable[[], OfficeCalendar]
"""Gives the calendar; most agreements have no event that asks for it."""


@dataclass(frozen=True)
class LoadedPeristiwa:
    """An event with the file it stands in."""

    file: Path
    peristiwa: Peristiwa
    source: Source


def load_events(
    workspace: Workspace, slug: str, riwayat: Riwayat, calendar: Calendar
) -> tuple[Summary, list[LoadedPeristiwa]]:
    """The summary of an agreement and its events by file name, every one proved to fit.

    Raises:
        FaultyNaskah: one of its events is wrong, with every finding.
    """
    loaded, temuan = _parse_all(workspace.event_files(slug))
    summary = _summarize(slug, riwayat, [one.peristiwa for one in loaded])
    by_file = {str(one.file): one for one in loaded}
    events = [(file, one.peristiwa) for file, one in by_file.items()]
    for file, problem in check_peristiwa(summary, events):
        temuan += place_problems([problem], by_file[file].source)
    for one in loaded:
        problems = content_faults(riwayat, summary, one.peristiwa, calendar)
        temuan += place_problems(problems, one.source)
    if temuan:
        raise FaultyNaskah(temuan)
    return summary, loaded


def _parse_all(files: Sequence[Path]) -> tuple[list[LoadedPeristiwa], list[Temuan]]:
    loaded, temuan = list[LoadedPeristiwa](), list[Temuan]()
    for file in files:
        try:
            peristiwa, source = parse(Peristiwa, read_limited(file), str(file))
        except FaultyNaskah as cause:
            temuan += cause.temuan
        else:
            loaded.append(LoadedPeristiwa(file, peristiwa, source))
    return loaded, temuan


def content_faults(
    riwayat: Riwayat, summary: Summary, p: Peristiwa, calendar: Calendar
) -> list[Problem]:
    """What one event says that the text in force on its day does not bear out."""
    if p.jenis not in _WITH_CONTENT:
        return []
    if summary.begin is None or p.tanggal < summary.begin:
        return []
    in_force, days_off = riwayat.on(p.tanggal), calendar()
    now = summary.on(p.tanggal)
    happened = [q for q in summary.peristiwa if q.tanggal <= p.tanggal]
    begin, span = present_term(now, happened, days_off)
    end = end_of_term(begin, span, now.convention, days_off).tanggal
    problems = check_content(
        p, in_force.kesepakatan, in_force.reading, end, in_force.numbers
    )
    return list(problems)


def _summarize(slug: str, riwayat: Riwayat, peristiwa: list[Peristiwa]) -> Summary:
    """The summary as signed, and with it the one of every text that came after."""

    def summary(text: Loaded) -> Summary:
        return summarize(slug, text.kesepakatan, text.numbers, peristiwa)

    origin = now = summary(riwayat.origin)
    later = list[tuple[date, Summary]]()
    for a in riwayat.adendum:
        if a.in_force:
            new = summary(a.sesudah)
            extended = a.in_force if _other_term(now, new) else now.extended
            now = replace(new, extended=extended)
            later.append((a.in_force, now))
    return replace(origin, later=tuple(later))


def _other_term(a: Summary, b: Summary) -> bool:
    return (a.jangka_waktu, a.convention) != (b.jangka_waktu, b.convention)
