"""Findings on agreements and on other people's files, each at its place."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from notakesepakatan.bureau.induk import known_induk
from notakesepakatan.bureau.larger_paper import larger_paper
from notakesepakatan.bureau.said_once import said_once
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compute.rules import (
    RULES,
    Flaw,
    Rule,
    check,
)
from notakesepakatan.compute.rules.language.spelling import is_known
from notakesepakatan.compute.rules.language.terjemahan import (
    TERJEMAHAN,
    brought,
    of_adendum,
)
from notakesepakatan.compute.rules.reading import (
    KnownInduk,
    WordList,
    read_kesepakatan,
    read_lines,
    typed_at,
)
from notakesepakatan.compute.text.as_typed import as_typed
from notakesepakatan.compute.text.letak import path_in
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat
from notakesepakatan.load.attachments import changed_attachments
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.foreign.account import ForeignText, Paragraph, count_words
from notakesepakatan.load.foreign.reader import (
    read_file,
    read_foreign,
)
from notakesepakatan.load.grammar.whereabouts import whereabouts
from notakesepakatan.load.instrumen import package_instrumen
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.peraturan import known_laws
from notakesepakatan.load.peristiwa import LATE
from notakesepakatan.load.yaml.find_words import Finder, Words
from notakesepakatan.load.yaml.text import Source
from notakesepakatan.model.instrumen import InstrumenList
from notakesepakatan.model.peraturan import KnownLaws
from notakesepakatan.place import DataPath, Place, at
from notakesepakatan.temuan import Position
from notakesepakatan.words.normal import Normal, normal
from notakesepakatan.words.tanggal import tanggal_long

_MOST_COUNTED = 20_000
"""Letters of a text in which equal words are told apart; counting in longer ones costs."""
_MOST_NAMED = 5
"""Pages that are named one by one."""


@dataclass(frozen=True)
class Found:
    """One finding.

    Attributes:
        tempat: file, line and column.
        place: place in the agreement; none in a file that is not ours.
        kode: code of its rule.
        tingkat: its level.
        message: what is wrong.
        saran: what to do.
        baris: the line it stands on.
        piece: the words it is about.
        replace: what may safely stand there instead; None where nothing may.
        letak: of a file that is not ours, what the part is called; empty where nothing says.
    """

    tempat: Position
    place: Place
    kode: str
    tingkat: str
    message: str
    saran: str
    baris: str
    piece: str
    replace: str | None = None
    letak: str = ""

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


def check_kesepakatan(
    opened: Opened, slug: str, per: date | None = None
) -> list[Found]:
    """Findings on the text in force, by place; those silenced are left out.

    Without a day also what drafts of adenda would bring into it: once they are signed it
    is late.

    Args:
        opened: the workspace.
        slug: the agreement.
        per: the day; None: with all that is signed.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    riwayat = opened.riwayat(slug)
    loaded = riwayat.on(per)
    look = partial(_look, opened, slug, riwayat)
    found = look(loaded)
    with_drafts = riwayat.last if per is None else loaded
    if with_drafts is not loaded:
        found += _brought_by_drafts(riwayat, found, look(with_drafts))
    paper = _larger_paper(opened, loaded, riwayat.origin.source)
    beside = [
        *_broken_seals(opened, slug),
        *_late_extensions(opened, slug),
        *_of_adenda(riwayat, loaded),
        *_unsaid_frame(opened, riwayat),
    ]
    return [*beside, *found, *paper]


def _look(opened: Opened, slug: str, riwayat: Riwayat, text: Loaded) -> list[Found]:
    """Findings on one text of an agreement, by the rules."""
    induk = known_induk(opened, slug, text.kesepakatan.induk)
    known, laws = opened.instrumen_list, opened.laws
    return temuan_list(riwayat, text, load_dictionary(), known, induk, laws)


def _brought_by_drafts(
    riwayat: Riwayat, without: Sequence[Found], found: Sequence[Found]
) -> Iterator[Found]:
    """What is wrong only with the drafts of adenda: told in their files, which may change."""
    drafts = [each for each in riwayat.adendum if each.adendum.konsep]
    first = drafts[0].source
    files = {each.source.file for each in drafts}
    known = Counter((one.kode, one.message, one.piece) for one in without)
    for one in found:
        key = one.kode, one.message, one.piece
        known[key] -= 1
        # Texts that lack a translation are told of each adendum, by what it changes.
        if known[key] >= 0 or one.kode == TERJEMAHAN:
            continue
        told = replace(
            one, message=f"dengan {drafts[0].name}: {one.message}", replace=None
        )
        if one.tempat.file not in files:
            position = first.tempat(("perubahan",))
            line = first.lines[position.baris - 1]
            told = replace(told, tempat=position, baris=line)
        yield told


def _of_adenda(riwayat: Riwayat, loaded: Loaded) -> Iterator[Found]:
    """Adenda signed without a reason, and drafts made for another text than they stand on;
    what any of them leaves untranslated.
    """
    for adendum in riwayat.adendum:
        yield from _without_terjemahan(adendum, is_read=adendum.name in loaded.changed)
        yield from _signed_too_late(adendum)
        if adendum.adendum.lacks_alasan:
            first = adendum.source.tempat(())
            message = f"{adendum.name} bertanggal, tetapi tidak menyebut alasan"
            saran = "tambahkan alasan, atau catat alasannya pada adendum berikutnya"
            line = adendum.source.text.partition("\n")[0]
            yield Found(
                first, Place(), "ALASAN", "peringatan", message, saran, line, ""
            )
        for one in adendum.stale:
            source = adendum.source
            position = source.tempat(("disusun_atas",))
            line = source.text.split("\n")[position.baris - 1]
            place = Place(("disusun_atas",))
            yield Found(
                position, place, "SEGEL", "peringatan", one.message, one.saran, line, ""
            )


def _signed_too_late(loaded: LoadedAdendum) -> Iterator[Found]:
    """A change of what was over by the day of its signing; a correction may come later."""
    signed, before = loaded.adendum.signed, loaded.sebelum.kesepakatan
    end = certain_end(before.jangka_waktu, before.signed, before.konvensi_berakhir)
    if loaded.adendum.jenis == "perbaikan" or not signed or not end or signed <= end:
        return
    message = (
        f"{loaded.name} ditandatangani {tanggal_long(signed)}, sesudah kesepakatannya "
        f"berakhir ({tanggal_long(end)})"
    )
    saran = (
        "periksa tanggalnya; kesepakatan yang sudah berakhir tidak dilanjutkan dengan "
        "adendum, buat kesepakatan baru"
    )
    path = ("penandatanganan", "tanggal")
    position = loaded.source.tempat(path)
    line = loaded.source.text.split("\n")[position.baris - 1]
    yield Found(
        position, Place(path), "BERLAKU", "peringatan", message, saran, line, ""
    )


def _without_terjemahan(loaded: LoadedAdendum, *, is_read: bool) -> Iterator[Found]:
    """What an adendum to a text in two languages says in one alone.

    Its changes too, unless the text that is read has them already.
    """
    after = loaded.sesudah
    if after.kesepakatan.bahasa_kedua is None:
        return
    (rule,) = (rule for rule in RULES if rule.kode == TERJEMAHAN)
    finder = Finder(loaded.source)
    for flaw in of_adendum(loaded.adendum, after.kesepakatan):
        position = loaded.source.tempat(flaw.place.path)
        line = finder.lines[position.baris - 1]
        yield _found(position, flaw.place, rule, flaw, line)
    if is_read:
        return
    operations = ("perubahan",)
    for flaw in brought(loaded.sebelum.tree, after.tree, after.kesepakatan):
        known = finder.locate(operations, flaw.piece)
        position = known or loaded.source.tempat(operations)
        line = finder.lines[position.baris - 1]
        yield _found(position, flaw.place, rule, flaw, line)


def _unsaid_frame(opened: Opened, riwayat: Riwayat) -> Iterator[Found]:
    """Sentences of an adendum that the office's file of the language does not have."""
    name = riwayat.origin.kesepakatan.bahasa_kedua
    if name is None or not riwayat.adendum:
        return
    composer = Composer.of(opened.workspace.root, opened.pengaturan)
    missing = composer.unsaid(name)
    if not missing:
        return
    source = riwayat.origin.source
    position = source.tempat(("bahasa_kedua",))
    message = (
        f"{len(missing)} kalimat kerangka adendum belum ada dalam bahasa {name},"
        f' sehingga tercetak dalam bahasa Indonesia saja, mis. "{missing[0]}"'
    )
    saran = f'tambahkan di bawah "adendum:" pada templates/bahasa/{name.lower()}.yaml'
    if old := composer.said_no_more(name):
        saran += f', mis. dari "{old[0]}", yang di sana tidak dipakai lagi'
    line = source.text.split("\n")[position.baris - 1]
    place = at("bahasa_kedua")
    yield Found(
        position,
        place,
        TERJEMAHAN,
        "peringatan",
        message,
        saran,
        line,
        "",
    )


def reading_of(opened: Opened, slug: str) -> dict[str, object]:
    """What was read of an agreement of ours, as plain data: all of it.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    loaded = opened.riwayat(slug).on(None)
    texts = [
        excerpt.text
        for excerpt in read_kesepakatan(
            loaded.kesepakatan, None, loaded.reading, loaded.numbers
        ).excerpts
    ]
    return {
        "berkas": str(opened.workspace.file(slug)),
        "halaman": None,
        "paragraf": len(texts),
        "kata": count_words(texts),
        "tidak_terbaca": [],
    }


def _broken_seals(opened: Opened, slug: str) -> Iterator[Found]:
    """Signed texts that are no more what was sealed; none of them is silenced."""
    riwayat = opened.riwayat(slug)
    for problem in opened.seals(slug).problems:
        position = Position(riwayat.origin.source.file, 1, 1)
        said, _, saran = problem.rpartition("; ")
        line = riwayat.origin.source.text.partition("\n")[0]
        yield Found(
            position,
            Place(),
            "SEGEL",
            "galat",
            said,
            saran,
            line,
            "",
        )


def check_attachments(opened: Opened, slug: str) -> list[Found]:
    """Files beside an agreement that are no more what was attached; all are read.

    Raises:
        BrokenAttachmentList, PointsOutside, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    position = Position(str(opened.workspace.attachment_list(slug)), 1, 1)
    found = list[Found]()
    for problem in changed_attachments(opened.workspace, slug):
        said, _, saran = problem.rpartition("; ")
        one = Found(position, Place(), "LAMPIRAN", "galat", said, saran, "", "")
        found.append(one)
    return found


def _late_extensions(opened: Opened, slug: str) -> Iterator[Found]:
    """Extensions from before the program asked for them in time; each is named so."""
    if not opened.workspace.peristiwa_files(slug):
        return
    try:
        late = opened.late_extensions(slug)
    except FaultyNaskah:
        return  # said by whatever reads the events
    for temuan in late:
        what = "yang terlambat" if temuan.kode == LATE else "yang tidak memperpanjang"
        message = f"{temuan.message}; tercatat sebagai perpanjangan {what}"
        saran = "pastikan dasarnya, misalnya adendum atau kesepakatan baru"
        place = Place()
        kode = temuan.kode
        yield Found(
            temuan.tempat,
            place,
            kode,
            "peringatan",
            message,
            saran,
            "",
            "",
        )


def _larger_paper(opened: Opened, loaded: Loaded, source: Source) -> Iterator[Found]:
    """Annexes that the office's own paper does not hold."""
    first = Position(source.file, 1, 1)
    line = source.text.partition("\n")[0]
    for said, advice in larger_paper(opened.pengaturan, loaded.reading):
        yield Found(
            first,
            Place(),
            "KERTAS",
            "catatan",
            said,
            advice,
            line,
            "",
        )


def temuan_list(
    riwayat: Riwayat,
    loaded: Loaded,
    dictionary: WordList | None,
    instrumen_list: InstrumenList | None = None,
    induk: KnownInduk | None = None,
    laws: KnownLaws | None = None,
) -> list[Found]:
    """The same for a text that is loaded, by default with the instruments of the package.

    `induk` is what is known of its parent, `laws` of laws: by default the table of the
    package.
    """
    finders = _Finders(
        Finder(riwayat.origin.source),
        [Finder(adendum.source) for adendum in reversed(riwayat.adendum)],
        riwayat.origin,
        loaded,
    )
    # Paths of a text that adenda changed are none of the file's any more.
    remarks = {} if loaded.changed else loaded.source.remarks
    text = read_kesepakatan(
        loaded.kesepakatan,
        dictionary,
        loaded.reading,
        loaded.numbers,
        remarks,
        package_instrumen() if instrumen_list is None else instrumen_list,
        induk,
        laws or known_laws(),
    )
    texts = {excerpt.path: excerpt.text for excerpt in text.excerpts}
    found = [
        finders.find(rule, flaw, texts.get(flaw.place.path, ""))
        for rule, flaw in check(text)
    ]
    return said_once(sorted(found, key=in_order))


def _nth(flaw: Flaw, text: str) -> int | None:
    """Which of several equal words of its text a flaw is about, from 0."""
    if flaw.offset is None or not flaw.piece or len(text) > _MOST_COUNTED:
        return None
    return text.count(flaw.piece, 0, flaw.offset)


def in_order(found: Found) -> tuple[Position, str]:
    return found.tempat, found.kode


@dataclass(frozen=True)
class _Finders:
    """Where words stand: in the agreement's file, and in its adenda, the last first."""

    origin: Finder
    adendum: Sequence[Finder]
    first: Loaded
    read: Loaded

    def find(self, rule: Rule, flaw: Flaw, text: str = "") -> Found:
        """The place of a flaw: where its words stand, or else the datum it is about.

        `text` is the one that it is about, as it reads; empty where none is known.
        """
        finder, position = self._locate(rule, flaw, text)
        line = finder.lines[position.baris - 1]
        return _found(position, flaw.place, rule, flaw, line)

    def _locate(self, rule: Rule, flaw: Flaw, text: str) -> tuple[Finder, Position]:
        if flaw.piece:
            path = flaw.place.path
            nth = _nth(flaw, text)
            position = self.origin.locate(path, flaw.piece, rule.kode, nth)
            position = position or self._of_mark(rule, flaw, text)
            if position:
                return self.origin, position
            for finder in self.adendum:
                position = finder.locate(("perubahan",), flaw.piece)
                if position:
                    return finder, position
        return self._of_datum(flaw.place.path)

    def _of_mark(self, rule: Rule, flaw: Flaw, text: str) -> Position | None:
        """Where a mark stands that reads as the words of a flaw, or as the end of them."""
        if flaw.offset is None or self.read.changed or len(text) > _MOST_COUNTED:
            return None
        typed = typed_at(self.read.kesepakatan, flaw.place.path)
        if not isinstance(typed, str) or "[[" not in typed:
            return None
        found = as_typed(normal(typed).text, text, flaw.offset)
        if found is None:
            return None
        return self.origin.locate(flaw.place.path, found.words, rule.kode, found.nth)

    def _of_datum(self, path: DataPath) -> tuple[Finder, Position]:
        """Where a datum stands: of a text that adenda changed, in the one that brought it."""
        if not self.read.changed:
            return self.origin, self.origin.source.tempat(path)
        before, after = self.first.tree, self.read.tree
        old, words = path_in(before, after, path), get_at(after, path)
        was_there = old is not None and get_at(before, old) == words
        if isinstance(words, str) and not was_there:
            for finder in self.adendum:
                position = finder.locate(("perubahan",), words)
                if position:
                    return finder, position
        known = path if old is None else old
        return self.origin, self.origin.source.tempat(known)


def _found(
    position: Position, place: Place, rule: Rule, flaw: Flaw, line: str
) -> Found:
    return Found(
        tempat=position,
        place=place,
        kode=rule.kode,
        tingkat=flaw.tingkat or rule.tingkat,
        message=flaw.message,
        saran=flaw.saran,
        baris=line,
        piece=flaw.piece,
        replace=flaw.replace,
    )


@dataclass(frozen=True)
class CheckedFile:
    """A file that is not ours: what was read of it, and what was found in that."""

    name: str
    text: ForeignText
    found: tuple[Found, ...]

    @property
    def problems(self) -> list[str]:
        """Why a count of findings says nothing, or nothing of some pages."""
        if not self.text.written:
            return [f"{self.name}: tidak ada teks yang terbaca, jadi tidak diperiksa"]
        pages = [part.bagian for part in self.text.unread if part.is_page]
        if not pages:
            return []
        return [f"{self.name}: tidak seluruhnya diperiksa: {_some(pages)}"]

    def reading(self) -> dict[str, object]:
        """The account of the reading as plain data."""
        text = self.text
        return {
            "berkas": self.name,
            "halaman": text.pages,
            "paragraf": len(text.written),
            "kata": text.kata,
            "tidak_terbaca": [part.data() for part in text.unread],
            "perubahan": [mark.data() for mark in text.marks],
            "catatan": list(text.remarks),
        }


def _some(parts: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    more = len(parts) - _MOST_NAMED
    named = ", ".join(parts[:_MOST_NAMED])
    return f"{named}, dan {more} lagi" if more > 0 else named


def check_file(file: Path) -> CheckedFile:
    """Findings on a file that is not ours, by the rules that need nothing but the text.

    Raises:
        UnreadableNaskah, CannotRead: it is none that can be read, or broken.
    """
    return check_document(str(file), read_file(file))


def check_document(name: str, content: bytes) -> CheckedFile:
    """The same for bytes that are at hand; the name's ending tells what they are.

    Raises:
        UnreadableNaskah: it is none that can be read, or broken.
    """
    dictionary = load_dictionary()
    text = read_foreign(name, content, _known_word(dictionary))
    typed = text.paragraphs
    read = [normal(paragraph.text) for paragraph in typed]
    words_of = dict[int, Words]()
    found = list[Found]()
    lines = [one.text for one in read]
    called = whereabouts(text)
    for rule, flaw in check(read_lines(lines, dictionary, known_laws())):
        i = int(flaw.place.path[0])
        offset = flaw.offset
        if offset is None:
            if i not in words_of:
                words_of[i] = Words(read[i].text)
            offset = words_of[i].find(flaw.piece, rule.kode, 0, len(read[i].text)) or 0
        position, line = _place_in_file(name, i, typed[i], read[i], offset)
        one = _found(position, Place(), rule, flaw, line)
        found.append(replace(one, letak=called.get(i, "")))
    return CheckedFile(name, text, tuple(said_once(sorted(found, key=in_order))))


def _known_word(dictionary: WordList | None) -> WordList | None:
    """Whether a word is one of the language, as the rule on spelling sees it."""
    if dictionary is None:
        return None
    return lambda word: is_known(word, dictionary)


def _place_in_file(
    name: str, number: int, paragraph: Paragraph, read: Normal, offset: int
) -> tuple[Position, str]:
    """Where words of a paragraph stand: by its lines, or else by its number.

    Returns:
        The place, and the line that is shown there.
    """
    origin = read.origin(offset)
    if not paragraph.pieces:
        return Position(name, number + 1, origin + 1), paragraph.text
    begins = [piece.begin for piece in paragraph.pieces]
    i = bisect_right(begins, origin) - 1
    piece = paragraph.pieces[i]
    end = begins[i + 1] if i + 1 < len(begins) else len(paragraph.text)
    # The line as it stands in the file, so that its columns are those of the file.
    line = " " * (piece.column - 1) + paragraph.text[piece.begin : end].rstrip()
    column = piece.column + origin - piece.begin
    return Position(name, piece.line, column), line


def counts(items: Sequence[Found]) -> dict[str, int]:
    """How many of each level."""
    return {
        level: sum(found.tingkat == level for found in items)
        for level in ("galat", "peringatan", "catatan")
    }
