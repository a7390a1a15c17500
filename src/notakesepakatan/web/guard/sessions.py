"""Sessions of those who logged in, kept by the server.

They end by rest, by age, by logout and with the account. The cookie holds names of the
session and of whose it is, and nothing else; whoever restarts the desk logs everyone out.
Their age is told by a clock that never jumps: setting the machine's clock neither ends nor
prolongs one.
"""

import secrets
from dataclasses import dataclass, replace
from threading import Lock
from typing import cast

from flask import Flask, Request, current_app, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import BadSignature

from notakesepakatan.desk.accounts import Account, load_accounts
from notakesepakatan.web.context import desk, workspace

SESSION = "meja.sesi"
GREATEST_AGE = 8 * 3600
"""Seconds."""
LONGEST_REST = 30 * 60
"""Seconds."""
_LOCK = Lock()


@dataclass(frozen=True)
class Session:
    """One session.

    Attributes:
        nama: whose.
        password: with which password it began, as the accounts keep it.
        begun: when it began, in seconds.
        last_used: when it was last used, in seconds.
    """

    nama: str
    password: str
    begun: float
    last_used: float

    def alive(self, now: float) -> bool:
        """Whether it may still be used."""
        is_young = now - self.begun <= GREATEST_AGE
        return is_young and now - self.last_used <= LONGEST_REST


class TimelessCookie(SecureCookieSessionInterface):
    """The cookie, whenever it was signed.

    Flask holds its time against the machine's clock, and drops a cookie that was signed
    in what has become the future.
    """

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """What the cookie of a request says; nothing where it is none of this desk's."""
        signer = self.get_signing_serializer(app)
        text = request.cookies.get(self.get_cookie_name(app), "")
        if signer is None:
            return None
        try:
            return self.session_class(signer.loads(text))
        except BadSignature:
            return self.session_class()


def _sessions() -> dict[str, Session]:
    return cast(dict[str, Session], current_app.extensions[SESSION])


def begin(who: Account) -> None:
    """A new session.

    What the visitor's cookie said before is forgotten, so that nobody can plant one.
    """
    session.clear()
    name = secrets.token_urlsafe(32)
    now = desk().time()
    with _LOCK:
        sessions = _sessions()
        for key in [key for key, kept in sessions.items() if not kept.alive(now)]:
            del sessions[key]
        sessions[name] = Session(who.nama, who.password, now, now)
    session["sesi"] = name
    session["nama"] = who.nama


def end() -> None:
    """Log out: the session is gone from the server too."""
    with _LOCK:
        _sessions().pop(session.get("sesi", ""), None)
    session.clear()


def former_user() -> str:
    """Who had the session that this browser was last in; empty where nobody is known."""
    return str(session.get("nama", ""))


def session_user() -> Account | None:
    """The account of this request's session, with its present role.

    None where it ended.
    """
    name = session.get("sesi", "")
    now = desk().time()
    with _LOCK:
        sessions = _sessions()
        kept = sessions.get(name)
        who = _owner(kept) if kept and kept.alive(now) else None
        if kept is None or who is None:
            sessions.pop(name, None)
            return None
        sessions[name] = replace(kept, last_used=now)
    return who


def _owner(kept: Session) -> Account | None:
    """Whose it is; None where the account is gone or has another password by now."""
    account = load_accounts(workspace()).get(kept.nama)
    return account if account and account.password == kept.password else None
