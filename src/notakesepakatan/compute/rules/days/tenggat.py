"""Periods and originals that sentences say, against the data that deadlines are reckoned from."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from notakesepakatan.compute.rules.days.recurring import (
    SPAN,
    days_since_penandatanganan,
    in_common,
    length,
    recurring,
)
from notakesepakatan.compute.rules.reading import (
    Excerpt,
    Flaw,
    Level,
    Reading,
    is_wording,
)
from notakesepakatan.compute.text.rangkap import (
    ARCHIVED,
    MADE_IN,
    ORIGINALS,
    STAMPED,
    WHOLE,
    count_of,
)
from notakesepakatan.model.dasar import LAMA_UNITS, Lama
from notakesepakatan.model.kesepakatan import Kewajiban
from notakesepakatan.words.numbers import angka_terbilang
from notakesepakatan.words.tanggal import LONG_PATTERN, tanggal_long

_BEFORE_END = re.compile(
    rf"(?:{SPAN}|(?P<hours>\d+ x 24 jam))"
    r" (?:sebelumnya|di muka|menjelang berakhir\w*"
    r"|sebelum(?: \w+){0,4}? (?:berakhir|pengakhiran|jangka waktu|masa berlaku|habis)\w*)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"(?:{SPAN}|(?P<hours>\d+ ?[x×] ?24 jam))"
    r" (?:sejak|semenjak|setelah|sesudah|terhitung|dihitung|dari)\b",
    re.IGNORECASE,
)
_ABOUT_TELLING = re.compile(
    r"berita acara|pemberitahuan|diberitahukan|memberitahu|dilaporkan|melapor"
    r"|keadaan|peristiwa",
    re.IGNORECASE,
)
_PEMBERITAHUAN = re.compile(
    r"pemberitahuan|beritahu|tertulis|menyampaikan|mengajukan", re.I
)
_ENDING = ("jangka waktu", "masa berlaku", "pengakhiran", "perpanjangan")
_LEAVES = re.compile(r"\b(?:mengundurkan|pengunduran|menarik|penarikan) diri\b", re.I)
_KAHAR = re.compile(r"kahar|memaksa|force majeure", re.IGNORECASE)

_DAY = re.compile(rf"\b{LONG_PATTERN}\b", re.IGNORECASE)


class _Span(NamedTuple):
    """A period in a sentence: how long, and the words that say so."""

    many: int
    unit: str
    piece: str


class _Due(NamedTuple):
    """What a sentence says of when a duty is due.

    Attributes:
        excerpt: the sentence.
        match: its words.
        is_same: whether the data say the same.
        is_plain: whether the words are the span or the day, and nothing is reckoned.
    """

    excerpt: Excerpt
    match: re.Match[str]
    is_same: bool
    is_plain: bool


def periods(reading: Reading) -> Iterator[Flaw]:
    """The notice before the end, the minutes of a keadaan kahar, and the duties."""
    k = reading.kesepakatan
    yield from _kewajiban(reading)
    yield from _unknown_pemberitahuan(reading)
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


def _unknown_pemberitahuan(reading: Reading) -> Iterator[Flaw]:
    """A notice before the end that the data do not have, so that no deadline is reckoned."""
    k = reading.kesepakatan
    if k.tenggat.pemberitahuan or k.jangka_waktu.open_words:
        return
    for excerpt in _wordings(reading):
        if not (
            _is_about_end(reading, excerpt) and _PEMBERITAHUAN.search(excerpt.text)
        ):
            continue
        for match in _BEFORE_END.finditer(excerpt.text):
            said = _said(match)
            if said and said.unit in LAMA_UNITS:
                message = "tidak ada pada data, sehingga batas pemberitahuannya tidak dihitung"
                right = f"pemberitahuan: {said.many} {said.unit}"
                saran = f'tulis "tenggat: {{ {right} }}"'
                level: Level = "peringatan"
                yield excerpt.flaw(said.piece, message, saran, match.start(), level)
                return


def _kewajiban(reading: Reading) -> Iterator[Flaw]:
    """What the clause of a duty says of when it is due, where that is something else."""
    for i, each in enumerate(reading.kesepakatan.tenggat.kewajiban):
        if not (each.setiap or each.paling_lambat):
            continue  # counted from an event: no day of the text is its own
        texts = list(_texts_of(reading, each.dasar))
        found = [said for text in texts for said in _times(reading, each, text)]
        if any(said.is_same for said in found):
            continue
        for said in found[:1]:
            when = each.setiap or tanggal_long(each.paling_lambat or date.min)
            message = f'tenggat.kewajiban[{i + 1}] menurut data adalah "{when}"'
            saran = "samakan: dari datalah batas waktunya dihitung"
            level: Level | None = None if said.is_plain else "peringatan"
            piece, begin = said.match[0], said.match.start()
            yield said.excerpt.flaw(piece, message, saran, begin, level)


def _texts_of(reading: Reading, kunci: str | None) -> Iterator[Excerpt]:
    """The sentences of the part with a key."""
    address = reading.numbers.kunci.get(kunci or "")
    paths = [path for path, at in reading.numbers.alamat.items() if at == address]
    for excerpt in _wordings(reading):
        if any(excerpt.path[: len(path)] == path for path in paths):
            yield excerpt


def _times(reading: Reading, each: Kewajiban, text: Excerpt) -> Iterator[_Due]:
    """What a sentence says of when a duty is due."""
    if each.setiap:
        known = in_common(each.setiap.jumlah, each.setiap.satuan)
        for often in recurring(text.text):
            is_same = (often.many, often.unit) == known
            yield _Due(text, often.match, is_same, often.is_plain)
        return
    day = each.paling_lambat or date.min
    for match in _DAY.finditer(text.text):
        yield _Due(text, match, match[0].lower() == tanggal_long(day).lower(), True)
    penandatanganan = reading.kesepakatan.penandatanganan
    signed = reading.kesepakatan.signed or penandatanganan.rencana
    for match, due in days_since_penandatanganan(text.text, signed) if signed else ():
        yield _Due(text, match, due == day, False)


def _wordings(reading: Reading) -> Iterator[Excerpt]:
    for excerpt in reading.excerpts:
        if excerpt.path[0] == "pasal" and is_wording(excerpt.path):
            yield excerpt


def _is_about_end(reading: Reading, excerpt: Excerpt) -> bool:
    """Whether a sentence is of the pasal on the term, or of the ayat on the notice.

    One on a party that leaves is not: the others go on.
    """
    if _LEAVES.search(excerpt.text):
        return False
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
    many = length(match)
    return None if many is None else _Span(many, _plain(unit), piece)


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
                if count_of(match) not in (0, *right):
                    many = angka_terbilang(right[0])
                    message = f"menurut data, rangkap {what} {many}"
                    saran = "samakan dengan rangkap, atau pakai isiannya"
                    begin, piece = match.start(), match[0]
                    yield excerpt.flaw(piece, message, saran, begin)
