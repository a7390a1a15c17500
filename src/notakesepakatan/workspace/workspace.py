"""A folder in, `Workspace` out: what lies where in it, how it is read, locked and written."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from notakesepakatan.errors import CannotRead, CannotWrite, NotaError
from notakesepakatan.workspace.contents import (
    content_hash,
    hash_of,
    read_common,
    read_limited,
    read_own,
)
from notakesepakatan.workspace.index import read_rows, write_rows
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
    TEMPLATES,
    InvalidSlug,
    check_slug,
    hari_libur_file,
    is_adendum,
    pengaturan_file,
    templates_folder,
)
from notakesepakatan.workspace.save import AlreadyThere, lay, save
from notakesepakatan.workspace.state import FileState, scan_folder, state_of

if TYPE_CHECKING:
    from filelock import FileLock

_POLL = 0.01
"""Seconds between two tries to take the lock."""


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


class ChangedMeanwhile(NotaError):
    """A file is no longer what it was when the form was opened; nothing was overwritten."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} sudah diubah orang lain sejak halaman ini dibuka. "
            "Tidak ada yang ditimpa."
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
        """
        beside = self.file(slug).parent.iterdir()
        return [file for file in beside if is_adendum(file.name)]

    def adendum_file(self, slug: str, nomor: int) -> Path:
        """The file of an adendum, counted from 1, whether it is there or not.

        Raises:
            InvalidSlug, NoSuchKesepakatan.
        """
        return self.file(slug).with_name(f"adendum-{nomor:02}.yaml")

    def has_peristiwa(self, slug: str) -> bool:
        """Whether there is a folder of events."""
        return (self.folder(slug) / PERISTIWA_FOLDER).is_dir()

    def peristiwa_files(self, slug: str) -> list[Path]:
        """Files of the events, by name."""
        files = (self.folder(slug) / PERISTIWA_FOLDER).glob("*.yaml")
        return sorted(files, key=lambda file: file.stem)

    def new_peristiwa_file(self, slug: str, name: str) -> Path:
        """A file for an event: of this name, or with the first number that is free."""
        folder = self.folder(slug) / PERISTIWA_FOLDER
        file, counter = folder / f"{name}.yaml", 1
        while file.exists():
            counter += 1
            file = folder / f"{name}-{counter}.yaml"
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

    def lock(self) -> "FileLock":
        """One writer at a time, of all threads and processes; `with` it, also inside itself.

        Raises:
            CannotWrite: the desk's folder cannot be made.
        """
        from filelock import FileLock

        # The same object for the same file, so that a thread which holds the lock may
        # enter it again.
        return FileLock(
            self.private(LOCK_FILE),
            mode=0o600,
            is_singleton=True,
            poll_interval=_POLL,
            preserve_lock_file=True,
        )

    @staticmethod
    def write(file: Path, content: bytes, *, overwrite: bool = True) -> None:
        """Bytes to a file, all or nothing.

        Raises:
            AlreadyThere: it is there and may not be replaced.
            CannotWrite: no right, no room, or a folder in the way.
        """
        save(file, content, overwrite=overwrite)

    @staticmethod
    def write_unchanged(file: Path, before: bytes, content: bytes) -> None:
        """Bytes in the place of those that are known.

        Raises:
            ChangedMeanwhile: other bytes stand there by now.
            CannotRead, CannotWrite.
        """
        if read_limited(file) != before:
            raise ChangedMeanwhile(str(file))
        save(file, content)

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
            CannotWrite: the folder cannot be made.
        """
        folder = self.desk_file()
        ignore = folder / ".gitignore"
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            if not ignore.exists():
                save(ignore, b"*\n", private=True)
        except OSError as cause:
            raise CannotWrite(folder, cause) from None
        return folder.joinpath(*name)

    def write_private(self, content: bytes, *name: str) -> None:
        """Bytes to a file of the desk's that only its owner reads, all or nothing.

        Raises:
            CannotWrite: no right or no room.
        """
        save(self.private(*name), content, private=True)

    # The index, which can be thrown away.

    def read_index(self, table: str) -> dict[str, str]:
        """Rows of a table by key; none where there is no index of this version."""
        return read_rows(self.output, table)

    def write_index(
        self, table: str, new: Iterable[tuple[str, str]], gone: Collection[str] = ()
    ) -> None:
        """Keep rows, and forget those of `gone`."""
        write_rows(self.output, table, new, gone)
