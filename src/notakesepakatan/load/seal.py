"""The seal of a signed text in, whether the text is still what was sealed out.

At signing the hash of the file is kept beside it, in `segel.json`: a list of seals, of
which the last of a file counts. A copy of what was sealed lies with the desk's own files,
so that a change can be shown.
"""

import json
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from notakesepakatan.errors import CannotRead, FaultyNaskah, NotaError
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.place import Place
from notakesepakatan.temuan import Position, Temuan
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import day_of_time
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import (
    PointsOutside,
    check_within,
    hash_of,
    read_inside,
    read_limited,
)
from notakesepakatan.workspace.last_states import States
from notakesepakatan.workspace.layout import KESEPAKATAN_FILE, SEAL_FILE

SealState = Literal["", "tanpa segel", "utuh", "berubah"]
"""Of a draft; signed and never sealed; as it was sealed; no more what was sealed."""
_GRAVEST: tuple[SealState, ...] = ("berubah", "tanpa segel", "utuh", "")


@dataclass(frozen=True)
class Seal:
    """One seal.

    Attributes:
        file: name of the file in the agreement's folder.
        fingerprint: SHA-256 of its bytes, hexadecimal.
        time: when, with the offset.
        who: who sealed it.
        reason: why it was sealed anew or withdrawn; empty at the first time.
        withdrawn: whether the signing was taken back: what it names is a draft again.
    """

    file: str
    fingerprint: str
    time: str
    who: str
    reason: str = ""
    withdrawn: bool = False

    def data(self) -> dict[str, object]:
        """The seal as its file says it."""
        withdrawn = {"dicabut": True} if self.withdrawn else {}
        return {
            "berkas": self.file,
            "sidik": self.fingerprint,
            "waktu": self.time,
            "oleh": self.who,
            "alasan": self.reason,
            **withdrawn,
        }


@dataclass(frozen=True)
class SealReport:
    """The signed files of an agreement, each with what became of its seal.

    Attributes:
        states: state by name of the file.
        problems: what is to be said of those that changed, without the slug.
        unexplained: names of the seal and events that are not what the trail says.
    """

    states: Mapping[str, SealState]
    problems: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()

    @property
    def state(self) -> SealState:
        """The gravest of them."""
        if self.unexplained:
            return "berubah"
        return min(self.states.values(), key=_GRAVEST.index, default="")


def signed_files(riwayat: Riwayat) -> dict[str, bytes]:
    """Name and bytes of each file of an agreement that is signed."""
    signed = dict[str, bytes]()
    origin = riwayat.origin.kesepakatan
    if not origin.konsep and not origin.facts_only:
        signed[KESEPAKATAN_FILE] = riwayat.origin.isi
    for adendum in riwayat.adendum:
        if not adendum.adendum.konsep:
            signed[Path(adendum.source.file).name] = adendum.isi
    return signed


def days_of_penandatanganan(riwayat: Riwayat) -> dict[str, date]:
    """Name of each signed file of an agreement, and the day on which the last party signed."""
    days = dict[str, date]()
    origin = riwayat.origin.kesepakatan
    if origin.signed:
        days[KESEPAKATAN_FILE] = origin.signed
    for adendum in riwayat.adendum:
        if adendum.adendum.signed:
            days[Path(adendum.source.file).name] = adendum.adendum.signed
    return days


def read_seals(workspace: Workspace, slug: str) -> list[Seal] | None:
    """The seals of an agreement, the oldest first; None where they cannot be read."""
    file = workspace.seal_file(slug)
    if not file.is_file():
        return []
    try:
        check_within(file, workspace.root)
        rows = json.loads(read_limited(file))
        return [
            Seal(
                str(row["berkas"]),
                str(row["sidik"]),
                str(row["waktu"]),
                str(row["oleh"]),
                str(row["alasan"]),
                row.get("dicabut", False) is True,
            )
            for row in rows
        ]
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        CannotRead,
        PointsOutside,
    ):
        return None


def examine_seals(workspace: Workspace, slug: str, riwayat: Riwayat) -> SealReport:
    """Hold the signed files of an agreement against their seals, and those and its events
    against the trail.
    """
    report = compare_seals(workspace, slug, riwayat)
    by_the_trail = _unlike_the_trail(workspace, slug, signed_files(riwayat))
    for name in report.unexplained:
        by_the_trail.pop(name, None)
    problems = (*report.problems, *by_the_trail.values())
    return SealReport(report.states, problems, (*report.unexplained, *by_the_trail))


def compare_seals(workspace: Workspace, slug: str, riwayat: Riwayat) -> SealReport:
    """Hold the signed files of an agreement against their seals, without the trail.

    For who has the files alone, as a worker has: what the trail says of them is asked
    where it lies (`unlike_the_trail`).
    """
    seals = read_seals(workspace, slug)
    signed = signed_files(riwayat)
    if seals is not None:
        return _beside_seals(workspace, slug, signed, seals)
    file = workspace.relative(workspace.seal_file(slug))
    broken = f"{file} rusak; pulihkan dari cadangan, atau {_anew(slug)}"
    return SealReport(dict.fromkeys(signed, "berubah"), (broken,), (SEAL_FILE,))


def unlike_the_trail(workspace: Workspace, slug: str) -> list[str]:
    """What is to be said of the seal and events of an agreement, each as it lies, that are
    not what the trail says; none of its files is read as an agreement.
    """
    text = _text(workspace, slug)
    return list(_unlike_the_trail(workspace, slug, text).values())


def _unlike_the_trail(
    workspace: Workspace, slug: str, signed: Mapping[str, bytes]
) -> dict[str, str]:
    """What is to be said, by the name of the file it is about."""
    told = past_the_program(workspace, slug)
    if moved := _moved(workspace, slug, signed):
        told[SEAL_FILE] = moved
    return told


def changed_past_the_program(workspace: Workspace) -> Iterator[str]:
    """What is to be said of every seal, sealed text and event that is not what it was, and
    of agreements that were sealed and are gone; each as it lies, whether it can be read
    as an agreement or not.
    """
    gone = workspace.sealed_gone()
    known = workspace.last_states.all()
    sealed = {slug for slug in workspace.slugs() if _is_sealed(workspace, slug)}
    if sealed and not known:
        yield (
            f"jejak tidak ada, padahal ada kesepakatan bersegel ({merge(sorted(sealed))}); "
            "kembalikan dari cadangan"
        )
    for slug in sorted({*known, *workspace.slugs(), *gone}):
        if slug in gone:
            yield str(workspace.why_gone(slug))
        else:
            told = list(past_the_program(workspace, slug).values())
            moved = _moved(workspace, slug, _text(workspace, slug)) if known else ""
            told += [moved] if moved else []
            yield from (f"{slug}: {problem}" for problem in told)
            yield from (f"{slug}: {problem}" for problem in _texts(workspace, slug))


def _text(workspace: Workspace, slug: str) -> dict[str, bytes]:
    """Name and bytes of an agreement's own file; nothing where it cannot be read."""
    file = workspace.folder(slug) / KESEPAKATAN_FILE
    try:
        return {KESEPAKATAN_FILE: read_inside(file, workspace.root)}
    except (CannotRead, PointsOutside):
        return {}


def _moved(workspace: Workspace, slug: str, signed: Mapping[str, bytes]) -> str:
    """What is to be said of seals that the trail knows of another folder, or of none."""
    return _sealed_by_another_name(workspace, slug, signed) or _unknown_to_the_trail(
        workspace, slug
    )


def _is_sealed(workspace: Workspace, slug: str) -> bool:
    return os.path.lexists(workspace.seal_file(slug))


def _texts(workspace: Workspace, slug: str) -> Iterator[str]:
    """What is to be said of sealed texts that changed, or whose copy is not there."""
    latest = {seal.file: seal for seal in read_seals(workspace, slug) or ()}
    for seal in latest.values():
        if seal.withdrawn:
            continue
        if hash_as_it_lies(workspace, slug, seal.file) != seal.fingerprint:
            yield _told(workspace, slug, seal)
        elif not _has_copy(workspace, seal):
            yield f"salinan tersegel dari {seal.file} tidak ada; kembalikan dari cadangan"


def _has_copy(workspace: Workspace, seal: Seal) -> bool:
    try:
        content = read_inside(workspace.seal_copy(seal.fingerprint), workspace.root)
    except (CannotRead, PointsOutside):
        return False
    return hash_of(content) == seal.fingerprint


def with_broken_seals(workspace: Workspace, slug: str, problem: NotaError) -> NotaError:
    """The same problem; of a sealed file that cannot be read, also that it is another now.

    Args:
        workspace: the workspace.
        slug: the agreement.
        problem: why one of its files cannot be read as what it should be.
    """
    if not isinstance(problem, FaultyNaskah):
        return problem
    unreadable = {Path(each.tempat.file).name: each.tempat for each in problem.temuan}
    latest = {seal.file: seal for seal in read_seals(workspace, slug) or ()}
    changed = list[Temuan]()
    for name, position in unreadable.items():
        seal = latest.get(name)
        if seal is None or seal.withdrawn:
            continue
        if hash_as_it_lies(workspace, slug, name) == seal.fingerprint:
            continue
        said, _, saran = _told(workspace, slug, seal).rpartition("; ")
        first = Position(position.file)
        changed.append(Temuan(first, Place(), "SEGEL", said, saran))
    return FaultyNaskah([*problem.temuan, *changed]) if changed else problem


def past_the_program(workspace: Workspace, slug: str) -> dict[str, str]:
    """What is to be said of the seal and events that are not what the trail last said."""
    told = dict[str, str]()
    for name, state in workspace.last_states.of(slug).items():
        found = hash_as_it_lies(workspace, slug, name)
        if found in state.hashes:
            continue
        what = "berubah" if found else "dihapus"
        told[name] = (
            f"{name} {what} di luar program sesudah ditulis {day_of_time(state.time)} oleh "
            f"{state.who}; kembalikan dari cadangan, atau {_anew(slug)}"
        )
    return told


def _sealed_by_another_name(
    workspace: Workspace, slug: str, signed: Mapping[str, bytes]
) -> str:
    """What is to be said of a folder that was renamed or copied past the program.

    Its text is one that was sealed, and the trail knows no seal in this folder. Empty where
    that is not so, or where the trail knows no seal at all and can prove nothing.
    """
    states = workspace.last_states.all()
    if not states or SEAL_FILE in states.get(slug, ()):
        return ""
    hashes = [hash_of(content) for content in signed.values()]
    if not any(workspace.seal_copy(each).is_file() for each in hashes):
        return ""
    gone = workspace.sealed_gone()
    own = hash_as_it_lies(workspace, slug, SEAL_FILE)
    # A kill in the middle of sealing leaves a copy, and that alone proves nothing.
    names = (
        [name for name in states if _has_seal_file(states[name], own)]
        or gone
        or [name for name in states if _has_sealed(workspace, name, hashes)]
    )
    names = [name for name in names if name != slug]
    if not names:
        return ""
    if any(name in gone for name in names):
        what = "nama foldernya diganti di luar program; kembalikan namanya"
    else:
        what = "foldernya disalin di luar program; hapus salinannya"
    return f"naskahnya disegel dengan nama lain: {merge(names)}; {what}, atau {_anew(slug)}"


def _unknown_to_the_trail(workspace: Workspace, slug: str) -> str:
    """What is to be said of seals of which no line tells, since each is told before it is put."""
    trail = workspace.last_states
    is_known = SEAL_FILE in trail.of(slug) or trail.is_hidden()
    if is_known or not _is_sealed(workspace, slug):
        return ""
    return (
        f"{SEAL_FILE} ada, tetapi jejak tidak memuatnya; kembalikan jejak dari cadangan, "
        f"atau {_anew(slug)}"
    )


def _has_seal_file(states: States, fingerprint: str) -> bool:
    """Whether the trail says of an agreement that its file of seals is this one."""
    seal = states.get(SEAL_FILE)
    return fingerprint != "" and seal is not None and fingerprint in seal.hashes


def _has_sealed(workspace: Workspace, slug: str, hashes: Collection[str]) -> bool:
    """Whether an agreement that is there has sealed one of these texts."""
    seals = read_seals(workspace, slug) or ()
    return any(seal.fingerprint in hashes for seal in seals)


def hash_as_it_lies(workspace: Workspace, slug: str, name: str) -> str:
    """Hash of a file of an agreement; empty where it is not there or leads out."""
    file = workspace.folder(slug) / name
    try:
        return hash_of(read_inside(file, workspace.root))
    except (CannotRead, PointsOutside):
        return ""


def _beside_seals(
    workspace: Workspace,
    slug: str,
    signed: Mapping[str, bytes],
    seals: Sequence[Seal],
) -> SealReport:
    """The signed files beside their seals."""
    latest = {seal.file: seal for seal in seals}
    last = {name: seal for name, seal in latest.items() if not seal.withdrawn}
    states = dict[str, SealState]()
    problems = list[str]()
    for name in sorted({*signed, *last}):
        seal = last.get(name)
        if seal is None:
            states[name] = "tanpa segel"
        elif hash_of(signed.get(name) or _as_it_lies(workspace, slug, name)) == (
            seal.fingerprint
        ):
            states[name] = "utuh"
        else:
            states[name] = "berubah"
            problems.append(_told(workspace, slug, seal))
    return SealReport(states, tuple(problems))


def _as_it_lies(workspace: Workspace, slug: str, name: str) -> bytes | None:
    """Bytes of a sealed file that is not read as signed; None where it cannot be read."""
    try:
        return read_limited(workspace.folder(slug) / name)
    except CannotRead:
        return None


def _told(workspace: Workspace, slug: str, seal: Seal) -> str:
    """What is to be said of a signed file that changed, and what to do."""
    file = workspace.folder(slug) / seal.file
    day = day_of_time(seal.time)
    if not file.is_file():
        return (
            f"{seal.file} sudah ditandatangani dan disegel {day} oleh {seal.who}, "
            "tetapi berkasnya tidak ada lagi; kembalikan dari cadangan"
        )
    where = "; ".join(changed_lines(workspace, slug, seal))
    shown = f" ({where})" if where else ""
    return (
        f"{seal.file} sudah ditandatangani, tetapi isinya berubah sejak disegel "
        f"{day} oleh {seal.who}{shown}; kembalikan isinya dan buat adendum, "
        f"atau {_anew(slug)}"
    )


def _anew(slug: str) -> str:
    return f'minta pengesah menyegelnya kembali: nota segel {slug} --ulang --alasan "…"'


def changed_lines(workspace: Workspace, slug: str, seal: Seal) -> Iterator[str]:
    """The first line that is not what was sealed, in words; nothing without the copy."""
    if not _has_copy(workspace, seal):
        return
    copy = workspace.seal_copy(seal.fingerprint)
    try:
        content = read_inside(workspace.folder(slug) / seal.file, workspace.root)
    except (CannotRead, PointsOutside):
        return
    old = copy.read_bytes().decode(errors="replace").split("\n")
    new = content.decode(errors="replace").split("\n")
    for number, (was, now) in enumerate(zip(old, new, strict=False), 1):
        if was != now:
            yield f"baris {number}: {_difference(was, now)}"
            return
    if len(old) != len(new):
        yield f"semula {len(old)} baris, kini {len(new)} baris"


def _difference(was: str, now: str) -> str:
    """How a line differs, in words; what one does not see is named."""
    if was.strip() != now.strip():
        return f'semula "{was.strip()}", kini "{now.strip()}"'
    if was.endswith("\r") != now.endswith("\r"):
        return "akhir barisnya ditulis cara lain (Windows atau Unix)"
    return f'hanya spasinya yang berubah: "{now.strip()}"'
