"""A disk as it may be found after the power went: the steps of an act in, every legal state out.

The model is no one file system but what all of them promise, as POSIX words it:

- A file that was flushed has its bytes; that says nothing of its name.
- A folder that was flushed has its names; that says nothing of the bytes behind them, nor
  of the folder's own name in the folder above it.
- A step on names (make, link, remove, rename) is there as a whole or not at all.
- Of the steps on the names of a folder since it was flushed any may be missing, the later
  ones without the earlier too: they may reach the disk in any order.
- The bytes of a file since it was flushed may be the old ones, all of the new ones, half
  of them, zeros of their length, or none.

Journals of ext4 and xfs keep more order than that; a program that is right here is right
there. States that are equal are given once. While every save flushes, few steps are open
at a time, and their states are all made. Only where many files are laid into a new folder
that is flushed once (`nota pulihkan`) there are more than can be made: there it is each
thing by itself that is missing where all others are there, and there where all are missing.
Files that only say who is at work are no part of any answer: each state has one of their
bytes in turn, not all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import combinations, product
from math import prod

from crash.steps import TOP, Content, Names, NewFolder, Step, Synced, Tree

_ALL_OF = 6
"""So many open steps of one folder are left out in every combination."""
_ALL_WAYS = 1000
"""So many states of one moment are all made; of more, those in which one thing differs."""
_NEWEST = 1
"""Where among the bytes that a file may have those stand that were written first."""
_Names = tuple[int, dict[str, int]]
_Bytes = tuple[int, bytes]
ONLY_SAID = ("kunci-tulis", "kunci-tulis.oleh", "kunci-surel")
"""The lock and its holder: their bytes are not flushed, and nobody relies on them."""


@dataclass
class Disk:
    """What is on a disk for good, and what is only on its way.

    Attributes:
        folders: names for good, by the folder's number.
        contents: bytes for good, by the file's number.
        open_names: steps of a folder since it was flushed, the oldest first.
        open_contents: bytes of a file since it was flushed, the oldest first.
    """

    folders: dict[int, dict[str, int]] = field(default_factory=lambda: {TOP: {}})
    contents: dict[int, bytes] = field(default_factory=dict)
    open_names: dict[int, list[Names]] = field(default_factory=dict)
    open_contents: dict[int, list[bytes]] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Tree, numbers: Mapping[str, int]) -> "Disk":
        """A disk on which all of a tree is for good."""
        disk = cls()
        for name, content in tree.items():
            folder, _, end = name.rpartition("/")
            number = numbers[name]
            if content is None:
                disk.folders[number] = {}
            else:
                disk.contents[number] = content
            disk.folders[numbers[folder] if folder else TOP][end] = number
        return disk

    def take(self, step: Step) -> None:
        """Do one step."""
        match step:
            case NewFolder(folder):
                self.folders[folder] = {}
            case Names(folder, _):
                self.open_names.setdefault(folder, []).append(step)
            case Content(file, content):
                self.open_contents.setdefault(file, []).append(content)
            case Synced(None):
                for number in {*self.open_names, *self.open_contents}:
                    self._sync(number)
            case Synced(number):
                self._sync(number)

    def _sync(self, number: int) -> None:
        for step in self.open_names.pop(number, ()):
            _set(self.folders[number], step)
        for content in self.open_contents.pop(number, ())[-1:]:
            self.contents[number] = content

    def seen(self) -> Tree:
        """The tree as whoever looks now sees it, with all that is on its way."""
        names = {folder: _with(self, folder, steps) for folder, steps in self._open()}
        contents = {file: each[-1] for file, each in self.open_contents.items()}
        return self._tree(names, contents)

    def states(self) -> Iterator[Tree]:
        """Every tree that may be found if the power goes now."""
        said = self._only_said()
        folders = [
            [(folder, _with(self, folder, some)) for some in _some(steps)]
            for folder, steps in self._open()
        ]
        files = [
            [(file, content) for content in self._found(file)]
            for file in self.open_contents
            if file not in said
        ]
        for turn, (chosen, contents) in enumerate(_together(folders, files)):
            of_said = {file: _in_turn(self._found(file), turn) for file in said}
            yield self._tree(dict(chosen), {**dict(contents), **of_said})

    def _open(self) -> Iterator[tuple[int, list[Names]]]:
        yield from self.open_names.items()

    def _only_said(self) -> set[int]:
        names = [pair for each in self.folders.values() for pair in each.items()]
        for steps in self.open_names.values():
            names += [
                (name, number)
                for step in steps
                for name, number in step.names
                if number is not None
            ]
        return {
            number
            for name, number in names
            if name in ONLY_SAID and number in self.open_contents
        }

    def _found(self, file: int) -> list[bytes]:
        """The bytes that a file may be found with, the ones for good first."""
        found = [self.contents.get(file, b"")]
        before = found[0]
        for content in self.open_contents[file]:
            kept = before if content.startswith(before) else b""
            added = len(content) - len(kept)
            found += [
                content,
                content[: len(kept) + added // 2],
                kept + bytes(added),
                kept,
            ]
            before = content
        return list(dict.fromkeys(found))

    def _tree(
        self, names: Mapping[int, Mapping[str, int]], contents: Mapping[int, bytes]
    ) -> Tree:
        tree = Tree()

        def put(folder: int, above: str) -> None:
            for name, number in names.get(folder, self.folders[folder]).items():
                path = f"{above}{name}"
                if number in self.folders:
                    tree[path] = None
                    put(number, f"{path}/")
                else:
                    known = self.contents.get(number, b"")
                    tree[path] = contents.get(number, known)

        put(TOP, "")
        return tree


def _set(names: dict[str, int], step: Names) -> None:
    for name, number in step.names:
        if number is None:
            names.pop(name, None)
        else:
            names[name] = number


def _with(disk: Disk, folder: int, steps: Sequence[Names]) -> dict[str, int]:
    """The names of a folder with some of its open steps."""
    names = dict(disk.folders[folder])
    for step in steps:
        _set(names, step)
    return names


def _some(steps: Sequence[Names]) -> Iterator[tuple[Names, ...]]:
    """Steps that reached the disk: any of few; of many, runs from the first and all but one."""
    if len(steps) <= _ALL_OF:
        for count in range(len(steps) + 1):
            yield from combinations(steps, count)
        return
    for i in range(len(steps) + 1):
        yield tuple(steps[:i])
        yield (*steps[:i], *steps[i + 1 :])


def _together(
    folders: Sequence[Sequence[_Names]], files: Sequence[Sequence[_Bytes]]
) -> Iterator[tuple[list[_Names], list[_Bytes]]]:
    """One choice of each folder with one of each file: all ways, or one after the other."""
    count = prod(map(len, (*folders, *files)))
    if count <= _ALL_WAYS:
        for chosen in product(*folders):
            yield from ((list(chosen), list(contents)) for contents in product(*files))
        return
    for last in (False, True):
        names = [each[-1 if last else 0] for each in folders]
        contents = [each[_NEWEST if last else 0] for each in files]
        for i, choices in enumerate(folders):
            for choice in choices:
                yield [*names[:i], choice, *names[i + 1 :]], contents
        for i, found in enumerate(files):
            for bytes_found in found:
                yield names, [*contents[:i], bytes_found, *contents[i + 1 :]]


def _in_turn(choices: Sequence[bytes], turn: int) -> bytes:
    return choices[turn % len(choices)]


@dataclass(frozen=True)
class State:
    """One state of the disk after the power went.

    Attributes:
        tree: what is found.
        steps: how many steps of the act had been taken.
        acknowledged: whether the act had come back.
    """

    tree: Tree
    steps: int
    acknowledged: bool


def legal_states(
    start: Tree, numbers: Mapping[str, int], steps: Sequence[Step]
) -> Iterator[State]:
    """Every state of every moment of an act, equal ones once."""
    disk = Disk.of(start, numbers)
    known = set[bytes]()
    for taken in range(len(steps) + 1):
        if taken:
            disk.take(steps[taken - 1])
        acknowledged = taken == len(steps)
        for tree in disk.states():
            mark = _mark(tree, acknowledged)
            if mark not in known:
                known.add(mark)
                yield State(tree, taken, acknowledged)


def versions(
    start: Tree, numbers: Mapping[str, int], steps: Sequence[Step]
) -> dict[str, set[bytes]]:
    """All bytes that each file showed under its name whenever names were set."""
    disk = Disk.of(start, numbers)
    shown = dict[str, set[bytes]]()
    _show(shown, disk.seen())
    for step in steps:
        disk.take(step)
        if isinstance(step, Names):
            _show(shown, disk.seen())
    return shown


def _show(shown: dict[str, set[bytes]], tree: Tree) -> None:
    for name, content in tree.items():
        if content is not None:
            shown.setdefault(name, set()).add(content)


def final_tree(start: Tree, numbers: Mapping[str, int], steps: Sequence[Step]) -> Tree:
    """The tree as it is seen when all steps are taken."""
    disk = Disk.of(start, numbers)
    for step in steps:
        disk.take(step)
    return disk.seen()


def _mark(tree: Tree, acknowledged: bool) -> bytes:
    """What is the same for equal states only."""
    digest = sha256(b"%d" % acknowledged)
    for name in sorted(tree):
        content = tree[name]
        kind = b"/" if content is None else b"=%d:" % len(content)
        digest.update(name.encode() + b"\0" + kind + (content or b""))
    return digest.digest()
