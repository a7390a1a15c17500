"""Letters of notice: extension or termination, and the receipt that goes with each."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from notakesepakatan.compose.composer import Penyusun, Sifat
from notakesepakatan.compose.frame import cite_agreement, nama_kini
from notakesepakatan.compute.text.isian import TITIK, lama
from notakesepakatan.compute.time.register import Ringkasan
from notakesepakatan.compute.time.tenggat import Berakhir
from notakesepakatan.load.kesepakatan import Termuat
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.naskah import Naskah
from notakesepakatan.words.lists import gabung
from notakesepakatan.words.numbers import angka_terbilang
from notakesepakatan.words.tanggal import nama_hari, tanggal_panjang

Perihal = Literal["perpanjangan", "pengakhiran"]

ALASAN_PENGAKHIRAN = {
    "tujuan-tercapai": "tujuan kerja sama telah tercapai",
    "kesepakatan": "terdapat kesepakatan PARA PIHAK untuk mengakhirinya",
    "perubahan-peraturan": (
        "terdapat perubahan peraturan perundang-undangan yang mengakibatkan kerja sama tidak dapat dilaksanakan"
    ),
    "objek-hilang": "objek kerja sama hilang",
    "jangka-waktu": "jangka waktu kerja sama berakhir",
}
"""Grounds on which a cooperation ends (PP 28/2018 Pasal 9); a change of leadership is none."""


@dataclass(frozen=True)
class Pemberitahuan:
    """What one notice says.

    Attributes:
        perihal: extension or termination.
        dari: index of the sending party.
        tanggal: date of the letter.
        balas: the day a reply is asked for.
        nomor: number of the letter; dots where it has none yet.
        selama: proposed term of an extension.
        alasan: ground of a termination, in words.
        berlaku: effective day of a termination.
        kewajiban: outstanding duties.
        uraian: a sentence of the sender's own.
        tempat: where it is written; the settings' own unless given.
        pejabat: who signs, where it is another than who signed the agreement.
        jabatan: the office of whoever signs, likewise.
    """

    perihal: Perihal
    dari: int
    tanggal: date
    balas: date
    nomor: str | None = None
    selama: Lama | None = None
    alasan: str = ""
    berlaku: date | None = None
    kewajiban: tuple[str, ...] = ()
    uraian: str = ""
    tempat: str = ""
    pejabat: str = ""
    jabatan: str = ""


_KONVENSI = {
    "hari_yang_sama": "tanggal yang sama dengan tanggal mulai berlakunya",
    "sehari_sebelum": "sehari sebelum tanggal yang sama dengan tanggal mulai berlakunya",
}


@dataclass(frozen=True)
class _Butir:
    isi: str
    rincian: tuple[str, ...] = ()


def compose_pemberitahuan(
    penyusun: Penyusun, termuat: Termuat, r: Ringkasan, akhir: Berakhir, batas: date, surat: Pemberitahuan
) -> Naskah:
    """The letter.

    Args:
        penyusun: composer of the workspace.
        termuat: the agreement.
        r: its summary, for the clauses by their role.
        akhir: end of the term now running.
        batas: last day of the notice, as shown.
        surat: what it says.
    """
    isi = _frame(penyusun, termuat.terbaca, surat) | {
        "perihal": surat.perihal,
        "daftar_tujuan": _addressees(termuat.terbaca, surat),
        "sebut_kesepakatan": cite_agreement(termuat.terbaca, surat.tanggal, termuat.diubah),
        "daftar_butir": _points(termuat.terbaca, r, akhir, batas, surat),
        "pengirim": _signer(termuat.terbaca, surat),
        "tembusan": penyusun.pengaturan.tembusan,
    }
    return penyusun.fill("surat/pemberitahuan.html.j2", isi, _sifat(termuat.terbaca, surat), huruf=_font(penyusun))


def compose_tanda_terima(penyusun: Penyusun, termuat: Termuat, surat: Pemberitahuan) -> Naskah:
    """The receipt to be filled in by hand on delivery."""
    k = termuat.terbaca
    lain = [nama_kini(p, surat.tanggal) for i, p in enumerate(k.para_pihak) if i != surat.dari]
    isi = _frame(penyusun, k, surat) | {"dari": nama_kini(k.para_pihak[surat.dari], surat.tanggal), "kepada": gabung(lain)}
    return penyusun.fill("surat/tanda-terima.html.j2", isi, _sifat(k, surat), huruf=_font(penyusun))


def _signer(k: Kesepakatan, surat: Pemberitahuan) -> Pihak:
    """The sending party, with who holds the office on the day of the letter."""
    kini = {nama: isi for nama in ("pejabat", "jabatan") if (isi := getattr(surat, nama))}
    return k.para_pihak[surat.dari].model_copy(update=kini)


def _font(penyusun: Penyusun) -> str:
    return penyusun.pengaturan.huruf_surat


def _sifat(k: Kesepakatan, surat: Pemberitahuan) -> Sifat:
    return Sifat(_subject(k, surat), k.para_pihak[surat.dari].nama, surat.tanggal)


def _subject(k: Kesepakatan, surat: Pemberitahuan) -> str:
    return f"Pemberitahuan {surat.perihal.capitalize()} {k.jenis}"


def _frame(penyusun: Penyusun, k: Kesepakatan, surat: Pemberitahuan) -> dict[str, object]:
    atur, pengirim = penyusun.pengaturan, k.para_pihak[surat.dari]
    bawaan = (nama_kini(pengirim, surat.tanggal).upper(), *([pengirim.kedudukan] if pengirim.kedudukan else []))
    return {
        "kop": atur.kop.get(pengirim.nama, bawaan),
        "tempat": surat.tempat or atur.tempat_surat or TITIK,
        "tanggal": tanggal_panjang(surat.tanggal),
        "nomor": surat.nomor,
        "hal": _subject(k, surat),
    }


def _addressees(k: Kesepakatan, surat: Pemberitahuan) -> list[list[str]]:
    """`Yth.`, `u.p.` and address of every other party, all the addresses of the correspondence pasal."""
    hasil = []
    for i, pihak in enumerate(k.para_pihak):
        if i == surat.dari:
            continue
        kini = nama_kini(pihak, surat.tanggal)
        baris = [f"Yth. {pihak.jabatan}" if kini == pihak.nama else f"Yth. Pimpinan {kini}"]
        for alamat in pihak.korespondensi:
            baris += [f"u.p. {alamat.up}"] if alamat.up else []
            baris.append((alamat.alamat or TITIK) + (f", Kode Pos {alamat.kode_pos}" if alamat.kode_pos else ""))
        if not pihak.korespondensi:
            baris.append(pihak.kedudukan or TITIK)
        hasil.append(baris)
    return hasil


def _points(k: Kesepakatan, r: Ringkasan, akhir: Berakhir, batas: date, surat: Pemberitahuan) -> list[_Butir]:
    pengirim = k.para_pihak[surat.dari]
    kami = f"{nama_kini(pengirim, surat.tanggal)} selaku {pengirim.sebutan}"
    sampai = f"{nama_hari(akhir.tanggal)}, {tanggal_panjang(akhir.tanggal)}"
    butir = [
        _Butir(
            f"{_by(r, 'jangka_waktu')}jangka waktu {k.jenis} tersebut berakhir pada hari {sampai} "
            f"({_KONVENSI[k.konvensi_berakhir]})."
        ),
        _Butir(
            f"{_by(r, 'pemberitahuan')}PIHAK yang ingin memperpanjang atau mengakhiri {k.jenis} tersebut memberitahukan "
            f"secara tertulis kepada PIHAK lainnya paling lambat {lama(k.tenggat.pemberitahuan)} sebelum jangka waktu "
            f"berakhir, yaitu tanggal {tanggal_panjang(batas)}."
        ),
    ]
    tambahan = f" {surat.uraian}" if surat.uraian else ""
    if surat.perihal == "perpanjangan":
        butir.append(
            _Butir(
                f"Sehubungan dengan hal tersebut, {kami} bermaksud memperpanjang {k.jenis} tersebut selama "
                f"{lama(surat.selama or k.jangka_waktu)} terhitung sejak berakhirnya jangka waktu.{tambahan}"
            )
        )
        butir.append(_Butir("Rancangan adendum perpanjangan kami lampirkan untuk mendapat tanggapan dan kesepakatan bersama."))
    else:
        pada = tanggal_panjang(surat.berlaku or akhir.tanggal)
        butir.append(
            _Butir(
                f"Sehubungan dengan hal tersebut, {kami} bermaksud mengakhiri {k.jenis} tersebut terhitung sejak tanggal "
                f"{pada}, dengan alasan {surat.alasan}.{tambahan}"
            )
        )
        butir.append(_duties(r, surat))
        butir.append(_Butir(f"{k.jenis} tersebut tetap berlaku sampai dengan tanggal pengakhiran itu."))
    if surat_menyurat := r.dasar.get("surat"):
        butir.append(_Butir(f"Surat ini kami sampaikan sesuai dengan ketentuan {surat_menyurat}."))
    butir.append(_Butir(f"Kami mengharapkan tanggapan tertulis paling lambat tanggal {tanggal_panjang(surat.balas)}."))
    return butir


def _duties(r: Ringkasan, surat: Pemberitahuan) -> _Butir:
    if not surat.kewajiban:
        # That nothing is owed is the office's to say, never the program's.
        return _Butir(f"{_by(r, 'kewajiban')}kewajiban yang telah timbul dan belum diselesaikan tetap diselesaikan.")
    n = len(surat.kewajiban)
    rincian = tuple(f"{satu}{'.' if i == n - 1 else '; dan' if i == n - 2 else ';'}" for i, satu in enumerate(surat.kewajiban))
    return _Butir(f"{_by(r, 'kewajiban')}{angka_terbilang(n)} kewajiban berikut tetap diselesaikan:", rincian)


def _by(r: Ringkasan, peran: str) -> str:
    """The clause by its role and present number; the sentence starts with what follows where it has none."""
    dasar = r.dasar.get(peran)
    return f"Berdasarkan ketentuan {dasar}, " if dasar else "Sesuai dengan kesepakatan PARA PIHAK, "
