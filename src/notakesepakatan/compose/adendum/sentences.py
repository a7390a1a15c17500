"""The sentence of each kind of change, in the language of UU 12/2011 Lampiran II 230-238.

A change is told inside its container: a pasal, the legal bases, the recitals, the
annex. Several changes of one pasal are one sentence, after which the whole pasal stands
as it now reads.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from notakesepakatan.place import CAPITAL, Address, unit_words
from notakesepakatan.words.lists import merge
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

    def kata(self, container: Container, first: bool) -> str:
        """The clause; only the first of a sentence names the container."""
        ...


def _inside(above: Address, container: Container, first: bool) -> str:
    """What the siblings stand in, from small to large: " ayat (1) Pasal 4"."""
    words = [unit_words(*unit) for unit in reversed(above)]
    words += _named(container, first)
    return "".join(f" {word}" for word in words)


def _named(container: Container, first: bool) -> list[str]:
    """The container's name, where it has one; only the first clause says it."""
    return [container.nama] if first and container.nama else []


def _count(kind: str, unit: Sequence[str]) -> str:
    name = "huruf" if kind == CAPITAL else kind.removeprefix("sub")
    return f"{angka_terbilang(len(unit))} {name}"


def _start(word: str, first: bool) -> str:
    return word if first else word[0].lower() + word[1:]


@dataclass(frozen=True)
class TitleChanged:
    """The heading of a pasal: `Judul Pasal 4 diubah`."""

    def kata(self, container: Container, first: bool) -> str:
        return f"{_start('Judul', first)} {container.nama} diubah"


@dataclass(frozen=True)
class Changed:
    """Rules 233-234: `Ketentuan ayat (2) dan ayat (3) Pasal 8 diubah`."""

    satuan: tuple[str, ...]
    above: Address = ()

    def kata(self, container: Container, first: bool) -> str:
        return (
            _start("Ketentuan ", first)
            + merge(self.satuan)
            + _inside(self.above, container, first)
            + " diubah"
        )


@dataclass(frozen=True)
class Inserted:
    """Rules 232 and 236: `Di antara ayat (1) dan ayat (2) Pasal 6 disisipkan 1 (satu)
    ayat, yakni ayat (1a)`.
    """

    jenis: str
    sebelum: str
    sesudah: str
    satuan: tuple[str, ...]
    above: Address = ()
    tail: str = ""

    def kata(self, container: Container, first: bool) -> str:
        position = (
            f"Di antara {self.sebelum} dan {self.sesudah}"
            if self.sebelum
            else f"Sebelum {self.sesudah}"
        )
        namely = (
            f"disisipkan {_count(self.jenis, self.satuan)}, yakni {merge(self.satuan)}"
            f"{self.tail}"
        )
        return (
            f"{_start(position, first)}{_inside(self.above, container, first)} {namely}"
        )


@dataclass(frozen=True)
class Appended:
    """Rule 236, behind the last: `Setelah ayat (2) Pasal 10 ditambahkan 1 (satu) ayat,
    yakni ayat (3)`.
    """

    jenis: str
    setelah: str
    satuan: tuple[str, ...]
    above: Address = ()
    tail: str = ""

    def kata(self, container: Container, first: bool) -> str:
        namely = (
            f"ditambahkan {_count(self.jenis, self.satuan)}, yakni {merge(self.satuan)}"
            f"{self.tail}"
        )
        start = _start(f"Setelah {self.setelah}", first)
        return f"{start}{_inside(self.above, container, first)} {namely}"


@dataclass(frozen=True)
class Deleted:
    """Rule 235: `Pasal 9 dihapus`; `Pasal 10 ayat (2) dihapus`, from large to small.

    The container is named in every clause, so that behind `yakni ayat (1a)` nobody reads
    what is deleted as put in.
    """

    satuan: tuple[str, ...]
    above: Address = ()

    def kata(self, container: Container, first: bool) -> str:
        above = [unit_words(*unit) for unit in self.above]
        named = [container.nama] if container.nama else []
        told = " ".join([*named, *above, merge(self.satuan)])
        return (told[0].upper() + told[1:] if first else told) + " dihapus"


@dataclass(frozen=True)
class Renumbered:
    """`Ketentuan ayat (3) Pasal 4 menjadi ayat (2)`; of two that exchange places both."""

    satuan: tuple[str, ...]
    menjadi: tuple[str, ...]
    above: Address = ()

    def kata(self, container: Container, first: bool) -> str:
        inside = _inside(self.above, container, first)
        pairs = zip(self.satuan, self.menjadi, strict=True)
        pieces = [
            f"{_start('Ketentuan', first and not n)} {old}{'' if n else inside} menjadi {new}"
            for n, (old, new) in enumerate(pairs)
        ]
        return merge(pieces)


@dataclass(frozen=True)
class SplitUp:
    """`Ketentuan ayat (2) Pasal 4 dipecah menjadi 2 (dua) ayat, yakni ayat (2) dan
    ayat (2a)`.
    """

    jenis: str
    unit: str
    satuan: tuple[str, ...]
    above: Address = ()

    def kata(self, container: Container, first: bool) -> str:
        where = f"{self.unit}{_inside(self.above, container, first)}"
        namely = f"{_count(self.jenis, self.satuan)}{_NAMELY}{merge(self.satuan)}"
        return f"{_start('Ketentuan', first)} {where} dipecah menjadi {namely}"


@dataclass(frozen=True)
class JoinedUp:
    """`Ketentuan ayat (2) dan ayat (3) Pasal 4 digabung menjadi ayat (2), sedangkan ayat
    (3) dihapus`.
    """

    satuan: tuple[str, ...]
    above: Address = ()

    def kata(self, container: Container, first: bool) -> str:
        where = f"{merge(self.satuan)}{_inside(self.above, container, first)}"
        kept, *gone = self.satuan
        begin = _start("Ketentuan", first)
        left = f"sedangkan {merge(gone)} dihapus"
        return f"{begin} {where} digabung menjadi {kept}, {left}"


@dataclass(frozen=True)
class MovedAway:
    """`Ketentuan ayat (2) Pasal 3 dipindahkan menjadi Pasal 6 ayat (4)`."""

    unit: str
    menjadi: str
    above: Address = ()

    def kata(self, container: Container, first: bool) -> str:
        where = f"{self.unit}{_inside(self.above, container, first)}"
        return (
            f"{_start('Ketentuan', first)} {where} dipindahkan menjadi {self.menjadi}"
        )


def sentence(container: Container, items: Sequence[Phrase], end: str) -> str:
    """All changes of one container as one sentence; `end` says how it goes on, with its stop."""
    words = [phrase.kata(container, i == 0) for i, phrase in enumerate(items)]
    return _joined(words) + end


def _joined(pieces: Sequence[str]) -> str:
    """Clauses of a sentence, joined so that no list runs on into the next clause."""
    *earlier, last = pieces
    if not any(_NAMELY in piece for piece in earlier):
        return merge(pieces)
    link = "dan" if len(pieces) == 2 else "serta"
    return f"{', '.join(earlier)}, {link} {last}"


def reads(container: Container, items: Sequence[Phrase]) -> str:
    """How the sentence of a pasal ends; of an addition alone it does not name the pasal again."""
    if all(isinstance(phrase, Appended) for phrase in items):
        return " sehingga berbunyi sebagai berikut:"
    return f" sehingga {container.nama} berbunyi sebagai berikut:"


def list_units(
    unit: str, labels: Sequence[str], siblings: Sequence[str]
) -> tuple[str, ...]:
    """Siblings as they are listed: more than two that follow one another become `…
    sampai dengan …` (rule 274).
    """
    result = list[str]()
    for run in _runs(labels, siblings):
        words = [unit_words(unit, label) for label in run]
        if len(words) > 2:
            words = [f"{words[0]} sampai dengan {words[-1]}"]
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


def words_sentence(tertulis: str, menjadi: str, position: Sequence[str]) -> str:
    """`Frasa "A" dalam Pasal 3 huruf b diubah menjadi frasa "B".`; a single word is a `kata`."""
    where = (
        f'{word_or_phrase(tertulis).capitalize()} "{tertulis}" dalam {merge(position)}'
    )
    if not menjadi:
        return f"{where} dihapus."
    return f'{where} diubah menjadi {word_or_phrase(menjadi)} "{menjadi}".'


def word_or_phrase(text: str) -> str:
    """What words are called when they are quoted: a single one is a `kata`."""
    return "frasa" if " " in text else "kata"
