"""The settings of the office at the desk: comments stay, faults stand at their fields, a pengesah alone changes them."""

from collections.abc import Callable

import pytest
from PIL import Image

from notakesepakatan.load.pengaturan import load_pengaturan
from notakesepakatan.model.halaman import Halaman
from notakesepakatan.web.pengaturan import GROUPS
from notakesepakatan.workspace import Workspace
from web.conftest import Uji

FILE = """\
# Milik Bagian Hukum.
zona: Asia/Makassar # kantor di Makassar
margin: { atas: 25, bawah: 30 } # kesepakatan rapat
kop:
  Pemerintah Kota Contoh: [PEMERINTAH KOTA CONTOH, Jalan Balai Kota Nomor 1]

halaman:
  kertas: F4 # kertas kantor
surel: { peladen: surel.kota.go.id, dari: nota@kota.go.id, kepada: [hukum@kota.go.id] }
"""


def shown(meja: Uji) -> dict[str, str]:
    """What the form is sent back with where nothing is typed."""
    typed = dict.fromkeys(
        (each.name for group in GROUPS.values() for each in group), ""
    )
    base = Workspace(meja.root).file_hash(meja.root / "pengaturan.yaml")
    if not base:
        return typed
    return typed | {
        "jejak": base,
        "zona": "Asia/Makassar",
        "kertas": "F4",
        "margin.atas": "25",
        "margin.bawah": "30",
        "kop": "Pemerintah Kota Contoh: PEMERINTAH KOTA CONTOH; Jalan Balai Kota Nomor 1",
    }


def with_file(meja: Uji) -> dict[str, str]:
    (meja.root / "pengaturan.yaml").write_text(FILE)
    return shown(meja)


def text_of(meja: Uji) -> str:
    return (meja.root / "pengaturan.yaml").read_text()


@pytest.mark.slow
def test_the_form_shows_what_the_file_says(meja: Uji) -> None:
    typed = with_file(meja)
    page = meja.client.get("/pengaturan").text
    assert '<option value="F4" selected>' in page
    assert '<option value="Asia/Makassar" selected>' in page
    assert typed["kop"] in page
    assert "Bawaan: 12." in page, "what holds where the file says nothing"
    assert 'href="/pengaturan"' in meja.client.get("/alat").text


@pytest.mark.slow
def test_a_margin_is_asked_for_in_the_unit_of_the_file(meja: Uji) -> None:
    in_cm = FILE.replace("kertas: F4", "margin: { kiri: 3.5 }\n  kertas: F4")
    (meja.root / "pengaturan.yaml").write_text(in_cm)
    page = meja.client.get("/pengaturan").text
    assert "Margin naskah kiri, cm" in page
    assert "Bawaan: 3." in page
    assert "Margin naskah atas, mm" in page, "said above `halaman`, in millimetres"
    typed = shown(meja) | {"margin.kiri": "4"}
    assert meja.send("/pengaturan", typed).status_code == 303
    assert "margin: { kiri: 4 }" in text_of(meja)
    margins = load_pengaturan(meja.root).looking_as(Halaman()).margin
    assert (margins.kiri, margins.atas) == (40, 25)


@pytest.mark.slow
def test_only_the_lines_meant_change_and_comments_stay(meja: Uji) -> None:
    typed = with_file(meja)
    said = {
        "margin.atas": "20",
        "halaman.paraf": "ya",
        "kertas": "A4",
        "tembusan": "Sekretaris Daerah\n\nInspektur",
    }
    assert meja.send("/pengaturan", typed | said).status_code == 303
    setting = load_pengaturan(meja.root)
    assert (setting.margin.atas, setting.margin.bawah) == (20, 30)
    assert (setting.halaman.kertas, setting.halaman.paraf) == ("A4", "ya")
    assert setting.tembusan == ("Sekretaris Daerah", "Inspektur")
    assert setting.surel and setting.surel.peladen == "surel.kota.go.id"
    text = text_of(meja)
    for comment in (
        "# Milik Bagian Hukum.",
        "# kantor di Makassar",
        "# kesepakatan rapat",
    ):
        assert comment in text
    before, after = FILE.splitlines(), text.splitlines()
    assert before[1] in after and before[3:5] == [
        line for line in after if line in before[3:5]
    ]
    entry = Workspace(meja.root).trail()[0]
    assert (entry.tindakan, entry.file) == ("mengubah pengaturan", "pengaturan.yaml")


def test_a_field_emptied_goes_back_to_the_usual(meja: Uji) -> None:
    typed = with_file(meja)
    assert meja.send("/pengaturan", typed | {"zona": "", "kop": ""}).status_code == 303
    setting = load_pengaturan(meja.root)
    assert (setting.zona, setting.kop) == ("Asia/Jakarta", {})


@pytest.mark.slow
def test_a_first_file_is_the_sample_with_the_changes(meja: Uji) -> None:
    page = meja.client.get("/pengaturan").text
    assert '<option value="A4" selected>' in page
    typed = shown(meja) | {"kertas": "F4", "margin.atas": "25"}
    assert meja.send("/pengaturan", typed).status_code == 303
    assert load_pengaturan(meja.root).kertas == "F4"
    assert "# Logo di atas naskah" in text_of(meja)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("margin.atas", "3", "paling sedikit 5"),
        ("ukuran_huruf", "besar", "bukan bilangan"),
        ("ingatkan", "tiga bulan", "tulis 3 bulan"),
        ("kop", "PEMERINTAH KOTA", "tulis NAMA PIHAK: isinya"),
        ("logo", "Pemerintah Kota Contoh: logo/tiada.png", "berkas tidak ada"),
        ("halaman.lambang", "../rahasia.png", "berkas tidak ada"),
        ("kertas", "A3", "A4"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(
    meja: Uji, name: str, typed: str, said: str
) -> None:
    answer = meja.send("/pengaturan", with_file(meja) | {name: typed})
    assert answer.status_code == 422
    message = answer.text.split(f'id="galat-{name}">')[1].split("</p>")[0]
    assert said in message
    assert text_of(meja) == FILE


@pytest.mark.slow
def test_a_logo_that_can_be_shown_is_taken(meja: Uji) -> None:
    folder = meja.root / "templates/logo"
    folder.mkdir(parents=True)
    Image.new("RGB", (80, 100), "gold").save(folder / "kota.png")
    said = {"logo": "Pemerintah Kota Contoh: logo/kota.png"}
    assert meja.send("/pengaturan", with_file(meja) | said).status_code == 303
    assert load_pengaturan(meja.root).logo == {
        "Pemerintah Kota Contoh": "logo/kota.png"
    }


def test_what_another_changed_meanwhile_is_not_overwritten(meja: Uji) -> None:
    typed = with_file(meja)
    other = FILE.replace("atas: 25", "atas: 40")
    (meja.root / "pengaturan.yaml").write_text(other)
    answer = meja.send("/pengaturan", typed | {"tempat_surat": "Contoh"})
    assert answer.status_code == 409 and "diubah orang lain" in answer.text
    assert text_of(meja) == other


@pytest.mark.slow
def test_only_a_pengesah_changes_them(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(budi="penyusun")
    meja.masuk("budi")
    assert meja.client.get("/pengaturan").status_code == 403
    assert meja.send("/pengaturan", {"kertas": "F4"}).status_code == 403
    assert "/pengaturan" not in meja.client.get("/alat").text
    assert not (meja.root / "pengaturan.yaml").exists()
