"""The trail in, the older versions of an agreement's files out: listed, compared, brought back.

The trail is the history, and there is no other: each of its lines is a version, whose bytes
the workspace kept when they were written over. What was changed outside the program shows
as a version too, since the next line, or the file itself, begins from other bytes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.adendum.difference import words_only
from notakesepakatan.compose.adendum.differences import changes
from notakesepakatan.compose.adendum.heads import heads_in, with_head_named
from notakesepakatan.compose.kesepakatan import compose_both
from notakesepakatan.compute.editing.edits import differences
from notakesepakatan.compute.text.isian import sebutan_by_key
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.yaml.datum import parse_yaml
from notakesepakatan.naskah.blocks import Cut
from notakesepakatan.place import DataPath, Place
from notakesepakatan.workspace import ChangedMeanwhile, TrailEntry, Workspace
from notakesepakatan.workspace.contents import hash_of, read_limited
from notakesepakatan.workspace.layout import KESEPAKATAN_FILE, is_adendum
from notakesepakatan.workspace.save import temporary_folder

OUTSIDE = "ditulis di luar program"
"""What is said of a version that no line of the trail tells of."""
_NOT_ON_PAPER = (
    "abaikan",
    "disisihkan",
    "instrumen",
    "konvensi_berakhir",
    "pencatatan",
    "tenggat",
)
"""Keys whose words are on no paper, so that a naskah does not show that they changed."""
_ISIAN = re.compile(r"\[\[\s*(.*?)\s*\]\]")
_BETWEEN_WORDS = re.compile(r"[._]")
_ONLY_LOOK = "Kata-katanya sama; hanya cara menulisnya di berkas yang lain."


class NoSuchVersion(NotaError):
    """A number that no version of this agreement has."""

    def __init__(self, slug: str, number: int, many: int) -> None:
        super().__init__(
            f"{slug}: tidak ada versi {number}; yang ada 1 sampai dengan {many}"
        )


class NotKept(NotaError):
    """A version whose words nobody kept."""

    def __init__(self, slug: str, number: int) -> None:
        super().__init__(
            f"{slug}: isi versi {number} tidak tersimpan, sebab ditulis sebelum versi "
            "lama disimpan atau diganti di luar program; cari dalam cadangan"
        )


class NotBroughtBack(NotaError):
    """A version that may not become the present one, and why; nothing was written."""

    def __init__(self, slug: str, reason: str) -> None:
        super().__init__(f"{slug}: {reason}")


@dataclass(frozen=True)
class Version:
    """What one file of an agreement said from some moment on.

    Attributes:
        number: its number among all versions of the agreement, from 1, the oldest first.
        file: the file's path below the agreement's folder.
        before: hash of the bytes before it; empty where the file was new.
        fingerprint: hash of its bytes; empty where the file was taken away.
        time: when it was written, with the offset; empty where nobody knows.
        who: who wrote it; empty where nobody knows.
        tindakan: what was done, in Indonesian.
        reason: why, where that was asked for.
        is_present: whether the file says it now.
    """

    number: int
    file: str
    before: str
    fingerprint: str
    time: str = ""
    who: str = ""
    tindakan: str = OUTSIDE
    reason: str = ""
    is_present: bool = False

    @property
    def words(self) -> str:
        """What the file is, as people call it."""
        return file_words(self.file)


@dataclass(frozen=True)
class Change:
    """One place that reads otherwise: where, and the words before and after."""

    place: str
    before: str
    after: str


def file_words(name: str) -> str:
    """A file of an agreement as people call it: "naskah", "adendum 2", "peristiwa …"."""
    stem = Path(name).stem
    if name == KESEPAKATAN_FILE:
        return "naskah"
    if is_adendum(name):
        return f"adendum {stem.rpartition('-')[2].lstrip('0')}"
    if "/" in name:
        return f"{Path(name).parent} {stem}"
    return name


# What there is.


@dataclass
class _Telling:
    """The versions as they are found, and what each file said last."""

    found: list[Version] = field(default_factory=list)
    last: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, fingerprint: str, entry: TrailEntry | None = None) -> None:
        """One more version of a file; the line of the trail that tells of it, if one does."""
        number = len(self.found) + 1
        version = Version(number, name, self.last.get(name, ""), fingerprint)
        if entry:
            version = replace(
                version,
                time=entry.time,
                who=entry.who,
                tindakan=entry.action_words,
                reason=entry.reason,
            )
        self.found.append(version)
        self.last[name] = fingerprint


def versions(workspace: Workspace, slug: str) -> list[Version]:
    """Every version of an agreement's files that is known of, the oldest first.

    Adenda and events that the program never wrote have but one, and are left out.

    Raises:
        NoSuchKesepakatan, InvalidSlug, CannotRead, PointsOutside.
    """
    present = _present_files(workspace, slug)
    telling = _Telling()
    for name, entry in _entries(workspace, slug):
        if entry.before != telling.last.get(name, ""):
            telling.add(name, entry.before)
        telling.add(name, entry.after, entry)
    known = {KESEPAKATAN_FILE, *telling.last}
    for name, fingerprint in present.items():
        if name in known and fingerprint != telling.last.get(name, ""):
            telling.add(name, fingerprint)
    return _marked(telling.found, present)


def _marked(found: Sequence[Version], present: dict[str, str]) -> list[Version]:
    """The same, the last version of each file known as what the file says now."""
    last = {each.file: each.number for each in found if each.file in present}
    return [
        replace(each, is_present=last.get(each.file) == each.number) for each in found
    ]


def _entries(workspace: Workspace, slug: str) -> Iterator[tuple[str, TrailEntry]]:
    """Acts that left a file of an agreement other than it was, the oldest first."""
    folder = f"{workspace.relative(workspace.folder(slug)).as_posix()}/"
    for entry in reversed(workspace.trail()):
        is_data = entry.file.startswith(folder) and entry.file.endswith(".yaml")
        if is_data and entry.before != entry.after:
            yield entry.file.removeprefix(folder), entry


def _present_files(workspace: Workspace, slug: str) -> dict[str, str]:
    """Hash of each file that is there now, by its path below the agreement's folder."""
    adenda = sorted(workspace.adendum_files(slug))
    files = [workspace.file(slug), *adenda, *workspace.peristiwa_files(slug)]
    folder = workspace.folder(slug)
    return {
        file.relative_to(folder).as_posix(): workspace.file_hash(file) for file in files
    }


def find_version(workspace: Workspace, slug: str, number: int) -> Version:
    """The version of a number.

    Raises:
        NoSuchVersion, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    found = versions(workspace, slug)
    if not 1 <= number <= len(found):
        raise NoSuchVersion(slug, number, len(found))
    return found[number - 1]


def has_words(workspace: Workspace, slug: str, version: Version) -> bool:
    """Whether what a version says was kept."""
    return _content(workspace, slug, version.file, version.fingerprint) is not None


def _content(
    workspace: Workspace, slug: str, name: str, fingerprint: str
) -> bytes | None:
    """The bytes of a version; None where they were not kept, none where there was no file."""
    if not fingerprint:
        return b""
    file = workspace.folder(slug) / name
    if workspace.file_hash(file) == fingerprint:
        return read_limited(file)
    return workspace.read_version(fingerprint)


def _kept_content(workspace: Workspace, slug: str, version: Version) -> bytes:
    content = _content(workspace, slug, version.file, version.fingerprint)
    if content is None:
        raise NotKept(slug, version.number)
    return content


# What changed, in words.


def changed_in(office: Office, slug: str, version: Version) -> list[Change] | None:
    """What a version changed, place by place; None where the words before it are gone.

    Raises:
        NotKept: its own words are gone.
    """
    workspace = office.workspace
    before = _content(workspace, slug, version.file, version.before)
    after = _kept_content(workspace, slug, version)
    if before is None:
        return None
    return compare(office, version.file, before, after)


def beside_present(office: Office, slug: str, version: Version) -> list[Change]:
    """What would change if a version were brought back: the words now, and its own.

    Raises:
        NotKept: its words are gone.
    """
    workspace = office.workspace
    content = _kept_content(workspace, slug, version)
    file = workspace.folder(slug) / version.file
    present = read_limited(file) if file.is_file() else b""
    return compare(office, version.file, present, content)


def compare(office: Office, name: str, before: bytes, after: bytes) -> list[Change]:
    """Two versions of a file, place by place.

    An agreement is compared as it reads on paper, and what is on no paper by its data;
    other files, and what cannot be read, by their data.

    Args:
        office: the workspace, with what composes its papers.
        name: the file's path below the agreement's folder.
        before: its bytes before; empty where there was none.
        after: its bytes after; empty where there is none.
    """
    if before == after:
        return []
    old, new = _data(before, name), _data(after, name)
    texts = (_loaded(before, name), _loaded(after, name))
    if texts[0] and texts[1]:
        told = _on_paper(office, texts[0], texts[1])
        told += _beside_paper(old, new)
    else:
        is_alone = not before or not after
        read = map(_as_read, (old, new), texts) if is_alone else (old, new)
        told = _in_data(*read)
    return told or [Change("Seluruh berkas", _ONLY_LOOK, _ONLY_LOOK)]


def _loaded(content: bytes, name: str) -> Loaded | None:
    """A text that can be composed; None of any other file."""
    if name != KESEPAKATAN_FILE or not content:
        return None
    try:
        loaded = parse_kesepakatan(content, name)
    except FaultyNaskah:
        return None
    return None if loaded.kesepakatan.facts_only else loaded


def _data(content: bytes, name: str) -> dict[str, Any]:
    """What a file says; nothing where it cannot be read."""
    try:
        data = parse_yaml(content, name).data if content else {}
    except NotaError:
        return {}
    return data if isinstance(data, dict) else {}


def _on_paper(office: Office, old: Loaded, new: Loaded) -> list[Change]:
    sebutan = sebutan_by_key(new.reading)
    heads = heads_in(old.reading.pasal, new.reading.pasal)
    return [
        Change(
            one.letak or "Halaman depan",
            _shortened([each.tertulis for each in one.excerpts()]),
            _shortened([each.seharusnya for each in one.excerpts()]),
        )
        for before, after in compose_both(office.composer, old, new)
        for one in (
            with_head_named(each, heads) for each in changes(before, after, sebutan)
        )
    ]


def _shortened(texts: Sequence[Sequence[Cut]]) -> str:
    """The words around each change, one behind the other."""
    words = (words_only(text).strip() for text in texts)
    return " ".join(each for each in words if each)


def _as_read(data: dict[str, Any], loaded: Loaded | None) -> Any:
    """The data with their texts as they read on paper; as typed where they cannot be read."""
    if loaded is None:
        return data
    return loaded.reading.model_dump(mode="json", exclude_unset=True)


def _beside_paper(old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    keys = [key for key in _NOT_ON_PAPER if old.get(key) != new.get(key)]
    return [
        told for key in keys for told in _in_data(old.get(key), new.get(key), (key,))
    ]


def _in_data(old: Any, new: Any, path: DataPath = ()) -> list[Change]:
    return [
        Change(_place_words(each.path), with_names(each.theirs), with_names(each.mine))
        for each in differences(old, new, path)
    ]


def with_names(text: str) -> str:
    """A text as typed, what is filled in there by its name: "(jenis)"."""
    return _ISIAN.sub(lambda isian: f"({_BETWEEN_WORDS.sub(' ', isian[1])})", text)


def _place_words(path: DataPath) -> str:
    return Place(path).words if path else "Seluruh berkas"


# Bringing one back.


def bring_back(opened: Opened, slug: str, number: int, seen: str | None = None) -> Path:
    """Make an older version of a draft the present one; the present one stays a version.

    Args:
        opened: the workspace.
        slug: the agreement.
        number: the version.
        seen: hash of the agreement's files that its asker was shown; None where none was.

    Returns:
        The file that says it now.

    Raises:
        NotBroughtBack: it is no draft, or fits what stands beside it no more.
        NotKept, NoSuchVersion: there are no such words.
        ChangedMeanwhile: the files are not those that were shown.
        NoSuchKesepakatan, InvalidSlug, Busy, CannotWrite.
    """
    workspace = opened.workspace
    with workspace.act(
        "mengembalikan versi", slug, opened.who, f"versi {number}"
    ) as act:
        if seen is not None:
            workspace.check_unchanged(slug, seen)
        version = find_version(workspace, slug, number)
        file = workspace.folder(slug) / version.file
        content = check_bring_back(workspace, slug, version)
        if file.is_file():
            act.write_unchanged(file, read_limited(file), content)
        else:
            act.write(file, content, overwrite=False)
    return file


def check_bring_back(workspace: Workspace, slug: str, version: Version) -> bytes:
    """The bytes of a version that may become the present one.

    Raises:
        NotBroughtBack, NotKept.
    """
    content = _kept_content(workspace, slug, version)
    _check_kind(slug, version)
    file = workspace.folder(slug) / version.file
    present = read_limited(file) if file.is_file() else b""
    if hash_of(present) == version.fingerprint:
        raise NotBroughtBack(slug, f"versi {version.number} adalah isi yang sekarang")
    for words, text in (("yang sekarang", present), ("versi itu", content)):
        if _is_signed(_data(text, version.file)):
            raise NotBroughtBack(
                slug,
                f"{version.words} {words} sudah ditandatangani; yang bertanda tangan "
                "diubah dengan adendum, atau penandatanganannya dicabut dahulu",
            )
    _check_fits(workspace, slug, version.file, content)
    return content


def _check_kind(slug: str, version: Version) -> None:
    if not version.fingerprint:
        raise NotBroughtBack(
            slug,
            f"pada versi {version.number} berkasnya diambil; pilih yang sebelumnya",
        )
    if version.file != KESEPAKATAN_FILE and not is_adendum(version.file):
        raise NotBroughtBack(
            slug,
            "peristiwa tidak dikembalikan seperti konsep; perbaiki dengan nota catat … "
            "--mengganti, atau cabut dengan nota cabut",
        )


def _is_signed(data: dict[str, Any]) -> bool:
    """Whether a file is a signed text; a register's facts are none."""
    if data.get("cakupan") == "data_pokok":
        return False
    para_pihak = data.get("para_pihak")
    parts = [data, *(para_pihak if isinstance(para_pihak, list) else ())]
    own = [part.get("penandatanganan") for part in parts if isinstance(part, dict)]
    return any(isinstance(each, dict) and each.get("tanggal") for each in own)


def _check_fits(workspace: Workspace, slug: str, name: str, content: bytes) -> None:
    """Raises NotBroughtBack where the agreement could not be read with these bytes."""
    state = workspace.state(slug)
    if state is None:
        raise ChangedMeanwhile(f'Kesepakatan "{slug}"')
    files = {**workspace.read_kesepakatan(slug, state), name: content}
    with temporary_folder() as folder:
        apart = Workspace.of_one(folder, slug, files)
        try:
            Opened(apart, common=workspace.root).summary(slug)
        except FaultyNaskah as cause:
            first = cause.temuan[0]
            raise NotBroughtBack(
                slug,
                f"versi itu tidak cocok lagi dengan yang ada sekarang: {first.message}; "
                f"{first.saran}",
            ) from None
