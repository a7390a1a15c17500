"""An agreement that takes from every shape at once: two languages, BAB, tables, annexes."""

from pathlib import Path

import pytest

from bentuk.shapes import BENTUK, office, severe, written
from conftest import Keluaran
from notakesepakatan.load.kesepakatan import parse_kesepakatan

PELABUHAN = "pelabuhan-dua-bahasa"
YAML = (BENTUK / PELABUHAN / "kesepakatan.yaml").read_text()


@pytest.fixture(scope="module")
def keluaran(tmp_path_factory: pytest.TempPathFactory) -> Keluaran:
    of = office(tmp_path_factory.mktemp("pelabuhan"), PELABUHAN)
    assert not severe(of, PELABUHAN)
    return written(of, PELABUHAN)


def test_the_cover_is_in_both_languages(keluaran: Keluaran) -> None:
    cover = keluaran.txt.split("Menindaklanjuti")[0]
    for pair in ("ANTARA\nBETWEEN", "TENTANG\nCONCERNING", "TAHUN 2025\nYEAR 2025"):
        assert pair in cover
    assert cover.count("NUMBER : EC/7/2025") == 2, "on the cover and above the text"


def test_the_head_of_an_annex_is_in_both_languages(keluaran: Keluaran) -> None:
    assert (
        "Annex I Memorandum of Understanding between the Government of the City of "
        "Sagara, the City Council of Eastmere, and the Valdoria Port Authority"
    ) in keluaran.txt
    assert "Tanggal : 18 Maret 2025\nDate : 18 March 2025" in keluaran.txt
    assert "set out in Annex II and in Annex I Part A paragraph (1)." in keluaran.txt


def test_the_parent_is_quoted_in_both_languages(keluaran: Keluaran) -> None:
    assert (
        "Following up Letter of Intent Number 1/LOI/2024 and Number 2/LOI/2024 dated "
        "3 March 2024 concerning Port Cooperation,"
    ) in keluaran.txt


def test_lines_tables_and_paragraphs_are_in_both_languages(keluaran: Keluaran) -> None:
    assert "Tahun Year\tKunjungan Visits\tBiaya Cost" in keluaran.txt
    assert "Jumlah Total\t25\t" in keluaran.txt
    assert "Sewa Lease\tRp720.000.000,00" in keluaran.txt
    assert "Nama Bank Bank\t:\tBank Contoh" in keluaran.txt
    assert "Paragraf kedua bahasa Indonesia.\nSecond paragraph." in keluaran.txt


def test_what_is_not_translated_is_found(tmp_path: Path) -> None:
    of = office(tmp_path, PELABUHAN)
    file = tmp_path / "agreements" / PELABUHAN / "kesepakatan.yaml"
    untold = YAML.replace(", terjemahan: {label: Bank}", "")
    untold = untold.replace(", paragraf: Second paragraph.", "")
    untold = untold.replace("{judul: Uraian, terjemahan: Item}", "Uraian")
    file.write_text(untold)
    found = [one.kode for one in severe(of, PELABUHAN)]
    assert found == ["BAHASA-TERJEMAHAN"] * 3


def test_an_untranslated_duty_leads_to_its_finding_alone() -> None:
    untold = YAML.replace("tugas: { bersama: Train }, ", "")
    assert "bersama: Train" not in untold
    read = parse_kesepakatan(untold.encode(), "uji")
    assert "Melatih" in str(read.reading.rencana_kerja)
