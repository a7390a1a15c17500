"""No English, no name of a key, no developer's word on any page: an officer reads them all."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest
from click import Context

from notakesepakatan.bureau.waiting import keep_waiting
from notakesepakatan.cli import cli
from notakesepakatan.workspace import Workspace
from web.conftest import Uji
from web.editor.test_konsep import make_draft
from web.test_accessibility import (
    BUKAN_HALAMAN,
    DAFTAR,
    HALAMAN,
    NASKAH_LUAR,
    OF_ACCOUNTS,
)
from web.test_surat import add_due

ENGLISH = [
    "back",
    "button",
    "cancel",
    "click",
    "close",
    "delete",
    "draft",
    "edit",
    "error",
    "file",
    "found",
    "from",
    "home",
    "invalid",
    "login",
    "logout",
    "missing",
    "next",
    "not",
    "open",
    "page",
    "password",
    "previous",
    "required",
    "save",
    "search",
    "select",
    "server",
    "session",
    "settings",
    "submit",
    "success",
    "the",
    "unknown",
    "update",
    "upload",
    "user",
    "view",
    "warning",
    "with",
    "yes",
    "your",
]
DEVELOPERS = [
    "api",
    "backend",
    "boolean",
    "bug",
    "byte",
    "cache",
    "commit",
    "cookie",
    "csrf",
    "database",
    "debug",
    "default",
    "dict",
    "endpoint",
    "exception",
    "false",
    "hash",
    "html",
    "http",
    "iso",
    "json",
    "key",
    "localhost",
    "none",
    "null",
    "parse",
    "path",
    "post",
    "query",
    "regex",
    "request",
    "schema",
    "script",
    "sha256",
    "slug",
    "source",
    "stack",
    "string",
    "timeout",
    "token",
    "traceback",
    "true",
    "undefined",
    "url",
    "utf-8",
    "value",
    "yaml",
    "yml",
]
COMMANDS = cli.list_commands(Context(cli))
_KEY = re.compile(
    r"\b[a-z]+(?:_[a-z]+)+\b|\w+\[\d+\]|"
    r"\b(?:kalimat|lampiran|halaman|pasal|penandatanganan|tenggat)\.[a-z0-9_.]+"
)
_FILES = re.compile(
    r"\b[\w-]+\.(?:docx|pdf|txt|xlsx|ics|zip|py|conf|service)\b", re.ASCII
)
_COMMAND = re.compile(rf"\bnota (?:{'|'.join(COMMANDS)})\b")
"""A command, which who sits at the desk cannot give."""
_SAID = ("aria-label", "alt", "title", "placeholder")


class _Reader(HTMLParser):
    """What a page says: its words, and those of labels and titles."""

    def __init__(self) -> None:
        super().__init__()
        self.said = list[str]()
        self.code = list[str]()
        self.silent = 0
        self.of_keeper = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "code", "textarea"):
            self.silent += 1
        self.of_keeper |= any(name == "data-pengelola" for name, _ in attrs)
        self.said += [text for name, text in attrs if name in _SAID and text]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "code", "textarea"):
            self.silent -= 1
        self.of_keeper &= tag != "details"

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(data)
        elif not self.of_keeper:
            self.code.append(data)


def strange_words(page: str) -> Iterator[str]:
    """Words of the lists that stand on a page, and names of keys."""
    reader = _Reader()
    reader.feed(page)
    for text in reader.said:
        words = re.findall(r"[\w-]+", text.lower())
        yield from (word for word in words if word in {*ENGLISH, *DEVELOPERS})
        yield from _KEY.findall(_FILES.sub("", text))
    for text in (*reader.said, *reader.code):
        yield from _COMMAND.findall(text)


def test_the_list_finds_what_it_is_for() -> None:
    page = '<p title="para_pihak[1].nomor">Slug tidak ada</p><code>yaml</code>'
    assert list(strange_words(page)) == ["para_pihak", "slug"]
    assert not list(strange_words("<p>Naskah tersimpan.</p>"))


def test_a_command_is_for_who_keeps_the_machine() -> None:
    command = "<p>Jalankan <code>nota pulihkan A.zip</code></p>"
    assert list(strange_words(command)) == ["nota pulihkan"]
    kept = f"<details data-pengelola>{command}</details>"
    assert not list(strange_words(kept))
    assert list(strange_words(kept + command)) == ["nota pulihkan"]
    assert not list(strange_words("<p>nota kesepakatan dan nota kesepahaman</p>"))


@pytest.mark.slow
def test_who_forgot_the_password_reads_whom_to_ask(
    meja_kantor: Callable[..., Uji],
) -> None:
    page = meja_kantor(ani="pengesah").client.get("/masuk").text
    assert not list(strange_words(page))
    assert "Hubungi pengelola meja" in page


@pytest.mark.slow
@pytest.mark.parametrize(
    "rule", [rule for rule in HALAMAN if rule not in (*OF_ACCOUNTS, *BUKAN_HALAMAN)]
)
def test_no_page_speaks_otherwise_than_its_reader(meja: Uji, rule: str) -> None:
    add_due(meja.root)
    make_draft(meja.root)
    keep_waiting(Workspace(meja.root), "daftar.csv", DAFTAR)
    keep_waiting(Workspace(meja.root), "air.txt", NASKAH_LUAR)
    found = {
        (address, word)
        for address in HALAMAN[rule]
        for word in strange_words(meja.client.get(address).text)
    }
    assert not found, sorted(found)
