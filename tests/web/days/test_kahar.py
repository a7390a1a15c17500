"""A day at the desk: a force majeure of a Sunday is recorded, and the right last day is said."""

import pytest
from playwright.sync_api import Page, expect

from conftest import CONTOH
from web.conftest import Hidup

pytestmark = pytest.mark.long
"""A whole day takes its time."""


def test_a_flood_on_a_sunday(halaman: Page, meja_hidup: Hidup) -> None:
    halaman.goto(f"/kesepakatan/{CONTOH}/peristiwa")
    halaman.get_by_role("link", name="Keadaan kahar", exact=True).click()
    halaman.get_by_label("Tanggal kejadian", exact=True).fill("2026-11-22")
    halaman.get_by_label("Macam kejadian").fill("banjir")
    halaman.get_by_label("Tempat kejadian").fill("Kajen")
    halaman.get_by_role("button", name="Catat", exact=True).click()
    keliru = halaman.get_by_role("alert")
    expect(keliru).to_be_focused()  # all at once, each leads to its field
    keliru.get_by_role("link", name="Uraian kejadian").click()
    expect(halaman.get_by_label("Uraian kejadian")).to_be_focused()
    expect(halaman.get_by_label("Macam kejadian")).to_have_value("banjir")

    halaman.keyboard.type("Balai pelatihan terendam.")
    halaman.get_by_label("Mengapa tugas itu").fill("Pelatihan terhenti.")
    halaman.get_by_role("checkbox", name="Pasal 4 ayat (2) huruf b").check()
    halaman.get_by_role("button", name="Lihat naskah").click()
    pratinjau = halaman.frame_locator("iframe[name=pratinjau]")
    expect(
        pratinjau.get_by_text("Selasa, tanggal 1 Desember 2026").first
    ).to_be_visible()
    halaman.get_by_role("button", name="Catat", exact=True).click()

    # 23 November to 1 December are seven working days; the Sunday itself and the weekend do not count.
    expect(
        halaman.get_by_role(
            "heading", name="paling lambat Selasa, 1 Desember 2026 (7 hari lagi)"
        )
    ).to_be_visible()
    expect(halaman.get_by_text("hari kejadian tidak dihitung")).to_be_visible()
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="Word").click()
    assert unduhan.value.suggested_filename == "2026-11-22-berita-acara-kahar.docx"

    halaman.get_by_role(
        "link", name="Catat berita acara yang sudah ditandatangani"
    ).click()
    expect(halaman.get_by_label("Keadaan kahar", exact=True)).to_have_value(
        "2026-11-22"
    )
    halaman.get_by_label("Tempat", exact=False).first.fill("Kajen")
    halaman.get_by_role("button", name="Catat", exact=True).click()
    expect(halaman.get_by_role("status")).to_contain_text("dicatat")
    assert (
        len(list((meja_hidup.root / f"agreements/{CONTOH}/peristiwa").iterdir())) == 2
    )
