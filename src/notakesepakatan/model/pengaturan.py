"""Settings of a workspace, `pengaturan.yaml`.

Looks that the bureau chooses and where it is, never words of an agreement.
"""

from typing import Annotated, Literal

from pydantic import Field

from notakesepakatan.data import Section, WholeNumber, YesNo
from notakesepakatan.model.adendum import AdendumForm
from notakesepakatan.model.dasar import Lama, LineText, Text
from notakesepakatan.model.halaman import Halaman, Paper
from notakesepakatan.zona import USUAL_ZONA, Zona

NameHuruf = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 -]*$", max_length=60)]
Margin = Annotated[float, Field(ge=5, le=80)]


class PageMargin(Section):
    """Margins, millimetres."""

    atas: Margin = 25
    bawah: Margin = 25
    kiri: Margin = 30
    kanan: Margin = 25


class LampiranMargin(PageMargin):
    """Margins of the annex, millimetres."""

    bawah: Margin = 20
    atas: Margin = 20
    kiri: Margin = 20
    kanan: Margin = 20


class SuratMargin(PageMargin):
    """Margins of a letter, millimetres."""

    atas: Margin = 15
    bawah: Margin = 20
    kiri: Margin = 25
    kanan: Margin = 20


ADDRESS_PATTERN = (
    r"^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*"
    r"@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$"
)
AddressMail = Annotated[str, Field(pattern=ADDRESS_PATTERN, max_length=200)]


class MailServer(Section):
    """The mail server that `nota terbitkan` sends its summary through.

    The password comes from the environment. `batas_waktu` are seconds.
    """

    peladen: Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]+$", max_length=200)]
    porta: Annotated[WholeNumber, Field(ge=1, le=65535)] = 587
    tls: Literal["ya", "langsung", "tidak"] = "ya"
    sertifikat: Text | None = None
    batas_waktu: Annotated[WholeNumber, Field(ge=1, le=600)] = 30
    pengguna: Text | None = None
    dari: AddressMail
    kepada: tuple[AddressMail, ...] = Field(min_length=1)


class Pengaturan(Section):
    """Everything optional; the defaults are what most bureaus print."""

    zona: Zona = Field(
        USUAL_ZONA, description="Zona waktu kantor; hari ini ditentukan olehnya"
    )
    kertas: Paper = Field("A4", description="A4, F4 (210 x 330 mm), Legal, atau Letter")
    margin: PageMargin = PageMargin()
    margin_lampiran: LampiranMargin = LampiranMargin()
    margin_surat: SuratMargin = SuratMargin()
    halaman: Halaman = Field(
        Halaman(), description="Tampilan halaman; kesepakatan boleh memilih lain"
    )
    huruf: NameHuruf = Field("Bookman Old Style", description="Jenis huruf naskah")
    ukuran_huruf: Annotated[float, Field(ge=8, le=16)] = 12
    urutan_tanda_tangan: Literal["maju", "mundur"] = Field(
        "maju", description="maju: PIHAK KESATU paling kiri; mundur: paling kanan"
    )
    kolom_tanda_tangan: Annotated[WholeNumber, Field(ge=1, le=4)] = 2
    adendum: AdendumForm = Field(
        AdendumForm(),
        description="Nama dan bentuk konsep adendum yang baru; adendum yang sudah ada "
        "membawa pilihannya sendiri",
    )
    tarif_meterai: Annotated[WholeNumber, Field(ge=0, le=10**9)] = Field(
        10000, description="Rupiah; UU 10/2020"
    )
    penanda_rangkap: YesNo = Field(
        False, description='ya: "Rangkap kesatu dari …" di kanan atas setiap rangkap'
    )
    ingatkan: Lama = Field(
        Lama(jumlah=90, satuan="hari"),
        description="Masa pemberitahuan dimulai sekian lama sebelum hari aman",
    )
    waktu_muka: Lama = Field(
        Lama(jumlah=30, satuan="hari"),
        description="Surat diterbitkan sekian lama sebelum hari aman",
    )
    pihak_kami: Text | None = Field(
        None, description="Nama pihak kantor ini, pengirim surat; bawaan: pihak kesatu"
    )
    kop: dict[str, LineText] = Field(
        {}, description="Nama pihak atau jabatan: baris-baris kepala surat"
    )
    lambang_kop: Text | None = Field(
        None,
        description="Lambang negara di atas kop kepala daerah dan menteri, berkas di "
        "dalam folder templates/; bawaan: halaman.lambang",
    )
    tempat_surat: Text | None = Field(
        None,
        description="Tempat pada tanggal surat kantor ini; bawaan: kota kedudukan pengirim",
    )
    huruf_nama_surat: Literal["awal_kapital", "seperti_naskah"] = Field(
        "awal_kapital",
        description="Nama penanda tangan surat: awal_kapital atau seperti_naskah",
    )
    tembusan: tuple[Text, ...] = Field((), description="Tembusan setiap surat")
    surel: MailServer | None = Field(
        None, description="Bila ada, nota terbitkan mengirim ringkasannya"
    )
    huruf_surat: NameHuruf = Field("Arial", description="Jenis huruf surat")
    logo: dict[str, Text] = Field(
        {}, description="Nama pihak: berkas PNG atau JPEG di dalam folder templates/"
    )

    def looking_as(self, own: Halaman) -> "Pengaturan":
        """The same office with the pages that an agreement has of its own.

        What `halaman` says stands in place of the settings it goes before.
        """
        page = own.over(self.halaman)
        sides = page.margin.model_dump(exclude_none=True)
        millimeters = {side: 10 * centimeters for side, centimeters in sides.items()}
        update: dict[str, object] = {
            "halaman": page,
            "margin": self.margin.model_copy(update=millimeters),
        }
        for name in ("kertas", "urutan_tanda_tangan", "kolom_tanda_tangan"):
            update[name] = getattr(page, name) or getattr(self, name)
        return self.model_copy(update=update)
