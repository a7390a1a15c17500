"""Cells of parties, numbers, money and spans in; what they say out."""

import re

from notakesepakatan.compute.intake.days import without_remark
from notakesepakatan.words.names import fold
from notakesepakatan.words.numbers import from_roman
from notakesepakatan.words.typed import lama_meant

_OF_ITS_OWN = (
    r"(?=\s+\S)(?!\s+(?:ukm|umkm|usaha|dan|kabupaten|kota|provinsi|kab|prov"
    r"|indonesia)\b)"
)
"""Behind a word that begins the name of a body, or ends that of an office: Dinas Koperasi."""
_BODY = (
    r"(?:pemerintah|pemkab|pemkot|pemprov|pemda|kementerian|kemen\w+|kabupaten|kota|provinsi"
    r"|dinas|badan|bpjs|bnn\w*|bkkbn|bps|bpn|kpu|kejaksaan|kejari|kejati|kepolisian|polres\w*"
    r"|polda|pengadilan|kantor|balai|lembaga|komisi|universitas|univ|institut|politeknik"
    r"|sekolah|akademi|stikes|fakultas|pt|cv|ud|perum|perum(?:da\w*|nas|dam|peri)|perusda"
    rf"|pdam|bank|bpr|koperasi{_OF_ITS_OWN}"
    r"|yayasan|perkumpulan|asosiasi|ikatan|persatuan|palang|rs|rsud|rsup|rumah|puskesmas"
    rf"|klinik{_OF_ITS_OWN}|desa{_OF_ITS_OWN}(?=\s+(?-i:[A-Z]))"
    r"|kelurahan|kecamatan|tni|kodim|korem|lanal|satuan"
    r"|direktorat|sekretariat|bupati|gubernur|wali kota|walikota|menteri"
    r"|university|ministry|embassy|sm[akp]|smkn?|sman|sd|mi|mts|madrasah|pesantren"
    r"|perpustakaan nasional|arsip nasional|kanwil|kpp|kppn|kpknl|lapas|rutan|mahkamah"
    r"|ombudsman|baznas|bulog|pln|rri|tvri|basarnas|bkn|bp2mi|brin|bmkg|bpom|bpkp|bpk"
    r"|kadin|pmi|dprd|bumdes|bumd|hotel|klub|majelis"
    r"|pimpinan|dewan|stasiun|upt\w*|pengurus)"
)
_JOINED = re.compile(
    rf"\s+(?:dan|dengan|dgn?|and|with|&|serta|[-–—])\s+(?={_BODY}\b)"
    rf"|(?<!sekolah)\s*[/,]\s*(?={_BODY}\b)",
    re.IGNORECASE,
)
_WITH = re.compile(r"\s+(?:dengan|dgn?\.?|with|vs?\.?|[xX]|<>|><)\s+")
"""Stands between two parties, and never in the name of one."""
_BEGINS_AS_BODY = re.compile(rf"{_BODY}\b", re.IGNORECASE)
_REGION = r"(?:kab|prov)\.?\s|(?:kabupaten|kota|provinsi)\s"
_REGIONS = re.compile(
    rf"\s*,\s*(?:dan\s+)?(?={_REGION})|\s+(?:dan|&)\s+(?={_REGION})", re.IGNORECASE
)
_BEGINS_AS_REGION = re.compile(_REGION, re.IGNORECASE)
"""Names of regions alone, which end the name of an office where they stand behind it."""
_TWO_NAMES = re.compile(r"Kementerian [^,;/]+/(?:Badan|Kepala|Bappenas)\b[^,;/]*")
_PART = re.compile(
    r"(?:direktorat|fakultas|lembaga penelitian|balai|pusat|sekretariat|kantor wilayah"
    r"|kanwil)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?:kementerian|universitas|institut|politeknik|pemerintah|badan)\b", re.IGNORECASE
)
"""An office, and the body that it is part of, with a comma between them."""
_NUMBERED = re.compile(
    r"(?:^|\n|\s{2,}|;\s*)\s*(?:\d{1,2}|[a-z])[.)]\s+", re.IGNORECASE
)
_LISTED = re.compile(r"\s*(?:\n|;)\s*(?:[-–•*]\s*)?|^\s*[-–•*]\s+")
_NUMBERED_INLINE = re.compile(r"\s*\b(?:[1-9]|1\d)[.)]\s+(?=[A-Z])")
_NO_NUMBER = (
    "",
    "-",
    "–",
    "—",
    "0",
    "n/a",
    "na",
    "nihil",
    "belum ada",
    "tidak ada",
    "belum ada nomor",
    "tidak ada nomor",
    "belum bernomor",
    "tidak bernomor",
    "tanpa nomor",
    "null",
)
_NUMBER_PLACE = re.compile(r"^(?:nomor|no)\.?\s*[1-9]\s*:\s*(?=\S)", re.IGNORECASE)
"""Which of the parties has the number behind it: "No. 1: 12/KB/2024"."""
_NUMBER_HEAD = re.compile(
    r"^(?:nomor|no)\s*[.:]*\s+|^(?:nomor|no)[.:]+\s*", re.IGNORECASE
)
_WHOSE = r"(?!(?i:nomor|no)\b\s*[.:])(?:(?i:nomor|no)\b\.?\s+)?[A-Z][A-Za-z .]{0,30}:\s*(?=\S*\d)"
"""Names whose number stands behind it: "UM: 12/UN32/KS/2024"."""
_NUMBER_SEPARATOR = re.compile(
    r"\s*(?:\n|;)\s*|\s+(?i:dan|&)\s+|,\s+|\s+/\s+|\s+(?=(?i:nomor)\b)"
    rf"|(?<=\d)\s+(?={_WHOSE})"
)
_NAMED_OWNER = re.compile(rf"(?:^|[\s;,]){_WHOSE}")
_OWNER = re.compile(rf"^{_WHOSE}")
_ROMAN = re.compile(r"(?<![A-Za-z])([IVX]{1,4})(?![A-Za-z])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CURRENCY = re.compile(r"^(?:rp\.?|idr)\s*|\s*(?:rupiah|idr)$", re.IGNORECASE)
_IN_WORDS = re.compile(r"\s*\([a-z ]{4,200}\)$", re.IGNORECASE)
"""An amount once more in words, behind its figures."""
_BARE = re.compile(r"\d{1,3}")
_SPAN_BEGINS = re.compile(r"^(?:(?:selama|jangka waktu|berlaku)\s+)+", re.IGNORECASE)
_SINCE_SIGNED = re.compile(
    r",?\s+(?:terhitung\s+)?(?:sejak|mulai|dari)\s+(?:tanggal\s+|tgl\.?\s+|saat\s+)?"
    r"(?:di ?tanda ?tangani|penanda ?tangan|ttd)[a-z ]*$",
    re.IGNORECASE,
)


def split_pihak(text: str) -> tuple[tuple[str, ...], str]:
    """The names in a cell, and how they were told apart, in Indonesian.

    Lines, semicolons and numbers before them tell names apart; "dan" and a comma only where
    both sides begin as bodies do: "Dinas Kependudukan dan Pencatatan Sipil" is one.
    """
    text = text.strip()
    parts = _by_list(text)
    if len(parts) > 1:
        return tuple(parts), "dipisah menurut baris, titik koma, atau nomornya"
    regions = [piece.strip(" ,;") for piece in _REGIONS.split(text)]
    if len(regions) > 1 and all(map(_BEGINS_AS_REGION.match, regions)):
        return tuple(regions), "dipisah karena setiap bagian nama daerah"
    pieces = [piece.strip(" ,;") for piece in _pieces(text)]
    if len(pieces) > 1 and all(_BEGINS_AS_BODY.match(piece) for piece in pieces):
        return tuple(pieces), "dipisah karena setiap bagian bermula sebagai nama badan"
    sides = [piece.strip(" ,;") for piece in _WITH.split(text)]
    if len(sides) > 1 and _BEGINS_AS_BODY.match(sides[0]) and all(sides):
        return tuple(sides), 'dipisah karena kata "dengan" berada di antara dua pihak'
    return ((_plain(text),) if _plain(text) else ()), ""


def _pieces(text: str) -> list[str]:
    """What stands between words that may part two names."""
    # "Kementerian …/Badan …" is one body with two names.
    if _TWO_NAMES.fullmatch(text):
        return [text]
    pieces = list[str]()
    begin = 0
    for match in _JOINED.finditer(text):
        piece, behind = text[begin : match.start()], text[match.end() :]
        if match[0].strip() == "," and _PART.match(piece) and _WHOLE.match(behind):
            continue
        pieces.append(piece)
        begin = match.end()
    return [*pieces, text[begin:]]


def split_lines(text: str) -> tuple[str, ...]:
    """What a cell lists: its lines, or what stands between semicolons."""
    return tuple(_by_list(text))


def _by_list(text: str) -> list[str]:
    numbered = [part for part in _NUMBERED.split(text) if part.strip()]
    if len(numbered) == 1:
        inline = [part for part in _NUMBERED_INLINE.split(text) if part.strip()]
        starts_numbered = bool(_NUMBERED_INLINE.match(text))
        numbered = inline if starts_numbered and len(inline) > 1 else numbered
    listed = [piece for part in numbered for piece in _LISTED.split(part)]
    return [plain for piece in listed if (plain := _plain(piece))]


def _plain(text: str) -> str:
    plain = " ".join(text.split()).strip(" ,;")
    return "" if plain in ("-", "–", "—") else plain


_ALONE_IN_CAPITALS = re.compile(r",\s*(?!TBK\b)[A-Z]{3,}$")


def may_hold_more(name: str) -> bool:
    """Whether an office may stand behind a comma, or a further party: "Pemprov X, BPBD"."""
    return _ALONE_IN_CAPITALS.search(name) is not None


def numbered_parts(text: str) -> tuple[str, ...]:
    """The parts of a cell whose lines bear numbers; one where they bear none."""
    text = text.strip()
    if not _NUMBERED.match(text):
        return (text,)
    return tuple(part.strip() for part in _NUMBERED.split(text) if part.strip())


def split_nomor(text: str) -> tuple[str, ...]:
    """The numbers in a cell; none for a dash or a nought."""
    listed = numbered_parts(text)
    if len(listed) > 1:
        return tuple(one for part in listed for one in split_nomor(part))
    if fold(text.strip()) in _NO_NUMBER:
        return ()
    pieces = _NUMBER_SEPARATOR.split(_without_head(text))
    plain = [_plain_number(piece) for piece in pieces]
    numbers = [piece for piece in plain if fold(piece) not in _NO_NUMBER]
    # What has no digit but those of a year is no number of its own:
    # "12/PKS/DINAS A dan B/2024".
    if not all(re.search(r"\d", _YEAR.sub("", number)) for number in numbers):
        return (" ".join(_without_head(text).split()),)
    return tuple(numbers)


def _plain_number(text: str) -> str:
    bare = _OWNER.sub("", _without_head(text))
    return " ".join(_NUMBER_HEAD.sub("", bare).split())


def _without_head(text: str) -> str:
    """A number without the word before it: "Nomor: …", "No. 2: …"."""
    return _NUMBER_HEAD.sub("", _NUMBER_PLACE.sub("", text.strip()))


def names_whose(text: str) -> bool:
    """Whether a cell of numbers says whose each is: "UM: 12/KS/2024; Mitra: 3/B/2024"."""
    return _NAMED_OWNER.search(text) is not None


def month_of_nomor(nomor: str) -> int | None:
    """The month that a number names in Roman figures: "12/PKS/III/2024" -> 3.

    None where no part of it is one, or several are.
    """
    parts = [part.strip() for part in re.split(r"[/.\-\s]", nomor)]
    months = {
        number
        for part in parts
        if _ROMAN.fullmatch(part) and (number := _roman(part)) and number <= 12
    }
    return months.pop() if len(months) == 1 else None


def _roman(text: str) -> int | None:
    try:
        return from_roman(text)
    except (ValueError, KeyError):
        return None


def year_of_nomor(nomor: str) -> int | None:
    """The year that a number names; None where none or several are."""
    years = {int(year) for year in _YEAR.findall(nomor)}
    return years.pop() if len(years) == 1 else None


def rupiah_of(text: str) -> int | None:
    """The whole rupiah of "Rp1.500.000.000,-", "1500000000", "0,00"; None for no amount."""
    figures = _IN_WORDS.sub("", text.strip())
    plain = _CURRENCY.sub("", figures).replace(" ", "")
    plain = re.sub(r"(?:,-|\.-|,0{1,2}-?|-)$", "", plain)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+|\d{1,15}", plain):
        return int(plain.replace(".", ""))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.0{1,2})?", plain):
        return int(plain.partition(".")[0].replace(",", ""))
    if re.fullmatch(r"\d{1,15}\.0|\d{4,15}\.00", plain):
        return int(plain.partition(".")[0])
    return None


def span_of(text: str, unit: str = "") -> str | None:
    """The span of "5 (lima) tahun", "36 bulan"; None where it says none.

    Args:
        text: the cell.
        unit: of a bare number; empty where nothing says which.
    """
    plain = " ".join(text.split())
    if _BARE.fullmatch(plain):
        return f"{int(plain)} {unit}" if unit and int(plain) else None
    bare = _SINCE_SIGNED.sub("", _SPAN_BEGINS.sub("", without_remark(plain)))
    for words in (plain, bare):
        words = re.sub(r"\byears?\b", "tahun", words, flags=re.IGNORECASE)
        words = re.sub(r"\bmonths?\b", "bulan", words, flags=re.IGNORECASE)
        found = lama_meant(words)
        if found:
            return found
    return None


def is_bare(text: str) -> bool:
    """Whether a cell is a number without a unit."""
    return bool(_BARE.fullmatch(text.strip())) and text.strip() != "0"
