"""Numbers said in figures and in words, of which a part is missing or is no number."""

import re
from collections.abc import Iterator
from functools import cache

from notakesepakatan.compute.rules.numbers import amounts
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.compute.text.terjemahan import translated_texts
from notakesepakatan.place import Place
from notakesepakatan.words.numbers import terbilang
from notakesepakatan.words.spelt import NUMBER_WORDS

_UNIT = (
    r"(?:hari kerja|hari|minggu|bulan|tahun|semester|orang|kali|rangkap|lembar|unit"
    r"|buah|jam|persen|eksemplar|tahap|tahapan|angsuran)"
)
_SPELT = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})(?: [a-z]{{3,10}}){{0,8}}"
_WORDS_ALONE = re.compile(
    rf"(?<!\S)(?P<before>[^\s(]{{1,60}}) (?P<piece>\((?P<words>{_SPELT})\) ?{_UNIT})\b",
    re.IGNORECASE,
)
_FIGURES = r"(?<![\w.,/])(?P<figures>\d{1,5})"
_BRACKET = re.compile(
    rf"{_FIGURES} ?\((?P<words>[a-z]{{2,12}}(?: [a-z]{{2,12}}){{0,6}})\)"
)
_BEFORE_LIMIT = re.compile(
    rf"(?P<piece>{_FIGURES} ?\((?P<words>{_SPELT})\)) "
    r"(?:sejak|setelah|sesudah|sebelum|terhitung)\b",
    re.IGNORECASE,
)
_OF_A_DAY = re.compile(
    r"\b(?:tanggal|tahun|pasal|ayat|huruf|angka|nomor|kelas|kelompok|semester|bagian|ke-) ?$",
    re.IGNORECASE,
)
_ENGLISH_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH = {
    **{word: i for i, word in enumerate(_ENGLISH_ONES.split())},
    **{word: 10 * i for i, word in enumerate(_ENGLISH_TENS.split(), start=2)},
}
_IN_ENGLISH = re.compile(
    rf"{_FIGURES} ?\((?P<words>[a-z]{{3,10}}(?:[ -][a-z]{{3,10}}){{0,8}})\)"
)


def incomplete(reading: Reading) -> Iterator[Flaw]:
    """`(tiga) bulan` without its figure, `24 (dua puluh empat) sejak` without its unit."""
    for excerpt in reading.excerpts:
        if "(" in excerpt.text:
            yield from _without_figures(excerpt)
            yield from _without_unit(excerpt)
            yield from _no_number(excerpt)
    yield from _in_english(reading)
    yield from amounts.behind_units(reading)


def _without_figures(excerpt: Excerpt) -> Iterator[Flaw]:
    for match in _WORDS_ALONE.finditer(excerpt.prose):
        words = match["words"].lower().split()
        if not NUMBER_WORDS.issuperset(words) or not match["before"].isalpha():
            continue
        before = match["before"].lower()
        is_said = before in NUMBER_WORDS or re.fullmatch(_UNIT, before)
        if not is_said:
            message, saran = "bilangan tanpa angkanya", "tulis angkanya di depan kurung"
            begin = match.start("piece")
            yield excerpt.flaw(match["piece"], message, saran, begin)


def _without_unit(excerpt: Excerpt) -> Iterator[Flaw]:
    for match in _BEFORE_LIMIT.finditer(excerpt.prose):
        is_number = NUMBER_WORDS.issuperset(match["words"].lower().split())
        before = excerpt.prose[max(match.start() - 10, 0) : match.start()]
        if is_number and not _OF_A_DAY.search(before):
            message = "bilangan tanpa satuan yang dihitung"
            saran, begin = "tulis satuannya: hari, bulan, jam", match.start()
            level: Level = "peringatan"
            yield excerpt.flaw(match["piece"], message, saran, begin, level)


def _no_number(excerpt: Excerpt) -> Iterator[Flaw]:
    """`7 (tuju) hari`, `30 (tiga pulh) hari`."""
    for match in _BRACKET.finditer(excerpt.prose):
        words = match["words"].lower().split()
        odd = [word for word in words if word not in NUMBER_WORDS]
        right = terbilang(int(match["figures"]))
        is_slip = odd and all(_is_nearly_number(word) for word in odd)
        if is_slip and len(words) <= len(right.split()):
            message = f'"{odd[0]}" bukan kata bilangan'
            begin, saran = match.start(), f"mungkin {match['figures']} ({right})"
            yield excerpt.flaw(match[0], message, saran, begin)


@cache
def _is_nearly_number(word: str) -> bool:
    """Whether a letter was left out of it, or put in, or is another; or a space is left out."""
    if any(
        word.startswith(one) and word[len(one) :] in NUMBER_WORDS
        for one in NUMBER_WORDS
    ):
        return True
    # Read in only here: most texts have no such word, and every command would wait for it.
    from rapidfuzz.distance.Levenshtein import distance

    near = [one for one in NUMBER_WORDS if len(one) > 3 or len(word) != len(one)]
    return any(distance(word, one, score_cutoff=1) <= 1 for one in near)


def _in_english(reading: Reading) -> Iterator[Flaw]:
    """`5 (six) years`."""
    for place, text in _english_texts(reading):
        for match in _IN_ENGLISH.finditer(text):
            said = _english_number(re.split("[ -]", match["words"]))
            if said is not None and said != int(match["figures"]):
                message = f'"{match["words"]}" bukan {match["figures"]}'
                begin, saran = match.start(), "samakan angka dan hurufnya"
                yield Flaw(place, match[0], message, saran, offset=begin)


def _english_texts(reading: Reading) -> Iterator[tuple[Place, str]]:
    for excerpt in reading.excerpts:
        yield excerpt.place, excerpt.text
    if reading.typed and reading.typed.bahasa_kedua:
        for path, _, other in translated_texts(reading.typed):
            yield Place(path), other


def _english_number(words: list[str]) -> int | None:
    """The number that English words say; None where one of them is of no number."""
    total, below = 0, 0
    for word in words:
        if word in _ENGLISH:
            below += _ENGLISH[word]
        elif word == "thousand":
            total, below = total + 1000 * below, 0
        elif word == "hundred":
            below *= 100
        elif word != "and":
            return None
    return total + below
