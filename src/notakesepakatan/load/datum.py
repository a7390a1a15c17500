"""One YAML file to one validated piece of data, whatever it describes."""

import errno
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from notakesepakatan.errors import NaskahBermasalah, TidakDapatDibaca
from notakesepakatan.load.messages import validate
from notakesepakatan.load.yaml import Sumber, YamlDitolak, read_yaml
from notakesepakatan.workspace.folders import BATAS_BYTE

M = TypeVar("M", bound=BaseModel)


def read_limited(berkas: Path) -> bytes:
    """At most one byte more than the limit of `read_yaml`, which then refuses it.

    Raises:
        TidakDapatDibaca: no such file, or no right to read it.
    """
    try:
        if berkas.exists() and not berkas.is_file():
            raise IsADirectoryError(errno.EISDIR, "")
        with berkas.open("rb") as terbuka:
            return terbuka.read(BATAS_BYTE + 1)
    except OSError as sebab:
        raise TidakDapatDibaca(berkas, sebab) from None


def parse(model: type[M], isi: bytes, nama: str) -> tuple[M, Sumber]:
    """The instance, and where each of its values stands.

    Args:
        model: the class to validate against.
        isi: bytes of the YAML.
        nama: how messages call the file.

    Raises:
        NaskahBermasalah: with every finding, sorted by place.
    """
    sumber = parse_yaml(isi, nama)
    hasil, temuan = validate(model, sumber)
    if hasil is None:
        raise NaskahBermasalah(temuan)
    return hasil, sumber


def parse_yaml(isi: bytes, nama: str) -> Sumber:
    """The data with its places, not yet validated.

    Raises:
        NaskahBermasalah: no YAML that this program reads.
    """
    try:
        return read_yaml(isi, nama)
    except YamlDitolak as sebab:
        raise NaskahBermasalah(sebab.daftar_temuan) from None
