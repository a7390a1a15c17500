"""Two texts in, the new one out, in whose opening a party that joins has a sentence too."""

from notakesepakatan.compute.text.sentence_of_pihak import usual_parts, without_lines
from notakesepakatan.compute.text.tree import Tree

_MARKS = (";", ".")


def with_sentences_of_joining(
    old: Tree,
    new: Tree,
) -> Tree:
    """The new text; who joins parties with a sentence each has the usual one.

    Without it the opening of the text in force would not name that party.

    Args:
        old: the text that is changed.
        new: the text as it is to read.
    """
    if not _has_own_sentences(old) or _shared(new) or new.get("bahasa_kedua"):
        return new
    known = [pihak.get("nama") for pihak in old["para_pihak"]]
    para_pihak = list(new["para_pihak"])
    for i, pihak in enumerate(para_pihak):
        if pihak.get("nama") not in known and not pihak.get("kalimat"):
            is_last = i == len(para_pihak) - 1
            para_pihak[i] = {**pihak, "kalimat": _sentence(pihak, old, is_last=is_last)}
    return {**new, "para_pihak": para_pihak}


def _has_own_sentences(tree: Tree) -> bool:
    return all(pihak.get("kalimat") for pihak in tree["para_pihak"])


def _shared(tree: Tree) -> str:
    """The sentence that the parties share; empty where there is none."""
    return (tree.get("kalimat") or {}).get("pihak") or ""


def _sentence(
    pihak: Tree,
    old: Tree,
    *,
    is_last: bool,
) -> str:
    """The usual sentence, which ends as that of the party in its place did."""
    parts = usual_parts(
        has_seat=bool(pihak.get("kedudukan")),
        has_decree=bool(pihak.get("pengangkatan")),
    )
    if (old.get("susunan") or {}).get("para_pihak") == "baris":
        parts = without_lines(parts)
    like = old["para_pihak"][-1 if is_last else 0]["kalimat"].strip()
    sentence = ", ".join(parts)
    return sentence[:-1] + like[-1] if like.endswith(_MARKS) else sentence
