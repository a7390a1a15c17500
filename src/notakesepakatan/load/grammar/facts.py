"""What the sentences of an agreement say of its days, terms and parties, put in its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from notakesepakatan.load.grammar.found import BLANK
from notakesepakatan.load.grammar.inferred import (
    Inferred,
    Sure,
    infer_day,
    infer_periods,
    infer_place,
    infer_rangkap,
    infer_term,
)
from notakesepakatan.load.grammar.opening import Opening
from notakesepakatan.load.grammar.pihak import is_body, says_several
from notakesepakatan.load.grammar.roles import infer_roles, name_pemberitahuan
from notakesepakatan.load.grammar.title import Title
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.place import keys_of
from notakesepakatan.words.names import fold

_SIGNED = re.compile(r"ditanda ?tangani|dibuat", re.IGNORECASE)
_VALID = re.compile(r"\bberlaku\b|sampai dengan", re.IGNORECASE)
_OFFICE = re.compile(
    r",? (?:yang|berkedudukan|beralamat|berdasarkan|dalam hal|bertindak|selaku)\b"
)
_UNFILLED = re.compile(r"[.…_]{2,}|…|\[ISI\]")
"""A blank that nobody filled in."""
_LAST_SENTENCES = 3
"""How far from the end the day of signing may be said."""
_OF_SENTENCE = ("pejabat", "jabatan", "kedudukan", "pengangkatan")
_ALONE = ("pejabat",)
_ALONE_IN_ROWS = ("pejabat", "jabatan", "kedudukan")
"""What stands by itself, so that no sentence has to be understood for it."""


def infer_facts(
    data: Mapping[str, Any],
    opening: Opening,
    para_pihak: Sequence[Mapping[str, Any]],
    title: Title,
) -> Iterator[Inferred]:
    """All that follows from the sentences, each with the one that says it.

    Args:
        data: the agreement as far as it is read.
        opening: its opening.
        para_pihak: its parties as the YAML has them.
        title: its title.
    """
    pasal: list[dict[str, Any]] = data["pasal"]
    every = [text for one in pasal for text in _texts(one)]
    on_day_and_place = _on_day_and_place(data, opening, every)
    signed = _said_where_signed(para_pihak)
    day = _beside_signed(infer_day(on_day_and_place), signed.get("tanggal"))
    place = next(infer_place(on_day_and_place), None)
    yield from filter(None, (day, place or _of_signed("tempat", signed)))
    yield from infer_term(_about(pasal, ("jangka waktu", "masa berlaku")), every)
    yield from infer_periods(every, _about(pasal, ("kahar", "memaksa", "majeure")))
    yield from infer_rangkap([*every, *data["kalimat"].get("penutup", [])])
    yield from infer_roles(pasal)
    sentences = [read.whole for read in opening.para_pihak]
    said = len(sentences)
    sentences += [""] * (len(para_pihak) - len(sentences))
    in_rows = data["susunan"].get("para_pihak") == "baris"
    certain = _ALONE_IN_ROWS if in_rows else _ALONE
    keys = keys_of(len(para_pihak))
    for i, (made, key) in enumerate(zip(para_pihak, keys, strict=True)):
        acts_for = opening.para_pihak[i].facts.get("nama", "") if i < said else ""
        yield from _all_of_title(made, key, title, para_pihak, acts_for)
        yield from _of_sentence(f"para_pihak.{key}", made, sentences[i], certain)


def _all_of_title(
    made: Mapping[str, Any],
    key: str,
    title: Title,
    para_pihak: Sequence[Mapping[str, Any]],
    acts_for: str,
) -> Iterator[Inferred]:
    """What the title says of a party; `acts_for` is for whom its sentence says that it acts."""
    for one in _of_title(f"para_pihak.{key}.nama", made.get("nama", ""), title):
        yield _beside_sentence(one, acts_for)
    # Whose number it is follows from the order of the names, which is another.
    is_swapped = _is_swapped(made, para_pihak)
    is_doubted = is_swapped or made.get("nomor") in title.nomor_doubted
    for one in _of_title(f"para_pihak.{key}.nomor", made.get("nomor", ""), title):
        yield replace(one, sure="tanya") if is_doubted else one


def _beside_sentence(name: Inferred, acts_for: str) -> Inferred:
    """The name of the title, less sure where the sentence of the party says another one."""
    printed, said = f" {fold(name.nilai)} ", f" {fold(acts_for)} "
    is_same = not acts_for or printed in said or said in printed
    if name.sure != "pasti" or is_same:
        return name
    return replace(
        name, kalimat=f"{name.kalimat} (pada pembukaan: {acts_for})", sure="cukup"
    )


def _is_swapped(
    made: Mapping[str, Any], para_pihak: Sequence[Mapping[str, Any]]
) -> bool:
    """Whether the title has the name of another party in its place."""
    others = {one["nama"].casefold() for one in para_pihak if one is not made}
    return made.get("nama_judul", "").casefold() in others


def _said_where_signed(para_pihak: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Place and day above the signatures, where these are the same above all."""
    every = [one["penandatanganan"] for one in para_pihak if "penandatanganan" in one]
    return dict(every[0]) if every and all(one == every[0] for one in every) else {}


def _of_signed(key: str, signed: Mapping[str, str]) -> Inferred | None:
    if key not in signed:
        return None
    said = ", ".join(signed.values())
    return Inferred(f"penandatanganan.{key}", signed[key], said, "cukup")


def _beside_signed(days: Iterator[Inferred], signed: str | None) -> Inferred | None:
    """The day of signing, doubted where another stands above the signatures."""
    day = next(days, None)
    if signed is None or (day and day.nilai == signed):
        return day
    if day is None:
        return _of_signed("tanggal", {"tanggal": signed})
    sentence = f"{day.kalimat} (pada tanda tangan: {signed})"
    return replace(day, kalimat=sentence, sure="tanya")


def _on_day_and_place(
    data: Mapping[str, Any], opening: Opening, every: Sequence[str]
) -> list[str]:
    """Sentences that say when and where it is signed: the first, and some of the last."""
    pembukaan = opening.kalimat.get("pembukaan")
    first = [] if pembukaan is None else [_before_pihak(pembukaan, opening)]
    last = [*data["kalimat"].get("penutup", []), *every[-_LAST_SENTENCES:]]
    closing = [
        text for text in last if _SIGNED.search(text) and not _VALID.search(text)
    ]
    return [*first, *closing]


def _before_pihak(pembukaan: str, opening: Opening) -> str:
    """The opening without what it says of the parties, whose decrees have days of their own."""
    said = opening.para_pihak[0].whole if opening.para_pihak else ""
    return pembukaan.partition(said)[0] if said else pembukaan


def _of_title(kunci: str, value: str, title: Title) -> Iterator[Inferred]:
    """What the title says of a party, which is certain."""
    if value and value != BLANK:
        sure: Sure = "tanya" if _UNFILLED.search(value) else "pasti"
        yield Inferred(kunci, value, _line_of(title, value) or value, sure)


def _of_sentence(
    kunci: str, made: Mapping[str, Any], sentence: str, certain: Sequence[str]
) -> Iterator[Inferred]:
    """What the opening says of a party; `certain` are the keys that stand by themselves."""
    for name in _OF_SENTENCE:
        value = made.get(name, "")
        if value and value != BLANK:
            is_sure = name in certain or _is_said_plainly(name, made)
            if name == "pejabat" and (
                is_body(value) or made.get("penanda_tangan_lain")
            ):
                is_sure = False
            sure: Sure = "pasti" if is_sure else "cukup"
            if _UNFILLED.search(value) or _is_other_words(name, made):
                sure = "tanya"
            yield Inferred(f"{kunci}.{name}", value, sentence or value, sure)


def _is_other_words(name: str, made: Mapping[str, Any]) -> bool:
    """Whether an office is in truth the name of a person, or lines that were not told apart."""
    if name == "pejabat":
        return says_several(made["pejabat"])
    if name != "jabatan":
        return False
    office, person = made["jabatan"], made.get("pejabat", "")
    return " : " in office or person.split(",")[0] == office


def _is_said_plainly(name: str, made: Mapping[str, Any]) -> bool:
    """Whether the sentence of a party says it in the usual words, or another place again."""
    sentence = str(made.get("kalimat", ""))
    if name == "kedudukan":
        return "berkedudukan" in sentence
    if name == "jabatan":
        signed = " ".join(made.get("tanda_tangan", [])).casefold()
        is_formula = _OFFICE.match(sentence.removeprefix(made["jabatan"])) is not None
        return signed in ("", made["jabatan"].casefold()) or is_formula
    return name == "pengangkatan" and "diangkat berdasarkan" in sentence


def _line_of(title: Title, value: str) -> str:
    """The line of the title that says a value."""
    lines = (line for item in title.items for line in (item.lines or (item.whole,)))
    wanted = value.casefold()
    return next((line for line in lines if wanted in line.casefold()), "")


def _about(pasal: Sequence[Mapping[str, Any]], words: Sequence[str]) -> list[str]:
    """Sentences of the pasal whose titles speak of something."""
    return [
        text
        for one in pasal
        if any(word in one.get("judul", "").lower() for word in words)
        for text in _texts(one)
    ]


def _texts(part: Mapping[str, Any] | str) -> Iterator[str]:
    """The sentences of a part and of all below it."""
    if isinstance(part, str):
        yield part
        return
    for key, value in part.items():
        if key in ("isi", "penutup") and isinstance(value, str):
            yield value
        elif key == "paragraf":
            yield from value
        elif key in (
            "ayat",
            "huruf",
            "angka",
            "subhuruf",
            "subangka",
            "romawi",
            "poin",
        ):
            for one in value:
                yield from _texts(one)


def fill_in(
    data: dict[str, Any], inferred: Sequence[Inferred], *, is_draft: bool
) -> None:
    """Put what was inferred in its place; the day of a draft is a planned one."""
    for one in inferred:
        group, _, key = one.kunci.partition(".")
        if group == "para_pihak" or one.sure == "tanya":
            continue
        if one.kunci == "rangkap.bermeterai" and _is_one_each(one, data):
            continue
        if group.startswith("pasal["):
            i = int(group.removeprefix("pasal[").removesuffix("]")) - 1
            data["pasal"][i] = _with_key(data["pasal"][i], one.nilai)
        elif one.kunci == "tenggat.pemberitahuan":
            data[group][key] = one.nilai
            name_pemberitahuan(data["pasal"], one.kalimat)
        elif key:
            key = "rencana" if is_draft and key == "tanggal" else key
            data[group][key] = one.nilai
        else:
            data[group] = one.nilai


def _is_one_each(one: Inferred, data: Mapping[str, Any]) -> bool:
    """Whether each party holds one original, as is usual and not written."""
    return one.nilai == str(len(data["para_pihak"]))


def _with_key(pasal: dict[str, Any], kunci: str) -> dict[str, Any]:
    """The pasal with its role where that usually stands."""
    first = (*(key for pair in HEADS.items() for key in pair), "nomor")
    head = {key: pasal[key] for key in first if key in pasal}
    rest = {key: value for key, value in pasal.items() if key not in first}
    return {**head, "kunci": kunci, **rest}
