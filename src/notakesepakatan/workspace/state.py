"""What tells whether the files of an agreement changed: name, size, times and inode of each.

Nothing heavy is imported: ten thousand agreements are looked at before it is known that nothing is to be done.
"""

import os
from collections.abc import Iterator
from stat import S_ISREG
from typing import NamedTuple

from notakesepakatan.workspace.folders import BERKAS_KESEPAKATAN, FOLDER_PERISTIWA, RuangKerja

_MUDA = 2_000_000_000
"""Nanoseconds within which a file's time may not tell two changes apart."""


class Tanda(NamedTuple):
    """The files of one agreement as they lie, a line each, and the youngest of their times in nanoseconds.

    A line is name, size, time of the content, time of the entry, and inode: `touch -r` gives back the first time and never
    the second, and two files that changed places have each other's inode. The size of what is no readable file is -1.
    """

    teks: str
    termuda: int

    def settled(self, dibaca: int) -> bool:
        """Whether the files were at rest when they were read, at `dibaca` nanoseconds since the epoch."""
        return self.termuda + _MUDA < dibaca


_Berkas = tuple[str, int, int, int, int]


def scan(ruang: RuangKerja) -> Iterator[tuple[str, Tanda]]:
    """Slug and state of every agreement of a workspace, by slug; one whose folder cannot be read is there too.

    Raises:
        OSError: agreements/ itself cannot be read.
    """
    with os.scandir(ruang.agreements) as folder:
        daftar = sorted((satu.name, satu.path) for satu in folder)
    for slug, jalur in daftar:
        try:
            tanda = sign(jalur)
        except NotADirectoryError:
            continue
        except OSError as sebab:
            if slug.startswith(".") or not os.path.lexists(jalur):  # an editor's lock; a folder that went away just now
                continue
            tanda = Tanda(_line((BERKAS_KESEPAKATAN, -1, sebab.errno or 0, 0, 0)), 0)
        if tanda is not None:
            yield slug, tanda


def sign(folder: str) -> Tanda | None:
    """The state of the agreement in a folder; None where there is none.

    Raises:
        OSError: the folder cannot be read.
    """
    daftar = sorted(_files(folder, ""))
    if not any(satu[0] == BERKAS_KESEPAKATAN for satu in daftar):
        return None
    return Tanda("\n".join(map(_line, daftar)), max(max(satu[2], satu[3]) for satu in daftar))


def names(tanda: Tanda) -> list[str]:
    """Paths of its files below the agreement's folder."""
    return [baris.rsplit("\t", 4)[0] for baris in tanda.teks.split("\n")]


def is_part(nama: str) -> bool:
    """Whether an agreement is read from a file of that path below its folder; an editor's lock has a dot before its name."""
    folder, _, akhir = nama.rpartition("/")
    if folder:
        return not akhir.startswith(".")
    return nama in (BERKAS_KESEPAKATAN, FOLDER_PERISTIWA) or nama.lower().startswith("adendum")


def _line(berkas: _Berkas) -> str:
    nama, besar, waktu, ubah, inode = berkas
    return f"{nama}\t{besar}\t{waktu}\t{ubah}\t{inode}"


def _files(jalur: str, awalan: str) -> Iterator[_Berkas]:
    with os.scandir(jalur) as isi:
        for satu in isi:
            nama = satu.name
            if nama.endswith(".yaml") or nama.lower().startswith("adendum"):  # one wrongly named stops its agreement
                if (berkas := _state(satu, awalan)) is not None:
                    yield berkas
            elif nama == FOLDER_PERISTIWA and not awalan:
                try:
                    yield from _files(satu.path, f"{FOLDER_PERISTIWA}/")
                except NotADirectoryError:
                    continue
                except OSError as sebab:
                    yield nama, -1, sebab.errno or 0, 0, 0


def _state(satu: os.DirEntry[str], awalan: str) -> _Berkas | None:
    """One file; what is no file counts only where the agreement would read it."""
    nama = awalan + satu.name
    try:
        k = satu.stat()
        if S_ISREG(k.st_mode):
            return nama, k.st_size, k.st_mtime_ns, k.st_ctime_ns, k.st_ino
    except OSError:
        pass
    return (nama, -1, 0, 0, 0) if is_part(nama) else None
