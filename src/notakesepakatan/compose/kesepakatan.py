"""The agreement and its annex as one naskah; also its duplicates (rangkap), each marked with its holder."""

from collections.abc import Mapping
from dataclasses import dataclass

from notakesepakatan.collector import collector_off
from notakesepakatan.compose.composer import Penyusun, Sifat
from notakesepakatan.compose.templates import Templat
from notakesepakatan.compute.text.rencana_kerja import BarisRencana, rows
from notakesepakatan.load.kesepakatan import Termuat
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah import Naskah
from notakesepakatan.words.numbers import angka_terbilang, ribuan


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


@collector_off()
def compose_kesepakatan(penyusun: Penyusun, termuat: Termuat, rangkap_ini: RangkapIni | None = None) -> Naskah:
    """The naskah of an agreement, or of one of its duplicates.

    Raises:
        TemplatBermasalah, NaskahBermasalah, LogoBermasalah: a template, the styles or a logo is wrong.
    """
    k, atur = termuat.terbaca, penyusun.pengaturan
    logo = _logos(penyusun.templat, atur.logo, k)
    isi: dict[str, object] = {nama: getattr(k, nama) for nama in type(k).model_fields}
    isi |= {
        "kunci_pihak": k.kunci_pihak,
        "konsep": k.konsep,
        "rangkap_ini": rangkap_ini,
        "deret_tanda_tangan": signature_rows(len(k.para_pihak), atur),
        "tarif_meterai": f"Rp{ribuan(atur.tarif_meterai)},00",
        "logo": logo,
        "deret_rencana_kerja": annex_rows(k),
    }
    pembuat = " dan ".join(p.nama for p in k.para_pihak)
    sifat = Sifat(f"{k.jenis} tentang {k.judul}", pembuat, k.penandatanganan.tanggal)
    sumber = ("kesepakatan.yaml", termuat.isi)
    return penyusun.fill("kesepakatan.html.j2", isi, sifat, gambar=logo, sumber=sumber)


def annex_rows(k: Kesepakatan) -> tuple[BarisRencana, ...]:
    """Rows of the Rencana Kerja of an agreement as it reads; none where it has no annex."""
    return rows(k.lampiran, k.kunci_pihak, k.jangka_waktu.jumlah_tahun) if k.lampiran else ()


def _logos(templat: Templat, logo: Mapping[str, str], k: Kesepakatan) -> dict[str, bytes]:
    """Pictures of the parties that have one, by the party's key, in their order."""
    if not logo:
        return {}
    from notakesepakatan.compose.pictures import read_picture

    pihak = zip(k.kunci_pihak, k.para_pihak, strict=True)
    return {kunci: read_picture(templat, logo[p.nama]) for kunci, p in pihak if p.nama in logo}


def signature_rows(jumlah: int, atur: Pengaturan) -> list[list[int]]:
    """Indices of the parties, row by row, left to right."""
    urut = list(range(jumlah))
    if atur.urutan_tanda_tangan == "mundur":
        urut.reverse()
    n = atur.kolom_tanda_tangan
    return [urut[i : i + n] for i in range(0, jumlah, n)]
