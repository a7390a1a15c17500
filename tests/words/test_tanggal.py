"""Dates and how far they are, in Indonesian words."""

import pytest

from notakesepakatan.words.tanggal import left_words


@pytest.mark.parametrize(
    ("days", "words"), [(3, "3 hari lagi"), (0, "hari ini"), (-182, "lewat 182 hari")]
)
def test_how_far_a_day_is(days: int, words: str) -> None:
    assert left_words(days) == words
