"""The PDF: archival, self-contained, with its data and outline."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest

from conftest import AKAR, CONTOH, Keluaran
from notakesepakatan.naskah import Naskah
from notakesepakatan.write.html import write_html
from notakesepakatan.write.pdf import write_pdf


@pytest.fixture(scope="module")
def pdf(keluaran: Keluaran) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(keluaran.pdf))


@pytest.mark.slow
def test_archival_profile_language_and_title(pdf: pypdf.PdfReader) -> None:
    akar: Any = pdf.trailer["/Root"]
    xmp = akar["/Metadata"].get_object().get_data().decode()
    assert "part>3<" in xmp.replace('part="3"', "part>3<")
    assert "conformance>A<" in xmp.replace('conformance="A"', "conformance>A<")
    assert str(akar["/Lang"]).startswith("id")
    assert akar["/OutputIntents"]
    assert pdf.metadata is not None
    assert (
        pdf.metadata.title
        == "Nota Kesepakatan tentang Penempatan dan Pelindungan Pekerja Migran Indonesia"
    )
    assert pdf.metadata.creation_date == datetime(2022, 6, 16)  # noqa: DTZ001 - a day, as written


def test_carries_its_source_data(pdf: pypdf.PdfReader) -> None:
    sumber = (AKAR / "agreements" / CONTOH / "kesepakatan.yaml").read_bytes()
    assert pdf.attachments == {"kesepakatan.yaml": [sumber]}
    akar: Any = pdf.trailer["/Root"]
    (named,) = akar["/AF"]
    assert named.get_object()["/EF"]["/F"]["/Subtype"] == "/application/yaml"


def test_outline_lists_every_pasal_and_the_annex(pdf: pypdf.PdfReader) -> None:
    judul = [
        " ".join(str(satu.title).split())
        for satu in pdf.outline
        if not isinstance(satu, list)
    ]
    assert judul[0] == "Pasal 1 MAKSUD DAN TUJUAN"
    assert [j.split()[1] for j in judul[:12]] == [str(n) for n in range(1, 13)]
    assert judul[12].startswith("RENCANA KERJA")


def test_fonts_are_embedded(pdf: pypdf.PdfReader) -> None:
    huruf = set()
    for halaman in pdf.pages:
        for font in halaman["/Resources"]["/Font"].values():  # type: ignore[index] # pypdf types this loosely
            turunan = font.get_object()["/DescendantFonts"][0].get_object()
            penjelas = turunan["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(penjelas)
            huruf.add(str(penjelas["/FontName"]).split("+")[1])
    assert all("Bookman" in nama or "Bonum" in nama for nama in huruf)


def test_reads_nothing_from_anywhere(keluaran: Keluaran, tmp_path: Path) -> None:
    """A template that names a file or an address gets nothing of it into the document."""
    rahasia = tmp_path / "rahasia.svg"
    rahasia.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">RAHASIA</text></svg>'
    )
    sumber = f"<p class='isi'><img src='file://{rahasia}'/></p><p class='isi'><img src='http://127.0.0.1:9/x.png'/></p>"
    naskah = Naskah(
        "u",
        f"<section class='badan'>{sumber}</section>",
        keluaran.naskah.gaya,
        keluaran.naskah.page,
        keluaran.naskah.huruf,
        12,
    )
    pdf = pypdf.PdfReader(BytesIO(write_pdf(naskah)))
    assert "RAHASIA" not in "".join(halaman.extract_text() for halaman in pdf.pages)
    assert not any(halaman.images for halaman in pdf.pages)


def test_html_names_no_other_place(keluaran: Keluaran) -> None:
    teks = write_html(keluaran.naskah).decode()
    assert "http:" not in teks
    assert "https:" not in teks
    assert "url(" not in teks
