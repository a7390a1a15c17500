"""Numbers that move with a change, and the references that name them.

A list that is written anew as a whole counts its items again: what was ayat (1) may be
ayat (2). A reference that was typed with the number stays behind.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from typing import Any

from notakesepakatan.align import Pair
from notakesepakatan.compute.change.halves import reordered, without_mark
from notakesepakatan.compute.change.pairs import pair_parts
from notakesepakatan.compute.rules.parts.rujukan import of_another_text
from notakesepakatan.compute.text.tree import Tree, deleted, labels, place_at, set_at
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.place import (
    CHILDREN,
    Address,
    DataPath,
    address_words,
    level,
)

_NO_SENTENCE = (
    "judul",
    *HEADS,
    *HEADS.values(),
    "kunci",
    "nomor",
    "terjemahan",
    "kode",
)
_RUJUKAN = re.compile(
    r"(?:\bPasal (?P<pasal>\d+[A-Z]*)(?: |\b))?"
    r"(?:\bayat (?P<open>\(?)(?P<ayat>\d+[a-z]*)\b(?P<close>\)?) ?)?"
    r"(?:\bhuruf (?P<huruf>[a-z]\d*)\b ?)?"
    r"(?:\bangka (?P<angka>\d+[a-z]*)\b)?"
)
_AND_MORE = re.compile(r",? ?(?:dan|atau|serta|sampai dengan)? ?")
_UNITS = ("pasal", "ayat", "huruf", "angka")

Moves = Mapping[Address, Address]
"""What stood under a number, by its old address: the new one."""


@dataclass(frozen=True)
class MovedRujukan:
    """A reference to what has another number now.

    Attributes:
        letak: where it is: "Pasal 3 ayat (3) isi".
        words: the reference as it is typed.
        old: what it named, as printed.
        new: the number of that now.
        reads: what it names now, read where it stands.
        path: where its text stands in the new tree.
        span: where its words stand in that text.
        follows: whether it names a key, so that it goes along by itself.
    """

    letak: str
    words: str
    old: str
    new: str
    path: DataPath
    span: tuple[int, int]
    follows: bool = False
    reads: str = ""

    def __str__(self) -> str:
        if self.old == self.new:
            return (
                f'{self.letak}: "{self.words}" menunjuk {self.old}, tetapi di tempat '
                f"barunya terbaca {self.reads}"
            )
        said = (
            f'{self.letak}: "{self.words}" dahulu menunjuk {self.old}, kini {self.new}'
        )
        return f"{said} (mengikuti sendiri)" if self.follows else said


def moves(old: Tree, new: Tree) -> dict[Address, Address]:
    """Every numbered part that stays and has another number."""
    found = dict[Address, Address]()
    for key in ("pasal", "pertimbangan"):
        before, after = old.get(key) or [], new.get(key) or []
        if before != after:
            found |= dict(_moved_in(before, after, (key,), (), ()))
    return dict(_moved_elsewhere(old, new)) | found


def _moved_elsewhere(old: Tree, new: Tree) -> Iterator[tuple[Address, Address]]:
    """What is deleted under its old number, and says the same in another list."""
    stood, stand = dict(_parts(old)), dict(_parts(new))
    gone = {
        _content(part): address
        for address, part in stood.items()
        if not deleted(part) and deleted(stand.get(address, part))
    }
    for address, part in stand.items():
        if address not in stood and _content(part) in gone:
            yield gone[_content(part)], address


def _parts(tree: Tree) -> Iterator[tuple[Address, Tree]]:
    """Every part inside of a pasal with its address."""
    for address, part in _numbered(tree.get("pasal") or [], ("pasal",), ()):
        if len(address) > 1:
            yield address, part


def _numbered(
    items: Sequence[Tree], path: DataPath, above: Address
) -> Iterator[tuple[Address, Tree]]:
    """Every part of a list and below it, with its address; what is deleted too."""
    unit = level(path) or ""
    for i, (item, label) in enumerate(zip(items, labels(items, path), strict=True)):
        here: Address = (*above, (unit, label))
        yield here, item
        for child in CHILDREN:
            if isinstance(item.get(child), list):
                yield from _numbered(item[child], (*path, i, child), here)


def _content(part: Tree) -> str:
    """What a part says, whatever number is written on it."""
    said = {key: value for key, value in part.items() if key != "nomor"}
    return dumps(without_mark(said), sort_keys=True)


def _moved_in(
    old: Sequence[Tree],
    new: Sequence[Tree],
    path: DataPath,
    above_old: Address,
    above_new: Address,
) -> Iterator[tuple[Address, Address]]:
    unit = level(path) or ""
    old_labels, new_labels = labels(old, path), labels(new, path)
    for i, j in _pairs(old, new, path):
        if i is None or j is None:
            continue
        before: Address = (*above_old, (unit, old_labels[i]))
        after: Address = (*above_new, (unit, new_labels[j]))
        if before != after:
            yield before, after
        for child in CHILDREN:
            first, second = old[i].get(child), new[j].get(child)
            if isinstance(first, list) and isinstance(second, list):
                inside = (*path, i, child)
                yield from _moved_in(first, second, inside, before, after)


def _pairs(old: Sequence[Tree], new: Sequence[Tree], path: DataPath) -> list[Pair]:
    """Places of the old and the new parts of a list, also of one in another order."""
    origins = reordered(old, new, path)
    if origins is None:
        return pair_parts(old, new, path)
    return [(i, j) for j, i in enumerate(origins)]


def moved_rujukan(old: Tree, new: Tree) -> list[MovedRujukan]:
    """References in texts that did not change, to parts of which the number did."""
    moved = moves(old, new)
    if not moved:
        return []
    known = {text for _, _, text in _texts(old)}
    keys = {
        key: (old_address, moved[old_address])
        for key, old_address in _keys(old)
        if old_address in moved
    }
    found = list[MovedRujukan]()
    for path, origin, text in _texts(new):
        if text not in known:
            continue
        before = _origin_before(origin, moved)
        letak = place_at(new, path).words
        found += _typed(text, path, (before, origin), letak, moved)
        found += _by_key(text, path, letak, keys)
    return found


def _origin_before(origin: Address, moved: Moves) -> Address:
    """Where a text stood that stands here now."""
    for old, new in moved.items():
        if origin[: len(new)] == new:
            return (*old, *origin[len(new) :])
    return origin


def _texts(
    tree: Tree, path: DataPath = (), origin: Address = ()
) -> Iterator[tuple[DataPath, Address, str]]:
    """Every sentence, with its path and the part it stands in."""
    for key in ("pertimbangan", "pasal"):
        yield from _texts_of_list(tree.get(key) or [], (key,), ())


def _texts_of_list(
    items: Sequence[Any], path: DataPath, above: Address
) -> Iterator[tuple[DataPath, Address, str]]:
    unit = level(path) or ""
    for i, (item, label) in enumerate(zip(items, labels(items, path), strict=True)):
        here: Address = (*above, (unit, label))
        if deleted(item):
            continue
        for key, content in item.items():
            inside = (*path, i, key)
            if key in CHILDREN and isinstance(content, list):
                yield from _texts_of_list(content, inside, here)
            elif isinstance(content, str) and key not in _NO_SENTENCE:
                yield inside, here, content


def _keys(tree: Tree) -> Iterator[tuple[str, Address]]:
    """Keys of parts, each with the address they stand at."""
    for address, part in _numbered(tree.get("pasal") or [], ("pasal",), ()):
        if part.get("kunci"):
            yield part["kunci"], address


def _typed(
    text: str,
    path: DataPath,
    origins: tuple[Address, Address],
    letak: str,
    moved: Moves,
) -> Iterator[MovedRujukan]:
    """Typed references that name something else now than they did.

    Args:
        text: the text, which did not change.
        path: where it stands now.
        origins: the part that it stood in, and the one that it stands in now.
        letak: the same in words.
        moved: parts that have another address.
    """
    named_before, named_now = (_named(text, origin) for origin in origins)
    for (words, span, old), (_, _, reads) in zip(named_before, named_now, strict=True):
        new = _moved_to(old, moved) or old
        if new != reads:
            yield MovedRujukan(
                letak,
                words,
                address_words(old),
                address_words(new),
                path,
                span,
                reads=address_words(reads),
            )


def _named(
    text: str, origin: Address
) -> Iterator[tuple[str, tuple[int, int], Address]]:
    """Each typed reference of a text: its words, where they stand, what they name."""
    seen_from, until = origin, 0
    for match in _RUJUKAN.finditer(text):
        named = [(unit, match[unit]) for unit in _UNITS if match[unit]]
        if not named or of_another_text(text, *match.span()):
            continue
        if not _AND_MORE.fullmatch(text, until, match.start()):
            seen_from = origin
        target = _target(tuple(named), seen_from)
        span = (match.start(), match.start() + len(match[0].rstrip()))
        # "Pasal 3 ayat (1) dan ayat (2)": the second is of the same pasal.
        seen_from, until = target, span[1]
        yield match[0].strip(), span, target


def dangling_rujukan(old: Tree, new: Tree) -> Iterator[str]:
    """References that name what the change deletes, in words."""
    before = set(_deleted_below(old.get("pasal") or [], ("pasal",), ()))
    after = set(_deleted_below(new.get("pasal") or [], ("pasal",), ()))
    gone = after - before
    if not gone:
        return
    for path, origin, text in _texts(new):
        for words, _, target in _named(text, origin):
            if any(target[:end] in gone for end in range(1, len(target) + 1)):
                letak = place_at(new, path).words
                named = address_words(target)
                yield f'{letak} menyebut "{words}", padahal {named} dihapus. Periksa.'


def _deleted_below(
    items: Sequence[Any], path: DataPath, above: Address
) -> Iterator[Address]:
    unit = level(path) or ""
    for i, (item, label) in enumerate(zip(items, labels(items, path), strict=True)):
        here: Address = (*above, (unit, label))
        if deleted(item):
            yield here
        for child in CHILDREN:
            if isinstance(item.get(child), list):
                yield from _deleted_below(item[child], (*path, i, child), here)


def _moved_to(target: Address, moved: Moves) -> Address | None:
    """The new address of a part, also where only what it lies in has moved."""
    for end in range(len(target), 0, -1):
        new = moved.get(target[:end])
        if new:
            return (*new, *target[end:])
    return None


def _target(named: Address, origin: Address) -> Address:
    """What a reference names, seen from where it stands."""
    first = named[0][0]
    if first == "pasal":
        return named
    units = [unit for unit, _ in origin]
    above = origin[: units.index(first)] if first in units else origin
    return (*above, *named)


def _by_key(
    text: str,
    path: DataPath,
    letak: str,
    keys: Mapping[str, tuple[Address, Address]],
) -> Iterator[MovedRujukan]:
    for match in re.finditer(r"\[\[([^\]]*)\]\]", text):
        for word in match[1].split():
            if word in keys:
                old, new = keys[word]
                yield MovedRujukan(
                    letak,
                    match[0],
                    address_words(old),
                    address_words(new),
                    path,
                    match.span(),
                    follows=True,
                )


def with_rujukan(tree: Tree, rujukan_list: Sequence[MovedRujukan]) -> Tree:
    """The tree in which typed references go along with what they name."""
    typed = [each for each in rujukan_list if not each.follows]
    for each in sorted(typed, key=lambda one: one.span, reverse=True):
        text = _text_at(tree, each.path)
        start, end = each.span
        front, new = text[:start], _said_like(each)
        if new.startswith("Pasal") and not each.words.startswith("Pasal"):
            front = _AT.sub("dalam ", front)
        tree = set_at(tree, each.path, front + new + text[end:])
    return tree


def _text_at(tree: Any, path: DataPath) -> str:
    for step in path:
        tree = tree[step]
    return str(tree)


_AT = re.compile(r"\bpada $")
"""Before an ayat of the same pasal; before another pasal it is `dalam`."""


def _said_like(rujukan: MovedRujukan) -> str:
    """The new address as far as the old reference said it, and as it has to be said."""
    count = len(re.findall(r"\b(?:Pasal|ayat|huruf|angka)\b", rujukan.words))
    pieces = re.findall(r"(?:Pasal|ayat|huruf|angka) \S+", rujukan.new)
    typed = _RUJUKAN.match(rujukan.words)
    if typed and typed["ayat"]:
        label = rf"{typed['open']}\1{typed['close']}"
        pieces = [re.sub(r"\((\w+)\)", label, piece) for piece in pieces]
    is_of_this_pasal = rujukan.reads.split()[:2] == rujukan.new.split()[:2]
    return " ".join(pieces[-count:] if is_of_this_pasal else pieces)
