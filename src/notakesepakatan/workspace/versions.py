"""Bytes of a file that is about to be written over in, kept by their hash; out again by it.

The trail says which bytes a file had when, and by whose act, but only their hash; here
lie the bytes themselves, each once. What a file says now is not kept beside it, and a
copy that was kept at sealing is not kept again.
"""

from pathlib import Path

from notakesepakatan.workspace.contents import check_within, hash_of, read_limited
from notakesepakatan.workspace.layout import (
    BYTE_LIMIT,
    DESK_FOLDER,
    HARI_LIBUR_FILE,
    KESEPAKATAN_FOLDER,
    LAWS_FILE,
    PENGATURAN_FILE,
    SEAL_COPIES,
    TEMPLATES,
    VERSION_COPIES,
)
from notakesepakatan.workspace.save import save

_SHARED = (PENGATURAN_FILE, HARI_LIBUR_FILE, LAWS_FILE)


def keep_version(root: Path, name: str) -> None:
    """Keep the bytes that a file has now, as it is about to be written over or removed.

    Args:
        root: the workspace's folder.
        name: the file's path below it; what people do not write themselves is passed over.

    Raises:
        CannotRead, CannotWrite: the older version would be lost; nothing was kept.
    """
    file = root / name
    if not _is_written_by_people(name) or not file.is_file():
        return
    content = read_limited(file)
    if len(content) > BYTE_LIMIT:
        return
    fingerprint = hash_of(content)
    if _kept_copy(root, fingerprint) is None:
        copy = root / DESK_FOLDER / VERSION_COPIES / fingerprint
        save(copy, content, private=True, within=root)


def read_version(root: Path, fingerprint: str) -> bytes | None:
    """The bytes of this hash; None where they were not kept, or are no more what they were.

    Raises:
        PointsOutside: a link leads out of the workspace.
    """
    copy = _kept_copy(root, fingerprint)
    if copy is None:
        return None
    check_within(copy, root)
    content = read_limited(copy)
    return content if hash_of(content) == fingerprint else None


def _is_written_by_people(name: str) -> bool:
    """Whether a file is data or a template: no attachment, no seal, none of the desk's."""
    folder, _, _ = name.partition("/")
    if folder == KESEPAKATAN_FOLDER:
        return name.endswith(".yaml")
    return folder == TEMPLATES or name in _SHARED


def _kept_copy(root: Path, fingerprint: str) -> Path | None:
    folders = (VERSION_COPIES, SEAL_COPIES)
    copies = (root / DESK_FOLDER / folder / fingerprint for folder in folders)
    return next((copy for copy in copies if copy.is_file()), None)
