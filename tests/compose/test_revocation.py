"""The papers of an adendum that revokes others, word by word."""

from datetime import date

import pytest

from bureau.test_adendum import op
from compose.test_adendum import loaded, text
from conftest import Emas, write_all
from load.adendum.test_revoked import PASAL_4, PUT_IN, adendum, revoking, riwayat_of
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    compose_sandingan,
    paper_changes,
)
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.write.docx.tracked import read_tracked, write_docx_tracked

FIRST = adendum("2024-07-01", PASAL_4 + PUT_IN)
SECOND = adendum("2024-08-01", op("ubah", "Pasal 2 huruf b", "menjadi: lingkup lain;"))
LAST = revoking("2024-09-01")
REPLACING = adendum(
    "2024-09-01",
    op("ubah", "Pasal 4 isi", "menjadi: Lain lagi.")
    + op("ubah", "Pasal 6 isi", "menjadi: Penutup lain."),
    "mencabut: adendum-01\n",
)
AFTER = adendum("2024-10-01", op("hapus", "Pasal 4"))


@pytest.mark.slow
def test_revocation_word_by_word(penyusun: Composer, emas: Emas) -> None:
    emas("adendum-pencabutan", text(penyusun, FIRST, SECOND, LAST))


@pytest.mark.slow
def test_replacement_word_by_word(penyusun: Composer, emas: Emas) -> None:
    emas("adendum-pengganti", text(penyusun, FIRST, SECOND, REPLACING))


@pytest.mark.slow
def test_the_next_one_names_what_still_changes(penyusun: Composer) -> None:
    paper = text(penyusun, FIRST, SECOND, LAST, AFTER)
    number = "Nomor 9/A/2025, tanggal"
    assert f"telah diubah dengan Adendum Kedua, {number} 1 Agustus 2024;" in paper
    revoked = f"bahwa Adendum Kesatu telah dicabut dengan Adendum Ketiga, {number} 1"
    assert revoked in paper
    assert (
        "Uji, sebagaimana telah diubah dengan Adendum Kedua, Pasal 4 dihapus" in paper
    )


@pytest.mark.slow
def test_nothing_comes_back_of_what_was_only_added(penyusun: Composer) -> None:
    paper = text(penyusun, adendum("2024-07-01", PUT_IN), LAST)
    assert "berlaku kembali" not in paper
    assert "Ketentuan lain dalam Kesepakatan Bersama dinyatakan tetap berlaku" in paper


@pytest.mark.slow
@pytest.mark.parametrize("bentuk", ["pasal", "kontrak", "tabel"])
def test_each_form_says_it(penyusun: Composer, bentuk: str) -> None:
    said = "Adendum Kesatu, Nomor 9/A/2025, tanggal 1 Juli 2024, dicabut dan dinyatakan"
    pure = f"bentuk: {bentuk}\n{LAST}"
    assert said in text(penyusun, FIRST, SECOND, pure)
    replacing = f"bentuk: {bentuk}\n{REPLACING}"
    paper = text(penyusun, FIRST, SECOND, replacing)
    assert f"Pada saat Adendum Ketiga ini mulai berlaku, {said}" in paper
    adenda = loaded(FIRST, SECOND, replacing)
    assert change_sentences(penyusun, adenda[-1])[-1].startswith("Pada saat")


@pytest.mark.slow
def test_sandingan_and_tracked_changes_show_what_comes_back(
    penyusun: Composer,
) -> None:
    last = loaded(FIRST, SECOND, LAST)[-1]
    changed = {each.letak for each in paper_changes(penyusun, last)}
    assert {"Pasal 4", "Pasal 5A"} <= {letak.split(" isi")[0] for letak in changed}
    assert "Isi pasal empat." in write_all(compose_sandingan(penyusun, last)).txt
    before = compose_kesepakatan(penyusun, last.sebelum)
    after = compose_kesepakatan(penyusun, last.sesudah)
    tracked = write_docx_tracked(before, after)
    assert any("Lain." in line for line in read_tracked(tracked, accept=False))
    new = read_tracked(tracked, accept=True)
    assert any("Isi pasal empat." in line for line in new)


@pytest.mark.slow
def test_the_consolidated_text_says_what_it_is_without(penyusun: Composer) -> None:
    riwayat = riwayat_of(FIRST, SECOND, LAST)
    naskah = compose_konsolidasi(penyusun, riwayat, date(2024, 9, 1), b"")
    paper = write_all(naskah).txt
    assert "Tidak memuat Adendum Kesatu, Nomor 9/A/2025, tanggal 1 Juli 2024" in paper
    assert "(dicabut dengan Adendum Ketiga)." in paper
    assert "Memuat Adendum Ketiga" in paper
    assert "Isi pasal empat." in paper and "[diubah dengan Adendum Ketiga]" not in paper
    earlier = compose_konsolidasi(penyusun, riwayat, date(2024, 8, 31), b"")
    assert "Lain. [diubah dengan Adendum Kesatu]" in write_all(earlier).txt


@pytest.mark.slow
def test_what_was_put_in_is_no_longer_in_force(penyusun: Composer) -> None:
    """Said as the revoked one did it: changed or deleted, put in or added."""
    did = PASAL_4 + PUT_IN + op("hapus", "Pasal 2 huruf b")
    paper = text(penyusun, adendum("2024-07-01", did), LAST)
    assert "yang diubah atau dihapus dengan Adendum Kesatu berlaku kembali" in paper
    assert (
        "sedangkan ketentuan yang disisipkan dengan Adendum Kesatu tidak berlaku lagi."
        in paper
    )
