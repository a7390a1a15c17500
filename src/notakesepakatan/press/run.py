"""Documents of one or of thousands of agreements, made by this process, by many, or by a cluster."""

import errno
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from notakesepakatan.errors import NotaError, TidakDapatDibaca
from notakesepakatan.press.batch import PATIENCE, Failed, explain, run_jobs
from notakesepakatan.press.cluster import cluster
from notakesepakatan.press.environment import likeness
from notakesepakatan.press.plan import Catatan, Hasil, Plan, Row, fingerprint, state
from notakesepakatan.press.processes import cores, press, processes
from notakesepakatan.press.stop import Henti
from notakesepakatan.workspace.contents import content_hash, own_files
from notakesepakatan.workspace.folders import BERKAS_KESEPAKATAN, RuangKerja
from notakesepakatan.workspace.save import save
from notakesepakatan.workspace.state import Tanda, names, sign

if TYPE_CHECKING:
    from notakesepakatan.press.job import Job, Rendered

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
        henti: tells when to stop.
        patience: seconds without any document done before a worker of this machine is given up.
    """

    proses: int | None = None
    klaster: str = ""
    henti: Henti = field(default_factory=Henti)
    patience: float = PATIENCE


def susun(kerja: Plan, cara: Cara | None = None) -> Generator[Hasil, None, None]:
    """Do what is planned; one agreement that fails does not stop the others.

    What is finished when the caller stops asking is whole and known to the index.

    Raises:
        NaskahBermasalah: the workspace's settings are wrong, before anything is written.
        KlasterBermasalah: the cluster cannot be used.
        TanpaPekerja: no process can be had.
        NoHeadway: processes can be had, and stall.
        KeyboardInterrupt: `henti` says so.
    """
    cara, baru = cara or Cara(), dict(kerja.segar)
    try:
        for job, jadi in _rendered(kerja, cara) if kerja.perlu else ():
            with cara.henti.held():
                hasil, row = _keep(kerja, job, jadi)
                if row:
                    baru[job.slug] = row
                if len(baru) >= _INGAT_TIAP:
                    kerja.remember(baru)
                    baru.clear()
            yield hasil
            cara.henti.check()
    finally:
        with cara.henti.held():
            kerja.remember(baru)


def _rendered(kerja: Plan, cara: Cara) -> "Iterator[tuple[Job, Rendered]]":
    """Every job with what became of it, in the order of the plan."""
    jumlah = len(kerja.perlu)
    sedikit = not cara.klaster and (cara.proses == 1 or jumlah == 1 or (cara.proses is None and jumlah < _SEDIKIT))
    with ExitStack() as tumpukan:
        # Forked before anything heavy is imported here, so that both import at the same time.
        cetak = press(cara.patience) if sedikit and cara.proses is None and "pdf" in kerja.pesanan.format else None
        if cetak:
            tumpukan.enter_context(cetak.pool)
        from notakesepakatan.compose.composer import Penyusun
        from notakesepakatan.press.job import Rendered, perform

        Penyusun.of(kerja.ruang.akar)  # what is wrong in the settings is said once, before anything is made
        if sedikit:
            for job in _jobs(kerja):
                with cara.henti.held():
                    try:
                        jadi = perform(job, cetak)
                    except Exception as sebab:  # this job's failure and no other's
                        cetak = None if isinstance(sebab, BrokenExecutor) else cetak
                        jadi = Rendered(masalah=f"{job.slug}: gagal disusun: {explain(sebab)}")
                yield job, jadi
            return
        make, pekerja = _executor(cara, jumlah, tumpukan)
        jobs = _jobs(kerja, likeness() if cara.klaster else {})
        patience = None if cara.klaster else cara.patience  # a cluster may be busy with the work of others
        for job, hasil in run_jobs(jobs, perform, make, pekerja * _ANTRE, patience):
            yield job, Rendered(masalah=f"{job.slug}: gagal disusun: {hasil}") if isinstance(hasil, Failed) else hasil


def _executor(cara: Cara, jumlah: int, tumpukan: ExitStack) -> tuple[Callable[[], Executor], int]:
    """What makes an executor, and how many workers it has."""
    if cara.klaster:
        pool, pekerja = tumpukan.enter_context(cluster(cara.klaster))
        return (lambda: pool), pekerja
    proses = min(cara.proses or cores(), jumlah)
    return partial(processes, proses), proses


def _jobs(kerja: Plan, mesin: Mapping[str, str] | None = None) -> "Iterator[Job]":
    """A job for each agreement, its files read when it is asked for."""
    from notakesepakatan.press.job import Job

    ruang = kerja.ruang
    for slug in kerja.perlu:
        dibaca = time.time_ns()
        tanda, berkas, galat = _read(ruang, slug)
        row = None if kerja.paksa else kerja.rows.get(slug)
        kenal = {nama: jejak for nama, (jejak, _, _) in row.lying(str(kerja.folder(slug))).items()} if row else {}
        yield Job(
            slug, replace(kerja.pesanan, ke=None), str(ruang.akar), berkas, kerja.umum, kerja.lingkungan, kenal, tanda,
            dibaca, galat, mesin or {},
        )  # fmt: skip


def _read(ruang: RuangKerja, slug: str) -> tuple[Tanda, dict[str, bytes], str]:
    """The files of an agreement with their state, or why they cannot be read."""
    folder = ruang.agreements / slug
    try:
        tanda = sign(str(folder))
        if tanda:
            return tanda, own_files(ruang, slug, names(tanda)), ""
        galat: NotaError = TidakDapatDibaca(folder / BERKAS_KESEPAKATAN, OSError(errno.ENOENT, ""))
    except NotaError as sebab:
        galat = sebab
    except OSError as sebab:
        galat = TidakDapatDibaca(folder, sebab)
    return Tanda("", 0), {}, str(galat)


def _keep(kerja: Plan, job: "Job", jadi: "Rendered") -> tuple[Hasil, Row | None]:
    """Write what was made; what the index is to know of it, unless something went wrong."""
    folder, row, masalah = kerja.folder(job.slug), kerja.rows.get(job.slug), jadi.masalah
    tertulis, berkas = list[Path](), dict[str, Catatan]()
    try:
        for nama, jejak, isi in jadi.files:
            if isi is None and row:
                sidik = row.berkas[nama][1]
            else:
                save(folder / nama, isi or b"")
                tertulis.append(folder / nama)
                sidik = fingerprint(isi or b"")
            berkas[nama] = (jejak, sidik, state(str(folder / nama)))
    except (NotaError, OSError) as sebab:
        masalah = explain(sebab)
    hasil = Hasil(job.slug, tuple(tertulis), len(berkas) - len(tertulis), masalah, jadi.temuan)
    if masalah:
        return hasil, None
    jejak, format_ = content_hash(job.berkas), kerja.pesanan.format
    if row and not kerja.paksa and (row.jejak, row.lingkungan) == (jejak, job.lingkungan):
        # The same agreement in other formats than before: what was there stays known.
        berkas, format_ = {**row.berkas, **berkas}, tuple(sorted({*row.format, *format_}))
    usang = tuple(folder / nama for nama in _no_more(row, berkas, format_) if (folder / nama).exists())
    return replace(hasil, usang=usang), Row(
        job.tanda.teks, job.dibaca, jejak, job.lingkungan, format_, berkas, jadi.temuan,
    )  # fmt: skip


def _no_more(row: Row | None, berkas: Mapping[str, Catatan], format_: Sequence[str]) -> list[str]:
    """Files of an earlier run whose document was not made now, though a format that it came in then was asked for."""
    dulu = row.berkas if row else {}
    akhiran = {*format_, "xlsx"} if "docx" in format_ else {*format_}
    hilang = {nama.rpartition(".")[0] for nama in dulu if nama not in berkas and nama.rpartition(".")[2] in akhiran}
    return [nama for nama in dulu if nama not in berkas and nama.rpartition(".")[0] in hilang]
