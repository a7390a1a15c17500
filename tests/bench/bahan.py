"""What is measured: the example, its copies, its annex made longer, workspaces of many agreements."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from notakesepakatan.load.kesepakatan import Loaded, load_kesepakatan
from notakesepakatan.model.lampiran import Program, Tahapan


def with_rows(berkas: Path, jumlah: int) -> Loaded:
    """The example with its programmes repeated until the annex has so many rows, each programme under a name of its own.

    Put into the loaded model: as YAML, 5,000 rows are more than the 1 MB a file may have.
    """
    termuat = load_kesepakatan(berkas)
    lampiran = termuat.reading.rencana_kerja
    if lampiran is None:
        raise ValueError("the example has an annex")
    program = tuple(_repeated(lampiran.program, jumlah))
    return replace(
        termuat,
        reading=termuat.reading.model_copy(
            update={"lampiran": lampiran.model_copy(update={"program": program})}
        ),
    )


def _repeated(asal: tuple[Program, ...], sisa: int) -> Iterator[Program]:
    """Whole programmes only; one with more rows than are still wanted is passed over."""
    nomor = 0
    for satu in cycle(asal):
        if not sisa:
            return
        if (baris := _rows(satu.tahapan)) <= sisa:
            nomor, sisa = nomor + 1, sisa - baris
            yield satu.model_copy(
                update={"nomor": str(nomor), "nama": f"{satu.nama} {nomor}"}
            )


def _rows(daftar: tuple[Tahapan, ...]) -> int:
    return sum(1 + _rows(satu.tahapan) for satu in daftar)


def copies(berkas: Path, jumlah: int) -> Iterator[tuple[str, str]]:
    """Slug and YAML of the example as other regencies would have it: its name and the numbers differ."""
    isi = berkas.read_text(encoding="utf-8")
    for i in range(jumlah):
        yield (
            f"u-{i:03}",
            isi.replace("Kabupaten Pekalongan", f"Kabupaten Contoh {i}").replace(
                "/NK.04/", f"/NK.{i:03}/"
            ),
        )


def small(i: int) -> str:
    """YAML of the least that an agreement may say, signed, with a date of its own."""
    from conftest import MINIMAL

    isi = MINIMAL.replace("2 tahun", f"{1 + i % 7} tahun").replace(
        "jabatan: K", "pejabat: A\n  nomor: '1'\n  jabatan: K"
    )
    return (
        f"{isi}penandatanganan: {{tempat: X, tanggal: 20{20 + i % 7}-{1 + i % 12:02}-{1 + i % 28:02}}}\n"
        f"tenggat: {{pemberitahuan: 3 bulan}}\n"
    )


def put(akar: Path, slug: str, isi: str) -> Path:
    """An agreement into a workspace."""
    berkas = akar / "agreements" / slug / "kesepakatan.yaml"
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text(isi, encoding="utf-8")
    return berkas
