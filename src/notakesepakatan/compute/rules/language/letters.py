"""Capitals: none within a word, one where a sentence begins."""

import re
from collections.abc import Iterator
from itertools import pairwise

from notakesepakatan.compute.rules.language.spelling import is_known
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading, words_at

_WITHIN = re.compile(r"[A-Za-z]?[a-z]+[A-Z]+[a-z]*|[A-Z]{3,}[a-z]")
"""`sebaGaimana`, `PIHAk`; not `MoU`."""
_SHORTEST = 4
_AYAT_LABEL = re.compile(r"\(\d{1,3}[a-z]?\) (?=[a-z])")
_SENTENCES = (("pasal", "isi"), ("pasal", "ayat", "isi"))
"""Keys of the texts that are sentences of their own."""
_FOLLOWING = ("paragraf", "penutup")
"""Keys of the texts that are so, unless they go on with what stands above."""
_GOES_ON = re.compile(r"(?:[,;:]|; ?(?:dan|atau|dan/atau))$")
_ENDED = re.compile(r"[a-z]{4,}\.$")
_FEWEST_WORDS = 4
_INSIDE = re.compile(r"(?<=[a-z]{5}\. )(?P<word>[a-z]{3,})(?= [a-z])")
_BODIES = (
    r"(?:pengadilan (?:negeri|tinggi|agama|niaga|tata usaha negara)"
    r"|pemerintah (?:daerah |)(?:provinsi|kabupaten|kota|desa|kelurahan)"
    r"|badan arbitrase nasional|mahkamah agung|mahkamah konstitusi"
    r"|gubernur|bupati|wali kota|kepala desa|kementerian|universitas)"
)
_SMALL_BODY = re.compile(
    rf"(?<![\w-])(?P<piece>{_BODIES}) (?=[A-Z][a-z])(?!Negara\b|Indonesia\b|Bank\b)"
)
_LANGUAGES = (
    "indonesia|inggris|melayu|jawa|sunda|madura|bali|arab|jepang|mandarin|korea|belanda"
    "|jerman|prancis|perancis|spanyol|portugis|rusia|tionghoa"
)
_SMALL_NAME = re.compile(
    rf"(?<![\w.@/-])(?:(?<=bahasa )(?P<language>{_LANGUAGES})|republik [Ii]ndonesia"
    r"|indonesia)(?![\w@/-]|\.\w)"
)
"""`bahasa inggris`, `republik indonesia`."""
_SIDES = "Utara|Selatan|Timur|Barat|Tengah|Raya|Hilir|Hulu"
_PLACE = re.compile(
    r"\b(?:Kota|Kabupaten|Provinsi|Kecamatan|Desa|Kelurahan|di) "
    rf"(?P<name>[A-Z][a-z]+ (?:(?P<side>{_SIDES})|[A-Z][a-z]+))(?= [a-z]|[,;.)]|$)"
)
"""A place of two words; of one word there may be a common word like it."""
_PARTS_OF_PLACES = frozenset(
    ("bagian", "wilayah", "sisi", "daerah", "kawasan", "pantai", "laut", "pulau")
)
"""`wilayah timur` is one with small letters, whatever has its name of it."""
_LARGE_WORD = re.compile(
    r"(?<=[a-z] )(?P<piece>Untuk|Dan|Yang|Dengan|Atau|Dari|Oleh|Dalam|Sebagai|Secara|Pada)"
    r"(?= [a-z])"
)
_AGREED = re.compile(
    r"(?<=[a-z] )(?P<piece>musyawarah(?: (?:untuk|dan) (?:mencapai )?mufakat)?)\b",
    re.IGNORECASE,
)
_BEFORE_PHRASE = re.compile(r"\b(?:secara|dengan|melalui|jalan|bila|apabila) $")
_FIRST_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*(?= )")


def within_words(reading: Reading) -> Iterator[Flaw]:
    """A capital in the midst of a word that has none, or a small letter among capitals."""
    if reading.dictionary is None:
        return
    for excerpt in reading.excerpts:
        for begin, word in words_at(excerpt.prose):
            is_odd = len(word) >= _SHORTEST and _WITHIN.fullmatch(word)
            if is_odd and is_known(word.lower(), reading.dictionary):
                right = word.upper() if word[:2].isupper() else word.lower()
                if word[0].isupper() and not word[:2].isupper():
                    right = right.capitalize()
                message = f'huruf besar dan kecil tercampur dalam "{word}"'
                saran = f"tulis {right}"
                yield excerpt.flaw(word, message, saran, begin)


def of_phrases(reading: Reading) -> Iterator[Flaw]:
    """A capital in the midst of a set phrase, or none in the name of a body."""
    yield from within_words(reading)
    yield from _small_names(reading)
    for excerpt in reading.excerpts:
        if excerpt.path[0] == "dasar_hukum":
            continue
        for match in _SMALL_BODY.finditer(excerpt.prose):
            message = "nama lembaga atau jabatan ditulis dengan huruf kecil"
            saran = f"tulis {match['piece'].title()}"
            yield _at(excerpt, match, message, saran)
        for match in _LARGE_WORD.finditer(excerpt.prose):
            message = f'"{match["piece"]}" dengan huruf besar di tengah kalimat'
            yield _at(excerpt, match, message, f"tulis {match['piece'].lower()}")
        for match in _AGREED.finditer(excerpt.prose):
            if _is_mixed(excerpt, match):
                message = "huruf besar di tengah rumusan"
                yield _at(excerpt, match, message, f"tulis {match['piece'].lower()}")


def _small_names(reading: Reading) -> Iterator[Flaw]:
    """The name of a language, of the country, or of a place of the text in small letters."""
    places = "|".join(re.escape(name) for name in sorted(_places(reading)))
    patterns = [_SMALL_NAME]
    if places:
        patterns.append(re.compile(rf"(?<=[a-z] )(?:{places})(?![\w-])"))
    for excerpt in reading.excerpts:
        for pattern in patterns:
            for match in pattern.finditer(excerpt.prose):
                begin, message = match.start(), "nama ditulis dengan huruf kecil"
                saran = f"tulis {match[0].title()}"
                yield excerpt.flaw(match[0], message, saran, begin)


def _places(reading: Reading) -> set[str]:
    """The places of a text, in small letters, that no common words are like."""
    result = set[str]()
    for excerpt in reading.excerpts:
        for match in _PLACE.finditer(excerpt.text):
            name = match["name"].lower()
            is_place = _is_no_phrase(name, reading)
            if match["side"]:
                is_place = name.split()[0] not in _PARTS_OF_PLACES
            if is_place:
                result.add(name)
    return result


def _is_no_phrase(name: str, reading: Reading) -> bool:
    """Whether the dictionary does not know each of the words."""
    known = reading.dictionary
    return known is not None and not all(is_known(word, known) for word in name.split())


def _is_mixed(excerpt: Excerpt, match: re.Match[str]) -> bool:
    """Whether a phrase of a sentence has capitals, and is not all in them."""
    piece = match["piece"]
    before = excerpt.prose[: match.start()]
    is_phrase = _BEFORE_PHRASE.search(before) is not None
    return is_phrase and not piece.islower() and not piece.isupper()


def _at(excerpt: Excerpt, match: re.Match[str], message: str, saran: str) -> Flaw:
    begin, piece = match.start("piece"), match["piece"]
    return excerpt.flaw(piece, message, saran, begin)


def beginnings(reading: Reading) -> Iterator[Flaw]:
    """A sentence of a pasal or of an ayat begins with a capital; an item of a list does not."""
    for excerpt in reading.excerpts:
        begin = _begin_of_sentence(reading, excerpt)
        word = _FIRST_WORD.match(excerpt.text, begin) if begin is not None else None
        if word and begin is not None:
            yield _small(excerpt, word[0], begin)
    yield from _following(reading)
    for excerpt in reading.excerpts:
        for match in _INSIDE.finditer(excerpt.prose):
            yield _small(excerpt, match["word"], match.start("word"))


def _following(reading: Reading) -> Iterator[Flaw]:
    """A sentence below another, or below a list that does not go on with it."""
    for above, below in pairwise(reading.excerpts):
        word = _FIRST_WORD.match(below.text)
        if not word or not _is_whole_sentence(below.text):
            continue
        if reading.typed is None:
            is_new = _ENDED.search(above.text.rstrip()) is not None
        else:
            keys = [step for step in below.path if isinstance(step, str)]
            is_below = keys[0] == "pasal" and keys[-1] in _FOLLOWING
            is_paragraph = keys[-1] == _FOLLOWING[0]
            end = above.text.rstrip()
            is_ended = end.endswith(".") if is_paragraph else not _GOES_ON.search(end)
            is_new = is_below and is_ended
        if is_new:
            yield _small(below, word[0], 0)


def _is_whole_sentence(text: str) -> bool:
    is_long = len(text.split()) >= _FEWEST_WORDS
    return is_long and "\t" not in text and text.rstrip().endswith(".")


def _small(excerpt: Excerpt, word: str, begin: int) -> Flaw:
    message = "kalimat diawali huruf kecil"
    # A name may be written small, so nobody is spared the decision.
    saran = f"tulis {word.capitalize()}, kecuali bila ini nama yang ditulis kecil"
    return excerpt.flaw(word, message, saran, begin)


def _begin_of_sentence(reading: Reading, excerpt: Excerpt) -> int | None:
    """Where the sentence of a pasal or an ayat begins; None where none does."""
    if reading.typed is None:
        label = _AYAT_LABEL.match(excerpt.text)
        return label.end() if label else None
    keys = tuple(step for step in excerpt.path if isinstance(step, str))
    return 0 if keys in _SENTENCES else None
