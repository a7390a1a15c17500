"""One party of several leaves: its letter, what is recorded of it, and that the others go on."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bentuk.shapes import office
from command import run
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import FaultyPeristiwa, record
from notakesepakatan.bureau.register import open_register
from notakesepakatan.bureau.surat import (
    FaultySurat,
    due_pemberitahuan,
    publish_pemberitahuan,
)
from notakesepakatan.compose.surat import Pemberitahuan
from notakesepakatan.compute.time.timeline import life_line
from notakesepakatan.model.peristiwa import LEAVING

LAKE, SCHOOL, CLIMATE = "kb-danau-2026", "sekolah", "kb-perpustakaan-2025"
DAY, LEAVES = date(2027, 3, 1), date(2027, 6, 1)
MAY_LEAVE = (
    "PIHAK dapat mengundurkan diri dari Kesepakatan Bersama ini dengan "
    "pemberitahuan tertulis paling lambat 3 (tiga) bulan sebelumnya."
)
TERM = "- kunci: jangka_waktu\n  judul: JANGKA WAKTU\n"
SURAT = Pemberitahuan(LEAVING, 3, DAY, DAY, in_force=LEAVES)


def with_clause(root: Path, clause: str = MAY_LEAVE) -> Office:
    """An office with the agreement of five, to which a pasal is added."""
    of = office(root, LAKE)
    if clause:
        file = of.workspace.file(LAKE)
        pasal = f"- judul: PENGUNDURAN DIRI\n  isi: {clause}\n"
        text = file.read_text(encoding="utf-8").replace(TERM, pasal + TERM)
        file.write_text(text, encoding="utf-8")
    return of.anew()


def letter(of: Office, surat: Pemberitahuan = SURAT) -> str:
    written = publish_pemberitahuan(of, LAKE, surat, formats=("txt",))
    return written.files[0].read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_letter_ends_nothing_for_the_others(tmp_path: Path) -> None:
    text = letter(with_clause(tmp_path))
    assert "Pemberitahuan Pengunduran Diri dari Kesepakatan Bersama" in text
    assert f'Pasal 5 Kesepakatan Bersama berbunyi: "{MAY_LEAVE}"' in text
    assert (
        "Universitas Lembah Raya selaku PIHAK KEEMPAT bermaksud mengundurkan diri dari "
        "Kesepakatan Bersama tersebut terhitung sejak tanggal 1 Juni 2027." in text
    )
    assert (
        "Pengunduran diri ini tidak mengakhiri Kesepakatan Bersama tersebut bagi pihak "
        "lainnya; perubahan PARA PIHAK kami usulkan dituangkan dalam adendum." in text
    )
    assert "mengakhiri Kesepakatan Bersama tersebut pada" not in text
    assert "1. Bupati Muara Tandan" in text and "4. Kepala Balai" in text


def test_without_a_clause_it_only_asks_the_others(tmp_path: Path) -> None:
    text = letter(with_clause(tmp_path, ""))
    assert "Usulan Pengunduran Diri dari Kesepakatan Bersama" in text
    assert (
        "mengusulkan pengunduran dirinya dari Kesepakatan Bersama tersebut atas "
        "kesepakatan PARA PIHAK terhitung sejak tanggal 1 Juni 2027." in text
    )


def test_somebody_who_resigns_is_no_party_that_leaves(tmp_path: Path) -> None:
    clause = "Petugas yang mengundurkan diri diganti dalam 7 (tujuh) hari."
    assert "mengusulkan pengunduran" in letter(with_clause(tmp_path, clause))


def test_several_ayat_on_it_are_one_pasal(tmp_path: Path) -> None:
    of = with_clause(tmp_path)
    file = of.workspace.file(LAKE)
    ayat = f"  ayat:\n  - {MAY_LEAVE}\n  - Pengunduran diri PIHAK dituangkan dalam adendum.\n"
    text = file.read_text(encoding="utf-8").replace(f"  isi: {MAY_LEAVE}\n", ayat)
    file.write_text(text, encoding="utf-8")
    said = letter(of.anew())
    assert "Pengunduran diri diatur dalam Pasal 5 Kesepakatan Bersama." in said


def test_what_is_recorded_leaves_the_agreement_in_force(tmp_path: Path) -> None:
    of = with_clause(tmp_path)
    letter(of)
    of = of.anew()
    (row,), _ = open_register(of, date(2027, 7, 1))
    assert row.condition.status == "berlaku"
    line = life_line(row.summary, row.condition, (), date(2027, 7, 1))
    assert line
    said = [each.rincian for each in line.moments if each.jenis == "peristiwa"]
    assert said == [(("Perihal", "pengunduran diri"),)]


def test_the_notice_before_the_end_is_still_owed(tmp_path: Path) -> None:
    of = with_clause(tmp_path)
    file = of.workspace.file(LAKE)
    text = file.read_text(encoding="utf-8")
    term = "tenggat:\n  pemberitahuan: 3 bulan\nrangkap:\n"
    file.write_text(text.replace("rangkap:\n", term, 1), encoding="utf-8")
    notice = {"tanggal": "2027-03-04", "perihal": LEAVING, "dari": "keempat"}
    letter(of.anew())
    record(of.anew(), LAKE, {"jenis": "pemberitahuan_diterima", **notice})
    (owed,), problems = due_pemberitahuan(of.anew(), date(2031, 1, 2))
    assert not problems
    assert owed.tenggat.tanggal == date(2031, 1, 22)
    assert owed.composed is None


@pytest.mark.parametrize(
    ("slug", "surat", "why"),
    [
        (LAKE, replace(SURAT, in_force=None), "hari pengunduran diri belum disebut"),
        (
            LAKE,
            replace(SURAT, in_force=date(2027, 2, 1)),
            "pengunduran diri berlaku 2027-02-01, mendahului tanggal surat",
        ),
        (CLIMATE, replace(SURAT, dari=0), "susun pemberitahuan pengakhiran"),
    ],
)
def test_letters_that_cannot_be(
    tmp_path: Path, slug: str, surat: Pemberitahuan, why: str
) -> None:
    of = office(tmp_path, slug)
    with pytest.raises(FaultySurat, match=why):
        publish_pemberitahuan(of, slug, surat)


def test_of_two_none_leaves(tmp_path: Path) -> None:
    of = office(tmp_path, CLIMATE)
    notice = {"tanggal": "2027-03-01", "perihal": LEAVING, "dari": "kesatu"}
    with pytest.raises(FaultyPeristiwa, match="pilih pengakhiran"):
        record(of, CLIMATE, {"jenis": "pemberitahuan_dikirim", **notice})


@pytest.mark.processes
def test_the_command_takes_no_ground_of_ending(tmp_path: Path) -> None:
    with_clause(tmp_path)
    words = ("pemberitahuan", LEAVING, LAKE, "--dari", "keempat", "--tanggal", str(DAY))
    said = run("-C", tmp_path, *words, "--alasan", "kesepakatan", kode=2).stderr
    assert "--alasan hanya untuk pengakhiran" in said
    done = run(
        "-C", tmp_path, *words, "--berlaku", str(LEAVES), "--format", "txt"
    ).stdout
    assert "2027-03-01-pemberitahuan-pengunduran-diri.txt" in done
