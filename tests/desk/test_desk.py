"""The desk's files on the disk: their keys outlive the names of the program, so they are written out here."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from werkzeug.security import check_password_hash

from notakesepakatan.desk.accounts import add_account, load_accounts
from notakesepakatan.desk.subscriptions import subscribe, subscriber
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import PointsOutside

SANDI = "rahasia-sekali-ini"


@pytest.fixture
def kerja(tmp_path: Path) -> Workspace:
    (tmp_path / "agreements").mkdir()
    return Workspace(tmp_path)


@pytest.mark.slow
def test_accounts(kerja: Workspace) -> None:
    add_account(kerja, "ani", "penyusun", SANDI)
    data = json.loads((kerja.root / ".meja/pengguna.json").read_text(encoding="utf-8"))
    assert list(data) == ["ani"]
    assert list(data["ani"]) == ["peran", "sandi"]
    assert data["ani"]["peran"] == "penyusun"
    assert check_password_hash(data["ani"]["sandi"], SANDI)
    # Thirty-two megabytes for every guess.
    assert data["ani"]["sandi"].startswith("scrypt:32768:8:1$")


@pytest.mark.slow
def test_subscriptions(kerja: Workspace) -> None:
    add_account(kerja, "ani", "pembaca", SANDI)
    akun = load_accounts(kerja)["ani"]
    kata = subscribe(kerja, akun)
    data = json.loads((kerja.root / ".meja/langganan.json").read_text(encoding="utf-8"))
    assert data == {
        "ani": {
            "kunci": sha256(kata.encode()).hexdigest(),
            "akun": sha256(akun.password.encode()).hexdigest(),
        }
    }
    assert subscriber(kerja, kata) == "ani"


@pytest.mark.slow
@pytest.mark.parametrize("linked", ["pengguna.json", ""])
def test_accounts_are_not_read_through_a_link(kerja: Workspace, linked: str) -> None:
    """Whoever may lay a link there would make people of the desk."""
    elsewhere = kerja.root.parent / f"{kerja.root.name}-lain"
    Workspace.make(elsewhere)
    add_account(Workspace(elsewhere), "tamu", "pengesah", SANDI)
    place = kerja.root / ".meja" / linked
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(elsewhere / ".meja" / linked)
    with pytest.raises(PointsOutside):
        load_accounts(kerja)
