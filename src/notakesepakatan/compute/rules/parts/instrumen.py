"""What the instrument asks of a text: its parts, its term, who signs, the paper it carries out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.rules.names.acting import filled
from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.compute.text.instrumen import (
    instrumen_of,
    is_region,
    names_of_jenis,
)
from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.instrumen import BagianWajib, Instrumen, InstrumenList
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.model.pasal import Pasal
from notakesepakatan.place import at

_HEAD_OF_REGION = re.compile(
    r"^(?:(?:plt|plh|pjs?)\.? |penjabat (?:sementara )?|pelaksana (?:tugas|harian) )?"
    r"(?:gubernur|bupati|wali ?kota)\b",
    re.I,
)
_KUASA = re.compile(r"\bsurat kuasa\b", re.I)
_MONTHS = {"bulan": 1, "tahun": 12}


def known_instrumen(reading: Reading) -> Instrumen | None:
    """The instrument of a text; None where it is not known for certain."""
    k = reading.kesepakatan
    names = [pihak.nama for pihak in k.para_pihak]
    return instrumen_of(k.instrumen, k.jenis, names, reading.instrumen_list)


def unknown(reading: Reading) -> Iterator[Flaw]:
    """A name that no file has; of a draft also that no instrument is certain."""
    k = reading.kesepakatan
    known = reading.instrumen_list
    if not known or known_instrumen(reading):
        return
    if k.instrumen:
        message = f'instrumen "{k.instrumen}" tidak ada di templates/instrumen/'
        saran = f"pilih salah satu: {', '.join(known)}"
        yield Flaw(at("instrumen"), k.instrumen, message, saran, tingkat="galat")
    elif k.konsep:
        message = (
            "instrumennya tidak pasti dari jenis dan para pihaknya, jadi bagian yang "
            "wajib ada tidak diperiksa"
        )
        names = names_of_jenis(k.jenis, known) or _of_its_languages(k, known)
        choices = " atau ".join(f'"instrumen: {name}"' for name in names)
        yield Flaw(at("jenis"), "", message, f"tulis {choices} bila memang demikian")


def _of_its_languages(k: Kesepakatan, known: InstrumenList) -> list[str]:
    """Those in two languages for a text in two, or else every one."""
    foreign = [name for name, each in known.items() if each.dua_bahasa]
    return foreign if k.bahasa_kedua and foreign else list(known)


def missing_parts(reading: Reading) -> Iterator[Flaw]:
    """Parts that the instrument asks for and the text does not have."""
    instrumen = known_instrumen(reading)
    for bagian in instrumen.bagian if instrumen else ():
        if not _has(reading, bagian):
            message = f"tidak ada bagian mengenai {bagian.nama} ({bagian.dasar})"
            saran = "tambahkan"
            if bagian.kunci:
                saran += f', atau beri "kunci: {bagian.kunci[0]}" pada pasalnya'
            yield Flaw(at("pasal"), "", message, saran, tingkat=bagian.tingkat)


def _has(reading: Reading, bagian: BagianWajib) -> bool:
    k = reading.kesepakatan
    if any(key in reading.numbers.kunci for key in bagian.kunci):
        return True
    if bagian.lampiran and k.rencana_kerja:
        return True
    headings = [_heading(pasal) for pasal in k.pasal if not pasal.dihapus]
    if any(_says(heading, bagian.judul) for heading in headings):
        return True
    return any(_says(excerpt.text, bagian.kata) for excerpt in reading.excerpts)


def _heading(pasal: Pasal) -> str:
    """Its heading, or its first words where it has none."""
    first = pasal.ayat[0].isi if pasal.ayat else ""
    return pasal.judul or pasal.isi or first


def _says(text: str, sought: Sequence[str]) -> bool:
    """Whether a text has one of these words, or pairs of words, whole or with an ending."""
    return any(re.search(rf"\b{re.escape(words)}", text, re.I) for words in sought)


def too_long(reading: Reading) -> Iterator[Flaw]:
    """A term longer than the longest that the instrument allows."""
    instrumen = known_instrumen(reading)
    limit = instrumen.masa if instrumen else None
    k = reading.kesepakatan
    if limit is None:
        return
    longest = str(limit.paling_lama)
    if k.jangka_waktu.open_words and not limit.tanpa_akhir:
        message = f"jangka waktu tanpa hari terakhir, padahal paling lama {longest}"
    elif _exceeds(k, limit.paling_lama):
        message = f'jangka waktu "{k.jangka_waktu}" lebih lama dari {longest}'
    else:
        return
    message += f" ({limit.dasar})"
    saran = "perpendek, lalu perpanjang dengan adendum bila masih diperlukan"
    yield Flaw(at("jangka_waktu"), "", message, saran, tingkat=limit.tingkat)


def _exceeds(k: Kesepakatan, limit: Lama) -> bool:
    """Whether the term is surely longer than a span of months or years."""
    most = limit.jumlah * _MONTHS.get(limit.satuan, 0)
    span = k.jangka_waktu.selama
    if span and span.satuan in _MONTHS:
        return span.jumlah * _MONTHS[span.satuan] > most
    term = k.jangka_waktu
    knows_first = k.printed_day or term.mulai or term.tahun_anggaran
    last = certain_end(term, k.printed_day, k.konvensi_berakhir)
    if not most or not knows_first or last is None:
        return False
    first = term.first_day(k.printed_day or date.min)
    return last > first + relativedelta(months=most)


def without_kuasa(reading: Reading) -> Iterator[Flaw]:
    """Who signs for a region and is not its head, nor has a kuasa where one is enough."""
    instrumen = known_instrumen(reading)
    rule = instrumen.penanda_tangan if instrumen else None
    if rule is None or rule.siapa == "pejabat_berwenang":
        return
    k = reading.kesepakatan
    for i, pihak in enumerate(k.para_pihak):
        if not _signs_for_region(pihak) or _HEAD_OF_REGION.search(pihak.jabatan):
            continue
        place = at("para_pihak", i, "jabatan")
        office = " ".join(filter(None, filled(pihak.jabatan)))
        who = f"{k.jenis} ditandatangani {office}, bukan kepala daerah"
        if rule.siapa == "kepala_daerah":
            message = f"{who} ({rule.dasar})"
            saran = "jadikan kepala daerah penanda tangannya"
            yield Flaw(place, "", message, saran, tingkat=rule.tingkat)
        elif not _has_kuasa(pihak):
            message = f"{who}, tanpa surat kuasa ({rule.dasar})"
            saran = 'tambahkan "kuasa:", atau jadikan kepala daerah penanda tangannya'
            yield Flaw(place, "", message, saran, tingkat=rule.tingkat)


def _signs_for_region(pihak: Pihak) -> bool:
    return is_region(pihak.nama) or is_region(pihak.bertindak_atas_nama or "")


def _has_kuasa(pihak: Pihak) -> bool:
    """Whether it names its letter of authority, as data or in its sentences."""
    sentences = (pihak.pengangkatan, pihak.kalimat)
    return pihak.kuasa is not None or any(
        _KUASA.search(sentence or "") for sentence in sentences
    )


def missing_parent(reading: Reading) -> Iterator[Flaw]:
    """The paper that the text carries out is named somewhere in it."""
    instrumen = known_instrumen(reading)
    induk = instrumen.induk if instrumen else None
    if induk is None:
        return
    if not any(_says(excerpt.text, induk.jenis) for excerpt in reading.excerpts):
        named = " atau ".join(induk.jenis)
        message = f"tidak menyebut {named} yang dilaksanakannya ({induk.dasar})"
        saran = (
            'isi "induk:" dan kutiplah dengan [[induk]], atau sebut jenis, nomor, dan'
            " tanggalnya pada dasar hukum"
        )
        yield Flaw(at("dasar_hukum"), "", message, saran, tingkat=induk.tingkat)


def one_language(reading: Reading) -> Iterator[Flaw]:
    """A text that should stand in two languages and stands in one."""
    instrumen = known_instrumen(reading)
    rule = instrumen.dua_bahasa if instrumen else None
    if rule is None or reading.kesepakatan.bahasa_kedua:
        return
    message = f"naskahnya belum berdampingan dengan bahasa lain ({rule.dasar})"
    saran = 'tulis "bahasa_kedua: Inggris" dan terjemahan setiap teksnya'
    yield Flaw(at("jenis"), "", message, saran, tingkat=rule.tingkat)
