"""The fresh list: edits of sound agreements, and how one is put into a text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
HOMES = (ROOT / "agreements", ROOT / "tests/bentuk")
"""Where the agreements are."""

Occurrence = int | Literal["all"]


@dataclass(frozen=True)
class Swap:
    """Words that give way to others.

    Attributes:
        find: the words; a run of blanks in them matches any.
        replace: what stands there instead.
        occurrence: which of several, from 1; None: there is just one.
    """

    find: str
    replace: str
    occurrence: Occurrence | None = None


@dataclass(frozen=True)
class Edit:
    """One entry of a list.

    Attributes:
        id: its name, kind and number.
        kind: what kind of fault it is, or of harmless change.
        agreement: whose text is changed.
        data: the change to the YAML; None where only a text on paper can have it.
        text: the change to the plain text.
        where: words of other lines at which a finding is right as well.
    """

    id: str
    kind: str
    agreement: str
    data: Swap | None
    text: Swap
    where: tuple[str, ...]


@dataclass(frozen=True)
class Edited:
    """A text with an edit in it.

    Attributes:
        text: all of it.
        lines: the lines that the new words stand on, from 1.
    """

    text: str
    lines: frozenset[int]

    def lines_of(self, words: tuple[str, ...]) -> frozenset[int]:
        """Lines that were edited, or hold one of these words."""
        beside = {
            number
            for number, line in enumerate(self.text.split("\n"), 1)
            if any(word in line for word in words)
        }
        return self.lines | beside


class NotOnce(Exception):
    """The words of an edit stand in the text more often than once."""


def edited(text: str, swap: Swap) -> Edited | None:
    """A text with a swap made in it; None where the words do not stand there.

    Raises:
        NotOnce: nothing says which of several is meant.
    """
    blanks = re.compile(r"[ \t\n]+")
    words = map(re.escape, blanks.split(swap.find))
    matches = list(re.finditer(r"[ \t\n]+".join(words), text))
    if not matches:
        return None
    if swap.occurrence is None and len(matches) > 1:
        raise NotOnce(swap.find)
    if swap.occurrence != "all":
        nth = (swap.occurrence or 1) - 1
        matches = matches[nth : nth + 1]
    pieces = list[str]()
    lines = set[int]()
    end = 0
    for match in matches:
        pieces.append(text[end : match.start()])
        first = "".join(pieces).count("\n") + 1
        pieces.append(swap.replace)
        lines.update(range(first, first + swap.replace.count("\n") + 1))
        end = match.end()
    return Edited("".join([*pieces, text[end:]]), frozenset(lines))


def load(name: str) -> tuple[Edit, ...]:
    """The entries of a list."""
    content = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
    kinds = yaml.load(content, Loader=yaml.CSafeLoader)
    return tuple(_edits(kinds))


def _edits(kinds: Mapping[str, list[dict[str, Any]]]) -> Iterator[Edit]:
    for kind, rows in kinds.items():
        for row in rows:
            data = None
            if "find" in row:
                data = Swap(row["find"], row["replace"], row.get("occurrence"))
            text = data
            if "text_find" in row:
                occurrence = row.get("text_occurrence")
                text = Swap(row["text_find"], row["text_replace"], occurrence)
            assert text is not None, row["id"]
            where = tuple(row.get("where", ()))
            yield Edit(row["id"], kind, row["agreement"], data, text, where)


@cache
def source(agreement: str) -> str:
    """An agreement as its file has it."""
    files = [home / agreement / "kesepakatan.yaml" for home in HOMES]
    (file,) = [file for file in files if file.is_file()]
    return file.read_text(encoding="utf-8")
