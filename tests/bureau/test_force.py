"""From when an adendum is in force, as a person types it."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from bureau.test_adendum import DASAR, Ruang
from notakesepakatan.bureau.force import Force, WrongForce, force_of
from notakesepakatan.cli import cli


@pytest.mark.parametrize(
    ("typed", "force"),
    [
        ("", None),
        ("2029-01-01", Force("mulai_berlaku", "2029-01-01")),
        ("1 Januari 2029", Force("mulai_berlaku", "2029-01-01")),
        ("setelah berakhir", Force("setelah_berakhir", "ya")),
        ("Setelah jangka waktunya berakhir.", Force("setelah_berakhir", "ya")),
        ("gedung diserahterimakan", Force("saat_berlaku", "gedung diserahterimakan")),
        ("pada saat gedung  selesai", Force("saat_berlaku", "gedung selesai")),
    ],
)
def test_what_is_typed(typed: str, force: Force | None) -> None:
    assert force_of(typed) == force


@pytest.mark.parametrize("typed", ["31 Februari 2029", "2029-13-01", "1/1"])
def test_what_is_no_day(typed: str) -> None:
    with pytest.raises(WrongForce, match="tidak terbaca; tulis mis"):
        force_of(typed)


def drafted(root: Path, *more: str) -> dict[str, object]:
    arguments = ["-C", str(root), "adendum", "uji", "--perpanjang", "1 tahun"]
    arguments += ["--per", "2026-01-15", *more]
    result = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    file = root / "agreements" / "uji" / "adendum-01.yaml"
    data: dict[str, object] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return data


@pytest.mark.slow
def test_the_draft_says_it_and_another_way_takes_its_place(ruang: Ruang) -> None:
    root = ruang(DASAR)
    data = drafted(root, "--berlaku", "gedung diserahterimakan")
    assert data["saat_berlaku"] == "gedung diserahterimakan"
    kept = drafted(root, "--ganti")
    assert kept["saat_berlaku"] == "gedung diserahterimakan"
    other = drafted(root, "--ganti", "--berlaku", "setelah berakhir")
    assert "saat_berlaku" not in other
    assert other["setelah_berakhir"] in (True, "ya")
