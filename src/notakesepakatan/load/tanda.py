"""What tells whether the files of an agreement changed: their names, sizes and times.

Nothing heavy is imported: ten thousand agreements are looked at before it is known that nothing is to be done.
"""

import os
from collections.abc import Iterator
from typing import NamedTuple

from notakesepakatan.load.ruang_kerja import BERKAS_KESEPAKATAN, FOLDER_PERISTIWA, RuangKerja

_MUDA = 2_000_000_000
"""Nanoseconds within which a file's time may not tell two changes apart."""


class Tanda(NamedTuple):
    """The files of one agreement as they lie: each with its size and time, and the youngest time in nanoseconds."""

    teks: str
    termuda: int

    def settled(self, dibaca: int) -> bool:
        """Whether the files were at rest when they were read, at `dibaca` nanoseconds since the epoch."""
        return self.termuda + _MUDA < dibaca


def scan(ruang: RuangKerja) -> Iterator[tuple[str, Tanda]]:
    """Slug and state of every agreement of a workspace, by slug."""
    with os.scandir(ruang.agreements) as folder:
        daftar = sorted((satu.name, satu.path) for satu in folder if satu.is_dir())
    for slug, jalur in daftar:
        if (tanda := sign(jalur)) is not None:
            yield slug, tanda


def sign(folder: str) -> Tanda | None:
    """The state of the agreement in a folder; None where there is none."""
    daftar = sorted(_files(folder, ""))
    if not any(nama == BERKAS_KESEPAKATAN for nama, _, _ in daftar):
        return None
    return Tanda("\n".join([f"{nama}\t{besar}\t{waktu}" for nama, besar, waktu in daftar]), max(w for _, _, w in daftar))


def _files(jalur: str, awalan: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(jalur) as isi:
        for satu in isi:
            nama = satu.name
            if nama.endswith(".yaml") or nama.lower().startswith("adendum"):  # one wrongly named stops its agreement
                if satu.is_file():
                    keterangan = satu.stat()
                    yield awalan + nama, keterangan.st_size, keterangan.st_mtime_ns
            elif nama == FOLDER_PERISTIWA and not awalan and satu.is_dir():
                yield from _files(satu.path, f"{FOLDER_PERISTIWA}/")


def names(tanda: Tanda) -> list[str]:
    """Paths of its files below the agreement's folder."""
    return [baris.split("\t", 1)[0] for baris in tanda.teks.split("\n")]
