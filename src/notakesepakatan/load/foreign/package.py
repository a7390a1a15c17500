"""The package of a Word file in, its parts out: bounded before they are unfolded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import islice
from posixpath import join, normpath
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from notakesepakatan.load.foreign.bounds import Refused

_UNPACKED_LIMIT = 50_000_000
"""Bytes of a Word file unpacked, pictures too; a small file may hold a mountain."""
_XML_LIMIT = 20_000_000
_ELEMENT_LIMIT = 2_000_000
"""Tags and attributes of a Word file; of each the library makes an object."""
_DAMAGED = (
    "berkas rusak atau bukan docx; buka dengan Word, simpan kembali, lalu coba lagi"
)
Element = Any
"""One element of lxml."""


def local_name(element: Element) -> str:
    """A tag or an attribute without its namespace: strict and usual files alike."""
    tag = element if isinstance(element, str) else element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name; empty where it is not there."""
    return next(
        (value for key, value in element.items() if local_name(key) == name), ""
    )


def child(element: Element, *names: str) -> Element | None:
    """The element at the end of a path of local names; None where it is not there."""
    for name in names:
        element = next((one for one in element if local_name(one) == name), None)
        if element is None:
            return None
    return element


@dataclass(frozen=True)
class Package:
    """The parts of a Word file.

    Attributes:
        main: name of the part that holds the body.
        parts: bytes of every part by its name.
    """

    main: str
    parts: Mapping[str, bytes]

    def related(self, *kinds: str) -> Iterator[tuple[str, str]]:
        """Kind and name of what the body refers to, as far as it is in the file."""
        for kind, target in _relations(self.parts, self.main):
            if kind in kinds and target in self.parts:
                yield kind, target

    def has(self, ending: str) -> bool:
        """Whether a part's name ends so."""
        return any(name.endswith(ending) for name in self.parts)

    def tree(self, name: str) -> Element:
        """The elements of a part.

        Raises:
            Refused: it is no XML.
        """
        return _parse(self.parts[name])

    @cached_property
    def body(self) -> Element:
        """The elements of the body."""
        return self.tree(self.main)


def open_package(content: bytes) -> Package:
    """The parts of a Word file.

    Raises:
        Refused: it is damaged or none, or it would unfold to too much.
    """
    try:
        with ZipFile(BytesIO(content)) as package:
            _weigh(package)
            parts = {part.filename: package.read(part) for part in package.infolist()}
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise Refused(_DAMAGED) from None
    except ValueError:
        raise Refused(_DAMAGED) from None
    mains = [
        target
        for kind, target in _relations(parts, "")
        if kind == "officeDocument" and target in parts
    ]
    if not mains:
        raise Refused(_DAMAGED)
    return Package(mains[0], parts)


def _weigh(package: ZipFile) -> None:
    """Refuse a package that would unfold to too much, before it becomes objects."""
    parts = package.infolist()  # no part unpacks to more than its header says
    if sum(part.file_size for part in parts) > _UNPACKED_LIMIT:
        raise Refused("isinya lebih dari 50 MB setelah dibuka")
    xml_size = sum(part.file_size for part in parts if _is_xml(part))
    if xml_size > _XML_LIMIT:
        raise Refused("isi XML-nya lebih dari 20 MB setelah dibuka")
    elements = 0
    for part in parts:  # whatever their names, for a part is read as its type says
        text = package.read(part)
        elements += text.count(b"<") + text.count(b"=")
        if elements > _ELEMENT_LIMIT:
            raise Refused("isinya lebih dari dua juta unsur setelah dibuka")


def _is_xml(part: ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels"))


def _parse(content: bytes) -> Element:
    """Nothing outside of the text is asked for, and no entity unfolds."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refused(_DAMAGED) from None


def _relations(parts: Mapping[str, bytes], origin: str) -> Iterator[tuple[str, str]]:
    """Kind and name of what a part refers to inside the file; "" is the file itself."""
    folder, _, name = origin.rpartition("/")
    content = parts.get(join(folder, "_rels", f"{name}.rels"))
    if content is None:
        return
    for relation in _parse(content):
        if attribute(relation, "TargetMode") == "External":
            continue
        kind = attribute(relation, "Type").rpartition("/")[2]
        target = attribute(relation, "Target")
        inside = target.lstrip("/") if target.startswith("/") else join(folder, target)
        yield kind, normpath(inside)


def has_more_than(limit: int, items: Iterator[object]) -> bool:
    """Whether there are more of them; no more are looked at."""
    return any(True for _ in islice(items, limit, None))
