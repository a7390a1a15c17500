"""A first day at the desk: a register and a signed Word file make the calendar, and an adendum is drafted."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from web.conftest import Hidup, live_desk
from web.test_intake_text import LINES, word_file

pytestmark = pytest.mark.long
"""A whole day takes its time."""

HEAD = ("Nomor", "Jenis", "Judul", "Para Pihak", "Mulai", "Berakhir")
ROWS = (
    ("1/2025", "PKS", "Air Bersih", "Desa Satu, Desa Dua", "2025-03-03", "2027-03-02"),
    ("2/2025", "PKS", "Pasar Desa", "Desa Satu, PT Raya", "2025-04-01", "2027-03-31"),
)
CHANGED = "Air dipakai bersama menurut jadwal."


@pytest.fixture
def meja_hidup(tmp_path: Path) -> Iterator[Hidup]:
    """A desk over a workspace in which there is nothing yet."""
    (tmp_path / "agreements").mkdir()
    with live_desk(tmp_path) as hidup:
        yield hidup


def register() -> bytes:
    book, content = openpyxl.Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, *ROWS):
        sheet.append(row)
    book.save(content)
    return content.getvalue()


def test_from_nothing_to_the_calendar_and_an_adendum(
    halaman: Page, meja_hidup: Hidup, tmp_path: Path
) -> None:
    sent = tmp_path / "kiriman"
    sent.mkdir()
    (sent / "daftar.xlsx").write_bytes(register())
    signed = word_file(*(line.format("2 (dua)") for line in LINES))
    (sent / "PKS Air Bersih.docx").write_bytes(signed)

    halaman.goto("/")
    halaman.get_by_role("link", name="Masukkan yang sudah ada").first.click()
    halaman.locator("#ruas-berkas").set_input_files(sorted(sent.iterdir()))
    halaman.get_by_role("button", name="Kirim").click()
    halaman.get_by_role("link", name="daftar.xlsx").click()
    halaman.get_by_role("button", name="Tulis 2 yang pasti").click()
    halaman.goto("/kalender?bulan=2027-03")
    expect(halaman.get_by_text("Air Bersih").first).to_be_visible()
    expect(halaman.get_by_text("Pasar Desa").first).to_be_visible()

    halaman.get_by_role("link", name="Masukkan yang sudah ada").first.click()
    halaman.get_by_role("link", name="Baca sebagai naskah").click()
    expect(halaman.get_by_text("+ 0 tanpa tempat")).to_be_visible()
    chosen = halaman.get_by_label("Menjadi").locator("option:checked")
    expect(chosen).to_contain_text("Air Bersih (cocok")
    halaman.get_by_role("button", name="Jadikan kesepakatan").click()
    expect(halaman.get_by_role("status").first).to_contain_text("menjadi kesepakatan")

    change = halaman.get_by_role("link", name="Ubah kesepakatan").get_attribute("href")
    fields = str(change).removesuffix("/halaman")
    halaman.goto(f"{fields}#ruas-pasal.0.isi")
    halaman.locator('[id="ruas-pasal.0.isi"]').fill(CHANGED)
    halaman.get_by_role("button", name="Periksa dan buat").click()
    halaman.get_by_label("Alasan").fill("pemakaian air bertambah")
    halaman.get_by_role("button", name="Buat konsep").click()
    expect(halaman.get_by_role("status").first).to_contain_text(
        "Konsep Adendum Kesatu dibuat: 1 perubahan."
    )
    (adendum,) = meja_hidup.root.glob("agreements/*/adendum-01.yaml")
    assert CHANGED in adendum.read_text()
