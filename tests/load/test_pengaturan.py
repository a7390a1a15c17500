"""Settings of a workspace as they are written."""

from pathlib import Path

import pytest

from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.pengaturan import load_pengaturan
from notakesepakatan.workspace.layout import sample_pengaturan
from notakesepakatan.zona import EVERY_ZONA, Zona


def _written(root: Path, content: str) -> Path:
    (root / "pengaturan.yaml").write_text(content, encoding="utf-8")
    return root


@pytest.mark.parametrize("zona", EVERY_ZONA)
def test_each_zone_of_indonesia_is_taken(tmp_path: Path, zona: Zona) -> None:
    assert load_pengaturan(_written(tmp_path, f"zona: {zona}\n")).zona == zona


def test_who_says_nothing_is_in_jakarta(tmp_path: Path) -> None:
    assert load_pengaturan(tmp_path).zona == "Asia/Jakarta"
    assert load_pengaturan(_written(tmp_path, "kertas: F4\n")).zona == "Asia/Jakarta"
    assert load_pengaturan(sample_pengaturan().parent).zona == "Asia/Jakarta"


@pytest.mark.parametrize(
    "wrong",
    ["Asia/Pontianak", "asia/jakarta", "WIB", "UTC", "UTC+7", "7", "''", "[]"],
)
def test_nothing_else_is_taken(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(FaultyNaskah) as raised:
        load_pengaturan(_written(tmp_path, f"zona: {wrong}\n"))
    (temuan,) = raised.value.temuan
    assert "pengaturan.yaml:1:" in str(temuan) and "zona: " in str(temuan)
