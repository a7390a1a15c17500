"""Days on the page that one writes on: by keyboard alone, and three hundred steps back and forth."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from waiting import wait_until
from web.conftest import Hidup
from web.editor.test_konsep import ALAMAT, make_draft
from web.editor.test_lembar import end_of, move

pytestmark = pytest.mark.long
"""A whole day takes its time."""

STEPS = 300
HELD = 50
"""How often a key that is held down comes, before one looks what became of it."""


@pytest.fixture
def file(meja_hidup: Hidup) -> Path:
    return make_draft(meja_hidup.root)


@pytest.fixture
def sheet(halaman: Page, file: Path) -> Page:
    halaman.goto(f"{ALAMAT}/halaman")
    expect(halaman.locator("#lembar[data-siap]")).to_be_visible()
    expect(halaman.locator("#temuan summary")).to_be_visible()
    return halaman


def reach(page: Page, there: Locator) -> None:
    """Tab until something has the focus; Escape first, since Tab in the text is its own."""
    for _ in range(80):
        if there.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Escape")
        page.keyboard.press("Tab")
    raise AssertionError(there)


def shown(page: Page) -> list[str]:
    """The paragraphs of the body, each with its number."""
    script = (
        "els => els.map(el => `${el.dataset.label || ''} ${el.textContent}`.trim())"
    )
    lines: list[str] = page.locator("#naskah-pasal > *").evaluate_all(script)
    return lines


def after(page: Page, *keys: str) -> None:
    """Press keys, and wait until the desk has what they changed."""
    stamp = page.locator("input[name=tanda]")
    before = stamp.input_value()
    for key in keys:
        page.keyboard.press(key)
    expect(stamp).not_to_have_value(before)


def hold(page: Page, key: str, paragraphs: int) -> None:
    """Hold a key down, and wait until the body has so many paragraphs."""
    for _ in range(HELD):
        page.keyboard.press(key)
    body = page.locator("#naskah-pasal > *")
    wait_until(lambda: body.count() == paragraphs, f"{paragraphs} paragraphs")


def test_a_pasal_is_written_and_its_slip_put_right_by_keys_alone(
    sheet: Page, file: Path
) -> None:
    press, write = sheet.keyboard.press, sheet.keyboard.type
    reach(sheet, sheet.locator("#naskah-pasal"))
    move(sheet, "Control+End")
    press("Enter")
    press("Enter")
    write("LAIN-LAIN")
    press("Enter")
    write("Hal lain diatur sebagai berikut:")
    press("Enter")
    write("yang pertama diatur di di rapat;")
    press("Enter")
    write("rinciannya:")
    press("Enter")
    write("satu; dan")
    press("Enter")
    write("dua; dan")
    press("Enter")
    press("Shift+Tab")
    write("yang terakhir.")
    fix = sheet.locator("#tepi").get_by_role("button", name="perbaiki")
    expect(fix).to_be_visible()
    reach(sheet, fix)
    press("Enter")
    expect(sheet.locator("#naskah-pasal")).to_contain_text("diatur di rapat")
    assert shown(sheet)[-8].startswith("Demikian")
    assert shown(sheet)[-7:] == [
        "Pasal 12 LAIN-LAIN",
        "Hal lain diatur sebagai berikut:",
        "a. yang pertama diatur di rapat;",
        "b. rinciannya:",
        "1. satu; dan",
        "2. dua; dan",
        "c. yang terakhir.",
    ]
    press("Control+s")
    expect(sheet.locator("#keadaan")).to_have_text("Tersimpan di berkas.")
    assert yaml.safe_load(file.read_text())["pasal"][-1]["judul"] == "LAIN-LAIN"


@pytest.mark.long
def test_three_hundred_steps_are_undone_and_done_again(sheet: Page, file: Path) -> None:
    before = shown(sheet)
    first = sheet.locator("#naskah-pasal [data-jenis=butir]").first
    first.click()
    end_of(first)
    for n in range(STEPS):
        after(sheet, "Enter", *f"Langkah {n}.")
    written = shown(sheet)
    assert len(written) == len(before) + STEPS
    for left in range(STEPS - HELD, -1, -HELD):
        hold(sheet, "Control+z", len(before) + left)
    assert shown(sheet) == before
    for done in range(HELD, STEPS + 1, HELD):
        hold(sheet, "Control+y", len(before) + done)
    assert shown(sheet) == written
    sheet.keyboard.press("Control+s")
    expect(sheet.locator("#keadaan")).to_have_text("Tersimpan di berkas.")
    assert file.read_text().count("Langkah ") == STEPS
