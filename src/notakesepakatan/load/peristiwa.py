"""From the files of an agreement's events to the events, each proved to fit, and its summary."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from notakesepakatan.compute.peristiwa.rules import (
    check_content,
    check_keys,
    check_order,
)
from notakesepakatan.compute.peristiwa.subjects import BesideText
from notakesepakatan.compute.text.unnumbered import pasal_names
from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.register import Summary, present_term, summarize
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.kesepakatan import Loaded, place_problems
from notakesepakatan.load.peraturan import known_laws
from notakesepakatan.load.yaml.datum import parse_yaml
from notakesepakatan.load.yaml.messages import validate
from notakesepakatan.load.yaml.text import Source
from notakesepakatan.model.peraturan import KnownLaws
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
    "perpanjangan",
    "adendum_berlaku",
    "syarat_terpenuhi",
)
"""Kinds of event that say something of the text."""

LATE = "PERISTIWA-LEWAT"
"""An extension after the end: refused when it is recorded, told where it was before."""

BACKWARD = "PERISTIWA-MUNDUR"
"""An extension until a day that the text, or an extension before it, names already."""

NOT_LONGER = "PERISTIWA-SINGKAT"
"""An extension until a day before the present end; recorded before, it is told like a late one."""

_TOLD = (LATE, NOT_LONGER)

Calendar = Callable[[], OfficeCalendar]
"""Gives the calendar; most agreements have no event that asks for it."""


@dataclass(frozen=True)
class LoadedPeristiwa:
    """An event with the file it stands in."""

    file: Path
    peristiwa: Peristiwa
    source: Source


@dataclass(frozen=True)
class Recorded:
    """What was recorded of an agreement.

    Attributes:
        summary: what the register keeps of it.
        peristiwa_list: its events by file name.
        withdrawn: events that were taken back, by file name; nothing is reckoned from them.
    """

    summary: Summary
    peristiwa_list: list[LoadedPeristiwa]
    withdrawn: list[LoadedPeristiwa]


def load_peristiwa(
    workspace: Workspace,
    slug: str,
    riwayat: Riwayat,
    calendar: Calendar,
    without: Path | None = None,
    laws: KnownLaws | None = None,
) -> Recorded:
    """The summary of an agreement and its events, every one proved to fit.

    Args:
        workspace: the workspace.
        slug: the agreement.
        riwayat: its texts.
        calendar: gives the days off.
        without: an event that is looked away from, as if it had been taken back.
        laws: what is known of laws; by default the table of the package.

    Raises:
        FaultyNaskah: one of its events is wrong, with every finding.
    """
    files = [file for file in workspace.peristiwa_files(slug) if file != without]
    read, temuan = _read_files(files)
    withdrawn = [record for record in read if record.peristiwa.dicabut]
    loaded = [record for record in read if not record.peristiwa.dicabut]
    summary = summary_of_all_texts(
        slug, riwayat, [record.peristiwa for record in loaded], laws or known_laws()
    )
    temuan += _out_of_order(summary, loaded)
    for record in loaded:
        problems = content_problems(riwayat, summary, record.peristiwa, calendar)
        grave = [problem for problem in problems if problem.kode not in _TOLD]
        temuan += place_problems(grave, record.source)
    if temuan:
        raise FaultyNaskah(temuan)
    return Recorded(summary, loaded, withdrawn)


def read_peristiwa(
    workspace: Workspace, slug: str, name: str
) -> LoadedPeristiwa | None:
    """One event of an agreement by its file's name without ".yaml", whatever it fits to.

    None where there is none that can be read, or it was taken back.
    """
    files = [file for file in workspace.peristiwa_files(slug) if file.stem == name]
    read, _ = _read_files(files)
    return next((each for each in read if not each.peristiwa.dicabut), None)


def _out_of_order(
    summary: Summary, loaded: Sequence[LoadedPeristiwa]
) -> Iterator[Temuan]:
    """Events that do not go together, each at its place."""
    source_of = {str(record.file): record.source for record in loaded}
    named = [(str(record.file), record.peristiwa) for record in loaded]
    for name, problem in check_order(summary, named):
        yield from place_problems([problem], source_of[name])


def late_extensions(
    riwayat: Riwayat,
    summary: Summary,
    loaded: Sequence[LoadedPeristiwa],
    calendar: Calendar,
) -> list[Temuan]:
    """Extensions that were recorded after the end or not beyond it, each at its place."""
    temuan = list[Temuan]()
    for record in loaded:
        if record.peristiwa.jenis == "perpanjangan":
            problems = content_problems(riwayat, summary, record.peristiwa, calendar)
            late = [problem for problem in problems if problem.kode in _TOLD]
            temuan += place_problems(late, record.source)
    return temuan


def _read_files(files: Sequence[Path]) -> tuple[list[LoadedPeristiwa], list[Temuan]]:
    """The events that can be read, by file name, and what is wrong with the others."""
    loaded, temuan = list[LoadedPeristiwa](), list[Temuan]()
    for file in files:
        try:
            source = parse_yaml(read_limited(file), str(file))
        except FaultyNaskah as cause:
            temuan += cause.temuan
            continue
        peristiwa, faults = validate(Peristiwa, source)
        faults += key_temuan(peristiwa, source)
        if peristiwa and not faults:
            loaded.append(LoadedPeristiwa(file, peristiwa, source))
        temuan += faults
    return loaded, temuan


def key_temuan(peristiwa: Peristiwa | None, source: Source) -> list[Temuan]:
    """What is wrong with the keys of an event whose values are right."""
    problem = check_keys(peristiwa) if peristiwa else None
    return place_problems([problem] if problem else [], source)


def content_problems(
    riwayat: Riwayat, summary: Summary, peristiwa: Peristiwa, calendar: Calendar
) -> Iterable[Problem]:
    """What one event says that the text in force on its day does not bear out."""
    signed = summary.begin
    if (
        peristiwa.jenis not in _WITH_CONTENT
        or signed is None
        or peristiwa.tanggal < signed
    ):
        return []
    days_off = calendar()
    in_force = summary.on(peristiwa.tanggal)
    # Not the event itself: an extension is held against the term before it.
    happened = [
        other
        for other in summary.peristiwa
        if other.tanggal <= peristiwa.tanggal and other is not peristiwa
    ]
    term = present_term(in_force, happened, days_off)
    end = term.end.tanggal if term.end else None
    text = riwayat.on(peristiwa.tanggal)
    return check_content(
        BesideText(
            peristiwa,
            text.kesepakatan,
            text.reading,
            end,
            text.numbers,
            {adendum.file_name: adendum.waits for adendum in riwayat.adendum},
        )
    )


def summary_of_all_texts(
    slug: str,
    riwayat: Riwayat,
    peristiwa_list: Sequence[Peristiwa],
    laws: KnownLaws,
) -> Summary:
    """The summary of an agreement as signed, with that of every text it has later."""

    def summary(text: Loaded) -> Summary:
        return summarize(
            slug,
            text.kesepakatan,
            text.numbers,
            peristiwa_list,
            laws,
            pasal_names(text.reading),
        )

    origin = latest = summary(riwayat.origin)
    later = list[tuple[date, Summary]]()
    for day, text in riwayat.timeline:
        changed = summary(text)
        extended = latest.extended
        if _term(changed) != _term(latest):
            # A revoked extension leaves the term that was signed first.
            extended = None if _term(changed) == _term(origin) else day
        latest = replace(changed, extended=extended)
        later.append((day, latest))
    return replace(origin, later=tuple(later))


def _term(summary: Summary) -> tuple[object, object]:
    return summary.jangka_waktu, summary.convention
