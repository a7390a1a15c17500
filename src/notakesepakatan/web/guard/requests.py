"""What stands before every view: host, origin, CSRF, who may, and the headers of every answer."""

import logging
import secrets
from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from flask import Flask, Response, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFProtect

from notakesepakatan.desk.accounts import LOCAL, Role
from notakesepakatan.errors import CannotWrite
from notakesepakatan.web.context import desk, short_paths, user, workspace
from notakesepakatan.web.guard.kept_forms import keep
from notakesepakatan.web.guard.kept_forms import prepare as prepare_kept_forms
from notakesepakatan.web.guard.sessions import (
    SESSION,
    TimelessCookie,
    former_user,
    session_user,
)
from notakesepakatan.web.guard.verification import prepare
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.lock import Busy

SESSION_KEY_FILE = "kunci-sesi"
LARGEST_SIZE = 2 * 1024 * 1024
UPLOAD_SIZE = 52_000_000
"""Of what is sent to a page that takes files in."""
UPLOADS = frozenset({"masukkan.receive", "lampiran_berkas.receive", "alat.check"})
"""Those pages; only who is logged in may send so much."""
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
NASKAH_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin"
)
"""A naskah has its styles inside and nothing else.

No script runs, so its page may share the desk's origin.
"""
_MARGIN = b"""<style>\
@media screen { body { margin: 0 auto; max-width: 257mm; padding: 1.5em }
table { table-layout: auto } table.utuh.polos td { padding: 0 2mm }
table.bergaris:has(col:nth-child(4)) { min-width: 130mm } \
table.bergaris:has(col:nth-child(6)) { min-width: 257mm }
section.lampiran table:not(:has(col:nth-child(6))) td:nth-child(n+3) p \
{ overflow-wrap: anywhere } }
@media screen and (max-width: 40em) \
{ p.kepala-lampiran { margin-left: 0 } table { font-size: .8em } }</style></head>"""
"""A margin around a naskah on the screen, what stands far at the right brought in.

On paper the page gives it. A table is as wide as its words need, and the frame scrolls;
but an address does not push old and new text apart. On paper columns are as wide as they
are told.
"""
_OPEN = ("static", "masuk.page", "masuk.login", "kalender.ics")
_csrf = CSRFProtect()
_log = logging.getLogger("notakesepakatan.web")
_V = TypeVar("_V", bound=Callable[..., ResponseReturnValue])


def guard(app: Flask) -> None:
    """Put every guard of this module before the views of an app."""
    desk = app.extensions["meja"]
    app.config.update(
        SECRET_KEY=_secret(desk.workspace),
        MAX_CONTENT_LENGTH=LARGEST_SIZE,
        MAX_FORM_PARTS=5000,
        MAX_FORM_MEMORY_SIZE=LARGEST_SIZE,
        SESSION_COOKIE_NAME="meja",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_SECURE=desk.origin.startswith("https://"),
        WTF_CSRF_TIME_LIMIT=None,  # a token lives as long as its session
        WTF_CSRF_SSL_STRICT=False,  # the Origin is checked below, on every scheme
    )
    app.session_interface = TimelessCookie()
    app.extensions[SESSION] = {}
    prepare(app)
    prepare_kept_forms(app)
    app.before_request(_check_host)
    app.before_request(_check_origin)
    app.before_request(_check_user)
    app.before_request(_allow_uploads)
    _csrf.init_app(app)
    app.after_request(_add_headers)


def _secret(workspace: Workspace) -> bytes:
    """The key that signs cookies; made once, kept in the desk's own folder."""
    file = workspace.private(SESSION_KEY_FILE)
    if not file.is_file():
        workspace.write_private(secrets.token_bytes(32), SESSION_KEY_FILE)
    return file.read_bytes()


def _check_host() -> None:
    if request.host not in desk().valid_hosts:
        abort(
            400,
            "Alamat ini bukan alamat meja. "
            "Buka alamat yang disebut saat meja dijalankan.",
        )


def _check_origin() -> None:
    """A change must come from one of the desk's own pages."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    origin = request.headers.get("Origin", "")
    own = {desk().origin, f"{request.scheme}://{request.host}"} - {""}
    if origin not in own:
        abort(403, "Permintaan ini tidak datang dari halaman meja.")


def _check_user() -> ResponseReturnValue | None:
    if not desk().login_required:
        g.user = LOCAL
        return None
    if (who := session_user()) is not None:
        g.user = who
        return None
    if request.endpoint in _OPEN:
        return None
    is_script = request.accept_mimetypes.best == "application/json"
    if request.method == "POST" and not is_script and (kept := keep(former_user())):
        target = url_for("masuk.resume", kept=kept)
        return redirect(url_for("masuk.page", lanjut=target), 303)
    if request.method != "GET" or is_script:
        abort(
            401,
            "Sesi Anda sudah berakhir. Masuk lagi pada tab lain, lalu ulangi; "
            "isian di halaman ini masih ada.",
        )
    return redirect(url_for("masuk.page", lanjut=request.full_path.rstrip("?")))


def _allow_uploads() -> None:
    if request.endpoint in UPLOADS:
        request.max_content_length = UPLOAD_SIZE


def _add_headers(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    is_static = request.endpoint == "static"
    headers["Cache-Control"] = "no-cache" if is_static else "no-store"
    return response


def needed(role: Role, why: str = "") -> Callable[[_V], _V]:
    """Only for those who have at least this role; `why` is added where one has not."""

    def wrap(function: _V) -> _V:
        @wraps(function)
        def guarded(*args: object, **kwargs: object) -> ResponseReturnValue:
            if not user().may(role):
                words = (
                    f'Tindakan ini memerlukan peran "{role}"; '
                    f'peran Anda "{user().role}". {why}'
                )
                abort(403, words.strip())
            return function(*args, **kwargs)

        return cast(_V, guarded)

    return wrap


def record_trail(action: str) -> None:
    """Who did what just now that changed no file, into the trail.

    What was done stays done where the trail cannot be written; who did it is told so.

    Args:
        action: what was done, in Indonesian.
    """
    try:
        workspace().note(action, who=user().nama)
    except (Busy, CannotWrite) as cause:
        _log.error("%s: %s", action, cause)
        why = short_paths(str(cause))
        flash(f"Sudah dilakukan, tetapi tidak tercatat pada jejak: {why}")


def naskah_page(content: bytes) -> Response:
    """A naskah's own HTML as a page for an iframe: its inline styles allowed, nothing else."""
    on_screen = content.replace(b"</head>", _MARGIN, 1)
    response = Response(on_screen, mimetype="text/html")
    response.headers["Content-Security-Policy"] = NASKAH_POLICY
    return response
