"""Documents as answers: on the screen as their own page, or as a file to keep."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import SpooledTemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Response, abort, send_file

from notakesepakatan.press import Document, document_bytes
from notakesepakatan.web.guard.requests import naskah_page
from notakesepakatan.write.html import write_html

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar",
    "zip": "application/zip",
}
_IN_MEMORY = 8_000_000
"""Bytes of an archive beyond which it is made on the disk."""


def document_page(document: Document) -> Response:
    """One document as it will print, for a frame."""
    return naskah_page(write_html(document.naskah))


def document_answer(documents: Iterable[Document], name: str, suffix: str) -> Response:
    """The one of this name in this format; 404 where there is none.

    Raises:
        FaultyNaskah, SystemLibraryMissing, NoSuchDocument.
    """
    named = (document for document in documents if document.nama == name)
    document = next(named, None)
    if document is None or suffix not in ("html", *TYPES):
        abort(404)
    if suffix == "html":
        return document_page(document)
    return file_answer(document_bytes(document, suffix), f"{name}.{suffix}")


def file_answer(content: bytes, name: str) -> Response:
    """Bytes as a file of this plain name, which the browser keeps."""
    _, _, suffix = name.rpartition(".")
    response = Response(content, mimetype=TYPES[suffix])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def zip_answer(files: Iterable[Path], root: Path, name: str) -> Response:
    """Files below a folder as one archive, under their paths in it; what is gone is left out.

    Raises:
        OSError: no room.
    """
    packed = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - sent, then closed
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for file in files:
            with suppress(FileNotFoundError):
                archive.write(file, file.relative_to(root).as_posix())
    packed.seek(0)
    return send_file(packed, TYPES["zip"], as_attachment=True, download_name=name)
