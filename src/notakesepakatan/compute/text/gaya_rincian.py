"""How the numbers of a list are written on paper, and what stands in their place."""

from collections.abc import Iterator, Sequence

from notakesepakatan.model.pasal import Butir, Pasal
from notakesepakatan.place import (
    BULLET,
    CAPITAL,
    RINCIAN,
    ROMAN,
    DataPath,
    at,
)
from notakesepakatan.temuan import Problem

_OF_LEVEL = {
    "ayat": ("(1)", "1.", "1)"),
    "huruf": ("a.", "a)", "(a)"),
    "angka": ("1.", "1)", "(1)"),
    "subhuruf": ("a)", "a.", "(a)"),
    "subangka": ("1)", "1.", "(1)"),
    CAPITAL: ("A.", "A)", "(A)"),
    ROMAN: ("i.", "i)", "(i)"),
    BULLET: ("-", "–", "•"),
}
"""How the numbers of each kind of list may be written, the usual way first."""


def printed_label(level: str, nomor: str, gaya: str | None) -> str:
    """What stands before an item: "(1)", "a.", "ii)", "•".

    Args:
        level: the kind of its list.
        nomor: its number, without ornaments.
        gaya: how the list is written; None for the usual way.
    """
    pattern = gaya or _OF_LEVEL[level][0]
    if level == BULLET:
        return pattern
    first = pattern.strip("().")
    return pattern.replace(first, nomor)


def check_gaya(
    part: Butir | Pasal, levels: Sequence[str], path: DataPath
) -> Iterator[Problem]:
    """Whether the list of a part can be written as the part says.

    Args:
        part: a pasal or an item.
        levels: the kinds of lists right below it.
        path: where it stands in the data.
    """
    gaya = part.gaya_rincian
    if gaya is None:
        return
    place = at(*path, "gaya_rincian")
    if not levels:
        message = "gaya_rincian ditulis, padahal tidak ada daftar di bawahnya"
        saran = "hapus, atau pindahkan ke bagian yang memuat daftarnya"
        yield Problem(place, "gaya-rincian", message, saran)
        return
    level = levels[0]
    if gaya in _OF_LEVEL[level]:
        return
    message = f'gaya "{gaya}" bukan untuk {level}'
    kind = next(name for name in RINCIAN if gaya in _OF_LEVEL[name])
    choices = ", ".join(_OF_LEVEL[level])
    saran = f'ganti kunci "{level}:" menjadi "{kind}:", atau pilih {choices}'
    yield Problem(place, "gaya-rincian", message, saran)
