"""Tables that go on on the next page, as WeasyPrint lays them out: the first row of the
page says again what it goes on with, and a joined cell ends where its page does.

WeasyPrint lays out a table once a page, from the row on at which the page begins. What
stands here comes before and after that: no page is set twice for it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Layout = Callable[..., Any]
"""`weasyprint.layout.table.table_layout`: context, table, bottom space, where to begin,
and more; gives the table as laid out, where to go on, and more.
"""

CONTINUED = " (lanjutan)"
"""Stands behind what is said again on the next page."""
_MOST_TRIES = 3
"""As often as the end of a page may move up."""


@dataclass(frozen=True)
class _Place:
    """A row of a table, where a page ends and the next one begins.

    Attributes:
        group: counted from 0 among the table's children.
        row: counted from 0 in that group.
    """

    group: int
    row: int


def with_first_rows_whole(layout: Layout, text_box: Any) -> Layout:
    """WeasyPrint's layout of a table, so that each page of it can be read alone.

    Args:
        layout: WeasyPrint's own.
        text_box: its class of a run of text.
    """

    def laid_out(
        context: Any, table: Any, bottom_space: float, begin: Any, *rest: Any
    ) -> Any:
        def fitted(asked: Any) -> Any:
            return _fitted(
                asked, lambda it: layout(context, it, bottom_space, begin, *rest)
            )

        first = _place(begin)
        if first is None:
            return fitted(table)
        result = fitted(_with_said_again(table, first, text_box))
        if _is_torn(result[1], first):
            # What is said again is longer than the page; then it is not said.
            return fitted(table)
        if result[0] is not None:
            _draw_in_order(result[0])
        return result

    return laid_out


def _fitted(table: Any, layout: Layout) -> Any:
    """The table laid out so that no joined cell goes on below the last row of its page."""
    result = layout(table)
    for _ in range(_MOST_TRIES):
        end = _end(result[1])
        if result[0] is None or end is None or not _sticks_out(result[0]):
            break
        table = _with_cells_ended(table, end)
        result = layout(table)
    if result[0] is not None:
        _close(result[0])
    return result


def _close(table: Any) -> None:
    """End a table as laid out at its last row.

    Where WeasyPrint takes rows back, so that they stay with the next page, it leaves
    their room.
    """
    last = _last_rows(table)
    if last is None:
        return
    left = last.position_y + last.height - _bottom(last)
    last.height -= left
    table.height -= left
    if table.children[-1].is_footer:
        table.children[-1].translate(dy=-left)


def _end(stack: Any) -> _Place | None:
    """The row below the last one that layout came to."""
    if not stack:
        return None
    ((group, in_group),) = stack.items()
    if not in_group:
        return None
    ((row, in_row),) = in_group.items()
    return _Place(group, row + 1 if in_row else row)


def _is_torn(stack: Any, place: _Place) -> bool:
    """Whether layout goes on within the row at that place."""
    torn: bool = bool(stack) and bool((stack.get(place.group) or {}).get(place.row))
    return torn


def _place(stack: Any) -> _Place | None:
    """The whole row at which layout stops or goes on; none within a row or between
    groups.
    """
    if not stack:
        return None
    ((group, in_group),) = stack.items()
    if not in_group:
        return None
    ((row, in_row),) = in_group.items()
    return None if in_row else _Place(group, row)


def _with_said_again(table: Any, first: _Place, text_box: Any) -> Any:
    """The table whose row at that place has the cells that reach down over it."""
    group = table.children[first.group]
    row = group.children[first.row]
    again = [
        _ended(cell.deepcopy(), above + cell.rowspan - first.row)
        for above, cell in _reaching_over(group, first.row)
    ]
    if not again:
        return table
    for cell in again:
        # No part of the text: the structure of the document has it once.
        cell.is_said_again = True
    _add_words(again[-1], CONTINUED, text_box)
    # At the end, where the numbers of the row's own cells stay what they are; a cell's
    # place is that of its column.
    whole = row.copy_with_children([*row.children, *again])
    return _with_rows(table, first.group, {first.row: whole})


def _reaching_over(group: Any, row: int) -> Iterator[tuple[int, Any]]:
    """Cells of rows above that reach down over a row, with the number of theirs."""
    for above, one in enumerate(group.children[:row]):
        for cell in one.children:
            if above + cell.rowspan > row:
                yield above, cell


def _ended(cell: Any, rowspan: int) -> Any:
    cell.rowspan = rowspan
    return cell


def _add_words(cell: Any, words: str, text_box: Any) -> None:
    """Add words behind the last line of a cell that is not laid out yet."""
    line = cell
    while getattr(line, "children", None) and not hasattr(line, "text_overflow"):
        line = line.children[-1]
    line.children.append(text_box.anonymous_from(line, words))


def _sticks_out(table: Any) -> bool:
    """Whether a cell of the table as laid out goes on below its last row."""
    last = _last_rows(table)
    if last is None:
        return False
    bottom = _bottom(last) + _ROUNDING
    return any(
        cell.position_y + cell.border_height() > bottom
        for row in last.children
        for cell in row.children
    )


def _draw_in_order(table: Any) -> None:
    """Have the cells of a table as laid out drawn, and so read, from left to right."""
    for group in table.children:
        for row in group.children:
            row.children.sort(key=lambda cell: cell.grid_x)


def _last_rows(table: Any) -> Any:
    """The last group of rows of a table as laid out that is neither its head nor its
    foot.
    """
    bodies = [one for one in table.children if not (one.is_header or one.is_footer)]
    return bodies[-1] if bodies and bodies[-1].children else None


def _bottom(group: Any) -> float:
    last = group.children[-1]
    bottom: float = last.position_y + last.height
    return bottom


_ROUNDING = 0.01
"""Pixels."""


def _with_cells_ended(table: Any, end: _Place) -> Any:
    """The table whose joined cells end above the row at that place, so that the rows
    above it are as high as they are.
    """
    group = table.children[end.group]
    rows = {
        above: _with_row_ended(group.children[above], end.row - above)
        for above in {above for above, _ in _reaching_over(group, end.row)}
    }
    return _with_rows(table, end.group, rows)


def _with_row_ended(row: Any, most: int) -> Any:
    cells = [_ended(cell.copy(), min(cell.rowspan, most)) for cell in row.children]
    return row.copy_with_children(cells)


def _with_rows(table: Any, group: int, rows: dict[int, Any]) -> Any:
    """The table with these rows of a group in place of its own."""
    groups: Sequence[Any] = table.children
    old = groups[group]
    children = [rows.get(i, row) for i, row in enumerate(old.children)]
    new = old.copy_with_children(children)
    return table.copy_with_children([*groups[:group], new, *groups[group + 1 :]])
