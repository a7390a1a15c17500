"""What the front of a text says that the rest of it repeats: numbers, names, who signs, the day.

Of ours by its data; of a text of others by its lines before the first pasal.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from notakesepakatan.compute.rules.reading import CALLED, Excerpt, Reading
from notakesepakatan.words.numbers import roman

_FIRST_PASAL = re.compile(r"(?:Pasal|PASAL) 1\b")
_LONGEST_FRONT = 120
"""Paragraphs of a front; what has more before its first pasal is no agreement."""
_LABEL = re.compile(r"(?:[IVX]{1,5}|\d{1,2}|[a-z])[.)]\s*|[:\s]+")
_LABELS = frozenset(roman(number) + mark for number in range(1, 21) for mark in ".)")
_BEHIND_OFFICE = re.compile(
    r",? (?:berkedudukan|beralamat|bertempat|yang|dalam hal|bertindak|berdasarkan"
    r"|untuk|sesuai|selaku|mewakili|dari|oleh)\b"
)
_ACTS_FOR = re.compile(
    r"\b(?:atas nama|mewakili) "
    r"([A-Z][^;:]{2,150}?|(?:sekolah|perusahaan|yayasan|lembaga|badan|koperasi)(?=,))"
    r"(?=[;.]?$|[,;] |,? (?:yang|untuk|selanjutnya|berkedudukan|beralamat|dalam|serta)\b)"
)
_NUMBER_LINE = re.compile(
    r"(?:NOMOR|Nomor|No\.?) ?[:.]? ?((?=\S*\d)[\w.-]+(?:/[\w.-]+)+)$"
)
_PLAIN_NAME = re.compile(r"[A-Za-z'.,-]+(?: [A-Za-z'.,-]+){0,7}$")
_TITLE_BEGINS = "TENTANG"
_TITLE_ENDS = re.compile(r"(?:NOMOR|TAHUN|PADA HARI|ANTARA)\b|[IVX]+\.|.*[a-z]")
SEVERAL = "; "
"""What stands between the offices, or the names, of two who sign for one party."""
_ROW = re.compile(r"(?:[IVX]{1,5}\.)?\s*(Nama|Jabatan)\s*\t?:\s*(\S.*)")
_MOST_ROWS = 12
_FEWEST_CALLED = 2
_SIGNED = re.compile(r"\((\d{1,2})[-/](\d{1,2})[-/](\d{4})\)")


@dataclass(frozen=True)
class StatedPihak:
    """One party as the front states it; what it does not say is empty.

    Attributes:
        sebutan: how it is called, "PIHAK KESATU".
        nama: its name.
        jabatan: the office of who signs.
        pejabat: the name of who signs.
        pejabat_pelaksana: the office that carries it out; of ours only.
        stated: where a text of others states it.
    """

    sebutan: str
    nama: str = ""
    jabatan: str = ""
    pejabat: str = ""
    pejabat_pelaksana: str = ""
    stated: Excerpt | None = None


@dataclass(frozen=True)
class Front:
    """The front of a text.

    Attributes:
        para_pihak: the parties in their order; none where fewer than two are certain.
        numbers: the numbers of the paper, each with the paragraph it stands in.
        judul: the words behind TENTANG in capitals; empty where they are not certain.
        day: the day of signing.
        behind: the paragraphs behind the front; of ours all.
    """

    para_pihak: tuple[StatedPihak, ...] = ()
    numbers: tuple[tuple[str, Excerpt | None], ...] = ()
    judul: str = ""
    day: date | None = None
    behind: tuple[Excerpt, ...] = ()


def front_of(reading: Reading) -> Front:
    """The front of a text; worked out once."""
    front = reading.kept.get("front")
    if not isinstance(front, Front):
        front = _of_others(reading) if reading.typed is None else _of_ours(reading)
        reading.kept["front"] = front
    return front


def _of_ours(reading: Reading) -> Front:
    k = reading.kesepakatan
    para_pihak = tuple(
        StatedPihak(
            pihak.sebutan or "",
            pihak.nama,
            pihak.jabatan,
            pihak.pejabat or "",
            pihak.pejabat_pelaksana or "",
        )
        for pihak in k.para_pihak
    )
    numbers = tuple((pihak.nomor, None) for pihak in k.para_pihak if pihak.nomor)
    return Front(para_pihak, numbers, k.judul.upper(), k.signed, reading.excerpts)


def _of_others(reading: Reading) -> Front:
    begins = (
        i
        for i, excerpt in enumerate(reading.excerpts[:_LONGEST_FRONT])
        if _FIRST_PASAL.match(excerpt.text.strip())
    )
    end = next(begins, 0)
    front = reading.excerpts[:end]
    para_pihak = tuple(_stated_pihak(front))
    sebutan_list = {pihak.sebutan for pihak in para_pihak}
    is_certain = len(sebutan_list) == len(para_pihak) > 1
    return Front(
        para_pihak if is_certain else (),
        tuple(_numbers(front)),
        _title(front),
        _day(front),
        reading.excerpts[end:],
    )


def _stated_pihak(front: Sequence[Excerpt]) -> Iterator[StatedPihak]:
    for i, excerpt in enumerate(front):
        text = excerpt.text.strip()
        called = CALLED.search(text)
        acts_for = _ACTS_FOR.search(text)
        if not called or not acts_for or acts_for.start() > called.start():
            continue
        pejabat, sentence = _parted(text)
        before = [one.text.strip() for one in front[max(i - 3, 0) : i]]
        if not pejabat:
            pejabat = next(filter(_is_name, reversed(before)), "")
        office = _BEHIND_OFFICE.split(sentence, maxsplit=1)[0].strip(" ,")
        office = office if office[:1].isupper() else ""
        rows = _rows_above(front[:i])
        if rows:
            pejabat, office = rows["Nama"], rows["Jabatan"]
        nama = acts_for[1].strip(" ,") if acts_for[1][0].isupper() else ""
        yield StatedPihak(called[1].strip(), nama, office, pejabat, stated=excerpt)


def _rows_above(above: Sequence[Excerpt]) -> dict[str, str]:
    """Names and offices in rows above the sentence of a party; none where either lacks."""
    rows = dict[str, list[str]]()
    for excerpt in reversed(above[-_MOST_ROWS:]):
        text = excerpt.text
        if "\t" not in text or CALLED.search(text):
            break
        match = _ROW.match(text.strip())
        if match:
            rows.setdefault(match[1], []).insert(0, match[2].strip())
    if len(rows) < len(("Nama", "Jabatan")):
        return {}
    return {label: SEVERAL.join(said) for label, said in rows.items()}


def _parted(text: str) -> tuple[str, str]:
    """The name before a colon and the sentence behind it; or no name."""
    head, colon, rest = text.partition(" : ")
    if colon and len(head) < 80:
        return _without_label(head), rest.strip()
    words = _without_label(text)
    head, comma, rest = words.partition(", ")
    if comma and head.isupper():
        return head, rest
    return "", words


def _without_label(text: str) -> str:
    label = _LABEL.match(text)
    return text[label.end() :].strip() if label else text.strip()


def _is_name(text: str) -> bool:
    """Whether a paragraph is the name of a person and nothing else."""
    is_label = text in _LABELS or text == ":"
    return not is_label and bool(_PLAIN_NAME.match(text)) and " " in text


def _numbers(front: Sequence[Excerpt]) -> Iterator[tuple[str, Excerpt | None]]:
    """The lines of numbers below the title, as often as a cover repeats them only once."""
    seen = list[tuple[str, Excerpt | None]]()
    begun = 0
    for i, excerpt in enumerate(front):
        match = _NUMBER_LINE.match(excerpt.text.strip())
        if not match:
            continue
        if seen and i > begun + 1:
            break
        seen.append((match[1], excerpt))
        begun = i
    yield from seen


def _title(front: Sequence[Excerpt]) -> str:
    """The lines behind the first TENTANG, up to the first that is no title any more."""
    lines = [excerpt.text.strip() for excerpt in front]
    if _TITLE_BEGINS not in lines:
        return ""
    title = list[str]()
    for line in lines[lines.index(_TITLE_BEGINS) + 1 :]:
        if _TITLE_ENDS.match(line):
            break
        title.append(line)
    return " ".join(title)


def _day(front: Sequence[Excerpt]) -> date | None:
    for excerpt in front:
        match = _SIGNED.search(excerpt.text)
        if match:
            day, month, year = map(int, match.groups())
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None


def called_in_brackets(reading: Reading) -> list[str]:
    """How a text calls its parties that says so in brackets: `Akademi Bina (Akademi)`.

    None where the sentence that names them all is not to be found.
    """
    pattern = re.compile(r"((?:[A-Z][\w.]*,? )+)\(([A-Z][a-z]+)\)")
    for excerpt in reading.excerpts:
        if "bersama-sama disebut" not in excerpt.text:
            continue
        found = [
            match[2]
            for match in pattern.finditer(excerpt.text)
            if match[2].lower() in match[1].lower()
        ]
        if len(set(found)) >= _FEWEST_CALLED:
            return found
    return []
