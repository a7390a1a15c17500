"""Every state in which the power may leave the disk, of every act that writes: whole, told, once, and nothing lost."""

from pathlib import Path

import pytest

from crash.acts import ACTS, HOME, Act
from crash.checker import Checker
from crash.recorder import read_tree, recording
from crash.states import legal_states


def recorded(act: Act, top: Path) -> Checker:
    """An act done once for real, to be held against every state."""
    act.world(top / HOME)
    with recording(top) as recorder:
        numbers = recorder.start_numbers()
        act.run(top / HOME)
    tree = read_tree(top)
    checker = Checker(recorder, HOME, lambda each: act.run(each / HOME), numbers)
    assert checker.went_past(tree) == []
    return checker


def faults(checker: Checker, most: int = 5) -> tuple[int, list[str]]:
    """How many states there are, and what is wrong with the first that are not right."""
    found = list[str]()
    count = 0
    recorder = checker.recorded
    for state in legal_states(recorder.start, checker.numbers, recorder.steps):
        count += 1
        where = f"{state.steps} of {len(recorder.steps)} steps"
        found += [f"{where}: {problem}" for problem in checker.problems(state)]
        if len(found) >= most:
            break
    return count, found


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_state(act, tmp_path, monkeypatch):
    import os, time
    t0=time.time()
    checker = recorded(act, tmp_path)
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    t1=time.time()
    count, found = faults(checker)
    print("\nSTAT", act.name, len(checker.recorded.steps), count, round(t1-t0,1), round(time.time()-t1,1))
    assert found == []
