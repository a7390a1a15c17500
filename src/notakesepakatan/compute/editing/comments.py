"""Comments on words of a text that is being written: where each stands as the text is now.

A comment keeps the words that were marked and the paragraph that they stood in. Where the
text was edited since, it stands at the paragraph that is most like it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from pydantic import Field
from rapidfuzz import fuzz

_LIKE_ENOUGH = 60
"""Out of a hundred: how like its paragraph one is that lost the marked words."""


@dataclass(frozen=True)
class Comment:
    """A comment; the aliases are the keys of its file.

    Attributes:
        number: which one it is of its agreement, from 1.
        quote: the words that were marked, as they are typed, `[[…]]` and all.
        paragraph: all words of their paragraph then.
        words: what is said of them.
        who: who says it.
        day: when, as YYYY-MM-DD.
        settled_by: who called it settled; empty while it is open.
    """

    number: Annotated[int, Field(alias="nomor")]
    quote: Annotated[str, Field(alias="kutipan")]
    paragraph: Annotated[str, Field(alias="paragraf")]
    words: Annotated[str, Field(alias="isi")]
    who: Annotated[str, Field(alias="siapa")]
    day: Annotated[str, Field(alias="tanggal")]
    settled_by: Annotated[str, Field(alias="selesai")] = ""


class Words(NamedTuple):
    """A paragraph of the text as it is now: the name of its field, its words."""

    field: str
    text: str


class Stand(NamedTuple):
    """Where a comment stands: a field, and whether the marked words are in it still."""

    field: str
    has_quote: bool


def stand_of(comment: Comment, paragraphs: Sequence[Words]) -> Stand | None:
    """Where a comment stands; None where nothing is like its paragraph any more."""
    quoting = [each for each in paragraphs if comment.quote in each.text]
    candidates = quoting or paragraphs
    if not candidates:
        return None

    def likeness(each: Words) -> float:
        return fuzz.ratio(each.text, comment.paragraph)

    likest = max(candidates, key=likeness)
    if quoting:
        return Stand(likest.field, has_quote=True)
    is_like = likeness(likest) >= _LIKE_ENOUGH
    return Stand(likest.field, has_quote=False) if is_like else None
