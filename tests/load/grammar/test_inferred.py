"""Days, terms and periods as sentences say them, and how sure that is."""

import pytest

from notakesepakatan.load.grammar.inferred import (
    infer_day,
    infer_periods,
    infer_place,
    infer_rangkap,
    infer_term,
)
from notakesepakatan.load.grammar.pihak import as_data, read_pihak
from notakesepakatan.load.grammar.stream import Item
from notakesepakatan.load.grammar.title import read_title


@pytest.mark.parametrize(
    ("sentence", "day", "sure"),
    [
        (
            "Pada hari ini Kamis, tanggal Enam Belas, bulan Juni, tahun Dua Ribu Dua "
            "Puluh Dua (16-06-2022), kami",
            "2022-06-16",
            "pasti",
        ),
        ("Pada hari ini Rabu, 14 Agustus 2024, kami", "2024-08-14", "pasti"),
        (
            "Pada hari Kamis tanggal 13 (tiga belas) bulan Maret tahun 2025 (dua ribu dua "
            "puluh lima), yang bertanda tangan",
            "2025-03-13",
            "pasti",
        ),
        ("Pada hari ini (03/02/2025) kami", "2025-02-03", "cukup"),
        (
            "Pada hari ini Rabu, 14 Agustus 2024 (15-08-2024), kami",
            "2024-08-14",
            "tanya",
        ),
    ],
)
def test_the_day_of_signing(sentence: str, day: str, sure: str) -> None:
    (found,) = infer_day([sentence])
    assert (found.nilai, found.sure) == (day, sure)


@pytest.mark.parametrize(
    ("sentence", "term", "sure"),
    [
        ("Perjanjian ini berlaku selama 5 (lima) tahun.", "5 tahun", "pasti"),
        ("Perjanjian ini berlaku selama 5 (enam) tahun.", "5 tahun", "tanya"),
        (
            "Berlaku selama 2 (dua) tahun sejak tanggal 1 April 2026.",
            "2 tahun sejak 2026-04-01",
            "pasti",
        ),
        (
            "Berlaku 3 (tiga) tahun sejak 1 April 2025 sampai dengan 31 Maret 2028.",
            "2025-04-01 sampai dengan 2028-03-31",
            "pasti",
        ),
        (
            "Berlaku sampai dengan tanggal 31 Desember 2027.",
            "sampai dengan 2027-12-31",
            "pasti",
        ),
        ("Berlaku untuk Tahun Anggaran 2027.", "tahun anggaran 2027", "pasti"),
        ("Berlaku tanpa batas waktu.", "tanpa batas waktu", "pasti"),
        (
            "Berlaku sampai dengan ditetapkannya perda, paling lama 5 (lima) tahun.",
            "sampai terpenuhi: ditetapkannya perda, paling lama 5 tahun",
            "pasti",
        ),
    ],
)
def test_the_term(sentence: str, term: str, sure: str) -> None:
    (found,) = infer_term([sentence], [])
    assert (found.nilai, found.sure) == (term, sure)


def test_a_term_outside_of_its_pasal_is_less_sure() -> None:
    (found,) = infer_term([], ["Perjanjian ini berlaku selama 5 (lima) tahun."])
    assert found.sure == "cukup"


def test_a_notice_is_no_term() -> None:
    sentence = (
        "Perpanjangan diberitahukan paling lambat 3 (tiga) bulan sebelum berakhir."
    )
    assert not list(infer_term([sentence], []))
    (found,) = infer_periods([sentence], [])
    assert (found.kunci, found.nilai) == ("tenggat.pemberitahuan", "3 bulan")


def test_the_place_ends_where_the_sentence_goes_on() -> None:
    said = "bertempat di Balai Desa Tirtajaya, kami yang bertanda tangan"
    (found,) = infer_place([said])
    assert found.nilai == "Balai Desa Tirtajaya"


def _of_pihak(*lines: str) -> dict[str, str]:
    """What is kept of a party of these lines."""
    read = read_pihak([Item(i, line) for i, line in enumerate(lines)])
    return as_data(read, of_rows=bool(read.rows))


def test_the_law_of_a_firm_is_no_paper_of_an_office() -> None:
    found = _of_pihak(
        "PT SINAR PANGAN, yang didirikan berdasarkan hukum Indonesia, berkedudukan di Kota "
        "Contoh, dalam hal ini diwakili oleh RATNA DEWI selaku Direktur, selanjutnya "
        "disebut PIHAK KEDUA."
    )
    assert "pengangkatan" not in found
    assert (found["pejabat"], found["jabatan"]) == ("RATNA DEWI", "Direktur")


def test_an_office_is_no_beginning_of_a_formula() -> None:
    found = _of_pihak(
        "Nama: PT Contoh",
        "Alamat: Jalan Satu",
        "Dalam hal ini bertindak dalam jabatannya, selanjutnya disebut PIHAK KEDUA.",
    )
    assert "jabatan" not in found


def test_who_stands_for_a_firm_is_said_in_a_row_of_its_own() -> None:
    found = _of_pihak(
        "Nama: PT Contoh",
        "Alamat: Jalan Satu",
        "Diwakili oleh: Ani Sari, selaku Direktur Utama",
        "Dalam hal ini bertindak dalam jabatannya, selanjutnya disebut PIHAK KEDUA.",
    )
    assert found["jabatan"] == "Direktur Utama"


@pytest.mark.parametrize(
    ("line", "nomor"),
    [
        ("NOMOR : 12/KTM/VII/2024", ["12/KTM/VII/2024"]),
        ("Nomor HK.03.01/A/112/2025", ["HK.03.01/A/112/2025"]),
        ("No. Telepon : 0812", []),
        ("No. KTP/SIM : 312345", []),
        ("Nomor urut kedatangan", []),
    ],
)
def test_numbers_of_a_title(line: str, nomor: list[str]) -> None:
    said = ("PERJANJIAN KERJA SAMA", "TENTANG", "AIR", line)
    blocks = [Item(i, text, lines=(text,)) for i, text in enumerate(said)]
    assert read_title(blocks).nomor == nomor


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("dibuat dalam rangkap 2 (dua) asli.", {"bermeterai": "2"}),
        ("dibuat dalam 3 (tiga) rangkap asli.", {"bermeterai": "3"}),
        (
            "dalam rangkap 4 (empat), 3 (tiga) rangkap bermeterai cukup, 1 (satu) rangkap"
            " tanpa meterai disimpan oleh Bagian Kerja Sama sebagai arsip",
            {
                "bermeterai": "3",
                "arsip": "1",
                "penyimpan_arsip": "Bagian Kerja Sama",
            },
        ),
        (
            "rangkap 3 (tiga), 2 (dua) rangkap bermeterai.",
            {"bermeterai": "2", "arsip": "1"},
        ),
        (
            "rangkap 4 (empat), 2 (dua) di antaranya bermeterai cukup.",
            {"bermeterai": "2", "arsip": "2"},
        ),
        ("dibuat dalam 2 (dua) rangkap yang sama.", {"bermeterai": "2"}),
        ("dibuat dalam rangkap secukupnya.", {}),
    ],
)
def test_originals(sentence: str, read: dict[str, str]) -> None:
    found = list(infer_rangkap(["Kata lain.", sentence]))
    assert {one.kunci.removeprefix("rangkap."): one.nilai for one in found} == read
    assert {one.sure for one in found} <= {"pasti"}


def test_originals_that_do_not_add_up_are_asked() -> None:
    sentence = "dalam rangkap 5 (lima), 3 (tiga) rangkap bermeterai, 1 (satu) rangkap untuk arsip"
    assert {one.sure for one in infer_rangkap([sentence])} == {"tanya"}
