"""The calendar of an office: the decrees this program knows, and on top of them the workspace's `hari-libur.yaml`."""

from pathlib import Path

from notakesepakatan.compute.time.calendar import Kalender
from notakesepakatan.load.datum import parse, read_limited
from notakesepakatan.model.hari_libur import HariLibur

BERKAS_HARI_LIBUR = "hari-libur.yaml"


def load_kalender(akar: Path | None) -> Kalender:
    """The calendar of a workspace; of the package alone where it has no file of its own.

    Raises:
        NaskahBermasalah: the file is wrong.
        TidakDapatDibaca: it is there and cannot be read.
    """
    bawaan = Path(__file__).parent / BERKAS_HARI_LIBUR
    daftar = [parse(HariLibur, read_limited(bawaan), str(bawaan))[0]]
    if akar and (milik := akar / BERKAS_HARI_LIBUR).exists():
        daftar.append(parse(HariLibur, read_limited(milik), str(milik))[0])
    return Kalender(*daftar)
