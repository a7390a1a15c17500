"""A draft put aside at the desk, and brought back."""

from collections.abc import Callable

import pytest

from conftest import MINIMAL
from web.conftest import Uji

PAGE = "/kesepakatan/uji"
EDITOR = f'href="{PAGE}/sunting'


def begin(meja: Uji) -> None:
    folder = meja.root / "agreements/uji"
    folder.mkdir()
    (folder / "kesepakatan.yaml").write_text(MINIMAL)


@pytest.mark.slow
def test_a_draft_is_put_aside_and_brought_back(meja: Uji) -> None:
    begin(meja)
    assert EDITOR in meja.client.get(PAGE).text
    sent = meja.send(f"{PAGE}/sisihkan", {"alasan": "mitranya mundur"})
    assert sent.status_code == 303
    page = meja.client.get(PAGE).text
    assert "mitranya mundur" in page
    assert EDITOR not in page
    assert PAGE not in meja.client.get("/daftar/potongan").text
    assert PAGE in meja.client.get("/daftar/potongan?status=disisihkan").text
    assert meja.client.get(f"{PAGE}/sunting").status_code == 422
    assert meja.send(f"{PAGE}/sisihkan/kembali").status_code == 303
    assert EDITOR in meja.client.get(PAGE).text
    assert PAGE in meja.client.get("/daftar/potongan").text


def test_a_reason_is_wanted(meja: Uji) -> None:
    begin(meja)
    assert meja.send(f"{PAGE}/sisihkan").status_code == 422


@pytest.mark.slow
def test_a_signed_text_has_no_such_button(meja: Uji) -> None:
    signed = "/kesepakatan/contoh-sampah-2025"
    assert "Sisihkan konsep ini" not in meja.client.get(signed).text
    assert meja.send(f"{signed}/sisihkan", {"alasan": "x"}).status_code == 422


@pytest.mark.slow
def test_who_only_reads_may_not(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(ani="pembaca")
    begin(meja)
    meja.masuk("ani")
    assert "Sisihkan" not in meja.client.get(PAGE).text
    assert meja.send(f"{PAGE}/sisihkan", {"alasan": "x"}).status_code == 403
