"""The term as a person writes it: read where it is certain, refused with what to write where not."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from conftest import MINIMAL
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.model.jangka_waktu import JangkaWaktu

_TEXTS = [
    ("5 tahun", {"selama": "5 tahun"}),
    ("1 (satu) tahun", {"selama": "1 tahun"}),
    ("selama 18 bulan", {"selama": "18 bulan"}),
    ("5 tahun terhitung sejak ditandatanganinya", {"selama": "5 tahun"}),
    (
        "2 (dua) tahun terhitung sejak 1 April 2026",
        {"selama": "2 tahun", "mulai": "2026-04-01"},
    ),
    (
        "1 April 2026 sampai dengan 31 Maret 2027",
        {"mulai": "2026-04-01", "sampai": "2027-03-31"},
    ),
    (
        "terhitung mulai tanggal 1 April 2026 s.d. tanggal 31 Maret 2027",
        {"mulai": "2026-04-01", "sampai": "2027-03-31"},
    ),
    ("2026-04-01 s/d 2027-03-31", {"mulai": "2026-04-01", "sampai": "2027-03-31"}),
    ("sampai dengan 31 Desember 2027", {"sampai": "2027-12-31"}),
    ("Sampai Dengan Tanggal 31 DESEMBER 2027", {"sampai": "2027-12-31"}),
    ("tanpa batas waktu", {"tanpa_batas_waktu": "ya"}),
    (
        "tanpa batas waktu sejak 1 April 2026",
        {"tanpa_batas_waktu": "ya", "mulai": "2026-04-01"},
    ),
    ("tahun anggaran 2027", {"tahun_anggaran": "2027"}),
    ("Tahun Anggaran 2026–2027", {"tahun_anggaran": "2026-2027"}),
    (
        "tahun anggaran 2026 sampai dengan tahun anggaran 2027",
        {"tahun_anggaran": "2026 - 2027"},
    ),
    (
        "sampai terpenuhi: seluruh hibah diserahkan",
        {"sampai_terpenuhi": "seluruh hibah diserahkan"},
    ),
    (
        "sejak 1 April 2026 sampai terpenuhi: seluruh hibah diserahkan",
        {"sampai_terpenuhi": "seluruh hibah diserahkan", "mulai": "2026-04-01"},
    ),
    (
        "sampai terpenuhi: hibah, alat, dan buku diserahkan, paling lama 5 (lima) tahun",
        {
            "sampai_terpenuhi": "hibah, alat, dan buku diserahkan",
            "paling_lama": "5 tahun",
        },
    ),
    (
        "sampai terpenuhi: hibah diserahkan, paling lambat tanggal 31 Desember 2031",
        {"sampai_terpenuhi": "hibah diserahkan", "paling_lambat": "2031-12-31"},
    ),
]


@pytest.mark.parametrize(("teks", "kunci"), _TEXTS)
def test_a_text_says_what_the_keys_say(teks: str, kunci: dict[str, str]) -> None:
    term = JangkaWaktu.model_validate(teks)
    assert term == JangkaWaktu.model_validate(kunci)
    assert JangkaWaktu.model_validate(str(term)) == term, "what it writes reads back"


_WRONG = [
    ("dua tahun", "bukan jangka waktu", "tulis 2 tahun"),
    ("sampai pekerjaan selesai", "bukan jangka waktu", "sampai_terpenuhi"),
    ("5 (enam) tahun", "menyebut bilangan yang berbeda", "5 tahun"),
    ("200 tahun", "lebih lama dari seratus tahun", "bilangannya"),
    ("sampai dengan 31 Februari 2027", "tidak ada dalam kalender", "bulannya"),
    (
        "31 Maret 2027 sampai dengan 1 April 2026",
        "mendahului hari pertamanya",
        "kedua tanggal",
    ),
    ("{mulai: 2026-04-01}", "belum lengkap", "sampai"),
    ("{selama: 2 tahun, sampai: 2027-01-01}", "dua macam akhir", "salah satu"),
    ("{mulai: 2026-04-01, tahun_anggaran: 2026}", "dua macam akhir", "salah satu"),
    ("{mulai: 2026-04-01, sampai: 2026-03-31}", "mendahului", "kedua tanggal"),
    ("{tahun_anggaran: 26}", "bukan tahun anggaran", "2026-2027"),
    ("{tahun_anggaran: 2027-2026}", "mendahului yang pertama", "2026-2027"),
    ("{sampai: 31 Maret}", "bukan tanggal", "TTTT-BB-HH"),
    ("{hingga: 2027-01-01}", "kunci tidak dikenal", 'mungkin maksudnya "sampai"'),
    ("sampai dengan 31 Desember 9999", "tahunnya terlalu jauh", "tanpa batas waktu"),
    ("tahun anggaran 9999", "tahunnya terlalu jauh", "tanpa batas waktu"),
    ("3 tahun sejak 1 Januari 9998", "tahunnya terlalu jauh", "tanpa batas waktu"),
    ("31 Desember 2027", "bukan jangka waktu", "tulis sampai dengan 31 Desember 2027"),
    ("31-12-2027", "bukan jangka waktu", "tulis sampai dengan 31 Desember 2027"),
    (
        "1 Januari 2027 - 31 Desember 2027",
        "bukan jangka waktu",
        "tulis 1 Januari 2027 sampai dengan 31 Desember 2027",
    ),
    ("tidak terbatas", "bukan jangka waktu", "tulis tanpa batas waktu"),
    ("[5 tahun]", "bukan jangka waktu", "5 tahun"),
    ("{selama: 2 tahun, paling_lama: 5 tahun}", "suatu syarat", "tanpa syarat"),
    ("{paling_lama: 5 tahun}", "belum lengkap", "selama"),
    (
        "{sampai_terpenuhi: a, paling_lama: 5 tahun, paling_lambat: 2031-12-31}",
        "suatu syarat",
        "salah satunya",
    ),
    (
        '{sampai_terpenuhi: "perda ditetapkan, paling lama 5 (lima) tahun"}',
        "memuat batas waktu",
        "paling_lama: 5 tahun",
    ),
]


@pytest.mark.parametrize(("nilai", "pesan", "saran"), _WRONG)
def test_what_is_not_certain_is_refused_with_what_to_write(
    nilai: str, pesan: str, saran: str
) -> None:
    isi = MINIMAL.replace("jangka_waktu: 2 tahun", f"jangka_waktu: {nilai}")
    with pytest.raises(FaultyNaskah) as gagal:
        parse_kesepakatan(isi.encode(), "uji.yaml")
    temuan = gagal.value.temuan
    assert any(pesan in t.message and saran in t.saran for t in temuan), temuan
    assert all(t.tempat.baris == 3 for t in temuan), "and nothing else is wrong"


@pytest.mark.parametrize(
    ("teks", "pertama", "terakhir", "tahun"),
    [
        ("5 tahun", "2026-03-03", None, 5),
        ("18 bulan", "2026-03-03", None, 2),
        ("1 April 2026 sampai dengan 31 Maret 2027", "2026-04-01", "2027-03-31", 1),
        ("1 April 2026 sampai dengan 1 April 2027", "2026-04-01", "2027-04-01", 2),
        ("sampai dengan 31 Desember 2027", "2026-03-03", "2027-12-31", 2),
        ("sampai dengan 2 Maret 2027", "2026-03-03", "2027-03-02", 1),
        ("tahun anggaran 2026-2027", "2026-01-01", "2027-12-31", 2),
        ("tanpa batas waktu", "2026-03-03", None, None),
        ("sampai terpenuhi: syarat", "2026-03-03", None, None),
        ("sampai terpenuhi: syarat, paling lama 5 tahun", "2026-03-03", None, 5),
        (
            "sampai terpenuhi: syarat, paling lambat 31 Desember 2027",
            "2026-03-03",
            "2027-12-31",
            2,
        ),
    ],
)
def test_first_day_last_day_and_years(
    teks: str, pertama: str, terakhir: str | None, tahun: int | None
) -> None:
    term = JangkaWaktu.model_validate(teks)
    signed = date(2026, 3, 3)
    last = term.last_day
    assert str(term.first_day(signed)) == pertama
    assert (str(last) if last else None) == terakhir
    assert term.years(signed) == tahun
    assert bool(term.open_words) == (tahun is None)


def test_a_text_until_a_day_has_no_years_before_it_is_signed() -> None:
    term = JangkaWaktu.model_validate("sampai dengan 31 Desember 2027")
    assert term.years(None) is None and term.jumlah_tahun == 1


@pytest.mark.parametrize("nilai", [{}, None, 5, ["5 tahun"]])
def test_what_is_no_term_at_all(nilai: Any) -> None:
    with pytest.raises(ValidationError):
        JangkaWaktu.model_validate(nilai)
