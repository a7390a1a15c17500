"""Browsers in which someone has logged in before: a signed cookie that lets nobody in.

It says only that wrong passwords for these names are counted by this browser; see `attempts`.
"""

import secrets
from dataclasses import dataclass

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug import Response

COOKIE = "meja-kenal"
MOST_NAMES = 8
"""People at one browser; the one who was there longest ago is forgotten."""
_AGE = 180 * 24 * 3600
"""Seconds for which a browser keeps it."""


@dataclass(frozen=True)
class Browser:
    """A browser: a word of its own, and who logged in there, the last first."""

    word: str
    names: tuple[str, ...]


def browser_word(name: str) -> str:
    """The word of this request's browser; empty where that name never logged in there."""
    browser = _browser()
    return browser.word if browser and name in browser.names else ""


def remember(response: Response, name: str) -> None:
    """Someone logged in."""
    browser = _browser() or Browser(secrets.token_urlsafe(16), ())
    others = tuple(each for each in browser.names if each != name)
    names = (name, *others)[:MOST_NAMES]
    response.set_cookie(
        COOKIE,
        _signer().dumps([browser.word, *names]),
        max_age=_AGE,
        path="/masuk",
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        httponly=True,
        samesite="Strict",
    )


def _browser() -> Browser | None:
    try:
        word, *names = _signer().loads(request.cookies.get(COOKIE, ""))
    except BadSignature:
        return None
    return Browser(word, tuple(names))


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="peramban")
