"""Levels of government: a head, an office and a budget of the level that the party has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from notakesepakatan.compute.rules.front import StatedPihak, front_of
from notakesepakatan.compute.rules.lines import Line, every_line, is_typed_there
from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.place import at

_LEVEL_OF_HEAD = {
    "gubernur": "provinsi",
    "bupati": "kabupaten",
    "wali kota": "kota",
    "walikota": "kota",
    "camat": "kecamatan",
    "lurah": "kelurahan",
    "kepala desa": "desa",
}
_RIVAL = {
    "kabupaten": "kota",
    "kota": "kabupaten",
    "desa": "kelurahan",
    "kelurahan": "desa",
}
"""Levels of which a place is mostly one or the other."""
_LEVELS = "Provinsi|Kabupaten|Kota|Kecamatan|Kelurahan|Desa"
_REGION = re.compile(
    rf"\b(?P<level>{_LEVELS}) (?P<place>\S[^,;()]*)$",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(
    rf"Pemerintah (?:Daerah )?(?P<level>{_LEVELS})(?: (?P<place>[^,;()]+))?",
    re.IGNORECASE,
)
_HEADS = "|".join(_LEVEL_OF_HEAD)
_OWN_HEAD = re.compile(
    rf"(?:(?:plt|plh|pjs?)\.? |penjabat (?:sementara )?|pelaksana (?:tugas|harian) )?"
    rf"(?P<head>{_HEADS})\b(?: (?P<place>.+))?",
    re.IGNORECASE,
)
_PARTS = (
    "utara|selatan|barat|timur|tengah|tenggara|daya|laut|kepulauan|hulu|hilir|kota|raya"
    "|baru|besar"
)
"""What makes of the name of a place that of another."""
_END_OF_PLACE = rf"(?![\w-])(?! (?:{_PARTS})\b)"
_OFFICE = (
    r"\b(?i:Pemerintah|Dinas|Badan|Sekretari[sa]t?|Bagian|Biro|Inspektorat|Kantor|Satuan"
    r"|Belanja Daerah|Belanja Desa|APBD|APBDes|DPRD|Rakyat Daerah)"
    r"(?:,?(?: dan| DAN)? (?!Peraturan\b)[A-Z][\w-]*){0,8}?"
)
_COUNTED = re.compile(
    r"\bke(?:dua|tiga|empat|lima) (?P<level>provinsi|kabupaten|kota|kelurahan|desa)\b",
    re.IGNORECASE,
)
_STATE_BUDGET = re.compile(
    r"\b(?:Belanja Negara|APBN) (?:masing-masing|PIHAK KE\w+|para pihak)\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"\b(?:Belanja Daerah|APBD|Belanja Desa|APBDes)"
    r" (?P<level>Kabupaten|Kota|Desa) (?P<place>[A-Z][\w-]*(?: [A-Z][\w-]*)*)"
)
_FOR_HEAD = re.compile(
    r"\b[Aa]\. ?[Nn]\.? (?P<head>(?i:gubernur|bupati|wali ?kota|kepala desa|lurah))"
    r" (?P<place>[A-Z][\w-]*(?: [A-Z][\w-]*)*)"
)
_SARAN = "periksa tingkat pemerintahannya"


class _Regions(NamedTuple):
    """The regions that a text is of.

    Attributes:
        levels: of each place in small letters its levels.
        text: the whole text in small letters.
    """

    levels: Mapping[str, set[str]]
    text: str

    @property
    def places(self) -> str:
        """A pattern for their places, the longest first."""
        names = sorted(self.levels, key=len, reverse=True)
        return "|".join(map(re.escape, names))

    def has_level(self, level: str) -> bool:
        """Whether any of them is of a level."""
        return any(level in levels for levels in self.levels.values())

    def begins_with_own(self, place: str) -> bool:
        """Whether words begin with the name of one of them."""
        return place.lower().startswith(tuple(self.levels))

    def times(self, words: str) -> int:
        """How often words stand in the text."""
        return self.text.count(words.lower())


def other_levels(reading: Reading) -> Iterator[Flaw]:
    """`Bupati Tirtamukti` for Pemerintah Kota Tirtamukti, and what is like that."""
    told = set[tuple[object, str]]()
    for flaw in _every_flaw(reading):
        key = flaw.place.path, flaw.piece
        if key not in told and is_typed_there(reading, flaw):
            told.add(key)
            yield flaw


def _every_flaw(reading: Reading) -> Iterator[Flaw]:
    for i, pihak in enumerate(front_of(reading).para_pihak):
        yield from _own_head(i, pihak)
    regions = _regions(reading)
    if not regions.levels:
        return
    for line in every_line(reading):
        yield from _rival_heads(line, regions)
        if line.path[0] != "dasar_hukum":
            yield from _rival_offices(line, regions)
        yield from _counted(line, regions)
        yield from _budgets(line, regions)
        yield from _for_another_head(line, regions)


def _regions(reading: Reading) -> _Regions:
    levels = dict[str, set[str]]()
    for name in _names(reading):
        region = _REGION.search(name.split(",")[0].strip())
        if region:
            place = region["place"].lower().strip()
            levels.setdefault(place, set()).add(region["level"].lower())
    text = "\n".join(line.text for line in every_line(reading)).lower()
    return _Regions(levels, text)


def _names(reading: Reading) -> Sequence[str]:
    return [pihak.nama for pihak in front_of(reading).para_pihak]


def _own_head(i: int, pihak: StatedPihak) -> Iterator[Flaw]:
    """The office of who signs for a government, and the level of that."""
    government = _GOVERNMENT.match(pihak.nama)
    head = _OWN_HEAD.match(pihak.jabatan)
    if not government or not head:
        return
    level = _LEVEL_OF_HEAD[head["head"].lower()]
    own, own_place = government["level"].lower(), (government["place"] or "").lower()
    place = (head["place"] or own_place).lower()
    if level != own and (place in own_place or own_place in place):
        where = pihak.stated.place if pihak.stated else at("para_pihak", i, "jabatan")
        yield Flaw(where, head[0], _not_of(pihak.nama), _SARAN)


def _not_of(name: str) -> str:
    return f"jabatan itu bukan kepala {name}"


def _rival_heads(line: Line, regions: _Regions) -> Iterator[Flaw]:
    pattern = rf"\b({_HEADS}) ({regions.places}){_END_OF_PLACE}"
    for match in re.finditer(pattern, line.text, re.IGNORECASE):
        level, place = _LEVEL_OF_HEAD[match[1].lower()], match[2]
        if _is_rival(level, place, regions) and not regions.times(f"{level} {place}"):
            own = _RIVAL[level].capitalize()
            message = f"pihaknya {own} {place.title()}"
            yield line.flaw(match[0], message, _SARAN, match.start())


def _is_rival(level: str, place: str, regions: _Regions) -> bool:
    """Whether a place is one of the regions, of the other level and not of this."""
    levels = regions.levels[place.lower()]
    return level not in levels and _RIVAL.get(level) in levels


def _rival_offices(line: Line, regions: _Regions) -> Iterator[Flaw]:
    """`Dinas Kesehatan Kabupaten Aren`, where everything else says Kota Aren."""
    levels = "|".join(_RIVAL)
    region = rf"((?i:({levels})) (?i:({regions.places})))"
    end = rf"(?i:{_END_OF_PLACE})"
    for match in re.finditer(rf"{_OFFICE} {region}{end}", line.text):
        level, place = match[2].lower(), match[3]
        is_only_here = regions.times(match[0]) == regions.times(match[1])
        if is_only_here and _is_rival(level, place, regions):
            own = _RIVAL[level].capitalize()
            message = f"di tempat lain tertulis {own} {place.title()}"
            yield line.flaw(match[1], message, _SARAN, match.start(1))


def _counted(line: Line, regions: _Regions) -> Iterator[Flaw]:
    """`kedua kabupaten`, where both parties are cities."""
    many = len(regions.levels)
    for match in _COUNTED.finditer(line.text):
        level = match["level"].lower()
        rival = _RIVAL.get(level)
        are_rivals = all(rival in levels for levels in regions.levels.values())
        if rival and many > 1 and are_rivals and not regions.has_level(level):
            message = f"pihaknya {rival}, bukan {level}"
            yield line.flaw(match[0], message, _SARAN, match.start())


def _budgets(line: Line, regions: _Regions) -> Iterator[Flaw]:
    for match in _STATE_BUDGET.finditer(line.text):
        if "kementerian" not in regions.text:
            message = "anggaran negara bukan anggaran para pihak di naskah ini"
            saran = "periksa anggarannya"
            yield line.flaw(match[0], message, saran, match.start())
    for match in _BUDGET.finditer(line.text):
        region = f"{match['level']} {match['place']}"
        is_own = regions.begins_with_own(match["place"])
        if not is_own and regions.times(region) == 1 and _are_beside(match, regions):
            message = "daerah itu bukan pihak dan tidak disebut di tempat lain"
            saran = "periksa anggaran siapa yang dimaksud"
            yield line.flaw(match[0], message, saran, match.start())


def _are_beside(match: re.Match[str], regions: _Regions) -> bool:
    """Whether some of the regions are of a level beside that of a budget, none above it."""
    level = match["level"].lower()
    rival = _RIVAL[level]
    return any({level, rival} & levels for levels in regions.levels.values())


def _for_another_head(line: Line, regions: _Regions) -> Iterator[Flaw]:
    """`a.n. BUPATI AREN`, where the party is of another region of that level."""
    for match in _FOR_HEAD.finditer(line.text):
        level = _LEVEL_OF_HEAD[match["head"].lower()]
        is_own = regions.begins_with_own(match["place"])
        begin = " ".join(match["place"].split()[:2])
        is_known = regions.times(begin) > 1
        if not is_own and not is_known and regions.has_level(level):
            message = "daerah itu bukan pihak dan tidak disebut di tempat lain"
            yield line.flaw(match[0], message, _SARAN, match.start())
