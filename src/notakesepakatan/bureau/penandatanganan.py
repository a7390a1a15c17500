"""Signing: the day, the place, the numbers and who signed go into a draft's file, and into no other line of it.

It is the one way in which the desk makes a text a signed one; from then on it changes by an adendum only.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from notakesepakatan.bureau.konsep import KetikanRusak, read_side
from notakesepakatan.compose.adendum.papers import name_of
from notakesepakatan.errors import NaskahBermasalah
from notakesepakatan.load.adendum import Riwayat, adendum_files, load_riwayat, parse_adendum
from notakesepakatan.load.datum import parse_yaml
from notakesepakatan.load.kesepakatan import Termuat, parse_kesepakatan
from notakesepakatan.load.rewrite import rewrite
from notakesepakatan.load.yaml import YamlDitolak
from notakesepakatan.temuan import Temuan
from notakesepakatan.workspace.folders import RuangKerja
from notakesepakatan.workspace.private import FOLDER_MEJA
from notakesepakatan.workspace.save import save

Data = dict[str, Any]


@dataclass(frozen=True)
class KonsepSiap:
    """A draft whose turn it is to be signed.

    Attributes:
        nama: what it is: "Adendum Kesatu", "Nota Kesepakatan".
        berkas: its file.
        isi: the file's bytes.
        data: the file's data.
        terbaca: the agreement as it will read.
        periksa: reads a text of the file as it must be read once it is signed.
    """

    nama: str
    berkas: Path
    isi: bytes
    data: Data
    terbaca: Termuat
    periksa: Callable[[bytes], object]


def agreement_to_sign(ruang: RuangKerja, slug: str) -> KonsepSiap | None:
    """The agreement itself; None where it is signed.

    Raises:
        NaskahBermasalah, KesepakatanTidakAda, SlugTidakSah.
    """
    asal = load_riwayat(ruang, slug).asal
    if not asal.kesepakatan.konsep:
        return None
    berkas = ruang.berkas(slug)
    baca = partial(parse_kesepakatan, nama=str(berkas))
    return KonsepSiap(asal.terbaca.jenis, berkas, asal.isi, _data(asal.isi, berkas), asal, baca)


def adendum_to_sign(ruang: RuangKerja, slug: str) -> KonsepSiap | None:
    """The first adendum that is not signed; None where all are.

    Raises:
        NaskahBermasalah, KesepakatanTidakAda, SlugTidakSah.
    """
    riwayat = load_riwayat(ruang, slug)
    for i, (a, berkas) in enumerate(zip(riwayat.adendum, adendum_files(ruang, slug), strict=True)):
        if a.adendum.konsep:
            sebelumnya = Riwayat(riwayat.asal, riwayat.adendum[:i])
            return KonsepSiap(
                name_of(a), berkas, a.isi, _data(a.isi, berkas), a.sesudah,
                partial(parse_adendum, nama=str(berkas), riwayat=sebelumnya),
            )  # fmt: skip
    return None


def sign(konsep: KonsepSiap, data: Data) -> list[Temuan]:
    """Write what was said of the signing into the file, only those lines; or what is wrong with it.

    Raises:
        TidakDapatDitulis.
    """
    try:
        isi = rewrite(konsep.isi.decode("utf-8-sig"), data).encode()
        konsep.periksa(isi)
    except (YamlDitolak, NaskahBermasalah) as sebab:
        return list(sebab.daftar_temuan)
    save(konsep.berkas, isi)
    return []


def unsaved(ruang: RuangKerja, slug: str) -> list[str]:
    """Who has typed in this draft what is not in its file; it would be left out of the signed text."""
    hasil = []
    for berkas in sorted((ruang.akar / FOLDER_MEJA / "sunting").glob(f"{slug}.*.json")):
        try:
            sisi = read_side(berkas)
        except KetikanRusak:
            continue
        if sisi and sisi.data != sisi.awal:
            hasil.append(re.sub(rf"^{re.escape(slug)}\.(.*)\.json$", r"\1", berkas.name))
    return hasil


def _data(isi: bytes, berkas: Path) -> Data:
    return dict(parse_yaml(isi, str(berkas)).data)
