"""Seals and events held against the trail: what a hand changes or takes away past the program is said."""

import errno
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from baca import nota
from bureau.test_register import BERTANGGAL
from conftest import MINIMAL
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import record
from notakesepakatan.bureau.seal import NotSealed, seal_signed
from notakesepakatan.bureau.surat import FaultySurat, publish_pemberitahuan
from notakesepakatan.bureau.withdrawal import NotWithdrawn, withdraw
from notakesepakatan.compose.surat import Pemberitahuan
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.last_states import LastStates

Ruang = Callable[..., Path]
EXTENSION = {"jenis": "perpanjangan", "tanggal": "2026-07-01", "selama": "2 tahun"}
EVENT = "peristiwa/2026-07-01-perpanjangan.yaml"
REASON = ("--ulang", "--alasan", "kantor tahu")


@pytest.fixture
def root(ruang: Ruang) -> Path:
    """A sealed agreement with an event, both written by the program."""
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    record(Office(Workspace(root)), "uji", EXTENSION)
    assert nota(root, "daftar").exit_code == 0
    assert nota(root, "jejak", "--periksa").exit_code == 0
    return root


def folder(root: Path) -> Path:
    return root / "agreements/uji"


def said(root: Path, words: str) -> None:
    """The register, the check and the trail say it, and no letter is written."""
    for command in (
        ("daftar",),
        ("tenggat",),
        ("periksa", "uji"),
        ("jejak", "--periksa"),
    ):
        shown = nota(root, *command)
        assert words in shown.output, (command, shown.output)
        assert shown.exit_code == 1, command
    letter = Pemberitahuan("perpanjangan", 0, date(2028, 1, 3), date(2028, 1, 3))
    with pytest.raises(FaultySurat, match=words):
        publish_pemberitahuan(Office(Workspace(root)), "uji", letter, None, ("txt",))


def accepted(root: Path) -> str:
    """What sealing anew says; then all is well, and the trail says why."""
    done = nota(root, "segel", "uji", *REASON)
    assert done.exit_code == 0, done.output
    assert nota(root, "jejak", "--periksa").exit_code == 0
    assert nota(root, "daftar").exit_code == 0
    assert Workspace(root).trail()[0].reason == "kantor tahu"
    return done.output


@pytest.mark.slow
def test_a_seal_that_was_taken_away_is_not_put_on_again_in_silence(root: Path) -> None:
    (folder(root) / "segel.json").unlink()
    said(root, "segel.json dihapus di luar program")
    for words in (("uji",), ("--semua",)):
        again = nota(root, "segel", *words)
        assert again.exit_code == 1
        assert "segel.json dihapus di luar program" in again.output
    assert not (folder(root) / "segel.json").exists()
    assert accepted(root) == "uji: kesepakatan.yaml disegel.\n"
    seals = json.loads((folder(root) / "segel.json").read_bytes())
    assert [seal["alasan"] for seal in seals] == ["kantor tahu"]


@pytest.mark.slow
def test_a_forged_seal_is_no_seal(root: Path) -> None:
    """Text and seal changed together by hand, so that they agree."""
    text, seal = folder(root) / "kesepakatan.yaml", folder(root) / "segel.json"
    (row,) = json.loads(seal.read_bytes())
    text.write_bytes(text.read_bytes().replace(b"5 tahun", b"6 tahun"))
    row["sidik"] = Workspace.file_hash(text)
    seal.write_text(json.dumps([row]))
    said(root, "segel.json berubah di luar program")
    accepted(root)


@pytest.mark.slow
def test_an_event_edited_by_hand_is_said_until_it_is_accepted(root: Path) -> None:
    file = folder(root) / EVENT
    file.write_text(file.read_text().replace("2 tahun", "4 tahun"))
    said(root, "perpanjangan.yaml berubah di luar program")
    with pytest.raises(NotWithdrawn, match="berubah di luar program"):
        withdraw(Opened(Workspace(root)), "uji", file.stem, "keliru", date(2026, 8, 1))
    assert EVENT in accepted(root)


@pytest.mark.slow
def test_an_event_deleted_by_hand_is_said_until_it_is_accepted(root: Path) -> None:
    (folder(root) / EVENT).unlink()
    said(root, "perpanjangan.yaml dihapus di luar program")
    assert EVENT in accepted(root)


@pytest.mark.slow
def test_what_is_put_back_is_what_it_was(root: Path) -> None:
    file = folder(root) / EVENT
    content = file.read_bytes()
    file.unlink()
    assert nota(root, "daftar").exit_code == 1
    file.write_bytes(content)
    assert nota(root, "daftar").exit_code == 0


@pytest.mark.slow
def test_a_sealed_agreement_whose_folder_is_gone_does_not_vanish(root: Path) -> None:
    shutil.rmtree(folder(root))
    gone = 'kesepakatan "uji" disegel'
    for command in (
        ("daftar",),
        ("daftar",),
        ("tenggat",),
        ("periksa",),
        ("periksa", "uji"),
        ("jejak", "--periksa"),
        ("segel", "uji"),
    ):
        shown = nota(root, *command)
        assert gone in shown.output, (command, shown.output)
        assert shown.exit_code == 1, command
    assert "segel.json" in accepted(root)
    assert "tidak ada di agreements/" in nota(root, "periksa", "uji").output


def test_a_text_that_is_gone_while_its_seal_is_there_is_not_accepted(
    root: Path,
) -> None:
    (folder(root) / "kesepakatan.yaml").unlink()
    assert 'kesepakatan "uji" disegel' in nota(root, "daftar").output
    with pytest.raises(NotSealed, match="segelnya masih ada"):
        seal_signed(
            Opened(Workspace(root)),
            "uji",
            date(2026, 8, 1),
            anew=True,
            reason="dibuang",
        )


@pytest.mark.slow
def test_what_the_program_itself_writes_is_no_change(root: Path) -> None:
    withdraw(
        Opened(Workspace(root)),
        "uji",
        "2026-07-01-perpanjangan",
        "keliru",
        date(2026, 8, 1),
    )
    assert nota(root, "jejak", "--periksa").exit_code == 0


def test_files_that_the_trail_never_knew_are_taken_as_they_are(ruang: Ruang) -> None:
    """Written by hand, or brought by git from another machine."""
    root = ruang(BERTANGGAL, **{"agreements/draf/kesepakatan.yaml": MINIMAL})
    event = root / "agreements/uji" / EVENT
    event.parent.mkdir()
    event.write_text("jenis: perpanjangan\ntanggal: 2026-07-01\nselama: 2 tahun\n")
    assert nota(root, "daftar").exit_code == 0
    event.unlink()
    assert nota(root, "daftar").exit_code == 0


def test_an_act_under_way_is_no_change(root: Path) -> None:
    """What a line of intent says may be there, and may not be there yet."""
    trail = root / ".meja/jejak.jsonl"
    lines = trail.read_bytes().splitlines(keepends=True)
    assert b'"selesai"' in lines[-1]
    trail.write_bytes(b"".join(lines[:-1]))
    assert nota(root, "daftar").exit_code == 0
    (folder(root) / EVENT).unlink()
    assert nota(root, "daftar").exit_code == 0


def test_only_new_lines_of_the_trail_are_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace(root)
    assert set(workspace.last_states.of("uji")) == {EVENT, "segel.json"}
    monkeypatch.setattr(
        "notakesepakatan.workspace.last_states.TrailEntry.from_line",
        lambda line: pytest.fail(f"read again: {line}"),
    )
    assert set(workspace.last_states.of("uji")) == {EVENT, "segel.json"}


def test_who_may_not_read_the_trail_is_served_all_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague on the same machine who has no right to the desk's own folder."""
    (folder(root) / EVENT).unlink()

    def refuse(*_: object) -> bytes:
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(LastStates, "_new_lines", refuse)
    assert nota(root, "daftar").exit_code == 0
    states = LastStates(root / ".meja")
    assert states.is_hidden()
    monkeypatch.undo()
    assert not states.is_hidden(), "whoever was given the right is told again"


def test_a_trail_that_is_no_file_is_said(root: Path) -> None:
    (root / ".meja/jejak.jsonl").unlink()
    (root / ".meja/jejak.jsonl").mkdir()
    shown = nota(root, "daftar")
    assert shown.exit_code == 1
    assert "jejak.jsonl" in shown.output
