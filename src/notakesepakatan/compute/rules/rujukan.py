"""References: their wording by rules 271 to 281, and whether what they name is there."""

import re
from collections.abc import Iterator
from itertools import pairwise

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading
from notakesepakatan.compute.text.numbering import Numbers
from notakesepakatan.place import Address, at

_WITHOUT_WORDS = re.compile(r"\bdimaksud ((?:ayat|huruf|angka|Pasal) ?\(?\w+\)?)")
_SMALL = re.compile(r"\b(?:dalam|pada|dengan|ketentuan) (pasal \d+[A-Z]?)\b")
_PASAL = re.compile(r"\bPasal (\d+[A-Z]*)(?: ayat \((\w+)\))?(?: huruf ([a-z]+\d*)\b)?")
_AYAT = re.compile(r"\b(?:pada|dalam) ayat \((\w+)\)")
_THIS_PASAL = re.compile(r"Pasal \w+ *$")
_MEANT = re.compile("dimaksud")
_NAMED = re.compile(r"\b(?:pasal|ayat|ketentuan) tersebut di ?atas\b", re.IGNORECASE)
_REGULATION = re.compile(r"(?:Undang-Undang|Peraturan|Keputusan|Nomor)[^;.]{0,200}$")
_SUBJECT = re.compile(r"([\w ,/-]{5,80}) sebagaimana dimaksud dalam Pasal (\d+[A-Z]*)")
_FIRST_NUMBER = re.compile(r"\d+")
_LAMPIRAN = re.compile(
    r"(?:\b(?:dalam|pada) )?\bLampiran(?: ([IVXLC]+[A-Z]*)\b)?"
    r"(?! (?:Undang-Undang|Peraturan|Keputusan|Surat|Instruksi)\b)"
)
_CHECK_NUMBER = "periksa nomor yang dituju"


def _of_a_law(text: str, until: int) -> bool:
    """Whether what stands before a place names a law, whose pasal are not ours."""
    # The longest name and the 200 letters after it.
    begin = max(until - 213, 0)
    return bool(_REGULATION.search(text, begin, until))


def _own_pasal(text: str) -> Iterator[re.Match[str]]:
    """References of a text to pasal of the agreement itself."""
    for match in _PASAL.finditer(text):
        if not _of_a_law(text, match.start()):
            yield match


def wording(reading: Reading) -> Iterator[Flaw]:
    """`sebagaimana dimaksud ayat (1)` lacks its `pada`; of a pasal, its `dalam`."""
    for excerpt in reading.excerpts:
        in_pertimbangan = excerpt.path[:1] == ("pertimbangan",)
        for match in _WITHOUT_WORDS.finditer(excerpt.text):
            names_pasal = match[1].startswith("Pasal")
            word = "dalam" if names_pasal or in_pertimbangan else "pada"
            right = f"dimaksud {word} {match[1]}"
            message = f'rujukan tanpa "{word}"'
            yield Flaw(excerpt.place, match[0], message, f"tulis {right}", right)


def capitals(reading: Reading) -> Iterator[Flaw]:
    """A reference to a pasal is written with a capital (rule 80)."""
    for excerpt in reading.excerpts:
        for match in _SMALL.finditer(excerpt.text):
            if not _of_a_law(excerpt.text, match.start()):
                right = match[1].replace("pasal", "Pasal")
                message = "pasal dalam rujukan ditulis dengan huruf besar"
                yield Flaw(excerpt.place, match[1], message, f"tulis {right}", right)


def above(reading: Reading) -> Iterator[Flaw]:
    """`pasal tersebut di atas` names nothing (rule 277)."""
    for excerpt in reading.excerpts:
        for match in _NAMED.finditer(excerpt.text):
            saran = "sebut pasal dan ayatnya"
            yield Flaw(excerpt.place, match[0], "rujukan tanpa nomor", saran)


def targets(reading: Reading) -> Iterator[Flaw]:
    """What a reference names is there."""
    numbers = reading.numbers
    for excerpt in reading.excerpts:
        if excerpt.path[0] in ("pasal", "lampiran", "kalimat"):
            yield from _missing_pasal(excerpt, numbers)
        if excerpt.path[0] == "pasal":
            yield from _missing_ayat(excerpt, numbers)


def _missing_pasal(excerpt: Excerpt, numbers: Numbers) -> Iterator[Flaw]:
    for match in _own_pasal(excerpt.text):
        steps = zip(("pasal", "ayat", "huruf"), match.groups(), strict=True)
        address = tuple((unit, label) for unit, label in steps if label)
        if address not in numbers.order:
            message = f"{match[0]} tidak ada"
            yield Flaw(excerpt.place, match[0], message, _CHECK_NUMBER)


def _missing_ayat(excerpt: Excerpt, numbers: Numbers) -> Iterator[Flaw]:
    """Ayat named without their pasal, so that they are of the pasal they stand in."""
    pasal = numbers.alamat.get(excerpt.path[:2])
    if not pasal:
        return
    for match in _AYAT.finditer(excerpt.text):
        address: Address = (*pasal, ("ayat", match[1]))
        if address not in numbers.order and not _names_its_pasal(excerpt.text, match):
            message = f"ayat ({match[1]}) tidak ada pada pasal ini"
            yield Flaw(excerpt.place, match[0], message, _CHECK_NUMBER)


def _names_its_pasal(text: str, match: re.Match[str]) -> bool:
    start = match.start()
    return bool(_THIS_PASAL.search(text, max(start - 40, 0), start))


def lampiran(reading: Reading) -> Iterator[Flaw]:
    """An annex that a text names is there."""
    every = reading.kesepakatan.every_lampiran
    labels = {each.nomor for _, each in every if not each.dihapus}
    for excerpt in reading.excerpts:
        for match in _LAMPIRAN.finditer(excerpt.text):
            if _of_a_law(excerpt.text, match.start()):
                continue
            label = match[1] or ""
            if label and label not in labels:
                there = ", ".join(filter(None, (each.nomor for _, each in every)))
                saran = (
                    f"yang ada: {there}" if there else "naskah ini tidak mempunyainya"
                )
                yield Flaw(excerpt.place, match[0], f"{match[0]} tidak ada", saran)
            elif not label and not labels and match[0] != "Lampiran":
                message = "naskah ini tidak berlampiran"
                saran = "tambahkan lampirannya, atau hapus rujukan ini"
                yield Flaw(excerpt.place, match[0], message, saran)


def itself(reading: Reading) -> Iterator[Flaw]:
    """An ayat that refers to itself."""
    for excerpt in reading.excerpts:
        path = excerpt.path
        in_ayat = path[:1] == ("pasal",) and len(path) > 3 and path[2] == "ayat"
        own = reading.numbers.alamat.get(path[:4]) if in_ayat else None
        meant = _MEANT.search(excerpt.text)
        if not own or not meant:
            continue
        _, own_label = own[-1]
        for match in _AYAT.finditer(excerpt.text):
            if match[1] == own_label and meant.end() <= match.start():
                message = "ayat merujuk dirinya sendiri"
                yield Flaw(excerpt.place, match[0], message, _CHECK_NUMBER)


def forward(reading: Reading) -> Iterator[Flaw]:
    """A reference to what comes later, to be avoided where it can be (rule 278)."""
    order = _order_of_pasal(reading.numbers)
    for excerpt in reading.excerpts:
        own = reading.numbers.alamat.get(excerpt.path[:2])
        if excerpt.path[0] != "pasal" or not own:
            continue
        _, own_label = own[0]
        for match in _own_pasal(excerpt.text):
            if order.get(match[1], -1) > order[own_label]:
                message = f"merujuk maju ke {match[0]}"
                yield Flaw(excerpt.place, match[0], message, "hindari bila dapat")


def _order_of_pasal(numbers: Numbers) -> dict[str, int]:
    """Where each pasal stands in the order of the text, by its number."""
    result = dict[str, int]()
    for address, position in numbers.order.items():
        unit, label = address[0]
        if len(address) == 1 and unit == "pasal":
            result[label] = position
    return result


def subjects(reading: Reading) -> Iterator[Flaw]:
    """`tugas dan tanggung jawab … dalam Pasal 5`, where the pasal of that heading is another."""
    pasal = reading.kesepakatan.pasal
    headings = {part.nomor or "": part.judul.lower() for part in pasal if part.judul}
    for excerpt in reading.excerpts:
        if excerpt.path[0] != "pasal":
            continue
        for match in _SUBJECT.finditer(excerpt.text):
            front, nomor = match[1].lower(), match[2]
            meant = [other for other in headings if front.endswith(headings[other])]
            if meant and nomor in headings and nomor not in meant:
                word = f"Pasal {nomor}"
                message = f"{word} mengatur {headings[nomor]}; mungkin Pasal {meant[0]}"
                yield Flaw(excerpt.place, word, message, _CHECK_NUMBER)


def gaps(reading: Reading) -> Iterator[Flaw]:
    """A number left out between two pasal."""
    written = (pasal.nomor or "" for pasal in reading.kesepakatan.pasal)
    matches = (_FIRST_NUMBER.match(nomor) for nomor in written)
    numbers = [int(match[0]) for match in matches if match]
    for i, (before, now) in enumerate(pairwise(numbers)):
        if now > before + 1:
            message = f"nomor pasal melompat dari {before} ke {now}"
            place = at("pasal", i + 1, "nomor")
            yield Flaw(place, str(now), message, "lanjutkan nomornya")
