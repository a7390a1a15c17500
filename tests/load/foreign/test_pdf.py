"""PDF files of others: paragraphs rather than lines, form values, pages without text."""

import io
import json
from pathlib import Path

import pytest
import weasyprint
from click.testing import CliRunner
from PIL import Image
from pypdf import PdfReader, PdfWriter

from notakesepakatan.bureau.check import check_document
from notakesepakatan.cli import cli
from notakesepakatan.load.foreign.reader import UnreadableNaskah, read_foreign

PANJANG = (
    "Jangka waktu Nota Kesepakatan ini berlaku selama 5 (enam) tahun terhitung sejak "
    "tanggal ditandatangani dan dapat diperpanjang atas kesepakatan PARA PIHAK."
)


def pdf(body: str, style: str = "", **options: bool) -> bytes:
    html = f"<style>@page {{size: A5}} {style}</style>{body}"
    return bytes(weasyprint.HTML(string=html).write_pdf(**options))


def picture() -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (200, 300), "gray").save(content, "PDF")
    return content.getvalue()


def joined(*files: bytes, kata_sandi: str = "") -> bytes:
    writer = PdfWriter()
    for file in files:
        writer.append(PdfReader(io.BytesIO(file)))
    if kata_sandi:
        writer.encrypt(kata_sandi, algorithm="RC4-128")
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def texts(content: bytes) -> list[str]:
    return [one.text for one in read_foreign("a.pdf", content).written]


@pytest.mark.parametrize("align", ["left", "justify"])
def test_lines_are_put_together(align: str) -> None:
    body = f"<p>Pasal 1</p><p>(1) {PANJANG}</p><p>(2) {PANJANG}</p>"
    content = pdf(body, f"p {{text-align: {align}; margin: 0}}")
    assert texts(content) == ["Pasal 1", f"(1) {PANJANG}", f"(2) {PANJANG}"]


def test_paragraphs_without_labels_are_parted() -> None:
    content = pdf(f"<p>{PANJANG}</p><p>{PANJANG}</p>")
    assert texts(content) == [PANJANG, PANJANG]


@pytest.mark.slow
def test_a_paragraph_goes_on_over_the_page() -> None:
    content = pdf(f"<p>{' '.join([PANJANG.rstrip('.')] * 20)}.</p>")
    text = read_foreign("a.pdf", content)
    assert text.pages and text.pages > 1
    assert len(text.written) == 1


def test_words_cut_at_the_end_of_a_line_are_whole() -> None:
    body = f'<p lang="id" style="width: 35mm; hyphens: auto">{PANJANG}</p>'
    content = pdf(body)
    known = set(PANJANG.lower().replace(".", "").split())
    (text,) = read_foreign("a.pdf", content, known.__contains__).written
    assert text.text == PANJANG


@pytest.mark.slow
def test_columns_of_running_text_are_read_in_order() -> None:
    words = [f"kata{i} dalam kolom satu" for i in range(30)]
    rows = "".join(
        f"<tr><td>{left}</td><td>{right}</td></tr>"
        for left, right in zip(words, [w.upper() for w in words], strict=True)
    )
    content = pdf(
        f"<table style='font-size: 7pt; white-space: nowrap; border-spacing: 30px 0'>{rows}</table>"
    )
    text = " ".join(texts(content))
    assert text.index("kata29") < text.index("KATA0 ")


@pytest.mark.slow
def test_running_heads_are_read_once() -> None:
    page = "<p style='break-after: page'>Isi halaman.</p>"
    style = "@page {@top-center {content: 'Naskah rahasia'} @bottom-center {content: counter(page)}}"
    text = read_foreign("a.pdf", pdf(page * 4, style))
    heads = [one.text for one in text.written if one.bagian == "kepala halaman"]
    assert heads == ["Naskah rahasia"]
    assert sum("Isi halaman" in one.text for one in text.written) == 4


@pytest.mark.slow
def test_form_values_are_read() -> None:
    body = "<p>Jangka waktu:</p><input name='a' value='5 (enam) tahun' />"
    content = pdf(body, pdf_forms=True)
    found = check_document("a.pdf", content).found
    assert [one.kode for one in found] == ["ANGKA-HURUF"]


def test_pages_that_are_pictures_are_named(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(joined(pdf("<p>Isi.</p>"), picture(), picture()))
    result = CliRunner().invoke(cli, ["periksa", str(file), "--json"])
    assert result.exit_code == 1
    (reading,) = json.loads(result.stdout)["bacaan"]
    assert reading["halaman"] == 3
    assert [part["bagian"] for part in reading["tidak_terbaca"]] == [
        "halaman 2",
        "halaman 3",
    ]
    assert "tidak seluruhnya diperiksa: halaman 2, halaman 3" in result.stderr


def test_a_picture_alone_is_no_zero(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(picture())
    result = CliRunner().invoke(cli, ["periksa", str(file)])
    assert result.exit_code == 1
    assert "0 galat" not in result.output
    assert "tidak ada teks yang terbaca" in result.stderr


def test_an_empty_page_is_no_fault() -> None:
    text = read_foreign("a.pdf", pdf("<p style='break-after: page'>Isi.</p><p></p>"))
    assert (text.pages, text.unread, text.is_whole) == (2, (), True)


@pytest.mark.processes
def test_a_password_is_named() -> None:
    with pytest.raises(UnreadableNaskah, match="terkunci dengan kata sandi"):
        read_foreign("a.pdf", joined(pdf("<p>Isi.</p>"), kata_sandi="rahasia"))
