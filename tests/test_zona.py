"""The office's day and time on a machine of any zone."""

import ast
from datetime import date, datetime, timedelta
from functools import partial

import pytest

from clock import JAKARTA, JAYAPURA, LOS_ANGELES, UTC, machine, seconds
from conftest import AKAR
from notakesepakatan.zona import (
    EVERY_ZONA,
    Zona,
    as_office_time,
    begin_of,
    find_zona,
    machine_offset,
    machine_zona,
    office_day,
    office_time,
    offset_words,
)

MACHINES = [UTC, LOS_ANGELES, JAKARTA, JAYAPURA]
OFFSET: dict[Zona, str] = {
    "Asia/Jakarta": "+07:00",
    "Asia/Makassar": "+08:00",
    "Asia/Jayapura": "+09:00",
}


@pytest.mark.parametrize("zone", MACHINES)
@pytest.mark.parametrize("time", ["00:00:00", "00:30:00", "06:30:00", "23:59:59"])
@pytest.mark.parametrize("zona", EVERY_ZONA)
def test_the_day_is_the_office_s_on_any_machine(
    zona: Zona, time: str, zone: str
) -> None:
    """At half past midnight it is yesterday in UTC; in America it is until the afternoon."""
    moment = f"2026-11-24T{time}{OFFSET[zona]}"
    with machine(zone, moment):
        assert office_day(zona) == date(2026, 11, 24)
        assert office_time(zona).isoformat() == moment


@pytest.mark.parametrize("zona", EVERY_ZONA)
def test_a_second_before_midnight_is_the_day_before(zona: Zona) -> None:
    midnight = seconds(f"2027-01-01T00:00:00{OFFSET[zona]}")
    assert office_day(zona, lambda: midnight - 1) == date(2026, 12, 31)
    assert office_day(zona, lambda: midnight) == date(2027, 1, 1)
    assert begin_of(date(2027, 1, 1), zona).timestamp() == midnight


@pytest.mark.parametrize("month", range(1, 13))
def test_no_zone_of_indonesia_knows_summer_time(month: int) -> None:
    for zona in EVERY_ZONA:
        moment = seconds(f"2026-{month:02}-15T00:30:00{OFFSET[zona]}")
        assert office_time(zona, partial(float, moment)).day == 15


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("2026-11-24T09:30:12+07:00", "2026-11-24 09:30:12"),
        ("2026-11-23T23:30:12+00:00", "2026-11-24 06:30:12"),
        ("2026-11-23T09:30:00-08:00", "2026-11-24 00:30:00"),
        ("2026-11-24T09:30:12", "2026-11-24T09:30:12"),
        ("kemarin", "kemarin"),
        ("", ""),
    ],
)
def test_a_kept_time_is_shown_as_the_office_s(kept: str, shown: str) -> None:
    assert as_office_time(kept, "Asia/Jakarta") == shown


@pytest.mark.parametrize(
    ("text", "zona"),
    [
        ("Asia/Makassar", "Asia/Makassar"),
        (" asia/jayapura ", "Asia/Jayapura"),
        ("WIB", "Asia/Jakarta"),
        ("wita", "Asia/Makassar"),
        ("Asia/Pontianak", None),
        ("UTC", None),
        ("+07:00", None),
        ("", None),
    ],
)
def test_what_a_name_means(text: str, zona: Zona | None) -> None:
    assert find_zona(text) == zona


@pytest.mark.parametrize(
    ("zone", "moment", "offset", "zona"),
    [
        (UTC, "2026-11-24T12:00:00+07:00", "UTC+00.00", None),
        (JAKARTA, "2026-11-24T12:00:00+07:00", "UTC+07.00", "Asia/Jakarta"),
        (JAYAPURA, "2026-11-24T12:00:00+07:00", "UTC+09.00", "Asia/Jayapura"),
        (LOS_ANGELES, "2026-11-24T12:00:00+07:00", "UTC-08.00", None),
        (LOS_ANGELES, "2026-07-24T12:00:00+07:00", "UTC-07.00", None),
        ("NST3:30", "2026-11-24T12:00:00+07:00", "UTC-03.30", None),
    ],
)
def test_the_machine_s_own_zone(
    zone: str, moment: str, offset: str, zona: Zona | None
) -> None:
    with machine(zone, moment):
        assert offset_words(machine_offset()) == offset
        assert machine_zona() == zona


@pytest.mark.slow
def test_no_other_module_asks_the_clock_for_a_day_or_a_time() -> None:
    """Files' states and spans of time are measured elsewhere; what day it is, only here."""
    asked = {"today", "now", "utcnow", "localtime", "gmtime", "ctime"}
    owners = {"date", "datetime", "time"}
    for path in (AKAR / "src/notakesepakatan").rglob("*.py"):
        if path.name == "zona.py" and path.parent.name == "notakesepakatan":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                is_clock = node.value.id in owners and node.attr in asked
                assert not is_clock, f"{path}:{node.lineno}"


def test_the_test_s_own_clock_is_put_back() -> None:
    before = datetime.now().astimezone().utcoffset()
    with machine(LOS_ANGELES, "2026-11-24T12:00:00+07:00"):
        assert machine_offset() == timedelta(hours=-8)
    assert datetime.now().astimezone().utcoffset() == before
