"""The register: status and deadlines follow from dates and recorded events, day by day."""

import json
import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import icalendar
import openpyxl
import pytest

from command import run
from conftest import AKAR, CONTOH, MINIMAL
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import FaultyPeristiwa, record
from notakesepakatan.bureau.register import (
    RegisterRow,
    Selection,
    all_tenggat,
    open_register,
)
from notakesepakatan.compute.time.register import condition
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.calendar import load_calendar
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.register import load_register
from notakesepakatan.model.dasar import Lama
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.index import INDEX_FILE
from notakesepakatan.write.xlsx import write_xlsx

D = date.fromisoformat
Ruang = Callable[..., Path]

BERTANGGAL = (
    MINIMAL.replace(
        "jabatan: Kepala", "jabatan: Kepala\n  pejabat: A\n  nomor: 1/A/VI/2022"
    )
    .replace("jabatan: Ketua", "jabatan: Ketua\n  pejabat: B")
    .replace("2 tahun", "5 tahun")
    .replace("- judul: SATU", "- judul: SATU\n  kunci: jangka_waktu")
    + "penandatanganan: {tempat: X, tanggal: 2022-06-16}\ntenggat: {pemberitahuan: 3 bulan, berita_acara_kahar: 7 hari kerja}\n"
)


@pytest.fixture
def kerja(ruang: Ruang) -> Workspace:
    return Workspace(ruang(BERTANGGAL))


def status(kerja: Workspace, per: str) -> str:
    return _row(kerja, per).condition.status


def _row(kerja: Workspace, per: str) -> RegisterRow:
    baris, masalah = open_register(Opened(kerja), D(per))
    assert not masalah
    return baris[0]


def kinds(kerja: Workspace, per: str) -> list[str]:
    return [t.jenis for t in _row(kerja, per).condition.tenggat]


def test_the_example_gives_its_three_dates() -> None:
    kerja = Workspace(AKAR)
    ringkasan = Opened(kerja).summary(CONTOH)
    keadaan = condition(
        ringkasan, D("2026-11-23"), Lama(jumlah=90, satuan="hari"), load_calendar(AKAR)
    )
    beri_tahu, berakhir = keadaan.tenggat
    assert (str(beri_tahu.tanggal), str(beri_tahu.safe), str(berakhir.tanggal)) == (
        "2027-03-16",
        "2027-03-05",
        "2027-06-16",
    )
    assert (beri_tahu.dasar, berakhir.dasar) == ("Pasal 6 ayat (2)", "Pasal 6 ayat (1)")


_STATUS = [
    ("2022-06-15", "konsep"),  # the day before the signing
    ("2022-06-16", "berlaku"),
    ("2026-12-04", "berlaku"),
    ("2026-12-05", "masa pemberitahuan"),  # 90 days before the last safe day
    ("2027-03-05", "masa pemberitahuan"),
    ("2027-03-16", "masa pemberitahuan"),  # the day of the deadline
    ("2027-03-17", "lewat tenggat"),  # the day after
    ("2027-06-16", "lewat tenggat"),  # the last day
    ("2027-06-17", "berakhir"),
]


@pytest.mark.parametrize(("per", "expect"), _STATUS)
def test_status_by_dates_alone(kerja: Workspace, per: str, expect: str) -> None:
    assert status(kerja, per) == expect


def test_a_warning_stays_until_the_event_that_answers_it(kerja: Workspace) -> None:
    """Sent is not received: only the delivery closes the deadline, and only from its own day on."""
    record(
        Office(kerja),
        "uji",
        {
            "jenis": "pemberitahuan_dikirim",
            "tanggal": "2027-02-01",
            "perihal": "perpanjangan",
            "dari": "kesatu",
        },
    )
    assert "pemberitahuan" in kinds(kerja, "2027-02-10")
    record(
        Office(kerja),
        "uji",
        {
            "jenis": "pemberitahuan_diterima",
            "tanggal": "2027-02-08",
            "perihal": "perpanjangan",
            "dari": "kesatu",
        },
    )
    assert "pemberitahuan" in kinds(kerja, "2027-02-07")
    assert kinds(kerja, "2027-02-08") == ["berakhir"]
    assert status(kerja, "2027-04-01") == "berlaku"


def test_extension_moves_end_and_opens_a_new_notice(kerja: Workspace) -> None:
    record(
        Office(kerja),
        "uji",
        {
            "jenis": "pemberitahuan_diterima",
            "tanggal": "2027-02-08",
            "perihal": "perpanjangan",
            "dari": "kedua",
        },
    )
    record(
        Office(kerja),
        "uji",
        {
            "jenis": "perpanjangan",
            "tanggal": "2027-05-20",
            "selama": "3 tahun",
            "nomor": "2/A/V/2027",
        },
    )
    assert status(kerja, "2027-05-19") == "berlaku"
    assert status(kerja, "2027-07-01") == "diperpanjang"
    tenggat = {t.jenis: t for t in _row(kerja, "2027-07-01").condition.tenggat}
    assert str(tenggat["berakhir"].tanggal) == "2030-06-16"
    assert str(tenggat["pemberitahuan"].tanggal) == "2030-03-16"


@pytest.mark.parametrize(
    ("jenis", "expect"), [("pengakhiran", "diakhiri"), ("batal", "batal")]
)
def test_ending_leaves_only_what_is_owed(
    kerja: Workspace, jenis: str, expect: str
) -> None:
    record(Office(kerja), "uji", {"jenis": "keadaan_kahar", "tanggal": "2026-12-22"})
    record(Office(kerja), "uji", {"jenis": jenis, "tanggal": "2026-12-28"})
    assert status(kerja, "2026-12-27") == "masa pemberitahuan"
    assert status(kerja, "2026-12-28") == expect
    assert kinds(kerja, "2026-12-28") == ["berita-acara-kahar"]


def test_kahar_deadline_stands_until_its_minutes(kerja: Workspace) -> None:
    record(Office(kerja), "uji", {"jenis": "keadaan_kahar", "tanggal": "2026-12-22"})
    record(Office(kerja), "uji", {"jenis": "keadaan_kahar", "tanggal": "2026-12-24"})
    kahar = [
        t
        for t in _row(kerja, "2026-12-30").condition.tenggat
        if t.jenis == "berita-acara-kahar"
    ]
    assert [(str(t.tanggal), str(t.safe), t.kunci) for t in kahar] == [
        ("2027-01-06", "2027-01-04", "berita-acara-kahar-2026-12-22"),
        ("2027-01-07", "2027-01-07", "berita-acara-kahar-2026-12-24"),
    ]
    record(
        Office(kerja),
        "uji",
        {
            "jenis": "berita_acara_kahar",
            "tanggal": "2027-01-04",
            "kejadian": "2026-12-22",
        },
    )
    assert kinds(kerja, "2027-01-04").count("berita-acara-kahar") == 1
    assert kinds(kerja, "2027-01-03").count("berita-acara-kahar") == 2


@pytest.mark.slow
def test_every_day_of_the_last_year_is_consistent(kerja: Workspace) -> None:
    """Over every day: the warning is there exactly until it is answered, and days left fall by one a day."""
    record(
        Office(kerja),
        "uji",
        {
            "jenis": "pemberitahuan_diterima",
            "tanggal": "2027-03-20",
            "perihal": "perpanjangan",
            "dari": "kesatu",
        },
    )
    hari, sebelum = D("2026-06-16"), None
    while hari <= D("2027-06-20"):
        baris = _row(kerja, str(hari))
        ada = "pemberitahuan" in [t.jenis for t in baris.condition.tenggat]
        assert ada == (hari < D("2027-03-20")), hari
        sisa = baris.data()["sisa_hari"]
        if ada and sebelum is not None:
            assert sisa == sebelum - 1
        sebelum = sisa if isinstance(sisa, int) else None
        hari += timedelta(days=1)


_SALAH = [
    ({"jenis": "pemberitahuan_dikirim", "tanggal": "2026-01-01"}, "perihal belum ada"),
    ({"jenis": "perpanjangan", "tanggal": "2026-01-01"}, "selama belum ada"),
    (
        {"jenis": "perpanjangan", "tanggal": "2026-01-01", "selama": "lama"},
        'selama: "lama": bukan jangka waktu',
    ),
    (
        {"jenis": "keadaan_kahar", "tanggal": "2022-06-15"},
        "mendahului penandatanganan 2022-06-16",
    ),
    (
        {
            "jenis": "pemberitahuan_diterima",
            "tanggal": "2026-01-01",
            "perihal": "perpanjangan",
            "dari": "ketiga",
        },
        'pihak "ketiga" tidak ada',
    ),
    (
        {
            "jenis": "berita_acara_kahar",
            "tanggal": "2026-01-01",
            "kejadian": "2025-12-31",
        },
        "tidak ada keadaan kahar pada 2025-12-31",
    ),
    ({"jenis": "entah", "tanggal": "2026-01-01"}, "bukan pilihan yang dikenal"),
    ({"jenis": "batal", "tanggal": "2026-02-30"}, "tidak ada dalam kalender"),
]


@pytest.mark.parametrize(("isi", "expect"), _SALAH)
def test_events_that_cannot_be_are_not_recorded(
    kerja: Workspace, isi: dict[str, str], expect: str
) -> None:
    with pytest.raises(FaultyPeristiwa) as galat:
        record(Office(kerja), "uji", isi)
    assert expect in str(galat.value)
    assert not (kerja.kesepakatan_list / "uji/peristiwa").exists()


@pytest.mark.processes
def test_contradicting_events_are_said_with_file_and_line_and_the_others_served(
    ruang: Ruang,
) -> None:
    akar = ruang(
        BERTANGGAL,
        **{
            "agreements/lain/kesepakatan.yaml": BERTANGGAL,
            "agreements/lain/peristiwa/2026-01-01-batal.yaml": "jenis: batal\ntanggal: 2026-01-01\n",
            "agreements/lain/peristiwa/2026-02-01-perpanjangan.yaml": "tanggal: 2026-02-01\njenis: perpanjangan\nselama: 5 tahun\n",
            "agreements/lain/peristiwa/x.yaml": "jenis: batal\ntangal: 2026-01-01\n",
        },
    )
    with pytest.raises(FaultyNaskah):
        Opened(Workspace(akar)).summary("lain")
    hasil = run("-C", akar, "daftar", "--per", "2026-11-23", kode=1)
    assert "uji  berlaku" in hasil.stdout
    assert (
        "2026-02-01-perpanjangan.yaml:2:8: jenis: perpanjangan bertentangan dengan batal 2026-01-01"
        in hasil.stderr
    )
    assert (
        'x.yaml:2:1: tangal: kunci tidak dikenal; mungkin maksudnya "tanggal"'
        in hasil.stderr
    )


def test_events_are_never_overwritten(kerja: Workspace) -> None:
    isi = {
        "jenis": "penyerahan_rangkap",
        "rangkap": "1",
        "tanggal": "2026-01-01",
        "keterangan": 'Program "1": selesai # semua',
    }
    satu = record(Office(kerja), "uji", isi)
    dua = record(Office(kerja), "uji", isi | {"rangkap": "2"})
    assert (satu.name, dua.name) == (
        "2026-01-01-penyerahan-rangkap.yaml",
        "2026-01-01-penyerahan-rangkap-2.yaml",
    )
    assert [p.keterangan for p in Opened(kerja).summary("uji").peristiwa] == [
        'Program "1": selesai # semua'
    ] * 2


@pytest.mark.slow
def test_filters(ruang: Ruang) -> None:
    akar = ruang(
        BERTANGGAL,
        **{
            "agreements/draf/kesepakatan.yaml": MINIMAL.replace(
                "Badan B", "Kabupaten Uji"
            )
        },
    )
    kerja, per = Workspace(akar), D("2026-11-23")

    def slugs(**isi: object) -> list[str]:
        return [
            b.summary.slug
            for b in open_register(Opened(kerja), per, Selection(**isi))[0]  # type: ignore[arg-type]
        ]

    assert slugs() == ["draf", "uji"]
    assert slugs(status=("konsep",)) == ["draf"]
    assert slugs(pihak="kabupaten") == ["draf"]
    assert slugs(ended_before=D("2027-06-17")) == ["uji"]
    assert slugs(ended_before=D("2027-06-16")) == []
    assert slugs(words=("1/a", "badan b")) == ["uji"]
    assert slugs(words=("BADAN  B",)) == ["uji"]
    assert slugs(pihak="KABUPATEN\u00a0uji") == ["draf"]


def test_the_index_follows_every_change_and_can_be_thrown_away(
    kerja: Workspace,
) -> None:
    berkas = kerja.file("uji")
    assert load_register(Opened(kerja))[0].summary
    lama = berkas.stat()
    isi = berkas.read_text()
    berkas.write_text(isi.replace("judul: Uji", "judul: Iju"))  # same size
    os.utime(berkas, ns=(lama.st_atime_ns, lama.st_mtime_ns))  # same time
    ringkasan = load_register(Opened(kerja))[0].summary
    assert ringkasan
    assert ringkasan.judul == "Iju"
    indeks = kerja.output / INDEX_FILE
    indeks.write_bytes(b"rusak")
    assert load_register(Opened(kerja))[0].summary == ringkasan
    load_register(Opened(kerja))
    berkas.write_text("rusak: [")
    assert load_register(Opened(kerja))[0].problem.startswith(str(berkas))
    berkas.write_text(isi)
    assert load_register(Opened(kerja))[0].summary
    berkas.unlink()
    assert load_register(Opened(kerja)) == []


def test_a_second_reading_parses_nothing(
    kerja: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "notakesepakatan.workspace.state._YOUNG", 0
    )  # as if the file had been written long ago
    pertama = load_register(Opened(kerja))
    monkeypatch.setattr(
        "notakesepakatan.load.register.load_one", lambda *_: pytest.fail("read again")
    )
    monkeypatch.setattr(
        "notakesepakatan.load.register._hash", lambda *_: pytest.fail("hashed again")
    )
    assert load_register(Opened(kerja)) == pertama


@pytest.mark.processes
def test_json_rows(kerja: Workspace) -> None:
    rows = json.loads(
        run("-C", kerja.root, "tenggat", "--per", "2026-11-23", "--json").stdout
    )
    assert list(rows[0]) == [
        "kesepakatan",
        "jenis",
        "uraian",
        "tanggal",
        "aman",
        "sisa_hari",
        "sementara",
        "tahun_sementara",
        "dasar",
        "alasan",
        "segel",
    ]
    assert (
        rows[0]["jenis"],
        rows[0]["tanggal"],
        rows[0]["aman"],
        rows[0]["sisa_hari"],
    ) == (
        "pemberitahuan",
        "2027-03-16",
        "2027-03-05",
        102,
    )
    daftar = json.loads(
        run("-C", kerja.root, "daftar", "--per", "2026-11-23", "--json").stdout
    )
    assert (daftar[0]["status"], daftar[0]["berakhir"], daftar[0]["sisa_hari"]) == (
        "berlaku",
        "2027-06-16",
        102,
    )
    assert (
        json.loads(
            run(
                "-C",
                kerja.root,
                "tenggat",
                "--per",
                "2026-11-23",
                "--dalam",
                "101",
                "--json",
            ).stdout
        )
        == []
    )


@pytest.mark.processes
def test_calendar_file_is_read_back(kerja: Workspace, tmp_path: Path) -> None:
    run("-C", kerja.root, "tenggat", "--per", "2026-11-23", "--ics", tmp_path / "t.ics")
    isi = (tmp_path / "t.ics").read_bytes()
    acara = icalendar.Calendar.from_ical(isi).walk("VEVENT")
    assert [(str(a["uid"]), a.decoded("dtstart")) for a in acara] == [
        ("uji-pemberitahuan@notakesepakatan", D("2027-03-05")),
        ("uji-berakhir@notakesepakatan", D("2027-06-15")),
    ]
    assert all(len(a.walk("VALARM")) == 2 for a in acara)
    run("-C", kerja.root, "tenggat", "--per", "2026-11-24", "--ics", tmp_path / "u.ics")
    assert (tmp_path / "u.ics").read_bytes() == isi, "nothing of the day it was made"


@pytest.mark.processes
def test_spreadsheet_is_read_back(ruang: Ruang, tmp_path: Path) -> None:
    akar = ruang(BERTANGGAL.replace("judul: Uji", "judul: '=1+1'"))
    run("-C", akar, "daftar", "--per", "2026-11-23", "--xlsx", tmp_path / "d.xlsx")
    lembar = openpyxl.load_workbook(tmp_path / "d.xlsx").active
    assert lembar is not None
    kepala, isi = (
        [sel.value for sel in baris] for baris in lembar.iter_rows(max_row=2)
    )
    baris = dict(zip(kepala, isi, strict=True))
    assert baris["judul"] == "=1+1"
    judul = lembar.cell(2, kepala.index("judul") + 1)
    assert judul.data_type == "s", "data is never a formula"
    for nama, expect in (
        ("mulai", "2022-06-16"),
        ("berakhir", "2027-06-16"),
        ("aman", "2027-03-05"),
    ):
        nilai = baris[nama]
        assert nilai.date() == D(expect)  # type: ignore[union-attr] # a date, as Excel keeps it
    assert baris["sisa_hari"] == 102


def test_spreadsheet_has_no_clock() -> None:
    isi = [
        write_xlsx("a", {"x": 5}, [{"x": "1"}, {"x": D("2026-01-01")}])
        for _ in range(2)
    ]
    assert isi[0] == isi[1]
    assert openpyxl.load_workbook(BytesIO(isi[0])).sheetnames == ["a"]


@pytest.mark.processes
def test_catat_command(kerja: Workspace) -> None:
    hasil = run(
        "-C",
        kerja.root,
        "catat",
        "uji",
        "pemberitahuan_diterima",
        "--tanggal",
        "2027-02-01",
        "--perihal",
        "perpanjangan",
        "--dari",
        "kesatu",
    )
    assert "2027-02-01-pemberitahuan-diterima.yaml dicatat." in hasil.stdout
    assert all(
        t.jenis != "pemberitahuan"
        for _, t in all_tenggat(open_register(Opened(kerja), D("2027-02-02"))[0])
    )
    gagal = run(
        "-C",
        kerja.root,
        "catat",
        "uji",
        "perpanjangan",
        "--tanggal",
        "2027-02-01",
        kode=1,
    )
    assert "selama belum ada" in gagal.stderr
    assert "Tidak ada yang dicatat." in gagal.stderr


def test_a_term_shorter_than_its_notice_has_no_notice(ruang: Ruang) -> None:
    kerja = Workspace(ruang(BERTANGGAL.replace("5 tahun", "1 bulan")))
    assert (status(kerja, "2022-06-20"), kinds(kerja, "2022-06-20")) == (
        "berlaku",
        ["berakhir"],
    )


@pytest.mark.processes
def test_an_unknown_status_is_refused(kerja: Workspace) -> None:
    assert (
        "'ngawur' bukan salah satu dari"
        in run("-C", kerja.root, "daftar", "--status", "ngawur", kode=2).stderr
    )


@pytest.mark.parametrize(
    "isi",
    [
        "[1, 2]",
        "bukan json",
        "[]",
        "{}",
        json.dumps(["x", "t", 1, "j", {"judul": 1}, ""]),
    ],
)
def test_a_bad_row_of_the_index_is_no_row(isi: str, kerja: Workspace) -> None:
    pertama = load_register(Opened(kerja))
    with closing(sqlite3.connect(kerja.output / INDEX_FILE)) as db, db:
        db.execute("UPDATE baris SET isi = ?", (isi,))
    assert load_register(Opened(kerja)) == pertama


def test_what_cannot_be_read_is_reported_in_its_place(kerja: Workspace) -> None:
    """A link to itself, a name that is no UTF-8, an adendum that leads nowhere: each its own trouble, twice the same."""
    (kerja.kesepakatan_list / "lingkar").symlink_to("lingkar")
    shutil.copytree(
        kerja.kesepakatan_list / "uji",
        os.fsdecode(os.fsencode(kerja.kesepakatan_list) + b"/k\xff"),
    )
    shutil.copytree(kerja.kesepakatan_list / "uji", kerja.kesepakatan_list / "putus")
    (kerja.kesepakatan_list / "putus/adendum-01.yaml").symlink_to("tidak-ada.yaml")
    for _ in range(2):
        hasil = {satu.slug: satu for satu in load_register(Opened(kerja))}
        assert [slug for slug, satu in sorted(hasil.items()) if not satu.problem] == [
            "uji"
        ]
        assert len(hasil) == 4


BELUM_PASTI = BERTANGGAL.replace("2022-06-16", "2025-06-16")
"""Ends on 16 June 2030; no decree says yet what days of 2030 are off."""
ARTI = (
    "Tanggal bertanda (sementara) dapat berubah: hari libur tahun 2030 belum ditetapkan, "
    "atau keputusan bersamanya belum dicatat di hari-libur.yaml."
)


@pytest.mark.processes
def test_a_date_in_doubt_is_marked_in_the_list(ruang: Ruang, tmp_path: Path) -> None:
    akar = ruang(BELUM_PASTI)
    lines = run("-C", akar, "daftar", "--per", "2026-11-23").stdout.splitlines()
    assert "berakhir 2030-06-16  pemberitahuan 2030-03-15 (sementara) (" in lines[0]
    assert lines[-1] == ARTI
    (baris,) = json.loads(
        run("-C", akar, "daftar", "--per", "2026-11-23", "--json").stdout
    )
    assert (baris["sementara"], baris["tahun_sementara"]) == (["aman"], [2030])
    run("-C", akar, "daftar", "--per", "2026-11-23", "--xlsx", tmp_path / "d.xlsx")
    lembar = openpyxl.load_workbook(tmp_path / "d.xlsx").active
    assert lembar is not None
    kepala, isi = (
        [sel.value for sel in baris] for baris in lembar.iter_rows(max_row=2)
    )
    sel = dict(zip(kepala, isi, strict=True))
    assert (sel["sementara"], sel["tahun_sementara"]) == ("aman", "2030")


@pytest.mark.processes
def test_a_date_in_doubt_is_marked_among_the_deadlines(
    ruang: Ruang, tmp_path: Path
) -> None:
    akar = ruang(BELUM_PASTI)
    lines = run("-C", akar, "tenggat", "--per", "2026-11-23").stdout.splitlines()
    assert lines[0].startswith("2030-03-15 (sementara)  ")
    assert "batas 2030-03-16" in lines[0]
    assert "batas 2030-03-16 (sementara)" not in lines[0], "three months are certain"
    assert lines[-1] == ARTI
    rows = json.loads(
        run("-C", akar, "tenggat", "--per", "2026-11-23", "--json").stdout
    )
    assert [(r["sementara"], r["tahun_sementara"]) for r in rows] == [
        (["aman"], [2030])
    ] * 2
    run("-C", akar, "tenggat", "--per", "2026-11-23", "--ics", tmp_path / "t.ics")
    acara = icalendar.Calendar.from_ical((tmp_path / "t.ics").read_bytes())
    for entry in acara.walk("VEVENT"):
        assert str(entry["summary"]).endswith(" (sementara)")
        assert str(entry["description"]).endswith(f"\n{ARTI}")


@pytest.mark.processes
def test_no_mark_where_every_year_has_its_decree(kerja: Workspace) -> None:
    for perintah in ("daftar", "tenggat"):
        hasil = run("-C", kerja.root, perintah, "--per", "2026-11-23")
        assert "sementara" not in hasil.stdout
    (baris,) = json.loads(
        run("-C", kerja.root, "daftar", "--per", "2026-11-23", "--json").stdout
    )
    assert (baris["sementara"], baris["tahun_sementara"]) == ([], [])


def test_a_decree_of_the_office_takes_the_doubt_away(ruang: Ruang) -> None:
    akar = ruang(BELUM_PASTI)
    assert _row(Workspace(akar), "2026-11-23").provisional_years == (2030,)
    (akar / "hari-libur.yaml").write_text("keputusan: {2030: SK Uji}\n")
    assert _row(Workspace(akar), "2026-11-23").provisional_years == ()


def test_doubt_of_a_term_is_that_of_the_terms_after_it(ruang: Ruang) -> None:
    """A term of working days ends on a day in doubt; what is counted from it is in doubt too."""
    isi = BERTANGGAL.replace("5 tahun", "900 hari kerja").replace(
        "2022-06-16", "2024-06-16"
    )
    akar = ruang(
        isi,
        **{
            "agreements/uji/peristiwa/2027-05-20-perpanjangan.yaml": (
                "jenis: perpanjangan\ntanggal: 2027-05-20\nselama: 3 tahun\nnomor: 2/A\n"
            )
        },
    )
    baris = _row(Workspace(akar), "2027-06-01")
    assert baris.condition.ended and baris.condition.ended.provisional_years == (2028,)
    assert baris.data()["sementara"] == ["berakhir", "tanggal", "aman"]


@pytest.mark.parametrize(
    ("jenis", "name"), [("pengakhiran", "kewajiban"), ("musyawarah", "tindak_lanjut")]
)
def test_a_task_falls_due_on_a_certain_day_and_its_safe_day_is_in_doubt(
    ruang: Ruang, jenis: str, name: str
) -> None:
    tugas = f"{name}:\n- {{uraian: Melapor, oleh: kesatu, paling_lambat: 2028-01-15}}\n"
    lebih = "sebab: kesepakatan\n" if jenis == "pengakhiran" else "pokok: X\n"
    akar = ruang(
        BELUM_PASTI,
        **{
            f"agreements/uji/peristiwa/2026-01-05-{jenis}.yaml": (
                f"jenis: {jenis}\ntanggal: 2026-01-05\n{lebih}{tugas}"
            )
        },
    )
    tenggat = {
        t.jenis: t for t in _row(Workspace(akar), "2026-11-23").condition.tenggat
    }
    task = tenggat["kewajiban" if jenis == "pengakhiran" else "tindak-lanjut"]
    assert str(task.safe) == "2028-01-14"
    assert (task.tanggal_provisional_years, task.provisional_years) == ((), (2028,))
    assert task.alasan[-1].startswith("hari libur tahun 2028 masih sementara")


def test_a_year_of_the_plan_begins_on_a_certain_day(ruang: Ruang) -> None:
    isi = (AKAR / f"agreements/{CONTOH}/kesepakatan.yaml").read_text()
    akar = ruang(isi.replace("tanggal: 2022-06-16", "tanggal: 2024-06-16"))
    tenggat = {
        t.jenis: t for t in _row(Workspace(akar), "2027-11-23").condition.tenggat
    }
    year = tenggat["tahun-rencana-kerja"]
    assert (str(year.tanggal), year.tanggal_provisional_years) == ("2028-06-16", ())
    assert year.provisional_years == (2028,)
    assert year.alasan[-1].startswith("hari libur tahun 2028 masih sementara")


def test_a_folder_that_became_a_link_is_seen_and_so_is_its_end(
    kerja: Workspace,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The files behind it are the same to the last nanosecond, and old enough to be trusted."""
    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() + 10**11)
    folder, moved = kerja.folder("uji"), tmp_path_factory.mktemp("luar") / "uji"

    def problems() -> int:
        return len(open_register(Opened(kerja), D("2026-11-23"))[1])

    found = [problems()]
    folder.rename(moved)
    folder.symlink_to(moved)
    found.append(problems())
    folder.unlink()
    moved.rename(folder)
    found.append(problems())
    assert found == [0, 1, 0]
