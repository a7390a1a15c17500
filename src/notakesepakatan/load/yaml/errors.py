"""What PyYAML could not read in, a finding out: in the words of who wrote it.

With it the text as it would read were that one line right, so that what is wrong below it
is found too.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import yaml

from notakesepakatan.place import Place
from notakesepakatan.temuan import Position, Temuan

CURLY_QUOTES = "“”„‟‘’‚‛«»"
BULLETS = "•●▪◦‣·○■–—"
"""Signs that a word processor puts before the items of a list."""

_LEADING_TAB = re.compile(r"[ -]*[\t\u00a0]")
_ENTRY = re.compile(r"(?P<head> *(?:- +)*(?:[a-z][a-z0-9_]*: +)?)(?P<value>.*)")
_KEY = re.compile(r"(?P<lead> *(?:- +)*)[a-z][a-z0-9_]*:(?= |$)")
_NO_SPACE = re.compile(r"( *(?:- +)*)([a-z][a-z0-9_]*):(?=[^ \t\r/:])\s*")
_EQUALS = re.compile(r"( *(?:- +)*)([a-z][a-z0-9_]*) *= *")
_BULLET = re.compile(rf"( *)(?:[{BULLETS}*]\s*|-(?=[^\s-]))(?=\S)")
_BLOCK_HEAD = re.compile(r"[|>][+-]?\d? +(?=[^\s#])")
_BLOCK_MARK = re.compile(r"[|>][+-]?\d?")
_STARTERS = "%@`*&!,}]?"
"""Signs that mean something else to YAML where they begin a value."""
_LONGEST_EXAMPLE = 60

_LOOSE = "baris ini bukan kunci dan bukan isi daftar"
_LOOSE_SARAN = (
    "bila lanjutan teks di atasnya, lekukkan lebih dalam "
    "dan apit seluruh teks dengan tanda kutip; bila kunci, beri titik dua dan spasi"
)


class _Failure(NamedTuple):
    """What PyYAML said, and where: line and column from 1."""

    cause: yaml.MarkedYAMLError
    text: str
    file: str
    line: int
    column: int

    @property
    def lines(self) -> list[str]:
        """The file's lines."""
        return self.text.split("\n")

    @property
    def said(self) -> str:
        """PyYAML's own words."""
        return f"{self.cause.context or ''}; {self.cause.problem or ''}"

    def at(self, line: int) -> str:
        """A line by its number from 1; an empty one where there is none."""
        lines = self.lines
        return lines[line - 1] if 1 <= line <= len(lines) else ""


class Explained(NamedTuple):
    """What is most likely wrong.

    Attributes:
        temuan: the finding.
        mended: the whole text with that one place put right; None where it is not certain
            enough what would be right.
    """

    temuan: Temuan
    mended: str | None


def explain(cause: yaml.MarkedYAMLError, text: str, file: str) -> Explained:
    """What is most likely wrong where PyYAML stopped."""
    mark = _mark(cause)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    failure = _Failure(cause, text, file, line, column)
    for explanation in _EXPLANATIONS:
        explained = explanation(failure)
        if explained:
            return explained
    saran = (
        "periksa baris ini dan baris di atasnya: lekukan, "
        "spasi setelah titik dua dan tanda hubung, "
        "kutip atau kurung yang belum ditutup"
    )
    return _explained(failure, "susunan YAML tidak dapat dibaca di sini", saran)


def _mark(cause: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where the fault is: a word that is no key is missed only on the line below it."""
    if "expected ':'" in (cause.problem or "") and cause.context_mark:
        return cause.context_mark
    return cause.problem_mark or cause.context_mark


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Of a character, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def in_quotes(text: str) -> str:
    """The text as it stands between quotes on one line."""
    text = text.strip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def example(text: str) -> str:
    """The text between quotes, as a message shows it: cut where it is long."""
    if len(text) > _LONGEST_EXAMPLE:
        text = text[: _LONGEST_EXAMPLE - 1].rstrip() + "…"
    return in_quotes(text)


def _explained(
    failure: _Failure,
    message: str,
    saran: str,
    *,
    code: str = "yaml",
    line: int = 0,
    column: int = 0,
    instead: str | None = None,
) -> Explained:
    """A finding at the place of the failure, or at another.

    Args:
        failure: what PyYAML said.
        message: what is wrong.
        saran: what to do.
        code: code of the finding.
        line: the line, where it is another.
        column: the column, where it is another.
        instead: how the line would be right.
    """
    line = line or failure.line
    position = Position(failure.file, line, column or failure.column)
    temuan = Temuan(position, Place(), code, message, saran)
    if instead is None or instead == failure.at(line):
        return Explained(temuan, None)
    lines = failure.lines
    lines[line - 1] = instead
    return Explained(temuan, "\n".join(lines))


def _entry(line: str) -> tuple[str, str]:
    """A line as what leads to its value, hyphens and key, and the value."""
    match = _ENTRY.fullmatch(line)
    return (match["head"], match["value"].rstrip()) if match else ("", line)


def _quoted(line: str, value: str | None = None) -> str:
    """The line with its value, or another, between quotes."""
    head, own = _entry(line)
    return head + in_quotes(own if value is None else value)


def _tab(failure: _Failure) -> Explained | None:
    """A tab, or a space that does not break, before the line or the one above it."""
    for line in (failure.line - 1, failure.line):
        whole = failure.at(line)
        match = _LEADING_TAB.match(whole)
        if match:
            return _explained(
                failure,
                "baris menjorok dengan tab atau spasi tak terputus",
                "ganti dengan spasi biasa (2 spasi tiap tingkat)",
                code="tab",
                line=line,
                column=match.end(),
                instead=_with_spaces(whole),
            )
    return None


def _with_spaces(line: str) -> str:
    """The line with plain spaces for the tabs before its words."""
    lead = line[: len(line) - len(line.lstrip("- \t\u00a0"))]
    spaces = lead.replace("\t", "  ").replace("\u00a0", " ")
    return spaces + line[len(lead) :]


def _bullet(failure: _Failure) -> Explained | None:
    """A list whose items begin with the sign of a word processor, or a hyphen without space."""
    for line in (failure.line, failure.line - 1):
        whole = failure.at(line)
        match = _BULLET.match(whole)
        if match:
            right = f"{match[1]}- {whole[match.end() :]}"
            return _explained(
                failure,
                "isi daftar tidak diawali tanda hubung dan spasi",
                f"tulis {_short(right)}",
                line=line,
                column=len(match[1]) + 1,
                instead=right,
            )
    return None


def _short(line: str) -> str:
    """A line as a message shows it: without what it is indented by, cut where it is long."""
    line = line.strip()
    if len(line) > _LONGEST_EXAMPLE:
        return line[: _LONGEST_EXAMPLE - 1].rstrip() + "…"
    return line


def _no_space(failure: _Failure) -> Explained | None:
    """`jenis:Nota Kesepakatan`, which PyYAML only misses on the line below."""
    return _wrong_colon(failure, _NO_SPACE, "titik dua tanpa spasi di belakangnya")


def _equals(failure: _Failure) -> Explained | None:
    return _wrong_colon(failure, _EQUALS, "sama dengan (=) di tempat titik dua")


def _wrong_colon(
    failure: _Failure, pattern: re.Pattern[str], message: str
) -> Explained | None:
    """A key, found by its indentation and name, behind which no colon and space stand."""
    for line in (failure.line - 1, failure.line):
        whole = failure.at(line)
        match = pattern.match(whole)
        if match:
            right = f"{match[1]}{match[2]}: {whole[match.end() :]}"
            return _explained(
                failure,
                message,
                f"tulis {_short(right)}",
                line=line,
                column=len(match[1]) + 1,
                instead=right,
            )
    return None


def _curly_quote(failure: _Failure) -> Explained | None:
    """Quotes as a word processor makes them, which YAML takes for letters."""
    whole = failure.at(failure.line)
    head, value = _entry(whole)
    straight = value.strip("'\"" + CURLY_QUOTES)
    begins_curly = value[:1] in tuple(CURLY_QUOTES)
    ends_curly = value[:1] in ("'", '"') and value[-1:] in tuple(CURLY_QUOTES)
    if not straight or not (begins_curly or ends_curly):
        return None
    return _explained(
        failure,
        "tanda kutip melengkung bukan tanda kutip YAML",
        f"pakai tanda kutip lurus: {example(straight)}",
        column=len(head) + 1,
        instead=head + in_quotes(straight),
    )


def _bare_bracket(failure: _Failure) -> Explained | None:
    whole = failure.at(failure.line)
    _, value = _entry(whole)
    if not value.startswith("[["):
        return None
    message = "teks yang diawali kurung siku harus diapit tanda kutip"
    saran = f"tulis {example(value)}"
    return _explained(failure, message, saran, instead=_quoted(whole))


def _open_bracket(failure: _Failure) -> Explained | None:
    """A list or mapping on one line that is not closed, or holds what needs quotes."""
    opened = failure.cause.context_mark
    kind = failure.cause.context or ""
    if not opened or not ("flow mapping" in kind or "flow sequence" in kind):
        return None
    bracket = "{" if "mapping" in kind else "["
    closing = {"{": "}", "[": "]"}[bracket]
    return _explained(
        failure,
        f"kurung {bracket} yang dibuka di sini tidak ditutup, atau isinya perlu kutip",
        f"tutup dengan {closing}; apit teks yang memuat koma, titik dua, "
        "atau kurung dengan tanda kutip",
        line=opened.line + 1,
        column=opened.column + 1,
    )


def _row_with_empty_first_cell(failure: _Failure, head: str, value: str) -> Explained:
    """`- | Jumlah | 5`: a row of a table whose first cell is empty."""
    return _explained(
        failure,
        "baris tabel yang sel pertamanya kosong harus diapit tanda kutip",
        f"tulis {example(value)}",
        column=len(head) + 1,
        instead=head + in_quotes(value),
    )


def _text_behind_block_mark(failure: _Failure) -> Explained | None:
    """`isi: > Teks`: the text of `>` and `|` begins on the next line."""
    whole = failure.at(failure.line)
    head, value = _entry(whole)
    match = _BLOCK_HEAD.match(value)
    if not match:
        return None
    text = value[match.end() :]
    if "|" in text and value.startswith("|"):
        return _row_with_empty_first_cell(failure, head, value)
    return _explained(
        failure,
        f"teks pada baris yang sama dengan {match[0].strip()}",
        f"pindahkan teksnya ke baris berikutnya, menjorok 2 spasi, "
        f"atau tulis {example(text)}",
        column=len(head) + 1,
        instead=head + in_quotes(text),
    )


def _starter(failure: _Failure) -> Explained | None:
    """A value that begins with a sign of YAML's own."""
    return _begins_with(failure, _STARTERS, 0)


def _begins_with(failure: _Failure, signs: str, beyond: int) -> Explained | None:
    """A value that begins with one of these signs and fails further on than so many columns."""
    whole = failure.at(failure.line)
    head, value = _entry(whole)
    if value[:1] not in tuple(signs) or failure.column <= len(head) + beyond:
        return None
    return _explained(
        failure,
        f"teks yang diawali {value[0]} harus diapit tanda kutip",
        f"tulis {example(value)}",
        column=len(head) + 1,
        instead=_quoted(whole),
    )


def _escape(failure: _Failure) -> Explained | None:
    if "escape" not in failure.said:
        return None
    whole = failure.at(failure.line)
    head, value = _entry(whole)
    is_whole = len(value) > 1 and value[0] == value[-1] == '"'
    text = value[1:-1] if is_whole else ""
    return _explained(
        failure,
        "garis miring terbalik (\\) di dalam tanda kutip ganda",
        "pakai tanda kutip tunggal ('…') supaya \\ tercetak apa adanya",
        instead=head + "'" + text.replace("'", "''") + "'" if is_whole else None,
    )


def _open_quote(failure: _Failure) -> Explained | None:
    opened = failure.cause.context_mark
    if not opened or "quoted scalar" not in (failure.cause.context or ""):
        return None
    line, column = opened.line + 1, opened.column + 1
    whole = failure.at(line)
    head, value = _entry(whole)
    if value[-1:] in tuple(CURLY_QUOTES):
        straight = value.strip("'\"" + CURLY_QUOTES)
        return _explained(
            failure,
            "tanda kutip lurus ditutup dengan tanda kutip melengkung",
            f"pakai tanda kutip lurus: {example(straight)}",
            line=line,
            column=column,
            instead=head + in_quotes(straight),
        )
    return _explained(
        failure,
        "tanda kutip yang dibuka di sini tidak ditutup atau tidak sah",
        "tutup teks dengan tanda kutip yang sama seperti pembukanya",
        line=line,
        column=column,
    )


def _text_behind_quotes(failure: _Failure) -> Explained | None:
    """`judul: "Sehat" bagi Semua`, and `'Jum'at'`: the quotes close too early."""
    whole = failure.at(failure.line)
    head, value = _entry(whole)
    if value[:1] not in ("'", '"') or failure.column <= len(head) + 1:
        return None
    closes = value.find(value[0], 1)
    has_more = 0 < closes < len(value) - 1
    if not has_more or len(head) + closes >= failure.column:
        return None
    is_around = value[-1] == value[0]
    text = value[1:-1] if is_around and value.count(value[0]) % 2 else value
    return _explained(
        failure,
        "tanda kutip ditutup sebelum teksnya selesai",
        f"apit seluruh teks: {example(text)}",
        column=len(head) + closes + 1,
        instead=head + in_quotes(text),
    )


def _bracket_before_text(failure: _Failure) -> Explained | None:
    """`judul: [Konsep] Kerja Sama`."""
    return _begins_with(failure, "[{", 1)


def _indentation(failure: _Failure) -> Explained | None:
    """A key, or an item of a list, that stands below none of its kind."""
    whole = failure.at(failure.line)
    own = len(whole) - len(whole.lstrip(" "))
    columns = sorted(set(_open_columns(failure)))
    if not _begins_entry(failure, whole):
        return None
    if own not in columns:
        nearest = sorted(sorted(columns, key=lambda column: abs(column - own))[:2])
        expected = " atau ".join(map(str, nearest)) or "0"
        return _explained(
            failure,
            f"lekukan baris ini ({own} spasi) tidak sejajar dengan baris di atasnya",
            f"pakai {expected} spasi; bila baris ini lanjutan teks di atasnya, "
            "apit seluruh teks dengan tanda kutip",
            column=own + 1,
        )
    if not whole.lstrip(" ").startswith("- "):
        return None
    return _explained(
        failure,
        "tanda hubung di tempat yang tidak dapat dibaca",
        "sejajarkan tanda hubung dengan yang di atasnya, "
        "dan kosongkan baris kunci di atas daftar",
        column=own + 1,
    )


def _begins_entry(failure: _Failure, line: str) -> bool:
    """Whether PyYAML stopped at the very beginning of an entry, not inside its value."""
    key = _KEY.match(line)
    if "mapping values" in failure.said:
        return key is not None and failure.column == key.end()
    is_item = line.lstrip(" ").startswith("- ")
    began = len(line[: failure.column - 1].strip(" ")) == 0
    return began and (is_item or key is not None)


def _open_columns(failure: _Failure) -> Iterator[int]:
    """Columns at which an entry may stand on the line of a failure: 0, 2, 4."""
    least: int | None = None
    for line in range(failure.line - 1, 0, -1):
        whole = failure.at(line)
        if not whole.strip() or whole.lstrip().startswith("#"):
            continue
        for column in _entry_columns(whole):
            if least is None or column < least:
                yield column
                least = column
        if least == 0:
            return


def _entry_columns(line: str) -> list[int]:
    """Where hyphens and the key of a line stand, the innermost first."""
    columns = []
    column = len(line) - len(line.lstrip(" "))
    while line[column:].startswith("- "):
        columns.append(column)
        rest = line[column + 1 :]
        column += 1 + len(rest) - len(rest.lstrip(" "))
    if _KEY.match(line) or not columns:
        columns.append(column)
    return columns[::-1]


def _colon(failure: _Failure) -> Explained | None:
    """`judul: Kerja Sama: Sampah`."""
    if "mapping values are not allowed" not in failure.said:
        return None
    whole = failure.at(failure.line)
    head, value = _entry(whole)
    if failure.column <= len(head):
        return _loose_text_above(failure)
    message = "titik dua di tengah teks"
    if not head.strip():
        saran = (
            "apit seluruh teks, sejak baris pertamanya, dengan tanda kutip, "
            'atau tulis ">-" setelah kuncinya dan seluruh teks di bawahnya'
        )
        return _explained(failure, message, saran)
    saran = f"apit seluruh teks dengan tanda kutip: {head.strip()} {example(value)}"
    return _explained(failure, message, saran, instead=_quoted(whole))


def _loose_text_above(failure: _Failure) -> Explained:
    """A sound key below a line that is none, which PyYAML takes for one key of two lines."""
    line = failure.line - 1
    column = len(failure.at(line)) - len(failure.at(line).lstrip())
    return _explained(failure, _LOOSE, _LOOSE_SARAN, line=line, column=column + 1)


def _loose_text(failure: _Failure) -> Explained | None:
    """A line that is neither a key nor an item of a list."""
    if "expected ':'" not in failure.said:
        return None
    above = failure.at(failure.line - 1)
    whole = failure.at(failure.line)
    if _BLOCK_MARK.fullmatch("".join(above.split()[-1:])):
        column = len(above) - len(above.lstrip(" -"))
        saran = f"teks di bawah tanda > atau | harus menjorok; beri {column + 2} spasi"
        right = " " * (column + 2) + whole.lstrip()
        return _explained(failure, _LOOSE, saran, instead=right)
    return _explained(failure, _LOOSE, _LOOSE_SARAN)


_EXPLANATIONS: tuple[Callable[[_Failure], Explained | None], ...] = (
    _tab,
    _bullet,
    _no_space,
    _equals,
    _curly_quote,
    _bare_bracket,
    _text_behind_block_mark,
    _escape,
    _open_quote,
    _open_bracket,
    _starter,
    _bracket_before_text,
    _text_behind_quotes,
    _indentation,
    _colon,
    _loose_text,
)
"""The first that gives a finding is believed."""
