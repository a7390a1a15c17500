"""A change of a signed agreement: a list of operations on addresses.

One file `agreements/<slug>/adendum-NN.yaml`. The operations are the truth; sentences on
paper and the text in force follow from them.
"""

import re
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Section, WholeNumber, YesNo
from notakesepakatan.model.dasar import (
    BriefSection,
    NomorIndex,
    OptionalLines,
    OptionalText,
    Tanggal,
    Text,
    as_list,
    flatten,
)
from notakesepakatan.model.dasar_hukum import DasarHukum
from notakesepakatan.model.kesepakatan import Penandatanganan, Rangkap
from notakesepakatan.model.para_pihak import PenandaTangan, Saksi
from notakesepakatan.model.terjemahan import (
    TerjemahanAdendum,
    TerjemahanAlasan,
    TerjemahanPaper,
)
from notakesepakatan.words.numbers import order, roman

Letak = Annotated[Text, Field(max_length=200)]
"""An address: `Pasal 6 ayat (2)`, `Lampiran baris 3.2.a kolom output`, `jangka waktu`."""


class Change(Section):
    """Another content for what stands at an address; its number stays."""

    tindakan: Literal["ubah"]
    letak: Letak
    menjadi: Any = Field(
        description="Isi baru, dengan kunci yang sama seperti pada naskahnya"
    )


class Insert(Section):
    """New parts between two that stand; each bears a number of its own: 7A, 1a, a1."""

    tindakan: Literal["sisip"]
    setelah: Letak | None = None
    sebelum: Letak | None = Field(
        None, description="Hanya untuk menyisipkan sebelum bagian yang pertama"
    )
    isi: tuple[Any, ...] = Field(min_length=1, max_length=500)
    geser: Literal["ya"] | None = Field(
        None, description="ya: tanpa nomor sendiri; nomor sesudahnya bergeser"
    )

    @model_validator(mode="after")
    def _one_place(self) -> "Insert":
        if (self.setelah is None) == (self.sebelum is None):
            raise PydanticCustomError("sisip_letak", "tepat satu: setelah atau sebelum")
        return self


class Append(Section):
    """New parts behind the last of a list; they are numbered on from it."""

    tindakan: Literal["tambah"]
    setelah: Letak
    isi: tuple[Any, ...] = Field(min_length=1, max_length=500)


class Delete(Section):
    """A part taken out; its number stays, `(2) Dihapus.` A datum without number is cleared."""

    tindakan: Literal["hapus"]
    letak: Letak


class ReplaceWords(Section):
    """Words for words, in as many places as said."""

    tindakan: Literal["ganti_kata"]
    letak: Letak
    tertulis: Text
    menjadi: Annotated[str, BeforeValidator(flatten), Field(max_length=2000)]
    sebanyak: Annotated[WholeNumber, Field(ge=1, le=9999)] = 1


class Swap(Section):
    """Two parts of one list that exchange their places, and so their numbers."""

    tindakan: Literal["tukar"]
    letak: Letak
    dengan: Letak


class Split(Section):
    """A part that becomes several: the first under its number, the others behind it."""

    tindakan: Literal["pecah"]
    letak: Letak
    isi: tuple[Any, ...] = Field(min_length=2, max_length=500)


class Join(Section):
    """Parts that become one, under the number of the first; the others are deleted."""

    tindakan: Literal["gabung"]
    letak: Letak
    dengan: tuple[Letak, ...] = Field(min_length=1, max_length=500)
    menjadi: Any = Field(description="Isi gabungannya, dengan kunci seperti naskahnya")


class Move(Section):
    """A part that stands elsewhere now, word for word; its old number stays as deleted."""

    tindakan: Literal["pindah"]
    letak: Letak
    setelah: Letak
    nomor: NomorIndex | None = Field(
        None, description="Nomornya di tempat baru, bila di antara dua bagian"
    )


class Renumber(Section):
    """A part that bears another number in its list, and says the same."""

    tindakan: Literal["nomori"]
    letak: Letak
    menjadi: NomorIndex


Rearrangement = Swap | Split | Join | Move | Renumber
"""Operations that put what is said elsewhere."""

Composed = Split | Join | Move
"""Operations that come to several simple ones: changes, insertions and deletions."""

Operation = Annotated[
    Change
    | Insert
    | Append
    | Delete
    | ReplaceWords
    | Swap
    | Split
    | Join
    | Move
    | Renumber,
    Field(discriminator="tindakan"),
]
TINDAKAN: tuple[str, ...] = tuple(
    get_args(each.model_fields["tindakan"].annotation)[0]
    for each in get_args(get_args(Operation)[0])
)
"""What each kind of change is called in a file."""


class Paper(Section):
    """A paper that an adendum rests on: a letter, minutes, a decree."""

    dari: Text | None = Field(None, description="Pengirim surat, atau yang menetapkan")
    nomor: Text | None = None
    tanggal: Tanggal | None = None
    tentang: Text | None = Field(None, description="Hal surat, atau judulnya")
    terjemahan: TerjemahanPaper | None = Field(
        None, description="Dalam bahasa_kedua, kunci yang sama"
    )


class Alasan(BriefSection):
    """A reason: in words of its own, or the paper that asks for the change."""

    teks: Text | None = Field(
        None, description="Tanpa kata bahwa dan tanpa tanda baca akhir"
    )
    surat: Paper | None = Field(None, description="Surat permintaan sebuah pihak")
    berita_acara: Paper | None = Field(None, description="Berita acara pembahasan")
    keputusan: Paper | None = Field(None, description="Keputusan yang mendasari")
    terjemahan: TerjemahanAlasan | None = Field(
        None, description="Teksnya dalam bahasa_kedua"
    )

    @classmethod
    def short_key(cls) -> str:
        return "teks"

    @model_validator(mode="after")
    def _one_reason(self) -> "Alasan":
        given = (self.teks, self.surat, self.berita_acara, self.keputusan)
        if sum(one is not None for one in given) != 1:
            message = "tepat satu: teks, surat, berita_acara, atau keputusan"
            raise PydanticCustomError("alasan", message)
        return self


class AdendumForm(Section):
    """How an adendum is called and written: the office's choice, or its own."""

    nama: Literal["Adendum", "Addendum", "Amandemen", "Perubahan"] = Field(
        "Adendum", description="Nama naskah yang mengubah"
    )
    urutan: Literal["kata", "tanpa_kesatu", "romawi", "angka"] = Field(
        "kata",
        description="kata: Adendum Kesatu; tanpa_kesatu: yang pertama tanpa urutan; "
        "romawi: Adendum I; angka: Adendum Ke-1",
    )
    bentuk: Literal["pasal", "kontrak", "tabel"] = Field(
        "pasal",
        description="pasal: Pasal I dan Pasal II seperti undang-undang; kontrak: hanya "
        "bagian yang berubah, semula dan menjadi; tabel: No, Ketentuan, Semula, Menjadi",
    )
    sebutan_naskah: Text | None = Field(
        None,
        description="Nama pendek naskah yang diubah, mis. Perjanjian Induk; "
        "bawaan: jenisnya",
    )

    def name(self, nomor: int) -> str:
        """What the adendum at a place, from 1, is called: "Adendum Kesatu"."""
        if self.urutan == "romawi":
            return f"{self.nama} {roman(nomor)}"
        if self.urutan == "angka":
            return f"{self.nama} Ke-{nomor}"
        if self.urutan == "tanpa_kesatu" and nomor == 1:
            return self.nama
        return f"{self.nama} {order(nomor).title()}"


_FILE_NAME = re.compile(r"adendum-(0[1-9]|[1-9][0-9]{1,2})")


def nomor_of_file(name: str) -> int:
    """The place of an adendum, from 1, by what its file is called: 2 of "adendum-02".

    0 where that is no name of an adendum.
    """
    match = _FILE_NAME.fullmatch(name.lower().removesuffix(".yaml"))
    return int(match[1]) if match else 0


def _known_name(name: str) -> str:
    nomor = nomor_of_file(name)
    if not nomor:
        raise PydanticCustomError("nama_adendum", "bukan nama adendum, mis. adendum-01")
    return f"adendum-{nomor:02}"


AdendumName = Annotated[Text, AfterValidator(_known_name)]
"""An adendum by its file: `adendum-01`."""

AdendumNames = Annotated[
    tuple[AdendumName, ...],
    BeforeValidator(as_list),
    Field(max_length=99, json_schema_extra={"type": ["array", "string"]}),
]
"""Adenda by their files: `adendum-01`, or a list of them."""


class FrameSlip(Section):
    """A slip in the frame of an earlier adendum: its numbers, reasons, provisions.

    What an adendum put into the text is corrected in the text.
    """

    adendum: AdendumName = Field(
        description="Adendum yang salah tulis, mis. adendum-01"
    )
    tertulis: Text
    menjadi: Text

    @property
    def nomor(self) -> int:
        """The place of that adendum, from 1."""
        return nomor_of_file(self.adendum)


class TextBelow(Section):
    """A file that an adendum was drafted against, so that it is known when it is another."""

    nama: Text = Field(description="Nama berkas: kesepakatan.yaml, adendum-01.yaml")
    sidik: Text = Field(description="Sidik isinya, SHA-256")
    bagian: Text | None = Field(None, description="Sidik singkat setiap bagiannya")


class Adendum(AdendumForm):
    """One adendum, or a correction of slips (`perbaikan`).

    A draft until it has its day of signing.
    """

    jenis: Literal["adendum", "perbaikan"] = "adendum"
    penandatanganan: Penandatanganan = Penandatanganan()
    mulai_berlaku: Tanggal | None = Field(
        None, description="Bawaan: hari ditandatangani"
    )
    saat_berlaku: Text | None = Field(
        None,
        description="Peristiwa yang menjadi saat berlakunya, mis. barang diserahkan; "
        "harinya pada mulai_berlaku bila sudah diketahui",
    )
    setelah_berakhir: YesNo = Field(
        False, description="ya: berlaku sehari setelah jangka waktu semula berakhir"
    )
    berlaku_surut: YesNo = Field(
        False,
        description="ya: berlaku surut sejak mulai_berlaku, atau tanpa itu sejak "
        "kesepakatannya ditandatangani",
    )
    para_pihak: tuple[PenandaTangan, ...] = Field((), max_length=20)
    pihak_keluar: tuple[PenandaTangan, ...] = Field(
        (),
        max_length=20,
        description="Penanda tangan pihak yang digantikan atau keluar; bawaan: seperti "
        "pada naskah",
    )
    saksi: tuple[Saksi, ...] = Field(
        (), max_length=20, description="Saksi adendum ini, di bawah para pihak"
    )
    mengetahui: tuple[Saksi, ...] = Field(
        (), max_length=20, description="Pejabat di bawah kata Mengetahui"
    )
    dasar_hukum: tuple[DasarHukum, ...] = Field(
        (), max_length=100, description="Dasar hukum adendum ini sendiri"
    )
    alasan: tuple[Alasan, ...] = Field(
        (),
        max_length=100,
        description="Butir pertimbangan: teks tanpa kata bahwa dan tanpa tanda baca "
        "akhir, atau surat, berita_acara, keputusan",
    )
    ketentuan_peralihan: OptionalLines = Field(
        (), description="Yang berlaku bagi hal yang sudah berjalan"
    )
    rangkap: Rangkap | None = Field(
        None, description="Rangkap adendum ini; bawaan: seperti pada naskahnya"
    )
    kalimat_penutup: OptionalText = Field(
        None, description="Pengganti kalimat Demikian, dengan kata-kata para pihak"
    )
    terjemahan: TerjemahanAdendum | None = Field(
        None, description="Dalam bahasa_kedua, kunci yang sama"
    )
    mencabut: AdendumNames = Field(
        (), description="Adendum sebelumnya yang dicabut, mis. adendum-01"
    )
    perbaikan_adendum: tuple[FrameSlip, ...] = Field(
        (),
        max_length=100,
        description="Salah tulis pada kerangka adendum sebelumnya; hanya pada perbaikan",
    )
    perubahan: tuple[Operation, ...] = Field(
        (),
        max_length=2000,
        description="Boleh kosong bila mencabut, atau bila ada perbaikan_adendum",
    )
    disusun_atas: tuple[TextBelow, ...] = Field(
        (),
        max_length=100,
        description="Sidik naskah yang menjadi dasarnya; ditulis oleh nota adendum",
    )

    @model_validator(mode="after")
    def _does_something(self) -> "Adendum":
        if not (self.perubahan or self.mencabut or self.perbaikan_adendum):
            raise PydanticCustomError("adendum_kosong", "tidak mengubah apa pun")
        if self.mencabut and self.jenis == "perbaikan":
            message = "perbaikan tidak mencabut adendum"
            raise PydanticCustomError("perbaikan_mencabut", message)
        if self.perbaikan_adendum and self.jenis != "perbaikan":
            message = "hanya perbaikan yang membetulkan kerangka adendum"
            raise PydanticCustomError("bukan_perbaikan", message)
        return self

    @property
    def revoked(self) -> tuple[int, ...]:
        """The places, from 1, of the adenda that it revokes."""
        return tuple(nomor_of_file(name) for name in self.mencabut)

    @property
    def only_revokes(self) -> bool:
        """Whether it revokes and changes nothing of its own."""
        return bool(self.mencabut) and not self.perubahan

    @property
    def only_frames(self) -> bool:
        """Whether it corrects earlier adenda and no word of the text."""
        return bool(self.perbaikan_adendum) and not self.perubahan

    @property
    def lacks_alasan(self) -> bool:
        """Whether it is dated and says nowhere why; a correction says so by what it is."""
        return self.jenis == "adendum" and not self.konsep and not self.alasan

    @property
    def konsep(self) -> bool:
        """A draft: no day of signing yet."""
        return self.signed is None

    @property
    def signed(self) -> date | None:
        """The day it was signed; None for a draft.

        Where the parties signed on days of their own and nothing else is said, it is that
        of the last.
        """
        if self.penandatanganan.tanggal:
            return self.penandatanganan.tanggal
        own = [one.penandatanganan for one in self.para_pihak]
        days = [each.tanggal for each in own if each and each.tanggal]
        return max(days) if days and len(days) == len(own) else None
