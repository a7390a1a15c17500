"""From one agreement and a day to all that its page shows.

Its state, its line of days, its papers, what the check finds and where.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from notakesepakatan.bureau.check import Found, findings, load_dictionary
from notakesepakatan.bureau.papers import Paper, papers
from notakesepakatan.bureau.register import duplicates
from notakesepakatan.compose.adendum.papers import name_of
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.gaya import load_pengaturan
from notakesepakatan.compose.kesepakatan import annex_rows, compose_kesepakatan
from notakesepakatan.compute.text.numbering import DataPath, number
from notakesepakatan.compute.time.register import Condition, Summary, condition
from notakesepakatan.compute.time.timeline import LifeLine, life_line
from notakesepakatan.load.adendum import Riwayat, load_riwayat
from notakesepakatan.load.calendar import load_calendar
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.load.peristiwa import load_events
from notakesepakatan.words.lists import nth_huruf
from notakesepakatan.workspace.folders import Workspace

_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True)
class FileTemuan:
    """A finding, and the name of the place on paper where it stands."""

    temuan: Found
    anchor: str


@dataclass(frozen=True)
class Visible:
    """What the page of one agreement shows.

    Attributes:
        riwayat: the agreement and its adenda.
        in_force: the text in force on the day.
        summary: what the register keeps of it as signed.
        keadaan: its state on the day.
        line: its line of days; None for a draft.
        kertas: its papers.
        rangkap: who holds which duplicate; none of a draft.
        temuan: findings on the text in force, by place.
        spelling: whether spelling was checked too.
    """

    riwayat: Riwayat
    in_force: Loaded
    summary: Summary
    keadaan: Condition
    line: LifeLine | None
    kertas: Sequence[Paper]
    rangkap: Sequence[dict[str, object]]
    temuan: Sequence[FileTemuan]
    spelling: bool

    @property
    def waiting(self) -> int | None:
        """Number of the adendum whose turn it is to be signed; None where all are."""
        return next((a.nomor for a in self.riwayat.adendum if a.adendum.konsep), None)


def look(workspace: Workspace, slug: str, today: date) -> Visible:
    """Everything at once.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    riwayat, composer = load_riwayat(workspace, slug), Composer.of(workspace.root)
    summary, _ = load_events(workspace, slug, riwayat)
    state = condition(
        summary,
        today,
        load_pengaturan(workspace.root).ingatkan,
        load_calendar(workspace.root),
    )
    adendum = [(a.in_force, name_of(a)) for a in riwayat.adendum if a.in_force]
    in_force, dictionary = riwayat.on(today), load_dictionary()
    konsep = riwayat.origin.kesepakatan.konsep
    return Visible(
        riwayat,
        in_force,
        summary,
        state,
        life_line(summary, state, adendum, today),
        papers(workspace, slug, riwayat, composer),
        [] if konsep else duplicates(workspace, slug),
        place_findings(composer, in_force, findings(riwayat, in_force, dictionary)),
        dictionary is not None,
    )


def place_findings(
    composer: Composer, loaded: Loaded, items: Sequence[Found]
) -> list[FileTemuan]:
    """Each finding with its anchor on the naskah of that text.

    Empty where the paper shows no such place.
    """
    if not items:
        return []
    ada = _ID.findall(compose_kesepakatan(composer, loaded).isi)
    _, numbers, _ = number(loaded.kesepakatan)
    name = {
        path: ".".join(word for pair in address for word in pair)
        for path, address in numbers.alamat.items()
    }
    line = {
        id(one.tahapan): f"lampiran.{one.alamat}" for one in annex_rows(loaded.reading)
    }
    return [FileTemuan(t, _anchor(t.path, loaded, name, line, ada)) for t in items]


def _anchor(
    path: DataPath,
    loaded: Loaded,
    name: Mapping[DataPath, str],
    line: Mapping[int, str],
    ada: Sequence[str],
) -> str:
    """The nearest block that carries the datum at a path, or what is around it."""
    for length in range(len(path), 0, -1):
        part = path[:length]
        word = (
            name.get(part)
            or line.get(id(_at(loaded.reading, part)))
            or _plain(part, loaded)
        )
        for one in (f"{word}.isi", word):
            if one in ada:
                return one
    return next(
        (one for one in ada if len(path) > 1 and one.startswith(f"{path[0]}.")), ""
    )


def _at(thing: Any, path: DataPath) -> Any:
    """The datum at a path of the agreement as it reads; None where there is none."""
    for step in path:
        try:
            thing = thing[step] if isinstance(step, int) else getattr(thing, step)
        except (AttributeError, IndexError, TypeError, KeyError):
            return None
    return thing


def _plain(path: DataPath, loaded: Loaded) -> str:
    """A path in the words that blocks are named by.

    Parties are named by key, recitals by letter, the rest by number from one.
    """
    result = list[str]()
    for step in path:
        if not isinstance(step, int):
            result.append(step)
        elif result == ["para_pihak"]:
            result.append(loaded.kesepakatan.kunci_pihak[step])
        else:
            result.append(
                nth_huruf(step + 1) if result == ["pertimbangan"] else str(step + 1)
            )
    return ".".join(result)
