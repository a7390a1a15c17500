"""The register of a workspace on a day: its agreements, their deadlines, their duplicates.

The commands `daftar` and `tenggat` show it, and the desk.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from notakesepakatan.compose.kesepakatan import RangkapIni, rangkap_list
from notakesepakatan.compute.text.instrumen import instrumen_of
from notakesepakatan.compute.time.register import Condition, Summary, condition
from notakesepakatan.compute.time.tenggat import Tenggat, tenggat_since
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.register import Registered, load_register
from notakesepakatan.load.seal import SealState
from notakesepakatan.model.instrumen import InstrumenList
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.words.names import fold
from notakesepakatan.words.provisional import all_years

REGISTER_COLUMNS = {
    "kesepakatan": 28,
    "status": 18,
    "jenis": 22,
    "skema": 14,
    "judul": 50,
    "para_pihak": 50,
    "nomor": 36,
    "mulai": 12,
    "berakhir": 12,
    "sebab_berakhir": 28,
    "jangka_waktu": 40,
    "tenggat": 20,
    "tanggal": 12,
    "aman": 12,
    "sisa_hari": 10,
    "segel": 12,
    "sementara": 20,
    "tahun_sementara": 16,
    "induk": 28,
    "anak": 28,
    "cakupan": 12,
    "urusan": 20,
    "perangkat_daerah": 28,
    "penanggung_jawab": 28,
    "kontak": 20,
    "penanda_tangan": 28,
    "nilai": 16,
    "sumber_dana": 16,
    "lokasi": 20,
    "ruang_lingkup": 40,
    "bentuk_kegiatan": 28,
    "tempat_naskah": 24,
    "status_tercatat": 16,
    "tautan": 24,
    "keterangan": 40,
}
"""Columns of the register as a sheet, with their widths in characters."""
KEPT_KEYS = tuple(REGISTER_COLUMNS)[tuple(REGISTER_COLUMNS).index("urusan") :]
"""Those that say what the office keeps beside the text."""
SET_ASIDE = "disisihkan"
"""The status of a draft that is put aside, which is shown only where it is asked for."""
_NO_COLUMN = ("masalah", "paling_lambat")
_OWN_COLUMN = 24
"""Width of a column of the office's own."""


def sheet_columns(data: Sequence[Mapping[str, object]]) -> dict[str, int]:
    """Columns of these rows as a sheet: the usual ones, then the office's own."""
    own = {key: _OWN_COLUMN for row in data for key in row if key not in _NO_COLUMN}
    return REGISTER_COLUMNS | {
        key: width for key, width in own.items() if key not in REGISTER_COLUMNS
    }


@dataclass(frozen=True)
class RegisterRow:
    """One agreement on a day.

    Attributes:
        summary: what the text in force says.
        condition: its state.
        per: the day.
        seal: whether its signed texts are still what was sealed.
        children: slugs of those that name it as their parent.
        changes: days until this one on which adenda and extensions moved its deadlines.
        skema: the scheme of its instrument, empty where that is not known for certain.
        problem: why the adenda are not all in it; empty where they are.
    """

    summary: Summary
    condition: Condition
    per: date
    seal: SealState = ""
    skema: str = ""
    children: tuple[str, ...] = ()
    changes: tuple[date, ...] = ()
    problem: str = ""

    @property
    def next_tenggat(self) -> Tenggat | None:
        """The deadline whose last safe day comes first."""
        return next(iter(self.condition.tenggat), None)

    @property
    def provisional_years(self) -> tuple[int, ...]:
        """Years without a decree that a date of this row rests on."""
        return all_years(self._provisional_dates().values())

    def _provisional_dates(self) -> dict[str, tuple[int, ...]]:
        """Such years by the date that rests on them, under its name in `data`."""
        end = self.condition.ended
        of_end = end.provisional_years if end else ()
        tenggat = self.next_tenggat
        of_tenggat = _provisional_dates(tenggat) if tenggat else {}
        return ({"berakhir": of_end} if of_end else {}) | of_tenggat

    def data(self) -> dict[str, object]:
        """The row as plain data; `sisa_hari` counts to the last safe day.

        `mulai` is the first day of the term; `jangka_waktu` says the term in words, also
        why `berakhir` is None where nothing says the last day.
        `sementara` names the dates that may still move, `tahun_sementara` the years without
        a decree that they rest on. `paling_lambat` is there where a condition may end it
        before `berakhir`.
        """
        tenggat = self.next_tenggat
        end = self.condition.ended
        return {
            "kesepakatan": self.summary.slug,
            "status": self.condition.status,
            "jenis": self.summary.jenis,
            "skema": self.skema,
            "judul": self.summary.judul,
            "para_pihak": list(self.summary.pihak),
            "nomor": list(self.summary.nomor),
            "mulai": self.summary.first_day,
            "berakhir": end.tanggal if end else None,
            "sebab_berakhir": self.condition.because or None,
            "jangka_waktu": str(self.summary.jangka_waktu),
            "tenggat": tenggat.jenis if tenggat else None,
            "tanggal": tenggat.tanggal if tenggat else None,
            "aman": tenggat.safe if tenggat else None,
            "sisa_hari": (tenggat.safe - self.per).days if tenggat else None,
            "segel": self.seal,
            "sementara": list(self._provisional_dates()),
            "tahun_sementara": list(self.provisional_years),
            "induk": self.summary.induk or None,
            "anak": list(self.children),
            "cakupan": "data_pokok" if self.summary.facts_only else "naskah",
            **self._kept(),
            **({"paling_lambat": True} if end and end.at_latest else {}),
            **({"masalah": self.problem} if self.problem else {}),
        }

    def _kept(self) -> dict[str, object]:
        """What the office keeps of it: its keys, and its own columns by their heads."""
        kept = dict.fromkeys(KEPT_KEYS) | {
            key: list(texts) for key, texts in self.summary.register.items()
        }
        nilai = self.summary.register.get("nilai")
        kept.pop("skema", None)
        kept.pop("asal", None)
        return {**kept, "nilai": int(nilai[0]) if nilai else None}


def _provisional_dates(tenggat: Tenggat) -> dict[str, tuple[int, ...]]:
    """Years without a decree by the date of a deadline that rests on them."""
    by_name = {
        "tanggal": tenggat.tanggal_provisional_years,
        "aman": tenggat.provisional_years,
    }
    return {name: years for name, years in by_name.items() if years}


@dataclass(frozen=True)
class Selection:
    """Which agreements are wanted; what is empty asks nothing."""

    status: tuple[str, ...] = ()
    pihak: str = ""
    ended_before: date | None = None
    words: tuple[str, ...] = ()

    def passes(self, row: RegisterRow) -> bool:
        """Whether an agreement is wanted."""
        return (
            self._is_of_status(row)
            and self._is_of_pihak(row)
            and self._is_ended_before(row)
            and self._has_words(row)
        )

    def _is_of_status(self, row: RegisterRow) -> bool:
        if not self.status:
            return row.condition.status != SET_ASIDE
        return row.condition.status in self.status

    def _is_of_pihak(self, row: RegisterRow) -> bool:
        wanted = fold(self.pihak)
        return not wanted or any(wanted in fold(name) for name in row.summary.pihak)

    def _is_ended_before(self, row: RegisterRow) -> bool:
        if self.ended_before is None:
            return True
        end = row.condition.ended
        return end is not None and end.tanggal < self.ended_before

    def _has_words(self, row: RegisterRow) -> bool:
        of = row.summary
        kept = (text for texts in of.register.values() for text in texts)
        named = (of.slug, of.jenis, row.skema, of.judul, *of.pihak, *of.nomor, *kept)
        text = fold(" ".join(named))
        return all(fold(word) in text for word in self.words)


def open_register(
    opened: Opened, per: date, selection: Selection | None = None
) -> tuple[list[RegisterRow], list[str]]:
    """Agreements on a day, by slug, and what is wrong with some.

    That one cannot be read, or that a signed text is no more what was sealed.

    Raises:
        FaultyNaskah: settings or calendar of the workspace are wrong.
    """
    rows, faulty = read_register(opened, per, selection)
    return rows, [message for registered in faulty for message in registered.messages]


def read_register(
    opened: Opened, per: date, selection: Selection | None = None
) -> tuple[list[RegisterRow], list[Registered]]:
    """The same, with what is known of those with which something is wrong.

    They are told by slug, whatever is selected.

    Raises:
        FaultyNaskah: settings, calendar or instruments of the workspace are wrong.
    """
    calendar = opened.calendar
    ingatkan = opened.pengaturan.ingatkan
    rows = list[RegisterRow]()
    faulty = list[Registered]()
    for registered in load_register(opened):
        summary = registered.summary
        if registered.messages:
            faulty.append(registered)
        if summary is None:
            continue
        state = condition(summary, per, ingatkan, calendar)
        skema = skema_of(summary, opened.instrumen_list)
        changes = tuple(summary.days_of_change(per))
        in_force = summary.on(per)
        row = RegisterRow(
            summary=in_force,
            condition=state,
            per=per,
            seal=registered.seal,
            skema=skema,
            changes=changes,
            problem=registered.problem,
        )
        rows.append(row)
    wanted = [
        row for row in with_children(rows) if selection is None or selection.passes(row)
    ]
    return wanted, faulty


def with_children(rows: Sequence[RegisterRow]) -> list[RegisterRow]:
    """All agreements of a workspace, each with those that name it as their parent."""
    children = defaultdict[str, list[str]](list)
    for row in rows:
        if row.summary.induk:
            children[row.summary.induk].append(row.summary.slug)
    return [
        replace(row, children=tuple(children[row.summary.slug]))
        if row.summary.slug in children
        else row
        for row in rows
    ]


def skema_of(summary: Summary, known: InstrumenList) -> str:
    """The scheme of an agreement's instrument; empty where that is not known."""
    if said := summary.register.get("skema"):
        return said[0]
    found = instrumen_of(summary.instrumen, summary.jenis, summary.pihak, known)
    return found.skema if found else ""


def faulty_data(registered: Registered) -> dict[str, object]:
    """An agreement that cannot be read as plain data: its name, and what is wrong."""
    unknown = dict.fromkeys(REGISTER_COLUMNS)
    slug, problem = registered.slug, registered.problem
    return {**unknown, "kesepakatan": slug, "masalah": problem}


def all_tenggat(
    rows: Sequence[RegisterRow], within: int | None = None
) -> list[tuple[RegisterRow, Tenggat]]:
    """Every open deadline, the most urgent first.

    Args:
        rows: agreements.
        within: only those whose last safe day is at most so many days off.
    """
    tenggat_list = [
        (row, tenggat)
        for row in rows
        for tenggat in row.condition.tenggat
        if within is None or (tenggat.safe - row.per).days <= within
    ]
    return sorted(tenggat_list, key=_urgency)


def _urgency(due: tuple[RegisterRow, Tenggat]) -> tuple[date, str, str]:
    row, tenggat = due
    return tenggat.safe, row.summary.slug, tenggat.jenis


def tenggat_data(row: RegisterRow, tenggat: Tenggat) -> dict[str, object]:
    """A deadline as plain data; `sisa_hari` counts to the last safe day.

    `sementara`, `tahun_sementara` and `segel` are those of `RegisterRow.data`.
    """
    return {
        "kesepakatan": row.summary.slug,
        "jenis": tenggat.jenis,
        "uraian": tenggat.uraian or None,
        "tanggal": tenggat.tanggal,
        "aman": tenggat.safe,
        "sisa_hari": (tenggat.safe - row.per).days,
        "sementara": list(_provisional_dates(tenggat)),
        "tahun_sementara": list(tenggat.provisional_years),
        "dasar": tenggat.dasar,
        "alasan": list(tenggat.alasan),
        "segel": row.seal,
    }


def kahar_tenggat(opened: Opened, slug: str, happened: date) -> Tenggat | None:
    """The last day for the minutes of a force majeure.

    None where the agreement sets none.
    """
    summary = opened.summary(slug).on(happened)
    if not summary.kahar:
        return None
    basis = summary.dasar.get("kahar", "")
    return tenggat_since(
        happened, summary.kahar, "berita-acara-kahar", basis, opened.calendar
    )


def rangkap_list_of(opened: Opened, slug: str) -> list[dict[str, object]]:
    """Each original of an agreement: who holds it, who stamps it, where it was taken."""
    kesepakatan = opened.text(slug).origin.reading
    handed_over = {
        peristiwa.rangkap: peristiwa
        for peristiwa in opened.summary(slug).peristiwa
        if peristiwa.jenis == "penyerahan_rangkap"
    }
    return [
        _rangkap_data(kesepakatan, rangkap, handed_over.get(rangkap.nomor))
        for rangkap in rangkap_list(kesepakatan)
    ]


def _rangkap_data(
    kesepakatan: Kesepakatan, rangkap: RangkapIni, handed_over: Peristiwa | None
) -> dict[str, object]:
    """One original as plain data; nothing of its whereabouts before it is handed over."""
    stamped = rangkap.meterai_pada
    sebutan = None if stamped is None else kesepakatan.para_pihak[stamped].sebutan
    return {
        "rangkap": rangkap.nomor,
        "pemegang": rangkap.pemegang,
        "meterai_pada": sebutan,
        "arsip": rangkap.arsip,
        "paraf": rangkap.paraf,
        "diserahkan": handed_over and handed_over.tanggal,
        "penerima": handed_over and handed_over.penerima,
        "penyimpanan": handed_over and handed_over.penyimpanan,
    }
