"""Nothing is made twice; many processes, a cluster and one process give the same bytes; one failure costs one agreement."""

import contextlib
import errno
import json
import os
import pickle
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import connection, forkserver, get_context
from pathlib import Path

import pypdfium2
import pytest
import weasyprint
from click.testing import CliRunner

from conftest import AKAR, CONTOH, MINIMAL
from notakesepakatan import press
from notakesepakatan.bureau.office import Office
from notakesepakatan.cli import cli
from notakesepakatan.compose import bounds
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.templates import Template
from notakesepakatan.errors import CannotRead, FaultyNaskah
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.register import load_register
from notakesepakatan.press import cluster as klaster_
from notakesepakatan.press import job as job_
from notakesepakatan.press import processes as pool
from notakesepakatan.press.batch import (
    CUT_OFF,
    DIED,
    Failed,
    NoHeadway,
    NoWorkers,
    Stalled,
    Workers,
    hurry,
    result_of,
    run_jobs,
)
from notakesepakatan.press.cluster import Cluster, FaultyCluster, cluster
from notakesepakatan.press.environment import environment, likeness
from notakesepakatan.press.job import Job, Rendered, perform
from notakesepakatan.press.keep import no_more
from notakesepakatan.press.order import Order
from notakesepakatan.press.planning import plan
from notakesepakatan.press.processes import Typesetter, processes, start_typesetter
from notakesepakatan.press.row import Row, Written, read_row
from notakesepakatan.press.run import Manner, susun
from notakesepakatan.press.stop import Stop
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.index import INDEX_FILE, shape
from notakesepakatan.workspace.save import TEMPORARY
from notakesepakatan.workspace.state import FileState
from notakesepakatan.write.html import page, stylesheet
from notakesepakatan.write.pdf import write_pdf
from notakesepakatan.write.pdf_engine import SystemLibraryMissing, engine
from waiting import PATIENCE, wait_until

NOTA = str(Path(sys.executable).with_name("nota"))
TXT = Order(("txt",))
SENDIRI = Manner(process=1)


def _ruang(akar: Path, jumlah: int = 3) -> Workspace:
    for i in range(jumlah):
        _write(akar, f"k{i}", MINIMAL.replace("judul: Uji", f"judul: Uji {i}"))
    return Workspace(akar)


def _write(akar: Path, slug: str, isi: str) -> Path:
    berkas = akar / "agreements" / slug / "kesepakatan.yaml"
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text(isi, encoding="utf-8")
    return berkas


def _done(
    ruang: Workspace, pesanan: Order = TXT, *slug: str, paksa: bool = False
) -> list[str]:
    """Files written by a run, below the output."""
    hasil = susun(plan(ruang, slug, pesanan, force=paksa), SENDIRI)
    return [
        berkas.relative_to(ruang.output).as_posix()
        for satu in hasil
        for berkas in satu.files
    ]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        jalur.relative_to(folder).as_posix(): jalur.read_bytes()
        for jalur in folder.rglob("*.*")
        if jalur.is_file()
    }


# ---- nothing twice ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_second_run_makes_nothing_and_a_changed_agreement_only_itself(
    tmp_path: Path,
) -> None:
    ruang = _ruang(tmp_path)
    assert _done(ruang) == [f"k{i}/nota-kesepakatan.txt" for i in range(3)]
    assert _done(ruang) == []
    _write(tmp_path, "k1", MINIMAL.replace("judul: Uji", "judul: Lain"))
    assert _done(ruang) == ["k1/nota-kesepakatan.txt"]
    assert "LAIN" in (ruang.output / "k1/nota-kesepakatan.txt").read_text().upper()
    assert _done(ruang, paksa=True) == [f"k{i}/nota-kesepakatan.txt" for i in range(3)]


@pytest.mark.slow
def test_files_touched_but_the_same_are_no_work(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path)
    _done(ruang)
    for berkas in ruang.kesepakatan_list.rglob("*.yaml"):
        os.utime(berkas, ns=(0, 1_700_000_000_000_000_000))
    assert plan(ruang, (), TXT).needed == ()


@pytest.fixture
def tenang(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as at rest at once, as if they had been written long ago."""
    monkeypatch.setattr("notakesepakatan.workspace.state._YOUNG", 0)


@pytest.mark.slow
@pytest.mark.usefixtures("tenang")
def test_an_edit_whose_time_was_put_back_is_seen(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 1)
    berkas = ruang.kesepakatan_list / "k0/kesepakatan.yaml"
    os.utime(berkas, ns=(0, 1_700_000_000_000_000_000))
    _done(ruang)
    berkas.write_text(
        berkas.read_text().replace("isi: Isi.", "isi: Isa."), encoding="utf-8"
    )
    os.utime(berkas, ns=(0, 1_700_000_000_000_000_000))
    assert _done(ruang) == ["k0/nota-kesepakatan.txt"]


@pytest.mark.slow
@pytest.mark.usefixtures("tenang")
@pytest.mark.parametrize("folder", ["agreements", "output"])
def test_folders_of_equal_sizes_and_times_that_change_places_are_seen(
    folder: str, tmp_path: Path
) -> None:
    ruang = _ruang(tmp_path, 2)
    _done(ruang)
    for berkas in (
        *ruang.kesepakatan_list.rglob("*.yaml"),
        *ruang.output.rglob("*.txt"),
    ):
        os.utime(berkas, ns=(0, 1_700_000_000_000_000_000))
    assert _done(ruang) == []
    for dari, ke in (("k0", "x"), ("k1", "k0"), ("x", "k1")):
        (tmp_path / folder / dari).rename(tmp_path / folder / ke)
    assert _done(ruang) == ["k0/nota-kesepakatan.txt", "k1/nota-kesepakatan.txt"]
    assert (
        "UJI 0"
        in (
            ruang.output
            / f"{'k1' if folder == 'agreements' else 'k0'}/nota-kesepakatan.txt"
        ).read_text()
    )


@pytest.mark.usefixtures("tenang")
@pytest.mark.slow
def test_a_restored_copy_is_hashed_once_and_believed_afterwards(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 2)
    _done(ruang)
    for folder in (ruang.kesepakatan_list, ruang.output):
        shutil.copytree(folder, tmp_path / "salin", copy_function=shutil.copy)
        shutil.rmtree(folder)
        (tmp_path / "salin").rename(folder)
    kerja = plan(ruang, (), TXT)
    assert (kerja.needed, sorted(kerja.fresh)) == ((), ["k0", "k1"])
    kerja.settle()
    assert not plan(ruang, (), TXT).fresh


def test_a_change_within_the_grain_of_the_clock_is_seen(tmp_path: Path) -> None:
    """Same size, same time: a file as young as the reading of it is not believed."""
    ruang = _ruang(tmp_path, 1)
    berkas = ruang.kesepakatan_list / "k0/kesepakatan.yaml"
    _done(ruang)
    waktu = berkas.stat().st_mtime_ns
    berkas.write_text(
        berkas.read_text().replace("isi: Isi.", "isi: Isa."), encoding="utf-8"
    )
    os.utime(berkas, ns=(waktu, waktu))
    assert _done(ruang) == ["k0/nota-kesepakatan.txt"]


@pytest.mark.parametrize(
    "nama", ["templates/kesepakatan.html.j2", "pengaturan.yaml", "hari-libur.yaml"]
)
def test_what_all_share_concerns_all(nama: str, tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 2)
    _done(ruang)
    (tmp_path / nama).parent.mkdir(exist_ok=True)
    isi = {
        "templates/kesepakatan.html.j2": (AKAR / nama).read_text()
        if (AKAR / nama).exists()
        else ""
    }
    (tmp_path / nama).write_text(isi.get(nama, "{}\n"), encoding="utf-8")
    assert plan(ruang, (), TXT).needed == ("k0", "k1")


@pytest.mark.slow
def test_an_output_that_is_gone_or_edited_is_made_again(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 2)
    pesanan = Order(("txt", "html"))
    _done(ruang, pesanan)
    (ruang.output / "k0/nota-kesepakatan.txt").unlink()
    (ruang.output / "k1/nota-kesepakatan.html").write_text("diubah")
    assert _done(ruang, pesanan) == [
        "k0/nota-kesepakatan.txt",
        "k1/nota-kesepakatan.html",
    ]


@pytest.mark.slow
def test_other_formats_are_added_and_the_first_stay_known(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 1)
    _done(ruang)
    assert _done(ruang, Order(("txt", "html"))) == ["k0/nota-kesepakatan.html"]
    assert _done(ruang) == _done(ruang, Order(("html",))) == []


@pytest.mark.slow
@pytest.mark.parametrize("rusak", [None, b"", b"bukan basis data"])
def test_the_index_can_be_thrown_away(rusak: bytes | None, tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 2)
    _done(ruang)
    indeks = ruang.output / INDEX_FILE
    indeks.unlink() if rusak is None else indeks.write_bytes(rusak)
    assert len(_done(ruang)) == 2
    assert len(_done(ruang)) == (2 if rusak else 0), (
        "a broken index is removed by the first run and made by the second"
    )
    assert _done(ruang) == []


@pytest.mark.slow
@pytest.mark.parametrize("isi", ["[1, 2]", "bukan json", "null", "{}", "[]"])
def test_a_bad_row_of_the_index_is_no_row(isi: str, tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 2)
    _done(ruang)
    with contextlib.closing(sqlite3.connect(ruang.output / INDEX_FILE)) as db, db:
        db.execute("UPDATE baris SET isi = ? WHERE kunci = 'k0'", (isi,))
    assert _done(ruang) == ["k0/nota-kesepakatan.txt"]
    assert _done(ruang) == []


def test_a_row_of_other_fields_is_no_row(tmp_path: Path) -> None:
    isi = Row(
        "t", 1, "j", "l", ["txt"], {"a.txt": Written("j", "s", [1, 2, 3, 4])}, 0
    ).to_json()
    assert read_row(isi)
    assert read_row(isi.replace(json.loads(isi)[0], shape("lain"))) is None
    assert read_row(isi.replace('"j", "s"', '"j", 5')) is None


def test_an_index_that_cannot_be_read_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(jalur: Path) -> bool:
        raise PermissionError(errno.EACCES, "", str(jalur))

    monkeypatch.setattr(Path, "is_file", forbid)
    assert _ruang(tmp_path, 1).read_index("susun") == {}


# ---- what cannot be read ------------------------------------------------------------------------------------------

_RUSAK = {
    "putus": ("adendum-01.yaml", "tidak-ada"),
    "keluar": ("adendum-01.yaml", "../../../luar/satu.yaml"),
    "lingkar": ("adendum-01.yaml", "adendum-01.yaml"),
    "folder": ("adendum-01.yaml", None),
    "peristiwa keluar": ("peristiwa", "../../../luar"),
    "peristiwa putus": ("peristiwa", "tidak-ada"),
    "kesepakatan putus": ("kesepakatan.yaml", "tidak-ada"),
}


def _damage(folder: Path, nama: str, ke: str | None) -> None:
    (folder / nama).unlink(missing_ok=True)
    (folder / nama).mkdir() if ke is None else (folder / nama).symlink_to(ke)


@pytest.fixture
def luar(tmp_path: Path) -> Path:
    """A folder beside the workspace `tmp_path / "ruang"`, with a file that is no part of it."""
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar/satu.yaml").write_text("{}\n")
    return tmp_path / "ruang"


@pytest.mark.processes
@pytest.mark.parametrize("rusak", _RUSAK.values(), ids=_RUSAK)
def test_a_file_that_cannot_be_read_stops_its_agreement_only(
    rusak: tuple[str, str | None], luar: Path
) -> None:
    ruang = _ruang(luar)
    _done(ruang)
    lama = _bytes(ruang.output / "k1")
    _damage(ruang.kesepakatan_list / "k1", *rusak)
    for _ in range(2):
        hasil = {
            satu.slug: satu for satu in susun(plan(ruang, (), TXT, force=True), SENDIRI)
        }
        assert [slug for slug, satu in hasil.items() if satu.problem] == ["k1"]
        assert re.match(
            rf"{ruang.kesepakatan_list}/k1/{rusak[0]}\S*: (tidak dapat dibaca|menunjuk ke luar)",
            hasil["k1"].problem,
        )
        assert len(hasil) == 3
    assert _bytes(ruang.output / "k1") == lama
    assert _run("susun", "--format", "txt", ruang=luar).returncode == 1


@pytest.mark.slow
def test_files_that_no_document_is_read_from_may_be_anything(luar: Path) -> None:
    ruang = _ruang(luar, 1)
    for nama, ke in (
        (".#kesepakatan.yaml", "a@b.1"),
        ("catatan.yaml", "tidak-ada"),
        ("lain.yaml", "../../../luar/satu.yaml"),
    ):
        (ruang.kesepakatan_list / "k0" / nama).symlink_to(ke)
    (ruang.templates).mkdir()
    (ruang.templates / ".#a.j2").symlink_to("a@b.1")
    assert _done(ruang) == ["k0/nota-kesepakatan.txt"]


@pytest.mark.processes
@pytest.mark.parametrize(
    ("nama", "ke"),
    [
        ("pengaturan.yaml", "tidak-ada"),
        ("pengaturan.yaml", None),
        ("hari-libur.yaml", "../luar/satu.yaml"),
        ("templates", "../luar"),
        ("templates", "tidak-ada"),
        ("templates/a.j2", "../../luar/satu.yaml"),
        ("templates/a.j2", "tidak-ada"),
        ("templates/a", "a"),
        ("templates/a", "../../luar"),
    ],
)
def test_a_common_file_that_cannot_be_read_stops_the_run(
    nama: str, ke: str | None, luar: Path
) -> None:
    _ruang(luar)
    (luar / nama).parent.mkdir(exist_ok=True)
    _damage(luar, nama, ke)
    hasil = _run("susun", "--format", "txt", ruang=luar)
    assert (hasil.returncode, hasil.stderr.count("\n")) == (1, 1)
    assert re.match(
        rf"{luar}/{nama}: (tidak dapat dibaca|menunjuk ke luar)", hasil.stderr
    )
    assert not (luar / "output").exists()


def test_templates_in_a_folder_that_links_within_the_workspace_count(
    tmp_path: Path,
) -> None:
    ruang = _ruang(tmp_path, 1)
    (tmp_path / "bersama").mkdir()
    (tmp_path / "bersama/a.j2").write_text("a")
    (tmp_path / "bersama/lingkar").symlink_to(".")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/b").symlink_to("../bersama")
    assert dict(ruang.read_common()) == {"templates/b/a.j2": b"a"}


@pytest.mark.slow
def test_an_agreement_that_goes_away_meanwhile_costs_nobody_else(
    tmp_path: Path,
) -> None:
    ruang = _ruang(tmp_path)
    kerja = plan(ruang, (), TXT)
    shutil.rmtree(ruang.kesepakatan_list / "k1")
    hasil = {satu.slug: satu.problem for satu in susun(kerja, SENDIRI)}
    assert "k1: tidak dapat dibaca (berkas atau folder tidak ada)" in hasil.pop("k1")
    assert set(hasil.values()) == {""}


@pytest.mark.processes
def test_odd_folders_and_names_cost_nobody_else(tmp_path: Path) -> None:
    """A link to itself, one to nowhere, names that are no UTF-8; a lock and a file beside the agreements are nothing."""
    ruang = _ruang(tmp_path)
    (ruang.kesepakatan_list / "lingkar").symlink_to("lingkar")
    (ruang.kesepakatan_list / "putus").symlink_to("tidak-ada")
    (ruang.kesepakatan_list / ".#x").symlink_to("a@b.1")
    (ruang.kesepakatan_list / "berkas.txt").write_text("")
    aneh = os.fsencode(ruang.kesepakatan_list)
    Path(os.fsdecode(aneh + b"/k0/adendum-\xff.yaml")).write_text("")
    Path(os.fsdecode(aneh + b"/k1/\xff.yaml")).write_text("")
    shutil.copytree(ruang.kesepakatan_list / "k1", os.fsdecode(aneh + b"/k\xff"))
    ruang.templates.mkdir()
    Path(os.fsdecode(os.fsencode(ruang.templates) + b"/\xff.j2")).write_text("")
    hasil = _run("susun", "--format", "txt", ruang=tmp_path)
    assert hasil.returncode == 1
    assert sorted(satu.parent.name for satu in ruang.output.rglob("*.txt")) == [
        "k1",
        "k2",
    ]
    assert hasil.stderr.endswith("4 dari 6 kesepakatan bermasalah.\n")
    assert "lingkar: tidak dapat dibaca (pintasan saling menunjuk)" in hasil.stderr
    assert _done(ruang) == []


def test_agreements_that_cannot_be_listed_are_said_in_one_sentence(
    tmp_path: Path,
) -> None:
    ruang = _ruang(tmp_path, 1)
    shutil.rmtree(ruang.kesepakatan_list)
    for baca in (lambda: plan(ruang, (), TXT), lambda: load_register(Opened(ruang))):
        with pytest.raises(CannotRead, match="agreements: tidak dapat dibaca"):
            baca()


@pytest.mark.processes
def test_a_full_disk_is_said_of_each_agreement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(umum: object, akar: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("notakesepakatan.press.job._bench", full)
    masalah = [satu.problem for satu in susun(plan(_ruang(tmp_path), (), TXT), SENDIRI)]
    assert masalah == [f"k{i}: gagal disusun: ruang cakram habis" for i in range(3)]


# ---- what is made no more -----------------------------------------------------------------------------------------


@pytest.mark.processes
def test_documents_that_are_made_no_more_are_named_and_stay(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path)
    arg = ("susun", "--format", "txt,html", "--proses", "1")
    assert "tidak lagi" not in _run(*arg, ruang=tmp_path).stderr
    _write(
        tmp_path, "k0", MINIMAL.replace("jenis: Nota Kesepakatan", "jenis: Perjanjian")
    )
    shutil.rmtree(ruang.kesepakatan_list / "k1")
    keluh = _run(*arg, "--format", "txt", ruang=tmp_path).stderr
    for slug in ("k0", "k1"):
        daftar = f"{ruang.output}/{slug}/nota-kesepakatan.txt, {ruang.output}/{slug}/nota-kesepakatan.html"
        assert f"tidak lagi dihasilkan: {daftar}; hapus bila tidak diperlukan" in keluh
    assert len([*ruang.output.rglob("nota-kesepakatan.*")]) == 6
    with contextlib.closing(sqlite3.connect(ruang.output / INDEX_FILE)) as db:
        assert sorted(db.execute("SELECT kunci FROM baris")) == [("k0",), ("k2",)]
    assert "tidak lagi" not in _run(*arg, ruang=tmp_path).stderr


def test_a_format_not_asked_for_is_not_called_out_of_date() -> None:
    dulu = Row(
        "",
        0,
        "",
        "",
        [],
        {
            nama: Written("", "", [])
            for nama in ("a.txt", "a.pdf", "b.txt", "b.pdf", "c.docx")
        },
        0,
    )
    assert no_more(dulu, {"a.txt": Written("", "", [])}, ("txt",)) == ["b.txt", "b.pdf"]


@pytest.mark.slow
def test_a_failure_is_tried_again_and_keeps_the_old_document(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 2)
    _done(ruang)
    lama = _bytes(ruang.output / "k0")
    _write(tmp_path, "k0", "jenis: [\n")
    for _ in range(2):
        hasil = list(susun(plan(ruang, (), TXT), SENDIRI))
        assert [satu.slug for satu in hasil if satu.problem] == ["k0"]
        assert (
            f"{ruang.kesepakatan_list}/k0/kesepakatan.yaml:2:1" in hasil[0].problem
        ), "the file where the user has it"
    assert _bytes(ruang.output / "k0") == lama


# ---- many processes -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def satu_proses(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with the example and seven small ones, rendered by this process."""
    ruang = _ruang(tmp_path_factory.mktemp("satu"), 7)
    shutil.copytree(AKAR / "agreements" / CONTOH, ruang.kesepakatan_list / CONTOH)
    list(susun(plan(ruang, (), Order()), SENDIRI))
    return ruang


@pytest.mark.processes
@pytest.mark.parametrize("proses", [pytest.param(None, marks=pytest.mark.long), 2])
def test_processes_give_the_bytes_of_one(
    proses: int | None, satu_proses: Workspace, tmp_path: Path
) -> None:
    hasil = list(susun(plan(satu_proses, (), Order(to=tmp_path)), Manner(proses)))
    assert [satu.slug for satu in hasil] == sorted(
        [CONTOH, *(f"k{i}" for i in range(7))]
    )
    assert _bytes(tmp_path) == {
        n: isi for n, isi in _bytes(satu_proses.output).items() if n != INDEX_FILE
    }


@pytest.mark.processes
def test_the_press_gives_the_same_bytes(satu_proses: Workspace, tmp_path: Path) -> None:
    """One agreement, its PDF set by a forked process while this one does the rest: by a command, which has one thread.

    The signed text: a draft bears the day on which the command is given.
    """
    words = ("susun", CONTOH, "--dokumen", "nota-kesepakatan", "--ke", str(tmp_path))
    assert _run(*words, ruang=satu_proses.root).returncode == 0
    made = _bytes(tmp_path / CONTOH)
    before = _bytes(satu_proses.output / CONTOH)
    assert len(made) >= 3
    assert made == {name: before[name] for name in made}


def test_no_press_is_forked_from_a_program_of_several_threads() -> None:
    """It would wait for ever for what another thread, of Python or of a C library, was about to do."""
    with ThreadPoolExecutor(1) as lain:
        lain.submit(int).result()
        assert start_typesetter(1) is None


def _press_that_dies(patience: float) -> Typesetter:
    return Typesetter(
        ProcessPoolExecutor(1, get_context("spawn"), os._exit, (3,)), patience
    )


@pytest.mark.processes
def test_a_press_that_dies_costs_its_agreement_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruang = _ruang(tmp_path, 2)
    monkeypatch.setattr("notakesepakatan.press.run.start_typesetter", _press_that_dies)
    hasil = list(susun(plan(ruang, (), Order(("pdf",)))))
    assert ["mati" in satu.problem for satu in hasil] == [True, False]
    assert [len(satu.files) for satu in hasil] == [0, 1]


def _fatal(mati: str, job: Job) -> str:
    """Stands for a document that eats all memory: the system kills its worker without a word."""
    if job.slug == mati:
        os.kill(os.getpid(), signal.SIGKILL)
    if job.slug == "k2":
        raise ValueError("tidak jadi")
    time.sleep(0.02)
    return job.slug


def _sleep(_: object = None) -> bytes:
    """Stands for a document that comes to no end."""
    time.sleep(3600)
    return b""


@pytest.mark.slow
def test_a_press_that_makes_no_headway_is_ended_and_its_agreement_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stalling(patience: float) -> Typesetter:
        halted = Typesetter(ProcessPoolExecutor(1, get_context("spawn")), patience)
        halted.begin(_sleep)
        return halted

    monkeypatch.setattr("notakesepakatan.press.run.start_typesetter", stalling)
    hasil = list(
        susun(plan(_ruang(tmp_path, 2), (), Order(("pdf",))), Manner(patience=0.2))
    )
    assert [satu.problem for satu in hasil] == [
        f"k0: gagal disusun: {Stalled(0.2)}",
        "",
    ]


def _job(slug: str) -> Job:
    return Job(slug, TXT, "", {}, (), "", {}, FileState("", 0), 0)


@pytest.mark.processes
@pytest.mark.parametrize(
    "mati",
    [*(pytest.param(slug, marks=pytest.mark.long) for slug in ("k0", "k4")), "k8"],
)
def test_a_dead_worker_costs_its_own_job_only(mati: str) -> None:
    jobs = [_job(f"k{i}") for i in range(9)]
    hasil = {
        job.slug: jadi
        for job, jadi in run_jobs(
            jobs, partial(_fatal, mati), Workers(partial(processes, 2), 6)
        )
    }
    assert list(hasil) == [job.slug for job in jobs], "in the order asked"
    assert {slug for slug, jadi in hasil.items() if isinstance(jadi, Failed)} == {
        mati,
        "k2",
    }
    assert "mati" in str(hasil[mati])
    assert str(hasil["k2"]) == "ValueError: tidak jadi"


class _Halting(Executor):
    """Does a job at once, but for those of these names, which come to no end."""

    def __init__(self, *halt: str) -> None:
        self.halt = halt

    def submit(self, fn: Callable[..., object], job: Job) -> Future[object]:  # type: ignore[override]
        promise = Future[object]()
        if job.slug not in self.halt:
            promise.set_result(fn(job))
        return promise


@pytest.mark.slow
def test_a_worker_without_headway_costs_its_own_job_only() -> None:
    jobs = [_job(f"k{i}") for i in range(9)]
    hasil = {
        j.slug: jadi
        for j, jadi in run_jobs(
            jobs, _slug_of, Workers(lambda: _Halting("k1", "k4", "k5"), 4, 0.05)
        )
    }
    assert list(hasil) == [job.slug for job in jobs], "in the order asked"
    assert {slug for slug, jadi in hasil.items() if isinstance(jadi, Failed)} == {
        "k1",
        "k4",
        "k5",
    }
    assert str(hasil["k4"]).startswith("pekerjanya tidak maju")


def test_one_job_is_waited_for_as_long_as_others_get_done() -> None:
    """Patience counts from the last that was done, not from when the job was asked for."""
    late, others = Future[str](), [Future[str]() for _ in range(4)]
    waited = list[float | None]()

    def tick(
        waiting: set[Future[str]], patience: float | None, _: object
    ) -> tuple[set[Future[str]], set[Future[str]]]:
        waited.append(patience)
        ready = others.pop() if others else late
        ready.set_result("jadi")
        return {ready}, waiting - {ready}

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("notakesepakatan.press.batch.wait", tick)
        assert result_of(_Halting(), late, tuple(others), 60) == "jadi"
    assert waited == [5] * 5, "looked after every few seconds"


def test_patience_counts_seconds_in_a_row() -> None:
    """Eleven looks of five seconds are no minute; the twelfth is."""
    late, other = Future[str](), Future[str]()
    looks = iter([*([None] * 11), other, *([None] * 12)])
    silent = list[float]()

    def tick(
        waiting: set[Future[str]], patience: float | None, _: object
    ) -> tuple[set[Future[str]], set[Future[str]]]:
        ready = next(looks)
        return ({ready}, waiting - {ready}) if ready else (set(), waiting)

    def now_it_comes(patience: float) -> None:
        silent.append(patience)
        late.set_result("jadi")

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("notakesepakatan.press.batch.wait", tick)
        assert result_of(_Halting(), late, (other,), 60, now_it_comes) == "jadi"
    assert silent == [60]
    assert not [*looks]


def _half_given(mati: str, job: Job) -> str:
    """Give the result, of one job only its first bytes: the process is killed meanwhile."""
    if job.slug == mati:

        def half(self: connection.Connection, content: bytes) -> None:
            os.write(self.fileno(), bytes(content)[:2])
            os.kill(os.getpid(), signal.SIGKILL)

        connection.Connection._send = half  # type: ignore[attr-defined]
    return job.slug


@pytest.mark.processes
@pytest.mark.parametrize("mati", ["k0", pytest.param("k2", marks=pytest.mark.long)])
def test_half_a_result_is_not_waited_for(
    mati: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pool itself reads on for ever: whoever else may write keeps its pipe open."""
    monkeypatch.setattr("notakesepakatan.press.batch._LOOK", 0.5)
    jobs = [_job(f"k{i}") for i in range(5)]
    done = {
        job.slug: outcome
        for job, outcome in run_jobs(
            jobs, partial(_half_given, mati), Workers(partial(processes, 2), 4)
        )
    }
    assert [slug for slug, one in done.items() if isinstance(one, Failed)] == [mati]
    assert str(done[mati]) == DIED


@pytest.mark.processes
def test_processes_that_all_stall_are_ended_and_it_is_said_of_the_machine() -> None:
    named = list[str]()
    with pytest.raises(NoHeadway, match="tidak maju pada 3 kesepakatan berturut-turut"):
        for job, jadi in run_jobs(
            [_job(f"k{i}") for i in range(8)],
            _sleep,
            Workers(partial(processes, 2), 4, 0.2),
        ):
            assert isinstance(jadi, Failed)
            named.append(f"{job.slug}: {jadi}")
    assert named == [f"k{i}: {Stalled(0.2)}" for i in range(3)]


@pytest.mark.processes
def test_a_poisoned_agreement_is_named_at_the_end(tmp_path: Path) -> None:
    _ruang(tmp_path, 8)
    _write(tmp_path, "k3", MINIMAL.replace("judul: Uji", "judul: Uji\nasing: 1"))
    hasil = _run("susun", "--semua", "--format", "txt", "--proses", "2", ruang=tmp_path)
    assert hasil.returncode == 1
    assert len(list((tmp_path / "output").glob("*/*.txt"))) == 7
    assert hasil.stderr.endswith("1 dari 8 kesepakatan bermasalah.\n")
    assert "k3/kesepakatan.yaml:3:1: asing: kunci tidak dikenal" in hasil.stderr


class _Sulit(ThreadPoolExecutor):
    """An executor that gives no process for the first so many jobs asked of it."""

    tolak = 0

    def submit(self, *arg: object, **kwarg: object) -> Future[object]:  # type: ignore[override]
        if _Sulit.tolak > 0:
            _Sulit.tolak -= 1
            raise ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")
        return super().submit(*arg, **kwarg)  # type: ignore[arg-type]


def _slug_of(job: Job) -> str:
    return job.slug


@pytest.mark.parametrize(("tolak", "expect"), [(1, 5), (3, 0)])
def test_a_pool_that_gives_no_process_is_replaced_once(
    tolak: int, expect: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Sulit, "tolak", tolak)
    hasil = list[str]()
    with (
        contextlib.nullcontext()
        if expect
        else pytest.raises(NoWorkers, match="Proses pembantu tidak dapat dijalankan")
    ):
        hasil += [
            str(jadi)
            for _, jadi in run_jobs(
                [_job(f"k{i}") for i in range(5)],
                _slug_of,
                Workers(lambda: _Sulit(1), 2),
            )
        ]
    assert len(hasil) == expect


def test_a_system_that_makes_no_process_is_said_so() -> None:
    def make() -> Executor:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    with pytest.raises(NoWorkers, match="terlalu banyak proses"):
        list(run_jobs([_job("k0")], _slug_of, Workers(make, 2)))


@pytest.mark.processes
def test_a_forkserver_that_is_killed_is_started_again() -> None:
    def jobs() -> Iterator[Job]:
        for i in range(6):
            if i == 4:
                server = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
                os.kill(server, signal.SIGKILL)
                # Until it is gone, whoever asks takes it for alive; it is left to them to take leave of.
                os.waitid(os.P_PID, server, os.WEXITED | os.WNOWAIT)
            yield _job(f"k{i}")

    hasil = {
        job.slug: jadi
        for job, jadi in run_jobs(jobs(), _slug_of, Workers(partial(processes, 1), 2))
    }
    assert hasil == {f"k{i}": f"k{i}" for i in range(6)}


def _blocked() -> set[int]:
    return {int(satu) for satu in signal.pthread_sigmask(signal.SIG_BLOCK, ())}


@pytest.mark.processes
def test_no_worker_and_no_server_of_them_hears_ctrl_c() -> None:
    with processes(1) as kumpulan:
        assert kumpulan.submit(_blocked).result() >= {signal.SIGINT, signal.SIGHUP}
        status = Path(
            f"/proc/{forkserver._forkserver._forkserver_pid}/status"  # type: ignore[attr-defined]
        ).read_text()
    assert int(re.search(r"SigBlk:\s*(\w+)", status)[1], 16) >> (signal.SIGINT - 1) & 1  # type: ignore[index]
    assert signal.SIGINT not in _blocked(), "this process hears it"


def test_a_signal_swallowed_within_a_document_stops_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruang = _ruang(tmp_path)

    def interrupted(job: Job, cetak: Typesetter | None = None) -> Rendered:
        with contextlib.suppress(KeyboardInterrupt):  # as pydantic does
            signal.raise_signal(signal.SIGINT)
        return perform(job, cetak)

    monkeypatch.setattr(job_, "perform", interrupted)
    henti, hasil = Stop(), list[str]()
    with henti.listening(), pytest.raises(KeyboardInterrupt):
        hasil += [
            satu.slug
            for satu in susun(plan(ruang, (), TXT), Manner(1, stop=henti))
            if not satu.problem
        ]
    assert henti.signal == signal.SIGINT
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert plan(ruang, (), TXT).needed == ("k1", "k2"), "the first is whole and known"


ENDLESS = "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}"


def test_a_signal_leaves_a_template_that_goes_on_and_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruang = _ruang(tmp_path)
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "kesepakatan.html.j2").write_text(ENDLESS)
    monkeypatch.setattr(bounds, "LONG", 10)
    henti = Stop()
    henti.signal = signal.SIGINT
    with pytest.raises(KeyboardInterrupt):
        for satu in susun(plan(ruang, (), TXT), Manner(1, stop=henti)):
            pytest.fail(f"filled to its limit: {satu.problem}")
    assert not (tmp_path / "output" / "k0").exists()


def _fill_without_end(folder: Path) -> None:
    bounds.STEP_LIMIT = sys.maxsize
    bounds.SECOND_LIMIT = PATIENCE
    (folder / "uji.j2").write_text(ENDLESS)
    (folder / "begun").touch()
    Template(folder).render("uji.j2", {})


@pytest.mark.processes
def test_a_worker_leaves_a_template_that_goes_on_and_on(tmp_path: Path) -> None:
    with processes(1) as kumpulan:
        promise = kumpulan.submit(_fill_without_end, tmp_path)
        wait_until((tmp_path / "begun").exists, "the template")
        hurry(kumpulan)
        with pytest.raises(KeyboardInterrupt):
            promise.result(PATIENCE)


@pytest.mark.parametrize(
    "di",
    [
        "notakesepakatan.press.planning.environment",
        "notakesepakatan.cli.susun._Run.summarize",
    ],
)
def test_a_signal_before_and_after_the_work_is_no_traceback(
    di: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ruang(tmp_path, 1)
    monkeypatch.setattr(di, lambda *_: signal.raise_signal(signal.SIGTERM))
    hasil = CliRunner().invoke(
        cli, ["-C", str(tmp_path), "susun", "--format", "txt", "--proses", "1"]
    )
    assert hasil.exit_code == 128 + signal.SIGTERM
    assert "Dihentikan: " in hasil.output


def _descendants(tanda: str) -> list[int]:
    """Processes that were started with this in their environment."""
    ada = list[int]()
    for satu in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if tanda.encode() in satu.read_bytes():
                ada.append(int(satu.parent.name))
    return ada


@pytest.mark.processes
def test_workers_end_with_the_one_that_asks(tmp_path: Path) -> None:
    """Killed without a word, it leaves no process behind and no folder of theirs."""
    _ruang(tmp_path / "r", 40)
    sementara = tmp_path / "sementara"
    sementara.mkdir()
    perintah = [
        NOTA,
        "-C",
        str(tmp_path / "r"),
        "susun",
        "--format",
        "txt,html",
        "--proses",
        "2",
    ]
    with subprocess.Popen(
        perintah, stdout=subprocess.PIPE, env={**os.environ, "TMPDIR": str(sementara)}
    ) as jalan:
        assert jalan.stdout
        jalan.stdout.readline()
        jalan.kill()
    wait_until(
        lambda: not _descendants(f"TMPDIR={sementara}"), "the end of every worker"
    )
    assert not [*sementara.glob(f"*{TEMPORARY}")]


def _run(*arg: str, ruang: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [NOTA, "-C", str(ruang), *arg], capture_output=True, text=True
    )


@pytest.mark.processes
@pytest.mark.parametrize(
    "sinyal",
    [
        signal.SIGINT,
        *(
            pytest.param(one, marks=pytest.mark.long)
            for one in (signal.SIGTERM, signal.SIGHUP)
        ),
    ],
)
def test_a_stop_leaves_whole_files_and_the_rest_for_the_next_run(
    sinyal: signal.Signals, tmp_path: Path
) -> None:
    # Short: the path of a socket holds some hundred characters.
    sementara = Path(tempfile.mkdtemp(prefix="s"))
    _ruang(tmp_path, 200)
    perintah = [
        NOTA,
        "-C",
        str(tmp_path),
        "susun",
        "--semua",
        "--format",
        "pdf",
        "--proses",
        "2",
    ]
    with subprocess.Popen(
        perintah,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(sementara)},
    ) as jalan:
        assert jalan.stdout
        jalan.stdout.readline()
        jalan.send_signal(sinyal)
        _, keluh = jalan.communicate(timeout=PATIENCE)
    assert jalan.returncode == 128 + sinyal, keluh
    assert "Traceback" not in keluh
    assert not [*sementara.iterdir()]
    wait_until(
        lambda: not _descendants(f"TMPDIR={sementara}"), "the end of every worker"
    )
    ada = [
        berkas
        for berkas in (tmp_path / "output").rglob("*")
        if berkas.is_file() and berkas.name != INDEX_FILE
    ]
    assert 0 < len(ada) < 200
    assert {berkas.name for berkas in ada} == {"nota-kesepakatan.pdf"}, (
        "no file half written beside them"
    )
    assert all(berkas.read_bytes().rstrip().endswith(b"%%EOF") for berkas in ada)
    assert f"Dihentikan: {len(ada)} dari 200" in keluh
    assert len(plan(Workspace(tmp_path), (), Order(("pdf",))).needed) == 200 - len(ada)


@pytest.mark.parametrize(
    "galat",
    [
        SystemLibraryMissing("Pango", "libpango"),
        FaultyCluster("tcp://a", "b"),
        pytest.param(None, id="naskah"),
    ],
)
def test_an_error_reads_the_same_from_another_process(galat: Exception | None) -> None:
    if galat is None:
        with pytest.raises(FaultyNaskah) as tangkap:
            parse_kesepakatan(b"asing: 1\n", "uji.yaml")
        galat = tangkap.value
    sama = pickle.loads(pickle.dumps(galat))  # noqa: S301 - what concurrent.futures does
    assert type(sama) is type(galat)
    assert (str(sama), vars(sama)) == (str(galat), vars(galat))


@pytest.mark.processes
def test_who_watches_sees_how_fast_and_how_long_still(tmp_path: Path) -> None:
    _ruang(tmp_path, 8)
    utama, anak = os.openpty()
    perintah = [
        NOTA,
        "-C",
        str(tmp_path),
        "susun",
        "--semua",
        "--format",
        "txt",
        "--proses",
        "2",
    ]
    with subprocess.Popen(perintah, stdout=subprocess.DEVNULL, stderr=anak) as jalan:
        os.close(anak)
        layar = b""
        with contextlib.suppress(
            OSError
        ):  # what a terminal says when the other end is gone
            while potong := os.read(utama, 4096):
                layar += potong
        os.close(utama)
    assert jalan.returncode == 0
    baris = re.split(r"[\r\n]+", re.sub(r"\x1b\[\S*?[a-zA-Z]", "", layar.decode()))
    assert 70 < max(len(satu.rstrip()) for satu in baris if "Menyusun" in satu) <= 80, (
        "a terminal's usual width"
    )
    assert re.search(rb"8/8 +\d+,\d kesepakatan/detik, sisa 0:00:00", layar), layar


# ---- a cluster ----------------------------------------------------------------------------------------------------


def _start_cluster(
    folder: Path, tumpukan: contextlib.ExitStack, pekerja: int
) -> tuple[str, list[subprocess.Popen[str]]]:
    """A real scheduler with real workers, each a process of its own: its address, and the processes."""
    log, proses = (
        tumpukan.enter_context((folder / "log").open("w+")),
        list[subprocess.Popen[str]](),
    )
    modul = "from distributed.cli.{0} import main; main()"

    def start(nama: str, *arg: str) -> None:
        satu = subprocess.Popen(
            [sys.executable, "-c", modul.format(nama), *arg, "--no-dashboard"],
            stdout=log,
            stderr=log,
            text=True,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(
                    [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
                ),
            },
        )
        tumpukan.callback(satu.wait)
        tumpukan.callback(satu.terminate)
        proses.append(satu)

    berkas = folder / "scheduler.json"
    start(
        "dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--scheduler-file",
        str(berkas),
    )
    start(
        "dask_worker",
        "--scheduler-file",
        str(berkas),
        "--nworkers",
        str(pekerja),
        "--nthreads",
        "1",
    )
    batas = time.monotonic() + PATIENCE
    while time.monotonic() < batas:
        with contextlib.suppress(OSError, ValueError, FaultyCluster):
            alamat = str(json.loads(berkas.read_text())["address"])
            with cluster(alamat) as found:
                if found.threads == pekerja:
                    return alamat, proses
        time.sleep(0.2)
    log.seek(0)
    raise RuntimeError(log.read())


@pytest.fixture(scope="module")
def klaster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A cluster of two workers."""
    with contextlib.ExitStack() as tumpukan:
        yield _start_cluster(tmp_path_factory.mktemp("dask"), tumpukan, 2)[0]


@pytest.mark.long
@pytest.mark.processes
def test_a_cluster_gives_the_bytes_of_one_process(
    klaster: str, satu_proses: Workspace, tmp_path: Path
) -> None:
    hasil = list(
        susun(plan(satu_proses, (), Order(to=tmp_path)), Manner(cluster=klaster))
    )
    assert not [satu.problem for satu in hasil if satu.problem]
    assert _bytes(tmp_path) == {
        n: isi for n, isi in _bytes(satu_proses.output).items() if n != INDEX_FILE
    }


@pytest.mark.long
@pytest.mark.processes
def test_a_worker_of_the_cluster_that_dies_costs_its_own_job_only(klaster: str) -> None:
    jobs = [_job(f"k{i}") for i in range(6)]
    with cluster(klaster) as found:
        hasil = {
            j.slug: jadi
            for j, jadi in run_jobs(
                jobs, partial(_fatal, "k4"), found.workers(found.threads)
            )
        }
    assert {slug for slug, jadi in hasil.items() if isinstance(jadi, Failed)} == {
        "k2",
        "k4",
    }


@pytest.mark.long
@pytest.mark.processes
def test_a_cluster_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    _ruang(tmp_path, 1)
    for alamat, sebab in (
        ("tcp://127.0.0.1:1", "tidak menjawab"),
        ("10.0.0.5", "bukan alamat pengatur Dask"),
    ):
        hasil = _run("susun", "--semua", "--klaster", alamat, ruang=tmp_path)
        assert hasil.returncode == 1
        assert "Traceback" not in hasil.stderr
        assert f"klaster {alamat}: {sebab}" in hasil.stderr
        assert ("tidak memakai TLS" in hasil.stderr) == alamat.startswith("tcp://")


@pytest.mark.long
@pytest.mark.processes
def test_a_scheduler_that_dies_fails_each_agreement_that_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(klaster_, "_JOIN_LIMIT", "2s")
    with contextlib.ExitStack() as tumpukan:
        alamat, proses = _start_cluster(tmp_path, tumpukan, 1)
        hasil = dict[str, str]()
        with cluster(alamat) as found:
            for job, jadi in run_jobs(
                [_job(f"k{i}") for i in range(8)], partial(_fatal, ""), found.workers(3)
            ):
                hasil[job.slug] = str(jadi)
                if job.slug == "k0":
                    for satu in proses:
                        satu.kill()
    assert len(hasil) == 8
    assert hasil["k0"] == "k0"
    assert hasil["k7"] == CUT_OFF


class _Bisu(Executor):
    def submit(self, *_: object) -> Future[object]:  # type: ignore[override]
        return Future()


class _Client:
    """Stands for Dask's client, whose cluster has lost its workers: nothing that is asked is ever answered."""

    status, scheduler = "running", type("", (), {"ncores": None})

    def nthreads(self) -> dict[str, int]:
        return {}

    def get_executor(self, pure: bool) -> Executor:
        return _Bisu()

    def sync(self, *_: object, callback_timeout: float) -> dict[str, int]:
        return {}


def test_a_cluster_without_workers_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(klaster_, "_LOOK_EVERY", 0.01)
    monkeypatch.setattr(klaster_, "_WITHOUT_WORKERS_LIMIT", 0.05)
    workers = Cluster(_Client()).workers(2)
    hasil = [
        str(jadi)
        for _, jadi in run_jobs([_job(f"k{i}") for i in range(5)], _slug_of, workers)
    ]
    assert hasil == ["klaster terputus: tidak ada lagi pekerja"] * 5


def test_without_dask_its_name_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(FaultyCluster, match=r"notakesepakatan\[klaster\]"),
        cluster("tcp://127.0.0.1:1"),
    ):
        pass


def test_a_worker_of_another_version_refuses() -> None:
    job = Job("a", TXT, "", {}, (), "", {}, FileState("", 0), 0, version="0.0.9")
    assert "samakan" in perform(job).problem


@pytest.mark.parametrize("bagian", ["program", "pustaka", "huruf"])
@pytest.mark.slow
def test_a_worker_that_would_make_other_bytes_refuses(bagian: str) -> None:
    engine = {**likeness(), bagian: "lain"}
    masalah = perform(
        Job("a", TXT, "", {}, (), "", {}, FileState("", 0), 0, engine=engine)
    ).problem
    assert re.fullmatch(
        rf"a: {bagian} pada pekerja \S+ lain dari yang di sini; samakan", masalah
    )


# ---- what all documents depend on ---------------------------------------------------------------------------------


@pytest.fixture
def rumah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, with one font."""
    for nama in (
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "FONTCONFIG_FILE",
        "FONTCONFIG_PATH",
        "FONTCONFIG_SYSROOT",
    ):
        monkeypatch.delenv(nama, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    _font(tmp_path / ".fonts/a.ttf")
    return tmp_path


def _font(berkas: Path, isi: str = "huruf") -> None:
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text(isi)


_TEMPAT_HURUF = [
    (".config/fontconfig/fonts.conf", "", "", ""),
    ("x/fontconfig/conf.d/a", "XDG_CONFIG_HOME", "x", ""),
    ("x/fonts/b.ttf", "XDG_DATA_HOME", "x", ""),
    ("", "FONTCONFIG_PATH", "lain", ""),
    ("", "FONTCONFIG_FILE", "lain.conf", ""),
    ("jauh/b.ttf", "", "", "../jauh"),
    (".fonts/b.ttf", "", "", "."),
    (os.fsdecode(b".fonts/\xff.ttf"), "", "", ""),
]


@pytest.mark.parametrize(
    ("berkas", "nama", "nilai", "pintasan"),
    _TEMPAT_HURUF,
    ids=range(len(_TEMPAT_HURUF)),
)
def test_fonts_count_wherever_they_are_found(
    berkas: str,
    nama: str,
    nilai: str,
    pintasan: str,
    rumah: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dulu = environment(())
    if berkas:
        _font(rumah / berkas)
    if nama:
        monkeypatch.setenv(nama, str(rumah / nilai))
    if pintasan:
        (rumah / ".fonts/pintasan").symlink_to(pintasan)
    assert environment(()) != dulu
    assert environment(()) == environment(())


def test_a_folder_that_settings_name_counts(
    rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _font(rumah / "a.conf", f"<fontconfig><dir>{rumah}/jauh</dir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(rumah / "a.conf"))
    dulu = environment(())
    _font(rumah / "jauh/b.ttf")
    assert environment(()) != dulu


@pytest.mark.slow
def test_the_same_fonts_at_another_place_are_alike(
    rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alike = likeness.__wrapped__
    dulu, lama = alike(), environment(())
    shutil.copytree(rumah / ".fonts", rumah / "lain/.fonts", copy_function=shutil.copy)
    monkeypatch.setenv("HOME", str(rumah / "lain"))
    assert alike() == dulu
    assert environment(()) != lama
    _font(rumah / "lain/.fonts/a.ttf", "huruf lain")
    assert {nama for nama, jejak in alike().items() if dulu[nama] != jejak} == {"huruf"}


# ---- what is fast is the same ---------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_pdf_is_what_plain_weasyprint_sets_of_the_html() -> None:
    """Our short sheet and our tree in place of the browser's and of an HTML parser: not one pixel differs.

    Of a text whose annex says nothing again on a next page.
    """
    office = Office(Workspace(AKAR))
    loaded = office.riwayat("contoh-sampah-2025").origin
    naskah = compose_kesepakatan(office.composer, loaded)
    styles = f"<style>\n{stylesheet(naskah)}</style>\n"
    html = f"<!DOCTYPE html>\n{page(naskah, styles, tied=True)}"
    polos = weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/a-3u")
    kita, mereka = (pypdfium2.PdfDocument(satu) for satu in (write_pdf(naskah), polos))
    assert len(kita) > 2
    assert len(kita) == len(mereka)
    for a, b in zip(kita, mereka, strict=True):
        assert (
            a.render(scale=1).to_pil().tobytes() == b.render(scale=1).to_pil().tobytes()
        )


@pytest.mark.processes
def test_memory_of_processes_is_forked_from_a_loaded_server() -> None:
    """A worker has WeasyPrint before its first job, so that none pays for importing it."""
    with processes(1) as kumpulan:
        assert kumpulan.submit(_loaded).result()


def _loaded() -> bool:
    return "weasyprint" in sys.modules


@pytest.mark.processes
def test_nothing_is_made_before_a_fork_that_a_fork_does_not_have() -> None:
    """The server has one thread, also where Pango keeps one for fonts; a worker's first document finds none made."""
    with processes(1) as kumpulan:
        assert kumpulan.submit(_engines_made).result() == 0
        server = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
        assert len([*Path(f"/proc/{server}/task").iterdir()]) == 1


def _engines_made() -> int:
    return engine.cache_info().currsize


def test_cores_are_those_this_process_may_use() -> None:
    assert 1 <= pool.cores() <= (os.cpu_count() or 1)


def test_every_name_of_the_door_is_there() -> None:
    """What the type checker is told of the room is what is found at run time."""
    told = re.findall(
        r"import (\w+) as \1\b|^        (\w+) as \2,",
        Path(press.__file__).read_text(),
        re.MULTILINE,
    )
    assert sorted(a or b for a, b in told) == sorted(press._MODULE_OF)
    assert all(getattr(press, name) for name in press._MODULE_OF)
    with pytest.raises(AttributeError):
        press.lain  # noqa: B018
