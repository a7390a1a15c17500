"""Tables and lines of where letters go in, the addresses of each party out.

They stay as they stand there: a table stays a table. The addresses are said of the parties
besides, for whoever writes a letter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_KINDS = (
    ("alamat", r"alamat(?! (?:e-?mail|surat elektronik|surel))\b.*"),
    ("email", r"(?:alamat )?(?:e-?mail|surel|pos-el|surat (?:elektronik|el)).*"),
    ("faksimile", r"(?:nomor |no\. )?fa(?:x|ks|ksimile|csimile)\b.*"),
    ("telepon", r"(?:nomor |no\. ?)?(?:tel|telp|telepon|hp|handphone|kontak|wa)\b.*"),
    ("nama", r"(?:nama|penerima|narahubung|kontak person|pejabat penghubung|pic)\b.*"),
    ("jabatan", r"jabatan\b.*"),
)
_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)
_LINE = re.compile(r"(?P<label>[^:]{2,30}?)\s*:\s*(?P<value>\S.*)")
_INSIDE = re.compile(
    r"\s+(?=(?:nama|jabatan|alamat|tel\w*|hp|fa[kx]\w*|(?:alamat )?e-?mail|surel)\s*:)",
    re.IGNORECASE,
)
_FEWEST = 2
"""Kinds of contact that a table names at least."""
Addresses = dict[str, dict[str, Any]]


def contacts_in(
    pasal: Sequence[Mapping[str, Any]], keys: Mapping[str, str]
) -> Addresses:
    """The address of each party by its key, as tables and lines of the pasal say them.

    Args:
        pasal: as the YAML has them.
        keys: the key of each party by how it is called.
    """
    found: Addresses = {}
    for part in _parts(pasal):
        for key, said in (*_of_table(part, keys), *_of_lines(part, keys)):
            address = _address(said)
            if address:
                found.setdefault(key, address)
    return found


def _parts(part: Any) -> Iterator[Mapping[str, Any]]:
    """A part and all that is below it."""
    if isinstance(part, Mapping):
        yield part
        part = [below for name, below in part.items() if name != "tabel"]
    if isinstance(part, Sequence) and not isinstance(part, str):
        for one in part:
            yield from _parts(one)


def _of_table(
    part: Mapping[str, Any], keys: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Each party of a table that has a column, or else a row, of each."""
    tabel = part.get("tabel")
    if not tabel or not all(isinstance(one, str) for one in tabel["kolom"]):
        return
    rows = [tabel["kolom"], *tabel["baris"]]
    for turned in (rows, [list(column) for column in zip(*rows, strict=True)]):
        kinds = [_kind(row[0]) for row in turned]
        if len({kind for kind in kinds if kind}) < _FEWEST:
            continue
        for column in zip(*turned, strict=True):
            key = next((key for text in column if (key := _key(text, keys))), "")
            if key:
                yield key, _said(zip(kinds, column, strict=True))
    for column in zip(*rows, strict=True):
        key = _key(column[0], keys)
        if key:
            yield key, _said(_labelled(" ".join(column[1:])))


def _of_lines(
    part: Mapping[str, Any], keys: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Each party of lines "Alamat : …" below how it is called."""
    said = dict[str, list[tuple[str, str]]]()
    key = _key(str(part.get("isi", "")), keys)
    for line in part.get("paragraf", []):
        match = _LINE.fullmatch(line)
        key = _key(line, keys) or key
        if match and key:
            pair = (_kind(match["label"]), match["value"])
            said.setdefault(key, []).append(pair)
    for row in part.get("baris", []):
        if key:
            said.setdefault(key, []).append((_kind(row["label"]), row["isi"]))
    for key, pairs in said.items():
        yield key, _said(pairs)


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    """What a cell says line below line: "Nama : … Alamat : …"."""
    for piece in _INSIDE.split(text):
        match = _LINE.fullmatch(piece.strip())
        if match:
            yield _kind(match["label"]), match["value"]


def _key(text: str, keys: Mapping[str, str]) -> str:
    return keys.get(text.strip(" :.,").casefold(), "")


def _kind(label: str) -> str:
    """What a line says, by the words before it; empty where they say nothing of a contact."""
    label = label.strip(" :")
    return next((kind for kind, words in _PATTERNS if words.fullmatch(label)), "")


def _said(pairs: Any) -> dict[str, str]:
    """The first text of each kind."""
    said = dict[str, str]()
    for kind, text in pairs:
        if kind and text.strip(" -"):
            said.setdefault(kind, text.strip())
    return said


def _address(said: Mapping[str, str]) -> dict[str, Any]:
    """An address by its keys; empty without a name or a place."""
    names = [said[kind] for kind in ("nama", "jabatan") if kind in said]
    if not names or "alamat" not in said:
        return {}
    contacts = ("alamat", "telepon", "faksimile", "email")
    made = {kind: said[kind] for kind in contacts if kind in said}
    return {"nama": names if len(names) > 1 else names[0], **made}
