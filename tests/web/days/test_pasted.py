"""A day of pasting: the printed annex into the sheet, a page of Word into the text, then signed; by keys."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from web.conftest import Hidup
from web.editor.test_konsep import ALAMAT, SLUG, make_draft
from web.editor.test_lembar import line, paste, ready, shown
from web.editor.test_rencana import clipboard

OF_WORD = (
    "(1)\tPARA PIHAK menyelenggarakan rapat koordinasi:\r\n"
    "a.\tpaling sedikit satu kali dalam enam bulan; dan\r\n"
    "b.\tsewaktu-waktu bila diperlukan, dengan acara:\r\n"
    "1.\tpembahasan kemajuan; dan\r\n"
    "2.\tpembahasan kendala.\r\n"
    "(2)\tHasil rapat koordinasi dituangkan dalam berita acara."
)
"""A page as Word puts it on the clipboard: each number, a tab, its text."""


def printed_annex(page: Page) -> str:
    """The table of the annex as the printed page has it: heads in two rows, No, a column a year."""
    page.goto(f"/kesepakatan/{SLUG}/naskah/kesepakatan-bersama.html")
    table = page.locator("table").filter(has_text="Program/Kegiatan").last
    html: str = table.evaluate("table => table.outerHTML")
    return html


def reach(page: Page, there: Locator) -> None:
    """Tab until something has the focus."""
    for _ in range(120):
        if there.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(there)


def fill(page: Page, name: str, words: str) -> None:
    """Walk to a field by its name, and type into it in the place of what it holds."""
    field = page.locator(f'[name="{name}"]')
    reach(page, field)
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def save(page: Page) -> None:
    page.keyboard.press("Control+s")
    expect(page.locator("#keadaan")).to_have_text("Tersimpan di berkas.")


@pytest.mark.long
def test_what_stands_elsewhere_is_pasted_and_signed(
    halaman: Page, meja_hidup: Hidup
) -> None:
    press = halaman.keyboard.press
    annex = printed_annex(halaman)
    file = make_draft(meja_hidup.root)
    before = yaml.safe_load(file.read_text())["lampiran"]["program"]

    halaman.goto(f"{ALAMAT}/rencana")
    expect(halaman.locator("#rencana[data-siap]")).to_be_visible()
    halaman.locator("#rencana td").first.focus()
    press("Control+a")
    press("Delete")
    press("Control+Home")
    clipboard(halaman, "paste", "tabel", annex)
    expect(halaman.locator("#rencana")).to_contain_text("Warga tersuluh")
    save(halaman)
    assert plan_of(file) == [with_years(program) for program in before]

    halaman.goto(f"{ALAMAT}/halaman")
    line(ready(halaman), "mewujudkan sinergi")
    press("Enter")
    paste(halaman, OF_WORD)
    expect(halaman.locator("#naskah-pasal")).to_contain_text("berita acara.")
    assert shown(halaman, 3, 9) == [
        "(3) PARA PIHAK menyelenggarakan rapat koordinasi:",
        "a. paling sedikit satu kali dalam enam bulan; dan",
        "b. sewaktu-waktu bila diperlukan, dengan acara:",
        "1. pembahasan kemajuan; dan",
        "2. pembahasan kendala.",
        "(4) Hasil rapat koordinasi dituangkan dalam berita acara.",
    ]
    save(halaman)

    halaman.goto(f"/kesepakatan/{SLUG}")
    reach(halaman, halaman.get_by_role("link", name="Catat penandatanganan").first)
    press("Enter")
    # In which order a browser takes the digits of a day depends on its own language.
    halaman.get_by_label("Tanggal penandatanganan").fill("2026-11-10")
    fill(halaman, "penandatanganan.tempat", "Kota Contoh")
    for number in (1, 2, 3):
        fill(halaman, f"para_pihak[{number}].pejabat", f"PEJABAT KE-{number}")
        fill(halaman, f"para_pihak[{number}].nomor", f"{number}/KB/2026")
    press("Enter")
    expect(halaman.get_by_text("Selasa, 10 November 2026").first).to_be_visible()
    button = halaman.get_by_role("button", name="Catat penandatanganan")
    reach(halaman, button)
    press("Enter")
    expect(halaman.get_by_role("status").first).to_contain_text("dicatat")
    signed = yaml.safe_load(file.read_text())
    assert str(signed["penandatanganan"]["tanggal"]) == "2026-11-10"
    assert len(signed["pasal"][0]["ayat"]) == 4
    assert plan_of(file) == [with_years(program) for program in before]
    halaman.goto(f"/kesepakatan/{SLUG}")
    expect(halaman.get_by_role("link", name="Ubah kesepakatan")).to_be_visible()


def plan_of(file: Path) -> list[Any]:
    return [
        with_years(program)
        for program in yaml.safe_load(file.read_text())["lampiran"]["program"]
    ]


def with_years(program: dict[str, Any]) -> dict[str, Any]:
    """A programme whose stages name each of their years, as a table of marks does."""
    every = {"semua": ["I", "II", "III"], "I": ["I"]}
    tahapan = [
        {**one, "tahun": every.get(str(one["tahun"]), one["tahun"])}
        for one in program["tahapan"]
    ]
    return {**program, "tahapan": tahapan}
