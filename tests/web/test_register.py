"""The register at the desk: order, search, filters, paging, the sheet, files changed by hand."""

import os
import re
import shutil
import time
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from conftest import MINIMAL
from notakesepakatan.bureau.register import RegisterRow, Selection
from notakesepakatan.compute.time.register import Summary
from notakesepakatan.compute.time.tenggat import Tenggat
from notakesepakatan.desk.register import (
    GROUP,
    Board,
    BoardContent,
    Request,
    group_of,
    select,
    select_page,
)
from notakesepakatan.workspace import Workspace
from web.conftest import HARI, Uji

SIGNED = MINIMAL.replace("jabatan: K", "pejabat: A\n  nomor: '1'\n  jabatan: K")


def _write(akar: Path, slug: str, isi: str, *, lama: bool = True) -> None:
    """An agreement's file; `lama`: at rest for a day already."""
    berkas = akar / "agreements" / slug / "kesepakatan.yaml"
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text(isi, encoding="utf-8")
    if lama:
        kemarin = time.time() - 86_400
        os.utime(berkas, (kemarin, kemarin))


def _signed(hari: str, judul: str = "Uji") -> str:
    isi = SIGNED.replace("judul: Uji", f"judul: {judul}")
    return f"{isi}penandatanganan: {{tempat: X, tanggal: {hari}}}\ntenggat: {{pemberitahuan: 3 bulan}}\n"


def _row(status: str, sisa: int | None) -> RegisterRow:
    aman = HARI + timedelta(days=sisa) if sisa is not None else None
    tenggat = (Tenggat("berakhir", aman, aman, "", list),) if aman else ()
    ringkasan: Any = SimpleNamespace(slug="x")
    keadaan: Any = SimpleNamespace(status=status, tenggat=tenggat)
    return RegisterRow(ringkasan, keadaan, HARI)


@pytest.mark.parametrize(
    ("status", "sisa", "expect_"),
    [
        ("berlaku", -1, 0),
        ("berlaku", 0, 0),
        ("berlaku", 7, 0),
        ("berlaku", 8, 1),
        ("berlaku", None, 1),
        ("masa pemberitahuan", 60, 0),
        ("lewat tenggat", 60, 0),
        ("konsep", None, 2),
        ("berakhir", None, 3),
        ("diakhiri", 30, 1),
        ("diakhiri", 2, 0),
        ("batal", None, 3),
    ],
)
def test_what_needs_action(status: str, sisa: int | None, expect_: int) -> None:
    assert group_of(_row(status, sisa)) == expect_
    assert len(GROUP) == 4


@pytest.fixture
def banyak(tmp_path: Path) -> Workspace:
    """120 agreements, of which one is in its time of notice, one a draft, one over, one broken."""
    for i in range(116):
        _write(tmp_path, f"k-{i:03}", _signed("2026-01-05", f"Perihal {i}"))
    _write(tmp_path, "m-dekat", _signed("2025-03-02", "Hampir"))
    _write(tmp_path, "a-konsep", MINIMAL)
    _write(tmp_path, "a-usai", _signed("2020-01-06", "Usai"))
    _write(tmp_path, "z-rusak", "judul: [")
    return Workspace(tmp_path)


@pytest.mark.slow
def test_the_urgent_stand_first_and_pages_do_not_run_over(banyak: Workspace) -> None:
    isi = Board(banyak).on(HARI)
    assert [satu.slug for satu in isi.faulty] == ["z-rusak"]
    urut = [b.summary.slug for b in select(isi, Request())]
    assert urut[0] == "m-dekat"
    assert urut[-2:] == ["a-konsep", "a-usai"]
    assert len(urut) == len(set(urut)) == 119
    halaman = [select_page(isi, Request(page=ke)) for ke in (1, 2, 3, 99, -4)]
    assert [h.number for h in halaman] == [1, 2, 3, 3, 1]
    assert [b.summary.slug for h in halaman[:3] for b in h.rows] == urut
    assert halaman[0].needs_action == 1


@pytest.mark.slow
@pytest.mark.parametrize("urut", ["judul", "status", "berakhir", "tenggat", "mulai"])
def test_every_column_sorts_both_ways(banyak: Workspace, urut: str) -> None:
    isi = Board(banyak).on(HARI)
    naik = [b.summary.slug for b in select(isi, Request(order=urut))]
    assert (
        naik == [b.summary.slug for b in select(isi, Request(order=f"-{urut}"))][::-1]
    )
    assert len(set(naik)) == 119


@pytest.mark.slow
def test_filters_join(banyak: Workspace) -> None:
    isi = Board(banyak).on(HARI)

    def cari(**s: Any) -> list[str]:
        return [b.summary.slug for b in select(isi, Request(Selection(**s)))]

    assert cari(words=("perihal", "k-01")) == [f"k-01{i}" for i in range(10)]
    assert cari(words=("perihal",), status=("konsep",)) == []
    assert cari(ended_before=date(2023, 1, 1)) == ["a-usai"]
    assert [b.summary.slug for b in select(isi, Request(group=0))] == ["m-dekat"]


@pytest.mark.slow
def test_only_what_changed_is_read_again(banyak: Workspace) -> None:
    """A look finds what was edited, added and removed by hand; the others keep their very objects."""
    jam = [1000.0]
    papan = Board(banyak, lambda: jam[0])
    lama = {b.summary.slug: b for b in papan.on(HARI).rows}
    _write(banyak.root, "k-003", _signed("2026-01-05", "Berganti"))
    _write(banyak.root, "baru", _signed("2026-01-05"))
    shutil.rmtree(banyak.kesepakatan_list / "k-004")
    assert {b.summary.slug: b for b in papan.on(HARI).rows} == lama, (
        "within a second nothing is looked at"
    )
    jam[0] += 100
    kini = {b.summary.slug: b for b in papan.on(HARI).rows}
    assert kini["k-003"].summary.judul == "Berganti"
    assert kini.keys() - lama.keys() == {"baru"}
    assert lama.keys() - kini.keys() == {"k-004"}
    assert all(
        kini[slug] is lama[slug] for slug in kini.keys() & lama.keys() - {"k-003"}
    )


@pytest.mark.slow
def test_two_edits_of_one_size_within_the_clock_are_both_seen(tmp_path: Path) -> None:
    jam = [1000.0]
    saat = time.time()
    (tmp_path / "agreements").mkdir()
    papan = Board(Workspace(tmp_path), lambda: jam[0])
    for judul in ("Satu", "Enam", "Lima"):
        _write(tmp_path, "k", _signed("2026-01-05", judul), lama=False)
        os.utime(tmp_path / "agreements/k/kesepakatan.yaml", (saat, saat))
        jam[0] += 100
        assert [b.summary.judul for b in papan.on(HARI).rows] == [judul]


@pytest.mark.slow
def test_what_the_desk_wrote_is_there_at_once(banyak: Workspace) -> None:
    papan = Board(banyak)
    papan.on(HARI)
    _write(banyak.root, "k-003", _signed("2026-01-05", "Berganti"))
    shutil.rmtree(banyak.kesepakatan_list / "k-004")
    for slug in ("k-003", "k-004", "tidak-ada"):
        papan.touch(slug)
    kini = {b.summary.slug: b.summary for b in papan.on(HARI).rows}
    assert kini["k-003"].judul == "Berganti"
    assert "k-004" not in kini


@pytest.mark.slow
def test_another_day_and_other_settings_are_another_register(banyak: Workspace) -> None:
    papan = Board(banyak)

    def status(hari: date) -> dict[str, str]:
        return {b.summary.slug: b.condition.status for b in papan.on(hari).rows}

    assert status(HARI)["m-dekat"] == "masa pemberitahuan"
    assert status(date(2027, 3, 3))["m-dekat"] == "berakhir"
    (banyak.root / "pengaturan.yaml").write_text("ingatkan: 1 minggu\n")
    assert status(date(2026, 11, 2))["m-dekat"] == "berlaku"
    assert all(isinstance(b.summary, Summary) for b in papan.on(HARI).rows)
    assert isinstance(papan.on(HARI), BoardContent)


@pytest.mark.slow
def test_page_search_and_sheet_say_the_same(meja: Uji) -> None:
    semua = meja.client.get("/").text
    assert "2 dari 2 kesepakatan" in semua
    satu = meja.client.get("/daftar/potongan?q=PEKALONGAN&status=&pihak=&sebelum=").text
    assert "1 dari 2 kesepakatan" in satu
    assert "<html" not in satu
    lembar = openpyxl.load_workbook(
        BytesIO(meja.client.get("/daftar.xlsx?q=pekalongan").data)
    ).active
    assert lembar is not None
    assert [baris[0].value for baris in lembar.iter_rows()] == [
        "kesepakatan",
        "bp2mi-pekalongan-2022",
    ]
    for aneh in (
        "urut=__class__",
        "status=x",
        "sebelum=kemarin",
        "halaman=-9",
        "halaman=x",
        "q=%00",
        "q=" + "x" * 5000,
    ):
        assert meja.client.get(f"/?{aneh}").status_code == 200


def test_search_as_one_types(halaman: Page) -> None:
    halaman.goto("/")
    halaman.keyboard.press("/")
    halaman.keyboard.type("sampah")
    expect(halaman.locator("#hasil")).to_contain_text("1 dari 2 kesepakatan")
    expect(halaman).to_have_url(re.compile(r"\?q=sampah$"))
    halaman.get_by_label("Status").select_option("konsep")
    expect(halaman.locator("#hasil")).to_contain_text(
        "Tidak ada kesepakatan yang cocok"
    )
    halaman.reload()
    expect(halaman.get_by_label("Cari")).to_have_value("sampah")


@pytest.mark.slow
def test_a_date_in_doubt_is_marked(meja: Uji) -> None:
    _write(meja.root, "belum-pasti", _signed("2026-06-16"))
    teks = meja.client.get("/?q=belum-pasti").text
    assert "aman sampai 15 Maret 2028 (sementara)" in teks
    assert "16 Juni 2028<" in teks, "two years are certain"
    assert "dapat berubah: hari libur tahun 2028 belum ditetapkan" in teks
    assert "(sementara)" not in meja.client.get("/?q=pekalongan-2022").text
    berkas = meja.client.get("/daftar.xlsx?q=belum-pasti").data
    lembar = openpyxl.load_workbook(BytesIO(berkas)).active
    assert lembar is not None
    kepala, isi = ([sel.value for sel in b] for b in lembar.iter_rows(max_row=2))
    sel = dict(zip(kepala, isi, strict=True))
    assert (sel["sementara"], sel["tahun_sementara"]) == ("aman", "2028")
