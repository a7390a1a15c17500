"""Every agreement of a workspace with its events as `Summary`, from an index that can be thrown away.

One row an agreement: the signature of its files (`FileState`), the hash of their bytes, and the summary or the findings. Where
the signature differs, or a file is so young that its time may not tell two changes apart, the hash decides.
"""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from notakesepakatan.compute.peristiwa.content import check_content
from notakesepakatan.compute.peristiwa.order import check_peristiwa
from notakesepakatan.compute.text.numbering import number
from notakesepakatan.compute.time.register import Summary, present_term, summarize
from notakesepakatan.compute.time.tenggat import end_of_term
from notakesepakatan.errors import CannotRead, FaultyNaskah, NotaError
from notakesepakatan.load.adendum import Riwayat, load_riwayat
from notakesepakatan.load.calendar import load_calendar
from notakesepakatan.load.datum import parse, read_limited
from notakesepakatan.load.yaml import Source
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.temuan import Problem, Temuan
from notakesepakatan.workspace.contents import content_hash, own_files
from notakesepakatan.workspace.folders import PERISTIWA_FOLDER, Workspace
from notakesepakatan.workspace.index import read_index, shape, write_index
from notakesepakatan.workspace.state import FileState, names, scan

_TABLE = "register"


@dataclass(frozen=True)
class Registered:
    """One agreement of the register: its summary, or the message of what is wrong with its files."""

    slug: str
    summary: Summary | None
    problem: str = ""


def load_register(workspace: Workspace) -> list[Registered]:
    """All agreements by slug. One that is wrong is reported in its place; the others are served all the same.

    Raises:
        CannotRead: agreements/ itself.
    """
    lama = read_index(workspace, _TABLE)
    result, new = list[Registered](), list[tuple[str, str]]()
    now = time.time_ns()
    for slug, mark in _scan(workspace):
        line = _row(slug, lama[slug]) if slug in lama else None
        if line and line.tanda == mark.teks and mark.settled(line.read):
            result.append(line.isi)
            continue
        trail = _hash(workspace, slug, mark)
        one = (
            line.isi
            if line and trail and line.trail == trail
            else load_one(workspace, slug)
        )
        result.append(one)
        if slug.isascii():  # no other can be an agreement
            new.append((slug, _Row(mark.teks, now, trail, one).to_json()))
    gone = lama.keys() - {one.slug for one in result}
    if new or gone:
        write_index(workspace, _TABLE, new, gone)
    return result


def _scan(workspace: Workspace) -> Iterator[tuple[str, FileState]]:
    try:
        yield from scan(workspace)
    except OSError as cause:
        raise CannotRead(workspace.agreements, cause) from None


class _Row(NamedTuple):
    """What the index knows of one agreement: its files when they were read, when that was, their hash, what they said."""

    tanda: str
    read: int
    trail: str
    isi: Registered

    def to_json(self) -> str:
        summary = self.isi.summary.data() if self.isi.summary else None
        return json.dumps((_FORM, *self[:3], summary, self.isi.problem), default=str)


_FORM = shape(*_Row._fields, *(field.name for field in fields(Summary)))


def _row(slug: str, content: str) -> _Row | None:
    """A row as it was written; None for any other."""
    try:
        form, mark, read, trail, summary, problem = json.loads(content)
        if form != _FORM:
            return None
        return _Row(
            mark,
            int(read),
            trail,
            Registered(slug, Summary.from_data(summary) if summary else None, problem),
        )
    except Exception:  # the index is never the truth, whatever stands in it
        return None


def _hash(workspace: Workspace, slug: str, mark: FileState) -> str:
    """Hash of its files; empty where one cannot be read."""
    try:
        return content_hash(own_files(workspace, slug, names(mark)))
    except NotaError:
        return ""


def load_one(workspace: Workspace, slug: str) -> Registered:
    """One agreement, straight from its files."""
    try:
        return Registered(slug, load_summary(workspace, slug))
    except NotaError as cause:
        return Registered(slug, None, str(cause))
    except OSError as cause:
        return Registered(
            slug, None, str(CannotRead(workspace.agreements / slug, cause))
        )


def load_summary(
    workspace: Workspace, slug: str, riwayat: Riwayat | None = None
) -> Summary:
    """The summary of one agreement with its adenda and events; `riwayat` is that agreement where it is loaded already.

    Raises:
        FaultyNaskah: the agreement or one of its events is wrong, with every finding.
        NoSuchKesepakatan, InvalidSlug, CannotRead: it cannot be read.
    """
    return load_events(workspace, slug, riwayat or load_riwayat(workspace, slug))[0]


@dataclass(frozen=True)
class LoadedPeristiwa:
    """An event with the file it stands in."""

    file: Path
    peristiwa: Peristiwa
    source: Source


def load_events(
    workspace: Workspace, slug: str, riwayat: Riwayat
) -> tuple[Summary, list[LoadedPeristiwa]]:
    """The summary of an agreement and its events by file name, every one proved to fit.

    Raises:
        FaultyNaskah: one of its events is wrong, with every finding.
    """
    temuan, loaded = list[Temuan](), list[LoadedPeristiwa]()
    for file in sorted(
        (workspace.agreements / slug / PERISTIWA_FOLDER).glob("*.yaml"),
        key=lambda file: file.stem,
    ):
        try:
            loaded.append(
                LoadedPeristiwa(file, *parse(Peristiwa, read_limited(file), str(file)))
            )
        except FaultyNaskah as cause:
            temuan += cause.temuan
    items = [(str(one.file), one.peristiwa, one.source) for one in loaded]
    every = [one for _, one, _ in items]
    summary = _with_adenda(slug, riwayat, every)
    source_of = {name: source for name, _, source in items}
    for name, m in check_peristiwa(
        summary, [(name, peristiwa) for name, peristiwa, _ in items]
    ):
        temuan.append(_place(m, source_of[name]))
    for _, p, source in items:
        temuan += [
            _place(m, source) for m in content_faults(workspace, riwayat, summary, p)
        ]
    if temuan:
        raise FaultyNaskah(temuan)
    return summary, loaded


_WITH_CONTENT = (
    "keadaan_kahar",
    "pengakhiran",
    "musyawarah",
    "realisasi",
    "penyerahan_rangkap",
    "berita_acara_kahar",
)


def content_faults(
    workspace: Workspace, riwayat: Riwayat, r: Summary, p: Peristiwa
) -> list[Problem]:
    """What one event says that the text in force on its day does not bear out."""
    if p.jenis not in _WITH_CONTENT or r.begin is None or p.tanggal < r.begin:
        return []
    in_force, calendar = riwayat.on(p.tanggal), load_calendar(workspace.root)
    now = r.on(p.tanggal)
    begin, span = present_term(
        now, [q for q in r.peristiwa if q.tanggal <= p.tanggal], calendar
    )
    end = end_of_term(begin, span, now.convention, calendar).tanggal
    return list(check_content(p, in_force.kesepakatan, in_force.reading, end))


def _place(m: Problem, source: Source) -> Temuan:
    return m.found_at(source.tempat(m.place.path))


def _with_adenda(slug: str, riwayat: Riwayat, peristiwa: list[Peristiwa]) -> Summary:
    def summary(k: Kesepakatan) -> Summary:
        return summarize(slug, k, number(k)[1], peristiwa)

    origin = now = summary(riwayat.origin.kesepakatan)
    later = list[tuple[date, Summary]]()
    for a in riwayat.adendum:
        if a.in_force:
            new = summary(a.sesudah.kesepakatan)
            lain = (new.jangka_waktu, new.convention) != (
                now.jangka_waktu,
                now.convention,
            )
            now = replace(new, extended=a.in_force if lain else now.extended)
            later.append((a.in_force, now))
    return replace(origin, later=tuple(later))
