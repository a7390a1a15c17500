"""References: their wording by rules 271 to 281, and whether what they name is there."""

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from itertools import pairwise

from notakesepakatan.compute.rules.parts import ayat_of_lampiran
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.compute.rules.structure import (
    ForeignPasal,
    foreign_pasal,
    leaps,
    leaps_of_heads,
)
from notakesepakatan.compute.text.numbering import Numbers
from notakesepakatan.compute.text.unnumbered import own_label_of_ayat
from notakesepakatan.model.lampiran import Lampiran
from notakesepakatan.place import Address, at, unit_words
from notakesepakatan.words.lists import nth_huruf
from notakesepakatan.words.numbers import roman_label

_LABEL = r"(?:\((?=\w+\))|(?=[a-z]?\d))(\w+)\b\)?"
"""The number of an ayat, in brackets or as the text labels its ayat: (1), 1, 1)."""
_WITHOUT_WORDS = re.compile(r"\bdimaksud ((?:ayat|huruf|angka|Pasal) ?\(?\w+\)?)")
_OTHER_WORD = re.compile(
    r"\b(dimaksud|dimaksudkan|diatur|ditetapkan|disebut|tersebut)"
    r" (pada) (Pasal \d+[A-Z]*)\b"
)
_IN_AYAT = re.compile(rf"\bdimaksud dalam (?P<ayat>ayat {_LABEL})")
_LARGE = re.compile(
    r"(?:\b(?:pada|dalam|dengan) |Pasal \w{1,4} |(?<=\) ))((?:Ayat|Huruf|Angka) \(?\w{1,3}\b\)?)"
)
_AYAT_IN_WORDS = re.compile(
    r"\b(?:pada|dalam|dengan|Pasal \w{1,4}) [Aa]yat (?:ke)?"
    r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|pertama)\b"
)
_BUTIR = re.compile(
    r"(?:ayat \(\w+\)|Pasal \w{1,4}|\bdimaksud (?:pada|dalam)) (butir \(?\w{1,2}\b\)?)"
)
_UNTIL_ALONE = re.compile(
    r"\b(?:huruf|ayat|Pasal|angka) \(?\w{1,4}\)? (?:sampai(?! dengan)|s/d|s\.d\.|hingga)(?= )"
)
_ONE_HURUF = re.compile(
    r"\bhuruf [a-z](?:, [a-z](?![\w.-])){0,20},? (?:dan|atau|serta) [a-z](?![\w-]|\.\w)"
)
_CHAIN = re.compile(
    rf"\b(?:pada|dalam) ayat {_LABEL}"
    rf"(?:(?:,|,? (?:dan|atau|serta|dan/atau)) ayat {_LABEL}){{1,20}}"
)
_LABEL_OF_AYAT = re.compile(rf"ayat {_LABEL}")
_HURUF_OF_AYAT = re.compile(rf"\bayat {_LABEL} huruf ([a-z])\b")
_SMALL = re.compile(r"\b(?:dalam|pada|dengan|ketentuan) (pasal \d+[A-Z]?)\b")
_PASAL = re.compile(rf"\bPasal (\d+[A-Z]*)(?: ayat {_LABEL})?(?: huruf ([a-z]+\d*)\b)?")
_OWN_HEADING = re.compile(r"(?:Pasal|PASAL) (\d+[A-Z]*)\b")
_AYAT = re.compile(rf"\b(?:pada|dalam) ayat {_LABEL}")
_THIS_PASAL = re.compile(r"Pasal \w+ *$")
_PASAL_BEHIND = re.compile(r" (?:huruf [a-z] )?Pasal \w")
_GOES_ON = re.compile(r" (?:ini|ayat|huruf|angka)\b|[A-Z]|,? (?:dan|sampai|atau)\b|,")
_MEANT = re.compile("dimaksud")
_NAMED = re.compile(
    r"\b(?:pasal|ayat|ketentuan) tersebut di ?(?:atas|bawah)\b"
    r"|\b(?:pasal|ayat|huruf)(?: yang)? (?:di ?(?:atas|bawah)(?: ini)?"
    r"|terdahulu|sebelumnya|sebelum ini)\b",
    re.IGNORECASE,
)
_BRACKETED_PASAL = re.compile(
    r"\b(?:pada|dalam|ketentuan|dengan) ([Pp]asal \(\d{1,3}\))"
)
_REGULATION = re.compile(r"(?:Undang-Undang|Peraturan|Keputusan|Nomor)[^;.]{0,200}$")
_TAX = re.compile(
    r"\b(?:PPh|PPN|PPnBM|[Pp]ajak (?:[Pp]enghasilan|[Pp]ertambahan [Nn]ilai))"
    r"(?: \([^()]{1,20}\))?(?: [Ff]inal)?,? *$"
)
"""What names a pasal of the tax law as everybody does: PPh Pasal 23."""
_FIRST_NUMBER = re.compile(r"\d+")
_LAMPIRAN = re.compile(
    r"(?:\b(?:dalam|pada) )?\bLampiran(?: ([IVXLC]+[A-Z]*)\b)?"
    r"(?! (?:Undang-Undang|Peraturan|Keputusan|Surat|Instruksi)\b)"
)
_PART = re.compile(r"\bLampiran(?: ([IVXLC]+[A-Z]*))? [Bb]agian ([A-Z])(?!\w)")
_HEAD = re.compile(r"(?:LAMPIRAN|Lampiran)(?: ([IVXLC]+[A-Z]*)\b)?")
_AND_MORE = r"(?:,? (?:dan|atau|dan/atau|serta|sampai dengan|jo\.?) |, )"
_OF_THIS_TEXT = (
    "Para|Kedua|Pihak|Setiap|Masing|Salah|Pasal|Ayat|Huruf|Angka|Bab|Bagian|Paragraf"
    "|Lampiran|Nota|Kesepakatan|Kesepahaman|Perjanjian|Adendum|Addendum|Memorandum"
    "|Naskah|Dokumen|Kontrak|Rencana|Berita|Bupati|Gubernur|Wali|Menteri|Kepala"
    "|Direktur|Rektor|Ketua|Pemerintah|Kementerian|Dinas|Badan"
)
"""What a sentence may go on with behind a reference to a pasal of this text."""
_OTHER_NAME = rf"(?!(?:{_OF_THIS_TEXT})\b)[A-Z][a-z]+(?: [A-Z][a-z]+)++(?! ini\b)"
"""A name of two words or more, as of a law in its own language."""
_LAW_BEHIND = re.compile(
    rf"(?:{_AND_MORE}(?:Pasal |ayat |huruf |angka )?\(?\w{{1,5}}\)?"
    r"(?: ayat \(\w+\)| huruf [a-z]\b)*){0,20}"
    r",? (?:dari |pada |dalam )?"
    r"(?:(?:Kitab|Undang-[Uu]ndang|KUH\w*|UUD|UU|Perp?pu|PP|Perpres|Permen\w*|Perda"
    r"|Keputusan|Keppres|Peraturan|Burgerlijk|Konvensi|Statuta|Statuten|HIR|RBg|BW"
    r"|Wetboek|Reglement|Staatsblad|Ordonansi|Inpres|Kepmen\w*|Pergub|Perbup|Perwali"
    r"|Qanun|Piagam|Protokol|Traktat)\b"
    r"|(?:Nota Kesepa\w+|Kesepakatan Bersama|Perjanjian(?: Kerja Sama)?|Adendum)"
    r"(?! (?:\w+ ){0,2}ini\b)"
    rf"|{_OTHER_NAME})"
)
_CLOSE = re.compile(r"(?<![\w-])(ayat|Pasal)(\(\w{1,3}\)|\d{1,3}(?![\w-]))")
_TURNED = re.compile(
    r"\bdimaksud (pada|dalam) (?:(huruf [a-z]) (ayat \(\w{1,3}\))"
    r"|((?:huruf [a-z] )?ayat \(\w{1,3}\)) (Pasal \d{1,3}[A-Z]?)\b)"
)
_ROMAN_PASAL = re.compile(r"\b(?:pada|dalam) (Pasal [IVX]{1,5})\b")
_SHORT = re.compile(r"(?<![\w-])([Aa]yat) (\d{1,3})(?![\w)]| ?\()")
_ONE_AYAT = re.compile(
    r"\bayat \(\w{1,4}\)(?:, (?:ayat )?\(\w{1,4}\)){0,20}"
    r",? (?:dan|atau|dan/atau|serta|sampai dengan) \(\w{1,4}\)"
)
_BARE_LABEL = re.compile(r"(?<!ayat )\((\w{1,4})\)")
_ONE_PASAL = re.compile(
    r"\bPasal (\d+[A-Z]*) (?:dan|atau|sampai dengan) (\d+[A-Z]*)(?!\w| ?[(%]"
    r"| (?:hari|bulan|tahun|minggu|orang|kali)\b)"
)
_SERIES = re.compile(
    r"\b(huruf|ayat|Pasal|angka) \(?(\w{1,4})\)?((?:, \1 \(?\w{1,4}\)?){1,20}),?"
    r" (?:dan|serta) \1 \(?(\w{1,4})\b\)?"
)
_IN_SERIES = re.compile(r" \(?(\w{1,4})\)?$")
_HURUF = re.compile(r"\bhuruf ([a-z])\b")
_MEANT_BY_NUMBER = re.compile(
    r"\b(?:dimaksud|tersebut|diuraikan|disebut) (?:dalam|pada) (?P<piece>angka \d{1,2})\b"
)
_INSIDE = re.compile(r"(?:ayat \(\w+\)|Pasal \w+|Lampiran \w*) *$")
_PERTIMBANGAN = re.compile(r"(?:menimbang\W{0,5})?([a-z])[.)]\s+bahwa\b", re.IGNORECASE)
_CHECK_NUMBER = "periksa nomor yang dituju"


def _of_a_law(text: str, until: int) -> bool:
    """Whether what stands before a place names a law, whose pasal are not ours."""
    # The longest name and the 200 letters after it.
    begin = max(until - 213, 0)
    is_named = bool(_REGULATION.search(text, begin, until))
    return is_named or bool(_TAX.search(text, begin, until))


def of_another_text(text: str, begin: int, end: int) -> bool:
    """Whether a reference that stands here names a part of a law or another agreement."""
    return _of_a_law(text, begin) or bool(_LAW_BEHIND.match(text, end))


def _own_pasal(text: str) -> Iterator[re.Match[str]]:
    """References of a text to pasal of the agreement itself."""
    for match in _PASAL.finditer(text):
        before, behind = match.span()
        if not _of_a_law(text, before) and not _LAW_BEHIND.match(text, behind):
            yield match


def wording(reading: Reading) -> Iterator[Flaw]:
    """`sebagaimana dimaksud ayat (1)` lacks its `pada`; of a pasal, its `dalam`."""
    for excerpt in reading.excerpts:
        in_pertimbangan = excerpt.path[:1] == ("pertimbangan",)
        for match in _WITHOUT_WORDS.finditer(excerpt.text):
            names_pasal = match[1].startswith("Pasal")
            word = "dalam" if names_pasal or in_pertimbangan else "pada"
            right = f"dimaksud {word} {match[1]}"
            yield _reworded(excerpt, match, f'rujukan tanpa "{word}"', right)
        if not in_pertimbangan:
            yield from _wrong_word_before_ayat(excerpt)
        yield from _wrong_word_before_pasal(excerpt)


def _wrong_word_before_ayat(excerpt: Excerpt) -> Iterator[Flaw]:
    """`dimaksud dalam ayat (1)` for `dimaksud pada ayat (1)`."""
    for match in _IN_AYAT.finditer(excerpt.text):
        if not _LAW_BEHIND.match(excerpt.text, match.end()):
            message = 'rujukan dengan "dalam", bukan "pada"'
            right = f"dimaksud pada {match['ayat']}"
            yield _reworded(excerpt, match, message, right)


def _wrong_word_before_pasal(excerpt: Excerpt) -> Iterator[Flaw]:
    """`diatur pada Pasal 4` for `diatur dalam Pasal 4`."""
    for match in _OTHER_WORD.finditer(excerpt.text):
        if not of_another_text(excerpt.text, match.start(), match.end()):
            message = f'rujukan dengan "{match[2]}", bukan "dalam"'
            right = f"{match[1]} dalam {match[3]}"
            yield _reworded(excerpt, match, message, right)


def _reworded(excerpt: Excerpt, match: re.Match[str], message: str, right: str) -> Flaw:
    begin, saran = match.start(), f"tulis {right}"
    return excerpt.flaw(match[0], message, saran, begin, replace=right)


def forms(reading: Reading) -> Iterator[Flaw]:
    """`ayat 1`, `ayat (1) dan (2)`, `Pasal 4 dan 5`, and three in a row one by one.

    Recitals name theirs one by one, as the law's own example does. `ayat 1` is right where
    the text labels its ayat so.
    """
    own_label = _own_label(reading)
    for excerpt in reading.excerpts:
        if excerpt.path[0] == "dasar_hukum":
            continue
        for match in _SHORT.finditer(excerpt.text):
            if not own_label or of_another_text(excerpt.text, *match.span()):
                right = f"{match[1]} ({match[2]})"
                yield _reworded(excerpt, match, "nomor ayat tanpa kurung", right)
        for match in _ONE_AYAT.finditer(excerpt.text):
            right = _BARE_LABEL.sub(r"ayat (\1)", match[0])
            yield _reworded(excerpt, match, 'setiap nomor didahului "ayat"', right)
        for match in _ONE_PASAL.finditer(excerpt.text):
            begin, message = match.start(), 'setiap nomor didahului "Pasal"'
            if not _LAW_BEHIND.match(excerpt.text, match.end()):
                saran = f"tulis Pasal {match[1]} … Pasal {match[2]}"
                yield excerpt.flaw(match[0], message, saran, begin)
        yield from _odd_forms(excerpt)
        yield from _odd_order(excerpt)
        yield from _in_other_numerals(reading, excerpt)
        is_pertimbangan = excerpt.path[0] == "pertimbangan"
        if not is_pertimbangan and not _PERTIMBANGAN.match(excerpt.text.lstrip()):
            yield from _long_series(excerpt)


def _own_label(reading: Reading) -> bool:
    """Whether a text labels its ayat otherwise than by "(1)"."""
    if reading.typed is not None:
        return own_label_of_ayat(reading.kesepakatan) != ""
    labels = {pasal.first_label for pasal in foreign_pasal(reading.excerpts)}
    return "1." in labels and "(1)" not in labels


def _odd_forms(excerpt: Excerpt) -> Iterator[Flaw]:
    """`Ayat (1)` with a capital, `ayat satu`, `butir b)`, `huruf a dan b`."""
    for match in _LARGE.finditer(excerpt.text):
        if not _of_a_law(excerpt.text, match.start()):
            right = match[1][0].lower() + match[1][1:]
            message, begin = "ditulis dengan huruf kecil", match.start(1)
            saran = f"tulis {right}"
            yield excerpt.flaw(match[1], message, saran, begin, replace=right)
    for pattern, message, saran in (
        (_AYAT_IN_WORDS, "nomor ayat dengan huruf", "tulis angkanya dalam kurung"),
        (_ONE_HURUF, 'setiap huruf didahului "huruf"', "tulis huruf … dan huruf …"),
        (_UNTIL_ALONE, 'sampai tanpa "dengan"', "tulis sampai dengan"),
    ):
        for match in pattern.finditer(excerpt.text):
            if not _of_a_law(excerpt.text, match.start()):
                yield excerpt.flaw(match[0], message, saran, match.start())
    for match in _BUTIR.finditer(excerpt.text):
        message, saran = "bagian pasal disebut butir", "tulis huruf atau angka"
        begin = match.start(1)
        level: Level = "peringatan"
        if not _of_a_law(excerpt.text, match.start()):
            yield excerpt.flaw(match[1], message, saran, begin, level)


def _odd_order(excerpt: Excerpt) -> Iterator[Flaw]:
    """`ayat(1)`, `huruf b ayat (2)`, `Pasal (1)`."""
    text = excerpt.text
    for match in _CLOSE.finditer(text):
        right = f"{match[1]} {match[2]}"
        yield _reworded(excerpt, match, "nomor tanpa spasi di depannya", right)
    for match in _TURNED.finditer(text):
        if not of_another_text(text, match.start(), match.end()):
            smaller, larger = match[2] or match[4], match[3] or match[5]
            word = "dalam" if match[5] else match[1]
            message, saran = (
                "urutan rujukan terbalik",
                f"tulis {word} {larger} {smaller}",
            )
            level: Level = "peringatan"
            begin, piece = match.start(), match[0]
            yield excerpt.flaw(piece, message, saran, begin, level)
    for match in _BRACKETED_PASAL.finditer(text):
        begin, message = match.start(1), "nomor dalam kurung adalah nomor ayat"
        saran = "tulis ayat, atau nomor pasalnya tanpa kurung"
        yield excerpt.flaw(match[1], message, saran, begin)


def _in_other_numerals(reading: Reading, excerpt: Excerpt) -> Iterator[Flaw]:
    """`dalam Pasal IV` where the heads say Pasal 4, and the other way round."""
    text = excerpt.text
    is_roman = reading.typed is not None and _has_roman_heads(reading)
    known = _roman_heads(reading) if is_roman else set[str]()
    for match in _ROMAN_PASAL.finditer(text):
        if match[1] in known or of_another_text(text, match.start(), match.end()):
            continue
        begin, message = match.start(1), f"{match[1]} tidak ada"
        saran = _CHECK_NUMBER if is_roman else "tulis nomor pasal dengan angka"
        yield excerpt.flaw(match[1], message, saran, begin)
    for match in _own_pasal(text) if is_roman else ():
        right = unit_words("pasal", roman_label(match[1]))
        piece = unit_words("pasal", match[1])
        message, saran = "pasal naskah ini bernomor romawi", f"tulis {right}"
        yield excerpt.flaw(piece, message, saran, match.start(), replace=right)


def _has_roman_heads(reading: Reading) -> bool:
    return reading.kesepakatan.susunan.pasal == "romawi"


def _roman_heads(reading: Reading) -> set[str]:
    """The pasal as they are headed: {"Pasal I", "Pasal II"}."""
    labels = [pasal.nomor or "" for pasal in reading.kesepakatan.pasal]
    return {unit_words("pasal", roman_label(label)) for label in labels}


def _long_series(excerpt: Excerpt) -> Iterator[Flaw]:
    """`huruf a, huruf b, dan huruf c` for `huruf a sampai dengan huruf c`."""
    for match in _SERIES.finditer(excerpt.text):
        unit, first, between, last = match.groups()
        inner = [_IN_SERIES.search(piece) for piece in between.split(",")[1:]]
        labels = [first, *(one[1] for one in inner if one), last]
        if len(set(labels)) < len(labels):
            message = f"{unit} yang sama disebut dua kali"
            begin, saran = match.start(), f"periksa {unit} mana yang dimaksud"
            yield excerpt.flaw(match[0], message, saran, begin, "peringatan")
        ordinals = [_ordinal(label) for label in labels]
        if ordinals == list(range(ordinals[0], ordinals[0] + len(labels))):
            brackets = "{} ({})" if unit == "ayat" else "{} {}"
            begin_of = brackets.format(unit, first)
            right = f"{begin_of} sampai dengan {brackets.format(unit, last)}"
            message = "rujukan berurutan ditulis satu per satu"
            saran, begin = f"tulis {right}", match.start()
            level: Level = "peringatan"
            yield excerpt.flaw(match[0], message, saran, begin, level)


def _ordinal(label: str) -> int:
    """The place of a number or a letter; below 0 for any other label."""
    if label.isdigit():
        return int(label)
    return ord(label) - ord("a") + 1 if len(label) == 1 and label.islower() else -1


def pertimbangan(reading: Reading) -> Iterator[Flaw]:
    """A recital that names another: its letter exists and is not its own."""
    labelled = list(_labelled_pertimbangan(reading))
    labels = {label for _, label in labelled}
    if len(labels) < 2:
        return
    for excerpt, own in labelled:
        for match in _HURUF.finditer(excerpt.text):
            begin = match.start()
            before = excerpt.text[max(begin - 40, 0) : begin]
            is_other = _INSIDE.search(before) or _of_a_law(excerpt.text, begin)
            if is_other or _LAW_BEHIND.match(excerpt.text, match.end()):
                continue
            if match[1] not in labels:
                message = f"{match[0]} tidak ada pada pertimbangan"
            elif match[1] == own:
                message = "pertimbangan merujuk dirinya sendiri"
            else:
                continue
            yield excerpt.flaw(match[0], message, _CHECK_NUMBER, begin)
        yield from _by_numbers(excerpt)


def _by_numbers(excerpt: Excerpt) -> Iterator[Flaw]:
    """`dimaksud dalam angka 1`, where the recitals have letters."""
    for match in _MEANT_BY_NUMBER.finditer(excerpt.text):
        if not _LAW_BEHIND.match(excerpt.text, match.end()):
            message = "pertimbangan berhuruf, bukan berangka"
            begin, piece = match.start("piece"), match["piece"]
            yield excerpt.flaw(piece, message, _CHECK_NUMBER, begin)


def _labelled_pertimbangan(reading: Reading) -> Iterator[tuple[Excerpt, str]]:
    """The recitals, each with its letter."""
    for excerpt in reading.excerpts:
        if reading.typed is None:
            match = _PERTIMBANGAN.match(excerpt.text.lstrip())
            if match:
                yield excerpt, match[1].lower()
        elif excerpt.path[0] == "pertimbangan" and isinstance(excerpt.path[1], int):
            yield excerpt, nth_huruf(excerpt.path[1] + 1)


def capitals(reading: Reading) -> Iterator[Flaw]:
    """A reference to a pasal is written with a capital (rule 80)."""
    for excerpt in reading.excerpts:
        for match in _SMALL.finditer(excerpt.text):
            if not _of_a_law(excerpt.text, match.start()):
                right = match[1].replace("pasal", "Pasal")
                message = "pasal dalam rujukan ditulis dengan huruf besar"
                yield excerpt.flaw(match[1], message, f"tulis {right}", replace=right)


def above(reading: Reading) -> Iterator[Flaw]:
    """`pasal tersebut di atas` names nothing (rule 277)."""
    for excerpt in reading.excerpts:
        for match in _NAMED.finditer(excerpt.text):
            saran = "sebut pasal dan ayatnya"
            yield excerpt.flaw(match[0], "rujukan tanpa nomor", saran)


def targets(reading: Reading) -> Iterator[Flaw]:
    """What a reference names is there; of a text of others as far as its labels tell."""
    yield from ayat_of_lampiran.missing(reading, of_another_text)
    if reading.typed is None:
        yield from _missing_in_other(reading)
        return
    numbers = reading.numbers
    for excerpt in reading.excerpts:
        if excerpt.path[0] in ("pasal", "lampiran", "kalimat"):
            yield from _missing_pasal(excerpt, numbers)
        if excerpt.path[0] == "pasal":
            yield from _missing_ayat(excerpt, numbers)


def _missing_pasal(excerpt: Excerpt, numbers: Numbers) -> Iterator[Flaw]:
    for match in _own_pasal(excerpt.text):
        steps = zip(("pasal", "ayat", "huruf"), match.groups(), strict=True)
        address = tuple((unit, label) for unit, label in steps if label)
        if address not in numbers.order:
            message = f"{match[0]} tidak ada"
            yield excerpt.flaw(match[0], message, _CHECK_NUMBER)


def without_numbers(reading: Reading) -> Iterator[Flaw]:
    """A pasal named by its number, where the pasal bear none on paper."""
    if reading.kesepakatan.susunan.pasal != "tanpa_nomor":
        return
    headings = set(_headings_with_numbers(reading))
    for excerpt in reading.excerpts:
        if excerpt.path[0] not in ("pasal", "lampiran", "kalimat"):
            continue
        for match in _own_pasal(excerpt.text):
            if match[1] in headings:
                continue
            message = f"{match[0]} tidak dapat dicari: nomor pasal tidak tercetak"
            saran = f"tulis [[dalam {match[0]}]], atau sebut halnya"
            begin = match.start()
            yield excerpt.flaw(match[0], message, saran, begin)


def _headings_with_numbers(reading: Reading) -> Iterator[str]:
    """The numbers that headings of their own say: `Pasal 1` typed where none is printed."""
    for pasal in reading.kesepakatan.pasal:
        match = _OWN_HEADING.match(pasal.judul or "")
        if match:
            yield match[1]


def _missing_in_other(reading: Reading) -> Iterator[Flaw]:
    pasal_list = foreign_pasal(reading.excerpts)
    by_label = {pasal.label: pasal for pasal in pasal_list}
    are_labelled = any(pasal.known_ayat for pasal in pasal_list)
    for pasal in pasal_list:
        for excerpt, _ in pasal.excerpts:
            for match in _own_pasal(excerpt.text):
                if not _is_there(match, by_label, are_labelled=are_labelled):
                    yield _not_there(excerpt, match, f"{match[0]} tidak ada")
            yield from _missing_ayat_in_other(excerpt, pasal)


def _is_there(
    match: re.Match[str], by_label: Mapping[str, ForeignPasal], *, are_labelled: bool
) -> bool:
    """Whether a text of others has the pasal, ayat and huruf of a reference, as far as
    its labels tell.

    `are_labelled` says that its ayat bear their numbers, so that a pasal of one paragraph
    without one has none.
    """
    label, ayat, huruf = match.groups()
    pasal = by_label.get(label)
    if pasal is None:
        return False
    if ayat and are_labelled and not pasal.ayat and len(pasal.excerpts) == 1:
        return False
    lacks_ayat = ayat and _lacks(pasal.known_ayat, ayat)
    lacks_huruf = huruf and _lacks(pasal.known_huruf(ayat or ""), huruf)
    return not lacks_ayat and not lacks_huruf


def _lacks(known: Collection[str], label: str) -> bool:
    """Whether a label is not among the known ones; where none is known it may be there."""
    return bool(known) and label not in known


def _missing_ayat_in_other(excerpt: Excerpt, pasal: ForeignPasal) -> Iterator[Flaw]:
    known = pasal.known_ayat
    if not known:
        return
    for match in _AYAT.finditer(excerpt.text):
        if match[1] not in known and not _is_of_another(excerpt.text, match):
            message = f"{_ayat_in(match)} tidak ada pada pasal ini"
            yield _not_there(excerpt, match, message)
    yield from _missing_in_chains(excerpt, known)
    for match in _HURUF_OF_AYAT.finditer(excerpt.text):
        lacks_huruf = _lacks(pasal.known_huruf(match[1]), match[2])
        if lacks_huruf and not _is_of_another(excerpt.text, match):
            yield _not_there(excerpt, match, f"{match[0]} tidak ada")


def _ayat_in(match: re.Match[str]) -> str:
    """The ayat of a match without the words before it, as it is written."""
    return match[0][match[0].index("ayat") :]


def _is_of_another(text: str, match: re.Match[str]) -> bool:
    """Whether an ayat is of a pasal that is named before it, or of a law."""
    return _names_its_pasal(text, match) or _of_a_law(text, match.start())


def _missing_in_chains(excerpt: Excerpt, known: Container[str]) -> Iterator[Flaw]:
    """`ayat (1), ayat (2), dan ayat (9)`, of which one is not there."""
    for match in _CHAIN.finditer(excerpt.text):
        if not _of_a_law(excerpt.text, match.start()):
            yield from _missing_in_chain(excerpt, match, known)


def _missing_in_chain(
    excerpt: Excerpt, match: re.Match[str], known: Container[str]
) -> Iterator[Flaw]:
    """The ayat named behind the first, which is looked at by itself."""
    for named in list(_LABEL_OF_AYAT.finditer(match[0]))[1:]:
        if named[1] not in known:
            message = f"{named[0]} tidak ada pada pasal ini"
            yield excerpt.flaw(named[0], message, _CHECK_NUMBER)


def _not_there(excerpt: Excerpt, match: re.Match[str], message: str) -> Flaw:
    begin = match.start()
    return excerpt.flaw(match[0], message, _CHECK_NUMBER, begin)


def _missing_ayat(excerpt: Excerpt, numbers: Numbers) -> Iterator[Flaw]:
    """Ayat named without their pasal, so that they are of the pasal they stand in."""
    pasal = numbers.alamat.get(excerpt.path[:2])
    if not pasal:
        return
    for match in _AYAT.finditer(excerpt.text):
        address: Address = (*pasal, ("ayat", match[1]))
        if address not in numbers.order and not _names_its_pasal(excerpt.text, match):
            message = f"{_ayat_in(match)} tidak ada pada pasal ini"
            yield excerpt.flaw(match[0], message, _CHECK_NUMBER)
    if _CHAIN.search(excerpt.text):
        yield from _missing_in_chains(excerpt, _ayat_of(pasal, numbers))
    for match in _HURUF_OF_AYAT.finditer(excerpt.text):
        address = (*pasal, ("ayat", match[1]), ("huruf", match[2]))
        if address not in numbers.order and not _is_of_another(excerpt.text, match):
            yield _not_there(excerpt, match, f"{match[0]} tidak ada")


def _ayat_of(pasal: Address, numbers: Numbers) -> set[str]:
    """The numbers of the ayat of a pasal."""
    ayat = (address for address in numbers.order if address[:-1] == pasal)
    return {address[-1][1] for address in ayat}


def _names_its_pasal(text: str, match: re.Match[str]) -> bool:
    """Whether the pasal of an ayat stands before it, or right behind: `ayat (2) Pasal 8`."""
    start = match.start()
    before = _THIS_PASAL.search(text, max(start - 40, 0), start)
    return bool(before or _PASAL_BEHIND.match(text, match.end()))


def lampiran(reading: Reading) -> Iterator[Flaw]:
    """An annex that a text names is there."""
    if reading.typed is None:
        yield from _lampiran_in_other(reading)
        return
    every = [each for _, each in reading.kesepakatan.every_lampiran]
    for excerpt in reading.excerpts:
        for match in _LAMPIRAN.finditer(excerpt.text):
            if not _of_a_law(excerpt.text, match.start()):
                yield from _missing_lampiran(excerpt, match, every)
        yield from _missing_part(excerpt, every)


def _missing_lampiran(
    excerpt: Excerpt, match: re.Match[str], every: Sequence[Lampiran]
) -> Iterator[Flaw]:
    """Of a reference to an annex: the number it gives, or none where there is none."""
    labels = {each.nomor for each in every if not each.dihapus}
    if match[1] and match[1] not in labels:
        there = ", ".join(each.nomor for each in every if each.nomor)
        saran = f"yang ada: {there}" if there else "naskah ini tidak mempunyainya"
        yield excerpt.flaw(match[0], f"{match[0]} tidak ada", saran)
    elif match[1] and len(every) == 1:
        message = f"lampirannya hanya satu, sehingga tercetak tanpa nomor {match[1]}"
        saran = 'tulis "Lampiran" saja'
        yield excerpt.flaw(match[0], message, saran)
    elif not match[1] and not labels and match[0] != "Lampiran":
        message = "naskah ini tidak berlampiran"
        saran = "tambahkan lampirannya, atau hapus rujukan ini"
        yield excerpt.flaw(match[0], message, saran)


def _missing_part(excerpt: Excerpt, every: Sequence[Lampiran]) -> Iterator[Flaw]:
    """`Lampiran I bagian C`, where that annex has but the parts A and B."""
    for match in _PART.finditer(excerpt.text):
        number, letter = match.groups()
        there = [one for one in every if not one.dihapus and one.bagian]
        named = [one for one in there if one.nomor == number or len(every) == 1]
        labels = {
            nth_huruf(i + 1).upper() for one in named for i in range(len(one.bagian))
        }
        if named and letter not in labels:
            message = f"bagian {letter} tidak ada pada lampiran itu"
            yield _not_there(excerpt, match, message)


def _lampiran_in_other(reading: Reading) -> Iterator[Flaw]:
    """In a text of others an annex may lie in another file, unless some are there."""
    if not foreign_pasal(reading.excerpts):
        return
    labels = _labels_of_lampiran(reading)
    level: Level = "galat" if labels else "peringatan"
    for excerpt in reading.excerpts:
        for match in _LAMPIRAN.finditer(excerpt.text):
            is_there = bool(labels) and (not match[1] or match[1] in labels)
            if is_there or not _means_lampiran(excerpt.text, match):
                continue
            begin, saran = match.start(), "periksa lampirannya"
            message = f"{match[0]} tidak ada dalam berkas ini"
            yield excerpt.flaw(match[0], message, saran, begin, level)


def _labels_of_lampiran(reading: Reading) -> set[str | None]:
    """The numbers in the headings of annexes; None for one without a number."""
    heads = [_HEAD.match(excerpt.text.strip()) for excerpt in reading.excerpts]
    return {head[1] for head in heads if head}


def _means_lampiran(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence refers to an annex here: no heading, and no annex of a law."""
    refers = match[0] != "Lampiran" and match.start() > 0
    return refers and not _of_a_law(text, match.start())


def itself(reading: Reading) -> Iterator[Flaw]:
    """An ayat that refers to itself."""
    for excerpt, own_label in _in_ayat(reading):
        meant = _MEANT.search(excerpt.text)
        if not meant:
            continue
        for match in _AYAT.finditer(excerpt.text):
            if match[1] == own_label and meant.end() <= match.start():
                message = "ayat merujuk dirinya sendiri"
                yield excerpt.flaw(match[0], message, _CHECK_NUMBER)
    for excerpt, own_label in _in_pasal(reading):
        for match in _own_pasal(excerpt.text):
            is_whole = match[0] == f"Pasal {own_label}"
            if is_whole and not _GOES_ON.match(excerpt.text, match.end()):
                yield _not_there(excerpt, match, "pasal merujuk dirinya sendiri")


def _in_pasal(reading: Reading) -> Iterator[tuple[Excerpt, str]]:
    """The texts below a heading of a pasal, each with the number of that."""
    if reading.typed is None:
        for pasal in foreign_pasal(reading.excerpts):
            yield from ((excerpt, pasal.label) for excerpt, _ in pasal.excerpts)
        return
    for excerpt in reading.excerpts:
        own = reading.numbers.alamat.get(excerpt.path[:2])
        is_heading = excerpt.path[-1] == "judul"
        if own and excerpt.path[0] == "pasal" and not is_heading:
            yield excerpt, own[0][1]


def _in_ayat(reading: Reading) -> Iterator[tuple[Excerpt, str]]:
    """The texts of ayat, each with the number of its ayat."""
    if reading.typed is None:
        yield from _in_foreign_ayat(reading)
        return
    for excerpt in reading.excerpts:
        path = excerpt.path
        in_ayat = path[:1] == ("pasal",) and len(path) > 3 and path[2] == "ayat"
        own = reading.numbers.alamat.get(path[:4]) if in_ayat else None
        if own:
            yield excerpt, own[-1][1]


def _in_foreign_ayat(reading: Reading) -> Iterator[tuple[Excerpt, str]]:
    """The same of a text of others: the paragraphs that begin with a number of an ayat."""
    for pasal in foreign_pasal(reading.excerpts):
        labelled = {id(excerpt) for _, excerpt in pasal.ayat}
        for excerpt, label in pasal.excerpts:
            if id(excerpt) in labelled:
                yield excerpt, label


def forward(reading: Reading) -> Iterator[Flaw]:
    """A reference to what comes later, to be avoided where it can be (rule 278)."""
    order = _order_of_pasal(reading.numbers)
    for excerpt in reading.excerpts:
        own = reading.numbers.alamat.get(excerpt.path[:2])
        if excerpt.path[0] != "pasal" or not own:
            continue
        _, own_label = own[0]
        for match in _own_pasal(excerpt.text):
            if order.get(match[1], -1) > order[own_label]:
                message = f"merujuk maju ke {match[0]}"
                yield excerpt.flaw(match[0], message, "hindari bila dapat")


def _order_of_pasal(numbers: Numbers) -> dict[str, int]:
    """Where each pasal stands in the order of the text, by its number."""
    result = dict[str, int]()
    for address, position in numbers.order.items():
        unit, label = address[0]
        if len(address) == 1 and unit == "pasal":
            result[label] = position
    return result


def gaps(reading: Reading) -> Iterator[Flaw]:
    """A number left out between two pasal; in a text of others, between any two parts."""
    if reading.typed is None:
        found = leaps(foreign_pasal(reading.excerpts))
        for excerpt, piece, message in (*found, *leaps_of_heads(reading.excerpts)):
            yield excerpt.flaw(piece, message, "periksa nomornya")
        return
    written = (pasal.nomor or "" for pasal in reading.kesepakatan.pasal)
    matches = (_FIRST_NUMBER.match(nomor) for nomor in written)
    numbers = [int(match[0]) for match in matches if match]
    for i, (before, now) in enumerate(pairwise(numbers)):
        if now > before + 1:
            message = f"nomor pasal melompat dari {before} ke {now}"
            place = at("pasal", i + 1, "nomor")
            yield Flaw(place, str(now), message, "lanjutkan nomornya")
