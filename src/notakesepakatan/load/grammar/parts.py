"""Where the parts of an agreement begin: its pasal, its signatures, its annexes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from notakesepakatan.load.grammar.casing import SMALL_WORDS
from notakesepakatan.load.grammar.stream import Block, Grid, Item
from notakesepakatan.words.numbers import order

PASAL = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?i:pasal|p a s a l)\s*[.:]?\s*"
    r"(?P<nomor>\d{1,3}(?:\s?[A-Z]\b)?|[IVX]{1,5}\b)(?P<dot>[.:]?)"
    r"(?:\s*[-–:]?\s*(?P<judul>.*))?",
    re.DOTALL,
)
_NTH = {order(nth): str(nth) for nth in range(1, 31)} | {"pertama": "1"}
_WORDS_OF_NTH = "|".join(sorted(_NTH, key=len, reverse=True))
_HEADS = {
    key: re.compile(rf"{begin}[.:]?\s*(?P<judul>.*)", re.IGNORECASE)
    for key, begin in (
        ("bab", r"bab\s+(?P<nomor>[ivxlc]+[A-Z]?|\d+)"),
        ("judul_bagian", rf"bagian\s+(?P<nomor>(?:{_WORDS_OF_NTH})(?: [A-Z]\b)?)"),
        (
            "judul_paragraf",
            rf"paragraf\s+(?P<nomor>\d+[A-Z]?|(?:{_WORDS_OF_NTH})(?: [A-Z]\b)?)",
        ),
    )
}
"""How a head above pasal reads, by the key of its title."""
_LAMPIRAN = re.compile(
    r"LAMPIRAN\b|Lampiran\s*(?:[IVX]+|\d+)?\s*[:.]?$"
    r"|Lampiran(?:\s+(?:[IVX]+|\d+))?\s*:?\s+(?:Nota|Kesepakatan|Perjanjian|Memorandum)\b"
)
_RUJUKAN = re.compile(r"(?:ayat|huruf|angka|dan|atau|s\.?d|sampai)\b", re.IGNORECASE)
_MOST_TITLE_WORDS = 14
_MOST_HEAD_WORDS = 40
_FEWEST_PASAL = 2
_FEWEST_SENTENCE_WORDS = 6
_CLOSING = re.compile(r"demikian", re.IGNORECASE)


@dataclass(frozen=True)
class Parts:
    """The blocks of a file, part by part.

    Attributes:
        front: before the first pasal.
        body: from there to the signatures.
        ending: the signatures and what stands below them.
        lampiran: each annex.
    """

    front: tuple[Block, ...]
    body: tuple[Block, ...]
    ending: tuple[Block, ...]
    lampiran: tuple[tuple[Block, ...], ...]


def cut(blocks: Sequence[Block]) -> Parts:
    """The parts of an agreement; all is front where there is no pasal."""
    first = next((i for i, one in enumerate(blocks) if _begins_body(blocks, i)), None)
    if first is None:
        return Parts(tuple(blocks), (), (), ())
    starts = [i for i in range(first, len(blocks)) if is_lampiran(blocks[i])]
    starts = _whole_starts(blocks, starts)
    end = starts[0] if starts else len(blocks)
    edges = [*starts, len(blocks)]
    lampiran = [tuple(blocks[a:b]) for a, b in pairwise(edges)]
    return Parts(tuple(blocks[:first]), tuple(blocks[first:end]), (), tuple(lampiran))


def _begins_body(
    blocks: Sequence[Block],
    i: int,
) -> bool:
    """Whether the first pasal, or a head that it is under, stands there."""
    block = blocks[i]
    if isinstance(block, Grid):
        return False
    if heading(block):
        return True
    return head_of(block) is not None and any(
        isinstance(one, Item) and heading(one) for one in blocks[i + 1 : i + 8]
    )


def _whole_starts(
    blocks: Sequence[Block],
    starts: Sequence[int],
) -> list[int]:
    """Where annexes begin: of lines that belong to one head the first."""
    result = list[int]()
    for i in starts:
        if (
            not result
            or i > result[-1] + 3
            or _numeral(blocks[i]) != _numeral(blocks[result[-1]])
        ):
            result.append(i)
    return result


def _numeral(block: Block) -> str:
    text = block.whole if isinstance(block, Item) else ""
    match = re.match(r"lampiran\s+([ivx]+|\d+)\b", text, re.IGNORECASE)
    return match[1] if match else ""


def heading(item: Item) -> re.Match[str] | None:
    """Number and title where the item is the heading of a pasal."""
    if item.path[:1] == ("pasal",):
        return PASAL.fullmatch(item.whole) if len(item.path) == 2 else None
    if item.path:
        return None
    match = PASAL.fullmatch(item.whole)
    if not match:
        return None
    title = (match["judul"] or "").strip()
    if match["dot"] and not title:
        return match
    return match if not title or is_title(title) else None


class Head(NamedTuple):
    """A head above pasal.

    Attributes:
        key: of its title: "bab", "judul_bagian", "judul_paragraf".
        nomor: its number as the data has it: "II", "2A".
        judul: its title, where it stands on the same line.
    """

    key: str
    nomor: str
    judul: str


def head_of(item: Item) -> Head | None:
    """What the item says where it begins a BAB, a Bagian, or a Paragraf."""
    for key, pattern in _HEADS.items():
        match = pattern.fullmatch(item.whole)
        if match and (not match["judul"] or is_title(match["judul"])):
            return Head(key, _as_number(match["nomor"]), match["judul"].strip())
    return None


def _as_number(written: str) -> str:
    """ "Kedua A" -> "2A"; a numeral as it is, in capitals."""
    words = written.lower()
    nth = max((name for name in _NTH if words.startswith(name)), key=len, default="")
    behind = words.removeprefix(nth).strip()
    return f"{_NTH.get(nth, '')}{behind}".upper()


_LOOSE = re.compile(
    r"(?:(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+)?(?P<judul>[A-Z][^a-z]{2,})"
)


def with_headings(
    blocks: Sequence[Block],
    begin: int,
) -> tuple[list[Block], bool]:
    """The blocks, and whether headings of another kind stand for those of pasal.

    Where no pasal has a number, titles in capitals begin them; where there are none, all
    from `begin` on is one.
    """
    items = [block for block in blocks if isinstance(block, Item)]
    if any(heading(item) for item in items):
        return list(blocks), False
    result, count = list(blocks[:begin]), 0
    for i, block in enumerate(blocks[begin:], begin):
        is_loose = isinstance(block, Item) and _is_loose_heading(blocks, i)
        if isinstance(block, Item) and is_loose:
            count += 1
            result.append(_as_heading(block, count))
        else:
            result.append(block)
    if count < _FEWEST_PASAL:
        return [*blocks[:begin], *_each_a_pasal(blocks[begin:])], True
    return result, True


def _each_a_pasal(blocks: Sequence[Block]) -> Iterator[Block]:
    """A heading before each paragraph that no number and no title parts from others.

    By our own bookmarks where they are, else before each that is a sentence.
    """
    number = ""
    count = 0
    for block in blocks:
        own = block.path[1] if isinstance(block, Item) and _is_own(block) else ""
        begins = own != number if own else _is_sentence(block) and not number
        if begins or count == 0:
            count += 1
            number = own
            yield Item(-1, f"Pasal {own or count}", path=("pasal", own or str(count)))
        yield block


def _is_own(item: Item) -> bool:
    return item.path[:1] == ("pasal",)


def _is_sentence(block: Block) -> bool:
    if isinstance(block, Grid) or block.label or block.path:
        return False
    is_long = len(block.text.split()) >= _FEWEST_SENTENCE_WORDS
    return is_long and not _CLOSING.match(block.text)


def _is_loose_heading(
    blocks: Sequence[Block],
    i: int,
) -> bool:
    block = blocks[i]
    if isinstance(block, Grid) or i + 1 >= len(blocks):
        return False
    match = _LOOSE.fullmatch(block.whole)
    is_alone = len(block.cells) <= 1 or bool(block.label)
    return match is not None and is_alone and is_title(match["judul"])


def _as_heading(
    item: Item,
    count: int,
) -> Item:
    words = f"Pasal {count} {item.whole}"
    return replace(item, text=words, label="", path=("pasal", str(count)))


def is_title(text: str) -> bool:
    """Whether a text reads like a heading: no sentence, in capitals or Capitals."""
    words = text.split()
    if not words or len(words) > _MOST_TITLE_WORDS or text[-1] in ".;:,":
        return False
    if _RUJUKAN.match(text):
        return False
    has_letters = any(letter.isalpha() for letter in text)
    if not has_letters:
        return False
    return text.isupper() or all(_is_word_of_title(word) for word in words)


def _is_word_of_title(word: str) -> bool:
    is_small = word[0].isalpha() and not word[0].isupper()
    return not is_small or word.lower() in SMALL_WORDS


def is_lampiran(block: Block) -> bool:
    """Whether an annex begins there."""
    if isinstance(block, Grid) or block.label:
        return False
    if block.path[:1] == ("lampiran",):
        return block.path[-1] == "kepala"
    is_head = _LAMPIRAN.match(block.text) is not None
    is_short = len(block.text.split()) <= _MOST_HEAD_WORDS
    return is_head and is_short and not block.path and not block.text.endswith(".")
