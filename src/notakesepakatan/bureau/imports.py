"""What was taken in, kept as long as it can be taken back: registers and texts alike.

A record lies in `.meja/impor/`, one a register or text. It is kept before what it tells of
is written, so that what a kill leaves half done can be taken back all the same.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notakesepakatan.bureau.decisions import FOLDER
from notakesepakatan.errors import NotaError
from notakesepakatan.load.adendum.riwayat import adendum_files
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Act, Workspace
from notakesepakatan.workspace.contents import hash_of, read_limited
from notakesepakatan.workspace.layout import KESEPAKATAN_FILE
from notakesepakatan.workspace.times import now

TAKING_BACK = "membatalkan impor"

Made = str | Mapping[str, str]
"""Hash of an agreement's file; or the hashes of all its files, by path below its folder."""


class NothingToTakeBack(NotaError):
    """No import is there that could be undone."""

    def __init__(self, name: str = "") -> None:
        what = f'impor "{name}"' if name else "impor yang dapat dibatalkan"
        super().__init__(f"tidak ada {what}")


@dataclass(frozen=True)
class TakenBack:
    """What became of an import that was taken back.

    Attributes:
        name: of the import.
        file: name of the file that was taken in.
        removed: agreements that are gone.
        kept: those that somebody has worked on since, which stay.
        reduced: those of which only the facts are known again, as before.
    """

    name: str
    file: str
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    reduced: tuple[str, ...] = ()


def keep_record(
    workspace: Workspace,
    who: str,
    file: str,
    made: Mapping[str, Made],
    before: Mapping[str, str] | None = None,
) -> str:
    """Keep what is about to be written; the name by which it can be taken back.

    Args:
        workspace: the workspace.
        who: who takes it in.
        file: name of the file that is taken in.
        made: what is made, by slug.
        before: text of the agreement's file before, by slug, where there was one.
    """
    day = now(workspace.root)[:10]
    number = len(workspace.desk_files(FOLDER, f"{day}-*.json")) + 1
    name = f"{day}-{number}"
    record = {
        "waktu": now(workspace.root),
        "siapa": who,
        "berkas": file,
        "dibuat": made,
        **({"semula": before} if before else {}),
    }
    _write(workspace, name, record)
    return name


def _write(workspace: Workspace, name: str, record: Mapping[str, object]) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=1)
    workspace.write_private(text.encode(), FOLDER, f"{name}.json")


def imports(workspace: Workspace) -> list[tuple[str, dict[str, Any]]]:
    """Name and record of every import that is not taken back, the youngest first."""
    found = list[tuple[str, dict[str, Any]]]()
    for file in workspace.desk_files(FOLDER, "????-??-??-*.json"):
        with suppress(OSError, ValueError):
            record = json.loads(file.read_bytes())
            if record.get("dibuat") and not record.get("dibatalkan"):
                found.append((file.stem, record))
    return sorted(found, key=_time_and_number, reverse=True)


def _time_and_number(each: tuple[str, dict[str, Any]]) -> tuple[str, int]:
    """What orders imports, also those of one second."""
    name, record = each
    _, _, number = name.rpartition("-")
    return str(record["waktu"]), int(number) if number.isdigit() else 0


def take_back(opened: Opened, name: str = "") -> TakenBack:
    """Undo an import: what it wrote and nobody has touched since is removed.

    Args:
        opened: the workspace.
        name: of the import; empty: the last.

    Raises:
        NothingToTakeBack: there is none.
        Busy, CannotRead, CannotWrite.
    """
    workspace = opened.workspace
    with workspace.act(TAKING_BACK, who=opened.who) as act:
        there = [each for each in imports(workspace) if name in ("", each[0])]
        if not there:
            raise NothingToTakeBack(name)
        found, record = there[0]
        made, before = record["dibuat"], record.get("semula", {})
        removed, kept, left = list[str](), list[str](), list[Path]()
        for slug in [each for each in made if each not in before]:
            if workspace.is_free(slug):
                removed.append(slug)
            elif _is_untouched(workspace, slug, made[slug]):
                left += _files_of(workspace, slug)
                removed.append(slug)
            else:
                kept.append(slug)
        act.remove_with_folders(left)
        reduced = list(_reduced(act, workspace, made, before))
        kept += [slug for slug in before if slug not in reduced]
        _write(workspace, found, {**record, "dibatalkan": now(workspace.root)})
    file = str(record.get("berkas", ""))
    return TakenBack(found, file, tuple(removed), tuple(kept), tuple(reduced))


def _reduced(
    act: Act,
    workspace: Workspace,
    made: Mapping[str, Made],
    before: Mapping[str, str],
) -> Iterator[str]:
    """Agreements whose file is what it was before its text was taken in."""
    for slug, text in before.items():
        file, content = workspace.missing_file(slug), text.encode()
        if not file.is_file() or _something_stands_on(workspace, slug):
            continue
        as_it_lies = read_limited(file)
        if hash_of(as_it_lies) == _hashes(made[slug])[KESEPAKATAN_FILE]:
            act.write_unchanged(file, as_it_lies, content)
            yield slug
        elif as_it_lies == content:
            yield slug


def _something_stands_on(workspace: Workspace, slug: str) -> bool:
    """Whether its text was sealed or amended since: then it is taken back no more."""
    is_sealed = os.path.lexists(workspace.seal_file(slug))
    return is_sealed or bool(adendum_files(workspace, slug))


def _hashes(made: Made) -> Mapping[str, str]:
    return {KESEPAKATAN_FILE: made} if isinstance(made, str) else made


def _files_of(workspace: Workspace, slug: str) -> list[Path]:
    """The files of an agreement, its own as the last: as long as it is there, so is it."""
    folder = workspace.folder(slug)
    files = [path for path in folder.rglob("*") if not path.is_dir()]
    return sorted(files, key=lambda path: (path == folder / KESEPAKATAN_FILE, path))


def _is_untouched(workspace: Workspace, slug: str, made: Made) -> bool:
    """Whether all that lies in its folder is as it was written."""
    folder, hashes = workspace.folder(slug), _hashes(made)
    for path in _files_of(workspace, slug):
        name = path.relative_to(folder).as_posix()
        if name not in hashes or workspace.file_hash(path) != hashes[name]:
            return False
    return True
