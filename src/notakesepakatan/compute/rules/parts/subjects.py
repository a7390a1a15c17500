"""What a reference is about stands there: in the pasal, the letter, the annex that it names."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from notakesepakatan.compute.rules.parts.rujukan import of_another_text
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading
from notakesepakatan.compute.rules.structure import foreign_pasal
from notakesepakatan.place import Address

_REFERRED = re.compile(r" sebagaimana dimaksud dalam Pasal (\d+[A-Z]*)")
_SUBJECT = re.compile(r"[\w ,/-]{5,}\Z")
"""The words before it, in which its subject is named last."""
_LONGEST_SUBJECT = 80
_PAPER = re.compile(
    r"\b((?:Kesepakatan|Nota|Perjanjian|Surat|Keputusan|Berita|Rencana|Laporan)"
    r"(?: [A-Z][a-z]+)+) sebagaimana dimaksud dalam Pasal (\d+[A-Z]*)"
)
_LETTER = re.compile(
    r"sebagaimana dimaksud (?:dalam Pasal (\d+[A-Z]*) |pada )?"
    r"ayat (?P<label>\(?(\d+)\)?) huruf ([a-z])\b"
)
_TO_LAMPIRAN = re.compile(
    r"((?:[\w/-]+ ){1,5})(?:sebagaimana )?(?:tercantum|dimaksud|diatur|terlampir|disebut)"
    r" (?:dalam|pada) (Lampiran ([IVX]+))\b"
)
_HEAD_OF_LAMPIRAN = re.compile(r"(?:LAMPIRAN|Lampiran) ([IVX]+)\b")
_HEADING = re.compile(r"(?:Pasal|PASAL) \w+\.? ")
_PLAN = (
    "rencana",
    "kerja",
)
_OF_PLAN = frozenset(("kegiatan", "program", "tahapan", *_PLAN))
"""Words for what stands in a Rencana Kerja."""
_SHORTEST_WORD = 5
_SHORTEST_ROOT = 5
_FEWEST_SHARED = 2
_OF_NO_SUBJECT = """
    dalam sebagaimana dimaksud dengan setelah sebelum paling lambat waktu pihak para
    pertama kesatu kedua ketiga yang untuk kepada pasal huruf secara tidak
"""
_NO_SUBJECT = frozenset(_OF_NO_SUBJECT.split())
_CHECK_NUMBER = "periksa nomor yang dituju"


class _Part(NamedTuple):
    """One pasal: its number, its heading in small letters, its texts."""

    label: str
    heading: str
    excerpts: Sequence[Excerpt]


def of_rujukan(reading: Reading) -> Iterator[Flaw]:
    """`tugas dan tanggung jawab … dalam Pasal 5`, where the pasal of that heading is another."""
    parts = _typed_parts(reading) if reading.typed else _plain_parts(reading)
    for part in parts:
        for excerpt in part.excerpts:
            yield from _other_heading(excerpt, parts)
            yield from _other_paper(excerpt, part, parts)
    yield from _other_letters(reading)
    yield from _other_lampiran(reading)


def _typed_parts(reading: Reading) -> list[_Part]:
    result = list[_Part]()
    texts = [one for one in reading.excerpts if one.path[0] == "pasal"]
    for i, pasal in enumerate(reading.kesepakatan.pasal):
        own = [one for one in texts if one.path[1] == i]
        result.append(_Part(pasal.nomor or "", (pasal.judul or "").lower(), own))
    return result


def _plain_parts(reading: Reading) -> list[_Part]:
    result = list[_Part]()
    for pasal in foreign_pasal(reading.excerpts):
        own = [excerpt for excerpt, _ in pasal.excerpts]
        heading = _HEADING.sub("", pasal.heading.text.strip() + " ").strip()
        if not heading and own and own[0].text.isupper():
            heading = own[0].text.strip()
        result.append(_Part(pasal.label, heading.lower(), own))
    return result


def _other_heading(excerpt: Excerpt, parts: Sequence[_Part]) -> Iterator[Flaw]:
    headings = {part.label: part.heading for part in parts if part.heading}
    for subject, nomor in _subjects(excerpt.text):
        meant = [other for other in headings if subject.endswith(headings[other])]
        if meant and nomor in headings and nomor not in meant:
            word = f"Pasal {nomor}"
            message = f"{word} mengatur {headings[nomor]}; mungkin Pasal {meant[0]}"
            yield excerpt.flaw(word, message, _CHECK_NUMBER)


def _subjects(text: str) -> Iterator[tuple[str, str]]:
    """What is said to be meant in a pasal, in small letters, and the number of that."""
    already = 0
    for match in _REFERRED.finditer(text):
        begin = max(already, match.start() - _LONGEST_SUBJECT)
        subject = _SUBJECT.search(text[begin : match.start()])
        already = match.end()
        if subject:
            yield subject[0].lower(), match[1]


def _other_paper(
    excerpt: Excerpt, own: _Part, parts: Sequence[_Part]
) -> Iterator[Flaw]:
    """`Kesepakatan Bersama … dalam Pasal 2`, of which only Pasal 1 speaks."""
    for match in _PAPER.finditer(excerpt.text):
        if of_another_text(excerpt.text, match.start(2), match.end()):
            continue
        speaking = [part.label for part in parts if _speaks_of(part, match[1])]
        others = [label for label in speaking if label != own.label]
        if len(others) == 1 and match[2] not in speaking:
            word = f"Pasal {match[2]}"
            message = f"{match[1]} disebut dalam Pasal {others[0]}, tidak dalam {word}"
            yield excerpt.flaw(word, message, _CHECK_NUMBER)


def _speaks_of(part: _Part, name: str) -> bool:
    is_other = re.compile(rf"\b{re.escape(name)}(?! ini\b)")
    return any(is_other.search(one.text) for one in part.excerpts)


def _other_letters(reading: Reading) -> Iterator[Flaw]:
    """A letter that says nothing of what is referred to, where one beside it says it all."""
    texts = _letters(reading)
    for excerpt, own in _places(reading):
        for match in _LETTER.finditer(excerpt.text):
            pasal = ("pasal", match[1]) if match[1] else own[0]
            meant = (pasal, ("ayat", match[3]), ("huruf", match[4]))
            right = _letter_meant(excerpt.text[: match.start()], meant, texts)
            if right:
                yield _told_letter(excerpt, match, right)


def _told_letter(excerpt: Excerpt, match: re.Match[str], right: Address) -> Flaw:
    _, (_, ayat), (_, huruf) = right
    label = match["label"].replace(match[3], ayat)
    message = f"isinya hal lain; mungkin ayat {label} huruf {huruf}"
    piece = f"ayat {match['label']} huruf {match[4]}"
    begin = match.end() - len(piece)
    return excerpt.flaw(piece, message, _CHECK_NUMBER, begin)


def _letter_meant(
    subject: str, meant: Address, texts: dict[Address, str]
) -> Address | None:
    """The one letter of a pasal that says what is referred to; None where it may be the named."""
    sought = _content(subject)
    if meant not in texts or len(sought) < _FEWEST_SHARED:
        return None
    if _shared(sought, texts[meant]):
        return None
    others = [one for one in texts if one[0] == meant[0] and one != meant]
    near = [one for one in others if _shared(sought, texts[one]) >= _FEWEST_SHARED]
    return near[0] if len(near) == 1 else None


def _content(text: str) -> set[str]:
    found = re.findall(rf"[a-z]{{{_SHORTEST_WORD},}}", text.lower())
    return set(found) - _NO_SUBJECT


def _shared(sought: set[str], text: str) -> int:
    """How many of these words stand in a text, in whatever form."""
    there = _content(text)
    return sum(any(_is_of_one_root(word, one) for one in there) for word in sought)


def _is_of_one_root(one: str, other: str) -> bool:
    """`memulihkan` and `dipulihkan`."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.find_longest_match().size >= _SHORTEST_ROOT


def _places(reading: Reading) -> Iterator[tuple[Excerpt, Address]]:
    """Every text of a pasal, and the numbers that lead to it."""
    if reading.typed is None:
        yield from _plain_places(reading)
        return
    alamat = reading.numbers.alamat
    for excerpt in reading.excerpts:
        path = excerpt.path
        if path[0] != "pasal" or path[:2] not in alamat:
            continue
        ends = range(len(path), 1, -1)
        own = next(alamat[path[:end]] for end in ends if path[:end] in alamat)
        yield excerpt, own


def _plain_places(reading: Reading) -> Iterator[tuple[Excerpt, Address]]:
    for pasal in foreign_pasal(reading.excerpts):
        letters = {id(excerpt): label for label, excerpt in pasal.huruf}
        for excerpt, ayat in pasal.excerpts:
            own: Address = (("pasal", pasal.label),)
            if ayat:
                own = (*own, ("ayat", ayat))
            if id(excerpt) in letters:
                own = (*own, ("huruf", letters[id(excerpt)]))
            yield excerpt, own


def _letters(reading: Reading) -> dict[Address, str]:
    """The text of each letter below an ayat, by its address."""
    result = dict[Address, str]()
    for excerpt, address in _places(reading):
        units = tuple(unit for unit, _ in address[:3])
        if units == ("pasal", "ayat", "huruf"):
            before = result.get(address[:3], "")
            result[address[:3]] = f"{before} {excerpt.text}"
    return result


def _other_lampiran(reading: Reading) -> Iterator[Flaw]:
    """`perlengkapan … tercantum dalam Lampiran II`, where Lampiran IV has that title."""
    titles = _typed_titles(reading) if reading.typed else _plain_titles(reading)
    if len(titles) < _FEWEST_SHARED:
        return
    for excerpt in reading.excerpts:
        for match in _TO_LAMPIRAN.finditer(excerpt.text):
            subject = set(re.findall(r"[a-z]+", match[1].lower()))
            own = titles.get(match[3])
            if own is None or subject & own:
                continue
            meant = [label for label, title in titles.items() if subject & title]
            if len(meant) == 1:
                message = f"halnya diatur dalam Lampiran {meant[0]}"
                begin = match.start(2)
                yield excerpt.flaw(match[2], message, _CHECK_NUMBER, begin)


def _typed_titles(reading: Reading) -> dict[str, frozenset[str]]:
    result = dict[str, frozenset[str]]()
    for _, each in reading.kesepakatan.every_lampiran:
        judul = each.judul if isinstance(each.judul, str) else " ".join(each.judul)
        if each.nomor and not each.dihapus:
            result[each.nomor] = _words_of_title(judul)
    return result


def _plain_titles(reading: Reading) -> dict[str, frozenset[str]]:
    """The first line in capitals below the head of each annex."""
    result = dict[str, frozenset[str]]()
    label = ""
    for excerpt in reading.excerpts:
        text = excerpt.text.strip()
        head = _HEAD_OF_LAMPIRAN.match(text)
        if head:
            label = head[1]
        elif label and text.isupper() and "\t" not in text:
            result.setdefault(label, _words_of_title(text))
            label = ""
    return result


def _words_of_title(title: str) -> frozenset[str]:
    """What a title is about: its first words, or all that a Rencana Kerja has."""
    found = re.findall(r"[a-z]+", title.lower())
    if tuple(found[:2]) == _PLAN:
        return _OF_PLAN
    return frozenset(word for word in found if len(word) >= _SHORTEST_WORD)
