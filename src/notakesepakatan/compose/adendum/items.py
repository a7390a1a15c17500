"""The operations of an adendum as the numbered items of its Pasal I, in order of the
text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from notakesepakatan.compose.adendum.difference import Difference
from notakesepakatan.compose.adendum.front import (
    closing_items,
    front_items,
    other_items,
    tanda_tangan_items,
)
from notakesepakatan.compose.adendum.heads import Heads
from notakesepakatan.compose.adendum.item import PerubahanItem, changed
from notakesepakatan.compose.adendum.pasal import pasal_items
from notakesepakatan.compose.adendum.phrases import TouchedPhrase, phrases
from notakesepakatan.compose.adendum.sentences import (
    Container,
    Deleted,
    changes_told,
    deleted,
)
from notakesepakatan.compose.adendum.speech import Speech, capital
from notakesepakatan.compose.adendum.tanda_tangan import TandaTanganChange
from notakesepakatan.compose.adendum.touched import Replacement, Touch
from notakesepakatan.model.susunan import Susunan
from notakesepakatan.place import (
    Address,
    address_of_id,
    address_words,
)
from notakesepakatan.words.numbers import roman


def items(
    touched: Sequence[Touch],
    replacements: Sequence[Replacement],
    effects: Sequence[Difference],
    order: Mapping[Address, int],
    jenis: str,
    kunci_pihak: Sequence[str],
    sebutan: Mapping[str, str],
    tanda_tangan: Sequence[TandaTanganChange],
    name: str,
    susunan: Susunan,
    heads: Heads,
    speech: Speech,
) -> list[PerubahanItem]:
    """Items in order of the text.

    Args:
        touched: touched by address.
        replacements: words replaced.
        effects: places on paper that change with data.
        order: position of every address in the new text.
        jenis: the instrument's name.
        kunci_pihak: keys of the parties of the new text.
        sebutan: how each party of the old text or the new is called, by its key.
        tanda_tangan: what becomes of the block of signatures, if it changes.
        name: what the paper is called: "Adendum Kesatu".
        susunan: what of the text bears numbers on paper.
        heads: those above the pasal of both texts.
        speech: the language of the sentences.
    """
    attached = _Attached(name, jenis, speech)
    return [
        *front_items(effects, jenis, kunci_pihak, sebutan, speech),
        *_list_items("dasar hukum", "angka", susunan, touched, effects, speech),
        *_list_items("pertimbangan", "huruf", susunan, touched, effects, speech),
        *pasal_items(touched, replacements, effects, order, heads, speech),
        *closing_items(effects, speech),
        *tanda_tangan_items(effects, tanda_tangan, sebutan, speech),
        *_lampiran_items(touched, effects, order, attached),
        *other_items(effects, speech),
    ]


@dataclass(frozen=True)
class _Attached:
    """That an annex follows the paper.

    Attributes:
        nama: what the paper is called: "Adendum Kesatu", "Amandemen I".
        jenis: the instrument's name.
        speech: the language.
        numbers: of several that follow the number of each, by its label in the text.
    """

    nama: str
    jenis: str
    speech: Speech
    numbers: Mapping[str, str] = field(default_factory=dict)

    def numbering(self, labels: Iterable[str]) -> "_Attached":
        """The same where these annexes follow, numbered in their order; one bears no number."""
        every = list(dict.fromkeys(labels))
        several = enumerate(every, 1) if len(every) > 1 else ()
        return replace(self, numbers={label: roman(n) for n, label in several})

    def item(
        self, change: str, labels: Sequence[str] = (), *, is_new: bool = False
    ) -> PerubahanItem:
        """A change of annexes, which follow.

        Args:
            change: what begins its sentence.
            labels: their labels in the text; none of the only one.
            is_new: whether the text had none.
        """
        say, listed = self.speech.say, self.speech.words.listed
        numbers = [self.numbers.get(label, "") for label in labels] or [""]
        now = listed(self.speech.units("lampiran", numbers))
        menjadi = say(
            "Sebagaimana tercantum dalam {lampiran} {adendum} ini",
            lampiran=now,
            adendum=self.nama,
        )
        return PerubahanItem(
            self._told(change, labels),
            "Lampiran",
            tuple(labels),
            semula="" if is_new else self._where_it_stood(labels),
            menjadi=menjadi,
        )

    def deleted(self, sentence: str, labels: Sequence[str]) -> PerubahanItem:
        """Annexes that are deleted, of which nothing follows."""
        semula = self._where_it_stood(labels)
        return PerubahanItem(sentence, label=tuple(labels), semula=semula)

    def _where_it_stood(self, labels: Sequence[str]) -> str:
        own = self.speech.units("lampiran", labels or ("",))
        return self.speech.say(
            "Sebagaimana tercantum dalam {lampiran} {naskah}",
            lampiran=self.speech.words.listed(own),
            naskah=self.jenis,
        )

    def _told(
        self,
        change: str,
        labels: Sequence[str],
    ) -> str:
        """A change, and where what it gives is found."""
        numbers = [self.numbers[label] for label in labels if label in self.numbers]
        if numbers:
            names = self.speech.units("lampiran", numbers)
            return self.speech.say(
                "{perubahan} sebagaimana tercantum dalam {lampiran} {adendum} ini, yang"
                " merupakan bagian tidak terpisahkan dari {adendum} ini.",
                perubahan=change,
                lampiran=self.speech.words.listed(names),
                adendum=self.nama,
            )
        return self.speech.say(
            "{perubahan} sebagaimana tercantum dalam Lampiran yang merupakan"
            " bagian tidak terpisahkan dari {adendum} ini.",
            perubahan=change,
            adendum=self.nama,
        )


def _list_items(
    name: Literal["dasar hukum", "pertimbangan"],
    unit: str,
    susunan: Susunan,
    touched: Sequence[Touch],
    effects: Sequence[Difference],
    speech: Speech,
) -> Iterator[PerubahanItem]:
    """Legal bases or recitals: the items that change, not the whole list again.

    Without numbers on paper there is nothing to call an item by: the list is told anew.
    """
    own = [touch for touch in touched if touch.wadah == name]
    whole = {touch.tindakan for touch in own if not touch.jenis}
    if "hapus" in whole:
        yield _deleted_whole(name, speech)
        return
    told = {label for touch in own for label in touch.labels}
    on_paper = _labels_on_paper(name, effects)
    others = [label for label in on_paper if label not in told]
    every = [*own, *(Touch("ubah", name, (), unit, (label,)) for label in others)]
    key: Literal["dasar_hukum", "pertimbangan"] = (
        "pertimbangan" if name == "pertimbangan" else "dasar_hukum"
    )
    if whole or (every and not susunan.numbers_as_usual(key)):
        yield changed(capital(speech.say(name)), name, speech)
        return
    for phrase in phrases(every):
        yield _list_item(name, phrase, speech)


def _labels_on_paper(
    name: str,
    effects: Sequence[Difference],
) -> list[str]:
    """The items of a list that read otherwise."""
    start = name.replace(" ", "_") + "."
    paths = [difference.datum for difference in effects]
    labels = [path.split(".")[1] for path in paths if path.startswith(start)]
    return list(dict.fromkeys(labels))


def _deleted_whole(
    name: str,
    speech: Speech,
) -> PerubahanItem:
    named = capital(speech.container(name))
    return PerubahanItem(f"{speech.say('{bagian} dihapus', bagian=named)}.")


def _list_item(
    name: str,
    touched: TouchedPhrase,
    speech: Speech,
) -> PerubahanItem:
    """What stands below is only what changed: a deeper part is shown with the item it
    belongs to.
    """
    phrase, labels = touched
    if isinstance(phrase, Deleted) and not phrase.above:
        return PerubahanItem(deleted(Container(name), phrase, speech))
    kalimat = changes_told(Container(name), [phrase], speech)
    return PerubahanItem(speech.reads_anew(kalimat), name, labels)


def _lampiran_items(
    touched: Sequence[Touch],
    effects: Sequence[Difference],
    order: Mapping[Address, int],
    attached: _Attached,
) -> list[PerubahanItem]:
    """The annexes, each then attached as a whole; words replaced in it are told apart."""
    told = list(_told_lampiran(touched, effects, order, attached))
    labels = [label for item in told if item.menjadi for label in item.label]
    in_order = sorted(labels, key=lambda label: _position(label, order))
    numbered = attached.numbering(in_order)
    if not numbered.numbers:
        return told
    return list(_told_lampiran(touched, effects, order, numbered))


def _told_lampiran(
    touched: Sequence[Touch],
    effects: Sequence[Difference],
    order: Mapping[Address, int],
    attached: _Attached,
) -> Iterator[PerubahanItem]:
    own = [touch for touch in touched if touch.wadah.startswith("Lampiran")]
    if any(map(_adds_the_only_lampiran, own)):
        yield _added_item(order, attached)
        return
    of_list = [touch for touch in own if touch.jenis == "lampiran"]
    anew = [touch for touch in of_list if touch.tindakan == "ubah"]
    put_in_or_deleted = [touch for touch in of_list if touch.tindakan != "ubah"]
    rewritten = _labels_of(anew)
    items = list[tuple[int, PerubahanItem]]()  # with where its annex stands
    for lampiran in _changed_inside(own, effects):
        by_rows = _told_by_rows(lampiran, attached)
        if by_rows:
            items.append((_position(lampiran.label, order), by_rows))
        else:
            rewritten.append(lampiran.label)
    if rewritten:
        places = {label: _position(label, order) for label in rewritten}
        in_order = sorted(places, key=lambda label: places[label])
        first = places[in_order[0]]
        items.insert(0, (first, _rewritten_item(in_order, attached)))
    yield from (item for _, item in sorted(items, key=lambda placed: placed[0]))
    yield from _listed_items(put_in_or_deleted, attached)


def _adds_the_only_lampiran(touch: Touch) -> bool:
    """Whether a text that had no annex gets one."""
    return touch.tindakan == "tambah" and not touch.jenis


def _added_item(
    order: Mapping[Address, int],
    attached: _Attached,
) -> PerubahanItem:
    """The only annex, which comes behind the last pasal."""
    last = [address for address in order if _is_pasal(address)][-1]
    speech = attached.speech
    kalimat = speech.say(
        "Setelah {bagian} ditambahkan 1 (satu) Lampiran",
        bagian=speech.words.address(last),
    )
    return attached.item(kalimat, is_new=True)


def _labels_of(touched: Sequence[Touch]) -> list[str]:
    return [label for touch in touched for label in touch.labels]


class _ChangedLampiran(NamedTuple):
    """One annex of which something changes.

    Attributes:
        name: "Lampiran", of several "Lampiran II".
        label: "", of several "II".
        touched: what is touched in it.
        beyond_rows: whether something changes that no row tells, as its columns do.
    """

    name: str
    label: str
    touched: tuple[Touch, ...]
    beyond_rows: bool


def _changed_inside(
    touched: Sequence[Touch], effects: Sequence[Difference]
) -> Iterator[_ChangedLampiran]:
    """Each annex that changes, but for those that the list of annexes tells."""
    of_list = [touch for touch in touched if touch.jenis == "lampiran"]
    inside = [touch for touch in touched if touch.jenis != "lampiran"]
    told = _labels_of(of_list)
    touched_names = [touch.wadah for touch in inside]
    names_on_paper = [_name_of(each) for each in effects if _is_of_lampiran(each)]
    for name in dict.fromkeys([*touched_names, *names_on_paper]):
        label = name.removeprefix("Lampiran").strip()
        of_this = tuple(touch for touch in inside if touch.wadah == name)
        if label not in told:
            yield _ChangedLampiran(name, label, of_this, name in names_on_paper)


def _is_pasal(address: Address) -> bool:
    return len(address) == 1 and address[0][0] == "pasal"


def _position(
    label: str,
    order: Mapping[Address, int],
) -> int:
    """Where the annex of this number stands in the text."""
    return order.get((("lampiran", label),), 0)


def _rewritten_item(
    labels: Sequence[str],
    attached: _Attached,
) -> PerubahanItem:
    """The annexes that stand anew as a whole, in their order."""
    speech = attached.speech
    names = speech.words.listed(speech.units("lampiran", labels))
    change = speech.say("{lampiran} diubah sehingga menjadi", lampiran=names)
    told = tuple(label for label in labels if label)
    return attached.item(change, told)


def _listed_items(
    touched: Sequence[Touch], attached: _Attached
) -> Iterator[PerubahanItem]:
    """Annexes put in or deleted among several."""
    for phrase, labels in phrases(touched):
        if isinstance(phrase, Deleted):
            sentence = deleted(Container(""), phrase, attached.speech)
            yield attached.deleted(sentence, labels)
        else:
            kalimat = changes_told(Container(""), [phrase], attached.speech)
            yield attached.item(kalimat, labels, is_new=True)


def _told_by_rows(
    lampiran: _ChangedLampiran, attached: _Attached
) -> PerubahanItem | None:
    """One annex told by its rows, or as deleted; None where it is written anew."""
    name, label, touched, beyond_rows = lampiran
    whole = {touch.tindakan for touch in touched if not touch.jenis}
    if "hapus" in whole:
        sentence = _deleted_whole(name, attached.speech).kalimat
        return attached.deleted(sentence, (label,) if label else ())
    if whole or beyond_rows or not touched:
        return None
    told = [one.phrase for one in phrases(sorted(touched, key=_row_of_tabel))]
    speech = attached.speech
    change = speech.say(
        "{perubahan} sehingga {lampiran} menjadi",
        perubahan=changes_told(Container(name), told, speech),
        lampiran=speech.container(name),
    )
    labels = (label,) if label else ()
    return attached.item(change, labels)


def _row_of_tabel(touch: Touch) -> int:
    """Rows of a table in their order, though the last is changed first."""
    first = touch.labels[0] if touch.jenis == "tabel" and touch.labels else "0"
    return int(first) if first.isdigit() else _BEHIND_ALL_ROWS


_BEHIND_ALL_ROWS = 100_000
"""Where the sums of a table stand among its rows."""


def _is_of_lampiran(difference: Difference) -> bool:
    """Whether something of an annex changes that no row tells, as its columns do.

    What stands above its title only names the agreement, and changes with that.
    """
    if difference.datum.endswith(".kepala"):
        return False
    in_head = difference.letak.startswith("kepala tabel Lampiran")
    return difference.datum.startswith("lampiran") or in_head


def _name_of(difference: Difference) -> str:
    """The annex that a place on paper is in: "Lampiran", of several "Lampiran II"."""
    address = address_of_id(difference.datum)
    return address_words(address[:1]) if address else "Lampiran"
