"""Language: confusables, doubled words, spacing, words that no dictionary knows."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.periksa.bacaan import Bacaan, Cacat, Kamus, words

_SALAH = {
    "membantalkan": "membatalkan", "merubah": "mengubah", "dirubah": "diubah", "perubahannnya": "perubahannya",
    "antar instansi": "antarinstansi", "antar lembaga": "antarlembaga", "antar daerah": "antardaerah",
    "materai": "meterai", "bermaterai": "bermeterai", "faximile": "faksimile", "bertandatangan": "bertanda tangan",
    "ditindaklajuti": "ditindaklanjuti", "ditanda tangani": "ditandatangani", "di tandatangani": "ditandatangani",
    "menandatangai": "menandatangani", "milyar": "miliar", "nopember": "November", "pebruari": "Februari",
    "jum'at": "Jumat", "praktek": "praktik", "aktifitas": "aktivitas", "efektifitas": "efektivitas", "obyek": "objek",
    "subyek": "subjek", "ijin": "izin", "resiko": "risiko", "analisa": "analisis", "kwalitas": "kualitas",
    "kwitansi": "kuitansi", "jadual": "jadwal", "standarisasi": "standardisasi", "sekedar": "sekadar", "sistim": "sistem",
    "metoda": "metode", "hakekat": "hakikat", "nasehat": "nasihat", "sangsi hukum": "sanksi hukum", "rapih": "rapi",
    "himbauan": "imbauan", "menghimbau": "mengimbau", "mensukseskan": "menyukseskan", "mentaati": "menaati",
    "terimakasih": "terima kasih", "kerjasama": "kerja sama", "bekerjasama": "bekerja sama",
    "tanggungjawab": "tanggung jawab", "pertanggung jawaban": "pertanggungjawaban", "dimana": "di mana",
    "diatas": "di atas", "dibawah": "di bawah", "diantara": "di antara", "didalam": "di dalam",
    "non pemerintah": "nonpemerintah", "pasca panen": "pascapanen", "sub bagian": "subbagian",
    "multi pihak": "multipihak", "disamping itu": "di samping itu", "menyelesaiannya": "menyelesaikannya",
}  # fmt: skip
"""What official texts confuse, with what the dictionary of the language has."""

_ASING = frozenset(
    (
        "meeting", "budget", "deadline", "update", "download", "workshop", "training", "input", "feedback", "sharing", "event",
        "skill", "monitoring", "website", "online", "offline", "stakeholder",
    )
)  # fmt: skip
_POLA_SALAH = re.compile(
    r"(?<![\w-])(" + "|".join(re.escape(k) for k in sorted(_SALAH, key=len, reverse=True)) + r")(?![\w-])", re.IGNORECASE
)
_GANDA = re.compile(r"(?<![\w-])([^\W\d_]{2,}) (\1)(?![\w-])", re.IGNORECASE)
_FRASA_GANDA = re.compile(r"\b((?:\S+ ){2,5}\S+?),? (?:\S+ ){0,25}?\1(?!\S)")
_SPASI = re.compile(r"(\w+[/-]) (\w+)|(\w+) ([,;:.](?:\s|$))|([,;])([^\W\d_]+)|(\() |\w+ (\))|(,,|;;|\.\.(?!\.)|;\.|,\.)")
_SETENGAH_RUANG = re.compile(r"(\w+)- (dan|atau|maupun)\b|^\S+- ")


def _in_law(jalur: tuple[str | int, ...]) -> bool:
    """Titles of laws are as the laws have them."""
    return jalur[:1] == ("dasar_hukum",)


def confusables(b: Bacaan) -> Iterator[Cacat]:
    """Words that official texts confuse."""
    for p in b.petikan:
        for cocok in _POLA_SALAH.finditer(p.teks) if not _in_law(p.jalur) else ():
            benar = _SALAH[cocok[0].lower()]
            if cocok[0][:1].isupper():
                benar = benar[:1].upper() + benar[1:]
            yield Cacat(p.jalur, cocok[0], f'"{cocok[0]}" salah tulis', f"tulis {benar}", benar)


_BOLEH_GANDA = frozenset(("masing", "sama", "sendiri", "rata", "lain", "hati", "orang"))


def doubled(b: Bacaan) -> Iterator[Cacat]:
    """The same word twice in a row; a phrase of three words or more twice in a name of a document."""
    for p in b.petikan:
        if _in_law(p.jalur):
            continue
        for cocok in _GANDA.finditer(p.teks):
            if cocok[1].lower() not in _BOLEH_GANDA:
                yield Cacat(p.jalur, cocok[0], f'kata "{cocok[1]}" tertulis dua kali', "hapus salah satu", cocok[1])
        if p.jalur[-1:] == ("pengangkatan",):
            for cocok in re.finditer(r"\b(tanggal \d{1,2} \w+ \d{4})\b(?=.*\1)", p.teks):
                yield Cacat(p.jalur, cocok[1], f'"{cocok[1]}" tertulis dua kali', "hapus salah satu")


def spacing(b: Bacaan) -> Iterator[Cacat]:
    """Spaces around marks."""
    for p in b.petikan:
        for cocok in _SPASI.finditer(p.teks):
            kata = cocok[0].strip()
            if cocok[1] and (_SETENGAH_RUANG.match(p.teks, cocok.start()) or cocok[1] == "s/"):
                continue
            if cocok[4] and (p.jalur[:1] in (("lampiran",), ("kalimat",)) and cocok[4].strip() == ":"):
                continue
            benar = (
                kata.replace("- ", "-")
                .replace("/ ", "/")
                .replace(" ,", ",")
                .replace(" ;", ";")
                .replace(" .", ".")
                .replace("( ", "(")
                .replace(" )", ")")
            )
            if cocok[5]:
                benar = f"{cocok[5]} {cocok[6]}"
            aman = benar if benar != kata and not cocok[9] else None
            yield Cacat(
                p.jalur,
                kata,
                "spasi atau tanda baca tidak pada tempatnya",
                f"tulis {benar}" if aman else "periksa tanda bacanya",
                aman,
            )


def spelling(b: Bacaan) -> Iterator[Cacat]:
    """Words that the dictionary does not know; of names only those a letter away from a word often used here."""
    if b.kamus is None:
        return
    sering = {kata for kata, n in b.banyak_kata.items() if n >= 2 and len(kata) > 4}
    sudah = set[str]()
    for p in b.petikan:
        if _in_law(p.jalur):
            continue
        for kata in words(p.teks):
            kecil = kata.lower()
            if len(kata) < 4 or kata.isupper() or kecil in sudah or any(c.isupper() for c in kata[1:]) or kecil in _SALAH:
                continue
            if _known(kecil, b.kamus) or f"{kata}- " in p.teks:
                continue
            dekat = next(
                (s for s in sering if s != kecil and _one_letter(kecil, s) and b.banyak_kata[kecil] < b.banyak_kata[s]), ""
            )
            if kata[0].isupper() and not dekat:
                continue
            sudah.add(kecil)
            benar = (dekat.capitalize() if kata[0].isupper() else dekat) if dekat else ""
            yield Cacat(p.jalur, kata, f'"{kata}" tidak dikenal kamus', f"mungkin {benar}" if benar else "periksa ejaannya")


_AWALAN = ("antar", "non", "pra", "pasca", "ter", "ber", "se", "ke", "di", "pe")
_AKHIRAN = ("nya", "an", "kan", "i")
_DIKENAL = frozenset(["fasilitasi", "wirausaha", "nonkementerian", "sinergi", "surel", "faksimile", "outcome", "output"])
"""Words of this field that the dictionary lacks."""


def _known(kata: str, kamus: Kamus) -> bool:
    """A word of the dictionary, one affix more, or each part of a hyphenated one."""
    if kata in _DIKENAL or kamus(kata):
        return True
    if "-" in kata:
        return all(_known(bagian, kamus) for bagian in kata.split("-") if len(bagian) > 2)
    akar = [kata.removesuffix(a) for a in _AKHIRAN if kata.endswith(a)]
    akar += [kata.removeprefix(a) for a in _AWALAN if kata.startswith(a)]
    return any(len(satu) > 3 and (satu in _DIKENAL or kamus(satu)) for satu in akar)


def _one_letter(a: str, b: str) -> bool:
    """One letter put in, left out, changed, or two neighbours swapped."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    if len(a) == len(b):
        return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])
    panjang, pendek = (a, b) if len(a) > len(b) else (b, a)
    return panjang[i + 1 :] == pendek[i:]


def foreign(b: Bacaan) -> Iterator[Cacat]:
    """English that has an Indonesian word."""
    for p in b.petikan:
        for kata in words(p.teks):
            if kata.lower() in _ASING:
                yield Cacat(p.jalur, kata, f'kata asing "{kata}"', "pakai padanannya dalam bahasa Indonesia")
