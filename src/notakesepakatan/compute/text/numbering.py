"""Numbers of pasal, ayat, huruf, angka and annex rows, computed from their places.

A number written in the data (`nomor: 7A`, `1a`) stands; counting goes on from the whole number in it, since in an
amended text numbers never shift (UU 12/2011 Lampiran II 230-238).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import Program, Tahapan
from notakesepakatan.model.pasal import TINGKAT, Butir, Pasal, isi_tingkat
from notakesepakatan.temuan import Masalah
from notakesepakatan.words.lists import huruf_ke

Jalur = tuple[str | int, ...]
Alamat = tuple[tuple[str, str], ...]
"""Place in law: (("pasal", "4"), ("ayat", "2"), ("huruf", "a"))."""

PERTIMBANGAN: Alamat = (("pertimbangan", ""),)
"""Where the recitals stand; their items are `huruf`."""

_BERHURUF = ("huruf", "subhuruf")

DIHAPUS = "dihapus"
DIHAPUS_KALIMAT = "Dihapus."
"""What stands in the place of a deleted part, in a list and as a sentence of its own (rule 235)."""


class _Bernomor(Protocol):
    @property
    def nomor(self) -> str | None: ...


@dataclass(frozen=True)
class Peta:
    """Where everything numbered stands: by path in the data, by key, and in order of the text."""

    alamat: dict[Jalur, Alamat] = field(default_factory=dict)
    kunci: dict[str, Alamat] = field(default_factory=dict)
    urut: dict[Alamat, int] = field(default_factory=dict)


def number_siblings(daftar: Sequence[_Bernomor], tingkat: str) -> tuple[str, ...]:
    """Labels of siblings without their ornaments: "1", "1a", "2"; letters for huruf and subhuruf."""
    return fill_labels([satuan.nomor for satuan in daftar], tingkat)


def fill_labels(tertulis: Sequence[str | None], tingkat: str) -> tuple[str, ...]:
    """The same from the numbers as written, None where there is none."""
    label, urut = [], 0
    for nomor in tertulis:
        if nomor is None:
            urut += 1
            label.append(huruf_ke(urut) if tingkat in _BERHURUF else str(urut))
        else:
            label.append(nomor)
            urut = max(urut, whole(nomor, tingkat))
    return tuple(label)


def whole(nomor: str, tingkat: str) -> int:
    """The place that a number counts from: 7 for "7A", 2 for huruf "b1"; 0 where it has none."""
    if tingkat in _BERHURUF:
        huruf = re.match(r"[a-z]+", nomor)
        return 26 * (len(huruf[0]) - 1) + ord(huruf[0][0]) - 96 if huruf else 0
    angka = re.match(r"[0-9]{1,6}", nomor)
    return int(angka[0]) if angka else 0


def datum(alamat: Alamat) -> str:
    """Path of a datum as the naskah carries it: "pasal.4.ayat.2"."""
    return ".".join(f"{satuan}.{label}" for satuan, label in alamat)


def number(kesepakatan: Kesepakatan) -> tuple[Kesepakatan, Peta, list[Masalah]]:
    """The agreement with every `nomor` filled in, the map of its addresses, and keys or numbers used twice."""
    peta, masalah = Peta(), list[Masalah]()
    pasal = tuple(_number_level(kesepakatan.pasal, "pasal", (), ("pasal",), peta, masalah))
    pertimbangan = tuple(_number_level(kesepakatan.pertimbangan, "huruf", PERTIMBANGAN, ("pertimbangan",), peta, masalah))
    angka = fill_labels([dasar.angka for dasar in kesepakatan.dasar_hukum], "angka")
    dasar = tuple(d.model_copy(update={"angka": a}) for d, a in zip(kesepakatan.dasar_hukum, angka, strict=True))
    baru: dict[str, object] = {"pasal": pasal, "pertimbangan": pertimbangan, "dasar_hukum": dasar}
    if kesepakatan.lampiran:
        program = kesepakatan.lampiran.program
        bernomor = tuple(
            p.model_copy(update={"nomor": label, **_programme(p)})
            for p, label in zip(program, number_siblings(program, "angka"), strict=True)
        )
        baru["lampiran"] = kesepakatan.lampiran.model_copy(update={"program": bernomor})
    return kesepakatan.model_copy(update=baru), peta, masalah


def _number_level(
    daftar: Sequence[Butir | Pasal], tingkat: str, atas: Alamat, jalur: Jalur, peta: Peta, masalah: list[Masalah]
) -> Iterator[Butir | Pasal]:
    for i, (satuan, label) in enumerate(zip(daftar, number_siblings(daftar, tingkat), strict=True)):
        alamat: Alamat = (*atas, (tingkat, label))
        sini: Jalur = (*jalur, i)
        if alamat in peta.urut:
            masalah.append(
                Masalah((*sini, "nomor"), "nomor-ganda", f"nomor {label} sudah dipakai", "beri nomor lain atau hapus nomor")
            )
        peta.alamat[sini] = alamat
        peta.urut.setdefault(alamat, len(peta.urut))
        # What is deleted keeps its number and loses its role: nothing may rest on it any more.
        if satuan.kunci and not satuan.dihapus and peta.kunci.setdefault(satuan.kunci, alamat) != alamat:
            masalah.append(
                Masalah((*sini, "kunci"), "kunci-rujukan-ganda", f'kunci "{satuan.kunci}" dipakai dua kali', "beri nama lain")
            )
        if satuan.dihapus:
            sambung = next((s.isi or "" for s in reversed(daftar[:i]) if not s.dihapus), "").endswith(_SAMBUNG)
            yield _deleted(satuan, label, tingkat, sambung)
            continue
        baru: dict[str, object] = {"nomor": label}
        for nama, isi in isi_tingkat(satuan):
            baru[nama] = tuple(_number_level(isi, nama, alamat, (*sini, nama), peta, masalah))
        yield satuan.model_copy(update=baru)


_EKOR = re.compile(r"[;.,:]?(?: (?:dan/atau|dan|atau))?$")


_SAMBUNG = ("; dan", "; atau", "; dan/atau")


def _deleted(satuan: Butir | Pasal, nomor: str, tingkat: str, sambung: bool) -> Butir | Pasal:
    """What stays on paper of a deleted part, with its number: "(2) Dihapus.", "b. dihapus; dan".

    `sambung`: the part before it says `dan` already, as it does where the list was written without the deleted one.
    """
    kosong = dict.fromkeys(("ayat", *TINGKAT), ())
    if isinstance(satuan, Pasal):
        return satuan.model_copy(
            update={**kosong, "nomor": nomor, "judul": None, "isi": DIHAPUS_KALIMAT, "korespondensi": None, "penutup": None}
        )
    ekor = _EKOR.search(satuan.penutup or satuan.isi)
    tanda = ekor[0].replace(":", ";") if ekor else ""
    isi = DIHAPUS_KALIMAT if tingkat == "ayat" else DIHAPUS + (tanda[:1] if sambung else tanda)
    kosong.pop("ayat")
    return satuan.model_copy(update={**kosong, "nomor": nomor, "isi": isi, "korespondensi": None, "penutup": None})


def _programme(p: Program) -> dict[str, object]:
    if p.dihapus:
        return {"nama": DIHAPUS, "tahapan": (Tahapan(isi=DIHAPUS).model_copy(update={"nomor": ""}),)}
    return {"tahapan": _number_tahapan(p.tahapan, 0)}


def only_stage(isi: object, nomor: object) -> bool:
    """Whether a programme's single stage bears no number: it has none of its own and no stages below."""
    return not isi and nomor is None


def _number_tahapan(daftar: tuple[Tahapan, ...], dalam: int) -> tuple[Tahapan, ...]:
    """Stages are labelled 1. 2. then a. b. below; a single stage without stages below bears no number."""
    if len(daftar) == 1 and dalam == 0 and only_stage(daftar[0].tahapan, daftar[0].nomor):
        return (daftar[0].model_copy(update={"nomor": ""}),)
    return tuple(
        Tahapan(isi=DIHAPUS, nomor=label)
        if t.dihapus
        else t.model_copy(update={"nomor": label, "tahapan": _number_tahapan(t.tahapan, dalam + 1)})
        for t, label in zip(daftar, number_siblings(daftar, tahapan_level(dalam)), strict=True)
    )


def tahapan_level(dalam: int) -> str:
    """How stages are labelled: numbers and letters by turns, `dalam` 0 being right below the programme."""
    return "angka" if dalam % 2 == 0 else "huruf"
