"""The Rencana Kerja as a sheet of cells, in Chromium: keys and clipboard as in a spreadsheet, all of it in the file at last."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from web.conftest import Hidup
from web.editor.test_konsep import ALAMAT, make_draft

_CLIPBOARD = """([el, kind, text, html]) => {
  const data = new DataTransfer();
  if (text) data.setData("text/plain", text);
  if (html) data.setData("text/html", html);
  const event = new ClipboardEvent(kind, {clipboardData: data, bubbles: true, cancelable: true});
  el.dispatchEvent(event);
  return data.getData("text/plain");
}"""
NOT_SAVED = "Belum ada dalam naskah"
YEARS, OUTPUT, OUTCOME = 4, 9, 10
"""Places of columns."""


@pytest.fixture
def file(meja_hidup: Hidup) -> Path:
    return make_draft(meja_hidup.root)


@pytest.fixture
def plan(halaman: Page, file: Path) -> Page:
    """The sheet of a draft, its first cell chosen."""
    halaman.goto(f"{ALAMAT}/rencana")
    expect(halaman.locator("#rencana[data-siap]")).to_be_visible()
    expect(halaman.locator("#temuan summary")).to_be_visible()
    halaman.locator("#rencana td").first.focus()
    return halaman


def cell(page: Page, row: int, column: int) -> Locator:
    rows = page.locator("#rencana tbody tr")
    return rows.nth(row).locator("td").nth(column)


def go(page: Page, row: int, column: int) -> Locator:
    found = cell(page, row, column)
    found.click()
    return found


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def clipboard(page: Page, kind: str, text: str = "", html: str = "") -> str:
    here = page.locator("#rencana td:focus").element_handle()
    words: str = page.evaluate(_CLIPBOARD, [here, kind, text, html])
    return words


def sent(page: Page) -> None:
    expect(page.locator("#keadaan")).to_contain_text(NOT_SAVED)


def saved(page: Page, file: Path) -> list[dict[str, Any]]:
    """The programmes in the file after saving."""
    press(page, "Control+s")
    expect(page.locator("#keadaan")).to_have_text("Tersimpan di berkas.")
    program: list[dict[str, Any]] = yaml.safe_load(file.read_text())["lampiran"][
        "program"
    ]
    return program


def test_walked_and_typed_by_keys_alone(plan: Page, file: Path) -> None:
    press(plan, "ArrowRight", "ArrowRight", "ArrowDown")
    expect(cell(plan, 1, 2)).to_be_focused()
    plan.keyboard.type("TPA bersama")
    press(plan, "Enter")
    expect(cell(plan, 2, 2)).to_be_focused()
    press(plan, "F2", "Alt+Enter", "Escape", "Tab", "Shift+Tab", "Home")
    expect(cell(plan, 2, 0)).to_be_focused()
    press(plan, "End", "ArrowUp", "Delete")
    expect(cell(plan, 1, OUTCOME)).to_have_text("")
    tahapan = saved(plan, file)[0]["tahapan"][1]
    assert tahapan["lokasi"] == "TPA bersama"
    assert "outcome" not in tahapan


def test_years_are_given_and_taken_by_digits(plan: Page, file: Path) -> None:
    go(plan, 0, YEARS)
    press(plan, "Shift+ArrowDown", "0", "2", "1", "1")
    many = plan.locator("#rencana").get_attribute("data-tahun")
    years = ["I", "III", "IV", "V"][: int(many or 0) - 1]
    for row in (0, 1):
        expect(cell(plan, row, YEARS)).to_have_text(", ".join(years))
    stages = saved(plan, file)[0]["tahapan"]
    assert [stage["tahun"] for stage in stages] == [years, years]


def test_marked_cells_are_copied_down_and_out(plan: Page, file: Path) -> None:
    go(plan, 0, 2)
    plan.keyboard.type("TPA baru")
    press(plan, "Enter", "ArrowUp")
    where, money = "TPA baru", cell(plan, 0, 3).text_content()
    press(plan, "Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown")
    expect(plan.locator("#rencana td[aria-selected=true]")).to_have_count(6)
    press(plan, "Control+d")
    assert clipboard(plan, "copy") == "\n".join([f"{where}\t{money}"] * 3)
    program = saved(plan, file)
    assert [each["tahapan"][-1]["lokasi"] for each in program[:2]] == [where, where]
    press(plan, "Control+z")
    expect(plan.locator("#keadaan")).to_contain_text("Diurungkan")
    press(plan, "Control+y")
    expect(plan.locator("#keadaan")).to_contain_text("Diulangi")
    expect(cell(plan, 2, 2)).to_have_text(where)


def test_the_mouse_marks_and_a_cell_with_lines_goes_out_quoted(plan: Page) -> None:
    go(plan, 0, OUTPUT)
    press(plan, "F2", "Alt+Enter")
    plan.keyboard.type('peta "baru"')
    press(plan, "Enter")
    sent(plan)
    words = cell(plan, 0, OUTPUT).text_content() or ""
    cell(plan, 0, OUTPUT).hover()
    plan.mouse.down()
    cell(plan, 1, OUTPUT).hover()
    plan.mouse.up()
    expect(plan.locator("#rencana td[aria-selected=true]")).to_have_count(2)
    quoted = words.replace('"', '""')
    assert clipboard(plan, "copy").startswith(f'"{quoted}"\n')


def test_what_is_copied_comes_back_as_it_was(plan: Page, file: Path) -> None:
    before = yaml.safe_load(file.read_text())["lampiran"]["program"]
    press(plan, "Control+a")
    copied = clipboard(plan, "copy")
    press(plan, "Delete")
    sent(plan)
    press(plan, "Control+Home")
    clipboard(plan, "paste", copied)
    expect(plan.locator("#keadaan")).to_have_text("Sama dengan berkas.")
    expect(cell(plan, 0, 1)).to_have_text(before[0]["tahapan"][0]["isi"])


def test_rows_and_programmes_by_keys(plan: Page, file: Path) -> None:
    many = plan.locator("#rencana tbody tr").count()
    go(plan, 0, 1)
    press(plan, "Control+Enter")
    expect(plan.locator("#rencana tbody tr")).to_have_count(many + 1)
    expect(cell(plan, 1, 1)).to_be_focused()
    plan.keyboard.type("Tahap sisipan")
    press(plan, "Control+Shift+Enter")
    expect(plan.locator("#rencana tbody tr")).to_have_count(many + 2)
    expect(cell(plan, 3, 0)).to_be_focused()
    plan.keyboard.type("Program sisipan")
    press(plan, "Tab")
    plan.keyboard.type("Tahap pertamanya")
    press(plan, "Enter")
    sent(plan)
    program = saved(plan, file)
    assert program[0]["tahapan"][1]["isi"] == "Tahap sisipan"
    assert program[1] == {
        "nama": "Program sisipan",
        "tahapan": [{"isi": "Tahap pertamanya"}],
    }


def test_a_pasted_table_whose_columns_are_not_clear_is_asked_about(plan: Page) -> None:
    clipboard(plan, "paste", "1\tSatu\tdua\ttiga\n2\tEmpat\tlima\tenam")
    plan.get_by_role("heading", name="Kolom mana berisi apa?").wait_for()
    expect(plan.locator("tbody")).to_contain_text("lima")


def test_cells_merged_in_word_are_no_shift(plan: Page) -> None:
    html = (
        "<table><tr><td>Latih</td><td rowspan=2>Kota</td><td>APBD</td></tr>"
        "<tr><td>Uji</td><td>APBN</td></tr></table>"
    )
    go(plan, 2, 1)
    clipboard(plan, "paste", "Latih\nKota\nAPBD\nUji\nAPBN", html)
    expect(cell(plan, 3, 1)).to_have_text("Uji")
    assert [cell(plan, 3, n).text_content() for n in (1, 2, 3)] == [
        "Uji",
        "Kota",
        "APBN",
    ]


def test_out_of_the_sheet_by_keys(plan: Page) -> None:
    press(plan, "Escape", "Tab")
    assert plan.evaluate(
        "!document.getElementById('rencana').contains(document.activeElement)"
    )


def test_without_an_annex_it_leads_to_the_fields(halaman: Page, file: Path) -> None:
    text = file.read_text()
    file.write_text(text[: text.index("\nlampiran:")] + "\n")
    halaman.goto(f"{ALAMAT}/rencana")
    assert "belum mempunyai Rencana Kerja" in halaman.locator("main").inner_text()
