"""Which words were typed, where a text reads otherwise: `[[rupiah 500000]]` for `Rp500.000,00`."""

import re
from typing import NamedTuple

_MARK = re.compile(r"\[\[(?:(?!\[\[).)*?\]\]")


class Typed(NamedTuple):
    """Words as they were typed, and which of several equal ones in their text, from 0."""

    words: str
    nth: int


def as_typed(typed: str, read: str, offset: int) -> Typed | None:
    """What was typed for what stands somewhere in a text as it reads.

    That is a mark, or the words from there to the next one.

    Args:
        typed: the text as typed.
        read: the same with its marks filled in.
        offset: a place in it.

    Returns:
        None where the text has no mark, or the place cannot be told.
    """
    at_read = at_typed = 0
    for mark in _MARK.finditer(typed):
        literal = typed[at_typed : mark.start()]
        if offset < at_read + len(literal):
            return _rest(typed, at_typed + offset - at_read, mark.start())
        at_read += len(literal)
        begin_behind = _where_it_goes_on(typed, read, mark.end(), at_read)
        if begin_behind < 0:
            return None
        if offset < begin_behind:
            return Typed(mark[0], typed.count(mark[0], 0, mark.start()))
        at_read, at_typed = begin_behind, mark.end()
    return None


def _where_it_goes_on(typed: str, read: str, behind_mark: int, begin: int) -> int:
    """Where the words behind a mark stand in the text as it reads; below 0 if nowhere."""
    following = _MARK.search(typed, behind_mark)
    literal = typed[behind_mark : following.start() if following else len(typed)]
    return read.find(literal, begin) if literal.strip() else -1


def _rest(typed: str, begin: int, end: int) -> Typed | None:
    """The words from a place to the next mark."""
    words = typed[begin:end].rstrip()
    return Typed(words, typed.count(words, 0, begin)) if words else None
