"""Documents of one or of thousands of agreements, made by this process, by many, or by a cluster."""

import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from notakesepakatan.batch import DIED, Failed, run_jobs
from notakesepakatan.errors import NotaError
from notakesepakatan.load.isi_berkas import common_files, content_hash, own_files
from notakesepakatan.load.tanda import Tanda, names, sign
from notakesepakatan.plan import Hasil, Plan, Row
from notakesepakatan.pool import cluster, cores, press, processes
from notakesepakatan.write.simpan import save

if TYPE_CHECKING:
    from notakesepakatan.job import Job, Rendered

_INGAT_TIAP = 100
_SEDIKIT = 6
"""Fewer agreements than this are done sooner than a second process is ready."""
_ANTRE = 8
"""Jobs under way or waiting for each worker: enough that none is idle while one is slow."""


@dataclass(frozen=True)
class Cara:
    """How it is done.

    Attributes:
        proses: processes of this machine; None: as many as it has processors, where that pays. A program of several
            threads says how many.
        klaster: address of a Dask scheduler, which does it instead.
    """

    proses: int | None = None
    klaster: str = ""


def susun(kerja: Plan, cara: Cara | None = None) -> Generator[Hasil, None, None]:
    """Do what is planned; one agreement that fails does not stop the others.

    What is finished when the caller stops asking is whole and known to the index.

    Raises:
        NaskahBermasalah: the workspace's settings are wrong, before anything is written.
        KlasterBermasalah: the cluster cannot be used.
    """
    if not kerja.perlu:
        return
    cara, baru = cara or Cara(), dict[str, Row]()
    try:
        for job, jadi in _rendered(kerja, cara):
            hasil, row = _keep(kerja, job, jadi)
            if row:
                baru[job.slug] = row
            if len(baru) >= _INGAT_TIAP:
                kerja.remember(baru)
                baru.clear()
            yield hasil
    finally:
        kerja.remember(baru)


def _rendered(kerja: Plan, cara: Cara) -> "Iterator[tuple[Job, Rendered]]":
    """Every job with what became of it, in the order of the plan."""
    jumlah = len(kerja.perlu)
    sedikit = not cara.klaster and (cara.proses == 1 or jumlah == 1 or (cara.proses is None and jumlah < _SEDIKIT))
    with ExitStack() as tumpukan:
        # Forked before anything heavy is imported here, so that both import at the same time.
        cetak = press() if sedikit and cara.proses is None and "pdf" in kerja.pesanan.format else None
        if cetak:
            tumpukan.enter_context(cetak)
        from notakesepakatan.compose.penyusun import Penyusun
        from notakesepakatan.job import Rendered, perform

        Penyusun.of(kerja.ruang.akar)  # what is wrong in the settings is said once, before anything is made
        if sedikit:
            for job in _jobs(kerja):
                try:
                    jadi = perform(job, cetak)
                except BrokenExecutor:
                    jadi, cetak = Rendered(masalah=f"{job.slug}: gagal disusun: {DIED}"), None
                yield job, jadi
            return
        make, pekerja = _executor(cara, jumlah, tumpukan)
        for job, hasil in run_jobs(_jobs(kerja), perform, make, pekerja * _ANTRE):
            yield job, Rendered(masalah=f"{job.slug}: gagal disusun: {hasil}") if isinstance(hasil, Failed) else hasil


def _executor(cara: Cara, jumlah: int, tumpukan: ExitStack) -> tuple[Callable[[], Executor], int]:
    """What makes an executor, and how many workers it has."""
    if cara.klaster:
        pool, pekerja = tumpukan.enter_context(cluster(cara.klaster))
        return (lambda: pool), pekerja
    proses = min(cara.proses or cores(), jumlah)
    return partial(processes, proses), proses


def _jobs(kerja: Plan) -> "Iterator[Job]":
    """A job for each agreement, its files read when it is asked for."""
    from notakesepakatan.job import Job

    ruang, umum = kerja.ruang, tuple(common_files(kerja.ruang))
    for slug in kerja.perlu:
        dibaca, tanda = time.time_ns(), sign(str(ruang.agreements / slug)) or Tanda("", 0)
        row = kerja.rows.get(slug)
        yield Job(
            slug, replace(kerja.pesanan, ke=None), str(ruang.akar), own_files(ruang, slug, names(tanda)), umum,
            kerja.lingkungan, row.known(str(kerja.folder(slug))) if row else {}, tanda, dibaca,
        )  # fmt: skip


def _keep(kerja: Plan, job: "Job", jadi: "Rendered") -> tuple[Hasil, Row | None]:
    """Write what was made; what the index is to know of it, unless something went wrong."""
    folder, row, masalah = kerja.folder(job.slug), kerja.rows.get(job.slug), jadi.masalah
    tertulis, berkas = list[Path](), dict[str, tuple[str, int, int]]()
    try:
        for nama, jejak, isi in jadi.files:
            if isi is None and row:
                berkas[nama] = row.berkas[nama]
                continue
            save(folder / nama, isi or b"")
            tertulis.append(folder / nama)
            keterangan = (folder / nama).stat()
            berkas[nama] = (jejak, keterangan.st_size, keterangan.st_mtime_ns)
    except (NotaError, OSError) as sebab:
        masalah = str(sebab)
    hasil = Hasil(job.slug, tuple(tertulis), len(berkas) - len(tertulis), masalah, jadi.temuan)
    if masalah:
        return hasil, None
    jejak, format_ = content_hash(job.berkas), kerja.pesanan.format
    if row and (row.jejak, row.lingkungan) == (jejak, job.lingkungan):
        # The same agreement in other formats than before: what was there stays known.
        berkas, format_ = {**row.berkas, **berkas}, tuple(sorted({*row.format, *format_}))
    return hasil, Row(job.tanda.teks, job.dibaca, jejak, job.lingkungan, format_, berkas, jadi.temuan)
