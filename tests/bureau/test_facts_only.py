"""An agreement of which only facts are known: it has its place everywhere, and what needs a text says so."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.register import open_register, sheet_columns
from notakesepakatan.cli import cli
from notakesepakatan.compose.surat import Pemberitahuan
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import NeedsText
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.workspace import Workspace

FACTS = """\
cakupan: data_pokok
jenis: Perjanjian Kerja Sama
judul: Pelayanan Kesehatan
penandatanganan: {tanggal: 2024-03-05}
para_pihak:
- nama: Pemerintah Kabupaten Contoh
  nomor: 12/PKS/III/2024
- nama: RSUD Melati
jangka_waktu: 3 tahun
tenggat: {pemberitahuan: 3 bulan}
pencatatan:
  skema: KSDD wajib
  perangkat_daerah: Dinas Kesehatan
  nilai: 1500000
  lainnya: {Kode Arsip: B-17}
"""
TODAY = date(2026, 11, 1)


def _office(root: Path, text: str = FACTS) -> Office:
    workspace = Workspace.make(root)
    file = workspace.new_file("uji")
    file.parent.mkdir()
    file.write_text(text)
    return Office(workspace)


@pytest.mark.slow
def test_it_stands_in_the_register_with_what_the_office_keeps(tmp_path: Path) -> None:
    (row,), problems = open_register(_office(tmp_path), TODAY)
    assert problems == []
    data = row.data()
    assert data["cakupan"] == "data_pokok"
    assert data["skema"] == "KSDD wajib"
    assert data["perangkat_daerah"] == ["Dinas Kesehatan"]
    assert data["nilai"] == 1_500_000
    assert data["Kode Arsip"] == ["B-17"]
    assert "Kode Arsip" in sheet_columns([data])
    assert "segel" in data and data["segel"] == ""


@pytest.mark.slow
def test_its_tenggat_are_those_of_its_dates(tmp_path: Path) -> None:
    (row,), _ = open_register(_office(tmp_path), TODAY)
    days = {tenggat.jenis: tenggat.tanggal for tenggat in row.condition.tenggat}
    assert days == {"berakhir": date(2027, 3, 5), "pemberitahuan": date(2026, 12, 5)}


@pytest.mark.parametrize(
    ("term", "status", "end"),
    [
        ("sampai dengan 5 Maret 2027", "masa pemberitahuan", date(2027, 3, 5)),
        ("sampai dengan 5 Maret 2026", "berakhir", date(2026, 3, 5)),
        ("5 Maret 2027 sampai dengan 5 Maret 2028", "belum berlaku", date(2028, 3, 5)),
        ("belum diketahui sejak 5 Maret 2025", "berlaku", None),
        ("belum diketahui", "konsep", None),
    ],
)
def test_without_a_day_of_signing_the_days_of_its_term_tell(
    tmp_path: Path, term: str, status: str, end: date | None
) -> None:
    text = FACTS.replace("penandatanganan: {tanggal: 2024-03-05}\n", "").replace(
        "3 tahun", term
    )
    (row,), problems = open_register(_office(tmp_path, text), TODAY)
    assert problems == []
    assert row.condition.status == status
    assert (row.condition.ended.tanggal if row.condition.ended else None) == end


@pytest.mark.parametrize(
    "command",
    [
        ["adendum", "uji", "--perpanjang", "2 tahun"],
        ["konsolidasi", "uji"],
        ["rangkap", "uji"],
        ["baru", "lagi", "--seperti", "uji", "--pihak", "X; Y"],
    ],
)
def test_what_needs_the_text_says_so(tmp_path: Path, command: list[str]) -> None:
    _office(tmp_path)
    result = CliRunner().invoke(cli, ["-C", str(tmp_path), *command])
    assert isinstance(result.exception, NeedsText)
    assert "data pokok" in str(result.exception)


@pytest.mark.processes
def test_a_document_of_what_has_no_text_is_refused_for_that(tmp_path: Path) -> None:
    _office(tmp_path)
    susun = ["-C", str(tmp_path), "susun", "uji", "--dokumen", "adendum-01"]
    for _ in range(2):
        result = CliRunner().invoke(cli, susun)
        assert isinstance(result.exception, NeedsText)
        assert "tidak ada dokumen" not in result.output


def test_a_whole_text_has_to_know_its_term(tmp_path: Path) -> None:
    text = FACTS.replace("3 tahun", "belum diketahui").replace(
        "cakupan: data_pokok\n", ""
    )
    with pytest.raises(FaultyNaskah) as caught:
        parse_kesepakatan(text.encode(), "uji")
    assert "pasal" in str(caught.value)
    assert "jabatan" in str(caught.value)


def test_what_was_known_stays_when_the_text_comes(tmp_path: Path) -> None:
    text = FACTS.replace("cakupan: data_pokok\n", "")
    text = text.replace(
        "- nama: RSUD Melati",
        "  jabatan: Bupati\n  pejabat: A\n- nama: RSUD Melati\n  jabatan: Direktur\n  pejabat: B",
    )
    whole = parse_kesepakatan(
        (text + "pasal:\n- judul: SATU\n  isi: Isi.\n").encode(), "uji"
    ).kesepakatan
    assert not whole.facts_only
    assert whole.pencatatan.perangkat_daerah == ("Dinas Kesehatan",)


def test_a_letter_quotes_no_pasal_and_no_day_that_is_not_known(tmp_path: Path) -> None:
    from notakesepakatan.bureau.surat import draft_pemberitahuan
    from notakesepakatan.write.txt import write_txt

    text = FACTS.replace("penandatanganan: {tanggal: 2024-03-05}\n", "").replace(
        "3 tahun", "3 tahun sejak 5 Maret 2024"
    )
    surat = Pemberitahuan(perihal="perpanjangan", dari=0, tanggal=TODAY, reply=TODAY)
    letter = draft_pemberitahuan(_office(tmp_path, text), "uji", surat).documents[0]
    said = write_txt(letter.naskah).decode()
    assert "berakhir pada hari Jumat, tanggal 5 Maret 2027" in said
    assert "Pasal" not in said
    assert "5 Maret 2024" not in said
