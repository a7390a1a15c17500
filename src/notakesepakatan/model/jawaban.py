"""The handful of answers from which `nota baru` starts an agreement.

Also the shape of `--jawaban FILE`.
"""

from typing import Literal

from pydantic import Field

from notakesepakatan.data import Section, WholeNumber
from notakesepakatan.model.dasar import Text, TextLama
from notakesepakatan.model.instrumen import InstrumenName, KlausulName, MitraKind
from notakesepakatan.model.jangka_waktu import TextJangkaWaktu

LampiranChoice = Literal["rencana_kerja", "tanpa"]


class PihakJawaban(Section):
    """What must be known of a party to draft: its name, who signs and where it sits."""

    nama: Text
    jabatan: Text
    kedudukan: Text | None = None
    pejabat: Text | None = None
    sebutan: Text | None = Field(None, description="Bawaan: PIHAK KESATU, …")
    nomor: Text | None = None
    pengangkatan: Text | None = None
    kuasa: Text | None = Field(
        None, description="Surat kuasa dengan nomor dan tanggalnya"
    )
    pejabat_pelaksana: Text | None = None
    up: Text | None = Field(None, description="Penerima surat setelah u.p.")
    alamat_surat: Text | None = Field(None, description="Bawaan: kedudukan")
    telepon: Text | None = None
    email: Text | None = None

    @property
    def address(self) -> dict[str, str]:
        """Where its letters go, as a YAML file says it; empty keys are left out."""
        answered = {
            "nama": self.nama,
            "up": self.up,
            "alamat": self.alamat_surat or self.kedudukan,
            "telepon": self.telepon,
            "email": self.email,
        }
        return {key: words for key, words in answered.items() if words}


class Jawaban(Section):
    """Answers; what has a default need not be asked."""

    judul: Text = Field(description="Setelah kata tentang")
    para_pihak: tuple[PihakJawaban, ...] = Field(min_length=2, max_length=20)
    mitra: MitraKind | None = Field(None, description="Mengusulkan instrumennya")
    instrumen: InstrumenName | None = Field(
        None, description="Nama berkas di templates/instrumen/, mis. pks-ksdpk"
    )
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
    induk: Text | None = Field(
        None,
        description="Kesepakatan yang dilaksanakan: namanya di ruang kerja ini, "
        "atau jenis, nomor, tanggal, dan judulnya",
    )
    nilai: WholeNumber | None = Field(None, ge=1, le=10**15 - 1, description="Rupiah")
    pembayaran: tuple[Text, ...] = Field(
        (), max_length=50, description="Tahapan pembayaran, tanpa tanda baca akhir"
    )
    lampiran: LampiranChoice | None = Field(
        None, description="Bawaan: menurut instrumennya"
    )
    ragam: dict[KlausulName, KlausulName] = Field(
        {}, description="Nama klausul: ragam yang dipilih"
    )


class LikeJawaban(Section):
    """What is other in a draft that begins as a copy; what is not answered stays."""

    judul: Text | None = None
    para_pihak: tuple[PihakJawaban, ...] = Field(min_length=1, max_length=20)
    tempat: Text | None = None
    jangka_waktu: TextJangkaWaktu | None = None
