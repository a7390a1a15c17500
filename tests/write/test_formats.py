"""All formats carry the same words, and the same input gives the same bytes."""

import gc
import hashlib
import html
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from baca import docx_lines, pdf_pages, words
from conftest import AKAR, CONTOH, MINIMAL, Keluaran, write_all
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.press import collector_off


def _tight(teks: str) -> str:
    """Without white space, and without hyphens: narrow cells part words at syllables."""
    return re.sub(r"[\s-]+", "", teks)


def _pdf_text(keluaran: Keluaran) -> str:
    """PDF text with the table's head once; in narrow cells lines break inside words joined by - and /."""
    halaman = pdf_pages(keluaran.pdf)
    kepala = _tight(
        "".join(
            baris for baris in keluaran.txt.splitlines() if baris.startswith("No\t")
        )
    )
    kepala += _tight(
        next(
            (
                baris
                for baris in keluaran.txt.splitlines()
                if baris.startswith("\t\t\t\t\tI\t")
            ),
            "",
        )
    )
    rapat = [_tight(satu) for satu in halaman]
    assert sum(satu.startswith(kepala) for satu in rapat) == len(halaman) - 10, (
        "every further annex page repeats the head"
    )
    further = (satu.removeprefix(kepala) for satu in rapat)
    return "".join(_AGAIN.sub("", satu, count=1) for satu in further)


_AGAIN = re.compile(r"^.*?\(lanjutan\)")
"""A programme that goes on, named again at the head of a page."""


def test_docx_is_the_plain_text_line_by_line(keluaran: Keluaran) -> None:
    assert docx_lines(keluaran.docx) == keluaran.txt.splitlines()


def test_pdf_is_the_plain_text(keluaran: Keluaran) -> None:
    assert _pdf_text(keluaran) == _tight(keluaran.txt)


def test_html_is_the_plain_text(keluaran: Keluaran) -> None:
    badan = keluaran.html[keluaran.html.index("<body>") :]
    assert _tight(html.unescape(re.sub(r"<[^>]+>", "", badan))) == _tight(keluaran.txt)


@pytest.mark.slow
def test_nasty_values_are_the_same_text_everywhere(penyusun: Composer) -> None:
    muatan = """<script>alert(1)</script> {{7*7}} {% x %} &amp; "kutip" 'petik' ]]> =1+1 \\n ../../ “lengkung”"""
    isi = MINIMAL.replace(
        "isi: Isi.",
        "isi: " + '"' + muatan.replace("\\", "\\\\").replace('"', '\\"') + '"',
    )
    hasil = write_all(
        compose_kesepakatan(penyusun, parse_kesepakatan(isi.encode(), "u"))
    )
    assert muatan in hasil.txt
    assert muatan in "\n".join(docx_lines(hasil.docx))
    assert _tight(muatan) in _tight("".join(pdf_pages(hasil.pdf)))
    assert "<script" not in hasil.html


_SKRIP = f"""
import hashlib, sys
from pathlib import Path
from notakesepakatan.cli import cli
cli(["-C", sys.argv[1], "susun", "{CONTOH}", "--rangkap", "--format", "docx,pdf,txt,html", "--ke", sys.argv[2]], standalone_mode=False)
cli(["-C", sys.argv[1], "susun", "{CONTOH}", "--format", "docx,pdf,txt,html", "--ke", sys.argv[2]], standalone_mode=False)
"""


@pytest.mark.processes
@pytest.mark.long
def test_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    """Two processes of different time zone, locale, hash seed, folder and workspace path."""
    jejak = []
    for i, (tz, lang, benih) in enumerate(
        [("Asia/Jakarta", "C", "1"), ("America/Los_Angeles", "id_ID.UTF-8", "99")]
    ):
        ruang = tmp_path / f"ruang-{i}" / ("dalam" * i)
        (ruang / "agreements" / CONTOH).mkdir(parents=True)
        asal = AKAR / "agreements" / CONTOH / "kesepakatan.yaml"
        (ruang / "agreements" / CONTOH / "kesepakatan.yaml").write_bytes(
            asal.read_bytes()
        )
        ke = tmp_path / f"hasil-{i}"
        env = {
            **os.environ,
            "TZ": tz,
            "LANG": lang,
            "LC_ALL": lang,
            "PYTHONHASHSEED": benih,
        }
        subprocess.run(
            [sys.executable, "-c", _SKRIP, str(ruang), str(ke)],
            env=env,
            cwd=tmp_path,
            check=True,
        )
        berkas = sorted((ke / CONTOH).iterdir())
        assert len(berkas) == 16
        jejak.append(
            {b.name: hashlib.sha256(b.read_bytes()).hexdigest() for b in berkas}
        )
    assert jejak[0] == jejak[1]


@pytest.mark.slow
@pytest.mark.parametrize("jumlah", [1, 3, 10, 20])
def test_any_number_of_years_and_parties(penyusun: Composer, jumlah: int) -> None:
    """Nothing is wired to five years, two parties, twelve pasal."""
    pihak = "".join(
        f"- {{nama: Badan {i}, jabatan: Ketua {i}, kedudukan: Kota {i}}}\n"
        for i in range(3, max(jumlah, 3) + 1)
    )
    isi = MINIMAL.replace("2 tahun", f"{jumlah} tahun").replace(
        "kalimat:", pihak + "kalimat:", 1
    ) + (
        "lampiran:\n  kepala: Lampiran\n  judul: RENCANA\n  program:\n"
        + "".join(
            f"  - nama: Program {i}\n    tahapan: [{{isi: Tahap, tahun: semua}}]\n"
            for i in range(30)
        )
    )
    hasil = write_all(
        compose_kesepakatan(penyusun, parse_kesepakatan(isi.encode(), "u"))
    )
    assert docx_lines(hasil.docx) == hasil.txt.splitlines()
    baris = [b for b in hasil.txt.splitlines() if b.startswith("30\t")]
    assert words(baris[0].replace("\t", " ")).count("V") == jumlah
    kolom = 5 + jumlah + max(jumlah, 3) + 2
    assert all(
        b.count("\t") == kolom - 1
        for b in hasil.txt.splitlines()
        if b.count("\t") > max(jumlah, 3)
    )


@pytest.mark.slow
def test_a_row_taller_than_a_page_keeps_the_head_on_every_page(
    penyusun: Composer,
) -> None:
    isi = MINIMAL + (
        "lampiran:\n  kepala: Lampiran\n  judul: RENCANA\n  program:\n  - nama: P\n    tahapan:\n    - {isi: pendek, tahun: semua}\n"
        "    - {isi: '"
        + "kata panjang " * 700
        + "', tahun: semua}\n    - {isi: akhir, tahun: semua}\n"
    )
    hasil = write_all(
        compose_kesepakatan(penyusun, parse_kesepakatan(isi.encode(), "u"))
    )
    lampiran = [
        teks
        for teks in pdf_pages(hasil.pdf)
        if "Outcome" in teks or "kata panjang" in teks
    ]
    assert len(lampiran) > 3
    assert all("Tahapan" in teks and "Outcome" in teks for teks in lampiran)
    assert "RENCANA" in lampiran[0]
    assert "pendek" in lampiran[0]


@pytest.mark.parametrize("hidup", [True, False])
def test_the_collector_is_afterwards_as_it_was(hidup: bool) -> None:
    dahulu = gc.isenabled()
    (gc.enable if hidup else gc.disable)()
    try:
        with pytest.raises(ValueError, match="x"), collector_off():
            assert not gc.isenabled()
            raise ValueError("x")
        assert gc.isenabled() is hidup
    finally:
        (gc.enable if dahulu else gc.disable)()
