"""Capitals of sentences, bodies and set phrases; marks of openings and lists; labels that leap."""

import pytest

from conftest import MINIMAL
from told import told_of_data, told_of_text

CODES = (
    *("BAHASA-KAPITAL", "BAHASA-AWAL", "DAFTAR-AYAT", "DAFTAR-TANDA", "RUJUK-CELAH"),
    "BAHASA-SALAH",
)


def _of_text(text: str) -> list[str]:
    return told_of_text(text, *CODES)


def _of_data(yaml: str) -> list[str]:
    return told_of_data(yaml, *CODES)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Melalui pengadilan negeri Aren saja.", "pengadilan negeri"),
        ("Dari pemerintah kabupaten Aren saja.", "pemerintah kabupaten"),
        ("Kepada bupati Aren saja.", "bupati"),
        ("Diselesaikan secara Musyawarah untuk mufakat.", "Musyawarah untuk mufakat"),
        ("Diselesaikan melalui musyawarah untuk Mufakat.", "musyawarah untuk Mufakat"),
        ("Dibuat dalam bahasa indonesia saja.", "indonesia"),
        ("Dalam bahasa Indonesia dan bahasa inggris.", "inggris"),
        ("Menurut hukum republik indonesia saja.", "republik indonesia"),
        ("Menurut hukum republik Indonesia saja.", "republik Indonesia"),
        ("Rapat di Aren Selatan, bagi warga aren selatan.", "aren selatan"),
        ("Rapat Desa Suka Wering, bagi warga suka wering.", "suka wering"),
        ("Dibuat Dengan iktikad baik.", "Dengan"),
        ("Rapat telah selesai. jadwalnya disusun bersama.", "jadwalnya"),
        ("Oleh Walikota Aren saja.", "Walikota"),
    ],
)
def test_a_capital_too_many_or_too_few_is_told(text: str, piece: str) -> None:
    assert _of_text(text) == [piece]
    assert _of_data(MINIMAL.replace("isi: Isi.", f"isi: '{text}'")) == [piece]


@pytest.mark.parametrize(
    "text",
    [
        "Melalui Pengadilan Negeri Aren atau pengadilan negeri setempat.",
        "Pemerintah kabupaten PIHAK KESATU dan gubernur Bank Indonesia hadir.",
        "Diselesaikan secara musyawarah untuk mufakat.",
        "Bahasa Indonesia, bahasa Inggris, bahasa daerah, dan bahasa isyarat.",
        "Warga negara Indonesia, surel a@indonesia.go.id, laman www.indonesia.go.id.",
        "Rapat di Aren Selatan, bagi warga Aren Selatan di sebelah selatan.",
        "Kota Layak Anak; menuju kota layak anak; di Wilayah Timur, ke wilayah timur.",
        "Rapat di Rumah Sakit, lalu ke rumah sakit lain.",
        "MUSYAWARAH UNTUK MUFAKAT",
        "Musyawarah untuk Mufakat dicapai.",
        "Kerja Sama Dengan Pihak Lain",
        "Rapat di Jln. Melati No. 5, dll. lalu selesai.",
        "Peraturan Walikota Aren dan Wali Kota Aren.",
    ],
)
def test_capitals_that_are_right_are_left_alone(text: str) -> None:
    assert _of_text(text) == []


def test_a_sentence_below_another_begins_with_a_capital() -> None:
    assert _of_text("Rapat telah selesai.\n\njadwalnya disusun bersama lagi.") == [
        "jadwalnya"
    ]
    assert _of_text("Rapat telah selesai,\n\nlalu jadwalnya disusun lagi.") == []
    below = "isi: Isi.\n  paragraf: [{} disusun bersama setiap awal semester.]"
    assert _of_data(MINIMAL.replace("isi: Isi.", below.format("jadwalnya"))) == [
        "jadwalnya"
    ]
    assert _of_data(MINIMAL.replace("isi: Isi.", below.format("Jadwalnya"))) == []


def test_a_sentence_below_a_list_may_go_on_with_it() -> None:
    part = "isi: 'Meliputi:'\n  huruf: [satu; dan, dua{}]\n  penutup: {} disusun bersama setiap tahun."
    goes_on = part.format(";", "yang")
    anew = part.format(".", "jadwalnya")
    assert _of_data(MINIMAL.replace("isi: Isi.", goes_on)) == []
    assert "jadwalnya" in _of_data(MINIMAL.replace("isi: Isi.", anew))


def test_what_leads_to_the_parties_ends_with_a_colon() -> None:
    assert _of_text("Yang bertanda tangan di bawah ini.") == ["ini."]
    assert _of_text("Yang bertanda tangan di bawah ini:") == []
    assert _of_text("Para pihak bertanda tangan di bawah ini, yaitu:") == []
    data = MINIMAL.replace("Pada hari ini", '"Yang bertanda tangan di bawah ini."')
    assert _of_data(data) == ["ini."]


PASAL = "Pasal 1\n\n{}\n\nPasal 2\n\nIsi.\n\nPasal 3\n\nIsi.\n"


@pytest.mark.parametrize(
    ("items", "pieces"),
    [
        (
            "i. api;\n\nii. banjir; dan\n\niii. pencurian, dan\n\n2. alat.",
            ["pencurian, dan"],
        ),
        ("i. api;\n\nii. banjir; dan\n\niii. pencurian; dan\n\n2. alat.", []),
        ("1. api,\n\n2. banjir, dan\n\n3. pencurian.", []),
        (
            "1. satu:\n\na) hal:\n\n1) ini; dan\n\n2) itu; dan\n\nc) lagi;\n\n2. dua.",
            ["c)"],
        ),
        (
            "1. satu:\n\na) hal:\n\n1) ini; dan\n\n2) itu; dan\n\nb) lagi;\n\n2. dua.",
            [],
        ),
        ("1. satu:\n\na) hal;\n\nb) itu;\n\n2. dua:\n\na) satu;\n\nb) dua.", []),
    ],
)
def test_marks_and_labels_of_lists_within_lists(items: str, pieces: list[str]) -> None:
    assert _of_text(PASAL.format(items)) == pieces


@pytest.mark.parametrize(
    ("numbers", "pieces"),
    [("I II III", []), ("I II IV", ["IV"]), ("I III", ["III"]), ("II I III", [])],
)
def test_annexes_are_counted(numbers: str, pieces: list[str]) -> None:
    heads = [f"Lampiran {number} Perjanjian ini" for number in numbers.split()]
    assert _of_text("\n\n".join(heads)) == pieces
    of_adendum = "\n\n".join([*heads, "Lampiran Adendum Kesatu"])
    assert _of_text(of_adendum) == []


@pytest.mark.parametrize(
    ("intro", "piece"),
    [
        ("Ruang lingkup ini meliputi.", "meliputi."),
        ("Kegiatannya sebagai berikut;", "berikut;"),
        ("Panitia terdiri atas,", "atas,"),
        ("Kewajibannya, yaitu.", "yaitu."),
        ("Ruang lingkup ini meliputi:", ""),
        ("Ruang lingkup ini meliputi dua hal:", ""),
    ],
)
def test_what_announces_a_list_ends_with_a_colon(intro: str, piece: str) -> None:
    told = [piece] if piece else []
    assert _of_text(f"{intro}\n\na. rapat; dan\n\nb. laporan.\n") == told
    items = f"isi: '{intro}'\n  huruf: [rapat; dan, laporan.]"
    assert _of_data(MINIMAL.replace("isi: Isi.", items)) == told


def test_what_announces_no_list_may_end_with_a_stop() -> None:
    text = "Kegiatannya sebagai berikut.\n\nRapat diadakan bersama.\n"
    assert _of_text(text) == []
