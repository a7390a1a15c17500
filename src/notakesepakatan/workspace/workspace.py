"""A folder in, `Workspace` out: what lies where in it, how it is read, locked and written."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from notakesepakatan.errors import CannotRead, CannotWrite, NotaError
from notakesepakatan.workspace.act import Act, settle
from notakesepakatan.workspace.contents import (
    check_within,
    content_hash,
    hash_of,
    read_common,
    read_limited,
    read_own,
)
from notakesepakatan.workspace.index import INDEX_FILE, read_rows, write_rows
from notakesepakatan.workspace.layout import (
    DESK_FOLDER,
    HARI_LIBUR_FILE,
    KESEPAKATAN_FILE,
    KESEPAKATAN_FOLDER,
    LETTERS,
    LOCK_FILE,
    OUTPUT,
    PENGATURAN_FILE,
    PERISTIWA_FOLDER,
    SEAL_COPIES,
    SEAL_FILE,
    TEMPLATES,
    InvalidSlug,
    check_slug,
    hari_libur_file,
    is_adendum,
    pengaturan_file,
    templates_folder,
)
from notakesepakatan.workspace.save import (
    AlreadyThere,
    ChangedMeanwhile,
    lay,
    save,
    sweep,
    sync_folder,
)
from notakesepakatan.workspace.state import FileState, scan_folder, state_of
from notakesepakatan.workspace.times import zona_of
from notakesepakatan.workspace.trail import (
    COMMAND_LINE,
    TrailEntry,
    TrailReport,
    examine,
    read_entries,
)
from notakesepakatan.zona import Zona


class NotAWorkspace(NotaError):
    """The folder has no agreements/."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: bukan ruang kerja (tidak ada folder agreements/); "
            f'buat dengan "nota mulai {folder}" '
            'atau tunjuk ruang kerja lain dengan "nota -C FOLDER …"'
        )


class NoSuchKesepakatan(NotaError):
    """No agreements/<slug>/kesepakatan.yaml."""

    def __init__(self, slug: str, slugs: Sequence[str]) -> None:
        known = ", ".join(slugs) if slugs else "belum ada satu pun"
        super().__init__(
            f'kesepakatan "{slug}" tidak ada di agreements/; yang ada: {known}'
        )


@dataclass(frozen=True)
class Workspace:
    """The folder a bureau works in.

    Raises:
        NotAWorkspace: it has no folder of agreements.
    """

    root: Path

    def __post_init__(self) -> None:
        if not self.kesepakatan_list.is_dir():
            raise NotAWorkspace(self.root)

    @classmethod
    def make(cls, root: Path) -> "Workspace":
        """The folder as a workspace, its own folders made where they are not there yet.

        Raises:
            CannotWrite: no right to write there.
        """
        for name in (KESEPAKATAN_FOLDER, TEMPLATES, OUTPUT):
            try:
                (root / name).mkdir(parents=True, exist_ok=True)
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

    # What lies where, for all agreements.

    @property
    def kesepakatan_list(self) -> Path:
        """The folder of all agreements."""
        return self.root / KESEPAKATAN_FOLDER

    @property
    def templates(self) -> Path:
        """The folder of templates that stand before the package's."""
        return templates_folder(self.root)

    @property
    def output(self) -> Path:
        """The folder of all documents."""
        return self.root / OUTPUT

    @property
    def pengaturan(self) -> Path:
        """The file of settings."""
        return pengaturan_file(self.root)

    @property
    def hari_libur(self) -> Path:
        """The file of days off that the package does not know."""
        return hari_libur_file(self.root)

    def named_file(self, name: str) -> Path:
        """A file that the settings name: below the workspace, or anywhere by its full path."""
        return self.root / name

    @property
    def zona(self) -> Zona:
        """The office's zone, in which the times of what was done are kept and shown."""
        return zona_of(self.root)

    def relative(self, path: Path) -> Path:
        """A path as from the workspace; as it is where it leads elsewhere."""
        return path.relative_to(self.root) if path.is_relative_to(self.root) else path

    # What lies where, of one agreement.

    def slugs(self) -> tuple[str, ...]:
        """Slugs of all agreements, sorted."""
        files = self.kesepakatan_list.glob(f"*/{KESEPAKATAN_FILE}")
        return tuple(sorted(file.parent.name for file in files))

    def folder(self, slug: str) -> Path:
        """The folder of an agreement, whether it is there or not."""
        return self.kesepakatan_list / slug

    def file(self, slug: str) -> Path:
        """The agreement's own file.

        Raises:
            InvalidSlug: the slug is malformed, or a link leads out of agreements/.
            NoSuchKesepakatan: no such agreement.
        """
        path = self.folder(check_slug(slug)) / KESEPAKATAN_FILE
        if not path.is_file():
            raise NoSuchKesepakatan(slug, self.slugs())
        if not path.resolve().is_relative_to(self.kesepakatan_list.resolve()):
            raise InvalidSlug(slug)
        return path

    def missing_file(self, slug: str) -> Path:
        """The file that an agreement would have had; for messages."""
        return self.folder(slug) / KESEPAKATAN_FILE

    def new_file(self, slug: str) -> Path:
        """The file that an agreement of this name will have.

        Raises:
            InvalidSlug: the slug is malformed, or a link leads out of agreements/.
            AlreadyThere: there is such an agreement already.
        """
        file = self.folder(check_slug(slug)) / KESEPAKATAN_FILE
        if not file.parent.resolve().is_relative_to(self.kesepakatan_list.resolve()):
            raise InvalidSlug(slug)
        if file.exists():
            raise AlreadyThere(file)
        return file

    def adendum_files(self, slug: str) -> list[Path]:
        """Every file that is meant as an adendum, in no order, wrongly named ones too.

        Raises:
            InvalidSlug, NoSuchKesepakatan.
            PointsOutside: one that is a link out of the folder of agreements.
        """
        beside = self.file(slug).parent.iterdir()
        return [self._within(file) for file in beside if is_adendum(file.name)]

    def adendum_file(self, slug: str, nomor: int) -> Path:
        """The file of an adendum, counted from 1, whether it is there or not.

        Raises:
            InvalidSlug, NoSuchKesepakatan.
        """
        return self.file(slug).with_name(f"adendum-{nomor:02}.yaml")

    def seal_file(self, slug: str) -> Path:
        """The file of an agreement's seals, whether it is there or not."""
        return self.folder(slug) / SEAL_FILE

    @staticmethod
    def seal_copy_name(fingerprint: str) -> tuple[str, str]:
        """Where below the desk's own folder a copy of what was sealed lies."""
        return SEAL_COPIES, fingerprint

    def seal_copy(self, fingerprint: str) -> Path:
        """The copy itself, whether it is there or not."""
        return self.desk_file(*self.seal_copy_name(fingerprint))

    def has_peristiwa(self, slug: str) -> bool:
        """Whether there is a folder of events."""
        return (self.folder(slug) / PERISTIWA_FOLDER).is_dir()

    def peristiwa_files(self, slug: str) -> list[Path]:
        """Files of the events, by name.

        Raises:
            PointsOutside: one that a link leads out of the folder of agreements.
        """
        files = (self.folder(slug) / PERISTIWA_FOLDER).glob("*.yaml")
        return sorted(map(self._within, files), key=lambda file: file.stem)

    def new_peristiwa_file(self, slug: str, name: str) -> Path:
        """A file for an event: of this name, or with the first number that is free."""
        folder = self.folder(slug) / PERISTIWA_FOLDER
        file, counter = folder / f"{name}.yaml", 1
        while file.exists():
            counter += 1
            file = folder / f"{name}-{counter}.yaml"
        return file

    def _within(self, file: Path) -> Path:
        check_within(file, self.kesepakatan_list)
        return file

    def documents(self, slug: str, to: Path | None = None) -> Path:
        """The folder of an agreement's documents, in the output or in another folder."""
        return (to or self.output) / slug

    def letters(self, slug: str) -> Path:
        """The folder of an agreement's letters."""
        return self.documents(slug) / LETTERS

    # Reading.

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

    def trail(self, *, slug: str = "", who: str = "") -> list[TrailEntry]:
        """Acts, the youngest first; only of one agreement or one person where named."""
        return [
            entry
            for entry in reversed(read_entries(self.desk_file()))
            if slug in ("", entry.slug) and who in ("", entry.who)
        ]

    def examine_trail(self) -> TrailReport:
        """Whether every line of the trail is there, unchanged and in its place."""
        return examine(self.desk_file())

    # The desk's own files.

    def desk_file(self, *name: str) -> Path:
        """A file of the desk's, whether it or its folder is there or not."""
        return self.root.joinpath(DESK_FOLDER, *name)

    def desk_files(self, folder: str, pattern: str) -> list[Path]:
        """Files of one folder of the desk's, by name."""
        return sorted(self.desk_file(folder).glob(pattern))

    def private(self, *name: str) -> Path:
        """A file of the desk's, in whose folder nobody else may look and git never looks.

        Raises:
            PointsOutside: it is a link out of the workspace.
            CannotWrite: the folder cannot be made.
        """
        folder = self.desk_file()
        ignore = folder / ".gitignore"
        file = folder.joinpath(*name)
        check_within(file, self.root)
        try:
            if not folder.is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)
                sync_folder(self.root)
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

    # Letters, which stay once they are written.

    def has_letters(self, slug: str, names: Iterable[str]) -> bool:
        """Whether all these files are among the letters of an agreement."""
        folder = self.letters(slug)
        return all((folder / name).is_file() for name in names)

    def write_letters(
        self, slug: str, letters: Iterable[tuple[str, bytes]]
    ) -> tuple[Path, ...]:
        """Letters of an agreement by name, in the place of those of the same names.

        Raises:
            PointsOutside: a link leads out of the workspace.
            CannotWrite.
        """
        folder = self.letters(slug)
        files = list[Path]()
        for name, content in letters:
            save(folder / name, content, within=self.root)
            files.append(folder / name)
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
