"""docs/benchmark.md: the machine, what is reached and what is not, each group's table and remarks."""

import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from bench.ukur import Angka, Kelompok
from notakesepakatan.press.processes import cores

_PUSTAKA = ("weasyprint", "python-docx", "docxtpl", "jinja2", "pydantic", "distributed")
_KEPALA = """\
# Benchmark

Written whole by `make bench` in one run on one machine. What is compared ran in turn, A B A B …; a ratio is taken round by
round, and given as the median with the range between the first and the last tenth. Times in milliseconds are medians.

![Time of one document, ours beside the peers'](gambar/benchmark.svg)
"""
_TABEL = """\
| what | figure | range | made of, ms | wanted | reached |
| --- | ---: | --- | ---: | --- | --- |
"""


def page(daftar: Sequence[Kelompok]) -> str:
    """The whole page."""
    semua = [angka for satu in daftar for angka in satu.angka if angka.limit]
    luput = [angka for angka in semua if not _reached(angka)]
    ringkas = f"Of {len(semua)} figures wanted, {len(semua) - len(luput)} are reached"
    if luput:
        nama = "; ".join(f"{a.nama} ({_figure(a)}, wanted {a.limit})" for a in luput)
        ringkas += f". Not reached: {nama}"
    return "\n".join([_KEPALA, f"{ringkas}.\n", _machine(), *map(section, daftar)])


def section(k: Kelompok) -> str:
    """A group's heading, table and remarks."""
    catatan = "".join(f"- {satu}\n" for satu in k.catatan)
    return f"## {k.judul}\n\n{_TABEL}{''.join(map(_row, k.angka))}\n{catatan}"


def _row(a: Angka) -> str:
    rentang = f"{_number(a.span[0])}–{_number(a.span[1])}" if a.span else ""
    bahan = " / ".join(_number(1000 * satu) for satu in a.material)
    tercapai = ("**not reached**", "reached")[_reached(a)] if a.limit else ""
    return f"| {a.nama} | **{_figure(a)}** | {rentang} | {bahan} | {a.limit or ''} | {tercapai} |\n"


def _reached(a: Angka) -> bool:
    return a.limit is None or a.limit.reached(a.value)


def _figure(a: Angka) -> str:
    return f"{_number(a.value)} {a.satuan}".rstrip()


def _number(nilai: float) -> str:
    """Three digits, more where whole: 0.873, 9.12, 45.6, 1,234."""
    angka = (
        0
        if abs(nilai) >= 100 or nilai == int(nilai)
        else 1
        if abs(nilai) >= 10
        else 2
        if abs(nilai) >= 1
        else 3
    )
    return f"{nilai:,.{angka}f}"


def _machine() -> str:
    return "".join(f"- {satu}\n" for satu in _facts())


def _facts() -> Iterator[str]:
    """What the figures depend on; nothing that names this machine or a place on it."""
    prosesor = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    memori = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    yield f"Machine: {prosesor[1] if prosesor else platform.machine()}, {cores()} cores, {memori:.0f} GB, {platform.system()}."
    yield (
        f"Python {platform.python_version()}, "
        + ", ".join(f"{nama} {version(nama)}" for nama in _PUSTAKA)
        + "."
    )
    if kantor := shutil.which("soffice"):
        jawaban = subprocess.run(
            [kantor, "--version"], capture_output=True, text=True, check=True
        ).stdout
        yield " ".join(jawaban.split()[:2]) + "."
