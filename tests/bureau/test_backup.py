"""A backup is the workspace of one moment, to the byte; what is broken or hostile restores nothing."""

import io
import json
import random
import shutil
import stat
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from click.testing import CliRunner
from filelock import FileLock, Timeout

from conftest import AKAR
from notakesepakatan.bureau.backup import (
    BackupRefused,
    restore_backup,
    save_backup,
)
from notakesepakatan.cli import cli
from notakesepakatan.desk.accounts import add_account, verify
from notakesepakatan.errors import CannotWrite, NotaError
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.archive import BrokenArchive
from notakesepakatan.workspace.contents import PointsOutside
from notakesepakatan.workspace.save import AlreadyThere, save
from notakesepakatan.workspace.snapshot import (
    KeptFile,
    Snapshot,
    UnusableName,
    take_snapshot,
)

MOMENT = datetime(2026, 11, 24, 9, 30, 12, tzinfo=timezone(timedelta(hours=7)))
SLUG = "contoh-sampah-2025"
SANDI = "rahasia-sekali-ini"

COMES_BACK = {
    "pengaturan.yaml": b"ingatkan: 90 hari\n",
    "hari-libur.yaml": b"tambah: []\n",
    "templates/gaya.yaml": b"isi: {}\n",
    "pindaian/naskah – asli.pdf": b"%PDF-1.7 \x00\xff" * 5000,
    "kosong.txt": b"",
    f"output/{SLUG}/surat/pemberitahuan.pdf": b"%PDF surat",
    ".meja/konsep/uji.ani.json": b"{}",
    f".meja/segel/{'0' * 64}": b"judul: Uji\n",
}
STAYS_BEHIND = {
    ".meja/kunci-tulis": b"",
    ".meja/kunci-tulis.oleh": b"{}",
    ".meja/kunci-sesi": b"0" * 32,
    ".meja/.pengguna.json.abc.nota-sementara": b"{",
    "output/.indeks.sqlite3": b"SQLite",
    f"agreements/{SLUG}/.kesepakatan.yaml.x1": b"judul",
    ".git/hooks/pre-commit": b"#!/bin/sh\n",
}
TRAIL = ".meja/jejak.jsonl"
DOCUMENT = f"output/{SLUG}/nota-kesepakatan.pdf"


def put(root: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def files_below(root: Path) -> dict[str, bytes]:
    """What lasts of a workspace; the trail without the last line, where it tells of this."""
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not path.name.startswith("kunci-")
    }
    lines = files.get(TRAIL, b"").splitlines(keepends=True)
    if lines and b" cadangan" in lines[-1]:
        files[TRAIL] = b"".join(lines[:-1])
        last = sha256(lines[-2].rstrip(b"\n")).hexdigest()
        end = {"baris": len(lines) - 1, "sidik": last}
        files[".meja/jejak-ujung.json"] = json.dumps(end).encode()
    return files


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The examples, an account, a trail, and everything else that a workspace may hold."""
    root = tmp_path / "ruang"
    shutil.copytree(AKAR / "agreements", root / "agreements")
    workspace = Workspace(root)
    add_account(workspace, "ani", "pengesah", SANDI)
    workspace.note("masuk", who="ani")
    put(root, {**COMES_BACK, **STAYS_BEHIND, DOCUMENT: b"%PDF naskah"})
    return workspace


@pytest.fixture
def archive(workspace: Workspace, tmp_path: Path) -> Path:
    path = tmp_path / "cadangan.zip"
    save_backup(workspace, path, MOMENT)
    return path


@pytest.mark.slow
def test_every_byte_comes_back(workspace: Workspace, archive: Path) -> None:
    restored = restore_backup(archive, archive.with_name("baru"))
    before, after = files_below(workspace.root), files_below(restored.workspace.root)
    assert after == {
        name: content
        for name, content in before.items()
        if name not in STAYS_BEHIND and name != DOCUMENT
    }
    assert COMES_BACK.keys() <= after.keys()
    assert restored.files == len(after)
    assert restored.made == "2026-11-24T09:30:12+07:00"
    assert verify(restored.workspace, "ani", SANDI)


@pytest.mark.slow
def test_only_its_owner_reads_it_and_what_was_private(archive: Path) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    root = restore_backup(archive, archive.with_name("baru")).workspace.root
    for path in (root / ".meja").rglob("[!k]*"):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path
    assert stat.S_IMODE((root / ".meja").stat().st_mode) == 0o700


@pytest.mark.slow
def test_documents_come_along_when_asked(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "semua.zip"
    save_backup(workspace, path, MOMENT, with_output=True)
    root = restore_backup(path, tmp_path / "baru").workspace.root
    assert (root / DOCUMENT).read_bytes() == b"%PDF naskah"
    assert not (root / "output/.indeks.sqlite3").exists()


@pytest.mark.slow
def test_the_manifest_says_what_is_in_it(archive: Path) -> None:
    with ZipFile(archive) as opened:
        names = opened.namelist()
        manifest = json.loads(opened.read("manifes.json"))
        hashes = {name: sha256(opened.read(name)).hexdigest() for name in names[1:]}
    assert names[0] == "manifes.json"
    assert names[1:] == sorted(names[1:])
    assert {each["nama"]: each["sidik"] for each in manifest["berkas"]} == hashes
    assert manifest["waktu"] == "2026-11-24T09:30:12+07:00"
    assert manifest["zona"] == "UTC+07:00"


# While others write.


class Meddler(io.BytesIO):
    """Where copies go; after so many pieces somebody writes into the workspace."""

    def __init__(self, after: int, meddle: Callable[[], None]) -> None:
        super().__init__()
        self.left = after
        self.meddle = meddle

    def write(self, content: Any, /) -> int:
        written = super().write(content)
        self.left -= 1
        if self.left == 0:
            self.meddle()
        return written


def content_of(snapshot: Snapshot) -> dict[str, bytes]:
    return {file.name: b"".join(snapshot.chunks(file)) for file in snapshot.files}


def test_it_is_one_moment_however_the_writing_falls(tmp_path: Path) -> None:
    """Two files are changed together, one is made, one goes: all of it is seen."""
    old = {"agreements/a/kesepakatan.yaml": b"1", "agreements/z/kesepakatan.yaml": b"1"}
    new = {"agreements/a/kesepakatan.yaml": b"2", "agreements/z/kesepakatan.yaml": b"2"}
    for after in range(1, 4):
        root = tmp_path / str(after)
        put(root, {**old, "agreements/m/gone.yaml": b"x"})
        workspace = Workspace(root)

        def meddle(root: Path = root, workspace: Workspace = workspace) -> None:
            with workspace.lock():
                for name, content in new.items():
                    save(root / name, content)
                save(root / "agreements/b/new.yaml", b"y")
                (root / "agreements/m/gone.yaml").unlink()

        kept = content_of(take_snapshot(workspace, Meddler(after, meddle)))
        kept.pop(".meja/.gitignore", None)
        assert kept == {**new, "agreements/b/new.yaml": b"y"}


def test_only_what_changed_is_copied_while_the_lock_is_held(tmp_path: Path) -> None:
    names = [f"agreements/a{n}/kesepakatan.yaml" for n in range(30)]
    put(tmp_path, dict.fromkeys(names, b"isi"))
    workspace = Workspace(tmp_path)
    held = list[bool]()
    other = FileLock(workspace.private("kunci-tulis"))

    def is_held() -> bool:
        try:
            with other.acquire(timeout=0):
                return False
        except Timeout:
            return True

    class Watched(io.BytesIO):
        def write(self, content: Any, /) -> int:
            held.append(is_held())
            if len(held) == 31:
                save(tmp_path / names[3], b"lain")
            return super().write(content)

    snapshot = take_snapshot(workspace, Watched())
    # All of them, and the one file of the desk's folder; then the one that changed.
    assert held == [False] * 31 + [True]
    assert content_of(snapshot)[names[3]] == b"lain"


def test_a_file_that_goes_on_being_written_is_copied_again(tmp_path: Path) -> None:
    """A line added to the trail between looking and copying leaves no torn copy."""
    put(tmp_path, {"agreements/a/kesepakatan.yaml": b"1", TRAIL: b"{}\n"})

    def meddle() -> None:
        with (tmp_path / TRAIL).open("ab") as file:
            file.write(b"{}\n")

    copies = Meddler(1, meddle)
    snapshot = take_snapshot(Workspace(tmp_path), copies)
    assert content_of(snapshot)[TRAIL] == b"{}\n{}\n"
    kept = next(file for file in snapshot.files if file.name == TRAIL)
    assert kept == KeptFile(TRAIL, 6, sha256(b"{}\n{}\n").hexdigest(), kept.start)


# Where it may lie.


@pytest.mark.slow
def test_it_is_never_written_over_anything_or_into_itself(
    workspace: Workspace, tmp_path: Path
) -> None:
    taken = tmp_path / "ada.zip"
    taken.write_bytes(b"milik orang")
    with pytest.raises(AlreadyThere):
        save_backup(workspace, taken, MOMENT)
    assert taken.read_bytes() == b"milik orang"
    (tmp_path / "pintas").symlink_to(workspace.root)
    for inside in (workspace.root / "c.zip", tmp_path / "pintas/agreements/c.zip"):
        with pytest.raises(BackupRefused, match="di dalam ruang kerja"):
            save_backup(workspace, inside, MOMENT)
    with pytest.raises(BackupRefused, match=r"berakhir dengan \"\.zip\""):
        save_backup(workspace, tmp_path / "cadangan", MOMENT)
    with pytest.raises(CannotWrite):
        save_backup(workspace, tmp_path / "tidak-ada/c.zip", MOMENT)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "ada.zip",
        "pintas",
        "ruang",
    ]


@pytest.mark.slow
def test_a_stick_that_knows_no_second_names(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "c.zip"
    save_backup(workspace, path, MOMENT)
    restore_backup(path, tmp_path / "baru")
    with pytest.raises(AlreadyThere):
        save_backup(workspace, path, MOMENT)


@pytest.mark.slow
def test_links(workspace: Workspace, tmp_path: Path) -> None:
    """Within the workspace they become what they lead to; out of it, nothing is backed up."""
    root, outside = workspace.root, tmp_path / "rahasia.txt"
    outside.write_bytes(b"bukan milik ruang kerja")
    (root / "agreements/pintas").symlink_to(root / f"agreements/{SLUG}")
    (root / "agreements/putar").symlink_to(root / "agreements")
    save_backup(workspace, tmp_path / "c.zip", MOMENT)
    new = restore_backup(tmp_path / "c.zip", tmp_path / "baru").workspace.root
    again = new / "agreements/pintas/kesepakatan.yaml"
    assert (
        again.read_bytes()
        == (root / f"agreements/{SLUG}/kesepakatan.yaml").read_bytes()
    )
    assert not any(path.is_symlink() for path in new.rglob("*"))
    for target in (outside, tmp_path, tmp_path / "tidak-ada"):
        link = root / "output/pintas"
        link.symlink_to(target)
        with pytest.raises(PointsOutside):
            save_backup(workspace, tmp_path / "d.zip", MOMENT)
        link.unlink()
    assert not (tmp_path / "d.zip").exists()


@pytest.mark.slow
def test_a_name_that_no_archive_carries(workspace: Workspace, tmp_path: Path) -> None:
    for name in ("a\\b.pdf", "baris\nbaru.pdf", "rusak\udcff.pdf"):
        path = workspace.root / "pindaian" / name
        path.write_bytes(b"")
        with pytest.raises(UnusableName):
            save_backup(workspace, tmp_path / "d.zip", MOMENT)
        path.unlink()


# What is restored, and what is not.


@pytest.mark.slow
def test_it_restores_over_nothing(archive: Path, tmp_path: Path) -> None:
    full, empty, file = tmp_path / "penuh", tmp_path / "kosong", tmp_path / "berkas"
    put(full, {"a.txt": b"a"})
    empty.mkdir()
    file.write_bytes(b"")
    for target in (full, file, tmp_path / "ruang"):
        with pytest.raises(BackupRefused, match="sudah ada isinya"):
            restore_backup(archive, target)
    assert files_below(full) == {"a.txt": b"a"}
    restore_backup(archive, empty)
    restore_backup(archive, tmp_path / "belum/ada")
    assert files_below(empty) == files_below(tmp_path / "belum/ada")


@pytest.mark.slow
def test_all_or_nothing(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise CannotWrite(archive, OSError(28, ""))

    before = sorted(tmp_path.iterdir())
    with monkeypatch.context() as patch, pytest.raises(CannotWrite):
        patch.setattr(Workspace, "note", fail)
        restore_backup(archive, tmp_path / "baru")
    assert sorted(tmp_path.iterdir()) == before
    usage = shutil.disk_usage(tmp_path)._replace(free=10)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(BackupRefused, match="ruang cakram tidak cukup"):
        restore_backup(archive, tmp_path / "baru")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.slow
def test_a_damaged_archive_restores_nothing_or_every_byte(
    archive: Path, tmp_path: Path
) -> None:
    """Only bytes that say nothing of the files may be others: dates, a second mention."""
    content = archive.read_bytes()
    whole = files_below(restore_backup(archive, tmp_path / "utuh").workspace.root)
    chosen = random.Random(15)  # noqa: S311 - which bytes are changed, no secret
    refused, damaged, target = 0, tmp_path / "rusak.zip", tmp_path / "baru"
    for _ in range(150):
        changed = bytearray(content)
        changed[chosen.randrange(len(content))] ^= chosen.randrange(1, 256)
        damaged.write_bytes(changed)
        try:
            restore_backup(damaged, target)
        except NotaError:
            refused += 1
            assert not target.exists()
        else:
            assert files_below(target) == whole
            shutil.rmtree(target)
    assert refused > 100
    for length in (0, 10, len(content) // 2, len(content) - 1):
        damaged.write_bytes(content[:length])
        with pytest.raises(BrokenArchive, match="terpotong"):
            restore_backup(damaged, target)


@pytest.mark.slow
def test_a_damaged_archive_is_told_with_its_file(archive: Path, tmp_path: Path) -> None:
    name = f"agreements/{SLUG}/kesepakatan.yaml"
    with ZipFile(archive) as opened:
        contents = {entry: opened.read(entry) for entry in opened.namelist()}
    contents[name] = contents[name].replace(b"2025", b"2026", 1)
    rebuilt = tmp_path / "ulang.zip"
    with ZipFile(rebuilt, "w") as opened:
        for entry, content in contents.items():
            opened.writestr(entry, content)
    with pytest.raises(BrokenArchive, match=f"{name} tidak cocok dengan manifes"):
        restore_backup(rebuilt, tmp_path / "baru")
    assert not (tmp_path / "baru").exists()


def hostile(path: Path, *entries: tuple[str, bytes], mode: int = 0o100644) -> Path:
    """An archive whose manifest agrees with whatever is in it."""
    listed = dict(entries)
    files = [
        {"nama": name, "ukuran": len(body), "sidik": sha256(body).hexdigest()}
        for name, body in listed.items()
    ]
    manifest = {
        "jenis": "cadangan ruang kerja notakesepakatan",
        "bentuk": 1,
        "versi": "0.1.0",
        "waktu": "2026-11-24T09:30:12+07:00",
        "zona": "Asia/Jakarta",
        "berkas": files,
    }
    with ZipFile(path, "w", ZIP_DEFLATED) as opened:
        opened.writestr("manifes.json", json.dumps(manifest))
        for name, body in entries:
            info = ZipInfo("x")
            info.filename = name
            info.external_attr = mode << 16
            opened.writestr(info, body, ZIP_DEFLATED)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "../keluar.txt",
        "agreements/../../keluar.txt",
        "/etc/keluar.txt",
        "C:/keluar.txt",
        "..\\keluar.txt",
        "agreements//a",
        "agreements/./a",
        "agreements/a\x00b",
        "agreements/",
        ".git/hooks/pre-commit",
        ".meja/kunci-sesi",
        ".meja/.bashrc",
        "manifes.json",
    ],
)
def test_names_that_no_backup_has(name: str, tmp_path: Path) -> None:
    twice = name == "manifes.json"
    with pytest.warns(UserWarning, match="Duplicate") if twice else nullcontext():
        archive = hostile(tmp_path / "jahat.zip", (name, b"isi"))
    with pytest.raises(BrokenArchive):
        restore_backup(archive, tmp_path / "dalam/baru")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["jahat.zip"]


def test_links_bombs_twins_and_files_as_folders(tmp_path: Path) -> None:
    path, target = tmp_path / "jahat.zip", tmp_path / "baru"
    text = ("agreements/a/kesepakatan.yaml", b"judul: A\n")
    hostile(path, ("agreements/a", b"/etc"), mode=0o120777)
    with pytest.raises(BrokenArchive, match="bukan berkas biasa"):
        restore_backup(path, target)
    with pytest.warns(UserWarning, match="Duplicate"):
        hostile(path, text, text)
    with pytest.raises(BrokenArchive, match="ada dua kali"):
        restore_backup(path, target)
    hostile(path, text, ("agreements/a", b"berkas"))
    with pytest.raises(CannotWrite):
        restore_backup(path, target)
    content = hostile(path, ("bom.txt", b"0" * 100)).read_bytes()
    # The size in the directory of the archive says more than could ever be inside.
    at = content.rindex(b"PK\x01\x02") + 24
    path.write_bytes(content[:at] + (2**31).to_bytes(4, "little") + content[at + 4 :])
    with pytest.raises(BrokenArchive, match="terlalu besar setelah dibuka"):
        restore_backup(path, target)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.slow
def test_an_archive_of_others(tmp_path: Path) -> None:
    path = tmp_path / "lain.zip"
    with ZipFile(path, "w") as opened:
        opened.writestr("a.txt", "a")
    with pytest.raises(BrokenArchive, match=r"tidak ada manifes\.json"):
        restore_backup(path, tmp_path / "baru")
    for manifest in (b"", b"[]", b"{}", b'{"jenis": 1}', b"\xff", b"[" * 100_000):
        with ZipFile(path, "w") as opened:
            opened.writestr("manifes.json", manifest)
        with pytest.raises(BrokenArchive, match=r"manifes\.json rusak"):
            restore_backup(path, tmp_path / "baru")


# The commands.


@pytest.mark.slow
def test_the_commands_say_what_they_did_and_the_trail_does(
    workspace: Workspace, tmp_path: Path
) -> None:
    path, target = tmp_path / "c.zip", tmp_path / "baru"
    run = CliRunner().invoke
    made = run(cli, ["-C", str(workspace.root), "cadangan", str(path)])
    assert made.exit_code == 0, made.output
    assert f"Cadangan {path}: " in made.output
    restored = run(cli, ["pulihkan", str(path), str(target)])
    assert restored.exit_code == 0, restored.output
    there = (tmp_path / "baru/.meja/jejak.jsonl").read_bytes().count(b"\n")
    assert f"2 kesepakatan, 1 akun, {there} baris jejak." in restored.output
    assert "membuat cadangan" in (workspace.root / TRAIL).read_text()
    assert "memulihkan cadangan yang dibuat" in (target / TRAIL).read_text()
    assert Workspace(target).examine_trail().is_whole
