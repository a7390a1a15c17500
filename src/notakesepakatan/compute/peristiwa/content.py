"""What an event says against the agreement in force on its day: duties and rows it names, parties, dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.text.letak import WrongLetak, find
from notakesepakatan.compute.text.numbering import number
from notakesepakatan.compute.text.rencana_kerja import PlanRow, rows
from notakesepakatan.compute.text.tree import Tree, deleted, get_at, place_at, to_tree
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import SHARED
from notakesepakatan.model.peristiwa import Peristiwa, Tugas
from notakesepakatan.place import DataPath, Place, at
from notakesepakatan.temuan import Problem
from notakesepakatan.words.numbers import from_roman, roman

_TUGAS_ROLE = "tugas"
"""Keys of pasal and ayat on duties begin with it."""


@dataclass(frozen=True)
class QuotedTugas:
    """A duty of the agreement in its own words."""

    alamat: str
    teks: str


def duties(k: Kesepakatan, reading: Kesepakatan) -> tuple[QuotedTugas, ...]:
    """Every duty that may be chosen, the deepest parts below the pasal or ayat whose role is a duty."""
    _, numbers, _ = number(k)
    tree, result = to_tree(k), list[QuotedTugas]()
    root = [
        address
        for key, address in numbers.kunci.items()
        if key.split("_")[0] == _TUGAS_ROLE
    ]
    for path, address in numbers.alamat.items():
        if any(address[: len(a)] == a for a in root) and not _has_children(tree, path):
            result.append(quote(tree, reading, place_at(tree, path).words))
    return tuple(result)


def _has_children(tree: Tree, path: DataPath) -> bool:
    node = get_at(tree, path) or {}
    return deleted(node) or any(
        key in node for key in ("ayat", "huruf", "angka", "subhuruf", "subangka")
    )


def quote(tree: Tree, reading: Kesepakatan, letak: str) -> QuotedTugas:
    """The words at an address of the pasal, without the mark that ends them in their list.

    Raises:
        WrongLetak: no such part, or a deleted one.
    """
    path = find(tree, letak)
    node = get_at(tree, path)
    if path[0] != "pasal" or not isinstance(node, dict):
        raise WrongLetak(
            f"{letak} bukan pasal, ayat, huruf, atau angka",
            "sebut tugasnya, mis. Pasal 4 ayat (1) huruf a",
        )
    if deleted(node):
        raise WrongLetak(
            f"{letak} sudah dihapus dengan adendum", "pilih tugas yang masih berlaku"
        )
    thing: Any = reading
    for step in path:
        thing = thing[step] if isinstance(step, int) else getattr(thing, step)
    text: str = thing.isi or thing.judul or ""
    for tail in ("; dan/atau", "; dan", "; atau", ";", "."):
        text = text.removesuffix(tail)
    return QuotedTugas(place_at(tree, path).words, text)


def plan_rows(reading: Kesepakatan) -> dict[str, PlanRow]:
    """Rows of the work plan that hold work, by their address; a heading over others is none."""
    if not reading.lampiran:
        return {}
    every = rows(
        reading.lampiran, reading.kunci_pihak, reading.jangka_waktu.jumlah_tahun
    )
    return {
        one.alamat: one
        for one in every
        if not one.tahapan.tahapan and not one.tahapan.dihapus
    }


def check_content(
    p: Peristiwa, k: Kesepakatan, reading: Kesepakatan, end: date | None
) -> Iterator[Problem]:
    """What an event says that the agreement in force does not bear out.

    Args:
        p: the event.
        k: the agreement in force on its day, as typed.
        reading: the same as read.
        end: last day of the term then running, None where it does not matter.
    """
    tree = to_tree(k) if p.tugas else {}
    allowed = {one.alamat for one in duties(k, reading)} if p.tugas else set()
    for i, letak in enumerate(p.tugas):
        try:
            cited = quote(tree, reading, letak)
        except WrongLetak as cause:
            yield Problem(at("tugas", i), "tugas", str(cause), cause.saran)
            continue
        if letak in p.tugas[:i]:
            yield Problem(
                at("tugas", i), "tugas", f"{letak} disebut dua kali", "hapus salah satu"
            )
        elif allowed and cited.alamat not in allowed:
            yield Problem(
                at("tugas", i),
                "tugas",
                f"{letak} bukan satu tugas",
                f"pilih dari: {', '.join(sorted(allowed))}",
            )
    ada = plan_rows(reading) if p.program or p.baris else {}
    for path, address in (
        *((("program", i), one) for i, one in enumerate(p.program)),
        *((("baris", i, "alamat"), one.alamat) for i, one in enumerate(p.baris)),
    ):
        if address not in ada and not (
            path[0] == "program" and any(one.startswith(f"{address}.") for one in ada)
        ):
            yield Problem(
                Place(path),
                "program",
                f"baris {address} tidak ada pada Rencana Kerja",
                f"yang ada: {', '.join(ada) or '-'}",
            )
    for i, one in enumerate(p.baris):
        if one.alamat in [lain.alamat for lain in p.baris[:i]]:
            yield Problem(
                at("baris", i, "alamat"),
                "program",
                f"baris {one.alamat} disebut dua kali",
                "satukan",
            )
    yield from _check_brackets(p)
    yield from _check_year(p, reading)
    yield from _check_parties(p, reading.kunci_pihak)
    yield from _check_days(p, end)
    count = (
        len(k.para_pihak) if k.rangkap.bermeterai is None else k.rangkap.bermeterai
    ) + k.rangkap.arsip
    if p.rangkap and p.rangkap > count:
        yield Problem(
            at("rangkap"),
            "rangkap",
            f"rangkap {p.rangkap} dari {count}",
            f"pilih 1 sampai dengan {count}",
        )


def _check_brackets(p: Peristiwa) -> Iterator[Problem]:
    """An event is words as they are; nothing in it is filled."""

    def walk(thing: Any, path: DataPath) -> Iterator[Problem]:
        if isinstance(thing, str) and "[[" in thing:
            yield Problem(
                Place(path),
                "isian",
                "kurung siku ganda tidak diisi di sini",
                "tulis kata-katanya",
            )
        elif isinstance(thing, dict | list):
            for key, content in (
                thing.items() if isinstance(thing, dict) else enumerate(thing)
            ):
                yield from walk(content, (*path, key))

    yield from walk(p.model_dump(mode="json", exclude_defaults=True), ())


def _check_year(p: Peristiwa, k: Kesepakatan) -> Iterator[Problem]:
    n = k.jangka_waktu.jumlah_tahun
    try:
        wrong = p.tahun is not None and from_roman(p.tahun) > n
    except ValueError:
        wrong = True
    if wrong:
        yield Problem(
            at("tahun"),
            "tahun",
            f'tahun "{p.tahun}" di luar jangka waktu',
            f"tulis I sampai dengan {roman(n)}",
        )
    elif p.tahun and k.penandatanganan.tanggal:
        start = k.penandatanganan.tanggal + relativedelta(years=from_roman(p.tahun) - 1)
        if start > p.tanggal:
            yield Problem(
                at("tahun"),
                "tahun",
                f"tahun {p.tahun} baru dimulai {start}",
                "periksa tahun atau tanggalnya",
            )


def _check_parties(p: Peristiwa, kunci_pihak: Sequence[str]) -> Iterator[Problem]:
    saran = f"pilih salah satu: {', '.join(kunci_pihak)}"
    called: list[tuple[DataPath, str]] = [
        (("kerugian", one), one) for one in p.kerugian
    ]
    called += [
        ((name, i, "pihak"), one.pihak)
        for name, items in (("hadir", p.hadir), ("saksi", p.saksi))
        for i, one in enumerate(items)
        if one.pihak
    ]
    called += [
        ((name, i, "oleh"), one.oleh) for name, i, one in tasks(p) if one.oleh != SHARED
    ]
    for path, one in called:
        if one not in kunci_pihak:
            yield Problem(Place(path), "pihak", f'pihak "{one}" tidak ada', saran)
    if len(p.para_pihak) > len(kunci_pihak):
        yield Problem(
            at("para_pihak", len(kunci_pihak)),
            "pihak",
            f"kesepakatan ini hanya berpihak {len(kunci_pihak)}",
            "hapus",
        )


def tasks(p: Peristiwa) -> Iterator[tuple[str, int, Tugas]]:
    """Whatever an event leaves to be done: its key, its place, the task."""
    for name, items in (
        ("kewajiban", p.kewajiban),
        ("tindak_lanjut", p.tindak_lanjut),
        ("pemulihan", p.pemulihan),
    ):
        for i, one in enumerate(items):
            yield name, i, one


def _check_days(p: Peristiwa, end: date | None) -> Iterator[Problem]:
    saran = "periksa kedua tanggal"
    for name, day in (("sampai", p.sampai), ("diketahui", p.diketahui)):
        if day and day < p.tanggal:
            yield Problem(
                at(name),
                "peristiwa",
                f"{day} mendahului kejadiannya {p.tanggal}",
                saran,
            )
    if (
        p.surat_keterangan
        and p.surat_keterangan.tanggal
        and p.surat_keterangan.tanggal < p.tanggal
    ):
        message = f"surat keterangan {p.surat_keterangan.tanggal} mendahului kejadiannya {p.tanggal}"
        yield Problem(at("surat_keterangan", "tanggal"), "peristiwa", message, saran)
    for name, i, one in tasks(p):
        if one.paling_lambat and one.paling_lambat < p.tanggal:
            message = f"{one.paling_lambat} mendahului {p.jenis.replace('_', ' ')} {p.tanggal}"
            yield Problem(at(name, i, "paling_lambat"), "peristiwa", message, saran)
    if (
        end
        and p.tanggal > end
        and p.jenis in ("keadaan_kahar", "realisasi", "pengakhiran")
    ):
        yield Problem(
            at("tanggal"),
            "peristiwa",
            f"{p.tanggal} di luar jangka waktu, yang berakhir {end}",
            "periksa tanggalnya",
        )
    if (
        end
        and p.sebab == "jangka-waktu"
        and p.jenis == "pengakhiran"
        and p.tanggal != end
    ):
        yield Problem(
            at("sebab"),
            "peristiwa",
            f"jangka waktu baru berakhir {end}",
            "periksa tanggal atau sebabnya",
        )
