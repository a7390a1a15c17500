"""Who stands twice, and who acts for a body that is not the party: names, NIP, seats, kuasa."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from notakesepakatan.compute.rules.front import StatedPihak, front_of
from notakesepakatan.compute.rules.lines import every_line
from notakesepakatan.compute.rules.names import (
    addresses,
    bodies,
    other_names,
    own_names,
    para_pihak,
)
from notakesepakatan.compute.rules.reading import Flaw, Level, Reading
from notakesepakatan.compute.rules.short_names import is_within
from notakesepakatan.place import Place, at

_NIP = re.compile(r"\bNIP\.? ?:? ?((?:\d[ .]?){17}\d)(?!\d)")
_BESIDE = re.compile(r"\s*(?:saksi(?:-saksi)?|mengetahui)\b[\s,:]*$", re.IGNORECASE)
_WORDS = r"((?:[A-Z][\w'-]*)(?: (?!Nomor\b)[A-Z][\w'-]*){0,4})"
_SEAT = re.compile(rf"\b(?:Gubernur|Bupati|Wali Kota|Kepala Desa|Lurah|Camat) {_WORDS}")
_OF_REGION = re.compile(
    r"Pemerintah (?:Daerah )?(?:Provinsi|Kabupaten|Kota|Desa|Kelurahan|Kecamatan) (.+)"
)
_KUASA = re.compile(
    r"\b[Ss]urat [Kk]uasa(?: [Kk]husus)?(?: dari)?"
    rf" (?:Gubernur|Bupati|Wali Kota|Kepala Desa) {_WORDS}"
)
_NAME = re.compile(r"[A-Z][A-Z'.-]+(?: [A-Z][A-Z'.-]*){1,5}")
_SARAN = "periksa salah satunya"
_FEWEST_WORDS = 3
_WARNING: Level = "peringatan"


class _Named(NamedTuple):
    """A name of a person where it stands."""

    name: str
    place: Place
    begin: int | None = None


def nips(reading: Reading) -> Iterator[Flaw]:
    """A number that no civil servant can have, or that two have."""
    yield from addresses.nips(reading)
    seen = dict[str, str]()
    for line in every_line(reading):
        for match in _NIP.finditer(line.text):
            digits = re.sub(r"\D", "", match[1])
            owner = _owner(reading, line.place, line.text[: match.start()])
            if seen.setdefault(digits, owner) != owner:
                message = "NIP ini sudah milik orang lain"
                yield line.flaw(match[1], message, _SARAN, match.start(1))


def _owner(reading: Reading, place: Place, before: str) -> str:
    """Whose a number is: in data its place, in a text of others the words before it."""
    if reading.typed:
        return str(place.path[:2])
    return before.rsplit("\t", 1)[-1].strip()


def alike(reading: Reading) -> Iterator[Flaw]:
    """Two parties with one name, office or number; one person who signs twice."""
    yield from para_pihak.alike(reading)
    yield from _one_office(reading)
    yield from _signs_twice(reading)


def _one_office(reading: Reading) -> Iterator[Flaw]:
    """One office that carries it out for two parties."""
    seen = set[str]()
    for i, pihak in enumerate(front_of(reading).para_pihak):
        office = pihak.pejabat_pelaksana
        if office in seen:
            place = at("para_pihak", i, "pejabat_pelaksana")
            message = "pejabat pelaksana ini sudah milik pihak lain"
            yield Flaw(
                place,
                office,
                message,
                _SARAN,
                tingkat=_WARNING,
            )
        if len(office.split()) > _FEWEST_WORDS:
            seen.add(office)


def _signs_twice(reading: Reading) -> Iterator[Flaw]:
    """A saksi who signs for a party too, or stands twice."""
    seen = {one.pejabat.upper() for one in front_of(reading).para_pihak if one.pejabat}
    beside = _typed_beside(reading) if reading.typed else _plain_beside(reading)
    for one in beside:
        if one.name.upper() in seen:
            message = f"{one.name} sudah menandatangani di tempat lain"
            yield Flaw(one.place, one.name, message, _SARAN, None, _WARNING, one.begin)
        seen.add(one.name.upper())


def _typed_beside(reading: Reading) -> Iterator[_Named]:
    k = reading.kesepakatan
    for i, one in enumerate(k.saksi):
        if one.nama:
            yield _Named(one.nama, at("saksi", i, "nama"))
    for i, one in enumerate(k.mengetahui):
        if one.nama:
            yield _Named(one.nama, at("mengetahui", i, "nama"))


def _plain_beside(reading: Reading) -> Iterator[_Named]:
    """Names in capitals behind the line that says Saksi, of a text of others."""
    is_beside = False
    for excerpt in front_of(reading).behind:
        if _BESIDE.match(excerpt.text):
            is_beside = True
        elif len(excerpt.text.split()) > 30:
            is_beside = False
        elif is_beside:
            for match in _NAME.finditer(excerpt.text):
                yield _Named(match[0], excerpt.place, match.start())


def of_pihak(reading: Reading) -> Iterator[Flaw]:
    """A body with one word other than the party's name: acted for, sat in, or giving kuasa."""
    yield from own_names.of_pihak(reading)
    yield from other_names.of_pihak(reading)
    yield from bodies.outside(reading)
    every = front_of(reading).para_pihak
    for i, pihak in enumerate(every):
        yield from _other_seat(i, pihak)
        yield from _other_body(i, pihak)
    yield from _kuasa_of_another(reading)


def _other_seat(i: int, pihak: StatedPihak) -> Iterator[Flaw]:
    """`Kepala Desa Sumberagung` for Pemerintah Desa Sumberarum."""
    region = _OF_REGION.fullmatch(pihak.nama)
    seat = _SEAT.search(pihak.jabatan)
    if region and seat and seat.end() == len(pihak.jabatan):
        is_same = is_within(seat[1], region[1]) or is_within(region[1], seat[1])
        if not is_same:
            yield _unlike(i, pihak, pihak.jabatan)


def _other_body(i: int, pihak: StatedPihak) -> Iterator[Flaw]:
    """`Direktur PT Bengkel Mandiri` for CV Bengkel Mandiri."""
    words = pihak.nama.lower().split()
    tail = pihak.jabatan.split()[-len(words) :]
    is_short = len(words) < _FEWEST_WORDS or len(tail) < len(words)
    if is_short or words[0] == "pemerintah":
        return
    differing = [a.lower() != b for a, b in zip(tail, words, strict=True)]
    is_longer = len(pihak.jabatan.split()) > len(words)
    is_other = differing.count(True) == 1 or _is_of_one_kind(tail, words)
    if is_longer and is_other:
        yield _unlike(i, pihak, " ".join(tail))


def _is_of_one_kind(tail: list[str], words: list[str]) -> bool:
    """`Balai Konservasi Hutan Lembah` and `Balai Wilayah Sungai Lembah`."""
    said, nama = " ".join(tail), " ".join(words)
    begins = tail[0].lower() == words[0]
    ends = tail[-1].lower() == words[-1]
    return begins and ends and not (is_within(said, nama) or is_within(nama, said))


def _unlike(i: int, pihak: StatedPihak, piece: str) -> Flaw:
    place = pihak.stated.place if pihak.stated else at("para_pihak", i, "jabatan")
    message, saran = f"nama pihaknya {pihak.nama}", "samakan namanya"
    return Flaw(
        place,
        piece,
        message,
        saran,
    )


def _kuasa_of_another(reading: Reading) -> Iterator[Flaw]:
    """A letter of authority from the head of another party."""
    every = front_of(reading).para_pihak
    for i, pihak in enumerate(every):
        for excerpt in other_names.sentences_of(reading, i, pihak):
            for match in _KUASA.finditer(excerpt.text):
                others = [one.nama for one in every if one is not pihak]
                if match[1] in pihak.nama + pihak.jabatan:
                    continue
                if any(other.endswith(f" {match[1]}") for other in others):
                    message = f"surat kuasa pihak lain, bukan {pihak.nama}"
                    saran, begin = "periksa pemberi kuasanya", match.start()
                    yield excerpt.flaw(match[0], message, saran, begin, _WARNING)
