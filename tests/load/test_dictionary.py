"""One dictionary, two readers: both know the same words."""

import re

import pytest

from conftest import AKAR, CONTOH
from notakesepakatan.load import dictionary
from notakesepakatan.load.dictionary import DICTIONARY, in_python, through_library

pytestmark = pytest.mark.skipif(
    not DICTIONARY.is_file() or through_library() is None,
    reason="the dictionary or libhunspell is not installed",
)


def _words() -> set[str]:
    """Words of an agreement in small letters, each also with a letter changed, and left out."""
    text = (AKAR / "agreements" / CONTOH / "kesepakatan.yaml").read_text()
    words = {word.lower() for word in re.findall(r"[^\W\d_]{4,}(?:-[^\W\d_]+)*", text)}
    changed = {word[:2] + "x" + word[3:] for word in words}
    shorter = {word[:3] + word[4:] for word in words}
    return words | changed | shorter


@pytest.mark.slow
def test_both_readers_give_the_same_answers() -> None:
    library, python = through_library(), in_python()
    assert library
    words = _words()
    known = {word for word in words if library(word)}
    assert known == {word for word in words if python(word)}
    assert 100 < len(known) < len(words)


def test_letters_that_the_dictionary_cannot_write_are_in_no_word() -> None:
    library = through_library()
    assert library
    assert not library("кесепакатан")


def test_without_the_library_the_words_are_read_in_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dictionary, "_LIBRARY", "libnone.so.0")
    assert through_library() is None
