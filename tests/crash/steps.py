"""What an act does to a disk, step by step; files and folders go by numbers, which they keep under every name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Names:
    """Names of one folder set all at once: to a number, or to nothing.

    Making, linking, removing and renaming are such steps; a renaming sets two names.
    """

    folder: int
    names: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class Content:
    """The bytes of a file, as whoever reads it now sees them."""

    file: int
    content: bytes


@dataclass(frozen=True)
class Synced:
    """A file or a folder that was flushed; of everything, where it has no number."""

    number: int | None


@dataclass(frozen=True)
class NewFolder:
    """From here on a number is an empty folder's."""

    folder: int


Step = Names | Content | Synced | NewFolder

Tree = dict[str, bytes | None]
"""Bytes of each file by its path, and nothing for each folder."""

TOP = 0
"""The number of the folder that everything lies in."""
