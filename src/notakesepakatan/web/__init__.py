"""The desk in a browser: a request in, an act of `bureau` or the press called, a page out.

Each view names the least role that may ask for it.
"""

from collections.abc import Callable, Set
from importlib import import_module
from threading import Event

from flask import Flask
from jinja2 import StrictUndefined

from notakesepakatan.desk.register import Board
from notakesepakatan.web.context import Desk
from notakesepakatan.web.display import register_display
from notakesepakatan.web.errors import register_errors
from notakesepakatan.web.guard.clock import steady_seconds
from notakesepakatan.web.guard.requests import guard
from notakesepakatan.web.packed import register_packing
from notakesepakatan.workspace import Workspace
from notakesepakatan.zona import Clock, machine_clock

PAGES = (
    "guard.login",
    "guard.password",
    "register",
    "kesepakatan",
    "attachments",
    "intake.pages",
    "intake.text",
    "trail",
    "peristiwa.pages",
    "surat",
    "editor.konsep",
    "editor.paste",
    "calendar",
    "new.pages",
    "new.like",
    "editor.perubahan",
    "penandatanganan",
    "withdrawal",
    "revocation",
    "frame_slips",
    "versions",
    "set_aside",
    "tools",
    "hukum",
    "backup",
    "pengaturan",
    "templates",
    "press",
    "aside",
)
"""Modules of this package with a `blueprint`; each has pages of its own."""


def create_app(
    workspace: Workspace,
    *,
    login_required: bool,
    valid_hosts: Set[str],
    origin: str = "",
    clock: Callable[[], float] = steady_seconds,
    now: Clock = machine_clock,
) -> Flask:
    """The desk over a workspace.

    Args:
        workspace: the workspace.
        login_required: whether one must log in, whatever accounts there are; else whoever
            reaches it may do everything until there is an account.
        valid_hosts: hosts that requests may name, with their ports: {"127.0.0.1:8020"};
            may be filled until it listens.
        origin: the address that people type where it is not the server's own:
            "https://meja.kota.go.id".
        clock: gives seconds of a clock that never jumps; sessions are measured by it.
        now: gives seconds since the epoch; the office's day follows from it.
    """
    app = Flask(__name__)
    closed = Event()
    if login_required:
        closed.set()
    app.extensions["meja"] = Desk(
        workspace, closed, valid_hosts, origin, clock, now, Board(workspace)
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    guard(app)
    register_errors(app)
    register_display(app)
    register_packing(app)
    for name in PAGES:
        module = import_module(f"{__name__}.{name}")
        app.register_blueprint(module.blueprint)
    return app
