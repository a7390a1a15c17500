"""PDF/A-3a through WeasyPrint: tagged, the source YAML attached, an outline, nothing
fetched from anywhere.
"""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from threading import Lock
from typing import Any
from xml.etree import ElementTree

from notakesepakatan.naskah import Naskah
from notakesepakatan.write.html import continued_rows, page, stylesheet
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
    document = _with_rows_repeated(naskah, options)
    result: bytes = document.write_pdf(finisher=_finish, **options)
    return result


def _with_rows_repeated(
    naskah: Naskah,
    options: dict[str, Any],
) -> Any:
    """The pages, where what goes on on the next page is said there again.

    Which rows begin a page is known once the pages are set, and setting them anew may
    move them; where they do not come to rest nothing is said again.
    """
    plain = document = _set(naskah, (), options)
    continued = set(continued_rows(naskah))
    repeated = set[str]()
    for _ in range(_MOST_TRIES if continued else 0):
        first = continued & _first_of_pages(document)
        if first == repeated:
            return document
        document, repeated = _set(naskah, first, options), first
    return plain


_MOST_TRIES = 3
"""The pages as they come first, and twice as they move."""


def _set(
    naskah: Naskah,
    repeated: Collection[str],
    options: dict[str, Any],
) -> Any:
    """The pages of a naskah."""
    m = engine()
    content = page(naskah, tied=True, repeated=repeated)
    # Ours and well-formed; composing has read its blocks already, and no DTD can stand
    # inside an element.
    root = ElementTree.fromstring(content)  # noqa: S314
    style = [sheet(stylesheet(naskah))]
    return m.page(root).render(font_config=m.huruf, stylesheets=style, **options)


def _first_of_pages(document: Any) -> frozenset[str]:
    """The id of the first row of each page that begins there."""
    result, seen = set[str](), set[str]()
    for each in document.pages:
        ids = dict.fromkeys(_ids_of_rows(each))
        first = next(iter(ids), "")
        if first and first not in seen:
            result.add(first)
        seen |= ids.keys()
    return frozenset(result)


def _ids_of_rows(of_page: Any) -> Iterator[str]:
    """The ids of the rows on a page, in order."""
    for box in of_page._page_box.descendants():
        if box.element_tag == "tr" and box.element.get("id"):
            yield box.element.get("id")


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
