"""Whether the parts of one agreement fit each other.

Parties named elsewhere exist, years fit the term, and the like.
"""

from collections.abc import Collection, Iterator, Mapping

from notakesepakatan.compute.text.bab import check_bab
from notakesepakatan.compute.text.gaya_rincian import check_gaya
from notakesepakatan.compute.text.tabel import check_tabel
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import EVERY, SHARED, Lampiran, Tahapan
from notakesepakatan.model.para_pihak import Kuasa, Pihak
from notakesepakatan.model.pasal import HEADS, Butir, Pasal, level_content
from notakesepakatan.place import RINCIAN, DataPath, Place, at
from notakesepakatan.temuan import Problem
from notakesepakatan.words.numbers import angka_terbilang, from_roman, roman
from notakesepakatan.words.tanggal import tanggal_long

DEEPEST = 4
"""Levels that a tabulation may have below its pasal or ayat (rule 87)."""

COLUMN_LIMIT = 40
"""Year and party columns that a sheet of paper can hold; Word itself ends at 63 columns."""


def check_coherence(
    kesepakatan: Kesepakatan, like: Kesepakatan | None = None
) -> Iterator[Problem]:
    """Findings on parties, years and parts of pasal that do not fit the rest of the data.

    Args:
        kesepakatan: the agreement.
        like: a sound text whose very pasal are in it too, which are not looked at again.
    """
    yield from _check_judul(kesepakatan)
    yield from _check_susunan(kesepakatan)
    yield from _check_dasar_hukum(kesepakatan)
    if not kesepakatan.konsep and not kesepakatan.facts_only:
        yield from _check_signed(kesepakatan)
    yield from _check_rangkap(kesepakatan)
    yield from _check_jangka_waktu(kesepakatan)
    yield from _check_columns(kesepakatan)
    yield from check_bab(kesepakatan.pasal)
    sound = _sound_pasal(kesepakatan, like)
    for i, pasal in enumerate(kesepakatan.pasal):
        if id(pasal) not in sound:
            yield from _check_part(pasal, ("pasal", i), kesepakatan, ("pasal",))
    for i, butir in enumerate(kesepakatan.pertimbangan):
        yield from _check_part(butir, ("pertimbangan", i), kesepakatan, ("huruf",))
    for path, lampiran in kesepakatan.every_lampiran:
        yield from _check_lampiran(lampiran, path, kesepakatan)
    yield from _check_one_plan(kesepakatan)


def check_kewajiban(k: Kesepakatan, kunci: Collection[str]) -> Iterator[Problem]:
    """Findings on duties that rest on a part of which the text knows no key.

    Args:
        k: the agreement.
        kunci: the keys of its parts.
    """
    for i, each in enumerate(k.tenggat.kewajiban):
        if each.dasar and each.dasar not in kunci:
            place = at("tenggat", "kewajiban", i, "dasar")
            message = f'tidak ada bagian dengan kunci "{each.dasar}"'
            known = ", ".join(kunci) or "belum ada"
            saran = f'tulis "kunci:" pada pasal atau ayatnya; yang ada: {known}'
            yield Problem(place, "kewajiban-dasar", message, saran)


def _sound_pasal(kesepakatan: Kesepakatan, like: Kesepakatan | None) -> set[int]:
    """The identities of the pasal of a sound text, where it has the same parties."""
    if like is None or like.kunci_pihak != kesepakatan.kunci_pihak:
        return set()
    return {id(pasal) for pasal in like.pasal}


def _check_judul(k: Kesepakatan) -> Iterator[Problem]:
    if k.judul.lower().startswith("tentang ") or k.judul.endswith("."):
        message = "judul memuat kata tentang atau titik"
        saran = "tulis tanpa kata tentang dan tanpa titik"
        yield Problem(at("judul"), "judul", message, saran)


def _check_dasar_hukum(k: Kesepakatan) -> Iterator[Problem]:
    for i, dasar in enumerate(k.dasar_hukum):
        key = "teks" if dasar.teks else "tentang"
        if (dasar.teks or dasar.tentang or "").endswith((";", ".")):
            place = at("dasar_hukum", i, key)
            saran = "hapus; tanda baca dicetak program"
            yield Problem(place, "tanda-baca", "diakhiri tanda baca", saran)


def _check_rangkap(k: Kesepakatan) -> Iterator[Problem]:
    """Of several keepers of archive copies each gets one."""
    keepers = k.rangkap.penyimpan_arsip or ()
    if len(keepers) > max(k.rangkap.arsip, 1):
        yield Problem(
            at("rangkap", "penyimpan_arsip"),
            "rangkap-penyimpan",
            f"penyimpan arsip {len(keepers)}, padahal rangkap arsipnya {k.rangkap.arsip}",
            f'tulis "arsip: {len(keepers)}", atau kurangi penyimpannya',
        )


def _check_signed(k: Kesepakatan) -> Iterator[Problem]:
    """A text with its day of signing prints no dots."""
    for i, pihak in enumerate(k.para_pihak):
        yield from _check_signed_pihak(pihak, i)
    for key, others in (("saksi", k.saksi), ("mengetahui", k.mengetahui)):
        for i, beside in enumerate(others):
            if not beside.nama:
                yield _unfilled(at(key, i), "nama belum diisi", 'tambahkan "nama:"')
    if k.numbered and not any(pihak.nomor for pihak in k.para_pihak):
        saran = (
            'tambahkan "nomor:" pada pihak yang memberi nomor, atau tulis '
            '"nomor: tanpa_nomor" di bawah susunan'
        )
        yield _unfilled(at("para_pihak"), "tidak satu pihak pun bernomor", saran)


def _check_signed_pihak(pihak: Pihak, i: int) -> Iterator[Problem]:
    """The same of what one party gives."""
    place = at("para_pihak", i)
    if not pihak.pejabat:
        saran = 'tambahkan "pejabat:", nama penanda tangan'
        yield _unfilled(place, "pejabat belum diisi", saran)
    for j, other in enumerate(pihak.penanda_tangan_lain):
        if not other.pejabat:
            of_other = at(*place.path, "penanda_tangan_lain", j)
            yield _unfilled(of_other, "pejabat belum diisi", 'tambahkan "pejabat:"')
    own = pihak.penandatanganan
    if own and not own.tanggal:
        what = "hari pihak ini menandatangani belum diisi"
        saran = 'tambahkan "tanggal:", atau hapus bagian ini'
        yield _unfilled(at(*place.path, "penandatanganan"), what, saran)
    if pihak.kuasa:
        yield from _check_kuasa(pihak.kuasa, i)
    for j, address in enumerate(pihak.korespondensi):
        if not address.alamat:
            of_address = at(*place.path, "korespondensi", j)
            yield _unfilled(of_address, "alamat belum diisi", 'tambahkan "alamat:"')


def _unfilled(place: Place, what: str, saran: str) -> Problem:
    message = f"{what}, padahal naskah sudah bertanggal"
    return Problem(place, "bertanggal", message, saran)


def _check_kuasa(kuasa: Kuasa, i: int) -> Iterator[Problem]:
    """A letter of authority is told by its number and its day."""
    for key in ("nomor", "tanggal"):
        if not getattr(kuasa, key):
            place = at("para_pihak", i, "kuasa")
            what = f"{key} surat kuasa belum diisi"
            yield _unfilled(place, what, f'tambahkan "{key}:"')


def _check_jangka_waktu(k: Kesepakatan) -> Iterator[Problem]:
    """A term does not end before its first day."""
    if k.jangka_waktu.belum_diketahui and not k.facts_only:
        message = "jangka waktu belum diketahui, padahal ada naskahnya"
        saran = 'tulis jangka waktunya; "belum diketahui" hanya untuk data pokok'
        yield Problem(at("jangka_waktu"), "jangka_waktu", message, saran)
    last, day = k.jangka_waktu.last_day, k.printed_day
    if last and day and last < k.jangka_waktu.first_day(day):
        message = f"berakhir {tanggal_long(last)}, sebelum penandatanganan {tanggal_long(day)}"
        saran = "periksa kedua tanggal"
        yield Problem(at("jangka_waktu"), "urutan", message, saran)


def _check_susunan(k: Kesepakatan) -> Iterator[Problem]:
    """What is written and would not be printed."""
    for i, pihak in enumerate(k.para_pihak):
        if pihak.nomor and not k.numbered:
            message = "nomor ditulis, padahal susunan.nomor: tanpa_nomor"
            place = at("para_pihak", i, "nomor")
            yield Problem(place, "susunan", message, "hapus salah satunya")
    yield from _check_sides(k)
    named = k.susunan.urutan
    for i, part in enumerate(named):
        if part in named[:i]:
            place = at("susunan", "urutan", i)
            message = f"{part} disebut dua kali"
            yield Problem(place, "susunan", message, "hapus salah satunya")


def _check_sides(k: Kesepakatan) -> Iterator[Problem]:
    """Somebody stands on either side of the word DENGAN."""
    behind, place = (
        k.susunan.pihak_setelah_dengan,
        at("susunan", "pihak_setelah_dengan"),
    )
    if behind is None:
        return
    if k.susunan.antar_pihak != "DENGAN":
        message = "ditulis, padahal susunan.antar_pihak bukan DENGAN"
        saran = "tulis antar_pihak: DENGAN, atau hapus kunci ini"
        yield Problem(place, "susunan", message, saran)
    elif behind >= len(k.para_pihak):
        count = len(k.para_pihak)
        message = f"{behind} pihak di belakang DENGAN, padahal pihaknya {count}"
        saran = f"paling banyak {count - 1}"
        yield Problem(place, "susunan", message, saran)


def _check_columns(k: Kesepakatan) -> Iterator[Problem]:
    years, para_pihak = k.jumlah_tahun, len(k.para_pihak)
    if k.rencana_kerja and years + para_pihak > COLUMN_LIMIT:
        counts = f"{years} tahun dan {para_pihak} pihak"
        message = f"{counts} tidak muat dalam tabel Rencana Kerja"
        saran = (
            f"paling banyak {COLUMN_LIMIT} kolom tahun dan pihak; "
            "hapus lampiran atau pecah jangka waktunya"
        )
        yield Problem(at("jangka_waktu"), "kolom", message, saran)


def _check_part(
    part: Butir | Pasal, path: DataPath, k: Kesepakatan, above: tuple[str, ...]
) -> Iterator[Problem]:
    """What does not fit in a part and below it.

    Args:
        part: a pasal or an item.
        path: where it stands.
        k: the agreement.
        above: the levels from the outermost down to its own.
    """
    if part.korespondensi:
        named = [part.korespondensi]
        yield from _check_pihak(named, (*path, "korespondensi"), k.kunci_pihak)
    if part.tabel:
        yield from check_tabel(part.tabel, (*path, "tabel"))
    levels = [level for level, _ in level_content(part)]
    yield from check_gaya(part, levels, path)
    if len(levels) > 1:
        place = at(*path, levels[1])
        message = f"{levels[0]} dan {levels[1]} berdampingan"
        saran = "satu bagian punya satu macam rincian; pindahkan salah satunya"
        yield Problem(place, "tingkat", message, saran)
    for level, content in level_content(part):
        yield from _check_level(level, above, at(*path, level))
        for i, child in enumerate(content):
            yield from _check_part(child, (*path, level, i), k, (*above, level))


def _check_level(level: str, above: tuple[str, ...], place: Place) -> Iterator[Problem]:
    """A list right below one of its own kind cannot be told from it in a reference."""
    if level == above[-1]:
        message = f"{level} di bawah {level}"
        others = ", ".join(name for name in RINCIAN if name != level)
        yield Problem(place, "tingkat", message, f"pakai rincian lain: {others}")
    deep = [name for name in above if name in RINCIAN]
    if len(deep) >= DEEPEST:
        message = f"rincian lebih dari {angka_terbilang(DEEPEST)} tingkat"
        saran = "pecah butir ini, atau jadikan rincian di atasnya ayat"
        yield Problem(place, "tingkat", message, saran)


def _check_pihak(
    named: list[str] | Mapping[str, object], path: DataPath, known: tuple[str, ...]
) -> Iterator[Problem]:
    """Parties named by their keys, in a value or as the keys of a mapping."""
    for key in named:
        if key not in known:
            place = at(*path, key) if isinstance(named, Mapping) else Place(path)
            message = f'pihak "{key}" tidak ada'
            saran = f"pilih salah satu: {', '.join(known)}"
            yield Problem(place, "pihak", message, saran)


def _check_lampiran(
    lampiran: Lampiran, path: DataPath, k: Kesepakatan
) -> Iterator[Problem]:
    heads: DataPath = (*path, "kolom", "pihak")
    yield from _check_pihak(lampiran.kolom.pihak, heads, k.kunci_pihak)
    for i, program in enumerate(lampiran.program):
        tahapan_list: DataPath = (*path, "program", i, "tahapan")
        yield from _check_tahapan(program.tahapan, tahapan_list, k)
    for i, bagian in enumerate(lampiran.bagian):
        yield from _check_part(bagian, (*path, "bagian", i), k, ("pasal",))
        yield from _check_no_bab(bagian, (*path, "bagian", i))
    for level, content in level_content(lampiran):
        for i, butir in enumerate(content):
            yield from _check_part(butir, (*path, level, i), k, (level,))
    if lampiran.tabel:
        yield from check_tabel(lampiran.tabel, (*path, "tabel"))


def _check_no_bab(bagian: Pasal, path: DataPath) -> Iterator[Problem]:
    for key in (key for pair in HEADS.items() for key in pair):
        if getattr(bagian, key):
            message = f"{key} hanya di atas pasal, tidak di atas bagian lampiran"
            saran = "hapus, atau jadikan judul"
            yield Problem(at(*path, key), "bab", message, saran)


def _check_one_plan(k: Kesepakatan) -> Iterator[Problem]:
    """Duties, years and reports follow one Rencana Kerja."""
    plans = [path for path, each in k.every_lampiran if each.is_plan]
    for path in plans[1:]:
        message = "Rencana Kerja ada di lebih dari satu lampiran"
        saran = "gabungkan programnya dalam satu lampiran"
        yield Problem(Place((*path, "program")), "lampiran", message, saran)


def _check_tahapan(
    tahapan_list: tuple[Tahapan, ...], path: DataPath, k: Kesepakatan
) -> Iterator[Problem]:
    last_year = k.jumlah_tahun
    for i, tahapan in enumerate(tahapan_list):
        here: DataPath = (*path, i)
        yield from _check_tugas(tahapan, (*here, "tugas"), k)
        for j, year in enumerate(tahapan.tahun):
            message = _wrong_year(year, last_year)
            if message:
                place = at(*here, "tahun", j)
                saran = f'tulis "{EVERY}" atau tahun romawi: I, II'
                yield Problem(place, "tahun", f'tahun "{year}" {message}', saran)
        yield from _check_tahapan(tahapan.tahapan, (*here, "tahapan"), k)


def _check_tugas(tahapan: Tahapan, path: DataPath, k: Kesepakatan) -> Iterator[Problem]:
    yield from _check_pihak(tahapan.tugas, path, (*k.kunci_pihak, SHARED))
    if SHARED in tahapan.tugas and len(tahapan.tugas) > 1:
        message = "tugas bersama berdampingan dengan tugas satu pihak"
        saran = "pakai bersama saja, atau rinci menurut pihak"
        yield Problem(Place(path), "tugas-bersama", message, saran)


def _wrong_year(year: str, last: int) -> str:
    """Why this is no year of the term; empty where it is one."""
    if year == EVERY:
        return ""
    try:
        nomor = from_roman(year)
    except ValueError:
        return "bukan angka romawi"
    if nomor <= last:
        return ""
    return f"melewati jangka waktu, yang terakhir tahun {roman(last)}"
