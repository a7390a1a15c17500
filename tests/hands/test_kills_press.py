"""`nota susun` by several processes and by a cluster, one of them killed: no document torn, the next run as if nothing had been."""

import os
import re
from contextlib import ExitStack
from pathlib import Path

import pytest

from hands.office import Deadly, copy_of, hashes, make_office, run, spread
from notakesepakatan.workspace.index import INDEX_FILE
from notakesepakatan.workspace.save import TEMPORARY
from press.test_press import _descendants, _start_cluster
from waiting import wait_until

KILLS = 12
WORDS = ("susun", "--semua", "--format", "txt,html")
_ONLY_PYTHONS = re.compile(
    r"Traceback \(most recent call last\):\n"
    r"(?:  File \"[^\"]*/multiprocessing/\w+\.py\".*\n(?:    .*\n)*)+"
    r"\w+(?:Error|Exception).*\n?"
)
"""What Python's own helpers say when the process that they serve is gone: no frame is ours."""
_HELPERS = 4
"""Processes that may count beside the main one: two workers and what starts and tidies them."""


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a short name: sockets lie below it, whose paths have a limit."""
    return tmp_path_factory.mktemp("s")


@pytest.fixture
def office(folder: Path) -> Path:
    return make_office(folder / "kantor", drafts=5)


def documents(root: Path) -> dict[str, bytes]:
    """Bytes of each document."""
    files = [each for each in sorted((root / "output").rglob("*")) if each.is_file()]
    known = [
        each
        for each in files
        if each.name != INDEX_FILE and not each.name.endswith(TEMPORARY)
    ]
    return {each.relative_to(root).as_posix(): each.read_bytes() for each in known}


def is_part(some: dict[str, bytes], whole: dict[str, bytes]) -> bool:
    return some.items() <= whole.items()


def check_after(root: Path, deadly: Deadly, whole: dict[str, bytes]) -> None:
    """What is there is whole; the next run makes the rest, and an hour later nothing is left over."""
    wait_until(
        lambda: not _descendants(f"TMPDIR={deadly.temporary}"),
        "the end of every worker",
    )
    assert is_part(documents(root), whole)
    for path in [*root.rglob(f"*{TEMPORARY}"), *deadly.temporary.iterdir()]:
        os.utime(path, (0, 0))
    again = run(root, (*WORDS, "--paksa"), Deadly(deadly.folder))
    assert again.returncode == 0, again.stderr
    assert documents(root) == whole
    assert [*root.rglob(f"*{TEMPORARY}")] == []
    assert [*deadly.temporary.glob(f"*{TEMPORARY}")] == []


def _own_words(stderr: str) -> str:
    """Without what Python's own helpers say of one that was killed."""
    return _ONLY_PYTHONS.sub("", stderr)


def strike(first: str, process: int, office: Path, folder: Path, number: int) -> int:
    """Kill one process of so many runs; how many kills there were."""
    words = (*WORDS, "--proses", str(process))
    quiet = copy_of(office, folder / "tenang")
    counted = Deadly(folder / "hitung", first=first)
    done = run(quiet, words, counted)
    assert done.returncode == 0, done.stderr
    whole = documents(quiet)
    calls = counted.calls if first == "main" else counted.calls // _HELPERS
    # Of several processes no two runs make quite as many calls.
    points = spread(calls if process == 1 else calls * 9 // 10, number)
    for at in points:
        root = copy_of(office, folder / f"kantor-{at}")
        deadly = Deadly(folder / f"mati-{at}", at, first)
        died = run(root, words, deadly)
        assert deadly.has_struck, (at, calls)
        assert died.returncode in ((-9,) if first == "main" else (0, 1)), died.stderr
        assert "Traceback" not in _own_words(died.stderr)
        assert hashes(root) == hashes(office)
        check_after(root, deadly, whole)
    return len(points)


@pytest.mark.processes
def test_a_run_that_is_killed(office: Path, folder: Path) -> None:
    assert strike("main", 2, office, folder, 1) == 1


@pytest.mark.processes
@pytest.mark.long
@pytest.mark.parametrize(
    ("first", "process"), [("main", 1), ("main", 2), ("worker", 2)]
)
def test_a_run_of_processes_killed_everywhere(
    first: str, process: int, office: Path, folder: Path
) -> None:
    assert strike(first, process, office, folder, KILLS) == KILLS


@pytest.mark.processes
@pytest.mark.long
@pytest.mark.parametrize("at", [2, 9, 23])
def test_a_worker_of_a_cluster_that_is_killed(
    at: int, office: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed while it is at a job; Dask gives the job to another."""
    quiet = copy_of(office, folder / "tenang")
    assert run(quiet, WORDS, Deadly(folder / "hitung")).returncode == 0
    deadly = Deadly(folder / "mati", at, "worker", armed=False)
    for name, said in {**deadly.environment(), "DIE_MAIN": "0"}.items():
        monkeypatch.setenv(name, said)
    with ExitStack() as stack:
        address, _ = _start_cluster(folder, stack, 2)
        deadly.arm()
        died = run(office, (*WORDS, "--klaster", address), Deadly(folder / "tanya"))
        assert deadly.has_struck
        assert "Traceback" not in died.stderr
        assert is_part(documents(office), documents(quiet))
        again = run(office, (*WORDS, "--klaster", address), Deadly(folder / "lagi"))
        assert again.returncode == 0, again.stderr
    assert documents(office) == documents(quiet)
