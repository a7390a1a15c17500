"""Addresses as lawyers write them, `Pasal 6 ayat (2)`, `Lampiran baris 3.2.a kolom output`, to paths of the tree and back.

What has no address in law is named by its keys in the YAML: `jangka waktu`, `para pihak kesatu kedudukan`.
"""

import difflib
import re

from notakesepakatan.compute.text.tree import Tree, get_at, labels, place_at
from notakesepakatan.data import class_at
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import CHILDREN, DataPath, keys_of, level, unit_words

_LONGEST_WORD = 4
"""Words of the longest key: konvensi_berakhir has two, a party's key up to three."""


class WrongLetak(Exception):
    """An address that cannot be read or leads nowhere; `str()` says why and `saran` what to do, in Indonesian."""

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
    word = letak.split()
    if not word:
        raise WrongLetak("letak kosong", "tulis letaknya, mis. Pasal 6 ayat (2)")
    head = " ".join(word[:2]).lower()
    if word[0].lower() == "pasal" and len(word) > 1:
        return _parts(tree, (), word)
    if word[0].lower() == "pertimbangan" and len(word) > 1:
        return _parts(tree, ("pertimbangan",), word[1:])
    if head == "dasar hukum" and len(word) > 2:
        return _parts(tree, ("dasar_hukum",), word[2:])
    if head == "para pihak" and len(word) > 2:
        return _party(tree, word[2:])
    if word[0].lower() == "nomor":
        return (
            *_party(
                tree,
                [k for k in word[1:] if k.lower() not in ("para", "pihak")] or [""],
            ),
            "nomor",
        )
    if word[0].lower() == "lampiran":
        return _annex(tree, word[1:])
    return _keys((), word)


_LABEL = re.compile(r"(\()?([0-9A-Za-z]{1,12})(\))?")


def _parts(tree: Tree, path: DataPath, word: list[str]) -> DataPath:
    """Numbered parts one below another, then keys of the last."""
    while len(word) > 1 and (match := _LABEL.fullmatch(word[1])):
        unit, label = word[0].lower(), match[2]
        if match[3] and not match[1]:
            unit = f"sub{unit}"
        series = (
            path if path in (("pertimbangan",), ("dasar_hukum",)) else (*path, unit)
        )
        if level(series) != unit:
            break
        ada = labels(get_at(tree, series) or [], series)
        if label not in ada:
            di = f" di {place_at(tree, path).words}" if path else ""
            yang_ada = ", ".join(unit_words(unit, one) for one in ada)
            raise WrongLetak(
                f"{unit_words(unit, label)} tidak ada{di}",
                f"yang ada: {yang_ada}" if ada else "periksa letaknya",
            )
        path, word = (*series, ada.index(label)), word[2:]
    return _keys(path, word)


def _party(tree: Tree, word: list[str]) -> DataPath:
    ada = keys_of(len(tree["para_pihak"]))
    for n in range(min(len(word), _LONGEST_WORD), 0, -1):
        if (name := "_".join(word[:n]).lower()) in ada:
            return _keys(("para_pihak", ada.index(name)), word[n:])
    raise WrongLetak(
        f'pihak "{word[0]}" tidak ada', f"pilih salah satu: {', '.join(ada)}"
    )


def _annex(tree: Tree, word: list[str]) -> DataPath:
    if not word:
        return ("lampiran",)
    if get_at(tree, ("lampiran",)) is None:
        raise WrongLetak(
            "kesepakatan ini tidak berlampiran",
            'tulis letak "Lampiran" untuk menambahkannya',
        )
    series: DataPath = ("lampiran", "program")
    if word[0].lower() not in ("program", "baris") or len(word) < 2:
        return _keys(("lampiran",), word)
    address = word[1].split(".")
    path = _row(tree, series, address[0], word[1])
    if word[0].lower() == "baris":
        for label in address[1:]:
            path = _row(tree, (*path, "tahapan"), label, word[1])
        if len(address) == 1:
            series = (*path, "tahapan")
            if labels(get_at(tree, series), series) != ("",):
                raise WrongLetak(
                    f"baris {word[1]} adalah program bertahapan",
                    f"sebut tahapannya, mis. baris {word[1]}.1",
                )
            path = (*series, 0)
    elif len(address) > 1:
        raise WrongLetak(
            f"program {word[1]} tidak ada",
            f'tulis "Lampiran baris {word[1]}" untuk tahapan',
        )
    rest = word[2:]
    return _keys(path, rest[1:] if rest[:1] == ["kolom"] else rest)


def _row(tree: Tree, series: DataPath, label: str, address: str) -> DataPath:
    ada = labels(get_at(tree, series) or [], series)
    if label not in ada:
        raise WrongLetak(
            f"baris {address} tidak ada di Lampiran",
            f"nomor yang ada di tempat itu: {', '.join(ada) or '-'}",
        )
    return (*series, ada.index(label))


def _keys(path: DataPath, word: list[str]) -> DataPath:
    """Keys of the YAML, an underscore written as a space or as itself."""
    if word and level(path):
        raise WrongLetak(
            f'"{" ".join(word)}" tanpa nomor',
            "sebut nomornya, mis. dasar hukum angka 6",
        )
    while word:
        known = list(getattr(class_at(Kesepakatan, path), "model_fields", ()))
        if not known and path[-1:] not in (("tugas",), ("pihak",)):
            raise WrongLetak(
                f'"{" ".join(word)}" bukan letak yang dikenal',
                "sebut bagian di atasnya, yang diganti seluruhnya",
            )
        for n in range(min(len(word), _LONGEST_WORD), 0, -1):
            if (name := "_".join(word[:n]).lower()) in known or (
                not known and n == len(word)
            ):
                path, word = (*path, name), word[n:]
                break
        else:
            near = difflib.get_close_matches(
                "_".join(word).lower(), [*known, *CHILDREN], 1
            )
            saran = (
                f'mungkin maksudnya "{near[0].replace("_", " ")}"'
                if near
                else "periksa penulisan letaknya"
            )
            raise WrongLetak(f'"{" ".join(word)}" bukan letak yang dikenal', saran)
    return path
