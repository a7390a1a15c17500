"""What happens in the life of an agreement: one dated file an event, never overwritten.

Here is the shape of such a file (`agreements/<slug>/peristiwa/*.yaml`). Which keys go with
which kind is a rule (`compute/peristiwa/keys.py`), as is whatever else an event may say wrongly.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from notakesepakatan.data import Section, WholeNumber
from notakesepakatan.model.adendum import AdendumName
from notakesepakatan.model.dasar import Lama, Tanggal, Text, Withdrawn
from notakesepakatan.model.para_pihak import PenandaTangan

PeristiwaKind = Literal[
    "pemberitahuan_disusun",
    "pemberitahuan_dikirim",
    "pemberitahuan_diterima",
    "perpanjangan",
    "pengakhiran",
    "batal",
    "keadaan_kahar",
    "berita_acara_kahar",
    "realisasi",
    "musyawarah",
    "selesai",
    "penyerahan_rangkap",
    "adendum_berlaku",
    "syarat_terpenuhi",
    "peristiwa_naskah",
]

About = Literal["perpanjangan", "pengakhiran", "pengunduran_diri"]
"""What a notice is of: a longer term, the end, or that one party of several leaves."""
LEAVING: Final = "pengunduran_diri"
TWO: Final = 2
"""Parties of whom none leaves without ending what they agreed."""

CauseEnded = Literal[
    "jangka-waktu",
    "tujuan-tercapai",
    "kesepakatan",
    "perubahan-peraturan",
    "objek-hilang",
]
"""Grounds on which a cooperation ends (PP 28/2018 Pasal 9); a change of leadership is none."""

_SURAT = ("perihal", "dari")
_KAHAR = (
    "macam",
    "tempat",
    "uraian",
    "sampai",
    "diketahui",
    "tugas",
    "program",
    "hubungan",
    "kerugian",
    "surat_keterangan",
    "pemulihan",
    "saksi",
)
_OFFICIAL = ("tempat", "para_pihak", "saksi")

_KEY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "pemberitahuan_disusun": (_SURAT, ()),
    "pemberitahuan_dikirim": (_SURAT, ()),
    "pemberitahuan_diterima": (_SURAT, ()),
    "perpanjangan": ((), ("selama", "sampai")),
    "pengakhiran": ((), ("sebab", "dasar", "kewajiban", *_OFFICIAL)),
    "batal": ((), ("sebab", "dasar")),
    "keadaan_kahar": ((), _KAHAR),
    "berita_acara_kahar": (("kejadian",), ("para_pihak", "tempat")),
    "realisasi": (("tahun", "baris"), ("rekomendasi",)),
    "musyawarah": (("pokok",), ("hadir", "hasil", "tindak_lanjut", *_OFFICIAL)),
    "selesai": (("kejadian",), ("urutan",)),
    "penyerahan_rangkap": (("rangkap",), ("penerima", "tempat", "penyimpanan")),
    "adendum_berlaku": (("adendum",), ()),
    "syarat_terpenuhi": ((), ("dasar", "kewajiban")),
    "peristiwa_naskah": (("uraian",), ("dasar",)),
}
"""What each kind must say and may say beyond its date, number and a remark."""


def required_keys(kind: str) -> tuple[str, ...]:
    """What an event of this kind must say; nothing for an unknown kind."""
    return _KEY.get(kind, ((), ()))[0]


def known_keys(kind: str) -> tuple[str, ...]:
    """What it may say, with what it must."""
    return tuple(key for items in _KEY.get(kind, ((), ())) for key in items)


class Tugas(Section):
    """Something to be done: what, by whom, by which day (inclusive)."""

    uraian: Text
    oleh: Text = Field("bersama", description="Kunci pihak, atau bersama")
    paling_lambat: Tanggal | None = None


class Person(Section):
    """A person at a meeting or a witness."""

    nama: Text
    jabatan: Text | None = None
    pihak: Text | None = Field(None, description="Kunci pihak yang diwakili")


class SuratKeterangan(Section):
    """The letter of the competent authority that proves a force majeure."""

    instansi: Text
    nomor: Text | None = None
    tanggal: Tanggal | None = None


Count = Annotated[WholeNumber, Field(ge=0, le=10**12)]


class RealisasiRow(Section):
    """One row of the work plan in one year: plan against realisation."""

    alamat: Text = Field(description="Baris Rencana Kerja, mis. 3.2.a")
    rencana: Text | None = None
    realisasi: Text | None = None
    target: Count | None = None
    capaian: Count | None = None
    satuan: Text | None = None
    output: Text | None = None
    outcome: Text | None = None
    kendala: Text | None = None
    tindak_lanjut: Text | None = None

    @property
    def persen(self) -> float | None:
        """Achieved of the target in percent, rounded to one decimal.

        What falls short is never 100. None where either figure is missing or nothing was
        planned.
        """
        if self.capaian is None or not self.target:
            return None
        # In whole numbers: half a tenth goes up, and no figure is too large for it.
        tenths = (self.capaian * 2000 + self.target) // (self.target * 2)
        if self.capaian < self.target:
            tenths = min(tenths, 999)
        return tenths / 10


class Peristiwa(Section):
    """One event."""

    jenis: PeristiwaKind
    tanggal: Tanggal = Field(description="Hari peristiwa terjadi")
    nomor: Text | None = Field(None, description="Nomor surat atau naskah")
    keterangan: Text | None = None
    dicabut: Withdrawn | None = Field(
        None, description="Ditulis oleh nota cabut; peristiwanya tidak dihitung lagi"
    )
    perihal: About | None = Field(None, description="Isi pemberitahuan")
    dari: Text | None = Field(
        None, description="Pihak yang memberitahukan: kesatu, kedua, …"
    )
    selama: Lama | None = Field(
        None,
        description="Lama perpanjangan, dihitung dari hari berakhir semula; "
        "atau tulis sampai",
    )
    kejadian: Tanggal | None = Field(None, description="Hari peristiwa yang dijawab")
    urutan: Annotated[WholeNumber, Field(ge=1, le=500)] | None = Field(
        None, description="Butir ke berapa yang selesai; bawaan: semua"
    )
    tempat: Text | None = None
    para_pihak: tuple[PenandaTangan, ...] = Field(
        (), max_length=20, description="Penanda tangan pada hari itu"
    )
    saksi: tuple[Person, ...] = ()
    macam: Text | None = Field(None, description="Macam keadaan kahar, mis. banjir")
    uraian: Text | None = None
    sampai: Tanggal | None = Field(
        None,
        description="Hari terakhir: kejadian yang lebih dari sehari, atau perpanjangan",
    )
    diketahui: Tanggal | None = Field(None, description="Hari diketahui, bila kemudian")
    tugas: tuple[Text, ...] = Field(
        (), description="Tugas yang terdampak, mis. Pasal 4 ayat (1) huruf a"
    )
    program: tuple[Text, ...] = Field(
        (), description="Baris Rencana Kerja yang terdampak, mis. 3.2.a"
    )
    hubungan: Text | None = Field(None, description="Hubungan sebab akibat langsung")
    kerugian: dict[str, Text] = Field({}, description="Menurut pihak: kesatu, kedua, …")
    surat_keterangan: SuratKeterangan | None = None
    pemulihan: tuple[Tugas, ...] = ()
    sebab: CauseEnded | None = None
    dasar: Text | None = Field(None, description="Peraturan atau naskah yang mendasari")
    kewajiban: tuple[Tugas, ...] = Field((), description="Kewajiban yang belum selesai")
    tahun: Text | None = Field(None, description="Tahun Rencana Kerja: I, II, …")
    baris: tuple[RealisasiRow, ...] = ()
    rekomendasi: Literal["dilanjutkan", "diubah", "diakhiri"] | None = None
    pokok: Text | None = Field(None, description="Pokok yang dimusyawarahkan")
    hadir: tuple[Person, ...] = ()
    hasil: tuple[Text, ...] = ()
    tindak_lanjut: tuple[Tugas, ...] = ()
    rangkap: Annotated[WholeNumber, Field(ge=1, le=40)] | None = Field(
        None, description="Rangkap ke berapa"
    )
    adendum: AdendumName | None = Field(
        None, description="Adendum yang mulai berlaku, mis. adendum-01"
    )
    penerima: Text | None = None
    penyimpanan: Text | None = Field(None, description="Tempat rangkap disimpan")


def tasks(peristiwa: Peristiwa) -> Iterator[tuple[str, int, Tugas]]:
    """Whatever an event leaves to be done: its key, its place in that list, the task."""
    listed = (
        ("kewajiban", peristiwa.kewajiban),
        ("tindak_lanjut", peristiwa.tindak_lanjut),
        ("pemulihan", peristiwa.pemulihan),
    )
    for key, items in listed:
        for i, tugas in enumerate(items):
            yield key, i, tugas


def about_words(about: str) -> str:
    """What a notice is of, in words: "pengunduran diri"."""
    return about.replace("_", " ")


KAHAR_FACTS = ("macam", "tempat", "uraian", "hubungan")
"""What whoever records a force majeure must know of it; the rest may follow."""


def kahar_unsaid(content: Mapping[str, Any]) -> list[str]:
    """Keys of those facts that the data of an event lacks.

    A duty or a row of the work plan is one of them.
    """
    missing = [key for key in KAHAR_FACTS if not content.get(key)]
    says_what_suffers = content.get("tugas") or content.get("program")
    return missing if says_what_suffers else [*missing, "tugas"]
