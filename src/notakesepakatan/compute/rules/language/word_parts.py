"""Words made of others that the dictionary need not list: `kesiapsiagaan`, `fitoplankton`."""

from collections.abc import Iterator

from notakesepakatan.compute.rules.reading import WordList

_AROUND = (
    ("ke", "an"),
    ("keter", "an"),
    ("keber", "an"),
    ("ketidak", "an"),
)
"""What stands around a root, or around two that are one word then."""
_HEADS = (
    *("agro", "aero", "antropo", "bakterio", "bio", "demo", "eko", "elektro", "etno"),
    *("fisio", "fito", "foto", "geo", "hidro", "histo", "imuno", "kardio"),
    *("klimato", "makro", "mikro", "mono", "multi", "nano", "neuro"),
    *("orto", "paleo", "poli", "psiko", "radio", "seismo", "sosio", "spektro"),
    *("spektrofoto", "termo", "toksiko", "zoo"),
)
_TAILS = (
    *("biotik", "fili", "form", "genik", "graf", "grafi", "gram", "logi", "logis"),
    *("meter", "metri", "plankton", "skop", "skopi", "terapi", "toksin", "tropi"),
)
"""Parts of scientific words, which go together as the names of things are found."""
_SHORTEST = 4
"""Letters of a root."""


def is_made(word: str, known: WordList) -> bool:
    """Whether a word is made of known parts, though not listed itself."""
    roots = (root for root in _inside(word) if len(root) >= _SHORTEST)
    return any(known(root) or _is_pair(root, known) for root in roots) or (
        _is_scientific(word, known)
    )


def _inside(word: str) -> Iterator[str]:
    for before, behind in _AROUND:
        if word.startswith(before) and word.endswith(behind):
            yield word[len(before) : -len(behind)]


def _is_pair(root: str, known: WordList) -> bool:
    """`siapsiaga`, `salahpaham`."""
    ends = range(_SHORTEST, len(root) - _SHORTEST + 1)
    return any(known(root[:end]) and known(root[end:]) for end in ends)


def _is_scientific(word: str, known: WordList) -> bool:
    behind = [word.removeprefix(head) for head in _HEADS if word.startswith(head)]
    if any(rest in _TAILS or _is_root(rest, known) for rest in behind):
        return True
    before = [word.removesuffix(tail) for tail in _TAILS if word.endswith(tail)]
    return any(_is_root(rest, known) for rest in before)


def _is_root(word: str, known: WordList) -> bool:
    return len(word) >= _SHORTEST and known(word)
