"""What killed runs left is cleared up where the desk or a daily run starts, and nothing of a run that is alive."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from baca import nota
from bureau.test_register import BERTANGGAL
from conftest import MINIMAL
from notakesepakatan.press import Order, plan, susun
from notakesepakatan.press import job as module
from notakesepakatan.web.guard.server import Position, open_desk
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.save import (
    TEMPORARY,
    is_temporary,
    sweep,
    temporary_folder,
)

Ruang = Callable[..., Path]
PLACES = ("agreements/uji", "output/uji", ".meja")


def leave(folder: Path) -> Path:
    """What a run left that was killed long ago."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f".kesepakatan.yaml.abcd{TEMPORARY}"
    file.write_bytes(b"x")
    os.utime(file, (0, 0))
    return file


def _open_desk(root: Path) -> None:
    desk, _ = open_desk(Workspace(root), Position(port=0))
    desk.close()


STARTS: dict[str, Callable[[Path], object]] = {
    "web": _open_desk,
    "terbitkan": lambda root: nota(root, "terbitkan"),
}


@pytest.mark.processes
@pytest.mark.parametrize("start", STARTS)
def test_a_start_clears_up(start: str, ruang: Ruang) -> None:
    root = ruang()
    left = [leave(root / name) for name in PLACES]
    STARTS[start](root)
    assert [file.exists() for file in left] == [False, False, False]


def test_a_start_is_not_held_up_by_what_cannot_be_cleared_up(ruang: Ruang) -> None:
    root = ruang()
    file = leave(root / "agreements/uji")
    (root / ".meja").write_text("no folder")
    assert Workspace(root).clear_up() == 1
    assert not file.exists()


def test_nothing_is_swept_beyond_a_link(ruang: Ruang, tmp_path: Path) -> None:
    root = ruang()
    file = leave(tmp_path / "luar")
    (root / "output").symlink_to(tmp_path / "luar", target_is_directory=True)
    assert Workspace(root).clear_up() == 0
    assert file.exists()


@pytest.mark.parametrize("to", ["output", "lain"])
def test_where_documents_are_written_is_swept_too(
    to: str, ruang: Ruang, tmp_path: Path
) -> None:
    root = ruang()
    file = leave(tmp_path / to / "uji")
    where = None if to == "output" else tmp_path / to
    list(susun(plan(Workspace(root), (), Order(("txt",), where))))
    assert not file.exists()


def _backup(root: Path, outside: Path) -> None:
    assert nota(root, "cadangan", str(outside / "luar/c.zip")).exit_code == 0


def _restore(root: Path, outside: Path) -> None:
    archive = outside / "c.zip"
    assert nota(root, "cadangan", str(archive)).exit_code == 0
    restored = outside / "luar/pulih"
    assert nota(root, "pulihkan", str(archive), str(restored)).exit_code == 0


def _ics(root: Path, outside: Path) -> None:
    file = outside / "luar/tenggat.ics"
    assert nota(root, "tenggat", "--ics", str(file)).exit_code == 0


@pytest.mark.parametrize("write", [_backup, _restore, _ics])
def test_a_folder_of_the_users_is_swept_where_it_is_written_to(
    write: Callable[[Path, Path], None],
    ruang: Ruang,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    outside = tmp_path_factory.mktemp("pengguna")
    file = leave(outside / "luar")
    write(ruang(MINIMAL), outside)
    assert not file.exists()


def test_an_act_sweeps_where_it_writes(ruang: Ruang) -> None:
    """A bureau that never starts the desk has nothing of killed runs either."""
    root = ruang(BERTANGGAL)
    left = [leave(root / name) for name in ("agreements/uji", ".meja", "agreements")]
    pihak = ("--pihak", "Badan A; Kepala; Jakarta", "--pihak", "Badan B; Ketua; Solo")
    nota(root, "baru", "lain", "--judul", "Lain", *pihak)
    nota(root, "segel", "uji")
    assert [file.exists() for file in left] == [False, False, False]


def test_a_temporary_folder_of_a_killed_run_is_swept_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, others = leave(tmp_path), tmp_path / "orang-lain"
    others.mkdir()
    os.utime(others, (0, 0))
    with temporary_folder() as folder:
        assert is_temporary(folder.name)
    assert not left.exists()
    assert not folder.exists()
    assert others.is_dir()


@pytest.mark.slow
def test_a_bench_that_was_swept_is_made_again(
    ruang: Ruang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker of a cluster may have nothing to do for longer than an hour."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "t"))
    (tmp_path / "t").mkdir()
    module._bench.cache_clear()
    workspace = Workspace(ruang(MINIMAL))
    order = Order(("txt",))
    assert not any(each.problem for each in susun(plan(workspace, (), order)))
    (bench,) = (tmp_path / "t").glob(f"*{TEMPORARY}")
    os.utime(bench, (0, 0))
    sweep(tmp_path / "t")
    assert not bench.exists()
    again = plan(workspace, (), order, force=True)
    assert not any(each.problem for each in susun(again))
    module._bench.cache_clear()
