"""Language: confusables, doubled words, spacing, words that no dictionary knows."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from notakesepakatan.compute.rules.bacaan import Flaw, Reading, WordList, words

_WRONG = {
    "membantalkan": "membatalkan",
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
    "di tandatangani": "ditandatangani",
    "menandatangai": "menandatangani",
    "milyar": "miliar",
    "nopember": "November",
    "pebruari": "Februari",
    "jum'at": "Jumat",
    "praktek": "praktik",
    "aktifitas": "aktivitas",
    "efektifitas": "efektivitas",
    "obyek": "objek",
    "subyek": "subjek",
    "ijin": "izin",
    "resiko": "risiko",
    "analisa": "analisis",
    "kwalitas": "kualitas",
    "kwitansi": "kuitansi",
    "jadual": "jadwal",
    "standarisasi": "standardisasi",
    "sekedar": "sekadar",
    "sistim": "sistem",
    "metoda": "metode",
    "hakekat": "hakikat",
    "nasehat": "nasihat",
    "sangsi hukum": "sanksi hukum",
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
    "dimana": "di mana",
    "diatas": "di atas",
    "dibawah": "di bawah",
    "diantara": "di antara",
    "didalam": "di dalam",
    "non pemerintah": "nonpemerintah",
    "pasca panen": "pascapanen",
    "sub bagian": "subbagian",
    "multi pihak": "multipihak",
    "disamping itu": "di samping itu",
    "menyelesaiannya": "menyelesaikannya",
}
"""What official texts confuse, with what the dictionary of the language has."""

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
    r"(?<![\w-])("
    + "|".join(re.escape(k) for k in sorted(_WRONG, key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)
_DOUBLE = re.compile(r"(?<![\w-])([^\W\d_]{2,}) (\1)(?![\w-])", re.IGNORECASE)
_TANGGAL = re.compile(r"\btanggal \d{1,2} \w+ \d{4}\b")
_SPACE = re.compile(  # from the start of a word only: tried at each of its letters, a long word costs its square
    r"(?<!\w)(?:(\w+[/-]) (\w+)|(\w+) ([,;:.](?:\s|$))|\w+ \))|([,;])([^\W\d_]+)|\( |(,,|;;|\.\.(?!\.)|;\.|,\.)"
)
_HALF_ROOM = re.compile(r"(\w+)- (dan|atau|maupun)\b|^\S+- ")


def _in_law(path: tuple[str | int, ...]) -> bool:
    """Titles of laws are as the laws have them."""
    return path[:1] == ("dasar_hukum",)


def _lays_out(path: tuple[str | int, ...]) -> bool:
    """Where "NOMOR : 1" is a matter of layout: heads of the annex, set phrases, and any line of a file of others."""
    return path[:1] in (("lampiran",), ("kalimat",)) or isinstance(path[0], int)


def confusables(b: Reading) -> Iterator[Flaw]:
    """Words that official texts confuse."""
    for p in b.excerpt:
        for match in _WRONG_PATTERN.finditer(p.teks) if not _in_law(p.path) else ():
            right = _WRONG[match[0].lower()]
            if match[0][:1].isupper():
                right = right[:1].upper() + right[1:]
            yield Flaw(
                p.place, match[0], f'"{match[0]}" salah tulis', f"tulis {right}", right
            )


_MAY_DOUBLE = frozenset(("masing", "sama", "sendiri", "rata", "lain", "hati", "orang"))


def doubled(b: Reading) -> Iterator[Flaw]:
    """The same word twice in a row; the same date twice in an appointment."""
    for p in b.excerpt:
        if _in_law(p.path):
            continue
        for match in _DOUBLE.finditer(p.teks):
            if match[1].lower() not in _MAY_DOUBLE:
                yield Flaw(
                    p.place,
                    match[0],
                    f'kata "{match[1]}" tertulis dua kali',
                    "hapus salah satu",
                    match[1],
                )
        if p.path[-1:] == ("pengangkatan",):
            again = Counter(_TANGGAL.findall(p.teks))
            for tanggal in _TANGGAL.findall(p.teks):
                again[tanggal] -= 1
                if again[tanggal]:
                    yield Flaw(
                        p.place,
                        tanggal,
                        f'"{tanggal}" tertulis dua kali',
                        "hapus salah satu",
                    )


def spacing(b: Reading) -> Iterator[Flaw]:
    """Spaces around marks."""
    for p in b.excerpt:
        for match in _SPACE.finditer(p.teks):
            word = match[0].strip()
            if match[1] and (
                _HALF_ROOM.match(p.teks, match.start()) or match[1] == "s/"
            ):
                continue
            if match[4] and match[4].strip() == ":" and _lays_out(p.path):
                continue
            right = (
                word.replace("- ", "-")
                .replace("/ ", "/")
                .replace(" ,", ",")
                .replace(" ;", ";")
                .replace(" .", ".")
                .replace("( ", "(")
                .replace(" )", ")")
            )
            if match[5]:
                right = f"{match[5]} {match[6]}"
            safe = right if right != word and not match[7] else None
            yield Flaw(
                p.place,
                word,
                "spasi atau tanda baca tidak pada tempatnya",
                f"tulis {right}" if safe else "periksa tanda bacanya",
                safe,
            )


def spelling(b: Reading) -> Iterator[Flaw]:
    """Words that the dictionary does not know; of names only those a letter away from a word often used here."""
    if b.dictionary is None:
        return
    often = {
        word: n
        for word, n in b.word_count.items()
        if n >= 2 and 4 < len(word) <= _LONGEST
    }
    neighbour = _neighbours(often)
    already = set[str]()
    for p in b.excerpt:
        if _in_law(p.path):
            continue
        split = (
            {word for word, tail in _SPLIT.findall(p.teks) if tail}
            if "- " in p.teks
            else ()
        )
        for word in words(p.teks):
            small = word.lower()
            if (
                len(word) < 4
                or word.isupper()
                or small in already
                or any(c.isupper() for c in word[1:])
                or small in _WRONG
            ):
                continue
            if _known(small, b.dictionary) or word in split:
                continue
            near = (
                _one_letter_away(small, often, neighbour)
                if len(small) <= _LONGEST
                else ""
            )
            if b.word_count[small] >= often.get(near, 0):
                near = ""
            if word[0].isupper() and not near:
                continue
            already.add(small)
            right = (near.capitalize() if word[0].isupper() else near) if near else ""
            yield Flaw(
                p.place,
                word,
                f'"{word}" tidak dikenal kamus',
                f"mungkin {right}" if right else "periksa ejaannya",
            )


_LONGEST = 40
"""Letters; no word of the dictionary is longer, nor is it asked for longer ones."""
_SPLIT = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)(- )?")
_PREFIX = ("antar", "non", "pra", "pasca", "ter", "ber", "se", "ke", "di", "pe")
_SUFFIX = ("nya", "an", "kan", "i")
_KNOWN = frozenset(
    [
        "fasilitasi",
        "wirausaha",
        "nonkementerian",
        "sinergi",
        "surel",
        "faksimile",
        "outcome",
        "output",
    ]
)
"""Words of this field that the dictionary lacks."""


def _known(word: str, dictionary: WordList) -> bool:
    """A word of the dictionary, one affix more, or each part of a hyphenated one."""
    if word in _KNOWN or (len(word) <= _LONGEST and dictionary(word)):
        return True
    if "-" in word:
        return all(
            _known(part, dictionary) for part in word.split("-") if len(part) > 2
        )
    if len(word) > _LONGEST:
        return False
    root = [word.removesuffix(a) for a in _SUFFIX if word.endswith(a)]
    root += [word.removeprefix(a) for a in _PREFIX if word.startswith(a)]
    return any(len(one) > 3 and (one in _KNOWN or dictionary(one)) for one in root)


def _neighbours(often: Mapping[str, int]) -> dict[str, str]:
    """Each word of `often` by itself less a letter, and with `?` for a letter; the most frequent where several are alike."""
    result = dict[str, str]()
    for word in sorted(often, key=lambda k: -often[k]):
        for i in range(len(word)):
            result.setdefault(word[:i] + word[i + 1 :], word)
            result.setdefault(f"{word[:i]}?{word[i + 1 :]}", word)
    return result


def _one_letter_away(
    word: str, often: Mapping[str, int], neighbour: Mapping[str, str]
) -> str:
    """The most frequent word that is this one with a letter put in, left out, changed, or two neighbours swapped; or empty."""
    candidate = [neighbour.get(word, "")]
    for i in range(len(word)):
        left, right = word[:i], word[i + 1 :]
        candidate += [
            neighbour.get(f"{left}?{right}", ""),
            left + right,
            left + right[:1] + word[i] + right[1:],
        ]
    return max(
        (c for c in candidate if c in often and c != word),
        key=lambda c: often[c],
        default="",
    )


def foreign(b: Reading) -> Iterator[Flaw]:
    """English that has an Indonesian word."""
    for p in b.excerpt:
        for word in words(p.teks):
            if word.lower() in _FOREIGN:
                yield Flaw(
                    p.place,
                    word,
                    f'kata asing "{word}"',
                    "pakai padanannya dalam bahasa Indonesia",
                )
