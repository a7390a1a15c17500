"""Run the groups, print what they found, and write it down when all of them were run whole."""

import argparse

from bench import banyak, meja, panjang, perubahan, ribuan, satu
from bench.bagan import chart
from bench.laporan import page, section
from conftest import AKAR

KELOMPOK = {
    "mula": satu.start,
    "proses": satu.whole_process,
    "pdf": satu.warm_pdf,
    "docx": satu.warm_docx,
    "lampiran": panjang.long_annex,
    "banyak": banyak.batch,
    "pekerja": banyak.worker,
    "ribuan": ribuan.thousands,
    "meja": meja.desk,
    "dua-puluh": meja.twenty,
    "adendum": perubahan.amendments,
    "dua-puluh-adendum": perubahan.twenty_adenda,
    "aturan": perubahan.rules,
    "tulis-ulang": perubahan.rewriting,
}


def _tenth(n: int) -> int:
    return max(2, n // 10)


def main() -> None:
    pilihan = argparse.ArgumentParser(prog="bench", description=__doc__)
    pilihan.add_argument(
        "--hanya",
        action="append",
        choices=KELOMPOK,
        dest="only",
        help="this group; may be given more than once",
    )
    pilihan.add_argument(
        "--singkat",
        action="store_true",
        dest="short",
        help="a tenth of it, to see that it runs",
    )
    args = pilihan.parse_args()
    hasil = []
    for nama, ukur in KELOMPOK.items():
        if not args.only or nama in args.only:
            hasil.append(ukur(_tenth if args.short else int))
            print(section(hasil[-1]), flush=True)
    if not args.only and not args.short:
        (AKAR / "docs/benchmark.md").write_text(page(hasil), encoding="utf-8")
        (AKAR / "docs/gambar/benchmark.svg").write_text(chart(hasil), encoding="utf-8")


if __name__ == "__main__":
    main()
