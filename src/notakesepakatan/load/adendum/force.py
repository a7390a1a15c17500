"""From which day an adendum is in force, and which parts of the text it says anew."""

from collections.abc import Iterator
from datetime import date, timedelta

from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.adendum import Adendum
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.place import unit_words

_DAY = timedelta(days=1)
_HEAD_KEYS = (*HEADS, *HEADS.values())
"""Keys of a pasal that say what stands above it."""


def begin_of(
    adendum: Adendum,
    before: Loaded,
    origin_day: date | None,
    happened: date | None = None,
) -> date | None:
    """First day of force of an adendum; None where it is not known yet.

    Args:
        adendum: its data.
        before: the text it changes, of which the term may have to end first.
        origin_day: the day on which the agreement itself was signed.
        happened: the recorded day of the event from which it is in force.
    """
    if adendum.mulai_berlaku:
        return adendum.mulai_berlaku
    if adendum.saat_berlaku:
        return happened
    if adendum.setelah_berakhir:
        return _day_after_end(before.kesepakatan)
    if adendum.berlaku_surut:
        return origin_day
    return adendum.signed


def _day_after_end(kesepakatan: Kesepakatan) -> date | None:
    end = certain_end(
        kesepakatan.jangka_waktu, kesepakatan.signed, kesepakatan.konvensi_berakhir
    )
    return end + _DAY if end else None


def parts_said_anew(before: Kesepakatan, after: Kesepakatan) -> frozenset[str]:
    """What reads otherwise: "Pasal 3", "Lampiran", "dasar hukum angka 2", "judul".

    Both as they read. A pasal is one part, since paper says it anew as a whole; so is
    an annex, also where only its columns change with the term.
    """
    old, new = dict(_parts(before)), dict(_parts(after))
    names = old.keys() | new.keys()
    return frozenset(name for name in names if old.get(name) != new.get(name))


def _parts(kesepakatan: Kesepakatan) -> Iterator[tuple[str, object]]:
    for name in type(kesepakatan).model_fields:
        if name not in ("pasal", "lampiran", "dasar_hukum"):
            yield name.replace("_", " "), getattr(kesepakatan, name)
    for pasal in kesepakatan.pasal:
        words = unit_words("pasal", pasal.nomor or "")
        heads = {key: getattr(pasal, key) for key in _HEAD_KEYS}
        yield words, pasal.model_copy(update=dict.fromkeys(heads))
        # A BAB is written at its first pasal, and says nothing of that pasal.
        if any(heads.values()):
            yield f"judul di atas {words}", heads
    for dasar in kesepakatan.dasar_hukum:
        yield f"dasar hukum angka {dasar.angka}", dasar
    for _, lampiran in kesepakatan.every_lampiran:
        years = kesepakatan.jumlah_tahun if lampiran.is_plan else 0
        yield unit_words("lampiran", lampiran.nomor or ""), (lampiran, years)
