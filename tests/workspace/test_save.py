"""Files are whole or not there."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from notakesepakatan.errors import CannotWrite
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
