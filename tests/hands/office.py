"""A workspace of a bureau, real processes at work in it, and what is asked of it after one of them was killed."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import partial
from http.client import HTTPConnection, HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import (
    HTTPCookieProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    Request,
)
from urllib.request import build_opener as build_visitor

import yaml

from baca import nota
from conftest import CONTOH
from notakesepakatan.load.opened import Opened
from notakesepakatan.web.guard.server import Position, open_desk
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import hash_of
from notakesepakatan.workspace.save import TEMPORARY
from serving import serving
from waiting import PATIENCE
from web.conftest import HARI, copy_workspace

NOTA = str(Path(sys.executable).with_name("nota"))
DRAFT, SIGNED, DUE = "konsep-2026", "contoh-sampah-2025", "tiba-2022"
DAY_OF_LETTERS = "2027-01-04"
"""The notice of the agreement that is due is to be written by then, and no other."""
_DIE = Path(__file__).with_name("die")
_NOON = datetime.combine(HARI, time(5), UTC).timestamp()
_DESK = """
import sys
from pathlib import Path
from notakesepakatan.web.guard.server import Position, open_desk
from notakesepakatan.workspace import Workspace
desk, address = open_desk(
    Workspace(Path(sys.argv[1])), Position(port=0), lambda: float(sys.argv[2])
)
print(address, flush=True)
desk.run()
"""


def make_office(root: Path, drafts: int = 1) -> Path:
    """Two signed agreements, one whose notice is due, and drafts."""
    copy_workspace(root)
    agreements = root / "agreements"
    old = (agreements / CONTOH / "kesepakatan.yaml").read_text(encoding="utf-8")
    signed = (agreements / SIGNED / "kesepakatan.yaml").read_text(encoding="utf-8")
    texts = {DUE: old.replace("tanggal: 2022-06-16", "tanggal: 2022-03-10")}
    for slug in draft_slugs(drafts):
        texts[slug] = signed.replace("  tanggal: 2025-02-10\n", "")
    for slug, text in texts.items():
        (agreements / slug).mkdir()
        (agreements / slug / "kesepakatan.yaml").write_text(text, encoding="utf-8")
    return root


def draft_slugs(number: int) -> list[str]:
    return [DRAFT, *(f"{DRAFT}-{n}" for n in range(2, number + 1))]


# Processes.


@dataclass(frozen=True)
class Deadly:
    """At which call that changes the disk a process dies.

    Attributes:
        folder: where the processes leave word of it.
        at: the call, from 1; 0: at none, they are only counted.
        first: who counts: "main", or "worker", whom it starts.
        armed: it counts only once `arm` was called.
    """

    folder: Path
    at: int = 0
    first: str = "main"
    armed: bool = True

    def environment(self) -> dict[str, str]:
        """The environment of the process that is to die, its temporary folder its own too."""
        self.folder.mkdir(exist_ok=True)
        self.temporary.mkdir(exist_ok=True)
        path = os.pathsep.join([str(_DIE), os.environ.get("PYTHONPATH", "")])
        said = {
            "PYTHONPATH": path,
            "TMPDIR": str(self.temporary),
            "DIE_COUNT": str(self._count),
            "DIE_AT": str(self.at),
            "DIE_FIRST": self.first,
            "DIE_TOKEN": str(self._token),
        }
        return os.environ | said | ({} if self.armed else {"DIE_ARMED": str(self._arm)})

    def arm(self) -> None:
        self._arm.touch()

    @property
    def calls(self) -> int:
        """How many calls were counted."""
        return self._count.stat().st_size if self._count.exists() else 0

    @property
    def has_struck(self) -> bool:
        return self._token.exists()

    @property
    def temporary(self) -> Path:
        return self.folder / "sementara"

    @property
    def _count(self) -> Path:
        return self.folder / "calls"

    @property
    def _token(self) -> Path:
        return self.folder / "token"

    @property
    def _arm(self) -> Path:
        return self.folder / "armed"


def spread(calls: int, number: int) -> list[int]:
    """So many of the calls, from the first to the last, evenly."""
    if number == 1:
        return [(calls + 1) // 2]
    if calls <= number:
        return list(range(1, calls + 1))
    return sorted({1 + (calls - 1) * n // (number - 1) for n in range(number)})


def run(
    root: Path, words: tuple[str, ...], deadly: Deadly, typed: str = ""
) -> "subprocess.CompletedProcess[str]":
    """A command in a process of its own."""
    return subprocess.run(
        [NOTA, "-C", str(root), *words],
        input=typed,
        capture_output=True,
        text=True,
        env=deadly.environment(),
        timeout=PATIENCE,
    )


@contextmanager
def desk_process(root: Path, deadly: Deadly | None = None) -> Iterator[str]:
    """A desk in a process of its own, on a fixed day: its address."""
    environment = deadly.environment() if deadly else None
    with subprocess.Popen(
        [sys.executable, "-c", _DESK, str(root), str(_NOON)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.kill()


@contextmanager
def desk_here(root: Path) -> Iterator[str]:
    """The same in a thread of this process."""
    desk, address = open_desk(Workspace(root), Position(port=0), lambda: _NOON)
    with serving(desk):
        yield address


class _Stay(HTTPRedirectHandler):
    """An answer that leads elsewhere is an answer."""

    def redirect_request(self, *args: Any) -> None:
        return None


class _From(HTTPHandler):
    """A machine of its own: an address of this one that nobody else comes from."""

    def __init__(self, machine: str) -> None:
        super().__init__()
        self._connect = partial(HTTPConnection, source_address=(machine, 0))

    def http_open(self, req: Request) -> Any:
        return self.do_open(self._connect, req)


class Visitor:
    """A browser without scripts, and what it was shown last."""

    def __init__(self, desk: str, machine: str = "127.0.0.1") -> None:
        self._desk = desk
        cookies = HTTPCookieProcessor(CookieJar())
        self._visitor = build_visitor(_Stay, cookies, _From(machine))
        self._token = ""
        self.shown = ""

    def get(self, address: str) -> int:
        return self._ask(address, None, {})

    def post(self, address: str, **typed: str) -> int:
        """Send a form, with what a page shown before guards it by."""
        body = urlencode({"csrf_token": self._token, **typed}).encode()
        return self._ask(address, body, {})

    def send(self, address: str, data: Any) -> int:
        """Send what a script does."""
        kind = {"Content-Type": "application/json", "X-CSRFToken": self._token}
        return self._ask(address, json.dumps(data).encode(), kind)

    def hidden(self, name: str) -> str:
        """What the page shown last carries hidden."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.shown)
        assert found, self.shown
        return found[1]

    def _ask(self, address: str, body: bytes | None, kind: dict[str, str]) -> int:
        head = {"Origin": self._desk, **kind}
        asked = Request(self._desk + address, body, head)  # noqa: S310 - our own desk
        try:
            answer = self._visitor.open(asked, timeout=PATIENCE)
        except HTTPError as other:
            answer = other
        with closing(answer):
            self.shown = answer.read().decode()
        token = re.search(r'name="csrf-token" content="([^"]+)"', self.shown)
        if token:
            self._token = token[1]
        return int(answer.status)


CUT_OFF = (OSError, HTTPException)
"""What a visitor hears of a desk that dies meanwhile."""


# What is asked of a workspace.


def facts(root: Path) -> dict[str, object]:
    """All that a workspace says, without the moments at which it was said; letters by their names."""
    said: dict[str, object] = {}
    for file in _files(root / "agreements"):
        name = file.relative_to(root).as_posix()
        said[name] = _seals(file) if file.name == "segel.json" else file.read_bytes()
    letters = sorted(file.name for file in root.glob("output/*/surat/*"))
    copies = sorted(file.name for file in root.glob(".meja/segel/*"))
    return {
        **said,
        "letters": [name for name in letters if not name.endswith(TEMPORARY)],
        "sealed": [name for name in copies if not name.endswith(TEMPORARY)],
        "accounts": _accounts(root / ".meja/pengguna.json"),
        "settings": _bytes(root / "pengaturan.yaml"),
    }


def _files(folder: Path) -> list[Path]:
    found = (each for each in sorted(folder.rglob("*")) if each.is_file())
    return [each for each in found if TEMPORARY not in str(each.relative_to(folder))]


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def _seals(file: Path) -> list[tuple[str, str]]:
    return [(seal["berkas"], seal["sidik"]) for seal in json.loads(file.read_text())]


def _accounts(file: Path) -> list[str]:
    return sorted(json.loads(file.read_text())) if file.exists() else []


def next_start(root: Path) -> None:
    """What a daily timer does, on a day when no letter is due."""
    assert nota(root, "terbitkan", "--per", "2020-01-01").exit_code == 0


def check_whole(root: Path, before: dict[str, str]) -> None:
    """Nothing is torn, and every file below agreements/ that is not as before has its line in the trail.

    Args:
        root: the workspace, after its next start.
        before: hash of each file before the act.
    """
    workspace = Workspace(root)
    opened = Opened(workspace)
    for slug in workspace.slugs():
        opened.riwayat(slug)
        opened.summary(slug)
        assert not opened.seals(slug).problems
    assert workspace.examine_trail().is_whole
    closed = {entry.file: entry for entry in reversed(workspace.trail()) if entry.file}
    assert all(entry.step != "niat" for entry in closed.values())
    for name, now in hashes(root).items():
        if before.get(name) != now:
            assert closed[name].after == now, name
            assert closed[name].step == "selesai"


def hashes(root: Path) -> dict[str, str]:
    """Hash of each file below agreements/."""
    files = _files(root / "agreements")
    return {
        file.relative_to(root).as_posix(): hash_of(file.read_bytes()) for file in files
    }


def check_nothing_twice(root: Path) -> None:
    """No event of an agreement says what another says, and each letter is there once."""
    for slug in Workspace(root).slugs():
        files = (root / "agreements" / slug / "peristiwa").glob("*.yaml")
        contents = Counter(str(yaml.safe_load(file.read_bytes())) for file in files)
        assert [said for said, times in contents.items() if times > 1] == []
    by_kind = Counter(
        (file.parent, file.name[10:]) for file in root.glob("output/*/surat/*.txt")
    )
    assert [name for name, times in by_kind.items() if times > 1] == []


def check_swept(root: Path, temporary: Path) -> None:
    """An hour later nothing that a killed run left is there."""
    left = [*root.rglob(f"*{TEMPORARY}"), *temporary.rglob(f"*{TEMPORARY}")]
    for path in left:
        os.utime(path, (0, 0))
    next_start(root)
    assert [*root.rglob(f"*{TEMPORARY}")] == []


def copy_of(root: Path, to: Path) -> Path:
    shutil.copytree(root, to, symlinks=True)
    return to
