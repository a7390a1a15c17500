"""A parent at the desk: quoted into a draft, shown on both pages and in the register."""

import pytest

from conftest import CONTOH, MINIMAL
from web.conftest import Uji

PAGE = "/kesepakatan/anak"


def _with_child(meja: Uji, content: str = MINIMAL) -> None:
    file = meja.root / "agreements/anak/kesepakatan.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(content, encoding="utf-8")
    meja.app.extensions["meja"].board.touch("anak")


@pytest.mark.slow
def test_quoted_from_the_page_of_a_draft(meja: Uji) -> None:
    _with_child(meja)
    assert "Nama kesepakatan induk" in meja.client.get(PAGE).text
    assert meja.send(f"{PAGE}/induk", {"induk": CONTOH}).status_code == 303
    child = meja.client.get(PAGE).text
    assert "Melaksanakan" in child
    assert f'href="/kesepakatan/{CONTOH}"' in child
    parent = meja.client.get(f"/kesepakatan/{CONTOH}").text
    assert "Dilaksanakan dengan" in parent
    assert f'href="{PAGE}"' in parent
    register = meja.client.get("/").text
    assert f"Induk: {CONTOH}" in register
    assert "Dilaksanakan dengan: anak" in register


@pytest.mark.slow
def test_a_parent_that_is_not_there_is_said(meja: Uji) -> None:
    _with_child(meja)
    assert meja.send(f"{PAGE}/induk", {"induk": "tak-ada"}).status_code == 404
    assert meja.send(f"{PAGE}/induk", {"induk": "anak"}).status_code >= 400
    assert "Melaksanakan" not in meja.client.get(PAGE).text


@pytest.mark.slow
def test_the_editor_has_its_fields(meja: Uji) -> None:
    _with_child(meja)
    form = meja.client.get(f"{PAGE}/sunting").text
    assert 'name="induk.kesepakatan"' in form
    assert 'name="induk.nomor"' in form
