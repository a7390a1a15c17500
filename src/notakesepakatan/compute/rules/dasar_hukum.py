"""Legal bases: gazettes, order, numbers, and whether the law has moved on since."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.bacaan import Flaw, Reading
from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.tenggat import end_of_term
from notakesepakatan.place import at

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

CHANGED = {
    (
        "undang-undang",
        "11",
        2020,
    ): "dicabut; kini UU 6/2023 tentang Penetapan Perppu Cipta Kerja menjadi Undang-Undang",
    ("undang-undang", "18", 2017): "telah diubah, antara lain dengan UU 6/2023",
    (
        "undang-undang",
        "23",
        2014,
    ): "telah diubah beberapa kali, antara lain dengan UU 6/2023",
    (
        "peraturan presiden",
        "90",
        2019,
    ): "diganti; tugas badannya kini pada kementerian, Perpres 165/2024 dan 166/2024",
}
"""Laws repealed or amended since, to the program's knowledge of November 2026; always a warning, never an error."""


def gazettes(b: Reading) -> Iterator[Flaw]:
    """A law is promulgated in its own year or later (rule 47)."""
    for i, d in enumerate(b.reading.dasar_hukum):
        for path, one in (
            ((), d),
            *((("perubahan", j), q) for j, q in enumerate(d.perubahan)),
        ):
            if one.lembaran and one.lembaran.tahun < one.tahun and not d.dihapus:
                message = f"lembaran tahun {one.lembaran.tahun} lebih tua dari peraturannya, tahun {one.tahun}"
                yield Flaw(
                    at("dasar_hukum", i, *path, "lembaran", "tahun"),
                    str(one.lembaran.tahun),
                    message,
                    "periksa lembarannya",
                )


def _rank(kind: str) -> int:
    match = [i for i, name in enumerate(_RANK) if kind.lower().startswith(name)]
    return match[-1] if match else len(_RANK)


def order(b: Reading) -> Iterator[Flaw]:
    """By rank, inside a rank by date (rule 43)."""
    before = None
    for i, d in enumerate(b.reading.dasar_hukum):
        now = (_rank(d.jenis), d.tahun)
        if before and now < before:
            what = "tingkat" if now[0] < before[0] else "tahun"
            yield Flaw(
                at("dasar_hukum", i),
                "",
                f"tidak urut menurut {what}",
                "urutkan menurut tingkat, lalu tanggal",
            )
        before = now if before is None else max(before, now)


def missing_gazettes(b: Reading) -> Iterator[Flaw]:
    """A UU or PP carries its gazette (rule 47)."""
    for i, d in enumerate(b.reading.dasar_hukum):
        if not d.lembaran and d.jenis.lower() in (
            "undang-undang",
            "peraturan pemerintah",
        ):
            yield Flaw(
                at("dasar_hukum", i),
                "",
                "tanpa Lembaran Negara",
                'tambahkan "lembaran:"',
            )


def zeros(b: Reading) -> Iterator[Flaw]:
    """A leading zero in a law's number, unless the law writes it so."""
    for i, d in enumerate(b.reading.dasar_hukum):
        if re.match(r"0\d", d.nomor):
            yield Flaw(
                at("dasar_hukum", i, "nomor"),
                d.nomor,
                "nomor diawali nol",
                "periksa pada peraturannya",
            )


def moved_on(b: Reading) -> Iterator[Flaw]:
    """Repealed or amended since, by the table."""
    for i, d in enumerate(b.reading.dasar_hukum):
        remark = CHANGED.get((d.jenis.lower(), d.nomor.lstrip("0"), d.tahun))
        if remark and not any(q.nomor == "6" and q.tahun == 2023 for q in d.perubahan):
            yield Flaw(
                at("dasar_hukum", i),
                "",
                f"{remark} (pengetahuan November 2026)",
                "periksa sebelum dipakai lagi",
            )


def plans(b: Reading) -> Iterator[Flaw]:
    """A plan that ends before the agreement does."""
    k = b.reading
    if not k.penandatanganan.tanggal or k.jangka_waktu.satuan == "hari kerja":
        return
    end = end_of_term(
        k.penandatanganan.tanggal, k.jangka_waktu, k.konvensi_berakhir, OfficeCalendar()
    ).tanggal
    for i, d in enumerate(k.dasar_hukum):
        match = _SPAN.search(d.tentang)
        if match and int(match[2]) < end.year:
            message = (
                f"rencana sampai {match[2]} berakhir sebelum jangka waktu, {end.year}"
            )
            yield Flaw(
                at("dasar_hukum", i, "tentang"),
                match[0],
                message,
                "sebut juga rencana penggantinya bila sudah ada",
            )
