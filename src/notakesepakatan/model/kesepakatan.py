"""The whole agreement, one file `agreements/<slug>/kesepakatan.yaml`."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_serializer, model_validator
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Section, WholeNumber
from notakesepakatan.model.dasar import (
    Convention,
    Lama,
    LineText,
    OptionalLines,
    OptionalText,
    Tanggal,
    Text,
    TextOrNothing,
    Withdrawn,
)
from notakesepakatan.model.dasar_hukum import DasarHukum
from notakesepakatan.model.halaman import Halaman
from notakesepakatan.model.induk import Induk
from notakesepakatan.model.instrumen import InstrumenName
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.lampiran import Annexed, Lampiran, last_year
from notakesepakatan.model.para_pihak import Pihak, Saksi
from notakesepakatan.model.pasal import Butir, Pasal
from notakesepakatan.model.register import RegisterEntry
from notakesepakatan.model.susunan import USUAL_ORDER, Part, Susunan
from notakesepakatan.model.terjemahan import (
    TerjemahanKalimat,
    TerjemahanKesepakatan,
    TerjemahanRangkap,
)
from notakesepakatan.place import ALL_SEBUTAN, DataPath, keys_of, singular_sebutan
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import parse_day_of

Scope = Literal["naskah", "data_pokok"]
"""How much of an agreement a file holds: its whole text, or only what a register says."""
ParafPlace = Literal["arsip", "semua", "tanpa"]
"""Which copies bear the table of paraf hierarki."""
OtherLanguage = Literal["Inggris"]
"""Languages that may stand beside Indonesian: of each, `templates/bahasa/` has the words."""


class Penandatanganan(Section):
    """Place and day of signing.

    A draft has no `tanggal` yet and prints dots for it, or the day that is planned.
    """

    tempat: Text | None = None
    tanggal: Tanggal | None = Field(
        None, description="Hari ditandatangani, TTTT-BB-HH; kosong selama konsep"
    )
    rencana: Tanggal | None = Field(
        None,
        description="Hari yang direncanakan, TTTT-BB-HH; tercetak, dan tetap konsep",
    )


class Kalimat(Section):
    """The fixed sentences of the instrument, as on paper; the template only sets them
    in their places. What is absent or empty is not printed.
    """

    menindaklanjuti: OptionalText = Field(None, description="Menindaklanjuti …")
    pembukaan: OptionalText = Field(None, description="Pada hari ini …")
    pihak: OptionalText = Field(
        None, description="Setelah nama penanda tangan; [[jabatan]], [[kedudukan]], …"
    )
    dasar_hukum: TextOrNothing = Field(
        "Berdasarkan:", description='Bawaan: Berdasarkan:; "" bila tanpa pengantar'
    )
    sebutan_bersama: OptionalText = Field(None, description="PARA PIHAK dan PIHAK")
    pertimbangan: OptionalText = Field(None, description="Pengantar pertimbangan")
    kesepakatan: OptionalText = Field(None, description="Pengantar pasal-pasal")
    penutup: OptionalLines = Field(
        (), description="Setelah pasal terakhir, di luar pasal; Demikian …"
    )
    setelah_tanda_tangan: OptionalLines = Field(
        (), description="Di bawah blok tanda tangan"
    )
    terjemahan: TerjemahanKalimat | None = Field(
        None, description="Dalam bahasa_kedua, kunci yang sama"
    )


AFTER_PENANDATANGANAN = "penandatanganan"
AFTER_END = "berakhir"
"""What a duty may be counted from that needs no event: the signing, and the end."""


def _check_day_of(text: str) -> str:
    try:
        parse_day_of(text)
    except ValueError:
        raise PydanticCustomError("hari_berulang", "bukan hari") from None
    return text


class Kewajiban(Section):
    """A duty of which the text says when it is due: again and again, on one day, or
    within a span after something has happened.
    """

    uraian: Text = Field(description="Mis. laporan pelaksanaan kepada Wali Kota")
    setiap: Lama | None = Field(
        None, description="Berulang sejak hari pertama jangka waktu, mis. 6 bulan"
    )
    pada: Annotated[Text, AfterValidator(_check_day_of)] | None = Field(
        None,
        description="Harinya, bersama setiap: 31 Januari, atau 10 bila setiap bulan",
    )
    paling_lambat: Tanggal | None = Field(None, description="Satu hari, TTTT-BB-HH")
    dalam: Lama | None = Field(
        None, description="Lama setelah suatu peristiwa, mis. 30 hari; bersama setelah"
    )
    setelah: Text | None = Field(
        None,
        description="penandatanganan, berakhir, atau peristiwa yang disebut naskah, "
        "mis. serah terima barang",
    )
    dasar: Text | None = Field(
        None, description="Kunci pasal, ayat, atau butir yang menyebutnya"
    )

    @model_validator(mode="after")
    def _one_time(self) -> "Kewajiban":
        times = (self.setiap, self.paling_lambat, self.dalam)
        if sum(each is not None for each in times) != 1:
            raise PydanticCustomError("kewajiban_waktu", "waktunya tidak jelas")
        if (self.dalam is None) != (self.setelah is None):
            raise PydanticCustomError("kewajiban_setelah", "setelah apa")
        self._check_day()
        return self

    def _check_day(self) -> None:
        """A day of the year or month goes with a span of such."""
        if self.pada is None:
            return
        _, month = parse_day_of(self.pada)
        units = ("tahun", "bulan") if month else ("bulan",)
        if self.setiap is None or self.setiap.satuan not in units:
            raise PydanticCustomError("kewajiban_pada", "hari tanpa masa")

    @property
    def awaits(self) -> str:
        """The event of the text that it is counted from; empty where it is counted from none."""
        is_own = self.setelah in (None, AFTER_PENANDATANGANAN, AFTER_END)
        return "" if is_own else self.setelah or ""


class Tenggat(Section):
    """Periods and days that the text itself names."""

    pemberitahuan: Lama | None = Field(
        None, description="Sebelum jangka waktu berakhir, mis. 3 bulan"
    )
    berita_acara_kahar: Lama | None = Field(
        None, description="Sejak keadaan kahar, mis. 7 hari kerja"
    )
    kewajiban: tuple[Kewajiban, ...] = Field(
        (),
        max_length=50,
        description="Yang menurut naskah berulang, pada satu hari, atau setelah peristiwa",
    )


class Rangkap(Section):
    """Originals: stamped ones held by the parties, unstamped ones for the archive;
    their sum is computed.
    """

    bermeterai: WholeNumber | None = Field(
        None, ge=0, le=20, description="Bawaan: satu untuk setiap pihak"
    )
    arsip: WholeNumber = Field(0, ge=0, le=20)
    penyimpan_arsip: LineText | None = Field(
        None, description="Satu, atau daftar: pemegang rangkap tanpa meterai bergiliran"
    )
    paraf_hierarki: LineText | None = Field(
        None, description="Jabatan pemaraf, dari yang terendah"
    )
    paraf_pada: ParafPlace = Field(
        "arsip", description="Rangkap yang memuat tabel paraf hierarki"
    )
    terjemahan: TerjemahanRangkap | None = Field(
        None, description="penyimpan_arsip dalam bahasa kedua"
    )

    @field_serializer("penyimpan_arsip")
    def _one_as_text(self, keepers: tuple[str, ...] | None) -> str | list[str] | None:
        """One keeper is written as adenda have kept it ever since: as a text."""
        if keepers is None:
            return None
        return keepers[0] if len(keepers) == 1 else list(keepers)

    def has_paraf(self, *, archived: bool) -> bool:
        """Whether a copy bears the table of paraf hierarki."""
        return self.paraf_pada == "semua" or (archived and self.paraf_pada == "arsip")


class Silenced(Section):
    """One finding of `nota periksa` that is right as it stands."""

    kode: Text = Field(description="Kode aturan, mis. BAHASA-EJAAN")
    pada: Text = Field(description="Kata-kata yang ditunjuk, atau sebagian teksnya")
    alasan: Text


class Kesepakatan(Section):
    """An agreement as signed, or as drafted; every word on paper has its place here."""

    cakupan: Scope = Field(
        "naskah",
        description="data_pokok: hanya yang ada pada daftar, tanpa naskah; pasal, "
        "jabatan, dan yang lain dari naskah tidak wajib",
    )
    jenis: Text = Field(
        description="Mis. Nota Kesepakatan, Kesepakatan Bersama, Perjanjian Kerja Sama"
    )
    instrumen: InstrumenName | None = Field(
        None,
        description="Nama berkas di templates/instrumen/, mis. pks-ksdpk; "
        "bawaan: menurut jenis, bila pasti",
    )
    judul: Text = Field(description="Setelah kata TENTANG")
    bahasa_kedua: OtherLanguage | None = Field(
        None, description="Di kolom kanan, berdampingan dengan bahasa Indonesia"
    )
    terjemahan: TerjemahanKesepakatan | None = Field(
        None, description="jenis, judul, dan sebutan dalam bahasa_kedua"
    )
    susunan: Susunan = Susunan()
    halaman: Halaman = Field(
        Halaman(), description="Tampilan halaman, bila lain dari pengaturan kantor"
    )
    penandatanganan: Penandatanganan = Penandatanganan()
    para_pihak: tuple[Pihak, ...] = Field(min_length=2, max_length=20)
    saksi: tuple[Saksi, ...] = Field(
        (), max_length=20, description="Ikut menandatangani, di bawah para pihak"
    )
    mengetahui: tuple[Saksi, ...] = Field(
        (), max_length=20, description="Pejabat di bawah kata Mengetahui"
    )
    sebutan_bersama: Text | None = Field(
        None, description="Semua pihak bersama-sama; bawaan: PARA PIHAK"
    )
    sebutan_tunggal: Text | None = Field(
        None, description="Salah satu pihak; bawaan: PIHAK"
    )
    induk: Induk = Field(
        Induk(), description="Kesepakatan yang dilaksanakan naskah ini"
    )
    kalimat: Kalimat = Kalimat()
    dasar_hukum: tuple[DasarHukum, ...] = ()
    pertimbangan: tuple[Butir, ...] = ()
    jangka_waktu: JangkaWaktu = Field(
        description="Mis. 5 tahun; 1 April 2026 sampai dengan 31 Maret 2027; "
        "sampai dengan 31 Desember 2027; tahun anggaran 2027; tanpa batas waktu"
    )
    konvensi_berakhir: Convention = Field(
        "hari_yang_sama", description="Hari terakhir jangka waktu"
    )
    tenggat: Tenggat = Tenggat()
    rangkap: Rangkap = Rangkap()
    pasal: tuple[Pasal, ...] = Field(min_length=1)
    lampiran: Annexed | None = Field(
        None, description="Satu lampiran, atau daftar lampiran"
    )
    pencatatan: RegisterEntry = Field(
        RegisterEntry(), description="Yang dicatat kantor; tidak tercetak"
    )
    abaikan: tuple[Silenced, ...] = Field(
        (), description="Temuan nota periksa yang memang benar; tidak tercetak"
    )

    disisihkan: Withdrawn | None = Field(
        None,
        description="Ditulis oleh nota sisihkan; konsepnya tidak dikerjakan lagi",
    )

    @property
    def facts_only(self) -> bool:
        """Whether there is no text, only what a register says."""
        return self.cakupan == "data_pokok"

    @property
    def kunci_pihak(self) -> tuple[str, ...]:
        """Keys of the parties by their place: kesatu, kedua, …, kedua_belas."""
        return keys_of(len(self.para_pihak))

    @property
    def all_sebutan(self) -> str:
        """How the parties are called together: "PARA PIHAK"."""
        return self.sebutan_bersama or ALL_SEBUTAN

    @property
    def any_sebutan(self) -> str:
        """How any one of them is called: "PIHAK"; "Peserta" where all are "Para Peserta"."""
        return self.sebutan_tunggal or singular_sebutan(self.all_sebutan)

    @property
    def titled(self) -> str:
        """What it is called: "Nota Kesepakatan tentang Pelayanan Kesehatan"."""
        if self.susunan.tentang == "tidak":
            return self.jenis
        return f"{self.jenis} tentang {self.judul}"

    def titled_between(self, names: Sequence[str]) -> str:
        """The same with its parties: "Nota Kesepakatan antara A dan B tentang …"."""
        made = f"{self.jenis} antara {self.between(names)}"
        return made + self.titled.removeprefix(self.jenis)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts between title and pasal, in order."""
        return self.susunan.parts(self._present_parts)

    @property
    def first_part(self) -> Part:
        """What stands below the title; the parties do, with or without an opening."""
        present = (*self._present_parts, "pembukaan")
        return next(part for part in self.parts if part in present)

    @property
    def _present_parts(self) -> list[Part]:
        lists = {"dasar_hukum": self.dasar_hukum, "pertimbangan": self.pertimbangan}
        return [
            part
            for part in USUAL_ORDER
            if (lists[part] if part in lists else getattr(self.kalimat, part))
        ]

    @property
    def numbered(self) -> bool:
        """Whether its parties give it numbers."""
        return self.susunan.nomor != "tanpa_nomor"

    def between(self, names: Sequence[str]) -> str:
        """Names of the parties as its title joins them: "A dan B", "A dan B dengan C"."""
        left = iter(names)
        sides = self.susunan.sides(len(names))
        return " dengan ".join(merge(list(islice(left, side))) for side in sides)

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
        own = [pihak.penandatanganan for pihak in self.para_pihak]
        days = [each.tanggal for each in own if each and each.tanggal]
        return max(days) if len(days) == len(own) else None

    @property
    def printed_day(self) -> date | None:
        """The day of signing that stands on paper: of a draft the planned one."""
        return self.signed or self.penandatanganan.rencana

    @property
    def jumlah_tahun(self) -> int:
        """How many years the work plan has: those of the term, at least 1.

        The last that the plan names where the term has no last day, or no first one yet.
        """
        of_term = self.jangka_waktu.years(self.printed_day)
        return of_term or (last_year(self.rencana_kerja) if self.rencana_kerja else 1)

    @property
    def every_lampiran(self) -> tuple[tuple[DataPath, Lampiran], ...]:
        """Its annexes in order, each with its path in the data."""
        if self.lampiran is None:
            return ()
        if isinstance(self.lampiran, Lampiran):
            return ((("lampiran",), self.lampiran),)
        items = enumerate(self.lampiran)
        return tuple((("lampiran", i), lampiran) for i, lampiran in items)

    @property
    def placed_rencana_kerja(self) -> tuple[DataPath, Lampiran] | None:
        """The annex that is its Rencana Kerja, with its path; None where it has none."""
        plans = (
            (path, lampiran)
            for path, lampiran in self.every_lampiran
            if lampiran.is_plan and not lampiran.dihapus
        )
        return next(plans, None)

    @property
    def rencana_kerja(self) -> Lampiran | None:
        """The annex that is its Rencana Kerja; None where it has none."""
        placed = self.placed_rencana_kerja
        return placed[1] if placed else None


class FactsPihak(Pihak):
    """A party as a register names it: often no more than its name."""

    jabatan: TextOrNothing = ""


class FactsOnly(Kesepakatan):
    """An agreement of which only facts are known; its text may be added later.

    Its day of signing is that of its first day, where no other is known.
    """

    para_pihak: tuple[FactsPihak, ...] = Field(min_length=1, max_length=20)
    pasal: tuple[Pasal, ...] = ()
    jangka_waktu: JangkaWaktu = Field(
        JangkaWaktu(belum_diketahui=True), description="Bawaan: belum diketahui"
    )

    @property
    def konsep(self) -> bool:
        """Whether nothing tells that it was signed: no day of it is known."""
        return self.signed is None and self.jangka_waktu.last_day is None

    @property
    def signed(self) -> date | None:
        """The day of signing, else the first day of its term; None where none is known."""
        return super().signed or self.jangka_waktu.mulai

    @property
    def printed_day(self) -> date | None:
        """The day of signing, where it is known as such; a letter quotes no other."""
        return super().signed


def class_of(data: object) -> type[Kesepakatan]:
    """The class that validates the data of a file: by what its `cakupan` says."""
    said = data.get("cakupan") if isinstance(data, dict) else None
    return FactsOnly if said == "data_pokok" else Kesepakatan
