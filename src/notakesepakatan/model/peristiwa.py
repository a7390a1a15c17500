"""What happens in the life of an agreement: one dated file an event in `agreements/<slug>/peristiwa/`, never overwritten."""

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Bagian
from notakesepakatan.model.dasar import Lama, Tanggal, Teks

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
]

_WAJIB: dict[str, tuple[str, ...]] = {
    "pemberitahuan_disusun": ("perihal", "dari"),
    "pemberitahuan_dikirim": ("perihal", "dari"),
    "pemberitahuan_diterima": ("perihal", "dari"),
    "perpanjangan": ("selama",),
    "berita_acara_kahar": ("kejadian",),
}
"""What each kind must say beyond its date."""


class Peristiwa(Bagian):
    """One event."""

    jenis: JenisPeristiwa
    tanggal: Tanggal = Field(description="Hari peristiwa terjadi")
    perihal: Literal["perpanjangan", "pengakhiran"] | None = Field(None, description="Isi pemberitahuan")
    dari: Teks | None = Field(None, description="Pihak yang memberitahukan: kesatu, kedua, …")
    nomor: Teks | None = Field(None, description="Nomor surat atau naskah")
    selama: Lama | None = Field(None, description="Lama perpanjangan, dihitung dari hari berakhir semula")
    kejadian: Tanggal | None = Field(None, description="Hari keadaan kahar yang diberitaacarakan")
    keterangan: Teks | None = None

    @model_validator(mode="after")
    def _complete(self) -> "Peristiwa":
        for kunci in _WAJIB.get(self.jenis, ()):
            if getattr(self, kunci) is None:
                raise PydanticCustomError("peristiwa_kurang", "{kunci} belum ada", {"kunci": kunci})
        return self
