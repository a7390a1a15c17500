"""What every document of a workspace depends on besides its own data, as one hash.

That is program, templates, settings and fonts. Its part of this machine is looked at
twice over: by place, size and time, to see a change; by name and size, to see whether
another machine has the same.
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
from typing import NamedTuple

from notakesepakatan import __version__
from notakesepakatan.workspace.contents import content_hash
from notakesepakatan.workspace.layout import package_templates

_FONT_OPTIONS = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT")
_NAMED_FOLDERS = re.compile(rb"<dir[^>]*>\s*([^<]+?)\s*</dir>")
_LIBRARIES = (
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
    "libfreetype.so.6",
)


class _Walked(NamedTuple):
    """A file: its path, the same below the folder asked for, size and time."""

    path: str
    name: str
    size: int
    time: int


def environment(common: Iterable[tuple[str, bytes]]) -> str:
    """Hash of the program, the libraries that make bytes, common files, and fonts.

    Files of the program and fonts count by place, size and time; those of the workspace
    by their bytes.
    """
    walked = (*_program(), *_fonts())
    files = (f"{file.path} {file.size} {file.time}" for file in walked)
    pengaturan_of = (f"{name}={os.environ.get(name, '')}" for name in _FONT_OPTIONS)
    machine = _hash((*_runtime(), *_packages(), *files, *pengaturan_of))
    return machine + content_hash(dict(common))


@lru_cache(maxsize=1)
def likeness() -> dict[str, str]:
    """Hash of each part of what makes bytes here, the same wherever it is installed.

    Looked at once a process. The keys are what users read of a worker that differs.
    """
    return {
        "program": _hash(sorted(_named(_program()))),
        "pustaka": _hash((*_runtime(), *sorted({*_needed()}))),
        "huruf": _hash(sorted({*_named(_fonts())})),
    }


def _hash(parts: Iterable[str]) -> str:
    digest = sha256(__version__.encode())
    for part in parts:
        digest.update(f"{part}\n".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _named(walked: Iterable[_Walked]) -> Iterator[str]:
    return (f"{file.name} {file.size}" for file in walked)


def _runtime() -> Iterator[str]:
    """Python, what it compresses with, and what sets text.

    The real names of those libraries end in their versions.
    """
    yield f"{sys.version_info[:3]} {zlib.ZLIB_RUNTIME_VERSION}"
    architecture = getattr(sys.implementation, "_multiarch", "")
    for folder in (f"/usr/lib/{architecture}", "/usr/lib64", "/usr/lib"):
        for name in _LIBRARIES:
            with suppress(OSError):
                # A Path costs more than the question.
                yield os.readlink(f"{folder}/{name}")  # noqa: PTH115


def _packages() -> Iterator[str]:
    """Every package installed here, by the name of its folder: `jinja2-3.1.6.dist-info`."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as content:
            names = [entry.name for entry in content]
            yield from sorted(name for name in names if name.endswith(".dist-info"))


def _needed() -> Iterator[str]:
    """The packages that this one needs, and those that they need, with their versions.

    Extras are left aside.
    """
    from importlib.metadata import PackageNotFoundError, distribution

    queue = ["notakesepakatan"]
    known = {*queue}
    while queue:
        with suppress(PackageNotFoundError):
            package = distribution(queue.pop())
            yield f"{package.name} {package.version}"
            needed = {
                re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()
                for requirement in package.requires or ()
                if "extra ==" not in requirement
            }
            queue += needed - known
            known |= needed


def _program() -> Iterator[_Walked]:
    yield from _walk(str(Path(__file__).parents[1]), (".py", ".yaml"))
    yield from _walk(str(package_templates()), ("",))


def _fonts() -> Iterator[_Walked]:
    """All fonts that fontconfig may find and all that tells it where.

    A folder reached twice counts once.
    """
    already = set[tuple[int, int]]()
    for folder in _font_folders():
        yield from _walk(folder, ("",), already)


def _font_folders() -> list[str]:
    """Folders and single files, those that the uppermost settings name among them."""
    home = _expand("~")
    config = os.environ.get("XDG_CONFIG_HOME") or f"{home}/.config"
    data = os.environ.get("XDG_DATA_HOME") or f"{home}/.local/share"
    listed = os.environ.get("FONTCONFIG_PATH", "").split(os.pathsep)
    search = [folder for folder in listed if folder]
    folders = [*search, "/etc/fonts", f"{config}/fontconfig"]
    own_files = [f"{home}/.fonts.conf"]
    if file := os.environ.get("FONTCONFIG_FILE", ""):
        # A whole path stays as it is.
        for folder in (*search, "/etc/fonts"):
            own_files.append(os.path.join(folder, file))  # noqa: PTH118
    pengaturan_of = [f"{folder}/fonts.conf" for folder in folders]
    pengaturan_of += [f"{folder}/local.conf" for folder in folders]
    return [
        *folders,
        *own_files,
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        f"{data}/fonts",
        f"{home}/.fonts",
        *_folders_named_in((*own_files, *pengaturan_of)),
    ]


def _folders_named_in(pengaturan_of: Iterable[str]) -> Iterator[str]:
    """Folders that fontconfig's settings name by their whole path."""
    for file in pengaturan_of:
        with suppress(OSError), open(file, "rb") as content:  # noqa: PTH123
            for name in _NAMED_FOLDERS.findall(content.read()):
                folder = _expand(os.fsdecode(name))
                if Path(folder).is_absolute():
                    yield folder


def _expand(path: str) -> str:
    """The path with the user's own folder in place of `~`."""
    # A Path costs more than the walk, here and below.
    return os.path.expanduser(path)  # noqa: PTH111


def _walk(
    folder: str,
    suffixes: tuple[str, ...],
    already: set[tuple[int, int]] | None = None,
    below: str = "",
) -> Iterator[_Walked]:
    """Every file below a folder, in order of names, through links; none if it is not there.

    Args:
        folder: it, or a single file.
        suffixes: endings of the files that count.
        already: folders that were walked already.
        below: the folder's path below the one that was asked for.
    """
    already = set() if already is None else already
    try:
        stat = os.stat(folder)  # noqa: PTH116
        if not S_ISDIR(stat.st_mode):
            name = os.path.basename(folder)  # noqa: PTH119
            yield _Walked(folder, name, stat.st_size, stat.st_mtime_ns)
            return
        if (stat.st_dev, stat.st_ino) in already:
            return
        already.add((stat.st_dev, stat.st_ino))
        with os.scandir(folder) as content:
            entries = sorted(content, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        with suppress(OSError):  # a link that leads nowhere or to itself
            yield from _entry(entry, suffixes, already, below)


def _entry(
    entry: os.DirEntry[str],
    suffixes: tuple[str, ...],
    already: set[tuple[int, int]],
    below: str,
) -> Iterator[_Walked]:
    """What one entry of a folder gives."""
    name = below + entry.name
    if entry.is_dir():
        if entry.name != "__pycache__":
            yield from _walk(entry.path, suffixes, already, f"{name}/")
    elif entry.name.endswith(suffixes):
        stat = entry.stat()
        yield _Walked(entry.path, name, stat.st_size, stat.st_mtime_ns)
