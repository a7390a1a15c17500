"""`adendum-NN.yaml` on top of an agreement in, each text in its order out.

And the text in force on a day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notakesepakatan.compute.change.apply import WrongContent, apply
from notakesepakatan.compute.change.bab import shifted_bab
from notakesepakatan.compute.text.tree import Tree
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.datum import parse
from notakesepakatan.load.kesepakatan import (
    Computed,
    Loaded,
    compute,
    load_kesepakatan,
    place_problems,
)
from notakesepakatan.load.messages import translate_all
from notakesepakatan.load.yaml import Source
from notakesepakatan.model.adendum import Adendum
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import DataPath, Place, at
from notakesepakatan.temuan import Position, Problem, Temuan
from notakesepakatan.words.numbers import order
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
_PENANDATANGANAN_DAY = at("penandatanganan", "tanggal")


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

    @property
    def last(self) -> Loaded:
        """The text with every adendum, drafts too: what the next one stands on."""
        return self.adendum[-1].sesudah if self.adendum else self.origin

    def applied(
        self, per: date | None, *, konsep: bool = False
    ) -> tuple[LoadedAdendum, ...]:
        """The adenda in force on a day.

        Args:
            per: the day; None for any, however far off.
            konsep: the drafts too, where all that are signed are in force on that day.
        """
        signed = [item for item in self.adendum if item.in_force]
        in_force = [
            item
            for item in signed
            if per is None or (item.in_force and item.in_force <= per)
        ]
        if konsep and len(in_force) == len(signed):
            return self.adendum
        return tuple(in_force)

    def on(self, per: date | None, *, konsep: bool = False) -> Loaded:
        """The text in force on a day."""
        applied = self.applied(per, konsep=konsep)
        return applied[-1].sesudah if applied else self.origin


def load_riwayat(workspace: Workspace, slug: str) -> Riwayat:
    """The agreement and every adendum of it.

    Raises:
        FaultyNaskah: with every finding of the first file that has one.
        NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    riwayat = Riwayat(load_kesepakatan(workspace.file(slug)))
    _check_names(workspace.folder(slug))
    for nomor, file in enumerate(adendum_files(workspace, slug), 1):
        _check_order(file, nomor, riwayat.origin)
        loaded = parse_adendum(read_limited(file), str(file), riwayat)
        riwayat = replace(riwayat, adendum=(*riwayat.adendum, loaded))
    return riwayat


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
    before = riwayat.last
    temuan = place_problems(_check_frame(adendum, riwayat), source)
    tree, problems = apply(before.tree, adendum.perubahan)
    after = None
    if problems:
        temuan += _operation_faults(problems, source)
    else:
        after = _read(tree)
        if after.faults:
            problems_of_text = _check_result(adendum, before, after)
            temuan += place_problems(problems_of_text, source)
    if temuan or after is None or after.kesepakatan is None or after.computed is None:
        raise FaultyNaskah(temuan)
    _check_pihak(adendum, source, before.kesepakatan, after.kesepakatan)
    shifted = place_problems(
        shifted_bab(before.reading, after.computed.reading), source
    )
    if shifted:
        raise FaultyNaskah(shifted)
    nomor = len(riwayat.adendum) + 1
    sesudah = replace(
        before,
        kesepakatan=after.kesepakatan,
        reading=after.computed.reading,
        numbers=after.computed.numbers,
        changed=(*before.changed, adendum.name(nomor)),
    )
    if adendum.para_pihak and not adendum.konsep:
        sesudah = replace(sesudah, penanda_tangan=adendum.para_pihak)
    in_force = _in_force_from(adendum, riwayat)
    return LoadedAdendum(nomor, adendum, source, content, before, sesudah, in_force)


def _operation_faults(
    problems: list[Problem | WrongContent], source: Source
) -> list[Temuan]:
    result = list[Temuan]()
    for problem in problems:
        if isinstance(problem, WrongContent):
            result += translate_all(problem.cause, source, problem.wanted, problem.path)
        else:
            result += place_problems([problem], source)
    return result


def _check_pihak(
    adendum: Adendum, source: Source, before: Kesepakatan, after: Kesepakatan
) -> None:
    count = max(len(before.para_pihak), len(after.para_pihak))
    if len(adendum.para_pihak) > count:
        message = f"kesepakatan ini hanya berpihak {count}"
        problem = Problem(at("para_pihak", count), "pihak", message, "hapus yang lebih")
        raise FaultyNaskah(place_problems([problem], source))


def _in_force_from(adendum: Adendum, riwayat: Riwayat) -> date | None:
    """First day of force; never before the adendum whose text it changes."""
    signed = adendum.signed
    if signed is None:
        return None
    begin = adendum.mulai_berlaku or signed
    if adendum.berlaku_surut:
        begin = riwayat.origin.kesepakatan.signed or begin
    if not riwayat.adendum:
        return begin
    previous = riwayat.adendum[-1].in_force
    return max(begin, previous) if previous else None


def _check_frame(adendum: Adendum, riwayat: Riwayat) -> Iterator[Problem]:
    """Dates, parties and words of the adendum itself against what was before it."""
    origin_day = riwayat.origin.kesepakatan.signed
    yield from _check_origin_day(adendum, origin_day)
    if riwayat.adendum:
        yield from _check_previous_day(adendum, riwayat.adendum)
    yield from _check_force(adendum, origin_day)
    yield from _check_own_days(adendum, len(riwayat.last.kesepakatan.para_pihak))
    if adendum.signed:
        yield from _check_place(adendum)
    for path, text in _frame_texts(adendum):
        if "[[" in text:
            message = "kurung siku ganda tidak diisi di sini"
            yield Problem(Place(path), "isian", message, "tulis kata-katanya")
    if adendum.signed:
        if riwayat.origin.kesepakatan.numbered:
            yield from _check_numbered(adendum)
        yield from _check_alasan(adendum)
        yield from _check_beside(adendum)


def _check_origin_day(adendum: Adendum, origin_day: date | None) -> Iterator[Problem]:
    day = adendum.signed
    if day and origin_day and day < origin_day:
        message = _precedes("tanggal adendum", day, "tanggal kesepakatan", origin_day)
        yield Problem(_PENANDATANGANAN_DAY, "urutan", message, "periksa tanggalnya")


def _check_previous_day(
    adendum: Adendum, before: tuple[LoadedAdendum, ...]
) -> Iterator[Problem]:
    day = adendum.signed
    previous = before[-1].adendum.signed
    if day and previous is None:
        message = (
            f"adendum {order(len(before))} belum bertanggal, padahal yang ini sudah"
        )
        saran = "isi tanggal adendum sebelumnya, atau kosongkan yang ini"
        yield Problem(_PENANDATANGANAN_DAY, "urutan", message, saran)
    elif day and previous and day < previous:
        other = "tanggal adendum sebelumnya"
        message = _precedes("tanggal adendum", day, other, previous)
        yield Problem(_PENANDATANGANAN_DAY, "urutan", message, "periksa kedua tanggal")


def _check_force(adendum: Adendum, origin_day: date | None) -> Iterator[Problem]:
    begin = adendum.mulai_berlaku
    if begin and adendum.berlaku_surut:
        message = "berdampingan dengan mulai_berlaku"
        yield Problem(at("berlaku_surut"), "berlaku", message, "pakai salah satu")
    if begin and origin_day and begin < origin_day:
        message = _precedes("mulai berlaku", begin, "tanggal kesepakatan", origin_day)
        yield Problem(at("mulai_berlaku"), "urutan", message, "periksa tanggalnya")


def _check_own_days(adendum: Adendum, count: int) -> Iterator[Problem]:
    """Days of the parties make it signed only where they are those of all."""
    own = [one.penandatanganan for one in adendum.para_pihak]
    known = sum(each is not None and each.tanggal is not None for each in own)
    if not known or known == count:
        return
    if adendum.signed and not adendum.penandatanganan.tanggal:
        message = f"hari menandatangani ditulis bagi {known} dari {count} pihak"
        saran = "tulis penandatanganan setiap pihak, atau tanggal bersama"
        yield Problem(at("para_pihak"), "bertanggal", message, saran)


def _check_place(adendum: Adendum) -> Iterator[Problem]:
    own = [one.penandatanganan for one in adendum.para_pihak]
    each_has_one = bool(own) and all(each and each.tempat for each in own)
    if not adendum.penandatanganan.tempat and not each_has_one:
        message = "tempat belum diisi, padahal adendum sudah bertanggal"
        saran = 'tambahkan "tempat:"'
        yield Problem(at("penandatanganan"), "bertanggal", message, saran)


def _check_beside(adendum: Adendum) -> Iterator[Problem]:
    """Who signs a dated adendum beside the parties has a name."""
    beside = (("saksi", adendum.saksi), ("mengetahui", adendum.mengetahui))
    for key, people in beside:
        for i, one in enumerate(people):
            if not one.nama:
                message = "nama belum diisi, padahal adendum sudah bertanggal"
                yield Problem(at(key, i), "bertanggal", message, 'tambahkan "nama:"')


def _check_numbered(adendum: Adendum) -> Iterator[Problem]:
    if not any(penanda_tangan.nomor for penanda_tangan in adendum.para_pihak):
        message = "tidak satu pihak pun bernomor, padahal adendum sudah bertanggal"
        saran = 'tambahkan "nomor:" pada pihak yang memberi nomor'
        yield Problem(at("para_pihak"), "bertanggal", message, saran)


def _check_alasan(adendum: Adendum) -> Iterator[Problem]:
    """Who signs a change says why; a correction says so by what it is."""
    if adendum.jenis == "adendum" and not adendum.alasan:
        message = "alasan belum ada, padahal adendum sudah bertanggal"
        saran = 'tambahkan "alasan:", mis. teks, surat permintaan, atau berita_acara'
        yield Problem(at("alasan"), "bertanggal", message, saran)


def _precedes(what: str, day: date, other: str, other_day: date) -> str:
    return (
        f"{what} ({tanggal_long(day)}) mendahului {other} ({tanggal_long(other_day)})"
    )


_FRAME_KEYS = (
    "sebutan_naskah",
    "dasar_hukum",
    "alasan",
    "ketentuan_peralihan",
    "kalimat_penutup",
    "para_pihak",
    "saksi",
    "mengetahui",
)
"""What of an adendum stands on paper as it is typed."""


def _frame_texts(adendum: Adendum) -> Iterator[tuple[DataPath, str]]:
    said = adendum.model_dump(exclude_none=True, exclude={"perubahan"})
    for key in _FRAME_KEYS:
        yield from _texts_in(said.get(key), (key,))


def _texts_in(node: object, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """Texts below a path but the sentences of parties, which may hold brackets."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, content in node.items():
            if key != "kalimat":
                yield from _texts_in(content, (*path, key))
    elif isinstance(node, tuple | list):
        for i, content in enumerate(node):
            yield from _texts_in(content, (*path, i))


_Fault = tuple[str, str]
"""Message and suggestion."""


@dataclass(frozen=True)
class _ReadTree:
    """A tree as an agreement, as far as it is one, and what is wrong with it."""

    tree: Tree
    kesepakatan: Kesepakatan | None
    computed: Computed | None
    faults: tuple[_Fault, ...]


def _read(tree: Tree) -> _ReadTree:
    try:
        kesepakatan = Kesepakatan.model_validate(tree)
    except ValidationError as cause:
        nowhere = Source("", "", tree, {}, {})
        temuan = translate_all(cause, nowhere, Kesepakatan, ())
        misfit = tuple((f"{one.kunci}: {one.message}", one.saran) for one in temuan)
        return _ReadTree(tree, None, None, misfit)
    computed = compute(kesepakatan)
    faults = tuple(
        (f"{one.place}: {one.message}", one.saran) for one in computed.problems
    )
    return _ReadTree(tree, kesepakatan, computed, faults)


def _check_result(
    adendum: Adendum, before: Loaded, after: _ReadTree
) -> Iterator[Problem]:
    """What the changed text has wrong, at the operation that made it so.

    What a later operation puts right is no fault.
    """
    lasting = set(after.faults)
    known = set(_read(before.tree).faults)
    tree = before.tree
    for i, operation in enumerate(adendum.perubahan):
        tree, _ = apply(tree, [operation])
        for fault in _read(tree).faults:
            if fault in known:
                continue
            known.add(fault)
            message, saran = fault
            if any(message.endswith(other) for other, _ in lasting):
                text = f"naskah menjadi tidak sah: {message}"
                yield Problem(at("perubahan", i), "akibat", text, saran)
