"""How alike two texts are by their letters."""

from difflib import SequenceMatcher

_COMPARE_LIMIT = 250_000
"""Letters of one text times those of the other: the work of comparing them."""


def like(one: str, other: str, at_least: float = 0.0) -> float:
    """Likeness of two texts by their letters, 0 to 1.

    0 where they can be no more alike than `at_least`, or are too long.
    """
    both = len(one) + len(other)
    shorter = min(len(one), len(other))
    if len(one) * len(other) > _COMPARE_LIMIT or 2 * shorter < at_least * both:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= at_least else 0.0
