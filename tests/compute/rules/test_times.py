"""Times of one text: acts of a day to come, a term that is over, a notice longer than the term."""

import pytest

from conftest import MINIMAL
from notakesepakatan.bureau.check import check_document
from told import told_of_data, told_of_text

SIGNED = MINIMAL + "penandatanganan: { tempat: Jakarta, rencana: 2026-03-02 }\n"
TEXT = """\
NOTA KESEPAKATAN

TENTANG

{title}

Pada hari ini Senin, tanggal dua, bulan Maret, tahun dua ribu dua puluh enam, kami:

I. ANI : Kepala, {act}, bertindak untuk dan atas nama Badan A, selanjutnya disebut PIHAK KESATU;

II. BUDI : Kepala, bertindak untuk dan atas nama Badan B, selanjutnya disebut PIHAK KEDUA;

{recital}

Pasal 1 MAKSUD

{sentence}

Pasal 2 JANGKA WAKTU

{term}
"""
SOUND = {
    "title": "HIBAH TAHUN ANGGARAN 2026",
    "act": "berdasarkan Akta Nomor 3 tanggal 8 Juli 2019",
    "recital": "Telah ada surat pernyataan kehendak yang ditandatangani pada 2 Maret 2025.",
    "sentence": "Laporan disampaikan paling lambat tanggal 10 Januari 2027.",
    "term": "Nota ini berlaku mulai 3 Maret 2026 sampai dengan 2 Maret 2027 atau selama 1 (satu) tahun.",
}
CODES = ("TANGGAL-URUT", "TANGGAL-KEMUDIAN")


def _of_text(**parts: str) -> list[str]:
    return told_of_text(TEXT.format(**SOUND | parts), *CODES)


@pytest.mark.parametrize(
    ("part", "words", "piece"),
    [
        ("act", "berdasarkan Akta Nomor 3 tanggal 8 Juli 2029", "8 Juli 2029"),
        ("act", "berdasarkan Keputusan Nomor 4/K/2027", "Nomor 4/K/2027"),
        ("act", "berdasarkan Keputusan Nomor 4 Tahun 2028", "Nomor 4 Tahun 2028"),
        (
            "recital",
            "Menindaklanjuti surat kesanggupan yang ditetapkan pada 2 Mei 2026.",
            "2 Mei 2026",
        ),
        (
            "recital",
            "Berdasarkan Undang-Undang Nomor 5 Tahun 2027 tentang Aren.",
            "2027",
        ),
        ("sentence", "Dilaporkan paling lambat 10 Januari 2026.", "10 Januari 2026"),
        (
            "sentence",
            "Dari APBD Kota Aren Tahun Anggaran 2025.",
            "2025",
        ),
        (
            "term",
            "Nota ini berlaku sampai dengan 31 Desember 2025.",
            "31 Desember 2025",
        ),
        (
            "term",
            "Nota ini berlaku selama 2 (dua) tahun, mulai 3 Maret 2026 sampai dengan 2 Maret 2027.",
            "selama 2 (dua) tahun, mulai 3 Maret 2026 sampai dengan 2 Maret 2027",
        ),
        (
            "term",
            "Nota ini berlaku selama 6 (enam) bulan dan diakhiri dengan pemberitahuan"
            " paling lambat 9 (sembilan) bulan sebelum jangka waktu berakhir.",
            "paling lambat 9 (sembilan) bulan sebelum jangka waktu",
        ),
    ],
)
def test_times_that_cannot_be_are_told(part: str, words: str, piece: str) -> None:
    assert piece in _of_text(**{part: words})


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("act", "berdasarkan Keputusan Nomor 4 Tahun 2026"),
        ("act", "berdasarkan Surat Nomor 100/15/K/2026"),
        ("recital", "Rapat akan dicatat dalam surat yang dibuat pada 2 Mei 2026."),
        ("sentence", "Dilaporkan paling lambat 2 Maret 2026."),
        ("sentence", "Dari APBD Tahun Anggaran 2026 dan Tahun Anggaran 2025."),
        ("sentence", "Kegiatan Tahun Anggaran 2025 dinilai."),
        ("term", "Nota ini berlaku untuk Tahun Anggaran 2026."),
        ("term", "Nota ini berlaku sampai dengan 2 Maret 2028."),
        (
            "term",
            "Nota ini berlaku selama 2 (dua) tahun dan diakhiri dengan pemberitahuan"
            " paling lambat 3 (tiga) bulan sebelum jangka waktu berakhir.",
        ),
        (
            "term",
            "Nota ini berlaku selama 1 (satu) tahun, yaitu 1 Mei 2026 sampai dengan 30 April 2027.",
        ),
    ],
)
def test_times_that_agree_are_left_alone(part: str, words: str) -> None:
    assert _of_text(**{part: words}) == []


def test_a_text_without_pasal_is_signed_before_its_end() -> None:
    text = (
        "Pada tanggal 4 Mei {} kami sepakat.\n\nNota ini berlaku sejak ditandatangani"
        " sampai dengan 31 Desember 2027."
    )
    late = check_document("a.txt", text.format(2028).encode()).found
    assert {one.piece for one in late if one.kode in CODES} == {
        "31 Desember 2027",
        "4 Mei 2028",
    }
    sound = check_document("a.txt", text.format(2026).encode()).found
    assert [one for one in sound if one.kode in CODES] == []


def test_a_day_within_a_sentence_is_no_day_of_signing() -> None:
    text = "Masanya berakhir pada 18 Maret 2025.\n\nSurat Nomor 1/K tanggal 2 Mei 2026 dibaca."
    assert check_document("a.txt", text.encode()).found == ()


@pytest.mark.parametrize(
    ("addition", "piece"),
    [
        ("tenggat: { pemberitahuan: 4 tahun }\n", "4 tahun"),
        ("tenggat: { pemberitahuan: 24 bulan }\n", ""),
        ("tenggat: { pemberitahuan: 6 bulan }\n", ""),
        ("induk: { jenis: Nota, tanggal: 2027-01-01 }\n", "2027-01-01"),
        (
            "induk: { jenis: Nota, tanggal: 2025-01-02, berakhir: 2025-01-01 }\n",
            "2025-01-01",
        ),
        (
            "induk: { jenis: Nota, tanggal: 2025-01-02, berakhir: 2026-01-01 }\n",
            "2026-01-01",
        ),
        ("induk: { jenis: Nota, tanggal: 2025-01-02, berakhir: 2030-01-01 }\n", ""),
        (
            "dasar_hukum:\n- { jenis: Undang-Undang, nomor: '1', tahun: 2027, tentang: A }\n",
            "2027",
        ),
    ],
)
def test_times_of_the_data_are_held_against_the_signing(
    addition: str, piece: str
) -> None:
    assert told_of_data(SIGNED + addition, *CODES) == ([piece] if piece else [])


@pytest.mark.parametrize(("year", "told"), [(2025, False), (2028, True)])
def test_a_paper_of_a_day_to_come_is_told_in_ours(year: int, *, told: bool) -> None:
    sentence = f"Menurut surat yang ditandatangani pada [[tanggal {year}-02-12]]."
    found = told_of_data(SIGNED.replace("isi: Isi.", f"isi: '{sentence}'"), *CODES)
    assert found == ([f"[[tanggal {year}-02-12]]"] if told else [])


def test_money_of_another_budget_year_is_told_in_ours() -> None:
    term = SIGNED.replace("2 tahun", "tahun anggaran 2027")
    money = "isi: 'Dari Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran {}.'"
    assert told_of_data(term.replace("isi: Isi.", money.format(2026)), *CODES) == [
        "2026"
    ]
    assert told_of_data(term.replace("isi: Isi.", money.format(2027)), *CODES) == []
