"""Language: confusables, doubled words, spacing, words that no dictionary knows."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from notakesepakatan.compute.rules.bacaan import Bacaan, Cacat, Kamus, words

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
_TANGGAL = re.compile(r"\btanggal \d{1,2} \w+ \d{4}\b")
_SPASI = re.compile(  # from the start of a word only: tried at each of its letters, a long word costs its square
    r"(?<!\w)(?:(\w+[/-]) (\w+)|(\w+) ([,;:.](?:\s|$))|\w+ \))|([,;])([^\W\d_]+)|\( |(,,|;;|\.\.(?!\.)|;\.|,\.)"
)
_SETENGAH_RUANG = re.compile(r"(\w+)- (dan|atau|maupun)\b|^\S+- ")


def _in_law(jalur: tuple[str | int, ...]) -> bool:
    """Titles of laws are as the laws have them."""
    return jalur[:1] == ("dasar_hukum",)


def _lays_out(jalur: tuple[str | int, ...]) -> bool:
    """Where "NOMOR : 1" is a matter of layout: heads of the annex, set phrases, and any line of a file of others."""
    return jalur[:1] in (("lampiran",), ("kalimat",)) or isinstance(jalur[0], int)


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
    """The same word twice in a row; the same date twice in an appointment."""
    for p in b.petikan:
        if _in_law(p.jalur):
            continue
        for cocok in _GANDA.finditer(p.teks):
            if cocok[1].lower() not in _BOLEH_GANDA:
                yield Cacat(p.jalur, cocok[0], f'kata "{cocok[1]}" tertulis dua kali', "hapus salah satu", cocok[1])
        if p.jalur[-1:] == ("pengangkatan",):
            lagi = Counter(_TANGGAL.findall(p.teks))
            for tanggal in _TANGGAL.findall(p.teks):
                lagi[tanggal] -= 1
                if lagi[tanggal]:
                    yield Cacat(p.jalur, tanggal, f'"{tanggal}" tertulis dua kali', "hapus salah satu")


def spacing(b: Bacaan) -> Iterator[Cacat]:
    """Spaces around marks."""
    for p in b.petikan:
        for cocok in _SPASI.finditer(p.teks):
            kata = cocok[0].strip()
            if cocok[1] and (_SETENGAH_RUANG.match(p.teks, cocok.start()) or cocok[1] == "s/"):
                continue
            if cocok[4] and cocok[4].strip() == ":" and _lays_out(p.jalur):
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
            aman = benar if benar != kata and not cocok[7] else None
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
    sering = {kata: n for kata, n in b.banyak_kata.items() if n >= 2 and 4 < len(kata) <= _TERPANJANG}
    tetangga = _neighbours(sering)
    sudah = set[str]()
    for p in b.petikan:
        if _in_law(p.jalur):
            continue
        terbelah = {kata for kata, ekor in _TERBELAH.findall(p.teks) if ekor} if "- " in p.teks else ()
        for kata in words(p.teks):
            kecil = kata.lower()
            if len(kata) < 4 or kata.isupper() or kecil in sudah or any(c.isupper() for c in kata[1:]) or kecil in _SALAH:
                continue
            if _known(kecil, b.kamus) or kata in terbelah:
                continue
            dekat = _one_letter_away(kecil, sering, tetangga) if len(kecil) <= _TERPANJANG else ""
            if b.banyak_kata[kecil] >= sering.get(dekat, 0):
                dekat = ""
            if kata[0].isupper() and not dekat:
                continue
            sudah.add(kecil)
            benar = (dekat.capitalize() if kata[0].isupper() else dekat) if dekat else ""
            yield Cacat(p.jalur, kata, f'"{kata}" tidak dikenal kamus', f"mungkin {benar}" if benar else "periksa ejaannya")


_TERPANJANG = 40
"""Letters; no word of the dictionary is longer, nor is it asked for longer ones."""
_TERBELAH = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)(- )?")
_AWALAN = ("antar", "non", "pra", "pasca", "ter", "ber", "se", "ke", "di", "pe")
_AKHIRAN = ("nya", "an", "kan", "i")
_DIKENAL = frozenset(["fasilitasi", "wirausaha", "nonkementerian", "sinergi", "surel", "faksimile", "outcome", "output"])
"""Words of this field that the dictionary lacks."""


def _known(kata: str, kamus: Kamus) -> bool:
    """A word of the dictionary, one affix more, or each part of a hyphenated one."""
    if kata in _DIKENAL or (len(kata) <= _TERPANJANG and kamus(kata)):
        return True
    if "-" in kata:
        return all(_known(bagian, kamus) for bagian in kata.split("-") if len(bagian) > 2)
    if len(kata) > _TERPANJANG:
        return False
    akar = [kata.removesuffix(a) for a in _AKHIRAN if kata.endswith(a)]
    akar += [kata.removeprefix(a) for a in _AWALAN if kata.startswith(a)]
    return any(len(satu) > 3 and (satu in _DIKENAL or kamus(satu)) for satu in akar)


def _neighbours(sering: Mapping[str, int]) -> dict[str, str]:
    """Each word of `sering` by itself less a letter, and with `?` for a letter; the most frequent where several are alike."""
    hasil = dict[str, str]()
    for kata in sorted(sering, key=lambda k: -sering[k]):
        for i in range(len(kata)):
            hasil.setdefault(kata[:i] + kata[i + 1 :], kata)
            hasil.setdefault(f"{kata[:i]}?{kata[i + 1 :]}", kata)
    return hasil


def _one_letter_away(kata: str, sering: Mapping[str, int], tetangga: Mapping[str, str]) -> str:
    """The most frequent word that is this one with a letter put in, left out, changed, or two neighbours swapped; or empty."""
    calon = [tetangga.get(kata, "")]
    for i in range(len(kata)):
        kiri, kanan = kata[:i], kata[i + 1 :]
        calon += [tetangga.get(f"{kiri}?{kanan}", ""), kiri + kanan, kiri + kanan[:1] + kata[i] + kanan[1:]]
    return max((c for c in calon if c in sering and c != kata), key=lambda c: sering[c], default="")


def foreign(b: Bacaan) -> Iterator[Cacat]:
    """English that has an Indonesian word."""
    for p in b.petikan:
        for kata in words(p.teks):
            if kata.lower() in _ASING:
                yield Cacat(p.jalur, kata, f'kata asing "{kata}"', "pakai padanannya dalam bahasa Indonesia")
