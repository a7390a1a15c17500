"""Files sent to the desk to be taken in, kept until that is done: one may stop and go on.

They lie in `.meja/impor/titipan/`, each under the beginning of its hash and its name.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path, PurePath

from notakesepakatan.bureau.attachments import SUFFIXES, CannotAttach, check_suffix
from notakesepakatan.bureau.decisions import FOLDER
from notakesepakatan.bureau.take_text import (
    TAKING_TEXT_IN,
    is_original_of,
    is_text_file,
)
from notakesepakatan.compute.intake.sheet import Book
from notakesepakatan.errors import NotaError
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.sheet.reader import SHEET_KINDS, read_book
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import hash_of
from notakesepakatan.workspace.layout import KESEPAKATAN_FILE

_PLACE = (FOLDER, "titipan")
_NO_NAME = re.compile(r"[^\w .()-]+")
_KEY = re.compile(r"[0-9a-f]{16}")
MOST_WAITING = 500


class NoSuchFile(NotaError):
    """A file that is not waiting, or no more."""

    def __init__(self) -> None:
        super().__init__("Berkas ini tidak ada lagi di antara yang menunggu.")


class TooManyWaiting(NotaError):
    """So many files wait that no more is taken."""

    def __init__(self) -> None:
        super().__init__(
            f"Sudah {MOST_WAITING} berkas menunggu; selesaikan atau buang dahulu."
        )


@dataclass(frozen=True)
class WaitingFile:
    """A file that waits.

    Attributes:
        key: the beginning of its hash.
        name: its name where it came from.
        path: where it lies.
    """

    key: str
    name: str
    path: Path

    @property
    def is_sheet(self) -> bool:
        """Whether it may be a register."""
        return PurePath(self.name).suffix.lower() in SHEET_KINDS

    @property
    def is_text(self) -> bool:
        """Whether it may be the text of an agreement."""
        return is_text_file(self.name)

    def read(self) -> bytes:
        """Its bytes.

        Raises:
            NoSuchFile: it is gone.
        """
        try:
            return self.path.read_bytes()
        except OSError:
            raise NoSuchFile from None

    def book(self) -> Book:
        """Its sheets; read once.

        Raises:
            UnreadableSheet, NoSuchFile.
        """
        return _book(self.name, self.read())


@lru_cache(maxsize=4)
def _book(name: str, content: bytes) -> Book:
    return read_book(name, content)


def keep_waiting(workspace: Workspace, name: str, content: bytes) -> WaitingFile:
    """Keep a file until it is taken in.

    Raises:
        CannotAttach: a kind of file that is neither a register nor may be attached.
        TooManyWaiting, CannotWrite, Busy.
    """
    plain = _NO_NAME.sub("-", PurePath(name.replace("\\", "/")).name)[-120:]
    if PurePath(plain).suffix.lower() not in (*SHEET_KINDS, *SUFFIXES):
        check_suffix(plain)
    if not content:
        raise CannotAttach(plain, "berkas kosong")
    if len(waiting_files(workspace)) >= MOST_WAITING:
        raise TooManyWaiting
    key = hash_of(content)[:16]
    with workspace.lock(tindakan="menerima berkas"):
        workspace.write_private(content, *_PLACE, f"{key}-{plain}")
    return WaitingFile(key, plain, workspace.desk_file(*_PLACE, f"{key}-{plain}"))


def waiting_files(workspace: Workspace) -> list[WaitingFile]:
    """All that wait, by name."""
    files = workspace.desk_files("/".join(_PLACE), "*")
    found = [_waiting(path) for path in files if _KEY.fullmatch(path.name[:16])]
    return sorted(found, key=lambda one: (one.name.lower(), one.key))


def _waiting(path: Path) -> WaitingFile:
    return WaitingFile(path.name[:16], path.name[17:], path)


def waiting_file(workspace: Workspace, key: str) -> WaitingFile:
    """The one of a key.

    Raises:
        NoSuchFile: there is none.
    """
    for one in waiting_files(workspace):
        if one.key == key:
            return one
    raise NoSuchFile


def clear_up(workspace: Workspace) -> int:
    """Settle and sweep away what a killed run left, and forget files taken in by then.

    Asked at a start, which nothing of this holds up.

    Returns:
        How many temporary files were swept.
    """
    swept = workspace.clear_up()
    with suppress(NotaError, OSError), workspace.lock(tindakan="membersihkan titipan"):
        _forget_taken_in(Opened(workspace))
    return swept


def _forget_taken_in(opened: Opened) -> None:
    """Who takes in a text forgets its file last, and may have been killed before that.

    A file that was sent once more since then stays.
    """
    waiting = [one for one in waiting_files(opened.workspace) if one.is_text]
    taken_in = _texts_taken_in(opened.workspace) if waiting else []
    for file in waiting:
        sent = int(file.path.stat().st_mtime)
        fingerprint = hash_of(file.read())
        if any(
            since >= sent and is_original_of(opened, slug, fingerprint)
            for slug, since in taken_in
        ):
            drop_waiting(opened.workspace, file.key)


def _texts_taken_in(workspace: Workspace) -> list[tuple[str, float]]:
    """Agreements that are there whose text was taken in, and the second when it was."""
    there = set(workspace.slugs())
    return [
        (entry.slug, datetime.fromisoformat(entry.time).timestamp())
        for entry in workspace.trail()
        if (entry.tindakan, entry.step) == (TAKING_TEXT_IN, "selesai")
        and entry.file.endswith(f"/{KESEPAKATAN_FILE}")
        and entry.slug in there
    ]


def drop_waiting(workspace: Workspace, key: str) -> None:
    """Forget a file that waits.

    Raises:
        NoSuchFile, CannotWrite.
    """
    workspace.remove_private(*_PLACE, waiting_file(workspace, key).path.name)
