"""Sums, shares, months in numbers, days of the week, and the constitution, as they can be."""

import pytest

from conftest import MINIMAL
from told import told_of_data, told_of_text

CODES = (
    *("ANGKA-UANG", "ANGKA-PERSEN", "ANGKA-KURANG", "ANGKA-NOMOR", "ANGKA-HARI"),
    "HUKUM-JUDUL",
)
SUMS = "Biaya Rp1.000.000,00, Rp2.000.000,00, dan Rp3.000.000,00."


def _of_data(text: str) -> list[str]:
    yaml = MINIMAL.replace("isi: Isi.", f"isi: '{text}'")
    return told_of_data(yaml, *CODES)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        (f"{SUMS} Sisanya Rp. 48.500.000,- saja.", "Rp. 48.500.000,-"),
        (f"{SUMS} Sisanya Rp 48.500.000,00 saja.", "Rp 48.500.000,00"),
        (f"{SUMS} Sisanya Rp48.500.000,- saja.", "Rp48.500.000,-"),
        (
            "Biaya Rp1.000,00 (seribu rupiah), lalu Rp2.000,00 (dua ribu).",
            "Rp2.000,00 (dua ribu)",
        ),
        ("Denda Rp500,000.00 sehari.", "Rp500,000.00"),
        ("Denda Rp1,500,000 sehari.", "Rp1,500,000"),
        ("Denda Rp 500.000.00 sehari.", "Rp 500.000.00"),
        (f"{SUMS} Denda USD500,00 sehari.", "USD500,00"),
        (f"{SUMS} Denda 500 (lima ratus) dolar.", "500 (lima ratus) dolar"),
        ("Denda USD500,00, paling banyak Rp15.000.000,00.", "USD500,00"),
        (
            "Denda Rp500.000,00 untuk setiap hari, paling banyak Rp150.000,00.",
            "Rp150.000,00",
        ),
        (
            "Biaya Rp5.000.000,00 (lima juta rupiah) per orang, maksimal Rp500.000,00.",
            "Rp500.000,00",
        ),
        (f"{SUMS} Denda US$ 1,500 sehari.", "US$ 1,500"),
        ("Ketepatan paling sedikit 995% setiap bulan.", "995%"),
        ("Kehadiran minimal 120 persen setiap bulan.", "120 persen"),
        ("Disampaikan 2 bulan (dua) sebelum itu.", "2 bulan (dua)"),
        ("Dihadiri 12 orang (dua belas) saja.", "12 orang (dua belas)"),
        ("Surat Nomor 09/BM/XIII/2026 dibaca.", "XIII"),
        ("Dibayar ke rekening Nomor 137-00-11884S2-6 saja.", "137-00-11884S2-6"),
        ("Melalui rekening 12O4567890 pada bank.", "12O4567890"),
        ("Surat Nomor 09/BM/VX/2026 dibaca.", "VX"),
        ("Pada hari ini Selesa tanggal lima.", "Selesa"),
        ("Pada hari Seninn, tanggal lima.", "Seninn"),
        ("Pada hari ini Jumaat, 11 Mei 2026.", "Jumaat"),
        ("Menurut Undang-Undang Dasar Negara Republik Indonesia Tahun 1954.", "1954"),
        ("Menurut UUD 1946 saja.", "1946"),
        (
            "Mengingat Kitab Undang-Undang Hukum Pidana saja.",
            "Kitab Undang-Undang Hukum Pidana",
        ),
        (
            "Pasal 1266 Kitab Undang-Undang Hukum Pidana tidak berlaku; tindak pidana.",
            "Kitab Undang-Undang Hukum Pidana",
        ),
    ],
)
def test_what_cannot_be_is_told(text: str, piece: str) -> None:
    assert told_of_text(text, *CODES) == [piece]
    assert _of_data(text) == [piece]


@pytest.mark.parametrize(
    "text",
    [
        SUMS,
        "Biaya Rp. 48.500.000,- dan Rp. 1.000.000,- saja.",
        "Biaya Rp1.000,00 (seribu rupiah), lalu Rp2.000,00 (dua ribu rupiah).",
        "Biaya Rp1,500 miliar, Rp500.000,00, dan Rp2,5 juta.",
        f"{SUMS} Sisanya USD500,00 menurut kurs Bank Indonesia.",
        "Denda Rp500.000,00 untuk setiap hari, paling banyak Rp15.000.000,00.",
        "Biaya Rp500.000,00 per orang. Hadiah paling banyak Rp100.000,00.",
        "Biaya USD500,00 dan USD700,00 saja.",
        f"{SUMS} Sisanya USD500,00 dan USD700,00 saja.",
        "Jaminan paling sedikit 125% dari nilai pinjaman; kehadiran minimal 100%.",
        "Disampaikan 2 (dua) bulan, 5 tahun (lima tahun), 2 hari (Senin dan Selasa).",
        "Dibayar ke rekening 137-00-1188452-6 menurut Nomor 12A/2026; sandi 12A4567.",
        "Surat Nomor 09/BM/XII/2026, Nomor 1/V/2026, Nomor 5/XX/2026 dibaca.",
        "Pada hari ini Selasa tanggal lima; hari Raya, tanggal merah; hari Kerja tanggal itu.",
        "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945 dan UUD 1945.",
        "Pasal 1266 Kitab Undang-Undang Hukum Perdata dan KUHPerdata.",
        "Menurut Kitab Undang-Undang Hukum Pidana, tindak pidana dilaporkan.",
    ],
)
def test_what_may_be_is_left_alone(text: str) -> None:
    assert told_of_text(text, *CODES) == []
    assert _of_data(text) == []
