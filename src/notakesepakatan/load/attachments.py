"""The files that lie beside an agreement in, each with what is known of it out.

They lie in `agreements/<slug>/lampiran-berkas/`, and `daftar.json` there says what each is.
A file that is there and not in that list is an attachment all the same.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import (
    PointsOutside,
    check_within,
    hash_of_file,
    read_limited,
)
from notakesepakatan.workspace.layout import ATTACHMENT_FOLDER, ATTACHMENT_LIST

AttachmentKind = Literal[
    "naskah_ditandatangani",
    "keputusan",
    "berita_acara",
    "tanda_terima",
    "surat",
    "foto",
    "berkas_asal",
    "lainnya",
]
KINDS = get_args(AttachmentKind)
SIGNED: AttachmentKind = "naskah_ditandatangani"
TICKS = ("paraf", "meterai", "stempel")
"""What is looked for on a signed text."""
CHANGED = "berubah sejak dilampirkan"
GONE = "tidak ada lagi"
UNREADABLE = "tidak dapat dibaca (periksa izin berkasnya)"
LEADS_OUT = "kini tautan ke luar folder kesepakatan"
RESTORE = "kembalikan dari cadangan"
_UNKNOWN: AttachmentKind = "lainnya"


class BrokenAttachmentList(NotaError):
    """The list of an agreement's attachments cannot be read; nothing was written."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"{file}: rusak; pulihkan dari cadangan, atau hapus dan lampirkan kembali"
        )


@dataclass(frozen=True)
class Attachment:
    """One file beside an agreement.

    Attributes:
        name: its name in the folder.
        kind: what it is.
        day: its day, where that is known.
        fingerprint: sha256 of its bytes when it was attached; empty where it was not.
        size: its bytes.
        title: how it was called where it came from.
        remark: what was said of it.
        who: who attached it.
        time: when, with the offset.
        ticks: of a signed text, whether paraf, meterai and stempel are on it.
        withdrawn: why it counts no more; empty while it does.
    """

    name: str
    kind: AttachmentKind
    day: date | None = None
    fingerprint: str = ""
    size: int = 0
    title: str = ""
    remark: str = ""
    who: str = ""
    time: str = ""
    ticks: Mapping[str, bool] = field(default_factory=dict)
    withdrawn: str = ""

    def data(self) -> dict[str, object]:
        """The attachment as plain data, as its line in the list."""
        return {
            "nama": self.name,
            "jenis": self.kind,
            "tanggal": self.day.isoformat() if self.day else None,
            "sidik": self.fingerprint,
            "ukuran": self.size,
            "judul": self.title,
            "keterangan": self.remark,
            "oleh": self.who,
            "waktu": self.time,
            **{tick: self.ticks.get(tick) for tick in TICKS if self.ticks},
            "dicabut": self.withdrawn or None,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Attachment":
        """Back from its line.

        Raises:
            KeyError, TypeError, ValueError: it is none.
        """
        kind = data["jenis"] if data["jenis"] in KINDS else _UNKNOWN
        day = date.fromisoformat(data["tanggal"]) if data.get("tanggal") else None
        ticks = {tick: bool(data[tick]) for tick in TICKS if tick in data}
        return cls(
            str(data["nama"]),
            kind,
            day,
            str(data.get("sidik", "")),
            int(data.get("ukuran", 0)),
            str(data.get("judul", "")),
            str(data.get("keterangan", "")),
            str(data.get("oleh", "")),
            str(data.get("waktu", "")),
            ticks,
            str(data.get("dicabut") or ""),
        )


def read_attachments(workspace: Workspace, slug: str) -> list[Attachment]:
    """The attachments of an agreement, in the order in which they were attached.

    Raises:
        BrokenAttachmentList: their list cannot be read.
        PointsOutside: a link leads out of the agreement's folder.
        NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    workspace.file(slug)
    folder = workspace.attachment_folder(slug)
    listed = _listed(workspace, slug)
    names = {each.name for each in listed}
    if not folder.is_dir():
        return listed
    check_within(folder, workspace.folder(slug))
    unlisted = [
        Attachment(path.name, _UNKNOWN, size=path.stat().st_size, title=path.name)
        for path in sorted(folder.iterdir())
        if path.is_file() and _is_visible(path.name) and path.name not in names
    ]
    return [*listed, *unlisted]


def what_became(workspace: Workspace, slug: str, attachment: Attachment) -> str:
    """What became of a file since it was attached, in words; "" where it is as it was.

    All its bytes are read, so this is asked of one agreement at a time. Of a file that was
    put there by hand nobody knows what it was.
    """
    file = workspace.attachment_folder(slug) / attachment.name
    if not os.path.lexists(file):
        return GONE
    if not attachment.fingerprint:
        return ""
    try:
        check_within(file, workspace.folder(slug))
        is_same = hash_of_file(file) == attachment.fingerprint
    except PointsOutside:
        return LEADS_OUT
    except CannotRead:
        return UNREADABLE
    return "" if is_same else CHANGED


def changed_attachments(workspace: Workspace, slug: str) -> Iterator[str]:
    """What is to be said of each attachment that is no more what was attached.

    Raises:
        BrokenAttachmentList, PointsOutside, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    for one in read_attachments(workspace, slug):
        if said := _said(workspace, slug, one):
            yield said


def _said(workspace: Workspace, slug: str, attachment: Attachment) -> str:
    """What is to be said of an attachment; "" where it is as it was."""
    became = what_became(workspace, slug, attachment)
    words = f"lampiran berkas {attachment.name} {became}; {RESTORE}"
    return words if became else ""


def attachments_past_the_program(workspace: Workspace) -> Iterator[str]:
    """The same of every agreement, and of what the trail knows otherwise than it lies."""
    told = set[Path]()
    for slug in workspace.slugs():
        try:
            attachments = read_attachments(workspace, slug)
        except NotaError as cause:
            yield f"{slug}: {cause}"
            continue
        for one in attachments:
            if said := _said(workspace, slug, one):
                told.add(workspace.attachment_folder(slug) / one.name)
                yield f"{slug}: {said}"
    for name, hashes in _hashes_by_trail(workspace).items():
        file = workspace.root / name
        found = _hash_as_it_lies(file, workspace.root)
        if found not in hashes and file not in told:
            became = "berubah" if found else "dihapus"
            yield f"{name} {became} di luar program; {RESTORE}"


def _hashes_by_trail(workspace: Workspace) -> dict[str, set[str]]:
    """What each file beside an agreement may be by now, as the trail says."""
    known = dict[str, set[str]]()
    for entry in reversed(workspace.trail()):
        if f"/{ATTACHMENT_FOLDER}/" not in entry.file:
            continue
        is_undone = entry.step == "lain"
        known[entry.file] = {entry.before if is_undone else entry.after}
        if entry.step == "niat":
            known[entry.file].add(entry.before)
    return known


def _hash_as_it_lies(file: Path, limit: Path) -> str:
    """Hash of a file; empty where it is not there or leads out."""
    try:
        check_within(file, limit)
        return hash_of_file(file)
    except (CannotRead, PointsOutside):
        return ""


def _is_visible(name: str) -> bool:
    return not name.startswith(".") and name != ATTACHMENT_LIST


def _listed(workspace: Workspace, slug: str) -> list[Attachment]:
    file = workspace.attachment_list(slug)
    if not file.is_file():
        return []
    check_within(file, workspace.folder(slug))
    try:
        return [Attachment.from_data(row) for row in json.loads(read_limited(file))]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BrokenAttachmentList(file) from None
