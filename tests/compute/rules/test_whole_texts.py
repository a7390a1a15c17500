"""What is found between the paragraphs of a text of others: tables, heads, lists, languages, names."""

import pytest

from conftest import MINIMAL
from notakesepakatan.bureau.check import Found, check_document, temuan_list
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.kesepakatan import parse_kesepakatan

TEXT = """\
PERJANJIAN KERJA SAMA

ANTARA

KLINIK PRATAMA HARAPAN IBU

DAN

DINAS KESEHATAN KOTA BULAN

TENTANG

RUJUKAN

I. ANI : Direktur, berkedudukan di Bulan, bertindak untuk dan atas nama Klinik Pratama Harapan Ibu, selanjutnya disebut PIHAK KESATU;

II. BUDI : Kepala Dinas, berkedudukan di Bulan, bertindak untuk dan atas nama Dinas Kesehatan Kota Bulan, selanjutnya disebut PIHAK KEDUA.

PIHAK KESATU dan PIHAK KEDUA secara bersama-sama disebut PARA PIHAK.

BAB I UMUM

Pasal 1 MAKSUD

Rujukan diatur sebagai berikut:

1. Pasien diterima;

2. Pasien dirawat; dan

3. Pasien dipulangkan.

BAB II BIAYA

Pasal 2 BIAYA

(1) Biaya dirinci dalam tabel.

Uraian\tBanyaknya\tHarga\tBiaya

Kamar\t3\tRp200.000,00\tRp600.000,00

Obat\t2\tRp50.000,00\tRp100.000,00

Alat\t4\tRp25.000,00\tRp100.000,00

Jumlah\t\t\tRp800.000,00

(2) Biaya dibayar setiap bulan.

BAB III AKHIR

Pasal 3 AKHIR

Perjanjian Kerja Sama ini berlaku sejak tanggal ditandatangani oleh PARA PIHAK.

Pasal 4 PENUTUP

Demikian Perjanjian Kerja Sama ini dibuat oleh PARA PIHAK dalam keadaan sehat.
"""


def _found(text: str) -> list[Found]:
    return list(check_document("a.txt", text.encode()).found)


NEW = (
    "ANGKA-TABEL",
    "RUJUK-CELAH",
    "SAMA-PIHAK",
    "SAMA-LENGKAP",
    "DAFTAR-AYAT",
    "BAHASA-AWAL",
    "BAHASA-ANGKA",
)


def _told(text: str) -> list[tuple[str, str]]:
    return [(one.kode, one.piece) for one in _found(text) if one.kode in NEW]


def test_a_sound_text_is_left_alone() -> None:
    assert _told(TEXT) == []


@pytest.mark.parametrize(
    ("right", "wrong", "kode", "piece"),
    [
        ("Rp800.000,00", "Rp900.000,00", "ANGKA-TABEL", "Rp900.000,00"),
        ("3\tRp200.000,00", "3\tRp300.000,00", "ANGKA-TABEL", "Rp600.000,00"),
        ("BAB III AKHIR", "BAB IV AKHIR", "RUJUK-CELAH", "BAB IV"),
        ("BAB II BIAYA", "BAB III BIAYA", "RUJUK-CELAH", "BAB III"),
        ("3. Pasien dipulangkan", "4. Pasien dipulangkan", "RUJUK-CELAH", "4."),
        (
            "atas nama Klinik Pratama Harapan Ibu",
            "atas nama Klinik Pratama Harapan Bunda",
            "SAMA-PIHAK",
            "Klinik Pratama Harapan Bunda",
        ),
        ("PARA PIHAK.\n\nPasal 4", "PARA PIHAK;\n\nPasal 4", "DAFTAR-AYAT", "PIHAK;"),
        ("(2) Biaya dibayar", "(2) biaya dibayar", "BAHASA-AWAL", "biaya"),
    ],
)
def test_a_slip_between_paragraphs_is_found(
    right: str, wrong: str, kode: str, piece: str
) -> None:
    assert TEXT.count(right) == 1
    assert (kode, piece) in _told(TEXT.replace(right, wrong))


def test_a_party_that_is_not_named_with_the_others_is_missed() -> None:
    three = TEXT.replace(
        "selanjutnya disebut PIHAK KEDUA.",
        "selanjutnya disebut PIHAK KEDUA;\n\nIII. CICI : Rektor, berkedudukan di Bulan, "
        "bertindak untuk dan atas nama Universitas Bulan Purnama, selanjutnya disebut "
        "PIHAK KETIGA.",
    )
    assert ("SAMA-LENGKAP", "PIHAK KESATU dan PIHAK KEDUA") in _told(three)
    all_named = three.replace(
        "PIHAK KESATU dan PIHAK KEDUA secara",
        "PIHAK KESATU, PIHAK KEDUA, dan PIHAK KETIGA secara",
    )
    assert "SAMA-LENGKAP" not in {kode for kode, _ in _told(all_named)}


PAIRS = "\n\n".join(
    f"({n}) Laporan ke-{n} yang disusun PARA PIHAK paling lambat 10 Maret 2027.\n\n"
    f"({n}) Report number {n} of the Parties shall be made by 10 March 2027."
    for n in range(1, 7)
)


@pytest.mark.parametrize(
    ("right", "wrong"), [("10 March", "10 April"), ("10 March", "12 March")]
)
def test_numbers_and_months_are_the_same_in_both_languages(
    right: str, wrong: str
) -> None:
    assert _told(PAIRS) == []
    own, translated = _told(PAIRS.replace(right, wrong, 1))
    # Nobody but the parties knows which of the two is wrong.
    assert own[0] == translated[0] == "BAHASA-ANGKA"
    assert own[1].startswith("(1) Laporan") and translated[1].startswith("(1) Report")


def test_a_sentence_of_ours_begins_with_a_capital_and_its_number_below_a_name() -> None:
    yaml = MINIMAL.replace("isi: Isi.", "isi: biaya ditanggung bersama.").replace(
        "  kedudukan: Bogor",
        "  kedudukan: Bogor\n  bawah_nama: NIP 19711331 199803 1 005",
    )
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    found = temuan_list(Riwayat(loaded), loaded, load_dictionary())
    told = {(one.kode, one.piece) for one in found}
    assert ("BAHASA-AWAL", "biaya") in told
    assert ("KONTAK-NIP", "19711331 199803 1 005") in told
