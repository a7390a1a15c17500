"""What was done by mistake in, the same marked as taken back out; nothing is deleted.

An event is marked in its own file, the draft of an adendum is kept in a folder that nobody
reads, and a text whose signing is taken back is a draft again, which its seal says. None of
this is done while something else stands on it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from notakesepakatan.bureau.following import following
from notakesepakatan.bureau.seal import withdraw_seal
from notakesepakatan.compute.time.register import Summary
from notakesepakatan.compute.time.timeline import peristiwa_words
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.adendum.moments import moments_of
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat, load_riwayat
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.peristiwa import (
    LoadedPeristiwa,
    Recorded,
    load_peristiwa,
    read_peristiwa,
)
from notakesepakatan.load.register import load_register
from notakesepakatan.load.seal import past_the_program
from notakesepakatan.load.yaml.rewrite import rewrite
from notakesepakatan.words.tanggal import tanggal_long
from notakesepakatan.workspace import Act
from notakesepakatan.workspace.contents import read_limited
from notakesepakatan.workspace.layout import PERISTIWA_FOLDER

PENANDATANGANAN = "penandatanganan"
"""What the signing of an agreement is called among what may be withdrawn."""


class NotWithdrawn(NotaError):
    """What cannot be taken back, and why; nothing was written.

    Attributes:
        before: name of what has to be taken back before it; empty where nothing has.
    """

    def __init__(self, slug: str, reason: str, before: str = "") -> None:
        self.before = before
        super().__init__(f"{slug}: {reason}")


@dataclass(frozen=True)
class Deed:
    """Something that was done and may be asked back.

    Attributes:
        name: how it is asked for: "2029-03-10-perpanjangan", "penandatanganan",
            "adendum-02".
        words: what it is, in Indonesian.
    """

    name: str
    words: str


@dataclass(frozen=True)
class Mark:
    """Who takes something back, on which day, and why."""

    day: date
    who: str
    reason: str


@dataclass(frozen=True)
class _Plan:
    """How one thing is taken back.

    Attributes:
        thing: what it is.
        action: how the trail calls that.
        carry_out: writes it, as a part of an act.
        before: what the register says now.
        after: what it will say.
        remarks: what else a person should know.
    """

    thing: Deed
    action: str
    carry_out: Callable[[Act, Mark], Path]
    before: Summary
    after: Summary
    remarks: tuple[str, ...] = ()


def deeds(opened: Opened, slug: str) -> list[Deed]:
    """What was done with an agreement, the latest first; whether it may be is asked later.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    riwayat = opened.riwayat(slug)
    recorded = sorted(opened.peristiwa_list(slug), key=_day_and_name, reverse=True)
    things = [_of_peristiwa(each) for each in recorded]
    things += [_of_adendum(each) for each in reversed(riwayat.adendum)]
    if not riwayat.origin.kesepakatan.konsep:
        things.append(_of_penandatanganan(riwayat))
    return things


@dataclass(frozen=True)
class Foreseen:
    """A taking back before it is done.

    Attributes:
        thing: what is taken back.
        following: what follows, in sentences.
    """

    thing: Deed
    following: tuple[str, ...]


def foresee(opened: Opened, slug: str, name: str, today: date) -> Foreseen:
    """What would be taken back, and what follows from it; nothing is written.

    Raises:
        NotWithdrawn: there is no such thing, or something stands on it.
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    plan = _plan(opened, slug, name)
    told = following(opened, plan.before, plan.after, today)
    return Foreseen(plan.thing, (*told, *plan.remarks))


def withdraw(opened: Opened, slug: str, name: str, reason: str, today: date) -> Path:
    """Take it back, with a reason; the record of it stays.

    Args:
        opened: the workspace.
        slug: the agreement.
        name: what is taken back, as `deeds` names it.
        reason: why.
        today: the office's day.

    Returns:
        The file in which it is marked.

    Raises:
        NotWithdrawn: no reason, no such thing, or something stands on it.
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, Busy, CannotWrite, ChangedMeanwhile.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise NotWithdrawn(slug, "pencabutan memerlukan alasan (--alasan)")
    # What cannot be is refused before the lock is taken; inside it, it is looked at anew.
    action = _plan(opened, slug, name).action
    with opened.workspace.act(action, slug, opened.who, reason) as act:
        plan = _plan(opened.anew(), slug, name)
        return plan.carry_out(act, Mark(today, opened.who, reason))


def _day_and_name(loaded: LoadedPeristiwa) -> tuple[date, str]:
    return loaded.peristiwa.tanggal, loaded.file.name


# What there is.


def _of_peristiwa(loaded: LoadedPeristiwa) -> Deed:
    peristiwa = loaded.peristiwa
    day = tanggal_long(peristiwa.tanggal)
    return Deed(loaded.file.stem, f"{peristiwa_words(peristiwa.jenis)}, {day}")


def _of_adendum(loaded: LoadedAdendum) -> Deed:
    name = Path(loaded.source.file).stem
    signed = loaded.adendum.signed
    words = f"ditandatangani {tanggal_long(signed)}" if signed else "konsep"
    return Deed(name, f"{loaded.name}, {words}")


def _of_penandatanganan(riwayat: Riwayat) -> Deed:
    signed = riwayat.origin.kesepakatan.signed
    day = tanggal_long(signed) if signed else ""
    return Deed(
        PENANDATANGANAN, f"Penandatanganan {riwayat.origin.reading.jenis}, {day}"
    )


# How each is taken back.


def _plan(opened: Opened, slug: str, name: str) -> _Plan:
    """Raises NotWithdrawn: nothing is called so, or something stands on it."""
    riwayat = opened.riwayat(slug)
    try:
        recorded = opened.peristiwa_list(slug)
    except FaultyNaskah:
        misfit = read_peristiwa(opened.workspace, slug, name)
        if misfit is None:
            raise
        return _plan_misfit(opened, slug, misfit)
    for loaded in recorded:
        if loaded.file.stem == name:
            return _plan_peristiwa(opened, slug, loaded)
    for adendum in riwayat.adendum:
        if Path(adendum.source.file).stem == name:
            return _plan_adendum(opened, slug, adendum)
    if name == PENANDATANGANAN and not riwayat.origin.kesepakatan.konsep:
        return _plan_penandatanganan(opened, slug)
    known = [thing.name for thing in deeds(opened, slug)]
    offered = (
        f"yang dapat dicabut: {', '.join(known)}"
        if known
        else "tidak ada yang dapat dicabut"
    )
    raise NotWithdrawn(slug, f'"{name}" tidak ada; {offered}')


def _plan_misfit(opened: Opened, slug: str, loaded: LoadedPeristiwa) -> _Plan:
    """An event that spoils all is taken back: then the agreement can be read again."""
    after = _without(opened, slug, opened.riwayat(slug), loaded.file)
    remarks = ("Sesudah dicabut, kesepakatan ini dapat dibaca lagi.",)
    return _taken_back(opened, slug, loaded, after.summary, after.summary, remarks)


def _plan_peristiwa(opened: Opened, slug: str, loaded: LoadedPeristiwa) -> _Plan:
    after = _without(opened, slug, opened.riwayat(slug), loaded.file)
    kind = loaded.peristiwa.jenis
    remarks = (_LETTER,) if kind == "pemberitahuan_disusun" else ()
    before = opened.summary(slug)
    return _taken_back(opened, slug, loaded, before, after.summary, remarks)


def _taken_back(
    opened: Opened,
    slug: str,
    loaded: LoadedPeristiwa,
    before: Summary,
    after: Summary,
    remarks: tuple[str, ...],
) -> _Plan:

    def mark(act: Act, by: Mark) -> Path:
        _check_peristiwa(opened, slug, loaded.file)
        mark_peristiwa(act, loaded, by)
        return loaded.file

    action = f"mencabut {loaded.peristiwa.jenis.replace('_', ' ')}"
    return _Plan(_of_peristiwa(loaded), action, mark, before, after, remarks)


_LETTER = (
    "Surat yang sudah disusun tetap tersimpan; bila sudah dikirim, beri tahu penerimanya. "
    "Bila waktunya masih berjalan, nota terbitkan menyusun surat yang baru."
)


def mark_peristiwa(act: Act, loaded: LoadedPeristiwa, by: Mark) -> None:
    """Write into the file of an event that it is withdrawn, as a part of an act.

    Raises:
        ChangedMeanwhile, CannotRead, CannotWrite.
    """
    said = {"tanggal": by.day.isoformat(), "oleh": by.who, "alasan": by.reason}
    _rewrite(act, loaded.file, {**loaded.source.data, "dicabut": said})


def look_away(opened: Opened, slug: str, name: str) -> tuple[LoadedPeristiwa, Opened]:
    """An event that may be withdrawn, and the workspace as if it had been.

    Raises:
        NotWithdrawn: there is no such event, or something stands on it.
    """
    for loaded in opened.peristiwa_list(slug):
        if loaded.file.stem == name:
            rest = _without(opened, slug, opened.riwayat(slug), loaded.file)
            return loaded, opened.with_recorded(slug, rest)
    raise NotWithdrawn(slug, f'peristiwa "{name}" tidak ada')


def _plan_adendum(opened: Opened, slug: str, loaded: LoadedAdendum) -> _Plan:
    riwayat = opened.riwayat(slug)
    index = riwayat.adendum.index(loaded)
    later = riwayat.adendum[index + 1 :]
    if later:
        names = [_of_adendum(each) for each in reversed(later)]
        raise _stood_on(slug, _of_adendum(loaded), names)
    file = Path(loaded.source.file)
    before = opened.summary(slug)
    if loaded.adendum.konsep:

        def put_aside(act: Act, by: Mark) -> Path:
            return _put_aside(opened, act, slug, file, by)

        action = "mencabut konsep adendum"
        return _Plan(_of_adendum(loaded), action, put_aside, before, before)
    _check_seals(opened, slug)
    previous = Riwayat(riwayat.origin, riwayat.adendum[:index])
    after = _without(opened, slug, previous).summary
    unsign = partial(_unsign, opened, slug, file, dict(loaded.source.data))
    action = f"mencabut {PENANDATANGANAN} adendum"
    remarks = ("Naskahnya kembali menjadi konsep dan dapat diubah.",)
    return _Plan(_of_adendum(loaded), action, unsign, before, after, remarks)


def _plan_penandatanganan(opened: Opened, slug: str) -> _Plan:
    riwayat = opened.riwayat(slug)
    # All that was done after it, the latest first.
    standing = deeds(opened, slug)[:-1]
    if standing:
        raise _stood_on(slug, _of_penandatanganan(riwayat), standing)
    children = _signed_children(opened, slug)
    if children:
        raise NotWithdrawn(
            slug,
            f"kesepakatan ini menjadi induk {', '.join(children)}, yang mengutip nomor dan "
            "tanggalnya; cabut penandatanganannya dahulu",
        )
    _check_seals(opened, slug)
    before = opened.summary(slug)
    after = replace(before, begin=None)
    file, data = opened.workspace.file(slug), dict(riwayat.origin.source.data)
    unsign = partial(_unsign, opened, slug, file, data)
    remarks = (
        "Naskahnya kembali menjadi konsep dan dapat diubah; penandatanganan dicatat lagi "
        "dengan tanggal yang benar.",
    )
    return _Plan(
        _of_penandatanganan(riwayat),
        f"mencabut {PENANDATANGANAN}",
        unsign,
        before,
        after,
        remarks,
    )


def _without(
    opened: Opened, slug: str, riwayat: Riwayat, file: Path | None = None
) -> Recorded:
    """What remains recorded without an event, or beside the texts that remain.

    Raises:
        NotWithdrawn: something of it fits no more.
    """
    workspace = opened.workspace
    try:
        if file:  # from which an adendum may be in force
            moments = moments_of(workspace, slug, without=file)
            if moments != riwayat.moments:
                riwayat = load_riwayat(workspace, slug, moments)
        return load_peristiwa(
            workspace, slug, riwayat, lambda: opened.calendar, without=file
        )
    except FaultyNaskah as cause:
        standing = sorted({Path(found.tempat.file).stem for found in cause.temuan})
        said = "; ".join(dict.fromkeys(found.message for found in cause.temuan))
        raise NotWithdrawn(
            slug,
            f"yang dicatat sesudahnya bertumpu padanya ({', '.join(standing)}: {said}); "
            "cabut itu dahulu",
            standing[-1],
        ) from None


def _stood_on(slug: str, thing: Deed, standing: Sequence[Deed]) -> NotWithdrawn:
    names = "; ".join(each.words for each in standing)
    return NotWithdrawn(
        slug,
        f"{thing.words} belum dapat dicabut, sebab ada yang bertumpu padanya: {names}; "
        "cabut itu dahulu, dari yang pertama disebut",
        standing[0].name,
    )


def _signed_children(opened: Opened, slug: str) -> list[str]:
    """Signed agreements of the workspace that name this one as their parent."""
    return [
        row.slug
        for row in load_register(opened)
        if row.summary and row.summary.induk == slug and row.summary.begin
    ]


def _check_seals(opened: Opened, slug: str) -> None:
    """Raises NotWithdrawn where a signed text is no more what was sealed."""
    for problem in opened.seals(slug).problems:
        raise NotWithdrawn(slug, problem)


def _check_peristiwa(opened: Opened, slug: str, file: Path) -> None:
    """Raises NotWithdrawn where an event is no more what the trail says of it."""
    problem = past_the_program(opened.workspace, slug).get(
        f"{PERISTIWA_FOLDER}/{file.name}"
    )
    if problem:
        raise NotWithdrawn(slug, problem)


def _unsign(
    opened: Opened, slug: str, file: Path, data: Mapping[str, Any], act: Act, by: Mark
) -> Path:
    """Make a signed text a draft again; its seal says first that it is none any more."""
    withdraw_seal(act, opened.workspace, slug, file.name)
    _rewrite(act, file, _unsigned(data))
    return file


def _unsigned(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a text without the days on which it was signed."""
    para_pihak = [_undated(pihak) for pihak in data.get("para_pihak") or ()]
    changed = {"para_pihak": para_pihak} if para_pihak else {}
    return _undated({**data, **changed})


def _undated(data: Mapping[str, Any]) -> dict[str, Any]:
    """A mapping without the day under its `penandatanganan`."""
    own = data.get(PENANDATANGANAN)
    if not isinstance(own, Mapping):
        return dict(data)
    kept = {key: value for key, value in own.items() if key != "tanggal"}
    rest = {key: value for key, value in data.items() if key != PENANDATANGANAN}
    return {
        key: kept if key == PENANDATANGANAN else data[key]
        for key in data
        if key in rest or kept
    }


def _put_aside(opened: Opened, act: Act, slug: str, file: Path, by: Mark) -> Path:
    """Keep the draft where nobody reads it, with a line that says why."""
    content = read_limited(file)
    name = f"{file.stem}-{by.day.isoformat()}"
    kept = opened.workspace.withdrawn_file(slug, name)
    head = f"# Dicabut {by.day.isoformat()} oleh {by.who}: {by.reason}\n"
    act.write(kept, head.encode() + content, overwrite=False)
    act.remove(file, content)
    return kept


def _rewrite(act: Act, file: Path, data: Mapping[str, Any]) -> None:
    """Change the lines of a file that differ from the data, and no others."""
    content = read_limited(file)
    text = content.decode("utf-8-sig")
    act.write_unchanged(file, content, rewrite(text, data).encode())
