"""How it is said that a day may still move: one mark, one sentence for what it means.

A day may still move when it was reckoned over a year whose days off no decree known here has
fixed.
"""

from collections.abc import Iterable, Sequence

from notakesepakatan.words.lists import merge

MARK = "(sementara)"


def marked(words: str, provisional_years: Sequence[int]) -> str:
    """A day as it is shown, or what falls on it, with the mark where it rests on such years.

    "2028-03-14" and (2028,) -> "2028-03-14 (sementara)".
    """
    return f"{words} {MARK}" if provisional_years else words


def mark_meaning(provisional_years: Sequence[int]) -> str:
    """What the mark means, as one sentence; empty where no day is marked."""
    if not provisional_years:
        return ""
    return (
        f"Tanggal bertanda {MARK} dapat berubah: hari libur {years_words(provisional_years)} "
        "belum ditetapkan, atau keputusan bersamanya belum dicatat di hari-libur.yaml."
    )


def years_words(years: Sequence[int]) -> str:
    """Years as running text: "tahun 2028", "tahun 2028 dan 2029"."""
    return f"tahun {merge([str(year) for year in years])}"


def all_years(groups: Iterable[Iterable[int]]) -> tuple[int, ...]:
    """The years of several days, each once, in order."""
    return tuple(sorted({year for years in groups for year in years}))
