"""Findings that the author calls right as they stand, `abaikan:`."""

from collections import defaultdict
from collections.abc import Callable
from functools import cache

from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.place import DataPath
from notakesepakatan.words.normal import normal


def silenced_by(reading: Reading) -> Callable[[str, Flaw], bool]:
    """Says of the code of a rule and a finding whether `abaikan:` silences it."""
    pieces = defaultdict[str, set[str]](set)
    for silenced in reading.typed.abaikan if reading.typed else ():
        pieces[silenced.kode].add(normal(silenced.pada).text)
    excerpts = reading.excerpts if pieces else ()
    texts = {excerpt.path: excerpt.text for excerpt in excerpts}

    @cache
    def is_quiet(code: str, path: DataPath) -> bool:
        text = texts.get(path, "")
        return any(piece in text for piece in pieces[code])

    def is_silenced(code: str, flaw: Flaw) -> bool:
        if code not in pieces:
            return False
        return flaw.piece in pieces[code] or is_quiet(code, flaw.place.path)

    return is_silenced
