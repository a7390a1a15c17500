"""Operations of an adendum applied to the tree of an agreement: every one checked,
nothing by halves.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from notakesepakatan.compute.change.halves import with_mark_of
from notakesepakatan.compute.change.words import replace_words
from notakesepakatan.compute.text.letak import WrongLetak, find
from notakesepakatan.compute.text.numbering import whole
from notakesepakatan.compute.text.tree import (
    Tree,
    deleted,
    drop_at,
    get_at,
    label_key,
    labels,
    place_at,
    set_at,
    without_empty,
)
from notakesepakatan.data import type_at
from notakesepakatan.model.adendum import (
    Append,
    Change,
    Composed,
    Delete,
    Insert,
    Join,
    Move,
    Operation,
    Renumber,
    ReplaceWords,
    Split,
    Swap,
)
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import DataPath, at, is_row, level, unit_words
from notakesepakatan.temuan import Problem

WHOLE = "seluruh naskah"
"""Address of everything, for words that change wherever they stand."""

_STANDING_WORDS: tuple[DataPath, ...] = (("kalimat", "dasar_hukum"),)
"""Words that stand on paper where nothing is written."""


class WrongContent(Exception):
    """New content that is no valid piece of an agreement.

    Attributes:
        path: where it stands inside the operation.
        wanted: the type of what was wanted there.
        cause: the findings, their paths relative to `path`.
    """

    def __init__(self, path: DataPath, wanted: Any, cause: ValidationError) -> None:
        super().__init__(str(cause))
        self.path = path
        self.wanted = wanted
        self.cause = cause


def apply(
    tree: Tree, operations: Sequence[Operation]
) -> tuple[Tree, list[Problem | WrongContent]]:
    """The tree after all operations, in their order, and those that do not fit it.

    Where there is a finding, the tree is without that operation and for looking on
    only.
    """
    problems = list[Problem | WrongContent]()
    for i, operation in enumerate(operations):
        try:
            tree = apply_one(tree, operation)
        except WrongLetak as cause:
            place = at("perubahan", i, _address_key(operation))
            problems.append(Problem(place, "letak", str(cause), cause.saran))
        except WrongContent as wrong:
            path = ("perubahan", i, *wrong.path)
            problems.append(WrongContent(path, wrong.wanted, wrong.cause))
    return tree, problems


def address_of(operation: Operation) -> str:
    """Where the operation is to be done, as its file says it."""
    if isinstance(operation, Insert | Append):
        beside = operation.setelah
        return beside or getattr(operation, "sebelum", None) or ""
    return operation.letak


def _address_key(operation: Operation) -> str:
    """The key that says where the operation is to be done."""
    if isinstance(operation, Insert | Append):
        return "setelah" if operation.setelah else "sebelum"
    return "letak"


def apply_one(tree: Tree, operation: Operation) -> Tree:
    """The tree after one operation.

    Raises:
        WrongLetak: it does not fit: no such address, a label taken, words that do not
            occur as often as said.
        WrongContent: its new content is no valid piece of an agreement.
    """
    match operation:
        case Change():
            return _change(tree, find(tree, operation.letak), operation)
        case Insert():
            return _insert(tree, operation)
        case Append():
            return _append(tree, operation)
        case Delete():
            return _delete(tree, find(tree, operation.letak), operation)
        case ReplaceWords():
            return _reword(tree, operation)
        case Swap():
            return _swap(tree, operation)
        case Renumber():
            return _renumber(tree, operation)
        case Split() | Join() | Move():
            return _apply_simple(tree, operation)


def _apply_simple(tree: Tree, operation: Composed) -> Tree:
    """The tree after what an operation stands for; of its content nothing by another name."""
    for simple in simple_operations(tree, operation):
        try:
            tree = apply_one(tree, simple)
        except WrongContent as wrong:
            path = wrong.path
            if isinstance(operation, Split):
                first = path[0] == "menjadi"
                place = 0 if first else int(path[1]) + 1
                path = ("isi", place, *path[1 if first else 2 :])
            raise WrongContent(path, wrong.wanted, wrong.cause) from None
    return tree


def simple_operations(
    tree: Tree, operation: Composed
) -> list[Change | Insert | Append | Delete]:
    """What an operation does, as changes, insertions and deletions.

    Args:
        tree: the tree that it meets.
        operation: it.

    Raises:
        WrongLetak: it does not fit.
    """
    match operation:
        case Split():
            first, *rest = operation.isi
            change = Change(
                tindakan="ubah",
                letak=operation.letak,
                menjadi=first,
            )
            return [change, _put_behind(tree, operation.letak, rest)]
        case Join():
            _check_one_list(tree, (operation.letak, *operation.dengan))
            menjadi = operation.menjadi
            change = Change(
                tindakan="ubah",
                letak=operation.letak,
                menjadi=menjadi,
            )
            gone = [Delete(tindakan="hapus", letak=each) for each in operation.dengan]
            return [change, *gone]
        case Move():
            return list(simple_move(tree, operation))


def simple_move(tree: Tree, operation: Move) -> tuple[Insert | Append, Delete]:
    """What a move does: the part is put in there, and deleted here.

    Raises:
        WrongLetak: it does not fit.
    """
    series, position = _part(tree, operation.letak)
    path = (*series, position)
    _check_changeable(tree, path, operation.letak)
    target, _ = _part(tree, operation.setelah)
    if target == series:
        raise WrongLetak(
            f"{operation.letak} tetap dalam daftar yang sama",
            "pakai tukar, atau nomori bila hanya nomornya yang berganti",
        )
    item = get_at(tree, path)
    if deleted(item):
        raise WrongLetak(f"{operation.letak} sudah dihapus", "hapus perubahan ini")
    bare = {key: each for key, each in item.items() if key != label_key(series)}
    if operation.nomor:
        bare[label_key(target)] = operation.nomor
    put_in = _put_behind(tree, operation.setelah, [bare])
    return put_in, Delete(tindakan="hapus", letak=operation.letak)


def _put_behind(tree: Tree, letak: str, items: Sequence[Any]) -> Insert | Append:
    """Parts behind one that stands: appended where it is the last."""
    series, position = _part(tree, letak)
    if position == len(get_at(tree, series)) - 1:
        return Append(
            tindakan="tambah",
            setelah=letak,
            isi=tuple(items),
        )
    return Insert(
        tindakan="sisip",
        setelah=letak,
        isi=tuple(items),
    )


def _check_one_list(tree: Tree, addresses: Sequence[str]) -> None:
    """Parts that stand beside each other."""
    series = {_part(tree, letak)[0] for letak in addresses}
    if len(series) > 1 or len(set(addresses)) < len(addresses):
        raise WrongLetak(
            f"{addresses[0]} dan {addresses[-1]} bukan dua bagian dari satu daftar",
            "pakai pindah untuk memindahkan ke bagian lain",
        )


def _swap(tree: Tree, operation: Swap) -> Tree:
    _check_one_list(tree, (operation.letak, operation.dengan))
    series, one = _part(tree, operation.letak)
    _, other = _part(tree, operation.dengan)
    for letak, position in ((operation.letak, one), (operation.dengan, other)):
        _check_changeable(tree, (*series, position), letak)
        _check_may_be_numbered(series, letak)
    items, key = list(get_at(tree, series)), label_key(series)
    first, second = items[one], items[other]
    items[one] = _with_number_of(first, with_mark_of(second, first), key)
    items[other] = _with_number_of(second, with_mark_of(first, second), key)
    return set_at(tree, series, items)


def _check_may_be_numbered(series: DataPath, letak: str) -> None:
    """What is cited far beyond its list keeps its number."""
    if series in (("pasal",), ("lampiran",), ("dasar_hukum",)):
        raise WrongLetak(
            f"nomor {letak} tidak bergeser",
            "ubah isinya, atau hapus dan sisipkan dengan nomor sisipan",
        )


def _renumber(tree: Tree, operation: Renumber) -> Tree:
    series, position = _part(tree, operation.letak)
    _check_changeable(tree, (*series, position), operation.letak)
    _check_may_be_numbered(series, operation.letak)
    items, key = list(get_at(tree, series)), label_key(series)
    before = labels(items, series)
    items[position] = {**items[position], key: operation.menjadi}
    after = labels(items, series)
    kept = [n for i, n in enumerate(after) if i != position]
    if kept != [n for i, n in enumerate(before) if i != position]:
        raise WrongLetak(
            f"nomor {operation.menjadi} menggeser nomor sesudahnya",
            "nomori dari yang terakhir, atau pilih nomor lain",
        )
    unit = level(series) or ""
    counted = [whole(label, unit) for label in after]
    if _repeats(after) or counted != sorted(counted) or after == before:
        raise WrongLetak(
            f"{operation.letak} tidak dapat bernomor {operation.menjadi}",
            "pilih nomor yang belum dipakai di antara nomor di depan dan di belakangnya",
        )
    return set_at(tree, series, items)


@lru_cache(maxsize=512)
def _adapter(path: DataPath) -> TypeAdapter[Any]:
    return TypeAdapter(type_at(Kesepakatan, path))


def _canonical(path: DataPath, value: Any, stands_at: DataPath) -> Any:
    """A piece as the tree holds it: short forms spelled out, texts unfolded.

    Args:
        path: where in the tree it goes.
        value: the piece.
        stands_at: where it stands inside its operation.
    """
    anywhere: DataPath = tuple(0 if isinstance(step, int) else step for step in path)
    adapter = _adapter(anywhere)
    try:
        piece = adapter.validate_python(value)
    except ValidationError as cause:
        wanted = type_at(Kesepakatan, anywhere)
        raise WrongContent(stands_at, wanted, cause) from None
    return without_empty(adapter.dump_python(piece, mode="json"))


def _canonical_items(series: DataPath, items: Sequence[Any]) -> list[Any]:
    """New items of a list, from the `isi` of an operation."""
    path = (*series, 0)
    return [_canonical(path, item, ("isi", i)) for i, item in enumerate(items)]


def _check_changeable(tree: Tree, path: DataPath, letak: str) -> None:
    _check_not_penandatanganan(path)
    _check_not_susunan(path)
    _check_not_number(path, letak)
    _check_not_deleted(tree, path)


def _check_not_penandatanganan(path: DataPath) -> None:
    """The day of the signing is past."""
    of_pihak = path[:1] == ("para_pihak",) and path[2:3] == ("penandatanganan",)
    of_all = path[:1] == ("penandatanganan",) and path != ("penandatanganan", "tempat")
    if of_all or of_pihak:
        raise WrongLetak(
            "hari penandatanganan tidak dapat diubah", "hapus perubahan ini"
        )


def _check_not_susunan(path: DataPath) -> None:
    """Another order of the parts is another agreement (rule 237).

    How its pages look is the office's to say, and no word of it.
    """
    if path[:1] == ("halaman",):
        raise WrongLetak(
            "tampilan halaman tidak diubah dengan adendum", "hapus perubahan ini"
        )
    if path[:1] in (("susunan",), ("instrumen",)):
        raise WrongLetak(
            f"{path[0]} naskah tidak diubah dengan adendum",
            "kembalikan seperti pada naskah yang ditandatangani",
        )


def _check_not_number(path: DataPath, letak: str) -> None:
    """Numbers never shift."""
    if _is_part(path[:-1]) and path[-1] in (label_key(path[:-2]), "dihapus"):
        raise WrongLetak(
            f"{letak} tidak dapat diubah", "nomor bagian tetap; pakai sisip atau hapus"
        )
    if path[0] == "pasal" and level(path):
        raise WrongLetak(
            f"{letak} tanpa nomor", "sebut bagian yang diubah satu demi satu"
        )


def _check_not_deleted(tree: Tree, path: DataPath) -> None:
    """What stands in a deleted part is gone with it."""
    for length in range(1, len(path)):
        above = path[:length]
        if _is_part(above) and deleted(get_at(tree, above)):
            words = place_at(tree, above).words
            raise WrongLetak(f"{words} sudah dihapus", "hapus perubahan ini")


def _change(tree: Tree, path: DataPath, operation: Change) -> Tree:
    _check_changeable(tree, path, operation.letak)
    old = get_at(tree, path)
    new = _canonical(path, operation.menjadi, ("menjadi",))
    if _is_part(path) and isinstance(new, dict):
        new = _with_number_of(old or {}, new, label_key(path[:-1]))
    if old == new:
        raise WrongLetak(
            f"{operation.letak} sudah berbunyi demikian",
            "hapus perubahan ini, atau perbaiki isinya",
        )
    if new is None:
        raise WrongLetak(
            f"isi baru {operation.letak} kosong", "pakai tindakan hapus, tanpa menjadi"
        )
    return set_at(tree, path, new)


def _with_number_of(old: Tree, new: Tree, key: str) -> Tree:
    """The new part under the number that the old one has."""
    result = {name: content for name, content in new.items() if name != key}
    nomor = old.get(key)
    return result if nomor is None else {**result, key: nomor}


def _is_part(path: DataPath) -> bool:
    return len(path) > 1 and isinstance(path[-1], int) and level(path[:-1]) is not None


def _part(tree: Tree, letak: str) -> tuple[DataPath, int]:
    """The list of a numbered part, and its position there."""
    path = find(tree, letak)
    if not _is_part(path):
        raise WrongLetak(
            f"{letak} bukan bagian bernomor",
            "sebut pasal, ayat, huruf, angka, program, atau baris",
        )
    return path[:-1], int(path[-1])


def _insert(tree: Tree, operation: Insert) -> Tree:
    letak = operation.setelah or operation.sebelum or ""
    path = find(tree, letak)
    if is_row(path):
        return _insert_rows(tree, path, operation)
    series, beside = _part(tree, letak)
    _check_changeable(tree, (*series, beside), letak)
    if operation.sebelum and beside:
        raise WrongLetak(
            f"{letak} bukan bagian yang pertama",
            "pakai setelah: dengan bagian di depannya",
        )
    items = get_at(tree, series)
    position = beside if operation.sebelum else beside + 1
    put_in = _canonical_items(series, operation.isi)
    before = labels(items, series)
    if operation.geser:
        return _insert_before_others(tree, series, position, put_in)
    _check_numbers(put_in, before, series)
    new = [*items[:position], *put_in, *items[position:]]
    after = labels(new, series)
    kept = after[:position] + after[position + len(put_in) :]
    if kept != before or _repeats(after):
        raise WrongLetak(
            "nomor sisipan menggeser nomor yang sudah ada",
            "lanjutkan nomor di depannya, mis. 7A setelah 7",
        )
    return set_at(tree, series, new)


def _insert_rows(tree: Tree, beside: DataPath, operation: Insert | Append) -> Tree:
    """Rows of a table put in beside one; they bear no numbers."""
    series, position = beside[:-1], int(beside[-1])
    letak = address_of(operation)
    _check_changeable(tree, series, letak)
    in_front = isinstance(operation, Insert) and operation.sebelum
    if in_front and position:
        raise WrongLetak(
            f"{letak} bukan baris yang pertama",
            "pakai setelah: dengan baris di depannya",
        )
    begin = position if in_front else position + 1
    items = get_at(tree, series)
    put_in = _canonical_items(series, operation.isi)
    return set_at(tree, series, [*items[:begin], *put_in, *items[begin:]])


def _insert_before_others(
    tree: Tree, series: DataPath, position: int, put_in: Sequence[Tree]
) -> Tree:
    """New parts that are counted, and all behind them counted on."""
    items, key = get_at(tree, series), label_key(series)
    letak = place_at(tree, (*series, 0)).words
    _check_may_be_numbered(series, letak)
    if any(key in item for item in (*put_in, *items[position:])):
        raise WrongLetak(
            "nomornya ditulis sendiri, jadi tidak bergeser",
            "hapus geser dan beri sisipannya nomor, mis. 1a",
        )
    new = [*items[:position], *put_in, *items[position:]]
    if _repeats(labels(new, series)):
        raise WrongLetak("nomor sisipan sudah dipakai", "hapus geser")
    return set_at(tree, series, new)


def _check_numbers(
    put_in: Sequence[Tree], taken: Sequence[str], series: DataPath
) -> None:
    """What is put in between bears a number, and one of its own."""
    key = label_key(series)
    for item in put_in:
        nomor = item.get(key)
        if nomor is None:
            raise WrongLetak(
                "sisipan belum bernomor",
                f'tambahkan "{key}:", mis. 7A untuk pasal atau 1a untuk ayat',
            )
        if nomor in taken:
            words = unit_words(level(series) or "", nomor)
            raise WrongLetak(f"{words} sudah ada", "pilih nomor lain")


def _append(tree: Tree, operation: Append) -> Tree:
    path = find(tree, operation.setelah)
    if is_row(path) and int(path[-1]) == len(get_at(tree, path[:-1])) - 1:
        return _insert_rows(tree, path, operation)
    if is_row(path):
        message = f"{operation.setelah} bukan baris yang terakhir"
        raise WrongLetak(message, "pakai tindakan sisip")
    series, last = _part(tree, operation.setelah)
    items = get_at(tree, series)
    if last != len(items) - 1:
        raise WrongLetak(
            f"{operation.setelah} bukan bagian yang terakhir", "pakai tindakan sisip"
        )
    new = [*items, *_canonical_items(series, operation.isi)]
    if _repeats(labels(new, series)):
        raise WrongLetak(
            "nomor tambahan sudah dipakai", "hapus nomornya; program yang menghitung"
        )
    return set_at(tree, series, new)


def _repeats(numbers: Sequence[str]) -> bool:
    return len(set(numbers)) < len(numbers)


def _delete(tree: Tree, path: DataPath, operation: Delete) -> Tree:
    _check_changeable(tree, path, operation.letak)
    now = get_at(tree, path)
    if is_row(path):
        return _without_row(tree, path, operation.letak)
    if isinstance(path[-1], int) and not _is_part(path):
        raise WrongLetak(
            f"{operation.letak} tidak dapat dihapus sendiri",
            "ubah daftarnya seluruhnya, mis. letak: para pihak",
        )
    if now in (None, ""):
        raise WrongLetak(f"{operation.letak} memang tidak ada", "hapus perubahan ini")
    if not _is_part(path):
        return _cleared(tree, path)
    if deleted(now):
        raise WrongLetak(f"{operation.letak} sudah dihapus", "hapus perubahan ini")
    return set_at(tree, path, {**now, "dihapus": "ya"})


def _without_row(tree: Tree, path: DataPath, letak: str) -> Tree:
    """The tree without a row of a table; those behind it move up."""
    series, position = path[:-1], int(path[-1])
    items = get_at(tree, series)
    if len(items) == 1:
        raise WrongLetak(
            f"{letak} baris satu-satunya", "hapus tabelnya, bukan barisnya"
        )
    return set_at(tree, series, [*items[:position], *items[position + 1 :]])


def _cleared(tree: Tree, path: DataPath) -> Tree:
    """The tree without a datum; words that would come back by default are emptied."""
    if path in _STANDING_WORDS:
        return set_at(tree, path, "")
    return drop_at(tree, path)


def _reword(tree: Tree, operation: ReplaceWords) -> Tree:
    path = () if operation.letak.lower() == WHOLE else find(tree, operation.letak)
    if path:
        _check_changeable(tree, path, operation.letak)
    now = get_at(tree, path)
    new, times = replace_words(now, operation.tertulis, operation.menjadi)
    if times != operation.sebanyak:
        where = place_at(tree, path).words if path else WHOLE
        raise _wrong_times(operation, times, where)
    return set_at(tree, path, new)


def _wrong_times(operation: ReplaceWords, times: int, where: str) -> WrongLetak:
    found, saran = "tidak ada", "salin kata-katanya dari naskah yang berlaku"
    if times:
        found = f"ada di {times} tempat"
        saran = f'tulis "sebanyak: {times}", atau persempit letaknya'
    return WrongLetak(
        f'"{operation.tertulis}" {found} dalam {where}, bukan {operation.sebanyak}',
        saran,
    )
