"""References: their wording by rules 271 to 281, and whether what they name is there."""

import re
from collections.abc import Iterator
from itertools import pairwise

from notakesepakatan.compute.rules.bacaan import Flaw, Reading
from notakesepakatan.place import Address, at

_WITHOUT_WORDS = re.compile(r"\bdimaksud ((?:ayat|huruf|angka|Pasal) ?\(?\w+\)?)")
_SMALL = re.compile(r"\b(?:dalam|pada|dengan|ketentuan) (pasal \d+[A-Z]?)\b")
_PASAL = re.compile(r"\bPasal (\d+[A-Z]*)(?: ayat \((\w+)\))?(?: huruf ([a-z]+\d*)\b)?")
_AYAT = re.compile(r"\b(?:pada|dalam) ayat \((\w+)\)")
_THIS_PASAL = re.compile(r"Pasal \w+ *$")
_MEANT = re.compile("dimaksud")
_NAMED = re.compile(r"\b(?:pasal|ayat|ketentuan) tersebut di ?atas\b", re.IGNORECASE)
_REGULATION = re.compile(r"(?:Undang-Undang|Peraturan|Keputusan|Nomor)[^;.]{0,200}$")


def _of_a_law(text: str, until: int) -> bool:
    """Whether what stands before a place names a law, whose pasal are not ours."""
    return bool(
        _REGULATION.search(text, max(until - 213, 0), until)
    )  # the longest name and the 200 after it


def wording(b: Reading) -> Iterator[Flaw]:
    """`sebagaimana dimaksud ayat (1)` lacks its `pada`; of a pasal, its `inside`."""
    for p in b.excerpt:
        for match in _WITHOUT_WORDS.finditer(p.teks):
            word = (
                "dalam"
                if match[1].startswith("Pasal") or p.path[:1] == ("pertimbangan",)
                else "pada"
            )
            yield Flaw(
                p.place,
                match[0],
                f'rujukan tanpa "{word}"',
                f"tulis dimaksud {word} {match[1]}",
                f"dimaksud {word} {match[1]}",
            )


def capitals(b: Reading) -> Iterator[Flaw]:
    """A reference to a pasal is written with a capital (rule 80)."""
    for p in b.excerpt:
        for match in _SMALL.finditer(p.teks):
            if not _of_a_law(p.teks, match.start()):
                right = match[1].replace("pasal", "Pasal")
                yield Flaw(
                    p.place,
                    match[1],
                    "pasal dalam rujukan ditulis dengan huruf besar",
                    f"tulis {right}",
                    right,
                )


def above(b: Reading) -> Iterator[Flaw]:
    """`pasal tersebut di atas` names nothing (rule 277)."""
    for p in b.excerpt:
        for match in _NAMED.finditer(p.teks):
            yield Flaw(
                p.place, match[0], "rujukan tanpa nomor", "sebut pasal dan ayatnya"
            )


def targets(b: Reading) -> Iterator[Flaw]:
    """What a reference names is there."""
    for p in b.excerpt:
        if p.path[0] not in ("pasal", "lampiran", "kalimat"):
            continue
        for match in _PASAL.finditer(p.teks):
            if _of_a_law(p.teks, match.start()):
                continue
            address: Address = (("pasal", match[1]),)
            address += (("ayat", match[2]),) if match[2] else ()
            address += (("huruf", match[3]),) if match[3] else ()
            if address not in b.numbers.index:
                yield Flaw(
                    p.place,
                    match[0],
                    f"{match[0]} tidak ada",
                    "periksa nomor yang dituju",
                )
        if p.path[0] == "pasal" and (di := b.numbers.alamat.get(p.path[:2])):
            for match in _AYAT.finditer(p.teks):
                start = match.start()
                if (
                    *di,
                    ("ayat", match[1]),
                ) not in b.numbers.index and not _THIS_PASAL.search(
                    p.teks, max(start - 40, 0), start
                ):
                    yield Flaw(
                        p.place,
                        match[0],
                        f"ayat ({match[1]}) tidak ada pada pasal ini",
                        "periksa nomor yang dituju",
                    )


def itself(b: Reading) -> Iterator[Flaw]:
    """An ayat that refers to itself."""
    for p in b.excerpt:
        if p.path[:1] == ("pasal",) and len(p.path) > 3 and p.path[2] == "ayat":
            own, before = b.numbers.alamat.get(p.path[:4]), _MEANT.search(p.teks)
            for match in _AYAT.finditer(p.teks):
                if (
                    own
                    and match[1] == own[-1][1]
                    and before
                    and before.end() <= match.start()
                ):
                    yield Flaw(
                        p.place,
                        match[0],
                        "ayat merujuk dirinya sendiri",
                        "periksa nomor yang dituju",
                    )


def forward(b: Reading) -> Iterator[Flaw]:
    """A reference to what comes later, to be avoided where it can be (rule 278)."""
    index = {
        address[0][1]: n
        for address, n in b.numbers.index.items()
        if len(address) == 1 and address[0][0] == "pasal"
    }
    for p in b.excerpt:
        if p.path[0] != "pasal" or not (di := b.numbers.alamat.get(p.path[:2])):
            continue
        for match in _PASAL.finditer(p.teks):
            if index.get(match[1], -1) > index[di[0][1]] and not _of_a_law(
                p.teks, match.start()
            ):
                yield Flaw(
                    p.place,
                    match[0],
                    f"merujuk maju ke {match[0]}",
                    "hindari bila dapat",
                )


def subjects(b: Reading) -> Iterator[Flaw]:
    """`tugas dan tanggung jawab … dalam Pasal 5`, where the pasal of that heading is another."""
    judul = {p.nomor or "": p.judul.lower() for p in b.reading.pasal if p.judul}
    for p in b.excerpt:
        if p.path[0] != "pasal":
            continue
        for match in re.finditer(
            r"([\w ,/-]{5,80}) sebagaimana dimaksud dalam Pasal (\d+[A-Z]*)", p.teks
        ):
            front = match[1].lower()
            lain = [n for n, j in judul.items() if front.endswith(j) and n != match[2]]
            if lain and match[2] in judul and not front.endswith(judul[match[2]]):
                word = f"Pasal {match[2]}"
                yield Flaw(
                    p.place,
                    word,
                    f"{word} mengatur {judul[match[2]]}; mungkin Pasal {lain[0]}",
                    "periksa nomor yang dituju",
                )


def gaps(b: Reading) -> Iterator[Flaw]:
    """A number left out between two pasal."""
    nomor = [
        int(angka[0])
        for p in b.reading.pasal
        if (angka := re.match(r"\d+", p.nomor or ""))
    ]
    for i, (a, c) in enumerate(pairwise(nomor)):
        if c > a + 1:
            yield Flaw(
                at("pasal", i + 1, "nomor"),
                "",
                f"nomor pasal melompat dari {a} ke {c}",
                "lanjutkan nomornya",
            )
