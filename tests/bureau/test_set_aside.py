"""A draft is put aside with a reason, is hidden from the register, and comes back as it was."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from baca import nota
from bureau.test_register import BERTANGGAL
from conftest import MINIMAL
from notakesepakatan.bureau.konsep import IsSetAside, konsep_side_draft
from notakesepakatan.bureau.new import read_like
from notakesepakatan.bureau.new_like import copy_draft
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.penandatanganan import kesepakatan_to_sign
from notakesepakatan.bureau.register import Selection, open_register
from notakesepakatan.bureau.set_aside import NotSetAside, set_aside, take_up_again
from notakesepakatan.workspace import Workspace

Ruang = Callable[..., Path]
TODAY = date(2026, 11, 24)


def office(root: Path) -> Office:
    return Office(Workspace(root), who="ani")


def shown(root: Path, *status: str) -> list[str]:
    rows, _ = open_register(office(root), TODAY, Selection(status))
    return [row.summary.slug for row in rows]


@pytest.mark.slow
def test_it_is_hidden_unless_asked_for(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    assert shown(root) == ["uji"]
    set_aside(office(root), "uji", "mitranya  mundur", TODAY)
    assert shown(root) == []
    assert shown(root, "disisihkan") == ["uji"]
    (entry,) = Workspace(root).trail()
    assert (entry.tindakan, entry.reason, entry.who) == (
        "menyisihkan konsep",
        "mitranya mundur",
        "ani",
    )


@pytest.mark.slow
def test_it_comes_back_as_it_was(ruang: Ruang) -> None:
    root = ruang(f"# catatan\n{MINIMAL}")
    before = Workspace(root).read("uji")
    set_aside(office(root), "uji", "mundur", TODAY)
    take_up_again(office(root), "uji")
    assert Workspace(root).read("uji") == before
    assert shown(root) == ["uji"]


@pytest.mark.parametrize(
    ("text", "reason", "why"),
    [
        (MINIMAL, "  ", "alasan"),
        (BERTANGGAL, "keliru", "ditandatangani"),
    ],
)
def test_what_is_signed_stays_and_a_reason_is_wanted(
    ruang: Ruang, text: str, reason: str, why: str
) -> None:
    root = ruang(text)
    with pytest.raises(NotSetAside, match=why):
        set_aside(office(root), "uji", reason, TODAY)
    assert Workspace(root).read("uji").decode() == text


def test_it_is_put_aside_and_taken_up_once(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    with pytest.raises(NotSetAside, match="tidak disisihkan"):
        take_up_again(office(root), "uji")
    set_aside(office(root), "uji", "mundur", TODAY)
    with pytest.raises(NotSetAside, match="sudah disisihkan"):
        set_aside(office(root), "uji", "lagi", TODAY)


def test_nobody_edits_or_signs_it(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    set_aside(office(root), "uji", "mundur", TODAY)
    with pytest.raises(IsSetAside):
        konsep_side_draft(Workspace(root), "uji", "ani").open()
    with pytest.raises(IsSetAside):
        kesepakatan_to_sign(office(root), "uji")


def test_a_copy_of_it_is_a_draft_to_work_on(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    set_aside(office(root), "uji", "mundur", TODAY)
    other = {"nama": "Badan C", "jabatan": "Kepala", "kedudukan": "Depok"}
    copied = copy_draft(office(root), "uji", read_like({"para_pihak": [other]}))
    assert "disisihkan" not in copied.text


@pytest.mark.slow
def test_the_command_puts_aside_and_brings_back(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    assert nota(root, "sisihkan", "uji").exit_code == 1
    nota(root, "sisihkan", "uji", "--alasan", "mundur")
    assert json.loads(nota(root, "daftar", "--json").output) == []
    asked = nota(root, "daftar", "--status", "disisihkan", "--json")
    assert json.loads(asked.output)[0]["status"] == "disisihkan"
    nota(root, "sisihkan", "uji", "--kembalikan")
    assert json.loads(nota(root, "daftar", "--json").output)[0]["status"] == "konsep"
