"""Names that are a word or a number from those of the party whose sentence they stand in."""

import re
from collections.abc import Iterator, Sequence

from notakesepakatan.compute.rules.front import StatedPihak, front_of
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading

_MINISTRY = "Kementerian "
_OF_MINISTRY = re.compile(
    r"(?<!Keputusan )(?<!Peraturan )\b(?:Kementerian|Menteri)"
    r" ([A-Z][\w-]*(?:,? (?:dan|[A-Z][\w-]*)){1,7})"
)
_MINISTRIES = frozenset(
    (
        "dalam negeri",
        "luar negeri",
        "pendidikan dan kebudayaan",
        "pariwisata dan kebudayaan",
        "kebudayaan dan pariwisata",
        "kelautan dan perikanan",
        "pertanian dan perikanan",
        "hukum dan perundang-undangan",
        "pemuda dan olahraga",
        "riset dan teknologi",
        "komunikasi dan informatika",
        "komunikasi dan digital",
    )
)
"""Ministries that there are or were, of which two differ in one word."""
_REGION = re.compile(r"Pemerintah (?:Daerah )?(?:Provinsi|Kabupaten|Kota) (.+)")
_APPOINTED = re.compile(r"\b[Pp]engangkatan\b[^.;]{0,200}")
_SEAT = re.compile(r"\b(?:Gubernur|Bupati|Wali Kota) ([A-Z]\w+(?: [A-Z]\w+){0,3})")
_NUMBER = re.compile(r"\d{1,3}")
_FEWEST_WORDS = 3
_SARAN = "samakan namanya"


def of_pihak(reading: Reading) -> Iterator[Flaw]:
    """A ministry, a seat, a school that is nearly the party's own."""
    every = front_of(reading).para_pihak
    for i, pihak in enumerate(every):
        yield from _other_ministry(reading, pihak, every)
        for excerpt in sentences_of(reading, i, pihak):
            yield from _appointed_elsewhere(excerpt, pihak, every)
            yield from _other_last_word(excerpt, pihak, every)
            yield from _other_number(excerpt, pihak, every)


def sentences_of(reading: Reading, i: int, pihak: StatedPihak) -> Iterator[Excerpt]:
    """What a text says of one party at its front."""
    if pihak.stated:
        yield pihak.stated
    for excerpt in reading.excerpts if reading.typed else ():
        is_own = excerpt.path[:2] == ("para_pihak", i)
        if is_own and excerpt.path[-1] in ("pengangkatan", "kalimat"):
            yield excerpt


def _other_ministry(
    reading: Reading, pihak: StatedPihak, every: Sequence[StatedPihak]
) -> Iterator[Flaw]:
    """`Menteri Kelautan dan Pesisir` for Kementerian Bahari dan Pesisir."""
    if not pihak.nama.startswith(_MINISTRY):
        return
    own = pihak.nama.removeprefix(_MINISTRY).split()
    others = [one.nama.lower() for one in every if one is not pihak]
    for excerpt in reading.excerpts if len(own) > 1 else ():
        if excerpt.path[0] == "dasar_hukum":
            continue
        for match in _OF_MINISTRY.finditer(excerpt.text):
            said = match[1].split()[: len(own)]
            name = " ".join(said).strip(",").lower()
            is_known = name in _MINISTRIES or any(name in other for other in others)
            if len(said) == len(own) and _differing(said, own) == 1 and not is_known:
                piece = " ".join(said)
                message = f"kementerian yang menjadi pihak: {pihak.nama}"
                yield excerpt.flaw(piece, message, _SARAN, match.start(1))


def _differing(said: Sequence[str], own: Sequence[str]) -> int:
    pairs = zip(said, own, strict=True)
    return sum(one.strip(",").lower() != other.lower() for one, other in pairs)


def _appointed_elsewhere(
    excerpt: Excerpt, pihak: StatedPihak, every: Sequence[StatedPihak]
) -> Iterator[Flaw]:
    """`Pengangkatan … Wakil Wali Kota Suralaya`, where the party is Tirtamukti."""
    own = _REGION.fullmatch(pihak.nama)
    regions = [_REGION.fullmatch(one.nama) for one in every if one is not pihak]
    others = {region[1] for region in regions if region}
    decree = _APPOINTED.search(excerpt.text)
    if not own or not decree:
        return
    for match in _SEAT.finditer(excerpt.text, decree.start(), decree.end()):
        if match[1] in others and match[1] != own[1]:
            message = f"pengangkatan di wilayah pihak lain, bukan {own[1]}"
            saran = "periksa nama wilayahnya"
            yield excerpt.flaw(match[1], message, saran, match.start(1))


def _other_last_word(
    excerpt: Excerpt, pihak: StatedPihak, every: Sequence[StatedPihak]
) -> Iterator[Flaw]:
    """`Pratama Harapan Bunda` in the sentence of Klinik Pratama Harapan Ibu."""
    words = pihak.nama.split()
    are_words = all(word.isalpha() and word[0].isupper() for word in words)
    if len(words) < _FEWEST_WORDS or not are_words:
        return
    tail = " ".join(words[-3:-1])
    for match in re.finditer(
        rf"(?<!\w){re.escape(tail)} ([A-Z][a-z]{{2,}})(?!\w)", excerpt.text
    ):
        is_of_another = any(match[0] in one.nama for one in every)
        if match[1] != words[-1] and not is_of_another:
            message = f"nama pihaknya {pihak.nama}"
            yield excerpt.flaw(match[0], message, _SARAN, match.start())


def _other_number(
    excerpt: Excerpt, pihak: StatedPihak, every: Sequence[StatedPihak]
) -> Iterator[Flaw]:
    """`SMK Negeri 5 Karangasri` in the sentence of SMK Negeri 3 Karangasri."""
    words = pihak.nama.split()
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    if len(words) < _FEWEST_WORDS or len(numbers) != 1:
        return
    each = [r"\d{1,3}" if word in numbers else re.escape(word) for word in words]
    for match in re.finditer(rf"(?<!\w){' '.join(each)}(?!\w)", excerpt.text):
        if match[0] not in [one.nama for one in every]:
            message = f"nama pihaknya {pihak.nama}"
            yield excerpt.flaw(match[0], message, _SARAN, match.start())
