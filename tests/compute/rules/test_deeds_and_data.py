"""What names the wrong party, and what sentences say in words alone against the data."""

import pytest

from conftest import MINIMAL
from told import told_of_data, told_of_text

_BEGIN = """NOTA KESEPAKATAN
Direktur Akademi Bina, bertindak untuk dan atas nama Akademi Bina, selanjutnya disebut PIHAK KESATU.
Direktur Klinik Sehat, bertindak untuk dan atas nama Klinik Sehat, selanjutnya disebut PIHAK KEDUA.
"""


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Pasal 1\nHAK DAN KEWAJIBAN PIHAK KEDUA\n(1) PIHAK KESATU berhak:",
            ["PIHAK KESATU"],
        ),
        ("Pasal 1\nHAK DAN KEWAJIBAN PIHAK KEDUA\n(1) PIHAK KEDUA berhak:", []),
        ("Pasal 1\nHAK\n(1) PIHAK KESATU berhak:\nPasal 2\nHAK PIHAK KEDUA\nIsi.", []),
        (
            "a. bahwa PIHAK KESATU adalah kampus;\nb. bahwa PIHAK KESATU adalah klinik.\nPasal 1\nIsi.",
            ["PIHAK KESATU", "PIHAK KESATU"],
        ),
        (
            "a. bahwa PIHAK KESATU adalah kampus;\nb. bahwa PIHAK KEDUA adalah klinik.\nPasal 1\nIsi.",
            [],
        ),
        (
            "Pasal 1\n(1) PIHAK KEDUA meminta data.\n(2) PIHAK KEDUA menjawab permintaan itu.",
            ["PIHAK KEDUA"],
        ),
        (
            "Pasal 1\n(1) PIHAK KEDUA meminta data.\n(2) PIHAK KESATU menjawab permintaan itu.",
            [],
        ),
        (
            "Pasal 1\nBiaya dibebankan pada anggaran PIHAK KESATU.\nPasal 2\nPIHAK KESATU mengajukan tagihan.",
            ["PIHAK KESATU"],
        ),
        (
            "Pasal 1\nBiaya dibebankan pada anggaran PIHAK KESATU.\nPasal 2\nPIHAK KEDUA mengajukan tagihan.",
            [],
        ),
        (
            "Pasal 1\nPetugas PIHAK KEDUA tidak mempunyai hubungan kerja dengan PIHAK KEDUA.",
            ["PIHAK KEDUA"],
        ),
        (
            "Pasal 1\nPetugas PIHAK KEDUA tidak mempunyai hubungan kerja dengan PIHAK KESATU.",
            [],
        ),
    ],
)
def test_a_party_does_its_own(text: str, pieces: list[str]) -> None:
    assert told_of_text(f"{_BEGIN}{text}\n", "SAMA-TUKAR") == pieces


def _with(sentence: str) -> str:
    return MINIMAL.replace("isi: Isi.", f"isi: {sentence!r}")


@pytest.mark.parametrize(
    ("place", "pieces"), [("Kajen", ["Kajen"]), ("Pendopo Bogor", []), ("Bogor", [])]
)
def test_it_is_signed_where_the_data_say(place: str, pieces: list[str]) -> None:
    sentence = f"Nota Kesepakatan ini ditandatangani di {place} pada hari yang sama."
    yaml = f"{_with(sentence)}penandatanganan: {{ tempat: Bogor }}\n"
    assert told_of_data(yaml, "SAMA-HARI") == pieces


@pytest.mark.parametrize(
    ("said", "many"),
    [("dua rangkap asli", 0), ("tiga rangkap asli", 1), ("3 (tiga) rangkap asli", 1)],
)
def test_originals_in_words_alone(said: str, many: int) -> None:
    yaml = _with(f"Dibuat dalam {said}, semuanya sama.")
    assert len(told_of_data(yaml, "SAMA-RANGKAP")) == many


@pytest.mark.parametrize(
    ("said", "pieces"),
    [("dua puluh empat bulan", []), ("dua belas bulan", ["dua belas bulan"])],
)
def test_a_term_in_words_alone(said: str, pieces: list[str]) -> None:
    yaml = _with(f"Nota Kesepakatan ini berlaku selama {said}.")
    yaml = yaml.replace("judul: SATU", "judul: JANGKA WAKTU")
    assert told_of_data(yaml, "SAMA-JANGKA-WAKTU") == pieces


@pytest.mark.parametrize(
    ("year", "pieces"), [("2027", []), ("2026", ["tahun anggaran 2026"])]
)
def test_a_budget_year_is_that_of_the_data(year: str, pieces: list[str]) -> None:
    yaml = _with(f"Nota Kesepakatan ini berlaku untuk tahun anggaran {year}.")
    yaml = yaml.replace("judul: SATU", "judul: JANGKA WAKTU")
    yaml = yaml.replace("2 tahun", "tahun anggaran 2027")
    assert told_of_data(yaml, "SAMA-JANGKA-WAKTU") == pieces


@pytest.mark.parametrize(
    ("text", "kode", "pieces"),
    [
        ("Dibayar tanggal 35 setiap bulan.", "TANGGAL-URUT", ["tanggal 35 setiap"]),
        ("Dibayar tanggal 31 setiap bulan.", "TANGGAL-URUT", []),
        ("Dicetak setiap tanggal 32.", "TANGGAL-URUT", ["setiap tanggal 32"]),
        (
            "Dibuat rangkap 2 (dua), 3 (tiga) di antaranya bermeterai.",
            "ANGKA-RANGKAP",
            ["rangkap 2 (dua), 3 (tiga) di antaranya"],
        ),
        (
            "Dibuat rangkap 3 (tiga), 2 (dua) di antaranya bermeterai.",
            "ANGKA-RANGKAP",
            [],
        ),
        ("Dari APBN dan ABPN.", "SAMA-ISTILAH", ["ABPN"]),
        ("Dari APBN dan APBD.", "SAMA-ISTILAH", []),
        ("Nomor rekening XXX-XX-XXXX-X di bank.", "ISIAN-KOSONG", ["XXX-XX-XXXX-X"]),
        ("Jalan xxx di kota itu.", "ISIAN-KOSONG", ["xxx"]),
        ("Dalam Lampiran XXX dan XX.", "ISIAN-KOSONG", []),
        ("Warga tinggal dinegaranya.", "BAHASA-SALAH", ["dinegaranya"]),
        ("Petugas dirumahkan dan ditempatkan.", "BAHASA-SALAH", []),
    ],
)
def test_a_sentence_alone(text: str, kode: str, pieces: list[str]) -> None:
    assert told_of_text(text, kode) == pieces


@pytest.mark.parametrize(
    ("said", "pieces"), [("angka 1", ["angka 1"]), ("huruf a", [])]
)
def test_recitals_have_letters(said: str, pieces: list[str]) -> None:
    text = f"a. bahwa satu;\nb. bahwa sebagaimana dimaksud dalam {said}, dua.\n"
    assert told_of_text(text, "RUJUK-TIMBANG") == pieces


def test_a_number_of_a_kuasa_waits_to_be_filled_in() -> None:
    kuasa = 'jabatan: Kepala\n  kuasa: { pemberi: Bupati Aren, nomor: "[NOMOR]" }'
    yaml = MINIMAL.replace("jabatan: Kepala", kuasa)
    assert told_of_data(yaml, "ISIAN-KOSONG") == ["[NOMOR]"]


def test_an_amount_in_capitals_is_no_term() -> None:
    yaml = _with("Sebesar Rp2.000,00 (DUA RIBU RUPIAH) dibayar.")
    assert told_of_data(yaml, "SAMA-TAKSEBUT") == []
