"""A law as a text cites it in, its parts out; the same words come of both, or it stays a text."""

import re
from collections.abc import Mapping
from typing import Any

_LEMBARAN = {
    "LN": "Lembaran Negara Republik Indonesia",
    "BN": "Berita Negara Republik Indonesia",
    "LD": "Lembaran Daerah",
    "BD": "Berita Daerah",
}
_LAW = re.compile(
    r"(?P<jenis>\S.*?) Nomor (?P<nomor>\S+) Tahun (?P<tahun>\d{4}) tentang "
    r"(?P<tentang>[^()]+?)(?: \((?P<lembaran>[^()]+)\))?"
)
_IN = re.compile(
    r"(?P<nama>(?:Lembaran|Berita) (?:Negara Republik Indonesia|Daerah)(?P<daerah>.*?)) "
    r"Tahun (?P<tahun>\d{4}) Nomor (?P<nomor>\S+?)"
    r"(?:, Tambahan (?P=nama) Nomor (?P<tambahan>\S+))?"
)
_CHANGED = re.compile(r"(?P<frasa>,? ?sebagaimana (?:telah )?.*?\bdengan) (?=[A-Z])")
_USUAL_PHRASE = "sebagaimana telah diubah dengan"


def read_law(text: str) -> dict[str, Any] | str:
    """A law by its parts where they print as the same words; else the text."""
    made = _parts(text)
    return made if made and printed(made) == text else text


def _parts(text: str) -> dict[str, Any]:
    changed = _CHANGED.search(text)
    if not changed:
        return _one(text)
    base = _one(text[: changed.start()].strip())
    others = [_one(part) for part in _changes(text[changed.end() :])]
    if not base or not all(others):
        return {}
    frasa = changed["frasa"].strip()
    if frasa != _USUAL_PHRASE:
        base["frasa"] = frasa
    return {**base, "perubahan": others}


def _changes(text: str) -> list[str]:
    """Several laws with commas and a last "dan" between them."""
    parts = re.split(r"(?<=\)), (?=[A-Z])|(?<=\)) dan (?=[A-Z])", text)
    return [part.strip() for part in parts]


def _one(text: str) -> dict[str, Any]:
    match = _LAW.fullmatch(text)
    if not match:
        return {}
    made: dict[str, Any] = {
        key: match[key] for key in ("jenis", "nomor", "tahun", "tentang")
    }
    if match["lembaran"]:
        lembaran = _lembaran(match["lembaran"])
        if not lembaran:
            return {}
        made["lembaran"] = lembaran
    return made


def _lembaran(text: str) -> dict[str, str]:
    match = _IN.fullmatch(text)
    if not match:
        return {}
    kinds = [kind for kind, name in _LEMBARAN.items() if match["nama"].startswith(name)]
    made = {
        "jenis": kinds[0],
        "daerah": match["daerah"].strip(),
        "tahun": match["tahun"],
        "nomor": match["nomor"],
        "tambahan": match["tambahan"] or "",
    }
    return {key: value for key, value in made.items() if value}


def printed(law: Mapping[str, Any]) -> str:
    """The law as the template prints it, without the mark at its end."""
    text = _printed_one(law)
    others = law.get("perubahan", [])
    frasa = law.get("frasa", _USUAL_PHRASE)
    for i, other in enumerate(others):
        if i == 0:
            space = "" if frasa.startswith(",") else " "
            link = f"{space}{frasa} "
        else:
            link = " dan " if i == len(others) - 1 else ", "
        text += link + _printed_one(other)
    return text


def _printed_one(law: Mapping[str, Any]) -> str:
    text = f"{law['jenis']} Nomor {law['nomor']} Tahun {law['tahun']} tentang {law['tentang']}"
    lembaran = law.get("lembaran")
    if not lembaran:
        return text
    daerah = lembaran.get("daerah", "")
    name = f"{_LEMBARAN[lembaran['jenis']]} {daerah}".strip()
    where = f"{name} Tahun {lembaran['tahun']} Nomor {lembaran['nomor']}"
    if lembaran.get("tambahan"):
        where += f", Tambahan {name} Nomor {lembaran['tambahan']}"
    return f"{text} ({where})"
