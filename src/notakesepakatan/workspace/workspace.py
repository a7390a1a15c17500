"""A folder in, `Workspace` out: what lies where in it, how it is read, locked and written."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from notakesepakatan.errors import CannotRead, CannotWrite, NotaError
from notakesepakatan.workspace.act import Act, settle
from notakesepakatan.workspace.contents import (
    check_within,
    content_hash,
    hash_of,
    hash_of_file,
    read_common,
    read_limited,
    read_own,
)
from notakesepakatan.workspace.index import INDEX_FILE, read_rows, write_rows
from notakesepakatan.workspace.last_states import LastStates, sealed
from notakesepakatan.workspace.layout import (
    DESK_FOLDER,
    HARI_LIBUR_FILE,
    KESEPAKATAN_FOLDER,
    LOCK_FILE,
    OUTPUT,
    PENGATURAN_FILE,
    SEAL_FILE,
    TEMPLATES,
)
from notakesepakatan.workspace.places import (
    NoSuchKesepakatan,
    Places,
    SealedGone,
)
from notakesepakatan.workspace.save import (
    ChangedMeanwhile,
    lay,
    make_folder,
    save,
    sweep,
    sync_folder,
)
from notakesepakatan.workspace.state import FileState, missing, scan_folder, state_of
from notakesepakatan.workspace.trail import (
    COMMAND_LINE,
    TRAIL_FILE,
    LastWrite,
    TrailEntry,
    last_written,
    read_entries,
)
from notakesepakatan.workspace.trail_report import TrailReport, examine
from notakesepakatan.workspace.versions import read_version


@dataclass(frozen=True)
class Workspace(Places):
    """The folder a bureau works in.

    Raises:
        NotAWorkspace: it has no folder of agreements.
        PointsOutside: that is a link out of it.
    """

    @classmethod
    def make(cls, root: Path) -> "Workspace":
        """The folder as a workspace, its own folders made where they are not there yet.

        Raises:
            CannotWrite: no right to write there.
        """
        for name in (KESEPAKATAN_FOLDER, TEMPLATES, OUTPUT):
            try:
                make_folder(root / name)
            except OSError as cause:
                raise CannotWrite(root / name, cause) from None
        return cls(root)

    @classmethod
    def of_one(cls, root: Path, slug: str, files: Mapping[str, bytes]) -> "Workspace":
        """A workspace to be thrown away, with one agreement: files by path below its folder."""
        lay(root / KESEPAKATAN_FOLDER / slug, files.items())
        return cls(root)

    @staticmethod
    def is_one(root: Path) -> bool:
        """Whether a folder is a workspace already, whatever else is in it."""
        return (root / KESEPAKATAN_FOLDER).exists()

    # Reading.

    def file(self, slug: str) -> Path:
        """The agreement's own file.

        Raises:
            SealedGone: there was one, and it was sealed.
            InvalidSlug, PointsOutside, CannotRead, WronglyNamedFile, NoSuchKesepakatan.
        """
        try:
            return super().file(slug)
        except NoSuchKesepakatan as absent:
            raise self.why_gone(slug) or absent from None

    def why_gone(self, slug: str) -> SealedGone | None:
        """That an agreement which is not there was sealed; None where it was not."""
        seal = self.last_states.of(slug).get(SEAL_FILE)
        if seal is None or not seal.is_there:
            return None
        # Names of months come with all of a locale, which no command waits for without need.
        from notakesepakatan.words.tanggal import day_of_time

        return SealedGone(slug, seal.who, day_of_time(seal.time))

    def read(self, slug: str) -> bytes:
        """Bytes of the agreement's own file.

        Raises:
            InvalidSlug, NoSuchKesepakatan, CannotRead.
        """
        return read_limited(self.file(slug))

    def read_kesepakatan(self, slug: str, state: FileState) -> dict[str, bytes]:
        """All files of an agreement in that state, by their path below its folder.

        Raises:
            CannotRead, PointsOutside: one that the agreement would read.
        """
        return read_own(self.folder(slug), self.kesepakatan_list, state.names)

    def read_common(self) -> Iterator[tuple[str, bytes]]:
        """Path below the workspace and bytes of each file that all share, by path.

        Raises:
            CannotRead, PointsOutside.
        """
        return read_common(self.root, (PENGATURAN_FILE, HARI_LIBUR_FILE), TEMPLATES)

    # State: whether something changed.

    def scan(self) -> Iterator[tuple[str, FileState]]:
        """Slug and state of every agreement, by slug; unreadable ones too.

        Raises:
            CannotRead: the folder of agreements itself.
        """
        try:
            yield from scan_folder(self.kesepakatan_list)
        except OSError as cause:
            raise CannotRead(self.kesepakatan_list, cause) from None

    def scan_known(self) -> Iterator[tuple[str, FileState]]:
        """The same, and each agreement that was sealed and is not there any more.

        Raises:
            CannotRead: the folder of agreements itself.
        """
        there = dict(self.scan())
        gone = {slug: missing() for slug in self.sealed_gone() if slug not in there}
        yield from sorted((there | gone).items())

    def sealed_gone(self) -> list[str]:
        """Slugs of agreements that the trail knows as sealed, and whose file is not there."""
        known = sealed(self.last_states.all())
        return sorted(slug for slug in known if not self.missing_file(slug).exists())

    def state(self, slug: str) -> FileState | None:
        """The state of an agreement's files; None where there is no such agreement.

        Raises:
            OSError: its folder cannot be read.
        """
        return state_of(str(self.folder(slug)))

    def hash(self, slug: str, state: FileState | None = None) -> str:
        """Hash of every file of an agreement, events and adenda too; empty for none.

        Args:
            slug: the agreement.
            state: the state of its files, where it was looked at already.

        Raises:
            InvalidSlug, NoSuchKesepakatan: no such agreement, where no state is given.
            CannotRead, PointsOutside.
        """
        if state is None:
            self.file(slug)
            state = self.state(slug)
        return content_hash(self.read_kesepakatan(slug, state)) if state else ""

    @staticmethod
    def file_hash(file: Path) -> str:
        """Hash of a file as it lies now; empty where it is not there."""
        return hash_of(file.read_bytes()) if file.is_file() else ""

    def check_unchanged(self, slug: str, seen: str) -> None:
        """To be asked while the lock is held, before anything is written.

        Args:
            slug: the agreement.
            seen: hash of its files as the form was based on them.

        Raises:
            ChangedMeanwhile: they are others by now.
        """
        if self.hash(slug) != seen:
            raise ChangedMeanwhile(f'Kesepakatan "{slug}"')

    # Writing.

    @contextmanager
    def lock(
        self, who: str = COMMAND_LINE, tindakan: str = "menulis"
    ) -> Iterator[None]:
        """One writer at a time, of all threads and processes; also inside itself.

        Nothing slow is done while it is held: no rendering, no mail.

        Raises:
            Busy: somebody else has held it for too long.
            CannotWrite: the desk's folder cannot be made.
        """
        from notakesepakatan.workspace.lock import locked

        file = self.private(LOCK_FILE)
        with locked(self.root, file, who, tindakan):
            yield

    @contextmanager
    def act(
        self, tindakan: str, slug: str = "", who: str = COMMAND_LINE, reason: str = ""
    ) -> Iterator[Act]:
        """An act that writes: inside the lock, with its lines in the trail.

        What it rests on is loaded inside it, and nowhere else.

        Args:
            tindakan: what is done, in Indonesian, as the trail says it.
            slug: the agreement; empty where it is none.
            who: who acts.
            reason: why, where that was asked for.

        Raises:
            Busy, CannotWrite, CannotRead.
        """
        with self.lock(who, tindakan):
            settle(self.root)
            yield Act(self.root, who, tindakan, slug, reason)

    def note(self, tindakan: str, slug: str = "", who: str = COMMAND_LINE) -> None:
        """A line in the trail of what wrote no file.

        Raises:
            Busy, CannotWrite.
        """
        with self.act(tindakan, slug, who) as act:
            act.note()

    def clear_up(self) -> int:
        """Settle what a killed run left open, and sweep away its temporary files.

        Asked at a start, which nothing of this holds up: what cannot be settled now, the
        next act settles or says why it cannot.

        Returns:
            How many were swept.
        """
        with suppress(NotaError), self.lock(tindakan="membersihkan sisa"):
            settle(self.root)
        return self._sweep()

    def _sweep(self) -> int:
        """No link is followed."""
        swept = sweep(self.root)
        for name in (KESEPAKATAN_FOLDER, TEMPLATES, OUTPUT, DESK_FOLDER):
            if not (self.root / name).is_symlink():
                for folder, _, _ in os.walk(self.root / name):
                    swept += sweep(Path(folder))
        return swept

    # The trail.

    @property
    def last_states(self) -> LastStates:
        """What the trail last knew of each seal and each event.

        Raises:
            PointsOutside: a link leads the trail out of the workspace.
        """
        self._trail_folder()
        return self._last_states

    @cached_property
    def _last_states(self) -> LastStates:
        return LastStates(self._trail_folder())

    def trail(self, *, slug: str = "", who: str = "") -> list[TrailEntry]:
        """Acts, the youngest first; only of one agreement or one person where named."""
        return [
            entry
            for entry in reversed(read_entries(self._trail_folder()))
            if slug in ("", entry.slug) and who in ("", entry.who)
        ]

    def written(self) -> dict[str, LastWrite]:
        """When some bytes were last written and by whom, as the trail says, by their hash."""
        return last_written(self._trail_folder())

    def read_version(self, fingerprint: str) -> bytes | None:
        """Bytes that a file of the workspace had once, by their hash; None where not kept.

        Raises:
            PointsOutside: a link leads out of the workspace.
        """
        return read_version(self.root, fingerprint)

    def examine_trail(self) -> TrailReport:
        """Whether every line of the trail is there, unchanged and in its place."""
        return examine(self._trail_folder())

    def _trail_folder(self) -> Path:
        """The folder of the trail.

        Raises:
            PointsOutside: it, or the trail itself, is a link out of the workspace.
        """
        return self.desk_file(TRAIL_FILE).parent

    # The desk's own files.

    def desk_files(self, folder: str, pattern: str) -> list[Path]:
        """Files of one folder of the desk's, by name.

        Raises:
            PointsOutside: a link leads out of the workspace.
        """
        found = sorted(self.desk_file(folder).glob(pattern))
        return [self.desk_file(folder, file.name) for file in found]

    def private(self, *name: str) -> Path:
        """A file of the desk's, in whose folder nobody else may look and git never looks.

        Raises:
            PointsOutside: it is a link out of the workspace.
            CannotWrite: the folder cannot be made.
        """
        folder = self.desk_file()
        ignore = folder / ".gitignore"
        file = self.desk_file(*name)
        try:
            make_folder(folder, 0o700)
            if not ignore.exists():
                save(ignore, b"*\n", private=True)
        except OSError as cause:
            raise CannotWrite(folder, cause) from None
        return file

    def write_private(self, content: bytes, *name: str) -> None:
        """Bytes to a file of the desk's that only its owner reads, all or nothing.

        Raises:
            CannotWrite: no right or no room.
        """
        save(self.private(*name), content, private=True, within=self.root)

    def remove_private(self, *name: str) -> None:
        """Take away a file of the desk's, so that it does not come back with the power.

        Raises:
            CannotWrite: no right to.
        """
        file = self.desk_file(*name)
        try:
            file.unlink(missing_ok=True)
            sync_folder(file.parent)
        except OSError as cause:
            raise CannotWrite(file, cause) from None

    # Letters, which stay once they are written.

    def has_letters(self, slug: str, names: Iterable[str]) -> bool:
        """Whether all these files are among the letters of an agreement."""
        folder = self.letters(slug)
        return all((folder / name).is_file() for name in names)

    def has_other_letters(
        self, slug: str, letters: Iterable[tuple[str, bytes]]
    ) -> bool:
        """Whether a letter of one of these names is there and reads otherwise."""
        folder = self.letters(slug)
        return any(_is_another(folder / name, content) for name, content in letters)

    def write_letters(
        self, slug: str, letters: Sequence[tuple[str, bytes]]
    ) -> tuple[Path, ...]:
        """Letters of an agreement by name; none that reads otherwise is written over.

        Where one of them is there already and is another, all get the next number behind
        their names: "2029-03-01-pemberitahuan-perpanjangan-2.docx".

        Returns:
            The files, in the order of the letters.

        Raises:
            PointsOutside: a link leads out of the workspace.
            CannotRead, CannotWrite.
        """
        folder = self.letters(slug)
        check_within(folder, self.root)
        nth = 1
        while any(_is_another(file, c) for file, c in _numbered(folder, letters, nth)):
            nth += 1
        files = list[Path]()
        for file, content in _numbered(folder, letters, nth):
            save(file, content, within=self.root)
            files.append(file)
        return tuple(files)

    def read_letter(self, slug: str, name: str) -> bytes:
        """A letter that was written.

        Raises:
            PointsOutside: a link leads out of the workspace.
        """
        file = self.letters(slug) / name
        check_within(file, self.root)
        return file.read_bytes()

    # The index, which can be thrown away.

    def read_index(self, table: str) -> dict[str, str]:
        """Rows of a table by key; none where there is no index of this version."""
        return read_rows(self.output, table) if self._keeps_index else {}

    def write_index(
        self, table: str, new: Iterable[tuple[str, str]], gone: Collection[str] = ()
    ) -> None:
        """Keep rows, and forget those of `gone`."""
        if self._keeps_index:
            write_rows(self.output, table, new, gone)

    @property
    def _keeps_index(self) -> bool:
        """Whether no link leads the index out of the workspace."""
        file = self.output / INDEX_FILE
        return file.resolve().is_relative_to(self.root.resolve())


def _numbered(
    folder: Path, letters: Iterable[tuple[str, bytes]], nth: int
) -> Iterator[tuple[Path, bytes]]:
    """Letters with the file of each, as the nth of these names."""
    for name, content in letters:
        file = folder / name
        yield file if nth == 1 else file.with_stem(f"{file.stem}-{nth}"), content


def _is_another(file: Path, content: bytes) -> bool:
    """Whether a file is there and reads otherwise.

    Raises:
        CannotRead.
    """
    return os.path.lexists(file) and hash_of_file(file) != hash_of(content)
