"""Numbers and dates: digits against words, days of the week, numbers of letters against the day of signing."""

import re
from collections.abc import Iterator
from datetime import date

from notakesepakatan.compute.rules.bacaan import Bacaan, Cacat
from notakesepakatan.words.numbers import dari_romawi, romawi, terbilang
from notakesepakatan.words.tanggal import nama_bulan, nama_hari

# Fifteen digits are the most that `terbilang` has words for.
_BILANGAN = re.compile(r"(?<![\w.,])(\d{1,3}(?:\.\d{3}){0,4}|\d{1,15}) \(([a-z ]+)\)")
_RUPIAH = re.compile(r"Rp ?(\d{1,3}(?:\.\d{3}){0,4})(?:,00|,-)? \(([a-z ]+) rupiah\)")
_BULAN = {nama_bulan(date(2000, i, 1)).lower(): i for i in range(1, 13)}
_HARI_TANGGAL = re.compile(
    r"\b(?:[Hh]ari )?(Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu),? (?:tanggal )?(\d{1,2}) (\w+) (\d{4})"
)
_PEMBUKAAN = re.compile(
    r"hari ini (\w+),? tanggal ([A-Z][\w ]{1,60}?),? bulan (\w+),? tahun ([A-Z][\w ]{1,60}?) \((\d{1,2})-(\d{1,2})-(\d{4})\)"
)
_NOMOR = re.compile(r"/([IVX]+)/(\d{4})$")
_BANYAK = r".{0,400}?(?<!\d)(\d{1,6}) \([a-z ]{1,100}\) rangkap "
_RANGKAP = re.compile(rf"rangkap (\d{{1,6}}) \({_BANYAK}bermeterai(?:{_BANYAK}tanpa meterai)?")
_MASA = re.compile(
    r"\bpaling (lama|singkat) (\d+ \([a-z ]+\) (?:hari kerja|hari|minggu|bulan|tahun)) (?:sebelum|setelah|sejak)\b"
)
_KATA = frozenset(k for n in range(20) for k in terbilang(n).split()) | {
    *("puluh", "seratus", "ratus", "seribu", "ribu", "juta", "miliar", "milyar", "triliun")
}


def words(b: Bacaan) -> Iterator[Cacat]:
    """`5 (enam)`; rule 86."""
    for p in b.petikan:
        for pola, akhiran in ((_BILANGAN, ""), (_RUPIAH, "rupiah")):
            for cocok in pola.finditer(p.teks):
                benar = terbilang(int(cocok[1].replace(".", "")))
                if cocok[2] != benar and set(cocok[2].split()) <= _KATA | {"rupiah"} and not cocok[2].endswith("rupiah"):
                    ekor = f" {akhiran}" if akhiran else ""
                    pesan = f'{cocok[1]} dengan huruf adalah "{benar}{ekor}"'
                    yield Cacat(
                        p.jalur, cocok[0], pesan, "samakan angka dan hurufnya; mana yang benar diputuskan oleh pembuat naskah"
                    )


def weekdays(b: Bacaan) -> Iterator[Cacat]:
    """The day of the week of a date, and the date in brackets of an opening."""
    for p in b.petikan:
        for cocok in _HARI_TANGGAL.finditer(p.teks):
            hari = _date(cocok[4], _BULAN.get(cocok[3].lower(), 0), cocok[2])
            if hari and nama_hari(hari) != cocok[1].replace("'", ""):
                benar = nama_hari(hari)
                yield Cacat(p.jalur, cocok[1], f"{cocok[2]} {cocok[3]} {cocok[4]} adalah hari {benar}", f"tulis {benar}", benar)
        for cocok in _PEMBUKAAN.finditer(p.teks):
            yield from _opening(p.jalur, cocok)


def _opening(jalur: tuple[str | int, ...], cocok: re.Match[str]) -> Iterator[Cacat]:
    hari = _date(cocok[7], int(cocok[6]), cocok[5])
    if hari is None:
        yield Cacat(jalur, f"{cocok[5]}-{cocok[6]}-{cocok[7]}", "tanggal itu tidak ada dalam kalender", "periksa tanggalnya")
        return
    for tertulis, benar in (
        (cocok[1], nama_hari(hari)), (cocok[2].lower(), terbilang(hari.day)), (cocok[3], nama_bulan(hari)),
        (cocok[4].lower(), terbilang(hari.year)),
    ):  # fmt: skip
        if tertulis != benar:
            yield Cacat(
                jalur, cocok[0], f'"{tertulis}" tidak cocok dengan {cocok[5]}-{cocok[6]}-{cocok[7]}', f"seharusnya {benar}"
            )


def _date(tahun: str, bulan: int, hari: str) -> date | None:
    try:
        return date(int(tahun), bulan, int(hari))
    except ValueError:
        return None


def letter_numbers(b: Bacaan) -> Iterator[Cacat]:
    """Roman month and year at the end of a party's number against the day of signing; a usage, no law."""
    tanggal = b.terbaca.penandatanganan.tanggal
    for i, p in enumerate(b.terbaca.para_pihak):
        cocok = _NOMOR.search(p.nomor or "")
        if not cocok or not tanggal:
            continue
        try:
            bulan = dari_romawi(cocok[1])
        except ValueError:
            continue
        if bulan != tanggal.month or int(cocok[2]) != tanggal.year:
            pesan = f"bulan dan tahun nomor bukan {romawi(tanggal.month)}/{tanggal.year}, bulan penandatanganan"
            yield Cacat(("para_pihak", i, "nomor"), p.nomor or "", pesan, "periksa nomornya")


def duplicates(b: Bacaan) -> Iterator[Cacat]:
    """Stamped and unstamped originals make the sum that is said."""
    for p in b.petikan:
        for cocok in _RANGKAP.finditer(p.teks):
            jumlah = int(cocok[2]) + int(cocok[3] or 0)
            if jumlah != int(cocok[1]):
                yield Cacat(p.jalur, cocok[0][:40], f"jumlah rangkap {jumlah}, tertulis {cocok[1]}", "samakan jumlahnya")


def deadlines(b: Bacaan) -> Iterator[Cacat]:
    """`paling lambat` for a deadline, `paling lama` for a period (rule 255)."""
    for p in b.petikan:
        for cocok in _MASA.finditer(p.teks):
            benar = f"paling {'lambat' if cocok[1] == 'lama' else 'cepat'} {cocok[2]}"
            yield Cacat(
                p.jalur,
                f"paling {cocok[1]} {cocok[2]}",
                f"untuk batas waktu dipakai paling {benar.split()[1]}",
                f"tulis {benar}",
                benar,
            )
