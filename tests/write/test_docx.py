"""The DOCX as Word and LibreOffice see it."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from baca import words
from conftest import MINIMAL, Keluaran, write_all
from libreoffice import converted
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.place import id_of_bookmark


@pytest.fixture(scope="module")
def dokumen(keluaran: Keluaran) -> Any:
    return docx.Document(BytesIO(keluaran.docx))


@pytest.mark.slow
def test_portrait_body_and_landscape_annex(dokumen: Any) -> None:
    badan, lampiran = dokumen.sections
    assert badan.orientation == WD_ORIENT.PORTRAIT
    assert lampiran.orientation == WD_ORIENT.LANDSCAPE
    assert (round(badan.page_width.mm), round(badan.page_height.mm)) == (210, 297)
    assert (round(lampiran.page_width.mm), round(lampiran.page_height.mm)) == (297, 210)
    assert abs(badan.left_margin - Mm(30)) < Mm(0.1)


def test_named_styles_and_navigation(dokumen: Any) -> None:
    """Pasal are Word's own headings, so that its contents and every other program know them."""
    judul = [p for p in dokumen.paragraphs if p.text.startswith("Pasal ")]
    assert {p.style.name for p in judul} == {"Heading 1"}
    assert [p.text for p in judul][:2] == [
        "Pasal 1\nMAKSUD DAN TUJUAN",
        "Pasal 2\nOBJEK",
    ]
    assert len(judul) == 12
    gaya = dokumen.styles["Heading 1"].element
    assert gaya.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == "0"
    assert dokumen.styles["Heading 1"].paragraph_format.keep_with_next
    assert {p.style.name for p in dokumen.paragraphs} <= {
        s.name for s in dokumen.styles
    }
    bukan_kosong = [p.style.name for p in dokumen.paragraphs if p.text]
    assert "Normal" not in bukan_kosong


def test_labels_are_literal_text_on_hanging_indents(dokumen: Any) -> None:
    ayat = next(
        p
        for p in dokumen.paragraphs
        if p.text.startswith("(2)\tNota Kesepakatan ini dapat diakhiri")
    )
    bentuk = dokumen.styles[ayat.style.name].paragraph_format
    assert round(bentuk.left_indent.mm) == 10
    assert round(bentuk.first_line_indent.mm) == -10
    assert not dokumen.element.body.findall(".//" + qn("w:numPr"))


def test_header_rows_repeat_and_rows_do_not_split(dokumen: Any) -> None:
    tabel = dokumen.tables[-1]
    kepala = [
        i
        for i, b in enumerate(tabel.rows)
        if b._tr.trPr.find(qn("w:tblHeader")) is not None
    ]
    assert kepala == [0, 1]
    assert all(b._tr.trPr.find(qn("w:cantSplit")) is not None for b in tabel.rows)
    assert tabel.cell(0, 5)._tc is tabel.cell(0, 9)._tc, "the years share one head"
    assert tabel.cell(0, 0)._tc is tabel.cell(1, 0)._tc, (
        "No reaches over both head rows"
    )
    assert tabel.cell(0, 10)._tc is tabel.cell(0, 11)._tc


def test_every_datum_is_a_bookmark(dokumen: Any) -> None:
    nama = [
        b.get(qn("w:name")) for b in dokumen.element.body.iter(qn("w:bookmarkStart"))
    ]
    assert len(nama) == len(set(nama))
    assert {
        "judul",
        "para_pihak.kesatu",
        "dasar_hukum.6",
        "pertimbangan.a",
        "pasal.6.ayat.2",
        "pasal.5.ayat.2.huruf.a",
        "pasal.2.isi",
        "lampiran.3.2.a",
        "lampiran.1",
    } <= {id_of_bookmark(satu) for satu in nama}
    assert all(re.fullmatch("[a-z][a-z0-9_]{0,39}", satu) for satu in nama)
    nomor = [
        b.get(qn("w:id")) for b in dokumen.element.body.iter(qn("w:bookmarkStart"))
    ]
    assert len(nomor) == len(set(nomor))


def test_language_properties_font_and_page_field(
    keluaran: Keluaran, dokumen: Any
) -> None:
    sifat = dokumen.core_properties
    assert (
        sifat.title
        == "Nota Kesepakatan tentang Penempatan dan Pelindungan Pekerja Migran Indonesia"
    )
    assert (sifat.language, str(sifat.created)[:10]) == ("id-ID", "2022-06-16")
    isi = zipfile.ZipFile(BytesIO(keluaran.docx))
    gaya = isi.read("word/styles.xml").decode()
    assert 'w:lang w:val="id-ID"' in gaya
    assert 'w:ascii="Bookman Old Style"' in gaya
    assert 'w:altName w:val="URW Bookman"' in isi.read("word/fontTable.xml").decode()
    assert " PAGE " in isi.read("word/footer1.xml").decode()
    for seksi in dokumen.sections:
        assert seksi.footer.paragraphs[0].text == "1"


def test_zip_carries_no_clock(keluaran: Keluaran) -> None:
    assert {
        info.date_time for info in zipfile.ZipFile(BytesIO(keluaran.docx)).infolist()
    } == {(1980, 1, 1, 0, 0, 0)}


@pytest.fixture(scope="module")
def lewat_libreoffice(
    keluaran: Keluaran, tmp_path_factory: pytest.TempPathFactory
) -> pypdfium2.PdfDocument:
    """The DOCX as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("lo")
    return convert(keluaran.docx, folder)


def convert(isi: bytes, folder: Path) -> pypdfium2.PdfDocument:
    file = folder / "n.docx"
    file.write_bytes(isi)
    return pypdfium2.PdfDocument(converted([file], "pdf")[0])


@pytest.mark.office
def test_libreoffice_prints_portrait_body_and_landscape_annex(
    lewat_libreoffice: pypdfium2.PdfDocument,
) -> None:
    rebah = [
        halaman.get_width() > halaman.get_height() for halaman in lewat_libreoffice
    ]
    assert rebah == sorted(rebah)
    assert rebah.count(True) >= 2
    for halaman, lampiran in zip(lewat_libreoffice, rebah, strict=True):
        teks = " ".join(words(halaman.get_textpage().get_text_range()))
        assert ("Tahapan Kegiatan" in teks) is lampiran, (
            "the head of the table stands on each annex page"
        )


@pytest.mark.office
def test_libreoffice_keeps_headings_and_signatures_together(
    lewat_libreoffice: pypdfium2.PdfDocument,
) -> None:
    check_layout(
        [halaman.get_textpage().get_text_range() for halaman in lewat_libreoffice]
    )


def test_pdf_keeps_headings_and_signatures_together(keluaran: Keluaran) -> None:
    check_layout(
        [h.get_textpage().get_text_range() for h in pypdfium2.PdfDocument(keluaran.pdf)]
    )


def check_layout(halaman: list[str]) -> None:
    """No page ends with a heading or with a phrase that opens a list; the signature block is on one page, with text."""
    for nomor, teks in enumerate(halaman, 1):
        baris = _without_number(teks, nomor)
        assert (
            not baris[-1].isupper() or "RHAMDANI" in baris[-1] or "ARAFIQ" in baris[-1]
        ), baris[-1]
        assert not baris[-1].rstrip().endswith(":"), baris[-1]
    tanda_tangan = [
        teks
        for teks in halaman
        if "BENNY RHAMDANI" in teks and "PIHAK KESATU," in teks.split("Demikian")[-1]
    ]
    assert any("FADIA ARAFIQ" in teks and "kekuatan" in teks for teks in tanda_tangan)


def _without_number(teks: str, nomor: int) -> list[str]:
    """Lines of a page but its number, which stands at the foot; in the file it comes last, or first (LibreOffice 25)."""
    baris = [b for b in teks.replace("\r", "").split("\n") if b.strip()]
    assert str(nomor) in (baris[0], baris[-1])
    baris.remove(str(nomor))
    return baris


@pytest.mark.slow
@pytest.mark.parametrize(
    "akhir",
    [
        "ayat: [satu, {isi: 'terakhir:', huruf: [satu, kekuatan akhir]}]",
        "isi: 'x:'\n  huruf: [{isi: a, angka: [satu, dua]}]\n  penutup: kekuatan hukum",
    ],
)
@pytest.mark.parametrize("tinggi", range(8, 40, 3))
def test_signatures_never_stand_alone(
    penyusun: Composer, tinggi: int, akhir: str
) -> None:
    """However deep the last pasal ends, its last words go over to the page of the signatures with them."""
    isi = MINIMAL.replace(
        "  isi: Isi.\n",
        "  isi: " + "kata " * (tinggi * 14) + "\n- judul: AKHIR\n  " + akhir + "\n",
    )
    isi = isi.replace("jabatan: Kepala", "jabatan: Kepala\n  pejabat: BENNY RHAMDANI")
    hasil = write_all(
        compose_kesepakatan(penyusun, parse_kesepakatan(isi.encode(), "u"))
    )
    halaman = [
        h.get_textpage().get_text_range() for h in pypdfium2.PdfDocument(hasil.pdf)
    ]
    (tanda_tangan,) = [
        teks
        for teks in halaman
        if "BENNY RHAMDANI" in teks.split("PIHAK KESATU,")[-1]
        and "PIHAK KESATU," in teks
    ]
    assert "kekuatan" in tanda_tangan


@pytest.mark.slow
@pytest.mark.parametrize("tinggi", range(0, 40, 4))
def test_layout_holds_wherever_the_pages_break(penyusun: Composer, tinggi: int) -> None:
    """The same text pushed down line by line: headings and signatures stay with what belongs to them."""
    isi = (
        MINIMAL.replace(
            "- judul: SATU\n  isi: Isi.\n",
            "- judul: AWAL\n  isi: "
            + "kata " * (tinggi * 12 + 1)
            + "\n"
            + "".join(
                f"- judul: PASAL {n}\n  isi: 'Meliputi:'\n  huruf: [satu, dua, tiga]\n"
                for n in range(9)
            )
            + "- judul: PENUTUP\n  isi: Demikian dibuat dengan kekuatan hukum yang sama.\n",
        )
        .replace("jabatan: Kepala", "jabatan: Kepala\n  pejabat: BENNY RHAMDANI")
        .replace("jabatan: Ketua", "jabatan: Ketua\n  pejabat: FADIA ARAFIQ")
    )
    hasil = write_all(
        compose_kesepakatan(penyusun, parse_kesepakatan(isi.encode(), "u"))
    )
    check_layout(
        [h.get_textpage().get_text_range() for h in pypdfium2.PdfDocument(hasil.pdf)]
    )
