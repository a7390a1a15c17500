"""A workspace in, all that an act asks of its files out, each of them read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Self

from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.register import Summary
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import (
    NeedsText,
    Readable,
    Riwayat,
    load_readable,
)
from notakesepakatan.load.calendar import load_calendar
from notakesepakatan.load.instrumen import load_instrumen
from notakesepakatan.load.pengaturan import load_pengaturan
from notakesepakatan.load.peraturan import load_laws
from notakesepakatan.load.peristiwa import (
    LoadedPeristiwa,
    Recorded,
    late_extensions,
    load_peristiwa,
)
from notakesepakatan.load.seal import SealReport, examine_seals, with_broken_seals
from notakesepakatan.model.instrumen import InstrumenList
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.model.peraturan import KnownLaws
from notakesepakatan.temuan import Temuan
from notakesepakatan.workspace import COMMAND_LINE, LastWrite, Workspace


@dataclass(frozen=True)
class Opened:
    """A workspace opened for one act: a command, a request, a job.

    What is written meanwhile it does not see: who reads on after writing opens anew.

    Attributes:
        workspace: the workspace.
        common: folder of the settings and days off, where it is another one.
        who: who acts: name of an account, "lokal", "baris perintah".
        trail: who wrote which bytes, where the trail itself lies elsewhere.
    """

    workspace: Workspace
    common: Path | None = None
    who: str = COMMAND_LINE
    trail: Mapping[str, LastWrite] | None = None
    _readable: dict[str, Readable] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _recorded: dict[str, Recorded] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def anew(self) -> Self:
        """The same workspace as it is now: what an act loads inside its lock."""
        return replace(self)

    @cached_property
    def written(self) -> Mapping[str, LastWrite]:
        """When some bytes were last written and by whom, by their hash."""
        return self.workspace.written() if self.trail is None else self.trail

    @cached_property
    def pengaturan(self) -> Pengaturan:
        """Settings of the workspace.

        Raises:
            FaultyNaskah, CannotRead.
        """
        return load_pengaturan(self.common or self.workspace.root)

    @cached_property
    def calendar(self) -> OfficeCalendar:
        """Days off.

        Raises:
            FaultyNaskah, CannotRead.
        """
        return load_calendar(self.common or self.workspace.root)

    @cached_property
    def instrumen_list(self) -> InstrumenList:
        """Instruments by name.

        Raises:
            FaultyNaskah, CannotRead.
        """
        return load_instrumen(self.common or self.workspace.root)

    @cached_property
    def laws(self) -> KnownLaws:
        """Laws on record, the office's own too.

        Raises:
            FaultyNaskah, CannotRead.
        """
        return load_laws(self.common or self.workspace.root)

    def riwayat(self, slug: str) -> Riwayat:
        """An agreement and its adenda.

        Raises:
            FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
        """
        readable = self._readable_of(slug)
        if readable.problem:
            raise with_broken_seals(self.workspace, slug, readable.problem)
        return readable.riwayat

    def _readable_of(self, slug: str) -> Readable:
        if slug not in self._readable:
            try:
                self._readable[slug] = load_readable(self.workspace, slug)
            except FaultyNaskah as problem:
                raise with_broken_seals(self.workspace, slug, problem) from None
        return self._readable[slug]

    def text(self, slug: str) -> Riwayat:
        """The same of one whose text is there.

        Raises:
            NeedsText: only facts of it are known.
            FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
        """
        riwayat = self.riwayat(slug)
        if riwayat.origin.kesepakatan.facts_only:
            raise NeedsText(slug)
        return riwayat

    def readable_summary(self, slug: str) -> tuple[Summary, str]:
        """The summary as far as its adenda can be read, and what is wrong with the rest.

        Raises:
            FaultyNaskah: the agreement itself or one of its events is wrong.
            NoSuchKesepakatan, InvalidSlug, CannotRead.
        """
        readable = self._readable_of(slug)
        if readable.problem is None:
            return self.summary(slug), ""
        recorded = load_peristiwa(
            self.workspace, slug, readable.riwayat, lambda: self.calendar
        )
        return recorded.summary, str(readable.problem)

    def peristiwa_list(self, slug: str) -> list[LoadedPeristiwa]:
        """Its events by file name.

        Raises:
            FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
        """
        return self.recorded(slug).peristiwa_list

    def summary(self, slug: str) -> Summary:
        """What the register keeps of it, with its events.

        Raises:
            FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
        """
        return self.recorded(slug).summary

    def late_extensions(self, slug: str) -> list[Temuan]:
        """Its extensions that were recorded after the term had ended.

        Raises:
            FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
        """
        recorded = self.recorded(slug)
        riwayat, calendar = self.riwayat(slug), lambda: self.calendar
        return late_extensions(
            riwayat, recorded.summary, recorded.peristiwa_list, calendar
        )

    def seals(self, slug: str) -> SealReport:
        """Whether its signed files are still what was sealed.

        Raises:
            FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
        """
        return examine_seals(self.workspace, slug, self.riwayat(slug))

    def with_recorded(self, slug: str, recorded: Recorded) -> Self:
        """The same workspace, but for what was recorded of one agreement."""
        other = replace(self)
        other._recorded[slug] = recorded
        return other

    def readable_seals(self, slug: str) -> SealReport:
        """The same, also where an adendum cannot be read.

        Raises:
            FaultyNaskah: the agreement itself is wrong.
            NoSuchKesepakatan, InvalidSlug, CannotRead.
        """
        return examine_seals(self.workspace, slug, self._readable_of(slug).riwayat)

    def recorded(self, slug: str) -> Recorded:
        """Its events, with those that were taken back.

        Raises:
            FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
        """
        if slug not in self._recorded:
            riwayat = self.riwayat(slug)
            self._recorded[slug] = load_peristiwa(
                self.workspace, slug, riwayat, lambda: self.calendar, laws=self.laws
            )
        return self._recorded[slug]
