"""What the tests share: the example as loaded, as composed, as written in every format; a minimal agreement.

`pytest --perbarui` renews golden texts (`emas/`) and the guide's pictures; read what it changed before you commit it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from marks import give_marks, held_to_its_marks, watch
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.load.kesepakatan import Loaded, load_kesepakatan
from notakesepakatan.naskah import Naskah
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.html import write_html
from notakesepakatan.write.pdf import write_pdf
from notakesepakatan.write.txt import write_txt
from surroundings import settle

AKAR = Path(__file__).parents[1]
CONTOH = "bp2mi-pekalongan-2022"

MINIMAL = """\
jenis: Nota Kesepakatan
judul: Uji
jangka_waktu: 2 tahun
para_pihak:
- nama: Badan A
  jabatan: Kepala
  kedudukan: Jakarta
- nama: Badan B
  jabatan: Ketua
  kedudukan: Bogor
kalimat:
  pembukaan: Pada hari ini
  pihak: "[[jabatan]] di [[kedudukan]] disebut [[sebutan]]."
  sebutan_bersama: Bersama
  pertimbangan: Menerangkan
  kesepakatan: Sepakat
pasal:
- judul: SATU
  isi: Isi.
"""
"""The least that loads; tests change a line of it."""


Emas = Callable[[str, str], None]
"""Takes the name of a golden text and the text that is to be the same."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--perbarui",
        action="store_true",
        help="renew golden texts and the guide's pictures",
    )
    parser.addoption(
        "--lama",
        type=int,
        default=1,
        help="how many times as long the long runs by chance are",
    )
    parser.addoption(
        "--benih",
        type=int,
        default=1,
        help="the seed that the long runs by chance start from",
    )


def pytest_configure() -> None:
    watch()
    # What chance draws is the same in every run and on every machine, however fast that is.
    settings.register_profile("alike", derandomize=True, database=None, deadline=None)
    settings.load_profile("alike")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    give_marks(items)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    with held_to_its_marks(item):
        return (yield)


@pytest.fixture(scope="session", autouse=True)
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing that the caller left behind reaches a test or what it starts."""
    settle(tmp_path_factory.mktemp("home"))


@pytest.fixture
def perbarui(request: pytest.FixtureRequest) -> bool:
    """Whether golden texts and pictures are to be renewed."""
    return bool(request.config.getoption("--perbarui"))


@pytest.fixture
def emas(perbarui: bool) -> Emas:
    """Holds a text against the golden one of that name."""

    def same(nama: str, teks: str) -> None:
        berkas = AKAR / f"tests/emas/{nama}.txt"
        if perbarui:
            berkas.write_text(teks, encoding="utf-8")
        assert teks == berkas.read_text(encoding="utf-8")

    return same


@dataclass(frozen=True)
class Keluaran:
    """One naskah in every format."""

    naskah: Naskah
    txt: str
    docx: bytes
    pdf: bytes
    html: str


def write_all(naskah: Naskah) -> Keluaran:
    return Keluaran(
        naskah,
        write_txt(naskah).decode(),
        write_docx(naskah),
        write_pdf(naskah),
        write_html(naskah).decode(),
    )


@pytest.fixture(scope="session")
def termuat() -> Loaded:
    """The example agreement."""
    return load_kesepakatan(AKAR / "agreements" / CONTOH / "kesepakatan.yaml")


@pytest.fixture(scope="session")
def penyusun() -> Composer:
    return Composer.of(AKAR)


@pytest.fixture(scope="session")
def keluaran(termuat: Loaded, penyusun: Composer) -> Keluaran:
    """The example in every format."""
    return write_all(compose_kesepakatan(penyusun, termuat))


@pytest.fixture
def ruang(tmp_path: Path) -> Callable[..., Path]:
    """Makes a workspace with one agreement `uji` of the given YAML, and other files by relative path."""

    def make(isi: str = MINIMAL, **berkas: str) -> Path:
        folder = tmp_path / "agreements" / "uji"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kesepakatan.yaml").write_text(isi, encoding="utf-8")
        for nama, teks in berkas.items():
            jalur = tmp_path / nama
            jalur.parent.mkdir(parents=True, exist_ok=True)
            jalur.write_text(teks, encoding="utf-8")
        return tmp_path

    return make
