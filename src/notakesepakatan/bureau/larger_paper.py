"""What an office is told of annexes that its own paper does not hold."""

from collections.abc import Iterator

from notakesepakatan.compose.gaya import pages
from notakesepakatan.compose.lampiran import lampiran_pages
from notakesepakatan.compose.plan_layout import (
    LARGE_PAGE,
    PAGE,
    pihak_heads,
    plan_layout,
)
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pengaturan import Pengaturan

PAPER_ADVICE = (
    "sediakan kertas A3, atau bagi Rencana Kerjanya menjadi dua lampiran, misalnya"
    " menurut tahun"
)
_ON_A3 = (
    "kolom pihak dan tahunnya terlalu banyak untuk kertas kantor, sehingga dicetak pada"
    " kertas A3"
)
_TOO_WIDE = (
    "kolom pihak dan tahunnya terlalu banyak, juga untuk kertas A3, sehingga ada kata"
    " yang terputus"
)


def larger_paper(pengaturan: Pengaturan, k: Kesepakatan) -> Iterator[str]:
    """A sentence for each Rencana Kerja that is printed on A3.

    Args:
        pengaturan: settings of the office.
        k: the agreement as it reads.
    """
    known = pages(pengaturan.looking_as(k.halaman))
    for page in lampiran_pages(k):
        if not page.rows:
            continue
        layout = plan_layout(
            page.lampiran,
            page.rows,
            pihak_heads(k, page.lampiran),
            k.jumlah_tahun,
            (known[PAGE], known[LARGE_PAGE]),
        )
        if layout.page == LARGE_PAGE:
            yield f"{page.nama}: {_ON_A3 if layout.fits else _TOO_WIDE}"
