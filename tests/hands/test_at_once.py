"""Many hands at once: commands and desk users on the same agreements, readers and writers, connections that never ask.

Bounded by how often each does what it does, not by time.
"""

import json
import re
import resource
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import yaml

from conftest import CONTOH
from hands.office import (
    DAY_OF_LETTERS,
    Deadly,
    Visitor,
    check_nothing_twice,
    check_whole,
    desk_process,
    draft_slugs,
    hashes,
    make_office,
    run,
)
from notakesepakatan.desk.accounts import add_account
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace
from web.conftest import SANDI
from web.guard.test_connections import half_open

FIELDS = ("pasal.0.ayat.0.isi", "pasal.0.ayat.1.isi")
USERS = ((0, 0), (0, 1), (1, 0), (2, 0))
"""Draft and field of each user of the desk: two share a draft."""


def _log_in(desk: str, name: str) -> Visitor:
    visitor = Visitor(desk)
    visitor.get("/masuk")
    assert visitor.post("/masuk", nama=name, sandi=SANDI) in (302, 303)
    return visitor


def save_until_taken(visitor: Visitor, slug: str, field: str, text: str) -> None:
    """Type and save; where another was first, put one's typing on theirs and save again."""
    address = f"/kesepakatan/{slug}/sunting"
    for _ in range(100):
        assert visitor.get(address) == 200, visitor.shown
        sent = {"tanda": visitor.hidden("tanda"), "isian": {field: text}}
        status = visitor.send(f"{address}/ketik", {**sent, "tindakan": "simpan"})
        if status == 200:
            return
        if status == 422 and "sedang dipakai menulis" in visitor.shown:
            # On a slow machine one waits too long, is told so, and tries again.
            continue
        assert status == 409, visitor.shown
        if "ke" not in json.loads(visitor.shown):
            # Nothing was typed yet when the file changed: the page is read anew.
            continue
        visitor.get(f"{address}/bandingkan")
        visitor.post(
            f"{address}/bandingkan",
            tindakan="gabung",
            jejak=visitor.hidden("jejak"),
        )
    raise AssertionError("somebody else was in the way a hundred times")


def _field(root: Path, slug: str, field: str) -> str:
    """What stands in a field of an agreement's file."""
    at = yaml.safe_load((root / f"agreements/{slug}/kesepakatan.yaml").read_bytes())
    for step in field.split("."):
        at = at[int(step) if step.isdigit() else step]
    return str(at)


def _edit(desk: str, user: int, times: int) -> None:
    """A user of the desk, who saves a field of their own again and again."""
    draft, field = USERS[user]
    slug = draft_slugs(3)[draft]
    visitor = _log_in(desk, f"orang{user}")
    for n in range(times):
        # With a slip that `nota perbaiki` puts right meanwhile.
        text = f"Maksud ke {n} dari {user} adalah kerjasama yang baik."
        save_until_taken(visitor, slug, FIELDS[field], text)


def _command(root: Path, aside: Path, *words: str) -> str:
    """A command in a process of its own, and what it said."""
    done = run(root, words, Deadly(aside))
    assert done.returncode == 0, done.stderr
    return done.stdout


def _record(root: Path, aside: Path, who: int, times: int) -> None:
    for n in range(times):
        number = f"500/{who}-{n}"
        said = _command(
            *(root, aside, "catat", CONTOH, "pemberitahuan_dikirim"),
            *("--tanggal", "2026-11-20", "--nomor", number),
            *("--perihal", "perpanjangan", "--dari", "kesatu"),
        )
        assert " dicatat." in said


def _mend(root: Path, aside: Path, times: int) -> None:
    """Mend a draft; where another hand was first, see it anew and mend again."""
    for n in range(times):
        words = ("perbaiki", draft_slugs(3)[n % 3])
        while (done := run(root, words, Deadly(aside))).returncode:
            assert "Tidak ada yang ditimpa." in done.stderr


def _publish(root: Path, aside: Path, times: int) -> None:
    for _ in range(times):
        _command(root, aside, "terbitkan", "--per", DAY_OF_LETTERS, "--format", "txt")


def all_at_once(*hands: Callable[[], None]) -> None:
    """Each in a thread; what went wrong in any of them is raised."""
    with ThreadPoolExecutor(len(hands)) as pool:
        for each in [pool.submit(hand) for hand in hands]:
            each.result()


def work_at_once(folder: Path, edits: int, commands: int) -> None:
    """Four commands and four users of the desk on three drafts and a signed agreement."""
    root = make_office(folder / "kantor", drafts=3)
    for user in range(len(USERS)):
        add_account(Workspace(root), f"orang{user}", "pengesah", SANDI)
    before = hashes(root)
    with desk_process(root) as desk:
        all_at_once(
            *(lambda user=user: _edit(desk, user, edits) for user in range(4)),
            lambda: _record(root, folder / "a", 1, commands),
            lambda: _record(root, folder / "b", 2, commands),
            lambda: _mend(root, folder / "c", commands),
            lambda: _publish(root, folder / "d", commands),
        )
    for user, (draft, field) in enumerate(USERS):
        text = _field(root, draft_slugs(3)[draft], FIELDS[field])
        assert text.startswith(f"Maksud ke {edits - 1} dari {user} "), "an edit is lost"
    events = Opened(Workspace(root)).peristiwa_list(CONTOH)
    numbers = sorted(str(each.peristiwa.nomor) for each in events)
    assert numbers == sorted(
        f"500/{who}-{n}" for who in (1, 2) for n in range(commands)
    )
    check_whole(root, before)
    check_nothing_twice(root)
    assert len(list(root.glob("output/*/surat/*.txt"))) == 2, "a letter and its receipt"


@pytest.mark.processes
def test_commands_and_desk_users_at_once(tmp_path: Path) -> None:
    work_at_once(tmp_path, edits=2, commands=1)


@pytest.mark.processes
@pytest.mark.long
def test_commands_and_desk_users_at_once_for_long(tmp_path: Path) -> None:
    """Some two minutes of two processors."""
    work_at_once(tmp_path, edits=60, commands=20)


PAGES = (
    "/",
    f"/kesepakatan/{CONTOH}",
    f"/kesepakatan/{CONTOH}/peristiwa",
    "/kalender",
    "/surat",
    "/alat",
)


def _read(desk: str, reader: int, times: int) -> None:
    visitor = Visitor(desk, f"127.1.0.{reader + 1}")
    for n in range(times):
        page = PAGES[(reader + n) % len(PAGES)]
        assert visitor.get(page) == 200, (page, visitor.shown)


def _write(desk: str, writer: int, times: int) -> None:
    visitor = Visitor(desk, f"127.2.0.{writer + 1}")
    for n in range(times):
        text = f"Maksud ke {n} dari {writer}."
        save_until_taken(visitor, draft_slugs(10)[writer], FIELDS[0], text)


@contextmanager
def _beside(desk: str, half: int) -> Iterator[None]:
    """So many connections that never finish their request, from as many machines."""
    found = re.search(r":(\d+)$", desk)
    assert found
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 4096), most))
    machines = [f"127.3.{n // 250}.{n % 250 + 1}" for n in range(half)]
    with half_open(int(found[1]), machines):
        yield


def serve_at_once(
    folder: Path, readers: int, writers: int, times: int, half: int
) -> None:
    """Readers and writers at once, each of a machine of their own."""
    root = make_office(folder / "kantor", drafts=10)
    before = hashes(root)
    with desk_process(root) as desk, ExitStack() as stack:
        if half:
            stack.enter_context(_beside(desk, half))
        all_at_once(
            *(lambda n=n: _read(desk, n, times) for n in range(readers)),
            *(lambda n=n: _write(desk, n, times) for n in range(writers)),
        )
    for writer in range(writers):
        text = _field(root, draft_slugs(10)[writer], FIELDS[0])
        assert text == f"Maksud ke {times - 1} dari {writer}.", "an edit is lost"
    check_whole(root, before)


@pytest.mark.processes
def test_readers_and_writers_at_once(tmp_path: Path) -> None:
    serve_at_once(tmp_path, readers=8, writers=2, times=2, half=0)


@pytest.mark.processes
@pytest.mark.long
@pytest.mark.parametrize("half", [0, 500])
def test_readers_and_writers_at_once_for_long(tmp_path: Path, half: int) -> None:
    """Some two minutes of two processors, and again beside connections that are half open."""
    serve_at_once(tmp_path, readers=50, writers=10, times=20, half=half)
