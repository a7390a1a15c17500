"""The fresh list holds its floors, and its entries are what they say."""

import re
from collections import Counter
from functools import cache

import pytest

from bureau.test_perbaiki import check_repair
from fresh_list.edits import Edit, edited, load, source
from fresh_list.measure import Form, Outcome, measure, rendered, share

FOUND = {"data": 0.94, "text": 0.9}
"""The part of the slips that is found at the right line, at the least."""
FIRST = {"data": 0.642, "text": 0.576}
"""What the rules found of it before anybody had looked at it: the honest figure for a text
that is not known. The rules that were written from the kinds alone, still without a look
at the list, found 0.697 and 0.648."""
MARKED = 0.01
"""The part of the harmless edits that may bring a galat, at the most."""
LEAST = {"slips": 320, "harmless": 160}
LEAST_OF_A_KIND = 6
LEAST_AGREEMENTS = 8
"""Both examples, and six shapes."""


EVERY = pytest.mark.parametrize(
    "every", [pytest.param(1, marks=pytest.mark.long, id="all"), 8], ids=str
)
"""All of the list, or every eighth of it."""
OF_A_PART = 0.03
"""By how much a part of the list may fall below what holds of all of it."""


@cache
def outcomes(name: str, form: Form, every: int) -> list[Outcome]:
    return measure(load(name)[::every], form)


@pytest.mark.parametrize("name", LEAST)
def test_the_list_is_long_and_balanced(name: str) -> None:
    edits = load(name)
    assert len(edits) >= LEAST[name]
    assert len({edit.id for edit in edits}) == len(edits)
    assert len({edit.agreement for edit in edits}) >= LEAST_AGREEMENTS
    assert min(Counter(edit.kind for edit in edits).values()) >= LEAST_OF_A_KIND


@pytest.mark.parametrize(
    "edit", (*load("slips"), *load("harmless")), ids=lambda e: e.id
)
def test_every_edit_has_its_place(edit: Edit) -> None:
    if edit.data:
        one = edited(source(edit.agreement), edit.data)
        assert one
        assert one.text != source(edit.agreement)
    in_text = edited(rendered(edit.agreement), edit.text)
    assert in_text or edit.text == edit.data


@pytest.mark.slow
@EVERY
@pytest.mark.parametrize("form", FOUND)
def test_slips_are_found_at_their_lines(
    form: Form, every: int, capsys: pytest.CaptureFixture[str]
) -> None:
    of = outcomes("slips", form, every)
    found = share(of)
    with capsys.disabled():
        print(
            f"\nfresh list, {form}: {found:.1%} of {len(of)}; first {FIRST[form]:.1%}"
        )
    floor = FOUND[form] if every == 1 else FOUND[form] - OF_A_PART
    assert found >= floor, f"{found:.1%}"


@pytest.mark.slow
@EVERY
@pytest.mark.parametrize("form", FOUND)
def test_harmless_edits_bring_no_galat(form: Form, every: int) -> None:
    of = outcomes("harmless", form, every)
    marked = [outcome.edit.id for outcome in of if outcome.severe]
    assert len(marked) <= MARKED * len(of), marked


@pytest.mark.long
@pytest.mark.parametrize("name", LEAST)
def test_a_repair_damages_nothing(name: str) -> None:
    """Whatever it puts right of a slip or a harmless edit brings no finding and touches no other word."""
    mended = 0
    for edit in load(name):
        one = edited(source(edit.agreement), edit.data) if edit.data else None
        mended += check_repair(one.text) if one else 0
    assert mended


def test_an_edit_says_its_lines() -> None:
    text = "satu\ndua tiga\nempat\n"
    edit = next(edit for edit in load("slips") if edit.data)
    assert edit.data
    swap = type(edit.data)("dua  tiga", "lima\nenam", None)
    one = edited(text, swap)
    assert one
    assert one.text == "satu\nlima\nenam\nempat\n"
    assert one.lines == {2, 3}
    assert one.lines_of(("empat",)) == {2, 3, 4}
    assert not re.search("dua", one.text)
