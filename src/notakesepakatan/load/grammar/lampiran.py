"""The blocks of one annex in, its data out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from notakesepakatan.load.grammar.body import Lists, Part
from notakesepakatan.load.grammar.parts import is_title
from notakesepakatan.load.grammar.rencana_kerja import read_rencana_kerja
from notakesepakatan.load.grammar.stream import Block, Grid, Item
from notakesepakatan.load.grammar.tables import read_tabel
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
        tahun: how many years its Rencana Kerja has; 0 without one.
    """

    data: dict[str, Any] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)
    tahun: int = 0


def read_lampiran(
    blocks: Sequence[Block], keys: Mapping[str, str], known: Sequence[Known]
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


def _head(blocks: Sequence[Block], found: ReadLampiran) -> Sequence[Block]:
    """Take the head and the title; the rest comes back."""
    kepala, judul = list[str](), list[str]()
    for i, block in enumerate(blocks):
        if isinstance(block, Grid) or block.label:
            break
        own = block.path[-1] if block.path[:1] == ("lampiran",) else ""
        is_head = own == "kepala" or (
            not own and not judul and _is_head_line(block, first=i == 0)
        )
        if is_head:
            kepala.append(block.whole)
        elif own == "judul" or (not own and _is_judul(block, judul)):
            judul += block.lines or (block.whole,)
        else:
            break
        found.items.append(block)
    else:
        i = len(blocks)
    if not judul and len(kepala) > 1 and not _HEAD.match(kepala[-1]):
        judul = [kepala.pop()]
    found.data["kepala"] = kepala
    found.data["judul"] = judul or kepala[-1:]
    if not judul and len(kepala) > 1:
        found.data["kepala"] = kepala[:-1]
    return blocks[i:]


def _is_head_line(item: Item, *, first: bool) -> bool:
    if item.style:
        is_styled = item.style.lower().startswith("kepala lampiran")
        if is_styled:
            return True
    return first or _HEAD.match(item.text) is not None


def _is_judul(item: Item, judul: Sequence[str]) -> bool:
    if _SECTION.fullmatch(item.whole):
        return False
    if not judul:
        return is_title(item.whole) or item.is_in_middle
    return item.whole.isupper()


def _content(
    blocks: Sequence[Block],
    found: ReadLampiran,
    keys: Mapping[str, str],
    para_pihak: int,
) -> None:
    """What stands below the title."""
    plan = [
        (i, read)
        for i, block in enumerate(blocks)
        if isinstance(block, Grid)
        and (read := read_rencana_kerja(block, para_pihak, keys)) is not None
    ]
    if plan:
        i, read = plan[0]
        found.data |= read.data
        found.tahun = read.tahun
        found.items += _items(blocks[i : i + 1])
        found.left += _items((*blocks[:i], *blocks[i + 1 :]))
        return
    top = Part()
    lists = Lists(top, keys)
    bagian = list[tuple[re.Match[str], Lists]]()
    tabel: dict[str, Any] | None = None
    after = list[Item]()
    for block in blocks:
        part = None if isinstance(block, Grid) else _SECTION.fullmatch(block.whole)
        if part and isinstance(block, Item) and is_title(part["judul"]):
            bagian.append((part, Lists(Part(), keys)))
            found.items.append(block)
            continue
        if isinstance(block, Grid) and tabel is None and not _is_lines(block):
            tabel = read_tabel(block)
            if tabel:
                found.items += block.items
                continue
        if tabel is not None:
            after += _items((block,))
            continue
        (bagian[-1][1] if bagian else lists).add(block)
        found.items += _items((block,))
    lists.close()
    found.data |= _top_data(top, found)
    found.data["bagian"] = [_section_data(match, each) for match, each in bagian]
    if tabel:
        found.data["tabel"] = tabel
    _after_tabel(after, found)
    found.data = {key: value for key, value in found.data.items() if value}


def _is_lines(grid: Grid) -> bool:
    from notakesepakatan.load.grammar.tables import lines_of

    return bool(lines_of(grid))


def _items(blocks: Sequence[Block]) -> list[Item]:
    return [
        item
        for block in blocks
        for item in (block.items if isinstance(block, Grid) else (block,))
    ]


def _top_data(top: Part, found: ReadLampiran) -> dict[str, Any]:
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


def _section_data(match: re.Match[str], lists: Lists) -> dict[str, Any]:
    lists.close()
    data = {"judul": match["judul"], **lists.top.data()}
    if data.keys() == {"judul"}:
        data["isi"] = "…"
    return data


def _after_tabel(after: Sequence[Item], found: ReadLampiran) -> None:
    """What stands below the table: one closing text; more is left."""
    if after and all(not item.label for item in after) and len(after) <= 3:
        words = [item.whole for item in after]
        before = found.data.get("penutup", "")
        found.data["penutup"] = " ".join(filter(None, [before, *words]))
        found.items += after
    else:
        found.left += after
