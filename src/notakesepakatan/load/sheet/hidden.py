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
_OPEN_DOCUMENT = re.compile(rb"<table:(table|table-row|table-column)(?:[\s/][^>]*)?>")
_NOT_VISIBLE = ("collapse", "filter")
_MOST = 20_000
"""Rows or columns of one tag that are looked at; a tag may say any number."""
_YES = ("1", "true")

Parts = dict[str, tuple[set[int], set[int]]]
"""Rows and columns from 0 by the name of the sheet."""


def hidden_parts(package: ZipFile) -> Parts:
    """Hidden rows and columns of each sheet by its name, from 0; none where nothing says so."""
    if "content.xml" in package.namelist():
        return _parts_of_open_document(package.read("content.xml"))
    return _parts_of_excel(package)


def _parts_of_open_document(content: bytes) -> Parts:
    """The same of a workbook of LibreOffice, whose tags each stand for one or several."""
    found: Parts = {}
    rows, columns, row, column = set[int](), set[int](), 0, 0
    for tag in _OPEN_DOCUMENT.finditer(content):
        repeated = _said(tag[0], "table:number-(?:rows|columns)-repeated")
        several = int(repeated) if repeated.isdigit() else 1
        is_hidden = _said(tag[0], "table:visibility") in _NOT_VISIBLE
        if tag[1] == b"table":
            rows, columns, row, column = set(), set(), 0, 0
            found[_said(tag[0], "table:name")] = rows, columns
        elif tag[1] == b"table-row":
            rows.update(range(row, min(row + several, _MOST)) if is_hidden else ())
            row += several
        else:
            columns.update(
                range(column, min(column + several, _MOST)) if is_hidden else ()
            )
            column += several
    return found


def _parts_of_excel(package: ZipFile) -> Parts:
    try:
        book = package.read("xl/workbook.xml")
        relations = package.read("xl/_rels/workbook.xml.rels")
    except KeyError:
        return {}
    targets = {
        _said(tag, "Id"): _said(tag, "Target") for tag in _RELATION.findall(relations)
    }
    found: Parts = {}
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
