"""A path of the data to the place it is in an agreement, and out again in every way it is written.

A path leads into the data as the YAML has them, through mappings by key and through
lists by position from 0: `("pasal", 5, "ayat", 1, "isi")`. A `Place` is made of it once,
with the numbers of the text it stands in where those are known, and is asked for whatever
is needed: the field of a form, the key in a message, the id in the naskah, the words.

The glossary has two words that are near and mean one of these ways each, so that the class
bears neither: `letak` is what an adendum calls a part, "Pasal 6 ayat (2)"; `tempat` is the
file, line and column of a finding.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from string import ascii_letters

from notakesepakatan.words.lists import nth_huruf
from notakesepakatan.words.numbers import TOP_ROMAN, order, roman

DataPath = tuple[str | int, ...]

Address = tuple[tuple[str, str], ...]
"""What the law calls a part: (("pasal", "4"), ("ayat", "2"), ("huruf", "a"))."""

LEVEL = ("huruf", "angka", "subhuruf", "subangka")
"""The four levels under a pasal or an ayat: `a.`, `1.`, `a)`, `1)`."""

LETTERED = ("huruf", "subhuruf")
CAPITAL = "kapital"
ROMAN = "romawi"
BULLET = "poin"
"""A list whose items bear no number on paper; they are counted all the same."""

RINCIAN = (*LEVEL, CAPITAL, ROMAN, BULLET)
"""Every list that may stand below a pasal, an ayat or an item."""

CHILDREN = ("ayat", *RINCIAN, "tahapan", "bagian")
"""Keys of the numbered lists that stand inside a numbered part."""

PARA_PIHAK: DataPath = ("para_pihak",)
PERTIMBANGAN_PATH: DataPath = ("pertimbangan",)
DASAR_HUKUM_PATH: DataPath = ("dasar_hukum",)
PROGRAM: DataPath = ("lampiran", "program")

_ROMAN = re.compile("[IVXLC]")
"""How the number of an annex begins, of which there are several."""

_UNIT_WORDS = {
    "pertimbangan": "pertimbangan",
    "pasal": "Pasal {}",
    "lampiran": "Lampiran {}",
    "ayat": "ayat ({})",
    "kapital": "huruf {}",
    "romawi": "angka {}",
    "subhuruf": "huruf {})",
    "subangka": "angka {})",
    "tabel": "baris {} tabel",
}
ALL_SEBUTAN = "PARA PIHAK"
"""How the parties are called together unless the text says otherwise."""

_TOGETHER = ("para", "kedua", "ketiga", "keempat", "kelima", "semua", "belah")
"""Words of such a name that only say that all are meant."""

_LONGEST_NUMBER = 5
"""Digits of a position in a field's name; what is longer is taken for a key."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the data of an agreement; `Place()` is the whole of it.

    Attributes:
        path: where it is in the data.
        labels: the number of each list item on the way ("6", "2"; "" where it bears none),
            as far as they are known; the rest is counted from the positions.
    """

    path: DataPath = ()
    labels: tuple[str, ...] = ()

    @classmethod
    def of_field(cls, name: str) -> "Place":
        """The place that a form's field holds: "pasal.5.ayat.1.isi"."""
        if not name:
            return cls()
        return cls(tuple(_step(word) for word in name.split(".")))

    def __lt__(self, other: "Place") -> bool:
        """In the order in which their keys are listed."""
        return self.key < other.key

    def __str__(self) -> str:
        return self.key

    @property
    def field(self) -> str:
        """The name of the form's field: "pasal.5.ayat.1.isi"."""
        return ".".join(map(str, self.path))

    @property
    def key(self) -> str:
        """The key as a person reads it, counted from 1: "pasal[6].ayat[2].isi"."""
        result = ""
        for step in self.path:
            if isinstance(step, int):
                result += f"[{step + 1}]"
            else:
                result += f".{step}" if result else step
        return result

    @property
    def part(self) -> "Place":
        """The deepest numbered part or party that it lies in; `Place()` outside of all."""
        for end in range(len(self.path), 0, -1):
            series = self.path[: end - 1]
            is_item = isinstance(self.path[end - 1], int)
            if is_item and (series == PARA_PIHAK or level(series)):
                return Place(self.path[:end], self.labels)
        return Place()

    @property
    def id(self) -> str:
        """The id of its block in the naskah: "pasal.6.ayat.2.isi", "lampiran.3.2.a"."""
        return ".".join(word for word in self._id_steps() if word)

    def _id_steps(self) -> Iterator[str]:
        for end, step in enumerate(self.path, 1):
            if isinstance(step, int):
                yield self._item_id(end)
            elif not self._leads_to_row(end):
                yield step

    def _item_id(self, end: int) -> str:
        is_pihak = self.path[: end - 1] == PARA_PIHAK
        return pihak_key(int(self.path[end - 1])) if is_pihak else self._label(end)

    def _leads_to_row(self, end: int) -> bool:
        """Whether this step only leads to a row of the annex: the naskah numbers those alone."""
        series = self.path[:end]
        is_tahapan = series[-1] == "tahapan" and level(series) is not None
        leads = is_program(series) or is_tahapan
        return leads and end < len(self.path)

    @property
    def words(self) -> str:
        """What an adendum calls it, the glossary's `letak`.

        "Pasal 6 ayat (2)"; "Lampiran baris 3.2.a kolom output"; and what has no address in
        law by its keys: "jangka waktu", "para pihak kesatu kedudukan".
        """
        words = list(self._words())
        if self.path[0] == "lampiran":
            words[0] = words[0].replace("lampiran", "Lampiran", 1)
        return " ".join(words)

    def _words(self) -> Iterator[str]:
        path, begin = self.path, 0
        program = self._program_end
        if program and len(path) > program:
            begin = self._row_end
            yield self._of_lampiran
            yield from self._row_words(begin)
        elif path[:1] == PARA_PIHAK and len(path) > 1:
            begin = 2
            yield "para pihak"
            yield _spaced(pihak_key(int(path[1])))
        elif path[:1] in (PERTIMBANGAN_PATH, DASAR_HUKUM_PATH):
            yield _spaced(path[0])
            if len(path) == 1:
                return
        yield from self._words_from(begin)

    def _words_from(self, begin: int) -> Iterator[str]:
        """Numbered parts by unit and number, all else by its key."""
        end = begin + 1
        while end <= len(self.path):
            unit = level(self.path[:end])
            if unit and self._is_item(end):
                end += 1
                yield unit_words(unit, self._label(end))
            elif is_row(self.path[:end]):
                yield str(int(self.path[end - 1]) + 1)
            else:
                yield _spaced(self.path[end - 1])
            end += 1

    def _is_item(self, end: int) -> bool:
        """Whether the step behind so many is the place of a list's item."""
        return end < len(self.path) and isinstance(self.path[end], int)

    @property
    def _of_lampiran(self) -> str:
        """The annex that a row stands in: "Lampiran", of several "Lampiran II"."""
        return unit_words("lampiran", self._label(2) if self._is_item(1) else "")

    @property
    def _program_end(self) -> int:
        """How many steps lead to the programmes that it lies in; 0 where to none."""
        ends = (2, 3)
        return next((end for end in ends if is_program(self.path[:end])), 0)

    @property
    def _row_end(self) -> int:
        """How many steps lead to its row of the annex, or to its programme."""
        end = self._program_end + 1
        while self.path[end : end + 1] == ("tahapan",) and end + 1 < len(self.path):
            end += 2
        return end

    def _row_words(self, end: int) -> Iterator[str]:
        if end == self._program_end + 1:
            yield "program"
            yield self._label(end)
            return
        yield "baris"
        yield self.row
        if end < len(self.path):
            yield "kolom"

    @property
    def row(self) -> str:
        """The number of its row in the annex, "3.2.a"; of its programme alone, "3"."""
        ends = range(self._program_end + 1, self._row_end + 1, 2)
        numbers = (self._label(end) for end in ends)
        return ".".join(number for number in numbers if number)

    def _label(self, end: int) -> str:
        """The number of the list item that the path's first `end` steps lead to."""
        nth = sum(isinstance(step, int) for step in self.path[: end - 1])
        if nth < len(self.labels):
            return self.labels[nth]
        unit = level(self.path[: end - 1])
        return nth_label(unit, int(self.path[end - 1]) + 1)


def at(*steps: str | int) -> Place:
    """The place that these steps lead to: `at("pasal", 5, "judul")`."""
    return Place(steps)


def _step(word: str) -> str | int:
    is_position = word.isdigit() and word.isascii() and len(word) <= _LONGEST_NUMBER
    return int(word) if is_position else word


def _spaced(key: str | int) -> str:
    return str(key).replace("_", " ")


def level(path: DataPath) -> str | None:
    """How the list at a path is numbered: "pasal", "ayat", "huruf", …

    None where no numbered list stands.
    """
    match path:
        case ("pasal",) | ("lampiran",):
            return str(path[0])
        case ("pertimbangan",):
            return "huruf"
        case (
            ("dasar_hukum",) | ("lampiran", "program") | ("lampiran", int(), "program")
        ):
            return "angka"
        case ("lampiran", "program", *_, "tahapan") | (
            "lampiran",
            int(),
            "program",
            *_,
            "tahapan",
        ):
            return tahapan_level(path.count("tahapan") - 1)
        case ("lampiran", str(child)) if child in ("bagian", *RINCIAN):
            return child
        case (
            "pasal" | "pertimbangan" | "lampiran",
            *_,
            int(),
            str(child),
        ) if child in CHILDREN:
            return child
    return None


def nth_label(unit: str | None, nth: int) -> str:
    """The number of the nth item of a list, from 1: "b", "ii", "B", "II"; else "2"."""
    if unit == "lampiran":
        return roman(nth)
    if unit in ("bagian", CAPITAL):
        return nth_huruf(nth).upper()
    if unit in LETTERED:
        return nth_huruf(nth)
    if unit == ROMAN and nth <= TOP_ROMAN:
        return roman(nth).lower()
    return str(nth)


def is_rows(series: DataPath) -> bool:
    """Whether a path leads to the rows of a table, which bear no number and are counted."""
    return series[-2:] == ("tabel", "baris") or series[-3:] == _TRANSLATED_ROWS


_TRANSLATED_ROWS = ("tabel", "terjemahan", "baris")


def is_row(path: DataPath) -> bool:
    """Whether a path leads to one row of a table."""
    return is_rows(path[:-1]) and isinstance(path[-1], int)


def is_program(series: DataPath) -> bool:
    """Whether a path leads to the programmes of a Rencana Kerja."""
    match series:
        case ("lampiran", "program") | ("lampiran", int(), "program"):
            return True
    return False


def key_of_lampiran(path: DataPath) -> str:
    """The key of an annex that a path leads into: "kepala", "judul"; "" for any other."""
    if path[:1] != ("lampiran",):
        return ""
    return next((step for step in path[1:] if isinstance(step, str)), "")


def tahapan_level(inside: int) -> str:
    """How stages are numbered: `inside` 0, right below the programme, by numbers, then letters."""
    return "angka" if inside % 2 == 0 else "huruf"


def pihak_key(position: int) -> str:
    """The key of a party by its position from 0: "kesatu", "kedua_belas"."""
    return order(position + 1).replace(" ", "_")


def keys_of(count: int) -> tuple[str, ...]:
    """Keys of so many parties by their place: kesatu, kedua, …"""
    return tuple(pihak_key(position) for position in range(count))


def default_sebutan(key: str) -> str:
    """How a party is called unless the text says otherwise: "PIHAK KEDUA BELAS"."""
    return f"PIHAK {key.replace('_', ' ').upper()}"


def singular_sebutan(together: str) -> str:
    """How any one party is called where all are called so: "Para Peserta" -> "Peserta"."""
    words = together.split()
    while len(words) > 1 and words[0].lower() in _TOGETHER:
        words = words[1:]
    return " ".join(words)


PARTS_OF_TABEL = ("jumlah", "kepala")
"""Parts of a table that are no row of it."""


def unit_words(unit: str, label: str) -> str:
    """One part as it is named: "Pasal 6", "ayat (2)", "huruf a"."""
    if unit == "tabel" and label in PARTS_OF_TABEL:
        return f"{label} tabel"  # its head, and its row of sums
    return _UNIT_WORDS.get(unit, unit + " {}").format(label).rstrip()


def head_words(key: str, label: str) -> str:
    """A head above pasal: "BAB II", "Bagian Kesatu", "Bagian Kedua A", "Paragraf 1"."""
    name = HEAD_NAMES[key]
    digits = label.rstrip(ascii_letters)
    if name == "Bagian" and digits.isdigit() and int(digits):
        nth = order(int(digits)).title()
        label = f"{nth} {label.removeprefix(digits)}"
    return f"{name} {label}".rstrip()


HEAD_NAMES = {"bab": "BAB", "judul_bagian": "Bagian", "judul_paragraf": "Paragraf"}
"""What stands on paper before the number of a head, by the key of its title."""


def address_words(address: Address) -> str:
    """A whole address as a lawyer writes it: "Pasal 6 ayat (2)"."""
    return " ".join(unit_words(unit, label) for unit, label in address)


def address_id(address: Address) -> str:
    """The id of its block in the naskah: "pasal.4.ayat.2"."""
    return ".".join(f"{unit}.{label}".rstrip(".") for unit, label in address)


def address_of_id(name: str) -> Address:
    """The address of the block with this id, of its words (`.isi`, `.penutup`) too."""
    steps = name.split(".")
    has_number = len(steps) > 1 and _ROMAN.match(steps[1])
    if steps[0] == "lampiran" and not has_number:
        steps.insert(1, "")
    return tuple(zip(steps[::2], steps[1::2], strict=False))


_BOOKMARK_LENGTH = 40
"""Characters that Word keeps of a bookmark's name."""
_BOOKMARK = re.compile(r"[a-z][a-z0-9_]*")
_SHORTENED = re.compile(r"_x[0-9a-f]{8}$")
_HASH_LENGTH = 8
_CAPITAL_MARK = "z"
"""Stands before a letter that is a capital in the id; with a nought it is itself."""
_ITSELF = "0"
_WRITTEN = {".": "_", "_": "__", _CAPITAL_MARK: _CAPITAL_MARK + _ITSELF}
_READ = re.compile(r"__|_|z.|[^_z]")


def bookmark_name(datum: str) -> str:
    """The id of a block as the name of a bookmark: "pasal.7A.ayat.2" -> "pasal_7za_ayat_2".

    Small letters, digits and underscores alone, which every word processor takes; a long
    one is cut, with a hash of the whole at its end.
    """
    name = "".join(map(_bookmark_letter, datum))
    if len(name) <= _BOOKMARK_LENGTH and _BOOKMARK.fullmatch(name):
        return name
    kept = re.sub(r"[^a-z0-9_]", "", name)[: _BOOKMARK_LENGTH - _HASH_LENGTH - 2]
    return f"{kept}_x{sha256(datum.encode()).hexdigest()[:_HASH_LENGTH]}"


def _bookmark_letter(letter: str) -> str:
    is_capital = letter.isascii() and letter.isupper()
    return (
        _CAPITAL_MARK + letter.lower() if is_capital else _WRITTEN.get(letter, letter)
    )


def id_of_bookmark(name: str) -> str:
    """The id that a bookmark's name was made of; "" where it is none, or was cut."""
    if _SHORTENED.search(name) or not _BOOKMARK.fullmatch(name):
        return ""
    return "".join(map(_id_letter, _READ.findall(name)))


def _id_letter(written: str) -> str:
    if written in ("_", "__"):
        return "." if written == "_" else "_"
    if len(written) == 1:
        return written
    letter = written[1]
    return _CAPITAL_MARK if letter == _ITSELF else letter.upper()
