"""A day at the desk: a notice is due, written, delivered, and its deadline is gone."""

import pytest
from playwright.sync_api import Page, expect

from web.conftest import Hidup
from web.test_surat import TIBA, add_due

pytestmark = pytest.mark.long
"""A whole day takes its time."""


def test_a_notice_from_due_to_received(halaman: Page, meja_hidup: Hidup) -> None:
    add_due(meja_hidup.root)
    halaman.goto("/surat")
    expect(
        halaman.get_by_role("heading", name="Waktunya sudah tiba (1)")
    ).to_be_visible()
    halaman.get_by_role("link", name="Lihat dan susun").first.click()

    halaman.get_by_label("Nomor surat").fill("500.12/77/2026")
    halaman.get_by_label("Pengirim").select_option("kedua")
    halaman.get_by_role("button", name="Lihat surat").click()
    pratinjau = halaman.frame_locator("iframe[name=pratinjau]")
    expect(pratinjau.get_by_text("500.12/77/2026")).to_be_visible()
    halaman.get_by_role("button", name="Lihat tanda terima").click()
    expect(pratinjau.get_by_text("TANDA TERIMA").first).to_be_visible()
    assert not (meja_hidup.root / "output" / TIBA).exists()

    halaman.get_by_role("button", name="Susun surat").click()
    expect(halaman.get_by_role("status")).to_contain_text(
        "Surat dan tanda terimanya disusun."
    )
    expect(pratinjau.get_by_text("500.12/77/2026")).to_be_visible()
    with halaman.expect_download() as unduhan:
        halaman.get_by_role(
            "link", name="2026-11-24-pemberitahuan-perpanjangan.pdf"
        ).click()
    assert unduhan.value.path().read_bytes().startswith(b"%PDF")

    halaman.get_by_role("link", name="Surat", exact=True).first.click()
    expect(
        halaman.get_by_role("heading", name="menunggu tanda terima (1)")
    ).to_be_visible()
    halaman.get_by_role("link", name="Catat penerimaan").click()
    expect(halaman.get_by_label("Pihak yang memberitahukan")).to_have_value("kedua")
    halaman.get_by_label("Tanggal diterima").fill("2026-11-24")
    halaman.get_by_role("button", name="Catat", exact=True).click()
    expect(halaman.get_by_role("status")).to_contain_text(
        "Pemberitahuan diterima dicatat."
    )
    halaman.goto("/surat")
    expect(
        halaman.get_by_role("heading", name="menunggu tanda terima (0)")
    ).to_be_visible()
    expect(halaman.locator(f'a[href="/surat/{TIBA}"]')).to_have_count(0)
