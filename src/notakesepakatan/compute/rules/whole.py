"""Duties and plan, contacts, completeness."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.bacaan import Bacaan, Cacat, words
from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.model.lampiran import BERSAMA, Tahapan

_SUREL = re.compile(r"[^@\s]+@[\w-]+(?:\.[\w-]+)+")
_TELEPON = re.compile(r"\(?\+?\d[\d ()/.,-]{5,}")
_WAJIB = {
    "jangka_waktu": "jangka waktu", "keadaan_kahar": "keadaan kahar", "penyelesaian_perselisihan": "penyelesaian perselisihan",
    "adendum": "adendum", "ruang_lingkup": "ruang lingkup", "pembiayaan": "pembiayaan",
}  # fmt: skip


def _rows(daftar: tuple[Tahapan, ...], jalur: Jalur) -> Iterator[tuple[Tahapan, Jalur]]:
    for i, t in enumerate(daftar):
        if t.dihapus or t.isi == "dihapus":
            continue
        if t.tahapan:
            yield from _rows(t.tahapan, (*jalur, i, "tahapan"))
        else:
            yield t, (*jalur, i)


def plan_cells(b: Bacaan) -> Iterator[Cacat]:
    """Each row has duties of each party, years, output and outcome."""
    if not b.terbaca.lampiran:
        return
    for i, p in enumerate(b.terbaca.lampiran.program):
        for t, jalur in _rows(p.tahapan, ("lampiran", "program", i, "tahapan")):
            for kunci in () if BERSAMA in t.tugas else b.terbaca.kunci_pihak:
                if kunci not in t.tugas:
                    yield Cacat((*jalur, "tugas"), "", f"tugas pihak {kunci.replace('_', ' ')} kosong", 'isi, atau tulis "-"')
            for nama, nilai in (("tahun", t.tahun), ("output", t.output), ("outcome", t.outcome)):
                if not nilai:
                    yield Cacat(jalur, "", f"{nama} kosong", f'tambahkan "{nama}:"')


def scope(b: Bacaan) -> Iterator[Cacat]:
    """Each item of the scope has a programme."""
    if not b.terbaca.lampiran:
        return
    program: dict[str, int] = {}  # programmes that have a word, a bit each
    for n, p in enumerate(b.terbaca.lampiran.program):
        for kata in {w.lower() for w in words(p.nama)}:
            program[kata] = program.get(kata, 0) | 1 << n
    for i, pasal in enumerate(b.terbaca.pasal):
        for j, butir in enumerate(pasal.huruf if pasal.kunci == "ruang_lingkup" else ()):
            semua, sekali, lagi = {w.lower() for w in words(butir.isi) if len(w) > 4}, 0, 0
            for kata in semua:
                lagi |= sekali & program.get(kata, 0)
                sekali |= program.get(kata, 0)
            if semua and not lagi:
                yield Cacat(
                    ("pasal", i, "huruf", j, "isi"),
                    "",
                    "ruang lingkup tanpa program pada Rencana Kerja",
                    "tambahkan programnya",
                )


def mails(b: Bacaan) -> Iterator[Cacat]:
    """An e-mail address has its @."""
    for jalur, nilai in _contacts(b, "email"):
        if not _SUREL.fullmatch(nilai):
            yield Cacat(jalur, nilai, "alamat surel tidak sah", "periksa, mis. nama@contoh.go.id")


def phones(b: Bacaan) -> Iterator[Cacat]:
    """A telephone number is digits."""
    for nama in ("telepon", "faksimile"):
        for jalur, nilai in _contacts(b, nama):
            if not _TELEPON.fullmatch(nilai):
                yield Cacat(jalur, nilai, "nomor telepon tidak lazim", "periksa, mis. (021) 1234567")


def postcodes(b: Bacaan) -> Iterator[Cacat]:
    """A postcode has five digits."""
    for jalur, nilai in _contacts(b, "kode_pos"):
        if not re.fullmatch(r"\d{5}", nilai):
            yield Cacat(jalur, nilai, "kode pos bukan lima angka", "periksa kode posnya")


def _contacts(b: Bacaan, nama: str) -> Iterator[tuple[Jalur, str]]:
    for i, p in enumerate(b.terbaca.para_pihak):
        for j, a in enumerate(p.korespondensi):
            if nilai := getattr(a, nama):
                yield ("para_pihak", i, "korespondensi", j, nama), nilai


def completeness(b: Bacaan) -> Iterator[Cacat]:
    """Pasal that an instrument of this kind has, by their role."""
    for kunci, nama in _WAJIB.items():
        if kunci not in b.peta.kunci and not any(nama in (p.judul or "").lower() for p in b.terbaca.pasal):
            yield Cacat(
                ("pasal",), "", f"tidak ada pasal mengenai {nama}", f'tambahkan, atau beri "kunci: {kunci}" pada pasalnya'
            )


def bearers(b: Bacaan) -> Iterator[Cacat]:
    """Each list of duties says whose they are."""
    sebutan = [p.sebutan or "" for p in b.terbaca.para_pihak] + ["PARA PIHAK"]
    for i, pasal in enumerate(b.terbaca.pasal):
        for j, ayat in enumerate(pasal.ayat):
            if (ayat.kunci or "").split("_")[0] == "tugas" and not any(satu in ayat.isi for satu in sebutan):
                yield Cacat(("pasal", i, "ayat", j, "isi"), "", "tugas tanpa pihak yang melaksanakan", "sebut pihaknya")
