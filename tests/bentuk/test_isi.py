"""Agreements whose pasal hold all that a pasal may: BAB, definitions, lists of every kind, lines, tables, bullets."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from PIL import Image

from bentuk.shapes import office, written
from conftest import Keluaran
from notakesepakatan.bureau.check import check_kesepakatan
from notakesepakatan.bureau.konsolidasi import data_in_force
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.kesepakatan import rangkap_list
from notakesepakatan.compute.change.apply import apply
from notakesepakatan.compute.change.diff import diff
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.text.tree import Tree, to_tree
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.write.txt import write_txt

KOTA, HIBAH = "pks-kota-internet", "hibah-sanggar"
MOU, PERUSAHAAN = "mou-kampus-radio", "pks-perusahaan-gudang"
EVERY = (KOTA, HIBAH, MOU, PERUSAHAAN)

pytestmark = pytest.mark.slow


def loaded(slug: str) -> Loaded:
    file = Path(__file__).parent / slug / "kesepakatan.yaml"
    return parse_kesepakatan(file.read_bytes(), str(file))


def word_texts(keluaran: Keluaran) -> list[str]:
    """The words of every paragraph and cell of the Word file."""
    document = docx.Document(BytesIO(keluaran.docx))
    cells = [
        cell.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
    ]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def page_texts(keluaran: Keluaran) -> str:
    """The words of the PDF, on one line."""
    pages = pypdfium2.PdfDocument(keluaran.pdf)
    return " ".join(
        " ".join(page.get_textpage().get_text_bounded().split()) for page in pages
    )


@pytest.mark.parametrize("slug", EVERY)
def test_nothing_in_it_is_wrong(slug: str, tmp_path: Path) -> None:
    of = office(tmp_path, slug)
    levels = {found.tingkat for found in check_kesepakatan(of, slug)}
    assert levels <= {"catatan"}, "what is left is for the officer to know of"


def test_the_city_s_agreement_in_every_format(tmp_path: Path) -> None:
    keluaran = written(office(tmp_path, KOTA), KOTA)
    lines = keluaran.txt.splitlines()
    heads = [line for line in lines if line.startswith("BAB ")]
    assert heads == [
        "BAB I KETENTUAN UMUM",
        "BAB II PELAKSANAAN",
        "BAB III JANGKA WAKTU DAN SANKSI",
        "BAB IV KETENTUAN LAIN-LAIN",
        "BAB V KETENTUAN PENUTUP",
    ]
    assert lines.index("BAB II PELAKSANAAN") + 1 == lines.index("Pasal 4 TITIK LAYANAN")
    assert "2. Titik Layanan adalah lokasi di taman kota tempat" in keluaran.txt
    assert "Jumlah\t13\t650" in lines
    assert "berlaku mulai tanggal 1 April 2026 sampai dengan 31 Maret 2028." in (
        keluaran.txt
    )
    assert "sebagaimana dimaksud dalam Pasal 6 ayat (2) huruf b, PIHAK" in keluaran.txt
    assert re.search(r"BAB II ?<br/?>PELAKSANAAN", keluaran.html)
    assert "BAB V\nKETENTUAN PENUTUP" in word_texts(keluaran)
    assert "BAB III JANGKA WAKTU DAN SANKSI Pasal 8" in page_texts(keluaran)


def test_the_grant_in_every_format(tmp_path: Path) -> None:
    keluaran = written(office(tmp_path, HIBAH), HIBAH)
    lines = keluaran.txt.splitlines()
    value = "sebesar Rp150.000.000,00 (seratus lima puluh juta rupiah)"
    for text in (keluaran.txt, page_texts(keluaran), " ".join(word_texts(keluaran))):
        assert value in text
    assert "Jumlah\t\tRp150.000.000,00" in lines
    assert "Seluruhnya\t\tRp150.000.000,00" in lines
    assert "\tNomor Rekening\t:\t3-014-00927-1" in lines
    assert "Rp45.000.000,00" in word_texts(keluaran)
    assert "rangkap 3 (tiga) asli" in keluaran.txt


def test_three_stamped_originals_for_two_parties() -> None:
    stamped = rangkap_list(loaded(HIBAH).reading)
    holders = [one.pemegang for one in stamped]
    assert holders == ["PIHAK PERTAMA", "PIHAK KEDUA", "PIHAK PERTAMA"]
    assert [one.meterai_pada for one in stamped] == [1, 0, 1]


def test_the_memorandum_fits_one_page(tmp_path: Path) -> None:
    of = office(tmp_path, MOU)
    keluaran = written(of, MOU)
    assert len(pypdfium2.PdfDocument(keluaran.pdf)) == 1
    assert "• gelar wicara bersama bidan, dua kali sebulan" in keluaran.txt
    assert "NOMOR" not in keluaran.txt
    assert "sampai dengan 31 Desember 2027" in keluaran.txt


def test_the_company_s_agreement_in_every_format(tmp_path: Path) -> None:
    keluaran = written(office(tmp_path, PERUSAHAAN), PERUSAHAAN)
    lines = keluaran.txt.splitlines()
    assert sum(line.startswith("Pasal ") for line in lines) == 24
    begin = lines.index("2. PENYEDIA JASA berkewajiban:")
    assert lines[begin + 1 : begin + 6] == [
        "a. menjaga Barang, termasuk:",
        "1. mengasuransikan Barang terhadap risiko:",
        "i. kebakaran dan ledakan;",
        "ii. banjir dan gempa bumi; dan",
        "iii. pencurian; dan",
    ]
    assert "(ii) pemeriksaan jumlah dan keadaan; dan" in lines
    assert "\tNomor Rekening\t:\t137-00-1188452-6" in lines
    assert "dalam Pasal 8 ayat 1." in keluaran.txt
    assert "(ii) pengendalian suhu dan hama;" in page_texts(keluaran)


def edited(tree: Tree, words: dict[str, str]) -> Tree:
    """The tree with other words wherever these stand."""

    def walk(node: object) -> object:
        if isinstance(node, dict):
            return {key: walk(content) for key, content in node.items()}
        if isinstance(node, list):
            return [walk(content) for content in node]
        if isinstance(node, str):
            for old, new in words.items():
                node = node.replace(old, new)
        return node

    result = walk(tree)
    assert isinstance(result, dict)
    assert result != tree
    return result


@pytest.mark.parametrize(
    ("slug", "words", "letak"),
    [
        (KOTA, {"Ketentuan Lain-Lain": "Ketentuan Khusus"}, ["Pasal 10 bab"]),
        (KOTA, {"Taman Balai Kota": "Taman Balai"}, ["Pasal 4 ayat (1)"]),
        (HIBAH, {"3-014-00927-1": "3-014-1"}, ["Pasal 3 ayat (2)"]),
        (HIBAH, {"Laporan dilampiri": "Laporannya dilampiri"}, ["Pasal 5"]),
        (MOU, {"praktik siaran": "latihan siaran"}, ["Pasal 1 poin 3"]),
        (PERUSAHAAN, {"pencurian; dan": "pencurian dan huru-hara; dan"}, [
            "Pasal 7 ayat (2) huruf a angka 1 angka iii"
        ]),
    ],
)  # fmt: skip
def test_a_change_is_told_at_its_place_and_applies_back(
    slug: str, words: dict[str, str], letak: list[str]
) -> None:
    tree = to_tree(loaded(slug).kesepakatan)
    target = settle(tree, edited(tree, words))
    operations = diff(tree, target)
    said = [operation.model_dump()["letak"] for operation in operations]
    assert [one.removesuffix(" isi") for one in said] == letak
    result, problems = apply(tree, operations)
    assert not problems
    assert result == target


def test_an_address_stands_below_the_words_of_its_item(tmp_path: Path) -> None:
    in_an_ayat = written(office(tmp_path / "a", KOTA), KOTA).html
    assert '<p class="alamat-dalam">u.p. Kepala Bidang Infrastruktur' in in_an_ayat
    in_a_pasal = written(office(tmp_path / "b", PERUSAHAAN), PERUSAHAAN).html
    assert '<p class="alamat">u.p. Kepala Bidang Kedaruratan' in in_a_pasal
    assert "alamat-dalam" not in in_a_pasal


@pytest.mark.parametrize("slug", ["kementerian", "kb-perpustakaan-2025", PERUSAHAAN])
def test_the_parties_have_their_name_before_it_is_used(
    slug: str, tmp_path: Path
) -> None:
    of = office(tmp_path, slug)
    (tmp_path / "templates/logo").mkdir(parents=True)
    Image.new("RGB", (80, 100)).save(tmp_path / "templates/logo/lambang.png")
    text = written(of, slug).txt
    assert text.index("disebut PARA PIHAK") < text.index("PARA PIHAK terlebih dahulu")


@pytest.mark.parametrize("slug", [KOTA, HIBAH, PERUSAHAAN])
def test_rows_are_written_out_as_a_person_writes_them(
    slug: str, tmp_path: Path
) -> None:
    of = office(tmp_path, slug)
    data = data_in_force(of.riwayat(slug), None)
    again = parse_kesepakatan(data.encode(), "uji").kesepakatan
    assert again == of.riwayat(slug).origin.kesepakatan
    assert "- - " not in data, "no cell stands on a line of its own"
    if slug == KOTA:
        assert "- Taman Sungai Contoh | 6 | 300" in data


def test_pasal_without_numbers_bear_none_in_any_format(tmp_path: Path) -> None:
    paper = written(office(tmp_path, MOU), MOU)
    for words in (paper.txt, "\n".join(word_texts(paper)), page_texts(paper)):
        assert "Pasal" not in words
        assert "Kedua Pihak bekerja sama menyiarkan" in words


def test_titles_of_pasal_without_numbers_are_printed(tmp_path: Path) -> None:
    of = office(tmp_path, MOU)
    file = of.workspace.file(MOU)
    titled = file.read_text().replace(
        "- kunci: pembiayaan\n", "- kunci: pembiayaan\n  judul: BIAYA\n"
    )
    file.write_text(titled)
    assert "\nBIAYA\nAkademi menyediakan" in written(of.anew(), MOU).txt


def test_a_changed_pasal_without_heading_says_so_in_the_consolidated_text(
    tmp_path: Path,
) -> None:
    of = office(tmp_path, MOU)
    adendum = tmp_path / "agreements" / MOU / "adendum-01.yaml"
    adendum.write_text(
        "penandatanganan: { tempat: Contoh Selatan, tanggal: 2026-08-03 }\n"
        "perubahan:\n"
        "- tindakan: ubah\n"
        "  letak: Pasal 2\n"
        "  menjadi: { kunci: pembiayaan, isi: Biaya ditanggung Radio. }\n"
    )
    riwayat = of.anew().riwayat(MOU)
    naskah = compose_konsolidasi(of.composer, riwayat, date(2027, 1, 4), b"")
    text = write_txt(naskah).decode()
    assert "Biaya ditanggung Radio. [diubah dengan Adendum Kesatu]" in text
