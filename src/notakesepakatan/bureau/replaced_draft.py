"""A draft adendum that another takes the place of: what was written by hand goes along."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notakesepakatan.bureau.adendum_file import with_present
from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.adendum.papers import change_sentences
from notakesepakatan.compute.text.tree import Tree
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.adendum.riwayat import Riwayat, load_below_last, parse_adendum
from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.load.yaml.rewrite import rewrite
from notakesepakatan.load.yaml.text import YamlRefused
from notakesepakatan.model.adendum import Adendum
from notakesepakatan.workspace import COMMAND_LINE, Workspace
from notakesepakatan.workspace.contents import read_limited
from notakesepakatan.write.yaml import dump

_OF_THE_CHANGE = (
    "jenis",
    "mencabut",
    "perbaikan_adendum",
    "perubahan",
    "pihak_keluar",
    "disusun_atas",
)
"""Keys that say what is changed; all others were written for the adendum itself."""
_NOBODY_IN_PARTICULAR = (COMMAND_LINE, "lokal")
"""Names of who works without an account."""
_MOST_NAMED = 5

Data = dict[str, object]


class NotReplaced(NotaError):
    """A draft that may not be replaced; nothing was written.

    Attributes:
        sebab: why.
        saran: what to do.
    """

    def __init__(self, sebab: str, saran: str) -> None:
        self.sebab = sebab
        self.saran = saran
        super().__init__(f"Adendum tidak dibuat: {sebab}; {saran}.")


@dataclass(frozen=True)
class ReplacedDraft:
    """The draft that is replaced.

    Attributes:
        file: its file.
        isi: the file's bytes.
        data: the data as they are written there.
        perubahan: what it changes, in words; none where it fits its text no more.
    """

    file: Path
    isi: bytes
    data: Mapping[str, object]
    perubahan: tuple[str, ...]

    def content_with(
        self, fresh: Data, asked: Sequence[str], present: Sequence[Tree] = ()
    ) -> bytes:
        """The file with another change; all else as it was written, with its comments.

        Args:
            fresh: the data of the new adendum.
            asked: keys of it that were asked for by name and go before what was written.
            present: what is said now of who signs, by party.
        """
        named = [*_OF_THE_CHANGE, *asked]
        if _count(fresh) != _count(self.data):
            named.append("para_pihak")
        kept = {key: value for key, value in self.data.items() if key not in named}
        kept = with_present(kept, present)
        new = {key: value for key, value in fresh.items() if key in named}
        order = [*self.data, *fresh]
        both = kept | new
        data = {key: both[key] for key in dict.fromkeys(order) if key in both}
        try:
            return rewrite(self.isi.decode("utf-8-sig"), data).encode()
        except YamlRefused:
            return dump(data).encode()

    @property
    def remark(self) -> str:
        """That it is replaced, by what it changed and what of it is kept."""
        count = len(self.perubahan)
        named = " ".join(map(_briefly, self.perubahan[:_MOST_NAMED]))
        more = f" dan {count - _MOST_NAMED} lagi" if count > _MOST_NAMED else ""
        kept = [key for key in self.data if key not in _OF_THE_CHANGE]
        brought = f" Tetap seperti semula: {', '.join(kept)}." if kept else ""
        what = f": {named}{more}" if named else "."
        return f"Perubahan pada konsep {self.file.name} diganti{what}{brought}"


_TEXT_FOLLOWS = re.compile(r",? sehingga [^:]*berbunyi sebagai berikut:$")


def _briefly(sentence: str) -> str:
    """What is changed, without the announcement of the text that follows on paper."""
    brief = _TEXT_FOLLOWS.sub("", sentence).rstrip(".:")
    return f"{brief}."


def _count(data: Mapping[str, object]) -> int:
    """For how many parties it names who signs."""
    para_pihak = data.get("para_pihak")
    return len(para_pihak) if isinstance(para_pihak, list) else 0


def draft_to_replace(office: Office, slug: str) -> tuple[Riwayat, ReplacedDraft]:
    """The agreement without its last adendum, and that adendum, which is a draft.

    Raises:
        NotReplaced: there is no such draft, it is another person's, or cannot be read.
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    riwayat, file = load_below_last(office.workspace, slug)
    if file is None:
        raise _no_draft()
    content = read_limited(file)
    try:
        adendum, source = parse(Adendum, content, str(file))
    except FaultyNaskah as cause:
        raise NotReplaced(
            f"konsep {file.name} tidak terbaca ({cause.temuan[0]})",
            "perbaiki dahulu, supaya yang sudah ditulis di dalamnya tidak hilang",
        ) from None
    if not adendum.konsep:
        raise _no_draft()
    _check_own(office, slug, file)
    said = _sentences(office, content, file, riwayat)
    return riwayat, ReplacedDraft(file, content, source.data, said)


def _no_draft() -> NotReplaced:
    return NotReplaced(
        "tidak ada konsep adendum yang dapat diganti", "jalankan tanpa --ganti"
    )


def _sentences(
    office: Office, content: bytes, file: Path, riwayat: Riwayat
) -> tuple[str, ...]:
    try:
        adendum = parse_adendum(content, str(file), riwayat)
        return tuple(change_sentences(office.composer, adendum))
    except FaultyNaskah:
        return ()


def _check_own(office: Office, slug: str, file: Path) -> None:
    """Refuse the draft of another person.

    Raises:
        NotReplaced: the trail says that somebody else wrote it last.
    """
    author = author_of(office.workspace, slug, file)
    if author is None or _same_person(author, office.who):
        return
    raise NotReplaced(
        f"konsep {file.name} ditulis oleh {author}",
        "minta yang menulisnya menggantinya, atau jalankan tanpa --ganti supaya adendum "
        "ini disusun di atasnya",
    )


def author_of(workspace: Workspace, slug: str, file: Path) -> str | None:
    """Who wrote a file last, by the trail; None where that says nothing of it."""
    name = workspace.relative(file)
    for entry in workspace.trail(slug=slug):
        if entry.file == str(name) and entry.step in ("", "selesai"):
            return entry.who
    return None


def _same_person(one: str, other: str) -> bool:
    both = (one, other)
    return one == other or all(each in _NOBODY_IN_PARTICULAR for each in both)
