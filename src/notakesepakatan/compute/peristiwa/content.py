"""Rules on an event beside the text in force on its day: duties, rows, parties, days."""

from collections.abc import Iterator
from typing import Any

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.peristiwa.subjects import BesideText, Fault, Faults
from notakesepakatan.compute.peristiwa.tugas import QuotedTugas
from notakesepakatan.compute.text.letak import WrongLetak
from notakesepakatan.model.lampiran import SHARED
from notakesepakatan.model.peristiwa import Peristiwa, tasks
from notakesepakatan.place import DataPath, Place, at
from notakesepakatan.words.numbers import from_roman, roman

_CHECK_BOTH = "periksa kedua tanggal"
_WITHIN_TERM = ("keadaan_kahar", "realisasi", "pengakhiran")
"""Kinds that happen while the agreement is in force."""


def no_such_tugas(s: BesideText) -> Faults:
    """A duty that suffered stands in the text."""
    for i, cited in enumerate(s.cited):
        if isinstance(cited, WrongLetak):
            yield Fault(at("tugas", i), str(cited), cited.saran)


def no_adendum_waits(s: BesideText) -> Faults:
    """The adendum is there, signed, and says that it waits for an event."""
    name = s.peristiwa.adendum
    if s.peristiwa.jenis != "adendum_berlaku" or not name:
        return
    if name not in s.adenda:
        present = ", ".join(s.adenda) or "belum ada adendum"
        yield Fault(at("adendum"), f"{name} tidak ada", f"yang ada: {present}")
    elif not s.adenda[name]:
        yield Fault(
            at("adendum"),
            f"{name} tidak menunggu peristiwa",
            "hanya adendum bertanggal dengan saat_berlaku, yang harinya belum ditulis pada "
            "mulai_berlaku",
        )


def tugas_twice(s: BesideText) -> Faults:
    """A duty is named once."""
    for i, letak, _ in _quoted(s):
        if letak in s.peristiwa.tugas[:i]:
            message = f"{letak} disebut dua kali"
            yield Fault(at("tugas", i), message, "hapus salah satu")


def no_single_tugas(s: BesideText) -> Faults:
    """What is named is one duty, where the text tells its duties apart."""
    for i, letak, cited in _quoted(s):
        named_before = letak in s.peristiwa.tugas[:i]
        one_of_them = not s.tugas_addresses or cited.alamat in s.tugas_addresses
        if not named_before and not one_of_them:
            yield Fault(
                at("tugas", i),
                f"{letak} bukan satu tugas",
                f"pilih dari: {', '.join(sorted(s.tugas_addresses))}",
            )


def _quoted(s: BesideText) -> Iterator[tuple[int, str, QuotedTugas]]:
    """Duties that can be quoted: their place, their address as typed, their words."""
    for i, letak in enumerate(s.peristiwa.tugas):
        cited = s.cited[i]
        if isinstance(cited, QuotedTugas):
            yield i, letak, cited


def no_such_row(s: BesideText) -> Faults:
    """A row of the work plan that is named is there; a programme stands for those below it."""
    named: list[tuple[DataPath, str]] = []
    named += [
        (("program", i), address) for i, address in enumerate(s.peristiwa.program)
    ]
    named += [
        (("baris", i, "alamat"), row.alamat) for i, row in enumerate(s.peristiwa.baris)
    ]
    for path, address in named:
        heading = any(row.startswith(f"{address}.") for row in s.plan)
        if address not in s.plan and not (path[0] == "program" and heading):
            yield Fault(
                Place(path),
                f"baris {address} tidak ada pada Rencana Kerja",
                f"yang ada: {', '.join(s.plan) or '-'}",
            )


def row_twice(s: BesideText) -> Faults:
    """A row of the work plan is reported once."""
    seen = set[str]()
    for i, row in enumerate(s.peristiwa.baris):
        if row.alamat in seen:
            message = f"baris {row.alamat} disebut dua kali"
            yield Fault(at("baris", i, "alamat"), message, "satukan")
        seen.add(row.alamat)


def brackets(s: BesideText) -> Faults:
    """An event is words as they are; nothing in it is filled."""
    content = s.peristiwa.model_dump(mode="json", exclude_defaults=True)
    for path, text in _texts(content, ()):
        if "[[" in text:
            message = "kurung siku ganda tidak diisi di sini"
            yield Fault(Place(path), message, "tulis kata-katanya")


def _texts(value: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _texts(inner, (*path, i))


def year_outside_term(s: BesideText) -> Faults:
    """A year of the work plan is one of its years."""
    year, last = s.peristiwa.tahun, s.reading.jumlah_tahun
    if year is not None and _nth_year(s) is None:
        yield Fault(
            at("tahun"),
            f'tahun "{year}" di luar jangka waktu',
            f"tulis I sampai dengan {roman(last)}",
        )


def year_not_begun(s: BesideText) -> Faults:
    """A year is reported once it has begun."""
    nth, signed = _nth_year(s), s.reading.signed
    if nth is None or signed is None:
        return
    first_day = s.reading.jangka_waktu.first_day(signed)
    start = first_day + relativedelta(years=nth - 1)
    if start > s.peristiwa.tanggal:
        message = f"tahun {s.peristiwa.tahun} baru dimulai {start}"
        yield Fault(at("tahun"), message, "periksa tahun atau tanggalnya")


def _nth_year(s: BesideText) -> int | None:
    """The year that the event is about, I being 1; None where the term has no such year."""
    try:
        nth = from_roman(s.peristiwa.tahun or "")
    except ValueError:
        return None
    return nth if nth <= s.reading.jumlah_tahun else None


def unknown_pihak(s: BesideText) -> Faults:
    """Whoever is named as a party is one."""
    para_pihak = s.reading.kunci_pihak
    for path, pihak in _named_pihak(s.peristiwa):
        if pihak not in para_pihak:
            yield Fault(
                Place(path),
                f'pihak "{pihak}" tidak ada',
                f"pilih salah satu: {', '.join(para_pihak)}",
            )


def _named_pihak(p: Peristiwa) -> Iterator[tuple[DataPath, str]]:
    for pihak in p.kerugian:
        yield ("kerugian", pihak), pihak
    for key, people in (("hadir", p.hadir), ("saksi", p.saksi)):
        for i, person in enumerate(people):
            if person.pihak:
                yield (key, i, "pihak"), person.pihak
    for key, i, tugas in tasks(p):
        if tugas.oleh != SHARED:
            yield (key, i, "oleh"), tugas.oleh


def too_many_penanda_tangan(s: BesideText) -> Faults:
    """No more sign than there are parties."""
    count = len(s.reading.kunci_pihak)
    if len(s.peristiwa.para_pihak) > count:
        message = f"kesepakatan ini hanya berpihak {count}"
        yield Fault(at("para_pihak", count), message, "hapus")


def over_before_it_began(s: BesideText) -> Faults:
    """An event does not end, and is not known of, before it happens."""
    p = s.peristiwa
    for key, day in (("sampai", p.sampai), ("diketahui", p.diketahui)):
        if day and day < p.tanggal:
            message = f"{day} mendahului kejadiannya {p.tanggal}"
            yield Fault(at(key), message, _CHECK_BOTH)


def letter_before_peristiwa(s: BesideText) -> Faults:
    """No authority certifies what has not happened."""
    letter, happened = s.peristiwa.surat_keterangan, s.peristiwa.tanggal
    if letter and letter.tanggal and letter.tanggal < happened:
        message = f"surat keterangan {letter.tanggal} mendahului kejadiannya {happened}"
        yield Fault(at("surat_keterangan", "tanggal"), message, _CHECK_BOTH)


def due_before_peristiwa(s: BesideText) -> Faults:
    """What an event leaves to be done is not due before it."""
    p = s.peristiwa
    for key, i, tugas in tasks(p):
        due = tugas.paling_lambat
        if due and due < p.tanggal:
            message = f"{due} mendahului {p.jenis.replace('_', ' ')} {p.tanggal}"
            yield Fault(at(key, i, "paling_lambat"), message, _CHECK_BOTH)


def outside_term(s: BesideText) -> Faults:
    """What happens under an agreement happens within its term."""
    p = s.peristiwa
    if p.jenis in _WITHIN_TERM and s.end and p.tanggal > s.end:
        message = f"{p.tanggal} di luar jangka waktu, yang berakhir {s.end}"
        yield Fault(at("tanggal"), message, "periksa tanggalnya")


def extended_after_end(s: BesideText) -> Faults:
    """What has ended is not extended: the term would have a gap."""
    p = s.peristiwa
    if p.jenis == "perpanjangan" and s.end and p.tanggal > s.end:
        yield Fault(
            at("tanggal"),
            f"jangka waktunya sudah berakhir {s.end}, sehingga tidak dapat "
            f"diperpanjang pada {p.tanggal}",
            "tulis hari disepakatinya perpanjangan bila itu sebelum berakhir; bila "
            "tidak, buat kesepakatan baru: nota baru NAMA --seperti KESEPAKATAN-LAMA",
        )


def extended_not_beyond(s: BesideText) -> Faults:
    """An extension goes beyond the end that the term has with those before it."""
    until = s.peristiwa.sampai
    if s.peristiwa.jenis != "perpanjangan" or until is None or s.end is None:
        return
    if until <= s.end:
        yield Fault(
            at("sampai"),
            f"{until} tidak melampaui hari berakhir semula {s.end}",
            "periksa hari terakhirnya; bila perpanjangan itu sudah dicatat, tidak perlu "
            "dicatat lagi; bila jangka waktunya hendak dipersingkat, buat adendum: "
            "nota adendum NAMA --dari BERKAS",
        )


def term_not_over(s: BesideText) -> Faults:
    """An agreement ends by its term on the last day of it."""
    p = s.peristiwa
    by_term = p.jenis == "pengakhiran" and p.sebab == "jangka-waktu"
    if by_term and p.tanggal != s.end:
        message = f"jangka waktu baru berakhir {s.end}"
        if s.end is None:
            message = f"jangka waktunya {s.reading.jangka_waktu.open_words}"
        saran = "periksa tanggal atau sebabnya"
        if s.reading.jangka_waktu.sampai_terpenuhi:
            saran = "bila syaratnya sudah terpenuhi, catat sebagai syarat_terpenuhi"
        yield Fault(at("sebab"), message, saran)


def no_such_rangkap(s: BesideText) -> Faults:
    """A duplicate that is handed over is one of those that were made."""
    made, nth = s.kesepakatan.rangkap, s.peristiwa.rangkap
    stamped = made.bermeterai
    if stamped is None:
        stamped = len(s.kesepakatan.para_pihak)
    count = stamped + made.arsip
    if nth and nth > count:
        message = f"rangkap {nth} dari {count}"
        yield Fault(at("rangkap"), message, f"pilih 1 sampai dengan {count}")
