"""`agreements/<slug>/adendum-NN.yaml` on top of the agreement: each in order, and the text in force on a day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notakesepakatan.compute.change.apply import WrongContent, apply
from notakesepakatan.compute.text.coherence import check_coherence
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.compute.text.tree import Tree, to_tree
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.datum import parse, read_limited
from notakesepakatan.load.kesepakatan import Loaded, load_kesepakatan
from notakesepakatan.load.messages import translate_all
from notakesepakatan.load.yaml import Source
from notakesepakatan.model.adendum import Adendum
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import Place, at
from notakesepakatan.temuan import Position, Problem, Temuan
from notakesepakatan.words.numbers import order
from notakesepakatan.words.tanggal import tanggal_long
from notakesepakatan.workspace.folders import Workspace

_NAME = re.compile(r"adendum-(?:0[1-9]|[1-9][0-9]{1,2})\.yaml")


@dataclass(frozen=True)
class LoadedAdendum:
    """An adendum between two texts.

    Attributes:
        nomor: its place, from 1.
        adendum: the data.
        source: where each of its values stands.
        isi: bytes of the file.
        sebelum: the text it changes.
        sesudah: the text with it.
        in_force: first day of its force; None for a draft, and for all behind one.
    """

    nomor: int
    adendum: Adendum
    source: Source
    isi: bytes
    sebelum: Loaded
    sesudah: Loaded
    in_force: date | None


@dataclass(frozen=True)
class Riwayat:
    """An agreement as signed and its adenda in order."""

    origin: Loaded
    adendum: tuple[LoadedAdendum, ...] = ()

    @property
    def last(self) -> Loaded:
        """The text with every adendum, drafts too: what the next one stands on."""
        return self.adendum[-1].sesudah if self.adendum else self.origin

    def applied(
        self, per: date | None, *, konsep: bool = False
    ) -> tuple[LoadedAdendum, ...]:
        """The adenda in force on a day (None: on any, however far off), with `konsep` the drafts behind them too."""
        in_force = [
            a for a in self.adendum if a.in_force and (per is None or a.in_force <= per)
        ]
        return (
            self.adendum
            if konsep and len(in_force) == len([a for a in self.adendum if a.in_force])
            else tuple(in_force)
        )

    def on(self, per: date | None, *, konsep: bool = False) -> Loaded:
        """The text in force on a day."""
        used = self.applied(per, konsep=konsep)
        return used[-1].sesudah if used else self.origin


def load_riwayat(
    workspace: Workspace, slug: str, origin: Loaded | None = None
) -> Riwayat:
    """The agreement and every adendum of it; `origin` is the agreement where it is loaded already.

    Raises:
        FaultyNaskah: with every finding of the first file that has one.
        NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    origin = origin or load_kesepakatan(workspace.file(slug))
    result = list[LoadedAdendum]()
    for index, file in enumerate(adendum_files(workspace, slug), 1):
        _check_order(file, index, origin)
        result.append(
            parse_adendum(read_limited(file), str(file), Riwayat(origin, tuple(result)))
        )
    return Riwayat(origin, tuple(result))


def load_in_force(workspace: Workspace, slug: str, per: date | None) -> Loaded:
    """The text of an agreement in force on a day.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    return load_riwayat(workspace, slug).on(per)


def adendum_files(workspace: Workspace, slug: str) -> list[Path]:
    """Its files `adendum-NN.yaml` in order."""
    ada = [
        file
        for file in workspace.file(slug).parent.iterdir()
        if file.name.lower().startswith("adendum")
    ]
    wrong = [file for file in ada if not _NAME.fullmatch(file.name)]
    if wrong:
        saran = "beri nama adendum-01.yaml, adendum-02.yaml, …, atau pindahkan ke folder lain"
        raise FaultyNaskah(
            [
                Temuan(
                    Position(str(one)),
                    Place(),
                    "nama",
                    "bukan nama berkas adendum",
                    saran,
                )
                for one in wrong
            ]
        )
    return sorted(ada, key=lambda file: int(file.stem[8:]))


def _check_order(file: Path, index: int, origin: Loaded) -> None:
    nomor, position = int(file.stem[8:]), Position(str(file))
    if nomor != index:
        saran = f"beri nama adendum-{index:02}.yaml, atau kembalikan yang hilang"
        raise FaultyNaskah(
            [
                Temuan(
                    position, Place(), "urutan", f"adendum ke-{index} tidak ada", saran
                )
            ]
        )
    if origin.kesepakatan.konsep:
        saran = (
            "ubah langsung kesepakatan.yaml, atau isi penandatanganan.tanggal di sana"
        )
        raise FaultyNaskah(
            [
                Temuan(
                    position,
                    Place(),
                    "konsep",
                    "kesepakatannya belum ditandatangani",
                    saran,
                )
            ]
        )


def parse_adendum(content: bytes, name: str, riwayat: Riwayat) -> LoadedAdendum:
    """One adendum on top of all before it.

    Raises:
        FaultyNaskah: with every finding, sorted by place.
    """
    adendum, source = parse(Adendum, content, name)
    before = riwayat.last
    temuan = [_place(m, source) for m in _check_frame(adendum, riwayat)]
    tree, problem = apply(to_tree(before.kesepakatan), adendum.perubahan)
    for one in problem:
        if isinstance(one, WrongContent):
            temuan += translate_all(one.sebab, source, one.type_, one.path)
        else:
            temuan.append(_place(one, source))
    if not problem:
        temuan += [_place(m, source) for m in _check_result(adendum, before, tree)]
    if temuan:
        raise FaultyNaskah(temuan)
    kesepakatan = Kesepakatan.model_validate(tree)
    n = max(len(k.para_pihak) for k in (before.kesepakatan, kesepakatan))
    if len(adendum.para_pihak) > n:
        m = Problem(
            at("para_pihak", n),
            "pihak",
            f"kesepakatan ini hanya berpihak {n}",
            "hapus yang lebih",
        )
        raise FaultyNaskah([_place(m, source)])
    nomor = len(riwayat.adendum) + 1
    changed = (*before.changed, f"Adendum {order(nomor).title()}")
    after = replace(
        before,
        kesepakatan=kesepakatan,
        reading=resolve(kesepakatan)[0],
        changed=changed,
    )
    if adendum.para_pihak and not adendum.konsep:
        after = replace(after, penanda_tangan=adendum.para_pihak)
    return LoadedAdendum(
        nomor, adendum, source, content, before, after, _in_force_from(adendum, riwayat)
    )


def _place(m: Problem, source: Source) -> Temuan:
    return m.found_at(source.tempat(m.place.path))


def _in_force_from(adendum: Adendum, riwayat: Riwayat) -> date | None:
    """First day of force; never before the adendum whose text it changes."""
    begin = adendum.mulai_berlaku or adendum.penandatanganan.tanggal
    if adendum.berlaku_surut and adendum.penandatanganan.tanggal:
        begin = riwayat.origin.kesepakatan.penandatanganan.tanggal
    if not riwayat.adendum:
        return begin if adendum.penandatanganan.tanggal else None
    previous = riwayat.adendum[-1].in_force
    return (
        max(begin, previous)
        if begin and previous and adendum.penandatanganan.tanggal
        else None
    )


def _check_frame(adendum: Adendum, riwayat: Riwayat) -> list[Problem]:
    """Dates and parties against the agreement and the adendum before."""
    result, tanggal = list[Problem](), adendum.penandatanganan.tanggal
    origin = riwayat.origin.kesepakatan
    di: tuple[str | int, ...] = ("penandatanganan", "tanggal")
    if (
        tanggal
        and origin.penandatanganan.tanggal
        and tanggal < origin.penandatanganan.tanggal
    ):
        message = _precedes(
            "tanggal adendum",
            tanggal,
            "tanggal kesepakatan",
            origin.penandatanganan.tanggal,
        )
        result.append(Problem(Place(di), "urutan", message, "periksa tanggalnya"))
    if tanggal and riwayat.adendum:
        previous = riwayat.adendum[-1].adendum.penandatanganan.tanggal
        if previous is None:
            message = f"adendum {order(len(riwayat.adendum))} belum bertanggal, padahal yang ini sudah"
            result.append(
                Problem(
                    Place(di),
                    "urutan",
                    message,
                    "isi tanggal adendum sebelumnya, atau kosongkan yang ini",
                )
            )
        elif tanggal < previous:
            message = _precedes(
                "tanggal adendum", tanggal, "tanggal adendum sebelumnya", previous
            )
            result.append(
                Problem(Place(di), "urutan", message, "periksa kedua tanggal")
            )
    if adendum.mulai_berlaku and adendum.berlaku_surut:
        saran = "pakai salah satu"
        result.append(
            Problem(
                at("berlaku_surut"),
                "berlaku",
                "berdampingan dengan mulai_berlaku",
                saran,
            )
        )
    if (
        adendum.mulai_berlaku
        and origin.penandatanganan.tanggal
        and adendum.mulai_berlaku < origin.penandatanganan.tanggal
    ):
        message = _precedes(
            "mulai berlaku",
            adendum.mulai_berlaku,
            "tanggal kesepakatan",
            origin.penandatanganan.tanggal,
        )
        result.append(
            Problem(at("mulai_berlaku"), "urutan", message, "periksa tanggalnya")
        )
    if tanggal and not adendum.penandatanganan.tempat:
        message = "tempat belum diisi, padahal adendum sudah bertanggal"
        result.append(
            Problem(at("penandatanganan"), "bertanggal", message, 'tambahkan "tempat:"')
        )
    for path, text in _frame_texts(adendum):
        if "[[" in text:
            message = "kurung siku ganda tidak diisi di sini"
            result.append(Problem(Place(path), "isian", message, "tulis kata-katanya"))
    if tanggal and not any(one.nomor for one in adendum.para_pihak):
        message = "tidak satu pihak pun bernomor, padahal adendum sudah bertanggal"
        result.append(
            Problem(
                at("para_pihak"),
                "bertanggal",
                message,
                'tambahkan "nomor:" pada pihak yang memberi nomor',
            )
        )
    return result


def _precedes(word: str, day: date, other_words: str, lain: date) -> str:
    return (
        f"{word} ({tanggal_long(day)}) mendahului {other_words} ({tanggal_long(lain)})"
    )


def _frame_texts(adendum: Adendum) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for i, reason in enumerate(adendum.alasan):
        yield ("alasan", i), reason
    for i, pihak in enumerate(adendum.para_pihak):
        for key, content in pihak.model_dump(
            exclude_none=True, exclude={"kalimat"}
        ).items():
            yield ("para_pihak", i, key), content


def _check_result(adendum: Adendum, before: Loaded, tree: Tree) -> list[Problem]:
    """What the changed text has wrong, at the operation that made it so."""
    if not _faults(tree):
        return []
    now, already, result = (
        to_tree(before.kesepakatan),
        set(_faults(to_tree(before.kesepakatan))),
        list[Problem](),
    )
    for i, operation in enumerate(adendum.perubahan):
        now, _ = apply(now, [operation])
        for message, saran in _faults(now):
            if (message, saran) not in already:
                already.add((message, saran))
                result.append(
                    Problem(
                        at("perubahan", i),
                        "akibat",
                        f"naskah menjadi tidak sah: {message}",
                        saran,
                    )
                )
    end = set(_faults(tree))
    return [m for m in result if any(m.message.endswith(message) for message, _ in end)]


def _faults(tree: Tree) -> Sequence[tuple[str, str]]:
    try:
        kesepakatan = Kesepakatan.model_validate(tree)
    except ValidationError as cause:
        empty = Source("", "", tree, {}, {})
        return [
            (f"{t.kunci}: {t.message}", t.saran)
            for t in translate_all(cause, empty, Kesepakatan, ())
        ]
    _, problem = resolve(kesepakatan)
    return [
        (f"{m.place}: {m.message}", m.saran)
        for m in (*problem, *check_coherence(kesepakatan))
    ]
