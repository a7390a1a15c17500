"""What follows from something that is done or taken back, said in sentences before it is."""

from collections.abc import Iterator
from datetime import date

from notakesepakatan.compute.time.register import (
    Condition,
    Summary,
    condition,
    present_term,
)
from notakesepakatan.compute.time.timeline import peristiwa_words
from notakesepakatan.load.opened import Opened
from notakesepakatan.words.tanggal import day_name, tanggal_long

_AFTER_THE_END = (
    "selesai",
    "penyerahan_rangkap",
    "berita_acara_kahar",
    "realisasi",
)
"""Kinds of event that are often recorded when the term is over."""


def following(
    opened: Opened, before: Summary, after: Summary, today: date
) -> list[str]:
    """What the register will say otherwise, in sentences.

    Args:
        opened: the workspace.
        before: what the register keeps of an agreement now.
        after: what it would keep.
        today: the day on which both are looked at.

    Raises:
        FaultyNaskah, CannotRead: settings or calendar are wrong.
    """
    ingatkan, calendar = opened.pengaturan.ingatkan, opened.calendar
    was = condition(before, today, ingatkan, calendar)
    will = condition(after, today, ingatkan, calendar)
    return list(_changes(was, will)) or ["Status dan tenggat tidak berubah."]


def day_in_words(day: date, today: date) -> str:
    """A day so that a wrong one is seen: "Selasa, 24 November 2026 (hari ini)"."""
    distance = (day - today).days
    if distance == 0:
        seen = "hari ini"
    elif distance > 0:
        seen = f"{distance} hari lagi"
    else:
        seen = f"{-distance} hari yang lalu"
    return f"{day_name(day)}, {tanggal_long(day)} ({seen})"


def doubts_of_day(
    opened: Opened, slug: str, day: date, today: date, kind: str = ""
) -> list[str]:
    """What is unusual about the day of something that is to be recorded, in sentences.

    Args:
        opened: the workspace.
        slug: a signed agreement; of a draft nothing is asked.
        day: the day that was typed.
        today: the office's day.
        kind: kind of event; empty for the signing of an adendum.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    summary = opened.summary(slug)
    if summary.begin is None:
        return []
    doubts = list(_doubts_of_order(summary, day))
    if kind not in _AFTER_THE_END:
        doubts += _doubts_of_term(opened, summary, day)
    if day > today:
        doubts.append("Tanggal ini belum tiba.")
    return doubts


def _doubts_of_order(summary: Summary, day: date) -> Iterator[str]:
    """That something recorded has a later day."""
    later = [each for each in summary.peristiwa if each.tanggal > day]
    if later:
        last = max(later, key=lambda each: each.tanggal)
        words = f"{peristiwa_words(last.jenis)}, {tanggal_long(last.tanggal)}"
        yield f"Tanggal ini mendahului peristiwa terakhir yang dicatat ({words})."


def _doubts_of_term(opened: Opened, summary: Summary, day: date) -> Iterator[str]:
    """That the agreement did not run on that day."""
    in_force = summary.on(day)
    happened = [each for each in in_force.peristiwa if each.tanggal <= day]
    term = present_term(in_force, happened, opened.calendar)
    first_day = summary.first_day
    if first_day and day < first_day:
        since = tanggal_long(first_day)
        yield f"Tanggal ini mendahului hari mulai berlaku ({since})."
    if term.end and day > term.end.tanggal:
        until = tanggal_long(term.end.tanggal)
        yield f"Tanggal ini sesudah jangka waktunya berakhir ({until})."


def _changes(before: Condition, after: Condition) -> Iterator[str]:
    if before.status != after.status:
        yield f"Status menjadi {after.status}, semula {before.status}."
    was, will = _end_words(before), _end_words(after)
    if was != will:
        yield f"Berakhir: {will}, semula {was}."
    gone = _tenggat_words(before) - _tenggat_words(after)
    come = _tenggat_words(after) - _tenggat_words(before)
    yield from (f"Tenggat hilang: {words}." for words in sorted(gone))
    yield from (f"Tenggat muncul: {words}." for words in sorted(come))


def _end_words(state: Condition) -> str:
    if state.ended:
        return state.ended.limit + tanggal_long(state.ended.tanggal)
    return state.open_words or "belum ada"


def _tenggat_words(state: Condition) -> set[str]:
    return {
        f"{each.jenis.replace('-', ' ')}, aman sampai {tanggal_long(each.safe)}"
        for each in state.tenggat
    }
