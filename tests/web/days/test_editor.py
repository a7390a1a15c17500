"""Days at the editor in a real browser: a slip found and put right, two tabs, a browser closed, a grid pasted."""

import re

import pytest
from playwright.sync_api import Page, expect

from notakesepakatan.load.kesepakatan import load_kesepakatan
from web.conftest import Hidup
from web.editor.test_konsep import ALAMAT, JAHAT, SLUG, make_draft


@pytest.fixture(autouse=True)
def konsep(meja_hidup: Hidup) -> None:
    make_draft(meja_hidup.root)


def open_editor(halaman: Page, *ruas: str) -> None:
    """The editor, with the field in sight that a link would lead to."""
    halaman.goto(ALAMAT + (f"#ruas-{ruas[0]}" if ruas else ""))
    expect(halaman.locator(".perkakas")).to_be_visible()


def field(halaman: Page, nama: str):  # type: ignore[no-untyped-def] # noqa: ANN201 - a Locator
    return halaman.locator(f'[id="ruas-{nama}"]')


def settled(halaman: Page) -> None:
    expect(halaman.locator("#keadaan")).to_have_text(
        re.compile("belum di berkas|Tersimpan|Sama")
    )


def test_a_slip_found_and_put_right(halaman: Page, meja_hidup: Hidup) -> None:
    open_editor(halaman, "pasal.5.isi")
    isian, naskah = field(halaman, "pasal.5.isi"), halaman.frame_locator("#naskah")
    expect(isian).to_be_focused()
    for kata in ("satu", "pada pada"):
        isian.fill(f"Biaya dibebankan {kata} anggaran masing-masing PIHAK.")
        naskah.get_by_text(f"{kata} anggaran").wait_for()
    expect(isian).to_have_attribute("aria-invalid", "true")
    halaman.locator('[id="temuan-pasal.5.isi"]').get_by_role(
        "button", name="perbaiki"
    ).click()
    expect(isian).to_have_value("Biaya dibebankan pada anggaran masing-masing PIHAK.")
    naskah.get_by_text("pada anggaran masing-masing").wait_for()
    halaman.keyboard.press("Control+s")
    expect(halaman.locator("#keadaan")).to_have_text("Tersimpan di berkas.")
    k = load_kesepakatan(
        meja_hidup.root / "agreements" / SLUG / "kesepakatan.yaml"
    ).kesepakatan
    assert k.pasal[5].isi == "Biaya dibebankan pada anggaran masing-masing PIHAK."


@pytest.mark.long
def test_two_tabs_of_one_draft(halaman: Page, meja_hidup: Hidup) -> None:
    kedua = halaman.context.new_page()
    open_editor(halaman)
    open_editor(kedua)
    field(halaman, "judul").fill("Dari tab pertama")
    settled(halaman)
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.locator("#keadaan")).to_have_text("Tersimpan di berkas.")
    field(kedua, "judul").fill("Dari tab kedua")
    expect(kedua.locator("#konflik")).to_contain_text("Dari tab pertama")
    expect(kedua.locator("#konflik")).to_contain_text("Dari tab kedua")
    berkas = meja_hidup.root / "agreements" / SLUG / "kesepakatan.yaml"
    assert load_kesepakatan(berkas).kesepakatan.judul == "Dari tab pertama"
    kedua.get_by_role("button", name="masukkan ketikan saya").click()
    expect(field(kedua, "judul")).to_have_value("Dari tab kedua")
    settled(kedua)
    kedua.get_by_role("button", name="Simpan").click()
    expect(kedua.locator("#keadaan")).to_have_text("Tersimpan di berkas.")
    assert load_kesepakatan(berkas).kesepakatan.judul == "Dari tab kedua"


def test_what_was_typed_survives_closing(halaman: Page) -> None:
    open_editor(halaman)
    field(halaman, "judul").fill("Sebelum ditutup")
    settled(halaman)
    field(halaman, "jenis").fill("Nota Kesepakatan Lain")
    halaman.close()  # at once, before it could be sent
    lagi = halaman.context.new_page()
    open_editor(lagi)
    expect(field(lagi, "judul")).to_have_value("Sebelum ditutup")
    expect(field(lagi, "jenis")).to_have_value("Nota Kesepakatan Lain")
    settled(lagi)


def test_a_grid_pasted_from_a_spreadsheet(halaman: Page) -> None:
    open_editor(halaman, "lampiran.program.2.tahapan.0.isi")
    sel = field(halaman, "lampiran.program.2.tahapan.0.isi")
    sel.evaluate(
        """(el, teks) => {
          const data = new DataTransfer();
          data.setData("text/plain", teks);
          el.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        "Penyuluhan\tKota\tAPBN\tI, II\nPelatihan\t=1+1\t<script>\tsemua\n",
    )
    expect(field(halaman, "lampiran.program.2.tahapan.1.isi")).to_have_value(
        "Pelatihan"
    )
    expect(field(halaman, "lampiran.program.2.tahapan.1.lokasi")).to_have_value("=1+1")
    expect(sel).to_have_value("Penyuluhan")
    halaman.frame_locator("#naskah").get_by_text("Pelatihan").wait_for()


@pytest.mark.long
def test_parts_by_keyboard(halaman: Page) -> None:
    open_editor(halaman, "pertimbangan.0.isi")
    pertama, kedua = (
        field(halaman, "pertimbangan.0.isi"),
        field(halaman, "pertimbangan.1.isi"),
    )
    dahulu = pertama.input_value()
    halaman.keyboard.press("Alt+ArrowDown")
    expect(kedua).to_have_value(dahulu)
    expect(kedua).to_be_focused()
    halaman.keyboard.press("Control+End")
    halaman.get_by_label("Rujukan", exact=True).select_option(
        label="Pasal 2 – RUANG LINGKUP"
    )
    halaman.get_by_role("button", name="Sisipkan di kursor").click()
    expect(kedua).to_have_value(re.compile(r"\[\[dalam Pasal ruang_lingkup\]\]$"))
    halaman.get_by_role("button", name="Urungkan").click()
    expect(kedua).to_have_value(dahulu)
    said = halaman.locator("#keadaan")
    expect(said).to_contain_text("Diurungkan: menyisipkan rujukan pada Pertimbangan")
    halaman.keyboard.press("Control+z")
    expect(pertama).to_have_value(dahulu)
    expect(said).to_contain_text("Diurungkan: memindahkan Pertimbangan")
    halaman.keyboard.press("Control+y")
    expect(kedua).to_have_value(dahulu)
    expect(said).to_contain_text("Diulangi: memindahkan Pertimbangan")


def test_payloads_stay_text(halaman: Page) -> None:
    open_editor(halaman)
    for jahat in JAHAT:
        field(halaman, "judul").fill(jahat)
        settled(halaman)
        halaman.frame_locator("#naskah").get_by_text(
            " ".join(jahat.split()).upper()
        ).first.wait_for()
    assert halaman.evaluate("document.scripts.length") == 2


def test_on_a_telephone(halaman: Page) -> None:
    halaman.set_viewport_size({"width": 390, "height": 844})
    open_editor(halaman, "pasal.1.isi")
    assert halaman.evaluate("document.documentElement.scrollWidth") == 390
    expect(halaman.locator("#naskah")).to_be_hidden()
    halaman.get_by_role("button", name="Lihat naskah").click()
    expect(halaman.locator("#naskah")).to_be_visible()
    expect(halaman.locator("#formulir")).to_be_hidden()


def test_a_new_pasal_opens_at_its_heading(halaman: Page) -> None:
    open_editor(halaman, "pasal.5.isi")
    halaman.get_by_role("button", name="Sisipkan setelah Pasal 6", exact=True).click()
    judul, isi = field(halaman, "pasal.6.judul"), field(halaman, "pasal.6.isi")
    expect(judul).to_be_focused()
    expect(isi).to_be_visible()
    halaman.keyboard.type("KETENTUAN BARU")
    halaman.keyboard.press("Tab")
    expect(isi).to_be_focused()
    halaman.keyboard.type("Isi ketentuan baru.")
    halaman.frame_locator("#naskah").get_by_text("Isi ketentuan baru.").wait_for()


def test_a_preview_that_does_not_follow_says_so(halaman: Page) -> None:
    open_editor(halaman, "judul")
    keadaan = halaman.locator("#keadaan")
    field(halaman, "judul").fill("Judul\u200b tak terlihat")
    expect(keadaan).to_contain_text("Pratinjau belum mengikuti.")
    halaman.get_by_role("button", name="Simpan").click()
    expect(keadaan).to_contain_text("Belum disimpan")
    expect(keadaan).to_contain_text("Pratinjau belum mengikuti.")
    field(halaman, "judul").fill("Judul terlihat")
    expect(keadaan).to_have_text(
        "Belum ada dalam naskah, belum di berkas: tekan Simpan."
    )


def test_a_section_opened_shows_its_place_in_the_preview(halaman: Page) -> None:
    open_editor(halaman)
    lampiran = halaman.frame_locator("#naskah").locator('[id^="lampiran."]').first
    expect(lampiran).to_be_attached()
    expect(lampiran).not_to_be_in_viewport()
    halaman.get_by_role("link", name="Lampiran", exact=True).click()
    expect(lampiran).to_be_in_viewport()
    expect(halaman.locator("#bagian-lampiran")).to_have_attribute("open", "")


def test_the_annex_is_taken_away_and_brought_back(halaman: Page) -> None:
    open_editor(halaman, "lampiran.program.0.nama")
    program = field(halaman, "lampiran.program.0.nama")
    nama = program.input_value()
    halaman.get_by_role("button", name="Hapus Lampiran").click()
    for kind in ("Rencana Kerja", "Lampiran teks", "Lampiran daftar", "Lampiran tabel"):
        again = halaman.get_by_role("button", name=f"Tambah {kind}")
        expect(again).to_be_visible()
    halaman.get_by_role("button", name="Urungkan").click()
    expect(program).to_have_value(nama)
