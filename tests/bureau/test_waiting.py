"""A text whose taking in was killed: what is there is whole, and no file waits for what was done."""

import os
from pathlib import Path

import pytest

from bureau.test_take_text import words
from notakesepakatan.bureau import take_text as module
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.take_text import examine_text, take_in_text
from notakesepakatan.bureau.waiting import clear_up, keep_waiting, waiting_files
from notakesepakatan.load.attachments import read_attachments
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.act import Act

NAME, SLUG = "air.txt", "air"
FACTS = """\
cakupan: data_pokok
jenis: Perjanjian
judul: Air
para_pihak:
  - nama: Desa Satu
  - nama: Desa Dua
jangka_waktu: 2 tahun
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(Workspace.make(tmp_path / "kantor"))


def _sent(office: Office, seconds_ago: int = 60) -> bytes:
    """A text that waits, sent a while before now."""
    content = words("2 (dua)")
    file = keep_waiting(office.workspace, NAME, content)
    before = file.path.stat().st_mtime - seconds_ago
    os.utime(file.path, (before, before))
    return content


def _take_in(office: Office, content: bytes) -> None:
    take_in_text(office, examine_text(office, NAME, content), SLUG, {})


def test_a_file_that_was_taken_in_waits_no_more_at_the_next_start(
    office: Office,
) -> None:
    content = _sent(office)
    _take_in(office, content)
    assert waiting_files(office.workspace) != []
    clear_up(office.workspace)
    assert waiting_files(office.workspace) == []
    (original,) = read_attachments(office.workspace, SLUG)
    assert original.kind == "berkas_asal"


def test_one_that_was_sent_again_since_still_waits(office: Office) -> None:
    _take_in(office, _sent(office))
    _sent(office, seconds_ago=-60)
    clear_up(office.workspace)
    assert len(waiting_files(office.workspace)) == 1


def test_one_that_was_not_taken_in_still_waits(office: Office) -> None:
    _sent(office)
    keep_waiting(office.workspace, "lain.txt", b"lain")
    clear_up(office.workspace)
    assert len(waiting_files(office.workspace)) == 2


def _killed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("target", "name"), [(module, "attach"), (Act, "write_unchanged")]
)
@pytest.mark.slow
def test_facts_become_no_text_without_its_file(
    office: Office, target: object, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed before the file lies beside the facts, and before the text is written."""
    content = _sent(office)
    file = office.workspace.new_file(SLUG)
    file.parent.mkdir()
    file.write_text(FACTS)
    with monkeypatch.context() as patch:
        patch.setattr(target, name, _killed)
        with pytest.raises(KeyboardInterrupt):
            _take_in(office, content)
    clear_up(office.workspace)
    assert len(waiting_files(office.workspace)) == 1
    assert file.read_text() == FACTS
    _take_in(Office(office.workspace), content)
    assert len(read_attachments(office.workspace, SLUG)) == 1
    clear_up(office.workspace)
    assert waiting_files(office.workspace) == []


@pytest.mark.parametrize("call", ["mkdir", "open", "sync", "rename"])
@pytest.mark.slow
def test_a_new_agreement_is_there_with_its_file_or_not_at_all(
    office: Office, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = _sent(office)
    real = getattr(os, call)

    def killed_in_agreements(*args: object, **keywords: object) -> object:
        if not args or f".{SLUG}." in str(args[0]):
            raise KeyboardInterrupt
        return real(*args, **keywords)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, killed_in_agreements)
        with pytest.raises(KeyboardInterrupt):
            _take_in(office, content)
    clear_up(office.workspace)
    assert office.workspace.slugs() == ()
    assert len(waiting_files(office.workspace)) == 1
    _take_in(Office(office.workspace), content)
    assert len(read_attachments(office.workspace, SLUG)) == 1
