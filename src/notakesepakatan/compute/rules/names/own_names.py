"""Names of the parties where the text acts or pays for them: the very name of the party."""

import re
from collections.abc import Iterator, Sequence

from notakesepakatan.compute.rules.consistency.near_names import excerpts_of_accounts
from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.place import Place

_NAME = r"([A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|\d{1,3}(?!\S)|dan|dr\.)){1,9})"
_FOR = re.compile(
    rf"\b(?:untuk dan atas nama|atas nama|mewakili|[Aa]tas [Nn]ama\s*:)\s+{_NAME}"
)
_REPRESENTED = re.compile(
    rf"(?<![\w.'-]){_NAME}(?: \([^()]{{2,40}}\))?,? (?:yang |dalam hal ini )?diwakili\b"
)
_KUASA = re.compile(
    r"\b[Ss]urat [Kk]uasa (?:[Kk]husus )?(?:dari )?"
    rf"(?:Kepala|Direktur(?: Utama)?|Rektor|Ketua) {_NAME}"
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_IS = r",? (?:adalah|yaitu|yakni|ialah|merupakan) "
_FEWEST_WORDS = 3
_LONGEST_TITLE = 8
"""Lines of the title of a text whose front has no end that can be told."""
_SHORTEST_TITLE = 3
"""Words of a line in capitals that may be the name of a party."""


def of_pihak(reading: Reading) -> Iterator[Flaw]:
    """`atas nama Klinik Harapan Bunda`, where the party is Klinik Harapan Ibu."""
    front = front_of(reading)
    # A text of others states a party's name where it acts for it: its title knows better.
    stated = [pihak.nama for pihak in front.para_pihak if pihak.nama]
    names = _lines_in_capitals(reading) or stated
    for excerpt in reading.excerpts:
        patterns = (_FOR, _REPRESENTED, _KUASA)
        for match in (one for each in patterns for one in each.finditer(excerpt.text)):
            own = _nearly(match[1], names)
            if own:
                yield _flaw(excerpt.place, match, own)
    for excerpt, said in excerpts_of_accounts(reading):
        own = _nearly(said, names)
        if own:
            message, saran = f"nama pihaknya {own}", "samakan namanya"
            yield excerpt.flaw(said, message, saran)
    for pihak in front.para_pihak if reading.typed is None else ():
        named = re.compile(rf"(?<!\w){re.escape(pihak.sebutan)}{_IS}{_NAME}")
        for excerpt in reading.excerpts:
            for match in named.finditer(excerpt.text):
                if _nearly(match[1], [pihak.nama]):
                    yield _flaw(excerpt.place, match, pihak.nama)


def _flaw(place: Place, match: re.Match[str], own: str) -> Flaw:
    message = f"nama pihaknya {own}"
    saran, begin = "samakan namanya", match.start(1)
    return Flaw(
        place,
        match[1],
        message,
        saran,
        offset=begin,
    )


def _lines_in_capitals(reading: Reading) -> list[str]:
    """Lines of the title of a text of others, among which the parties are named."""
    if reading.typed is not None:
        return []
    behind = set(front_of(reading).behind)
    above = [one for one in reading.excerpts if one not in behind]
    # A text without pasal has a title all the same.
    front = (one.text.strip(" ,") for one in above or reading.excerpts[:_LONGEST_TITLE])
    return [
        line
        for line in front
        if line.isupper() and len(line.split()) >= _SHORTEST_TITLE
    ]


def _nearly(said: str, names: Sequence[str]) -> str:
    """The name of which one word is another in what is said; empty where none is, or it is one."""
    small = said.rstrip(".,").lower().split()
    every = [_BRACKETS.sub("", name).lower().split() for name in names]
    if any(small[: len(name)] == name for name in every):
        return ""
    for name, words in zip(names, every, strict=True):
        if len(words) < _FEWEST_WORDS or len(small) < len(words):
            continue
        differing = [a != b for a, b in zip(small, words, strict=False)]
        if differing.count(True) == 1:
            return name
    return ""
