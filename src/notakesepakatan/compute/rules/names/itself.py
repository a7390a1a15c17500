"""A party whose own duty or right is towards itself."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading

_LABEL = re.compile(r"^\s*(?:\(\w{1,3}\)|\w{1,3}[.)])\s+")
_ITEM = re.compile(r"(?:[a-z]|\d{1,2})[.)]\s")
_GIVES = re.compile(
    r"(?:ber(?:kewajiban|hak|tugas)|wajib|harus|akan)? ?me[a-z]{4,20}\b", re.IGNORECASE
)
_RECEIVES = re.compile(
    r"(?:ber(?:kewajiban|hak)|wajib|harus|akan)? ?(?:menerima|memperoleh|mendapat(?:kan)?"
    r"|meminta|menagih|memungut|memastikan|menuntut|mengetahui|menolak|memeriksa)\b",
    re.IGNORECASE,
)
"""What a party does with what others give it."""
_OF_OTHERS = re.compile(
    r"\b(?:yang|dari|oleh|agar|supaya|bila|jika|apabila|setelah|sejak|atas"
    r"|di[a-z]{3,20}(?:kan|i))\b",
    re.IGNORECASE,
)
"""Behind these somebody else may be the one who gives."""
_ITS_STAFF = "petugas|pegawai|pejabat|staf|karyawan|wakil|tenaga ahli|pengurus"
_CHECK = "periksa pihak mana yang dimaksud"
_WARNING: Level = "peringatan"


def with_itself(reading: Reading) -> Iterator[Flaw]:
    """`PIHAK KESATU bertugas: … bersama dengan PIHAK KESATU`, `… kepada petugas PIHAK KESATU`."""
    terms = [one.sebutan for one in front_of(reading).para_pihak if one.sebutan]
    if not terms:
        return
    every = "|".join(map(re.escape, sorted(terms, key=len, reverse=True)))
    bearer = re.compile(rf"({every})(?!\w| dan\b).*:$")
    bearing, item_of = "", ""
    for excerpt in front_of(reading).behind:
        text = _LABEL.sub("", excerpt.text).strip()
        begins = bearer.match(text)
        if begins:
            bearing, item_of = begins[1], _list_of(reading, excerpt)
            continue
        goes_on = _is_item_of(reading, excerpt, item_of)
        bearing = bearing if goes_on else ""
        if bearing:
            yield from _beside_itself(excerpt, bearing)
            yield from _to_itself(excerpt, bearing, terms)


def _list_of(reading: Reading, excerpt: Excerpt) -> str:
    """What the items below a text have in common: in data the beginning of their paths."""
    return str(excerpt.path[:-1])[:-1] if reading.typed else "list"


def _is_item_of(reading: Reading, excerpt: Excerpt, above: str) -> bool:
    if reading.typed:
        return bool(above) and str(excerpt.path).startswith(above)
    return bool(_ITEM.match(excerpt.text.strip()))


def _beside_itself(excerpt: Excerpt, bearing: str) -> Iterator[Flaw]:
    match = re.search(rf"\bdengan {re.escape(bearing)}(?!\w)", excerpt.text)
    if match:
        message = f"{bearing} tidak dapat bersama dengan dirinya sendiri"
        yield excerpt.flaw(match[0], message, _CHECK, match.start())


def _to_itself(excerpt: Excerpt, bearing: str, terms: list[str]) -> Iterator[Flaw]:
    """`memberikan izin kepada petugas PIHAK KESATU`, among what PIHAK KESATU has to do."""
    own = re.escape(bearing)
    # Who stands in a row with others need not be the only one to whom it is given.
    towards = (
        rf"\bkepada (?:(?:{_ITS_STAFF}) )?{own}(?!\w|,| (?:dan|atau|maupun|serta)\b)"
    )
    match = re.search(towards, excerpt.text)
    if not match:
        return
    before = _LABEL.sub("", excerpt.text[: match.start()]).strip()
    is_own_deed = _GIVES.match(before) and not _RECEIVES.match(before)
    names_another = any(term in before for term in terms if term != bearing)
    if is_own_deed and not names_another and not _OF_OTHERS.search(before):
        message = f"{bearing} berbuat kepada dirinya sendiri"
        yield excerpt.flaw(match[0], message, _CHECK, match.start(), _WARNING)
