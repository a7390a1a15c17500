"""Every act of command and desk killed at its n-th call that changes the disk: torn, lost, twice, untold, left over: nothing.

A real process is killed as by `kill -9`. After the next start everything reads, each changed file has its line in the
trail; whoever does the act again comes to what an act without a kill comes to, to the byte. Counted by calls and not by
time, so that a fast machine is killed where a slow one is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from baca import nota
from conftest import CONTOH
from hands.office import (
    CUT_OFF,
    DAY_OF_LETTERS,
    DRAFT,
    DUE,
    SIGNED,
    Deadly,
    Visitor,
    check_nothing_twice,
    check_swept,
    check_whole,
    copy_of,
    desk_here,
    desk_process,
    facts,
    hashes,
    make_office,
    next_start,
    run,
    spread,
)
from notakesepakatan.bureau.konsolidasi import data_in_force
from notakesepakatan.cli import cli
from notakesepakatan.desk.accounts import add_account
from notakesepakatan.load.adendum import load_riwayat
from notakesepakatan.workspace import Workspace
from web.conftest import SANDI
from web.new.test_pages import SEMUA

KILLS = 17
"""Of each act, where it has so many calls: more than 500 of all."""
AGAIN = "sudah"
"""What an act says that was done already."""


def _nothing(root: Path) -> None:
    """The office as it is."""


@dataclass(frozen=True)
class CommandAct:
    """An act of the command line.

    Attributes:
        words: the command; {root} is the workspace.
        prepare: what is done to the office before.
        said: what it says once it has done it.
        typed: what is typed into it.
    """

    words: tuple[str, ...]
    prepare: Callable[[Path], object] = _nothing
    said: str = ""
    typed: str = ""

    def of(self, root: Path) -> tuple[str, ...]:
        return tuple(word.replace("{root}", str(root)) for word in self.words)


def _loose(root: Path) -> None:
    """A draft with what `nota perbaiki` puts right."""
    for slug in (DRAFT, CONTOH):
        file = root / f"agreements/{slug}/kesepakatan.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("dengan", "dgn", 1), encoding="utf-8")


def _as_it_should_read(root: Path) -> None:
    data = data_in_force(load_riwayat(Workspace(root), SIGNED), None)
    new = data.replace("5 tahun", "6 tahun", 1)
    (root / "baru.yaml").write_text(new, encoding="utf-8")


def _sealed(root: Path) -> None:
    assert nota(root, "segel", "--semua").exit_code == 0


def _with_ani(root: Path) -> None:
    add_account(Workspace(root), "ani", "pengesah", SANDI)


def _backed_up(root: Path) -> None:
    assert nota(root, "cadangan", str(root / "c.zip")).exit_code == 0


def _event(kind: str, day: str, *words: str, slug: str = CONTOH) -> CommandAct:
    return CommandAct(
        ("catat", slug, kind, "--tanggal", day, *words), said=" dicatat."
    )


_LETTER = ("--perihal", "perpanjangan", "--dari", "kesatu", "--nomor", "500/12")
COMMANDS = {
    "baru": CommandAct(
        (
            "baru",
            "gizi-2027",
            "--judul",
            "Perbaikan Gizi Balita",
            "--pihak",
            "Kementerian Contoh; Menteri Contoh; Jakarta",
            "--pihak",
            "Pemerintah Kabupaten Contoh; Bupati Contoh; Contoh",
        ),
    ),
    "perpanjangan": _event("perpanjangan", "2026-11-20", "--selama", "2 tahun"),
    "dikirim": _event("pemberitahuan_dikirim", "2026-11-20", *_LETTER),
    "diterima": _event("pemberitahuan_diterima", "2026-11-20", *_LETTER),
    "rangkap": _event("penyerahan_rangkap", "2026-11-20", "--rangkap", "1"),
    "batal": _event("pengakhiran", "2026-11-20", "--sebab", "kesepakatan"),
    "kahar": CommandAct(
        (
            *("kahar", CONTOH, "--tanggal", "2026-11-20", "--format", "txt"),
            *("--macam", "banjir", "--tempat", "Kajen"),
            *("--uraian", "Balai terendam.", "--hubungan", "Pelatihan terhenti."),
            *("--tugas", "Pasal 4 ayat (2) huruf b"),
        )
    ),
    "realisasi": CommandAct(
        (
            *("realisasi", CONTOH, "--tanggal", "2026-11-20", "--format", "txt"),
            *("--tahun", "III", "--baris", "2; 100; 80; orang; pelatihan"),
            *("--rekomendasi", "dilanjutkan"),
        )
    ),
    "perbaiki": CommandAct(("perbaiki", DRAFT), _loose),
    "perpanjang": CommandAct(("adendum", SIGNED, "--perpanjang", "2 tahun")),
    "adendum": CommandAct(
        ("adendum", SIGNED, "--dari", "{root}/baru.yaml"), _as_it_should_read
    ),
    "pemberitahuan": CommandAct(
        (
            *("pemberitahuan", "perpanjangan", DUE, "--dari", "kesatu"),
            *("--tanggal", DAY_OF_LETTERS, "--format", "txt,html"),
        )
    ),
    "terbitkan": CommandAct(
        ("terbitkan", "--per", DAY_OF_LETTERS, "--format", "txt,html"),
        said="1 surat disusun.",
    ),
    "segel": CommandAct(("segel", CONTOH), said="disegel."),
    "segel semua": CommandAct(("segel", "--semua")),
    "pengguna": CommandAct(
        ("pengguna", "tambah", "budi", "--sandi-dari", "-"),
        said="dibuat.",
        typed=f"{SANDI}\n",
    ),
    "sandi": CommandAct(
        ("pengguna", "sandi", "ani", "--sandi-dari", "-"), _with_ani, typed=f"{SANDI}\n"
    ),
    "hapus": CommandAct(("pengguna", "hapus", "ani"), _with_ani),
    "cadangan": CommandAct(("cadangan", "{root}/cadangan.zip")),
    "pulihkan": CommandAct(
        ("pulihkan", "{root}/c.zip", "{root}/pulih"), _backed_up
    ),
    "mulai": CommandAct(("mulai", "{root}/lain", "--zona", "Asia/Makassar")),
}
"""By a short name."""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return make_office(tmp_path / "kantor")


def strike_command(act: CommandAct, office: Path, folder: Path, number: int) -> int:
    """Kill it at so many of its calls; how many kills there were."""
    act.prepare(office)
    before = hashes(office)
    quiet = copy_of(office, folder / "tenang")
    counted = Deadly(folder / "hitung")
    done = run(quiet, act.of(quiet), counted, act.typed)
    assert done.returncode == 0, done.stderr
    expected = facts(quiet)
    for at in spread(counted.calls, number):
        root = copy_of(office, folder / f"kantor-{at}")
        deadly = Deadly(folder / f"mati-{at}", at)
        died = run(root, act.of(root), deadly, act.typed)
        assert died.returncode == -9, (at, counted.calls, died.stderr)
        next_start(root)
        check_whole(root, before)
        if act.said and act.said in died.stdout:
            assert facts(root) == expected, f"acknowledged, and lost at {at}"
        again = CliRunner().invoke(cli, ["-C", str(root), *act.of(root)], act.typed)
        told = f"{again.output}{again.exception}"
        assert again.exit_code == 0 or AGAIN in told, (at, told)
        assert facts(root) == expected, at
        check_whole(root, before)
        check_nothing_twice(root)
        check_swept(root, deadly.temporary)
    return min(counted.calls, number)


SAMPLE = ("perpanjangan", "terbitkan")


@pytest.mark.processes
@pytest.mark.parametrize("name", SAMPLE)
def test_an_act_of_the_command_line_that_is_killed(
    name: str, office: Path, tmp_path: Path
) -> None:
    assert strike_command(COMMANDS[name], office, tmp_path, 3) == 3


@pytest.mark.processes
@pytest.mark.long
@pytest.mark.parametrize("name", COMMANDS)
def test_every_act_of_the_command_line_killed_everywhere(
    name: str, office: Path, tmp_path: Path
) -> None:
    assert strike_command(COMMANDS[name], office, tmp_path, KILLS) == KILLS
