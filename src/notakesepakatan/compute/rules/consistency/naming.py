"""What the text calls itself, and terms that it sets: once, and the same to its end."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from notakesepakatan.compute.rules.consistency import (
    english_names,
    set_again,
    undefined,
)
from notakesepakatan.compute.rules.consistency.sameness import SET_TOGETHER
from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import CALLED, Excerpt, Flaw, Reading

_KINDS = (
    "Nota Kesepakatan",
    "Nota Kesepahaman",
    "Kesepakatan Bersama",
    "Perjanjian Kerja Sama",
    "Memorandum Saling Pengertian",
)
_OF_THIS_PAPER = re.compile(
    rf"(?<!\w)({'|'.join(_KINDS)}|Memorandum of Understanding|MoU|MOU|PKS|Perjanjian)"
    r"(?: Kerja Sama)? ini\b"
)
_ANY_OF_THIS = re.compile(
    r"(?<!\w)((?:Nota|Kesepakatan|Perjanjian|Memorandum|Piagam)(?: [A-Z][a-z]+){1,4}) ini\b"
)
_IN_CLOSING = re.compile(
    r"\b[Dd]emikian(?:lah)? ((?:[A-Z][a-z]+)(?: [A-Z][a-z]+){0,4}) ini\b"
)
"""What says in the closing which paper this one is, whatever its name begins with."""
_AT_BEGINNING = re.compile(
    r"(?:^|[.;] )(?:\(?\w{1,3}[.)] )?((?:Keputusan|Berita|Surat|Kontrak|Naskah|Adendum)"
    r"(?: [A-Z][a-z]+){0,3}) ini (?=dibuat|ditandatangani|berlaku|mulai|dapat|dilaksanakan)"
)
_NAMES_OF_THIS = (_ANY_OF_THIS, _IN_CLOSING, _AT_BEGINNING)
_BARE = re.compile(
    r"(?<![\w/-])(?:Memorandum of Understanding|MoU|MOU)(?![\w/-]| ini\b)"
)
_SMALL_OF_THIS = re.compile(
    r"\b(memorandum|piagam|kontrak|kesepahaman|perjanjian) ini\b"
)
_OF_LAMPIRAN = re.compile(
    rf"(?:LAMPIRAN|Lampiran)(?: [IVXLC]+)?:? (?P<kind>{'|'.join(_KINDS)})(?= antara\b|$)"
)
"""What says in the head of an annex of which paper it is one."""
_IN_FORMULA = re.compile(
    rf"\b(?:menandatangani|mengadakan|membuat|menyepakati|mengikatkan diri dalam)"
    rf" ({'|'.join(_KINDS)})"
    r"(?= (?:ini )?(?:tentang [^.;]{3,200} )?dengan (?:ketentuan|syarat)\b)"
)
"""What says at the front which paper this one is."""
_OTHER_PAPER = re.compile(r"[^.;]{0,60}\b(?:Nomor|antara|tentang|tanggal)\b")
_SHORT = {
    "PKS": "Perjanjian Kerja Sama",
    "MoU": "Memorandum of Understanding",
    "MOU": "Memorandum of Understanding",
}
_TITLE = re.compile(
    r"(?:NOTA|KESEPAKATAN|PERJANJIAN|MEMORANDUM|PIAGAM)(?: [A-Z]+){0,4}"
)
_COLLECTIVE = re.compile(
    r"(?<!\w)(?:PARA|KEDUA BELAH|KEDUA|Para|Kedua Belah|Kedua) (?:PIHAK|Pihak)(?!\w)"
)
_MOSTLY = 3
"""A name that stands so often is the one in use."""
_DEFINING = re.compile(
    r"dimaksud dengan\b.*:$|dimaksud dengan$|\bistilah\b.{1,100}\b(?:berarti|diartikan)\W*:$"
)
_EXPLAINING = re.compile(r"\b(?:istilah|kata)\b.{1,200}:$")
"""What begins a list of words that are explained, and need no capitals behind it."""
_DEFINED = re.compile(
    r"\W{0,2}(?:\(?\w{1,3}[.)]\s+)?([A-Z][\w/-]*(?: [A-Z][\w/-]*){0,6}),? "
    r"(?:adalah|ialah|yang selanjutnya (?:disebut|disingkat))\b"
)
_OTHER_SENSE = " (?:daerah|desa|lunak|keras|kerja|pemerintah|hukum)"
_LABEL = re.compile(r"\s*\w{1,3}[.)]\s")
_FEW = 2
"""An English name that stands oftener is that of a text in two languages."""
_CALLED_IN_ENGLISH = re.compile(
    r"\bhereinafter(?: referred to| called)?(?: as)? [“\"']?(THE [A-Z]+ PARTY)\b"
)
_FIRST = 12
"""Paragraphs among which the title of a text stands."""


def kind_of_paper(reading: Reading) -> Iterator[Flaw]:
    """`MoU ini` in a Nota Kesepakatan."""
    yield from english_names.stray(reading)
    own = _own_kind(reading)
    if own is None:
        return
    bare = sum(len(_BARE.findall(excerpt.text)) for excerpt in reading.excerpts)
    is_stray = 0 < bare <= _FEW and not own.lower().startswith("memorandum")
    for excerpt in reading.excerpts:
        for match in _OF_THIS_PAPER.finditer(excerpt.text):
            is_short = match[1] in _SHORT
            is_own = not is_short and _is_part_of(match[1], own)
            if not is_own and not _is_set(reading, match[1]):
                message = f'"{match[0]}", padahal naskah ini {own}'
                saran = f"tulis {own} ini"
                begin = match.start()
                yield excerpt.flaw(match[0], message, saran, begin)
        yield from _other_names(reading, excerpt, own)
        for match in _IN_FORMULA.finditer(excerpt.text):
            if not _may_be_called(reading, match[1], own):
                yield _called_otherwise(excerpt, match, own)
        for match in _OF_LAMPIRAN.finditer(excerpt.text):
            if not _may_be_called(reading, match["kind"], own):
                yield _called_otherwise(excerpt, match, own)
        for match in _SMALL_OF_THIS.finditer(excerpt.text):
            if match[1] not in own.lower():
                yield _called_otherwise(excerpt, match, own)
        if is_stray:
            yield from _english_names(reading, excerpt, own)


def _is_part_of(name: str, own: str) -> bool:
    return set(name.lower().split()) <= set(own.lower().split())


def _other_names(reading: Reading, excerpt: Excerpt, own: str) -> Iterator[Flaw]:
    """`Kesepakatan Kerja Sama ini`."""
    told = {match.start() for match in _OF_THIS_PAPER.finditer(excerpt.text)}
    of_lampiran = excerpt.path[0] == "lampiran"
    patterns = (_ANY_OF_THIS,) if of_lampiran else _NAMES_OF_THIS
    for pattern in patterns:
        for match in pattern.finditer(excerpt.text):
            begin = match.start(1)
            if begin not in told and not _may_be_called(reading, match[1], own):
                yield _called_otherwise(excerpt, match, own)
            told.add(begin)


def _english_names(reading: Reading, excerpt: Excerpt, own: str) -> Iterator[Flaw]:
    """An English name behind the front, where no other paper is meant."""
    if not _is_in_text(reading, excerpt):
        return
    for match in _BARE.finditer(excerpt.text):
        is_of_other = _OTHER_PAPER.match(excerpt.text, match.end())
        if not is_of_other and not _may_be_called(reading, match[0], own):
            yield _called_otherwise(excerpt, match, own)


def _may_be_called(reading: Reading, name: str, own: str) -> bool:
    return _is_part_of(name, own) or _is_set(reading, name)


def _called_otherwise(excerpt: Excerpt, match: re.Match[str], own: str) -> Flaw:
    which = 1 if match.re in (_IN_CLOSING, _AT_BEGINNING) else 0
    piece, begin = match[which], match.start(which)
    message = f'"{piece}", padahal naskah ini {own}'
    return excerpt.flaw(piece, message, f"tulis {own}", begin)


def _is_in_text(reading: Reading, excerpt: Excerpt) -> bool:
    """Whether a text is behind the front, where other papers are told of."""
    if reading.typed:
        return excerpt.path[0] == "pasal"
    behind = front_of(reading).behind
    return bool(behind) and excerpt.path >= behind[0].path


def _own_kind(reading: Reading) -> str | None:
    """The kind of the paper: by its data, or by its title; None where that is not known."""
    if reading.typed:
        return reading.kesepakatan.jenis
    for excerpt in reading.excerpts[:_FIRST]:
        text = excerpt.text.strip()
        for kind in _KINDS:
            if text.startswith(kind.upper()):
                return kind
        if _TITLE.fullmatch(text):
            return text.title()
    return None


def _is_set(reading: Reading, name: str) -> bool:
    """Whether the text says that it is called so."""
    pattern = re.compile(rf"disebut (?:sebagai |dengan )?[“\"']?{re.escape(name)}\b")
    return any(pattern.search(excerpt.text) for excerpt in reading.excerpts)


def set_twice(reading: Reading) -> Iterator[Flaw]:
    """A term that is set again in another paragraph.

    Both places are named: where two parties got one name, the first may be the wrong one.
    """
    for pattern in (CALLED, _CALLED_IN_ENGLISH):
        places = defaultdict[str, list[tuple[Excerpt, int]]](list)
        for excerpt in reading.excerpts:
            for match in pattern.finditer(excerpt.text):
                places[match[1]].append((excerpt, match.start(1)))
        for term, found in places.items():
            if len({excerpt.path for excerpt, _ in found}) > 1:
                yield from _set_at(term, found)
    yield from _defined_twice(reading)
    yield from set_again.for_two(reading, _definitions(reading))


def _set_at(term: str, found: Sequence[tuple[Excerpt, int]]) -> Iterator[Flaw]:
    for excerpt, begin in found:
        message = f"sebutan {term} ditetapkan dua kali"
        saran = "hapus salah satu penetapannya, atau periksa sebutan mana yang dimaksud"
        yield excerpt.flaw(term, message, saran, begin)


def _definitions(
    reading: Reading, beginnings: Sequence[re.Pattern[str]] = (_DEFINING,)
) -> list[tuple[str, Excerpt]]:
    """The terms of the list of definitions, each with its paragraph."""
    result = list[tuple[str, Excerpt]]()
    is_defining = False
    last = None
    for excerpt in reading.excerpts:
        match = _DEFINED.match(excerpt.text) if is_defining else None
        label = _LABEL.match(excerpt.text)
        if match:
            result.append((match[1], excerpt))
            last = label
        elif not (is_defining and last and label and last[0] == label[0]):
            # A paragraph with the same label is the translation.
            text = excerpt.text.strip()
            is_defining = any(begins.search(text) for begins in beginnings)
    return result


def _defined_twice(reading: Reading) -> Iterator[Flaw]:
    seen = set[str]()
    for term, excerpt in _definitions(reading, (_DEFINING, _EXPLAINING)):
        if term in seen:
            message, saran = f"{term} didefinisikan dua kali", "periksa istilahnya"
            yield excerpt.flaw(term, message, saran)
        seen.add(term)


def defined_terms(reading: Reading) -> Iterator[Flaw]:
    """A term of the definitions in small letters, where the text gives it capitals."""
    definitions = _definitions(reading)
    yield from undefined.terms(reading, definitions)
    places = {excerpt.place.path for _, excerpt in definitions}
    others = [one for one in reading.excerpts if one.place.path not in places]
    whole = " ".join(excerpt.text for excerpt in others)
    for term in dict.fromkeys(term for term, _ in definitions):
        small = re.compile(
            rf"(?<![\w-]){re.escape(term.lower())}(?![\w-]|{_OTHER_SENSE})"
        )
        if " " not in term and not _is_mostly_capital(term, small, whole):
            continue
        for excerpt in others:
            for match in small.finditer(excerpt.text):
                message = f"istilah yang didefinisikan ditulis {term}"
                saran, begin = f"periksa, mungkin {term}", match.start()
                yield excerpt.flaw(match[0], message, saran, begin)


def _is_mostly_capital(term: str, small: re.Pattern[str], text: str) -> bool:
    """Whether a text gives a term its capital often, and hardly ever a small letter."""
    large = len(re.findall(rf"[\w,] {re.escape(term)}(?!\w)", text))
    many = len(small.findall(text))
    if many == 1:
        return large >= _FEW
    return many == _FEW and large >= _MOSTLY * many


def listed_together(reading: Reading) -> Iterator[Flaw]:
    """`PIHAK KESATU dan PIHAK KEDUA bersama-sama disebut PARA PIHAK`, and there is a third."""
    terms = [pihak.sebutan for pihak in front_of(reading).para_pihak if pihak.sebutan]
    if len(terms) < _FEW:
        return
    term = "|".join(map(re.escape, sorted(terms, key=len, reverse=True)))
    joined = r"(?:, (?:dan |serta )?| dan | serta )"
    series = re.compile(
        rf"(?<!\w)((?:{term})(?:{joined}(?:{term}))+),?"
        r"(?= (?:selanjutnya |yang |secara ){0,3}(?:selanjutnya )?bersama-sama\b)"
    )
    for excerpt in reading.excerpts:
        for match in series.finditer(excerpt.text):
            named = set(re.findall(term, match[1]))
            missing = [one for one in terms if one not in named]
            if missing:
                message = f"{', '.join(missing)} tidak ikut disebut"
                saran, begin = "sebut semua pihak", match.start()
                yield excerpt.flaw(match[1], message, saran, begin)


def together(reading: Reading) -> Iterator[Flaw]:
    """`bersama-sama disebut KEDUA PIHAK`, and then PARA PIHAK to the end."""
    for excerpt in reading.excerpts:
        for match in SET_TOGETHER.finditer(excerpt.text):
            used = Counter(
                found[0]
                for other in reading.excerpts
                for found in _COLLECTIVE.finditer(other.text)
                if (other, found.start()) != (excerpt, match.start(1))
            )
            usual, times = next(iter(used.most_common(1)), ("", 0))
            own = match[1]
            is_of_pihak = own.upper().endswith("PIHAK")
            is_alike = usual.isupper() == own.isupper() and is_of_pihak
            fewest = 1 if is_alike else _MOSTLY
            if times >= fewest and used[own] == 0 and usual != own:
                message = f"naskah ini memakai {usual}, bukan {match[1]}"
                begin, saran = match.start(1), "samakan sebutannya"
                yield excerpt.flaw(match[1], message, saran, begin)
