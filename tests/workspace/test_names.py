"""What is not read for its name is said, with the name that it should have; what is broken, with its reason."""

import json
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import MINIMAL
from notakesepakatan.bureau.register import open_register
from notakesepakatan.cli import cli
from notakesepakatan.desk.register import Board
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace

Ruang = Callable[..., Path]
DAY = date(2026, 11, 26)
EVENT = "jenis: pemberitahuan_diterima\ntanggal: 2026-11-02\n"


def problems(root: Path) -> list[str]:
    """What the register says of agreements that it cannot read."""
    _, said = open_register(Opened(Workspace(root)), DAY)
    return said


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Peristiwa/2026-11-02-a.yaml", "Peristiwa:1:1: {} peristiwa"),
        ("PERISTIWA/a.yml", "PERISTIWA:1:1: {} peristiwa"),
        ("peristiwa/2026-11-02-a.yml", "2026-11-02-a.yml:1:1: {} 2026-11-02-a.yaml"),
        ("peristiwa/a.YAML", "a.YAML:1:1: {} a.yaml"),
        ("ADENDUM-02.YAML", "ADENDUM-02.YAML:1:1: {} adendum-02.yaml"),
        ("SEGEL.json", "SEGEL.json:1:1: {} segel.json"),
        ("Adendum 3.yml", "Adendum 3.yml:1:1: {} adendum-03.yaml"),
    ],
)
def test_a_file_that_is_not_read_for_its_name_is_said(
    name: str, right: str, ruang: Ruang
) -> None:
    root = ruang()
    assert problems(root) == [], "it is known to the index before"
    file = root / "agreements/uji" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(EVENT)
    [said] = problems(root)
    assert right.format("tidak dibaca karena namanya; ganti namanya menjadi") in said
    file.unlink()
    assert problems(root) == []


@pytest.mark.parametrize("name", ["Kesepakatan.yaml", "KESEPAKATAN.YML"])
def test_an_agreement_whose_own_file_is_misnamed_is_said(
    name: str, ruang: Ruang
) -> None:
    root = ruang()
    file = root / "agreements/uji/kesepakatan.yaml"
    file.rename(file.with_name(name))
    [said] = problems(root)
    assert f"{name}: tidak dibaca karena namanya; ganti namanya menjadi" in said
    shutil.copy(file.with_name(name), file)
    [said] = problems(root)
    assert "kesepakatan.yaml sudah ada; satukan isinya" in said


def test_what_lies_beside_and_is_nothing_of_ours_is_left_alone(ruang: Ruang) -> None:
    root = ruang()
    folder = root / "agreements/uji"
    (folder / "catatan.txt").write_text("a")
    (folder / "peristiwa").mkdir()
    (folder / "peristiwa/.a.yml.swp").write_text("a")
    (folder / "peristiwa/foto.jpg").write_text("a")
    (folder / "Peristiwa").mkdir()
    assert problems(root) == []


def _break(file: Path, how: str) -> None:
    content = file.read_bytes()
    file.unlink()
    if how == "folder":
        file.mkdir()
    elif how == "link":
        outside = file.parents[3] / "luar.yaml"
        outside.write_bytes(content)
        file.symlink_to(outside)
    elif how == "nowhere":
        file.symlink_to("tidak-ada.yaml")
    elif how == "bytes":
        file.write_bytes(content + b"# \xff\n")
    elif how == "pipe":
        os.mkfifo(file)
    else:
        file.write_bytes(b"a: b: c\n")


@pytest.mark.parametrize(
    ("how", "expect"),
    [
        ("folder", "tidak dapat dibaca (nama itu bukan berkas biasa)"),
        ("pipe", "tidak dapat dibaca (nama itu bukan berkas biasa)"),
        ("link", "menunjuk ke luar ruang kerja"),
        ("nowhere", "tidak dapat dibaca (berkas atau folder tidak ada)"),
        ("bytes", "bukan teks UTF-8"),
        ("yaml", "titik dua di tengah teks"),
    ],
)
def test_a_broken_agreement_is_said_with_its_reason(
    how: str, expect: str, tmp_path: Path
) -> None:
    root = tmp_path / "ruang"
    file = root / "agreements/uji/kesepakatan.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(MINIMAL)
    _break(file, how)
    asked = ["-C", str(root), "daftar"]
    plain = CliRunner().invoke(cli, asked)
    assert plain.exit_code == 1
    assert f"{file}" in plain.stderr and expect in plain.stderr
    assert "yang ada:" not in plain.stderr
    [row] = json.loads(CliRunner().invoke(cli, [*asked, "--json"]).stdout)
    assert row["kesepakatan"] == "uji" and row["status"] is None
    assert expect in row["masalah"]
    [faulty] = Board(Workspace(root)).on(DAY).faulty
    assert expect in faulty.problem


def test_a_folder_in_capitals_is_said(ruang: Ruang) -> None:
    root = ruang()
    shutil.copytree(root / "agreements/uji", root / "agreements/Uji")
    [said] = problems(root)
    assert said.startswith('"Uji": bukan nama kesepakatan yang sah')
