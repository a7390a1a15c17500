"""Set phrases of which a word is missing, or is another."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.words.spelt import NUMBER_WORDS

_PAPERS = (
    r"(?:perjanjian|adendum|addendum|berita acara|naskah|kesepakatan|nota|kontrak"
    r"|rencana|dokumen|surat|laporan)"
)
_PIHAK = r"(?:salah satu )?PIHAK(?: KE\w+| PERTAMA)?"
_COUNTED = r"(?:kali|orang|rangkap|lembar|unit|buah|eksemplar|persen|peserta)"
_NUMBER = rf"(?:{'|'.join(sorted(NUMBER_WORDS))})"
_SPELT = r"(?:\([a-z ]{2,40}\) )?"


class _Formula(NamedTuple):
    """One slip of a set phrase.

    Attributes:
        pattern: finds it.
        message: what is wrong.
        saran: what to do.
    """

    pattern: re.Pattern[str]
    message: str
    saran: str


def _lacking(before: str, word: str, behind: str) -> _Formula:
    """A phrase in which a word is missing."""
    pattern = re.compile(rf"(?P<piece>{before})(?={behind})")
    return _Formula(pattern, f'mungkin kurang kata "{word}"', f'sisipkan "{word}"')


_FORMULAS = (
    _Formula(
        re.compile(
            rf"\b(?P<piece>[Pp]aling)"
            rf"(?= \d| \([a-z]| (?:{_NUMBER}|tanggal|sejak|setelah)\b|[.;,]|$)"
        ),
        '"paling" tanpa lambat, lama, sedikit, atau banyak',
        "tulis kata yang kurang",
    ),
    _Formula(
        re.compile(
            r"\b(?P<piece>[Pp]aling (?:lambat|lama|singkat|cepat)"
            rf" (?:\d{{1,4}} {_SPELT}|{_NUMBER} ){_COUNTED})\b"
            r"(?! \d| (?:masa|jangka|periode|dua puluh|lipat))"
        ),
        "batas waktu untuk yang dihitung banyaknya",
        'tulis "paling sedikit" atau "paling banyak"',
    ),
    _lacking(r"(?<![Dd]i )\b[Dd]alam", "hal", r" (?:terdapat|terjadi|timbul)\b"),
    _lacking(
        r"\b[Dd]alam",
        "hal",
        rf" {_PIHAK} (?:tidak|mengalami|melanggar|lalai|terlambat|belum|bermaksud)\b",
    ),
    _lacking(r"\b[Dd]ituangkan(?: lebih lanjut)?", "dalam", rf" {_PAPERS}\b"),
    _lacking(r"\b[Tt]ercantum", "dalam", r" Lampiran\b"),
    _lacking(r"\b[Tt]erdiri", "atas", r" \d{1,3} \("),
    _lacking(r"\buntuk", "dan", r" atas nama\b"),
    _lacking(r"\bberlaku", "sejak", r" tanggal (?:di|pen)tanda ?tangan"),
    _lacking(r"\bbertanda tangan", "di", r" bawah ini\b"),
    _lacking(
        r"\b(?:berkedudukan|beralamat|bertempat)",
        "di",
        r" (?:Jalan|Jl\.|Gedung|Kompleks|Desa|Kota|Kabupaten)\b",
    ),
    _lacking(
        r"\bmengalami keadaan",
        "kahar",
        r" (?:memberi|menyampai|melapor|wajib|harus|segera)",
    ),
    _lacking(r"\bmempunyai kekuatan", "hukum", r" yang sama\b"),
    _lacking(r"\bbagian(?: yang)?", "tidak", r" (?:dapat di|ter)pisahkan\b"),
    _lacking(
        r"\b[Aa]nggaran [Pp]endapatan dan",
        "belanja",
        r" (?:[Dd]aerah|[Nn]egara|[Dd]esa)\b",
    ),
    _lacking(
        r"\b[Aa]nggaran(?: dan)?",
        "pendapatan",
        r" dan [Bb]elanja (?:[Dd]aerah|[Nn]egara|[Dd]esa)\b",
    ),
    _Formula(
        re.compile(
            r"(?:\byang timbul|\b[Bb]iaya|\b[Bb]eban) "
            r"(?P<piece>tanggung|bebankan|bayar)(?= (?:oleh|kepada|pada|bersama|masing"
            r"|PIHAK|PARA)\b)"
        ),
        "mungkin kurang awalan di-",
        "tulis mis. ditanggung",
    ),
)


def incomplete(reading: Reading) -> Iterator[Flaw]:
    """`paling 2 (dua) kali`, `dalam terdapat`, `dituangkan adendum`."""
    for excerpt in reading.excerpts:
        if excerpt.path[0] == "dasar_hukum":
            continue
        for formula in _FORMULAS:
            for match in formula.pattern.finditer(excerpt.prose):
                begin, piece = match.start("piece"), match["piece"]
                yield excerpt.flaw(piece, formula.message, formula.saran, begin)
