"""Items for what has no address in law: told by its place on paper, from the title to
the signatures.
"""

from collections.abc import Iterator, Mapping, Sequence

from notakesepakatan.compose.adendum.difference import Difference, words_only
from notakesepakatan.compose.adendum.item import PerubahanItem, changed
from notakesepakatan.compose.adendum.speech import Speech
from notakesepakatan.compose.adendum.tanda_tangan import TandaTanganChange
from notakesepakatan.model.pasal import HEADS

_OPENINGS = {"menindaklanjuti": "Kalimat tindak lanjut", "pembukaan": "Pembukaan"}
_SENTENCES = {
    "sebutan_bersama": "Sebutan para pihak",
    "pertimbangan": "Pengantar pertimbangan",
    "kesepakatan": "Pengantar pasal",
    "dasar_hukum": "Pengantar dasar hukum",
}
_BEHIND_PASAL = {
    "penutup": "Kalimat penutup",
    "setelah_tanda_tangan": "Kalimat setelah tanda tangan",
}
_KNOWN = (
    "jenis",
    "judul",
    "para_pihak.",
    "kalimat.",
    "dasar_hukum.",
    "pertimbangan.",
    *(f"{key}." for key in HEADS),
    "pasal.",
    "lampiran",
    "tanda_tangan",
)
"""How the paths begin that some sentence is made for."""
_KNOWN_LETAK = ("kepala tabel Lampiran", "tanda tangan")


def front_items(
    effects: Sequence[Difference],
    jenis: str,
    kunci_pihak: Sequence[str],
    sebutan: Mapping[str, str],
    speech: Speech,
) -> Iterator[PerubahanItem]:
    """Title, numbers, opening, parties: told by what of them reads otherwise."""
    paths = [difference.datum for difference in effects]
    if any(_is_of_title(path) for path in paths):
        yield changed(speech.say("Judul {naskah}", naskah=jenis), "kepala", speech)
    if any(_is_of_pihak(path, ".nomor") for path in paths):
        yield changed(speech.say("Nomor {naskah}", naskah=jenis), "nomor", speech)
    yield from _sentence_items(effects, _OPENINGS, speech)
    for difference in effects:
        if _is_pihak(difference.datum):
            yield _pihak_item(difference, kunci_pihak, sebutan, speech)
    yield from _sentence_items(effects, _SENTENCES, speech)


def _sentence_items(
    effects: Sequence[Difference], names: Mapping[str, str], speech: Speech
) -> Iterator[PerubahanItem]:
    """The fixed sentences that read otherwise, in the order of their names."""
    by_datum = {difference.datum: difference for difference in effects}
    for key, name in names.items():
        difference = by_datum.get(f"kalimat.{key}")
        if difference:
            yield _told(difference, speech.say(name), "kalimat", key, speech)


def _told(
    difference: Difference, name: str, wadah: str, label: str, speech: Speech
) -> PerubahanItem:
    """What came, went or changed, by its name."""
    if not difference.menjadi:
        return _gone(name, speech)
    if difference.new:
        return _added(name, wadah, speech, (label,))
    return changed(name, wadah, speech, (label,))


def _added(
    name: str, wadah: str, speech: Speech, label: tuple[str, ...]
) -> PerubahanItem:
    change = speech.say("{bagian} ditambahkan", bagian=name)
    return PerubahanItem(speech.reads_anew(change), wadah, label)


def _gone(name: str, speech: Speech) -> PerubahanItem:
    return PerubahanItem(f"{speech.say('{bagian} dihapus', bagian=name)}.")


def _is_of_title(path: str) -> bool:
    return path in ("jenis", "judul") or _is_of_pihak(path, ".nama")


def _is_of_pihak(path: str, end: str) -> bool:
    return path.startswith("para_pihak.") and path.endswith(end)


def _is_pihak(path: str) -> bool:
    """Whether it is a party as a whole: "para_pihak.kesatu"."""
    return path.startswith("para_pihak.") and path.count(".") == 1


def _pihak_item(
    difference: Difference,
    kunci_pihak: Sequence[str],
    sebutan: Mapping[str, str],
    speech: Speech,
) -> PerubahanItem:
    key = difference.datum.partition(".")[2]
    name = speech.say("Keterangan mengenai {pihak}", pihak=sebutan[key])
    if key not in kunci_pihak:
        return _gone(name, speech)
    return _told(difference, name, "pihak", key, speech)


def closing_items(
    effects: Sequence[Difference], speech: Speech
) -> Iterator[PerubahanItem]:
    """What stands behind the last pasal and is none of its own."""
    yield from _sentence_items(effects, _BEHIND_PASAL, speech)


def tanda_tangan_items(
    effects: Sequence[Difference],
    changes: Sequence[TandaTanganChange],
    sebutan: Mapping[str, str],
    speech: Speech,
) -> Iterator[PerubahanItem]:
    """The block of signatures, unless the parties themselves are told anew.

    Args:
        effects: places on paper that change with data.
        changes: what becomes of whose signatures, if the block changes.
        sebutan: how each party is called, by its key.
        speech: the language.
    """
    if any(_is_pihak(difference.datum) for difference in effects):
        return
    if not any(difference.letak.startswith("tanda tangan") for difference in effects):
        return
    people = {
        **sebutan,
        "saksi": speech.say("saksi"),
        "mengetahui": speech.say("pejabat yang mengetahui"),
    }
    for change in changes:
        listed = [people[key] for key in change.signs]
        of_them = speech.say("Tanda tangan {pihak}", pihak=speech.words.listed(listed))
        name = of_them if listed else speech.say("Blok tanda tangan")
        yield _tanda_tangan_item(change, name, speech)


def _tanda_tangan_item(
    change: TandaTanganChange, name: str, speech: Speech
) -> PerubahanItem:
    if change.deed == "dihapus":
        return _gone(name, speech)
    if change.deed == "ditambahkan":
        return _added(name, "tanda_tangan", speech, change.signs)
    return changed(name, "tanda_tangan", speech, change.signs)


def other_items(
    effects: Sequence[Difference], speech: Speech
) -> Iterator[PerubahanItem]:
    """What stands in a part that no sentence is made for, as a template of the office
    may have it.
    """
    for difference in effects:
        if difference.datum.startswith(_KNOWN):
            continue
        if difference.letak.startswith(_KNOWN_LETAK):
            continue
        old = words_only(difference.semula).strip()
        new = words_only(difference.menjadi).strip()
        letak = (difference.letak or "Naskah").capitalize()
        told = speech.say(
            '{bagian} diubah dari "{semula}" menjadi "{baru}".',
            bagian=letak,
            semula=old,
            baru=new,
        )
        yield PerubahanItem(told)
