"""The parties: who signs, in what office, how each is called, where its letters go."""

from pydantic import Field

from notakesepakatan.data import Section
from notakesepakatan.model.dasar import (
    LineText,
    OptionalLines,
    OptionalText,
    Tanggal,
    Text,
)
from notakesepakatan.model.tabel import LabelledLine
from notakesepakatan.model.terjemahan import (
    TerjemahanAddress,
    TerjemahanKuasa,
    TerjemahanPenandaTangan,
    TerjemahanPihak,
    TerjemahanSaksi,
)

NOT_PRINTED = "tanpa"
"""Stands as `jabatan_tanda_tangan` where no office is printed above the signature."""


class RiwayatNama(Section):
    """Another name this party bears since, or bore until, a change of law."""

    nama: Text
    sejak: Tanggal | None = Field(None, description="Hari pertama nama ini dipakai")
    sampai: Tanggal | None = Field(None, description="Hari terakhir nama ini dipakai")
    dasar: Text | None = Field(None, description="Peraturan yang mengubah nama")


class ContactLabel(Section):
    """The words before a contact, where a signed text writes them otherwise."""

    telepon: Text = "Telepon"
    faksimile: Text = "Faksimile"
    email: Text = "Email"


class Address(Section):
    """One address block of the correspondence pasal."""

    nama: LineText
    up: Text | None = Field(None, description="Pejabat setelah u.p.")
    alamat: Text | None = None
    kode_pos: Text | None = None
    telepon: Text | None = None
    faksimile: Text | None = None
    email: Text | None = None
    label: ContactLabel = ContactLabel()
    terjemahan: TerjemahanAddress | None = Field(
        None, description="Dalam bahasa_kedua, bila berbeda"
    )


class PenandatangananPihak(Section):
    """Where and when one party signed, where not all signed together."""

    tempat: Text | None = None
    tanggal: Tanggal | None = Field(
        None, description="Hari pihak ini menandatangani, TTTT-BB-HH"
    )


class Kuasa(Section):
    """The letter of authority by which an official signs for whoever gave it."""

    jenis: Text = Field(
        "Surat Kuasa", description="Bawaan: Surat Kuasa; mis. Surat Kuasa Khusus"
    )
    pemberi: Text | None = Field(
        None, description="Jabatan pemberi kuasa, mis. Bupati Contoh"
    )
    nomor: Text | None = None
    tanggal: Tanggal | None = Field(None, description="Hari surat kuasa, TTTT-BB-HH")
    terjemahan: TerjemahanKuasa | None = Field(
        None, description="Dalam bahasa_kedua, kunci yang sama"
    )


class PenandaTanganLain(Section):
    """Who signs for a party beside its `pejabat`, as a second director does."""

    pejabat: Text | None = Field(None, description="Nama penanda tangan")
    jabatan: Text
    tanda_tangan: OptionalLines = Field(
        (),
        description="Baris di atas ruang tanda tangan, huruf seperti diketik, "
        "pengganti jabatan",
    )
    bawah_nama: OptionalLines = Field(
        (), description="Baris di bawah nama penanda tangan: pangkat, NIP"
    )

    terjemahan: TerjemahanPenandaTangan | None = Field(
        None, description="Dalam bahasa_kedua, kunci yang sama"
    )

    @property
    def above_signature(self) -> tuple[str, ...]:
        """The lines above the room for the signature: as typed, or the office in capitals."""
        return self.tanda_tangan or (self.jabatan.upper(),)


class Pihak(Section):
    """One PIHAK. Its key (`kesatu`, `second`, …) is its place in the list, never stored."""

    nama: Text = Field(description="Nama badan, mis. Pemerintah Kabupaten Pekalongan")
    sebutan: Text | None = Field(
        None, description="Bawaan: PIHAK KESATU, PIHAK KEDUA, … menurut urutan"
    )
    nomor: Text | None = Field(
        None, description="Nomor naskah dari pihak ini; kosong selama konsep"
    )
    pejabat: Text | None = Field(None, description="Nama penanda tangan")
    jabatan: Text
    jabatan_tanda_tangan: Text | None = Field(
        None, description="Jabatan di atas tanda tangan, bila lain"
    )
    tanda_tangan: OptionalLines = Field(
        (),
        description="Baris di atas ruang tanda tangan, huruf seperti diketik, "
        "pengganti jabatan; mis. a.n. BUPATI CONTOH",
    )
    bawah_nama: OptionalLines = Field(
        (), description="Baris di bawah nama penanda tangan: pangkat, NIP"
    )
    penanda_tangan_lain: tuple[PenandaTanganLain, ...] = Field(
        (),
        max_length=5,
        description="Ikut menandatangani bagi pihak ini, bersama pejabat di atas",
    )
    nama_judul: Text | None = Field(
        None, description="Nama badan pada judul, huruf seperti diketik"
    )
    kedudukan: Text | None = Field(None, description="Alamat kedudukan")
    baris: tuple[LabelledLine, ...] = Field(
        (),
        max_length=20,
        description="Di bawah Alamat bila susunan.para_pihak: baris, mis. NPWP, NIK",
    )
    pengangkatan: Text | None = Field(
        None, description="Keputusan pengangkatan, seperti pada naskah"
    )
    kuasa: Kuasa | None = Field(
        None, description="Surat kuasa, bila bukan pemimpin badan yang menandatangani"
    )
    bertindak_atas_nama: Text | None = Field(None, description="Bawaan: nama badan")
    kalimat: OptionalText = Field(
        None, description="Pengganti kalimat pembuka pihak ini"
    )
    pejabat_pelaksana: Text | None = None
    korespondensi: tuple[Address, ...] = ()
    penandatanganan: PenandatangananPihak | None = Field(
        None, description="Bila tempat atau hari tiap pihak berbeda"
    )
    riwayat_nama: tuple[RiwayatNama, ...] = ()
    terjemahan: TerjemahanPihak | None = Field(
        None, description="Dalam bahasa_kedua, kunci yang sama"
    )

    @property
    def above_signature(self) -> tuple[str, ...]:
        """The lines above the room for the signature: as typed, or the office in capitals.

        None where the paper has none there.
        """
        office = self.jabatan_tanda_tangan or self.jabatan
        if office == NOT_PRINTED and not self.tanda_tangan:
            return ()
        return self.tanda_tangan or (office.upper(),)

    @property
    def penanda_tangan_list(self) -> tuple["Pihak | PenandaTanganLain", ...]:
        """All who sign for it, the `pejabat` of the party itself first."""
        return (self, *self.penanda_tangan_lain)


class Saksi(Section):
    """Who signs beside the parties and is none: a saksi, or whoever is to know of it."""

    nama: Text | None = None
    jabatan: OptionalLines = Field(
        (), description="Baris di atas ruang tanda tangan, huruf seperti diketik"
    )
    bawah_nama: OptionalLines = Field((), description="Pangkat, NIP")
    terjemahan: TerjemahanSaksi | None = Field(
        None, description="Dalam bahasa_kedua, kunci yang sama"
    )


class PenandaTangan(Section):
    """A party on the day a later paper is signed; what is empty is as in the text in force."""

    nomor: Text | None = Field(None, description="Nomor naskah itu dari pihak ini")
    nama: Text | None = Field(
        None, description="Bawaan: nama pada hari itu, dengan (dahulu …) bila berganti"
    )
    pejabat: Text | None = None
    jabatan: Text | None = None
    jabatan_tanda_tangan: Text | None = None
    tanda_tangan: OptionalLines = ()
    bawah_nama: OptionalLines = ()
    penanda_tangan_lain: tuple[PenandaTanganLain, ...] | None = Field(
        None,
        max_length=5,
        description="Bawaan: seperti pada naskah; [] bila hanya pejabat di atas",
    )
    kedudukan: Text | None = None
    pengangkatan: Text | None = None
    kuasa: Kuasa | None = Field(None, description="Surat kuasa untuk naskah itu")
    penandatanganan: PenandatangananPihak | None = Field(
        None, description="Bila tempat atau hari tiap pihak berbeda"
    )
    kalimat: OptionalText = Field(
        None, description="Pengganti kalimat para pihak untuk pihak ini"
    )
    terjemahan: TerjemahanPihak | None = Field(
        None, description="Yang di atas dalam bahasa_kedua, kunci yang sama"
    )
