"""A text and its term in, the same text saying a longer term out.

Where the term is typed as words, it is found by role, by heading, or by what is said of
it: as a length, from a day until another, until a day, budget years, years of an annex.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.text.tree import Tree, deleted, get_at, place_at, set_at
from notakesepakatan.compute.time.calendar import DAY, OfficeCalendar
from notakesepakatan.compute.time.term import add_lama, certain_end
from notakesepakatan.model.dasar import LAMA_UNITS, Lama
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.place import DataPath
from notakesepakatan.words.numbers import terbilang
from notakesepakatan.words.tanggal import (
    LONG_PATTERN,
    day_name,
    parse_long,
    tanggal_long,
)

_ROLES = ("jangka_waktu_berlaku", "jangka_waktu")
_HEADINGS = ("jangka waktu", "masa berlaku")
_NO_SENTENCE = ("judul", *HEADS, *HEADS.values(), "kunci", "nomor", "terjemahan")
_BEFORE = 80
"""Letters before a mention that tell what it is about."""

_ABOUT_TERM = re.compile(
    r"\b(?:jangka waktu|berlaku|masa berlaku)(?:nya)?\b(?!.*[.;])", re.I
)
_LASTING = re.compile(r"\bselama\b(?!.*[.;])", re.I)
"""What may be about the term, where no other words of the text are."""
_OF_ANOTHER_TIME = re.compile(
    r" ?(?:kalender )?(?:sekali\b|(?:sejak|setelah|sesudah|terhitung)\b[^.;]{0,60}\bberakhir)",
    re.I,
)
"""What stands behind a span of another duty: "2 tahun sejak Kesepakatan berakhir"."""
_ABOUT_OTHER = re.compile(
    r"(?:paling (?:lambat|lama|singkat|cepat)|diperpanjang|perpanjangan|setiap|"
    r"pemberitahuan|pelaksanaan|pekerjaan|pembayaran|pemeliharaan|penyelesaian|"
    r"garansi|jaminan|kerahasiaan|rahasia|transisi|pemulihan|evaluasi|penyimpanan|"
    r"retensi)\b(?!.*[.;])",
    re.I,
)
_OF_KESEPAKATAN = re.compile(
    r"jangka waktu|(?:perjanjian|kesepakatan|kesepahaman|memorandum|kontrak)\b"
    r"[\w ]{0,60}\bberlaku",
    re.I,
)
_SPAN = re.compile(
    rf"(?<![\w.,])(?P<jumlah>[1-9]\d{{0,3}}) (?P<kata>\([A-Za-z ]+\) )?"
    rf"(?P<satuan>{'|'.join(LAMA_UNITS)})\b(?! (?:kalender )?(?:sebelum|sesudah|setelah))",
    re.I,
)
_DAY_WORDS = (
    rf"(?:hari (?P<hari>\w+),? )?(?:tanggal )?(?P<tanggal>{LONG_PATTERN}|"
    r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
)
_LAST = re.compile(
    rf"(?:sampai dengan|sampai|s\.d\.|s/d|hingga|berakhir pada|berakhir) {_DAY_WORDS}",
    re.I,
)
_FIRST = re.compile(rf"(?:sejak|mulai|terhitung|dari) {_DAY_WORDS}", re.I)
_RANGE = re.compile(rf"{_DAY_WORDS},? (?=sampai|s\.d\.|s/d|hingga)", re.I)
_BUDGET_YEARS = re.compile(
    r"tahun anggaran (?P<awal>\d{4})"
    r"(?: ?(?:-|–|sampai dengan|s\.d\.) ?(?:tahun anggaran )?(?P<akhir>\d{4}))?",
    re.I,
)
_YEARS = re.compile(r"(?<!\d)(\d{4})( ?(?:-|–|sampai dengan|s\.d\.) ?)(\d{4})(?!\d)")
_DIGITS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})")
_IN_MONTHS = {"bulan": 1, "tahun": 12}


_WITH_BUDGET_YEARS = ("judul", "pertimbangan", "kalimat", "pasal", "lampiran")
"""Parts of a text that may name a budget year."""


class WrongTerm(Exception):
    """A text whose term cannot be made longer; `str()` says why, `saran` what to do."""

    def __init__(self, message: str, saran: str) -> None:
        super().__init__(message)
        self.saran = saran


class Reworded(NamedTuple):
    """One text that says the term otherwise.

    Attributes:
        letak: its address: "Pasal 6 ayat (1) isi".
        semula: what it said of the term.
        menjadi: what it says now.
    """

    letak: str
    semula: str
    menjadi: str


@dataclass(frozen=True)
class LongerText:
    """A text with a longer term.

    Attributes:
        tree: the text, data and words alike.
        reworded: texts in which the term is typed as words.
        alike: addresses of other texts that name the old last day.
        budget_years: addresses of texts that still name the budget year in which it lies.
    """

    tree: Tree
    reworded: tuple[Reworded, ...] = ()
    alike: tuple[str, ...] = ()
    budget_years: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Facts:
    """What the data say of a term: how long, from when, until when, which budget years."""

    term: JangkaWaktu
    first: date | None
    last: date | None


def longer(tree: Tree, before: Kesepakatan, jangka_waktu: JangkaWaktu) -> LongerText:
    """The text with this term, in its data and wherever it says it.

    Args:
        tree: the text.
        before: the same, validated.
        jangka_waktu: the longer term.

    Raises:
        WrongTerm: the text says it nowhere, or its length, its days and the data do not
            agree, or the new term cannot be said in the same way.
    """
    old, new = _facts(before, before.jangka_waktu), _facts(before, jangka_waktu)
    klausul, elsewhere = _texts_by_klausul(tree)
    said = _saying_term(tree, klausul, elsewhere, old)
    more = [
        path
        for path in elsewhere
        if path not in said and _is_of_kesepakatan(get_at(tree, path), old)
    ]
    changed = (*said, *more)
    result, reworded = _with_term(tree, changed, old, new)
    result = set_at(result, ("jangka_waktu",), str(jangka_waktu))
    result, of_lampiran = _lampiran_years(result, old, new)
    alike = [
        place_at(tree, path).words
        for path in (*klausul, *elsewhere)
        if path not in changed and _names_day(get_at(tree, path), old.last)
    ]
    left = tuple(_left_budget_years(result, old, new))
    return LongerText(result, (*reworded, *of_lampiran), tuple(alike), left)


def _left_budget_years(tree: Tree, old: _Facts, new: _Facts) -> Iterator[str]:
    """Addresses of texts that go only to the budget year in which the old term ends."""
    if old.last is None or new.last is None or new.last.year <= old.last.year:
        return
    parts = (_sentences(tree.get(key) or [], (key,)) for key in _WITH_BUDGET_YEARS)
    for path in (*chain.from_iterable(parts), *_titles_of_lampiran(tree)):
        years = _BUDGET_YEARS.finditer(get_at(tree, path))
        if any(int(m["akhir"] or m["awal"]) == old.last.year for m in years):
            yield place_at(tree, path).words


def _saying_term(
    tree: Tree, klausul: list[DataPath], elsewhere: list[DataPath], old: _Facts
) -> list[DataPath]:
    """Where the term is said in words: in the clause on it, or else elsewhere.

    Empty where a text has it filled in from the data instead.

    Raises:
        WrongTerm: it is said nowhere.
    """
    said = [path for path in klausul if _says_term(get_at(tree, path))]
    if said or _takes_over(klausul, tree):
        return said
    said = [path for path in elsewhere if _is_of_kesepakatan(get_at(tree, path), old)]
    if said or _takes_over(elsewhere, tree):
        return said
    raise WrongTerm(
        "jangka waktunya tidak ditemukan dalam naskah",
        "tulis bunyi barunya pada salinan naskah, lalu jalankan dengan --dari",
    )


def _with_term(
    tree: Tree, paths: Iterable[DataPath], old: _Facts, new: _Facts
) -> tuple[Tree, list[Reworded]]:
    """The tree with the longer term in these texts, and what they said before."""
    result, reworded = tree, list[Reworded]()
    for path in paths:
        changed, pieces = _reworded(get_at(tree, path), old, new)
        result = set_at(result, path, changed)
        letak = place_at(tree, path).words
        reworded += [Reworded(letak, *piece) for piece in pieces]
    return result, reworded


def _facts(kesepakatan: Kesepakatan, term: JangkaWaktu) -> _Facts:
    signed = kesepakatan.signed
    knows_first = signed or term.mulai or term.tahun_anggaran
    first = term.first_day(signed or date.min) if knows_first else None
    return _Facts(term, first, certain_end(term, signed, kesepakatan.konvensi_berakhir))


# Where the term is said.


def _texts_by_klausul(tree: Tree) -> tuple[list[DataPath], list[DataPath]]:
    """Paths of the sentences of the clause on the term, and of all others."""
    roots = list(_klausul_roots(tree))
    klausul, elsewhere = list[DataPath](), list[DataPath]()
    for path in _sentences(tree.get("pasal") or [], ("pasal",)):
        inside = any(path[: len(root)] == root for root in roots)
        (klausul if inside else elsewhere).append(path)
    return klausul, elsewhere


def _klausul_roots(tree: Tree) -> Iterator[DataPath]:
    """The clause by its role, or else the pasal by their headings."""
    for role in _ROLES:
        for path in _with_kunci(tree.get("pasal") or [], ("pasal",), role):
            yield path
            return
    for i, pasal in enumerate(tree.get("pasal") or []):
        heading = str(pasal.get("judul") or "").lower()
        if any(name in heading for name in _HEADINGS) and not deleted(pasal):
            yield ("pasal", i)


def _with_kunci(node: Any, path: DataPath, role: str) -> Iterator[DataPath]:
    if isinstance(node, list):
        for i, item in enumerate(node):
            yield from _with_kunci(item, (*path, i), role)
    elif isinstance(node, dict):
        if node.get("kunci") == role and not deleted(node):
            yield path
        for key, content in node.items():
            if isinstance(content, list):
                yield from _with_kunci(content, (*path, key), role)


def _sentences(node: Any, path: DataPath) -> Iterator[DataPath]:
    if isinstance(node, str):
        yield path
    elif isinstance(node, list):
        for i, item in enumerate(node):
            yield from _sentences(item, (*path, i))
    elif isinstance(node, dict) and not deleted(node):
        for key, content in node.items():
            if key not in _NO_SENTENCE:
                yield from _sentences(content, (*path, key))


def _takes_over(paths: Sequence[DataPath], tree: Tree) -> bool:
    """Whether one of these texts has the term filled in from the data."""
    return any("[[jangka_waktu" in get_at(tree, path) for path in paths)


def _says_term(text: str) -> bool:
    return any(True for _ in _mentions(text))


def _is_of_kesepakatan(text: str, old: _Facts) -> bool:
    """Whether a text says the term of the agreement, and the one of the data."""
    if not _OF_KESEPAKATAN.search(text):
        return False
    found = list(_mentions(text))
    return any(_is_the_term(mention, old) for mention in found)


def _names_day(text: str, day: date | None) -> bool:
    return day is not None and tanggal_long(day).lower() in text.lower()


# What is said.


class _Mention(NamedTuple):
    """A length, a first or last day, budget years, as they stand in a text."""

    kind: str
    match: re.Match[str]


def _mentions(text: str) -> Iterator[_Mention]:
    of_term = list(_spans(text, _ABOUT_TERM)) or list(_spans(text, _LASTING))
    yield from (_Mention("lama", match) for match in of_term)
    patterns = (("akhir", _LAST), ("awal", _FIRST), ("awal", _RANGE))
    seen = set[int]()
    for kind, pattern in patterns:
        for match in pattern.finditer(text):
            before = text[max(match.start() - _BEFORE, 0) : match.start()]
            if match.start("tanggal") in seen or _ABOUT_OTHER.search(before):
                continue
            seen.add(match.start("tanggal"))
            if _day(match["tanggal"]):
                yield _Mention(kind, match)
    for match in _BUDGET_YEARS.finditer(text):
        yield _Mention("tahun", match)


def _spans(text: str, about: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Spans before which a text says what they are about."""
    for match in _SPAN.finditer(text):
        before = text[max(match.start() - _BEFORE, 0) : match.start()]
        is_other = _ABOUT_OTHER.search(before) or _OF_ANOTHER_TIME.match(
            text, match.end()
        )
        if about.search(before) and not is_other:
            yield match


def _day(text: str) -> date | None:
    digits = _DIGITS.fullmatch(text)
    try:
        if digits:
            day, _, month, year = digits.groups()
            return date(int(year), int(month), int(day))
        return parse_long(text)
    except ValueError:
        return None


def _span_of(match: re.Match[str]) -> Lama:
    return Lama.model_validate(f"{match['jumlah']} {match['satuan'].lower()}")


def _is_the_term(mention: _Mention, old: _Facts) -> bool:
    """Whether a mention agrees with the data."""
    match = mention.match
    if mention.kind == "lama":
        return _same_span(_span_of(match), old)
    if mention.kind == "tahun":
        return _years_said(match) == old.term.tahun_anggaran
    day = _day(match["tanggal"])
    if mention.kind == "awal":
        return day == old.first
    return bool(day and old.last) and _offset(day, old.last) is not None


def _same_span(span: Lama, facts: _Facts) -> bool:
    if facts.term.selama:
        return _months(span) == _months(facts.term.selama)
    return _months(span) == _months(_span_between(facts.first, facts.last))


def _months(span: Lama | None) -> object:
    if span is None:
        return None
    if span.satuan in _IN_MONTHS:
        return span.jumlah * _IN_MONTHS[span.satuan]
    return str(span)


def _span_between(first: date | None, last: date | None) -> Lama | None:
    """How long from a first to a last day, both counted; None where in no whole months."""
    if first is None or last is None:
        return None
    for end in (last + DAY, last):
        between = relativedelta(end, first)
        months = between.years * 12 + between.months
        if months and not between.days:
            return Lama(jumlah=months, satuan="bulan")
    return None


def _offset(day: date | None, last: date | None) -> int | None:
    """How many days a last day in the text is before the one that is reckoned, 0 or 1."""
    if day is None or last is None:
        return None
    days = (last - day).days
    return days if days in (0, 1) else None


def _years_said(match: re.Match[str]) -> str:
    first, last = match["awal"], match["akhir"]
    return f"{first}-{last}" if last and last != first else first


# How it is said of the longer term.


def _reworded(text: str, old: _Facts, new: _Facts) -> tuple[str, list[tuple[str, str]]]:
    """A text with the longer term, and each piece as it was and as it is.

    Raises:
        WrongTerm: what it says is not the term of the data, or cannot be said so.
    """
    pieces = list[tuple[str, str]]()
    mentions = sorted(_mentions(text), key=lambda each: -each.match.start())
    only_length = not any(each.kind == "akhir" for each in mentions)
    for mention in mentions:
        if not _is_the_term(mention, old):
            raise _disagrees(mention, old)
        start, end = mention.match.span()
        says_length = only_length and mention.kind == "lama"
        if says_length and not _is_whole_span(mention.match, old, new):
            start, end, longer_piece = _until_a_day(text, mention.match, new)
        else:
            longer_piece = _said_anew(mention, old, new)
        piece = text[start:end]
        if longer_piece != piece:
            text = text[:start] + longer_piece + text[end:]
            pieces.append((piece, longer_piece))
    return text, pieces[::-1]


def _is_whole_span(length: re.Match[str], old: _Facts, new: _Facts) -> bool:
    """Whether a length in the same unit, reckoned as the old one, ends on the new last day."""
    span = old.term.selama or _span_between(old.first, old.last)
    if new.term.selama or not span or not old.first or not old.last or not new.last:
        return True
    counted_to = add_lama(old.first, span, OfficeCalendar())
    end = new.last + (counted_to - old.last)
    between = relativedelta(end, old.first)
    in_years = length["satuan"].lower() == "tahun"
    return not between.days and not (in_years and between.months)


_LENGTH_BEGINS = re.compile(
    r"(?:untuk jangka waktu selama|(?:untuk|dalam) jangka waktu|selama) $", re.I
)
_SINCE = re.compile(
    r",? (?P<since>(?:terhitung )?(?:sejak|mulai) .+?)(?= dan |[.;,]|$)"
)


def _until_a_day(text: str, length: re.Match[str], new: _Facts) -> tuple[int, int, str]:
    """Where a length is said, and the last day to be said there: "sejak … sampai dengan …".

    Raises:
        WrongTerm: it is said in no way that a day can take the place of.
    """
    begins = _LENGTH_BEGINS.search(text, 0, length.start())
    if begins is None or new.last is None:
        raise WrongTerm(
            f'naskah menyebut lamanya ("{length[0]}"), bukan hari terakhirnya',
            "sebut berapa lama lagi, atau tulis bunyi barunya pada salinan naskah, lalu "
            "jalankan dengan --dari",
        )
    until = f"sampai dengan {tanggal_long(new.last)}"
    since = _SINCE.match(text, length.end())
    if since is None:
        return begins.start(), length.end(), until
    return begins.start(), since.end(), f"{since['since']} {until}"


def _disagrees(mention: _Mention, old: _Facts) -> WrongTerm:
    last = f" (berakhir {tanggal_long(old.last)})" if old.last else ""
    return WrongTerm(
        f'naskah menyebut "{mention.match[0]}", sedangkan jangka waktu menurut data '
        f'adalah "{old.term}"{last}; lama dan tanggalnya tidak bersesuaian',
        "samakan dahulu dengan nota adendum --dari … --perbaikan, atau tulis seluruh "
        "jangka waktu yang baru dengan --dari",
    )


def _said_anew(mention: _Mention, old: _Facts, new: _Facts) -> str:
    match = mention.match
    if mention.kind == "lama":
        return _longer_span(match, new)
    if mention.kind == "tahun":
        return _longer_years(match, new)
    if mention.kind == "awal":
        return match[0]
    return _later_day(match, old, new)


def _longer_span(match: re.Match[str], new: _Facts) -> str:
    span = new.term.selama or _span_between(new.first, new.last)
    if span is None:
        raise WrongTerm(
            f'naskah menyebut lamanya ("{match[0]}"), sedangkan jangka waktu yang baru '
            "tidak genap dalam bulan atau tahun",
            "tulis bunyi barunya pada salinan naskah, lalu jalankan dengan --dari",
        )
    count, unit = span.jumlah, str(span.satuan)
    wanted = match["satuan"].lower()
    months = count * _IN_MONTHS.get(unit, 0)
    if wanted in _IN_MONTHS and months and not months % _IN_MONTHS[wanted]:
        count, unit = months // _IN_MONTHS[wanted], wanted
    words = terbilang(count)
    if match["kata"] and match["kata"][1].isupper():
        words = words.title()
    in_words = f"({words}) " if match["kata"] else ""
    return f"{count} {in_words}{unit}"


def _longer_years(match: re.Match[str], new: _Facts) -> str:
    years = new.term.budget_years
    if not match["akhir"]:
        return f"{_before(match, 'awal')}{years}"
    return f"{_before(match, 'akhir')}{years[-_DIGITS_OF_YEAR:]}"


def _before(match: re.Match[str], group: str) -> str:
    """What a match says before a part of it."""
    return match[0][: match.start(group) - match.start()]


_DIGITS_OF_YEAR = 4


def _later_day(match: re.Match[str], old: _Facts, new: _Facts) -> str:
    offset = _offset(_day(match["tanggal"]), old.last)
    if new.last is None or offset is None:
        raise WrongTerm(
            f'hari terakhir yang baru bagi "{match[0]}" tidak dapat dihitung',
            "tulis bunyi barunya pada salinan naskah, lalu jalankan dengan --dari",
        )
    day = new.last - DAY * offset
    text, start = match[0], match.start()
    begin, end = match.start("tanggal") - start, match.end("tanggal") - start
    said = _as_written(match["tanggal"], day)
    text = text[:begin] + said + text[end:]
    if match["hari"]:
        begin, end = match.start("hari") - start, match.end("hari") - start
        text = text[:begin] + day_name(day) + text[end:]
    return text


def _as_written(text: str, day: date) -> str:
    """A day in figures where the old one is, else in words."""
    digits = _DIGITS.fullmatch(text)
    if not digits:
        return tanggal_long(day)
    dash = digits[2]
    return f"{day.day:02}{dash}{day.month:02}{dash}{day.year}"


def _lampiran_years(
    tree: Tree, old: _Facts, new: _Facts
) -> tuple[Tree, list[Reworded]]:
    """The tree with the years in the titles of its annexes, where they are the term's."""
    reworded = list[Reworded]()
    if old.first is None or old.last is None or new.last is None:
        return tree, reworded
    years = (str(old.first.year), str(old.last.year))
    for path in _titles_of_lampiran(tree):
        title = get_at(tree, path)
        match = _YEARS.search(title)
        if match and (match[1], match[3]) == years:
            longer_years = f"{match[1]}{match[2]}{new.last.year}"
            changed = title[: match.start()] + longer_years + title[match.end() :]
            letak = place_at(tree, path[: path.index("judul") + 1]).words
            reworded.append(Reworded(letak, match[0], longer_years))
            tree = set_at(tree, path, changed)
    return tree, reworded


def _titles_of_lampiran(tree: Tree) -> list[DataPath]:
    """The titles of the one annex that a text has, or of each of several."""
    lampiran = tree.get("lampiran") or []
    paths: list[DataPath] = [("lampiran",)]
    if isinstance(lampiran, list):
        paths = [("lampiran", i) for i in range(len(lampiran))]
    titles = list[DataPath]()
    for path in paths:
        where = (*path, "judul")
        titles += _sentences(get_at(tree, where), where)
    return titles
