"""Documents as answers: on the screen as their own page, or as a file to keep."""

from collections.abc import Iterable

from flask import Response, abort

from notakesepakatan.bureau.papers import document_bytes
from notakesepakatan.press.render import Dokumen
from notakesepakatan.web.guard.requests import naskah_page
from notakesepakatan.write.html import write_html

TIPE = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar",
}


def document_page(dokumen: Dokumen) -> Response:
    """One document as it will print, for a frame."""
    return naskah_page(write_html(dokumen.naskah))


def document_answer(daftar: Iterable[Dokumen], nama: str, bentuk: str) -> Response:
    """The one of this name in this form; 404 where there is none.

    Raises:
        NaskahBermasalah, PustakaSistemTidakAda, DokumenTidakAda.
    """
    dokumen = next((satu for satu in daftar if satu.nama == nama), None)
    if dokumen is None or (bentuk != "html" and bentuk not in TIPE):
        abort(404)
    if bentuk == "html":
        return document_page(dokumen)
    return file_answer(document_bytes(dokumen, bentuk), f"{nama}.{bentuk}")


def file_answer(isi: bytes, nama: str) -> Response:
    """Bytes as a file of this plain name, which the browser keeps."""
    jawaban = Response(isi, mimetype=TIPE[nama.rpartition(".")[2]])
    jawaban.headers["Content-Disposition"] = f'attachment; filename="{nama}"'
    return jawaban
