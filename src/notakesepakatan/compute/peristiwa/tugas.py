"""From an agreement to what an event may name of it: its duties in their own words, its plan."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from notakesepakatan.compute.text.letak import WrongLetak, find
from notakesepakatan.compute.text.numbering import Numbers
from notakesepakatan.compute.text.rencana_kerja import PlanRow, rows
from notakesepakatan.compute.text.roles import TUGAS_ROLE
from notakesepakatan.compute.text.tree import Tree, deleted, get_at, place_at, to_tree
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import RINCIAN, Address, DataPath

_INNER_KEYS = ("ayat", *RINCIAN)
_IS_RIGHT = re.compile(r"\bberhak\b", re.IGNORECASE)
_IS_TUGAS = re.compile(
    r"\b(?:berkewajiban|kewajiban|wajib|bertugas|tugas|tanggung jawab|bertanggung)\b",
    re.IGNORECASE,
)
_LIST_ENDINGS = ("; dan/atau", "; dan", "; atau", ";", ".")


@dataclass(frozen=True)
class QuotedTugas:
    """A duty of the agreement in its own words."""

    alamat: str
    teks: str


def tugas_list(
    k: Kesepakatan, reading: Kesepakatan, numbers: Numbers
) -> tuple[QuotedTugas, ...]:
    """Every duty that may be chosen: the deepest parts below a pasal or ayat on duties."""
    tree = to_tree(k)
    roots = [
        address
        for key, address in numbers.kunci.items()
        if key.split("_")[0] == TUGAS_ROLE
    ]
    below = _deepest_below(roots, numbers.alamat, tree)
    chosen = [path for path in below if not _is_right(reading, path)]
    return tuple(quote(tree, reading, place_at(tree, path).words) for path in chosen)


def _is_right(reading: Kesepakatan, path: DataPath) -> bool:
    """Whether what stands there is a right and no duty, by its words or those that lead to it.

    The nearest words that name either decide: "berhak dan wajib" is a duty too.
    """
    for end in range(len(path), 1, -2):
        words = _words_at(reading, path[:end])
        if _IS_TUGAS.search(words):
            return False
        if _IS_RIGHT.search(words):
            return True
    return False


def _words_at(reading: Kesepakatan, path: DataPath) -> str:
    part: Any = reading
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)
    return part.isi or ""


def _deepest_below(
    roots: list[Address], addresses: dict[DataPath, Address], tree: Tree
) -> Iterator[DataPath]:
    for path, address in addresses.items():
        below = any(address[: len(root)] == root for root in roots)
        if below and not _has_children(tree, path):
            yield path


def _has_children(tree: Tree, path: DataPath) -> bool:
    node = get_at(tree, path) or {}
    return deleted(node) or any(key in node for key in _INNER_KEYS)


def quote(tree: Tree, reading: Kesepakatan, letak: str) -> QuotedTugas:
    """The words at an address of the pasal, without the mark that ends them in their list.

    Raises:
        WrongLetak: no such part, or a deleted one.
    """
    path = find(tree, letak)
    node = get_at(tree, path)
    if path[0] != "pasal" or not isinstance(node, dict):
        raise WrongLetak(
            f"{letak} bukan pasal, ayat, huruf, atau angka",
            "sebut tugasnya, mis. Pasal 4 ayat (1) huruf a",
        )
    if deleted(node):
        raise WrongLetak(
            f"{letak} sudah dihapus dengan adendum", "pilih tugas yang masih berlaku"
        )
    part: Any = reading
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)
    text: str = part.isi or part.judul or ""
    for ending in _LIST_ENDINGS:
        text = text.removesuffix(ending)
    leading = _lead(reading, path)
    return QuotedTugas(place_at(tree, path).words, f"{leading}{text}")


def _lead(reading: Kesepakatan, path: DataPath) -> str:
    """The words of an item that the items below it go on with; an ayat only names whose
    duties they are.
    """
    leads = list[str]()
    for end in range(len(path) - 2, 1, -2):
        if path[end - 2] not in RINCIAN:
            break
        leads.insert(0, _words_at(reading, path[:end]).rstrip(" :,"))
    return "".join(f"{words} " for words in leads if words)


def plan_rows(reading: Kesepakatan) -> dict[str, PlanRow]:
    """Rows of the work plan that hold work, by their address; a heading over others is none."""
    plan = reading.rencana_kerja
    if not plan:
        return {}
    years = reading.jumlah_tahun
    every = rows(plan, reading.kunci_pihak, years)
    return {row.alamat: row for row in every if _holds_work(row)}


def _holds_work(row: PlanRow) -> bool:
    return not row.tahapan.tahapan and not row.tahapan.dihapus
