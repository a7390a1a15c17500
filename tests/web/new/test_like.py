"""A new agreement that begins as another: chosen, its other parties typed, made."""

import pytest

from conftest import CONTOH
from notakesepakatan.load.kesepakatan import load_kesepakatan
from web.conftest import Uji

LAIN = {
    "judul": "Penempatan Tenaga Kerja",
    "slug": "tenaga-kerja-2027",
    "para_pihak[1].nama": "Badan Baru",
    "para_pihak[1].jabatan": "Kepala Badan Baru",
    "para_pihak[2].nama": "Pemerintah Kabupaten Pekalongan",
    "para_pihak[2].jabatan": "Bupati Pekalongan",
    "jangka_waktu": "5 tahun",
}


@pytest.mark.slow
def test_the_form_holds_the_office_and_asks_for_the_others(meja: Uji) -> None:
    asked = meja.client.get(f"/baru/seperti?dari={CONTOH}").text
    assert 'value="Pemerintah Kabupaten Pekalongan"' in asked
    assert 'value="Badan Pelindungan Pekerja Migran Indonesia"' not in asked
    assert "Semula Badan Pelindungan Pekerja Migran Indonesia." in asked
    answer = meja.send(f"/baru/seperti/{CONTOH}", LAIN)
    assert answer.status_code == 302
    file = meja.root / "agreements/tenaga-kerja-2027/kesepakatan.yaml"
    k = load_kesepakatan(file).kesepakatan
    assert k.konsep and k.judul == "Penempatan Tenaga Kerja"
    shown = meja.client.get("/kesepakatan/tenaga-kerja-2027").text
    assert "Yang disalin adalah naskah aslinya." in shown


@pytest.mark.slow
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(meja: Uji) -> None:
    wrong = LAIN | {
        "para_pihak[1].jabatan": "",
        "jangka_waktu": "lama",
        "slug": CONTOH,
    }
    answer = meja.send(f"/baru/seperti/{CONTOH}", wrong)
    assert answer.status_code == 422
    for name in ("para_pihak[1].jabatan", "slug"):
        assert f'id="galat-{name}"' in answer.text
    answer = meja.send(f"/baru/seperti/{CONTOH}", LAIN | {"jangka_waktu": "lama"})
    assert answer.status_code == 422
    assert 'id="galat-jangka_waktu"' in answer.text
    assert 'value="Badan Baru"' in answer.text
    assert not (meja.root / "agreements/tenaga-kerja-2027").exists()


@pytest.mark.slow
def test_agreements_are_sought_by_their_words(meja: Uji) -> None:
    assert CONTOH in meja.client.get("/baru/seperti").text
    found = meja.client.get("/baru/seperti?q=sampah").text
    assert "contoh-sampah-2025" in found and f"dari={CONTOH}" not in found
    assert "Tidak ada kesepakatan" in meja.client.get("/baru/seperti?q=zzz").text
    assert meja.client.get("/baru/seperti?dari=tidak-ada").status_code == 404


@pytest.mark.slow
def test_readers_copy_nothing(meja_kantor: "type[Uji]") -> None:
    meja = meja_kantor(citra="pembaca")  # type: ignore[call-arg]
    meja.masuk("citra")
    assert meja.client.get("/baru/seperti").status_code == 403
    assert meja.send(f"/baru/seperti/{CONTOH}", LAIN).status_code == 403
