"""Acts that an agreement rests on were made before it was signed."""

import pytest

from compute.rules.test_rules import SAMPAH
from notakesepakatan.bureau.check import Found, temuan_list
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.kesepakatan import parse_kesepakatan

APPOINTED = "Keputusan Menteri Contoh Nomor 1 Tahun 2025"
SIGNED_ON = "  tanggal: 2025-02-10\n"


def later_acts(text: str) -> list[Found]:
    loaded = parse_kesepakatan(text.encode(), "k.yaml")
    every = temuan_list(Riwayat(loaded), loaded, None)
    return [found for found in every if found.kode == "TANGGAL-KEMUDIAN"]


@pytest.mark.parametrize("day", ["11 Februari 2025", "9 Mei 2032"])
@pytest.mark.slow
def test_an_appointment_after_the_signing_is_found(day: str) -> None:
    (found,) = later_acts(SAMPAH.replace(APPOINTED, f"{APPOINTED} tanggal {day}", 1))
    assert found.piece == day
    assert "10 Februari 2025" in found.message


@pytest.mark.slow
def test_a_basis_in_its_own_words_and_a_kuasa_after_the_signing_are_found() -> None:
    basis = "Keputusan Menteri Contoh tanggal 3 Maret 2026"
    with_basis = SAMPAH.replace("dasar_hukum:\n", f"dasar_hukum:\n- teks: {basis}\n", 1)
    kuasa = "kuasa: { pemberi: Bupati Contoh, nomor: 1/K, tanggal: 2025-03-01 }"
    appointed = f"  pengangkatan: {APPOINTED}\n"
    with_kuasa = SAMPAH.replace(appointed, f"{appointed}  {kuasa}\n", 1)
    assert [found.piece for found in later_acts(with_basis)] == ["3 Maret 2026"]
    assert [found.piece for found in later_acts(with_kuasa)] == ["2025-03-01"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (APPOINTED, f"{APPOINTED} tanggal 10 Februari 2025"),
        (APPOINTED, f"{APPOINTED} tanggal 31 Februari 2032"),
        (APPOINTED, f"{APPOINTED} untuk masa jabatan sampai dengan 9 Mei 2032"),
        (APPOINTED, f"{APPOINTED} s.d. tanggal 9 Mei 2032"),
        ("dalam [[judul]]", "dalam [[judul]] sampai dengan 9 Mei 2032"),
    ],
)
@pytest.mark.slow
def test_what_is_not_later_or_no_act_is_left_in_peace(old: str, new: str) -> None:
    assert old in SAMPAH
    assert later_acts(SAMPAH.replace(old, new, 1)) == []


@pytest.mark.slow
def test_a_draft_has_no_day_to_be_later_than() -> None:
    assert SIGNED_ON in SAMPAH
    draft = SAMPAH.replace(SIGNED_ON, "", 1)
    assert not later_acts(draft.replace(APPOINTED, f"{APPOINTED} 9 Mei 2032", 1))
