"""What the index knows of an agreement, and whether its documents lie as they were written.

A row goes in and out of the index as JSON. Nothing heavy is imported: ten thousand rows
are read where there is nothing to do (row "10,000 agreements" of docs/benchmark.md).
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from notakesepakatan.workspace.index import shape


class Written(NamedTuple):
    """What is known of a file of a document.

    Attributes:
        trail: hash of what it was made of.
        fingerprint: hash of its bytes.
        state: size, times and inode as it was written.
    """

    trail: str
    fingerprint: str
    state: list[int]


@dataclass(frozen=True)
class Row:
    """What the index knows of one agreement.

    Attributes:
        state: that of its files when they were read.
        read_at: when that was, nanoseconds.
        trail: hash of their bytes.
        environment: hash of all else its documents depend on.
        format: endings that were wanted.
        files: each file of its documents by name.
        faults: findings of level galat in the text in force.
    """

    state: str
    read_at: int
    trail: str
    environment: str
    format: Sequence[str]
    files: Mapping[str, Written]
    faults: int

    def to_json(self) -> str:
        """As the index keeps it."""
        values = (getattr(self, field.name) for field in fields(self))
        return json.dumps([_SHAPE, *values])

    def lying(self, folder: str) -> dict[str, Written]:
        """The files that lie in the folder as they were written, in their state now."""
        there = dict[str, Written]()
        for name, (trail, fingerprint, state) in self.files.items():
            now = lies(f"{folder}{os.sep}{name}", fingerprint, state)
            if now:
                there[name] = Written(trail, fingerprint, now)
        return there


_SHAPE = shape("tanda", "dibaca", "jejak", "lingkungan", "format", "berkas", "temuan")
"""The fields as the index has called them since its first row."""
_KINDS = [str, str, int, str, str, list, dict, int]
_KINDS_OF_WRITTEN = [str, str, list]


def read_row(content: str) -> Row | None:
    """A row as `to_json` wrote it; None for any other."""
    try:
        values = json.loads(content)
    except (TypeError, ValueError):
        return None
    if type(values) is not list or [*map(type, values)] != _KINDS:
        return None
    written_shape, state, read_at, trail, environment, formats, listed, faults = values
    if written_shape != _SHAPE:
        return None
    files = dict[str, Written]()
    for name, written in listed.items():
        if type(written) is not list or [*map(type, written)] != _KINDS_OF_WRITTEN:
            return None
        files[name] = Written(*written)
    return Row(state, read_at, trail, environment, formats, files, faults)


def state(path: str) -> list[int]:
    """Size, times of content and entry, inode: what differs when a file is written to."""
    # A Path for each of 30,000 files costs more than the question.
    stat = os.stat(path)  # noqa: PTH116
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def lies(path: str, fingerprint: str, written: Sequence[int]) -> list[int] | None:
    """The state of a file that is there as it was written; None where it is not.

    Told by its state, or else by its bytes.
    """
    try:
        now = state(path)
        if now == written:
            return now
        same_size = now[0] == written[0]
        if same_size and fingerprint_of(Path(path).read_bytes()) == fingerprint:
            return now
    except (OSError, IndexError):
        pass
    return None


def fingerprint_of(content: bytes) -> str:
    """Hash of a document's bytes."""
    return sha256(content).hexdigest()[:32]
