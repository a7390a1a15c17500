"""What goes wrong, as a page in plain Indonesian; as JSON for a script that asked for it."""

import logging
import traceback
from collections.abc import Sequence

from flask import Flask, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from notakesepakatan.errors import DokumenTidakAda, KesepakatanTidakAda, NaskahBermasalah, NotaError, SlugTidakSah
from notakesepakatan.web.context import short_paths
from notakesepakatan.workspace.private import SudahBerubah

_log = logging.getLogger("notakesepakatan.web")
_KATA = {
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


def error_page(kode: int, pesan: Sequence[str]) -> ResponseReturnValue:
    """A page that says what is wrong."""
    if request.is_json or request.accept_mimetypes.best == "application/json":
        return jsonify(galat=list(pesan)), kode
    return render_template("galat.html", kode=kode, pesan=pesan), kode


def _nota(sebab: Exception) -> ResponseReturnValue:
    if isinstance(sebab, KesepakatanTidakAda):
        return error_page(404, ["Kesepakatan itu tidak ada."])
    if isinstance(sebab, DokumenTidakAda):
        return error_page(404, ["Naskah itu tidak ada."])
    if isinstance(sebab, SlugTidakSah):
        return error_page(404, ["Itu bukan nama kesepakatan."])
    pesan = [str(satu) for satu in sebab.daftar_temuan] if isinstance(sebab, NaskahBermasalah) else str(sebab).split("\n")
    return error_page(409 if isinstance(sebab, SudahBerubah) else 422, [short_paths(satu) for satu in pesan])


def _csrf(sebab: Exception) -> ResponseReturnValue:
    return error_page(400, ["Halaman ini sudah terlalu lama terbuka. Kembali, muat ulang, lalu kirim lagi."])


def _http(sebab: Exception) -> ResponseReturnValue:
    kode = (sebab.code if isinstance(sebab, HTTPException) else None) or 500
    if kode < 400 and isinstance(sebab, HTTPException):
        return sebab
    milik_sendiri = isinstance(sebab, HTTPException) and sebab.description != type(sebab).description
    kata = sebab.description if isinstance(sebab, HTTPException) and milik_sendiri else _KATA.get(kode)
    return error_page(kode, [kata or f"Permintaan ini ditolak ({kode})."])


def _unknown(sebab: Exception) -> ResponseReturnValue:
    """The log names the place in the program, never what was sent: not even the error's own words, which may quote it."""
    tempat = "".join(traceback.format_tb(sebab.__traceback__))
    _log.error("%s %s: %s\n%s", request.method, request.endpoint, type(sebab).__name__, tempat)
    return error_page(500, [_KATA[500]])
