"""Words read back out of each format, the way another program would, and out of the source's own text."""

import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import docx
import pypdfium2
from click.testing import CliRunner
from docx.table import Table
from docx.text.paragraph import Paragraph

from notakesepakatan.cli import cli
from notakesepakatan.errors import NotaError

SUMBER = Path(__file__).parent / "sumber" / "bp2mi-pekalongan-2022.txt"


def words(teks: str) -> list[str]:
    return teks.split()


def unbound(text: str) -> str:
    """A text of a Word file with nothing that binds its words together."""
    return text.replace("\u00a0", " ")


def plain(text: str) -> str:
    """The same as one line."""
    return unbound(text).translate(str.maketrans("\t\n", "  "))


def unparted(text: str) -> str:
    """A text without hyphens: at a line's end nobody tells one of a word from one of the line."""
    return text.replace("-", "")


def docx_lines(isi: bytes) -> list[str]:
    """Paragraphs and table rows of the body in order, rows with tabs, as plain text has them."""
    hasil = []
    for blok in docx.Document(BytesIO(isi)).iter_inner_content():
        if isinstance(blok, Paragraph):
            hasil.append(plain(blok.text))
        else:
            assert isinstance(blok, Table)
            hasil += ["\t".join(baris) for baris in docx_table(blok)]
    return [baris for baris in hasil if baris.strip()]


def docx_table(tabel: Table) -> list[list[str]]:
    """Words of every grid cell; a merged cell has its words in its first place only."""
    hasil, terlihat = [], set()
    for baris in tabel.rows:
        kata = []
        for sel in baris.cells:
            baru = sel._tc not in terlihat
            terlihat.add(sel._tc)
            kata.append(
                " ".join(plain(p.text) for p in sel.paragraphs).strip() if baru else ""
            )
        hasil.append(kata)
    return hasil


def pdf_pages(isi: bytes) -> list[str]:
    """Text of each page without its page number. pdfium marks a hyphen at the end of a line as U+FFFE."""
    hasil = []
    for nomor, halaman in enumerate(pypdfium2.PdfDocument(isi), 1):
        teks = (
            halaman.get_textpage()
            .get_text_range()
            .replace("\ufffe", "-")
            .replace("\r\n", "\n")
            .strip()
        )
        # The first page of a letter, under its kop, has none.
        shown = teks.endswith(str(nomor)) or nomor == 1
        assert shown, f"page {nomor} shows its number"
        hasil.append(teks.removesuffix(str(nomor)).strip())
    return hasil


def source_body() -> list[str]:
    """Words of the source from its title to the end of its last pasal, without the marks of its extraction."""
    teks = SUMBER.read_text(encoding="utf-8")
    teks = teks[: teks.index("Lampiran Nota Kesepakatan")]
    teks = re.sub(
        r"^ *- (?=\(|[a-zIV]+\. )", "", teks.replace("**", ""), flags=re.MULTILINE
    )
    return words(teks)


def source_annex() -> str:
    """Text of the annex."""
    teks = SUMBER.read_text(encoding="utf-8")
    return teks[teks.index("Lampiran Nota Kesepakatan") :].replace("**", "")


class Answer(NamedTuple):
    """What a command came to, run in this very process."""

    exit_code: int
    output: str


def nota(root: Path, *words: str) -> Answer:
    """`nota -C root words`; what it says of an error stands in the output."""
    result = CliRunner().invoke(cli, ["-C", str(root), *words])
    cause = result.exception
    if isinstance(cause, NotaError):
        return Answer(cause.exit_code, f"{result.output}{cause}")
    if cause and not isinstance(cause, SystemExit):
        raise cause
    return Answer(result.exit_code, result.output)
