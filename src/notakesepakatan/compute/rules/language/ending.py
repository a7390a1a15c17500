"""Where a sentence ends, and where one waits to be filled in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from notakesepakatan.compute.rules.lines import every_line
from notakesepakatan.compute.rules.reading import (
    BLANK,
    STAND_INS,
    Excerpt,
    Flaw,
    Level,
    Reading,
    typed_at,
)
from notakesepakatan.model.pasal import Butir, Pasal, level_content
from notakesepakatan.place import RINCIAN, DataPath, Place, at

_ENDED = re.compile(r"[.:?!…_][\"')\]]*$")
_AYAT = re.compile(r"\(\d{1,3}[a-z]?\)\s+\S")
_NEXT_PART = re.compile(
    r"\(\d{1,3}[a-z]?\)\s|(?:Pasal|PASAL) \d+[A-Z]*\b|BAB [IVXLC]+\b"
)
_NUMBERED = re.compile(r"\s*(\d{1,2})\.\s+[A-Z]")
_NEXT_PASAL = re.compile(r"(?:Pasal|PASAL) \d+[A-Z]*\b(?: [A-Z]|$)|Demikian\b")
"""What begins behind the last sentence of a pasal."""
_TANDA_TANGAN = re.compile(r"[^\t]{2,60},(?:\t[^\t]{2,60},)+$")
_WORDS_OF_SENTENCE = 8
"""What is shorter may be a heading."""
_WORDS_OF_PARAGRAPH = 5
"""What is shorter may be a line of an address."""
_LEADS = re.compile(
    r"\bbertanda ?tangan di ?bawah (?P<piece>ini ?[.;])\s*$", re.IGNORECASE
)
_ANNOUNCES = re.compile(
    r"\b(?:meliputi|mencakup|sebagai berikut|berikut ini|terdiri (?:atas|dari)"
    r"|antara lain|yaitu|yakni|di bawah ini) ?(?P<mark>[.;,])$",
    re.IGNORECASE,
)
"""What announces a list, and ends as if none followed."""
_FIRST_ITEM = re.compile(r"\s*(?:a[.)]|1[.)]|i[.)]|\(1\)|[-•–])\s*\S")
_SARAN = "akhiri dengan titik"


def of_ayat(reading: Reading) -> Iterator[Flaw]:
    """An ayat ends with a stop; what leads to the parties does not."""
    for excerpt in reading.excerpts:
        match = _LEADS.search(excerpt.text)
        if match:
            message = "pengantar para pihak diakhiri tanda yang lain dari titik dua"
            begin, saran = match.start("piece"), "akhiri dengan titik dua"
            level: Level = "peringatan"
            yield excerpt.flaw(match["piece"], message, saran, begin, level)
    yield from _announced(reading)
    if reading.typed is None:
        yield from _in_other_text(reading)
        return
    for i, pasal in enumerate(reading.kesepakatan.pasal):
        yield from _without_stop(pasal, ("pasal", i))
        for j, ayat in enumerate(pasal.ayat):
            yield from _without_stop(ayat, ("pasal", i, "ayat", j))
        yield from _paragraphs(pasal, ("pasal", i))
    for path, lampiran in reading.kesepakatan.every_lampiran:
        for i, bagian in enumerate(lampiran.bagian):
            yield from _of_part(bagian, (*path, "bagian", i))


def _of_part(bagian: Pasal, path: DataPath) -> Iterator[Flaw]:
    """The ayat of a part of an annex, where the others end with a stop."""
    yield from _paragraphs(bagian, path)
    ends = [_ENDED.search(ayat.isi.rstrip()) is not None for ayat in bagian.ayat]
    for j, ayat in enumerate(bagian.ayat) if any(ends) else ():
        for flaw in _without_stop(ayat, (*path, "ayat", j)):
            yield replace(flaw, tingkat="peringatan")


def _paragraphs(part: Pasal, path: DataPath) -> Iterator[Flaw]:
    """Sentences below a part that end with a comma, or the last of it with nothing."""
    goes_on = part.tabel or part.baris or part.korespondensi or any(level_content(part))
    for i, text in enumerate(part.paragraf):
        sentence = text.rstrip()
        is_last = i == len(part.paragraf) - 1 and not goes_on
        is_long = len(sentence.split()) >= _WORDS_OF_PARAGRAPH
        is_cut = sentence.endswith((",", ";")) or (is_last and is_long)
        if is_long and is_cut and not _ENDED.search(sentence):
            flaw = _flaw(Excerpt(at(*path, "paragraf", i), text), "paragraf")
            yield replace(flaw, tingkat="peringatan")


def _announced(reading: Reading) -> Iterator[Flaw]:
    """`meliputi.`, with the first of its items below."""
    for above, below in pairwise(reading.excerpts):
        text = above.text.rstrip()
        match = _ANNOUNCES.search(text)
        if not match or not _begins_list(reading, above, below):
            continue
        last = text.rsplit(None, 1)[-1]
        message = "pengantar rincian tidak diakhiri titik dua"
        saran, begin = "akhiri dengan titik dua", len(text) - len(last)
        level: Level = "peringatan"
        yield above.flaw(last, message, saran, begin, level)


def _begins_list(reading: Reading, above: Excerpt, below: Excerpt) -> bool:
    """Whether the first item of a list, or the first cell of a table, stands below a text."""
    if reading.typed is None:
        return _FIRST_ITEM.match(below.text) is not None
    part = above.path[:-1] if above.path[-1] == "isi" else above.path
    is_below = len(part) > 1 and below.path[: len(part)] == part
    return is_below and any(name in below.path[len(part) :] for name in RINCIAN)


def without_list(reading: Reading) -> Iterator[Flaw]:
    """A colon behind which nothing stands."""
    if reading.typed is None:
        return
    for i, pasal in enumerate(reading.kesepakatan.pasal):
        yield from _colons(pasal, ("pasal", i))


def _colons(part: Pasal | Butir, path: DataPath) -> Iterator[Flaw]:
    """A part, and all below it, whose last words announce what is not there."""
    words = (part.isi or "").rstrip()
    if words.endswith(":") and not part.dihapus and not _goes_on(part):
        last = words.rsplit(None, 1)[-1]
        message = "diakhiri titik dua, tetapi tidak ada yang mengikutinya"
        saran = "tulis rinciannya, atau akhiri dengan titik"
        begin = len(words) - len(last)
        yield Flaw(at(*path, "isi"), last, message, saran, offset=begin)
    for name in ("ayat", *RINCIAN):
        for i, item in enumerate(getattr(part, name, ())):
            yield from _colons(item, (*path, name, i))


def _goes_on(part: Pasal | Butir) -> bool:
    """Whether something stands below the words of a part."""
    has_list = any(getattr(part, name, ()) for name in ("ayat", *RINCIAN))
    others = ("paragraf", "tabel", "baris", "korespondensi")
    return has_list or any(getattr(part, name, ()) for name in others)


def _without_stop(part: Pasal | Butir, path: DataPath) -> Iterator[Flaw]:
    """A part whose words are the last of it that stands on paper."""
    goes_on = part.paragraf or part.tabel or any(level_content(part))
    goes_on = (
        goes_on or getattr(part, "baris", ()) or getattr(part, "korespondensi", ())
    )
    words = part.isi or ""
    if part.dihapus or goes_on or not words or _ENDED.search(words.rstrip()):
        return
    yield _flaw(Excerpt(at(*path, "isi"), words))


def _in_other_text(reading: Reading) -> Iterator[Flaw]:
    """An ayat behind which the next begins, or the next pasal."""
    for excerpt, following in pairwise(reading.excerpts):
        text = excerpt.text.strip()
        yield from _with_comma(excerpt, following)
        is_whole = _AYAT.match(text) and _NEXT_PART.match(following.text.strip())
        if (is_whole or _is_last_of_pasal(text, following)) and not _ENDED.search(text):
            yield _flaw(excerpt)


def _with_comma(excerpt: Excerpt, following: Excerpt) -> Iterator[Flaw]:
    """`1. Tingkat layanan dievaluasi setiap bulan,`, and below it `2. Setiap …`."""
    above, below = (_NUMBERED.match(one.text) for one in (excerpt, following))
    is_next = above and below and int(below[1]) == int(above[1]) + 1
    is_long = len(excerpt.text.split()) >= _WORDS_OF_PARAGRAPH
    if is_next and is_long and excerpt.text.rstrip().endswith(","):
        yield replace(_flaw(excerpt), tingkat="peringatan", replace=None)


def _is_last_of_pasal(text: str, following: Excerpt) -> bool:
    """Whether a sentence without a number is the last before the next pasal begins."""
    below = following.text.strip()
    begins = _NEXT_PASAL.match(below) or _TANDA_TANGAN.match(below)
    is_sentence = text[:1].isupper() and not text.isupper()
    many = len(text.split()) >= _WORDS_OF_SENTENCE
    return bool(begins) and is_sentence and many and "\t" not in text


def _flaw(excerpt: Excerpt, what: str = "ayat") -> Flaw:
    text = excerpt.text.rstrip()
    last = text.rsplit(None, 1)[-1]
    begin = len(text) - len(last)
    mark = {",": "koma", ";": "titik koma"}.get(text[-1])
    message = f"{what} diakhiri {mark}" if mark else f"{what} tanpa titik di akhirnya"
    right = last[:-1] + "." if mark else None
    return excerpt.flaw(last, message, _SARAN, begin, replace=right)


def blanks(reading: Reading) -> Iterator[Flaw]:
    """What waits to be filled in; of ours only what was typed so, not a datum that lacks."""
    forms = _forms(reading)
    for excerpt in reading.excerpts:
        typed = _typed_at(reading, excerpt.path)
        is_of_form = any(excerpt.path[: len(form)] == form for form in forms)
        if excerpt.text.strip() in STAND_INS or is_of_form:
            continue
        for match in excerpt.blanks:
            if typed is None or match[0] in typed:
                begin, message = match.start(), "bagian yang belum diisi"
                saran = "isi, atau hapus bila tidak diperlukan"
                yield excerpt.flaw(match[0], message, saran, begin)
    for place, text in (*_other_numbers(reading), *_other_lines(reading)):
        for match in BLANK.finditer(text):
            saran = "isi, atau hapus bila tidak diperlukan"
            yield Flaw(place, match[0], "bagian yang belum diisi", saran)


def _other_numbers(reading: Reading) -> Iterator[tuple[Place, str]]:
    """The numbers of other papers in the data, of which no sentence is read."""
    k = reading.typed
    for i, pihak in enumerate(k.para_pihak if k else ()):
        if pihak.kuasa and pihak.kuasa.nomor:
            yield at("para_pihak", i, "kuasa", "nomor"), pihak.kuasa.nomor
    for j, number in enumerate(k.induk.nomor if k else ()):
        yield at("induk", "nomor", j), number


def _other_lines(reading: Reading) -> Iterator[tuple[Place, str]]:
    """The lines around the signatures: `NIP ........`."""
    for line in every_line(reading):
        if not line.is_sentence:
            yield line.place, line.text


_FORM = re.compile(r"\b(?:formulir|format|blangko|contoh|borang)\b", re.IGNORECASE)


def _forms(reading: Reading) -> list[DataPath]:
    """The annexes that are called forms: what is blank there is to be filled in later."""
    every = reading.kesepakatan.every_lampiran if reading.typed is not None else ()
    return [path for path, lampiran in every if _FORM.search(str(lampiran.judul))]


def _typed_at(reading: Reading, path: DataPath) -> str | None:
    """What was typed at a path; None in a text of others."""
    if reading.typed is None:
        return None
    typed = typed_at(reading.typed, path)
    return typed if isinstance(typed, str) else ""
