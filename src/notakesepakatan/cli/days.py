"""A day as an argument of a command, and today when none is given."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace


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
            from notakesepakatan.words.typed import iso_of_day

            right = iso_of_day(value) or "TTTT-BB-HH, mis. 2022-06-16"
            self.fail(f'"{value}" bukan tanggal; tulis {right}', param, ctx)


TANGGAL = Tanggal()


def today(opened: "Opened") -> date:
    """The office's day, whatever the machine's; no command looks at the clock itself.

    Raises:
        FaultyNaskah: the settings are wrong.
        CannotRead: they cannot be read.
    """
    from notakesepakatan.zona import office_day

    return office_day(opened.pengaturan.zona)


def today_of(workspace: "Workspace") -> date:
    """The office's day, also while its settings are wrong."""
    from notakesepakatan.workspace.times import zona_of
    from notakesepakatan.zona import office_day

    return office_day(zona_of(workspace.root))


def now(opened: "Opened") -> datetime:
    """The office's time, with its offset from UTC.

    Raises:
        FaultyNaskah, CannotRead: as for today.
    """
    from notakesepakatan.zona import office_time

    return office_time(opened.pengaturan.zona)


PER = click.option(
    "--per",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Keadaan pada tanggal ini. Bawaan: hari ini.",
)
