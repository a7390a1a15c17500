"""YAML text to plain data plus the place of every key and value; strict, bounded, all scalars strings.

Built on PyYAML's event stream (libyaml), which knows every mark and recurses nowhere, so that depth can be
bounded. Refused: anchors, aliases, tags, several documents, duplicate keys, depth over 16, files over 1 MB.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from notakesepakatan.place import DataPath, Place
from notakesepakatan.temuan import Position, Temuan
from notakesepakatan.workspace.layout import BYTE_LIMIT

DEPTH_LIMIT = 16
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Unicode's control characters except tab and newlines, and what is invisible or turns the direction of reading:
# none of them belongs in a signed text.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\U0001fffe\U0001ffff"
    "\ud800-\udfff]"
)
_BARE_BRACKET = re.compile(r"(?:^|[:-]) *\[\[")
_FENCE = re.compile(r"\s+#[^\s#]")
_LEADING_TAB = re.compile(r"^ *[\t\u00a0]", re.MULTILINE)


@dataclass(frozen=True)
class Source:
    """A file read: its name as shown, its text, its data, and where each path of the data stands."""

    file: str
    teks: str
    data: Any
    value: dict[DataPath, tuple[int, int]]
    kunci: dict[DataPath, tuple[int, int]]

    def tempat(self, path: DataPath, *, by_key: bool = False) -> Position:
        """Place of the value (or key) at `path`; of the nearest thing above it that stands in the file."""
        for length in range(len(path), -1, -1):
            numbers = self.kunci if by_key and length == len(path) else self.value
            if path[:length] in numbers:
                return Position(self.file, *numbers[path[:length]])
        return Position(self.file)


def hidden_character(text: str) -> str | None:
    """The first control or invisible character of a text, as messages name it: "U+200B"; None where there is none."""
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
        raise YamlRefused([_syntax_error(cause, text, file)]) from None
    except yaml.YAMLError:
        temuan = Temuan(
            Position(file),
            Place(),
            "yaml",
            "memuat karakter yang tidak dapat dibaca",
            "simpan ulang sebagai teks biasa",
        )
        raise YamlRefused([temuan]) from None
    if reader.temuan:
        raise YamlRefused(reader.temuan)
    return Source(file, text, data, reader.value, reader.kunci)


def _decode(content: bytes, file: str) -> str:
    if len(content) > BYTE_LIMIT:
        temuan = Temuan(
            Position(file),
            Place(),
            "besar",
            "berkas lebih dari 1 MB",
            "pecah atau ringkas berkasnya",
        )
        raise YamlRefused([temuan])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = content.count(b"\n", 0, cause.start) + 1
        position = Position(
            file, line, cause.start - content.rfind(b"\n", 0, cause.start)
        )
        raise YamlRefused(
            [
                Temuan(
                    position,
                    Place(),
                    "utf8",
                    "bukan teks UTF-8",
                    "simpan ulang berkas dengan pengodean UTF-8",
                )
            ]
        ) from None


def _position(text: str, letak: int) -> tuple[int, int]:
    return text.count("\n", 0, letak) + 1, letak - text.rfind("\n", 0, letak)


def _check_characters(text: str, file: str) -> Iterator[Temuan]:
    for match in _CONTROL.finditer(text):
        yield Temuan(
            Position(file, *_position(text, match.start())),
            Place(),
            "karakter-kendali",
            f"karakter kendali atau tak terlihat U+{ord(match[0]):04X}",
            "hapus karakter itu (biasanya terbawa saat menyalin dari dokumen lain)",
        )


def _syntax_error(cause: yaml.MarkedYAMLError, text: str, file: str) -> Temuan:
    mark = cause.problem_mark or cause.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    for match in _LEADING_TAB.finditer(text):
        b, k = _position(text, match.end() - 1)
        if b in (line, line - 1):
            return Temuan(
                Position(file, b, k),
                Place(),
                "tab",
                "baris menjorok dengan tab atau spasi tak terputus",
                "ganti dengan spasi biasa (2 spasi tiap tingkat)",
            )
    if _BARE_BRACKET.search(_line_of(text, line)):
        return Temuan(
            Position(file, line, column),
            Place(),
            "yaml",
            "teks yang diawali kurung siku harus diapit tanda kutip",
            'tulis misalnya "[[jenis]] tentang kesehatan"',
        )
    problem = cause.problem or ""
    if "mapping values are not allowed" in problem:
        return Temuan(
            Position(file, line, column),
            Place(),
            "yaml",
            "titik dua di tempat yang tidak dapat dibaca",
            "apit teks yang memuat titik dua dengan tanda kutip, dan periksa lekukan baris ini",
        )
    if "quoted scalar" in (cause.context or "") and cause.context_mark:
        open_ = Position(
            file, cause.context_mark.line + 1, cause.context_mark.column + 1
        )
        return Temuan(
            open_,
            Place(),
            "yaml",
            "tanda kutip yang dibuka di sini tidak ditutup atau tidak sah",
            "tutup teks dengan tanda kutip yang sama seperti pembukanya",
        )
    return Temuan(
        Position(file, line, column),
        Place(),
        "yaml",
        "susunan YAML tidak dapat dibaca di sini",
        "periksa baris ini dan baris di atasnya: lekukan, spasi setelah titik dua dan tanda hubung, kutip atau kurung "
        "yang belum ditutup",
    )


def _line_of(text: str, line: int) -> str:
    return text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""


class _Reader:
    """Folds the event stream into data, noting places and findings; keeps an explicit stack, never recurses."""

    def __init__(self, file: str, teks: str) -> None:
        self.file = file
        self.baris = teks.split("\n")
        self.temuan: list[Temuan] = []
        self.value: dict[DataPath, tuple[int, int]] = {}
        self.kunci: dict[DataPath, tuple[int, int]] = {}

    def _add(
        self, event: Any, place: Place, code: str, message: str, saran: str
    ) -> None:
        mark = event.start_mark
        self.temuan.append(
            Temuan(
                Position(self.file, mark.line + 1, mark.column + 1),
                place,
                code,
                message,
                saran,
            )
        )

    def read(self, events: Iterator[Any]) -> Any:
        root: list[Any] = []
        container: list[Any] = [root]
        path: list[str | int] = []
        pending_keys: list[str | None] = [None]
        document = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                document += 1
                if document > 1:
                    self._add(
                        event,
                        Place(),
                        "banyak-dokumen",
                        "lebih dari satu dokumen YAML",
                        "hapus baris ---",
                    )
                    break
            elif isinstance(event, yaml.AliasEvent):
                self._add(
                    event,
                    Place(),
                    "alias",
                    f"alias *{event.anchor}",
                    "tulis isinya lengkap di sini",
                )
                self._place(container, path, pending_keys, event, None)
            elif isinstance(event, yaml.ScalarEvent):
                self._check_node(event)
                self._check_comment(event)
                self._check_escapes(event)
                if isinstance(container[-1], dict) and pending_keys[-1] is None:
                    self._open_key(container[-1], path, pending_keys, event)
                else:
                    empty = not event.style and event.value in ("", "~", "null")
                    self._place(
                        container,
                        path,
                        pending_keys,
                        event,
                        None if empty else event.value,
                    )
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._check_node(event)
                new: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
                if isinstance(container[-1], dict) and pending_keys[-1] is None:
                    self._add(
                        event,
                        Place(),
                        "kunci",
                        "kurung kurawal atau tanda tanya di awal nilai",
                        "apit dengan tanda kutip bila dimaksud sebagai teks",
                    )
                    break
                self._place(container, path, pending_keys, event, new, masuk=True)
                container.append(new)
                pending_keys.append(None)
                if len(container) - 1 > DEPTH_LIMIT:
                    self._add(
                        event,
                        Place(),
                        "kedalaman",
                        f"bersarang lebih dari {DEPTH_LIMIT} tingkat",
                        "sederhanakan susunannya",
                    )
                    break
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                container.pop()
                pending_keys.pop()
                if path:
                    path.pop()
                pending_keys[-1] = None
        return root[0] if root else None

    def _check_node(self, event: Any) -> None:
        if event.anchor:
            self._add(
                event,
                Place(),
                "alias",
                f"jangkar &{event.anchor}",
                "hapus jangkar dan tulis isinya lengkap",
            )
        if event.tag:
            self._add(
                event,
                Place(),
                "tag",
                f"tag {event.tag}",
                "hapus tag (kata yang diawali tanda seru)",
            )

    def _check_escapes(self, event: Any) -> None:
        """The same characters written as `\\x07` in double quotes."""
        if event.style == '"' and (character := hidden_character(event.value)):
            message = f"karakter kendali atau tak terlihat {character}"
            self._add(
                event,
                Place(),
                "karakter-kendali",
                message,
                "hapus karakter itu dari teks",
            )

    def _check_comment(self, event: Any) -> None:
        """`Program #1` unquoted would lose its end without a word."""
        end = event.end_mark
        if not event.style and _FENCE.match(
            self.baris[end.line][end.column :] if end.line < len(self.baris) else ""
        ):
            self._add(
                event,
                Place(),
                "komentar",
                "tanda # membuat sisa baris menjadi komentar dan tidak tercetak",
                "apit teksnya dengan tanda kutip; bila memang komentar, beri spasi setelah #",
            )

    def _open_key(
        self,
        container: dict[str, Any],
        path: list[str | int],
        pending: list[str | None],
        event: Any,
    ) -> None:
        name = event.value
        full = (*path, name)
        if full in self.kunci:
            line = self.kunci[full][0]
            self._add(
                event,
                Place(full),
                "kunci-ganda",
                f"kunci ganda, sudah ada di baris {line}",
                "hapus salah satu",
            )
        else:
            self.kunci[full] = (event.start_mark.line + 1, event.start_mark.column + 1)
        pending[-1] = name

    def _place(
        self,
        container: list[Any],
        path: list[str | int],
        pending: list[str | None],
        event: Any,
        value: Any,
        *,
        masuk: bool = False,
    ) -> None:
        """Put a value into the open container; `masuk` leaves its path open for what comes inside."""
        above = container[-1]
        position = (event.start_mark.line + 1, event.start_mark.column + 1)
        if len(container) == 1:
            above.append(value)
            self.value[()] = position
            return
        step: str | int
        if isinstance(above, dict):
            step = pending[-1] or ""
            above[step] = value
            if not masuk:
                pending[-1] = None
        else:
            step = len(above)
            above.append(value)
        self.value[(*path, step)] = position
        if masuk:
            path.append(step)
