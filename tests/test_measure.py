"""The code is written to be read: the figures that the project holds itself to."""

import pytest

from measure import (
    MOST_ROOMS,
    MOST_TOKENS,
    MOST_WINDING,
    Module,
    figures,
    read_modules,
)


@pytest.mark.slow
def test_the_code_keeps_its_figures() -> None:
    of = figures(read_modules())
    assert of.tokens <= MOST_TOKENS
    assert of.share_winding <= MOST_WINDING, of.winding
    assert not of.wide
    assert len(of.rooms) <= MOST_ROOMS


def test_what_is_hard_to_read_is_counted() -> None:
    text = "def one(a):\n" + "    if a and a:\n        pass\n" * 5
    easy = read_modules()[0]
    hard = Module(easy.path, text + "x = " + "1 + " * 30 + "1\n")
    of = figures([hard])
    assert [name.rsplit(" ", 2)[1:] for name in of.winding] == [["one:", "11"]]
    assert len(of.wide) == 1
    assert of.tokens > MOST_TOKENS
