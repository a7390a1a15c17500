"""A day as an argument of a command, and today when none is given."""

from datetime import date, datetime
from typing import Any

import click


class Tanggal(click.ParamType[date]):
    """TTTT-BB-HH."""

    name = "tanggal"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        from notakesepakatan.words.tanggal import parse_iso

        try:
            return parse_iso(value)
        except ValueError:
            self.fail(
                f'"{value}" bukan tanggal; tulis TTTT-BB-HH, mis. 2022-06-16',
                param,
                ctx,
            )


TANGGAL = Tanggal()


def today() -> date:
    """The day of the machine; here alone a command looks at the clock."""
    return date.today()  # noqa: DTZ011 - the office's own day, wherever it is


def now() -> datetime:
    """The moment, with the machine's offset from UTC."""
    return datetime.now().astimezone()


PER = click.option(
    "--per",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Keadaan pada tanggal ini. Bawaan: hari ini.",
)
