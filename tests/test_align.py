"""The aligner's law, and its bound: by calls, not by time."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notakesepakatan import align as module
from notakesepakatan.align import Pair, align, origins, overlap, spans
from notakesepakatan.load.yaml.rewrite import rewrite
from notakesepakatan.load.yaml.text import read_yaml

ITEMS = st.lists(st.sampled_from("abcdefgh"), max_size=12)
NEAR = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)), st.sampled_from((0.2, 0.5, 1.0))
)


def bounded(monkeypatch: pytest.MonkeyPatch, steps: int, likenesses: int) -> None:
    monkeypatch.setattr(module, "_STEPS", steps)
    monkeypatch.setattr(module, "_LIKENESSES", likenesses)


def check_law(
    old: Sequence[Any], new: Sequence[Any], near: dict[tuple[int, int], float]
) -> None:
    def likeness(i: int, j: int) -> float:
        return near.get((i, j), 0.0)

    pairs = align(old, new, likeness)
    assert [i for i, _ in pairs if i is not None] == list(range(len(old)))
    assert [j for _, j in pairs if j is not None] == list(range(len(new)))
    for i, j in pairs:
        assert i is None or j is None or old[i] == new[j] or likeness(i, j) > 0
    assert not [
        one for one, after in pairwise(pairs) if one[0] is None and after[1] is None
    ]

    places = origins(old, new, likeness, at_least=0.4)
    known = [i for i in places if i is not None]
    assert len(places) == len(new)
    assert len(set(known)) == len(known)
    for j, i in enumerate(places):
        assert i is None or old[i] == new[j] or likeness(i, j) >= 0.4


@pytest.mark.slow
@given(ITEMS, ITEMS, NEAR)
def test_law(
    old: list[str], new: list[str], near: dict[tuple[int, int], float]
) -> None:
    check_law(old, new, near)


@pytest.mark.slow
@given(ITEMS, ITEMS, NEAR, st.integers(0, 30), st.integers(0, 30))
def test_law_when_the_work_is_bounded(
    old: list[str],
    new: list[str],
    near: dict[tuple[int, int], float],
    steps: int,
    likenesses: int,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        bounded(patch, steps, likenesses)
        check_law(old, new, near)


@pytest.mark.slow
@given(ITEMS, st.integers(0, 30))
def test_a_list_aligned_with_itself(items: list[str], steps: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        bounded(patch, steps, 0)
        itself: list[Pair] = [(i, i) for i in range(len(items))]
        assert align(items, items, lambda i, j: 0.0) == itself
        assert origins(items, items, lambda i, j: 0.0, at_least=1) == list(
            range(len(items))
        )


@pytest.mark.slow
@given(ITEMS, ITEMS, st.integers(0, 40))
def test_spans_hold_both_lists(old: list[str], new: list[str], steps: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        bounded(patch, steps, 0)
        found = spans(old, new)
    assert [i for span in found for i in span.old] == list(range(len(old)))
    assert [j for span in found for j in span.new] == list(range(len(new)))
    for span in found:
        assert not span.equal or [old[i] for i in span.old] == [
            new[j] for j in span.new
        ]
    assert all(one.equal != after.equal for one, after in pairwise(found))


CASES: list[tuple[str, str, str, list[Pair], list[int | None]]] = [
    # what, old, new, in order, wherever it stood; letters of one case and the other are alike
    ("nothing", "", "", [], []),
    ("one put in", "ac", "abc", [(0, 0), (None, 1), (1, 2)], [0, None, 1]),
    ("one taken out", "abc", "ac", [(0, 0), (1, None), (2, 1)], [0, 2]),
    ("one changed", "abc", "aBc", [(0, 0), (1, 1), (2, 2)], [0, 1, 2]),
    (
        "another in its place",
        "abc",
        "axc",
        [(0, 0), (1, None), (None, 1), (2, 2)],
        [0, None, 2],
    ),
    (
        "moved",
        "abcd",
        "dabc",
        [(None, 0), (0, 1), (1, 2), (2, 3), (3, None)],
        [3, 0, 1, 2],
    ),
    (
        "moved and changed",
        "abcd",
        "Dabc",
        [(None, 0), (0, 1), (1, 2), (2, 3), (3, None)],
        [3, 0, 1, 2],
    ),
    (
        "the nearest of equal ones",
        "xabx",
        "abyx",
        [(0, None), (1, 0), (2, 1), (None, 2), (3, 3)],
        [1, 2, None, 3],
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "pairs", "places"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_cases(old: str, new: str, pairs: list[Pair], places: list[int | None]) -> None:
    def likeness(i: int, j: int) -> float:
        return float(old[i].lower() == new[j].lower())

    assert align(old, new, likeness) == pairs
    assert origins(old, new, likeness, at_least=0.5) == places


def test_overlap() -> None:
    assert overlap(frozenset("ab"), frozenset("bc")) == 0.5
    assert overlap(frozenset(), frozenset()) == 0


def calls(n: int, anywhere: bool) -> int:
    """How many likenesses are asked where all of n items are replaced."""
    asked = 0

    def likeness(i: int, j: int) -> float:
        nonlocal asked
        asked += 1
        return 0.5

    old, new = [f"a{i}" for i in range(n)], [f"b{j}" for j in range(n)]
    if anywhere:
        assert origins(old, new, likeness, at_least=0.3) == list(range(n))
    else:
        assert align(old, new, likeness) == [(i, i) for i in range(n)]
    return asked


@pytest.mark.parametrize("anywhere", [False, True])
def test_likenesses_are_bounded(
    monkeypatch: pytest.MonkeyPatch, anywhere: bool
) -> None:
    monkeypatch.setattr(module, "_LIKENESSES", 2_000)
    assert calls(20, anywhere) == 400
    for n in (50, 100, 1_000, 3_000):
        assert calls(n, anywhere) <= 2_000 + n


@pytest.mark.parametrize("equal", [False, True])
def test_equal_runs_are_bounded(monkeypatch: pytest.MonkeyPatch, equal: bool) -> None:
    """Each search costs its items and their equals; when the steps are spent only both ends are compared."""
    monkeypatch.setattr(module, "_STEPS", 10_000)
    cost = 0

    class Counting(SequenceMatcher[str]):
        def find_longest_match(
            self, alo: int = 0, ahi: Any = None, blo: int = 0, bhi: Any = None
        ) -> Any:
            nonlocal cost
            cost += ahi - alo
            return super().find_longest_match(alo, ahi, blo, bhi)

    monkeypatch.setattr(module, "SequenceMatcher", Counting)
    old = ["x"] * 2_000 if equal else [f"{i}" for i in range(2_000)]
    new = [key if i % 2 else f"new {i}" for i, key in enumerate(old)]
    spans(old, new)
    assert cost <= 10_000


@pytest.mark.slow
def test_rewriting_is_linear_in_what_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows pasted over all rows, then one key: twice the rows ask at most for twice as much, and the rest stays."""

    def pasted(n: int, what: str) -> dict[str, Any]:
        rows = [
            {"isi": f"{what} kegiatan {i} di kota", "lokasi": f"{what} tempat {i}"}
            for i in range(n)
        ]
        return {"jenis": what, "program": rows}

    def asked(n: int) -> int:
        times = 0

        def counted(one: frozenset[str], other: frozenset[str]) -> float:
            nonlocal times
            times += 1
            return overlap(one, other)

        monkeypatch.setattr("notakesepakatan.load.yaml.arrangement.overlap", counted)
        text = "# kepala\n" + rewrite("", pasted(n, "lama"))
        times = 0
        result = rewrite(text, pasted(n, "baru"))
        assert result.startswith("# kepala\n")
        assert read_yaml(result.encode(), "").data == pasted(n, "baru")
        return times

    monkeypatch.setattr(module, "_LIKENESSES", 1_000)
    few, many = asked(60), asked(120)
    assert 0 < many <= 2 * few
