"""What takes long is done aside: how far it is, a way to stop, one archive of what was made."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import CONTOH
from notakesepakatan.bureau import surat as letters
from notakesepakatan.press import Manner, Plan, Result
from notakesepakatan.web import press
from notakesepakatan.web.intake import pages
from waiting import wait_until
from web.conftest import Uji
from web.test_intake import send_file
from web.test_surat import TIBA, add_due

SECOND = "tiba-lain"
BOTH = {"surat": [TIBA, SECOND]}
PAGE = "/kemajuan/surat"


@pytest.fixture
def tiba(meja: Uji) -> Uji:
    """Two agreements whose notice is to be written."""
    add_due(meja.root)
    folder = meja.root / "agreements"
    shutil.copytree(folder / TIBA, folder / SECOND)
    return meja


def made(meja: Uji) -> list[str]:
    return sorted(
        slug for slug in (TIBA, SECOND) if (meja.root / f"output/{slug}/surat").is_dir()
    )


def ended(meja: Uji, name: str) -> str:
    """The page of a run, once it has ended."""

    def page() -> str:
        text = meja.client.get(f"/kemajuan/{name}").text
        return "" if "Sedang dikerjakan" in text else text

    return wait_until(page, "the end of the run")


@pytest.mark.slow
def test_letters_are_counted_and_fetched_as_one(tiba: Uji) -> None:
    begun = tiba.send("/surat/terbitkan", BOTH)
    assert begun.headers["Location"].endswith(PAGE)
    page = ended(tiba, "surat")
    assert "2 dari 2 surat disusun" in page
    assert made(tiba) == [TIBA, SECOND]
    archive = ZipFile(BytesIO(tiba.client.get(f"{PAGE}.zip").data))
    assert {name.split("/")[0] for name in archive.namelist()} == {TIBA, SECOND}
    assert archive.testzip() is None


@pytest.mark.slow
def test_what_is_stopped_leaves_whole_files(
    tiba: Uji, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = letters._published

    def stopping(*args: object) -> object:
        """The first letter is written while somebody stops the run."""
        assert tiba.send(f"{PAGE}/henti").status_code == 303
        return publish(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(letters, "_published", stopping)
    tiba.send("/surat/terbitkan", BOTH)
    page = ended(tiba, "surat")
    assert "Dihentikan" in page
    assert "1 dari 2 surat disusun" in page
    (slug,) = made(tiba)
    folder = tiba.root / f"output/{slug}/surat"
    files = list(folder.iterdir())
    assert files
    assert all(file.stat().st_size for file in files)
    assert not list(folder.glob(".*"))


@pytest.mark.slow
def test_a_register_is_written_aside(
    meja: Uji, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "FEW", 0)
    lines = (
        f"{n},Perjanjian Kerja Sama,Judul {n},Dinas A,1 Januari 2026,1 Januari 2028"
        for n in range(1, 4)
    )
    head = "No,Jenis,Judul,Pihak,Tanggal Mulai,Tanggal Berakhir"
    send_file(meja, "/masukkan", "daftar.csv", "\n".join((head, *lines)).encode())
    (kept,) = waiting_keys(meja.root)
    begun = meja.send(f"/masukkan/{kept}/tulis")
    assert begun.headers["Location"].endswith("/kemajuan/impor")
    assert "3 dari 3 kesepakatan ditulis" in ended(meja, "impor")
    assert len(list((meja.root / "agreements").iterdir())) == 5


def waiting_keys(root: Path) -> list[str]:
    from notakesepakatan.bureau.waiting import waiting_files
    from notakesepakatan.workspace import Workspace

    return [file.key for file in waiting_files(Workspace(root))]


@pytest.mark.processes
def test_what_was_made_is_one_archive(meja: Uji) -> None:
    assert meja.client.get("/kemajuan/naskah.zip").status_code == 404
    meja.send("/susun")
    page = ended(meja, "naskah")
    assert "2 dari 2 kesepakatan dikerjakan" in page
    assert "Tidak ada yang gagal" in page
    archive = ZipFile(BytesIO(meja.client.get("/kemajuan/naskah.zip").data))
    assert f"{CONTOH}/nota-kesepakatan.pdf" in archive.namelist()


@pytest.mark.slow
def test_a_run_is_stopped(meja: Uji, monkeypatch: pytest.MonkeyPatch) -> None:
    def susun_until_stopped(_plan: Plan, manner: Manner) -> Iterator[Result]:
        """One agreement is made while somebody stops the run."""
        yield Result(CONTOH)
        wait_until(lambda: manner.stop.signal, "the wish to stop")
        manner.stop.check()

    monkeypatch.setattr(press, "susun", susun_until_stopped)
    begun = meja.send("/susun")
    assert begun.headers["Location"].endswith("/kemajuan/naskah")
    assert meja.client.get("/susun").headers["Location"].endswith("/kemajuan/naskah")
    assert meja.send("/kemajuan/naskah/henti").status_code == 303
    text = ended(meja, "naskah")
    assert "Dihentikan" in text
    assert "1 dari 2 kesepakatan dikerjakan" in text
    assert "Penyusunan terakhir: 1 dari 2" in meja.client.get("/susun").text
    trail = meja.client.get("/jejak").text
    assert "menyusun naskah 2 kesepakatan" in trail
    assert "menghentikan: Menyusun naskah" in trail


def test_there_is_no_page_of_what_never_ran(meja: Uji) -> None:
    assert meja.client.get(PAGE).status_code == 404
    assert meja.client.get(f"{PAGE}.zip").status_code == 404
