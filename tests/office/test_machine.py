"""A bureau at work by chance, and the control: a fault planted into the program is found by it.

The ordinary run is short and the same each time. `pytest -m long tests/office` is the long one; `--lama 10` makes it ten times as
long, `--benih 4711` lets it do others. What fails says with which seed, and the steps that led there, the fewest that do.
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from office.faults import FAULTS, Plant
from office.machine import BureauMachine

LONG_EXAMPLES = 180
"""Of each of the long runs; about five minutes of one processor."""


def run(
    examples: int,
    steps: int,
    seed_number: int,
    phases: tuple[Phase, ...] = (Phase.generate,),
) -> None:
    """Let the machine run; what fails is raised with the steps that led there."""
    machine: Any = type("Machine", (BureauMachine,), {})
    run_state_machine_as_test(
        seed(seed_number)(machine),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            phases=phases,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            print_blob=False,
            report_multiple_bugs=False,
        ),
    )


@pytest.mark.slow
def test_a_bureau_at_work() -> None:
    run(examples=12, steps=20, seed_number=15)


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))
def test_a_bureau_at_work_for_long(part: int, request: pytest.FixtureRequest) -> None:
    many = int(request.config.getoption("--lama")) * LONG_EXAMPLES
    number = int(request.config.getoption("--benih")) + part
    print(f"replay: pytest -m long tests/office --benih {number} -k 'long and 0'")
    run(many, 40, number, (Phase.generate, Phase.shrink))


@pytest.mark.long
@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_found(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError, match=FAULTS[plant]):
        run(examples=400, steps=30, seed_number=15)
