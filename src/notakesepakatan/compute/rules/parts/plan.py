"""The table of a Rencana Kerja in a text of others, where its columns are parted by tabs."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from notakesepakatan.compute.rules.reading import (
    STAND_INS,
    Excerpt,
    Flaw,
    Level,
    Reading,
)

_HEADS = {"lokasi": "lokasi", "tahun": "tahun", "tugas": "tugas"}
"""How the heads of columns begin, in small letters, with what is asked of them."""
_FEWEST = 5
"""Columns of such a table."""
_REGION = re.compile(r"\b(?:Kabupaten|Kota|Provinsi) (?P<place>[A-Z]\w+(?: [A-Z]\w+)*)")
_MONEY = re.compile(r"^\s*(?:APBN|APBD|APBDes|Anggaran Pendapatan)\b")
_MOSTLY = 3
"""Rows of one region, beside which another is odd."""
_YEARS_OF_TERM = re.compile(r"\bTahun \([Ss]e\w+ [Jj]angka [Ww]aktu\)")
_TERM = re.compile(
    r"\b(?:[Jj]angka waktu|berlaku)\b[^.;]{0,80}?"
    r"(?P<span>(?P<years>\d{1,2}) \([a-z ]{3,20}\) tahun)\b[^.;]{0,60}\bsejak\b"
)
_WARNING: Level = "peringatan"


def empty_cells(reading: Reading) -> Iterator[Flaw]:
    """A row without a place, a year or a duty, in a table that has columns for them."""
    columns: Mapping[str, range] = {}
    width = 0
    for excerpt in reading.excerpts:
        cells = [cell.strip() for cell in excerpt.text.split("\t")]
        if len(cells) < _FEWEST:
            continue
        found = _columns(cells)
        if len(found) > 1:
            columns, width = found, len(cells)
        elif columns and len(cells) == width and _is_row(cells):
            yield from _empty(excerpt, cells, columns)


def _columns(cells: Sequence[str]) -> dict[str, range]:
    """The columns of each head, which goes on over the empty cells behind it."""
    begins = [i for i, cell in enumerate(cells) if cell]
    ends = [*begins[1:], len(cells)]
    result = dict[str, range]()
    for begin, end in zip(begins, ends, strict=True):
        for head, what in _HEADS.items():
            if cells[begin].lower().startswith(head):
                result[what] = range(begin, end)
    return result


def _is_row(cells: Sequence[str]) -> bool:
    """Whether it is no second line of the head, whose first cells are empty."""
    said = [cell for cell in cells[:4] if cell]
    return len(said) > 1


def _empty(
    excerpt: Excerpt, cells: Sequence[str], columns: Mapping[str, range]
) -> Iterator[Flaw]:
    asked = [cells[i] for what in ("tahun", "tugas") for i in columns.get(what, ())]
    if not any(asked):
        return  # the heading of the rows below it
    for what, places in columns.items():
        said = [cells[i] for i in places if cells[i] and cells[i] not in STAND_INS]
        if not said:
            piece = next(cell for cell in cells[1:] if len(cell) > 2)
            message = f"{what} kosong pada baris ini"
            yield excerpt.flaw(
                piece,
                message,
                f"isi {what}nya",
            )


def other_places(reading: Reading) -> Iterator[Flaw]:
    """A place in a region that the text names nowhere else; money where a place should stand."""
    cells = list(_cells_of(reading, "lokasi"))
    regions = Counter(match[0] for _, cell in cells for match in _REGION.finditer(cell))
    usual, many = next(iter(regions.most_common(1)), ("", 0))
    whole = "\n".join(excerpt.text.lower() for excerpt in reading.excerpts)
    for excerpt, cell in cells:
        if _MONEY.search(cell):
            message = "sumber dana pada kolom lokasi"
            yield excerpt.flaw(
                cell,
                message,
                "periksa kolomnya",
                tingkat=_WARNING,
            )
        for match in _REGION.finditer(cell) if many >= _MOSTLY else ():
            name = match[0].lower()
            is_alone = whole.count(name) == 1 and usual not in cell
            if is_alone and whole.count(match["place"].lower()) == 1:
                message = f"hanya disebut di sini; baris lain {usual}"
                yield excerpt.flaw(
                    match[0],
                    message,
                    "periksa lokasinya",
                    tingkat=_WARNING,
                )


def _cells_of(reading: Reading, what: str) -> Iterator[tuple[Excerpt, str]]:
    """The cells of a column of the Rencana Kerja, each with the text it stands in."""
    columns: Mapping[str, range] = {}
    width = 0
    for excerpt in reading.excerpts:
        if excerpt.path[-1] == what:
            yield excerpt, excerpt.text
            continue
        cells = [cell.strip() for cell in excerpt.text.split("\t")]
        found = _columns(cells) if len(cells) >= _FEWEST else {}
        if len(found) > 1:
            columns, width = found, len(cells)
        elif what in columns and len(cells) == width:
            yield excerpt, " ".join(cells[i] for i in columns[what]).strip()


def other_years(reading: Reading) -> Iterator[Flaw]:
    """As many columns for years as the term of a text of others has."""
    heads = [one for one in reading.excerpts if _YEARS_OF_TERM.search(one.text)]
    terms = [(one, _TERM.search(one.text)) for one in reading.excerpts]
    said = [(one, match) for one, match in terms if match]
    if reading.typed is not None or len(said) != 1 or not heads:
        return
    columns = _columns([cell.strip() for cell in heads[0].text.split("\t")])
    many = len(columns.get("tahun", ()))
    excerpt, match = said[0]
    if match and many > 1 and many != int(match["years"]):
        message = (
            f"rencana kerjanya {many} tahun, jangka waktunya {match['years']} tahun"
        )
        head = heads[0].text.split("\t")[columns["tahun"].start].strip()
        saran = "samakan jangka waktu dan kolom tahunnya"
        yield excerpt.flaw(match["span"], message, saran, match.start("span"), _WARNING)
        yield heads[0].flaw(
            head,
            message,
            saran,
            tingkat=_WARNING,
        )
