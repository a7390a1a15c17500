"""Bytes of one YAML file in, one validated piece of data out, whatever it describes."""

from typing import TypeVar

from pydantic import BaseModel

from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.yaml.messages import validate
from notakesepakatan.load.yaml.text import Source, YamlRefused, read_yaml

M = TypeVar("M", bound=BaseModel)


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
