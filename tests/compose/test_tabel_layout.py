"""Tables with columns of their own: no word and no sum is broken, on whatever page."""

import re

import pypdfium2
import pytest

from compose.plans import composed
from compose.test_plan_layout import words_of
from conftest import MINIMAL
from notakesepakatan.bureau.larger_paper import larger_paper
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah import Naskah
from notakesepakatan.write.pdf import write_pdf
from notakesepakatan.write.txt import write_txt

SUM = "1234567890"
SHOWN = "Rp1.234.567.890,00"


def tabel(years: int, indent: str = "") -> str:
    """A table with a column of sums for each year."""
    columns = "".join(
        f"  - {{ judul: Tahun {2026 + i}, jenis: uang, jumlah: ya }}\n"
        for i in range(years)
    )
    row = " | ".join(["Pembangunan sarana perpustakaan", *[SUM] * years])
    text = f"tabel:\n  kolom:\n  - Uraian\n{columns}  baris:\n  - {row}\n"
    return "".join(f"{indent}{line}\n" for line in text.splitlines())


def annexed(years: int) -> str:
    return f"{MINIMAL}lampiran:\n  judul: BIAYA\n{tabel(years, '  ')}"


def inside(years: int) -> str:
    return f"{MINIMAL}{tabel(years, '  ')}"


def page_and_letters(naskah: Naskah) -> tuple[str, str]:
    """The page that the table stands on, and what its styles end with."""
    *_, last = re.findall(r'<section class="([^"]*)"', naskah.isi)
    (suffix,) = set(re.findall(r'"sel-angka(-\w+)?"', naskah.isi))
    return last, suffix


@pytest.mark.parametrize(
    ("years", "expect"),
    [
        (2, ("badan", "")),
        (4, ("lampiran", "")),
        (6, ("lampiran", "-kecil")),
        (8, ("lampiran-a3", "")),
    ],
)
@pytest.mark.slow
def test_an_annex_has_smaller_letters_then_a_wider_page(
    years: int, expect: tuple[str, str]
) -> None:
    assert page_and_letters(composed(annexed(years))) == expect


def test_the_text_itself_is_never_turned() -> None:
    assert page_and_letters(composed(inside(8))) == ("badan", "-renik")


@pytest.mark.slow
@pytest.mark.parametrize("yaml", [annexed(2), annexed(4), annexed(8), inside(3)])
def test_no_sum_is_broken(yaml: str) -> None:
    pages = pypdfium2.PdfDocument(write_pdf(composed(yaml)))
    words = [word.text for page in pages for word in words_of(page)]
    assert words.count(SHOWN) == 2 * yaml.count(SUM)


def test_the_office_is_told_of_larger_paper_and_of_broken_sums() -> None:
    def told(yaml: str) -> list[str]:
        k = parse_kesepakatan(yaml.encode(), "uji").reading
        return [note.said for note in larger_paper(Pengaturan(), k)]

    assert told(annexed(4)) == []
    (of_annex,) = told(annexed(8))
    assert of_annex.startswith("Lampiran: kolom tabelnya terlalu banyak untuk kertas")
    (of_text,) = told(inside(8))
    assert of_text.startswith("Pasal 1: kolom tabelnya terlalu banyak, sehingga ada")
    assert told(inside(3)) == []


LISTED = MINIMAL.replace(
    "isi: Isi.",
    """isi: 'Biayanya meliputi:'
  huruf: [honorarium; dan, sewa gedung.]
  tabel: {kolom: [No, Biaya], baris: [1 | seribu], setelah: isi}""",
)
LATER = LISTED.replace("setelah: isi", "setelah: rincian")


@pytest.mark.parametrize(
    ("text", "order"),
    [
        (LISTED, ["meliputi:", "seribu", "sewa gedung."]),
        (LATER, ["meliputi:", "sewa gedung.", "seribu"]),
        (
            LATER.replace("  isi: 'Biayanya", "  ayat:\n  - isi: 'Biayanya")
            .replace("  huruf: [h", "    huruf: [h")
            .replace("  tabel: {", "    tabel: {"),
            ["meliputi:", "sewa gedung.", "seribu"],
        ),
    ],
)
def test_a_table_stands_behind_the_list_where_it_says_so(
    text: str, order: list[str]
) -> None:
    written = write_txt(composed(text)).decode()
    places = [written.index(words) for words in order]
    assert places == sorted(places)
    assert written.count("seribu") == 1
