"""A backup as one file: a snapshot in, an archive out; an archive in, its files checked.

The archive is a ZIP, which opens by a double click everywhere. Its first entry, the
manifest, says of every other its size and hash; nothing of an archive is believed that the
manifest does not say, and nothing of it is written anywhere before all of it was checked.
"""

import json
import os
import secrets
import stat
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from notakesepakatan.errors import CannotRead, CannotWrite, NotaError
from notakesepakatan.workspace.layout import DESK_FOLDER
from notakesepakatan.workspace.save import TEMPORARY, AlreadyThere, sweep, sync_folder
from notakesepakatan.workspace.snapshot import Snapshot, is_kept, is_portable

MANIFEST_FILE = "manifes.json"
ARCHIVE_SUFFIX = ".zip"
_KIND = "cadangan ruang kerja notakesepakatan"
_SHAPE = 1
_LARGEST_MANIFEST = 64 * 1024 * 1024
_MOST_DEFLATED = 1100
"""How many times its compressed size a deflated text can have; more is a lie."""
_CHUNK = 1024 * 1024
_DATE = (1980, 1, 1, 0, 0, 0)
_PRIVATE_MODE, _COMMON_MODE = 0o600, 0o644
_TORN = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What reading a broken archive raises, besides errors of the disk."""


class BrokenArchive(NotaError):
    """An archive that is none of ours, or no longer what it was; nothing was written."""

    def __init__(self, archive: Path, what: str) -> None:
        super().__init__(
            f"{archive}: {what}; tidak ada yang dipulihkan. Pakai cadangan lain."
        )


# What the manifest says.


class ManifestFile(BaseModel):
    """One file: its name below the workspace, its bytes, their sha256."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    name: str = Field(alias="nama")
    size: int = Field(alias="ukuran", ge=0)
    hash: str = Field(alias="sidik", pattern="^[0-9a-f]{64}$")


class Manifest(BaseModel):
    """What an archive says of itself.

    Attributes:
        kind: that it is a backup of ours.
        shape: the number of this form of it.
        version: the program that made it: "0.1.0".
        made: when, with the offset: "2026-11-24T09:30:12+07:00".
        zona: the zone of that time: "Asia/Jakarta".
        files: every file, by name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    kind: str = Field(alias="jenis")
    shape: int = Field(alias="bentuk")
    version: str = Field(alias="versi")
    made: str = Field(alias="waktu")
    zona: str
    files: tuple[ManifestFile, ...] = Field(alias="berkas", strict=False)


def describe(snapshot: Snapshot, version: str, made: str, zona: str) -> bytes:
    """The manifest of a snapshot, as its bytes."""
    files = [
        {"nama": file.name, "ukuran": file.size, "sidik": file.hash}
        for file in snapshot.files
    ]
    data = {
        "jenis": _KIND,
        "bentuk": _SHAPE,
        "versi": version,
        "waktu": made,
        "zona": zona,
        "berkas": files,
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


# Writing.


def write_archive(to: BinaryIO, manifest: bytes, snapshot: Snapshot) -> None:
    """The archive of a snapshot; its manifest first, then every file by name.

    Raises:
        OSError: no room.
    """
    with ZipFile(to, "w", ZIP_DEFLATED) as archive:
        _add(archive, MANIFEST_FILE, len(manifest), iter([manifest]))
        for file in snapshot.files:
            _add(archive, file.name, file.size, snapshot.chunks(file))


def _add(archive: ZipFile, name: str, size: int, chunks: Iterator[bytes]) -> None:
    info = ZipInfo(name, _DATE)
    info.compress_type = ZIP_DEFLATED
    info.file_size = size
    info.external_attr = (stat.S_IFREG | _mode(name)) << 16
    with archive.open(info, "w") as entry:
        for chunk in chunks:
            entry.write(chunk)


def _mode(name: str) -> int:
    return _PRIVATE_MODE if _is_private(name) else _COMMON_MODE


def _is_private(name: str) -> bool:
    return name.startswith(f"{DESK_FOLDER}/")


@contextmanager
def new_private_file(path: Path) -> Iterator[BinaryIO]:
    """A file that only its owner reads, and that has its name when it is whole.

    Raises:
        AlreadyThere: there is a file of that name.
        CannotWrite: no right or no room; then there is no such file.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}{TEMPORARY}")
    sweep(path.parent)
    try:
        handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _name(temporary, path)
            sync_folder(path.parent)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError as cause:
        raise CannotWrite(path, cause) from None


def _name(temporary: Path, path: Path) -> None:
    """Give a file its name, if no other has it."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # A stick that is formatted for every system knows no second name of a file.
        if os.path.lexists(path):
            raise FileExistsError from None
        temporary.rename(path)


# Reading.


@dataclass(frozen=True)
class CheckedArchive:
    """An archive whose every byte was held against its manifest."""

    path: Path
    zip: ZipFile
    manifest: Manifest

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(file.size for file in self.manifest.files)

    def extract(self, folder: Path) -> None:
        """Its files below a folder, which is new and empty.

        Raises:
            BrokenArchive: it is no longer what it was when it was checked.
            CannotWrite: no right or no room.
        """
        for file in self.manifest.files:
            target = folder / file.name
            try:
                _make_folders(folder, file.name)
                handle = os.open(
                    target,
                    os.O_WRONLY | os.O_CREAT | os.O_EXCL,
                    0o600 if _is_private(file.name) else 0o666,
                )
                with os.fdopen(handle, "wb") as written:
                    for chunk in self.chunks(file):
                        written.write(chunk)
            except OSError as cause:
                raise CannotWrite(target, cause) from None

    def chunks(self, file: ManifestFile) -> Iterator[bytes]:
        """The bytes of one file, a piece at a time, never more than the manifest says.

        Raises:
            BrokenArchive: they are not those of the manifest.
            CannotRead.
        """
        digest, left = sha256(), file.size
        try:
            with self.zip.open(file.name) as entry:
                while chunk := entry.read(min(left, _CHUNK) or 1):
                    left -= len(chunk)
                    if left < 0:
                        break
                    digest.update(chunk)
                    yield chunk
        except _TORN:
            left = -1
        except OSError as cause:
            raise CannotRead(self.path, cause) from None
        if left != 0 or digest.hexdigest() != file.hash:
            raise BrokenArchive(self.path, f"{file.name} tidak cocok dengan manifes")


@contextmanager
def open_archive(path: Path) -> Iterator[CheckedArchive]:
    """An archive, after every byte of it was checked; nothing is written.

    Raises:
        BrokenArchive: it is no backup, or what is in it is not what the manifest says.
        CannotRead.
    """
    try:
        archive = ZipFile(path)
    except _TORN:
        raise BrokenArchive(path, "bukan cadangan, atau terpotong") from None
    except OSError as cause:
        raise CannotRead(path, cause) from None
    with archive:
        manifest = _read_manifest(path, archive)
        _check_entries(path, archive.infolist(), manifest)
        checked = CheckedArchive(path, archive, manifest)
        for file in manifest.files:
            for _ in checked.chunks(file):
                pass
        yield checked


def _read_manifest(path: Path, archive: ZipFile) -> Manifest:
    try:
        info = archive.getinfo(MANIFEST_FILE)
        if info.file_size > _LARGEST_MANIFEST:
            raise BrokenArchive(path, f"{MANIFEST_FILE} terlalu besar")
        with archive.open(info) as entry:
            content = entry.read(_LARGEST_MANIFEST + 1)
        manifest = Manifest.model_validate(json.loads(content))
    except KeyError:
        raise BrokenArchive(
            path, f"bukan cadangan: tidak ada {MANIFEST_FILE}"
        ) from None
    except (*_TORN, ValidationError):
        raise BrokenArchive(path, f"{MANIFEST_FILE} rusak") from None
    except OSError as cause:
        raise CannotRead(path, cause) from None
    if manifest.kind != _KIND or len(content) > _LARGEST_MANIFEST:
        raise BrokenArchive(path, f"bukan cadangan: {MANIFEST_FILE} tidak dikenal")
    if manifest.shape != _SHAPE:
        raise BrokenArchive(
            path, f"dibuat program versi {manifest.version}, yang bentuknya lain"
        )
    return manifest


def _check_entries(path: Path, entries: Sequence[ZipInfo], manifest: Manifest) -> None:
    """Refuse an archive with an entry that no backup has.

    Raises:
        BrokenArchive: one leads elsewhere, is no plain file, stands there twice, or is
            not in the manifest; or one of the manifest is missing.
    """
    listed = {file.name: file.size for file in manifest.files}
    if len(listed) != len(manifest.files):
        raise BrokenArchive(path, f"{MANIFEST_FILE} menyebut satu berkas dua kali")
    seen = set[str]()
    for entry in entries:
        name = entry.orig_filename
        problem = _problem(entry, listed, seen)
        if problem:
            shown = name.encode(errors="backslashreplace").decode()
            raise BrokenArchive(path, f'"{shown}" {problem}')
        seen.add(name)
    missing = sorted(listed.keys() - seen)
    if missing:
        raise BrokenArchive(path, f"{missing[0]} tidak ada di dalamnya")


def _problem(entry: ZipInfo, listed: dict[str, int], seen: set[str]) -> str:
    """What makes an entry one that no backup has; empty where nothing does."""
    name = entry.orig_filename
    if name in seen:
        return "ada dua kali"
    if not is_portable(name) or name != entry.filename:
        return "menunjuk ke luar foldernya"
    return _strange_shape(entry) or _unlisted(entry, listed)


def _strange_shape(entry: ZipInfo) -> str:
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
        return "bukan berkas biasa"
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or entry.flag_bits & 1:
        return "dimampatkan atau disandikan dengan cara lain"
    if entry.file_size > _MOST_DEFLATED * max(entry.compress_size, 1):
        return "terlalu besar setelah dibuka"
    return ""


def _unlisted(entry: ZipInfo, listed: dict[str, int]) -> str:
    name = entry.filename
    if name == MANIFEST_FILE:
        return ""
    if name not in listed or not is_kept(name, with_output=True):
        return "tidak termasuk cadangan"
    return "" if entry.file_size == listed[name] else "tidak cocok dengan manifes"


def _make_folders(root: Path, name: str) -> None:
    """The folders above a file, the desk's own closed to others."""
    folder = root
    for part in name.split("/")[:-1]:
        folder = folder / part
        folder.mkdir(mode=0o700 if _is_private(name) else 0o777, exist_ok=True)
