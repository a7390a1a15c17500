"""The handful of answers from which `nota baru` starts an agreement; also the shape of `--jawaban FILE`."""

from pydantic import Field

from notakesepakatan.data import Bagian
from notakesepakatan.model.dasar import Teks, TeksLama


class JawabanPihak(Bagian):
    """What must be known of a party to draft: its name, who signs and where it sits."""

    nama: Teks
    jabatan: Teks
    kedudukan: Teks | None = None
    pejabat: Teks | None = None


class Jawaban(Bagian):
    """Answers; what has a default need not be asked."""

    judul: Teks = Field(description="Setelah kata tentang")
    para_pihak: tuple[JawabanPihak, ...] = Field(min_length=2, max_length=20)
    jenis: Teks = "Nota Kesepakatan"
    tempat: Teks | None = None
    jangka_waktu: TeksLama = "5 tahun"
    pemberitahuan: TeksLama = "3 bulan"
    berita_acara_kahar: TeksLama = "7 hari kerja"
    penyimpan_arsip: Teks = "Tim Koordinasi Kerja Sama Daerah"
    lingkup: tuple[Teks, ...] = Field((), description="Butir ruang lingkup; masing-masing menjadi program")
