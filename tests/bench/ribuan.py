"""Ten thousand small agreements: nothing to do, one changed, and the register of them all."""

import os
import tempfile
import time
from itertools import count
from pathlib import Path

from bench.bahan import put, small
from bench.ukur import (
    NOTA,
    Kelompok,
    Takar,
    at_most,
    bare_python,
    milliseconds,
    ratio,
    rounds,
    run,
)


def thousands(takar: Takar) -> Kelompok:
    jumlah, hari = takar(10_000), ("--per", "2026-11-23")
    with tempfile.TemporaryDirectory() as sementara:
        akar = Path(sementara)
        for i in range(jumlah):
            put(akar, f"k-{i:05}", small(i))
        time.sleep(2.5)  # files younger than two seconds are not believed to lie still
        nota = (NOTA, "-C", sementara)
        susun = (*nota, "susun", "--format", "txt")
        mulai = time.perf_counter()
        run(*susun, "--semua", "--proses", "2")()
        pertama = time.perf_counter() - mulai
        nomor = count()

        def one_changed() -> None:
            """What is typed into a file is not the program's time; it takes a fraction of a millisecond."""
            put(
                akar,
                "k-00007",
                small(7).replace("judul: Uji", f"judul: Uji {next(nomor)}"),
            )
            run(*susun, "--semua")()

        waktu = rounds(
            takar(9),
            run(NOTA, "--version"),
            lambda: _scan(sementara),
            run(*susun, "--semua"),
            one_changed,
            run(*susun, "k-00008", "--paksa"),
            bare_python(),
            run(*nota, "daftar", *hari),
            run(*nota, "tenggat", *hari),
        )
    awal, pindai, diam, ubah, susun_satu, python, daftar, tenggat = zip(
        *waktu, strict=True
    )
    lebih = [n - s for n, s in zip(diam, awal, strict=True)]
    boleh = [n + r - s for n, r, s in zip(diam, susun_satu, awal, strict=True)]
    return Kelompok(
        f"{jumlah:,} agreements",
        (
            "Agreements of the least that one may say, each a file of half a kilobyte with a date of its own, rendered as text"
            f" only to make so many in reasonable time ({pertama:.0f} s on two processes, once, with their index).",
            "The scan is `os.scandir` of every folder and `DirEntry.stat` of every file that `nota susun` looks at, agreements"
            " and documents, in a Python that runs already. Start-up is `nota --version`.",
            "One render is the process `nota susun NAME --paksa` of one of them, less start-up, which the no-op has already.",
        ),
        (
            milliseconds("`nota susun --semua`, nothing to do", diam, at_most(1000)),
            ratio(
                "the same beyond start-up / scandir and stat", lebih, pindai, at_most(3)
            ),
            milliseconds("`nota susun --semua`, one changed", ubah),
            ratio(
                "one changed / nothing to do and one render", ubah, boleh, at_most(1)
            ),
            milliseconds("`nota daftar`, nothing changed", daftar, at_most(2000)),
            milliseconds("`nota tenggat`, nothing changed", tenggat, at_most(2000)),
            ratio("`nota daftar` / bare Python", daftar, python),
        ),
    )


def _scan(akar: str) -> int:
    """Bytes of all files of all agreements and of their documents, as their entries say."""
    besar = 0
    for bagian in ("agreements", "output"):
        with os.scandir(f"{akar}/{bagian}") as folder:
            for satu in folder:
                if satu.is_dir():
                    with os.scandir(satu.path) as isi:
                        besar += sum(berkas.stat().st_size for berkas in isi)
    return besar
