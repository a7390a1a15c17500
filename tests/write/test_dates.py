"""When a file says it was made, and who changed it: from the data and its trail, never from a clock and never invented."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pypdf
import pytest

from bureau.test_adendum import op, termuat
from conftest import AKAR, MINIMAL
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.naskah import Naskah
from notakesepakatan.press import Document, Order, kesepakatan_documents, plan
from notakesepakatan.press.job import perform
from notakesepakatan.press.keep import read_jobs
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.docx.tracked import write_docx_tracked
from notakesepakatan.write.pdf import write_pdf

Ruang = Callable[..., Path]
CHANGED = datetime.fromisoformat("2026-03-04T09:30:12+07:00")


@pytest.fixture
def draft(penyusun: Composer) -> Naskah:
    return compose_kesepakatan(penyusun, parse_kesepakatan(MINIMAL.encode(), "u"))


@pytest.mark.slow
def test_a_draft_of_unknown_age_says_no_day(draft: Naskah) -> None:
    core = zipfile.ZipFile(BytesIO(write_docx(draft))).read("docProps/core.xml")
    assert b"dcterms:" not in core
    pdf = pypdf.PdfReader(BytesIO(write_pdf(draft)))
    assert pdf.metadata is not None
    assert pdf.metadata.creation_date is None
    (file,) = pdf.trailer["/Root"]["/AF"]  # type: ignore[index] # pypdf types this loosely
    assert set(file["/EF"]["/F"]["/Params"]) == {"/CheckSum", "/Size"}


@pytest.mark.slow
def test_a_draft_was_made_when_its_data_was_last_changed(draft: Naskah) -> None:
    known = replace(draft, changed=CHANGED, changed_by="dewi")
    core = docx.Document(BytesIO(write_docx(known))).core_properties
    assert (
        core.created
        == core.modified
        == datetime.fromisoformat("2026-03-04T02:30:12+00:00")
    )
    assert core.last_modified_by == "dewi"
    pdf = pypdf.PdfReader(BytesIO(write_pdf(known)))
    assert pdf.metadata is not None
    assert pdf.metadata.modification_date == CHANGED


@pytest.mark.parametrize(
    ("changed", "modified"),
    [
        ("2022-07-01T08:00:00+07:00", "2022-07-01T01:00:00"),
        ("2022-05-01T08:00:00+07:00", "2022-06-16T00:00:00"),
    ],
)
def test_a_signed_text_was_made_on_its_day(
    penyusun: Composer, changed: str, modified: str
) -> None:
    """And it was not changed before that, whenever it was typed."""
    file = AKAR / "agreements/bp2mi-pekalongan-2022/kesepakatan.yaml"
    naskah = compose_kesepakatan(penyusun, parse_kesepakatan(file.read_bytes(), "u"))
    dated = replace(naskah, changed=datetime.fromisoformat(changed))
    core = (
        zipfile.ZipFile(BytesIO(write_docx(dated))).read("docProps/core.xml").decode()
    )
    said = re.findall(r"<dcterms:(\w+)[^>]*>([^<]+)Z<", core)
    assert dict(said) == {"created": "2022-06-16T00:00:00", "modified": modified}


@pytest.mark.parametrize(
    ("changed_by", "named"),
    [("dewi", "dewi"), ("Dewi & Rekan", "Dewi &amp; Rekan"), ("", "notakesepakatan")],
)
def test_tracked_changes_name_who_made_them_and_when(
    changed_by: str, named: str
) -> None:
    adendum = termuat(op("ubah", "Pasal 1 ayat (1)", "menjadi: Ayat satu yang lain."))
    composer = Composer.of(AKAR)
    old, new = (
        compose_kesepakatan(composer, one) for one in (adendum.sebelum, adendum.sesudah)
    )
    content = write_docx_tracked(
        old, replace(new, changed=CHANGED, changed_by=changed_by)
    )
    body = zipfile.ZipFile(BytesIO(content)).read("word/document.xml").decode()
    marks = re.findall(r"<w:(?:ins|del|pPrChange) [^>]*>", body)
    assert marks
    for mark in marks:
        assert f'w:author="{named}"' in mark
        assert 'w:date="2026-03-04T09:30:12Z"' in mark


def _written_by(root: Path, who: str) -> Workspace:
    """A workspace whose one agreement somebody wrote."""
    workspace = Workspace(root)
    file = root / "agreements/uji/kesepakatan.yaml"
    content = file.read_bytes().replace(b"judul: Uji", b"judul: Uji Coba")
    with workspace.act("menyimpan konsep", who=who, slug="uji") as act:
        act.write(file, content)
    return workspace


def _first(workspace: Workspace) -> Document:
    composer = Composer.of(workspace.root)
    return next(kesepakatan_documents(Opened(workspace), "uji", composer, Order()))


@pytest.mark.parametrize(
    ("who", "named"),
    [("dewi", "dewi"), ("lokal", "Badan A"), ("baris perintah", "Badan A")],
)
def test_the_trail_says_who_changed_the_data(
    ruang: Ruang, who: str, named: str
) -> None:
    """Where nobody logged in, it is the office."""
    root = ruang(**{"pengaturan.yaml": "pihak_kami: Badan A\n"})
    workspace = _written_by(root, who)
    naskah = _first(workspace).naskah
    assert naskah.changed_by == named
    assert naskah.changed == datetime.fromisoformat(workspace.trail()[0].time)


def test_what_was_typed_in_an_editor_has_no_time(ruang: Ruang) -> None:
    """The trail knows other bytes of that file."""
    workspace = _written_by(ruang(), "dewi")
    file = workspace.root / "agreements/uji/kesepakatan.yaml"
    file.write_bytes(file.read_bytes() + b"\n")
    naskah = _first(workspace).naskah
    assert (naskah.changed, naskah.changed_by) == (None, "")


def test_a_worker_elsewhere_is_told_who(ruang: Ruang) -> None:
    """A job brings along what the trail says of its files, for the trail stays at home."""
    workspace = _written_by(ruang(), "dewi")
    (job,) = read_jobs(plan(workspace, (), Order(format=("docx",))))
    (file, *_) = perform(job).files
    assert file.content is not None
    assert (
        docx.Document(BytesIO(file.content)).core_properties.last_modified_by == "dewi"
    )
