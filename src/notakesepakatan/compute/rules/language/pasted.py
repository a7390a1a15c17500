"""What came along when a text was pasted from another document: numbers, bullets, remarks.

The program prints numbers itself, so that a number at the head of a text stands twice.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading
from notakesepakatan.place import HEAD_NAMES, DataPath, level
from notakesepakatan.words.lists import nth_huruf
from notakesepakatan.words.numbers import roman

_WORDS_OF_PARTS = ("isi", "nama", "judul", "teks")
"""Keys that hold what stands right behind the number of a part."""
_AYAT = re.compile(r"\((\d{1,3}[a-z]?)\)\.?\s+(?=\S)")
_LABEL = re.compile(r"\(?(\w{1,6})[.)]\s+(?=\S)")
_PASAL = re.compile(r"pasal\s+(\w{1,6})\b[.:]?", re.IGNORECASE)
_HEADS = {
    "bab": re.compile(r"bab\s+[ivxlc]+[a-z]?\b[.:]?\s*", re.IGNORECASE),
    "judul_bagian": re.compile(r"bagian\s+ke\w+(?: belas)?\b[.:]?\s*", re.IGNORECASE),
    "judul_paragraf": re.compile(r"paragraf\s+\d+[a-z]?\b[.:]?\s*", re.IGNORECASE),
}
"""How the number of a head stands before its title, by the key of that."""
_INITIAL = re.compile(r"[a-z]\.")
_DOUBLED = re.compile(
    r"(?:\((?P<ayat>\d{1,3})\)\s+\((?P=ayat)\)"
    r"|(?P<item>[a-z]|\d{1,3})(?P<mark>[.)])\s+(?P=item)(?P=mark)"
    r"|(?:[a-z]|\d{1,3})[.)]\s+(?:[b-z]\)|\((?!1\))\d{1,3}\)\.?)(?=\s+[a-z])"
    r"|\(\d{1,3}\)\s+(?:\(\d{1,3}\)\.?|[a-z][.)])(?=\s+[A-Z])"
    r"|Pasal (?P<pasal>\d{1,3})\s+PASAL (?P=pasal))(?=\s|$)"
)
_BULLETS = "•●▪◦‣○■"
_BULLET = re.compile(rf"(?:[{_BULLETS}]\s*|[-–—]\s+(?!\d))(?=\S)")
_INNER_BULLET = re.compile(rf"(?<=\S)\s[{_BULLETS}]\s(?=\S)")
_WAITS = re.compile(
    r"(?:^|\s)(?:dan|atau|dengan|pada|dalam|untuk|oleh|dari|Nomor|No\.|Pasal|ayat|huruf"
    r"|angka|butir|Rp|Rp\.|sebesar)$"
)
_REMARK_LENGTH = 60
_MAY_LACK_NUMBERS: tuple[Literal["pasal", "pertimbangan", "dasar_hukum"], ...] = (
    "pasal",
    "pertimbangan",
    "dasar_hukum",
)
"""Lists that `susunan` may leave without numbers."""
_LENGTH_IN_LIST = 3
"""Steps to the first words of an item of such a list."""
_LINKS = ("dan ", "atau ", "dan/atau ", "sampai dengan ")


class _Part(NamedTuple):
    """A numbered part whose words an excerpt is.

    Attributes:
        unit: how its list is numbered: "pasal", "ayat", "huruf".
        label: its number: "7A", "a".
        content: the part itself.
    """

    unit: str
    label: str
    content: Any


def numbers(reading: Reading) -> Iterator[Flaw]:
    """Numbers at the head of a text that the program prints before it already."""
    if reading.resolved is None:
        yield from _doubled(reading)
        return
    told = set[DataPath]()
    for excerpt in reading.excerpts:
        if _has_own_numbers(reading, excerpt.path):
            continue
        part = _part_of(reading.resolved, excerpt.path)
        flaw = _own_number(excerpt, part) if part else _own_head(excerpt)
        if flaw:
            told.add(excerpt.path)
            yield flaw
    for flaw in _in_sequence(reading):
        if flaw.place.path not in told:
            yield flaw


def _doubled(reading: Reading) -> Iterator[Flaw]:
    """In a text of others, where the numbers themselves stand: the same one twice."""
    for excerpt in reading.excerpts:
        match = _DOUBLED.match(excerpt.text.lstrip())
        if match:
            yield excerpt.flaw(match[0], _TWICE, "hapus salah satu")


_TWICE = "nomor tertulis dua kali"
_REMOVE = "hapus nomor itu; nomor dicetak program"


def _has_own_numbers(reading: Reading, path: DataPath) -> bool:
    """Whether words are of a list without numbers on paper: what stands there is their own."""
    numbers = reading.kesepakatan.susunan.numbers
    return any(
        path[:1] == (part,) and len(path) == _LENGTH_IN_LIST and not numbers(part)
        for part in _MAY_LACK_NUMBERS
    )


def _part_of(
    node: Any,
    path: DataPath,
) -> _Part | None:
    """The part whose first words stand at a path; None where they are no such words."""
    unit = level(path[:-2]) if len(path) > 2 else None
    if unit is None or path[-1] not in _WORDS_OF_PARTS:
        return None
    for step in path[:-1]:
        node = node[step] if isinstance(step, int) else getattr(node, step)
    label = getattr(node, "angka" if path[0] == "dasar_hukum" else "nomor", None)
    return _Part(unit, label, node) if label else None


def _own_number(
    excerpt: Excerpt,
    part: _Part,
) -> Flaw | None:
    if part.unit == "pasal":
        return _own_pasal(excerpt, part)
    return _own_label(excerpt, part) or _other_ayat(excerpt, part)


def _own_head(excerpt: Excerpt) -> Flaw | None:
    """`BAB I KETENTUAN UMUM` as the title of a BAB; of a Bagian and a Paragraf likewise."""
    path = excerpt.path
    pattern = _HEADS.get(str(path[-1])) if len(path) == 3 else None
    match = pattern.match(excerpt.text) if pattern else None
    if match is None:
        return None
    rest = excerpt.text[match.end() :]
    message = f"nomor {HEAD_NAMES[str(path[-1])]} ikut tertempel di awal judulnya"
    fix = "" if rest else None
    return excerpt.flaw(match[0].rstrip(), message, _REMOVE, replace=fix)


def _own_label(
    excerpt: Excerpt,
    part: _Part,
) -> Flaw | None:
    """`(1) (1) PIHAK …` in ayat (1), `a. satu` in huruf a."""
    label = re.escape(part.label)
    match = re.match(rf"(?:(?:\({label}\)\.?|{label}[.)])\s+)+(?=\S)", excerpt.text)
    if not match or _goes_on(excerpt.text[match.end() :], part.label):
        return None
    message = "nomor ikut tertempel di awal teks"
    return excerpt.flaw(match[0].rstrip(), message, _REMOVE, replace="")


def _goes_on(
    rest: str,
    label: str,
) -> bool:
    """Whether what looks like a number is the head of an abbreviation, a number or a list.

    As in "a. n. Bupati", "1. 000 ekor" and "(1) dan (2) berlaku".
    """
    if rest.startswith(_LINKS):
        return True
    if label.isdigit():
        return rest[:1].isdigit()
    return bool(_INITIAL.match(rest))


def _other_ayat(
    excerpt: Excerpt,
    part: _Part,
) -> Flaw | None:
    """`(3) PIHAK …` in ayat (2): no sentence begins so, but which number is right?"""
    match = _AYAT.match(excerpt.text) if part.unit == "ayat" else None
    if not match or match[1] == part.label:
        return None
    message = f"teks diawali ({match[1]}), padahal tercetak sebagai ayat ({part.label})"
    saran = f'hapus, atau tambahkan "nomor: {match[1]}" bila memang itu nomornya'
    return excerpt.flaw(match[0].rstrip(), message, saran)


def _own_pasal(
    excerpt: Excerpt,
    part: _Part,
) -> Flaw | None:
    """`Pasal 1 PASAL 1 KETENTUAN UMUM`; in the text only where nothing else can be meant."""
    is_heading = excerpt.path[-1] == "judul"
    label = re.escape(part.label)
    pasal = rf"pasal\s+{label}\b[.:]?\s*"
    match = re.match(rf"(?:{pasal})+", excerpt.text, re.IGNORECASE)
    if not match:
        return _other_pasal(excerpt, part) if is_heading else None
    times = len(re.findall(pasal, match[0], re.IGNORECASE))
    rest = excerpt.text[match.end() :]
    if not is_heading:
        heading = (part.content.judul or "").lower()
        repeats_heading = bool(heading) and rest.lower().startswith(heading)
        if repeats_heading:
            rest = rest[len(heading) :].lstrip()
        elif times < 2 and not _AYAT.match(rest):
            return None
    piece = excerpt.text[: len(excerpt.text) - len(rest)].rstrip()
    message = "nomor pasal ikut tertempel di awal teks"
    return excerpt.flaw(piece, message, _REMOVE, replace="" if rest else None)


def _other_pasal(
    excerpt: Excerpt,
    part: _Part,
) -> Flaw | None:
    match = _PASAL.match(excerpt.text)
    if not match or not match[1][0].isdigit():
        return None
    message = f"judul diawali {match[0]}, padahal tercetak sebagai Pasal {part.label}"
    saran = f'hapus, atau tambahkan "nomor: {match[1]}" bila memang itu nomornya'
    return excerpt.flaw(match[0], message, saran)


def _in_sequence(reading: Reading) -> Iterator[Flaw]:
    """Lists whose every item begins with its place in another style: `1.` below huruf a."""
    for series in _lists_of(reading):
        labels = [_LABEL.match(excerpt.text) for excerpt in series]
        written = [match[1] if match else "" for match in labels]
        if len(series) < 2 or written not in _sequences(len(series)):
            continue
        for excerpt, match in zip(series, labels, strict=True):
            piece = match[0].rstrip() if match else ""
            message = "nomor ikut tertempel di awal teks"
            saran = "hapus nomor itu, atau pakai tingkat rincian yang bernomor demikian"
            yield excerpt.flaw(piece, message, saran)


def _lists_of(reading: Reading) -> Iterator[list[Excerpt]]:
    """The words of the items of each numbered list, in order."""
    lists = dict[DataPath, list[Excerpt]]()
    for excerpt in reading.excerpts:
        path = excerpt.path
        is_item = len(path) > 2 and path[-1] in _WORDS_OF_PARTS
        is_item = is_item and not _has_own_numbers(reading, path)
        if is_item and level(path[:-2]) not in (None, "pasal"):
            lists.setdefault(path[:-2], []).append(excerpt)
    yield from lists.values()


def _sequences(many: int) -> Sequence[list[str]]:
    """The numbers of so many items in each style that documents have."""
    ordinals = range(1, many + 1)
    romans = [roman(number) for number in ordinals]
    return (
        [str(number) for number in ordinals],
        [nth_huruf(number) for number in ordinals],
        romans,
        [numeral.lower() for numeral in romans],
    )


def bullets(reading: Reading) -> Iterator[Flaw]:
    """A bullet at the head of a text, or several items in one text."""
    for excerpt in reading.excerpts:
        inner = _INNER_BULLET.search(excerpt.text)
        if inner:
            message = "beberapa butir dalam satu teks"
            saran = "tulis setiap butir sendiri, dengan tanda hubung di depannya"
            yield excerpt.flaw(inner[0].strip(), message, saran)
            continue
        head = _BULLET.match(excerpt.text)
        if head:
            message = "tanda butir ikut tertempel di awal teks"
            saran = "hapus tanda itu; nomor butir dicetak program"
            yield excerpt.flaw(head[0].rstrip(), message, saran, replace="")


def cut_texts(reading: Reading) -> Iterator[Flaw]:
    """A text that ends where ` # ` makes a remark of the rest of its line."""
    for excerpt in reading.excerpts:
        remark = _remark_behind(reading, excerpt.path)
        if remark and _looks_cut(excerpt.text, remark):
            shown = remark[:_REMARK_LENGTH]
            message = f'"{shown}" tidak tercetak, sebab didahului tanda #'
            saran = "apit seluruh teks dengan tanda kutip bila kata-kata itu isinya"
            yield excerpt.flaw("", message, saran)


def _remark_behind(
    reading: Reading,
    path: DataPath,
) -> str:
    """The remark behind a text, which may be all that its part is written as."""
    if path not in reading.remarks and path[-1] in _WORDS_OF_PARTS:
        path = path[:-1]
    return reading.remarks.get(path, "")


def _looks_cut(
    text: str,
    remark: str,
) -> bool:
    """Whether the remark is rather the end of the text."""
    if text.endswith((".", ";", ":", ",")):
        return False
    return remark.endswith((".", ";")) or bool(_WAITS.search(text))
