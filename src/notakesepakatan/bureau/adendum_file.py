"""Operations of a new adendum in, its file out."""

import re
from collections.abc import Sequence
from itertools import chain, repeat, zip_longest

from notakesepakatan.bureau.adendum_request import Request
from notakesepakatan.bureau.force import FORCE_KEYS
from notakesepakatan.compute.text.tree import Tree, shorten
from notakesepakatan.load.adendum.fingerprint import texts_below
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.model.adendum import AdendumForm, Operation
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import PenandaTangan, Pihak
from notakesepakatan.words.lists import plain_reason
from notakesepakatan.write.yaml import dump

_HEAD = """\
# Konsep adendum ke-{0}. Isi penandatanganan (tempat, tanggal) dan nomor tiap pihak \
bila sudah ditandatangani;
# periksa pejabat dan jabatan: tulis yang menjabat pada hari itu. alasan menjadi \
butir pertimbangan.
"""


def adendum_data(
    riwayat: Riwayat,
    request: Request,
    operations: Sequence[Operation],
    target: Tree,
    office: AdendumForm,
) -> dict[str, object]:
    """The adendum as its file says it; what is empty is left out.

    Args:
        riwayat: the adenda below it.
        request: what is wanted beside.
        operations: what it changes.
        target: the text with it.
        office: how the office calls and writes its adenda.
    """
    after = Kesepakatan.model_validate(target)
    data: dict[str, object] = {
        **_form(office, riwayat, request),
        "jenis": "perbaikan" if request.perbaikan else "adendum",
        "berlaku_surut": "ya" if request.retroactive else "",
        **({request.force.key: request.force.value} if request.force else {}),
        "para_pihak": _officials(riwayat, after),
        "alasan": [plain_reason(text) for text in request.alasan],
        "mencabut": list(request.revoked),
        "perbaikan_adendum": [slip.model_dump() for slip in request.frame_slips],
        "perubahan": [
            _as_yaml(operation.model_dump(mode="json", exclude_none=True))
            for operation in operations
        ],
        "disusun_atas": [
            text.model_dump(exclude_none=True)
            for text in texts_below(riwayat.origin, riwayat.adendum)
        ],
    }
    return {key: value for key, value in data.items() if value}


def with_present(data: dict[str, object], present: Sequence[Tree]) -> dict[str, object]:
    """The adendum with what is said of who signs it now, by party; empty as it was."""
    signs = data.get("para_pihak")
    if not isinstance(signs, list) or not any(present):
        return data
    both = zip_longest(signs, present, fillvalue=Tree())
    return {**data, "para_pihak": [{**one, **said} for one, said in both]}


def first_file(data: dict[str, object], nomor: int) -> bytes:
    """The file of an adendum at a place, from 1, that takes the place of none."""
    return (_HEAD.format(nomor) + dump(data)).encode()


def asked_keys(request: Request) -> list[str]:
    """Keys that were asked for by name, and go before what a draft says there."""
    wanted = {
        "alasan": bool(request.alasan),
        "berlaku_surut": request.retroactive,
        "bentuk": bool(request.bentuk),
    }
    asked = [key for key, is_wanted in wanted.items() if is_wanted]
    return [*asked, *FORCE_KEYS] if request.force else asked


def _form(office: AdendumForm, riwayat: Riwayat, request: Request) -> dict[str, object]:
    """How the adendum is called and written, where that is not as usual.

    One is called as the one before it; the first as the office wants.
    """
    before = riwayat.adendum[-1].adendum if riwayat.adendum else office
    usual = AdendumForm()
    chosen = {name: getattr(before, name) for name in AdendumForm.model_fields}
    chosen["bentuk"] = request.bentuk or chosen["bentuk"]
    return {
        name: value for name, value in chosen.items() if value != getattr(usual, name)
    }


def _officials(riwayat: Riwayat, after: Kesepakatan) -> list[dict[str, object]]:
    """Who signed last, for the officer to look at; whom the new text names, if another."""
    para_pihak = riwayat.last.kesepakatan.para_pihak
    known_penanda_tangan = (
        riwayat.adendum[-1].adendum.para_pihak if riwayat.adendum else ()
    )
    signed = zip(para_pihak, chain(known_penanda_tangan, repeat(None)), strict=False)
    officials = [_official(pihak, penanda_tangan) for pihak, penanda_tangan in signed]
    for i, (old, new) in enumerate(zip(para_pihak, after.para_pihak, strict=False)):
        if (old.pejabat, old.jabatan) != (new.pejabat, new.jabatan):
            officials[i] = _official(new, None)
    return officials[: len(after.para_pihak)]


def _official(pihak: Pihak, penanda_tangan: PenandaTangan | None) -> dict[str, object]:
    """Name and office as they were signed last, each where there is one; what the last
    adendum says of the person beside that goes along.
    """
    official = dict[str, object]()
    for key in ("pejabat", "jabatan"):
        value = getattr(penanda_tangan, key, None) or getattr(pihak, key)
        if value:
            official[key] = value
    if penanda_tangan:
        said = penanda_tangan.model_dump(include=set(_OF_THE_PERSON))
        official |= {key: value for key, value in said.items() if value}
    return official


_OF_THE_PERSON = ("pengangkatan", "jabatan_tanda_tangan", "tanda_tangan", "bawah_nama")
"""What is said of an official on every paper that he signs."""


def _as_yaml(operation: dict[str, object]) -> dict[str, object]:
    """An operation as its file says it, new content in short form."""
    letak = operation.get("letak")
    letak = letak or operation.get("setelah") or operation.get("sebelum")
    inside = _inside(str(letak).split())
    return {
        key: _shorten(value, inside) if key in ("menjadi", "isi") else value
        for key, value in operation.items()
    }


def _inside(letak: Sequence[str]) -> tuple[str, ...]:
    """Where new content at a place stands, as far as its short form depends on it."""
    if _ROWS.search(" ".join(letak)):
        return ("baris",)
    if letak[0] == "Lampiran":
        return ("lampiran",)
    is_pasal = letak[0] == "Pasal" and len(letak) == 2
    return ("pasal",) if is_pasal else ()


_ROWS = re.compile(r"\btabel (?:terjemahan )?baris(?: \d+)?$")
"""How a letak ends that leads to rows of a table, or to one."""


def _shorten(content: object, inside: tuple[str, ...]) -> object:
    """New content in short form; a list of parts stays a list."""
    is_row = isinstance(content, list) and all(
        isinstance(cell, str) for cell in content
    )
    if inside == ("baris",) and is_row:
        return shorten([content], inside)[0]
    if isinstance(content, list) and content and isinstance(content[0], dict):
        return [shorten(part, inside) for part in content]
    return shorten(content, inside)
