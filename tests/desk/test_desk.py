"""The desk's files on the disk: their keys outlive the names of the program, so they are written out here."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from werkzeug.security import check_password_hash

from notakesepakatan.desk.accounts import add_account, load_accounts
from notakesepakatan.desk.subscriptions import subscribe, subscriber
from notakesepakatan.desk.trail import TrailEntry, add_entry, read_trail
from notakesepakatan.workspace import Workspace

SANDI = "rahasia-sekali-ini"
LINE = (
    '{"waktu": "2026-11-24T09:30:12+07:00", "siapa": "ani", "tindakan": "menyimpan konsep \u201cA\u201d", "slug": "uji", '
    '"berkas": "agreements/uji/kesepakatan.yaml", "sebelum": "aa", "sesudah": "bb"}\n'
)
ENTRY = TrailEntry(
    "2026-11-24T09:30:12+07:00",
    "ani",
    "menyimpan konsep \u201cA\u201d",
    "uji",
    "agreements/uji/kesepakatan.yaml",
    "aa",
    "bb",
)


@pytest.fixture
def kerja(tmp_path: Path) -> Workspace:
    (tmp_path / "agreements").mkdir()
    return Workspace(tmp_path)


def test_a_line_of_the_trail(kerja: Workspace) -> None:
    add_entry(kerja, ENTRY)
    berkas = kerja.root / ".meja/jejak.jsonl"
    assert berkas.read_text(encoding="utf-8") == LINE
    assert read_trail(kerja) == [ENTRY]


@pytest.mark.parametrize(
    "baris", ["[1]", "5", '{"waktu": "x"}', LINE.replace("siapa", "who"), LINE[:40]]
)
def test_a_line_that_is_none_of_ours_is_left_out(kerja: Workspace, baris: str) -> None:
    add_entry(kerja, ENTRY)
    with (kerja.root / ".meja/jejak.jsonl").open("a", encoding="utf-8") as berkas:
        berkas.write(baris)
    assert read_trail(kerja) == [ENTRY]


def test_accounts(kerja: Workspace) -> None:
    add_account(kerja, "ani", "penyusun", SANDI)
    data = json.loads((kerja.root / ".meja/pengguna.json").read_text(encoding="utf-8"))
    assert list(data) == ["ani"]
    assert list(data["ani"]) == ["peran", "sandi"]
    assert data["ani"]["peran"] == "penyusun"
    assert check_password_hash(data["ani"]["sandi"], SANDI)


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
