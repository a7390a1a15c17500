"""`nota` as an officer runs it: in this process, or in one of its own."""

import contextlib
import gc
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

from click.testing import CliRunner

from notakesepakatan.cli import main

NOTA = str(Path(sys.executable).with_name("nota"))


def run(
    *arguments: str | Path, kode: int = 0, **env: str
) -> subprocess.CompletedProcess[str]:
    """The whole command in this process, from the root folder, with nothing to read."""
    words = ["nota", *map(str, arguments)]
    threshold = gc.get_threshold()
    with (
        CliRunner().isolation(env={"LANGUAGE": "", **env}) as (out, err, _),
        contextlib.chdir("/"),
        mock.patch.object(sys, "argv", words),
    ):
        try:
            code = _code_of_main()
        finally:
            gc.set_threshold(*threshold)
        sys.stdout.flush()
        sys.stderr.flush()
        printed, said = out.getvalue().decode(), err.getvalue().decode()
    done = subprocess.CompletedProcess(words, code, printed, said)
    return _checked(done, kode)


def run_apart(
    *arguments: str | Path, kode: int = 0, **env: str
) -> subprocess.CompletedProcess[str]:
    """`nota` as a process of its own, in a plain locale."""
    done = subprocess.run(
        [NOTA, *map(str, arguments)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "1", **env},
        cwd="/",
    )
    return _checked(done, kode)


def _code_of_main() -> int:
    """The code it exits with."""
    try:
        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    return 0


def _checked(
    done: subprocess.CompletedProcess[str], kode: int
) -> subprocess.CompletedProcess[str]:
    assert done.returncode == kode, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done
