"""The structure of a printed naskah: what is heard of it, in which order, and as what.

It stands in for WeasyPrint's own, which gives a paragraph that goes on on the next page
as two, a table as many, the heads of its pages as rows, and knows no lists of ours. Here
the structure is that of the XHTML; what stands at the edge of a page, or again on it, is
an artifact (ISO 32000-1, 14.7 and 14.8).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARAGRAPHS = ("p", *_HEADINGS)
_PAGINATION = "<</Type /Pagination>>"
_POINTS_OF_PIXEL = 0.75
_NO_WORDS = "Gambar"
"""What is said of a picture of which a template says nothing."""


class _Piece(NamedTuple):
    """Marked content: its page, and its number (MCID) there; both from 0."""

    page: int
    number: int


@dataclass
class _Printed:
    """What became of the XHTML on paper.

    Attributes:
        pieces: the marked content of each element, in the order of the pages.
        left: pixels from the edge of its column to where a paragraph begins.
        frames: where a picture stands, points from the lower left corner of its page.
        artifacts: what is no part of the text.
        heads: tables whose head was printed, with the page it is read on.
        root: the XHTML.
    """

    pieces: dict[Element, list[_Piece]] = field(default_factory=dict)
    left: dict[Element, float] = field(default_factory=dict)
    frames: dict[Element, tuple[float, ...]] = field(default_factory=dict)
    artifacts: list[_Piece] = field(default_factory=list)
    heads: dict[Element, int] = field(default_factory=dict)
    root: Element | None = None


@dataclass
class _Node:
    """An element of the structure, what is said of it, and what it holds."""

    role: str
    traits: dict[str, Any] = field(default_factory=dict)
    kids: list["_Node | _Piece"] = field(default_factory=list)


def add_tags(
    pdf: Any, document: Any, pdf_version: object, page_streams: Sequence[Any]
) -> None:
    """Add the structure of a document to its PDF; called by WeasyPrint with its own.

    Args:
        pdf: the file, as pydyf knows it.
        document: the pages that were set.
        pdf_version: not asked for: the roles are those of every version.
        page_streams: what is drawn on each page, with what it marked.
    """
    printed = _Printed()
    for number, (page, stream) in enumerate(
        zip(document.pages, page_streams, strict=True)
    ):
        _Walk(printed, number, page.height, stream._tags).of(page._page_box)
    for number, stream in enumerate(page_streams):
        _mark_artifacts(
            stream, {one.number for one in printed.artifacts if one.page == number}
        )
    _Written(pdf, len(page_streams)).add(_document(printed))
    _show_title(pdf)


def _show_title(pdf: Any) -> None:
    import pydyf

    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


class _Walk:
    """One page's boxes, walked in the order in which they are set."""

    def __init__(
        self, printed: _Printed, page: int, height: float, tags: dict[Any, Any]
    ) -> None:
        self._printed = printed
        self._page = page
        self._height = height
        self._tags = tags

    def of(
        self, box: Any, owner: Element | None = None, *, artifact: bool = False
    ) -> None:
        """Note what a box and those in it became.

        `owner` is the element that its words are of; what stands in an `artifact` is no
        text.
        """
        box = getattr(box, "_box", box)
        element = box.element
        is_again = getattr(box, "is_said_again", False)
        artifact = artifact or is_again or type(box).__name__ == "MarginBox"
        if element is not None and not artifact:
            artifact = self._is_head_again(element)
            owner = self._owner(box, element, owner)
        if box in self._tags:
            self._note(box, owner, artifact=artifact)
        for child in getattr(box, "children", ()):
            self.of(child, owner, artifact=artifact)

    def _is_head_again(self, element: Element) -> bool:
        """Whether it is the head of a table, repeated on a further page."""
        if element.tag != "thead":
            return False
        return self._printed.heads.setdefault(element, self._page) != self._page

    def _owner(
        self, box: Any, element: Element, owner: Element | None
    ) -> Element | None:
        if element.tag == "html" and self._printed.root is None:
            self._printed.root = element
        if element.tag in _PARAGRAPHS:
            self._printed.left.setdefault(element, box.margin_left)
            return element
        is_own = element.tag == "img" or element.get("class") == "label"
        return element if is_own else owner

    def _note(self, box: Any, owner: Element | None, *, artifact: bool) -> None:
        piece = _Piece(self._page, self._tags.pop(box)["mcid"])
        if artifact or owner is None:
            self._printed.artifacts.append(piece)
            return
        self._printed.pieces.setdefault(owner, []).append(piece)
        if owner.tag == "img":
            self._printed.frames[owner] = self._frame(box)

    def _frame(self, box: Any) -> tuple[float, ...]:
        left, top = box.content_box_x(), box.content_box_y()
        right, bottom = left + box.width, top + box.height
        edges = (left, self._height - bottom, right, self._height - top)
        return tuple(round(edge * _POINTS_OF_PIXEL, 2) for edge in edges)


def _mark_artifacts(stream: Any, numbers: set[int]) -> None:
    """Say in what is drawn that these of its marks are artifacts."""
    marks = (
        (i, item["MCID"])
        for i, item in enumerate(stream.stream)
        if isinstance(item, dict) and "MCID" in item
    )
    for i, number in list(marks):
        if number in numbers:
            stream.stream[i - 1] = "/Artifact"
            stream.stream[i] = _PAGINATION


def _document(printed: _Printed) -> _Node:
    """The whole structure."""
    document = _Node("Document")
    root = printed.root
    for section in () if root is None else root.iter("section"):
        node = _Node("Sect")
        _Blocks(printed, node).add(section)
        document.kids.append(node)
    return document


class _Blocks:
    """Paragraphs, lists and tables below one element.

    Our lists are paragraphs with a label, one level further right than the other.
    """

    def __init__(self, printed: _Printed, parent: _Node) -> None:
        self._printed = printed
        self._parent = parent
        self._open = list[tuple[float, _Node]]()
        """Lists that items may go on in: where they begin, and the list."""

    def add(self, element: Element) -> None:
        """Add what stands directly in an element."""
        for child in element:
            if child.tag == "table":
                self._open.clear()
                self._parent.kids.append(self._table(child))
            elif child.tag in _PARAGRAPHS:
                self._add_paragraph(child)

    def _add_paragraph(self, element: Element) -> None:
        left = self._printed.left.get(element, 0.0)
        label = _label(element)
        if label is None or element.tag in _HEADINGS:
            node = self._paragraph(element, label)
            if node.kids:
                self._close_right_of(left)
                self._place(left).kids.append(node)
            return
        words = self._paragraph(element, None)
        if not (words.kids or self._pieces(label)):
            return
        self._close_right_of(left)
        body = _Node("LBody", kids=[words] if words.kids else [])
        item = _Node("LI", kids=[_Node("Lbl", kids=[*self._pieces(label)]), body])
        self._list(left, label).kids.append(item)

    def _close_right_of(self, left: float) -> None:
        while self._open and (self._open[-1][0] > left or not left):
            self._open.pop()

    def _list(self, left: float, label: Element) -> _Node:
        """The list whose items begin there: one that is open, or one inside of it."""
        if not self._open or self._open[-1][0] < left:
            numbered = _attributes("List", ListNumbering=_numbering(label))
            begun = _Node("L", {"A": numbered})
            self._place(left).kids.append(begun)
            self._open.append((left, begun))
        return self._open[-1][1]

    def _place(self, left: float) -> _Node:
        """Where a paragraph belongs that begins there: in the item above it, or in none."""
        if not left or not self._open:
            return self._parent
        last = self._open[-1][1].kids[-1]
        body = last.kids[-1] if isinstance(last, _Node) else None
        return body if isinstance(body, _Node) else self._parent

    def _paragraph(self, element: Element, label: Element | None) -> _Node:
        role = element.tag.upper()
        node = _Node(role, _language(element))
        if label is not None:
            node.kids += self._pieces(label)
        node.kids += self._pieces(element)
        node.kids += [self._figure(picture) for picture in element.iter("img")]
        return node

    def _figure(self, picture: Element) -> _Node:
        frame = self._printed.frames.get(picture, (0, 0, 0, 0))
        told = picture.get("alt") or _NO_WORDS
        traits = {"Alt": _words(told), "A": _attributes("Layout", BBox=_array(frame))}
        return _Node("Figure", traits, [*self._pieces(picture)])

    def _pieces(self, element: Element) -> list[_Piece]:
        return self._printed.pieces.get(element, [])

    def _table(self, table: Element) -> _Node:
        """A table; one without lines only sets things beside each other."""
        classes = table.get("class", "").split()
        if "bergaris" not in classes:
            node = _Node("Div")
            for cell in table.iter():
                if cell.tag in ("td", "th"):
                    _Blocks(self._printed, node).add(cell)
            return node
        node = _Node("Table")
        for part in table:
            if part.tag in ("thead", "tbody"):
                role = "THead" if part.tag == "thead" else "TBody"
                node.kids.append(_Node(role, kids=[*self._rows(part)]))
        return node

    def _rows(self, part: Element) -> Iterator[_Node]:
        for row in part:
            yield _Node("TR", kids=[self._cell(cell) for cell in row])

    def _cell(self, cell: Element) -> _Node:
        spans = {
            name: int(cell.get(name.lower(), "1"))
            for name in ("ColSpan", "RowSpan")
            if cell.get(name.lower(), "1") != "1"
        }
        scope = {"Scope": "/Column"} if cell.tag == "th" else {}
        traits = {"A": _attributes("Table", **scope, **spans)} if scope or spans else {}
        node = _Node(cell.tag.upper(), traits)
        _Blocks(self._printed, node).add(cell)
        return node


def _label(element: Element) -> Element | None:
    """The number before its words."""
    first = next(iter(element), None)
    return first if first is not None and first.get("class") == "label" else None


_NUMBERING = (
    (str.isdecimal, "/Decimal"),
    (str.islower, "/LowerAlpha"),
    (str.isupper, "/UpperAlpha"),
)


def _numbering(label: Element) -> str:
    """How a list counts, by the label of its first item."""
    number = (label.text or "").strip().strip("().")
    counted = (name for is_such, name in _NUMBERING if is_such(number))
    return next(counted, "/None")


def _language(element: Element) -> dict[str, Any]:
    code = element.get("lang")
    return {"Lang": _words(code)} if code else {}


def _words(text: str) -> Any:
    import pydyf

    return pydyf.String(text)


def _array(numbers: Sequence[float]) -> Any:
    import pydyf

    return pydyf.Array(numbers)


def _attributes(owner: str, **values: Any) -> Any:
    import pydyf

    return pydyf.Dictionary({"O": f"/{owner}", **values})


class _Written:
    """The structure as objects of a PDF, with the way back from marks to elements."""

    def __init__(self, pdf: Any, pages: int) -> None:
        self._pdf = pdf
        self._pages = pdf.page_references
        self._marks = [dict[int, bytes]() for _ in range(pages)]
        """Of each page, the element that its marks belong to."""

    def add(self, document: _Node) -> None:
        """Add all of it, and name it in the catalogue."""
        import pydyf

        parents = pydyf.Dictionary({})
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(parents)
        self._pdf.add_object(root)
        root["ParentTree"] = parents.reference
        root["K"] = pydyf.Array([self._element(document, root.reference)])
        numbers = pydyf.Array()
        for page, marks in enumerate(self._marks):
            numbers += [page, pydyf.Array(_filled(marks))]
        parents["Nums"] = numbers
        root["ParentTreeNextKey"] = len(self._marks)
        self._pdf.catalog["StructTreeRoot"] = root.reference

    def _element(self, node: _Node, parent: bytes) -> bytes:
        """Add an element and what is in it; its reference."""
        import pydyf

        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.role}"})
        self._pdf.add_object(element)
        reference: bytes = element.reference
        pieces = [kid for kid in node.kids if isinstance(kid, _Piece)]
        page = pieces[0].page if pieces else None
        if page is not None:
            element["Pg"] = self._pages[page]
        element["P"] = parent
        element.update(node.traits)
        element["K"] = pydyf.Array(
            self._mark(kid, page, reference)
            if isinstance(kid, _Piece)
            else self._element(kid, reference)
            for kid in node.kids
        )
        return reference

    def _mark(self, piece: _Piece, page: int | None, reference: bytes) -> Any:
        """Marked content as its element names it; with its page where that is another."""
        import pydyf

        self._marks[piece.page][piece.number] = reference
        if piece.page == page:
            return piece.number
        place = {
            "Type": "/MCR",
            "Pg": self._pages[piece.page],
            "MCID": piece.number,
        }
        return pydyf.Dictionary(place)


def _filled(marks: dict[int, bytes]) -> list[bytes]:
    """One entry a mark; none for an artifact."""
    return [marks.get(number, b"null") for number in range(max(marks, default=-1) + 1)]
