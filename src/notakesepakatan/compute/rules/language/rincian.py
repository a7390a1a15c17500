"""Tabulations read as one sentence: marks, links, small letters (rules 87 to 91)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.compute.rules.structure import foreign_pasal
from notakesepakatan.model.pasal import Butir, Pasal, level_content
from notakesepakatan.place import BULLET, RINCIAN, DataPath, Place, at
from notakesepakatan.words.lists import nth_huruf

_HURUF = re.compile(r"([a-z])\.\s+\S")
_NEXT_PART = re.compile(
    r"\(\d{1,3}[a-z]?\)\s|(?:Pasal|PASAL) \d+[A-Z]*\b|BAB [IVXLC]+\b"
)
_BEGINS_IN_CAPITALS = re.compile(r"\s*[a-z]\.\s+(?:untuk )?[A-Z]{2}")
_END_MARK = re.compile(r"(?:[;:]|; ?(?:dan|atau|dan/atau))$")
_COMMA = re.compile(r"(?:(?<=\s)|^)\S{1,60},(?: (?:dan|atau|dan/atau))?$")
_LABEL = re.compile(r"\s*(?:[ivx]{1,5}|\d{1,2}|[a-z])[.)]\s+\S")
_WARNING: Level = "peringatan"
_MARK = re.compile(r"([,;.])(?: (?:dan|serta))?$")
_JOINED = ("; dan", "; atau", "; dan/atau")
_NAME = re.compile(
    r"(?:Undang-Undang|Peraturan|Keputusan|Instruksi)\b"
    r"|(?!(?:Me(?!nteri)|Ber|Ter)[a-z]+ )[A-Z][a-z]+(?:-[A-Z][a-z]+)? [A-Z][a-z]"
    r"|[^;:]{1,80}? (?:adalah|ialah) "
)
"""The name of a law or of something else, or a term that is explained: its capital stays."""
_A_NAME = 6
"""What stands so often in a text with a capital is a name or a term of it."""


class _Tabulation(NamedTuple):
    """A list of huruf, angka and below.

    Attributes:
        items: what it holds.
        path: where it stands.
        ends_sentence: whether the sentence ends with the list.
    """

    items: Sequence[Butir]
    path: DataPath
    ends_sentence: bool


def _lists_below(
    parts: Sequence[Butir | Pasal], path: DataPath
) -> Iterator[_Tabulation]:
    """Tabulations below these parts, from the outermost in."""
    for i, part in enumerate(parts):
        if part.dihapus:
            continue
        for level, items in level_content(part):
            here: DataPath = (*path, i, level)
            if level not in ("ayat", BULLET) and not _are_definitions(items):
                yield _Tabulation(items, here, part.penutup is None)
            yield from _lists_below(items, here)


_DEFINITION = re.compile(
    r"[^\w]?[A-Z].*\b(?:adalah|ialah|yang selanjutnya (?:disebut|disingkat))\b"
)


_MEANS = re.compile(r",? (?:adalah|ialah|yang selanjutnya (?:disebut|disingkat))\b")


def _are_definitions(items: Sequence[Butir]) -> bool:
    """Terms and what they mean: each begins with its term and is a sentence of its own."""
    return all(_DEFINITION.match(butir.isi) for butir in items if not butir.dihapus)


def _defined_terms(parts: Sequence[Butir | Pasal]) -> Iterator[str]:
    """What the lists of definitions define: "Laporan Stok"."""
    for part in parts:
        for _, items in level_content(part):
            if _are_definitions(items):
                yield from (_MEANS.split(butir.isi, 1)[0] for butir in items)
            yield from _defined_terms(items)


def marks(reading: Reading) -> Iterator[Flaw]:
    """`;` after each, `; dan` after the last but one, a stop after the last."""
    if reading.typed is None:
        yield from _marks_in_other(reading)
        return
    k = reading.kesepakatan
    names = tuple(f"{pihak.sebutan} " for pihak in k.para_pihak)
    yield from _marks_below(_lists_below(k.pasal, ("pasal",)), names)
    if k.susunan.numbers_as_usual("pertimbangan"):
        pertimbangan = _Tabulation(k.pertimbangan, ("pertimbangan",), True)
        yield from _marks_below([pertimbangan], names)
    else:
        yield from _unlike_marks(k.pertimbangan)


def _unlike_marks(items: Sequence[Butir]) -> Iterator[Flaw]:
    """Recitals without numbers, as of a treaty, end alike: with commas, or as whole sentences.

    The last but one may go on with a word, and the last ends as it likes.
    """
    ends = [_MARK.search(butir.isi) for butir in items[:-1]]
    said = [end[1] if end else "" for end in ends]
    usual, many = next(iter(Counter(said).most_common(1)), ("", 0))
    if not usual or many * 2 <= len(said):
        return
    for i, mark in enumerate(said):
        if mark != usual:
            message = f'butir tidak diakhiri "{usual}" seperti yang lain'
            place, word = at("pertimbangan", i, "isi"), _last_word(items[i].isi)
            yield Flaw(place, word, message, "samakan akhirnya", tingkat=_WARNING)


def _marks_in_other(reading: Reading) -> Iterator[Flaw]:
    """The same of lettered lists of a text of others."""
    for series in _series_in_other(reading):
        yield from _wrong_marks(series)
    yield from _commas(reading.excerpts)


def _commas(excerpts: Sequence[Excerpt]) -> Iterator[Flaw]:
    """`iii. pencurian, dan` below `ii. banjir;`, of lists with other labels than letters."""
    for above, item, below in zip(excerpts, excerpts[1:], excerpts[2:], strict=False):
        end = _COMMA.search(item.text.rstrip())
        labels = [_LABEL.match(one.text) for one in (above, item, below)]
        is_own = all(labels[:2]) and not _HURUF.match(item.text.strip())
        marked = _END_MARK.search(above.text.rstrip())
        if end and is_own and marked and labels[2]:
            message, saran = "butir diakhiri koma", "akhiri dengan titik koma"
            begin, level = end.start(), _WARNING
            yield item.flaw(end[0], message, saran, begin, level)


def _series_in_other(reading: Reading) -> Iterator[list[Excerpt]]:
    """The lettered lists of a text of others that go as far as the next part."""
    for pasal in foreign_pasal(reading.excerpts):
        series = list[Excerpt]()
        for excerpt, _ in [*pasal.excerpts, (pasal.heading, "")]:
            text = excerpt.text.strip()
            label = _HURUF.match(text)
            if label and label[1] == nth_huruf(len(series) + 1):
                series.append(excerpt)
                continue
            is_whole = bool(_NEXT_PART.match(text)) or excerpt is pasal.heading
            if len(series) > 1 and is_whole:
                yield series
            series = [excerpt] if label and label[1] == "a" else []


def _wrong_marks(series: Sequence[Excerpt]) -> Iterator[Flaw]:
    """Ends of items in a list that marks the ends of most of them."""
    ends = [_END_MARK.search(excerpt.text.rstrip()) for excerpt in series]
    right = [bool(end) for end in ends[:-1]]
    last = series[-1].text.rstrip()
    if sum(right) + last.endswith(".") < len(series) / 2:
        return
    message, saran = "butir tidak diakhiri titik koma", "akhiri dengan titik koma"
    for excerpt, is_right in zip(series, right, strict=False):
        if not is_right:
            yield _at_end(excerpt, message, saran)
    before_last = series[-2].text.rstrip()
    if before_last.endswith(";") and not _name_pihak(series):
        yield _at_end(series[-2], *_WITHOUT_LINK)
    if not last.endswith((".", ":")):
        message = "butir terakhir tidak diakhiri titik"
        yield _at_end(series[-1], message, "akhiri dengan titik")


def _at_end(excerpt: Excerpt, message: str, saran: str) -> Flaw:
    text = excerpt.text.rstrip()
    last = text.rsplit(None, 1)[-1]
    return excerpt.flaw(last, message, saran, len(text) - len(last))


def _marks_below(
    lists: Iterable[_Tabulation], names: tuple[str, ...]
) -> Iterator[Flaw]:
    for tabulation in lists:
        # Inside another tabulation the last item goes on with the sentence of that.
        is_nested = _is_nested(tabulation.path)
        checked = len(tabulation.items) - is_nested
        for i, butir in enumerate(tabulation.items[:checked]):
            ends = _ends_in_its_words(butir)
            fault = _wrong_end(tabulation, i, names) if ends else None
            if fault:
                place, last = at(*tabulation.path, i, "isi"), _last_word(butir.isi)
                begin = len(butir.isi) - len(last) if last else None
                yield Flaw(place, last, *fault, offset=begin)


def _is_nested(path: DataPath) -> bool:
    """Inside another tabulation the sentence goes on with it."""
    return sum(step in RINCIAN for step in path) > 1


def _ends_in_its_words(butir: Butir) -> bool:
    """Whether the words of an item are the last of it that stands on paper."""
    goes_on = butir.paragraf or butir.baris or butir.tabel or butir.korespondensi
    return not (goes_on or butir.dihapus or any(level_content(butir)))


def _last_word(text: str) -> str:
    """The word a fault is about; none where it is the link that should be there."""
    return "" if text.endswith(_JOINED) else text.rsplit(" ", 1)[-1]


def _wrong_end(
    tabulation: _Tabulation, i: int, names: tuple[str, ...]
) -> tuple[str, str] | None:
    """What is wrong with the end of an item, and what to do."""
    text, count = tabulation.items[i].isi, len(tabulation.items)
    if i == count - 1:
        if text.endswith(".") or not tabulation.ends_sentence:
            return None
        return "butir terakhir tidak diakhiri titik", "akhiri dengan titik"
    if i == count - 2:
        return _wrong_end_before_last(text, tabulation.items, names)
    if text.endswith(";"):
        return None
    return "butir tidak diakhiri titik koma", "akhiri dengan titik koma saja"


def _wrong_end_before_last(
    text: str, items: Sequence[Butir], names: tuple[str, ...]
) -> tuple[str, str] | None:
    if text.endswith(_JOINED):
        return None
    if not text.endswith(";"):
        return (
            "butir sebelum butir terakhir harus diakhiri "
            '"; dan", "; atau", atau "; dan/atau"',
            "tambahkan kata penghubungnya",
        )
    if _names_pihak(items, names):
        return None
    return _WITHOUT_LINK


_WITHOUT_LINK = (
    'butir sebelum butir terakhir tanpa "dan" atau "atau"',
    "tambahkan dan, atau, atau dan/atau",
)


def _name_pihak(series: Sequence[Excerpt]) -> bool:
    """Items of a text of others that each begin with capitals name a party each."""
    return all(_BEGINS_IN_CAPITALS.match(excerpt.text) for excerpt in series)


def _names_pihak(items: Sequence[Butir], names: tuple[str, ...]) -> bool:
    """Lists that name one party an item are enumerations, not sentences."""
    return all(butir.isi.startswith(("PIHAK ", *names)) for butir in items)


def small_letters(reading: Reading) -> Iterator[Flaw]:
    """An item starts with a small letter (rule 88), unless with a name or a term."""
    if reading.typed is None:
        yield from _large_in_other(reading)
        return
    terms = tuple(_defined_terms(reading.kesepakatan.pasal))
    for tabulation in _lists_below(reading.kesepakatan.pasal, ("pasal",)):
        for i, butir in enumerate(tabulation.items):
            if butir.isi.startswith(terms):
                continue
            word = butir.isi.split(" ", 1)[0].rstrip(";,.:")
            is_name = bool(_NAME.match(butir.isi))
            if not is_name and _is_common_word(word, reading):
                yield _large(at(*tabulation.path, i, "isi"), word, None)


def _large_in_other(reading: Reading) -> Iterator[Flaw]:
    """The same of a text of others, in lists that begin mostly with small letters."""
    for series in _series_in_other(reading):
        heads = [_HURUF.match(excerpt.text.lstrip()) for excerpt in series]
        begins = [head.end() - 1 if head else 0 for head in heads]
        items = [
            excerpt.text.lstrip()[begin:]
            for excerpt, begin in zip(series, begins, strict=True)
        ]
        if sum(item[0].islower() for item in items) * 2 < len(items):
            continue
        for excerpt, item in zip(series, items, strict=True):
            word = item.split(" ", 1)[0].rstrip(";,.:")
            if not _NAME.match(item) and _is_common_word(word, reading):
                yield _large(excerpt.place, word, excerpt.text.index(item))


def _large(place: Place, word: str, begin: int | None) -> Flaw:
    message, saran = "butir diawali huruf besar", f"tulis {word.lower()}"
    right = word[0].lower() + word[1:]
    return Flaw(place, word, message, saran, right, offset=begin)


def _is_common_word(word: str, reading: Reading) -> bool:
    """Whether a word has its capital for standing first, and no other reason."""
    if not word[:1].isupper() or word.isupper() or not reading.dictionary:
        return False
    small = word.lower()
    return reading.dictionary(small) and reading.word_count[small] < _A_NAME
