"""What every page says at its top or foot of the kind of paper it is."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from PIL import Image

from compose.plans import agreement, composed
from conftest import CONTOH, MINIMAL
from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi, mark_draft
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.gaya import Foot
from notakesepakatan.press import Order, kesepakatan_documents
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.html import stylesheet
from notakesepakatan.write.pdf import write_pdf

Ruang = Callable[..., Path]
AKAR = Path(__file__).parents[2]


def tops(naskah: Naskah) -> list[str]:
    """The first line of each page of the PDF."""
    pages = pypdfium2.PdfDocument(write_pdf(naskah))
    return [page.get_textpage().get_text_range().strip() for page in pages]


def word_parts(naskah: Naskah) -> dict[str, str]:
    with ZipFile(BytesIO(write_docx(naskah))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.slow
def test_a_draft_says_so_on_every_page_with_its_version() -> None:
    day = date(2026, 11, 26)
    naskah = mark_draft(composed(agreement(3, 2)), b"isi", day)
    (version,) = {page.head for page in naskah.page.values()}
    assert re.fullmatch(r"KONSEP 26 November 2026, versi [0-9A-F]{6}", version)
    texts = tops(naskah)
    assert len(texts) > 1
    assert all(version in text for text in texts)
    parts = word_parts(naskah)
    assert version in parts["word/header1.xml"]
    sections = parts["word/document.xml"].count("<w:sectPr>")
    assert parts["word/document.xml"].count("<w:headerReference") == sections
    assert mark_draft(naskah, b"lain", day).page["badan"].head != version
    assert "galat" not in naskah.isi


def test_a_draft_of_unknown_age_says_its_version_alone() -> None:
    naskah = mark_draft(composed(agreement(2, 1)), b"isi", None)
    assert re.fullmatch(r"KONSEP versi [0-9A-F]{6}", naskah.page["badan"].head)


def heads(ruang: Ruang, day: date | None) -> set[str]:
    """What the drafts of a workspace say at the top: an agreement and its adendum."""
    adendum = (AKAR / f"agreements/{CONTOH}/adendum-01.yaml").read_text("utf-8")
    signed = (AKAR / f"agreements/{CONTOH}/kesepakatan.yaml").read_text("utf-8")
    folder = ruang(signed, **{"agreements/uji/adendum-01.yaml": adendum})
    workspace = Workspace(folder)
    order = Order(document=("adendum-01",), today=day)
    documents = kesepakatan_documents(
        Opened(workspace), "uji", Composer.of(folder), order
    )
    return {page.head for each in documents for page in each.naskah.page.values()}


@pytest.mark.slow
def test_a_draft_adendum_bears_the_day_it_is_asked_for(ruang: Ruang) -> None:
    (head,) = heads(ruang, date(2026, 11, 26))
    assert head.startswith("KONSEP 26 November 2026, versi ")
    (other,) = heads(ruang, date(2026, 11, 27))
    assert other.rpartition(" ")[2] == head.rpartition(" ")[2]


@pytest.mark.slow
def test_a_consolidation_is_no_signed_paper_on_any_page() -> None:
    office = Office(Workspace(AKAR))
    riwayat = office.riwayat(CONTOH)
    naskah = compose_konsolidasi(office.composer, riwayat, date(2026, 1, 2), b"")
    assert all("bukan naskah yang ditandatangani" in text for text in tops(naskah))
    assert naskah.isi.count('<p class="ruang-tanda-tangan">ttd.</p>') == 2
    signed = compose_kesepakatan(office.composer, riwayat.origin)
    assert "ttd." not in signed.isi
    assert {page.head for page in signed.page.values()} == {""}
    assert "word/header1.xml" not in word_parts(signed)


def test_words_at_the_top_are_quoted() -> None:
    css = stylesheet(composed(MINIMAL).with_running_head('a "b" \\ <c'))
    assert '@top-right { content: "a \\"b\\" \\\\ \\3c c";' in css


def test_the_first_page_of_a_letter_has_no_number() -> None:
    naskah = composed(MINIMAL)
    assert naskah.page["surat"].foot == Foot(first=False)
    assert naskah.page["badan"].foot.first
    css = stylesheet(naskah)
    assert "@page surat:first { @bottom-center { content: none } }" in css
    assert "@page badan:first" not in css
    assert "<w:titlePg/>" not in word_parts(naskah)["word/document.xml"]


def test_several_logos_stand_beside_each_other(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    Image.new("RGB", (80, 100), "green").save(tmp_path / "templates/a.png")
    setting = tmp_path / "pengaturan.yaml"
    loaded = parse_kesepakatan(MINIMAL.encode(), "uji")
    setting.write_text("logo: { Badan A: a.png, Badan B: a.png }\n", encoding="utf-8")
    two = compose_kesepakatan(Composer.of(tmp_path), loaded).isi
    assert re.search(
        r'<tr><td><p class="logo">.*?</td><td></td><td><p class="logo">', two
    )
    setting.write_text("logo: { Badan B: a.png }\n", encoding="utf-8")
    one = compose_kesepakatan(Composer.of(tmp_path), loaded).isi
    assert "<td>" not in one.partition("<h1")[0]
