"""`nota impor` of a text: what was read, shown and confirmed at the terminal."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.asking import ask, is_interactive

if TYPE_CHECKING:
    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.take_text import ReadText
    from notakesepakatan.load.grammar.inferred import Inferred

_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
_ENDINGS = (
    ".docx",
    ".docm",
    ".dotx",
    ".doc",
    ".odt",
    ".rtf",
    ".pdf",
    ".txt",
    *_PICTURES,
)
_LEAVE_OUT = "-"


@dataclass(frozen=True)
class Wanted:
    """How a text is taken in.

    Attributes:
        look_only: shown and not written.
        as_json: shown as JSON.
        as_data: printed as YAML and not written.
        agreed: what is sure is written without asking.
        slug: what the agreement will be called; None: after its file.
    """

    look_only: bool
    as_json: bool
    as_data: bool
    agreed: bool
    slug: str | None


def is_text_name(name: str) -> bool:
    """Whether a file of this name may hold a text."""
    return PurePath(name).suffix.lower() in _ENDINGS


def run_text(folder: Path, file: Path, wanted: Wanted, said: dict[str, str]) -> None:
    """Read a text, show it, and write it where that is wanted.

    Raises:
        UnreadableNaskah, NoText, FaultyNaskah, AlreadyThere, InvalidSlug, CannotWrite.
    """
    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.take_text import examine_text, suggested_slug
    from notakesepakatan.load.foreign.reader import read_file
    from notakesepakatan.workspace import Workspace

    office = Office(Workspace(folder))
    read = examine_text(office, file.name, read_file(file), said)
    if wanted.as_data:
        click.echo(read.yaml, nl=False)
        return
    if wanted.as_json:
        click.echo(json.dumps(read.shown(), ensure_ascii=False, indent=2))
    else:
        for line in _lines(read):
            click.echo(line)
    if wanted.look_only:
        return
    if not wanted.agreed and not is_interactive():
        message = "tambahkan --ya untuk menulis yang pasti, atau --lihat untuk melihat"
        raise click.UsageError(message)
    _write(office, read, wanted.slug or suggested_slug(file.name), wanted, said)


def _lines(read: "ReadText") -> Iterator[str]:
    yield f"{read.name}"
    yield ""
    yield from _inferred_lines(read.inferred)
    yield ""
    for one in read.left_over:
        where = f"halaman {one.halaman}, " if one.halaman else ""
        yield f"tanpa tempat ({where}paragraf {one.paragraf}): {one.teks}"
    listed = read.kata - read.placed
    yield (
        f"{read.kata} kata dibaca = {read.placed} mendapat tempat "
        f"+ {listed} tanpa tempat."
    )
    if read.added:
        words = " ".join(read.added[:10])
        yield f"Tercetak di luar berkas: {len(read.added)} kata ({words})."
    yield from read.remarks
    for problem in read.problems:
        yield f"belum dapat ditulis: {problem}"


def _inferred_lines(inferred: "Sequence[Inferred]") -> Iterator[str]:
    for one in inferred:
        yield f"{one.sure:8} {one.kunci}: {one.nilai}"
        yield f'{"":8} "{one.excerpt}"'


def _write(
    office: "Office", read: "ReadText", slug: str, wanted: Wanted, said: dict[str, str]
) -> None:
    from notakesepakatan.bureau.take_text import NoText, take_in_text

    unsure = [one for one in read.inferred if _is_open(one, said)]
    if wanted.agreed:
        confirmed = {one.kunci: "" for one in unsure}
    else:
        confirmed = _ask_each(read, unsure, said)
    if "jangka_waktu" not in {**read.data, **confirmed} or (
        confirmed.get("jangka_waktu") == ""
    ):
        raise NoText(
            read.name,
            "jangka waktunya tidak pasti; periksa pasalnya, lalu ulangi dengan "
            '--jawab "jangka_waktu=5 tahun" (atau "sampai dengan 31 Desember 2027", '
            '"tanpa batas waktu")',
        )
    file, digest = take_in_text(office, read, slug, {**confirmed, **said})
    for one in unsure if wanted.agreed else ():
        click.echo(f"dikosongkan, karena belum pasti: {one.kunci} ({one.nilai})")
    click.echo(f"{file}")
    click.echo(f"Berkas asli disimpan di sampingnya (SHA-256 {digest}).")


def _is_open(one: "Inferred", said: dict[str, str]) -> bool:
    """Whether a value waits for a person."""
    return one.sure != "pasti" and one.kunci not in said


def _ask_each(
    read: "ReadText", unsure: "Sequence[Inferred]", said: dict[str, str]
) -> dict[str, str]:
    """What a person says to each value that is not sure, and to the others at once."""
    confirmed = dict[str, str]()
    click.echo(f'Enter: benar; "{_LEAVE_OUT}": kosongkan; atau ketik yang benar.')
    for one in unsure:
        answer = ask(one.kunci, one.nilai)
        if answer != one.nilai or one.sure == "tanya":
            confirmed[one.kunci] = "" if answer == _LEAVE_OUT else answer
    if "jangka_waktu" not in read.data and "jangka_waktu" not in {**said, **confirmed}:
        confirmed["jangka_waktu"] = ask("jangka_waktu (mis. 5 tahun)")
    if not click.confirm("Tulis kesepakatan ini?", default=True):
        raise click.Abort
    return confirmed
