"""News of agreements in force whose law has gone or changed; drafts are told by the check."""

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bureau.test_register import BERTANGGAL, D
from conftest import MINIMAL
from notakesepakatan.bureau.check import check_kesepakatan
from notakesepakatan.bureau.hukum import affected_kesepakatan
from notakesepakatan.bureau.register import open_register
from notakesepakatan.cli import hukum
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.opened import Opened
from notakesepakatan.web import create_app
from notakesepakatan.workspace import Workspace

Ruang = Callable[..., Path]
LAWS = (
    "dasar_hukum:\n"
    "- Undang-Undang Nomor 11 Tahun 2020 tentang Cipta Kerja\n"
    "- Undang-Undang Nomor 1 Tahun 2022 tentang Keuangan\n"
)
GONE = "Undang-Undang Nomor 11 Tahun 2020: dicabut; kini UU 6/2023"


def _laws(root: Path, day: str) -> list[tuple[str, ...]]:
    rows, problems = open_register(Opened(Workspace(root)), D(day))
    assert not problems
    return [each.laws for each in affected_kesepakatan(rows)]


def test_a_signed_agreement_is_news_while_it_runs(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL + LAWS)
    for _ in range(2):  # the second time from the index
        ((law,),) = _laws(root, "2026-11-26")
        assert law.startswith(GONE)
    assert _laws(root, "2029-01-01") == [], "what is over needs nothing"
    assert _laws(ruang(BERTANGGAL), "2026-11-26") == []


def test_a_draft_is_told_by_the_check_alone(ruang: Ruang) -> None:
    root = ruang(MINIMAL + LAWS)
    assert _laws(root, "2026-11-26") == []
    found = check_kesepakatan(Opened(Workspace(root)), "uji")
    assert "HUKUM-BERUBAH" in {one.kode for one in found}


OWN = """\
dilihat: 2026-11-20
peraturan:
- jenis: Undang-Undang
  nomor: "1"
  tahun: 2022
  sumber: dibaca
  perubahan: telah diubah dengan UU 9/2026
  terakhir: {nomor: "9", tahun: 2026}
"""


def test_an_office_has_rows_of_its_own(ruang: Ruang) -> None:
    """They stand before the program's, in the register, its index and the check."""
    root = ruang(BERTANGGAL + LAWS)
    assert len(_laws(root, "2026-11-26")[0]) == 1
    (root / "peraturan.yaml").write_text(OWN)
    for _ in range(2):  # the second time from the index
        ((gone, changed),) = _laws(root, "2026-11-26")
        assert gone.startswith(GONE)
        assert changed.endswith("telah diubah dengan UU 9/2026")
    found = check_kesepakatan(Opened(Workspace(root)), "uji")
    assert any("20 November 2026" in one.message for one in found)
    (root / "peraturan.yaml").write_text("dilihat: kemarin\n")
    with pytest.raises(FaultyNaskah, match=r"peraturan\.yaml"):
        check_kesepakatan(Opened(Workspace(root)), "uji")


@pytest.mark.parametrize("option", ["", "--json"])
def test_the_command(ruang: Ruang, option: str) -> None:
    root = ruang(BERTANGGAL + LAWS)
    command: click.Command = hukum.command
    words = ["--per", "2026-11-26", *([option] if option else [])]
    said = CliRunner().invoke(command, words, obj=str(root)).output
    assert GONE in said
    if option:
        (row,) = json.loads(said)
        assert row["kesepakatan"] == "uji"
    else:
        assert "1 kesepakatan berdasar hukum" in said


@pytest.mark.slow
def test_the_desk(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL + LAWS)
    app = create_app(
        Workspace(root),
        login_required=False,
        valid_hosts={"localhost"},
        now=lambda: 1_795_651_200.0,  # 26 November 2026
    )
    page = app.test_client().get("/hukum")
    assert GONE in page.text
