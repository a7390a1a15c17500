"""What ISO 19005-3 (PDF/A-3, level A) asks of a PDF, clause by clause, as far as our papers can break it.

These checks are our own reading of the standard, and no validator: a clause on what we never write (JPEG 2000,
signatures, films) only says that there is none of it.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pypdf
from fontTools.ttLib import TTFont
from pypdf.generic import ContentStream, DictionaryObject, NameObject, StreamObject


def _words(text: str) -> list[str]:
    return text.split()


_STANDARD_ROLES = frozenset(
    _words(
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
        "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu RB RT RP "
        "WT WP Figure Formula Form"
    )
)
_BLEND_MODES = frozenset(
    _words(
        "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference "
        "Exclusion Hue Saturation Color Luminosity"
    )
)
_OPERATORS = frozenset(
    _words(
        "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG "
        "rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
    )
)
_PAINTING = frozenset(_words("b B b* B* f F f* s S sh Do Tj TJ ' \" EI INLINE"))
_XMP = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
_DEEPEST = 28


class _Mark(NamedTuple):
    """What a content stream marks: its number on the page, none for an artifact."""

    role: str
    mcid: int | None


_Drawn = list[list[tuple[str, _Mark | None]]]
"""Of each page what is wrong with it, and what it marks."""


def faults(content: bytes) -> list[str]:
    """What is wrong with a PDF, each with its clause of ISO 19005-3; empty where nothing is."""
    reader = pypdf.PdfReader(BytesIO(content))
    objects = list(_objects(reader))
    drawn = [list(_read(page.get_contents(), reader)) for page in reader.pages]
    found = [
        *_file(content, reader),
        *_streams(objects),
        *_output_intent(reader),
        *_pictures(objects),
        *_graphics(objects),
        *_fonts(objects),
        *_interaction(reader, objects),
        *_metadata(reader),
        *_pages(reader, drawn),
        *_structure(reader, drawn),
        *_attachments(reader, objects),
    ]
    return sorted(set(found))


def _objects(reader: pypdf.PdfReader) -> Iterator[Any]:
    """Every dictionary of the file, those inside of others too."""
    waiting: list[Any] = [reader.trailer]
    seen = set[tuple[int, int]]()
    while waiting:
        one = waiting.pop()
        if isinstance(one, pypdf.generic.IndirectObject):
            key = (one.idnum, one.generation)
            if key in seen:
                continue
            seen.add(key)
            one = one.get_object()
        if isinstance(one, DictionaryObject):
            yield one
            waiting += [one.raw_get(key) for key in one]
        elif isinstance(one, list):
            waiting += list(one)


def _root(reader: pypdf.PdfReader) -> Any:
    return reader.trailer["/Root"]


def _file(content: bytes, reader: pypdf.PdfReader) -> Iterator[str]:
    head, remark = content.split(b"\n", 2)[:2]
    if not re.fullmatch(rb"%PDF-1\.[0-7]\r?", head):
        yield "6.1.2: the file does not begin with %PDF-1.n"
    if not re.match(rb"%[\x80-\xff]{4}", remark):
        yield "6.1.2: no comment of four bytes over 127 behind the header"
    if "/ID" not in reader.trailer:
        yield "6.1.3: no ID in the trailer"
    if "/Encrypt" in reader.trailer:
        yield "6.1.3: encrypted"
    if not re.search(rb"%%EOF\r?\n?\Z", content):
        yield "6.1.3: data behind the last %%EOF"


def _streams(objects: list[Any]) -> Iterator[str]:
    for one in objects:
        if isinstance(one, StreamObject):
            if {"/F", "/FFilter", "/FDecodeParms"} & one.keys():
                yield "6.1.7.1: a stream outside of the file"
            filters = one.get("/Filter", [])
            names = filters if isinstance(filters, list) else [filters]
            if {"/LZWDecode", "/Crypt"} & set(names):
                yield f"6.1.7.2: filter {names}"
        for name in one:
            if len(name.encode()) > 127:
                yield f"6.1.13: a name of over 127 bytes: {name}"
        for value in one.values():
            if isinstance(value, str) and len(value.encode("utf-16")) > 32767:
                yield "6.1.13: a string of over 32767 bytes"


def _output_intent(reader: pypdf.PdfReader) -> Iterator[str]:
    intents = _root(reader).get("/OutputIntents", [])
    if len(intents) != 1 or intents[0]["/S"] != "/GTS_PDFA1":
        yield "6.2.3: not one output intent of PDF/A"
        return
    profile = intents[0].get_object().get("/DestOutputProfile")
    if profile is None:
        yield "6.2.3: an output intent without a profile"
        return
    data = profile.get_object().get_data()
    if data[36:40] != b"acsp" or data[16:20] != b"RGB ":
        yield "6.2.3: its profile is not one of RGB"
    if profile.get_object()["/N"] != 3:
        yield "6.2.3: its profile has not three components"


def _pictures(objects: list[Any]) -> Iterator[str]:
    for one in objects:
        if one.get("/Subtype") == "/Image":
            if _is_true(one.get("/Interpolate")):
                yield "6.2.8.1: a picture asks to be interpolated"
            if {"/Alternates", "/OPI"} & one.keys():
                yield "6.2.8.1: a picture with alternates or OPI"
            if one.get("/BitsPerComponent") not in (1, 2, 4, 8, 16):
                yield "6.2.8.1: a picture without its bits"
            if "CMYK" in str(one.get("/ColorSpace")):
                yield "6.2.4.3: a picture of CMYK under an output intent of RGB"
        if (
            one.get("/Subtype") == "/Form"
            and {"/OPI", "/Subtype2", "/PS", "/Ref"} & one.keys()
        ):
            yield "6.2.9: a form with PostScript, OPI or a reference"
        if one.get("/Subtype") == "/PS":
            yield "6.2.9.3: PostScript"


def _graphics(objects: list[Any]) -> Iterator[str]:
    for one in objects:
        if {"/TR", "/HTP"} & one.keys() or one.get("/TR2", "/Default") != "/Default":
            yield "6.2.5: a transfer function or halftone phase"
        mode = one.get("/BM")
        if mode is not None and str(mode).removeprefix("/") not in _BLEND_MODES:
            yield f"6.2.10: blend mode {mode}"
        if "/OCProperties" in one or "/AlternatePresentations" in one:
            yield "6.9, 6.10: optional content or another presentation"


def _fonts(objects: list[Any]) -> Iterator[str]:
    for one in objects:
        if one.get("/Type") == "/Font" and one.get("/Subtype") == "/Type0":
            yield from _font(one)
        elif one.get("/Type") == "/Font" and not str(one["/Subtype"]).startswith(
            "/CIDFont"
        ):
            yield f"6.2.11: a font of kind {one['/Subtype']}, which we never write"


def _font(font: Any) -> Iterator[str]:
    if font["/Encoding"] != "/Identity-H":
        yield "6.2.11.3.3: a character map that is not in the file"
    below = font["/DescendantFonts"][0].get_object()
    if below["/Subtype"] == "/CIDFontType2" and "/CIDToGIDMap" not in below:
        yield "6.2.11.3.2: no CIDToGIDMap"
    described = below["/FontDescriptor"].get_object()
    programs = {"/FontFile", "/FontFile2", "/FontFile3"} & described.keys()
    if len(programs) != 1:
        yield "6.2.11.4.1: not embedded"
        return
    yield from _widths(below, described[programs.pop()].get_object().get_data())
    if "/ToUnicode" not in font:
        yield "6.2.11.7.2: no way back to letters"
        return
    for code in _unicodes(font["/ToUnicode"].get_object().get_data()):
        if code in (0, 0xFEFF, 0xFFFE):
            yield f"6.2.11.7.2: a letter is U+{code:04X}"
        if 0xE000 <= code <= 0xF8FF:
            yield f"6.2.11.7.3: a letter of private use: U+{code:04X}"


def _unicodes(text: bytes) -> Iterator[int]:
    for part in re.findall(rb"beginbf(?:char|range)(.*?)endbf", text, re.DOTALL):
        for line in part.splitlines():
            codes = re.findall(rb"<([0-9A-Fa-f]+)>", line)
            for code in codes[-1:]:
                letters = bytes.fromhex(code.decode()).decode("utf-16-be")
                yield from map(ord, letters)


def _widths(below: Any, program: bytes) -> Iterator[str]:
    """Widths that the file says are those of the font."""
    font = TTFont(BytesIO(program))
    order, metrics = font.getGlyphOrder(), font["hmtx"].metrics
    scale = 1000 / font["head"].unitsPerEm
    said = dict(_said_widths(below["/W"]))
    for cid, width in said.items():
        if cid >= len(order):
            yield f"6.2.11.4.2: glyph {cid} is not in the font"
        elif abs(metrics[order[cid]][0] * scale - width) > 1:
            yield f"6.2.11.5: the width of glyph {cid} is another in the font"


def _said_widths(array: Any) -> Iterator[tuple[int, float]]:
    items = list(array)
    while items:
        first, second = items[0], items[1]
        if isinstance(second, list):
            yield from ((first + i, float(width)) for i, width in enumerate(second))
            items = items[2:]
        else:
            yield from ((cid, float(items[2])) for cid in range(first, second + 1))
            items = items[3:]


def _interaction(reader: pypdf.PdfReader, objects: list[Any]) -> Iterator[str]:
    if any("/Annots" in page or "/AcroForm" in page for page in reader.pages):
        yield "6.3: notes at the page, which we never write"
    if {"/AA", "/OpenAction", "/AcroForm", "/Requirements", "/Perms"} & _root(
        reader
    ).keys():
        yield "6.4, 6.5, 6.11: forms, actions, permissions or requirements"
    if any(one.get("/S") in ("/JavaScript", "/Launch", "/URI") for one in objects):
        yield "6.5.1: an action"
    for page in reader.pages:
        if {"/AA", "/PresSteps"} & page.keys():
            yield "6.5.2, 6.10: actions or steps of a page"
        if not all(3 <= float(side) <= 14400 for side in page.mediabox[2:]):
            yield "6.1.13: the size of a page"


def _metadata(reader: pypdf.PdfReader) -> Iterator[str]:
    stream = _root(reader).get("/Metadata")
    if stream is None:
        yield "6.6.2.1: no metadata"
        return
    text = stream.get_object().get_data().decode()
    head = text.split("?>", 1)[0]
    if "bytes=" in head or "encoding=" in head:
        yield "6.6.2.1: the packet says its bytes or encoding"
    rdf = ElementTree.fromstring(re.sub(r"<\?xpacket.*?\?>", "", text).strip())
    said = {
        key: value
        for one in rdf.iter(f"{{{_XMP['rdf']}}}Description")
        for key, value in one.attrib.items()
    }
    if (
        said.get(f"{{{_XMP['pdfaid']}}}part") != "3"
        or said.get(f"{{{_XMP['pdfaid']}}}conformance") != "A"
    ):
        yield "6.6.4: not said to be PDF/A-3a"
    info: Any = reader.trailer["/Info"]
    pairs = (
        ("/Title", rdf.findtext(f".//{{{_XMP['dc']}}}title//{{{_XMP['rdf']}}}li")),
        ("/Author", rdf.findtext(f".//{{{_XMP['dc']}}}creator//{{{_XMP['rdf']}}}li")),
        ("/Creator", rdf.findtext(f".//{{{_XMP['xmp']}}}CreatorTool")),
        ("/Producer", said.get(f"{{{_XMP['pdf']}}}Producer")),
    )
    for key, value in pairs:
        if info.get(key) != value and (info.get(key) or value):
            yield f"6.6.2.3: {key} says {info.get(key)!r}, the metadata {value!r}"
    for key, name in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        value = rdf.findtext(f".//{{{_XMP['xmp']}}}{name}")
        digits = re.sub(r"\D", "", value or "")
        if re.sub(r"\D", "", str(info.get(key, ""))) != digits:
            yield f"6.6.2.3: {key} says {info.get(key)}, the metadata {value}"


def _pages(reader: pypdf.PdfReader, drawn: _Drawn) -> Iterator[str]:
    for page in reader.pages:
        if "/Resources" not in page:
            yield "6.2.2: a page without its own resources"
    yield from (fault for page in drawn for fault, _ in page if fault)


def _read(content: Any, reader: pypdf.PdfReader) -> Iterator[tuple[str, _Mark | None]]:
    """What is wrong with a page, and all that it marks."""
    depth, marks = 0, list[_Mark]()
    stream = ContentStream(content, reader)
    for operands, raw in stream.operations:
        operator = raw.decode("latin-1")
        if operator not in _OPERATORS and operator != "INLINE IMAGE":
            yield f"6.2.2: operator {operator}", None
        if operator in ("q", "Q"):
            depth += 1 if operator == "q" else -1
            if depth > _DEEPEST:
                yield f"6.1.13: q stands in q {depth} times", None
        elif operator in ("k", "K"):
            yield "6.2.4.3: CMYK under an output intent of RGB", None
        elif operator in ("BDC", "BMC"):
            traits = operands[1] if operator == "BDC" else {}
            mark = _Mark(str(operands[0]), traits.get("/MCID"))
            marks.append(mark)
            yield "", mark
        elif operator == "EMC":
            marks.pop()
        elif operator in _PAINTING and not marks:
            yield (
                f"6.7.2.2: {operator} paints what is neither marked nor an artifact",
                None,
            )
        if operator in ("Tj", "TJ", "'", '"'):
            yield from ((fault, None) for fault in _shown(operands[-1]))


def _shown(operand: Any) -> Iterator[str]:
    pieces = operand if isinstance(operand, list) else [operand]
    for piece in pieces:
        raw = getattr(piece, "original_bytes", None)
        codes = [raw[i : i + 2] for i in range(0, len(raw), 2)] if raw else []
        if b"\0\0" in codes:
            yield "6.2.11.8: a glyph that is not defined"


def _structure(reader: pypdf.PdfReader, drawn: _Drawn) -> Iterator[str]:
    root = _root(reader)
    if not _is_true(root.get("/MarkInfo", {}).get("/Marked")):
        yield "6.7.2.2: not said to be marked"
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", str(root.get("/Lang", ""))):
        yield "6.7.4: no language"
    if not _is_true(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")):
        yield "14.8 (ISO 32000-1): the title is not shown"
    tree = root.get("/StructTreeRoot")
    if tree is None:
        yield "6.7.3.2: no structure"
        return
    numbers = {
        page.indirect_reference.idnum: i
        for i, page in enumerate(reader.pages)
        if page.indirect_reference
    }
    used = dict[tuple[int, int], int]()
    yield from _element(tree["/K"][0], None, numbers, used)
    yield from _marks(reader, drawn, _parents(tree), used)


def _element(
    reference: Any,
    page: int | None,
    numbers: dict[int, int],
    used: dict[tuple[int, int], int],
) -> Iterator[str]:
    element = reference.get_object()
    role = str(element["/S"]).removeprefix("/")
    if role not in _STANDARD_ROLES:
        yield f"6.7.3.4: role {role}"
    if role == "Figure" and not element.get("/Alt"):
        yield "6.7.5 (7.3 of ISO 14289-1): a picture without words"
    if role == "TH" and element.get("/A", {}).get("/Scope") not in (
        "/Column",
        "/Row",
        "/Both",
    ):
        yield "14.8.5.7 (ISO 32000-1): a head of a table without its scope"
    own = element.raw_get("/Pg").idnum if "/Pg" in element else None
    page = numbers.get(own, page) if own is not None else page
    for kid in element["/K"]:
        value = kid.get_object()
        if isinstance(value, int):
            yield from _use(page, value, reference.idnum, used)
        elif value.get("/Type") == "/MCR":
            yield from _use(
                numbers[value.raw_get("/Pg").idnum],
                value["/MCID"],
                reference.idnum,
                used,
            )
        else:
            if value.raw_get("/P").idnum != reference.idnum:
                yield "14.7.2 (ISO 32000-1): an element that names another parent"
            yield from _element(kid, page, numbers, used)


def _use(
    page: int | None, mcid: int, element: int, used: dict[tuple[int, int], int]
) -> Iterator[str]:
    key = (-1 if page is None else page, mcid)
    if page is None or key in used:
        yield "14.7.4 (ISO 32000-1): marked content that is used twice, or of no page"
    used[key] = element


def _parents(tree: Any) -> dict[tuple[int, int], int]:
    """The way back: of each mark of a page its element."""
    listed = tree["/ParentTree"]["/Nums"]
    pairs = zip(listed[::2], listed[1::2], strict=True)
    return {
        (page, mcid): element.idnum
        for page, elements in pairs
        for mcid, element in enumerate(elements.get_object())
        if isinstance(element, pypdf.generic.IndirectObject)
    }


def _marks(
    reader: pypdf.PdfReader,
    drawn: _Drawn,
    parents: dict[tuple[int, int], int],
    used: dict[tuple[int, int], int],
) -> Iterator[str]:
    marked = set[tuple[int, int]]()
    for number, page in enumerate(reader.pages):
        if page.get("/StructParents") != number or page.get("/Tabs") != "/S":
            yield "14.7.4.4 (ISO 32000-1): a page that does not name its part of the structure"
        for _, mark in drawn[number]:
            if mark is not None and mark.mcid is not None:
                marked.add((number, mark.mcid))
            elif mark is not None and mark.role != "/Artifact":
                yield f"6.7.2.2: {mark.role} has no number"
    if marked != used.keys():
        yield "6.7.3.2: marks of a page and the structure differ"
    if parents != used:
        yield "14.7.4.4 (ISO 32000-1): the way back from marks to elements is wrong"


def _attachments(reader: pypdf.PdfReader, objects: list[Any]) -> Iterator[str]:
    named = [one.idnum for one in _raw(_root(reader), "/AF")]
    if len(named) != len(set(named)):
        yield "6.8: a file that the document names twice"
    for one in objects:
        if one.get("/Type") == "/Filespec":
            if not one.get("/F") or not one.get("/UF"):
                yield "6.8: a file without both of its names"
            if one.get("/AFRelationship") not in (
                "/Source",
                "/Data",
                "/Alternative",
                "/Supplement",
                "/Unspecified",
            ):
                yield "6.8: a file that says nothing of what it is to the document"
            if (
                one.indirect_reference is None
                or one.indirect_reference.idnum not in named
            ):
                yield "6.8: a file that nothing names"
        if one.get("/Type") == "/EmbeddedFile":
            if "/Subtype" not in one or "/" not in str(one["/Subtype"])[1:]:
                yield "6.8: a file without its media type"
            if "/Size" not in one.get("/Params", {}):
                yield "6.8: a file without what is to be known of it"


def _raw(owner: Any, key: str) -> list[Any]:
    return list(owner[NameObject(key)]) if key in owner else []


def _is_true(value: Any) -> bool:
    """A truth value of a PDF is an object, and every object is true to Python."""
    return isinstance(value, pypdf.generic.BooleanObject) and bool(value.value)
