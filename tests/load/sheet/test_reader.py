"""Files of sheets: what each kind gives, and that a broken or hostile one ends in a sentence."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from notakesepakatan.compute.intake.sheet import Book
from notakesepakatan.load.sheet.bounds import FILE_LIMIT, UNPACKED_LIMIT
from notakesepakatan.load.sheet.reader import (
    UnreadableSheet,
    book_of,
    read_book,
    read_sheet_file,
)
from notakesepakatan.load.sheet.separated import read_separated, separator_of
from notakesepakatan.load.sheet.worker import read


def _xlsx(*rows: tuple[str | int | date | None, ...], merged: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A package with one of its parts changed."""
    result = BytesIO()
    with (
        ZipFile(BytesIO(content)) as origin,
        ZipFile(result, "w", ZIP_DEFLATED) as target,
    ):
        for name in origin.namelist():
            data = origin.read(name)
            target.writestr(name, data.replace(old, new) if name == part else data)
    return result.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def _texts(book: Book) -> list[list[str]]:
    return [[cell.text for cell in row] for row in book.sheets[0].rows]


def test_a_workbook_gives_texts_numbers_days_and_what_is_merged() -> None:
    content = _xlsx(
        ("Nomor", "Mulai", None), ("1/A", date(2025, 3, 5), 3), merged="A1:B1"
    )
    book = book_of("a.xlsx", read(content))
    assert _texts(book)[1] == ["1/A", "2025-03-05", "3"]
    assert book.sheets[0].cell(1, 1).day == date(2025, 3, 5)
    assert book.sheets[0].cell(1, 2).number == 3
    assert list(book.sheets[0].merged) == [(0, 0, 0, 1)]


def test_what_is_hidden_is_read_and_said() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "A & B"
    for row in range(1, 8):
        sheet.append([f"{row}/A", "x", None, "y"])
    for row in (3, 4, 6, 9):
        sheet.row_dimensions[row].hidden = True
    for letter in ("B", "C"):
        sheet.column_dimensions[letter].hidden = True
    old = book.create_sheet("Lama")
    old.append(["1"])
    old.sheet_state = "veryHidden"
    content = BytesIO()
    book.save(content)
    read_one = book_of("a.xlsx", read(content.getvalue()))
    assert read_one.hidden == (
        "lembar A & B, baris 3-4, 6",
        "lembar A & B, kolom B",
        "lembar Lama",
    )
    assert _texts(read_one)[2] == ["3/A", "x", "", "y"]
    assert len(read_one.sheets) == 2


def test_what_libreoffice_hides_is_said() -> None:
    """A tag of its format stands for as many rows as it says."""
    book = book_of("a.ods", read(_filtered()))
    assert book.hidden == ("lembar A & B, baris 2-3, 5", "lembar A & B, kolom B")
    assert _texts(book)[1] == ["2/A", "x"]


def _filtered() -> bytes:
    """Five rows: of the second and third, alike, and of the fifth the filter hides the row."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = (
        ("", "1/A"),
        ('table:visibility="collapse" table:number-rows-repeated="2"', "2/A"),
        ('table:number-rows-repeated="1"', "4/A"),
        ('table:visibility="filter"', "5/A"),
        ('table:visibility="collapse" table:number-rows-repeated="1048571"', ""),
    )
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    held = "".join(
        f"<table:table-row {said}>"
        f"{cell.format(number) + cell.format('x') if number else ''}</table:table-row>"
        for said, number in rows
    )
    return _ods(columns + held, "A &amp; B")


def test_a_formula_without_a_result_is_said() -> None:
    book = book_of("a.xlsx", read(_xlsx(("Mulai",), ("=DATE(2025,3,5)",))))
    assert "1 sel berisi rumus tanpa hasil" in book.unread[0]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_any_separator_is_found(separator: str) -> None:
    text = f'Nomor{separator}Judul\n1/A{separator}"Sampah{separator} dan ""air"""\n'
    assert separator_of(text) == separator
    assert _texts(read_separated("a.csv", text.encode()))[1] == [
        "1/A",
        f'Sampah{separator} dan "air"'.strip(),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_is_read(encoding: str) -> None:
    text = "Nomor;Judul\n1/A;Café\n"
    assert _texts(read_separated("a.csv", text.encode(encoding)))[1] == ["1/A", "Café"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.docx", b"PK", "hanya .xlsx"),
        ("~$a.xlsx", b"x", "Excel sedang membuka"),
        ("a.xlsx", b"", "kosong"),
        ("a.csv", b"a;b\0;c", "bukan teks"),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "EncryptedPackage".encode("utf-16-le"),
            "kata sandi",
        ),
    ],
)
def test_what_is_no_sheet_ends_in_a_sentence(
    name: str, content: bytes, says: str
) -> None:
    with pytest.raises(UnreadableSheet, match=says):
        read_book(name, content)


def _bomb() -> bytes:
    content = BytesIO()
    with (
        ZipFile(content, "w", ZIP_DEFLATED) as package,
        package.open(SHEET, "w", force_zip64=True) as part,
    ):
        chunk = bytes(1_000_000)
        for _ in range(UNPACKED_LIMIT // len(chunk) + 1):
            part.write(chunk)
    return content.getvalue()


@pytest.mark.slow
def test_a_bomb_is_refused_before_it_unfolds() -> None:
    assert read(_bomb()) == {"refused": "terlalu besar"}


@pytest.mark.parametrize("content", [b"rusak", b"PK\3\4rusak", _xlsx(("a",))[:-200]])
def test_a_broken_file_is_refused(content: bytes) -> None:
    assert read(content) == {"refused": "rusak"}


@pytest.mark.processes
def test_one_cell_at_the_far_end_does_not_cost_the_memory_of_all() -> None:
    content = _changed(_xlsx(("Nomor",), ("1",)), SHEET, b'r="A2"', b'r="XFD1048576"')
    with pytest.raises(UnreadableSheet, match="terlalu besar"):
        read_book("a.xlsx", content)


@pytest.mark.processes
def test_a_workbook_is_read_in_a_process_of_its_own() -> None:
    assert _texts(read_book("a.xlsx", _xlsx(("Nomor",), ("1",)))) == [["Nomor"], ["1"]]


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    large = tmp_path / "a.xlsx"
    with large.open("wb") as file:
        file.truncate(FILE_LIMIT + 1)
    with pytest.raises(UnreadableSheet, match="50 MB"):
        read_sheet_file(large)


def test_an_external_entity_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia"
    secret.write_text("RAHASIA")
    doctype = (
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><worksheet'.encode()
    )
    content = _changed(_xlsx(("Nomor",), ("1",)), SHEET, b"<worksheet", doctype)
    assert "RAHASIA" not in str(read(content))


def _ods(rows: str, name: str = "PKS") -> bytes:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="{name}">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    content = BytesIO()
    with ZipFile(content, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr("content.xml", body)
    return content.getvalue()


def test_an_opendocument_sheet_gives_texts_and_days() -> None:
    number = '<table:table-cell office:value-type="string"><text:p>1/A</text:p></table:table-cell>'
    day = '<table:table-cell office:value-type="date" office:date-value="2025-03-05"><text:p>05/03/25</text:p></table:table-cell>'
    content = _ods(f"<table:table-row>{number}{day}</table:table-row>")
    book = book_of("a.ods", read(content))
    assert book.sheets[0].name == "PKS"
    assert _texts(book) == [["1/A", "2025-03-05"]]
    assert book.sheets[0].cell(0, 1).day == date(2025, 3, 5)
