"""What changed between two naskah, place by place, with the words taken out and put in:
for the meeting and corrections.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Cut, Paragraph, Table, TableLine, Track
from notakesepakatan.naskah.compare import (
    Block,
    pair_blocks,
    pair_rows,
    pair_sections,
    word_changes,
)
from notakesepakatan.place import address_of_id, address_words

_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Difference:
    """One changed place.

    Attributes:
        datum: path of the datum, or of the nearest one above.
        letak: the place as a person finds it on paper.
        kata: old and new words as one, each marked as it came.
    """

    datum: str
    letak: str
    kata: tuple[Cut, ...]

    @property
    def new(self) -> bool:
        """Nothing of it stood there before."""
        return not self.semula

    @property
    def semula(self) -> tuple[Cut, ...]:
        return self._without("sisip")

    @property
    def menjadi(self) -> tuple[Cut, ...]:
        return self._without("hapus")

    def _without(self, track: Track) -> tuple[Cut, ...]:
        content = tuple(p for p in self.kata if p.lacak != track)
        return content if any(p.teks.strip() for p in content) else ()

    def excerpts(
        self, around: int = 4
    ) -> list[tuple[tuple[Cut, ...], tuple[Cut, ...]]]:
        """Each change with so many words around it, as written and as it should be.

        Dots for what is left out.
        """
        word = [
            p._replace(teks=k)
            for p in self.kata
            for k in (_WORD.findall(p.teks) if p.teks != "\n" else [" "])
        ]
        change = [i for i, p in enumerate(word) if p.lacak]
        span = list[list[int]]()
        for i in change:
            start, end = max(0, i - around), min(len(word), i + around + 1)
            if span and start <= span[-1][1]:
                span[-1][1] = end
            else:
                span.append([start, end])
        return [(_cut(word, a, b, "sisip"), _cut(word, a, b, "hapus")) for a, b in span]


def _cut(word: Sequence[Cut], start: int, end: int, without: Track) -> tuple[Cut, ...]:
    content = [
        p
        for i, p in enumerate(word[start:end])
        if p.lacak != without and (i or p.teks.strip())
    ]
    front = [Cut("… ")] if start else []
    return (*front, *content, *([Cut("…")] if end < len(word) else []))


def changes(lama: Naskah, new: Naskah, sebutan: Mapping[str, str]) -> list[Difference]:
    """Every place that differs, in order of the new text.

    Args:
        lama: the old one.
        new: the new one.
        sebutan: how each party is called, by its key.
    """
    result = list[Difference]()
    for a, b in pair_sections(lama.section, new.section):
        for difference in _section(a.block if a else (), b.block if b else (), sebutan):
            if (
                result
                and result[-1].letak == difference.letak
                and not (difference.semula and difference.menjadi)
            ):
                difference = Difference(
                    difference.datum,
                    difference.letak,
                    (*result.pop().kata, Cut("\n"), *difference.kata),
                )
            result.append(difference)
    return result


def _section(
    lama: Sequence[Block], new: Sequence[Block], sebutan: Mapping[str, str]
) -> Iterator[Difference]:
    datum = ""
    for a, b in pair_blocks(lama, new):
        if isinstance(a, Paragraph | None) and isinstance(b, Paragraph | None):
            datum = _path(b or a, datum)
            word = _words(a, b)
            if _differs(word):
                yield Difference(datum, paper_words(datum, sebutan), word)
        else:
            yield from _table(
                a if isinstance(a, Table) else None,
                b if isinstance(b, Table) else None,
                sebutan,
            )


def _path(p: Paragraph | None, above: str) -> str:
    """Path of a paragraph.

    One without, and an address inside a pasal, belongs to what stands above it.
    """
    if (
        p is None
        or not p.datum
        or (".korespondensi." in p.datum and above.startswith("pasal."))
    ):
        return above
    return p.datum


def _words(a: Paragraph | None, b: Paragraph | None) -> tuple[Cut, ...]:
    """Label and words: a number that changed is a change too."""
    return word_changes(_labelled(a), _labelled(b))


def _labelled(p: Paragraph | None) -> tuple[Cut, ...]:
    if p is None:
        return ()
    return (Cut(f"{p.label} "), *p.isi) if p.label else p.isi


def _differs(word: Sequence[Cut]) -> bool:
    return any(p.lacak and p.teks.strip() for p in word)


def _table(
    a: Table | None, b: Table | None, sebutan: Mapping[str, str]
) -> Iterator[Difference]:
    if a and b and len(a.width) != len(b.width):
        yield from _columns_changed(a, b, sebutan)
        return
    column = _columns(b or a)
    one_side: list[tuple[TableLine | None, TableLine | None]] = [
        (x, None) for x in (a.baris if a else ())
    ]
    one_side += [(None, y) for y in (b.baris if b else ())]
    for x, y in pair_rows(a, b) if a and b else one_side:
        datum, letak = _row_place(y or x, sebutan)
        if x and y:
            begin, result = 0, list[Difference]()
            for s, t in zip(x.cell, y.cell, strict=True):
                name = f" kolom {column[begin]}" if y.datum and not y.kepala else ""
                result += _cells(datum, letak + name, s.isi, t.isi)
                begin += t.kolom
            yield from _whole_row(result, datum, letak)
        else:
            yield from _cells(
                datum,
                letak,
                *(
                    [p for cell in one.cell for p in cell.isi] if one else []
                    for one in (x, y)
                ),
            )


_CELL_LIMIT = 4
"""Changed cells beyond which a row is one place."""


def _whole_row(cell: list[Difference], datum: str, letak: str) -> list[Difference]:
    if len(cell) <= _CELL_LIMIT:
        return cell
    return [
        Difference(
            datum, letak, tuple(p for one in cell for p in (*one.kata, Cut(" ")))
        )
    ]


def _row_place(line: TableLine | None, sebutan: Mapping[str, str]) -> tuple[str, str]:
    if line is None or line.kepala:
        return "", "kepala tabel Lampiran"
    datum = line.datum or next(
        (p.datum for cell in line.cell for p in cell.isi if p.datum), ""
    )
    return (
        (datum, paper_words(datum, sebutan))
        if line.datum
        else (datum or "tanda_tangan", "tanda tangan")
    )


def _cells(
    datum: str, letak: str, lama: Sequence[Paragraph], new: Sequence[Paragraph]
) -> Iterator[Difference]:
    word = word_changes(_cell(lama), _cell(new))
    if _differs(word):
        yield Difference(datum, letak, word)


def _columns_changed(
    a: Table, b: Table, sebutan: Mapping[str, str]
) -> Iterator[Difference]:
    """Columns that came or went are one place each, with the words of all their rows.

    The others cell by cell.
    """
    lama, new = _by_name(a), _by_name(b)
    for datum in dict.fromkeys((*lama, *new)):
        x, y = lama.get(datum, {}), new.get(datum, {})
        letak = paper_words(datum, sebutan)
        cell = [name for name in x if name in y]
        result = [
            b
            for name in cell
            for b in _cells(datum, f"{letak} kolom {name}", x[name], y[name])
        ]
        yield from _whole_row(result, datum, letak)
        if not (x and y):
            yield from _cells(
                datum,
                letak,
                *([p for content in one.values() for p in content] for one in (x, y)),
            )
    for name in dict.fromkeys((*_columns(a), *_columns(b))):
        if (name in _columns(a)) != (name in _columns(b)):
            word = [_down(items, name, sebutan) for items in (lama, new)]
            yield Difference(
                "lampiran",
                f"Lampiran kolom {name}",
                word_changes(*([Cut(k)] if k else [] for k in word)),
            )


def _by_name(table: Table) -> dict[str, dict[str, tuple[Paragraph, ...]]]:
    """Cells of the rows by path of the row and head of the column."""
    column, result = _columns(table), dict[str, dict[str, tuple[Paragraph, ...]]]()
    for line in table.baris:
        if not line.kepala:
            begin, content = 0, result.setdefault(line.datum, {})
            for cell in line.cell:
                content[column[begin]] = cell.isi
                begin += cell.kolom
    return result


def _down(
    items: Mapping[str, Mapping[str, Sequence[Paragraph]]],
    name: str,
    sebutan: Mapping[str, str],
) -> str:
    """One column from top to bottom: "baris 1: V; baris 2: -"."""
    content = (
        (datum, " ".join(p.teks for p in line.get(name, ())))
        for datum, line in items.items()
    )
    return "; ".join(
        f"{paper_words(datum, sebutan).removeprefix('Lampiran ')}: {word}"
        for datum, word in content
        if word
    )


def _cell(content: Sequence[Paragraph]) -> tuple[Cut, ...]:
    result = list[Cut]()
    for p in content:
        result += [Cut("\n")] * bool(result) + list(_labelled(p))
    return tuple(result)


def _columns(table: Table | None) -> list[str]:
    """Heads of the columns; one that stands under another bears both."""
    result = [""] * len(table.width if table else ())
    rest = [0] * len(result)
    for line in table.baris if table else ():
        if not line.kepala:
            break
        i = 0
        for cell in line.cell:
            while i < len(result) and rest[i]:
                rest[i] -= 1
                i += 1
            word = " ".join(p.teks for p in cell.isi)
            for n in range(i, min(i + cell.kolom, len(result))):
                result[n] = f"{result[n]} {word}".strip()
                rest[n] = cell.baris - 1
            i += cell.kolom
    return result


_POSITION = {
    "jenis": "judul naskah",
    "judul": "judul naskah",
    "kalimat.pembukaan": "pembukaan",
    "kalimat.sebutan_bersama": "sebutan para pihak",
    "kalimat.pertimbangan": "pengantar pertimbangan",
    "kalimat.kesepakatan": "pengantar pasal",
    "kalimat.dasar_hukum": "pengantar dasar hukum",
    "lampiran.kepala": "kepala Lampiran",
    "lampiran.judul": "judul Lampiran",
}
_PIHAK = {"nama": "judul naskah, nama", "nomor": "nomor", "": "pembukaan,"}


def paper_words(datum: str, sebutan: Mapping[str, str]) -> str:
    """A path of the naskah as a place on paper: "pasal.6.ayat.2" -> "Pasal 6 ayat (2)"."""
    if datum in _POSITION or not datum:
        return _POSITION.get(datum, "")
    head, *rest = datum.split(".")
    if head == "lampiran":
        return f"Lampiran baris {'.'.join(rest)}"
    if head == "tanda_tangan":
        return f"tanda tangan {sebutan.get(rest[0], rest[0])}"
    if head == "para_pihak":
        if rest[1:2] == ["korespondensi"]:
            return f"alamat {sebutan.get(rest[0], rest[0])}"
        return f"{_PIHAK.get('.'.join(rest[1:]), 'pembukaan,')} {sebutan.get(rest[0], rest[0])}"
    if head == "dasar_hukum":
        return f"dasar hukum angka {rest[0]}"
    if head == "pertimbangan":
        inside = address_of_id(".".join(["huruf", *rest]))
        return f"pertimbangan {address_words(inside)}"
    return address_words(address_of_id(datum))
