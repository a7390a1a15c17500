"""The annexes of an agreement as it reads, each with what its page needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from notakesepakatan.compute.text.isian import POINT
from notakesepakatan.compute.text.rencana_kerja import PlanRow, rows
from notakesepakatan.compute.text.unnumbered import only_lampiran
from notakesepakatan.compute.text.words import INDONESIAN, Words
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import Lampiran
from notakesepakatan.place import address_id, unit_words


@dataclass(frozen=True)
class LampiranPage:
    """One annex.

    Attributes:
        lampiran: the annex as it reads.
        nama: "Lampiran", of several "Lampiran II".
        called: as the paper calls it, in its language: without number where it is alone.
        numbered: whether it bears its number on paper.
        datum: id that those of its blocks begin with: "lampiran", "lampiran.II".
        kepala: the lines at its right.
        rows: its rows, where it is a Rencana Kerja.
        page: the page that it stands on: "lampiran" across, "badan" upright.
    """

    lampiran: Lampiran
    nama: str
    called: str
    numbered: bool
    datum: str
    kepala: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    page: str


def lampiran_pages(
    k: Kesepakatan,
    names: Sequence[str] | None = None,
    words: Words = INDONESIAN,
) -> list[LampiranPage]:
    """Its annexes in order, without those that are deleted.

    Args:
        k: the agreement as it reads.
        names: only these: "Lampiran II"; None for all.
        words: the language that it reads in.
    """
    pages = (_page(k, each, words) for _, each in k.every_lampiran if not each.dihapus)
    return [page for page in pages if names is None or page.nama in names]


def lampiran_rows(k: Kesepakatan) -> tuple[PlanRow, ...]:
    """Rows of the Rencana Kerja of an agreement as it reads; none where it has none."""
    plan = k.rencana_kerja
    return rows(plan, k.kunci_pihak, k.jumlah_tahun) if plan else ()


def _page(
    k: Kesepakatan,
    lampiran: Lampiran,
    words: Words,
) -> LampiranPage:
    name = unit_words("lampiran", lampiran.nomor or "")
    return LampiranPage(
        lampiran=lampiran,
        nama=name,
        called=words.unit("lampiran", _shown_number(k, lampiran)),
        numbered=bool(_shown_number(k, lampiran)),
        datum=address_id((("lampiran", lampiran.nomor or ""),)),
        kepala=lampiran.kepala or _usual_head(k, lampiran, words),
        rows=lampiran_rows(k) if lampiran.is_plan else (),
        page="lampiran" if lampiran.is_wide else "badan",
    )


def _shown_number(
    k: Kesepakatan,
    lampiran: Lampiran,
) -> str:
    return "" if only_lampiran(k) else lampiran.nomor or ""


def _usual_head(
    k: Kesepakatan,
    lampiran: Lampiran,
    words: Words,
) -> tuple[str, ...]:
    """Whose annex it is, the agreement's numbers and its day."""
    name = words.unit("lampiran", _shown_number(k, lampiran))
    between = words.between(k, [pihak.nama for pihak in k.para_pihak])
    numbers = [pihak.nomor for pihak in k.para_pihak if pihak.nomor or k.konsep]
    day = k.printed_day
    return (
        f"{name} {k.jenis} {words.said('antara')} {between}",
        *(
            f"{words.said('Nomor')} : {nomor or POINT}"
            for nomor in numbers
            if k.numbered
        ),
        f"{words.said('Tanggal')} : {words.day(day) if day else POINT}",
    )
