"""A workspace's folder and a slug in, the path of what lies there out.

Whether it is there is asked of the disk only where a name must be one that is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from notakesepakatan.errors import NotaError
from notakesepakatan.workspace.contents import PointsOutside, check_within
from notakesepakatan.workspace.layout import (
    ATTACHMENT_FOLDER,
    ATTACHMENT_LIST,
    DESK_FOLDER,
    KESEPAKATAN_FILE,
    KESEPAKATAN_FOLDER,
    LETTERS,
    OUTPUT,
    PERISTIWA_FOLDER,
    SEAL_COPIES,
    SEAL_FILE,
    WITHDRAWN_FOLDER,
    InvalidSlug,
    check_slug,
    hari_libur_file,
    is_adendum,
    laws_file,
    pengaturan_file,
    templates_folder,
)
from notakesepakatan.workspace.names import why_unreadable
from notakesepakatan.workspace.save import AlreadyThere, is_temporary
from notakesepakatan.workspace.times import zona_of
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


class SealedGone(NoSuchKesepakatan):
    """An agreement that was sealed, and whose files somebody took away."""

    def __init__(self, slug: str, who: str, day: str) -> None:
        NotaError.__init__(
            self,
            f'kesepakatan "{slug}" disegel {day} oleh {who}, tetapi berkasnya tidak ada '
            "lagi di agreements/; kembalikan dari cadangan, atau minta pengesah mencatat "
            f'sebabnya: nota segel {slug} --ulang --alasan "…"',
        )


@dataclass(frozen=True)
class Places:
    """What lies where in the folder a bureau works in.

    Raises:
        NotAWorkspace: it has no folder of agreements.
        PointsOutside: that is a link out of it.
    """

    root: Path

    def __post_init__(self) -> None:
        if not self.kesepakatan_list.is_dir():
            raise NotAWorkspace(self.root)
        check_within(self.kesepakatan_list, self.root)

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

    @property
    def laws(self) -> Path:
        """The office's own table of laws."""
        return laws_file(self.root)

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
        names = (file.parent.name for file in files)
        return tuple(sorted(name for name in names if not is_temporary(name)))

    def folder(self, slug: str) -> Path:
        """The folder of an agreement, whether it is there or not."""
        return self.kesepakatan_list / slug

    def file(self, slug: str) -> Path:
        """The agreement's own file.

        Raises:
            InvalidSlug: the slug is malformed.
            PointsOutside: a link leads out of agreements/.
            CannotRead, WronglyNamedFile: it is there, and no file that can be read.
            NoSuchKesepakatan: no such agreement.
        """
        path = self.folder(check_slug(slug)) / KESEPAKATAN_FILE
        if not path.is_file():
            why = why_unreadable(path, self.kesepakatan_list)
            raise why or NoSuchKesepakatan(slug, self.slugs())
        if not path.resolve().is_relative_to(self.kesepakatan_list.resolve()):
            raise PointsOutside(path)
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

    def is_free(self, slug: str) -> bool:
        """Whether nothing has this name, or no more than what a killed run left there."""
        folder = self.folder(slug)
        if not folder.is_dir():
            return not folder.exists()
        return all(inside.name.startswith(".") for inside in folder.iterdir())

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

    def attachment_folder(self, slug: str) -> Path:
        """The folder of the files beside an agreement, whether it is there or not."""
        return self.folder(slug) / ATTACHMENT_FOLDER

    def attachment_list(self, slug: str) -> Path:
        """The file that says what each of them is, whether it is there or not."""
        return self.attachment_folder(slug) / ATTACHMENT_LIST

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
        return _free(self.folder(slug) / PERISTIWA_FOLDER, name)

    def withdrawn_file(self, slug: str, name: str) -> Path:
        """Where a draft is kept that was taken back: of this name, or with a number."""
        return _free(self.folder(slug) / WITHDRAWN_FOLDER, name)

    def _within(self, file: Path) -> Path:
        check_within(file, self.kesepakatan_list)
        return file

    def documents(self, slug: str, to: Path | None = None) -> Path:
        """The folder of an agreement's documents, in the output or in another folder."""
        return (to or self.output) / slug

    def letters(self, slug: str) -> Path:
        """The folder of an agreement's letters."""
        return self.documents(slug) / LETTERS

    # What lies where, of the desk.

    def desk_file(self, *name: str) -> Path:
        """A file of the desk's, whether it or its folder is there or not.

        Raises:
            PointsOutside: a link leads out of the workspace.
        """
        file = self.root.joinpath(DESK_FOLDER, *name)
        check_within(file, self.root)
        return file


def _free(folder: Path, name: str) -> Path:
    """A file of a folder with this name, or with the first number that is free."""
    file, counter = folder / f"{name}.yaml", 1
    while file.exists():
        counter += 1
        file = folder / f"{name}-{counter}.yaml"
    return file
