"""Whether a change may be called a correction: slips of the pen, or more than that.

A correction leaves rights and duties as they are. What touches the term, a number, a
party, a duty or a sum is asked about first, however small it looks.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from notakesepakatan.compose.adendum.difference import Difference
from notakesepakatan.load.adendum.riwayat import LoadedAdendum
from notakesepakatan.model.adendum import Append, Delete, Insert, Rearrangement
from notakesepakatan.naskah.blocks import Cut, Track
from notakesepakatan.place import address_id
from notakesepakatan.words.numbers import from_roman, terbilang

_PERIOD = ("jangka_waktu", "konvensi_berakhir", "tenggat")
_LARGE_NUMBERS = (
    *("puluh", "seratus", "ratus", "seribu", "ribu", "juta", "miliar", "triliun"),
)
_NUMBER_WORDS = frozenset(
    [*_LARGE_NUMBERS, *(word for n in range(20) for word in terbilang(n).split())]
)
_TUGAS = ("tugas", "kewajiban", "hak")
_LINKS = frozenset(
    (
        *("pada", "dalam", "di", "ke", "dari", "yang"),
        *("untuk", "dengan", "atas", "oleh", "sebagai", "bagi"),
    )
)
"""Words that only link others."""
_SIMILAR = 0.8
"""How alike the letters of a slip and of the word meant are; less alike is another word."""
_OF_ONE_STEM = 0.75
"""How alike two words of one stem are, as koordinator and koordinasi: another word, by
which no right is changed.
"""
_WORD = re.compile(r"\w+")


def beyond_perbaikan(
    loaded: LoadedAdendum, differences: Sequence[Difference]
) -> list[str]:
    """What in this change is more than a slip, each place with its reason, in
    Indonesian; empty where nothing is.
    """
    tugas = _tugas_paths(loaded)
    reasons = list(_by_operations(loaded))
    for difference in differences:
        reasons += _by_words(difference, tugas)
    return list(dict.fromkeys(reasons))


def is_slip(tertulis: str, seharusnya: str) -> bool:
    """Whether words are so alike that the ones are a slip of the others."""
    return _same_letters(tertulis, seharusnya, _SIMILAR)


_OF_RIGHTS = ("pasal.", "lampiran")
"""Where what is written gives rights and duties; a head or a title gives none."""
_HEADS = ("kepala", "judul")


def leaves_rights(loaded: LoadedAdendum, differences: Sequence[Difference]) -> bool:
    """Whether a correction touches no right and no duty, so that it may say so."""
    if any(_by_operations(loaded)):
        return False
    tugas = _tugas_paths(loaded)
    binding = (each for each in differences if each.datum.startswith(_OF_RIGHTS))
    within = (each for each in binding if not each.letak.startswith(_HEADS))
    return not any(
        reason for each in within for reason in _by_words(each, tugas, _OF_ONE_STEM)
    )


def _by_operations(loaded: LoadedAdendum) -> Iterator[str]:
    for operation in loaded.adendum.perubahan:
        if isinstance(operation, Insert):
            yield f"{operation.setelah or operation.sebelum}: menambah ketentuan"
        elif isinstance(operation, Append):
            yield f"{operation.setelah}: menambah ketentuan"
        elif isinstance(operation, Delete):
            yield f"{operation.letak}: menghapus ketentuan"
        elif isinstance(operation, Rearrangement):
            yield f"{operation.letak}: menata ulang ketentuan"
        elif operation.letak.replace(" ", "_").lower().startswith(_PERIOD):
            yield f"{operation.letak}: mengubah jangka waktu atau tenggat"


def _tugas_paths(loaded: LoadedAdendum) -> tuple[str, ...]:
    """Paths of the parts whose role is a duty or a right."""
    roles = loaded.sebelum.numbers.kunci.items()
    return tuple(
        address_id(address) for key, address in roles if key.split("_")[0] in _TUGAS
    )


def _by_words(
    difference: Difference, tugas: tuple[str, ...], similar: float = _SIMILAR
) -> Iterator[str]:
    letak = difference.letak
    gone, come = _only(difference, "hapus"), _only(difference, "sisip")
    if _is_of_pihak(difference.datum):
        yield f"{letak}: mengubah data pihak"
    if "Rp" in gone or "Rp" in come:
        yield f"{letak}: mengubah jumlah uang"
    elif _numbers(gone) != _numbers(come):
        yield f"{letak}: mengubah angka"
    if _changes_meaning(difference, gone, come, similar):
        is_tugas = difference.datum.startswith(tugas) or "kolom Tugas" in letak
        what = "tugas" if is_tugas else "kata, bukan ejaannya"
        yield f"{letak}: mengubah {what}"


def _only(difference: Difference, track: Track) -> str:
    """The words put in, or those taken out."""
    return " ".join(cut.teks for cut in difference.kata if cut.lacak == track)


def _is_of_pihak(datum: str) -> bool:
    return datum.startswith(("para_pihak", "tanda_tangan")) and (
        ".korespondensi" not in datum
    )


def _changes_meaning(
    difference: Difference, gone: str, come: str, similar: float
) -> bool:
    """Whether words were taken out or put in that are no slip of the others."""
    if _same_letters(gone, come, similar):
        return False
    lost = _meaning(gone, difference.menjadi)
    added = _meaning(come, difference.semula)
    return bool(lost or added)


def _meaning(text: str, rest: Sequence[Cut]) -> set[str]:
    """Words put in or taken out that carry meaning: no mere link, and not one that
    stands there anyway (a doubled word).
    """
    kept = {word for cut in rest for word in _WORD.findall(cut.teks.lower())}
    return set(_WORD.findall(text.lower())) - _LINKS - kept


def _numbers(text: str) -> list[str]:
    """Numbers in digits, words or roman numerals."""
    return [word for word in _WORD.findall(text) if _is_number(word)]


def _is_number(word: str) -> bool:
    has_digit = any(letter.isdigit() for letter in word)
    return has_digit or word.lower() in _NUMBER_WORDS or _is_roman(word)


def _is_roman(word: str) -> bool:
    try:
        return bool(from_roman(word))
    except ValueError:
        return False


def _same_letters(old: str, new: str, similar: float) -> bool:
    matcher = SequenceMatcher(None, _letters(old), _letters(new), autojunk=False)
    return matcher.ratio() >= similar


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())
