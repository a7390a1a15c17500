"""Duties of which the text says when they are due: again and again, on one day, after an event.

Of one that is repeated two days are open at most: the last that has passed without being
done, and the next.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count
from typing import NamedTuple

from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.tenggat import Tenggat, tenggat_kewajiban
from notakesepakatan.compute.time.term import Reckoned, reckon_lama
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.kesepakatan import (
    AFTER_END,
    AFTER_PENANDATANGANAN,
    Kewajiban,
)
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.words.names import fold
from notakesepakatan.words.provisional import all_years
from notakesepakatan.words.tanggal import parse_day_of

PERISTIWA_NASKAH = "peristiwa_naskah"
"""The kind of event that duties are counted from."""


class Days(NamedTuple):
    """The days that duties are counted from; None where it has none.

    Attributes:
        signed: of signing.
        first: the first of the term.
        last: the last of the term, or the day that ended it.
    """

    signed: date | None
    first: date
    last: date | None


class _Due(NamedTuple):
    """A day on which a duty falls due.

    Attributes:
        nth: how many times it has come; 0 where it comes once.
        day: the day.
        since: what it is counted from.
    """

    nth: int
    day: Reckoned
    since: date


def open_kewajiban(
    kewajiban: Sequence[Kewajiban],
    happened: Sequence[Peristiwa],
    days: Days,
    today: date,
    calendar: OfficeCalendar,
) -> Iterator[Tenggat]:
    """The days on which duties of a text fall due, and are not recorded as done.

    Args:
        kewajiban: the duties; `dasar` is the clause as printed.
        happened: what is recorded until today.
        days: what they are counted from.
        today: today.
        calendar: days off.
    """
    for order, each in enumerate(kewajiban, 1):
        for due in _left(each, order, happened, days, today, calendar):
            counted = (order, due.nth, due.since)
            yield tenggat_kewajiban(each, due.day, counted, calendar)


def after_the_end(kewajiban: Sequence[Kewajiban]) -> bool:
    """Whether a duty is counted from the end, and so outlasts it."""
    return any(each.setelah == AFTER_END for each in kewajiban)


def _left(
    each: Kewajiban,
    order: int,
    happened: Sequence[Peristiwa],
    days: Days,
    today: date,
    calendar: OfficeCalendar,
) -> list[_Due]:
    """What is left of one duty: of a repeated one the last that has passed, and the next."""

    def left(some: Sequence[_Due]) -> list[_Due]:
        return [due for due in some if not _done(happened, due.day.tanggal, order)]

    if each.setiap is None:
        return left(list(_once(each, happened, days, calendar)))
    every = list(_repeated(each, days, today, calendar))
    passed = [due for due in every if due.day.tanggal < today]
    ahead = [due for due in every if due.day.tanggal >= today]
    return [*left(passed[-1:]), *left(ahead)[:1]]


def _once(
    each: Kewajiban,
    happened: Sequence[Peristiwa],
    days: Days,
    calendar: OfficeCalendar,
) -> Iterator[_Due]:
    """The day that is named, or the one after each time that what it awaits has happened."""
    if each.paling_lambat:
        yield _Due(0, Reckoned(each.paling_lambat), days.first)
    if each.dalam is None:
        return
    for nth, since in _awaited(each, happened, days):
        yield _Due(nth, reckon_lama(since, each.dalam, calendar), since)


def _awaited(
    each: Kewajiban, happened: Sequence[Peristiwa], days: Days
) -> Iterator[tuple[int, date]]:
    own = {AFTER_PENANDATANGANAN: days.signed, AFTER_END: days.last}
    if each.setelah in own:
        day = own[each.setelah]
        yield from [(0, day)] if day else []
        return
    recorded = [p for p in happened if p.jenis == PERISTIWA_NASKAH]
    wanted = fold(each.awaits)
    same = [p.tanggal for p in recorded if fold(p.uraian or "") == wanted]
    yield from enumerate(same, 1)


def _repeated(
    each: Kewajiban, days: Days, today: date, calendar: OfficeCalendar
) -> Iterator[_Due]:
    """The days within the term, until a few are ahead: one may be done before it is due."""
    ahead = 0
    for nth, day in enumerate(_days(each, days.first, calendar), 1):
        if (days.last and day.tanggal > days.last) or ahead > _MOST_DONE_AHEAD:
            return
        yield _Due(nth, day, days.first)
        ahead += day.tanggal >= today


_MOST_DONE_AHEAD = 4
"""How many days of a repeated duty may be done before they come."""
_YEAR = 12


def _days(each: Kewajiban, first: date, calendar: OfficeCalendar) -> Iterator[Reckoned]:
    """The days one interval after another; none where the first day is not known."""
    every = each.setiap
    if every is None or first == date.min:
        return iter(())
    if each.pada:
        return map(Reckoned, _fixed_days(every, each.pada, first))
    return _counted_days(every, first, calendar)


def _fixed_days(every: Lama, day_of: str, first: date) -> Iterator[date]:
    """The days of the year or month after a first day, again and again.

    "31 Januari" each year, "10" each month; the last of a month that is shorter.
    """
    number, month = parse_day_of(day_of)
    step = every.jumlah * (_YEAR if every.satuan == "tahun" else 1)
    start = first.year * _YEAR + first.month - 1
    if month:
        start += (month - 1 - start) % min(step, _YEAR)
    if _day_in(start, number) <= first:
        start += min(step, _YEAR)
    for nth in count():
        # No calendar goes on beyond the last year that a day can have.
        if (start + step * nth) // _YEAR > date.max.year:
            return
        yield _day_in(start + step * nth, number)


def _day_in(months: int, number: int) -> date:
    """A day of the month that is so many months after the first of year 0."""
    year, month = months // _YEAR, months % _YEAR + 1
    return date(year, month, min(number, monthrange(year, month)[1]))


def _counted_days(
    every: Lama, first: date, calendar: OfficeCalendar
) -> Iterator[Reckoned]:
    """Months are counted from the first day, never chained."""
    day = Reckoned(first)
    for nth in count(1):
        if every.satuan == "hari kerja":
            following = reckon_lama(day.tanggal, every, calendar)
            years = all_years((day.provisional_years, following.provisional_years))
            day = Reckoned(following.tanggal, years)
        else:
            so_long = every.model_copy(update={"jumlah": every.jumlah * nth})
            day = reckon_lama(first, so_long, calendar)
        yield day


def _done(happened: Sequence[Peristiwa], day: date, order: int) -> bool:
    return any(
        each.jenis == "selesai"
        and each.kejadian == day
        and each.urutan in (None, order)
        for each in happened
    )


def falls_due(
    kewajiban: Sequence[Kewajiban],
    happened: Sequence[Peristiwa],
    days: Days,
    day: date,
) -> bool:
    """Whether one of the duties of a text is due on a day.

    One that is counted in working days may be due on any.
    """
    return any(_is_due(each, happened, days, day) for each in kewajiban)


def _is_due(
    each: Kewajiban, happened: Sequence[Peristiwa], days: Days, day: date
) -> bool:
    span = each.setiap or each.dalam
    if span and span.satuan == "hari kerja":
        return True
    if each.setiap is None:
        once = _once(each, happened, days, OfficeCalendar())
        return any(due.day.tanggal == day for due in once)
    for due in _days(each, days.first, OfficeCalendar()):
        if due.tanggal >= day:
            return due.tanggal == day
    return False
