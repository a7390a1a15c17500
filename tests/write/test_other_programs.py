"""What other programs see of our DOCX: headings, tables, and every word of the title."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import mammoth
import pypandoc
import pytest

from conftest import Keluaran
from libreoffice import converted

HEADINGS = [f"Pasal {number}" for number in range(1, 13)]
"""How those of the example begin; behind them comes that of its annex."""
TABLES = 3
"""Logos, signatures and the Rencana Kerja; without logos one less."""


def _check(headings: list[str], tables: int) -> None:
    firsts = [" ".join(heading.split()[:2]) for heading in headings]
    assert firsts[:12] == HEADINGS
    assert firsts[12:] == ["RENCANA KERJA"]
    assert tables == TABLES - 1


@pytest.mark.slow
def test_mammoth_sees_headings_and_tables(keluaran: Keluaran) -> None:
    html = mammoth.convert_to_html(BytesIO(keluaran.docx)).value
    headings = re.findall(r"<h1>(.*?)</h1>", html)
    _check([re.sub(r"<[^>]*>", " ", one) for one in headings], html.count("<table"))


@pytest.mark.processes
def test_pandoc_sees_headings_tables_and_the_title(
    keluaran: Keluaran, tmp_path: Path
) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(keluaran.docx)
    blocks = json.loads(pypandoc.convert_file(str(file), "json"))["blocks"]
    headings = [block["c"] for block in blocks if block["t"] == "Header"]
    assert {level for level, *_ in headings} == {1}
    tables = sum(block["t"] == "Table" for block in blocks)
    _check([_words(words) for *_, words in headings], tables)
    assert pypandoc.convert_file(str(file), "plain").startswith("NOTA KESEPAKATAN")


def _words(inlines: list[dict[str, Any]]) -> str:
    return " ".join(one["c"] for one in inlines if one["t"] == "Str")


@pytest.mark.office
def test_libreoffice_sees_headings_and_tables(
    keluaran: Keluaran, tmp_path: Path
) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(keluaran.docx)
    html = converted([file], "html")[0].read_text(encoding="utf-8")
    headings = re.findall(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    tables = html.count("<table") + html.count("<TABLE")
    _check([re.sub(r"<[^>]*>", " ", one) for one in headings], tables)
