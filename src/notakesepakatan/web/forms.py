"""What every form shares: what was typed, and what is wrong with it, field by field.

Nothing typed is lost.
The macros that draw fields are in templates/_formulir.html and take an `Isian`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import abort, request

from notakesepakatan.load.yaml.characters import hidden_character
from notakesepakatan.temuan import Temuan
from notakesepakatan.web.desk_words import desk_words
from notakesepakatan.words.tanggal import parse_iso
from notakesepakatan.words.typed import iso_of_day

_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
REQUIRED = "Wajib diisi."
_AS_IT_IS = ("sandi", "csrf_token")
_HIDDEN = "Memuat karakter yang tidak tampak ({}); hapus karakter itu atau ketik ulang."


def plain_lines(text: str) -> str:
    """A text with the one line end that files have, whatever was pasted."""
    return _LINE_END.sub("\n", text)


def capitalized(words: str) -> str:
    """The words with a capital at their head, else as they are."""
    return words[:1].upper() + words[1:]


def field_words(temuan: Temuan) -> str:
    """A finding as a sentence beside its field."""
    if temuan.kode == "kunci-kurang":
        return REQUIRED
    return f"{capitalized(temuan.message)}; {temuan.saran}."


def read_json() -> Any:
    """What a script sent; 400 where it is none, too deep, or holds half a character."""
    try:
        content = request.get_json()
        json.dumps(content, ensure_ascii=False).encode()
    except (RecursionError, UnicodeEncodeError):
        abort(400)
    return content


@dataclass(frozen=True)
class Isian:
    """Values by field as typed, and messages by field; the field "" stands for the whole form."""

    value: Mapping[str, str] = field(default_factory=dict)
    galat: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def posted(cls) -> "Isian":
        """Of the form just sent; line ends are plain, spaces around are gone.

        A character that nobody sees is said at its field.
        """
        form = request.form.items()
        isian = cls({name: plain_lines(content).strip() for name, content in form})
        for name, content in isian.value.items():
            character = hidden_character(content)
            if character and name not in _AS_IT_IS:
                isian.add(name, _HIDDEN.format(character))
        return isian

    def base(self, now: str) -> str:
        """The hash that the form was opened with, `now` for a new one.

        A form sent back is as old as it was.
        """
        return self.value.get("jejak") or now

    def renewed(self) -> "Isian":
        """The same to be sent again after its sender was told that something changed meanwhile."""
        value = {name: text for name, text in self.value.items() if name != "jejak"}
        return Isian(value, self.galat)

    @property
    def valid(self) -> bool:
        """Whether nothing is wrong."""
        return not self.galat

    def add(self, name: str, message: str) -> None:
        """Something is wrong with a field."""
        self.galat.setdefault(name, []).append(desk_words(message))

    def text(
        self,
        name: str,
        *,
        required: bool = False,
        row_counts: bool = False,
        at_most: int = 20_000,
    ) -> str:
        """A field's text; on one line unless it may have several."""
        content = self.value.get(name, "")
        if not row_counts:
            content = " ".join(content.split("\n"))
        if required and not content:
            self.add(name, REQUIRED)
        if len(content) > at_most:
            self.add(name, f"Paling panjang {at_most} karakter.")
        return content

    def day(self, name: str, *, required: bool = False) -> date | None:
        """A field's day, TTTT-BB-HH."""
        content = self.text(name, required=required)
        if not content:
            return None
        try:
            return parse_iso(content)
        except ValueError:
            right = iso_of_day(content) or "TTTT-BB-HH, misalnya 2026-11-24"
            self.add(name, f'"{content[:40]}" bukan tanggal; tulis {right}.')
            return None

    def number(
        self, name: str, at_least: int, at_most: int, *, required: bool = False
    ) -> int | None:
        """A field's whole number between bounds."""
        content = self.text(name, required=required)
        if not content:
            return None
        is_digits = content.isascii() and content.isdigit()
        number = int(content) if is_digits and len(content) < 16 else -1
        if not at_least <= number <= at_most:
            bounds = f"dari {at_least} sampai dengan {at_most}"
            self.add(name, f"Tulis bilangan bulat {bounds}.")
            return None
        return number

    def choice(
        self, name: str, offered: Iterable[str], *, required: bool = False
    ) -> str:
        """A field's value, one of those offered."""
        content = self.text(name, required=required)
        if content and content not in offered:
            self.add(name, "Pilih salah satu yang tersedia.")
            return ""
        return content
