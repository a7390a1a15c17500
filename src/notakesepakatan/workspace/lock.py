"""One writer at a time, of all threads and processes; who waits too long is told for whom."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from notakesepakatan.errors import CannotWrite, NotaError
from notakesepakatan.workspace.times import now

LIMIT = 30.0
"""Seconds after which who waits for the lock is told to come again."""
_POLL = 0.01
"""Seconds between two tries to take the lock."""


class Busy(NotaError):
    """Somebody else writes, and has not finished for long."""

    def __init__(self, holder: str) -> None:
        super().__init__(
            f"Ruang kerja sedang dipakai menulis {holder}. Tidak ada yang diubah; "
            "coba lagi sebentar lagi. Bila terus begini, tutup program yang disebut itu."
        )


@contextmanager
def locked(
    root: Path, file: Path, who: str, tindakan: str, limit: float | None = None
) -> Iterator[None]:
    """Hold a lock; the thread that holds it may enter it again.

    Args:
        root: the workspace's folder.
        file: the file that is locked.
        who: who wants it.
        tindakan: for what, in Indonesian.
        limit: seconds to wait at most; `LIMIT` where not given.

    Raises:
        Busy: it was not free for that long; the message says who holds it since when.
        CannotWrite: the file cannot be opened, as on a disk that is only read.
    """
    # The same object for the same file, so that a thread which holds the lock may enter
    # it again.
    lock = FileLock(
        file,
        mode=0o600,
        is_singleton=True,
        poll_interval=_POLL,
        preserve_lock_file=True,
    )
    holder = file.with_name(f"{file.name}.oleh")
    try:
        lock.acquire(timeout=LIMIT if limit is None else limit)
    except Timeout:
        raise Busy(_told(holder)) from None
    except OSError as cause:
        raise CannotWrite(file, cause) from None
    try:
        if lock.lock_counter == 1:
            said = {"siapa": who, "tindakan": tindakan, "sejak": now(root)}
            _put(holder, json.dumps(said, ensure_ascii=False).encode())
        yield
    finally:
        lock.release()


def _put(holder: Path, content: bytes) -> None:
    """Who holds the lock, where whoever waits for it looks; gone with the power.

    No act fails for want of it: on a full disk, or where a link lies in its place.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW
    with suppress(OSError):
        handle = os.open(holder, flags, 0o600)
        try:
            os.write(handle, content)
        finally:
            os.close(handle)


def _told(holder: Path) -> str:
    """Who holds the lock, for what, since when, as far as that was written down."""
    try:
        said = json.loads(holder.read_text(encoding="utf-8"))
        since = str(said["sejak"])
        return (
            f"oleh {said['siapa']} ({said['tindakan']}) "
            f"sejak {since[:10]} pukul {since[11:19]}"
        )
    except (OSError, ValueError, KeyError, TypeError):
        return "oleh program lain"
