"""The sentence of each kind of change, in the language of UU 12/2011 Lampiran II 230-238.

A change is told inside its container: a pasal, the legal bases, the recitals, the
annex. Several changes of one pasal are one sentence, after which the whole pasal stands
as it now reads.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from notakesepakatan.compose.adendum.speech import Speech, capital
from notakesepakatan.place import CAPITAL, ROMAN, Address
from notakesepakatan.words.numbers import angka_terbilang


@dataclass(frozen=True)
class Container:
    """Where changes are told together.

    Attributes:
        nama: its words inside a sentence: "Pasal 6", "dasar hukum", "Lampiran"; "" for
            the list of pasal itself.
    """

    nama: str


_NAMELY = ", yakni "
"""Begins a list of what is put in, which the next clause must not seem to go on with."""


class Phrase(Protocol):
    """One change: what stands before the joint ending of the sentence."""

    def kata(self, container: Container, first: bool, speech: Speech) -> str:
        """The change; only the first of a sentence names the container."""
        ...


def _inside(
    part: str, above: Address, container: Container, first: bool, speech: Speech
) -> str:
    """A part in what it stands in, from small to large: "huruf a ayat (1) Pasal 4"."""
    named = speech.container(container.nama) if first else ""
    around = speech.nested(above, named)
    return speech.inside(part, around) if around else part


_IN_FRONT = ("pertimbangan", "dasar hukum")
"""Containers that are no provision: what changes is the item, "Pertimbangan huruf c"."""


def _from_large(
    container: Container, above: Address, units: str, speech: Speech
) -> str:
    """A part behind what it stands in: "Pasal 10 ayat (2)"."""
    part = speech.container(container.nama)
    for one in (*(speech.words.unit(*unit) for unit in above), units):
        whole = speech.say("{besar} {kecil}", besar=part, kecil=one)
        part = whole if part else one
    return part


_COUNTED_AS = {CAPITAL: "huruf", ROMAN: "angka"}
"""What items are called where they are counted, if not by their kind."""


def _count(kind: str, labels: Sequence[str]) -> str:
    name = _COUNTED_AS.get(kind, kind.removeprefix("sub"))
    return f"{angka_terbilang(len(labels))} {name}"


def _start(change: str, first: bool) -> str:
    return change if first else change[0].lower() + change[1:]


@dataclass(frozen=True)
class TitleChanged:
    """The heading of a pasal: `Judul Pasal 4 diubah`."""

    def kata(self, container: Container, first: bool, speech: Speech) -> str:
        named = speech.container(container.nama)
        return _start(speech.say("Judul {bagian} diubah", bagian=named), first)


@dataclass(frozen=True)
class Changed:
    """Rules 233-234: `Ketentuan ayat (2) dan ayat (3) Pasal 8 diubah`."""

    jenis: str
    labels: tuple[str, ...]
    siblings: tuple[str, ...] = ()
    above: Address = ()

    def kata(self, container: Container, first: bool, speech: Speech) -> str:
        units = _listed(self.jenis, self.labels, self.siblings, speech)
        if container.nama in _IN_FRONT:
            part = capital(_from_large(container, self.above, units, speech))
            return _start(speech.say("{bagian} diubah", bagian=part), first)
        part = _inside(units, self.above, container, first, speech)
        return _start(speech.say("Ketentuan {bagian} diubah", bagian=part), first)


@dataclass(frozen=True)
class Tail:
    """What stands behind what is put in: where that stood before, or what the numbers
    behind it become.

    Attributes:
        jenis: what the siblings are called.
        before: their labels as they were; none where something came from elsewhere.
        after: those that they have now.
        siblings: labels of all siblings.
        origin: the address that something came from.
    """

    jenis: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()
    origin: Address = ()

    def kata(self, new: str, speech: Speech) -> str:
        """What is put in, with this behind it."""
        if self.origin:
            origin = speech.words.address(self.origin)
            return speech.say("{baru} yang semula {letak}", baru=new, letak=origin)
        return speech.say(
            "{baru} baru, sedangkan {lama} semula menjadi {kini}",
            baru=new,
            lama=_listed(self.jenis, self.before, self.siblings, speech),
            kini=_listed(self.jenis, self.after, self.siblings, speech),
        )


@dataclass(frozen=True)
class Inserted:
    """Rules 232 and 236: `Di antara ayat (1) dan ayat (2) Pasal 6 disisipkan 1 (satu)
    ayat, yakni ayat (1a)`.
    """

    jenis: str
    sebelum: str
    sesudah: str
    labels: tuple[str, ...]
    above: Address = ()
    tail: Tail | None = None

    def kata(self, container: Container, first: bool, speech: Speech) -> str:
        beside = speech.words.unit(self.jenis, self.sesudah)
        if self.sebelum:
            before = speech.words.unit(self.jenis, self.sebelum)
            beside = speech.words.listed([before, beside])
        part = _inside(beside, self.above, container, first, speech)
        if self.sebelum:
            where = speech.say("Di antara {bagian} disisipkan", bagian=part)
        else:
            where = speech.say("Sebelum {bagian} disisipkan", bagian=part)
        return _start(
            _with_tail(
                _put_in(where, self.jenis, self.labels, speech), self.tail, speech
            ),
            first,
        )


@dataclass(frozen=True)
class Appended:
    """Rule 236, behind the last: `Setelah ayat (2) Pasal 10 ditambahkan 1 (satu) ayat,
    yakni ayat (3)`.
    """

    jenis: str
    setelah: str
    labels: tuple[str, ...]
    above: Address = ()
    tail: Tail | None = None

    def kata(self, container: Container, first: bool, speech: Speech) -> str:
        last = speech.words.unit(self.jenis, self.setelah) if self.setelah else ""
        part = _inside(last, self.above, container, first, speech)
        where = speech.say("Setelah {bagian} ditambahkan", bagian=part)
        return _start(
            _with_tail(
                _put_in(where, self.jenis, self.labels, speech), self.tail, speech
            ),
            first,
        )


def _put_in(where: str, jenis: str, labels: Sequence[str], speech: Speech) -> str:
    """Where something is put in, and what: rows of a table are only counted, since those
    behind them move.
    """
    if jenis == "tabel":
        count = speech.words.number(len(labels))
        return speech.say("{letak} {banyak} baris", letak=where, banyak=count)
    return speech.say(
        "{letak} {banyak}, yakni {baru}",
        letak=where,
        banyak=_count(jenis, labels),
        baru=speech.words.listed(speech.units(jenis, labels)),
    )


def _with_tail(change: str, tail: Tail | None, speech: Speech) -> str:
    return tail.kata(change, speech) if tail else change


@dataclass(frozen=True)
class Deleted:
    """Rule 235: `Pasal 9 dihapus`; `Pasal 10 ayat (2) dihapus`, from large to small.

    The container is named in every change, so that behind `yakni ayat (1a)` nobody reads
    what is deleted as put in.
    """

    jenis: str
    labels: tuple[str, ...]
    siblings: tuple[str, ...] = ()
    above: Address = ()

    def kata(self, container: Container, first: bool, speech: Speech) -> str:
        units = _listed(self.jenis, self.labels, self.siblings, speech)
        part = _from_large(container, self.above, units, speech)
        change = speech.say("{bagian} dihapus", bagian=part)
        return capital(change) if first else change


@dataclass(frozen=True)
class Renumbered:
    """`Ketentuan ayat (3) Pasal 4 menjadi ayat (2)`; of those that change places all.

    More than two that follow one another are told together, as everywhere.
    """

    jenis: str
    labels: tuple[str, ...]
    menjadi: tuple[str, ...]
    above: Address = ()
    siblings: tuple[str, ...] = ()

    def kata(self, container: Container, first: bool, speech: Speech) -> str:
        pieces = list[str]()
        for old, new in _side_by_side(self.labels, self.menjadi, self.siblings):
            unit = _listed(self.jenis, old, self.siblings, speech)
            if not pieces:
                unit = _inside(unit, self.above, container, first, speech)
            becomes = _listed(self.jenis, new, self.siblings, speech)
            whole = "Ketentuan {bagian} menjadi {baru}"
            change = speech.say(whole, bagian=unit, baru=becomes)
            pieces.append(_start(change, first and not pieces))
        return speech.words.listed(pieces)


_Labels = tuple[str, ...]


def _side_by_side(
    before: _Labels, after: _Labels, siblings: _Labels
) -> list[tuple[_Labels, _Labels]]:
    """Labels and what they become: runs of more than two together, others one by one."""
    runs = list[tuple[_Labels, _Labels]]()
    for old, new in zip(before, after, strict=True):
        if runs and _follows(runs[-1], (old, new), siblings):
            so_far, becomes = runs.pop()
            runs.append(((*so_far, old), (*becomes, new)))
        else:
            runs.append(((old,), (new,)))
    result = list[tuple[_Labels, _Labels]]()
    for run in runs:
        one_by_one = [((old,), (new,)) for old, new in zip(*run, strict=True)]
        result += [run] if len(one_by_one) > 2 else one_by_one
    return result


def _follows(
    run: tuple[_Labels, _Labels], both: tuple[str, str], siblings: _Labels
) -> bool:
    """Whether a label, and what it becomes, stand right behind the last of a run."""
    known = all(label in siblings for label in (run[0][-1], run[1][-1], *both))
    return known and all(
        siblings.index(label) == siblings.index(side[-1]) + 1
        for side, label in zip(run, both, strict=True)
    )


@dataclass(frozen=True)
class SplitUp:
    """`Ketentuan ayat (2) Pasal 4 dipecah menjadi 2 (dua) ayat, yakni ayat (2) dan
    ayat (2a)`.
    """

    jenis: str
    label: str
    labels: tuple[str, ...]
    above: Address = ()

    def kata(self, container: Container, first: bool, speech: Speech) -> str:
        unit = speech.words.unit(self.jenis, self.label)
        part = _inside(unit, self.above, container, first, speech)
        where = speech.say("Ketentuan {bagian} dipecah menjadi", bagian=part)
        return _start(_put_in(where, self.jenis, self.labels, speech), first)


@dataclass(frozen=True)
class JoinedUp:
    """`Ketentuan ayat (2) dan ayat (3) Pasal 4 digabung menjadi ayat (2), sedangkan ayat
    (3) dihapus`.
    """

    jenis: str
    labels: tuple[str, ...]
    above: Address = ()

    def kata(self, container: Container, first: bool, speech: Speech) -> str:
        units = speech.units(self.jenis, self.labels)
        every = speech.words.listed(units)
        change = speech.say(
            "Ketentuan {bagian} digabung menjadi {baru}, sedangkan {lama} dihapus",
            bagian=_inside(every, self.above, container, first, speech),
            baru=units[0],
            lama=speech.words.listed(units[1:]),
        )
        return _start(change, first)


@dataclass(frozen=True)
class MovedAway:
    """`Ketentuan ayat (2) Pasal 3 dipindahkan menjadi Pasal 6 ayat (4)`."""

    jenis: str
    label: str
    menjadi: Address
    above: Address = ()

    def kata(self, container: Container, first: bool, speech: Speech) -> str:
        unit = speech.words.unit(self.jenis, self.label)
        change = speech.say(
            "Ketentuan {bagian} dipindahkan menjadi {baru}",
            bagian=_inside(unit, self.above, container, first, speech),
            baru=speech.words.address(self.menjadi),
        )
        return _start(change, first)


def changes_told(container: Container, items: Sequence[Phrase], speech: Speech) -> str:
    """All changes of one container, as the sentence that says how it goes on begins."""
    changes = [phrase.kata(container, i == 0, speech) for i, phrase in enumerate(items)]
    is_list = [_names_new_parts(phrase) for phrase in items]
    *earlier, last = changes
    if not any(is_list[:-1]):
        return speech.words.listed(changes)
    # No list of what is put in may seem to run on into the next change.
    front = ", ".join(earlier)
    if len(changes) == 2:
        return speech.say("{awal}, dan {akhir}", awal=front, akhir=last)
    return speech.say("{awal}, serta {akhir}", awal=front, akhir=last)


def _names_new_parts(phrase: Phrase) -> bool:
    """Whether it ends with the list of what is put in."""
    return isinstance(phrase, Inserted | Appended | SplitUp) and phrase.jenis != "tabel"


def deleted(container: Container, phrase: Phrase, speech: Speech) -> str:
    """The sentence of a deletion alone, below which nothing stands."""
    return f"{changes_told(container, [phrase], speech)}."


def reads(container: Container, items: Sequence[Phrase], speech: Speech) -> str:
    """The sentence of a pasal, which then stands as a whole."""
    return speech.say(
        "{perubahan} sehingga {bagian} berbunyi sebagai berikut:",
        perubahan=changes_told(container, items, speech),
        bagian=speech.container(container.nama),
    )


def _listed(
    unit: str, labels: Sequence[str], siblings: Sequence[str], speech: Speech
) -> str:
    return speech.words.listed(list_units(unit, labels, siblings, speech))


def list_units(
    unit: str, labels: Sequence[str], siblings: Sequence[str], speech: Speech
) -> tuple[str, ...]:
    """Siblings as they are listed: more than two that follow one another become `…
    sampai dengan …` (rule 274).
    """
    result = list[str]()
    for run in _runs(labels, siblings):
        words = speech.units(unit, run)
        if len(words) > 2:
            words = [f"{words[0]} {speech.words.up_to} {words[-1]}"]
        result += words
    return tuple(result)


def _runs(labels: Sequence[str], siblings: Sequence[str]) -> Iterator[list[str]]:
    """The labels in order, those that follow one another together; foreign ones last."""
    last = len(siblings)

    def place(label: str) -> tuple[int, list[tuple[int, str]]]:
        here = siblings.index(label) if label in siblings else last
        # Rows of several programmes have no list in common: their numbers say the order.
        return (0 if _is_row(labels) else here), _by_number(label)

    placed = [
        (siblings.index(label) if label in siblings else last, label)
        for label in sorted(labels, key=place)
    ]
    run = list[str]()
    next_position = None
    for position, label in placed:
        if run and (position != next_position or position == last):
            yield run
            run = []
        run.append(label)
        next_position = position + 1
    if run:
        yield run


def _is_row(labels: Sequence[str]) -> bool:
    """Whether some are rows of a Rencana Kerja, as "3.1" is."""
    return any("." in label for label in labels)


def _by_number(label: str) -> list[tuple[int, str]]:
    """A row's number as it is counted: 2 before 10, 3.1.a behind 3.1."""
    return [
        (int(part), "") if part.isdigit() else (0, part) for part in label.split(".")
    ]


def words_sentence(
    tertulis: str, menjadi: str, position: Sequence[str], speech: Speech
) -> str:
    """`Frasa "A" dalam Pasal 3 huruf b diubah menjadi frasa "B".`; a single word is a `kata`."""
    where = places_listed(position, speech)
    old = capital(quoted(tertulis, speech))
    if not menjadi:
        return speech.say("{lama} dalam {letak} dihapus.", lama=old, letak=where)
    return speech.say(
        "{lama} dalam {letak} diubah menjadi {baru}.",
        lama=old,
        letak=where,
        baru=quoted(menjadi, speech),
    )


_IN_PASAL = re.compile(r"(?P<pasal>Pasal \S+) (?P<inside>.+)")


def places_listed(letak: Sequence[str], speech: Speech) -> str:
    """Places, each pasal named once: "Pasal 4 ayat (1) dan ayat (2), serta Pasal 5"."""
    groups = list[list[str]]()
    pasal = ""
    for each in letak:
        match = _IN_PASAL.fullmatch(each)
        if match and match["pasal"] == pasal:
            groups[-1].append(match["inside"])
        else:
            groups.append([each])
        pasal = match["pasal"] if match else ""
    named = [speech.words.listed(group) for group in groups]
    if len(groups) in (1, len(letak)):
        return speech.words.listed(named)
    *first, last = named
    return speech.say("{awal}, serta {akhir}", awal=", ".join(first), akhir=last)


def quoted(text: str, speech: Speech) -> str:
    """Words as a sentence quotes them; a single one is called a `kata`."""
    if " " in text:
        return speech.say('frasa "{teks}"', teks=text)
    return speech.say('kata "{teks}"', teks=text)
