"""What was computed once travels with what was loaded: counted by calls, not by time.

Counted are the calls of the functions themselves, however they were imported: which text was numbered and read, which
file was parsed, how often the rules ran.
"""

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

from conftest import AKAR, CONTOH, MINIMAL
from notakesepakatan.cli import cli
from notakesepakatan.compute.rules import check
from notakesepakatan.compute.text.numbering import number
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.load.yaml import read_yaml
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.web import create_app
from notakesepakatan.workspace import Workspace

TODAY = date(2026, 11, 24)
SIGNED = "uji"


@dataclass
class Calls:
    """How often each text was numbered and read, each file parsed, and how often the rules ran."""

    numbered: list[Kesepakatan] = field(default_factory=list)
    resolved: list[Kesepakatan] = field(default_factory=list)
    parsed: Counter[str] = field(default_factory=Counter)
    checked: int = 0

    def texts(self, root: Path) -> dict[str, int]:
        """Parses of each file of a workspace and of text that is in no file, by their name below the workspace."""
        return {name.removeprefix(f"{root}/"): n for name, n in self.parsed.items() if "/templates/" not in name}

    @property
    def once_each(self) -> bool:
        """Whether no text was numbered twice or read twice."""
        return all(len({id(k) for k in texts}) == len(texts) for texts in (self.numbered, self.resolved)) and _all_differ(
            self.numbered
        )


def _all_differ(texts: list[Kesepakatan]) -> bool:
    return all(a != b for i, a in enumerate(texts) for b in texts[:i])


@contextmanager
def counted() -> Iterator[Calls]:
    """The calls made inside, of this thread."""
    calls = Calls()
    codes: dict[CodeType, str] = {f.__code__: f.__name__ for f in (number, resolve, read_yaml, check)}

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


def nota(root: Path, *arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, ["-C", str(root), *arguments], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """Both examples with their adenda, and events of every kind."""
    shutil.copytree(AKAR / "agreements", tmp_path / "agreements")
    (tmp_path / "pengaturan.yaml").write_text("ingatkan: 90 hari\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A workspace with one draft."""
    folder = tmp_path / "agreements" / SIGNED
    folder.mkdir(parents=True)
    (folder / "kesepakatan.yaml").write_text(MINIMAL, encoding="utf-8")
    (tmp_path / "pengaturan.yaml").write_text("ingatkan: 90 hari\n", encoding="utf-8")
    return tmp_path


def desk(root: Path) -> FlaskClient:
    app = create_app(Workspace(root), today=lambda: TODAY, login_required=False, valid_hosts=frozenset({"localhost"}))
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    client.environ_base |= {"HTTP_ORIGIN": "http://localhost"}
    return client


def test_susun_of_a_draft(draft: Path) -> None:
    with counted() as calls:
        nota(draft, "susun", SIGNED, "--format", "txt", "--proses", "1")
    assert len(calls.numbered) == len(calls.resolved) == calls.checked == 1
    assert set(calls.texts(draft).values()) == {1}


def test_susun_with_an_adendum(examples: Path) -> None:
    with counted() as calls:
        nota(examples, "susun", CONTOH, "--format", "txt", "--proses", "1")
    assert calls.once_each
    assert calls.checked == 1
    assert set(calls.texts(examples).values()) == {1}


def test_periksa(examples: Path) -> None:
    with counted() as calls:
        nota(examples, "periksa", CONTOH, code=1)
    assert calls.once_each
    assert calls.checked == 1
    assert set(calls.texts(examples).values()) == {1}


def test_terbitkan_with_nothing_due(examples: Path) -> None:
    with counted() as calls:
        nota(examples, "terbitkan", "--per", "2023-01-01")
    assert calls.once_each
    assert calls.checked == 0
    assert set(calls.texts(examples).values()) == {1}


@pytest.mark.parametrize(
    "page",
    [
        f"/kesepakatan/{CONTOH}",
        "/kesepakatan/contoh-sampah-2025",
        "/kesepakatan/contoh-sampah-2025/peristiwa",
        "/kesepakatan/contoh-sampah-2025/catat/musyawarah",
        f"/surat/{CONTOH}",
        "/",
        "/kalender",
        "/surat",
    ],
)
def test_a_page_of_the_desk(examples: Path, page: str) -> None:
    client = desk(examples)
    with counted() as calls:
        answer = client.get(page)
    assert answer.status_code == 200
    assert calls.once_each
    assert calls.checked <= 1
    assert set(calls.texts(examples).values()) == {1}
