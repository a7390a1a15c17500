"""Two texts in, whose part of the block of signatures comes, goes or differs out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak

_IN_BLOCK = (
    *("sebutan", "pejabat", "jabatan", "jabatan_tanda_tangan", "tanda_tangan"),
    *("bawah_nama", "penanda_tangan_lain", "penandatanganan", "terjemahan"),
)
"""What the block of signatures shows of a party."""
_BESIDE = ("saksi", "mengetahui")
"""Who signs below the parties."""


@dataclass(frozen=True)
class TandaTanganChange:
    """What becomes of some signatures.

    Attributes:
        deed: "diubah", "ditambahkan" or "dihapus".
        signs: keys of the parties, then `saksi` and `mengetahui`; none where it is the
            whole block, as where a party comes or goes.
    """

    deed: str
    signs: tuple[str, ...] = ()


def tanda_tangan_changes(old: Kesepakatan, new: Kesepakatan) -> list[TandaTanganChange]:
    """Whose signatures change, then whose come, then whose go."""
    if len(old.para_pihak) != len(new.para_pihak):
        return [TandaTanganChange("diubah")]
    changed = (*_of_pihak(old, new), *_beside(old, new, (True, True)))
    told = {
        "diubah": changed,
        "ditambahkan": (*_beside(old, new, (False, True)),),
        "dihapus": (*_beside(old, new, (True, False)),),
    }
    by_name = [TandaTanganChange(deed, signs) for deed, signs in told.items() if signs]
    return by_name or [TandaTanganChange("diubah")]


def _of_pihak(old: Kesepakatan, new: Kesepakatan) -> Iterator[str]:
    pairs = zip(new.kunci_pihak, old.para_pihak, new.para_pihak, strict=True)
    for key, one, other in pairs:
        if _part(one) != _part(other):
            yield key


def _part(pihak: Pihak) -> list[Any]:
    return [getattr(pihak, name) for name in _IN_BLOCK]


def _beside(
    old: Kesepakatan, new: Kesepakatan, present: tuple[bool, bool]
) -> Iterator[str]:
    """Who differs below the parties, and is or is not there before and afterwards."""
    for name in _BESIDE:
        before, after = getattr(old, name), getattr(new, name)
        if before != after and (bool(before), bool(after)) == present:
            yield name
