"""The signing of an adendum at the desk: only those lines of its file change, and it is in force."""

import re

import pytest

from conftest import CONTOH
from notakesepakatan.load.adendum.riwayat import load_riwayat
from notakesepakatan.workspace import Workspace
from web.conftest import HARI, Uji
from web.editor.test_konsep import SLUG, ketik, make_draft

ALAMAT = f"/kesepakatan/{CONTOH}/adendum/penandatanganan"
ISI = {
    "pasti": "ya",
    "penandatanganan.tanggal": "2026-11-24",
    "penandatanganan.tempat": "Kajen",
    "para_pihak[1].nomor": "1/2026",
    "para_pihak[2].nomor": "2/2026",
    "para_pihak[2].pejabat": "SITI AMINAH",
}


def guarded(meja: Uji, isi: dict[str, str]) -> dict[str, str]:
    return {"jejak": Workspace(meja.root).hash(CONTOH), **isi}


@pytest.mark.slow
def test_signed_and_in_force_with_only_the_lines_meant(meja: Uji) -> None:
    berkas = meja.root / f"agreements/{CONTOH}/adendum-01.yaml"
    lama = berkas.read_text().splitlines()
    assert (
        "belum ditandatangani"
        in meja.client.get(f"/kesepakatan/{CONTOH}/peristiwa").text
    )
    assert 'value="2026-11-24"' in meja.client.get(ALAMAT).text
    assert meja.send(ALAMAT, guarded(meja, ISI)).status_code == 303
    riwayat = load_riwayat(Workspace(meja.root), CONTOH)
    assert (
        riwayat.adendum[0].in_force
        and riwayat.adendum[0].adendum.penandatanganan.tanggal == HARI
    )
    assert riwayat.adendum[0].adendum.para_pihak[1].pejabat == "SITI AMINAH"
    baru = berkas.read_text().splitlines()
    hilang = [baris for baris in lama if baris not in baru]
    kata = re.compile(
        r"pejabat|jabatan|nomor|tempat|tanggal|para_pihak|penandatanganan"
    )
    assert all(kata.search(baris) for baris in hilang), hilang
    assert [b for b in lama if b.startswith("#")] == [
        b for b in baru if b.startswith("#")
    ]
    assert "mencatat penandatanganan" in meja.client.get("/jejak").text
    assert meja.client.get(ALAMAT).status_code == 404  # nothing waits any more
    # The second of two clicks on one button is no fault.
    again = meja.send(ALAMAT, guarded(meja, ISI))
    assert again.status_code == 303
    shown = meja.client.get(again.location).text
    assert "Tidak ada lagi adendum yang menunggu penandatanganan" in shown


@pytest.mark.slow
def test_faults_at_their_fields_and_nothing_written(meja: Uji) -> None:
    berkas = meja.root / f"agreements/{CONTOH}/adendum-01.yaml"
    lama = berkas.read_bytes()
    jawab = meja.send(
        ALAMAT,
        guarded(
            meja,
            {
                "penandatanganan.tanggal": "besok",
                "para_pihak[1].nomor": "<script>x</script>",
            },
        ),
    )
    assert (
        jawab.status_code == 422
        and "<script>x" not in jawab.text
        and "&lt;script&gt;x" in jawab.text
    )
    for nama in ("tanggal", "tempat"):
        assert f'id="galat-penandatanganan.{nama}"' in jawab.text
    jawab = meja.send(
        ALAMAT, guarded(meja, ISI | {"penandatanganan.tanggal": "2020-01-01"})
    )
    assert (
        jawab.status_code == 422
        and "anggal adendum (1 Januari 2020) mendahului tanggal kesepakatan (16 Juni 2022)"
        in jawab.text
    )
    jawab = meja.send(
        ALAMAT,
        guarded(meja, ISI | {"para_pihak[1].nomor": "", "para_pihak[2].nomor": ""}),
    )
    assert jawab.status_code == 422 and "bernomor" in jawab.text
    assert meja.send(ALAMAT, ISI | {"jejak": "lama"}).status_code == 409
    assert berkas.read_bytes() == lama


@pytest.mark.slow
def test_force_before_the_signing_is_asked_about(meja: Uji) -> None:
    file = meja.root / f"agreements/{CONTOH}/adendum-01.yaml"
    said = file.read_text().replace("berlaku_surut: ya", "mulai_berlaku: 2026-06-01")
    file.write_text(said)
    unsure = {key: text for key, text in ISI.items() if key != "pasti"}
    asked = meja.send(ALAMAT, guarded(meja, unsure))
    assert asked.status_code == 200
    assert "berlaku surut sejak 1 Juni 2026" in asked.text


@pytest.mark.slow
def test_payloads_stay_text(meja: Uji) -> None:
    isi = ISI | {
        "para_pihak[1].nomor": "{{7*7}}",
        "para_pihak[2].pejabat": "=1+1\r\n../../x",
        "penandatanganan.tempat": "a: b # c",
    }
    assert meja.send(ALAMAT, guarded(meja, isi)).status_code == 303
    a = load_riwayat(Workspace(meja.root), CONTOH).adendum[0].adendum
    assert (
        a.para_pihak[0].nomor == "{{7*7}}" and a.para_pihak[1].pejabat == "=1+1 ../../x"
    )
    assert a.penandatanganan.tempat == "a: b # c"


@pytest.mark.slow
def test_only_who_signs_off(meja_kantor: "type[Uji]") -> None:
    meja = meja_kantor(budi="penyusun", citra="pengesah")  # type: ignore[call-arg]
    meja.masuk("budi")
    assert (
        meja.client.get(ALAMAT).status_code == 403 == meja.send(ALAMAT, ISI).status_code
    )
    meja.masuk("citra")
    assert meja.client.get(ALAMAT).status_code == 200


@pytest.mark.slow
def test_another_hand_in_between_is_seen_even_after_a_fault(meja: Uji) -> None:
    lama = guarded(meja, {**ISI, "penandatanganan.tempat": ""})
    berkas = meja.root / f"agreements/{CONTOH}/adendum-01.yaml"
    berkas.write_text(berkas.read_text() + "# diubah orang lain\n")
    assert meja.send(ALAMAT, lama).status_code == 422
    assert (
        meja.send(ALAMAT, lama | {"penandatanganan.tempat": "Kajen"}).status_code == 409
    )


@pytest.mark.parametrize("karakter", ["\u200b", "\x00", "\ufffd"])
@pytest.mark.slow
def test_what_nobody_sees_is_said_at_its_field(karakter: str, meja: Uji) -> None:
    jawab = meja.send(
        ALAMAT, guarded(meja, {**ISI, "para_pihak[1].pejabat": f"A{karakter}"})
    )
    assert jawab.status_code == 422 and 'id="galat-para_pihak[1].pejabat"' in jawab.text


@pytest.mark.slow
def test_a_draft_agreement_is_signed_on_a_page_of_its_own(meja: Uji) -> None:
    """Asked for day, place, numbers and officials; who has typed and not saved is named; only those lines change."""
    berkas = make_draft(meja.root)
    alamat = f"/kesepakatan/{SLUG}/kesepakatan/penandatanganan"
    ketik(meja, {"judul": "Belum disimpan"})
    halaman = meja.client.get(alamat).text
    assert (
        "sebelum itu belum ada yang dicatat" in halaman
        and "belum disimpan dan tidak akan ikut: lokal" in halaman
    )
    lama = berkas.read_text().splitlines()
    isi = {
        "jejak": Workspace(meja.root).hash(SLUG),
        "penandatanganan.tanggal": "2026-11-24",
        "penandatanganan.tempat": "",
    }
    pihak = re.findall(r'name="(para_pihak\[\d\]\.\w+)"[^>]* value="([^"]*)"', halaman)
    isi |= dict(pihak)
    jawab = meja.send(alamat, isi)
    assert (
        jawab.status_code == 422 and 'id="galat-penandatanganan.tempat"' in jawab.text
    )
    isi |= {"penandatanganan.tempat": "Kota Contoh"}
    tanya = meja.send(alamat, isi)
    assert tanya.status_code == 200 and berkas.read_text().splitlines() == lama
    assert "Selasa, 24 November 2026 (hari ini)" in tanya.text
    assert "Status menjadi berlaku, semula konsep." in tanya.text
    assert "Naskahnya terkunci dan disegel" in tanya.text
    kembali = meja.send(alamat, isi | {"kembali": "ya", "pasti": "ya"})
    assert 'value="Kota Contoh"' in kembali.text
    assert berkas.read_text().splitlines() == lama
    assert meja.send(alamat, isi | {"pasti": "ya"}).status_code == 303
    baru = berkas.read_text().splitlines()
    assert sorted(baris for baris in baru if baris not in lama) == [
        "  tanggal: 2026-11-24",
        '  tempat: "Kota Contoh"',
    ]
    assert len(baru) == len(lama) + 1
    assert meja.client.get(alamat).status_code == 404
    assert "mencatat penandatanganan" in meja.client.get("/jejak").text
    assert (
        'class="status status-berlaku"' in meja.client.get(f"/kesepakatan/{SLUG}").text
    )
