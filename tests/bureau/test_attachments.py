"""Files beside an agreement: what is kept of them, and that none is lost, overwritten, or run."""

import shutil
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from baca import nota
from bureau.test_facts_only import FACTS
from notakesepakatan import bukti
from notakesepakatan.bureau.attachments import (
    AttachmentChanged,
    AttachmentStays,
    CannotAttach,
    NewAttachment,
    attach,
    picture_of,
    read_attached,
    withdraw,
)
from notakesepakatan.bureau.backup import write_backup
from notakesepakatan.load.attachments import BrokenAttachmentList, read_attachments
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import PointsOutside, hash_of

SCAN = NewAttachment(
    "Scan PKS (1).PDF", b"%PDF-1.7 isi", "lainnya", date(2024, 3, 5), "asli"
)


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    workspace = Workspace.make(tmp_path)
    file = workspace.new_file("uji")
    file.parent.mkdir()
    file.write_text(FACTS)
    return Opened(workspace)


def test_it_is_kept_with_its_kind_day_and_hash(opened: Opened) -> None:
    attach(opened, "uji", SCAN)
    (kept,) = read_attachments(opened.workspace, "uji")
    assert (kept.name, kept.title) == ("scan-pks-1.pdf", "Scan PKS (1).PDF")
    assert (kept.kind, kept.day, kept.remark) == ("lainnya", date(2024, 3, 5), "asli")
    assert kept.fingerprint == hash_of(SCAN.content)
    assert read_attached(opened.workspace, "uji", kept.name) == SCAN.content
    assert {entry.tindakan for entry in opened.workspace.trail(slug="uji")} == {
        "melampirkan berkas"
    }


def test_no_file_may_be_run(opened: Opened) -> None:
    attach(opened, "uji", SCAN)
    mode = (opened.workspace.attachment_folder("uji") / "scan-pks-1.pdf").stat().st_mode
    assert not mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    for name in ("pasang.exe", "halaman.html", "gambar.svg", "tanpa-akhiran"):
        with pytest.raises(CannotAttach, match="jenis berkas"):
            attach(opened, "uji", NewAttachment(name, b"isi", "lainnya"))


def test_another_of_the_same_name_gets_another_and_the_same_file_is_refused(
    opened: Opened,
) -> None:
    attach(opened, "uji", SCAN)
    assert (
        attach(opened, "uji", NewAttachment(SCAN.title, b"lain", "foto")).name
        == "scan-pks-1-2.pdf"
    )
    with pytest.raises(CannotAttach, match="sudah dilampirkan sebagai"):
        attach(opened, "uji", NewAttachment("nama-lain.pdf", SCAN.content, SCAN.kind))


def test_of_a_file_that_is_there_another_kind_may_be_said_later(opened: Opened) -> None:
    attach(opened, "uji", SCAN)
    ticks = {"paraf": True, "meterai": True, "stempel": True}
    again = replace(SCAN, kind="naskah_ditandatangani", ticks=ticks)
    attach(opened, "uji", again)
    (kept,) = read_attachments(opened.workspace, "uji")
    assert (kept.name, kept.kind, kept.ticks) == (
        "scan-pks-1.pdf",
        "naskah_ditandatangani",
        ticks,
    )


def test_of_a_signed_text_the_three_signs_are_asked(opened: Opened) -> None:
    ticks = {"paraf": True, "meterai": True, "stempel": False}
    with pytest.raises(CannotAttach, match="paraf, meterai, dan stempel"):
        attach(opened, "uji", NewAttachment("a.pdf", b"isi", "naskah_ditandatangani"))
    attach(
        opened,
        "uji",
        NewAttachment("a.pdf", b"isi", "naskah_ditandatangani", ticks=ticks),
    )
    (kept,) = read_attachments(opened.workspace, "uji")
    assert kept.ticks == ticks


def test_what_is_withdrawn_stays_with_its_reason(opened: Opened) -> None:
    attach(opened, "uji", SCAN)
    with pytest.raises(AttachmentStays, match="alasan"):
        withdraw(opened, "uji", "scan-pks-1.pdf", " ")
    withdraw(opened, "uji", "scan-pks-1.pdf", "salah berkas")
    (kept,) = read_attachments(opened.workspace, "uji")
    assert kept.withdrawn == "salah berkas"
    assert read_attached(opened.workspace, "uji", kept.name) == SCAN.content


def test_a_file_put_there_by_hand_is_listed_too(opened: Opened) -> None:
    attach(opened, "uji", SCAN)
    (opened.workspace.attachment_folder("uji") / "tangan.jpg").write_bytes(b"x")
    assert [one.name for one in read_attachments(opened.workspace, "uji")] == [
        "scan-pks-1.pdf",
        "tangan.jpg",
    ]


def test_it_is_in_the_backup(
    opened: Opened, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from datetime import UTC, datetime
    from zipfile import ZipFile

    attach(opened, "uji", SCAN)
    archive = BytesIO()
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    aside = tmp_path_factory.mktemp("samping")
    write_backup(opened.workspace, archive, moment, "uji", aside=aside)
    names = ZipFile(archive).namelist()
    assert "agreements/uji/lampiran-berkas/scan-pks-1.pdf" in names


def test_a_link_out_of_the_folder_is_refused(
    opened: Opened, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("luar")
    opened.workspace.attachment_folder("uji").symlink_to(outside)
    with pytest.raises(PointsOutside):
        attach(opened, "uji", SCAN)
    assert list(outside.iterdir()) == []


def test_a_broken_list_is_said_and_nothing_is_written(opened: Opened) -> None:
    attach(opened, "uji", SCAN)
    opened.workspace.attachment_list("uji").write_text("[{")
    with pytest.raises(BrokenAttachmentList):
        attach(opened, "uji", NewAttachment("b.pdf", b"lain", "foto"))


FILE = "agreements/uji/lampiran-berkas/scan-pks-1.pdf"
LIST = "agreements/uji/lampiran-berkas/daftar.json"


def _swap(root: Path) -> None:
    (root / FILE).write_bytes(b"%PDF-1.7 isi lain")


def _take_away(root: Path) -> None:
    (root / FILE).unlink()


CHANGES = pytest.mark.parametrize(
    ("change", "became"),
    [(_swap, "berubah sejak dilampirkan"), (_take_away, "tidak ada lagi")],
)
Change = Callable[[Path], None]


@CHANGES
def test_what_is_no_more_what_was_attached_is_said_everywhere(
    opened: Opened, change: Change, became: str
) -> None:
    root = opened.workspace.root
    attach(opened, "uji", SCAN)
    for words in (("lampirkan", "uji"), ("jejak", "--periksa"), ("bukti",)):
        whole = nota(root, *words)
        assert whole.exit_code == 0
        assert became not in whole.output
    change(root)
    for words in (("jejak", "--periksa"), ("bukti",), ("periksa", "uji")):
        said = nota(root, *words)
        assert said.exit_code == 1
        assert said.output.count(became) == 1
    assert became.upper() in nota(root, "lampirkan", "uji").output
    assert f'"keadaan": "{became}"' in nota(root, "lampirkan", "uji", "--json").output


def test_what_cannot_be_read_is_not_called_changed(opened: Opened) -> None:
    root = opened.workspace.root
    attach(opened, "uji", SCAN)
    kept = (root / FILE).rename(root / "disimpan.pdf")
    (root / FILE).mkdir()
    assert "tidak dapat dibaca" in nota(root, "periksa", "uji").output
    (root / FILE).rmdir()
    (root / FILE).symlink_to(kept)
    assert "kini tautan ke luar" in nota(root, "periksa", "uji").output
    assert "berubah sejak" not in nota(root, "lampirkan", "uji").output


@CHANGES
def test_it_is_never_handed_out_as_what_was_attached(
    opened: Opened, change: Change, became: str
) -> None:
    attach(opened, "uji", SCAN)
    change(opened.workspace.root)
    with pytest.raises(AttachmentChanged, match=became):
        read_attached(opened.workspace, "uji", "scan-pks-1.pdf")


@CHANGES
def test_whoever_has_it_still_attaches_it_again(
    opened: Opened, change: Change, became: str
) -> None:
    attach(opened, "uji", SCAN)
    change(opened.workspace.root)
    again = attach(opened, "uji", SCAN)
    assert again.name == "scan-pks-1-2.pdf"
    assert read_attached(opened.workspace, "uji", again.name) == SCAN.content


@pytest.mark.slow
def test_a_list_made_to_fit_a_swapped_file_is_found_by_the_trail(
    opened: Opened,
) -> None:
    root = opened.workspace.root
    attach(opened, "uji", SCAN)
    _swap(root)
    forged = hash_of((root / FILE).read_bytes())
    listed = (root / LIST).read_text()
    (root / LIST).write_text(listed.replace(hash_of(SCAN.content), forged))
    told = {fault.file: fault.words for fault in bukti.examine(root).faults}
    assert told.keys() == {FILE, LIST}
    assert told[LIST].startswith("daftar lampiran berkas tidak seperti")
    trail = nota(root, "jejak", "--periksa")
    assert trail.exit_code == 1
    assert f"{FILE} berubah di luar program" in trail.output


def test_what_the_trail_does_not_know_is_held_against_the_list(
    opened: Opened,
) -> None:
    root = opened.workspace.root
    attach(opened, "uji", SCAN)
    shutil.rmtree(root / ".meja")
    assert bukti.examine(root).is_whole
    _swap(root)
    (fault,) = bukti.examine(root).faults
    assert fault.file == FILE
    (root / LIST).write_text("[{")
    (fault,) = bukti.examine(root).faults
    assert (fault.file, fault.words) == (
        LIST,
        "daftar lampiran berkas tidak dapat dibaca",
    )


def test_what_was_put_there_by_hand_is_no_change(opened: Opened) -> None:
    root = opened.workspace.root
    attach(opened, "uji", SCAN)
    (root / FILE).with_name("tangan.jpg").write_bytes(b"x")
    assert bukti.examine(root).is_whole
    assert nota(root, "jejak", "--periksa").exit_code == 0
    assert read_attached(opened.workspace, "uji", "tangan.jpg") == b"x"


def test_a_picture_is_small_and_a_broken_file_has_none() -> None:
    content = BytesIO()
    Image.new("RGB", (2000, 1000)).save(content, "PNG")
    drawn = picture_of("foto.png", content.getvalue())
    assert drawn is not None
    assert Image.open(BytesIO(drawn)).size == (200, 100)
    assert picture_of("scan.pdf", b"%PDF-1.7 rusak") is None
    assert picture_of("foto.png", b"rusak") is None
