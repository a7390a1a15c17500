"""Naskah → DOCX as a careful Word user makes it: named styles, fields, bookmarks, sections.

The parts are written as WordprocessingML text, since python-docx's own table calls take time that grows with the
square of the rows; python-docx keeps the package: parts, relationships, properties, pictures.
"""

from datetime import UTC, datetime, time
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from notakesepakatan.collector import collector_off
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Seksi
from notakesepakatan.write.docx import skeleton
from notakesepakatan.write.docx.package import save
from notakesepakatan.write.docx.wml import document_xml

_TANPA_TANGGAL = datetime(2000, 1, 1, tzinfo=UTC)


@collector_off()
def write_docx(naskah: Naskah) -> bytes:
    """The document as DOCX."""
    return package(naskah, naskah.seksi)


def package(naskah: Naskah, seksi: tuple[Seksi, ...]) -> bytes:
    """Blocks in the looks, pages and properties of a naskah."""
    paket = Package()
    dokumen = _add_part(paket, "document", CT.WML_DOCUMENT_MAIN)
    paket.relate_to(dokumen, RT.OFFICE_DOCUMENT)
    for nama, jenis, relasi, isi in (
        ("styles", CT.WML_STYLES, RT.STYLES, skeleton.styles(naskah)),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, skeleton.SETTINGS),
        ("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, skeleton.fonts(naskah.huruf)),
    ):
        dokumen.relate_to(_add_part(paket, nama, jenis, isi), relasi)
    kaki = dokumen.relate_to(_add_part(paket, "footer1", CT.WML_FOOTER, skeleton.FOOTER), RT.FOOTER)
    gambar = {nama: _add_picture(paket, dokumen, data) for nama, data in naskah.gambar.items()}
    dokumen._blob = document_xml(naskah, seksi, kaki, gambar).encode()
    _set_properties(paket, naskah)
    return save(paket)


def _add_part(paket: Package, nama: str, jenis: str, isi: str = "") -> Part:
    return Part(PackURI(f"/word/{nama}.xml"), jenis, isi.encode(), paket)


def _add_picture(paket: Package, dokumen: Part, data: bytes) -> tuple[str, int, int]:
    """Relationship id and size in pixels."""
    bagian = paket.get_or_add_image_part(BytesIO(data))
    return dokumen.relate_to(bagian, RT.IMAGE), bagian.image.px_width, bagian.image.px_height


def _set_properties(paket: Package, naskah: Naskah) -> None:
    waktu = datetime.combine(naskah.tanggal, time(), UTC) if naskah.tanggal else _TANPA_TANGGAL
    sifat = paket.core_properties
    sifat.title, sifat.author, sifat.language = naskah.judul[:255], naskah.pembuat[:255], "id-ID"
    sifat.last_modified_by, sifat.revision = "notakesepakatan", 1
    sifat.created = sifat.modified = waktu
