"""`nota perbaiki`: only what is wrong beyond doubt, shown first, and nothing beside it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from command import run
from compute.rules.test_rules import SAMPAH, harmless, slips
from conftest import AKAR, MINIMAL
from notakesepakatan.bureau.check import Found, temuan_list
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.repair import plan_repair, repair, repaired
from notakesepakatan.cli import perbaiki
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.workspace import ChangedMeanwhile, Workspace

Ruang = Callable[..., Path]
SHAPES = sorted((AKAR / "tests/bentuk").glob("*/kesepakatan.yaml"))
EXAMPLES = sorted((AKAR / "agreements").glob("*/kesepakatan.yaml"))


def _loaded(text: str) -> Loaded | None:
    try:
        return parse_kesepakatan(text.encode(), "k.yaml")
    except FaultyNaskah:
        return None  # refused before any rule is asked


def _kinds(loaded: Loaded) -> Counter[tuple[str, str]]:
    found = temuan_list(Riwayat(loaded), loaded, None)
    return Counter((one.kode, one.place.key) for one in found)


def _by_hand(text: str, done: tuple[Found, ...]) -> str:
    """A text with each of these pieces, where it stands, put otherwise."""
    lines = text.split("\n")
    for found in reversed(done):
        number, begin = found.tempat.baris - 1, found.tempat.kolom - 1
        end = begin + len(found.piece)
        line = lines[number]
        assert line[begin:end] == found.piece
        lines[number] = line[:begin] + (found.replace or "") + line[end:]
    return "\n".join(lines)


def check_repair(text: str) -> int:
    """That the repair of a text does what it says; how much it put right."""
    loaded = _loaded(text)
    if loaded is None:
        return 0
    mended, done = repaired(loaded, None)
    # A paragraph may be folded anew; its words are those.
    assert mended.split() == _by_hand(text, done).split()
    if done:
        after = _loaded(mended)
        assert after
        assert not _kinds(after) - _kinds(loaded)
        assert _kinds(after).total() < _kinds(loaded).total()
    return len(done)


@pytest.mark.long
def test_a_repair_of_a_slip_changes_that_and_brings_nothing_new() -> None:
    """Every tenth of the seeded slips and of the harmless edits; all of them where there is time."""
    mended = _check_repairs(slips()[::10], harmless()[::10])
    assert mended >= 6


@pytest.mark.long
def test_a_repair_of_any_slip_changes_that_and_brings_nothing_new() -> None:
    mended = _check_repairs(slips(), harmless())
    assert mended >= 60
    for file in [*EXAMPLES, *SHAPES]:
        check_repair(file.read_text())


def _check_repairs(
    slips: list[tuple[str, str]], harmless: list[tuple[str, str]]
) -> int:
    """How many of these slips of the clean example a repair put right; no harmless edit is touched."""
    start = SAMPAH.index("jenis:")
    mended = 0
    for old, new in slips:
        i = SAMPAH.index(old, start)
        mended += check_repair(SAMPAH[:i] + new + SAMPAH[i + len(old) :])
    for old, new in harmless:
        assert check_repair(SAMPAH.replace(old, new)) == 0, (old, new)
    return mended


def _mended(text: str) -> str:
    loaded = _loaded(text)
    assert loaded
    mended, _ = repaired(loaded, lambda word: True)
    return mended


def _with(isi: str) -> str:
    return MINIMAL.replace("isi: Isi.", f"isi: {isi}")


@pytest.mark.parametrize(
    "isi",
    [
        "Surel kerjasama@contoh.go.id dan laman obyek.contoh.go.id.",
        "Nama acaranya “Praktek Obyek Wisata” setiap tahun.",
        "'Istilah \"resiko\" dipakai di sini.'",
        "Sesuai dengan Peraturan Daerah Nomor 3 Tahun 2010 tentang Ijin Obyek Wisata.",
        "Melaksanakan Nota Kesepakatan Nomor 119/55/NK/2024.",
        "Melaksanakan Perjanjian Nomor 5 tentang praktek lapangan.",
        "Dilaporkan kepada Kepala Bagian Kerjasama Daerah.",
        "Para petani petani hadir.",
        "Ruas 12/ 2020 dan 3 ,5 meter.",
        "Hari Rabu, tanggal 16 Juni 2022.",
    ],
)
def test_what_may_be_right_is_left(isi: str) -> None:
    text = _with(isi).replace(
        "- nama: Badan A\n", "- nama: Badan A\n  nomor: 119/56/NK/2024\n"
    )
    assert _mended(text) == text


def test_names_and_addresses_of_the_parties_are_left() -> None:
    text = (
        _with("Koperasi Obyek Wisata mengelola obyek.")
        .replace("nama: Badan A", "nama: Koperasi Obyek Wisata")
        .replace("jabatan: Kepala", "jabatan: Ketua Sub Bagian")
        .replace("kedudukan: Jakarta", "kedudukan: Jalan Praktek 3")
    )
    # The second "obyek" is put right in a text of its own only: the desk looks for the first.
    assert "Koperasi Obyek Wisata mengelola objek." in _mended(text)
    assert _mended(text).replace("objek", "obyek") == text


def test_a_party_keeps_the_name_it_has_chosen() -> None:
    text = _with(
        "PIHAK PERTAMA bertugas membina, dan PIHAK PERTAMA melaporkannya."
    ).replace("nama: Badan A\n", "nama: Badan A\n  sebutan: PIHAK PERTAMA\n")
    assert _mended(text) == text


def test_a_law_and_a_defined_term_keep_their_capitals() -> None:
    items = (
        "isi: 'Dasarnya meliputi:'\n  huruf:\n"
        "  - Undang-Undang Nomor 11 Tahun 2008 dan perubahannya;\n"
        "  - Nomor Induk Kependudukan yang selanjutnya disingkat NIK adalah nomor; dan\n"
        "  - Menyediakan data."
    )
    text = MINIMAL.replace("isi: Isi.", items)
    assert _mended(text) == text.replace("Menyediakan data", "menyediakan data")


def test_a_heading_keeps_its_capitals() -> None:
    text = MINIMAL.replace("judul: SATU", "judul: LINGKUP KERJASAMA")
    assert "judul: LINGKUP KERJA SAMA\n" in _mended(text)


def test_a_fix_that_would_bring_a_finding_is_left() -> None:
    """With its capital, the place is looked for, and it is not there."""
    text = _with("Sesuai dengan pasal 15 dan obyek kerja sama.")
    assert _mended(text) == text.replace("obyek", "objek")


def test_the_same_words_in_a_remark_are_left() -> None:
    text = _with('"Kami meru\\x62ah obyek." # merubah')
    assert _mended(text) == text.replace("obyek", "objek")


@pytest.mark.processes
def test_a_script_is_not_asked(ruang: Ruang) -> None:
    folder = ruang(_with("Kami merubah pasal."))
    said = run("-C", folder, "perbaiki", "uji", "--ya").stdout
    assert "merubah menjadi mengubah" in said
    assert "Tulis perbaikan" not in said
    assert "mengubah" in (folder / "agreements/uji/kesepakatan.yaml").read_text()


@pytest.mark.parametrize(("answer", "written"), [("n\n", False), ("\n", True)])
def test_who_sits_at_a_terminal_sees_it_first(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool
) -> None:
    folder = ruang(_with("Kami merubah pasal."))
    monkeypatch.setattr(perbaiki, "is_interactive", lambda: True)
    command: click.Command = perbaiki.command
    said = CliRunner().invoke(command, ["uji"], input=answer, obj=str(folder)).output
    shown, _, after = said.partition("Tulis perbaikan ini ke dalam konsep?")
    assert "merubah menjadi mengubah" in shown
    assert ("Tidak ada yang diubah." in after) is not written
    text = (folder / "agreements/uji/kesepakatan.yaml").read_text()
    assert ("mengubah" in text) is written


def test_what_was_shown_is_what_is_written(ruang: Ruang) -> None:
    folder = ruang(_with("Kami merubah pasal."))
    office = Office(Workspace(folder))
    planned = plan_repair(office, "uji")
    file = folder / "agreements/uji/kesepakatan.yaml"
    file.write_text(_with("Kami merubah obyek."))
    with pytest.raises(ChangedMeanwhile):
        repair(office, "uji", planned.seen)
    assert file.read_text() == _with("Kami merubah obyek.")
