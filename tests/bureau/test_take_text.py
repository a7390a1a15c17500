"""Our own documents are taken in again: the same words, the same data, the same blocks."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from baca import nota
from bentuk.shapes import BENTUK
from conftest import AKAR, MINIMAL
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.take_text import ReadText, as_yaml, examine_text
from notakesepakatan.cli import cli
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.errors import NotaError
from notakesepakatan.load.attachments import read_attachments
from notakesepakatan.load.foreign.office import to_word
from notakesepakatan.load.kesepakatan import load_kesepakatan, parse_kesepakatan
from notakesepakatan.model.dasar import Lama
from notakesepakatan.naskah import Naskah
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.save import AlreadyThere
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.pdf import write_pdf
from notakesepakatan.write.txt import write_txt

TWO_LANGUAGES = "memorandum-dua-bahasa"
WITH_PICTURE = "kementerian"
SHAPES = {
    file.parent.name: file
    for folder in (BENTUK, AKAR / "agreements")
    for file in sorted(folder.glob("*/kesepakatan.yaml"))
    if file.parent.name not in (TWO_LANGUAGES, WITH_PICTURE)
}
BP2MI = "bp2mi-pekalongan-2022"
QUICK = ("contoh-sampah-2025", "desa", "pks-perusahaan-gudang", "rujukan-berbagian")
"""Of the shapes, those that LibreOffice saves again in the short suite too: the annex, the
simplest one, the tables, and the references.
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    root = tmp_path_factory.mktemp("ruang")
    (root / "agreements").mkdir()
    return Office(Workspace(root))


def composed(office: Office, slug: str) -> Naskah:
    return compose_kesepakatan(office.composer, load_kesepakatan(SHAPES[slug]))


def again(office: Office, read: ReadText) -> Naskah:
    loaded = parse_kesepakatan(as_yaml(read.data).encode(), "naskah.yaml")
    return compose_kesepakatan(office.composer, loaded)


def lines(naskah: Naskah) -> list[str]:
    return write_txt(naskah).decode().splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("slug", SHAPES)
def test_a_word_file_of_ours_comes_back_block_by_block(
    office: Office, slug: str
) -> None:
    naskah = composed(office, slug)
    read = examine_text(office, f"{slug}.docx", write_docx(naskah))
    assert not read.left_over
    assert not read.added
    assert again(office, read).section == naskah.section


@pytest.mark.slow
@pytest.mark.parametrize("slug", SHAPES)
def test_a_text_file_of_ours_comes_back_line_by_line(office: Office, slug: str) -> None:
    naskah = composed(office, slug)
    read = examine_text(office, f"{slug}.txt", write_txt(naskah))
    assert not read.left_over
    assert not read.added
    assert lines(again(office, read)) == lines(naskah)


@pytest.mark.office
@pytest.mark.parametrize(
    "slug",
    [
        pytest.param(slug, marks=() if slug in QUICK else pytest.mark.long)
        for slug in SHAPES
    ],
)
def test_a_word_file_of_ours_comes_back_after_libreoffice(
    office: Office, slug: str
) -> None:
    naskah = composed(office, slug)
    saved_again = to_word(write_docx(naskah), ".docx")
    read = examine_text(office, f"{slug}.docx", saved_again)
    assert not read.left_over
    assert again(office, read).section == naskah.section


PAPER_DOES_NOT_SHOW = {
    "bp2mi-pekalongan-2022": "a hyphen at the end of a line, and none in the word",
    "contoh-sampah-2025": "an item's second line that begins where a paragraph would",
    "hibah-sanggar": "names and values without lines around them are paragraphs",
    "mou-kampus-radio": "pasal without number or title are paragraphs",
    "pks-kota-internet": "offices in two columns whose lines lie at different heights",
    "pks-perusahaan-gudang": "names and values; two paragraphs without a gap between",
    "sekolah": "offices and names beside the parties, without lines around them",
}
"""What a PDF has not, so that the data of these differ from the source."""


@pytest.mark.slow
@pytest.mark.parametrize("slug", SHAPES)
def test_a_pdf_of_ours_gives_every_word_a_place(office: Office, slug: str) -> None:
    naskah = composed(office, slug)
    read = examine_text(office, f"{slug}.pdf", write_pdf(naskah))
    assert not read.left_over
    assert read.placed == read.kata
    if slug not in PAPER_DOES_NOT_SHOW:
        assert lines(again(office, read)) == lines(naskah)


@pytest.mark.slow
def test_of_two_languages_the_left_is_read_and_the_other_is_its_translation(
    office: Office,
) -> None:
    file = BENTUK / TWO_LANGUAGES / "kesepakatan.yaml"
    naskah = compose_kesepakatan(office.composer, load_kesepakatan(file))
    read = examine_text(office, "dua.docx", write_docx(naskah))
    pasal = read.data["pasal"]
    assert pasal[0]["judul"] == "MAKSUD DAN TUJUAN"
    assert pasal[0]["terjemahan"] == {"judul": "PURPOSE"}
    assert pasal[1]["huruf"][2] == {
        "isi": "kebudayaan dan pariwisata; dan",
        "terjemahan": "culture and tourism; and",
    }
    assert read.data["terjemahan"]["jenis"] == "MEMORANDUM OF UNDERSTANDING"
    assert "hereinafter" in read.data["para_pihak"][0]["terjemahan"]["kalimat"]
    assert not read.left_over
    assert any("sebagai terjemahan" in remark for remark in read.remarks)
    printed = lines(again(office, replace_data(read, bahasa_kedua="Inggris")))
    assert any("culture and tourism; and" in line for line in printed)


def replace_data(read: ReadText, **keys: str) -> ReadText:
    return replace(read, data={**read.data, **keys})


def test_rows_that_do_not_pair_are_listed(office: Office) -> None:
    document, out = docx.Document(), BytesIO()
    said = words("2 (dua)").decode().splitlines()
    first = said.index("Pasal 1")
    for line in said[:first]:
        document.add_paragraph(line)
    rows = [(line, line.upper()) for line in said[first:]]
    rows[1] = (rows[1][0], "Water is shared.\nAnd kept clean.")
    table = document.add_table(rows=len(rows), cols=2)
    for row, (left, right) in zip(table.rows, rows, strict=True):
        row.cells[0].text = left
        first_line, *more = right.split("\n")
        row.cells[1].text = first_line
        for line in more:
            row.cells[1].add_paragraph(line)
    document.save(out)
    read = examine_text(office, "dua.docx", out.getvalue())
    assert "terjemahan" not in read.data["pasal"][0]
    assert read.data["pasal"][1]["terjemahan"]["judul"] == "JANGKA WAKTU"
    left_over = [one.teks for one in read.left_over]
    assert left_over == ["Water is shared.", "And kept clean."]


@pytest.mark.slow
def test_what_was_inferred_says_its_sentence(office: Office) -> None:
    read = examine_text(office, "a.docx", write_docx(composed(office, BP2MI)))
    said = {one.kunci: one for one in read.inferred}
    assert said["penandatanganan.tanggal"].nilai == "2022-06-16"
    assert said["jangka_waktu"].nilai == "5 tahun"
    assert said["tenggat.pemberitahuan"].nilai == "3 bulan"
    assert "paling lambat 3 (tiga) bulan" in said["tenggat.pemberitahuan"].kalimat
    assert said["para_pihak.kedua.nomor"].nilai == "560/NK.04/VI/2022"
    assert {one.sure for one in read.inferred} <= {"pasti", "cukup", "tanya"}


def words(count: str) -> bytes:
    said = f"Perjanjian ini berlaku selama {count} tahun."
    opened = "Yang bertanda tangan di bawah ini:"
    parties = (
        "I. ANI : Kepala Desa Satu, berkedudukan di Satu, selanjutnya disebut PIHAK KESATU;",
        "II. BUDI : Kepala Desa Dua, berkedudukan di Dua, selanjutnya disebut PIHAK KEDUA;",
    )
    title = ("PERJANJIAN", "ANTARA", "DESA SATU", "DAN", "DESA DUA", "TENTANG", "AIR")
    pasal = ("Pasal 1", "Air dipakai bersama.", "Pasal 2", "JANGKA WAKTU", said)
    return "\n".join((*title, opened, *parties, *pasal)).encode()


def test_figures_and_words_that_differ_are_doubted(office: Office) -> None:
    read = examine_text(office, "a.txt", words("5 (enam)"))
    (term,) = (one for one in read.inferred if one.kunci == "jangka_waktu")
    assert term.sure == "tanya"
    assert "jangka_waktu" not in read.data


FACTS = """\
cakupan: data_pokok
jenis: Perjanjian
judul: Air
jangka_waktu: 3 tahun
para_pihak:
- {nama: Desa Satu, nomor: 1/2025}
- {nama: Desa Dua}
pencatatan: {urusan: Lingkungan Hidup}
"""


def workspace(root: Path, content: bytes, name: str = "air.txt") -> Path:
    (root / "agreements").mkdir()
    (root / name).write_bytes(content)
    return root / name


def test_nothing_is_written_by_looking(tmp_path: Path) -> None:
    file = workspace(tmp_path, words("2 (dua)"))
    shown = CliRunner().invoke(
        cli, ["-C", str(tmp_path), "impor", str(file), "--lihat", "--json"]
    )
    data = json.loads(shown.output)
    assert {"kata", "ditempatkan", "tersisa", "disimpulkan"} <= data.keys()
    assert data["kata"] == data["ditempatkan"]
    assert set(data["disimpulkan"][0]) == {"kunci", "nilai", "kalimat", "yakin"}
    assert not list((tmp_path / "agreements").iterdir())


def test_the_data_are_printed(tmp_path: Path) -> None:
    file = workspace(tmp_path, words("2 (dua)"))
    shown = CliRunner().invoke(
        cli, ["-C", str(tmp_path), "impor", str(file), "--sebagai-data"]
    )
    loaded = parse_kesepakatan(shown.output.encode(), "naskah.yaml")
    assert loaded.kesepakatan.pasal[1].judul == "JANGKA WAKTU"


@pytest.mark.slow
def test_the_original_lies_beside_the_agreement(tmp_path: Path) -> None:
    file = workspace(tmp_path, words("2 (dua)"))
    done = CliRunner().invoke(
        cli, ["-C", str(tmp_path), "impor", str(file), "--ya", "--nama", "air"]
    )
    assert done.exit_code == 0, done.output
    folder = tmp_path / "agreements/air"
    loaded = load_kesepakatan(folder / "kesepakatan.yaml")
    assert loaded.kesepakatan.jangka_waktu.selama == Lama(jumlah=2, satuan="tahun")
    assert (folder / "lampiran-berkas/air.txt").read_bytes() == file.read_bytes()
    assert "SHA-256" in done.output
    (attached,) = read_attachments(Workspace(tmp_path), "air")
    assert attached.kind == "berkas_asal"


@pytest.mark.slow
def test_facts_that_were_known_grow_to_a_text(tmp_path: Path) -> None:
    file = workspace(tmp_path, words("2 (dua)"))
    facts = tmp_path / "agreements/air/kesepakatan.yaml"
    facts.parent.mkdir()
    facts.write_text(FACTS)
    command = ["-C", str(tmp_path), "impor", str(file), "--ya", "--nama", "air"]
    done = CliRunner().invoke(cli, command, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    grown = load_kesepakatan(facts).kesepakatan
    assert not grown.facts_only
    assert grown.pencatatan.urusan == ("Lingkungan Hidup",)
    assert grown.para_pihak[0].nomor == "1/2025"
    assert grown.pasal[1].judul == "JANGKA WAKTU"
    again = CliRunner().invoke(cli, command)
    assert isinstance(again.exception, AlreadyThere)


@pytest.mark.slow
def test_a_term_that_is_doubted_is_asked(tmp_path: Path) -> None:
    file = workspace(tmp_path, words("5 (enam)"))
    command = ["-C", str(tmp_path), "impor", str(file), "--ya", "--nama", "air"]
    refused = CliRunner().invoke(cli, command)
    assert refused.exit_code == 1
    assert "jangka waktunya tidak pasti" in str(refused.exception)
    assert not (tmp_path / "agreements/air").exists()
    answered = CliRunner().invoke(cli, [*command, "--jawab", "jangka_waktu=6 tahun"])
    assert answered.exit_code == 0, answered.output


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("rusak.docx", b"PK\x03\x04bukan", "berkas rusak"),
        ("rusak.pdf", b"%PDF-1.7 bukan", "berkas rusak"),
        ("kosong.txt", b"", "berkas kosong"),
        ("spasi.txt", b" \n \n", "tidak ada teks yang terbaca"),
        ("biner.txt", bytes(range(256)), "bukan teks"),
    ],
)
def test_a_broken_file_ends_in_a_sentence(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    file = workspace(tmp_path, content, name)
    done = CliRunner().invoke(cli, ["-C", str(tmp_path), "impor", str(file), "--ya"])
    assert done.exit_code == 1
    assert isinstance(done.exception, NotaError)
    assert said in str(done.exception)


@pytest.mark.slow
def test_a_file_without_pasal_is_listed_and_not_invented(office: Office) -> None:
    document = docx.Document()
    document.add_paragraph("Notulen rapat koordinasi.")
    document.add_paragraph("Peserta rapat berjumlah sepuluh orang.")
    path = office.workspace.root / "notulen.docx"
    document.save(str(path))
    read = examine_text(office, "notulen.docx", path.read_bytes())
    assert read.kata == read.placed + sum(one.kata for one in read.left_over)
    assert read.problems


LISTED = MINIMAL.replace(
    "isi: Isi.",
    """isi: 'Biayanya meliputi:'
  huruf: [honorarium; dan, sewa gedung.]
  tabel: {kolom: [No, Biaya], baris: [1 | seribu], setelah: rincian}""",
)


def test_a_table_behind_its_list_comes_back_there(office: Office) -> None:
    loaded = parse_kesepakatan(LISTED.encode(), "uji")
    naskah = compose_kesepakatan(office.composer, loaded)
    read = examine_text(office, "uji.docx", write_docx(naskah))
    (pasal,) = read.data["pasal"]
    assert pasal["tabel"]["setelah"] == "rincian"
    assert pasal["huruf"] == ["honorarium; dan", "sewa gedung."]


@pytest.mark.slow
def test_one_file_becomes_one_agreement(tmp_path: Path) -> None:
    """Also under another name, and beside the facts of another agreement."""
    file = workspace(tmp_path, words("2 (dua)"))
    assert nota(tmp_path, "impor", str(file), "--ya", "--nama", "air").exit_code == 0
    again = tmp_path / "air-2.txt"
    again.write_bytes(file.read_bytes())
    for other in (file, again):
        said = nota(tmp_path, "impor", str(other), "--ya", "--nama", "air-lain")
        assert said.exit_code == 1
        assert "berkas yang sama sudah menjadi kesepakatan air" in said.output
    assert Workspace(tmp_path).slugs() == ("air",)


def test_the_last_import_is_taken_back_whatever_it_was(tmp_path: Path) -> None:
    table = tmp_path / "daftar.csv"
    row = "1/A,Sampah,PT A,2025-01-02,2027-01-01"
    table.write_text(f"Nomor,Judul,Mitra,Mulai,Selesai\n{row}\n")
    words_of_register = ("--ya", "--jenis", "Perjanjian", "--kantor", "Desa Satu")
    file = workspace(tmp_path, words("2 (dua)"))
    assert nota(tmp_path, "impor", str(table), *words_of_register).exit_code == 0
    (of_register,) = Workspace(tmp_path).slugs()
    assert nota(tmp_path, "impor", str(file), "--ya", "--nama", "air").exit_code == 0
    back = nota(tmp_path, "impor", "--batal")
    assert "(air.txt) dibatalkan: 1 dihapus" in back.output
    assert Workspace(tmp_path).slugs() == (of_register,)
    assert not (tmp_path / "agreements/air").exists()
    assert "(daftar.csv) dibatalkan: 1" in nota(tmp_path, "impor", "--batal").output
    assert "tidak ada impor" in nota(tmp_path, "impor", "--batal").output


def test_what_somebody_added_to_a_text_that_came_in_stays(tmp_path: Path) -> None:
    file = workspace(tmp_path, words("2 (dua)"))
    nota(tmp_path, "impor", str(file), "--ya", "--nama", "air")
    nota(tmp_path, "lampirkan", "air", str(file), "--sebagai", "lainnya")
    (tmp_path / "agreements/air/catatan.txt").write_text("penting")
    back = nota(tmp_path, "impor", "--batal")
    assert "tetap ada" in back.output
    assert Workspace(tmp_path).slugs() == ("air",)


def test_facts_that_grew_to_a_text_are_facts_again(tmp_path: Path) -> None:
    file = workspace(tmp_path, words("2 (dua)"))
    of_agreement = tmp_path / "agreements/air/kesepakatan.yaml"
    of_agreement.parent.mkdir()
    of_agreement.write_text(FACTS)
    assert nota(tmp_path, "impor", str(file), "--ya", "--nama", "air").exit_code == 0
    assert "pasal:" in of_agreement.read_text()
    back = nota(tmp_path, "impor", "--batal")
    assert "air: kembali ke data pokoknya" in back.output
    assert of_agreement.read_text() == FACTS


def test_a_text_that_was_sealed_since_is_never_facts_again(tmp_path: Path) -> None:
    file = workspace(tmp_path, words("2 (dua)"))
    of_agreement = tmp_path / "agreements/air/kesepakatan.yaml"
    of_agreement.parent.mkdir()
    of_agreement.write_text(FACTS)
    nota(tmp_path, "impor", str(file), "--ya", "--nama", "air")
    grown = of_agreement.read_bytes()
    (of_agreement.parent / "segel.json").write_text("[]")
    assert "tetap ada" in nota(tmp_path, "impor", "--batal").output
    assert of_agreement.read_bytes() == grown
