"""A piece of text pasted from a letter or a page in, its paragraphs with their lists out.

It is read as a file's body is: labels become lists, a heading begins a pasal. Tables are
lines of words here, since a piece of plain text shows no more of them.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from notakesepakatan.compute.editing.paragraphs import (
    LISTS,
    PASAL,
    Line,
    lines_of,
)
from notakesepakatan.load.foreign.plain import read_plain
from notakesepakatan.load.grammar.body import Lists, Part
from notakesepakatan.load.grammar.parts import head_of, heading, is_title
from notakesepakatan.load.grammar.stream import Block, Item, stream


def read_pasted(text: str) -> list[Line]:
    """The paragraphs of a piece of text; what stands before any heading has no pasal.

    Raises:
        Refused: it is too much.
    """
    data = _pasal_of(stream(read_plain(text.encode())))
    pasal = [_without_tables(each) for each in data]
    lines = lines_of({"pasal": pasal}, PASAL)
    is_headless = bool(pasal) and "judul" not in pasal[0]
    shown = lines[1:] if is_headless else lines
    return [Line(line.kind, line.text, line.depth, line.level) for line in shown]


def _pasal_of(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """The pasal of a run of blocks; the first has no `judul` where no heading begins it."""
    found: list[tuple[dict[str, Any], Lists]] = []
    head: dict[str, Any] = {}
    for block in blocks:
        began = _head(block)
        if began:
            head |= began
            continue
        untitled = next((key for key in reversed(head) if not head[key]), None)
        if untitled and _is_title(block):
            head[untitled] = _words(block)
            continue
        if head or not found:
            found.append((_begun(head), Lists(Part(), {})))
            head = {}
        found[-1][1].add(block)
    if head:
        found.append((_begun(head), Lists(Part(), {})))
    return [{**begun, **_closed(lists)} for begun, lists in found]


def _begun(head: dict[str, Any]) -> dict[str, Any]:
    """What a pasal begins with; a BAB begins one too."""
    return {**head, "judul": head.get("judul", "")} if head else {}


def _head(block: Block) -> dict[str, str]:
    """What a heading says of the pasal that it begins; nothing of another block."""
    if not isinstance(block, Item):
        return {}
    head = head_of(block)
    if head:
        return {head.key: head.judul}
    pasal = heading(block)
    return {"judul": (pasal["judul"] or "").strip()} if pasal else {}


def _is_title(block: Block) -> bool:
    return isinstance(block, Item) and not block.label and is_title(block.whole)


def _words(block: Block) -> str:
    return block.whole if isinstance(block, Item) else ""


def _closed(lists: Lists) -> dict[str, Any]:
    lists.close()
    return lists.top.data()


def _without_tables(part: Any) -> Any:
    """The same part; rows of tables, and names with their values, as paragraphs."""
    if not isinstance(part, dict):
        return part
    result = {
        key: value for key, value in part.items() if key not in ("baris", "tabel")
    }
    rows = [*_lines_in(part.get("baris", ())), *_rows_in(part.get("tabel", {}))]
    if rows:
        result["paragraf"] = [*result.get("paragraf", ()), *rows]
    for level in LISTS:
        if level in result:
            result[level] = [_without_tables(item) for item in result[level]]
    return result


def _lines_in(named: Sequence[dict[str, str]]) -> Iterator[str]:
    for line in named:
        yield f"{line['label']}: {line['isi']}"


def _rows_in(tabel: dict[str, Any]) -> Iterator[str]:
    titles = [
        each if isinstance(each, str) else each["judul"]
        for each in tabel.get("kolom", ())
    ]
    if titles:
        yield " | ".join(titles)
    for row in tabel.get("baris", ()):
        yield row if isinstance(row, str) else " | ".join(row)
