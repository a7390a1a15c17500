"""A state of the disk in, what is wrong with the workspace found there out."""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from crash.recorder import Recorder, read_tree
from crash.states import ONLY_SAID, State, final_tree, versions
from crash.steps import Tree
from notakesepakatan import bukti
from notakesepakatan.bureau.mail import waiting_mails
from notakesepakatan.desk.accounts import load_accounts
from notakesepakatan.errors import NotaError
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.layout import (
    DESK_FOLDER,
    KESEPAKATAN_FOLDER,
    PERISTIWA_FOLDER,
    SEAL_FILE,
)
from notakesepakatan.workspace.save import TEMPORARY
from notakesepakatan.workspace.trail import TRAIL_END_FILE, TRAIL_FILE, TrailEntry

_OWN_BYTES = {TRAIL_FILE, TRAIL_END_FILE, *ONLY_SAID}
"""Written in place, or after every line: their own checks know them."""
_LONG_AGO = 1_000_000_000.0
_EVENT = re.compile(rf"{KESEPAKATAN_FOLDER}/[^/]+/{PERISTIWA_FOLDER}/[^/]+\.yaml$")
_LETTER = re.compile(r"output/[^/]+/surat/[^/]+$")


def hashed(content: bytes | None) -> str:
    return "" if content is None else sha256(content).hexdigest()


def is_temporary(name: str) -> bool:
    return any(part.endswith(TEMPORARY) for part in name.split("/"))


def below(tree: Tree, folder: str) -> Tree:
    """What lies below a folder, by its path from there."""
    start = f"{folder}/"
    return {
        name.removeprefix(start): content
        for name, content in tree.items()
        if name.startswith(start)
    }


def lay_tree(tree: Tree, top: Path) -> None:
    """A tree onto the disk, in the place of whatever is there; all of it long ago."""
    for path in top.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, content in tree.items():
        path = top / name
        if content is None:
            path.mkdir()
        else:
            path.write_bytes(content)
    for name in reversed(list(tree)):
        os.utime(top / name, (_LONG_AGO, _LONG_AGO))


@dataclass
class Checker:
    """Holds every state after the power went against what the act promises.

    Attributes:
        recorded: what the act did.
        home: name of the workspace's folder below the top.
        again: the act once more, as somebody would who found it undone.
        numbers: of what there was before, by path.
        found: what was found already, by what it depends on.
    """

    recorded: Recorder
    home: str
    again: Callable[[Path], object]
    numbers: Mapping[str, int]
    found: dict[bytes, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        steps = self.recorded.steps
        self.top = self.recorded.top
        self.before = self.recorded.start
        self.after = final_tree(self.before, self.numbers, steps)
        self.versions = versions(self.before, self.numbers, steps)
        self.old_problems, self.old_faults = self._found_before()
        before = below(self.before, self.home)
        self.old_entries = len(_entries(before))
        self.by_hand = set(_unlike_trail(before, _entries(before)))

    def _found_before(self) -> tuple[set[str], set[bukti.Fault]]:
        """What was wrong with the seals before the act, and what the verifier found."""
        lay_tree(self.before, self.top)
        root = self.top / self.home
        if not Workspace.is_one(root):
            return set(), set()
        return set(_seal_problems(Workspace(root))), set(bukti.examine(root).faults)

    def went_past(self, tree: Tree) -> list[str]:
        """Paths that the steps do not account for."""
        names = {*tree, *self.after}
        return [
            name
            for name in sorted(names)
            if (name in tree) != (name in self.after)
            or tree.get(name) != self.after.get(name)
        ]

    def problems(self, state: State) -> Iterator[str]:
        """All that is wrong with a state."""
        yield from self._torn(state.tree)
        if state.acknowledged:
            yield from self._lost(state.tree)
        lay_tree(state.tree, self.top)
        root = self.top / self.home
        if Workspace.is_one(root):
            yield from self._opened(root, state)

    # The tree alone.

    def _torn(self, tree: Tree) -> Iterator[str]:
        """Files that are neither what they were nor what they became."""
        for name, content in tree.items():
            own = name.rpartition("/")[2] in _OWN_BYTES
            if content is None or own or is_temporary(name):
                continue
            if content not in self.versions.get(name, ()):
                yield f"torn: {name}"

    def _lost(self, tree: Tree) -> Iterator[str]:
        """What an act that came back had written, and is not there."""
        for name in sorted({*tree, *self.after}):
            said_only = name.rpartition("/")[2] in ONLY_SAID
            if said_only or is_temporary(name):
                continue
            if name not in tree:
                yield f"lost: {name}"
            elif name not in self.after:
                yield f"back again: {name}"
            elif tree[name] != self.after[name]:
                yield f"older again: {name}"

    # The workspace.

    def _opened(self, root: Path, state: State) -> Iterator[str]:
        workspace = Workspace(root)
        try:
            workspace.clear_up()
        except NotaError as cause:
            yield f"does not open: {cause}"
            return
        tree = read_tree(root)
        yield from (f"left over: {name}" for name in tree if is_temporary(name))
        yield from self._trail(workspace, tree)
        yield from self._once(tree)
        yield from self._loaded(workspace, tree)
        if not state.acknowledged:
            yield from self._repeated(workspace, tree)

    def _trail(self, workspace: Workspace, tree: Tree) -> Iterator[str]:
        report = workspace.examine_trail()
        if not report.is_whole:
            yield f"trail: {'; '.join(report.sentences())}"
        entries = _entries(tree)
        if entries and entries[-1].step == "niat":
            yield "trail: still open"
        for entry in entries[self.old_entries :]:
            if entry.step == "lain":
                yield f"trail: {entry.file} is neither"
        yield from self._untold(tree, entries)

    def _untold(self, tree: Tree, entries: list[TrailEntry]) -> Iterator[str]:
        """Files that are not what the trail says, where no hand had left them so before."""
        told = {entry.file: entry.after for entry in entries if entry.file}
        governed = {entry.file for entry in _entries(below(self.after, self.home))}
        before = below(self.before, self.home)
        for name in sorted(governed - {""}):
            if name in self.by_hand and tree.get(name) == before.get(name):
                continue  # as a hand left it before the act
            expected = told.get(name, hashed(before.get(name)))
            if hashed(tree.get(name)) != expected:
                yield f"trail: {name} is not what it says"

    def _once(self, tree: Tree) -> Iterator[str]:
        """Events and letters that are more than the act makes."""
        after = below(self.after, self.home)
        for pattern in (_EVENT, _LETTER):
            more = {name for name in tree if pattern.match(name)} - after.keys()
            yield from (f"twice: {name}" for name in sorted(more))

    def _loaded(self, workspace: Workspace, tree: Tree) -> Iterator[str]:
        """What does not load; equal files are loaded once."""
        kept = [each for each in tree.items() if not _is_of_trail(each[0])]
        mark = sha256(repr(sorted(kept)).encode()).digest()
        if mark not in self.found:
            self.found[mark] = tuple(self._load(workspace, tree))
        yield from self.found[mark]
        faults = bukti.examine(workspace.root).faults
        new_faults = [fault for fault in faults if fault not in self.old_faults]
        yield from (f"bukti: {fault}" for fault in new_faults)

    def _load(self, workspace: Workspace, tree: Tree) -> Iterator[str]:
        opened = Opened(workspace)
        try:
            assert opened.pengaturan
            for slug in workspace.slugs():
                opened.summary(slug)
            load_accounts(workspace)
            damaged = [mail for mail in waiting_mails(workspace) if mail.damaged]
        except NotaError as cause:
            yield f"does not load: {cause}"
            return
        yield from (f"damaged: {mail.file}" for mail in damaged)
        new_problems = set(_seal_problems(workspace)) - self.old_problems
        yield from (f"seal: {problem}" for problem in sorted(new_problems))
        yield from _without_copy(tree)

    def _repeated(self, workspace: Workspace, tree: Tree) -> Iterator[str]:
        """What is there twice, or not, once the act is done again."""
        kept = [each for each in tree.items() if not _is_of_trail(each[0])]
        mark = sha256(b"again" + repr(sorted(kept)).encode()).digest()
        if mark not in self.found:
            self.found[mark] = tuple(self._repeat(workspace))
        yield from self.found[mark]

    def _repeat(self, workspace: Workspace) -> Iterator[str]:
        # Refused, where it is done already.
        with suppress(NotaError):
            self.again(self.top)
        tree = read_tree(workspace.root)
        after = below(self.after, self.home)
        for pattern in (_EVENT, _LETTER):
            names = {name for name in tree if pattern.match(name)}
            wanted = {name for name in after if pattern.match(name)}
            yield from (f"done again: {name}" for name in sorted(names ^ wanted))
        if not workspace.examine_trail().is_whole:
            yield "done again: the trail is not whole"


def _unlike_trail(tree: Tree, entries: list[TrailEntry]) -> Iterator[str]:
    """Files that are not what their last line in the trail says."""
    told = {entry.file: entry.after for entry in entries if entry.file}
    for name, expected in told.items():
        if hashed(tree.get(name)) != expected:
            yield name


def _is_of_trail(name: str) -> bool:
    return name.startswith(f"{DESK_FOLDER}/") and name.rpartition("/")[2] in _OWN_BYTES


def _entries(tree: Tree) -> list[TrailEntry]:
    """Every line of the trail that can be read, in order."""
    content = tree.get(f"{DESK_FOLDER}/{TRAIL_FILE}") or b""
    lines = content.decode(errors="replace").split("\n")
    entries = map(TrailEntry.from_line, lines)
    return [entry for entry in entries if entry]


def _seal_problems(workspace: Workspace) -> Iterator[str]:
    opened = Opened(workspace)
    for slug in workspace.slugs():
        yield from opened.seals(slug).problems


def _without_copy(tree: Tree) -> Iterator[str]:
    """Seals whose copy is not there, or is another text."""
    for name, content in tree.items():
        if not name.endswith(f"/{SEAL_FILE}"):
            continue
        for seal in json.loads(content or b""):
            copy = tree.get(f"{DESK_FOLDER}/segel/{seal['sidik']}")
            if hashed(copy) != seal["sidik"]:
                yield f"seal without copy: {name}"
