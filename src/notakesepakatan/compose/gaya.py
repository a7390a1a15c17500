"""`templates/gaya.yaml` and the workspace's settings → styles and pages of a naskah."""

from typing import Annotated

from pydantic import Field, RootModel

from notakesepakatan.compose.templates import FaultyTemplate, Template
from notakesepakatan.load.datum import parse
from notakesepakatan.model.pengaturan import PAPER_SIZES, PageMargin, Pengaturan
from notakesepakatan.naskah.gaya import Gaya, Page

FIXED_CLASSES = frozenset(("footer", "polos", "bergaris", "label", "kata"))
"""Names the writers use themselves."""

NameClass = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]


class _Styles(RootModel[dict[NameClass, Gaya]]):
    """gaya.yaml as a whole."""


def load_gaya(template: Template) -> dict[str, Gaya]:
    """Paragraph styles by class name.

    Raises:
        FaultyNaskah, FaultyTemplate: the file is wrong or missing.
    """
    file, content = template.read("gaya.yaml")
    result = parse(_Styles, content, str(file))[0].root
    for name in FIXED_CLASSES & result.keys():
        raise FaultyTemplate(
            str(file), None, f'nama gaya "{name}" dipakai program sendiri'
        )
    return result


def pages(pengaturan: Pengaturan) -> dict[str, Page]:
    """`body` and `surat` upright, `lampiran` landscape.

    Width and height are swapped, the margins are its own.
    """
    width, height = PAPER_SIZES[pengaturan.kertas]
    return {
        "badan": _page(width, height, pengaturan.margin),
        "surat": _page(width, height, pengaturan.margin_surat),
        "lampiran": _page(height, width, pengaturan.margin_lampiran),
    }


def _page(width: float, height: float, margin: PageMargin) -> Page:
    return Page(width, height, margin.atas, margin.bawah, margin.kiri, margin.kanan)
