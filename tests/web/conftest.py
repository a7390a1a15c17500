"""The desk over a copy of the examples, on a fixed day: for Flask's client, and alive for a browser."""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import waitress
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect, sync_playwright
from werkzeug.routing import Rule
from werkzeug.security import generate_password_hash
from werkzeug.test import TestResponse

from clock import seconds
from conftest import AKAR
from notakesepakatan.compose.templates import KeptCode
from notakesepakatan.desk import accounts
from notakesepakatan.desk.accounts import Role, add_account
from notakesepakatan.web import create_app
from notakesepakatan.workspace import Workspace
from serving import serving
from waiting import PATIENCE

HARI = date(2026, 11, 24)
SIANG = seconds("2026-11-24T12:00:00+07:00")
"""Of that day."""
HOST = "localhost"  # what Flask's client says by itself
_PATIENCE = PATIENCE * 1000  # Playwright counts milliseconds
SANDI = "rahasia-sekali-ini"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PILIHAN_CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


_MAKLUM = re.compile(r"Failed to load resource: .* status of (422|409) ")
"""What the console calls an error and is an answer: a form sent back with what is wrong in it."""


@dataclass
class Uji:
    """A desk under test."""

    root: Path
    app: Flask
    client: FlaskClient
    jam: list[float]

    def token(self, dari: str = "/tidak-ada") -> str:
        """The CSRF token of a page; every page has it, and the one that says that there is none costs the least."""
        cocok = re.search(
            r'name="csrf-token" content="([^"]+)"',
            self.client.get(dari, follow_redirects=True).text,
        )
        assert cocok
        return cocok[1]

    def send(
        self, alamat: str, isi: Mapping[str, Any] | None = None, **lain: Any
    ) -> TestResponse:
        """A form sent from one of the desk's own pages."""
        return self.client.post(
            alamat, data={"csrf_token": self.token(), **(isi or {})}, **lain
        )

    def kirim_json(self, alamat: str, isi: Any) -> TestResponse:
        """What a script of the desk sends."""
        return self.client.post(
            alamat,
            json=isi,
            headers={"X-CSRFToken": self.token(), "Accept": "application/json"},
        )

    def masuk(self, nama: str, sandi: str = SANDI) -> TestResponse:
        """Log in."""
        return self.send("/masuk", {"nama": nama, "sandi": sandi})


def copy_workspace(ke: Path) -> Path:
    """The example agreements in a workspace of their own."""
    shutil.copytree(AKAR / "agreements", ke / "agreements")
    return ke


_CODE_OF_PAGES = KeptCode()
"""Of all desks of a run; compiling the pages again for each takes longer than most tests."""


_Builder = Callable[..., tuple[str, str]]


@pytest.fixture(autouse=True, scope="session")
def _addresses_are_compiled_once() -> Iterator[None]:
    """All desks of a run have the same addresses; compiling them again takes longer than most tests."""
    compile_builder = Rule._compile_builder
    kept: dict[tuple[str, str, bool], _Builder] = {}

    def compiled(rule: Rule, append_unknown: bool = True) -> _Builder:
        key = (rule.rule, repr(rule.defaults), append_unknown)
        if key not in kept:
            kept[key] = compile_builder(rule, append_unknown)
        return kept[key]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Rule, "_compile_builder", compiled)
        yield


def _desk(akar: Path, *, wajib_masuk: bool = False) -> Uji:
    jam = [1_800_000_000.0]
    app = create_app(
        Workspace(akar),
        login_required=wajib_masuk,
        valid_hosts=frozenset({HOST}),
        clock=lambda: jam[0],
        now=lambda: SIANG,
    )
    app.jinja_env.bytecode_cache = _CODE_OF_PAGES
    app.testing = False  # errors become pages, as they will
    klien = app.test_client()
    klien.environ_base |= {"HTTP_ORIGIN": f"http://{HOST}"}
    return Uji(akar, app, klien, jam)


_CHEAP = partial(generate_password_hash, method="scrypt:256:8:1")


@pytest.fixture(autouse=True)
def _passwords_cost_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes guessing slow makes a hundred tests slow too; what the desk really asks is held in `tests/desk`."""
    monkeypatch.setattr(accounts, "generate_password_hash", _CHEAP)
    monkeypatch.setattr(accounts, "_BAIT", _CHEAP("umpan"))


@pytest.fixture
def meja(tmp_path: Path) -> Uji:
    """A desk without accounts: whoever asks is `lokal`, role pengesah."""
    return _desk(copy_workspace(tmp_path))


@pytest.fixture
def meja_kantor(tmp_path: Path) -> Callable[..., Uji]:
    """Makes a desk with accounts, by name and role; all have the password SANDI."""

    def make(**akun: Role) -> Uji:
        akar = copy_workspace(tmp_path)
        for nama, peran in akun.items():
            add_account(Workspace(akar), nama, peran, SANDI)
        return _desk(akar, wajib_masuk=True)

    return make


@dataclass(frozen=True)
class Hidup:
    """A desk that listens: its address and its workspace."""

    alamat: str
    root: Path


@contextmanager
def live_desk(akar: Path, *, wajib_masuk: bool = False) -> Iterator[Hidup]:
    """A desk over a workspace, served by waitress on a free port."""
    sah: set[str] = set()
    app = create_app(
        Workspace(akar), now=lambda: SIANG, login_required=wajib_masuk, valid_hosts=sah
    )
    app.jinja_env.bytecode_cache = _CODE_OF_PAGES
    peladen = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)
    host = f"127.0.0.1:{peladen.effective_port}"
    sah.add(host)
    with serving(peladen):
        yield Hidup(f"http://{host}", akar)


@pytest.fixture
def meja_hidup(tmp_path: Path) -> Iterator[Hidup]:
    """A desk that listens, without accounts."""
    with live_desk(copy_workspace(tmp_path)) as hidup:
        yield hidup


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as main:
        satu = main.chromium.launch(
            executable_path=CHROMIUM, args=PILIHAN_CHROMIUM, timeout=_PATIENCE
        )
        satu.on("context", lambda context: context.set_default_timeout(_PATIENCE))
        expect.set_options(timeout=_PATIENCE)
        yield satu
        satu.close()


@pytest.fixture
def halaman(peramban: Browser, meja_hidup: Hidup) -> Iterator[Page]:
    """A page of a browser at the desk; whatever its console calls an error fails the test."""
    konteks = peramban.new_context(
        base_url=meja_hidup.alamat,
        locale="id-ID",
        viewport={"width": 1280, "height": 900},
        accept_downloads=True,
    )
    keluhan = list[str]()
    satu = konteks.new_page()
    satu.on(
        "console",
        lambda kata: (
            keluhan.append(kata.text)
            if kata.type == "error" and not _MAKLUM.search(kata.text)
            else None
        ),
    )
    satu.on("pageerror", lambda sebab: keluhan.append(str(sebab)))
    yield satu
    konteks.close()
    assert not keluhan
