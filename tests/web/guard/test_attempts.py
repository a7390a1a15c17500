"""How long one waits after wrong passwords, and what is said of them, by a clock that the test sets."""

import pytest

from notakesepakatan.web.guard.attempts import (
    FREE,
    FREE_OF_ADDRESS,
    FREE_OF_NAME,
    LONGEST_WAIT,
    MOST_KEPT,
    WINDOW,
    Attempts,
    Happening,
    Tally,
    wait_words,
)


def fail(attempts: Attempts, name: str, address: str, now: float) -> float:
    """A wrong one; the seconds until the next may be made."""
    counts = attempts.counts(name, address, "", now)
    attempts.begin(counts, now)
    return attempts.wait(counts, now)


def test_each_wait_is_twice_the_last() -> None:
    attempts = Attempts()
    now, waits = 0.0, []
    for _ in range(12):
        waits.append(fail(attempts, "ani", "a", now))
        now += waits[-1]
    assert waits == [0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]


def test_one_who_has_to_wait_is_not_counted() -> None:
    attempts = Attempts()
    for _ in range(FREE):
        fail(attempts, "ani", "a", 0)
    assert [fail(attempts, "ani", "a", second) for second in range(5)] == [
        5,
        4,
        3,
        2,
        1,
    ]
    assert fail(attempts, "ani", "a", 5) == 10


@pytest.mark.slow
def test_after_an_hour_all_is_forgotten() -> None:
    attempts = Attempts()
    for _ in range(FREE):
        fail(attempts, "ani", "a", 0)
    assert fail(attempts, "ani", "a", WINDOW) == 0


def test_from_many_addresses_a_name_waits_later() -> None:
    attempts = Attempts()
    waits = [fail(attempts, "ani", f"a{n}", 0) for n in range(FREE_OF_NAME + 1)]
    assert waits == [0] * (FREE_OF_NAME - 1) + [5, 5]
    assert fail(attempts, "budi", "a0", 0) == 0
    counts = attempts.counts("ani", "a99", "its own browser", 0)
    assert attempts.begin(counts, 0) == 0


def test_at_an_address_of_many_wrong_ones_each_name_waits_after_its_first() -> None:
    attempts = Attempts()
    for n in range(FREE_OF_ADDRESS):
        assert fail(attempts, f"nama{n}", "a", 0) == 0
    counts = attempts.counts("ani", "a", "", 0)
    assert attempts.begin(counts, 0) == 0, "it may be the right one"
    assert attempts.wait(counts, 0) == 5
    assert fail(attempts, "ani", "b", 0) == 0


def test_a_right_one_counts_no_more() -> None:
    attempts = Attempts()
    counts = attempts.counts("ani", "a", "", 0)
    for moment in range(100):
        assert attempts.begin(counts, moment) == 0
        attempts.forgive(counts, moment)


@pytest.mark.slow
def test_what_is_kept_is_bounded() -> None:
    attempts = Attempts()
    for n in range(MOST_KEPT + 10):
        fail(attempts, f"nama{n}", f"a{n}", 0)
    assert len(attempts._moments) == MOST_KEPT


def test_what_happens_often_is_said_once_a_minute() -> None:
    tally = Tally()
    said = [tally.add("ani", "salah sandi", f"a{n}", n) for n in range(61)]
    assert said[0] == [Happening("ani", "salah sandi", "a0", 1)]
    assert not any(said[1:60])
    assert said[60] == [Happening("ani", "salah sandi", "a60", 60)]
    assert tally.add("budi", "salah sandi", "b", 61)[0].words() == "salah sandi dari b"
    assert said[60][0].words() == "salah sandi 60 kali, terakhir dari a60"
    assert tally.due(10_000) == []


def test_what_was_kept_is_said_later() -> None:
    tally = Tally()
    tally.add("ani", "salah sandi", "a", 0)
    tally.add("ani", "salah sandi", "b", 1)
    assert tally.due(59) == []
    assert tally.due(60) == [Happening("ani", "salah sandi", "b", 1)]
    assert tally.due(61) == []


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.1, "1 detik"),
        (39.2, "40 detik"),
        (60, "1 menit"),
        (61, "2 menit"),
        (LONGEST_WAIT, "5 menit"),
    ],
)
def test_a_wait_in_words(seconds: float, words: str) -> None:
    assert wait_words(seconds) == words
