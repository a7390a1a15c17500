"""`make bench`: what a document costs, measured side by side with what a bureau would use instead.

Every pair is run in turn in one process, A B A B …, so that a machine that slows down slows both; medians and the
range of the ratios are printed and written to docs/benchmark.md.
"""

import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from conftest import MINIMAL
from notakesepakatan.compose.adendum import compose_adendum
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.penyusun import Penyusun
from notakesepakatan.compute.banding import diff, settle
from notakesepakatan.compute.pohon import Pohon, to_pohon
from notakesepakatan.load.adendum import Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import Termuat, load_kesepakatan, parse_kesepakatan
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blok import Paragraf, Tabel
from notakesepakatan.periksa import findings, load_kamus
from notakesepakatan.write.data import dump
from notakesepakatan.write.docx import write_docx

AKAR = Path(__file__).parents[1]
NOTA = str(Path(sys.executable).with_name("nota"))
BERKAS = AKAR / "agreements/bp2mi-pekalongan-2022/kesepakatan.yaml"
_RATA = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "kanan": WD_ALIGN_PARAGRAPH.RIGHT,
    "penuh": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True)
class Ukuran:
    """One comparison: names, medians in milliseconds, ratio B/A with its range."""

    nama: str
    a: float
    b: float
    rasio: float
    rentang: tuple[float, float]
    batas: str


def pair(nama: str, a: Callable[[], Any], b: Callable[[], Any], n: int, batas: str) -> Ukuran:
    """Run both in turn, n times after a warm-up; the ratio is B over A, pair by pair."""
    a()
    b()
    waktu: list[tuple[float, float]] = []
    for _ in range(n):
        t0 = time.perf_counter()
        a()
        t1 = time.perf_counter()
        b()
        waktu.append((t1 - t0, time.perf_counter() - t1))
    rasio = sorted(wb / wa for wa, wb in waktu)
    ma, mb = (statistics.median(satu) * 1000 for satu in zip(*waktu, strict=True))
    return Ukuran(nama, ma, mb, statistics.median(rasio), (rasio[n // 10], rasio[-1 - n // 10]), batas)


def naive_docx(naskah: Naskah) -> bytes:
    """The same document the way python-docx's own guide shows it: add_paragraph, add_row().cells, one call a thing.

    Same words, styles, fonts, indents, page set-ups, widths, merged and repeated header, unsplit rows, as ours;
    bookmarks and page numbers are left out, which only helps it.
    """
    dokumen = docx.Document()
    _naive_styles(dokumen, naskah)
    for i, seksi in enumerate(naskah.seksi):
        halaman = naskah.halaman[seksi.halaman]
        s = dokumen.sections[0] if i == 0 else dokumen.add_section(WD_SECTION.NEW_PAGE)
        s.orientation = WD_ORIENT.LANDSCAPE if halaman.rebah else WD_ORIENT.PORTRAIT
        s.page_width, s.page_height = Mm(halaman.lebar), Mm(halaman.tinggi)
        s.left_margin, s.right_margin = Mm(halaman.kiri), Mm(halaman.kanan)
        s.top_margin, s.bottom_margin = Mm(halaman.atas), Mm(halaman.bawah)
        for blok in seksi.blok:
            if isinstance(blok, Paragraf):
                _naive_paragraph(dokumen.add_paragraph(), blok, naskah)
            else:
                _naive_table(dokumen, blok, naskah, halaman.lebar_isi)
    hasil = BytesIO()
    dokumen.save(hasil)
    return hasil.getvalue()


def bare_docx(naskah: Naskah) -> bytes:
    """Words and grid only, in python-docx's default style: no fonts, indents, widths, merges, page set-ups."""
    dokumen = docx.Document()
    for seksi in naskah.seksi:
        for blok in seksi.blok:
            if isinstance(blok, Paragraf):
                dokumen.add_paragraph(blok.teks)
                continue
            tabel = dokumen.add_table(rows=0, cols=len(blok.lebar))
            for baris in blok.baris:
                sel_baru, kolom = tabel.add_row().cells, 0
                for sel in baris.sel:
                    if kolom < len(sel_baru):
                        sel_baru[kolom].text = "\n".join(p.teks for p in sel.isi)
                    kolom += sel.kolom
    hasil = BytesIO()
    dokumen.save(hasil)
    return hasil.getvalue()


def _naive_styles(dokumen: Any, naskah: Naskah) -> None:
    for kelas in dict.fromkeys(p.gaya for p in _paragraphs(naskah)):
        g = naskah.gaya[kelas]
        gaya = dokumen.styles.add_style(g.nama, 1)
        gaya.font.name, gaya.font.size, gaya.font.bold = naskah.huruf[0], Pt(g.ukuran or naskah.ukuran), g.tebal
        bentuk = gaya.paragraph_format
        bentuk.space_before, bentuk.space_after = Pt(g.sebelum), Pt(g.sesudah)
        bentuk.left_indent, bentuk.first_line_indent = Mm(g.masuk), Mm(-g.gantung)
        bentuk.alignment, bentuk.keep_with_next = _RATA[g.rata], g.lanjut


def _paragraphs(naskah: Naskah) -> list[Paragraf]:
    from notakesepakatan.naskah.blok import paragraphs

    return list(paragraphs(naskah.seksi))


def _naive_paragraph(p: Any, blok: Paragraf, naskah: Naskah) -> None:
    p.style = naskah.gaya[blok.gaya].nama
    if blok.label:
        p.add_run(blok.label + "\t")
    for potong in blok.isi:
        run = p.add_run(potong.teks)
        if potong.tebal:
            run.bold = True


def _naive_table(dokumen: Any, blok: Tabel, naskah: Naskah, lebar: float) -> None:
    tabel = dokumen.add_table(rows=0, cols=len(blok.lebar))
    if blok.bergaris:
        tabel.style = "Table Grid"
    tertutup: set[tuple[int, int]] = set()
    for i, baris in enumerate(blok.baris):
        baru = tabel.add_row()
        sel_baru = baru.cells
        sifat = baru._tr.get_or_add_trPr()
        sifat.append(OxmlElement("w:cantSplit"))
        if baris.kepala:
            sifat.append(OxmlElement("w:tblHeader"))
        kolom = 0
        for sel in baris.sel:
            while (i, kolom) in tertutup:
                kolom += 1
            target = sel_baru[kolom]
            target.width = Mm(lebar * sum(blok.lebar[kolom : kolom + sel.kolom]) / 100)
            if sel.kolom > 1:
                target = target.merge(sel_baru[kolom + sel.kolom - 1])
            tertutup |= {(i + r, kolom + k) for r in range(1, sel.baris) for k in range(sel.kolom)}
            for n, isi in enumerate(sel.isi):
                _naive_paragraph(target.paragraphs[0] if n == 0 else target.add_paragraph(), isi, naskah)
            kolom += sel.kolom
    for i, baris in enumerate(blok.baris):
        kolom = 0
        for sel in baris.sel:
            while (i, kolom) in tertutup:
                kolom += 1
            if sel.baris > 1:
                tabel.cell(i, kolom).merge(tabel.cell(i + sel.baris - 1, kolom))
            kolom += sel.kolom


def run(*isi: str) -> Callable[[], Any]:
    return lambda: subprocess.run(isi, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


def big_register(folder: Path) -> None:
    """A workspace of 10,000 small agreements, indexed, and left alone long enough to be settled."""
    for i in range(10_000):
        isi = MINIMAL.replace("2 tahun", f"{1 + i % 7} tahun").replace("jabatan: K", "pejabat: A\n  nomor: '1'\n  jabatan: K")
        isi += f"penandatanganan: {{tempat: X, tanggal: 20{20 + i % 7}-{1 + i % 12:02}-{1 + i % 28:02}}}\n"
        berkas = folder / f"agreements/k-{i:05}/kesepakatan.yaml"
        berkas.parent.mkdir(parents=True)
        berkas.write_text(isi + "tenggat: {pemberitahuan: 3 bulan}\n", encoding="utf-8")
    time.sleep(2.5)
    run(NOTA, "-C", str(folder), "daftar", "--per", "2026-11-23")()


def measure_register() -> list[Ukuran]:
    with tempfile.TemporaryDirectory() as sementara:
        big_register(Path(sementara))
        perintah = [NOTA, "-C", sementara]
        return [
            pair(f"bare `python -c pass` → `nota {nama}`, 10,000 agreements, nothing changed", run(sys.executable, "-c", "pass"),
                 run(*perintah, nama, "--per", "2026-11-23"), 7, "B under 2,000 ms")
            for nama in ("daftar", "tenggat")
        ]  # fmt: skip


def sixty_pasal() -> tuple[Termuat, Pohon]:
    """An agreement of 60 pasal of four ayat with four huruf each, and the same after 40 edits."""
    lama = to_pohon(parse_kesepakatan(MINIMAL.encode(), "k.yaml").kesepakatan)
    tugas = [{"isi": f"melaksanakan tugas ke-{n} sesuai dengan kewenangan;"} for n in range(4)]
    lama["penandatanganan"] = {"tempat": "Jakarta", "tanggal": "2024-01-31"}
    for nomor, pihak in enumerate(lama["para_pihak"]):
        pihak |= {"nomor": f"{nomor}", "pejabat": "A"}
    lama["pasal"] = [
        {
            "judul": f"PASAL {i}",
            "ayat": [{"isi": f"Ayat {j} pasal {i} kerja sama PARA PIHAK:", "huruf": tugas} for j in range(4)],
        }
        for i in range(60)
    ]
    baru = deepcopy(lama)
    for i in range(40):
        ayat = baru["pasal"][i]["ayat"]
        if i % 4 == 0:
            ayat[i % 3]["isi"] += " tambahan"
        elif i % 4 == 1:
            ayat.insert(2, {"isi": f"Ayat baru {i}."})
        elif i % 4 == 2:
            ayat.pop(2)
        else:
            ayat[1] = {"isi": f"Ayat pengganti {i}."}
    return parse_kesepakatan(dump(lama).encode(), "k.yaml"), baru


def amend(asal: Termuat, baru: Pohon, penyusun: Penyusun) -> None:
    """From the edited text to the adendum's and the consolidated naskah."""
    kini = to_pohon(asal.kesepakatan)
    operasi = [satu.model_dump(mode="json", exclude_none=True) for satu in diff(kini, settle(kini, baru))]
    a = parse_adendum(dump({"perubahan": operasi}).encode(), "a.yaml", Riwayat(asal))
    compose_adendum(penyusun, a, ())
    compose_konsolidasi(penyusun, Riwayat(asal, (a,)), date(2026, 11, 23), b"", konsep=True)


def measure_amendment() -> list[Ukuran]:
    (asal, baru), penyusun = sixty_pasal(), Penyusun.of(AKAR)
    kini = to_pohon(asal.kesepakatan)
    return [
        pair("difference of 60 pasal with 40 edits → the same, the adendum read back, it and the consolidated text composed",
             lambda: diff(kini, settle(kini, baru)), lambda: amend(asal, baru, penyusun), 10, "B under 1,000 ms"),
    ]  # fmt: skip


def measure_rules() -> list[Ukuran]:
    """All rules on the example, the dictionary loaded; and on 1,000 and 2,000 pasal."""

    def long(n: int) -> Termuat:
        data = to_pohon(parse_kesepakatan(MINIMAL.encode(), "k.yaml").kesepakatan)
        data["pasal"] = [
            {"judul": f"PASAL {i}", "isi": f"PARA PIHAK melaksanakan hal ke-{i} dan merubah data."} for i in range(n)
        ]
        return parse_kesepakatan(dump(data).encode(), "k.yaml")

    contoh, kamus = load_kesepakatan(BERKAS), load_kamus()
    seribu, dua_ribu = long(1000), long(2000)
    return [
        pair("bare `python -c pass` → all rules of `nota periksa` on the example, spelling too", run(sys.executable, "-c", "pass"),
             lambda: findings(Riwayat(contoh), contoh, kamus), 10, "B under 500 ms"),
        pair("rules on 1,000 pasal → on 2,000", lambda: findings(Riwayat(seribu), seribu, None),
             lambda: findings(Riwayat(dua_ribu), dua_ribu, None), 5, "about 2"),
    ]  # fmt: skip


def measure() -> list[Ukuran]:
    termuat, penyusun = load_kesepakatan(BERKAS), Penyusun.of(AKAR)
    naskah = compose_kesepakatan(penyusun, termuat)
    return [
        pair("bare `python -c pass` → `nota --help`", run(sys.executable, "-c", "pass"), run(NOTA, "--help"), 25, "at most 5"),
        pair("DOCX, loaded model to bytes → python-docx `add_row().cells`", lambda: write_docx(compose_kesepakatan(penyusun, termuat)),
             lambda: naive_docx(naskah), 40, "at least 14"),
        pair("the same → python-docx, words and grid only, no styles, widths or merges",
             lambda: write_docx(compose_kesepakatan(penyusun, termuat)), lambda: bare_docx(naskah), 40, ""),
        pair("DOCX, naskah to bytes → python-docx `add_row().cells`", lambda: write_docx(naskah), lambda: naive_docx(naskah), 40, ""),
    ]  # fmt: skip


def main() -> None:
    hasil = measure() + measure_amendment() + measure_rules() + measure_register()
    baris = [
        "# Benchmark",
        "",
        "Written by `make bench`; every pair was run in turn in one run on one machine. Ratio: B over A, pair by pair,",
        "median with the range between the first and the last tenth.",
        "",
        f"Machine: {platform.machine()}, Python {platform.python_version()}, {platform.system()}.",
        "",
        "| A → B | A, ms | B, ms | ratio | range | wanted |",
        "| --- | ---: | ---: | ---: | --- | --- |",
        *(
            f"| {u.nama} | {u.a:.2f} | {u.b:.2f} | **{u.rasio:.2f}** | {u.rentang[0]:.2f}–{u.rentang[1]:.2f} | {u.batas} |"
            for u in hasil
        ),
        "",
    ]
    print("\n".join(baris))
    (AKAR / "docs/benchmark.md").write_text("\n".join(baris), encoding="utf-8")


if __name__ == "__main__":
    main()
