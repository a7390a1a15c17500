"""What a page loads of scripts: packed on the way, bounded, and of others only what is pinned."""

import gzip
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import AKAR
from web.conftest import Uji
from web.editor.test_konsep import ALAMAT, make_draft

MOST = 100_000
"""Bytes of script on one page, as they travel."""
SOURCES = AKAR / ".ci/prosemirror"
BUILT = AKAR / "src/notakesepakatan/web/static/prosemirror.js"
HASH = "501c867604236227f3b4bf20c3e449191f03107a8ae9245a9d7ba47505ab0f30"
"""Of the built file; `make bundle` after a change of its packages, then this."""
_IMPORT = re.compile(r'from "\./([\w-]+\.js)"')


def _scripts(meja: Uji, page: str) -> set[str]:
    """Every script that a page loads, those that scripts load too."""
    waiting = re.findall(
        r'<script[^>]* src="/static/([^"]+)"', meja.client.get(page).text
    )
    found = set[str]()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _IMPORT.findall(meja.client.get(f"/static/{name}").text)
    return found


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("halaman", {"cari", "komentar", "lembar", "meja", "naskah", "prosemirror"}),
        ("rencana", {"meja", "rencana"}),
    ],
)
@pytest.mark.slow
def test_a_page_loads_little_script(meja: Uji, page: str, expected: set[str]) -> None:
    make_draft(meja.root)
    names = _scripts(meja, f"{ALAMAT}/{page}")
    assert names == {f"{name}.js" for name in expected}
    sizes = {}
    for name in names:
        answer = meja.client.get(f"/static/{name}", headers={"Accept-Encoding": "gzip"})
        sizes[name] = len(answer.data)
    assert sum(sizes.values()) < MOST, sizes


@pytest.mark.slow
def test_a_static_file_is_packed_for_who_takes_it(meja: Uji) -> None:
    plain = meja.client.get("/static/prosemirror.js")
    packed = meja.client.get(
        "/static/prosemirror.js", headers={"Accept-Encoding": "gzip"}
    )
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data == BUILT.read_bytes()
    assert "Accept-Encoding" in plain.vary
    again = meja.client.get(
        "/static/prosemirror.js",
        headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]},
    )
    assert (again.status_code, again.data) == (304, b"")
    page = meja.client.get("/", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in page.headers


def test_what_is_of_others_is_what_was_built() -> None:
    assert hashlib.sha256(BUILT.read_bytes()).hexdigest() == HASH


def test_it_was_built_of_the_pinned_packages() -> None:
    sources = hashlib.sha256()
    for name in ("package-lock.json", "exports.js"):
        sources.update((SOURCES / name).read_bytes())
    head = BUILT.read_text(encoding="utf-8").partition("*/")[0]
    assert f"Sources: {sources.hexdigest()}" in head
    assert "Marijn Haverbeke" in head
    assert "The above copyright notice and this permission notice" in head


@pytest.mark.processes
@pytest.mark.skipif(
    not (SOURCES / "node_modules").is_dir() or shutil.which("node") is None,
    reason="the packages are there after make test",
)
def test_built_again_it_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "prosemirror.js"
    subprocess.run(["node", SOURCES / "build.js", file], check=True)
    assert file.read_bytes() == BUILT.read_bytes()
