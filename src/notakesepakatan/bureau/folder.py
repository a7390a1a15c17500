"""A folder of files in, each beside the agreement that it belongs to out.

They are matched by number, title, parties and day; what is not sure is asked. Nothing is
moved: what is attached is a copy.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from notakesepakatan.bureau.attachments import (
    SUFFIXES,
    NewAttachment,
    attach,
    read_to_attach,
)
from notakesepakatan.bureau.impor import known_in
from notakesepakatan.compute.intake.likeness import Placed, place_file
from notakesepakatan.errors import NotaError
from notakesepakatan.load.attachments import read_attachments
from notakesepakatan.load.foreign.reader import read_foreign
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace.contents import hash_of

_READ = (".docx", ".docm", ".pdf", ".txt")
"""Endings of files whose words are read; others are matched by their names."""
MOST_FILES = 2_000


@dataclass(frozen=True)
class FileMatch:
    """A file of a folder.

    Attributes:
        path: the file, below the folder.
        placed: the agreements that it may belong to.
        chosen: the agreement that it is attached to; empty where that is asked.
        problem: why it cannot be attached.
        there: the agreement that it is attached to already.
    """

    path: str
    placed: Placed
    chosen: str = ""
    problem: str = ""
    there: str = ""

    def data(self) -> dict[str, object]:
        """The match as plain data."""
        candidates = [
            {"kesepakatan": one.slug, "alasan": one.reason}
            for one in self.placed.candidates
        ]
        return {
            "berkas": self.path,
            "kesepakatan": self.chosen or self.there or None,
            "alasan": self._reason(),
            "yakin": "pasti" if self.there else self.placed.certainty,
            "calon": candidates,
        }

    def _reason(self) -> str:
        if self.problem or self.there:
            return self.problem or "sudah dilampirkan"
        return next(
            (one.reason for one in self.placed.candidates if one.slug == self.chosen),
            "",
        )


def files_in(folder: Path) -> list[Path]:
    """Files of a folder and those below that may be attached, by path; links are not followed."""
    found = list[Path]()
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.parts)
        if hidden or path.is_symlink() or not path.is_file():
            continue
        if path.suffix.lower() in SUFFIXES:
            found.append(path)
    return found[:MOST_FILES]


def match_files(
    opened: Opened, folder: Path, said: Mapping[str, str] | None = None
) -> list[FileMatch]:
    """The files of a folder, each with the agreement that it belongs to.

    Args:
        opened: the workspace.
        folder: the folder.
        said: agreements by path, as a person chose them; empty for a file left out.

    Raises:
        CannotRead: the folder of agreements.
    """
    matcher = FileMatcher(opened)
    matches = list[FileMatch]()
    for path in files_in(folder):
        name = path.relative_to(folder).as_posix()
        try:
            content = read_to_attach(path)
        except NotaError as cause:
            matches.append(FileMatch(name, Placed("tanya"), problem=str(cause)))
            continue
        matches.append(_chosen(matcher.match(name, content), said or {}))
    return matches


class FileMatcher:
    """The agreements of a workspace, among which files are placed.

    Raises:
        CannotRead: the folder of agreements.
    """

    def __init__(self, opened: Opened) -> None:
        self._known = known_in(opened)
        self._attached = _attached(opened, [one.slug for one in self._known])

    def match(self, name: str, content: bytes) -> FileMatch:
        """The agreement that a file is attached to, or may belong to."""
        if there := self._attached.get(hash_of(content)):
            return FileMatch(name, Placed("pasti"), there=there)
        path = PurePath(name)
        placed = place_file(path.stem, _words(path.name, content), self._known)
        return FileMatch(name, placed)


def _attached(opened: Opened, slugs: Iterable[str]) -> dict[str, str]:
    """Agreements by the hash of what is attached to them."""
    attached = dict[str, str]()
    for slug in slugs:
        if opened.workspace.attachment_list(slug).is_file():
            for one in read_attachments(opened.workspace, slug):
                attached[one.fingerprint] = slug
    return attached


def _chosen(match: FileMatch, said: Mapping[str, str]) -> FileMatch:
    """The match with its agreement: as a person said, else the one that is sure."""
    if match.there:
        return match
    if match.path in said:
        return replace(match, chosen=said[match.path])
    if match.placed.certainty == "tanya":
        return match
    return replace(match, chosen=match.placed.candidates[0].slug)


def _words(name: str, content: bytes) -> str:
    """The words of a file; none of one that cannot be read."""
    if PurePath(name).suffix.lower() not in _READ:
        return ""
    try:
        text = read_foreign(name, content)
    except NotaError:
        return ""
    return "\n".join(paragraph.text for paragraph in text.paragraphs)


def attach_matched(
    opened: Opened, folder: Path, matches: Sequence[FileMatch]
) -> tuple[list[tuple[str, str]], list[str]]:
    """Attach every file whose agreement is chosen.

    Returns:
        Path and agreement of each that was attached, and what could not be and why.

    Raises:
        Busy, CannotWrite.
    """
    done, failed = list[tuple[str, str]](), list[str]()
    for match in matches:
        if not match.chosen:
            continue
        try:
            content = read_to_attach(folder / match.path)
            name = PurePath(match.path).name
            attach(opened, match.chosen, NewAttachment(name, content, "berkas_asal"))
        except NotaError as cause:
            failed.append(str(cause))
            continue
        done.append((match.path, match.chosen))
    return done, failed
