"""Who was at a meeting in, who its minutes name and are signed by out."""

from collections.abc import Sequence
from dataclasses import dataclass

from notakesepakatan.compute.text.isian import POINT
from notakesepakatan.model.para_pihak import PenandaTanganLain, Pihak
from notakesepakatan.model.peristiwa import Peristiwa, Person


@dataclass(frozen=True)
class Attendance:
    """The parties at a meeting.

    Attributes:
        para_pihak: those that were there, with whoever spoke for each.
        kunci_pihak: their keys.
        wakil: keys of those whose representatives were there in place of the official.
        others: who was there for no party.
    """

    para_pihak: tuple[Pihak, ...]
    kunci_pihak: tuple[str, ...]
    wakil: frozenset[str] = frozenset()
    others: tuple[Person, ...] = ()


def attendance(
    p: Peristiwa, para_pihak: Sequence[Pihak], kunci_pihak: Sequence[str]
) -> Attendance:
    """Who signs the minutes of an event: whoever was there, where the event says so.

    A party that had nobody there signs nothing, unless the event names its official.

    Args:
        p: the event.
        para_pihak: the parties with their officials of the day.
        kunci_pihak: their keys.
    """
    spoken_for = {one.pihak for one in p.hadir if one.pihak}
    others = tuple(one for one in p.hadir if not one.pihak)
    if not spoken_for:
        return Attendance(tuple(para_pihak), tuple(kunci_pihak), others=others)
    named = {
        key for key, one in zip(kunci_pihak, p.para_pihak, strict=False) if one.pejabat
    }
    there = {
        key: one if key in named else _spoken_for(one, key, p.hadir)
        for key, one in zip(kunci_pihak, para_pihak, strict=True)
        if key in spoken_for | named
    }
    wakil = frozenset(spoken_for - named)
    return Attendance(tuple(there.values()), tuple(there), wakil, others)


def _spoken_for(pihak: Pihak, key: str, people: Sequence[Person]) -> Pihak:
    """A party with those who spoke for it in place of its official."""
    first, *more = (one for one in people if one.pihak == key)
    update: dict[str, object] = {
        "pejabat": first.nama,
        "jabatan": first.jabatan or POINT,
        "jabatan_tanda_tangan": None,
        "tanda_tangan": (),
        "bawah_nama": (),
        "pengangkatan": None,
        "kuasa": None,
        "penanda_tangan_lain": tuple(
            PenandaTanganLain(pejabat=one.nama, jabatan=one.jabatan or POINT)
            for one in more
        ),
    }
    return pihak.model_copy(update=update)
