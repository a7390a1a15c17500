"""A day at the desk: a signed agreement is changed into an adendum, and its consolidated text read."""

import pytest
from playwright.sync_api import Page, expect

from baca import docx_lines
from web.conftest import Hidup
from web.editor.test_perubahan import ALAMAT, KALIMAT, SLUG

pytestmark = pytest.mark.long
"""A whole day takes its time."""


def test_from_the_text_as_it_should_read_to_the_consolidated_one(
    halaman: Page, meja_hidup: Hidup
) -> None:
    halaman.goto(f"{ALAMAT}#ruas-pasal.5.isi")
    expect(halaman.locator(".perkakas")).to_be_visible()
    halaman.locator('[id="ruas-pasal.5.isi"]').fill(KALIMAT)
    sandingan = halaman.frame_locator("#naskah")
    expect(halaman.locator("#temuan")).to_contain_text(
        "Ketentuan Pasal 6 diubah sehingga berbunyi sebagai berikut:"
    )
    expect(sandingan.get_by_text("SEMULA").first).to_be_visible()
    halaman.locator('[id="ruas-pasal.5.isi"]').fill(
        f"{KALIMAT} Rinciannya disepakati tersendiri."
    )
    halaman.get_by_role(
        "button", name="Periksa dan buat"
    ).click()  # at once: the last keystroke is not lost

    expect(halaman.get_by_role("heading", name="Periksa perubahan")).to_be_visible()
    halaman.get_by_label("Alasan").fill("terjadi perubahan kebijakan nasional")
    halaman.get_by_role("button", name="Lihat adendum").click()
    adendum = halaman.frame_locator("iframe[name=pratinjau]")
    expect(
        adendum.get_by_text("terjadi perubahan kebijakan nasional").first
    ).to_be_visible()
    halaman.get_by_role("button", name="Lihat sandingan").click()
    expect(
        adendum.get_by_text("Rinciannya disepakati tersendiri").first
    ).to_be_visible()
    halaman.get_by_role("button", name="Buat konsep").click()
    expect(halaman.get_by_role("status").first).to_contain_text(
        "Konsep Adendum Kesatu dibuat: 1 perubahan."
    )
    assert (meja_hidup.root / f"agreements/{SLUG}/adendum-01.yaml").is_file()

    halaman.get_by_role("link", name="Naskah yang berlaku").click()
    halaman.get_by_label("Dengan adendum yang belum ditandatangani").check()
    halaman.get_by_role("button", name="Tampilkan").click()
    expect(
        halaman.frame_locator("iframe.naskah").get_by_text(
            "Rinciannya disepakati tersendiri"
        )
    ).to_be_visible()
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="DOCX").click()
    assert any(
        "Rinciannya disepakati tersendiri" in baris
        for baris in docx_lines(unduhan.value.path().read_bytes())
    )
