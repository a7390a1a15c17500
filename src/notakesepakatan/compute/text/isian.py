"""Values of the agreement in words, for `[[isian]]` in its texts.

`[[jangka_waktu]]` gives "5 (lima) tahun". The name of an isian is the path of its datum in
the YAML, so that each number and date is typed once.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from notakesepakatan.compute.text.words import INDONESIAN, Words
from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import SHARED
from notakesepakatan.model.para_pihak import Kuasa, Pihak
from notakesepakatan.place import default_sebutan
from notakesepakatan.words.tanggal import (
    parse_iso,
    tanggal_angka,
)
from notakesepakatan.words.typed import day_meant, number_meant

POINT = "………………"
"""Stands on paper where a draft has no value yet."""

WORTH_SEEING = re.compile(rf"\[|^[“\"]|{POINT[:3]}")
"""What a text holds that is filled in, or that was surely not meant to stand on paper."""

FUNCTION = ("bilangan", "rupiah", "tanggal")
"""Isian that take what follows them: `[[bilangan 5]]`."""

_MOST_DIGITS = 15
"""Of the greatest number that has words."""

_DATA_PIHAK = (
    "nama",
    "sebutan",
    "nomor",
    "pejabat",
    "jabatan",
    "kedudukan",
    "pengangkatan",
    "bertindak_atas_nama",
    "pejabat_pelaksana",
)


class WrongIsian(Exception):
    """An isian that cannot be filled; `str()` says why and `saran` what to do, in Indonesian."""

    def __init__(
        self, message: str, saran: str = "perbaiki isi kurung siku ganda"
    ) -> None:
        super().__init__(message)
        self.saran = saran


def lama(value: Lama | None) -> str | None:
    """A span in digits and words: "7 (tujuh) hari kerja"."""
    return INDONESIAN.span(value)


def jangka_waktu_words(term: JangkaWaktu) -> str:
    """A term as it stands on paper: "5 (lima) tahun", "Tahun Anggaran 2027"."""
    return INDONESIAN.term(term)


def fill_pihak(kesepakatan: Kesepakatan) -> tuple[Pihak, ...]:
    """The parties with what follows from their place and name filled in.

    That is `sebutan` and `bertindak_atas_nama`.
    """
    pairs = zip(kesepakatan.kunci_pihak, kesepakatan.para_pihak, strict=True)
    return tuple(_filled(pihak, key) for key, pihak in pairs)


def _filled(pihak: Pihak, key: str) -> Pihak:
    filled = {
        "sebutan": pihak.sebutan or default_sebutan(key),
        "bertindak_atas_nama": pihak.bertindak_atas_nama or pihak.nama,
    }
    return pihak.model_copy(update=filled)


def fill_names(k: Kesepakatan) -> Kesepakatan:
    """The agreement with how each party is called, and all of them."""
    names = {
        "para_pihak": fill_pihak(k),
        "sebutan_bersama": k.all_sebutan,
        "sebutan_tunggal": k.any_sebutan,
    }
    return k.model_copy(update=names)


def sebutan_by_key(k: Kesepakatan) -> dict[str, str]:
    """How each party is called, by its key, and all of them as `bersama`."""
    pairs = zip(k.kunci_pihak, k.para_pihak, strict=True)
    names = {key: pihak.sebutan or default_sebutan(key) for key, pihak in pairs}
    return names | {SHARED: k.all_sebutan}


def isian_pihak(pihak: Pihak, words: Words = INDONESIAN) -> dict[str, str | None]:
    """What the sentence of one party may name: `[[jabatan]]`, `[[kedudukan]]`, …"""
    data = {name: getattr(pihak, name) for name in _DATA_PIHAK}
    if pihak.penanda_tangan_lain:
        data["jabatan"] = jabatan_words(pihak, words)
        data["pejabat"] = pejabat_words(pihak, words) if pihak.pejabat else None
    return {**data, **_isian_kuasa(pihak.kuasa, words)}


def pejabat_words(pihak: Pihak, words: Words = INDONESIAN) -> str:
    """The names of all who sign for a party; dots for those not known yet."""
    return words.listed([one.pejabat or POINT for one in pihak.penanda_tangan_list])


def jabatan_words(pihak: Pihak, words: Words = INDONESIAN) -> str:
    """Their offices: "Direktur Utama dan Direktur Keuangan"."""
    return words.listed([one.jabatan for one in pihak.penanda_tangan_list])


def _isian_kuasa(kuasa: Kuasa | None, words: Words) -> dict[str, str | None]:
    """The letter of authority as a whole, and its parts."""
    tanggal = kuasa.tanggal if kuasa else None
    return {
        "kuasa": kuasa_words(kuasa, words) if kuasa else None,
        "kuasa.pemberi": kuasa.pemberi if kuasa else None,
        "kuasa.nomor": kuasa.nomor if kuasa else None,
        "kuasa.tanggal": words.day(tanggal) if tanggal else None,
    }


def kuasa_words(kuasa: Kuasa, words: Words = INDONESIAN) -> str:
    """ "Surat Kuasa Bupati Contoh Nomor 180/12/2027 tanggal 4 Januari 2027".

    Dots stand for a number and a day that are not known yet.
    """
    tanggal = words.day(kuasa.tanggal) if kuasa.tanggal else POINT
    named = [kuasa.jenis, kuasa.pemberi] if kuasa.pemberi else [kuasa.jenis]
    return " ".join([*named, words.numbered(kuasa.nomor or POINT, tanggal)])


def isian(k: Kesepakatan, words: Words = INDONESIAN) -> dict[str, str | None]:
    """Every isian of an agreement whose parties are filled.

    None where the draft has no value yet.
    """
    result = {
        **_isian_of_all(k, words),
        **_isian_induk(k, words),
        **_isian_jangka_waktu(k, words),
        **_isian_rangkap(k, words),
    }
    tanggal = k.printed_day
    for name, words_of in _TANGGAL.items():
        key = f"penandatanganan.{name}"
        result[key] = words_of(words, tanggal) if tanggal else None
    for each, pihak in zip(k.kunci_pihak, k.para_pihak, strict=True):
        for name, value in isian_pihak(pihak, words).items():
            result[f"para_pihak.{each}.{name}"] = value
    return result


def _isian_of_all(k: Kesepakatan, words: Words) -> dict[str, str | None]:
    return {
        "jenis": k.jenis,
        "judul": k.judul,
        "judul_kapital": k.judul.upper(),
        "para_pihak": words.between(k, [pihak.nama for pihak in k.para_pihak]),
        "sebutan_para_pihak": words.listed(
            [pihak.sebutan or "" for pihak in k.para_pihak]
        ),
        "sebutan_bersama": k.all_sebutan,
        "sebutan_tunggal": k.any_sebutan,
        "jumlah_pihak": words.number(len(k.para_pihak)),
        "tenggat.pemberitahuan": words.span(k.tenggat.pemberitahuan),
        "tenggat.berita_acara_kahar": words.span(k.tenggat.berita_acara_kahar),
    }


def _isian_induk(k: Kesepakatan, words: Words) -> dict[str, str | None]:
    """The parent as quoted, and each of its facts."""
    induk = k.induk
    return {
        "induk": words.quoted(induk),
        "induk.jenis": induk.jenis,
        "induk.judul": induk.judul,
        "induk.nomor": words.numbers(induk),
        "induk.tanggal": words.day(induk.tanggal) if induk.tanggal else None,
        "induk.berakhir": words.day(induk.berakhir) if induk.berakhir else None,
    }


def _isian_jangka_waktu(k: Kesepakatan, words: Words) -> dict[str, str | None]:
    """The term and its parts; a part that no term of its kind has is no isian."""
    term = k.jangka_waktu
    result: dict[str, str | None] = {"jangka_waktu": words.term(term)}
    result["jangka_waktu.mulai"] = _first_day_words(k, words)
    if not term.open_words:
        last = certain_end(term, k.signed, k.konvensi_berakhir)
        result["jangka_waktu.sampai"] = words.day(last) if last else None
    if term.selama:
        result["jangka_waktu.selama"] = words.span(term.selama)
    if term.paling_lama:
        result["jangka_waktu.paling_lama"] = words.span(term.paling_lama)
    if term.tahun_anggaran:
        result["jangka_waktu.tahun_anggaran"] = term.budget_years
    if term.sampai_terpenuhi:
        result["jangka_waktu.sampai_terpenuhi"] = term.sampai_terpenuhi
    return result


def _first_day_words(k: Kesepakatan, words: Words) -> str | None:
    known = k.signed or k.jangka_waktu.mulai
    if known is None and not k.jangka_waktu.tahun_anggaran:
        return None
    return words.day(k.jangka_waktu.first_day(known or date.min))


def _isian_rangkap(k: Kesepakatan, words: Words) -> dict[str, str | None]:
    rangkap = k.rangkap
    bermeterai = rangkap.bermeterai
    if bermeterai is None:
        bermeterai = len(k.para_pihak)
    return {
        "rangkap.asli": words.number(bermeterai + rangkap.arsip),
        "rangkap.bermeterai": words.number(bermeterai) if bermeterai else None,
        "rangkap.arsip": words.number(rangkap.arsip) if rangkap.arsip else None,
        "rangkap.penyimpan_arsip": words.listed(rangkap.penyimpan_arsip or ()) or None,
        "penandatanganan.tempat": k.penandatanganan.tempat,
    }


_TANGGAL: Mapping[str, Callable[[Words, date], str]] = {
    "hari": lambda words, day: words.weekday(day),
    "tanggal": lambda words, day: words.day(day),
    "tanggal_terbilang": lambda words, day: words.spelled(day.day),
    "bulan": lambda words, day: words.month(day),
    "tahun_terbilang": lambda words, day: words.spelled(day.year),
    "tanggal_angka": lambda words, day: tanggal_angka(day),
}


def date_words(tanggal: date | None) -> dict[str, str]:
    """A day in every wording an opening needs: hari, tanggal, tanggal_terbilang, …

    Dots where there is none yet.
    """
    return {
        name: words_of(INDONESIAN, tanggal) if tanggal else POINT
        for name, words_of in _TANGGAL.items()
    }


def fill_function(name: str, argument: str, words: Words = INDONESIAN) -> str | None:
    """`[[bilangan 5]]`, `[[rupiah 10000]]`, `[[tanggal 2022-06-16]]` in words.

    None when there is no such function.

    Raises:
        WrongIsian: the argument is no whole number or no date.
    """
    if name == "tanggal":
        return words.day(_tanggal(argument))
    if name == "bilangan":
        return words.number(_whole_number(name, argument))
    if name == "rupiah":
        return words.money(_whole_number(name, argument))
    return None


def _tanggal(argument: str) -> date:
    try:
        return parse_iso(argument)
    except ValueError:
        message = f'"{argument}" bukan tanggal'
        day = day_meant(argument)
        saran = "tulis TTTT-BB-HH, mis. [[tanggal 2022-06-16]]"
        if day:
            saran = f"tulis [[tanggal {day}]]"
        raise WrongIsian(message, saran) from None


def _whole_number(function: str, argument: str) -> int:
    digits = argument.replace(".", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        message = f'"{argument}" bukan bilangan bulat'
        meant = number_meant(argument)
        right = 10000 if meant is None else meant
        saran = f"tulis angka saja, tanpa Rp dan tanpa koma: [[{function} {right}]]"
        raise WrongIsian(message, saran)
    return int(digits)
