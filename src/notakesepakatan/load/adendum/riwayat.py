"""`adendum-NN.yaml` on top of an agreement in, each text in its order out.

And the text in force on a day.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from notakesepakatan.compute.change.apply import address_of, apply
from notakesepakatan.compute.text.tree import Tree
from notakesepakatan.errors import CannotRead, FaultyNaskah, NotaError
from notakesepakatan.load.adendum.changed import changed_with, cited_adendum, read_tree
from notakesepakatan.load.adendum.fingerprint import adendum_as_kept, other_than_kept
from notakesepakatan.load.adendum.force import begin_of, parts_said_anew
from notakesepakatan.load.adendum.frame import check_frame
from notakesepakatan.load.adendum.frame_slips import check_frame_slips
from notakesepakatan.load.adendum.moments import moments_of
from notakesepakatan.load.adendum.revoked import (
    rests_on_revoked,
    revocable,
    without_revoked,
)
from notakesepakatan.load.kesepakatan import (
    Computed,
    Loaded,
    load_kesepakatan,
    place_problems,
)
from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.load.yaml.text import Source
from notakesepakatan.model.adendum import Adendum, TextBelow
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import Place, at
from notakesepakatan.temuan import Position, Problem, Temuan
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import read_limited
from notakesepakatan.workspace.names import wrongly_named


class NeedsText(NotaError):
    """What was asked for is made of the text, of which only facts are known yet."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            f"{slug}: baru berupa data pokok, tanpa naskah. Untuk ini pasal-pasalnya "
            f"diperlukan: masukkan naskahnya ke agreements/{slug}/kesepakatan.yaml, lalu "
            'hapus baris "cakupan: data_pokok"'
        )


_NAME = re.compile(r"adendum-(0[1-9]|[1-9][0-9]{1,2})\.yaml")


@dataclass(frozen=True)
class LoadedAdendum:
    """An adendum between two texts.

    Attributes:
        nomor: its place, from 1.
        adendum: the data.
        source: where each of its values stands.
        isi: bytes of the file.
        riwayat: the agreement with every adendum before it.
        whole: the text with it and every adendum before it, whatever their days.
        begin: first day of its force, once it is signed; None where that is not known.
        stale: of a draft, where the text below it is another than when it was made.
        ahead: whether it comes into force before some that were made before it.
    """

    nomor: int
    adendum: Adendum
    source: Source
    isi: bytes
    riwayat: "Riwayat"
    whole: Loaded
    begin: date | None
    stale: tuple[Temuan, ...] = ()
    ahead: bool = False

    @cached_property
    def sebelum(self) -> Loaded:
        """The text it changes, as it stands on the day it comes into force."""
        return self.riwayat.on(self.begin) if self.ahead else self.riwayat.last

    @cached_property
    def sesudah(self) -> Loaded:
        """The text with it on that day."""
        if not self.ahead:
            return self.whole
        standing = (*self.riwayat.applied(self.begin), self)
        return self.riwayat.with_others(without_revoked(standing))

    @cached_property
    def changes_text(self) -> Loaded:
        """The text that its operations meet: that before it, without what it revokes."""
        if not self.adendum.mencabut:
            return self.sebelum
        all_before = self.riwayat.adendum
        standing = self.riwayat.applied(self.begin) if self.ahead else all_before
        return self.riwayat.with_others(without_revoked((*standing, self))[:-1])

    @property
    def revokes(self) -> "tuple[LoadedAdendum, ...]":
        """The adenda that it revokes, in the order it names them."""
        return tuple(self.riwayat.adendum[n - 1] for n in self.adendum.revoked)

    @property
    def in_force(self) -> date | None:
        """First day of its force; None for a draft, and until its day is known."""
        return self.begin if self.adendum.signed else None

    @property
    def file_name(self) -> str:
        """How others name it: "adendum-01"."""
        return f"adendum-{self.nomor:02}"

    @property
    def waits(self) -> bool:
        """Whether the day of its force is that of an event, which is recorded as one."""
        own = self.adendum
        return bool(own.signed and own.saat_berlaku and not own.mulai_berlaku)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The parts of the text that it says anew: "Pasal 3", "Lampiran"."""
        return parts_said_anew(self.riwayat.last.reading, self.whole.reading)

    @cached_property
    def as_kept(self) -> TextBelow:
        """What an adendum on top of it keeps of it."""
        return adendum_as_kept(self.adendum, self.source.file)

    @property
    def only_words(self) -> bool:
        """Whether it rewords pasal and no more: every number and key is where it was."""
        before, after = self.riwayat.last.numbers, self.whole.numbers
        stay = before.order == after.order and before.kunci == after.kunci
        return stay and all(part.startswith("Pasal ") for part in self.parts)

    @property
    def name(self) -> str:
        """What it is called: "Adendum Kesatu"."""
        return self.adendum.name(self.nomor)

    @property
    def reading_as_signed(self) -> Kesepakatan:
        """The text with it, and with the originals that it says of itself."""
        own = self.adendum.rangkap
        reading = self.sesudah.reading
        return reading.model_copy(update={"rangkap": own}) if own else reading


@dataclass(frozen=True)
class Riwayat:
    """An agreement as signed and its adenda in order."""

    origin: Loaded
    adendum: tuple[LoadedAdendum, ...] = ()
    moments: Mapping[int, date] = field(default_factory=dict)
    """Recorded days of the events from which adenda are in force, by their places."""

    @property
    def last(self) -> Loaded:
        """The text with every adendum, drafts too: what the next one stands on."""
        return self.adendum[-1].whole if self.adendum else self.origin

    @property
    def in_force_in_order(self) -> list[tuple[date, LoadedAdendum]]:
        """Those that are signed, by the first day of their force."""
        known = [(item.in_force, item) for item in self.adendum if item.in_force]
        return sorted(known, key=lambda each: (each[0], each[1].nomor))

    @cached_property
    def timeline(self) -> tuple[tuple[date, Loaded], ...]:
        """Every day on which the text becomes another, in order, and that text."""
        days = sorted({day for day, _ in self.in_force_in_order})
        return tuple((day, self.on(day)) for day in days)

    def revoked_with(self, loaded: LoadedAdendum) -> LoadedAdendum | None:
        """The adendum that revokes this one; None where none does."""
        revoking = (
            item for item in self.adendum if loaded.nomor in item.adendum.revoked
        )
        return next(revoking, None)

    def applied(
        self, per: date | None, *, konsep: bool = False
    ) -> tuple[LoadedAdendum, ...]:
        """The adenda in force on a day, in their order, without those revoked by then.

        Args:
            per: the day; None for any, however far off.
            konsep: the drafts too, where all that are signed are in force on that day.
        """
        signed = [item for item in self.adendum if not item.adendum.konsep]
        in_force = [
            item
            for item in signed
            if item.in_force and (per is None or item.in_force <= per)
        ]
        if konsep and len(in_force) == len(signed):
            return without_revoked(self.adendum)
        return without_revoked(in_force)

    def on(self, per: date | None, *, konsep: bool = False) -> Loaded:
        """The text in force on a day."""
        applied = self.applied(per, konsep=konsep)
        numbers = tuple(item.nomor for item in applied)
        if numbers not in self._texts:
            self._texts[numbers] = self.with_others(applied)
        return self._texts[numbers]

    @cached_property
    def _texts(self) -> dict[tuple[int, ...], Loaded]:
        """Texts that were asked for, by the numbers of the adenda in them."""
        return {}

    def without(self, revoked: Collection[int]) -> Loaded:
        """The text with every adendum but these, by their places from 1.

        Raises:
            FaultyNaskah: a later one does not fit without them.
        """
        standing = without_revoked(self.adendum)
        return self.with_others([one for one in standing if one.nomor not in revoked])

    def with_others(self, adenda: Sequence[LoadedAdendum]) -> Loaded:
        """The text with these, of which some may stand on top of its own.

        Raises:
            FaultyNaskah: they do not go together, though each was right on its own day.
        """
        text, rest = self._beginning(adenda)
        if not rest:
            return text
        tree = self.tree_with(adenda)
        read = read_tree(tree, text) if tree is not None else None
        if read is None or read.faults or not read.kesepakatan or not read.computed:
            # One by one, so that what is wrong is told at its place.
            for item in rest:
                text = changed_with(text, item.adendum, item.source, item.nomor)
            return text
        return _text_of(text, read.kesepakatan, read.computed, rest)

    def tree_with(self, adenda: Sequence[LoadedAdendum]) -> Tree | None:
        """The tree of the text with these; None where one does not fit the others."""
        text, rest = self._beginning(adenda)
        tree = text.tree
        for item in rest:
            tree, problems = apply(tree, item.adendum.perubahan)
            if problems:
                return None
        return tree

    def _beginning(
        self, adenda: Sequence[LoadedAdendum]
    ) -> tuple[Loaded, Sequence[LoadedAdendum]]:
        """The text with as many as follow one another from the first, and the others."""
        together = 0
        for own, wanted in zip(self.adendum, adenda, strict=False):
            if own is not wanted:
                break
            together += 1
        text = adenda[together - 1].whole if together else self.origin
        return text, adenda[together:]


def _text_of(
    before: Loaded,
    kesepakatan: Kesepakatan,
    computed: Computed,
    adenda: Sequence[LoadedAdendum],
) -> Loaded:
    """A text with more adenda than the one before, once it is read."""
    changing = [item for item in adenda if item.adendum.perubahan]
    names = [item.name for item in changing]
    cited = [cited_adendum(item.adendum, item.nomor) for item in changing]
    signed = [item.adendum for item in adenda if not item.adendum.konsep]
    penanda_tangan = [each.para_pihak for each in signed if each.para_pihak]
    return replace(
        before,
        kesepakatan=kesepakatan,
        reading=computed.reading,
        numbers=computed.numbers,
        changed=(*before.changed, *names),
        changed_cited=(*before.changed_cited, *cited),
        penanda_tangan=penanda_tangan[-1] if penanda_tangan else before.penanda_tangan,
    )


def load_riwayat(
    workspace: Workspace, slug: str, moments: Mapping[int, date] | None = None
) -> Riwayat:
    """The agreement and every adendum of it.

    Args:
        workspace: the workspace.
        slug: the agreement.
        moments: days of events from which adenda are in force; by default the recorded.

    Raises:
        FaultyNaskah: with every finding of the first file that has one.
        NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    readable = load_readable(workspace, slug, moments)
    if readable.problem:
        raise readable.problem
    return readable.riwayat


@dataclass(frozen=True)
class Readable:
    """An agreement as far as it can be read.

    Attributes:
        riwayat: the agreement with the adenda before the first that is wrong.
        problem: what is wrong with that one; None where all can be read.
    """

    riwayat: Riwayat
    problem: FaultyNaskah | CannotRead | None = None


def load_readable(
    workspace: Workspace, slug: str, moments: Mapping[int, date] | None = None
) -> Readable:
    """The agreement, and its adenda up to the first that cannot be read.

    Args:
        workspace: the workspace.
        slug: the agreement.
        moments: as `load_riwayat`.

    Raises:
        FaultyNaskah: with every finding of the agreement itself.
        NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    origin = load_kesepakatan(workspace.file(slug))
    recorded = moments_of(workspace, slug) if moments is None else moments
    riwayat = Riwayat(origin, moments=recorded)
    try:
        _check_names(workspace.folder(slug))
        for nomor, file in enumerate(adendum_files(workspace, slug), 1):
            _check_order(file, nomor, riwayat.origin)
            loaded = parse_adendum(read_limited(file), str(file), riwayat)
            riwayat = replace(riwayat, adendum=(*riwayat.adendum, loaded))
    except (FaultyNaskah, CannotRead) as problem:
        return Readable(riwayat, problem)
    return Readable(riwayat)


def load_below_last(workspace: Workspace, slug: str) -> tuple[Riwayat, Path | None]:
    """The agreement without its last adendum, which may be unreadable, and its file.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    readable = load_readable(workspace, slug)
    files = adendum_files(workspace, slug)
    if not files:
        return readable.riwayat, None
    kept = readable.riwayat.adendum[: len(files) - 1]
    if readable.problem and len(kept) < len(files) - 1:
        raise readable.problem
    return Riwayat(readable.riwayat.origin, kept), files[-1]


def _check_names(folder: Path) -> None:
    """Nothing is passed over for its name."""
    temuan = [
        Temuan(
            Position(str(wrong.path)),
            Place(),
            "nama",
            "tidak dibaca karena namanya",
            wrong.saran,
        )
        for wrong in wrongly_named(folder)
    ]
    if temuan:
        raise FaultyNaskah(temuan)


def adendum_files(workspace: Workspace, slug: str) -> list[Path]:
    """Its files `adendum-NN.yaml` in order.

    Raises:
        FaultyNaskah: one is named otherwise.
        NoSuchKesepakatan, InvalidSlug.
    """
    files = workspace.adendum_files(slug)
    wrongly_named = [file for file in files if not _NAME.fullmatch(file.name)]
    if wrongly_named:
        message = "bukan nama berkas adendum"
        saran = (
            "beri nama adendum-01.yaml, adendum-02.yaml, …, "
            "atau pindahkan ke folder lain"
        )
        raise FaultyNaskah(
            [
                Temuan(Position(str(file)), Place(), "nama", message, saran)
                for file in wrongly_named
            ]
        )
    return sorted(files, key=_nomor)


def _nomor(file: Path) -> int:
    match = _NAME.fullmatch(file.name)
    return int(match[1]) if match else 0


def _check_order(file: Path, nomor: int, origin: Loaded) -> None:
    position = Position(str(file))
    if origin.kesepakatan.facts_only:
        message = "yang diubahnya baru berupa data pokok, tanpa naskah"
        saran = "masukkan naskahnya dulu, atau catat perpanjangan sebagai peristiwa"
        raise FaultyNaskah([Temuan(position, Place(), "data_pokok", message, saran)])
    if _nomor(file) != nomor:
        message = f"adendum ke-{nomor} tidak ada"
        saran = f"beri nama adendum-{nomor:02}.yaml, atau kembalikan yang hilang"
        raise FaultyNaskah([Temuan(position, Place(), "urutan", message, saran)])
    if origin.kesepakatan.konsep:
        message = "kesepakatannya belum ditandatangani"
        saran = (
            "ubah langsung kesepakatan.yaml, atau isi penandatanganan.tanggal di sana"
        )
        raise FaultyNaskah([Temuan(position, Place(), "konsep", message, saran)])


def parse_adendum(content: bytes, name: str, riwayat: Riwayat) -> LoadedAdendum:
    """One adendum on top of all before it.

    Raises:
        FaultyNaskah: with every finding, sorted by place.
    """
    adendum, source = parse(Adendum, content, name)
    nomor = len(riwayat.adendum) + 1
    origin, last = riwayat.origin.kesepakatan, riwayat.last
    earlier = [item.adendum for item in riwayat.adendum]
    problems = [
        *check_frame(adendum, origin, earlier, last),
        *check_frame_slips(adendum, riwayat),
    ]
    in_frame = place_problems(problems, source)
    nama = adendum.name(nomor)
    other = list(other_than_kept(adendum, nama, riwayat.origin, riwayat.adendum))
    if other and not adendum.konsep:
        raise FaultyNaskah([*in_frame, *other])
    below = _text_below(adendum, source, riwayat)
    whole = changed_with(below, adendum, source, nomor, in_frame)
    begin = begin_of(adendum, last, origin.signed, riwayat.moments.get(nomor))
    loaded = LoadedAdendum(
        nomor=nomor,
        adendum=adendum,
        source=source,
        isi=content,
        riwayat=riwayat,
        whole=whole,
        begin=begin,
        stale=tuple(other),
    )
    later = [
        item
        for item in without_revoked((*riwayat.adendum, loaded))[:-1]
        if begin and item.adendum.signed and (item.begin is None or item.begin > begin)
    ]
    return _ahead_of(loaded, later, riwayat) if later else loaded


def _text_below(adendum: Adendum, source: Source, riwayat: Riwayat) -> Loaded:
    """The text that an adendum changes: with all before it but those that it revokes.

    Raises:
        FaultyNaskah: it may not revoke them, or a later one stands on them.
    """
    if not adendum.mencabut:
        return riwayat.last
    problems = list(revocable(adendum, riwayat))
    if problems:
        raise FaultyNaskah(place_problems(problems, source))
    try:
        return riwayat.without(adendum.revoked)
    except FaultyNaskah as cause:
        problem = rests_on_revoked(adendum, riwayat, cause)
        raise FaultyNaskah(place_problems([problem], source)) from None


def _ahead_of(
    loaded: LoadedAdendum, later: Sequence[LoadedAdendum], riwayat: Riwayat
) -> LoadedAdendum:
    """An adendum that comes into force before some that were made before it.

    It is read beside the text of every day on which it stands.

    Raises:
        FaultyNaskah: it touches what one of those changes only afterwards.
    """
    problems = list(_held_back(loaded, later))
    if problems:
        raise FaultyNaskah(place_problems(problems, loaded.source))
    loaded = replace(loaded, ahead=True)
    only_words = all(item.only_words for item in later)
    days = sorted({item.begin for item in later if item.begin})
    for day in (loaded.begin, *days):
        standing = riwayat.applied(day)
        with_it = without_revoked((*standing, loaded))
        fits = riwayat.tree_with(with_it) is not None
        # What only rewords pasal moves nothing that another adendum could stand on.
        if not fits or (day == loaded.begin and not only_words):
            _read_on(day, loaded, riwayat)
    return loaded


def _read_on(day: date | None, loaded: LoadedAdendum, riwayat: Riwayat) -> None:
    """Read the text of a day with an adendum.

    Raises:
        FaultyNaskah: it is not right on that day, which is said.
    """
    try:
        if day == loaded.begin:
            _ = loaded.sesudah
        else:
            riwayat.with_others(without_revoked((*riwayat.applied(day), loaded)))
    except FaultyNaskah as cause:
        raise FaultyNaskah(_on_a_day(cause.temuan, day)) from None


def _on_a_day(temuan: Sequence[Temuan], day: date | None) -> list[Temuan]:
    """Findings on the text of a day, which say so."""
    on_it = f"dalam naskah yang berlaku {tanggal_long(day)}" if day else ""
    return [replace(one, message=f"{one.message} {on_it}") for one in temuan]


def _held_back(
    loaded: LoadedAdendum, later: Sequence[LoadedAdendum]
) -> Iterator[Problem]:
    """Parts that this adendum says anew before an earlier one has changed them."""
    begin = loaded.begin or date.max
    for item in later:
        both = sorted(loaded.parts & item.parts)
        if not both:
            continue
        since = f"mulai {tanggal_long(item.begin)}" if item.begin else "kemudian"
        message = (
            f"{merge(both)} baru diubah dengan {item.name} {since}, sedangkan adendum "
            f"ini berlaku lebih dahulu ({tanggal_long(begin)})"
        )
        way_out = "keluarkan perubahan itu dari adendum ini"
        if item.begin:
            way_out = f'tulis "mulai_berlaku: {item.begin}" atau hari sesudahnya, atau {way_out}'
        yield Problem(_operation_on(loaded, both), "berlaku", message, way_out)


def _operation_on(loaded: LoadedAdendum, parts: Sequence[str]) -> Place:
    """The first operation whose address lies in one of these parts."""
    for i, operation in enumerate(loaded.adendum.perubahan):
        letak = " ".join(address_of(operation).lower().split())
        if any(f"{letak} ".startswith(f"{part.lower()} ") for part in parts):
            return at("perubahan", i)
    return at("perubahan")
