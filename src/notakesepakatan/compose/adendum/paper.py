"""A path of the naskah in, the place as a person finds it on paper out."""

from collections.abc import Mapping

from notakesepakatan.compose.adendum.speech import IN_INDONESIAN, Speech
from notakesepakatan.place import address_id, address_of_id

_WORDS = {
    "": "",
    "jenis": "judul naskah",
    "judul": "judul naskah",
    "tanda_tangan": "tanda tangan",
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


def paper_words(
    datum: str, sebutan: Mapping[str, str], speech: Speech = IN_INDONESIAN
) -> str:
    """ "pasal.6.ayat.2" -> "Pasal 6 ayat (2)".

    Args:
        datum: the path.
        sebutan: how each party is called, by its key.
        speech: the language.
    """
    if datum in _WORDS:
        return speech.say(_WORDS[datum])
    head, *rest = datum.split(".")
    match head:
        case "lampiran":
            return _lampiran_words(datum, speech)
        case "tanda_tangan":
            pihak = sebutan.get(rest[0], rest[0])
            return speech.say("tanda tangan {pihak}", pihak=pihak)
        case "para_pihak":
            return _pihak_words(rest, sebutan, speech)
        case "bab" | "judul_bagian" | "judul_paragraf":
            return speech.say("judul {kepala}", kepala=speech.words.head(head, rest[0]))
        case "dasar_hukum":
            return _listed_words("dasar hukum", ("angka", rest[0]), speech=speech)
        case "pertimbangan":
            inside = address_of_id(".".join(["huruf", *rest]))
            return _listed_words("pertimbangan", *inside, speech=speech)
    return speech.words.address(address_of_id(datum))


def _listed_words(name: str, *address: tuple[str, str], speech: Speech) -> str:
    """An item of a list that stands before the pasal: "dasar hukum angka 3"."""
    return speech.say(
        "{besar} {kecil}",
        besar=speech.container(name),
        kecil=speech.words.address(address),
    )


def _lampiran_words(datum: str, speech: Speech) -> str:
    """ "lampiran.II.3.2" -> "Lampiran II baris 3.2"; "lampiran.bagian.A" -> "Lampiran bagian A"."""
    first, *below = address_of_id(datum)
    name = speech.words.address((first,))
    rest = datum.removeprefix(address_id((first,))).strip(".")
    if not rest:
        return name
    if rest in _IN_LAMPIRAN:
        return speech.inside(speech.say(_IN_LAMPIRAN[rest]), name)
    if rest.startswith("tabel."):
        row = speech.words.unit("tabel", rest.removeprefix("tabel."))
        return f"{name} {row}"
    if rest[0].isdigit():
        return f"{name} {speech.words.unit('baris', rest)}"
    return speech.words.address((first, *below))


_IN_LAMPIRAN = {
    "kepala": "kepala",
    "judul": "judul",
    "isi": "isi",
    "penutup": "penutup",
}
"""What stands in an annex beside its parts, and its words."""


def _pihak_words(steps: list[str], sebutan: Mapping[str, str], speech: Speech) -> str:
    """What stands below the key of a party: ["kesatu", "nomor"] -> "nomor PIHAK KESATU"."""
    key, *below = steps
    what = "pembukaan,"
    if len(below) == 1 or below[:1] == ["korespondensi"]:
        what = _PIHAK.get(below[0], what)
    return f"{speech.say(what)} {sebutan.get(key, key)}"
