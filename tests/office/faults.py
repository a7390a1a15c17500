"""Faults planted into the program, one at a time: the machine is trusted only because it finds each of them."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from pytest import MonkeyPatch

from notakesepakatan import zona
from notakesepakatan.bureau import penandatanganan, surat
from notakesepakatan.compute.peristiwa import rules
from notakesepakatan.compute.time import register as condition_module
from notakesepakatan.compute.time import tenggat, term
from notakesepakatan.desk.register import Board
from notakesepakatan.load import register, seal
from notakesepakatan.workspace import Workspace, act, save, trail, workspace
from notakesepakatan.workspace.act import Act
from notakesepakatan.workspace.last_states import LastStates

Plant = Callable[[MonkeyPatch], None]


def no_sync_of_files(patch: MonkeyPatch) -> None:
    real = os.fsync

    def only_folders(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").is_dir():
            real(handle)

    class OtherOs:
        fsync = staticmethod(only_folders)

        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

    patch.setattr(save, "os", OtherOs())


def no_sync_of_folders(patch: MonkeyPatch) -> None:
    patch.setattr(save, "sync_folder", lambda folder: None)


def no_sync_of_the_trail(patch: MonkeyPatch) -> None:
    patch.setattr(trail, "_add", lambda handle, content: os.write(handle, content))


def short_write_taken_for_a_whole_one(patch: MonkeyPatch) -> None:
    def add(handle: int, content: bytes) -> None:
        os.write(handle, content)
        os.fsync(handle)

    patch.setattr(trail, "_add", add)


def lock_not_taken(patch: MonkeyPatch) -> None:
    @contextmanager
    def lock(self: Workspace, *args: object) -> Iterator[None]:
        self.private()
        yield

    patch.setattr(Workspace, "lock", lock)


def _drop(patch: MonkeyPatch, step: str) -> None:
    real = trail.append

    def append(folder: Path, entry: trail.TrailEntry) -> None:
        if entry.step != step:
            real(folder, entry)

    patch.setattr(act, "append", append)


def no_intent(patch: MonkeyPatch) -> None:
    _drop(patch, "niat")


def no_closing_line(patch: MonkeyPatch) -> None:
    _drop(patch, "selesai")


def line_of_the_trail_dropped(patch: MonkeyPatch) -> None:
    real = trail.append

    def append(folder: Path, entry: trail.TrailEntry) -> None:
        real(folder, entry)
        file = folder / trail.TRAIL_FILE
        lines = file.read_bytes().splitlines(keepends=True)
        if len(lines) == 9:
            file.write_bytes(b"".join([*lines[:4], *lines[5:]]))

    patch.setattr(act, "append", append)


def no_chain(patch: MonkeyPatch) -> None:
    real = trail.TrailEntry.to_line
    patch.setattr(
        trail.TrailEntry, "to_line", lambda self: real(replace(self, link=""))
    )


def end_of_the_trail_not_kept(patch: MonkeyPatch) -> None:
    patch.setattr(trail, "_keep_end", lambda folder, end: None)


def killed_act_not_settled(patch: MonkeyPatch) -> None:
    patch.setattr(workspace, "settle", lambda root: None)


def leftovers_not_swept(patch: MonkeyPatch) -> None:
    patch.setattr(save, "_remove_left_over", lambda path: False)


def hand_not_looked_for(patch: MonkeyPatch) -> None:
    def write(self: Act, file: Path, before: bytes, content: bytes) -> None:
        self.write(file, content)

    patch.setattr(Act, "write_unchanged", write)


def not_sealed_at_signing(patch: MonkeyPatch) -> None:
    patch.setattr(penandatanganan, "put_seals", lambda *args: None)


def seal_not_compared(patch: MonkeyPatch) -> None:
    patch.setattr(seal, "_told", lambda *args: "")
    real = seal.examine_seals

    def all_whole(*args: Any) -> seal.SealReport:
        states = dict.fromkeys(real(*args).states, "utuh")
        return seal.SealReport(states)  # type: ignore[arg-type]

    from notakesepakatan.load import opened

    patch.setattr(opened, "examine_seals", all_whole)


def trail_not_compared(patch: MonkeyPatch) -> None:
    patch.setattr(LastStates, "of", lambda self, slug: {})
    patch.setattr(LastStates, "is_hidden", lambda self: True)


def notice_a_day_late(patch: MonkeyPatch) -> None:
    real = tenggat.tenggat_pemberitahuan

    def late(*args: Any) -> Any:
        due = real(*args)
        return replace(due, tanggal=due.tanggal + timedelta(days=1))

    patch.setattr(condition_module, "tenggat_pemberitahuan", late)


def end_a_day_early(patch: MonkeyPatch) -> None:
    real = term.end_of_term

    def early(*args: Any) -> Any:
        end = real(*args)
        return replace(end, tanggal=end.tanggal - timedelta(days=1))

    patch.setattr(term, "end_of_term", early)


def letter_a_day_early(patch: MonkeyPatch) -> None:
    real = surat.due_pemberitahuan

    def early(*args: Any) -> Any:
        due, problems = real(*args)
        day = timedelta(days=1)
        return [replace(each, due=each.due - day) for each in due], problems

    patch.setattr(surat, "due_pemberitahuan", early)


def day_of_another_zone(patch: MonkeyPatch) -> None:
    def in_utc(name: zona.Zona, clock: zona.Clock = zona.machine_clock) -> date:
        return datetime.fromtimestamp(clock(), UTC).date()

    patch.setattr(zona, "office_day", in_utc)


def same_event_twice(patch: MonkeyPatch) -> None:
    patch.setattr(rules, "ORDER_RULES", ())


def letter_before_its_event(patch: MonkeyPatch) -> None:
    real = surat.publish_pemberitahuan

    def letter_first(office: Any, slug: str, letter: Any, *more: Any) -> Any:
        surat.write_pemberitahuan(office, slug, letter, *more[:2])
        return real(office, slug, letter, *more)

    patch.setattr(surat, "publish_pemberitahuan", letter_first)


def letter_not_remembered(patch: MonkeyPatch) -> None:
    patch.setattr(surat, "_composed", lambda *args: None)


def index_row_not_renewed(patch: MonkeyPatch) -> None:
    patch.setattr(register._Row, "is_of", lambda self, state: True)


def desk_does_not_look(patch: MonkeyPatch) -> None:
    patch.setattr(Board, "_knows", lambda self, slug, *_: slug in self._state)


def links_followed(patch: MonkeyPatch) -> None:
    for name, module in list(sys.modules.items()):
        asks = name.startswith("notakesepakatan.") and hasattr(module, "check_within")
        if asks:
            patch.setattr(module, "check_within", lambda path, limit: None)


FAULTS: dict[Plant, str] = {
    no_sync_of_files: "before its bytes were flushed",
    no_sync_of_folders: "the names in .* were not flushed",
    no_sync_of_the_trail: "the trail was not flushed",
    short_write_taken_for_a_whole_one: "TrailReport|of which the trail says nothing|a word in the trail|a line of the trail changed",
    lock_not_taken: "without the lock",
    no_intent: "without a word in the trail",
    no_closing_line: "of which the trail says nothing",
    line_of_the_trail_dropped: "a line of the trail changed",
    no_chain: "without the hash of the line before",
    end_of_the_trail_not_kept: "the end of the trail was not kept|knows_end=False",
    killed_act_not_settled: "of which the trail says nothing|left open",
    leftovers_not_swept: "left over after the sweep",
    hand_not_looked_for: "an acknowledged edit is gone",
    not_sealed_at_signing: "signed, and not sealed",
    seal_not_compared: "nobody says so",
    trail_not_compared: "was not noticed by the register",
    notice_a_day_late: "another day of notice",
    end_a_day_early: "another end",
    letter_a_day_early: "a letter before its day",
    day_of_another_zone: "another day than the office's",
    same_event_twice: "twice",
    letter_before_its_event: "was written before its event",
    letter_not_remembered: "a second letter",
    index_row_not_renewed: "the index gives another register",
    desk_does_not_look: "the desk shows another register",
    links_followed: "written through",
}
"""Each with what the machine says of it."""
