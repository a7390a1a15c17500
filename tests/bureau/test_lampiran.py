"""Annexes changed by adenda: told in their words, attached, consolidated, marked."""

from datetime import date

import pytest

from bureau.test_adendum import DASAR, op, termuat
from compute.text.test_lampiran import SEVERAL
from conftest import AKAR
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    compose_adendum,
    compose_sandingan,
)
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compute.change.apply import apply
from notakesepakatan.compute.change.diff import diff
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.text.tree import to_tree
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.write.docx.tracked import write_docx_tracked
from notakesepakatan.write.txt import write_txt

BASE = DASAR[: DASAR.index("lampiran:")] + SEVERAL.replace("[I, II]", "semua")
COMPOSER = Composer.of(AKAR)
ATTACHED = (
    " sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan "
    "dari Adendum Kesatu ini."
)
NEW = "isi: [{nomor: IIA, judul: BARU, isi: Isi baru.}]"


def _anew(name: str) -> str:
    return f" sehingga {name} menjadi{ATTACHED}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("perubahan", "kalimat", "attached"),
    [
        (
            op("ubah", "Lampiran II judul", "menjadi: BIAYA BARU"),
            ["Lampiran II diubah sehingga menjadi" + ATTACHED],
            ["BIAYA BARU"],
        ),
        (
            op("ubah", "Lampiran I bagian B ayat (1)", "menjadi: Lain."),
            ["Lampiran I diubah sehingga menjadi" + ATTACHED],
            ["TATA CARA"],
        ),
        (
            op("hapus", "Lampiran I bagian B ayat (1)"),
            ["Lampiran I diubah sehingga menjadi" + ATTACHED],
            ["TATA CARA"],
        ),
        (
            op("ubah", "Lampiran II tabel baris", "menjadi: [Sewa | 2000000]"),
            ["Lampiran II diubah sehingga menjadi" + ATTACHED],
            ["BIAYA"],
        ),
        (
            op("ubah", "Lampiran III baris 1 kolom output", "menjadi: Hasil"),
            ["Ketentuan baris 1 Lampiran III diubah" + _anew("Lampiran III")],
            ["RENCANA KERJA"],
        ),
        (
            op("sisip", "Lampiran II", NEW),
            [
                "Di antara Lampiran II dan Lampiran III disisipkan 1 (satu) lampiran, "
                "yakni Lampiran IIA" + ATTACHED
            ],
            ["BARU"],
        ),
        (
            op("tambah", "Lampiran III", "isi: [{judul: BARU, isi: Isi baru.}]"),
            [
                "Setelah Lampiran III ditambahkan 1 (satu) lampiran, yakni Lampiran IV"
                + ATTACHED
            ],
            ["BARU"],
        ),
        (op("hapus", "Lampiran I"), ["Lampiran I dihapus."], []),
        (
            op("ubah", "Lampiran II", "menjadi: {judul: LAIN, isi: Lain.}"),
            ["Lampiran II diubah sehingga menjadi" + ATTACHED],
            ["LAIN"],
        ),
    ],
)
def test_each_change_has_its_sentence_and_its_annex(
    perubahan: str, kalimat: list[str], attached: list[str]
) -> None:
    loaded = termuat(perubahan, dasar=BASE)
    assert change_sentences(COMPOSER, loaded) == kalimat
    lines = write_txt(compose_adendum(COMPOSER, loaded, ())).decode().split("\n")
    titles = ("TATA CARA", "BIAYA", "BIAYA BARU", "RENCANA KERJA", "BARU", "LAIN")
    assert [line for line in lines if line in titles] == attached
    assert compose_sandingan(COMPOSER, loaded).isi


@pytest.mark.slow
def test_the_consolidated_text_says_what_changed_and_reads_back() -> None:
    perubahan = op("ubah", "Lampiran II judul", "menjadi: BIAYA BARU")
    perubahan += op("ubah", "Lampiran III baris 1 kolom isi", "menjadi: Tahap baru")
    perubahan += op("hapus", "Lampiran I")
    loaded = termuat(perubahan, dasar=BASE)
    riwayat = Riwayat(loaded.sebelum, (loaded,))
    naskah = compose_konsolidasi(
        COMPOSER, riwayat, date(2030, 1, 1), b"jenis: x\n", konsep=True
    )
    text = write_txt(naskah).decode()
    assert "BIAYA BARU [diubah dengan Adendum Kesatu]" in text
    assert "TATA CARA" not in text
    assert "Program [diubah dengan Adendum Kesatu]" in text


@pytest.mark.slow
def test_tracked_changes_hold_annexes_that_come_and_go() -> None:
    from notakesepakatan.compose.kesepakatan import compose_kesepakatan

    perubahan = op("sisip", "Lampiran II", NEW) + op("hapus", "Lampiran I")
    loaded = termuat(perubahan, dasar=BASE)
    old = compose_kesepakatan(COMPOSER, loaded.sebelum)
    new = compose_kesepakatan(COMPOSER, loaded.sesudah)
    assert write_docx_tracked(old, new)


def test_a_second_annex_beside_the_only_one_is_one_change() -> None:
    old = parse_kesepakatan(DASAR.encode(), "u").tree
    several = {**old, "lampiran": [old["lampiran"], {"judul": ["B"], "isi": "b"}]}
    new = to_tree(
        parse_kesepakatan(BASE.encode(), "u").kesepakatan.__class__(**several)
    )
    operations = diff(old, settle(old, new))
    assert [operation.tindakan for operation in operations] == ["ubah"]
    result, problems = apply(old, operations)
    assert not problems
    assert result == new
