"""What goes wrong, as a page in plain Indonesian; as JSON for a script that asked for it."""

import logging
import traceback
from collections.abc import Sequence

from flask import Flask, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.press import NoSuchDocument
from notakesepakatan.web.context import short_paths
from notakesepakatan.workspace import ChangedMeanwhile
from notakesepakatan.workspace.layout import InvalidSlug
from notakesepakatan.workspace.workspace import NoSuchKesepakatan

_log = logging.getLogger("notakesepakatan.web")
_WORD = {
    400: "Permintaan ini tidak dapat dibaca.",
    401: "Silakan masuk lebih dahulu.",
    403: "Anda tidak berwenang untuk tindakan ini.",
    404: "Halaman ini tidak ada.",
    405: "Halaman ini tidak menerima permintaan itu.",
    413: "Yang dikirim terlalu besar; paling besar 2 MB.",
    429: "Terlalu banyak percobaan; tunggu sebentar.",
    500: "Ada kesalahan di dalam program. Data Anda tidak diubah. Beri tahu pengelola program.",
}


def register_errors(app: Flask) -> None:
    """One handler for each family of errors."""
    app.register_error_handler(NotaError, _nota)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unknown)


def error_page(code: int, message: Sequence[str]) -> ResponseReturnValue:
    """A page that says what is wrong."""
    if request.is_json or request.accept_mimetypes.best == "application/json":
        return jsonify(galat=list(message)), code
    return render_template("galat.html", kode=code, message=message), code


def _nota(cause: Exception) -> ResponseReturnValue:
    if isinstance(cause, NoSuchKesepakatan):
        return error_page(404, ["Kesepakatan itu tidak ada."])
    if isinstance(cause, NoSuchDocument):
        return error_page(404, ["Naskah itu tidak ada."])
    if isinstance(cause, InvalidSlug):
        return error_page(404, ["Itu bukan nama kesepakatan."])
    message = (
        [str(one) for one in cause.temuan]
        if isinstance(cause, FaultyNaskah)
        else str(cause).split("\n")
    )
    return error_page(
        409 if isinstance(cause, ChangedMeanwhile) else 422,
        [short_paths(one) for one in message],
    )


def _csrf(cause: Exception) -> ResponseReturnValue:
    return error_page(
        400,
        [
            "Halaman ini sudah terlalu lama terbuka. Kembali, muat ulang, lalu kirim lagi."
        ],
    )


def _http(cause: Exception) -> ResponseReturnValue:
    code = (cause.code if isinstance(cause, HTTPException) else None) or 500
    if code < 400 and isinstance(cause, HTTPException):
        return cause
    own = (
        isinstance(cause, HTTPException)
        and cause.description != type(cause).description
    )
    word = (
        cause.description
        if isinstance(cause, HTTPException) and own
        else _WORD.get(code)
    )
    return error_page(code, [word or f"Permintaan ini ditolak ({code})."])


def _unknown(cause: Exception) -> ResponseReturnValue:
    """The log names the place in the program, never what was sent: not even the error's own words, which may quote it."""
    position = "".join(traceback.format_tb(cause.__traceback__))
    _log.error(
        "%s %s: %s\n%s",
        request.method,
        request.endpoint,
        type(cause).__name__,
        position,
    )
    return error_page(500, [_WORD[500]])
