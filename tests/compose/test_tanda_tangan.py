"""Signatures on paper: none alone, none beside its neighbour's words, room to sign."""

import re

import pypdfium2
import pytest

from compose.plans import agreement, composed
from compose.test_plan_layout import overlap, words_of
from notakesepakatan.write.pdf import write_pdf

LONG_TITLE = (
    "Kepala Dinas Tenaga Kerja, Transmigrasi, dan Perindustrian Provinsi Contoh"
)
SENTENCES = ("Nota Kesepakatan ini dibuat", "Lanjutan tanda tangan Nota Kesepakatan")
SAKSI = "saksi:\n- { nama: SAKSI A, jabatan: Sekretaris }\n- { nama: SAKSI B }\n"


def pages_of(parties: int, jabatan: str, more: str = "") -> list[pypdfium2.PdfPage]:
    yaml = agreement(parties, 2, jabatan, programs=0, more=more)
    return list(pypdfium2.PdfDocument(write_pdf(composed(yaml))))


def check_pages(parties: int, jabatan: str, more: str = "") -> None:
    seen = list[str]()
    for page in pages_of(parties, jabatan, more):
        text = " ".join(page.get_textpage().get_text_range().split())
        signed = re.findall(r"(?:NAMA PEJABAT \d+|SAKSI [AB])\b(?! :)", text)
        if signed:
            assert any(sentence in text for sentence in SENTENCES), text
            seen += signed
        words = list(words_of(page))
        assert not [
            (one, other)
            for i, one in enumerate(words)
            for other in words[i + 1 :]
            if overlap(one, other)
        ]
    names = [f"NAMA PEJABAT {i}" for i in range(1, parties + 1)]
    assert sorted(seen) == sorted(names + (["SAKSI A", "SAKSI B"] if more else []))


@pytest.mark.slow
@pytest.mark.parametrize("parties", [3, 5, 20])
def test_no_block_stands_on_a_page_without_words(parties: int) -> None:
    check_pages(parties, LONG_TITLE)


@pytest.mark.slow
def test_nor_do_the_saksi() -> None:
    check_pages(5, LONG_TITLE, SAKSI)


@pytest.mark.long
@pytest.mark.parametrize("more", ["", SAKSI])
@pytest.mark.parametrize("jabatan", ["Bupati Contoh", LONG_TITLE])
@pytest.mark.parametrize("parties", range(2, 21))
def test_no_block_of_any_number(parties: int, jabatan: str, more: str) -> None:
    check_pages(parties, jabatan, more)


def test_pages_are_filled_alike() -> None:
    content = composed(agreement(8, 2, LONG_TITLE, programs=0)).isi
    before, _, after = content.partition('<p class="lanjutan-tanda-tangan">')
    assert before.count("NAMA PEJABAT") - 8 == after.count("NAMA PEJABAT") == 4
    few = composed(agreement(2, 2, programs=0))
    assert "lanjutan-tanda-tangan" not in few.gaya


def test_columns_keep_apart() -> None:
    naskah = composed(agreement(2, 2, programs=0))
    for name in ("tanda-tangan", "tanda-tangan-nama"):
        assert naskah.gaya[name].masuk == naskah.gaya[name].masuk_kanan == 2
