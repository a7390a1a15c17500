"""A package of python-docx → bytes that depend on nothing but its content: zip times are fixed."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.phys_pkg import PhysPkgWriter
from docx.opc.pkgwriter import PackageWriter

_DENSE_LEVELS = 3
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


class _TimelessWriter(PhysPkgWriter):
    """What python-docx writes its parts through, without the clock."""

    def __new__(cls, file: ZipFile) -> "_TimelessWriter":
        return object.__new__(cls)

    def __init__(self, file: ZipFile) -> None:
        self._file = file

    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        info = ZipInfo(pack_uri.membername, _ZIP_TIME)
        info.compress_type = ZIP_DEFLATED
        info.create_system = 0
        self._file.writestr(info, blob, compresslevel=_DENSE_LEVELS)


def save(package: OpcPackage) -> bytes:
    """Bytes of the whole package."""
    result = BytesIO()
    part = list(package.iter_parts())
    with ZipFile(result, "w") as zip_file:
        writer = _TimelessWriter(zip_file)
        PackageWriter._write_content_types_stream(writer, part)
        PackageWriter._write_pkg_rels(writer, package.rels)
        PackageWriter._write_parts(writer, part)
    return result.getvalue()
