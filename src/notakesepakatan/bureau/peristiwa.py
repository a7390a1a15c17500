"""From what is said of an event to its file, and from its file to its papers."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from notakesepakatan.bureau.following import doubts_of_day, following
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.seal import check_sealed
from notakesepakatan.bureau.withdrawal import (
    Mark,
    NotWithdrawn,
    look_away,
    mark_peristiwa,
)
from notakesepakatan.compute.peristiwa.rules import check_order
from notakesepakatan.compute.time.lacking import lacking_roles
from notakesepakatan.compute.time.register import (
    Summary,
    klausul_words,
    present_term,
)
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.adendum.riwayat import load_riwayat
from notakesepakatan.load.kesepakatan import place_problems
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.peristiwa import (
    BACKWARD,
    NOT_LONGER,
    LoadedPeristiwa,
    content_problems,
    key_temuan,
    summary_of_all_texts,
)
from notakesepakatan.load.yaml.characters import hidden_characters
from notakesepakatan.load.yaml.datum import parse_yaml
from notakesepakatan.load.yaml.messages import salvage, validate
from notakesepakatan.load.yaml.text import Source
from notakesepakatan.model.adendum import nomor_of_file
from notakesepakatan.model.peristiwa import Peristiwa, required_keys
from notakesepakatan.place import Place
from notakesepakatan.press import (
    DEFAULT_FORMATS,
    Document,
    Order,
    peristiwa_documents,
    planned_documents,
    write_set,
)
from notakesepakatan.temuan import Problem, Temuan
from notakesepakatan.words.names import plain_nomor
from notakesepakatan.words.tanggal import parse_iso
from notakesepakatan.workspace import Act
from notakesepakatan.workspace.contents import read_limited
from notakesepakatan.workspace.layout import BYTE_LIMIT
from notakesepakatan.write.yaml import dump


class FaultyPeristiwa(NotaError):
    """An event that is incomplete or cannot be; nothing was recorded."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems) + "\nTidak ada yang dicatat.")


Meant = Literal["nomor", "perpanjangan"]
"""What may be there twice where whoever records it says so: a number, an extension."""


class SaidTwice(NotaError):
    """Something that is recorded already; whoever means it says so.

    Attributes:
        what: what must be said to be meant.
        key: the key of the event that it stands at.
    """

    what: Meant
    key: str


class NumberUsed(SaidTwice):
    """A number that another event of the kind bears."""

    what: Meant = "nomor"
    key = "nomor"

    def __init__(self, nomor: str, file: Path) -> None:
        super().__init__(
            f'nomor "{nomor}" sudah dipakai pada {file}; periksa nomornya, '
            "atau nyatakan bahwa nomor itu memang dipakai dua kali "
            "(--nomor-sama; di meja: centang kotaknya)"
        )


class ExtendedAlready(SaidTwice):
    """An extension that is recorded already with another day, number or words."""

    what: Meant = "perpanjangan"

    def __init__(self, new: Peristiwa, file: Path) -> None:
        self.key = "selama" if new.selama else "sampai"
        super().__init__(
            f"perpanjangan {new.selama or new.sampai} sudah dicatat pada {file}, dan jangka "
            "waktu yang diperpanjangnya belum berakhir; periksa apakah ini perpanjangan "
            "yang sama, atau nyatakan bahwa memang diperpanjang sekali lagi "
            "(--perpanjang-lagi; di meja: centang kotaknya)"
        )


@dataclass(frozen=True)
class Substitution:
    """That an event takes the place of one that was recorded wrongly.

    Attributes:
        name: the event that is withdrawn, by its file's name without ".yaml".
        reason: why.
        today: the office's day.
    """

    name: str
    reason: str
    today: date


ENDING = ("pengakhiran", "batal", "syarat_terpenuhi")
"""Kinds of event after which an agreement binds no more."""
_NAMED_IN_PAPERS = {
    "keadaan_kahar": ("kahar",),
    "berita_acara_kahar": ("kahar",),
    "musyawarah": ("musyawarah",),
}
"""Roles of the clauses that the papers of a kind of event name."""
_NEW = "\U0010ffff"
"""Name of an event without a file; it sorts after those of its day that are recorded."""


def record(
    opened: Opened,
    slug: str,
    content: Mapping[str, Any],
    source: Source | None = None,
    *,
    meant: Collection[Meant] = (),
    replaces: Substitution | None = None,
) -> Path:
    """Write an event as a new file; nothing is ever overwritten, and nothing twice.

    Args:
        opened: the workspace.
        slug: the agreement.
        content: values of `Peristiwa` as plain data, days as ISO text.
        source: the file they come from, where there is one.
        meant: what may be recorded already.
        replaces: what it stands in the place of; that is withdrawn in the same act.

    Returns:
        The file, `agreements/<slug>/peristiwa/<day>-<kind>[-n].yaml`.

    Raises:
        FaultyPeristiwa: the event is incomplete or cannot be, and comes from no file.
        FaultyNaskah: it comes from a file and is; or what is recorded already is wrong.
        SaidTwice: another event of the kind has its number, or it is an extension that
            is recorded already.
        NotWithdrawn: what it replaces cannot be withdrawn.
        NoSuchKesepakatan, InvalidSlug, Busy, CannotWrite.
    """
    action = action_of(str(content.get("jenis", "peristiwa")))
    reason = replaces.reason if replaces else ""
    with opened.workspace.act(action, slug, opened.who, reason) as act:
        return record_within(
            act,
            opened.anew(),
            slug,
            content,
            source,
            meant=meant,
            replaces=replaces,
        )


def action_of(kind: str) -> str:
    """How the trail calls the recording of an event of this kind."""
    return f"mencatat {kind.replace('_', ' ')}"


def record_within(
    act: Act,
    opened: Opened,
    slug: str,
    content: Mapping[str, Any],
    source: Source | None = None,
    *,
    meant: Collection[Meant] = (),
    replaces: Substitution | None = None,
) -> Path:
    """The same as a part of a larger act, with what was opened inside its lock.

    Raises:
        SealBroken: a signed text is no more what was sealed.
        As `record`.
    """
    check_sealed(opened, slug, "peristiwa tidak dicatat")
    wrong = None
    if replaces:
        if not replaces.reason:
            raise NotWithdrawn(slug, "perbaikan peristiwa memerlukan alasan (--alasan)")
        wrong, opened = look_away(opened, slug, replaces.name)
    peristiwa = _valid_peristiwa(opened, slug, content, source)
    if "nomor" not in meant:
        _check_number(opened, slug, peristiwa)
    if "perpanjangan" not in meant:
        _check_perpanjangan(opened, slug, peristiwa)
    name = f"{peristiwa.tanggal.isoformat()}-{peristiwa.jenis.replace('_', '-')}"
    file = opened.workspace.new_peristiwa_file(slug, name)
    if wrong and replaces:
        mark_peristiwa(act, wrong, Mark(replaces.today, opened.who, replaces.reason))
    act.write(file, _yaml(content).encode(), overwrite=False)
    return file


def _valid_peristiwa(
    opened: Opened, slug: str, content: Mapping[str, Any], source: Source | None
) -> Peristiwa:
    """The event; FaultyNaskah or FaultyPeristiwa where it is wrong, with a source or none."""
    peristiwa, temuan = check_peristiwa(opened, slug, content, source)
    if temuan and source:
        raise FaultyNaskah(temuan)
    if temuan or peristiwa is None:
        problems = [
            f"{found.kunci or 'peristiwa'}: {found.message}; {found.saran}"
            for found in temuan
        ]
        raise FaultyPeristiwa(problems)
    return peristiwa


def _check_number(opened: Opened, slug: str, new: Peristiwa) -> None:
    """Raises NumberUsed where another event of the kind has the number."""
    if new.nomor is None:
        return
    own = plain_nomor(new.nomor)
    for recorded in opened.peristiwa_list(slug):
        other = recorded.peristiwa
        is_same = other.nomor is not None and plain_nomor(other.nomor) == own
        if other.jenis == new.jenis and is_same:
            raise NumberUsed(new.nomor, opened.workspace.relative(recorded.file))


def _check_perpanjangan(opened: Opened, slug: str, new: Peristiwa) -> None:
    """Raises ExtendedAlready where the same extension stands there, of the same term."""
    if new.jenis != "perpanjangan":
        return
    for recorded in opened.peristiwa_list(slug):
        other = recorded.peristiwa
        if other.jenis != new.jenis:
            continue
        earlier, later = sorted((other, new), key=lambda each: each.tanggal)
        end = _end_after(opened, slug, earlier.tanggal)
        is_same = _end_after(opened, slug, earlier.tanggal, other) == _end_after(
            opened, slug, earlier.tanggal, new
        )
        if is_same and (end is None or later.tanggal <= end):
            raise ExtendedAlready(new, opened.workspace.relative(recorded.file))


def _end_after(
    opened: Opened, slug: str, day: date, *extensions: Peristiwa
) -> date | None:
    """The last day of the term that an extension of a day meets, made longer by these."""
    summary = opened.summary(slug)
    before = [each for each in summary.peristiwa if each.tanggal < day]
    term = present_term(summary.on(day), [*before, *extensions], opened.calendar)
    return term.end.tanggal if term.end else None


def check_peristiwa(
    opened: Opened,
    slug: str,
    content: Mapping[str, Any],
    source: Source | None = None,
) -> tuple[Peristiwa | None, list[Temuan]]:
    """An event that would be recorded, and all that is wrong with it.

    Its shape is looked at, and what it says beside the agreement and the other events. The event
    is None where its shape is wrong.

    Args:
        opened: the workspace.
        slug: the agreement.
        content: values of `Peristiwa` as plain data, days as ISO text.
        source: the file they come from, where there is one.

    Raises:
        FaultyNaskah: what is recorded already is wrong.
        NoSuchKesepakatan, InvalidSlug.
    """
    riwayat = opened.riwayat(slug)
    summary = opened.summary(slug)
    nowhere = Source("", "", content, {}, {})
    origin = replace(source, data=content) if source else nowhere
    peristiwa, temuan = validate(Peristiwa, origin)
    temuan += key_temuan(peristiwa, origin)
    # What is there is held against the agreement even while something is missing or misspelt.
    salvaged = peristiwa or salvage(Peristiwa, dict(content))
    complete = None if temuan else peristiwa
    if salvaged:
        problems = [
            *_order_problems(summary, opened.peristiwa_list(slug), salvaged),
            *content_problems(riwayat, summary, salvaged, lambda: opened.calendar),
            *_overtaken_problems(opened, slug, salvaged),
        ]
        said = {found.kunci for found in temuan}
        unsaid = {key for key in required_keys(salvaged.jenis) if not content.get(key)}
        temuan += _unsaid_before(problems, origin, said | unsaid)
    return complete, temuan + list(_unreadable(origin, content))


@dataclass(frozen=True)
class Foreseen:
    """An event before it is recorded.

    Attributes:
        following: what follows from it, in sentences.
        doubts: what is unusual about its day, in sentences.
    """

    following: tuple[str, ...]
    doubts: tuple[str, ...]


def foresee(opened: Opened, slug: str, peristiwa: Peristiwa, today: date) -> Foreseen:
    """What would follow from an event that fits; nothing is written.

    Args:
        opened: the workspace; what the event takes the place of is looked away from.
        slug: the agreement.
        peristiwa: the event.
        today: the office's day; an event still to come is looked at on its own.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    before = opened.summary(slug)
    day = max(today, peristiwa.tanggal)
    after = _with_peristiwa(before, peristiwa)
    if peristiwa.adendum:
        after = _with_moment(opened, slug, after, peristiwa)
    told = following(opened, before, after, day)
    doubts = doubts_of_day(opened, slug, peristiwa.tanggal, today, peristiwa.jenis)
    return Foreseen(tuple(told), tuple(doubts))


def foresee_ending(
    opened: Opened,
    slug: str,
    content: Mapping[str, Any],
    today: date,
    replaces: Substitution | None = None,
) -> Foreseen | None:
    """What would follow from an event that ends its agreement; nothing is written.

    None of an event of another kind, and of one that cannot be: recording it says why.

    Raises:
        NotWithdrawn: what it replaces cannot be withdrawn.
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    if content.get("jenis") not in ENDING:
        return None
    if replaces:
        _, opened = look_away(opened, slug, replaces.name)
    peristiwa, temuan = check_peristiwa(opened, slug, content)
    if peristiwa is None or temuan:
        return None
    return foresee(opened, slug, peristiwa, today)


def _with_peristiwa(summary: Summary, new: Peristiwa) -> Summary:
    """What the register would keep with one more event."""
    in_order = sorted((*summary.peristiwa, new), key=lambda each: each.tanggal)
    later = tuple((since, _with_peristiwa(text, new)) for since, text in summary.later)
    return replace(summary, peristiwa=tuple(in_order), later=later)


def _with_moment(
    opened: Opened, slug: str, summary: Summary, new: Peristiwa
) -> Summary:
    """What the register would keep with an adendum in force from the day of an event."""
    recorded = opened.riwayat(slug).moments
    moments = {**recorded, nomor_of_file(new.adendum or ""): new.tanggal}
    riwayat = load_riwayat(opened.workspace, slug, moments)
    return summary_of_all_texts(slug, riwayat, summary.peristiwa, opened.laws)


def _order_problems(
    summary: Summary, loaded: Sequence[LoadedPeristiwa], new: Peristiwa
) -> Iterator[Problem]:
    """What is wrong with a new event among those that are recorded."""
    recorded = [(str(each.file), each.peristiwa) for each in loaded]
    for name, problem in check_order(summary, [*recorded, (_NEW, new)]):
        if name != _NEW:
            yield _spoiled(name, problem)
        elif problem.kode != BACKWARD:  # which is said beside the present end
            yield problem


def _overtaken_problems(opened: Opened, slug: str, new: Peristiwa) -> Iterator[Problem]:
    """What a new extension would take from later ones: that they make the term longer."""
    if new.jenis != "perpanjangan":
        return
    before = opened.summary(slug)
    after = _with_peristiwa(before, new)
    for recorded in opened.peristiwa_list(slug):
        was_short = any(_not_longer(opened, slug, before, recorded.peristiwa))
        if recorded.peristiwa.tanggal <= new.tanggal or was_short:
            continue
        for problem in _not_longer(opened, slug, after, recorded.peristiwa):
            yield _spoiled(str(recorded.file), problem)


def _not_longer(
    opened: Opened, slug: str, summary: Summary, perpanjangan: Peristiwa
) -> Iterator[Problem]:
    """That an extension makes no term longer."""
    riwayat = opened.riwayat(slug)
    found = content_problems(riwayat, summary, perpanjangan, lambda: opened.calendar)
    return (problem for problem in found if problem.kode == NOT_LONGER)


def _spoiled(name: str, problem: Problem) -> Problem:
    """That a recorded event, which was right, would not be with one put before it."""
    message = f"{Path(name).name} tidak akan sesuai lagi: {problem.message}"
    return Problem(Place(("tanggal",)), problem.kode, message, "periksa tanggalnya")


def _unsaid_before(
    problems: Iterable[Problem], source: Source, already: set[str]
) -> Iterator[Temuan]:
    """Findings at keys of which nothing has been said yet."""
    for problem in problems:
        if problem.place.key not in already:
            yield from place_problems([problem], source)


def _unreadable(origin: Source, content: Mapping[str, Any]) -> Iterator[Temuan]:
    """What would keep the file that is written from being read again."""
    for path, character in hidden_characters(content):
        yield Temuan(
            origin.tempat(path),
            Place(path),
            "karakter-kendali",
            f"karakter kendali atau tak terlihat {character}",
            "hapus karakter itu (biasanya terbawa saat menyalin)",
        )
    if len(_yaml(content).encode(errors="replace")) > BYTE_LIMIT:
        yield Temuan(
            origin.tempat(()),
            Place(),
            "terlalu-besar",
            "isinya lebih dari 1 MB",
            "ringkas uraiannya",
        )


def _yaml(content: Mapping[str, Any]) -> str:
    """An event as its file."""
    return dump(_with_days(content))


def _with_days(value: Any) -> Any:
    """ISO days as days, so that the YAML shows them without quotes."""
    if isinstance(value, Mapping):
        return {key: _with_days(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_with_days(inner) for inner in value]
    try:
        return parse_iso(value) if isinstance(value, str) else value
    except ValueError:
        return value


def read_peristiwa(file: Path, kind: str) -> tuple[dict[str, Any], Source]:
    """An event as plain data from a file of the user's, and that file.

    It need not say its kind.

    Raises:
        FaultyPeristiwa: it is of another kind, or no mapping.
        FaultyNaskah, CannotRead.
    """
    source = parse_yaml(read_limited(file), str(file))
    data = source.data
    if not isinstance(data, dict):
        message = (
            "di sini harus ada kunci dan nilai; lihat docs/format-yaml.md bagian 14"
        )
        raise FaultyPeristiwa([f"{file}: {message}"])
    if data.get("jenis", kind) != kind:
        message = f"jenisnya {data['jenis']}, bukan {kind}; periksa berkasnya"
        raise FaultyPeristiwa([f"{file}: {message}"])
    return {"jenis": kind, **data}, source


def lacking_in_papers(
    opened: Opened, slug: str, kind: str, day: date
) -> tuple[str, ...]:
    """What the papers of an event will not name for want of a role, and the way out.

    Args:
        opened: the workspace.
        slug: the agreement.
        kind: of the event.
        day: of the event.
    """
    loaded = opened.riwayat(slug).on(day)
    known = klausul_words(loaded.numbers, {})
    wanted = _NAMED_IN_PAPERS.get(kind, ())
    return tuple(lacking_roles(loaded.reading, known, wanted, "berita acara"))


def write_papers(
    office: Office,
    slug: str,
    file: Path,
    formats: Sequence[str] = DEFAULT_FORMATS,
) -> tuple[Path, ...]:
    """The papers of one recorded event, into `output/<slug>/`.

    Raises:
        FaultyNaskah, FaultyTemplate, CannotWrite, SystemLibraryMissing.
    """
    papers = recorded_papers(office, slug, file)
    workspace = office.workspace
    return tuple(write_set(workspace.documents(slug), papers, formats, workspace.root))


def recorded_papers(office: Office, slug: str, file: Path) -> tuple[Document, ...]:
    """The same, not yet written.

    Raises:
        FaultyNaskah, FaultyTemplate.
    """
    return tuple(peristiwa_documents(office, slug, office.composer, Order(), file))


def draft_papers(
    office: Office, slug: str, peristiwa: Peristiwa
) -> tuple[Document, ...]:
    """The papers that an event would have, before it is recorded.

    Signed minutes give those of what they answer.

    Raises:
        FaultyNaskah, FaultyTemplate.
    """
    return tuple(planned_documents(office, slug, office.composer, peristiwa))
