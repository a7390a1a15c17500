"""A workspace: any folder with agreements/, templates/, output/. Slugs in, checked paths out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from notakesepakatan.errors import NotaError


class NotAWorkspace(NotaError):
    """The folder has no agreements/."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: bukan ruang kerja (tidak ada folder agreements/); "
            f'buat dengan "nota mulai {folder}" atau tunjuk ruang kerja lain dengan "nota -C FOLDER …"'
        )


class InvalidSlug(NotaError):
    """A slug that is no plain folder name, or leads out of agreements/."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            f'"{slug}": bukan nama kesepakatan yang sah; pakai huruf kecil, angka, dan tanda hubung '
            f"seperti nama folder di agreements/, tanpa garis miring atau titik"
        )


class NoSuchKesepakatan(NotaError):
    """No agreements/<slug>/kesepakatan.yaml."""

    def __init__(self, slug: str, ada: Sequence[str]) -> None:
        items = ", ".join(ada) if ada else "belum ada satu pun"
        super().__init__(
            f'kesepakatan "{slug}" tidak ada di agreements/; yang ada: {items}'
        )


_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
KESEPAKATAN_FILE = "kesepakatan.yaml"
PERISTIWA_FOLDER = "peristiwa"
BYTE_LIMIT = 1_000_000
"""The most that any file of a workspace may hold."""


def package_templates() -> Path:
    """The templates that the package carries; in a source tree they lie at its top."""
    installed = Path(__file__).parents[1] / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"


def check_slug(slug: str) -> str:
    """The slug itself.

    Raises:
        InvalidSlug: not lower-case letters, digits and single hyphens, or over 100 characters.
    """
    if not _SLUG.fullmatch(slug) or len(slug) > 100:
        raise InvalidSlug(slug)
    return slug


@dataclass(frozen=True)
class Workspace:
    """The folder a bureau works in."""

    root: Path

    def __post_init__(self) -> None:
        if not self.agreements.is_dir():
            raise NotAWorkspace(self.root)

    @property
    def agreements(self) -> Path:
        return self.root / "agreements"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def output(self) -> Path:
        return self.root / "output"

    def slugs(self) -> tuple[str, ...]:
        """Slugs of all agreements, sorted."""
        return tuple(
            sorted(
                folder.parent.name
                for folder in self.agreements.glob(f"*/{KESEPAKATAN_FILE}")
            )
        )

    def file(self, slug: str) -> Path:
        """Path of the agreement's file.

        Raises:
            InvalidSlug: the slug is malformed, or a link leads out of agreements/.
            NoSuchKesepakatan: no such agreement.
        """
        path = self.agreements / check_slug(slug) / KESEPAKATAN_FILE
        if not path.is_file():
            raise NoSuchKesepakatan(slug, self.slugs())
        if not path.resolve().is_relative_to(self.agreements.resolve()):
            raise InvalidSlug(slug)
        return path
