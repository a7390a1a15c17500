"""The text as every rule reads it, walked once: each sentence with its path, words counted."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel

from notakesepakatan.compute.text.numbering import Numbers, number
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.model.induk import Induk
from notakesepakatan.model.instrumen import InstrumenList
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.model.peraturan import KnownLaws
from notakesepakatan.place import DataPath, Place, at
from notakesepakatan.words.normal import normal

Level = Literal["galat", "peringatan", "catatan"]
WordList = Callable[[str], bool]
"""Whether a word is one of Indonesian."""

_NO_TEXT = (
    "kunci",
    "korespondensi",
    "sebutan",
    "sebutan_bersama",
    "sebutan_tunggal",
    "konvensi_berakhir",
    "kode_pos",
    "telepon",
    "faksimile",
    "email",
    "angka",
    "tanda_tangan",
    "bawah_nama",
    "nama_judul",
    *HEADS.values(),
    "gaya_rincian",
    "setelah",
    "paraf_pada",
)
"""Keys whose text is no sentence."""
_NOT_READ = (
    "dihapus",
    "riwayat_nama",
    "abaikan",
    "susunan",
    "halaman",
    "saksi",
    "mengetahui",
    "instrumen",
    "bahasa_kedua",
    "terjemahan",
    "induk",
    "tenggat",
)
"""Keys of which no Indonesian sentence stands on paper."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADDRESS = (
    r"(?<!\S)[^\s@]+@\S*\w"
    r"|(?<!\w)(?:https?://|www\.)\S*\w"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:id|com|org|net)(?![\w-])(?:/\S*\w)?"
)
"""Addresses of mail and of pages."""
_TO_FILL_IN = (
    *("nama", "isi", "tanggal", "jabatan", "alamat", "nomor", "tempat"),
    *("menyusul", "diisi kemudian", "diisi", "belum diisi", "belum ada", "kosong"),
)
_BLANK = (
    r"(?:[.…]{4,}|…{2,}|…(?=/…)|_{3,})(?:[ .…_/]*(?:[.…]{3,}|…|_{3,}))*"
    r"|\[(?: *[.…]+ *|[A-Z][A-Z /_-]*|[a-z][^\]\[]{0,60})\](?!\])"
    rf"|\((?:{'|'.join(_TO_FILL_IN)})\)"
    r"|<[a-zA-Z][^<>@:.]{0,40}>|(?<=tanggal )__(?= [A-Z])"
    r"|(?<=Nomor )(?:\.{3}|[Xx]{2,})(?![\w.])|(?<=tanggal )(?:\.{3}|[Xx]{2,})(?![\w.])"
    r"|(?<!\w)(?:x{3,}|X{2,}(?:[-.]X+)+|x{2,}(?:[-.]x+)+)(?![\w.-]*\w)"
    r"|(?<=tanggal )…(?= [A-Z])|(?<=nomor )…|(?<=Nomor )…|(?<=sebesar )…|(?<=pukul )…"
)
BLANK = re.compile(_BLANK)
"""What waits to be filled in: dots, strokes, a word in square brackets."""
_SIGNS_OF_ADDRESS = ("@", "://", "www.", ".id", ".com", ".org", ".net")
_SIGNS_OF_BLANK = (
    *("…", "...", "__", "[", "<", "XX", "xx", "Xx", "xX"),
    *(f"({word})" for word in _TO_FILL_IN),
)
"""One of these stands in whatever the patterns above find, which are dearer to ask."""
_NO_PROSE = re.compile(f"{_ADDRESS}|{_BLANK}")
CALLED = re.compile(
    r"selanjutnya,? (?:\w++,?[- ]){0,20}?disebut,? ?(?:(?:juga|sebagai|dengan|:|-+) ?){0,3}"
    r"[“\"'(]{0,2}([A-Z][A-Z]+(?: [A-Z]+)*)"
)
"""What sets a term in capitals, which is its group."""
STAND_INS = ("-", "–", "—", ".", "…")
"""What stands where nothing is to be said."""
_STROKE = "\N{HORIZONTAL BAR}"


@dataclass(frozen=True)
class Flaw:
    """One finding.

    Attributes:
        place: where the text stands, or what is missing something.
        piece: the words it is about, as they read; empty where it is about the whole.
        message: what is wrong, in Indonesian.
        saran: what to do.
        replace: words for `piece` that may be put in without asking.
        tingkat: its level, where that is not the one of its rule.
        offset: where `piece` begins in its text; None: where it stands first.
    """

    place: Place
    piece: str
    message: str
    saran: str
    replace: str | None = None
    tingkat: Level | None = None
    offset: int | None = None


@dataclass(frozen=True)
class Excerpt:
    """One text with its place in the data, as it reads on paper."""

    place: Place
    text: str

    @property
    def path(self) -> DataPath:
        """The path of its place."""
        return self.place.path

    @cached_property
    def prose(self) -> str:
        """The text, as long, with strokes for what is no sentence: addresses and blanks."""
        if not any(map(self.text.__contains__, (*_SIGNS_OF_ADDRESS, *_SIGNS_OF_BLANK))):
            return self.text
        return _NO_PROSE.sub(lambda match: _STROKE * len(match[0]), self.text)

    @cached_property
    def blanks(self) -> tuple[re.Match[str], ...]:
        """What stands there to be filled in."""
        if not any(map(self.text.__contains__, _SIGNS_OF_BLANK)):
            return ()
        return tuple(BLANK.finditer(self.text))

    def flaw(
        self,
        piece: str,
        message: str,
        saran: str,
        begin: int | None = None,
        tingkat: Level | None = None,
        replace: str | None = None,
    ) -> Flaw:
        """A finding in it."""
        return Flaw(self.place, piece, message, saran, replace, tingkat, begin)


@dataclass(frozen=True)
class KnownInduk:
    """What the workspace knows of a parent that an agreement names.

    Attributes:
        facts: what may be quoted of it; None where it cannot be read.
        problem: why it cannot be read, in Indonesian; empty where it can.
    """

    facts: Induk | None = None
    problem: str = ""


@dataclass(frozen=True)
class Reading:
    """A text with what rules ask of it.

    Attributes:
        excerpts: every sentence in order.
        typed: the agreement as typed, None for a text that is not ours.
        dictionary: the dictionary, None where none is installed.
        resolved: the agreement as it reads, None for a text that is not ours.
        numbered: where everything numbered stands, None for a text that is not ours.
        remarks: what stands behind ` # ` on the last line of a text, by its path.
        instrumen_list: the instruments that are known; none where nothing is asked of them.
        induk: what is known of the parent; None where none is named, or nobody looked.
        laws: what is on record of laws; None where nobody looked.
        kept: what one rule has worked out of the text and others ask for too.
    """

    excerpts: tuple[Excerpt, ...]
    typed: Kesepakatan | None = None
    dictionary: WordList | None = None
    resolved: Kesepakatan | None = None
    numbered: Numbers | None = None
    remarks: Mapping[DataPath, str] = field(default_factory=dict)
    instrumen_list: InstrumenList = field(default_factory=dict)
    induk: KnownInduk | None = None
    laws: KnownLaws | None = None
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def kesepakatan(self) -> Kesepakatan:
        """The agreement as it reads; only where there is one."""
        if self.resolved is None:
            raise ValueError("no agreement behind this text")
        return self.resolved

    @property
    def numbers(self) -> Numbers:
        """Where everything numbered stands; only where there is an agreement."""
        if self.numbered is None:
            raise ValueError("no agreement behind this text")
        return self.numbered

    @cached_property
    def word_count(self) -> Counter[str]:
        """How often each word stands, in small letters."""
        texts = (excerpt.text for excerpt in self.excerpts)
        return Counter(word.lower() for text in texts for word in words(text))


def is_wording(path: DataPath) -> bool:
    """Whether a path leads to words of a pasal or of an item in it, not to a heading or cell."""
    in_paragraph = path[-2:-1] == ("paragraf",)
    return path[0] == "pasal" and (in_paragraph or path[-1] in ("isi", "penutup"))


def words(text: str) -> list[str]:
    """Words of letters; a hyphenated one is one."""
    return _WORD.findall(text)


def words_at(text: str) -> Iterator[tuple[int, str]]:
    """The same words, each with the place where it begins."""
    for match in _WORD.finditer(text):
        yield match.start(), match[0]


def read_kesepakatan(
    typed: Kesepakatan,
    dictionary: WordList | None = None,
    resolved: Kesepakatan | None = None,
    numbers: Numbers | None = None,
    remarks: Mapping[DataPath, str] | None = None,
    instrumen_list: InstrumenList | None = None,
    induk: KnownInduk | None = None,
    laws: KnownLaws | None = None,
) -> Reading:
    """The reading of an agreement.

    Args:
        typed: the agreement as typed.
        dictionary: the dictionary.
        resolved: the same as it reads, where that is computed already.
        numbers: its numbers, where they are.
        remarks: what its file says behind ` # `, by the path of the text before it.
        instrumen_list: the instruments that are known.
        induk: what the workspace knows of its parent.
        laws: what is on record of laws.
    """
    if resolved is None or numbers is None:
        numbered = number(typed)
        _, numbers, _ = numbered
        resolved, _ = resolve(typed, numbered)
    resolved = _as_it_reads(resolved)
    excerpts = tuple(_walk(resolved, ()))
    return Reading(
        excerpts,
        typed,
        dictionary,
        resolved,
        numbers,
        remarks or {},
        instrumen_list or {},
        induk,
        laws,
    )


def _as_it_reads(node: Any) -> Any:
    """The same with every text as a person reads it; the very same where none differs."""
    if isinstance(node, str):
        read = normal(node).text
        return node if read == node else read
    if isinstance(node, tuple):
        return _items_as_they_read(node)
    if isinstance(node, dict):
        return _mapping_as_it_reads(node)
    if isinstance(node, BaseModel):
        return _part_as_it_reads(node)
    return node


def _items_as_they_read(items: tuple[Any, ...]) -> tuple[Any, ...]:
    read = tuple(_as_it_reads(item) for item in items)
    pairs = zip(read, items, strict=True)
    return items if all(new is old for new, old in pairs) else read


def _mapping_as_it_reads(mapping: dict[Any, Any]) -> dict[Any, Any]:
    read = {key: _as_it_reads(content) for key, content in mapping.items()}
    differs = any(read[key] is not mapping[key] for key in mapping)
    return read if differs else mapping


def _part_as_it_reads(part: BaseModel) -> BaseModel:
    changed = dict[str, Any]()
    for name in part.model_fields_set:
        content = getattr(part, name)
        read = _as_it_reads(content)
        if read is not content:
            changed[name] = read
    return part.model_copy(update=changed) if changed else part


def read_lines(
    lines: list[str],
    dictionary: WordList | None = None,
    laws: KnownLaws | None = None,
) -> Reading:
    """The reading of any text, a path being the number of the line from 0."""
    excerpts = (Excerpt(at(i), line) for i, line in enumerate(lines) if line.strip())
    return Reading(tuple(excerpts), None, dictionary, laws=laws)


def _walk(node: Any, path: DataPath) -> Iterator[Excerpt]:
    if isinstance(node, str):
        yield Excerpt(Place(path), node)
    for step, content in _inside(node, path):
        yield from _walk(content, (*path, step))


def _inside(node: Any, path: DataPath) -> Iterator[tuple[str | int, Any]]:
    """What a list, a mapping or a part of the agreement holds."""
    if isinstance(node, tuple | list):
        yield from enumerate(node)
    elif isinstance(node, dict):
        yield from node.items()
    elif isinstance(node, BaseModel) and not getattr(node, "dihapus", False):
        for name in type(node).model_fields:
            content = getattr(node, name)
            if content and _is_read(name, content, path):
                yield name, content


def _is_words(content: Any) -> bool:
    """Whether it is a text or lines of text, and not parts of the agreement."""
    lines = content if isinstance(content, tuple) else (content,)
    return all(isinstance(line, str) for line in lines)


def _is_read(name: str, content: Any, path: DataPath) -> bool:
    if name in _NOT_READ:
        return False
    # Of the same name: how the parties are called together, and the sentence that says so.
    if name in _NO_TEXT and _is_words(content) and path != ("kalimat",):
        return False
    if name in ("jenis", "jumlah") and path[-2:-1] == ("kolom",):
        return False
    # Of the numbers only those that a party gives are typed as they read.
    return name != "nomor" or path[-2:-1] == ("para_pihak",)


def typed_at(typed: Kesepakatan | None, path: DataPath) -> object:
    """What was typed at a path of the data; None where nothing was."""
    node: object = typed
    for step in path:
        if isinstance(node, tuple | list) and isinstance(step, int):
            node = node[step]
        elif isinstance(node, dict):
            node = node.get(step)
        else:
            node = getattr(node, str(step), None)
    return node
