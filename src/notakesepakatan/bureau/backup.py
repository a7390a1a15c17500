"""A workspace in, one archive of it out; an archive in, the workspace of that day out."""

import os
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from notakesepakatan import __version__
from notakesepakatan.errors import CannotWrite, NotaError
from notakesepakatan.workspace import COMMAND_LINE, Workspace
from notakesepakatan.workspace.archive import (
    ARCHIVE_SUFFIX,
    CheckedArchive,
    describe,
    new_private_file,
    open_archive,
    write_archive,
)
from notakesepakatan.workspace.save import TEMPORARY, AlreadyThere, sweep, sync_folder
from notakesepakatan.workspace.snapshot import take_snapshot


class BackupRefused(NotaError):
    """A place where a backup, or what is restored from it, does not belong."""

    def __init__(self, path: Path, sebab: str) -> None:
        super().__init__(f"{path}: {sebab}")


@dataclass(frozen=True)
class Backup:
    """What was backed up: how many files, and how many bytes they have."""

    files: int
    size: int


@dataclass(frozen=True)
class Restored:
    """What was restored.

    Attributes:
        workspace: the workspace, as it is now.
        files: how many files.
        made: when the backup was made, with the offset.
        version: the program that made it.
    """

    workspace: Workspace
    files: int
    made: str
    version: str


def save_backup(
    workspace: Workspace, path: Path, moment: datetime, *, with_output: bool = False
) -> Backup:
    """Back up a workspace into a new file, which only its owner reads.

    Args:
        workspace: the workspace; others may go on writing in it.
        path: the file, outside the workspace; its name ends in ".zip".
        moment: the time, with its zone.
        with_output: whether documents that can be made anew are kept too.

    Raises:
        BackupRefused: the file would lie in the workspace, or has another ending.
        AlreadyThere: there is a file of that name.
        CannotRead, PointsOutside, UnusableName: a file that cannot be backed up.
        Busy, CannotWrite: no lock, no right or no room.
    """
    _check_place(workspace, path)
    with new_private_file(path) as archive:
        backup = write_backup(
            workspace, archive, moment, aside=path.parent, with_output=with_output
        )
    workspace.note("membuat cadangan")
    return backup


def write_backup(
    workspace: Workspace,
    to: BinaryIO,
    moment: datetime,
    who: str = COMMAND_LINE,
    *,
    aside: Path,
    with_output: bool = False,
) -> Backup:
    """Back up a workspace into an open file.

    Args:
        workspace: the workspace; others may go on writing in it.
        to: the file, open for writing in bytes.
        moment: the time, with its zone.
        who: who backs it up.
        aside: a folder with room for all files once more, while this lasts.
        with_output: whether documents that can be made anew are kept too.

    Raises:
        CannotRead, PointsOutside, UnusableName: a file that cannot be backed up.
        Busy, CannotWrite: no lock, or no room.
    """
    try:
        with tempfile.TemporaryFile(dir=aside, prefix=".cadangan.") as copies:
            snapshot = take_snapshot(workspace, copies, who, with_output=with_output)
            made, zona = moment.isoformat("T", "seconds"), str(moment.tzinfo)
            manifest = describe(snapshot, __version__, made, zona)
            write_archive(to, manifest, snapshot)
    except OSError as cause:
        raise CannotWrite(aside, cause) from None
    return Backup(len(snapshot.files), sum(file.size for file in snapshot.files))


def _check_place(workspace: Workspace, path: Path) -> None:
    if path.suffix.lower() != ARCHIVE_SUFFIX:
        raise BackupRefused(
            path, f'nama cadangan berakhir dengan "{ARCHIVE_SUFFIX}", mis. {path}.zip'
        )
    if path.resolve().is_relative_to(workspace.root.resolve()):
        raise BackupRefused(
            path,
            "cadangan tidak disimpan di dalam ruang kerjanya sendiri; "
            "pilih folder lain, sebaiknya di cakram lain",
        )
    if os.path.lexists(path):
        raise AlreadyThere(path)


def restore_backup(archive: Path, folder: Path, who: str = COMMAND_LINE) -> Restored:
    """Make a workspace of a backup, all or nothing; its trail says so.

    Args:
        archive: the backup.
        folder: the workspace to be; not there yet, or empty.
        who: who restores it.

    Raises:
        BackupRefused: the folder is in use, or there is too little room.
        BrokenArchive: not every byte is what it was; nothing was written.
        CannotRead, CannotWrite.
    """
    target = folder.resolve()
    _check_unused(target)
    sweep(target.parent)
    with open_archive(archive) as checked:
        aside = target.with_name(f".{target.name}.{secrets.token_hex(4)}{TEMPORARY}")
        try:
            _lay(checked, aside, who)
            aside.rename(target)
            sync_folder(target.parent)
        except OSError as cause:
            raise CannotWrite(target, cause) from None
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        manifest = checked.manifest
    return Restored(
        Workspace(target), len(manifest.files), manifest.made, manifest.version
    )


def _check_unused(target: Path) -> None:
    if not os.path.lexists(target):
        return
    if not target.is_dir() or any(target.iterdir()):
        raise BackupRefused(
            target,
            "sudah ada isinya dan tidak ditimpa; pilih folder yang belum ada atau kosong",
        )


def _lay(checked: CheckedArchive, aside: Path, who: str) -> None:
    """The workspace of a backup in a folder beside, seen on the disk."""
    aside.mkdir(parents=True)
    room = shutil.disk_usage(aside).free
    if checked.size > room:
        raise BackupRefused(
            aside.parent,
            f"ruang cakram tidak cukup: perlu {checked.size} bita, ada {room}",
        )
    checked.extract(aside)
    made = checked.manifest.made
    Workspace.make(aside).note(f"memulihkan cadangan yang dibuat {made}", who=who)
    os.sync()
