"""Who a letter goes to: one for each other party, with its town."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from notakesepakatan.compose.frame import present_name
from notakesepakatan.compose.principal import principal_of
from notakesepakatan.compute.text.isian import POINT
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.words.addresses import address_of
from notakesepakatan.words.names import fold


@dataclass(frozen=True)
class Recipient:
    """One recipient of a letter.

    Attributes:
        nama: the party by its name of the day.
        lines: the office, whoever opens it (`u.p.`), and where it goes, a line each.
    """

    nama: str
    lines: tuple[str, ...]


def recipients(
    k: Kesepakatan,
    dari: int,
    day: date,
) -> tuple[Recipient, ...]:
    """Every party but the sender, addressed as the pasal on correspondence says.

    A party with several addresses is written to at each of them.

    Args:
        k: the agreement as it reads.
        dari: index of the sending party.
        day: that of the letter.
    """
    others = (pihak for i, pihak in enumerate(k.para_pihak) if i != dari)
    return tuple(
        Recipient(present_name(pihak, day), (*_office(pihak, day), *place))
        for pihak in others
        for place in _places(pihak)
    )


def one_each(every: Sequence[Recipient]) -> tuple[Recipient, ...]:
    """The first of each party, which signs one receipt."""
    first = {one.nama: one for one in reversed(every)}
    return tuple(one for one in every if first[one.nama] is one)


def _office(
    pihak: Pihak,
    day: date,
) -> tuple[str, ...]:
    """Who is written to; the body below, where the office does not tell which it is.

    "Wali Kota Suralaya" tells, "Direktur" does not. Where another signed in the name of
    an office, it is that office.
    """
    now = present_name(pihak, day)
    if now != pihak.nama:
        return (f"Pimpinan {now}",)
    name, _, _ = pihak.nama.partition(",")
    principal = principal_of(pihak)
    if principal:
        body = (pihak.nama,) if _is_bare(principal) else ()
        return (principal, *body, *_through(pihak, principal))
    told = fold(name).split()[-1] in fold(pihak.jabatan).split()
    return (pihak.jabatan,) if told else (pihak.jabatan, pihak.nama)


_BARE = frozenset(
    [
        *("bupati", "camat", "daerah", "dekan", "direktur"),
        *("eksekutif", "general", "gubernur", "jenderal", "kepala"),
        *("ketua", "kota", "lurah", "manager", "manajer"),
        *("menteri", "pengurus", "pimpinan", "presiden", "rektor"),
        *("sekretaris", "umum", "utama", "wakil", "wali"),
        *("walikota", "yayasan"),
    ]
)
"""Words of an office that do not tell of which body it is."""


def _is_bare(office: str) -> bool:
    """Whether an office is told without its body: "Rektor", "Direktur Utama"."""
    return set(fold(office).split()) <= _BARE


def _through(
    pihak: Pihak,
    principal: str,
) -> Iterator[str]:
    """Who opens it, where the one in whose name it is signed heads another body."""
    is_region = fold(pihak.nama).startswith("pemerintah ")
    is_own = is_region or fold(pihak.nama) in fold(principal)
    if not is_own and not pihak.korespondensi:
        yield f"u.p. {pihak.jabatan}"


def _places(pihak: Pihak) -> Iterator[tuple[str, ...]]:
    """Where it goes: the addresses of the pasal on correspondence, else the seat's town."""
    for address in pihak.korespondensi:
        opened_by = (f"u.p. {address.up}",) if address.up else ()
        yield (*opened_by, *_address_lines(address.alamat, address.kode_pos))
    if not pihak.korespondensi:
        seat = address_of(pihak.kedudukan or "")
        yield (f"di {seat.town or POINT}",)


def _address_lines(
    text: str | None,
    post_code: str | None,
) -> Iterator[str]:
    """The street, and below it the town: "di Jakarta Selatan 12270"."""
    if not text:
        yield f"di {POINT}"
        return
    address = address_of(text)
    code = f" {post_code}" if post_code else ""
    if not address.town:
        yield address.street + code
        return
    if address.street:
        yield address.street
    behind = f", {address.behind}" if address.behind else ""
    yield f"di {address.town}{behind}{code}"
