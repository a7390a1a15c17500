"""A workspace: any folder with agreements/, templates/, output/. Slugs in, checked paths out."""

import re
from dataclasses import dataclass
from pathlib import Path

from notakesepakatan.errors import InvalidSlug, NoSuchKesepakatan, NotAWorkspace

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
