"""The sheet that one writes on, in Chromium: keys, pastes, findings, references, find and replace; all of it in the file at last."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, Route, expect

from conftest import CONTOH
from web.conftest import Hidup
from web.editor.test_konsep import ALAMAT, SLUG, make_draft

NOT_SAVED = "Belum ada dalam naskah"
_PASTE = """([el, teks]) => {
  const isi = new DataTransfer();
  isi.setData("text/plain", teks);
  el.dispatchEvent(new ClipboardEvent("paste", {clipboardData: isi, bubbles: true, cancelable: true}));
}"""

_CURSOR = """async (el, awal) => {
  const teks = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  let kata = null;
  while (teks.nextNode()) kata = teks.currentNode;
  const [simpul, letak] = awal ? [el, 0] : [kata, kata.length];
  const kini = getSelection();
  if (kini.isCollapsed && kini.anchorNode === simpul && kini.anchorOffset === letak) return;
  const berpindah = new Promise((jadi) => document.addEventListener("selectionchange", jadi, {once: true}));
  kini.collapse(simpul, letak);
  await berpindah;
}"""
"""Puts the cursor at an end of a paragraph, and waits until the page has heard of it."""

_WILL_HEAR = """() => {
  const kini = getSelection();
  const [simpul, letak] = [kini.focusNode, kini.focusOffset];
  globalThis.berpindah = new Promise((jadi) => document.addEventListener("selectionchange", function dengar() {
    if (kini.focusNode === simpul && kini.focusOffset === letak) return;
    document.removeEventListener("selectionchange", dengar);
    jadi();
  }));
}"""
"""Keeps where the cursor is; `berpindah` is done once the page has heard that it is elsewhere."""


@pytest.fixture
def file(meja_hidup: Hidup) -> Path:
    return make_draft(meja_hidup.root)


@pytest.fixture
def sheet(halaman: Page, file: Path) -> Page:
    """The sheet of a draft, ready to be written on."""
    halaman.goto(f"{ALAMAT}/halaman")
    return ready(halaman)


def ready(page: Page) -> Page:
    expect(page.locator("#lembar[data-siap]")).to_be_visible()
    return page


def body(page: Page) -> Locator:
    return page.locator("#naskah-pasal")


def line(page: Page, words: str) -> Locator:
    """The paragraph with these words, the cursor at its end."""
    found = page.locator("[data-jenis]").filter(has_text=words).first
    found.click()
    end_of(found)
    return found


def end_of(paragraph: Locator) -> None:
    """Put the cursor behind the last letter of a paragraph."""
    paragraph.evaluate(_CURSOR, False)


def start_of(paragraph: Locator) -> None:
    """Put the cursor before the first letter of a paragraph."""
    paragraph.evaluate(_CURSOR, True)


def move(page: Page, key: str) -> None:
    """Press a key that moves the cursor, and wait until the page has heard of it.

    The browser moves it at once and says so only later: a key that follows at once would
    be taken where the cursor was before, which no hand is quick enough to see.
    """
    page.evaluate(_WILL_HEAR)
    page.keyboard.press(key)
    page.evaluate("berpindah")


def shown(page: Page, first: int, last: int) -> list[str]:
    """Paragraphs of the body with their numbers."""
    script = (
        "els => els.map(el => `${el.dataset.label || ''} ${el.textContent}`.trim())"
    )
    every: list[str] = page.locator("#naskah-pasal > *").evaluate_all(script)
    return every[first:last]


def sent(page: Page) -> None:
    """Wait until the desk has what was typed."""
    expect(page.locator("#keadaan")).to_contain_text(NOT_SAVED)


def save(page: Page) -> None:
    page.keyboard.press("Control+s")
    expect(page.locator("#keadaan")).to_have_text("Tersimpan di berkas.")


def pasal(file: Path) -> list[dict[str, Any]]:
    data: Sequence[dict[str, Any]] = yaml.safe_load(file.read_text())["pasal"]
    return list(data)


def paste(page: Page, text: str) -> None:
    page.evaluate(_PASTE, [page.locator("#naskah-pasal").element_handle(), text])


def test_enter_makes_the_next_ayat_and_items_below_a_colon(
    sheet: Page, file: Path
) -> None:
    line(sheet, "mewujudkan sinergi")
    for words in ("Sasarannya:", "kota bersih; dan", "warga sehat."):
        sheet.keyboard.press("Enter")
        sheet.keyboard.type(words)
    assert shown(sheet, 3, 6) == [
        "(3) Sasarannya:",
        "a. kota bersih; dan",
        "b. warga sehat.",
    ]
    sent(sheet)
    save(sheet)
    new = pasal(file)[0]["ayat"][2]
    assert new == {"isi": "Sasarannya:", "huruf": ["kota bersih; dan", "warga sehat."]}


def test_only_the_lines_meant_are_written(sheet: Page, file: Path) -> None:
    before = file.read_text().split("\n")
    line(sheet, "pengolahan sampah di tempat")
    sheet.keyboard.type(" X")
    sent(sheet)
    save(sheet)
    after = file.read_text().split("\n")
    changed = [new for new in after if new not in before]
    assert changed == [
        '  - "pengolahan sampah di tempat pemrosesan akhir bersama; dan X"'
    ]
    assert len(after) == len(before)


def test_tab_and_shift_tab_change_the_level(sheet: Page, file: Path) -> None:
    line(sheet, "mewujudkan sinergi")
    sheet.keyboard.press("Tab")
    assert [each[:2] for each in shown(sheet, 1, 3)] == ["(1", "a."]
    sent(sheet)
    save(sheet)
    (ayat,) = pasal(file)[0]["ayat"]
    assert ayat["huruf"][0]["isi"].startswith("Tujuan [[jenis]]")
    sheet.keyboard.press("Shift+Tab")
    assert [each[:3] for each in shown(sheet, 1, 3)] == ["(1)", "(2)"]


def test_enter_in_an_empty_item_leads_out_and_to_a_new_pasal(sheet: Page) -> None:
    line(sheet, "menyediakan data timbulan")
    sheet.keyboard.press("Enter")
    assert shown(sheet, 10, 13)[-1] == "c."
    sheet.keyboard.press("Enter")
    assert shown(sheet, 12, 13) == ["(2)"]
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("SANKSI")
    assert shown(sheet, 12, 13) == ["Pasal 4 SANKSI"]


@pytest.mark.long
def test_items_and_pasal_move_with_all_below_them(sheet: Page, file: Path) -> None:
    before = pasal(file)
    line(sheet, "menyediakan lahan tempat")
    sheet.keyboard.press("Alt+ArrowDown")
    assert shown(sheet, 13, 15)[1].startswith("b. menyediakan lahan")
    line(sheet, "mempunyai tugas dan tanggung jawab")
    sheet.keyboard.press("Alt+ArrowDown")
    line(sheet, "RUANG LINGKUP")
    sheet.keyboard.press("Alt+ArrowUp")
    assert shown(sheet, 0, 1) == ["Pasal 1 RUANG LINGKUP"]
    sent(sheet)
    save(sheet)
    now = pasal(file)
    assert now[:2] == [before[1], before[0]]
    kunci = [ayat["kunci"] for ayat in now[2]["ayat"]]
    assert kunci == ["tugas_kedua", "tugas_kesatu", "tugas_ketiga"]
    assert now[2]["ayat"][0]["huruf"] == before[2]["ayat"][1]["huruf"][::-1]
    assert now[3:] == before[3:]


@pytest.mark.long
def test_heads_above_a_pasal_are_typed_and_move_with_it(
    sheet: Page, file: Path
) -> None:
    before = pasal(file)
    line(sheet, "MAKSUD DAN TUJUAN")
    for button, words in (("+ BAB", "Pelaksanaan"), ("+ Bagian", "Umum")):
        sheet.get_by_role("button", name=button).click()
        sheet.keyboard.type(words)
    sheet.keyboard.press("Enter")
    sheet.keyboard.press("Home")
    sheet.get_by_label("Baris ini").select_option("Judul pasal")
    heads = ["BAB I Pelaksanaan", "Bagian Kesatu Umum", "Pasal 2 RUANG LINGKUP"]
    assert shown(sheet, 3, 6) == heads
    sheet.keyboard.press("Alt+ArrowUp")
    assert shown(sheet, 0, 3) == [*heads[:2], "Pasal 1 RUANG LINGKUP"]
    sent(sheet)
    assert shown(sheet, 0, 3) == [*heads[:2], "Pasal 1 RUANG LINGKUP"]
    save(sheet)
    first, second = pasal(file)[:2]
    assert (first["bab"], first["judul_bagian"]) == ("Pelaksanaan", "Umum")
    assert second == before[0]


def test_backspace_at_the_start_joins(sheet: Page, file: Path) -> None:
    start_of(line(sheet, "pengolahan sampah di tempat"))
    sheet.keyboard.press("Backspace")
    assert len([each for each in shown(sheet, 3, 7) if each[1:2] == "."]) == 2
    sent(sheet)
    save(sheet)
    assert len(pasal(file)[1]["huruf"]) == 2


def test_what_was_typed_is_undone_and_done_again_by_name(sheet: Page) -> None:
    words = line(sheet, "mewujudkan sinergi")
    sheet.keyboard.type(" Pertama.")
    sent(sheet)
    sheet.keyboard.press("Control+z")
    expect(sheet.locator("#keadaan")).to_have_text(
        "Diurungkan: mengetik Pasal 1 ayat (2)."
    )
    expect(words).not_to_contain_text("Pertama.")
    sheet.keyboard.press("Control+y")
    expect(words).to_contain_text("Pertama.")
    sheet.get_by_role("button", name="Urungkan").click()
    expect(words).not_to_contain_text("Pertama.")


@pytest.mark.long
def test_roles_and_tables_stay_where_a_pasal_is_deleted_and_brought_back(
    sheet: Page, file: Path
) -> None:
    before = pasal(file)
    start_of(line(sheet, "SURAT-MENYURAT"))
    sheet.keyboard.press("Control+Shift+End")
    sheet.keyboard.press("Delete")
    sent(sheet)
    sheet.keyboard.press("Control+z")
    expect(sheet.locator("#keadaan")).to_contain_text("Diurungkan")
    expect(body(sheet).locator(".sisipan")).to_have_count(3)
    sheet.keyboard.press("Control+s")
    expect(sheet.locator("#keadaan")).to_have_text("Tersimpan di berkas.")
    assert pasal(file) == before


def test_text_of_word_with_its_numbers_becomes_ayat_and_items(
    sheet: Page, file: Path
) -> None:
    line(sheet, "mewujudkan sinergi")
    sheet.keyboard.press("Enter")
    paste(
        sheet,
        "(1)\tPIHAK KESATU bertugas:\r\na.\tmembina; dan\r\nb.\tmelapor.\r\n(2)\tPIHAK KEDUA membantu.",
    )
    expect(body(sheet)).to_contain_text("PIHAK KEDUA membantu.")
    assert shown(sheet, 3, 7) == [
        "(3) PIHAK KESATU bertugas:",
        "a. membina; dan",
        "b. melapor.",
        "(4) PIHAK KEDUA membantu.",
    ]
    sent(sheet)
    save(sheet)
    assert pasal(file)[0]["ayat"][2:] == [
        {"isi": "PIHAK KESATU bertugas:", "huruf": ["membina; dan", "melapor."]},
        {"isi": "PIHAK KEDUA membantu."},
    ]


def test_a_finding_stands_beside_its_paragraph_and_is_fixed_there(sheet: Page) -> None:
    words = line(sheet, "Biaya")
    sheet.keyboard.type(" Biaya ditanggung pada pada APBD.")
    card = sheet.get_by_role("list", name="Temuan dan komentar pada naskah").locator(
        "li"
    )
    expect(card.filter(has_text="pada")).to_be_visible()
    beside = card.first.bounding_box()
    paragraph = words.bounding_box()
    assert beside and paragraph
    assert abs(beside["y"] - paragraph["y"]) < 40
    assert beside["x"] > paragraph["x"] + paragraph["width"]
    card.get_by_role("button").first.click()
    expect(words).not_to_contain_text("pada pada")
    expect(card).to_have_count(0)


def test_marked_words_become_a_reference_that_follows_its_pasal(
    sheet: Page, file: Path
) -> None:
    words = line(sheet, "mewujudkan sinergi")
    sheet.keyboard.type(" Sesuai dengan Pasal 6")
    for _ in "Pasal 6":
        move(sheet, "Shift+ArrowLeft")
    sheet.get_by_label("Rujukan ke").focus()
    chosen = sheet.get_by_label("Rujukan ke").locator("option:checked")
    expect(chosen).to_contain_text("Pasal 6 –")
    sheet.get_by_role("button", name="Sisipkan").click()
    expect(words.locator(".isian-kata").last).to_have_text("dalam Pasal 6")
    save(sheet)
    assert "[[dalam Pasal " in pasal(file)[0]["ayat"][1]["isi"]
    start_of(line(sheet, "MAKSUD DAN TUJUAN"))
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("UMUM")
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("Ketentuan umum.")
    expect(words.locator(".isian-kata").last).to_have_text("dalam Pasal 7")


def test_the_part_chosen_is_known_by_its_words_and_not_by_its_place(
    sheet: Page, file: Path
) -> None:
    """Each answer of the desk fills the list anew; a place may be another part's by then."""
    choice = sheet.get_by_label("Rujukan ke")
    chosen = choice.locator("option:checked")
    choice.select_option(label="Pasal 6 – PEMBIAYAAN")
    start_of(line(sheet, "MAKSUD DAN TUJUAN"))
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("UMUM")
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("Ketentuan umum.")
    expect(chosen).to_have_text("Pasal 7 – PEMBIAYAAN")
    line(sheet, "PEMBIAYAAN")
    sheet.keyboard.type(" BERSAMA")
    expect(chosen).to_have_text("Pasal 7 – PEMBIAYAAN BERSAMA")
    sheet.keyboard.press("Control+a")
    sheet.keyboard.type("UMUM")
    expect(choice.locator("option")).to_have_count(1)
    expect(chosen).to_have_count(0)
    sheet.get_by_role("button", name="Sisipkan").click()
    expect(sheet.locator("#keadaan")).to_have_text(
        "Pilih tujuan rujukannya lebih dahulu."
    )


def test_marked_words_become_a_defined_term(sheet: Page) -> None:
    words = line(sheet, "pendidikan masyarakat")
    sheet.keyboard.press("Shift+Home")
    expect(sheet.locator("#tertanda")).to_contain_text("pendidikan masyarakat")
    sheet.get_by_label("Sebutan").fill("Pendidikan")
    sheet.get_by_role("button", name="Jadikan istilah").click()
    expect(words).to_contain_text("yang selanjutnya disebut Pendidikan")


@pytest.mark.long
def test_marked_words_are_commented_on_in_the_margin(sheet: Page, file: Path) -> None:
    before = file.read_bytes()
    line(sheet, "pendidikan masyarakat")
    sheet.keyboard.press("Shift+Home")
    expect(sheet.locator("#tertanda")).to_contain_text("pendidikan masyarakat")
    sheet.keyboard.press("Control+Alt+m")
    box = sheet.get_by_label("Komentar", exact=True)
    expect(box).to_be_focused()
    sheet.keyboard.type("Terlalu umum?")
    sheet.keyboard.press("Control+Enter")
    card = sheet.locator("#tepi .komentar")
    expect(card).to_contain_text("Terlalu umum?")
    words = "pendidikan masyarakat mengenai pengurangan sampah."
    expect(sheet.locator(".dikomentari")).to_have_text(words)
    start_of(line(sheet, "MAKSUD DAN TUJUAN"))
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("UMUM")
    sent(sheet)
    expect(sheet.locator(".dikomentari")).to_have_text(words)
    card.get_by_role("button", name="Selesai").click()
    expect(card).to_have_count(0)
    sheet.get_by_text("1 komentar selesai").click()
    sheet.get_by_role("button", name="Buka lagi").click()
    expect(card).to_contain_text("Terlalu umum?")
    assert file.read_bytes() == before


@pytest.mark.long
def test_what_stands_for_data_is_one_letter_wide(sheet: Page, file: Path) -> None:
    line(sheet, "dalam Pengelolaan Sampah Lintas Daerah.")
    for _ in range(2):
        sheet.keyboard.press("Backspace")
    sent(sheet)
    save(sheet)
    assert pasal(file)[0]["ayat"][0]["isi"].endswith("kerja sama dalam")


@pytest.mark.long
def test_found_and_replaced_over_the_agreement(sheet: Page, file: Path) -> None:
    line(sheet, "mewujudkan sinergi")
    sheet.keyboard.press("Control+f")
    sheet.get_by_label("Cari", exact=True).fill("tempat pemrosesan akhir")
    expect(sheet.locator("#cari-jumlah")).to_have_text("3 ditemukan")
    sheet.keyboard.press("Enter")
    expect(sheet.locator("#cari-jumlah")).to_have_text("1 dari 3 ditemukan")
    expect(sheet.locator(".cocok.kini")).to_be_in_viewport()
    sheet.get_by_label("Ganti dengan").fill("TPA")
    sheet.get_by_role("button", name="Ganti semua").click()
    expect(sheet.locator("#keadaan")).to_contain_text(NOT_SAVED)
    sheet.keyboard.press("Escape")
    save(sheet)
    text = file.read_text()
    assert (
        "tempat pemrosesan akhir"
        not in text.partition("\npasal:")[2].partition("\nlampiran:")[0]
    )
    assert "TPA bersama; dan" in text


def test_by_keyboard_alone_in_and_out(sheet: Page, file: Path) -> None:
    sheet.get_by_role("textbox", name="Batang tubuh").focus()
    sheet.keyboard.press("Control+Home")
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("UMUM")
    sheet.keyboard.press("ArrowDown")
    assert shown(sheet, 0, 1) == ["Pasal 1 UMUM"]
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("Tab")
    assert not body(sheet).evaluate("el => el.contains(document.activeElement)")


def test_what_a_closed_browser_held_is_sent_when_it_is_opened_again(
    sheet: Page, file: Path
) -> None:
    line(sheet, "mewujudkan sinergi")
    held = list[Route]()  # never answered
    sheet.route("**/ketik", lambda it: it.continue_() if held else held.append(it))
    sheet.keyboard.type(" Ditahan.")
    expect(sheet.locator("#keadaan")).to_have_text("Mengirim…")
    sheet.reload()
    ready(sheet)
    expect(body(sheet)).to_contain_text("Ditahan.")
    sent(sheet)
    save(sheet)
    assert pasal(file)[0]["ayat"][1]["isi"].endswith("Ditahan.")


@pytest.mark.long
def test_another_window_went_on(sheet: Page, file: Path) -> None:
    other = sheet.context.new_page()
    other.goto(f"{ALAMAT}/halaman")
    line(ready(other), "mewujudkan sinergi")
    other.keyboard.type(" Jendela kedua.")
    sent(other)
    line(sheet, "pendidikan masyarakat")
    sheet.keyboard.type(" Jendela pertama.")
    alert = sheet.locator("#konflik")
    expect(alert).to_contain_text("Jendela pertama.")
    expect(alert).not_to_contain_text("[[")
    alert.get_by_role("button").click()
    expect(body(sheet)).to_contain_text("Jendela kedua.")


@pytest.mark.long
def test_the_front_leads_to_its_field_and_both_views_say_the_same(sheet: Page) -> None:
    line(sheet, "mewujudkan sinergi")
    sheet.keyboard.type(" Sama.")
    sent(sheet)
    sheet.locator(".cetakan").first.get_by_text("RARA PUSPITA").click()
    expect(sheet.locator('[id="ruas-para_pihak.0"]')).to_be_visible()
    assert "Sama." in sheet.locator('[id="ruas-pasal.0.ayat.1.isi"]').input_value()
    tabs = sheet.get_by_role("navigation", name="Cara menyunting")
    tabs.get_by_role("link", name="Halaman").click()
    expect(body(ready(sheet))).to_contain_text("Sama.")


def test_a_signed_text_is_written_on_its_sheet_and_becomes_an_adendum(
    halaman: Page, meja_hidup: Hidup
) -> None:
    halaman.goto(f"/kesepakatan/{CONTOH}")
    halaman.get_by_role("link", name="Ubah kesepakatan").click()
    line(ready(halaman), "Objek dalam Nota Kesepakatan")
    halaman.keyboard.type(" Objeknya jelas.")
    expect(halaman.locator("#temuan")).to_contain_text("1 perubahan")
    halaman.get_by_role("button", name="Periksa dan buat").click()
    halaman.wait_for_url("**/ubah/periksa")


def test_no_script_no_sheet_but_the_fields(meja_hidup: Hidup, peramban: Any) -> None:
    make_draft(meja_hidup.root)
    with peramban.new_context(
        base_url=meja_hidup.alamat, java_script_enabled=False
    ) as context:
        page = context.new_page()
        page.goto(f"{ALAMAT}/halaman")
        page.get_by_role("link", name="Isian").last.click()
        expect(page.locator('[id="ruas-pasal.5.isi"]')).to_have_count(1)


def test_a_link_to_a_field_opens_the_sheet_at_its_paragraph(
    halaman: Page, file: Path
) -> None:
    halaman.goto(f"{ALAMAT}/halaman#ruas-pasal.9.isi")
    words = body(ready(halaman)).get_by_text("Setiap dokumen dan pemberitahuan")
    expect(words).to_be_in_viewport()
    halaman.keyboard.type(" Di sini.")
    expect(words).to_contain_text("kepada: Di sini.")


def test_the_draft_is_opened_on_its_sheet(halaman: Page, file: Path) -> None:
    halaman.goto(f"/kesepakatan/{SLUG}")
    halaman.get_by_role("link", name="Sunting konsep").click()
    expect(body(ready(halaman))).to_contain_text("RUANG LINGKUP")
