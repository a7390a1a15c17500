"""What must be measured in a process of its own, since memory once taken is seldom given back."""

import json
import sys
import time
from pathlib import Path

from bench.bahan import copies, with_rows

_AKAR = Path(__file__).parents[2]


def status(ruas: str) -> float:
    """A line of /proc/self/status, MB.

    Not `ru_maxrss`, which a child takes over from the process that started it.
    """
    for baris in Path("/proc/self/status").read_text().splitlines():
        if baris.startswith(f"{ruas}:"):
            return int(baris.split()[1]) / 1024
    raise LookupError(ruas)


def annex(berkas: Path, jenis: str, jumlah: int) -> dict[str, float]:
    """One document from the loaded model, the first of its process: seconds and the process's peak memory."""
    from notakesepakatan.compose.composer import Composer
    from notakesepakatan.compose.kesepakatan import compose_kesepakatan
    from notakesepakatan.press import collector_off
    from notakesepakatan.write.formats import writer

    termuat, penyusun, tulis = (
        with_rows(berkas, jumlah),
        Composer.of(_AKAR),
        writer(jenis),
    )
    mulai = time.perf_counter()
    with collector_off():
        besar = len(tulis(compose_kesepakatan(penyusun, termuat)))
    return {
        "detik": time.perf_counter() - mulai,
        "MB": status("VmHWM"),
        "besar": besar / 1e6,
    }


def worker(berkas: Path, awal: int, akhir: int) -> dict[str, float]:
    """Memory of one worker of the real pool after so many documents, and after as many more."""
    from notakesepakatan.press.job import Job, perform
    from notakesepakatan.press.order import Order
    from notakesepakatan.press.processes import processes
    from notakesepakatan.workspace.state import FileState

    hasil = dict[str, float]()
    with processes(1) as pool:
        for i, (slug, isi) in enumerate(copies(berkas, akhir), 1):
            job = Job(
                slug,
                Order(("pdf",), None),
                str(_AKAR),
                {berkas.name: isi.encode()},
                (),
                "",
                {},
                FileState("", 0),
                0,
            )
            jadi = pool.submit(perform, job).result()
            if jadi.problem:
                raise ValueError(jadi.problem)
            if i in (awal, akhir):
                hasil[str(i)] = pool.submit(status, "VmRSS").result()
    return hasil


def first_check(berkas: Path) -> dict[str, float]:
    """Processor seconds until everything is loaded, and of the first check after that."""
    from notakesepakatan.bureau.check import temuan_list
    from notakesepakatan.load.adendum.riwayat import Riwayat
    from notakesepakatan.load.dictionary import load_dictionary
    from notakesepakatan.load.kesepakatan import load_kesepakatan

    termuat = load_kesepakatan(berkas)
    ready = time.process_time()
    temuan_list(Riwayat(termuat), termuat, load_dictionary())
    return {"start": ready, "first": time.process_time() - ready}


if __name__ == "__main__":
    perintah, nama_berkas, *isi = sys.argv[1:]
    if perintah == "periksa":
        print(json.dumps(first_check(Path(nama_berkas))))
        sys.exit()
    if perintah == "lampiran":
        print(json.dumps(annex(Path(nama_berkas), isi[0], int(isi[1]))))
    else:
        print(json.dumps(worker(Path(nama_berkas), int(isi[0]), int(isi[1]))))
