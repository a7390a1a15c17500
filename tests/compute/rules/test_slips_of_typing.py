"""Slips of whoever types in a hurry: `di-ubah`, `<nomor>`, one letter twice in a reference."""

import pytest

from notakesepakatan.compute.rules import check, read_lines
from notakesepakatan.compute.rules.consistency import undefined


def _codes(line: str) -> set[str]:
    found = check(read_lines([line, "Para pihak sepakat."]))
    return {rule.kode for rule, _ in found}


@pytest.mark.parametrize(
    ("line", "kode"),
    [
        ("Layanan ini dapat di-ubah setiap waktu.", "BAHASA-SALAH"),
        ("Tempatnya mudah di jangkau masyarakat.", "BAHASA-SALAH"),
        ("Kesepakatan Bersama Nomor <nomor> tetap berlaku.", "ISIAN-KOSONG"),
        ("Suratnya bertanggal, yaitu tanggal __ Januari 2026.", "ISIAN-KOSONG"),
        ("Jadwal pengangkutan: (menyusul).", "ISIAN-KOSONG"),
        ("Biayanya Rp48.500.00,00 setiap bulan.", "ANGKA-UANG"),
        (
            "Sebagaimana dimaksud dalam huruf a, huruf a, dan huruf c sudah jelas.",
            "RUJUK-BENTUK",
        ),
    ],
)
def test_each_slip_is_found(line: str, kode: str) -> None:
    assert kode in _codes(line)


@pytest.mark.parametrize(
    "line",
    [
        "Rapat diadakan di angkutan umum, di kantor, atau di tempat lain.",
        "Berkas dikirim melalui <https://contoh.go.id> setiap bulan.",
        "Suhunya < 30 derajat dan > 20 derajat.",
        "Sebagaimana dimaksud dalam huruf a, huruf b, dan huruf d sudah jelas.",
        "Biayanya Rp48.500.000,00 setiap bulan.",
    ],
)
def test_what_is_right_is_left_alone(line: str) -> None:
    codes = {"BAHASA-SALAH", "ISIAN-KOSONG", "ANGKA-UANG", "RUJUK-BENTUK"}
    assert not codes & _codes(line)


@pytest.mark.parametrize(
    ("word", "is_told"), [("Kamis", False), ("Agustus", False), ("Klien", True)]
)
def test_a_day_is_no_undefined_term_whatever_the_dictionary_knows(
    word: str, is_told: bool
) -> None:
    lines = ["Petugas merawat Pasien setiap hari.", f"Petugas datang pada {word} itu."]
    reading = read_lines(lines, lambda word: True)
    found = undefined.terms(reading, [("Pasien", reading.excerpts[0])])
    assert [flaw.piece for flaw in found] == [word] * is_told
