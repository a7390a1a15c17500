"""Agreements with annexes of every kind, and one that carries out another."""

from pathlib import Path

from bentuk.shapes import office, severe, written
from notakesepakatan.bureau.check import check_kesepakatan

KB, PKS = "kb-perpustakaan-2025", "pks-perpustakaan-2026"


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
