"""The whole agreement, one file `agreements/<slug>/kesepakatan.yaml`."""

from pydantic import Field

from notakesepakatan.data import Bagian, Bulat
from notakesepakatan.model.dasar import BarisTeks, Konvensi, Lama, Tanggal, Teks
from notakesepakatan.model.dasar_hukum import DasarHukum
from notakesepakatan.model.lampiran import Lampiran
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.model.pasal import Butir, Pasal
from notakesepakatan.words.numbers import urutan


class Penandatanganan(Bagian):
    """Place and day of signing; a draft has no `tanggal` yet and prints dots for it."""

    tempat: Teks | None = None
    tanggal: Tanggal | None = Field(None, description="Hari ditandatangani, TTTT-BB-HH; kosong selama konsep")


class Kalimat(Bagian):
    """The fixed sentences of the instrument, as on paper; the template only sets them in their places."""

    pembukaan: Teks = Field(description="Pada hari ini …")
    pihak: Teks = Field(description="Setelah nama penanda tangan; [[jabatan]], [[kedudukan]], …")
    dasar_hukum: Teks = "Berdasarkan:"
    sebutan_bersama: Teks = Field(description="PARA PIHAK dan PIHAK")
    pertimbangan: Teks = Field(description="Pengantar pertimbangan")
    kesepakatan: Teks = Field(description="Pengantar pasal-pasal")


class Tenggat(Bagian):
    """Periods that the text itself names."""

    pemberitahuan: Lama | None = Field(None, description="Sebelum jangka waktu berakhir, mis. 3 bulan")
    berita_acara_kahar: Lama | None = Field(None, description="Sejak keadaan kahar, mis. 7 hari kerja")


class Rangkap(Bagian):
    """Originals: stamped ones held by the parties, unstamped ones for the archive; their sum is computed."""

    bermeterai: Bulat | None = Field(None, ge=0, le=20, description="Bawaan: satu untuk setiap pihak")
    arsip: Bulat = Field(0, ge=0, le=20)
    penyimpan_arsip: Teks | None = None
    paraf_hierarki: BarisTeks | None = Field(None, description="Jabatan pemaraf, dari yang terendah")


def keys_of(jumlah: int) -> tuple[str, ...]:
    """Keys of so many parties by their place: kesatu, kedua, …"""
    return tuple(urutan(i).replace(" ", "_") for i in range(1, jumlah + 1))


def default_sebutan(kunci: str) -> str:
    """How a party is called unless the text says otherwise: "kedua_belas" -> "PIHAK KEDUA BELAS"."""
    return f"PIHAK {kunci.replace('_', ' ').upper()}"


class Abaian(Bagian):
    """One finding of `nota periksa` that is right as it stands."""

    kode: Teks = Field(description="Kode aturan, mis. BAHASA-EJAAN")
    pada: Teks = Field(description="Kata-kata yang ditunjuk, atau sebagian teksnya")
    alasan: Teks


class Kesepakatan(Bagian):
    """An agreement as signed, or as drafted; every word on paper has its place here."""

    jenis: Teks = Field(description="Mis. Nota Kesepakatan, Kesepakatan Bersama, Perjanjian Kerja Sama")
    judul: Teks = Field(description="Setelah kata TENTANG")
    penandatanganan: Penandatanganan = Penandatanganan()
    para_pihak: tuple[Pihak, ...] = Field(min_length=2, max_length=20)
    kalimat: Kalimat
    dasar_hukum: tuple[DasarHukum, ...] = ()
    pertimbangan: tuple[Butir, ...] = ()
    jangka_waktu: Lama
    konvensi_berakhir: Konvensi = Field("hari_yang_sama", description="Hari terakhir jangka waktu")
    tenggat: Tenggat = Tenggat()
    rangkap: Rangkap = Rangkap()
    pasal: tuple[Pasal, ...] = Field(min_length=1)
    lampiran: Lampiran | None = None
    abaikan: tuple[Abaian, ...] = Field((), description="Temuan nota periksa yang memang benar; tidak tercetak")

    @property
    def kunci_pihak(self) -> tuple[str, ...]:
        """Keys of the parties by their place: kesatu, kedua, ketiga, …; "kedua belas" as kedua_belas."""
        return keys_of(len(self.para_pihak))

    @property
    def konsep(self) -> bool:
        """A draft: no day of signing yet."""
        return self.penandatanganan.tanggal is None
