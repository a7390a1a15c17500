"""How numbers, days, spans and addresses are said: in Indonesian, or as a `Language` says.

Whoever fills in a text is given the words to do it with.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date
from string import ascii_letters, ascii_uppercase
from typing import Self

from babel.dates import format_date, get_day_names, get_month_names
from babel.numbers import format_decimal

from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.induk import Induk
from notakesepakatan.model.jangka_waktu import ENDLESS, JangkaWaktu
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.language import Language
from notakesepakatan.place import (
    HEAD_NAMES,
    PARTS_OF_TABEL,
    Address,
    head_words,
    unit_words,
)
from notakesepakatan.words.lists import merge
from notakesepakatan.words.numbers import angka_terbilang, order, rupiah
from notakesepakatan.words.tanggal import (
    day_name,
    month_name,
    tanggal_long,
    terbilang_capitals,
)

PUT_IN = "bagian sisipan"
"""What a pasal is called that was put in among others without numbers."""
EVERY_AYAT = "setiap ayat"
"""Under which the names of a text say how its ayat are called, where not by "(1)"."""


class Words:
    """Indonesian."""

    inside_pasal = "pada"
    inside_text = "dalam"
    up_to = "sampai dengan"
    pasal_names: Mapping[str, str] = {}
    """What the pasal are called that bear no number on paper, by their number; the annex
    that stands alone, by its name with it: "Lampiran I".
    """

    def naming(self, pasal_names: Mapping[str, str]) -> Self:
        """The same language for a text whose pasal have these names."""
        result = copy(self)
        result.pasal_names = pasal_names
        return result

    def number(self, number: int) -> str:
        """Digits with their words: "5 (lima)"."""
        return angka_terbilang(number)

    def spelled(self, number: int) -> str:
        """Words with capitals, as an opening spells a day: "Enam Belas"."""
        return terbilang_capitals(number)

    def money(self, number: int) -> str:
        """ "Rp10.000,00 (sepuluh ribu rupiah)"."""
        return rupiah(number)

    def day(self, day: date) -> str:
        """ "16 Juni 2022"."""
        return tanggal_long(day)

    def weekday(self, day: date) -> str:
        """ "Kamis"."""
        return day_name(day)

    def month(self, day: date) -> str:
        """ "Juni"."""
        return month_name(day)

    def span(self, value: Lama | None) -> str | None:
        """A span in digits and words: "7 (tujuh) hari kerja"."""
        return f"{self.number(value.jumlah)} {value.satuan}" if value else None

    def term(self, term: JangkaWaktu) -> str:
        """A term as it stands on paper, numbers also in words.

        "5 (lima) tahun", "1 April 2026 sampai dengan 31 Maret 2027", "Tahun Anggaran 2027".
        """
        since = f"tanggal {tanggal_long(term.mulai)}" if term.mulai else ""
        if term.selama:
            counted_from = f" terhitung sejak {since}" if since else ""
            return f"{self.span(term.selama)}{counted_from}"
        if term.tahun_anggaran:
            return f"Tahun Anggaran {term.budget_years}"
        if term.sampai_terpenuhi:
            until = f"sampai dengan {term.sampai_terpenuhi}{self._cap(term)}"
            return f"terhitung sejak {since} {until}" if since else until
        if term.tanpa_batas_waktu and since:
            return f"{ENDLESS} terhitung sejak {since}"
        return str(term)

    def _cap(self, term: JangkaWaktu) -> str:
        """When a term ends at the latest that a condition ends, with its comma."""
        if term.paling_lama:
            return f", paling lama {self.span(term.paling_lama)}"
        if term.paling_lambat:
            return f", paling lambat tanggal {self.day(term.paling_lambat)}"
        return ""

    def numbered(self, nomor: str, day: str) -> str:
        """What tells a paper: "Nomor 180/12/2027 tanggal 4 Januari 2027"."""
        return f"Nomor {nomor} tanggal {day}"

    def said(self, word: str) -> str:
        """A word of the program's own: "Tanggal"."""
        return word

    def numbers(self, induk: Induk) -> str | None:
        """Numbers of the parent behind the word Nomor: "1/KB dan Nomor 2/KB"."""
        return induk.numbers

    def quoted(self, induk: Induk) -> str | None:
        """How a text names the parent; None where it is not known well enough."""
        return induk.words

    def listed(self, items: Sequence[str], link: str = "dan") -> str:
        """ "A, B, dan C"; the link is `dan` or `atau`."""
        return merge(items, link)

    def between(self, k: Kesepakatan, names: Sequence[str]) -> str:
        """Names of the parties as the title joins them: "A dan B"."""
        return k.between(names)

    def unit(self, unit: str, label: str) -> str:
        """One part as it is named: "Pasal 6", "ayat (2)"."""
        if unit == "pasal" and label in self.pasal_names:
            return self.pasal_names[label]
        if unit == "ayat" and EVERY_AYAT in self.pasal_names:
            return self.pasal_names[EVERY_AYAT].format(label)
        if unit == "lampiran" and unit_words(unit, label) in self.pasal_names:
            return self._unit(unit, "")
        return self._unit(unit, label)

    def _unit(self, unit: str, label: str) -> str:
        return unit_words(unit, label)

    def head(self, key: str, label: str) -> str:
        """A head above pasal by the key of its title: "BAB II", "Bagian Kesatu"."""
        return head_words(key, label)

    def without_number(self, label: str, title: str) -> str:
        """What a pasal is called that bears no number: "bagian PEMBIAYAAN", "bagian ketiga".

        One that was put in, and that nobody counts, is called after the one in front.
        """
        if title:
            return f"bagian {title}"
        count = label.rstrip(ascii_letters)
        letters = label.removeprefix(count)
        nth = order(int(count)) if count.isdigit() and int(count) else count
        if not letters:
            return f"bagian {nth}"
        behind = ascii_uppercase.find(letters[-1]) + 1
        which = f" {order(behind)}" if behind > 1 else ""
        return f"{PUT_IN}{which} setelah bagian {nth}"

    def address(self, address: Address) -> str:
        """A whole address: "Pasal 6 ayat (2)"."""
        return " ".join(self.unit(unit, label) for unit, label in address)


INDONESIAN = Words()


class OtherWords(Words):
    """Another language, by its data; days and numbers as babel (CLDR) writes them."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.inside_pasal = language.pada
        self.inside_text = language.dalam
        self.up_to = language.sampai_dengan

    def number(self, number: int) -> str:
        digits = self._digits(number)
        in_words = self._in_words(number)
        return f"{digits} ({in_words})" if in_words else digits

    def spelled(self, number: int) -> str:
        return self._in_words(number).title() or str(number)

    def money(self, number: int) -> str:
        return self._language.rupiah.format(f"{self._digits(number)}")

    def day(self, day: date) -> str:
        return format_date(day, self._language.tanggal, locale=self._language.kode)

    def weekday(self, day: date) -> str:
        names = get_day_names("wide", locale=self._language.kode)
        return str(names[day.weekday()])

    def month(self, day: date) -> str:
        return str(get_month_names("wide", locale=self._language.kode)[day.month])

    def span(self, value: Lama | None) -> str | None:
        if value is None:
            return None
        one_and_many = self._language.satuan.get(value.satuan, (value.satuan,))
        unit = one_and_many[0] if value.jumlah == 1 else one_and_many[-1]
        return f"{self.number(value.jumlah)} {unit}"

    def term(self, term: JangkaWaktu) -> str:
        language = self._language
        since = language.sejak.format(self.day(term.mulai)) if term.mulai else ""
        if term.sampai:
            first = self.day(term.mulai) if term.mulai else ""
            return f"{first} {language.sampai.format(self.day(term.sampai))}".strip()
        if term.tahun_anggaran:
            return language.tahun_anggaran.format(term.budget_years)
        if term.sampai_terpenuhi:
            until = language.sampai.format(term.sampai_terpenuhi)
            return f"{since} {until}{self._cap(term)}".strip()
        length = self.span(term.selama) or language.tanpa_batas_waktu
        return f"{length} {since}".strip()

    def _cap(self, term: JangkaWaktu) -> str:
        language = self._language
        if term.paling_lama:
            return language.paling_lama.format(self.span(term.paling_lama))
        if term.paling_lambat:
            return language.paling_lambat.format(self.day(term.paling_lambat))
        return ""

    def numbered(self, nomor: str, day: str) -> str:
        return self._language.nomor_tanggal.format(nomor, day)

    def said(self, word: str) -> str:
        return self._language.said(word)

    def numbers(self, induk: Induk) -> str | None:
        word = self.said("Nomor")
        listed = self.listed([f"{word} {one}" for one in induk.nomor])
        return listed.removeprefix(f"{word} ") or None

    def quoted(self, induk: Induk) -> str | None:
        numbers = self.numbers(induk)
        if not (induk.jenis and induk.judul and numbers and induk.tanggal):
            return None
        told_apart = self.numbered(numbers, self.day(induk.tanggal))
        return self._language.tentang.format(f"{induk.jenis} {told_apart}", induk.judul)

    def listed(self, items: Sequence[str], link: str = "dan") -> str:
        own = self._language.atau if link == "atau" else self._language.dan
        return merge(items, own)

    def between(self, k: Kesepakatan, names: Sequence[str]) -> str:
        return self.listed(names)

    def _unit(self, unit: str, label: str) -> str:
        if unit == "tabel" and label in PARTS_OF_TABEL:
            return self._language.unsur.get(f"{label}_tabel") or unit_words(unit, label)
        pattern = self._language.unsur.get(unit)
        return pattern.format(label).rstrip() if pattern else unit_words(unit, label)

    def head(self, key: str, label: str) -> str:
        name = HEAD_NAMES[key]
        own = self._language.said(name)
        return head_words(key, label) if own == name else f"{own} {label}".rstrip()

    def without_number(self, label: str, title: str) -> str:
        return self._language.pasal_tanpa_nomor.format(title or label)

    def _digits(self, number: int) -> str:
        return format_decimal(number, locale=self._language.kode)

    def _in_words(self, number: int) -> str:
        known = self._language.bilangan
        return known[number] if 0 <= number < len(known) else ""
