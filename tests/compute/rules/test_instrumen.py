"""What the instrument asks for: parts, longest term, who signs, the paper that is carried out."""

import re
from pathlib import Path

import pytest

from conftest import AKAR, MINIMAL
from notakesepakatan.bureau.check import Found, check_kesepakatan, temuan_list
from notakesepakatan.bureau.register import read_register
from notakesepakatan.compute.text.instrumen import instrumen_of
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.instrumen import load_instrumen, package_instrumen
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace
from web.conftest import HARI

PKS = """\
jenis: Perjanjian Kerja Sama
instrumen: pks-ksdpk
judul: Pengelolaan Bank Sampah
jangka_waktu: 5 tahun
para_pihak:
- nama: Pemerintah Kota Contoh
  jabatan: Wali Kota Contoh
  kedudukan: Jalan Balai Kota Nomor 1, Contoh
- nama: Yayasan Lestari
  jabatan: Ketua Yayasan Lestari
  kedudukan: Jalan Melati Nomor 2, Contoh
kalimat:
  pihak: "[[jabatan]], berkedudukan di [[kedudukan]], selanjutnya disebut [[sebutan]]."
  kesepakatan: "PARA PIHAK sepakat mengadakan kerja sama dengan ketentuan sebagai berikut:"
dasar_hukum:
- Kesepakatan Bersama Nomor 100.3.7/7/2026 tanggal 5 Januari 2026 tentang Lingkungan
pasal:
- { judul: OBJEK, isi: Objek perjanjian ini adalah pengelolaan bank sampah. }
- kunci: ruang_lingkup
  judul: LINGKUP
  isi: Ruang lingkupnya adalah pemilahan dan penjualan sampah.
- judul: Hak dan Kewajiban
  kunci: tugas_dan_tanggung_jawab
  isi: PIHAK KESATU menyediakan lahan dan PIHAK KEDUA mengelolanya.
- { judul: SANKSI, isi: PIHAK yang lalai dikenai teguran tertulis. }
- { kunci: jangka_waktu, judul: WAKTU, isi: "Berlaku selama [[jangka_waktu]]." }
- { judul: HASIL, isi: Hasil penjualan disetor ke kas daerah. }
- { kunci: keadaan_kahar, judul: KAHAR, isi: Keadaan kahar dimusyawarahkan. }
- judul: Penyelesaian Sengketa
  kunci: penyelesaian_perselisihan
  isi: Perselisihan diselesaikan secara musyawarah.
- { kunci: adendum, judul: PERUBAHAN, isi: Perubahan disepakati secara tertulis. }
- judul: SURAT-MENYURAT
  kunci: surat_menyurat
  isi: Surat dialamatkan ke kedudukan PARA PIHAK.
"""
SANKSI = "- { judul: SANKSI, isi: PIHAK yang lalai dikenai teguran tertulis. }\n"
INSTRUMEN = re.compile(r"LENGKAP$|INSTRUMEN")


def found_in(yaml: str) -> list[Found]:
    loaded = parse_kesepakatan(yaml.encode(), "u")
    return temuan_list(Riwayat(loaded), loaded, None)


def of_instrumen(yaml: str) -> list[tuple[str, str]]:
    found = [each for each in found_in(yaml) if INSTRUMEN.match(each.kode)]
    return [(each.kode, each.tingkat) for each in found]


def test_a_complete_pks_has_no_finding() -> None:
    assert found_in(PKS) == []


def test_no_sanctions_seven_years_and_an_office_head_are_three_findings() -> None:
    yaml = (
        PKS.replace(SANKSI, "")
        .replace("5 tahun", "7 tahun")
        .replace("Wali Kota Contoh", "Kepala Dinas Lingkungan Hidup Kota Contoh")
    )
    found = {each.kode: each for each in found_in(yaml)}
    assert len(found_in(yaml)) == 3
    assert {each.tingkat for each in found.values()} == {"peringatan"}
    assert "sanksi" in found["LENGKAP"].message
    assert "UU 23/2014 Pasal 366 ayat (2)" in found["LENGKAP"].message
    assert "PP 28/2018 Pasal 19 ayat (2)" in found["LENGKAP"].message
    assert '"7 tahun" lebih lama dari 5 tahun' in found["INSTRUMEN-MASA"].message
    assert "PP 28/2018 Pasal 19" in found["INSTRUMEN-MASA"].message
    assert "tanpa surat kuasa" in found["INSTRUMEN-KUASA"].message
    assert "PP 28/2018 Pasal 2 ayat (2) dan Pasal 13" in (
        found["INSTRUMEN-KUASA"].message
    )
    assert found["INSTRUMEN-KUASA"].tempat.baris == 7


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("judul: SANKSI", "judul: WANPRESTASI", []),
        ("judul: SANKSI", "judul: LAIN, kunci: sanksi", []),
        ("judul: SANKSI, isi", "isi", [("LENGKAP", "peringatan")]),
        ("isi: PIHAK yang lalai dikenai", "isi: Sanksi PIHAK yang lalai adalah", []),
        ("5 tahun", "61 bulan", [("INSTRUMEN-MASA", "peringatan")]),
        ("5 tahun", "60 bulan", []),
        ("5 tahun", "1 April 2026 sampai dengan 31 Maret 2031", []),
        (
            "5 tahun",
            "1 April 2026 sampai dengan 2 April 2031",
            [("INSTRUMEN-MASA", "peringatan")],
        ),
        ("5 tahun", "tahun anggaran 2027-2031", []),
        ("5 tahun", "tahun anggaran 2027-2032", [("INSTRUMEN-MASA", "peringatan")]),
        ("5 tahun", "tanpa batas waktu", []),
        ("jabatan: Wali Kota", "jabatan: Pj. Wali Kota", []),
        ("jabatan: Wali Kota", "jabatan: Plt. Walikota", []),
        (
            "jabatan: Wali Kota Contoh",
            "jabatan: Wakil Wali Kota Contoh",
            [("INSTRUMEN-KUASA", "peringatan")],
        ),
        (
            "nama: Pemerintah Kota Contoh\n  jabatan: Wali Kota Contoh",
            "nama: Dinas Kesehatan Kota Contoh\n  jabatan: Kepala Dinas",
            [("INSTRUMEN-KUASA", "peringatan")],
        ),
        (
            "- Kesepakatan Bersama Nomor",
            "- Nota Nomor",
            [("INSTRUMEN-INDUK", "catatan")],
        ),
        ("pks-ksdpk", "pks-ksdp", [("INSTRUMEN", "galat")]),
        ("instrumen: pks-ksdpk\n", "", [("INSTRUMEN", "catatan")]),
    ],
)
def test_each_demand(old: str, new: str, found: list[tuple[str, str]]) -> None:
    changed = PKS.replace(old, new)
    if old.startswith("isi: PIHAK"):
        changed = changed.replace("judul: SANKSI, ", "")
    assert changed != PKS
    assert of_instrumen(changed) == found


def test_an_official_with_kuasa_signs_a_pks_and_nothing_else() -> None:
    with_kuasa = PKS.replace(
        "jabatan: Wali Kota Contoh",
        "jabatan: Kepala Dinas\n  pengangkatan: Surat Kuasa Wali Kota Nomor 5/SK/2026",
    )
    assert of_instrumen(with_kuasa) == []
    as_data = with_kuasa.replace(
        "pengangkatan: Surat Kuasa Wali Kota Nomor 5/SK/2026", "kuasa: {nomor: 5/SK}"
    )
    assert of_instrumen(as_data) == []
    together = with_kuasa.replace("pks-ksdpk", "kb-ksdpk")
    assert ("INSTRUMEN-KUASA", "peringatan") in of_instrumen(together)


def test_what_to_name_is_said_where_the_instrument_is_not_certain() -> None:
    (found,) = (
        each
        for each in found_in(PKS.replace("instrumen: pks-ksdpk\n", ""))
        if each.kode == "INSTRUMEN"
    )
    assert found.saran.startswith('tulis "instrumen: pks-ksdd" atau "instrumen: pks-k')
    signed = PKS.replace("instrumen: pks-ksdpk\n", "") + (
        "penandatanganan: {tempat: Contoh, tanggal: 2026-02-02}\n"
    )
    signed = re.sub(r"(  jabatan:)", r"  nomor: 1/A\n  pejabat: ANI\n\1", signed)
    assert of_instrumen(signed) == []


@pytest.mark.parametrize(
    ("jenis", "name", "instrumen"),
    [
        ("Nota Kesepakatan", "Pemerintah Kabupaten Contoh", "nota-sinergi"),
        ("NOTA KESEPAKATAN", "Pemerintah Provinsi Contoh", "nota-sinergi"),
        ("Nota Kesepakatan", "Universitas Contoh", None),
        ("Perjanjian Kerja Sama", "Pemerintah Kota Contoh", None),
        ("Kesepakatan Bersama", "Pemerintah Kota Contoh", None),
        ("Memorandum of Understanding", "Pemerintah Kota Contoh", None),
        ("Letter of Intent", "Pemerintah Kota Contoh", "letter-of-intent"),
        ("Kesepakatan Kerja Sama", "Desa Contoh", "kesepakatan-kerja-sama"),
    ],
)
def test_guessed_only_where_certain(
    jenis: str, name: str, instrumen: str | None
) -> None:
    known = package_instrumen()
    found = instrumen_of(None, jenis, ["Badan A", name], known)
    assert found == (known[instrumen] if instrumen else None)


def test_foreign_papers_end_and_too_long_a_term_is_a_fault() -> None:
    mou = PKS.replace("pks-ksdpk", "memorandum-luar-negeri")
    for term, kinds in (
        ("5 tahun", []),
        ("6 tahun", [("INSTRUMEN-MASA", "galat")]),
        ("tanpa batas waktu", [("INSTRUMEN-MASA", "galat")]),
    ):
        found = of_instrumen(mou.replace("5 tahun", term))
        assert [each for each in found if each[0] == "INSTRUMEN-MASA"] == kinds
    loi = MINIMAL.replace("Badan A", "Pemerintah Kota Contoh").replace(
        "Nota Kesepakatan", "Letter of Intent"
    )
    assert ("INSTRUMEN-MASA", "galat") in of_instrumen(loi)


def test_an_office_keeps_its_own_instruments(tmp_path: Path) -> None:
    folder = tmp_path / "templates/instrumen"
    folder.mkdir(parents=True)
    own = (AKAR / "templates/instrumen/pks-ksdpk.yaml").read_text()
    (folder / "pks-ksdpk.yaml").write_text(
        own.replace("paling_lama: 5 tahun", "paling_lama: 3 tahun").replace(
            "skema: KSDPK", "skema: KSDPK Kota"
        )
    )
    (folder / "kontrak-hibah.yaml").write_text(own.replace("Perjanjian", "Kontrak"))
    assert set(load_instrumen(tmp_path)) == {*package_instrumen(), "kontrak-hibah"}
    Workspace.make(tmp_path)
    file = tmp_path / "agreements/uji/kesepakatan.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(PKS)
    opened = Opened(Workspace(tmp_path))
    kinds = [each.kode for each in check_kesepakatan(opened, "uji")]
    assert "INSTRUMEN-MASA" in kinds
    (row,), _ = read_register(opened, HARI)
    assert row.data()["skema"] == "KSDPK Kota"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("kelompok: badan_usaha", "kelompok: swasta", "swasta"),
        ("skema: KSDPK\n", "", "skema"),
        ("tingkat: peringatan", "tingkat: awas", "awas"),
        ("- objek\n", "- OBJEK\n", "bukan nama kunci"),
        ("paling_lama: 5 tahun", "paling_lama: lima", "bukan jangka waktu"),
        ("penawaran:\n", "tawaran:\n", "penawaran"),
    ],
)
def test_a_faulty_file_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    own = (AKAR / "templates/instrumen/pks-ksdpk.yaml").read_text()
    folder = tmp_path / "templates/instrumen"
    folder.mkdir(parents=True)
    assert old in own
    (folder / "pks-ksdpk.yaml").write_text(own.replace(old, new, 1))
    with pytest.raises(FaultyNaskah) as caught:
        load_instrumen(tmp_path)
    assert words in str(caught.value)
    line = own[: own.index(old)].count("\n") + 1
    if new:
        assert f"pks-ksdpk.yaml:{line}:" in str(caught.value)


def test_every_clause_of_an_instrument_has_its_file() -> None:
    there = {
        file.name.removesuffix(".yaml.j2")
        for file in (AKAR / "templates/klausul").glob("*.yaml.j2")
    }
    for instrumen in package_instrumen().values():
        for klausul in instrumen.klausul:
            wanted = {each.templat for each in klausul.ragam} or {klausul.nama}
            assert wanted <= there


def test_of_a_draft_in_two_languages_only_those_with_a_foreign_party_are_named() -> (
    None
):
    yaml = MINIMAL.replace("jenis: Nota Kesepakatan", "jenis: Memorandum Lain")
    found = found_in(yaml + "bahasa_kedua: Inggris\n")
    (saran,) = [one.saran for one in found if one.kode == "INSTRUMEN"]
    assert "memorandum-luar-negeri" in saran
    assert "pks" not in saran
