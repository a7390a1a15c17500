"""Terms of payment that make no whole, a zero too many, and who heads a body."""

import pytest

from conftest import MINIMAL
from told import told_of_data, told_of_text

_TERMS = """\
Pasal 1

(1) Pembayaran sebesar Rp150.000.000,00 dilakukan dalam dua tahap:

a. tahap I sebesar {first}; dan

b. tahap II sebesar {second}.

Pasal 2

Selesai.
"""


@pytest.mark.parametrize(
    ("first", "second", "many"),
    [
        ("60%", "40%", 0),
        ("62,5%", "37,5%", 0),
        ("60%", "30%", 2),
        ("Rp90.000.000,00", "Rp60.000.000,00", 0),
        ("Rp90.000.000,00", "Rp6.000.000,00", 2),
        ("60% atau Rp90.000.000,00", "40% atau Rp60.000.000,00", 0),
        ("60% dari 50%", "40% dari 50%", 0),
    ],
)
def test_terms_of_payment_make_the_whole(first: str, second: str, many: int) -> None:
    text = _TERMS.format(first=first, second=second)
    assert len(told_of_text(text, "ANGKA-TABEL")) == many
    clause = (
        "isi: 'Pembayaran sebesar Rp150.000.000,00 dilakukan dalam dua tahap:'\n"
        f"  huruf: ['tahap I sebesar {first}; dan', 'tahap II sebesar {second}.']"
    )
    yaml = MINIMAL.replace("isi: Isi.", clause)
    assert len(told_of_data(yaml, "ANGKA-TABEL")) == many


_TABLE = """\
Biaya seluruhnya {sum}.

No.\tUraian\tJumlah

1\tSewa\t90.000.000

2\tKirim\t60.000.000

Jumlah\t\t150.000.000
"""


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("Rp150.000.000,00", False),
        ("Rp15.000.000,00", True),
        ("Rp1.500.000.000,00", True),
        ("Rp150.000.000,00, dengan jaminan Rp15.000.000,00", False),
    ],
)
def test_a_zero_too_many_or_too_few_is_told(amount: str, *, told: bool) -> None:
    found = told_of_text(_TABLE.format(sum=amount), "ANGKA-TABEL")
    assert any("Rp" in piece for piece in found) == told


@pytest.mark.parametrize(
    ("stated", "signed", "told"),
    [
        ("Direktur Akademi Bina Aren", "DIREKTUR AKADEMI BINA AREN", []),
        (
            "Direktur Akademi Bina Aren",
            "REKTOR AKADEMI BINA AREN",
            ["REKTOR AKADEMI BINA AREN"],
        ),
        ("Wakil Rektor Akademi Bina Aren", "REKTOR AKADEMI BINA AREN", []),
        ("Ketua Yayasan Bina Aren", "REKTOR AKADEMI BINA AREN", []),
    ],
)
def test_one_office_heads_a_body(stated: str, signed: str, told: list[str]) -> None:
    text = f"Nota ini dibuat oleh {stated} pada hari ini.\n\n{signed}\n"
    assert told_of_text(text, "SAMA-PEJABAT") == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a.n. Kepala SMK Negeri 3 Aren", False),
        ("a.n. Kepala SMK Negeri 5 Aren", True),
        ("a.n. Kepala SMK Negeri Aren", False),
    ],
)
def test_a_school_has_one_number(line: str, *, told: bool) -> None:
    yaml = MINIMAL.replace("nama: Badan A", "nama: SMK Negeri 3 Aren").replace(
        "kedudukan: Jakarta", f"kedudukan: Jakarta\n  tanda_tangan: [{line}, WAKIL]"
    )
    assert (line in told_of_data(yaml, "SAMA-PEJABAT")) == told


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Lampiran Nota Kesepakatan antara Badan A dan Badan B", False),
        ("Lampiran I Nota Kesepahaman antara Badan A dan Badan B", True),
        ("Lampiran Peraturan Bupati antara lain", False),
    ],
)
def test_an_annex_is_one_of_this_paper(head: str, *, told: bool) -> None:
    text = f"NOTA KESEPAKATAN\n\nTENTANG\n\nUJI\n\nPasal 1\n\nIsi saja.\n\n{head}\n"
    assert bool(told_of_text(text, "SAMA-JENIS")) == told


@pytest.mark.parametrize(("year", "told"), [("2026", False), ("2025", True)])
def test_the_cover_has_the_year_of_signing(year: str, *, told: bool) -> None:
    text = (
        f"NOTA KESEPAKATAN\n\nTENTANG\n\nUJI\n\nTAHUN {year}\n\nNOTA KESEPAKATAN\n\nTAHUN 2026"
        "\n\nPada hari ini, tanggal 4-5-2026 (4-5-2026), dibuat.\n\nPasal 1\n\nIsi saja.\n"
    )
    assert (f"TAHUN {year}" in told_of_text(text, "SAMA-JUDUL")) == told
