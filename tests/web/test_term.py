"""Terms and days of signing at the desk: read in the form, shown in words, signed apart."""

from pathlib import Path

import pytest

from notakesepakatan.bureau.penandatanganan import kesepakatan_to_sign
from notakesepakatan.load.kesepakatan import load_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace
from web.conftest import Uji
from web.editor.test_konsep import ALAMAT, SLUG, ketik, make_draft

HALAMAN = f"/kesepakatan/{SLUG}"
MULAI = 'jangka_waktu: "3 tahun"'


@pytest.fixture
def berkas(meja: Uji) -> Path:
    return make_draft(meja.root)


def change(berkas: Path, lama: str, baru: str) -> None:
    text = berkas.read_text(encoding="utf-8")
    assert lama in text
    berkas.write_text(text.replace(lama, baru), encoding="utf-8")


@pytest.mark.slow
def test_a_term_in_keys_is_one_field_and_typing_replaces_it(
    meja: Uji, berkas: Path
) -> None:
    keys = "jangka_waktu: {mulai: 2026-04-01, sampai: 2029-03-31}"
    change(berkas, MULAI, keys)
    form = meja.client.get(ALAMAT).text
    assert "1 April 2026 sampai dengan 31 Maret 2029" in form
    assert 'id="ruas-jangka_waktu.mulai"' not in form, "a term is one text"
    ketik(meja, {"judul": "Lain"}, "simpan")
    assert keys in berkas.read_text(), "what is not typed stays as it is written"
    ketik(meja, {"jangka_waktu": "tanpa batas waktu"}, "simpan")
    assert str(load_kesepakatan(berkas).kesepakatan.jangka_waktu) == "tanpa batas waktu"


@pytest.mark.slow
def test_what_is_no_term_is_said_beside_its_field(meja: Uji, berkas: Path) -> None:
    answer = ketik(meja, {"jangka_waktu": "sampai selesai"}).get_json()
    (temuan,) = [t for t in answer["ruas"]["jangka_waktu"] if t["tingkat"] != "catatan"]
    assert "bukan jangka waktu" in temuan["pesan"]


def _sign(berkas: Path) -> None:
    change(berkas, "penandatanganan:\n", "penandatanganan:\n  tanggal: 2025-02-10\n")


@pytest.mark.slow
def test_pages_say_what_has_no_end(meja: Uji, berkas: Path) -> None:
    _sign(berkas)
    change(berkas, MULAI, "jangka_waktu: tanpa batas waktu sejak 1 Maret 2025")
    page = meja.client.get(HALAMAN).text
    assert "<dt>Berakhir</dt><dd>tanpa batas waktu</dd>" in page
    assert "<dt>Mulai berlaku</dt><dd>1 Maret 2025</dd>" in page
    assert "<strong>Berlaku tanpa batas waktu</strong>" in page, "the line of days"
    assert "tanpa batas waktu" in meja.client.get("/?q=sampah").text
    letter = meja.client.get(f"/surat/{SLUG}/pratinjau?perihal=perpanjangan")
    assert letter.status_code == 422


@pytest.mark.slow
def test_what_is_signed_and_has_not_begun_says_so(meja: Uji, berkas: Path) -> None:
    _sign(berkas)
    change(berkas, MULAI, "jangka_waktu: 1 Januari 2027 sampai dengan 31 Desember 2029")
    page = meja.client.get(HALAMAN).text
    assert 'class="status status-belum-berlaku"' in page


OWN = "\n  penandatanganan: {tempat: Solo%s}"


def _apart(berkas: Path, day: str = "") -> None:
    """The three parties sign alone; the first on a day."""
    text = berkas.read_text(encoding="utf-8")
    head, first, *others = text.split("\n  kedudukan:")
    pieces = [head + OWN % day, *(piece + OWN % "" for piece in (first, *others[:1]))]
    berkas.write_text("\n  kedudukan:".join([*pieces, *others[1:]]), encoding="utf-8")


@pytest.mark.slow
def test_days_typed_for_each_party_do_not_sign_a_draft(meja: Uji, berkas: Path) -> None:
    _apart(berkas, ", tanggal: 2026-11-20")
    one = ketik(meja, {"para_pihak.0.penandatanganan.tempat": "Klaten"}, "simpan")
    assert one.status_code == 200
    second = {"para_pihak.1.penandatanganan.tanggal": "2026-11-22"}
    assert ketik(meja, second, "simpan").status_code == 200
    last = {"para_pihak.2.penandatanganan.tanggal": "2026-11-22"}
    answer = ketik(meja, last).get_json()
    field = answer["ruas"]["para_pihak.2.penandatanganan.tanggal"]
    assert any("dicatat tersendiri" in temuan["pesan"] for temuan in field)
    assert ketik(meja, last, "simpan").status_code != 200
    assert load_kesepakatan(berkas).kesepakatan.konsep


@pytest.mark.slow
def test_the_page_of_signing_asks_each_party_its_day(meja: Uji, berkas: Path) -> None:
    _apart(berkas, ", tanggal: 2026-11-20")
    change(berkas, "penandatanganan:\n", "penandatanganan:\n  rencana: 2026-11-23\n")
    address = f"{HALAMAN}/kesepakatan/penandatanganan"
    page = meja.client.get(address).text
    assert 'value="2026-11-23"' in page, "the planned day is proposed"
    assert 'value="2026-11-20"' in page
    konsep = kesepakatan_to_sign(Opened(Workspace(meja.root)), SLUG)
    assert konsep
    typed = {
        "jejak": Workspace(meja.root).hash(SLUG),
        "pasti": "ya",
        "penandatanganan.tanggal": "2026-11-23",
        "penandatanganan.tempat": "Solo",
    }
    for number, pihak in enumerate(konsep.data["para_pihak"], 1):
        for name in ("nomor", "pejabat", "jabatan"):
            typed[f"para_pihak[{number}].{name}"] = pihak.get(name) or ""
        typed[f"para_pihak[{number}].penandatanganan.tempat"] = "Solo"
        typed[f"para_pihak[{number}].penandatanganan.tanggal"] = (
            f"2026-11-{number + 20}"
        )
    without = {**typed, "para_pihak[2].penandatanganan.tanggal": ""}
    assert meja.send(address, without).status_code == 422
    assert meja.send(address, typed).status_code == 303
    signed = load_kesepakatan(berkas).kesepakatan
    own = [pihak.penandatanganan for pihak in signed.para_pihak]
    assert [str(each.tanggal) for each in own if each] == [
        "2026-11-21",
        "2026-11-22",
        "2026-11-23",
    ]
    assert str(signed.signed) == "2026-11-23"
    assert signed.penandatanganan.rencana is None, "what was planned is past"
