"""Blocks → WordprocessingML text of the body. Lengths: 1/20 point; EMU: 1/914400 inch."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import count
from typing import NamedTuple

from notakesepakatan.naskah import PROGRAM, Naskah
from notakesepakatan.naskah.blocks import (
    Cell,
    Cut,
    Paragraph,
    Sheet,
    Table,
    TableLine,
    Track,
)
from notakesepakatan.naskah.gaya import FRAME_INDENT, FRAME_WIDTH, Page
from notakesepakatan.naskah.ties import IDENTITY, LAST_WORDS, TIE, bound
from notakesepakatan.place import bookmark_name
from notakesepakatan.write.docx.styles import Styles
from notakesepakatan.write.docx.syllables import pieces
from notakesepakatan.write.docx.units import HEAD, NS, twentieths

_PICTURE_NS = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_PICTURE_HEIGHT = 25
_LARGE_PICTURE_HEIGHT = 40
_BELOW_PARAF = 6
_NO_WORDS = "Gambar"
"""What is said of a picture of which a template says nothing."""

Block = Paragraph | Table

Picture = Mapping[str, tuple[str, int, int]]


def document_xml(
    naskah: Naskah,
    section: tuple[Sheet, ...],
    around: tuple[str, Mapping[Page, str]],
    picture: Picture,
    styles: Styles,
) -> str:
    """word/document.xml: each section's blocks, then its page set-up in a small
    paragraph (the last: in the body).

    Args:
        naskah: the document, for its pages.
        section: its blocks, or those of its tracked changes.
        around: relationship ids of the header, if any, and of the footer of each page.
        picture: relationship id, width and height in pixels of each picture.
        styles: the styles of its paragraphs.
    """
    writer = _Writer(picture, naskah.page[section[0].page], naskah, styles)
    head, foot = around
    result = []
    for i, one in enumerate(section):
        writer.page = page = naskah.page[one.page]
        for block, end in zip(one.block, _ends(one.block), strict=True):
            result.append(
                writer.paragraph(block, end=end)
                if isinstance(block, Paragraph)
                else "".join(writer.table(block, page))
            )
        if i == len(section) - 1:
            if one.block and isinstance(one.block[-1], Table):
                result.append(_GAP.format(""))
            result.append(_section(page, head, foot[page]))
        else:
            result.append(_GAP.format(_section(page, head, foot[page])))
    return f"{HEAD}<w:document {NS}><w:body>{''.join(result)}</w:body></w:document>"


_GAP = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr>{}</w:pPr></w:p>'
)
"""A paragraph that takes no room: Word wants one after a table and one to carry a section's end."""


class _End(NamedTuple):
    """The end of a paragraph, which Word tracks apart from its words.

    Attributes:
        lacak: whether it is put in or taken out.
        before: the style that the paragraph had before the change, where that differs
            from what it has now.
    """

    lacak: Track = ""
    before: str = ""


def _ends(blocks: Sequence[Block]) -> list[_End]:
    """The ends of blocks, tracked as Word does where somebody types on behind a paragraph.

    What is put in begins with the end of the paragraph before it, and its last
    paragraph ends with the end that stood there. So whoever rejects it leaves that
    paragraph whole, also where its own last words were put in.
    """
    ends = [
        _End(block.lacak if isinstance(block, Paragraph) else "") for block in blocks
    ]
    before = 0
    while before < len(blocks):
        behind = before + 1
        while behind < len(blocks) and _is_put_in(blocks[behind]):
            behind += 1
        first = blocks[before]
        if behind > before + 1 and isinstance(first, Paragraph) and not first.lacak:
            ends[before : behind - 1] = [_End("sisip")] * (behind - 1 - before)
            ends[behind - 1] = _End("", first.gaya)
        before = behind
    return ends


def _is_put_in(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.lacak == "sisip"


def _section(h: Page, head: str, foot: str) -> str:
    orientation = ' w:orient="landscape"' if h.landscape else ""
    header = f'<w:headerReference w:type="default" r:id="{head}"/>' if head else ""
    unlike = "" if h.foot.first else "<w:titlePg/>"
    footer = f'<w:footerReference w:type="default" r:id="{foot}"/>'
    return (
        f'<w:sectPr>{header}{footer}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twentieths(h.width)}" w:h="{twentieths(h.tinggi)}"{orientation}/>'
        f'<w:pgMar w:top="{twentieths(h.atas)}" w:right="{twentieths(h.kanan)}" '
        f'w:bottom="{twentieths(h.bawah)}" '
        f'w:left="{twentieths(h.kiri)}" w:header="{twentieths(h.atas / 2)}" '
        f'w:footer="{twentieths(_foot_distance(h))}" w:gutter="0"/>{unlike}</w:sectPr>'
    )


def _foot_distance(h: Page) -> float:
    """Millimetres from the foot of the page to its edge; initials need most of the margin."""
    return _BELOW_PARAF if h.foot.paraf else h.bawah / 2


class _Writer:
    """Writes paragraphs and tables, counting bookmarks and pictures as it goes."""

    def __init__(
        self, picture: Picture, page: Page, naskah: Naskah, styles: Styles
    ) -> None:
        self._pictures = picture
        self._styles = styles
        self._justified = naskah.justified
        self._framed = naskah.framed
        self._parted = naskah.parted
        self._headings = naskah.headings
        self.page = page
        self._nomor = count(1)
        self._by = _by(naskah)

    def _named(self, datum: str, content: str) -> str:
        """What stands in a paragraph, with a bookmark over all of it.

        A bookmark that is only a point goes astray where somebody types before it.
        """
        if not datum:
            return content
        n = next(self._nomor)
        name = bookmark_name(datum)
        begin = f'<w:bookmarkStart w:id="{n}" w:name="{name}"/>'
        return f'{begin}{content}<w:bookmarkEnd w:id="{n}"/>'

    def paragraph(
        self,
        p: Paragraph,
        *,
        lanjut: bool = False,
        datum: str = "",
        narrow: bool = False,
        end: _End | None = None,
        width: int = 0,
        tied: bool = True,
    ) -> str:
        """One w:p.

        `end` says how its end is tracked, as its words where nothing is said; `lanjut`
        adds keep-with-next to what its style says, `datum` names what has no id of its
        own, and in a `narrow` column nothing is set to both edges. A frame stands at the
        left of a column of that `width`. What is `tied` stands on one line.
        """
        content = self._before_words(p)
        for piece in p.isi:
            text = _parted(piece.teks) if self._is_parted(p, piece) else piece.teks
            ties = TIE if tied and p.gaya not in self._headings else IDENTITY
            text = bound(text, ties)
            if narrow and piece is p.isi[-1]:
                text = bound(text, LAST_WORDS)
            run = _run(piece._replace(teks=text), p.code)
            content += self._track(run, p.lacak or piece.lacak)
        end = end or _End(p.lacak)
        mark = f"<w:rPr>{self._mark(end.lacak)}</w:rPr>" if end.lacak else ""
        keep = "<w:keepNext/>" * lanjut
        ragged = narrow and p.gaya in self._justified
        aligned = '<w:jc w:val="left"/>' * ragged
        framed = _frame_indent(width) if p.gaya in self._framed else ""
        style = f'<w:pStyle w:val="{escape(self._styles.ids[p.gaya])}"/>'
        own = self._styles.own[p.gaya]
        properties = f"{style}{keep}{own or framed}{aligned}{mark}"
        if end.before:
            properties += self._style_before(end.before)
        named = self._named(p.datum or datum, content)
        return f"<w:p><w:pPr>{properties}</w:pPr>{named}</w:p>"

    def _is_parted(self, p: Paragraph, piece: Cut) -> bool:
        """Whether its long words may be parted: Indonesian ones, and no names in bold."""
        return p.gaya in self._parted and not p.code and not piece.tebal

    def _before_words(self, p: Paragraph) -> str:
        """The picture of a paragraph, or its label and the tab behind it."""
        if p.picture:
            return self._picture(p)
        if p.label_before:
            gone = self._track(_label(p.label_before), "hapus")
            come = self._track(_label(p.label), "sisip")
            return f"{gone}{come}<w:r><w:tab/></w:r>"
        if p.label:
            label = f"<w:r><w:t>{escape(p.label, False)}</w:t><w:tab/></w:r>"
            return self._track(label, p.lacak)
        return ""

    def _style_before(self, gaya: str) -> str:
        """The style that comes back where the change is rejected."""
        return (
            f'<w:pPrChange w:id="{next(self._nomor)}"{self._by}>'
            f'<w:pPr><w:pStyle w:val="{escape(self._styles.ids[gaya])}"/></w:pPr>'
            "</w:pPrChange>"
        )

    def _mark(self, track: Track) -> str:
        """That a paragraph's end or a row is itself put in or taken out."""
        return (
            f'<w:{_TRACK[track]} w:id="{next(self._nomor)}"{self._by}/>'
            if track
            else ""
        )

    def _track(self, run: str, track: Track) -> str:
        if not track:
            return run
        if track == "hapus":
            run = (
                run.replace("<w:t>", "<w:delText>")
                .replace("<w:t ", "<w:delText ")
                .replace("</w:t>", "</w:delText>")
            )
        return f"{self._mark(track)[:-2]}>{run}</w:{_TRACK[track]}>"

    def _picture(self, p: Paragraph) -> str:
        rid, width, height = self._pictures[p.picture]
        tall = _LARGE_PICTURE_HEIGHT if p.large else _PICTURE_HEIGHT
        cx, cy = round(tall * 36000 * width / height), round(tall * 36000)
        if p.width:
            cx = round(self.page.content_width * 36000)
            cy = round(cx * height / width)
        n = next(self._nomor)
        told = escape(p.alt or _NO_WORDS)
        size = f'cx="{cx}" cy="{cy}"'
        return (
            f"<w:r><w:drawing {_PICTURE_NS}><wp:inline><wp:extent {size}/>"
            f'<wp:docPr id="{n}" name="Gambar {n}" descr="{told}"/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{n}" name="Gambar {n}" descr="{told}"/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{rid}"/>'
            f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f"</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def table(self, t: Table, h: Page) -> Iterator[str]:
        """One w:tbl of fixed columns; rows split only where two texts stand side by side,
        header rows repeat.
        """
        width = [twentieths(h.content_width * percent / 100) for percent in t.width]
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in width)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{"bergaris" if t.ruled else "polos"}"/>'
            f'<w:tblW w:w="{sum(width)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        rest: dict[int, tuple[int, int]] = {}
        for i, line in enumerate(_with_cells_joined(t.baris)):
            if i == 0 and t.datum:
                line = line._replace(datum=line.datum or t.datum)
            continued = line.lanjut or (t.utuh and i < len(t.baris) - 1)
            yield self._row(line, width, rest, continued, beside=t.beside)
        yield "</w:tbl>"

    def _row(
        self,
        line: TableLine,
        width: list[int],
        rest: dict[int, tuple[int, int]],
        continued: bool,
        *,
        beside: bool,
    ) -> str:
        """One w:tr.

        `rest`: for each column still covered from above, rows left and columns covered.
        """
        gaya = next((p.gaya for cell in line.cell for p in cell.isi), "")
        empty = (Paragraph(gaya, "", "", ()),)
        result = list[str]()
        named_cell = _named_cell(line)
        for cell, column, merged_down in _across(line.cell, rest):
            across = sum(width[column : column + cell.kolom])
            content = cell.isi or empty
            datum = line.datum if cell is named_cell else ""
            words = self._content(
                content, datum, across, lanjut=continued, narrow=beside
            )
            properties = _cell_properties(cell, across, merged_down)
            result.append(f"<w:tc>{properties}{words}</w:tc>")
        trait = (
            f"{'' if beside else '<w:cantSplit/>'}"
            f"{'<w:tblHeader/>' * line.kepala}{self._mark(line.lacak)}"
        )
        return f"<w:tr><w:trPr>{trait}</w:trPr>{''.join(result)}</w:tr>"

    def _content(
        self,
        paragraphs: Sequence[Paragraph],
        datum: str,
        width: int,
        *,
        lanjut: bool,
        narrow: bool,
    ) -> str:
        """The paragraphs of a cell; datum and width of the cell are those of its first."""
        result = ""
        for i, (p, end) in enumerate(zip(paragraphs, _ends(paragraphs), strict=True)):
            own_datum, own_width = (datum, width) if i == 0 else ("", 0)
            result += self.paragraph(
                p,
                lanjut=lanjut,
                datum=own_datum,
                narrow=narrow,
                end=end,
                width=own_width,
                tied=narrow,
            )
        return result


def _with_cells_joined(lines: Sequence[TableLine]) -> Sequence[TableLine]:
    """The rows, where a cell reaches down over those that go on with it.

    In a table whose rows are tracked each keeps its own cells, for a row may go.
    """
    if any(line.lacak for line in lines):
        return lines
    result = list[TableLine]()
    below: dict[int, int] = {}
    for line in reversed(lines):
        cells = list[Cell]()
        for column, cell in enumerate(line.cell):
            if cell.joined:
                below[column] = below.get(column, 0) + 1
            else:
                cells.append(cell._replace(baris=cell.baris + below.pop(column, 0)))
        result.append(line._replace(cell=tuple(cells)))
    return result[::-1]


class _PlacedCell(NamedTuple):
    """A cell of a row, the first column it stands in, and how it hangs together downwards."""

    cell: Cell
    column: int
    merged_down: str


def _across(
    cells: Sequence[Cell], rest: dict[int, tuple[int, int]]
) -> Iterator[_PlacedCell]:
    """A row's cells from left to right, with those that reach into it from above.

    `rest`: for each column still covered from above, rows left and columns covered; it
    is as after this row when all are taken.
    """
    column = 0
    for cell in cells:
        for covered in _covered(column, rest):
            yield covered
            column += covered.cell.kolom
        merged_down = ""
        if cell.baris > 1:
            merged_down = '<w:vMerge w:val="restart"/>'
            rest[column] = (cell.baris - 1, cell.kolom)
        yield _PlacedCell(cell, column, merged_down)
        column += cell.kolom
    yield from _covered(column, rest)


def _covered(column: int, rest: dict[int, tuple[int, int]]) -> Iterator[_PlacedCell]:
    """The cells from a column on that are covered from above."""
    while column in rest:
        remaining_rows, wide = rest.pop(column)
        if remaining_rows > 1:
            rest[column] = (remaining_rows - 1, wide)
        yield _PlacedCell(Cell((), wide), column, "<w:vMerge/>")
        column += wide


def _by(naskah: Naskah) -> str:
    """Who made a tracked change, and when: the office's time with a Z, as Word writes it."""
    who = escape(naskah.changed_by or PROGRAM)
    when = f"{naskah.changed:%Y-%m-%dT%H:%M:%SZ}" if naskah.changed else ""
    return f' w:author="{who}"' + (f' w:date="{when}"' if when else "")


def _named_cell(line: TableLine) -> Cell | None:
    """The cell that bears the name of its row: the first in which something stands."""
    spoken = (one for one in line.cell if one.isi and one.isi[0].teks.strip())
    return next(spoken, next(iter(line.cell), None))


def _frame_indent(width: int) -> str:
    left = twentieths(FRAME_INDENT)
    right = max(width - left - twentieths(FRAME_WIDTH), 0)
    return f'<w:ind w:left="{left}" w:right="{right}"/>'


def _cell_properties(cell: Cell, width: int, merged_down: str) -> str:
    content = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.kolom > 1:
        content += f'<w:gridSpan w:val="{cell.kolom}"/>'
    content += merged_down
    if cell.middle:
        content += '<w:vAlign w:val="center"/>'
    return f"<w:tcPr>{content}</w:tcPr>"


def _label(text: str) -> str:
    return f"<w:r><w:t>{escape(text, False)}</w:t></w:r>"


_UNDERLINE = '<w:u w:val="single"/>'
_TRACK = {"sisip": "ins", "hapus": "del"}
_PARTING = "\0"
"""Stands where a word may be parted; no text has it."""


_TIED = re.compile(f"({TIE.pattern})")


def _parted(text: str) -> str:
    """The text with the places where its words may be parted; ties stay whole."""
    parts = _TIED.split(text)
    parts[::2] = (_PARTING.join(pieces(words)) for words in parts[::2])
    return "".join(parts)


def _run(p: Cut, code: str) -> str:
    if p.teks == "\n":
        return "<w:r><w:br/></w:r>"
    look = "<w:b/>" * p.tebal + "<w:i/>" * p.miring
    look += "<w:strike/>" * p.struck + _UNDERLINE * p.garis_bawah
    look += f'<w:lang w:val="{escape(code)}"/>' if code else ""
    run_properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    texts = [
        f'<w:t xml:space="preserve">{escape(cut, False)}</w:t>'
        for cut in p.teks.split(_PARTING)
    ]
    return f"<w:r>{run_properties}{'<w:softHyphen/>'.join(texts)}</w:r>"
