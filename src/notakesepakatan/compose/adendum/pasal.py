"""What is touched of the pasal in, the items of an adendum that tell it out: one a
pasal, one for each run of new or deleted ones, one for words replaced.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from notakesepakatan.compose.adendum.difference import Difference
from notakesepakatan.compose.adendum.heads import Head, Heads
from notakesepakatan.compose.adendum.item import PerubahanItem, changed
from notakesepakatan.compose.adendum.new_heads import HeadsPutIn
from notakesepakatan.compose.adendum.phrases import phrases
from notakesepakatan.compose.adendum.sentences import (
    Container,
    Deleted,
    TitleChanged,
    changes_told,
    deleted,
    reads,
    words_sentence,
)
from notakesepakatan.compose.adendum.speech import Speech
from notakesepakatan.compose.adendum.touched import TITLE, Replacement, Touch
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.place import Address, address_of_id, unit_words

_LIST_OF_PASAL = Container("")


class _Placed(NamedTuple):
    """An item, and the position of the pasal that it stands with."""

    position: int
    item: PerubahanItem


def pasal_items(
    touched: Sequence[Touch],
    replacements: Sequence[Replacement],
    effects: Sequence[Difference],
    order: Mapping[Address, int],
    heads: Heads,
    speech: Speech,
) -> list[PerubahanItem]:
    """Items in order of the text.

    Args:
        touched: touched by address.
        replacements: words replaced.
        effects: places on paper that change with data.
        order: position of every address in the new text.
        heads: those above the pasal of both texts.
        speech: the language.
    """
    numbers = [_pasal_number(address) for address in order if _is_pasal(address)]
    every_touch = [*touched, *_touched_by_effects(effects)]
    anew = _restated(every_touch)
    with_others = [one for one in replacements if _is_told_with(one, anew)]
    every_touch += [_as_touch(one) for one in with_others]
    words = [one for one in replacements if one not in with_others]
    placed = [
        *_head_items(every_touch, effects, heads, numbers, speech),
        *_word_items(words, numbers, speech),
        *_new_items(every_touch, numbers, speech),
        *_deleted_items(every_touch, numbers, speech),
        *_changed_items(every_touch, numbers, order, speech),
    ]
    placed.sort(key=lambda one: one.position)
    return [one.item for one in placed]


def _restated(touched: Sequence[Touch]) -> set[str]:
    """The pasal that stand anew as a whole, for what is touched in them."""
    every = {touch.wadah for touch in touched if touch.wadah.startswith("Pasal ")}
    gone = {f"Pasal {label}" for label in _deleted(touched)}
    only_title = {"", TITLE}
    inside = {touch.wadah for touch in touched if touch.jenis not in only_title}
    return (every & inside) - gone


def _is_told_with(replacement: Replacement, anew: set[str]) -> bool:
    """Whether words are replaced in an ayat or item of a pasal that stands anew."""
    is_inside = bool(replacement.address) and not replacement.translated
    is_title = replacement.letak.startswith("judul ")
    return replacement.wadah in anew and is_inside and not is_title


def _as_touch(replacement: Replacement) -> Touch:
    *above, (jenis, label) = replacement.address
    return Touch("ubah", replacement.wadah, tuple(above), jenis, (label,))


def _is_pasal(address: Address) -> bool:
    return len(address) == 1 and address[0][0] == "pasal"


def _pasal_number(address: Address) -> str:
    return address[0][1]


def _touched_by_effects(effects: Sequence[Difference]) -> Iterator[Touch]:
    """Parts of pasal that read otherwise since data changed, counted as changed."""
    paths = dict.fromkeys(difference.datum for difference in effects)
    for path in paths:
        if not path.startswith("pasal."):
            continue
        pasal, *inside = address_of_id(path)
        wadah = unit_words(*pasal)
        if not inside:
            yield Touch("ubah", wadah)
            continue
        jenis, label = inside[-1]
        yield Touch("ubah", wadah, tuple(inside[:-1]), jenis, (label,), (label,))


def _head_items(
    touched: Sequence[Touch],
    effects: Sequence[Difference],
    heads: Heads,
    numbers: Sequence[str],
    speech: Speech,
) -> Iterator[_Placed]:
    """The heads that came, went or read otherwise, each before its pasal, BAB first."""
    new = {
        label for touch in touched if touch.jenis == "pasal" for label in touch.labels
    }
    for kind in HEADS:
        for difference in effects:
            if difference.datum.startswith(f"{kind}."):
                head = Head(*difference.datum.split("."))
                is_new_pasal = head.pasal in new
                item = _head_item(head, heads, difference, is_new_pasal, speech)
                yield _Placed(numbers.index(head.pasal), item)


def _head_item(
    head: Head,
    heads: Heads,
    difference: Difference,
    is_new_pasal: bool,
    speech: Speech,
) -> PerubahanItem:
    name = speech.say("Judul {bagian}", bagian=heads.named(head, speech))
    if not difference.menjadi:
        return PerubahanItem(f"{speech.say('{bagian} dihapus', bagian=name)}.")
    wadah, label = head.kind, (head.pasal,)
    if difference.new:
        put_in = heads.put_in(head, with_pasal=is_new_pasal, speech=speech)
        return PerubahanItem(speech.reads_anew(put_in), wadah, label)
    return changed(name, wadah, speech, label)


def _word_items(
    replacements: Sequence[Replacement],
    numbers: Sequence[str],
    speech: Speech,
) -> Iterator[_Placed]:
    """The same words for the same, wherever they stand, as one item, at the first pasal
    that has them.
    """
    groups = dict[tuple[str, str], list[Replacement]]()
    for replacement in replacements:
        key = (replacement.tertulis, replacement.menjadi)
        groups.setdefault(key, []).append(replacement)
    for (tertulis, menjadi), group in groups.items():
        positions = [
            numbers.index(replacement.wadah.removeprefix("Pasal "))
            for replacement in group
            if replacement.wadah.startswith("Pasal ")
        ]
        letak = [one.said_in(speech) for one in group]
        item = PerubahanItem(words_sentence(tertulis, menjadi, letak, speech))
        yield _Placed(min(positions, default=len(numbers)), item)


def _new_items(
    touched: Sequence[Touch],
    numbers: Sequence[str],
    speech: Speech,
) -> Iterator[_Placed]:
    for touch in touched:
        if touch.jenis != "pasal":
            continue
        ((phrase, labels),) = phrases([touch])
        kalimat = changes_told(_LIST_OF_PASAL, [phrase], speech)
        with_heads = isinstance(phrase, HeadsPutIn)
        item = PerubahanItem(
            speech.reads_anew(kalimat), "Pasal", labels, with_heads=with_heads
        )
        yield _Placed(numbers.index(labels[0]), item)


def _deleted_items(
    touched: Sequence[Touch],
    numbers: Sequence[str],
    speech: Speech,
) -> Iterator[_Placed]:
    for run in _runs(_deleted(touched), numbers):
        phrase = Deleted("pasal", tuple(run), tuple(numbers))
        item = PerubahanItem(deleted(_LIST_OF_PASAL, phrase, speech))
        yield _Placed(numbers.index(run[0]), item)


def _deleted(touched: Sequence[Touch]) -> set[str]:
    """Numbers of the pasal deleted as a whole."""
    return {
        touch.wadah.removeprefix("Pasal ")
        for touch in touched
        if touch.tindakan == "hapus"
        and not touch.jenis
        and touch.wadah.startswith("Pasal ")
    }


def _runs(
    labels: set[str],
    numbers: Sequence[str],
) -> list[list[str]]:
    """Neighbours together."""
    result = list[list[str]]()
    last = -2
    for position in sorted(numbers.index(label) for label in labels):
        if position == last + 1:
            result[-1].append(numbers[position])
        else:
            result.append([numbers[position]])
        last = position
    return result


def _changed_items(
    touched: Sequence[Touch],
    numbers: Sequence[str],
    order: Mapping[Address, int],
    speech: Speech,
) -> Iterator[_Placed]:
    """One item for each pasal that stays and is touched."""
    new = {
        label for touch in touched if touch.jenis == "pasal" for label in touch.labels
    }
    told = new | _deleted(touched)
    for position, number in enumerate(numbers):
        wadah = f"Pasal {number}"
        own = [touch for touch in touched if touch.wadah == wadah]
        if own and number not in told:
            yield _Placed(position, _changed_item(wadah, number, own, order, speech))


def _changed_item(
    wadah: str,
    number: str,
    touched: list[Touch],
    order: Mapping[Address, int],
    speech: Speech,
) -> PerubahanItem:
    def position(touch: Touch) -> int:
        inside = (*touch.above, (touch.jenis, touch.labels[0]))
        return order.get((("pasal", number), *inside), 0)

    if any(not touch.jenis for touch in touched):
        return _changed_whole(number, speech)
    inner = [touch for touch in touched if touch.jenis != TITLE]
    with_title = len(inner) < len(touched)
    if not inner:
        named = speech.words.unit("pasal", number)
        title = speech.say("Judul {bagian}", bagian=named)
        return changed(title, TITLE, speech, (number,))
    container = Container(wadah)
    inner = _without_moved_marks(inner)
    told = [one.phrase for one in phrases(sorted(inner, key=position))]
    told = [TitleChanged(), *told] if with_title else told
    return PerubahanItem(reads(container, told, speech), "Pasal", (number,))


def _without_moved_marks(touched: Sequence[Touch]) -> list[Touch]:
    """What a sentence tells of the parts of a pasal, which then stands as a whole.

    Where items come or go, that another of their list now ends with "; dan" follows from
    it, and is no change of what that one provides.
    """
    lists_with_others = {
        (touch.above, touch.jenis) for touch in touched if touch.tindakan != "ubah"
    }
    return [
        touch
        for touch in touched
        if not touch.only_mark or (touch.above, touch.jenis) not in lists_with_others
    ]


def _changed_whole(
    number: str,
    speech: Speech,
) -> PerubahanItem:
    """`Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:`."""
    named = speech.words.unit("pasal", number)
    change = speech.say("Ketentuan {bagian} diubah", bagian=named)
    return PerubahanItem(speech.reads_anew(change), "Pasal", (number,))
