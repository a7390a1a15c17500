"""YAML text in, plain data and the place of every key and value out; all scalars are strings.

Built on PyYAML's event stream (libyaml), which knows every mark and recurses nowhere, so
that depth can be bounded. Refused: anchors, aliases, tags, several documents, duplicate
keys, depth over 16, files over 1 MB.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from notakesepakatan.load.syntax import explain_error, position_of
from notakesepakatan.place import DataPath, Place
from notakesepakatan.temuan import Position, Temuan
from notakesepakatan.workspace.layout import BYTE_LIMIT

DEPTH_LIMIT = 16
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Unicode's control characters except tab and newlines, and what is invisible or turns
# the direction of reading: none of them belongs in a signed text.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff"
    "\U0001fffe\U0001ffff\ud800-\udfff]"
)
_FENCE = re.compile(r"\s+#[^\s#]")


@dataclass(frozen=True)
class Source:
    """A file read.

    Attributes:
        file: its name as shown.
        teks: its text.
        data: its data.
        value: line and column of the value at each path, both from 1.
        kunci: the same of its key.
    """

    file: str
    teks: str
    data: Any
    value: dict[DataPath, tuple[int, int]]
    kunci: dict[DataPath, tuple[int, int]]

    def tempat(self, path: DataPath, *, by_key: bool = False) -> Position:
        """Place of the value (or key) at `path`, or of the nearest thing above it."""
        for length in range(len(path), -1, -1):
            numbers = self.kunci if by_key and length == len(path) else self.value
            if path[:length] in numbers:
                return Position(self.file, *numbers[path[:length]])
        return Position(self.file)


def hidden_character(text: str) -> str | None:
    """The first control or invisible character of a text, as messages name it: "U+200B"."""
    match = _CONTROL.search(text)
    return f"U+{ord(match[0]):04X}" if match else None


def hidden_characters(
    thing: Any, path: DataPath = ()
) -> Iterator[tuple[DataPath, str]]:
    """Each text of plain data that has one, by its path, and the character."""
    if isinstance(thing, Mapping):
        for key, content in thing.items():
            yield from hidden_characters(content, (*path, key))
    elif isinstance(thing, list | tuple):
        for i, content in enumerate(thing):
            yield from hidden_characters(content, (*path, i))
    elif isinstance(thing, str) and (character := hidden_character(thing)):
        yield path, character


class YamlRefused(Exception):
    """The text is no YAML that this program reads."""

    def __init__(self, temuan: list[Temuan]) -> None:
        self.temuan = temuan
        super().__init__(f"{len(temuan)} temuan")


def read_yaml(content: bytes, file: str) -> Source:
    """Parse one document.

    Args:
        content: the bytes of the file, UTF-8.
        file: its name, for messages.

    Raises:
        YamlRefused: with every finding that can be known before the structure is.
    """
    text = _decode(content, file)
    if forbidden := list(_check_characters(text, file)):
        raise YamlRefused(forbidden)
    reader = _Reader(file, text)
    try:
        data = reader.read(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as cause:
        raise YamlRefused([explain_error(cause, text, file)]) from None
    except yaml.YAMLError:
        message = "memuat karakter yang tidak dapat dibaca"
        saran = "simpan ulang sebagai teks biasa"
        temuan = Temuan(Position(file), Place(), "yaml", message, saran)
        raise YamlRefused([temuan]) from None
    if reader.temuan:
        raise YamlRefused(reader.temuan)
    return Source(file, text, data, reader.value, reader.kunci)


def _decode(content: bytes, file: str) -> str:
    if len(content) > BYTE_LIMIT:
        message, saran = "berkas lebih dari 1 MB", "pecah atau ringkas berkasnya"
        temuan = Temuan(Position(file), Place(), "besar", message, saran)
        raise YamlRefused([temuan])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = content.count(b"\n", 0, cause.start) + 1
        column = cause.start - content.rfind(b"\n", 0, cause.start)
        message = "bukan teks UTF-8"
        saran = "simpan ulang berkas dengan pengodean UTF-8"
        position = Position(file, line, column)
        temuan = Temuan(position, Place(), "utf8", message, saran)
        raise YamlRefused([temuan]) from None


def _check_characters(text: str, file: str) -> Iterator[Temuan]:
    for match in _CONTROL.finditer(text):
        yield Temuan(
            Position(file, *position_of(text, match.start())),
            Place(),
            "karakter-kendali",
            f"karakter kendali atau tak terlihat U+{ord(match[0]):04X}",
            "hapus karakter itu (biasanya terbawa saat menyalin dari dokumen lain)",
        )


class _Reader:
    """Folds the event stream into data, noting places and findings.

    It keeps an explicit stack and never recurses: the open containers from the root in,
    and for each mapping the key that waits for its value.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.temuan: list[Temuan] = []
        self.value: dict[DataPath, tuple[int, int]] = {}
        self.kunci: dict[DataPath, tuple[int, int]] = {}
        self._lines = text.split("\n")
        self._root: list[Any] = []
        self._open: list[Any] = [self._root]
        self._waiting: list[str | None] = [None]
        self._path: list[str | int] = []
        self._documents = 0
        self._is_lost = False

    def read(self, events: Iterator[Any]) -> Any:
        """The data, as far as it can be followed."""
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.DocumentStartEvent: self._document,
            yaml.AliasEvent: self._alias,
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
        }
        for event in events:
            handler = handlers.get(type(event))
            if handler:
                handler(event)
            if self._is_lost:
                break
        return self._root[0] if self._root else None

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            message = "lebih dari satu dokumen YAML"
            self._add(event, "banyak-dokumen", message, "hapus baris ---")
            self._is_lost = True

    def _alias(self, event: Any) -> None:
        message = f"alias *{event.anchor}"
        self._add(event, "alias", message, "tulis isinya lengkap di sini")
        self._place(event, None)

    def _scalar(self, event: Any) -> None:
        self._check_node(event)
        self._check_comment(event)
        self._check_escapes(event)
        if self._awaits_key:
            self._open_key(event)
            return
        is_empty = not event.style and event.value in ("", "~", "null")
        self._place(event, None if is_empty else event.value)

    def _mapping(self, event: Any) -> None:
        self._start(event, {})

    def _sequence(self, event: Any) -> None:
        self._start(event, [])

    def _start(self, event: Any, container: Any) -> None:
        self._check_node(event)
        if self._awaits_key:
            message = "kurung kurawal atau tanda tanya di awal nilai"
            saran = "apit dengan tanda kutip bila dimaksud sebagai teks"
            self._add(event, "kunci", message, saran)
            self._is_lost = True
            return
        self._place(event, container, enter=True)
        self._open.append(container)
        self._waiting.append(None)
        if len(self._open) - 1 > DEPTH_LIMIT:
            message = f"bersarang lebih dari {DEPTH_LIMIT} tingkat"
            self._add(event, "kedalaman", message, "sederhanakan susunannya")
            self._is_lost = True

    def _end(self, _: Any) -> None:
        self._open.pop()
        self._waiting.pop()
        if self._path:
            self._path.pop()
        self._waiting[-1] = None

    @property
    def _awaits_key(self) -> bool:
        return isinstance(self._open[-1], dict) and self._waiting[-1] is None

    def _open_key(self, event: Any) -> None:
        name = event.value
        path = (*self._path, name)
        if path in self.kunci:
            line, _ = self.kunci[path]
            message = f"kunci ganda, sudah ada di baris {line}"
            self._add(event, "kunci-ganda", message, "hapus salah satu", Place(path))
        else:
            self.kunci[path] = _start_of(event)
        self._waiting[-1] = name

    def _place(self, event: Any, value: Any, *, enter: bool = False) -> None:
        """Put a value into the open container.

        `enter` leaves its path and its key open for what comes inside.
        """
        above = self._open[-1]
        if above is self._root:
            above.append(value)
            self.value[()] = _start_of(event)
            return
        step: str | int
        if isinstance(above, dict):
            step = self._waiting[-1] or ""
            above[step] = value
            if not enter:
                self._waiting[-1] = None
        else:
            step = len(above)
            above.append(value)
        self.value[(*self._path, step)] = _start_of(event)
        if enter:
            self._path.append(step)

    def _check_node(self, event: Any) -> None:
        if event.anchor:
            saran = "hapus jangkar dan tulis isinya lengkap"
            self._add(event, "alias", f"jangkar &{event.anchor}", saran)
        if event.tag:
            saran = "hapus tag (kata yang diawali tanda seru)"
            self._add(event, "tag", f"tag {event.tag}", saran)

    def _check_escapes(self, event: Any) -> None:
        """The same characters written as `\\x07` in double quotes."""
        if event.style == '"' and (character := hidden_character(event.value)):
            message = f"karakter kendali atau tak terlihat {character}"
            saran = "hapus karakter itu dari teks"
            self._add(event, "karakter-kendali", message, saran)

    def _check_comment(self, event: Any) -> None:
        """`Program #1` unquoted would lose its end without a word."""
        end = event.end_mark
        if event.style or end.line >= len(self._lines):
            return
        if _FENCE.match(self._lines[end.line][end.column :]):
            message = "tanda # membuat sisa baris menjadi komentar dan tidak tercetak"
            saran = (
                "apit teksnya dengan tanda kutip; "
                "bila memang komentar, beri spasi setelah #"
            )
            self._add(event, "komentar", message, saran)

    def _add(
        self,
        event: Any,
        code: str,
        message: str,
        saran: str,
        place: Place = Place(),  # noqa: B008 - frozen, and the same for all
    ) -> None:
        position = Position(self.file, *_start_of(event))
        self.temuan.append(Temuan(position, place, code, message, saran))


def _start_of(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
