"""A form sent when its session had ended comes back to its sender, filled, once."""

import html
import re
from collections.abc import Callable

import pytest

from conftest import CONTOH
from notakesepakatan.web.guard.kept_forms import KEPT, MOST_OF_ONE
from notakesepakatan.web.guard.sessions import LONGEST_REST
from notakesepakatan.web.peristiwa.fields import FORMS
from notakesepakatan.workspace import Workspace
from web.conftest import SANDI, Uji

SIGNING = f"/kesepakatan/{CONTOH}/adendum/penandatanganan"
TYPED = {
    **{f"/kesepakatan/{CONTOH}/catat/{kind}": "tanggal" for kind in FORMS},
    SIGNING: "penandatanganan.tempat",
    f"/surat/{CONTOH}": "uraian",
}
WORDS = "2026-11-20 yang diketik"


@pytest.fixture
def meja(meja_kantor: Callable[..., Uji]) -> Uji:
    desk = meja_kantor(ani="pengesah", budi="pengesah")
    desk.masuk("ani")
    return desk


def _send_too_late(meja: Uji, address: str, typed: dict[str, str]) -> str:
    """Where a form leads that is sent when the session has ended."""
    typed = {"csrf_token": meja.token(), **typed}
    meja.jam[0] += LONGEST_REST + 1
    answer = meja.client.post(address, data=typed)
    assert answer.status_code == 303
    assert "Yang Anda ketik tersimpan" in meja.client.get(answer.location).text
    found = re.search(r"lanjut=([^&]+)", answer.location)
    assert found
    return found[1].replace("%2F", "/")


def _log_in(meja: Uji, name: str, target: str) -> str:
    sent = {"nama": name, "sandi": SANDI, "lanjut": target}
    answer = meja.send("/masuk", sent)
    assert answer.location == target
    return meja.client.get(target).text


@pytest.mark.slow
@pytest.mark.parametrize("address", TYPED)
def test_what_was_typed_comes_back(meja: Uji, address: str) -> None:
    base = Workspace(meja.root).hash(CONTOH)
    field = TYPED[address]
    target = _send_too_late(meja, address, {"jejak": base, field: WORDS})
    page = _log_in(meja, "ani", target)
    assert f'action="{address}"' in page
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page)
    again = {name: html.unescape(text) for name, text in hidden}
    assert again[field] == WORDS
    form = meja.send(address, {**again, "kembali": "ya"})
    assert form.status_code == 200
    assert re.search(f'name="{re.escape(field)}".*{WORDS}', form.text, re.DOTALL)
    assert base in form.text, "a form is as old as it was"
    assert meja.client.get(target).status_code == 404, "handed out once"


@pytest.mark.slow
def test_only_to_who_sent_it(meja: Uji) -> None:
    target = _send_too_late(meja, SIGNING, {"penandatanganan.tempat": WORDS})
    assert WORDS not in _log_in(meja, "budi", target)
    meja.send("/keluar")
    assert WORDS in _log_in(meja, "ani", target)


@pytest.mark.slow
def test_neither_passwords_nor_what_a_stranger_sends(meja: Uji) -> None:
    typed = {"csrf_token": meja.token(), "sandi_lama": SANDI}
    meja.jam[0] += LONGEST_REST + 1
    assert meja.client.post("/sandi", data=typed).status_code == 401
    stranger = meja.app.test_client()
    stranger.environ_base |= meja.client.environ_base
    assert stranger.post(SIGNING, data={"a": "b"}).status_code == 401
    assert meja.app.extensions[KEPT] == {}


def test_no_more_than_there_is_room_for(meja: Uji) -> None:
    typed = {"csrf_token": meja.token()}
    meja.jam[0] += LONGEST_REST + 1
    for number in range(MOST_OF_ONE + 3):
        meja.client.post(SIGNING, data={**typed, "x": str(number)})
    kept = meja.app.extensions[KEPT].values()
    assert len(kept) == MOST_OF_ONE
    assert dict(list(kept)[-1].fields)["x"] == str(MOST_OF_ONE + 2)
    too_long = {**typed, "x": "y" * 500_001}
    assert meja.client.post(SIGNING, data=too_long).status_code == 401
