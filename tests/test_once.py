"""What was computed once travels with what was loaded: counted by calls, not by time.

Counted are the calls of the functions themselves, however they were imported: which text was numbered and read, which
file was parsed, how often the rules ran.
"""

import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import CodeType, FrameType

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from clock import seconds
from conftest import AKAR, CONTOH, MINIMAL
from notakesepakatan.bureau.konsep import konsep_side_draft
from notakesepakatan.cli import cli
from notakesepakatan.compute.rules import check
from notakesepakatan.compute.text.numbering import number
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.yaml.text import read_yaml
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.web import create_app
from notakesepakatan.workspace import Workspace

NOW = seconds("2026-11-24T12:00:00+07:00")
DRAFT, WITH_EVENTS = "uji", "contoh-sampah-2025"
COMMON = {
    "pengaturan.yaml": "ingatkan: 90 hari\n",
    "hari-libur.yaml": "tambah: [{tanggal: 2027-01-04, nama: Libur Daerah}]\n",
}


@dataclass
class Calls:
    """How often each text was numbered and read, each file parsed, and how often the rules ran."""

    numbered: list[Kesepakatan] = field(default_factory=list)
    resolved: list[Kesepakatan] = field(default_factory=list)
    parsed: Counter[str] = field(default_factory=Counter)
    checked: int = 0

    @property
    def again(self) -> list[str]:
        """Texts and files that were looked at more than once."""
        files = [name for name, n in self.parsed.items() if n > 1]
        return files + [
            f"{what} {k.judul}"
            for what, k in (
                *_repeated("number", self.numbered),
                *_repeated("resolve", self.resolved),
            )
        ]


def _repeated(what: str, texts: list[Kesepakatan]) -> list[tuple[str, Kesepakatan]]:
    return [(what, k) for i, k in enumerate(texts) if k in texts[:i]]


@contextmanager
def counted() -> Iterator[Calls]:
    """The calls made inside, of this thread."""
    calls = Calls()
    codes: dict[CodeType, str] = {
        f.__code__: f.__name__ for f in (number, resolve, read_yaml, check)
    }

    def see(frame: FrameType, event: str, _: object) -> None:
        name = codes.get(frame.f_code) if event == "call" else None
        if name == "number":
            calls.numbered.append(frame.f_locals["kesepakatan"])
        elif name == "resolve":
            calls.resolved.append(frame.f_locals["kesepakatan"])
        elif name == "read_yaml":
            calls.parsed[frame.f_locals["file"]] += 1
        elif name == "check":
            calls.checked += 1

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def nota(root: Path, *arguments: str) -> str:
    result = CliRunner().invoke(
        cli, ["-C", str(root), *arguments], catch_exceptions=False
    )
    assert result.exit_code in (0, 1), result.output
    return result.output


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """Both examples with their adenda, and events of every kind."""
    shutil.copytree(AKAR / "agreements", tmp_path / "agreements")
    for name, content in COMMON.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A workspace with one draft."""
    folder = tmp_path / "agreements" / DRAFT
    folder.mkdir(parents=True)
    (folder / "kesepakatan.yaml").write_text(MINIMAL, encoding="utf-8")
    for name, content in COMMON.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def desk(root: Path) -> FlaskClient:
    app = create_app(
        Workspace(root),
        now=lambda: NOW,
        login_required=False,
        valid_hosts=frozenset({"localhost"}),
    )
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    client.environ_base |= {"HTTP_ORIGIN": "http://localhost"}
    return client


@pytest.mark.slow
def test_susun_of_a_draft_numbers_reads_parses_and_checks_it_once(draft: Path) -> None:
    with counted() as calls:
        nota(draft, "susun", DRAFT, "--format", "txt", "--proses", "1")
    assert (len(calls.numbered), len(calls.resolved), calls.checked) == (1, 1, 1)
    assert calls.again == []
    assert sorted(Path(name).name for name in calls.parsed) == [
        "gaya.yaml",
        "kesepakatan.yaml",
        "pengaturan.yaml",
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("slug", "texts"), [(CONTOH, 3), (WITH_EVENTS, 6)])
def test_susun_of_a_signed_one_computes_each_text_once(
    examples: Path, slug: str, texts: int
) -> None:
    """The agreement, the text after its adendum, and the frame of each paper, which names others as signing."""
    with counted() as calls:
        nota(examples, "susun", slug, "--format", "txt", "--proses", "1")
    assert calls.again == [] and calls.checked == 1
    assert len(calls.numbered) == len(calls.resolved) == texts


@pytest.mark.slow
@pytest.mark.parametrize(("slug", "texts"), [(CONTOH, 2), (WITH_EVENTS, 1)])
def test_periksa_computes_each_text_once(examples: Path, slug: str, texts: int) -> None:
    """The text in force, and where a draft of an adendum lies on it, the text with that."""
    with counted() as calls:
        nota(examples, "periksa", slug)
    assert calls.again == [] and calls.checked == texts
    assert len(calls.numbered) == len(calls.resolved) == texts


@pytest.mark.slow
def test_terbitkan_with_nothing_due_parses_each_file_once(examples: Path) -> None:
    with counted() as calls:
        said = nota(examples, "terbitkan", "--per", "2023-01-01")
    assert said == "0 surat disusun.\n"
    assert calls.again == [] and calls.checked == 0
    assert len(calls.numbered) == 3, "two agreements, and the text after an adendum"
    with counted() as calls:
        nota(examples, "terbitkan", "--per", "2023-01-01")
    assert calls.numbered == [], "the index knows them"
    assert {Path(name).name for name in calls.parsed} <= {*COMMON}


@pytest.mark.slow
@pytest.mark.parametrize(("slug", "texts"), [(CONTOH, 2), (WITH_EVENTS, 1)])
def test_the_page_of_an_agreement_asks_each_file_once(
    examples: Path, slug: str, texts: int
) -> None:
    client = desk(examples)
    # The register, which names its children, is kept between requests.
    client.get("/")
    with counted() as calls:
        assert client.get(f"/kesepakatan/{slug}").status_code == 200
    assert calls.again == [] and calls.checked == 1
    assert len(calls.numbered) == len(calls.resolved) == texts


@pytest.mark.slow
@pytest.mark.parametrize(
    "page",
    ["peristiwa", "catat/musyawarah", "peristiwa/2026-05-04-musyawarah", "berlaku"],
)
def test_pages_of_its_events_ask_each_file_once(examples: Path, page: str) -> None:
    client = desk(examples)
    with counted() as calls:
        assert client.get(f"/kesepakatan/{WITH_EVENTS}/{page}").status_code == 200
    assert calls.again == []


@pytest.mark.slow
def test_save_of_an_event_asks_each_file_once_before_it_and_once_after(
    examples: Path,
) -> None:
    """After it the register reads the agreement as it is now."""
    workspace, client = Workspace(examples), desk(examples)
    client.get("/kalender")
    event = {
        "jejak": workspace.hash(CONTOH),
        "tanggal": "2026-11-22",
        "macam": "banjir",
        "tempat": "Kajen",
    }
    event |= {
        "uraian": "Balai terendam.",
        "hubungan": "Pelatihan terhenti.",
        "tugas:Pasal 4 ayat (2) huruf b": "ya",
    }
    with counted() as calls:
        answer = client.post(f"/kesepakatan/{CONTOH}/catat/keadaan_kahar", data=event)
    assert answer.status_code == 302, answer.text
    assert len(calls.numbered) == 4, "two texts, before and after"
    assert max(calls.parsed.values()) == 2


@pytest.mark.slow
def test_save_of_a_draft_numbers_it_once_before_and_once_after(draft: Path) -> None:
    """The text that is to be saved, and the file that the register then reads."""
    client = desk(draft)
    seen = konsep_side_draft(Workspace(draft), DRAFT, "lokal").open().stamp
    form = {"tanda": seen, "tindakan": "simpan", "judul": "Lain"}
    with counted() as calls:
        assert (
            client.post(f"/kesepakatan/{DRAFT}/sunting", data=form).status_code == 303
        )
    assert "judul: Lain" in Workspace(draft).read(DRAFT).decode()
    assert len(calls.numbered) == len(calls.resolved) == 2
    assert calls.checked == 0
    assert sum(calls.parsed.values()) == 4, (
        "the file to begin typing and to be rewritten, what was written, the register"
    )
    seen = konsep_side_draft(Workspace(draft), DRAFT, "lokal").open().stamp
    with counted() as calls:
        assert (
            client.post(
                f"/kesepakatan/{DRAFT}/sunting",
                data=form | {"tanda": seen, "judul": "Baru"},
            ).status_code
            == 303
        )
    assert "judul: Baru" in Workspace(draft).read(DRAFT).decode()
    assert sum(calls.parsed.values()) == 3, "typing goes on where it was"


def test_days_off_of_the_workspace_reach_its_documents(examples: Path) -> None:
    """The jobs of `nota susun` lie in folders of their own, without the files that all share."""
    opened = Opened(
        Workspace.of_one(
            examples / "job", DRAFT, {"kesepakatan.yaml": MINIMAL.encode()}
        ),
        examples,
    )
    assert opened.calendar.off_reason(date(2027, 1, 4)) == "Libur Daerah"
    assert str(opened.pengaturan.ingatkan) == "90 hari"


@pytest.mark.slow
def test_only_the_door_knows_how_a_workspace_lies() -> None:
    """No other room of the program names the folders and files of a workspace in a path."""
    known = re.compile(
        r"""[/(] f?"(agreements|output|templates|peristiwa|surat|\.meja|\w+\.yaml)["/]|\.meja/|adendum-\*"""
    )
    source = AKAR / "src/notakesepakatan"
    for file in source.rglob("*.py"):
        # The verifier shares no line with what it judges, nor what it knows.
        if file.is_relative_to(source / "workspace") or file.name == "bukti.py":
            continue
        code = re.sub(r'""".*?"""', "", file.read_text(encoding="utf-8"), flags=re.S)
        assert not known.search(code), file
