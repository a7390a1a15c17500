"""Signing: the day, the place, the numbers and who signed go into a draft's file, and no more.

It is the one way in which the desk makes a text a signed one; from then on it changes by
an adendum only.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from notakesepakatan.bureau.following import doubts_of_day, following
from notakesepakatan.bureau.konsep import KONSEP, IsSetAside
from notakesepakatan.bureau.seal import NotSealed, put_seals
from notakesepakatan.bureau.side_draft import typing_people
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.compute.time.register import Summary
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.fingerprint import texts_below
from notakesepakatan.load.adendum.riwayat import (
    LoadedAdendum,
    Riwayat,
    parse_adendum,
)
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.peristiwa import load_peristiwa
from notakesepakatan.load.yaml.rewrite import rewrite
from notakesepakatan.load.yaml.text import YamlRefused
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.tanggal import parse_iso, tanggal_long
from notakesepakatan.workspace import Workspace

RECORDING = "mencatat penandatanganan"
"""How the trail calls it."""


@dataclass(frozen=True)
class ReadyKonsep:
    """A draft whose turn it is to be signed.

    Attributes:
        nama: what it is: "Adendum Kesatu", "Nota Kesepakatan".
        file: its file.
        isi: the file's bytes.
        data: the file's data.
        reading: the agreement as it will read.
        check: reads a text of the file as it must be read once it is signed, and gives
            what the register would keep of the agreement then.
    """

    nama: str
    file: Path
    isi: bytes
    data: Data
    reading: Loaded
    check: Callable[[bytes], Summary]


def kesepakatan_to_sign(opened: Opened, slug: str) -> ReadyKonsep | None:
    """The agreement itself; None where it is signed.

    Raises:
        IsSetAside: it was put aside.
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug.
    """
    origin = opened.text(slug).origin
    if not origin.kesepakatan.konsep:
        return None
    if origin.kesepakatan.disisihkan:
        raise IsSetAside(slug)
    file = opened.workspace.file(slug)
    return ReadyKonsep(
        nama=origin.reading.jenis,
        file=file,
        isi=origin.isi,
        data=dict(origin.source.data),
        reading=origin,
        check=partial(_check_kesepakatan, opened, slug, file),
    )


def adendum_to_sign(opened: Opened, slug: str) -> ReadyKonsep | None:
    """The first adendum that is not signed; None where all are.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug.
    """
    riwayat = opened.riwayat(slug)
    for i, adendum in enumerate(riwayat.adendum):
        if not adendum.adendum.konsep:
            continue
        file = Path(adendum.source.file)
        previous = Riwayat(riwayat.origin, riwayat.adendum[:i])
        return ReadyKonsep(
            nama=adendum.name,
            file=file,
            isi=adendum.isi,
            data=_data_with_base(adendum, previous),
            reading=adendum.sesudah,
            check=partial(_check_adendum, opened, slug, file, previous),
        )
    return None


def _data_with_base(adendum: LoadedAdendum, previous: Riwayat) -> Data:
    """The adendum's data, which from its signing on keep what text it changes."""
    data = dict(adendum.source.data)
    if not adendum.adendum.disusun_atas:
        below = texts_below(previous.origin, previous.adendum)
        data["disusun_atas"] = [text.model_dump(exclude_none=True) for text in below]
    return data


def _check_adendum(
    opened: Opened, slug: str, file: Path, previous: Riwayat, content: bytes
) -> Summary:
    """Read an adendum as signed, and every recorded event beside it.

    Raises:
        FaultyNaskah: it, or an event that was right until then.
    """
    adendum = parse_adendum(content, str(file), previous)
    signed = Riwayat(previous.origin, (*previous.adendum, adendum))
    recorded = load_peristiwa(opened.workspace, slug, signed, lambda: opened.calendar)
    return recorded.summary


def _check_kesepakatan(
    opened: Opened, slug: str, file: Path, content: bytes
) -> Summary:
    """Read an agreement as signed.

    Raises:
        FaultyNaskah.
    """
    signed = Riwayat(parse_kesepakatan(content, name=str(file)))
    recorded = load_peristiwa(opened.workspace, slug, signed, lambda: opened.calendar)
    return recorded.summary


@dataclass(frozen=True)
class Foreseen:
    """A signing before it is recorded.

    Attributes:
        temuan: what is wrong with it; nothing follows where anything is.
        following: what follows, in sentences.
        doubts: what is unusual about its day, in sentences.
    """

    temuan: tuple[Temuan, ...] = ()
    following: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def foresee(
    opened: Opened, slug: str, konsep: ReadyKonsep, data: Data, today: date
) -> Foreseen:
    """What would follow from recording this signing; nothing is written.

    Args:
        opened: the workspace.
        slug: the agreement.
        konsep: what is to be signed.
        data: its data with the day, the place, the numbers and who signed.
        today: the office's day.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    try:
        after = konsep.check(_signed_text(konsep, data))
        day = parse_iso(str(data["penandatanganan"]["tanggal"]))
    except (YamlRefused, FaultyNaskah) as cause:
        return Foreseen(temuan=tuple(cause.temuan))
    told = following(opened, opened.summary(slug), after, today)
    doubts = [
        *doubts_of_day(opened, slug, day, today),
        *_doubts_of_force(data, day),
    ]
    return Foreseen(following=(*told, *_LOCKS), doubts=tuple(doubts))


_LOCKS = (
    "Naskahnya terkunci dan disegel: sesudah ini hanya berubah dengan adendum.",
    "Bila keliru, pengesah dapat mencabutnya dengan alasan, selama belum ada yang "
    "bertumpu padanya.",
)


def _doubts_of_force(data: Data, signed: date) -> Iterator[str]:
    """That an adendum is in force before it is signed and does not say so."""
    begin = data.get("mulai_berlaku")
    if begin and not data.get("berlaku_surut") and parse_iso(str(begin)) < signed:
        day = tanggal_long(parse_iso(str(begin)))
        yield f"Adendum ini berlaku surut sejak {day}."


def _signed_text(konsep: ReadyKonsep, data: Data) -> bytes:
    return rewrite(konsep.isi.decode("utf-8-sig"), data).encode()


def sign(opened: Opened, slug: str, konsep: ReadyKonsep, data: Data) -> list[Temuan]:
    """Write what was said of the signing into the file, only those lines, and seal it.

    Returns:
        What is wrong with it; nothing was written where anything is.

    Raises:
        NotSealed: something of the agreement that was sealed is no more what it was; a
            signed text whose day was taken out by hand is not signed again.
        ChangedMeanwhile, CannotWrite.
    """
    try:
        content = _signed_text(konsep, data)
        konsep.check(content)
    except (YamlRefused, FaultyNaskah) as cause:
        return list(cause.temuan)
    workspace = opened.workspace
    with workspace.act(RECORDING, slug, opened.who) as act:
        for problem in opened.anew().seals(slug).problems:
            raise NotSealed(slug, problem)
        act.write_unchanged(konsep.file, konsep.isi, content)
        put_seals(act, workspace, slug, {konsep.file.name: content})
    return []


def still_typed(workspace: Workspace, slug: str) -> list[str]:
    """Who has typed in this draft what would be left out of the signed text."""
    return list(typing_people(KONSEP, workspace, slug))
