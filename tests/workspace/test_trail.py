"""The trail: a chain of lines, an intent before each file, and what a kill leaves."""

import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from notakesepakatan import bukti
from notakesepakatan.cli import cli
from notakesepakatan.errors import CannotWrite
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace import act as act_module
from notakesepakatan.workspace.act import Act
from notakesepakatan.workspace.save import AlreadyThere
from notakesepakatan.workspace.trail import NO_END, TrailEntry

OLD_LINE = (
    '{"waktu": "2026-11-24T09:30:12+07:00", "siapa": "ani", "tindakan": "menyimpan konsep", '
    '"slug": "uji", "berkas": "agreements/uji/kesepakatan.yaml", "sebelum": "aa", "sesudah": "bb"}\n'
)


@pytest.fixture
def kerja(tmp_path: Path) -> Workspace:
    (tmp_path / "agreements").mkdir()
    return Workspace(tmp_path)


def lines(kerja: Workspace) -> list[bytes]:
    return (kerja.root / ".meja/jejak.jsonl").read_bytes().split(b"\n")[:-1]


def put(kerja: Workspace, content: bytes, name: str = "a.yaml") -> Path:
    file = kerja.root / "agreements" / name
    with kerja.act("menulis", "uji", "ani", "sebab") as act:
        act.write(file, content)
    return file


def test_a_file_stands_between_two_lines(kerja: Workspace) -> None:
    put(kerja, b"satu")
    first, second = (json.loads(line) for line in lines(kerja))
    assert list(first) == [
        "waktu",
        "siapa",
        "tindakan",
        "slug",
        "berkas",
        "sebelum",
        "sesudah",
        "alasan",
        "tahap",
        "urut",
        "rantai",
    ]
    assert (first["tahap"], second["tahap"]) == ("niat", "selesai")
    assert first["berkas"] == "agreements/a.yaml"
    assert (first["sebelum"], first["sesudah"]) == ("", sha256(b"satu").hexdigest())
    assert first["alasan"] == "sebab"
    assert second["rantai"] == sha256(lines(kerja)[0]).hexdigest()
    assert [entry.step for entry in kerja.trail()] == ["selesai"]


def test_the_same_bytes_are_no_act(kerja: Workspace) -> None:
    put(kerja, b"satu")
    put(kerja, b"satu")
    assert len(lines(kerja)) == 2


def test_the_intent_is_on_the_disk_before_the_file_is(
    kerja: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def save(*args: object, **kwargs: object) -> None:
        seen.append(json.loads(lines(kerja)[-1])["tahap"])

    monkeypatch.setattr(act_module, "save", save)
    put(kerja, b"satu")
    assert seen == ["niat"]


def test_without_room_for_the_line_no_file_is_written(
    kerja: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    kerja.note("masuk", who="ani")
    before = lines(kerja)
    monkeypatch.setattr("os.write", lambda handle, content: len(content) - 1)
    with pytest.raises(CannotWrite):
        put(kerja, b"satu")
    monkeypatch.undo()
    assert not (kerja.root / "agreements/a.yaml").exists()
    assert lines(kerja) == before


@pytest.mark.parametrize(
    ("left", "step"), [(None, "batal"), (b"satu", "selesai"), (b"lain", "lain")]
)
def test_what_a_kill_left_open_is_settled(
    kerja: Workspace, left: bytes | None, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*args: object, **kwargs: object) -> None:
        raise KeyboardInterrupt

    file = kerja.root / "agreements/a.yaml"
    monkeypatch.setattr(act_module, "save", killed)
    # A kill gives no time to say what became of it.
    monkeypatch.setattr(act_module, "_settled", killed)
    with pytest.raises(KeyboardInterrupt):
        put(kerja, b"satu")
    monkeypatch.undo()
    if left is not None:
        file.write_bytes(left)
    kerja.clear_up()
    assert [entry.step for entry in kerja.trail()] == [step]
    kerja.clear_up()
    assert len(lines(kerja)) == 2
    assert kerja.examine_trail().is_whole


MANY = 300
"""So many new agreements that their lines do not stand in one piece read from the end."""


def _many(kerja: Workspace) -> dict[Path, dict[str, bytes]]:
    names = [f"banyak-{i}" for i in range(MANY)]
    return {
        kerja.folder(name): {"kesepakatan.yaml": f"isi {name}\n".encode()}
        for name in names
    }


def _files(folders: dict[Path, dict[str, bytes]]) -> list[Path]:
    return [folder / name for folder, files in folders.items() for name in files]


@pytest.mark.slow
def test_many_files_of_one_act_are_said_first_and_flushed_once(
    kerja: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = list[str]()

    def told(name: str) -> None:
        call = getattr(os, name)

        def instead(*paths: str) -> None:
            steps.append(name)
            call(*paths)

        monkeypatch.setattr(os, name, instead)

    told("sync")
    told("rename")
    kerja.note("sebelumnya", who="ani")
    wanted = _many(kerja)
    with kerja.act("mengimpor") as act:
        act.write_new(wanted)
    assert steps == ["sync", *(["rename"] * MANY)]
    for folder, files in wanted.items():
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == files
    said = [json.loads(line)["tahap"] for line in lines(kerja)]
    assert said == ["", *(["niat"] * MANY), *(["selesai"] * MANY)]
    assert {entry.slug for entry in kerja.trail(who="baris perintah")} == set(
        kerja.slugs()
    )
    assert kerja.examine_trail().is_whole
    kerja.clear_up()
    assert len(lines(kerja)) == 2 * MANY + 1


@pytest.mark.slow
@pytest.mark.parametrize("there", [0, 7, MANY - 1])
def test_of_many_files_each_is_settled_by_what_it_is(
    kerja: Workspace, there: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = os.rename
    count = 0

    def killed_after(old: str, new: str) -> None:
        nonlocal count
        if count == there:
            raise KeyboardInterrupt
        count += 1
        rename(old, new)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "rename", killed_after)
    # A kill gives no time to say what became of them.
    monkeypatch.setattr(act_module, "_settled", killed)
    with pytest.raises(KeyboardInterrupt), kerja.act("mengimpor") as act:
        act.write_new(_many(kerja))
    monkeypatch.undo()
    assert len(kerja.trail()) == MANY
    kerja.clear_up()
    steps = [entry.step for entry in reversed(kerja.trail())]
    assert steps == ["selesai"] * there + ["batal"] * (MANY - there)
    assert len(kerja.slugs()) == there
    assert kerja.examine_trail().is_whole
    kerja.clear_up()
    assert len(lines(kerja)) == 2 * MANY


@pytest.mark.slow
def test_what_was_settled_by_half_is_settled_to_the_end(kerja: Workspace) -> None:
    wanted = _many(kerja)
    with kerja.act("mengimpor") as act:
        act.write_new(wanted)
    trail = kerja.root / ".meja/jejak.jsonl"
    whole = lines(kerja)
    trail.write_bytes(b"\n".join(whole[: MANY + 5]) + b'\n{"waktu": "20')
    (kerja.root / ".meja/jejak-ujung.json").unlink()
    kerja.clear_up()
    settled = [entry for entry in kerja.trail() if entry.tindakan != NO_END]
    assert [entry.step for entry in settled] == ["selesai"] * MANY
    assert [entry.file for entry in reversed(settled)] == [
        file.relative_to(kerja.root).as_posix() for file in _files(wanted)
    ]


def test_where_one_of_many_is_there_nothing_is_written(kerja: Workspace) -> None:
    wanted = _many(kerja)
    put(kerja, b"sudah ada", "banyak-9/kesepakatan.yaml")
    with pytest.raises(AlreadyThere), kerja.act("mengimpor") as act:
        act.write_new(wanted)
    assert kerja.slugs() == ("banyak-9",)
    assert len(lines(kerja)) == 2


def test_an_empty_folder_that_a_kill_left_takes_its_file(kerja: Workspace) -> None:
    kerja.folder("sisa").mkdir()
    files = {"kesepakatan.yaml": b"isi"}
    with kerja.act("mengimpor") as act:
        act.write_new({kerja.folder(name): files for name in ("sisa", "baru")})
    assert kerja.slugs() == ("baru", "sisa")


@pytest.mark.slow
def test_many_files_are_taken_away_with_their_folders(kerja: Workspace) -> None:
    wanted = _many(kerja)
    with kerja.act("mengimpor") as act:
        act.write_new(wanted)
    first, *_ = wanted
    (first / "catatan.txt").write_text("tetap")
    with kerja.act("membatalkan impor") as act:
        act.remove_with_folders(_files(wanted))
    assert [path.name for path in first.parent.iterdir()] == [first.name]
    assert kerja.trail()[0].after == ""
    assert len(lines(kerja)) == 4 * MANY
    assert kerja.examine_trail().is_whole


def test_lines_of_older_programs_are_sealed_by_the_first_new_one(
    kerja: Workspace,
) -> None:
    file = kerja.private("jejak.jsonl")
    file.write_text(OLD_LINE * 2, encoding="utf-8")
    put(kerja, b"satu")
    report = kerja.examine_trail()
    assert report.is_whole
    assert (report.count, report.without_link) == (4, 2)
    assert len(kerja.trail()) == 3
    file.write_bytes(file.read_bytes().replace(b"aa", b"ab", 1))
    assert kerja.examine_trail().damaged == (2,)


def _drop(number: int) -> Callable[[list[bytes]], list[bytes]]:
    return lambda rows: rows[:number] + rows[number + 1 :]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda rows: [*rows[:3], rows[3].replace(b"b", b"c"), *rows[4:]], "damaged"),
        (lambda rows: [*rows[:-1], rows[-1].replace(b"b", b"c")], "damaged"),
        (_drop(0), "missing"),
        (_drop(4), "missing"),
        (_drop(7), "missing_at_end"),
        (lambda rows: rows[:5], "missing_at_end"),
        (lambda rows: [*rows[:2], rows[3], rows[2], *rows[4:]], "moved"),
        (lambda rows: [*rows[:2], rows[5], *rows[2:5], *rows[6:]], "moved"),
    ],
)
def test_changed_lost_and_moved_lines_are_found(
    kerja: Workspace, change: Callable[[list[bytes]], list[bytes]], found: str
) -> None:
    for i in range(8):
        kerja.note(f"baris {i}", who="ani")
    assert kerja.examine_trail().is_whole
    rows = change(lines(kerja))
    (kerja.root / ".meja/jejak.jsonl").write_bytes(b"\n".join(rows) + b"\n")
    report = kerja.examine_trail()
    assert not report.is_whole
    assert getattr(report, found)
    shown = CliRunner().invoke(cli, ["-C", str(kerja.root), "jejak", "--periksa"])
    assert shown.exit_code == 1
    assert "TIDAK utuh" in shown.output


def test_how_many_are_lost_is_said(kerja: Workspace) -> None:
    for i in range(9):
        kerja.note(f"baris {i}", who="ani")
    rows = lines(kerja)
    left = b"\n".join([*rows[:2], *rows[5:7]]) + b"\n"
    (kerja.root / ".meja/jejak.jsonl").write_bytes(left)
    report = kerja.examine_trail()
    assert (report.missing, report.damaged) == (3, ())
    assert report.missing_at_end == 2
    assert "Hilang di antara baris lain: 3 baris." in report.sentences()


def test_what_is_there_is_not_counted_as_lost(kerja: Workspace) -> None:
    for i in range(9):
        kerja.note(f"baris {i}", who="ani")
    rows = lines(kerja)
    trail = kerja.root / ".meja/jejak.jsonl"
    trail.write_bytes(b"\n".join([*rows[:2], *rows[3:]]) + b"\n")
    report = kerja.examine_trail()
    assert (report.missing, report.missing_at_end) == (1, 0)
    trail.write_bytes(b"\n".join([*rows[:2], rows[3], rows[2], *rows[4:]]) + b"\n")
    report = kerja.examine_trail()
    assert (report.missing, report.missing_at_end, report.moved) == (0, 0, (4,))


def test_a_torn_line_is_no_damage(kerja: Workspace) -> None:
    kerja.note("satu", who="ani")
    with (kerja.root / ".meja/jejak.jsonl").open("ab") as trail:
        trail.write(b'{"waktu": "20')
    kerja.note("dua", who="ani")
    report = kerja.examine_trail()
    assert report.is_whole
    assert report.torn == (2,)
    assert [entry.tindakan for entry in kerja.trail()] == ["dua", "satu"]


def test_a_torn_line_frees_nothing_before_it(kerja: Workspace) -> None:
    for word in ("satu", "dua"):
        kerja.note(word, who="ani")
    trail = kerja.root / ".meja/jejak.jsonl"
    with trail.open("ab") as file:
        file.write(b'{"waktu": "20')
    kerja.note("tiga", who="ani")
    assert kerja.examine_trail().is_whole
    for old, new in ((b'"dua"', b'"DUA"'), (b'": "20\n', b'": "21\n')):
        whole = trail.read_bytes()
        assert old in whole
        trail.write_bytes(whole.replace(old, new))
        assert not kerja.examine_trail().is_whole
        trail.write_bytes(whole)


@pytest.mark.parametrize(
    "added", [b"", b"catatan", b"[1]", b"{}", b'{"a":1}', b'{"waktu": "20']
)
@pytest.mark.parametrize("place", [0, 2, 5])
def test_a_line_that_a_hand_put_in_is_blamed_alone(
    kerja: Workspace, added: bytes, place: int
) -> None:
    for i in range(5):
        kerja.note(f"baris {i}", who="ani")
    rows = lines(kerja)
    rows.insert(place, added)
    (kerja.root / ".meja/jejak.jsonl").write_bytes(b"\n".join(rows) + b"\n")
    report = kerja.examine_trail()
    if place == 5 and added.startswith(b'{"waktu": "'):
        # Nothing tells it from one that a kill cut off.
        assert report.is_whole
        assert report.torn == (6,)
        return
    assert not report.is_whole
    assert (report.damaged, report.moved, report.torn) == ((), (), ())
    assert (report.missing, report.missing_at_end) == (0, 0)
    assert report.foreign == (place + 1,)


def test_a_line_that_stands_twice_is_blamed_alone(kerja: Workspace) -> None:
    for i in range(5):
        kerja.note(f"baris {i}", who="ani")
    rows = lines(kerja)
    twice = b"\n".join([*rows[:3], rows[2], *rows[3:]]) + b"\n"
    (kerja.root / ".meja/jejak.jsonl").write_bytes(twice)
    report = kerja.examine_trail()
    assert (report.moved, report.damaged) == ((4,), ())


def test_an_end_that_is_gone_is_told_and_stays_on_record(kerja: Workspace) -> None:
    """Whoever cuts the last lines off and takes what is kept of the end away too."""
    for i in range(5):
        kerja.note(f"baris {i}", who="ani")
    rows = lines(kerja)[:3]
    (kerja.root / ".meja/jejak.jsonl").write_bytes(b"\n".join(rows) + b"\n")
    (kerja.root / ".meja/jejak-ujung.json").unlink()
    report = kerja.examine_trail()
    assert not report.is_whole
    assert any("ujungnya tidak ada" in each for each in report.sentences())
    kerja.note("sesudahnya", who="budi")
    assert kerja.examine_trail().is_whole
    after, told, *_ = kerja.trail()
    assert after.tindakan == "sesudahnya"
    assert told.tindakan == NO_END
    report = kerja.examine_trail()
    assert report.without_end == (4,)
    assert any(each.startswith("Sebelum baris 4") for each in report.sentences())


@pytest.mark.parametrize("before", ["", OLD_LINE])
def test_a_torn_first_line_of_a_chain_is_no_damage(
    kerja: Workspace, before: str
) -> None:
    torn = before + '{"waktu": "20'
    kerja.private("jejak.jsonl").write_text(torn, encoding="utf-8")
    kerja.note("satu", who="ani")
    kerja.note("dua", who="ani")
    assert kerja.examine_trail().is_whole


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: lines[:-1],
        lambda lines: [],
        lambda lines: [*lines[:-1], lines[-1][:-30]],
        lambda lines: [*lines[:-1], lines[-1].replace(b"dua", b"dui")],
    ],
)
def test_an_end_that_is_another_is_told_for_good(
    kerja: Workspace, spoil: Callable[[list[bytes]], list[bytes]]
) -> None:
    """What comes next would otherwise make whole a trail whose last lines are gone."""
    for name in ("satu", "dua"):
        kerja.note(name, who="ani")
    file = kerja.root / ".meja/jejak.jsonl"
    file.write_bytes(b"".join(spoil(file.read_bytes().splitlines(keepends=True))))
    assert not kerja.examine_trail().is_whole
    for name in ("tiga", "empat"):
        kerja.note(name, who="ani")
    report = kerja.examine_trail()
    assert len(report.other_end) == 1
    assert not report.is_whole
    assert any("lain daripada catatannya" in each for each in report.sentences())
    faults = bukti.examine(kerja.root).faults
    assert any("hilang atau berubah" in fault.words for fault in faults)


def test_a_trail_longer_than_its_end_says_is_whole(kerja: Workspace) -> None:
    """A kill between a line and what is kept of the end."""
    kerja.note("satu", who="ani")
    kept = (kerja.root / ".meja/jejak-ujung.json").read_bytes()
    kerja.note("dua", who="ani")
    (kerja.root / ".meja/jejak-ujung.json").write_bytes(kept)
    assert kerja.examine_trail().is_whole
    kerja.note("tiga", who="ani")
    assert kerja.examine_trail().is_whole
    assert [json.loads(line)["urut"] for line in lines(kerja)] == [1, 2, 3]


@pytest.mark.parametrize(
    "line",
    [
        "[1]",
        "5",
        '{"waktu": "x"}',
        OLD_LINE.replace("siapa", "who"),
        "[" * 100_000,
        '{"waktu": "x", "siapa": {"a": 1}, "tindakan": "y"}',
    ],
)
def test_a_line_that_is_none_of_ours_is_left_out(line: str) -> None:
    assert TrailEntry.from_line(line) is None


def test_the_command(kerja: Workspace) -> None:
    put(kerja, b"satu")
    kerja.note("masuk", who="budi")

    def run(*options: str) -> str:
        return (
            CliRunner().invoke(cli, ["-C", str(kerja.root), "jejak", *options]).output
        )

    assert "menulis" in run("uji")
    assert "masuk" not in run("uji")
    assert "budi  masuk" in run("--siapa", "budi")
    assert json.loads(run("--json", "uji"))[0]["alasan"] == "sebab"
    assert run("--periksa").startswith("Jejak utuh: 3 baris.")
    assert json.loads(run("--periksa", "--json"))["utuh"] is True


def test_an_act_knows_who_and_why(kerja: Workspace) -> None:
    with kerja.act("menyegel", "uji", "ani", "salah ketik") as act:
        assert act == Act(kerja.root, "ani", "menyegel", "uji", "salah ketik")


def test_a_very_long_line_is_found_again(kerja: Workspace) -> None:
    kerja.note("x" * 200_000, who="ani")
    kerja.note("sesudah", who="ani")
    assert kerja.examine_trail().is_whole
    assert (kerja.root / ".meja/jejak.jsonl").stat().st_mode & 0o777 == 0o600
