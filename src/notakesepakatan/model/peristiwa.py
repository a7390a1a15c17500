"""What happens in the life of an agreement: one dated file an event in `agreements/<slug>/peristiwa/`, never overwritten."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Bagian, Bulat
from notakesepakatan.model.dasar import Lama, Tanggal, Teks
from notakesepakatan.model.para_pihak import PenandaTangan

JenisPeristiwa = Literal[
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
]

SebabBerakhir = Literal["jangka-waktu", "tujuan-tercapai", "kesepakatan", "perubahan-peraturan", "objek-hilang"]
"""Grounds on which a cooperation ends (PP 28/2018 Pasal 9); a change of leadership is none."""

_SURAT = ("perihal", "dari")
_KAHAR = (
    "macam", "tempat", "uraian", "sampai", "diketahui", "tugas", "program", "hubungan", "kerugian", "surat_keterangan",
    "pemulihan", "saksi",
)  # fmt: skip
_RESMI = ("tempat", "para_pihak", "saksi")

_KUNCI: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "pemberitahuan_disusun": (_SURAT, ()),
    "pemberitahuan_dikirim": (_SURAT, ()),
    "pemberitahuan_diterima": (_SURAT, ()),
    "perpanjangan": (("selama",), ()),
    "pengakhiran": ((), ("sebab", "dasar", "kewajiban", *_RESMI)),
    "batal": ((), ("sebab", "dasar")),
    "keadaan_kahar": ((), _KAHAR),
    "berita_acara_kahar": (("kejadian",), ("para_pihak", "tempat")),
    "realisasi": (("tahun", "baris"), ("rekomendasi",)),
    "musyawarah": (("pokok",), ("hadir", "hasil", "tindak_lanjut", *_RESMI)),
    "selesai": (("kejadian",), ("urutan",)),
    "penyerahan_rangkap": (("rangkap",), ("penerima", "tempat", "penyimpanan")),
}
"""What each kind must say and may say beyond its date, number and a remark."""


def required_keys(jenis: str) -> tuple[str, ...]:
    """What an event of this kind must say; nothing for an unknown kind."""
    return _KUNCI.get(jenis, ((), ()))[0]


def known_keys(jenis: str) -> tuple[str, ...]:
    """What it may say, with what it must."""
    return tuple(kunci for daftar in _KUNCI.get(jenis, ((), ())) for kunci in daftar)


class Tugas(Bagian):
    """Something to be done: what, by whom, by which day (inclusive)."""

    uraian: Teks
    oleh: Teks = Field("bersama", description="Kunci pihak, atau bersama")
    paling_lambat: Tanggal | None = None


class Orang(Bagian):
    """A person at a meeting or a witness."""

    nama: Teks
    jabatan: Teks | None = None
    pihak: Teks | None = Field(None, description="Kunci pihak yang diwakili")


class SuratKeterangan(Bagian):
    """The letter of the competent authority that proves a force majeure."""

    instansi: Teks
    nomor: Teks | None = None
    tanggal: Tanggal | None = None


Jumlah = Annotated[Bulat, Field(ge=0, le=10**12)]


class BarisRealisasi(Bagian):
    """One row of the work plan in one year: plan against realisation."""

    alamat: Teks = Field(description="Baris Rencana Kerja, mis. 3.2.a")
    rencana: Teks | None = None
    realisasi: Teks | None = None
    target: Jumlah | None = None
    capaian: Jumlah | None = None
    satuan: Teks | None = None
    output: Teks | None = None
    outcome: Teks | None = None
    kendala: Teks | None = None
    tindak_lanjut: Teks | None = None

    @property
    def persen(self) -> int | None:
        """Achieved of the target, whole percent rounded down; None where either is not said or nothing was planned."""
        return None if self.capaian is None or not self.target else self.capaian * 100 // self.target


class Peristiwa(Bagian):
    """One event."""

    jenis: JenisPeristiwa
    tanggal: Tanggal = Field(description="Hari peristiwa terjadi")
    nomor: Teks | None = Field(None, description="Nomor surat atau naskah")
    keterangan: Teks | None = None
    perihal: Literal["perpanjangan", "pengakhiran"] | None = Field(None, description="Isi pemberitahuan")
    dari: Teks | None = Field(None, description="Pihak yang memberitahukan: kesatu, kedua, …")
    selama: Lama | None = Field(None, description="Lama perpanjangan, dihitung dari hari berakhir semula")
    kejadian: Tanggal | None = Field(None, description="Hari peristiwa yang dijawab")
    urutan: Annotated[Bulat, Field(ge=1, le=500)] | None = Field(
        None, description="Butir ke berapa yang selesai; bawaan: semua"
    )
    tempat: Teks | None = None
    para_pihak: tuple[PenandaTangan, ...] = Field((), max_length=20, description="Penanda tangan pada hari itu")
    saksi: tuple[Orang, ...] = ()
    macam: Teks | None = Field(None, description="Macam keadaan kahar, mis. banjir")
    uraian: Teks | None = None
    sampai: Tanggal | None = Field(None, description="Hari terakhir, bila lebih dari sehari")
    diketahui: Tanggal | None = Field(None, description="Hari diketahui, bila kemudian")
    tugas: tuple[Teks, ...] = Field((), description="Tugas yang terdampak, mis. Pasal 4 ayat (1) huruf a")
    program: tuple[Teks, ...] = Field((), description="Baris Rencana Kerja yang terdampak, mis. 3.2.a")
    hubungan: Teks | None = Field(None, description="Hubungan sebab akibat langsung")
    kerugian: dict[str, Teks] = Field({}, description="Menurut pihak: kesatu, kedua, …")
    surat_keterangan: SuratKeterangan | None = None
    pemulihan: tuple[Tugas, ...] = ()
    sebab: SebabBerakhir | None = None
    dasar: Teks | None = Field(None, description="Peraturan atau naskah yang mendasari")
    kewajiban: tuple[Tugas, ...] = Field((), description="Kewajiban yang belum selesai")
    tahun: Teks | None = Field(None, description="Tahun Rencana Kerja: I, II, …")
    baris: tuple[BarisRealisasi, ...] = ()
    rekomendasi: Literal["dilanjutkan", "diubah", "diakhiri"] | None = None
    pokok: Teks | None = Field(None, description="Pokok yang dimusyawarahkan")
    hadir: tuple[Orang, ...] = ()
    hasil: tuple[Teks, ...] = ()
    tindak_lanjut: tuple[Tugas, ...] = ()
    rangkap: Annotated[Bulat, Field(ge=1, le=40)] | None = Field(None, description="Rangkap ke berapa")
    penerima: Teks | None = None
    penyimpanan: Teks | None = Field(None, description="Tempat rangkap disimpan")

    @model_validator(mode="after")
    def _complete(self) -> "Peristiwa":
        wajib, boleh = _KUNCI[self.jenis]
        for kunci in wajib:
            if getattr(self, kunci) in (None, ()):
                raise PydanticCustomError("peristiwa_kurang", "{kunci} belum ada", {"kunci": kunci})
        for kunci in sorted(self.model_fields_set - {"jenis", "tanggal", "nomor", "keterangan", *wajib, *boleh}):
            raise PydanticCustomError("peristiwa_asing", "{kunci} asing", {"kunci": kunci, "jenis": self.jenis})
        return self


class PeristiwaSetengah(Peristiwa):
    """An event of which something is missing still, so that the rest can be held against the agreement."""

    @model_validator(mode="after")
    def _complete(self) -> "PeristiwaSetengah":
        return self


FAKTA_KAHAR = ("macam", "tempat", "uraian", "hubungan")
"""What whoever records a force majeure must know of it; the rest may follow."""


def kahar_unsaid(isi: Mapping[str, Any]) -> list[str]:
    """Keys of those facts that the data of an event lacks; a duty or a row of the work plan is one of them."""
    kurang = [kunci for kunci in FAKTA_KAHAR if not isi.get(kunci)]
    return kurang if isi.get("tugas") or isi.get("program") else [*kurang, "tugas"]


def facts_missing(p: Peristiwa) -> list[str]:
    """Facts of a force majeure that its berita acara needs and that are not said yet."""
    ada: dict[str, Any] = {"macam": p.macam, "tempat": p.tempat, "uraian": p.uraian, "hubungan": p.hubungan}
    ada |= {"tugas": p.tugas or p.program, "kerugian": p.kerugian, "surat_keterangan": p.surat_keterangan}
    return [kunci for kunci, nilai in ada.items() if not nilai]
