"""What every view asks for: the workspace, the day, who is at the desk."""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date
from threading import Event
from typing import cast

from flask import current_app, g

from notakesepakatan.bureau.office import Office
from notakesepakatan.desk.accounts import LOCAL, Account, load_accounts
from notakesepakatan.desk.register import Board
from notakesepakatan.errors import NotaError
from notakesepakatan.web.desk_words import desk_words
from notakesepakatan.workspace import Workspace
from notakesepakatan.zona import Clock, office_day


@dataclass(frozen=True)
class Desk:
    """One desk, as `create_app` was asked to make it.

    Attributes:
        workspace: the workspace.
        closed: set since one must log in.
        valid_hosts: hosts that requests may name, with their ports.
        origin: the address that people type where it is not the server's own,
            "https://meja.kota.go.id"; or empty.
        time: gives seconds of a clock that never jumps.
        now: gives seconds since the epoch; the office's day follows from it.
        board: the register, kept between requests.
    """

    workspace: Workspace
    closed: Event
    valid_hosts: Set[str]
    origin: str
    time: Callable[[], float]
    now: Clock
    board: Board

    @property
    def login_required(self) -> bool:
        """Whether one must log in: from the first account on, for as long as the desk runs.

        Accounts that cannot be read are accounts.
        """
        if not self.closed.is_set() and self._has_accounts():
            self.closed.set()
        return self.closed.is_set()

    def _has_accounts(self) -> bool:
        try:
            return bool(load_accounts(self.workspace))
        except NotaError:
            return True


def desk() -> Desk:
    """The desk that answers this request."""
    return cast(Desk, current_app.extensions["meja"])


def workspace() -> Workspace:
    """Its workspace."""
    return desk().workspace


def office() -> Office:
    """Its workspace opened for this request; what the request writes it does not see."""
    if "office" not in g:
        g.office = Office(workspace(), who=user().nama)
    return cast(Office, g.office)


def board() -> Board:
    """Its register, kept between requests."""
    return desk().board


def today() -> date:
    """The office's day; the same from the beginning of a request to its end.

    Raises:
        FaultyNaskah: the settings are wrong.
    """
    if "today" not in g:
        g.today = office_day(office().pengaturan.zona, desk().now)
    return cast(date, g.today)


def user() -> Account:
    """Who sends this request; asked only where one has logged in or need not."""
    return cast(Account, g.get("user", LOCAL))


def short_paths(text: str) -> str:
    """A message with paths as from the workspace, and buttons for commands.

    That is all the reader of a page needs to know.
    """
    root = re.escape(str(workspace().root).rstrip("/"))
    return desk_words(re.sub(f"{root}/?", "", text))
