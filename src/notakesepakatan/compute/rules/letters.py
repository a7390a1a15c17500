"""Capitals: none within a word, one where a sentence begins."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.language import is_known
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading, words_at

_WITHIN = re.compile(r"[A-Za-z]?[a-z]+[A-Z]+[a-z]*|[A-Z]{3,}[a-z]")
"""`sebaGaimana`, `PIHAk`; not `MoU`."""
_SHORTEST = 4
_AYAT_LABEL = re.compile(r"\(\d{1,3}[a-z]?\) (?=[a-z])")
_SENTENCES = (("pasal", "isi"), ("pasal", "ayat", "isi"))
"""Keys of the texts that are sentences of their own."""
_FIRST_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*(?= )")


def within_words(reading: Reading) -> Iterator[Flaw]:
    """A capital in the midst of a word that has none, or a small letter among capitals."""
    if reading.dictionary is None:
        return
    for excerpt in reading.excerpts:
        for begin, word in words_at(excerpt.prose):
            is_odd = len(word) >= _SHORTEST and _WITHIN.fullmatch(word)
            if is_odd and is_known(word.lower(), reading.dictionary):
                right = word.upper() if word[:2].isupper() else word.lower()
                if word[0].isupper() and not word[:2].isupper():
                    right = right.capitalize()
                message = f'huruf besar dan kecil tercampur dalam "{word}"'
                saran = f"tulis {right}"
                yield Flaw(excerpt.place, word, message, saran, offset=begin)


def beginnings(reading: Reading) -> Iterator[Flaw]:
    """A sentence of a pasal or of an ayat begins with a capital; an item of a list does not."""
    for excerpt in reading.excerpts:
        begin = _begin_of_sentence(reading, excerpt)
        word = _FIRST_WORD.match(excerpt.text, begin) if begin is not None else None
        if word and begin is not None:
            right = word[0].capitalize()
            message = "kalimat diawali huruf kecil"
            # A name may be written small, so nobody is spared the decision.
            saran = f"tulis {right}, kecuali bila ini nama yang ditulis kecil"
            yield Flaw(excerpt.place, word[0], message, saran, offset=begin)


def _begin_of_sentence(reading: Reading, excerpt: Excerpt) -> int | None:
    """Where the sentence of a pasal or an ayat begins; None where none does."""
    if reading.typed is None:
        label = _AYAT_LABEL.match(excerpt.text)
        return label.end() if label else None
    keys = tuple(step for step in excerpt.path if isinstance(step, str))
    return 0 if keys in _SENTENCES else None
