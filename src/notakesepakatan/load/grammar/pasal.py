"""The blocks between the opening and the signatures in, the pasal out."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from notakesepakatan.compute.text.bab import HEAD_KINDS
from notakesepakatan.load.grammar.body import Lists, Part
from notakesepakatan.load.grammar.found import BLANK, Found
from notakesepakatan.load.grammar.parts import Head, head_of, heading, is_title
from notakesepakatan.load.grammar.stream import Block, Grid, Item, items_of

_CLOSING = re.compile(r"(?:demikian(?:lah)?|sebagai bukti)\b", re.IGNORECASE)
_MOST_TITLE_LINES = 3
_MOST_BELOW_HEAD = 8
"""Blocks from a head on in which its first pasal stands."""
_OWN_HEADS = tuple((kind.key,) for kind in HEAD_KINDS)


def read_pasal(
    blocks: Sequence[Block],
    keys: Mapping[str, str],
    found: Found,
) -> tuple[list[dict[str, Any]], list[str]]:
    """The pasal in order, and the sentences below the last of them.

    Args:
        blocks: from the first heading on.
        keys: the key of each party by how it is called.
        found: takes what is read.
    """
    return _Reader(blocks, keys, found).read()


class _Reader:
    """The blocks of the pasal, one by one."""

    def __init__(
        self,
        blocks: Sequence[Block],
        keys: Mapping[str, str],
        found: Found,
    ) -> None:
        self._blocks = blocks
        self._keys = keys
        self._found = found
        self._pasal = list[tuple[dict[str, Any], Lists]]()
        self._numbers = set[str]()
        self._heads = dict[str, str]()
        self._counted = dict[str, int]()
        self._penutup = list[str]()

    def read(self) -> tuple[list[dict[str, Any]], list[str]]:
        """All pasal, and what stands below the last."""
        i = 0
        while i < len(self._blocks):
            i += self._step(i)
        made = list[dict[str, Any]]()
        count = 0
        for head, lists in self._pasal:
            lists.close()
            self._found.addresses |= lists.addresses
            count = _numbered(head, count)
            content = lists.top.data()
            made.append({**head, **(content or {"isi": BLANK})})
        return made, self._penutup

    def _step(
        self,
        i: int,
    ) -> int:
        """Read the block there; how many blocks that takes."""
        block = self._blocks[i]
        if isinstance(block, Grid):
            self._add(block)
            return 1
        above = None if block.path[:1] == ("pasal",) else head_of(block)
        if above and self._is_head(i):
            return self._begin_head(i, above)
        head = heading(block)
        if head and self._number(head) not in self._numbers:
            return self._begin_pasal(i, head)
        if self._is_closing(i, block):
            self._penutup.append(block.whole)
            self._found.take([block])
            return 1
        self._add(block)
        return 1

    def _add(
        self,
        block: Block,
    ) -> None:
        self._found.take(list(items_of([block])))
        if self._pasal:
            self._pasal[-1][1].add(block)
        else:
            self._found.leave(list(items_of([block])))

    def _number(
        self,
        head: re.Match[str],
    ) -> str:
        return head["nomor"].replace(" ", "").upper()

    def _is_head(
        self,
        i: int,
    ) -> bool:
        """Whether a pasal begins right below, under its title and further heads."""
        own = self._blocks[i]
        if isinstance(own, Item) and (own.path or not _is_below_bab(own)):
            return True
        below = self._blocks[i + 1 : i + _MOST_BELOW_HEAD]
        return any(isinstance(one, Item) and heading(one) for one in below)

    def _begin_head(
        self,
        i: int,
        head: Head,
    ) -> int:
        lines, taken = _title_lines(self._blocks, i, head.judul)
        self._found.take(
            [one for one in self._blocks[i : i + taken] if isinstance(one, Item)]
        )
        self._heads[head.key] = " ".join(lines) or BLANK
        kind = next(kind for kind in HEAD_KINDS if kind.key == head.key)
        count = self._counted.get(head.key, 0) + 1
        if head.nomor != kind.nth(count):
            self._heads[kind.number_key] = head.nomor
            count = kind.whole(head.nomor) or count
        self._counted[head.key] = count
        for below in HEAD_KINDS[HEAD_KINDS.index(kind) + 1 :]:
            self._counted.pop(below.key, None)
        return taken

    def _begin_pasal(
        self,
        i: int,
        head: re.Match[str],
    ) -> int:
        title = (head["judul"] or "").strip()
        lines, taken = _title_lines(self._blocks, i, title)
        items = [one for one in self._blocks[i : i + taken] if isinstance(one, Item)]
        self._found.take(items)
        nomor = self._number(head)
        self._numbers.add(nomor)
        made: dict[str, Any] = {**self._heads, "nomor": nomor}
        self._heads = {}
        if lines:
            made["judul"] = " ".join(lines)
        self._pasal.append((made, Lists(Part(), self._keys)))
        return taken

    def _is_closing(
        self,
        i: int,
        item: Item,
    ) -> bool:
        """Whether it stands below the last pasal and is no part of it."""
        if item.path[:2] == ("kalimat", "penutup"):
            return True
        if item.path or item.label:
            return bool(self._penutup) and not item.path
        if self._penutup:
            return True
        return _CLOSING.match(item.text) is not None and self._is_below_last(i)

    def _is_below_last(
        self,
        i: int,
    ) -> bool:
        """Whether no pasal follows there, and the one above has its words."""
        is_empty = not self._pasal or not self._pasal[-1][1].top.data()
        further = self._blocks[i + 1 :]
        is_last = not any(isinstance(one, Item) and heading(one) for one in further)
        return is_last and not is_empty


def _title_lines(
    blocks: Sequence[Block],
    i: int,
    first: str,
) -> tuple[list[str], int]:
    """The lines of a title from the heading there on, and how many blocks that takes."""
    block = blocks[i]
    lines = [first] if first else []
    if isinstance(block, Item) and block.path[:1] in (("pasal",), *_OWN_HEADS):
        return lines, 1
    taken = 1
    for following in blocks[i + 1 :]:
        line = _title_line(following)
        goes_on = not lines or (lines[-1].isupper() and line.isupper())
        if not line or not goes_on or len(lines) == _MOST_TITLE_LINES:
            break
        lines.append(line)
        taken += 1
    return lines, taken


def _is_below_bab(item: Item) -> bool:
    """Whether it may be the head of a Bagian or a Paragraf, which may as well be words."""
    head = head_of(item)
    return head is not None and head.key != "bab"


def _title_line(block: Block) -> str:
    """The words of a block that may be a line of a title; empty where it is something else."""
    if isinstance(block, Grid) or block.label or block.path:
        return ""
    begins_other = heading(block) or head_of(block)
    return block.whole if not begins_other and is_title(block.whole) else ""


def _numbered(
    head: dict[str, Any],
    count: int,
) -> int:
    """Take the number off where it is the one that is counted; where counting goes on."""
    nomor = head["nomor"]
    whole = re.match(r"\d+", nomor)
    if nomor == str(count + 1):
        del head["nomor"]
        return count + 1
    return max(count, int(whole[0])) if whole else count
