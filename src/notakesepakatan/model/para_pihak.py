"""The parties: who signs, in what office, how each is called, where its letters go."""

from pydantic import Field

from notakesepakatan.data import Bagian
from notakesepakatan.model.dasar import BarisTeks, Tanggal, Teks


class RiwayatNama(Bagian):
    """Another name this party bears since, or bore until, a change of law."""

    nama: Teks
    sejak: Tanggal | None = Field(None, description="Hari pertama nama ini dipakai")
    sampai: Tanggal | None = Field(None, description="Hari terakhir nama ini dipakai")
    dasar: Teks | None = Field(None, description="Peraturan yang mengubah nama")


class LabelKontak(Bagian):
    """The words before a contact, where a signed text writes them otherwise."""

    telepon: Teks = "Telepon"
    faksimile: Teks = "Faksimile"
    email: Teks = "Email"


class Alamat(Bagian):
    """One address block of the correspondence pasal."""

    nama: BarisTeks
    up: Teks | None = Field(None, description="Pejabat setelah u.p.")
    alamat: Teks | None = None
    kode_pos: Teks | None = None
    telepon: Teks | None = None
    faksimile: Teks | None = None
    email: Teks | None = None
    label: LabelKontak = LabelKontak()


class Pihak(Bagian):
    """One PIHAK. Its key (`kesatu`, `kedua`, …) is its place in the list, never stored."""

    nama: Teks = Field(description="Nama badan, mis. Pemerintah Kabupaten Pekalongan")
    sebutan: Teks | None = Field(None, description="Bawaan: PIHAK KESATU, PIHAK KEDUA, … menurut urutan")
    nomor: Teks | None = Field(None, description="Nomor naskah dari pihak ini; kosong selama konsep")
    pejabat: Teks | None = Field(None, description="Nama penanda tangan")
    jabatan: Teks
    jabatan_tanda_tangan: Teks | None = Field(None, description="Jabatan di atas tanda tangan, bila lain")
    kedudukan: Teks | None = Field(None, description="Alamat kedudukan")
    pengangkatan: Teks | None = Field(None, description="Keputusan pengangkatan, seperti pada naskah")
    bertindak_atas_nama: Teks | None = Field(None, description="Bawaan: nama badan")
    kalimat: Teks | None = Field(None, description="Pengganti kalimat.pihak untuk pihak ini")
    pejabat_pelaksana: Teks | None = None
    korespondensi: tuple[Alamat, ...] = ()
    riwayat_nama: tuple[RiwayatNama, ...] = ()


class PenandaTangan(Bagian):
    """A party on the day a later paper is signed; what is empty is as in the text in force."""

    nomor: Teks | None = Field(None, description="Nomor naskah itu dari pihak ini")
    nama: Teks | None = Field(None, description="Bawaan: nama pada hari itu, dengan (dahulu …) bila berganti")
    pejabat: Teks | None = None
    jabatan: Teks | None = None
    jabatan_tanda_tangan: Teks | None = None
    kedudukan: Teks | None = None
    pengangkatan: Teks | None = None
    kalimat: Teks | None = Field(None, description="Pengganti kalimat para pihak untuk pihak ini")
