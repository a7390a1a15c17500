"""The parent: whether it is there, is quoted as it reads, and lasts as long as its child."""

from collections.abc import Iterator
from datetime import date

from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.place import at
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long

_QUOTED = ("jenis", "judul", "nomor", "tanggal")
"""What is quoted of a parent; its last day may move and is only looked at."""


def outlived(reading: Reading) -> Iterator[Flaw]:
    """A text that goes on when its parent has ended."""
    k = reading.kesepakatan
    end = _end_of_induk(reading)
    if end is None:
        return
    own = certain_end(k.jangka_waktu, k.signed, k.konvensi_berakhir)
    if k.jangka_waktu.open_words:
        said = f"berlaku {k.jangka_waktu.open_words}"
    elif own and own > end:
        said = f"berakhir {tanggal_long(own)}"
    else:
        return
    message = f"{said}, padahal induknya berakhir {tanggal_long(end)}"
    saran = "samakan jangka waktunya, atau perpanjang induknya lebih dahulu"
    yield Flaw(at("jangka_waktu"), "", message, saran)


def _end_of_induk(reading: Reading) -> date | None:
    """Its last day as the workspace knows it, or else as typed."""
    known = reading.induk.facts if reading.induk else None
    return (known.berakhir if known else None) or reading.kesepakatan.induk.berakhir


def absent(reading: Reading) -> Iterator[Flaw]:
    """A parent that is named and cannot be read."""
    if reading.induk and reading.induk.problem:
        saran = "periksa namanya, atau hapus kesepakatan: di bawah induk"
        place = at("induk", "kesepakatan")
        yield Flaw(place, "", reading.induk.problem, saran)


def differing(reading: Reading) -> Iterator[Flaw]:
    """Facts that are not what the parent says, or are not quoted yet; a number twice."""
    yield from _numbered_twice(reading)
    facts = reading.induk.facts if reading.induk else None
    if facts is None:
        return
    for key in _QUOTED:
        typed = getattr(reading.kesepakatan.induk, key)
        right = getattr(facts, key)
        if not right or typed == right:
            continue
        message = f"{key} induk belum dikutip, yaitu {_said(right)}"
        if typed:
            message = f"{key} induk tertulis {_said(typed)}, padahal {_said(right)}"
        saran = 'kutip dengan "nota induk" atau tombol Kutip di meja'
        yield Flaw(at("induk", key), "", message, saran)


def _numbered_twice(reading: Reading) -> Iterator[Flaw]:
    """Each side numbers the parent in its own way, so no number stands twice."""
    numbers = reading.kesepakatan.induk.nomor
    for i, nomor in enumerate(numbers):
        if nomor in numbers[:i]:
            message = f'nomor induk "{nomor}" tertulis dua kali'
            saran = "tulis nomor pihak yang lain, atau hapus salah satu"
            yield Flaw(at("induk", "nomor", i), nomor, message, saran)


def _said(value: str | tuple[str, ...] | date) -> str:
    if isinstance(value, date):
        return tanggal_long(value)
    words = value if isinstance(value, str) else merge(value)
    return f'"{words}"'
