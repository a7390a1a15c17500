"""Questions at the terminal: what the options left open is asked, and asked again."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import click


def is_interactive() -> bool:
    """Whether somebody sits at the terminal to be asked."""
    return bool(sys.stdin) and sys.stdin.isatty()


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        key: key of its answer.
        words: what is asked.
        default: the answer of whoever presses Enter; None where there is none.
        check: gives back the answer, or raises why it cannot be.
    """

    key: str
    words: str
    default: str | None = None
    check: Callable[[str], str] = str


def ask(
    words: str, default: str | None = None, check: Callable[[str], str] = str
) -> str:
    """One answer, white space at its ends gone; asked again while `check` refuses it."""
    from notakesepakatan.errors import NotaError

    def convert(answer: str) -> str:
        try:
            return check(answer.strip())
        except NotaError as cause:
            raise click.UsageError(str(cause)) from None

    answer: str = click.prompt(
        words, default=default, show_default=bool(default), value_proc=convert
    )
    return answer


def ask_unsaid(
    questions: Iterable[Question], said: Mapping[str, Any]
) -> dict[str, Any]:
    """What was said already, or else the answer, of each question by its key."""
    return {
        question.key: said.get(question.key)
        or ask(question.words, question.default, question.check)
        for question in questions
    }


def ask_list(words: str) -> list[str]:
    """Answers that a semicolon parts; the empty ones are left out."""
    jawaban_typed = [answer.strip() for answer in ask(words, "").split(";")]
    return [answer for answer in jawaban_typed if answer]


def split_by_keys(text: str, keys: Iterable[str]) -> dict[str, str]:
    """ "Instansi; Nomor; 2026-01-05" by these keys; what is empty is left out."""
    values = (value.strip() for value in text.split(";"))
    pairs = zip(keys, values, strict=False)
    return {key: value for key, value in pairs if value}
