"""The backup at the desk: one file of everything, for a pengesah only, and nothing left behind."""

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from notakesepakatan import bukti
from notakesepakatan.bureau.backup import restore_backup
from notakesepakatan.desk.accounts import verify
from notakesepakatan.workspace import Workspace
from web.conftest import SANDI, Uji

SIGNED = "agreements/contoh-sampah-2025/kesepakatan.yaml"


def trail_of(workspace: Workspace) -> list[str]:
    """Who did what, the youngest first."""
    return [f"{entry.who} {entry.tindakan}" for entry in workspace.trail()]


@pytest.mark.slow
def test_what_is_fetched_can_be_restored(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(ani="pengesah")
    meja.masuk("ani")
    answer = meja.send("/cadangan/unduh")
    assert answer.status_code == 200
    assert answer.mimetype == "application/zip"
    name = f"{meja.root.name}-2026-11-24.zip"
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert answer.content_length == len(answer.data)
    folder = meja.root.parent / f"{meja.root.name}-lain"
    archive = folder.with_suffix(".zip")
    archive.write_bytes(answer.data)
    restored = restore_backup(archive, folder).workspace
    assert (folder / SIGNED).read_bytes() == (meja.root / SIGNED).read_bytes()
    assert verify(restored, "ani", SANDI)
    assert not (folder / ".meja/kunci-sesi").exists()
    assert trail_of(Workspace(meja.root))[0] == "ani mengunduh cadangan"
    assert "memulihkan cadangan yang dibuat" in trail_of(restored)[0]
    assert [path.name for path in (meja.root / ".meja").glob(".cadangan*")] == []


@pytest.mark.slow
def test_only_for_a_pengesah(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(budi="penyusun")
    meja.masuk("budi")
    assert "/cadangan" not in meja.client.get("/alat").text
    for address in ("/cadangan", "/cadangan/bukti", "/cadangan/bukti.py"):
        assert meja.client.get(address).status_code == 403
    assert meja.send("/cadangan/unduh").status_code == 403


def test_what_cannot_be_backed_up_is_said(meja: Uji) -> None:
    (meja.root / "agreements/pintas").symlink_to("/")
    answer = meja.send("/cadangan/unduh")
    assert answer.status_code >= 400
    assert "menunjuk ke luar ruang kerja" in answer.text
    assert "mengunduh cadangan" not in "".join(trail_of(Workspace(meja.root)))


@pytest.mark.slow
def test_the_proof_at_the_desk(meja: Uji) -> None:
    assert 'href="/cadangan"' in meja.client.get("/alat").text
    assert "UTUH: tidak ada" in meja.client.get("/cadangan/bukti").text
    script = meja.client.get("/cadangan/bukti.py")
    assert script.data == Path(bukti.__file__).read_bytes()
    (meja.root / ".meja").mkdir(exist_ok=True)
    (meja.root / ".meja/jejak-ujung.json").write_text("{}")
    assert "TIDAK UTUH: 1 hal" in meja.client.get("/cadangan/bukti").text


def test_the_archive_opens_anywhere(meja: Uji) -> None:
    with ZipFile(io.BytesIO(meja.send("/cadangan/unduh").data)) as archive:
        assert archive.testzip() is None
        assert {"manifes.json", SIGNED} <= set(archive.namelist())
