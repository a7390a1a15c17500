"""The files of a folder find the agreements they belong to; what is not sure is asked."""

from pathlib import Path

import pytest

from notakesepakatan.bureau.folder import attach_matched, match_files
from notakesepakatan.load.attachments import read_attachments
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace

_KNOWN = {
    "kesehatan": (
        "12/PKS/III/2024",
        "Pelayanan Kesehatan Terpadu",
        "RSUD Melati",
        "2024-03-05",
    ),
    "sampah": (
        "9/PKS/2025",
        "Pengolahan Sampah Pasar",
        "PT Bersih Lestari",
        "2025-05-03",
    ),
    "sampah-lama": (
        "9/PKS/2020",
        "Pengolahan Sampah Pasar",
        "PT Bersih Lestari",
        "2020-05-03",
    ),
}
_FILES = {
    "scan/12-PKS-III-2024.jpg": "",
    "naskah.txt": "PERJANJIAN KERJA SAMA\nNOMOR 9/PKS/2025\nTENTANG PENGOLAHAN SAMPAH PASAR\n",
    "pengolahan sampah pasar.png": "",
    "pelayanan kesehatan terpadu RSUD Melati.jpg": " ",
    "catatan.txt": "Rapat koordinasi.",
    "jalankan.exe": "",
}


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    workspace = Workspace.make(tmp_path / "ruang")
    for slug, (nomor, judul, mitra, day) in _KNOWN.items():
        file = workspace.new_file(slug)
        file.parent.mkdir()
        file.write_text(
            "cakupan: data_pokok\njenis: Perjanjian Kerja Sama\n"
            f"judul: {judul}\npenandatanganan: {{tanggal: {day}}}\npara_pihak:\n"
            f"- nama: Pemerintah Kabupaten Contoh\n  nomor: {nomor}\n- nama: {mitra}\n"
        )
    return Opened(workspace)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in _FILES.items():
        file = tmp_path / "berkas" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + name)
    return tmp_path / "berkas"


def test_number_title_and_pihak_tell_the_agreement(
    opened: Opened, folder: Path
) -> None:
    matches = {match.path: match for match in match_files(opened, folder)}
    assert "jalankan.exe" not in matches
    told = {
        path: (match.chosen, match.placed.certainty) for path, match in matches.items()
    }
    assert told == {
        "scan/12-PKS-III-2024.jpg": ("kesehatan", "pasti"),
        "naskah.txt": ("sampah", "pasti"),
        "pengolahan sampah pasar.png": ("", "tanya"),
        "pelayanan kesehatan terpadu RSUD Melati.jpg": ("kesehatan", "cukup"),
        "catatan.txt": ("", "tanya"),
    }
    candidates = matches["pengolahan sampah pasar.png"].placed.candidates
    assert {one.slug for one in candidates} == {"sampah", "sampah-lama"}


@pytest.mark.slow
def test_what_is_sure_is_attached_once(opened: Opened, folder: Path) -> None:
    said = {"pengolahan sampah pasar.png": "sampah-lama"}
    done, failed = attach_matched(opened, folder, match_files(opened, folder, said))
    assert failed == []
    assert len(done) == 4
    (kept,) = read_attachments(opened.workspace, "sampah-lama")
    assert (kept.kind, kept.title) == ("berkas_asal", "pengolahan sampah pasar.png")
    again = match_files(opened.anew(), folder, said)
    assert sum(bool(match.there) for match in again) == 4
    assert attach_matched(opened, folder, again) == ([], [])
