"""Numbers of pasal, ayat, huruf, angka and annex rows, computed from their places.

A number written in the data (`nomor: 7A`, `1a`) stands; counting goes on from the whole number in it, since in an
amended text numbers never shift (UU 12/2011 Lampiran II 230-238).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from notakesepakatan.bahasa.daftar import huruf_ke
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import Tahapan
from notakesepakatan.model.pasal import Butir, Pasal, isi_tingkat
from notakesepakatan.temuan import Masalah

Jalur = tuple[str | int, ...]
Alamat = tuple[tuple[str, str], ...]
"""Place in law: (("pasal", "4"), ("ayat", "2"), ("huruf", "a"))."""

PERTIMBANGAN: Alamat = (("pertimbangan", ""),)
"""Where the recitals stand; their items are `huruf`."""

_BERHURUF = ("huruf", "subhuruf")


class _Bernomor(Protocol):
    @property
    def nomor(self) -> str | None: ...


T = TypeVar("T", bound=_Bernomor)


@dataclass(frozen=True)
class Peta:
    """Where everything numbered stands: by path in the data, by key, and in order of the text."""

    alamat: dict[Jalur, Alamat] = field(default_factory=dict)
    kunci: dict[str, Alamat] = field(default_factory=dict)
    urut: dict[Alamat, int] = field(default_factory=dict)


def number_siblings(daftar: Sequence[_Bernomor], tingkat: str) -> tuple[str, ...]:
    """Labels of siblings without their ornaments: "1", "1a", "2"; letters for huruf and subhuruf."""
    label, urut = [], 0
    for satuan in daftar:
        if satuan.nomor is None:
            urut += 1
            label.append(huruf_ke(urut) if tingkat in _BERHURUF else str(urut))
        else:
            label.append(satuan.nomor)
            urut = max(urut, _whole(satuan.nomor, tingkat))
    return tuple(label)


def _whole(nomor: str, tingkat: str) -> int:
    if tingkat in _BERHURUF:
        huruf = re.match(r"[a-z]+", nomor)
        return 26 * (len(huruf[0]) - 1) + ord(huruf[0][0]) - 96 if huruf else 0
    angka = re.match(r"[0-9]{1,6}", nomor)
    return int(angka[0]) if angka else 0


def datum(alamat: Alamat) -> str:
    """Path of a datum as the naskah carries it: "pasal.4.ayat.2"."""
    return ".".join(f"{satuan}.{label}" for satuan, label in alamat)


def number(kesepakatan: Kesepakatan) -> tuple[Kesepakatan, Peta, list[Masalah]]:
    """The agreement with every `nomor` filled in, the map of its addresses, and keys or numbers used twice."""
    peta, masalah = Peta(), list[Masalah]()
    pasal = tuple(_number_level(kesepakatan.pasal, "pasal", (), ("pasal",), peta, masalah))
    pertimbangan = tuple(_number_level(kesepakatan.pertimbangan, "huruf", PERTIMBANGAN, ("pertimbangan",), peta, masalah))
    baru: dict[str, object] = {"pasal": pasal, "pertimbangan": pertimbangan}
    if kesepakatan.lampiran:
        program = kesepakatan.lampiran.program
        bernomor = tuple(
            p.model_copy(update={"nomor": label, "tahapan": _number_tahapan(p.tahapan, 0)})
            for p, label in zip(program, number_siblings(program, "angka"), strict=True)
        )
        baru["lampiran"] = kesepakatan.lampiran.model_copy(update={"program": bernomor})
    return kesepakatan.model_copy(update=baru), peta, masalah


def _number_level(
    daftar: Sequence[Butir | Pasal], tingkat: str, atas: Alamat, jalur: Jalur, peta: Peta, masalah: list[Masalah]
) -> Iterator[Butir | Pasal]:
    for i, (satuan, label) in enumerate(zip(daftar, number_siblings(daftar, tingkat), strict=True)):
        alamat: Alamat = (*atas, (tingkat, label))
        sini: Jalur = (*jalur, i)
        if alamat in peta.urut:
            masalah.append(
                Masalah((*sini, "nomor"), "nomor-ganda", f"nomor {label} sudah dipakai", "beri nomor lain atau hapus nomor")
            )
        peta.alamat[sini] = alamat
        peta.urut.setdefault(alamat, len(peta.urut))
        if satuan.kunci and peta.kunci.setdefault(satuan.kunci, alamat) != alamat:
            masalah.append(
                Masalah((*sini, "kunci"), "kunci-rujukan-ganda", f'kunci "{satuan.kunci}" dipakai dua kali', "beri nama lain")
            )
        baru: dict[str, object] = {"nomor": label}
        for nama, isi in isi_tingkat(satuan):
            baru[nama] = tuple(_number_level(isi, nama, alamat, (*sini, nama), peta, masalah))
        yield satuan.model_copy(update=baru)


def _number_tahapan(daftar: tuple[Tahapan, ...], dalam: int) -> tuple[Tahapan, ...]:
    """Stages are labelled 1. 2. then a. b. below; a single stage without stages below bears no number."""
    if len(daftar) == 1 and not daftar[0].tahapan and daftar[0].nomor is None and dalam == 0:
        return (daftar[0].model_copy(update={"nomor": ""}),)
    tingkat = "angka" if dalam % 2 == 0 else "huruf"
    return tuple(
        t.model_copy(update={"nomor": label, "tahapan": _number_tahapan(t.tahapan, dalam + 1)})
        for t, label in zip(daftar, number_siblings(daftar, tingkat), strict=True)
    )
