"""Many agreements: one process, two, a Dask cluster; and the memory of a worker."""

import tempfile
from hashlib import sha256
from pathlib import Path

from bench.bahan import copies, put
from bench.ukur import (
    CONTOH_YAML,
    NOTA,
    Angka,
    Batas,
    Kelompok,
    Takar,
    at_most,
    child,
    ratio,
    rounds,
    run,
)


def batch(takar: Takar) -> Kelompok:
    """The same workspace rendered into three folders, each round anew."""
    from distributed import LocalCluster

    jumlah = takar(200)
    with (
        tempfile.TemporaryDirectory() as sementara,
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as klaster,  # type: ignore[no-untyped-call]
    ):
        akar = Path(sementara)
        for slug, isi in copies(CONTOH_YAML, jumlah):
            put(akar, slug, isi)
        alamat = klaster.scheduler_address
        susun = (NOTA, "-C", sementara, "susun", "--paksa")
        # The workers of a cluster stand ready for days; a pool is made anew by every command, and that is in its time.
        run(*susun, *(f"u-{i:03}" for i in range(8)), "--klaster", alamat)()
        cara = (
            ("satu", "--proses", "1"),
            ("dua", "--proses", "2"),
            ("dask", "--klaster", alamat),
        )
        kerja = [
            run(*susun, "--semua", *pilihan, "--ke", str(akar / ke))
            for ke, *pilihan in cara
        ]
        satu, dua, dask = zip(*rounds(takar(3), *kerja, warm=False), strict=True)
        sidik = {_fingerprint(akar / ke) for ke, *_ in cara}
    return Kelompok(
        f"{jumlah} agreements",
        (
            "Copies of the example as other regencies would have it, each as DOCX, PDF and text: `nota susun --semua --paksa`,"
            " the whole command. The command on two processes starts both; the Dask cluster is a scheduler and two workers of"
            " one thread on the same machine, which have made a few documents before.",
            "On a machine with two cores the scheduler and the command that writes the files share them with the workers.",
        ),
        (
            ratio("two processes / one", dua, satu, at_most(0.53)),
            ratio("Dask, two workers / one process", dask, satu, at_most(0.53)),
            Angka(
                "agreements a second on two processes",
                jumlah * len(dua) / sum(dua),
                satuan="/s",
            ),
            Angka("different sets of files from the three", len(sidik), None, Batas(1)),
        ),
    )


def _fingerprint(folder: Path) -> str:
    """Hash of every file below a folder by its path and bytes."""
    jumlah = sha256()
    for berkas in sorted(p for p in folder.rglob("*") if p.is_file()):
        jumlah.update(f"{berkas.relative_to(folder)}\0".encode() + berkas.read_bytes())
    return jumlah.hexdigest()


def worker(takar: Takar) -> Kelompok:
    """One worker of the real pool, which does nothing else meanwhile."""
    awal, akhir = takar(50), takar(500)
    mb = child("pekerja", str(CONTOH_YAML), str(awal), str(akhir))
    a, b = mb[str(akhir)], mb[str(awal)]
    return Kelompok(
        "Memory of a worker",
        (
            "Resident memory (`VmRSS`) of the one worker of a pool, which writes the PDF of varied copies of the example.",
        ),
        (
            Angka(f"after {awal} documents", b, satuan="MB"),
            Angka(f"after {akhir} documents", a, satuan="MB"),
            Angka(f"after {akhir} / after {awal}", a / b, None, at_most(1.15)),
        ),
    )
