"""`templates/gaya.yaml` and the workspace's settings → styles and pages of a naskah."""

from typing import Annotated

from pydantic import Field, RootModel

from notakesepakatan.compose.templates import FaultyTemplate, Template
from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.model.halaman import LARGE_PAPER, PAPER_SIZES
from notakesepakatan.model.pengaturan import PageMargin, Pengaturan
from notakesepakatan.naskah.gaya import PARAF_MARGIN, Foot, Gaya, Page

FIXED_CLASSES = frozenset(("footer", "polos", "bergaris", "label", "kata"))
"""Names the writers use themselves."""

LOOSE_PAGE = "lembar"
"""The page of a receipt."""

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


def pages(pengaturan: Pengaturan, paraf: tuple[str, ...] = ()) -> dict[str, Page]:
    """`badan`, `surat`, and `lembar` upright, `lampiran` landscape, `lampiran-a3` on A3;
    `sampul` where there is one. A `lembar` is a letter's page without a number.

    Width and height are swapped, the margins are its own.

    Args:
        pengaturan: settings, the pages of the agreement among them.
        paraf: who initials each page of the text and its annex.
    """
    width, height = PAPER_SIZES[pengaturan.kertas]
    halaman = pengaturan.halaman
    foot = Foot(halaman.nomor_halaman or "angka", paraf)
    result = {
        "badan": _page(width, height, pengaturan.margin, foot),
        "surat": _page(width, height, pengaturan.margin_surat, Foot(first=False)),
        "lampiran": _page(height, width, pengaturan.margin_lampiran, foot),
    }
    result[LOOSE_PAGE] = _page(width, height, pengaturan.margin_surat, Foot("tanpa"))
    result["lampiran-a3"] = _page(*LARGE_PAPER, pengaturan.margin_lampiran, foot)
    if halaman.sampul == "ya":
        result["sampul"] = _page(width, height, pengaturan.margin, Foot("tanpa"))
    return result


def _page(width: float, height: float, margin: PageMargin, foot: Foot) -> Page:
    below = max(margin.bawah, PARAF_MARGIN) if foot.paraf else margin.bawah
    return Page(width, height, margin.atas, below, margin.kiri, margin.kanan, foot)
