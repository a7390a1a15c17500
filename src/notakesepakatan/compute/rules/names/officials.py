"""What stands below and beside the names of officials: ranks of civil servants, degrees."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.lines import Line, every_line, is_typed_there
from notakesepakatan.compute.rules.reading import Flaw, Level, Reading

_GRADES = {
    "Juru": ("Muda", "Muda Tingkat I", "", "Tingkat I"),
    "Pengatur": ("Muda", "Muda Tingkat I", "", "Tingkat I"),
    "Penata": ("Muda", "Muda Tingkat I", "", "Tingkat I"),
    "Pembina": ("", "Tingkat I", "Utama Muda", "Utama Madya", "Utama"),
}
"""The ranks of civil servants, lowest first."""
_ROMANS = ("I", "II", "III", "IV")
_RANKS = {
    f"{kind} {grade}".strip().lower(): f"{roman}/{letter}"
    for roman, (kind, grades) in zip(_ROMANS, _GRADES.items(), strict=True)
    for letter, grade in zip("abcde", grades, strict=False)
}
_WORD = r"(?:Muda|Madya|Utama|Tingkat|Tk\.?|I|1)"
_RANK = rf"(?P<rank>(?:{'|'.join(_GRADES)})(?: {_WORD}(?![\w.]))*)"
_GRADE = r"(?P<grade>[IVX]{1,4} ?/ ?[a-fA-F])"
_WITH_GRADE = re.compile(
    rf"\b{_RANK},? ?(?:\(|/|- |– )?(?:gol(?:ongan|\.)? ?(?:ruang )?)?{_GRADE}(?![\w/])\)?",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?:^|\t|\b[A-Z][A-Za-z.']{{1,30}} ){_RANK}(?=,? NIP\b|\s*[,;.]?\s*$|\t)"
)
_FEWEST_WORDS = 2
_FRONT = re.compile(
    r"(?:^|\t|: |\boleh )(?P<piece>(?P<title>Drs|Dra|Ir|Prof|Dr|dr|drg|drh)"
    r" (?=[A-Z][A-Za-z.']+))(?! Soe)"
)
_ACTING = re.compile(r"(?<![\w.])(?P<short>PLT|PLH|PJS|Plt|Plh|Pjs|Pj) (?=[A-Z][a-z])")
_DEGREE = r"(?:[SM]\.(?!A\.)[A-Z][A-Za-z]{0,5}\.|A\.Md\.|Ph\.D\.?|Sp\.[A-Z]{1,3}\.?)"
_ENDS = r"(?=\s*(?:[,;:\t]|$)| :| (?:Pembina|Penata|NIP|selaku|sebagai)\b)"
_WITHOUT_COMMA = re.compile(
    rf"\b(?P<piece>[A-Z][A-Za-z']{{2,}} (?P<degree>{_DEGREE})){_ENDS}"
)
_CLOSED = ("SH", "SE", "MH", "ST", "MM", "MT", "SIP", "SKom", "MKn", "SSos", "STP")
_WITHOUT_STOPS = re.compile(
    r"\b[A-Z][A-Za-z'.]{1,30}(?: [A-Z][A-Za-z'.]{1,30}){0,8},"
    rf"(?: {_DEGREE},){{0,5}} (?P<piece>(?P<degree>{'|'.join(_CLOSED)})\.?){_ENDS}"
)
_REMARK: Level = "catatan"


def ranks(reading: Reading) -> Iterator[Flaw]:
    """`Pembina Utama Muda (VI/c)`, `Pembina Muda Utama`."""
    for line in every_line(reading):
        found = set[int]()
        for match in _WITH_GRADE.finditer(line.text):
            found.add(match.start("rank"))
            yield from _wrong_grade(line, match)
        for match in _ALONE.finditer(line.text):
            rank = match["rank"]
            is_long = len(rank.split()) >= _FEWEST_WORDS
            begin = match.start("rank")
            if is_long and _plain(rank) not in _RANKS and begin not in found:
                message = f'tidak ada pangkat "{rank}"'
                yield line.flaw(rank, message, "periksa pangkatnya", begin)


def _wrong_grade(line: Line, match: re.Match[str]) -> Iterator[Flaw]:
    right = _RANKS.get(_plain(match["rank"]))
    roman, letter = match["grade"].replace(" ", "").split("/")
    written = f"{roman.upper()}/{letter.lower()}"
    begin = match.start("rank")
    piece = line.text[begin : match.end()]
    if right is None:
        message = f'tidak ada pangkat "{match["rank"]}"'
        yield line.flaw(piece, message, "periksa pangkatnya", begin)
    elif written != right:
        message = f"{match['rank']} bergolongan {right}, bukan {match['grade']}"
        yield line.flaw(piece, message, "periksa pangkat dan golongannya", begin)


def _plain(rank: str) -> str:
    """A rank in small letters, its `Tingkat I` written out."""
    plain = re.sub(r"\btk\.? ?", "tingkat ", rank.lower())
    return re.sub(r"\btingkat 1\b", "tingkat i", plain).strip()


def degrees(reading: Reading) -> Iterator[Flaw]:
    """`Drs HENDRA` without its stop, `RATNA DEWI M.Keb.` without a comma, `SARI, SH.`."""
    for line in every_line(reading):
        if reading.typed and not _may_name(line):
            continue
        for flaw in _degrees_in(line):
            if is_typed_there(reading, flaw):
                yield flaw


def _degrees_in(line: Line) -> Iterator[Flaw]:
    for match in _FRONT.finditer(line.text):
        title = match["title"]
        message, saran = f'singkatan "{title}" tanpa titik', f"tulis {title}."
        yield line.flaw(title, message, saran, match.start("piece"), _REMARK)
    for match in _ACTING.finditer(line.text):
        right = f"{match['short'].capitalize()}."
        message, saran = f'"{match["short"]}" disingkat {right}', f"tulis {right}"
        yield line.flaw(match["short"], message, saran, match.start(), _REMARK)
    for match in _WITHOUT_COMMA.finditer(line.text):
        message = f"tanpa koma di depan {match['degree']}"
        saran = "tulis koma di antara nama dan gelarnya"
        begin, piece = match.start("piece"), match["piece"]
        yield line.flaw(piece, message, saran, begin, _REMARK)
    for match in _WITHOUT_STOPS.finditer(line.text):
        message = f'gelar "{match["degree"]}" ditulis dengan titik'
        saran = "tulis titik di belakang tiap singkatannya, mis. S.H."
        begin, piece = match.start("piece"), match["piece"]
        yield line.flaw(piece, message, saran, begin, _REMARK)


def _may_name(line: Line) -> bool:
    """Whether a line of ours may have the name of a person."""
    return line.path[0] in ("para_pihak", "saksi", "mengetahui", "lampiran", "kalimat")
