"""The parts of the package around the body: fonts, settings, header, footer.

python-docx's own default template carries 160 styles nobody asked for and takes longer
to open than all the rest.
"""

from html import escape

from notakesepakatan.naskah.gaya import Page
from notakesepakatan.write.docx.units import HEAD, NS, twentieths

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
