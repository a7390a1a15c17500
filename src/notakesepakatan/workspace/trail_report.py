"""The whole trail in, what was changed, lost or moved in it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from notakesepakatan.workspace.trail import (
    TRAIL_FILE,
    TrailEntry,
    hash_line,
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
        damaged: lines that are not what they were when the next one was written.
        missing: how many lines are gone between others.
        moved: lines that stand elsewhere than they were written.
        missing_at_end: how many are gone from the end.
    """

    count: int
    without_link: int
    torn: tuple[int, ...]
    damaged: tuple[int, ...]
    missing: int
    moved: tuple[int, ...]
    missing_at_end: int

    @property
    def is_whole(self) -> bool:
        """Whether every line is there, unchanged and in its place."""
        lost = self.missing or self.missing_at_end
        return not (self.damaged or self.moved or lost)

    def data(self) -> dict[str, object]:
        """The report as plain data."""
        return {
            "utuh": self.is_whole,
            "baris": self.count,
            "tanpa_rantai": self.without_link,
            "terpotong": list(self.torn),
            "berubah": list(self.damaged),
            "hilang": self.missing,
            "berpindah": list(self.moved),
            "hilang_di_ujung": self.missing_at_end,
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
    numbers = _numbers(lines, entries, first)
    breaks = list(_breaks(lines, entries, first, numbers))
    last = max(numbers, default=first)
    lost_at_end = _lost_at_end(folder, lines, last)
    damaged = {each.line - 1 or 1 for each in breaks if each.gap == 0}
    if lost_at_end is None:
        damaged.add(len(lines))
    torn = [i + 1 for i in range(first, len(lines)) if entries[i] is None]
    return TrailReport(
        count=len(lines),
        without_link=first,
        torn=tuple(number for number in torn if number not in damaged),
        damaged=tuple(sorted(damaged)),
        missing=max(last - first - len(set(numbers)), 0),
        moved=tuple(each.line for each in breaks if each.gap < 0),
        missing_at_end=lost_at_end or 0,
    )


def _read_lines(folder: Path) -> list[bytes]:
    file = folder / TRAIL_FILE
    content = file.read_bytes() if file.is_file() else b""
    return split_lines(content)


def _first_linked(entries: Sequence[TrailEntry | None]) -> int:
    """The index of the first line of the chain; the count of all where none is linked."""
    linked = (i for i, entry in enumerate(entries) if entry and entry.link)
    return next(linked, len(entries))


class _Break(NamedTuple):
    """A line that does not carry the hash of what stands before it.

    Attributes:
        line: its number, from 1.
        gap: how many numbers lie between its own and the one before; less than none
            where it stands behind one that was written later.
    """

    line: int
    gap: int


def _breaks(
    lines: Sequence[bytes],
    entries: Sequence[TrailEntry | None],
    first: int,
    numbers: Sequence[int],
) -> Iterator[_Break]:
    """The breaks of the chain, from its first line on, whose lines have these numbers."""
    before = b"\n".join(lines[:first]) + b"\n" if first else b""
    for i in range(first, len(lines)):
        entry = entries[i]
        if is_torn(lines[i]):
            # The next whole line carries the hash of both.
            before += b"\n" + lines[i]
            continue
        expected = hash_line(before)
        before = lines[i]
        if entry and entry.link != expected:
            number_before = numbers[i - first - 1] if i > first else first
            yield _Break(i + 1, entry.number - number_before - 1)


def _numbers(
    lines: Sequence[bytes], entries: Sequence[TrailEntry | None], first: int
) -> list[int]:
    """The numbers of the lines of the chain; one that cannot be read has the next."""
    numbers = list[int]()
    number = first
    for line, entry in zip(lines[first:], entries[first:], strict=True):
        number = number + 1 if entry is None or is_torn(line) else entry.number
        numbers.append(number)
    return numbers


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
    if end.count > len(lines):
        return max(end.count - last, 0)
    known = lines[end.count - 1] if end.count else b""
    return 0 if hash_line(known) == end.last_hash else None
