"""A package of python-docx → bytes that depend on nothing but its content: zip times are fixed."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.phys_pkg import PhysPkgWriter
from docx.opc.pkgwriter import PackageWriter

_TINGKAT_PADAT = 3
_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)


class _TimelessWriter(PhysPkgWriter):
    """What python-docx writes its parts through, without the clock."""

    def __new__(cls, berkas: ZipFile) -> "_TimelessWriter":
        return object.__new__(cls)

    def __init__(self, berkas: ZipFile) -> None:
        self._berkas = berkas

    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        info = ZipInfo(pack_uri.membername, _WAKTU_ZIP)
        info.compress_type = ZIP_DEFLATED
        info.create_system = 0
        self._berkas.writestr(info, blob, compresslevel=_TINGKAT_PADAT)


def save(paket: OpcPackage) -> bytes:
    """Bytes of the whole package."""
    hasil = BytesIO()
    bagian = list(paket.iter_parts())
    with ZipFile(hasil, "w") as zip_file:
        penulis = _TimelessWriter(zip_file)
        PackageWriter._write_content_types_stream(penulis, bagian)
        PackageWriter._write_pkg_rels(penulis, paket.rels)
        PackageWriter._write_parts(penulis, bagian)
    return hasil.getvalue()
