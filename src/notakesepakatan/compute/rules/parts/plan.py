"""The table of a Rencana Kerja in a text of others, where its columns are parted by tabs."""

from collections.abc import Iterator, Mapping, Sequence

from notakesepakatan.compute.rules.reading import STAND_INS, Excerpt, Flaw, Reading

_HEADS = {"lokasi": "lokasi", "tahun": "tahun", "tugas": "tugas"}
"""How the heads of columns begin, in small letters, with what is asked of them."""
_FEWEST = 5
"""Columns of such a table."""


def empty_cells(reading: Reading) -> Iterator[Flaw]:
    """A row without a place, a year or a duty, in a table that has columns for them."""
    columns: Mapping[str, range] = {}
    width = 0
    for excerpt in reading.excerpts:
        cells = [cell.strip() for cell in excerpt.text.split("\t")]
        if len(cells) < _FEWEST:
            continue
        found = _columns(cells)
        if len(found) > 1:
            columns, width = found, len(cells)
        elif columns and len(cells) == width and _is_row(cells):
            yield from _empty(excerpt, cells, columns)


def _columns(cells: Sequence[str]) -> dict[str, range]:
    """The columns of each head, which goes on over the empty cells behind it."""
    begins = [i for i, cell in enumerate(cells) if cell]
    ends = [*begins[1:], len(cells)]
    result = dict[str, range]()
    for begin, end in zip(begins, ends, strict=True):
        for head, what in _HEADS.items():
            if cells[begin].lower().startswith(head):
                result[what] = range(begin, end)
    return result


def _is_row(cells: Sequence[str]) -> bool:
    """Whether it is no second line of the head, whose first cells are empty."""
    said = [cell for cell in cells[:4] if cell]
    return len(said) > 1


def _empty(
    excerpt: Excerpt, cells: Sequence[str], columns: Mapping[str, range]
) -> Iterator[Flaw]:
    asked = [cells[i] for what in ("tahun", "tugas") for i in columns.get(what, ())]
    if not any(asked):
        return  # the heading of the rows below it
    for what, places in columns.items():
        said = [cells[i] for i in places if cells[i] and cells[i] not in STAND_INS]
        if not said:
            piece = next(cell for cell in cells[1:] if len(cell) > 2)
            message = f"{what} kosong pada baris ini"
            yield excerpt.flaw(piece, message, f"isi {what}nya")
