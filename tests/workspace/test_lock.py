"""One writer at a time; who waits too long is told for whom."""

import multiprocessing as mp
import threading
from pathlib import Path

import pytest

from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace import lock as module
from notakesepakatan.workspace.lock import Busy


@pytest.fixture
def kerja(tmp_path: Path) -> Workspace:
    (tmp_path / "agreements").mkdir()
    return Workspace(tmp_path)


def test_who_holds_it_is_said(
    kerja: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LIMIT", 0.01)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with kerja.act("menyimpan konsep", "uji", "ani"):
            held.set()
            done.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    try:
        with (
            pytest.raises(Busy, match=r"oleh ani \(menyimpan konsep\) sejak \d{4}-"),
            kerja.lock(),
        ):
            raise AssertionError
    finally:
        done.set()
        holder.join()
    with kerja.lock():
        pass


def test_one_may_enter_it_again(kerja: Workspace) -> None:
    with kerja.act("luar", who="ani"), kerja.act("dalam", who="ani") as act:
        act.note()
    assert [entry.tindakan for entry in kerja.trail()] == ["dalam"]


def _note_many(root: str, name: str) -> None:
    kerja = Workspace(Path(root))
    for i in range(20):
        kerja.note(f"{i}", who=name)


@pytest.mark.processes
def test_lines_of_many_processes_make_one_chain(kerja: Workspace) -> None:
    context = mp.get_context("spawn")
    processes = [
        context.Process(target=_note_many, args=(str(kerja.root), f"orang{n}"))
        for n in range(4)
    ]
    for each in processes:
        each.start()
    for each in processes:
        each.join()
    report = kerja.examine_trail()
    assert report.is_whole
    assert report.count == 80
