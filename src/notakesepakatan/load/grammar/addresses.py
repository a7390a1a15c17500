"""Lines of where letters go in, addresses out."""

import re
from collections.abc import Sequence
from typing import Any

_CONTACT = re.compile(r"(?P<label>[A-Za-z. -]{2,20}?) : (?P<value>\S.*)")
_FOR = re.compile(r"u\.p\. (?P<up>.+)")
_CODE = re.compile(r"(?P<alamat>.+), Kode Pos (?P<kode_pos>\S+)")
_WITH_ITS_NAME = re.compile(r"(?:nama|jabatan|alamat)\b[^:]{0,20}:", re.IGNORECASE)
"""A line that says itself what it is is no line of an envelope: "Nama : …"."""
_PLACE = re.compile(r"(?:jalan|jl\.?|gedung|kompleks|kawasan|kantor)\b", re.IGNORECASE)
_KINDS = (
    ("telepon", ("tel", "hp", "ponsel")),
    ("faksimile", ("fa",)),
    ("email", ("email", "e-mail", "surel", "surat el", "pos-el")),
)
_USUAL = {"telepon": "Telepon", "faksimile": "Faksimile", "email": "Email"}


def read_addresses(lines: Sequence[str]) -> list[dict[str, Any]]:
    """The addresses that stand there; none where the lines are anything else."""
    addresses = [_address(block) for block in _blocks(lines)]
    whole = [address for address in addresses if address]
    return whole if len(whole) == len(addresses) else []


def _blocks(lines: Sequence[str]) -> list[list[str]]:
    """Lines of one address each: after its contacts the next begins."""
    blocks = list[list[str]]()
    was_contact = True
    for line in lines:
        is_contact = _kind_of(line) != ""
        if was_contact and not is_contact:
            blocks.append([])
        if blocks:
            blocks[-1].append(line)
        was_contact = is_contact
    return blocks


def _kind_of(line: str) -> str:
    match = _CONTACT.fullmatch(line)
    return _kind(match["label"]) if match else ""


def _kind(label: str) -> str:
    """The key of a contact by its label; empty where that names none."""
    kinds = (kind for kind, begins in _KINDS if label.lower().startswith(begins))
    return next(kinds, "")


def _address(block: Sequence[str]) -> dict[str, Any]:
    """One address by its keys; empty where a line has no place in it."""
    contact_lines = [line for line in block if _kind_of(line)]
    others = [line for line in block if not _kind_of(line)]
    if len(others) < 2 or any(map(_WITH_ITS_NAME.match, others)):
        return {}
    *names, last = others
    is_place = bool(contact_lines) or _PLACE.match(last) is not None
    addressee = _addressee(names)
    contacts = _contacts(contact_lines)
    if not is_place or not addressee or contacts is None:
        return {}
    code = _CODE.fullmatch(last)
    place = code.groupdict() if code else {"alamat": last}
    return {**addressee, **place, **contacts}


def _addressee(names: Sequence[str]) -> dict[str, Any]:
    """Whom letters go to, and to whose attention; empty where no name is left."""
    up = _FOR.fullmatch(names[-1])
    nama = list(names[:-1] if up else names)
    if not nama or any(_FOR.fullmatch(line) for line in nama):
        return {}
    made: dict[str, Any] = {"nama": nama if len(nama) > 1 else nama[0]}
    if up:
        made["up"] = up["up"]
    return made


def _contacts(lines: Sequence[str]) -> dict[str, Any] | None:
    """Telephone, fax and mail by their keys; None where one of them comes twice."""
    made: dict[str, Any] = {}
    matches = [_CONTACT.fullmatch(line) for line in lines]
    for match in filter(None, matches):
        kind = _kind(match["label"])
        if kind in made:
            return None
        made[kind] = match["value"]
        if match["label"] != _USUAL[kind]:
            made.setdefault("label", {})[kind] = match["label"]
    return made
