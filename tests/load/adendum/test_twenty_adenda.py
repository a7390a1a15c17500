"""Twenty adenda of sixty pasal: all read, the text of a day, and the next one drafted, in less than a second of work."""

import pytest

from bench.perubahan import read_twenty, sixty_and_twenty
from effort import is_bounded

A_SECOND = 4
"""Yardsticks: ten million empty steps take about a quarter of a second."""


@pytest.mark.slow
def test_twenty_adenda_of_sixty_pasal_take_no_more_than_a_second_of_work() -> None:
    origin, files = sixty_and_twenty()
    assert is_bounded(lambda: read_twenty(origin, files), A_SECOND)
