"""Where words stand: as many searches as findings, and all of them together one reading."""

import pytest

from notakesepakatan.load.yaml.find_words import Finder, Words
from notakesepakatan.load.yaml.text import read_yaml


def searched(count: int) -> int:
    """Characters searched for every word of a text of so many, asked for in order."""
    all_words = [f"kata{number:06}" for number in range(count)]
    text = " ".join(all_words)
    words = Words(text)
    for word in all_words:
        found = words.find(word, "BAHASA-EJAAN", 0, len(text))
        assert found == text.index(word)
    return words.searched


@pytest.mark.slow
def test_twice_the_words_cost_twice() -> None:
    once = searched(2_000)
    assert searched(4_000) <= 2 * once + 100
    assert once <= 2 * 2_000 * len("kata000000 ")


def test_the_same_word_that_is_nowhere_is_sought_once() -> None:
    words = Words("satu dua tiga")
    for _ in range(100):
        assert words.find("empat", "BAHASA-EJAAN", 0, 13) is None
    assert words.searched == 13


def test_an_asker_finds_what_stands_before_its_last_word_too() -> None:
    words = Words("satu dua tiga")
    assert words.find("tiga", "A", 0, 13) == 9
    assert words.find("satu", "A", 0, 13) == 0
    assert words.find("dua tiga", "A", 0, 13) == 5


def test_words_stand_wherever_their_line_is_folded() -> None:
    text = "isi: >-\n  satu  dua\n  tiga\nlain: tiga empat\n"
    finder = Finder(read_yaml(text.encode(), "a.yaml"))
    found = finder.locate(("isi",), "dua tiga")
    assert found is not None and (found.baris, found.kolom) == (2, 9)
    assert finder.locate(("isi",), "tiga empat") is None
    elsewhere = finder.locate(("lain",), "tiga empat")
    assert elsewhere is not None and (elsewhere.baris, elsewhere.kolom) == (4, 7)
