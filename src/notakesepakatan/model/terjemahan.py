"""Texts in the second language, each beside the text it renders, under the same key.

One class for each kind of part that holds such texts. What is left out of a class is the
same in both languages: numbers, days, names of persons.
"""

from typing import ClassVar

from pydantic import Field

from notakesepakatan.data import Section
from notakesepakatan.model.dasar import BriefSection, OptionalLines, OptionalText


class Terjemahan(Section):
    """The texts of one part in the second language."""

    SAME: ClassVar[tuple[str, ...]] = ()
    """Texts that may stand as they are in both languages, as an address may."""


class TerjemahanButir(BriefSection, Terjemahan):
    """An ayat, huruf, angka and below; a bare text is its `isi`."""

    isi: OptionalText = None
    paragraf: OptionalLines = ()
    penutup: OptionalText = None


class TerjemahanPasal(BriefSection, Terjemahan):
    """A pasal; a bare text is its `isi`."""

    bab: OptionalText = None
    judul_bagian: OptionalText = None
    judul_paragraf: OptionalText = None
    judul: OptionalText = None
    isi: OptionalText = None
    paragraf: OptionalLines = ()
    penutup: OptionalText = None


class TerjemahanDasarHukum(BriefSection, Terjemahan):
    """A legal basis, all of it as one text."""

    teks: OptionalText = Field(None, description="Seluruh bunyinya")

    @classmethod
    def short_key(cls) -> str:
        return "teks"


class TerjemahanKalimat(Terjemahan):
    """The fixed sentences."""

    menindaklanjuti: OptionalText = None
    pembukaan: OptionalText = None
    pihak: OptionalText = None
    dasar_hukum: OptionalText = None
    sebutan_bersama: OptionalText = None
    pertimbangan: OptionalText = None
    kesepakatan: OptionalText = None
    penutup: OptionalLines = ()
    setelah_tanda_tangan: OptionalLines = ()


class TerjemahanAddress(Terjemahan):
    """An address of the correspondence; what is not written is the same in both."""

    SAME: ClassVar[tuple[str, ...]] = ("nama", "up", "alamat")

    nama: OptionalLines = ()
    up: OptionalText = None
    alamat: OptionalText = None


class TerjemahanPihak(Terjemahan):
    """A party."""

    SAME: ClassVar[tuple[str, ...]] = ("kedudukan", "bawah_nama")

    nama: OptionalText = None
    sebutan: OptionalText = None
    jabatan: OptionalText = None
    jabatan_tanda_tangan: OptionalText = None
    tanda_tangan: OptionalLines = ()
    bawah_nama: OptionalLines = ()
    nama_judul: OptionalText = None
    kedudukan: OptionalText = None
    pengangkatan: OptionalText = None
    bertindak_atas_nama: OptionalText = None
    kalimat: OptionalText = None
    pejabat_pelaksana: OptionalText = None


class TerjemahanKuasa(Terjemahan):
    """A letter of authority."""

    jenis: OptionalText = None
    pemberi: OptionalText = None


class TerjemahanRangkap(Terjemahan):
    """Who keeps the originals; a body may have one name in both languages."""

    SAME: ClassVar[tuple[str, ...]] = ("penyimpan_arsip",)

    penyimpan_arsip: OptionalLines = ()


class TerjemahanInduk(Terjemahan):
    """The agreement that this one carries out."""

    jenis: OptionalText = None
    judul: OptionalText = None


class TerjemahanPenandaTangan(Terjemahan):
    """Who signs for a party beside its `pejabat`."""

    SAME: ClassVar[tuple[str, ...]] = ("bawah_nama",)

    jabatan: OptionalText = None
    tanda_tangan: OptionalLines = ()
    bawah_nama: OptionalLines = ()


class TerjemahanSaksi(Terjemahan):
    """Who signs beside the parties."""

    SAME: ClassVar[tuple[str, ...]] = ("bawah_nama",)

    jabatan: OptionalLines = ()
    bawah_nama: OptionalLines = ()


class TerjemahanLine(Terjemahan):
    """A line of a name and its value; a value that is a number stays as it is."""

    SAME: ClassVar[tuple[str, ...]] = ("isi",)

    label: OptionalText = None
    isi: OptionalText = None


class TerjemahanColumn(BriefSection, Terjemahan):
    """A column of a table; a bare text is its heading."""

    judul: OptionalText = None

    @classmethod
    def short_key(cls) -> str:
        return "judul"


class TerjemahanProgram(Terjemahan):
    """A programme of the Rencana Kerja."""

    nama: OptionalText = None


class TerjemahanTahapan(BriefSection, Terjemahan):
    """A row of the Rencana Kerja; a bare text is its `isi`."""

    SAME: ClassVar[tuple[str, ...]] = ("lokasi", "sumber_dana")

    isi: OptionalText = None
    lokasi: OptionalText = None
    sumber_dana: OptionalText = None
    tugas: dict[str, OptionalLines] = Field({}, description="Menurut pihak")
    output: OptionalLines = ()
    outcome: OptionalLines = ()


class TerjemahanLampiran(Terjemahan):
    """Heading and title of the annex."""

    kepala: OptionalLines = ()
    judul: OptionalLines = ()
    isi: OptionalText = None
    penutup: OptionalText = None


class TerjemahanKesepakatan(Terjemahan):
    """What stands at the top of the file."""

    jenis: OptionalText = None
    judul: OptionalText = None
    sebutan_bersama: OptionalText = None
    sebutan_tunggal: OptionalText = None
    sampai_terpenuhi: OptionalText = Field(None, description="Syarat pada jangka_waktu")


class TerjemahanAdendum(Terjemahan):
    """The words that an adendum says of itself."""

    sebutan_naskah: OptionalText = None
    saat_berlaku: OptionalText = None
    ketentuan_peralihan: OptionalLines = ()
    kalimat_penutup: OptionalText = None


class TerjemahanAlasan(BriefSection, Terjemahan):
    """A reason in words of its own; a bare text is its `teks`."""

    teks: OptionalText = None

    @classmethod
    def short_key(cls) -> str:
        return "teks"


class TerjemahanPaper(Terjemahan):
    """A paper that an adendum rests on."""

    dari: OptionalText = None
    tentang: OptionalText = None
