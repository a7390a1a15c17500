"""An instrument as data, `templates/instrumen/<name>.yaml`: for whom it is, what it must hold.

What the law demands and what offices are used to stand in the file, never in the code.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from notakesepakatan.data import Section, YesNo
from notakesepakatan.model.dasar import (
    BriefSection,
    Lama,
    OptionalLines,
    OptionalText,
    Text,
)
from notakesepakatan.model.dasar_hukum import DasarHukum
from notakesepakatan.model.pasal import KEY_PATTERN
from notakesepakatan.model.susunan import Susunan

INSTRUMEN_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
InstrumenName = Annotated[str, Field(pattern=INSTRUMEN_PATTERN, max_length=60)]
"""The name of an instrument's file without its ending: `pks-ksdpk`."""

KlausulName = Annotated[str, Field(pattern=KEY_PATTERN, max_length=60)]
"""The name of a file of `templates/klausul/` without its ending."""

MitraKind = Literal[
    "kementerian_lembaga",
    "daerah_lain",
    "badan_usaha",
    "luar_negeri",
    "unit_sendiri",
]
MITRA: Mapping[MitraKind, str] = {
    "kementerian_lembaga": "Kementerian, lembaga, atau instansi vertikal",
    "daerah_lain": "Pemerintah daerah lain",
    "badan_usaha": "Badan usaha, yayasan, ormas, atau perorangan",
    "luar_negeri": "Pihak luar negeri",
    "unit_sendiri": "Desa, sekolah, atau unit sendiri",
}
"""Who may be the partner, in words."""

Tingkat = Literal["galat", "peringatan", "catatan"]
WhoMay = Literal["kepala_daerah", "kepala_daerah_atau_kuasa", "pejabat_berwenang"]
Asked = Literal[
    "nomor",
    "pengangkatan",
    "pejabat_pelaksana",
    "korespondensi",
    "kuasa",
    "induk",
    "nilai",
    "pembayaran",
    "pemberitahuan",
    "berita_acara_kahar",
    "penyimpan_arsip",
    "lampiran",
]
"""What only some instruments need; title, parties, term, place and scope all do."""

_Words = Annotated[OptionalLines, Field(max_length=30)]


class MitraInstrumen(Section):
    """A partner that this instrument is for.

    `usul` says that it is proposed first; the others are offered beside it.
    """

    kelompok: MitraKind
    alasan: Text = Field(description="Mengapa naskah ini, seperti tampil di layar")
    usul: YesNo = False


class PenandaTanganInstrumen(Section):
    """Who may sign for a regional government."""

    siapa: WhoMay
    tingkat: Tingkat = "peringatan"
    dasar: Text


class LongestTerm(Section):
    """The longest term.

    `tanpa_akhir` says whether one without a last day is let pass.
    """

    paling_lama: Lama
    tanpa_akhir: YesNo = True
    tingkat: Tingkat = "peringatan"
    dasar: Text


class BagianWajib(Section):
    """A part that the text must hold, and by what it is recognised.

    By `kunci`, a role of a pasal or ayat; else by `judul`, words of a heading; else by
    `kata`, words anywhere in the text; else by an annex.
    """

    nama: Text
    kunci: tuple[KlausulName, ...] = Field((), max_length=10)
    judul: _Words = ()
    kata: _Words = ()
    lampiran: YesNo = False
    tingkat: Tingkat
    dasar: Text


class IndukInstrumen(Section):
    """The paper that this one carries out."""

    jenis: tuple[Text, ...] = Field(min_length=1, max_length=10)
    tingkat: Tingkat = "catatan"
    dasar: Text


class OtherLanguageInstrumen(Section):
    """That the text stands in Indonesian and in another language beside it."""

    tingkat: Tingkat = "peringatan"
    dasar: Text
    jenis: OptionalText = Field(None, description="jenis dalam bahasa kedua")


class RagamKlausul(Section):
    """One way to word a clause, why, and who may depart from it."""

    nama: KlausulName
    templat: KlausulName
    sebutan: Text
    alasan: Text
    menyimpang: Text = Field(description="Siapa yang boleh memutuskan lain")


class Klausul(BriefSection):
    """A pasal of the draft, in one wording or in several of which the first is usual."""

    nama: KlausulName
    bila: Asked | None = Field(None, description="Hanya bila jawaban ini diisi")
    ragam: tuple[RagamKlausul, ...] = Field((), max_length=10)

    @classmethod
    def short_key(cls) -> str:
        """A bare text is its name."""
        return "nama"

    def templat(self, chosen: str | None) -> str:
        """The file with its words: those of a chosen variant, or the usual ones."""
        named = [each for each in self.ragam if each.nama == chosen]
        usual = named or self.ragam
        return usual[0].templat if usual else self.nama


class Instrumen(Section):
    """One instrument; an office may keep its own file of the same name."""

    nama: Text = Field(description="Namanya pada pilihan")
    jenis: Text = Field(description="Menjadi jenis naskah")
    skema: Text = Field(description="Mis. KSDPK; tampil pada daftar")
    dikenali_dari_jenis: YesNo = Field(
        False, description="ya: jenis naskah saja sudah menunjuk instrumen ini"
    )
    pihak_daerah: YesNo = Field(
        False, description="ya: dikenali hanya bila satu pihaknya pemerintah daerah"
    )
    kehendak: YesNo = Field(
        False, description="ya: menyatakan kehendak, belum kesepakatan"
    )
    mitra: tuple[MitraInstrumen, ...] = Field(min_length=1, max_length=5)
    penanda_tangan: PenandaTanganInstrumen | None = None
    masa: LongestTerm | None = None
    bagian: tuple[BagianWajib, ...] = Field((), max_length=40)
    induk: IndukInstrumen | None = None
    dua_bahasa: OtherLanguageInstrumen | None = Field(
        None, description="Bila naskahnya berdampingan dengan bahasa lain"
    )
    klausul: tuple[Klausul, ...] = Field(min_length=1, max_length=60)
    susunan: Susunan = Susunan()
    dasar_hukum: tuple[DasarHukum, ...] = Field((), max_length=30)
    rencana_kerja: YesNo = Field(False, description="ya: lampirannya Rencana Kerja")
    tanya: tuple[Asked, ...] = Field((), max_length=12)
    penawaran: tuple[Text, ...] = Field(
        (), max_length=10, description="Yang menyertai penawarannya"
    )


InstrumenList = Mapping[str, Instrumen]
"""Instruments by the name of their file."""
