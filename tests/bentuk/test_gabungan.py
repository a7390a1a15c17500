"""An agreement that takes from every shape at once: two languages, BAB, tables, annexes."""

from pathlib import Path

import pytest

from bentuk.shapes import BENTUK, severe, written
from conftest import Keluaran, write_all
from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    compose_adendum,
    paper_changes,
)
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.workspace import Workspace

PELABUHAN = "pelabuhan-dua-bahasa"
YAML = (BENTUK / "gabungan.yaml").read_text()


def office(root: Path, yaml: str = YAML) -> Office:
    """A workspace with this agreement."""
    file = root / "agreements" / PELABUHAN / "kesepakatan.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(yaml)
    return Office(Workspace(root))


@pytest.fixture(scope="module")
def keluaran(tmp_path_factory: pytest.TempPathFactory) -> Keluaran:
    of = office(tmp_path_factory.mktemp("pelabuhan"))
    assert not severe(of, PELABUHAN)
    return written(of, PELABUHAN)


@pytest.mark.slow
def test_the_cover_is_in_both_languages(keluaran: Keluaran) -> None:
    cover = keluaran.txt.split("Menindaklanjuti")[0]
    for pair in ("ANTARA\nBETWEEN", "TENTANG\nCONCERNING", "TAHUN 2025\nYEAR 2025"):
        assert pair in cover
    assert cover.count("NUMBER : EC/7/2025") == 2, "on the cover and above the text"


@pytest.mark.slow
def test_the_head_of_an_annex_is_in_both_languages(keluaran: Keluaran) -> None:
    assert (
        "Annex I Memorandum of Understanding between the Government of the City of "
        "Sagara, the City Council of Eastmere, and the Valdoria Port Authority"
    ) in keluaran.txt
    assert "Tanggal : 18 Maret 2025\nDate : 18 March 2025" in keluaran.txt
    assert "set out in Annex II and in Annex I Part A paragraph (1)." in keluaran.txt


@pytest.mark.slow
def test_the_parent_is_quoted_in_both_languages(keluaran: Keluaran) -> None:
    assert (
        "Following up Letter of Intent Number 1/LOI/2024 and Number 2/LOI/2024 dated "
        "3 March 2024 concerning Port Cooperation,"
    ) in keluaran.txt


@pytest.mark.slow
def test_lines_tables_and_paragraphs_are_in_both_languages(keluaran: Keluaran) -> None:
    assert "Tahun Year\tKunjungan Visits\tBiaya Cost" in keluaran.txt
    assert "Jumlah Total\t25\t" in keluaran.txt
    assert "Sewa Lease\tRp720.000.000,00" in keluaran.txt
    assert "Nama Bank Bank\t:\tBank Contoh" in keluaran.txt
    assert "Paragraf kedua bahasa Indonesia.\nSecond paragraph." in keluaran.txt


def test_what_is_not_translated_is_found(tmp_path: Path) -> None:
    untold = YAML.replace(", terjemahan: {label: Bank}", "")
    untold = untold.replace(", paragraf: Second paragraph.", "")
    untold = untold.replace("{judul: Uraian, terjemahan: Item}", "Uraian")
    of = office(tmp_path, untold)
    found = [one.kode for one in severe(of, PELABUHAN)]
    assert found == ["BAHASA-TERJEMAHAN"] * 3


def test_an_untranslated_duty_leads_to_its_finding_alone() -> None:
    untold = YAML.replace("tugas: { bersama: Train }, ", "")
    assert "bersama: Train" not in untold
    read = parse_kesepakatan(untold.encode(), "uji")
    assert "Melatih" in str(read.reading.rencana_kerja)


ADENDUM = """
penandatanganan: { tempat: Eastmere, tanggal: 2026-05-02 }
para_pihak: [{ nomor: 1/ADD/2026 }]
alasan: [kegiatan bertambah]
perubahan:
- { tindakan: ubah, letak: para pihak kesatu kuasa nomor, menjadi: 19/KUASA/2025 }
- { tindakan: ubah, letak: induk terjemahan judul, menjadi: Port Friendship }
- { tindakan: ubah, letak: Lampiran I bagian A ayat (1) isi, menjadi: Petugas masuk. }
- { tindakan: ubah, letak: Lampiran I bagian A ayat (1) terjemahan isi, menjadi: Enter. }
- { tindakan: ubah, letak: Lampiran II judul, menjadi: RENCANA }
- { tindakan: ubah, letak: Lampiran III tabel baris, menjadi: [Sewa | 730000000] }
- tindakan: ubah
  letak: Lampiran III tabel terjemahan baris
  menjadi: [Lease | 730000000]
"""


def changed(root: Path) -> Office:
    of = office(root)
    file = root / "agreements" / PELABUHAN / "adendum-01.yaml"
    file.write_text(ADENDUM)
    return of


@pytest.mark.slow
def test_an_adendum_tells_of_the_annexes_in_their_order(tmp_path: Path) -> None:
    of = changed(tmp_path)
    adendum = of.riwayat(PELABUHAN).adendum[0]
    told = change_sentences(of.composer, adendum)
    annexes = [line for line in told if line.startswith("Lampiran")]
    assert [line.split(" diubah")[0] for line in annexes] == [
        "Lampiran I, Lampiran II, dan Lampiran III",
    ]


@pytest.mark.slow
def test_the_frame_of_an_adendum_names_the_parties_in_both(tmp_path: Path) -> None:
    of = changed(tmp_path)
    previous, adendum = of.riwayat(PELABUHAN).adendum[:0], of.riwayat(PELABUHAN).adendum
    text = write_all(compose_adendum(of.composer, adendum[0], previous)).txt
    opening, told = text.split("Pasal I\n")
    assert "Nama Name\t:\tRATNA WIDYASTUTI" in opening
    assert "Nama Name\t:\tRATNA WIDYASTUTI" in told
    authority = "Power of Attorney the Governor of Contoh Number 19/KUASA/2025 dated"
    assert authority in told


@pytest.mark.slow
def test_both_languages_of_a_place_are_compared_one_after_the_other(
    tmp_path: Path,
) -> None:
    of = changed(tmp_path)
    found = paper_changes(of.composer, of.riwayat(PELABUHAN).adendum[0])
    places = [one.letak for one in found]
    legal_basis = places.index("dasar hukum angka 2 (naskah bahasa Inggris)")
    assert legal_basis < places.index("Lampiran I bagian A ayat (1)")
    figures = [place for place in places if place.startswith("Lampiran III")]
    assert figures == [
        "Lampiran III baris 1 tabel kolom Jumlah",
        "Lampiran III jumlah tabel kolom Jumlah",
    ]
