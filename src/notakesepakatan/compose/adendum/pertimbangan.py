"""An adendum in, the items of its recitals out: the agreement that it changes, the adenda
before it, its reasons, and the clause of the agreement that allows it.
"""

import re
from collections.abc import Iterator, Sequence

from notakesepakatan.compose.adendum.cited import (
    cite,
    corrected_names,
    numbers_and_day,
)
from notakesepakatan.compose.adendum.peralihan import (
    peralihan,
    reasons_of_peralihan,
)
from notakesepakatan.compose.adendum.revocation import revoked_before, still_changing
from notakesepakatan.compute.text.isian import POINT
from notakesepakatan.compute.text.unnumbered import pasal_names
from notakesepakatan.compute.text.words import INDONESIAN
from notakesepakatan.compute.time.register import klausul_of
from notakesepakatan.load.adendum import LoadedAdendum
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.adendum import Alasan, Paper
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import Pasal
from notakesepakatan.place import unit_words
from notakesepakatan.words.lists import merge, nth_huruf
from notakesepakatan.words.tanggal import tanggal_long

_ON_ADENDA = re.compile(r"\b(ad+end(um|a)|amandemen)\b", re.IGNORECASE)
"""How a clause speaks of adenda, whatever its heading."""
_ON_CHANGE = re.compile(r"\bperubahan\b", re.IGNORECASE)


def pertimbangan_list(
    loaded: LoadedAdendum, previous: Sequence[LoadedAdendum]
) -> list[str]:
    """Items of the recitals, each with "bahwa" before it and its stop behind it."""
    short = short_name(loaded)
    reasons = [
        *_before_alasan(loaded, previous),
        *_of_alasan(loaded, short),
        *_of_klausul(loaded, short),
    ]
    result = [*reasons, _conclusion(loaded, short, len(reasons))]
    ends = [*[";"] * (len(result) - 2), "; dan", "."]
    return [f"bahwa {words}{end}" for words, end in zip(result, ends, strict=True)]


def first_alasan(loaded: LoadedAdendum, previous: Sequence[LoadedAdendum]) -> int:
    """The place, from 1, that its first own reason has among the recitals."""
    return len(_before_alasan(loaded, previous)) + 1


def _before_alasan(
    loaded: LoadedAdendum, previous: Sequence[LoadedAdendum]
) -> list[str]:
    short = short_name(loaded)
    between = peralihan(loaded.sebelum.reading, loaded.sesudah.reading)
    return [
        _of_penandatanganan(loaded),
        *_of_previous(short, previous),
        *reasons_of_peralihan(between, short),
    ]


def short_name(loaded: LoadedAdendum) -> str:
    """How the adendum calls the agreement: "Perjanjian Induk", else by its kind."""
    return loaded.adendum.sebutan_naskah or loaded.sebelum.reading.jenis


def changed_with(loaded: LoadedAdendum, previous: Sequence[LoadedAdendum]) -> str:
    """ " sebagaimana telah diubah dengan Adendum Kesatu"; empty for the first adendum.

    What is revoked, earlier or now, is not among what stays.
    """
    with_it = still_changing((*previous, loaded))
    changing = [item for item in with_it if item is not loaded]
    if not changing:
        return ""
    times = " beberapa kali" if len(changing) > 1 else ""
    names = merge([earlier.name for earlier in changing])
    return f" sebagaimana telah{times} diubah dengan {names}"


def _of_penandatanganan(loaded: LoadedAdendum) -> str:
    """That the agreement was signed: not by PARA PIHAK, where the parties are others now."""
    k = loaded.sebelum.reading
    names = [pihak.nama for pihak in k.para_pihak]
    change = peralihan(k, loaded.sesudah.reading)
    signed = f"{k.all_sebutan} telah menandatangani"
    if change.leaving or change.joining:
        signed = "telah ditandatangani"
    numbers = [pihak.nomor for pihak in k.para_pihak]
    known = list(numbers_and_day(numbers, k.signed))
    short = loaded.adendum.sebutan_naskah
    if short:
        known.append(f"selanjutnya disebut {short}")
    return ", ".join([f"{signed} {k.titled_between(names)}", *known])


def _of_previous(short: str, previous: Sequence[LoadedAdendum]) -> Iterator[str]:
    changing = still_changing(previous)
    if changing:
        times = " beberapa kali" if len(changing) > 1 else ""
        cited = merge([cite(earlier, previous) for earlier in changing])
        above = "sebagaimana dimaksud dalam huruf a"
        yield f"{short} {above} telah{times} diubah dengan {cited}"
    yield from revoked_before(previous)


def _of_alasan(loaded: LoadedAdendum, short: str) -> Sequence[str]:
    if loaded.adendum.alasan:
        all_sebutan = loaded.sesudah.reading.all_sebutan
        return [alasan_words(one, short, all_sebutan) for one in loaded.adendum.alasan]
    if loaded.adendum.jenis == "perbaikan":
        where = f"dalam {short} sebagaimana dimaksud dalam huruf a"
        if loaded.adendum.only_frames:
            where = f"dalam {corrected_names(loaded)}"
        return [f"{where} terdapat kekeliruan penulisan yang perlu diperbaiki"]
    return [POINT] if loaded.adendum.konsep else []


def alasan_words(alasan: Alasan, short: str, all_sebutan: str) -> str:
    """A reason as the recital says it.

    Args:
        alasan: the reason.
        short: how the adendum calls the agreement.
        all_sebutan: how the parties are called together.
    """
    if alasan.surat:
        by = alasan.surat.dari or POINT
        cited = _cited("surat", alasan.surat, "hal")
        return f"{by} dengan {cited} mengajukan permintaan perubahan atas {short}"
    if alasan.berita_acara:
        cited = _cited("Berita Acara", alasan.berita_acara, "tentang")
        return (
            f"{all_sebutan} telah membahas dan menyetujui perubahan atas {short}"
            f" sebagaimana dituangkan dalam {cited}"
        )
    if alasan.keputusan:
        by = f" {alasan.keputusan.dari}" if alasan.keputusan.dari else ""
        cited = _cited(f"Keputusan{by}", alasan.keputusan, "tentang")
        return f"telah ditetapkan {cited}"
    return alasan.teks or POINT


def _cited(kind: str, paper: Paper, about: str) -> str:
    """ "surat Nomor 5/2025 tanggal 3 Maret 2025 hal Perpanjangan", as far as known."""
    parts = [kind]
    if paper.nomor:
        parts.append(f"Nomor {paper.nomor}")
    if paper.tanggal:
        parts.append(f"tanggal {tanggal_long(paper.tanggal)}")
    if paper.tentang:
        parts.append(f"{about} {paper.tentang}")
    return " ".join(parts)


def _of_klausul(loaded: LoadedAdendum, short: str) -> Iterator[str]:
    what = "perbaikan" if loaded.adendum.jenis == "perbaikan" else "perubahan"
    klausul = allowing_klausul(loaded.sebelum, what)
    k = loaded.sebelum.reading
    if klausul:
        yield (
            f"berdasarkan ketentuan {klausul} {short}, {what} atas"
            f" {short} dilakukan dengan persetujuan {k.all_sebutan}"
        )


def allowing_klausul(loaded: Loaded, role: str) -> str:
    """The clause that allows an adendum, as printed: by its role, else by its words.

    Args:
        loaded: the text before the adendum.
        role: perubahan, perbaikan.
    """
    address = klausul_of(loaded.numbers, role)
    if not address:
        return _klausul_by_words(loaded.reading)
    return INDONESIAN.naming(pasal_names(loaded.reading)).address(address)


def _klausul_by_words(k: Kesepakatan) -> str:
    """The pasal whose heading speaks of adenda or changes, else the first to speak of
    adenda at all; in it the only ayat that does.
    """
    standing = [pasal for pasal in k.pasal if not pasal.dihapus]
    headed = _headed(standing, _ON_ADENDA) or _headed(standing, _ON_CHANGE)
    if headed:
        return unit_words("pasal", headed.nomor or "")
    speaking = (_speaking_of_adenda(pasal) for pasal in standing)
    return next(filter(None, speaking), "")


def _speaking_of_adenda(pasal: Pasal) -> str:
    """ "Pasal 12", or "Pasal 12 ayat (2)" where only an ayat does; else empty."""
    pasal_words = unit_words("pasal", pasal.nomor or "")
    if _ON_ADENDA.search(_own_words(pasal)):
        return pasal_words
    for ayat in pasal.ayat:
        if _ON_ADENDA.search(ayat.isi or "") and not ayat.dihapus:
            return f"{pasal_words} {unit_words('ayat', ayat.nomor or '')}"
    return ""


def _headed(pasal_list: Sequence[Pasal], subject: re.Pattern[str]) -> Pasal | None:
    """The first pasal whose heading speaks of it."""
    named = (pasal for pasal in pasal_list if subject.search(pasal.judul or ""))
    return next(named, None)


def _own_words(pasal: Pasal) -> str:
    return " ".join(filter(None, (pasal.isi, *pasal.paragraf)))


def _conclusion(loaded: LoadedAdendum, short: str, many: int) -> str:
    """The last item, which rests on all that many before it."""
    huruf = [f"huruf {nth_huruf(i)}" for i in range(1, many + 1)]
    rujukan = merge(huruf) if many < 3 else f"{huruf[0]} sampai dengan {huruf[-1]}"
    return (
        f"berdasarkan pertimbangan sebagaimana dimaksud dalam {rujukan},"
        f" {loaded.sesudah.reading.all_sebutan} sepakat membuat {loaded.name} atas"
        f" {short}"
    )
