"""An adendum in, the items of its recitals out: the agreement that it changes, the adenda
before it, its reasons, and what its clause on changes says.
"""

from collections.abc import Iterator, Sequence

from notakesepakatan.compose.adendum.cited import (
    cite_in,
    corrected_names,
    numbers_and_day,
)
from notakesepakatan.compose.adendum.klausul import reasons_of_klausul
from notakesepakatan.compose.adendum.peralihan import reasons_of_peralihan
from notakesepakatan.compose.adendum.revocation import revoked_before, still_changing
from notakesepakatan.compose.adendum.side import AdendumSide, other_adendum
from notakesepakatan.compose.adendum.speech import Speech
from notakesepakatan.compute.text.isian import POINT
from notakesepakatan.load.adendum.riwayat import LoadedAdendum
from notakesepakatan.model.adendum import Alasan, Paper
from notakesepakatan.words.lists import nth_huruf, plain_reason


def pertimbangan_list(
    side: AdendumSide, previous: Sequence[LoadedAdendum]
) -> list[str]:
    """Items of the recitals, each with "bahwa" before it and its stop behind it."""
    speech = side.speech
    reasons = [
        *_before_alasan(side, previous),
        *_of_alasan(side),
        *reasons_of_klausul(side),
    ]
    result = [*reasons, _conclusion(side, len(reasons))]
    ends = [*[";"] * (len(result) - 2), f"; {speech.say('dan')}", "."]
    said = [speech.say("bahwa {alasan}", alasan=words) for words in result]
    return [f"{words}{end}" for words, end in zip(said, ends, strict=True)]


def first_alasan(side: AdendumSide, previous: Sequence[LoadedAdendum]) -> int:
    """The place, from 1, that its first own reason has among the recitals."""
    return len(_before_alasan(side, previous)) + 1


def _before_alasan(side: AdendumSide, previous: Sequence[LoadedAdendum]) -> list[str]:
    return [
        _of_penandatanganan(side),
        *_of_previous(side, previous),
        *reasons_of_peralihan(side.peralihan, side.short, side.speech),
    ]


def changed_with(
    naskah: str, side: AdendumSide, previous: Sequence[LoadedAdendum]
) -> str:
    """ "Perjanjian Induk, sebagaimana telah diubah dengan Adendum Kesatu".

    The agreement alone where no earlier adendum changes it any more.
    """
    speech = side.speech
    with_it = still_changing((*previous, side.loaded))
    changing = [item for item in with_it if item is not side.loaded]
    if not changing:
        return naskah
    names = speech.words.listed([other_adendum(side, one).name for one in changing])
    if len(changing) > 1:
        return speech.say(
            "{naskah}, sebagaimana telah beberapa kali diubah dengan {adendum}",
            naskah=naskah,
            adendum=names,
        )
    return speech.say(
        "{naskah}, sebagaimana telah diubah dengan {adendum}",
        naskah=naskah,
        adendum=names,
    )


def _of_penandatanganan(side: AdendumSide) -> str:
    """That the agreement was signed: not by PARA PIHAK, where the parties are others now."""
    k, speech, change = side.before, side.speech, side.peralihan
    titled = speech.titled(k, [pihak.nama for pihak in k.para_pihak])
    if change.leaving or change.joining:
        signed = speech.say("telah ditandatangani {naskah}", naskah=titled)
    else:
        signed = speech.say(
            "{para_pihak} telah menandatangani {naskah}",
            para_pihak=k.all_sebutan,
            naskah=titled,
        )
    numbers = [pihak.nomor for pihak in k.para_pihak]
    known = list(numbers_and_day(numbers, k.signed, speech))
    own_name = side.adendum.sebutan_naskah
    if own_name:
        known.append(speech.say("selanjutnya disebut {sebutan}", sebutan=own_name))
    return ", ".join([signed, *known])


def _of_previous(side: AdendumSide, previous: Sequence[LoadedAdendum]) -> Iterator[str]:
    speech = side.speech
    changing = still_changing(previous)
    every = [cite_in(side, one, previous) for one in changing]
    if len(every) == 2:
        # Each says its number and day between commas: the first ends with one.
        every[0] += ","
    cited = speech.words.listed(every)
    above = speech.words.unit("huruf", "a")
    if len(changing) > 1:
        yield speech.say(
            "{naskah} sebagaimana dimaksud dalam {rujukan} telah beberapa kali diubah"
            " dengan {adendum}",
            naskah=side.short,
            rujukan=above,
            adendum=cited,
        )
    elif changing:
        yield speech.say(
            "{naskah} sebagaimana dimaksud dalam {rujukan} telah diubah dengan"
            " {adendum}",
            naskah=side.short,
            rujukan=above,
            adendum=cited,
        )
    yield from revoked_before(side, previous)


def _of_alasan(side: AdendumSide) -> Sequence[str]:
    adendum, speech = side.adendum, side.speech
    if adendum.alasan:
        all_sebutan = side.after.all_sebutan
        return [
            _alasan_words(one, side.short, all_sebutan, speech)
            for one in adendum.alasan
        ]
    if adendum.jenis == "perbaikan":
        return [_of_slips(side)]
    return [POINT] if adendum.konsep else []


def _of_slips(side: AdendumSide) -> str:
    """That there are slips: in the agreement, or in the frame of an adendum."""
    speech = side.speech
    if side.adendum.only_frames:
        return speech.say(
            "dalam {adendum} terdapat kekeliruan penulisan yang perlu diperbaiki",
            adendum=corrected_names(side),
        )
    return speech.say(
        "dalam {naskah} sebagaimana dimaksud dalam {rujukan} terdapat"
        " kekeliruan penulisan yang perlu diperbaiki",
        naskah=side.short,
        rujukan=speech.words.unit("huruf", "a"),
    )


def _alasan_words(alasan: Alasan, short: str, all_sebutan: str, speech: Speech) -> str:
    """A reason as the recital says it."""
    if alasan.surat:
        return speech.say(
            "{dari} dengan {surat} mengajukan permintaan perubahan atas {naskah}",
            dari=alasan.surat.dari or POINT,
            surat=_cited(speech.say("surat"), alasan.surat, "hal {hal}", speech),
            naskah=short,
        )
    if alasan.berita_acara:
        kind = speech.say("Berita Acara")
        return speech.say(
            "{para_pihak} telah membahas dan menyetujui perubahan atas {naskah}"
            " sebagaimana dituangkan dalam {berita_acara}",
            para_pihak=all_sebutan,
            naskah=short,
            berita_acara=_cited(kind, alasan.berita_acara, "tentang {hal}", speech),
        )
    if alasan.keputusan:
        kind = speech.say("Keputusan")
        if alasan.keputusan.dari:
            kind = speech.say("Keputusan {dari}", dari=alasan.keputusan.dari)
        cited = _cited(kind, alasan.keputusan, "tentang {hal}", speech)
        return speech.say("telah ditetapkan {keputusan}", keputusan=cited)
    return plain_reason(alasan.teks or "") or POINT


def _cited(kind: str, paper: Paper, about: str, speech: Speech) -> str:
    """ "surat Nomor 5/2025 tanggal 3 Maret 2025 hal Perpanjangan", as far as known."""
    parts = [kind]
    if paper.nomor:
        parts.append(speech.say("Nomor {nomor}", nomor=paper.nomor))
    if paper.tanggal:
        day = speech.words.day(paper.tanggal)
        parts.append(speech.say("tanggal {tanggal}", tanggal=day))
    if paper.tentang:
        parts.append(speech.say(about, hal=paper.tentang))
    return " ".join(parts)


def _conclusion(side: AdendumSide, many: int) -> str:
    """The last item, which rests on all that many before it."""
    words = side.speech.words
    huruf = [words.unit("huruf", nth_huruf(i)) for i in range(1, many + 1)]
    rujukan = words.listed(huruf)
    if many > 2:
        rujukan = f"{huruf[0]} {words.up_to} {huruf[-1]}"
    return side.speech.say(
        "berdasarkan pertimbangan sebagaimana dimaksud dalam {rujukan},"
        " {para_pihak} sepakat membuat {adendum} atas {naskah}",
        rujukan=rujukan,
        para_pihak=side.after.all_sebutan,
        adendum=side.name,
        naskah=side.short,
    )
