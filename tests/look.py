"""`make look`: every page of the PDFs in output/, and of the DOCX as LibreOffice prints them, as PNG to look at.

Pages go to output/<slug>/lihat/<document>-<format>-<page>.png; `--gambar FILE` makes the README's picture instead.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from libreoffice import converted

AKAR = Path(__file__).parents[1]


def pages(pdf: Path, skala: float) -> list[Image.Image]:
    return [
        halaman.render(scale=skala).to_pil() for halaman in pypdfium2.PdfDocument(pdf)
    ]


def docx_as_pdf(berkas: Path, folder: Path) -> Path:
    copy = Path(shutil.copy(berkas, folder))
    return converted([copy], "pdf")[0]


def look() -> None:
    for folder in sorted(p for p in (AKAR / "output").iterdir() if p.is_dir()):
        lihat = folder / "lihat"
        lihat.mkdir(exist_ok=True)
        for lama in lihat.glob("*.png"):
            lama.unlink()
        with tempfile.TemporaryDirectory() as sementara:
            for berkas in sorted(folder.glob("*.pdf")) + sorted(folder.glob("*.docx")):
                pdf = (
                    berkas
                    if berkas.suffix == ".pdf"
                    else docx_as_pdf(berkas, Path(sementara))
                )
                for n, gambar in enumerate(pages(pdf, 1.5), 1):
                    gambar.save(lihat / f"{berkas.stem}-{berkas.suffix[1:]}-{n:02}.png")
        print(f"{lihat}/: {len(list(lihat.glob('*.png')))} halaman")


def picture(pdf: Path, tujuan: Path) -> None:
    """First page, a page of pasal and the first page of the annex, side by side."""
    semua = pages(pdf, 1.1)
    rebah = next(g for g in semua if g.width > g.height)
    pilihan = [
        semua[0],
        semua[5],
        rebah.resize(
            (round(rebah.width * semua[0].height / rebah.height), semua[0].height)
        ),
    ]
    sela = 16
    kanvas = Image.new(
        "RGB",
        (sum(g.width for g in pilihan) + sela * 4, semua[0].height + 2 * sela),
        "#d8d8d8",
    )
    x = sela
    for gambar in pilihan:
        kanvas.paste(gambar, (x, sela))
        x += gambar.width + sela
    kanvas.resize(
        (1600, round(kanvas.height * 1600 / kanvas.width)), Image.Resampling.LANCZOS
    ).quantize(32).save(tujuan, optimize=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--gambar"]:
        picture(
            AKAR / "output/bp2mi-pekalongan-2022/nota-kesepakatan.pdf",
            Path(sys.argv[2]),
        )
    else:
        look()
