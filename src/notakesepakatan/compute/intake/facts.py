"""An agreement of a register in, the data of its file out: `cakupan: data_pokok`."""

import re
from typing import Any

from notakesepakatan.compute.intake.lines import Line
from notakesepakatan.model.jangka_waktu import ENDLESS, UNKNOWN
from notakesepakatan.words.tanggal import tanggal_long

_LIKE_NOMOR = re.compile(r"\S*\d\S*/\S+")
_SINGLE = ("skema", "tempat_naskah", "status_tercatat")


def facts_of_line(line: Line, file: str, induk: str = "") -> dict[str, Any]:
    """The data of an agreement of which only facts are known.

    Args:
        line: what the register says.
        file: name of the register.
        induk: slug of its parent, where that is in the workspace.
    """
    pihak, more_numbers = _pihak(line)
    data: dict[str, Any] = {
        "cakupan": "data_pokok",
        "jenis": line.jenis,
        "judul": _judul(line.judul),
    }
    if line.signed:
        data["penandatanganan"] = {"tanggal": line.signed.isoformat()}
    data["para_pihak"] = pihak
    if line.induk:
        data["induk"] = _induk(line.induk, induk)
    data["jangka_waktu"] = term_words(line)
    data["pencatatan"] = _kept(line, file, more_numbers)
    return data


def _judul(judul: str) -> str:
    """The title without the word before it and the full stop behind it."""
    plain = re.sub(r"^tentang\s+", "", judul.strip(), flags=re.IGNORECASE)
    return plain.rstrip(". ") or judul


def _pihak(line: Line) -> tuple[list[dict[str, Any]], list[str]]:
    """The parties with their numbers, and the numbers that are more than they."""
    pihak: list[dict[str, Any]] = [{"nama": name} for name in line.pihak]
    for one, nomor in zip(pihak, line.nomor, strict=False):
        one["nomor"] = nomor
    return pihak, list(line.nomor[len(pihak) :])


def _induk(text: str, slug: str) -> dict[str, Any]:
    if slug:
        return {"kesepakatan": slug}
    plain = " ".join(text.split())
    return {"nomor": plain} if _LIKE_NOMOR.fullmatch(plain) else {"judul": plain}


def term_words(line: Line) -> str:
    """Its term as the file says it."""
    since = f" sejak {tanggal_long(line.begin)}" if line.begin else ""
    if line.end:
        first = f"{tanggal_long(line.begin)} " if line.begin else ""
        return f"{first}sampai dengan {tanggal_long(line.end)}"
    if line.endless:
        return ENDLESS + since
    return (line.span or UNKNOWN) + since


def _kept(line: Line, file: str, more_numbers: list[str]) -> dict[str, Any]:
    """What the register says beside the facts of the text."""
    kept: dict[str, Any] = {}
    for key, texts in line.register.items():
        kept[key] = (
            " ".join(texts) if key in _SINGLE or len(texts) == 1 else list(texts)
        )
    if line.nilai is not None:
        kept["nilai"] = str(line.nilai)
    others = dict(line.others)
    if more_numbers:
        others["Nomor lain"] = "; ".join(more_numbers)
    kept["asal"] = _lines([_origin(file, row.sheet, row.number) for row in line.rows])
    if others:
        kept["lainnya"] = others
    return kept


def _origin(file: str, sheet: str, number: int) -> str:
    of_sheet = f", lembar {sheet}" if sheet else ""
    return f"{file}{of_sheet}, baris {number}"


def _lines(texts: list[str]) -> str | list[str]:
    return texts[0] if len(texts) == 1 else texts
