"""Bodies that are no party of the text: a word for a party it has not, a payer from outside."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.front import called_in_brackets, front_of
from notakesepakatan.compute.rules.reading import (
    Excerpt,
    Flaw,
    Level,
    Reading,
    is_wording,
)
from notakesepakatan.compute.rules.short_names import is_within
from notakesepakatan.place import at

_KINDS = (
    "Universitas",
    "Akademi",
    "Politeknik",
    "Institut",
    "Sekolah",
    "Kampus",
    "Perusahaan",
    "Bank",
    "Yayasan",
    "Koperasi",
    "Klinik",
    "Puskesmas",
    "Radio",
    "Dinas",
    "Badan",
    "Kementerian",
    "Lembaga",
    "Studio",
    "Bengkel",
    "Sanggar",
)
_ALONE = re.compile(
    rf"(?:(?<=[a-z] )|(?<=; ))({'|'.join(_KINDS)})(?![\w-]| [A-Z\d(]|\.\w)"
)
_PAYS = re.compile(
    r"\b(?:ditanggung|dibayar|dibiayai|dibebankan kepada|menjadi (?:beban|tanggungan))"
    r"(?: sepenuhnya| seluruhnya)?(?: oleh)? "
    r"((?:Pemerintah|Kementerian|Dinas|Badan|Universitas|PT|CV|Yayasan|Bank)"
    r"(?: [A-Z][\w-]*| dan(?= [A-Z]))+)"
)
_OF_REGION = re.compile(r"Pemerintah (?:Kabupaten|Kota|Provinsi|Desa) (.+)")
_CALLED = re.compile(r"\bselanjutnya disebut ([A-Z][a-z]+)\b")
_CAPITALS = re.compile(
    r"(?<![\w-])[A-Z]{5,}(?: [A-Z]{3,})*(?= (?:me|ber|wajib|dapat|tidak)[a-z]*|[;.,]?$)"
)
_BEGINS = re.compile(r"\s*(?:\(?\w{1,3}[.)]\s+)?")
_FEWEST = 2
_WARNING: Level = "peringatan"


def outside(reading: Reading) -> Iterator[Flaw]:
    """`mahasiswa Universitas`, where the parties are Akademi and Radio; who pays is one of them."""
    yield from _word_for_none(reading)
    yield from _payer(reading)
    yield from _acts_for_another(reading)
    yield from _second_name(reading)


def _word_for_none(reading: Reading) -> Iterator[Flaw]:
    terms = [one.sebutan for one in front_of(reading).para_pihak if one.sebutan]
    terms = terms or called_in_brackets(reading)
    if len(terms) < _FEWEST or any("PIHAK" in term.upper() for term in terms):
        return
    if all(term.isupper() for term in terms):
        yield from _capitals_for_none(reading, terms)
    if any(term.isupper() for term in terms):
        return
    for excerpt in _sentences(reading):
        for match in _ALONE.finditer(excerpt.text):
            if match[1] not in terms and _is_once(reading, match[1]):
                message = f"tidak ada pihak yang disebut {match[1]}"
                saran = f"sebutan yang ditetapkan: {', '.join(terms)}"
                begin = match.start(1)
                yield excerpt.flaw(match[1], message, saran, begin)


def _sentences(reading: Reading) -> Iterator[Excerpt]:
    """Texts that are no heading, no cell and no row."""
    for excerpt in reading.excerpts:
        in_text = "\t" not in excerpt.text and not excerpt.text.isupper()
        if is_wording(excerpt.path) if reading.typed else in_text:
            yield excerpt


def _capitals_for_none(reading: Reading, terms: list[str]) -> Iterator[Flaw]:
    """`PERUSAHAAN menyediakan …`, where the parties are SEKOLAH and TEMPAT PRAKTIK."""
    first = {term.split(maxsplit=1)[0] for term in terms if " " in term}
    for excerpt in _sentences(reading):
        for match in _CAPITALS.finditer(excerpt.text):
            said = match[0]
            is_known = "PIHAK" in said or said.startswith(tuple(terms))
            goes_on = excerpt.text[match.end() :].startswith(" ")
            begins = _BEGINS.fullmatch(excerpt.text[: match.start()])
            is_subject = goes_on and begins
            is_like = said.split(maxsplit=1)[0] in first
            if is_known or not (is_subject or is_like):
                continue
            message = f"tidak ada pihak yang disebut {said}"
            saran = f"sebutan yang ditetapkan: {', '.join(terms)}"
            begin = match.start()
            yield excerpt.flaw(said, message, saran, begin)


def _is_once(reading: Reading, word: str) -> bool:
    """Whether a word with its capital stands alone only once."""
    alone = re.compile(rf"(?<!\w){word}(?![\w-]| [A-Z])")
    return sum(len(alone.findall(one.text)) for one in reading.excerpts) == 1


def _payer(reading: Reading) -> Iterator[Flaw]:
    """`ditanggung Pemerintah Kabupaten Aren`, which is no party and stands nowhere else."""
    front = front_of(reading)
    names = [
        f"{one.nama} {one.jabatan} {one.pejabat_pelaksana}" for one in front.para_pihak
    ]
    behind = set(front.behind)
    stated = [one.text for one in reading.excerpts if one not in behind]
    if not any(names) and not called_in_brackets(reading):
        return
    whole = " ".join(one.text.lower() for one in reading.excerpts)
    for excerpt in reading.excerpts:
        for match in _PAYS.finditer(excerpt.text):
            said = match[1]
            is_known = any(is_within(said, name) for name in names + stated)
            if not is_known and whole.count(said.lower()) == 1:
                message = f"{said} bukan pihak dalam naskah ini"
                saran, begin = "periksa siapa yang menanggung biayanya", match.start(1)
                yield excerpt.flaw(said, message, saran, begin)


def _acts_for_another(reading: Reading) -> Iterator[Flaw]:
    """Who signs for one city and acts for the government of the other."""
    if reading.typed is None:
        return
    para_pihak = reading.kesepakatan.para_pihak
    for i, pihak in enumerate(para_pihak):
        region = _OF_REGION.fullmatch(pihak.bertindak_atas_nama or "")
        own = f"{pihak.nama} {pihak.jabatan}"
        if not region or region[1] in own:
            continue
        others = [one for one in para_pihak if one is not pihak]
        if any(region[1] in f"{one.nama} {one.jabatan}" for one in others):
            said = pihak.bertindak_atas_nama or ""
            message = f"{said} adalah pihak lain, bukan {pihak.nama}"
            place = at("para_pihak", i, "bertindak_atas_nama")
            saran = "periksa atas nama siapa ia bertindak"
            yield Flaw(
                place,
                said,
                message,
                saran,
            )


def _second_name(reading: Reading) -> Iterator[Flaw]:
    """`selanjutnya disebut Kampus`, where the party is called Akademi already."""
    if reading.typed is None:
        return
    k = reading.kesepakatan
    known = {pihak.sebutan for pihak in k.para_pihak if pihak.sebutan}
    if len(known) < len(k.para_pihak):
        return
    known |= {k.all_sebutan, k.any_sebutan}
    first = {word for term in known if term for word in term.split()[:1]}
    for excerpt in reading.excerpts:
        if excerpt.path[0] != "kalimat":
            continue
        for match in _CALLED.finditer(excerpt.text):
            if match[1] not in first:
                message = "setiap pihak sudah bersebutan"
                saran = f"sebutan yang ditetapkan: {', '.join(sorted(known - {None}))}"
                begin = match.start(1)
                yield excerpt.flaw(match[1], message, saran, begin, _WARNING)
