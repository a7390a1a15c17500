"""The handful of answers from which `nota baru` starts an agreement.

Also the shape of `--jawaban FILE`.
"""

from pydantic import Field

from notakesepakatan.data import Section
from notakesepakatan.model.dasar import Text, TextLama
from notakesepakatan.model.jangka_waktu import TextJangkaWaktu


class PihakJawaban(Section):
    """What must be known of a party to draft: its name, who signs and where it sits."""

    nama: Text
    jabatan: Text
    kedudukan: Text | None = None
    pejabat: Text | None = None
    sebutan: Text | None = Field(None, description="Bawaan: PIHAK KESATU, …")


class Jawaban(Section):
    """Answers; what has a default need not be asked."""

    judul: Text = Field(description="Setelah kata tentang")
    para_pihak: tuple[PihakJawaban, ...] = Field(min_length=2, max_length=20)
    jenis: Text = "Nota Kesepakatan"
    sebutan_bersama: Text | None = Field(None, description="Bawaan: PARA PIHAK")
    tempat: Text | None = None
    jangka_waktu: TextJangkaWaktu = "5 tahun"
    pemberitahuan: TextLama = "3 bulan"
    berita_acara_kahar: TextLama = "7 hari kerja"
    penyimpan_arsip: Text = "Tim Koordinasi Kerja Sama Daerah"
    lingkup: tuple[Text, ...] = Field(
        (), description="Butir ruang lingkup; masing-masing menjadi program"
    )


class LikeJawaban(Section):
    """What is other in a draft that begins as a copy; what is not answered stays."""

    judul: Text | None = None
    para_pihak: tuple[PihakJawaban, ...] = Field(min_length=1, max_length=20)
    tempat: Text | None = None
    jangka_waktu: TextJangkaWaktu | None = None
