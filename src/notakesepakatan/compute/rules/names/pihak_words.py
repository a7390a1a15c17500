"""Words for the parties: none twice in a row of them, as many as there are, the capitals set."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.consistency.sameness import set_together
from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading

_AND = r"(?:, (?:dan |serta |maupun )?| dan | serta | maupun | bersama )"
_ALONE = r"(?!\w| [A-Z]{2})"
_ORDINARY = r"PIHAK KE[A-Z]{3,10}|PIHAK PERTAMA"
_COUNTED = {"kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6}
_KINDS = (
    "pihak|desa|kota|kabupaten|provinsi|kementerian|universitas|sekolah|rumah sakit"
    "|perusahaan|dinas|yayasan|bank"
)
_ALL_OF_THEM = re.compile(
    rf"(?<![\w-])((?:ke(?:dua|tiga|empat|lima|enam)) (?:belah )?({_KINDS}))(?![\w-])",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"(?<![\w-])(?:para Pihak|PARA [Pp]ihak|(?:kedua|ketiga|semua) Pihak"
    r"|(?:Para|Kedua|Semua) PIHAK|KEDUA [Pp]ihak)(?![\w-])"
    r"|(?<=[a-z] )(?:Para|Kedua|Semua) pihak(?![\w-])"
)
_ONE_SET = re.compile(r"\bdisebut(?: juga| sebagai)? [\"“']?PIHAK\b(?! [A-Z])")
_ONE = re.compile(r"(?<![\w-])PIHAK(?! [A-Z]|\w)")
_ONE_IN_SMALL = re.compile(
    r"(?<![\w-])(?:[Ss]etiap|[Mm]asing-masing|[Ss]alah satu|[Tt]iap-tiap) (Pihak)"
    r"(?! [A-Z]|\w)"
    r"|(?<=[a-z] )(Pihak)(?= (?:yang|lainnya)\b)"
)
_OF_LAW = re.compile(r"(?:dengan|dan|oleh) $")
_OUTSIDER = re.compile(r"(?<![\w-])Pihak Ketiga(?![\w-])")
_GIVEN = re.compile(
    r"\b(?:kepada|dari|oleh|untuk|dengan|bagi|terhadap|bersama|milik|antara) $"
)
_ACTS = re.compile(
    r" (?:(?:me|ber|di|ter)[a-z]{3,}|wajib|akan|berhak|setuju|sepakat|telah|dapat|harus)\b"
)
"""What a sentence of its own begins with: `kepada PIHAK KEDUA dan PIHAK KEDUA menerima …`."""
_FEWEST = 2
_WARNING: Level = "peringatan"


def named_twice(reading: Reading) -> Iterator[Flaw]:
    """`PIHAK KESATU, PIHAK KEDUA, dan PIHAK KEDUA`."""
    terms = [one.sebutan for one in front_of(reading).para_pihak if one.sebutan]
    known = "|".join(map(re.escape, sorted(terms, key=len, reverse=True)))
    term = rf"(?:{known}|{_ORDINARY})" if known else rf"(?:{_ORDINARY})"
    row = re.compile(rf"(?<!\w){term}(?:{_AND}{term}{_ALONE}){{1,20}}")
    each = re.compile(rf"{term}{_ALONE}")
    for excerpt in reading.excerpts:
        for match in row.finditer(excerpt.text):
            seen = set[str]()
            if _is_two_sentences(excerpt.text, match):
                continue
            for one in each.finditer(match[0]):
                if one[0] in seen:
                    message = f"{one[0]} sudah disebut dalam deretan ini"
                    saran, begin = "periksa pihak mana yang dimaksud", match.start()
                    begin += one.start()
                    yield excerpt.flaw(one[0], message, saran, begin)
                seen.add(one[0])


def _is_two_sentences(text: str, row: re.Match[str]) -> bool:
    """Whether a row ends one sentence and begins another, of the party named last."""
    is_given = _GIVEN.search(text, 0, row.start())
    return bool(is_given and _ACTS.match(text, row.end()))


def miscounted(reading: Reading) -> Iterator[Flaw]:
    """`ketiga desa`, `Ketiga Pihak`, where there are two parties."""
    many = _many(reading)
    if many < _FEWEST:
        return
    names = [one.nama.lower() for one in front_of(reading).para_pihak]
    whole = " ".join(excerpt.text.lower() for excerpt in reading.excerpts)
    for excerpt in reading.excerpts:
        for match in _ALL_OF_THEM.finditer(excerpt.text):
            ordinal, kind = match[1].split(maxsplit=1)[0].lower(), match[2].lower()
            is_of_them = kind == "pihak" or _are_all(kind, names)
            if _COUNTED[ordinal] <= many or not is_of_them:
                continue
            if re.search(rf"(?<![\w-]){ordinal[2:]}\)? {kind}", whole):
                continue
            message = f"pihaknya {many}"
            begin, saran = match.start(), "periksa jumlahnya"
            yield excerpt.flaw(match[1], message, saran, begin, _WARNING)


def _are_all(kind: str, names: list[str]) -> bool:
    """Whether every party is one of a kind: `Pemerintah Desa …` of `desa`."""
    return bool(names) and all(kind in name.split() for name in names)


def _many(reading: Reading) -> int:
    """How many parties there are; 0 where that is not certain."""
    many = len(front_of(reading).para_pihak)
    called = set_together(reading).lower()
    return many or (_FEWEST if called.startswith("kedua") else 0)


def other_capitals(reading: Reading) -> Iterator[Flaw]:
    """`kedua Pihak`, and `Setiap Pihak` where PIHAK is set."""
    is_set = any(_ONE_SET.search(excerpt.text) for excerpt in reading.excerpts)
    often = sum(len(_ONE.findall(excerpt.text)) for excerpt in reading.excerpts)
    terms = {one.sebutan for one in front_of(reading).para_pihak}
    for excerpt in reading.excerpts:
        if excerpt.path[0] == "dasar_hukum" or excerpt.text.isupper():
            continue
        for match in _MIXED.finditer(excerpt.text):
            yield _flaw(excerpt, match[0], match.start(), "kapitalnya tidak seragam")
        if is_set and often > _FEWEST:
            yield from _one_in_small(excerpt)
        if "PIHAK KETIGA" in terms:
            yield from _third(excerpt)


def _one_in_small(excerpt: Excerpt) -> Iterator[Flaw]:
    for match in _ONE_IN_SMALL.finditer(excerpt.text):
        which = 1 if match[1] else 2
        yield _flaw(
            excerpt, match[which], match.start(which), "ditetapkan sebagai PIHAK"
        )


def _third(excerpt: Excerpt) -> Iterator[Flaw]:
    """`Pihak Ketiga`, where PIHAK KETIGA is a party, and no law is named."""
    for match in _OUTSIDER.finditer(excerpt.text):
        before = excerpt.text[max(match.start() - 10, 0) : match.start()]
        if not _OF_LAW.search(before):
            message = "ditetapkan sebagai PIHAK KETIGA"
            yield _flaw(excerpt, match[0], match.start(), message)


def _flaw(excerpt: Excerpt, piece: str, begin: int, message: str) -> Flaw:
    saran, level = "samakan dengan sebutan yang ditetapkan", _WARNING
    return excerpt.flaw(piece, message, saran, begin, level)
