"""Where a comment stands once the text was edited."""

from dataclasses import replace

import pytest

from notakesepakatan.compute.editing.comments import Comment, Stand, Words, stand_of

PAYS = "PIHAK KESATU menanggung biaya pengangkutan sampai dengan tempat pemrosesan."
OTHER = "PIHAK KESATU menyediakan data timbulan sampah setiap bulan."
COMMENT = Comment(
    1, "PIHAK KESATU", PAYS, "Apakah sudah dianggarkan?", "ani", "2026-11-24"
)


def texts(*words: str) -> list[Words]:
    return [Words(f"pasal.0.ayat.{n}.isi", each) for n, each in enumerate(words)]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (texts(OTHER, PAYS), Stand("pasal.0.ayat.1.isi", has_quote=True)),
        (
            texts(OTHER, PAYS.replace("biaya", "seluruh biaya")),
            Stand("pasal.0.ayat.1.isi", has_quote=True),
        ),
        (
            texts("Lain sama sekali.", PAYS.replace("KESATU", "KEDUA")),
            Stand("pasal.0.ayat.1.isi", has_quote=False),
        ),
        (texts("Lain sama sekali."), None),
        ([], None),
    ],
)
def test_it_stands_at_the_paragraph_most_like_its_own(
    paragraphs: list[Words], expected: Stand | None
) -> None:
    assert stand_of(COMMENT, paragraphs) == expected


def test_words_that_moved_take_it_along() -> None:
    rare = replace(COMMENT, quote="tempat pemrosesan.")
    moved = texts(OTHER, "Sampah dibawa ke tempat pemrosesan.")
    assert stand_of(rare, moved) == Stand("pasal.0.ayat.1.isi", has_quote=True)
