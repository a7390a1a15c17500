"""Two naskah of one agreement in, one that says both out.

On upright pages what both say stands side by side, the first language left: one row a
paragraph. Tables (signatures, the Rencana Kerja), what stands around them, and pages of
annexes say the second language below the first, and once what is the same in both.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notakesepakatan.naskah.compare import pair

ID = ".terjemahan"
"""What the id of a block in the second language ends with, behind that of the first."""

_SECTION = re.compile(r"(<section\b[^>]*>)(.*?)(</section>)", re.DOTALL)
_LANDSCAPE = 'class="lampiran'
_BLOCK = re.compile(
    r"<(?P<tag>p|h[1-6]|table)\b(?P<traits>[^>]*)(?:/>|>.*?</(?P=tag)>)", re.DOTALL
)
_CELL = re.compile(r"(<t[dh]\b[^>/]*>)(.*?)(</t[dh]>)", re.DOTALL)
_PARAGRAPH = re.compile(r"<p\b[^>]*(?:/>|>.*?</p>)", re.DOTALL)
_PARAGRAPH_TAG = re.compile(r"<(p|h[1-6])\b")
_ALT = re.compile(r' alt="[^"]*"')
_LANGUAGE = re.compile(r' lang="[^"]*"')
_ID = re.compile(r'\bid="([^"]+)"')
_CLASS = re.compile(r'\bclass="([^"]+)"')

_ONCE = ("logo", "penanda", "judul-tabel")
"""Styles of what is said once, in the first language."""
_STACKED = ("tanda-tangan", "sela-tanda-tangan", "lanjutan-tanda-tangan")
"""Styles of what stands around the signatures, in the middle of the page."""

_LEADING = (
    *("judul", "pengantar", "isi-pengantar", "pembukaan", "nomor-naskah"),
    *("isi-akhir", "bagian-lampiran", "sub-bagian"),
)
"""How styles begin of what stays on the page of the paragraph below it."""

_OPENING = (
    '<table class="dwibahasa">\n<colgroup><col style="width:48%"/>'
    '<col style="width:4%"/><col style="width:48%"/></colgroup>\n<tbody>\n'
)
_CLOSING = "</tbody>\n</table>\n"


class _Block(NamedTuple):
    """A paragraph or table.

    Attributes:
        text: its XHTML.
        tag: its element.
        style: its class.
        datum: its id.
    """

    text: str
    tag: str
    style: str
    datum: str


def beside(first: str, second: str, code: str, *, once: bool = False) -> str:
    """One XHTML of two with the same sections.

    Args:
        first: sections in the first language.
        second: the same in the second.
        code: what the second is called in HTML and Word: "en-GB".
        once: whether a block that is the same in both stands once, as wide as the page.
    """
    others = iter(_SECTION.findall(_marked(second, code)))

    def joined(section: re.Match[str]) -> str:
        _, other, _ = next(others, ("", "", ""))
        is_wide = _LANDSCAPE in section[1]
        lines = _lines(_blocks(section[2]), _blocks(other), stacked=is_wide, once=once)
        return f"{section[1]}\n{''.join(lines)}{section[3]}"

    return _SECTION.sub(joined, first)


def _blocks(content: str) -> list[_Block]:
    return [_block(match) for match in _BLOCK.finditer(content)]


def _block(match: re.Match[str]) -> _Block:
    style = _CLASS.search(match["traits"])
    datum = _ID.search(match["traits"])
    return _Block(
        match[0], match["tag"], style[1] if style else "", datum[1] if datum else ""
    )


def _lines(
    first: Sequence[_Block], second: Sequence[_Block], *, stacked: bool, once: bool
) -> Iterator[str]:
    is_open = False
    for left, right in pair(first, second, _identity, _identity):
        row = "" if stacked else _row(left, right, once=once)
        if bool(row) != is_open:
            yield _OPENING if row else _CLOSING
            is_open = bool(row)
        yield row or _below(left, right)
    if is_open:
        yield _CLOSING


def _identity(block: _Block) -> tuple[str, str]:
    return block.tag, block.datum or block.style


def _row(left: _Block | None, right: _Block | None, *, once: bool) -> str:
    """A row of both; empty where they do not stand side by side."""
    either = left or right
    if either is None or not _stands_in_columns(either):
        return ""
    if once and left and right and _says_same(left, right):
        return ""
    class_name = "lanjut tinggi" if _leads(either) else "tinggi"
    return f'<tr class="{class_name}">{_cells(left, right)}</tr>\n'


def _cells(left: _Block | None, right: _Block | None) -> str:
    own = left.text if left else ""
    other = _renamed(right.text) if right else ""
    return f"<td>{own}</td><td></td><td>{other}</td>"


def _stands_in_columns(block: _Block) -> bool:
    return block.tag != "table" and block.style not in (*_ONCE, *_STACKED)


def _leads(block: _Block) -> bool:
    """Whether a block stays on the page of the paragraph below it."""
    return block.tag != "p" or block.style.startswith(_LEADING)


def _below(left: _Block | None, right: _Block | None) -> str:
    """The second below the first, where it says something else."""
    if left is None or right is None:
        either = left or right
        return f"{either.text}\n" if either else ""
    if left.tag == "table":
        return f"{_joined_tables(left.text, right.text)}\n"
    if left.style in _ONCE or _says_same(left, right):
        return f"{left.text}\n"
    return f"{left.text}\n{_renamed(right.text)}\n"


def _joined_tables(left: str, right: str) -> str:
    """The first table, each of its cells with what the second says otherwise."""
    cells = [content for _, content, _ in _CELL.findall(right)]
    if len(cells) != len(_CELL.findall(left)):
        return f"{left}\n{_renamed(right)}"
    others = iter(cells)
    return _CELL.sub(lambda cell: _joined_cell(cell, next(others)), left)


def _joined_cell(cell: re.Match[str], other: str) -> str:
    own = [_bare(paragraph) for paragraph in _PARAGRAPH.findall(cell[2])]
    added = [
        _renamed(paragraph)
        for paragraph in _PARAGRAPH.findall(other)
        if _bare(paragraph) not in own
    ]
    return f"{cell[1]}{cell[2]}{''.join(added)}{cell[3]}"


def _says_same(left: _Block, right: _Block) -> bool:
    return left.text == _LANGUAGE.sub("", right.text)


def _bare(paragraph: str) -> str:
    """What a paragraph says or shows, whatever its id and its language."""
    return _ALT.sub("", _LANGUAGE.sub("", _ID.sub("", paragraph)))


def _marked(content: str, code: str) -> str:
    """The sections with their language on each of their paragraphs."""
    return _PARAGRAPH_TAG.sub(rf'<\1 lang="{code}"', content)


def _renamed(block: str) -> str:
    return _ID.sub(rf'id="\1{ID}"', block)
