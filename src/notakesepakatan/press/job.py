"""One agreement as a piece of work: data out, bytes back, so that any process of any machine can do it.

A worker lays the files it was sent into a folder of its own and goes the ordinary way; messages name the files where
they really stand. Doing a job twice does no harm.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from multiprocessing.util import Finalize
from pathlib import Path
from socket import gethostname

from notakesepakatan import __version__
from notakesepakatan.compose.composer import Penyusun
from notakesepakatan.errors import NotaError
from notakesepakatan.load.adendum import load_riwayat
from notakesepakatan.press.documents import count_faults, documents
from notakesepakatan.press.environment import likeness
from notakesepakatan.press.order import Pesanan
from notakesepakatan.press.plan import Umum
from notakesepakatan.press.processes import Press
from notakesepakatan.press.render import Terender, begin, finish
from notakesepakatan.workspace.folders import RuangKerja
from notakesepakatan.workspace.state import Tanda


@dataclass(frozen=True)
class Job:
    """An agreement to be rendered.

    Attributes:
        slug: its name.
        pesanan: what is wanted.
        akar: the workspace as messages call it.
        berkas: its files, by path below its folder.
        umum: the workspace's common files.
        lingkungan: hash of all else the documents depend on.
        kenal: what the files that are there already were made of.
        tanda: the state of its files as they were read.
        dibaca: when that was, nanoseconds.
        galat: what kept its files from being read; then there are none.
        mesin: what makes bytes on the machine that asks, where another one may do the job.
        versi: of the program that asks.
    """

    slug: str
    pesanan: Pesanan
    akar: str
    berkas: Mapping[str, bytes]
    umum: Umum
    lingkungan: str
    kenal: Mapping[str, str]
    tanda: Tanda
    dibaca: int
    galat: str = ""
    mesin: Mapping[str, str] = field(default_factory=dict)
    versi: str = __version__


@dataclass(frozen=True)
class Rendered:
    """What became of it: its files, what went wrong, and how many faults its text in force has."""

    files: tuple[Terender, ...] = ()
    masalah: str = ""
    temuan: int = 0


def perform(job: Job, cetak: Press | None = None) -> Rendered:
    """Render an agreement from what was sent; another process may set its PDFs meanwhile."""
    if job.versi != __version__:
        return Rendered(masalah=f"{job.slug}: pekerja memakai notakesepakatan {__version__}, di sini {job.versi}; samakan")
    if job.galat:
        return Rendered(masalah=job.galat)
    if beda := _differences(job.mesin):
        return Rendered(masalah=f"{job.slug}: {beda} pada pekerja {gethostname()} lain dari yang di sini; samakan")
    meja = _bench(job.umum)
    with tempfile.TemporaryDirectory(dir=meja.folder) as sementara:
        akar = Path(sementara)
        for nama, isi in job.berkas.items():
            _put(akar / "agreements" / job.slug / nama, isi)
        hasil = _render(RuangKerja(akar), meja.penyusun, job, cetak)
        masalah = hasil.masalah.replace(str(akar), job.akar).replace(str(meja.folder), job.akar)
        return replace(hasil, masalah=masalah)


def _render(ruang: RuangKerja, penyusun: Penyusun, job: Job, cetak: Press | None) -> Rendered:
    """Render an agreement from its files; an error of its author is a message, not an exception."""
    try:
        riwayat = load_riwayat(ruang, job.slug)
        daftar = documents(ruang, job.slug, riwayat, penyusun, job.pesanan)
        mulai = begin(daftar, job.pesanan.format, job.lingkungan, job.kenal, cetak)
        temuan = count_faults(riwayat.on(None))
        files, kurang = finish(mulai)
        return Rendered(tuple(files), str(kurang or ""), temuan)
    except NotaError as sebab:
        return Rendered(masalah=str(sebab))


def _differences(mesin: Mapping[str, str]) -> str:
    """Parts of what makes bytes that are not the same here: other bytes would be taken for those of the machine that asks."""
    if not mesin:
        return ""
    di_sini = likeness()
    return ", ".join(nama for nama, jejak in mesin.items() if di_sini.get(nama) != jejak)


@dataclass(frozen=True)
class _Bench:
    """A worker's own folder with the common files, kept from job to job."""

    folder: Path
    penyusun: Penyusun


_BERSIH = list[Finalize]()


@lru_cache(maxsize=1)
def _bench(umum: Umum) -> _Bench:
    folder = tempfile.TemporaryDirectory(prefix="nota-")
    try:
        akar = Path(folder.name)
        for nama, isi in umum:
            _put(akar / nama, isi)
        bangku = _Bench(akar, Penyusun.of(akar))
    except BaseException:
        folder.cleanup()
        raise
    _BERSIH.append(Finalize(folder, folder.cleanup, exitpriority=1))  # a worker's exit runs no other clean-up
    return bangku


def leave() -> None:
    """Remove what this process keeps from job to job; for one that ends without any farewell."""
    for bersih in _BERSIH:
        bersih()


def _put(jalur: Path, isi: bytes) -> None:
    jalur.parent.mkdir(parents=True, exist_ok=True)
    jalur.write_bytes(isi)
