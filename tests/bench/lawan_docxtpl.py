"""docxtpl as a bureau would use it: a Word template of the example, made beforehand, filled by its Jinja tags.

The template has the document's styles, pages, signature table and the annex's head; loops go over pasal, their
paragraphs and the annex's rows. Its values are strings that were made ready before. Bookmarks and page numbers are left
out, and words are not escaped (docxtpl's default); both only help it.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docxtpl import DocxTemplate

from bench.lawan import add_rows, add_styles, add_words, saved, set_page
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Cut, Paragraph, Table, TableLine

Isi = dict[str, Any]


def fill(templat: bytes, isi: Isi) -> bytes:
    """What is measured: the template opened, filled and saved."""
    dokumen = DocxTemplate(BytesIO(templat))
    dokumen.render(isi)
    return saved(dokumen)


def prepare(naskah: Naskah) -> tuple[bytes, Isi]:
    """The template of an agreement with an annex, and what fills it."""
    badan, lampiran = naskah.section
    *tubuh, tanda_tangan = badan.block
    *kepala, rencana = lampiran.block
    if not isinstance(tanda_tangan, Table) or not isinstance(rencana, Table):
        raise TypeError("an agreement ends with its signatures, an annex with its rows")
    depan, pasal = _split([blok for blok in tubuh if isinstance(blok, Paragraph)])
    atas = [blok for blok in kepala if isinstance(blok, Paragraph)]

    dokumen = docx.Document()
    add_styles(dokumen, naskah)
    set_page(dokumen.sections[0], naskah.page[badan.page])
    _loop(dokumen, "depan", depan, naskah)
    _tag(dokumen, "{%p for p in pasal %}")
    add_words(
        dokumen.add_paragraph(),
        Paragraph("pasal", "", "", (Cut("{{ p.judul }}"),)),
        naskah,
    )
    _loop(dokumen, "p.butir", [b for _, daftar in pasal for b in daftar], naskah)
    _tag(dokumen, "{%p endfor %}")
    tabel = dokumen.add_table(rows=0, cols=len(tanda_tangan.width))
    add_rows(tabel, _named(tanda_tangan), naskah, naskah.page[badan.page].content_width)
    halaman = naskah.page[lampiran.page]
    set_page(dokumen.add_section(WD_SECTION.NEW_PAGE), halaman)
    _loop(dokumen, "kepala", atas, naskah)
    _part_of_lampiran(dokumen, rencana, naskah, halaman.content_width)

    isi: Isi = {
        "depan": [_value(b) for b in depan],
        "pasal": [
            {"judul": _value(b)["kata"], "butir": [_value(c) for c in daftar]}
            for b, daftar in pasal
        ],
        "kepala": [_value(b) for b in atas],
        "tanda_tangan": [
            [p.teks for sel in baris.cell for p in sel.isi]
            for baris in tanda_tangan.baris
        ],
        "baris": [_cells(baris) for baris in rencana.baris if not baris.kepala],
    }
    return saved(dokumen), isi


def _split(
    tubuh: list[Paragraph],
) -> tuple[list[Paragraph], list[tuple[Paragraph, list[Paragraph]]]]:
    """What stands before the first pasal, and each pasal's heading with its paragraphs."""
    depan, pasal = list[Paragraph](), list[tuple[Paragraph, list[Paragraph]]]()
    for blok in tubuh:
        if blok.gaya == "pasal":
            pasal.append((blok, []))
        else:
            (pasal[-1][1] if pasal else depan).append(blok)
    return depan, pasal


def _value(b: Paragraph) -> dict[str, str]:
    """A paragraph as the template takes it: docxtpl makes tabs and line breaks of their characters."""
    tebal = "".join(p.teks for p in b.isi if p.tebal)
    kata = "".join(p.teks for p in b.isi if not p.tebal)
    return {
        "gaya": b.gaya,
        "label": f"{b.label}\t" if b.label else "",
        "tebal": tebal,
        "kata": kata,
    }


def _cells(baris: TableLine) -> dict[str, Any]:
    """A row's cells as strings; "\\a" is docxtpl's new paragraph."""
    isi = [
        "\a".join(
            (p.label and p.label + "\t") + "".join(q.teks for q in p.isi)
            for p in sel.isi
        )
        for sel in baris.cell
    ]
    return {"isi": isi, "bersama": any(sel.kolom > 1 for sel in baris.cell)}


def _tag(dokumen: Any, tag: str) -> None:
    dokumen.add_paragraph(tag)


def _loop(dokumen: Any, nama: str, contoh: Iterable[Paragraph], naskah: Naskah) -> None:
    """A loop over paragraphs: one paragraph of the template for each style that occurs, chosen by an if."""
    _tag(dokumen, f"{{%p for b in {nama} %}}")
    for gaya, b in {b.gaya: b for b in contoh}.items():
        _tag(dokumen, f"{{%p if b.gaya == '{gaya}' %}}")
        add_words(
            dokumen.add_paragraph(),
            b._replace(label="", isi=tuple(_placeholders(b))),
            naskah,
        )
        _tag(dokumen, "{%p endif %}")
    _tag(dokumen, "{%p endfor %}")


def _placeholders(b: Paragraph) -> Iterator[Cut]:
    if b.label:
        yield Cut("{{ b.label }}")
    if any(p.tebal for p in b.isi):
        yield Cut("{{ b.tebal }}", tebal=True)
    if b.isi:
        yield Cut("{{ b.kata }}")


def _named(tabel: Table) -> Table:
    """The signature table with a tag for each cell's words."""
    baris = (
        satu._replace(
            cell=tuple(
                sel._replace(isi=(_instead(sel.isi[0], f"tanda_tangan[{i}][{j}]"),))
                for j, sel in enumerate(satu.cell)
            )
        )
        for i, satu in enumerate(tabel.baris)
    )
    return tabel._replace(baris=tuple(baris))


def _instead(p: Paragraph, nilai: str) -> Paragraph:
    return p._replace(label="", isi=(Cut(f"{{{{ {nilai} }}}}"),))


def _part_of_lampiran(
    dokumen: Any, rencana: Table, naskah: Naskah, lebar: float
) -> None:
    """The head as it is, and a loop with two kinds of row: duties of each party, and duties that all share."""
    tabel = dokumen.add_table(rows=0, cols=len(rencana.width))
    tabel.style = "Table Grid"
    add_rows(
        tabel,
        rencana._replace(baris=tuple(b for b in rencana.baris if b.kepala)),
        naskah,
        lebar,
    )
    isi = [b for b in rencana.baris if not b.kepala]
    _row_tag(tabel, "{%tr for b in baris %}")
    for tag, bersama in (("{%tr if not b.bersama %}", False), ("{%tr else %}", True)):
        _row_tag(tabel, tag)
        contoh = next(
            b
            for b in isi
            if all(sel.isi for sel in b.cell)
            and any(sel.kolom > 1 for sel in b.cell) == bersama
        )
        baris = contoh._replace(
            cell=tuple(
                s._replace(isi=(_instead(s.isi[0], f"b.isi[{j}]"),))
                for j, s in enumerate(contoh.cell)
            )
        )
        add_rows(tabel, rencana._replace(baris=(baris,)), naskah, lebar)
    _row_tag(tabel, "{%tr endif %}")
    _row_tag(tabel, "{%tr endfor %}")


def _row_tag(tabel: Any, tag: str) -> None:
    tabel.add_row().cells[0].text = tag
