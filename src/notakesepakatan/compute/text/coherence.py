"""Whether the parts of one agreement fit each other: parties named elsewhere exist, years fit the term, …"""

from collections.abc import Iterator, Mapping

from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import EVERY, SHARED, Tahapan
from notakesepakatan.model.pasal import Butir, Pasal, level_content
from notakesepakatan.place import LEVEL, DataPath, Place, at
from notakesepakatan.temuan import Problem
from notakesepakatan.words.numbers import from_roman, roman

COLUMN_LIMIT = 40
"""Year and party columns that a sheet of paper can hold; Word itself ends at 63 columns in all."""


def check_coherence(kesepakatan: Kesepakatan) -> Iterator[Problem]:
    """Findings on parties, years and duplicates that do not fit the rest of the data."""
    k = kesepakatan
    if k.rangkap.bermeterai is not None and k.rangkap.bermeterai > len(k.para_pihak):
        yield Problem(
            at("rangkap", "bermeterai"),
            "rangkap",
            f"{k.rangkap.bermeterai} rangkap bermeterai untuk {len(k.para_pihak)} pihak",
            "setiap pihak memegang paling banyak satu; sisanya tulis di arsip",
        )
    if k.judul.lower().startswith("tentang ") or k.judul.endswith("."):
        yield Problem(
            at("judul"),
            "judul",
            "judul memuat kata tentang atau titik",
            "tulis tanpa kata tentang dan tanpa titik",
        )
    for i, basis in enumerate(k.dasar_hukum):
        if basis.tentang[-1] in ";.":
            yield Problem(
                at("dasar_hukum", i, "tentang"),
                "tanda-baca",
                "diakhiri tanda baca",
                "hapus; tanda baca dicetak program",
            )
    if not k.konsep:
        yield from _check_signed(k)
    if k.lampiran and k.jangka_waktu.jumlah_tahun + len(k.para_pihak) > COLUMN_LIMIT:
        message = f"{k.jangka_waktu.jumlah_tahun} tahun dan {len(k.para_pihak)} pihak tidak muat dalam tabel Rencana Kerja"
        saran = f"paling banyak {COLUMN_LIMIT} kolom tahun dan pihak; hapus lampiran atau pecah jangka waktunya"
        yield Problem(at("jangka_waktu"), "kolom", message, saran)
    for i, pasal in enumerate(k.pasal):
        yield from _check_butir(pasal, ("pasal", i), k, "pasal")
    for i, butir in enumerate(k.pertimbangan):
        yield from _check_butir(butir, ("pertimbangan", i), k, "huruf")
    if k.lampiran:
        column = k.lampiran.kolom
        yield from _check_pihak(
            column.pihak, ("lampiran", "kolom", "pihak"), k.kunci_pihak
        )
        for i, program in enumerate(k.lampiran.program):
            yield from _check_tahapan(
                program.tahapan, ("lampiran", "program", i, "tahapan"), k
            )


def _check_signed(k: Kesepakatan) -> Iterator[Problem]:
    """A text with its day of signing prints no dots."""
    for i, pihak in enumerate(k.para_pihak):
        if not pihak.pejabat:
            message = "pejabat belum diisi, padahal naskah sudah bertanggal"
            yield Problem(
                at("para_pihak", i),
                "bertanggal",
                message,
                'tambahkan "pejabat:", nama penanda tangan',
            )
        for j, address in enumerate(pihak.korespondensi):
            if not address.alamat:
                message = "alamat belum diisi, padahal naskah sudah bertanggal"
                yield Problem(
                    at("para_pihak", i, "korespondensi", j),
                    "bertanggal",
                    message,
                    'tambahkan "alamat:"',
                )
    if not any(pihak.nomor for pihak in k.para_pihak):
        message = "tidak satu pihak pun bernomor, padahal naskah sudah bertanggal"
        yield Problem(
            at("para_pihak"),
            "bertanggal",
            message,
            'tambahkan "nomor:" pada pihak yang memberi nomor',
        )


def _check_butir(
    butir: Butir | Pasal, path: DataPath, k: Kesepakatan, above: str
) -> Iterator[Problem]:
    if butir.korespondensi:
        yield from _check_pihak(
            [butir.korespondensi], (*path, "korespondensi"), k.kunci_pihak
        )
    levels_below = [name for name, _ in level_content(butir)]
    if len(levels_below) > 1:
        message = f"{levels_below[0]} dan {levels_below[1]} berdampingan"
        yield Problem(
            at(*path, levels_below[1]),
            "tingkat",
            message,
            "satu bagian punya satu macam rincian; pindahkan salah satunya",
        )
    for level, content in level_content(butir):
        if above in LEVEL and LEVEL.index(level) <= LEVEL.index(above):
            message = f"{level} di bawah {above}"
            yield Problem(
                at(*path, level),
                "tingkat",
                message,
                f"rincian menurun: {', '.join(LEVEL)}",
            )
        for i, child in enumerate(content):
            yield from _check_butir(child, (*path, level, i), k, level)


def _check_pihak(
    name: list[str] | Mapping[str, object], path: DataPath, ada: tuple[str, ...]
) -> Iterator[Problem]:
    for one in name:
        if one not in ada:
            here = (*path, one) if isinstance(name, Mapping) else path
            yield Problem(
                Place(here),
                "pihak",
                f'pihak "{one}" tidak ada',
                f"pilih salah satu: {', '.join(ada)}",
            )


def _check_tahapan(
    items: tuple[Tahapan, ...], path: DataPath, k: Kesepakatan
) -> Iterator[Problem]:
    column = k.jangka_waktu.jumlah_tahun
    for i, tahapan in enumerate(items):
        here: DataPath = (*path, i)
        ada = (*k.kunci_pihak, SHARED)
        yield from _check_pihak(tahapan.tugas, (*here, "tugas"), ada)
        if SHARED in tahapan.tugas and len(tahapan.tugas) > 1:
            yield Problem(
                at(*here, "tugas"),
                "tugas-bersama",
                "tugas bersama berdampingan dengan tugas satu pihak",
                "pakai bersama saja, atau rinci menurut pihak",
            )
        for j, year in enumerate(tahapan.tahun):
            if message := _wrong_year(year, column):
                yield Problem(
                    at(*here, "tahun", j),
                    "tahun",
                    f'tahun "{year}" {message}',
                    f'tulis "{EVERY}" atau tahun romawi: I, II',
                )
        yield from _check_tahapan(tahapan.tahapan, (*here, "tahapan"), k)


def _wrong_year(year: str, column: int) -> str:
    """Why this is no year of the term; empty where it is one."""
    if year == EVERY:
        return ""
    try:
        nomor = from_roman(year)
    except ValueError:
        return "bukan angka romawi"
    return (
        ""
        if nomor <= column
        else f"melewati jangka waktu, yang terakhir tahun {roman(column)}"
    )
