"""A clause or a template as an office writes it in, proved on papers made with it; its file out.

The office's copy lies in the workspace and stands before the shipped one, which nobody
writes over: without the copy the shipped one counts again.
"""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from notakesepakatan.bureau.template_proof import NotTaken, papers_with
from notakesepakatan.errors import NotaError
from notakesepakatan.workspace import COMMAND_LINE, Workspace
from notakesepakatan.workspace.contents import hash_of, read_limited
from notakesepakatan.workspace.layout import (
    INSTRUMEN_FOLDER,
    KLAUSUL_FOLDER,
    package_templates,
)
from notakesepakatan.workspace.save import ChangedMeanwhile
from notakesepakatan.write.html import write_html

_PATTERNS = (
    f"{KLAUSUL_FOLDER}/*.yaml.j2",
    f"{INSTRUMEN_FOLDER}/*.yaml",
    "*.html.j2",
    "bagian/*.html.j2",
    "surat/*.html.j2",
    "peristiwa/*.html.j2",
    "gaya.yaml",
    "dokumen.yaml",
)
"""What may be written at the desk: what a draft or a sample shows to be right or wrong."""


class NoSuchTemplate(NotaError):
    """A name that no clause and no template has."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f'"{name}": tidak ada klausul atau templat bernama ini; daftarnya: nota templat'
        )


class NoSuchCopy(NotaError):
    """A former copy that nobody kept."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name}: tidak ada salinan kantor terdahulu itu; yang ada disebut pada "
            "halaman templatnya, 1 yang terakhir"
        )


@dataclass(frozen=True)
class OldCopy:
    """A copy of the office's that counts no more.

    Attributes:
        fingerprint: hash of its bytes.
        time: until when it counted, with the offset.
        who: who wrote another, or let the shipped one count again.
        tindakan: what was done then, in Indonesian.
        text: its text.
    """

    fingerprint: str
    time: str
    who: str
    tindakan: str
    text: str


@dataclass(frozen=True)
class OfficeTemplate:
    """A clause or a template.

    Attributes:
        name: its path below the folder of templates.
        shipped: the text that the program brings; None for one that is the office's alone.
        own: the office's copy; None where the shipped one counts.
    """

    name: str
    shipped: str | None
    own: str | None

    @property
    def text(self) -> str:
        """The text that counts."""
        return self.own if self.own is not None else self.shipped or ""

    @property
    def folder(self) -> str:
        """The folder that it lies in, below that of the templates; empty for none."""
        return self.name.rpartition("/")[0]

    @property
    def hash(self) -> str:
        """Hash of the office's copy; empty where there is none."""
        return hash_of(self.own.encode()) if self.own is not None else ""


def template_names(workspace: Workspace) -> list[str]:
    """Names of all that may be written, clauses first."""
    folders = (workspace.templates, package_templates())
    names = dict.fromkeys(
        file.relative_to(folder).as_posix()
        for pattern in _PATTERNS
        for folder in folders
        for file in sorted(folder.glob(pattern))
    )
    return sorted(names, key=lambda name: (not name.startswith(KLAUSUL_FOLDER), name))


def read_template(workspace: Workspace, name: str) -> OfficeTemplate:
    """A clause or template by its name.

    Raises:
        NoSuchTemplate, CannotRead.
    """
    if name not in template_names(workspace):
        raise NoSuchTemplate(name)
    own, shipped = workspace.templates / name, package_templates() / name
    return OfficeTemplate(name, _text(shipped), _text(own))


def _text(file: Path) -> str | None:
    return read_limited(file).decode(errors="replace") if file.is_file() else None


def old_copies(workspace: Workspace, name: str) -> list[OldCopy]:
    """The office's copies of a clause or template before the present, the last first.

    Raises:
        NoSuchTemplate, CannotRead, PointsOutside.
    """
    present = read_template(workspace, name).hash
    path = workspace.relative(workspace.templates / name).as_posix()
    found = dict[str, OldCopy]()
    for entry in workspace.trail():
        fingerprint = entry.before
        is_of_it = entry.file == path and fingerprint not in ("", present, entry.after)
        content = workspace.read_version(fingerprint) if is_of_it else None
        if content is None or fingerprint in found:
            continue
        text = content.decode(errors="replace")
        found[fingerprint] = OldCopy(
            fingerprint, entry.time, entry.who, entry.action_words, text
        )
    return list(found.values())


def old_copy(workspace: Workspace, name: str, number: int) -> OldCopy:
    """A former copy by its number, 1 the last.

    Raises:
        NoSuchCopy, NoSuchTemplate, CannotRead.
    """
    copies = old_copies(workspace, name)
    if not 1 <= number <= len(copies):
        raise NoSuchCopy(name)
    return copies[number - 1]


# Proving a text.


def preview(workspace: Workspace, name: str, text: str) -> bytes:
    """A paper as it would print with this text; nothing is written.

    Raises:
        NotTaken: the text is wrong.
        NoSuchTemplate.
    """
    read_template(workspace, name)
    with closing(papers_with(workspace, name, text)) as papers:
        return write_html(next(papers))


def check_template(workspace: Workspace, name: str, text: str) -> None:
    """Hold a text against every draft and every sort of paper that uses it.

    Raises:
        NotTaken: the text is wrong, with its line where that is known.
        NoSuchTemplate.
    """
    read_template(workspace, name)
    for _ in papers_with(workspace, name, text):
        pass


# Writing one.


def save_template(
    workspace: Workspace,
    name: str,
    text: str,
    who: str = COMMAND_LINE,
    seen: str | None = None,
) -> Path:
    """Put a text in the place of a clause or template, as the office's own copy.

    Args:
        workspace: the workspace.
        name: its name.
        text: the text.
        who: who writes it.
        seen: hash of the office's copy that the writer saw; None where nobody looked.

    Raises:
        NotTaken: it is wrong; nothing was written.
        ChangedMeanwhile: the copy is another by now.
        NoSuchTemplate, Busy, CannotWrite.
    """
    check_template(workspace, name, text)
    with workspace.act(f"mengubah templat {name}", who=who) as act:
        template = read_template(workspace, name)
        if seen not in (None, template.hash):
            raise ChangedMeanwhile(f"Templat {name}")
        file = workspace.templates / name
        act.write(file, text.encode())
    return file


def drop_copy(workspace: Workspace, name: str, who: str = COMMAND_LINE) -> None:
    """Let the shipped text count again; the office's copy is kept as an older version.

    Raises:
        NotTaken: there is no copy, or nothing is shipped that would count then.
        NoSuchTemplate, Busy, CannotWrite.
    """
    with workspace.act(f"mengembalikan templat bawaan {name}", who=who) as act:
        template = read_template(workspace, name)
        if template.own is None or template.shipped is None:
            raise NotTaken(name, 0, "tidak ada salinan kantor di atas bawaannya")
        file = workspace.templates / name
        act.remove(file, read_limited(file))
