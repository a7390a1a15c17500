"""Agreements with annexes of every kind, and one that carries out another."""

from pathlib import Path

import pytest

from baca import pdf_pages
from bentuk.shapes import office, severe, written
from notakesepakatan.bureau.check import check_kesepakatan
from notakesepakatan.compute.peristiwa.tugas import plan_rows
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.kesepakatan import parse_kesepakatan

KB, PKS = "kb-perpustakaan-2025", "pks-perpustakaan-2026"


@pytest.mark.slow
def test_a_child_quotes_its_parent(tmp_path: Path) -> None:
    of = office(tmp_path, KB, PKS)
    assert not severe(of, KB)
    assert not severe(of, PKS)
    kinds = {found.kode for found in check_kesepakatan(of, PKS)}
    assert not {kind for kind in kinds if kind.startswith("INDUK")}
    keluaran = written(of, PKS)
    quoted = (
        "Kesepakatan Bersama Nomor 100.3.7.1/18/KB/2025 dan Nomor 134/PKS.07/KSD/2025 "
        "tanggal 14 April 2025 tentang Kerja Sama Pembangunan dan Pelayanan Publik "
        "Antardaerah"
    )
    assert f"Menindaklanjuti {quoted}, yang" in keluaran.txt
    assert f"3. {quoted};" in keluaran.txt
    assert "Pembangunan dan Pelayanan Publik Antardaerah" in keluaran.html


GUDANG = "pks-perusahaan-gudang"


@pytest.mark.slow
def test_five_annexes_each_of_its_kind(tmp_path: Path) -> None:
    of = office(tmp_path, GUDANG)
    assert not severe(of, GUDANG)
    keluaran = written(of, GUDANG)
    text = keluaran.txt
    assert "menurut tata cara sebagaimana tercantum dalam Lampiran I." in text
    assert "pada ayat 1 tercantum dalam Lampiran V." in text
    for nomor in ("I", "II", "III", "IV", "V"):
        head = f"Lampiran {nomor} Perjanjian Kerja Sama antara Badan Penanggulangan"
        assert f"\n{head}" in text
        body, _ = text.split("\nLampiran I ")
        assert f"tercantum dalam Lampiran {nomor}" in body
    assert "(2) Barang dipisahkan menurut jenisnya, yaitu:" in text
    assert "Jumlah\t\t\t\t\tRp48.500.000,00" in text
    assert "V\t-\t-\tMenyediakan daftar Barang\tMengangkut dan menata" in text
    titles = "KEPALA PELAKSANA BADAN PENANGGULANGAN BENCANA DAERAH PROVINSI CONTOH\tDIR"
    assert text.count(titles) == 2, "the text and Lampiran V"
    pages = [sheet.page for sheet in keluaran.naskah.section]
    assert pages == ["badan", "badan", "badan", "lampiran", "badan", "lampiran"]


def test_letters_and_reports_find_the_plan_in_its_list(tmp_path: Path) -> None:
    of = office(tmp_path, GUDANG)
    summary = of.summary(GUDANG)
    assert summary.rencana_kerja == 3
    assert summary.dasar["rencana_kerja"] == "Pasal 4 ayat 4"
    rows = plan_rows(of.riwayat(GUDANG).origin.reading)
    assert list(rows) == ["1", "2", "3"]


def test_a_sum_that_is_not_the_rows_is_said(tmp_path: Path) -> None:
    of = office(tmp_path, GUDANG)
    text = of.workspace.read(GUDANG).decode()
    wrong = text.replace('jumlah: "48500000"', 'jumlah: "49500000"')
    with pytest.raises(FaultyNaskah) as refused:
        parse_kesepakatan(wrong.encode(), "u")
    said = "tertulis Rp49.500.000,00, padahal Rp48.500.000,00"
    assert said in str(refused.value)


@pytest.mark.slow
def test_five_parties_sign_on_one_page(tmp_path: Path) -> None:
    of = office(tmp_path, "kb-danau-2026")
    assert not severe(of, "kb-danau-2026")
    keluaran = written(of, "kb-danau-2026")
    names = [
        pihak.pejabat or ""
        for pihak in of.riwayat("kb-danau-2026").origin.reading.para_pihak
    ]
    assert len(names) == 5
    *_, last = pdf_pages(keluaran.pdf)
    assert all(name in last for name in names)
    assert "PENUTUP" in last
