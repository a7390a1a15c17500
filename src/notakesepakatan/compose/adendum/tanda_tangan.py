"""Two texts in, whose part of the block of signatures differs out."""

from typing import Any

from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak

_IN_BLOCK = (
    *("sebutan", "pejabat", "jabatan", "jabatan_tanda_tangan", "tanda_tangan"),
    *("bawah_nama", "penanda_tangan_lain", "penandatanganan", "terjemahan"),
)
"""What the block of signatures shows of a party."""


def changed_tanda_tangan(old: Kesepakatan, new: Kesepakatan) -> tuple[str, ...]:
    """The keys of the of_pihak that sign otherwise, then `saksi` and `mengetahui`.

    None where that is the whole block, as where a party comes or goes.
    """
    if len(old.para_pihak) != len(new.para_pihak):
        return ()
    present = (bool(new.saksi), bool(new.mengetahui))
    if (bool(old.saksi), bool(old.mengetahui)) != present:
        return ()
    pairs = zip(new.kunci_pihak, old.para_pihak, new.para_pihak, strict=True)
    of_pihak = [key for key, one, other in pairs if _part(one) != _part(other)]
    beside = ("saksi", "mengetahui")
    others = [name for name in beside if getattr(old, name) != getattr(new, name)]
    changed = (*of_pihak, *others)
    is_whole = len(changed) == len(new.para_pihak) + sum(present)
    return () if is_whole else changed


def _part(pihak: Pihak) -> list[Any]:
    return [getattr(pihak, name) for name in _IN_BLOCK]
