"""A draft edited: data as typed in, the page and its findings out, or the agreement's file.

What is typed lies in a side draft (`.meja/sunting/`) and goes into the file only while
the file is as it was when the side draft was opened.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

from notakesepakatan.bureau.check import temuan_list
from notakesepakatan.bureau.field_temuan import (
    MUST,
    FieldTemuan,
    hidden_temuan,
    loading_temuan,
    rule_temuan,
    whole_temuan,
)
from notakesepakatan.bureau.induk import known_induk
from notakesepakatan.bureau.side_draft import Kind, SideDraftFile, Source
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.editing.edits import Data, Difference, differences
from notakesepakatan.compute.text.tree import get_at, place_at
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.instrumen import load_instrumen
from notakesepakatan.load.kesepakatan import Loaded, examine_source
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.yaml.datum import parse_yaml
from notakesepakatan.load.yaml.rewrite import rewrite_source
from notakesepakatan.load.yaml.text import YamlRefused
from notakesepakatan.model.instrumen import InstrumenList
from notakesepakatan.place import DataPath, Place
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import content_hash, hash_of
from notakesepakatan.write.html import write_html

_TANGGAL = ("penandatanganan", "tanggal")


def _penandatanganan_temuan(path: DataPath) -> FieldTemuan:
    """That a draft does not become a signed text by typing a day into it."""
    return FieldTemuan(
        Place(path),
        MUST,
        "penandatanganan dicatat tersendiri",
        'kosongkan, lalu pakai "Catat penandatanganan" pada halaman kesepakatannya',
    )


class AlreadySigned(NotaError):
    """A signed text is not edited."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            f"{slug}: naskahnya sudah ditandatangani dan tidak disunting di sini; "
            "buatlah adendum"
        )


class IsSetAside(NotaError):
    """A draft that was put aside is not edited."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            f"{slug}: konsep ini disisihkan dan tidak disunting; kembalikan dahulu "
            "(nota sisihkan NAMA --kembalikan; di meja: pada halaman kesepakatannya)"
        )


class NotValidYet(NotaError):
    """What was typed cannot be saved yet; it stays in the side draft."""

    def __init__(self, many: int) -> None:
        super().__init__(
            f"Belum disimpan: {many} isian harus diperbaiki dahulu. "
            "Ketikan Anda tetap ada."
        )


def _source(workspace: Workspace, slug: str) -> Source:
    """The file of an agreement that is a draft still; parsed when its text is asked for.

    Raises:
        NoSuchKesepakatan, InvalidSlug, CannotRead; its reading AlreadySigned, FaultyNaskah.
    """
    content = workspace.read(slug)
    return Source(hash_of(content), partial(_read, workspace, slug, content))


def _read(workspace: Workspace, slug: str, content: bytes) -> Data:
    parsed = parse_yaml(content, str(workspace.file(slug))).data
    data: Data = parsed if isinstance(parsed, dict) else {}
    if _signed_at(data):
        raise AlreadySigned(slug)
    if data.get("disisihkan"):
        raise IsSetAside(slug)
    return data


def _signed_at(data: Data) -> DataPath | None:
    """Path of the day that makes the data a signed text; None of a draft."""
    if get_at(data, _TANGGAL):
        return _TANGGAL
    para_pihak = data.get("para_pihak")
    many = len(para_pihak) if isinstance(para_pihak, list) else 0
    own = [("para_pihak", i, *_TANGGAL) for i in range(many)]
    is_signed = many and all(get_at(data, path) for path in own)
    return own[-1] if is_signed else None


KONSEP = Kind("sunting", _source)


def konsep_side_draft(workspace: Workspace, slug: str, who: str) -> SideDraftFile:
    """Where somebody's typing in a draft is kept."""
    return SideDraftFile(KONSEP, workspace, slug, who)


@dataclass(frozen=True)
class SavedFile:
    """A file's hash before and after something was saved into it."""

    before: str
    after: str


def save_konsep(side: SideDraftFile, stamp: str) -> SavedFile:
    """Put the side draft into the agreement's file, only the lines meant.

    Args:
        side: the side draft.
        stamp: the state that the page had seen.

    Raises:
        ChangedMeanwhile: the file is not the one that was opened; nothing was overwritten.
        OtherWindow: another window of the same person went on.
        NotValidYet: what was typed does not load.
        AlreadySigned, CannotWrite.
    """
    with side.workspace.act("menyimpan konsep", side.slug, side.who) as act:
        file = side.workspace.file(side.slug)
        old_content = side.workspace.read(side.slug)
        draft = side.to_save(stamp, hash_of(old_content))
        examined = _examine(old_content, side.slug, draft.data)
        if examined.temuan:
            raise NotValidYet(len(examined.temuan))
        new_content = examined.text.encode()
        if new_content != old_content:
            act.write_unchanged(file, old_content, new_content)
        side.saved(draft, hash_of(new_content))
    return SavedFile(hash_of(old_content), hash_of(new_content))


@dataclass(frozen=True)
class Versions:
    """The file as it is now beside what was typed.

    Attributes:
        file_hash: the file's.
        differences: where they differ.
        written: places that are other in the file than when the side draft was opened.
        typed: places that are other in the side draft than then.
    """

    file_hash: str
    differences: list[Difference]
    written: tuple[DataPath, ...]
    typed: tuple[DataPath, ...]

    def is_written(self, path: DataPath) -> bool:
        """Whether somebody else changed what stands at a path, or a part of it."""
        return _touches(self.written, path)

    def is_typed(self, path: DataPath) -> bool:
        """Whether the owner of the side draft did."""
        return _touches(self.typed, path)


def _touches(paths: Sequence[DataPath], path: DataPath) -> bool:
    return any(each[: len(path)] == path[: len(each)] for each in paths)


def compare_versions(side: SideDraftFile) -> Versions:
    """Each place where the file and the side draft differ, and who changed it."""
    source = _source(side.workspace, side.slug)
    draft = side.open()
    now = source.read()
    written = tuple(each.path for each in differences(draft.base, now))
    typed = tuple(each.path for each in differences(draft.base, draft.data))
    return Versions(source.hash, differences(now, draft.data), written, typed)


@dataclass(frozen=True)
class _Examined:
    """The file's text with other data.

    Attributes:
        text: the text; empty where it cannot be written.
        temuan: what keeps it from being saved.
        loaded: the agreement as far as it reads.
    """

    text: str
    temuan: tuple[FieldTemuan, ...]
    loaded: Loaded | None = None


def _examine(content: bytes, slug: str, data: Data) -> _Examined:
    hidden = tuple(hidden_temuan(data))
    if hidden:
        return _Examined("", hidden)
    try:
        source = rewrite_source(parse_yaml(content, slug), data)
        loaded, temuan = examine_source(source, source.text.encode())
    except (YamlRefused, FaultyNaskah) as cause:
        return _Examined("", tuple(whole_temuan(cause)))
    shown = [loading_temuan(data, each) for each in sorted(temuan)]
    day = _signed_at(data)
    if day:
        shown.append(_penandatanganan_temuan(day))
    return _Examined(source.text, tuple(shown), loaded)


@dataclass(frozen=True)
class Review:
    """What the data typed come to: the page as it would print, and every finding.

    Attributes:
        temuan: every finding.
        loaded: the agreement as far as it reads.
        composer: sets the page.
    """

    temuan: tuple[FieldTemuan, ...]
    loaded: Loaded | None = None
    composer: Composer | None = None

    @cached_property
    def html(self) -> bytes:
        """The page as it would print, made when it is first asked for; empty without one."""
        if self.loaded is None or self.composer is None:
            return b""
        return write_html(compose_kesepakatan(self.composer, self.loaded))

    def datum(self, path: DataPath) -> str:
        """Id in the page of the part that a field belongs to; empty where it has none."""
        if self.loaded is None:
            return ""
        return place_at(self.loaded.tree, path).part.id


def review(workspace: Workspace, slug: str, data: Data) -> Review:
    """The page as it would print with these data, and every finding."""
    content = workspace.read(slug)
    examined = _examine(content, slug, data)
    loaded = examined.loaded
    if loaded is None:
        return Review(examined.temuan)
    induk = known_induk(Opened(workspace), slug, loaded.kesepakatan.induk)
    found = temuan_list(
        Riwayat(loaded),
        loaded,
        load_dictionary(),
        instrumen_list(workspace),
        induk,
    )
    temuan = (*examined.temuan, *(rule_temuan(data, each) for each in found))
    return Review(temuan, loaded, composer(workspace))


def instrumen_list(workspace: Workspace) -> InstrumenList:
    """The instruments of a workspace as its templates are now."""
    return _instrumen_list(workspace, content_hash(dict(workspace.read_common())))


@lru_cache(maxsize=2)
def _instrumen_list(workspace: Workspace, common_hash: str) -> InstrumenList:
    """Read once for as long as the templates stay."""
    return load_instrumen(workspace.root)


def composer(workspace: Workspace) -> Composer:
    """The composer of a workspace as its templates and settings are now."""
    return _composer(workspace, content_hash(dict(workspace.read_common())))


@lru_cache(maxsize=2)
def _composer(workspace: Workspace, common_hash: str) -> Composer:
    """Made once for as long as the templates and settings stay."""
    return Composer.of(workspace.root)
