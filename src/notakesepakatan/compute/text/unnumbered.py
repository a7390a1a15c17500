"""What a text calls its parts where it does so in a way of its own.

Pasal that bear no number on paper are called by title, or by their order, those numbered
in roman "Pasal IV"; ayat that are labelled "1." are called "ayat 1".

They are counted all the same, since data, screens and adenda must tell them apart.
"""

import re
from collections.abc import Mapping

from notakesepakatan.compute.text.words import EVERY_AYAT, INDONESIAN, PUT_IN, Words
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import nth_label, unit_words
from notakesepakatan.words.lists import nth_huruf, place_of_huruf
from notakesepakatan.words.numbers import order, roman_label

PasalNames = Mapping[str, str]
"""By the number of each pasal what the paper calls it: {"3": "bagian ketiga"}; and an annex
that stands alone by its name: {"Lampiran I": "Lampiran"}; and under `EVERY_AYAT` how its
ayat are called.
"""

_WORDS_OF_PASAL = re.compile(
    r"(?P<quoted>\"[^\"]*\")|\bPasal (?P<label>\w+)|\b(?P<lampiran>Lampiran [IVXLC]+)\b"
    r"|\bayat \((?P<ayat>\w+)\)"
    r"|\b(?P<front>(?:pertimbangan huruf|dasar hukum angka) \w+)|(?<=\) )pasal\b"
)
"""Words that are quoted, the address of a pasal, an annex, an ayat or an item in front of
them, and what a sentence counts: "1 (satu) pasal".
"""
_LETTERS_AND_DIGITS = re.compile(r"[a-z]+|[1-9]\d*")
_NAMED_AS_PUT_IN = re.compile(rf", yakni {PUT_IN}.*?(?= sehingga | yang berbunyi|$)")
"""What tells no more than the words before it do, where what is put in bears no number."""
_FIRST_LAMPIRAN = unit_words("lampiran", nth_label("lampiran", 1))


def pasal_names(
    numbered: Kesepakatan,
    words: Words = INDONESIAN,
) -> PasalNames:
    """What the paper calls its parts; nothing where it does so as everybody does.

    Args:
        numbered: the agreement with its numbers, also as it reads.
        words: the language.
    """
    only = only_lampiran(numbered)
    names = {_FIRST_LAMPIRAN: words.unit("lampiran", "")} if only else {}
    names |= _names_in_front(numbered)
    label = own_label_of_ayat(numbered)
    if label:
        names[EVERY_AYAT] = words.unit("ayat", "{}").replace("({})", label)
    labels = [pasal.nomor or "" for pasal in numbered.pasal]
    if numbered.susunan.pasal == "romawi":
        own = numbered.susunan.number_of_pasal
        return names | {label: words.unit("pasal", own(label)) for label in labels}
    if numbered.susunan.pasal != "tanpa_nomor":
        return names
    titles = [pasal.judul or "" for pasal in numbered.pasal]
    return names | {
        label: words.without_number(label, title)
        for label, title in zip(labels, titles, strict=True)
    }


def own_label_of_ayat(k: Kesepakatan) -> str:
    """How an agreement calls its ayat that are all labelled alike: "{}" of "1.", "{})".

    Empty where it labels them "(1)", in several ways, or has none.
    """
    labels = {pasal.gaya_rincian or _USUAL for pasal in k.pasal if pasal.ayat}
    if len(labels) != 1 or labels == {_USUAL}:
        return ""
    return labels.pop().rstrip(".").replace("1", "{}")


_USUAL = "(1)"
"""How ayat are labelled unless the text says otherwise."""


def _names_in_front(numbered: Kesepakatan) -> dict[str, str]:
    """Recitals and legal bases that are not labelled as usual, as they are on paper:
    "pertimbangan angka 2"; without a number by their order, "pertimbangan kedua".
    """
    susunan, names = numbered.susunan, dict[str, str]()
    if not susunan.numbers_as_usual("pertimbangan"):
        for place, butir in enumerate(numbered.pertimbangan, 1):
            label = label_in_front(butir.nomor or "", susunan.pertimbangan)
            said = f"angka {label}" if label else order(place)
            names[f"pertimbangan huruf {butir.nomor}"] = f"pertimbangan {said}"
    if not susunan.numbers_as_usual("dasar_hukum"):
        for place, dasar in enumerate(numbered.dasar_hukum, 1):
            label = label_in_front(dasar.angka or "", susunan.dasar_hukum)
            said = f"huruf {label}" if label else order(place)
            names[f"dasar hukum angka {dasar.angka}"] = f"dasar hukum {said}"
    return names


def label_in_front(label: str, numbering: str | None) -> str:
    """The label of a recital or a legal basis on paper; empty where it bears none.

    Args:
        label: the one that it is counted by: b, b1; 6, 6a.
        numbering: how `susunan` has them numbered: "angka" turns b1 into 2a, "huruf" 6a
            into f1.
    """
    if numbering in (None, "bernomor"):
        return label
    parted = _LETTERS_AND_DIGITS.findall(label)
    if numbering == "tanpa_nomor" or not parted:
        return ""
    return "".join(
        nth_huruf(int(one)) if one.isdigit() else str(place_of_huruf(one))
        for one in parted
    )


def _is_numbered(name: tuple[str, str]) -> bool:
    """Whether the paper gives a number to what has this label and this name."""
    label, called = name
    return " " in label or called == unit_words("pasal", roman_label(label))


def only_lampiran(numbered: Kesepakatan) -> str:
    """The number that an annex alone in its list has, and that the paper leaves out."""
    every = [each.nomor or "" for _, each in numbered.every_lampiran]
    return every[0] if every == [nth_label("lampiran", 1)] else ""


def on_paper(
    sentence: str,
    names: PasalNames,
) -> str:
    """A sentence of the program's own, its pasal called as the paper calls them.

    "Ketentuan Pasal 3 diubah" -> "Ketentuan bagian ketiga diubah"; what is quoted stays.
    """
    if not names:
        return sentence

    def called(match: re.Match[str]) -> str:
        if match["quoted"] or match["lampiran"] or match["front"]:
            return names.get(match[0], match[0])
        if match["ayat"]:
            pattern = names.get(EVERY_AYAT)
            return pattern.format(match["ayat"]) if pattern else match[0]
        if match["label"]:
            return names.get(match["label"], match[0])
        has_numbers = all(map(_is_numbered, names.items()))
        return match[0] if has_numbers else "bagian"

    result = _NAMED_AS_PUT_IN.sub("", _WORDS_OF_PASAL.sub(called, sentence))
    return result[:1].upper() + result[1:] if sentence[:1].isupper() else result
