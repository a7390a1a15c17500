"""The machine's clock and zone, set for a test: what an office in Indonesia sees on a server anywhere."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from unittest import mock

UTC = "UTC0"
LOS_ANGELES = "PST8PDT,M3.2.0,M11.1.0"
JAKARTA = "WIB-7"
JAYAPURA = "WIT-9"
"""Zones as a machine without a database of zones takes them too."""


def seconds(moment: str) -> float:
    """Since the epoch, of a moment with its offset: "2026-11-24T00:30:00+07:00"."""
    return datetime.fromisoformat(moment).timestamp()


@contextmanager
def machine(zone: str, moment: str) -> Iterator[None]:
    """Within, the machine keeps that zone, and its clock stands at that moment."""
    now = seconds(moment)
    before = os.environ.get("TZ", UTC)
    _keep(zone)
    try:
        with mock.patch.object(time, "time", lambda: now):
            yield
    finally:
        _keep(before)


def _keep(zone: str) -> None:
    os.environ["TZ"] = zone
    time.tzset()
