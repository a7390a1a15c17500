"""A day of mistakes at the desk, in a real browser: each is taken back, nothing by accident."""

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from conftest import CONTOH
from notakesepakatan.desk.accounts import add_account, set_password
from notakesepakatan.workspace import Workspace
from web.conftest import SANDI, Hidup, copy_workspace, live_desk

SLUG = "perbaikan-gizi-balita-2026"


@pytest.mark.long
def test_what_the_text_still_lacks_leads_to_its_field(halaman: Page) -> None:
    """A draft of nothing but the five answers is signed too early."""
    _draft(halaman)
    halaman.get_by_role("link", name="Catat penandatanganan").first.click()
    _fill(halaman, "2026-11-03")
    lacks = halaman.get_by_role("region", name="Yang harus diisi atau diperbaiki")
    expect(lacks).to_contain_text("Kedudukan belum diisi")
    expect(lacks).not_to_contain_text("kedudukan:")
    lacks.get_by_role("link", name="PIHAK KEDUA").first.click()
    expect(halaman).to_have_url(re.compile(f"{SLUG}/sunting.*#ruas-para_pihak.1"))


@pytest.mark.long
def test_a_wrong_day_of_signing_is_put_right_and_a_void_text_brought_back(
    halaman: Page, meja_hidup: Hidup
) -> None:
    folder = meja_hidup.root / "agreements" / CONTOH
    adendum = folder / "adendum-01.yaml"
    halaman.goto(f"/kesepakatan/{CONTOH}")
    _sign(halaman, "2026-11-03", "Selasa, 3 November 2026")
    assert _signed_day(adendum) == "2026-11-03"

    _take_back(halaman, "", "adendum-01", "salah hari")
    assert _signed_day(adendum) is None
    _sign(halaman, "2026-11-13", "Jumat, 13 November 2026")
    assert _signed_day(adendum) == "2026-11-13"

    event = folder / "peristiwa/2026-11-24-batal.yaml"
    halaman.goto(f"/kesepakatan/{CONTOH}/catat/batal")
    halaman.get_by_label("Dasar").fill("Kesepakatan kedua pihak")
    halaman.get_by_label("Dasar").press("Enter")
    # Enter in a field asks, and ends nothing.
    expect(halaman.get_by_text("Belum ada yang dicatat.")).to_be_visible()
    assert not event.exists()
    halaman.get_by_role("button", name="batal", exact=False).first.click()
    expect(halaman.get_by_role("status").first).to_be_visible()
    assert "dicabut" not in event.read_text(encoding="utf-8")

    name = event.stem
    _take_back(halaman, f"/peristiwa/{name}", name, "belum disepakati")
    assert "dicabut" in event.read_text(encoding="utf-8")
    halaman.goto(f"/kesepakatan/{CONTOH}")
    expect(halaman.get_by_text("berlaku", exact=True).first).to_be_visible()


@pytest.mark.long
def test_a_session_that_ends_in_the_middle_of_every_form_loses_nothing(
    tmp_path: Path, peramban: Browser
) -> None:
    root = copy_workspace(tmp_path)
    add_account(Workspace(root), "ani", "pengesah", SANDI)
    with live_desk(root, wajib_masuk=True) as desk:
        context = peramban.new_context(base_url=desk.alamat, locale="id-ID")
        halaman = context.new_page()
        halaman.goto("/masuk")
        _log_in(halaman)
        halaman.goto(f"/kesepakatan/{CONTOH}/peristiwa")
        links = halaman.locator('a[href*="/catat/"]').all()
        forms = {link.get_attribute("href") or "" for link in links}
        assert len(forms) > 10
        for form in sorted(forms):
            halaman.goto(form)
            halaman.locator('[name="tanggal"]').fill("2026-11-03")
            # A changed account ends its sessions, as a long rest does.
            set_password(Workspace(root), "ani", SANDI)
            halaman.locator("main form button").last.click()
            expect(halaman.get_by_text("Yang Anda ketik tersimpan")).to_be_visible()
            _log_in(halaman)
            halaman.get_by_role("button", name="Buka isian lagi").click()
            expect(halaman.locator('[name="tanggal"]')).to_have_value("2026-11-03")
        context.close()


def _log_in(halaman: Page) -> None:
    halaman.get_by_label("Nama").fill("ani")
    halaman.get_by_label("Sandi").fill(SANDI)
    halaman.get_by_role("button", name="Masuk").click()
    expect(halaman.get_by_role("button", name="Keluar")).to_be_visible()


def _take_back(halaman: Page, page: str, name: str, reason: str) -> None:
    """What was recorded, from the page that shows it."""
    halaman.goto(f"/kesepakatan/{CONTOH}{page}")
    halaman.locator(f'a[href$="/cabut/{name}"]').first.click()
    halaman.get_by_label("Alasan").fill(reason)
    halaman.get_by_role("button", name=re.compile("^Cabut")).click()
    expect(halaman.get_by_role("status").first).to_be_visible()


def _draft(halaman: Page) -> None:
    """The five questions, answered with the mouse."""
    halaman.goto("/baru")
    halaman.get_by_role("radio").first.check()
    halaman.get_by_role("button", name="Lanjut").last.click()
    halaman.get_by_label("Judul, setelah kata tentang").fill("Perbaikan Gizi Balita")
    halaman.get_by_role("button", name="Lanjut").last.click()
    for number, (body, office) in enumerate(
        (
            ("Kementerian Contoh", "Menteri Contoh"),
            ("Pemerintah Kabupaten Contoh", "Bupati Contoh"),
        )
    ):
        halaman.get_by_label("Nama badan").nth(number).fill(body)
        halaman.get_by_label("Jabatan penanda tangan").nth(number).fill(office)
    halaman.get_by_role("button", name="Lanjut").last.click()
    expect(halaman.get_by_label("Jangka waktu", exact=False).first).to_be_visible()
    halaman.get_by_role("button", name="Lanjut").last.click()
    halaman.get_by_label("Butir ruang lingkup").fill("pemantauan tumbuh kembang")
    halaman.get_by_role("button", name="Lanjut").last.click()
    halaman.get_by_role("button", name="Buat konsep").click()
    expect(halaman.get_by_role("status")).to_contain_text("Konsep dibuat.")


def _sign(halaman: Page, day: str, words: str) -> None:
    """From the agreement's page through what will follow to what is recorded."""
    halaman.get_by_role("link", name="Catat penandatanganan").first.click()
    _fill(halaman, day)
    expect(halaman.get_by_text(words)).to_be_visible()
    halaman.get_by_role("button", name=re.compile("^Catat penandatanganan")).click()
    expect(halaman.get_by_role("status").first).to_contain_text("dicatat")


def _fill(halaman: Page, day: str) -> None:
    halaman.get_by_label("Tanggal penandatanganan").fill(day)
    halaman.get_by_label("Tempat", exact=True).fill("Contoh")
    for number, name in enumerate(("SITI AMINAH", "BUDI SANTOSO"), 1):
        field = f"para_pihak[{number}]"
        halaman.locator(f'[name="{field}.pejabat"]').fill(name)
        halaman.locator(f'[name="{field}.nomor"]').fill(f"{number}/NK/2026")
    halaman.get_by_role("button", name="Lanjut: lihat akibatnya").click()


def _signed_day(file: Path) -> str | None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    day = (data.get("penandatanganan") or {}).get("tanggal")
    return str(day) if day else None
