"""`templates/gaya.yaml` and the workspace's settings → styles and pages of a naskah."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, RootModel

from notakesepakatan.compose.templates import Templat
from notakesepakatan.errors import TemplatBermasalah
from notakesepakatan.load.datum import parse, read_limited
from notakesepakatan.model.pengaturan import UKURAN_KERTAS, MarginHalaman, Pengaturan
from notakesepakatan.naskah.gaya import Gaya, Halaman

BERKAS_PENGATURAN = "pengaturan.yaml"


KELAS_TETAP = frozenset(("footer", "polos", "bergaris", "label", "kata"))
"""Names the writers use themselves."""

NamaKelas = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]


class _DaftarGaya(RootModel[dict[NamaKelas, Gaya]]):
    """gaya.yaml as a whole."""


def load_gaya(templat: Templat) -> dict[str, Gaya]:
    """Paragraph styles by class name.

    Raises:
        NaskahBermasalah, TemplatBermasalah: the file is wrong or missing.
    """
    berkas, isi = templat.read("gaya.yaml")
    hasil = parse(_DaftarGaya, isi, str(berkas))[0].root
    for nama in KELAS_TETAP & hasil.keys():
        raise TemplatBermasalah(str(berkas), None, f'nama gaya "{nama}" dipakai program sendiri')
    return hasil


def load_pengaturan(akar: Path) -> Pengaturan:
    """Settings of the workspace; the defaults where it has none.

    Raises:
        NaskahBermasalah: the file is wrong.
        TidakDapatDibaca: it is there and cannot be read.
    """
    berkas = akar / BERKAS_PENGATURAN
    if not berkas.exists():
        return Pengaturan()
    return parse(Pengaturan, read_limited(berkas), str(berkas))[0]


def pages(pengaturan: Pengaturan) -> dict[str, Halaman]:
    """`badan` and `surat` upright, `lampiran` landscape: width and height are swapped, the margins are its own."""
    lebar, tinggi = UKURAN_KERTAS[pengaturan.kertas]
    return {
        "badan": _page(lebar, tinggi, pengaturan.margin),
        "surat": _page(lebar, tinggi, pengaturan.margin_surat),
        "lampiran": _page(tinggi, lebar, pengaturan.margin_lampiran),
    }


def _page(lebar: float, tinggi: float, margin: MarginHalaman) -> Halaman:
    return Halaman(lebar, tinggi, margin.atas, margin.bawah, margin.kiri, margin.kanan)
