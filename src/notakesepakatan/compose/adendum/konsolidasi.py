"""The text in force as a working paper: every changed place says by which adendum."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from notakesepakatan.compose.adendum.papers import cite, name_of, paper_changes
from notakesepakatan.compose.composer import Penyusun
from notakesepakatan.compose.kesepakatan import annex_rows, compose_kesepakatan
from notakesepakatan.compute.text.numbering import DIHAPUS
from notakesepakatan.load.adendum import AdendumTermuat, Riwayat
from notakesepakatan.model.adendum import Ubah
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import Butir, Pasal, isi_tingkat
from notakesepakatan.naskah import Naskah
from notakesepakatan.words.lists import gabung
from notakesepakatan.words.tanggal import tanggal_panjang

_BERDATUM = re.compile(r'<(p|h[1-6]|tr)\b[^>]*?\bid="([^"]+)"[^>]*>')
_WHOLE = re.compile(r"Pasal [0-9A-Za-z]+")
_KATA = {"ubah": "diubah dengan", "sisip": "disisipkan dengan", "hapus": "dihapus dengan"}


def compose_konsolidasi(penyusun: Penyusun, riwayat: Riwayat, per: date, yaml: bytes, *, konsep: bool = False) -> Naskah:
    """The consolidated text on a day.

    Args:
        penyusun: composer of the workspace.
        riwayat: the agreement and its adenda.
        per: the day.
        yaml: the consolidated agreement as data, to be attached.
        konsep: with the drafts too.

    Raises:
        TemplatBermasalah, NaskahBermasalah: a template or the styles are wrong.
    """
    terpakai = riwayat.applied(per, konsep=konsep)
    naskah = compose_kesepakatan(penyusun, riwayat.on(per, konsep=konsep))
    isi = _annotate(naskah.isi, _sources(penyusun, terpakai))
    kepala = penyusun.templat.render("bagian/konsolidasi.html.j2", {"daftar_baris": _head(riwayat, terpakai, per)})
    return replace(mark(naskah, kepala, isi), judul=f"Naskah konsolidasi {naskah.judul}", sumber=("kesepakatan.yaml", yaml))


def mark(naskah: Naskah, kepala: str, isi: str | None = None) -> Naskah:
    """The naskah with more paragraphs at its very top."""
    baru = re.sub(r"(<section\b[^>]*>)", lambda cocok: cocok[0] + "\n" + kepala, isi or naskah.isi, count=1)
    return replace(naskah, isi=baru)


def mark_draft(penyusun: Penyusun, naskah: Naskah, galat: int) -> Naskah:
    """A draft that still has faults says so at its top."""
    kata = f"KONSEP: masih ada {galat} galat, lihat nota periksa"
    return mark(naskah, penyusun.templat.render("bagian/konsolidasi.html.j2", {"daftar_baris": [kata]}))


def _head(riwayat: Riwayat, terpakai: Sequence[AdendumTermuat], per: date) -> list[str]:
    jenis = riwayat.asal.terbaca.jenis
    baris = [f"NASKAH KONSOLIDASI per {tanggal_panjang(per)}. Naskah kerja untuk dibaca, bukan naskah yang ditandatangani."]
    baris += [f"Memuat {cite(a)}{'' if a.berlaku else ' (konsep, belum ditandatangani)'}." for a in terpakai]
    if not terpakai:
        baris.append(f"{jenis} ini belum diubah.")
    for a in riwayat.adendum[len(terpakai) :]:
        sebab = f"berlaku mulai {tanggal_panjang(a.berlaku)}" if a.berlaku else "konsep, belum ditandatangani"
        baris.append(f"Tidak memuat {cite(a)} ({sebab}).")
    return baris


def _sources(penyusun: Penyusun, terpakai: Sequence[AdendumTermuat]) -> dict[str, str]:
    """By path of the datum, what was done to it and by which adenda, as printed."""
    asal: dict[str, dict[str, list[str]]] = {}
    for a in terpakai:
        hapus = _deleted_paths(a)
        # A pasal written anew as a whole may be numbered anew inside: what was noted below it is noted at its head.
        for baru in [
            satu.letak.split()[1] for satu in a.adendum.perubahan if isinstance(satu, Ubah) and _WHOLE.fullmatch(satu.letak)
        ]:
            lama = [asal.pop(datum) for datum in list(asal) if datum.startswith(f"pasal.{baru}.")]
            nama = dict.fromkeys(satu for isi in lama for daftar in isi.values() for satu in daftar)
            if nama:
                asal.setdefault(f"pasal.{baru}", {}).setdefault("ubah", []).extend(nama)
        for beda in paper_changes(penyusun, a):
            kata = "hapus" if beda.datum in hapus else "sisip" if beda.baru else "ubah"
            asal.setdefault(beda.datum, {}).setdefault(kata, []).append(name_of(a))
    return {
        datum: gabung([f"{_KATA[kata]} {gabung(list(dict.fromkeys(nama)))}" for kata, nama in isi.items()])
        for datum, isi in asal.items()
    }


def _deleted_paths(a: AdendumTermuat) -> set[str]:
    """Paths of parts that read as deleted with this adendum."""
    lama, baru = (_deleted_in(t.terbaca) for t in (a.sebelum, a.sesudah))
    return baru - lama


def _deleted_in(k: Kesepakatan) -> set[str]:
    hasil = _paths(k.pasal, "pasal")
    hasil |= {f"pertimbangan.{satu.removeprefix('huruf.')}" for satu in _paths(k.pertimbangan, "huruf")}
    hasil |= {f"dasar_hukum.{satu.angka}" for satu in k.dasar_hukum if satu.dihapus}
    return hasil | {f"lampiran.{baris.alamat}" for baris in annex_rows(k) if DIHAPUS in (baris.tahapan.isi, baris.program.nama)}


def _paths(daftar: Sequence[Butir | Pasal], tingkat: str, atas: str = "") -> set[str]:
    hasil = set[str]()
    for satu in daftar:
        sini = f"{atas}{tingkat}.{satu.nomor}"
        if satu.dihapus:
            hasil |= {sini, f"{sini}.isi"}
        for nama, isi in isi_tingkat(satu):
            hasil |= _paths(isi, nama, f"{sini}.")
    return hasil


def _annotate(isi: str, asal: dict[str, str]) -> str:
    """The XHTML with a note in italics at the end of each changed paragraph or row."""
    hasil, akhir = list[str](), 0
    for cocok in _BERDATUM.finditer(isi):
        catatan = asal.get(cocok[2])
        if not catatan:
            continue
        letak = _end_of(isi, cocok)
        hasil += [isi[akhir:letak], f" <i>[{catatan}]</i>"]
        akhir = letak
    return "".join((*hasil, isi[akhir:]))


def _end_of(isi: str, cocok: re.Match[str]) -> int:
    """Where the words of a paragraph end; of a row, those of its first cell that holds words and not a number alone."""
    if cocok[1] != "tr":
        return isi.index(f"</{cocok[1]}>", cocok.end())
    batas = isi.index("</tr>", cocok.end())
    sel = re.compile(r'<p class="sel(?:-label)?">').search(isi, cocok.end(), batas)
    return isi.index("</p>", sel.end() if sel else cocok.end())
