"""Twelve things that people do to our file in LibreOffice: each paragraph is known again by its bookmark."""

from pathlib import Path

import pytest

from libreoffice import act_in_libreoffice
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.load.foreign.word import read_word
from notakesepakatan.load.grammar.stream import items_of, stream
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.place import bookmark_name
from notakesepakatan.write.docx import write_docx

AYAT = "(2) Nota Kesepakatan ini dapat diakhiri sebelum"
BEFORE, HERE, BEHIND = ("pasal.6.ayat.1", "pasal.6.ayat.2", "pasal.6.ayat.3")
GONE = ""

ACTS: dict[str, tuple[str, dict[str, str]]] = {
    "saved as it is": ("", {}),
    "words behind the last": ("GoToEndOfPara|Text: Selesai.", {HERE: AYAT}),
    "words before the first": (
        "GoRight:4|Text:Bahwa ",
        {HERE: "(2) Bahwa Nota Kesepakatan ini dapat"},
    ),
    "a new ayat typed before the label": ("Text:(2)~Ayat baru.|InsertPara", {}),
    "a new ayat behind the last word": (
        "GoToEndOfPara|InsertPara|Text:(3)~Ayat baru.",
        {},
    ),
    "the label typed anew": (
        "CharRightSel:3|Text:(3)",
        {HERE: "(3) Nota Kesepakatan ini dapat"},
    ),
    "the words typed anew": (
        "GoRight:4|EndOfParaSel|Text:Ayat lain.",
        {HERE: "(2) Ayat lain."},
    ),
    "the paragraph typed anew": (
        "EndOfParaSel|Text:(2)~Ayat lain.",
        {HERE: "(2) Ayat lain."},
    ),
    "parted in two": (
        "GoRight:40|InsertPara",
        {HERE: "(2) Nota Kesepakatan ini dapat"},
    ),
    "joined with the next": ("GoToEndOfPara|Delete", {HERE: AYAT, BEHIND: GONE}),
    "joined with the one before": (
        "SwBackspace",
        {BEFORE: "(1) Jangka waktu berlakunya", HERE: GONE},
    ),
    "taken out": ("EndOfParaSel|Delete|Delete", {HERE: GONE}),
    "cut and put at the end": (
        "EndOfParaSel|Cut|Delete|GoToEndOfDoc|Paste",
        {HERE: AYAT},
    ),
}
"""What is typed, the cursor before the label of Pasal 6 ayat (2), and what the paragraphs whose words change begin with
then; a paragraph that is no more is known no more."""


def _by_path(content: bytes) -> dict[str, str]:
    named = [item for item in items_of(stream(read_word(content))) if item.path]
    paths = [".".join(item.path) for item in named]
    assert len(paths) == len(set(paths)), "no path is read twice"
    return {path: item.whole for path, item in zip(paths, named, strict=True)}


@pytest.mark.office
@pytest.mark.long
def test_every_paragraph_is_known_again_whatever_was_typed(
    termuat: Loaded, penyusun: Composer, tmp_path: Path
) -> None:
    sent = write_docx(compose_kesepakatan(penyusun, termuat))
    steps = [typed for typed, _ in ACTS.values()]
    returned = act_in_libreoffice(tmp_path, sent, bookmark_name(HERE), steps)
    before = _by_path(sent)
    assert before[HERE].startswith(AYAT)
    for content, (act, (_, changed)) in zip(returned, ACTS.items(), strict=True):
        after = _by_path(content)
        for path in before.keys() - changed.keys():
            assert after[path] == before[path], (act, path)
        for path, words in changed.items():
            assert (path in after) is bool(words), (act, path)
            assert after.get(path, "").startswith(words), (act, path)
