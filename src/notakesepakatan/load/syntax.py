"""What libyaml stumbled over in, a finding in the author's words out."""

import re
from dataclasses import dataclass

import yaml

from notakesepakatan.place import Place
from notakesepakatan.temuan import Position, Temuan

_BARE_BRACKET = re.compile(r"(?:^|[:-]) *\[\[")
_LEADING_TAB = re.compile(r"^ *[\t\u00a0]", re.MULTILINE)


def position_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text, counted from 0."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


@dataclass(frozen=True)
class _Mistake:
    """Where and how libyaml stumbled: line and column from 1."""

    cause: yaml.MarkedYAMLError
    text: str
    file: str
    line: int
    column: int

    def temuan(self, position: Position, code: str, message: str, saran: str) -> Temuan:
        return Temuan(position, Place(), code, message, saran)

    @property
    def here(self) -> Position:
        return Position(self.file, self.line, self.column)


def explain_error(cause: yaml.MarkedYAMLError, text: str, file: str) -> Temuan:
    """What the author did, as far as it can be told; the first explanation that fits."""
    mark = cause.problem_mark or cause.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    mistake = _Mistake(cause, text, file, line, column)
    explained = (explain(mistake) for explain in _EXPLANATIONS)
    return next((one for one in explained if one), _unexplained(mistake))


def _tab(mistake: _Mistake) -> Temuan | None:
    for match in _LEADING_TAB.finditer(mistake.text):
        line, column = position_of(mistake.text, match.end() - 1)
        if line in (mistake.line, mistake.line - 1):
            return mistake.temuan(
                Position(mistake.file, line, column),
                "tab",
                "baris menjorok dengan tab atau spasi tak terputus",
                "ganti dengan spasi biasa (2 spasi tiap tingkat)",
            )
    return None


def _bracket(mistake: _Mistake) -> Temuan | None:
    if not _BARE_BRACKET.search(_line_of(mistake.text, mistake.line)):
        return None
    return mistake.temuan(
        mistake.here,
        "yaml",
        "teks yang diawali kurung siku harus diapit tanda kutip",
        'tulis misalnya "[[jenis]] tentang kesehatan"',
    )


def _colon(mistake: _Mistake) -> Temuan | None:
    if "mapping values are not allowed" not in (mistake.cause.problem or ""):
        return None
    return mistake.temuan(
        mistake.here,
        "yaml",
        "titik dua di tempat yang tidak dapat dibaca",
        "apit teks yang memuat titik dua dengan tanda kutip, "
        "dan periksa lekukan baris ini",
    )


def _open_quote(mistake: _Mistake) -> Temuan | None:
    opened = mistake.cause.context_mark
    if "quoted scalar" not in (mistake.cause.context or "") or not opened:
        return None
    return mistake.temuan(
        Position(mistake.file, opened.line + 1, opened.column + 1),
        "yaml",
        "tanda kutip yang dibuka di sini tidak ditutup atau tidak sah",
        "tutup teks dengan tanda kutip yang sama seperti pembukanya",
    )


_EXPLANATIONS = (_tab, _bracket, _colon, _open_quote)


def _unexplained(mistake: _Mistake) -> Temuan:
    return mistake.temuan(
        mistake.here,
        "yaml",
        "susunan YAML tidak dapat dibaca di sini",
        "periksa baris ini dan baris di atasnya: lekukan, spasi setelah titik dua "
        "dan tanda hubung, kutip atau kurung yang belum ditutup",
    )


def _line_of(text: str, line: int) -> str:
    return text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""
