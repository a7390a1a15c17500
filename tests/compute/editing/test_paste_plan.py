"""A table pasted as the Rencana Kerja, of any shape: no cell is shifted, none is lost."""

import html
import random
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from notakesepakatan.compute.editing import grid
from notakesepakatan.compute.editing.clipboard import (
    COVERED,
    read_cells,
    read_html_cells,
)
from notakesepakatan.compute.editing.paste_plan import PastePlan
from notakesepakatan.compute.editing.plan_columns import (
    Shape,
    UnsureColumns,
    as_wide,
    guess,
    is_of_print,
    without_labels,
)
from notakesepakatan.place import PROGRAM
from notakesepakatan.words.numbers import roman

YEARS = 3
DATA: dict[str, Any] = {
    "para_pihak": [
        {"nama": "A", "sebutan": "PIHAK KESATU"},
        {"nama": "B", "sebutan": "PIHAK KEDUA"},
    ],
    "jangka_waktu": f"{YEARS} tahun",
    "lampiran": {"program": []},
}
FRONT = ("Program/Kegiatan", "Tahapan Kegiatan", "Lokasi", "Sumber Dana")
WORDS = (
    "Membentuk tim",
    'Pusat "Data" bersama',
    '"Kata" di awal',
    "dua\nbaris",
    "a; b, c",
    "12 orang",
    "Rp1.000,00",
    "5% – 10%",
    "x < y & z",
)


class Stage(NamedTuple):
    """One row as it is meant."""

    program: str
    isi: str
    lokasi: str
    dana: str
    years: tuple[int, ...]
    duties: tuple[str, str]
    shared: str
    output: str
    outcome: str


class Made(NamedTuple):
    """A table as it is copied: its own shape, and whether its cells say what they hold."""

    text: str
    html: str
    stages: list[Stage]
    roles: tuple[str, ...]
    head: int


class Laid(NamedTuple):
    """A cell of the copied table, and how many columns and rows it covers."""

    words: str
    across: int = 1
    down: int = 1


def _stages(chance: random.Random) -> list[Stage]:
    """Programmes with one stage or several, cells empty here and there."""
    stages = list[Stage]()
    for number in range(chance.randint(1, 4)):
        name = f"Program {number + 1} {chance.choice(WORDS[:3])}"
        for nth in range(chance.randint(1, 3)):
            shared = chance.choice(WORDS) if chance.random() < 0.3 else ""
            duties = ("", "") if shared else (chance.choice(WORDS), _maybe(chance))
            marked = tuple(y for y in range(1, YEARS + 1) if chance.random() < 0.6)
            stages.append(
                Stage(
                    name,
                    f"Tahap {number}.{nth} {chance.choice(WORDS)}",
                    _maybe(chance),
                    _maybe(chance),
                    marked,
                    duties,
                    shared,
                    _maybe(chance),
                    _maybe(chance),
                )
            )
    return stages


def _maybe(chance: random.Random) -> str:
    return chance.choice((*WORDS, ""))


def _rows(
    stages: list[Stage], *, number: bool, by_year: bool, merged: bool
) -> list[list[Laid]]:
    """The rows of a table; with merged cells a programme stands once."""
    rows = list[list[Laid]]()
    last = ""
    count = 0
    for stage in stages:
        begins = stage.program != last
        count += begins
        last = stage.program
        many = sum(each.program == stage.program for each in stages)
        row = list[Laid]()
        if not merged or begins:
            down = many if merged else 1
            if number:
                row.append(Laid(str(count) if begins else "", 1, down))
            row.append(Laid(stage.program if begins else "", 1, down))
        row += [Laid(stage.isi), Laid(stage.lokasi), Laid(stage.dana)]
        if by_year:
            marks = (
                "V" if year in stage.years else "-" for year in range(1, YEARS + 1)
            )
            row += map(Laid, marks)
        else:
            row.append(Laid(", ".join(map(roman, stage.years))))
        if merged and stage.shared:
            row.append(Laid(stage.shared, 2))
        else:
            row += map(Laid, stage.duties)
        if not merged:
            row.append(Laid(stage.shared))
        row += [Laid(stage.output), Laid(stage.outcome)]
        rows.append(row)
    return rows


def _heads(*, number: bool, by_year: bool, merged: bool) -> list[list[Laid]]:
    """The head as it is printed: two rows, words over several columns."""
    duties = 2 if merged else 3
    years = YEARS if by_year else 1
    first = [Laid("No", 1, 2)] if number else []
    first += [Laid(words, 1, 2) for words in FRONT]
    first += [
        Laid("Tahun (Sesuai Jangka Waktu)", years, 1 if by_year else 2),
        Laid("Tugas dan Tanggung Jawab", duties),
        Laid("Output", 1, 2),
        Laid("Outcome", 1, 2),
    ]
    second = [Laid(roman(y)) for y in range(1, YEARS + 1)] if by_year else []
    second += [Laid("PIHAK KESATU"), Laid("PIHAK KEDUA")]
    second += [] if merged else [Laid("Bersama")]
    return [first, second]


def _as_html(rows: list[list[Laid]]) -> str:
    """As Word and browsers put it on the clipboard."""
    lines = list[str]()
    for row in rows:
        cells = (
            f'<td colspan="{cell.across}" rowspan="{cell.down}"><p class=MsoNormal>'
            + html.escape(cell.words).replace("\n", "</p><p>")
            + "</p></td>"
            for cell in row
        )
        lines.append(f"<tr>{''.join(cells)}</tr>")
    style = "<style>td {color: red}</style>"
    return f"<html><body>{style}<table>\n{' '.join(lines)}\n</table></body></html>"


def _as_text(rows: list[list[Laid]]) -> str:
    """As Excel and LibreOffice put it: quotes around what has a line end, doubled inside."""
    taken = dict[tuple[int, int], str]()
    for i, row in enumerate(rows):
        column = 0
        for cell in row:
            while (i, column) in taken:
                column += 1
            for down in range(cell.down):
                for across in range(cell.across):
                    taken[i + down, column + across] = ""
            taken[i, column] = cell.words
    width = max(column for _, column in taken) + 1
    lines = (
        "\t".join(_quoted(taken.get((i, column), "")) for column in range(width))
        for i in range(len(rows))
    )
    return "\r\n".join(lines) + "\r\n"


def _quoted(words: str) -> str:
    if "\n" not in words:
        return words
    return '"' + words.replace('"', '""') + '"'


def _make(number: int) -> Made:
    """The table of this number: every shape has its turn."""
    chance = random.Random(number)  # noqa: S311 - tables, no secrets
    stages = _stages(chance)
    with_number, by_year = bool(number & 1), bool(number & 2)
    with_head, as_page = bool(number & 4), bool(number & 8)
    merged = as_page and bool(number & 16)
    shape = {"number": with_number, "by_year": by_year, "merged": merged}
    rows = _rows(stages, **shape)
    heads = _heads(**shape) if with_head else []
    numbering = list[list[Laid]]()
    if with_head and number & 32:
        width = sum(cell.across for cell in heads[0])
        numbering = [[Laid(f"({i + 1})") for i in range(width)]]
    table = [*heads, *numbering, *rows]
    years = [f"tahun.{y}" for y in range(1, YEARS + 1)] if by_year else ["tahun"]
    roles = (
        *(["nomor"] if with_number else []),
        *("nama", "isi", "lokasi", "sumber_dana"),
        *years,
        *("tugas.kesatu", "tugas.kedua"),
        *([] if merged else ["tugas.bersama"]),
        *("output", "outcome"),
    )
    page = _as_html(table) if as_page else ""
    text = "" if as_page else _as_text(table)
    return Made(text, page, stages, roles, len(heads) + len(numbering))


def _flat(words: str) -> str:
    return " ".join(words.split())


def _said(value: Any) -> str:
    return _flat(" ".join(value) if isinstance(value, list) else value or "")


def _years(value: Any) -> tuple[int, ...]:
    if value == "semua":
        return tuple(range(1, YEARS + 1))
    numerals = [roman(y) for y in range(1, YEARS + 1)]
    named = [value] if isinstance(value, str) else value or []
    return tuple(numerals.index(each) + 1 for each in named)


def _read_back(data: dict[str, Any]) -> list[Stage]:
    """The stages of the plan, as they are meant."""
    return [
        Stage(
            _flat(program["nama"]),
            _said(stage.get("isi")),
            _said(stage.get("lokasi")),
            _said(stage.get("sumber_dana")),
            _years(stage.get("tahun")),
            (
                _said(stage.get("tugas", {}).get("kesatu")),
                _said(stage.get("tugas", {}).get("kedua")),
            ),
            _said(stage.get("tugas", {}).get("bersama")),
            _said(stage.get("output")),
            _said(stage.get("outcome")),
        )
        for program in data["lampiran"]["program"]
        for stage in program["tahapan"]
    ]


def _meant(stages: list[Stage]) -> list[Stage]:
    return [
        Stage(
            _flat(each.program),
            _flat(each.isi),
            _flat(each.lokasi),
            _flat(each.dana),
            each.years,
            (_flat(each.duties[0]), _flat(each.duties[1])),
            _flat(each.shared),
            _flat(each.output),
            _flat(each.outcome),
        )
        for each in stages
    ]


@pytest.mark.parametrize("number", range(256))
def test_no_cell_is_shifted_and_none_is_lost(number: int) -> None:
    made = _make(number)
    rows = read_html_cells(made.html) if made.html else read_cells(made.text)
    found = guess(rows, grid.plan_shape(DATA))
    if made.head:
        assert found.sure
        assert found.head == made.head
    if found.sure:
        assert found.roles == made.roles
    answered = PastePlan(as_wide(rows), made.head, made.roles, replaces=True)
    assert _read_back(answered.apply(DATA).data) == _meant(made.stages)


@pytest.mark.parametrize("number", [n for n in range(128) if n & 12 == 4])
def test_in_the_grid_itself_too(number: int) -> None:
    made = _make(number)
    assert _read_back(grid.paste(DATA, PROGRAM, made.text)) == _meant(made.stages)


def test_what_is_not_clear_is_asked_and_not_put_in() -> None:
    with pytest.raises(UnsureColumns):
        grid.paste(DATA, PROGRAM, "1\tSatu\tdua\ttiga\n2\tEmpat\tlima\tenam")
    with pytest.raises(UnsureColumns):
        grid.paste(DATA, PROGRAM, "\t".join("abcdefghijklmnop"))


def test_heads_on_a_further_page_are_no_rows() -> None:
    made = _make(4)
    first, rest = made.text.split("\r\n", 1)
    second, body = rest.split("\r\n", 1)
    again = "\r\n".join((first, second, body.rstrip(), first, second, body))
    plan = grid.paste(DATA, PROGRAM, again)
    assert not any("Program/Kegiatan" in stage.program for stage in _read_back(plan))


def _tree(stages: Any) -> list[Any]:
    return [
        [stage["isi"], _tree(stage["tahapan"])] if "tahapan" in stage else stage["isi"]
        for stage in stages
    ]


@pytest.mark.parametrize(
    ("stages", "expect"),
    [
        (
            ("1. Satu", "a. dua", "b. tiga", "2. Empat"),
            [["Satu", ["dua", "tiga"]], "Empat"],
        ),
        (("a. dua", "b. tiga"), ["dua", "tiga"]),
        (("1. Satu", "3. Tiga"), ["1. Satu", "3. Tiga"]),
        (("a. dua", "1. Satu"), ["a. dua", "1. Satu"]),
        (("1. Satu", "tanpa"), ["1. Satu", "tanpa"]),
    ],
)
def test_labels_that_run_in_order_are_levels(
    stages: tuple[str, ...], expect: list[Any]
) -> None:
    rows = [["P", each, "x"] for each in stages]
    command = PastePlan(rows, 0, ("nama", "isi", "lokasi"), replaces=False)
    (program,) = command.apply(DATA).data["lampiran"]["program"]
    assert _tree(program["tahapan"]) == expect


def test_it_is_put_below_or_in_the_place_of_what_is_there() -> None:
    rows = [["P", "a"]]
    roles = ("nama", "isi")
    once = PastePlan(rows, 0, roles, replaces=False).apply({"para_pihak": []}).data
    other = PastePlan([["Q", "b"]], 0, roles, replaces=False).apply(once).data
    names = [program["nama"] for program in other["lampiran"]["program"]]
    assert names == ["P", "Q"]
    new = PastePlan([["R", "c"]], 0, roles, replaces=True).apply(other).data
    assert [program["nama"] for program in new["lampiran"]["program"]] == ["R"]


QUOTES: list[tuple[str, list[list[str]]]] = [
    ('"a\nb"\tc', [["a\nb", "c"]]),
    ('"say ""hi"""\tc', [['say "hi"', "c"]]),
    ('"Pusat" data\tc', [['"Pusat" data', "c"]]),
    ('"buka\tc\nd\te', [['"buka', "c"], ["d", "e"]]),
    ('"sendiri"\tc', [['"sendiri"', "c"]]),
    ("a\r\n\t\r\nb", [["a"], ["b"]]),
]


@pytest.mark.parametrize(("text", "expect"), QUOTES)
def test_quotes(text: str, expect: list[list[str]]) -> None:
    assert read_cells(text) == expect


def test_merged_cells_of_a_page() -> None:
    page = (
        "<table><tr><td rowspan=2>A<td colspan=2>B</tr><tr><td>C<td>D</tr></table>"
        "<script>x</script>"
    )
    assert read_html_cells(page) == [["A", "B", COVERED], ["A", "C", "D"]]


@pytest.mark.parametrize("read", [read_cells, read_html_cells])
def test_a_cell_too_long_is_refused(read: Callable[[str], Any]) -> None:
    with pytest.raises(ValueError, match="field"):
        read(f"<td>{'x' * 131_073}</td>")


@pytest.mark.parametrize(
    "row",
    [
        ["Program baru", "Tahap baru", "Di sini"],
        ["Penyediaan tempat", "Pelaksanaan kegiatan pasar", "Hasil panen"],
        ["Kegiatan bersama warga", "Tahap kedua di desa", "Biaya desa"],
    ],
)
def test_what_is_to_be_done_is_no_head(row: list[str]) -> None:
    """Its words stand in heads too; taken for one it would be lost."""
    shape = Shape({"kesatu": "PIHAK KESATU", "kedua": "PIHAK KEDUA"}, 3)
    assert not is_of_print([row], shape, from_first=True)
    assert not is_of_print([row, ["A", "B", "C"]], shape, from_first=True)
    heads = ["Program/Kegiatan", "Tahapan Kegiatan", "Tahun (Sesuai Jangka Waktu)"]
    assert is_of_print([heads, row], shape, from_first=True)


def _row(name: str, stage: str) -> list[str]:
    return [name, stage, "Kota"]


def test_numbers_that_the_annex_prints_are_no_words_of_its_stages() -> None:
    block = [
        _row("A", "1. Satu"),
        _row("", "2. Dua"),
        _row("B", "1. Satu"),
        _row("B", "2) Dua"),
    ]
    stages = [row[1] for row in without_labels(block)]
    assert stages == ["Satu", "Dua", "Satu", "Dua"]


def test_numbers_out_of_order_or_alone_are_words() -> None:
    block = [_row("A", "2. Dua"), _row("", "3. Tiga"), _row("B", "1. Satu saja")]
    assert without_labels(block) == block
