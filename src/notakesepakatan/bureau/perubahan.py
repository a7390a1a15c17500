"""A signed text changed: data as it should read in, the adendum that amends it out.

What is typed lies in a side draft (`.meja/ubah/`) until an adendum is made of it.
"""

from dataclasses import dataclass
from functools import partial

from notakesepakatan.bureau.adendum import (
    MAKING_ADENDUM,
    PlannedAdendum,
    plan_change,
    write_plan,
)
from notakesepakatan.bureau.adendum_request import AdendumRefused, Request
from notakesepakatan.bureau.field_temuan import (
    FieldTemuan,
    loading_temuan,
    whole_temuan,
)
from notakesepakatan.bureau.konsolidasi import data_in_force
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.side_draft import Kind, SideDraftFile, Source
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.adendum.riwayat import NeedsText, Riwayat, load_riwayat
from notakesepakatan.load.kesepakatan import Loaded, examine
from notakesepakatan.load.yaml.datum import parse_yaml
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.yaml import dump


class StillKonsep(NotaError):
    """A draft is edited, not amended."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"{slug}: naskahnya masih konsep; sunting konsepnya")


def _source(workspace: Workspace, slug: str) -> Source:
    """The text of a signed agreement with every adendum.

    Raises:
        StillKonsep, FaultyNaskah, NoSuchKesepakatan, InvalidSlug.
    """
    riwayat = load_riwayat(workspace, slug)
    if riwayat.origin.kesepakatan.facts_only:
        raise NeedsText(slug)
    if riwayat.origin.kesepakatan.konsep:
        raise StillKonsep(slug)
    return Source(workspace.hash(slug), partial(_text, riwayat))


def _text(riwayat: Riwayat) -> Data:
    """The text with every adendum, drafts too, as data."""
    text = data_in_force(riwayat, None, konsep=True)
    data: Data = parse_yaml(text.encode(), "").data
    return data


PERUBAHAN = Kind("ubah", _source)


def perubahan_side_draft(workspace: Workspace, slug: str, who: str) -> SideDraftFile:
    """Where somebody's typing in a signed text is kept."""
    return SideDraftFile(PERUBAHAN, workspace, slug, who)


def has_draft(workspace: Workspace, slug: str) -> bool:
    """Whether the last adendum is a draft: a change stands on top of it, or replaces it."""
    riwayat = load_riwayat(workspace, slug)
    return bool(riwayat.adendum) and riwayat.adendum[-1].adendum.konsep


@dataclass(frozen=True)
class ChangeReview:
    """What a text as it should read comes to.

    Attributes:
        temuan: what keeps it from being read.
        loaded: the text, None where it does not read.
        plan: the adendum or correction it makes, None where there is none.
        sebab: why there is none, where the text itself reads.
    """

    temuan: tuple[FieldTemuan, ...] = ()
    loaded: Loaded | None = None
    plan: PlannedAdendum | None = None
    sebab: str = ""


def review_change(
    office: Office, slug: str, data: Data, request: Request
) -> ChangeReview:
    """The change that these data make, or everything that is wrong with them."""
    try:
        loaded, temuan = examine(dump(data).encode(errors="replace"), slug)
    except FaultyNaskah as cause:
        return ChangeReview(tuple(whole_temuan(cause)))
    if temuan or loaded is None:
        shown = tuple(loading_temuan(data, each) for each in sorted(temuan))
        return ChangeReview(shown, loaded)
    try:
        plan = plan_change(office, slug, loaded.tree, request)
    except AdendumRefused as cause:
        sentence = f"{cause.sebab[:1].upper()}{cause.sebab[1:]}."
        return ChangeReview(loaded=loaded, sebab=sentence)
    return ChangeReview(loaded=loaded, plan=plan)


def make_change(side: SideDraftFile, stamp: str, request: Request) -> ChangeReview:
    """Write the adendum or correction of the side draft, which is then let go.

    Nothing is written where it makes none.

    Raises:
        ChangedMeanwhile: the agreement is not the one that was opened; nothing was
            overwritten.
        OtherWindow: another window of the same person went on.
        CannotWrite.
    """
    with side.workspace.act(MAKING_ADENDUM, side.slug, side.who) as act:
        current_hash = side.workspace.hash(side.slug)
        draft = side.to_save(stamp, current_hash)
        office = Office(side.workspace, who=side.who)
        result = review_change(office, side.slug, draft.data, request)
        if result.plan:
            write_plan(act, result.plan, request)
            side.discard()
    return result
