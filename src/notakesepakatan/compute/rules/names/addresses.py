"""Addresses: of mail, telephones, postcodes, and a seat that is written twice."""

import re
from collections.abc import Iterator
from datetime import date

from notakesepakatan.compute.rules.likeness import like
from notakesepakatan.compute.rules.lines import every_line
from notakesepakatan.compute.rules.reading import BLANK, Flaw, Reading
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.place import DataPath, Place, at

_MAIL = re.compile(r"[^@\s,;]+@[\w-]+(?:\.[\w-]+)+")
_MAIL_LINE = re.compile(
    r"(?:[Ee]-?[Mm]ail|[Ss]urel|[Pp]os-?[Ee]l)\s*:\s*(\S{1,200}?)[.;]?\s*$"
)
_PHONE_LINE = re.compile(
    r"(?:[Tt]elepon|[Tt]elp\.?|[Ff]aks?(?:imile)?\.?)\s*:\s*(\S[^:]{0,60}?)[.;]?\s*$"
)
_POSTCODE_IN_TEXT = re.compile(r"\b[Kk]ode [Pp]os\s*:?\s*(\w{1,12})\b")
"""Lines of a text of others that say one of these, which is their group."""
_PHONE = re.compile(r"\(?\+?\d[\d ()/.,-]{5,}")
_POSTCODE = re.compile(r"\d{5}")
_NIP = re.compile(r"\bNIP\.? ?:? ?(\d{6,8}(?: ?\d{1,6}){2,6})(?!\d)")
_DIGITS_OF_NIP = 18
_YOUNGEST = 15
"""Years; nobody is appointed younger."""
_SEAT = re.compile(
    r"\b(?:berkedudukan|beralamat|berkantor) di ([^;:]{5,150}?)"
    r"(?=,? (?:yang|dalam hal|berdasarkan|bertindak|untuk|selanjutnya|sah)\b)"
)
_STREET = re.compile(
    r"\s*(?:[Aa]lamat\s*:\s*)?((?:Jalan|Jl\.|Kompleks|Kawasan|Gedung) [^;:]{5,150})$"
)
_POSTCODE_BEHIND = re.compile(r",? [Kk]ode [Pp]os\b.*$")
_NAME = r"[A-Z][\w-]+(?: [A-Z][\w-]+)*"
_REGION_OF_PIHAK = re.compile(rf"Pemerintah (?:Daerah )?(?:Kabupaten|Kota) ({_NAME})")
_REGION = re.compile(rf"(?:^|, )((?:Kabupaten|Kota) ({_NAME}))")
_NUMBER = re.compile(r"\d+")
_ALIKE = 0.8
_MOST = 40
"""Seats and addresses of a text that are held against each other."""


def mails(reading: Reading) -> Iterator[Flaw]:
    """An e-mail address has its @ and its dots."""
    saran = "periksa, mis. nama@contoh.go.id"
    for place, value in _said(reading, "email", _MAIL_LINE):
        if not _MAIL.fullmatch(value):
            yield Flaw(
                place,
                value,
                "alamat surel tidak sah",
                saran,
            )


def phones(reading: Reading) -> Iterator[Flaw]:
    """A telephone number is digits."""
    saran = "periksa, mis. (021) 1234567"
    for name in ("telepon", "faksimile"):
        for place, value in _said(reading, name, _PHONE_LINE):
            if not _PHONE.fullmatch(value):
                yield Flaw(
                    place,
                    value,
                    "nomor telepon tidak lazim",
                    saran,
                )


def nips(reading: Reading) -> Iterator[Flaw]:
    """The number of a civil servant: eight digits of birth, six of entry, sex, three in order."""
    for line in every_line(reading):
        for match in _NIP.finditer(line.text):
            wrong = _wrong_nip(re.sub(r"\D", "", match[1]))
            if wrong:
                begin, saran = match.start(1), "periksa NIP-nya"
                yield line.flaw(match[1], f"NIP {wrong}", saran, begin)


def _wrong_nip(digits: str) -> str:
    """What cannot be of a number; empty where all can."""
    if len(digits) != _DIGITS_OF_NIP:
        return f"{len(digits)} angka, bukan {_DIGITS_OF_NIP}"
    if not _is_day(digits[:8]):
        return f"dengan hari lahir {digits[6:8]}-{digits[4:6]}-{digits[:4]}, yang tidak ada"
    if not _is_day(f"{digits[8:14]}01"):
        return f"dengan bulan pengangkatan {digits[12:14]}, yang tidak ada"
    born, appointed = int(digits[:4]), int(digits[8:12])
    if appointed < born + _YOUNGEST:
        return f"dengan pengangkatan tahun {appointed}, padahal lahir tahun {born}"
    return "" if digits[14] in "12" else "dengan angka ke-15 yang bukan 1 atau 2"


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def postcodes(reading: Reading) -> Iterator[Flaw]:
    """A postcode has five digits."""
    for place, value in _said(reading, "kode_pos", _POSTCODE_IN_TEXT):
        if not _POSTCODE.fullmatch(value):
            yield Flaw(
                place,
                value,
                "kode pos bukan lima angka",
                "periksa kode posnya",
            )


def _said(
    reading: Reading, name: str, line: re.Pattern[str]
) -> Iterator[tuple[Place, str]]:
    """The places of one kind of contact and what stands there, of others line by line."""
    if reading.typed is None:
        for excerpt in reading.excerpts:
            match = line.search(excerpt.text)
            if match and not BLANK.search(match[1]):
                yield excerpt.place, match[1]
        return
    for i, pihak in enumerate(reading.kesepakatan.para_pihak):
        for j, address in enumerate(pihak.korespondensi):
            value = getattr(address, name)
            if value:
                yield at("para_pihak", i, "korespondensi", j, name), value


def written_twice(reading: Reading) -> Iterator[Flaw]:
    """A party's seat and its address for letters, nearly the same and not the same."""
    if reading.typed is None:
        yield from _in_text(reading)
        return
    for i, pihak in enumerate(reading.kesepakatan.para_pihak):
        seat = pihak.kedudukan or ""
        yield from _in_other_region(i, pihak)
        for j, address in enumerate(pihak.korespondensi):
            alamat = address.alamat or ""
            if _is_nearly(alamat, seat):
                place = at("para_pihak", i, "korespondensi", j, "alamat")
                yield _differing(place, alamat, seat)
                if _differs_in_number(alamat, seat):
                    own = at("para_pihak", i, "kedudukan")
                    yield _differing_seat(own, seat, alamat)


def _in_other_region(i: int, pihak: Pihak) -> Iterator[Flaw]:
    """An address in Kabupaten Suralaya, of a party that is of Kabupaten Aren alone.

    A regency may have its offices in the city of its name, and a firm wherever it likes.
    """
    own = _REGION_OF_PIHAK.match(pihak.nama)
    if own is None:
        return
    addresses: list[tuple[DataPath, str]] = [(("kedudukan",), pihak.kedudukan or "")]
    addresses += [
        (("korespondensi", j, "alamat"), one.alamat or "")
        for j, one in enumerate(pihak.korespondensi)
    ]
    for path, address in addresses:
        for match in _REGION.finditer(address):
            if not match[2].startswith(own[1]):
                place = at("para_pihak", i, *path)
                message = f"wilayah lain dari pihaknya, {pihak.nama}"
                yield Flaw(place, match[1], message, "periksa alamatnya")


def _in_text(reading: Reading) -> Iterator[Flaw]:
    """The same of a text of others: lines that are addresses, against the seats it says."""
    stated = [
        (excerpt, match[1].strip(" ,"))
        for excerpt in reading.excerpts
        for match in _SEAT.finditer(excerpt.text)
    ][:_MOST]
    seats = [seat for _, seat in stated]
    lines = [(one, _STREET.match(one.text)) for one in reading.excerpts if seats]
    streets = [(one, match[1]) for one, match in lines if match][:_MOST]
    for excerpt, street in streets:
        alamat = _POSTCODE_BEHIND.sub("", street).strip(" ,.")
        near = [
            seat
            for seat in seats
            if _street(seat) == _street(alamat) and _is_nearly(alamat, seat)
        ]
        if near and alamat not in seats:
            yield _differing(excerpt.place, alamat, near[0])
            for own, seat in stated:
                if seat == near[0] and _differs_in_number(alamat, seat):
                    yield _differing_seat(own.place, seat, alamat)


def _is_nearly(alamat: str, seat: str) -> bool:
    """Whether two addresses mean one place, and one of them is written otherwise."""
    if not alamat or alamat == seat:
        return False
    return like(alamat, seat, _ALIKE) >= _ALIKE or _has_other_number(alamat, seat)


def _street(address: str) -> str:
    """What stands before its first number."""
    return _NUMBER.split(address, maxsplit=1)[0]


def _has_other_number(one: str, other: str) -> bool:
    """`Kav. 52 Pancoran, Jakarta` and `Kav. 25, Jakarta`: one street, another number."""
    first, second = _NUMBER.search(one), _NUMBER.search(other)
    if not first or not second or first[0] == second[0]:
        return False
    is_one_town = one.rsplit(maxsplit=1)[-1] == other.rsplit(maxsplit=1)[-1]
    return is_one_town and _street(one) == _street(other) != ""


def _differs_in_number(one: str, other: str) -> bool:
    """Whether they have other figures, so that either may be the wrong one."""
    return _NUMBER.findall(one) != _NUMBER.findall(other)


def _differing_seat(place: Place, seat: str, alamat: str) -> Flaw:
    message = f"nomor kedudukan lain daripada alamat surat, {alamat}"
    return Flaw(
        place,
        seat,
        message,
        "periksa mana yang benar",
    )


def _differing(place: Place, alamat: str, seat: str) -> Flaw:
    message = f"alamat berbeda tipis dari kedudukan, {seat}"
    return Flaw(
        place,
        alamat,
        message,
        "samakan keduanya",
    )
