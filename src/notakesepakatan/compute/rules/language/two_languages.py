"""What a text and its translation say differently, where both say it so that one can tell."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from babel.dates import get_day_names

from notakesepakatan.compute.rules.likeness import like
from notakesepakatan.words.spelt import spelt_number

_COUNT = r"(?:\[\[bilangan (\d+)\]\]|(\d+)(?: \([a-z ]+\))?|(se|dua|tiga|empat) ?)"
_TIMES = re.compile(rf"(?<![\w,.]){_COUNT} ?kali\b(?! lipat)")
_ENGLISH_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_ENGLISH_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_IN_ENGLISH = re.compile(
    rf"\b(?:({'|'.join(_ENGLISH_TIMES)})\b"
    rf"|({'|'.join(_ENGLISH_NUMBERS)}|\d+)(?: \([a-z0-9]+\))? times\b)",
    re.IGNORECASE,
)
_PREVAILS = re.compile(
    r"\b[Bb]ahasa ([A-Z]\w+)(?: yang| itu| tersebut| akan)* "
    r"(?:berlaku|mengikat|diutamakan|digunakan sebagai acuan|menjadi acuan)\b"
)
_PREVAILS_IN_ENGLISH = re.compile(
    r"\b([A-Z]\w+)(?: language)? (?:text|version|language)(?: shall| will)? "
    r"(?:prevails?|governs?|be binding|take precedence|be authoritative)\b"
)
_LANGUAGES = {
    "Inggris": "English",
    "Indonesia": "Indonesian",
    "Jepang": "Japanese",
    "Mandarin": "Chinese",
    "Tionghoa": "Chinese",
    "Korea": "Korean",
    "Prancis": "French",
    "Jerman": "German",
    "Belanda": "Dutch",
    "Arab": "Arabic",
}
_MARK = re.compile(r"\[\[((?:pada|dalam|tanggal|rupiah) [^\]]*\d[^\]]*)\]\]")
_CAPITALIZED = re.compile(r"(?<![\w-])[A-Z][a-z]{4,}(?![\w-])")
_QUOTED = re.compile(r"\([^)]*\)|[“\"][^”\"]*[”\"]|\*[^*]*\*|_[^_]*_")
"""What is said in another language on purpose."""
_ALIKE = 0.7


class Pair(NamedTuple):
    """A text and its translation."""

    text: str
    other: str


_TITLES = frozenset(
    [
        "Director",
        "Doctor",
        "General",
        "Governor",
        "Minister",
        "President",
        "Professor",
        "Rector",
        "Secretary",
    ]
)
"""English titles that are near their Indonesian ones, which stand in names: Jalan Jenderal."""


class Difference(NamedTuple):
    """What they say differently.

    Attributes:
        own: the words of the text; empty where the translation alone is in doubt.
        piece: the words of the translation.
        message: what is different, in Indonesian.
    """

    own: str
    piece: str
    message: str


def differences(pair: Pair, names: Mapping[str, int]) -> Iterator[Difference]:
    """All that a pair says differently.

    Args:
        pair: the text and its translation.
        names: how often each capitalised word stands in texts and translations alike.
    """
    for each in (_of_times, _of_days, _of_language, _of_marks):
        yield from each(pair)
    yield from _of_names(pair, names)


def _of_times(pair: Pair) -> Iterator[Difference]:
    """`1 (satu) kali setahun` and `twice a year`."""
    own = [(_number(match), match[0]) for match in _TIMES.finditer(pair.text)]
    other = [
        (_english_number(match), match[0]) for match in _IN_ENGLISH.finditer(pair.other)
    ]
    yield from _unlike(own, other, "banyaknya kali")


def _number(match: re.Match[str]) -> int:
    in_figures = match[1] or match[2]
    if in_figures:
        return int(in_figures)
    said = spelt_number(["satu" if match[3] == "se" else match[3]])
    return said[0] if said else 0


def _english_number(match: re.Match[str]) -> int:
    word = match[0].split()[0].lower()
    if word.isdigit():
        return int(word)
    return (_ENGLISH_TIMES | _ENGLISH_NUMBERS)[word]


def _of_days(pair: Pair) -> Iterator[Difference]:
    """`Kamis` and `Tuesday`."""
    own = _days_in(pair.text, "id")
    other = _days_in(pair.other, "en")
    yield from _unlike(own, other, "nama hari")


def _days_in(text: str, language: str) -> list[tuple[int, str]]:
    names = get_day_names("wide", locale=language)
    number_of = {name: number for number, name in names.items()}
    found = re.findall(rf"\b(?:{'|'.join(number_of)})\b", text)
    return [(number_of[name], name) for name in found]


def _of_language(pair: Pair) -> Iterator[Difference]:
    """`naskah dalam bahasa Inggris yang berlaku` and `the Indonesian text shall prevail`."""
    own = [
        (_LANGUAGES.get(match[1]), match[0]) for match in _PREVAILS.finditer(pair.text)
    ]
    other = [
        (match[1], match[0]) for match in _PREVAILS_IN_ENGLISH.finditer(pair.other)
    ]
    known = set(_LANGUAGES.values())
    other = [one for one in other if one[0] in known]
    for difference in _unlike(own, other, "bahasa yang berlaku"):
        # Which of the two is meant nobody can tell, so that both are named.
        yield difference._replace(own=own[0][1])


def _unlike(
    own: Sequence[tuple[object, str]],
    other: Sequence[tuple[object, str]],
    what: str,
) -> Iterator[Difference]:
    """The first of a translation that its text does not say, where each says as many."""
    if not own or len(own) != len(other):
        return
    for (right, _), (said, piece) in zip(own, other, strict=True):
        if right is not None and right != said:
            yield Difference(
                "",
                piece,
                f"{what} lain daripada teks Indonesianya",
            )
            return


def _of_marks(pair: Pair) -> Iterator[Difference]:
    """`[[pada ayat (2)]]` and `[[pada ayat (3)]]`."""
    own, other = _MARK.findall(pair.text), _MARK.findall(pair.other)
    if len(own) != len(other):
        return
    missing = [mark for mark in own if mark not in other]
    for mark in other:
        if mark not in own and missing:
            message = f"isian lain daripada teks Indonesianya, [[{missing[0]}]]"
            yield Difference(
                f"[[{missing[0]}]]",
                f"[[{mark}]]",
                message,
            )
            return


def _of_names(pair: Pair, names: Mapping[str, int]) -> Iterator[Difference]:
    """`Eastmere` and `Westmere`, where both languages say Eastmere everywhere else."""
    own = set(_CAPITALIZED.findall(pair.text))
    other = set(_CAPITALIZED.findall(pair.other))
    for name in sorted(own - other):
        unlike = sorted(other - own - _TITLES)
        near = [word for word in unlike if _is_near(name, word)]
        if near and names.get(name, 0) and not names.get(near[0], 0):
            yield Difference(
                "",
                near[0],
                f"nama itu pada teks Indonesianya: {name}",
            )


def _is_near(name: str, word: str) -> bool:
    begins_alike = name.startswith(word) or word.startswith(name)
    return not begins_alike and like(name, word, _ALIKE) >= _ALIKE


def shared_names(pairs: list[Pair]) -> dict[str, int]:
    """How often a capitalised word stands in a text and in its translation too."""
    result = dict[str, int]()
    for pair in pairs:
        own = set(_CAPITALIZED.findall(pair.text))
        for name in own.intersection(_CAPITALIZED.findall(pair.other)):
            result[name] = result.get(name, 0) + 1
    return result


def english_words(
    pair: Pair, is_known: Callable[[str], bool], names: Mapping[str, int]
) -> Iterator[str]:
    """Words of a text that its translation has too, and no dictionary of Indonesian knows.

    Only the first word of a sentence and words in small letters or in a heading: others
    are names.
    """
    other = set(re.findall(r"[a-z]+", pair.other.lower()))
    is_heading = pair.text.isupper()
    own = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), pair.text)
    for match in re.finditer(r"(?<![\w\[.-])[A-Za-z]{5,}(?![\w\].-])", own):
        word = match[0]
        is_first = match.start() == 0
        may_be_name = word[0].isupper() and not (is_heading or is_first)
        is_name = word.capitalize() in names and not is_first
        if may_be_name or is_name or word.lower() not in other:
            continue
        if not is_known(word.lower()):
            yield word
