"""Spelling of words in capitals and of headings, where many words are names."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache
from string import ascii_lowercase

from notakesepakatan.compute.rules.language import spelling
from notakesepakatan.compute.rules.reading import (
    Excerpt,
    Flaw,
    Reading,
    WordList,
    words,
    words_at,
)

_SHORTEST = 6
"""Letters; shorter words in capitals are mostly abbreviations and names."""
_LONGEST = 40
_MOST = 200
"""Unknown words of headings that are held against the dictionary letter by letter."""
_BARE_HEAD = re.compile(r"(?:Pasal|PASAL) \d{1,3}[A-Z]?$|BAB [IVXLC]+$")
_HEAD = re.compile(r"(?:Pasal|PASAL) \d{1,3}[A-Z]? (?=[A-Z])|BAB [IVXLC]+ (?=[A-Z])")
_MOST_WORDS_OF_HEAD = 12
_OFFICIAL_WORDS = (
    "republik indonesia kabupaten provinsi pemerintah gubernur bupati "
    "kecamatan kelurahan kementerian menteri presiden peraturan "
    "keputusan lembaran tambahan perjanjian kesepakatan kesepahaman "
    "bersama lampiran direktur direktorat sekretaris universitas "
    "kepala dinas daerah nomor tentang perubahan perundang undang "
    "januari februari agustus september oktober november desember "
)
_OFFICIAL = spelling.vocabulary(Counter(_OFFICIAL_WORDS.split() * 2))
"""Words that every agreement may have with a capital."""
_OTHER_LANGUAGE = frozenset(
    (
        "republic",
        "february",
        "indonesian",
        "october",
        "december",
        "president",
        "propinsi",
    )
)
"""English, or of an old law."""


def misspelt(reading: Reading) -> Iterator[Flaw]:
    """Words that no dictionary knows; in capitals those that are nearly one that it does."""
    told = set[str]()
    for flaw in spelling.spelling(reading):
        told.add(flaw.piece.lower())
        yield flaw
    if reading.dictionary is None:
        return
    words_in_small = _WordsInSmall(reading, reading.dictionary)
    for excerpt, is_heading in _with_headings(reading):
        for begin, word in words_at(excerpt.prose):
            small = word.lower()
            if small in told or not word[0].isupper():
                continue
            if word.isupper() or is_heading:
                near = words_in_small.near(small, in_heading=is_heading)
            else:
                near = words_in_small.near_official(small)
            if near:
                told.add(small)
                yield _misspelt(excerpt, begin, word, near)


class _WordsInSmall:
    """What a text says in small letters, which tells what its capitals should say."""

    def __init__(self, reading: Reading, dictionary: WordList) -> None:
        self._dictionary = dictionary
        self._asked = dict[str, str]()
        self._excerpts = reading.excerpts
        self._of_headings = 0

    @cached_property
    def _written(self) -> frozenset[str]:
        """Words that stand at least once not in capitals alone, outside of headings."""
        return frozenset(
            word.lower()
            for excerpt in self._excerpts
            if not _is_short_heading(excerpt)
            for word in words(excerpt.text)
            if not word.isupper()
        )

    @cached_property
    def _known(self) -> spelling.Vocabulary:
        """Those of them that the dictionary knows."""
        known = (word for word in self._written if len(word) >= _SHORTEST)
        return spelling.vocabulary(
            Counter({word: 2 for word in known if self._is_known(word)})
        )

    def near(self, small: str, *, in_heading: bool) -> str:
        """The word that an unknown one is a slip of; empty where it may be a name."""
        if not _SHORTEST <= len(small) <= _LONGEST or "-" in small:
            return ""
        if small not in self._asked:
            self._asked[small] = self._near(small, in_heading=in_heading)
        return self._asked[small]

    def near_official(self, small: str) -> str:
        """The word of every agreement that a name is a slip of: `Repbulik`."""
        near = _near_official(small)
        return near if near and not self._is_known(small) else ""

    def _near(self, small: str, *, in_heading: bool) -> str:
        if self._is_known(small) or small in self._written:
            return ""
        near = self._known.likelier_word(small) or _near_official(small)
        if near or not in_heading or self._of_headings == _MOST:
            return near
        self._of_headings += 1
        return next(filter(self._dictionary, _a_letter_away(small)), "")

    def _is_known(self, word: str) -> bool:
        return spelling.is_known(word, self._dictionary)


@lru_cache(10_000)
def _near_official(small: str) -> str:
    if len(small) < _SHORTEST or small in _OTHER_LANGUAGE:
        return ""
    return _OFFICIAL.likelier_word(small)


def _a_letter_away(word: str) -> Iterator[str]:
    """Words of one letter more, less, or other, and with two of them swapped."""
    for i, letter in enumerate(word):
        left, right = word[:i], word[i + 1 :]
        yield left + right
        yield left + right[:1] + letter + right[1:]
    for i in range(len(word) + 1):
        for letter in ascii_lowercase:
            yield word[:i] + letter + word[i:]
    for i in range(len(word)):
        for letter in ascii_lowercase:
            yield word[:i] + letter + word[i + 1 :]


def _with_headings(reading: Reading) -> Iterator[tuple[Excerpt, bool]]:
    """Every text, and whether it is the heading of a pasal or a BAB."""
    is_behind_bare_head = False
    for excerpt in reading.excerpts:
        text = excerpt.text.strip()
        if reading.typed:
            yield excerpt, excerpt.path[0] == "pasal" and excerpt.path[-1] == "judul"
            continue
        is_head = _is_short_heading(excerpt) or (is_behind_bare_head and text.isupper())
        yield excerpt, is_head
        is_behind_bare_head = _BARE_HEAD.match(text) is not None


def _is_short_heading(excerpt: Excerpt) -> bool:
    if excerpt.path[-1] == "judul":
        return True
    text = excerpt.text.strip()
    is_short = text.count(" ") <= _MOST_WORDS_OF_HEAD and not text.endswith(".")
    return is_short and _HEAD.match(text) is not None


def _misspelt(excerpt: Excerpt, begin: int, word: str, near: str) -> Flaw:
    right = near.upper() if word.isupper() else near.capitalize()
    message = f'"{word}" tidak dikenal kamus'
    return excerpt.flaw(word, message, f"mungkin {right}", begin)
