"""What the operations of an adendum touch, by address: the bridge from data to the
sentences on paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from notakesepakatan.compose.adendum.differences import Difference
from notakesepakatan.compute.change.apply import WHOLE, apply_one
from notakesepakatan.compute.text.letak import find
from notakesepakatan.compute.text.tree import Tree, get_at, labels, place_at
from notakesepakatan.model.adendum import (
    Append,
    Change,
    Delete,
    Insert,
    Operation,
    ReplaceWords,
)
from notakesepakatan.place import Address, DataPath, level, unit_words

_NUMBERED = ("pasal", "pertimbangan", "dasar_hukum", "lampiran")
"""Parts whose changes are told by address.

What else changes is told by the places on paper that change with it.
"""


@dataclass(frozen=True)
class Touch:
    """What one operation touches in the text.

    Attributes:
        tindakan: ubah, sisip, tambah, hapus.
        wadah: "Pasal 6", "dasar hukum", "pertimbangan", "Lampiran"; "" for the list of pasal.
        di: address between the container and the siblings.
        jenis: what the siblings are called: ayat, huruf, baris, pasal.
        label: labels of the siblings touched; none where the whole container is.
        index: labels of all siblings, in order.
        neighbour: labels before and behind what is put in.
        datum: paths on paper that it accounts for, with all below them.
    """

    tindakan: str
    wadah: str
    di: Address = ()
    jenis: str = ""
    label: tuple[str, ...] = ()
    index: tuple[str, ...] = ()
    neighbour: tuple[str, str] = ("", "")
    datum: tuple[str, ...] = ()

    def covers(self, difference: Difference) -> bool:
        """Whether a change on paper is one that this touch tells."""
        return any(
            difference.datum == one or difference.datum.startswith(f"{one}.")
            for one in self.datum
        )


@dataclass(frozen=True)
class Replacement:
    """Words for words at a place."""

    tertulis: str
    menjadi: str
    letak: str
    wadah: str

    def covers(self, difference: Difference) -> bool:
        """Whether a change on paper is of these very words."""
        lama, new = (
            "".join(p.teks for p in content)
            for content in (difference.semula, difference.menjadi)
        )
        return self.tertulis in lama and self.menjadi in new


def touches(
    tree: Tree, items: Sequence[Operation]
) -> tuple[list[Touch], list[Replacement]]:
    """What the operations touch by address, and words replaced.

    Other data are told by what changes on paper.

    `tree` is the tree that the first operation meets.
    """
    touch, replacement = list[Touch](), list[Replacement]()
    for operation in items:
        whole = isinstance(operation, ReplaceWords) and operation.letak.lower() == WHOLE
        path = () if whole else find(tree, _address(operation))
        if (
            isinstance(operation, ReplaceWords)
            and (whole or path[0] in _NUMBERED)
            and "[[" not in operation.tertulis + operation.menjadi
        ):
            letak = place_at(tree, path).words if path else WHOLE
            replacement.append(
                Replacement(
                    operation.tertulis,
                    operation.menjadi,
                    letak,
                    _container(tree, path)[0] if path else "",
                )
            )
        elif path and path[0] in _NUMBERED:
            touch.append(_touch(tree, path, operation))
        tree = apply_one(tree, operation)
    return touch, replacement


def _address(operation: Operation) -> str:
    if isinstance(operation, Insert):
        return operation.setelah or operation.sebelum or ""
    return operation.setelah if isinstance(operation, Append) else operation.letak


def _touch(tree: Tree, path: DataPath, operation: Operation) -> Touch:
    action = {
        Change: "ubah",
        ReplaceWords: "ubah",
        Insert: "sisip",
        Append: "tambah",
        Delete: "hapus",
    }[type(operation)]
    # A field of a numbered part counts as that part.
    while len(path) > 1 and not isinstance(path[-1], int):
        path, action = path[:-1], "ubah"
    container, address = _container(tree, path)
    if len(path) == 1 or (
        not address and isinstance(operation, Change | ReplaceWords | Delete)
    ):
        return Touch(action, container, datum=(_datum(container, (), "", ""),))
    series = path[:-1]
    index = _labels(tree, series)
    if isinstance(operation, Insert | Append):
        i = int(path[-1]) + (
            0 if isinstance(operation, Insert) and operation.sebelum else 1
        )
        after = _labels(apply_one(tree, operation), series)
        new = after[i : i + len(operation.isi)]
        neighbour = (
            after[i - 1] if i else "",
            after[i + len(new)] if i + len(new) < len(after) else "",
        )
        if path[0] == "pasal" and len(path) == 2:
            return Touch(
                action,
                "",
                (),
                "pasal",
                new,
                after,
                neighbour,
                tuple(f"pasal.{label}" for label in new),
            )
        label, index = new, after
    else:
        label, neighbour = (index[int(path[-1])],), ("", "")
    datum = tuple(_datum(container, address[:-1], _kind(path), one) for one in label)
    return Touch(
        action, container, address[:-1], _kind(path), label, index, neighbour, datum
    )


def _datum(container: str, di: Address, kind: str, label: str) -> str:
    """Path on paper: of a whole container where there is no label."""
    root = (
        f"pasal.{container[6:]}"
        if container.startswith("Pasal ")
        else container.replace(" ", "_").lower()
    )
    if root == "lampiran":
        return f"lampiran.{label}" if label else root
    step = [f"{unit}.{one}" for unit, one in (*di, *([(kind, label)] if label else []))]
    if step and root in ("dasar_hukum", "pertimbangan"):
        step[0] = step[0].partition(".")[2]
    return ".".join([root, *step])


def _container(tree: Tree, path: DataPath) -> tuple[str, Address]:
    """Name of the container, and the address inside it."""
    if path[0] == "lampiran":
        return "Lampiran", ((_kind(path), _row(tree, path)),) if len(path) > 2 else ()
    step = tuple(
        (level(path[: i + 1]) or "", _labels(tree, path[: i + 1])[int(path[i + 1])])
        for i in range(0, len(path) - 1, 2)
    )
    if path[0] == "pasal":
        return (unit_words(*step[0]), step[1:]) if step else ("", ())
    return str(path[0]).replace("_", " "), step


def _kind(path: DataPath) -> str:
    if path[0] == "lampiran":
        return "baris" if "tahapan" in path else "program"
    return level(path[:-1]) or ""


def _row(tree: Tree, path: DataPath) -> str:
    return place_at(tree, path).row


def _labels(tree: Tree, series: DataPath) -> tuple[str, ...]:
    """Labels of siblings; in the annex, whole addresses of rows."""
    items = get_at(tree, series)
    if series[0] == "lampiran":
        return tuple(_row(tree, (*series, i)) for i in range(len(items)))
    return labels(items, series)
