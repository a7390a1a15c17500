"""What goes wrong, as a page in plain Indonesian; as JSON for a script that asked for it."""

import logging
import traceback
from collections.abc import Sequence

from flask import Flask, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from notakesepakatan.bureau.templates import NoSuchCopy, NoSuchTemplate
from notakesepakatan.bureau.versions import NoSuchVersion
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.press import NoSuchDocument
from notakesepakatan.web.context import short_paths
from notakesepakatan.workspace import ChangedMeanwhile
from notakesepakatan.workspace.layout import InvalidSlug
from notakesepakatan.workspace.places import NoSuchKesepakatan, SealedGone

_log = logging.getLogger("notakesepakatan.web")
_WORDS = {
    400: "Permintaan ini tidak dapat dibaca.",
    401: "Silakan masuk lebih dahulu.",
    403: "Anda tidak berwenang untuk tindakan ini.",
    404: "Halaman ini tidak ada.",
    405: "Halaman ini tidak menerima permintaan itu.",
    413: "Yang dikirim terlalu besar; berkas paling besar 50 MB, isian lain 2 MB.",
    429: "Terlalu banyak percobaan; tunggu sebentar.",
    500: (
        "Ada kesalahan di dalam program. Data Anda tidak diubah. "
        "Beri tahu pengelola program."
    ),
}
"""What is said of a status for which the program has no words of its own."""
_TOO_OLD = (
    "Halaman ini sudah terlalu lama terbuka. Kembali, muat ulang, lalu kirim lagi."
)


def register_errors(app: Flask) -> None:
    """One handler for each family of errors."""
    app.register_error_handler(NotaError, _nota)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unknown)


def error_page(code: int, messages: Sequence[str]) -> ResponseReturnValue:
    """A page that says what is wrong."""
    if request.is_json or request.accept_mimetypes.best == "application/json":
        return jsonify(galat=list(messages)), code
    return render_template("galat.html", messages=messages), code


def _nota(cause: Exception) -> ResponseReturnValue:
    if isinstance(cause, SealedGone):
        return error_page(404, [short_paths(str(cause))])
    if isinstance(cause, NoSuchKesepakatan):
        return error_page(404, ["Kesepakatan itu tidak ada."])
    if isinstance(cause, NoSuchVersion | NoSuchTemplate | NoSuchCopy):
        return error_page(404, [str(cause)])
    if isinstance(cause, NoSuchDocument):
        return error_page(404, ["Naskah itu tidak ada."])
    if isinstance(cause, InvalidSlug):
        return error_page(404, ["Itu bukan nama kesepakatan."])
    if isinstance(cause, FaultyNaskah):
        messages = [str(temuan) for temuan in cause.temuan]
    else:
        messages = str(cause).split("\n")
    code = 409 if isinstance(cause, ChangedMeanwhile) else 422
    return error_page(code, list(map(short_paths, messages)))


def _csrf(cause: Exception) -> ResponseReturnValue:
    return error_page(400, [_TOO_OLD])


def _http(cause: HTTPException) -> ResponseReturnValue:
    code = cause.code or 500
    if code < 400:
        return cause
    is_ours = cause.description != type(cause).description
    words = cause.description if is_ours else _WORDS.get(code)
    return error_page(code, [words or f"Permintaan ini ditolak ({code})."])


def _unknown(cause: Exception) -> ResponseReturnValue:
    """The log names the place in the program, never what was sent.

    Not even the error's own words, which may quote it.
    """
    where = "".join(traceback.format_tb(cause.__traceback__))
    _log.error(
        "%s %s: %s\n%s",
        request.method,
        request.endpoint,
        type(cause).__name__,
        where,
    )
    return error_page(500, [_WORDS[500]])
