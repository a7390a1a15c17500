"""References typed symbolically, `[[dalam Pasal tugas ayat (2) huruf a]]`, put into the words of the drafting rules.

Rules 271-281 of UU 12/2011 Lampiran II: `dalam Pasal 4 ayat (2)`, but `pada ayat (2)` inside the same pasal; own
ayat first, then rising numbers; two are listed, more than two consecutive become `… sampai dengan …`.
"""

import re

from notakesepakatan.compute.text.numbering import PERTIMBANGAN, Numbers
from notakesepakatan.place import Address, address_words, unit_words
from notakesepakatan.words.lists import merge

_UNIT = {
    "Pasal": "pasal",
    **{s: s for s in ("ayat", "huruf", "angka", "subhuruf", "subangka")},
}
_WORD = re.compile(
    r"(Pasal|ayat|huruf|angka|subhuruf|subangka) (\([0-9a-z]+\)|[0-9A-Za-z_]+)"
)
_SEPARATOR = re.compile(r",? (?:dan|atau) |, ")
_START = re.compile(
    r"(?:(dalam|pada) )?(?=(?:Pasal|ayat|huruf|angka|subhuruf|subangka) )"
)


class WrongRujukan(Exception):
    """A reference that cannot be read or leads nowhere; `str()` says why, in Indonesian."""


def is_rujukan(content: str) -> bool:
    """Whether the words inside `[[ ]]` are a reference."""
    return bool(_START.match(content))


def resolve_rujukan(content: str, numbers: Numbers, di: Address) -> str:
    """The reference in words.

    Args:
        content: what stands inside `[[ ]]`, e.g. "dalam Pasal tugas ayat (2), Pasal jangka_waktu".
        numbers: addresses and keys of the agreement.
        di: address of the text that refers; () outside the pasal.

    Raises:
        WrongRujukan: unreadable, or the target does not exist.
    """
    start = _START.match(content)
    if not start:
        raise WrongRujukan("bukan rujukan")
    body = content[start.end() :]
    target = {_find(piece, numbers, di) for piece in _SEPARATOR.split(body)}
    link = "atau" if " atau " in body else "dan"
    index = sorted(
        target,
        key=lambda address: (not _starts_inside(address, di), numbers.index[address]),
    )
    word = merge(_word_groups(index, numbers, di), link)
    if not start[1]:
        return word
    return ("pada " if _starts_inside(index[0], di) else "dalam ") + word


def _find(text: str, numbers: Numbers, di: Address) -> Address:
    step = _WORD.findall(text)
    if not step or " ".join(f"{s} {n}" for s, n in step) != text.strip():
        raise WrongRujukan(f'"{text}" tidak dapat dibaca sebagai rujukan')
    address: Address = ()
    for i, (word, name) in enumerate(step):
        unit, label = _UNIT[word], name.strip("()")
        if i == 0 and unit != "pasal":
            address = _enclosing(di, unit, numbers)
        try_: Address = (*address, (unit, label))
        if try_ in numbers.index:
            address = try_
        elif (
            label in numbers.kunci
            and numbers.kunci[label][-1][0] == unit
            and (i == 0 or numbers.kunci[label][:-1] == address)
        ):
            address = numbers.kunci[label]
        else:
            raise WrongRujukan(f"{word} {name} tidak ada")
    return address


def _enclosing(di: Address, unit: str, numbers: Numbers) -> Address:
    """The deepest address around `di` that has children of this kind."""
    for length in range(len(di), 0, -1):
        if any(
            a[:length] == di[:length] and len(a) == length + 1 and a[-1][0] == unit
            for a in numbers.index
        ):
            return di[:length]
    return ()


def _starts_inside(address: Address, di: Address) -> bool:
    """Inside the same pasal it is `pada`; among the recitals, `dalam huruf a`, the title of the list being unsaid."""
    if address[:1] == PERTIMBANGAN:
        return False
    return len(address) > 1 and address[:1] == di[:1]


def _word_groups(index: list[Address], numbers: Numbers, di: Address) -> list[str]:
    """Words of each reference or run of references; what is shared with the one before is not said again."""
    result: list[str] = []
    before: Address = ()
    while index:
        n = _run(index, numbers)
        address = index[0]
        # Behind another reference, what both share goes unsaid: "ayat (1) huruf a dan ayat (2) huruf b".
        origin = _shared(address, before or di)
        word = address_words(address[origin:])
        if n > 2:
            word += " sampai dengan " + unit_words(*index[n - 1][-1])
        else:
            n = 1
        result.append(word)
        before, index = index[n - 1], index[n:]
    return result


def _run(index: list[Address], numbers: Numbers) -> int:
    """How many addresses from the first on are consecutive siblings."""
    above, unit = index[0][:-1], index[0][-1][0]
    sibling = [a for a in numbers.index if a[:-1] == above and a[-1][0] == unit]
    begin, n = sibling.index(index[0]), 1
    while (
        n < len(index) and begin + n < len(sibling) and index[n] == sibling[begin + n]
    ):
        n += 1
    return n


def _shared(address: Address, di: Address) -> int:
    """How many leading parts of the address need not be said where the reference stands; never all of them."""
    n = 0
    while n < min(len(address) - 1, len(di)) and address[n] == di[n]:
        n += 1
    return n
