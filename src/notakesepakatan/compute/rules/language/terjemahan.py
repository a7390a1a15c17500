"""An agreement in two languages: every text in both, and which of them prevails."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from babel.dates import get_month_names

from notakesepakatan.compute.rules.language.two_languages import (
    Pair,
    differences,
    english_words,
    shared_names,
)
from notakesepakatan.compute.rules.reading import STAND_INS, Flaw, Reading
from notakesepakatan.compute.text.letak import path_in
from notakesepakatan.compute.text.roles import LANGUAGE_ROLE
from notakesepakatan.compute.text.terjemahan import (
    Gap,
    Translated,
    gaps,
    gaps_of_adendum,
    has_terjemahan,
    translated_texts,
    words_of,
)
from notakesepakatan.compute.text.tree import Tree, get_at, place_at
from notakesepakatan.model.adendum import Adendum
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import DataPath, Place, at

TERJEMAHAN = "BAHASA-TERJEMAHAN"
"""The code of the rule on texts without translation."""

_PREVAILS = re.compile(
    r"\b(?:berlaku|mengikat|acuan|mengacu|digunakan|dipakai|utama)\b"
)
_DIFFERS = re.compile(r"\b(?:perbedaan|penafsiran|berbeda|ketidaksesuaian)\b")
_BRACKET = re.compile(r"\[\[.*?\]\]")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_REFERENCE = re.compile(r"\b(?:Pasal|ayat|angka) \(?(\d{1,3})\b")
_ENGLISH = frozenset(("the", "of", "and", "shall", "this", "which", "by", "any", "its"))
_FEWEST_PAIRS = 5
"""Paragraphs in both languages that make a text one in two languages."""
_PIECE = 40
_LABEL = re.compile(r"\(?\w{1,3}[.)] ")
_SHORT_DAY = re.compile(r"\((\d{2})-(\d{2})-(\d{4})\)")
_INDONESIAN = frozenset(("yang", "dan", "dengan", "dalam", "untuk", "ini", "pada"))
_MONTHS = {
    name: f"bulan {number}"
    for language in ("id", "en")
    for number, name in get_month_names("wide", locale=language).items()
}
_LANGUAGE = re.compile(r"\b(?:ber)?bahasa\b")
_SAME = "samakan kedua bahasa"
_OTHERWISE = "terjemahannya berkata lain"
_NOMOR = re.compile(r"\bNomor ((?=\S*\d)[\w./-]*\w)")
_NUMBER = re.compile(r"\bNumber ((?=\S*\d)[\w./-]*\w)")
_HEAD = re.compile(r"\s*Pasal (\d+) ([A-Z][A-Z ,]+)$")
_OTHER_HEAD = re.compile(r"\s*Article (\d+) ([A-Z][A-Z ,]+)$")


def in_both(reading: Reading) -> Iterator[Flaw]:
    """Texts without translation, translations without their text."""
    typed = reading.typed
    if typed is None or typed.bahasa_kedua is None:
        return
    for gap in gaps(typed):
        yield _flaw(gap, typed.bahasa_kedua)


def _flaw(gap: Gap, language: str) -> Flaw:
    if gap.kind == "kurang":
        message = f"belum ada terjemahannya dalam bahasa {language}"
        saran = _what_to_write(str(gap.path[-1]))
    elif gap.kind == "lebih":
        message = "terjemahan tanpa teks bahasa Indonesianya"
        saran = "tulis teksnya, atau hapus terjemahannya"
    else:
        message = "banyaknya baris berbeda dari teks bahasa Indonesianya"
        saran = "terjemahkan baris demi baris"
    return Flaw(Place(gap.path), "", message, saran)


def of_adendum(adendum: Adendum, k: Kesepakatan) -> Iterator[Flaw]:
    """The same of what an adendum says of itself.

    Args:
        adendum: the adendum.
        k: the text with it, as typed.
    """
    if k.bahasa_kedua is None:
        return
    for gap in gaps_of_adendum(adendum, k):
        yield _flaw(gap, k.bahasa_kedua)


def brought(before: Tree, after: Tree, k: Kesepakatan) -> Iterator[Flaw]:
    """Texts that an adendum brings or changes without their translation.

    The piece of each is the text, by which it is found in the adendum.

    Args:
        before: the text that the adendum changes.
        after: the text with it.
        k: the same, as typed.
    """
    if k.bahasa_kedua is None:
        return
    for gap in gaps(k):
        if _text_of_place(before, after, gap.path) != gap.text:
            flaw = _flaw(gap, k.bahasa_kedua)
            named = place_at(after, gap.path).words
            message = f"{named}: {flaw.message}"
            yield replace(flaw, piece=gap.text, message=message)
    for each in translated_texts(k):
        yield from _stale(before, after, each)


def _stale(before: Tree, after: Tree, each: Translated) -> Iterator[Flaw]:
    """A text whose translation is still that of other words."""
    *above, _, key = each.path
    path: DataPath = (*above, key)
    old_text = _text_of_place(before, after, path)
    old_other = _text_of_place(before, after, each.path)
    if not old_text or old_text == each.text or old_other != each.other:
        return
    named = place_at(after, path).words
    message = f"{named}: bunyi Indonesianya berubah, terjemahannya tetap"
    saran = "ubah juga terjemahannya, atau biarkan bila artinya sama"
    yield Flaw(Place(path), each.text, message, saran, tingkat="peringatan")


def _text_of_place(before: Tree, after: Tree, path: DataPath) -> str:
    """What stood at the place that a path of the new text leads to; empty where nothing."""
    old = path_in(before, after, path)
    content = get_at(before, old) if old else None
    return words_of(content) if content else ""


def _what_to_write(key: str) -> str:
    if key == "jangka_waktu":
        return 'tulis "sampai_terpenuhi:" di bawah "terjemahan:" paling atas'
    return f'tulis "{key}:" di bawah "terjemahan:" di sampingnya'


def same_numbers(reading: Reading) -> Iterator[Flaw]:
    """Figures that stand in a text and not in its translation, or the other way round."""
    typed = reading.typed
    if typed is None:
        yield from _same_numbers_of_others(reading)
        return
    if typed.bahasa_kedua is None:
        return
    texts = list(translated_texts(typed))
    yield from _said_in_one_only(texts)
    for path, text, other in texts:
        own, translated = _figures(text), _figures(other)
        if len(_BRACKET.findall(text)) < len(_BRACKET.findall(other)):
            # A number that one language types, the other may have as a mark.
            own -= _referred_to(text)
        differing = sorted((own - translated) + (translated - own))
        if differing:
            where = "terjemahannya" if own - translated else "teks Indonesianya"
            message = f"angka {', '.join(differing)} tidak ada pada {where}"
            piece = _where_it_stands(differing[0], other)
            yield Flaw(Place(path), piece, message, _SAME)
            if own - translated:
                # Which of the two is meant nobody can tell, so that both are named.
                *above, _, key = path
                piece = _where_it_stands(min(own - translated), text)
                yield Flaw(Place((*above, key)), piece, _OTHERWISE, _SAME)
    yield from _unlike_in_ours(texts)
    yield from _laws(typed)


def _said_in_one_only(texts: Sequence[Translated]) -> Iterator[Flaw]:
    """A stroke in one language, where the other says something."""
    for path, text, other in texts:
        is_empty, lacks_other = text in STAND_INS, other in STAND_INS
        *above, _, key = path
        if is_empty and not lacks_other:
            message = "tidak berisi, padahal terjemahannya berisi"
            yield Flaw(Place((*above, key)), text, message, _SAME)
        elif lacks_other and not is_empty:
            message = "terjemahannya tidak berisi"
            yield Flaw(Place(path), other, message, _SAME)


def _where_it_stands(figure: str, other: str) -> str:
    """The words of a translation that say a figure; empty where it does not."""
    said = re.search(rf"[\w(]*(?<!\d){figure}(?!\d)[)\w]*", _BRACKET.sub("", other))
    return said[0] if said and said[0] in other else ""


def _unlike_in_ours(texts: Sequence[Translated]) -> Iterator[Flaw]:
    """Times, days, references and names that differ between the languages."""
    pairs = [Pair(text, other) for _, text, other in texts]
    names = shared_names(pairs)
    for (path, *_), pair in zip(texts, pairs, strict=True):
        for own, piece, message in differences(pair, names):
            yield Flaw(Place(path), piece, message, _SAME)
            if own:
                *above, _, key = path
                yield Flaw(Place((*above, key)), own, _OTHERWISE, _SAME)


def _laws(k: Kesepakatan) -> Iterator[Flaw]:
    """`Law Number 42 of 2000` for Undang-Undang Nomor 24 Tahun 2000."""
    for i, dasar in enumerate(k.dasar_hukum):
        said = dasar.terjemahan.teks if dasar.terjemahan else ""
        figures = re.findall(r"\d+", said or "")
        for own in (dasar.nomor or "", str(dasar.tahun or "")):
            digits = own.lstrip("0")
            if figures and digits.isdigit() and digits not in figures:
                place = at("dasar_hukum", i, "terjemahan", "teks")
                message = f"pada teks Indonesianya {own}, pada terjemahannya tidak"
                yield Flaw(
                    place,
                    "",
                    message,
                    _SAME,
                )


def words_of_other_language(reading: Reading) -> Iterator[Flaw]:
    """A word of the translation that stands in the Indonesian text as well."""
    typed, dictionary = reading.typed, reading.dictionary
    if dictionary is None:
        return
    if typed is None:
        yield from _words_in_plain_headings(reading)
        return
    texts = list(translated_texts(typed)) if typed.bahasa_kedua else []
    pairs = [Pair(text, other) for _, text, other in texts]
    names = shared_names(pairs)
    for (path, *_), pair in zip(texts, pairs, strict=True):
        *above, _, key = path
        is_text = key in ("isi", "judul", "paragraf", "penutup", "bab")
        found = english_words(pair, dictionary, names) if is_text else ()
        for word in found:
            yield _foreign(Place((*above, key)), word)


def _words_in_plain_headings(reading: Reading) -> Iterator[Flaw]:
    """`Pasal 8 AMENDMENT` above `Article 8 AMENDMENT`."""
    known = reading.dictionary
    for own, other in pairwise(reading.excerpts):
        head, twin = _HEAD.match(own.text), _OTHER_HEAD.match(other.text)
        if known and head and twin and head[1] == twin[1]:
            pair = Pair(head[2], twin[2])
            for word in english_words(pair, known, {}):
                yield _foreign(
                    own.place,
                    word,
                )


def _foreign(place: Place, word: str) -> Flaw:
    message = f'"{word}" adalah kata terjemahannya'
    return Flaw(
        place,
        word,
        message,
        "tulis kata Indonesianya",
        tingkat="peringatan",
    )


def _same_numbers_of_others(reading: Reading) -> Iterator[Flaw]:
    """The same of a text of others that says each paragraph in both languages."""
    pairs = [
        (own, other)
        for own, other in pairwise(reading.excerpts)
        if _is_translation(own.text, other.text)
    ]
    if len(pairs) < _FEWEST_PAIRS:
        return
    texts = [Pair(own.text, other.text) for own, other in pairs]
    names = shared_names(texts)
    for (own, other), pair in zip(pairs, texts, strict=True):
        in_own, in_other = _said_numbers(own.text), _said_numbers(other.text)
        if in_other - in_own and in_own - in_other:
            message = "angka atau bulannya lain daripada teks Indonesianya"
            piece = other.text.strip()[:_PIECE]
            yield other.flaw(piece, message, _SAME)
            own_piece = own.text.strip()[:_PIECE]
            yield own.flaw(own_piece, _OTHERWISE, _SAME)
        for own_words, piece, message in differences(pair, names):
            yield other.flaw(piece, message, _SAME)
            if own_words:
                yield own.flaw(own_words, _OTHERWISE, _SAME)
    yield from _within_lines(reading)


def _within_lines(reading: Reading) -> Iterator[Flaw]:
    """A number of a letter that a line says in both languages: `Nomor 18/A` and `Number 81/A`."""
    for excerpt in reading.excerpts:
        own = _NOMOR.findall(excerpt.text)
        other = _NUMBER.findall(excerpt.text)
        if own and len(own) == len(other):
            for right, said in zip(own, other, strict=True):
                if right != said:
                    message = f"nomor pada teks Indonesianya: {right}"
                    yield excerpt.flaw(said, message, _SAME)


def _is_translation(own: str, other: str) -> bool:
    """Whether a paragraph is Indonesian and the next its translation, with the same label."""
    labels = [_LABEL.match(text.strip()) for text in (own, other)]
    are_alike = len({label and label[0] for label in labels}) == 1
    is_indonesian = not _INDONESIAN.isdisjoint(own.lower().split())
    return are_alike and is_indonesian and _is_english(other) and not _is_english(own)


def _is_english(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.lower())
    return sum(word in _ENGLISH for word in words) > 1


def _said_numbers(text: str) -> set[str]:
    """The figures of a text and the months that it names, in whichever language.

    What is said in words alone, or both ways in one language, tells nothing.
    """
    text = _SHORT_DAY.sub(r"\1 \3", text)
    words = re.findall(r"[A-Z][a-z]+", text)
    months = (_MONTHS.get(word) for word in words)
    figures = re.sub(r"(\d)[.,](?=\d)", r"\1", text)
    return {*re.findall(r"\d+", figures), *filter(None, months)}


def _figures(text: str) -> Counter[str]:
    """The figures that are typed, without the marks inside them."""
    outside = _BRACKET.sub("", text)
    return Counter(re.sub(r"[.,]", "", run) for run in _FIGURES.findall(outside))


def _referred_to(text: str) -> Counter[str]:
    """The numbers of pasal and ayat that are typed."""
    return Counter(_REFERENCE.findall(_BRACKET.sub("", text)))


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
