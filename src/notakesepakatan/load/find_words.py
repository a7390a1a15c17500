"""Where words stand in a file of the user's, however its lines are folded."""

import re
from bisect import bisect_right

from notakesepakatan.load.yaml import Jalur, Sumber
from notakesepakatan.temuan import Tempat


class Pencari:
    """Finds words in one file; what it needs is put in order once, so that thousands of findings cost no more than few."""

    def __init__(self, sumber: Sumber) -> None:
        self.sumber = sumber
        self.baris = sumber.teks.split("\n")
        self._awal = [0]
        for satu in self.baris[:-1]:
            self._awal.append(self._awal[-1] + len(satu) + 1)
        self._urut = sorted((letak, jalur) for peta in (sumber.kunci, sumber.nilai) for jalur, letak in peta.items())
        self._letak = [letak for letak, _ in self._urut]

    def locate(self, jalur: Jalur, kata: str) -> Tempat | None:
        """Line and column of the first of these words in the value at a path; None where they do not stand there.

        Words that the text takes over from a datum (`[[jangka_waktu]]`) stand nowhere as such.
        """
        panjang = next(n for n in range(len(jalur), -1, -1) if jalur[:n] in self.sumber.nilai)
        mulai = self.sumber.nilai[jalur[:panjang]]
        pola = re.compile(r"\s+".join(re.escape(satu) for satu in kata.split()))
        cocok = pola.search(self.sumber.teks, self._offset(mulai), self._end(jalur[:panjang], mulai))
        if not cocok:
            return None
        baris = bisect_right(self._awal, cocok.start()) - 1
        return Tempat(self.sumber.berkas, baris + 1, cocok.start() - self._awal[baris] + 1)

    def _offset(self, letak: tuple[int, int]) -> int:
        return self._awal[letak[0] - 1] + letak[1] - 1

    def _end(self, jalur: Jalur, mulai: tuple[int, int]) -> int:
        """Where the next key or value that is not inside this one begins."""
        for i in range(bisect_right(self._letak, mulai), len(self._urut)):
            letak, lain = self._urut[i]
            if lain[: len(jalur)] != jalur:
                return self._offset(letak)
        return len(self.sumber.teks)
