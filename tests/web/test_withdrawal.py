"""Taking back at the desk: what follows is read first, a reason is wanted, a pengesah does it."""

from collections.abc import Callable

import pytest

from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace
from web.conftest import Uji

SLUG = "contoh-sampah-2025"
NAME = "2026-10-30-pengakhiran"
PAGE = f"/kesepakatan/{SLUG}/cabut/{NAME}"


def guard(meja: Uji) -> dict[str, str]:
    return {"jejak": Workspace(meja.root).hash(SLUG)}


def kinds(meja: Uji) -> list[str]:
    recorded = Opened(Workspace(meja.root)).peristiwa_list(SLUG)
    return [each.peristiwa.jenis for each in recorded]


@pytest.mark.slow
def test_an_ending_is_taken_back(meja: Uji) -> None:
    assert (
        f'href="{PAGE}"'
        in meja.client.get(f"/kesepakatan/{SLUG}/peristiwa/{NAME}").text
    )
    page = meja.client.get(PAGE).text
    assert "semula diakhiri" in page
    refused = meja.send(PAGE, guard(meja))
    assert refused.status_code == 422
    assert "pengakhiran" in kinds(meja)
    done = meja.send(PAGE, {**guard(meja), "alasan": "belum disepakati"})
    assert done.status_code == 303
    assert "pengakhiran" not in kinds(meja)
    items = meja.client.get(f"/kesepakatan/{SLUG}/peristiwa").text
    assert "belum disepakati" in items
    assert "diakhiri" not in meja.client.get(f"/daftar/potongan?q={SLUG}").text
    assert "mencabut pengakhiran" in meja.client.get("/jejak").text


@pytest.mark.slow
def test_another_hand_in_between_is_seen(meja: Uji) -> None:
    sent = meja.send(PAGE, {"jejak": "lama", "alasan": "keliru"})
    assert sent.status_code == 409
    assert "pengakhiran" in kinds(meja)


def test_what_others_stand_on_is_said(meja: Uji) -> None:
    page = meja.client.get(f"/kesepakatan/{SLUG}/cabut/penandatanganan")
    assert page.status_code == 422
    assert "cabut itu dahulu" in page.text


def test_only_a_pengesah(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(ani="penyusun")
    meja.masuk("ani")
    assert meja.client.get(PAGE).status_code == 403
    assert meja.send(PAGE, {"alasan": "x"}).status_code == 403


@pytest.mark.slow
def test_the_right_event_takes_the_place_of_a_wrong_one(meja: Uji) -> None:
    form = meja.client.get(f"/kesepakatan/{SLUG}/catat/pengakhiran?mengganti={NAME}")
    assert "BA.5/2026" in form.text
    assert "Memulihkan jalan masuk seperti semula" in form.text
    typed = {
        "tanggal": "2026-10-31",
        "nomor": "BA.5/2026",
        "sebab": "kesepakatan",
        "mengganti": NAME,
    }
    address = f"/kesepakatan/{SLUG}/catat/pengakhiran"
    refused = meja.send(address, {**guard(meja), **typed})
    assert refused.status_code == 422
    assert "Alasan mengganti" in refused.text
    sent = {**guard(meja), **typed, "alasan_mengganti": "salah hari"}
    sent |= {"pasti": "ya"}
    assert meja.send(address, sent).status_code == 302
    recorded = Opened(Workspace(meja.root)).recorded(SLUG)
    days = [
        str(each.peristiwa.tanggal)
        for each in recorded.peristiwa_list
        if each.peristiwa.jenis == "pengakhiran"
    ]
    assert days == ["2026-10-31"]
    assert [each.file.stem for each in recorded.withdrawn] == [NAME]


def test_a_signing_still_to_come_locks_nothing(meja: Uji) -> None:
    address = "/kesepakatan/bp2mi-pekalongan-2022/adendum/penandatanganan"
    sent = {
        "jejak": Workspace(meja.root).hash("bp2mi-pekalongan-2022"),
        "penandatanganan.tanggal": "2027-01-04",
        "penandatanganan.tempat": "Kajen",
    }
    refused = meja.send(address, sent)
    assert refused.status_code == 422
    assert "belum tiba" in refused.text
