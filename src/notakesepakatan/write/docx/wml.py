"""Blocks → WordprocessingML text of the body. Lengths: twips are 1/1440 inch, EMU 1/914400 inch."""

import hashlib
from collections.abc import Iterator, Mapping
from html import escape
from itertools import count

from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Baris, Lacak, Paragraf, Potong, Seksi, Sel, Tabel
from notakesepakatan.naskah.gaya import Halaman

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_NS_GAMBAR = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TINGGI_GAMBAR = 25
_BATAS_NAMA = 40

Gambar = Mapping[str, tuple[str, int, int]]


def twips(mm: float) -> int:
    """Millimetres in twips."""
    return round(mm * 1440 / 25.4)


def twips_pt(pt: float) -> int:
    """Points in twips."""
    return round(pt * 20)


def half_points(pt: float) -> int:
    """Points in half points, Word's unit of font size."""
    return round(pt * 2)


def document_xml(naskah: Naskah, seksi: tuple[Seksi, ...], kaki: str, gambar: Gambar) -> str:
    """word/document.xml: each section's blocks, then its page set-up in a small paragraph (the last: in the body).

    Args:
        naskah: the document, for its pages.
        seksi: its blocks, or those of its tracked changes.
        kaki: relationship id of the footer.
        gambar: relationship id, width and height in pixels of each picture.
    """
    penulis = _Penulis(gambar, naskah.halaman[seksi[0].halaman])
    hasil = []
    for i, satu in enumerate(seksi):
        penulis.halaman = halaman = naskah.halaman[satu.halaman]
        for blok in satu.blok:
            hasil.append(penulis.paragraph(blok) if isinstance(blok, Paragraf) else "".join(penulis.table(blok, halaman)))
        if i == len(seksi) - 1:
            if satu.blok and isinstance(satu.blok[-1], Tabel):
                hasil.append(_SELA.format(""))
            hasil.append(_section(halaman, kaki))
        else:
            hasil.append(_SELA.format(_section(halaman, kaki)))
    return f"{HEAD}<w:document {NS}><w:body>{''.join(hasil)}</w:body></w:document>"


_SELA = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr>{}</w:pPr></w:p>'
)
"""A paragraph that takes no room: Word wants one after a table and one to carry a section's end."""


def _section(h: Halaman, kaki: str) -> str:
    orientasi = ' w:orient="landscape"' if h.rebah else ""
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{kaki}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(h.lebar)}" w:h="{twips(h.tinggi)}"{orientasi}/>'
        f'<w:pgMar w:top="{twips(h.atas)}" w:right="{twips(h.kanan)}" w:bottom="{twips(h.bawah)}" '
        f'w:left="{twips(h.kiri)}" w:header="{twips(h.atas / 2)}" w:footer="{twips(h.bawah / 2)}" w:gutter="0"/></w:sectPr>'
    )


def bookmark_name(datum: str) -> str:
    """The path itself where Word takes it (40 characters at most), else a stable short form."""
    if len(datum) <= _BATAS_NAMA:
        return datum
    return f"{datum[: _BATAS_NAMA - 9]}-{hashlib.sha256(datum.encode()).hexdigest()[:8]}"


class _Penulis:
    """Writes paragraphs and tables, counting bookmarks and pictures as it goes."""

    def __init__(self, gambar: Gambar, halaman: Halaman) -> None:
        self._gambar = gambar
        self.halaman = halaman
        self._nomor = count(1)

    def _bookmark(self, datum: str) -> str:
        if not datum:
            return ""
        n = next(self._nomor)
        return f'<w:bookmarkStart w:id="{n}" w:name="{escape(bookmark_name(datum))}"/><w:bookmarkEnd w:id="{n}"/>'

    def paragraph(self, p: Paragraf, *, lanjut: bool = False, datum: str = "") -> str:
        """One w:p; `lanjut` adds keep-with-next to what its style says, `datum` names what has no id of its own."""
        isi = self._bookmark(p.datum or datum)
        if p.gambar:
            isi += self._picture(p)
        elif p.label:
            isi += self._track(f"<w:r><w:t>{escape(p.label, False)}</w:t><w:tab/></w:r>", p.lacak)
        for potong in p.isi:
            isi += self._track(_run(potong), p.lacak or potong.lacak)
        tanda = f"<w:rPr>{self._mark(p.lacak)}</w:rPr>" if p.lacak else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{p.gaya}"/>{"<w:keepNext/>" * lanjut}{tanda}</w:pPr>{isi}</w:p>'

    def _mark(self, lacak: Lacak) -> str:
        """That a paragraph's end or a row is itself put in or taken out."""
        return f'<w:{_LACAK[lacak]} w:id="{next(self._nomor)}" w:author="notakesepakatan"/>' if lacak else ""

    def _track(self, run: str, lacak: Lacak) -> str:
        if not lacak:
            return run
        if lacak == "hapus":
            run = run.replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f"{self._mark(lacak)[:-2]}>{run}</w:{_LACAK[lacak]}>"

    def _picture(self, p: Paragraf) -> str:
        rid, lebar, tinggi = self._gambar[p.gambar]
        cx, cy = round(_TINGGI_GAMBAR * 36000 * lebar / tinggi), round(_TINGGI_GAMBAR * 36000)
        if p.lebar:
            cx = round(self.halaman.lebar_isi * 36000)
            cy = round(cx * tinggi / lebar)
        n = next(self._nomor)
        ukuran = f'cx="{cx}" cy="{cy}"'
        return (
            f'<w:r><w:drawing {_NS_GAMBAR}><wp:inline><wp:extent {ukuran}/><wp:docPr id="{n}" name="Gambar {n}" '
            f'descr="{escape(p.gambar)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{n}" name="Gambar {n}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {ukuran}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f"</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def table(self, t: Tabel, h: Halaman) -> Iterator[str]:
        """One w:tbl of fixed columns; rows never split, header rows repeat."""
        lebar = [twips(h.lebar_isi * persen / 100) for persen in t.lebar]
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in lebar)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{"bergaris" if t.bergaris else "polos"}"/>'
            f'<w:tblW w:w="{sum(lebar)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        sisa: dict[int, tuple[int, int]] = {}
        for i, baris in enumerate(t.baris):
            yield self._row(baris, lebar, sisa, baris.lanjut or (t.utuh and i < len(t.baris) - 1))
        yield "</w:tbl>"

    def _row(self, baris: Baris, lebar: list[int], sisa: dict[int, tuple[int, int]], lanjut: bool) -> str:
        """One w:tr. `sisa`: for each column still covered from above, rows left and columns covered."""
        gaya = next((p.gaya for sel in baris.sel for p in sel.isi), "")
        datum, kolom, hasil = baris.datum, 0, list[str]()

        def cell(sel: Sel, vmerge: str) -> None:
            nonlocal datum, kolom
            isi = sel.isi or (Paragraf(gaya, "", "", ()),)
            kata = self.paragraph(isi[0], lanjut=lanjut, datum=datum)
            kata += "".join(self.paragraph(p, lanjut=lanjut) for p in isi[1:])
            datum = ""
            hasil.append(f"<w:tc>{_cell_properties(sel, sum(lebar[kolom : kolom + sel.kolom]), vmerge)}{kata}</w:tc>")
            kolom += sel.kolom

        def cover() -> None:
            while kolom in sisa:
                mulai, (baris_sisa, n) = kolom, sisa.pop(kolom)
                cell(Sel((), n), "<w:vMerge/>")
                if baris_sisa > 1:
                    sisa[mulai] = (baris_sisa - 1, n)

        for sel in baris.sel:
            cover()
            if sel.baris > 1:
                sisa[kolom] = (sel.baris - 1, sel.kolom)
            cell(sel, '<w:vMerge w:val="restart"/>' if sel.baris > 1 else "")
        cover()
        sifat = f"<w:cantSplit/>{'<w:tblHeader/>' * baris.kepala}{self._mark(baris.lacak)}"
        return f"<w:tr><w:trPr>{sifat}</w:trPr>{''.join(hasil)}</w:tr>"


def _cell_properties(sel: Sel, lebar: int, vmerge: str) -> str:
    isi = f'<w:tcW w:w="{lebar}" w:type="dxa"/>'
    if sel.kolom > 1:
        isi += f'<w:gridSpan w:val="{sel.kolom}"/>'
    isi += vmerge
    if sel.tengah:
        isi += '<w:vAlign w:val="center"/>'
    return f"<w:tcPr>{isi}</w:tcPr>"


_GARIS_BAWAH = '<w:u w:val="single"/>'
_LACAK = {"sisip": "ins", "hapus": "del"}


def _run(p: Potong) -> str:
    if p.teks == "\n":
        return "<w:r><w:br/></w:r>"
    rupa = f"{'<w:b/>' * p.tebal}{'<w:i/>' * p.miring}{'<w:strike/>' * p.coret}{_GARIS_BAWAH * p.garis_bawah}"
    rpr = f"<w:rPr>{rupa}</w:rPr>" if rupa else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{escape(p.teks, False)}</w:t></w:r>'
