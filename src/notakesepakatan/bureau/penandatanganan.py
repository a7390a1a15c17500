"""Signing: the day, the place, the numbers and who signed go into a draft's file, and into no other line of it.

It is the one way in which the desk makes a text a signed one; from then on it changes by an adendum only.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from notakesepakatan.bureau.konsep import BrokenTyping, read_side
from notakesepakatan.compose.adendum.papers import name_of
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum import (
    Riwayat,
    adendum_files,
    parse_adendum,
)
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.rewrite import rewrite
from notakesepakatan.load.yaml import YamlRefused
from notakesepakatan.temuan import Temuan
from notakesepakatan.workspace import Workspace

Data = dict[str, Any]


@dataclass(frozen=True)
class ReadyKonsep:
    """A draft whose turn it is to be signed.

    Attributes:
        nama: what it is: "Adendum Kesatu", "Nota Kesepakatan".
        file: its file.
        isi: the file's bytes.
        data: the file's data.
        reading: the agreement as it will read.
        check: reads a text of the file as it must be read once it is signed.
    """

    nama: str
    file: Path
    isi: bytes
    data: Data
    reading: Loaded
    check: Callable[[bytes], object]


def agreement_to_sign(opened: Opened, slug: str) -> ReadyKonsep | None:
    """The agreement itself; None where it is signed.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug.
    """
    origin = opened.riwayat(slug).origin
    if not origin.kesepakatan.konsep:
        return None
    file = opened.workspace.file(slug)
    read = partial(parse_kesepakatan, name=str(file))
    return ReadyKonsep(
        origin.reading.jenis, file, origin.isi, dict(origin.source.data), origin, read
    )


def adendum_to_sign(opened: Opened, slug: str) -> ReadyKonsep | None:
    """The first adendum that is not signed; None where all are.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug.
    """
    riwayat = opened.riwayat(slug)
    for i, (a, file) in enumerate(
        zip(riwayat.adendum, adendum_files(opened.workspace, slug), strict=True)
    ):
        if a.adendum.konsep:
            previous = Riwayat(riwayat.origin, riwayat.adendum[:i])
            return ReadyKonsep(
                name_of(a),
                file,
                a.isi,
                dict(a.source.data),
                a.sesudah,
                partial(parse_adendum, name=str(file), riwayat=previous),
            )
    return None


def sign(konsep: ReadyKonsep, data: Data) -> list[Temuan]:
    """Write what was said of the signing into the file, only those lines; or what is wrong with it.

    Raises:
        ChangedMeanwhile, CannotWrite.
    """
    try:
        content = rewrite(konsep.isi.decode("utf-8-sig"), data).encode()
        konsep.check(content)
    except (YamlRefused, FaultyNaskah) as cause:
        return list(cause.temuan)
    Workspace.write_unchanged(konsep.file, konsep.isi, content)
    return []


def unsaved(workspace: Workspace, slug: str) -> list[str]:
    """Who has typed in this draft what is not in its file; it would be left out of the signed text."""
    result = []
    for file in workspace.desk_files("sunting", f"{slug}.*.json"):
        try:
            side = read_side(file)
        except BrokenTyping:
            continue
        if side and side.data != side.awal:
            result.append(re.sub(rf"^{re.escape(slug)}\.(.*)\.json$", r"\1", file.name))
    return result
