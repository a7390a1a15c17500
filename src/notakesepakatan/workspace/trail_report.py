"""The whole trail in, what was changed, lost or moved in it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from notakesepakatan.workspace.trail import (
    NO_END,
    OTHER_END,
    TRAIL_FILE,
    TrailEntry,
    hash_line,
    is_cut_off,
    is_torn,
    read_end,
    split_lines,
)


@dataclass(frozen=True)
class TrailReport:
    """What a look at the whole trail found; line numbers count from 1.

    Attributes:
        count: lines there are.
        without_link: lines of older programs, which carry no hash.
        torn: lines that a kill or a full disk left unfinished.
        foreign: lines that the program did not write.
        damaged: lines that are not what they were when the next one was written.
        missing: how many lines are gone between others.
        moved: lines that stand elsewhere than they were written.
        missing_at_end: how many are gone from the end.
        without_end: lines at which the program found that nothing was kept of the end.
        other_end: lines at which the program found that the end was not as it was kept.
        knows_end: whether it is kept where the trail ends; without it what is gone from
            the end does not show.
    """

    count: int
    without_link: int
    torn: tuple[int, ...]
    foreign: tuple[int, ...]
    damaged: tuple[int, ...]
    missing: int
    moved: tuple[int, ...]
    missing_at_end: int
    without_end: tuple[int, ...]
    other_end: tuple[int, ...]
    knows_end: bool

    @property
    def is_whole(self) -> bool:
        """Whether every line is there, unchanged and in its place."""
        lost = self.missing or self.missing_at_end or self.other_end
        changed = self.damaged or self.moved or self.foreign
        return self.knows_end and not (changed or lost)

    def data(self) -> dict[str, object]:
        """The report as plain data."""
        return {
            "utuh": self.is_whole,
            "baris": self.count,
            "tanpa_rantai": self.without_link,
            "terpotong": list(self.torn),
            "asing": list(self.foreign),
            "berubah": list(self.damaged),
            "hilang": self.missing,
            "berpindah": list(self.moved),
            "hilang_di_ujung": self.missing_at_end,
            "ujung_tidak_ada": list(self.without_end),
            "ujung_lain": list(self.other_end),
            "ujung_diketahui": self.knows_end,
        }

    def sentences(self) -> Iterator[str]:
        """The report in words, the verdict first."""
        verdict = "utuh" if self.is_whole else "TIDAK utuh"
        yield f"Jejak {verdict}: {self.count} baris."
        if self.damaged:
            yield f"Berubah sesudah ditulis: baris {_listed(self.damaged)}."
        if self.moved:
            yield f"Tidak di tempatnya: baris {_listed(self.moved)}."
        if self.missing:
            yield f"Hilang di antara baris lain: {self.missing} baris."
        if self.missing_at_end:
            yield f"Hilang di ujung: {self.missing_at_end} baris."
        if self.other_end:
            yield (
                f"Sebelum baris {_listed(self.other_end)} ujung jejak lain daripada "
                "catatannya: baris tepat di atasnya hilang atau berubah. Bandingkan dengan "
                "cadangan."
            )
        if not self.knows_end:
            yield (
                "Catatan ujungnya tidak ada, sehingga baris yang hilang di ujung tidak "
                "dapat diketahui; bandingkan dengan cadangan."
            )
        if self.without_end:
            yield (
                f"Sebelum baris {_listed(self.without_end)} catatan ujungnya tidak ada; "
                "mungkin ada baris yang hilang tepat di atasnya. Bandingkan dengan cadangan."
            )
        if self.foreign:
            yield f"Bukan tulisan program: baris {_listed(self.foreign)}."
        if self.torn:
            yield (
                f"Terpotong karena program terhenti saat menulis: baris "
                f"{_listed(self.torn)}. Ini bukan perubahan."
            )
        if self.without_link:
            yield (
                f"Ditulis sebelum jejak dirantai: {self.without_link} baris; "
                "keutuhannya dijaga sejak baris sesudahnya."
            )


def examine(folder: Path) -> TrailReport:
    """Hold every line of the trail against the next, and the last against the end kept."""
    lines = _read_lines(folder)
    entries = [TrailEntry.from_line(line.decode(errors="replace")) for line in lines]
    first = _first_linked(entries)
    chain = _walk(lines, entries, first)
    last = max(chain.numbers, default=first)
    lost_at_end = _lost_at_end(folder, lines, last)
    damaged = {each.line - 1 or 1 for each in chain.breaks if each.gap == 0}
    if lost_at_end is None:
        damaged.add(len(lines))
    chained = len(lines) - first
    return TrailReport(
        count=len(lines),
        without_link=first,
        torn=tuple(number for number in chain.torn if number not in damaged),
        foreign=tuple(number for number in chain.foreign if number not in damaged),
        damaged=tuple(sorted(damaged)),
        missing=max(last - first - len(set(chain.numbers)), 0),
        moved=tuple(each.line for each in chain.breaks if each.gap < 0),
        missing_at_end=lost_at_end or 0,
        without_end=_that_say(entries, NO_END),
        other_end=_that_say(entries, OTHER_END),
        # A kill may come between the first line and what is kept of it.
        knows_end=chained <= 1 or read_end(folder) is not None,
    )


def _that_say(entries: Sequence[TrailEntry | None], tindakan: str) -> tuple[int, ...]:
    """Numbers of the lines, from 1, in which the program says what it found."""
    found = (
        i for i, each in enumerate(entries, 1) if each and each.tindakan == tindakan
    )
    return tuple(found)


def _read_lines(folder: Path) -> list[bytes]:
    file = folder / TRAIL_FILE
    content = file.read_bytes() if file.is_file() else b""
    return split_lines(content)


def _first_linked(entries: Sequence[TrailEntry | None]) -> int:
    """The index of the first line of the chain; the count of all where none is linked."""
    linked = (i for i, entry in enumerate(entries) if entry and entry.link)
    first = next(linked, len(entries))
    opening = entries[first] if first < len(entries) else None
    # A chain that begins with the trail has nothing before it that belongs there.
    return 0 if opening and opening.link == hash_line(b"") else first


class _Break(NamedTuple):
    """A line that does not carry the hash of what stands before it.

    Attributes:
        line: its number, from 1.
        gap: how many numbers lie between its own and the one before; less than none
            where it stands behind one that was written later.
    """

    line: int
    gap: int


@dataclass
class _Chain:
    """What a walk along the chain found.

    Attributes:
        numbers: the number of each of its lines; one that cannot be read has the next.
        breaks: lines that do not carry the hash of what stands before them.
        torn: numbers of the lines in the file, from 1, that were cut off.
        foreign: of those that somebody else put in.
    """

    numbers: list[int] = field(default_factory=list)
    breaks: list[_Break] = field(default_factory=list)
    torn: list[int] = field(default_factory=list)
    foreign: list[int] = field(default_factory=list)

    def take_unread(self, lines: Sequence[bytes], unread: Sequence[int]) -> None:
        """Lines in a row that say nothing, by their index."""
        for i in unread:
            kind = self.torn if is_cut_off(lines[i]) else self.foreign
            kind.append(i + 1)


def _walk(
    lines: Sequence[bytes], entries: Sequence[TrailEntry | None], first: int
) -> _Chain:
    """Go along the chain from its first line on."""
    chain = _Chain()
    before = b"\n".join(lines[:first]) + b"\n" if first else b""
    number = first
    unread = list[int]()
    for i in range(first, len(lines)):
        if is_torn(lines[i]):
            unread.append(i)
            continue
        entry = entries[i]
        # The next whole line carries the hash of the one before it and of those cut off.
        bound = b"\n".join([before, *(lines[each] for each in unread)])
        was_put_in = entry and unread and entry.link == hash_line(before)
        if was_put_in:
            chain.foreign += [each + 1 for each in unread]
        else:
            chain.take_unread(lines, unread)
            chain.numbers += range(number + 1, number + len(unread) + 1)
            number += len(unread)
        if entry and not was_put_in and entry.link != hash_line(bound):
            chain.breaks.append(_Break(i + 1, entry.number - number - 1))
        number = entry.number if entry else number + 1
        chain.numbers.append(number)
        before, unread = lines[i], []
    chain.take_unread(lines, unread)
    chain.numbers += range(number + 1, number + len(unread) + 1)
    return chain


def _listed(numbers: Sequence[int]) -> str:
    """At most ten of them."""
    shown = ", ".join(map(str, numbers[:10]))
    more = len(numbers) - 10
    return f"{shown}, dan {more} lagi" if more > 0 else shown


def _lost_at_end(folder: Path, lines: Sequence[bytes], last: int) -> int | None:
    """How many lines are gone from the end; None where the last known one is another.

    Args:
        folder: the desk's own.
        lines: those that are there.
        last: the highest number that one of them has.
    """
    end = read_end(folder)
    if end is None:
        return 0
    if end.count > last:
        return end.count - last
    # A kill may have left a line behind the last known one, and a hand put others there.
    is_there = end.last_hash in map(hash_line, reversed(lines))
    return 0 if is_there else None
