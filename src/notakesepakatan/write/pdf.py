"""PDF/A-3a through WeasyPrint: tagged, the source YAML attached, an outline, nothing
fetched from anywhere.
"""

from datetime import UTC, datetime
from threading import Lock
from typing import Any
from xml.etree import ElementTree

from notakesepakatan.naskah import Naskah
from notakesepakatan.write.html import page, stylesheet
from notakesepakatan.write.pdf_engine import engine, sheet

_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""Given to WeasyPrint, which would ask the clock, and taken out again."""
_YAML = "/application#2fyaml"
"""The media type of the data (RFC 9512), as a name of a PDF."""
_TURN = Lock()
"""One document at a time: the machine that sets pages is not made for several threads."""


def write_pdf(naskah: Naskah) -> bytes:
    """The document as PDF/A-3a.

    Raises:
        SystemLibraryMissing: Pango is not on this machine.
    """
    with _TURN:
        return _write(naskah)


def _write(naskah: Naskah) -> bytes:
    m = engine()
    lampiran = []
    if naskah.source:
        name, content = naskah.source
        lampiran.append(
            m.library.Attachment(
                string=content,
                name=name,
                description="Data sumber naskah ini",
                created=_utc(naskah.created),
                modified=_utc(naskah.modified),
                relationship="Source",
                url_fetcher=m.data_fetcher,
            )
        )
    options = {"attachments": lampiran, "pdf_variant": "pdf/a-3a"}
    document = _set(naskah, options)
    result: bytes = document.write_pdf(finisher=_finish, **options)
    return result


def _set(
    naskah: Naskah,
    options: dict[str, Any],
) -> Any:
    """The pages of a naskah."""
    m = engine()
    # Ours and well-formed; composing has read its blocks already, and no DTD can stand
    # inside an element.
    root = ElementTree.fromstring(page(naskah, tied=True))  # noqa: S314
    style = [sheet(stylesheet(naskah))]
    return m.page(root).render(font_config=m.huruf, stylesheets=style, **options)


def _finish(
    document: Any,
    pdf: Any,
) -> None:
    """What WeasyPrint writes of attachments, put right before the file is written."""
    named = pdf.catalog.get("AF")
    if named:
        # It names each twice.
        named[:] = dict.fromkeys(named)
    for one in pdf.objects:
        if getattr(one, "extra", {}).get("Type") == "/EmbeddedFile":
            one.extra["Subtype"] = _YAML
            _forget_unknown(one.extra["Params"])


def _forget_unknown(known: dict[str, Any]) -> None:
    """Take out the days of an attachment that nobody knows."""
    for name in ("CreationDate", "ModDate"):
        if known[name].string == f"D:{_UNKNOWN:%Y%m%d%H%M%SZ}":
            del known[name]


def _utc(moment: datetime | None) -> datetime:
    return moment.astimezone(UTC) if moment else _UNKNOWN
