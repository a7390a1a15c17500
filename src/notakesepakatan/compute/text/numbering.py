"""Numbers of pasal, ayat, huruf, angka and annex rows, computed from their places.

A number written in the data (`nomor: 7A`, `1a`) stands; counting goes on from the whole number in it, since in an
amended text numbers never shift (UU 12/2011 Lampiran II 230-238).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import Program, Tahapan
from notakesepakatan.model.pasal import Butir, Pasal, level_content
from notakesepakatan.place import LETTERED, LEVEL, Address, DataPath, at, tahapan_level
from notakesepakatan.temuan import Problem
from notakesepakatan.words.lists import nth_huruf

PERTIMBANGAN: Address = (("pertimbangan", ""),)
"""Where the recitals stand; their items are `huruf`."""

DIHAPUS = "dihapus"
DIHAPUS_KALIMAT = "Dihapus."
"""What stands in the place of a deleted part, in a list and as a sentence of its own (rule 235)."""


class _Numbered(Protocol):
    @property
    def nomor(self) -> str | None: ...


@dataclass(frozen=True)
class Numbers:
    """Where everything numbered stands: by path in the data, by key, and in order of the text."""

    alamat: dict[DataPath, Address] = field(default_factory=dict)
    kunci: dict[str, Address] = field(default_factory=dict)
    index: dict[Address, int] = field(default_factory=dict)


def number_siblings(items: Sequence[_Numbered], level: str) -> tuple[str, ...]:
    """Labels of siblings without their ornaments: "1", "1a", "2"; letters for huruf and subhuruf."""
    return fill_labels([unit.nomor for unit in items], level)


def fill_labels(tertulis: Sequence[str | None], level: str) -> tuple[str, ...]:
    """The same from the numbers as written, None where there is none."""
    label, index = [], 0
    for nomor in tertulis:
        if nomor is None:
            index += 1
            label.append(nth_huruf(index) if level in LETTERED else str(index))
        else:
            label.append(nomor)
            index = max(index, whole(nomor, level))
    return tuple(label)


def whole(nomor: str, level: str) -> int:
    """The place that a number counts from: 7 for "7A", 2 for huruf "b1"; 0 where it has none."""
    if level in LETTERED:
        huruf = re.match(r"[a-z]+", nomor)
        return 26 * (len(huruf[0]) - 1) + ord(huruf[0][0]) - 96 if huruf else 0
    angka = re.match(r"[0-9]{1,6}", nomor)
    return int(angka[0]) if angka else 0


Numbered = tuple[Kesepakatan, Numbers, list[Problem]]
"""What `number` gives."""


def number(kesepakatan: Kesepakatan) -> Numbered:
    """The agreement with every `nomor` filled in, the map of its addresses, and keys or numbers used twice."""
    numbers, problem = Numbers(), list[Problem]()
    pasal = tuple(
        _number_level(kesepakatan.pasal, "pasal", (), ("pasal",), numbers, problem)
    )
    pertimbangan = tuple(
        _number_level(
            kesepakatan.pertimbangan,
            "huruf",
            PERTIMBANGAN,
            ("pertimbangan",),
            numbers,
            problem,
        )
    )
    angka = fill_labels([basis.angka for basis in kesepakatan.dasar_hukum], "angka")
    basis = tuple(
        d.model_copy(update={"angka": a})
        for d, a in zip(kesepakatan.dasar_hukum, angka, strict=True)
    )
    new: dict[str, object] = {
        "pasal": pasal,
        "pertimbangan": pertimbangan,
        "dasar_hukum": basis,
    }
    if kesepakatan.lampiran:
        program = kesepakatan.lampiran.program
        numbered = tuple(
            p.model_copy(update={"nomor": label, **_programme(p)})
            for p, label in zip(program, number_siblings(program, "angka"), strict=True)
        )
        new["lampiran"] = kesepakatan.lampiran.model_copy(update={"program": numbered})
    return kesepakatan.model_copy(update=new), numbers, problem


def _number_level(
    items: Sequence[Butir | Pasal],
    level: str,
    above: Address,
    path: DataPath,
    numbers: Numbers,
    problem: list[Problem],
) -> Iterator[Butir | Pasal]:
    for i, (unit, label) in enumerate(
        zip(items, number_siblings(items, level), strict=True)
    ):
        address: Address = (*above, (level, label))
        here: DataPath = (*path, i)
        if address in numbers.index:
            problem.append(
                Problem(
                    at(*here, "nomor"),
                    "nomor-ganda",
                    f"nomor {label} sudah dipakai",
                    "beri nomor lain atau hapus nomor",
                )
            )
        numbers.alamat[here] = address
        numbers.index.setdefault(address, len(numbers.index))
        # What is deleted keeps its number and loses its role: nothing may rest on it any more.
        if (
            unit.kunci
            and not unit.dihapus
            and numbers.kunci.setdefault(unit.kunci, address) != address
        ):
            problem.append(
                Problem(
                    at(*here, "kunci"),
                    "kunci-rujukan-ganda",
                    f'kunci "{unit.kunci}" dipakai dua kali',
                    "beri nama lain",
                )
            )
        if unit.dihapus:
            joined = next(
                (s.isi or "" for s in reversed(items[:i]) if not s.dihapus), ""
            ).endswith(_JOINED)
            yield _deleted(unit, label, level, joined)
            continue
        new: dict[str, object] = {"nomor": label}
        for name, content in level_content(unit):
            new[name] = tuple(
                _number_level(content, name, address, (*here, name), numbers, problem)
            )
        yield unit.model_copy(update=new)


_TAIL = re.compile(r"[;.,:]?(?: (?:dan/atau|dan|atau))?$")


_JOINED = ("; dan", "; atau", "; dan/atau")


def _deleted(
    unit: Butir | Pasal, nomor: str, level: str, joined: bool
) -> Butir | Pasal:
    """What stays on paper of a deleted part, with its number: "(2) Dihapus.", "b. dihapus; dan".

    `joined`: the part before it says `dan` already, as it does where the list was written without the deleted one.
    """
    empty = dict.fromkeys(("ayat", *LEVEL), ())
    if isinstance(unit, Pasal):
        return unit.model_copy(
            update={
                **empty,
                "nomor": nomor,
                "judul": None,
                "isi": DIHAPUS_KALIMAT,
                "korespondensi": None,
                "penutup": None,
            }
        )
    tail = _TAIL.search(unit.penutup or unit.isi)
    mark = tail[0].replace(":", ";") if tail else ""
    content = (
        DIHAPUS_KALIMAT if level == "ayat" else DIHAPUS + (mark[:1] if joined else mark)
    )
    empty.pop("ayat")
    return unit.model_copy(
        update={
            **empty,
            "nomor": nomor,
            "isi": content,
            "korespondensi": None,
            "penutup": None,
        }
    )


def _programme(p: Program) -> dict[str, object]:
    if p.dihapus:
        return {
            "nama": DIHAPUS,
            "tahapan": (Tahapan(isi=DIHAPUS).model_copy(update={"nomor": ""}),),
        }
    return {"tahapan": _number_tahapan(p.tahapan, 0)}


def only_stage(content: object, nomor: object) -> bool:
    """Whether a programme's single stage bears no number: it has none of its own and no stages below."""
    return not content and nomor is None


def _number_tahapan(items: tuple[Tahapan, ...], inside: int) -> tuple[Tahapan, ...]:
    """Stages are labelled 1. 2. then a. b. below; a single stage without stages below bears no number."""
    if len(items) == 1 and inside == 0 and only_stage(items[0].tahapan, items[0].nomor):
        return (items[0].model_copy(update={"nomor": ""}),)
    return tuple(
        Tahapan(isi=DIHAPUS, nomor=label)
        if t.dihapus
        else t.model_copy(
            update={"nomor": label, "tahapan": _number_tahapan(t.tahapan, inside + 1)}
        )
        for t, label in zip(
            items, number_siblings(items, tahapan_level(inside)), strict=True
        )
    )
