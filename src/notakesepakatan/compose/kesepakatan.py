"""The agreement and its annex as one naskah; also its duplicates (rangkap), each marked with its holder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from notakesepakatan.bahasa.bilangan import angka_terbilang, ribuan
from notakesepakatan.compose.gaya import load_gaya, load_pengaturan, pages
from notakesepakatan.compose.templat import Templat
from notakesepakatan.compute.rencana_kerja import rows
from notakesepakatan.errors import TemplatBermasalah
from notakesepakatan.load.kesepakatan import Termuat
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blok import KosakataSalah, paragraphs
from notakesepakatan.naskah.gaya import KEMBARAN, Gaya


@dataclass(frozen=True)
class RangkapIni:
    """One original among the duplicates.

    Attributes:
        nomor: its place, from 1.
        jumlah: how many there are, in digits and words.
        pemegang: who holds it, as printed.
        arsip: unstamped, with the table of paraf hierarki.
        meterai_pada: index of the party at whose signature the stamp goes, None on an archive copy.
    """

    nomor: int
    jumlah: str
    pemegang: str
    arsip: bool
    meterai_pada: int | None


def daftar_rangkap(k: Kesepakatan) -> tuple[RangkapIni, ...]:
    """The duplicates of an agreement as it reads: one stamped for each party, then those for the archive.

    Each party holds the original stamped at another's signature: of two parties the other, of more the next one.
    """
    n = len(k.para_pihak)
    bermeterai = n if k.rangkap.bermeterai is None else k.rangkap.bermeterai
    jumlah = angka_terbilang(bermeterai + k.rangkap.arsip)
    pemegang = [pihak.sebutan or "" for pihak in k.para_pihak][:bermeterai]
    stamped = [RangkapIni(i + 1, jumlah, nama, False, (i + 1) % n) for i, nama in enumerate(pemegang)]
    arsip = k.rangkap.penyimpan_arsip or "arsip"
    return (*stamped, *(RangkapIni(bermeterai + i + 1, jumlah, arsip, True, None) for i in range(k.rangkap.arsip)))


@dataclass(frozen=True)
class Penyusun:
    """Everything of one workspace that composing needs, read once: templates, styles, settings, logos."""

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

    def compose(self, termuat: Termuat, rangkap_ini: RangkapIni | None = None) -> Naskah:
        """The naskah of an agreement, or of one of its duplicates.

        Raises:
            TemplatBermasalah, NaskahBermasalah: a template, the styles or a logo is wrong.
        """
        k, atur = termuat.terbaca, self.pengaturan
        logo = _logos(self.templat, atur.logo, k)
        isi: dict[str, object] = {nama: getattr(k, nama) for nama in type(k).model_fields}
        isi |= {
            "kunci_pihak": k.kunci_pihak,
            "konsep": k.konsep,
            "rangkap_ini": rangkap_ini,
            "deret_tanda_tangan": _signature_rows(len(k.para_pihak), atur),
            "tarif_meterai": f"Rp{ribuan(atur.tarif_meterai)},00",
            "logo": logo,
            "deret_rencana_kerja": rows(k.lampiran, k.kunci_pihak, k.jangka_waktu.jumlah_tahun) if k.lampiran else (),
        }
        naskah = Naskah(
            judul=f"{k.jenis} tentang {k.judul}",
            isi=self.templat.render("kesepakatan.html.j2", isi),
            gaya=self.gaya,
            halaman=pages(atur),
            huruf=(atur.huruf, *KEMBARAN.get(atur.huruf, ())),
            ukuran=atur.ukuran_huruf,
            pembuat=" dan ".join(p.nama for p in k.para_pihak),
            tanggal=k.penandatanganan.tanggal,
            gambar=logo,
            sumber=("kesepakatan.yaml", termuat.isi),
        )
        self._check(naskah)
        return naskah

    def _check(self, naskah: Naskah) -> None:
        """A template may write only what every writer knows, in styles and pages that exist."""
        try:
            seksi = naskah.seksi
        except KosakataSalah as sebab:
            raise TemplatBermasalah("kesepakatan.html.j2", None, str(sebab)) from None
        for asing in {p.gaya for p in paragraphs(seksi)} - naskah.gaya.keys():
            raise TemplatBermasalah("kesepakatan.html.j2", None, f'kelas "{asing}" tidak ada di gaya.yaml')
        for asing in {p.gambar for p in paragraphs(seksi) if p.gambar} - naskah.gambar.keys():
            raise TemplatBermasalah("kesepakatan.html.j2", None, f'gambar "{asing}" tidak ada')
        for asing in {s.halaman for s in seksi} - naskah.halaman.keys():
            raise TemplatBermasalah("kesepakatan.html.j2", None, f'halaman "{asing}" tidak dikenal')


def _logos(templat: Templat, logo: Mapping[str, str], k: Kesepakatan) -> dict[str, bytes]:
    """Pictures of the parties that have one, by the party's key, in their order."""
    if not logo:
        return {}
    from notakesepakatan.compose.gambar import read_picture

    pihak = zip(k.kunci_pihak, k.para_pihak, strict=True)
    return {kunci: read_picture(templat, logo[p.nama]) for kunci, p in pihak if p.nama in logo}


def _signature_rows(jumlah: int, atur: Pengaturan) -> list[list[int]]:
    """Indices of the parties, row by row, left to right."""
    urut = list(range(jumlah))
    if atur.urutan_tanda_tangan == "mundur":
        urut.reverse()
    n = atur.kolom_tanda_tangan
    return [urut[i : i + n] for i in range(0, jumlah, n)]
