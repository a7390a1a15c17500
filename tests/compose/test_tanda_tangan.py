"""Signatures on paper: none alone, none beside its neighbour's words, room to sign."""

import re
from io import BytesIO

import docx
import pypdfium2
import pytest

from compose.plans import agreement, composed
from compose.test_plan_layout import overlap, words_of
from notakesepakatan.compose.tanda_tangan import fresh_rows
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.html import page
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
    for sheet in pages_of(parties, jabatan, more):
        text = " ".join(sheet.get_textpage().get_text_range().split())
        signed = re.findall(r"(?:NAMA PEJABAT \d+|SAKSI [AB])\b(?! :)", text)
        if signed:
            assert any(sentence in text for sentence in SENTENCES), text
            seen += signed
        words = list(words_of(sheet))
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


NIP = "NIP 19681231 199012 1 003"


def signed_by(*bawah_nama: str) -> list[str]:
    """The columns of each row where three are asked for, and what is said below names."""
    yaml = agreement(3, 2, programs=0)
    for i, line in enumerate(bawah_nama, 1):
        name = f"  pejabat: NAMA PEJABAT {i}\n"
        yaml = yaml.replace(name, f"{name}  bawah_nama: [{line}]\n")
    content = composed(yaml, kolom_tanda_tangan=3).isi
    return re.findall(r"<colgroup>(.*?)</colgroup>", content.split("PENUTUP")[-1])


def widths(columns: str) -> list[float]:
    return [float(one) for one in re.findall(r"width:([0-9.]+)%", columns)]


def test_a_column_is_as_wide_as_the_number_in_it() -> None:
    (without,) = signed_by()
    assert widths(without) == [33.333] * 3
    (columns,) = signed_by("Pembina", NIP)
    narrow, wide, last = widths(columns)
    assert narrow == last < 33 < wide


def test_fewer_stand_beside_each_other_where_the_numbers_do_not_fit() -> None:
    assert [widths(one) for one in signed_by(NIP, NIP, NIP)] == [[50, 50], [100]]


def test_a_number_is_not_torn() -> None:
    yaml = agreement(2, 2, programs=0).replace(
        "  pejabat: NAMA PEJABAT 1\n",
        f"  pejabat: NAMA PEJABAT 1\n  bawah_nama: [Pembina (IV/b), {NIP}]\n",
    )
    html = page(composed(yaml))
    assert f'<span class="kata">{NIP}</span>' in html
    assert '<span class="kata">(IV/b)</span>' in html
    word = docx.Document(BytesIO(write_docx(composed(yaml))))
    cells = [cell.text for table in word.tables for cell in table._cells]
    bound = NIP.replace(" ", "\u00a0")
    assert any(bound in text for text in cells)


def test_a_page_is_filled_before_the_next_begins() -> None:
    assert fresh_rows([14, 14, 14], first=32, further=38) == {1}
    assert fresh_rows([14, 14, 30], first=32, further=38) == {2}
    assert fresh_rows([14, 14], first=32, further=38) == frozenset()


def test_a_long_head_may_part_from_the_opening_and_not_inside() -> None:
    few, many = (composed(agreement(count, 2, programs=0)).isi for count in (2, 8))
    assert '"nomor-akhir"' not in few
    assert many.count('"nomor-akhir"') == 1
    assert not composed(agreement(8, 2, programs=0)).gaya["nomor-akhir"].lanjut
