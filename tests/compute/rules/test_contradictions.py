"""What a text says twice it says alike: what is included, who does what, sums, terms, its own kind."""

import pytest

from conftest import MINIMAL
from told import told_of_data, told_of_text

_TEXT = """\
NOTA KESEPAHAMAN

I. SITI AMINAH : Bupati Aren, bertindak untuk dan atas nama Pemerintah Kabupaten Aren, selanjutnya disebut PIHAK KESATU;

II. JOKO LELONO : Wali Kota Bulan, bertindak untuk dan atas nama Pemerintah Kota Bulan, selanjutnya disebut PIHAK KEDUA.

Pasal 1

{first}

Pasal 2

{second}

Pasal 3

Isi.
"""


def _in_file(kode: str, first: str = "Isi.", second: str = "Isi.") -> list[str]:
    text = _TEXT.format(first=first, second=second)
    return told_of_text(text, kode)


@pytest.mark.parametrize(
    ("second", "many"),
    [
        ("Harga sudah termasuk pajak pertambahan nilai.", 2),
        ("Harga telah termasuk PPN.", 2),
        ("Harga belum termasuk pajak.", 0),
        ("Harga sudah termasuk ongkos kirim.", 0),
    ],
)
def test_a_price_includes_its_tax_or_does_not(second: str, many: int) -> None:
    first = "Biaya belum termasuk pajak pertambahan nilai."
    assert len(_in_file("SAMA-TERMASUK", first, second)) == many
    yaml = MINIMAL.replace("isi: Isi.", f"ayat: ['{first}', '{second}']")
    assert len(told_of_data(yaml, "SAMA-TERMASUK")) == many


@pytest.mark.parametrize(
    ("first", "pieces"),
    [
        (
            "(1) PIHAK KESATU membersihkan hulu.\n\n(2) PIHAK KESATU membersihkan hilir.",
            ["PIHAK KESATU", "PIHAK KESATU"],
        ),
        (
            "(1) PIHAK KESATU membersihkan hulu.\n\n(2) PIHAK KEDUA membersihkan hilir.",
            [],
        ),
        ("PIHAK KEDUA memberi buku; PIHAK KEDUA memberi rak.", ["PIHAK KEDUA"]),
        ("PIHAK KEDUA memberi buku. PIHAK KEDUA menjaga buku.", []),
    ],
)
def test_each_party_does_something(first: str, pieces: list[str]) -> None:
    assert _in_file("SAMA-TUKAR", first) == pieces


@pytest.mark.parametrize(("third", "many"), [("berhak", 0), ("berkewajiban", 2)])
def test_each_party_has_rights_and_duties(third: str, many: int) -> None:
    heads = (
        *("PIHAK KESATU berhak", "PIHAK KESATU berkewajiban"),
        *(f"PIHAK KEDUA {third}", "PIHAK KEDUA berkewajiban"),
    )
    first = "\n\n".join(
        f"({i}) {head}:\n\na. hal {i}." for i, head in enumerate(heads, 1)
    )
    assert len(_in_file("SAMA-TUKAR", first)) == many


_TABLE = "No\tUraian\tJumlah\n\n1\tSewa\tRp{sewa}.000,00\n\n2\tAlat\tRp75.000,00\n\nJumlah\t\tRp131.000,00"


@pytest.mark.parametrize(
    ("sewa", "pieces"),
    [
        ("56", []),
        ("65", ["Rp65.000,00", "Rp131.000,00"]),
        ("59", ["Rp131.000,00"]),
    ],
)
def test_two_digits_may_have_changed_places(sewa: str, pieces: list[str]) -> None:
    table = _TABLE.format(sewa=sewa)
    assert _in_file("ANGKA-TABEL", table) == pieces


@pytest.mark.parametrize(
    ("amount", "is_slip"), [("131.000", False), ("311.000", True), ("130.000", False)]
)
def test_an_amount_is_the_sum_of_its_table(amount: str, *, is_slip: bool) -> None:
    told = _in_file(
        "ANGKA-TABEL", f"Biaya sebesar Rp{amount},00.", _TABLE.format(sewa="56")
    )
    assert bool(told) == is_slip


@pytest.mark.parametrize(
    ("kind", "is_other"), [("Nota Kesepahaman", False), ("Nota Kesepakatan", True)]
)
def test_a_paper_calls_itself_by_its_kind(kind: str, *, is_other: bool) -> None:
    first = f"Mereka menandatangani {kind} dengan ketentuan sebagai berikut:"
    assert bool(_in_file("SAMA-JENIS", first)) == is_other


_DEFINED = (
    "Dalam hal ini yang dimaksud dengan:\n\n1. Titik Layanan adalah tempat.\n\n"
    "2. Pasien adalah orang yang dirawat.\n\n3. Perangkat adalah alat."
)


@pytest.mark.parametrize(
    ("second", "pieces"),
    [
        ("Memasang alat di Titik Layanan milik Pasien.", []),
        ("Memasang alat di Titik Akses milik Pasien.", ["Titik Akses"]),
        ("Menjaga Peralatan milik Pasien.", ["Peralatan"]),
        ("Menjaga Perangkat milik Pasien di Rumah Tirta.", []),
        ("Menjaga Perangkat milik Pasien di Dinas Layanan.", []),
        ("Setiap Pasien diberi tahu dengan Lampiran ini.", []),
    ],
)
def test_a_capital_is_of_a_defined_term(second: str, pieces: list[str]) -> None:
    assert _in_file("SAMA-DEFINISI", _DEFINED, second) == pieces


@pytest.mark.parametrize(("share", "many"), [("1 (satu)", 0), ("2 (dua)", 3)])
def test_the_shares_of_the_originals_are_told(share: str, many: int) -> None:
    first = (
        "Dibuat dalam rangkap 2 (dua), 1 (satu) rangkap untuk PIHAK KESATU dan "
        f"{share} rangkap untuk PIHAK KEDUA."
    )
    assert len(_in_file("ANGKA-BAGI", first)) == many
