"""Duties of which the text says when they are due, again and again or on one day.

Of one that is repeated two days are open at most: the last that has passed without being
done, and the next.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count

from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.tenggat import Tenggat, tenggat_kewajiban
from notakesepakatan.compute.time.term import Reckoned, reckon_lama
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.kesepakatan import Kewajiban
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.words.provisional import all_years


def open_kewajiban(
    kewajiban: Sequence[Kewajiban],
    happened: Sequence[Peristiwa],
    days: tuple[date, date | None, date],
    calendar: OfficeCalendar,
) -> Iterator[Tenggat]:
    """The days on which duties of a text fall due, and are not recorded as done.

    Args:
        kewajiban: the duties; `dasar` is the clause as printed.
        happened: what is recorded until today.
        days: first and last day of the term, the last None without one; and today.
        calendar: days off.
    """
    first, last, today = days
    for order, each in enumerate(kewajiban, 1):
        if each.paling_lambat:
            due = [(0, Reckoned(each.paling_lambat))]
        else:
            due = list(_repeated(each, first, last, today, calendar))
        for nth, day in _passed_and_next(due, today, happened, order):
            yield tenggat_kewajiban(each, day, (order, nth, first), calendar)


def _passed_and_next(
    due: Sequence[tuple[int, Reckoned]],
    today: date,
    happened: Sequence[Peristiwa],
    order: int,
) -> list[tuple[int, Reckoned]]:
    """The last day that has passed and the first ahead, each where it is not done."""

    def left(some: Sequence[tuple[int, Reckoned]]) -> list[tuple[int, Reckoned]]:
        return [each for each in some if not _done(happened, each[1].tanggal, order)]

    passed = [each for each in due if each[1].tanggal < today]
    ahead = [each for each in due if each[1].tanggal >= today]
    return [*left(passed[-1:]), *left(ahead)[:1]]


def _repeated(
    each: Kewajiban,
    first: date,
    last: date | None,
    today: date,
    calendar: OfficeCalendar,
) -> Iterator[tuple[int, Reckoned]]:
    """The days within the term, until a few are ahead: one may be done before it is due."""
    ahead = 0
    for nth, day in enumerate(_days(each.setiap, first, calendar), 1):
        if (last and day.tanggal > last) or ahead > _MOST_DONE_AHEAD:
            return
        yield nth, day
        ahead += day.tanggal >= today


_MOST_DONE_AHEAD = 4
"""How many days of a repeated duty may be done before they come."""


def _days(
    every: Lama | None, first: date, calendar: OfficeCalendar
) -> Iterator[Reckoned]:
    """The days one interval after another; months are counted from the first day.

    None where that day is not known.
    """
    if every is None or first == date.min:
        return
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


def falls_due(kewajiban: Sequence[Kewajiban], first: date, day: date) -> bool:
    """Whether one of the duties of a text is due on a day.

    One that is repeated in working days may be due on any.
    """
    return any(_is_due(each, first, day) for each in kewajiban)


def _is_due(each: Kewajiban, first: date, day: date) -> bool:
    if each.setiap is None:
        return each.paling_lambat == day
    if each.setiap.satuan == "hari kerja":
        return True
    for due in _days(each.setiap, first, OfficeCalendar()):
        if due.tanggal >= day:
            return due.tanggal == day
    return False
