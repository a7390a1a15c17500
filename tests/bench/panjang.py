"""An annex of 12, 100, 1,000 and 5,000 rows."""

from collections.abc import Callable

from bench.bahan import with_rows
from bench.ukur import (
    CONTOH_YAML,
    Angka,
    Kelompok,
    Takar,
    at_most,
    child,
    milliseconds,
    ratio,
    rounds,
)
from conftest import AKAR
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.naskah import Naskah
from notakesepakatan.press import collector_off
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.pdf import write_pdf

_BARIS = (12, 100, 1000, 5000)
_BATAS_MB = {("docx", 5000): at_most(250)}


def long_annex(takar: Takar) -> Kelompok:
    """Times in turn in this process; memory, and the longest PDF, each in a process of its own."""
    penyusun = Composer.of(AKAR)
    termuat = {n: with_rows(CONTOH_YAML, n) for n in _BARIS}

    def made(write: Callable[[Naskah], bytes], n: int) -> bytes:
        with collector_off():
            return write(compose_kesepakatan(penyusun, termuat[n]))

    docx = zip(
        *rounds(takar(10), *(lambda n=n: made(write_docx, n) for n in _BARIS)),
        strict=True,
    )
    pdf = zip(
        *rounds(takar(3), *(lambda n=n: made(write_pdf, n) for n in _BARIS[:-1])),
        strict=True,
    )
    d, p = dict(zip(_BARIS, docx, strict=True)), dict(zip(_BARIS, pdf, strict=False))
    memori = {
        (jenis, n): child("lampiran", str(CONTOH_YAML), jenis, str(n))
        for jenis in ("docx", "pdf")
        for n in _BARIS
    }
    per_baris = {n: [satu / n for satu in p[n]] for n in p}
    tubuh = {
        n: [(satu - dasar) / (n - 12) for satu, dasar in zip(p[n], p[12], strict=True)]
        for n in (100, 1000)
    }
    return Kelompok(
        "A long annex",
        (
            "The example's own programmes, repeated under names of their own; the body is the example's. Times are from the"
            " loaded model to bytes.",
            "Peak memory is that of a process that loads the example, makes the rows, composes and writes one document"
            " (`VmHWM`). The PDF of 5,000 rows is made once, in that process.",
            "Per row means the whole time over the number of rows; since the body's time is in both, the ratio with the time of"
            " the 12-row document taken off stands beside it.",
        ),
        (
            *(milliseconds(f"DOCX, {n:,} rows", d[n]) for n in _BARIS),
            *(milliseconds(f"PDF, {n:,} rows", p[n]) for n in p),
            Angka("PDF, 5,000 rows", 1000 * memori["pdf", 5000]["detik"], satuan="ms"),
            *(
                Angka(
                    f"{j.upper()}, {n:,} rows, peak memory",
                    m["MB"],
                    None,
                    _BATAS_MB.get((j, n)),
                    "MB",
                )
                for (j, n), m in memori.items()
            ),
            ratio("DOCX, 5,000 rows / 1,000 rows", d[5000], d[1000], at_most(5.5)),
            ratio(
                "PDF per row, of 1,000 / of 100",
                per_baris[1000],
                per_baris[100],
                at_most(1.1),
            ),
            ratio("the same beyond the document of 12 rows", tubuh[1000], tubuh[100]),
        ),
    )
