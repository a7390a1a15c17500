"""The guide's pictures of the desk: taken by this test, and never other than what the desk shows.

A picture carries the fingerprint of what was on the screen: the words and the roles of everything on it, and its style sheets.
Pixels are not compared, since every release of a browser draws letters its own way. `make gambar` takes the pictures anew.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Browser, Page, expect

from conftest import AKAR, CONTOH
from web.conftest import Hidup, copy_workspace, live_desk
from web.test_accessibility import KONSEP, SAMPAH, fill

_FOLDER = AKAR / "docs/gambar"
_GAYA = AKAR / "src/notakesepakatan/web/static"
_SIDIK = "sidik"


def _open_reasons(halaman: Page) -> None:
    halaman.locator(".saat-tenggat summary").first.click()
    halaman.frame_locator("iframe").get_by_text("NOTA KESEPAKATAN").first.wait_for()


def _answer(halaman: Page) -> None:
    halaman.get_by_role("radio", name="Kementerian").check()
    halaman.get_by_role("button", name="Lanjut").last.click()
    # The script puts the cursor into the first answer when it is there to hear what is typed.
    expect(halaman.locator("#jawaban :focus")).to_have_count(1)
    halaman.get_by_label("Judul, setelah kata tentang").fill("Perbaikan Gizi Balita")
    halaman.frame_locator("#naskah").get_by_text(
        "PERBAIKAN GIZI BALITA"
    ).first.wait_for()


def _type(halaman: Page) -> None:
    isian = halaman.locator('[id="ruas-pasal.5.isi"]')
    isian.fill("Biaya ditanggung oleh oleh PARA PIHAK menurut anggaran masing-masing.")
    halaman.frame_locator("#naskah").get_by_text("oleh oleh").wait_for()
    halaman.locator('[id="temuan-pasal.5.isi"]').get_by_role(
        "button", name="perbaiki"
    ).wait_for()
    expect(halaman.locator("#keadaan")).to_contain_text("belum di berkas")


def _write(halaman: Page) -> None:
    expect(halaman.locator("#lembar[data-siap]")).to_be_visible()
    halaman.get_by_role("list", name="Temuan dan komentar pada naskah").get_by_role(
        "button", name="perbaiki"
    ).first.wait_for()


def _mark(halaman: Page) -> None:
    expect(halaman.locator("#rencana[data-siap]")).to_be_visible()
    expect(halaman.locator("#temuan summary")).to_be_visible()
    halaman.locator("#rencana tbody tr").nth(1).locator("td").nth(1).click()
    for _ in range(2):
        halaman.keyboard.press("Shift+ArrowRight")
    halaman.keyboard.press("Shift+ArrowDown")


def _amend(halaman: Page) -> None:
    halaman.locator('[id="ruas-pasal.5.isi"]').fill(
        "Biaya ditanggung PARA PIHAK menurut anggaran masing-masing."
    )
    expect(halaman.locator("#temuan")).to_contain_text("diubah sehingga")
    halaman.frame_locator("#naskah").get_by_text("SEMULA").first.wait_for()


def _flood(halaman: Page) -> None:
    halaman.get_by_label("Tanggal kejadian", exact=True).fill("2026-11-22")
    for label, isi in (
        ("Macam kejadian", "banjir"),
        ("Tempat kejadian", "Kajen"),
        ("Uraian kejadian", "Balai terendam."),
        ("Mengapa tugas itu", "Pelatihan terhenti."),
    ):
        halaman.get_by_label(label).fill(isi)
    halaman.get_by_role("checkbox", name="Pasal 4 ayat (2) huruf b").check()
    halaman.get_by_role("button", name="Lihat naskah").click()
    halaman.frame_locator("iframe[name=pratinjau]").get_by_text(
        "Selasa, tanggal 1 Desember 2026"
    ).first.wait_for()


def _usual_port(halaman: Page) -> None:
    halaman.get_by_label("Alamat kalender").evaluate(
        "el => { el.value = 'http://127.0.0.1:8020/kalender.ics' }"
    )


@dataclass(frozen=True)
class Gambar:
    """One picture: its file's name, where it is taken, what is done first, how wide the screen is."""

    nama: str
    alamat: str
    ready: Callable[[Page], None] = lambda halaman: None
    width: int = 1280


GAMBAR = (
    Gambar("daftar", "/"),
    Gambar("telepon", "/", width=390),
    Gambar("kesepakatan", f"/kesepakatan/{CONTOH}", _open_reasons),
    Gambar("baru", "/baru", _answer),
    Gambar(
        "halaman", f"/kesepakatan/{KONSEP}/sunting/halaman#ruas-pasal.5.isi", _write
    ),
    Gambar("sunting", f"/kesepakatan/{KONSEP}/sunting#ruas-pasal.5.isi", _type),
    Gambar("rencana", f"/kesepakatan/{KONSEP}/sunting/rencana", _mark),
    Gambar("ubah", f"/kesepakatan/{SAMPAH}/ubah#ruas-pasal.5.isi", _amend),
    Gambar("kahar", f"/kesepakatan/{CONTOH}/catat/keadaan_kahar", _flood),
    Gambar("surat", "/surat"),
    Gambar("kalender", "/kalender?bulan=2027-03", _usual_port),
)


@pytest.fixture
def penuh(tmp_path: Path) -> Iterator[Hidup]:
    """A desk of its own for each picture: what is typed for one is not seen in another."""
    akar = copy_workspace(tmp_path)
    fill(akar)
    with live_desk(akar) as hidup:
        yield hidup


def fingerprint(halaman: Page) -> str:
    """Of what is on the screen, frames too, and of how it looks."""
    kata = [bingkai.locator("body").aria_snapshot() for bingkai in halaman.frames]
    gaya = [satu.read_text() for satu in sorted(_GAYA.glob("*.css"))]
    return sha256("\0".join([*kata, *gaya]).encode()).hexdigest()


def take(halaman: Page, tujuan: Path, sidik: str) -> None:
    """The screen as a small PNG that carries its fingerprint."""
    keterangan = PngInfo()
    keterangan.add_text(_SIDIK, sidik)
    gambar = Image.open(
        io.BytesIO(halaman.screenshot(animations="disabled", caret="hide"))
    ).convert("RGB")
    gambar.quantize(128, dither=Image.Dither.NONE).save(
        tujuan, optimize=True, pnginfo=keterangan
    )


@pytest.mark.parametrize("satu", GAMBAR, ids=lambda satu: satu.nama)
def test_the_guides_picture_shows_the_desk_as_it_is(
    satu: Gambar, peramban: Browser, penuh: Hidup, perbarui: bool
) -> None:
    layar = {"width": satu.width, "height": 800}
    with peramban.new_context(
        base_url=penuh.alamat,
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        viewport=layar,  # type: ignore[arg-type]
    ) as konteks:
        halaman = konteks.new_page()
        halaman.goto(satu.alamat, wait_until="networkidle")
        satu.ready(halaman)
        halaman.wait_for_load_state("networkidle")
        sidik, berkas = fingerprint(halaman), _FOLDER / f"meja-{satu.nama}.png"
        if perbarui:
            take(halaman, berkas, sidik)
    with Image.open(berkas) as gambar:
        assert gambar.info.get(_SIDIK) == sidik, (
            "the desk looks otherwise now: make gambar, and look at the pictures"
        )


def test_every_picture_is_in_the_guide_and_the_other_way_round() -> None:
    panduan = (AKAR / "docs/panduan.md").read_text()
    ada = {satu.name for satu in _FOLDER.glob("meja-*.png")}
    assert ada == {f"meja-{satu.nama}.png" for satu in GAMBAR}
    assert all(f"(gambar/{nama})" in panduan for nama in ada)
