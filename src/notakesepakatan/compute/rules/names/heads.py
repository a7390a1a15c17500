"""Who heads a body: one office in a whole text, `Direktur Akademi Bina`, not its `Rektor`."""

import re
from collections import defaultdict
from collections.abc import Iterator

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading

_HEADS = (
    "rektor|direktur utama|direktur|ketua|dekan|kepala|pimpinan|manajer|bupati|wali kota"
    "|gubernur|camat|lurah"
)
_OFFICE = re.compile(
    rf"(?<![\w-])(?P<head>(?i:{_HEADS}))(?P<body>(?: [A-Z][\w-]*){{2,8}})"
)
_UNDER = re.compile(
    r"(?:wakil|sekretaris|a\.n\.|mantan|calon|plt\.|plh\.|pj\.) $", re.IGNORECASE
)
_WARNING: Level = "peringatan"
_Said = tuple[Excerpt, re.Match[str]]


def other_head(reading: Reading) -> Iterator[Flaw]:
    """`REKTOR AKADEMI BINA` once, where the text has a Direktur of it."""
    found = defaultdict[str, dict[str, list[_Said]]](lambda: defaultdict(list))
    for excerpt in reading.excerpts:
        for match in _OFFICE.finditer(excerpt.text):
            if _is_head(excerpt.text, match):
                head, body = match["head"].lower(), match["body"].lower()
                found[body][head].append((excerpt, match))
    for heads in found.values():
        if len(heads) == len(("one", "other")):
            yield from _differing(heads)


def _is_head(text: str, match: re.Match[str]) -> bool:
    begin = match.start()
    under = _UNDER.search(text, max(begin - 12, 0), begin)
    return match["head"][0].isupper() and not under


def _differing(heads: dict[str, list[_Said]]) -> Iterator[Flaw]:
    """The head in capitals, which stands above a signature, against the other in a sentence."""
    (_, first), (_, second) = heads.items()
    for own, other in ((first, second), (second, first)):
        if len(own) == 1 and own[0][1][0].isupper():
            excerpt, match = own[0]
            message = f"di tempat lain: {other[0][1][0]}"
            saran = "samakan pembukaan dan tanda tangan"
            yield excerpt.flaw(match[0], message, saran, match.start(), _WARNING)
