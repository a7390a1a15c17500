"""How much of a file that is not ours is read; what would unfold to more is refused."""

from collections.abc import Iterable, Iterator

from notakesepakatan.load.foreign.account import Paragraph

FILE_LIMIT = 50_000_000
"""Bytes of a file."""
CHARACTER_LIMIT = 1_000_000
"""Characters of a text; the rules read as many in some seconds."""


class Refused(Exception):
    """A file that is not read; `str()` says why, in Indonesian, and what to do."""


def bounded(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, as long as they are not too much together.

    Raises:
        Refused.
    """
    count = 0
    for paragraph in paragraphs:
        count += len(paragraph.text)
        if count > CHARACTER_LIMIT:
            raise Refused(
                "teksnya lebih dari satu juta karakter (kira-kira 400 halaman)"
            )
        yield paragraph
