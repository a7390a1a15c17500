"""Numbers in Indonesian words, as drafting rule 86 wants them beside the digits.

The rule is of UU 12/2011 Lampiran II. num2words was tried first and spells 1.001.000 as
"satu juta satu ribu"; hence our own speller.
"""

import re

_UNIT = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_GROUP = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
TERBILANG_LIMIT = 10**15
TOP_ROMAN = 3999
"""The greatest number that has a roman numeral."""
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def terbilang(number: int) -> str:
    """Spell a whole number in lower case: 1001000 -> "satu juta seribu".

    Args:
        number: a whole number; its absolute value below 10**15.

    Raises:
        TypeError: not an `int` (a `bool` is refused too: "benar" has no spelling).
        ValueError: beyond `TERBILANG_LIMIT`.
    """
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"terbilang needs an int, got {number!r}")
    if abs(number) >= TERBILANG_LIMIT:
        raise ValueError(f"{number} is beyond {TERBILANG_LIMIT}")
    if number < 0:
        return "minus " + terbilang(-number)
    return " ".join(_spell(number))


def _spell(number: int) -> list[str]:
    if number < 12:
        return [_UNIT[number]]
    if number < 20:
        return [_UNIT[number - 10], "belas"]
    if number < 100:
        return [_UNIT[number // 10], "puluh", *_rest(number % 10)]
    if number < 200:
        return ["seratus", *_rest(number % 100)]
    if number < 1000:
        return [_UNIT[number // 100], "ratus", *_rest(number % 100)]
    for large, name in _GROUP:
        if number >= large:
            # "seribu" stands for 1.000 also behind a higher group: satu juta seribu.
            head = (
                ["seribu"]
                if number // large == 1 and name == "ribu"
                else [*_spell(number // large), name]
            )
            return [*head, *_rest(number % large)]
    raise AssertionError(number)


def _rest(number: int) -> list[str]:
    return _spell(number) if number else []


def angka_terbilang(number: int) -> str:
    """Digits with their words, rule 86: 5 -> "5 (lima)"; 1000 -> "1.000 (seribu)"."""
    return f"{thousands(number)} ({terbilang(number)})"


def thousands(number: int) -> str:
    """Digits grouped by dots: 10000 -> "10.000"."""
    return f"{number:,}".replace(",", ".")


def rupiah(number: int) -> str:
    """Money as an agreement writes it: 10000 -> "Rp10.000,00 (sepuluh ribu rupiah)"."""
    return f"Rp{thousands(number)},00 ({terbilang(number)} rupiah)"


def roman(number: int) -> str:
    """Roman numeral of 1 to 3999 (months of letters' numbers, parties, years of the work plan).

    Raises:
        ValueError: outside 1 to 3999.
    """
    if not 1 <= number <= TOP_ROMAN:
        raise ValueError(f"no roman numeral for {number}")
    result = ""
    for value, huruf in _ROMAN:
        times, number = divmod(number, value)
        result += huruf * times
    return result


def from_roman(text: str) -> int:
    """The number of a well-formed roman numeral in capitals: "IV" -> 4.

    Raises:
        ValueError: not a canonical roman numeral ("IIII", "iv", "").
    """
    value = {huruf: angka for angka, huruf in _ROMAN}
    result, i = 0, 0
    while i < len(text):
        piece = text[i : i + 2] if text[i : i + 2] in value else text[i]
        if piece not in value:
            raise ValueError(f"not a roman numeral: {text!r}")
        result += value[piece]
        i += len(piece)
    if not result or roman(result) != text:
        raise ValueError(f"not a roman numeral: {text!r}")
    return result


_NUMERAL = re.compile("[IVXLCDM]*")


def whole_roman(label: str) -> int:
    """The number in the roman numeral that a label begins with: 3 for "IIIA", "iii1".

    0 where it begins with none.
    """
    letters = _NUMERAL.match(label.upper())
    numeral = letters[0] if letters else ""
    while numeral:
        try:
            return from_roman(numeral)
        except ValueError:
            numeral = numeral[:-1]
    return 0


_LEADING = re.compile(r"[0-9]{1,6}")


def roman_label(label: str) -> str:
    """A label with its digits in roman: "7A" -> "VIIA"; as it is where it has none."""
    number = leading_number(label)
    if not 1 <= number <= TOP_ROMAN:
        return label
    return f"{roman(number)}{label.removeprefix(str(number))}"


def leading_number(label: str) -> int:
    """The number that a label begins with: 2 for "2A"; 0 where it begins with none."""
    digits = _LEADING.match(label)
    return int(digits[0]) if digits else 0


def order(number: int) -> str:
    """Ordinal word of 1 and up: 1 -> "kesatu", 2 -> "kedua", 12 -> "kedua belas".

    Raises:
        ValueError: below 1.
    """
    if number < 1:
        raise ValueError(f"no ordinal for {number}")
    return "ke" + terbilang(number)


def one_decimal(value: float) -> str:
    """A figure as percentages are written: 87.5 -> "87,5", 100.0 -> "100,0"."""
    return f"{value:.1f}".replace(".", ",")
