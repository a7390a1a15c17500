"""Paragraph styles as Word keeps them: its own where it has one, ours for all else.

What has a level is one of Word's own headings, so that its contents, its navigation and
every other program know it. Of several looks of one level the one used most often is
the heading's; the others say on their paragraphs what is otherwise.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Sheet, paragraphs
from notakesepakatan.naskah.gaya import Gaya
from notakesepakatan.write.docx.units import (
    HEAD,
    NS,
    half_points,
    twentieths,
    twentieths_of_points,
)
from notakesepakatan.write.html import line_height

_ALIGNED = {"kiri": "left", "tengah": "center", "kanan": "right", "penuh": "both"}
_OFF = {
    "keepNext": '<w:keepNext w:val="0"/>',
    "keepLines": '<w:keepLines w:val="0"/>',
    "pageBreakBefore": '<w:pageBreakBefore w:val="0"/>',
    "ind": '<w:ind w:left="0" w:right="0" w:firstLine="0"/>',
}
"""What takes back what a style says."""


@dataclass(frozen=True)
class Styles:
    """The styles of one document.

    Attributes:
        xml: word/styles.xml.
        ids: the style of each class.
        own: of a class that shares its style, what its paragraphs say otherwise.
    """

    xml: str
    ids: Mapping[str, str]
    own: Mapping[str, str]


def styles_of(naskah: Naskah, section: tuple[Sheet, ...]) -> Styles:
    """The styles that these blocks use, and those that follow them when people type on."""
    times = Counter(p.gaya for p in paragraphs(section))
    used = _with_following(naskah.gaya, times)
    gaya = tuple((name, naskah.gaya[name]) for name in naskah.gaya if name in used)
    often = sorted((name for name, _ in gaya), key=lambda name: -times[name])
    return _styles(gaya, tuple(often), naskah.huruf[0], naskah.ukuran)


def _with_following(gaya: Mapping[str, Gaya], used: Iterable[str]) -> set[str]:
    """These classes, those of the paragraphs that follow them, and so on."""
    result, waiting = set[str](), list(used)
    while waiting:
        name = waiting.pop()
        if name in gaya and name not in result:
            result.add(name)
            waiting.append(gaya[name].berikut)
    return result


@lru_cache(maxsize=64)
def _styles(
    gaya: tuple[tuple[str, Gaya], ...], often: tuple[str, ...], huruf: str, size: float
) -> Styles:
    looks = dict(gaya)
    leading = dict[str, str]()
    for name in often:
        leading.setdefault(_word_name(looks[name]), name)
    ids = {
        name: _style_id(name, one, looks[leading[_word_name(one)]])
        for name, one in gaya
    }
    first = {ids[name]: name for name in reversed(often)}
    own = {name: _otherwise(one, looks[first[ids[name]]], size) for name, one in gaya}
    built_in = {one.gaya_word: one for _, one in reversed(gaya) if one.gaya_word}
    written = "".join(_base(name, one, size) for name, one in built_in.items())
    written += "".join(
        _style(name, one, ids, size) for name, one in gaya if first[ids[name]] == name
    )
    xml = f"{HEAD}<w:styles {NS}>{_defaults(huruf, size)}{_FIXED}{written}</w:styles>"
    return Styles(xml, ids, own)


def _word_name(g: Gaya) -> str:
    """The name that Word has for a style."""
    return f"heading {g.tingkat}" if g.tingkat else g.nama


def _style_id(name: str, g: Gaya, leading: Gaya) -> str:
    """Its id; another look of the same heading whose letters differ is a style of its own."""
    is_heading = g.tingkat and _letters(g) == _letters(leading)
    return f"Heading{g.tingkat}" if is_heading else name


def _defaults(huruf: str, size: float) -> str:
    fonts = (
        f'<w:rFonts w:ascii="{huruf}" w:hAnsi="{huruf}" w:eastAsia="{huruf}" '
        f'w:cs="{huruf}"/>'
    )
    sz = f'<w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{sz}"
        '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:suppressAutoHyphens/>"
        '<w:spacing w:before="0" w:after="0" '
        f'w:line="{twentieths_of_points(size * 1.4)}" '
        'w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in _SIDES
)
_MARGIN = (
    '<w:tblCellMar><w:left w:w="{0}" w:type="dxa"/>'
    '<w:right w:w="{0}" w:type="dxa"/></w:tblCellMar>'
)
_FIXED = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="polos">'
    '<w:name w:val="Normal Table"/>'
    f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_MARGIN.format(0)}</w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="bergaris">'
    '<w:name w:val="Tabel Bergaris"/><w:basedOn w:val="polos"/>'
    f"<w:tblPr><w:tblBorders>{_LINES}</w:tblBorders>{_MARGIN.format(57)}</w:tblPr>"
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="footer">'
    '<w:name w:val="footer"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
)
"""What every document has: the paragraph and table that all begin with, and the foot."""


def _base(name: str, g: Gaya, size: float) -> str:
    """A style of Word's own that one of ours rests on, looking as that does."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{''.join(_format(g, size).values())}</w:pPr>"
        f"<w:rPr>{_letters(g)}</w:rPr></w:style>"
    )


def _style(name: str, g: Gaya, ids: Mapping[str, str], size: float) -> str:
    """One paragraph style; its children stand in the order of the schema."""
    style_id = ids[name]
    is_heading = style_id != name
    custom = "" if is_heading else ' w:customStyle="1"'
    title = _word_name(g) if is_heading else g.nama
    heading = "" if is_heading or not g.tingkat else f"Heading{g.tingkat}"
    above = heading or g.gaya_word or "Normal"
    following = ids.get(g.berikut, "")
    follows = f'<w:next w:val="{escape(following)}"/>' if following else ""
    level = f'<w:outlineLvl w:val="{g.tingkat - 1}"/>' if g.tingkat else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{escape(style_id)}">'
        f'<w:name w:val="{escape(title)}"/><w:basedOn w:val="{above}"/>{follows}'
        f"<w:qFormat/><w:pPr>{''.join(_format(g, size).values())}{level}</w:pPr>"
        f"<w:rPr>{_letters(g)}</w:rPr></w:style>"
    )


def _otherwise(g: Gaya, leading: Gaya, size: float) -> str:
    """What a paragraph says itself because its style looks as `leading` does."""
    own, of_style = _format(g, size), _format(leading, size)
    return "".join(
        own.get(part) or _OFF.get(part, "")
        for part in _PARTS
        if own.get(part) != of_style.get(part)
    )


_PARTS = (
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "pBdr",
    "suppressAutoHyphens",
    "spacing",
    "ind",
    "jc",
)
"""What our paragraph formats say, in the order of the schema."""


def _format(g: Gaya, size: float) -> dict[str, str]:
    """The format of a paragraph by its parts, in the order of the schema."""
    parts = {
        "keepNext": "<w:keepNext/>" * g.lanjut,
        "keepLines": "<w:keepLines/>" * g.utuh,
        "pageBreakBefore": "<w:pageBreakBefore/>" * g.halaman_baru,
        "pBdr": _border(g),
        "suppressAutoHyphens": '<w:suppressAutoHyphens w:val="0"/>' * g.penggal,
        "spacing": _spacing(g, size),
        "ind": _indent(g),
        "jc": f'<w:jc w:val="{_ALIGNED[g.rata]}"/>',
    }
    return {part: xml for part, xml in parts.items() if xml}


def _border(g: Gaya) -> str:
    if g.bingkai:
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="20" w:color="000000"/>'
            for side in _SIDES[:4]
        )
        return f"<w:pBdr>{sides}</w:pBdr>"
    if g.garis_bawah:
        line = '<w:bottom w:val="single" w:sz="12" w:space="3" w:color="000000"/>'
        return f"<w:pBdr>{line}</w:pBdr>"
    return ""


def _spacing(g: Gaya, size: float) -> str:
    return (
        f'<w:spacing w:before="{twentieths_of_points(g.sebelum)}" '
        f'w:after="{twentieths_of_points(g.sesudah)}" '
        f'w:line="{twentieths_of_points(line_height(g, size))}" w:lineRule="atLeast"/>'
    )


def _indent(g: Gaya) -> str:
    if g.bingkai or not (g.masuk or g.gantung or g.masuk_kanan):
        return ""
    right = f' w:right="{twentieths(g.masuk_kanan)}"' if g.masuk_kanan else ""
    hanging = f' w:hanging="{twentieths(g.gantung)}"' if g.gantung else ""
    return f'<w:ind w:left="{twentieths(g.masuk)}"{right}{hanging}/>'


def _letters(g: Gaya) -> str:
    """How the letters of a style look."""
    look = "<w:b/><w:bCs/>" * g.tebal + "<w:i/><w:iCs/>" * g.miring
    if not g.ukuran:
        return look
    size = half_points(g.ukuran)
    return f'{look}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
