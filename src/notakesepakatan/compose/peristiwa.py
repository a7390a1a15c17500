"""An event in, its papers out: everything that their templates may name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from notakesepakatan.compose.attendance import Attendance, attendance
from notakesepakatan.compose.cited_klausul import vouched
from notakesepakatan.compose.composer import Composer, Properties
from notakesepakatan.compose.frame import cite_kesepakatan, penandatanganan_frame
from notakesepakatan.compose.kesepakatan import rangkap_list, signature_rows
from notakesepakatan.compose.kinds import DocumentKind
from notakesepakatan.compose.quoting import marks_of, quoted
from notakesepakatan.compose.surat import PENGAKHIRAN_REASONS
from notakesepakatan.compute.peristiwa.realisasi import (
    Capaian,
    behind_list,
    capaian_list,
    over_years,
)
from notakesepakatan.compute.peristiwa.tugas import plan_rows, quote
from notakesepakatan.compute.text.isian import date_words, lama, sebutan_by_key
from notakesepakatan.compute.text.rencana_kerja import PlanRow
from notakesepakatan.compute.text.tree import place_at
from notakesepakatan.compute.text.unnumbered import (
    PasalNames,
    on_paper,
    pasal_names,
)
from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.register import ROLE, klausul_of, klausul_words
from notakesepakatan.compute.time.tenggat import Tenggat, tenggat_since
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.kesepakatan import Kesepakatan, Penandatanganan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.naskah import Naskah
from notakesepakatan.place import ALL_SEBUTAN
from notakesepakatan.words.lists import merge
from notakesepakatan.words.numbers import angka_terbilang, from_roman


@dataclass(frozen=True)
class Case:
    """An event among the others of its agreement, as its papers need it.

    Attributes:
        p: the event.
        loaded: the agreement in force on its day.
        every: all events of the agreement, in order of their days.
        calendar: days off.
    """

    p: Peristiwa
    loaded: Loaded
    every: Sequence[Peristiwa]
    calendar: OfficeCalendar


def compose_document(composer: Composer, document: DocumentKind, case: Case) -> Naskah:
    """One paper of one event.

    Raises:
        FaultyTemplate, FaultyNaskah: the template or the styles are wrong.
    """
    p, k = case.p, case.loaded.reading
    composer = composer.for_pages(k.halaman)
    reply = _answer(case)
    tanggal = _paper_day(p, reply)
    official = reply or p
    position = _paper_place(p, reply)
    paper = Penandatanganan(tempat=position, tanggal=tanggal)
    today = penandatanganan_frame(
        case.loaded.kesepakatan, paper, official.para_pihak, case.loaded.penanda_tangan
    )
    there = attendance(p, today.para_pihak, k.kunci_pihak)
    capaian = _achieved(case)
    chart = _chart(capaian, p.tahun)
    rangkap = rangkap_list(k)
    content: dict[str, object] = {
        "p": p,
        "k": k,
        "jenis": k.jenis,
        "subjek": k.judul,
        "susunan": k.susunan,
        "bernomor": k.numbered,
        "judul_dokumen": document.judul,
        "hari_ini": today,
        "para_pihak": there.para_pihak,
        "kunci_pihak": there.kunci_pihak,
        "wakil": there.wakil,
        "hadir_lain": there.others,
        "sebutan_yang_hadir": _names_of_those(there, k),
        "tanggal_naskah": tanggal,
        "tempat_naskah": position,
        "waktu": date_words(tanggal),
        "sebut_kesepakatan": cite_kesepakatan(
            k, tanggal or p.tanggal, () if p.rangkap else case.loaded.changed_cited
        ),
        "bunyi": _klausul_texts(case),
        "sebutan": sebutan_by_key(k),
        "sebutan_bersama": k.all_sebutan,
        "dasar": dict.fromkeys(ROLE, "")
        | vouched(case.loaded, klausul_words(case.loaded.numbers, pasal_names(k))),
        "rangkap_ini": next((r for r in rangkap if r.nomor == p.rangkap), None),
        "ada_meterai": any(not each.arsip for each in rangkap),
        "jumlah_rangkap": angka_terbilang(len(rangkap)),
        "deret_tanda_tangan": signature_rows(
            len(there.para_pihak), composer.pengaturan
        ),
        "tugas_terdampak": _tugas_list(case),
        "program_terdampak": list(_rows(p, k)),
        "tenggat": _tenggat(case),
        "batas_waktu": lama(k.tenggat.berita_acara_kahar),
        "batas_pasti": _is_certain(_tenggat(case)),
        "tepat_waktu": _in_time(case, reply),
        "kutipan": partial(quoted, marks=marks_of(k)),
        "alasan_berakhir": _reason(p, k),
        "daftar_capaian": capaian,
        "daftar_tertinggal": behind_list(capaian),
        "daftar_semua_tahun": over_years(capaian),
        "bagan": bool(chart),
    }
    trait = Properties(
        f"{document.judul} {k.titled}",
        merge([one.nama for one in k.para_pihak]),
        tanggal,
    )
    huruf = composer.pengaturan.huruf_surat if document.huruf == "surat" else None
    return composer.fill(
        document.templat,
        content,
        trait,
        huruf=huruf,
        picture={"bagan": chart} if chart else None,
    )


def _names_of_those(there: Attendance, k: Kesepakatan) -> str:
    """What those who were there are called: "PARA PIHAK" where nobody was missing."""
    if len(there.para_pihak) == len(k.para_pihak):
        return k.all_sebutan
    return merge([one.sebutan or "" for one in there.para_pihak])


def _klausul_texts(case: Case) -> dict[str, str]:
    """Words of the clauses by their role, as they read."""
    numbers = case.loaded.numbers
    path_of = {address: path for path, address in numbers.alamat.items()}
    tree, reading = case.loaded.tree, case.loaded.reading
    result = dict.fromkeys(ROLE, "")
    for role in ROLE:
        if (address := klausul_of(numbers, role)) and address in path_of:
            result[role] = quote(
                tree, reading, place_at(tree, path_of[address]).words
            ).teks
    return result


def _reason(p: Peristiwa, k: Kesepakatan) -> str | None:
    """Why it ended, with the name that the agreement gives its parties."""
    words = PENGAKHIRAN_REASONS.get(p.sebab or "")
    return words and words.replace(ALL_SEBUTAN, k.all_sebutan)


def _answer(case: Case) -> Peristiwa | None:
    """The signed minutes of a force majeure, where they are recorded."""
    p = case.p
    if p.jenis != "keadaan_kahar":
        return None
    return next(
        (
            q
            for q in case.every
            if q.jenis == "berita_acara_kahar" and q.kejadian == p.tanggal
        ),
        None,
    )


def _paper_day(p: Peristiwa, reply: Peristiwa | None) -> date | None:
    if p.jenis == "keadaan_kahar":
        return reply.tanggal if reply else None
    return p.tanggal


def _paper_place(p: Peristiwa, reply: Peristiwa | None) -> str | None:
    if p.jenis == "keadaan_kahar":
        return reply.tempat if reply else None
    return p.tempat


def _tenggat(case: Case) -> Tenggat | None:
    k, p = case.loaded.reading, case.p
    if p.jenis != "keadaan_kahar" or not k.tenggat.berita_acara_kahar:
        return None
    basis = klausul_words(case.loaded.numbers, pasal_names(k)).get("kahar", "")
    return tenggat_since(
        p.tanggal,
        k.tenggat.berita_acara_kahar,
        "berita-acara-kahar",
        basis,
        case.calendar,
    )


def _is_certain(tenggat: Tenggat | None) -> bool:
    """Whether the last day for the minutes is fixed: a paper names no other."""
    return tenggat is not None and not tenggat.tanggal_provisional_years


def _in_time(case: Case, reply: Peristiwa | None) -> bool | None:
    tenggat = _tenggat(case)
    if reply is None or tenggat is None or not _is_certain(tenggat):
        return None
    return reply.tanggal <= tenggat.tanggal


def _tugas_list(case: Case) -> list[object]:
    loaded = case.loaded
    names = pasal_names(loaded.reading)
    said = [quote(loaded.tree, loaded.reading, letak) for letak in case.p.tugas]
    return [replace(one, alamat=_inside(one.alamat, names)) for one in said]


def _inside(alamat: str, names: PasalNames) -> str:
    """An address as it stands inside a sentence: "bagian kedua", "Pasal 3 ayat (1)"."""
    called = on_paper(alamat, names)
    return called if called == alamat else called[:1].lower() + called[1:]


def _rows(p: Peristiwa, k: Kesepakatan) -> Iterator[PlanRow]:
    """Rows named, or all below a programme or heading that is named."""
    for address, line in plan_rows(k).items() if p.program else ():
        if any(address == one or address.startswith(f"{one}.") for one in p.program):
            yield line


def _achieved(case: Case) -> tuple[Capaian, ...]:
    p, k = case.p, case.loaded.reading
    if p.jenis != "realisasi":
        return ()
    if p.tahun is None or k.signed is None:
        return ()
    begin = k.jangka_waktu.first_day(k.signed)
    items = [q for q in case.every if q.tanggal <= p.tanggal]
    return capaian_list(k, items, from_roman(p.tahun), begin, p.tanggal)


def _chart(capaian: Sequence[Capaian], year: str | None) -> bytes:
    bar = [
        (f"{c.alamat} / {c.tahun}", c.isi.persen)
        for c in capaian
        if c.tahun == year and c.isi and c.isi.persen is not None
    ]
    if not bar:
        return b""
    from notakesepakatan.compose.chart import bar_chart

    return bar_chart(
        [(label, percent) for label, percent in bar if percent is not None]
    )


REPORT_COLUMNS = {
    "baris": 8,
    "program": 40,
    "tahapan": 40,
    "tahun": 8,
    "rencana": 30,
    "realisasi": 30,
    "target": 10,
    "capaian": 10,
    "satuan": 12,
    "persen": 8,
    "output": 30,
    "outcome": 30,
    "kendala": 30,
    "tindak_lanjut": 30,
}
"""Columns of the report as a sheet, with their widths in characters."""


def report_rows(case: Case) -> list[dict[str, object]]:
    """The report as rows of plain data; none for other events."""
    result = list[dict[str, object]]()
    for c in _achieved(case):
        if c.direncanakan or c.isi:
            one: dict[str, object] = {
                "baris": c.alamat,
                "program": c.rencana_kerja.program.nama,
                "tahapan": c.rencana_kerja.tahapan.isi,
                "tahun": c.tahun,
            }
            for name in (
                "rencana",
                "realisasi",
                "target",
                "capaian",
                "satuan",
                "persen",
                "output",
                "outcome",
                "kendala",
                "tindak_lanjut",
            ):
                one[name] = getattr(c.isi, name) if c.isi else None
            result.append(one)
    return result
