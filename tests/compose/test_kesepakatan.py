"""What an agreement prints, and what it leaves out: the same in every format."""

import re
from io import BytesIO

import docx
import pypdfium2
import pytest

from conftest import MINIMAL, write_all
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.templates import Template
from notakesepakatan.load.kesepakatan import parse_kesepakatan

COMPOSER = Composer(Template(None))
KALIMAT = MINIMAL[MINIMAL.index("kalimat:") : MINIMAL.index("pasal:")]


def lines(yaml: str) -> list[str]:
    """The words of every paragraph, as the Word file has them."""
    naskah = compose_kesepakatan(COMPOSER, parse_kesepakatan(yaml.encode(), "uji"))
    result = docx.Document(BytesIO(write_all(naskah).docx))
    return [p.text.strip() for p in result.paragraphs if p.text.strip()]


def every_text(yaml: str) -> list[str]:
    """The whole text by each format, without what only lays it out."""
    naskah = compose_kesepakatan(COMPOSER, parse_kesepakatan(yaml.encode(), "uji"))
    written = write_all(naskah)
    word = docx.Document(BytesIO(written.docx))
    pages = pypdfium2.PdfDocument(written.pdf)
    return [
        written.txt,
        written.html,
        "\n".join(p.text for p in word.paragraphs),
        "\n".join(page.get_textpage().get_text_range() for page in pages),
    ]


@pytest.mark.parametrize(
    "kalimat",
    [
        "",
        'kalimat:\n  pembukaan: ""\n  pihak: ""\n  sebutan_bersama: ""\n'
        '  pertimbangan: ""\n  kesepakatan: ""\n  dasar_hukum: ""\n',
    ],
)
def test_a_sentence_that_is_absent_or_empty_is_not_printed(kalimat: str) -> None:
    yaml = MINIMAL.replace(KALIMAT, kalimat) + "pertimbangan: [bahwa satu.]\n"
    printed = lines(yaml)
    start = printed.index("NOMOR : ………………")
    assert printed[start + 2 : start + 5] == [
        "a.\tbahwa satu.",
        "Pasal 1\nSATU",
        "Isi.",
    ]
    for text in every_text(yaml):
        assert "bahwa satu." in text
        assert not re.search(r"^\s*(?:-|I\.)\s*$", text, re.MULTILINE)


def test_only_the_empty_text_takes_the_standing_introduction_off() -> None:
    dasar = 'dasar_hukum:\n- {jenis: UU, nomor: "1", tahun: 2020, tentang: X}\n'
    without = MINIMAL.replace("kalimat:\n", 'kalimat:\n  dasar_hukum: ""\n')
    assert "Berdasarkan:" in lines(MINIMAL + dasar)
    assert "Berdasarkan:" not in lines(without + dasar)


def test_one_party_may_be_introduced_by_a_sentence_of_its_own() -> None:
    yaml = MINIMAL.replace(KALIMAT, "").replace(
        "- nama: Badan B\n", "- nama: Badan B\n  kalimat: '[[jabatan]] saja.'\n"
    )
    introduced = [line for line in lines(yaml) if line.startswith(("I.", "II."))]
    assert introduced == ["II.\t……………… : Ketua saja."]


def test_each_number_bears_the_key_of_the_party_that_gave_it() -> None:
    yaml = MINIMAL.replace(
        "- nama: Badan B\n", "- nama: Badan B\n  nomor: 7/B\n  pejabat: BUDI\n"
    ).replace("- nama: Badan A\n", "- nama: Badan A\n  pejabat: ANI\n")
    yaml += "penandatanganan: {tanggal: 2026-11-23}\n"
    naskah = compose_kesepakatan(COMPOSER, parse_kesepakatan(yaml.encode(), "uji"))
    assert (
        '<p class="nomor-naskah" id="para_pihak.kedua.nomor">NOMOR : 7/B' in naskah.isi
    )
