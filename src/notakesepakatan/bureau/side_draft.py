"""What a person has typed and not yet put into the files: kept beside them, own to each.

A side draft is `.meja/<folder>/<slug>.<who>.json`: the text of the files when it was
opened and their hash, the text as typed, the steps by which it was, and a count of its
states, by which two windows of one person know of each other. Drafts and signed texts are
edited in the same way; what differs is the `Kind`: the folder, and how the text of the
files is read.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field, TypeAdapter

from notakesepakatan.compute.editing.commands import Command
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.compute.editing.history import History, Step, step_between
from notakesepakatan.compute.editing.merge import merge
from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.place import DataPath
from notakesepakatan.workspace import ChangedMeanwhile, Workspace


class OtherWindow(ChangedMeanwhile):
    """The side draft went on in another window of the same person."""

    def __init__(self, now: "SideDraft") -> None:
        self.now = now
        super().__init__("Konsep ini")


class BrokenTyping(NotaError):
    """A side draft that cannot be read; it was put aside, so that the next look begins anew."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"Ketikan Anda yang belum disimpan rusak dan disisihkan sebagai {file}. "
            "Muat ulang halaman ini untuk mulai dari isi berkas."
        )


_NOTHING_YET = History()


@dataclass(frozen=True)
class SideDraft:
    """One state of a side draft; the aliases are the keys of its file.

    Attributes:
        base_hash: hash of the files when it was opened.
        base: their text then.
        data: the text as typed.
        version: how many states it has had.
        history: the steps that led to `data`, and those that were undone.
    """

    base_hash: Annotated[str, Field(alias="jejak")]
    base: Annotated[Data, Field(alias="awal")]
    data: Data
    version: Annotated[int, Field(alias="versi")] = 0
    history: Annotated[History, Field(alias="langkah")] = _NOTHING_YET

    @property
    def stamp(self) -> str:
        """What a page sends back to show which state it has seen."""
        return f"{self.version}-{self.base_hash[:16]}"

    @property
    def is_typed(self) -> bool:
        """Whether it says anything that the files did not."""
        return self.data != self.base

    def check_seen(self, stamp: str) -> None:
        """Refuse a page that has seen another state.

        Raises:
            OtherWindow: it has.
        """
        if self.stamp != stamp:
            raise OtherWindow(self)

    def changed(self, data: Data, step: Step | None) -> "SideDraft":
        """The next state; the step leads to it, where anything changed."""
        history = self.history.with_step(step) if step else self.history
        return self._next(data, history)

    def _next(self, data: Data, history: History) -> "SideDraft":
        return replace(self, data=data, version=self.version + 1, history=history)

    def undone(self) -> "Reverted":
        """The state before the last step, which may be done again."""
        back = self.history.back()
        if back is None:
            return Reverted(self, None)
        history, step = back
        return Reverted(self._next(step.undo(self.data), history), step)

    def redone(self) -> "Reverted":
        """The state after the step that was undone last."""
        forward = self.history.forward()
        if forward is None:
            return Reverted(self, None)
        history, step = forward
        return Reverted(self._next(step.redo(self.data), history), step)

    def put_on(self, base_hash: str, base: Data, data: Data) -> "SideDraft":
        """The next state, begun anew from another text of the files; its steps are gone."""
        return SideDraft(base_hash, base, data, self.version + 1)

    def saved(self, new_hash: str) -> "SideDraft":
        """The next state, after its text went into the files.

        Its steps stay: one may go back behind a saving, and save again.
        """
        return replace(
            self.put_on(new_hash, self.data, self.data), history=self.history
        )


_DISCARDING = "membuang suntingan, antara lain"
"""What was done, for who undoes it; the first place that changed follows."""
_FILE = TypeAdapter(SideDraft)
"""What the file of a side draft holds."""


class Reverted(NamedTuple):
    """A side draft after going back or forth, and by which step; None where there was none."""

    draft: SideDraft
    step: Step | None


class Changed(NamedTuple):
    """A side draft after a command, where its user goes on, and what is said of it."""

    draft: SideDraft
    focus: DataPath
    words: str = ""


@dataclass(frozen=True)
class Source:
    """The text of an agreement's files as they are now: their hash, and how to read it."""

    hash: str
    read: Callable[[], Data]


@dataclass(frozen=True)
class Kind:
    """One kind of side draft.

    Attributes:
        folder: its folder in the desk's own.
        source: opens the text that it begins from; raises where none may be typed.
    """

    folder: str
    source: Callable[[Workspace, str], Source]


@dataclass(frozen=True)
class SideDraftFile:
    """Where one person's side draft of one agreement is kept, and all that is done to it."""

    kind: Kind
    workspace: Workspace
    slug: str
    who: str

    def open(self) -> SideDraft:
        """The side draft as it was left, or a new one of the text of the files.

        Raises:
            BrokenTyping, CannotRead: it cannot be read.
            NotaError: whatever the kind's source raises.
        """
        return self._open(self._source())

    def kept(self) -> SideDraft | None:
        """The side draft as it was left; None where there is none that can be read."""
        try:
            return read_side_draft(self.workspace.private(*self._name))
        except NotaError:
            return None

    def _open(self, source: Source) -> SideDraft:
        kept = read_side_draft(self.workspace.private(*self._name))
        if kept and kept.base_hash == source.hash:
            return kept  # its text was read, and might be typed in, when it was opened
        data = source.read()
        if kept and kept.data == data:
            # Saved, and stopped before that was noted here; nobody else changed it.
            return kept.saved(source.hash)
        if kept and kept.is_typed:
            return kept
        return SideDraft(source.hash, data, data, kept.version if kept else 0)

    def change(self, stamp: str, command: Command) -> Changed:
        """Do something to the text typed.

        Args:
            stamp: the state that the page had seen.
            command: what is to be done.

        Raises:
            OtherWindow: another window went on meanwhile; nothing was changed.
            LookupError, ValueError: the command cannot be done.
        """
        with self._lock():
            draft = self.open()
            draft.check_seen(stamp)
            edited = command.apply(draft.data)
            step = step_between(draft.data, edited.data, command.deed, edited.focus)
            new = draft.changed(edited.data, step)
            return Changed(self._keep(new), edited.focus)

    def undo(self, stamp: str) -> Reverted:
        """Go back behind the last step; where there is none, stay.

        Raises:
            OtherWindow: another window went on meanwhile; nothing was changed.
        """
        return self._revert(stamp, SideDraft.undone)

    def redo(self, stamp: str) -> Reverted:
        """Do the step again that was undone last; where there is none, stay.

        Raises:
            OtherWindow: another window went on meanwhile; nothing was changed.
        """
        return self._revert(stamp, SideDraft.redone)

    def _revert(self, stamp: str, way: Callable[[SideDraft], Reverted]) -> Reverted:
        with self._lock():
            draft = self.open()
            draft.check_seen(stamp)
            reverted = way(draft)
            self._keep(reverted.draft)
            return reverted

    def discard(self) -> SideDraft:
        """Let go of what was typed; the count goes on, so that another window notices.

        It is a step like any other while the files are those that were opened.
        """
        with self._lock():
            source = self._source()
            data = source.read()
            draft = self._open(source)
            if draft.base_hash != source.hash:
                return self._keep(draft.put_on(source.hash, data, data))
            step = step_between(draft.data, data, _DISCARDING, ())
            return self._keep(draft.changed(data, step))

    def merge(self, shown_hash: str | None = None) -> SideDraft:
        """What was typed, put on the text of the files as it is now.

        Args:
            shown_hash: hash of the files that its owner was shown; None where it was not.

        Raises:
            ChangedMeanwhile: the files are not those that were shown.
        """
        with self._lock():
            source = self._source()
            if shown_hash not in (None, source.hash):
                raise self._changed_meanwhile()
            draft = self._open(source)
            data = source.read()
            merged = merge(draft.base, data, draft.data)
            return self._keep(draft.put_on(source.hash, data, merged))

    def to_save(self, stamp: str, current_hash: str) -> SideDraft:
        """The side draft, to be put into the files; asked inside the lock.

        Args:
            stamp: the state that the page had seen.
            current_hash: hash of the files that are to be written over.

        Raises:
            ChangedMeanwhile: they are not those that were opened.
            OtherWindow: another window of the same person went on.
        """
        draft = self.open()
        if draft.base_hash != current_hash:
            raise self._changed_meanwhile()
        draft.check_seen(stamp)
        return draft

    def saved(self, draft: SideDraft, new_hash: str) -> SideDraft:
        """The side draft after its text went into the files; asked inside the lock."""
        return self._keep(draft.saved(new_hash))

    def _lock(self) -> AbstractContextManager[None]:
        return self.workspace.lock(self.who, "menyimpan ketikan")

    def _source(self) -> Source:
        return self.kind.source(self.workspace, self.slug)

    def _changed_meanwhile(self) -> ChangedMeanwhile:
        return ChangedMeanwhile(f'Kesepakatan "{self.slug}"')

    @property
    def _name(self) -> tuple[str, str]:
        return self.kind.folder, f"{self.slug}.{self.who}.json"

    def _keep(self, draft: SideDraft) -> SideDraft:
        content = _FILE.dump_python(draft, by_alias=True)
        text = json.dumps(content, ensure_ascii=False)
        self.workspace.write_private(text.encode(), *self._name)
        return draft


def read_side_draft(file: Path) -> SideDraft | None:
    """A side draft; None where there is none.

    Raises:
        BrokenTyping: it is none of ours.
        CannotRead.
    """
    if not file.is_file():
        return None
    try:
        return _FILE.validate_json(file.read_bytes(), strict=True)
    except OSError as cause:
        raise CannotRead(file, cause) from None
    except ValueError:
        broken = file.with_suffix(".json.rusak")
        file.replace(broken)
        raise BrokenTyping(broken) from None


def typing_people(kind: Kind, workspace: Workspace, slug: str) -> Iterator[str]:
    """Who has typed in an agreement what is not in its files; broken side drafts say nothing."""
    for file in workspace.desk_files(kind.folder, f"{slug}.*.json"):
        try:
            draft = read_side_draft(file)
        except BrokenTyping:
            continue
        if draft and draft.is_typed:
            yield re.sub(rf"^{re.escape(slug)}\.(.*)\.json$", r"\1", file.name)
