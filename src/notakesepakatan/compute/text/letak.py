"""Addresses as lawyers write them, `Pasal 6 ayat (2)`, to paths of the tree.

Another is `Lampiran baris 3.2.a kolom output`. What has no address in law is named by its
keys in the YAML: `jangka waktu`, `para pihak kesatu kedudukan`.
"""

import difflib
import re
from collections.abc import Callable, Iterator

from notakesepakatan.compute.text.tree import Tree, get_at, labels, place_at
from notakesepakatan.data import class_at, type_at
from notakesepakatan.model.dasar import OneText
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import (
    CAPITAL,
    CHILDREN,
    DASAR_HUKUM_PATH,
    PARA_PIHAK,
    PERTIMBANGAN_PATH,
    ROMAN,
    DataPath,
    keys_of,
    level,
    unit_words,
)

_LONGEST_KEY = 4
"""Words of the longest key: konvensi_berakhir has two, a party's key up to three."""


class WrongLetak(Exception):
    """An address that cannot be read or leads nowhere.

    `str()` says why and `saran` what to do, in Indonesian.
    """

    def __init__(
        self, message: str, saran: str = "periksa letaknya pada naskah yang berlaku"
    ) -> None:
        super().__init__(message)
        self.saran = saran


def find(tree: Tree, letak: str) -> DataPath:
    """The path of an address in this tree.

    Raises:
        WrongLetak: it cannot be read, or no such part is there.
    """
    words = letak.split()
    if not words:
        raise WrongLetak("letak kosong", "tulis letaknya, mis. Pasal 6 ayat (2)")
    row = _ROW.fullmatch(" ".join(words))
    if row:
        return _row_of_tabel(tree, f"{row['of']} {row['rows']}", row["nomor"])
    small = letak.lower().split()
    for beginning, read in _BEGINNINGS:
        if small[: len(beginning)] == beginning:
            behind = words[len(beginning) :]
            if behind or beginning in _MAY_STAND_ALONE:
                return read(tree, words)
    return _keys((), words)


def path_in(before: Tree, after: Tree, path: DataPath) -> DataPath | None:
    """Where the part that a path of a changed text leads to stood before.

    None where it was not there.
    """
    try:
        return find(before, place_at(after, path).words)
    except WrongLetak:
        return None


_ROW = re.compile(
    r"(?P<of>.+) (?P<rows>tabel (?:terjemahan )?baris) (?P<nomor>\d{1,5})",
    re.IGNORECASE,
)
"""One row of a table, counted from 1: "Lampiran II tabel baris 3"."""


def _row_of_tabel(tree: Tree, rows: str, nomor: str) -> DataPath:
    """The path of a row.

    Args:
        tree: the tree.
        rows: where the rows of its table stand: "Lampiran II tabel baris".
        nomor: its place among them, from 1.
    """
    path = find(tree, rows)
    items = get_at(tree, path) or []
    if not 0 < int(nomor) <= len(items):
        message = f"baris {nomor} tidak ada pada tabel itu"
        raise WrongLetak(message, f"banyak barisnya {len(items)}")
    return (*path, int(nomor) - 1)


def _pasal(tree: Tree, words: list[str]) -> DataPath:
    return _parts(tree, (), words)


def _pertimbangan(tree: Tree, words: list[str]) -> DataPath:
    return _parts(tree, PERTIMBANGAN_PATH, words[1:])


def _dasar_hukum(tree: Tree, words: list[str]) -> DataPath:
    return _parts(tree, DASAR_HUKUM_PATH, words[2:])


def _para_pihak(tree: Tree, words: list[str]) -> DataPath:
    return _pihak(tree, words[2:])


def _nomor(tree: Tree, words: list[str]) -> DataPath:
    """The number that a party gives: `nomor para pihak kesatu`."""
    pihak = [word for word in words[1:] if word.lower() not in ("para", "pihak")]
    return (*_pihak(tree, pihak or [""]), "nomor")


def _lampiran(tree: Tree, words: list[str]) -> DataPath:
    return _part_of_lampiran(tree, words[1:])


_BEGINNINGS: tuple[tuple[list[str], Callable[[Tree, list[str]], DataPath]], ...] = (
    (["pasal"], _pasal),
    (["pertimbangan"], _pertimbangan),
    (["dasar", "hukum"], _dasar_hukum),
    (["para", "pihak"], _para_pihak),
    (["nomor"], _nomor),
    (["lampiran"], _lampiran),
)
"""How an address begins, in small letters, and what reads it."""
_MAY_STAND_ALONE = (["nomor"], ["lampiran"])


def _pihak(tree: Tree, words: list[str]) -> DataPath:
    keys = keys_of(len(tree["para_pihak"]))
    for name, rest in _readings_as_key(words):
        if name in keys:
            return _keys((*PARA_PIHAK, keys.index(name)), rest)
    message = f'pihak "{words[0]}" tidak ada'
    raise WrongLetak(message, f"pilih salah satu: {', '.join(keys)}")


def _part_of_lampiran(tree: Tree, words: list[str]) -> DataPath:
    if not words:
        return ("lampiran",)
    lampiran = get_at(tree, ("lampiran",))
    if lampiran is None:
        message = "kesepakatan ini tidak berlampiran"
        raise WrongLetak(message, 'tulis letak "Lampiran" untuk menambahkannya')
    path: DataPath = ("lampiran",)
    if isinstance(lampiran, list):
        path, words = _one_lampiran(lampiran, words)
    kind = words[0].lower() if words else ""
    if kind not in ("program", "baris") or len(words) < 2:
        return _parts(tree, path, words)
    series, address, rest = (*path, "program"), words[1], words[2:]
    find_row = _tahapan if kind == "baris" else _program
    row = find_row(tree, series, address)
    return _keys(row, rest[1:] if rest[:1] == ["kolom"] else rest)


def _one_lampiran(items: list[Tree], words: list[str]) -> tuple[DataPath, list[str]]:
    """The annex of several that is named by its number, and the words behind it.

    Rows and programmes of the only Rencana Kerja need no number.
    """
    known = labels(items, ("lampiran",))
    if words[0] in known:
        return ("lampiran", known.index(words[0])), words[1:]
    plans = [i for i, item in enumerate(items) if item.get("program")]
    if words[0].lower() in ("program", "baris") and len(plans) == 1:
        return ("lampiran", plans[0]), words
    there = ", ".join(unit_words("lampiran", label) for label in known)
    message = f"Lampiran {words[0]} tidak ada"
    raise WrongLetak(message, f"sebut nomornya; yang ada: {there}")


_LABEL = re.compile(r"(\()?([0-9A-Za-z]{1,12})(\))?")


def _parts(tree: Tree, path: DataPath, words: list[str]) -> DataPath:
    """Numbered parts one below another, then keys of the last."""
    while len(words) > 1:
        match = _LABEL.fullmatch(words[1])
        if not match:
            break
        opening, label, closing = match.groups()
        sub = "sub" if closing and not opening else ""
        unit = sub + words[0].lower()
        otherwise = _CALLED_ALIKE.get(unit)
        if otherwise and get_at(tree, (*path, otherwise)):
            unit = otherwise
        series = path if path in _LISTS_WITHOUT_UNIT else (*path, unit)
        if level(series) != unit:
            break
        path = (*series, _position(tree, path, series, label))
        words = words[2:]
    return _keys(path, words)


_CALLED_ALIKE = {"huruf": CAPITAL, "angka": ROMAN}
"""Lists whose items are called as those of another are, by how they are labelled."""
_LISTS_WITHOUT_UNIT = (PERTIMBANGAN_PATH, DASAR_HUKUM_PATH)
"""Lists whose items are called by their number alone: `pertimbangan huruf a`."""


def _position(tree: Tree, above: DataPath, series: DataPath, label: str) -> int:
    """Where the item with this number is in a list of numbered parts."""
    known = labels(get_at(tree, series) or [], series)
    if label in known:
        return known.index(label)
    unit = level(series) or ""
    inside = f" di {place_at(tree, above).words}" if above else ""
    message = f"{unit_words(unit, label)} tidak ada{inside}"
    choices = ", ".join(unit_words(unit, choice) for choice in known)
    raise WrongLetak(message, f"yang ada: {choices}" if known else "periksa letaknya")


def _program(tree: Tree, series: DataPath, address: str) -> DataPath:
    first, dot, _ = address.partition(".")
    path = _row(tree, series, first, address)
    if dot:
        message = f"program {address} tidak ada"
        raise WrongLetak(message, f'tulis "Lampiran baris {address}" untuk tahapan')
    return path


def _tahapan(tree: Tree, series: DataPath, address: str) -> DataPath:
    """The row of a stage; of a programme whose only stage bears no number, that one."""
    first, *rest = address.split(".")
    path = _row(tree, series, first, address)
    for label in rest:
        path = _row(tree, (*path, "tahapan"), label, address)
    if rest:
        return path
    tahapan_list: DataPath = (*path, "tahapan")
    if labels(get_at(tree, tahapan_list), tahapan_list) != ("",):
        message = f"baris {address} adalah program bertahapan"
        raise WrongLetak(message, f"sebut tahapannya, mis. baris {address}.1")
    return (*tahapan_list, 0)


def _row(tree: Tree, series: DataPath, label: str, address: str) -> DataPath:
    known = labels(get_at(tree, series) or [], series)
    if label not in known:
        message = f"baris {address} tidak ada di Lampiran"
        saran = f"nomor yang ada di tempat itu: {', '.join(known) or '-'}"
        raise WrongLetak(message, saran)
    return (*series, known.index(label))


def _keys(path: DataPath, words: list[str]) -> DataPath:
    """Keys of the YAML, an underscore written as a space or as itself."""
    if words and level(path) and path != ("lampiran",):
        saran = "sebut nomornya, mis. dasar hukum angka 6"
        raise WrongLetak(f'"{" ".join(words)}" tanpa nomor', saran)
    while words:
        key, words = _key(path, words)
        path = (*path, key)
    return path


def _key(path: DataPath, words: list[str]) -> tuple[str, list[str]]:
    """The next key, and the words behind it."""
    known = _keys_of_mapping(path)
    takes_any_key = path[-1:] in (("tugas",), ("pihak",))
    if not known and not takes_any_key:
        raise _unknown_key(words, "sebut bagian di atasnya, yang diganti seluruhnya")
    for name, rest in _readings_as_key(words):
        if name in known or (not known and not rest):
            return name, rest
    wanted = "_".join(words).lower()
    near = difflib.get_close_matches(wanted, [*known, *CHILDREN], 1)
    if near:
        meant = near[0].replace("_", " ")
        raise _unknown_key(words, f'mungkin maksudnya "{meant}"')
    if re.fullmatch(r"\(\w+\)", words[0]):
        raise _unknown_key(words, f"tulis ayat {words[0]}")
    raise _unknown_key(words, _HOW_TO_WRITE)


_HOW_TO_WRITE = (
    "tulis satu letak saja, dari pasalnya ke dalam, mis. Pasal 6 ayat (2) huruf b, atau "
    "kuncinya, mis. para pihak kedua nama"
)


def _keys_of_mapping(path: DataPath) -> list[str]:
    """The keys below a path; none where the tree holds a text."""
    class_ = class_at(Kesepakatan, path)
    is_list = type_at(Kesepakatan, (*path, 0)) is not None
    is_list &= path != ("lampiran",)  # one annex alone is a mapping
    if class_ is None or is_list or issubclass(class_, OneText):
        return []
    return list(class_.model_fields)


def _unknown_key(words: list[str], saran: str) -> WrongLetak:
    return WrongLetak(f'"{" ".join(words)}" bukan letak yang dikenal', saran)


def _readings_as_key(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """As many words as a key may have, read as one, and the words behind; longest first."""
    for length in range(min(len(words), _LONGEST_KEY), 0, -1):
        yield "_".join(words[:length]).lower(), words[length:]
