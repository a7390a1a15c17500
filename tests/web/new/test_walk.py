"""An officer makes a city's PKS from one that is there, in the browser, and every action is counted."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from notakesepakatan.bureau.new import make_draft, read_jawaban
from notakesepakatan.load.kesepakatan import load_kesepakatan
from notakesepakatan.workspace import Workspace
from web.conftest import Hidup

MOST = 20
"""Actions beyond typing: clicks, and steps from one field to the next."""
INDUK = "Kesepakatan Bersama Nomor 5/KB/2026 tanggal 5 Januari 2026 tentang Sampah"
LAMA = {
    "instrumen": "pks-ksdpk",
    "judul": "Pengolahan Sampah Pasar",
    "tempat": "Contoh",
    "jangka_waktu": "2 tahun",
    "induk": INDUK,
    "para_pihak": [
        {
            "nama": "Pemerintah Kota Contoh",
            "jabatan": "Wali Kota Contoh",
            "pejabat": "SITI AMINAH",
            "kedudukan": "Jalan Balai Kota Nomor 1, Contoh",
        },
        {"nama": "Yayasan Lestari", "jabatan": "Ketua Yayasan Lestari"},
    ],
}


class Officer:
    """Whoever sits at the page; counts what they do beside typing words."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def click(self, role: str, name: str) -> None:
        self.page.get_by_role(role, name=name, exact=False).first.click()  # type: ignore[arg-type]
        self.actions += 1

    def fill(self, field: str, words: str) -> None:
        """Going to a field is an action, its words are not."""
        self.page.locator(f'[name="{field}"]').fill(words)
        self.actions += 1


@pytest.fixture
def old(meja_hidup: Hidup) -> Path:
    workspace = Workspace(meja_hidup.root)
    return make_draft(workspace, "sampah-pasar-2026", read_jawaban(None, LAMA))


def test_a_city_makes_its_pks_from_another(
    old: Path, halaman: Page, meja_hidup: Hidup
) -> None:
    officer = Officer(halaman)
    halaman.goto("/")
    officer.click("link", "Kesepakatan baru")
    officer.click("link", "Mulai dari kesepakatan yang ada")
    officer.click("link", "Mulai dari ini Pengolahan Sampah Pasar")
    own = halaman.locator('[name="para_pihak[1].nama"]')
    expect(own).to_have_value("Pemerintah Kota Contoh")
    officer.fill("judul", "Pengolahan Sampah Sekolah")
    officer.fill("para_pihak[2].nama", "PT Daur Ulang")
    officer.fill("para_pihak[2].jabatan", "Direktur Utama PT Daur Ulang")
    officer.fill("para_pihak[2].pejabat", "BUDI SANTOSO")
    officer.fill("para_pihak[2].kedudukan", "Jalan Industri Nomor 8, Contoh")
    officer.fill("jangka_waktu", "1 Januari 2027 sampai dengan 31 Desember 2028")
    officer.click("button", "Buat konsep")
    expect(halaman.get_by_text("Konsep dibuat.")).to_be_visible()
    assert officer.actions < MOST
    slug = halaman.url.rpartition("/")[2]
    assert slug == "pengolahan-sampah-sekolah-2026"
    file = meja_hidup.root / "agreements" / slug / "kesepakatan.yaml"
    k = load_kesepakatan(file).kesepakatan
    assert (k.instrumen, k.judul) == ("pks-ksdpk", "Pengolahan Sampah Sekolah")
    assert [pihak.pejabat for pihak in k.para_pihak] == ["SITI AMINAH", "BUDI SANTOSO"]
    assert "Yayasan Lestari" not in file.read_text()
    assert old.read_text().count("Yayasan Lestari") > 1


def test_a_city_makes_its_pks_from_the_clauses(
    halaman: Page, meja_hidup: Hidup
) -> None:
    officer = Officer(halaman)
    halaman.goto("/baru")
    officer.click("radio", "Badan usaha, yayasan, ormas, atau perorangan")
    officer.click("button", "Lanjut")
    officer.click("radio", "Perjanjian Kerja Sama (KSDPK)")
    officer.fill("judul", "Pengolahan Sampah Pasar")
    officer.click("button", "Lanjut")
    officer.fill("induk", INDUK)
    officer.fill("para_pihak[1].nama", "Pemerintah Kota Contoh")
    officer.fill("para_pihak[1].jabatan", "Wali Kota Contoh")
    officer.fill("para_pihak[2].nama", "Yayasan Lestari")
    officer.fill("para_pihak[2].jabatan", "Ketua Yayasan Lestari")
    officer.click("button", "Lanjut")
    officer.fill("nilai", "250000000")
    officer.click("button", "Lanjut")
    officer.click("radio", "Teguran tertulis, denda keterlambatan")
    officer.click("button", "Lanjut")
    expect(halaman.get_by_text("studi kelayakan")).to_be_visible()
    frame = halaman.frame_locator("#naskah")
    expect(frame.get_by_text("Rp250.000.000,00")).to_be_visible()
    officer.click("button", "Buat konsep")
    expect(halaman.get_by_text("Konsep dibuat.")).to_be_visible()
    file = meja_hidup.root / "agreements/pengolahan-sampah-pasar-2026/kesepakatan.yaml"
    assert "permil" in file.read_text()
    assert officer.actions < MOST
