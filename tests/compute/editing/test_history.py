"""Steps undone and done again: every state comes back, to the order of its keys; they are bounded."""

import json
import random
from collections.abc import Iterator

import pytest
from pydantic import TypeAdapter

from notakesepakatan.compute.editing.commands import (
    AddItem,
    AddLampiran,
    Command,
    DeleteItem,
    MoveItem,
    SetTexts,
)
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.compute.editing.history import (
    MOST_CHARACTERS,
    MOST_STEPS,
    History,
    step_between,
)

DATA: Data = {
    "judul": "Kerja Sama",
    "pasal": [
        {"judul": "SATU", "isi": "Isi.", "huruf": ["a;", "b."]},
        {"judul": "DUA", "ayat": ["Satu.", {"kunci": "k", "isi": "Dua."}]},
    ],
}
_FILE = TypeAdapter(History)


def _commands(data: Data, chance: random.Random) -> Iterator[Command]:
    many = len(data["pasal"])
    place = chance.randrange(many)
    pasal = ("pasal", place)
    yield SetTexts({(*pasal, "judul"): f"KATA {chance.random()} " * 9})
    yield SetTexts({(*pasal, "isi"): "", ("judul",): f"Lain {chance.random()}"})
    yield AddItem(("pasal",), place)
    yield MoveItem(pasal, 1)
    yield AddItem((*pasal, "ayat"))
    yield DeleteItem(pasal) if many > 3 else AddItem(("pasal",))
    yield DeleteItem(("lampiran",)) if "lampiran" in data else AddLampiran("teks")


def _after(command: Command, data: Data, history: History) -> tuple[Data, History]:
    edited = command.apply(data)
    step = step_between(data, edited.data, command.deed, edited.focus)
    return edited.data, history.with_step(step) if step else history


@pytest.mark.slow
def test_three_hundred_steps_undone_and_done_again() -> None:
    chance = random.Random(21)  # noqa: S311
    data, history = DATA, History()
    states = [json.dumps(data)]
    while len(history.done) < 300:
        command = chance.choice(list(_commands(data, chance)))
        before = len(history.done)
        data, history = _after(command, data, history)
        if len(history.done) > before:
            states.append(json.dumps(data))
        else:
            states[-1] = json.dumps(data)
    history = _FILE.validate_json(_FILE.dump_json(history), strict=True)
    for state in reversed(states[:-1]):
        back = history.back()
        assert back
        history, step = back
        data = step.undo(data)
        assert json.dumps(data) == state
    assert history.back() is None
    for state in states[1:]:
        forward = history.forward()
        assert forward
        history, step = forward
        data = step.redo(data)
        assert json.dumps(data) == state
    assert history.forward() is None


@pytest.mark.slow
def test_a_long_text_keeps_no_more_than_the_last_steps() -> None:
    data, history = DATA, History()
    for number in range(MOST_STEPS + 5):
        other: Data = {**data, f"kunci{number}": number}
        step = step_between(data, other, "menambah", ())
        assert step
        data, history = other, history.with_step(step)
    assert len(history.done) == MOST_STEPS
    for letter in "abc":
        large: Data = {**data, "isi": letter * (MOST_CHARACTERS // 3)}
        step = step_between(data, large, "menempel", ())
        assert step
        data, history = large, history.with_step(step)
    assert 0 < len(history.done) < MOST_STEPS
    assert sum(each.size for each in history.done) <= MOST_CHARACTERS


def test_a_step_keeps_only_what_it_replaced() -> None:
    pasal = [{"judul": "X", "isi": "y" * 1000} for _ in range(60)]
    data: Data = {"judul": "Kerja Sama", "pasal": pasal}
    deleted = DeleteItem(("pasal", 30)).apply(data)
    step = step_between(data, deleted.data, "menghapus", deleted.focus)
    assert step
    assert step.place == ("pasal", 30)
    assert step.size < 2000
    assert step_between(data, data, "mengubah", ()) is None
