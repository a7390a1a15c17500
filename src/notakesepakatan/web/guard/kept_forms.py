"""Forms that were sent when their session had ended: kept until their sender is back.

They lie in the memory of the desk and nowhere else, only for who had logged in before, no
longer than a session lives and not more than there is room for. Each is handed out once, to
its owner.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import cast

from flask import Flask, current_app, request

from notakesepakatan.web.context import desk

KEPT = "meja.isian"
MOST = 100
"""Forms of all; the oldest go first."""
MOST_OF_ONE = 5
"""Forms of one person."""
LONGEST = 500_000
"""Characters of a form; longer ones are not kept."""
GREATEST_AGE = 8 * 3600
"""Seconds."""
_LOCK = Lock()


@dataclass(frozen=True)
class KeptForm:
    """One form.

    Attributes:
        owner: who sent it.
        address: where it was sent to, a path of the desk.
        endpoint: the view that it was sent to.
        fields: its fields, name and text.
        since: when it was kept, in seconds.
    """

    owner: str
    address: str
    endpoint: str
    fields: Sequence[tuple[str, str]]
    since: float


def prepare(app: Flask) -> None:
    """Room for them in an app."""
    app.extensions[KEPT] = {}


def keep(owner: str) -> str:
    """Keep the form of this request; its name, or empty where it is not kept.

    A form with a password is not, nor a preview.
    """
    endpoint = request.endpoint or ""
    fields = [
        (name, text)
        for name, text in request.form.items(multi=True)
        if name != "csrf_token"
    ]
    has_password = any("sandi" in name for name, _ in fields)
    size = sum(len(name) + len(text) for name, text in fields)
    if not owner or not fields or has_password or size > LONGEST:
        return ""
    if endpoint.endswith(".preview"):
        return ""
    address = request.full_path.rstrip("?")
    form = KeptForm(owner, address, endpoint, fields, desk().time())
    name = secrets.token_urlsafe(24)
    with _LOCK:
        _forms()[name] = form
        _make_room(owner)
    return name


def take(name: str, owner: str) -> KeptForm | None:
    """A form of this person, which is kept no longer; None where there is none."""
    with _LOCK:
        _make_room(owner)
        form = _forms().get(name)
        if form is None or form.owner != owner:
            return None
        return _forms().pop(name)


def _forms() -> dict[str, KeptForm]:
    return cast(dict[str, KeptForm], current_app.extensions[KEPT])


def _make_room(owner: str) -> None:
    """Let go of what is too old, and of the oldest where there are too many."""
    forms = _forms()
    now = desk().time()
    too_old = [key for key, form in forms.items() if now - form.since > GREATEST_AGE]
    own = [key for key, form in forms.items() if form.owner == owner]
    for key in {*too_old, *own[:-MOST_OF_ONE], *list(forms)[:-MOST]}:
        del forms[key]
