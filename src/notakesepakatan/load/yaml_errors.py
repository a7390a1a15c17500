"""What PyYAML could not read in, a finding out: in the words of who wrote it."""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from notakesepakatan.place import Place
from notakesepakatan.temuan import Position, Temuan

_BARE_BRACKET = re.compile(r"(?:^|[:-]) *\[\[")
_LEADING_TAB = re.compile(r" *[\t\u00a0]")


class _Failure(NamedTuple):
    """What PyYAML said, and where: line and column from 1."""

    cause: yaml.MarkedYAMLError
    text: str
    file: str
    line: int
    column: int

    def temuan(
        self, code: str, message: str, saran: str, line: int = 0, column: int = 0
    ) -> Temuan:
        """A finding at this place, or at another."""
        position = Position(self.file, line or self.line, column or self.column)
        return Temuan(position, Place(), code, message, saran)


def syntax_error(cause: yaml.MarkedYAMLError, text: str, file: str) -> Temuan:
    """What is most likely wrong where PyYAML stopped."""
    mark = cause.problem_mark or cause.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    failure = _Failure(cause, text, file, line, column)
    for explain in _EXPLANATIONS:
        temuan = explain(failure)
        if temuan:
            return temuan
    saran = (
        "periksa baris ini dan baris di atasnya: lekukan, "
        "spasi setelah titik dua dan tanda hubung, "
        "kutip atau kurung yang belum ditutup"
    )
    return failure.temuan("yaml", "susunan YAML tidak dapat dibaca di sini", saran)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Of a character, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _tab(failure: _Failure) -> Temuan | None:
    """A tab, or a space that does not break, before the line or the one above it."""
    lines = failure.text.split("\n")
    for number in (failure.line - 1, failure.line):
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        match = _LEADING_TAB.match(line)
        if match:
            message = "baris menjorok dengan tab atau spasi tak terputus"
            saran = "ganti dengan spasi biasa (2 spasi tiap tingkat)"
            return failure.temuan("tab", message, saran, number, match.end())
    return None


def _bare_bracket(failure: _Failure) -> Temuan | None:
    lines = failure.text.split("\n")
    line = lines[failure.line - 1] if failure.line <= len(lines) else ""
    if not _BARE_BRACKET.search(line):
        return None
    message = "teks yang diawali kurung siku harus diapit tanda kutip"
    saran = 'tulis misalnya "[[jenis]] tentang kesehatan"'
    return failure.temuan("yaml", message, saran)


def _colon(failure: _Failure) -> Temuan | None:
    if "mapping values are not allowed" not in (failure.cause.problem or ""):
        return None
    saran = (
        "apit teks yang memuat titik dua dengan tanda kutip, "
        "dan periksa lekukan baris ini"
    )
    message = "titik dua di tempat yang tidak dapat dibaca"
    return failure.temuan("yaml", message, saran)


def _quote(failure: _Failure) -> Temuan | None:
    opened = failure.cause.context_mark
    if not opened or "quoted scalar" not in (failure.cause.context or ""):
        return None
    message = "tanda kutip yang dibuka di sini tidak ditutup atau tidak sah"
    saran = "tutup teks dengan tanda kutip yang sama seperti pembukanya"
    return failure.temuan("yaml", message, saran, opened.line + 1, opened.column + 1)


_EXPLANATIONS: tuple[Callable[[_Failure], Temuan | None], ...] = (
    _tab,
    _bare_bracket,
    _colon,
    _quote,
)
"""The first that gives a finding is believed."""
