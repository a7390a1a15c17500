"""A PDF that unfolds to more than the machine has ends in a sentence, and nothing else with it."""

import subprocess
import zlib
from typing import Any

import pytest

from notakesepakatan.load.foreign.bounds import Refused
from notakesepakatan.load.foreign.trial import SECONDS, check_bearable

HEAD = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
LINE = b"BT (kata) Tj ET "


def drawing(drawn: bytes, said: bytes = b"") -> bytes:
    """A stream that draws, as a PDF has it."""
    packed = zlib.compress(drawn)
    head = b"9 0 obj<<%s/Length %d/Filter/FlateDecode>>" % (said, len(packed))
    return head + b"stream\n" + packed + b"\nendstream endobj\n"


FORM = b"/Type/XObject/Subtype/Form"
LIGHT = {
    "plain": drawing(LINE * 100),
    "font": drawing(LINE * 400_000, b"/Length1 6400000"),
    "picture": drawing(LINE * 400_000, b"/Subtype/Image"),
    "form": drawing(b"/X Do " * 10) + drawing(LINE, FORM),
}
HEAVY = {
    "much": drawing(LINE * 400_000),
    "form in form": drawing(b"/X Do ", FORM),
    "form often": drawing(b"/X Do " * 10_000) + drawing(LINE * 100, FORM),
    "shared": b"3 0 obj<</Type/Page>>endobj\n" * 1000 + drawing(LINE * 1000),
    "unknown": b"9 0 obj<</Filter/LZWDecode>>stream\nx\nendstream",
    "damaged": b"9 0 obj<</Filter/FlateDecode>>stream\nx\nendstream",
    "locked": b"trailer<</Encrypt 4 0 R>>",
}


@pytest.fixture
def ends_with(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What the process that tries a PDF out ends with; empty: none is started."""
    codes = list[int]()

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, codes.pop())

    monkeypatch.setattr(subprocess, "run", run)
    return codes


@pytest.mark.parametrize("kind", LIGHT)
def test_what_is_plain_is_read_at_once(ends_with: list[int], kind: str) -> None:
    check_bearable(HEAD + LIGHT[kind])


@pytest.mark.parametrize("kind", HEAVY)
def test_what_may_be_heavy_is_tried_out_first(ends_with: list[int], kind: str) -> None:
    ends_with.append(0)
    check_bearable(HEAD + HEAVY[kind])
    assert ends_with == []


def test_what_ends_the_trial_is_refused(ends_with: list[int]) -> None:
    ends_with.append(-6)
    with pytest.raises(Refused, match="cetak ke PDF sekali lagi"):
        check_bearable(HEAD + HEAVY["much"])


def test_what_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **_: Any) -> None:
        raise subprocess.TimeoutExpired(command, SECONDS)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(Refused):
        check_bearable(HEAD + HEAVY["much"])


@pytest.mark.processes
def test_a_process_of_its_own_reads_it() -> None:
    check_bearable(HEAD + HEAVY["form in form"])
