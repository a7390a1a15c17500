"""The files that lie beside an agreement in, each with what is known of it out.

They lie in `agreements/<slug>/lampiran-berkas/`, and `daftar.json` there says what each is.
A file that is there and not in that list is an attachment all the same.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from notakesepakatan.errors import NotaError
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import check_within, read_limited
from notakesepakatan.workspace.layout import ATTACHMENT_LIST

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
