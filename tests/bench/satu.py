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
from bench.lawan import bare_docx, naive_docx, skilled_docx
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
    on_one_core,
    processor,
    ratio,
    rounds,
    run,
    spent_rounds,
    wall,
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
        taken = spent_rounds(
            takar(11),
            kita,
            polos,
            dingin,
            kantor,
            on_one_core(kita),
            on_one_core(polos),
        )
        a, b, c, d, ours_alone, plain_alone = zip(*taken, strict=True)
        hasil = [
            f / "nota/contoh/nota-kesepakatan.pdf",
            f / "polos.pdf",
            f / "kantor/naskah.pdf",
        ]
        if not all(satu.is_file() for satu in hasil):
            raise FileNotFoundError("one of the three made no PDF")
    plain = "`nota susun`, YAML to PDF / plain WeasyPrint script"
    cold = "`nota susun`, YAML to PDF / LibreOffice cold, DOCX to PDF"
    known = "`nota susun`, YAML to PDF / LibreOffice with its profile made before"
    angka = (
        ratio(plain, wall(a), wall(b), at_most(1)),
        ratio(cold, wall(a), wall(c), at_most(1)),
        ratio(known, wall(a), wall(d)),
        ratio(f"{plain}, processor time", processor(a), processor(b)),
        ratio(f"{plain}, one core", wall(ours_alone), wall(plain_alone)),
        ratio(f"{cold}, processor time", processor(a), processor(c)),
        ratio(f"{known}, processor time", processor(a), processor(d)),
    )
    return Kelompok(
        "A whole process, from file to PDF",
        (
            "Ours is `nota susun` of the example with `--paksa`: YAML read and validated, the text checked, composed, PDF/A-3a"
            " with the YAML attached written, and known to the index.",
            "The plain script (`tests/bench/polos.py`) is given the HTML that `nota susun --format html` writes, and makes"
            " the same PDF/A-3a with the same file attached. It neither reads YAML nor composes.",
            "LibreOffice (`soffice --headless --convert-to pdf`) is given our DOCX. Cold is a profile of its own each time, as on"
            " the first conversion by a new user; beside it stands one whose profile exists. Its files have been read before; it"
            " attaches nothing and makes no PDF/A.",
            "Where two cores are free, ours works on both: a process forked at the start makes the PDF engine ready while the first"
            " one reads the data. By processor time and on one core that gains nothing, and what ours does besides shows.",
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
        plain(pdf_variant="pdf/a-3a", attachments=[lampiran])

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
            "Ours composes from the loaded model and writes PDF/A-3a with the YAML attached.",
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


ALONE = "our writer alone (no user reaches that)"


def warm_docx(takar: Takar) -> Kelompok:
    """Every peer's words are those of ours, or nothing is measured."""
    termuat, penyusun = load_kesepakatan(CONTOH_YAML), Composer.of(AKAR)
    naskah = compose_kesepakatan(penyusun, termuat)
    templat, isi = prepare(naskah)
    kata = _words(write_docx(naskah))
    peers = (naive_docx(naskah), skilled_docx(naskah), fill(templat, isi))
    if any(_words(peer) != kata for peer in peers):
        raise ValueError("the peers' documents say something else")
    ours = rounds(
        takar(40),
        lambda: _as_the_press(
            lambda: write_docx(compose_kesepakatan(penyusun, termuat))
        ),
        lambda: _as_the_press(lambda: write_docx(naskah)),
        lambda: skilled_docx(naskah),
        lambda: naive_docx(naskah),
        lambda: fill(templat, isi),
        lambda: bare_docx(naskah),
    )
    semua, tulis, skilled, naif, docxtpl, gundul = zip(*ours, strict=True)
    angka = (
        ratio("python-docx, by who knows it / ours", skilled, semua, at_least(6)),
        ratio("docxtpl / ours", docxtpl, semua, at_least(3.5)),
        ratio("python-docx, as its guide shows it / ours", naif, semua, at_least(16)),
        ratio("python-docx, words and grid only / ours", gundul, semua),
        ratio(f"python-docx, by who knows it / {ALONE}", skilled, tulis),
        ratio(f"python-docx, as its guide shows it / {ALONE}", naif, tulis),
        ratio(f"docxtpl / {ALONE}", docxtpl, tulis),
        milliseconds("ours", semua),
    )
    return Kelompok(
        "DOCX, warm",
        (
            "Ours is from the loaded model to bytes: composed and written, in a process that runs already, as for the second"
            " document of a batch; a command of its own pays the start-up besides. Our writer alone begins at the composed"
            " naskah, which no user holds in hand: a reading for who works on it.",
            "By who knows it: paragraphs and cells made with python-docx's own elements, styles named by their id, every row's"
            " cells asked for once; the same document.",
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
            ("python-docx, by who knows it", angka[0].material[0]),
            ("python-docx, as in its guide", angka[2].material[0]),
        ),
    )


def _words(isi: bytes) -> list[str]:
    return " ".join(docx_lines(isi)).split()


def _bars(angka: Any, kita: str, lawan: str) -> tuple[tuple[str, float], ...]:
    return ((kita, angka.material[0]), (lawan, angka.material[1]))
