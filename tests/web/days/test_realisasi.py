"""A day at the desk: realisation of a year is entered and its report downloaded."""

from io import BytesIO

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from baca import docx_lines
from conftest import CONTOH

pytestmark = pytest.mark.long
"""A whole day takes its time."""


def test_a_year_reported(halaman: Page) -> None:
    halaman.goto(f"/kesepakatan/{CONTOH}/catat/realisasi")
    halaman.get_by_label("Tahun Rencana Kerja").select_option("IV")
    baris = halaman.locator("details", has_text="Baris 2 ")
    baris.locator("summary").press("Enter")
    for label, isi in (
        ("Target", "100"),
        ("Capaian", "80"),
        ("Satuan", "orang"),
        ("Realisasi", "pelatihan daring"),
    ):
        baris.get_by_label(label, exact=False).first.fill(isi)
    halaman.get_by_label("Rekomendasi").select_option("dilanjutkan")
    halaman.get_by_role("button", name="Catat", exact=True).click()

    naskah = halaman.frame_locator("iframe.naskah")
    expect(naskah.get_by_text("pelatihan daring").first).to_be_visible()
    expect(naskah.locator("img")).to_be_visible()  # the chart
    with halaman.expect_download() as word:
        halaman.get_by_role("link", name="Word").click()
    assert any(
        "pelatihan daring" in satu
        for satu in docx_lines(word.value.path().read_bytes())
    )
    with halaman.expect_download() as excel:
        halaman.get_by_role("link", name="Excel").click()
    lembar = openpyxl.load_workbook(BytesIO(excel.value.path().read_bytes())).active
    assert lembar is not None and any(
        80 in satu for satu in lembar.iter_rows(values_only=True)
    )
