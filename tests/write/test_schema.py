"""Every kind of DOCX against the schemas of ECMA-376, as Microsoft's own kit has them, and its further rules."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from conftest import Keluaran
from notakesepakatan.press import Document
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.docx.tracked import write_docx_tracked
from write.papers import EVERY, papers_of

NO_THEME = "relationships/theme' is missing"
"""A remark and no fault: a document without a theme has its fonts and colours itself."""


def faults(content: bytes, folder: Path) -> list[str]:
    file = folder / "paper.docx"
    file.write_bytes(content)
    found = (str(error) for error in OpenXmlValidator().validate(str(file)).errors)
    return [fault for fault in found if NO_THEME not in fault]


def _written(document: Document) -> bytes:
    if document.before is not None:
        return write_docx_tracked(document.before, document.naskah)
    return write_docx(document.naskah)


LARGEST = "bp2mi-pekalongan-2022"
"""Whose papers take half as long as all the others' together."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "slug",
    [
        pytest.param(slug, marks=pytest.mark.long if slug == LARGEST else ())
        for slug in EVERY
    ],
)
def test_no_fault_in_any_kind_of_paper(slug: str, tmp_path: Path) -> None:
    for name, document in papers_of(tmp_path, slug):
        assert faults(_written(document), tmp_path) == [], name


def _with(content: bytes, old: str, new: str) -> bytes:
    """A DOCX whose body says something else."""
    changed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(changed, "w") as target,
    ):
        for name, part in _parts(source):
            body = (
                part.decode().replace(old, new, 1).encode()
                if name == "word/document.xml"
                else part
            )
            target.writestr(name, body)
    return changed.getvalue()


def _parts(source: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    return ((name, source.read(name)) for name in source.namelist())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<w:pStyle w:val="isi"/>', '<w:jc w:val="left"/><w:pStyle w:val="isi"/>'),
        ('w:type="dxa"/>', 'w:type="dekat"/>'),
        ("<w:tblGrid>", "<w:tblKisi/><w:tblGrid>"),
    ],
)
def test_a_fault_is_found(
    keluaran: Keluaran, old: str, new: str, tmp_path: Path
) -> None:
    assert faults(_with(keluaran.docx, old, new), tmp_path)
