"""What every document of a workspace depends on besides its own data, as one hash: program, templates, settings, fonts.

Its part of this machine is looked at twice over: by place, size and time, to see a change; by name and size, to see
whether another machine has the same.
"""

import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR

from notakesepakatan import __version__
from notakesepakatan.workspace.contents import content_hash
from notakesepakatan.workspace.folders import package_templates

_SETELAN_HURUF = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT")
_FOLDER_DISEBUT = re.compile(rb"<dir[^>]*>\s*([^<]+?)\s*</dir>")
_PUSTAKA = ("libpango-1.0.so.0", "libharfbuzz.so.0", "libfontconfig.so.1", "libfreetype.so.6")
_Walked = tuple[str, str, int, int]
"""Path, path below the folder that was asked for, size, time."""


def environment(umum: Iterable[tuple[str, bytes]]) -> str:
    """Hash of the program and the libraries that make bytes, of the workspace's common files, and of the fonts.

    Files of the program and fonts count by place, size and time; those of the workspace by their bytes.
    """
    berkas = (f"{jalur} {besar} {waktu}" for jalur, _, besar, waktu in (*_program(), *_fonts()))
    huruf = (f"{nama}={os.environ.get(nama, '')}" for nama in _SETELAN_HURUF)
    return _hash((*_runtime(), *_packages(), *berkas, *huruf)) + content_hash(dict(umum))


@lru_cache(maxsize=1)
def likeness() -> dict[str, str]:
    """Hash of each part of what makes bytes here, the same wherever it is installed; looked at once a process."""
    return {
        "program": _hash(sorted(_named(_program()))),
        "pustaka": _hash((*_runtime(), *sorted({*_needed()}))),
        "huruf": _hash(sorted({*_named(_fonts())})),
    }


def _hash(bagian: Iterable[str]) -> str:
    jumlah = sha256(__version__.encode())
    for satu in bagian:
        jumlah.update(f"{satu}\n".encode(errors="surrogateescape"))
    return jumlah.hexdigest()


def _named(berkas: Iterable[_Walked]) -> Iterator[str]:
    return (f"{nama} {besar}" for _, nama, besar, _ in berkas)


def _runtime() -> Iterator[str]:
    """Python, what it compresses with, and what sets text, whose real names end in their versions."""
    yield f"{sys.version_info[:3]} {zlib.ZLIB_RUNTIME_VERSION}"
    for folder in (f"/usr/lib/{getattr(sys.implementation, '_multiarch', '')}", "/usr/lib64", "/usr/lib"):
        for nama in _PUSTAKA:
            with suppress(OSError):
                yield os.readlink(f"{folder}/{nama}")  # noqa: PTH115 - a Path costs more than the question


def _packages() -> Iterator[str]:
    """Every package installed here, by the name of its folder of metadata: `jinja2-3.1.6.dist-info`."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as isi:
            yield from sorted(satu.name for satu in isi if satu.name.endswith(".dist-info"))


def _needed() -> Iterator[str]:
    """The packages that this one needs, and those that they need, with their versions; extras left aside."""
    from importlib.metadata import PackageNotFoundError, distribution

    antre, dikenal = ["notakesepakatan"], {"notakesepakatan"}
    while antre:
        with suppress(PackageNotFoundError):
            paket = distribution(antre.pop())
            yield f"{paket.name} {paket.version}"
            perlu = [
                re.split(r"[^\w.-]", satu, maxsplit=1)[0].lower() for satu in paket.requires or () if "extra ==" not in satu
            ]
            antre += {*perlu} - dikenal
            dikenal.update(perlu)


def _program() -> Iterator[_Walked]:
    yield from _walk(str(Path(__file__).parents[1]), (".py", ".yaml"))
    yield from _walk(str(package_templates()), ("",))


def _fonts() -> Iterator[_Walked]:
    """All fonts that fontconfig may find and all that tells it where; a folder reached twice counts once."""
    sudah = set[tuple[int, int]]()
    for folder in _font_folders():
        yield from _walk(folder, ("",), sudah)


def _font_folders() -> list[str]:
    """Folders and single files, those that the uppermost settings name among them."""
    rumah = os.path.expanduser("~")  # noqa: PTH111 - a Path costs more than the walk
    setelan = os.environ.get("XDG_CONFIG_HOME") or f"{rumah}/.config"
    data = os.environ.get("XDG_DATA_HOME") or f"{rumah}/.local/share"
    jalur = [satu for satu in os.environ.get("FONTCONFIG_PATH", "").split(os.pathsep) if satu]
    atas = [*jalur, "/etc/fonts", f"{setelan}/fontconfig"]
    berkas = os.environ.get("FONTCONFIG_FILE", "")
    sendiri = [f"{rumah}/.fonts.conf", *(os.path.join(satu, berkas) for satu in ((*jalur, "/etc/fonts") if berkas else ()))]  # noqa: PTH118
    disebut = list[str]()
    for satu in (*sendiri, *(f"{folder}/{nama}" for folder in atas for nama in ("fonts.conf", "local.conf"))):
        with suppress(OSError), open(satu, "rb") as terbuka:  # noqa: PTH123
            disebut += [os.path.expanduser(os.fsdecode(d)) for d in _FOLDER_DISEBUT.findall(terbuka.read())]  # noqa: PTH111
    return [*atas, *sendiri, "/usr/share/fonts", "/usr/local/share/fonts", f"{data}/fonts", f"{rumah}/.fonts",
            *(satu for satu in disebut if os.path.isabs(satu))]  # fmt: skip # noqa: PTH117


def _walk(
    folder: str, akhiran: tuple[str, ...], sudah: set[tuple[int, int]] | None = None, nama: str = ""
) -> Iterator[_Walked]:
    """Every file below a folder, in order of names, through links; nothing where it is not there.

    Args:
        folder: it, or a single file.
        akhiran: endings of the files that count.
        sudah: folders that were walked already.
        nama: the folder's path below the one that was asked for.
    """
    sudah = set() if sudah is None else sudah
    try:
        k = os.stat(folder)  # noqa: PTH116
        if not S_ISDIR(k.st_mode):
            yield folder, os.path.basename(folder), k.st_size, k.st_mtime_ns  # noqa: PTH119
            return
        if (k.st_dev, k.st_ino) in sudah:
            return
        sudah.add((k.st_dev, k.st_ino))
        with os.scandir(folder) as isi:
            daftar = sorted(isi, key=lambda satu: satu.name)
    except OSError:
        return
    for satu in daftar:
        with suppress(OSError):  # a link that leads nowhere or to itself
            if satu.is_dir():
                if satu.name != "__pycache__":
                    yield from _walk(satu.path, akhiran, sudah, f"{nama}{satu.name}/")
            elif satu.name.endswith(akhiran):
                k = satu.stat()
                yield satu.path, nama + satu.name, k.st_size, k.st_mtime_ns
