"""Numbers in Indonesian words, as drafting rule 86 (UU 12/2011 Lampiran II) wants them beside the digits.

num2words was tried first and spells 1.001.000 as "satu juta satu ribu"; hence our own speller.
"""

_SATUAN = (
    "nol", "satu", "dua", "tiga", "empat", "lima",
    "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_KELOMPOK = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
BATAS_TERBILANG = 10**15
_ROMAWI = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def terbilang(bilangan: int) -> str:
    """Spell a whole number in lower case: 1001000 -> "satu juta seribu".

    Args:
        bilangan: a whole number; its absolute value below 10**15.

    Raises:
        TypeError: not an `int` (a `bool` is refused too: "benar" has no spelling).
        ValueError: beyond `BATAS_TERBILANG`.
    """
    if isinstance(bilangan, bool) or not isinstance(bilangan, int):
        raise TypeError(f"terbilang needs an int, got {bilangan!r}")
    if abs(bilangan) >= BATAS_TERBILANG:
        raise ValueError(f"{bilangan} is beyond {BATAS_TERBILANG}")
    if bilangan < 0:
        return "minus " + terbilang(-bilangan)
    return " ".join(_spell(bilangan))


def _spell(n: int) -> list[str]:
    if n < 12:
        return [_SATUAN[n]]
    if n < 20:
        return [_SATUAN[n - 10], "belas"]
    if n < 100:
        return [_SATUAN[n // 10], "puluh", *_rest(n % 10)]
    if n < 200:
        return ["seratus", *_rest(n % 100)]
    if n < 1000:
        return [_SATUAN[n // 100], "ratus", *_rest(n % 100)]
    for besar, nama in _KELOMPOK:
        if n >= besar:
            # "seribu" stands for 1.000 also behind a higher group: satu juta seribu.
            kepala = ["seribu"] if n // besar == 1 and nama == "ribu" else [*_spell(n // besar), nama]
            return [*kepala, *_rest(n % besar)]
    raise AssertionError(n)


def _rest(n: int) -> list[str]:
    return _spell(n) if n else []


def angka_terbilang(bilangan: int) -> str:
    """Digits with their words, rule 86: 5 -> "5 (lima)"; 1000 -> "1.000 (seribu)"."""
    return f"{ribuan(bilangan)} ({terbilang(bilangan)})"


def ribuan(bilangan: int) -> str:
    """Digits grouped by dots: 10000 -> "10.000"."""
    return f"{bilangan:,}".replace(",", ".")


def rupiah(bilangan: int) -> str:
    """Money as an agreement writes it: 10000 -> "Rp10.000,00 (sepuluh ribu rupiah)"."""
    return f"Rp{ribuan(bilangan)},00 ({terbilang(bilangan)} rupiah)"


def romawi(bilangan: int) -> str:
    """Roman numeral of 1 to 3999 (months of letters' numbers, parties, years of the work plan).

    Raises:
        ValueError: outside 1 to 3999.
    """
    if not 1 <= bilangan <= 3999:
        raise ValueError(f"no roman numeral for {bilangan}")
    hasil = ""
    for nilai, huruf in _ROMAWI:
        kali, bilangan = divmod(bilangan, nilai)
        hasil += huruf * kali
    return hasil


def dari_romawi(teks: str) -> int:
    """The number of a well-formed roman numeral in capitals: "IV" -> 4.

    Raises:
        ValueError: not a canonical roman numeral ("IIII", "iv", "").
    """
    nilai = {huruf: angka for angka, huruf in _ROMAWI}
    hasil, i = 0, 0
    while i < len(teks):
        potong = teks[i : i + 2] if teks[i : i + 2] in nilai else teks[i]
        if potong not in nilai:
            raise ValueError(f"not a roman numeral: {teks!r}")
        hasil += nilai[potong]
        i += len(potong)
    if not hasil or romawi(hasil) != teks:
        raise ValueError(f"not a roman numeral: {teks!r}")
    return hasil


def urutan(bilangan: int) -> str:
    """Ordinal word of 1 and up, "kesatu" for 1 as in PIHAK KESATU: 2 -> "kedua", 12 -> "kedua belas".

    Raises:
        ValueError: below 1.
    """
    if bilangan < 1:
        raise ValueError(f"no ordinal for {bilangan}")
    return "ke" + terbilang(bilangan)
