"""Lines of where letters go in, addresses out."""

import re
from collections.abc import Sequence
from typing import Any

_CONTACT = re.compile(r"(?P<label>[A-Za-z. -]{2,20}?) : (?P<value>\S.*)")
_FOR = re.compile(r"u\.p\. (?P<up>.+)")
_CODE = re.compile(r"(?P<alamat>.+), Kode Pos (?P<kode_pos>\S+)")
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
    if not match:
        return ""
    label = match["label"].lower()
    kinds = (kind for kind, begins in _KINDS if label.startswith(begins))
    return next(kinds, "")


def _address(block: Sequence[str]) -> dict[str, Any]:
    """One address by its keys; empty where a line has no place in it."""
    contacts = [line for line in block if _kind_of(line)]
    others = [line for line in block if not _kind_of(line)]
    is_place = bool(contacts) or _PLACE.match(others[-1] if others else "")
    if len(others) < 2 or not is_place:
        return {}
    *names, last = others
    made: dict[str, Any] = {}
    up = _FOR.fullmatch(names[-1])
    if up:
        names = names[:-1]
        made["up"] = up["up"]
    if not names or any(_FOR.fullmatch(line) for line in names):
        return {}
    code = _CODE.fullmatch(last)
    made |= code.groupdict() if code else {"alamat": last}
    for line in contacts:
        match = _CONTACT.fullmatch(line)
        kind = _kind_of(line)
        if match is None or kind in made:
            return {}
        made[kind] = match["value"]
        if match["label"] != _USUAL[kind]:
            made.setdefault("label", {})[kind] = match["label"]
    return {"nama": names if len(names) > 1 else names[0], **made}
