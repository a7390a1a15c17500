"""A foreign text in, an agreement as the YAML has it out, with the account of its paragraphs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from notakesepakatan.load.foreign.account import BODY, ForeignText
from notakesepakatan.load.grammar.beside import add_translations
from notakesepakatan.load.grammar.casing import as_written
from notakesepakatan.load.grammar.contacts import contacts_in
from notakesepakatan.load.grammar.facts import fill_in, infer_facts
from notakesepakatan.load.grammar.found import BLANK, Found
from notakesepakatan.load.grammar.inferred import Inferred
from notakesepakatan.load.grammar.lampiran import read_lampiran
from notakesepakatan.load.grammar.laws import read_law
from notakesepakatan.load.grammar.numerals import choices_of_heads, label_of_pihak
from notakesepakatan.load.grammar.opening import Opening, read_opening
from notakesepakatan.load.grammar.parts import (
    Parts,
    cut,
    heading,
    with_headings,
)
from notakesepakatan.load.grammar.pasal import read_pasal
from notakesepakatan.load.grammar.pihak import CALLED, ReadPihak, as_data
from notakesepakatan.load.grammar.stream import (
    PAGE_OF,
    Block,
    Grid,
    Item,
    is_page_number,
    items_of,
    pairs_beside,
    stream,
    writes_ayat_out,
)
from notakesepakatan.load.grammar.tanda_tangan import (
    Ending,
    Known,
    begins_ending,
    called_there,
    is_days,
    read_ending,
)
from notakesepakatan.load.grammar.title import (
    Title,
    order_said,
    out_of_table,
    read_title,
)
from notakesepakatan.model.para_pihak import NOT_PRINTED
from notakesepakatan.place import default_sebutan, keys_of

_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?\d{1,3}(?:\s*[-–—])?")
_PARAF = re.compile(r"(?:Paraf .+?)+")
_LEADS = re.compile(r"(?:sepakat|setuju)\b.*\bberikut\s*[:;.]?$", re.IGNORECASE)


@dataclass(frozen=True)
class Structure:
    """What was read of a text.

    Attributes:
        data: the agreement as the YAML has it.
        placed: paragraphs of the file, from 0, that gave all their words to it.
        renumbered: paragraphs whose label is printed otherwise.
        repeated: paragraphs that each page has: its number, the head of a table that goes on.
        inferred: what sentences say.
        translated: paragraphs that stand beside others, and in the data as translations.
    """

    data: dict[str, Any]
    placed: frozenset[int]
    renumbered: frozenset[int] = frozenset()
    repeated: frozenset[int] = frozenset()
    inferred: tuple[Inferred, ...] = ()
    translated: frozenset[int] = frozenset()


def read_structure(read: ForeignText) -> Structure:
    """The agreement that a foreign text is."""
    blocks = out_of_table(stream(read))
    blocks, is_loose = with_headings(blocks, _front_end(blocks))
    parts = cut(blocks)
    sentences = [item.text for item in items_of(blocks)]
    found = Found()
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
    pasal, penutup = read_pasal(body, keys, found)
    ending = read_ending(ending_blocks, known)
    found.take(ending.items)
    found.leave(ending.left)
    data = _assembled(title, opening, para_pihak, ending, pasal, penutup, sentences)
    heads = [one.whole for one in body if isinstance(one, Item) and heading(one)]
    data["susunan"] |= choices_of_heads(data["pasal"], heads)
    if is_loose:
        data["susunan"]["pasal"] = "tanpa_nomor"
    data["lampiran"] = _lampiran(parts, keys, known, found)
    for key, address in contacts_in(pasal, keys).items():
        found.addresses.setdefault(key, [address])
    for key, addresses in found.addresses.items():
        para_pihak[keys_of(len(para_pihak)).index(key)]["korespondensi"] = addresses
    _take_edges(read, data, found)
    _take_kop(title, para_pihak, data, found)
    translated = add_translations(data, pairs_beside(read))
    inferred = tuple(infer_facts(data, opening, para_pihak, title))
    is_draft = bool(title.nomor) and not any(title.nomor)
    fill_in(data, inferred, is_draft=is_draft)
    clean = {
        key: value for key, value in data.items() if value not in ({}, [], "", None)
    }
    found.renumbered |= {item.number for item, _ in opening.changed}
    found.renumbered |= {
        i for i, one in enumerate(read.paragraphs) if writes_ayat_out(one.text)
    }
    return Structure(
        clean,
        frozenset(found.placed - found.left),
        frozenset(found.renumbered),
        frozenset(found.repeated),
        inferred,
        translated,
    )


def _front_end(blocks: Sequence[Block]) -> int:
    """Where the text may begin that has no numbered pasal: behind what leads to it."""
    for i, block in enumerate(blocks):
        if isinstance(block, Item) and block.path[:1] == ("pasal",):
            return i
        if isinstance(block, Item) and _LEADS.search(block.text):
            return i + 1
    return _behind_pihak(blocks) or read_title(blocks).end


def _behind_pihak(blocks: Sequence[Block]) -> int:
    """Where the last sentence ends that says how a party is called; 0 without one."""
    called = [
        i
        for i, block in enumerate(blocks)
        if isinstance(block, Item) and CALLED.search(block.whole)
    ]
    return called[-1] + 1 if called else 0


def _merged(
    title: Title, opening: Opening, sentences: Sequence[str]
) -> list[dict[str, Any]]:
    """The parties by title and opening: the same number, else what the longer says."""
    count = max(len(title.names), len(opening.para_pihak), 2)
    of_rows = any(pihak.rows for pihak in opening.para_pihak)
    result = list[dict[str, Any]]()
    for i, key in enumerate(keys_of(count)):
        read = opening.para_pihak[i] if i < len(opening.para_pihak) else ReadPihak()
        made = as_data(read, of_rows) | _of_title(title, i, sentences)
        made.setdefault("nama", read.facts.get("nama", "") or BLANK)
        made.setdefault("jabatan", BLANK)
        made.setdefault("sebutan", default_sebutan(key))
        result.append(made)
    _name_as_said(title, opening, result)
    if not all(pihak.is_named_first or pihak.rows for pihak in opening.para_pihak):
        _as_one_opening(opening, result)
    return result


def _of_title(title: Title, i: int, sentences: Sequence[str]) -> dict[str, Any]:
    """What the title says of a party: its name as sentences write it, and its number."""
    made: dict[str, Any] = {}
    printed = title.names[i] if i < len(title.names) else ""
    if printed:
        made["nama"] = as_written(printed, sentences)
        if made["nama"].upper() != printed:
            made["nama_judul"] = printed
    if i < len(title.nomor) and title.nomor[i]:
        made["nomor"] = title.nomor[i]
    return made


def _name_as_said(
    title: Title, opening: Opening, para_pihak: Sequence[dict[str, Any]]
) -> None:
    """Names where the title has the parties in another order than their sentences.

    Each takes the name that its own sentence says; the title goes on as it is printed.
    """
    order = order_said(title.names, [pihak.whole for pihak in opening.para_pihak])
    names = [made["nama"] for made in para_pihak]
    if len(order) != len(names):
        return
    for i, made in enumerate(para_pihak):
        if order[i] != i:
            made["nama_judul"] = made.get("nama_judul") or names[i].upper()
            made["nama"] = names[order[i]]


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
    _drop_usual_sebutan(para_pihak)
    jenis = as_written(title.jenis, sentences) or BLANK
    judul = as_written(title.judul, sentences) or jenis
    return {
        "jenis": jenis,
        "judul": judul.rstrip("."),
        "susunan": _susunan(title, opening),
        "halaman": _halaman(title, ending),
        "penandatanganan": {},
        "jangka_waktu": "",
        "tenggat": {},
        "rangkap": {},
        "para_pihak": [_in_order(made) for made in para_pihak],
        "saksi": ending.saksi,
        "mengetahui": ending.mengetahui,
        "kalimat": _kalimat(opening, ending, penutup),
        "dasar_hukum": [read_law(text) for text in opening.dasar_hukum],
        "pertimbangan": opening.pertimbangan,
        "pasal": pasal,
    }


def _drop_usual_sebutan(para_pihak: Sequence[dict[str, Any]]) -> None:
    keys = keys_of(len(para_pihak))
    for made, key in zip(para_pihak, keys, strict=True):
        if made["sebutan"] == default_sebutan(key):
            del made["sebutan"]


def _kalimat(opening: Opening, ending: Ending, penutup: list[str]) -> dict[str, Any]:
    """The sentences outside of the pasal; an empty one where bases have none."""
    kalimat: dict[str, Any] = dict(opening.kalimat)
    if opening.dasar_hukum:
        kalimat.setdefault("dasar_hukum", "")
    if penutup:
        kalimat["penutup"] = penutup
    if ending.after:
        kalimat["setelah_tanda_tangan"] = ending.after
    return kalimat


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
    "baris",
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
    others = {one.get("pejabat") for one in made.get("penanda_tangan_lain", ())}
    below = [line for line in signed.get("bawah_nama", ()) if line not in others]
    if below:
        made["bawah_nama"] = below
    for key in ("penanda_tangan_lain", "penandatanganan"):
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
        "antara": "" if title.has_between or not title.names else "tidak",
        "antar_pihak": "DENGAN" if title.opposite else "",
        "pihak_setelah_dengan": title.opposite if title.opposite > 1 else "",
        "tentang": "" if title.has_about else "tidak",
        "nomor": "" if numbers == "setelah_judul" else numbers,
        "para_pihak": "baris" if any(p.rows for p in opening.para_pihak) else "",
        "label_pihak": label_of_pihak([p.begins for p in opening.para_pihak]),
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
    parts: Parts, keys: Mapping[str, str], known: Sequence[Known], found: Found
) -> Any:
    made = list[dict[str, Any]]()
    for blocks in parts.lampiran:
        read = read_lampiran(blocks, keys, known)
        found.take(read.items)
        found.leave(read.left)
        found.repeat(read.again)
        made.append(read.data)
    if not made:
        return None
    return made if len(made) > 1 else made[0]


def _take_edges(read: ForeignText, data: dict[str, Any], found: Found) -> None:
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
    found: Found,
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
