"""Where words stand in a file of the user's, however its lines are folded."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from notakesepakatan.load.yaml.text import Source
from notakesepakatan.place import DataPath
from notakesepakatan.temuan import Position
from notakesepakatan.words.normal import normal

_SEARCH_LIMIT = 200_000_000
"""Characters that are searched for all the words of one text.

Words that follow each other in it are found in as many as it has; only words that stand
nowhere, each by itself a search to the end, come near this.
"""
_WORD = re.compile(r"\S+")


class Words:
    """Finds words in one text, whatever white space stands between them.

    Whoever asks for many in the order of the text reads it once: each search begins
    where the last one of the same who asks ended, and only what is not behind it is
    searched for from the start.

    Attributes:
        searched: characters that were searched until now.
    """

    def __init__(self, text: str) -> None:
        self.searched = 0
        self._begins = list[int]()
        """Where each word begins in the text, and where in the squeezed text."""
        self._squeezed_begins = list[int]()
        words = list[str]()
        squeezed_begin = 0
        for match in _WORD.finditer(text):
            words.append(match[0])
            self._begins.append(match.start())
            self._squeezed_begins.append(squeezed_begin)
            squeezed_begin += len(match[0]) + 1
        self._squeezed = " ".join(words)
        self._last = dict[tuple[str, int], int]()
        self._nowhere = set[tuple[int, int, str]]()

    def find(self, words: str, asked_by: str, start: int, end: int) -> int | None:
        """Where they begin in the text, between two of its offsets.

        Args:
            words: what is sought, with whatever white space between its words.
            asked_by: who asks in the order of the text.
            start: the first offset.
            end: the offset behind the last.
        """
        sought = " ".join(words.split())
        first, behind = self._squeezed_offset(start), self._squeezed_offset(end)
        if not sought or (first, behind, sought) in self._nowhere:
            return None
        last = self._last.get((asked_by, first), first)
        found = self._search(sought, last, behind)
        if found < 0 and last > first:
            found = self._search(sought, first, behind)
        if found < 0:
            self._nowhere.add((first, behind, sought))
            return None
        self._last[asked_by, first] = found
        return self._offset(found)

    def find_nth(self, words: str, nth: int, start: int, end: int) -> int | None:
        """Where they begin for the nth time, from 0; None where they stand less often."""
        sought = " ".join(words.split())
        behind = self._squeezed_offset(end)
        found = self._squeezed_offset(start) - len(sought)
        for _ in range(nth + 1):
            found = self._search(sought, found + len(sought), behind)
            if found < 0 or not sought:
                return None
        return self._offset(found)

    def _search(self, sought: str, start: int, end: int) -> int:
        """As `str.find`; -1 too where too much was searched already."""
        if self.searched > _SEARCH_LIMIT:
            return -1
        found = self._squeezed.find(sought, start, end)
        stopped = end if found < 0 else found + len(sought)
        self.searched += max(stopped - start, 0)
        return found

    def _squeezed_offset(self, offset: int) -> int:
        word = bisect_right(self._begins, offset) - 1
        if word < 0:
            return 0
        inside = self._squeezed_begins[word] + offset - self._begins[word]
        if word + 1 < len(self._begins):
            return min(inside, self._squeezed_begins[word + 1] - 1)
        return min(inside, len(self._squeezed))

    def _offset(self, squeezed: int) -> int:
        word = bisect_right(self._squeezed_begins, squeezed) - 1
        return self._begins[word] + squeezed - self._squeezed_begins[word]


class Finder:
    """Finds words in one file.

    What it needs is put in order once, so that thousands of findings cost no more than
    few.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = source.text.split("\n")
        self._normal = normal(source.text)
        self._words = Words(self._normal.text)
        self._line_starts = [0]
        for line in self.lines[:-1]:
            self._line_starts.append(self._line_starts[-1] + len(line) + 1)
        in_order = [*_places(source.keys), *_places(source.values)]
        in_order.sort()
        self._paths = [path for _, path in in_order]
        self._begins = [begin for begin, _ in in_order]
        self._ends = dict[DataPath, int]()

    def locate(
        self,
        path: DataPath,
        words: str,
        asked_by: str = "",
        nth: int | None = None,
    ) -> Position | None:
        """Line and column of the first of these words in the value at a path.

        They are sought as they read, whatever spaces and hyphens were typed.

        None where they do not stand there: words that the text takes over from a datum
        (`[[jangka_waktu]]`) stand nowhere as such.

        Args:
            path: the path of the value.
            words: the words.
            asked_by: a name; who asks under the same one asks in the order of the text, and
                each of its words is sought from those before.
            nth: which of several is meant, from 0; None: the next in order, or the first.
        """
        known = self._known_part(path)
        begin = self.source.values[known]
        if known not in self._ends:
            self._ends[known] = self._end(known, begin)
        start = self._normal.reading(self._offset(begin))
        end = self._normal.reading(self._ends[known])
        found = None
        if nth is not None:
            found = self._words.find_nth(words, nth, start, end)
        if found is None:
            found = self._words.find(words, asked_by, start, end)
        if found is None:
            return None
        found = self._normal.origin(found)
        line = bisect_right(self._line_starts, found) - 1
        column = found - self._line_starts[line]
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
