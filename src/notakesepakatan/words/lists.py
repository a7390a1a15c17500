"""Listing words and labels in Indonesian."""

from collections.abc import Sequence
from string import ascii_lowercase


def gabung(daftar: Sequence[str], penghubung: str = "dan") -> str:
    """Join as running text: "A", "A dan B", "A, B, dan C"."""
    if len(daftar) <= 2:
        return f" {penghubung} ".join(daftar)
    return ", ".join(daftar[:-1]) + f", {penghubung} {daftar[-1]}"


def huruf_ke(urut: int) -> str:
    """Letter label of place 1 and up: 1 -> "a", 26 -> "z", 27 -> "aa", 28 -> "bb" (as statutes go on)."""
    kali, sisa = divmod(urut - 1, 26)
    return ascii_lowercase[sisa] * (kali + 1)
