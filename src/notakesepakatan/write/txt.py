"""Plain text: one paragraph a line, a row of a table one line with tabs between its cells.

Of two languages side by side, each paragraph and below it the other's.
"""

from collections.abc import Iterator

from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Paragraph, Sheet, Table, TableLine


def write_txt(naskah: Naskah) -> bytes:
    """UTF-8, every line ended by "\\n".

    An empty paragraph (space for a signature) gives no line.
    """
    return "".join(
        line + "\n" for section in naskah.section for line in _lines(section)
    ).encode()


def _lines(section: Sheet) -> list[str]:
    result = []
    for block in section.block:
        if isinstance(block, Paragraph):
            result.append(block.teks)
        elif block.beside:
            result += [p.teks for p in _paragraphs(block)]
        else:
            result += _table_lines(block.baris)
    return [line for line in result if line.strip()]


def _paragraphs(table: Table) -> Iterator[Paragraph]:
    """What stands side by side on paper stands one below the other here."""
    for line in table.baris:
        for cell in line.cell:
            yield from cell.isi


def _table_lines(items: tuple[TableLine, ...]) -> list[str]:
    """Cells stay in their columns: what a span covers is an empty cell."""
    result, rest = list[str](), dict[int, int]()
    for line in items:
        word: list[str] = []
        for cell in line.cell:
            _cover(word, rest)
            for i in range(cell.kolom):
                if cell.baris > 1:
                    rest[len(word)] = cell.baris - 1
                word.append(" ".join(p.teks for p in cell.isi) if i == 0 else "")
        _cover(word, rest)
        result.append("\t".join(word))
    return result


def _cover(word: list[str], rest: dict[int, int]) -> None:
    while rest.get(len(word)):
        rest[len(word)] -= 1
        word.append("")
