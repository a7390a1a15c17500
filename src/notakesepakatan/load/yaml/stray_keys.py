"""A key that the model does not know in, what it most likely is out.

A misspelt key, a key of another part, or no key at all: a text with a colon in it.
"""

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache, reduce
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from notakesepakatan.data import class_at
from notakesepakatan.load.yaml.errors import example
from notakesepakatan.load.yaml.text import Source
from notakesepakatan.model.dasar import BriefSection
from notakesepakatan.model.dasar_hukum import DasarHukum, Regulation
from notakesepakatan.model.pasal import KEY_PATTERN, Pasal
from notakesepakatan.place import DataPath

_SURE = 0.75
"""Keys less alike than this are two words, not one and its misspelling."""
_MOST_OWNERS = 3
_LONGEST_KEY = 30
_AROUND = 200
"""Letters of a line that are looked at: one line may be a whole file."""

_SYNONYMS = {
    "akhir": "sampai",
    "alamat": "kedudukan",
    "awal": "mulai",
    "berakhir": "sampai",
    "bunyi": "isi",
    "hingga": "sampai",
    "isi": "teks",
    "kegiatan": "tahapan",
    "masa_berlaku": "jangka_waktu",
    "nama": "teks",
    "nama_pejabat": "pejabat",
    "perihal": "judul",
    "pihak": "para_pihak",
    "sejak": "mulai",
    "selesai": "sampai",
    "teks": "isi",
    "tentang": "judul",
    "uraian": "isi",
}
"""What people call a key, and how the files call it where they have that key."""

_OF_HEADS = (
    'judul Bagian dalam BAB ditulis pada pasal pertamanya dengan "judul_bagian:", dan '
    'judul Paragraf di bawahnya dengan "judul_paragraf:"'
)
_OF_CLASS: dict[tuple[type[BaseModel], str], str] = {
    (DasarHukum, "tanggal"): (
        'peraturan memakai "tahun:"; yang hanya bertanggal ditulis sebagai satu teks: '
        '- "Keputusan Bupati Contoh Nomor 5 tanggal 3 Maret 2024 tentang …"'
    ),
    (Pasal, "bagian"): _OF_HEADS,
    (Pasal, "sub_bab"): _OF_HEADS,
    (Pasal, "subbagian"): _OF_HEADS,
    (Regulation, "tanggal"): 'peraturan memakai "tahun:", tahun peraturan itu',
}
"""What to do about a key that people expect in a part which has none of that kind."""


EVERY_KEY = "*"
"""All keys of a part, which stand elsewhere or under another name."""


class Stray(NamedTuple):
    """What an unknown key is taken for.

    Attributes:
        message: what is wrong.
        saran: what to do.
        meant: the key that it stands for, so that it is not missed too; `EVERY_KEY` for all
            keys of its part, empty for none.
    """

    message: str
    saran: str
    meant: str = ""


def explain_stray(model: type[BaseModel], below: DataPath) -> Stray:
    """What the key at the end of a path most likely is.

    Args:
        model: the class of the piece of the file.
        below: the path inside that piece.
    """
    key = str(below[-1])
    section = class_at(model, below[:-1])
    if not isinstance(section, type) or not issubclass(section, BaseModel):
        return Stray(_UNKNOWN, _SEE_PAGE)
    known = list(section.model_fields)
    plain = _plain(key)
    if key in known:
        return Stray("kunci ini bukan milik tindakan ini", _of_deed(key))
    named = plain if plain in known else _SYNONYMS.get(plain, "")
    if named in known:
        return Stray(_UNKNOWN, f'mungkin maksudnya "{named}"', named)
    owners = list(_owners(model, below, plain))
    if owners and "terjemahan" in below[:-1]:
        return Stray(_UNKNOWN, _TRANSLATED_THERE)
    if owners:
        return Stray(_UNKNOWN, _belongs(owners))
    for kind in section.__mro__:
        if (kind, plain) in _OF_CLASS:
            return Stray(_UNKNOWN, _OF_CLASS[kind, plain])
    near = difflib.get_close_matches(plain, known, 1, _SURE)
    if near:
        return Stray(_UNKNOWN, f'mungkin maksudnya "{near[0]}"', near[0])
    return Stray(_UNKNOWN, _SEE_PAGE)


def _of_deed(key: str) -> str:
    """What to do about a key that other kinds of change have."""
    if key == "letak":
        return 'sisip dan tambah memakai "setelah:", atau "sebelum:" untuk yang pertama'
    return "hapus, atau pilih tindakan lain; lihat docs/format-yaml.md bagian 15"


_UNKNOWN = "kunci tidak dikenal"
_TRANSLATED_THERE = (
    'hapus dari sini; yang diterjemahkan memuat "terjemahan:" di dalamnya sendiri, lihat '
    "docs/format-yaml.md bagian 4.16"
)
_SEE_PAGE = "hapus, atau lihat docs/format-yaml.md"


def _plain(key: str) -> str:
    """The key as it would be were it one of ours: "Jangka Waktu" -> "jangka_waktu"."""
    words = key.replace("\u00a0", " ").replace(".", "").lower()
    return re.sub(r"[\s_-]+", "_", words.strip())


class _Owner(NamedTuple):
    """A part that has the key.

    Attributes:
        name: its key; empty for the whole file.
        is_above: whether the key stands inside it, only too deep.
    """

    name: str
    is_above: bool


def _owners(model: type[BaseModel], below: DataPath, key: str) -> Iterator[_Owner]:
    """Parts that have this key: one that it stands too deep inside, or those right below."""
    for end in range(len(below) - 2, -1, -1):
        section = class_at(model, below[:end])
        if key in getattr(section, "model_fields", ()):
            names = [step for step in below[:end] if isinstance(step, str)]
            yield _Owner(names[-1] if names else "", True)
            return
    for name, keys in _parts_below(class_at(model, below[:-1])):
        if key in keys:
            yield _Owner(name, False)


@lru_cache(maxsize=256)
def _parts_below(section: type[BaseModel]) -> tuple[tuple[str, frozenset[str]], ...]:
    """The parts right below a class, one or a list of them, with the keys of each."""
    parts = list[tuple[str, frozenset[str]]]()
    for name in section.model_fields:
        keys = set[str]()
        for path in ((name,), (name, 0)):
            keys.update(getattr(class_at(section, path), "model_fields", ()))
        parts.append((name, frozenset(keys)))
    return tuple(parts)


def _belongs(owners: list[_Owner]) -> str:
    first = owners[0]
    if first.is_above:
        where = f'bagian "{first.name}"' if first.name else "tingkat teratas"
        return f"kunci ini milik {where}; kurangi lekukannya"
    names = " atau ".join(f'"{owner.name}"' for owner in owners[:_MOST_OWNERS])
    return f"kunci ini milik bagian {names}; tulis di bawahnya, menjorok 2 spasi"


def is_text(key: Any) -> bool:
    """Whether what stands before a colon reads as words, not as a key: "PIHAK PERTAMA"."""
    if not isinstance(key, str):
        return False
    words = key.strip()
    is_key = re.fullmatch(KEY_PATTERN, _plain(words))
    has_capitals = words != words.lower()
    return not is_key or " " in words or has_capitals or len(words) > _LONGEST_KEY


def explain_text(
    model: type[BaseModel],
    below: DataPath,
    path: DataPath,
    source: Source,
    as_key: Stray,
) -> Stray | None:
    """A text whose colon made a key of its first words.

    Args:
        model: the class of the piece of the file.
        below: the path of the key inside that piece.
        path: the same in the file.
        source: the file.
        as_key: what it most likely is as a key.

    Returns:
        None where the key reads as a key, or is one that is only written otherwise.
    """
    key = below[-1]
    section = class_at(model, below[:-1])
    if "\u00a0" in str(key):
        return Stray(
            "spasi tak terputus di depan atau di dalam kunci",
            "ganti dengan spasi biasa (biasanya terbawa dari dokumen lain)",
        )
    brief = _as_brief(section)
    is_alone = brief is not None and not _has_words(brief, source, path)
    is_words = is_text(key) or (is_alone and as_key.saran == _SEE_PAGE)
    if as_key.meant or not is_words:
        return None
    if _follows_comma(source, path):
        return Stray(
            "koma di dalam { } memisahkan kunci",
            "apit teks yang memuat koma dengan tanda kutip",
        )
    if brief is None:
        return _called(section, path, source) or _unknown_here(section)
    if not is_alone:
        return Stray(
            _COLON,
            "bila lanjutan teks di atasnya, apit seluruh teks itu dengan tanda kutip",
        )
    whole = example(words_at(source, path))
    saran = f"apit seluruh teks dengan tanda kutip: {whole}"
    return Stray(_COLON, saran, brief.short_key())


def _as_brief(section: object) -> type[BriefSection] | None:
    """The class where it may be said in one text; None for any other."""
    if isinstance(section, type) and issubclass(section, BriefSection):
        return section
    return None


_NAMED = ("label", "isi")


def _called(section: object, path: DataPath, source: Source) -> Stray | None:
    """A name where the keys of the part that it names are wanted.

    `Bank: BRI` of a line with label and value; `PIHAK PERTAMA:` above the keys of a party.
    """
    fields = getattr(section, "model_fields", {})
    value = reduce(_value_at, path, source.data)
    name = example(str(path[-1]))
    if tuple(fields)[:2] == _NAMED and isinstance(value, str):
        saran = f"tulis - label: {name}, lalu di bawahnya isi: {example(value)}"
        return Stray("nama dan nilainya ditulis dengan dua kunci", saran, EVERY_KEY)
    if isinstance(value, dict) and any(key in fields for key in value):
        saran = f'hapus "{path[-1]}:", dan tulis kunci-kuncinya langsung setelah tanda hubung'
        if "sebutan" in fields:
            saran += f", dan sebutannya dengan sebutan: {name}"
        return Stray("nama di atas kunci-kunci bagian ini", saran, EVERY_KEY)
    return None


def _value_at(node: Any, step: str | int) -> Any:
    return node[step]


def _unknown_here(section: object) -> Stray:
    """Words where the keys of a class are wanted, of which the required ones are named."""
    known: dict[str, FieldInfo] = getattr(section, "model_fields", {})
    needed = [name for name, field in known.items() if field.is_required()]
    names = ", ".join(needed or list(known)[:4])
    return Stray("bukan kunci yang dikenal di sini", f"tulis kuncinya: {names}")


_COLON = "titik dua membuat teks ini terbaca sebagai kunci dan nilai"


def explain_mapping(value: dict[str, Any], path: DataPath, source: Source) -> Stray:
    """Keys and values where one text is wanted."""
    line, column = source.values.get(path, (1, 1))
    text = source.lines[line - 1][column - 1 : column + _AROUND].strip()
    if text.startswith("{"):
        return Stray("bukan teks", "tulis satu teks di sini, tanpa kurung kurawal")
    if not any(is_text(key) for key in value):
        return Stray("bukan teks", "tulis satu teks di sini, tanpa kunci di bawahnya")
    saran = f"apit seluruh teks dengan tanda kutip: {example(text)}"
    if len(value) > 1:
        saran = (
            "apit seluruh teks dengan tanda kutip, "
            'atau tulis ">-" setelah kuncinya dan seluruh teks di bawahnya'
        )
    return Stray(_COLON, saran)


def words_at(source: Source, path: DataPath) -> str:
    """The rest of the line on which a key stands, from that key on; cut where it is long."""
    line, column = source.keys.get(path, (1, 1))
    return source.lines[line - 1][column - 1 : column + _AROUND].strip()


def _follows_comma(source: Source, path: DataPath) -> bool:
    """Whether a key without a value stands behind a comma: `{ a: b, c }`."""
    line, column = source.keys.get(path, (1, 1))
    before = source.lines[line - 1][max(column - _AROUND, 0) : column - 1].rstrip()
    return before.endswith(",") and ":" not in words_at(source, path)


def _has_words(section: type[BriefSection], source: Source, path: DataPath) -> bool:
    """Whether the part that a key stands in says its words under a key, or stands in braces."""
    node = source.data
    for step in path[:-1]:
        node = node[step]
    line, column = source.values.get(path[:-1], (1, 1))
    in_braces = source.lines[line - 1].startswith("{", column - 1)
    return in_braces or section.short_key() in node
