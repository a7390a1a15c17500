"""WeasyPrint as this program uses it: imported without its detours, its fonts and style
sheets made once a process.

WeasyPrint reads any HTML of the world; a naskah is well-formed and of a closed
vocabulary, so that expat reads it and a short sheet stands in for the browser's own.
The pages are those WeasyPrint sets of `html.page`; a test holds that.
"""

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from notakesepakatan.errors import NotaError
from notakesepakatan.write.pdf_tables import with_first_rows_whole
from notakesepakatan.write.pdf_tags import add_tags


class SystemLibraryMissing(NotaError):
    """A shared library or font outside Python is missing."""

    def __init__(self, what: str, package: str) -> None:
        super().__init__(
            f"{what} tidak ditemukan di komputer ini; pasang dengan: "
            f'sudo apt-get install {package} (lihat "nota periksa-sistem")'
        )


PANGO_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

_BROWSER = """\
head, meta, style, title { display: none }
html, body, section, p, h1, h2, h3, h4, h5, h6 { display: block }
h1, h2, h3, h4, h5, h6 { bookmark-label: content(text); break-after: avoid; break-inside: avoid }
table { display: table; box-sizing: border-box; text-indent: initial; \
border-spacing: 2px; border-color: gray }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group; vertical-align: middle }
tbody { display: table-row-group; vertical-align: middle }
tr { display: table-row; vertical-align: inherit }
td, th { display: table-cell; vertical-align: inherit; border-color: gray }
b { font-weight: bold }
i { font-style: italic }
u { text-decoration: underline }
s { text-decoration: line-through }
br::before { content: "\\A"; white-space: pre-line }
img { overflow: hidden; image-rendering: crisp-edges }
@page { margin: 75px; @bottom-center { text-align: center; vertical-align: middle } }
"""
"""What a browser knows of the vocabulary before any style: display, emphasis, headings
that stay with what follows; and that no picture asks to be interpolated, which an
archive may not.
"""


@dataclass(frozen=True)
class Engine:
    """The library, ready for many documents.

    Attributes:
        library: the module.
        page: its HTML class, which takes a tree instead of text.
        huruf: the one configuration of fonts; memory grows with each new one.
        data_fetcher: a fetcher that takes `data:` and nothing else.
    """

    library: Any
    page: Any
    huruf: Any
    data_fetcher: Any


def import_weasyprint() -> Any:
    """The library, or one clear sentence.

    Raises:
        SystemLibraryMissing: Pango is not on this machine.
    """
    try:
        with _library_names_only():
            import weasyprint
    except OSError:
        raise SystemLibraryMissing(
            "Pustaka Pango, yang dibutuhkan untuk membuat PDF,", PANGO_PACKAGES
        ) from None
    return weasyprint


@contextmanager
def _library_names_only() -> Iterator[None]:
    """Keep `find_library` from running ldconfig and gcc dozens of times: on Linux the
    loader knows the names itself.
    """
    original = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = original


@lru_cache(maxsize=1)
def engine() -> Engine:
    """The library of this process.

    Raises:
        SystemLibraryMissing: Pango is not on this machine.
    """
    weasyprint = import_weasyprint()
    from cssselect2 import ElementWrapper
    from weasyprint.formatting_structure.boxes import TextBox
    from weasyprint.layout import block
    from weasyprint.text.fonts import FontConfiguration

    # The structure of the pages is made by our own hand, see there why.
    weasyprint.pdf.add_tags = add_tags
    block.table_layout = with_first_rows_whole(block.table_layout, TextBox)
    data_fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"data"})
    browser = weasyprint.CSS(string=_BROWSER)

    class Page(weasyprint.HTML):  # type: ignore[misc, name-defined] # WeasyPrint has no types
        """A page whose tree is there already."""

        def __init__(self, root: ElementTree.Element) -> None:
            self.base_url, self.url_fetcher, self.media_type = (
                None,
                data_fetcher,
                "print",
            )
            self.wrapper_element = ElementWrapper.from_html_root(
                root, content_language=None
            )
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            return [browser]

    return Engine(weasyprint, Page, FontConfiguration(), data_fetcher)


@lru_cache(maxsize=8)
def sheet(text: str) -> Any:
    """A style sheet read once; documents of one workspace share theirs."""
    m = engine()
    return m.library.CSS(string=text, font_config=m.huruf, url_fetcher=m.data_fetcher)
