"""One writer at a time; who waits too long is told for whom."""

import errno
import multiprocessing as mp
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from filelock import FileLock

from baca import nota
from conftest import MINIMAL
from held import held_by_another
from notakesepakatan.errors import CannotWrite
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace import lock as module
from notakesepakatan.workspace.contents import PointsOutside
from notakesepakatan.workspace.lock import Busy


@pytest.fixture
def kerja(tmp_path: Path) -> Workspace:
    (tmp_path / "agreements").mkdir()
    return Workspace(tmp_path)


def test_who_holds_it_is_said(
    kerja: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LIMIT", 0.01)
    with (
        held_by_another(kerja),
        pytest.raises(Busy, match=r"oleh ani \(menyimpan konsep\) sejak \d{4}-"),
        kerja.lock(),
    ):
        raise AssertionError
    with kerja.lock():
        pass


@pytest.mark.parametrize(
    "words",
    [
        ("segel", "uji"),
        ("sisihkan", "uji", "--alasan", "mundur"),
        ("perbaiki", "uji"),
        ("cadangan", "{luar}/c.zip"),
    ],
    ids=lambda words: words[0],
)
def test_the_commands_say_who_holds_it(
    ruang: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    words: tuple[str, ...],
) -> None:
    outside = tmp_path_factory.mktemp("luar")
    words = tuple(word.format(luar=outside) for word in words)
    root = ruang(MINIMAL.replace("isi: Isi.", "isi: Yang merubah isi."))
    monkeypatch.setattr(module, "LIMIT", 0.01)
    monkeypatch.chdir(root)
    with held_by_another(Workspace(root)):
        shown = nota(root, *words)
    assert shown.exit_code == 1
    assert "dipakai menulis oleh ani (menyimpan konsep) sejak" in shown.output
    assert "Tidak ada yang diubah; coba lagi sebentar lagi." in shown.output


def test_one_may_enter_it_again(kerja: Workspace) -> None:
    with kerja.act("luar", who="ani"), kerja.act("dalam", who="ani") as act:
        act.note()
    assert [entry.tindakan for entry in kerja.trail()] == ["dalam"]


def test_a_full_disk_keeps_nobody_from_the_lock(
    kerja: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who holds it is a help to others, and no reason to fail."""

    def full(handle: int, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr("os.write", full)
    with kerja.lock():
        pass


@pytest.mark.parametrize("name", ["kunci-tulis.oleh", "jejak.jsonl", "sunting"])
def test_nothing_of_the_desk_is_written_through_a_link(
    kerja: Workspace, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    outside = tmp_path_factory.mktemp("luar")
    target = outside / "berkas"
    if name == "sunting":
        target.mkdir()
    else:
        target.write_bytes(b"isi")
    kerja.private(name).symlink_to(target)
    with suppress(PointsOutside):
        kerja.note("masuk", who="ani")
    with suppress(PointsOutside):
        kerja.write_private(b"ketikan", "sunting", "uji.ani.json")
    assert list(outside.rglob("*")) == [target]
    assert name == "sunting" or target.read_bytes() == b"isi"


def test_the_index_leads_nowhere(
    kerja: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("luar")
    kerja.output.symlink_to(outside)
    kerja.write_index("register", [("uji", "{}")])
    assert list(outside.iterdir()) == []
    assert kerja.read_index("register") == {}


def test_an_act_does_not_replace_a_link_that_leads_out(
    kerja: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = tmp_path_factory.mktemp("luar") / "a.yaml"
    target.write_bytes(b"isi")
    file = kerja.root / "agreements/a.yaml"
    file.symlink_to(target)
    with kerja.act("menulis", "uji") as act, pytest.raises(PointsOutside):
        act.write(file, b"baru")
    assert file.is_symlink()
    assert target.read_bytes() == b"isi"


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


def test_a_disk_that_is_only_read_is_said(
    kerja: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "")

    monkeypatch.setattr(FileLock, "acquire", refused)
    with pytest.raises(CannotWrite, match="kunci"), kerja.lock():
        raise AssertionError
