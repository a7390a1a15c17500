"""Names held against each other, whatever their capitals, also where words are shortened.

"RSUD Melati" and "Rumah Sakit Umum Daerah Melati" are one name, as are "Kab. Contoh" and
"Kabupaten Contoh".
"""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.place import at

_WORD = re.compile(r"\w+\.?")
_LONGEST = 8
"""Words that initials stand for, at most."""
_BRACKETS = re.compile(r"\([^)]*\)")


def is_within(said: str, whole: str) -> bool:
    """Whether every word of a name is one of another, in full or shortened on either side."""
    own, known = _words(said), _words(whole)
    may_stand = {word.rstrip(".") for word in known} | set(_initials(known))
    written_out = _written_out(own, {word.rstrip(".") for word in known})
    return all(
        word.rstrip(".") in may_stand
        or i in written_out
        or (word.endswith(".") and _begins_one(word, known))
        or any(_begins_one(short, [word]) for short in known if short.endswith("."))
        for i, word in enumerate(own)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _initials(words: list[str]) -> Iterator[str]:
    """What runs of words are shortened to: "rs", "rsud"."""
    for begin in range(len(words)):
        for end in range(begin + 2, min(begin + _LONGEST, len(words)) + 1):
            yield "".join(word[0] for word in words[begin:end])


def _written_out(words: list[str], known: set[str]) -> set[int]:
    """Places of words whose initials are a word of the other name."""
    return {
        place
        for begin in range(len(words))
        for end in range(begin + 2, min(begin + _LONGEST, len(words)) + 1)
        if "".join(word[0] for word in words[begin:end]) in known
        for place in range(begin, end)
    }


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
