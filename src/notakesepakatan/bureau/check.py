"""Findings on agreements and on other people's files, each at its place; safe fixes put in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock

from notakesepakatan.bureau.adendum import DraftedAdendum, Request, draft_from_data
from notakesepakatan.bureau.foreign_text import (
    UnreadableNaskah,
    read_document,
    read_file,
)
from notakesepakatan.bureau.office import Office
from notakesepakatan.compute.rules import (
    Flaw,
    Rule,
    check,
)
from notakesepakatan.compute.rules.reading import WordList, read_agreement, read_lines
from notakesepakatan.load.adendum import Riwayat
from notakesepakatan.load.find_words import Finder
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.place import Place
from notakesepakatan.temuan import Position
from notakesepakatan.workspace import ChangedMeanwhile

DICTIONARY = Path("/usr/share/hunspell/id_ID.dic")


@dataclass(frozen=True)
class Found:
    """One finding with its place and the line it stands on."""

    tempat: Position
    place: Place
    kode: str
    tingkat: str
    message: str
    saran: str
    baris: str
    piece: str
    replace: str | None = None

    @property
    def kunci(self) -> str:
        """The key as the user sees it; empty for a file that is not ours."""
        return self.place.key

    def data(self) -> dict[str, object]:
        """The row as plain data."""
        return {
            "berkas": self.tempat.file,
            "baris": self.tempat.baris,
            "kolom": self.tempat.kolom,
            "kunci": self.kunci,
            "kode": self.kode,
            "tingkat": self.tingkat,
            "pesan": self.message,
            "saran": self.saran,
        }


_ONCE = Lock()


def load_dictionary() -> WordList | None:
    """The Indonesian dictionary of the system, read once (it takes a second); None where none is installed."""
    with _ONCE:
        return _read_dictionary()


@lru_cache(maxsize=1)
def _read_dictionary() -> WordList | None:
    if not DICTIONARY.is_file():
        return None
    from spylls.hunspell import Dictionary

    lookup: Callable[[str], bool] = Dictionary.from_files(
        str(DICTIONARY.with_suffix(""))
    ).lookup
    return lru_cache(maxsize=50_000)(lookup)


def check_agreement(opened: Opened, slug: str, per: date | None = None) -> list[Found]:
    """Findings on the text in force on a day (None: with all that is signed), those silenced left out; by place.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    riwayat = opened.riwayat(slug)
    return findings(riwayat, riwayat.on(per), load_dictionary())


def findings(
    riwayat: Riwayat, loaded: Loaded, dictionary: WordList | None
) -> list[Found]:
    """The same for a text that is loaded."""
    origin, adendum = (
        Finder(riwayat.origin.source),
        [Finder(a.source) for a in reversed(riwayat.adendum)],
    )
    text = read_agreement(
        loaded.kesepakatan, dictionary, loaded.reading, loaded.numbers
    )
    result = [_place(origin, adendum, rule, flaw) for rule, flaw in check(text)]
    return sorted(result, key=lambda t: (t.tempat, t.kode))


def _place(origin: Finder, adendum: Sequence[Finder], rule: Rule, flaw: Flaw) -> Found:
    """Where the words stand: in the agreement's file, or in the adendum that wrote them last."""
    finder, position = origin, None
    if flaw.piece:
        position = origin.locate(flaw.place.path, flaw.piece)
        for lain in adendum if position is None else ():
            if position := lain.locate(("perubahan",), flaw.piece):
                finder = lain
                break
    position = position or origin.source.tempat(flaw.place.path)
    line = finder.lines[position.baris - 1]
    return Found(
        position,
        flaw.place,
        rule.kode,
        rule.tingkat,
        flaw.message,
        flaw.saran,
        line,
        flaw.piece,
        flaw.replace,
    )


def check_file(file: Path) -> list[Found]:
    """Findings on a Word, PDF or text file, by the rules that need nothing but the text.

    Raises:
        UnreadableNaskah, CannotRead: it is none of these, or broken.
    """
    return check_document(str(file), read_file(file))


def check_document(name: str, content: bytes) -> list[Found]:
    """The same for bytes that are at hand; the name's ending tells what they are.

    Raises:
        UnreadableNaskah: it is none of these, or broken.
    """
    line, result = read_document(name, content), list[Found]()
    for rule, flaw in check(read_lines(line, load_dictionary())):
        i = int(flaw.place.path[0])
        position = Position(name, i + 1, max(line[i].find(flaw.piece) + 1, 1))
        result.append(
            Found(
                position,
                Place(),
                rule.kode,
                rule.tingkat,
                flaw.message,
                flaw.saran,
                line[i],
                flaw.piece,
                flaw.replace,
            )
        )
    return sorted(result, key=lambda t: (t.tempat, t.kode))


@dataclass(frozen=True)
class Mended:
    """What was put right: in the draft itself, or by an adendum."""

    items: tuple[Found, ...]
    file: Path | None = None
    adendum: DraftedAdendum | None = None


def repair(office: Office, slug: str) -> Mended:
    """Put in every safe fix: into the lines of a draft, comments kept; of a signed text by the draft of a correction.

    Raises:
        FaultyNaskah, AdendumRefused, AlreadyThere, CannotWrite, UnreadableNaskah.
    """
    file = office.workspace.file(slug)
    origin = office.riwayat(slug).origin
    text, done = origin.source.text, list[Found]()
    for one in reversed(findings(Riwayat(origin), origin, load_dictionary())):
        if (new := _replaced(text, one)) is not None:
            text, done = new, [one, *done]
    if not done:
        return Mended(())
    parse_kesepakatan(text.encode(), str(file))
    if not origin.kesepakatan.konsep:
        draft = draft_from_data(
            office, slug, text.encode(), Request(perbaikan=True, kept=True)
        )
        return Mended(tuple(done), adendum=draft)
    try:
        office.workspace.write_unchanged(file, origin.isi, text.encode())
    except ChangedMeanwhile:
        message = "berubah selagi diperbaiki; jalankan lagi"
        raise UnreadableNaskah(str(file), message) from None
    return Mended(tuple(done), file)


def _replaced(text: str, one: Found) -> str | None:
    """The file with one fix put in at its place; None where the words do not stand there on one line."""
    if one.replace is None or not one.piece:
        return None
    line = text.split("\n")
    n, column = one.tempat.baris - 1, one.tempat.kolom - 1
    if not line[n][column:].startswith(one.piece):
        return None
    line[n] = line[n][:column] + one.replace + line[n][column + len(one.piece) :]
    return "\n".join(line)


def counts(items: Sequence[Found]) -> dict[str, int]:
    """How many of each level."""
    return {
        level: sum(t.tingkat == level for t in items)
        for level in ("galat", "peringatan", "catatan")
    }
