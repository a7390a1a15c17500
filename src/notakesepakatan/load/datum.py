"""One YAML file to one validated piece of data, whatever it describes."""

import errno
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from notakesepakatan.errors import CannotRead, FaultyNaskah
from notakesepakatan.load.messages import validate
from notakesepakatan.load.yaml import Source, YamlRefused, read_yaml
from notakesepakatan.workspace.folders import BYTE_LIMIT

M = TypeVar("M", bound=BaseModel)


def read_limited(file: Path) -> bytes:
    """At most one byte more than the limit of `read_yaml`, which then refuses it.

    Raises:
        CannotRead: no such file, or no right to read it.
    """
    try:
        if file.exists() and not file.is_file():
            raise IsADirectoryError(errno.EISDIR, "")
        with file.open("rb") as open_:
            return open_.read(BYTE_LIMIT + 1)
    except OSError as cause:
        raise CannotRead(file, cause) from None


def parse(model: type[M], content: bytes, name: str) -> tuple[M, Source]:
    """The instance, and where each of its values stands.

    Args:
        model: the class to validate against.
        content: bytes of the YAML.
        name: how messages call the file.

    Raises:
        FaultyNaskah: with every finding, sorted by place.
    """
    source = parse_yaml(content, name)
    result, temuan = validate(model, source)
    if result is None:
        raise FaultyNaskah(temuan)
    return result, source


def parse_yaml(content: bytes, name: str) -> Source:
    """The data with its places, not yet validated.

    Raises:
        FaultyNaskah: no YAML that this program reads.
    """
    try:
        return read_yaml(content, name)
    except YamlRefused as cause:
        raise FaultyNaskah(cause.temuan) from None
