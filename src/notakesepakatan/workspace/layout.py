"""How a workspace lies on disk: the names of its folders and files, and what a slug may be."""

import re
from pathlib import Path

from notakesepakatan.errors import NotaError
from notakesepakatan.words.names import fold


class InvalidSlug(NotaError):
    """A slug that is no plain folder name, or leads out of agreements/."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            f'"{slug}": bukan nama kesepakatan yang sah; '
            "pakai huruf kecil, angka, dan tanda hubung "
            "seperti nama folder di agreements/, tanpa garis miring atau titik"
        )


class ReservedSlug(InvalidSlug):
    """A slug that Windows keeps for a device, so that no folder can be called so."""

    def __init__(self, slug: str) -> None:
        NotaError.__init__(
            self,
            f'"{slug}": nama ini dipakai sendiri oleh Windows, sehingga folder ini tidak '
            f"dapat dibuka di sana; tambahkan kata lain, misalnya {slug}-kesepakatan",
        )


KESEPAKATAN_FOLDER = "agreements"
TEMPLATES = "templates"
INSTRUMEN_FOLDER = "instrumen"
"""Folder of the instruments, below a folder of templates."""
KLAUSUL_FOLDER = "klausul"
"""Folder of the clauses, likewise."""
OUTPUT = "output"
LETTERS = "surat"
"""Folder of an agreement's letters, below its folder in the output."""
KESEPAKATAN_FILE = "kesepakatan.yaml"
PERISTIWA_FOLDER = "peristiwa"
WITHDRAWN_FOLDER = "dicabut"
"""Folder of an agreement's drafts that were taken back: kept, and read by nobody."""
PENGATURAN_FILE = "pengaturan.yaml"
HARI_LIBUR_FILE = "hari-libur.yaml"
LAWS_FILE = "peraturan.yaml"
DESK_FOLDER = ".meja"
SEAL_FILE = "segel.json"
ATTACHMENT_FOLDER = "lampiran-berkas"
"""Folder of the files that lie beside an agreement, below its own."""
ATTACHMENT_LIST = "daftar.json"
SEAL_COPIES = "segel"
"""Folder of the desk's in which copies of what was sealed lie, by their hash."""
VERSION_COPIES = "versi"
"""Folder of the desk's in which older versions of files lie, by their hash."""
LOCK_FILE = "kunci-tulis"
BYTE_LIMIT = 1_000_000
"""The most that any file of a workspace may hold."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_SLUG = 100
_OF_WINDOWS = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")


def check_slug(slug: str) -> str:
    """The slug itself.

    Raises:
        InvalidSlug: not lower-case letters, digits and single hyphens, or over 100
            characters.
        ReservedSlug: a name of a device on Windows.
    """
    if _OF_WINDOWS.fullmatch(slug):
        raise ReservedSlug(slug)
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST_SLUG:
        raise InvalidSlug(slug)
    return slug


def is_adendum(name: str) -> bool:
    """Whether a file is meant as an adendum; one wrongly named stops its agreement."""
    return fold(name).startswith("adendum")


def is_own_file(name: str) -> bool:
    """Whether a file is meant as that of the agreement itself, in whatever case."""
    return fold(name) in (KESEPAKATAN_FILE, "kesepakatan.yml")


def is_peristiwa_folder(name: str) -> bool:
    """Whether a folder is meant as that of the events, in whatever case."""
    return fold(name) == PERISTIWA_FOLDER


def is_data(name: str) -> bool:
    """Whether a file is meant as YAML; what an editor hides is not."""
    return fold(name).endswith((".yaml", ".yml")) and not name.startswith(".")


def is_part(name: str) -> bool:
    """Whether an agreement is read from a file of that path below its folder.

    The lock that an editor leaves beside an event has a dot before its name.
    """
    folder, _, end = name.rpartition("/")
    if folder:
        return not end.startswith(".")
    return is_own_file(name) or is_peristiwa_folder(name) or is_adendum(name)


def pengaturan_file(root: Path) -> Path:
    """Where the settings of a folder lie, be it a workspace or not."""
    return root / PENGATURAN_FILE


def sample_pengaturan() -> Path:
    """The settings that a new workspace begins with, every choice explained."""
    return pengaturan_file(package_templates() / "baru")


def hari_libur_file(root: Path) -> Path:
    """Where the days off of a folder lie that the package does not know."""
    return root / HARI_LIBUR_FILE


def laws_file(root: Path) -> Path:
    """The office's own table of laws."""
    return root / LAWS_FILE


def templates_folder(root: Path) -> Path:
    """Where the templates of a folder lie that stand before the package's."""
    return root / TEMPLATES


def instrumen_files(templates: Path) -> list[Path]:
    """Files of a folder of templates that each describe an instrument, by name."""
    return sorted((templates / INSTRUMEN_FOLDER).glob("*.yaml"))


def package_templates() -> Path:
    """The templates that the package carries; in a source tree they lie at its top."""
    installed = Path(__file__).parents[1] / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"
