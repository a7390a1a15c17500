"""An adendum in, what its recitals say of the clause of the agreement that allows it out:
no more than that clause itself does.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from notakesepakatan.compose.adendum.side import AdendumSide
from notakesepakatan.compute.text.unnumbered import pasal_names
from notakesepakatan.compute.time.register import klausul_of
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import Pasal, klausul_texts
from notakesepakatan.place import Address

_ON_ADENDA = re.compile(r"\b(?:ad+end(?:um|a)|amandemen)\b", re.IGNORECASE)
"""How a clause speaks of adenda, whatever its heading."""
_ON_CHANGE = re.compile(r"\bperubahan\b", re.IGNORECASE)
_CONSENT = r"(?:persetujuan|kesepakatan|disetujui|disepakati|sepakat|setuju|mufakat)"
_NEAR = r"[^.;]{0,60}"
_BOTH = "kedua belah pihak"


def reasons_of_klausul(side: AdendumSide) -> Iterator[str]:
    """What the recitals say of it; nothing where no clause allows an adendum."""
    speech, adendum = side.speech, side.adendum
    role = "perbaikan" if adendum.jenis == "perbaikan" else "perubahan"
    address = allowing_klausul(side.loaded.sebelum, role)
    if not address:
        return
    words = speech.words.naming(pasal_names(side.before, speech.words))
    named = {
        "klausul": words.address(address),
        "naskah": side.short,
        "perubahan": speech.say(role),
    }
    said = _said_at(side.loaded.sebelum, address)
    adenda = _ON_ADENDA.search(said)
    if asks_consent(said, side.loaded.sebelum.reading):
        yield speech.say(
            "berdasarkan ketentuan {klausul} {naskah}, {perubahan} atas {naskah}"
            " dilakukan dengan persetujuan {para_pihak}",
            para_pihak=side.before.all_sebutan,
            **named,
        )
    elif adenda:
        yield speech.say(
            "berdasarkan ketentuan {klausul} {naskah}, {perubahan} atas {naskah}"
            " dituangkan dalam {adendum}",
            adendum=speech.say(adenda[0].capitalize()).lower(),
            **named,
        )
    else:
        yield speech.say(
            "{perubahan} atas {naskah} dilakukan berdasarkan ketentuan {klausul}"
            " {naskah}",
            **named,
        )


def asks_consent(said: str, k: Kesepakatan) -> bool:
    """Whether the words of a clause ask for the consent of the parties.

    The agreement's own name, "Kesepakatan Bersama", speaks of none.
    """
    bare = re.sub(re.escape(k.jenis), "", said, flags=re.IGNORECASE)
    agreed_by = f"(?:{re.escape(k.all_sebutan)}|{_BOTH})"
    asked = rf"\b{_CONSENT}\b{_NEAR}{agreed_by}|{agreed_by}{_NEAR}\b{_CONSENT}\b"
    return bool(re.search(asked, bare, re.IGNORECASE))


def _said_at(loaded: Loaded, address: Address) -> str:
    """The words of a clause as they read; empty where there is no such address."""
    paths = (path for path, one in loaded.numbers.alamat.items() if one == address)
    path = next(paths, ())
    section: Any = loaded.reading
    for step in path:
        section = section[step] if isinstance(step, int) else getattr(section, step)
    return " ".join(klausul_texts(section)) if path else ""


def allowing_klausul(loaded: Loaded, role: str) -> Address:
    """The clause that allows an adendum: by its role, else by its words; () where none does.

    Args:
        loaded: the text before the adendum.
        role: perubahan, perbaikan.
    """
    by_role = klausul_of(loaded.numbers, role)
    return by_role or _klausul_by_words(loaded.reading)


def _klausul_by_words(k: Kesepakatan) -> Address:
    """The pasal whose heading speaks of adenda or changes, else the first to speak of
    adenda at all; in it the only ayat that does.
    """
    standing = [pasal for pasal in k.pasal if not pasal.dihapus]
    headed = _headed(standing, _ON_ADENDA) or _headed(standing, _ON_CHANGE)
    if headed:
        return (("pasal", headed.nomor or ""),)
    speaking = (_speaking_of_adenda(pasal) for pasal in standing)
    return next(filter(None, speaking), ())


def _speaking_of_adenda(pasal: Pasal) -> Address:
    """ "Pasal 12", or "Pasal 12 ayat (2)" where only an ayat does; else ()."""
    whole = ("pasal", pasal.nomor or "")
    if _ON_ADENDA.search(_own_words(pasal)):
        return (whole,)
    for ayat in pasal.ayat:
        if _ON_ADENDA.search(ayat.isi or "") and not ayat.dihapus:
            return (whole, ("ayat", ayat.nomor or ""))
    return ()


def _headed(pasal_list: Sequence[Pasal], subject: re.Pattern[str]) -> Pasal | None:
    """The first pasal whose heading speaks of it."""
    named = (pasal for pasal in pasal_list if subject.search(pasal.judul or ""))
    return next(named, None)


def _own_words(pasal: Pasal) -> str:
    return " ".join(filter(None, (pasal.isi, *pasal.paragraf)))
