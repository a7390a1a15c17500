"""From an agreement to what an event's form offers to choose from.

Parties, duties, rows of the work plan, what there is to answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from notakesepakatan.bureau.register import rangkap_list_of
from notakesepakatan.compose.surat import PENGAKHIRAN_REASONS
from notakesepakatan.compute.peristiwa.tugas import QuotedTugas, plan_rows, tugas_list
from notakesepakatan.compute.text.rencana_kerja import PlanRow
from notakesepakatan.compute.text.roles import without_tugas
from notakesepakatan.compute.time.register import ASSIGNED, Summary, condition
from notakesepakatan.compute.time.tenggat import OF_TEXT
from notakesepakatan.compute.time.timeline import peristiwa_words
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import SHARED
from notakesepakatan.model.peristiwa import (
    LEAVING,
    TWO,
    About,
    Peristiwa,
    about_words,
    tasks,
)
from notakesepakatan.web.forms import capitalized
from notakesepakatan.words.numbers import roman
from notakesepakatan.words.tanggal import tanggal_long

Choices = list[tuple[str, str]]
"""What may be chosen: pairs of the value and its words."""


@dataclass(frozen=True)
class Material:
    """One agreement as the forms of its events need it.

    Attributes:
        loaded: the text in force on the day.
        summary: its dates and events.
        tugas: duties that may be chosen.
        plan_rows: rows of the work plan by address.
        choices: what may be chosen, by key of the field.
        due: days on which duties of the text fall due, with what is to be done.
    """

    loaded: Loaded
    summary: Summary
    tugas: tuple[QuotedTugas, ...]
    plan_rows: Mapping[str, PlanRow]
    choices: Mapping[str, Choices]
    due: Choices

    @property
    def pihak(self) -> Choices:
        """The parties: key and words."""
        return self.choices["pihak"]

    @property
    def without_tugas(self) -> str:
        """What to do where no duty may be chosen."""
        return without_tugas(self.loaded.reading)

    def answering(self, kind: str) -> "Material":
        """The same for the form of a kind, with the events that one of it may answer."""
        kejadian = _to_answer(kind, self.summary)
        if kind == "selesai":
            kejadian = [*kejadian, *self.due]
        return replace(self, choices={**self.choices, "kejadian": kejadian})


def material_of(opened: Opened, slug: str, day: date) -> Material:
    """What the forms of an agreement need on a day.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug.
    """
    loaded = opened.riwayat(slug).on(day)
    summary = opened.summary(slug)
    reading = loaded.reading
    pihak = [
        (key, f"{pihak.sebutan}, {pihak.nama}")
        for key, pihak in zip(reading.kunci_pihak, reading.para_pihak, strict=True)
    ]
    choices: dict[str, Choices] = {
        "pihak": pihak,
        "dari": pihak,
        "oleh": [*pihak, (SHARED, reading.all_sebutan)],
        "perihal": about_choices(pihak),
        "sebab": [
            (name, capitalized(words)) for name, words in PENGAKHIRAN_REASONS.items()
        ],
        "rekomendasi": _named("dilanjutkan", "diubah", "diakhiri"),
        "tahun": _tahun(reading),
        "rangkap": _rangkap(opened, slug),
        "uraian": _awaited(loaded.kesepakatan),
        "adendum": _waiting(opened.riwayat(slug)),
    }
    tugas = tugas_list(loaded.kesepakatan, reading, loaded.numbers)
    due = _due(opened, summary, day)
    return Material(loaded, summary, tugas, plan_rows(reading), choices, due)


def _due(opened: Opened, summary: Summary, day: date) -> Choices:
    """The days on which duties of the text fall due: the day and its words."""
    state = condition(summary, day, opened.pengaturan.ingatkan, opened.calendar)
    return [
        (str(each.tanggal), f"{tanggal_long(each.tanggal)}: {each.uraian}"[:160])
        for each in state.tenggat
        if each.base.startswith(OF_TEXT)
    ]


def about_choices(para_pihak: Sequence[object]) -> Choices:
    """What a notice may be of; of two parties none leaves alone."""
    every = [
        name for name in get_args(About) if name != LEAVING or len(para_pihak) > TWO
    ]
    return [(name, about_words(name).capitalize()) for name in every]


def _named(*values: str) -> Choices:
    """Values that are their own words."""
    return [(value, value.capitalize()) for value in values]


def _tahun(reading: Kesepakatan) -> Choices:
    """The years of the work plan."""
    numbers = range(1, reading.jumlah_tahun + 1)
    return [(roman(number), f"Tahun {roman(number)}") for number in numbers]


def _rangkap(opened: Opened, slug: str) -> Choices:
    choices = []
    for rangkap in rangkap_list_of(opened, slug):
        number = rangkap["rangkap"]
        choices.append((str(number), f"Rangkap {number}, {rangkap['pemegang']}"))
    return choices


def _awaited(k: Kesepakatan) -> Choices:
    """The events of the text that its duties are counted from."""
    awaited = dict.fromkeys(each.awaits for each in k.tenggat.kewajiban if each.awaits)
    return [(each, each) for each in awaited]


def _waiting(riwayat: Riwayat) -> Choices:
    """The adenda that wait for an event, each with what it waits for."""
    return [
        (each.file_name, f"{each.name}: pada saat {each.adendum.saat_berlaku}")
        for each in riwayat.adendum
        if each.waits and not each.in_force
    ]


def _to_answer(kind: str, summary: Summary) -> Choices:
    """Events that one of this kind may answer: their day and words."""
    if kind == "berita_acara_kahar":
        return _unanswered_kahar(summary)
    return [
        (str(peristiwa.tanggal), _tasks_words(peristiwa))
        for peristiwa in summary.peristiwa
        if peristiwa.jenis in ASSIGNED and any(tasks(peristiwa))
    ]


def _unanswered_kahar(summary: Summary) -> Choices:
    """Force majeure without signed minutes."""
    answered = {
        peristiwa.kejadian
        for peristiwa in summary.peristiwa
        if peristiwa.jenis == "berita_acara_kahar"
    }
    choices = []
    for peristiwa in summary.peristiwa:
        tanggal = peristiwa.tanggal
        if peristiwa.jenis == "keadaan_kahar" and tanggal not in answered:
            macam = peristiwa.macam or "keadaan kahar"
            choices.append((str(tanggal), f"{tanggal_long(tanggal)}: {macam}"))
    return choices


def _tasks_words(peristiwa: Peristiwa) -> str:
    """An event with the tasks that were agreed on, cut to the width of a list."""
    numbered = (f"{i + 1}. {tugas.uraian}" for _, i, tugas in tasks(peristiwa))
    day = tanggal_long(peristiwa.tanggal)
    kind = peristiwa_words(peristiwa.jenis)
    return f"{kind} {day}: {'; '.join(numbered)}"[:160]
