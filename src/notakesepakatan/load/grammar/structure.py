"""A foreign text in, an agreement as the YAML has it out, with the account of its paragraphs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from notakesepakatan.load.foreign.account import BODY, ForeignText
from notakesepakatan.load.grammar.body import Lists, Part
from notakesepakatan.load.grammar.casing import as_written
from notakesepakatan.load.grammar.inferred import (
    Inferred,
    Sure,
    infer_day,
    infer_periods,
    infer_place,
    infer_term,
)
from notakesepakatan.load.grammar.lampiran import read_lampiran
from notakesepakatan.load.grammar.laws import read_law
from notakesepakatan.load.grammar.opening import Opening, read_opening
from notakesepakatan.load.grammar.parts import (
    Parts,
    bab_of,
    cut,
    heading,
    is_title,
    with_headings,
)
from notakesepakatan.load.grammar.pihak import ReadPihak, as_data
from notakesepakatan.load.grammar.roles import infer_roles, name_pemberitahuan
from notakesepakatan.load.grammar.stream import (
    PAGE_OF,
    Block,
    Grid,
    Item,
    is_page_number,
    items_of,
    stream,
)
from notakesepakatan.load.grammar.tanda_tangan import (
    Ending,
    Known,
    begins_ending,
    called_there,
    is_days,
    read_ending,
)
from notakesepakatan.load.grammar.title import Title, read_title
from notakesepakatan.model.para_pihak import NOT_PRINTED
from notakesepakatan.place import default_sebutan, keys_of
from notakesepakatan.words.numbers import roman, whole_roman

BLANK = "…"
"""Stands where the text says nothing and the YAML needs something."""
_CLOSING = re.compile(r"demikian(?:lah)?\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?\d{1,3}(?:\s*[-–—])?")
_PARAF = re.compile(r"(?:Paraf .+?)+")
_LEADS = re.compile(r"(?:sepakat|setuju)\b.*\bberikut\s*[:;.]?$", re.IGNORECASE)
_SIGNED = re.compile(r"ditanda ?tangani|dibuat", re.IGNORECASE)
_VALID = re.compile(r"\bberlaku\b|sampai dengan", re.IGNORECASE)
_OFFICE = re.compile(
    r",? (?:yang|berkedudukan|beralamat|berdasarkan|dalam hal|bertindak|selaku)\b"
)
_MOST_TITLE_LINES = 3


@dataclass(frozen=True)
class Structure:
    """What was read of a text.

    Attributes:
        data: the agreement as the YAML has it.
        placed: paragraphs of the file, from 0, that gave all their words to it.
        renumbered: paragraphs whose label is printed otherwise.
        repeated: paragraphs that each page has: its number, the head of a table that goes on.
        inferred: what sentences say.
    """

    data: dict[str, Any]
    placed: frozenset[int]
    renumbered: frozenset[int] = frozenset()
    repeated: frozenset[int] = frozenset()
    inferred: tuple[Inferred, ...] = ()


@dataclass
class _Found:
    """What is gathered on the way."""

    placed: set[int] = field(default_factory=set)
    renumbered: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    repeated: set[int] = field(default_factory=set)
    addresses: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def take(self, items: Sequence[Item]) -> None:
        """These paragraphs have their place."""
        self.placed |= {item.number for item in items}

    def repeat(self, items: Sequence[Item]) -> None:
        """These say again what stands on the page before."""
        self.take(items)
        self.repeated |= {item.number for item in items}

    def leave(self, items: Sequence[Item]) -> None:
        """These have none, or not all of their words."""
        self.left |= {item.number for item in items}


def read_structure(read: ForeignText) -> Structure:
    """The agreement that a foreign text is."""
    blocks = stream(read)
    blocks, is_loose = with_headings(blocks, _front_end(blocks))
    parts = cut(blocks)
    sentences = [item.text for item in items_of(blocks)]
    found = _Found()
    found.repeat(
        [item for one in blocks if isinstance(one, Grid) for item in one.again]
    )
    title = read_title(parts.front)
    opening = read_opening(parts.front[title.end :])
    found.take([*title.items, *opening.items])
    found.leave([*title.left, *opening.left])
    para_pihak = _merged(title, opening, sentences)
    _call_as_signed(parts, para_pihak, opening)
    keys = _keys(para_pihak)
    known = [
        Known(p["sebutan"], p.get("pejabat", ""), p.get("jabatan", ""))
        for p in para_pihak
    ]
    body, ending_blocks = _split_ending(parts, known)
    pasal, penutup = _read_body(body, keys, found)
    ending = read_ending(ending_blocks, known)
    found.take(ending.items)
    found.leave(ending.left)
    data = _assembled(title, opening, para_pihak, ending, pasal, penutup, sentences)
    if is_loose:
        data["susunan"]["pasal"] = "tanpa_nomor"
    data["lampiran"] = _lampiran(parts, keys, known, found)
    for key, addresses in found.addresses.items():
        para_pihak[keys_of(len(para_pihak)).index(key)]["korespondensi"] = addresses
    _take_edges(read, data, found)
    _take_kop(title, para_pihak, data, found)
    inferred = tuple(_inferred(data, opening, para_pihak, title))
    is_draft = bool(title.nomor) and not any(title.nomor)
    _fill(data, inferred, is_draft=is_draft)
    clean = {
        key: value for key, value in data.items() if value not in ({}, [], "", None)
    }
    found.renumbered |= {item.number for item, _ in opening.changed}
    return Structure(
        clean,
        frozenset(found.placed - found.left),
        frozenset(found.renumbered),
        frozenset(found.repeated),
        inferred,
    )


def _front_end(blocks: Sequence[Block]) -> int:
    """Where the text may begin that has no numbered pasal: behind what leads to it."""
    for i, block in enumerate(blocks):
        if isinstance(block, Item) and block.path[:1] == ("pasal",):
            return i
        if isinstance(block, Item) and _LEADS.search(block.text):
            return i + 1
    return read_title(blocks).end


def _merged(
    title: Title, opening: Opening, sentences: Sequence[str]
) -> list[dict[str, Any]]:
    """The parties by title and opening: the same number, else what the longer says."""
    count = max(len(title.names), len(opening.para_pihak), 2)
    of_rows = any(pihak.rows for pihak in opening.para_pihak)
    result = list[dict[str, Any]]()
    for i in range(count):
        read = opening.para_pihak[i] if i < len(opening.para_pihak) else ReadPihak()
        made = as_data(read, of_rows)
        printed = title.names[i] if i < len(title.names) else ""
        if printed:
            made["nama"] = as_written(printed, sentences)
            if made["nama"].upper() != printed:
                made["nama_judul"] = printed
        else:
            made["nama"] = read.facts.get("nama", "") or BLANK
        if i < len(title.nomor) and title.nomor[i]:
            made["nomor"] = title.nomor[i]
        made.setdefault("jabatan", BLANK)
        usual = default_sebutan(keys_of(count)[i])
        made.setdefault("sebutan", usual)
        result.append(made)
    if not all(pihak.is_named_first or pihak.rows for pihak in opening.para_pihak):
        _as_one_opening(opening, result)
    return result


def _as_one_opening(opening: Opening, para_pihak: Sequence[dict[str, Any]]) -> None:
    """Sentences that do not begin with a name stay in the opening, word for word."""
    said = [pihak.whole for pihak in opening.para_pihak]
    before = opening.kalimat.get("pembukaan", "")
    opening.kalimat["pembukaan"] = " ".join(filter(None, [before, *said]))
    for made in para_pihak:
        made.pop("kalimat", None)


def _keys(para_pihak: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    keys = keys_of(len(para_pihak))
    return {
        one["sebutan"].casefold(): key
        for one, key in zip(para_pihak, keys, strict=True)
    }


def _call_as_signed(
    parts: Parts, para_pihak: Sequence[dict[str, Any]], opening: Opening
) -> None:
    """Where no sentence says how the parties are called, their signatures do."""
    if any(pihak.sebutan for pihak in opening.para_pihak):
        return
    for block in parts.body[_last_heading(parts.body) + 1 :]:
        called = called_there(block)
        if len(called) == len(para_pihak):
            for made, sebutan in zip(para_pihak, called, strict=True):
                made["sebutan"] = sebutan
            return


def _last_heading(body: Sequence[Block]) -> int:
    headings = [
        i for i, one in enumerate(body) if isinstance(one, Item) and heading(one)
    ]
    return headings[-1] if headings else 0


def _split_ending(
    parts: Parts, known: Sequence[Known]
) -> tuple[Sequence[Block], Sequence[Block]]:
    """The blocks of the pasal, and those from the signatures on."""
    body = parts.body
    for i in range(_last_heading(body) + 1, len(body)):
        if begins_ending(body[i], known):
            begin = i - 1 if is_days(body[i - 1]) else i
            return body[:begin], body[begin:]
    return body, ()


def _read_body(
    blocks: Sequence[Block], keys: Mapping[str, str], found: _Found
) -> tuple[list[dict[str, Any]], list[str]]:
    """The pasal in order, and the sentences below the last of them."""
    reader = _Body(blocks, keys, found)
    return reader.read()


class _Body:
    """The blocks of the pasal, one by one."""

    def __init__(
        self, blocks: Sequence[Block], keys: Mapping[str, str], found: _Found
    ) -> None:
        self._blocks = blocks
        self._keys = keys
        self._found = found
        self._pasal = list[tuple[dict[str, Any], Lists]]()
        self._numbers = set[str]()
        self._bab = dict[str, str]()
        self._bab_count = 0
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

    def _step(self, i: int) -> int:
        """Read the block there; how many blocks that takes."""
        block = self._blocks[i]
        if isinstance(block, Grid):
            self._add(block)
            return 1
        bab = None if block.path[:1] == ("pasal",) else bab_of(block)
        if bab:
            return self._begin_bab(i, bab)
        head = heading(block)
        if head and self._number(head) not in self._numbers:
            return self._begin_pasal(i, head)
        if self._is_closing(i, block):
            self._penutup.append(block.whole)
            self._found.take([block])
            return 1
        self._add(block)
        return 1

    def _add(self, block: Block) -> None:
        self._found.take(list(items_of([block])))
        if self._pasal:
            self._pasal[-1][1].add(block)
        else:
            self._found.leave(list(items_of([block])))

    def _number(self, head: re.Match[str]) -> str:
        return head["nomor"].replace(" ", "").upper()

    def _begin_bab(self, i: int, bab: re.Match[str]) -> int:
        lines, taken = _title_lines(self._blocks, i, bab["judul"])
        self._found.take(
            [one for one in self._blocks[i : i + taken] if isinstance(one, Item)]
        )
        self._bab_count += 1
        nomor = bab["nomor"].upper()
        self._bab = {"bab": " ".join(lines) or BLANK}
        if nomor != roman(self._bab_count):
            self._bab["nomor_bab"] = nomor
            self._bab_count = whole_roman(nomor) or self._bab_count
        return taken

    def _begin_pasal(self, i: int, head: re.Match[str]) -> int:
        title = (head["judul"] or "").strip()
        lines, taken = _title_lines(self._blocks, i, title)
        items = [one for one in self._blocks[i : i + taken] if isinstance(one, Item)]
        self._found.take(items)
        nomor = self._number(head)
        self._numbers.add(nomor)
        made: dict[str, Any] = {**self._bab, "nomor": nomor}
        self._bab = {}
        if lines:
            made["judul"] = " ".join(lines)
        self._pasal.append((made, Lists(Part(), self._keys)))
        return taken

    def _is_closing(self, i: int, item: Item) -> bool:
        """Whether it stands below the last pasal and is no part of it."""
        if item.path[:2] == ("kalimat", "penutup"):
            return True
        if item.path or item.label:
            return bool(self._penutup) and not item.path
        if self._penutup:
            return True
        if not _CLOSING.match(item.text):
            return False
        is_empty = not self._pasal or not self._pasal[-1][1].top.data()
        is_last = not any(
            isinstance(one, Item) and heading(one) for one in self._blocks[i + 1 :]
        )
        return is_last and not is_empty


def _title_lines(blocks: Sequence[Block], i: int, first: str) -> tuple[list[str], int]:
    """The lines of a title from the heading there on, and how many blocks that takes."""
    block = blocks[i]
    if isinstance(block, Item) and block.path[:1] in (("pasal",), ("bab",)):
        return ([first] if first else []), 1
    lines = [first] if first else []
    taken = 1
    while i + taken < len(blocks) and len(lines) < _MOST_TITLE_LINES:
        following = blocks[i + taken]
        if isinstance(following, Grid) or following.label or following.path:
            break
        is_other = heading(following) or bab_of(following)
        if is_other or not is_title(following.whole):
            break
        goes_on = not lines or (lines[-1].isupper() and following.whole.isupper())
        if not goes_on:
            break
        lines.append(following.whole)
        taken += 1
    return lines, taken


def _numbered(head: dict[str, Any], count: int) -> int:
    """Take the number off where it is the one that is counted; where counting goes on."""
    nomor = head["nomor"]
    whole = re.match(r"\d+", nomor)
    if nomor == str(count + 1):
        del head["nomor"]
        return count + 1
    return max(count, int(whole[0])) if whole else count


def _assembled(
    title: Title,
    opening: Opening,
    para_pihak: list[dict[str, Any]],
    ending: Ending,
    pasal: list[dict[str, Any]],
    penutup: list[str],
    sentences: Sequence[str],
) -> dict[str, Any]:
    """The keys of the YAML in their usual order."""
    for made, signed in zip(para_pihak, ending.para_pihak, strict=True):
        _sign(made, signed)
    kalimat: dict[str, Any] = dict(opening.kalimat)
    if opening.dasar_hukum and "dasar_hukum" not in kalimat:
        kalimat["dasar_hukum"] = ""
    if penutup:
        kalimat["penutup"] = penutup
    if ending.after:
        kalimat["setelah_tanda_tangan"] = ending.after
    keys = keys_of(len(para_pihak))
    usual = [default_sebutan(key) for key in keys]
    for made, sebutan in zip(para_pihak, usual, strict=True):
        if made["sebutan"] == sebutan:
            del made["sebutan"]
    judul = as_written(title.judul, sentences)
    return {
        "jenis": as_written(title.jenis, sentences) or BLANK,
        "judul": (judul or as_written(title.jenis, sentences) or BLANK).rstrip("."),
        "susunan": _susunan(title, opening),
        "halaman": _halaman(title, ending),
        "penandatanganan": {},
        "jangka_waktu": "",
        "tenggat": {},
        "para_pihak": [_in_order(made) for made in para_pihak],
        "saksi": ending.saksi,
        "mengetahui": ending.mengetahui,
        "kalimat": kalimat,
        "dasar_hukum": [read_law(text) for text in opening.dasar_hukum],
        "pertimbangan": opening.pertimbangan,
        "pasal": pasal,
    }


_PIHAK_KEYS = (
    "nama",
    "nama_judul",
    "sebutan",
    "nomor",
    "pejabat",
    "jabatan",
    "jabatan_tanda_tangan",
    "tanda_tangan",
    "bawah_nama",
    "penanda_tangan_lain",
    "kedudukan",
    "pengangkatan",
    "kalimat",
    "korespondensi",
    "penandatanganan",
)


def _in_order(made: dict[str, Any]) -> dict[str, Any]:
    ordered = {key: made[key] for key in _PIHAK_KEYS if key in made}
    made.clear()
    made |= ordered
    return made


def _sign(made: dict[str, Any], signed: dict[str, Any]) -> None:
    """What the block of signatures adds to a party."""
    if not signed.keys() - {"penandatanganan"}:
        made |= signed
        return
    above = signed.get("tanda_tangan", [])
    if not above:
        made["jabatan_tanda_tangan"] = NOT_PRINTED
    elif above != [made["jabatan"].upper()]:
        if made["jabatan"] == BLANK and len(above) == 1:
            made["jabatan"] = above[0]
        made["tanda_tangan"] = above
    if "pejabat" in signed:
        made.setdefault("pejabat", signed["pejabat"])
    for key in ("bawah_nama", "penanda_tangan_lain", "penandatanganan"):
        if key in signed:
            made[key] = signed[key]


def _susunan(title: Title, opening: Opening) -> dict[str, Any]:
    numbers = "setelah_judul"
    if not title.nomor:
        numbers = "tanpa_nomor"
    elif title.numbers_first and title.has_about:
        numbers = "sebelum_judul"
    made: dict[str, Any] = {
        "urutan": opening.moved,
        "antar_pihak": "DENGAN" if title.joined == "DENGAN" else "",
        "tentang": "" if title.has_about else "tidak",
        "nomor": "" if numbers == "setelah_judul" else numbers,
        "para_pihak": "baris" if any(p.rows for p in opening.para_pihak) else "",
    }
    return {key: value for key, value in made.items() if value}


def _halaman(title: Title, ending: Ending) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if title.has_cover:
        made["sampul"] = "ya"
    first = ending.order[: ending.columns]
    if len(first) > 1 and first == sorted(first, reverse=True):
        made["urutan_tanda_tangan"] = "mundur"
    if 2 < ending.columns <= 4:
        made["kolom_tanda_tangan"] = str(ending.columns)
    return made


def _lampiran(
    parts: Parts, keys: Mapping[str, str], known: Sequence[Known], found: _Found
) -> Any:
    made = list[dict[str, Any]]()
    for blocks in parts.lampiran:
        read = read_lampiran(blocks, keys, known)
        found.take(read.items)
        found.leave(read.left)
        made.append(read.data)
    if not made:
        return None
    return made if len(made) > 1 else made[0]


def _take_edges(read: ForeignText, data: dict[str, Any], found: _Found) -> None:
    """Numbers and boxes at the edges of pages, which are a choice of pages."""
    halaman = data["halaman"]
    for i, paragraph in enumerate(read.paragraphs):
        text = " ".join(paragraph.text.split())
        if paragraph.bagian == BODY and not is_page_number(text):
            continue
        if PAGE_OF.fullmatch(text):
            halaman["nomor_halaman"] = "dari_jumlah"
        elif _PARAF.fullmatch(text):
            halaman["paraf"] = "ya"
        elif not _PAGE_NUMBER.fullmatch(text):
            continue
        found.placed.add(i)
        found.repeated.add(i)


def _take_kop(
    title: Title,
    para_pihak: Sequence[Mapping[str, Any]],
    data: dict[str, Any],
    found: _Found,
) -> None:
    """Lines above the title that are the name and the seat of the first party."""
    if not title.kop:
        return
    first = para_pihak[0]
    usual = [
        first.get("nama_judul") or first["nama"].upper(),
        first.get("kedudukan", ""),
    ]
    if [item.whole for item in title.kop] == [line for line in usual if line]:
        data["halaman"]["kop"] = "ya"
        found.take(title.kop)


def _inferred(
    data: dict[str, Any],
    opening: Opening,
    para_pihak: Sequence[Mapping[str, Any]],
    title: Title,
) -> Iterator[Inferred]:
    pasal: list[dict[str, Any]] = data["pasal"]
    every = [text for one in pasal for text in _texts(one)]
    pembukaan = [
        opening.kalimat[key] for key in ("pembukaan",) if key in opening.kalimat
    ]
    last = [*data["kalimat"].get("penutup", []), *every[-3:]]
    closing = [
        text for text in last if _SIGNED.search(text) and not _VALID.search(text)
    ]
    yield from infer_day([*pembukaan, *closing])
    yield from infer_place([*pembukaan, *closing])
    near = _of_pasal(pasal, ("jangka waktu", "masa berlaku"))
    yield from infer_term(near, every)
    yield from infer_periods(every, _of_pasal(pasal, ("kahar", "memaksa", "majeure")))
    whole = [read.whole for read in opening.para_pihak]
    yield from infer_roles(pasal)
    keys = keys_of(len(para_pihak))
    for i, (made, key) in enumerate(zip(para_pihak, keys, strict=True)):
        sentence = whole[i] if i < len(whole) else ""
        for name in (
            "nama",
            "nomor",
            "pejabat",
            "jabatan",
            "kedudukan",
            "pengangkatan",
        ):
            value = made.get(name, "")
            if value and value != BLANK:
                from_title = name in ("nama", "nomor")
                where = _line_of(title, value) if from_title else sentence
                is_sure = from_title or _is_sure(name, made, data)
                sure: Sure = "pasti" if is_sure else "cukup"
                yield Inferred(f"para_pihak.{key}.{name}", value, where or value, sure)


def _is_sure(name: str, made: Mapping[str, Any], data: Mapping[str, Any]) -> bool:
    """Whether what a sentence says of a party stands in a line of its own, or twice."""
    in_rows = data["susunan"].get("para_pihak") == "baris"
    if name == "pejabat" or (in_rows and name in ("jabatan", "kedudukan")):
        return True
    sentence = str(made.get("kalimat", ""))
    if name == "kedudukan":
        return "berkedudukan" in sentence
    if name == "jabatan":
        signed = " ".join(made.get("tanda_tangan", [])).casefold()
        is_formula = _OFFICE.match(sentence.removeprefix(made["jabatan"])) is not None
        return signed in ("", made["jabatan"].casefold()) or is_formula
    return name == "pengangkatan" and "diangkat berdasarkan" in sentence


def _line_of(title: Title, value: str) -> str:
    """The line of the title that says a value."""
    lines = (line for item in title.items for line in (item.lines or (item.whole,)))
    wanted = value.casefold()
    return next((line for line in lines if wanted in line.casefold()), "")


def _of_pasal(pasal: Sequence[Mapping[str, Any]], words: Sequence[str]) -> list[str]:
    """Sentences of the pasal whose titles speak of something."""
    return [
        text
        for one in pasal
        if any(word in one.get("judul", "").lower() for word in words)
        for text in _texts(one)
    ]


def _texts(part: Mapping[str, Any] | str) -> Iterator[str]:
    """The sentences of a part and of all below it."""
    if isinstance(part, str):
        yield part
        return
    for key, value in part.items():
        if key in ("isi", "penutup") and isinstance(value, str):
            yield value
        elif key == "paragraf":
            yield from value
        elif key in (
            "ayat",
            "huruf",
            "angka",
            "subhuruf",
            "subangka",
            "romawi",
            "poin",
        ):
            for one in value:
                yield from _texts(one)


def _fill(
    data: dict[str, Any], inferred: Sequence[Inferred], *, is_draft: bool
) -> None:
    """Put what was inferred in its place; the day of a draft is a planned one."""
    for one in inferred:
        group, _, key = one.kunci.partition(".")
        if group == "para_pihak" or one.sure == "tanya":
            continue
        if group.startswith("pasal["):
            i = int(group.removeprefix("pasal[").removesuffix("]")) - 1
            data["pasal"][i] = _with_key(data["pasal"][i], one.nilai)
        elif one.kunci == "tenggat.pemberitahuan":
            data[group][key] = one.nilai
            name_pemberitahuan(data["pasal"], one.kalimat)
        elif key:
            key = "rencana" if is_draft and key == "tanggal" else key
            data[group][key] = one.nilai
        else:
            data[group] = one.nilai


def _with_key(pasal: dict[str, Any], kunci: str) -> dict[str, Any]:
    """The pasal with its role where that usually stands."""
    first = ("bab", "nomor_bab", "nomor")
    head = {key: pasal[key] for key in first if key in pasal}
    rest = {key: value for key, value in pasal.items() if key not in first}
    return {**head, "kunci": kunci, **rest}
