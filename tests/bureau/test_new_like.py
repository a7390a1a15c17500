"""A draft that begins as a copy: the text of another agreement, other parties, no number and no day."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import AKAR, CONTOH
from notakesepakatan.bureau.check import check_kesepakatan
from notakesepakatan.bureau.new import read_like
from notakesepakatan.bureau.new_like import OtherPihak, copy_draft, make_copy, own_place
from notakesepakatan.bureau.office import Office
from notakesepakatan.load.kesepakatan import load_kesepakatan, parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.workspace import Workspace

BADAN = {
    "nama": "Badan Baru",
    "jabatan": "Kepala Badan Baru",
    "kedudukan": "Jalan Baru Nomor 1, Jakarta",
}
ADENDUM = """\
penandatanganan: {tempat: Jakarta, tanggal: 2024-07-01}
para_pihak: [{nomor: 12/ADD/2024}, {nomor: 500/7/2024}]
alasan: [terjadi perubahan kebijakan]
perubahan:
- tindakan: ubah
  letak: Pasal 7 isi
  menjadi: Biaya ditanggung kedua pihak menurut anggaran yang tersedia.
"""


@pytest.fixture
def kerja(tmp_path: Path) -> Workspace:
    shutil.copytree(AKAR / "agreements", tmp_path / "agreements")
    return Workspace(tmp_path)


@pytest.mark.slow
def test_the_text_stays_and_the_parties_numbers_and_days_do_not(
    kerja: Workspace,
) -> None:
    old = load_kesepakatan(kerja.file(CONTOH)).kesepakatan
    jawaban = read_like({"para_pihak": [BADAN], "jangka_waktu": "3 tahun"})
    file, copied = make_copy(Office(kerja), "badan-baru", CONTOH, jawaban)
    k = load_kesepakatan(file).kesepakatan
    assert k.konsep and k.penandatanganan.tempat == old.penandatanganan.tempat
    assert str(k.jangka_waktu) == "3 tahun"
    assert not any(pihak.nomor for pihak in k.para_pihak)
    other, own = k.para_pihak
    assert (other.nama, other.jabatan, other.pejabat) == (
        "Badan Baru",
        "Kepala Badan Baru",
        None,
    )
    assert other.korespondensi[0].alamat == "Jalan Baru Nomor 1, Jakarta"
    assert own.nama == old.para_pihak[1].nama
    assert own.pejabat == old.para_pihak[1].pejabat
    assert [pasal.judul for pasal in k.pasal] == [pasal.judul for pasal in old.pasal]
    assert k.rangkap == old.rangkap and k.kalimat == old.kalimat
    text = file.read_text()
    assert "40/KA-MoU/KS.01/VI/2022" not in text and "560/NK.04/VI/2022" not in text
    comments = re.findall(r"^ *# .*$", kerja.file(CONTOH).read_text(), re.MULTILINE)
    assert comments and all(comment in text for comment in comments[:3])
    assert "antara Badan Baru dan Pemerintah Kabupaten" in " ".join(text.split())
    # A law that bears the old name in its title bears it still.
    assert "2019 tentang Badan Pelindungan Pekerja" in " ".join(text.split())
    assert "naskah aslinya" in copied.words
    assert [each.name for each in file.parent.iterdir()] == ["kesepakatan.yaml"]


@pytest.mark.slow
def test_adenda_in_force_are_in_the_text_and_that_is_said(kerja: Workspace) -> None:
    (kerja.folder(CONTOH) / "adendum-01.yaml").write_text(ADENDUM)
    jawaban = read_like({"para_pihak": [BADAN]})
    file, copied = make_copy(Office(kerja), "badan-baru", CONTOH, jawaban)
    assert "berlaku dengan Adendum Kesatu" in copied.words
    k = load_kesepakatan(file).kesepakatan
    assert k.pasal[6].isi == (
        "Biaya ditanggung kedua pihak menurut anggaran yang tersedia."
    )
    comments = re.findall(r"^ *# .*$", kerja.file(CONTOH).read_text(), re.MULTILINE)
    assert comments[0] in file.read_text()
    assert [each.name for each in file.parent.iterdir()] == ["kesepakatan.yaml"]


def test_the_title_is_followed_wherever_it_was_typed(kerja: Workspace) -> None:
    own = kerja.file("contoh-sampah-2025")
    judul = load_kesepakatan(own).kesepakatan.judul
    typed = own.read_text().replace("[[judul_kapital]]", judul.upper())
    own.write_text(typed.replace("[[judul]]", judul))
    parties = [{"nama": "Kota Satu", "jabatan": "Wali Kota"}, BADAN]
    jawaban = read_like({"judul": "Limbah Medis", "para_pihak": parties})
    text = copy_draft(Office(kerja), "contoh-sampah-2025", jawaban).text
    assert judul not in text and judul.upper() not in text
    assert parse_kesepakatan(text.encode(), "u").kesepakatan.judul == "Limbah Medis"


@pytest.mark.slow
def test_a_copy_brings_no_finding_but_what_an_officer_decides(kerja: Workspace) -> None:
    own = kerja.file("contoh-sampah-2025")
    parties = [
        {"nama": "Kota Satu", "jabatan": "Wali Kota", "kedudukan": "Satu"},
        BADAN,
    ]
    jawaban = read_like({"para_pihak": parties})
    make_copy(Office(kerja), "sampah-2027", "contoh-sampah-2025", jawaban)
    found = check_kesepakatan(Opened(kerja), "sampah-2027")
    assert {each.kode for each in found} <= {"INSTRUMEN"}
    assert own.is_file()


@pytest.mark.slow
def test_as_many_parties_as_there_are_or_all_but_the_office(kerja: Workspace) -> None:
    office = Office(kerja)
    assert own_place(office, CONTOH) == 1
    for given in (1, 4):
        jawaban = read_like({"para_pihak": [BADAN] * given})
        with pytest.raises(OtherPihak, match="sebut 2, yaitu semua pihak selain"):
            copy_draft(office, "contoh-sampah-2025", jawaban)
    kerja.pengaturan.write_text(
        "pihak_kami: badan pelindungan pekerja migran indonesia\n"
    )
    assert own_place(Office(kerja), CONTOH) == 0


SHAPES = sorted((AKAR / "tests/bentuk").glob("*/kesepakatan.yaml"))


def _of_old(k: Kesepakatan) -> Iterator[str | None]:
    """Words that only the old paper may say of its parties."""
    for pihak in k.para_pihak:
        yield from (pihak.nama, pihak.nomor, pihak.kedudukan, pihak.nama_judul)
        yield from pihak.bawah_nama
        for signer in pihak.penanda_tangan_list:
            yield signer.pejabat
        for address in pihak.korespondensi:
            yield from (address.alamat, address.email, address.telepon)


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES, ids=lambda file: file.parent.name)
def test_nothing_of_the_old_parties_is_left(shape: Path, tmp_path: Path) -> None:
    folder = tmp_path / "agreements/lama"
    folder.mkdir(parents=True)
    shutil.copy(shape, folder)
    office = Office(Workspace(tmp_path))
    old = office.text("lama").origin.kesepakatan
    new = [
        {"nama": f"Badan Baru {i}", "jabatan": f"Kepala Baru {i}"}
        for i, _ in enumerate(old.para_pihak)
    ]
    jawaban = read_like({"judul": "Hal Baru", "para_pihak": new})
    text = " ".join(copy_draft(office, "lama", jawaban).text.split()).lower()
    assert [each for each in _of_old(old) if each and each.lower() in text] == []
    assert old.judul.lower() not in text
    assert old.signed is None or old.signed.isoformat() not in text


@pytest.mark.slow
def test_what_was_recorded_of_the_old_one_and_its_papers_stay_with_it(
    kerja: Workspace,
) -> None:
    file = kerja.file(CONTOH)
    recorded = (
        "pencatatan: {urusan: Tenaga Kerja, kontak: 0812, tempat_naskah: Lemari 3}\n"
    )
    name = "Badan Pelindungan Pekerja Migran Indonesia"
    paper = f"dasar_hukum:\n- Kesepakatan Awal dengan {name} Nomor 7\n"
    text = file.read_text().replace("dasar_hukum:\n", paper, 1)
    file.write_text(text + recorded)
    copied = copy_draft(Office(kerja), CONTOH, read_like({"para_pihak": [BADAN]}))
    k = parse_kesepakatan(copied.text.encode(), "baru").kesepakatan
    assert k.pencatatan and k.pencatatan.urusan == ("Tenaga Kerja",)
    assert "0812" not in copied.text and "Lemari 3" not in copied.text
    assert "Kesepakatan Awal" not in copied.text
