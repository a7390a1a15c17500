"""What was done by mistake is taken back, with a reason, and its record stays."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from baca import nota
from bureau.test_register import BERTANGGAL
from conftest import CONTOH
from notakesepakatan.bukti import examine
from notakesepakatan.bureau.adendum import draft_perpanjangan
from notakesepakatan.bureau.adendum_request import Request
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import Substitution, record
from notakesepakatan.bureau.seal import seal_signed
from notakesepakatan.bureau.withdrawal import (
    PENANDATANGANAN,
    NotWithdrawn,
    deeds,
    foresee,
    withdraw,
)
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.dasar import Lama
from notakesepakatan.workspace import Workspace
from web.conftest import copy_workspace

Ruang = Callable[..., Path]
TODAY = date(2026, 7, 2)
EXTENSION = {"jenis": "perpanjangan", "tanggal": "2026-07-01", "selama": "2 tahun"}
NAME = "2026-07-01-perpanjangan"


def opened(root: Path) -> Opened:
    return Opened(Workspace(root), who="ani")


def test_an_event_is_marked_in_its_file_and_counts_no_more(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    before = opened(root).summary("uji")
    file = record(opened(root), "uji", EXTENSION)
    lines = file.read_text().splitlines()
    assert opened(root).summary("uji") != before
    assert withdraw(opened(root), "uji", NAME, "salah  tanggal", TODAY) == file
    assert file.read_text().splitlines()[: len(lines)] == lines
    (gone,) = opened(root).recorded("uji").withdrawn
    assert gone.peristiwa.dicabut
    assert gone.peristiwa.dicabut.alasan == "salah tanggal"
    assert gone.peristiwa.dicabut.oleh == "ani"
    assert opened(root).summary("uji") == before
    (entry,) = [e for e in Workspace(root).trail() if e.tindakan.startswith("mencabut")]
    assert (entry.who, entry.reason) == ("ani", "salah tanggal")


def test_the_same_may_be_recorded_again(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    record(opened(root), "uji", EXTENSION)
    withdraw(opened(root), "uji", NAME, "salah", TODAY)
    assert record(opened(root), "uji", EXTENSION).name == f"{NAME}-2.yaml"


def test_what_follows_is_said_before(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    record(opened(root), "uji", EXTENSION)
    told = foresee(opened(root), "uji", NAME, TODAY).following
    assert any(sentence.startswith("Status menjadi ") for sentence in told)
    assert any(sentence.startswith("Berakhir: ") for sentence in told)
    assert any(sentence.startswith("Tenggat ") for sentence in told)


def test_nothing_is_taken_away_on_which_something_stands(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    talks = {"jenis": "musyawarah", "tanggal": "2026-05-01", "pokok": "Biaya"}
    task = {"uraian": "Merinci", "paling_lambat": "2026-06-01"}
    record(opened(root), "uji", {**talks, "tindak_lanjut": [task]})
    done = {"jenis": "selesai", "tanggal": "2026-05-20", "kejadian": "2026-05-01"}
    record(opened(root), "uji", done)
    with pytest.raises(NotWithdrawn, match="2026-05-20-selesai") as told:
        withdraw(opened(root), "uji", "2026-05-01-musyawarah", "salah", TODAY)
    assert "cabut itu dahulu" in str(told.value)
    with pytest.raises(NotWithdrawn, match="Selesai, 20 Mei 2026") as refused:
        withdraw(opened(root), "uji", PENANDATANGANAN, "salah", TODAY)
    assert refused.value.before == "2026-05-20-selesai"
    shown = nota(root, "cabut", "uji", PENANDATANGANAN).output
    assert "nota cabut uji 2026-05-20-selesai" in shown
    assert len(opened(root).peristiwa_list("uji")) == 2


def test_a_reason_is_wanted_and_a_name_that_is_there(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    record(opened(root), "uji", EXTENSION)
    with pytest.raises(NotWithdrawn, match="alasan"):
        withdraw(opened(root), "uji", NAME, "  ", TODAY)
    with pytest.raises(NotWithdrawn, match=f"yang dapat dicabut: {NAME}"):
        withdraw(opened(root), "uji", "perpanjangan", "salah", TODAY)


def test_an_event_is_put_right_in_one_act(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    record(opened(root), "uji", EXTENSION)
    right = {**EXTENSION, "selama": "3 tahun"}
    with pytest.raises(NotWithdrawn, match="alasan"):
        record(opened(root), "uji", right, replaces=Substitution(NAME, "", TODAY))
    why = Substitution(NAME, "salah lama", TODAY)
    record(opened(root), "uji", right, replaces=why)
    recorded = opened(root).recorded("uji")
    assert [str(each.peristiwa.selama) for each in recorded.peristiwa_list] == [
        "3 tahun"
    ]
    assert [each.file.stem for each in recorded.withdrawn] == [NAME]


def test_a_signing_leaves_the_draft_and_its_seal_says_so(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    file = root / "agreements/uji/kesepakatan.yaml"
    signed = file.read_bytes()
    withdraw(opened(root), "uji", PENANDATANGANAN, "salah tanggal", TODAY)
    text = file.read_text(encoding="utf-8")
    lost = set(signed.decode().splitlines()) - set(text.splitlines())
    assert all("tanggal" in line for line in lost), lost
    assert opened(root).riwayat("uji").origin.kesepakatan.konsep
    assert opened(root).seals("uji").problems == ()
    rows = json.loads((root / "agreements/uji/segel.json").read_bytes())
    assert rows[-1]["dicabut"] is True
    assert rows[-1]["alasan"] == "salah tanggal"
    assert (root / ".meja/segel" / rows[-1]["sidik"]).read_bytes() == signed
    assert not examine(root).faults


@pytest.mark.slow
def test_the_draft_of_an_adendum_is_kept_aside(tmp_path: Path) -> None:
    contoh = copy_workspace(tmp_path)
    file = contoh / "agreements" / CONTOH / "adendum-01.yaml"
    draft = file.read_bytes()
    assert "adendum-01" in [each.name for each in deeds(opened(contoh), CONTOH)]
    with pytest.raises(NotWithdrawn, match="Adendum Kesatu, konsep"):
        withdraw(opened(contoh), CONTOH, PENANDATANGANAN, "salah", TODAY)
    kept = withdraw(opened(contoh), CONTOH, "adendum-01", "belum disetujui", TODAY)
    assert not file.exists()
    assert kept.parent.name == "dicabut"
    assert kept.read_bytes().endswith(draft)
    assert "belum disetujui" in kept.read_text().splitlines()[0]
    assert not opened(contoh).riwayat(CONTOH).adendum
    file.write_bytes(draft)
    again = withdraw(opened(contoh), CONTOH, "adendum-01", "lagi", TODAY)
    assert again != kept
    assert kept.exists()


def test_the_command(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    words = ("--tanggal", "2026-07-01", "--selama", "2 tahun")
    assert nota(root, "catat", "uji", "perpanjangan", *words).exit_code == 0
    listed = nota(root, "cabut", "uji").output
    assert f"{NAME}  Perpanjangan, 1 Juli 2026" in listed
    refused = nota(root, "cabut", "uji", NAME)
    assert refused.exit_code == 1
    assert "--alasan" in refused.output
    done = nota(root, "cabut", "uji", NAME, "--alasan", "keliru")
    assert done.exit_code == 0, done.output
    assert f"{NAME} dicabut" in done.output
    replaced = nota(
        root, "catat", "uji", "perpanjangan", *words, "--alasan", "tanpa yang diganti"
    )
    assert replaced.exit_code == 2


def _signed_by_hand(root: Path) -> None:
    """An adendum that extends, dated in its file, beside an extension that is recorded."""
    office = Office(Workspace(root))
    draft_perpanjangan(
        office, "uji", Lama.model_validate("1 tahun"), Request(alasan=("perlu",))
    )
    extension = {"jenis": "perpanjangan", "tanggal": "2026-07-01", "selama": "1 tahun"}
    record(Office(Workspace(root)), "uji", extension)
    file = root / "agreements/uji/adendum-01.yaml"
    text = file.read_text(encoding="utf-8")
    signed = text + "penandatanganan: {tempat: Solo, tanggal: 2026-08-01}\n"
    numbered = signed.replace("- pejabat: ", "- nomor: 1/A/2026\n  pejabat: ")
    file.write_text(numbered, encoding="utf-8")


@pytest.mark.slow
def test_a_text_that_spoils_a_recorded_event_is_not_sealed_and_that_is_taken_back(
    ruang: Ruang,
) -> None:
    root = ruang(BERTANGGAL.replace("isi: Isi.", "isi: Berlaku [[jangka_waktu]]."))
    nota(root, "segel", "uji")
    _signed_by_hand(root)
    with pytest.raises(FaultyNaskah, match="dihitung dua kali; jangan dicatat, atau"):
        seal_signed(Opened(Workspace(root)), "uji", date(2026, 9, 1))
    name = "2026-07-01-perpanjangan"
    foreseen = foresee(Opened(Workspace(root)), "uji", name, date(2026, 9, 1))
    assert "dapat dibaca lagi" in foreseen.following[-1]
    withdraw(Opened(Workspace(root)), "uji", name, "sudah diadendum", date(2026, 9, 1))
    sealed = seal_signed(Opened(Workspace(root)), "uji", date(2026, 9, 1))
    assert sealed.files == ("adendum-01.yaml",)
    assert Opened(Workspace(root)).summary("uji")
