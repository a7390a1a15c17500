"""The operations of an adendum as the numbered items of its Pasal I, in order of the
text.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from notakesepakatan.compose.adendum.difference import Difference
from notakesepakatan.compose.adendum.front import (
    closing_items,
    front_items,
    other_items,
    tanda_tangan_items,
)
from notakesepakatan.compose.adendum.item import READS_ANEW, PerubahanItem, changed
from notakesepakatan.compose.adendum.pasal import pasal_items
from notakesepakatan.compose.adendum.phrases import TouchedPhrase, phrases
from notakesepakatan.compose.adendum.sentences import (
    Container,
    Deleted,
    sentence,
)
from notakesepakatan.compose.adendum.touched import Replacement, Touch
from notakesepakatan.place import (
    Address,
    address_of_id,
    address_words,
)
from notakesepakatan.words.lists import merge


def _attached(nama: str) -> str:
    """That an annex follows the paper, which is called so: "Adendum", "Amandemen"."""
    return (
        " sebagaimana tercantum dalam Lampiran yang merupakan"
        f" bagian tidak terpisahkan dari {nama} ini."
    )


def items(
    touched: Sequence[Touch],
    replacements: Sequence[Replacement],
    effects: Sequence[Difference],
    order: Mapping[Address, int],
    jenis: str,
    kunci_pihak: Sequence[str],
    sebutan: Mapping[str, str],
    nama: str,
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
        nama: what the paper is called: "Adendum".
    """
    return [
        *front_items(effects, jenis, kunci_pihak, sebutan),
        *_list_items("dasar hukum", "angka", touched, effects),
        *_list_items("pertimbangan", "huruf", touched, effects),
        *pasal_items(touched, replacements, effects, order),
        *closing_items(effects),
        *tanda_tangan_items(effects),
        *_lampiran_items(touched, effects, order, _attached(nama)),
        *other_items(effects),
    ]


def _list_items(
    name: str, unit: str, touched: Sequence[Touch], effects: Sequence[Difference]
) -> Iterator[PerubahanItem]:
    """Legal bases or recitals: the items that change, not the whole list again."""
    own = [touch for touch in touched if touch.wadah == name]
    whole = {touch.tindakan for touch in own if not touch.jenis}
    if "hapus" in whole:
        yield PerubahanItem(f"{name.capitalize()} dihapus.")
        return
    if whole:
        yield changed(name.capitalize(), name)
        return
    told = {label for touch in own for label in touch.labels}
    for label in _labels_on_paper(name, effects):
        if label not in told:
            own.append(Touch("ubah", name, (), unit, (label,)))
    for phrase in phrases(own):
        yield _list_item(name, phrase)


def _labels_on_paper(name: str, effects: Sequence[Difference]) -> list[str]:
    """The items of a list that read otherwise."""
    start = name.replace(" ", "_") + "."
    paths = [difference.datum for difference in effects]
    labels = [path.split(".")[1] for path in paths if path.startswith(start)]
    return list(dict.fromkeys(labels))


def _list_item(name: str, touched: TouchedPhrase) -> PerubahanItem:
    """What stands below is only what changed: a deeper part is shown with the item it
    belongs to.
    """
    phrase, labels = touched
    if isinstance(phrase, Deleted) and not phrase.above:
        return PerubahanItem(sentence(Container(name), [phrase], "."))
    kalimat = sentence(Container(name), [phrase], READS_ANEW)
    return PerubahanItem(kalimat, name, labels)


def _lampiran_items(
    touched: Sequence[Touch],
    effects: Sequence[Difference],
    order: Mapping[Address, int],
    attached: str,
) -> Iterator[PerubahanItem]:
    """The annexes, each then attached as a whole; words replaced in it are told apart."""
    own = [touch for touch in touched if touch.wadah.startswith("Lampiran")]
    if any(map(_adds_the_only_lampiran, own)):
        yield _added_item(order, attached)
        return
    of_list = [touch for touch in own if touch.jenis == "lampiran"]
    anew = [touch for touch in of_list if touch.tindakan == "ubah"]
    put_in_or_deleted = [touch for touch in of_list if touch.tindakan != "ubah"]
    rewritten = _labels_of(anew)
    of_rows = list[PerubahanItem]()
    for lampiran in _changed_inside(own, effects):
        by_rows = _told_by_rows(lampiran, attached)
        if by_rows:
            of_rows.append(by_rows)
        else:
            rewritten.append(lampiran.label)
    if rewritten:
        in_order = sorted(set(rewritten), key=lambda label: _position(label, order))
        yield _rewritten_item(in_order, attached)
    yield from of_rows
    yield from _listed_items(put_in_or_deleted, attached)


def _adds_the_only_lampiran(touch: Touch) -> bool:
    """Whether a text that had no annex gets one."""
    return touch.tindakan == "tambah" and not touch.jenis


def _added_item(order: Mapping[Address, int], attached: str) -> PerubahanItem:
    """The only annex, which comes behind the last pasal."""
    last = [address for address in order if _is_pasal(address)][-1]
    kalimat = f"Setelah {address_words(last)} ditambahkan 1 (satu) Lampiran{attached}"
    return PerubahanItem(kalimat, "Lampiran")


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


def _position(label: str, order: Mapping[Address, int]) -> int:
    """Where the annex of this number stands in the text."""
    return order.get((("lampiran", label),), 0)


def _rewritten_item(labels: Sequence[str], attached: str) -> PerubahanItem:
    """The annexes that stand anew as a whole, in their order."""
    names = merge([f"Lampiran {label}".strip() for label in labels])
    again = names if len(labels) == 1 else ""
    becomes = f"sehingga {again} menjadi".replace("  ", " ")
    told = tuple(label for label in labels if label)
    return PerubahanItem(f"{names} diubah {becomes}{attached}", "Lampiran", told)


def _listed_items(touched: Sequence[Touch], attached: str) -> Iterator[PerubahanItem]:
    """Annexes put in or deleted among several."""
    for phrase, labels in phrases(touched):
        if isinstance(phrase, Deleted):
            yield PerubahanItem(sentence(Container(""), [phrase], "."))
        else:
            kalimat = sentence(Container(""), [phrase], attached)
            yield PerubahanItem(kalimat, "Lampiran", labels)


def _told_by_rows(lampiran: _ChangedLampiran, attached: str) -> PerubahanItem | None:
    """One annex told by its rows, or as deleted; None where it is written anew."""
    name, label, touched, beyond_rows = lampiran
    whole = {touch.tindakan for touch in touched if not touch.jenis}
    if "hapus" in whole:
        return PerubahanItem(f"{name} dihapus.")
    if whole or beyond_rows or not touched:
        return None
    told = [one.phrase for one in phrases(touched)]
    kalimat = sentence(Container(name), told, f" sehingga {name} menjadi{attached}")
    return PerubahanItem(kalimat, "Lampiran", (label,) if label else ())


def _is_of_lampiran(difference: Difference) -> bool:
    """Whether something of an annex changes that no row tells, as its columns do."""
    in_head = difference.letak.startswith("kepala tabel Lampiran")
    return difference.datum.startswith("lampiran") or in_head


def _name_of(difference: Difference) -> str:
    """The annex that a place on paper is in: "Lampiran", of several "Lampiran II"."""
    address = address_of_id(difference.datum)
    return address_words(address[:1]) if address else "Lampiran"
