"""Terms set for two things, names of the paper, and laws and decrees that are cited."""

import pytest

from conftest import MINIMAL
from told import told_of_data, told_of_text

_BEGIN = """NOTA KESEPAHAMAN
TENTANG
PELATIHAN
Direktur Akademi Bina, bertindak untuk dan atas nama Akademi Bina, selanjutnya disebut PIHAK KESATU.
Direktur Klinik Sehat, bertindak untuk dan atas nama Klinik Sehat, selanjutnya disebut PIHAK KEDUA.
PIHAK KESATU dan PIHAK KEDUA secara bersama-sama disebut PARA PIHAK.
"""


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        (
            "A dan B bersama-sama disebut PARA PIHAK, sendiri-sendiri disebut PARA PIHAK.",
            ["PARA PIHAK", "PARA PIHAK"],
        ),
        ("A dan B bersama-sama disebut PARA PIHAK, sendiri-sendiri disebut PIHAK.", []),
        (
            "Akademi Bina (Akademi) dan Radio Suara (Akademi) bersama-sama disebut Mitra.",
            ["Akademi", "Akademi"],
        ),
        (
            "Akademi Bina (Akademi) dan Radio Suara (Radio) bersama-sama disebut Mitra.",
            [],
        ),
    ],
)
def test_a_sentence_gives_each_its_own_term(sentence: str, pieces: list[str]) -> None:
    assert told_of_text(sentence, "SAMA-DUAKALI") == pieces


@pytest.mark.parametrize(
    ("called", "pieces"), [("PARA PIHAK", []), ("PIHAK KESATU", ["PIHAK KESATU"])]
)
def test_all_are_not_called_as_one_is(called: str, pieces: list[str]) -> None:
    text = _BEGIN.replace("disebut PARA PIHAK", f"disebut {called}")
    assert told_of_text(f"{text}Pasal 1\nIsi.", "SAMA-DUAKALI") == pieces


@pytest.mark.parametrize(
    ("term", "pieces"), [("Perangkat", ["Perangkat"]), ("Alat", [])]
)
def test_what_is_defined_is_not_set_again(term: str, pieces: list[str]) -> None:
    text = (
        "Dalam naskah ini yang dimaksud dengan:\n1. Perangkat adalah pemancar.\n"
        f"Pasal 2\nDipasang pemancar, yang selanjutnya disebut {term}.\n"
    )
    assert told_of_text(text, "SAMA-DUAKALI") == pieces


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        ("Demikian Berita Acara ini dibuat.", ["Berita Acara"]),
        ("Demikianlah Nota Kesepahaman ini dibuat.", []),
        ("Keputusan Bersama ini dibuat dalam 2 (dua) rangkap.", ["Keputusan Bersama"]),
        ("Keputusan Bupati ini menjadi dasarnya.", []),
    ],
)
def test_the_paper_has_its_name(sentence: str, pieces: list[str]) -> None:
    text = f"{_BEGIN}Pasal 1\n{sentence}\n"
    assert told_of_text(text, "SAMA-JENIS") == pieces


_ENGLISH = """Each PARTY bears its costs.
Any PARTY may speak, and THE PARTIES agree.
This Memorandum of Understanding covers training.
The scope of this Memorandum of Understanding is wide.
The aim of this Memorandum of Understanding is peace.
"""


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        ("Either PARTICIPANT may end this Agreement.", ["PARTICIPANT", "Agreement"]),
        ("Either PARTY may end this Memorandum of Understanding.", []),
    ],
)
def test_the_english_text_has_one_name(sentence: str, pieces: list[str]) -> None:
    assert told_of_text(_ENGLISH + sentence, "SAMA-JENIS") == pieces


_BASES = """
dasar_hukum:
- jenis: Peraturan Pemerintah
  nomor: "28"
  tahun: 2018
  tentang: Kerja Sama Daerah
"""


@pytest.mark.parametrize(
    ("kind", "pieces"),
    [
        ("Peraturan Presiden", ["Peraturan Presiden Nomor 28 Tahun 2018"]),
        ("Peraturan Pemerintah", []),
    ],
)
def test_a_law_keeps_its_kind(kind: str, pieces: list[str]) -> None:
    cited = f"isi: Sesuai dengan {kind} Nomor 28 Tahun 2018 tentang Kerja Sama Daerah."
    yaml = MINIMAL.replace("isi: Isi.", cited) + _BASES
    assert told_of_data(yaml, "HUKUM-DUA") == pieces


def test_a_law_is_read_in_the_title_of_another() -> None:
    whole = "1. Undang-Undang Nomor 13 Tahun 1950 tentang Kabupaten di Jawa {} (Berita Negara Republik Indonesia Tahun 1950 Nomor 42);\n"
    change = "2. Undang-Undang Nomor 9 Tahun 1965 tentang Batang dengan mengubah Undang-Undang Nomor 13 Tahun 1950 tentang Kabupaten di Jawa {};\n"
    told = told_of_text(whole.format("Tengah") + change.format("Barat"), "HUKUM-DUA")
    assert told == ["Kabupaten di Jawa Barat"]
    right = whole.format("Tengah") + change.format("Tengah")
    assert told_of_text(right, "HUKUM-DUA") == []


@pytest.mark.parametrize(
    ("region", "pieces"), [("Kabupaten Aren", []), ("Kota Aren", ["Kota Aren"])]
)
def test_a_region_has_its_own_gazette(region: str, pieces: list[str]) -> None:
    text = (
        "Peraturan Daerah Kabupaten Aren Nomor 5 Tahun 2021 tentang Pasar"
        f" (Lembaran Daerah {region} Tahun 2021 Nomor 5)."
    )
    assert told_of_text(text, "HUKUM-LEMBARAN") == pieces
    law = f"""
dasar_hukum:
- jenis: Peraturan Daerah Kabupaten Aren
  nomor: "5"
  tahun: 2021
  tentang: Pasar
  lembaran: {{ jenis: LD, daerah: {region}, tahun: 2021, nomor: "5", tambahan: "9" }}
"""
    assert told_of_data(MINIMAL + law, "HUKUM-LEMBARAN") == pieces


@pytest.mark.parametrize(
    ("again", "many"),
    [
        ("tanggal 2 Februari 2026 tentang Tim Pengelola Data", 2),
        ("tanggal 2 Februari 2026 tentang Tim Data", 0),
        ("tanggal 3 Februari 2026 tentang Tim Pengelola Data", 0),
    ],
)
def test_a_decree_has_one_title(again: str, many: int) -> None:
    first = "Keputusan Menteri Bahari tanggal 2 Februari 2026 tentang Tim Data."
    text = f"{first}\nSesuai dengan Keputusan Menteri Bahari {again}.\n"
    assert len(told_of_text(text, "INDUK-DUA")) == many


@pytest.mark.parametrize(
    ("number", "pieces"), [("12/PKS/2026", ["12/PKS/2026"]), ("7/KB/2025", [])]
)
def test_another_paper_has_another_number(number: str, pieces: list[str]) -> None:
    cited = f"isi: Melaksanakan Kesepakatan Bersama Nomor {number} tentang Pasar."
    yaml = MINIMAL.replace("isi: Isi.", cited)
    first = yaml.index("nama:")
    yaml = yaml[:first] + "nomor: 12/PKS/2026\n  " + yaml[first:]
    assert told_of_data(yaml, "INDUK-DUA") == pieces
