"""Settings of a workspace, `pengaturan.yaml`: looks that the bureau chooses, never words of an agreement."""

from typing import Annotated, Literal

from pydantic import Field

from notakesepakatan.data import Bagian, Bulat, YaTidak
from notakesepakatan.model.dasar import BarisTeks, Lama, Teks

NamaHuruf = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 -]*$", max_length=60)]
Margin = Annotated[float, Field(ge=5, le=80)]


class MarginHalaman(Bagian):
    """Margins, millimetres."""

    atas: Margin = 25
    bawah: Margin = 25
    kiri: Margin = 30
    kanan: Margin = 25


class MarginLampiran(MarginHalaman):
    """Margins of the annex, millimetres."""

    bawah: Margin = 20
    atas: Margin = 20
    kiri: Margin = 20
    kanan: Margin = 20


class MarginSurat(MarginHalaman):
    """Margins of a letter, millimetres."""

    atas: Margin = 15
    bawah: Margin = 20
    kiri: Margin = 25
    kanan: Margin = 20


AlamatSurel = Annotated[str, Field(pattern=r"^[^@\s<>,]+@[^@\s<>,]+$", max_length=200)]


class Surel(Bagian):
    """The mail server that `nota terbitkan` sends its summary through; the password comes from the environment."""

    peladen: Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]+$", max_length=200)]
    porta: Annotated[Bulat, Field(ge=1, le=65535)] = 587
    tls: YaTidak = True
    pengguna: Teks | None = None
    dari: AlamatSurel
    kepada: tuple[AlamatSurel, ...] = Field(min_length=1)


class Pengaturan(Bagian):
    """Everything optional; the defaults are what most bureaus print."""

    kertas: Literal["A4", "F4"] = Field("A4", description="A4 (210 x 297 mm) atau F4 (210 x 330 mm)")
    margin: MarginHalaman = MarginHalaman()
    margin_lampiran: MarginLampiran = MarginLampiran()
    margin_surat: MarginSurat = MarginSurat()
    huruf: NamaHuruf = Field("Bookman Old Style", description="Jenis huruf naskah")
    ukuran_huruf: Annotated[float, Field(ge=8, le=16)] = 12
    urutan_tanda_tangan: Literal["maju", "mundur"] = Field(
        "maju", description="maju: PIHAK KESATU paling kiri; mundur: paling kanan"
    )
    kolom_tanda_tangan: Annotated[Bulat, Field(ge=1, le=4)] = 2
    tarif_meterai: Annotated[Bulat, Field(ge=0, le=10**9)] = Field(10000, description="Rupiah; UU 10/2020")
    ingatkan: Lama = Field(
        Lama(jumlah=90, satuan="hari"), description="Masa pemberitahuan dimulai sekian lama sebelum hari aman"
    )
    waktu_muka: Lama = Field(Lama(jumlah=30, satuan="hari"), description="Surat diterbitkan sekian lama sebelum hari aman")
    pihak_kami: Teks | None = Field(None, description="Nama pihak kantor ini, pengirim surat; bawaan: pihak kesatu")
    kop: dict[str, BarisTeks] = Field({}, description="Nama pihak: baris-baris kepala surat")
    tempat_surat: Teks | None = Field(None, description="Tempat pada tanggal surat; bawaan: titik-titik")
    tembusan: tuple[Teks, ...] = Field((), description="Tembusan setiap surat")
    surel: Surel | None = Field(None, description="Bila ada, nota terbitkan mengirim ringkasannya")
    huruf_surat: NamaHuruf = Field("Arial", description="Jenis huruf surat")
    logo: dict[str, Teks] = Field({}, description="Nama pihak: berkas PNG atau JPEG di dalam folder templates/")


UKURAN_KERTAS = {"A4": (210.0, 297.0), "F4": (210.0, 330.0)}
"""Width and height, millimetres."""
