"""Print and Word's file break pages alike, whatever parties, years, paper and titles there are."""

from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from PIL import Image

from compose.plans import agreement
from compose.test_plan_layout import overlap, words_of
from libreoffice import converted
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.templates import Template
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.model.halaman import Paper
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah import Naskah
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.pdf import write_pdf


class Shape(NamedTuple):
    """Of what an agreement is made whose pages are looked at."""

    parties: int
    years: int
    kertas: Paper
    long_title: bool
    logos: bool


LONG_TITLE = (
    "Penyelenggaraan Pelindungan dan Pemberdayaan Pekerja Migran Indonesia beserta "
    "Keluarganya, Pendidikan dan Pelatihan Vokasi, serta Penguatan Kelembagaan Desa "
    "Migran Produktif yang Berkelanjutan di Wilayah Perbatasan, Kepulauan, dan Daerah Asal"
)
SAMPLE = [
    Shape(2, 5, "F4", long_title=True, logos=True),
    Shape(4, 10, "A4", long_title=False, logos=False),
    Shape(8, 15, "A4", long_title=True, logos=True),
]
WHOLE = [
    Shape(parties, years, kertas, parties % 2 == 0, logos)
    for parties in range(2, 9)
    for years in (1, 3, 5, 10, 15)
    for kertas in ("A4", "F4")
    for logos in (False, True)
]


def yaml_of(parties: int, years: int, *, long_title: bool) -> str:
    yaml = agreement(parties, years)
    if not long_title:
        return yaml
    head, _, rest = yaml.partition("judul: ")
    return f"{head}judul: {LONG_TITLE}\n{rest.partition(chr(10))[2]}"


def naskah_of(shape: Shape, folder: Path) -> Naskah:
    """It in an office that has a picture for each party."""
    yaml = yaml_of(shape.parties, shape.years, long_title=shape.long_title)
    pictures = folder / "templates/logo.png"
    pictures.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (80, 100), "navy").save(pictures)
    names = [f"Pemerintah Kabupaten Contoh Nomor {i + 1}" for i in range(shape.parties)]
    logo = dict.fromkeys(names, "logo.png") if shape.logos else {}
    pengaturan = Pengaturan(kertas=shape.kertas, logo=logo)
    composer = Composer(Template(folder / "templates"), pengaturan)
    return compose_kesepakatan(composer, parse_kesepakatan(yaml.encode(), "uji"))


def count_pages(shapes: list[Shape], folder: Path) -> list[tuple[int, int]]:
    """Pages of each in print, and of its Word file as LibreOffice prints it."""
    printed = []
    files = []
    for i, shape in enumerate(shapes):
        naskah = naskah_of(shape, folder)
        printed.append(len(pypdfium2.PdfDocument(write_pdf(naskah))))
        file = folder / f"{i}.docx"
        file.write_bytes(write_docx(naskah))
        files.append(file)
    word = [len(pypdfium2.PdfDocument(pdf)) for pdf in converted(files, "pdf")]
    return list(zip(printed, word, strict=True))


def overlapping(shape: Shape, folder: Path) -> list[tuple[str, str]]:
    """Words of any page that stand on one another."""
    document = pypdfium2.PdfDocument(write_pdf(naskah_of(shape, folder)))
    found = list[tuple[str, str]]()
    for page in document:
        ordered = sorted(words_of(page), key=lambda word: -word.top)
        found += [
            (one.text, other.text)
            for i, one in enumerate(ordered)
            for other in ordered[i + 1 : i + 60]
            if overlap(one, other)
        ]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("shape", SAMPLE)
def test_no_word_stands_on_another(shape: Shape, tmp_path: Path) -> None:
    assert overlapping(shape, tmp_path) == []


@pytest.mark.long
@pytest.mark.parametrize("shape", WHOLE)
def test_no_word_stands_on_another_in_any(shape: Shape, tmp_path: Path) -> None:
    assert overlapping(shape, tmp_path) == []


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
