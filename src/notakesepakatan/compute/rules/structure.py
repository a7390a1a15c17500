"""The structure of a text of others, by the labels that its paragraphs begin with.

Only what is certain: numbers that a word processor counts by itself stand in no text, so
that a pasal without labelled ayat may well have some.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from notakesepakatan.compute.rules.reading import Excerpt
from notakesepakatan.words.lists import nth_huruf
from notakesepakatan.words.numbers import from_roman
from notakesepakatan.words.spelt import spelt_number

_TITLE = r"(?: (?:[A-Z][\w-]*,?|dan|atau|di|ke|dari|serta|untuk|atas|pada|dengan|oleh)){1,20}"
_PASAL = re.compile(
    rf"(?:Pasal|PASAL) (\d{{1,3}})([A-Z]?)\.?(?: [A-Z][A-Z ,/()-]*|(?= [A-Z]){_TITLE})?$"
)
_AYAT = re.compile(r"\((\d{1,3})\)\s+\S")
_HURUF = re.compile(r"([a-z])\.(?:\s+\S|[a-z]{3})")
_FIRST_LABEL = re.compile(r"(\(1\)|1\.)\s+\S")
_HEADS = ("BAB", "Bagian", "Paragraf")
_HEAD = re.compile(
    r"(?P<level>BAB|Bagian|Paragraf) (?P<number>[IVXLC]+|Ke[a-z]+|\d{1,2})(?: [A-Z]|$)"
)
_NUMBER = re.compile(r"(\d{1,3})\.\s+[A-Za-z]")
_BEHIND_TEXT = re.compile(
    r"LAMPIRAN\b|Lampiran(?: [IVX]+)?"
    r"(?:$| (?:Nota|Kesepakatan|Perjanjian|Memorandum|Adendum)\b(?![^.]{0,40} ini\b))"
)
_FEWEST = 3
"""Pasal of a text that has its own; a text with fewer headings quotes another."""
_ROMANS = "ivx"
"""Letters that are rather numerals where they leap."""


@dataclass
class ForeignPasal:
    """One pasal.

    Attributes:
        label: its number.
        heading: the paragraph it begins with.
        excerpts: the paragraphs below, each with the label of the ayat it is of, or empty.
        ayat: the labels of its ayat in order, each with its paragraph.
        huruf: the letters of its lists in order, each with its paragraph.
        huruf_of: the same letters by the ayat that they stand below; "" for none.
    """

    label: str
    heading: Excerpt
    excerpts: list[tuple[Excerpt, str]] = field(default_factory=list)
    ayat: list[tuple[str, Excerpt]] = field(default_factory=list)
    huruf: list[tuple[str, Excerpt]] = field(default_factory=list)
    huruf_of: dict[str, list[str]] = field(default_factory=dict)

    @property
    def written(self) -> str:
        """Its number as the heading has it, "PASAL 4"."""
        return self.heading.text.strip()[: len("Pasal ") + len(self.label)]

    @cached_property
    def known_ayat(self) -> frozenset[str]:
        """Its ayat, where they are labelled from 1 without a gap; or none.

        Asked for when the whole text is read.
        """
        labels = [label for label, _ in self.ayat] or self._numbers
        are_whole = labels == [str(i + 1) for i in range(len(labels))]
        return frozenset(labels) if are_whole and len(labels) > 1 else frozenset()

    @property
    def first_label(self) -> str:
        """How it begins, below its title where that stands apart: "(1)" or "1.", or neither."""
        for excerpt, _ in self.excerpts[:2]:
            text = excerpt.text.strip()
            label = _FIRST_LABEL.match(text)
            if label:
                return label[1]
        return ""

    @property
    def _numbers(self) -> list[str]:
        """The numbers of its paragraphs, where it begins with one: `1.` for an ayat."""
        found = [_NUMBER.match(excerpt.text.strip()) for excerpt, _ in self.excerpts]
        return [one[1] for one in found if one] if found and found[0] else []

    def known_huruf(self, ayat: str) -> frozenset[str]:
        """The letters below an ayat, or below the pasal; none where any is in doubt."""
        letters = self.huruf_of.get(ayat, [])
        expected = [nth_huruf(i + 1) for i in range(len(letters))]
        return frozenset(letters) if letters == expected else frozenset()


def foreign_pasal(excerpts: Sequence[Excerpt]) -> list[ForeignPasal]:
    """The pasal of a text, from the first that is called 1; none where it has hardly any."""
    result = list[ForeignPasal]()
    for excerpt in excerpts:
        text = excerpt.text.strip()
        if result and _is_behind(text, len(result)):
            break
        heading = _PASAL.match(text)
        if heading and (result or heading[1] == "1"):
            result.append(ForeignPasal(heading[1] + heading[2], excerpt))
        elif result:
            _put_below(result[-1], excerpt, text)
    return result if len(result) >= _FEWEST else []


def _is_behind(text: str, many: int) -> bool:
    """Whether a paragraph is behind a text of so many pasal: an annex, or a text that
    begins again with its first pasal.
    """
    heading = _PASAL.match(text)
    is_first = heading is not None and heading[1] == "1"
    begins_again = is_first and many >= _FEWEST
    return begins_again or _BEHIND_TEXT.match(text) is not None


def _put_below(pasal: ForeignPasal, excerpt: Excerpt, text: str) -> None:
    ayat, huruf = _AYAT.match(text), _HURUF.match(text)
    if ayat:
        pasal.ayat.append((ayat[1], excerpt))
    elif huruf:
        pasal.huruf.append((huruf[1], excerpt))
    own = pasal.ayat[-1][0] if pasal.ayat else ""
    if huruf and not ayat:
        pasal.huruf_of.setdefault(own, []).append(huruf[1])
    pasal.excerpts.append((excerpt, own))


def leaps(pasal_list: Sequence[ForeignPasal]) -> Iterator[tuple[Excerpt, str, str]]:
    """Numbers that leap or stand twice: the paragraph, the words there, what is wrong."""
    before = 0
    for pasal in pasal_list:
        now = int(re.sub(r"\D", "", pasal.label))
        is_put_in = not pasal.label.isdigit()
        if now > before + 1:
            message = f"nomor pasal melompat dari {before} ke {now}"
            yield pasal.heading, pasal.written, message
        elif now <= before and not is_put_in:
            message = f"nomor pasal {now} tidak berurutan"
            yield pasal.heading, pasal.written, message
        before = max(before, now)
        yield from _leaps_of_ayat(pasal)
        yield from _leaps_of_huruf(pasal)
        yield from _leaps_of_numbers(pasal)


def leaps_of_heads(
    excerpts: Sequence[Excerpt],
) -> Iterator[tuple[Excerpt, str, str]]:
    """The same of BAB, and of Bagian and Paragraf below them.

    A text that begins again with its first BAB, as behind a table of contents, is another.
    """
    counted = dict[str, int]()
    for excerpt in excerpts:
        head = _HEAD.match(excerpt.text.strip())
        if not head:
            continue
        level, now = head[1], _number_of_head(head)
        before = counted.get(level, 0)
        if now > 1 and before and now != before + 1:
            message = f"nomor {level} tidak berurutan"
            yield excerpt, f"{level} {head[2]}", message
        for below in _HEADS[_HEADS.index(level) + 1 :]:
            counted.pop(below, None)
        counted[level] = now


def _number_of_head(head: re.Match[str]) -> int:
    """The number that a head bears; 0 for none that is known."""
    if head[1] == "BAB":
        try:
            return from_roman(head[2])
        except ValueError:
            return 0
    if head[2].isdigit():
        return int(head[2])
    said = spelt_number([head[2].lower().removeprefix("ke")])
    return said[0] if said else 0


def _leaps_of_numbers(pasal: ForeignPasal) -> Iterator[tuple[Excerpt, str, str]]:
    """`2.` and then `4.`: what goes on with none of the lists that are open."""
    open_lists = list[int]()
    for excerpt, _ in pasal.excerpts:
        label = _NUMBER.match(excerpt.text.strip())
        if not label:
            continue
        now = int(label[1])
        going_on = [i for i, last in enumerate(open_lists) if last + 1 == now]
        if now == 1:
            open_lists.append(1)
        elif going_on:
            open_lists[going_on[-1] :] = [now]
        elif open_lists:
            message = f"nomor {now} tidak melanjutkan {open_lists[-1]}"
            yield excerpt, f"{now}.", message
            open_lists[-1] = now


def _leaps_of_ayat(pasal: ForeignPasal) -> Iterator[tuple[Excerpt, str, str]]:
    before = 0
    in_two = _are_in_two_languages(pasal.ayat)
    for label, excerpt in pasal.ayat:
        now = int(label)
        if now > before + 1:
            yield excerpt, f"({now})", f"nomor ayat melompat dari ({before}) ke ({now})"
        elif now == before and not in_two:
            yield excerpt, f"({now})", f"nomor ayat ({now}) dua kali"
        before = now


def _leaps_of_huruf(pasal: ForeignPasal) -> Iterator[tuple[Excerpt, str, str]]:
    before = ""
    in_two = _are_in_two_languages(pasal.huruf)
    for label, excerpt in pasal.huruf:
        leaps_over = bool(before) and ord(label) > ord(before) + 1
        if leaps_over and label not in _ROMANS:
            yield excerpt, f"{label}.", f"huruf melompat dari {before} ke {label}"
        elif label == before != "i" and not in_two:
            yield excerpt, f"{label}.", f"huruf {label} dua kali"
        before = label


def _are_in_two_languages(labelled: Sequence[tuple[str, Excerpt]]) -> bool:
    """Whether each label stands twice, side by side."""
    labels = [label for label, _ in labelled]
    return labels[::2] == labels[1::2]
