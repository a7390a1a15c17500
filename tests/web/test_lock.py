"""Who holds the workspace's lock, and since when, is said in the desk; nothing is lost of what was typed."""

import pytest

from conftest import CONTOH
from held import held_by_another
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace import lock as module
from web.conftest import Uji

PAGE = f"/kesepakatan/{CONTOH}"


@pytest.mark.slow
def test_the_desk_says_who_holds_it(meja: Uji, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 0.01)
    with held_by_another(Workspace(meja.root)):
        refused = meja.send(f"{PAGE}/segel")
    assert refused.status_code == 422
    assert "dipakai menulis oleh ani (menyimpan konsep) sejak" in refused.text
    assert "Tidak ada yang diubah; coba lagi sebentar lagi." in refused.text
    assert meja.send(f"{PAGE}/segel").status_code == 303
