"""Files of others: what would unfold to too much is refused in time, PDFs are read by one thread at a time."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor

import docx
import pytest

from conftest import Keluaran
from effort import is_bounded
from notakesepakatan.bureau.check import check_document
from notakesepakatan.load.foreign.account import ForeignText
from notakesepakatan.load.foreign.reader import UnreadableNaskah, read_foreign


def word(isi: bytes, lain: dict[str, bytes] | None = None) -> bytes:
    """A Word file with this at the head of its body, and other parts."""
    asal, hasil = io.BytesIO(), io.BytesIO()
    docx.Document().save(asal)
    with (
        zipfile.ZipFile(asal) as dari,
        zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as ke,
    ):
        for bagian in dari.infolist():
            teks = dari.read(bagian)
            ke.writestr(
                bagian.filename, teks.replace(b"<w:body>", b"<w:body>" + isi, 1)
            )
        for nama, teks in (lain or {}).items():
            ke.writestr(nama, teks)
    return hasil.getvalue()


def run(isi: bytes) -> bytes:
    return b"<w:p><w:r>" + isi + b"</w:r></w:p>"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        (
            "a.docx",
            word(b"<w:p/>" * 3_000_000),
            "lebih dari dua juta unsur setelah dibuka",
        ),
        ("a.docx", word(b"<w:p/>" * 100_001), "lebih dari 100.000 alinea"),
        ("a.docx", word(run(b"<w:br/>" * 300_001)), "lebih dari 300.000 potongan teks"),
        (
            "a.docx",
            word(run(b"<w:t>" + b"a" * 1_000_001 + b"</w:t>")),
            "teksnya lebih dari satu juta karakter",
        ),
        (
            "a.docx",
            word(b" " * 20_000_001),
            "isi XML-nya lebih dari 20 MB setelah dibuka",
        ),
        (
            "a.docx",
            word(b"", {"word/media/a.png": b" " * 50_000_001}),
            "isinya lebih dari 50 MB setelah dibuka",
        ),
        (
            "a.docx",
            word(b"", {"word/a.png": b"<a/>" * 2_000_001}),
            "lebih dari dua juta unsur",
        ),
        (
            "a.txt",
            b"a" * 1_000_001,
            "teksnya lebih dari satu juta karakter (kira-kira 400 halaman)",
        ),
        ("a.txt", b"aaaaaaaaa\n" * 111_112, "teksnya lebih dari satu juta karakter"),
        ("a.pdf", b"%PDF-1.7\nrusak", "berkas rusak atau bukan pdf"),
    ],
)
def test_too_much_is_refused_in_time(nama: str, isi: bytes, kata: str) -> None:
    def refuse() -> None:
        with pytest.raises(UnreadableNaskah) as sebab:
            read_foreign(nama, isi)
        assert kata in str(sebab.value)

    assert is_bounded(refuse)


@pytest.mark.slow
def test_what_is_just_small_enough_is_read() -> None:
    gambar = {"word/media/a.png": bytes(range(256)) * 100_000}
    assert (
        read_foreign(
            "a.docx", word(run(b"<w:t>dua</w:t><w:tab/><w:t>kata</w:t>"), gambar)
        )
        .paragraphs[0]
        .text
        == "dua kata"
    )
    (satu,) = read_foreign("a.txt", b"a" * 1_000_000).paragraphs
    assert len(satu.text) == 1_000_000


@pytest.mark.long
def test_two_threads_read_pdfs_at_once(keluaran: Keluaran) -> None:
    """PDFium shares its state between threads: unguarded, this ends the process."""
    harap = read_foreign("a.pdf", keluaran.pdf)
    assert any("PIHAK KESATU" in alinea.text for alinea in harap.paragraphs)

    def read(n: int) -> ForeignText:
        if n % 5 == 4:
            with pytest.raises(UnreadableNaskah, match="berkas rusak atau bukan pdf"):
                read_foreign("rusak.pdf", keluaran.pdf[:200])
            return harap
        return read_foreign("a.pdf", keluaran.pdf)

    with ThreadPoolExecutor(2) as berdua:
        assert all(hasil == harap for hasil in berdua.map(read, range(40)))


@pytest.mark.slow
def test_our_own_word_file_is_not_accused_of_its_layout(keluaran: Keluaran) -> None:
    semua = check_document("nota.docx", keluaran.docx).found
    assert not [t for t in semua if t.kode == "BAHASA-SPASI" and " :" in t.piece], semua
