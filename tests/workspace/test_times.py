"""The time of what is done in a workspace: the office's, also while the settings are wrong."""

from pathlib import Path

import pytest

from clock import LOS_ANGELES, UTC, machine
from notakesepakatan.workspace.times import now, zona_of


@pytest.mark.parametrize(
    ("content", "zona"),
    [
        ("zona: Asia/Jayapura\n", "Asia/Jayapura"),
        ("kertas: F4\nzona:  'Asia/Makassar' # WITA\n", "Asia/Makassar"),
        ('zona: "Asia/Jayapura"\nhuruf: [\n', "Asia/Jayapura"),
        ("zona: Asia/Tokyo\n", "Asia/Jakarta"),
        ("# zona: Asia/Jayapura\n", "Asia/Jakarta"),
        ("surel:\n  zona: Asia/Jayapura\n", "Asia/Jakarta"),
        ("zona:\n", "Asia/Jakarta"),
        ("", "Asia/Jakarta"),
    ],
)
def test_the_line_of_the_zone_is_read(tmp_path: Path, content: str, zona: str) -> None:
    (tmp_path / "pengaturan.yaml").write_text(content, encoding="utf-8")
    assert zona_of(tmp_path) == zona


def test_no_settings_and_settings_that_cannot_be_read(tmp_path: Path) -> None:
    assert zona_of(tmp_path) == "Asia/Jakarta"
    (tmp_path / "pengaturan.yaml").mkdir()
    assert zona_of(tmp_path) == "Asia/Jakarta"


@pytest.mark.parametrize("zone", [UTC, LOS_ANGELES])
def test_a_time_has_the_office_s_offset_on_any_machine(
    tmp_path: Path, zone: str
) -> None:
    (tmp_path / "pengaturan.yaml").write_text("zona: Asia/Jayapura\n", encoding="utf-8")
    with machine(zone, "2026-11-24T00:30:12+09:00"):
        assert now(tmp_path) == "2026-11-24T00:30:12+09:00"
