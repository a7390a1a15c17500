"""The naskah as a page of HTML with its styles inside: what a browser shows and
WeasyPrint prints.
"""

import re
from base64 import b64encode
from html import escape

from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Sheet, paragraphs
from notakesepakatan.naskah.gaya import FRAME_INDENT, FRAME_WIDTH, Gaya, Page
from notakesepakatan.naskah.ties import IDENTITY, LAST_WORDS, TIE, bound

_BASIS = """\
html { font-family: %(huruf)s; font-size: %(ukuran)spt; line-height: %(spasi)spt; hyphens: none }
body { margin: 0 }
p, h1, h2, h3, h4, h5, h6 { margin: 0; font-size: inherit; font-weight: normal; \
orphans: 2; widows: 2;
  overflow-wrap: break-word; bookmark-level: none }
.kata { white-space: nowrap }
b { hyphens: none }
.label { display: inline-block; text-indent: 0; text-align: left; white-space: nowrap }
section { break-before: page }
section:first-child { break-before: auto }
table { width: 100%%; table-layout: fixed; border-collapse: collapse }
td, th { padding: 0; vertical-align: top; font-weight: normal }
th { vertical-align: middle }
thead { display: table-header-group }
tfoot.garis { display: table-footer-group; font-size: 0; line-height: 0 }
table.bergaris tfoot.garis td { border-width: 0.5pt 0 0; height: 0; padding: 0 }
tr { break-inside: avoid }
tr.tinggi { break-inside: auto }
tr.lanjut { break-after: avoid }
table.bergaris td, table.bergaris th { border: 0.5pt solid black; padding: 0 1mm }
table.utuh { break-inside: avoid }
img { height: 25mm; vertical-align: bottom }
img.lebar { height: auto; width: 100%% }
"""


def write_html(naskah: Naskah) -> bytes:
    """A complete document, UTF-8, that reads nothing from anywhere."""
    gaya = f"<style>\n{stylesheet(naskah)}</style>\n"
    return f"<!DOCTYPE html>\n{page(naskah, gaya)}".encode()


def page(
    naskah: Naskah,
    head: str = "",
    *,
    tied: bool = False,
) -> str:
    """The page as XHTML, `head` in its head; without it the styles are not in it.

    For print what is `tied` stands on one line: "Pasal 6".
    """
    body = _body(naskah, tied=tied)
    return (
        f'<html lang="id">\n<head>\n<meta charset="utf-8"/>\n'
        f"<title>{escape(naskah.judul)}</title>\n"
        f"{_meta(naskah)}{head}</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _meta(naskah: Naskah) -> str:
    result = f'<meta name="author" content="{escape(naskah.maker)}"/>\n'
    result += '<meta name="generator" content="notakesepakatan"/>\n'
    if naskah.tanggal:
        result += (
            f'<meta name="dcterms.created" content="{naskah.tanggal.isoformat()}"/>\n'
        )
    if naskah.changed and naskah.modified:
        moment = naskah.modified.isoformat()
        result += f'<meta name="dcterms.modified" content="{moment}"/>\n'
    return result


_TABLE_OR_MARK = re.compile(
    r'(<table (?!class="dwibahasa").*?</table>|<[^>]*>)', re.DOTALL
)
"""Marks, and tables with their words but for those of two texts side by side."""
_JOINED = r"(?<!\S)(?=\S{3,24}(?!\S))\S*\w[-/]\w\S*"
_ON_ONE_LINE = {
    False: re.compile(_JOINED),
    True: re.compile(rf"{TIE.pattern}|{_JOINED}"),
}


def _unbroken(
    content: str,
    *,
    tied: bool,
) -> str:
    """Words joined by a hyphen or a slash stay on one line (`dan/atau`), and those that
    are tied (`Pasal 6`) where asked for, but for those in the narrow cells of tables.
    """
    piece = _TABLE_OR_MARK.split(content)
    piece[::2] = (_ON_ONE_LINE[tied].sub(_WORD, text) for text in piece[::2])
    return "".join(piece)


_WORD = r'<span class="kata">\g<0></span>'


def _signed(table: re.Match[str]) -> str:
    """A block of signatures, in which no number of office is torn."""
    piece = _MARK.split(table[0])
    piece[::2] = (IDENTITY.sub(_WORD, text) for text in piece[::2])
    return "".join(piece)


def _without_lone_words(table: re.Match[str]) -> str:
    """Two texts side by side, whose paragraphs end in no short word alone.

    What is tied there is so by its spaces, and one word alone by nothing: the printer
    parts a word in front of a piece that no line may break in, wherever it stands.
    """
    tied = LAST_WORDS.sub(_WORD, table[0])
    return _TIED_WORD.sub(_bound_word, tied)


def _bound_word(word: re.Match[str]) -> str:
    return bound(word[0], _INNER) if " " in word[1] else word[1]


_TIED_WORD = re.compile(r'<span class="kata">([^<]*)</span>')
_INNER = re.compile(r"(?<=>)[^<]+")
_BESIDE = re.compile(r'<table class="dwibahasa">.*?</table>', re.DOTALL)
_MARK = re.compile("(<[^>]*>)")
_SIGNED = re.compile(r'<table class="polos utuh">.*?</table>', re.DOTALL)


def _body(
    naskah: Naskah,
    *,
    tied: bool,
) -> str:
    """The body as a browser sets it, with pictures as data: nothing is fetched."""
    # A break alone would glue the words together in the outline: "Pasal 1MAKSUD".
    content = _unbroken(naskah.isi, tied=tied).replace("<br/>", " <br/>")
    content = _SIGNED.sub(_signed, content)
    if tied:
        content = _BESIDE.sub(_without_lone_words, content)
    content = _with_paraf_boxes(naskah, _with_cells_joined(content))
    for name, data in naskah.picture.items():
        kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
        uri = f"data:image/{kind};base64,{b64encode(data).decode()}"
        content = content.replace(f'src="{name}"', f'src="{uri}"')
    return content


_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)


def _closed_below(table: re.Match[str]) -> str:
    """A table whose cells go on over pages, with a line at the foot of each."""
    if _JOINED_CELL not in table[0]:
        return table[0]
    columns = table[0].count("<col ")
    foot = f'<tfoot class="garis"><tr><td colspan="{columns}"></td></tr></tfoot>'
    return table[0].replace("<tbody>", f"{foot}<tbody>", 1)


_JOINED_CELL = '<td class="sambung"></td>'


def _rows(content: str) -> list[str]:
    """The content cut before each row."""
    return re.split(r"(?=<tr[ >])", content)


def _with_cells_joined(
    content: str,
) -> str:
    """The first cells of a row reach down over the rows that go on with them."""
    if _JOINED_CELL not in content:
        return content
    rows = _rows(_TABLE.sub(_closed_below, content))
    below = 0
    for i in reversed(range(len(rows))):
        if _JOINED_CELL in rows[i]:
            joined = rows[i].count(_JOINED_CELL)
            rows[i] = rows[i].replace(_JOINED_CELL, "")
            below += 1
        elif below:
            down = f'<td rowspan="{below + 1}"'
            rows[i] = rows[i].replace("<td", down, joined)
            below = 0
    return "".join(rows)


def _with_paraf_boxes(
    naskah: Naskah,
    content: str,
) -> str:
    """The boxes for initials, which print takes to the foot of each page."""
    named = next((one for one in naskah.section if _paraf(naskah, one)), None)
    if named is None:
        return content
    boxes = "".join(f"<td>Paraf {escape(who)}</td>" for who in _paraf(naskah, named))
    number = '<p class="nomor-kaki"></p>'
    foot = f'<div class="kaki"><table><tr>{boxes}</tr></table>{number}</div>'
    opening = f'<section class="{named.page}">'
    return content.replace(opening, opening + foot, 1)


def _paraf(
    naskah: Naskah,
    section: Sheet,
) -> tuple[str, ...]:
    return naskah.page[section.page].foot.paraf


def stylesheet(naskah: Naskah) -> str:
    """CSS of the naskah's pages and paragraph styles."""
    huruf = ", ".join(f'"{name}"' for name in naskah.huruf) + ", serif"
    result = _BASIS % {
        "huruf": huruf,
        "ukuran": _n(naskah.ukuran),
        "spasi": _n(naskah.ukuran * 1.4),
    }
    result += "".join(_page_css(name, page) for name, page in naskah.page.items())
    result += "".join(_paraf_css(page) for page in _pages_with_paraf(naskah))
    if any(paragraph.large for paragraph in paragraphs(naskah.section)):
        result += "img.besar { height: 40mm }\n"
    result += "".join(
        _style_css(class_name, gaya, naskah.ukuran)
        for class_name, gaya in naskah.gaya.items()
    )
    return result + (_columns_css(naskah) if naskah.has_columns else "")


def _columns_css(naskah: Naskah) -> str:
    """In the narrow columns of two languages nothing is set to both edges, and only
    Indonesian words are parted.
    """
    styles = (f".dwibahasa .{name}" for name in sorted(naskah.justified))
    left = f"{', '.join(styles)} {{ text-align: left }}\n"
    whole = ".dwibahasa .kata { white-space: normal; hyphens: none }\n"
    heads = ".dwibahasa p[class^=kepala-lampiran] { margin-left: 0 }\n"
    heads += (
        ".dwibahasa p[class^=kepala-lampiran][class$=-data] { margin-left: 16mm }\n"
    )
    return f"{left}{whole}{heads}p[lang] {{ hyphens: none }}\n"


def _pages_with_paraf(naskah: Naskah) -> list[Page]:
    """The narrowest page whose foot holds initials: one foot serves all pages."""
    pages = [page for page in naskah.page.values() if page.foot.paraf]
    return sorted(pages, key=lambda page: page.box_width)[:1]


_NUMBER_CSS = {
    "angka": "counter(page)",
    "dari_jumlah": '"Halaman " counter(page) " dari " counter(pages)',
    "tanpa": '""',
}


def _paraf_css(page: Page) -> str:
    """Only print has a foot; on a screen the boxes are not shown."""
    return (
        ".kaki { display: block; position: running(kaki); line-height: 10pt }\n"
        "@media screen { .kaki { display: none } }\n"
        ".kaki table { width: auto; margin-left: auto }\n"
        ".kaki td { border: 0.5pt solid black; font-size: 7pt; padding: 0.5mm 1mm; "
        f"width: {_n(page.box_width - 2)}mm; height: 9mm }}\n"
        ".nomor-kaki { text-align: center; font-size: 10pt; margin-top: 1mm }\n"
        f".nomor-kaki::after {{ content: {_NUMBER_CSS[page.foot.nomor]} }}\n"
    )


_HEAD_CSS = "font-size: 8pt; font-style: italic; white-space: nowrap"
_NO_FOOT = "@bottom-center { content: none }"


def _css_string(text: str) -> str:
    """Words as CSS quotes them."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'.replace("<", "\\3c ")


def _page_css(
    name: str,
    h: Page,
) -> str:
    number = _NUMBER_CSS[h.foot.nomor]
    at_foot = "element(kaki); width: 100%" if h.foot.paraf else number
    head = _css_string(h.head) if h.head else ""
    at_head = f"  @top-right {{ content: {head}; {_HEAD_CSS} }}\n" if head else ""
    first = "" if h.foot.first else f"@page {name}:first {{ {_NO_FOOT} }}\n"
    return (
        f"@page {name} {{ size: {_n(h.width)}mm {_n(h.tinggi)}mm; "
        f"margin: {_n(h.atas)}mm {_n(h.kanan)}mm {_n(h.bawah)}mm {_n(h.kiri)}mm;\n"
        f"{at_head}"
        f"  @bottom-center {{ content: {at_foot}; font-size: 10pt }} }}\n"
        f"{first}"
        f"section.{name} {{ page: {name} }}\n"
    )


_FRAMED = (
    f"border: 0.5pt solid black; margin-left: {FRAME_INDENT}mm; margin-right: auto;"
    f" width: {FRAME_WIDTH}mm; padding: 7mm 0"
)
_PARTED = 'hyphens: auto; hyphenate-limit-chars: 8 3 3; hyphenate-character: "-"'
_ALIGNED = {"kiri": "left", "tengah": "center", "kanan": "right", "penuh": "justify"}


def _style_css(
    class_name: str,
    g: Gaya,
    size: float,
) -> str:
    rules = [
        (True, f"text-align: {_ALIGNED[g.rata]}"),
        (True, _margin(g)),
        (g.ukuran, f"font-size: {_n(g.ukuran or size)}pt"),
        (g.ukuran or g.spasi, f"line-height: {_n(line_height(g, size))}pt"),
        (g.tebal, "font-weight: bold"),
        (g.miring, "font-style: italic"),
        (g.gantung, f"text-indent: -{_n(g.gantung)}mm"),
        (g.halaman_baru, "break-before: page"),
        (g.lanjut, "break-after: avoid"),
        (g.utuh, "break-inside: avoid"),
        (g.tingkat, f"bookmark-level: {g.tingkat}"),
        (g.garis_bawah, "border-bottom: 1.5pt solid black; padding-bottom: 3pt"),
        (g.bingkai, _FRAMED),
        (g.penggal, _PARTED),
    ]
    rule = [words for asked, words in rules if asked]
    result = f".{class_name} {{ {'; '.join(rule)} }}\n"
    # An empty paragraph is a line high in Word and nothing in CSS.
    result += f".{class_name}:empty {{ height: {_n(line_height(g, size))}pt }}\n"
    if g.gantung:
        result += f".{class_name} > .label {{ min-width: {_n(g.gantung)}mm }}\n"
    return result


def _margin(g: Gaya) -> str:
    right = f"{_n(g.masuk_kanan)}mm" if g.masuk_kanan else "0"
    return f"margin: {_n(g.sebelum)}pt {right} {_n(g.sesudah)}pt {_n(g.masuk)}mm"


def line_height(
    gaya: Gaya,
    size: float,
) -> float:
    """Height of a line, points; 1.4 times the size unless the style says otherwise."""
    return gaya.spasi or (gaya.ukuran or size) * 1.4


def _n(angka: float) -> str:
    """A number as short as CSS takes it: 12.0 -> 12."""
    return f"{angka:.3f}".rstrip("0").rstrip(".")
