"""Documents in, their files out: each naskah in every format wanted.

All of them are made before the first is written.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from notakesepakatan.compose.templates import FaultyTemplate
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.yaml.text import Source
from notakesepakatan.naskah import Naskah
from notakesepakatan.place import DataPath, Place
from notakesepakatan.press.collector import collector_off
from notakesepakatan.temuan import Temuan
from notakesepakatan.workspace.save import save
from notakesepakatan.write.formats import write
from notakesepakatan.write.glyphs import uncovered
from notakesepakatan.write.pdf_engine import SystemLibraryMissing

if TYPE_CHECKING:
    from notakesepakatan.press.processes import Typesetter


class NoSuchDocument(NotaError):
    """An agreement has no such document, or not in that format."""

    def __init__(self, slug: str, nama: str) -> None:
        super().__init__(f'{slug}: tidak ada dokumen "{nama}"')


@dataclass(frozen=True)
class Document:
    """One document to write.

    Attributes:
        nama: file name without ending.
        naskah: what it says.
        source: the files its words come from.
        before: an older naskah from which every change is tracked; such a document is a
            DOCX and nothing else.
        sheet: the same as rows of plain data, for a sheet beside it; none for most.
        konsep: the data of a draft, which says on every page that it is one.
    """

    nama: str
    naskah: Naskah
    source: tuple[Source, ...]
    before: Naskah | None = None
    sheet: tuple[Mapping[str, object], ...] = ()
    konsep: bytes | None = None


class RenderedFile(NamedTuple):
    """One file of a document.

    Attributes:
        name: its name.
        trail: hash of what it was made of.
        content: its bytes; None where it is there already.
    """

    name: str
    trail: str
    content: bytes | None


class Begun(NamedTuple):
    """One file under way: as `RenderedFile`, with what gives its bytes in their place."""

    name: str
    trail: str
    make: Callable[[], bytes] | None


Finished = tuple[list[RenderedFile], SystemLibraryMissing | None]
"""The files, and what the machine lacks for those that cannot be made."""


def begin(
    items: Iterable[Document],
    formats: Sequence[str],
    environment: str = "",
    known: Mapping[str, str] | None = None,
    typesetter: "Typesetter | None" = None,
) -> list[Begun]:
    """Every document in every format; what is known to be there is not made again.

    Args:
        items: the documents.
        formats: endings.
        environment: hash of all else the bytes depend on.
        known: what each file that is there was made of, by its name.
        typesetter: another process that sets the PDFs meanwhile.

    Raises:
        FaultyNaskah, FaultyTemplate: a character that no font has.
    """
    known = known or {}
    begun = list[Begun]()
    for document in _composed(items):
        _check_letters(document.source, document.naskah)
        words = f"{document.naskah}{document.before}{document.sheet}"
        for suffix, make in _writers(document, formats):
            name = f"{document.nama}.{suffix}"
            trail = sha256(f"{environment}{name}{words}".encode()).hexdigest()
            if known.get(name) == trail:
                begun.append(Begun(name, trail, None))
            elif typesetter and suffix == "pdf":
                begun.append(Begun(name, trail, typesetter.begin(make)))
            else:
                begun.append(Begun(name, trail, make))
    return begun


def _composed(items: Iterable[Document]) -> Iterator[Document]:
    """The documents, which are composed as they are asked for."""
    following = iter(items)
    while True:
        with collector_off():
            document = next(following, None)
        if document is None:
            return
        yield document


def finish(begun: Iterable[Begun]) -> Finished:
    """What was begun, made."""
    ready = list[RenderedFile]()
    missing: SystemLibraryMissing | None = None
    for name, trail, make in begun:
        try:
            with collector_off():
                content = make() if make else None
        except SystemLibraryMissing as cause:
            missing = cause
            continue
        ready.append(RenderedFile(name, trail, content))
    return ready, missing


def render_set(items: Iterable[Document], formats: Sequence[str]) -> Finished:
    """Every document in every format, here and now; errors as in `begin`."""
    return finish(begin(items, formats))


def document_bytes(document: Document, format_name: str) -> bytes:
    """One document in one format.

    Raises:
        SystemLibraryMissing: the machine lacks what it takes.
        NoSuchDocument: it does not come in this format.
        FaultyNaskah, FaultyTemplate: a character that no font has.
    """
    # A sheet stands beside the document for Word.
    formats = ("docx",) if format_name == "xlsx" else (format_name,)
    ready, missing = render_set([document], formats)
    for file in ready:
        if file.name.endswith(f".{format_name}") and file.content is not None:
            return file.content
    raise missing or NoSuchDocument(document.nama, format_name)


def write_set(
    folder: Path,
    items: Iterable[Document],
    formats: Sequence[str],
    within: Path | None = None,
) -> Iterator[Path]:
    """Render every naskah in every format first, then write the files.

    So an error leaves the old documents whole.

    Args:
        folder: where to.
        items: the documents.
        formats: endings.
        within: the folder that no link may lead out of.

    Raises:
        FaultyNaskah, PointsOutside, CannotWrite.
        SystemLibraryMissing: after all that can be written is.
    """
    ready, missing = render_set(items, formats)
    for file in ready:
        save(folder / file.name, file.content or b"", within=within)
        yield folder / file.name
    if missing:
        raise missing


def _writers(
    document: Document, formats: Sequence[str]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each ending a document comes in, and what makes it.

    Writers are imported only when asked for.
    """
    naskah = document.naskah
    if document.before is not None:
        if "docx" in formats:
            from notakesepakatan.write.docx.tracked import write_docx_tracked

            yield "docx", partial(write_docx_tracked, document.before, naskah)
        return
    for suffix in formats:
        yield suffix, partial(write, suffix, naskah)
    if document.sheet and "docx" in formats:
        from notakesepakatan.compose.peristiwa import REPORT_COLUMNS
        from notakesepakatan.write.xlsx import write_xlsx

        yield "xlsx", partial(write_xlsx, "Laporan", REPORT_COLUMNS, document.sheet)


def _check_letters(sources: Sequence[Source], naskah: Naskah) -> None:
    """Every character has a font.

    Raises:
        FaultyTemplate: one has none that no data holds.
        FaultyNaskah: one has none, at each place of the data.
    """
    foreign = uncovered(naskah.isi)
    if not foreign:
        return
    written = {letter for source in sources for letter in source.text}
    if foreign - written:
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in sorted(foreign))
        raise FaultyTemplate(
            "templates/",
            None,
            f"memuat karakter yang tidak ada pada huruf mana pun: {codes}",
        )
    raise FaultyNaskah(
        [
            _without_font(source, path, letter)
            for source in sources
            for path, text in _texts(source.data, ())
            for letter in sorted(foreign & set(text))
        ]
    )


def _without_font(source: Source, path: DataPath, letter: str) -> Temuan:
    return Temuan(
        source.tempat(path),
        Place(path),
        "huruf",
        f'tidak ada huruf terpasang yang memuat "{letter}" (U+{ord(letter):04X})',
        "ganti karakter itu, atau pasang huruf yang memuatnya",
    )


def _texts(data: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """Every string of the data with its path."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from _texts(value, (*path, i))
