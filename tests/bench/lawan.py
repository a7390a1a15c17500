"""python-docx three times: as its own guide shows it, by who knows it well, and its words and grid alone."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Length, Mm, Pt

from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Paragraph, Table, TableLine, paragraphs
from notakesepakatan.naskah.gaya import Page

_RATA = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "kanan": WD_ALIGN_PARAGRAPH.RIGHT,
    "penuh": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def naive_docx(naskah: Naskah) -> bytes:
    """The same document with add_paragraph and add_row().cells, one call a thing.

    Same words, styles, fonts, indents, page set-ups, widths, merged and repeated header, unsplit rows, as ours;
    bookmarks and page numbers are left out, which only helps it.
    """
    dokumen = docx.Document()
    add_styles(dokumen, naskah)
    for i, seksi in enumerate(naskah.section):
        halaman = naskah.page[seksi.page]
        set_page(
            dokumen.sections[0] if i == 0 else dokumen.add_section(WD_SECTION.NEW_PAGE),
            halaman,
        )
        for blok in seksi.block:
            if isinstance(blok, Paragraph):
                add_words(dokumen.add_paragraph(), blok, naskah)
            else:
                _table(dokumen, blok, naskah, halaman.content_width)
    return saved(dokumen)


def skilled_docx(naskah: Naskah) -> bytes:
    """What `naive_docx` makes, by somebody who knows where python-docx spends its time.

    Styles are named by their id instead of being looked up by name, rows and cells are made as elements and asked for once,
    every cell has its words in the one paragraph that it is born with.
    """
    dokumen = docx.Document()
    add_styles(dokumen, naskah)
    ids = {style.name: style.style_id for style in dokumen.styles}
    style_ids = {
        kelas: ids[gaya.nama] for kelas, gaya in naskah.gaya.items() if gaya.nama in ids
    }
    for i, seksi in enumerate(naskah.section):
        halaman = naskah.page[seksi.page]
        page_of = (
            dokumen.sections[0] if i == 0 else dokumen.add_section(WD_SECTION.NEW_PAGE)
        )
        set_page(page_of, halaman)
        body = dokumen.element.body
        for blok in seksi.block:
            if isinstance(blok, Paragraph):
                _fill(body.add_p(), blok, style_ids)
            else:
                _skilled_table(dokumen, blok, style_ids, halaman.content_width)
    return saved(dokumen)


def _fill(p: Any, blok: Paragraph, style_ids: dict[str, str]) -> None:
    """Words of a paragraph element."""
    p.style = style_ids[blok.gaya]
    if blok.label:
        p.add_r().text = blok.label + "\t"
    for potong in blok.isi:
        run = p.add_r()
        run.text = potong.teks
        if potong.tebal:
            run.get_or_add_rPr()._add_b()


def _skilled_table(
    dokumen: Any, blok: Table, style_ids: dict[str, str], lebar: float
) -> None:
    """A table whose cells are elements with spans of their own, written in order."""
    columns = len(blok.width)
    tabel = dokumen.add_table(rows=0, cols=columns)
    if blok.ruled:
        tabel.style = "Table Grid"
    widths = [Mm(lebar * share / 100) for share in blok.width]
    open_spans: dict[int, list[int]] = {}  # column -> rows left, columns covered
    for baris in blok.baris:
        tr = tabel._tbl.add_tr()
        sifat = tr.get_or_add_trPr()
        sifat.append(OxmlElement("w:cantSplit"))
        if baris.kepala:
            sifat.append(OxmlElement("w:tblHeader"))
        waiting = iter(baris.cell)
        column = 0
        while column < columns:
            if column in open_spans:
                left, covered = open_spans[column]
                tc = _cell(tr, widths[column : column + covered])
                tc.vMerge = "continue"
                open_spans[column][0] = left - 1
                if left == 1:
                    del open_spans[column]
                column += covered
                continue
            sel = next(waiting, None)
            if sel is None:
                break
            tc = _cell(tr, widths[column : column + sel.kolom])
            if sel.baris > 1:
                tc.vMerge = "restart"
                open_spans[column] = [sel.baris - 1, sel.kolom]
            for n, isi in enumerate(sel.isi):
                _fill(tc.p_lst[0] if n == 0 else tc.add_p(), isi, style_ids)
            column += sel.kolom


def _cell(tr: Any, widths: Sequence[int]) -> Any:
    tc = tr.add_tc()
    tc.width = Length(sum(widths))
    if len(widths) > 1:
        tc.grid_span = len(widths)
    return tc


def bare_docx(naskah: Naskah) -> bytes:
    """Words and grid only, in python-docx's default style: no fonts, indents, widths, merges, page set-ups."""
    dokumen = docx.Document()
    for seksi in naskah.section:
        for blok in seksi.block:
            if isinstance(blok, Paragraph):
                dokumen.add_paragraph(blok.teks)
                continue
            tabel = dokumen.add_table(rows=0, cols=len(blok.width))
            for baris in blok.baris:
                sel_baru, kolom = tabel.add_row().cells, 0
                for sel in baris.cell:
                    if kolom < len(sel_baru):
                        sel_baru[kolom].text = "\n".join(p.teks for p in sel.isi)
                    kolom += sel.kolom
    return saved(dokumen)


def saved(dokumen: Any) -> bytes:
    hasil = BytesIO()
    dokumen.save(hasil)
    return hasil.getvalue()


def set_page(s: Any, halaman: Page) -> None:
    s.orientation = WD_ORIENT.LANDSCAPE if halaman.landscape else WD_ORIENT.PORTRAIT
    s.page_width, s.page_height = Mm(halaman.width), Mm(halaman.tinggi)
    s.left_margin, s.right_margin = Mm(halaman.kiri), Mm(halaman.kanan)
    s.top_margin, s.bottom_margin = Mm(halaman.atas), Mm(halaman.bawah)


def add_styles(dokumen: Any, naskah: Naskah) -> None:
    """The styles the document uses."""
    for kelas in dict.fromkeys(p.gaya for p in paragraphs(naskah.section)):
        g = naskah.gaya[kelas]
        gaya = dokumen.styles.add_style(g.nama, 1)
        gaya.font.name, gaya.font.size, gaya.font.bold = (
            naskah.huruf[0],
            Pt(g.ukuran or naskah.ukuran),
            g.tebal,
        )
        bentuk = gaya.paragraph_format
        bentuk.space_before, bentuk.space_after = Pt(g.sebelum), Pt(g.sesudah)
        bentuk.left_indent, bentuk.first_line_indent = Mm(g.masuk), Mm(-g.gantung)
        bentuk.alignment, bentuk.keep_with_next = _RATA[g.rata], g.lanjut


def add_words(p: Any, blok: Paragraph, naskah: Naskah) -> None:
    p.style = naskah.gaya[blok.gaya].nama
    if blok.label:
        p.add_run(blok.label + "\t")
    for potong in blok.isi:
        run = p.add_run(potong.teks)
        if potong.tebal:
            run.bold = True


def _set_row(baru: Any, baris: TableLine) -> None:
    """A row that does not split, and a head that is repeated."""
    sifat = baru._tr.get_or_add_trPr()
    sifat.append(OxmlElement("w:cantSplit"))
    if baris.kepala:
        sifat.append(OxmlElement("w:tblHeader"))


def _table(dokumen: Any, blok: Table, naskah: Naskah, lebar: float) -> None:
    tabel = dokumen.add_table(rows=0, cols=len(blok.width))
    if blok.ruled:
        tabel.style = "Table Grid"
    add_rows(tabel, blok, naskah, lebar)


def add_rows(tabel: Any, blok: Table, naskah: Naskah, lebar: float) -> None:
    """Rows with their words and widths, spans merged afterwards."""
    tertutup: set[tuple[int, int]] = set()
    menurun: list[tuple[int, int, int]] = []
    for i, baris in enumerate(blok.baris):
        baru = tabel.add_row()
        _set_row(baru, baris)
        sel_baru, kolom = baru.cells, 0
        for sel in baris.cell:
            while (i, kolom) in tertutup:
                kolom += 1
            target = sel_baru[kolom]
            target.width = Mm(lebar * sum(blok.width[kolom : kolom + sel.kolom]) / 100)
            if sel.kolom > 1:
                target = target.merge(sel_baru[kolom + sel.kolom - 1])
            tertutup |= {
                (i + r, kolom + k)
                for r in range(1, sel.baris)
                for k in range(sel.kolom)
            }
            for n, isi in enumerate(sel.isi):
                add_words(
                    target.paragraphs[0] if n == 0 else target.add_paragraph(),
                    isi,
                    naskah,
                )
            if sel.baris > 1:
                menurun.append((i, kolom, i + sel.baris - 1))
            kolom += sel.kolom
    for awal, kolom, akhir in menurun:
        tabel.cell(awal, kolom).merge(tabel.cell(akhir, kolom))
