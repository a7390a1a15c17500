"""What the check says of an agreement of the workspace: its sums, copies, blank forms, drafts of adenda."""

from collections.abc import Callable
from pathlib import Path

import pytest

from baca import nota
from conftest import MINIMAL

Ruang = Callable[..., Path]
SIGNED = (
    MINIMAL.replace("  jabatan", "  pejabat: ANI\n  nomor: 1/A\n  jabatan")
    + "penandatanganan: {tempat: Solo, tanggal: 2025-02-01}\n"
)
BUDGET = """- judul: BIAYA
  isi: "Pagu sebesar Rp{}, dengan rincian sebagai berikut:"
  tabel:
    kolom: [Uraian, {{judul: Jumlah, jenis: uang, jumlah: ya}}]
    baris: ["Konsultasi | 100000", "Lab | 50000"]
"""
FORM = """lampiran:
  judul: {}
  baris:
  - {{label: Nama Pasien, isi: ………………}}
"""


def _with_pasal(pasal: str) -> str:
    return SIGNED.replace("pasal:\n", f"pasal:\n{pasal}")


@pytest.mark.parametrize(
    ("amount", "is_wrong"), [("150.000,00", False), ("160.000,00", True)]
)
def test_a_sentence_says_the_sum_of_its_table(
    ruang: Ruang, amount: str, is_wrong: bool
) -> None:
    told = nota(ruang(_with_pasal(BUDGET.format(amount))), "periksa", "uji").output
    assert ("padahal jumlah tabel di bawahnya lain" in told) == is_wrong


@pytest.mark.parametrize(
    ("words", "is_wrong"),
    [
        ("dalam 5 (lima) rangkap", True),
        ("dalam 3 (tiga) rangkap", False),
        # Those with a stamp alone, where others follow.
        ("dalam 2 (dua) rangkap", False),
        ("dalam 2 (dua) rangkap asli", True),
    ],
)
def test_how_many_originals_it_is_made_in(
    ruang: Ruang, words: str, is_wrong: bool
) -> None:
    pasal = f"- judul: PENUTUP\n  isi: Dibuat {words} yang sama.\n"
    archived = "rangkap: {arsip: 1, penyimpan_arsip: Bagian Hukum}\n"
    told = nota(ruang(_with_pasal(pasal) + archived), "periksa", "uji").output
    assert ("SAMA-RANGKAP" in told) == is_wrong


@pytest.mark.parametrize(
    ("title", "is_told"), [("FORMULIR RUJUKAN", False), ("DATA PASIEN", True)]
)
def test_a_blank_form_may_be_annexed_to_what_is_signed(
    ruang: Ruang, title: str, is_told: bool
) -> None:
    told = nota(ruang(SIGNED + FORM.format(title)), "periksa", "uji")
    assert "titik-titik pada naskah" not in told.output
    assert ("ISIAN-KOSONG" in told.output) == is_told


def test_a_draft_of_an_adendum_is_checked_before_it_is_signed(ruang: Ruang) -> None:
    pasal = (
        "- kunci: jangka_waktu\n  judul: MASA\n  isi: Berlaku selama 2 (dua) tahun.\n"
    )
    adendum = (
        "jenis: adendum\nalasan: [perlu]\nperubahan:\n"
        "- {tindakan: ubah, letak: jangka waktu, menjadi: 3 tahun}\n"
    )
    root = ruang(_with_pasal(pasal), **{"agreements/uji/adendum-01.yaml": adendum})
    told = nota(root, "periksa", "uji").output
    behind = told.partition("adendum-01.yaml\n")[2]
    assert "galat SAMA-JANGKA-WAKTU: dengan Adendum Kesatu: " in behind
    signed = adendum + (
        "penandatanganan: {tempat: Solo, tanggal: 2025-03-01}\n"
        "para_pihak: [{nomor: 2/A}, {nomor: 2/B}]\n"
    )
    (root / "agreements/uji/adendum-01.yaml").write_text(signed)
    assert "dengan Adendum" not in nota(root, "periksa", "uji").output
