"""What a text gives to one party that by its own words is another's."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading

_LABEL = r"\s*(?:\(?\w{1,3}[.)]\s+)?"
_OF_ONE = r"(?:HAK|KEWAJIBAN|TUGAS|TANGGUNG JAWAB|WEWENANG)\b"
_BEARS = (
    r"(?:berhak|berkewajiban|bertugas|wajib|bertanggung jawab|mempunyai|memiliki)\b"
)
_ASKS = r"(?:meminta|memohon|mengusulkan|mengajukan (?:permintaan|permohonan|usul))\b"
_REPLIES = (
    r"(?:menjawab|menanggapi|menyetujui|menolak|mengabulkan|memproses|menindaklanjuti)"
    r" (?:permintaan|permohonan|usul|usulan|pengajuan)\b"
)
_STAFF = r"(?:[Pp]ersonel|[Pp]etugas|[Pp]egawai|[Kk]aryawan|[Tt]enaga kerja|[Pp]ekerja|[Ss]taf)"
_TOWARDS = (
    r"(?:hubungan kerja dengan|tanggung jawab kepada|menyerahkan [\w ]{3,60} kepada)"
)
_CHECK = "periksa pihak mana yang dimaksud"
_WARNING: Level = "peringatan"


def of_another(reading: Reading) -> Iterator[Flaw]:
    """Headings, requests, bills and staff that name the wrong party."""
    terms = [one.sebutan for one in front_of(reading).para_pihak if one.sebutan]
    if len(set(terms)) < len((1, 2)):
        return
    term = "|".join(map(re.escape, sorted(terms, key=len, reverse=True)))
    yield from _below_heading(reading, term)
    yield from _presented_twice(reading, term, len(terms))
    yield from _replies_to_itself(reading, term)
    yield from _bills_itself(reading, term)
    yield from _towards_its_own(reading, term)


def _below_heading(reading: Reading, term: str) -> Iterator[Flaw]:
    """`PIHAK PERTAMA berhak:` below HAK DAN KEWAJIBAN PIHAK KEDUA."""
    heading = re.compile(
        rf"(?:(?:Pasal|PASAL) \w+\.? )?{_OF_ONE}[A-Z ]*? (?P<own>{term})\s*$"
    )
    bearer = re.compile(rf"{_LABEL}(?P<said>{term}) {_BEARS}[^.;]{{0,60}}:\s*$")
    own = ""
    for excerpt in reading.excerpts:
        text = excerpt.text.strip()
        head = heading.match(text)
        if head or _begins_pasal(excerpt):
            own = head["own"] if head else ""
        match = bearer.match(text) if own else None
        if match and match["said"] != own:
            message = f"judul pasalnya tentang {own}"
            yield excerpt.flaw(
                match["said"],
                message,
                _CHECK,
            )


def _begins_pasal(excerpt: Excerpt) -> bool:
    is_heading = excerpt.path[0] == "pasal" and excerpt.path[-1] == "judul"
    return is_heading or bool(re.match(r"(?:Pasal|PASAL) \d", excerpt.text.strip()))


def _presented_twice(reading: Reading, term: str, many: int) -> Iterator[Flaw]:
    """`bahwa PIHAK KESATU adalah …` twice, and of PIHAK KEDUA not once."""
    presents = re.compile(rf"{_LABEL}bahwa (?P<said>{term}) (?:adalah|merupakan)\b")
    found = [(one, presents.match(one.text)) for one in reading.excerpts]
    said = [(one, match["said"]) for one, match in found if match]
    count = Counter(name for _, name in said)
    for excerpt, name in said if len(said) == many else ():
        if count[name] > 1:
            message = f"{name} sudah diterangkan; pihak lain tidak"
            yield excerpt.flaw(
                name,
                message,
                _CHECK,
                tingkat=_WARNING,
            )


def _replies_to_itself(reading: Reading, term: str) -> Iterator[Flaw]:
    """`PIHAK KEDUA meminta …`, and in the next ayat `PIHAK KEDUA menjawab permintaan …`."""
    asks = re.compile(rf"{_LABEL}(?P<said>{term}) {_ASKS}")
    replies = re.compile(rf"{_LABEL}(?P<said>{term}) {_REPLIES}")
    for above, below in pairwise(reading.excerpts):
        asked, replied = asks.match(above.text), replies.match(below.text)
        if asked and replied and asked["said"] == replied["said"]:
            message = f"{asked['said']} juga yang meminta"
            yield below.flaw(
                replied["said"],
                message,
                _CHECK,
                tingkat=_WARNING,
            )


def _bills_itself(reading: Reading, term: str) -> Iterator[Flaw]:
    """Who pays for it sends the bill."""
    payers = _payers(reading.excerpts, term)
    bills = re.compile(
        rf"{_LABEL}(?P<said>{term}) (?:mengajukan|menyampaikan|mengirimkan|menerbitkan)"
        r" (?:surat )?(?:tagihan|invois|faktur)\b"
    )
    for excerpt in reading.excerpts if len(payers) == 1 else ():
        match = bills.match(excerpt.text)
        if match and match["said"] in payers:
            message = f"{match['said']} yang menanggung biayanya"
            yield excerpt.flaw(
                match["said"],
                message,
                _CHECK,
                tingkat=_WARNING,
            )


def _payers(excerpts: Sequence[Excerpt], term: str) -> set[str]:
    """The parties whose budget bears the costs, as the text says."""
    pays = re.compile(
        rf"\b(?:dibebankan|menjadi beban|ditanggung)"
        rf"(?: oleh| kepada| pada(?: anggaran)?)? (?P<said>{term})(?!\w)"
    )
    return {match["said"] for one in excerpts for match in pays.finditer(one.text)}


def _towards_its_own(reading: Reading, term: str) -> Iterator[Flaw]:
    """`Personel PENYEDIA JASA tidak mempunyai hubungan kerja dengan PENYEDIA JASA`."""
    own = re.compile(
        rf"{_STAFF} (?P<own>{term}) [^.;:]{{0,120}}?{_TOWARDS} (?P<said>(?P=own))(?!\w)"
    )
    for excerpt in reading.excerpts:
        for match in own.finditer(excerpt.text):
            message = f"kalimat ini tentang orang dari {match['own']} sendiri"
            begin, piece = match.start("said"), match["said"]
            yield excerpt.flaw(
                piece,
                message,
                _CHECK,
                begin,
                _WARNING,
            )
