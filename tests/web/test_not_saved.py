"""A bar on every page of an agreement says what is typed and not yet in its document."""

import re
from collections.abc import Callable

import pytest

from conftest import CONTOH
from notakesepakatan.bureau.konsep import konsep_side_draft
from notakesepakatan.bureau.perubahan import perubahan_side_draft
from notakesepakatan.compute.editing.commands import SetTexts
from notakesepakatan.workspace import Workspace
from web.conftest import Uji
from web.editor.test_konsep import SLUG, ketik, make_draft

PAGES = ("", "/kesepakatan/penandatanganan", "/peristiwa")
NOT_YET = "Belum ada dalam naskah"


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_what_is_typed_is_said_until_it_is_saved(meja: Uji, page: str) -> None:
    make_draft(meja.root)
    address = f"/kesepakatan/{SLUG}{page}"
    assert NOT_YET not in meja.client.get(address).text
    ketik(meja, {"judul": "Belum disimpan", "pasal.0.judul": "LAIN"})
    shown = meja.client.get(address).text
    assert f"<strong>{NOT_YET}</strong>: ketikan Anda pada Judul; Pasal 1" in shown
    assert f'href="/kesepakatan/{SLUG}/sunting"' in shown
    assert NOT_YET not in meja.client.get(f"/kesepakatan/{CONTOH}").text
    ketik(meja, {}, "simpan")
    assert NOT_YET not in meja.client.get(address).text


@pytest.mark.slow
def test_the_list_of_papers_says_that_they_are_the_saved_ones(meja: Uji) -> None:
    make_draft(meja.root)
    ketik(meja, {"judul": "Belum disimpan"})
    shown = meja.client.get(f"/kesepakatan/{SLUG}").text
    assert "tanpa ketikan yang belum disimpan" in shown
    paper = re.search(r'src="([^"]+/naskah/[^"]+[.]html)"', shown)
    assert paper
    printed = meja.client.get(paper[1])
    assert printed.status_code == 200
    assert "BELUM DISIMPAN" not in printed.text.upper()


@pytest.mark.slow
def test_the_change_of_a_signed_text_is_no_adendum_yet(meja: Uji) -> None:
    side = perubahan_side_draft(Workspace(meja.root), CONTOH, "lokal")
    side.change(side.open().stamp, SetTexts({("judul",): "Lain"}))
    shown = meja.client.get(f"/kesepakatan/{CONTOH}").text
    assert "<strong>Belum menjadi adendum</strong>: ketikan Anda pada Judul." in shown


@pytest.mark.slow
def test_others_are_named_to_who_has_logged_in(
    meja_kantor: Callable[..., Uji],
) -> None:
    meja = meja_kantor(ani="pembaca")
    make_draft(meja.root)
    side = konsep_side_draft(Workspace(meja.root), SLUG, "budi")
    side.change(side.open().stamp, SetTexts({("judul",): "Lain"}))
    assert "budi" not in meja.client.post(f"/kesepakatan/{SLUG}/sunting").text
    meja.masuk("ani")
    shown = meja.client.get(f"/kesepakatan/{SLUG}").text
    assert "Ketikan budi juga belum disimpan." in shown
