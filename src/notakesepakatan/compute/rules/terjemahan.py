"""An agreement in two languages: every text in both, and which of them prevails."""

import re
from collections import Counter
from collections.abc import Iterator

from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.compute.text.roles import LANGUAGE_ROLE
from notakesepakatan.compute.text.terjemahan import (
    gaps,
    has_terjemahan,
    translated_texts,
)
from notakesepakatan.place import Place, at

_PREVAILS = re.compile(
    r"\b(?:berlaku|mengikat|acuan|mengacu|digunakan|dipakai|utama)\b"
)
_DIFFERS = re.compile(r"\b(?:perbedaan|penafsiran|berbeda|ketidaksesuaian)\b")
_BRACKET = re.compile(r"\[\[.*?\]\]")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_LANGUAGE = re.compile(r"\b(?:ber)?bahasa\b")


def in_both(reading: Reading) -> Iterator[Flaw]:
    """Texts without translation, translations without their text."""
    typed = reading.typed
    if typed is None or typed.bahasa_kedua is None:
        return
    language = typed.bahasa_kedua
    for gap in gaps(typed):
        if gap.kind == "kurang":
            message = f"belum ada terjemahannya dalam bahasa {language}"
            yield Flaw(Place(gap.path), "", message, _what_to_write(str(gap.path[-1])))
        elif gap.kind == "lebih":
            message = "terjemahan tanpa teks bahasa Indonesianya"
            saran = "tulis teksnya, atau hapus terjemahannya"
            yield Flaw(Place(gap.path), "", message, saran)
        else:
            message = "banyaknya baris berbeda dari teks bahasa Indonesianya"
            saran = "terjemahkan baris demi baris"
            yield Flaw(Place(gap.path), "", message, saran)


def _what_to_write(key: str) -> str:
    if key == "jangka_waktu":
        return 'tulis "sampai_terpenuhi:" di bawah "terjemahan:" paling atas'
    return f'tulis "{key}:" di bawah "terjemahan:" di sampingnya'


def same_numbers(reading: Reading) -> Iterator[Flaw]:
    """Figures that stand in a text and not in its translation, or the other way round."""
    typed = reading.typed
    if typed is None or typed.bahasa_kedua is None:
        return
    for path, text, other in translated_texts(typed):
        own, translated = _figures(text), _figures(other)
        differing = sorted((own - translated) + (translated - own))
        if differing:
            where = "terjemahannya" if own - translated else "teks Indonesianya"
            message = f"angka {', '.join(differing)} tidak ada pada {where}"
            yield Flaw(Place(path), "", message, "samakan kedua bahasa")


def _figures(text: str) -> Counter[str]:
    """The figures that are typed, without the marks inside them."""
    outside = _BRACKET.sub("", text)
    return Counter(re.sub(r"[.,]", "", run) for run in _FIGURES.findall(outside))


def second_language(reading: Reading) -> Iterator[Flaw]:
    """Translations of an agreement that does not say in which language they are."""
    typed = reading.typed
    if typed is None or typed.bahasa_kedua or not has_terjemahan(typed):
        return
    message = (
        "ada terjemahan, padahal bahasa_kedua belum ditulis, sehingga tidak tercetak"
    )
    yield Flaw(
        Place(), "", message, 'tulis "bahasa_kedua: Inggris", atau hapus terjemahannya'
    )


def prevailing(reading: Reading) -> Iterator[Flaw]:
    """Two languages and no clause on which of them prevails."""
    if reading.resolved is None or reading.kesepakatan.bahasa_kedua is None:
        return
    has_role = LANGUAGE_ROLE in reading.numbers.kunci
    if has_role or any(_says_which(excerpt.text) for excerpt in reading.excerpts):
        return
    message = (
        "naskah dua bahasa tanpa ketentuan tentang naskah yang berlaku bila berbeda"
    )
    saran = (
        'tambahkan pasal atau ayat tentang bahasa, mis. "dalam hal terjadi perbedaan '
        f'penafsiran, naskah dalam bahasa … yang berlaku", dengan kunci: {LANGUAGE_ROLE}'
    )
    yield Flaw(at("bahasa_kedua"), "", message, saran)


def _says_which(text: str) -> bool:
    small = text.lower()
    signs = (_LANGUAGE, _DIFFERS, _PREVAILS)
    return all(sign.search(small) for sign in signs)
