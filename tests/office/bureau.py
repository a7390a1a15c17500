"""The plain model of a bureau: what it was told is done, in lists and dictionaries, with no word of the program's own."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

KESEPAKATAN, SEAL = "kesepakatan.yaml", "segel.json"
ACCOUNTS = ".meja/pengguna.json"
NOTICE_MONTHS, LEAD_DAYS = 3, 30
WRITTEN = "pemberitahuan_disusun"


@dataclass
class Typing:
    """What somebody typed in a draft: its bytes and fields when it was opened, and the fields as typed."""

    base: bytes
    start: dict[str, str]
    fields: dict[str, str]

    @property
    def changed(self) -> dict[str, str]:
        return {
            key: text for key, text in self.fields.items() if self.start[key] != text
        }


@dataclass
class Deed:
    """One agreement.

    Attributes:
        fields: what its text says, of what is edited here.
        begin: its day of signing; None while it is a draft.
        sealed: bytes of each signed file that was sealed.
        unsealed: signed files that a kill left without a seal.
        adenda: each adendum's day of signing; None for the last while it is a draft.
        events: every event as it was given.
        typing: by person.
    """

    fields: dict[str, str]
    begin: date | None = None
    sealed: dict[str, bytes] = field(default_factory=dict)
    unsealed: set[str] = field(default_factory=set)
    adenda: list[date | None] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    typing: dict[str, Typing] = field(default_factory=dict)

    def extensions(self) -> list[date]:
        """The days from which the agreement goes on for a year more."""
        by_event = [
            _day(event) for event in self.events if event["jenis"] == "perpanjangan"
        ]
        return [day for day in self.adenda if day] + by_event

    def end_on(self, per: date) -> date:
        """The last day, as far as one knows on a day."""
        assert self.begin
        known = [day for day in self.extensions() if day <= per]
        years = int(self.fields["jangka_waktu"].split()[0]) + len(known)
        return self.begin.replace(year=self.begin.year + years)

    def notice_on(self, per: date) -> date:
        """The last day of a notice: three months before the end."""
        return months_before(self.end_on(per), NOTICE_MONTHS)

    def letters(self) -> list[date]:
        """The days of all letters that were written by themselves."""
        return [_day(event) for event in self.events if event["jenis"] == WRITTEN]

    def is_answered(self) -> bool:
        """Whether more is known of a notice than that it was written."""
        others = ("pemberitahuan_dikirim", "pemberitahuan_diterima")
        return any(event["jenis"] in others for event in self.events)

    def term_of(self, day: date) -> int:
        """The number of extensions before a day."""
        return sum(extension < day for extension in self.extensions())


@dataclass
class Bureau:
    """All of it.

    Attributes:
        deeds: the agreements by slug.
        files: bytes of every file that must not change unseen, by path.
        by_hand: files whose bytes are not those that the program wrote last.
        trail: every line that was seen in the trail.
        accounts: role by name.
    """

    deeds: dict[str, Deed] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    by_hand: set[str] = field(default_factory=set)
    trail: list[bytes] = field(default_factory=list)
    accounts: dict[str, str] = field(default_factory=dict)


def kept_files(root: Path) -> dict[str, bytes]:
    """Every file of a workspace that must not change unseen, by path."""
    patterns = ("agreements/**/*", "output/*/surat/*", ACCOUNTS)
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for pattern in patterns
        for path in root.glob(pattern)
        if path.is_file()
    }


def hashed(content: bytes | None) -> str:
    return "" if content is None else sha256(content).hexdigest()


def months_before(day: date, months: int) -> date:
    """The day of the same number, or the last of a shorter month."""
    number = day.year * 12 + day.month - 1 - months
    first = date(number // 12, number % 12 + 1, 1)
    next_first = (first + timedelta(days=31)).replace(day=1)
    last = (next_first - timedelta(days=1)).day
    return first.replace(day=min(day.day, last))


def fields_of(content: bytes) -> dict[str, str]:
    """What the text of a draft says, of what is edited here; read without the program."""
    text = content.decode()
    return {
        "judul": _scalar(text, r"^judul: (.*)$"),
        "jangka_waktu": _scalar(text, r"^jangka_waktu: (.*)$"),
    }


def _scalar(text: str, pattern: str) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    return found.group(1).strip("\"'") if found else ""


def _day(event: dict[str, Any]) -> date:
    return date.fromisoformat(event["tanggal"])
