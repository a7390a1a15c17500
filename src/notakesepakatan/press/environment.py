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
from notakesepakatan.workspace.layout import package_templates

_FONT_SETTINGS = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT")
_NAMED_FOLDERS = re.compile(rb"<dir[^>]*>\s*([^<]+?)\s*</dir>")
_LIBRARY = (
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
    "libfreetype.so.6",
)
_Walked = tuple[str, str, int, int]
"""Path, path below the folder that was asked for, size, time."""


def environment(common: Iterable[tuple[str, bytes]]) -> str:
    """Hash of the program and the libraries that make bytes, of the workspace's common files, and of the fonts.

    Files of the program and fonts count by place, size and time; those of the workspace by their bytes.
    """
    file = (
        f"{path} {large} {time}" for path, _, large, time in (*_program(), *_fonts())
    )
    huruf = (f"{name}={os.environ.get(name, '')}" for name in _FONT_SETTINGS)
    return _hash((*_runtime(), *_packages(), *file, *huruf)) + content_hash(
        dict(common)
    )


@lru_cache(maxsize=1)
def likeness() -> dict[str, str]:
    """Hash of each part of what makes bytes here, the same wherever it is installed; looked at once a process."""
    return {
        "program": _hash(sorted(_named(_program()))),
        "pustaka": _hash((*_runtime(), *sorted({*_needed()}))),
        "huruf": _hash(sorted({*_named(_fonts())})),
    }


def _hash(part: Iterable[str]) -> str:
    count = sha256(__version__.encode())
    for one in part:
        count.update(f"{one}\n".encode(errors="surrogateescape"))
    return count.hexdigest()


def _named(file: Iterable[_Walked]) -> Iterator[str]:
    return (f"{name} {large}" for _, name, large, _ in file)


def _runtime() -> Iterator[str]:
    """Python, what it compresses with, and what sets text, whose real names end in their versions."""
    yield f"{sys.version_info[:3]} {zlib.ZLIB_RUNTIME_VERSION}"
    for folder in (
        f"/usr/lib/{getattr(sys.implementation, '_multiarch', '')}",
        "/usr/lib64",
        "/usr/lib",
    ):
        for name in _LIBRARY:
            with suppress(OSError):
                yield os.readlink(f"{folder}/{name}")  # noqa: PTH115 - a Path costs more than the question


def _packages() -> Iterator[str]:
    """Every package installed here, by the name of its folder of metadata: `jinja2-3.1.6.dist-info`."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as content:
            yield from sorted(
                one.name for one in content if one.name.endswith(".dist-info")
            )


def _needed() -> Iterator[str]:
    """The packages that this one needs, and those that they need, with their versions; extras left aside."""
    from importlib.metadata import PackageNotFoundError, distribution

    queue, known = ["notakesepakatan"], {"notakesepakatan"}
    while queue:
        with suppress(PackageNotFoundError):
            package = distribution(queue.pop())
            yield f"{package.name} {package.version}"
            needed = [
                re.split(r"[^\w.-]", one, maxsplit=1)[0].lower()
                for one in package.requires or ()
                if "extra ==" not in one
            ]
            queue += {*needed} - known
            known.update(needed)


def _program() -> Iterator[_Walked]:
    yield from _walk(str(Path(__file__).parents[1]), (".py", ".yaml"))
    yield from _walk(str(package_templates()), ("",))


def _fonts() -> Iterator[_Walked]:
    """All fonts that fontconfig may find and all that tells it where; a folder reached twice counts once."""
    already = set[tuple[int, int]]()
    for folder in _font_folders():
        yield from _walk(folder, ("",), already)


def _font_folders() -> list[str]:
    """Folders and single files, those that the uppermost settings name among them."""
    home = os.path.expanduser("~")  # noqa: PTH111 - a Path costs more than the walk
    setting = os.environ.get("XDG_CONFIG_HOME") or f"{home}/.config"
    data = os.environ.get("XDG_DATA_HOME") or f"{home}/.local/share"
    path = [
        one for one in os.environ.get("FONTCONFIG_PATH", "").split(os.pathsep) if one
    ]
    above = [*path, "/etc/fonts", f"{setting}/fontconfig"]
    file = os.environ.get("FONTCONFIG_FILE", "")
    own = [
        f"{home}/.fonts.conf",
        *(os.path.join(one, file) for one in ((*path, "/etc/fonts") if file else ())),
    ]  # noqa: PTH118
    called = list[str]()
    for one in (
        *own,
        *(
            f"{folder}/{name}"
            for folder in above
            for name in ("fonts.conf", "local.conf")
        ),
    ):
        with suppress(OSError), open(one, "rb") as open_:  # noqa: PTH123
            called += [
                os.path.expanduser(os.fsdecode(d))
                for d in _NAMED_FOLDERS.findall(open_.read())
            ]  # noqa: PTH111
    return [
        *above,
        *own,
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        f"{data}/fonts",
        f"{home}/.fonts",
        *(one for one in called if os.path.isabs(one)),
    ]  # noqa: PTH117


def _walk(
    folder: str,
    suffix: tuple[str, ...],
    already: set[tuple[int, int]] | None = None,
    name: str = "",
) -> Iterator[_Walked]:
    """Every file below a folder, in order of names, through links; nothing where it is not there.

    Args:
        folder: it, or a single file.
        suffix: endings of the files that count.
        already: folders that were walked already.
        name: the folder's path below the one that was asked for.
    """
    already = set() if already is None else already
    try:
        k = os.stat(folder)  # noqa: PTH116
        if not S_ISDIR(k.st_mode):
            yield folder, os.path.basename(folder), k.st_size, k.st_mtime_ns  # noqa: PTH119
            return
        if (k.st_dev, k.st_ino) in already:
            return
        already.add((k.st_dev, k.st_ino))
        with os.scandir(folder) as content:
            items = sorted(content, key=lambda one: one.name)
    except OSError:
        return
    for one in items:
        with suppress(OSError):  # a link that leads nowhere or to itself
            if one.is_dir():
                if one.name != "__pycache__":
                    yield from _walk(one.path, suffix, already, f"{name}{one.name}/")
            elif one.name.endswith(suffix):
                k = one.stat()
                yield one.path, name + one.name, k.st_size, k.st_mtime_ns
