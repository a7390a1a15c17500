"""A term and how much longer it is to last in, the new term out."""

from datetime import date

from pydantic import ValidationError

from notakesepakatan.bureau.adendum_request import AdendumRefused
from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.term import add_lama, certain_end
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.words.tanggal import tanggal_long

_MONTHS = {"tahun": 12, "bulan": 1}


def extend_term(kesepakatan: Kesepakatan, perpanjangan: Lama | date) -> JangkaWaktu:
    """The term of an agreement that goes on for another span, or until a later day.

    A span is added to a span, and moves a day that is named; of budget years more follow.

    Raises:
        AdendumRefused: it cannot go on so, has no last day, or a condition ends it too.
    """
    term = kesepakatan.jangka_waktu
    if term.open_words:
        raise AdendumRefused(
            f"kesepakatan ini berlaku {term.open_words}, sehingga tidak ada yang "
            "diperpanjang",
            "bila hendak dibatasi, ubah jangka waktunya dengan --dari",
        )
    if term.sampai_terpenuhi:
        raise AdendumRefused(
            f"kesepakatan ini berlaku {term}, dan program tidak tahu apakah syaratnya "
            "ikut berubah",
            "tulis bunyi barunya pada salinan naskah, juga pada jangka_waktu, lalu "
            "jalankan dengan --dari",
        )
    if isinstance(perpanjangan, date):
        return _until(kesepakatan, perpanjangan)
    if term.selama:
        return JangkaWaktu(selama=_sum(term.selama, perpanjangan), mulai=term.mulai)
    if term.tahun_anggaran:
        return _more_budget_years(term, perpanjangan)
    if perpanjangan.satuan == "hari kerja":
        raise AdendumRefused(
            "hari terakhirnya tidak dihitung dengan hari kerja",
            "sebut tahun, bulan, minggu, atau hari, atau hari terakhirnya yang baru",
        )
    last = term.last_day or date.max
    moved = add_lama(last, perpanjangan, OfficeCalendar())
    return JangkaWaktu(mulai=term.mulai, sampai=moved)


def _until(kesepakatan: Kesepakatan, last: date) -> JangkaWaktu:
    """The term with another last day, which is later.

    Raises:
        AdendumRefused: it is not.
    """
    term = kesepakatan.jangka_waktu
    now = certain_end(term, kesepakatan.signed, kesepakatan.konvensi_berakhir)
    if now and last <= now:
        raise AdendumRefused(
            f"jangka waktunya sudah sampai dengan {tanggal_long(now)}",
            "sebut hari yang lebih kemudian",
        )
    first = date(int(term.tahun_anggaran[:4]), 1, 1) if term.tahun_anggaran else None
    return JangkaWaktu(mulai=term.mulai or first, sampai=last)


def _more_budget_years(term: JangkaWaktu, more: Lama) -> JangkaWaktu:
    if more.satuan != "tahun":
        raise AdendumRefused(
            "tahun anggaran hanya dapat diperpanjang dengan tahun",
            'sebut mis. "1 tahun", atau hari terakhirnya yang baru',
        )
    first, _, last = (term.tahun_anggaran or "").partition("-")
    years = f"{first}-{int(last or first) + more.jumlah}"
    return JangkaWaktu(tahun_anggaran=years)


def _sum(term: Lama, more: Lama) -> Lama:
    """The sum of two spans, in months where their units differ.

    Raises:
        AdendumRefused: they cannot be added, or are longer than a century.
    """
    if term.satuan == more.satuan:
        text = f"{term.jumlah + more.jumlah} {term.satuan}"
    elif term.satuan in _MONTHS and more.satuan in _MONTHS:
        months = sum(span.jumlah * _MONTHS[span.satuan] for span in (term, more))
        text = f"{months} bulan"
    else:
        raise AdendumRefused(
            f"{term} dan {more} tidak dapat dijumlahkan",
            "pakai satuan yang sama dengan jangka waktunya",
        )
    try:
        return Lama.model_validate(text)
    except ValidationError:
        raise AdendumRefused(
            f"jangka waktu menjadi {text}, lebih dari seratus tahun",
            "periksa bilangannya",
        ) from None
