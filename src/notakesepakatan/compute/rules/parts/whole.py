"""Duties and plan, completeness."""

from collections.abc import Iterator, Mapping, Sequence

from notakesepakatan.compute.rules.parts import plan
from notakesepakatan.compute.rules.reading import STAND_INS, Flaw, Reading, words
from notakesepakatan.compute.text.roles import (
    PASAL_ROLES,
    TUGAS_PASAL,
    TUGAS_ROLE,
    pasal_without_role,
)
from notakesepakatan.compute.time.lacking import PAPER_KEYS
from notakesepakatan.model.lampiran import SHARED, Program, Tahapan
from notakesepakatan.place import DataPath, Place, at

_KEYWORD = 4
"""Letters; a longer word of a scope says what it is about."""


def _rows(
    tahapan_list: tuple[Tahapan, ...], path: DataPath
) -> Iterator[tuple[Tahapan, DataPath]]:
    """The rows that hold duties, with their paths: stages without stages below."""
    for i, tahapan in enumerate(tahapan_list):
        if tahapan.dihapus or tahapan.isi == "dihapus":
            continue
        if tahapan.tahapan:
            yield from _rows(tahapan.tahapan, (*path, i, "tahapan"))
        else:
            yield tahapan, (*path, i)


def plan_cells(reading: Reading) -> Iterator[Flaw]:
    """Each row has duties of each party, a place, years, output and outcome."""
    yield from plan.other_places(reading)
    yield from plan.other_years(reading)
    if reading.typed is None:
        yield from plan.empty_cells(reading)
        return
    placed = reading.kesepakatan.placed_rencana_kerja
    if not placed:
        return
    above, rencana_kerja = placed
    placed_rows = list(_rows_of_programs(rencana_kerja.program, (*above, "program")))
    para_pihak = reading.kesepakatan.kunci_pihak
    has_places = any(_is_said(tahapan.lokasi) for tahapan, _ in placed_rows)
    for tahapan, path in placed_rows:
        yield from _missing_tugas(tahapan, path, para_pihak)
        yield from _empty_cells(tahapan, path)
        if has_places and not _is_said(tahapan.lokasi):
            yield _without_lokasi(tahapan, path)


def _rows_of_programs(
    programs: Sequence[Program], path: DataPath
) -> Iterator[tuple[Tahapan, DataPath]]:
    for i, program in enumerate(programs):
        yield from _rows(program.tahapan, (*path, i, "tahapan"))


def _without_lokasi(tahapan: Tahapan, path: DataPath) -> Flaw:
    piece = tahapan.lokasi or ""
    place = at(*path, "lokasi") if piece else Place(path)
    return Flaw(place, piece, "lokasi kosong", "isi lokasinya")


def _is_said(cell: str | None) -> bool:
    return bool(cell) and cell not in STAND_INS


def _missing_tugas(
    tahapan: Tahapan, path: DataPath, para_pihak: tuple[str, ...]
) -> Iterator[Flaw]:
    cells = {key: " ".join(tugas) for key, tugas in tahapan.tugas.items()}
    if not any(map(_is_said, cells.values())):
        # Whose task is missing nobody can tell, so that each stroke is named.
        for key, cell in cells.items():
            message = "tidak satu pihak pun bertugas pada baris ini"
            yield Flaw(at(*path, "tugas", key), cell, message, "isi tugasnya")
    if SHARED in tahapan.tugas:
        return
    for pihak in para_pihak:
        if pihak not in tahapan.tugas:
            message = f"tugas pihak {pihak.replace('_', ' ')} kosong"
            yield Flaw(at(*path, "tugas"), "", message, 'isi, atau tulis "-"')


def _empty_cells(tahapan: Tahapan, path: DataPath) -> Iterator[Flaw]:
    for name in ("tahun", "output", "outcome"):
        if not getattr(tahapan, name):
            yield Flaw(Place(path), "", f"{name} kosong", f'tambahkan "{name}:"')


def scope(reading: Reading) -> Iterator[Flaw]:
    """Each item of the scope has a programme: one that shares two of its words."""
    plan = reading.kesepakatan.rencana_kerja
    if not plan:
        return
    program_list = _program_by_word(plan.program)
    for i, pasal in enumerate(reading.kesepakatan.pasal):
        items = pasal.huruf if pasal.kunci == "ruang_lingkup" else ()
        for j, butir in enumerate(items):
            words_of_item = _keywords(butir.isi)
            if words_of_item and not _share_two(words_of_item, program_list):
                message = "ruang lingkup tanpa program pada Rencana Kerja"
                place = at("pasal", i, "huruf", j, "isi")
                yield Flaw(place, "", message, "tambahkan programnya")


def _keywords(text: str) -> set[str]:
    return {word.lower() for word in words(text) if len(word) > _KEYWORD}


def _program_by_word(program: Sequence[Program]) -> dict[str, int]:
    """For each word the programmes whose names have it, a bit each."""
    result = dict[str, int]()
    for i, one in enumerate(program):
        for word in {word.lower() for word in words(one.nama)}:
            result[word] = result.get(word, 0) | 1 << i
    return result


def _share_two(sought: set[str], program_list: Mapping[str, int]) -> bool:
    """Whether one programme has two of these words."""
    with_one = with_two = 0
    for word in sought:
        having = program_list.get(word, 0)
        with_two |= with_one & having
        with_one |= having
    return bool(with_two)


def stand_ins(reading: Reading) -> Iterator[Flaw]:
    """A stroke printed where nothing had to be written; the annex fills cells with it."""
    for excerpt in reading.excerpts:
        if excerpt.path[0] != "lampiran" and excerpt.text in STAND_INS:
            message = f'hanya "{excerpt.text}", yang tercetak apa adanya'
            saran = "hapus kuncinya; yang tidak ditulis tidak tercetak"
            yield excerpt.flaw(excerpt.text, message, saran)


_SEALED_AGAIN = "; kertasnya tidak berubah, dan yang sudah disegel lalu disegel kembali"
"""What becomes of the seal when a role is given to a pasal of a signed text."""


def roles(reading: Reading) -> Iterator[Flaw]:
    """A pasal that the deadlines, letters and minutes rest on is known to them by its role.

    Of a signed text only those that its papers will name.
    """
    konsep = reading.kesepakatan.konsep
    wanted = (*PAPER_KEYS, TUGAS_PASAL)
    for role in PASAL_ROLES:
        if not konsep and role.kunci not in wanted:
            continue
        if reading.numbers.kunci.keys() & _keys_of_role(reading, role.kunci):
            continue
        for i in list(pasal_without_role(reading.kesepakatan, role))[:1]:
            message = "pasal tanpa peran"
            saran = f'beri "kunci: {role.kunci}" bila memang mengenai {role.what}'
            saran += "" if konsep else _SEALED_AGAIN
            yield Flaw(at("pasal", i), "", message, saran)


def _keys_of_role(reading: Reading, key: str) -> set[str]:
    """The keys that say that a role is given: its own, and for duties all that begin so."""
    if not key.startswith(TUGAS_ROLE):
        return {key}
    every = reading.numbers.kunci
    return {key, *(one for one in every if one.split("_")[0] == TUGAS_ROLE)}


def bearers(reading: Reading) -> Iterator[Flaw]:
    """Each list of duties says whose they are."""
    para_pihak = [pihak.sebutan or "" for pihak in reading.kesepakatan.para_pihak]
    named = (*para_pihak, reading.kesepakatan.all_sebutan)
    for i, pasal in enumerate(reading.kesepakatan.pasal):
        for j, ayat in enumerate(pasal.ayat):
            role = (ayat.kunci or "").split("_")[0]
            if role == "tugas" and not any(bearer in ayat.isi for bearer in named):
                message = "tugas tanpa pihak yang melaksanakan"
                place = at("pasal", i, "ayat", j, "isi")
                yield Flaw(place, "", message, "sebut pihaknya")
