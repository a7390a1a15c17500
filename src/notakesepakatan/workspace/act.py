"""An act of somebody in, its files on the disk and its lines in the trail out.

Whoever writes into a workspace does it through an `Act`, inside the lock: the trail says
first what is about to be written, then the file is, then the trail says that it is.
"""

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from notakesepakatan.errors import CannotRead, CannotWrite
from notakesepakatan.workspace.contents import (
    check_within,
    hash_of,
    hash_of_file,
    read_limited,
)
from notakesepakatan.workspace.layout import DESK_FOLDER, KESEPAKATAN_FOLDER
from notakesepakatan.workspace.save import (
    AlreadyThere,
    ChangedMeanwhile,
    remove_with_folders,
    save,
    save_folders,
    sync_folder,
)
from notakesepakatan.workspace.times import now
from notakesepakatan.workspace.trail import (
    Step,
    TrailEntry,
    append,
    append_all,
    open_intents,
)
from notakesepakatan.workspace.versions import keep_version


@dataclass(frozen=True)
class Act:
    """One act, while its lock is held.

    Attributes:
        root: the workspace's folder.
        who: who acts: name of an account, "lokal", "baris perintah".
        tindakan: what is done, in Indonesian: "menyimpan konsep".
        slug: the agreement; empty where it is none.
        reason: why, where that was asked for.
    """

    root: Path
    who: str
    tindakan: str
    slug: str = ""
    reason: str = ""

    def write(
        self,
        file: Path,
        content: bytes,
        *,
        overwrite: bool = True,
        private: bool = False,
    ) -> None:
        """Bytes to a file, all or nothing, between two lines of the trail.

        Raises:
            AlreadyThere: it is there and may not be replaced.
            PointsOutside: a link leads out of the workspace.
            CannotWrite: no right or no room, for the file or for the trail; nothing was
                written. Where only the closing line found none, the file is, and the
                next act says so in the trail.
        """
        if not overwrite and os.path.lexists(file):
            raise AlreadyThere(file)
        check_within(file, self.root)
        before = _hash_now(file)
        after = hash_of(content)
        if before == after:
            return
        keep_version(self.root, file.relative_to(self.root).as_posix())
        intent = self._intent(file, before, after)
        append(self._desk, intent)
        try:
            save(file, content, overwrite=overwrite, private=private, within=self.root)
        except BaseException:
            append(self._desk, _settled(self.root, intent))
            raise
        append(self._desk, replace(intent, time=now(self.root), step="selesai"))

    def remove(self, file: Path, before: bytes) -> None:
        """Take away a file whose bytes are known, between two lines of the trail.

        Raises:
            ChangedMeanwhile: other bytes stand there by now.
            CannotRead, CannotWrite, PointsOutside.
        """
        check_within(file, self.root)
        if read_limited(file) != before:
            raise ChangedMeanwhile(str(file))
        keep_version(self.root, file.relative_to(self.root).as_posix())
        intent = self._intent(file, hash_of(before), "")
        append(self._desk, intent)
        try:
            file.unlink()
            sync_folder(file.parent)
        except OSError as cause:
            append(self._desk, _settled(self.root, intent))
            raise CannotWrite(file, cause) from None
        append(self._desk, replace(intent, time=now(self.root), step="selesai"))

    def write_new(self, folders: Mapping[Path, Mapping[str, bytes]]) -> None:
        """Folders of new agreements with their files, flushed once for all of them.

        The trail says all files before the first is written, and again after the last;
        of each folder all files are there, or none.

        Args:
            folders: of each agreement's folder the bytes by path below it.

        Raises:
            AlreadyThere: a file of them is there; nothing was written.
            PointsOutside: a link leads out of the workspace; nothing was written.
            CannotWrite: no right or no room; which of them are there, the trail says.
        """
        intents = list[TrailEntry]()
        for folder, files in folders.items():
            check_within(folder, self.root)
            one = replace(self, slug=folder.name)
            for name, content in files.items():
                if os.path.lexists(folder / name):
                    raise AlreadyThere(folder / name)
                intents.append(one._intent(folder / name, "", hash_of(content)))
        with self._told(intents):
            save_folders(folders)

    def remove_with_folders(self, files: Sequence[Path]) -> None:
        """Take away the files of many agreements, and their folders where nothing else is
        in them; flushed once, and said in the trail as `write_new` says it.

        Raises:
            CannotRead, CannotWrite, PointsOutside.
        """
        for file in files:
            check_within(file, self.root)
        intents = [
            replace(self, slug=self._slug_of(file))._intent(file, _hash_now(file), "")
            for file in files
        ]
        with self._told(intents):
            remove_with_folders(files)

    def _slug_of(self, file: Path) -> str:
        """The agreement in whose folder a file lies, at whatever depth."""
        return file.relative_to(self.root / KESEPAKATAN_FOLDER).parts[0]

    @contextmanager
    def _told(self, intents: Sequence[TrailEntry]) -> Iterator[None]:
        """What is about to be done in the trail, and afterwards what became of it."""
        append_all(self._desk, intents)
        try:
            yield
        except BaseException:
            append_all(self._desk, [_settled(self.root, each) for each in intents])
            raise
        done = now(self.root)
        closing = [replace(each, time=done, step="selesai") for each in intents]
        append_all(self._desk, closing)

    def write_unchanged(self, file: Path, before: bytes, content: bytes) -> None:
        """Bytes in the place of those that are known: no lock keeps an editor out.

        Raises:
            ChangedMeanwhile: other bytes stand there by now.
            CannotRead, CannotWrite.
        """
        if read_limited(file) != before:
            raise ChangedMeanwhile(str(file))
        self.write(file, content)

    def note(self) -> None:
        """A line of an act that writes no file.

        Raises:
            CannotWrite: no right or no room.
        """
        append(self._desk, self._entry("", "", "", ""))

    def accept(self, file: Path, before: str) -> None:
        """A line that a file may be what somebody made of it past the program.

        Args:
            file: the file; nothing is written to it.
            before: its hash as the trail knew it.

        Raises:
            CannotRead, PointsOutside, CannotWrite.
        """
        check_within(file, self.root)
        accepted = self._intent(file, before, _hash_now(file))
        append(self._desk, replace(accepted, step="selesai"))

    @property
    def _desk(self) -> Path:
        return self.root / DESK_FOLDER

    def _intent(self, file: Path, before: str, after: str) -> TrailEntry:
        """What is about to be done with a file, as hashes before and after."""
        name = file.relative_to(self.root).as_posix()
        return self._entry(name, before, after, "niat")

    def _entry(self, name: str, before: str, after: str, step: Step) -> TrailEntry:
        return TrailEntry(
            now(self.root),
            self.who,
            self.tindakan,
            self.slug,
            name,
            before,
            after,
            self.reason,
            step,
        )


def settle(root: Path) -> None:
    """Say in the trail what became of the files that a killed act was about to write.

    Asked inside the lock.

    Raises:
        CannotRead, CannotWrite.
    """
    desk = root / DESK_FOLDER
    append_all(desk, [_settled(root, intent) for intent in open_intents(desk)])


def _settled(root: Path, intent: TrailEntry) -> TrailEntry:
    """The line that closes an intent, by what the file is now."""
    found = _hash_now(root / intent.file)
    steps: dict[str, Step] = {intent.before: "batal", intent.after: "selesai"}
    step = steps.get(found, "lain")
    return replace(intent, time=now(root), after=found, step=step)


def _hash_now(file: Path) -> str:
    """Hash of a file as it lies; empty where it is not there.

    Raises:
        CannotRead.
    """
    if not os.path.lexists(file):
        return ""
    if file.is_symlink() and not file.exists():
        raise CannotRead(file, OSError(errno.ENOENT, ""))
    return hash_of_file(file)
