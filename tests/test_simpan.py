"""Files are whole or not there."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from notakesepakatan.errors import CannotWrite
from notakesepakatan.workspace.save import AlreadyThere, save


def test_writes_and_replaces(tmp_path: Path) -> None:
    jalur = tmp_path / "a" / "b.txt"
    save(jalur, b"satu")
    save(jalur, b"dua")
    assert jalur.read_bytes() == b"dua"
    assert [b.name for b in jalur.parent.iterdir()] == ["b.txt"]
    umask = os.umask(0)
    os.umask(umask)
    assert jalur.stat().st_mode & 0o777 == 0o666 & ~umask


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


def test_killed_in_the_middle_nothing_is_torn(tmp_path: Path) -> None:
    """kill -9 at odd moments: what stands under the name is one whole version."""
    jalur = tmp_path / "dokumen"
    for putaran in range(12):
        proses = multiprocessing.get_context("fork").Process(target=_write_forever, args=(jalur,))
        proses.start()
        while not jalur.exists():
            time.sleep(0.001)
        time.sleep(0.003 * putaran)
        assert proses.pid
        os.kill(proses.pid, signal.SIGKILL)
        proses.join()
        isi = jalur.read_bytes()
        assert len(isi) == 200_000
        assert len(set(isi)) == 1
