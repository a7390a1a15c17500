"""Two naskah side by side: which block became which, and which words of it changed.

Knows paper only, never the model.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from notakesepakatan.align import align, overlap, spans
from notakesepakatan.naskah.blocks import (
    Cell,
    Cut,
    Paragraph,
    Sheet,
    Table,
    TableLine,
    Track,
)
from notakesepakatan.naskah.renumbered import path_now, renumbered

Block = Paragraph | Table
T = TypeVar("T")

_WORD = re.compile(r"\S+\s*|\s+")


def pair(
    old: Sequence[T],
    new: Sequence[T],
    identity: Callable[[T], Hashable],
    kind: Callable[[T], Hashable],
    as_now: Callable[[T], T] = lambda item: item,
) -> Iterator[tuple[T | None, T | None]]:
    """What became what, in order; in a gap what is gone comes before what is new.

    Args:
        old: items of the old naskah.
        new: items of the new one.
        identity: path of the datum, or the words: who has the same is the same.
        kind: where the kinds of a gap are the same on both sides, each has changed.
        as_now: an old item under the path that it has in the new naskah.
    """
    moved = list(map(as_now, old))
    old_keys, new_keys = list(map(identity, moved)), list(map(identity, new))
    for span in spans(old_keys, new_keys):
        gone, come = [old[i] for i in span.old], [new[j] for j in span.new]
        kinds_before = [kind(moved[i]) for i in span.old]
        kinds_now = list(map(kind, come))
        if span.equal or kinds_before == kinds_now:
            yield from zip(gone, come, strict=True)
        else:
            yield from ((x, None) for x in gone)
            yield from ((None, x) for x in come)


def pair_blocks(
    old: Sequence[Block], new: Sequence[Block]
) -> Iterator[tuple[Block | None, Block | None]]:
    """Blocks of two sections; a table meets a table, an item itself under its new number."""
    moved = renumbered(old, new)

    def as_now(block: Block) -> Block:
        return block._replace(datum=path_now(block.datum, moved))

    return pair(old, new, _identity, _kind, as_now if moved else lambda block: block)


def _identity(block: Block) -> Hashable:
    if isinstance(block, Table):
        return ("tabel", block.datum)
    return (
        ("p", block.datum) if block.datum else (block.gaya, block.teks, block.picture)
    )


def _kind(block: Block) -> Hashable:
    """Unnamed paragraphs may have become each other where they look the same.

    What has a name only itself.
    """
    return _identity(block) if isinstance(block, Table) or block.datum else block.gaya


def pair_rows(
    old: Table, new: Table
) -> list[tuple[TableLine | None, TableLine | None]]:
    """Rows of two tables, by the path of their datum or their words.

    Rows that are only counted, as those of a table with columns of one's own, by their
    words alone.
    """
    if any(map(_is_counted, old.baris)) and any(map(_is_counted, new.baris)):
        return _counted_rows(old.baris, new.baris)
    # Not `list(…)`: mypy cannot tell its items then.
    return [one for one in pair(old.baris, new.baris, _row_identity, _row_kind)]  # noqa: C416


_COUNTED = re.compile(r"\.tabel\.\d+$")


def _is_counted(line: TableLine) -> bool:
    return bool(_COUNTED.search(line.datum))


def _counted_rows(
    old: Sequence[TableLine], new: Sequence[TableLine]
) -> list[tuple[TableLine | None, TableLine | None]]:
    old_cells = [frozenset(enumerate(_texts(line))) for line in old]
    new_cells = [frozenset(enumerate(_texts(line))) for line in new]

    def likeness(i: int, j: int) -> float:
        if _shape(old[i]) != _shape(new[j]):
            return 0
        if not (_is_counted(old[i]) and _is_counted(new[j])):
            return float(old[i].datum == new[j].datum)
        return overlap(old_cells[i], new_cells[j]) or _IN_ITS_PLACE

    pairs = align(
        [(_texts(line), _shape(line)) for line in old],
        [(_texts(line), _shape(line)) for line in new],
        likeness,
    )
    return [
        (None if i is None else old[i], None if j is None else new[j]) for i, j in pairs
    ]


_IN_ITS_PLACE = 0.05
"""What pairing any two rows is worth: one replaced in its place counts as changed."""


def _row_identity(line: TableLine) -> Hashable:
    return (line.datum or _data_of(line) or _texts(line), _shape(line))


def _data_of(line: TableLine) -> tuple[str, ...]:
    """The paths of its paragraphs; none where any bears none."""
    data = tuple(p.datum for cell in line.cell for p in cell.isi)
    return data if all(data) else ()


def _texts(line: TableLine) -> tuple[str, ...]:
    return tuple(p.teks for cell in line.cell for p in cell.isi)


def _row_kind(line: TableLine) -> Hashable:
    return (line.datum, _shape(line))


def _shape(line: TableLine) -> Hashable:
    return (line.kepala, tuple((cell.kolom, cell.baris) for cell in line.cell))


def pair_sections(
    old: Sequence[Sheet], new: Sequence[Sheet]
) -> list[tuple[Sheet | None, Sheet | None]]:
    """Sections by their kind of page, and annexes by their number."""
    return [one for one in pair(old, new, _sheet, _sheet)]  # noqa: C416 - list() confuses mypy


def _sheet(section: Sheet) -> Hashable:
    named = (block.datum for block in section.block if isinstance(block, Paragraph))
    first = next(filter(None, named), "")
    return section.page, first if first.startswith("lampiran.") else ""


def word_changes(old: Sequence[Cut], new: Sequence[Cut]) -> tuple[Cut, ...]:
    """Both texts as one: words that stayed, words taken out, words put in."""
    old_words, new_words = _words(old), _words(new)
    result = list[Cut]()
    for span in spans(old_words, new_words):
        gone = [old_words[i] for i in span.old]
        if span.equal:
            _add(result, gone, "")
            continue
        _add(result, gone, "hapus")
        _add(result, [new_words[j] for j in span.new], "sisip")
    return tuple(result)


def _add(result: list[Cut], words: Sequence[Cut], track: Track) -> None:
    """Append the words; those that look like the last ones become one run with them."""
    for word in words:
        cut = word._replace(lacak=track)
        if result and _one_run(result[-1], cut):
            cut = cut._replace(teks=result.pop().teks + cut.teks)
        result.append(cut)


def _one_run(last: Cut, cut: Cut) -> bool:
    return "\n" not in (last.teks, cut.teks) and last[1:] == cut[1:]


def _words(content: Sequence[Cut]) -> list[Cut]:
    return [
        p._replace(teks=word)
        for p in content
        for word in (["\n"] if p.teks == "\n" else _WORD.findall(p.teks))
    ]


def merge(old: Sequence[Sheet], new: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """One document that holds both, every difference marked.

    Without what is taken out it is the new one, without what is put in the old one.
    """
    return tuple(_merge_sheets(a, b) for a, b in pair_sections(old, new))


def _merge_sheets(old: Sheet | None, new: Sheet | None) -> Sheet:
    either = new or old or Sheet("", ())
    before = old.block if old else ()
    now = new.block if new else ()
    return Sheet(either.page, tuple(_merge_blocks(before, now)))


def _merge_blocks(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    for a, b in pair_blocks(old, new):
        if isinstance(a, Table) and isinstance(b, Table):
            yield from _merge_tables(a, b)
        elif isinstance(a, Paragraph) and isinstance(b, Paragraph) and _are_like(a, b):
            yield _merge_paragraphs(a, b)
        else:
            if a is not None:
                yield _whole(a, "hapus")
            if b is not None:
                yield _whole(b, "sisip")


def _are_like(a: Paragraph, b: Paragraph) -> bool:
    """Whether two paragraphs differ in their words alone, or in their number."""
    return bool(a.label) == bool(b.label) and a.picture == b.picture


def _merge_paragraphs(a: Paragraph, b: Paragraph) -> Paragraph:
    isi = b.isi if a.isi == b.isi else word_changes(a.isi, b.isi)
    before = a.label if a.label != b.label else ""
    return b._replace(isi=isi, label_before=before)


def _whole(block: Block, track: Track) -> Block:
    if isinstance(block, Paragraph):
        return block._replace(lacak=track)
    return block._replace(baris=tuple(_whole_row(line, track) for line in block.baris))


def _whole_row(line: TableLine, track: Track) -> TableLine:
    cell = tuple(
        s._replace(isi=tuple(p._replace(lacak=track) for p in s.isi)) for s in line.cell
    )
    return line._replace(cell=cell, lacak=track)


def _merge_tables(a: Table, b: Table) -> Iterator[Block]:
    rows = pair_rows(a, b)
    taken_out = [old for old, new in rows if old and new is None]
    put_in = [new for old, new in rows if new and old is None]
    # A cell over several rows cannot lose or gain one of them, nor a table a column.
    is_cut = any(map(_reaches_below, [*taken_out, *put_in]))
    if is_cut or len(a.width) != len(b.width):
        yield _whole(a, "hapus")
        yield _whole(b, "sisip")
        return
    yield b._replace(baris=tuple(_merge_row(old, new) for old, new in rows))


def _reaches_below(line: TableLine) -> bool:
    """Whether a cell of a row goes on in the row below."""
    return any(cell.baris > 1 for cell in line.cell)


def _merge_row(a: TableLine | None, b: TableLine | None) -> TableLine:
    if b is None:
        return _whole_row(a or TableLine(()), "hapus")
    if a is None:
        return _whole_row(b, "sisip")
    cell = list[Cell]()
    for x, y in zip(a.cell, b.cell, strict=True):
        merged = _merge_blocks(x.isi, y.isi)
        content = tuple(one for one in merged if isinstance(one, Paragraph))
        cell.append(y._replace(isi=content))
    return b._replace(cell=tuple(cell))
