"""The blocks of one annex in, its data out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from notakesepakatan.load.grammar.body import Lists, Part
from notakesepakatan.load.grammar.parts import is_title
from notakesepakatan.load.grammar.rencana_kerja import read_rencana_kerja
from notakesepakatan.load.grammar.stream import Block, Grid, Item
from notakesepakatan.load.grammar.tables import lines_of, read_tabel
from notakesepakatan.load.grammar.tanda_tangan import Known, begins_ending

_HEAD = re.compile(r"(?:lampiran|nomor|tanggal|no\.|perihal|tentang)\b", re.IGNORECASE)
_SECTION = re.compile(r"(?P<nomor>[A-Z])\.\s+(?P<judul>\S.*)")


@dataclass
class ReadLampiran:
    """An annex.

    Attributes:
        data: as the YAML has it.
        items: all that was read.
        left: what has no place.
        again: what says again what stands on the page before.
        tahun: how many years its Rencana Kerja has; 0 without one.
    """

    data: dict[str, Any] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)
    again: list[Item] = field(default_factory=list)
    tahun: int = 0


def read_lampiran(
    blocks: Sequence[Block],
    keys: Mapping[str, str],
    known: Sequence[Known],
) -> ReadLampiran:
    """One annex.

    Args:
        blocks: from its head on.
        keys: the key of each party by how it is called.
        known: the parties, for signatures below it.
    """
    found = ReadLampiran()
    rest = _head(blocks, found)
    signed = next(
        (i for i, block in enumerate(rest) if begins_ending(block, known)), len(rest)
    )
    if signed < len(rest):
        found.data["ditandatangani"] = "ya"
        for block in rest[signed:]:
            found.items += block.items if isinstance(block, Grid) else (block,)
    _content(rest[:signed], found, keys, len(known))
    return found


def _head(
    blocks: Sequence[Block],
    found: ReadLampiran,
) -> Sequence[Block]:
    """Take the head and the title; the rest comes back."""
    kepala, judul = list[str](), list[str]()
    taken = 0
    for block in blocks:
        if isinstance(block, Grid) or block.label:
            break
        if _is_in_head(block, kepala, judul):
            kepala.append(block.whole)
        elif _is_judul(block, judul):
            judul += block.lines or (block.whole,)
        else:
            break
        found.items.append(block)
        taken += 1
    kepala, judul = _with_judul(kepala, judul)
    found.data["kepala"] = kepala
    found.data["judul"] = judul
    return blocks[taken:]


def _own_part(item: Item) -> str:
    """What our own bookmark says that it is; empty without one."""
    return item.path[-1] if item.path[:1] == ("lampiran",) else ""


def _is_in_head(
    item: Item,
    kepala: Sequence[str],
    judul: Sequence[str],
) -> bool:
    own = _own_part(item)
    if own:
        return own == "kepala"
    return not judul and _is_head_line(item, first=not kepala)


def _is_head_line(
    item: Item,
    *,
    first: bool,
) -> bool:
    is_styled = item.style.lower().startswith("kepala lampiran")
    return is_styled or first or _HEAD.match(item.text) is not None


def _is_judul(
    item: Item,
    judul: Sequence[str],
) -> bool:
    own = _own_part(item)
    if own:
        return own == "judul"
    if _SECTION.fullmatch(item.whole):
        return False
    if not judul:
        return is_title(item.whole) or item.is_in_middle
    return item.whole.isupper()


def _with_judul(
    kepala: list[str],
    judul: list[str],
) -> tuple[list[str], list[str]]:
    """Head and title; where there is no title, the last line of the head is it."""
    if judul:
        return kepala, judul
    if len(kepala) > 1:
        return kepala[:-1], kepala[-1:]
    return kepala, list(kepala)


def _content(
    blocks: Sequence[Block],
    found: ReadLampiran,
    keys: Mapping[str, str],
    para_pihak: int,
) -> None:
    """What stands below the title: a plan, and without one whatever else there is."""
    for i, block in enumerate(blocks):
        if isinstance(block, Item):
            continue
        plan = read_rencana_kerja(block, para_pihak, keys)
        if plan is not None:
            found.data |= plan.data
            found.tahun = plan.tahun
            found.again += plan.again
            found.items += _items([block])
            found.left += _items((*blocks[:i], *blocks[i + 1 :]))
            return
    _Text(found, keys).read(blocks)


class _Text:
    """Lists, sections with lists of their own, and one table, as they come."""

    def __init__(
        self,
        found: ReadLampiran,
        keys: Mapping[str, str],
    ) -> None:
        self._found = found
        self._keys = keys
        self._top = Lists(Part(), keys)
        self._sections = list[tuple[str, Lists]]()
        """The title of each section, and what stands below it."""
        self._tabel: dict[str, Any] | None = None
        self._after = list[Item]()
        """What stands below the table."""

    def read(
        self,
        blocks: Sequence[Block],
    ) -> None:
        """All blocks, and their data."""
        for block in blocks:
            self._add(block)
        self._top.close()
        data = {**self._found.data, **_top_data(self._top.top)}
        data["bagian"] = [_section_data(judul, each) for judul, each in self._sections]
        if self._tabel:
            data["tabel"] = self._tabel
        self._found.data = data
        _after_tabel(self._after, self._found)
        self._found.data = {key: value for key, value in data.items() if value}

    def _add(
        self,
        block: Block,
    ) -> None:
        judul = _section_title(block)
        if judul:
            self._sections.append((judul, Lists(Part(), self._keys)))
            self._found.items += _items([block])
        elif self._tabel is None:
            self._add_above_tabel(block)
        else:
            self._after += _items([block])

    def _add_above_tabel(
        self,
        block: Block,
    ) -> None:
        """The table itself, or what belongs to the list at hand."""
        self._tabel = _tabel_of(block)
        if self._tabel is None:
            lists = self._sections[-1][1] if self._sections else self._top
            lists.add(block)
        self._found.items += _items([block])


def _section_title(block: Block) -> str:
    """The title of the section that begins there; empty where none does."""
    match = None if isinstance(block, Grid) else _SECTION.fullmatch(block.whole)
    return match["judul"] if match and is_title(match["judul"]) else ""


def _tabel_of(block: Block) -> dict[str, Any] | None:
    """The table that a block is; None for paragraphs, and for rows of names and values."""
    if not isinstance(block, Grid) or lines_of(block):
        return None
    return read_tabel(block)


def _items(blocks: Sequence[Block]) -> list[Item]:
    return [
        item
        for block in blocks
        for item in (block.items if isinstance(block, Grid) else (block,))
    ]


def _top_data(top: Part) -> dict[str, Any]:
    """The same keys as a pasal's but for those that an annex has not."""
    data = top.data()
    paragraf = data.pop("paragraf", [])
    if paragraf:
        data["isi"] = " ".join([data.get("isi", ""), *paragraf]).strip()
    if "ayat" in data:
        gaya = data.get("gaya_rincian")
        data["angka"] = data.pop("ayat")
        data["gaya_rincian"] = gaya if gaya else "(1)"
        if data["gaya_rincian"] == "1.":
            del data["gaya_rincian"]
    return data


def _section_data(
    judul: str,
    lists: Lists,
) -> dict[str, Any]:
    lists.close()
    data = {"judul": judul, **lists.top.data()}
    if data.keys() == {"judul"}:
        data["isi"] = "…"
    return data


def _after_tabel(
    after: Sequence[Item],
    found: ReadLampiran,
) -> None:
    """What stands below the table: one closing text; more is left."""
    if after and all(not item.label for item in after) and len(after) <= 3:
        words = [item.whole for item in after]
        before = found.data.get("penutup", "")
        found.data["penutup"] = " ".join(filter(None, [before, *words]))
        found.items += after
    else:
        found.left += after
