"""Operations of an adendum applied to the tree of an agreement: every one checked,
nothing by halves.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from notakesepakatan.compute.text.letak import WrongLetak, find
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
    Delete,
    Insert,
    Operation,
    ReplaceWords,
)
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import DataPath, at, level, unit_words
from notakesepakatan.temuan import Problem

_NO_WORD = (
    "kunci",
    "nomor",
    "angka",
    "korespondensi",
    "dihapus",
    "jangka_waktu",
    "konvensi_berakhir",
    "tahun",
)
_NO_KALIMAT = ("tenggat", "penandatanganan")
"""Keys whose text is no word of the paper, or data that words only take over."""

_BRACKET = re.compile(r"\[\[.*?\]\]")


class WrongContent(Exception):
    """New content that is no valid piece of an agreement.

    Attributes:
        path: where it stands inside the operation.
        type_: what was wanted there.
        sebab: the findings, their paths relative to `path`.
    """

    def __init__(self, path: DataPath, type_: Any, sebab: ValidationError) -> None:
        super().__init__(str(sebab))
        self.path, self.type_, self.sebab = path, type_, sebab


def apply(
    tree: Tree, items: Sequence[Operation]
) -> tuple[Tree, list[Problem | WrongContent]]:
    """The tree after all operations, in their order, and those that do not fit it.

    Where there is a finding, the tree is without that operation and for looking on
    only.
    """
    problem = list[Problem | WrongContent]()
    for i, operation in enumerate(items):
        try:
            tree = apply_one(tree, operation)
        except WrongLetak as cause:
            problem.append(
                Problem(
                    at("perubahan", i, *_at_fault(operation)),
                    "letak",
                    str(cause),
                    cause.saran,
                )
            )
        except WrongContent as cause:
            problem.append(
                WrongContent(("perubahan", i, *cause.path), cause.type_, cause.sebab)
            )
    return tree, problem


@lru_cache(maxsize=512)
def _adapter(path: DataPath) -> TypeAdapter[Any]:
    return TypeAdapter(type_at(Kesepakatan, path))


def _canonical(path: DataPath, value: Any, di: DataPath) -> Any:
    """A piece as the tree holds it: short forms spelled out, texts unfolded."""
    kind: DataPath = tuple(0 if isinstance(step, int) else step for step in path)
    try:
        adapter = _adapter(kind)
        return without_empty(
            adapter.dump_python(adapter.validate_python(value), mode="json")
        )
    except ValidationError as cause:
        raise WrongContent(di, type_at(Kesepakatan, kind), cause) from None


def _at_fault(operation: Operation) -> DataPath:
    if isinstance(operation, Insert | Append):
        return ("setelah",) if operation.setelah else ("sebelum",)
    return ("letak",)


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


def _check_changeable(tree: Tree, path: DataPath, letak: str) -> None:
    """Numbers never shift, the signing is past, and what stands in a deleted part is
    gone with it.
    """
    if path[:1] == ("penandatanganan",) and path != ("penandatanganan", "tempat"):
        raise WrongLetak(
            "hari penandatanganan tidak dapat diubah", "hapus perubahan ini"
        )
    if (
        len(path) > 1
        and _is_part(path[:-1])
        and path[-1] in (label_key(path[:-2]), "dihapus")
    ):
        raise WrongLetak(
            f"{letak} tidak dapat diubah", "nomor bagian tetap; pakai sisip atau hapus"
        )
    if path[0] == "pasal" and level(path):
        raise WrongLetak(
            f"{letak} tanpa nomor", "sebut bagian yang diubah satu demi satu"
        )
    for length in range(1, len(path)):
        above = path[:length]
        if _is_part(above) and deleted(get_at(tree, above)):
            raise WrongLetak(
                f"{place_at(tree, above).words} sudah dihapus", "hapus perubahan ini"
            )


def _change(tree: Tree, path: DataPath, operation: Change) -> Tree:
    _check_changeable(tree, path, operation.letak)
    new = _canonical(path, operation.menjadi, ("menjadi",))
    if _is_part(path) and isinstance(new, dict):
        key = label_key(path[:-1])
        nomor = (get_at(tree, path) or {}).get(key)
        new = {name: content for name, content in new.items() if name != key} | (
            {key: nomor} if nomor is not None else {}
        )
    if get_at(tree, path) == new:
        raise WrongLetak(
            f"{operation.letak} sudah berbunyi demikian",
            "hapus perubahan ini, atau perbaiki isinya",
        )
    return set_at(tree, path, new)


def _is_part(path: DataPath) -> bool:
    return len(path) > 1 and isinstance(path[-1], int) and level(path[:-1]) is not None


def _part(tree: Tree, letak: str) -> tuple[DataPath, int]:
    """List and place of a numbered part."""
    path = find(tree, letak)
    if not _is_part(path):
        raise WrongLetak(
            f"{letak} bukan bagian bernomor",
            "sebut pasal, ayat, huruf, angka, program, atau baris",
        )
    return path[:-1], int(path[-1])


def _insert(tree: Tree, operation: Insert) -> Tree:
    letak = operation.setelah or operation.sebelum or ""
    series, i = _part(tree, letak)
    _check_changeable(tree, (*series, i), letak)
    items, key = get_at(tree, series), label_key(series)
    if operation.sebelum and i:
        raise WrongLetak(
            f"{letak} bukan bagian yang pertama",
            "pakai setelah: dengan bagian di depannya",
        )
    ada = labels(items, series)
    position = i if operation.sebelum else i + 1
    content = [
        _canonical((*series, 0), one, ("isi", n)) for n, one in enumerate(operation.isi)
    ]
    for one in content:
        if (nomor := one.get(key)) is None:
            raise WrongLetak(
                "sisipan belum bernomor",
                f'tambahkan "{key}:", mis. 7A untuk pasal atau 1a untuk ayat',
            )
        if nomor in ada:
            raise WrongLetak(
                f"{unit_words(level(series) or '', nomor)} sudah ada",
                "pilih nomor lain",
            )
    new = [*items[:position], *content, *items[position:]]
    after = labels(new, series)
    if after[:position] + after[position + len(content) :] != ada or len(
        set(after)
    ) < len(after):
        raise WrongLetak(
            "nomor sisipan menggeser nomor yang sudah ada",
            "lanjutkan nomor di depannya, mis. 7A setelah 7",
        )
    return set_at(tree, series, new)


def _append(tree: Tree, operation: Append) -> Tree:
    series, i = _part(tree, operation.setelah)
    items = get_at(tree, series)
    if i != len(items) - 1:
        raise WrongLetak(
            f"{operation.setelah} bukan bagian yang terakhir", "pakai tindakan sisip"
        )
    new = [
        *items,
        *(
            _canonical((*series, 0), one, ("isi", n))
            for n, one in enumerate(operation.isi)
        ),
    ]
    after = labels(new, series)
    if len(set(after)) < len(after):
        raise WrongLetak(
            "nomor tambahan sudah dipakai", "hapus nomornya; program yang menghitung"
        )
    return set_at(tree, series, new)


def _delete(tree: Tree, path: DataPath, operation: Delete) -> Tree:
    _check_changeable(tree, path, operation.letak)
    now = get_at(tree, path)
    if isinstance(path[-1], int) and not _is_part(path):
        raise WrongLetak(
            f"{operation.letak} tidak dapat dihapus sendiri",
            "ubah daftarnya seluruhnya, mis. letak: para pihak",
        )
    if now is None:
        raise WrongLetak(f"{operation.letak} memang tidak ada", "hapus perubahan ini")
    if not _is_part(path):
        return drop_at(tree, path)
    if deleted(now):
        raise WrongLetak(f"{operation.letak} sudah dihapus", "hapus perubahan ini")
    return set_at(tree, path, {**now, "dihapus": "ya"})


def _reword(tree: Tree, operation: ReplaceWords) -> Tree:
    path = () if operation.letak.lower() == WHOLE else find(tree, operation.letak)
    if path:
        _check_changeable(tree, path, operation.letak)
    pattern, count = word_pattern(operation.tertulis), 0

    def replace(thing: Any) -> Any:
        nonlocal count
        if isinstance(thing, str):
            result, n = _replace_words(pattern, operation.menjadi, thing)
            count += n
            return result if n else thing
        if isinstance(thing, list):
            return [replace(content) for content in thing]
        if isinstance(thing, dict) and not deleted(thing):
            return {
                key: content if _is_no_word(key, content) else replace(content)
                for key, content in thing.items()
            }
        return thing

    result = replace(get_at(tree, path))
    if count != operation.sebanyak:
        word = f"ada di {count} tempat" if count else "tidak ada"
        saran = (
            f'tulis "sebanyak: {count}", atau persempit letaknya'
            if count
            else "salin kata-katanya dari naskah yang berlaku"
        )
        raise WrongLetak(
            f'"{operation.tertulis}" {word} dalam {_where(tree, path)}, bukan {operation.sebanyak}',
            saran,
        )
    return set_at(tree, path, result)


def _is_no_word(key: str, content: Any) -> bool:
    return key in _NO_KALIMAT or (
        key in _NO_WORD and (isinstance(content, str) or key == "tahun")
    )


def _replace_words(
    pattern: re.Pattern[str], menjadi: str, text: str
) -> tuple[str, int]:
    """Words replaced, and in how many places.

    What stands in `[[ ]]` is taken whole or not at all.
    """
    bracket = [match.span() for match in _BRACKET.finditer(text)]
    result, end, n = "", 0, 0
    for match in pattern.finditer(text):
        start, limit = match.span()
        if all(
            limit <= a or start >= b or (start <= a and b <= limit) for a, b in bracket
        ):
            result, end, n = result + text[end:start] + menjadi, limit, n + 1
    return result + text[end:], n


WHOLE = "seluruh naskah"
"""Address of everything, for words that change wherever they stand."""


def _where(tree: Tree, path: DataPath) -> str:
    return place_at(tree, path).words if path else WHOLE


def word_pattern(word: str) -> re.Pattern[str]:
    """Where these words stand whole: `V` is not found in `VI`."""
    start = r"(?<!\w)" if word[:1].isalnum() else ""
    end = r"(?!\w)" if word[-1:].isalnum() else ""
    return re.compile(start + re.escape(word) + end)
