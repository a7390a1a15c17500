"""Every page of the desk, wide and narrow: held against axe-core's rules, no scrolling sideways, all of it by Tab."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import CONTOH
from notakesepakatan.bureau.attachments import NewAttachment, attach
from notakesepakatan.bureau.konsep import konsep_side_draft
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.perubahan import perubahan_side_draft
from notakesepakatan.bureau.surat import publish
from notakesepakatan.bureau.waiting import keep_waiting
from notakesepakatan.compute.editing.commands import SetTexts
from notakesepakatan.desk.accounts import LOCAL, add_account
from notakesepakatan.press import Manner, Plan, Result
from notakesepakatan.web import press
from notakesepakatan.web.new.steps import STEPS
from notakesepakatan.web.peristiwa.fields import FORMS
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import hash_of
from waiting import wait_until
from web.conftest import HARI, SANDI, Hidup, Uji, copy_workspace, live_desk
from web.test_surat import TIBA, add_due

AXE = Path(
    os.environ.get("AXE_JS", Path(__file__).parent / "node_modules/axe-core/axe.min.js")
)
DAFTAR = b"Nomor;Jenis;Judul;Mitra;Mulai\n1/PKS/2025;PKS;Sampah;PT Bersih;03/05/2025\n"
MENUNGGU = hash_of(DAFTAR)[:16]
"""Key of a register that waits to be taken in."""
NASKAH_LUAR = b"""\
PERJANJIAN
ANTARA
DESA SATU
DAN
DESA DUA
TENTANG
AIR BERSIH
Yang bertanda tangan di bawah ini:
I. ANI : Kepala Desa Satu, berkedudukan di Satu, selanjutnya disebut PIHAK KESATU;
II. BUDI : Kepala Desa Dua, berkedudukan di Dua, selanjutnya disebut PIHAK KEDUA;
Pasal 1
JANGKA WAKTU
Perjanjian ini berlaku selama 5 (enam) tahun.
"""
NASKAH_MENUNGGU = hash_of(NASKAH_LUAR)[:16]
"""Key of a text that waits, of which something is doubted."""
SAMPAH, KONSEP = "contoh-sampah-2025", "konsep-sampah-2027"
_NOTA, _SAMPAH, _KONSEP = (f"/kesepakatan/{slug}" for slug in (CONTOH, SAMPAH, KONSEP))
_PERISTIWA = (
    "2025-02-12-penyerahan-rangkap",
    "2025-12-22-keadaan-kahar",
    "2026-02-09-realisasi",
    "2026-10-30-pengakhiran",
)

HALAMAN: dict[str, tuple[str, ...]] = {
    "/": ("/", "/?q=tidak-ada-yang-cocok"),
    "/masuk": ("/masuk",),
    "/masuk/isian/<kept>": ("/masuk/isian/tidak-ada",),
    "/sandi": ("/sandi",),
    "/jejak": ("/jejak",),
    "/kalender": ("/kalender", "/kalender?bulan=2027-03"),
    "/surat": ("/surat",),
    "/surat/terbitkan": ("/surat/terbitkan",),
    "/surat/<slug>": (f"/surat/{TIBA}", f"/surat/{CONTOH}"),
    "/surat/<slug>/pratinjau": (f"/surat/{CONTOH}/pratinjau",),
    "/baru": tuple(f"/baru?langkah={n + 1}" for n in range(len(STEPS))),
    "/baru/pratinjau": ("/baru/pratinjau",),
    "/baru/seperti": ("/baru/seperti", f"/baru/seperti?dari={CONTOH}"),
    "/alat": ("/alat", "/alat?hitung=hari-kerja&sejak=2026-12-22&hari_kerja=7"),
    "/hukum": ("/hukum",),
    "/susun": ("/susun",),
    "/cadangan": ("/cadangan",),
    "/pengaturan": ("/pengaturan",),
    "/pengaturan/templat": ("/pengaturan/templat",),
    "/pengaturan/templat/<path:name>": (
        "/pengaturan/templat/klausul/pembiayaan.yaml.j2",
    ),
    "/cadangan/bukti": ("/cadangan/bukti",),
    "/kesepakatan/<slug>": (_NOTA, _SAMPAH, _KONSEP, "/kesepakatan/tidak-ada"),
    "/masukkan": ("/masukkan",),
    "/masukkan/<key>": (f"/masukkan/{MENUNGGU}",),
    "/masukkan/<key>/naskah": (f"/masukkan/{NASKAH_MENUNGGU}/naskah",),
    "/kesepakatan/<slug>/berlaku": (f"{_NOTA}/berlaku", f"{_NOTA}/berlaku?per=kemarin"),
    "/kesepakatan/<slug>/peristiwa": (f"{_NOTA}/peristiwa", f"{_SAMPAH}/peristiwa"),
    "/kesepakatan/<slug>/cabut/<nama>": (
        f"{_SAMPAH}/cabut/2026-10-30-pengakhiran",
        f"{_SAMPAH}/cabut/penandatanganan",
    ),
    "/kesepakatan/<slug>/pencabutan/<nama>": (
        f"{_NOTA}/pencabutan/adendum-01",
        f"{_NOTA}/pencabutan/adendum-99",
    ),
    "/kesepakatan/<slug>/perbaikan-adendum/<nama>": (
        f"{_NOTA}/perbaikan-adendum/adendum-01",
        f"{_NOTA}/perbaikan-adendum/adendum-99",
    ),
    "/kesepakatan/<slug>/versi": (f"{_KONSEP}/versi",),
    "/kesepakatan/<slug>/versi/<int:number>": (f"{_KONSEP}/versi/1",),
    "/kesepakatan/<slug>/peristiwa/<nama>": tuple(
        f"{_SAMPAH}/peristiwa/{nama}" for nama in _PERISTIWA
    ),
    "/kesepakatan/<slug>/catat/<jenis>": tuple(
        f"{_NOTA}/catat/{jenis}" for jenis in FORMS
    ),
    "/kesepakatan/<slug>/<any(kesepakatan, adendum):yang>/penandatanganan": (
        f"{_NOTA}/adendum/penandatanganan",
        f"{_KONSEP}/kesepakatan/penandatanganan",
        f"{_NOTA}/kesepakatan/penandatanganan",
    ),
    "/kesepakatan/<slug>/sunting": (f"{_KONSEP}/sunting", f"{_NOTA}/sunting"),
    "/kesepakatan/<slug>/sunting/halaman": (f"{_KONSEP}/sunting/halaman",),
    "/kesepakatan/<slug>/sunting/rencana": (f"{_KONSEP}/sunting/rencana",),
    "/kesepakatan/<slug>/sunting/bandingkan": (f"{_KONSEP}/sunting/bandingkan",),
    "/kesepakatan/<slug>/sunting/pratinjau": (f"{_KONSEP}/sunting/pratinjau",),
    "/kesepakatan/<slug>/tempel": (f"{_KONSEP}/tempel",),
    "/kesepakatan/<slug>/ubah": (f"{_NOTA}/ubah",),
    "/kesepakatan/<slug>/ubah/halaman": (f"{_NOTA}/ubah/halaman",),
    "/kesepakatan/<slug>/ubah/rencana": (f"{_SAMPAH}/ubah/rencana",),
    "/kesepakatan/<slug>/ubah/periksa": (f"{_NOTA}/ubah/periksa",),
    "/kesepakatan/<slug>/ubah/pratinjau": (f"{_NOTA}/ubah/pratinjau",),
}
"""Examples of every rule that answers with a page; a draft that was typed in, a change begun, a letter written."""
OF_ACCOUNTS = ("/masuk", "/masuk/isian/<kept>", "/sandi")
"""Of those, what only a desk with accounts has."""
BUKAN_HALAMAN = {
    "/kesepakatan/<slug>/sunting/temuan",
    "/kesepakatan/<slug>/ubah/temuan",
    "/daftar.xlsx",
    "/kalender.ics",
    "/surat/<slug>/berkas/<nama>",
    "/static/<path:filename>",
    "/kesepakatan/<slug>/naskah/<document>.<suffix>",
    "/kesepakatan/<slug>/peristiwa/<nama>/<document>.<suffix>",
    "/kesepakatan/<slug>/pencabutan/<nama>/sandingan",
    "/daftar/potongan",
    "/kemajuan/<name>",
    "/kemajuan/<name>/potongan",
    "/kemajuan/<name>.zip",
    "/cadangan/bukti.py",
    "/kesepakatan/<slug>/versi/sidik/<fingerprint>",
    "/masukkan/<key>/gambar",
    "/kesepakatan/<slug>/lampiran-berkas/<name>",
    "/kesepakatan/<slug>/lampiran-berkas/<name>/gambar",
}
"""Rules that answer with a file, a paper as it will print, or a piece of a page that is looked at as a whole."""
UTAMA = (
    "/",
    "/kalender",
    "/surat",
    "/baru",
    _NOTA,
    f"{_NOTA}/peristiwa",
    f"{_NOTA}/catat/keadaan_kahar",
    f"{_KONSEP}/sunting",
    f"{_KONSEP}/sunting/rencana",
    f"{_NOTA}/ubah",
    f"{_NOTA}/ubah/periksa",
)
_BERAT = """async () => (await axe.run(document, {iframes: false, resultTypes: ["violations"]})).violations
  .filter(satu => ["serious", "critical"].includes(satu.impact))
  .map(satu => `${satu.id}: ${satu.nodes.map(simpul => simpul.html).slice(0, 3).join(" | ")}`)"""
_TERJANGKAU = """() => {
  const nama = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const grup = new Set();
  window.harus = [...document.querySelectorAll(nama)].filter(el => {
    if (el.disabled || el.tabIndex < 0 || !el.checkVisibility({visibilityProperty: true})) return false;
    if (el.type !== "radio") return true;
    return !grup.has(el.name) && grup.add(el.name);
  });
  window.sampai = new Set();
  window.pudar = [];
  return harus.length;
}"""
_DI_SINI = """() => {
  const el = document.activeElement;
  const satu = el.type === "radio" ? harus.find(lain => lain.name === el.name) : el;
  if (sampai.has(satu) && satu === harus[0]) return false;
  if (harus.includes(satu)) {
    sampai.add(satu);
    const gaya = getComputedStyle(el);
    if (gaya.outlineStyle === "none" || parseFloat(gaya.outlineWidth) === 0) pudar.push(el.outerHTML.slice(0, 120));
  }
  return true;
}"""


def fill(akar: Path) -> None:
    """What makes the pages full: a draft typed in, with slips; a change begun; a letter written."""
    ruang, siapa = Workspace(akar), LOCAL.nama
    teks = (akar / f"agreements/{SAMPAH}/kesepakatan.yaml").read_text()
    (akar / f"agreements/{KONSEP}").mkdir()
    (akar / f"agreements/{KONSEP}/kesepakatan.yaml").write_text(
        teks.replace("  tanggal: 2025-02-10\n", "")
    )
    keep_waiting(ruang, "daftar.csv", DAFTAR)
    keep_waiting(ruang, "scan.pdf", b"%PDF")
    keep_waiting(ruang, "air.txt", NASKAH_LUAR)
    attach(Office(ruang), CONTOH, NewAttachment("scan.pdf", b"%PDF", "lainnya"))
    add_due(akar)
    assert list(publish(Office(ruang), HARI))
    salah = "Biaya dibebankan pada pada anggaran masing-masing PIHAK, sebagaimana [[dalam Pasal tidak_ada]]."
    isi = ("pasal", 5, "isi")
    konsep, ubahan = (
        konsep_side_draft(ruang, KONSEP, siapa),
        perubahan_side_draft(ruang, CONTOH, siapa),
    )
    konsep.change(konsep.open().stamp, SetTexts({isi: salah}))
    ubahan.change(ubahan.open().stamp, SetTexts({isi: "Biaya ditanggung bersama."}))


@pytest.fixture(scope="module")
def penuh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hidup]:
    """A desk without accounts whose pages have something on them; its tests only read."""
    akar = copy_workspace(tmp_path_factory.mktemp("penuh"))
    fill(akar)
    with live_desk(akar) as hidup:
        yield hidup


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hidup]:
    """A desk with accounts."""
    akar = copy_workspace(tmp_path_factory.mktemp("kantor"))
    add_account(Workspace(akar), "ani", "pembaca", SANDI)
    with live_desk(akar, wajib_masuk=True) as hidup:
        yield hidup


@pytest.fixture
def layar(peramban: Browser, penuh: Hidup) -> Iterator[Page]:
    """A page of a browser at the desk whose pages are full."""
    with peramban.new_context(
        base_url=penuh.alamat, locale="id-ID", bypass_csp=True
    ) as konteks:
        yield konteks.new_page()


def check_page(halaman: Page, lebar: int) -> list[str]:
    """What is wrong with the page as it is shown, everything on it unfolded; a paper's wide table may scroll in its frame."""
    halaman.set_viewport_size({"width": lebar, "height": 900})
    halaman.evaluate(
        "document.querySelectorAll('details').forEach(satu => satu.open = true)"
    )
    kertas = halaman.url.endswith("/pratinjau")
    lebih = (
        0
        if kertas
        else halaman.evaluate("document.documentElement.scrollWidth - innerWidth")
    )
    halaman.evaluate(AXE.read_text())
    berat: list[str] = halaman.evaluate(_BERAT)
    return [
        f"{lebar} px {halaman.url} {satu}"
        for satu in (*berat, *([f"{lebih} px sideways"] if lebih > 0 else []))
    ]


def test_no_rule_is_forgotten(meja: Uji) -> None:
    """A new page needs an example above, or a place among what is no page."""
    aturan = {
        satu.rule
        for satu in meja.app.url_map.iter_rules()
        if "GET" in (satu.methods or ())
    }
    assert aturan == HALAMAN.keys() | BUKAN_HALAMAN
    assert all(HALAMAN.values())


QUICK = (
    "/",
    "/kalender",
    "/baru",
    "/kesepakatan/<slug>",
    "/kesepakatan/<slug>/peristiwa",
    "/kesepakatan/<slug>/sunting/halaman",
    "/kesepakatan/<slug>/sunting/rencana",
    "/kesepakatan/<slug>/ubah/periksa",
    "/masukkan/<key>/naskah",
)
"""Pages that the short suite looks at too, one of each make."""


@pytest.mark.parametrize(
    "aturan",
    [
        pytest.param(satu, marks=() if satu in QUICK else pytest.mark.long)
        for satu in HALAMAN
        if satu not in OF_ACCOUNTS
    ],
)
@pytest.mark.parametrize("lebar", [pytest.param(1280, marks=pytest.mark.long), 390])
def test_axe_finds_nothing_serious(layar: Page, aturan: str, lebar: int) -> None:
    keluhan = []
    for ke, alamat in enumerate(HALAMAN[aturan]):
        jawaban = layar.goto(alamat)
        assert jawaban
        assert jawaban.status in ((404, 422) if ke else ()) or jawaban.ok, alamat
        assert "text/html" in jawaban.headers["content-type"], alamat
        keluhan += check_page(layar, lebar)
    assert not keluhan


@pytest.mark.long
def test_nor_in_an_office(peramban: Browser, kantor: Hidup) -> None:
    """Logging in, a wrong password, what a reader sees, and what is refused to them."""
    with peramban.new_context(base_url=kantor.alamat, bypass_csp=True) as konteks:
        halaman, keluhan = konteks.new_page(), list[str]()
        halaman.goto("/masuk")
        for sandi in ("salah-sekali-ini", SANDI):
            keluhan += [
                satu for lebar in (1280, 390) for satu in check_page(halaman, lebar)
            ]
            halaman.get_by_label("Nama").fill("ani")
            halaman.get_by_label("Sandi").fill(sandi)
            halaman.get_by_role("button", name="Masuk").click()
        gone = "/masuk/isian/tidak-ada"
        for alamat in ("/", "/kalender", _NOTA, "/baru", "/sandi", "/jejak", gone):
            halaman.goto(alamat)
            assert halaman.get_by_role("button", name="Keluar").is_visible()
            keluhan += [
                satu for lebar in (1280, 390) for satu in check_page(halaman, lebar)
            ]
    assert not keluhan


@pytest.mark.parametrize(
    ("alamat", "tombol"),
    [
        ("/baru", "Lanjut"),
        (f"{_NOTA}/catat/keadaan_kahar", "Catat"),
        (f"{_NOTA}/catat/realisasi", "Catat"),
        (f"{_NOTA}/catat/pengakhiran", "Lanjut: lihat akibatnya"),
        (f"/surat/{TIBA}", "Susun surat"),
    ],
)
@pytest.mark.long
def test_nor_in_a_form_sent_back(layar: Page, alamat: str, tombol: str) -> None:
    layar.goto(alamat)
    layar.evaluate(
        "document.querySelectorAll('main input').forEach(satu => { if (satu.type !== 'hidden') satu.value = '' })"
    )
    layar.get_by_role("button", name=tombol, exact=True).click()
    layar.get_by_role("alert").wait_for()
    assert not [satu for lebar in (1280, 390) for satu in check_page(layar, lebar)]


@pytest.mark.long
def test_nor_in_the_question_before_an_ending(layar: Page) -> None:
    """Enter in a field only asks; the button with the verb is the one that ends."""
    layar.goto(f"{_NOTA}/catat/pengakhiran")
    layar.get_by_label("Sebab").select_option("kesepakatan")
    layar.get_by_label("Tanggal berakhir").press("Enter")
    layar.get_by_role("heading", name="Yang terjadi sesudah dicatat").wait_for()
    assert not [satu for lebar in (1280, 390) for satu in check_page(layar, lebar)]
    layar.get_by_role("button", name="Kembali ke isian").click()
    expect(layar.get_by_label("Sebab")).to_have_value("kesepakatan")


def _check_both(layar: Page) -> list[str]:
    """What is wrong with the page as it is shown, wide and narrow."""
    return [satu for lebar in (1280, 390) for satu in check_page(layar, lebar)]


@pytest.mark.long
def test_nor_where_columns_of_a_pasted_table_are_asked(layar: Page) -> None:
    layar.goto(f"{_KONSEP}/tempel")
    layar.get_by_label("Tempel tabel di sini").fill(
        "Satu\tdua\ttiga\nEmpat\tlima\tenam"
    )
    layar.get_by_role("button", name="Lihat kolomnya").click()
    layar.get_by_role("heading", name="Kolom mana berisi apa?").wait_for()
    assert not _check_both(layar)
    layar.get_by_role("button", name="Tempel tabel").click()
    layar.get_by_role("heading", name="Periksa lagi").wait_for()
    assert not _check_both(layar)


@pytest.mark.long
def test_nor_while_something_takes_long(
    layar: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def susun_until_stopped(_plan: Plan, manner: Manner) -> Iterator[Result]:
        yield Result(CONTOH, problem="berkasnya rusak")
        wait_until(lambda: manner.stop.signal, "the wish to stop")
        manner.stop.check()

    monkeypatch.setattr(press, "susun", susun_until_stopped)
    layar.goto("/susun")
    layar.get_by_role("button", name="Susun").click()
    layar.get_by_role("heading", name="Sedang dikerjakan").wait_for()
    assert not _check_both(layar)
    layar.get_by_role("button", name="Hentikan").click()
    layar.get_by_role("heading", name="Dihentikan").wait_for()
    assert not _check_both(layar)


@pytest.mark.long
def test_nor_in_a_comment_and_a_cell_that_is_typed_in(layar: Page) -> None:
    layar.goto(f"{_KONSEP}/sunting/halaman")
    layar.locator("#lembar[data-siap]").wait_for()
    layar.locator("#naskah-pasal p").first.click()
    layar.keyboard.press("Shift+Home")
    layar.locator("#tertanda").filter(has_text="“").wait_for()
    layar.get_by_role("button", name="Komentar").click()
    layar.get_by_label("Komentar", exact=True).fill("Mengapa?")
    assert not _check_both(layar)
    layar.get_by_role("button", name="Simpan komentar").click()
    layar.locator("#tepi .komentar").wait_for()
    assert not _check_both(layar)
    layar.goto(f"{_KONSEP}/sunting/rencana")
    layar.locator("#rencana[data-siap]").wait_for()
    layar.locator("#rencana td").nth(1).dblclick()
    layar.locator("#rencana textarea").wait_for()
    assert not _check_both(layar)


@pytest.mark.parametrize("lebar", [1280, pytest.param(390, marks=pytest.mark.long)])
@pytest.mark.parametrize(
    "alamat",
    [*UTAMA[:3], *(pytest.param(one, marks=pytest.mark.long) for one in UTAMA[3:])],
)
def test_tab_reaches_everything_and_shows_where_it_is(
    layar: Page, alamat: str, lebar: int
) -> None:
    layar.set_viewport_size({"width": lebar, "height": 900})
    layar.goto(alamat, wait_until="networkidle")
    banyak = layar.evaluate(_TERJANGKAU)
    assert banyak > 5
    layar.evaluate("document.activeElement.blur()")
    for _ in range(2 * banyak + 100):
        layar.keyboard.press("Tab")
        if not layar.evaluate(_DI_SINI):
            break
    assert not layar.evaluate(
        "harus.filter(el => !sampai.has(el)).map(el => el.outerHTML.slice(0, 120))"
    )
    assert not layar.evaluate("pudar")
