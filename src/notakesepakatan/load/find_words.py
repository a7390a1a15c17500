"""A parsed file and words in, where they stand in it out, however its lines are folded."""

import re
from bisect import bisect_right

from notakesepakatan.load.yaml import Source
from notakesepakatan.place import DataPath
from notakesepakatan.temuan import Position


class Finder:
    """Finds words in one file.

    What it needs is put in order once, so that thousands of findings cost no more than few.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.baris = source.teks.split("\n")
        self._start = [0]
        for one in self.baris[:-1]:
            self._start.append(self._start[-1] + len(one) + 1)
        self._index = sorted(
            (letak, path)
            for numbers in (source.kunci, source.value)
            for path, letak in numbers.items()
        )
        self._letak = [letak for letak, _ in self._index]

    def locate(self, path: DataPath, word: str) -> Position | None:
        """Line and column of the first of these words in the value at a path.

        None where they do not stand there: words that the text takes over from a datum
        (`[[jangka_waktu]]`) stand nowhere as such.
        """
        length = next(
            n for n in range(len(path), -1, -1) if path[:n] in self.source.value
        )
        begin = self.source.value[path[:length]]
        pattern = re.compile(r"\s+".join(re.escape(one) for one in word.split()))
        match = pattern.search(
            self.source.teks, self._offset(begin), self._end(path[:length], begin)
        )
        if not match:
            return None
        line = bisect_right(self._start, match.start()) - 1
        return Position(
            self.source.file, line + 1, match.start() - self._start[line] + 1
        )

    def _offset(self, letak: tuple[int, int]) -> int:
        return self._start[letak[0] - 1] + letak[1] - 1

    def _end(self, path: DataPath, begin: tuple[int, int]) -> int:
        """Where the next key or value that is not inside this one begins."""
        for i in range(bisect_right(self._letak, begin), len(self._index)):
            letak, lain = self._index[i]
            if lain[: len(path)] != path:
                return self._offset(letak)
        return len(self.source.teks)
