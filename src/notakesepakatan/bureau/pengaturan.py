"""The settings of the office: what they say in, the same file with the changes asked for out.

Only the lines meant are written anew, so that what people wrote beside them stays.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from notakesepakatan.compose.pictures import FaultyLogo, read_picture
from notakesepakatan.compose.templates import Template
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.yaml.datum import parse, parse_yaml
from notakesepakatan.load.yaml.rewrite import rewrite
from notakesepakatan.load.yaml.text import YamlRefused
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.place import DataPath, Place
from notakesepakatan.temuan import Position, Temuan
from notakesepakatan.workspace import COMMAND_LINE, ChangedMeanwhile, Workspace
from notakesepakatan.workspace.contents import read_inside
from notakesepakatan.workspace.layout import PENGATURAN_FILE, sample_pengaturan

Changes = Mapping[DataPath, Any]
"""What the data shall hold at a path; None takes the key away."""

_LOGO: DataPath = ("logo",)
_LAMBANG: DataPath = ("halaman", "lambang")


@dataclass(frozen=True)
class KeptPengaturan:
    """The settings as they lie.

    Attributes:
        text: the file; the program's sample where there is none yet.
        data: what it says: mappings, lists and texts.
        hash: hash of the file; empty where there is none yet.
    """

    text: str
    data: Mapping[str, Any]
    hash: str


def kept_pengaturan(workspace: Workspace) -> KeptPengaturan:
    """The settings of a workspace, to be changed.

    Raises:
        FaultyNaskah: the file is no YAML that this program reads.
        CannotRead, PointsOutside: it is there and cannot be read.
    """
    file = workspace.pengaturan
    is_there = file.exists()
    content = read_inside(file, workspace.root) if is_there else _sample()
    source = parse_yaml(content, PENGATURAN_FILE)
    seen = workspace.file_hash(file)
    return KeptPengaturan(source.text, source.data or {}, seen)


def _sample() -> bytes:
    return sample_pengaturan().read_bytes()


def change_pengaturan(
    workspace: Workspace,
    kept: KeptPengaturan,
    changes: Changes,
    who: str = COMMAND_LINE,
) -> list[Temuan]:
    """Write the changes into the file, only those lines.

    Args:
        workspace: the workspace.
        kept: the settings that the changes were made to.
        changes: what is other.
        who: who changes them.

    Returns:
        What is wrong with them; nothing was written where anything is.

    Raises:
        ChangedMeanwhile: the file is no longer what was kept.
        Busy, CannotWrite.
    """
    data = deepcopy(dict(kept.data))
    for path, value in changes.items():
        _put(data, path, value)
    try:
        content = rewrite(kept.text, data).encode()
        pengaturan, _ = parse(Pengaturan, content, PENGATURAN_FILE)
    except (YamlRefused, FaultyNaskah) as cause:
        return list(cause.temuan)
    touched = {path for path in (_LOGO, _LAMBANG) if path in changes}
    faulty = list(_faulty_pictures(workspace, pengaturan, touched))
    if faulty:
        return faulty
    with workspace.act("mengubah pengaturan", who=who) as act:
        if workspace.file_hash(workspace.pengaturan) != kept.hash:
            raise ChangedMeanwhile(PENGATURAN_FILE)
        act.write(workspace.pengaturan, content)
    return []


def _put(data: dict[Any, Any], path: DataPath, value: Any) -> None:
    """In the very data: a value at a path, or nothing there any more."""
    first, *below = path
    if below:
        inside = data.get(first) or {}
        _put(inside, tuple(below), value)
        value = inside or None
    if value is None:
        data.pop(first, None)
    else:
        data[first] = value


def _faulty_pictures(
    workspace: Workspace, pengaturan: Pengaturan, touched: set[DataPath]
) -> Iterator[Temuan]:
    """Pictures that are named and cannot be shown."""
    template = Template(workspace.templates)
    named = [(_LOGO, file) for file in pengaturan.logo.values()]
    lambang = pengaturan.halaman.lambang
    if lambang:
        named.append((_LAMBANG, lambang))
    for path, file in named:
        if path not in touched:
            continue
        try:
            read_picture(template, file)
        except FaultyLogo as cause:
            message, _, _ = str(cause).partition("; ")
            saran = "letakkan gambar PNG atau JPEG di folder templates/"
            yield Temuan(Position(PENGATURAN_FILE), Place(path), "logo", message, saran)
