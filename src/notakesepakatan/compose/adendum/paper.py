"""A path of the naskah in, the place as a person finds it on paper out."""

from collections.abc import Mapping

from notakesepakatan.place import (
    address_id,
    address_of_id,
    address_words,
    unit_words,
)

_WORDS = {
    "": "",
    "jenis": "judul naskah",
    "judul": "judul naskah",
    "kalimat.menindaklanjuti": "kalimat tindak lanjut",
    "kalimat.pembukaan": "pembukaan",
    "kalimat.penutup": "kalimat penutup",
    "kalimat.setelah_tanda_tangan": "kalimat setelah tanda tangan",
    "kalimat.sebutan_bersama": "sebutan para pihak",
    "kalimat.pertimbangan": "pengantar pertimbangan",
    "kalimat.kesepakatan": "pengantar pasal",
    "kalimat.dasar_hukum": "pengantar dasar hukum",
}
_PIHAK = {"nama": "judul naskah, nama", "nomor": "nomor", "korespondensi": "alamat"}


def paper_words(datum: str, sebutan: Mapping[str, str]) -> str:
    """ "pasal.6.ayat.2" -> "Pasal 6 ayat (2)".

    Args:
        datum: the path.
        sebutan: how each party is called, by its key.
    """
    if datum in _WORDS:
        return _WORDS[datum]
    head, *rest = datum.split(".")
    match head:
        case "lampiran":
            return _lampiran_words(datum)
        case "tanda_tangan":
            return f"tanda tangan {sebutan.get(rest[0], rest[0])}"
        case "para_pihak":
            return _pihak_words(rest, sebutan)
        case "bab":
            return f"judul BAB {rest[0]}"
        case "dasar_hukum":
            return f"dasar hukum angka {rest[0]}"
        case "pertimbangan":
            inside = address_of_id(".".join(["huruf", *rest]))
            return f"pertimbangan {address_words(inside)}"
    return address_words(address_of_id(datum))


def _lampiran_words(datum: str) -> str:
    """ "lampiran.II.3.2" -> "Lampiran II baris 3.2"; "lampiran.bagian.A" -> "Lampiran bagian A"."""
    first, *below = address_of_id(datum)
    name = address_words((first,))
    rest = datum.removeprefix(address_id((first,))).strip(".")
    if not rest:
        return name
    if rest in _IN_LAMPIRAN:
        return f"{_IN_LAMPIRAN[rest]} {name}"
    if rest.startswith("tabel."):
        row = unit_words("tabel", rest.removeprefix("tabel."))
        return f"{name} {row}"
    if rest[0].isdigit():
        return f"{name} baris {rest}"
    return address_words((first, *below))


_IN_LAMPIRAN = {
    "kepala": "kepala",
    "judul": "judul",
    "isi": "isi",
    "penutup": "penutup",
}
"""What stands in an annex beside its parts, and its words."""


def _pihak_words(steps: list[str], sebutan: Mapping[str, str]) -> str:
    """What stands below the key of a party: ["kesatu", "nomor"] -> "nomor PIHAK KESATU"."""
    key, *below = steps
    what = "pembukaan,"
    if len(below) == 1 or below[:1] == ["korespondensi"]:
        what = _PIHAK.get(below[0], what)
    return f"{what} {sebutan.get(key, key)}"
