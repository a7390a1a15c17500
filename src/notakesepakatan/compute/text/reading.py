"""The agreement as it reads: numbered, every `[[rujukan]]` and `[[isian]]` in words.

It has the same shape as the data.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from notakesepakatan.compute.text.isian import (
    FUNCTION,
    POINT,
    WORTH_SEEING,
    WrongIsian,
    fill_function,
    fill_names,
    isian,
    isian_pihak,
)
from notakesepakatan.compute.text.numbering import Numbered, Numbers, number
from notakesepakatan.compute.text.rujukan import (
    WrongRujukan,
    is_rujukan,
    resolve_rujukan,
)
from notakesepakatan.compute.text.unnumbered import pasal_names
from notakesepakatan.compute.text.words import INDONESIAN, Words
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.place import RINCIAN, Address, DataPath, Place, at
from notakesepakatan.temuan import Problem

_BRACKET = re.compile(r"\[\[((?:(?!\[\[).)*?)\]\]")
_SINGLE_BRACKET = re.compile(r"(?<!\[)\[([^\[\]]+)\](?!\])")


_SMALL_PASAL = re.compile(r"(?:dalam |pada )?pasal ")
_SARAN_RUJUKAN = "periksa nomor atau kunci yang dituju"


_IN_OTHER_LANGUAGE = {"terjemahan"}
"""Keys of texts that are filled in with the words of another language, and so apart."""

Values = Mapping[str, str | None]
"""What stands for each isian; None where the draft has no value yet."""


_STAMPED = "rangkap.bermeterai"
"""The isian that has a value unless the data say that there is no such original."""


class _Filler:
    """Walks the model once, replacing what stands in `[[ ]]`.

    Collects what cannot be replaced.
    """

    def __init__(
        self, numbers: Numbers, values: Values, konsep: bool, words: Words
    ) -> None:
        self.numbers = numbers
        self.values = values
        self.konsep = konsep
        self.words = words
        self.problems: list[Problem] = []
        self._plain = {id(one.numbered) for one in numbers.pasal if not one.has_isian}
        """Pasal in which nothing is to be filled in."""

    def walk(self, node: Any, path: DataPath, origin: Address) -> Any:
        """The same node with its texts filled.

        The very same object where nothing had to change.
        """
        if isinstance(node, str):
            seen = WORTH_SEEING.search(node)
            return self.fill(node, path, origin, self.values) if seen else node
        if isinstance(node, tuple):
            return self._walk_tuple(node, path, origin)
        if isinstance(node, dict):
            return {
                key: self.walk(content, (*path, key), origin)
                for key, content in node.items()
            }
        if isinstance(node, BaseModel):
            plain = id(node) in self._plain
            return node if plain else self._walk_model(node, path, origin)
        return node

    def _walk_tuple(
        self, items: tuple[Any, ...], path: DataPath, origin: Address
    ) -> tuple[Any, ...]:
        filled = tuple(
            self.walk(item, (*path, position), origin)
            for position, item in enumerate(items)
        )
        pairs = zip(filled, items, strict=True)
        return items if all(new is old for new, old in pairs) else filled

    def _walk_model(self, part: BaseModel, path: DataPath, origin: Address) -> Any:
        here = self.numbers.alamat.get(path, origin)
        changed = {}
        for name in part.model_fields_set - _IN_OTHER_LANGUAGE:
            content = getattr(part, name)
            if isinstance(content, str) and not WORTH_SEEING.search(content):
                continue
            filled = self.walk(content, (*path, name), here)
            if filled is not content:
                changed[name] = filled
        return part.model_copy(update=changed) if changed else part

    def fill(self, text: str, path: DataPath, origin: Address, values: Values) -> str:
        """One text with its brackets replaced.

        An unknown one stays as it is and becomes a finding.
        """

        def replace(match: re.Match[str]) -> str:
            content = match[1].strip()
            try:
                said = self._value(content, origin, values)
                begins = _NAME.fullmatch(content) and _begins_sentence(match, path)
                return said[:1].upper() + said[1:] if begins else said
            except WrongIsian as cause:
                self._add(path, "isian", f"[[{content}]]: {cause}", cause.saran)
            except WrongRujukan as cause:
                self._add(path, "rujukan", f"[[{content}]]: {cause}", _SARAN_RUJUKAN)
            return match[0]

        result = _BRACKET.sub(replace, text)
        if "[[" in _BRACKET.sub("", text):
            message = "kurung [[ tidak ditutup"
            self._add(path, "isian", message, "tutup dengan ]] atau hapus")
        self._check_typing(text, path)
        return result

    def _add(self, path: DataPath, code: str, message: str, saran: str) -> None:
        self.problems.append(Problem(Place(path), code, message, saran))

    def _check_typing(self, text: str, path: DataPath) -> None:
        """What would stand on paper and was surely not meant to."""
        for match in _SINGLE_BRACKET.finditer(_BRACKET.sub("", text)):
            content = match[1].strip()
            if self._may_stand_in_brackets(content):
                message = f"[{content}] tercetak apa adanya"
                saran = f"tulis kurung siku ganda: [[{content}]]"
                self._add(path, "isian", message, saran)
        if len(text) > 1 and (text[0] + text[-1]) in ("“”", '""'):
            message = "tanda kutip di awal dan akhir ikut tercetak"
            saran = 'hapus, atau ganti dengan kutip lurus "…" sebagai pengapit YAML'
            self._add(path, "kutip", message, saran)
        if POINT[:3] in text and not self.konsep and not _may_be_form(path):
            message = "titik-titik pada naskah yang sudah bertanggal"
            self._add(path, "bertanggal", message, "isi dengan data yang sebenarnya")

    def _may_stand_in_brackets(self, content: str) -> bool:
        if content in self.values or is_rujukan(content):
            return True
        return content.partition(" ")[0] in FUNCTION

    def _value(self, content: str, origin: Address, values: Values) -> str:
        if is_rujukan(content):
            return resolve_rujukan(content, self.numbers, origin, self.words)
        if content in values:
            return self._isian(content, values[content])
        name, _, argument = content.partition(" ")
        result = fill_function(name, argument, self.words)
        if result is not None:
            return result
        if _SMALL_PASAL.match(content):
            right = content.replace("pasal ", "Pasal ", 1)
            message = "rujukan ke pasal memakai huruf besar"
            raise WrongIsian(message, f"tulis [[{right}]]")
        near = difflib.get_close_matches(content, values, 1)
        perhaps = f', mungkin "{near[0]}"' if near else ""
        raise WrongIsian("isian tidak dikenal" + perhaps)

    def _isian(self, name: str, value: str | None) -> str:
        if value is None and name == _STAMPED:
            message = "menurut data tidak ada rangkap bermeterai"
            saran = "hapus dari kalimat ini, atau isi rangkap.bermeterai"
            raise WrongIsian(message, saran)
        if value is None and not self.konsep:
            message = "belum diisi, padahal naskah sudah bertanggal"
            raise WrongIsian(message, f"isi {name}, atau hapus dari kalimat ini")
        words = value or POINT
        if "[[" in words:
            message = "nilainya sendiri memuat kurung siku ganda"
            raise WrongIsian(message, f"tulis nilai {name} tanpa kurung siku")
        return words


_NAME = re.compile(r"sebutan_\w+|para_pihak\.\w+\.sebutan")
"""Isian that are what parties are called, which may begin with a small letter: "the Parties"."""
_ENDED = re.compile(r"\w{3}[.?!] $")


def _begins_sentence(match: re.Match[str], path: DataPath) -> bool:
    """Whether what is to be filled in begins a sentence; items of a list begin small."""
    if match.start():
        return bool(_ENDED.search(match.string, 0, match.start()))
    levels = [step for step in path if isinstance(step, str)]
    is_item = path[0] == "pertimbangan" or bool({*RINCIAN} & {*levels})
    says = levels[-1] in ("isi", "paragraf", "ayat") or levels[0] == "kalimat"
    return says and not is_item


def resolve(
    kesepakatan: Kesepakatan,
    numbered: Numbered | None = None,
    words: Words = INDONESIAN,
) -> tuple[Kesepakatan, tuple[Problem, ...]]:
    """The agreement as it reads on paper, and what stands in the way of that.

    Returns the same class: `nomor` of every pasal, butir, programme and stage is filled
    ("4", "a", "1a"), every party has its `sebutan` and its opening sentence in
    `kalimat`, and no text holds `[[ ]]` any more.

    Args:
        kesepakatan: the agreement as typed.
        numbered: what `number` gives for it, where that was asked for already.
        words: how numbers, days and references are said.
    """
    k, numbers, problems = numbered or number(kesepakatan)
    words = words.naming(pasal_names(k, words))
    k = fill_names(k)
    filler = _Filler(numbers, isian(k, words), k.konsep, words)
    # The sentences of the parties name their own data first, so they are filled apart
    # from all other texts.
    sentences = [_fill_sentence(filler, k, i) for i in range(len(k.para_pihak))]
    filled: Kesepakatan = filler.walk(_without_sentences(k), (), ())
    para_pihak = tuple(
        pihak.model_copy(update={"kalimat": sentence})
        for pihak, sentence in zip(filled.para_pihak, sentences, strict=True)
    )
    every_problem = dict.fromkeys([*problems, *filler.problems])
    reading = filled.model_copy(update={"para_pihak": para_pihak})
    return reading, tuple(every_problem)


def _without_sentences(k: Kesepakatan) -> Kesepakatan:
    para_pihak = tuple(
        pihak.model_copy(update={"kalimat": None}) for pihak in k.para_pihak
    )
    kalimat = k.kalimat.model_copy(update={"pihak": None})
    return k.model_copy(update={"para_pihak": para_pihak, "kalimat": kalimat})


def _fill_sentence(filler: _Filler, k: Kesepakatan, i: int) -> str | None:
    """The opening sentence of a party; dots stand for what it lacks of its own.

    None where the agreement has no such sentence.
    """
    pihak = k.para_pihak[i]
    sentence, own = pihak.kalimat or k.kalimat.pihak, isian_pihak(pihak, filler.words)
    if sentence is None:
        return None
    named = dict.fromkeys(match[1].strip() for match in _BRACKET.finditer(sentence))
    missing = [name for name in named if name in own and own[name] is None]
    if not k.konsep:
        filler.problems.extend(_unfilled(pihak, i, missing))
    path: DataPath = ("kalimat", "pihak")
    if pihak.kalimat:
        path = ("para_pihak", i, "kalimat")
    values = {**filler.values, **own, **dict.fromkeys(missing, POINT)}
    return filler.fill(sentence, path, (), values)


def _unfilled(pihak: Pihak, i: int, missing: Iterable[str]) -> Iterator[Problem]:
    """What a party lacks of its own in a text with its day of signing."""
    for name in missing:
        if name.startswith("kuasa.") and pihak.kuasa:
            continue  # said of the letter of authority itself
        message = f"{name} belum diisi, padahal naskah sudah bertanggal"
        place, saran = at("para_pihak", i), f'tambahkan "{name}:"'
        yield Problem(place, "bertanggal", message, saran)


def _may_be_form(path: DataPath) -> bool:
    """Whether dots may be what is meant: in an annex, which may be a form to be filled in.

    Not in the head of one, nor in a work plan.
    """
    return path[0] == "lampiran" and not {"program", "kepala", "judul"} & set(path)
