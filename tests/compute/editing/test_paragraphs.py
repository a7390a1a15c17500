"""An agreement's body as paragraphs and back: nothing is lost, and what a page changed is what the data say."""

from dataclasses import replace
from pathlib import Path

import pytest

from conftest import AKAR
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.compute.editing.paragraphs import (
    HEAD_KINDS,
    PASAL,
    Kind,
    Line,
    WriteLines,
    fill_blanks,
    lines_of,
)
from notakesepakatan.load.yaml.text import read_yaml
from notakesepakatan.place import PERTIMBANGAN_PATH, DataPath

FILES = sorted(
    [
        *AKAR.glob("agreements/*/kesepakatan.yaml"),
        *AKAR.glob("tests/bentuk/**/kesepakatan.yaml"),
    ]
)
DATA: Data = {
    "pertimbangan": ["bahwa satu;", "bahwa dua."],
    "pasal": [
        {
            "kunci": "lingkup",
            "judul": "LINGKUP",
            "isi": "Meliputi:",
            "gaya_rincian": "a)",
            "huruf": ["satu;", {"kunci": "k", "isi": "dua:", "angka": ["x;", "y."]}],
            "penutup": "Demikian.",
        },
        {"judul": "BIAYA", "isi": "Ditanggung bersama."},
    ],
}


def written(lines: list[Line], data: Data = DATA, series: DataPath = PASAL) -> Data:
    """The data with all of a series as these paragraphs say."""
    many = len(data.get(str(series[0]), []))
    return WriteLines(series, 0, many, tuple(lines)).apply(data).data


def butir(text: str, depth: int, level: str = "") -> Line:
    return Line("butir", text, depth, level)


@pytest.mark.parametrize(
    "file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}"
)
@pytest.mark.parametrize("series", [PASAL, PERTIMBANGAN_PATH])
def test_what_nobody_touched_stays_to_the_order_of_its_keys(
    file: Path, series: DataPath
) -> None:
    data = read_yaml(file.read_bytes(), "").data
    lines = lines_of(data, series)
    assert repr(written(lines, data, series)) == repr(data)
    assert bool(lines) == (str(series[0]) in data)


def test_there_are_texts_to_try() -> None:
    assert len(FILES) > 5


def test_a_paragraph_says_what_it_is_and_where() -> None:
    said = [
        (line.kind, line.depth, line.level, line.text) for line in lines_of(DATA, PASAL)
    ]
    assert said == [
        ("pasal", 0, "", "LINGKUP"),
        ("isi", 0, "", "Meliputi:"),
        ("butir", 1, "huruf", "satu;"),
        ("butir", 1, "huruf", "dua:"),
        ("butir", 2, "angka", "x;"),
        ("butir", 2, "angka", "y."),
        ("penutup", 0, "", "Demikian."),
        ("pasal", 0, "", "BIAYA"),
        ("isi", 0, "", "Ditanggung bersama."),
    ]


def test_words_typed_change_nothing_else() -> None:
    lines = lines_of(DATA, PASAL)
    lines[3] = replace(lines[3], text="dua, yaitu:")
    pasal = written(lines)["pasal"]
    assert pasal[0]["huruf"][1] == {
        "kunci": "k",
        "isi": "dua, yaitu:",
        "angka": ["x;", "y."],
    }
    assert {**pasal[0], "huruf": DATA["pasal"][0]["huruf"]} == DATA["pasal"][0]
    assert pasal[1] == DATA["pasal"][1]


def test_a_new_item_has_no_role_and_stands_where_it_was_put() -> None:
    lines = lines_of(DATA, PASAL)
    lines.insert(6, butir("tiga.", 1))
    assert written(lines)["pasal"][0]["huruf"][2] == "tiga."


def test_what_was_copied_is_a_new_part() -> None:
    lines = lines_of(DATA, PASAL)
    lines.insert(6, lines[3])
    assert written(lines)["pasal"][0]["huruf"][2] == "dua:"


def test_an_item_put_deeper_and_the_one_that_was_above_it_less_deep() -> None:
    lines = lines_of(DATA, PASAL)
    deeper = [replace(line, depth=line.depth + 1, level="") for line in lines[3:6]]
    huruf = written([*lines[:3], *deeper, *lines[6:]])["pasal"][0]["huruf"]
    dua = {"kunci": "k", "isi": "dua:", "subhuruf": ["x;", "y."]}
    assert huruf == [{"isi": "satu;", "angka": [dua]}]


def test_words_of_a_pasal_become_its_ayat() -> None:
    lines = lines_of(DATA, PASAL)
    lines[-1] = replace(lines[-1], kind="butir", depth=1, level="ayat")
    pasal = written([*lines, butir("Lagi.", 1)])["pasal"][1]
    assert list(pasal) == ["judul", "ayat"]
    assert [
        each if isinstance(each, str) else each["isi"] for each in pasal["ayat"]
    ] == [
        "Ditanggung bersama.",
        "Lagi.",
    ]


def test_a_sentence_that_becomes_an_ayat_leaves_the_role_to_its_pasal() -> None:
    pasal = {"kunci": "biaya", "judul": "BIAYA", "isi": "Ditanggung bersama."}
    heading, sentence = lines_of({"pasal": [pasal]}, PASAL)
    ayat = replace(sentence, kind="butir", depth=1, level="ayat")
    more = butir("Dibayar setiap bulan.", 1, "ayat")
    made = written([heading, ayat, more], {"pasal": [pasal]})
    assert made["pasal"] == [
        {
            "kunci": "biaya",
            "judul": "BIAYA",
            "ayat": ["Ditanggung bersama.", "Dibayar setiap bulan."],
        }
    ]


def test_the_way_to_write_numbers_goes_with_its_list() -> None:
    lines = [
        line for line in lines_of(DATA, PASAL) if line.kind not in ("butir", "penutup")
    ]
    assert "gaya_rincian" not in written(lines)["pasal"][0]


@pytest.mark.parametrize("kind", ["isi", "butir", "paragraf", "penutup", *HEAD_KINDS])
def test_an_emptied_paragraph_stays_for_its_finding(kind: Kind) -> None:
    """The page's lines and those of the data are as many, whatever was typed away."""
    lines = [
        Line("bab", "UMUM"),
        Line("judul_bagian", "Izin"),
        Line("judul_paragraf", "Syarat"),
        Line("pasal", "SATU"),
        Line("isi", "Isi:"),
        Line("paragraf", "Lagi."),
        butir("a;", 1, "huruf"),
        Line("penutup", "Demikian."),
    ]
    emptied = [replace(each, text="") if each.kind == kind else each for each in lines]
    again = lines_of(written(emptied, {}), PASAL)
    assert [(each.kind, each.text) for each in again] == [
        (each.kind, each.text) for each in emptied
    ]


def test_heads_go_with_the_pasal_that_they_begin() -> None:
    data: Data = {
        "pasal": [
            {"bab": "Umum", "nomor_bab": "IA", "judul": "SATU", "isi": "a."},
            {"judul_bagian": "Izin", "judul_paragraf": "Syarat", "isi": "b."},
        ]
    }
    bab, first, isi, bagian, paragraf, second, last = lines_of(data, PASAL)
    assert (bagian.kind, bagian.text) == ("judul_bagian", "Izin")
    assert (paragraf.kind, paragraf.text) == ("judul_paragraf", "Syarat")
    renamed = replace(bagian, text="Perizinan")
    lines = [bab, renamed, first, isi, paragraf, second, last]
    assert written(lines, data)["pasal"] == [
        {
            "bab": "Umum",
            "nomor_bab": "IA",
            "judul_bagian": "Perizinan",
            "judul": "SATU",
            "isi": "a.",
        },
        {"judul_paragraf": "Syarat", "isi": "b."},
    ]


def test_items_behind_a_closing_phrase_take_it_along() -> None:
    lines = lines_of(DATA, PASAL)[:7]
    pasal = written([*lines, butir("tiga.", 1)])["pasal"][0]
    assert pasal["huruf"][1]["penutup"] == "Demikian."
    assert pasal["huruf"][2] == "tiga."
    assert "penutup" not in pasal


def test_a_table_goes_with_its_paragraph_and_away_with_it() -> None:
    tabel = {"kolom": ["No", "Uraian"], "baris": ["1 | satu"]}
    data: Data = {"pasal": [{"judul": "A", "isi": "Berikut:", "tabel": tabel}]}
    heading, words, table = lines_of(data, PASAL)
    assert table.kind == "sisipan"
    assert written([heading, words, table], data) == data
    assert "tabel" not in written([heading, words], data)["pasal"][0]


def test_no_paragraph_leads_deeper_than_its_list() -> None:
    lines = [Line("pasal", "A"), butir("a", 5), butir("b", 9), Line("penutup", "c", 7)]
    pasal = written(lines, {})["pasal"][0]
    assert pasal == {
        "judul": "A",
        "ayat": [{"isi": "a", "huruf": [{"isi": "b", "paragraf": "c"}]}],
    }


def test_some_pasal_are_written_and_the_others_stay() -> None:
    new = (Line("pasal", "BARU"), Line("isi", "Kata."))
    data = WriteLines(PASAL, 1, 1, new).apply(DATA).data
    assert [each["judul"] for each in data["pasal"]] == ["LINGKUP", "BARU", "BIAYA"]
    with pytest.raises(LookupError):
        WriteLines(PASAL, 1, 7, new).apply(DATA)


def test_recitals_that_are_all_deleted_go_with_their_key() -> None:
    assert "pertimbangan" not in written([], DATA, PERTIMBANGAN_PATH)
    more = [*lines_of(DATA, PERTIMBANGAN_PATH), butir("bahwa tiga.", 1)]
    assert written(more, DATA, PERTIMBANGAN_PATH)["pertimbangan"][2] == "bahwa tiga."


def test_what_is_empty_is_filled_in_to_be_drawn() -> None:
    data: Data = {
        "judul": "",
        "pertimbangan": ["bahwa;", ""],
        "pasal": [{"judul": "A"}, {"judul": "B", "huruf": ["", {"isi": ""}]}],
    }
    assert fill_blanks(data, "…") == {
        "judul": "",
        "pertimbangan": ["bahwa;", "…"],
        "pasal": [
            {"judul": "A", "isi": "…"},
            {"judul": "B", "huruf": ["…", {"isi": "…"}]},
        ],
    }


def test_a_table_behind_its_list_stays_there() -> None:
    tabel = {"kolom": ["No"], "baris": ["1"], "setelah": "rincian"}
    part = {"judul": "A", "isi": "Meliputi:", "huruf": ["a; dan", "b."], "tabel": tabel}
    data = {"pasal": [part]}
    lines = list(lines_of(data, PASAL))
    assert [line.kind for line in lines] == [
        "pasal",
        "isi",
        "butir",
        "butir",
        "sisipan",
    ]
    assert WriteLines(PASAL, 0, 1, tuple(lines)).apply(data).data == data
