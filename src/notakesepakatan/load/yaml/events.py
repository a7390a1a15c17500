"""PyYAML's events in, plain data and the place of every key and value out.

With them what is YAML and refused all the same: anchors, aliases, tags, several documents,
duplicate keys, too great a depth.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from notakesepakatan.load.yaml.characters import hidden_character
from notakesepakatan.place import DataPath, Place
from notakesepakatan.temuan import Position, Temuan

DEPTH_LIMIT = 16
_COMMENT = re.compile(r"\s+#[^\s#]")
_REMARK = re.compile(r"\s+#\s+(\S.*)")
_EMPTY = ("", "~", "null")


@dataclass
class _Open:
    """A collection that is being read, and the key whose value comes next."""

    collection: Any
    key: str | None = None

    @property
    def awaits_key(self) -> bool:
        """Whether the next scalar is a key."""
        return isinstance(self.collection, dict) and self.key is None


class EventReader:
    """Folds events into data; keeps a stack of its own, never recurses.

    Attributes:
        temuan: what is wrong.
        values: line and column of each value, by its path.
        keys: the same of each key.
        remarks: what stands behind ` # ` on the last line of a text, by the text's path.
    """

    def __init__(self, file: str, text: str) -> None:
        self.temuan: list[Temuan] = []
        self.values: dict[DataPath, tuple[int, int]] = {}
        self.keys: dict[DataPath, tuple[int, int]] = {}
        self.remarks: dict[DataPath, str] = {}
        self._file = file
        self._lines = text.split("\n")
        self._root: list[Any] = []
        self._stack = [_Open(self._root)]
        self._path: list[str | int] = []
        self._documents = 0

    def read(self, peristiwa_list: Iterable[Any]) -> Any:
        """The data of the first document; None of an empty one."""
        for peristiwa in peristiwa_list:
            if not self._take(peristiwa):
                break
        return self._root[0] if self._root else None

    def _take(self, peristiwa: Any) -> bool:
        """Whether to read on behind an event."""
        match peristiwa:
            case yaml.ScalarEvent():
                self._take_scalar(peristiwa)
            case yaml.DocumentStartEvent():
                return self._take_document(peristiwa)
            case yaml.MappingStartEvent():
                return self._take_collection(peristiwa, {})
            case yaml.SequenceStartEvent():
                return self._take_collection(peristiwa, [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()
            case yaml.AliasEvent():
                saran = (
                    "tulis isinya lengkap di sini; "
                    "teks yang diawali tanda bintang diapit tanda kutip"
                )
                self._add(peristiwa, "alias", f"alias *{peristiwa.anchor}", saran)
                self._put(peristiwa, None)
        return True

    def _take_document(self, peristiwa: Any) -> bool:
        self._documents += 1
        if self._documents == 1:
            return True
        message = "lebih dari satu dokumen YAML"
        self._add(peristiwa, "banyak-dokumen", message, "hapus baris ---")
        return False

    def _take_collection(self, peristiwa: Any, collection: Any) -> bool:
        self._check_node(peristiwa)
        if self._stack[-1].awaits_key:
            message = "kurung kurawal atau tanda tanya di awal nilai"
            saran = "apit dengan tanda kutip bila dimaksud sebagai teks"
            self._add(peristiwa, "kunci", message, saran)
            return False
        step = self._put(peristiwa, collection)
        if step is not None:
            self._path.append(step)
        self._stack.append(_Open(collection))
        if len(self._stack) - 1 <= DEPTH_LIMIT:
            return True
        message = f"bersarang lebih dari {DEPTH_LIMIT} tingkat"
        self._add(peristiwa, "kedalaman", message, "sederhanakan susunannya")
        return False

    def _close(self) -> None:
        self._stack.pop()
        if self._path:
            self._path.pop()

    def _take_scalar(self, peristiwa: Any) -> None:
        self._check_node(peristiwa)
        self._check_comment(peristiwa)
        self._check_escapes(peristiwa)
        self._check_block(peristiwa)
        if self._stack[-1].awaits_key:
            self._take_key(peristiwa)
        else:
            is_empty = not peristiwa.style and peristiwa.value in _EMPTY
            step = self._put(peristiwa, None if is_empty else peristiwa.value)
            self._note_remark(peristiwa, step)

    def _take_key(self, peristiwa: Any) -> None:
        path = (*self._path, peristiwa.value)
        if path in self.keys:
            line, _ = self.keys[path]
            message = f"kunci ganda, sudah ada di baris {line}"
            saran = "hapus salah satu"
            if any(isinstance(step, int) for step in self._path):
                saran += ", atau awali isi daftar berikutnya dengan tanda hubung"
            self._add(peristiwa, "kunci-ganda", message, saran, path)
        else:
            self.keys[path] = _start(peristiwa)
        self._stack[-1].key = peristiwa.value

    def _put(self, peristiwa: Any, value: Any) -> str | int | None:
        """A value into the collection that is open.

        Gives the step that leads to it; None for the root.
        """
        above = self._stack[-1]
        if len(self._stack) == 1:
            above.collection.append(value)
            self.values[()] = _start(peristiwa)
            return None
        step: str | int
        if isinstance(above.collection, dict):
            step = above.key or ""
            above.collection[step] = value
            above.key = None
        else:
            step = len(above.collection)
            above.collection.append(value)
        self.values[(*self._path, step)] = _start(peristiwa)
        return step

    def _add(
        self, peristiwa: Any, code: str, message: str, saran: str, path: DataPath = ()
    ) -> None:
        position = Position(self._file, *_start(peristiwa))
        self.temuan.append(Temuan(position, Place(path), code, message, saran))

    def _check_node(self, peristiwa: Any) -> None:
        if peristiwa.anchor:
            saran = "hapus jangkar dan tulis isinya lengkap"
            self._add(peristiwa, "alias", f"jangkar &{peristiwa.anchor}", saran)
        if peristiwa.tag:
            saran = (
                "hapus tag (kata yang diawali tanda seru), "
                "atau apit seluruh teks dengan tanda kutip"
            )
            self._add(peristiwa, "tag", f"tag {peristiwa.tag}", saran)

    def _check_escapes(self, peristiwa: Any) -> None:
        """Hidden characters written as `\\x07` in double quotes."""
        character = (
            hidden_character(peristiwa.value) if peristiwa.style == '"' else None
        )
        if character:
            message = f"karakter kendali atau tak terlihat {character}"
            saran = "hapus karakter itu dari teks"
            self._add(peristiwa, "karakter-kendali", message, saran)

    def _check_block(self, peristiwa: Any) -> None:
        """`isi: >-` with its text not indented, so that there is none."""
        if peristiwa.style in ("|", ">") and not peristiwa.value.strip():
            message = f"tidak ada teks di bawah tanda {peristiwa.style}"
            saran = "tulis teksnya di baris berikutnya, menjorok 2 spasi dari kuncinya"
            self._add(peristiwa, "teks-kosong", message, saran)

    def _note_remark(self, peristiwa: Any, step: str | int | None) -> None:
        """What follows an unquoted text behind ` # `, which may be the end of it."""
        remark = self._behind(peristiwa, _REMARK)
        if remark and step is not None:
            self.remarks[(*self._path, step)] = remark[1].strip()

    def _behind(self, peristiwa: Any, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What stands right behind an unquoted text on its last line."""
        end = peristiwa.end_mark
        if peristiwa.style or end.line >= len(self._lines):
            return None
        return pattern.match(self._lines[end.line], end.column)

    def _check_comment(self, peristiwa: Any) -> None:
        """`Program #1` unquoted would lose its end without a word."""
        if self._behind(peristiwa, _COMMENT):
            message = "tanda # membuat sisa baris menjadi komentar dan tidak tercetak"
            saran = (
                "apit teksnya dengan tanda kutip; "
                "bila memang komentar, beri spasi setelah #"
            )
            self._add(peristiwa, "komentar", message, saran)


def _start(peristiwa: Any) -> tuple[int, int]:
    """Line and column where it begins, from 1."""
    return peristiwa.start_mark.line + 1, peristiwa.start_mark.column + 1
