"""One agreement as it is looked at on a day.

Its state, its line of days, its papers, what the check finds and where.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notakesepakatan.bureau.check import Found, temuan_list
from notakesepakatan.bureau.induk import known_induk
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.papers import Paper, papers
from notakesepakatan.bureau.register import rangkap_list_of
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.text.tree import place_at
from notakesepakatan.compute.time.register import Condition, Summary, condition
from notakesepakatan.compute.time.timeline import LifeLine, life_line
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.place import Place
from notakesepakatan.words.provisional import all_years

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
        condition: its state on the day.
        line: its line of days; None for a draft.
        papers: its papers.
        rangkap: who holds which duplicate; none of a draft.
        temuan: findings on the text in force, by place.
        spelling: whether spelling was checked too.
    """

    riwayat: Riwayat
    in_force: Loaded
    summary: Summary
    condition: Condition
    line: LifeLine | None
    papers: Sequence[Paper]
    rangkap: Sequence[dict[str, object]]
    temuan: Sequence[FileTemuan]
    spelling: bool

    @property
    def provisional_years(self) -> tuple[int, ...]:
        """Years without a decree that a date of this agreement rests on."""
        ended = self.condition.ended
        of_end = ended.provisional_years if ended else ()
        of_tenggat = (tenggat.provisional_years for tenggat in self.condition.tenggat)
        return all_years((of_end, *of_tenggat))

    @property
    def waiting(self) -> int | None:
        """Number of the adendum whose turn it is to be signed; None where all are."""
        drafts = (adendum for adendum in self.riwayat.adendum if adendum.adendum.konsep)
        return next((draft.nomor for draft in drafts), None)


def look(office: Office, slug: str, today: date) -> Visible:
    """Everything at once.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    riwayat = office.riwayat(slug)
    summary = office.summary(slug)
    state = condition(summary, today, office.pengaturan.ingatkan, office.calendar)
    adenda_in_force = [
        (adendum.in_force, adendum.name)
        for adendum in riwayat.adendum
        if adendum.in_force
    ]
    in_force = riwayat.on(today)
    dictionary = load_dictionary()
    induk = known_induk(office, slug, in_force.kesepakatan.induk)
    known = office.instrumen_list
    found = temuan_list(riwayat, in_force, dictionary, known, induk)
    konsep = riwayat.origin.kesepakatan.konsep
    facts_only = riwayat.origin.kesepakatan.facts_only
    return Visible(
        riwayat=riwayat,
        in_force=in_force,
        summary=summary,
        condition=state,
        line=life_line(summary, state, adenda_in_force, today),
        papers=papers(office, slug),
        rangkap=[] if konsep or facts_only else rangkap_list_of(office, slug),
        temuan=place_temuan(office.composer, in_force, found),
        spelling=dictionary is not None,
    )


def place_temuan(
    composer: Composer, loaded: Loaded, items: Sequence[Found]
) -> list[FileTemuan]:
    """Each finding with its anchor on the naskah of that text.

    The anchor is empty where the paper shows no such place.
    """
    if not items:
        return []
    ids = _ID.findall(compose_kesepakatan(composer, loaded).isi)
    return [
        FileTemuan(found, _anchor(place_at(loaded.tree, found.place.path), ids))
        for found in items
    ]


def _anchor(place: Place, ids: Sequence[str]) -> str:
    """The id of the nearest block around a place, or of the first one of its section."""
    path = place.path
    for length in range(len(path), 0, -1):
        around = Place(path[:length], place.labels).id
        for block in (f"{around}.isi", around):
            if block in ids:
                return block
    if len(path) < 2:
        return ""
    of_section = (block for block in ids if block.startswith(f"{path[0]}."))
    return next(of_section, "")
