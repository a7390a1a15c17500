"""Where words stand in a file of the user's, however its lines are folded."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from notakesepakatan.load.yaml import Source
from notakesepakatan.place import DataPath
from notakesepakatan.temuan import Position


class Finder:
    """Finds words in one file.

    What it needs is put in order once, so that thousands of findings cost no more than
    few.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = source.text.split("\n")
        self._line_starts = [0]
        for line in self.lines[:-1]:
            self._line_starts.append(self._line_starts[-1] + len(line) + 1)
        in_order = [*_places(source.keys), *_places(source.values)]
        in_order.sort()
        self._paths = [path for _, path in in_order]
        self._begins = [begin for begin, _ in in_order]

    def locate(self, path: DataPath, words: str) -> Position | None:
        """Line and column of the first of these words in the value at a path.

        None where they do not stand there: words that the text takes over from a datum
        (`[[jangka_waktu]]`) stand nowhere as such.
        """
        known = self._known_part(path)
        begin = self.source.values[known]
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
        start, end = self._offset(begin), self._end(known, begin)
        match = pattern.search(self.source.text, start, end)
        if not match:
            return None
        line = bisect_right(self._line_starts, match.start()) - 1
        column = match.start() - self._line_starts[line]
        return Position(self.source.file, line + 1, column + 1)

    def _known_part(self, path: DataPath) -> DataPath:
        """As much of a path as leads to a value that stands in the file."""
        ends = range(len(path), -1, -1)
        return next(path[:end] for end in ends if path[:end] in self.source.values)

    def _offset(self, begin: tuple[int, int]) -> int:
        line, column = begin
        return self._line_starts[line - 1] + column - 1

    def _end(self, path: DataPath, begin: tuple[int, int]) -> int:
        """Where the next key or value that is not inside this one begins."""
        for i in range(bisect_right(self._begins, begin), len(self._begins)):
            if self._paths[i][: len(path)] != path:
                return self._offset(self._begins[i])
        return len(self.source.text)


_Start = tuple[int, int]
"""Line and column, from 1."""


def _places(starts: Mapping[DataPath, _Start]) -> Iterator[tuple[_Start, DataPath]]:
    for path, start in starts.items():
        yield start, path
