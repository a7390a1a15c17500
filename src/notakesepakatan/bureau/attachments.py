"""A file in, the same beside its agreement out: with its kind, its day and its hash.

Nothing attached is ever overwritten or removed: what was wrong is withdrawn, and says why.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.load.attachments import (
    CHANGED,
    GONE,
    RESTORE,
    SIGNED,
    TICKS,
    Attachment,
    AttachmentKind,
    read_attachments,
    what_became,
)
from notakesepakatan.load.opened import Opened
from notakesepakatan.words.numbers import thousands
from notakesepakatan.workspace import Act, Workspace
from notakesepakatan.workspace.contents import check_within, hash_of
from notakesepakatan.workspace.layout import ATTACHMENT_FOLDER, ATTACHMENT_LIST
from notakesepakatan.workspace.times import now

if TYPE_CHECKING:
    from PIL import Image

LARGEST = 50_000_000
"""Bytes of one attachment."""
SUFFIXES = (
    *(".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf", ".txt", ".pptx", ".odp"),
    *(".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".zip", ".eml", ".msg"),
    *(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".webp"),
)
"""Endings that may be attached: documents and pictures, nothing that runs by itself."""
_NO_NAME = re.compile(r"[^a-z0-9]+")


class CannotAttach(NotaError):
    """A file that is not attached; nothing was written."""

    def __init__(self, name: str, sebab: str) -> None:
        super().__init__(f"{name}: tidak dilampirkan: {sebab}")


class AttachmentStays(NotaError):
    """An attachment that is not withdrawn; nothing was written."""

    def __init__(self, name: str, sebab: str) -> None:
        super().__init__(f"{name}: tidak dicabut: {sebab}")


class AttachmentChanged(NotaError):
    """An attachment that is no more what was attached; it is not handed out."""

    def __init__(self, name: str, became: str) -> None:
        super().__init__(
            f"{name}: berkas ini {became}, jadi tidak diberikan; {RESTORE}, "
            "lalu periksa dengan nota bukti"
        )


@dataclass(frozen=True)
class NewAttachment:
    """A file to be attached.

    Attributes:
        title: its name where it comes from.
        content: its bytes.
        kind: what it is.
        day: its day, where that is known.
        remark: what is to be said of it.
        ticks: of a signed text, whether paraf, meterai and stempel are on it.
    """

    title: str
    content: bytes
    kind: AttachmentKind
    day: date | None = None
    remark: str = ""
    ticks: Mapping[str, bool] | None = None


def read_to_attach(file: Path) -> bytes:
    """The bytes of a file that may be attached.

    Raises:
        CannotAttach: another kind of file, or too large a one.
        CannotRead: no such file.
    """
    check_suffix(file.name)
    try:
        if file.stat().st_size > LARGEST:
            raise CannotAttach(file.name, _too_large())
        return file.read_bytes()
    except OSError as cause:
        raise CannotRead(file, cause) from None


def check_suffix(name: str) -> str:
    """The ending of a name, one that may be attached.

    Raises:
        CannotAttach: another.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        known = " ".join(SUFFIXES)
        raise CannotAttach(
            name, f"jenis berkas ini tidak diterima; yang diterima: {known}"
        )
    return suffix


def _too_large() -> str:
    return f"lebih dari {thousands(LARGEST // 1_000_000)} MB; perkecil pindaiannya"


def attach(opened: Opened, slug: str, new: NewAttachment) -> Attachment:
    """Put a file beside an agreement.

    Raises:
        CannotAttach: another kind of file, too large, there already, or a signed text of
            which it is not said whether it has its paraf, meterai and stempel.
        NoSuchKesepakatan, InvalidSlug, PointsOutside, Busy, CannotRead, CannotWrite.
    """
    suffix = check_suffix(new.title)
    _check(new)
    workspace = opened.workspace
    with workspace.act("melampirkan berkas", slug, opened.who) as act:
        there = read_attachments(workspace, slug)
        fingerprint = hash_of(new.content)
        same = [
            one
            for one in there
            if one.fingerprint == fingerprint and not what_became(workspace, slug, one)
        ]
        if any(one.kind == new.kind and not one.withdrawn for one in same):
            raise CannotAttach(new.title, f"sudah dilampirkan sebagai {same[0].name}")
        if same:
            again = _told_anew(same[0], new)
            _keep(
                act, workspace, slug, [again if one in same else one for one in there]
            )
            return again
        name = _free_name(new.title, suffix, {one.name for one in there})
        attached = _attached(name, new, opened)
        folder = workspace.attachment_folder(slug)
        check_within(folder, workspace.folder(slug))
        act.write(folder / name, new.content, overwrite=False)
        _keep(act, workspace, slug, [*there, attached])
    return attached


def first_attachment(opened: Opened, new: NewAttachment) -> dict[str, bytes]:
    """The files of the first attachment of an agreement, by path below its folder.

    Raises:
        CannotAttach: another kind of file, or too large.
    """
    name = _free_name(new.title, check_suffix(new.title), set())
    _check(new)
    return {
        f"{ATTACHMENT_FOLDER}/{name}": new.content,
        f"{ATTACHMENT_FOLDER}/{ATTACHMENT_LIST}": _list_of(
            [_attached(name, new, opened)]
        ),
    }


def _attached(name: str, new: NewAttachment, opened: Opened) -> Attachment:
    """What is kept of a file that is attached under a name."""
    return Attachment(
        name,
        new.kind,
        new.day,
        hash_of(new.content),
        len(new.content),
        PurePath(new.title).name,
        " ".join(new.remark.split()),
        opened.who,
        now(opened.workspace.root),
        dict(new.ticks or {}),
    )


def _told_anew(known: Attachment, new: NewAttachment) -> Attachment:
    """An attachment of which it is said now that it is of another kind."""
    return replace(
        known,
        kind=new.kind,
        day=new.day or known.day,
        remark=new.remark or known.remark,
        ticks=dict(new.ticks or {}),
        withdrawn="",
    )


def _check(new: NewAttachment) -> None:
    if not new.content:
        raise CannotAttach(new.title, "berkas kosong")
    if len(new.content) > LARGEST:
        raise CannotAttach(new.title, _too_large())
    if new.kind == SIGNED and set(new.ticks or {}) != set(TICKS):
        sebab = (
            "pada naskah ditandatangani sebut apakah ada paraf, meterai, dan stempel"
        )
        raise CannotAttach(new.title, sebab)


def _free_name(title: str, suffix: str, taken: set[str]) -> str:
    """A plain name that no other has: "Scan PKS (1).PDF" -> "scan-pks-1.pdf"."""
    stem = _NO_NAME.sub("-", PurePath(title).stem.lower()).strip("-")[:80] or "berkas"
    name, number = f"{stem}{suffix}", 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}{suffix}"
    return name


def withdraw(opened: Opened, slug: str, name: str, reason: str) -> Attachment:
    """Say of an attachment that it counts no more; the file itself stays.

    Raises:
        AttachmentStays: there is none of that name, or no reason is given.
        NoSuchKesepakatan, InvalidSlug, Busy, CannotRead, CannotWrite.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise AttachmentStays(name, "pencabutan memerlukan alasan")
    workspace = opened.workspace
    with workspace.act("mencabut lampiran berkas", slug, opened.who, reason) as act:
        there = read_attachments(workspace, slug)
        if name not in {one.name for one in there}:
            raise AttachmentStays(name, "tidak ada lampiran bernama itu")
        changed = [
            replace(one, withdrawn=reason) if one.name == name else one for one in there
        ]
        _keep(act, workspace, slug, changed)
    return next(one for one in changed if one.name == name)


def read_attached(workspace: Workspace, slug: str, name: str) -> bytes:
    """The bytes of an attachment.

    Raises:
        CannotAttach: there is none of that name.
        AttachmentChanged: it is no more what was attached, or not there.
        PointsOutside: a link leads out of the agreement's folder.
        NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    attachments = {one.name: one for one in read_attachments(workspace, slug)}
    if name not in attachments:
        raise CannotAttach(name, "tidak ada lampiran bernama itu")
    file = workspace.attachment_folder(slug) / name
    check_within(file, workspace.folder(slug))
    content = _read(file)
    wanted = attachments[name].fingerprint
    if wanted and hash_of(content) != wanted:
        raise AttachmentChanged(name, CHANGED)
    return content


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as handle:
            return handle.read(LARGEST + 1)
    except FileNotFoundError:
        raise AttachmentChanged(file.name, GONE) from None
    except OSError as cause:
        raise CannotRead(file, cause) from None


def _keep(
    act: Act, workspace: Workspace, slug: str, attachments: list[Attachment]
) -> None:
    act.write(workspace.attachment_list(slug), _list_of(attachments))


def _list_of(attachments: Sequence[Attachment]) -> bytes:
    data = [one.data() for one in attachments]
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def picture_of(name: str, content: bytes, width: int = 200) -> bytes | None:
    """A small picture of the first page of a PDF, or of an image, as PNG.

    None of what cannot be drawn.
    """
    from PIL import Image

    try:
        if name.endswith(".pdf"):
            image = _first_page(content, width)
        else:
            image = Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP"))
            image.draft("RGB", (width * 2, width * 2))
        if image.width * image.height > _MOST_PIXELS:
            return None
        image.thumbnail((width, width * 2))
        drawn = BytesIO()
        image.convert("RGB").save(drawn, "PNG")
    except Exception:  # whatever a broken file does to a library, it has no picture
        return None
    return drawn.getvalue()


_MOST_PIXELS = 60_000_000


def _first_page(content: bytes, width: int) -> "Image.Image":
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        page = document[0]
        wide, high = page.get_size()
        scale = width / max(wide, high / 2, 1)
        image: Image.Image = page.render(scale=scale).to_pil()
        return image
    finally:
        document.close()
