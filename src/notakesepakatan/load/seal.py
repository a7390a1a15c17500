"""The seal of a signed text in, whether the text is still what was sealed out.

At signing the hash of the file is kept beside it, in `segel.json`: a list of seals, of
which the last of a file counts. A copy of what was sealed lies with the desk's own files,
so that a change can be shown.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from notakesepakatan.errors import CannotRead
from notakesepakatan.load.adendum import Riwayat
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import (
    PointsOutside,
    check_within,
    hash_of,
    read_limited,
)
from notakesepakatan.workspace.layout import KESEPAKATAN_FILE

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
    """

    states: Mapping[str, SealState]
    problems: tuple[str, ...] = ()

    @property
    def state(self) -> SealState:
        """The gravest of them."""
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
    """Hold the signed files of an agreement against their seals."""
    signed = signed_files(riwayat)
    seals = read_seals(workspace, slug)
    if seals is None:
        file = workspace.relative(workspace.seal_file(slug))
        problem = f"{file} rusak; pulihkan dari cadangan, atau {_anew(slug)}"
        return SealReport(dict.fromkeys(signed, "berubah"), (problem,))
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
    day = seal.time[:10]
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
    copy = workspace.seal_copy(seal.fingerprint)
    if not copy.is_file():
        return
    file = workspace.folder(slug) / seal.file
    old = copy.read_bytes().decode(errors="replace").split("\n")
    new = read_limited(file).decode(errors="replace").split("\n")
    for number, (was, now) in enumerate(zip(old, new, strict=False), 1):
        if was != now:
            yield f'baris {number}: semula "{was.strip()}", kini "{now.strip()}"'
            return
    if len(old) != len(new):
        yield f"semula {len(old)} baris, kini {len(new)} baris"
