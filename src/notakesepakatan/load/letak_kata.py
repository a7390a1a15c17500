"""Where words stand in a file of the user's, however its lines are folded."""

import re

from notakesepakatan.load.yaml import Jalur, Sumber
from notakesepakatan.temuan import Tempat


def locate(sumber: Sumber, jalur: Jalur, kata: str) -> Tempat | None:
    """Line and column of the first of these words in the value at a path; None where they do not stand there.

    Words that the text takes over from a datum (`[[jangka_waktu]]`) stand nowhere as such.
    """
    panjang = next(n for n in range(len(jalur), -1, -1) if jalur[:n] in sumber.nilai)
    awal = _offset(sumber.teks, *sumber.nilai[jalur[:panjang]])
    pola = re.compile(r"\s+".join(re.escape(satu) for satu in kata.split()))
    cocok = pola.search(sumber.teks, awal, _end(sumber, jalur[:panjang]))
    if not cocok:
        return None
    sampai = sumber.teks[: cocok.start()]
    return Tempat(sumber.berkas, sampai.count("\n") + 1, cocok.start() - sampai.rfind("\n"))


def _offset(teks: str, baris: int, kolom: int) -> int:
    awal = 0
    for _ in range(baris - 1):
        awal = teks.index("\n", awal) + 1
    return awal + kolom - 1


def _end(sumber: Sumber, jalur: Jalur) -> int:
    """Where the next key or value that is not inside this one begins."""
    mulai = sumber.nilai[jalur]
    semua = (*sumber.kunci.items(), *sumber.nilai.items())
    berikut = min((p for j, p in semua if p > mulai and j[: len(jalur)] != jalur), default=None)
    return _offset(sumber.teks, *berikut) if berikut else len(sumber.teks)
