"""Every state in which the power may leave the disk, of every act that writes: whole, told, once, and nothing lost.

A few acts here stand for all in the suite; `make crash` goes through every one.
"""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import pytest

from crash.acts import ACTS, HOME, Act
from crash.checker import Checker
from crash.recorder import read_tree, recording
from crash.states import Disk, legal_states
from crash.steps import TOP, Content, Names, NewFolder, Synced
from notakesepakatan.workspace import act as act_module
from notakesepakatan.workspace import save as save_module
from notakesepakatan.workspace import trail as trail_module
from notakesepakatan.workspace import workspace as workspace_module
from notakesepakatan.workspace.trail import TrailEntry

SAMPLE = ("baru", "simpan konsep", "tanda tangan", "masuk, pertama", "surel terkirim")
"""Acts that the suite goes through each time."""
BY_NAME = {act.name: act for act in ACTS}


def recorded(act: Act, top: Path) -> Checker:
    """An act done once for real, to be held against every state."""
    with recording(top) as recorder:
        numbers = recorder.start_numbers()
        act.run(top / HOME)
    assert recorder.steps, "nothing was written"
    tree = read_tree(top)
    checker = Checker(recorder, HOME, lambda each: act.run(each / HOME), numbers)
    assert checker.went_past(tree) == [], "written past the functions that are recorded"
    return checker


def faults(checker: Checker) -> Iterator[str]:
    """What is wrong with any state."""
    recorder = checker.recorded
    count = len(recorder.steps)
    # States are looked at, not kept: nothing is flushed.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)
        for state in legal_states(recorder.start, checker.numbers, recorder.steps):
            for problem in checker.problems(state):
                yield f"{state.steps} of {count} steps: {problem}"


def _in_its_time(act: Act) -> object:
    when = pytest.mark.slow if act.name in SAMPLE else pytest.mark.long
    return pytest.param(act, id=act.name, marks=when)


@pytest.mark.parametrize("act", [_in_its_time(act) for act in ACTS])
def test_every_state(act: Act, tmp_path: Path) -> None:
    act.world(tmp_path / HOME)
    assert list(islice(faults(recorded(act, tmp_path)), 5)) == []


# The model of the disk.


def states_of(*steps: Names | Content | Synced | NewFolder) -> list[dict[str, object]]:
    """What may be found after these steps on an empty disk, at the end of them."""
    disk = Disk()
    for step in steps:
        disk.take(step)
    found = list[dict[str, object]]()
    for tree in disk.states():
        if tree not in found:
            found.append(dict(tree))
    return found


NAMED = Names(TOP, (("a", 1),))
FILLED = Content(1, b"isi.")


def test_a_file_that_was_not_flushed_has_any_bytes_or_no_name() -> None:
    found = states_of(NAMED, FILLED)
    assert {} in found
    assert [each["a"] for each in found if each] == [b"", b"isi.", b"is", bytes(4)]


def test_flushing_a_file_says_nothing_of_its_name() -> None:
    assert states_of(NAMED, FILLED, Synced(1)) == [{}, {"a": b"isi."}]


def test_flushing_a_folder_says_nothing_of_the_bytes() -> None:
    found = states_of(NAMED, FILLED, Synced(TOP))
    assert {} not in found
    assert {"a": b""} in found
    assert states_of(NAMED, FILLED, Synced(1), Synced(TOP)) == [{"a": b"isi."}]


def test_a_new_folder_may_be_missing_with_all_that_was_flushed_in_it() -> None:
    folder, inside = Names(TOP, (("f", 2),)), Names(2, (("a", 1),))
    steps = (NewFolder(2), folder, inside, FILLED, Synced(1), Synced(2))
    assert states_of(*steps) == [{}, {"f": None, "f/a": b"isi."}]


def test_names_reach_the_disk_in_any_order_and_each_as_a_whole() -> None:
    other = Content(2, b"lain")
    start = (NAMED, FILLED, Synced(1), Names(TOP, (("b", 2),)), other, Synced(2))
    moved = Names(TOP, (("b", None), ("a", 2)))
    removed = Names(TOP, (("a", None),))
    found = states_of(*start, Synced(TOP), moved, removed)
    assert found == [{"a": b"isi.", "b": b"lain"}, {"a": b"lain"}, {"b": b"lain"}, {}]


# The control: each fault that is put in is found.


def _unflushing_os() -> object:
    """What a module knows as `os`, but flushes no file."""
    return SimpleNamespace(**{**vars(os), "fsync": lambda handle: None})


def _no_folder_sync(folder: Path) -> None:
    """Flushes nothing."""


def _without(step: str) -> object:
    """Adding lines to the trail, but for those of one step."""
    append = trail_module.append

    def add(folder: Path, entry: TrailEntry) -> None:
        if entry.step != step:
            append(folder, entry)

    return add


def _written_in_place(path: Path, content: bytes, **_: object) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.write(handle, content)
    os.fsync(handle)
    os.close(handle)
    save_module.sync_folder(path.parent)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("target", "name", "instead", "act", "expected"),
    [
        (save_module, "os", _unflushing_os(), "langganan", "torn"),
        (
            save_module,
            "sync_folder",
            _no_folder_sync,
            "simpan konsep",
            "not what it says",
        ),
        (save_module, "sync_folder", _no_folder_sync, "surel disimpan", "lost"),
        (
            act_module,
            "append",
            _without("niat"),
            "simpan konsep",
            "is not what it says",
        ),
        (act_module, "save", _written_in_place, "simpan konsep", "torn"),
        (trail_module, "sync_folder", _no_folder_sync, "masuk, pertama", "trail: "),
        (workspace_module, "sync_folder", _no_folder_sync, "surel terkirim", "back"),
    ],
    ids=[
        "no file flushed",
        "no folder flushed",
        "no new folder flushed",
        "no line before the file",
        "written in place",
        "the trail's name not flushed",
        "a removal not flushed",
    ],
)
def test_a_fault_put_in_is_found(
    target: object,
    name: str,
    instead: object,
    act: str,
    expected: str,
    tmp_path: Path,
) -> None:
    BY_NAME[act].world(tmp_path / HOME)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(target, name, instead)
        checker = recorded(BY_NAME[act], tmp_path)
    assert any(expected in fault for fault in faults(checker))
