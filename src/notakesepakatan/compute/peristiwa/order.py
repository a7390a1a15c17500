"""Events of one agreement against each other: before the signing, twice, after the end, answering what never was."""

from collections.abc import Iterator, Sequence

from notakesepakatan.compute.peristiwa.content import tasks
from notakesepakatan.compute.time.register import ASSIGNED, Summary
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.place import at
from notakesepakatan.temuan import Problem


def check_peristiwa(
    r: Summary, items: Sequence[tuple[str, Peristiwa]]
) -> Iterator[tuple[str, Problem]]:
    """Events that cannot be: before the signing, by an unknown party, after the end, twice. File name and finding."""
    end: dict[str, Peristiwa] = {}
    for name, p in sorted(items, key=lambda one: (one[1].tanggal, one[0])):
        if r.begin is None:
            yield (
                name,
                Problem(
                    at("jenis"),
                    "peristiwa",
                    "kesepakatan belum bertanggal",
                    "isi penandatanganan.tanggal lebih dahulu",
                ),
            )
        elif p.tanggal < r.begin:
            message = f"peristiwa {p.tanggal} mendahului penandatanganan {r.begin}"
            yield (
                name,
                Problem(at("tanggal"), "peristiwa", message, "periksa tanggalnya"),
            )
        if p.jenis == "perpanjangan" and any(one.extended for _, one in r.later):
            message = "perpanjangan sudah ada pada adendum dan akan dihitung dua kali"
            yield (
                name,
                Problem(at("jenis"), "peristiwa", message, "hapus peristiwa ini"),
            )
        if p.dari and p.dari not in r.kunci_pihak:
            yield (
                name,
                Problem(
                    at("dari"),
                    "pihak",
                    f'pihak "{p.dari}" tidak ada',
                    f"pilih salah satu: {', '.join(r.kunci_pihak)}",
                ),
            )
        for closed in ("pengakhiran", "batal"):
            if closed in end and p.jenis in ("perpanjangan", "pengakhiran", "batal"):
                message = (
                    f"{p.jenis} bertentangan dengan {closed} {end[closed].tanggal}"
                )
                yield (
                    name,
                    Problem(
                        at("jenis"), "peristiwa", message, "hapus peristiwa yang keliru"
                    ),
                )
        if p.jenis == "berita_acara_kahar" and not any(
            q.jenis == "keadaan_kahar" and q.tanggal == p.kejadian for _, q in items
        ):
            message = f"tidak ada keadaan kahar pada {p.kejadian}"
            yield (
                name,
                Problem(
                    at("kejadian"),
                    "peristiwa",
                    message,
                    "catat keadaan_kahar lebih dahulu",
                ),
            )
        same = [
            q
            for lain, q in items
            if lain != name
            and q.jenis == p.jenis
            and (q.tanggal, lain) < (p.tanggal, name)
        ]
        if p.jenis in _ONE_A_DAY and any(q.tanggal == p.tanggal for q in same):
            message = f"sudah ada {p.jenis.replace('_', ' ')} pada {p.tanggal}"
            yield (
                name,
                Problem(
                    at("tanggal"), "peristiwa", message, "satukan dalam satu berkas"
                ),
            )
        if p.jenis == "berita_acara_kahar" and any(
            q.kejadian == p.kejadian for q in same
        ):
            message = f"berita acara keadaan kahar {p.kejadian} sudah ada"
            yield (
                name,
                Problem(at("kejadian"), "peristiwa", message, "hapus salah satu"),
            )
        if p.jenis == "selesai":
            yield from ((name, m) for m in _check_done(p, [q for _, q in items]))
        if p.kejadian and p.kejadian > p.tanggal:
            yield (
                name,
                Problem(
                    at("kejadian"),
                    "peristiwa",
                    "kejadian sesudah yang menjawabnya",
                    "periksa kedua tanggal",
                ),
            )
        if p.jenis in ("pengakhiran", "batal"):
            end.setdefault(p.jenis, p)


_ONE_A_DAY = ("keadaan_kahar", "musyawarah", "pengakhiran")
"""Kinds that others answer by their day, so that a day has one of them."""


def _check_done(p: Peristiwa, every: Sequence[Peristiwa]) -> Iterator[Problem]:
    n = [
        len(list(tasks(q)))
        for q in every
        if q.jenis in ASSIGNED and q.tanggal == p.kejadian
    ]
    if not n:
        message = f"tidak ada pengakhiran atau musyawarah pada {p.kejadian}"
        yield Problem(
            at("kejadian"), "peristiwa", message, "periksa tanggal berita acaranya"
        )
    elif not max(n):
        yield Problem(
            at("kejadian"),
            "peristiwa",
            f"berita acara {p.kejadian} tidak mempunyai butir",
            "hapus peristiwa ini",
        )
    elif p.urutan and p.urutan > max(n):
        yield Problem(
            at("urutan"),
            "peristiwa",
            f"butir {p.urutan} tidak ada",
            f"butirnya 1 sampai dengan {max(n)}",
        )
