"""`agreements/<slug>/kesepakatan.yaml` to an agreement as it reads, or all that is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

from notakesepakatan.compute.text.coherence import check_keterkaitan
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.errors import NaskahBermasalah
from notakesepakatan.load.datum import parse_yaml, read_limited
from notakesepakatan.load.messages import nama_kunci, salvage, validate
from notakesepakatan.load.yaml import Sumber
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import PenandaTangan
from notakesepakatan.temuan import Masalah, Temuan


@dataclass(frozen=True)
class Termuat:
    """A loaded agreement: the data as typed, the same as it reads on paper, and the file both come from."""

    kesepakatan: Kesepakatan
    terbaca: Kesepakatan
    sumber: Sumber
    isi: bytes
    diubah: tuple[str, ...] = ()
    """Adenda that are in it: "Adendum Kesatu"."""
    penanda_tangan: tuple[PenandaTangan, ...] = ()
    """Who signed the last of them."""


def load_kesepakatan(berkas: Path) -> Termuat:
    """Read and validate one agreement.

    Raises:
        TidakDapatDibaca: no such file, or no right to read it.
        NaskahBermasalah: with every finding, sorted by place.
    """
    return parse_kesepakatan(read_limited(berkas), str(berkas))


def parse_kesepakatan(isi: bytes, nama: str) -> Termuat:
    """The same from bytes, for text that is in no file yet.

    Raises:
        NaskahBermasalah: with every finding, sorted by place.
    """
    termuat, temuan = examine(isi, nama)
    if temuan or termuat is None:
        raise NaskahBermasalah(temuan)
    return termuat


def examine(isi: bytes, nama: str) -> tuple[Termuat | None, list[Temuan]]:
    """All that is wrong, and the agreement as far as it reads: the faulty left out, stand-ins for the missing.

    Raises:
        NaskahBermasalah: no YAML that this program reads.
    """
    sumber = parse_yaml(isi, nama)
    kesepakatan, temuan = validate(Kesepakatan, sumber)
    diperiksa = kesepakatan or salvage(Kesepakatan, sumber.data)
    if diperiksa is None:
        return None, temuan
    terbaca, masalah = resolve(diperiksa)
    sudah = {t.tempat for t in temuan}
    temuan += [t for t in _place((*masalah, *check_keterkaitan(diperiksa)), sumber) if t.tempat not in sudah]
    return Termuat(diperiksa, terbaca, sumber, isi), temuan


def _place(daftar: tuple[Masalah, ...], sumber: Sumber) -> list[Temuan]:
    return [Temuan(sumber.tempat(m.jalur), nama_kunci(m.jalur), m.kode, m.pesan, m.saran) for m in daftar]
