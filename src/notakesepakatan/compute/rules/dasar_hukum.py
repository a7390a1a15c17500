"""Legal bases: gazettes, order, numbers, and whether the law has moved on since."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.compute.text.laws import KNOWN_UNTIL, what_became_of
from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.model.dasar_hukum import Regulation
from notakesepakatan.place import Place, at

_RANK = (
    "undang-undang dasar",
    "undang-undang",
    "peraturan pemerintah pengganti",
    "peraturan pemerintah",
    "peraturan presiden",
    "keputusan presiden",
    "peraturan menteri",
    "peraturan kepala",
    "peraturan badan",
    "peraturan daerah",
    "peraturan gubernur",
    "peraturan bupati",
    "peraturan wali kota",
)
_SPAN = re.compile(r"Tahun (\d{4})[-–](\d{4})")

_GAZETTED = ("undang-undang", "peraturan pemerintah")


def lembaran(reading: Reading) -> Iterator[Flaw]:
    """A law is promulgated in its own year or later (rule 47)."""
    for i, regulation in _regulations(reading):
        dasar = reading.kesepakatan.dasar_hukum[i]
        if dasar.dihapus:
            continue
        yield from _too_old_lembaran(regulation, at("dasar_hukum", i))
        for j, change in enumerate(dasar.perubahan):
            place = at("dasar_hukum", i, "perubahan", j)
            yield from _too_old_lembaran(change, place)


def _regulations(reading: Reading) -> Iterator[tuple[int, Regulation]]:
    """The legal bases that are regulations, with their places in the list.

    Of another text neither rank nor year is known, so that it is not judged by them.
    """
    for i, dasar in enumerate(reading.kesepakatan.dasar_hukum):
        regulation = dasar.regulation
        if regulation:
            yield i, regulation


def _too_old_lembaran(regulation: Regulation, place: Place) -> Iterator[Flaw]:
    lembaran = regulation.lembaran
    if lembaran and lembaran.tahun < regulation.tahun:
        message = (
            f"lembaran tahun {lembaran.tahun} lebih tua dari peraturannya, "
            f"tahun {regulation.tahun}"
        )
        where = at(*place.path, "lembaran", "tahun")
        yield Flaw(where, str(lembaran.tahun), message, "periksa lembarannya")


def _rank(kind: str) -> int:
    """The place of a kind of law in the order of rule 43."""
    matches = [i for i, name in enumerate(_RANK) if kind.lower().startswith(name)]
    return matches[-1] if matches else len(_RANK)


def order(reading: Reading) -> Iterator[Flaw]:
    """By rank, inside a rank by date (rule 43)."""
    highest = (0, 0)
    for i, dasar in _regulations(reading):
        now = (_rank(dasar.jenis), dasar.tahun)
        if now < highest:
            what = "tingkat" if now[0] < highest[0] else "tahun"
            message = f"tidak urut menurut {what}"
            saran = "urutkan menurut tingkat, lalu tanggal"
            yield Flaw(at("dasar_hukum", i), "", message, saran)
        highest = max(highest, now)


def missing_lembaran(reading: Reading) -> Iterator[Flaw]:
    """A UU or PP carries its gazette (rule 47)."""
    for i, dasar in _regulations(reading):
        if not dasar.lembaran and dasar.jenis.lower() in _GAZETTED:
            place = at("dasar_hukum", i)
            yield Flaw(place, "", "tanpa Lembaran Negara", 'tambahkan "lembaran:"')


def zeros(reading: Reading) -> Iterator[Flaw]:
    """A leading zero in a law's number, unless the law writes it so."""
    for i, dasar in _regulations(reading):
        if re.match(r"0\d", dasar.nomor):
            place = at("dasar_hukum", i, "nomor")
            saran = "periksa pada peraturannya"
            yield Flaw(place, dasar.nomor, "nomor diawali nol", saran)


def moved_on(reading: Reading) -> Iterator[Flaw]:
    """Repealed or amended since, by the table."""
    for i, dasar in enumerate(reading.kesepakatan.dasar_hukum):
        remark = what_became_of(dasar)
        if remark:
            message = f"{remark} ({KNOWN_UNTIL})"
            saran = "periksa sebelum dipakai lagi"
            yield Flaw(at("dasar_hukum", i), "", message, saran)


def plans(reading: Reading) -> Iterator[Flaw]:
    """A plan that ends before the agreement does."""
    kesepakatan = reading.kesepakatan
    convention = kesepakatan.konvensi_berakhir
    end = certain_end(kesepakatan.jangka_waktu, kesepakatan.signed, convention)
    if end is None:
        return
    for i, dasar in enumerate(kesepakatan.dasar_hukum):
        key = "teks" if dasar.teks else "tentang"
        match = _SPAN.search(dasar.teks or dasar.tentang or "")
        if match and int(match[2]) < end.year:
            until = f"rencana sampai {match[2]}"
            message = f"{until} berakhir sebelum jangka waktu, {end.year}"
            saran = "sebut juga rencana penggantinya bila sudah ada"
            place = at("dasar_hukum", i, key)
            yield Flaw(place, match[0], message, saran)
