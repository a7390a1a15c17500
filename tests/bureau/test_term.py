"""Terms of real shapes through the office: register, letters, adenda, events and papers agree."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from bureau.test_register import BERTANGGAL, D
from command import run
from notakesepakatan.bureau.adendum import draft_perpanjangan
from notakesepakatan.bureau.adendum_request import AdendumRefused, Request
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import FaultyPeristiwa, record
from notakesepakatan.bureau.register import REGISTER_COLUMNS, open_register
from notakesepakatan.bureau.surat import (
    FaultySurat,
    draft_pemberitahuan,
    parse_perpanjangan,
    publish,
)
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.surat import Pemberitahuan
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import load_riwayat
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.dasar import Lama
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.txt import write_txt
from notakesepakatan.write.xlsx import write_xlsx

Ruang = Callable[..., Path]


def signed(jangka_waktu: str, more: str = "") -> str:
    """A signed agreement of 16 June 2022 with this term."""
    return BERTANGGAL.replace("5 tahun", jangka_waktu).replace(
        "  isi: Isi.", '  isi: "Berlaku [[jangka_waktu]]."'
    ) + (more)


def office(ruang: Ruang, jangka_waktu: str, more: str = "") -> Office:
    return Office(Workspace(ruang(signed(jangka_waktu, more))))


def letter(
    of: Office, about: str, day: str, berlaku: str | None = None, **said: object
) -> str:
    surat = Pemberitahuan(
        "pengakhiran" if about == "pengakhiran" else "perpanjangan",
        0,
        D(day),
        D(day),
        alasan="tujuan kerja sama telah tercapai",
        in_force=D(berlaku) if berlaku else None,
        **said,  # type: ignore[arg-type] # of Pemberitahuan
    )
    planned = draft_pemberitahuan(of, "uji", surat)
    naskah = planned.documents[0].naskah
    return write_txt(naskah).decode()


_ENDS = [
    (
        "1 April 2023 sampai dengan 31 Maret 2027",
        "2027-03-31",
        "Rabu, 31 Maret 2027.",
        "31 Desember 2026",
        "selama 4 (empat) tahun",
    ),
    (
        "{sampai: 2027-12-31}",
        "2027-12-31",
        "Jumat, 31 Desember 2027.",
        "30 September 2027",
        "untuk jangka waktu yang akan disepakati PARA PIHAK",
    ),
    (
        "tahun anggaran 2026-2027",
        "2027-12-31",
        "Jumat, 31 Desember 2027.",
        "30 September 2027",
        "selama 2 (dua) tahun",
    ),
    (
        "{selama: 4 tahun, mulai: 2023-04-01}",
        "2027-04-01",
        "Kamis, 1 April 2027.",
        "1 Januari 2027",
        "selama 4 (empat) tahun",
    ),
]


@pytest.mark.parametrize(("term", "akhir", "kata", "batas", "lama"), _ENDS)
def test_register_letter_and_notice_say_one_end(
    ruang: Ruang, term: str, akhir: str, kata: str, batas: str, lama: str
) -> None:
    of = office(ruang, term)
    ((row,), problems) = open_register(of, D("2026-11-24"))
    assert not problems
    data = row.data()
    assert str(data["berakhir"]) == akhir
    text = letter(of, "perpanjangan", "2026-11-24")
    weekday, _, day = kata.partition(", ")
    assert f"berakhir pada hari {weekday}, tanggal {day}" in text
    assert f"yaitu tanggal {batas}." in text
    assert lama in text
    ending = letter(of, "pengakhiran", "2026-11-24")
    last = kata.split(", ")[1].split(" (", maxsplit=1)[0].rstrip(".")
    assert f"tersebut setelah jangka waktunya berakhir pada tanggal {last}" in ending


def test_a_letter_may_propose_a_day(ruang: Ruang) -> None:
    of = office(ruang, "sampai dengan 31 Desember 2027")
    text = letter(of, "perpanjangan", "2026-11-24", sampai=date(2029, 6, 30))
    assert (
        "perpanjangan Nota Kesepakatan tersebut sampai dengan tanggal 30 Juni 2029"
        in text
    )


_OPEN = [
    ("tanpa batas waktu", "tanpa batas waktu", "berlaku tanpa batas waktu."),
    (
        "{sampai_terpenuhi: seluruh hibah diserahkan}",
        "sampai terpenuhi: seluruh hibah diserahkan",
        "berlaku sampai dengan seluruh hibah diserahkan.",
    ),
]


@pytest.mark.processes
@pytest.mark.parametrize(("term", "kata", "kalimat"), _OPEN)
def test_what_has_no_end_says_so_everywhere(
    ruang: Ruang, term: str, kata: str, kalimat: str
) -> None:
    root = ruang(signed(term))
    of = Office(Workspace(root))
    ((row,), _) = open_register(of, D("2100-01-01"))
    data = row.data()
    assert (data["status"], data["berakhir"], data["jangka_waktu"]) == (
        "berlaku",
        None,
        kata,
    )
    assert not row.condition.tenggat, "nothing ends, so nothing falls due"
    (first, *_) = run("-C", root, "daftar", "--per", "2100-01-01").stdout.splitlines()
    assert first == f"uji  berlaku  {kata}  -"
    (shown,) = json.loads(run("-C", root, "daftar", "--json").stdout)
    assert shown["berakhir"] is None and shown["jangka_waktu"] == kata
    sheet = root / "daftar.xlsx"
    sheet.write_bytes(write_xlsx("Daftar", REGISTER_COLUMNS, [data]))
    cells = next(openpyxl.load_workbook(sheet)["Daftar"].iter_rows(min_row=2))
    assert kata in [cell.value for cell in cells]
    loaded = Opened(Workspace(root)).riwayat("uji").origin
    paper = write_txt(compose_kesepakatan(of.composer, loaded)).decode()
    assert f"Berlaku {kalimat.removeprefix('berlaku ')}" in paper
    assert not list(publish(of, D("2100-01-01"))), "no letter is ever due"


@pytest.mark.parametrize(("term", "kata", "kalimat"), _OPEN)
def test_what_has_no_end_is_ended_and_never_extended(
    ruang: Ruang, term: str, kata: str, kalimat: str
) -> None:
    of = office(ruang, term)
    with pytest.raises(FaultySurat, match="tidak ada yang diperpanjang"):
        letter(of, "perpanjangan", "2026-11-24")
    with pytest.raises(FaultySurat, match="hari pengakhirannya harus disebut"):
        letter(of, "pengakhiran", "2026-11-24")
    text = letter(of, "pengakhiran", "2026-11-24", "2027-06-01")
    assert kalimat in text
    assert "sebelum tanggal pengakhiran, yaitu tanggal 1 Maret 2027." in text
    assert "PARA PIHAK pada tanggal 1 Juni 2027, dengan alasan" in text
    late = Pemberitahuan(
        "pengakhiran", 0, D("2027-04-01"), D("2027-04-01"), in_force=D("2027-06-01")
    )
    assert "sesudah batas" in draft_pemberitahuan(of, "uji", late).peringatan
    for how in ("2 tahun", "sampai dengan 31 Desember 2030"):
        with pytest.raises(AdendumRefused, match="tidak ada yang diperpanjang"):
            draft_perpanjangan(of, "uji", parse_perpanjangan(how), Request())
    event = {"jenis": "perpanjangan", "tanggal": "2026-11-24", "selama": "2 tahun"}
    with pytest.raises(FaultyPeristiwa, match="tidak ada yang diperpanjang"):
        record(of, "uji", event)


def test_an_ending_without_time_of_notice_needs_none_where_there_is_no_end(
    ruang: Ruang,
) -> None:
    isi = signed("tanpa batas waktu").replace("pemberitahuan: 3 bulan, ", "")
    of = Office(Workspace(ruang(isi)))
    text = letter(of, "pengakhiran", "2026-11-24", "2027-06-01")
    assert "paling lambat" not in text.split("Kami mengharapkan")[0]


_PROLONGED = [
    ("5 tahun", "2 tahun", "7 tahun", "2029-06-16"),
    ("5 tahun", "18 bulan", "78 bulan", "2028-12-16"),
    ("5 tahun", "31 Desember 2028", "sampai dengan 31 Desember 2028", "2028-12-31"),
    (
        "2 tahun sejak 1 April 2026",
        "1 tahun",
        "3 tahun sejak 1 April 2026",
        "2029-04-01",
    ),
    (
        "1 April 2026 sampai dengan 31 Maret 2027",
        "1 tahun",
        "1 April 2026 sampai dengan 31 Maret 2028",
        "2028-03-31",
    ),
    (
        "sampai dengan 31 Desember 2027",
        "sampai dengan 30 Juni 2029",
        "sampai dengan 30 Juni 2029",
        "2029-06-30",
    ),
    ("tahun anggaran 2026", "1 tahun", "tahun anggaran 2026-2027", "2027-12-31"),
    (
        "tahun anggaran 2026",
        "2027-06-30",
        "1 Januari 2026 sampai dengan 30 Juni 2027",
        "2027-06-30",
    ),
]


@pytest.mark.parametrize(("term", "lama", "baru", "akhir"), _PROLONGED)
def test_an_adendum_prolongs_and_reads_back(
    ruang: Ruang, term: str, lama: str, baru: str, akhir: str
) -> None:
    of = office(ruang, term)
    why = Request(alasan=("masih diperlukan",))
    drafted = draft_perpanjangan(of, "uji", parse_perpanjangan(lama), why)
    assert f"menjadi: {baru}" in drafted.file.read_text()
    assert any("Pasal 1" in sentence for sentence in drafted.perubahan)
    riwayat = load_riwayat(Workspace(of.workspace.root), "uji")
    assert str(riwayat.last.kesepakatan.jangka_waktu) == baru
    signing = "\npenandatanganan: {tempat: X, tanggal: 2026-06-10}\n"
    text = drafted.file.read_text().replace("pejabat: A", "pejabat: A\n  nomor: 2/A")
    drafted.file.write_text(text + signing)
    ((row,), problems) = open_register(Opened(of.workspace), D("2026-06-20"))
    assert not problems and row.condition.ended
    assert str(row.condition.ended.tanggal) == akhir
    assert row.condition.status == "diperpanjang"


@pytest.mark.parametrize(
    ("term", "lama", "kata"),
    [
        ("sampai dengan 31 Desember 2027", "2027-12-31", "sudah sampai dengan"),
        ("sampai dengan 31 Desember 2027", "30 hari kerja", "hari kerja"),
        ("tahun anggaran 2026", "6 bulan", "hanya dapat diperpanjang dengan tahun"),
        ("5 tahun", "90 hari", "tidak dapat dijumlahkan"),
    ],
)
def test_what_cannot_be_added_is_refused(
    ruang: Ruang, term: str, lama: str, kata: str
) -> None:
    of = office(ruang, term)
    with pytest.raises(AdendumRefused, match=kata):
        draft_perpanjangan(of, "uji", parse_perpanjangan(lama), Request())


def test_how_to_go_on_is_a_span_or_a_day() -> None:
    assert parse_perpanjangan("2 (dua) tahun") == Lama(jumlah=2, satuan="tahun")
    assert parse_perpanjangan("31 Desember 2028") == date(2028, 12, 31)
    for wrong in ("tanpa batas waktu", "lama", "2 tahun sejak 1 April 2026"):
        with pytest.raises(FaultySurat, match="bukan lama atau hari terakhir"):
            parse_perpanjangan(wrong)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lama", "kata"),
    [
        ({}, "selama belum ada"),
        ({"selama": "1 tahun", "sampai": "2029-01-01"}, "berdampingan"),
        ({"sampai": "2027-12-31"}, "tidak melampaui hari berakhir semula 2027-12-31"),
    ],
)
def test_an_event_of_extension_says_one_way_how_far(
    ruang: Ruang, lama: dict[str, str], kata: str
) -> None:
    of = office(ruang, "sampai dengan 31 Desember 2027")
    event = {"jenis": "perpanjangan", "tanggal": "2026-11-24"}
    with pytest.raises(FaultyPeristiwa, match=kata):
        record(of, "uji", event | lama)
    record(of, "uji", event | {"sampai": "2028-12-31"})
    ((row,), _) = open_register(Opened(of.workspace), D("2026-11-25"))
    assert row.condition.ended and str(row.condition.ended.tanggal) == "2028-12-31"


def test_an_operation_inside_the_term_is_told_to_take_it_whole(ruang: Ruang) -> None:
    adendum = (
        "perubahan:\n- tindakan: ubah\n  letak: jangka waktu sampai\n"
        "  menjadi: 2028-12-31\n"
    )
    root = ruang(
        signed("sampai dengan 31 Desember 2027"),
        **{"agreements/uji/adendum-01.yaml": adendum},
    )
    with pytest.raises(FaultyNaskah, match="sebut bagian di atasnya") as gagal:
        load_riwayat(Workspace(root), "uji")
    assert "bukan letak yang dikenal" in str(gagal.value)


PLAN = """\
lampiran:
  kepala: Lampiran
  judul: RENCANA KERJA
  program:
  - nama: Satu
    tahapan:
    - {isi: Pertama, tahun: [I, III], output: x, outcome: y, tugas: {bersama: z}}
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("term", "tahun"),
    [
        ("1 April 2026 sampai dengan 31 Maret 2029", 3),
        ("tahun anggaran 2026-2029", 4),
        ("tanpa batas waktu", 3),
        ("{sampai_terpenuhi: seluruh hibah diserahkan}", 3),
        ("sampai dengan 31 Desember 2025", 4),
    ],
)
def test_the_plan_has_a_column_for_each_year(
    ruang: Ruang, term: str, tahun: int
) -> None:
    of = office(ruang, term, PLAN)
    loaded = of.riwayat("uji").origin
    assert loaded.reading.jumlah_tahun == tahun
    text = write_txt(compose_kesepakatan(of.composer, loaded)).decode()
    last = ["I", "II", "III", "IV"][:tahun]
    assert "\t".join(last) in text


def test_a_year_beyond_the_term_is_a_fault() -> None:
    isi = signed("1 April 2026 sampai dengan 31 Maret 2027", PLAN)
    with pytest.raises(FaultyNaskah, match='tahun "III" melewati jangka waktu'):
        parse_kesepakatan(isi.encode(), "uji.yaml")
    early = signed("sampai dengan 31 Desember 2021")
    with pytest.raises(FaultyNaskah, match="sebelum penandatanganan 16 Juni 2022"):
        parse_kesepakatan(early.encode(), "uji.yaml")


OPENING = (
    'pembukaan: "Hari [[penandatanganan.hari]] ([[penandatanganan.tanggal_angka]])"'
)


def test_a_planned_day_is_printed_and_the_draft_stays_a_draft(ruang: Ruang) -> None:
    isi = (
        signed("5 tahun")
        .replace("tanggal: 2022-06-16", "rencana: 2027-03-01")
        .replace("pembukaan: Pada hari ini", OPENING)
    )
    of = Office(Workspace(ruang(isi)))
    loaded = of.riwayat("uji").origin
    assert loaded.kesepakatan.konsep and loaded.kesepakatan.signed is None
    text = write_txt(compose_kesepakatan(of.composer, loaded)).decode()
    assert "Hari Senin (01-03-2027)" in text
    ((row,), _) = open_register(of, D("2027-04-01"))
    assert row.condition.status == "konsep"


def _apart(second: str) -> str:
    own = "\n  penandatanganan: {tempat: %s, tanggal: %s}"
    return (
        signed("5 tahun")
        .replace(", tanggal: 2022-06-16", "")
        .replace("jabatan: Kepala", "jabatan: Kepala" + own % ("Solo", "2026-03-02"))
        .replace("jabatan: Ketua", "jabatan: Ketua" + own % ("Bogor", second))
    )


def test_parties_that_sign_apart_have_signed_when_the_last_did(ruang: Ruang) -> None:
    of = Office(Workspace(ruang(_apart("2026-03-05"))))
    loaded = of.riwayat("uji").origin
    assert loaded.kesepakatan.signed == D("2026-03-05")
    text = write_txt(compose_kesepakatan(of.composer, loaded)).decode()
    assert "Solo, 2 Maret 2026\tBogor, 5 Maret 2026" in text
    ((row,), _) = open_register(of, D("2026-03-04"))
    assert row.condition.status == "konsep"
    ((row,), _) = open_register(of, D("2026-03-05"))
    assert row.condition.status == "berlaku"
    assert row.condition.ended and str(row.condition.ended.tanggal) == "2031-03-05"


def test_one_party_alone_has_not_signed_the_agreement(ruang: Ruang) -> None:
    of = Office(Workspace(ruang(_apart("~"))))
    loaded = of.riwayat("uji").origin
    assert loaded.kesepakatan.konsep
    text = write_txt(compose_kesepakatan(of.composer, loaded)).decode()
    assert "Solo, 2 Maret 2026\tBogor, …" in text


def test_what_the_text_says_of_the_day_goes_before_the_last_one() -> None:
    isi = _apart("2026-03-05").replace("tempat: X", "tempat: X, tanggal: 2026-03-01")
    assert parse_kesepakatan(isi.encode(), "uji").kesepakatan.signed == D("2026-03-01")


UNTIL = "{sampai_terpenuhi: seluruh hibah diserahkan}"
MET = {"jenis": "syarat_terpenuhi", "tanggal": "2026-03-02"}


def test_a_condition_that_is_met_ends_the_agreement_and_says_why(ruang: Ruang) -> None:
    of = office(ruang, UNTIL)
    by = {
        "uraian": "Menyerahkan laporan",
        "oleh": "kesatu",
        "paling_lambat": "2026-12-01",
    }
    file = record(of, "uji", {**MET, "dasar": "BAST 12/2026", "kewajiban": [by]})
    ((before,), _) = open_register(of.anew(), D("2026-03-01"))
    assert (before.condition.status, before.condition.ended) == ("berlaku", None)
    ((row,), _) = open_register(of.anew(), D("2026-11-24"))
    data = row.data()
    assert (data["status"], str(data["berakhir"])) == ("berakhir", "2026-03-02")
    assert data["sebab_berakhir"] == "syarat terpenuhi: seluruh hibah diserahkan"
    (left,) = row.condition.tenggat
    assert (left.jenis, left.tanggal) == ("kewajiban", D("2026-12-01"))
    assert left.alasan[0].startswith(
        "syarat terpenuhi 2 Maret 2026 butir 1: Menyerahkan"
    )
    with pytest.raises(
        FaultySurat, match="statusnya berakhir, syarat terpenuhi: seluruh"
    ):
        letter(of.anew(), "pengakhiran", "2026-11-24", "2026-12-01")
    with pytest.raises(FaultyPeristiwa, match="bertentangan dengan syarat_terpenuhi"):
        record(of.anew(), "uji", {"jenis": "pengakhiran", "tanggal": "2026-05-04"})
    done = {"jenis": "selesai", "tanggal": "2026-11-30", "kejadian": "2026-03-02"}
    record(of.anew(), "uji", done)
    ((row,), _) = open_register(of.anew(), D("2026-12-01"))
    assert not row.condition.tenggat
    assert file.name == "2026-03-02-syarat-terpenuhi.yaml"


def test_a_condition_is_met_only_where_the_term_has_one(ruang: Ruang) -> None:
    with pytest.raises(FaultyPeristiwa, match='"5 tahun", bukan sampai suatu syarat'):
        record(office(ruang, "5 tahun"), "uji", MET)
    by_term = {"jenis": "pengakhiran", "tanggal": "2026-03-02", "sebab": "jangka-waktu"}
    with pytest.raises(FaultyPeristiwa, match="catat sebagai syarat_terpenuhi"):
        record(office(ruang, UNTIL), "uji", by_term)


CAPPED = "{sampai_terpenuhi: perda ditetapkan, paling_lama: 5 tahun}"


def test_a_condition_ends_it_before_its_cap(ruang: Ruang) -> None:
    of = office(ruang, CAPPED)
    ((before,), _) = open_register(of.anew(), D("2026-02-01"))
    assert before.data()["paling_lambat"] is True
    record(of, "uji", MET)
    ((row,), _) = open_register(of.anew(), D("2026-11-24"))
    data = row.data()
    assert (data["status"], str(data["berakhir"])) == ("berakhir", "2026-03-02")
    assert "paling_lambat" not in data


def test_letters_and_adenda_tell_of_a_cap(ruang: Ruang) -> None:
    of = office(ruang, CAPPED)
    told = letter(of, "pengakhiran", "2026-11-24", "2027-06-01")
    assert "berakhir paling lambat pada hari" in told
    with pytest.raises(AdendumRefused, match="apakah syaratnya ikut berubah"):
        draft_perpanjangan(of, "uji", parse_perpanjangan("1 tahun"), Request())


@pytest.mark.processes
def test_a_condition_met_by_command_is_listed_and_taken_back(ruang: Ruang) -> None:
    folder = office(ruang, UNTIL).workspace.root
    met = ("catat", "uji", "syarat_terpenuhi", "--tanggal", "2026-03-02", "--ya")
    told = run("-C", folder, *met)
    assert told.returncode == 0
    assert "Status menjadi berakhir, semula berlaku." in told.stderr
    listed = run("-C", folder, "daftar", "--per", "2026-11-24").stdout
    assert "berakhir 2026-03-02 (syarat terpenuhi: seluruh hibah" in listed
    back = ("cabut", "uji", "2026-03-02-syarat-terpenuhi", "--alasan", "keliru", "--ya")
    assert run("-C", folder, *back).returncode == 0
    listed = run("-C", folder, "daftar", "--per", "2026-11-24").stdout
    assert "berlaku  sampai terpenuhi: seluruh hibah diserahkan" in listed


@pytest.mark.parametrize(
    ("typed", "longer", "is_told"),
    [
        ("Biaya dari APBD Tahun Anggaran 2027.", "sampai dengan 2028-12-31", True),
        ("Biaya dari Tahun Anggaran 2026-2027.", "sampai dengan 2028-12-31", True),
        ("Biaya dari Tahun Anggaran 2026.", "sampai dengan 2028-12-31", False),
        ("Biaya dari Tahun Anggaran 2027.", "sampai dengan 2027-12-31", False),
        ("Biaya dari tahun anggaran berjalan.", "sampai dengan 2028-12-31", False),
    ],
)
def test_an_extension_tells_of_a_budget_year_that_is_left_behind(
    ruang: Ruang, typed: str, longer: str, *, is_told: bool
) -> None:
    text = signed("sampai dengan 30 Juni 2027", f"- judul: BIAYA\n  isi: {typed}\n")
    head, behind = text.split("penandatanganan:", 1)
    rest, cost = behind.split("- judul: BIAYA", 1)
    whole = f"{head}- judul: BIAYA{cost}penandatanganan:{rest}"
    of = Office(Workspace(ruang(whole)))
    drafted = draft_perpanjangan(of, "uji", parse_perpanjangan(longer), Request())
    told = [each for each in drafted.peringatan if "Tahun anggaran yang lama" in each]
    assert bool(told) is is_told
    assert not told or "pada Pasal 2 isi; tidak ikut diubah" in told[0]


BARE = """\
jenis: Memorandum Saling Pengertian
judul: Penelitian Kelautan
susunan: {nomor: tanpa_nomor, pasal: tanpa_nomor, sebutan_tanda_tangan: tidak}
penandatanganan: {tempat: Samudera, tanggal: 2023-02-10}
para_pihak:
- {nama: Universitas Samudera, pejabat: ANWAR HADI, jabatan: Rektor, kedudukan: Samudera}
- nama: Institut Kelautan Norda
  pejabat: INGRID HOLM
  jabatan: Wakil Rektor
  tanda_tangan: [a.n. Rektor, Wakil Rektor]
  kedudukan: Norda
jangka_waktu: 5 tahun
tenggat: {pemberitahuan: 6 bulan}
pasal:
- {judul: BIDANG, isi: Kedua lembaga meneliti bersama.}
- kunci: jangka_waktu
  judul: MASA BERLAKU
  gaya_rincian: "1."
  ayat:
  - Memorandum ini berlaku [[jangka_waktu]].
  - isi: Memorandum ini dapat diakhiri paling lambat [[tenggat.pemberitahuan]] sebelumnya.
    kunci: pemberitahuan
  - isi: Pengakhiran tidak memengaruhi kegiatan yang sedang berjalan.
    kunci: kewajiban_tersisa
"""


def bare(ruang: Ruang, text: str = BARE) -> Office:
    return Office(Workspace(ruang(text)))


def test_a_letter_says_no_more_than_the_paper_does(ruang: Ruang) -> None:
    """No name that the paper does not give, no duty that its clause does not name."""
    told = letter(bare(ruang), "pengakhiran", "2026-11-24", "2027-06-01")
    assert "PIHAK KESATU" not in told and "PARA PIHAK" not in told
    left = (
        'MASA BERLAKU ayat 3 Memorandum Saling Pengertian berbunyi: "Pengakhiran tidak'
    )
    assert left in told
    assert "tetap harus diselesaikan" not in told
    lines = told.splitlines()
    items = [line.partition(". ")[2] for line in lines if re.match(r"\d\. ", line)]
    assert len(items) > 4
    assert all(item[0].isupper() for item in items), items
    owed = letter(
        bare(ruang), "pengakhiran", "2026-11-24", "2027-06-01", kewajiban=("laporan",)
    )
    assert ". Kewajiban yang tetap harus diselesaikan adalah laporan." in owed
    with_names = BARE.replace(", sebutan_tanda_tangan: tidak", "")
    named = letter(bare(ruang, with_names), "perpanjangan", "2026-11-24")
    assert "selaku PIHAK KESATU" in named, "it stands above the signature"


def test_an_office_alone_is_written_to_with_its_body(ruang: Ruang) -> None:
    told = letter(bare(ruang), "perpanjangan", "2026-11-24").splitlines()
    begin = told.index("Yth. Rektor")
    assert told[begin + 1] == "Institut Kelautan Norda"


@pytest.mark.parametrize(
    ("label", "called"),
    [("1.", "ayat 2"), ("1)", "ayat 2)"), ("(1)", "ayat (2)")],
)
def test_ayat_are_called_as_the_paper_labels_them(
    ruang: Ruang, label: str, called: str
) -> None:
    of = bare(ruang, BARE.replace('"1."', f'"{label}"'))
    ((row,), _) = open_register(of, D("2026-11-24"))
    assert f"bagian MASA BERLAKU {called}" in [
        due.dasar for due in row.condition.tenggat
    ]
    assert f"MASA BERLAKU {called} Memorandum" in letter(
        of.anew(), "pengakhiran", "2026-11-24", "2027-06-01"
    )
    other = "- {judul: LAIN, ayat: [Satu., Dua.]}"
    mixed = BARE.replace("pasal:\n", f"pasal:\n{other}\n").replace('"1."', f'"{label}"')
    ((row,), _) = open_register(bare(ruang, mixed), D("2026-11-24"))
    assert "bagian MASA BERLAKU ayat (2)" in [
        due.dasar for due in row.condition.tenggat
    ]
