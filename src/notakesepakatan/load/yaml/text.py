"""YAML text to plain data plus the place of every key and value; strict, bounded, all strings.

Built on PyYAML's event stream (libyaml), which knows every mark and recurses nowhere, so
that depth can be bounded. Files over 1 MB are refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

import yaml

from notakesepakatan.load.yaml.characters import HIDDEN, character_name
from notakesepakatan.load.yaml.errors import explain, line_and_column
from notakesepakatan.load.yaml.events import EventReader
from notakesepakatan.place import DataPath, Place
from notakesepakatan.temuan import Position, Temuan
from notakesepakatan.workspace.layout import BYTE_LIMIT

_MOST_HIDDEN = 1_000
"""Hidden characters that are told one by one; nobody reads more."""
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

FAULT_LIMIT = 20
"""Places where a text is no YAML that are told at once."""


@dataclass(frozen=True)
class Source:
    """A file read.

    Attributes:
        file: its name as shown.
        text: its text.
        data: its data.
        values: line and column of each value, by its path.
        keys: the same of each key.
        remarks: what stands behind ` # ` on the last line of a text, by the text's path.
    """

    file: str
    text: str
    data: Any
    values: dict[DataPath, tuple[int, int]]
    keys: dict[DataPath, tuple[int, int]]
    remarks: dict[DataPath, str] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.split("\n")

    def tempat(self, path: DataPath, *, by_key: bool = False) -> Position:
        """Place of the value (or key) at `path`.

        Of the nearest thing above it that stands in the file.
        """
        if by_key and path in self.keys:
            return Position(self.file, *self.keys[path])
        ends = range(len(path) - by_key, -1, -1)
        for end in ends:
            if path[:end] in self.values:
                return Position(self.file, *self.values[path[:end]])
        return Position(self.file)


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
    hidden = list(_hidden_characters(text, file))
    if hidden:
        raise YamlRefused(hidden)
    reader = EventReader(file, text)
    try:
        data = reader.read(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as cause:
        raise YamlRefused(_all_faults(cause, text, file)) from None
    except yaml.YAMLError:
        message = "memuat karakter yang tidak dapat dibaca"
        saran = "simpan ulang sebagai teks biasa"
        raise _refused(Position(file), "yaml", message, saran) from None
    if reader.temuan:
        raise YamlRefused(reader.temuan)
    return Source(file, text, data, reader.values, reader.keys, reader.remarks)


def _all_faults(first: yaml.MarkedYAMLError, text: str, file: str) -> list[Temuan]:
    """What is wrong at each place where PyYAML would stop, were the one before put right."""
    temuan = list[Temuan]()
    cause: yaml.MarkedYAMLError | None = first
    reader = EventReader(file, text)
    while cause:
        explained = explain(cause, text, file)
        line = explained.temuan.tempat.baris
        if any(one.tempat.baris == line for one in temuan):
            break
        temuan.append(explained.temuan)
        if explained.mended is None or len(temuan) == FAULT_LIMIT:
            break
        text, cause = explained.mended, None
        reader = EventReader(file, text)
        try:
            reader.read(yaml.parse(text, Loader=LOADER))
        except yaml.MarkedYAMLError as further:
            cause = further
    return sorted({*temuan, *reader.temuan})


def _refused(position: Position, code: str, message: str, saran: str) -> YamlRefused:
    return YamlRefused([Temuan(position, Place(), code, message, saran)])


def _decode(content: bytes, file: str) -> str:
    if len(content) > BYTE_LIMIT:
        message, saran = "berkas lebih dari 1 MB", "pecah atau ringkas berkasnya"
        raise _refused(Position(file), "besar", message, saran)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = content.count(b"\n", 0, cause.start) + 1
        column = cause.start - content.rfind(b"\n", 0, cause.start)
        position = Position(file, line, column)
        saran = "simpan ulang berkas dengan pengodean UTF-8"
        raise _refused(position, "utf8", "bukan teks UTF-8", saran) from None


def _hidden_characters(text: str, file: str) -> Iterator[Temuan]:
    for match in islice(HIDDEN.finditer(text), _MOST_HIDDEN):
        position = Position(file, *line_and_column(text, match.start()))
        message = f"karakter kendali atau tak terlihat {character_name(match[0])}"
        saran = "hapus karakter itu (biasanya terbawa saat menyalin dari dokumen lain)"
        yield Temuan(position, Place(), "karakter-kendali", message, saran)
