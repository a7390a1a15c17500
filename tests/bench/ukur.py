"""Measuring: rounds in turn, medians with their spread, memory; and what is wanted of a figure."""

import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conftest import AKAR, CONTOH

NOTA = str(Path(sys.executable).with_name("nota"))
CONTOH_YAML = AKAR / "agreements" / CONTOH / "kesepakatan.yaml"

Kerja = Callable[[], object]
Takar = Callable[[int], int]
"""How often, or how many, of what a whole run does; a short one does less."""


@dataclass(frozen=True)
class Batas:
    """What is wanted of a figure: at most so much, or at least."""

    value: float
    at_least: bool = False

    def __str__(self) -> str:
        return f"at {'least' if self.at_least else 'most'} {self.value:,g}"

    def reached(self, nilai: float) -> bool:
        return nilai >= self.value if self.at_least else nilai <= self.value


def at_most(nilai: float) -> Batas:
    return Batas(nilai)


def at_least(nilai: float) -> Batas:
    return Batas(nilai, at_least=True)


@dataclass(frozen=True)
class Angka:
    """A figure: a ratio with the medians behind it in seconds, or a quantity with its unit.

    Attributes:
        nama: what it is.
        nilai: the figure.
        rentang: first and last tenth of what it is the median of; none where it was measured once.
        batas: what is wanted, if anything.
        satuan: none: a ratio.
        bahan: what the ratio was made of.
    """

    nama: str
    value: float
    span: tuple[float, float] | None = None
    limit: Batas | None = None
    satuan: str = ""
    material: tuple[float, ...] = ()


@dataclass(frozen=True)
class Kelompok:
    """What one group found: remarks, figures, and named times for the chart, the first of them ours."""

    judul: str
    catatan: tuple[str, ...]
    angka: tuple[Angka, ...]
    batang: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Spent:
    """Seconds of one piece of work.

    Attributes:
        wall: as a clock on the wall shows them.
        processor: of this process and of the children it waited for, all cores together.
    """

    wall: float
    processor: float


def rounds(n: int, *kerja: Kerja, warm: bool = True) -> list[tuple[float, ...]]:
    """Seconds by the wall that each took; see `spent_rounds`."""
    return [
        tuple(spent.wall for spent in ronde)
        for ronde in spent_rounds(n, *kerja, warm=warm)
    ]


def spent_rounds(n: int, *kerja: Kerja, warm: bool = True) -> list[tuple[Spent, ...]]:
    """What each took, in turn, n times over; the first time, which also fills caches, is not counted.

    What this process holds already is set aside from the collector: a peer that leaves it running must not pay for us.
    """
    if warm:
        for satu in kerja:
            satu()
    gc.collect()
    gc.freeze()
    hasil = []
    for _ in range(n):
        ronde = []
        for satu in kerja:
            ronde.append(spent_by(satu))
        hasil.append(tuple(ronde))
    gc.unfreeze()
    return hasil


def spent_by(work: Kerja) -> Spent:
    wall, processor = time.perf_counter(), _processor_seconds()
    work()
    return Spent(time.perf_counter() - wall, _processor_seconds() - processor)


def _processor_seconds() -> float:
    """Of this process and of all its children that have ended."""
    used = (
        resource.getrusage(resource.RUSAGE_SELF),
        resource.getrusage(resource.RUSAGE_CHILDREN),
    )
    return sum(each.ru_utime + each.ru_stime for each in used)


def middle(nilai: Sequence[float]) -> tuple[float, tuple[float, float]]:
    """Median, and the range between the first and the last tenth."""
    urut = sorted(nilai)
    return statistics.median(urut), (urut[len(urut) // 10], urut[-1 - len(urut) // 10])


def ratio(
    nama: str, a: Sequence[float], b: Sequence[float], batas: Batas | None = None
) -> Angka:
    """A over B, round by round."""
    nilai, rentang = middle([x / y for x, y in zip(a, b, strict=True)])
    return Angka(
        nama,
        nilai,
        rentang,
        batas,
        material=(statistics.median(a), statistics.median(b)),
    )


def milliseconds(
    nama: str, detik: Sequence[float], batas: Batas | None = None
) -> Angka:
    nilai, (awal, akhir) = middle([1000 * satu for satu in detik])
    return Angka(nama, nilai, (awal, akhir), batas, "ms")


def wall(spent: Sequence[Spent]) -> list[float]:
    return [each.wall for each in spent]


def processor(spent: Sequence[Spent]) -> list[float]:
    return [each.processor for each in spent]


def on_one_core(work: Kerja) -> Kerja:
    """The same with one core to run on, its children too."""

    def once() -> None:
        allowed = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(allowed)})
        try:
            work()
        finally:
            os.sched_setaffinity(0, allowed)

    return once


def run(*isi: str) -> Kerja:
    """A command to be run to its end; one that fails ends the benchmark with what it said."""

    def once() -> None:
        hasil = subprocess.run(
            isi,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        if hasil.returncode:
            raise RuntimeError(f"exit {hasil.returncode}: {hasil.stderr[-2000:]}")

    return once


def bare_python() -> Kerja:
    return run(sys.executable, "-c", "pass")


def child(*isi: str) -> Any:
    """What `bench.anak` says of what it did in a process of its own."""
    alam = {**os.environ, "PYTHONPATH": str(AKAR / "tests")}
    hasil = subprocess.run(
        [sys.executable, "-m", "bench.anak", *isi],
        check=True,
        env=alam,
        stdout=subprocess.PIPE,
    )
    return json.loads(hasil.stdout)
