"""What composing needs of a workspace, read once, and the one way from a template to a checked naskah."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from notakesepakatan.compose.gaya import load_gaya, load_pengaturan, pages
from notakesepakatan.compose.templates import Templat
from notakesepakatan.errors import TemplatBermasalah
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import KosakataSalah, paragraphs
from notakesepakatan.naskah.gaya import KEMBARAN, Gaya


@dataclass(frozen=True)
class Sifat:
    """What a document says of itself in the properties of its file."""

    judul: str
    pembuat: str
    tanggal: date | None


@dataclass(frozen=True)
class Penyusun:
    """Everything of one workspace that composing needs: templates, styles, settings."""

    akar: Path
    templat: Templat
    pengaturan: Pengaturan = field(default_factory=Pengaturan)

    @classmethod
    def of(cls, akar: Path) -> "Penyusun":
        """The composer of a workspace.

        Raises:
            NaskahBermasalah: its settings are wrong.
        """
        return cls(akar, Templat(akar / "templates"), load_pengaturan(akar))

    @cached_property
    def gaya(self) -> dict[str, Gaya]:
        return load_gaya(self.templat)

    def fill(
        self,
        templat: str,
        isi: Mapping[str, object],
        sifat: Sifat,
        *,
        huruf: str | None = None,
        gambar: Mapping[str, bytes] | None = None,
        sumber: tuple[str, bytes] | None = None,
    ) -> Naskah:
        """One template filled, in the looks of this workspace.

        Args:
            templat: name of the template.
            isi: its variables.
            sifat: properties of the file.
            huruf: font; the one of agreements unless given.
            gambar: pictures by the names the template uses.
            sumber: name and bytes of the data, to be attached.

        Raises:
            TemplatBermasalah, NaskahBermasalah: the template or the styles are wrong.
        """
        atur = self.pengaturan
        keluarga = huruf or atur.huruf
        naskah = Naskah(
            judul=sifat.judul,
            isi=self.templat.render(templat, isi),
            gaya=self.gaya,
            halaman=pages(atur),
            huruf=(keluarga, *KEMBARAN.get(keluarga, ())),
            ukuran=atur.ukuran_huruf,
            pembuat=sifat.pembuat,
            tanggal=sifat.tanggal,
            gambar=dict(gambar or {}),
            sumber=sumber,
        )
        _check(templat, naskah)
        return naskah


def _check(templat: str, naskah: Naskah) -> None:
    """A template may write only what every writer knows, in styles, pages and pictures that exist."""
    try:
        seksi = naskah.seksi
    except KosakataSalah as sebab:
        raise TemplatBermasalah(templat, None, str(sebab)) from None
    for asing in {p.gaya for p in paragraphs(seksi)} - naskah.gaya.keys():
        raise TemplatBermasalah(templat, None, f'kelas "{asing}" tidak ada di gaya.yaml')
    for asing in {p.gambar for p in paragraphs(seksi) if p.gambar} - naskah.gambar.keys():
        raise TemplatBermasalah(templat, None, f'gambar "{asing}" tidak ada')
    for asing in {s.halaman for s in seksi} - naskah.halaman.keys():
        raise TemplatBermasalah(templat, None, f'halaman "{asing}" tidak dikenal')
