"""The columns of a Rencana Kerja, units with two names, and parts that make no sum."""

import pytest

from told import told_of_text

_HEAD = (
    "No\tKegiatan\tLokasi\tSumber Dana\tTahun (Sesuai Jangka Waktu)\t\tTugas\n"
    "\t\t\t\tI\tII\t\n"
)
_ROW = "{}\tPelatihan\t{}\tAPBD\tV\tV\tMelatih\n"


def _plan(*places: str) -> str:
    rows = (_ROW.format(i, place) for i, place in enumerate(places, 1))
    return _HEAD + "".join(rows)


@pytest.mark.parametrize(
    ("place", "pieces"),
    [
        ("Kabupaten Aren", []),
        ("Kabupaten Lontar", ["Kabupaten Lontar"]),
        ("Kabupaten Aren dan Kabupaten Lontar", []),
        ("APBD", ["APBD"]),
    ],
)
def test_a_place_is_of_the_regions_of_the_text(place: str, pieces: list[str]) -> None:
    own = "Kabupaten Aren"
    assert told_of_text(_plan(own, own, own, place), "RENCANA-SEL") == pieces


@pytest.mark.parametrize(
    ("term", "many"), [("2 (dua) tahun", 0), ("3 (tiga) tahun", 2)]
)
def test_years_of_the_plan_are_those_of_the_term(term: str, many: int) -> None:
    sentence = f"Nota ini berlaku untuk jangka waktu {term} terhitung sejak hari ini.\n"
    told = told_of_text(sentence + _plan("Kota Aren"), "RENCANA-SEL")
    assert len(told) == many


@pytest.mark.parametrize(
    ("other", "is_told"),
    [
        ("Dinas Perindustrian, Koperasi, dan Tenaga Kerja", True),
        ("Dinas Kominfo dan Persandian", True),
        ("Dinas Kesehatan", False),
        ("Dinas Pekerjaan Umum dan Penataan Ruang", False),
    ],
)
def test_a_unit_has_one_name(other: str, *, is_told: bool) -> None:
    own = "Dinas Koperasi, Usaha Kecil, dan Tenaga Kerja"
    media = "Dinas Komunikasi dan Informatika"
    text = f"Melalui {own} saja.\nOleh {own} itu.\n{media} ikut.\nJuga {media} itu.\nLewat {other}.\n"
    assert bool(told_of_text(text, "SAMA-UNIT")) == is_told


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Dibeli 2 (dua) unit mobil dan 2 (dua) unit motor, seluruhnya 5 (lima) unit.",
            ["5 (lima) unit"],
        ),
        (
            "Dibeli 2 (dua) unit mobil dan 2 (dua) unit motor, seluruhnya 4 (empat) unit.",
            [],
        ),
        (
            "Dibeli 5 (lima) unit kendaraan, yaitu 2 (dua) unit mobil dan 2 (dua) unit motor.",
            ["5 (lima) unit"],
        ),
        ("Dibeli 2 (dua) unit mobil dan 2 (dua) unit motor.", []),
    ],
)
def test_parts_make_their_sum(text: str, pieces: list[str]) -> None:
    assert told_of_text(text, "ANGKA-BANYAK") == pieces


def test_an_ayat_with_a_number_ends_with_a_stop() -> None:
    text = "1. Tingkat layanan dievaluasi setiap 3 (tiga) bulan{}\n2. Pekerjaan dilaksanakan menurut rencana.\n"
    assert told_of_text(text.format(","), "DAFTAR-AYAT") == ["bulan,"]
    assert told_of_text(text.format("."), "DAFTAR-AYAT") == []


def test_words_of_the_field_are_known() -> None:
    text = "Moda, siniar, genset, dan reviu dirinci dan ditatausahakan."
    assert told_of_text(text, "BAHASA-EJAAN") == []
