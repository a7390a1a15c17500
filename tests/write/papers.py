"""Every kind of paper that the program makes, of both examples and every shape, composed and not written yet."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PIL import Image

from bentuk.shapes import BENTUK
from conftest import AKAR, CONTOH, MINIMAL
from notakesepakatan.bureau.konsolidasi import konsolidasi_document
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.surat import draft_pemberitahuan
from notakesepakatan.compose.surat import Pemberitahuan
from notakesepakatan.load.opened import Opened
from notakesepakatan.press import Document, Order, kesepakatan_documents
from notakesepakatan.workspace import Workspace

SAMPAH = "contoh-sampah-2025"
PENGATURAN = """\
tempat_surat: Kajen
tembusan: [Sekretaris Daerah, Inspektur]
kop:
  Pemerintah Kabupaten Pekalongan: [PEMERINTAH KABUPATEN PEKALONGAN, SEKRETARIAT DAERAH]
logo:
  Pemerintah Kabupaten Pekalongan: logo/lambang.png
  Badan Pelindungan Pekerja Migran Indonesia: logo/bening.png
"""
SURAT = (
    Pemberitahuan(
        "perpanjangan",
        1,
        date(2027, 2, 15),
        date(2027, 3, 1),
        nomor="500/12/2027",
        uraian="Kerja sama berjalan baik.",
    ),
    Pemberitahuan(
        "pengakhiran",
        0,
        date(2027, 2, 10),
        date(2027, 3, 1),
        alasan="tujuan telah tercapai",
        in_force=date(2027, 5, 1),
        kewajiban=("pelaporan tahun V",),
    ),
)


WITH_RANGKAP = (CONTOH, "memorandum-dua-bahasa", "rumah-sakit", "uji")
"""Those whose duplicates are made too; the others' differ in the same way."""
EVERY = sorted(
    (
        CONTOH,
        SAMPAH,
        "uji",
        *(file.parent.name for file in BENTUK.glob("*/kesepakatan.yaml")),
    )
)
"""Every agreement that has papers here."""


def papers_of(root: Path, slug: str) -> Iterator[tuple[str, Document]]:
    """Each paper of an agreement with a name of its own, in a workspace made at `root`."""
    office = _office(root)
    if slug == CONTOH:
        yield from _letters(office)
        _add_peristiwa(root)
        konsolidasi = konsolidasi_document(
            office, slug, date(2026, 11, 26), konsep=True
        )
        yield konsolidasi.nama, konsolidasi
    orders = (Order(), Order(rangkap=True))[: 2 if slug in WITH_RANGKAP else 1]
    for order in orders:
        opened = Opened(office.workspace)
        for document in kesepakatan_documents(opened, slug, office.composer, order):
            yield document.nama, document


def _letters(office: Office) -> Iterator[tuple[str, Document]]:
    for surat in SURAT:
        for document in draft_pemberitahuan(office, CONTOH, surat).documents:
            yield f"{surat.perihal}/{document.nama}", document


def _office(root: Path) -> Office:
    shutil.copytree(AKAR / "agreements", root / "agreements")
    draft = root / "agreements/uji"
    draft.mkdir()
    (draft / "kesepakatan.yaml").write_text(MINIMAL)
    for file in BENTUK.glob("*/kesepakatan.yaml"):
        folder = root / "agreements" / file.parent.name
        folder.mkdir()
        shutil.copy(file, folder)
    logo = root / "templates/logo"
    logo.mkdir(parents=True)
    Image.new("RGB", (80, 100), "gold").save(logo / "lambang.png")
    Image.new("RGBA", (80, 100), (200, 30, 30, 90)).save(logo / "bening.png")
    (root / "pengaturan.yaml").write_text(PENGATURAN, encoding="utf-8")
    return Office(Workspace(root))


def _add_peristiwa(root: Path) -> None:
    """Events of every kind, after which no letter of notice can be written any more."""
    shutil.copytree(
        AKAR / "tests/peristiwa", root / "agreements" / CONTOH / "peristiwa"
    )
