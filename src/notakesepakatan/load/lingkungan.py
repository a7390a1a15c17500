"""What every document of a workspace depends on besides its own data, as one hash: program, templates, settings, fonts."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from notakesepakatan import __version__
from notakesepakatan.load.isi_berkas import common_files, content_hash
from notakesepakatan.load.ruang_kerja import RuangKerja, package_templates

_FOLDER_HURUF = ("/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def environment(ruang: RuangKerja) -> str:
    """Hash of the program and the libraries that make bytes, of the workspace's common files, and of the fonts.

    Files of the program and fonts count by name, size and time; those of the workspace by their bytes.
    """
    jumlah = sha256(__version__.encode())
    for bagian in (*_versions(), *_program(), *_fonts()):
        jumlah.update(f"{bagian}\n".encode())
    return jumlah.hexdigest() + content_hash(dict(common_files(ruang)))


def _versions() -> Iterator[str]:
    """Every package installed here, by the name of its folder of metadata: `jinja2-3.1.6.dist-info`."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as isi:
            yield from sorted(satu.name for satu in isi if satu.name.endswith(".dist-info"))


def _program() -> Iterator[str]:
    yield from _walk(str(Path(__file__).parents[1]), (".py", ".yaml"))
    yield from _walk(str(package_templates()), ("",))


def _fonts() -> Iterator[str]:
    for folder in _FOLDER_HURUF:
        yield from _walk(os.path.expanduser(folder), ("",))  # noqa: PTH111 - a Path costs more than the walk


def _walk(folder: str, akhiran: tuple[str, ...]) -> Iterator[str]:
    """Every file below a folder with its size and time, in order of names; nothing where the folder is not there."""
    try:
        with os.scandir(folder) as isi:
            daftar = sorted(isi, key=lambda satu: satu.name)
    except OSError:
        return
    for satu in daftar:
        if satu.is_dir(follow_symlinks=False):
            if satu.name != "__pycache__":
                yield from _walk(satu.path, akhiran)
        elif satu.name.endswith(akhiran):
            keterangan = satu.stat(follow_symlinks=False)
            yield f"{satu.path} {keterangan.st_size} {keterangan.st_mtime_ns}"
