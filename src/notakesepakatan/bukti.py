"""A folder in, whether its signed texts and its trail are what they were out.

Whoever doubts a workspace runs this file alone, with any Python from 3.11 on and nothing
else: `python3 bukti.py FOLDER`. It imports nothing of the program whose work it judges, and
it writes nothing. What it says is Indonesian; the exit code is 0 where all is whole, 1 where
something is not, 2 where there is nothing to look at.

What it holds against what: each line of the trail against the next, the last line against
the end that is kept beside it, each seal against its file and against the trail, each event's
file against the trail, each file beside an agreement against the trail and its list, each
sealed copy against its name. Of a signed text, of an event and
of the trail it names the first changed byte.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

TRAIL = ".meja/jejak.jsonl"
TRAIL_END = ".meja/jejak-ujung.json"
SEALED_COPIES = ".meja/segel"
KESEPAKATAN_FOLDER = "agreements"
SEAL = "segel.json"
KESEPAKATAN = "kesepakatan.yaml"
PERISTIWA_FOLDER = "peristiwa"
ATTACHMENT_FOLDER = "lampiran-berkas"
ATTACHMENT_LIST = "daftar.json"
NO_END = "mendapati catatan ujung jejak tidak ada; baris terakhirnya mungkin hilang"
"""The act of a line that the program adds where it finds so."""
OTHER_END = "mendapati ujung jejak lain daripada catatannya; baris terakhirnya hilang atau berubah"
"""The act of a line that the program adds where the end that was kept is no line of it."""
_BEGINNING = b'{"waktu": "'
"""What every line of the trail begins with."""
LONGEST_TRIED = 4096
"""Bytes of the longest text in which every single byte is tried."""

_HASH = re.compile(r"[0-9a-f]{64}")
_PERISTIWA = re.compile(
    rf"{KESEPAKATAN_FOLDER}/[^/]+/{PERISTIWA_FOLDER}/[^./][^/]*\.yaml"
)
_ATTACHMENT = re.compile(rf"{KESEPAKATAN_FOLDER}/[^/]+/{ATTACHMENT_FOLDER}/[^./][^/]*")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_BYTES = [bytes([value]) for value in range(256)]


# What is said.


@dataclass(frozen=True)
class Fault:
    """One thing that is not what it was.

    Attributes:
        file: the file, as from the workspace.
        words: what is wrong with it, in Indonesian.
        offset: the first changed byte, counted from 0; None where it cannot be told.
        line: its line, counted from 1; 0 where there is none.
        column: its column in characters, counted from 1; 0 where there is none.
    """

    file: str
    words: str
    offset: int | None = None
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        where = self.file
        if self.line:
            where += f", baris {self.line}"
        if self.offset is not None:
            where += f", kolom {self.column} (bita ke-{self.offset + 1})"
        return f"{where}: {self.words}"


@dataclass(frozen=True)
class Report:
    """What a look at a workspace found.

    Attributes:
        looked_at: what was held against what, a sentence each.
        remarks: what could not be proved, and why.
        faults: what is not what it was.
    """

    looked_at: tuple[str, ...]
    remarks: tuple[str, ...]
    faults: tuple[Fault, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found that had changed."""
        return not self.faults

    def lines(self) -> Iterator[str]:
        """The report as it is printed."""
        yield from self.looked_at
        yield from (f"Catatan: {remark}" for remark in self.remarks)
        yield from (f"BERUBAH  {fault}" for fault in self.faults)
        if self.is_whole:
            yield "UTUH: tidak ada yang berubah sejak disegel dan dicatat."
        else:
            yield (
                f"TIDAK UTUH: {len(self.faults)} hal. Jangan ubah apa pun dahulu; "
                "salin ruang kerja ini, lalu bandingkan dengan cadangan terakhir."
            )


def _shown(piece: bytes) -> str:
    if not piece:
        return "tidak ada"
    if piece == b"\n":
        return "akhir baris"
    is_letter = piece.isascii() and piece.decode().isprintable()
    return f'"{piece.decode()}"' if is_letter else f"bita {piece.hex()}"


# One changed byte, found by its hash.


class _Change(NamedTuple):
    """Where a text differs from what it was; one of the two pieces may be empty."""

    offset: int
    now: bytes
    then: bytes

    def fault(self, file: str, content: bytes) -> Fault:
        """The change said with its place in the text as it is now."""
        before = content[: self.offset]
        line_start = before.rfind(b"\n") + 1
        # A byte within a letter stands in the column of that letter.
        column = len(before[line_start:].decode(errors="ignore")) + 1
        words = (
            "bita pertama yang berubah; "
            f"sekarang {_shown(self.now)}, semula {_shown(self.then)}"
        )
        return Fault(file, words, self.offset, before.count(b"\n") + 1, column)


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def first_difference(now: bytes, then: bytes) -> _Change:
    """The first byte in which two texts differ; they do differ."""
    shorter = min(len(now), len(then))
    offset = next((i for i in range(shorter) if now[i] != then[i]), shorter)
    return _Change(offset, now[offset : offset + 1], then[offset : offset + 1])


def find_change(content: bytes, wanted: str) -> _Change | None:
    """The one byte that was changed, added or lost since a text had this hash.

    None where more than one was, or the text is too long to try them all.
    """
    if len(content) > LONGEST_TRIED or not _HASH.fullmatch(wanted):
        return None
    target = bytes.fromhex(wanted)
    return (
        _find_replaced(content, target)
        or _find_added(content, target)
        or _find_lost(content, target)
    )


def _find_replaced(content: bytes, target: bytes) -> _Change | None:
    head = sha256()
    for offset in range(len(content)):
        now, rest = content[offset : offset + 1], content[offset + 1 :]
        for then in _BYTES:
            tried = head.copy()
            tried.update(then + rest)
            if tried.digest() == target:
                return _Change(offset, now, then)
        head.update(now)
    return None


def _find_added(content: bytes, target: bytes) -> _Change | None:
    for offset in range(len(content)):
        without = content[:offset] + content[offset + 1 :]
        if sha256(without).digest() == target:
            return _Change(offset, content[offset : offset + 1], b"")
    return None


def _find_lost(content: bytes, target: bytes) -> _Change | None:
    head = sha256()
    for offset in range(len(content) + 1):
        rest = content[offset:]
        for then in _BYTES:
            tried = head.copy()
            tried.update(then + rest)
            if tried.digest() == target:
                return _Change(offset, b"", then)
        head.update(rest[:1])
    return None


# The trail.


@dataclass(frozen=True)
class _Line:
    """One line of the trail.

    Attributes:
        start: its offset in the file.
        content: its bytes, without the line's end.
        data: what it says; None where it is torn.
        link: the hash of the line before, as it says; empty where it says none.
    """

    start: int
    content: bytes
    data: dict[str, object] | None
    link: str

    def said(self, key: str) -> str:
        """What it says of this; empty where it says nothing."""
        value = (self.data or {}).get(key, "")
        return value if isinstance(value, str) else ""


class _End(NamedTuple):
    """How many lines the trail had, and the hash of the last."""

    lines: int
    last_hash: str

    def to_bytes(self) -> bytes:
        data = {"baris": self.lines, "sidik": self.last_hash}
        return json.dumps(data).encode()


def _read_lines(content: bytes) -> list[_Line]:
    pieces = content.split(b"\n")
    if not pieces[-1]:
        pieces.pop()
    lines, start = list[_Line](), 0
    for piece in pieces:
        lines.append(_read_line(start, piece))
        start += len(piece) + 1
    return lines


def _read_line(start: int, content: bytes) -> _Line:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        return _Line(start, content, None, "")
    link = data.get("rantai", "")
    return _Line(start, content, data, link if isinstance(link, str) else "")


def _read_end(content: bytes) -> _End | None:
    """None where it is not what the program writes, to the byte."""
    try:
        data = json.loads(content)
        end = _End(int(data["baris"]), str(data["sidik"]))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    is_ours = content.removesuffix(b"\n") == end.to_bytes()
    return end if is_ours and end.lines > 0 else None


class _Trail:
    """The trail, its end, and what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.content = _read(root / TRAIL) or b""
        self.end_content = _read(root / TRAIL_END)
        self.lines = _read_lines(self.content)
        self.end = _read_end(self.end_content or b"")
        linked = (i for i, line in enumerate(self.lines) if line.link)
        self.first = next(linked, len(self.lines))
        """Index of the first line of the chain."""

    @property
    def is_chained(self) -> bool:
        return self.first < len(self.lines) or self.end_content is not None

    def faults(self) -> list[Fault]:
        """The first break of the chain with its byte, or what is wrong at its end."""
        broken = self._first_break
        if broken is not None:
            return [self._explain(broken)]
        at_end = self._fault_at_end()
        if at_end:
            return [at_end]
        foreign = [i for i in self._torn() if self._is_foreign(i)]
        words = "di atas baris ini ada baris yang hilang atau berubah sesudah ditulis"
        return [
            *(Fault(TRAIL, "bukan tulisan program", line=i + 1) for i in foreign),
            *(Fault(TRAIL, words, line=i) for i in self._that_say(OTHER_END)),
        ]

    def looked_at(self) -> str:
        chained = len(self.lines) - self.first
        return f"Jejak: {len(self.lines)} baris diperiksa, {chained} di antaranya berantai."

    def remarks(self) -> Iterator[str]:
        if not self.is_chained:
            yield (
                "jejak ini belum berantai, jadi perubahannya tidak dapat dibuktikan; "
                "rantai mulai pada perubahan berikutnya."
            )
            return
        torn = [i + 1 for i in self._torn() if not self._is_foreign(i)]
        if torn:
            yield (
                f"baris jejak {_listed(torn)} terputus oleh mesin yang mati; "
                "ini bukan perubahan."
            )
        without_end = self._that_say(NO_END)
        if without_end:
            yield (
                f"sebelum baris jejak {_listed(without_end)} catatan ujungnya tidak ada; "
                "mungkin ada baris yang hilang tepat di atasnya."
            )
        if self.end and self.end.lines < len(self.lines):
            yield "baris terakhir jejak ditulis sesaat sebelum mesin mati."

    def _that_say(self, act: str) -> list[int]:
        """Numbers of the lines, from 1, in which the program says what it found."""
        every = enumerate(self.lines, 1)
        return [i for i, line in every if line.said("tindakan") == act]

    def hashes_of(self, file: str) -> list[str]:
        """What the trail says that a file became, the last state last."""
        return [line.said("sesudah") for line in self._lines_by_file.get(file, ())]

    def present_hashes(self, file: str) -> set[str]:
        """What a file may be now: as last written, or as an open intent has it.

        What a hand put there while an act was under way is none of it.
        """
        lines = self._lines_by_file.get(file)
        if not lines:
            return set()
        last = lines[-1]
        if last.said("tahap") == "niat":
            return {last.said("sebelum"), last.said("sesudah")}
        return {last.said("sebelum" if last.said("tahap") == "lain" else "sesudah")}

    def files(self) -> Iterator[str]:
        """Every file that the trail speaks of."""
        return iter(self._lines_by_file)

    @cached_property
    def _lines_by_file(self) -> dict[str, list[_Line]]:
        lines = dict[str, list[_Line]]()
        for line in self.lines:
            lines.setdefault(line.said("berkas"), []).append(line)
        return lines

    @cached_property
    def _first_break(self) -> int | None:
        """Index of the first line that does not carry the hash of what stands before it."""
        chain = range(self.first, len(self.lines))
        return next((i for i in chain if self._breaks(i)), None)

    def _torn(self) -> list[int]:
        """Indexes of the lines that say nothing, as far as the chain holds."""
        broken = self._first_break
        end = len(self.lines) if broken is None else broken
        while broken is not None and end and self.lines[end - 1].data is None:
            end -= 1  # right before the break it is what was changed
        return [i for i in range(self.first, end) if self.lines[i].data is None]

    def _is_foreign(self, index: int) -> bool:
        """Whether a line that says nothing is no beginning of one of the program's.

        What the power left of one may begin with zeros.
        """
        line = self.lines[index].content
        beginning = _BEGINNING.startswith(line[: len(_BEGINNING)])
        return line == b"" or not (beginning or line.startswith(b"\0"))

    def _breaks(self, index: int) -> bool:
        line = self.lines[index]
        if line.data is None:
            return False  # torn: it says nothing, and the next line carries its hash
        before = self._before(index)
        number = line.data.get("urut", index + 1)
        return line.link != _hash(before) or number != index + 1

    def _before(self, index: int) -> bytes:
        """What a line carries the hash of."""
        if index == self.first:
            return self.content[: self.lines[index].start]
        last = index - 1
        while last > self.first and self.lines[last].data is None:
            last -= 1  # torn lines are carried along with the whole one before them
        return self.content[self.lines[last].start : self.lines[index].start - 1]

    def _explain(self, index: int) -> Fault:
        """The byte that makes the chain break at a line; else what can be said of it."""
        line = self.lines[index]
        for suspect in (index - 1, index):
            change = self._find_in_line(suspect)
            if change:
                return self._changed(change)
        if index == self.first:
            change = find_change(self._before(index), line.link)
            if change:
                return self._changed(change)
        return Fault(TRAIL, self._break_words(index), line=index + 1)

    def _break_words(self, index: int) -> str:
        link = self.lines[index].link
        others = [i for i, line in enumerate(self.lines) if _hash(line.content) == link]
        if others:
            return (
                f"baris ini ditulis setelah baris {others[0] + 1}; ada baris yang "
                "disisipkan atau dipindahkan di antaranya"
            )
        if index == self.first:
            return "baris-baris di atasnya tidak seperti saat baris ini ditulis"
        return (
            "baris sebelumnya tidak seperti saat baris ini ditulis: "
            "diubah lebih dari satu bita, atau ada baris yang hilang"
        )

    def _changed(self, change: _Change) -> Fault:
        return change.fault(TRAIL, self.content)

    def _wanted(self, index: int) -> str:
        """The hash that a line should have, as the next one or the end says."""
        if index + 1 < len(self.lines):
            return self.lines[index + 1].link
        return self.end.last_hash if self.end else ""

    def _find_in_line(self, index: int) -> _Change | None:
        """The change of one byte in a line, or of the line's end before or within it."""
        wanted = self._wanted(index) if index >= 0 else ""
        if not wanted or _hash(self.lines[index].content) == wanted:
            return None
        line = self.lines[index]
        found = _find_lost_line_end(line.content, wanted)
        if found is None and index > 0:
            found = self._find_new_line_end(self.lines[index - 1].content, line, wanted)
        if found is None:
            found = find_change(line.content, wanted)
        return found and found._replace(offset=line.start + found.offset)

    @staticmethod
    def _find_new_line_end(above: bytes, line: _Line, wanted: str) -> _Change | None:
        """The line's end before a line, where it stands for another byte or was added."""
        for then in [b"", *_BYTES]:
            if _hash(above + then + line.content) == wanted:
                return _Change(-1, b"\n", then)
        return None

    def _fault_at_end(self) -> Fault | None:
        """What is wrong at the end of a trail whose chain holds."""
        if not self.is_chained:
            return None
        if self.end_content is None:
            is_first_line = len(self.lines) - self.first == 1
            words = "tidak ada, padahal jejaknya berantai"
            return None if is_first_line else Fault(TRAIL_END, words)
        if self.end and self._ends_well(self.end):
            return None
        if not self.lines:
            return Fault(TRAIL, "tidak ada, padahal ujungnya tercatat")
        change = self._find_in_line(len(self.lines) - 1)
        if change:
            return self._changed(change)
        ends_with_known = self.end and self.end.last_hash == _hash(
            self.lines[-1].content
        )
        if self.end and self.end.lines > len(self.lines) and not ends_with_known:
            lost = self.end.lines - len(self.lines)
            return Fault(TRAIL, f"{lost} baris terakhir hilang")
        return self._fault_in_end_file(self.end_content)

    def _ends_well(self, end: _End) -> bool:
        if end.lines > len(self.lines):
            return False
        return _hash(self.lines[end.lines - 1].content) == end.last_hash

    def _fault_in_end_file(self, content: bytes) -> Fault:
        last = self.lines[-1].content
        then = _End(len(self.lines), _hash(last)).to_bytes()
        return first_difference(content, then).fault(TRAIL_END, content)


def _find_lost_line_end(content: bytes, wanted: str) -> _Change | None:
    """Where a line's end was lost, or became another byte, so that two lines are one."""
    for offset in range(len(content)):
        if _hash(content[offset + 1 :]) == wanted:
            return _Change(offset, content[offset : offset + 1], b"\n")
        if offset and _hash(content[offset:]) == wanted:
            return _Change(offset, b"", b"\n")
    return None


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:10]))
    return f"{shown}, …" if len(numbers) > 10 else shown


# Seals.


class _Seal(NamedTuple):
    """The hash of a file when it was sealed; `file` is its name beside the seal."""

    file: str
    hash: str


def read_seals(content: bytes) -> list[_Seal] | None:
    """The last seal of each file, unless it was withdrawn; None where these are no seals."""
    try:
        rows = json.loads(content)
        latest = {str(row["berkas"]): row for row in rows}
        seals = {
            file: str(row["sidik"])
            for file, row in latest.items()
            if row.get("dicabut") is not True
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    is_whole = all(
        _PLAIN_NAME.fullmatch(file) and _HASH.fullmatch(hashed)
        for file, hashed in seals.items()
    )
    return [_Seal(*pair) for pair in seals.items()] if is_whole else None


class _Seals:
    """Every seal of a workspace, and what is wrong with it."""

    def __init__(self, root: Path, trail: _Trail) -> None:
        self.root = root
        self.trail = trail
        self.folders = _folders(root / KESEPAKATAN_FOLDER)
        self.count = 0
        self.unsealed = 0

    def faults(self) -> list[Fault]:
        found = list[Fault]()
        for folder in self.folders:
            found += self._of_one(folder)
        there = {
            f"{KESEPAKATAN_FOLDER}/{folder.name}/{SEAL}" for folder in self.folders
        }
        told = {name for name in self.trail.files() if name.endswith(f"/{SEAL}")}
        for name in sorted(told - there):
            if "" not in self.trail.present_hashes(name):
                found.append(Fault(name, "segel hilang bersama foldernya"))
        return found

    def looked_at(self) -> str:
        sealed = len(self.folders) - self.unsealed
        return f"Segel: {self.count} naskah dari {sealed} kesepakatan diperiksa."

    def remarks(self) -> Iterator[str]:
        if self.unsealed:
            yield (
                f"{self.unsealed} kesepakatan tidak bersegel: masih konsep, atau "
                'ditandatangani sebelum ada segel ("nota segel NAMA").'
            )
        beside = list(self._unsealed_adendum())
        if beside:
            yield (
                f"adendum tanpa segel pada kesepakatan bersegel: {', '.join(beside)}; masih "
                "konsep, atau ditulis dengan tangan."
            )

    def _of_one(self, folder: Path) -> list[Fault]:
        name = f"{KESEPAKATAN_FOLDER}/{folder.name}/{SEAL}"
        content = _read(folder / SEAL)
        if content is None:
            self.unsealed += 1
            known = self.trail.present_hashes(name)
            is_lost = bool(known) and "" not in known
            return [Fault(name, "segel hilang")] if is_lost else self._copied(folder)
        changed = self._fault_of_file(name, content)
        if changed:
            return [changed]
        seals = read_seals(content)
        if seals is None:
            return [Fault(name, "segel tidak dapat dibaca")]
        self.count += len(seals)
        return [fault for seal in seals for fault in self._of_seal(folder, seal)]

    def _copied(self, folder: Path) -> list[Fault]:
        """A text without a seal that is a sealed one of another folder, byte for byte."""
        content = _read(folder / KESEPAKATAN)
        owners = self._owners.get(_hash(content), []) if content is not None else []
        if not owners:
            return []
        name = f"{KESEPAKATAN_FOLDER}/{folder.name}/{KESEPAKATAN}"
        words = (
            f"salinan naskah bersegel dari {', '.join(owners)}, dibuat di luar program"
        )
        return [Fault(name, words)]

    @cached_property
    def _owners(self) -> dict[str, list[str]]:
        """The folders in which a text of that hash is sealed."""
        owners = dict[str, list[str]]()
        for folder in self.folders:
            for seal in read_seals(_read(folder / SEAL) or b"[]") or []:
                owners.setdefault(seal.hash, []).append(folder.name)
        return owners

    def _unsealed_adendum(self) -> Iterator[str]:
        """Adenda beside a sealed text that have no seal: drafts, or put there by hand."""
        for folder in self.folders:
            content = _read(folder / SEAL)
            if content is None:
                continue
            sealed = {seal.file for seal in read_seals(content) or []}
            for file in sorted(folder.glob("adendum-*.yaml")):
                if file.name not in sealed:
                    yield f"{folder.name}/{file.name}"

    def _fault_of_file(self, name: str, content: bytes) -> Fault | None:
        """What is wrong with the file of the seals, as the trail knows it."""
        words = "segel tidak seperti yang terakhir dicatat pada jejak"
        return _unlike_trail(self.trail, name, content, words)

    def _of_seal(self, folder: Path, seal: _Seal) -> Iterator[Fault]:
        name = f"{KESEPAKATAN_FOLDER}/{folder.name}/{seal.file}"
        if self.trail.is_chained and not self._is_vouched(folder, seal, name):
            words = f"sidik segelnya {seal.hash[:8]}… tidak tercatat pada jejak"
            yield Fault(name, words)
        copy_name = f"{SEALED_COPIES}/{seal.hash}"
        copied = _read(self.root / copy_name)
        if copied is None:
            yield Fault(copy_name, f"salinan tersegel dari {name} tidak ada")
        content = _read(folder / seal.file)
        if content is None:
            yield Fault(name, "naskah bersegel tidak ada")
        elif _hash(content) != seal.hash:
            yield _changed_text(name, content, seal.hash, copied)

    def _is_vouched(self, folder: Path, seal: _Seal, name: str) -> bool:
        """Whether the trail says that the file was so, or that the seal was written so."""
        seal_name = f"{KESEPAKATAN_FOLDER}/{folder.name}/{SEAL}"
        has_seal_line = bool(self.trail.present_hashes(seal_name))
        return has_seal_line or seal.hash in self.trail.hashes_of(name)


def _changed_text(
    name: str, content: bytes, wanted: str, copied: bytes | None
) -> Fault:
    """The first changed byte of a signed text: beside its copy, or else by its hash."""
    if copied is not None and _hash(copied) == wanted:
        change: _Change | None = first_difference(content, copied)
    else:
        change = find_change(content, wanted)
    if change is None:
        return Fault(
            name, "isinya tidak seperti saat disegel; tempatnya tidak diketahui"
        )
    return change.fault(name, content)


def _unlike_trail(trail: _Trail, name: str, content: bytes, words: str) -> Fault | None:
    """What is wrong with a file that the trail knows: its first changed byte, or the words."""
    known = trail.present_hashes(name)
    if not known or _hash(content) in known:
        return None
    for wanted in sorted(known):
        change = find_change(content, wanted)
        if change:
            return change.fault(name, content)
    return Fault(name, words)


# Events.


class _PeristiwaFiles:
    """Every event's file of a workspace, and what is wrong with it."""

    def __init__(self, root: Path, trail: _Trail) -> None:
        self.root = root
        self.trail = trail
        files = root.glob(f"{KESEPAKATAN_FOLDER}/*/{PERISTIWA_FOLDER}/*.yaml")
        there = _peristiwa_files(file.relative_to(root).as_posix() for file in files)
        told = _peristiwa_files(trail.files())
        self.names = sorted(there | told)
        self.known = sorted(there & told)
        self.by_hand = len(there - told)

    def faults(self) -> Iterator[Fault]:
        for name in self.names:
            content = _read(self.root / name)
            known = self.trail.present_hashes(name)
            if content is not None:
                words = (
                    "catatan peristiwa tidak seperti yang terakhir dicatat pada jejak"
                )
                changed = _unlike_trail(self.trail, name, content, words)
                yield from [changed] if changed else []
            elif "" not in known:
                yield Fault(name, "catatan peristiwa hilang")

    def looked_at(self) -> str:
        return f"Peristiwa: {len(self.known)} catatan diperiksa."

    def remarks(self) -> Iterator[str]:
        if self.by_hand:
            yield (
                f"{self.by_hand} catatan peristiwa tidak ada pada jejak: ditulis dengan "
                "tangan, atau sebelum ada jejak; perubahannya tidak dapat dibuktikan."
            )


def _peristiwa_files(names: Iterable[str]) -> set[str]:
    """Those that are events' files; what a killed run left half written is hidden."""
    return {name for name in names if _PERISTIWA.fullmatch(name)}


# Files beside an agreement.


class _AttachmentFiles:
    """Every file that was attached to an agreement, and what is wrong with it."""

    def __init__(self, root: Path, trail: _Trail) -> None:
        self.root = root
        self.trail = trail
        self.told = [name for name in trail.files() if _ATTACHMENT.fullmatch(name)]
        self.listed = dict[str, str]()
        self.unread = list[str]()
        pattern = f"{KESEPAKATAN_FOLDER}/*/{ATTACHMENT_FOLDER}/{ATTACHMENT_LIST}"
        for file in sorted(root.glob(pattern)):
            self._take_list(file)

    def faults(self) -> Iterator[Fault]:
        """By the trail, and of those that it does not know by their list."""
        for name in self.unread:
            yield Fault(name, "daftar lampiran berkas tidak dapat dibaca")
        for name in sorted({*self.told, *self.listed}):
            known = self.trail.present_hashes(name) or {self.listed.get(name, "")}
            content = _read(self.root / name)
            if content is None and "" not in known:
                yield Fault(name, "lampiran berkas tidak ada lagi")
            elif content is not None and _hash(content) not in known:
                words = _attachment_words(name)
                at_byte = _unlike_trail(self.trail, name, content, words)
                yield at_byte or Fault(name, words)

    def looked_at(self) -> str:
        files = {*self.told, *self.listed}
        attached = [name for name in files if not name.endswith(f"/{ATTACHMENT_LIST}")]
        return f"Lampiran berkas: {len(attached)} diperiksa."

    def _take_list(self, file: Path) -> None:
        """What a list says of its files; of one put there by hand it says no hash."""
        folder = file.parent.relative_to(self.root).as_posix()
        hashes = read_attachment_hashes(file.read_bytes())
        if hashes is None:
            self.unread.append(f"{folder}/{ATTACHMENT_LIST}")
        for name, hashed in (hashes or {}).items():
            self.listed[f"{folder}/{name}"] = hashed


def _attachment_words(name: str) -> str:
    if name.endswith(f"/{ATTACHMENT_LIST}"):
        return "daftar lampiran berkas tidak seperti yang terakhir dicatat pada jejak"
    return "lampiran berkas berubah sejak dilampirkan: sidiknya lain"


def read_attachment_hashes(content: bytes) -> dict[str, str] | None:
    """The hash of each file when it was attached, by name; None where this is no list."""
    try:
        rows = {str(row["nama"]): row.get("sidik") for row in json.loads(content)}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    hashes = {name: str(hashed) for name, hashed in rows.items() if hashed}
    is_whole = all(
        _PLAIN_NAME.fullmatch(name) and _HASH.fullmatch(hashed)
        for name, hashed in hashes.items()
    )
    return hashes if is_whole else None


# Copies of what was sealed.


def _check_copies(root: Path) -> tuple[int, list[Fault]]:
    """How many sealed copies there are, and what is wrong with them."""
    folder = root / SEALED_COPIES
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    copies = [file for file in files if not file.name.startswith(".")]
    found = list[Fault]()
    for file in copies:
        name, content = f"{SEALED_COPIES}/{file.name}", _read(file)
        if content is None or _hash(content) == file.name:
            continue
        change = find_change(content, file.name)
        if change:
            found.append(change.fault(name, content))
        else:
            found.append(Fault(name, "isi salinan tersegel tidak sesuai namanya"))
    return len(copies), found


# Links.

_READ = (KESEPAKATAN_FOLDER, ".meja", TRAIL, TRAIL_END, SEALED_COPIES)
_READ_PATTERNS = (
    f"{KESEPAKATAN_FOLDER}/*",
    f"{KESEPAKATAN_FOLDER}/*/*",
    f"{KESEPAKATAN_FOLDER}/*/{PERISTIWA_FOLDER}/*",
    f"{KESEPAKATAN_FOLDER}/*/{ATTACHMENT_FOLDER}/*",
    f"{SEALED_COPIES}/*",
)
"""What is read, below the workspace; a pattern alone passes over a link to nowhere."""


def _leading_out(root: Path) -> list[Fault]:
    """Links that lead out of the workspace: what lies behind them is none of it."""
    inside = Path(os.path.realpath(root))
    links = {root / name for name in _READ if (root / name).is_symlink()}
    for pattern in _READ_PATTERNS:
        links.update(path for path in root.glob(pattern) if path.is_symlink())
    return [
        Fault(
            path.relative_to(root).as_posix(),
            "tautan yang keluar dari ruang kerja; isinya tidak diperiksa",
        )
        for path in sorted(links)
        if not Path(os.path.realpath(path)).is_relative_to(inside)
    ]


def _folders(parent: Path) -> list[Path]:
    return sorted(path for path in parent.iterdir() if path.is_dir())


def _read(file: Path) -> bytes | None:
    """The bytes of a file; None where there is none."""
    return file.read_bytes() if file.is_file() else None


# All of it.


def examine(root: Path) -> Report:
    """Look at a whole workspace; nothing is written.

    Args:
        root: the folder with `agreements/` in it.

    Raises:
        OSError: there is none, or a file in it cannot be read.
    """
    links = _leading_out(root)
    if links:
        told = "Ada tautan yang keluar dari ruang kerja; selebihnya tidak diperiksa."
        return Report((told,), (), tuple(links))
    trail = _Trail(root)
    trail_faults = trail.faults()
    seals = _Seals(root, trail)
    seal_faults = seals.faults()
    if seals.count and not trail.lines:
        words = (
            "tidak ada, padahal ada naskah bersegel; segelnya tidak dapat dibuktikan"
        )
        trail_faults = trail_faults or [Fault(TRAIL, words)]
    recorded = _PeristiwaFiles(root, trail)
    peristiwa_faults = recorded.faults()
    attached = _AttachmentFiles(root, trail)
    attachment_faults = attached.faults()
    copy_count, copy_faults = _check_copies(root)
    looked_at = (
        trail.looked_at(),
        seals.looked_at(),
        recorded.looked_at(),
        attached.looked_at(),
        f"Salinan tersegel: {copy_count} diperiksa.",
    )
    remarks = (*trail.remarks(), *seals.remarks(), *recorded.remarks())
    faults = (
        *trail_faults,
        *seal_faults,
        *peristiwa_faults,
        *attachment_faults,
        *copy_faults,
    )
    return Report(looked_at, remarks, faults)


def main(arguments: Sequence[str]) -> int:
    """Look at the folder named; the exit code."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print("Pakai: python3 bukti.py FOLDER, yaitu folder yang memuat agreements/")
        return 2
    root = Path(arguments[0])
    try:
        report = examine(root)
    except OSError as cause:
        print(f"{root}: tidak dapat diperiksa ({cause.strerror}): {cause.filename}")
        return 2
    for line in report.lines():
        print(line)
    return 0 if report.is_whole else 1


if __name__ == "__main__":
    # A machine that writes in another code than UTF-8 still gets every word.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))
