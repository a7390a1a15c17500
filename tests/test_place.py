"""A place of an agreement in each way that it is written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notakesepakatan.compute.text.tree import place_at
from notakesepakatan.place import (
    Place,
    address_id,
    address_of_id,
    address_words,
    at,
    bookmark_name,
    id_of_bookmark,
)

TREE = {
    "para_pihak": [{"nama": "Satu"}, {"nama": "Dua"}],
    "pertimbangan": [{"isi": "bahwa a"}, {"isi": "bahwa b"}],
    "dasar_hukum": [{"angka": "6a", "tentang": "x"}],
    "pasal": [
        {"isi": "A"},
        {"nomor": "7A", "ayat": [{"isi": "B", "huruf": [{"isi": "C"}]}]},
    ],
    "lampiran": {
        "program": [
            {"nama": "Satu", "tahapan": [{"isi": "a"}]},
            {
                "nama": "Dua",
                "tahapan": [
                    {"isi": "b"},
                    {"isi": "c", "tahapan": [{"isi": "d", "output": ["e"]}]},
                ],
            },
        ]
    },
}

PLACES = [  # path, field, key, id, words
    (("jangka_waktu",), "jangka_waktu", "jangka_waktu", "jangka_waktu", "jangka waktu"),
    (("pasal", 0), "pasal.0", "pasal[1]", "pasal.1", "Pasal 1"),
    (
        ("pasal", 1, "ayat", 0, "huruf", 0, "isi"),
        "pasal.1.ayat.0.huruf.0.isi",
        "pasal[2].ayat[1].huruf[1].isi",
        "pasal.7A.ayat.1.huruf.a.isi",
        "Pasal 7A ayat (1) huruf a isi",
    ),
    (
        ("pertimbangan", 1),
        "pertimbangan.1",
        "pertimbangan[2]",
        "pertimbangan.b",
        "pertimbangan huruf b",
    ),
    (
        ("dasar_hukum", 0),
        "dasar_hukum.0",
        "dasar_hukum[1]",
        "dasar_hukum.6a",
        "dasar hukum angka 6a",
    ),
    (
        ("para_pihak", 1, "nama"),
        "para_pihak.1.nama",
        "para_pihak[2].nama",
        "para_pihak.kedua.nama",
        "para pihak kedua nama",
    ),
    (
        ("lampiran", "program", 0, "tahapan", 0),
        "lampiran.program.0.tahapan.0",
        "lampiran.program[1].tahapan[1]",
        "lampiran.1",
        "Lampiran baris 1",
    ),
    (
        ("lampiran", "program", 1, "tahapan", 1, "tahapan", 0, "output"),
        "lampiran.program.1.tahapan.1.tahapan.0.output",
        "lampiran.program[2].tahapan[2].tahapan[1].output",
        "lampiran.2.2.a.output",
        "Lampiran baris 2.2.a kolom output",
    ),
]


@pytest.mark.parametrize(("path", "field", "key", "name", "words"), PLACES)
def test_one_place_in_each_way(
    path: tuple[str | int, ...], field: str, key: str, name: str, words: str
) -> None:
    place = place_at(TREE, path)
    assert (place.field, place.key, place.id, place.words) == (field, key, name, words)
    assert Place.of_field(field) == Place(path)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("pasal", 1, "ayat", 0, "isi"), "pasal.7A.ayat.1"),
        (("para_pihak", 0, "nama"), "para_pihak.kesatu"),
        (("lampiran", "program", 1, "tahapan", 0, "isi"), "lampiran.2.1"),
        (("jangka_waktu",), ""),
    ],
)
def test_the_numbered_part_around_a_place(
    path: tuple[str | int, ...], name: str
) -> None:
    assert place_at(TREE, path).part.id == name


def test_what_is_not_in_the_text_is_counted() -> None:
    assert place_at(TREE, ("pasal", 1, "ayat", 4)).words == "Pasal 7A ayat (5)"
    assert at("pertimbangan", 2).id == "pertimbangan.c"


def test_the_whole_is_nowhere() -> None:
    assert (Place().field, Place().key, Place().id, Place.of_field("")) == (
        "",
        "",
        "",
        Place(),
    )


@pytest.mark.slow
@given(st.lists(st.sampled_from(["pasal", "isi", 0, 7, 99999]), min_size=1))
def test_a_field_leads_back(steps: list[str | int]) -> None:
    assert Place.of_field(at(*steps).field) == at(*steps)


def test_address_and_id() -> None:
    address = address_of_id("pasal.6.ayat.2.isi")
    assert address_words(address) == "Pasal 6 ayat (2)"
    assert address_id(address) == "pasal.6.ayat.2"


BOOKMARKS = [  # id, name of its bookmark
    ("judul", "judul"),
    ("pasal.6.ayat.2", "pasal_6_ayat_2"),
    ("pasal.7A.ayat.1a.huruf.z", "pasal_7za_ayat_1a_huruf_z0"),
    ("dasar_hukum.6", "dasar__hukum_6"),
    ("lampiran.II.3.2.a", "lampiran_zizi_3_2_a"),
]


@pytest.mark.parametrize(("datum", "name"), BOOKMARKS)
def test_a_bookmark_has_a_name_that_every_program_takes(datum: str, name: str) -> None:
    assert bookmark_name(datum) == name
    assert id_of_bookmark(name) == datum


STEP = st.from_regex("[abzAZ019]{1,4}(_[abz0]{1,3})?", fullmatch=True)


@pytest.mark.slow
@given(st.lists(STEP, min_size=1, max_size=8))
def test_an_id_comes_back_from_its_bookmark(steps: list[str]) -> None:
    datum = ".".join(["pasal", *steps])
    name = bookmark_name(datum)
    assert re.fullmatch("[a-z][a-z0-9_]{0,39}", name)
    assert id_of_bookmark(name) == datum or len(name) > 30


def test_long_ids_get_stable_short_bookmarks() -> None:
    long = "pasal.10.ayat.10.huruf.a.angka.1.subhuruf.a.subangka.1"
    assert bookmark_name(long) == "pasal_10_ayat_10_huruf_a_angka_x5ca46fda"
    assert bookmark_name(long) != bookmark_name(f"{long}0")
    assert id_of_bookmark(bookmark_name(long)) == ""


@pytest.mark.parametrize("name", ["_GoBack", "pasal_7_Copy_1", "pasal.7", "1x", ""])
def test_what_we_did_not_name_has_no_id(name: str) -> None:
    assert id_of_bookmark(name) == ""
