"""Changing a signed agreement: the text as it should read is kept beside it, each person's own, until it is an adendum.

A side text is `.meja/ubah/<slug>.<who>.json`, of the same shape as the side draft of a draft (`penyuntingan.SideDraft`).
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from notakesepakatan.bureau.adendum import (
    AdendumRefused,
    PlannedAdendum,
    Request,
    data_in_force,
    plan_change,
    write_plan,
)
from notakesepakatan.bureau.konsep import (
    FieldTemuan,
    OtherWindow,
    SideDraft,
    read_side,
    shown,
)
from notakesepakatan.bureau.office import Office
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.compute.editing.merge import merge
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.adendum import Riwayat, load_riwayat
from notakesepakatan.load.datum import parse_yaml
from notakesepakatan.load.kesepakatan import Loaded, examine
from notakesepakatan.place import Place
from notakesepakatan.workspace import ChangedMeanwhile, Workspace
from notakesepakatan.write.yaml import dump


class StillKonsep(NotaError):
    """A draft is edited, not amended."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"{slug}: naskahnya masih konsep; sunting konsepnya")


@dataclass(frozen=True)
class ChangeReview:
    """What a text as it should read comes to.

    Attributes:
        temuan: what keeps it from being read.
        loaded: the text, None where it does not read.
        rencana: the adendum or correction it makes, None where there is none.
        sebab: why there is none, where the text itself reads.
    """

    temuan: tuple[FieldTemuan, ...]
    loaded: Loaded | None = None
    rencana: PlannedAdendum | None = None
    sebab: str = ""


def has_draft(workspace: Workspace, slug: str) -> bool:
    """Whether the last adendum is a draft: a change stands on top of it, or replaces it."""
    riwayat = load_riwayat(workspace, slug)
    return bool(riwayat.adendum) and riwayat.adendum[-1].adendum.konsep


def open_change(workspace: Workspace, slug: str, who: str) -> SideDraft:
    """The side text of somebody, or a new one of the text with every adendum.

    Raises:
        StillKonsep, BrokenTyping, FaultyNaskah, NoSuchKesepakatan, InvalidSlug.
    """
    riwayat = load_riwayat(workspace, slug)
    if riwayat.origin.kesepakatan.konsep:
        raise StillKonsep(slug)
    trail, file = workspace.hash(slug), _place(workspace, slug, who)
    store = read_side(file)
    if store and (store.data != store.awal or store.trail == trail):
        return store
    data = _text(riwayat)
    return SideDraft(trail, data, data, store.version if store else 0)


def type_change(
    workspace: Workspace,
    slug: str,
    who: str,
    mark: str,
    change: Callable[[Data], Data],
    *,
    remember: bool = False,
) -> SideDraft:
    """Put a change into the side text; with `remember` one may go back behind it.

    Raises:
        OtherWindow: another window went on meanwhile; nothing was changed.
        LookupError: what was to be changed is not there.
    """
    with workspace.lock():
        new = open_change(workspace, slug, who).changed(mark, change, remember=remember)
        _keep(workspace, slug, who, new)
    return new


def renew_change(workspace: Workspace, slug: str, who: str, *, merging: bool) -> None:
    """The side text begun anew from the text as it is now, with what was typed put on it where `merging`."""
    with workspace.lock():
        lama, data = (
            open_change(workspace, slug, who),
            _text(load_riwayat(workspace, slug)),
        )
        content = merge(lama.awal, data, lama.data) if merging else data
        _keep(
            workspace,
            slug,
            who,
            SideDraft(workspace.hash(slug), data, content, lama.version + 1),
        )


def review_change(
    workspace: Workspace, slug: str, data: Data, request: Request
) -> ChangeReview:
    """The change that these data make, or everything that is wrong with them."""
    try:
        loaded, temuan = examine(dump(data).encode(errors="replace"), slug)
    except FaultyNaskah as cause:
        return ChangeReview(
            tuple(
                FieldTemuan(Place(), "wajib", t.message, t.saran) for t in cause.temuan
            )
        )
    if temuan or loaded is None:
        items = tuple(
            FieldTemuan(shown(data, t.place), "wajib", t.message, t.saran, t.kode)
            for t in sorted(temuan)
        )
        return ChangeReview(items, loaded)
    try:
        return ChangeReview(
            (),
            loaded,
            plan_change(Office(workspace), slug, loaded.tree, request),
        )
    except AdendumRefused as cause:
        return ChangeReview(
            (), loaded, None, f"{cause.sebab[:1].upper()}{cause.sebab[1:]}."
        )


def make_change(
    workspace: Workspace, slug: str, who: str, mark: str, request: Request
) -> ChangeReview:
    """Write the adendum or correction of the side text, which is then let go; nothing where it makes none.

    Raises:
        ChangedMeanwhile: the agreement is not the one that was opened; nothing was overwritten.
        OtherWindow: another window of the same person went on.
        CannotWrite.
    """
    with workspace.lock():
        now = open_change(workspace, slug, who)
        if now.trail != workspace.hash(slug):
            raise ChangedMeanwhile(f'Kesepakatan "{slug}"')
        if now.tanda != mark:
            raise OtherWindow(now)
        result = review_change(workspace, slug, now.data, request)
        if result.rencana:
            write_plan(result.rencana, request)
            renew_change(workspace, slug, who, merging=False)
    return result


def _text(riwayat: Riwayat) -> Data:
    """The text with every adendum, drafts too, as data."""
    data: Data = parse_yaml(data_in_force(riwayat, None, konsep=True).encode(), "").data
    return data


def _place(workspace: Workspace, slug: str, who: str) -> Path:
    return workspace.private("ubah", f"{slug}.{who}.json")


def _keep(workspace: Workspace, slug: str, who: str, edit: SideDraft) -> None:
    content = json.dumps(asdict(edit), ensure_ascii=False).encode()
    workspace.write_private(content, "ubah", f"{slug}.{who}.json")
