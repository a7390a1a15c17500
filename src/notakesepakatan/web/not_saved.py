"""What is typed in an agreement and not yet in its document: said on each of its pages."""

from dataclasses import dataclass
from typing import cast

from flask import g, request, url_for

from notakesepakatan.bureau.konsep import KONSEP
from notakesepakatan.bureau.perubahan import PERUBAHAN
from notakesepakatan.bureau.side_draft import (
    Kind,
    SideDraft,
    SideDraftFile,
    typing_people,
)
from notakesepakatan.compute.editing.edits import differences
from notakesepakatan.place import Place
from notakesepakatan.web.context import user, workspace
from notakesepakatan.web.editor.places import caption, item_numbers

MOST_PLACES = 4
"""Places that the bar names."""
_EDITORS = {"sunting": KONSEP, "perubahan": PERUBAHAN}
"""Kinds of side draft, by the blueprint of their editor."""


@dataclass(frozen=True)
class NotSaved:
    """What one kind of side draft has that the document has not.

    Attributes:
        is_change: whether it is to become an adendum.
        places: where this person typed, in words; the first of them.
        more: how many more there are.
        others: who else has typed.
        address: the editor.
    """

    is_change: bool
    places: tuple[str, ...]
    more: int
    others: tuple[str, ...]
    address: str


def not_saved() -> list[NotSaved]:
    """What the page of this request has to say of it.

    Nothing in the editors themselves, and nothing to who has not logged in.
    """
    if "not_saved" not in g:
        g.not_saved = _find() if "user" in g else []
    return cast(list[NotSaved], g.not_saved)


def _find() -> list[NotSaved]:
    slug = (request.view_args or {}).get("slug")
    if not slug or request.blueprint in _EDITORS:
        return []
    if slug not in workspace().slugs():
        return []
    found = [_of_kind(slug, name, kind) for name, kind in _EDITORS.items()]
    return [each for each in found if each.places or each.others]


def _of_kind(slug: str, blueprint: str, kind: Kind) -> NotSaved:
    places = _places(SideDraftFile(kind, workspace(), slug, user().nama).kept())
    people = typing_people(kind, workspace(), slug)
    return NotSaved(
        is_change=kind is PERUBAHAN,
        places=places[:MOST_PLACES],
        more=len(places[MOST_PLACES:]),
        others=tuple(each for each in people if each != user().nama),
        address=url_for(f"{blueprint}.page", slug=slug),
    )


def _places(draft: SideDraft | None) -> tuple[str, ...]:
    """Where somebody typed, in words, each once."""
    if draft is None or not draft.is_typed:
        return ()
    numbers = item_numbers(draft.data)
    words = (
        caption(Place(each.path), numbers)
        for each in differences(draft.base, draft.data)
    )
    return tuple(dict.fromkeys(words))
