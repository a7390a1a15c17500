"""From a workspace and a day to its register: rows, deadlines, who holds which duplicate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notakesepakatan.compose.kesepakatan import rangkap_list
from notakesepakatan.compute.time.register import Condition, Summary, condition
from notakesepakatan.compute.time.tenggat import Tenggat, tenggat_hari_kerja
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.register import load_register

REGISTER_COLUMNS = {
    "kesepakatan": 28,
    "status": 18,
    "jenis": 22,
    "judul": 50,
    "para_pihak": 50,
    "nomor": 36,
    "mulai": 12,
    "berakhir": 12,
    "tenggat": 20,
    "tanggal": 12,
    "aman": 12,
    "sisa_hari": 10,
}
"""Columns of the register as a sheet, with their widths in characters."""


@dataclass(frozen=True)
class RegisterRow:
    """One agreement on a day."""

    summary: Summary
    keadaan: Condition
    per: date

    @property
    def next_tenggat(self) -> Tenggat | None:
        """The deadline whose last safe day comes first."""
        return self.keadaan.tenggat[0] if self.keadaan.tenggat else None

    def data(self) -> dict[str, object]:
        """The row as plain data, dates as ISO text; `sisa_hari` counts to the last safe day."""
        tenggat, end = self.next_tenggat, self.keadaan.ended
        return {
            "kesepakatan": self.summary.slug,
            "status": self.keadaan.status,
            "jenis": self.summary.jenis,
            "judul": self.summary.judul,
            "para_pihak": list(self.summary.pihak),
            "nomor": list(self.summary.nomor),
            "mulai": self.summary.begin,
            "berakhir": end.tanggal if end else None,
            "tenggat": tenggat.jenis if tenggat else None,
            "tanggal": tenggat.tanggal if tenggat else None,
            "aman": tenggat.safe if tenggat else None,
            "sisa_hari": (tenggat.safe - self.per).days if tenggat else None,
        }


@dataclass(frozen=True)
class Selection:
    """Which agreements are wanted; what is empty asks nothing."""

    status: tuple[str, ...] = ()
    pihak: str = ""
    ended_before: date | None = None
    kata: tuple[str, ...] = ()

    def passes(self, line: RegisterRow) -> bool:
        r, end = line.summary, line.keadaan.ended
        if self.status and line.keadaan.status not in self.status:
            return False
        if self.pihak and not any(
            self.pihak.lower() in name.lower() for name in r.pihak
        ):
            return False
        if self.ended_before and not (end and end.tanggal < self.ended_before):
            return False
        text = " ".join((r.slug, r.jenis, r.judul, *r.pihak, *r.nomor)).lower()
        return all(word.lower() in text for word in self.kata)


def open_register(
    opened: Opened, per: date, selection: Selection | None = None
) -> tuple[list[RegisterRow], list[str]]:
    """Agreements on a day, by slug, and the messages of those that cannot be read.

    Raises:
        FaultyNaskah: settings or calendar of the workspace are wrong.
    """
    calendar, ingatkan = opened.calendar, opened.pengaturan.ingatkan
    rows, problems = list[RegisterRow](), list[str]()
    for agreement in load_register(opened):
        if agreement.summary is None:
            problems.append(agreement.problem)
            continue
        state = condition(agreement.summary, per, ingatkan, calendar)
        row = RegisterRow(agreement.summary.on(per), state, per)
        if selection is None or selection.passes(row):
            rows.append(row)
    return rows, problems


def all_deadlines(
    rows: Sequence[RegisterRow], inside: int | None = None
) -> list[tuple[RegisterRow, Tenggat]]:
    """Every open deadline, the most urgent first.

    With `inside`, only those whose safe day is at most that many days off.
    """
    every = [
        (row, t)
        for row in rows
        for t in row.keadaan.tenggat
        if inside is None or (t.safe - row.per).days <= inside
    ]
    return sorted(every, key=_urgency)


def _urgency(deadline: tuple[RegisterRow, Tenggat]) -> tuple[date, str, str]:
    row, t = deadline
    return t.safe, row.summary.slug, t.jenis


def deadline_data(line: RegisterRow, t: Tenggat) -> dict[str, object]:
    """A deadline as plain data; `sisa_hari` counts to the last safe day."""
    return {
        "kesepakatan": line.summary.slug,
        "jenis": t.jenis,
        "tanggal": t.tanggal,
        "aman": t.safe,
        "sisa_hari": (t.safe - line.per).days,
        "dasar": t.dasar,
        "alasan": list(t.alasan),
    }


def kahar_deadline(opened: Opened, slug: str, happening: date) -> Tenggat | None:
    """The last day for the minutes of a force majeure; None where the agreement sets none."""
    r, calendar = opened.summary(slug).on(happening), opened.calendar
    if not r.kahar:
        return None
    return tenggat_hari_kerja(
        happening, r.kahar, "berita-acara-kahar", r.dasar.get("kahar", ""), calendar
    )


def duplicates(opened: Opened, slug: str) -> list[dict[str, object]]:
    """Each original of an agreement.

    Who holds it, at whose signature the stamp is, and where it was taken.
    """
    k = opened.riwayat(slug).origin.reading
    handed = {
        p.rangkap: p
        for p in opened.summary(slug).peristiwa
        if p.jenis == "penyerahan_rangkap"
    }
    result = []
    for one in rangkap_list(k):
        p = handed.get(one.nomor)
        meterai = (
            None if one.meterai_pada is None else k.para_pihak[one.meterai_pada].sebutan
        )
        result.append(
            {
                "rangkap": one.nomor,
                "pemegang": one.pemegang,
                "meterai_pada": meterai,
                "arsip": one.arsip,
                "diserahkan": p.tanggal if p else None,
                "penerima": p.penerima if p else None,
                "penyimpanan": p.penyimpanan if p else None,
            }
        )
    return result
