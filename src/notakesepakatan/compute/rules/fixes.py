"""Which words may be put in without asking: those that are right beyond doubt, no others."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from notakesepakatan.compute.rules.likeness import like
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading
from notakesepakatan.place import DataPath, key_of_lampiran

_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"@|://|www\.|[\w-]\.[\w-]{2}")
"""What a word has in it that is a mail or web address, or a grouped number."""
_NUMBER_OF_A_PAPER = re.compile(r"\d.*/|/.*\d")
_QUOTED = re.compile(
    r"[“„«][^”»]*[”»]?|\"[^\"]*\"?|(?<!\w)['‘][^'’]*['’](?!\w)",
)
_LAW = re.compile(
    r"\b(?:Undang-Undang|Peraturan|Keputusan|Ketetapan|Instruksi|Kitab|Qanun)\b"
    r"(?=[^,;(]{0,300}(?:\bNomor\b|\bTahun\b|\b[Tt]entang\b|\d))[^,;(]*"
)
_OTHER_PAPER = re.compile(
    r"\b(?:Kesepakatan|Kesepahaman|Perjanjian|Memorandum|Adendum|Dokumen|Surat)\b"
    r"(?! ini\b)(?=[^,;(]{0,300}(?:\bNomor\b|\b[Tt]entang\b))[^,;(]*"
)
"""The name of a law, or of another paper, as far as its title may go."""
_CAPITALIZED = re.compile(r"[^\W\d_a-z][\w-]*")
_OPENS_A_SENTENCE = re.compile(r"(?:^|[.:;?!]\s+)[^\w]*$")
_DEFINES = re.compile(r"\b(?:adalah|ialah|yang selanjutnya (?:disebut|disingkat))\b")
_DIGIT = re.compile(r"\d")

_NAMES = ("nama", "nama_judul", "pejabat", "jabatan", "pejabat_pelaksana", "sebutan")
"""Keys of a party whose words it has chosen itself."""
_NEVER_TWICE = re.compile(
    r"ada|adalah|agar|akan|antara|apabila|atas|atau|bahwa|dalam|dan|dapat|dari|dengan|"
    r"di|guna|harus|ini|itu|jika|juga|karena|ke|kepada|maka|maupun|melalui|oleh|pada|"
    r"para|sebagai|sebagaimana|sedangkan|serta|sesuai|setelah|setiap|suatu|tanpa|telah|"
    r"tentang|terhadap|tetap|tidak|untuk|wajib|yang"
)
"""Words that are never doubled on purpose, as a noun is with a hyphen between."""
_OF_LAMPIRAN = ("SAMA-NOMOR", "SAMA-NAMA", "SAMA-JUDUL", "SAMA-TANGGAL")
"""Rules on what the head of an annex repeats of the front page, and no other text does."""
_NEARLY = 0.8
"""Likeness of a name to the one it is a slip of."""
_LONGEST = 10_000
"""Letters; no paragraph of an agreement is longer, and each fix reads all of it."""
_NEVER = frozenset(("SAMA-ISTILAH", "ANGKA-HARI"))
"""Rules that see that two things disagree, and not which of them is right."""


class Fixes:
    """Tells of the findings on one text which may be put right without asking."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known = dict[tuple[str, DataPath, str, str], bool]()

    def settled(self, kode: str, flaw: Flaw) -> Flaw:
        """The same finding, with no words to put in where those are open to doubt."""
        if flaw.replace is None:
            return flaw
        key = kode, flaw.place.path, flaw.piece, flaw.replace
        if key not in self._known:
            self._known[key] = self._is_beyond_doubt(kode, flaw, flaw.replace)
        return flaw if self._known[key] else replace(flaw, replace=None)

    def _is_beyond_doubt(self, kode: str, flaw: Flaw, right: str) -> bool:
        excerpt = self._by_path.get(flaw.place.path)
        if kode in _NEVER or not flaw.piece or excerpt is None:
            return False
        if not right:
            return True  # a pasted number at the head of a text
        if kode in _OF_LAMPIRAN:
            return _is_slip_in_head(kode, flaw, right)
        if len(excerpt.text) > _LONGEST or not _stands_alone(excerpt.text, flaw.piece):
            return False
        return self._is_free(excerpt, flaw.piece) and _is_sure(kode, flaw, excerpt)

    @cached_property
    def _by_path(self) -> dict[DataPath, Excerpt]:
        return {excerpt.path: excerpt for excerpt in self._reading.excerpts}

    @cached_property
    def _names(self) -> list[str]:
        """What the parties and their offices are called, the longest first."""
        typed = self._reading.resolved
        if typed is None:
            return []
        names = {
            str(getattr(pihak, key))
            for pihak in typed.para_pihak
            for key in _NAMES
            if getattr(pihak, key, None)
        }
        return sorted(names, key=lambda name: (-len(name), name))

    def _is_free(self, excerpt: Excerpt, piece: str) -> bool:
        """Whether these words stand in no name, address, quotation, or title of a law."""
        path = excerpt.path
        if path[:1] == ("dasar_hukum",):
            return False
        if path[:1] == ("para_pihak",) and path[-1] != "kalimat":
            return False
        kept = list(self._kept(excerpt.text))
        return not any(
            begin < end_of_kept and begin_of_kept < end
            for begin, end in _places(excerpt.text, piece)
            for begin_of_kept, end_of_kept in kept
        )

    def _kept(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text says what is not its own to change."""
        for match in _TOKEN.finditer(text):
            if _ADDRESS.search(match[0]) or _NUMBER_OF_A_PAPER.search(match[0]):
                yield match.span()
        for pattern in (_QUOTED, _LAW, _OTHER_PAPER):
            for match in pattern.finditer(text):
                yield match.span()
        for name in self._names:
            yield from _places(text, name)


def _is_slip_in_head(kode: str, flaw: Flaw, right: str) -> bool:
    """Whether the head of an annex says another day, or nearly the right words."""
    in_head = key_of_lampiran(flaw.place.path) in ("kepala", "judul")
    is_day = kode == "SAMA-TANGGAL"
    return in_head and (is_day or like(flaw.piece, right) >= _NEARLY)


def _places(text: str, piece: str) -> Iterator[tuple[int, int]]:
    begin = text.find(piece)
    while begin >= 0:
        yield begin, begin + len(piece)
        begin = text.find(piece, begin + 1)


def _stands_alone(text: str, piece: str) -> bool:
    """Whether a piece is nowhere a part of a longer word: `diatas` in `mediatasi`."""
    for begin, end in _places(text, piece):
        joined_before = piece[0].isalnum() and text[begin - 1 : begin].isalnum()
        joined_behind = piece[-1].isalnum() and text[end : end + 1].isalnum()
        if joined_before or joined_behind:
            return False
    return True


def _is_sure(kode: str, flaw: Flaw, excerpt: Excerpt) -> bool:
    """What each rule has to ask beside."""
    text, piece = excerpt.text, flaw.piece
    match kode:
        case "BAHASA-GANDA":
            return bool(_NEVER_TWICE.fullmatch(piece.split()[0].lower()))
        case "BAHASA-SPASI":
            return not _DIGIT.search(piece)
        case "BAHASA-SALAH":
            return not _in_a_name(text, piece)
        case "DAFTAR-HURUF":
            return not _begins_a_name(text, piece)
        case _:
            return True


def _in_a_name(text: str, piece: str) -> bool:
    """Whether capitalised words stand around a capitalised one: `Bagian Kerjasama`."""
    if not piece[:1].isupper() or text.isupper():
        return False
    for begin, end in _places(text, piece):
        opens = _OPENS_A_SENTENCE.search(text[:begin])
        before = text[:begin].rstrip().rpartition(" ")[2]
        behind = text[end:].lstrip()
        followed = bool(_CAPITALIZED.match(behind)) and text[end : end + 1] == " "
        if followed or (not opens and _CAPITALIZED.match(before)):
            return True
        if not opens and not piece.isupper():
            return True  # a capital in the middle of a sentence is there on purpose
    return False


def _begins_a_name(text: str, piece: str) -> bool:
    """Whether the capital is that of a name, a law, or a term that is being defined."""
    behind = text[len(piece) :].lstrip()
    return (
        bool(_CAPITALIZED.match(behind))
        or "-" in piece
        or bool(_DEFINES.search(text))
        or bool(_DIGIT.match(behind))
    )
