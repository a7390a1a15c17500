"""What an office is told of annexes that its own paper does not hold."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from notakesepakatan.compose.gaya import pages
from notakesepakatan.compose.lampiran import LampiranPage, lampiran_pages
from notakesepakatan.compose.plan_layout import (
    LARGE_PAGE,
    PAGE,
    pihak_heads,
    plan_layout,
)
from notakesepakatan.compose.tabel_layout import tabel_fits
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import Butir, Pasal, level_content
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.model.tabel import Tabel
from notakesepakatan.naskah.gaya import Page

_ADVICE = (
    "sediakan kertas A3, atau bagi {what} menjadi dua lampiran, misalnya menurut tahun"
)
_MOVE = "pindahkan tabelnya ke lampiran, yang dapat mendatar"
_ON_A3 = (
    "kolom {what} terlalu banyak untuk kertas kantor, sehingga dicetak pada kertas A3"
)
_TOO_WIDE = (
    "kolom {what} terlalu banyak, juga untuk kertas A3, sehingga ada kata yang terputus"
)
_BROKEN = "kolom tabelnya terlalu banyak, sehingga ada kata atau jumlah yang terputus"


class PaperNote(NamedTuple):
    """What the office is told, and what to do."""

    said: str
    advice: str


def larger_paper(
    pengaturan: Pengaturan,
    k: Kesepakatan,
) -> Iterator[PaperNote]:
    """What is printed on A3, or would break on any paper.

    Args:
        pengaturan: settings of the office.
        k: the agreement as it reads.
    """
    known = pages(pengaturan.looking_as(k.halaman))
    for page in lampiran_pages(k):
        if page.rows:
            yield from _of_plan(k, page, known)
        elif page.lampiran.tabel:
            yield from _of_tabel(page.nama, page.lampiran.tabel, known)
    for pasal in k.pasal:
        for tabel in _tables_in(pasal):
            if not tabel_fits(tabel, known["badan"].content_width):
                yield PaperNote(f"Pasal {pasal.nomor}: {_BROKEN}", _MOVE)


def _of_plan(
    k: Kesepakatan,
    page: LampiranPage,
    known: Mapping[str, Page],
) -> Iterator[PaperNote]:
    layout = plan_layout(
        page.lampiran,
        page.rows,
        pihak_heads(k, page.lampiran),
        k.jumlah_tahun,
        (known[PAGE], known[LARGE_PAGE]),
    )
    if layout.page == LARGE_PAGE:
        said = (_ON_A3 if layout.fits else _TOO_WIDE).format(what="pihak dan tahunnya")
        yield PaperNote(f"{page.nama}: {said}", _ADVICE.format(what="Rencana Kerjanya"))


def _of_tabel(
    name: str,
    tabel: Tabel,
    known: Mapping[str, Page],
) -> Iterator[PaperNote]:
    if tabel_fits(tabel, known[PAGE].content_width):
        return
    fits = tabel_fits(tabel, known[LARGE_PAGE].content_width)
    said = (_ON_A3 if fits else _TOO_WIDE).format(what="tabelnya")
    yield PaperNote(f"{name}: {said}", _ADVICE.format(what="tabelnya"))


def _tables_in(part: Pasal | Butir) -> Iterator[Tabel]:
    """The tables of a part and of all below it."""
    if part.tabel:
        yield part.tabel
    for _, items in level_content(part):
        for item in items:
            yield from _tables_in(item)
