"""The parts of the package around the body: styles, fonts, settings, footer.

python-docx's own default template carries 160 styles nobody asked for and takes longer
to open than all the rest.
"""

from functools import lru_cache
from html import escape

from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.gaya import Gaya, Page
from notakesepakatan.write.docx.wml import (
    HEAD,
    NS,
    half_points,
    twentieths,
    twentieths_of_points,
)
from notakesepakatan.write.html import line_height


def styles(naskah: Naskah) -> str:
    """word/styles.xml: defaults of the document, one paragraph style a Gaya, two table styles."""
    return _styles(tuple(naskah.gaya.items()), naskah.huruf[0], naskah.ukuran)


@lru_cache(maxsize=8)
def _styles(gaya: tuple[tuple[str, Gaya], ...], huruf: str, size: float) -> str:
    fonts = f'<w:rFonts w:ascii="{huruf}" w:hAnsi="{huruf}" w:eastAsia="{huruf}" w:cs="{huruf}"/>'
    sz = f'<w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/>'
    line = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margin = (
        '<w:tblCellMar><w:left w:w="{0}" w:type="dxa"/>'
        '<w:right w:w="{0}" w:type="dxa"/></w:tblCellMar>'
    )
    return (
        f"{HEAD}<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{sz}"
        f'<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:suppressAutoHyphens/>"
        f'<w:spacing w:before="0" w:after="0" '
        f'w:line="{twentieths_of_points(size * 1.4)}" '
        f'w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="polos">'
        '<w:name w:val="Normal Table"/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margin.format(0)}</w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="bergaris">'
        '<w:name w:val="Tabel Bergaris"/><w:basedOn w:val="polos"/>'
        f"<w:tblPr><w:tblBorders>{line}</w:tblBorders>{margin.format(57)}</w:tblPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="footer">'
        '<w:name w:val="footer"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
        + "".join(_style(class_name, g, size) for class_name, g in gaya)
        + "</w:styles>"
    )


_ALIGNED = {"kiri": "left", "tengah": "center", "kanan": "right", "penuh": "both"}


def _style(class_name: str, g: Gaya, size: float) -> str:
    """One paragraph style; the children of pPr stand in the order of the schema."""
    paragraph_properties = "<w:keepNext/>" * g.lanjut + "<w:keepLines/>" * g.utuh
    paragraph_properties += "<w:pageBreakBefore/>" * g.halaman_baru
    paragraph_properties += _borders(g)
    if g.penggal:
        paragraph_properties += '<w:suppressAutoHyphens w:val="0"/>'
    space = twentieths_of_points(line_height(g, size))
    paragraph_properties += (
        f'<w:spacing w:before="{twentieths_of_points(g.sebelum)}" '
        f'w:after="{twentieths_of_points(g.sesudah)}" '
        f'w:line="{space}" w:lineRule="atLeast"/>'
    )
    paragraph_properties += _indent(g)
    paragraph_properties += f'<w:jc w:val="{_ALIGNED[g.rata]}"/>'
    if g.tingkat:
        paragraph_properties += f'<w:outlineLvl w:val="{g.tingkat - 1}"/>'
    run_properties = "<w:b/><w:bCs/>" * g.tebal + "<w:i/><w:iCs/>" * g.miring
    if g.ukuran:
        size_value = half_points(g.ukuran)
        run_properties += f'<w:sz w:val="{size_value}"/><w:szCs w:val="{size_value}"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{escape(class_name)}">'
        f'<w:name w:val="{escape(g.nama)}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph_properties}</w:pPr><w:rPr>{run_properties}</w:rPr>"
        "</w:style>"
    )


def _borders(g: Gaya) -> str:
    """A frame around the paragraph, or a line below it."""
    borders = ""
    if g.bingkai:
        side = "".join(
            f'<w:{s} w:val="single" w:sz="4" w:space="20" w:color="000000"/>'
            for s in ("top", "left", "bottom", "right")
        )
        borders += f"<w:pBdr>{side}</w:pBdr>"
    if g.garis_bawah:
        borders += (
            '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="3" w:color="000000"/>'
            "</w:pBdr>"
        )
    return borders


def _indent(g: Gaya) -> str:
    """How far it stands in; of a framed one each paragraph says so itself."""
    is_indented = g.masuk or g.gantung or g.masuk_kanan
    if g.bingkai or not is_indented:
        return ""
    right = f' w:right="{twentieths(g.masuk_kanan)}"' if g.masuk_kanan else ""
    hanging = f' w:hanging="{twentieths(g.gantung)}"' if g.gantung else ""
    return f'<w:ind w:left="{twentieths(g.masuk)}"{right}{hanging}/>'


WORD_OPTIONS = (
    f'{HEAD}<w:settings {NS}><w:defaultTabStop w:val="567"/>'
    "<w:autoHyphenation/>"
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" '
    f'w:val="15"/></w:compat><w:themeFontLang w:val="id-ID"/></w:settings>'
)


def fonts(huruf: tuple[str, ...]) -> str:
    """word/fontTable.xml: the named font, and its metric twin for machines without it."""
    twin = f'<w:altName w:val="{huruf[1]}"/>' if len(huruf) > 1 else ""
    return f'{HEAD}<w:fonts {NS}><w:font w:name="{huruf[0]}">{twin}</w:font></w:fonts>'


_NUMBER = {
    "angka": ("", "PAGE"),
    "dari_jumlah": ("Halaman ", "PAGE", " dari ", "NUMPAGES"),
    "tanpa": (),
}
"""Words and fields of a page number, by turns."""


def footer(page: Page) -> str:
    """A footer: boxes for initials, and the page number, a field that Word keeps current."""
    pieces = _NUMBER[page.foot.nomor]
    runs = "".join(
        _field(piece) if i % 2 else _words(piece) for i, piece in enumerate(pieces)
    )
    number = f'<w:p><w:pPr><w:pStyle w:val="footer"/></w:pPr>{runs}</w:p>'
    return f"{HEAD}<w:ftr {NS}>{_paraf_row(page)}{number}</w:ftr>"


def header(page: Page) -> str:
    """A header: what every page says at its top."""
    small = '<w:rPr><w:i/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
    words = f"<w:r>{small}<w:t>{escape(page.head, False)}</w:t></w:r>"
    return f'{HEAD}<w:hdr {NS}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>{words}</w:p></w:hdr>'


def _words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def _field(name: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _paraf_row(page: Page) -> str:
    """A row of boxes at the right, one for each who initials; nothing where nobody does."""
    if not page.foot.paraf:
        return ""
    width = twentieths(page.box_width)
    small = '<w:rPr><w:sz w:val="14"/><w:szCs w:val="14"/></w:rPr>'
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        '<w:spacing w:line="200" w:lineRule="exact"/></w:pPr>'
        f"<w:r>{small}<w:t>Paraf {escape(who, False)}</w:t></w:r></w:p></w:tc>"
        for who in page.foot.paraf
    )
    grid = f'<w:gridCol w:w="{width}"/>' * len(page.foot.paraf)
    whole = width * len(page.foot.paraf)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="bergaris"/>'
        f'<w:tblW w:w="{whole}" w:type="dxa"/><w:jc w:val="right"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{twentieths(10)}" w:hRule="exact"/>'
        f"</w:trPr>{cells}</w:tr></w:tbl>"
    )
