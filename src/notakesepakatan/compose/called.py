"""What a paper calls its parties, where letters and papers beside it may call them so too."""

from collections.abc import Iterator

from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import klausul_texts

_TOGETHER = "para pihak"
"""How all are called whose paper has no name for them."""


def is_called(
    k: Kesepakatan,
    name: str | None,
) -> bool:
    """Whether the paper calls a party so: above its signature, or in what it says.

    Args:
        k: the agreement as it reads.
        name: how the party is called, by the text or by default.
    """
    if not name:
        return False
    is_above = k.susunan.sebutan_tanda_tangan != "tidak" and not k.facts_only
    return is_above or any(name in text for text in _said(k))


def together(k: Kesepakatan) -> str:
    """How all parties are called; in small letters where the paper has no such name."""
    name = k.all_sebutan
    if k.sebutan_bersama or any(name in text for text in _said(k)):
        return name
    has_names = any(is_called(k, pihak.sebutan) for pihak in k.para_pihak)
    return name if has_names else _TOGETHER


def _said(k: Kesepakatan) -> Iterator[str]:
    """The sentences of an agreement."""
    of_frame = k.kalimat.model_dump(exclude_none=True, exclude={"terjemahan"})
    for said in of_frame.values():
        yield from (said,) if isinstance(said, str) else said
    for pihak in k.para_pihak:
        yield pihak.kalimat or ""
    for part in (*k.pertimbangan, *k.pasal):
        yield from klausul_texts(part)
