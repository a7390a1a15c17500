"""The door to the disk, watched: what goes through it in which order, and where a kill or a full disk stops it.

It looks at the calls of the operating system that write into one folder, and leaves every other alone. Nothing has to be
unplugged to know what power would have taken: what was acknowledged and never flushed is seen here.
"""

import errno
import fcntl
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pytest import MonkeyPatch

from notakesepakatan.workspace import lock

TRAIL, TRAIL_END, LOCK = "jejak.jsonl", "jejak-ujung.json", "kunci-tulis"
Kind = Literal["none", "kill", "full"]


class Killed(BaseException):
    """The process ends here: nothing of it runs on, whatever it would have tidied up."""


@dataclass(frozen=True)
class Trouble:
    """What goes wrong during one act.

    Attributes:
        kind: the process is killed, or the disk is full.
        at: at which call that writes, from 1.
        half: half of the bytes of that call are written still; a full disk has room again for the next.
    """

    kind: Kind = "none"
    at: int = 1
    half: bool = False


QUIET = Trouble()


class Disk:
    """One folder; what is wrong with the order of what is written there stands in `wrong`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.wrong: list[str] = []
        self._trouble = QUIET
        self._count = 0
        self._is_dead = False
        self._is_full = self._was_full = False
        self._flushed = set[int]()
        self._unflushed_folders = dict[int, str]()
        self._unflushed_trail = False
        self._meanwhile: Callable[[], None] | None = None

    @contextmanager
    def watched(
        self, trouble: Trouble = QUIET, meanwhile: Callable[[], None] | None = None
    ) -> Iterator[None]:
        """Watch one act; what it leaves unflushed counts only if it comes to its end.

        Args:
            trouble: what goes wrong.
            meanwhile: what somebody else does just before it takes the lock.
        """
        self._trouble, self._count = trouble, 0
        self._meanwhile = meanwhile
        with MonkeyPatch.context() as patch:
            self._put_in(patch)
            try:
                yield
                # Of what a full disk cut short nobody was told that it is done.
                if not self._was_full:
                    self._look_at_the_end()
            finally:
                self._is_dead = self._is_full = self._was_full = False
                self._flushed.clear()
                self._unflushed_folders.clear()
                self._unflushed_trail = False
                self._meanwhile = None

    def _put_in(self, patch: MonkeyPatch) -> None:
        for name in ("write", "fsync", "ftruncate"):
            patch.setattr(os, name, getattr(self, f"_{name}")(getattr(os, name)))
        for name in ("replace", "link", "mkdir", "unlink"):
            patch.setattr(os, name, getattr(self, f"_{name}")(getattr(os, name)))
        patch.setattr(tempfile, "mkstemp", self._mkstemp(tempfile.mkstemp))
        patch.setattr(lock, "locked", self._locked(lock.locked))

    # The calls themselves.

    def _write(self, real: Callable[..., int]) -> Callable[..., int]:
        def write(handle: int, content: bytes) -> int:
            path = _path_of(handle)
            if not self._is_ours(path):
                return real(handle, content)
            stops = self._stops()
            if stops and self._trouble.half:
                real(handle, content[: len(content) // 2])
            if stops == "kill":
                raise Killed
            if stops:
                return self._short(len(content))
            self._flushed.discard(os.fstat(handle).st_ino)
            self._unflushed_trail |= path.name == TRAIL
            self._check_lock(path)
            return real(handle, content)

        return write

    def _short(self, length: int) -> int:
        if not self._trouble.half:
            raise OSError(errno.ENOSPC, "")
        return length // 2

    def _fsync(self, real: Callable[..., None]) -> Callable[..., None]:
        def fsync(handle: int) -> None:
            path = _path_of(handle)
            if not self._is_ours(path):
                return real(handle)
            self._stop_or_go_on()
            number = os.fstat(handle).st_ino
            self._flushed.add(number)
            self._unflushed_folders.pop(number, None)
            self._unflushed_trail &= path.name != TRAIL
            return None  # nothing unplugs this machine; what counts is that it was asked for

        return fsync

    def _ftruncate(self, real: Callable[..., None]) -> Callable[..., None]:
        def ftruncate(handle: int, length: int) -> None:
            if self._is_dead and self._is_ours(_path_of(handle)):
                raise Killed
            real(handle, length)

        return ftruncate

    def _mkstemp(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def mkstemp(*args: Any, **options: Any) -> Any:
            if self._is_ours(Path(str(options.get("dir") or "/"))):
                self._stop_or_go_on()
            handle, name = real(*args, **options)
            self._flushed.discard(os.fstat(handle).st_ino)
            return handle, name

        return mkstemp

    def _replace(self, real: Callable[..., None]) -> Callable[..., None]:
        def replace(origin: Any, target: Any, **options: Any) -> None:
            self._before_placing(Path(origin), Path(target))
            real(origin, target, **options)
            self._after_placing(Path(target))

        return replace

    def _link(self, real: Callable[..., None]) -> Callable[..., None]:
        def link(origin: Any, target: Any, **options: Any) -> None:
            self._before_placing(Path(origin), Path(target))
            real(origin, target, **options)
            self._after_placing(Path(target))

        return link

    def _mkdir(self, real: Callable[..., None]) -> Callable[..., None]:
        def mkdir(path: Any, *args: Any, **options: Any) -> None:
            if self._is_ours(Path(path)) and not os.path.lexists(path):
                self._stop_or_go_on()
            real(path, *args, **options)
            self._after_placing(Path(path))

        return mkdir

    def _unlink(self, real: Callable[..., None]) -> Callable[..., None]:
        def unlink(path: Any, **options: Any) -> None:
            if self._is_dead and self._is_ours(Path(path)):
                raise Killed
            real(path, **options)

        return unlink

    def _locked(self, real: Callable[..., Any]) -> Callable[..., Any]:
        @contextmanager
        def locked(*args: Any) -> Iterator[None]:
            meanwhile, self._meanwhile = self._meanwhile, None
            if meanwhile:
                with self._untroubled():
                    meanwhile()
            with real(*args, 5.0):
                yield

        return locked

    @contextmanager
    def _untroubled(self) -> Iterator[None]:
        """What somebody else does meanwhile comes to its end: the trouble is the act's own."""
        own = self._trouble, self._count
        self._trouble = QUIET
        try:
            yield
        finally:
            self._trouble, self._count = own

    # Where it stops.

    def _stops(self) -> Kind | None:
        """What stops the call that is about to be made."""
        if self._is_dead:
            raise Killed
        self._count += 1
        if self._trouble.kind in ("kill", "full") and self._count == self._trouble.at:
            self._is_dead = self._trouble.kind == "kill"
            self._was_full = self._trouble.kind == "full"
            self._is_full = self._was_full and not self._trouble.half
            return self._trouble.kind
        return "full" if self._is_full else None

    def _stop_or_go_on(self) -> None:
        stops = self._stops()
        if stops == "kill":
            raise Killed
        if stops:
            raise OSError(errno.ENOSPC, "")

    # What is wrong.

    def _before_placing(self, origin: Path, target: Path) -> None:
        if not self._is_ours(target):
            return
        stops = self._stops()
        if stops == "kill":  # a name takes no room, so a full disk does not stop it
            raise Killed
        name = target.relative_to(self.root).as_posix()
        if origin.stat().st_ino not in self._flushed:
            self._say(f"{name} was put in place before its bytes were flushed")
        if target.name == TRAIL_END:
            return
        if self._unflushed_trail:
            self._say(f"{name} was put in place before the trail was flushed")
        self._check_lock(target)
        if _stands_in_the_trail(name) and not self._is_announced(name):
            self._say(f"{name} was written without a word in the trail before it")
        if _is_letter(name) and not self._has_event(name):
            self._say(f"{name} was written before its event")

    def _after_placing(self, target: Path) -> None:
        if self._is_ours(target) and target.parent.exists():
            number = target.parent.stat().st_ino
            self._unflushed_folders[number] = target.parent.name

    def _check_lock(self, path: Path) -> None:
        """Whoever writes holds the lock; documents can be made anew and need none."""
        name = path.relative_to(self.root).as_posix()
        if name.startswith("output/") or path.name in (".gitignore", f"{LOCK}.oleh"):
            return
        if not self._lock_is_held():
            self._say(f"{name} was written without the lock")

    def _lock_is_held(self) -> bool:
        file = self.root / ".meja" / LOCK
        if not file.exists():
            return False
        handle = os.open(file, os.O_RDWR)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(handle)
        return False

    def _is_announced(self, name: str) -> bool:
        lines = trail_lines(self.root)
        try:
            last = json.loads(lines[-1]) if lines else {}
        except ValueError:
            return False
        return (last.get("tahap"), last.get("berkas")) == ("niat", name)

    def _has_event(self, name: str) -> bool:
        _, slug, _, letter = name.split("/")
        events = self.root / "agreements" / slug / "peristiwa"
        return any(events.glob(f"{letter[:10]}-pemberitahuan-disusun*.yaml"))

    def _look_at_the_end(self) -> None:
        for folder in self._unflushed_folders.values():
            self._say(f"the names in {folder} were not flushed")
        if self._unflushed_trail:
            self._say("the trail was not flushed")

    def _say(self, what: str) -> None:
        self.wrong.append(what)

    def _is_ours(self, path: Path) -> bool:
        return path.is_relative_to(self.root)


def trail_lines(root: Path) -> list[bytes]:
    """Lines of the trail, without their ends."""
    file = root / ".meja" / TRAIL
    content = file.read_bytes() if file.exists() else b""
    return (
        content.split(b"\n")[: -1 if content.endswith(b"\n") else None]
        if content
        else []
    )


def _path_of(handle: int) -> Path:
    try:
        return Path(f"/proc/self/fd/{handle}").readlink()
    except OSError:
        return Path("/")


def _stands_in_the_trail(name: str) -> bool:
    return name.startswith("agreements/") or name == ".meja/pengguna.json"


def _is_letter(name: str) -> bool:
    parts = name.split("/")
    return len(parts) == 4 and parts[0] == "output" and parts[2] == "surat"
