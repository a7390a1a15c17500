"""`nota impor` of a folder: its files beside the agreements they belong to."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.asking import is_interactive

if TYPE_CHECKING:
    from notakesepakatan.bureau.folder import FileMatch
    from notakesepakatan.load.opened import Opened


def run_folder(
    root: Path,
    folder: Path,
    said: dict[str, str],
    *,
    look_only: bool,
    json_wanted: bool,
    agreed: bool,
) -> None:
    """Match the files, show it, and attach those that are sure where that is wanted.

    Raises:
        CannotRead, CannotWrite, Busy.
    """
    from notakesepakatan.bureau.folder import match_files
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    opened = Opened(Workspace(root))
    matches = match_files(opened, folder, said)
    _show(matches, json_wanted=json_wanted)
    if look_only:
        return
    if is_interactive() and not agreed:
        matches = [_asked(match) for match in matches]
    sure_count = sum(bool(match.chosen) for match in matches)
    if sure_count and not agreed and not _is_wanted(sure_count):
        return
    _attach(opened, folder, matches)


def _attach(opened: "Opened", folder: Path, matches: "Sequence[FileMatch]") -> None:
    """Attach what is sure and say what came of it; the run fails where anything is left."""
    from notakesepakatan.bureau.folder import attach_matched

    done, failed = attach_matched(opened, folder, matches)
    for problem in failed:
        click.echo(problem, err=True)
    waiting = sum(not (match.chosen or match.there) for match in matches)
    told = f"{len(done)} berkas dilampirkan, {waiting} menunggu jawaban."
    click.echo(told, err=True)
    if failed or waiting:
        sys.exit(1)


def _show(matches: "Sequence[FileMatch]", *, json_wanted: bool) -> None:
    if json_wanted:
        data = [match.data() for match in matches]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(matches)))


def _is_wanted(count: int) -> bool:
    """Whether so many are to be attached; where nobody can be asked, the run ends."""
    if not is_interactive():
        message = f"Belum ada yang dilampirkan; lampirkan {count} yang pasti dengan"
        click.echo(f"{message}: --ya", err=True)
        sys.exit(1)
    return click.confirm(f"Lampirkan {count} berkas?")


def _asked(match: "FileMatch") -> "FileMatch":
    """A file whose agreement is not sure, with the answer; an empty one leaves it."""
    if match.chosen or match.there or match.problem:
        return match
    candidates = ", ".join(one.slug for one in match.placed.candidates)
    words = (
        f"{match.path}: milik kesepakatan mana ({candidates or 'nama'}; Enter: nanti)"
    )
    answer = click.prompt(words, default="", show_default=False)
    return replace(match, chosen=answer.strip())


def _lines(matches: "Sequence[FileMatch]") -> Iterator[str]:
    for match in matches:
        data = match.data()
        if match.chosen or match.there:
            yield f"{match.path} -> {data['kesepakatan']} ({data['yakin']}: {data['alasan']})"
        elif match.problem:
            yield f"{match.path}: {match.problem}"
        else:
            names = [f"{one.slug} ({one.reason})" for one in match.placed.candidates]
            yield f"? {match.path}: {' atau '.join(names) or 'tidak dikenali'}"
            yield f'  jawab: --jawab "{match.path}=NAMA"'
    if not matches:
        yield "Tidak ada berkas yang dapat dilampirkan di folder ini."
