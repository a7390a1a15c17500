"""A day at the desk: a new agreement from nothing to a PDF, with the keyboard alone."""

from playwright.sync_api import Locator, Page, Route, expect

from waiting import wait_until
from web.conftest import Hidup

_DI_SINI = """nama => {
  const kini = document.activeElement;
  return ["A", "BUTTON"].includes(kini.tagName) && (kini.ariaLabel || kini.textContent).includes(nama);
}"""


def test_from_nothing_to_a_pdf_without_a_mouse(
    halaman: Page, meja_hidup: Hidup
) -> None:
    ketik, tekan = halaman.keyboard.type, halaman.keyboard.press

    def reach(nama: str) -> None:
        """Tab until a link or button of this name has the focus."""
        for _ in range(80):
            if halaman.evaluate(_DI_SINI, nama):
                return
            tekan("Tab")
        raise AssertionError(nama)

    def reach_field(ruas: Locator) -> None:
        """Tab until this field has the focus."""
        for _ in range(80):
            if ruas.evaluate("node => node === document.activeElement"):
                return
            tekan("Tab")
        raise AssertionError(ruas)

    halaman.goto("/")
    reach("Kesepakatan baru")
    tekan("Enter")
    expect(halaman.get_by_role("radio").first).to_be_focused()
    tekan("Space")
    tekan("Enter")

    expect(halaman.get_by_role("radio", checked=True)).to_be_focused()
    reach_field(halaman.get_by_label("Judul, setelah kata tentang"))
    ketik("Perbaikan Gizi Balita")
    naskah = halaman.frame_locator("iframe#naskah")
    expect(
        naskah.get_by_text("PERBAIKAN GIZI BALITA").first
    ).to_be_visible()  # while one types
    tekan("Enter")

    expect(halaman.get_by_label("Nama badan").first).to_be_focused()
    for nomor, (badan, jabatan) in enumerate(
        (
            ("Kementerian Contoh", "Menteri Contoh"),
            ("Pemerintah Kabupaten Contoh", "Bupati Contoh"),
        )
    ):
        reach_field(halaman.get_by_label("Nama badan").nth(nomor))
        ketik(badan)
        reach_field(halaman.get_by_label("Jabatan penanda tangan").nth(nomor))
        ketik(jabatan)
    expect(naskah.get_by_text("Bupati Contoh").first).to_be_visible()
    reach("Lanjut")
    tekan("Enter")

    expect(halaman.get_by_label("Jangka waktu", exact=False).first).to_be_focused()
    expect(halaman.get_by_label("Jangka waktu", exact=False).first).to_have_value(
        "5 tahun"
    )  # a sensible default
    tekan("Enter")
    expect(halaman.get_by_label("Butir ruang lingkup")).to_be_focused()
    ketik("pemantauan tumbuh kembang")
    tekan("Enter")
    ketik("pemberian makanan tambahan")
    expect(naskah.get_by_text("pemberian makanan tambahan").first).to_be_visible()
    tekan("Tab")
    tekan("Enter")

    expect(halaman.get_by_role("heading", name="Periksa")).to_be_visible()
    expect(halaman.get_by_text("perbaikan-gizi-balita-2026")).to_be_visible()
    reach("Buat konsep")
    tekan("Enter")
    expect(halaman.get_by_role("status")).to_contain_text("Konsep dibuat.")
    assert (
        meja_hidup.root / "agreements/perbaikan-gizi-balita-2026/kesepakatan.yaml"
    ).is_file()
    reach("sebagai PDF")
    with halaman.expect_download() as unduhan:
        tekan("Enter")
    assert unduhan.value.path().read_bytes().startswith(b"%PDF")


def test_what_is_typed_before_the_script_comes_is_followed(halaman: Page) -> None:
    waiting = list[Route]()
    halaman.goto("/baru?langkah=1")
    halaman.get_by_role("radio").first.check()
    halaman.get_by_role("button", name="Lanjut").last.click()
    halaman.wait_for_url(
        "**/baru?langkah=2"
    )  # loaded: its own script is not the one held
    halaman.route("**/static/baru.js", lambda route: waiting.append(route))
    halaman.reload(wait_until="commit")
    title = halaman.get_by_label("Judul, setelah kata tentang")
    title.fill("Perbaikan Gizi Balita")
    wait_until(lambda: halaman.evaluate("1") and waiting, "the script to be asked for")
    waiting[0].continue_()
    naskah = halaman.frame_locator("iframe#naskah")
    expect(naskah.get_by_text("PERBAIKAN GIZI BALITA").first).to_be_visible()
    expect(title).to_be_focused()
