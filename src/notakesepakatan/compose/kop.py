"""The head of a letter: of the office that signs, or of the body it belongs to."""

import re
from dataclasses import dataclass
from datetime import date

from notakesepakatan.compose.frame import present_name
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.words.names import of_name

_ACTING = re.compile(
    r"^(?:Pj\.|Pjs\.|Plt\.|Plh\.|Penjabat(?: Sementara)?|Pelaksana (?:Tugas|Harian))\s*",
    re.IGNORECASE,
)
_OWN_HEAD = re.compile(r"^(?:Gubernur|Bupati|Wali ?kota|Menteri)\b", re.IGNORECASE)
"""Offices whose letters bear the State emblem and the office, and no address."""


@dataclass(frozen=True)
class Kop:
    """The head of a letter.

    Attributes:
        lines: its lines, the first in large letters.
        lambang: the file of its emblem in the templates folder; empty where it has none.
    """

    lines: tuple[str, ...]
    lambang: str = ""


def kop_of(setting: Pengaturan, sender: Pihak, day: date) -> Kop:
    """The head of a letter of a day.

    Lines that the settings keep under the office go first. A head of a region or a
    minister has emblem and office; everybody else the lines of the body, which are its
    name and address where the settings have none.

    Args:
        setting: the office's settings.
        sender: the sending party, with who signs on that day.
        day: that of the letter.
    """
    office = _ACTING.sub("", sender.jabatan or "")
    emblem = setting.lambang_kop or setting.halaman.lambang or ""
    is_head = bool(_OWN_HEAD.match(office))
    if own := of_name(setting.kop, office):
        return Kop(tuple(own), emblem if is_head else "")
    if is_head:
        return Kop((office.upper(),), emblem)
    name = _heading_name(sender, day)
    usual = (name, sender.kedudukan) if sender.kedudukan else (name,)
    return Kop(tuple(of_name(setting.kop, sender.nama) or usual))


def _heading_name(pihak: Pihak, day: date) -> str:
    """The party's name in the letters of a heading: "RSUD dr. WIRASENA"."""
    name = present_name(pihak, day)
    if pihak.nama_judul and name == pihak.nama:
        return pihak.nama_judul
    return name.upper()
