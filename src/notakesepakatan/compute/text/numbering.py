"""Numbers of pasal, ayat, huruf, angka and annex rows, computed from their places.

A number written in the data (`nomor: 7A`, `1a`) stands; counting goes on from the whole
number in it, since in an amended text numbers never shift (UU 12/2011 Lampiran II 230-238).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from pydantic import BaseModel

from notakesepakatan.compute.text.bab import number_bab
from notakesepakatan.compute.text.isian import WORTH_SEEING
from notakesepakatan.model.dasar_hukum import DasarHukum
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import Lampiran, Program, Tahapan
from notakesepakatan.model.pasal import Butir, Pasal, level_content
from notakesepakatan.place import (
    CAPITAL,
    LETTERED,
    RINCIAN,
    ROMAN,
    Address,
    DataPath,
    at,
    nth_label,
    tahapan_level,
)
from notakesepakatan.temuan import Problem
from notakesepakatan.words.numbers import whole_roman

Part = TypeVar("Part", Butir, Pasal)

PERTIMBANGAN: Address = (("pertimbangan", ""),)
"""Where the recitals stand; their items are `huruf`."""

DIHAPUS = "dihapus"
DIHAPUS_KALIMAT = "Dihapus."
"""What stands in the place of a deleted part, in a list and as a sentence of its own (rule 235)."""


class _Numbered(Protocol):
    @property
    def nomor(self) -> str | None: ...


class NumberedPlace(NamedTuple):
    """Where one numbered part stands.

    Attributes:
        path: in the data.
        address: on paper.
        kunci: its key; None where it has none, or is deleted: nothing may rest on it.
    """

    path: DataPath
    address: Address
    kunci: str | None


@dataclass(frozen=True)
class CountedPasal:
    """A pasal as it was numbered at its place.

    Attributes:
        typed: as it was before.
        numbered: with all its numbers.
        places: of it and of all below it, in order of the text.
    """

    typed: Pasal
    numbered: Pasal
    places: tuple[NumberedPlace, ...]

    @cached_property
    def has_isian(self) -> bool:
        """Whether a text in it may have to be filled in, or looked at for its marks."""
        return _has_isian(self.numbered)


def _has_isian(node: object) -> bool:
    if isinstance(node, str):
        return WORTH_SEEING.search(node) is not None
    if isinstance(node, tuple):
        return any(map(_has_isian, node))
    if isinstance(node, dict):
        return any(map(_has_isian, node.values()))
    if isinstance(node, BaseModel):
        return any(_has_isian(getattr(node, name)) for name in node.model_fields_set)
    return False


@dataclass(frozen=True)
class Numbers:
    """Where everything numbered stands: by path in the data, by key, and in order of the text.

    `pasal` is what was counted of each, for a text that has the very same at its place.
    """

    alamat: dict[DataPath, Address] = field(default_factory=dict)
    kunci: dict[str, Address] = field(default_factory=dict)
    order: dict[Address, int] = field(default_factory=dict)
    pasal: tuple[CountedPasal, ...] = field(default=(), repr=False, compare=False)


def number_siblings(items: Sequence[_Numbered], level: str) -> tuple[str, ...]:
    """Labels of siblings without their ornaments: "1", "1a", "2".

    Letters for huruf and subhuruf.
    """
    return fill_labels([item.nomor for item in items], level)


def fill_labels(written: Sequence[str | None], level: str) -> tuple[str, ...]:
    """The same from the numbers as written, None where there is none."""
    labels, counted = list[str](), 0
    for nomor in written:
        if nomor is None:
            counted += 1
            labels.append(nth_label(level, counted))
        else:
            labels.append(nomor)
            counted = max(counted, whole(nomor, level))
    return tuple(labels)


def whole(nomor: str, level: str) -> int:
    """The place that a number counts from: 7 for "7A", 2 for huruf "b1"; 0 where it has none."""
    if level in (ROMAN, "lampiran"):
        return whole_roman(nomor)
    in_capitals = level in ("bagian", CAPITAL)
    if level in LETTERED or in_capitals:
        huruf = re.match(r"[a-z]+", nomor.lower() if in_capitals else nomor)
        return 26 * (len(huruf[0]) - 1) + ord(huruf[0][0]) - 96 if huruf else 0
    angka = re.match(r"[0-9]{1,6}", nomor)
    return int(angka[0]) if angka else 0


Numbered = tuple[Kesepakatan, Numbers, list[Problem]]
"""What `number` gives."""


def number(kesepakatan: Kesepakatan, like: Numbers | None = None) -> Numbered:
    """The agreement with every `nomor` filled in, and the map of its addresses.

    With it keys or numbers that are used twice.

    Args:
        kesepakatan: the agreement as typed.
        like: the numbers of a text that shares parts with it, which are not counted
            again.
    """
    counted = _count_pasal(kesepakatan.pasal, like.pasal if like else ())
    counter = _Counter()
    filled: dict[str, object] = {
        "pasal": tuple(one.numbered for one in counted),
        "pertimbangan": counter.number(
            kesepakatan.pertimbangan, "huruf", PERTIMBANGAN, ("pertimbangan",)
        ),
        "dasar_hukum": _number_dasar_hukum(kesepakatan.dasar_hukum),
    }
    if kesepakatan.lampiran:
        filled["lampiran"] = counter.number_lampiran(kesepakatan.lampiran)
    numbered = kesepakatan.model_copy(update=filled)
    of_pasal = [place for one in counted for place in one.places]
    numbers, problems = _noted([*of_pasal, *counter.places])
    return numbered, replace(numbers, pasal=tuple(counted)), problems


def _count_pasal(
    typed: Sequence[Pasal], known: Sequence[CountedPasal]
) -> list[CountedPasal]:
    """Every pasal with its numbers; of the very same at the same place what is known."""
    labels = number_siblings(typed, "pasal")
    at_place = dict(enumerate(known))
    result = list[CountedPasal]()
    for i, (pasal, label) in enumerate(zip(number_bab(typed), labels, strict=True)):
        before = at_place.get(i)
        if before and before.typed is pasal and before.numbered.nomor == label:
            result.append(before)
        else:
            result.append(_count_one(pasal, label, i))
    return result


def _count_one(pasal: Pasal, label: str, i: int) -> CountedPasal:
    counter = _Counter()
    address: Address = (("pasal", label),)
    path: DataPath = ("pasal", i)
    counter.note(pasal, address, path)
    numbered = _deleted(pasal, label, "pasal", False)
    if not pasal.dihapus:
        numbered = counter.with_numbers(pasal, label, address, path)
    return CountedPasal(pasal, numbered, tuple(counter.places))


def _noted(places: Iterable[NumberedPlace]) -> tuple[Numbers, list[Problem]]:
    """The map of all places, and what is used twice."""
    numbers = Numbers()
    problems = list[Problem]()
    for path, address, kunci in places:
        if address in numbers.order:
            _, label = address[-1]
            message = f"nomor {label} sudah dipakai"
            saran = "beri nomor lain atau hapus nomor"
            problem = Problem(at(*path, "nomor"), "nomor-ganda", message, saran)
            problems.append(problem)
        numbers.alamat[path] = address
        numbers.order.setdefault(address, len(numbers.order))
        if kunci and numbers.kunci.setdefault(kunci, address) != address:
            message = f'kunci "{kunci}" dipakai dua kali'
            place = at(*path, "kunci")
            problem = Problem(place, "kunci-rujukan-ganda", message, "beri nama lain")
            problems.append(problem)
    return numbers, problems


def _number_dasar_hukum(items: Sequence[DasarHukum]) -> tuple[DasarHukum, ...]:
    labels = fill_labels([item.angka for item in items], "angka")
    return tuple(
        item.model_copy(update={"angka": label})
        for item, label in zip(items, labels, strict=True)
    )


class _Counter:
    """Numbers parts from the outermost in, and notes where each of them stands."""

    def __init__(self) -> None:
        self.places: list[NumberedPlace] = []

    def number(
        self,
        items: Sequence[Part],
        level: str,
        above: Address,
        path: DataPath,
    ) -> tuple[Part, ...]:
        """The items of a list with their numbers, and all below them.

        Args:
            items: what the list holds.
            level: how it is numbered.
            above: the address of the part that it is in.
            path: where it stands in the data.
        """
        result = list[Part]()
        labels = number_siblings(items, level)
        for i, (part, label) in enumerate(zip(items, labels, strict=True)):
            address: Address = (*above, (level, label))
            here: DataPath = (*path, i)
            self.note(part, address, here)
            if part.dihapus:
                is_linked = _says_link(items[:i])
                result.append(_deleted(part, label, level, is_linked))
            else:
                result.append(self.with_numbers(part, label, address, here))
        return tuple(result)

    def number_lampiran(
        self, lampiran: Lampiran | tuple[Lampiran, ...]
    ) -> Lampiran | tuple[Lampiran, ...]:
        """The annexes with their numbers, and all below them; an only one bears none."""
        if isinstance(lampiran, Lampiran):
            return self._number_one_lampiran(lampiran, "", ("lampiran",))
        labels = number_siblings(lampiran, "lampiran")
        pairs = enumerate(zip(lampiran, labels, strict=True))
        return tuple(
            self._number_one_lampiran(one, label, ("lampiran", i))
            for i, (one, label) in pairs
        )

    def _number_one_lampiran(
        self, lampiran: Lampiran, label: str, path: DataPath
    ) -> Lampiran:
        address: Address = (("lampiran", label),)
        self.note(lampiran, address, path)
        if lampiran.dihapus:
            gone = dict.fromkeys(("program", "bagian", *RINCIAN), ())
            words = {
                "isi": DIHAPUS_KALIMAT,
                "penutup": None,
                "tabel": None,
                "baris": (),
            }
            return lampiran.model_copy(update={**gone, **words, "nomor": label})
        filled: dict[str, object] = {
            "nomor": label,
            "program": _number_program(lampiran.program),
            "bagian": self.number(
                lampiran.bagian, "bagian", address, (*path, "bagian")
            ),
        }
        for level, content in level_content(lampiran):
            filled[level] = self.number(content, level, address, (*path, level))
        return lampiran.model_copy(update=filled)

    def with_numbers(
        self, part: Part, label: str, address: Address, path: DataPath
    ) -> Part:
        """A part with its number, and all below it with theirs."""
        filled: dict[str, object] = {"nomor": label}
        for level, content in level_content(part):
            filled[level] = self.number(content, level, address, (*path, level))
        return part.model_copy(update=filled)

    def note(
        self, part: Butir | Pasal | Lampiran, address: Address, path: DataPath
    ) -> None:
        """Keep where a part stands."""
        # What is deleted keeps its number and loses its role: nothing may rest on it any
        # more.
        kunci = None if part.dihapus else part.kunci
        self.places.append(NumberedPlace(path, address, kunci))


_TAIL = re.compile(r"[;.,:]?(?: (?:dan/atau|dan|atau))?$")
_JOINED = ("; dan", "; atau", "; dan/atau")


def _says_link(before: Sequence[Butir | Pasal]) -> bool:
    """Whether the last part that is not deleted says `dan` already.

    It does where the list was written without the deleted one.
    """
    kept = (part.isi or "" for part in reversed(before) if not part.dihapus)
    return next(kept, "").endswith(_JOINED)


def _deleted(part: Part, nomor: str, level: str, is_linked: bool) -> Part:
    """What stays on paper of a deleted part, with its number: "(2) Dihapus.", "b. dihapus; dan".

    Args:
        part: the part as it was.
        nomor: its number.
        level: how its list is numbered.
        is_linked: the part before it says `dan` already.
    """
    gone: dict[str, object] = {
        **dict.fromkeys(("paragraf", "baris", *RINCIAN), ()),
        "nomor": nomor,
        "korespondensi": None,
        "tabel": None,
        "penutup": None,
    }
    if isinstance(part, Pasal):
        of_pasal = {"ayat": (), "judul": None, "isi": DIHAPUS_KALIMAT}
        return part.model_copy(update={**gone, **of_pasal})
    words = DIHAPUS_KALIMAT if level == "ayat" else _deleted_words(part, is_linked)
    return part.model_copy(update={**gone, "isi": words})


def _deleted_words(butir: Butir, is_linked: bool) -> str:
    """The word of a deleted item with the mark and the link that it ended with.

    Of one that was a sentence, as definitions are, it is one too.
    """
    tail = _TAIL.search(butir.penutup or butir.isi)
    ending = tail[0].replace(":", ";") if tail else ""
    if ending == "." and butir.isi[:1].isupper():
        return DIHAPUS_KALIMAT
    return DIHAPUS + (ending[:1] if is_linked else ending)


def _number_program(program: Sequence[Program]) -> tuple[Program, ...]:
    labels = number_siblings(program, "angka")
    return tuple(
        one.model_copy(update={"nomor": label, **_numbered_content(one)})
        for one, label in zip(program, labels, strict=True)
    )


def _numbered_content(program: Program) -> dict[str, object]:
    if program.dihapus:
        # The word stands once in the row, where the programme did.
        row = Tahapan(isi=DIHAPUS).model_copy(update={"nomor": "", "isi": ""})
        return {"nama": DIHAPUS, "tahapan": (row,)}
    return {"tahapan": _number_tahapan(program.tahapan, 0)}


def only_tahapan(tahapan_below: object, nomor: object) -> bool:
    """Whether a programme's single stage bears no number.

    It has none of its own and no stages below.
    """
    return not tahapan_below and nomor is None


def _number_tahapan(
    tahapan_list: tuple[Tahapan, ...], depth: int
) -> tuple[Tahapan, ...]:
    """Stages are labelled 1. 2. then a. b. below.

    A single stage without stages below bears no number.
    """
    if depth == 0 and len(tahapan_list) == 1:
        (tahapan,) = tahapan_list
        if only_tahapan(tahapan.tahapan, tahapan.nomor):
            return (tahapan.model_copy(update={"nomor": ""}),)
    labels = number_siblings(tahapan_list, tahapan_level(depth))
    return tuple(
        _number_one_tahapan(tahapan, label, depth)
        for tahapan, label in zip(tahapan_list, labels, strict=True)
    )


def _number_one_tahapan(tahapan: Tahapan, label: str, depth: int) -> Tahapan:
    if tahapan.dihapus:
        return Tahapan(isi=DIHAPUS, nomor=label)
    below = _number_tahapan(tahapan.tahapan, depth + 1)
    return tahapan.model_copy(update={"nomor": label, "tahapan": below})
