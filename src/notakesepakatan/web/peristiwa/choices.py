"""From an agreement to what an event's form offers to choose from.

Parties, duties, rows of the work plan, what there is to answer.
"""

from dataclasses import dataclass
from datetime import date

from notakesepakatan.bureau.register import duplicates
from notakesepakatan.compose.surat import PENGAKHIRAN_REASONS
from notakesepakatan.compute.peristiwa.duties import QuotedTugas, duties, plan_rows
from notakesepakatan.compute.text.rencana_kerja import PlanRow
from notakesepakatan.compute.time.register import ASSIGNED, Summary
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.lampiran import SHARED
from notakesepakatan.model.peristiwa import tasks
from notakesepakatan.words.numbers import roman
from notakesepakatan.words.tanggal import tanggal_long

Choice = list[tuple[str, str]]


@dataclass(frozen=True)
class Material:
    """One agreement as the forms of its events need it.

    Attributes:
        loaded: the text in force on the day.
        summary: its dates and events.
        tugas: duties that may be chosen.
        baris: rows of the work plan by address.
        choice: choices by key: pairs of value and words.
    """

    loaded: Loaded
    summary: Summary
    tugas: tuple[QuotedTugas, ...]
    baris: dict[str, PlanRow]
    choice: dict[str, Choice]

    @property
    def pihak(self) -> Choice:
        """The parties: key and words."""
        return self.choice["pihak"]


def material(opened: Opened, slug: str, day: date) -> Material:
    """What the forms of an agreement need on a day.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug.
    """
    loaded, r = opened.riwayat(slug).on(day), opened.summary(slug)
    k = loaded.reading
    pihak = [
        (key, f"{p.sebutan}, {p.nama}")
        for key, p in zip(k.kunci_pihak, k.para_pihak, strict=True)
    ]
    year = [roman(i) for i in range(1, k.jangka_waktu.jumlah_tahun + 1)]
    choice: dict[str, Choice] = {
        "pihak": pihak,
        "dari": pihak,
        "oleh": [*pihak, (SHARED, "PARA PIHAK")],
        "perihal": [("perpanjangan", "Perpanjangan"), ("pengakhiran", "Pengakhiran")],
        "sebab": [
            (name, word[:1].upper() + word[1:])
            for name, word in PENGAKHIRAN_REASONS.items()
        ],
        "rekomendasi": [
            (word, word.capitalize()) for word in ("dilanjutkan", "diubah", "diakhiri")
        ],
        "tahun": [(one, f"Tahun {one}") for one in year],
        "rangkap": [
            (str(d["rangkap"]), f"Rangkap {d['rangkap']}, {d['pemegang']}")
            for d in duplicates(opened, slug)
        ],
    }
    tugas = duties(loaded.kesepakatan, k, loaded.numbers)
    return Material(loaded, r, tugas, plan_rows(k), choice)


def to_answer(kind: str, r: Summary) -> Choice:
    """Events that one of this kind may answer: their day and words."""
    if kind == "berita_acara_kahar":
        already = {p.kejadian for p in r.peristiwa if p.jenis == kind}
        return [
            (str(p.tanggal), f"{tanggal_long(p.tanggal)}: {p.macam or 'keadaan kahar'}")
            for p in r.peristiwa
            if p.jenis == "keadaan_kahar" and p.tanggal not in already
        ]
    result: Choice = []
    for p in r.peristiwa:
        items = list(tasks(p)) if p.jenis in ASSIGNED else []
        if items:
            butir = "; ".join(f"{i + 1}. {one.uraian}" for _, i, one in items)
            result.append(
                (
                    str(p.tanggal),
                    f"{p.jenis.capitalize()} {tanggal_long(p.tanggal)}: {butir}"[:160],
                )
            )
    return result
