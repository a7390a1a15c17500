"""Whether a change may be called a correction: slips of the pen, or more than that.

A correction leaves rights and duties as they are. What touches the term, a number, a party, a duty or a sum is asked
about first, however small it looks.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from notakesepakatan.compose.adendum.differences import Beda
from notakesepakatan.compute.text.numbering import number
from notakesepakatan.load.adendum import AdendumTermuat
from notakesepakatan.model.adendum import Hapus, Sisip, Tambah
from notakesepakatan.naskah.blocks import Potong
from notakesepakatan.words.numbers import dari_romawi, terbilang

_MASA = ("jangka_waktu", "konvensi_berakhir", "tenggat")
_KATA_BILANGAN = frozenset(kata for n in range(20) for kata in terbilang(n).split()) | {
    *("puluh", "seratus", "ratus", "seribu", "ribu", "juta", "miliar", "triliun")
}
_TUGAS = ("tugas", "kewajiban", "hak")
_MIRIP = 0.8
"""How alike the letters of a slip and of the word meant are; less alike is another word."""


def beyond_correction(a: AdendumTermuat, beda: Sequence[Beda]) -> list[str]:
    """What in this change is more than a slip, each place with its reason, in Indonesian; empty where nothing is."""
    tugas = _duty_paths(a)
    return list(dict.fromkeys([*_operations(a), *(satu for b in beda for satu in _place(b, tugas))]))


def _operations(a: AdendumTermuat) -> Iterator[str]:
    for operasi in a.adendum.perubahan:
        if isinstance(operasi, Sisip):
            yield f"{operasi.setelah or operasi.sebelum}: menambah ketentuan"
        elif isinstance(operasi, Tambah):
            yield f"{operasi.setelah}: menambah ketentuan"
        elif isinstance(operasi, Hapus):
            yield f"{operasi.letak}: menghapus ketentuan"
        elif operasi.letak.replace(" ", "_").lower().startswith(_MASA):
            yield f"{operasi.letak}: mengubah jangka waktu atau tenggat"


def _duty_paths(a: AdendumTermuat) -> tuple[str, ...]:
    """Paths of the parts whose role is a duty or a right."""
    _, peta, _ = number(a.sebelum.kesepakatan)
    return tuple(
        ".".join(f"{satuan}.{label}" for satuan, label in alamat)
        for kunci, alamat in peta.kunci.items()
        if kunci.split("_")[0] in _TUGAS
    )


def _place(beda: Beda, tugas: tuple[str, ...]) -> Iterator[str]:
    if beda.datum.startswith(("para_pihak", "tanda_tangan")) and ".korespondensi" not in beda.datum:
        yield f"{beda.letak}: mengubah data pihak"
    lama, baru = (" ".join(p.teks for p in beda.kata if p.lacak == lacak) for lacak in ("hapus", "sisip"))
    if any("Rp" in teks for teks in (lama, baru)):
        yield f"{beda.letak}: mengubah jumlah uang"
    elif _numbers(lama) != _numbers(baru):
        yield f"{beda.letak}: mengubah angka"
    if _same_letters(lama, baru) or not (_meaning(lama, beda.menjadi) or _meaning(baru, beda.semula)):
        return
    tugas_berubah = beda.datum.startswith(tugas) or "kolom Tugas" in beda.letak
    yield f"{beda.letak}: mengubah {'tugas' if tugas_berubah else 'kata, bukan ejaannya'}"


_PENGHUBUNG = frozenset(["pada", "dalam", "di", "ke", "dari", "yang", "untuk", "dengan", "atas", "oleh", "sebagai", "bagi"])


def _meaning(teks: str, sisanya: Sequence[Potong]) -> set[str]:
    """Words put in or taken out that carry meaning: no mere link, and not one that stands there anyway (a doubled word)."""
    tetap = {k.lower() for p in sisanya for k in re.findall(r"\w+", p.teks)}
    return {k for k in re.findall(r"\w+", teks.lower()) if k not in _PENGHUBUNG and k not in tetap}


def _numbers(teks: str) -> list[str]:
    """Numbers in digits, words or roman numerals."""
    kata = re.findall(r"\w+", teks)
    return [k for k in kata if any(c.isdigit() for c in k) or k.lower() in _KATA_BILANGAN or _is_roman(k)]


def _is_roman(kata: str) -> bool:
    try:
        return bool(dari_romawi(kata))
    except ValueError:
        return False


def _same_letters(lama: str, baru: str) -> bool:
    a, b = ("".join(c for c in teks.lower() if c.isalnum()) for teks in (lama, baru))
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _MIRIP
