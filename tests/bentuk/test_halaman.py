"""Agreements whose pages and parties are not the usual ones: of a hospital, two villages, a school, a ministry."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import yaml
from PIL import Image

from baca import docx_lines
from conftest import Keluaran, write_all
from notakesepakatan.bureau.check import temuan_list
from notakesepakatan.compose.adendum.papers import change_sentences, compose_adendum
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.load.adendum.riwayat import Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import Loaded, load_kesepakatan
from notakesepakatan.load.yaml.schema import schema_text
from notakesepakatan.write.txt import write_txt

HERE = Path(__file__).parent
NAMES = ("rumah-sakit", "desa", "sekolah", "kementerian")
PENGATURAN = """\
logo:
  RSUD dr. Wirasena: logo/satu.png
  Klinik Pratama Harapan Ibu: logo/dua.png
  Pemerintah Desa Tirtajaya: logo/satu.png
  Pemerintah Desa Sumberarum: logo/dua.png
kop:
  SMK Negeri 3 Karangasri: [PEMERINTAH PROVINSI CONTOH, SMK NEGERI 3 KARANGASRI]
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Composer:
    root = tmp_path_factory.mktemp("kantor")
    (root / "templates/logo").mkdir(parents=True)
    for name, colour in (("satu", "green"), ("dua", "navy"), ("lambang", "gold")):
        Image.new("RGB", (80, 100), colour).save(root / f"templates/logo/{name}.png")
    (root / "pengaturan.yaml").write_text(PENGATURAN, encoding="utf-8")
    return Composer.of(root)


@cache
def loaded(name: str) -> Loaded:
    return load_kesepakatan(HERE / name / "kesepakatan.yaml")


def written(office: Composer, name: str) -> Keluaran:
    return write_all(compose_kesepakatan(office, loaded(name)))


def pages(paper: Keluaran) -> list[str]:
    made = pypdfium2.PdfDocument(paper.pdf)
    return [" ".join(one.get_textpage().get_text_range().split()) for one in made]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_it_is_checked_and_reads_the_same_in_every_format(
    office: Composer, name: str
) -> None:
    found = temuan_list(Riwayat(loaded(name)), loaded(name), None)
    hints = ("LENGKAP", "LENGKAP-PERAN")
    assert [one for one in found if one.kode not in hints] == []
    paper = written(office, name)
    lines = [line for line in paper.txt.splitlines() if line.strip()]
    assert docx_lines(paper.docx) == lines
    printed = " ".join(pages(paper)).replace("\ufffe", "-")
    for line in lines:
        words = line.replace("\t", " ").split()[:3]
        assert " ".join(words) in printed, line
    assert "………" not in paper.txt and " - " not in paper.txt


@pytest.mark.slow
def test_a_hospital_has_a_cover_and_initials_on_each_page(office: Composer) -> None:
    paper = written(office, "rumah-sakit")
    cover, *others = pages(paper)
    assert "RSUD dr. WIRASENA DENGAN KLINIK PRATAMA HARAPAN IBU" in cover
    assert cover.endswith("TAHUN 2026") and "Paraf" not in cover
    for i, page in enumerate(others, 2):
        foot = (
            f"Paraf PIHAK PERTAMA Paraf PIHAK KEDUA Halaman {i} dari {len(others) + 1}"
        )
        assert foot in page
    text = paper.txt
    assert "Surat Kuasa Khusus Bupati Sukamaju Nomor 180/31/KUASA/2026" in text
    assert "RSUD DR." not in text and "Direktur RSUD dr. Wirasena\t" in text
    assert "1. rujukan pasien, yang terdiri atas:\na) rujukan gawat" in text
    assert "1) ibu hamil dan bayi baru lahir; dan\n" in text


@pytest.mark.slow
def test_two_villages_agree_without_end_and_without_number(office: Composer) -> None:
    paper = written(office, "desa")
    assert "NOMOR" not in paper.txt and "berlaku tanpa batas waktu" in paper.txt
    assert "PIHAK KEDUA,\tPIHAK PERTAMA," in paper.txt, "party one at the right"
    assert list(paper.naskah.picture) == ["kesatu", "kedua"]
    k = loaded("desa").kesepakatan
    assert certain_end(k.jangka_waktu, k.signed, k.konvensi_berakhir) is None


@pytest.mark.slow
def test_a_school_signs_by_its_deputy_on_a_day_of_its_own(office: Composer) -> None:
    paper = written(office, "sekolah")
    assert paper.txt.startswith("PEMERINTAH PROVINSI CONTOH\n")
    block = paper.txt[paper.txt.index("Karangasri, 6 Juli 2026\tWanasari, 9 Juli") :]
    order = ["SEKOLAH,\tTEMPAT", "a.n. Kepala", "NIP 1969", "Saksi:", "RINA", "DODI"]
    places = [block.index(words) for words in order]
    assert places == sorted(places)
    assert loaded("sekolah").kesepakatan.signed == date(2026, 7, 9)
    assert len(pages(paper)) == 2, "witnesses stand on the page of the parties"


@pytest.mark.slow
def test_a_ministry_has_parties_in_lines_and_two_who_sign_for_one(
    office: Composer,
) -> None:
    text = written(office, "kementerian").txt
    assert (
        "II.\tNama\t:\tDr. MEUTIA RAHMAN\n\tJabatan\t:\tDirektur Eksekutif\n"
        "\tNama\t:\tYOHANES TANDI, M.Sc.\n\tJabatan\t:\tDirektur Data dan Keuangan\n"
        "\tAlamat\t:\tJalan Teluk Biru Nomor 3, Makassar\n"
    ) in text
    assert "Pasal 2\n" in text.replace(" RUANG LINGKUP", "\n")
    assert "Pasal 3" not in text and "Pasal 4" in text
    after = text[text.index("YOHANES TANDI, M.Sc.\n", text.index("PENUTUP")) :]
    assert "Nota Kesepahaman ini dicatat pada Biro Hukum" in after


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        (
            "rumah-sakit",
            "{tindakan: ubah, letak: para pihak kesatu kuasa nomor, menjadi: 180/44/KUASA/2027}",
            "Keterangan mengenai PIHAK PERTAMA diubah",
        ),
        (
            "desa",
            "{tindakan: ubah, letak: Pasal 3 isi, menjadi: Biaya ditanggung PIHAK PERTAMA dan PIHAK KEDUA.}",
            "Ketentuan Pasal 3 diubah",
        ),
        (
            "sekolah",
            "{tindakan: ubah, letak: para pihak kedua kedudukan, menjadi: Jalan Industri Nomor 90}",
            "Keterangan mengenai TEMPAT PRAKTIK diubah",
        ),
        (
            "kementerian",
            "{tindakan: hapus, letak: para pihak kedua penanda tangan lain}",
            "Keterangan mengenai PIHAK KEDUA diubah",
        ),
    ],
)
def test_an_adendum_tells_what_it_changes_and_applies(
    office: Composer, name: str, change: str, told: str
) -> None:
    riwayat = Riwayat(loaded(name))
    adendum = parse_adendum(
        f"perubahan: [{change}]".encode(), "adendum-01.yaml", riwayat
    )
    (sentence,) = change_sentences(office, adendum)
    assert sentence.startswith(told)
    # The only change stands without a number, inside a sentence of its own.
    inside = f", {sentence[:1].lower()}{sentence[1:]}"
    assert inside in write_txt(compose_adendum(office, adendum, ())).decode()
    assert adendum.sesudah.tree != adendum.sebelum.tree


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_it_obeys_the_schema(name: str) -> None:
    content = (HERE / name / "kesepakatan.yaml").read_text(encoding="utf-8")
    data = json.loads(json.dumps(yaml.safe_load(content), default=str))
    schema = json.loads(schema_text())
    import jsonschema  # compiles grammars of addresses for seconds when imported

    jsonschema.validate(data, schema, jsonschema.Draft202012Validator)
