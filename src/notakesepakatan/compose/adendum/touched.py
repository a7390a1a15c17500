"""What the operations of an adendum touch, by address: the bridge from data to the
sentences on paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from notakesepakatan.compose.adendum.difference import Difference, words_only
from notakesepakatan.compose.adendum.sentences import (
    JoinedUp,
    MovedAway,
    Phrase,
    Renumbered,
    SplitUp,
    Tail,
)
from notakesepakatan.compose.adendum.speech import IN_INDONESIAN, Speech
from notakesepakatan.compute.change.apply import (
    WHOLE,
    apply_one,
    simple_move,
    simple_operations,
)
from notakesepakatan.compute.change.halves import without_mark
from notakesepakatan.compute.change.wording import texts
from notakesepakatan.compute.text.letak import find
from notakesepakatan.compute.text.tabel import row_names
from notakesepakatan.compute.text.tree import Tree, get_at, labels, place_at
from notakesepakatan.model.adendum import (
    Append,
    Change,
    Composed,
    Delete,
    Insert,
    Join,
    Move,
    Operation,
    Rearrangement,
    Renumber,
    ReplaceWords,
    Split,
    Swap,
)
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.place import (
    Address,
    DataPath,
    address_id,
    is_program,
    is_row,
    level,
    unit_words,
)

_NUMBERED = ("pasal", "pertimbangan", "dasar_hukum", "lampiran")
"""Parts whose changes are told by address.

What else changes is told by the places on paper that change with it.
"""

TITLE = "judul"
"""The key of a pasal's heading, as which a touch of it alone is known."""


def _told_as(operation: Operation) -> str:
    """How a sentence tells it: ubah, sisip, tambah, hapus."""
    match operation:
        case Change() | ReplaceWords() | Swap() | Split() | Join() | Renumber():
            return "ubah"
        case Move():
            return "hapus"
        case Insert():
            return "sisip"
        case Append():
            return "tambah"
        case Delete():
            return "hapus"


@dataclass(frozen=True)
class Touch:
    """What one operation touches in the text.

    Attributes:
        tindakan: ubah, sisip, tambah, hapus.
        wadah: "Pasal 6", "dasar hukum", "pertimbangan", "Lampiran"; "" for the list of
            pasal.
        above: address between the container and the siblings.
        jenis: what the siblings are called: ayat, huruf, baris, pasal.
        labels: of the siblings touched; none where the whole container is.
        siblings: labels of all siblings, in order.
        both_beside: labels before and behind what is put in.
        datum: paths on paper that it accounts for, with all below them.
        alone: whether it accounts for those paths alone, and nothing below them.
        phrase: how it is told, where otherwise than by its kind.
        tail: what stands behind what is put in: where that stood before.
        told_elsewhere: whether the phrase of another touch tells it.
        only_mark: whether nothing changes but the mark that an item ends with for where
            it stands in its list: "; dan".
    """

    tindakan: str
    wadah: str
    above: Address = ()
    jenis: str = ""
    labels: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()
    both_beside: tuple[str, str] = ("", "")
    datum: tuple[str, ...] = ()
    alone: bool = False
    phrase: Phrase | None = None
    tail: Tail | None = None
    told_elsewhere: bool = False
    only_mark: bool = False

    def covers(self, difference: Difference) -> bool:
        """Whether a change on paper is one that this touch tells."""
        changed = difference.datum
        if self.alone:
            return changed in self.datum
        return any(
            changed == datum or changed.startswith(f"{datum}.") for datum in self.datum
        )


@dataclass(frozen=True)
class Replacement:
    """Words for words at a place.

    Attributes:
        tertulis: the words that go.
        menjadi: those that come.
        letak: the place as an adendum calls it.
        wadah: the container that it is in.
        address: where inside the container.
        translated: whether they are words of the translation.
    """

    tertulis: str
    menjadi: str
    letak: str
    wadah: str
    address: Address = ()
    translated: bool = False

    def said_in(self, speech: Speech) -> str:
        """The place, as it is called in a language."""
        if speech == IN_INDONESIAN:
            return self.letak
        around = speech.container(self.wadah)
        place = speech.nested(self.address, around) or speech.say("seluruh naskah")
        if self.translated:
            return speech.say("naskah bahasa ini pada {letak}", letak=place)
        return speech.say("naskah bahasa Indonesia pada {letak}", letak=place)

    def covers(self, difference: Difference) -> bool:
        """Whether a change on paper is of these very words."""
        old, new = words_only(difference.semula), words_only(difference.menjadi)
        return self.tertulis in old and self.menjadi in new


def touches(
    tree: Tree, operations: Sequence[Operation]
) -> tuple[list[Touch], list[Replacement]]:
    """What the operations touch by address, and words replaced.

    Other data are told by what changes on paper.

    `tree` is the tree that the first operation meets.
    """
    touched = list[Touch]()
    replacements = list[Replacement]()
    longer_or_shorter = _tables_with_rows(operations)
    for operation in operations:
        for told in _as_told(tree, operation):
            path, after = _path(tree, told), apply_one(tree, told)
            is_longer = _above(told) in longer_or_shorter
            if is_longer and _counts_on(tree, after, path, told):
                continue
            if isinstance(told, ReplaceWords) and _told_by_words(told, path):
                replacements.append(_replacement(tree, path, told))
            else:
                touched += _touches_of(tree, after, path, told)
            tree = after
    return _places_changed_together(touched), replacements


def _tables_with_rows(operations: Sequence[Operation]) -> set[str]:
    """Where the rows stand, of tables that get or lose some."""
    alter = Insert | Append | Delete
    return {_above(one) for one in operations if isinstance(one, alter)} - {""}


def _above(operation: Operation) -> str:
    """Where the row stands that an operation names: "Lampiran I tabel baris"."""
    match operation:
        case Insert():
            letak = operation.setelah or operation.sebelum or ""
        case Append():
            letak = operation.setelah
        case _:
            letak = operation.letak
    above, _, _ = letak.rpartition(" ")
    return above if above.lower().endswith("tabel baris") else ""


def _counts_on(
    tree: Tree,
    after: Tree,
    path: DataPath,
    operation: Operation,
) -> bool:
    """Whether a row says the same under another number, since others came or went."""
    if not isinstance(operation, Change):
        return False
    if not is_row(path):
        return False
    old = list(get_at(tree, path))
    new = list(get_at(after, path))
    is_numbered = _row_names(after, path[:-1])[int(path[-1])] == new[0].rstrip(".")
    return is_numbered and old[1:] == new[1:] and len(old) > 1


def _places_changed_together(touched: Sequence[Touch]) -> list[Touch]:
    """The touches, exchanges of one list that follow one another told as one."""
    result = list[Touch]()
    for touch in touched:
        together = _both_exchanged(result[-1], touch) if result else None
        if together:
            result[-1] = together
        else:
            result.append(touch)
    return result


def _both_exchanged(
    first: Touch,
    then: Touch,
) -> Touch | None:
    """Two exchanges of one list as one; None where these are none."""
    before, after = first.phrase, then.phrase
    if not isinstance(before, Renumbered) or not isinstance(after, Renumbered):
        return None
    of_first = (first.wadah, first.above, first.jenis, first.siblings)
    same_list = of_first == (then.wadah, then.above, then.jenis, then.siblings)
    exchanged = all(set(one.labels) == set(one.menjadi) for one in (before, after))
    if not same_list or not exchanged:
        return None
    # A label that the first left alone is still that of its part.
    once = dict(zip(before.labels, before.menjadi, strict=True))
    twice = dict(zip(after.labels, after.menjadi, strict=True))
    now = dict[str, str]()
    for label in first.siblings:
        then_called = once.get(label, label)
        now[label] = twice.get(then_called, then_called)
    moved = [label for label in first.siblings if now[label] != label]
    phrase = replace(
        before, labels=tuple(moved), menjadi=tuple(now[label] for label in moved)
    )
    datum = tuple(dict.fromkeys((*first.datum, *then.datum)))
    return replace(first, labels=tuple(moved), datum=datum, phrase=phrase)


def _as_told(
    tree: Tree,
    operation: Operation,
) -> Sequence[Operation]:
    """An operation; outside of a pasal a rearrangement as what it comes to."""
    if not isinstance(operation, Composed):
        return [operation]
    if _inside_pasal(find(tree, operation.letak)):
        return [operation]
    return simple_operations(tree, operation)


def _touches_of(
    tree: Tree, after: Tree, path: DataPath, operation: Operation
) -> list[Touch]:
    """What one operation touches by address; nothing where the paper alone tells it."""
    if isinstance(operation, Rearrangement) and _inside_pasal(path):
        return rearranged(tree, after, path, operation)
    if not _is_numbered(path):
        return []
    if _changes_sums(tree, after, path):
        return [_touch_of_sums(tree, path)]
    if is_row(path):
        return [_touch_of_row(tree, after, path, operation)]
    if isinstance(operation, Insert | Append):
        return [_touch_of_new(tree, after, path, operation)]
    if _is_first_lampiran(tree, path):
        return [Touch("tambah", "Lampiran", datum=("lampiran",))]
    if _changes_title(tree, after, path):
        return [_touch_of_title(tree, path[:2])]
    touch = _touch_of_old(tree, path, operation)
    return [replace(touch, only_mark=_changes_only_mark(tree, after, path))]


def _changes_only_mark(
    tree: Tree,
    after: Tree,
    path: DataPath,
) -> bool:
    """Whether the item that a path leads to says the same, and ends otherwise."""
    item = _of_numbered(path)
    if path[0] != "pasal" or len(item) < 4:
        return False
    return bool(without_mark(get_at(tree, item)) == without_mark(get_at(after, item)))


def _inside_pasal(path: DataPath) -> bool:
    return path[:1] == ("pasal",) and len(path) > 2


def rearranged(
    tree: Tree, after: Tree, path: DataPath, operation: Rearrangement
) -> list[Touch]:
    """What a rearrangement touches inside pasal, and how it is told.

    Args:
        tree: the tree that it meets.
        after: the one that it makes.
        path: the part that it names first.
        operation: it.
    """
    touch = _touch_of_old(tree, path, operation)
    series, position = path[:-1], int(path[-1])
    jenis, label = touch.jenis, touch.labels[0]
    match operation:
        case Swap():
            return [_touch_of_swap(tree, touch, find(tree, operation.dengan))]
        case Renumber():
            new = operation.menjadi
            phrase = Renumbered(jenis, (label,), (new,), touch.above)
            datum = _datum(touch.wadah, touch.above, touch.jenis, operation.menjadi)
            both = (*touch.datum, datum)
            return [replace(touch, phrase=phrase, datum=both)]
        case Split():
            labels = _labels(after, series)[position : position + len(operation.isi)]
            split = SplitUp(jenis, label, labels, touch.above)
            rest = _others(touch, "sisip", labels[1:])
            return [replace(touch, phrase=split), rest]
        case Join():
            paths = [find(tree, each) for each in operation.dengan]
            gone = tuple(_labels(tree, series)[int(each[-1])] for each in paths)
            joined = JoinedUp(jenis, (label, *gone), touch.above)
            return [replace(touch, phrase=joined), _others(touch, "hapus", gone)]
        case Move():
            return _touches_of_move(tree, touch, operation)


def _others(
    touch: Touch,
    tindakan: str,
    labels: tuple[str, ...],
) -> Touch:
    """Siblings of a touched part, which its phrase tells too."""
    datum = tuple(
        _datum(touch.wadah, touch.above, touch.jenis, label) for label in labels
    )
    return replace(
        touch,
        tindakan=tindakan,
        labels=labels,
        datum=datum,
        phrase=None,
        told_elsewhere=True,
    )


def _touch_of_swap(
    tree: Tree,
    touch: Touch,
    other: DataPath,
) -> Touch:
    label = _labels(tree, other[:-1])[int(other[-1])]
    datum = _datum(touch.wadah, touch.above, touch.jenis, label)
    both = (*touch.labels, label)
    return replace(
        touch,
        labels=both,
        datum=(*touch.datum, datum),
        phrase=Renumbered(
            jenis=touch.jenis,
            labels=both,
            menjadi=both[::-1],
            above=touch.above,
            siblings=touch.siblings,
        ),
    )


def _touches_of_move(
    tree: Tree,
    touch: Touch,
    operation: Move,
) -> list[Touch]:
    """The place that is left, and the one that is taken, each told by the other."""
    put_in, _ = simple_move(tree, operation)
    behind = find(tree, operation.setelah)
    with_it = apply_one(tree, put_in)
    there = _touch_of_new(tree, with_it, behind, put_in)
    now = _address(with_it, (*behind[:-1], int(behind[-1]) + 1))
    origin = _address(tree, find(tree, operation.letak))
    moved = MovedAway(
        jenis=touch.jenis,
        label=touch.labels[0],
        menjadi=now,
        above=touch.above,
    )
    return [
        replace(touch, phrase=moved),
        replace(there, tail=Tail(origin=origin)),
    ]


def _path(
    tree: Tree,
    operation: Operation,
) -> DataPath:
    """Where the operation is to be done; `()` for the whole text."""
    if isinstance(operation, ReplaceWords) and operation.letak.lower() == WHOLE:
        return ()
    if isinstance(operation, Insert):
        return find(tree, operation.setelah or operation.sebelum or "")
    if isinstance(operation, Append):
        return find(tree, operation.setelah)
    return find(tree, operation.letak)


def _told_by_words(
    operation: ReplaceWords,
    path: DataPath,
) -> bool:
    """Words that stand on paper as they stand in the data."""
    on_paper = not path or _is_numbered(path)
    return on_paper and "[[" not in operation.tertulis + operation.menjadi


def _is_numbered(path: DataPath) -> bool:
    """Whether what changes there is told by its address."""
    return bool(path) and path[0] in _NUMBERED and not _is_of_bab(path)


def _is_first_lampiran(
    tree: Tree,
    path: DataPath,
) -> bool:
    """Whether an annex comes to a text that has none."""
    return path == ("lampiran",) and get_at(tree, path) is None


def _is_of_bab(path: DataPath) -> bool:
    """Whether it says something of the BAB above a pasal, which is none of that pasal's."""
    return path[0] == "pasal" and path[-1] in (*HEADS, *HEADS.values())


def _changes_title(
    tree: Tree,
    after: Tree,
    path: DataPath,
) -> bool:
    """Whether a pasal gets another heading and nothing else."""
    if path[0] != "pasal" or len(path) not in (2, 3):
        return False
    before, now = get_at(tree, path[:2]), get_at(after, path[:2])
    titled = before.get(TITLE) and now.get(TITLE) and before[TITLE] != now[TITLE]
    return bool(titled) and {**before, TITLE: ""} == {**now, TITLE: ""}


def _touch_of_title(
    tree: Tree,
    path: DataPath,
) -> Touch:
    wadah, _ = _container(tree, path)
    datum = _datum(wadah, (), "", "")
    return Touch(
        tindakan="ubah",
        wadah=wadah,
        jenis=TITLE,
        datum=(datum,),
        alone=True,
    )


def _replacement(
    tree: Tree,
    path: DataPath,
    operation: ReplaceWords,
) -> Replacement:
    letak, wadah, address = WHOLE, "", Address()
    translated = "terjemahan" in path
    if path:
        of_text = tuple(step for step in path if step != "terjemahan")
        letak = _letak_on_paper(tree, of_text, operation.tertulis)
        if translated:
            letak = f"naskah bahasa {tree.get('bahasa_kedua')} pada {letak}"
        if path[0] == "lampiran":
            wadah, _ = _container(tree, path)
        else:
            wadah, address = _container(tree, _of_numbered(path))
    return Replacement(
        tertulis=operation.tertulis,
        menjadi=operation.menjadi,
        letak=letak,
        wadah=wadah,
        address=address,
        translated=translated,
    )


def _letak_on_paper(
    tree: Tree,
    path: DataPath,
    tertulis: str,
) -> str:
    """Where words stand, as a sentence calls it: no key of the data is on paper."""
    if path[0] != "pasal" or path[-1] not in ("isi", "judul"):
        return place_at(tree, path).words
    whole = place_at(tree, path[:-1]).words
    if path[-1] == "judul":
        return f"judul {whole}"
    part = get_at(tree, path[:-1])
    others = part.keys() - {"isi", "terjemahan"}
    below = texts({key: part[key] for key in others})
    is_elsewhere = any(tertulis in text for text in below)
    return f"kalimat pembuka {whole}" if is_elsewhere else whole


def _of_numbered(path: DataPath) -> DataPath:
    """The path up to its last numbered part."""
    ends = [end for end, step in enumerate(path, 1) if isinstance(step, int)]
    return path[: ends[-1]] if ends else path


def _touch_of_new(
    tree: Tree, after: Tree, path: DataPath, operation: Insert | Append
) -> Touch:
    """What is put in beside the part at a path."""
    series, jenis = path[:-1], _unit(path)
    wadah, address = _container(tree, path)
    if wadah.startswith("Lampiran") and not address:
        return Touch("ubah", wadah, datum=(_root(wadah),))
    if series == ("pasal",):
        wadah = ""
    start = _begins_at(path, operation)
    end = start + len(operation.isi)
    siblings = _labels(after, series)
    new = siblings[start:end]
    shifts = isinstance(operation, Insert) and bool(operation.geser)
    told = siblings[start:] if shifts else new
    in_front, behind = _on_both_sides(siblings, start, end)
    if shifts and behind:
        behind = _labels(tree, series)[start]
    above = address[:-1]
    return Touch(
        tindakan=_told_as(operation),
        wadah=wadah,
        above=above,
        jenis=jenis,
        labels=new,
        siblings=siblings,
        both_beside=(in_front, behind),
        datum=tuple(_datum(wadah, above, jenis, label) for label in told),
        tail=_shifted(jenis, siblings[start:], len(new)) if shifts else None,
    )


def _begins_at(
    path: DataPath,
    operation: Insert | Append,
) -> int:
    """The place of the first that is put in: that of the part it comes before, or the next."""
    comes_before = isinstance(operation, Insert) and operation.sebelum
    return int(path[-1]) if comes_before else int(path[-1]) + 1


def _on_both_sides(
    siblings: Sequence[str],
    start: int,
    end: int,
) -> tuple[str, str]:
    """The labels right in front of and behind a stretch; empty where there is none."""
    in_front = siblings[start - 1] if start else ""
    behind = siblings[end] if end < len(siblings) else ""
    return in_front, behind


def _shifted(
    jenis: str,
    labels: tuple[str, ...],
    by: int,
) -> Tail | None:
    """What becomes of the numbers behind what is put in: `, sedangkan ayat (1) …`."""
    old, new = labels[:-by], labels[by:]
    return Tail(jenis, old, new, labels) if old else None


def _changes_sums(
    tree: Tree,
    after: Tree,
    path: DataPath,
) -> bool:
    """Whether a table gets other typed sums and nothing else."""
    if path[-2:] != ("tabel", "kolom"):
        return False
    old, new = get_at(tree, path), get_at(after, path)
    return [{**one, "jumlah": ""} for one in old] == [
        {**one, "jumlah": ""} for one in new
    ]


def _touch_of_sums(
    tree: Tree,
    path: DataPath,
) -> Touch:
    wadah, above = _of_tabel(tree, path)
    datum = f"{_datum(wadah, above, '', '')}.tabel"
    return Touch(
        tindakan="ubah",
        wadah=wadah,
        above=above,
        jenis="tabel",
        labels=("jumlah",),
        datum=(datum,),
    )


def _of_tabel(
    tree: Tree,
    path: DataPath,
) -> tuple[str, Address]:
    """Name of the container of a table that a path leads into, and its address there."""
    of_tabel = path[: path.index("tabel")]
    wadah, above = _container(tree, of_tabel)
    if len(of_tabel) == 2 and wadah == "Lampiran":
        return unit_words(*above[0]), ()
    return wadah, above


def _touch_of_row(
    tree: Tree, after: Tree, path: DataPath, operation: Operation
) -> Touch:
    """What happens to a row of a table; the sums of it change along."""
    series, position = path[:-1], int(path[-1])
    wadah, above = _of_tabel(tree, series)
    rows = _row_names(tree, series)
    siblings, own, beside = rows, rows[position : position + 1], ("", "")
    if isinstance(operation, Insert | Append):
        in_front = isinstance(operation, Insert) and operation.sebelum
        begin = position if in_front else position + 1
        siblings = _row_names(after, series)
        own = siblings[begin : begin + len(operation.isi)]
        behind = rows[begin] if begin < len(rows) else ""
        beside = ("" if in_front else rows[position], behind)
    datum = f"{_datum(wadah, above, '', '')}.tabel"
    return Touch(
        tindakan=_told_as(operation),
        wadah=wadah,
        above=above,
        jenis="tabel",
        labels=own,
        siblings=siblings,
        both_beside=beside,
        datum=(datum,),
    )


def _row_names(
    tree: Tree,
    series: DataPath,
) -> tuple[str, ...]:
    """What the rows of a table are called."""
    kolom = get_at(tree, (*series[: series.index("tabel") + 1], "kolom"))
    heads = [one["judul"] for one in kolom]
    return row_names(heads, [tuple(row) for row in get_at(tree, series)])


def _touch_of_old(
    tree: Tree,
    path: DataPath,
    operation: Operation,
) -> Touch:
    """What happens to the part at a path; a field of a numbered part counts as that part."""
    tindakan = _told_as(operation)
    while len(path) > 1 and not isinstance(path[-1], int):
        path = path[:-1]
        tindakan = "ubah"
    wadah, address = _container(tree, path)
    if not address:
        if path[0] == "lampiran" and path != ("lampiran",):
            tindakan = "ubah"
        return Touch(tindakan, wadah, datum=(_datum(wadah, (), "", ""),))
    above, jenis = address[:-1], _unit(path)
    siblings = _labels(tree, path[:-1])
    label = siblings[int(path[-1])]
    datum = _datum(wadah, above, jenis, label)
    return Touch(
        tindakan=tindakan,
        wadah=wadah,
        above=above,
        jenis=jenis,
        labels=(label,),
        siblings=siblings,
        datum=(datum,),
    )


def _datum(
    wadah: str,
    above: Address,
    jenis: str,
    label: str,
) -> str:
    """Path on paper: of a whole container where there is no label."""
    root = _root(wadah)
    if wadah.startswith("Lampiran"):
        return f"{root}.{label}" if label else root
    address = (*above, (jenis, label)) if label else above
    steps = [f"{unit}.{number}" for unit, number in address]
    if steps and root in ("dasar_hukum", "pertimbangan"):
        steps[0] = steps[0].partition(".")[2]
    return ".".join([root, *steps] if root else steps)


def _root(wadah: str) -> str:
    """ "Pasal 6" -> "pasal.6"; "Lampiran II" -> "lampiran.II"; "dasar hukum" -> "dasar_hukum"."""
    if wadah.startswith("Lampiran"):
        return address_id((("lampiran", wadah.removeprefix("Lampiran").strip()),))
    if wadah.startswith("Pasal "):
        return f"pasal.{wadah.removeprefix('Pasal ')}"
    return wadah.replace(" ", "_").lower()


def _container(
    tree: Tree,
    path: DataPath,
) -> tuple[str, Address]:
    """Name of the container, and the address inside it."""
    if path[0] == "lampiran":
        return _container_of_lampiran(tree, path)
    address = _address(tree, path)
    if path[0] != "pasal":
        return str(path[0]).replace("_", " "), address
    if not address:
        return "", ()
    return unit_words(*address[0]), address[1:]


def _container_of_lampiran(
    tree: Tree,
    path: DataPath,
) -> tuple[str, Address]:
    """Of a row its annex and the row; of an annex among several the list of them.

    Whatever else stands in an annex is told with all of it.
    """
    if path[1:] and isinstance(path[1], int):
        label = _labels(tree, ("lampiran",))[path[1]]
        if len(path) == 2:
            return "Lampiran", (("lampiran", label),)
        name, inside = unit_words("lampiran", label), path[2:]
    else:
        name, inside = "Lampiran", path[1:]
    is_row = inside[:1] == ("program",) and len(inside) > 1
    return name, ((_unit(path), _row(tree, path)),) if is_row else ()


def _address(
    tree: Tree,
    path: DataPath,
) -> Address:
    """Unit and label of every list on the way that an item of it is named of."""
    result = list[tuple[str, str]]()
    for end in range(1, len(path), 2):
        series, position = path[:end], int(path[end])
        result.append((level(series) or "", _labels(tree, series)[position]))
    return tuple(result)


def _unit(path: DataPath) -> str:
    """What an item is called: ayat, huruf, baris, pasal."""
    if is_program(path[:-1]) or path[-2:-1] == ("tahapan",):
        return "baris" if "tahapan" in path else "program"
    return level(path[:-1]) or ""


def _row(
    tree: Tree,
    path: DataPath,
) -> str:
    return place_at(tree, path).row


def _labels(
    tree: Tree,
    series: DataPath,
) -> tuple[str, ...]:
    """Labels of siblings; of rows of the work plan, whole addresses."""
    items = get_at(tree, series)
    if is_program(series) or series[-1] == "tahapan":
        return tuple(_row(tree, (*series, i)) for i in range(len(items)))
    return labels(items, series)
