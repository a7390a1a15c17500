"""What changed on paper in, the rows of the contract form out: place, semula, menjadi.

Only the changed part is told, in the words that stood there and that stand there now.
"""

import re
from collections.abc import Callable, Container, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from notakesepakatan.compose.adendum.difference import Difference, words_only
from notakesepakatan.compose.adendum.differences import STAYS
from notakesepakatan.compose.adendum.heads import TITLE, Heads, head_of_datum
from notakesepakatan.compose.adendum.item import PerubahanItem, small_inside
from notakesepakatan.compose.adendum.new_heads import HeadsPutIn
from notakesepakatan.compose.adendum.paper import paper_words
from notakesepakatan.compose.adendum.phrases import phrases
from notakesepakatan.compose.adendum.sentences import Container as InContainer
from notakesepakatan.compose.adendum.sentences import (
    changes_told,
    places_listed,
    quoted,
    words_sentence,
)
from notakesepakatan.compose.adendum.speech import IN_INDONESIAN, Speech, capital
from notakesepakatan.compose.adendum.tables import COLUMN
from notakesepakatan.compose.adendum.touched import Replacement, Touch
from notakesepakatan.naskah.blocks import Cut
from notakesepakatan.place import address_id, address_of_id

_DELETED_ON_PAPER = ("dihapus", "dihapus;", "dihapus.", "dihapus; dan")
_ATTACHED = "sebagaimana tercantum dalam Lampiran"


@dataclass(frozen=True)
class PerubahanRow:
    """One changed place.

    Attributes:
        letak: the place, as a sentence begins with it: "Pasal 3 ayat (1)".
        semula: the paragraphs that stood there; none where nothing did.
        menjadi: those that stand there now; none where it is deleted.
        kalimat: a sentence that tells it in a list, as words replaced are told; of an
            annex that follows whole there is nothing else.
        of_pasal: whether it is a pasal, or in one.
        put_in: of a part that an operation puts in, where, and what it is.
        speech: the language of what stands around both texts.
    """

    letak: str
    semula: tuple[str, ...] = ()
    menjadi: tuple[str, ...] = ()
    kalimat: str = ""
    of_pasal: bool = False
    put_in: str = ""
    speech: Speech = IN_INDONESIAN

    def renamed(self, called: Callable[[str], str]) -> "PerubahanRow":
        """The same with its place called as the paper calls it."""
        return replace(self, letak=called(self.letak), put_in=called(self.put_in))

    @property
    def opening(self) -> str:
        """How the contract form begins it, before the words that stood there."""
        say, letak = self.speech.say, small_inside(self.letak)
        if self.put_in and not self.semula:
            told = say("{perubahan} yang berbunyi:", perubahan=self.put_in)
            # A change that ends with a comma meets that of the language.
            return told.replace(",,", ",")
        if not self.semula:
            return say("Ditambahkan {letak} yang berbunyi:", letak=letak)
        named = say("Ketentuan {bagian}", bagian=letak) if self.of_pasal else self.letak
        return say("{letak} yang semula berbunyi:", letak=named)

    @property
    def link(self) -> str:
        """What stands between both texts; a deletion ends with it."""
        if not self.semula:
            return ""
        if self.menjadi:
            return self.speech.say("diubah menjadi:")
        return self.speech.say("dihapus.")

    @property
    def told(self) -> str:
        """The change in one line."""
        if self.kalimat:
            return self.kalimat
        old, new = " ".join(self.semula), " ".join(self.menjadi)
        if not self.semula:
            return f'{self.letak} ditambahkan: "{new}"'
        if not self.menjadi:
            return f'{self.letak} dihapus, semula: "{old}"'
        return f'{self.letak}, semula: "{old}", menjadi: "{new}"'


def rows(
    differences: Sequence[Difference],
    touched: Sequence[Touch],
    replacements: Sequence[Replacement],
    attached: Sequence[PerubahanItem],
    sebutan: Mapping[str, str],
    heads: Heads,
    speech: Speech,
    addresses: Container[str] = (),
    *,
    with_cells: bool = False,
) -> list[PerubahanRow]:
    """Rows in order of the text; what is attached comes last.

    Args:
        differences: every place on paper that differs.
        touched: what the operations touch.
        replacements: words replaced, told once for all their places.
        attached: the items of the annexes.
        sebutan: how each party is called, by its key.
        heads: those above the pasal of both texts.
        speech: the language.
        addresses: the parts of a pasal below which a party's address stands.
        with_cells: whether the cells of annexes that change in few places are rows too.
    """
    cells = _few_cells(differences, attached) if with_cells else []
    shown = [each for each in differences if not _elsewhere(each)]
    signed = any(each.datum.startswith("para_pihak.") for each in shown)
    shown = [each for each in shown if not (signed and _is_of_tanda_tangan(each))]
    names = _Names(sebutan, heads, speech)
    return [
        *_rows_of_places(shown, touched, replacements, names, addresses),
        *_rows_of_places(cells, (), replacements, names, addresses),
        *(_row_of_lampiran(item, speech) for item in attached),
    ]


class _Names(NamedTuple):
    """How a language calls the parts of a text.

    Attributes:
        sebutan: how each party is called, by its key.
        heads: those above the pasal of both texts.
        speech: the language.
    """

    sebutan: Mapping[str, str]
    heads: Heads
    speech: Speech


_FEW = 12
"""Changed places up to which the cells of an annex are told one by one."""


def _few_cells(
    differences: Sequence[Difference], attached: Sequence[PerubahanItem]
) -> list[Difference]:
    """The places in the rows of annexes that were there before; none where they are many."""
    stays = [item for item in attached if item.semula and item.menjadi]
    had = [label for item in stays for label in item.label or ("",)]
    names = {address_id((("lampiran", label),)) for label in had}
    inside = [
        each
        for each in differences
        if address_id(address_of_id(each.datum)[:1]) in names
        and _ROW.search(each.datum)
    ]
    return inside if len(inside) <= _FEW else []


_ROW = re.compile(r"\.\d")
"""In the path of a place in an annex: a row."""


def _row_of_lampiran(
    item: PerubahanItem,
    speech: Speech,
) -> PerubahanRow:
    """An annex, by where it stood and where it stands now."""
    names = speech.units("lampiran", item.label or ("",))
    return PerubahanRow(
        speech.words.listed(names),
        (item.semula,) if item.semula else (),
        (item.menjadi,) if item.menjadi else (),
        item.kalimat,
        speech=speech,
    )


def _elsewhere(difference: Difference) -> bool:
    """Whether it stands in an annex, which is told by a sentence and attached."""
    in_head = difference.letak.startswith("kepala tabel Lampiran")
    return difference.datum.startswith("lampiran") or in_head


def _is_of_tanda_tangan(difference: Difference) -> bool:
    return difference.letak.startswith("tanda tangan")


def tells_lampiran(item: PerubahanItem) -> bool:
    """Whether an item, in Indonesian, is about an annex."""
    deleted = item.kalimat.startswith("Lampiran") and not item.wadah
    return item.wadah == "Lampiran" or _ATTACHED in item.kalimat or deleted


def _rows_of_places(
    differences: Sequence[Difference],
    touched: Sequence[Touch],
    replacements: Sequence[Replacement],
    names: _Names,
    addresses: Container[str],
) -> Iterator[PerubahanRow]:
    """One row a place; all that belongs to a part put in or deleted is one.

    So is what the same words replaced everywhere, where the first of them stood.
    """
    speech = names.speech
    groups = dict[Hashable, list[Difference]]()
    as_one = _told_as_one(differences, touched)
    for each in differences:
        part = _part_of(each, as_one)
        # The cells of a row are places of one datum, each under its column.
        own = _owner(each), each.letak.partition(COLUMN)[2]
        key: Hashable = part or _words_of(each, touched, replacements) or own
        groups.setdefault(key, []).append(each)
    for key, group in groups.items():
        if isinstance(key, _Words):
            yield _row_of_words(key, replacements, speech)
            continue
        told = _in_language(group, speech)
        datum = _part_of(group[0], as_one)
        letak = _called(datum, touched, names)
        letak = letak or _place_words(group, told[0], names)
        row = _row(letak or speech.say("naskah"), told)
        first = group[0]
        of_pasal = first.datum.startswith("pasal.")
        only_title = not datum and first.letak.startswith(TITLE)
        of_pasal = of_pasal and not only_title
        only_address = first.datum in addresses and not _is_touched(first, touched)
        if only_address:
            letak = speech.say("Alamat dalam {letak}", letak=row.letak)
            row = replace(row, letak=letak)
        yield replace(
            row,
            of_pasal=of_pasal and not only_address,
            put_in=_put_in_words(datum, touched, speech),
            speech=speech,
        )


def _called(
    datum: str,
    touched: Sequence[Touch],
    names: _Names,
) -> str:
    """What is put in or deleted as a whole, by its path; empty where nothing is."""
    telling = (touch.phrase for touch in touched if datum in touch.datum)
    phrase = next(telling, None)
    if isinstance(phrase, HeadsPutIn):
        return phrase.called(names.speech)
    return paper_words(datum, names.sebutan, names.speech) if datum else ""


def _is_touched(
    difference: Difference,
    touched: Sequence[Touch],
) -> bool:
    return any(touch.covers(difference) for touch in touched)


def _put_in_words(
    datum: str,
    touched: Sequence[Touch],
    speech: Speech,
) -> str:
    """Where a part is put in, as the pasal form says it; empty where it is not."""
    telling = (touch for touch in touched if datum in touch.datum and _is_new(touch))
    touch = next(telling, None)
    if not touch:
        return ""
    labels = touch.labels
    if len(labels) == len(touch.datum):
        labels = (labels[touch.datum.index(datum)],)
    phrase = phrases([replace(touch, labels=labels)])[0].phrase
    return changes_told(InContainer(touch.wadah), [phrase], speech)


def _is_new(touch: Touch) -> bool:
    puts_in = touch.tindakan in ("sisip", "tambah")
    if isinstance(touch.phrase, HeadsPutIn):
        return True
    is_plain = not (touch.phrase or touch.tail or touch.told_elsewhere)
    return puts_in and is_plain and bool(touch.labels)


def _in_language(
    group: Sequence[Difference],
    speech: Speech,
) -> Sequence[Difference]:
    """What changes of a place in a language; where nothing does, what changes at all."""
    translated = speech != IN_INDONESIAN
    return [one for one in group if one.translated == translated] or group


def _place_words(
    group: Sequence[Difference],
    difference: Difference,
    names: _Names,
) -> str:
    """The place of a change, which says where it is one of a single language alone.

    Args:
        group: all that changes at that place.
        difference: the first of them that a language tells.
        names: how it calls the parts of a text.
    """
    speech = names.speech
    if speech == IN_INDONESIAN:
        key = difference.datum.removeprefix("para_pihak.")
        if key in names.sebutan:
            return f"keterangan mengenai {names.sebutan[key]}"
        return difference.letak
    letak = _name_of(difference, names) or difference.letak
    if difference.letak.startswith(TITLE):
        letak = speech.say("Judul {bagian}", bagian=letak)
    if all(one.translated for one in group):
        return speech.say("{letak} (naskah bahasa ini)", letak=letak)
    if difference.translated:
        return letak
    return speech.say("{letak} (naskah bahasa Indonesia)", letak=letak)


def _name_of(
    difference: Difference,
    names: _Names,
) -> str:
    """A place as a language calls it; a head without the word that it is one."""
    head = head_of_datum(difference.datum)
    if head and head in names.heads.above:
        return names.heads.named(head, names.speech)
    return paper_words(difference.datum, names.sebutan, names.speech)


class _Words(NamedTuple):
    """Words replaced, and the words for them."""

    tertulis: str
    menjadi: str


def _words_of(
    difference: Difference,
    touched: Sequence[Touch],
    replacements: Sequence[Replacement],
) -> _Words | None:
    """The replacement that tells a place; None where an operation tells all of it."""
    if any(touch.covers(difference) for touch in touched):
        return None
    telling = (one for one in replacements if one.covers(difference))
    first = next(telling, None)
    return _Words(first.tertulis, first.menjadi) if first else None


def _row_of_words(
    words: _Words, replacements: Sequence[Replacement], speech: Speech
) -> PerubahanRow:
    same = [one for one in replacements if (one.tertulis, one.menjadi) == words]
    letak = [one.said_in(speech) for one in same]
    old, new = words
    return PerubahanRow(
        capital(places_listed(letak, speech)),
        (quoted(old, speech),),
        (quoted(new, speech),) if new else (),
        words_sentence(old, new, letak, speech),
        speech=speech,
    )


_LINE = re.compile(r"(?P<owner>.+)\.baris\.\d+")
"""The path of a line "Bank : …" that stands below the words of a part."""


def _owner(difference: Difference) -> str:
    """The path of what changes; of a line that comes or goes that of the part it is of."""
    line = _LINE.fullmatch(difference.datum)
    stays = difference.semula and difference.menjadi
    return difference.datum if stays or not line else line["owner"]


def _told_as_one(
    differences: Sequence[Difference], touched: Sequence[Touch]
) -> list[Touch]:
    """What is put in, deleted, or built otherwise, so that no part has its old one."""
    result = list[Touch]()
    for touch in touched:
        own = [one for one in differences if touch.covers(one)]
        if touch.tindakan != "ubah" or _is_rebuilt(touch, own):
            result.append(touch)
    return result


def _is_rebuilt(
    touch: Touch,
    own: Sequence[Difference],
) -> bool:
    """Whether paragraphs went and others came; tables are told by their cells."""
    if touch.phrase or touch.alone:
        return False
    if any(" tabel" in one.letak for one in own):
        return False
    has_gone = any(not one.menjadi for one in own)
    has_come = any(not one.semula for one in own)
    return has_gone and has_come


def _part_of(
    difference: Difference,
    touched: Sequence[Touch],
) -> str:
    """The path of the part that one of these touches tells as a whole."""
    for touch in touched:
        if not touch.covers(difference):
            continue
        if isinstance(touch.phrase, HeadsPutIn):
            return touch.datum[0]
        inside = (
            path
            for path in touch.datum
            if f"{difference.datum}.".startswith(f"{path}.")
        )
        return next(inside, "")
    return ""


def _row(
    letak: str,
    group: Sequence[Difference],
) -> PerubahanRow:
    semula = tuple(line for each in group for line in _paragraphs(each, each.semula))
    menjadi = tuple(line for each in group for line in _paragraphs(each, each.menjadi))
    if menjadi and _is_deleted(menjadi[-1]):
        menjadi = ()
    moved = bool(menjadi) and menjadi[0].startswith(STAYS)
    kalimat = f"{semula[0]} {menjadi[0]}." if moved else ""
    return PerubahanRow(letak[0].upper() + letak[1:], semula, menjadi, kalimat)


def _paragraphs(
    difference: Difference,
    content: Sequence[Cut],
) -> list[str]:
    """The paragraphs of one side of a change; a line "Bank : …" is one."""
    lines = _lines(words_only(content))
    is_line = _LINE.fullmatch(difference.datum)
    return [" ".join(lines)] if is_line and lines else lines


def _lines(text: str) -> list[str]:
    """Paragraphs, without the comma that a name in the title ends with."""
    return [line.strip().rstrip(",") for line in text.split("\n") if line.strip()]


def _is_deleted(line: str) -> bool:
    """Whether a line says nothing but "Dihapus.", whatever its label."""
    words = line.lower().split(" ", 1)
    return line.lower() in _DELETED_ON_PAPER or words[-1] in _DELETED_ON_PAPER
