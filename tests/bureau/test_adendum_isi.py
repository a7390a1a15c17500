"""Adenda on what a pasal may hold beside its words: BAB, tables, lines, lists of every kind."""

import pytest

from bureau.test_adendum import DASAR, op, termuat
from notakesepakatan.compose.adendum.papers import change_sentences, paper_changes
from notakesepakatan.compose.composer import Composer
from notakesepakatan.errors import FaultyNaskah

PASAL = """\
pasal:
- bab: Ketentuan Umum
  judul: SATU
  isi: "PARA PIHAK sepakat:"
  ayat: [Ayat satu., Ayat dua.]
- isi: "Meliputi:"
  poin: [butir satu;, butir dua.]
- bab: Biaya
  isi: "Dibayar:"
  baris: [{label: Nama Bank, isi: Bank Contoh}]
  tabel: {kolom: [Tahap, {judul: Nilai, jenis: uang, jumlah: ya}], baris: [I | 100, II | 200]}
- gaya_rincian: (i)
  romawi: [satu; dan, dua.]
- bab: Penutup
  isi: Penutup.
"""
ISI = DASAR[: DASAR.index("pasal:")] + PASAL
BUNYI = " sehingga berbunyi sebagai berikut:"


@pytest.mark.parametrize(
    ("perubahan", "kalimat"),
    [
        (
            op("ubah", "Pasal 3 bab", "menjadi: Pembiayaan"),
            ["Judul BAB II diubah" + BUNYI],
        ),
        (
            op(
                "sisip",
                "Pasal 2",
                "isi: [{nomor: 2A, bab: Baru, nomor_bab: IA, isi: x}]",
            ),
            [
                "Di antara BAB I dan BAB II disisipkan 1 (satu) bab, yakni BAB IA"
                + BUNYI,
                "Di antara Pasal 2 dan Pasal 3 disisipkan 1 (satu) pasal, yakni Pasal 2A"
                + BUNYI,
            ],
        ),
        (op("hapus", "Pasal 5 bab"), ["Judul BAB III dihapus."]),
        (
            op("ubah", "Pasal 1 isi", "menjadi: 'PARA PIHAK setuju:'"),
            ["Ketentuan Pasal 1 diubah" + BUNYI],
        ),
        (
            op("ubah", "Pasal 2 poin 2", "menjadi: butir lain."),
            [
                "Ketentuan poin kedua Pasal 2 diubah sehingga Pasal 2 berbunyi sebagai berikut:"
            ],
        ),
        (
            op("ubah", "Pasal 4 romawi ii", "menjadi: lain."),
            [
                "Ketentuan romawi ii Pasal 4 diubah sehingga Pasal 4 berbunyi sebagai "
                "berikut:"
            ],
        ),
        (
            op("ubah", "Pasal 3 tabel baris", "menjadi: [I | 150, II | 200]"),
            ["Ketentuan Pasal 3 diubah" + BUNYI],
        ),
        (
            op("ganti_kata", "Pasal 3", "tertulis: Bank Contoh, menjadi: Bank Lain"),
            ['Frasa "Bank Contoh" dalam Pasal 3 diubah menjadi frasa "Bank Lain".'],
        ),
    ],
)
def test_sentences(penyusun: Composer, perubahan: str, kalimat: list[str]) -> None:
    assert change_sentences(penyusun, termuat(perubahan, dasar=ISI)) == kalimat


def test_places_of_what_reads_otherwise(penyusun: Composer) -> None:
    perubahan = op("ubah", "Pasal 3 tabel baris", "menjadi: [I | 150, II | 200]")
    perubahan += op("ubah", "Pasal 3 baris", "menjadi: [{label: Nama Bank, isi: Lain}]")
    changes = paper_changes(penyusun, termuat(perubahan, dasar=ISI))
    assert [change.letak for change in changes] == [
        "Pasal 3 baris 1",
        "Pasal 3 baris 1 tabel kolom Nilai",
        "Pasal 3 jumlah tabel kolom Nilai",
    ]


def test_a_column_more_is_told_with_its_table(penyusun: Composer) -> None:
    tabel = "{kolom: [Tahap, Nilai, Syarat], baris: [I | 100 | a, II | 200 | b]}"
    changes = paper_changes(
        penyusun, termuat(op("ubah", "Pasal 3 tabel", f"menjadi: {tabel}"), dasar=ISI)
    )
    assert "Pasal 3 tabel kolom Syarat" in [change.letak for change in changes]


def test_a_bab_that_would_shift_is_refused() -> None:
    perubahan = op("sisip", "Pasal 2", "isi: [{nomor: 2A, bab: Baru, isi: x}]")
    with pytest.raises(FaultyNaskah) as cause:
        termuat(perubahan, dasar=ISI)
    assert "BAB II di atas Pasal 3 bergeser menjadi BAB III" in str(cause.value)
    assert 'beri "nomor_bab: II" pada Pasal 3' in str(cause.value)


@pytest.mark.parametrize(
    "letak",
    ["Pasal 3 baris label", "Pasal 3 tabel kolom judul"],
)
def test_an_item_without_number_has_no_place(letak: str) -> None:
    with pytest.raises(FaultyNaskah, match="sebut bagian di atasnya, yang diganti"):
        termuat(op("ubah", letak, "menjadi: x"), dasar=ISI)
