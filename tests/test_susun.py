"""Nothing is made twice; many processes, a cluster and one process give the same bytes; one failure costs one agreement."""

import contextlib
import json
import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pypdfium2
import pytest
import weasyprint

from conftest import AKAR, CONTOH, MINIMAL, Keluaran
from notakesepakatan import pool
from notakesepakatan.batch import Failed, run_jobs
from notakesepakatan.errors import KlasterBermasalah, NaskahBermasalah, PustakaSistemTidakAda
from notakesepakatan.job import Job, perform
from notakesepakatan.load.indeks import BERKAS_INDEKS
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.ruang_kerja import RuangKerja
from notakesepakatan.load.tanda import Tanda
from notakesepakatan.pesanan import Pesanan
from notakesepakatan.plan import plan
from notakesepakatan.pool import cluster, processes
from notakesepakatan.susun import Cara, susun

NOTA = str(Path(sys.executable).with_name("nota"))
TXT = Pesanan(("txt",))
SENDIRI = Cara(proses=1)


def _ruang(akar: Path, jumlah: int = 3) -> RuangKerja:
    for i in range(jumlah):
        _write(akar, f"k{i}", MINIMAL.replace("judul: Uji", f"judul: Uji {i}"))
    return RuangKerja(akar)


def _write(akar: Path, slug: str, isi: str) -> Path:
    berkas = akar / "agreements" / slug / "kesepakatan.yaml"
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text(isi, encoding="utf-8")
    return berkas


def _done(ruang: RuangKerja, pesanan: Pesanan = TXT, *slug: str, paksa: bool = False) -> list[str]:
    """Files written by a run, below the output."""
    hasil = susun(plan(ruang, slug, pesanan, paksa=paksa), SENDIRI)
    return [berkas.relative_to(ruang.output).as_posix() for satu in hasil for berkas in satu.berkas]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {jalur.relative_to(folder).as_posix(): jalur.read_bytes() for jalur in folder.rglob("*.*") if jalur.is_file()}


# ---- nothing twice ------------------------------------------------------------------------------------------------


def test_a_second_run_makes_nothing_and_a_changed_agreement_only_itself(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path)
    assert _done(ruang) == [f"k{i}/nota-kesepakatan.txt" for i in range(3)]
    assert _done(ruang) == []
    _write(tmp_path, "k1", MINIMAL.replace("judul: Uji", "judul: Lain"))
    assert _done(ruang) == ["k1/nota-kesepakatan.txt"]
    assert "LAIN" in (ruang.output / "k1/nota-kesepakatan.txt").read_text().upper()
    assert _done(ruang, paksa=True) == [f"k{i}/nota-kesepakatan.txt" for i in range(3)]


def test_files_touched_but_the_same_are_no_work(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path)
    _done(ruang)
    for berkas in ruang.agreements.rglob("*.yaml"):
        os.utime(berkas, ns=(0, 1_700_000_000_000_000_000))
    assert plan(ruang, (), TXT).perlu == ()


def test_a_change_within_the_grain_of_the_clock_is_seen(tmp_path: Path) -> None:
    """Same size, same time: a file as young as the reading of it is not believed."""
    ruang = _ruang(tmp_path, 1)
    berkas = ruang.agreements / "k0/kesepakatan.yaml"
    _done(ruang)
    waktu = berkas.stat().st_mtime_ns
    berkas.write_text(berkas.read_text().replace("isi: Isi.", "isi: Isa."), encoding="utf-8")
    os.utime(berkas, ns=(waktu, waktu))
    assert _done(ruang) == ["k0/nota-kesepakatan.txt"]


@pytest.mark.parametrize("nama", ["templates/kesepakatan.html.j2", "pengaturan.yaml", "hari-libur.yaml"])
def test_what_all_share_concerns_all(nama: str, tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 2)
    _done(ruang)
    (tmp_path / nama).parent.mkdir(exist_ok=True)
    isi = {"templates/kesepakatan.html.j2": (AKAR / nama).read_text() if (AKAR / nama).exists() else ""}
    (tmp_path / nama).write_text(isi.get(nama, "{}\n"), encoding="utf-8")
    assert plan(ruang, (), TXT).perlu == ("k0", "k1")


def test_an_output_that_is_gone_or_edited_is_made_again(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 2)
    pesanan = Pesanan(("txt", "html"))
    _done(ruang, pesanan)
    (ruang.output / "k0/nota-kesepakatan.txt").unlink()
    (ruang.output / "k1/nota-kesepakatan.html").write_text("diubah")
    assert _done(ruang, pesanan) == ["k0/nota-kesepakatan.txt", "k1/nota-kesepakatan.html"]


def test_other_formats_are_added_and_the_first_stay_known(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 1)
    _done(ruang)
    assert _done(ruang, Pesanan(("txt", "html"))) == ["k0/nota-kesepakatan.html"]
    assert _done(ruang) == _done(ruang, Pesanan(("html",))) == []


@pytest.mark.parametrize("rusak", [None, b"", b"bukan basis data"])
def test_the_index_can_be_thrown_away(rusak: bytes | None, tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 2)
    _done(ruang)
    indeks = ruang.output / BERKAS_INDEKS
    indeks.unlink() if rusak is None else indeks.write_bytes(rusak)
    assert len(_done(ruang)) == 2
    assert len(_done(ruang)) == (2 if rusak else 0), "a broken index is removed by the first run and made by the second"
    assert _done(ruang) == []


def test_a_failure_is_tried_again_and_keeps_the_old_document(tmp_path: Path) -> None:
    ruang = _ruang(tmp_path, 2)
    _done(ruang)
    lama = _bytes(ruang.output / "k0")
    _write(tmp_path, "k0", "jenis: [\n")
    for _ in range(2):
        hasil = list(susun(plan(ruang, (), TXT), SENDIRI))
        assert [satu.slug for satu in hasil if satu.masalah] == ["k0"]
        assert f"{ruang.agreements}/k0/kesepakatan.yaml:2:1" in hasil[0].masalah, "the file where the user has it"
    assert _bytes(ruang.output / "k0") == lama


# ---- many processes -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def satu_proses(tmp_path_factory: pytest.TempPathFactory) -> RuangKerja:
    """A workspace with the example and seven small ones, rendered by this process."""
    ruang = _ruang(tmp_path_factory.mktemp("satu"), 7)
    shutil.copytree(AKAR / "agreements" / CONTOH, ruang.agreements / CONTOH)
    list(susun(plan(ruang, (), Pesanan()), SENDIRI))
    return ruang


@pytest.mark.parametrize("proses", [None, 2])
def test_processes_give_the_bytes_of_one(proses: int | None, satu_proses: RuangKerja, tmp_path: Path) -> None:
    hasil = list(susun(plan(satu_proses, (), Pesanan(ke=tmp_path)), Cara(proses)))
    assert [satu.slug for satu in hasil] == sorted([CONTOH, *(f"k{i}" for i in range(7))])
    assert _bytes(tmp_path) == {n: isi for n, isi in _bytes(satu_proses.output).items() if n != BERKAS_INDEKS}


def test_the_press_gives_the_same_bytes(satu_proses: RuangKerja, tmp_path: Path) -> None:
    """One agreement, its PDF set by a forked process while this one does the rest."""
    list(susun(plan(satu_proses, (CONTOH,), Pesanan(ke=tmp_path))))
    assert _bytes(tmp_path / CONTOH) == _bytes(satu_proses.output / CONTOH)


def _press_that_dies() -> Executor:
    return ProcessPoolExecutor(1, get_context("fork"), os._exit, (3,))


def test_a_press_that_dies_costs_its_agreement_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ruang = _ruang(tmp_path, 2)
    monkeypatch.setattr("notakesepakatan.susun.press", _press_that_dies)
    hasil = list(susun(plan(ruang, (), Pesanan(("pdf",)))))
    assert ["mati" in satu.masalah for satu in hasil] == [True, False]
    assert [len(satu.berkas) for satu in hasil] == [0, 1]


def _fatal(mati: str, job: Job) -> str:
    """Stands for a document that eats all memory: the system kills its worker without a word."""
    if job.slug == mati:
        os.kill(os.getpid(), signal.SIGKILL)
    if job.slug == "k2":
        raise ValueError("tidak jadi")
    time.sleep(0.02)
    return job.slug


def _job(slug: str) -> Job:
    return Job(slug, TXT, "", {}, (), "", {}, Tanda("", 0), 0)


@pytest.mark.parametrize("mati", ["k0", "k4", "k8"])
def test_a_dead_worker_costs_its_own_job_only(mati: str) -> None:
    jobs = [_job(f"k{i}") for i in range(9)]
    hasil = {job.slug: jadi for job, jadi in run_jobs(jobs, partial(_fatal, mati), partial(processes, 2), 6)}
    assert list(hasil) == [job.slug for job in jobs], "in the order asked"
    assert {slug for slug, jadi in hasil.items() if isinstance(jadi, Failed)} == {mati, "k2"}
    assert "mati" in str(hasil[mati])
    assert str(hasil["k2"]) == "ValueError: tidak jadi"


def test_a_poisoned_agreement_is_named_at_the_end(tmp_path: Path) -> None:
    _ruang(tmp_path, 8)
    _write(tmp_path, "k3", MINIMAL.replace("judul: Uji", "judul: Uji\nasing: 1"))
    hasil = _run("susun", "--semua", "--format", "txt", "--proses", "2", ruang=tmp_path)
    assert hasil.returncode == 1
    assert len(list((tmp_path / "output").glob("*/*.txt"))) == 7
    assert hasil.stderr.endswith("1 dari 8 kesepakatan bermasalah.\n")
    assert "k3/kesepakatan.yaml:3:1: asing: kunci tidak dikenal" in hasil.stderr


def _run(*arg: str, ruang: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([NOTA, "-C", str(ruang), *arg], capture_output=True, text=True)


def test_ctrl_c_leaves_whole_files_and_the_rest_for_the_next_run(tmp_path: Path) -> None:
    _ruang(tmp_path, 40)
    perintah = [NOTA, "-C", str(tmp_path), "susun", "--semua", "--format", "pdf", "--proses", "2"]
    with subprocess.Popen(perintah, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as jalan:
        assert jalan.stdout
        jalan.stdout.readline()
        jalan.send_signal(signal.SIGINT)
        _, keluh = jalan.communicate(timeout=60)
    assert jalan.returncode == 130
    assert "Traceback" not in keluh
    ada = [berkas for berkas in (tmp_path / "output").rglob("*") if berkas.is_file() and berkas.name != BERKAS_INDEKS]
    assert 0 < len(ada) < 40
    assert {berkas.name for berkas in ada} == {"nota-kesepakatan.pdf"}, "no file half written beside them"
    assert all(berkas.read_bytes().rstrip().endswith(b"%%EOF") for berkas in ada)
    assert f"Dihentikan: {len(ada)} dari 40" in keluh
    assert len(plan(RuangKerja(tmp_path), (), Pesanan(("pdf",))).perlu) == 40 - len(ada)


@pytest.mark.parametrize(
    "galat",
    [
        PustakaSistemTidakAda("Pango", "libpango"),
        KlasterBermasalah("tcp://a", "b"),
        pytest.param(None, id="naskah"),
    ],
)
def test_an_error_reads_the_same_from_another_process(galat: Exception | None) -> None:
    if galat is None:
        with pytest.raises(NaskahBermasalah) as tangkap:
            parse_kesepakatan(b"asing: 1\n", "uji.yaml")
        galat = tangkap.value
    sama = pickle.loads(pickle.dumps(galat))  # noqa: S301 - what concurrent.futures does
    assert type(sama) is type(galat)
    assert (str(sama), vars(sama)) == (str(galat), vars(galat))


def test_who_watches_sees_how_fast_and_how_long_still(tmp_path: Path) -> None:
    _ruang(tmp_path, 8)
    utama, anak = os.openpty()
    perintah = [NOTA, "-C", str(tmp_path), "susun", "--semua", "--format", "txt", "--proses", "2"]
    with subprocess.Popen(perintah, stdout=subprocess.DEVNULL, stderr=anak) as jalan:
        os.close(anak)
        layar = b""
        with contextlib.suppress(OSError):  # what a terminal says when the other end is gone
            while potong := os.read(utama, 4096):
                layar += potong
        os.close(utama)
    assert jalan.returncode == 0
    assert re.search(rb"8/8 +\d+,\d kesepakatan/detik, sisa 0:00:00", layar), layar


# ---- a cluster ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def klaster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real scheduler with two real workers, each a process of its own."""
    log = (tmp_path_factory.mktemp("dask") / "log").open("w+")
    modul = "from distributed.cli.{0} import main; main()"
    with contextlib.ExitStack() as tumpukan:
        tumpukan.callback(log.close)

        def start(nama: str, *arg: str) -> None:
            proses = subprocess.Popen(
                [sys.executable, "-c", modul.format(nama), *arg, "--no-dashboard"], stdout=log, stderr=log,
                env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
            )  # fmt: skip
            tumpukan.callback(proses.wait)
            tumpukan.callback(proses.terminate)

        alamat_berkas = Path(log.name).with_name("scheduler.json")
        start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(alamat_berkas))
        start("dask_worker", "--scheduler-file", str(alamat_berkas), "--nworkers", "2", "--nthreads", "1")
        alamat, batas = "", time.monotonic() + 60
        while time.monotonic() < batas:
            with contextlib.suppress(OSError, ValueError, KlasterBermasalah):
                alamat = json.loads(alamat_berkas.read_text())["address"]
                with cluster(alamat) as (_, kuat):
                    if kuat == 2:
                        break
            time.sleep(0.2)
        else:
            log.seek(0)
            raise RuntimeError(log.read())
        yield alamat


def test_a_cluster_gives_the_bytes_of_one_process(klaster: str, satu_proses: RuangKerja, tmp_path: Path) -> None:
    hasil = list(susun(plan(satu_proses, (), Pesanan(ke=tmp_path)), Cara(klaster=klaster)))
    assert not [satu.masalah for satu in hasil if satu.masalah]
    assert _bytes(tmp_path) == {n: isi for n, isi in _bytes(satu_proses.output).items() if n != BERKAS_INDEKS}


def test_a_worker_of_the_cluster_that_dies_costs_its_own_job_only(klaster: str) -> None:
    jobs = [_job(f"k{i}") for i in range(6)]
    with cluster(klaster) as (kumpulan, kuat):
        hasil = {j.slug: jadi for j, jadi in run_jobs(jobs, partial(_fatal, "k4"), lambda: kumpulan, kuat)}
    assert {slug for slug, jadi in hasil.items() if isinstance(jadi, Failed)} == {"k2", "k4"}


def test_a_cluster_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    _ruang(tmp_path, 1)
    for alamat, sebab in (("tcp://127.0.0.1:1", "tidak menjawab"), ("10.0.0.5", "bukan alamat pengatur Dask")):
        hasil = _run("susun", "--semua", "--klaster", alamat, ruang=tmp_path)
        assert hasil.returncode == 1
        assert "Traceback" not in hasil.stderr
        assert hasil.stderr.startswith(f"klaster {alamat}: {sebab}")


def test_without_dask_its_name_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(KlasterBermasalah, match=r"notakesepakatan\[klaster\]"), cluster("tcp://127.0.0.1:1"):
        pass


def test_a_worker_of_another_version_refuses() -> None:
    job = Job("a", TXT, "", {}, (), "", {}, Tanda("", 0), 0, versi="0.0.9")
    assert "samakan" in perform(job).masalah


# ---- what is fast is the same ---------------------------------------------------------------------------------------


def test_the_pdf_is_what_plain_weasyprint_sets_of_the_html(keluaran: Keluaran) -> None:
    """Our short sheet and our tree in place of the browser's and of an HTML parser: not one pixel differs."""
    polos = weasyprint.HTML(string=keluaran.html).write_pdf(pdf_variant="pdf/a-3u")
    kita, mereka = (pypdfium2.PdfDocument(satu) for satu in (keluaran.pdf, polos))
    assert len(kita) == len(mereka)
    for a, b in zip(kita, mereka, strict=True):
        assert a.render(scale=1).to_pil().tobytes() == b.render(scale=1).to_pil().tobytes()


def test_memory_of_processes_is_forked_from_a_loaded_server() -> None:
    """A worker has WeasyPrint before its first job, so that none pays for importing it."""
    with processes(1) as kumpulan:
        assert kumpulan.submit(_loaded).result()


def _loaded() -> bool:
    return "weasyprint" in sys.modules


def test_cores_are_those_this_process_may_use() -> None:
    assert 1 <= pool.cores() <= (os.cpu_count() or 1)
