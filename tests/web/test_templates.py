"""Clauses and templates at the desk: seen on a draft, kept as the office's copy, taken back."""

from collections.abc import Callable

import pytest

from notakesepakatan.bureau.templates import read_template
from notakesepakatan.workspace import Workspace
from web.conftest import Uji

LIST = "/pengaturan/templat"
NAME = "klausul/pembiayaan.yaml.j2"
PAGE = f"{LIST}/{NAME}"


def changed(meja: Uji) -> str:
    text = read_template(Workspace(meja.root), NAME).text
    return text.replace("Biaya yang timbul", "Segala biaya yang timbul")


@pytest.mark.slow
def test_a_clause_is_seen_kept_and_taken_back(meja: Uji) -> None:
    assert f'href="{LIST}"' in meja.client.get("/alat").text
    assert f'href="{PAGE}"' in meja.client.get(LIST).text
    text = {"teks": changed(meja).replace("\n", "\r\n"), "jejak": ""}
    assert "Segala biaya" in meja.send(f"{LIST}/pratinjau/{NAME}", text).text
    assert "salinan kantor</strong>" not in meja.client.get(LIST).text
    assert meja.send(PAGE, text).status_code == 303
    assert "Segala biaya" in meja.client.get(PAGE).text
    assert "salinan kantor</strong>" in meja.client.get(LIST).text
    assert "\r" not in (read_template(Workspace(meja.root), NAME).own or "")
    assert meja.send(f"{LIST}/bawaan/{NAME}").status_code == 303
    page = meja.client.get(PAGE).text
    assert "Segala biaya" not in page
    assert f'href="{PAGE}?lama=1"' in page
    former = meja.client.get(f"{PAGE}?lama=1").text
    assert "Ini salinan kantor terdahulu" in former
    assert "Segala biaya" in former
    assert meja.client.get(f"{PAGE}?lama=2").status_code == 404


@pytest.mark.slow
def test_what_is_wrong_is_said_and_stays_typed(meja: Uji) -> None:
    text = {"teks": "- judul: X\n  isi: {{ entah }}\n", "jejak": ""}
    for address in (PAGE, f"{LIST}/pratinjau/{NAME}"):
        refused = meja.send(address, text)
        assert refused.status_code == 422
        assert "aris 2" in refused.text
    assert "entah" in meja.send(PAGE, text).text
    assert not (meja.root / "templates").exists()


@pytest.mark.slow
def test_another_hand_in_between_is_seen(meja: Uji) -> None:
    sent = meja.send(PAGE, {"teks": changed(meja), "jejak": "lama"})
    assert sent.status_code == 409


@pytest.mark.slow
def test_a_letter_and_an_instrument_are_seen_and_kept(meja: Uji) -> None:
    shown = meja.client.get(LIST).text
    for heading in ("Klausul", "Instrumen", "Surat", "Dokumen peristiwa"):
        assert f">{heading}</h2>" in shown
    name = "surat/tanda-terima.html.j2"
    shipped = read_template(Workspace(meja.root), name).text
    sent = {"teks": shipped.replace("TANDA TERIMA", "BUKTI TERIMA"), "jejak": ""}
    assert "BUKTI TERIMA SURAT" in meja.send(f"{LIST}/pratinjau/{name}", sent).text
    assert meja.send(f"{LIST}/{name}", sent).status_code == 303
    instrumen = "instrumen/pks-ksdd.yaml"
    wrong = {"teks": "nama: X\nasing: ya\n", "jejak": ""}
    refused = meja.send(f"{LIST}/{instrumen}", wrong)
    assert refused.status_code == 422
    assert "kunci tidak dikenal" in refused.text


def test_no_other_file(meja: Uji) -> None:
    assert meja.client.get(f"{LIST}/baru/pengaturan.yaml").status_code == 404


@pytest.mark.slow
def test_only_a_pengesah(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(ani="penyusun")
    meja.masuk("ani")
    assert meja.client.get(LIST).status_code == 403
    assert meja.send(PAGE, {"teks": "x"}).status_code == 403
