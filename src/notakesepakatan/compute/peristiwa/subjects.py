"""What the rules of events read: an event among the others, an event beside the text.

What a rule finds is a `Fault`; the table of rules (`rules.py`) makes a finding with a code of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from notakesepakatan.compute.peristiwa.tugas import (
    QuotedTugas,
    plan_rows,
    quote,
    tugas_list,
)
from notakesepakatan.compute.text.letak import WrongLetak
from notakesepakatan.compute.text.numbering import Numbers
from notakesepakatan.compute.text.rencana_kerja import PlanRow
from notakesepakatan.compute.text.tree import to_tree
from notakesepakatan.compute.time.register import Summary
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.place import Place


@dataclass(frozen=True)
class Fault:
    """What a rule finds: where in the event's data, what is wrong, what to do."""

    place: Place
    message: str
    saran: str


Faults = Iterator[Fault]


@dataclass(frozen=True)
class AmongPeristiwa:
    """An event among all of its agreement.

    Attributes:
        peristiwa: the event.
        summary: the agreement as signed.
        every: all events in order of their days, this one too.
        earlier: those that stand before this one in that order.
        earlier_names: the names of those: files, where they are recorded.
    """

    peristiwa: Peristiwa
    summary: Summary
    every: tuple[Peristiwa, ...]
    earlier: tuple[Peristiwa, ...]
    earlier_names: tuple[str, ...]

    @property
    def para_pihak(self) -> tuple[str, ...]:
        """The keys of those who are parties on its day."""
        return self.summary.on(self.peristiwa.tanggal).kunci_pihak

    @property
    def earlier_alike(self) -> Iterator[Peristiwa]:
        """Earlier events of the same kind."""
        return (p for p in self.earlier if p.jenis == self.peristiwa.jenis)


@dataclass(frozen=True)
class BesideText:
    """An event beside the text in force on its day.

    Attributes:
        peristiwa: the event.
        kesepakatan: the agreement in force on its day, as typed.
        reading: the same as read.
        end: last day of the term then running; None where it has none.
        numbers: where everything numbered stands in it.
        adenda: the names of the adenda, and of each whether it waits for an event.
    """

    peristiwa: Peristiwa
    kesepakatan: Kesepakatan
    reading: Kesepakatan
    end: date | None
    numbers: Numbers
    adenda: Mapping[str, bool] = field(default_factory=dict)

    @cached_property
    def cited(self) -> tuple[QuotedTugas | WrongLetak, ...]:
        """The duties that the event names, in order, or why one cannot be quoted."""
        if not self.peristiwa.tugas:
            return ()
        tree = to_tree(self.kesepakatan)

        def quoted(letak: str) -> QuotedTugas | WrongLetak:
            try:
                return quote(tree, self.reading, letak)
            except WrongLetak as cause:
                return cause

        return tuple(quoted(letak) for letak in self.peristiwa.tugas)

    @cached_property
    def tugas_addresses(self) -> frozenset[str]:
        """Addresses of the duties that an event may name."""
        every = tugas_list(self.kesepakatan, self.reading, self.numbers)
        return frozenset(tugas.alamat for tugas in every)

    @cached_property
    def plan(self) -> dict[str, PlanRow]:
        """Rows of the work plan that hold work, by their address."""
        return plan_rows(self.reading)
