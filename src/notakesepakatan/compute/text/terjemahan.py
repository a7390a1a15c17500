"""The agreement in its second language, and what its translation lacks or has too much of.

The agreement in the second language is an agreement like any other: each text is replaced
by its translation, so that it is numbered, filled in and set as the first one is.
"""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from notakesepakatan.compute.text.isian import POINT
from notakesepakatan.compute.text.numbering import DIHAPUS, DIHAPUS_KALIMAT, Numbered
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.compute.text.words import INDONESIAN, Words
from notakesepakatan.data import Section, class_at
from notakesepakatan.model.adendum import Adendum
from notakesepakatan.model.dasar_hukum import DasarHukum
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import Column
from notakesepakatan.model.language import Language
from notakesepakatan.model.para_pihak import ContactLabel
from notakesepakatan.model.terjemahan import Terjemahan
from notakesepakatan.place import DataPath, Place
from notakesepakatan.temuan import Problem

KEY = "terjemahan"
"""The key that holds the translation of the texts beside it."""

_BY_DEFAULT = (Column, ContactLabel)
"""Parts of words that the program gives and a file seldom says itself."""


def in_other_language(
    numbered: Numbered, language: Language, words: Words
) -> Kesepakatan:
    """The agreement as it reads in its second language.

    Dots stand where a translation is missing.

    Args:
        numbered: what `number` gives for it.
        language: the words that the program itself prints.
        words: the same language, as numbers and days are said in it.
    """
    return _resolved(numbered, language, words)[0]


def problems_of_translation(numbered: Numbered) -> Iterator[Problem]:
    """What stands in the way of the translated texts, each at its own place."""
    typed, _, _ = numbered
    if typed.bahasa_kedua is None:
        return
    _, problems = _resolved(numbered, Language(), INDONESIAN)
    for problem in problems:
        path = _path_of_translation(typed, problem.place.path)
        if path:
            yield Problem(Place(path), problem.kode, problem.message, problem.saran)


def _resolved(
    numbered: Numbered, language: Language, words: Words
) -> tuple[Kesepakatan, tuple[Problem, ...]]:
    typed, numbers, _ = numbered
    other = translated(typed, language)
    return resolve(other, (other, numbers, []), words)


def translated(numbered: Kesepakatan, language: Language) -> Kesepakatan:
    """The numbered agreement with each text replaced by its translation."""
    result: Kesepakatan = _Translator(language).node(numbered)
    para_pihak = tuple(
        pihak.model_copy(
            update={"sebutan": pihak.sebutan or _nth(language.pihak, position)}
        )
        for position, pihak in enumerate(result.para_pihak)
    )
    names: dict[str, object] = {
        "para_pihak": para_pihak,
        "sebutan_bersama": result.sebutan_bersama or language.sebutan_bersama,
        "sebutan_tunggal": result.sebutan_tunggal or language.sebutan_tunggal,
    }
    if result.jangka_waktu.sampai_terpenuhi:
        of_top = numbered.terjemahan
        condition = (of_top.sampai_terpenuhi if of_top else None) or POINT
        term = result.jangka_waktu.model_copy(update={"sampai_terpenuhi": condition})
        names["jangka_waktu"] = term
    return result.model_copy(update=names)


def adendum_in(adendum: Adendum, language: Language) -> Adendum:
    """An adendum, each text that it says of itself replaced by its translation."""
    result: Adendum = _Translator(language).node(adendum)
    return result


def _nth(items: tuple[str, ...], position: int) -> str | None:
    return items[position] if position < len(items) else None


class _Translator:
    def __init__(self, language: Language) -> None:
        self._language = language

    def node(self, node: Any) -> Any:
        """A part of the agreement with the texts of the second language in it."""
        if isinstance(node, tuple):
            return tuple(self.node(item) for item in node)
        if isinstance(node, DasarHukum):
            return self._dasar_hukum(node)
        if isinstance(node, _BY_DEFAULT):
            return self._by_default(node)
        if not isinstance(node, Section):
            return node
        changed = dict[str, Any]()
        for name in type(node).model_fields:
            content = getattr(node, name)
            if name != KEY and isinstance(content, tuple | Section):
                changed[name] = self.node(content)
        changed |= self._own_texts(node)
        return node.model_copy(update=changed)

    def _dasar_hukum(self, dasar: DasarHukum) -> DasarHukum:
        said = dasar.terjemahan.teks if dasar.terjemahan else None
        unsaid = dict.fromkeys((*DasarHukum.NEEDED, "lembaran", "frasa", KEY))
        update = {**unsaid, "perubahan": (), "teks": said or POINT}
        return dasar.model_copy(update=update)

    def _by_default(self, node: Section) -> Section:
        changed = {
            name: self._language.said(content)
            for name in type(node).model_fields
            if isinstance(content := getattr(node, name), str)
        }
        return node.model_copy(update=changed)

    def _own_texts(self, node: Section) -> dict[str, Any]:
        class_ = class_of(node)
        if class_ is None:
            return {}
        said = getattr(node, KEY)
        result: dict[str, Any] = {KEY: None}
        for name in class_.model_fields:
            own = getattr(node, name, None)
            if own:
                other = getattr(said, name, None)
                result[name] = self._text(node, name, own, other)
        return result

    def _text(self, node: Section, name: str, own: Any, other: Any) -> Any:
        if isinstance(own, str):
            return self._sentence(node, name, own, other)
        if isinstance(own, dict):
            of_each = other or {}
            return {
                key: self._text(node, name, lines, of_each.get(key))
                for key, lines in own.items()
            }
        lines = tuple(other or ())
        missing = own[len(lines) :]
        return (*lines, *(_stand_in(node, name, line) for line in missing))

    def _sentence(self, node: Section, name: str, own: str, other: str | None) -> str:
        is_deleted = getattr(node, "dihapus", False) or own == DIHAPUS
        if is_deleted:
            return self._deleted(own)
        return other or self._language.kata.get(own) or _stand_in(node, name, own)

    def _deleted(self, words: str) -> str:
        """What stands on paper of a deleted part: "Deleted.", "deleted; and"."""
        language = self._language
        if words == DIHAPUS_KALIMAT:
            return f"{language.said(DIHAPUS).capitalize()}."
        links = {"dan": language.dan, "atau": language.atau}
        links["dan/atau"] = f"{language.dan}/{language.atau}"
        ending = words.removeprefix(DIHAPUS)
        mark, space, link = ending.partition(" ")
        return f"{language.said(DIHAPUS)}{mark}{space}{links.get(link, link)}"


def _stand_in(node: Section, name: str, own: str) -> str:
    """What stands for a missing translation: the text itself where that may be."""
    class_ = class_of(node)
    may_be_same = class_ is not None and name in class_.SAME
    return own if may_be_same or _has_no_word(own) else POINT


def class_of(node: Section) -> type[Terjemahan] | None:
    """The class of the translation that stands beside the texts of a part."""
    if KEY not in type(node).model_fields:
        return None
    class_: type[Terjemahan] = class_at(type(node), (KEY,))
    return class_


def has_terjemahan(node: Any) -> bool:
    """Whether any text of an agreement, or of a part of it, has its translation."""
    if isinstance(node, tuple):
        return any(has_terjemahan(item) for item in node)
    if not isinstance(node, Section):
        return False
    if getattr(node, KEY, None) is not None:
        return True
    return any(has_terjemahan(getattr(node, name)) for name in type(node).model_fields)


class Gap(NamedTuple):
    """A text without translation, or a translation without its text.

    Attributes:
        path: the text, or its translation.
        kind: "kurang", "lebih", or "baris" where lists of lines differ in length.
        text: the text that is there.
    """

    path: DataPath
    kind: Literal["kurang", "lebih", "baris"]
    text: str


def gaps(k: Kesepakatan) -> Iterator[Gap]:
    """Where text and translation do not stand beside each other, in order of the file.

    Args:
        k: the agreement as typed.
    """
    term = k.jangka_waktu.sampai_terpenuhi
    if term and not (k.terjemahan and k.terjemahan.sampai_terpenuhi):
        yield Gap(("jangka_waktu",), "kurang", term)
    yield from _gaps(k, ())


def gaps_of_adendum(adendum: Adendum, k: Kesepakatan) -> Iterator[Gap]:
    """The same for what an adendum says of itself.

    Args:
        adendum: the adendum.
        k: the text with it, as typed; what a party says as it does there has its
            translation there.
    """
    for gap in _gaps(adendum, ()):
        if not _is_said_before(gap, adendum, k):
            yield gap


def _is_said_before(gap: Gap, adendum: Adendum, k: Kesepakatan) -> bool:
    match gap.path:
        case ("para_pihak", int(position), str(key)) if gap.kind == "kurang":
            pihak = k.para_pihak[position] if position < len(k.para_pihak) else None
            said = getattr(adendum.para_pihak[position], key)
            return pihak is not None and getattr(pihak, key, None) == said
    return False


class Translated(NamedTuple):
    """A text and its translation, as typed.

    Attributes:
        path: the translation.
        text: the text.
        other: its translation.
    """

    path: DataPath
    text: str
    other: str


def translated_texts(node: Any, path: DataPath = ()) -> Iterator[Translated]:
    """Every text of an agreement, or of a part of it, that has a translation."""
    if isinstance(node, tuple):
        for position, item in enumerate(node):
            yield from translated_texts(item, (*path, position))
    if not isinstance(node, Section) or getattr(node, "dihapus", False):
        return
    yield from _own_translated_texts(node, path)
    for name in type(node).model_fields:
        if name != KEY:
            yield from translated_texts(getattr(node, name), (*path, name))


def _own_translated_texts(node: Section, path: DataPath) -> Iterator[Translated]:
    said = getattr(node, KEY, None)
    if not said:
        return
    for name in type(said).model_fields:
        own, other = getattr(node, name, None), getattr(said, name)
        if own and other:
            yield Translated((*path, KEY, name), words_of(own), words_of(other))


def _gaps(node: Any, path: DataPath) -> Iterator[Gap]:
    if isinstance(node, tuple):
        for position, item in enumerate(node):
            yield from _gaps(item, (*path, position))
    if not isinstance(node, Section) or getattr(node, "dihapus", False):
        return
    class_ = class_of(node)
    if class_:
        yield from _own_gaps(node, class_, path)
    for name in type(node).model_fields:
        if name != KEY:
            yield from _gaps(getattr(node, name), (*path, name))


def _own_gaps(node: Section, class_: type[Terjemahan], path: DataPath) -> Iterator[Gap]:
    said = getattr(node, KEY)
    for name in class_.model_fields:
        if name not in type(node).model_fields and not isinstance(node, DasarHukum):
            continue
        own, other = _text_of(node, name), getattr(said, name, None)
        if own and not other:
            if not _may_stand_alone(node, class_, name, own):
                yield Gap((*path, name), "kurang", words_of(own))
        elif other and not own:
            yield Gap((*path, KEY, name), "lebih", words_of(other))
        elif _differ_in_lines(own, other):
            yield Gap((*path, KEY, name), "baris", words_of(other))


def _may_stand_alone(
    node: Section, class_: type[Terjemahan], name: str, own: Any
) -> bool:
    """Whether a text needs no translation: it may be the same, has no word, or is the
    program's own.
    """
    is_same = name in class_.SAME or _has_no_word(own)
    return is_same or _is_default(node, name, own)


def _has_no_word(own: Any) -> bool:
    """Whether a text is figures and marks alone: the heading "2027" of a column."""
    return isinstance(own, str) and not any(letter.isalpha() for letter in own)


def _differ_in_lines(own: Any, other: Any) -> bool:
    """Whether a list of lines and its translation have not the same number of them."""
    return isinstance(own, tuple) and bool(other) and len(own) != len(other)


def _text_of(node: Section, name: str) -> Any:
    """A text of a part; of a legal basis whatever it says."""
    if isinstance(node, DasarHukum):
        return node.teks or node.tentang
    return getattr(node, name, None)


def _is_default(node: Section, name: str, own: Any) -> bool:
    """Whether the program gives these words, which are then its own in each language."""
    field = type(node).model_fields.get(name)
    return field is not None and bool(own == field.default)


def words_of(content: Any) -> str:
    """A text, or all its lines as one."""
    if isinstance(content, dict):
        return " ".join(words_of(lines) for lines in content.values())
    return content if isinstance(content, str) else " ".join(map(words_of, content))


def _path_of_translation(typed: Kesepakatan, path: DataPath) -> DataPath:
    """Where a text of the translated agreement stands in the file; () where it is no such."""
    node: Any = typed
    for end, step in enumerate(path):
        said = getattr(node, KEY, None)
        if said is not None and getattr(said, str(step), None):
            return (*path[:end], KEY, *path[end:])
        by_step = isinstance(node, dict | tuple)
        node = node[step] if by_step else getattr(node, str(step), None)
    return ()
