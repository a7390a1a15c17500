"""One document: starting, the whole process, PDF and DOCX from the loaded model."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from baca import docx_lines
from bench.bahan import put
from bench.lawan import bare_docx, naive_docx
from bench.lawan_docxtpl import fill, prepare
from bench.ukur import (
    CONTOH_YAML,
    NOTA,
    Kelompok,
    Takar,
    at_least,
    at_most,
    bare_python,
    milliseconds,
    ratio,
    rounds,
    run,
)
from conftest import AKAR
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.load.kesepakatan import load_kesepakatan
from notakesepakatan.press import collector_off
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.html import write_html
from notakesepakatan.write.pdf import write_pdf
from notakesepakatan.write.pdf_engine import engine


def start(takar: Takar) -> Kelompok:
    bantuan, python = zip(
        *rounds(takar(25), run(NOTA, "--help"), bare_python()), strict=True
    )
    return Kelompok(
        "Starting",
        ("Bare Python is `python -c pass` of the same environment.",),
        (ratio("`nota --help` / bare Python", bantuan, python, at_most(5)),),
    )


def whole_process(takar: Takar) -> Kelompok:
    """From YAML to a PDF file, beside what others need for a file of the finished document."""
    termuat = load_kesepakatan(CONTOH_YAML)
    naskah = compose_kesepakatan(Composer.of(AKAR), termuat)
    with tempfile.TemporaryDirectory() as sementara:
        f = Path(sementara)
        yaml = put(f, "contoh", termuat.isi.decode())
        (f / "naskah.html").write_bytes(write_html(naskah))
        (f / "naskah.docx").write_bytes(write_docx(naskah))
        kita = run(
            NOTA,
            "-C",
            sementara,
            "susun",
            "contoh",
            "--format",
            "pdf",
            "--paksa",
            "--ke",
            f"{f}/nota",
        )
        polos = run(
            sys.executable,
            str(Path(__file__).with_name("polos.py")),
            f"{f}/naskah.html",
            f"{f}/polos.pdf",
            str(yaml),
        )
        nomor = count()

        def office(profil: str) -> None:
            run(
                shutil.which("soffice") or "libreoffice",
                "--headless",
                f"-env:UserInstallation=file://{f}/{profil}",
                "--convert-to",
                "pdf",
                "--outdir",
                f"{f}/kantor",
                f"{f}/naskah.docx",
            )()

        dingin, kantor = (
            lambda: office(f"profil-{next(nomor)}"),
            lambda: office("profil"),
        )
        a, b, c, d = zip(*rounds(takar(11), kita, polos, dingin, kantor), strict=True)
        hasil = [
            f / "nota/contoh/nota-kesepakatan.pdf",
            f / "polos.pdf",
            f / "kantor/naskah.pdf",
        ]
        if not all(satu.is_file() for satu in hasil):
            raise FileNotFoundError("one of the three made no PDF")
    angka = (
        ratio("`nota susun`, YAML to PDF / plain WeasyPrint script", a, b, at_most(1)),
        ratio(
            "`nota susun`, YAML to PDF / LibreOffice cold, DOCX to PDF",
            a,
            c,
            at_most(1),
        ),
        ratio(
            "`nota susun`, YAML to PDF / LibreOffice with its profile made before", a, d
        ),
    )
    return Kelompok(
        "A whole process, from file to PDF",
        (
            "Ours is `nota susun` of the example with `--paksa`: YAML read and validated, the text checked, composed, PDF/A-3u"
            " with the YAML attached written, and known to the index.",
            "The plain script (`tests/bench/polos.py`) is given the HTML that `nota susun --format html` writes, and makes"
            " the same PDF/A-3u with the same file attached. It neither reads YAML nor composes.",
            "LibreOffice (`soffice --headless --convert-to pdf`) is given our DOCX. Cold is a profile of its own each time, as on"
            " the first conversion by a new user; beside it stands one whose profile exists. Its files have been read before; it"
            " attaches nothing and makes no PDF/A.",
        ),
        angka,
        (
            *_bars(angka[0], "nota susun", "plain WeasyPrint script"),
            ("LibreOffice, cold", angka[1].material[1]),
            ("LibreOffice", angka[2].material[1]),
        ),
    )


def _as_the_press(make: Callable[[], bytes]) -> bytes:
    """A document made as `nota susun` makes it: with the collector set aside."""
    with collector_off():
        return make()


def warm_pdf(takar: Takar) -> Kelompok:
    """Many documents in one process."""
    termuat, penyusun, m = load_kesepakatan(CONTOH_YAML), Composer.of(AKAR), engine()
    html, huruf = (
        write_html(compose_kesepakatan(penyusun, termuat)).decode(),
        _font_configuration(),
    )

    def plain(**pilihan: Any) -> None:
        m.library.HTML(string=html).write_pdf(font_config=huruf, **pilihan)

    def same() -> None:
        lampiran = m.library.Attachment(
            string=termuat.isi, name=CONTOH_YAML.name, relationship="Source"
        )
        plain(pdf_variant="pdf/a-3u", attachments=[lampiran])

    ours = rounds(
        takar(25),
        lambda: _as_the_press(
            lambda: write_pdf(compose_kesepakatan(penyusun, termuat))
        ),
        same,
        plain,
    )
    a, b, c = zip(*ours, strict=True)
    angka = (
        ratio("PDF, loaded model to bytes / plain WeasyPrint", a, b, at_most(0.9)),
        ratio("the same / plain WeasyPrint, neither PDF/A nor attachment", a, c),
    )
    return Kelompok(
        "PDF, warm",
        (
            "Ours composes from the loaded model and writes PDF/A-3u with the YAML attached.",
            "Plain WeasyPrint is given the finished HTML as a string, one `FontConfiguration` for all its documents, and the"
            " same PDF variant and attachment. It composes nothing. Python's garbage collector runs as it does by default,"
            " with what the benchmark itself holds set aside from it.",
        ),
        angka,
        _bars(angka[0], "notakesepakatan", "plain WeasyPrint"),
    )


def _font_configuration() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def warm_docx(takar: Takar) -> Kelompok:
    """Every peer's words are those of ours, or nothing is measured."""
    termuat, penyusun = load_kesepakatan(CONTOH_YAML), Composer.of(AKAR)
    naskah = compose_kesepakatan(penyusun, termuat)
    templat, isi = prepare(naskah)
    kata = _words(write_docx(naskah))
    if not kata == _words(naive_docx(naskah)) == _words(fill(templat, isi)):
        raise ValueError("the peers' documents say something else")
    ours = rounds(
        takar(40),
        lambda: _as_the_press(
            lambda: write_docx(compose_kesepakatan(penyusun, termuat))
        ),
        lambda: _as_the_press(lambda: write_docx(naskah)),
        lambda: naive_docx(naskah),
        lambda: fill(templat, isi),
        lambda: bare_docx(naskah),
    )
    semua, tulis, naif, docxtpl, gundul = zip(*ours, strict=True)
    angka = (
        ratio("python-docx / ours, loaded model to bytes", naif, semua, at_least(16)),
        ratio("docxtpl / ours, loaded model to bytes", docxtpl, semua, at_least(3.5)),
        ratio(
            "python-docx / our writer alone, naskah to bytes", naif, tulis, at_least(25)
        ),
        ratio(
            "docxtpl / our writer alone, naskah to bytes", docxtpl, tulis, at_least(5)
        ),
        ratio(
            "python-docx, words and grid only / ours, loaded model to bytes",
            gundul,
            semua,
        ),
        milliseconds("ours, loaded model to bytes", semua),
    )
    return Kelompok(
        "DOCX, warm",
        (
            "python-docx as its own guide shows it: `add_paragraph`, `add_row().cells`, one call a thing, from the blocks of the"
            " naskah; the same words, styles, page set-ups, widths, merged and repeated head. It leaves out bookmarks and page"
            " numbers.",
            "docxtpl opens a Word template of the same document, fills and saves it: loops over pasal, their paragraphs and the"
            " annex's rows. Template and values, which are strings made ready, are prepared outside the time. It leaves out"
            " bookmarks, page numbers and the escaping of words.",
            "Words of all three documents are compared before anything is measured.",
        ),
        angka,
        (
            ("notakesepakatan", angka[0].material[1]),
            ("docxtpl", angka[1].material[0]),
            ("python-docx", angka[0].material[0]),
        ),
    )


def _words(isi: bytes) -> list[str]:
    return " ".join(docx_lines(isi)).split()


def _bars(angka: Any, kita: str, lawan: str) -> tuple[tuple[str, float], ...]:
    return ((kita, angka.material[0]), (lawan, angka.material[1]))
