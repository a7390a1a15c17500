"""The status that a register of old says in, what it means out: live, ended, extended.

A register may say that an agreement has ended without an event of it being recorded here.
What it says is believed as long as nothing that happened later says otherwise.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notakesepakatan.compute.intake.days import read_day
from notakesepakatan.compute.intake.sheet import Cell
from notakesepakatan.words.names import fold
from notakesepakatan.words.tanggal import tanggal_long

RecordedKind = Literal["berlaku", "berakhir", "batal", "diakhiri", "diperpanjang", ""]
"""What a status says; empty where no word of it is known."""
ENDED: tuple[RecordedKind, ...] = ("berakhir", "batal", "diakhiri")

_NOT_ENDED = re.compile(
    r"\b(?:belum|tidak|tdk|tak|bukan|not|tanpa|akan|segera|hampir|menjelang|mau)"
    r"(?: (?:ada|pernah|jadi|lagi|be|yet|been|masa))?"
    r" (?:(?:ber|di)akhir\w*|(?:di)?batal\w*|pembatalan|pemutusan|pengakhiran|selesai"
    r"|expir\w*|habis|(?:di)?putus\w*|dicabut|dihentikan|cancell?ed|terminat\w+|ended)\b",
    re.IGNORECASE,
)
"""What has not happened, or not yet."""
_LIVE = re.compile(
    r"(?:status )?(?:masih )?(?:aktif|active|berlaku|berjalan|on ?going)\b"
)
"""How a status begins whose agreement is in force, whatever it goes on to say."""
_HAS_ENDED = re.compile(
    r"\b(?:sudah|telah|sdh|tlh) (?:berakhir|habis|selesai|expired|ka?e?daluwarsa)\b"
)
_PATTERNS: tuple[tuple[RecordedKind, str], ...] = (
    ("berakhir", r"(?:tidak|tdk|tanpa) (?:di)?perpanjang\w*"),
    (
        "berakhir",
        r"(?:non|tidak|tdk|not|no longer)[ -]?(?:lagi )?(?:aktif|active|valid|berlaku)"
        r"|inactive|inaktif",
    ),
    ("berlaku", r"(?:dalam|proses|sedang|akan|menunggu|usul\w*)\b.*perpanjang\w*"),
    ("berlaku", r"belum (?:di)?perpanjang\w*"),
    ("batal", r"(?:di)?batal(?:kan)?\b|pembatalan|cancell?ed|void|annulled"),
    ("diakhiri", r"diakhiri|pengakhiran|di ?putus(?:kan)?\b|pemutusan|dihentikan"),
    ("diakhiri", r"terminat\w+|terminasi|berhenti|dicabut"),
    ("diperpanjang", r"diperpanjang|perpanjangan|extended|renewed"),
    (
        "berakhir",
        r"(?:telah |sudah )?(?:berakhir|habis|selesai|expired?|ka?e?daluwarsa)",
    ),
    ("berakhir", r"kadaluarsa|kedaluarsa|kadaluwarsa|lewat|ended|finished|completed"),
    ("berlaku", r"aktif|active|berlaku|berjalan|on ?going|ongoing|running|hidup"),
)
_KINDS = tuple(
    (kind, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for kind, pattern in _PATTERNS
)
_STATUS_REMARK = re.compile(
    r"(?:pks |mou |kerja ?sama )?(?:(?:(?:sudah|telah|sdh|tlh) )?"
    r"(?:(?:tidak|tdk) (?:aktif|berlaku|(?:di)?perpanjang)|(?:di)?batal(?:kan)?|diakhiri"
    r"|dihentikan|diputus|diperpanjang|expired|ka?e?daluwarsa|kadaluarsa)"
    r"|(?:sudah|telah|sdh|tlh) (?:berakhir|habis))\b"
)
"""`Berakhir 3 Mei 2027` alone says when it ends, not that it has ended."""
_DAY_LIKE = re.compile(
    r"\d{1,4}\s?[-/. ]\s?(?:\d{1,2}|[a-z]{3,9})\s?[-/. ,]\s?\d{2,4}", re.IGNORECASE
)


@dataclass(frozen=True)
class Recorded:
    """What a status says.

    Attributes:
        kind: what became of the agreement.
        days: the day it names, or all that it may be.
        other: what else it may mean: in force, and cut short by what it says further on;
            empty where it says one thing.
    """

    kind: RecordedKind
    days: tuple[date, ...] = ()
    other: RecordedKind = ""

    @property
    def day(self) -> date | None:
        """The day, where it is only one."""
        return self.days[0] if len(self.days) == 1 else None


def read_recorded(text: str) -> Recorded:
    """What a status of a register means: "Dibatalkan 12 Mei 2024"."""
    plain = " ".join(fold(text).replace("_", " ").replace("-", " ").split())
    kind = _kind_of(plain)
    if kind in ENDED and _LIVE.match(plain):
        # "Berlaku sampai selesai pekerjaan" says when it will end, not that it has.
        is_told_twice = kind != "berakhir" or _HAS_ENDED.search(plain)
        return Recorded("berlaku", _days_in(text), kind if is_told_twice else "")
    return Recorded(kind, _days_in(text) if kind else ())


def _kind_of(plain: str) -> RecordedKind:
    """What is said, but for what has not happened: "Dibatalkan karena belum selesai"."""
    happened, negations = _NOT_ENDED.subn(" ", plain)
    kinds = (kind for kind, words in _KINDS if words.search(happened))
    return next(kinds, "berlaku" if negations else "")


def _days_in(text: str) -> tuple[date, ...]:
    found = _DAY_LIKE.search(text)
    return read_day(Cell(found[0])).days if found else ()


def begins_as_status(text: str) -> bool:
    """Whether a remark begins by saying what became of it: "Sudah dibatalkan 12 Mei 2024"."""
    return _STATUS_REMARK.match(" ".join(fold(text).split())) is not None


def recorded_words(kind: RecordedKind, day: date | None) -> str:
    """The same as it is kept: "batal sejak 12 Mei 2024"."""
    if day is None:
        return kind
    since = "sampai dengan" if kind == "diperpanjang" else "sejak"
    return f"{kind} {since} {tanggal_long(day)}"


def recorded_end(texts: Sequence[str]) -> Recorded | None:
    """That an agreement has ended, as its register says; None where it does not."""
    recorded = read_recorded(" ".join(texts))
    return recorded if recorded.kind in ENDED else None
