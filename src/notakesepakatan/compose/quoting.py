"""Words in, the same as a paper quotes them out: with the marks of the text it is about.

A quotation within a quotation stands between single marks (EYD V).
"""

import re

from notakesepakatan.model.kesepakatan import Kesepakatan

Marks = tuple[str, str]

STRAIGHT: Marks = ('"', '"')
CURLY: Marks = ("“", "”")
"""The two marks around a quotation, of either kind."""
_QUOTED = re.compile(r'"([^"]*)"')
_SINGLE = str.maketrans('“”"', "‘’'")


def marks_of(k: Kesepakatan) -> Marks:
    """The marks that an agreement quotes with; straight where it quotes nothing."""
    return CURLY if CURLY[0] in k.model_dump_json() else STRAIGHT


def quoted(text: str, marks: Marks) -> str:
    """A clause or a duty as a letter or minutes quote it."""
    first, last = marks
    return f"{first}{text.translate(_SINGLE)}{last}"


def with_marks_of(sentence: str, marks: Marks) -> str:
    """A sentence of the program's own, which it wrote with straight marks."""
    first, last = marks
    return _QUOTED.sub(rf"{first}\1{last}", sentence)
