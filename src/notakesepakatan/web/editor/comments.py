"""Comments on marked words of the sheet: what its script sends, and what it shows."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from flask import abort
from pydantic import BaseModel, Field, ValidationError

from notakesepakatan.bureau.comments import (
    add_comment,
    read_comments,
    settle_comment,
)
from notakesepakatan.compute.editing.comments import Comment, Words, stand_of
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.compute.editing.paragraphs import PASAL, Line, lines_of
from notakesepakatan.model.dasar import flatten
from notakesepakatan.place import PERTIMBANGAN_PATH, Place
from notakesepakatan.web.context import today, user, workspace
from notakesepakatan.web.editor.sheet import text_path
from notakesepakatan.web.forms import plain_lines, read_json
from notakesepakatan.words.tanggal import tanggal_long

_LONGEST = 5_000


class _CommentJson(BaseModel):
    """A comment to be added, called settled, or opened again."""

    action: Literal["tambah", "selesai", "buka"] = Field(alias="tindakan")
    number: int = Field(0, alias="nomor")
    quote: str = Field("", alias="kutipan", max_length=_LONGEST)
    paragraph: str = Field("", alias="paragraf", max_length=_LONGEST)
    words: str = Field("", alias="isi", max_length=_LONGEST)

    def comment(self) -> Comment:
        """The same as a comment of who sends it, of today."""
        return Comment(
            number=0,
            quote=flatten(self.quote),
            paragraph=flatten(self.paragraph),
            words=plain_lines(self.words).strip(),
            who=user().nama,
            day=today().isoformat(),
        )


def take_comment(slug: str) -> None:
    """Do what the script asks; 400 where it is none of its making."""
    try:
        sent = _CommentJson.model_validate(read_json())
        if sent.action == "tambah":
            _add(slug, sent.comment())
        else:
            is_open = sent.action == "buka"
            settle_comment(workspace(), slug, sent.number, user().nama, is_open=is_open)
    except (ValidationError, LookupError):
        abort(400)


def _add(slug: str, comment: Comment) -> None:
    """Keep a comment; a bare one is refused."""
    if not comment.quote or not comment.words:
        raise LookupError(comment)
    add_comment(workspace(), slug, comment)


def comments_json(slug: str, data: Data) -> Sequence[dict[str, Any]]:
    """The comments where they stand in these data, as the page's script takes them."""
    lines = [*lines_of(data, PERTIMBANGAN_PATH), *lines_of(data, PASAL)]
    paragraphs = [_words_of(line) for line in lines]
    comments = read_comments(workspace(), slug)
    return [_json(comment, paragraphs) for comment in comments]


def _words_of(line: Line) -> Words:
    place = Place(text_path(line))
    words = flatten(line.text)
    return Words(place.field, words)


def _json(comment: Comment, paragraphs: Sequence[Words]) -> dict[str, Any]:
    stand = stand_of(comment, paragraphs)
    return {
        "nomor": comment.number,
        "ruas": stand.field if stand else "",
        "utuh": stand is not None and stand.has_quote,
        "kutipan": comment.quote,
        "isi": comment.words,
        "siapa": comment.who,
        "tanggal": tanggal_long(date.fromisoformat(comment.day)),
        "selesai": comment.settled_by,
    }
