"""A memorandum in two languages: its paper in every format, its adenda, what is found in it."""

import ast
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

from baca import pdf_pages, unbound
from bentuk.shapes import office
from conftest import AKAR, Keluaran, write_all
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
from notakesepakatan.compute.rules.language.terjemahan import in_both, of_adendum
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.naskah.blocks import Table, paragraphs
from notakesepakatan.write.docx.tracked import write_docx_tracked

COMPOSER = Composer(Template(None))
YAML = (Path(__file__).parent / "memorandum-dua-bahasa/kesepakatan.yaml").read_text()
SIGNED = YAML.replace("rencana: 2027-03-18", "tanggal: 2027-03-18")
FRAME = """
penandatanganan: { tempat: Eastmere, tanggal: 2028-05-02 }
para_pihak: [{ nomor: 1/ADD/2028 }]
alasan:
- teks: kegiatan kedua kota bertambah
  terjemahan: the activities of both cities have grown
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
INDONESIAN_ALONE = """
- tindakan: ubah
  letak: Pasal 4 isi
  menjadi: Setiap [[sebutan_tunggal]] menanggung biayanya.
"""
ENGLISH_WORD = """
- {tindakan: ganti_kata, letak: Pasal 4 terjemahan isi, tertulis: Each, menjadi: Every}
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
    """Left and right of every row of the tables that set both languages side by side."""
    tables = docx.Document(BytesIO(word)).tables
    beside = [table for table in tables if len(table.columns) == 3]
    cells = [(row.cells[0], row.cells[2]) for table in beside for row in table.rows]
    return [(unbound(left.text), unbound(right.text)) for left, right in cells]


@pytest.mark.slow
def test_word_sets_each_paragraph_beside_its_translation(written: Keluaran) -> None:
    rows = columns(written.docx)
    assert [pair for pair in ROWS if pair not in rows] == []
    assert all(left and right for left, right in rows)


@pytest.mark.slow
def test_word_lets_rows_break_and_draws_no_lines(written: Keluaran) -> None:
    document = ZipFile(BytesIO(written.docx)).read("word/document.xml").decode()
    first = re.findall(r"<w:tbl>.*?</w:tbl>", document, re.DOTALL)[0]
    assert '<w:tblStyle w:val="polos"/>' in first
    assert "<w:cantSplit/>" not in first
    assert "<w:tblHeader/>" not in first


@pytest.mark.slow
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


@pytest.mark.slow
def test_numbers_spans_and_parties_are_said_in_both(written: Keluaran) -> None:
    text = written.txt
    assert "berlaku selama 5 (lima) tahun" in text
    assert "in force for 5 (five) years" in text
    assert "paling lambat 6 (enam) bulan" in text
    assert "at least 6 (six) months" in text
    assert "On this day, Thursday, 18 March 2027" in text
    assert "THE FIRST PARTY and THE SECOND PARTY shall hereinafter" in text
    assert "referred to in Article 2 shall be implemented" in text


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_the_memorandum_lacks_nothing() -> None:
    assert [key for rule, key in found(YAML) if rule.tingkat == "galat"] == []
    assert codes(YAML) == []


@pytest.mark.slow
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


_BOTH = ["pasal[2].huruf[1].terjemahan.isi", "pasal[2].huruf[1].isi"]
"""Nobody knows which of them is wrong."""


@pytest.mark.parametrize(
    ("indonesian", "english", "found_at"),
    [
        ("5.000 pelajar", "5,000 students", []),
        ("12 pelajar", "21 students", _BOTH),
        ("12 pelajar", "twelve students", _BOTH),
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_an_adendum_tells_the_new_text_in_both() -> None:
    text = write_all(compose_adendum(COMPOSER, amended(BOTH), ())).txt.splitlines()
    at = text.index("Pasal 5 KELOMPOK KERJA")
    assert text[at - 2].endswith(
        "ketentuan ayat (2) Pasal 5 diubah sehingga Pasal 5 berbunyi sebagai berikut:"
    )
    assert text[at - 1].endswith(
        "the provisions of paragraph (2) of Article 5 shall be amended, so that Article"
        " 5 shall read as follows:"
    )
    assert text[at + 1] == "Article 5 WORKING GROUP"
    assert "(2) Kelompok kerja bersidang paling sedikit 2 (dua) kali setahun." in text
    assert "(2) The working group shall meet at least 2 (two) times a year." in text
    assert text.count("Pasal I") == 1


@pytest.mark.slow
def test_a_change_of_the_translation_alone_is_told_with_the_text_beside_it() -> None:
    adendum = amended(ENGLISH_ALONE)
    assert change_sentences(COMPOSER, adendum) == [
        "Dalam naskah bahasa Inggris, ketentuan Pasal 4 diubah sehingga berbunyi sebagai"
        " berikut:"
    ]
    (change,) = paper_changes(COMPOSER, adendum)
    assert change.letak == "Pasal 4 (naskah bahasa Inggris)"
    text = write_all(compose_adendum(COMPOSER, adendum, ())).txt.splitlines()
    name = "Nota Kesepahaman tentang Kerja Sama Kota Bersaudara"
    told = f"Dalam naskah bahasa Inggris {name}, ketentuan Pasal 4 diubah"
    assert any(line.startswith(told) for line in text)
    told = "The English text of the Memorandum of Understanding concerning Sister City"
    assert any(line.startswith(told) for line in text)
    at = text.index("Each PARTY shall bear its own costs.")
    assert text[at - 1].startswith("Setiap PIHAK menanggung")


@pytest.mark.slow
def test_a_change_of_the_indonesian_text_alone_is_told_as_such() -> None:
    adendum = amended(INDONESIAN_ALONE)
    assert change_sentences(COMPOSER, adendum) == [
        "Dalam naskah bahasa Indonesia, ketentuan Pasal 4 diubah sehingga berbunyi"
        " sebagai berikut:"
    ]
    text = write_all(compose_adendum(COMPOSER, adendum, ())).txt
    told = "The Indonesian text of the Memorandum of Understanding concerning Sister"
    assert f"\n{told}" in text
    both = amended(INDONESIAN_ALONE + BOTH.lstrip())
    assert change_sentences(COMPOSER, both)[1].startswith("Ketentuan ayat (2) Pasal 5")
    text = write_all(compose_adendum(COMPOSER, both, ())).txt
    assert "\n1. In the Indonesian text, the provisions of Article 4 shall" in text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "operation", "told"),
    [
        (
            "kontrak",
            ENGLISH_ALONE,
            (
                "1. Ketentuan Pasal 4 (naskah bahasa Inggris) yang semula berbunyi:",
                "1. The provisions of Article 4 (English text), formerly reading:",
            ),
        ),
        (
            "tabel",
            ENGLISH_ALONE,
            ("Pasal 4 (naskah bahasa Inggris) Article 4 (English",),
        ),
        (
            "pasal",
            ENGLISH_WORD,
            (
                'kata "Each" dalam naskah bahasa Inggris pada Pasal 4 diubah menjadi kata',
                'the word "Each" in the English text of Article 4 shall be replaced by',
            ),
        ),
        (
            "tabel",
            ENGLISH_WORD,
            ("Naskah bahasa Inggris pada Pasal 4 The English text",),
        ),
    ],
)
def test_each_form_says_that_the_translation_alone_changes(
    form: str, operation: str, told: tuple[str, ...]
) -> None:
    riwayat = Riwayat(loaded(SIGNED))
    content = f"bentuk: {form}\n{FRAME}{operation}".encode()
    adendum = parse_adendum(content, "adendum", riwayat)
    text = write_all(compose_adendum(COMPOSER, adendum, ())).txt
    assert all(each in text for each in told)


FRAME_ROWS = (
    ("ADENDUM KESATU", "FIRST ADDENDUM"),
    ("ATAS", "TO THE"),
    ("NOTA KESEPAHAMAN", "MEMORANDUM OF UNDERSTANDING"),
    (
        "Pada hari ini Selasa, tanggal Dua, bulan Mei, tahun Dua Ribu Dua Puluh Delapan"
        " (02-05-2028), bertempat di Eastmere, kami yang bertanda tangan di bawah ini:",
        "On this day, Tuesday, 2 May 2028, at Eastmere, we, the undersigned:",
    ),
    (
        "PARA PIHAK terlebih dahulu menerangkan hal-hal sebagai berikut:",
        "THE PARTIES hereby first set out the following:",
    ),
    (
        "b.\tbahwa kegiatan kedua kota bertambah;",
        "b.\tthat the activities of both cities have grown;",
    ),
    (
        "d.\tbahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a sampai"
        " dengan huruf c, PARA PIHAK sepakat membuat Adendum Kesatu atas Nota"
        " Kesepahaman.",
        "d.\tthat based on the considerations referred to in letter a to letter c, THE"
        " PARTIES agree to make the First Addendum to the Memorandum of Understanding.",
    ),
    ("Pasal I", "Article I"),
    (
        "(3)\tAdendum Kesatu ini mulai berlaku pada tanggal ditandatangani.",
        "(3)\tThis First Addendum shall enter into force on the date of its signing.",
    ),
)


@pytest.mark.slow
def test_the_frame_of_an_adendum_stands_side_by_side() -> None:
    rows = columns(write_all(compose_adendum(COMPOSER, amended(BOTH), ())).docx)
    assert [pair for pair in FRAME_ROWS if pair not in rows] == []
    assert all(left and right for left, right in rows)


MANY = """
- { tindakan: hapus, letak: Pasal 6 }
- { tindakan: hapus, letak: Pasal 9 ayat (3) }
- tindakan: sisip
  setelah: Pasal 5 ayat (1)
  isi: [{ nomor: 1a, isi: Anggotanya enam orang., terjemahan: It has six members. }]
- tindakan: tambah
  setelah: Pasal 2 huruf d
  isi: [{ isi: kebencanaan., terjemahan: disaster relief. }]
- tindakan: ganti_kata
  letak: Pasal 3
  tertulis: rencana kerja tahunan
  menjadi: program kerja tahunan
- tindakan: ubah
  letak: Pasal 7 judul
  menjadi: PERSELISIHAN
- tindakan: ubah
  letak: pertimbangan huruf a
  menjadi: { isi: bahwa lain;, terjemahan: that otherwise; }
"""
"""Every kind of change, in both languages."""


@pytest.mark.slow
def test_each_kind_of_change_is_told_in_both() -> None:
    text = write_all(compose_adendum(COMPOSER, amended(MANY), ())).txt.splitlines()
    told = [line.partition(" ")[2] for line in text if re.match(r"\d\. ", line)]
    assert told[1::2] == [
        "Letter a of the recitals shall be amended to read as follows:",
        "After letter d of Article 2 there shall be added letter e, so that Article 2"
        " shall read as follows:",
        'The words "rencana kerja tahunan" in the Indonesian text of Article 3 shall be'
        ' replaced by the words "program kerja tahunan".',
        "Between paragraph (1) and paragraph (2) of Article 5 there shall be inserted"
        " paragraph (1a), so that Article 5 shall read as follows:",
        "Article 6 shall be deleted.",
        "In the Indonesian text, the heading of Article 7 shall be amended to read as"
        " follows:",
        "Paragraph (3) of Article 9 shall be deleted, so that Article 9 shall read as"
        " follows:",
    ]
    assert told[0::2][4] == "Pasal 6 dihapus."
    assert told[0::2][5].startswith("Dalam naskah bahasa Indonesia, judul Pasal 7")


@pytest.mark.slow
def test_the_form_of_contracts_is_told_in_both() -> None:
    yaml = FRAME.replace("perubahan:", "bentuk: kontrak\nperubahan:") + BOTH
    adendum = parse_adendum(yaml.encode(), "adendum", Riwayat(loaded(SIGNED)))
    text = write_all(compose_adendum(COMPOSER, adendum, ())).txt.splitlines()
    at = text.index("1. Ketentuan Pasal 5 ayat (2) yang semula berbunyi:")
    assert text[at + 1] == (
        "1. The provisions of Article 5 paragraph (2), formerly reading:"
    )
    assert text[at + 2].startswith("(2) Kelompok kerja sebagaimana dimaksud")
    assert text[at + 3].startswith("(2) The working group referred to")
    assert text[at + 4 : at + 6] == ["diubah menjadi:", "shall be amended to read:"]


SIGNED_BY_ANOTHER = """
penandatanganan: { tempat: Eastmere, tanggal: 2028-05-02 }
para_pihak:
- {}
- pejabat: OLIVER GRANT
  jabatan: Wakil Wali Kota Eastmere
%s
alasan: [{ teks: ada perubahan, terjemahan: there is a change }]
perubahan:
"""


@pytest.mark.slow
def test_who_signs_an_adendum_is_named_in_both() -> None:
    own = "  terjemahan: { jabatan: Deputy Mayor of Eastmere }"
    yaml = SIGNED_BY_ANOTHER % own + BOTH
    adendum = parse_adendum(yaml.encode(), "adendum", Riwayat(loaded(SIGNED)))
    text = write_all(compose_adendum(COMPOSER, adendum, ())).txt
    assert "OLIVER GRANT : Deputy Mayor of Eastmere, having the seat of" in text
    assert "WAKIL WALI KOTA EASTMERE DEPUTY MAYOR OF EASTMERE" in text
    assert list(of_adendum(adendum.adendum, adendum.sesudah.kesepakatan)) == []


@pytest.mark.slow
def test_an_office_that_has_no_translation_prints_dots_and_is_found() -> None:
    yaml = SIGNED_BY_ANOTHER % "" + BOTH
    adendum = parse_adendum(yaml.encode(), "adendum", Riwayat(loaded(SIGNED)))
    text = write_all(compose_adendum(COMPOSER, adendum, ())).txt
    assert "OLIVER GRANT : ………………, having the seat of" in text
    flaws = of_adendum(adendum.adendum, adendum.sesudah.kesepakatan)
    assert [flaw.place.key for flaw in flaws] == ["para_pihak[2].jabatan"]


@pytest.mark.slow
def test_an_office_said_again_has_its_translation() -> None:
    yaml = SIGNED_BY_ANOTHER.replace("Wakil Wali", "Wali") % "" + BOTH
    adendum = parse_adendum(yaml.encode(), "adendum", Riwayat(loaded(SIGNED)))
    text = write_all(compose_adendum(COMPOSER, adendum, ())).txt
    assert "OLIVER GRANT : Mayor of Eastmere, having the seat of" in text
    assert list(of_adendum(adendum.adendum, adendum.sesudah.kesepakatan)) == []


def asked_for() -> set[str]:
    """The sentences that code and templates ask for, as far as they stand there in full."""
    found = set[str]()
    for path in (AKAR / "src/notakesepakatan/compose").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ("say", "sentence") and isinstance(node.args[0], ast.Constant):
                found.add(str(node.args[0].value))
    for path in (AKAR / "templates").rglob("*.j2"):
        found |= set(re.findall(r'bunyi\("([^"]+)"', path.read_text()))
    return found


@pytest.mark.slow
def test_every_sentence_of_the_frame_has_its_english() -> None:
    known = COMPOSER.language("Inggris").adendum
    assert sorted(asked_for() - known.keys()) == []


@pytest.mark.slow
def test_no_english_sentence_is_left_over() -> None:
    files = [*(AKAR / "src").rglob("*.py"), *(AKAR / "templates").rglob("*.j2")]
    text = " ".join(file.read_text() for file in files)
    joined = re.sub(r'"\s+f?"', "", re.sub(r"\s+", " ", text))
    known = COMPOSER.language("Inggris").adendum
    told_by_parts = re.compile(r"Pada hari ini|\[\[")
    left = [one for one in known if one not in joined and not told_by_parts.match(one)]
    assert left == []


@pytest.mark.slow
def test_a_language_without_sentences_leaves_the_frame_in_indonesian(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "bahasa"
    folder.mkdir()
    english = (AKAR / "templates/bahasa/inggris.yaml").read_text()
    (folder / "inggris.yaml").write_text(english.partition("\nadendum:")[0])
    composer = Composer(Template(tmp_path))
    text = write_all(compose_adendum(composer, amended(BOTH), ())).txt
    assert "Article 5 WORKING GROUP" in text
    assert "First Addendum" not in text
    assert "ketentuan ayat (2) Pasal 5 diubah sehingga Pasal 5" in text
    assert set(composer.unsaid("Inggris")) >= asked_for()


def test_a_sentence_may_not_name_what_the_indonesian_one_does_not(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "bahasa"
    folder.mkdir()
    (folder / "inggris.yaml").write_text('adendum: { "bahwa {alasan}": "that {why}" }')
    with pytest.raises(FaultyNaskah, match="tidak ada pada kalimat Indonesianya"):
        Composer(Template(tmp_path)).language("Inggris")


@pytest.mark.slow
def test_a_deleted_pasal_is_deleted_in_both() -> None:
    adendum = amended("- { tindakan: hapus, letak: Pasal 6 }")
    naskah = compose_kesepakatan(COMPOSER, adendum.sesudah)
    rows = columns(write_all(naskah).docx)
    assert ("Pasal 6", "Article 6") in rows
    assert ("Dihapus.", "Deleted.") in rows


@pytest.mark.slow
def test_the_text_in_force_says_what_was_changed() -> None:
    adendum = amended(BOTH)
    riwayat = replace(Riwayat(loaded(SIGNED)), adendum=(adendum,))
    naskah = compose_konsolidasi(COMPOSER, riwayat, date(2029, 1, 1), b"")
    noted = [line for line in write_all(naskah).txt.splitlines() if "[diubah" in line]
    assert noted == [
        "(2) Kelompok kerja bersidang paling sedikit 2 (dua) kali setahun. "
        "[diubah dengan Adendum Kesatu]"
    ]


@pytest.mark.slow
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


@pytest.mark.parametrize("has_other", [True, False])
@pytest.mark.slow
def test_who_keeps_the_originals_is_said_in_both_languages(has_other: bool) -> None:
    """A name without its translation stands in both columns as it is."""
    other = "\n  terjemahan: {penyimpan_arsip: Office of Cooperation}" * has_other
    kept = YAML.replace(
        "\npasal:",
        f"\nrangkap:\n  bermeterai: 0\n  arsip: 2\n  penyimpan_arsip: Biro Kerja Sama{other}"
        "\npasal:",
        1,
    )
    kept = kept.replace(
        "[[rangkap.asli]] originals",
        "[[rangkap.asli]] originals kept by [[rangkap.penyimpan_arsip]]",
    )
    told = write_all(compose_kesepakatan(COMPOSER, loaded(kept))).txt
    said = "Office of Cooperation" if has_other else "Biro Kerja Sama"
    assert f"2 (two) originals kept by {said}" in told


@pytest.mark.slow
def test_the_name_of_the_parties_begins_a_sentence_with_a_capital() -> None:
    small = YAML.replace(
        "  judul: Sister City Cooperation",
        "  judul: Sister City Cooperation\n  sebutan_bersama: the Parties\n"
        "sebutan_bersama: Para Pihak",
        1,
    )
    told = write_all(compose_kesepakatan(COMPOSER, loaded(small))).txt
    assert "(1) The Parties shall establish a working group" in told
    assert "\nThe Parties hereby first set out" in told
    assert "the cities of the Parties." in told
    assert "that the Parties wish to strengthen" in told


def test_what_leads_to_the_next_paragraph_stays_with_it_in_both_columns() -> None:
    """A row follows the style of what stands in it, as a single column does."""
    naskah = compose_kesepakatan(COMPOSER, loaded(YAML))
    rows = re.findall(r'<tr class="([^"]+)"><td><(h2|p) class="([^"]+)"', naskah.isi)
    kept = {style: "lanjut" in row.split() for row, _, style in rows}
    assert {"pasal", "isi-pengantar", "pengantar"} <= kept.keys()
    assert kept == {style: naskah.gaya[style].lanjut for style in kept}


@pytest.mark.slow
def test_lines_of_narrow_columns_are_not_torn(tmp_path: Path) -> None:
    slug = "memorandum-dua-bahasa"
    of = office(tmp_path, slug)
    paper = write_all(compose_kesepakatan(of.composer, of.riwayat(slug).origin))
    said = "\n".join(pdf_pages(paper.pdf))
    lines = [line.strip() for line in said.splitlines()]
    assert "dan" not in lines
    assert not [line for line in lines if line.startswith("dilin") and len(line) < 8]


@pytest.mark.parametrize(("title", "lacks"), [('"2027"', False), ("Tahun", True)])
def test_figures_alone_need_no_translation(title: str, lacks: bool) -> None:
    head = "- judul: KELOMPOK KERJA\n"
    columns = f"[{{judul: Anggota, terjemahan: Member}}, {title}]"
    table = f"  tabel:\n    kolom: {columns}\n    baris: [A | 1]\n"
    k = parse_kesepakatan(YAML.replace(head, head + table).encode(), "u").kesepakatan
    found = [one.place.key for one in in_both(read_kesepakatan(k))]
    assert any("kolom" in key for key in found) is lacks


@pytest.mark.slow
def test_the_head_of_an_annex_fits_its_narrow_column() -> None:
    annex = (
        "lampiran:\n- judul: IURAN\n  terjemahan: { judul: FEES, isi: Paid yearly. }\n"
        "  isi: Dibayar setiap tahun.\n"
    )
    one = parse_kesepakatan((YAML + annex).encode(), "u")
    paper = write_all(compose_kesepakatan(Composer(Template(None)), one))
    assert ".dwibahasa p[class^=kepala-lampiran] { margin-left: 0 }" in paper.html
