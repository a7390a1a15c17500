"""Events of one agreement against each other: before the signing, twice, after the end, answering what never was."""

from collections.abc import Iterator, Sequence

from notakesepakatan.compute.peristiwa.content import tasks
from notakesepakatan.compute.time.register import BERTUGAS, Ringkasan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.temuan import Masalah


def check_peristiwa(r: Ringkasan, daftar: Sequence[tuple[str, Peristiwa]]) -> Iterator[tuple[str, Masalah]]:
    """Events that cannot be: before the signing, by an unknown party, after the end, twice. File name and finding."""
    akhir: dict[str, Peristiwa] = {}
    for nama, p in sorted(daftar, key=lambda satu: (satu[1].tanggal, satu[0])):
        if r.mulai is None:
            yield (
                nama,
                Masalah(("jenis",), "peristiwa", "kesepakatan belum bertanggal", "isi penandatanganan.tanggal lebih dahulu"),
            )
        elif p.tanggal < r.mulai:
            pesan = f"peristiwa {p.tanggal} mendahului penandatanganan {r.mulai}"
            yield nama, Masalah(("tanggal",), "peristiwa", pesan, "periksa tanggalnya")
        if p.jenis == "perpanjangan" and any(satu.diperpanjang for _, satu in r.kemudian):
            pesan = "perpanjangan sudah ada pada adendum dan akan dihitung dua kali"
            yield nama, Masalah(("jenis",), "peristiwa", pesan, "hapus peristiwa ini")
        if p.dari and p.dari not in r.kunci_pihak:
            yield (
                nama,
                Masalah(("dari",), "pihak", f'pihak "{p.dari}" tidak ada', f"pilih salah satu: {', '.join(r.kunci_pihak)}"),
            )
        for tutup in ("pengakhiran", "batal"):
            if tutup in akhir and p.jenis in ("perpanjangan", "pengakhiran", "batal"):
                pesan = f"{p.jenis} bertentangan dengan {tutup} {akhir[tutup].tanggal}"
                yield nama, Masalah(("jenis",), "peristiwa", pesan, "hapus peristiwa yang keliru")
        if p.jenis == "berita_acara_kahar" and not any(
            q.jenis == "keadaan_kahar" and q.tanggal == p.kejadian for _, q in daftar
        ):
            pesan = f"tidak ada keadaan kahar pada {p.kejadian}"
            yield nama, Masalah(("kejadian",), "peristiwa", pesan, "catat keadaan_kahar lebih dahulu")
        sama = [q for lain, q in daftar if lain != nama and q.jenis == p.jenis and (q.tanggal, lain) < (p.tanggal, nama)]
        if p.jenis in _SATU_SEHARI and any(q.tanggal == p.tanggal for q in sama):
            pesan = f"sudah ada {p.jenis.replace('_', ' ')} pada {p.tanggal}"
            yield nama, Masalah(("tanggal",), "peristiwa", pesan, "satukan dalam satu berkas")
        if p.jenis == "berita_acara_kahar" and any(q.kejadian == p.kejadian for q in sama):
            pesan = f"berita acara keadaan kahar {p.kejadian} sudah ada"
            yield nama, Masalah(("kejadian",), "peristiwa", pesan, "hapus salah satu")
        if p.jenis == "selesai":
            yield from ((nama, m) for m in _check_done(p, [q for _, q in daftar]))
        if p.kejadian and p.kejadian > p.tanggal:
            yield nama, Masalah(("kejadian",), "peristiwa", "kejadian sesudah yang menjawabnya", "periksa kedua tanggal")
        if p.jenis in ("pengakhiran", "batal"):
            akhir.setdefault(p.jenis, p)


_SATU_SEHARI = ("keadaan_kahar", "musyawarah", "pengakhiran")
"""Kinds that others answer by their day, so that a day has one of them."""


def _check_done(p: Peristiwa, semua: Sequence[Peristiwa]) -> Iterator[Masalah]:
    n = [len(list(tasks(q))) for q in semua if q.jenis in BERTUGAS and q.tanggal == p.kejadian]
    if not n:
        pesan = f"tidak ada pengakhiran atau musyawarah pada {p.kejadian}"
        yield Masalah(("kejadian",), "peristiwa", pesan, "periksa tanggal berita acaranya")
    elif not max(n):
        yield Masalah(("kejadian",), "peristiwa", f"berita acara {p.kejadian} tidak mempunyai butir", "hapus peristiwa ini")
    elif p.urutan and p.urutan > max(n):
        yield Masalah(("urutan",), "peristiwa", f"butir {p.urutan} tidak ada", f"butirnya 1 sampai dengan {max(n)}")
