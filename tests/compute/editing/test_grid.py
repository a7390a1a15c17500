"""The Rencana Kerja as a grid: what spreadsheets put on the clipboard, and data of a shape that no grid has."""

import sys
from typing import Any

import pytest

from notakesepakatan.compute.editing import edits as s
from notakesepakatan.compute.editing import grid
from notakesepakatan.compute.editing.commands import AddItem, AddLampiran, DeleteItem
from notakesepakatan.compute.editing.plan_columns import UnsureColumns
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.place import PROGRAM, Place

DATA: dict[str, Any] = {
    "para_pihak": [{"nama": "A"}, {"nama": "B"}],
    "jangka_waktu": "5 tahun",
    "lampiran": {
        "program": [
            {
                "nama": "Satu",
                "tahapan": [{"isi": "a", "output": "tetap"}, {"isi": "b"}],
            },
            {
                "nama": "Dua",
                "tahapan": [{"isi": "c"}, {"isi": "d", "tahapan": [{"isi": "d1"}]}],
            },
        ]
    },
}
NAMA = ("lampiran", "program", 0, "nama")
TEMPEL = [
    # from where, what is pasted, what programs and stages then are
    (
        PROGRAM,
        "Tiga\te\n\tf\n\tg\nEmpat\th",
        ["Satu: a b", "Dua: c d", "Tiga: e f g", "Empat: h"],
    ),
    (PROGRAM, "\te\nTiga\tf", ["Satu: a b", "Dua: c d e", "Tiga: f"]),
    (PROGRAM, "DUA\te\nTiga\tf\nTiga\tg", ["Satu: a b", "Dua: c d e", "Tiga: f g"]),
    (NAMA, "X\tp\n\tq\n\tr", ["X: p q r", "Dua: d"]),
    (NAMA, "X\tp\n\tq\nY\tr", ["X: p q", "Y: r d"]),
    (NAMA, "X\tp\nY\tq", ["X: p", "Y: q", "Dua: c d"]),
    (NAMA, "\tp", ["Satu: p b", "Dua: c d"]),
    ((*NAMA[:3], "tahapan", 1, "isi"), "p\nq", ["Satu: a p", "Dua: q d"]),
]


def test_a_cell_is_named_by_its_row_and_the_place_of_its_column() -> None:
    bare = {**DATA, "lampiran": {"program": [{"nama": "Satu"}]}}
    place = (*PROGRAM, 0)
    made = grid.paste_rows(bare, place, 2, [["Kota", "APBD"]])
    assert get_at(made, (*place, "tahapan")) == [
        {"isi": "", "lokasi": "Kota", "sumber_dana": "APBD"}
    ]
    second = (*PROGRAM, 0, "tahapan", 1)
    named = grid.paste_rows(DATA, second, 0, [["Tiga"]])["lampiran"]["program"]
    assert [each["nama"] for each in named] == ["Satu", "Tiga", "Dua"]
    for nowhere in ((*PROGRAM, 7), ("judul",)):
        with pytest.raises(LookupError):
            grid.paste_rows(DATA, nowhere, 0, [["x"]])
    with pytest.raises(LookupError):
        grid.paste_rows(DATA, second, 99, [["x"]])


@pytest.mark.parametrize(("mulai", "teks", "expect"), TEMPEL)
def test_merged_cells_go_on_with_the_programme_above(
    mulai: Any, teks: str, expect: list[str]
) -> None:
    program = grid.paste(DATA, mulai, teks)["lampiran"]["program"]
    assert [
        f"{p['nama']}: {' '.join(t['isi'] for t in p['tahapan'])}" for p in program
    ] == expect
    assert DATA["lampiran"]["program"][0]["tahapan"][0] == {
        "isi": "a",
        "output": "tetap",
    }


def test_what_is_not_pasted_over_stays() -> None:
    baru = grid.paste(DATA, NAMA, "X\tp")["lampiran"]["program"]
    assert baru[0]["tahapan"][0] == {"isi": "p", "output": "tetap"}
    assert baru[1]["tahapan"][1]["tahapan"] == [{"isi": "d1"}]
    with pytest.raises(
        LookupError
    ):  # a programme cannot begin among the stages below a stage
        grid.paste(DATA, NAMA, "A\n\n".join("BCDEFG"))


TAHUN = [
    ("I, II", ["I", "II"]),
    ("semua", "semua"),
    ("IV", "IV"),
    *[
        (satu, ["II", "III", "IV", "V"])
        for satu in (
            "II - V",
            "II–V",
            "II s.d. V",
            "ii sampai dengan v",
            "II s/d V",
            "II sd V",
        )
    ],
    ("I, III-IV dan VI", ["I", "III", "IV", "VI"]),
    ("V - II", "V - II"),
    ("tahun II-V", "tahun II-V"),
]


@pytest.mark.parametrize(("ketikan", "expect"), TAHUN)
def test_years(ketikan: str, expect: Any) -> None:
    ruas = Place.of_field("lampiran.program.0.tahapan.0.tahun").path
    assert get_at(s.set_text(DATA, ruas, ketikan), ruas) == expect
    assert get_at(grid.paste(DATA, ruas, f"{ketikan}\tx"), ruas) == expect


def _calls(rows: int) -> int:
    """How many functions are called to paste so many rows."""
    baris = "\n".join(
        f"{f'P{i}' if i % 4 == 0 else ''}\tT{i}\tKota\tAPBD\tI – III\tA\tB\t\tO\tX"
        for i in range(rows)
    )
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        program = grid.paste(DATA, PROGRAM, baris)["lampiran"]["program"]
    finally:
        sys.setprofile(None)
    assert len(program) == rows // 4 + 2
    assert program[-1]["tahapan"][-1]["outcome"] == "X"
    return count


@pytest.mark.slow
def test_many_rows_cost_their_number() -> None:
    assert _calls(1000) < 5 * _calls(248)


def test_a_cell_too_long_is_no_block() -> None:
    with pytest.raises(ValueError, match="field"):
        grid.paste(DATA, PROGRAM, "x" * 131_073 + "\ty")


@pytest.mark.parametrize(
    "program",
    [
        None,
        "x",
        {"nama": "x"},
        ["x"],
        [{"nama": "x"}],
        [{"nama": "x", "tahapan": "y"}],
        [["x"]],
    ],
)
def test_a_grid_of_another_shape(program: Any) -> None:
    data = {"para_pihak": "x", "lampiran": {"program": program}}
    baris = grid.grid_rows(data)
    assert [grid.cell(satu, ("isi",)) for satu in baris] == [None] * len(baris)
    if isinstance(program, list):
        assert grid.paste(data, PROGRAM, "Baru\ty")["lampiran"]["program"][-1] == {
            "nama": "Baru",
            "tahapan": [{"isi": "y"}],
        }
    else:
        with pytest.raises(LookupError):
            grid.paste(data, PROGRAM, "Baru\ty")


def test_a_text_in_the_place_of_a_list_is_its_first_item() -> None:
    assert (
        AddItem(PROGRAM)
        .apply({"lampiran": {"program": "x"}})
        .data["lampiran"]["program"][0]["nama"]
        == "x"
    )
    assert AddItem(("pasal",)).apply({"pasal": "x"}).data["pasal"] == [
        {"isi": "x"},
        {"judul": "", "isi": ""},
    ]
    assert AddItem(("pasal", 0, "ayat")).apply({"pasal": [{"ayat": "x"}]}).data[
        "pasal"
    ][0]["ayat"] == ["x", ""]
    with pytest.raises(LookupError):
        AddItem(("pasal",)).apply({"pasal": {"a": "b"}})


def test_a_programme_goes_with_its_last_stage() -> None:
    hapus = DeleteItem((*NAMA[:3], "tahapan", 0))
    data = hapus.apply(hapus.apply(DATA).data).data
    assert [p["nama"] for p in data["lampiran"]["program"]] == ["Dua"]


def test_an_annex_taken_away_and_made() -> None:
    tanpa = DeleteItem(("lampiran",)).apply(DATA).data
    assert "lampiran" not in tanpa
    baru = AddLampiran().apply(tanpa).data["lampiran"]
    assert baru["program"] == [{"nama": "", "tahapan": [{"isi": ""}]}]
    assert len(baru["kepala"]) == 4
    with pytest.raises(LookupError):
        AddLampiran().apply(DATA)


def test_a_duty_alone_in_words_without_merged_cells_is_asked_about() -> None:
    head = ["No", "Program", "Tahapan", "Tugas PIHAK KESATU", "Tugas PIHAK KEDUA"]
    rows = [head, ["1", "Air", "Gali", "Keduanya menggali", ""]]
    with pytest.raises(UnsureColumns):
        grid.paste_rows(DATA, PROGRAM, None, rows, is_plain=True)
    both = [head, ["1", "Air", "Gali", "Menggali", "Mencatat"]]
    for known, is_plain in ((rows, False), (both, True)):
        made = grid.paste_rows(DATA, PROGRAM, None, known, is_plain=is_plain)
        assert made["lampiran"]["program"][-1]["nama"] == "Air"
