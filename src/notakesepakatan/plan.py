"""What there is to do: agreements whose documents lie as they were written are left alone, unread.

The index keeps, for each agreement, what its files were when it was rendered and of what each document was made. Thrown
away, everything is made again. Nothing heavy is imported here: most often there is nothing to do.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from notakesepakatan.errors import NotaError
from notakesepakatan.load.indeks import read_index, write_index
from notakesepakatan.load.isi_berkas import content_hash, own_files
from notakesepakatan.load.lingkungan import environment
from notakesepakatan.load.ruang_kerja import RuangKerja, check_slug
from notakesepakatan.load.tanda import Tanda, names, scan, sign
from notakesepakatan.pesanan import Pesanan


@dataclass(frozen=True)
class Hasil:
    """What became of one agreement: files written, how many were there already, what went wrong, if anything."""

    slug: str
    berkas: tuple[Path, ...] = ()
    mutakhir: int = 0
    masalah: str = ""
    temuan: int = 0
    """Findings of level galat that stand in the text in force, spelling left aside."""


@dataclass(frozen=True)
class Row:
    """What the index knows of one agreement.

    Attributes:
        tanda: its files when they were read.
        dibaca: when that was, nanoseconds.
        jejak: hash of their bytes.
        lingkungan: hash of all else its documents depend on.
        format: endings that were wanted.
        berkas: each file by name: of what it was made, its size and time.
        temuan: faults of the text in force.
    """

    tanda: str
    dibaca: int
    jejak: str
    lingkungan: str
    format: Sequence[str]
    berkas: Mapping[str, tuple[str, int, int]]
    temuan: int

    def to_json(self) -> str:
        """As the index keeps it."""
        return json.dumps([getattr(self, ruas.name) for ruas in fields(self)])

    def known(self, folder: str) -> dict[str, str]:
        """Of what each file was made that lies in the folder as it was written."""
        return {
            nama: jejak for nama, (jejak, besar, waktu) in self.berkas.items() if lies(f"{folder}{os.sep}{nama}", besar, waktu)
        }


@dataclass(frozen=True)
class Plan:
    """Agreements that are up to date, that cannot be found, and those to be rendered."""

    ruang: RuangKerja
    pesanan: Pesanan
    lingkungan: str
    mutakhir: tuple[Hasil, ...]
    gagal: tuple[Hasil, ...]
    perlu: tuple[str, ...]
    rows: Mapping[str, Row]

    def folder(self, slug: str) -> Path:
        """Where the documents of an agreement go."""
        return (self.pesanan.ke or self.ruang.output) / slug

    def remember(self, baru: Mapping[str, Row]) -> None:
        """Keep what was just made in the index."""
        if baru:
            write_index(self.ruang, _table(self.ruang, self.pesanan), [(slug, row.to_json()) for slug, row in baru.items()])


def plan(ruang: RuangKerja, daftar_slug: Sequence[str], pesanan: Pesanan, *, paksa: bool = False) -> Plan:
    """Look at the files of every agreement: only where something changed is there work.

    Args:
        ruang: the workspace.
        daftar_slug: slugs; none: all.
        pesanan: what is wanted.
        paksa: everything anew.
    """
    lingkungan = environment(ruang)
    dikenal = {} if paksa else read_index(ruang, _table(ruang, pesanan))
    mutakhir, gagal, perlu, rows = list[Hasil](), list[Hasil](), list[str](), dict[str, Row]()
    for slug, tanda in _signed(ruang, daftar_slug):
        row = Row(*json.loads(dikenal[slug])) if slug in dikenal else None
        if row and tanda and _up_to_date(ruang, slug, tanda, row, lingkungan, pesanan):
            mutakhir.append(Hasil(slug, mutakhir=len(row.berkas), temuan=row.temuan))
            continue
        try:
            ruang.berkas(slug)
        except NotaError as sebab:
            gagal.append(Hasil(slug, masalah=str(sebab)))
            continue
        perlu.append(slug)
        if row:
            rows[slug] = row
    return Plan(ruang, pesanan, lingkungan, tuple(mutakhir), tuple(gagal), tuple(perlu), rows)


def _signed(ruang: RuangKerja, daftar_slug: Sequence[str]) -> Iterator[tuple[str, Tanda | None]]:
    """Slugs with the state of their files; None for one that is not there."""
    if not daftar_slug:
        yield from scan(ruang)
    for slug in dict.fromkeys(daftar_slug):
        try:
            yield slug, sign(str(ruang.agreements / check_slug(slug)))
        except (NotaError, OSError):
            yield slug, None


def _table(ruang: RuangKerja, pesanan: Pesanan) -> str:
    """Orders that write the same files have their rows in the same table of the index; format is a matter of the row."""
    ke = str((pesanan.ke or ruang.output).resolve())
    return "susun " + json.dumps((ke, pesanan.rangkap, sorted(pesanan.dokumen)))


def _up_to_date(ruang: RuangKerja, slug: str, tanda: Tanda, row: Row, lingkungan: str, pesanan: Pesanan) -> bool:
    if row.lingkungan != lingkungan or not set(pesanan.format) <= set(row.format):
        return False
    sama = row.tanda == tanda.teks and tanda.settled(row.dibaca)
    if not sama and content_hash(own_files(ruang, slug, names(tanda))) != row.jejak:
        return False
    folder = f"{pesanan.ke or ruang.output}{os.sep}{slug}{os.sep}"
    return all(lies(folder + nama, besar, waktu) for nama, (_, besar, waktu) in row.berkas.items())


def lies(jalur: str, besar: int, waktu: int) -> bool:
    """Whether a file is there as it was written, by size and time in nanoseconds."""
    try:
        keterangan = os.stat(jalur)  # noqa: PTH116 - a Path for each of 30,000 files costs more than the question
    except OSError:
        return False
    return (keterangan.st_size, keterangan.st_mtime_ns) == (besar, waktu)
