"""A scan: with OCR its words are read and all of it is asked; without it the way is shown."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from bureau.test_take_text import words
from load.foreign.test_pdf import pdf, picture
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.take_text import NoText, examine_text
from notakesepakatan.cli import cli
from notakesepakatan.load.foreign.scan import doubtful_words, with_guessed_words
from notakesepakatan.workspace import Workspace

SCANNED = picture()
"""A page that is only a picture."""
_COPIES = (
    '#!/bin/sh\nfor last; do :; done\necho "$@" > "{log}"\ncp "{result}" "$last"\n'
)
_FAILS = '#!/bin/sh\necho "tesseract: ind not found" >&2\nexit 3\n'


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(Workspace.make(tmp_path / "kantor"))


@pytest.fixture(autouse=True)
def _nothing_guessed_before() -> None:
    with_guessed_words.cache_clear()


def _program(folder: Path, script: str, patch: pytest.MonkeyPatch) -> None:
    """A program of that name in a folder of its own, the first on PATH."""
    programs = folder / "bin"
    programs.mkdir()
    file = programs / "ocrmypdf"
    file.write_text(script)
    file.chmod(0o755)
    patch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")


def _reads(folder: Path, text: bytes, patch: pytest.MonkeyPatch) -> Path:
    """A program that reads that text in every scan; the file of its words of call."""
    result, log = folder / "terbaca.pdf", folder / "panggilan"
    lines = text.decode().splitlines()
    result.write_bytes(pdf("".join(f"<p>{line}</p>" for line in lines)))
    _program(folder, _COPIES.format(log=log, result=result), patch)
    return log


@pytest.mark.processes
def test_a_scan_is_read_and_all_of_it_is_asked(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = _reads(tmp_path, words("2 (dua)").replace(b"Air d", b"A1r d"), monkeypatch)
    read = examine_text(office, "pindaian.pdf", SCANNED)
    assert "-l ind" in log.read_text()
    assert read.content == SCANNED
    assert read.data["pasal"][1]["judul"] == "JANGKA WAKTU"
    assert {one.sure for one in read.inferred} == {"tanya"}
    assert any("OCR" in remark for remark in read.remarks)
    assert "kemungkinan salah baca: A1r" in read.remarks


@pytest.mark.processes
@pytest.mark.parametrize("name", ["foto.jpg", "foto.png", "faks.TIF"])
def test_a_picture_is_read_like_a_scan(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    log = _reads(tmp_path, words("2 (dua)"), monkeypatch)
    read = examine_text(office, name, b"\xff\xd8\xff\xe0")
    assert "--image-dpi 300" in log.read_text()
    assert read.data["pasal"][1]["judul"] == "JANGKA WAKTU"
    assert read.name == name


@pytest.mark.processes
def test_nothing_of_a_scan_is_written_unasked(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reads(tmp_path, words("2 (dua)"), monkeypatch)
    file = tmp_path / "pindaian.pdf"
    file.write_bytes(SCANNED)
    root = str(office.workspace.root)
    command = ["-C", root, "impor", str(file), "--ya", "--nama", "air"]
    refused = CliRunner().invoke(cli, command)
    assert "jangka waktunya tidak pasti" in str(refused.exception)
    answered = CliRunner().invoke(cli, [*command, "--jawab", "jangka_waktu=2 tahun"])
    assert answered.exit_code == 0, answered.output
    folder = office.workspace.folder("air")
    assert (folder / "lampiran-berkas/pindaian.pdf").read_bytes() == SCANNED


@pytest.mark.processes
def test_a_program_that_fails_leaves_the_scan_unread(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, _FAILS, monkeypatch)
    with pytest.raises(NoText, match="lampirkan berkasnya"):
        examine_text(office, "pindaian.pdf", SCANNED)


def test_without_a_program_the_way_is_shown(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoText, match="tesseract-ocr-ind"):
        examine_text(office, "pindaian.pdf", SCANNED)


def test_words_that_mix_figures_and_letters_are_doubted() -> None:
    text = "MENTER! tahun 2Ol4 Pasal 7A pukul 07.00 PP28 Nomor 12/PKS/2024 dan 1lmu"
    assert doubtful_words([text]) == ["MENTER!", "2Ol4", "1lmu"]
