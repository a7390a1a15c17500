"""A clause or a template as an office writes it in, proved on drafts made with it; its file out.

The office's copy lies in the workspace and stands before the shipped one, which nobody
writes over: without the copy the shipped one counts again.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notakesepakatan.bureau.new import check_jawaban
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.templates import FaultyTemplate, Template
from notakesepakatan.errors import NotaError
from notakesepakatan.load.characters import hidden_characters
from notakesepakatan.load.instrumen import load_instrumen
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.instrumen import Instrumen
from notakesepakatan.workspace import COMMAND_LINE, Workspace
from notakesepakatan.workspace.contents import hash_of, read_limited
from notakesepakatan.workspace.layout import (
    BYTE_LIMIT,
    TEMPLATES,
    package_templates,
    templates_folder,
)
from notakesepakatan.workspace.save import ChangedMeanwhile, lay, temporary_folder
from notakesepakatan.write.html import write_html

KLAUSUL_FOLDER = "klausul"
_PATTERNS = (
    f"{KLAUSUL_FOLDER}/*.yaml.j2",
    "kesepakatan.html.j2",
    "bagian/*.html.j2",
)
"""What may be written at the desk: what a draft shows to be right or wrong."""


_EXAMPLE: Mapping[str, object] = {"nilai": 100_000_000}
"""Answers without which a clause is in no draft."""


class NoSuchTemplate(NotaError):
    """A name that no clause and no template has."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f'"{name}": tidak ada klausul atau templat bernama ini; daftarnya: nota templat'
        )


class NotTaken(NotaError):
    """A text that is not put in the place of a clause or template, and where it is wrong.

    Attributes:
        line: line of the text, from 1; 0 where none is known.
        reason: what is wrong and what to do.
    """

    def __init__(self, name: str, line: int, reason: str) -> None:
        self.line = line
        self.reason = reason
        place = f"{name} baris {line}" if line else name
        super().__init__(f"{place}: {reason}. Tidak ada yang ditulis.")


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
    def is_klausul(self) -> bool:
        """Whether it is a clause of new drafts."""
        return self.name.startswith(f"{KLAUSUL_FOLDER}/")

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
    """A draft as it would print with this text; nothing is written.

    Raises:
        NotTaken: the text is wrong.
        NoSuchTemplate.
    """
    read_template(workspace, name)
    with _tried(workspace, name, text) as apart:
        shown, *_ = _drafts(apart, name, text)
        try:
            return write_html(compose_kesepakatan(Composer.of(apart.root), shown))
        except FaultyTemplate as cause:
            raise _place_of(cause, name, apart.root) from None


def check_template(workspace: Workspace, name: str, text: str) -> None:
    """Hold a text against every draft that uses it.

    Raises:
        NotTaken: the text is wrong, with its line where that is known.
        NoSuchTemplate.
    """
    preview(workspace, name, text)


@contextmanager
def _tried(workspace: Workspace, name: str, text: str) -> Iterator[Workspace]:
    """A workspace to be thrown away, in which the text counts.

    Raises:
        NotTaken: it cannot be a file at all.
    """
    content = text.encode(errors="replace")
    if len(content) > BYTE_LIMIT:
        raise NotTaken(name, 0, "lebih dari 1 MB; ringkaslah")
    hidden = next(iter(hidden_characters({"teks": text})), None)
    if hidden:
        raise NotTaken(
            name, 0, f"memuat karakter yang tidak tampak {hidden[1]}; hapuslah"
        )
    with temporary_folder() as root:
        common = dict(workspace.read_common())
        lay(root, {**common, f"{TEMPLATES}/{name}": content}.items())
        apart = Workspace.make(root)
        try:
            Template(templates_folder(root)).environment.get_template(name)
        except Exception as cause:
            line = int(getattr(cause, "lineno", 0) or 0)
            words = getattr(cause, "message", "") or str(cause)
            raise NotTaken(name, line, f"salah tulis: {words}") from None
        yield apart


def _drafts(apart: Workspace, name: str, text: str) -> list[Loaded]:
    """A draft of each instrument that uses it; of one, where it is no clause.

    Raises:
        NotTaken.
    """
    known = load_instrumen(apart.root)
    klausul = Path(name).name.partition(".")[0]
    using = [
        jawaban
        for instrumen, each in known.items()
        for jawaban in _jawaban_with(instrumen, each, klausul)
    ]
    is_klausul = name.startswith(f"{KLAUSUL_FOLDER}/")
    usual = [{"instrumen": next(iter(known))}]
    wanted = using if is_klausul and using else usual
    return [_draft(apart, name, text, jawaban) for jawaban in wanted]


def _jawaban_with(
    instrumen: str, known: Instrumen, klausul: str
) -> Iterator[dict[str, Any]]:
    """Answers that make a draft of an instrument with a clause in it."""
    for each in known.klausul:
        if not each.ragam and each.nama == klausul:
            asked = str(each.bila)
            answer = {asked: _EXAMPLE[asked]} if asked in _EXAMPLE else {}
            yield {"instrumen": instrumen, **answer}
        for ragam in each.ragam:
            if ragam.templat == klausul:
                yield {"instrumen": instrumen, "ragam": {each.nama: ragam.nama}}


def _draft(
    apart: Workspace, name: str, text: str, jawaban: Mapping[str, Any]
) -> Loaded:
    try:
        loaded, temuan = check_jawaban(apart, jawaban)
    except FaultyTemplate as cause:
        raise _place_of(cause, name, apart.root) from None
    if loaded is None:
        found = temuan[-1]
        key = found.kunci.rpartition(".")[2]
        line = _only_line_with(text, f"{key}:") if key else 0
        said = f"{key}: " if key else ""
        raise NotTaken(name, line, f"{said}{found.message}; {found.saran}")
    return loaded


def _place_of(cause: FaultyTemplate, name: str, root: Path) -> NotTaken:
    """The same, by its line where it is the text's own."""
    words = str(cause).replace(f"{templates_folder(root)}/", "")
    place, _, reason = words.partition(": ")
    file, _, line = place.rpartition(":")
    is_own = file == name and line.isdigit()
    return NotTaken(name, int(line) if is_own else 0, reason or words)


def _only_line_with(text: str, words: str) -> int:
    """The only line that holds these words; 0 where none does, or several."""
    lines = enumerate(text.splitlines(), 1)
    found = [number for number, line in lines if words in line]
    return found[0] if len(found) == 1 else 0


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
