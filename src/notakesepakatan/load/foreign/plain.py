"""A text file in, its lines out, whichever of the usual encodings it is in."""

import codecs
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from notakesepakatan.load.foreign.account import ForeignText, Look, Paragraph, Piece
from notakesepakatan.load.foreign.bounds import Refused, bounded
from notakesepakatan.load.foreign.lines import Gap, Line, Page, join_lines

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""What a file begins with that says its encoding; the longer before what begins alike."""
_ANSI = "cp1252"
_NARROWEST, _WIDEST = 40, 140
"""Letters of the longest line of a text whose lines were cut by a program."""
_FULL_SHARE = 0.8
_FEWEST_BROKEN = 3
"""Lines nearly as long as the longest that end inside a sentence."""
_WIDE_GAP = re.compile(r"(?<=\S) {6,}(?=\S)")
_LETTER = 5.0
"""Points; how wide a letter is where it has no width of its own."""


def read_plain(content: bytes) -> ForeignText:
    """The lines of a text file.

    Raises:
        Refused: it is no text, or too much of it.
    """
    text, remarks = _decode(content)
    lines, heads = _without_heads(text.splitlines())
    typed = (
        Paragraph(line, pieces=(Piece(0, i + 1, 1),), look=_look(line))
        for i, line in enumerate(lines)
    )
    paragraphs = tuple(bounded(typed))
    if _is_wrapped(lines):
        paragraphs = tuple(join_lines([_as_page(lines)]))
    return ForeignText((*paragraphs, *heads), remarks=remarks)


_NUMBERED_PAGE = re.compile(
    r"(?P<head>.*?)\s*(?:(?:halaman|hal\.?|page)\s+(?P<number>\d{1,3})"
    r"(?:\s*(?:dari|of|/)\s*\d{1,3})?|-\s*(?P<between>\d{1,3})\s*-)\s*",
    re.IGNORECASE,
)
"""`PERJANJIAN KERJA SAMA   Halaman 2`, `Halaman 2 dari 5`, `- 2 -`."""


def _without_heads(lines: Sequence[str]) -> tuple[list[str], list[Paragraph]]:
    """The lines, those that number the pages emptied; each kind of them once, apart.

    Lines that say the same but for a number that grows from one to the next are such.
    """
    kinds = dict[str, list[tuple[int, int]]]()
    for i, line in enumerate(lines):
        match = _NUMBERED_PAGE.fullmatch(line.strip())
        if match:
            head = " ".join(match["head"].split())
            number = int(match["number"] or match["between"])
            kinds.setdefault(head, []).append((number, i))
    running = [places for places in kinds.values() if _grows(places)]
    emptied = {i for places in running for _, i in places}
    kept = ["" if i in emptied else line for i, line in enumerate(lines)]
    firsts = (lines[places[0][1]] for places in running)
    heads = [Paragraph(" ".join(one.split()), "kepala halaman", 1) for one in firsts]
    return kept, heads


def _grows(places: Sequence[tuple[int, int]]) -> bool:
    numbers = [number for number, _ in places]
    return len(numbers) > 1 and all(one < two for one, two in pairwise(numbers))


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines end where a column ends, and not where a sentence does."""
    written = [line.rstrip() for line in lines if line.strip()]
    longest = max(map(len, written), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return False
    broken = sum(
        len(line) > longest * _FULL_SHARE and line[-1].isalnum() for line in written
    )
    return broken >= _FEWEST_BROKEN


def _look(line: str) -> Look:
    spaces = len(line) - len(line.lstrip(" "))
    return Look(line, indent=spaces * _LETTER)


def _as_page(lines: Sequence[str]) -> Page:
    """Lines as on a page, a letter being as wide as a line is high."""
    height = len(lines) * 2.0
    placed = tuple(
        Line(
            " ".join(line.split()),
            left=(len(line) - len(line.lstrip())) * _LETTER,
            right=len(line.rstrip()) * _LETTER,
            bottom=height - 2 * i - 1,
            top=height - 2 * i,
            gaps=tuple(_gaps(line)),
            number=i + 1,
            column=len(line) - len(line.lstrip()) + 1,
        )
        for i, line in enumerate(lines)
        if line.strip()
    )
    return Page(1, _WIDEST * _LETTER, height, placed)


def _gaps(line: str) -> Iterator[Gap]:
    """Where more spaces stand than a sentence has, as in lines of two columns."""
    for match in _WIDE_GAP.finditer(line):
        before = " ".join(line[: match.start()].split())
        yield Gap(len(before) + 1, match.start() * _LETTER, match.end() * _LETTER)


def _decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and how it was read where nothing in the file says so."""
    try:
        return _decode_strictly(content)
    except UnicodeDecodeError:
        message = "bukan teks; simpan kembali sebagai teks UTF-8"
        raise Refused(message) from None


def _decode_strictly(content: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding), ()
    wide = _wide_encoding(content)
    if wide:
        return content.decode(wide), ("dibaca sebagai teks UTF-16",)
    if b"\0" in content:
        raise UnicodeDecodeError("utf-8", content, 0, 1, "")
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return content.decode(_ANSI), ("dibaca sebagai teks ANSI (Windows-1252)",)


def _wide_encoding(content: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte of Latin letters is zero."""
    sample = content[:2000]
    half = len(sample) // 2
    if not half or len(content) % 2:
        return ""
    if sample[1::2].count(0) > half * 0.7 and not sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.7 and not sample[1::2].count(0):
        return "utf-16-be"
    return ""
