"""Language: confusables, doubled words, spacing, words that no dictionary knows."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from notakesepakatan.compute.rules.language import word_parts
from notakesepakatan.compute.rules.language.field_words import FIELD_WORDS
from notakesepakatan.compute.rules.language.separation import Slip, slips
from notakesepakatan.compute.rules.lines import every_line
from notakesepakatan.compute.rules.reading import (
    Excerpt,
    Flaw,
    Reading,
    WordList,
    words,
    words_at,
)
from notakesepakatan.place import DataPath
from notakesepakatan.words.spelt import NUMBER_WORDS

_WRONG = {
    "membantalkan": "membatalkan",
    "seusai dengan": "sesuai dengan",
    "perselisihan atau perbedaan pendapatan": "perselisihan atau perbedaan pendapat",
    "merubah": "mengubah",
    "dirubah": "diubah",
    "perubahannnya": "perubahannya",
    "antar instansi": "antarinstansi",
    "antar lembaga": "antarlembaga",
    "antar daerah": "antardaerah",
    "materai": "meterai",
    "bermaterai": "bermeterai",
    "faximile": "faksimile",
    "bertandatangan": "bertanda tangan",
    "ditindaklajuti": "ditindaklanjuti",
    "ditanda tangani": "ditandatangani",
    "menandatangai": "menandatangani",
    "milyar": "miliar",
    "nopember": "November",
    "pebruari": "Februari",
    "jum'at": "Jumat",
    "praktek": "praktik",
    "kesepakan": "kesepakatan",
    "aktifitas": "aktivitas",
    "efektifitas": "efektivitas",
    "obyek": "objek",
    "subyek": "subjek",
    "ijin": "izin",
    "resiko": "risiko",
    "analisa": "analisis",
    "kwalitas": "kualitas",
    "jadual": "jadwal",
    "standarisasi": "standardisasi",
    "sekedar": "sekadar",
    "sistim": "sistem",
    "metoda": "metode",
    "hakekat": "hakikat",
    "nasehat": "nasihat",
    "sangsi": "sanksi",
    "sebagi": "sebagai",
    "sekertaris": "sekretaris",
    "sekertariat": "sekretariat",
    "seketaris": "sekretaris",
    "mempengaruhi": "memengaruhi",
    "mempublikasikan": "memublikasikan",
    "mempedomani": "memedomani",
    "mensosialisasikan": "menyosialisasikan",
    "mensepakati": "menyepakati",
    "mengkoordinasikan": "mengoordinasikan",
    "mengkomunikasikan": "mengomunikasikan",
    "mensinkronkan": "menyinkronkan",
    "menterjemahkan": "menerjemahkan",
    "tehnis": "teknis",
    "tehnik": "teknik",
    "tehnologi": "teknologi",
    "hutang": "utang",
    "ijasah": "ijazah",
    "kwitansi": "kuitansi",
    "rapih": "rapi",
    "himbauan": "imbauan",
    "menghimbau": "mengimbau",
    "mensukseskan": "menyukseskan",
    "mentaati": "menaati",
    "terimakasih": "terima kasih",
    "kerjasama": "kerja sama",
    "bekerjasama": "bekerja sama",
    "tanggungjawab": "tanggung jawab",
    "pertanggung jawaban": "pertanggungjawaban",
    "non pemerintah": "nonpemerintah",
    "pasca panen": "pascapanen",
    "sub bagian": "subbagian",
    "multi pihak": "multipihak",
    "beaya": "biaya",
    "menejer": "manajer",
    "menejemen": "manajemen",
    "managemen": "manajemen",
    "di tindak lanjuti": "ditindaklanjuti",
    "di tanda tangani": "ditandatangani",
    "di sebar luaskan": "disebarluaskan",
    "di serah terimakan": "diserahterimakan",
    "menyelesaiannya": "menyelesaikannya",
    "menunjukan": "menunjukkan",
    "ditunjukan": "ditunjukkan",
    "memasukan": "memasukkan",
    "dimasukan": "dimasukkan",
    "berserta": "beserta",
    "prasana": "prasarana",
    "sebagai mana": "sebagaimana",
    "ditindak lanjuti": "ditindaklanjuti",
    "menindak lanjuti": "menindaklanjuti",
    "mengikut sertakan": "mengikutsertakan",
    "diikut sertakan": "diikutsertakan",
    "menyebar luaskan": "menyebarluaskan",
    "disebar luaskan": "disebarluaskan",
    "menumbuh kembangkan": "menumbuhkembangkan",
    "dipertanggung jawabkan": "dipertanggungjawabkan",
    "mempertanggung jawabkan": "mempertanggungjawabkan",
    "memberi tahukan": "memberitahukan",
    "diberi tahukan": "diberitahukan",
    "menanda tangani": "menandatangani",
    "penanda tanganan": "penandatanganan",
    "pemberi tahuan": "pemberitahuan",
}
"""What official texts confuse, with what the dictionary of the language has."""

_AMENDED = re.compile(r"\b(?P<piece>dirubah)(?=,| (?:dengan|terakhir|oleh)\b)")
"""What stands between two laws, and in no title of one."""
_MAYOR = re.compile(
    r"(?<!Peraturan )(?<!Keputusan )(?<!Instruksi )\b(?:[Ww]ali[kK]ota|WALIKOTA)\b"
)

_FOREIGN = frozenset(
    (
        "meeting",
        "budget",
        "deadline",
        "update",
        "download",
        "workshop",
        "training",
        "input",
        "feedback",
        "sharing",
        "event",
        "skill",
        "monitoring",
        "website",
        "online",
        "offline",
        "stakeholder",
    )
)
_WRONG_PATTERN = re.compile(
    # Asked first whether a word begins: each of the many would be tried at each sign.
    r"(?<![\w-])(?=\w)("
    + "|".join(re.escape(wrong) for wrong in sorted(_WRONG, key=len, reverse=True))
    + r")(nya)?(?![\w-])",
    re.IGNORECASE,
)
_PARTED_LAW = re.compile(
    r"(?<![\w-])(undang)(?: +[-–] *| *[-–] +)(undang)(?![\w-])", re.IGNORECASE
)
"""`Undang - Undang`."""
_DOUBLE = re.compile(r"(?<![\w-])([^\W\d_]{2,}) (\1)(?![\w-])", re.IGNORECASE)
_TWICE_WITH_AFFIX = re.compile(
    r"(?<![\w-])(?:(?:se|ber)([^\W\d_]{3,}) \1(?:nya|an)?|([^\W\d_]{4,}) \2nya)(?![\w-])"
)
"""`sehari hari`, `sekurang kurangnya`: a word said twice is one with its hyphen."""
_ALWAYS_TWICE = re.compile(
    r"(?<![\w-])(masing|sendiri|rata|hati) \1(?![\w-])", re.IGNORECASE
)
_ORDINALS = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"
_PARTED_ORDINAL = re.compile(
    rf"(?<![\w-])ke (?P<number>{_ORDINALS}) (?P<counted>[a-z]{{3,20}})(?![\w-])"
    rf"|\b(?i:pihak|tahun|bulan|tahap|hari|bagian|kali|semester|periode|angsuran|termin)"
    rf" (?P<behind>(?i:ke) (?i:{_ORDINALS}))(?![\w-])"
)
_MAY_DOUBLE = frozenset(("masing", "sama", "sendiri", "rata", "lain", "hati", "orang"))
_APPOINTED = re.compile(r"\bdiangkat berdasarkan\b")
_TANGGAL = re.compile(r"\btanggal \d{1,2} \w+ \d{4}\b")

# From the start of a word only: tried at each of its letters, a long word costs its
# square.
_SPACE = re.compile(
    r"(?<!\w)(?:(?P<joined>\w+[/-]) (\w+)"
    r"|(\w+) (?P<late>[,;:.](?:\s|$))"
    r"|\w+ \))"
    r"|\) [,;.](?=\s|$)"
    r"|(?P<mark>[,;])(?P<next>[^\W\d_]+)"
    r"|\( "
    r"|(?P<two_marks>,,|;;|\.\.(?!\.)|;\.|,\.|(?<=[a-z]{5})\.;)"
)
_CLOSED_LABEL = re.compile(
    r"\s{0,20}(((?:[a-z]|\d{1,2})[.)](?=[A-Za-z][a-z]{2})|\(\d{1,2}\))([A-Za-z]{2,40}))"
    r"(?![\w.@])"
)
_CLOSED_UP = {
    "- ": "-",
    "/ ": "/",
    " ,": ",",
    " ;": ";",
    " .": ".",
    "( ": "(",
    " )": ")",
}
_MAY_HANG = re.compile(r"(\w+)- (dan|atau|maupun)\b|^\S+- ")


def _in_law(path: DataPath) -> bool:
    """Titles of laws are as the laws have them."""
    return path[:1] == ("dasar_hukum",)


def _lays_out(path: DataPath) -> bool:
    """Where "NOMOR : 1" is a matter of layout.

    In heads of the annex, set phrases, and any line of a file of others.
    """
    return path[:1] in (("lampiran",), ("kalimat",)) or isinstance(path[0], int)


def _is_of_our_day(reading: Reading, path: DataPath) -> bool:
    """Whether a law is spelt as everything is now: `Propinsi` in one of 1950 is right."""
    if path[-1] != "tentang" or reading.resolved is None:
        return False
    law: Any = reading.resolved
    for step in path[:-1]:
        law = law[step] if isinstance(step, int) else getattr(law, step)
    return (law.tahun or 0) >= _SPELT_AS_NOW


def common_mistakes(reading: Reading) -> Iterator[Flaw]:
    """Words that official texts confuse, and `di` together or apart where it is not."""
    said = _said_together(reading)
    for excerpt in reading.excerpts:
        if _in_law(excerpt.path):
            yield from _amended(excerpt)
            continue
        found = [*_mistakes(excerpt.prose), *_parted_ordinals(excerpt.prose, said)]
        for begin, written, right in sorted(found):
            message = f'"{written}" salah tulis'
            saran = f"tulis {right}"
            yield excerpt.flaw(written, message, saran, begin, replace=right)
        yield from _mayors(excerpt)
    for line in every_line(reading):
        if not line.is_sentence:
            for begin, written, right in _mistakes(line.text):
                message, saran = f'"{written}" salah tulis', f"tulis {right}"
                yield line.flaw(written, message, saran, begin)


def _amended(excerpt: Excerpt) -> Iterator[Flaw]:
    """`beberapa kali dirubah, terakhir dengan`."""
    for match in _AMENDED.finditer(excerpt.prose):
        right, begin = _WRONG[match["piece"]], match.start()
        message, saran = f'"{match["piece"]}" salah tulis', f"tulis {right}"
        yield excerpt.flaw(match["piece"], message, saran, begin, replace=right)


def _mayors(excerpt: Excerpt) -> Iterator[Flaw]:
    """`Walikota`, which the law on regions writes `wali kota`."""
    for match in _MAYOR.finditer(excerpt.prose):
        message = f'"{match[0]}" dalam UU 23/2014 ditulis wali kota'
        right = match[0][:4] + (" K" if match[0][0] == "W" else " k") + "ota"
        right = right.upper() if match[0].isupper() else right
        saran, begin = f"tulis {right}, kecuali pada kutipan", match.start()
        yield excerpt.flaw(match[0], message, saran, begin, "catatan")


def _said_together(reading: Reading) -> set[str]:
    """What a text counts in one word: `kota` in `kedua kota`."""
    counted = re.compile(rf"\bke(?:{_ORDINALS}) ([a-z]{{3,20}})\b")
    texts = (excerpt.text for excerpt in reading.excerpts)
    return {word for text in texts for word in counted.findall(text)}


def _parted_ordinals(text: str, said: set[str]) -> Iterator[Slip]:
    """`tahap ke dua`; `ke dua kota` where the text says `kedua kota` elsewhere."""
    for match in _PARTED_ORDINAL.finditer(text):
        if match["behind"]:
            written, begin = match["behind"], match.start("behind")
        elif match["counted"] in said:
            written, begin = f"ke {match['number']}", match.start()
        else:
            continue
        yield Slip(begin, written, written.replace(" ", ""))


def _mistakes(text: str) -> Iterator[Slip]:
    yield from slips(text)
    for match in _WRONG_PATTERN.finditer(text):
        right = _in_capitals_of(match[1], _WRONG[match[1].lower()])
        right += match[2] or ""
        yield Slip(match.start(), match[0], right)
    for match in _PARTED_LAW.finditer(text):
        yield Slip(match.start(), match[0], f"{match[1]}-{match[2]}")


def _in_capitals_of(written: str, right: str) -> str:
    """The right word with as many capitals as the wrong one has."""
    if written.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if written[:1].isupper() else right


def doubled(reading: Reading) -> Iterator[Flaw]:
    """The same word twice in a row; the same date twice in an appointment."""
    for excerpt in reading.excerpts:
        if _in_law(excerpt.path):
            continue
        yield from _doubled_words(excerpt)
        yield from _without_hyphen(excerpt)
        is_named = _APPOINTED.search(excerpt.text) if reading.typed is None else None
        if excerpt.path[-1:] == ("pengangkatan",) or is_named:
            yield from _doubled_dates(excerpt)


def _doubled_words(excerpt: Excerpt) -> Iterator[Flaw]:
    for match in _DOUBLE.finditer(excerpt.prose):
        if match[1].lower() not in _MAY_DOUBLE:
            yield excerpt.flaw(
                match[0],
                f'kata "{match[1]}" tertulis dua kali',
                "hapus salah satu",
                match.start(),
                replace=match[1],
            )


def _without_hyphen(excerpt: Excerpt) -> Iterator[Flaw]:
    prose = excerpt.prose
    matches = (*_TWICE_WITH_AFFIX.finditer(prose), *_ALWAYS_TWICE.finditer(prose))
    for match in matches:
        right = match[0].replace(" ", "-")
        message = f'"{match[0]}" tanpa tanda hubung'
        saran, begin = f"tulis {right}", match.start()
        yield excerpt.flaw(match[0], message, saran, begin)


def _doubled_dates(excerpt: Excerpt) -> Iterator[Flaw]:
    dates = _TANGGAL.findall(excerpt.text)
    still_to_come = Counter(dates)
    for tanggal in dates:
        still_to_come[tanggal] -= 1
        if still_to_come[tanggal]:
            message = f'"{tanggal}" tertulis dua kali'
            yield excerpt.flaw(tanggal, message, "hapus salah satu")


def spacing(reading: Reading) -> Iterator[Flaw]:
    """Spaces around marks."""
    for excerpt in reading.excerpts:
        for match in _SPACE.finditer(excerpt.prose):
            if not _may_be_spaced(match, excerpt):
                yield _wrong_space(match, excerpt)
        if reading.typed is None:
            yield from _closed_label(excerpt)


def _closed_label(excerpt: Excerpt) -> Iterator[Flaw]:
    """`b.memperoleh` and `(2)Setiap`, in a text of others."""
    match = _CLOSED_LABEL.match(excerpt.prose)
    if match:
        right = f"{match[2]} {match[3]}"
        message, begin = "nomor tanpa spasi di belakangnya", match.start(1)
        saran = f"tulis {right}"
        yield excerpt.flaw(match[1], message, saran, begin, replace=right)


def _may_be_spaced(match: re.Match[str], excerpt: Excerpt) -> bool:
    if match["joined"]:
        hangs = _MAY_HANG.match(excerpt.text, match.start())
        return bool(hangs) or match["joined"] == "s/"
    late = match["late"] or ""
    return late.strip() == ":" and _lays_out(excerpt.path)


def _wrong_space(match: re.Match[str], excerpt: Excerpt) -> Flaw:
    written = match[0].strip()
    begin = match.start() + len(match[0]) - len(match[0].lstrip())
    right = written
    for loose, closed_up in _CLOSED_UP.items():
        right = right.replace(loose, closed_up)
    if match["mark"]:
        right = f"{match['mark']} {match['next']}"
    message = "spasi atau tanda baca tidak pada tempatnya"
    if right == written or match["two_marks"]:
        saran = "periksa tanda bacanya"
        return excerpt.flaw(written, message, saran, begin)
    return excerpt.flaw(written, message, f"tulis {right}", begin, replace=right)


_LONGEST = 40
"""Letters; no word of the dictionary is longer, nor is it asked for longer ones."""
_SHORTEST = 4
"""Letters; shorter words are mostly abbreviations."""
_MOST_UNKNOWN = 20_000
"""Different words that no dictionary knows; a text with more is in another language."""
_ENGLISH = frozenset(
    ("the", "of", "and", "to", "in", "for", "by", "shall", "this", "with", "is", "as")
)
_INDONESIAN = frozenset(
    ("yang", "dan", "dengan", "dalam", "untuk", "ini", "pada", "atau", "oleh", "dari")
)
_FEWEST_ENGLISH = 5
"""Paragraphs in English that make a text one in two languages."""
_EXPLANATION = re.compile(r"(?<=[a-z] )\(([a-z]{3,20}(?:[ -][a-z]{3,20}){0,4})\)")
"""Words in brackets behind a word in small letters; behind figures they are a number."""
_FOREIGN_SPELLING = re.compile(
    r"ss|sh|th|ck|ph|oo|ee|ff|x|q|wh|gh|tion|[^n]ing$|ty$|ment$|ware$|ow"
)
_HANGING = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)(- )?")
"""A word, and its hyphen where the rest of it is said later: `pra- dan pasca`."""
_LABEL = re.compile(r"\s*(?:\(?\w{1,3}[.)]\s+)?")
_LONGEST_LABEL = 8
_PASSIVE = re.compile(r" di[a-z]{5,}\b")
_SPELT_AS_NOW = 2000
"""The year from which on laws are spelt as everything is."""
_PREFIX = ("antar", "non", "pra", "pasca", "ter", "ber", "se", "ke", "di", "pe")
_SUFFIX = ("nya", "an", "kan", "i")


def spelling(reading: Reading) -> Iterator[Flaw]:
    """Words that the dictionary does not know.

    Of names only those a letter away from a word often used here.
    """
    if reading.dictionary is None:
        return
    english = _english_words(reading)
    often = vocabulary(reading.word_count)
    near_unknown = dict[str, str]()
    told = set[str]()
    for excerpt, begin, word in _all_words_to_ask_for(reading):
        small = word.lower()
        if small in english:
            continue
        if small not in near_unknown:
            if is_known(small, reading.dictionary):
                continue
            if len(near_unknown) == _MOST_UNKNOWN:
                yield _not_indonesian(excerpt, begin, word)
                return
            near_unknown[small] = often.likelier_word(small)
        near = near_unknown[small]
        if small not in told and (near or not word[0].isupper()):
            told.add(small)
            yield _misspelt(excerpt, begin, word, near)
        elif small not in told and _begins_sentence(reading, excerpt, begin, word):
            told.add(small)
            yield _unknown_beginning(excerpt, begin, word)


def _begins_sentence(reading: Reading, excerpt: Excerpt, begin: int, word: str) -> bool:
    """`Dispute diselesaikan`: a word that stands once, and of which something is done."""
    is_first = begin <= _LONGEST_LABEL and _LABEL.fullmatch(excerpt.text[:begin])
    is_alone = reading.word_count[word.lower()] == 1 and word[1:].islower()
    is_done = _PASSIVE.match(excerpt.text, begin + len(word))
    return bool(is_first and is_alone and is_done)


def _unknown_beginning(excerpt: Excerpt, begin: int, word: str) -> Flaw:
    message, saran = f'"{word}" tidak dikenal kamus', "periksa, mungkin kata asing"
    return excerpt.flaw(word, message, saran, begin, "catatan")


def _english_words(reading: Reading) -> set[str]:
    """The words of the paragraphs in English of a text in two languages; else none."""
    vocabularies = [
        frozenset(word.lower() for word in words(excerpt.text))
        for excerpt in reading.excerpts
    ]
    english = [small for small in vocabularies if not small & _INDONESIAN]
    plain = [small for small in english if len(small & _ENGLISH) > 1]
    if len(plain) < _FEWEST_ENGLISH:
        return set()
    mixed = [small for small in vocabularies if len(small & _ENGLISH) > 2]
    alone = [small for small in english if small & _ENGLISH]
    return {word for small in (*alone, *mixed) for word in small}


def _not_indonesian(excerpt: Excerpt, begin: int, word: str) -> Flaw:
    message = "terlalu banyak kata yang tidak dikenal kamus; mulai di sini tidak dibaca"
    saran = "periksa apakah naskah ini berbahasa Indonesia"
    return excerpt.flaw(word, message, saran, begin)


def _misspelt(excerpt: Excerpt, begin: int, word: str, near: str) -> Flaw:
    right = near.capitalize() if word[0].isupper() else near
    message = f'"{word}" tidak dikenal kamus'
    saran = f"mungkin {right}" if right else "periksa ejaannya"
    return excerpt.flaw(word, message, saran, begin)


def _all_words_to_ask_for(reading: Reading) -> Iterator[tuple[Excerpt, int, str]]:
    """The words that are asked for, each with its text and where it begins in that."""
    # A long text says the same words again and again.
    is_asked_for = cache(_is_asked_for)
    for excerpt in reading.excerpts:
        if _in_law(excerpt.path) and not _is_of_our_day(reading, excerpt.path):
            continue
        hanging = _hanging_words(excerpt.prose)
        explained = _explained_in_brackets(reading, excerpt.prose)
        for begin, word in words_at(excerpt.prose):
            is_passed_over = word in hanging or begin in explained
            if not is_passed_over and is_asked_for(word):
                yield excerpt, begin, word


def _explained_in_brackets(reading: Reading, text: str) -> set[int]:
    """Where the words begin by which a text explains its own: `nirkabel (wireless)`."""
    known = reading.dictionary
    if known is None or "(" not in text:
        return set()
    begins = set[int]()
    for match in _EXPLANATION.finditer(text):
        inside = list(words_at(match[1]))
        if _are_foreign([word for _, word in inside], known):
            begins.update(match.start(1) + begin for begin, _ in inside)
    return begins


def _are_foreign(inside: Sequence[str], known: WordList) -> bool:
    """Whether words in brackets are of another language, and not a slip of ours.

    One word has to be spelt as none of ours is; of several, half or less are known.
    """
    if len(inside) == 1:
        return _FOREIGN_SPELLING.search(inside[0]) is not None
    is_number = any(word in NUMBER_WORDS for word in inside)
    many = sum(is_known(word, known) for word in inside)
    are_unknown = 2 * many <= len(inside) and _INDONESIAN.isdisjoint(inside)
    return are_unknown and not is_number


def _hanging_words(text: str) -> set[str]:
    """Words whose hyphen waits for what follows later."""
    if "- " not in text:
        return set()
    return {word for word, hyphen in _HANGING.findall(text) if hyphen}


def _is_asked_for(word: str) -> bool:
    """Whether a dictionary can say something of a word.

    Not of abbreviations, nor of what `common_mistakes` finds.
    """
    small = word.lower()
    if (
        len(word) < _SHORTEST
        or small.removesuffix("nya") in _WRONG
        or small in _FOREIGN
        or any(slips(word))
    ):
        return False
    return not (word.isupper() or any(letter.isupper() for letter in word[1:]))


def is_known(word: str, dictionary: WordList) -> bool:
    """A word of the dictionary, one made of such, or each part of a hyphenated one."""
    if _is_listed(word, dictionary):
        return True
    if "-" in word:
        parts = [part for part in word.split("-") if len(part) > 2]
        return all(is_known(part, dictionary) for part in parts)
    if len(word) > _LONGEST:
        return False
    roots = (root for root in _roots(word) if len(root) > 3)
    if any(_is_listed(root, dictionary) for root in roots):
        return True
    return word_parts.is_made(word, lambda part: _is_listed(part, dictionary))


def _is_listed(word: str, dictionary: WordList) -> bool:
    return word in FIELD_WORDS or (len(word) <= _LONGEST and dictionary(word))


def _roots(word: str) -> Iterator[str]:
    """The word without one of its affixes."""
    for suffix in _SUFFIX:
        if word.endswith(suffix):
            yield word.removesuffix(suffix)
    for prefix in _PREFIX:
        if word.startswith(prefix):
            yield word.removeprefix(prefix)


class Vocabulary(NamedTuple):
    """Words that a text uses often.

    Attributes:
        word_count: how often each word of the text stands there, rare ones too.
        often: the same of the frequent ones.
        near: each of those by itself less a letter, and with `?` for a letter; the most
            frequent where several are alike.
    """

    word_count: Mapping[str, int]
    often: Mapping[str, int]
    near: Mapping[str, str]

    def likelier_word(self, word: str) -> str:
        """The most frequent word a letter away, if it stands oftener; or empty.

        A letter away: one put in, left out, changed, or swapped with its neighbor.
        """
        if len(word) > _LONGEST:
            return ""
        candidates = [self.near.get(word, "")]
        for i, letter in enumerate(word):
            left, right = word[:i], word[i + 1 :]
            candidates.append(self.near.get(f"{left}?{right}", ""))
            candidates.append(left + right)
            candidates.append(left + right[:1] + letter + right[1:])
        others = [other for other in candidates if other in self.often]
        others = [other for other in others if other != word]
        likeliest = max(others, key=self.often.__getitem__, default="")
        oftener = self.often.get(likeliest, 0) > self.word_count[word]
        return likeliest if oftener else ""


def vocabulary(word_count: Mapping[str, int]) -> Vocabulary:
    """The words that stand at least twice."""
    often = {
        word: times
        for word, times in word_count.items()
        if times >= 2 and _SHORTEST < len(word) <= _LONGEST
    }
    near = dict[str, str]()
    for word in sorted(often, key=lambda word: -often[word]):
        for i in range(len(word)):
            near.setdefault(word[:i] + word[i + 1 :], word)
            near.setdefault(f"{word[:i]}?{word[i + 1 :]}", word)
    return Vocabulary(word_count, often, near)


def foreign(reading: Reading) -> Iterator[Flaw]:
    """English that has an Indonesian word."""
    for excerpt in reading.excerpts:
        for begin, word in words_at(excerpt.prose):
            if word.lower() in _FOREIGN:
                message = f'kata asing "{word}"'
                saran = "pakai padanannya dalam bahasa Indonesia"
                yield excerpt.flaw(word, message, saran, begin)
