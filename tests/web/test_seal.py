"""The seal at the desk: asked for, shown when it is broken, put on again with a reason only."""

from collections.abc import Callable

import pytest

from conftest import CONTOH
from web.conftest import Uji

PAGE = f"/kesepakatan/{CONTOH}"
FILE = f"agreements/{CONTOH}/kesepakatan.yaml"


def change(meja: Uji) -> None:
    file = meja.root / FILE
    text = file.read_text(encoding="utf-8")
    assert "jangka_waktu: 5 tahun" in text
    changed = text.replace("jangka_waktu: 5 tahun", "jangka_waktu: 7 tahun")
    file.write_text(changed, encoding="utf-8")


@pytest.mark.slow
def test_sealed_changed_and_sealed_anew(meja: Uji) -> None:
    assert "belum disegel" in meja.client.get(PAGE).text
    assert meja.send(f"{PAGE}/segel").status_code == 303
    assert "belum disegel" not in meja.client.get(PAGE).text
    change(meja)
    page = meja.client.get(PAGE).text
    assert "Yang disegel atau dicatat berubah" in page
    assert "jangka_waktu: 7 tahun" in page
    meja.app.extensions["meja"].board.touch(CONTOH)  # it looks once a second
    assert "berubah sejak disegel" in meja.client.get("/").text
    refused = meja.send(f"{PAGE}/segel", {"ulang": "ya"})
    assert refused.status_code == 422
    assert "memerlukan alasan" in refused.text
    done = meja.send(f"{PAGE}/segel", {"ulang": "ya", "alasan": "salah ketik"})
    assert done.status_code == 303
    assert "Yang disegel atau dicatat berubah" not in meja.client.get(PAGE).text
    trail = meja.client.get("/jejak").text
    assert "menyegel kembali" in trail
    assert "alasan: salah ketik" in trail


@pytest.mark.slow
def test_only_a_pengesah_seals(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(budi="penyusun")
    meja.masuk("budi")
    assert "Segel naskah" not in meja.client.get(PAGE).text
    assert meja.send(f"{PAGE}/segel").status_code == 403


@pytest.mark.slow
def test_a_number_used_twice_is_asked_about(meja: Uji) -> None:
    form = {
        "tanggal": "2026-11-20",
        "perihal": "perpanjangan",
        "dari": "kedua",
        "nomor": "500/7",
    }
    address = f"{PAGE}/catat/pemberitahuan_diterima"

    def typed(**more: str) -> dict[str, str]:
        page = meja.client.get(address).text
        base = page.partition('name="jejak" value="')[2].partition('"')[0]
        return {**form, "jejak": base, **more}

    assert meja.send(address, typed()).status_code == 302
    asked = meja.send(address, typed(tanggal="2026-11-21"))
    assert asked.status_code == 409
    assert "Nomor ini memang dipakai dua kali" in asked.text
    meant = meja.send(address, typed(tanggal="2026-11-21", nomor_sama="ya"))
    assert meant.status_code == 302


@pytest.mark.slow
def test_an_extension_recorded_twice_is_asked_about(meja: Uji) -> None:
    address = f"{PAGE}/catat/perpanjangan"

    def typed(**more: str) -> dict[str, str]:
        page = meja.client.get(address).text
        base = page.partition('name="jejak" value="')[2].partition('"')[0]
        return {"selama": "2 tahun", "jejak": base, **more}

    assert meja.send(address, typed(tanggal="2026-11-20")).status_code == 302
    asked = meja.send(address, typed(tanggal="2026-11-21"))
    assert asked.status_code == 409
    assert "Kesepakatan ini memang diperpanjang sekali lagi" in asked.text
    meant = typed(tanggal="2026-11-21", perpanjang_lagi="ya")
    assert meja.send(address, meant).status_code == 302


@pytest.mark.slow
def test_a_damaged_trail_is_said(meja: Uji) -> None:
    meja.send(f"{PAGE}/segel")
    assert "Jejak utuh" in meja.client.get("/jejak").text
    file = meja.root / ".meja/jejak.jsonl"
    file.write_bytes(file.read_bytes().replace(b"lokal", b"budi!", 1))
    assert "Jejak TIDAK utuh" in meja.client.get("/jejak").text


@pytest.mark.slow
def test_what_was_changed_past_the_program_is_said_in_the_desk(meja: Uji) -> None:
    meja.send(f"{PAGE}/segel")
    seal = meja.root / f"agreements/{CONTOH}/segel.json"
    sealed = seal.read_bytes()
    seal.unlink()
    assert "segel.json dihapus di luar program" in meja.client.get(PAGE).text
    assert "segel.json dihapus di luar program" in meja.client.get("/jejak").text
    seal.write_bytes(sealed)
    moved = seal.parent.rename(meja.root / "disimpan")
    meja.app.extensions["meja"].board._looked_at = float("-inf")
    gone = "tetapi berkasnya tidak ada lagi"
    for page in ("/", "/jejak", PAGE):
        assert gone in meja.client.get(page).text
    moved.rename(seal.parent)
    assert gone not in meja.client.get("/jejak").text
