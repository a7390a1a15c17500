"""What every form shares: what was typed, what is wrong with it, field by field; nothing typed is lost.

The macros that draw fields are in templates/_formulir.html and take an `Isian`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import abort, request

from notakesepakatan.load.yaml import hidden_character
from notakesepakatan.words.tanggal import parse_iso

_AKHIR_BARIS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_APA_ADANYA = ("sandi", "csrf_token")


def plain_lines(teks: str) -> str:
    """A text with the one line end that files have, whatever was pasted."""
    return _AKHIR_BARIS.sub("\n", teks)


def read_json() -> Any:
    """What a script sent; 400 where it is none, too deep, or holds half a character."""
    try:
        isi = request.get_json()
        json.dumps(isi, ensure_ascii=False).encode()
    except (RecursionError, UnicodeEncodeError):
        abort(400)
    return isi


@dataclass(frozen=True)
class Isian:
    """Values by field as typed, and messages by field; the field "" stands for the whole form."""

    nilai: Mapping[str, str] = field(default_factory=dict)
    galat: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def posted(cls) -> "Isian":
        """Of the form just sent; line ends are plain, spaces around are gone; a character nobody sees is said at its field."""
        isian = cls({nama: plain_lines(isi).strip() for nama, isi in request.form.items()})
        for nama, isi in isian.nilai.items():
            if nama not in _APA_ADANYA and (karakter := hidden_character(isi)):
                isian.add(nama, f"Memuat karakter yang tidak tampak ({karakter}); hapus karakter itu atau ketik ulang.")
        return isian

    def base(self, kini: str) -> str:
        """The hash that the form was opened with, `kini` for a new one: one sent back is as old as it was."""
        return self.nilai.get("jejak") or kini

    def renewed(self) -> "Isian":
        """The same to be sent again after its sender was told that something changed meanwhile."""
        return Isian({nama: isi for nama, isi in self.nilai.items() if nama != "jejak"}, self.galat)

    @property
    def sah(self) -> bool:
        """Whether nothing is wrong."""
        return not self.galat

    def add(self, nama: str, pesan: str) -> None:
        """Something is wrong with a field."""
        self.galat.setdefault(nama, []).append(pesan)

    def text(self, nama: str, *, wajib: bool = False, banyak_baris: bool = False, paling: int = 20_000) -> str:
        """A field's text; on one line unless it may have several."""
        isi = self.nilai.get(nama, "")
        if not banyak_baris:
            isi = " ".join(isi.split("\n"))
        if wajib and not isi:
            self.add(nama, "Wajib diisi.")
        if len(isi) > paling:
            self.add(nama, f"Paling panjang {paling} karakter.")
        return isi

    def day(self, nama: str, *, wajib: bool = False) -> date | None:
        """A field's day, TTTT-BB-HH."""
        isi = self.text(nama, wajib=wajib)
        if not isi:
            return None
        try:
            return parse_iso(isi)
        except ValueError:
            self.add(nama, f'"{isi[:40]}" bukan tanggal; tulis TTTT-BB-HH, misalnya 2026-11-24.')
            return None

    def number(self, nama: str, paling_sedikit: int, paling_banyak: int, *, wajib: bool = False) -> int | None:
        """A field's whole number between bounds."""
        isi = self.text(nama, wajib=wajib)
        if not isi:
            return None
        angka = int(isi) if isi.isascii() and isi.isdigit() and len(isi) < 16 else -1
        if not paling_sedikit <= angka <= paling_banyak:
            self.add(nama, f"Tulis bilangan bulat dari {paling_sedikit} sampai dengan {paling_banyak}.")
            return None
        return angka

    def choice(self, nama: str, pilihan: Iterable[str], *, wajib: bool = False) -> str:
        """A field's value, one of those offered."""
        isi = self.text(nama, wajib=wajib)
        if isi and isi not in pilihan:
            self.add(nama, "Pilih salah satu yang tersedia.")
            return ""
        return isi
