"""What stands before an item of a list, and where it goes on from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notakesepakatan.place import nth_label
from notakesepakatan.words.numbers import whole_roman

_LABEL = re.compile(
    r"(?P<label>\((?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivxl]{1,6})\)"
    r"|(?:\d{1,3}[a-z]?|([a-z])\2?|[ivxl]{2,6})[.)]"
    r"|[-–•·▪●◦])"
    r"(?:\s+(?P<text>.*))?$",
    re.DOTALL,
)
_BULLETS = "-–•·▪●◦"
_INSIDE = re.compile(r"[0-9a-z]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Reading:
    """One way to read a label.

    Attributes:
        gaya: how it is written, by the first of its list: "(1)", "a.", "i)", "-".
        count: which it is, from 1; 0 for a bullet.
        nomor: the number without its ornaments: "7a".
    """

    gaya: str
    count: int
    nomor: str

    @property
    def is_first(self) -> bool:
        """Whether a list begins with it."""
        return self.count <= 1

    def follows(self, other: "Reading") -> bool:
        """Whether it is the next of the same list."""
        if self.gaya != other.gaya:
            return False
        return self.count in (0, other.count + 1) or self._is_put_in(other)

    def _is_put_in(self, other: "Reading") -> bool:
        """Whether it is "1a" after "1"."""
        return self.nomor == f"{other.nomor}a"


def split_label(text: str) -> tuple[str, str]:
    """The label that a text begins with, or nothing, and the rest."""
    match = _LABEL.match(text)
    if not match:
        return "", text
    return match["label"], (match["text"] or "").strip()


def readings(label: str) -> Iterator[Reading]:
    """Every way to read a label: "i." is the ninth letter or the first roman number."""
    if label in _BULLETS:
        gaya = label if label in "-–•" else "•"
        yield Reading(gaya, 0, "")
        return
    inside = _INSIDE.search(label)
    if inside is None:
        return
    nomor = inside[0]
    if nomor[0].isdigit():
        digits = re.match(r"\d+", nomor)
        count = int(digits[0]) if digits else 0
        yield Reading(label.replace(nomor, "1"), count, nomor)
        return
    if len(set(nomor)) == 1:
        count = 26 * (len(nomor) - 1) + _LETTERS.index(nomor[0]) + 1
        yield Reading(label.replace(nomor, "a"), count, nomor)
    roman_count = whole_roman(nomor)
    if roman_count and nth_label("romawi", roman_count) == nomor:
        yield Reading(label.replace(nomor, "i"), roman_count, nomor)


_KINDS = {
    "(1)": ("angka", "subangka"),
    "1.": ("angka", "subangka"),
    "1)": ("subangka", "angka"),
    "a.": ("huruf", "subhuruf"),
    "a)": ("subhuruf", "huruf"),
    "(a)": ("huruf", "subhuruf"),
    "i.": ("romawi", "romawi"),
    "i)": ("romawi", "romawi"),
    "(i)": ("romawi", "romawi"),
}
"""Of each way of writing the kind of list that it has, and the other below such a one."""
_USUAL = {
    "ayat": "(1)",
    "huruf": "a.",
    "angka": "1.",
    "subhuruf": "a)",
    "subangka": "1)",
    "romawi": "i.",
    "poin": "-",
}
_OF_AYAT = ("(1)", "1.", "1)")


def kind_below(gaya: str, above: str, *, may_be_ayat: bool) -> str:
    """The kind of a list.

    Args:
        gaya: how its labels are written.
        above: the kind of list that its owner is in; empty for a pasal.
        may_be_ayat: its owner is a pasal, and no sentence leads into the list.
    """
    if gaya == "(1)" and not above:
        return "ayat"
    if may_be_ayat and gaya in _OF_AYAT:
        return "ayat"
    first, second = _KINDS.get(gaya, ("poin", "poin"))
    return second if first == above else first


def gaya_written(kind: str, gaya: str) -> str | None:
    """`gaya_rincian` of a list; None where it is the usual one."""
    return None if _USUAL[kind] == gaya else gaya
