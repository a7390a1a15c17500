"""Periods and originals that sentences say, against the data that deadlines are reckoned from."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading, is_wording
from notakesepakatan.compute.text.rangkap import (
    ARCHIVED,
    MADE_IN,
    ORIGINALS,
    STAMPED,
    WHOLE,
)
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.kesepakatan import Kewajiban
from notakesepakatan.words.numbers import angka_terbilang
from notakesepakatan.words.spelt import NUMBER_WORDS, leading_number, spelt_number
from notakesepakatan.words.tanggal import LONG_PATTERN, tanggal_long

_UNITS = "hari kerja|hari kalender|hari|minggu|bulan|tahun"
_SPELT = rf"(?:(?:{'|'.join(NUMBER_WORDS)}) ){{1,5}}"
_SPAN = rf"(?:(?P<figures>\d{{1,3}}) (?:\([a-z ]+\) )?|(?P<words>{_SPELT}))(?P<unit>{_UNITS})"
_BEFORE_END = re.compile(
    rf"(?:{_SPAN}|(?P<hours>\d+ x 24 jam))"
    r" (?:sebelumnya|sebelum(?: \w+){0,4}? (?:berakhir|pengakhiran|jangka waktu)\w*)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"(?:{_SPAN}|(?P<hours>\d+ ?[x×] ?24 jam))"
    r" (?:sejak|setelah|sesudah|terhitung)\b",
    re.IGNORECASE,
)
_ABOUT_TELLING = re.compile(
    r"berita acara|pemberitahuan|diberitahukan|memberitahu|dilaporkan|melapor"
    r"|keadaan|peristiwa",
    re.IGNORECASE,
)
_ENDING = ("jangka waktu", "masa berlaku", "pengakhiran", "perpanjangan")
_KAHAR = re.compile(r"kahar|memaksa|force majeure", re.IGNORECASE)


_EVERY = re.compile(
    rf"(?:setiap|tiap|per) (?:{_SPAN}|(?P<hours>\d+ x 24 jam))", re.IGNORECASE
)
_DAY = re.compile(rf"\b{LONG_PATTERN}\b", re.IGNORECASE)


class _Span(NamedTuple):
    """A period in a sentence: how long, and the words that say so."""

    many: int
    unit: str
    piece: str


def periods(reading: Reading) -> Iterator[Flaw]:
    """The notice before the end, the minutes of a keadaan kahar, and the duties."""
    k = reading.kesepakatan
    yield from _kewajiban(reading)
    for excerpt in _wordings(reading):
        if k.tenggat.pemberitahuan and _is_about_end(reading, excerpt):
            matches = _BEFORE_END.finditer(excerpt.text)
            known = k.tenggat.pemberitahuan
            yield from _differing(excerpt, matches, "pemberitahuan", known)
        in_kahar = _stands_in_kahar(reading, excerpt)
        if k.tenggat.berita_acara_kahar and in_kahar:
            matches = _SINCE.finditer(excerpt.text)
            known = k.tenggat.berita_acara_kahar
            yield from _differing(excerpt, matches, "berita_acara_kahar", known)


def _kewajiban(reading: Reading) -> Iterator[Flaw]:
    """What the clause of a duty says of when it is due, where that is something else."""
    for i, each in enumerate(reading.kesepakatan.tenggat.kewajiban):
        texts = list(_texts_of(reading, each.dasar))
        found = [(text, match) for text in texts for match in _times(each, text.text)]
        if any(_says(each, match) for _, match in found):
            continue
        for excerpt, match in found[:1]:
            when = each.setiap or tanggal_long(each.paling_lambat or date.min)
            message = f'tenggat.kewajiban[{i + 1}] menurut data adalah "{when}"'
            saran = "samakan: dari datalah batas waktunya dihitung"
            yield excerpt.flaw(match[0], message, saran, match.start())


def _texts_of(reading: Reading, kunci: str | None) -> Iterator[Excerpt]:
    """The sentences of the part with a key."""
    address = reading.numbers.kunci.get(kunci or "")
    paths = [path for path, at in reading.numbers.alamat.items() if at == address]
    for excerpt in _wordings(reading):
        if any(excerpt.path[: len(path)] == path for path in paths):
            yield excerpt


def _times(each: Kewajiban, text: str) -> Iterator[re.Match[str]]:
    return (_EVERY if each.setiap else _DAY).finditer(text)


def _says(each: Kewajiban, match: re.Match[str]) -> bool:
    if each.setiap is None:
        day = each.paling_lambat
        return day is not None and match[0].lower() == tanggal_long(day).lower()
    said = _said(match)
    known = (each.setiap.jumlah, each.setiap.satuan)
    return said is not None and (said.many, said.unit) == known


def _wordings(reading: Reading) -> Iterator[Excerpt]:
    for excerpt in reading.excerpts:
        if excerpt.path[0] == "pasal" and is_wording(excerpt.path):
            yield excerpt


def _is_about_end(reading: Reading, excerpt: Excerpt) -> bool:
    """Whether a sentence is of the pasal on the term, or of the ayat on the notice."""
    pasal = reading.kesepakatan.pasal[int(excerpt.path[1])]
    heading = (pasal.judul or "").lower()
    is_there = pasal.kunci == "jangka_waktu" or any(map(heading.__contains__, _ENDING))
    return is_there or any(ayat.kunci == "pemberitahuan" for ayat in pasal.ayat)


def _stands_in_kahar(reading: Reading, excerpt: Excerpt) -> bool:
    """Whether a sentence of the pasal on keadaan kahar speaks of what is told of it."""
    pasal = reading.kesepakatan.pasal[int(excerpt.path[1])]
    is_there = pasal.kunci == "keadaan_kahar" or _KAHAR.search(pasal.judul or "")
    return bool(is_there) and bool(_ABOUT_TELLING.search(excerpt.text))


def _differing(
    excerpt: Excerpt, matches: Iterator[re.Match[str]], key: str, known: Lama
) -> Iterator[Flaw]:
    for match in matches:
        said = _said(match)
        if said is None or (said.many, said.unit) == (known.jumlah, known.satuan):
            continue
        message = f'tenggat.{key} menurut data adalah "{known}"'
        saran = "samakan: dari datalah batas waktunya dihitung"
        yield excerpt.flaw(said.piece, message, saran, match.start())


def _said(match: re.Match[str]) -> _Span | None:
    if match["hours"]:
        return _Span(0, "jam", match["hours"])
    unit = match["unit"].lower()
    piece = match[0][: match.end("unit") - match.start()]
    if match["figures"]:
        return _Span(int(match["figures"]), _plain(unit), piece)
    spelt, _ = leading_number(match["words"])
    said = spelt_number(spelt)
    return _Span(said[0], _plain(unit), piece) if said else None


def _plain(unit: str) -> str:
    return unit.removesuffix(" kalender")


def originals(reading: Reading) -> Iterator[Flaw]:
    """How many originals a sentence says, against the data and the parties."""
    k = reading.kesepakatan
    own = k.rangkap.bermeterai
    stamped = len(k.para_pihak) if own is None else own
    whole = stamped + k.rangkap.arsip
    counts = (
        (WHOLE, (whole,), "seluruhnya"),
        (MADE_IN, (whole, stamped), "seluruhnya"),
        (ORIGINALS, (whole,), "seluruhnya"),
        (STAMPED, (stamped,), "yang bermeterai"),
        (ARCHIVED, (k.rangkap.arsip,), "untuk arsip"),
    )
    for excerpt in reading.excerpts:
        if excerpt.path[0] not in ("pasal", "kalimat") or "rangkap" not in excerpt.text:
            continue
        for pattern, right, what in counts:
            for match in pattern.finditer(excerpt.text):
                if int(match[1]) not in right:
                    many = angka_terbilang(right[0])
                    message = f"menurut data, rangkap {what} {many}"
                    saran = "samakan dengan rangkap, atau pakai isiannya"
                    begin, piece = match.start(), match[0]
                    yield excerpt.flaw(piece, message, saran, begin)
