"""Editing a draft: what somebody is typing is kept beside the file, and goes into it only while the file is as it was.

A side draft is `.meja/sunting/<slug>.<who>.json`: the file's hash and data when it was opened, the data as typed, and a
count of changes, by which two windows of one person know of each other.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from notakesepakatan.bureau.check import findings, load_dictionary
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.editing.edits import Data, differences, read_text, set_text
from notakesepakatan.compute.text.tree import get_at, place_at
from notakesepakatan.errors import CannotRead, FaultyNaskah, NotaError
from notakesepakatan.load.adendum import Riwayat
from notakesepakatan.load.datum import parse_yaml
from notakesepakatan.load.kesepakatan import Loaded, examine
from notakesepakatan.load.rewrite import rewrite
from notakesepakatan.load.yaml import YamlRefused, hidden_characters
from notakesepakatan.place import DataPath, Place, at
from notakesepakatan.workspace import ChangedMeanwhile, Workspace
from notakesepakatan.workspace.contents import content_hash, hash_of
from notakesepakatan.write.html import write_html

TANGGAL_FIELDS = at("penandatanganan", "tanggal")
_SARAN_TANGGAL = (
    'kosongkan, lalu pakai "Catat penandatanganan" pada halaman kesepakatannya'
)


class AlreadySigned(NotaError):
    """A signed text is not edited."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            f"{slug}: naskahnya sudah ditandatangani dan tidak disunting di sini; buatlah adendum"
        )


class NotValidYet(NotaError):
    """What was typed cannot be saved yet; it stays in the side draft."""

    def __init__(self, jumlah: int) -> None:
        super().__init__(
            f"Belum disimpan: {jumlah} isian harus diperbaiki dahulu. Ketikan Anda tetap ada."
        )


class OtherWindow(ChangedMeanwhile):
    """The side draft went on in another window of the same person."""

    def __init__(self, now: "SideDraft") -> None:
        self.now = now
        super().__init__("Konsep ini")


@dataclass(frozen=True)
class SideDraft:
    """A side draft.

    Attributes:
        trail: hash of the file when it was opened.
        awal: its data then.
        data: the data as typed.
        version: how many changes it has seen.
        past: the data before the last change of their shape, to go back to.
    """

    trail: str
    awal: Data
    data: Data
    version: int = 0
    past: Data | None = None

    @property
    def tanda(self) -> str:
        """What a page shows that it has seen: the count and the file."""
        return f"{self.version}-{self.trail[:16]}"

    def changed(
        self, mark: str, change: Callable[[Data], Data], *, remember: bool
    ) -> "SideDraft":
        """The next state, one may go back behind it where `remember`.

        Raises:
            OtherWindow: this is not the state that the page had seen.
            LookupError: what was to be changed is not there.
        """
        if self.tanda != mark:
            raise OtherWindow(self)
        return replace(
            self,
            data=change(self.data),
            version=self.version + 1,
            past=self.data if remember else self.past,
        )


_SIDE = TypeAdapter(SideDraft)
"""What the file of a side draft holds."""


class BrokenTyping(NotaError):
    """A side draft that cannot be read; it was put aside, so that the next look begins anew."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"Ketikan Anda yang belum disimpan rusak dan disisihkan sebagai {file}. "
            "Muat ulang halaman ini untuk mulai dari isi berkas."
        )


def read_side(file: Path) -> SideDraft | None:
    """A side draft; None where there is none.

    Raises:
        BrokenTyping: it is none of ours.
        CannotRead.
    """
    try:
        return (
            _SIDE.validate_json(file.read_bytes(), strict=True)
            if file.is_file()
            else None
        )
    except OSError as cause:
        raise CannotRead(file, cause) from None
    except ValueError:
        broken = file.with_suffix(".json.rusak")
        file.replace(broken)
        raise BrokenTyping(broken) from None


@dataclass(frozen=True)
class FieldTemuan:
    """A finding beside its field.

    Attributes:
        place: what it is about; `Place()` is the whole draft.
        tingkat: its level; "wajib" keeps the draft from being saved.
        message: what is wrong, in Indonesian.
        saran: what to do.
        kode: code of the rule.
        piece: the words it is about.
        replace: words for these that may be put in without asking.
    """

    place: Place
    tingkat: str
    message: str
    saran: str
    kode: str = ""
    piece: str = ""
    replace: str | None = None

    @property
    def ruas(self) -> str:
        """Name of the field."""
        return self.place.field


@dataclass(frozen=True)
class Review:
    """What the data typed would give: the file's text, the page, every finding."""

    teks: str
    html: bytes
    temuan: tuple[FieldTemuan, ...]
    loaded: Loaded | None

    @property
    def valid(self) -> bool:
        """Whether it may be saved."""
        return not any(t.tingkat == "wajib" for t in self.temuan)

    def datum(self, path: DataPath) -> str:
        """Id in the page of the part that a field belongs to; empty where it has none."""
        if self.loaded is None:
            return ""
        return place_at(self.loaded.tree, path).part.id


def open_draft(workspace: Workspace, slug: str, who: str) -> SideDraft:
    """The side draft of somebody, or a new one of the file as it lies.

    Raises:
        AlreadySigned, BrokenTyping, FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    content, data = _read(workspace, slug)
    file = _place(workspace, slug, who)
    if store := read_side(file):
        if store.data != store.awal or store.trail == hash_of(content):
            return store
        return SideDraft(hash_of(content), data, data, store.version)
    return SideDraft(hash_of(content), data, data)


def change(
    workspace: Workspace,
    slug: str,
    who: str,
    mark: str,
    change_: Callable[[Data], Data],
    *,
    remember: bool = False,
) -> SideDraft:
    """Put a change into the side draft.

    Args:
        workspace: the workspace.
        slug: the agreement.
        who: whose side draft.
        mark: the state that the page had seen.
        change: the change.
        remember: whether one may go back behind it.

    Raises:
        OtherWindow: another window went on meanwhile, or the file did; nothing was changed.
        LookupError: what was to be changed is not there.
    """
    with workspace.lock():
        new = open_draft(workspace, slug, who).changed(mark, change_, remember=remember)
        _keep(workspace, slug, who, new)
    return new


def undo(workspace: Workspace, slug: str, who: str, mark: str) -> SideDraft:
    """Go back behind the last change of shape; to where one was where there was none."""
    past = open_draft(workspace, slug, who).past
    return change(
        workspace,
        slug,
        who,
        mark,
        lambda data: data if past is None else past,
        remember=True,
    )


def discard(workspace: Workspace, slug: str, who: str) -> None:
    """Let go of what was typed; the count goes on, so that another window notices."""
    with workspace.lock():
        content, data = _read(workspace, slug)
        lama = open_draft(workspace, slug, who)
        _keep(
            workspace,
            slug,
            who,
            SideDraft(hash_of(content), data, data, lama.version + 1),
        )


def rebase(
    workspace: Workspace,
    slug: str,
    who: str,
    trail: str,
    merge: Callable[[Data, Data, Data], Data],
) -> SideDraft:
    """The side draft put on the file as it is now, after its owner has seen both.

    Raises:
        ChangedMeanwhile: the file is not the one that was shown.
    """
    with workspace.lock():
        content, data = _read(workspace, slug)
        if hash_of(content) != trail:
            raise ChangedMeanwhile(f'Kesepakatan "{slug}"')
        lama = open_draft(workspace, slug, who)
        new = SideDraft(
            trail, data, merge(lama.awal, data, lama.data), lama.version + 1
        )
        _keep(workspace, slug, who, new)
    return new


def save_draft(workspace: Workspace, slug: str, who: str, mark: str) -> tuple[str, str]:
    """The side draft into the agreement's file, only the lines meant; gives the file's hash before and after.

    Args:
        workspace: the workspace.
        slug: the agreement.
        who: whose side draft.
        mark: the state that the page had seen.

    Raises:
        ChangedMeanwhile: the file is not the one that was opened; nothing was overwritten.
        OtherWindow: another window of the same person went on.
        NotValidYet: what was typed does not load.
        AlreadySigned, CannotWrite.
    """
    with workspace.lock():
        content, _ = _read(workspace, slug)
        now = open_draft(workspace, slug, who)
        if now.trail != hash_of(content):
            raise ChangedMeanwhile(f'Kesepakatan "{slug}"')
        if now.tanda != mark:
            raise OtherWindow(now)
        text, temuan, _ = _examine(content, slug, now.data)
        if temuan:
            raise NotValidYet(len(temuan))
        new = text.encode()
        if new != content:
            workspace.write(workspace.file(slug), new)
        _keep(
            workspace,
            slug,
            who,
            SideDraft(hash_of(new), now.data, now.data, now.version + 1),
        )
    return now.trail, hash_of(new)


def review(workspace: Workspace, slug: str, data: Data) -> Review:
    """The page as it would print with these data, and every finding."""
    content = workspace.read(slug)
    text, temuan, loaded = _examine(content, slug, data)
    if loaded is None:
        return Review(text, b"", tuple(temuan), None)
    html = write_html(compose_kesepakatan(composer(workspace), loaded))
    for one in findings(Riwayat(loaded), loaded, load_dictionary()):
        typed = read_text(data, one.place.path)
        replace = one.replace if one.piece and one.piece in typed else None
        temuan.append(
            FieldTemuan(
                one.place,
                one.tingkat,
                one.message,
                one.saran,
                one.kode,
                one.piece,
                replace,
            )
        )
    return Review(text, html, tuple(temuan), loaded)


def composer(workspace: Workspace) -> Composer:
    """The composer of a workspace as its templates and settings are now; made once for as long as they stay."""
    return _composer(workspace, content_hash(dict(workspace.read_common())))


@lru_cache(maxsize=2)
def _composer(workspace: Workspace, trail: str) -> Composer:
    return Composer.of(workspace.root)


def repair_field(data: Data, temuan: FieldTemuan) -> Data:
    """A safe fix put into its field."""
    path = temuan.place.path
    text = read_text(data, path)
    return set_text(data, path, text.replace(temuan.piece, temuan.replace or "", 1))


def both(
    workspace: Workspace, slug: str, who: str
) -> tuple[str, list[tuple[Place, str, str]]]:
    """The file's hash now, and each place where it and the side draft differ: path, saved, typed."""
    content, data = _read(workspace, slug)
    mine = open_draft(workspace, slug, who)
    return hash_of(content), [
        (Place(path), a, b) for path, a, b in differences(data, mine.data)
    ]


def _examine(
    content: bytes, slug: str, data: Data
) -> tuple[str, list[FieldTemuan], Loaded | None]:
    """The file's text with these data, what keeps it from being saved, and the agreement as far as it reads."""
    forbidden = list(_hidden(data))
    if forbidden:
        return "", forbidden, None
    try:
        text = rewrite(content.decode("utf-8-sig"), data)
        loaded, temuan = examine(text.encode(), slug)
    except (YamlRefused, FaultyNaskah) as cause:
        return (
            "",
            [FieldTemuan(Place(), "wajib", t.message, t.saran) for t in cause.temuan],
            None,
        )
    items = [
        FieldTemuan(shown(data, t.place), "wajib", t.message, t.saran, t.kode)
        for t in sorted(temuan)
    ]
    if get_at(data, ("penandatanganan", "tanggal")):
        items.append(
            FieldTemuan(
                TANGGAL_FIELDS,
                "wajib",
                "penandatanganan dicatat tersendiri",
                _SARAN_TANGGAL,
            )
        )
    return text, items, loaded


def shown(data: Data, place: Place) -> Place:
    """The field that shows a finding: of a part written short, the one of its words."""
    is_item = place.path and isinstance(place.path[-1], int)
    if is_item and isinstance(get_at(data, place.path), str):
        return at(*place.path, "isi")
    return place


def _hidden(data: Data) -> Iterator[FieldTemuan]:
    """Texts with a character that nobody sees."""
    for path, character in hidden_characters(data):
        field = at(*path, "isi") if isinstance(path[-1], int) else Place(path)
        message = f"karakter kendali atau tak terlihat {character}"
        yield FieldTemuan(
            field,
            "wajib",
            message,
            "hapus karakter itu (biasanya terbawa saat menyalin)",
            "karakter-kendali",
        )


def _read(workspace: Workspace, slug: str) -> tuple[bytes, Data]:
    """Bytes and data of an agreement's file that is a draft still."""
    content = workspace.read(slug)
    data = parse_yaml(content, str(workspace.file(slug))).data
    data = data if isinstance(data, dict) else {}
    if get_at(data, ("penandatanganan", "tanggal")):
        raise AlreadySigned(slug)
    return content, data


def _place(workspace: Workspace, slug: str, who: str) -> Path:
    return workspace.private("sunting", f"{slug}.{who}.json")


def _keep(workspace: Workspace, slug: str, who: str, edit: SideDraft) -> None:
    content = json.dumps(asdict(edit), ensure_ascii=False).encode()
    workspace.write_private(content, "sunting", f"{slug}.{who}.json")
