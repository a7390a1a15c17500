"""Names held against each other, whatever their capitals, also where words are shortened.

"RSUD Melati" and "Rumah Sakit Umum Daerah Melati" are one name, as are "Kab. Contoh" and
"Kabupaten Contoh".
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.place import at

_WORD = re.compile(r"\w+\.?")
_LONGEST = 8
"""Words that initials stand for, at most."""
_SHORTEST_BLEND = 4
"""Letters of a blend; of fewer any word may give them."""
_SYLLABLE = 3
"""Letters of a syllable from within a word: `pol` of `kepolisian`."""
_BRACKETS = re.compile(r"\([^)]*\)")


def is_within(said: str, whole: str) -> bool:
    """Whether every word of a name is one of another, in full or shortened on either side."""
    own, known = _words(said), _words(whole)
    may_stand = {word.rstrip(".") for word in known}
    written_out = _written_out(own, {word.rstrip(".") for word in known})
    return all(
        word.rstrip(".") in may_stand
        or i in written_out
        or _is_short_of(word, known)
        or (word.endswith(".") and _begins_one(word, known))
        or any(_begins_one(short, [word]) for short in known if short.endswith("."))
        for i, word in enumerate(own)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _is_short_of(short: str, words: list[str]) -> bool:
    """Whether a run of words is shortened to one: "rsud", "perumda"."""
    return any(
        is_made_of(short, words[begin:end])
        for begin in range(len(words))
        for end in range(begin + 2, min(begin + _LONGEST, len(words)) + 1)
    )


def _written_out(words: list[str], known: set[str]) -> set[int]:
    """Places of words that a word of the other name is made of: `RSUD`, `PERUMDA`."""
    return {
        place
        for begin in range(len(words))
        for end in range(begin + 2, min(begin + _LONGEST, len(words)) + 1)
        if any(is_made_of(word, words[begin:end]) for word in known)
        for place in range(begin, end)
    }


def is_made_of(short: str, words: Sequence[str]) -> bool:
    """Whether a word is the initials of these, or a blend of their letters, at most half.

    "kodam" of "komando daerah militer", "kemendagri" of "kementerian dalam negeri".
    """
    if short == "".join(word[0] for word in words):
        return True
    said = tuple(word for word in words if word != "dan") or (short,)
    letters = sum(map(len, said))
    is_short = _SHORTEST_BLEND <= len(short) <= letters / 2 and short not in words
    return is_short and _is_blend(short, said)


@lru_cache(maxsize=10_000)
def _is_blend(short: str, words: tuple[str, ...]) -> bool:
    """Whether each word gives a piece: its head, up to half of it, or a syllable."""
    if not words:
        return not short
    taken = _taken(short, words[0])
    if short[:1] == words[0][0]:
        pieces = range(1, min(taken, max(_SYLLABLE, len(words[0]) // 2)) + 1)
    else:
        pieces = range(_SYLLABLE, min(taken, _SYLLABLE) + 1)
    return any(_is_blend(short[many:], words[1:]) for many in pieces)


def _taken(short: str, word: str) -> int:
    """How many letters at the head of a blend stand in a word in their order."""
    rest = iter(word)
    return next(
        (many for many, letter in enumerate(short) if letter not in rest), len(short)
    )


def _begins_one(short: str, words: list[str]) -> bool:
    """Whether a word that ends with a dot is the beginning of one of these: "kab."."""
    stem = short.rstrip(".")
    return len(stem) > 1 and any(word.startswith(stem) for word in words)


def names_of_title(reading: Reading) -> Iterator[Flaw]:
    """A party bears in the title the name that it has everywhere else."""
    for i, pihak in enumerate(reading.kesepakatan.para_pihak):
        if reading.typed is None or not pihak.nama_judul:
            continue
        own, other = (
            _BRACKETS.sub("", name) for name in (pihak.nama, pihak.nama_judul)
        )
        if not (is_within(own, other) and is_within(other, own)):
            place = at("para_pihak", i, "nama_judul")
            message = f"nama pihak ini: {pihak.nama}"
            saran = "samakan; nama_judul hanya lain huruf besarnya atau singkatannya"
            yield Flaw(place, pihak.nama_judul, message, saran)
