"""Naskah → DOCX as a careful Word user makes it: styles, fields, bookmarks, tracked changes.

The parts are written as WordprocessingML text, since python-docx's own table calls take
time that grows with the square of the rows; python-docx keeps the package: parts,
relationships, properties, pictures.
"""

from datetime import UTC
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from notakesepakatan.naskah import PROGRAM, Naskah
from notakesepakatan.naskah.blocks import Sheet
from notakesepakatan.naskah.gaya import Page
from notakesepakatan.write.docx import skeleton
from notakesepakatan.write.docx.package import save
from notakesepakatan.write.docx.styles import styles_of
from notakesepakatan.write.docx.wml import document_xml


def write_docx(naskah: Naskah) -> bytes:
    """The document as DOCX."""
    return package(naskah, naskah.section)


def package(naskah: Naskah, section: tuple[Sheet, ...]) -> bytes:
    """Blocks in the looks, pages and properties of a naskah."""
    package_ = Package()
    document = _add_part(package_, "document", CT.WML_DOCUMENT_MAIN)
    package_.relate_to(document, RT.OFFICE_DOCUMENT)
    styles = styles_of(naskah, section)
    for name, kind, relation, content in (
        ("styles", CT.WML_STYLES, RT.STYLES, styles.xml),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, skeleton.WORD_OPTIONS),
        ("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, skeleton.fonts(naskah.huruf)),
    ):
        document.relate_to(_add_part(package_, name, kind, content), relation)
    foot = _add_each_footer(package_, document, naskah, section)
    head = _add_header(package_, document, naskah, section)
    picture = {
        name: _add_picture(package_, document, data)
        for name, data in naskah.picture.items()
    }
    content = document_xml(naskah, section, (head, foot), picture, styles)
    document._blob = content.encode()
    _set_properties(package_, naskah)
    return save(package_)


def _add_part(package: Package, name: str, kind: str, content: str = "") -> Part:
    return Part(PackURI(f"/word/{name}.xml"), kind, content.encode(), package)


def _add_each_footer(
    package: Package, document: Part, naskah: Naskah, section: tuple[Sheet, ...]
) -> dict[Page, str]:
    """Relationship ids of the footers of the pages there are; one alike is one part."""
    pages = [naskah.page[one.page] for one in section]
    made = dict[str, str]()
    for page in pages:
        content = skeleton.footer(page)
        if content not in made:
            part = _add_part(package, f"footer{len(made) + 1}", CT.WML_FOOTER, content)
            made[content] = document.relate_to(part, RT.FOOTER)
    return {page: made[skeleton.footer(page)] for page in pages}


def _add_header(
    package: Package, document: Part, naskah: Naskah, section: tuple[Sheet, ...]
) -> str:
    """Relationship id of the one header; empty where no page says anything at its top."""
    page = naskah.page[section[0].page]
    if not page.head:
        return ""
    part = _add_part(package, "header1", CT.WML_HEADER, skeleton.header(page))
    return document.relate_to(part, RT.HEADER)


def _add_picture(package: Package, document: Part, data: bytes) -> tuple[str, int, int]:
    """Relationship id and size in pixels."""
    part = package.get_or_add_image_part(BytesIO(data))
    return document.relate_to(part, RT.IMAGE), part.image.px_width, part.image.px_height


def _set_properties(package: Package, naskah: Naskah) -> None:
    trait = package.core_properties
    trait.title, trait.author, trait.language = (
        naskah.judul[:255],
        naskah.maker[:255],
        "id-ID",
    )
    trait.last_modified_by, trait.revision = naskah.changed_by or PROGRAM, 1
    # python-docx has asked the clock.
    trait._element._remove_modified()
    if naskah.created:
        trait.created = naskah.created.astimezone(UTC)
    if naskah.modified:
        trait.modified = naskah.modified.astimezone(UTC)
