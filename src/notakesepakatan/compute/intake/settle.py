"""The days of one row in, each settled by what else the row and its column say, or asked.

What settles a day that may be read in two ways, in this order: what a person decided; the
Roman month in the agreement's number; another day of the row that it has to fit, by the
stated term or by whole years; that every other day of the sheet is written in one order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.intake.days import Meant, Order
from notakesepakatan.compute.intake.values import month_of_nomor, year_of_nomor
from notakesepakatan.words.numbers import roman
from notakesepakatan.words.tanggal import tanggal_long

DECIDED = "diputuskan"
"""The reason for what a person said."""
_FIRST_DAYS = ("tanggal", "mulai")
"""Days that the month in a number tells of."""
_MONTHS_OF_YEAR = 12
_ENOUGH = 5
"""Days of a sheet that must be told in one order, for it to be its order."""
_DAY = timedelta(days=1)
_LONGEST = 50
"""Years that an agreement may run, where only whole years tell when it ends."""


@dataclass(frozen=True)
class Settled:
    """A day of a row.

    Attributes:
        day: the day; None where it is not known or not settled.
        choices: the days among which a person has to choose; empty where nothing is asked.
        reason: how it was settled, or why it is not, in Indonesian.
        certain: whether it stands there plainly, or a person said so.
    """

    day: date | None = None
    choices: tuple[date, ...] = ()
    reason: str = ""
    certain: bool = True


@dataclass(frozen=True)
class Habits:
    """How the days of a sheet are written.

    Attributes:
        order: what stands first in all that tell it; empty where they differ or are few.
        told: how many tell it.
        swapped: heads of columns whose days Excel has likely turned round.
    """

    order: Order = ""
    told: int = 0
    swapped: frozenset[str] = frozenset()


def habits_of(days: Mapping[str, Sequence[Meant]]) -> Habits:
    """How the days of a sheet are written.

    Args:
        days: what stands in each of its columns of days, by the column's name.
    """
    every = [meant for column in days.values() for meant in column]
    orders = [meant.order for meant in every if meant.order]
    same = len(set(orders)) == 1 and len(orders) >= _ENOUGH
    swapped = frozenset(name for name, column in days.items() if _is_swapped(column))
    return Habits(orders[0] if same else "", len(orders), swapped)


def _is_swapped(column: Sequence[Meant]) -> bool:
    """Whether Excel took day-first days for month-first ones wherever it could.

    Those it could not take stayed texts, and all that it took are before the thirteenth.
    """
    typed = [meant.days[0] for meant in column if meant.typed]
    texts = [meant for meant in column if meant.order == "hari"]
    enough = len(typed) >= 3 and len(texts) >= 3
    return enough and all(day.day <= 12 for day in typed)


def as_swapped(meant: Meant) -> Meant:
    """A day that Excel may have turned round, as both days that it may be."""
    day = meant.days[0]
    if not meant.typed or day.day == day.month:
        return meant
    other = date(day.year, day.day, day.month)
    return replace(meant, days=(other, day), typed=False)


def settle_days(
    meant: Mapping[str, Meant],
    nomor: Sequence[str],
    span: relativedelta | None,
    habits: Habits,
    decided: Mapping[str, date],
) -> dict[str, Settled]:
    """The days of a row by their names: `tanggal`, `mulai`, `berakhir`.

    Args:
        meant: what each may mean.
        nomor: numbers of the row.
        span: its term, where the row states one.
        habits: how the days of its sheet are written.
        decided: days that a person chose.
    """
    settled = dict[str, Settled]()
    open_days = dict[str, Meant]()
    for name, said in meant.items():
        one = _beside_nomor(said, nomor) if name in _FIRST_DAYS else said
        if name in decided:
            settled[name] = Settled(decided[name], reason=DECIDED)
        elif not one.days:
            settled[name] = Settled(reason=one.reason)
        elif one.contrary:
            reason = one.reason or "dua kolom menyebut hari yang berbeda"
            settled[name] = Settled(None, one.days, reason, certain=False)
        elif not one.doubtful:
            plain = not one.reason or one.order != ""
            settled[name] = Settled(one.days[0], reason=one.reason, certain=plain)
        else:
            open_days[name] = one
    _by_nomor(open_days, settled, nomor, span)
    _by_pairs(open_days, settled, span)
    _by_habit(open_days, settled, habits)
    for name, one in open_days.items():
        settled[name] = Settled(None, one.days, _both(one.days), certain=False)
    return settled


def _beside_nomor(meant: Meant, nomor: Sequence[str]) -> Meant:
    """A day of the file, as both days where a number names the month of the other one.

    A day typed as 3/5 where Excel expects the month first becomes the fifth of March.
    """
    other = as_swapped(meant).days[0] if _may_be_swapped(meant) else None
    months = {month for one in nomor if (month := month_of_nomor(one))}
    if other is None or months != {other.month}:
        return meant
    reason = f"bulan {roman(other.month)} pada nomornya; Excel mungkin menukar hari dan bulan"
    return replace(meant, days=(other, *meant.days), reason=reason, contrary=True)


def _may_be_swapped(meant: Meant) -> bool:
    """Whether the file says a day that is another one with its day and month changed."""
    return meant.typed and meant.days[0].day <= _MONTHS_OF_YEAR


def _both(days: Sequence[date]) -> str:
    return "dapat dibaca " + " atau ".join(map(tanggal_long, days))


def _take(
    open_days: dict[str, Meant],
    settled: dict[str, Settled],
    name: str,
    day: date,
    reason: str,
) -> None:
    written = open_days.pop(name).reason
    because = "; ".join(filter(None, (reason, written)))
    settled[name] = Settled(day, reason=because, certain=False)


def _by_nomor(
    open_days: dict[str, Meant],
    settled: dict[str, Settled],
    nomor: Sequence[str],
    span: relativedelta | None,
) -> None:
    """The day of signing, or the first day without one, by the month in a number.

    Where the term fits the other day, the two speak against each other and it is asked.
    """
    months = {month for one in nomor if (month := month_of_nomor(one))}
    years = {year for one in nomor if (year := year_of_nomor(one))}
    if len(months) != 1:
        return
    (month,) = months
    for name in _FIRST_DAYS:
        if name not in open_days:
            continue
        fitting = [
            day
            for day in open_days[name].days
            if day.month == month and (not years or day.year in years)
        ]
        if len(fitting) != 1:
            continue
        reason = f"bulan {roman(month)} pada nomornya"
        if _only_other_fits(open_days, settled, name, fitting[0], span):
            days = open_days.pop(name).days
            against = f"{reason}, tetapi jangka waktunya cocok dengan hari yang lain"
            settled[name] = Settled(None, days, against, certain=False)
        else:
            _take(open_days, settled, name, fitting[0], reason)


def _only_other_fits(
    open_days: Mapping[str, Meant],
    settled: Mapping[str, Settled],
    name: str,
    chosen: date,
    span: relativedelta | None,
) -> bool:
    """Whether a day makes no term with the last one, and another of the same cell does."""
    days, lasts = _choices(open_days, settled, name, "berakhir")
    fitting = {day for day in days for last in lasts if _fits(day, last, span)}
    return bool(fitting) and chosen not in fitting


def _by_pairs(
    open_days: dict[str, Meant],
    settled: dict[str, Settled],
    span: relativedelta | None,
) -> None:
    """By the days of the row that have to fit each other."""
    if "tanggal" in open_days and "mulai" in settled:
        _by_same(open_days, settled, "tanggal", settled["mulai"].day)
    if "mulai" in open_days and "tanggal" in settled:
        _by_same(open_days, settled, "mulai", settled["tanggal"].day)
    for first in ("mulai", "tanggal"):
        _by_term(open_days, settled, first, span)


def _by_term(
    open_days: dict[str, Meant],
    settled: dict[str, Settled],
    first: str,
    span: relativedelta | None,
) -> None:
    """A first and the last day, where of all that they may be two alone make a term."""
    firsts, lasts = _choices(open_days, settled, first, "berakhir")
    possible = list(product(firsts, lasts))
    fitting = [(begin, end) for begin, end in possible if _fits(begin, end, span)]
    if len(possible) < 2 or len(fitting) != 1:
        return
    reason = "sesuai jangka waktunya" if span else "genap tahunnya"
    for name, day in zip((first, "berakhir"), fitting[0], strict=True):
        if name in open_days:
            _take(open_days, settled, name, day, f"{reason} dengan tanggal lainnya")


def _by_same(
    open_days: dict[str, Meant],
    settled: dict[str, Settled],
    name: str,
    other: date | None,
) -> None:
    if other in open_days[name].days:
        _take(open_days, settled, name, other, "sama dengan tanggal lain di baris ini")


def _choices(
    open_days: Mapping[str, Meant], settled: Mapping[str, Settled], *names: str
) -> list[tuple[date, ...]]:
    result = list[tuple[date, ...]]()
    for name in names:
        if name in open_days:
            result.append(open_days[name].days)
        else:
            day = settled[name].day if name in settled else None
            result.append((day,) if day else ())
    return result


def _fits(begin: date, end: date, span: relativedelta | None) -> bool:
    """Whether a term from one day to the other is the stated one, or of whole years."""
    if end <= begin:
        return False
    if span:
        return end in (begin + span, begin + span - _DAY)
    years = range(1, _LONGEST + 1)
    anniversaries = (begin + relativedelta(years=count) for count in years)
    return any(end in (day, day - _DAY) for day in anniversaries)


def _by_habit(
    open_days: dict[str, Meant], settled: dict[str, Settled], habits: Habits
) -> None:
    """By the one order in which all other days of the sheet are written."""
    if not habits.order:
        return
    first = "hari" if habits.order == "hari" else "bulan"
    reason = f"{habits.told} tanggal lain pada lembar ini semua menulis {first} dahulu"
    for name in list(open_days):
        if name in habits.swapped:
            continue
        day_first, month_first = open_days[name].days
        day = day_first if habits.order == "hari" else month_first
        _take(open_days, settled, name, day, reason)
