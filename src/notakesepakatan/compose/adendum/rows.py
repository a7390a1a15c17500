"""What changed on paper in, the rows of the contract form out: place, semula, menjadi.

Only the changed part is told, in the words that stood there and that stand there now.
"""

import re
from collections.abc import Callable, Container, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from notakesepakatan.compose.adendum.difference import Difference, words_only
from notakesepakatan.compose.adendum.differences import STAYS, TITLE
from notakesepakatan.compose.adendum.item import PerubahanItem, small_inside
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
            return say("{perubahan} yang berbunyi:", perubahan=self.put_in)
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
        speech: the language.
        addresses: the parts of a pasal below which a party's address stands.
        with_cells: whether the cells of annexes that change in few places are rows too.
    """
    cells = _few_cells(differences, attached) if with_cells else []
    shown = [each for each in differences if not _elsewhere(each)]
    signed = any(each.datum.startswith("para_pihak.") for each in shown)
    shown = [each for each in shown if not (signed and _is_of_tanda_tangan(each))]
    return [
        *_rows_of_places(shown, touched, replacements, sebutan, speech, addresses),
        *_rows_of_places(cells, (), replacements, sebutan, speech, addresses),
        *(_row_of_lampiran(item, speech) for item in attached),
    ]


_FEW = 12
"""Changed places up to which the cells of an annex are told one by one."""


def _few_cells(
    differences: Sequence[Difference], attached: Sequence[PerubahanItem]
) -> list[Difference]:
    """The places in the rows of annexes that were there before; none where they are many."""
    had = [label for item in attached if item.semula for label in item.label or ("",)]
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


def _row_of_lampiran(item: PerubahanItem, speech: Speech) -> PerubahanRow:
    """An annex, by where it stood and where it stands now."""
    labels = item.label if item.menjadi else ()
    names = speech.units("lampiran", labels or ("",))
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
    sebutan: Mapping[str, str],
    speech: Speech,
    addresses: Container[str],
) -> Iterator[PerubahanRow]:
    """One row a place; all that belongs to a part put in or deleted is one.

    So is what the same words replaced everywhere, where the first of them stood.
    """
    groups = dict[Hashable, list[Difference]]()
    for each in differences:
        part = _part_of(each, touched)
        # The cells of a row are places of one datum, each under its column.
        own = each.datum, each.letak.partition(COLUMN)[2]
        key: Hashable = part or _words_of(each, touched, replacements) or own
        groups.setdefault(key, []).append(each)
    for key, group in groups.items():
        if isinstance(key, _Words):
            yield _row_of_words(key, replacements, speech)
            continue
        told = _in_language(group, speech)
        datum = _part_of(group[0], touched)
        letak = paper_words(datum, sebutan, speech) if datum else ""
        letak = letak or _place_words(group, told[0], sebutan, speech)
        row = _row(letak or speech.say("naskah"), told)
        first = group[0]
        of_pasal = first.datum.startswith("pasal.")
        of_pasal = of_pasal and not first.letak.startswith(TITLE)
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


def _is_touched(difference: Difference, touched: Sequence[Touch]) -> bool:
    return any(touch.covers(difference) for touch in touched)


def _put_in_words(datum: str, touched: Sequence[Touch], speech: Speech) -> str:
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
    is_plain = not (touch.phrase or touch.tail or touch.told_elsewhere)
    return puts_in and is_plain and bool(touch.labels)


def _in_language(group: Sequence[Difference], speech: Speech) -> Sequence[Difference]:
    """What changes of a place in a language; where nothing does, what changes at all."""
    translated = speech != IN_INDONESIAN
    return [one for one in group if one.translated == translated] or group


def _place_words(
    group: Sequence[Difference],
    difference: Difference,
    sebutan: Mapping[str, str],
    speech: Speech,
) -> str:
    """The place of a change, which says where it is one of a single language alone.

    Args:
        group: all that changes at that place.
        difference: the first of them that a language tells.
        sebutan: how each party is called, by its key.
        speech: the language.
    """
    if speech == IN_INDONESIAN:
        return difference.letak
    letak = paper_words(difference.datum, sebutan, speech) or difference.letak
    if difference.letak.startswith(TITLE):
        letak = speech.say("Judul {bagian}", bagian=letak)
    if all(one.translated for one in group):
        return speech.say("{letak} (naskah bahasa ini)", letak=letak)
    if difference.translated:
        return letak
    return speech.say("{letak} (naskah bahasa Indonesia)", letak=letak)


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


def _part_of(difference: Difference, touched: Sequence[Touch]) -> str:
    """The path of the part that an operation puts in or deletes as a whole."""
    for touch in touched:
        if touch.tindakan == "ubah" or not touch.covers(difference):
            continue
        inside = (
            path
            for path in touch.datum
            if f"{difference.datum}.".startswith(f"{path}.")
        )
        return next(inside, "")
    return ""


def _row(letak: str, group: Sequence[Difference]) -> PerubahanRow:
    semula = tuple(line for each in group for line in _lines(words_only(each.semula)))
    menjadi = tuple(line for each in group for line in _lines(words_only(each.menjadi)))
    if menjadi and _is_deleted(menjadi[-1]):
        menjadi = ()
    moved = bool(menjadi) and menjadi[0].startswith(STAYS)
    kalimat = f"{semula[0]} {menjadi[0]}." if moved else ""
    return PerubahanRow(letak[0].upper() + letak[1:], semula, menjadi, kalimat)


def _lines(text: str) -> list[str]:
    """Paragraphs, without the comma that a name in the title ends with."""
    return [line.strip().rstrip(",") for line in text.split("\n") if line.strip()]


def _is_deleted(line: str) -> bool:
    """Whether a line says nothing but "Dihapus.", whatever its label."""
    words = line.lower().split(" ", 1)
    return line.lower() in _DELETED_ON_PAPER or words[-1] in _DELETED_ON_PAPER
