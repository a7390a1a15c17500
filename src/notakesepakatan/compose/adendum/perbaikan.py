"""Whether a change may be called a correction: slips of the pen, or more than that.

A correction leaves rights and duties as they are. What touches the term, a number, a
party, a duty or a sum is asked about first, however small it looks.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from notakesepakatan.compose.adendum.differences import Difference
from notakesepakatan.load.adendum import LoadedAdendum
from notakesepakatan.model.adendum import Append, Delete, Insert
from notakesepakatan.naskah.blocks import Cut
from notakesepakatan.place import address_id
from notakesepakatan.words.numbers import from_roman, terbilang

_PERIOD = ("jangka_waktu", "konvensi_berakhir", "tenggat")
_NUMBER_WORDS = frozenset(word for n in range(20) for word in terbilang(n).split()) | {
    *("puluh", "seratus", "ratus", "seribu", "ribu", "juta", "miliar", "triliun")
}
_TUGAS = ("tugas", "kewajiban", "hak")
_SIMILAR = 0.8
"""How alike the letters of a slip and of the word meant are; less alike is another word."""


def beyond_correction(a: LoadedAdendum, difference: Sequence[Difference]) -> list[str]:
    """What in this change is more than a slip, each place with its reason, in
    Indonesian; empty where nothing is.
    """
    tugas = _duty_paths(a)
    return list(
        dict.fromkeys(
            [*_operations(a), *(one for b in difference for one in _place(b, tugas))]
        )
    )


def _operations(a: LoadedAdendum) -> Iterator[str]:
    for operation in a.adendum.perubahan:
        if isinstance(operation, Insert):
            yield f"{operation.setelah or operation.sebelum}: menambah ketentuan"
        elif isinstance(operation, Append):
            yield f"{operation.setelah}: menambah ketentuan"
        elif isinstance(operation, Delete):
            yield f"{operation.letak}: menghapus ketentuan"
        elif operation.letak.replace(" ", "_").lower().startswith(_PERIOD):
            yield f"{operation.letak}: mengubah jangka waktu atau tenggat"


def _duty_paths(a: LoadedAdendum) -> tuple[str, ...]:
    """Paths of the parts whose role is a duty or a right."""
    return tuple(
        address_id(address)
        for key, address in a.sebelum.numbers.kunci.items()
        if key.split("_")[0] in _TUGAS
    )


def _place(difference: Difference, tugas: tuple[str, ...]) -> Iterator[str]:
    if (
        difference.datum.startswith(("para_pihak", "tanda_tangan"))
        and ".korespondensi" not in difference.datum
    ):
        yield f"{difference.letak}: mengubah data pihak"
    lama, new = (
        " ".join(p.teks for p in difference.kata if p.lacak == track)
        for track in ("hapus", "sisip")
    )
    if any("Rp" in text for text in (lama, new)):
        yield f"{difference.letak}: mengubah jumlah uang"
    elif _numbers(lama) != _numbers(new):
        yield f"{difference.letak}: mengubah angka"
    if _same_letters(lama, new) or not (
        _meaning(lama, difference.menjadi) or _meaning(new, difference.semula)
    ):
        return
    changed_tugas = (
        difference.datum.startswith(tugas) or "kolom Tugas" in difference.letak
    )
    yield f"{difference.letak}: mengubah {'tugas' if changed_tugas else 'kata, bukan ejaannya'}"


_LINK = frozenset(
    [
        "pada",
        "dalam",
        "di",
        "ke",
        "dari",
        "yang",
        "untuk",
        "dengan",
        "atas",
        "oleh",
        "sebagai",
        "bagi",
    ]
)


def _meaning(text: str, rest: Sequence[Cut]) -> set[str]:
    """Words put in or taken out that carry meaning: no mere link, and not one that
    stands there anyway (a doubled word).
    """
    kept = {k.lower() for p in rest for k in re.findall(r"\w+", p.teks)}
    return {
        k for k in re.findall(r"\w+", text.lower()) if k not in _LINK and k not in kept
    }


def _numbers(text: str) -> list[str]:
    """Numbers in digits, words or roman numerals."""
    word = re.findall(r"\w+", text)
    return [
        k
        for k in word
        if any(c.isdigit() for c in k) or k.lower() in _NUMBER_WORDS or _is_roman(k)
    ]


def _is_roman(word: str) -> bool:
    try:
        return bool(from_roman(word))
    except ValueError:
        return False


def _same_letters(lama: str, new: str) -> bool:
    a, b = ("".join(c for c in text.lower() if c.isalnum()) for text in (lama, new))
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SIMILAR
