"""What changed between two naskah, place by place, with the words taken out and put in:
for the meeting and corrections.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from notakesepakatan.compose.adendum.difference import Difference
from notakesepakatan.compose.adendum.heads import TITLE
from notakesepakatan.compose.adendum.paper import paper_words
from notakesepakatan.compose.adendum.tables import changed_words, table_differences
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Cut, Paragraph, Sheet, Table
from notakesepakatan.naskah.compare import Block, pair_blocks, pair_sections
from notakesepakatan.words.lists import END_MARK


class _Moved(NamedTuple):
    """The paths of an item that says the same under another number."""

    before: str
    after: str


STAYS = "tetap, menjadi "
"""Begins what is told of an item that only bears another number."""


def changes(old: Naskah, new: Naskah, sebutan: Mapping[str, str]) -> list[Difference]:
    """Every place that differs, in order of the new text.

    Args:
        old: the old one.
        new: the new one.
        sebutan: how each party is called, by its key.
    """
    result = list[Difference]()
    pairs = pair_sections(_without_cover(old), _without_cover(new))
    for before, after in pairs:
        old_blocks = _without_continuation(before.block if before else ())
        new_blocks = _without_continuation(after.block if after else ())
        for difference in _section(old_blocks, new_blocks, sebutan):
            if result and _goes_on(result[-1], difference):
                difference = _joined(result.pop(), difference)
            result.append(difference)
    return result


def _without_cover(naskah: Naskah) -> tuple[Sheet, ...]:
    """What a cover says, the first page says again."""
    return tuple(one for one in naskah.section if one.page != "sampul")


def _without_continuation(blocks: Sequence[Block]) -> list[Block]:
    """Without the line that says on a new page whose signatures go on: no word of the text."""
    return [
        block
        for block in blocks
        if not isinstance(block, Paragraph) or block.gaya != "lanjutan-tanda-tangan"
    ]


def _goes_on(last: Difference, this: Difference) -> bool:
    """Whether a place is told already, and this only adds to it or takes away."""
    one_sided = not this.semula or not this.menjadi
    return last.letak == this.letak and one_sided


def _joined(last: Difference, this: Difference) -> Difference:
    return Difference(this.datum, this.letak, (*last.kata, Cut("\n"), *this.kata))


def _section(
    old: Sequence[Block], new: Sequence[Block], sebutan: Mapping[str, str]
) -> Iterator[Difference]:
    datum = ""
    moved = list[_Moved]()
    places = {block.datum: i for i, block in enumerate(old)}
    for before, after in _with_crossed(list(pair_blocks(old, new))):
        datum = _datum(after or before, datum)
        if isinstance(before, Table) or isinstance(after, Table):
            tables = (_as_table(before), _as_table(after))
            yield from table_differences(*tables, sebutan)
            continue
        item = _renumbered(before, after)
        if _ends(moved, datum, item, places):
            yield from _moved_items(moved, sebutan)
            moved.clear()
        if item:
            moved.append(item)
            continue
        kata = changed_words(_as_list(before), _as_list(after))
        if kata:
            letak = paper_words(datum, sebutan)
            is_title = _is_title(before) and _is_title(after)
            yield Difference(datum, f"{TITLE}{letak}" if is_title else letak, kata)
    yield from _moved_items(moved, sebutan)


def _is_title(block: Block | None) -> bool:
    """Whether it is the head of a pasal, and no word of what stands below it."""
    return isinstance(block, Paragraph) and block.gaya == "pasal"


def _renumbered(before: Block | None, after: Block | None) -> _Moved | None:
    """An item that only bears another number; None where these are none."""
    if not isinstance(before, Paragraph) or not isinstance(after, Paragraph):
        return None
    moved = before.label != after.label and before.datum != after.datum
    says_the_same = _without_mark(before) == _without_mark(after)
    return _Moved(before.datum, after.datum) if moved and says_the_same else None


def _ends(
    moved: Sequence[_Moved], datum: str, item: _Moved | None, places: Mapping[str, int]
) -> bool:
    """Whether the items that follow one another so far are to be told now.

    Args:
        moved: those items.
        datum: where what comes next stands.
        item: what comes next, if it too bears another number only.
        places: where each datum stood in the old text.
    """
    if not moved:
        return False
    if _leaves_list(moved, datum):
        return True
    return item is not None and places[item.before] < places[moved[-1].before]


_Pair = tuple[Block | None, Block | None]


def _with_crossed(pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs, an item that is gone here and says the same there as one of them.

    Two that exchanged places are else paired in no order that keeps both.
    """
    gone = {_said(item): item for item in _labelled(a for a, b in pairs if not b)}
    come = _labelled(after for before, after in pairs if not before)
    crossed = {item.datum: gone[_said(item)] for item in come if _said(item) in gone}
    elsewhere = [item.datum for item in crossed.values()]
    result = list[_Pair]()
    for before, after in pairs:
        if after:
            result.append((crossed.get(after.datum, before), after))
        elif before and before.datum not in elsewhere:
            result.append((before, after))
    return result


def _labelled(blocks: Iterable[Block | None]) -> list[Paragraph]:
    """Those that are items of lists."""
    return [item for item in blocks if isinstance(item, Paragraph) and item.label]


def _said(item: Paragraph) -> tuple[str, tuple[Cut, ...]]:
    """What tells an item of a list wherever it stands in it."""
    return _list_of(item.datum), _without_mark(item)


def _without_mark(item: Paragraph) -> tuple[Cut, ...]:
    """What an item says, without the mark that it ends with for where it stands."""
    if not item.isi:
        return item.isi
    *cuts, last = item.isi
    return (*cuts, last._replace(teks=END_MARK.sub("", last.teks)))


def _list_of(datum: str) -> str:
    """The path of the list that an item stands in."""
    return datum.rpartition(".")[0]


def _leaves_list(moved: Sequence[_Moved], datum: str) -> bool:
    """Whether a path is none of the list whose items bear other numbers."""
    return bool(moved) and not datum.startswith(_list_of(moved[-1].after))


def _moved_items(
    moved: Sequence[_Moved], sebutan: Mapping[str, str]
) -> Iterator[Difference]:
    """The items of each list that bear another number: `tetap, menjadi ayat (2)`."""
    lists = dict[str, list[_Moved]]()
    for one in moved:
        lists.setdefault(_list_of(one.after), []).append(one)
    for items in lists.values():
        old = [paper_words(before, sebutan) for before, _ in items]
        new = [paper_words(after, sebutan) for _, after in items]
        goes_on = Cut(f"{STAYS}{_from_to(new)}", lacak="sisip")
        kata = (Cut(_from_to(old), lacak="hapus"), goes_on)
        first, *others = (item.after for item in items)
        yield Difference(first, _from_to(new), kata, others=tuple(others))


def _from_to(places: Sequence[str]) -> str:
    """ "Pasal 2 huruf b sampai dengan huruf i"; of two both."""
    first, last = places[0], places[-1]
    if first == last:
        return first
    joined = "dan" if len(places) == 2 else "sampai dengan"
    return f"{first} {joined} {' '.join(last.split()[-2:])}"


def _as_table(block: Block | None) -> Table | None:
    return block if isinstance(block, Table) else None


def _as_list(paragraph: Paragraph | None) -> list[Paragraph]:
    return [paragraph] if paragraph else []


def _datum(block: Block | None, above: str) -> str:
    """Path of a paragraph or a table.

    One without, and an address inside a pasal, belongs to what stands above it.
    """
    if block is None or not block.datum:
        return above
    is_address = ".korespondensi." in block.datum
    return above if is_address and above.startswith("pasal.") else block.datum
