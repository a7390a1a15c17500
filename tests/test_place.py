"""A place of an agreement in each way that it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notakesepakatan.compute.text.tree import place_at
from notakesepakatan.place import Place, address_id, address_of_id, address_words, at

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


@given(st.lists(st.sampled_from(["pasal", "isi", 0, 7, 99999]), min_size=1))
def test_a_field_leads_back(steps: list[str | int]) -> None:
    assert Place.of_field(at(*steps).field) == at(*steps)


def test_address_and_id() -> None:
    address = address_of_id("pasal.6.ayat.2.isi")
    assert address_words(address) == "Pasal 6 ayat (2)"
    assert address_id(address) == "pasal.6.ayat.2"
