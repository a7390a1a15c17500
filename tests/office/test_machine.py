from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from office.machine import BureauMachine


def test_x() -> None:
    run_state_machine_as_test(
        BureauMachine,
        settings=settings(
            max_examples=15,
            stateful_step_count=20,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        ),
    )
