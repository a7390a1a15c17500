"""The term on each day: whatever kind it is, its end, status, deadlines and extensions agree."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.register import (
    Condition,
    Summary,
    condition,
    present_term,
)
from notakesepakatan.compute.time.tenggat import years_of_plan
from notakesepakatan.compute.time.term import certain_end, extended_for, first_term
from notakesepakatan.compute.time.timeline import life_line
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.peristiwa import Peristiwa

D = date.fromisoformat
SIGNED = D("2026-03-03")
CALENDAR = OfficeCalendar()
REMIND = Lama(jumlah=90, satuan="hari")
KINDS = (
    "5 tahun",
    "18 bulan",
    "2 tahun sejak 1 April 2026",
    "1 April 2026 sampai dengan 31 Maret 2027",
    "sampai dengan 31 Desember 2027",
    "tahun anggaran 2026-2027",
    "tanpa batas waktu",
    "tanpa batas waktu sejak 1 April 2026",
    "sampai terpenuhi: seluruh hibah diserahkan",
    "sampai terpenuhi: seluruh hibah diserahkan, paling lama 5 tahun",
    "sampai terpenuhi: seluruh hibah diserahkan, paling lambat 31 Desember 2027",
)


def summary(term: str, *events: dict[str, Any]) -> Summary:
    """A signed agreement with this term."""
    return Summary(
        slug="uji",
        jenis="Perjanjian Kerja Sama",
        judul="Uji",
        pihak=("A", "B"),
        kunci_pihak=("kesatu", "kedua"),
        nomor=("1/A",),
        begin=SIGNED,
        jangka_waktu=JangkaWaktu.model_validate(term),
        convention="hari_yang_sama",
        pemberitahuan=Lama(jumlah=3, satuan="bulan"),
        kahar=None,
        rencana_kerja=2,
        dasar={},
        peristiwa=tuple(Peristiwa.model_validate(event) for event in events),
    )


def on(of: Summary, day: date) -> Condition:
    return condition(of, day, REMIND, CALENDAR)


_DAYS = [SIGNED + timedelta(days=n) for n in (-1, 0, 1, 20, 29, 200, 393, 700, 2000)]


@pytest.mark.parametrize("teks", KINDS)
@pytest.mark.parametrize("day", _DAYS)
def test_status_end_and_deadlines_agree(teks: str, day: date) -> None:
    of = summary(teks)
    state = on(of, day)
    if day < SIGNED:
        assert (state.status, state.ended, state.tenggat) == ("konsep", None, ())
        return
    term = of.jangka_waktu
    first = term.first_day(SIGNED)
    end = certain_end(term, SIGNED, "hari_yang_sama")
    assert (state.ended.tanggal if state.ended else None) == end
    assert state.open_words == term.open_words and bool(end) != bool(state.open_words)
    by_kind = {tenggat.jenis: tenggat for tenggat in state.tenggat}
    if end and day > end:
        assert state.status == "berakhir" and not by_kind
        return
    assert (state.status == "belum berlaku") == (day < first)
    assert ("berakhir" in by_kind) == ("pemberitahuan" in by_kind) == bool(end)
    if end:
        assert by_kind["berakhir"].tanggal == end
        assert by_kind["berakhir"].safe <= end
        assert by_kind["pemberitahuan"].tanggal < end
    for tenggat in state.tenggat:
        assert tenggat.alasan, "each says why"


@pytest.mark.parametrize("teks", KINDS)
def test_the_index_gives_it_back(teks: str) -> None:
    of = summary(teks)
    assert Summary.from_data(of.data()) == of


@pytest.mark.parametrize("teks", KINDS)
def test_years_of_the_plan_fill_the_term(teks: str) -> None:
    term = first_term(
        JangkaWaktu.model_validate(teks), SIGNED, "hari_yang_sama", CALENDAR
    )
    plan = years_of_plan(term, term.years or 2)
    firsts, lasts = [first for _, first, _ in plan], [last for _, _, last in plan]
    assert firsts[0] == term.begin.tanggal
    for last, following in zip(lasts, firsts[1:], strict=False):
        assert last + timedelta(days=1) == following
    if term.end:
        assert lasts[-1] == term.end.tanggal and firsts[-1] <= lasts[-1]


_EXTENDED: list[tuple[str, dict[str, str], str, str]] = [
    ("5 tahun", {"selama": "2 tahun"}, "2031-03-03", "2033-03-03"),
    ("5 tahun", {"sampai": "2032-12-31"}, "2031-03-04", "2032-12-31"),
    (
        "1 April 2026 sampai dengan 31 Maret 2027",
        {"selama": "1 tahun"},
        "2027-04-01",
        "2028-03-31",
    ),
    (
        "sampai dengan 31 Desember 2027",
        {"sampai": "2029-06-30"},
        "2028-01-01",
        "2029-06-30",
    ),
    ("tahun anggaran 2026", {"selama": "6 bulan"}, "2027-01-01", "2027-06-30"),
    (
        "sampai terpenuhi: hibah diserahkan, paling lama 2 tahun",
        {"selama": "1 tahun"},
        "2028-03-03",
        "2029-03-03",
    ),
]


@pytest.mark.parametrize(("teks", "lama", "mulai", "akhir"), _EXTENDED)
def test_an_extension_goes_on_from_the_end(
    teks: str, lama: dict[str, str], mulai: str, akhir: str
) -> None:
    event = {"jenis": "perpanjangan", "tanggal": "2026-06-01", **lama}
    of = summary(teks, event)
    state = on(of, D("2026-07-01"))
    assert state.status == "diperpanjang"
    assert state.ended and str(state.ended.tanggal) == akhir
    term = present_term(of, of.peristiwa, CALENDAR)
    assert str(term.begin.tanggal) == mulai
    (berakhir,) = [t for t in state.tenggat if t.jenis == "berakhir"]
    assert str(berakhir.tanggal) == akhir and berakhir.alasan
    assert on(of, D(akhir)).status != "berakhir"
    assert on(of, D(akhir) + timedelta(days=1)).status == "berakhir"


@pytest.mark.parametrize(
    ("teks", "lama"),
    [
        ("18 bulan", "18 bulan"),
        ("1 April 2026 sampai dengan 31 Maret 2028", "2 tahun"),
        ("1 April 2026 sampai dengan 30 September 2026", "6 bulan"),
        ("sampai dengan 31 Desember 2027", None),
        ("tanpa batas waktu", None),
    ],
)
def test_how_long_a_term_usually_is(teks: str, lama: str | None) -> None:
    term = first_term(
        JangkaWaktu.model_validate(teks), SIGNED, "hari_yang_sama", CALENDAR
    )
    usual = term.usual_span
    assert (str(usual) if usual else None) == lama


def test_what_was_ended_has_its_end_whatever_its_term() -> None:
    for teks in KINDS:
        of = summary(teks, {"jenis": "pengakhiran", "tanggal": "2026-05-05"})
        state = on(of, D("2026-06-01"))
        assert (state.status, state.open_words) == ("diakhiri", "")
        assert state.ended and str(state.ended.tanggal) == "2026-05-05"


@pytest.mark.parametrize("teks", KINDS)
def test_the_line_of_days_says_what_has_no_day(teks: str) -> None:
    of = summary(teks)
    line = life_line(of, on(of, D("2026-03-20")), (), D("2026-03-20"))
    assert line is not None
    assert line.open_words == of.jangka_waktu.open_words
    kinds = [moment.jenis for moment in line.moments]
    assert ("mulai" in kinds) == (of.first_day != SIGNED)


_SOME_DAY = st.dates(D("2020-01-01"), D("2040-12-31"))


@pytest.mark.slow
@given(_SOME_DAY, st.integers(0, 3000), st.integers(0, 3500), st.booleans())
@settings(max_examples=200)
def test_a_named_day_is_the_end_whatever_the_days(
    first: date, length: int, after: int, with_first: bool
) -> None:
    """No convention and no second reading moves a day that the text names."""
    last = first + timedelta(days=length)
    keys = {"mulai": first, "sampai": last} if with_first else {"sampai": last}
    term = JangkaWaktu.model_validate(keys)
    assert JangkaWaktu.model_validate(str(term)) == term
    for convention in ("hari_yang_sama", "sehari_sebelum"):
        running = first_term(term, first, convention, CALENDAR)
        assert running.end and running.end.tanggal == running.end.earliest == last
    plan = years_of_plan(running, running.years or 0)
    assert _covers(plan, first, last)
    day = first + timedelta(days=after)
    assert sum(begin <= day <= end for _, begin, end in plan) == (day <= last)


def _covers(plan: Sequence[tuple[str, date, date]], first: date, last: date) -> bool:
    return plan[0][1] == first and plan[-1][2] == last


@pytest.mark.parametrize("events", [(), ({"selama": "1 tahun"},)])
def test_the_cap_of_a_condition_is_the_last_day_at_the_latest(
    events: tuple[dict[str, str], ...],
) -> None:
    longer = ({"jenis": "perpanjangan", "tanggal": "2026-06-01", **e} for e in events)
    of = summary("sampai terpenuhi: hibah diserahkan, paling lama 2 tahun", *longer)
    state = on(of, D("2026-07-01"))
    assert state.ended and state.ended.at_latest
    (end,) = (due for due in state.tenggat if due.jenis == "berakhir")
    assert end.uraian == "paling lambat, atau sampai dengan hibah diserahkan"
    assert any(
        "lebih awal, sampai dengan hibah diserahkan" in why for why in end.alasan
    )
    over = on(of, D("2030-01-01"))
    assert over.ended and not over.ended.at_latest, "it has ended on that day"


@pytest.mark.parametrize(
    ("term", "signed", "spans", "end"),
    [
        # Months are counted from the first day of all, not from one that was cut short.
        ("6 bulan", "2025-08-31", ("6 bulan",), "2026-08-31"),
        ("1 bulan", "2024-01-31", ("1 bulan",), "2024-03-31"),
        ("1 tahun", "2024-02-29", ("1 tahun", "12 bulan", "1 tahun"), "2028-02-29"),
        ("30 hari", "2026-01-31", ("1 bulan",), "2026-04-02"),
        # What follows on a day that was named begins the day after.
        (
            "1 Januari 2026 sampai dengan 30 Juni 2026",
            "2026-01-01",
            ("6 bulan",),
            "2026-12-31",
        ),
        ("sampai dengan 28 Februari 2026", "2025-03-01", ("1 bulan",), "2026-03-31"),
        ("sampai dengan 31 Desember 2027", "2026-03-03", ("1 tahun",), "2028-12-31"),
        ("sampai dengan 30 Juni 2026", "2026-01-01", ("10 hari",), "2026-07-10"),
    ],
)
def test_an_extension_keeps_the_end_of_the_month(
    term: str, signed: str, spans: tuple[str, ...], end: str
) -> None:
    now = first_term(
        JangkaWaktu.model_validate(term), D(signed), "hari_yang_sama", CALENDAR
    )
    for span in spans:
        longer = Lama.model_validate(span)
        now = extended_for(now, longer, "hari_yang_sama", CALENDAR)
    assert now.end
    assert now.end.tanggal == D(end)
