"""Documents to files: each naskah in every format wanted, all of them made before the first is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from notakesepakatan.compose.templates import FaultyTemplate
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.yaml import Source
from notakesepakatan.naskah import Naskah
from notakesepakatan.place import DataPath, Place
from notakesepakatan.temuan import Temuan
from notakesepakatan.workspace.save import save
from notakesepakatan.write.formats import write
from notakesepakatan.write.glyphs import uncovered
from notakesepakatan.write.pdf_engine import SystemLibraryMissing


@dataclass(frozen=True)
class Document:
    """One document to write.

    Attributes:
        nama: file name without ending.
        naskah: what it says.
        source: the files its words come from.
        lama: an older naskah from which every change is tracked; such a document is a DOCX and nothing else.
        sheet: the same as rows of plain data, for a sheet beside it; none for most.
    """

    nama: str
    naskah: Naskah
    source: tuple[Source, ...]
    lama: Naskah | None = None
    sheet: tuple[Mapping[str, object], ...] = ()


class RenderedFile(NamedTuple):
    """One file of a document: its name, what it was made of, and its bytes; None where it is there already."""

    nama: str
    trail: str
    isi: bytes | None


class Begun(NamedTuple):
    """One file under way: its name, what it is made of, and what gives its bytes; None where it is there already."""

    nama: str
    trail: str
    done: Callable[[], bytes] | None


def begin(
    items: Iterable[Document],
    format_: Sequence[str],
    environment: str = "",
    known: Mapping[str, str] | None = None,
    printer: Executor | None = None,
) -> list[Begun]:
    """Every document in every format; what is known to be there already is not made again.

    Args:
        items: the documents.
        format_: endings.
        environment: hash of all else the bytes depend on.
        known: what each file that is there was made of, by its name.
        printer: another process that sets the PDFs meanwhile.

    Raises:
        FaultyNaskah, FaultyTemplate: a character that no font has.
    """
    begin_ = list[Begun]()
    for document in items:
        _check_letters(document.source, document.naskah)
        for kind, write in _writers(document, format_):
            name = f"{document.nama}.{kind}"
            trail = sha256(
                f"{environment}{name}{document.naskah}{document.lama}{document.sheet}".encode()
            ).hexdigest()
            if known and known.get(name) == trail:
                begin_.append(Begun(name, trail, None))
            else:
                begin_.append(
                    Begun(
                        name,
                        trail,
                        printer.submit(write).result
                        if printer and kind == "pdf"
                        else write,
                    )
                )
    return begin_


def finish(
    begin: Iterable[Begun],
) -> tuple[list[RenderedFile], SystemLibraryMissing | None]:
    """The files, and what the machine lacks for those that cannot be made."""
    ready, missing = list[RenderedFile](), None
    for name, trail, done in begin:
        try:
            ready.append(RenderedFile(name, trail, done() if done else None))
        except SystemLibraryMissing as cause:
            missing = cause
    return ready, missing


def render(
    items: Iterable[Document], format_: Sequence[str]
) -> tuple[list[RenderedFile], SystemLibraryMissing | None]:
    """Every document in every format, here and now; errors as in `begin`."""
    return finish(begin(items, format_))


def write_set(
    folder: Path, items: Iterable[Document], format_: Sequence[str]
) -> Iterator[Path]:
    """Render every naskah in every format first, then write them: an error leaves the old documents whole.

    Args:
        folder: where to.
        items: the documents.
        format_: endings.

    Raises:
        FaultyNaskah, CannotWrite; SystemLibraryMissing after all that can be written is.
    """
    ready, missing = render(items, format_)
    for one in ready:
        save(folder / one.nama, one.isi or b"")
        yield folder / one.nama
    if missing:
        raise missing


def _writers(
    document: Document, format_: Sequence[str]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each ending a document comes in, and what makes it; writers are imported only when asked for."""
    naskah, lama = document.naskah, document.lama
    if lama is not None:
        if "docx" in format_:
            from notakesepakatan.write.docx.tracked import write_docx_tracked

            yield "docx", partial(write_docx_tracked, lama, naskah)
        return
    for kind in format_:
        yield kind, partial(write, kind, naskah)
    if document.sheet and "docx" in format_:
        from notakesepakatan.compose.peristiwa import REPORT_COLUMNS
        from notakesepakatan.write.xlsx import write_xlsx

        yield "xlsx", partial(write_xlsx, "Laporan", REPORT_COLUMNS, document.sheet)


def _check_letters(items: Sequence[Source], naskah: Naskah) -> None:
    if not (foreign := uncovered(naskah.isi)):
        return
    if foreign - {huruf for source in items for huruf in source.teks}:
        raise FaultyTemplate(
            "templates/",
            None,
            "memuat karakter yang tidak ada pada huruf mana pun: "
            + ", ".join(f"U+{ord(c):04X}" for c in sorted(foreign)),
        )
    raise FaultyNaskah(
        [
            Temuan(
                source.tempat(path),
                Place(path),
                "huruf",
                f'tidak ada huruf terpasang yang memuat "{one}" (U+{ord(one):04X})',
                "ganti karakter itu, atau pasang huruf yang memuatnya",
            )
            for source in items
            for path, text in _texts(source.data, ())
            for one in sorted(foreign & set(text))
        ]
    )


def _texts(data: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, content in data.items():
            yield from _texts(content, (*path, key))
    elif isinstance(data, list):
        for i, content in enumerate(data):
            yield from _texts(content, (*path, i))
