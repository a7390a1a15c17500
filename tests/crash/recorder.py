"""An act runs for real, and every step that it takes on the disk is written down.

All writing of the program goes through a few functions of `os`; while an act is recorded,
they tell what they do. What is written through a buffer is seen at the next of them, and
at the end the tree on the disk is held against the steps: nothing went past them.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from crash.steps import TOP, Content, Names, NewFolder, Step, Synced, Tree
from notakesepakatan.workspace.index import INDEX_FILE

_DESCRIPTORS = Path("/proc/self/fd")


def read_tree(top: Path) -> Tree:
    """Everything below a folder, but for the index, which can be thrown away."""
    tree = Tree()
    for path in sorted(top.rglob("*")):
        if not path.name.startswith(INDEX_FILE):
            name = path.relative_to(top).as_posix()
            tree[name] = None if path.is_dir() else path.read_bytes()
    return tree


class Recorder:
    """The steps of an act below a folder.

    Attributes:
        start: the tree before.
        steps: what was done.
        numbers: of what there is by now, by path.
    """

    def __init__(self, top: Path) -> None:
        self.top = top
        self.start = read_tree(top)
        self.steps: list[Step] = []
        self.numbers: dict[str, int] = {}
        self._seen: dict[int, bytes] = {}
        self._next = TOP + 1
        for name, content in self.start.items():
            number = self._number(name)
            if content is not None:
                self._seen[number] = content

    def start_numbers(self) -> dict[str, int]:
        """Numbers of what there was before, by path; asked before anything is done."""
        return dict(self.numbers)

    # What the functions of `os` tell.

    def opened(self, path: str) -> None:
        """A file was made by opening it."""
        name = self._name(path)
        if name is None or Path(path).name.startswith(INDEX_FILE):
            return
        if name not in self.numbers:
            number = self._number(name)
            self._seen[number] = b""
            self._named(name, number)

    def made_folder(self, path: str) -> None:
        name = self._name(path)
        if name is not None:
            number = self._number(name)
            self.steps.append(NewFolder(number))
            self._named(name, number)

    def linked(self, old: str, new: str) -> None:
        name, from_name = self._name(new), self._name(old)
        if name is not None and from_name is not None:
            self.numbers[name] = self.numbers[from_name]
            self._named(name, self.numbers[name])

    def removed(self, path: str) -> None:
        name = self._name(path)
        if name is not None and name in self.numbers:
            del self.numbers[name]
            self._named(name, None)

    def renamed(self, old: str, new: str) -> None:
        from_name, to_name = self._name(old), self._name(new)
        assert from_name is not None
        assert to_name is not None
        folder, from_end = self._parts(from_name)
        other, to_end = self._parts(to_name)
        assert folder == other, "a move between folders is not modelled"
        number = self.numbers.pop(from_name)
        self.numbers[to_name] = number
        self._move_below(from_name, to_name)
        self.steps.append(Names(folder, ((from_end, None), (to_end, number))))

    def synced(self, path: str | None) -> None:
        """A file or folder was flushed; everything, where no path is given."""
        if path is None:
            self.steps.append(Synced(None))
            return
        name = self._name(path)
        if name == "":
            self.steps.append(Synced(TOP))
        elif name in self.numbers:
            self.steps.append(Synced(self.numbers[name]))

    def look(self) -> None:
        """Write down whose bytes are others than before."""
        for name, number in list(self.numbers.items()):
            if number not in self._seen:
                continue
            content = (self.top / name).read_bytes()
            if content != self._seen[number]:
                self._seen[number] = content
                self.steps.append(Content(number, content))

    # Names and numbers.

    def _name(self, path: str) -> str | None:
        """A path from the top; None where it lies elsewhere."""
        relative = os.path.relpath(path, self.top)
        if relative == ".":
            return ""
        return None if relative.startswith("..") else relative

    def _number(self, name: str) -> int:
        number = self._next
        self.numbers[name] = number
        self._next += 1
        return number

    def _parts(self, name: str) -> tuple[int, str]:
        folder, _, end = name.rpartition("/")
        return (self.numbers[folder] if folder else TOP), end

    def _named(self, name: str, number: int | None) -> None:
        folder, end = self._parts(name)
        self.steps.append(Names(folder, ((end, number),)))

    def _move_below(self, old: str, new: str) -> None:
        for name in [name for name in self.numbers if name.startswith(f"{old}/")]:
            self.numbers[new + name.removeprefix(old)] = self.numbers.pop(name)


@contextmanager
def recording(top: Path) -> Iterator[Recorder]:
    """Record all that is done below a folder."""
    recorder = Recorder(top)
    with pytest.MonkeyPatch.context() as patch:
        for name, telling in _TELLING.items():
            patch.setattr(os, name, _told(recorder, getattr(os, name), telling))
        yield recorder
    recorder.look()


def _told(
    recorder: Recorder,
    function: Callable[..., Any],
    telling: Callable[..., None],
) -> Callable[..., Any]:
    """A function of `os` that tells the recorder what it did."""

    def told(*args: Any, **keywords: Any) -> Any:
        recorder.look()
        where = _paths(args, keywords)
        result = function(*args, **keywords)
        telling(recorder, *where)
        recorder.look()
        return result

    return told


def _paths(args: tuple[Any, ...], keywords: dict[str, Any]) -> list[str]:
    """The paths that a function of `os` was given, descriptors as what they are open on."""
    folder = next(
        (
            each
            for key, each in keywords.items()
            if key.endswith("dir_fd") and each is not None
        ),
        None,
    )
    above = _open_on(folder) if folder is not None else ""
    if isinstance(args[0] if args else "", int):
        return [_open_on(args[0])]
    # What follows the paths are flags and modes.
    given = [os.fspath(each) for each in args[:2] if not isinstance(each, int)]
    return [str(Path(above, each).absolute()) for each in given]


def _open_on(descriptor: int) -> str:
    """The path that a descriptor is open on."""
    return str((_DESCRIPTORS / str(descriptor)).readlink())


def _opened(recorder: Recorder, path: str, *_: str) -> None:
    if Path(path).is_file():
        recorder.opened(path)


def _nothing(recorder: Recorder, *_: str) -> None:
    """Whatever it did to a file's bytes is seen by a look."""


_TELLING: dict[str, Callable[..., None]] = {
    "open": _opened,
    "write": _nothing,
    "ftruncate": _nothing,
    "fsync": lambda recorder, path: recorder.synced(path),
    "sync": lambda recorder: recorder.synced(None),
    "mkdir": lambda recorder, path, *_: recorder.made_folder(path),
    "link": lambda recorder, old, new: recorder.linked(old, new),
    "unlink": lambda recorder, path: recorder.removed(path),
    "remove": lambda recorder, path: recorder.removed(path),
    "rmdir": lambda recorder, path: recorder.removed(path),
    "rename": lambda recorder, old, new: recorder.renamed(old, new),
    "replace": lambda recorder, old, new: recorder.renamed(old, new),
}
