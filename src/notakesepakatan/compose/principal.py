"""For whom an official signs (`a.n.`), as a letter names both."""

import re

from notakesepakatan.model.para_pihak import PenandaTanganLain, Pihak
from notakesepakatan.words.names import fold, small_but

_FOR = re.compile(r"a\.\s?n\.\s+(?P<office>.+)", re.IGNORECASE)


def principal_of(one: Pihak | PenandaTanganLain) -> str:
    """The office in whose name it is signed: "Bupati Contoh"; empty where that is none.

    As the letter of authority writes it, else as above the signature, in small letters.
    """
    found = _FOR.match(one.tanda_tangan[0]) if one.tanda_tangan else None
    if not found:
        return ""
    typed = found["office"].rstrip(" ,")
    kuasa = one.kuasa if isinstance(one, Pihak) else None
    given_by = kuasa.pemberi if kuasa else None
    if given_by and fold(given_by) == fold(typed):
        return given_by
    known = f"{one.nama} {one.jabatan}" if isinstance(one, Pihak) else one.jabatan
    return small_but(typed, known)


def lines_above(one: Pihak | PenandaTanganLain) -> tuple[str, ...]:
    """What stands above the signature of a letter: the office, and for whom it signs."""
    principal = principal_of(one)
    if not principal:
        return (one.jabatan,)
    own = tuple(line.rstrip(" ,") for line in one.tanda_tangan[1:])
    in_capitals = any(line == line.upper() for line in own)
    below = (one.jabatan,) if in_capitals or not own else own
    return (f"a.n. {principal}", *below)
