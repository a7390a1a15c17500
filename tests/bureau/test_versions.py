"""Older versions of an agreement's files: listed, compared in words, brought back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from baca import nota
from bureau.test_register import BERTANGGAL
from conftest import MINIMAL
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import record
from notakesepakatan.bureau.versions import (
    OUTSIDE,
    NoSuchVersion,
    NotBroughtBack,
    NotKept,
    bring_back,
    changed_in,
    find_version,
    versions,
)
from notakesepakatan.workspace import ChangedMeanwhile, Workspace

Ruang = Callable[..., Path]
OTHER = MINIMAL.replace("- judul: SATU", "- judul: SATU BARU")


def office(root: Path) -> Office:
    return Office(Workspace(root), who="ani")


def write(root: Path, content: str) -> None:
    workspace = Workspace(root)
    with workspace.act("menyimpan konsep", "uji", "ani", "rapat") as act:
        act.write(workspace.file("uji"), content.encode())


def present(root: Path) -> str:
    return Workspace(root).read("uji").decode()


def test_each_version_says_who_and_what(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    write(root, OTHER)
    first, second = versions(Workspace(root), "uji")
    assert (first.tindakan, first.who, first.is_present) == (OUTSIDE, "", False)
    assert (second.tindakan, second.who, second.reason) == (
        "menyimpan konsep",
        "ani",
        "rapat",
    )
    assert second.is_present
    assert (first.number, second.number) == (1, 2)


@pytest.mark.slow
def test_what_changed_is_told_in_words(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    write(root, OTHER)
    version = find_version(Workspace(root), "uji", 2)
    (change,) = changed_in(office(root), "uji", version) or []
    assert change.place == "judul Pasal 1"
    assert change.before.endswith("SATU")
    assert change.after.endswith("SATU BARU")


def test_what_is_on_no_paper_is_told_too(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    write(root, f"{MINIMAL}pencatatan: {{lokasi: Kota A}}\n")
    version = find_version(Workspace(root), "uji", 2)
    (change,) = changed_in(office(root), "uji", version) or []
    assert (change.before, change.after) == ("", "Kota A")


def test_a_draft_comes_back_and_goes_again(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    write(root, OTHER)
    bring_back(office(root), "uji", 1)
    assert present(root) == MINIMAL
    *_, last = versions(Workspace(root), "uji")
    assert (last.tindakan, last.reason) == ("mengembalikan versi", "versi 1")
    bring_back(office(root), "uji", 2)
    assert present(root) == OTHER


def test_what_was_changed_by_hand_is_a_version_once_it_is_written_over(
    ruang: Ruang,
) -> None:
    root = ruang(MINIMAL)
    write(root, OTHER)
    by_hand = MINIMAL.replace("- judul: SATU", "- judul: TANGAN")
    Workspace(root).file("uji").write_text(by_hand)
    write(root, MINIMAL)
    actions = [each.tindakan for each in versions(Workspace(root), "uji")]
    assert actions == [OUTSIDE, "menyimpan konsep", OUTSIDE, "menyimpan konsep"]
    bring_back(office(root), "uji", 3)
    assert present(root) == by_hand


def test_words_that_were_lost_are_said_to_be(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    write(root, OTHER)
    Workspace(root).file("uji").write_text(MINIMAL)
    with pytest.raises(NotKept, match="versi 2"):
        bring_back(office(root), "uji", 2)


def test_an_unknown_number_names_those_that_are(ruang: Ruang) -> None:
    with pytest.raises(NoSuchVersion, match="1 sampai dengan 1"):
        bring_back(office(ruang(MINIMAL)), "uji", 7)


def test_what_is_signed_stays(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    write(root, BERTANGGAL)
    with pytest.raises(NotBroughtBack, match="adendum"):
        bring_back(office(root), "uji", 1)
    assert present(root) == BERTANGGAL


def test_a_signed_version_does_not_sign_a_draft(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    write(root, MINIMAL)
    with pytest.raises(NotBroughtBack, match="versi itu sudah ditandatangani"):
        bring_back(office(root), "uji", 1)


def test_an_event_is_corrected_otherwise(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    extension = {"jenis": "perpanjangan", "tanggal": "2026-07-01", "selama": "2 tahun"}
    record(office(root), "uji", extension)
    (event, _) = versions(Workspace(root), "uji")
    assert event.words == "peristiwa 2026-07-01-perpanjangan"
    with pytest.raises(NotBroughtBack, match="--mengganti"):
        bring_back(office(root), "uji", event.number)


def test_a_version_that_cannot_be_read_is_not_brought_back(ruang: Ruang) -> None:
    root = ruang(f"{MINIMAL}asing: ya\n")
    write(root, MINIMAL)
    with pytest.raises(NotBroughtBack, match="tidak cocok lagi"):
        bring_back(office(root), "uji", 1)


def test_another_hand_in_between_is_seen(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    write(root, OTHER)
    with pytest.raises(ChangedMeanwhile):
        bring_back(office(root), "uji", 1, seen="lain")
    assert present(root) == OTHER


def test_each_version_is_kept_once(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    for content in (OTHER, MINIMAL, OTHER, MINIMAL):
        write(root, content)
    assert len(list((root / ".meja/versi").iterdir())) == 2


@pytest.mark.slow
def test_the_command_lists_shows_and_brings_back(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    write(root, OTHER)
    assert "menyimpan konsep" in nota(root, "versi", "uji").output
    shown = nota(root, "versi", "uji", "--lihat", "2")
    assert "SATU BARU" in shown.output
    data = json.loads(nota(root, "versi", "uji", "--lihat", "2", "--json").output)
    assert data["perubahan"][0]["letak"] == "judul Pasal 1"
    nota(root, "versi", "uji", "--kembalikan", "1")
    assert present(root) == MINIMAL
