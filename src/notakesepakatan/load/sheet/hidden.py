"""The package of a workbook in, which rows and columns of its sheets Excel does not show out."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import groupby
from posixpath import join, normpath
from zipfile import ZipFile

from notakesepakatan.compute.intake.sheet import column_letters

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_MOST = 20_000
"""Rows or columns of one tag that are looked at; a tag may say any number."""
_YES = ("1", "true")


def hidden_parts(package: ZipFile) -> dict[str, tuple[set[int], set[int]]]:
    """Hidden rows and columns of each sheet by its name, from 0; none where nothing says so."""
    try:
        book = package.read("xl/workbook.xml")
        relations = package.read("xl/_rels/workbook.xml.rels")
    except KeyError:
        return {}
    targets = {
        _said(tag, "Id"): _said(tag, "Target") for tag in _RELATION.findall(relations)
    }
    found = dict[str, tuple[set[int], set[int]]]()
    for tag in _SHEET.findall(book):
        target = targets.get(_said(tag, r"\w+:id"), "")
        part = target.lstrip("/") if target[:1] == "/" else normpath(join("xl", target))
        if part in package.namelist():
            content = package.read(part)
            rows, columns = set(_hidden_rows(content)), set(_hidden_columns(content))
            found[_said(tag, "name")] = rows, columns
    return found


def _hidden_rows(content: bytes) -> Iterator[int]:
    for tag in _ROW.findall(content):
        if _said(tag, "hidden") in _YES and _said(tag, "r").isdigit():
            yield int(_said(tag, "r")) - 1


def _hidden_columns(content: bytes) -> Iterator[int]:
    for tag in _COLUMN.findall(content):
        first, last = _said(tag, "min"), _said(tag, "max")
        if _said(tag, "hidden") in _YES and first.isdigit() and last.isdigit():
            yield from range(int(first) - 1, min(int(last), _MOST))


def _said(tag: bytes, name: str) -> str:
    """The value of an attribute of a tag; empty without it."""
    found = re.search(rf"""\s{name}\s*=\s*["']([^"']*)["']""".encode(), tag)
    return unescape(found[1].decode(errors="replace")) if found else ""


def hidden_words(
    name: str, rows: Sequence[Sequence[object]], parts: tuple[set[int], set[int]]
) -> Iterator[str]:
    """What of a sheet is hidden though something stands there, in Indonesian."""
    hidden_rows, hidden_columns = parts
    filled = [number for number, row in enumerate(rows) if any(map(_holds, row))]
    numbers = [number for number in filled if number in hidden_rows]
    if numbers:
        yield f"lembar {name}, baris {_ranges(numbers)}"
    width = max((len(row) for row in rows), default=0)
    columns = [
        place
        for place in range(width)
        if place in hidden_columns and any(_holds(row[place]) for row in rows)
    ]
    if columns:
        yield f"lembar {name}, kolom {', '.join(map(column_letters, columns))}"


def _holds(value: object) -> bool:
    return value not in ("", None)


def _ranges(numbers: Sequence[int]) -> str:
    """Places from 0 as a person counts them: "3-5, 9"."""
    pieces = list[str]()
    for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        places = [place + 1 for _, place in run]
        several = len(places) > 1
        pieces.append(f"{places[0]}-{places[-1]}" if several else f"{places[0]}")
    return ", ".join(pieces)
