"""One name spelled in two ways: `Kali Bening` and `Kali Benang`."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from babel.dates import get_day_names, get_month_names

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading
from notakesepakatan.place import Place, at
from notakesepakatan.words.spelt import NUMBER_WORDS

_RUN = re.compile(r"(?<![\w'-])[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|\d{1,3}(?=[ ,;.]|$)))+")
_NO_NAMES = frozenset(
    (
        *NUMBER_WORDS,
        "nomor",
        "tahun",
        *(name.lower() for name in get_day_names("wide", locale="id").values()),
        *(name.lower() for name in get_month_names("wide", locale="id").values()),
    )
)
_NO_HEADS = frozenset(
    (
        "pihak",
        "pasal",
        "bab",
        "bagian",
        "tahap",
        "tahun",
        "nomor",
        "jalan",
        "lampiran",
        "tingkat",
        "golongan",
        "kelas",
        "blok",
        "kepala",
        "direktur",
        "nota",
        "surat",
        "berita",
        "perjanjian",
        "kesepakatan",
        "undang-undang",
        "pembina",
        "penata",
        "pengatur",
        "juru",
        "letnan",
        "mayor",
        "kolonel",
    )
)
"""Words behind which another word is another thing, or a rank."""
_UNITS = frozenset(
    (
        "dinas",
        "badan",
        "bagian",
        "biro",
        "bidang",
        "seksi",
        "balai",
        "kantor",
        "kementerian",
        "menteri",
        "direktorat",
        "deputi",
        "ketua",
        "sekretaris",
    )
)
"""Words behind which another word of the dictionary is another unit."""
_LAW = re.compile(r"\b(?:Undang-Undang|Peraturan|Keputusan|Instruksi) [^;()]*")
_WATERS = (
    "danau",
    "sungai",
    "kali",
    "waduk",
    "bendungan",
    "embung",
    "situ",
    "rawa",
)
"""What a place is: of one name seldom two in one text."""
_FORMS = (
    "sd",
    "sdn",
    "smp",
    "sma",
    "smk",
    "ma",
    "mts",
    "mi",
    "slb",
    "pt",
    "cv",
    "ud",
)
"""What a school or a firm is: of one name seldom two in one text."""
_SHORTEST, _LONG = 4, 8
_OFFICES = ("camat", "lurah", "kepala desa", "kepala dusun")
_MOST = 3000
"""Different pairs of words that are held against each other."""


class _Word(NamedTuple):
    """A word of a name, behind the one before it.

    Attributes:
        place: where it stands.
        written: both words as they stand there.
        begin: where they begin; None for a text that is no sentence.
        head: the word before it, in small letters.
        tail: the word itself, in small letters.
        behind: the word that follows it in the name, or none.
    """

    place: Place
    written: str
    begin: int | None
    head: str
    tail: str
    behind: str


def nearly_alike(reading: Reading) -> Iterator[Flaw]:
    """A name that stands once and is by a letter another one behind the same word."""
    found = [one for place, text in _texts(reading) for one in _words(place, text)]
    count = Counter((one.head, one.tail) for one in found)
    meant = _meant(reading, found, count)
    for one in found:
        right = meant.get((one.head, one.tail))
        if right:
            yield _told(one, right)
    yield from _other_water(found, count)
    yield from _other_forms(reading)
    yield from _other_office(reading)


def _texts(reading: Reading) -> Iterator[tuple[Place, str]]:
    """Every sentence, and of ours the names that stand at the signatures."""
    for excerpt in reading.excerpts:
        if excerpt.path[0] != "dasar_hukum":
            law = _LAW.sub(lambda match: "_" * len(match[0]), excerpt.text)
            yield excerpt.place, law
    for place, said in _beside(reading):
        yield place, said if isinstance(said, str) else " ".join(said)


def _beside(reading: Reading) -> Iterator[tuple[Place, str | tuple[str, ...]]]:
    """Offices and names of who signs beside the parties."""
    if reading.typed is None:
        return
    k = reading.kesepakatan
    for i, pihak in enumerate(k.para_pihak):
        if pihak.nama_judul:
            yield at("para_pihak", i, "nama_judul"), pihak.nama_judul
    for i, saksi in enumerate(k.saksi):
        yield at("saksi", i, "jabatan"), saksi.jabatan or ""
    for i, one in enumerate(k.mengetahui):
        yield at("mengetahui", i, "jabatan"), one.jabatan or ""


def _words(place: Place, text: str) -> Iterator[_Word]:
    for run in _RUN.finditer(text):
        words = list(re.finditer(r"\S+", run[0]))
        small = [word[0].lower().strip(".,'") for word in words] + [""]
        for i in range(1, len(words)):
            begin = run.start() + words[i - 1].start()
            written = text[begin : run.start() + words[i].end()]
            yield _Word(place, written, begin, small[i - 1], small[i], small[i + 1])


def _meant(
    reading: Reading, found: Sequence[_Word], count: Mapping[tuple[str, str], int]
) -> dict[tuple[str, str], str]:
    """The pairs of words that are probably slips, each with the word that is meant."""
    tails = defaultdict[str, set[str]](set)
    behind = defaultdict[tuple[str, str], set[str]](set)
    for one in found[:_MOST]:
        if _may_be_name(one):
            tails[one.head].add(one.tail)
            behind[one.head, one.tail].add(one.behind)
    meant = dict[tuple[str, str], str]()
    for head, several in tails.items():
        for first, second in combinations(sorted(several), 2):
            own, other = (head, first), (head, second)
            are_words = _are_words(reading, first, second)
            is_slip = _is_slip(first, second, are_words=are_words)
            is_unit = are_words and head in _UNITS
            if is_unit or not is_slip or not _may_follow(behind, own, other):
                continue
            rarer, oftener = sorted((own, other), key=count.__getitem__)
            if count[rarer] == 1:
                meant[rarer] = oftener[1]
                if count[oftener] == 1:
                    meant[oftener] = rarer[1]
    return meant


def _may_be_name(one: _Word) -> bool:
    is_word = len(one.tail) >= _SHORTEST and one.tail.isalpha()
    return is_word and one.head not in _NO_HEADS and one.tail not in _NO_NAMES


def _may_follow(
    behind: Mapping[tuple[str, str], set[str]],
    one: tuple[str, str],
    other: tuple[str, str],
) -> bool:
    """Whether both go on with the same word, or one of them is the end of its name."""
    return bool(behind[one] & behind[other]) or "" in behind[one] | behind[other]


def _are_words(reading: Reading, one: str, other: str) -> bool:
    """Whether the dictionary knows both, so that neither need be a slip."""
    known = reading.dictionary
    return known is None or (known(one) and known(other))


def _is_slip(one: str, other: str, *, are_words: bool) -> bool:
    """Whether one letter makes one word of the other; two letters of a long one."""
    if one.startswith(other) or other.startswith(one):
        return min(len(one), len(other)) >= _LONG - 1
    is_long = min(len(one), len(other)) >= _LONG
    most = 2 if is_long and not are_words else 1
    return _distance(one, other) <= most


def _distance(one: str, other: str) -> int:
    """Letters to change, to put in or to take out."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        before, row[0] = row[0], i + 1
        for j, another in enumerate(other):
            change = before + (letter != another)
            before = row[j + 1]
            row[j + 1] = min(change, row[j] + 1, before + 1)
    return row[-1]


def _told(one: _Word, right: str) -> Flaw:
    message = f'mirip "{one.head.title()} {right.title()}", mungkin satu nama'
    saran = "samakan bila memang nama yang sama"
    return Flaw(one.place, one.written, message, saran, offset=one.begin)


def _other_water(
    found: Sequence[_Word], count: Mapping[tuple[str, str], int]
) -> Iterator[Flaw]:
    """`SUNGAI LAYA` in the title, where the text is about Danau Laya."""
    heads = defaultdict[str, set[str]](set)
    for one in found:
        if one.head in _WATERS and _may_be_name(one):
            heads[one.tail].add(one.head)
    for one in found:
        several = sorted(heads[one.tail]) if one.head in _WATERS else []
        others = [head for head in several if head != one.head]
        if others and count[one.head, one.tail] == 1:
            right = f"{others[0]} {one.tail}".title()
            message = f'di tempat lain "{right}"'
            saran = "samakan bila memang tempat yang sama"
            yield Flaw(one.place, one.written, message, saran, offset=one.begin)


def _other_forms(reading: Reading) -> Iterator[Flaw]:
    """`SMA Negeri 3 Aren` once, where the text says `SMK Negeri 3 Aren`."""
    form = "|".join(_FORMS)
    name = re.compile(rf"\b((?i:{form}))((?: [A-Z][\w'-]*| \d{{1,3}}){{2,3}})")
    found = [
        (excerpt, match)
        for excerpt in reading.excerpts
        for match in name.finditer(excerpt.text)
        if match[2].title() != match[2].lower()
    ]
    count = Counter((one[1].lower(), one[2].lower()) for _, one in found)
    for excerpt, match in found:
        own, rest = match[1].lower(), match[2].lower()
        others = [
            other
            for other in count
            if other[0] != own and (other[1] + " ").startswith(rest + " ")
        ]
        if others and count[own, rest] == 1 and count[others[0]] > 1:
            right = f"{others[0][0].upper()}{match[2]}"
            message = f'mirip "{right}", mungkin satu nama'
            saran, begin = "samakan bila memang nama yang sama", match.start()
            yield excerpt.flaw(match[0], message, saran, begin)


def _other_office(reading: Reading) -> Iterator[Flaw]:
    """`Camat Banyumerah` in a sentence, where the Camat of Banyubiru signs beside."""
    texts = list(_texts(reading))
    whole = "\n".join(text for _, text in texts).lower()
    for office in _OFFICES:
        seat = re.compile(rf"\b({office}) ([A-Z]\w+(?: [A-Z]\w+)*)", re.IGNORECASE)
        found = [
            (place, match)
            for place, text in texts
            for match in seat.finditer(text)
            if match[2][0].isupper()
        ]
        seats = {match[2].lower() for _, match in found}
        # Two that stand in one line are two indeed.
        if len(seats) != 2 or len({place for place, _ in found}) != len(found):
            continue
        for place, match in found:
            if whole.count(match[2].lower()) == 1:
                message = f"{match[2]} tidak disebut di tempat lain pada naskah ini"
                saran, begin = "periksa nama wilayahnya", match.start()
                yield Flaw(
                    place,
                    match[0],
                    message,
                    saran,
                    offset=begin,
                )


def excerpts_of_accounts(reading: Reading) -> Iterator[tuple[Excerpt, str]]:
    """The names on accounts that a text of ours gives in rows: `Atas Nama`, `a.n.`."""
    rows = defaultdict[tuple[object, ...], dict[str, Excerpt]](dict)
    for excerpt in reading.excerpts:
        if excerpt.path[-1] in ("label", "isi") and "baris" in excerpt.path:
            rows[excerpt.path[:-1]][str(excerpt.path[-1])] = excerpt
    for row in rows.values():
        label, said = row.get("label"), row.get("isi")
        if label and said and re.match(r"[Aa]tas [Nn]ama|[Pp]emilik", label.text):
            yield said, said.text
