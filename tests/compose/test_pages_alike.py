"""Print and Word's file break pages alike, whatever parties, years, paper and titles there are."""

from pathlib import Path

import pypdfium2
import pytest

from compose.plans import agreement, composed
from libreoffice import converted
from notakesepakatan.model.halaman import Paper
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.pdf import write_pdf

Shape = tuple[int, int, Paper, bool]
LONG_TITLE = (
    "Penyelenggaraan Pelindungan dan Pemberdayaan Pekerja Migran Indonesia beserta "
    "Keluarganya, Pendidikan dan Pelatihan Vokasi, serta Penguatan Kelembagaan Desa "
    "Migran Produktif yang Berkelanjutan di Wilayah Perbatasan, Kepulauan, dan Daerah Asal"
)
SAMPLE: list[Shape] = [
    (2, 5, "F4", True),
    (4, 10, "A4", False),
    (8, 15, "A4", True),
]
WHOLE: list[Shape] = [
    (parties, years, kertas, parties % 2 == 0)
    for parties in range(2, 9)
    for years in (1, 3, 5, 10, 15)
    for kertas in ("A4", "F4")
]


def yaml_of(parties: int, years: int, *, long_title: bool) -> str:
    yaml = agreement(parties, years)
    if not long_title:
        return yaml
    head, _, rest = yaml.partition("judul: ")
    return f"{head}judul: {LONG_TITLE}\n{rest.partition(chr(10))[2]}"


def count_pages(shapes: list[Shape], folder: Path) -> list[tuple[int, int]]:
    """Pages of each in print, and of its Word file as LibreOffice prints it."""
    printed = []
    files = []
    for i, (parties, years, kertas, long_title) in enumerate(shapes):
        naskah = composed(yaml_of(parties, years, long_title=long_title), kertas)
        printed.append(len(pypdfium2.PdfDocument(write_pdf(naskah))))
        file = folder / f"{i}.docx"
        file.write_bytes(write_docx(naskah))
        files.append(file)
    word = [len(pypdfium2.PdfDocument(pdf)) for pdf in converted(files, "pdf")]
    return list(zip(printed, word, strict=True))


def unlike(shapes: list[Shape], folder: Path) -> list[tuple[Shape, tuple[int, int]]]:
    counted = zip(shapes, count_pages(shapes, folder), strict=True)
    return [(shape, pages) for shape, pages in counted if pages[0] != pages[1]]


@pytest.mark.office
def test_print_and_word_have_the_same_pages(tmp_path: Path) -> None:
    assert unlike(SAMPLE, tmp_path) == []


@pytest.mark.long
@pytest.mark.office
def test_print_and_word_have_the_same_pages_in_any(tmp_path: Path) -> None:
    assert unlike(WHOLE, tmp_path) == []
