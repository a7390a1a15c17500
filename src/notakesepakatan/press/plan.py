"""What there is to do: agreements whose documents lie as they were written are left alone, unread.

The index keeps, for each agreement, what its files were when it was rendered and of what each document was made. Thrown
away, everything is made again. Nothing heavy is imported here: most often there is nothing to do.
"""

import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256
from pathlib import Path

from notakesepakatan.errors import KesepakatanTidakAda, NotaError, TidakDapatDibaca
from notakesepakatan.press.environment import environment
from notakesepakatan.press.order import Pesanan
from notakesepakatan.workspace.contents import common_files, content_hash, own_files
from notakesepakatan.workspace.folders import RuangKerja, check_slug
from notakesepakatan.workspace.index import read_index, shape, write_index
from notakesepakatan.workspace.state import Tanda, names, scan, sign

Umum = tuple[tuple[str, bytes], ...]
"""Path and bytes of each file that all agreements of a workspace share."""
Catatan = tuple[str, str, list[int]]
"""What is known of a document: hash of what it was made of, hash of its bytes, its state as it was written."""


@dataclass(frozen=True)
class Hasil:
    """What became of one agreement: files written, how many were there already, what went wrong, if anything."""

    slug: str
    berkas: tuple[Path, ...] = ()
    mutakhir: int = 0
    masalah: str = ""
    temuan: int = 0
    """Findings of level galat that stand in the text in force, spelling left aside."""
    usang: tuple[Path, ...] = ()
    """Files of earlier runs that are there still and that it has no more."""


@dataclass(frozen=True)
class Row:
    """What the index knows of one agreement.

    Attributes:
        tanda: its files when they were read.
        dibaca: when that was, nanoseconds.
        jejak: hash of their bytes.
        lingkungan: hash of all else its documents depend on.
        format: endings that were wanted.
        berkas: each file by name.
        temuan: faults of the text in force.
    """

    tanda: str
    dibaca: int
    jejak: str
    lingkungan: str
    format: Sequence[str]
    berkas: Mapping[str, Catatan]
    temuan: int

    def to_json(self) -> str:
        """As the index keeps it."""
        return json.dumps([_BENTUK, *(getattr(self, ruas) for ruas in _RUAS)])

    def lying(self, folder: str) -> dict[str, Catatan]:
        """The files that lie in the folder as they were written, with their state as it is now."""
        ada = dict[str, Catatan]()
        for nama, (jejak, sidik, keadaan) in self.berkas.items():
            kini = lies(f"{folder}{os.sep}{nama}", sidik, keadaan)
            if kini:
                ada[nama] = (jejak, sidik, kini)
        return ada


_RUAS = tuple(ruas.name for ruas in fields(Row))
_BENTUK = shape(*_RUAS)
_JENIS_RUAS = [str, str, int, str, str, list, dict, int]
_JENIS_CATATAN = [str, str, list]


def read_row(isi: str) -> Row | None:
    """A row as `to_json` wrote it; None for any other."""
    try:
        ruas = json.loads(isi)
    except (TypeError, ValueError):
        return None
    if type(ruas) is not list or [*map(type, ruas)] != _JENIS_RUAS or ruas[0] != _BENTUK:
        return None
    if any(type(satu) is not list or [*map(type, satu)] != _JENIS_CATATAN for satu in ruas[6].values()):
        return None
    return Row(*ruas[1:])


@dataclass(frozen=True)
class Plan:
    """What there is to do.

    Attributes:
        ruang: the workspace.
        pesanan: what is wanted.
        umum: the workspace's common files.
        lingkungan: hash of all that documents depend on besides an agreement's own files.
        mutakhir: agreements that are up to date.
        gagal: those that cannot be found.
        perlu: those to be rendered.
        rows: what the index knows of these.
        segar: rows of what is up to date though its files look otherwise than when they were read.
        hilang: agreements that are no more, with their documents that are there still.
        paksa: everything anew.
    """

    ruang: RuangKerja
    pesanan: Pesanan
    umum: Umum
    lingkungan: str
    mutakhir: tuple[Hasil, ...]
    gagal: tuple[Hasil, ...]
    perlu: tuple[str, ...]
    rows: Mapping[str, Row]
    segar: Mapping[str, Row] = field(default_factory=dict)
    hilang: tuple[Hasil, ...] = ()
    paksa: bool = False

    def folder(self, slug: str) -> Path:
        """Where the documents of an agreement go."""
        return (self.pesanan.ke or self.ruang.output) / slug

    def remember(self, baru: Mapping[str, Row], hilang: Sequence[str] = ()) -> None:
        """Keep what was just made in the index, and forget agreements that are no more."""
        if baru or hilang:
            isi = [(slug, row.to_json()) for slug, row in baru.items()]
            write_index(self.ruang, _table(self.ruang, self.pesanan), isi, hilang)

    def settle(self) -> None:
        """Bring the index up to what was found without rendering; for who tells of `hilang`."""
        self.remember(self.segar, [satu.slug for satu in self.hilang])


def plan(ruang: RuangKerja, daftar_slug: Sequence[str], pesanan: Pesanan, *, paksa: bool = False) -> Plan:
    """Look at the files of every agreement: only where something changed is there work.

    Args:
        ruang: the workspace.
        daftar_slug: slugs; none: all.
        pesanan: what is wanted.
        paksa: everything anew.

    Raises:
        TidakDapatDibaca, MenunjukKeluar: agreements/, or a file that all share.
    """
    umum, kini = tuple(common_files(ruang)), time.time_ns()
    lingkungan, dikenal = environment(umum), read_index(ruang, _table(ruang, pesanan))
    mutakhir, gagal, perlu = list[Hasil](), list[Hasil](), list[str]()
    rows, segar = dict[str, Row](), dict[str, Row]()
    for slug, tanda in _signed(ruang, daftar_slug):
        row = read_row(dikenal.pop(slug)) if slug in dikenal else None
        if row and tanda and not paksa and row.lingkungan == lingkungan and {*pesanan.format} <= {*row.format}:
            baru = _still(ruang, slug, tanda, row, pesanan, kini)
            if baru:
                mutakhir.append(Hasil(slug, mutakhir=len(row.berkas), temuan=row.temuan))
                if baru is not row:
                    segar[slug] = baru
                continue
        if masalah := _missing(ruang, slug, tanda):
            gagal.append(Hasil(slug, masalah=masalah))
            continue
        perlu.append(slug)
        if row:
            rows[slug] = row
    hilang = () if daftar_slug else tuple(_gone(pesanan.ke or ruang.output, dikenal))
    return Plan(
        ruang, pesanan, umum, lingkungan, tuple(mutakhir), tuple(gagal), tuple(perlu), rows, segar, hilang, paksa,
    )  # fmt: skip


def _signed(ruang: RuangKerja, daftar_slug: Sequence[str]) -> Iterator[tuple[str, Tanda | None]]:
    """Slugs with the state of their files; None for one that is not there."""
    if not daftar_slug:
        try:
            yield from scan(ruang)
        except OSError as sebab:
            raise TidakDapatDibaca(ruang.agreements, sebab) from None
    for slug in dict.fromkeys(daftar_slug):
        try:
            yield slug, sign(str(ruang.agreements / check_slug(slug)))
        except (NotaError, OSError):
            yield slug, None


def _missing(ruang: RuangKerja, slug: str, tanda: Tanda | None) -> str:
    """Why an agreement cannot be rendered, as far as it is known without reading it."""
    try:
        ruang.berkas(slug)
    except KesepakatanTidakAda as sebab:
        return "" if tanda else str(sebab)  # something of that name is there; reading it tells what
    except NotaError as sebab:
        return str(sebab)
    except OSError as sebab:
        return str(TidakDapatDibaca(ruang.agreements / slug, sebab))
    return ""


def _gone(folder: Path, sisa: Mapping[str, str]) -> Iterator[Hasil]:
    """What the index knows of agreements that are no more."""
    for slug, isi in sisa.items():
        row = read_row(isi)
        berkas = (folder / slug / nama for nama in (row.berkas if row else ()))
        yield Hasil(slug, usang=tuple(satu for satu in berkas if os.path.lexists(satu)))


def _table(ruang: RuangKerja, pesanan: Pesanan) -> str:
    """Orders that write the same files have their rows in the same table of the index; format is a matter of the row."""
    ke = str((pesanan.ke or ruang.output).resolve())
    return "susun " + json.dumps((ke, pesanan.rangkap, sorted(pesanan.dokumen)))


def _still(ruang: RuangKerja, slug: str, tanda: Tanda, row: Row, pesanan: Pesanan, kini: int) -> Row | None:
    """The row, brought up to how the files look now, where all of them are as they were; None where one is not."""
    sama = row.tanda == tanda.teks and tanda.settled(row.dibaca)
    if not sama:
        try:
            if content_hash(own_files(ruang, slug, names(tanda))) != row.jejak:
                return None
        except NotaError:
            return None
    ada = row.lying(f"{pesanan.ke or ruang.output}{os.sep}{slug}")
    if len(ada) < len(row.berkas):
        return None
    if (sama or not tanda.settled(kini)) and all(ada[nama][2] == catatan[2] for nama, catatan in row.berkas.items()):
        return row
    return replace(row, tanda=tanda.teks, dibaca=kini, berkas=ada)


def state(jalur: str) -> list[int]:
    """Size, time of the content, time of the entry, inode: what differs when a file was written to."""
    k = os.stat(jalur)  # noqa: PTH116 - a Path for each of 30,000 files costs more than the question
    return [k.st_size, k.st_mtime_ns, k.st_ctime_ns, k.st_ino]


def lies(jalur: str, sidik: str, keadaan: Sequence[int]) -> list[int] | None:
    """The state of a file that is there as it was written, by its state or else by its bytes; None where it is not."""
    try:
        kini = state(jalur)
        if kini == keadaan or (kini[0] == keadaan[0] and fingerprint(Path(jalur).read_bytes()) == sidik):
            return kini
    except (OSError, IndexError):
        pass
    return None


def fingerprint(isi: bytes) -> str:
    """Hash of a document's bytes."""
    return sha256(isi).hexdigest()[:32]
