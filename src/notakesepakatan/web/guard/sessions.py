"""Sessions of those who logged in, kept by the server: they end by rest, by age, by logout and with the account.

The cookie holds a name of the session and nothing else; whoever restarts the desk logs everyone out.
"""

import secrets
from dataclasses import dataclass, replace
from threading import Lock
from typing import cast

from flask import current_app, session

from notakesepakatan.desk.accounts import Account, load_accounts
from notakesepakatan.web.context import desk, workspace

SESSION = "meja.sesi"
PALING_LAMA = 8 * 3600
LONGEST_REST = 30 * 60
_KEY = Lock()


@dataclass(frozen=True)
class Session:
    """One session: whose, with which password it began, when, and when it was last used (seconds)."""

    nama: str
    password: str
    begin: float
    last: float

    def alive(self, now: float) -> bool:
        """Whether it may still be used."""
        return now - self.begin <= PALING_LAMA and now - self.last <= LONGEST_REST


def _all() -> dict[str, Session]:
    return cast(dict[str, Session], current_app.extensions[SESSION])


def begin(who: Account) -> None:
    """A new session; what the visitor's cookie said before is forgotten, so that nobody can plant one."""
    session.clear()
    now, name = desk().time(), secrets.token_urlsafe(32)
    with _KEY:
        for lain in [key for key, one in _all().items() if not one.alive(now)]:
            del _all()[lain]
        _all()[name] = Session(who.nama, who.password, now, now)
    session["sesi"] = name


def end() -> None:
    """Log out: the session is gone from the server too."""
    with _KEY:
        _all().pop(session.get("sesi", ""), None)
    session.clear()


def session_user() -> Account | None:
    """The account of this request's session, with its present role; None where it ended."""
    name, now = session.get("sesi", ""), desk().time()
    with _KEY:
        one = _all().get(name)
        if one is None or not one.alive(now):
            _all().pop(name, None)
            return None
        who = load_accounts(workspace()).get(one.nama)
        if who is None or who.password != one.password:
            del _all()[name]
            return None
        _all()[name] = replace(one, last=now)
    return who
