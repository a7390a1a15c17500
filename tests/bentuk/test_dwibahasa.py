"""A memorandum in two languages: its paper in every format, its adenda, what is found in it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pypdfium2
import pytest

from baca import unbound
from conftest import Keluaran, write_all
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    compose_adendum,
    paper_changes,
)
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.templates import Template
from notakesepakatan.compute.change.apply import apply
from notakesepakatan.compute.change.diff import diff
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.rules import Rule, check, read_kesepakatan
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum import LoadedAdendum, Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.naskah.blocks import Table, paragraphs
from notakesepakatan.write.docx.tracked import write_docx_tracked

COMPOSER = Composer(Template(None))
YAML = (Path(__file__).parent / "memorandum-dua-bahasa/kesepakatan.yaml").read_text()
SIGNED = YAML.replace("rencana: 2027-03-18", "tanggal: 2027-03-18")
FRAME = """
penandatanganan: { tempat: Eastmere, tanggal: 2028-05-02 }
para_pihak: [{ nomor: 1/ADD/2028 }]
alasan: [kegiatan kedua kota bertambah]
perubahan:
"""
BOTH = """
- tindakan: ubah
  letak: Pasal 5 ayat (2)
  menjadi:
    isi: Kelompok kerja bersidang paling sedikit [[bilangan 2]] kali setahun.
    terjemahan: The working group shall meet at least [[bilangan 2]] times a year.
"""
ENGLISH_ALONE = """
- tindakan: ubah
  letak: Pasal 4 terjemahan isi
  menjadi: Each [[sebutan_tunggal]] shall bear its own costs.
"""
ROWS = (
    ("NOTA KESEPAHAMAN", "MEMORANDUM OF UNDERSTANDING"),
    ("ANTARA", "BETWEEN"),
    ("Pasal 9\nJANGKA WAKTU DAN PENGAKHIRAN", "Article 9\nDURATION AND TERMINATION"),
    (
        "c.\tbahwa rencana kerja sama ini telah dibicarakan dalam surat pernyataan "
        "kehendak yang ditandatangani pada 12 Februari 2026.",
        "c.\tthat this cooperation was foreseen in the Letter of Intent signed on "
        "12 February 2026.",
    ),
    (
        "(3)\tPengakhiran sebagaimana dimaksud pada ayat (2) tidak memengaruhi "
        "penyelesaian kegiatan yang sedang berjalan.",
        "(3)\tTermination as referred to in paragraph (2) shall not affect the "
        "completion of activities already under way.",
    ),
)


def loaded(yaml: str = YAML) -> Loaded:
    return parse_kesepakatan(yaml.encode(), "uji")


@pytest.fixture(scope="module")
def written() -> Keluaran:
    return write_all(compose_kesepakatan(COMPOSER, loaded()))


def columns(word: bytes) -> list[tuple[str, str]]:
    """Left and right of every row of the table that sets both languages side by side."""
    first = docx.Document(BytesIO(word)).tables[0]
    cells = ((row.cells[0].text, row.cells[2].text) for row in first.rows)
    return [(unbound(left), unbound(right)) for left, right in cells]


def test_word_sets_each_paragraph_beside_its_translation(written: Keluaran) -> None:
    rows = columns(written.docx)
    assert [pair for pair in ROWS if pair not in rows] == []
    assert all(left and right for left, right in rows)


def test_word_lets_rows_break_and_draws_no_lines(written: Keluaran) -> None:
    document = ZipFile(BytesIO(written.docx)).read("word/document.xml").decode()
    first = re.findall(r"<w:tbl>.*?</w:tbl>", document, re.DOTALL)[0]
    assert '<w:tblStyle w:val="polos"/>' in first
    assert "<w:cantSplit/>" not in first
    assert "<w:tblHeader/>" not in first


def test_the_second_language_is_marked_as_such(written: Keluaran) -> None:
    assert '<p lang="en-GB" class="isi"' in written.html
    document = ZipFile(BytesIO(written.docx)).read("word/document.xml").decode()
    parting = '</w:t><w:softHyphen/><w:t xml:space="preserve">'
    document = document.replace(parting, "")
    runs = re.findall(r"<w:r>.*?</w:r>", document)
    (run,) = [run for run in runs if "shall bear the costs" in run]
    assert '<w:lang w:val="en-GB"/>' in run
    (other,) = [run for run in runs if "menanggung biaya kegiatannya" in run]
    assert "w:lang" not in other


def test_numbers_spans_and_parties_are_said_in_both(written: Keluaran) -> None:
    text = written.txt
    assert "berlaku selama 5 (lima) tahun" in text
    assert "in force for 5 (five) years" in text
    assert "paling lambat 6 (enam) bulan" in text
    assert "at least 6 (six) months" in text
    assert "On this day, Thursday, 18 March 2027" in text
    assert "THE FIRST PARTY and THE SECOND PARTY shall hereinafter" in text
    assert "referred to in Article 2 shall be implemented" in text


def test_plain_text_has_the_translation_below_its_paragraph(written: Keluaran) -> None:
    lines = written.txt.splitlines()
    at = lines.index("Pasal 4 PEMBIAYAAN")
    assert lines[at + 1] == "Article 4 FUNDING"
    assert lines[at + 2].startswith("Setiap PIHAK menanggung")
    assert lines[at + 3].startswith("Each PARTY shall bear")


def test_signatures_stand_once_with_both_names_of_the_office(written: Keluaran) -> None:
    lines = written.txt.splitlines()
    assert (
        "WALI KOTA SAGARA MAYOR OF SAGARA\tWALI KOTA EASTMERE MAYOR OF EASTMERE"
        in lines
    )
    assert sum("RATNA WIDYASTUTI\tHELEN" in line for line in lines) == 1
    assert lines[lines.index("Saksi:") + 1] == "Witnesses:"


def test_print_has_every_word_of_both(written: Keluaran) -> None:
    pages = pypdfium2.PdfDocument(written.pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    flat = re.sub(r"\s+", " ", text)
    assert "Pasal 10" in flat
    assert "Article 10" in flat
    assert "the English text shall prevail" in flat


def test_an_id_stands_once_on_the_page(written: Keluaran) -> None:
    ids = re.findall(r'\bid="([^"]+)"', written.html)
    assert sorted(set(ids)) == sorted(ids)
    assert "pasal.5.ayat.2.terjemahan" in ids


def test_one_language_has_no_columns() -> None:
    yaml = YAML.replace("bahasa_kedua: Inggris\n", "")
    naskah = compose_kesepakatan(COMPOSER, loaded(yaml))
    assert "dwibahasa" not in write_all(naskah).html
    assert "Article" not in naskah.isi


def found(yaml: str) -> Iterator[tuple[Rule, str]]:
    for rule, flaw in check(read_kesepakatan(loaded(yaml).kesepakatan)):
        yield rule, flaw.place.key


def codes(yaml: str) -> list[tuple[str, str]]:
    return [
        (rule.kode, key)
        for rule, key in found(yaml)
        if rule.kode in ("BAHASA-TERJEMAHAN", "BAHASA-KEDUA", "BAHASA-BERLAKU")
    ]


def test_the_memorandum_lacks_nothing() -> None:
    assert [key for rule, key in found(YAML) if rule.tingkat == "galat"] == []
    assert codes(YAML) == []


def test_a_text_without_translation_prints_dots_and_is_found() -> None:
    yaml = YAML.replace("    judul: FUNDING\n", "")
    assert codes(yaml) == [("BAHASA-TERJEMAHAN", "pasal[4].judul")]
    rows = columns(write_all(compose_kesepakatan(COMPOSER, loaded(yaml))).docx)
    assert ("Pasal 4\nPEMBIAYAAN", "Article 4\n………………") in rows


def test_a_translation_without_its_text_is_found() -> None:
    yaml = YAML.replace("  judul: PEMBIAYAAN\n", "")
    assert codes(yaml) == [("BAHASA-TERJEMAHAN", "pasal[4].terjemahan.judul")]


def test_lines_are_translated_one_by_one() -> None:
    yaml = YAML.replace(
        "    penutup: >-\n      In witness",
        "    penutup:\n    - Done.\n    - >-\n      In witness",
    )
    assert codes(yaml) == [("BAHASA-TERJEMAHAN", "kalimat.terjemahan.penutup")]


@pytest.mark.parametrize(
    ("indonesian", "english", "found_at"),
    [
        ("5.000 pelajar", "5,000 students", []),
        ("12 pelajar", "21 students", ["pasal[2].huruf[1].terjemahan.isi"]),
        ("12 pelajar", "twelve students", ["pasal[2].huruf[1].terjemahan.isi"]),
    ],
)
def test_figures_are_the_same_in_both(
    indonesian: str, english: str, found_at: list[str]
) -> None:
    yaml = YAML.replace("pertukaran pelajar;", f"pertukaran {indonesian};")
    yaml = yaml.replace("student exchanges;", f"exchange of {english};")
    of_figures = [key for rule, key in found(yaml) if rule.kode == "BAHASA-ANGKA"]
    assert of_figures == found_at


def test_translations_want_the_name_of_their_language() -> None:
    yaml = YAML.replace("bahasa_kedua: Inggris\n", "")
    assert codes(yaml) == [("BAHASA-KEDUA", "")]


def test_which_text_prevails_is_to_be_said() -> None:
    without_role = YAML.replace("- kunci: bahasa\n  judul", "- judul")
    assert codes(without_role) == []
    start = YAML.index("- kunci: bahasa\n")
    unsaid = YAML[:start] + YAML[YAML.index("saksi:\n") :]
    assert codes(unsaid) == [("BAHASA-BERLAKU", "bahasa_kedua")]


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        (
            "remain in force for [[jangka_waktu]]",
            "remain in force for [[jangka]]",
            "pasal[9].ayat[1].terjemahan.isi",
        ),
        (
            "Termination as referred to [[pada ayat (2)]]",
            "Termination as referred to [[pada ayat (7)]]",
            "pasal[9].ayat[3].terjemahan.isi",
        ),
        (
            "having the seat of office at [[kedudukan]]",
            "having the seat of office at [[alamat]]",
            "kalimat.terjemahan.pihak",
        ),
    ],
)
def test_a_wrong_bracket_is_found_in_the_translation(
    right: str, wrong: str, place: str
) -> None:
    with pytest.raises(FaultyNaskah) as faulty:
        loaded(YAML.replace(right, wrong))
    assert place in {one.kunci for one in faulty.value.temuan}


def amended(operations: str) -> LoadedAdendum:
    riwayat = Riwayat(loaded(SIGNED))
    return parse_adendum((FRAME + operations).encode(), "adendum", riwayat)


def test_an_adendum_tells_the_new_text_in_both() -> None:
    text = write_all(compose_adendum(COMPOSER, amended(BOTH), ())).txt.splitlines()
    at = text.index("Pasal 5 KELOMPOK KERJA")
    assert text[at - 1].endswith(
        "ketentuan ayat (2) Pasal 5 diubah sehingga Pasal 5 berbunyi sebagai berikut:"
    )
    assert text[at + 1] == "Article 5 WORKING GROUP"
    assert "(2) Kelompok kerja bersidang paling sedikit 2 (dua) kali setahun." in text
    assert "(2) The working group shall meet at least 2 (two) times a year." in text
    assert text.count("Pasal I") == 1


def test_a_change_of_the_translation_alone_is_told_with_the_text_beside_it() -> None:
    adendum = amended(ENGLISH_ALONE)
    assert change_sentences(COMPOSER, adendum) == [
        "Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:"
    ]
    (change,) = paper_changes(COMPOSER, adendum)
    assert change.letak == "Pasal 4 (bahasa Inggris)"
    text = write_all(compose_adendum(COMPOSER, adendum, ())).txt.splitlines()
    at = text.index("Each PARTY shall bear its own costs.")
    assert text[at - 1].startswith("Setiap PIHAK menanggung")


def test_a_deleted_pasal_is_deleted_in_both() -> None:
    adendum = amended("- { tindakan: hapus, letak: Pasal 6 }")
    naskah = compose_kesepakatan(COMPOSER, adendum.sesudah)
    rows = columns(write_all(naskah).docx)
    assert ("Pasal 6", "Article 6") in rows
    assert ("Dihapus.", "Deleted.") in rows


def test_the_text_in_force_says_what_was_changed() -> None:
    adendum = amended(BOTH)
    riwayat = replace(Riwayat(loaded(SIGNED)), adendum=(adendum,))
    naskah = compose_konsolidasi(COMPOSER, riwayat, date(2029, 1, 1), b"")
    noted = [line for line in write_all(naskah).txt.splitlines() if "[diubah" in line]
    assert noted == [
        "(2) Kelompok kerja bersidang paling sedikit 2 (dua) kali setahun. "
        "[diubah dengan Adendum Kesatu]"
    ]


def test_tracked_changes_mark_the_words_of_both() -> None:
    adendum = amended(BOTH)
    before = compose_kesepakatan(COMPOSER, adendum.sebelum)
    after = compose_kesepakatan(COMPOSER, adendum.sesudah)
    document = ZipFile(BytesIO(write_docx_tracked(before, after))).read(
        "word/document.xml"
    )
    put_in = re.findall(r"<w:ins [^>]*>.*?</w:ins>", document.decode(), re.DOTALL)
    words = re.sub(r"<[^>]+>", "", "".join(put_in))
    assert "2 (dua)" in words
    assert "2 (two)" in words
    assert "Article" not in words


def test_an_edited_translation_becomes_an_adendum_and_back() -> None:
    old = loaded(SIGNED).tree
    new = loaded(SIGNED.replace("judul: FUNDING", "judul: FINANCE")).tree
    goal = settle(old, new)
    operations = diff(old, goal)
    assert [one.letak for one in operations if one.tindakan == "ubah"] == ["Pasal 4"]
    assert apply(old, operations) == (goal, [])


def test_the_columns_have_a_row_a_paragraph() -> None:
    (sheet,) = compose_kesepakatan(COMPOSER, loaded()).section
    first = sheet.block[0]
    assert isinstance(first, Table)
    assert first.beside
    one_language = compose_kesepakatan(
        COMPOSER, loaded(YAML.replace("bahasa_kedua: Inggris\n", ""))
    )
    in_tables = (
        p
        for block in one_language.section[0].block
        if isinstance(block, Table)
        for line in block.baris
        for cell in line.cell
        for p in cell.isi
    )
    upright = len(list(paragraphs(one_language.section))) - len(list(in_tables))
    around_signatures = 2
    assert len(first.baris) == upright - around_signatures
