"""A password held against an account's, as often as it may be; wrong ones go into the trail."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from threading import BoundedSemaphore
from typing import cast

from flask import Flask, Response, current_app, make_response, request

from notakesepakatan.desk.accounts import Account, load_accounts, verify
from notakesepakatan.errors import NotaError
from notakesepakatan.web.context import desk, workspace
from notakesepakatan.web.guard.attempts import (
    Attempts,
    Count,
    Happening,
    Tally,
    wait_words,
)

NO_ACCOUNT = "tidak dikenal"
"""Who it was, where the name is no account's: what was typed may be somebody's password."""
MOST_AT_ONCE = 4
"""Passwords held against a hash at once; the desk's other threads go on answering."""
_BUSY_SECONDS = 5.0
_ATTEMPTS = "meja.percobaan"
_TALLY = "meja.catatan-percobaan"
_PLACES = "meja.pemeriksaan"
_log = logging.getLogger("notakesepakatan.web")


@dataclass(frozen=True)
class Answer:
    """What became of a password.

    Attributes:
        who: the account, where it was right.
        wait: seconds to wait before the next may be tried.
        refusal: why it was not looked at; empty where it was.
    """

    who: Account | None = None
    wait: float = 0.0
    refusal: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether nobody looked at the password."""
        return bool(self.refusal)

    def words(self, wrong: str) -> str:
        """What the visitor is told; `wrong` says that the password was."""
        if self.is_refused:
            return f"{self.refusal} Tunggu {wait_words(self.wait)}, lalu coba lagi."
        if self.wait:
            return f"{wrong} Coba lagi setelah {wait_words(self.wait)}."
        return wrong


def prepare(app: Flask) -> None:
    """Give a desk what is remembered of attempts."""
    app.extensions[_ATTEMPTS] = Attempts()
    app.extensions[_TALLY] = Tally()
    app.extensions[_PLACES] = BoundedSemaphore(MOST_AT_ONCE)


def attempts() -> Attempts:
    """The desk's attempts."""
    return cast(Attempts, current_app.extensions[_ATTEMPTS])


def check_password(
    counts: Sequence[Count], name: str, password: str, wrong: str
) -> Answer:
    """Hold a password against the account of a name.

    Args:
        counts: by what the attempt is counted.
        name: the account's name, or what was typed for one.
        password: the password.
        wrong: what the trail calls it where it is wrong: "salah sandi".
    """
    moment = desk().time()
    wait = attempts().begin(counts, moment)
    if wait:
        return Answer(wait=wait, refusal="Sandi beberapa kali salah.")
    places = cast(BoundedSemaphore, current_app.extensions[_PLACES])
    if not places.acquire(blocking=False):
        attempts().forgive(counts, moment)
        return Answer(wait=_BUSY_SECONDS, refusal="Banyak yang sedang masuk.")
    try:
        who = verify(workspace(), name, password)
    finally:
        places.release()
    if who is None:
        return _wrong(counts, name, wrong)
    attempts().forgive(counts, moment)
    _write(_tally().due(desk().time()))
    return Answer(who)


def _wrong(counts: Sequence[Count], name: str, what: str) -> Answer:
    """A wrong password; the trail is told, and of the wait that follows from it."""
    moment = desk().time()
    wait = attempts().wait(counts, moment)
    who = name if name in load_accounts(workspace()) else NO_ACCOUNT
    address = request.remote_addr or "?"
    _write(_tally().add(who, what, address, moment))
    if wait:
        _write(_tally().add(who, "percobaan ditahan", address, moment))
    return Answer(wait=wait)


def _tally() -> Tally:
    return cast(Tally, current_app.extensions[_TALLY])


def _write(happenings: Sequence[Happening]) -> None:
    """Into the trail; where that cannot be written the log has it, and the visitor waits less."""
    for each in happenings:
        try:
            workspace().note(each.words(), who=each.who)
        except NotaError as cause:
            _log.error("%s: %s: %s", each.who, each.words(), cause)


def too_soon(form: str, wait: float) -> Response:
    """The form once more, for who has to wait."""
    response = make_response(form, 429)
    response.headers["Retry-After"] = str(ceil(wait))
    return response
