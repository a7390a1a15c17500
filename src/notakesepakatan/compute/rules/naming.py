"""What the text calls itself, and terms that it sets: once, and the same to its end."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.reading import CALLED, Excerpt, Flaw, Reading

_KINDS = (
    "Nota Kesepakatan",
    "Nota Kesepahaman",
    "Kesepakatan Bersama",
    "Perjanjian Kerja Sama",
    "Memorandum Saling Pengertian",
)
_OF_THIS_PAPER = re.compile(
    rf"(?<!\w)({'|'.join(_KINDS)}|Memorandum of Understanding|MoU|MOU|PKS|Perjanjian)"
    r"(?: Kerja Sama)? ini\b"
)
_SHORT = {
    "PKS": "Perjanjian Kerja Sama",
    "MoU": "Memorandum of Understanding",
    "MOU": "Memorandum of Understanding",
}
_FIRST = 12
"""Paragraphs among which the title of a text stands."""


def kind_of_paper(reading: Reading) -> Iterator[Flaw]:
    """`MoU ini` in a Nota Kesepakatan."""
    own = _own_kind(reading)
    if own is None:
        return
    for excerpt in reading.excerpts:
        for match in _OF_THIS_PAPER.finditer(excerpt.text):
            said = _SHORT.get(match[1], match[1])
            is_own = set(said.lower().split()) <= set(own.lower().split())
            if not is_own and not _is_set(reading, match[1]):
                message = f'"{match[0]}", padahal naskah ini {own}'
                saran = f"tulis {own} ini"
                begin = match.start()
                yield Flaw(excerpt.place, match[0], message, saran, offset=begin)


def _own_kind(reading: Reading) -> str | None:
    """The kind of the paper: by its data, or by its title; None where that is not known."""
    if reading.typed:
        return reading.kesepakatan.jenis
    for excerpt in reading.excerpts[:_FIRST]:
        text = excerpt.text.strip()
        for kind in _KINDS:
            if text.startswith(kind.upper()):
                return kind
    return None


def _is_set(reading: Reading, name: str) -> bool:
    """Whether the text says that it is called so."""
    pattern = re.compile(rf"disebut (?:sebagai |dengan )?[“\"']?{re.escape(name)}\b")
    return any(pattern.search(excerpt.text) for excerpt in reading.excerpts)


def set_twice(reading: Reading) -> Iterator[Flaw]:
    """A term that is set again in another paragraph."""
    seen = dict[str, Excerpt]()
    for excerpt in reading.excerpts:
        for match in CALLED.finditer(excerpt.text):
            first = seen.setdefault(match[1], excerpt)
            if first is not excerpt:
                message = f"sebutan {match[1]} ditetapkan dua kali"
                saran = "hapus penetapan yang kedua"
                begin = match.start(1)
                yield Flaw(excerpt.place, match[1], message, saran, offset=begin)
