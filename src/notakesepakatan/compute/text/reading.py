"""The agreement as it reads: numbered, every `[[rujukan]]` and `[[isian]]` in words; same shape as the data."""

import difflib
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from notakesepakatan.compute.text.isian import (
    FUNCTION,
    POINT,
    WrongIsian,
    fill_function,
    fill_pihak,
    isian,
    isian_pihak,
)
from notakesepakatan.compute.text.numbering import Numbered, Numbers, number
from notakesepakatan.compute.text.rujukan import (
    WrongRujukan,
    is_rujukan,
    resolve_rujukan,
)
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import Address, DataPath, Place, at
from notakesepakatan.temuan import Problem

_BRACKET = re.compile(r"\[\[((?:(?!\[\[).)*?)\]\]")
_SINGLE_BRACKET = re.compile(r"(?<!\[)\[([^\[\]]+)\](?!\])")


_SMALL_PASAL = re.compile(r"(?:dalam |pada )?pasal ")
_SARAN_RUJUKAN = "periksa nomor atau kunci yang dituju"
_WORTH_SEEING = re.compile(rf"\[|^[“\"]|{POINT[:3]}")


class _Filler:
    """Walks the model once, replacing what stands in `[[ ]]`; collects what cannot be replaced."""

    def __init__(
        self, numbers: Numbers, value: Mapping[str, str | None], konsep: bool
    ) -> None:
        self.numbers = numbers
        self.value = value
        self.konsep = konsep
        self.problem: list[Problem] = []

    def walk(self, thing: Any, path: DataPath, di: Address) -> Any:
        """The same thing with its texts filled; the very same object where nothing had to change."""
        if isinstance(thing, str):
            return (
                self.fill(thing, path, di, self.value)
                if _WORTH_SEEING.search(thing)
                else thing
            )
        if isinstance(thing, tuple):
            new = tuple(
                self.walk(content, (*path, i), di) for i, content in enumerate(thing)
            )
            return (
                new
                if any(a is not b for a, b in zip(new, thing, strict=True))
                else thing
            )
        if isinstance(thing, dict):
            return {
                key: self.walk(content, (*path, key), di)
                for key, content in thing.items()
            }
        if isinstance(thing, BaseModel):
            di = self.numbers.alamat.get(path, di)
            replace = {}
            for name in thing.model_fields_set:
                content = getattr(thing, name)
                if (new := self.walk(content, (*path, name), di)) is not content:
                    replace[name] = new
            return thing.model_copy(update=replace) if replace else thing
        return thing

    def fill(
        self, text: str, path: DataPath, di: Address, value: Mapping[str, str | None]
    ) -> str:
        """One text with its brackets replaced; an unknown one stays as it is and becomes a finding."""

        def replace(match: re.Match[str]) -> str:
            content = match[1].strip()
            try:
                return self._value(content, path, di, value)
            except (WrongRujukan, WrongIsian) as cause:
                code, saran = (
                    ("isian", cause.saran)
                    if isinstance(cause, WrongIsian)
                    else ("rujukan", _SARAN_RUJUKAN)
                )
                self.problem.append(
                    Problem(Place(path), code, f"[[{content}]]: {cause}", saran)
                )
                return match[0]

        result = _BRACKET.sub(replace, text)
        if "[[" in _BRACKET.sub("", text):
            self.problem.append(
                Problem(
                    Place(path),
                    "isian",
                    "kurung [[ tidak ditutup",
                    "tutup dengan ]] atau hapus",
                )
            )
        self._check_typing(text, path)
        return result

    def _check_typing(self, text: str, path: DataPath) -> None:
        """What would stand on paper and was surely not meant to."""
        for match in _SINGLE_BRACKET.finditer(_BRACKET.sub("", text)):
            content = match[1].strip()
            if (
                content in self.value
                or is_rujukan(content)
                or content.split(" ")[0] in FUNCTION
            ):
                saran = f"tulis kurung siku ganda: [[{content}]]"
                self.problem.append(
                    Problem(
                        Place(path), "isian", f"[{content}] tercetak apa adanya", saran
                    )
                )
        if len(text) > 1 and (text[0] + text[-1]) in ("“”", '""'):
            message = "tanda kutip di awal dan akhir ikut tercetak"
            self.problem.append(
                Problem(
                    Place(path),
                    "kutip",
                    message,
                    'hapus, atau ganti dengan kutip lurus "…" sebagai pengapit YAML',
                )
            )
        if POINT[:3] in text and not self.konsep:
            message = "titik-titik pada naskah yang sudah bertanggal"
            self.problem.append(
                Problem(
                    Place(path),
                    "bertanggal",
                    message,
                    "isi dengan data yang sebenarnya",
                )
            )

    def _value(
        self, content: str, path: DataPath, di: Address, value: Mapping[str, str | None]
    ) -> str:
        if is_rujukan(content):
            return resolve_rujukan(content, self.numbers, di)
        if content in value:
            if value[content] is None and not self.konsep:
                raise WrongIsian(
                    "belum diisi, padahal naskah sudah bertanggal",
                    f"isi {content}, atau hapus dari kalimat ini",
                )
            word = value[content] or POINT
            if "[[" in word:
                raise WrongIsian(
                    "nilainya sendiri memuat kurung siku ganda",
                    f"tulis nilai {content} tanpa kurung siku",
                )
            return word
        name, _, argument = content.partition(" ")
        if (result := fill_function(name, argument)) is not None:
            return result
        if _SMALL_PASAL.match(content):
            raise WrongIsian(
                "rujukan ke pasal memakai huruf besar",
                f"tulis [[{content.replace('pasal ', 'Pasal ', 1)}]]",
            )
        near = difflib.get_close_matches(content, value, 1)
        raise WrongIsian(
            "isian tidak dikenal" + (f', mungkin "{near[0]}"' if near else "")
        )


def resolve(
    kesepakatan: Kesepakatan, numbered: Numbered | None = None
) -> tuple[Kesepakatan, tuple[Problem, ...]]:
    """The agreement as it reads on paper, and what stands in the way of that.

    `numbered` is what `number` gives for it, where that was asked for already.

    Returns the same class: `nomor` of every pasal, butir, programme and stage is filled ("4", "a", "1a"), every
    party has its `sebutan` and its opening sentence in `kalimat`, and no text holds `[[ ]]` any more.
    """
    k, numbers, problem = numbered or number(kesepakatan)
    k = k.model_copy(update={"para_pihak": fill_pihak(k)})
    filler = _Filler(numbers, isian(k), k.konsep)
    # The sentences of the parties name their own data first, so they are filled apart from all other texts.
    kalimat_pihak = tuple(
        _fill_sentence(filler, k, i) for i in range(len(k.para_pihak))
    )
    without = tuple(one.model_copy(update={"kalimat": None}) for one in k.para_pihak)
    common = k.kalimat.model_copy(update={"pihak": ""})
    k = filler.walk(
        k.model_copy(update={"para_pihak": without, "kalimat": common}), (), ()
    )
    pihak = tuple(
        one.model_copy(update={"kalimat": kalimat})
        for one, kalimat in zip(k.para_pihak, kalimat_pihak, strict=True)
    )
    return k.model_copy(update={"para_pihak": pihak}), tuple(
        dict.fromkeys([*problem, *filler.problem])
    )


def _fill_sentence(filler: _Filler, k: Kesepakatan, i: int) -> str:
    one = k.para_pihak[i]
    kalimat, own = one.kalimat or k.kalimat.pihak, isian_pihak(one)
    for name in dict.fromkeys(match[1].strip() for match in _BRACKET.finditer(kalimat)):
        if own.get(name, "ada") is None:
            own[name] = POINT
            if not k.konsep:
                message = f"{name} belum diisi, padahal naskah sudah bertanggal"
                filler.problem.append(
                    Problem(
                        at("para_pihak", i),
                        "bertanggal",
                        message,
                        f'tambahkan "{name}:"',
                    )
                )
    path: DataPath = (
        ("para_pihak", i, "kalimat") if one.kalimat else ("kalimat", "pihak")
    )
    return filler.fill(kalimat, path, (), {**filler.value, **own})
