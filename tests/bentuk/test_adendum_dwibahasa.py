"""What `nota periksa` says of adenda to a text in two languages, and at which line."""

from pathlib import Path

import pytest

from notakesepakatan.bureau.check import Found, check_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace

YAML = (Path(__file__).parent / "memorandum-dua-bahasa/kesepakatan.yaml").read_text()
SIGNED = YAML.replace("rencana: 2027-03-18", "tanggal: 2027-03-18")
TRANSLATED_REASON = "alasan: [{ teks: perlu, terjemahan: needed }]\n"
HEADING_ALONE = """perubahan:
- tindakan: sisip
  setelah: Pasal 5
  isi:
  - nomor: 5A
    judul: PENGAWASAN
    isi: "[[sebutan_bersama]] mengawasinya."
    terjemahan:
      isi: "[[sebutan_bersama]] shall supervise it."
"""
DRAFT = "penandatanganan: { tempat: Eastmere }\n"
DATED = "penandatanganan: { tempat: Eastmere, tanggal: 2028-05-02 }\n"


def found(folder: Path, adendum: str) -> list[Found]:
    home = folder / "agreements/memo"
    home.mkdir(parents=True, exist_ok=True)
    (home / "kesepakatan.yaml").write_text(SIGNED)
    (home / "adendum-01.yaml").write_text(adendum)
    every = check_kesepakatan(Opened(Workspace(folder)), "memo")
    return [one for one in every if one.kode == "BAHASA-TERJEMAHAN"]


@pytest.mark.parametrize("head", [DRAFT, DATED])
@pytest.mark.slow
def test_a_heading_without_translation_is_named_where_it_is_brought(
    tmp_path: Path, head: str
) -> None:
    (one,) = found(tmp_path, head + TRANSLATED_REASON + HEADING_ALONE)
    assert one.tempat.file.endswith("adendum-01.yaml")
    assert one.baris == "    judul: PENGAWASAN"
    assert one.saran == 'tulis "judul:" di bawah "terjemahan:" di sampingnya'


@pytest.mark.slow
def test_a_reason_without_translation_is_named(tmp_path: Path) -> None:
    adendum = DRAFT + "alasan: [perlu]\n" + HEADING_ALONE
    assert [one.kunci for one in found(tmp_path, adendum)][:1] == ["alasan[1].teks"]


@pytest.mark.slow
def test_a_translation_that_stays_behind_its_text_is_named(tmp_path: Path) -> None:
    change = """perubahan:
- tindakan: ubah
  letak: Pasal 4 judul
  menjadi: PENDANAAN
"""
    (one,) = found(tmp_path, DRAFT + TRANSLATED_REASON + change)
    assert one.tingkat == "peringatan"
    assert one.message == (
        "Pasal 4 judul: bunyi Indonesianya berubah, terjemahannya tetap"
    )
    assert one.baris == "  menjadi: PENDANAAN"


@pytest.mark.slow
def test_a_change_of_both_languages_is_no_finding(tmp_path: Path) -> None:
    change = """perubahan:
- tindakan: ubah
  letak: Pasal 4
  menjadi:
    judul: PENDANAAN
    isi: Setiap [[sebutan_tunggal]] menanggung biayanya.
    terjemahan:
      judul: FINANCE
      isi: Each [[sebutan_tunggal]] shall bear its costs.
"""
    assert found(tmp_path, DRAFT + TRANSLATED_REASON + change) == []


@pytest.mark.slow
def test_a_pasal_put_in_moves_no_finding_of_those_behind_it(tmp_path: Path) -> None:
    whole = HEADING_ALONE.replace(
        "    terjemahan:\n", "    terjemahan:\n      judul: SUPERVISION\n"
    )
    home = tmp_path / "agreements/memo"
    assert found(tmp_path, DATED + TRANSLATED_REASON + whole) == []
    without = SIGNED.replace("    judul: AMENDMENT\n", "")
    (home / "kesepakatan.yaml").write_text(without)
    every = check_kesepakatan(Opened(Workspace(tmp_path)), "memo")
    (one,) = [each for each in every if each.kode == "BAHASA-TERJEMAHAN"]
    assert one.tempat.file.endswith("kesepakatan.yaml")
    assert one.baris == "  judul: PERUBAHAN"


@pytest.mark.slow
def test_sentences_that_the_office_took_out_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "templates/bahasa"
    folder.mkdir(parents=True)
    english = Path(__file__).parents[2] / "templates/bahasa/inggris.yaml"
    kept = english.read_text().replace("  ATAS: TO THE\n", "")
    (folder / "inggris.yaml").write_text(kept)
    whole = HEADING_ALONE.replace(
        "    terjemahan:\n", "    terjemahan:\n      judul: SUPERVISION\n"
    )
    (one,) = found(tmp_path, DRAFT + TRANSLATED_REASON + whole)
    assert one.kunci == "bahasa_kedua"
    assert one.message == (
        "1 kalimat kerangka adendum belum ada dalam bahasa Inggris, sehingga tercetak"
        ' dalam bahasa Indonesia saja, mis. "ATAS"'
    )


@pytest.mark.slow
def test_a_sentence_of_the_office_that_is_said_no_more_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "templates/bahasa"
    folder.mkdir(parents=True)
    english = Path(__file__).parents[2] / "templates/bahasa/inggris.yaml"
    old = english.read_text().replace("  ATAS: TO THE\n", "  ATAS NASKAH: TO THE\n")
    (folder / "inggris.yaml").write_text(old)
    whole = HEADING_ALONE.replace(
        "    terjemahan:\n", "    terjemahan:\n      judul: SUPERVISION\n"
    )
    (one,) = found(tmp_path, DRAFT + TRANSLATED_REASON + whole)
    assert one.saran.endswith(
        'mis. dari "ATAS NASKAH", yang di sana tidak dipakai lagi'
    )
