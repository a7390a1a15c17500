"""Who fills an office for a time, and who signs in the place of another: Plt., Plh., Pj., a.n."""

import re
from typing import NamedTuple

_SHORT = {
    "pelaksana tugas": "Plt.",
    "pelaksana harian": "Plh.",
    "penjabat sementara": "Pjs.",
    "penjabat": "Pj.",
    "plt": "Plt.",
    "plh": "Plh.",
    "pjs": "Pjs.",
    "pj": "Pj.",
}
"""How each way of filling an office for a time is written short."""
_ACTING = re.compile(rf"({'|'.join(_SHORT)})\b\.? *(?=\w)", re.IGNORECASE)
_IN_PLACE_OF = re.compile(
    r"(?:(?:a\. ?n|an|u\. ?b)\.|atas nama\b) *(?=\S)", re.IGNORECASE
)


class Filled(NamedTuple):
    """An office and how it is filled.

    Attributes:
        acting: "Plt.", "Pj."; empty for whoever holds the office.
        office: the office itself.
    """

    acting: str
    office: str


def filled(words: str) -> Filled:
    """`Pelaksana Tugas Bupati Aren` as `Plt.` and the office."""
    match = _ACTING.match(words)
    if match is None:
        return Filled("", words)
    return Filled(_SHORT[match[1].lower()], words[match.end() :])


def in_place_of(line: str) -> str:
    """The office in whose place somebody signs: `a.n. PANGLIMA …`; empty where none is."""
    match = _IN_PLACE_OF.match(line)
    return line[match.end() :] if match else ""


def differs(said: str, stated: str) -> str:
    """What is wrong with how an office is filled at the signature; empty where nothing is.

    Args:
        said: the office as it stands at the signature.
        stated: the office as the opening has it.
    """
    own, known = filled(said).acting, filled(stated).acting
    if own == known or (own and own in _anywhere(stated)):
        return ""
    return f"pada pembukaan {f'tertulis {known}' if known else f'tanpa {own}'}"


def _anywhere(stated: str) -> set[str]:
    """`Sekretaris Daerah selaku Plt. Bupati` fills the office too."""
    return {_SHORT[match[1].lower()] for match in _ACTING.finditer(stated)}
