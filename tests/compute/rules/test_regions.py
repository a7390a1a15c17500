"""Levels of government: the head, the offices and the budgets of the parties' level, and no other."""

import pytest

from conftest import MINIMAL
from told import told_of_data, told_of_text

CITIES = (
    MINIMAL.replace("Badan A", "Pemerintah Kota Aren")
    .replace("Badan B", "Pemerintah Kota Bulan Tengah")
    .replace("jabatan: Kepala", "jabatan: Wali Kota Aren")
    .replace("jabatan: Ketua", "jabatan: Wali Kota Bulan Tengah")
)
TEXT = """\
NOTA KESEPAKATAN

ANTARA

PEMERINTAH {level} AREN

DAN

PEMERINTAH KOTA BULAN

I. ANI : {head} Aren, berkedudukan di Aren, bertindak untuk dan atas nama Pemerintah {own} Aren, selanjutnya disebut PIHAK KESATU;

II. BUDI : Wali Kota Bulan, berkedudukan di Bulan, bertindak untuk dan atas nama Pemerintah Kota Bulan, selanjutnya disebut PIHAK KEDUA;

Pasal 1 MAKSUD

{sentence}

Pasal 2 PENUTUP

Selesai.

{signed}
"""
SOUND = {
    "level": "KOTA",
    "head": "Wali Kota",
    "own": "Kota",
    "sentence": "Isi.",
    "signed": "WALI KOTA AREN\tWALI KOTA BULAN",
}


def _of_text(**parts: str) -> list[str]:
    return told_of_text(TEXT.format(**SOUND | parts), "SAMA-TINGKAT")


@pytest.mark.parametrize(
    ("right", "wrong", "piece"),
    [
        ("jabatan: Wali Kota Aren", "jabatan: Bupati Aren", "Bupati Aren"),
        ("jabatan: Wali Kota Aren", "jabatan: Gubernur Aren", "Gubernur Aren"),
        ("jabatan: Wali Kota Aren", "jabatan: Plt. Bupati", "Plt. Bupati"),
        ("isi: Isi.", "isi: Dilaporkan kepada Bupati Aren.", "Bupati Aren"),
        ("isi: Isi.", "isi: Warga kedua kabupaten hadir.", "kedua kabupaten"),
        (
            "isi: Isi.",
            "isi: Oleh Dinas Kesehatan Kabupaten Bulan Tengah.",
            "Kabupaten Bulan Tengah",
        ),
        (
            "isi: Isi.",
            "isi: Dari Anggaran Pendapatan dan Belanja Daerah Kabupaten Cemara.",
            "Belanja Daerah Kabupaten Cemara",
        ),
        (
            "isi: Isi.",
            "isi: Dari APBN masing-masing.",
            "APBN masing-masing",
        ),
    ],
)
def test_another_level_is_told_in_ours(right: str, wrong: str, piece: str) -> None:
    assert right in CITIES
    assert told_of_data(CITIES.replace(right, wrong), "SAMA-TINGKAT") == [piece]


@pytest.mark.parametrize(
    "sentence",
    [
        "Isi.",
        "Bupati Cemara dan Gubernur Aren hadir di Kota Aren.",
        "Warga kedua kota dan kedua belah pihak hadir.",
        "Bersama Bupati Aren dari Kabupaten Aren, tetangga kota.",
        "Dari APBD Kota Aren, APBD Provinsi Cemara, dan APBN.",
        "Oleh Dinas Kesehatan Kota Aren dan Bupati Bulan.",
        "Dinas Kesehatan melayani warga dari Kabupaten Aren.",
        "Peta Kabupaten Aren dan wilayah Kabupaten Aren dibaca.",
    ],
)
def test_the_own_level_and_other_places_are_left_alone(sentence: str) -> None:
    assert (
        told_of_data(CITIES.replace("isi: Isi.", f"isi: '{sentence}'"), "SAMA-TINGKAT")
        == []
    )


@pytest.mark.parametrize(
    ("parts", "piece"),
    [
        ({"level": "KABUPATEN"}, "KABUPATEN AREN"),
        ({"head": "Bupati"}, "Bupati Aren"),
        ({"signed": "BUPATI AREN\tWALI KOTA BULAN"}, "BUPATI AREN"),
        ({"signed": "a.n. WALI KOTA CEMARA"}, "a.n. WALI KOTA CEMARA"),
        ({"sentence": "Warga ketiga kabupaten hadir."}, "ketiga kabupaten"),
        ({}, ""),
        ({"sentence": "Bupati Cemara hadir."}, ""),
        ({"signed": "a.n. WALI KOTA AREN Kepala Dinas Kesehatan"}, ""),
    ],
)
def test_another_level_is_told_in_a_text_of_others(
    parts: dict[str, str], piece: str
) -> None:
    assert piece in (_of_text(**parts) or [""])


def test_a_village_has_no_lurah() -> None:
    text = CITIES.replace("Kota Aren", "Desa Aren").replace("Wali Desa", "Lurah")
    assert told_of_data(text, "SAMA-TINGKAT") == ["Lurah Aren"]
    assert (
        told_of_data(text.replace("Lurah Aren", "Kepala Desa Aren"), "SAMA-TINGKAT")
        == []
    )
