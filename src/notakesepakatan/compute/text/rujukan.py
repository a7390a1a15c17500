"""References typed symbolically, put into the words of the drafting rules.

`[[dalam Pasal tugas ayat (2) huruf a]]` is one. Rules 271-281 of UU 12/2011 Lampiran II:
`dalam Pasal 4 ayat (2)`, but `pada ayat (2)` inside the same pasal; own ayat first, then
rising numbers; two are listed, more than two consecutive become `… sampai dengan …`.
"""

import re

from notakesepakatan.compute.text.numbering import PERTIMBANGAN, Numbers
from notakesepakatan.compute.text.words import INDONESIAN, Words
from notakesepakatan.place import CAPITAL, ROMAN, Address

_UNIT = {
    "Pasal": "pasal",
    "Lampiran": "lampiran",
    "bagian": "bagian",
    "ayat": "ayat",
    "huruf": "huruf",
    "angka": "angka",
    "subhuruf": "subhuruf",
    "subangka": "subangka",
    "kapital": "kapital",
    "romawi": "romawi",
    "poin": "poin",
}
"""Words of a reference and the units they name."""
_STEP = re.compile(rf"({'|'.join(_UNIT)}) (\([0-9a-z]+\)|[0-9A-Za-z_]+)")
_ROMAN = re.compile(r"[ivxl]+[a-z]?")
_SEPARATOR = re.compile(r",? (?:dan|atau) |, ")
_START = re.compile(rf"(?:(dalam|pada) )?(?=(?:{'|'.join(_UNIT)}) |Lampiran$)")
_ONLY = "_"
"""Stands for the number of an annex that is called by none, since there is no other."""
_ONLY_LAMPIRAN = re.compile(rf"\bLampiran(?=$| (?:{'|'.join(_UNIT)}) )")


class WrongRujukan(Exception):
    """A reference that cannot be read or leads nowhere; `str()` says why, in Indonesian."""


def is_rujukan(content: str) -> bool:
    """Whether the words inside `[[ ]]` are a reference."""
    return bool(_START.match(content))


def resolve_rujukan(
    content: str,
    numbers: Numbers,
    origin: Address,
    words: Words = INDONESIAN,
) -> str:
    """The reference in words.

    Args:
        content: what stands inside `[[ ]]`, e.g. "dalam Pasal tugas ayat (2)".
        numbers: addresses and keys of the agreement.
        origin: address of the text that refers; () outside the pasal.
        words: how it is said.

    Raises:
        WrongRujukan: unreadable, or the target does not exist.
    """
    start = _START.match(content)
    if not start:
        raise WrongRujukan("bukan rujukan")
    body = content[start.end() :]
    targets = {_find(piece, numbers, origin) for piece in _SEPARATOR.split(body)}

    def own_first(address: Address) -> tuple[bool, int]:
        return not _starts_inside(address, origin), numbers.order[address]

    in_order = sorted(targets, key=own_first)
    link = "atau" if " atau " in body else "dan"
    said = words.listed(_word_groups(in_order, numbers, origin, words), link)
    if not start[1]:
        return said
    inside = _starts_inside(in_order[0], origin)
    return f"{words.inside_pasal if inside else words.inside_text} {said}"


def _find(
    text: str,
    numbers: Numbers,
    origin: Address,
) -> Address:
    """The address that one reference names, seen from where it stands."""
    text = _ONLY_LAMPIRAN.sub(rf"\g<0> {_ONLY}", text)
    typed = _STEP.findall(text)
    if not typed or " ".join(f"{unit} {name}" for unit, name in typed) != text.strip():
        raise WrongRujukan(f'"{text}" tidak dapat dibaca sebagai rujukan')
    steps = [(_word_meant(word, name), name) for word, name in typed]
    first_unit = _UNIT[steps[0][0]]
    stands_alone = first_unit in ("pasal", "lampiran")
    begin = () if stands_alone else _enclosing(origin, first_unit, numbers)
    address = begin
    for position, (word, name) in enumerate(steps):
        label = name.strip("()")
        if (word, label) == ("Lampiran", _ONLY):
            label = _only_lampiran(numbers)
        found = _below(address, (_UNIT[word], label), numbers, anywhere=position == 0)
        if found is None:
            raise WrongRujukan(f"{word} {name} tidak ada")
        address = found
    return address


def _only_lampiran(numbers: Numbers) -> str:
    every = [a[0][1] for a in numbers.order if len(a) == 1 and a[0][0] == "lampiran"]
    if not every:
        raise WrongRujukan("naskah ini tidak berlampiran")
    if len(every) > 1:
        raise WrongRujukan("sebut nomor lampirannya, karena ada lebih dari satu")
    return every[0]


def _word_meant(
    word: str,
    name: str,
) -> str:
    """The unit that is named: a capital letter is of a list in capitals, "iii" of one in
    roman numerals.
    """
    if word == "huruf" and name[:1].isupper():
        return CAPITAL
    return ROMAN if word == "angka" and _ROMAN.fullmatch(name) else word


def _below(
    above: Address,
    step: tuple[str, str],
    numbers: Numbers,
    *,
    anywhere: bool,
) -> Address | None:
    """The part below another with this number or key; by its key `anywhere` too."""
    address: Address = (*above, step)
    if address in numbers.order:
        return address
    unit, key = step
    keyed = numbers.kunci.get(key)
    if keyed is None or keyed[-1][0] != unit:
        return None
    return keyed if anywhere or keyed[:-1] == above else None


def _enclosing(
    origin: Address,
    unit: str,
    numbers: Numbers,
) -> Address:
    """The deepest address around a place that has children of this kind."""
    parents = {address[:-1] for address in numbers.order if address[-1][0] == unit}
    for length in range(len(origin), 0, -1):
        if origin[:length] in parents:
            return origin[:length]
    return ()


def _starts_inside(
    address: Address,
    origin: Address,
) -> bool:
    """Inside the same pasal it is `pada`.

    Among the recitals it is `dalam huruf a`, the title of the list being unsaid.
    """
    if address[:1] == PERTIMBANGAN:
        return False
    return len(address) > 1 and address[:1] == origin[:1]


def _word_groups(
    in_order: list[Address],
    numbers: Numbers,
    origin: Address,
    words: Words,
) -> list[str]:
    """Words of each reference or run of references.

    What is shared with the one before is not said again: "ayat (1) huruf a dan ayat (2)
    huruf b".
    """
    result = list[str]()
    said = origin
    while in_order:
        length = _run(in_order, numbers)
        if length <= 2:
            length = 1
        first, last = in_order[0], in_order[length - 1]
        group = _said(first, first[_shared(first, said) :], words)
        if length > 1:
            group += f" {words.up_to} {_said(last, last[-1:], words)}"
        result.append(group)
        said, in_order = last, in_order[length:]
    return result


def _said(
    address: Address,
    part: Address,
    words: Words,
) -> str:
    """The part of an address that is said; a recital as the paper labels it."""
    said = words.address(part)
    if address[:1] != PERTIMBANGAN:
        return said
    _, (_, huruf), *below = address
    on_paper = words.pasal_names.get(f"pertimbangan huruf {huruf}", "")
    if not on_paper.startswith("pertimbangan angka "):
        return said
    return words.address((("angka", on_paper.split()[-1]), *below))


def _run(
    in_order: list[Address],
    numbers: Numbers,
) -> int:
    """How many addresses from the first on are consecutive siblings."""
    first = in_order[0]
    above, unit = first[:-1], first[-1][0]
    siblings = [
        address
        for address in numbers.order
        if address[:-1] == above and address[-1][0] == unit
    ]
    consecutive = siblings[siblings.index(first) :]
    length = 0
    for address, sibling in zip(in_order, consecutive, strict=False):
        if address != sibling:
            break
        length += 1
    return length


def _shared(
    address: Address,
    said: Address,
) -> int:
    """How many leading parts of an address go unsaid behind another; never all of them."""
    length = 0
    for own, other in zip(address[:-1], said, strict=False):
        if own != other:
            break
        length += 1
    return length
