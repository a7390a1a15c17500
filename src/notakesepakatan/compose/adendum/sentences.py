"""The sentence of each kind of change, in the language of UU 12/2011 Lampiran II 230-238.

A change is told inside its container: a pasal, the legal bases, the recitals, the annex. Several changes of one pasal
are one sentence, after which the whole pasal stands as it now reads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from notakesepakatan.compute.text.numbering import Alamat
from notakesepakatan.compute.text.rujukan import unit_words
from notakesepakatan.words.lists import gabung
from notakesepakatan.words.numbers import angka_terbilang


@dataclass(frozen=True)
class Wadah:
    """Where changes are told together.

    Attributes:
        nama: its words inside a sentence: "Pasal 6", "dasar hukum", "Lampiran"; "" for the list of pasal itself.
    """

    nama: str


class Klausa(Protocol):
    """One change: what stands before the joint ending of the sentence."""

    def kata(self, wadah: Wadah, pertama: bool) -> str:
        """The clause; only the first of a sentence names the container."""
        ...


def _inside(di: Alamat, wadah: Wadah, pertama: bool) -> str:
    """What the siblings stand in, from small to large: " ayat (1) Pasal 4"."""
    kata = [unit_words(*satu) for satu in reversed(di)]
    return "".join(f" {satu}" for satu in [*kata, *([wadah.nama] if pertama and wadah.nama else [])])


def _count(jenis: str, satuan: Sequence[str]) -> str:
    return f"{angka_terbilang(len(satuan))} {jenis.removeprefix('sub')}"


def _start(kata: str, pertama: bool) -> str:
    return kata if pertama else kata[0].lower() + kata[1:]


@dataclass(frozen=True)
class Diubah:
    """Rules 233-234: `Ketentuan ayat (2) dan ayat (3) Pasal 8 diubah`."""

    satuan: tuple[str, ...]
    di: Alamat = ()

    def kata(self, wadah: Wadah, pertama: bool) -> str:
        return _start("Ketentuan ", pertama) + gabung(self.satuan) + _inside(self.di, wadah, pertama) + " diubah"


@dataclass(frozen=True)
class Disisipkan:
    """Rules 232 and 236: `Di antara ayat (1) dan ayat (2) Pasal 6 disisipkan 1 (satu) ayat, yakni ayat (1a)`."""

    jenis: str
    sebelum: str
    sesudah: str
    satuan: tuple[str, ...]
    di: Alamat = ()

    def kata(self, wadah: Wadah, pertama: bool) -> str:
        tempat = f"Di antara {self.sebelum} dan {self.sesudah}" if self.sebelum else f"Sebelum {self.sesudah}"
        yakni = f"disisipkan {_count(self.jenis, self.satuan)}, yakni {gabung(self.satuan)}"
        return f"{_start(tempat, pertama)}{_inside(self.di, wadah, pertama)} {yakni}"


@dataclass(frozen=True)
class Ditambahkan:
    """Rule 236, behind the last: `Setelah ayat (2) Pasal 10 ditambahkan 1 (satu) ayat, yakni ayat (3)`."""

    jenis: str
    setelah: str
    satuan: tuple[str, ...]
    di: Alamat = ()

    def kata(self, wadah: Wadah, pertama: bool) -> str:
        yakni = f"ditambahkan {_count(self.jenis, self.satuan)}, yakni {gabung(self.satuan)}"
        return f"{_start(f'Setelah {self.setelah}', pertama)}{_inside(self.di, wadah, pertama)} {yakni}"


@dataclass(frozen=True)
class Dihapus:
    """Rule 235: `Pasal 9 dihapus`; `Pasal 10 ayat (2) dihapus`, from large to small."""

    satuan: tuple[str, ...]
    di: Alamat = ()

    def kata(self, wadah: Wadah, pertama: bool) -> str:
        luar = [wadah.nama] if pertama and wadah.nama else []
        kata = " ".join([*luar, *(unit_words(*satu) for satu in self.di), gabung(self.satuan)])
        return (kata[0].upper() + kata[1:] if pertama else kata) + " dihapus"


def sentence(wadah: Wadah, daftar: Sequence[Klausa], akhir: str) -> str:
    """All changes of one container as one sentence; `akhir` says how it goes on, with its stop."""
    kata = [satu.kata(wadah, i == 0) for i, satu in enumerate(daftar)]
    return gabung(kata) + akhir


def reads(wadah: Wadah, daftar: Sequence[Klausa]) -> str:
    """How the sentence of a pasal ends; of an addition alone it does not name the pasal again."""
    if all(isinstance(satu, Ditambahkan) for satu in daftar):
        return " sehingga berbunyi sebagai berikut:"
    return f" sehingga {wadah.nama} berbunyi sebagai berikut:"


def list_units(satuan: str, label: Sequence[str], urut: Sequence[str]) -> tuple[str, ...]:
    """Siblings as they are listed: more than two that follow one another become `… sampai dengan …` (rule 274)."""
    hasil = list[str]()
    nomor = sorted((urut.index(satu) if satu in urut else len(urut), satu) for satu in label)
    for _, kelompok in groupby(enumerate(nomor), lambda satu: satu[1][0] - satu[0]):
        deret = [unit_words(satuan, satu) for _, (_, satu) in kelompok]
        hasil += [f"{deret[0]} sampai dengan {deret[-1]}"] if len(deret) > 2 else deret
    return tuple(hasil)


def words_sentence(tertulis: str, menjadi: str, tempat: Sequence[str]) -> str:
    """`Frasa "A" dalam Pasal 3 huruf b diubah menjadi frasa "B".`; a single word is a `kata`."""
    if not menjadi:
        return f'{_phrase(tertulis).capitalize()} "{tertulis}" dalam {gabung(tempat)} dihapus.'
    return (
        f'{_phrase(tertulis).capitalize()} "{tertulis}" dalam {gabung(tempat)} diubah menjadi {_phrase(menjadi)} "{menjadi}".'
    )


def _phrase(teks: str) -> str:
    return "frasa" if " " in teks else "kata"
