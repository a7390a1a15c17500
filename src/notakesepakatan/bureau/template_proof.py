"""The text of a clause, an instrument or a template in, the papers made with it out.

Or where it is wrong.
"""

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from notakesepakatan.bureau.new import check_jawaban
from notakesepakatan.bureau.sample import sample_papers
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.gaya import load_gaya
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.kinds import load_documents
from notakesepakatan.compose.templates import FaultyTemplate, Template
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.instrumen import load_instrumen
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.load.yaml.characters import hidden_characters
from notakesepakatan.model.instrumen import Instrumen
from notakesepakatan.naskah import Naskah
from notakesepakatan.temuan import Temuan
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.layout import (
    BYTE_LIMIT,
    INSTRUMEN_FOLDER,
    KLAUSUL_FOLDER,
    TEMPLATES,
    templates_folder,
)
from notakesepakatan.workspace.save import lay, temporary_folder

_EXAMPLE: Mapping[str, object] = {"nilai": 100_000_000}
"""Answers without which a clause is in no draft."""


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


def papers_with(
    workspace: Workspace, name: str, text: str
) -> Generator[Naskah, None, None]:
    """Every draft or sort of paper that uses a text, made with it; nothing is written.

    A template that no sample uses is shown on the agreement, where it is not.

    Args:
        workspace: the workspace.
        name: of the clause, instrument or template that the text is.
        text: the text.

    Raises:
        NotTaken: the text is wrong, with its line where that is known.
    """
    with _tried(workspace, name, text) as apart:
        try:
            if name.startswith((f"{KLAUSUL_FOLDER}/", f"{INSTRUMEN_FOLDER}/")):
                yield from _drafts(apart, name, text)
            else:
                yield from _samples(apart, name)
        except FaultyTemplate as cause:
            raise _place_of(cause, name, apart.root) from None
        except FaultyNaskah as cause:
            raise _all_of(cause, name, apart.root) from None


def _samples(apart: Workspace, name: str) -> Iterator[Naskah]:
    """The sample's papers that a template is called for in; of one for all, every paper."""
    is_for_all = not name.endswith(".j2")
    if is_for_all:
        _read_lists(apart)
    template = Template(templates_folder(apart.root))
    every = list(sample_papers(apart))
    using = [
        paper
        for paper in every
        if is_for_all or name in template.called_by(paper.template)
    ]
    for paper in using or every[:1]:
        yield paper.compose()


def _read_lists(apart: Workspace) -> None:
    """Have the styles and the kinds of papers read before anything asks for them.

    Raises:
        FaultyNaskah, FaultyTemplate.
    """
    template = Template(templates_folder(apart.root))
    load_gaya(template)
    load_documents(template)


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
        if name.endswith(".j2"):
            _check_syntax(root, name)
        yield apart


def _check_syntax(root: Path, name: str) -> None:
    try:
        Template(templates_folder(root)).environment.get_template(name)
    except Exception as cause:
        line = int(getattr(cause, "lineno", 0) or 0)
        words = getattr(cause, "message", "") or str(cause)
        raise NotTaken(name, line, f"salah tulis: {words}") from None


def _drafts(apart: Workspace, name: str, text: str) -> Iterator[Naskah]:
    """A draft of each instrument that uses a clause, or of the instrument.

    Raises:
        NotTaken.
    """
    known = load_instrumen(apart.root)
    stem = Path(name).name.partition(".")[0]
    using: list[dict[str, Any]] = [{"instrumen": stem}] if stem in known else []
    if name.startswith(f"{KLAUSUL_FOLDER}/"):
        using = [
            jawaban
            for instrumen, each in known.items()
            for jawaban in _jawaban_with(instrumen, each, stem)
        ]
    composer = Composer.of(apart.root)
    for jawaban in using or [{"instrumen": next(iter(known))}]:
        yield compose_kesepakatan(composer, _draft(apart, name, text, jawaban))


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
    loaded, temuan = check_jawaban(apart, jawaban)
    if loaded is None:
        found = temuan[-1]
        key = found.kunci.rpartition(".")[2]
        line = _only_line_with(text, f"{key}:") if key else 0
        said = f"{key}: " if key else ""
        raise NotTaken(name, line, f"{said}{found.message}; {found.saran}")
    return loaded


def _place_of(cause: FaultyTemplate, name: str, root: Path) -> NotTaken:
    """The same, by its line where it is the text's own."""
    words = _relative(str(cause), root)
    place, _, reason = words.partition(": ")
    file, _, line = place.rpartition(":")
    is_own = file == name and line.isdigit()
    return NotTaken(name, int(line) if is_own else 0, reason or words)


def _all_of(cause: FaultyNaskah, name: str, root: Path) -> NotTaken:
    """Every finding, by its line; of another file, by that file too."""
    said = [_said(found, name, root) for found in cause.temuan]
    first = cause.temuan[0].tempat
    if _relative(first.file, root) != name:
        return NotTaken(name, 0, ". ".join(place + words for place, words in said))
    (_, words), *others = said
    more = "".join(f". {place}{one}" for place, one in others)
    return NotTaken(name, first.baris, words + more)


def _said(found: Temuan, name: str, root: Path) -> tuple[str, str]:
    """Where and what."""
    file = _relative(found.tempat.file, root)
    place = "" if file == name else f"{file} "
    key = f"{found.kunci}: " if found.kunci else ""
    return (
        f"{place}baris {found.tempat.baris}: ",
        f"{key}{found.message}; {found.saran}",
    )


def _relative(file: str, root: Path) -> str:
    return file.replace(f"{templates_folder(root)}/", "")


def _only_line_with(text: str, words: str) -> int:
    """The only line that holds these words; 0 where none does, or several."""
    lines = enumerate(text.splitlines(), 1)
    found = [number for number, line in lines if words in line]
    return found[0] if len(found) == 1 else 0
