"""Adenda on what a pasal may hold beside its words: BAB, tables, lines, lists of every kind."""

import pytest

from bureau.test_adendum import DASAR, op, termuat
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    compose_adendum,
    paper_changes,
)
from notakesepakatan.compose.composer import Composer
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.write.txt import write_txt

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
                "Di antara BAB I dan BAB II disisipkan 1 (satu) bab, yakni BAB IA, yang "
                "terdiri atas Pasal 2A," + BUNYI
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
                "Ketentuan angka ii Pasal 4 diubah sehingga Pasal 4 berbunyi sebagai "
                "berikut:"
            ],
        ),
        (
            op("hapus", "Pasal 4 angka i"),
            [
                "Pasal 4 angka i dihapus sehingga Pasal 4 berbunyi sebagai berikut:",
            ],
        ),
        (
            op("tambah", "Pasal 4 romawi ii", "isi: [tiga.]"),
            [
                "Setelah angka ii Pasal 4 ditambahkan 1 (satu) angka, yakni angka iii "
                "sehingga Pasal 4 berbunyi sebagai berikut:",
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


NEW = [
    "{nomor: 2A, isi: x}",
    "{nomor: 2B, bab: Baru, nomor_bab: IA, judul_bagian: Umum, isi: x}",
    "{nomor: 2C, judul_bagian: Khusus, isi: x}",
    "{nomor: 2D, isi: x}",
    "{nomor: 2E, bab: Lain, nomor_bab: IB, isi: x}",
]
BETWEEN = "Di antara BAB I dan BAB II disisipkan"
OF_PASAL = "Di antara Pasal 2 dan Pasal 3 disisipkan"


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (
            NEW[1:4],
            [
                f"{BETWEEN} 1 (satu) bab, yakni BAB IA, yang terdiri atas Pasal 2B "
                "sampai dengan Pasal 2D,"
            ],
        ),
        # what stands in front of the head belongs to the BAB before it
        (
            NEW[:2],
            [
                f"{OF_PASAL} 1 (satu) pasal, yakni Pasal 2A",
                f"{BETWEEN} 1 (satu) bab, yakni BAB IA, yang terdiri atas Pasal 2B,",
            ],
        ),
        (
            NEW[1:],
            [
                f"{BETWEEN} 2 (dua) bab, yakni BAB IA dan BAB IB, yang terdiri atas Pasal "
                "2B sampai dengan Pasal 2E,"
            ],
        ),
        # Pasal 4 comes to stand below the new BAB too
        (
            ["{nomor: 3A, bab: Baru, nomor_bab: IIA, isi: x}"],
            [
                "Di antara BAB II dan BAB III disisipkan 1 (satu) bab, yakni BAB IIA",
                "Di antara Pasal 3 dan Pasal 4 disisipkan 1 (satu) pasal, yakni Pasal 3A",
            ],
        ),
    ],
)
def test_a_new_head_is_told_with_the_pasal_below_it(
    penyusun: Composer, new: list[str], told: list[str]
) -> None:
    behind = f"Pasal {int(new[0][8])}"
    perubahan = op("sisip", behind, f"isi: [{', '.join(new)}]")
    said = change_sentences(penyusun, termuat(perubahan, dasar=ISI))
    assert said == [one + BUNYI for one in told]


@pytest.mark.slow
def test_a_new_bab_stands_with_its_heads_in_each_form(penyusun: Composer) -> None:
    perubahan = op("sisip", "Pasal 2", f"isi: [{NEW[1]}, {NEW[2]}]")
    texts = list[str]()
    for form in ("pasal", "kontrak", "tabel"):
        head = f"{perubahan}bentuk: {form}\n"
        loaded = termuat(head, dasar=ISI)
        text = write_txt(compose_adendum(penyusun, loaded, ())).decode()
        texts.append(" ".join(text.split()))
    whole = "BAB IA BARU Bagian Kesatu Umum Pasal 2B x Bagian Kedua Khusus Pasal 2C x"
    assert all(whole in text for text in texts)
    of_contract, of_table = texts[1:]
    assert "yang terdiri atas Pasal 2B dan Pasal 2C, yang berbunyi: BAB" in of_contract
    assert f"1 BAB IA Belum diatur {whole}" in of_table


def test_a_definition_that_is_deleted_was_a_sentence() -> None:
    base = ISI.replace("[satu; dan, dua.]", "[Satu adalah satu., Dua adalah dua.]")
    adendum = termuat(op("hapus", "Pasal 4 romawi i"), dasar=base)
    assert adendum.sesudah.reading.pasal[3].romawi[0].isi == "Dihapus."
    adendum = termuat(op("hapus", "Pasal 4 romawi i"), dasar=ISI)
    assert adendum.sesudah.reading.pasal[3].romawi[0].isi == "dihapus; dan"


def test_places_of_heads(penyusun: Composer) -> None:
    base = ISI.replace("- bab: Biaya\n", "- bab: Biaya\n  judul_bagian: Umum\n")
    perubahan = op("ubah", "Pasal 3 judul_bagian", "menjadi: Khusus")
    changes = paper_changes(penyusun, termuat(perubahan, dasar=base))
    assert [one.letak for one in changes] == ["judul Bagian Kesatu BAB II"]


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
