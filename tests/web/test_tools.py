"""Tools of the desk: the same answers as `nota hitung` and `nota periksa`, and all documents made as `nota susun` makes them."""

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from conftest import CONTOH
from notakesepakatan.cli import cli
from notakesepakatan.write.docx import write_docx
from waiting import wait_until
from web.conftest import Hidup, Uji

SAMPAH = "contoh-sampah-2025"


@pytest.mark.parametrize(
    ("tanya", "expect_"),
    [
        (
            "hitung=hari-kerja&sejak=2022-04-25&hari_kerja=7",
            ("Kamis, 12 Mei 2022", "Jumat, 6 Mei 2022", "hari dilewati"),
        ),
        ("hitung=hari-kerja&sejak=2022-06-16&hari_kerja=7", ("Senin, 27 Juni 2022",)),
        ("hitung=bulan&dari=2027-06-16&bulan=-3", ("Selasa, 16 Maret 2027",)),
        ("hitung=bulan&dari=2024-02-29&bulan=12", ("Jumat, 28 Februari 2025",)),
        ("hitung=terbilang&bilangan=1.001.000", ("satu juta seribu",)),
        ("hitung=terbilang&bilangan=Rp1.001.000,00", ("satu juta seribu",)),
        ("hitung=terbilang&bilangan=rp. 1 001 000,-", ("satu juta seribu",)),
        ("hitung=terbilang&bilangan=1.001.000,00", ("satu juta seribu",)),
        ("hitung=terbilang&bilangan=-11", ("minus sebelas",)),
        (
            "hitung=hari-kerja&sejak=2031-01-06&hari_kerja=3",
            (
                "Kamis, 9 Januari 2031 (sementara)",
                "dapat berubah: hari libur tahun 2031 belum ditetapkan",
            ),
        ),
    ],
)
@pytest.mark.slow
def test_reckoned(tanya: str, expect_: tuple[str, ...], meja: Uji) -> None:
    jawaban = meja.client.get(f"/alat?{tanya}")
    assert jawaban.status_code == 200
    assert all(kata in jawaban.text for kata in expect_)


@pytest.mark.parametrize(
    ("tanya", "ruas"),
    [
        ("hitung=hari-kerja&sejak=kemarin&hari_kerja=7", "sejak"),
        ("hitung=hari-kerja&sejak=2026-11-24&hari_kerja=", "hari_kerja"),
        ("hitung=hari-kerja&sejak=2026-11-24&hari_kerja=2001", "hari_kerja"),
        ("hitung=hari-kerja&sejak=9999-12-30&hari_kerja=9", "hari_kerja"),
        ("hitung=bulan&dari=9999-12-31&bulan=2400", "bulan"),
        ("hitung=terbilang&bilangan=1,5", "bilangan"),
        ("hitung=terbilang&bilangan=1.5", "bilangan"),
        ("hitung=terbilang&bilangan=Rp", "bilangan"),
        ("hitung=terbilang&bilangan=%EF%BC%91", "bilangan"),
        ("hitung=terbilang&bilangan=" + "9" * 5000, "bilangan"),
        ("hitung=terbilang&bilangan=<script>alert(1)</script>", "bilangan"),
    ],
)
def test_what_cannot_be_reckoned_stands_at_its_field(
    tanya: str, ruas: str, meja: Uji
) -> None:
    jawaban = meja.client.get(f"/alat?{tanya}")
    assert jawaban.status_code == 422
    assert f'id="galat-{ruas}"' in jawaban.text
    assert "<script>alert" not in jawaban.text


@pytest.mark.slow
def test_the_bound_is_said_in_a_sentence(meja: Uji) -> None:
    teks = meja.client.get("/alat?hitung=terbilang&bilangan=banyak").text
    assert (
        "Tulis bilangan bulat, paling besar 999.999.999.999.999; boleh negatif." in teks
    )


def send(meja: Uji, nama: str, isi: bytes) -> tuple[int, str]:
    jawaban = meja.send(
        "/alat/periksa",
        {"naskah": (io.BytesIO(isi), nama)},
        content_type="multipart/form-data",
    )
    return jawaban.status_code, jawaban.text


@pytest.mark.slow
def test_a_file_of_others_is_checked_as_the_command_does_and_not_kept(
    meja: Uji, tmp_path: Path
) -> None:
    isi = b"Biaya dibebankan pada pada anggaran PIHAK KESATU.\n"
    (tmp_path / "mitra.txt").write_bytes(isi)
    perintah = CliRunner().invoke(cli, ["periksa", str(tmp_path / "mitra.txt")]).output
    sebelum = sorted(meja.root.rglob("*"))
    for nama in ("mitra.txt", "../../../etc/mitra.txt", "C:\\naskah\\mitra.txt"):
        kode, halaman = send(meja, nama, isi)
        assert kode == 200
        assert "mitra.txt: 1 galat" in halaman and "1 galat" in perintah
        assert "etc/mitra" not in halaman
    assert [satu for satu in sorted(meja.root.rglob("*")) if satu not in sebelum] == []


@pytest.mark.slow
def test_a_finding_in_a_file_of_others_names_its_pasal(meja: Uji) -> None:
    text = (
        "PERJANJIAN KERJA SAMA\n\nPasal 4\nBIAYA\n(1) Biaya disepakati.\n"
        "(2) Biaya dibebankan pada pada anggaran PIHAK KESATU.\n"
    )
    _, halaman = send(meja, "mitra.txt", text.encode())
    assert "Pasal 4 ayat (2): (2) Biaya dibebankan" in halaman


@pytest.mark.slow
def test_word_and_broken_files(meja: Uji, keluaran_docx: bytes) -> None:
    assert send(meja, "naskah.docx", keluaran_docx)[0] == 200
    gunung = io.BytesIO()
    with zipfile.ZipFile(gunung, "w", zipfile.ZIP_DEFLATED) as paket:
        paket.writestr("word/document.xml", b" " * 201_000_000)
    for nama, isi, kata in (
        ("gunung.docx", gunung.getvalue(), "lebih dari 50 MB setelah dibuka"),
        ("rusak.docx", b"PK\x03\x04rusak", "berkas rusak atau bukan docx"),
        ("rusak.pdf", b"%PDF-1.7\nrusak", "berkas rusak atau bukan pdf"),
        ("rusak.txt", b"\xff\xfe\x00", "bukan teks; simpan kembali"),
        ("lembar.xlsx", b"x", ".pdf, dan .txt yang dapat dibaca"),
        ("<script>alert(1)</script>.txt", b"a\0b", "bukan teks"),
        ("", b"", "Pilih sebuah berkas"),
    ):
        kode, halaman = send(meja, nama, isi)
        assert kode == 422, nama
        assert kata in halaman, nama
        assert "<script>alert" not in halaman


@pytest.fixture
def keluaran_docx(keluaran: object) -> bytes:
    return write_docx(keluaran.naskah)  # type: ignore[attr-defined]


@pytest.mark.long
def test_all_documents_made_at_the_desk(halaman: Page, meja_hidup: Hidup) -> None:
    """Made aside while one watches; the second time there is nothing to do; a broken one is named."""
    (meja_hidup.root / f"agreements/{SAMPAH}/kesepakatan.yaml").write_text("jenis: [\n")
    halaman.goto("/alat")
    halaman.get_by_role("link", name="Buka", exact=True).click()
    expect(halaman.get_by_text("2 kesepakatan perlu disusun")).to_be_visible()
    halaman.get_by_role("button", name="Susun").click()
    expect(halaman.get_by_role("heading", name="Selesai")).to_be_visible()
    expect(halaman.get_by_text("2 dari 2 kesepakatan dikerjakan")).to_be_visible()
    expect(halaman.get_by_text(f"{SAMPAH}: gagal")).to_be_visible()
    expect(halaman.get_by_text("kesepakatan.yaml:2", exact=False)).to_be_visible()
    assert (
        (meja_hidup.root / f"output/{CONTOH}/nota-kesepakatan.pdf")
        .read_bytes()
        .startswith(b"%PDF")
    )
    assert not (meja_hidup.root / f"output/{SAMPAH}").exists()
    halaman.get_by_role("link", name="Kembali").click()
    expect(
        halaman.get_by_text("1 kesepakatan perlu disusun, 1 sudah mutakhir")
    ).to_be_visible()


@pytest.mark.long
@pytest.mark.processes
def test_one_run_at_a_time(meja: Uji) -> None:
    assert meja.send("/susun").status_code == 303
    meja.send("/susun", {"paksa": "ya"})
    assert "masih berjalan" in meja.client.get("/kemajuan/naskah").text
    wait_until(
        lambda: "Sedang dikerjakan" not in meja.client.get("/kemajuan/naskah").text,
        "the end of the run",
    )
    assert "Tidak ada yang gagal" in meja.client.get("/kemajuan/naskah").text
    assert "menyusun naskah 2 kesepakatan" in meja.client.get("/jejak").text


@pytest.mark.slow
def test_readers_make_nothing(meja_kantor: "type[Uji]") -> None:
    pembaca = meja_kantor(ani="pembaca")  # type: ignore[call-arg]
    pembaca.masuk("ani")
    assert pembaca.client.get("/alat").status_code == 200
    for alamat in ("/susun", "/alat/periksa"):
        assert pembaca.send(alamat).status_code == 403


@pytest.mark.long
@pytest.mark.processes
def test_documents_that_nothing_makes_any_more_are_named(meja: Uji) -> None:
    def run_once() -> str:
        assert meja.send("/susun").status_code == 303

        def last_run() -> str:
            teks = meja.client.get("/kemajuan/naskah").text
            return "" if "Sedang dikerjakan" in teks else teks

        return wait_until(last_run, "the end of the run")

    assert "tidak lagi dihasilkan" not in run_once()
    (meja.root / f"agreements/{CONTOH}/adendum-01.yaml").unlink()
    teks = run_once()
    assert f"output/{CONTOH}/adendum-01.pdf: tidak lagi dihasilkan" in teks
    assert (meja.root / f"output/{CONTOH}/adendum-01.pdf").is_file()
