"""A signed text in, its seal on the disk out; sealed anew only by who says why."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from notakesepakatan.errors import NotaError
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.seal import (
    Seal,
    SealReport,
    days_of_penandatanganan,
    hash_as_it_lies,
    read_seals,
    signed_files,
)
from notakesepakatan.words.tanggal import tanggal_long
from notakesepakatan.workspace import Act, Workspace
from notakesepakatan.workspace.contents import hash_of
from notakesepakatan.workspace.layout import SEAL_FILE
from notakesepakatan.workspace.times import now

ACCEPTED = "diterima sebagaimana adanya, alasannya tercatat pada jejak"
"""How it is said of a file that was changed past the program."""


class NotSealed(NotaError):
    """A text that is not sealed as asked; nothing was written."""

    def __init__(self, slug: str, sebab: str) -> None:
        super().__init__(f"{slug}: {sebab}")


class SealBroken(NotaError):
    """A signed text is no more what was sealed, so that nothing is made of it."""

    def __init__(self, slug: str, undone: str, problem: str) -> None:
        super().__init__(f"{slug}: {undone}; {problem}")


def check_sealed(opened: Opened, slug: str, undone: str) -> None:
    """Refuse to make anything of a signed text that is no more what was sealed.

    Args:
        opened: the workspace.
        slug: the agreement.
        undone: what is not done, in Indonesian: "peristiwa tidak dicatat".

    Raises:
        SealBroken.
    """
    problems = opened.seals(slug).problems
    if problems:
        raise SealBroken(slug, undone, problems[0])


@dataclass(frozen=True)
class SealedFiles:
    """What was sealed of an agreement: names of files; none where all were.

    Attributes:
        slug: the agreement.
        files: names of the files that were sealed.
        accepted: those whose change past the program was accepted, the reason in the trail.
    """

    slug: str
    files: tuple[str, ...]
    accepted: tuple[str, ...] = ()


def seal_signed(
    opened: Opened, slug: str, today: date, *, anew: bool = False, reason: str = ""
) -> SealedFiles:
    """Seal every signed file of an agreement that has no seal yet.

    Args:
        opened: the workspace.
        slug: the agreement.
        today: the office's day; what is signed on a later one is not sealed.
        anew: also those that changed since they were sealed.
        reason: why those are sealed anew.

    Raises:
        NotSealed: one changed since and is not to be sealed anew, or no reason is given;
            or its day of signing is still to come.
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, Busy, CannotWrite.
    """
    reason = " ".join(reason.split())
    if anew and not reason:
        raise NotSealed(slug, "menyegel kembali memerlukan alasan (--alasan)")
    action = "menyegel kembali" if anew else "menyegel"
    workspace = opened.workspace
    with workspace.act(action, slug, opened.who, reason) as act:
        if anew and slug in workspace.sealed_gone():
            return SealedFiles(slug, (), _accepted_gone(act, workspace, slug))
        fresh = opened.anew()
        report = fresh.seals(slug)
        if not anew:
            _check_fit(fresh, slug, report)
        signed = signed_files(fresh.riwayat(slug))
        # Where the seals themselves were changed, none of them counts any more.
        seals_changed = SEAL_FILE in report.unexplained
        wanted = signed if seals_changed else _not_whole(signed, report.states)
        gone = [name for name in report.states if name not in signed] if anew else []
        _check_days(fresh, slug, wanted, today)
        if wanted or gone:
            put_seals(act, workspace, slug, wanted, without=gone)
        accepted = _accepted(act, workspace, slug, report.unexplained)
    return SealedFiles(slug, tuple(wanted), accepted)


def _check_fit(opened: Opened, slug: str, report: SealReport) -> None:
    """Refuse to seal what changed, or what spoils the events that are recorded.

    Raises:
        NotSealed: one changed since it was sealed.
        FaultyNaskah: what is recorded does not go together with the texts.
    """
    if report.problems:
        raise NotSealed(slug, report.problems[0])
    opened.summary(slug)


def _check_days(opened: Opened, slug: str, files: Iterable[str], today: date) -> None:
    """Refuse to lock for good what a slip of the year says is signed on a day to come.

    Raises:
        NotSealed.
    """
    days = days_of_penandatanganan(opened.riwayat(slug))
    for name in files:
        day = days[name]
        if day > today:
            raise NotSealed(
                slug,
                f"tanggal penandatanganan {name}, {tanggal_long(day)}, belum tiba; untuk"
                " tanggal yang direncanakan tulis `rencana`, bukan `tanggal`",
            )


def _accepted(
    act: Act, workspace: Workspace, slug: str, names: Iterable[str]
) -> tuple[str, ...]:
    """Accept what files are that were changed past the program, and not written since."""
    known = workspace.last_states.of(slug)
    accepted = list[str]()
    for name in names:
        file = workspace.folder(slug) / name
        found = hash_as_it_lies(workspace, slug, name)
        if name in known and found not in known[name].hashes:
            before = min(known[name].hashes)
            act.accept(file, before)
            accepted.append(name)
    return tuple(accepted)


def _accepted_gone(act: Act, workspace: Workspace, slug: str) -> tuple[str, ...]:
    """Accept that all files of a sealed agreement are gone.

    Raises:
        NotSealed: its seal is still there.
    """
    accepted = _accepted(act, workspace, slug, workspace.last_states.of(slug))
    if SEAL_FILE not in accepted:
        file = workspace.relative(workspace.missing_file(slug))
        raise NotSealed(slug, f"{file} tidak ada, padahal segelnya masih ada")
    return accepted


def _not_whole(
    signed: Mapping[str, bytes], states: Mapping[str, str]
) -> dict[str, bytes]:
    """The signed files that have no seal, or are not as it says."""
    return {name: content for name, content in signed.items() if states[name] != "utuh"}


def put_seals(
    act: Act,
    workspace: Workspace,
    slug: str,
    files: Mapping[str, bytes],
    without: list[str] | None = None,
) -> None:
    """Seal files of an agreement, as a part of an act.

    Args:
        act: the act.
        workspace: the workspace.
        slug: the agreement.
        files: bytes by name in the agreement's folder.
        without: names whose seals are let go, since their files are.

    Raises:
        CannotWrite.
    """
    gone = set(without or ())
    kept = [seal for seal in read_seals(workspace, slug) or () if seal.file not in gone]
    for name, content in files.items():
        fingerprint = hash_of(content)
        workspace.write_private(content, *workspace.seal_copy_name(fingerprint))
        kept.append(Seal(name, fingerprint, now(act.root), act.who, act.reason))
    _write_seals(act, workspace, slug, kept)


def withdraw_seal(act: Act, workspace: Workspace, slug: str, name: str) -> None:
    """Say of the seal of a file that the signing was taken back, as a part of an act.

    The copy of what was sealed stays. Nothing is written where the file has no seal.

    Raises:
        CannotWrite.
    """
    seals = read_seals(workspace, slug) or []
    of_file = [seal for seal in seals if seal.file == name]
    if not of_file or of_file[-1].withdrawn:
        return
    told = Seal(
        name,
        of_file[-1].fingerprint,
        now(act.root),
        act.who,
        act.reason,
        withdrawn=True,
    )
    _write_seals(act, workspace, slug, [*seals, told])


def _write_seals(
    act: Act, workspace: Workspace, slug: str, seals: Iterable[Seal]
) -> None:
    lines = ",\n".join(json.dumps(seal.data(), ensure_ascii=False) for seal in seals)
    act.write(workspace.seal_file(slug), f"[\n{lines}\n]\n".encode())
