"""Files are whole or not there."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from baca import nota
from notakesepakatan.errors import CannotWrite
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace import save as module
from notakesepakatan.workspace.contents import PointsOutside
from notakesepakatan.workspace.save import AlreadyThere, save
from waiting import wait_until


def test_writes_and_replaces(tmp_path: Path) -> None:
    jalur = tmp_path / "a" / "b.txt"
    save(jalur, b"satu")
    save(jalur, b"dua")
    assert jalur.read_bytes() == b"dua"
    assert [b.name for b in jalur.parent.iterdir()] == ["b.txt"]


SAVE_ONE = """
import sys
from pathlib import Path
from notakesepakatan.workspace.save import save
save(Path(sys.argv[1]), b"satu")
save(Path(sys.argv[1]), b"dua")
"""


@pytest.mark.processes
@pytest.mark.parametrize("umask", [0o022, 0o077, 0o000])
def test_others_may_do_what_the_umask_lets_them(umask: int, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    subprocess.run([sys.executable, "-c", SAVE_ONE, str(path)], check=True, umask=umask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~umask


def test_does_not_replace_when_told_so(tmp_path: Path) -> None:
    jalur = tmp_path / "a"
    save(jalur, b"satu", overwrite=False)
    with pytest.raises(AlreadyThere):
        save(jalur, b"dua", overwrite=False)
    assert jalur.read_bytes() == b"satu"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(CannotWrite):
        save(tmp_path / "a", b"x")
    assert [b.name for b in tmp_path.iterdir()] == ["a"]


def _write_forever(jalur: Path) -> None:
    n = 0
    while True:
        n = (n + 1) % 10
        save(jalur, str(n).encode() * 200_000)


@pytest.mark.processes
def test_killed_in_the_middle_nothing_is_torn(tmp_path: Path) -> None:
    """kill -9 at odd moments: what stands under the name is one whole version."""
    jalur = tmp_path / "dokumen"
    for putaran in range(12):
        proses = multiprocessing.get_context("fork").Process(
            target=_write_forever, args=(jalur,)
        )
        proses.start()
        wait_until(jalur.exists, "a first file")
        time.sleep(0.003 * putaran)
        assert proses.pid
        os.kill(proses.pid, signal.SIGKILL)
        proses.join()
        isi = jalur.read_bytes()
        assert len(isi) == 200_000
        assert len(set(isi)) == 1


def test_the_folder_is_flushed_after_the_name_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else what was said to be saved can vanish with the power."""
    flushed = []

    def sync(folder: Path) -> None:
        flushed.append((folder, sorted(p.name for p in folder.iterdir())))

    monkeypatch.setattr(module, "sync_folder", sync)
    save(tmp_path / "a/b/c.yaml", b"satu")
    assert flushed == [
        (tmp_path, ["a"]),
        (tmp_path / "a", ["b"]),
        (tmp_path / "a/b", ["c.yaml"]),
    ]


def test_left_over_files_are_swept_when_they_are_old(tmp_path: Path) -> None:
    (tmp_path / "agreements/uji").mkdir(parents=True)
    kerja = Workspace(tmp_path)
    ours = tmp_path / f"agreements/uji/.kesepakatan.yaml.abcd{module.TEMPORARY}"
    young = tmp_path / f"agreements/uji/.lain.yaml.abcd{module.TEMPORARY}"
    folder = tmp_path / f"output/.kerja{module.TEMPORARY}"
    foreign = tmp_path / "agreements/uji/.swp"
    folder.mkdir(parents=True)
    for file in (ours, young, foreign, folder / "isi"):
        file.write_bytes(b"x")
    for path in (ours, foreign, folder):
        os.utime(path, (0, 0))
    assert kerja.clear_up() == 2
    assert [p.exists() for p in (ours, folder, young, foreign)] == [
        False,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize("name", ["agreements/uji", "output/uji", ".meja"])
def test_nothing_is_written_through_a_link_that_leads_out(
    tmp_path: Path, name: str
) -> None:
    outside, root = tmp_path / "luar", tmp_path / "kerja"
    outside.mkdir()
    (root / "agreements").mkdir(parents=True)
    (root / "output").mkdir()
    (root / name).symlink_to(outside, target_is_directory=True)
    kerja = Workspace(root)
    with pytest.raises(PointsOutside):
        if name == ".meja":
            kerja.note("masuk", who="ani")
        elif name.startswith("output"):
            kerja.write_letters("uji", [("surat.txt", b"x")])
        else:
            with kerja.act("menulis") as act:
                act.write(root / name / "kesepakatan.yaml", b"x")
    assert list(outside.iterdir()) == []


def test_no_workspace_is_opened_whose_agreements_lead_out(tmp_path: Path) -> None:
    outside, root = tmp_path / "luar", tmp_path / "kerja"
    outside.mkdir()
    root.mkdir()
    (root / "agreements").symlink_to(outside, target_is_directory=True)
    with pytest.raises(PointsOutside, match="menunjuk ke luar ruang kerja"):
        Workspace(root)
    shown = nota(root, "daftar")
    assert shown.exit_code == 1
    assert "ganti pintasan itu dengan berkas atau foldernya sendiri" in shown.output
    assert nota(root, "baru", "uji").exit_code == 1
    assert list(outside.iterdir()) == []


def test_a_whole_workspace_may_be_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "asli/agreements").mkdir(parents=True)
    (tmp_path / "pintasan").symlink_to(tmp_path / "asli", target_is_directory=True)
    Workspace(tmp_path / "pintasan").note("masuk")
    assert (tmp_path / "asli/.meja/jejak.jsonl").is_file()


@pytest.mark.slow
@pytest.mark.parametrize("words", [("jejak",), ("jejak", "--periksa"), ("daftar",)])
def test_no_trail_is_read_through_a_link_that_leads_out(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    root = tmp_path / "kerja"
    (root / "agreements").mkdir(parents=True)
    Workspace(root).note("masuk")
    moved = (root / ".meja/jejak.jsonl").rename(tmp_path / "jejak.jsonl")
    (root / ".meja/jejak.jsonl").symlink_to(moved)
    shown = nota(root, *words)
    assert shown.exit_code == 1
    assert "menunjuk ke luar ruang kerja" in shown.output


@pytest.mark.parametrize("name", ["pengaturan.yaml", "hari-libur.yaml"])
def test_no_setting_is_read_through_a_link_that_leads_out(
    tmp_path: Path, name: str
) -> None:
    outside, root = tmp_path / "luar.yaml", tmp_path / "kerja"
    outside.write_text("")
    (root / "agreements").mkdir(parents=True)
    (root / name).symlink_to(outside)
    opened = Opened(Workspace(root))
    with pytest.raises(PointsOutside):
        _ = opened.pengaturan, opened.calendar


@pytest.mark.parametrize("name", ["adendum-01.yaml", "peristiwa/2026-01-01-batal.yaml"])
def test_nothing_is_read_through_a_link_that_leads_out(
    tmp_path: Path, name: str
) -> None:
    outside, root = tmp_path / "luar.yaml", tmp_path / "kerja"
    outside.write_text("jenis: batal\n")
    folder = root / "agreements/uji"
    (folder / "peristiwa").mkdir(parents=True)
    (folder / "kesepakatan.yaml").write_text("")
    (folder / name).symlink_to(outside)
    kerja = Workspace(root)
    with pytest.raises(PointsOutside):
        if name.startswith("adendum"):
            kerja.adendum_files("uji")
        else:
            kerja.peristiwa_files("uji")
