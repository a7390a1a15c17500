"""A workspace: any folder with agreements/, templates/, output/. Slugs in, checked paths out."""

import re
from dataclasses import dataclass
from pathlib import Path

from notakesepakatan.errors import BukanRuangKerja, KesepakatanTidakAda, SlugTidakSah

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
BERKAS_KESEPAKATAN = "kesepakatan.yaml"
FOLDER_PERISTIWA = "peristiwa"
BATAS_BYTE = 1_000_000
"""The most that any file of a workspace may hold."""


def package_templates() -> Path:
    """The templates that the package carries; in a source tree they lie at its top."""
    terpasang = Path(__file__).parents[1] / "templates"
    return terpasang if terpasang.is_dir() else Path(__file__).parents[3] / "templates"


def check_slug(slug: str) -> str:
    """The slug itself.

    Raises:
        SlugTidakSah: not lower-case letters, digits and single hyphens, or over 100 characters.
    """
    if not _SLUG.fullmatch(slug) or len(slug) > 100:
        raise SlugTidakSah(slug)
    return slug


@dataclass(frozen=True)
class RuangKerja:
    """The folder a bureau works in."""

    akar: Path

    def __post_init__(self) -> None:
        if not self.agreements.is_dir():
            raise BukanRuangKerja(self.akar)

    @property
    def agreements(self) -> Path:
        return self.akar / "agreements"

    @property
    def templates(self) -> Path:
        return self.akar / "templates"

    @property
    def output(self) -> Path:
        return self.akar / "output"

    def daftar_slug(self) -> tuple[str, ...]:
        """Slugs of all agreements, sorted."""
        return tuple(sorted(folder.parent.name for folder in self.agreements.glob(f"*/{BERKAS_KESEPAKATAN}")))

    def berkas(self, slug: str) -> Path:
        """Path of the agreement's file.

        Raises:
            SlugTidakSah: the slug is malformed, or a link leads out of agreements/.
            KesepakatanTidakAda: no such agreement.
        """
        jalur = self.agreements / check_slug(slug) / BERKAS_KESEPAKATAN
        if not jalur.is_file():
            raise KesepakatanTidakAda(slug, self.daftar_slug())
        if not jalur.resolve().is_relative_to(self.agreements.resolve()):
            raise SlugTidakSah(slug)
        return jalur
