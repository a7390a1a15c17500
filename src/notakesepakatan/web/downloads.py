"""Documents as answers: on the screen as their own page, or as a file to keep."""

from collections.abc import Iterable

from flask import Response, abort

from notakesepakatan.press import Document, document_bytes
from notakesepakatan.web.guard.requests import naskah_page
from notakesepakatan.write.html import write_html

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar",
}


def document_page(document: Document) -> Response:
    """One document as it will print, for a frame."""
    return naskah_page(write_html(document.naskah))


def document_answer(items: Iterable[Document], name: str, form: str) -> Response:
    """The one of this name in this form; 404 where there is none.

    Raises:
        FaultyNaskah, SystemLibraryMissing, NoSuchDocument.
    """
    document = next((one for one in items if one.nama == name), None)
    if document is None or (form != "html" and form not in TYPES):
        abort(404)
    if form == "html":
        return document_page(document)
    return file_answer(document_bytes(document, form), f"{name}.{form}")


def file_answer(content: bytes, name: str) -> Response:
    """Bytes as a file of this plain name, which the browser keeps."""
    jawaban = Response(content, mimetype=TYPES[name.rpartition(".")[2]])
    jawaban.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return jawaban
