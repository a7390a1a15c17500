"""Word files of others: what a person reads on the page, once; the rest is told."""

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from load.foreign.test_bounds import word
from notakesepakatan.bureau.check import CheckedFile, check_document
from notakesepakatan.cli import cli
from notakesepakatan.load.foreign.reader import UnreadableNaskah, read_foreign

MC = b'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WPS = b'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


def run(isi: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{isi}</w:t></w:r>'


def alinea(*isi: str) -> bytes:
    return f"<w:p>{''.join(isi)}</w:p>".encode()


def texts(content: bytes) -> list[str]:
    return [one.text for one in read_foreign("a.docx", content).written]


def codes(content: bytes) -> list[str]:
    return [one.kode for one in check_document("a.docx", content).found]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


AWAL, AKHIR = run("berlaku selama 5 ("), run(") tahun.")
SALAH = "berlaku selama 5 (enam) tahun."
DALAM = {
    "sisipan": f'<w:ins w:author="Ani">{run("enam")}</w:ins>'
    '<w:del w:author="Ani"><w:r><w:delText>lima</w:delText></w:r></w:del>',
    "pindahan": f"<w:moveTo>{run('enam')}</w:moveTo><w:moveFrom>{run('lima')}</w:moveFrom>",
    "kendali": f"<w:sdt><w:sdtPr/><w:sdtContent>{run('enam')}</w:sdtContent></w:sdt>",
    "medan sederhana": f'<w:fldSimple w:instr=" MERGEFIELD a ">{run("enam")}</w:fldSimple>',
    "medan": field("begin")
    + "<w:r><w:instrText> REF lima </w:instrText></w:r>"
    + field("separate")
    + run("enam")
    + field("end"),
    "medan dalam medan": field("begin")
    + "<w:r><w:instrText> IF </w:instrText></w:r>"
    + field("begin")
    + field("separate")
    + run("lima")
    + field("end")
    + field("separate")
    + run("enam")
    + field("end"),
    "tanda cerdas": f'<w:smartTag w:element="x">{run("enam")}</w:smartTag>',
    "pranala": f'<w:hyperlink w:anchor="x">{run("enam")}</w:hyperlink>',
    "pilihan": '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
    '<w:listEntry w:val="lima"/><w:listEntry w:val="enam"/></w:ddList></w:ffData></w:fldChar></w:r>'
    + "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
    + field("separate")
    + field("end"),
    "tersembunyi": run("enam") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>lima</w:t></w:r>",
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", DALAM)
def test_it_is_read_as_accepted(kind: str) -> None:
    content = word(alinea(AWAL, DALAM[kind], AKHIR))
    assert texts(content) == [SALAH]
    assert codes(content) == ["ANGKA-HURUF"]


@pytest.mark.slow
def test_a_text_box_stored_twice_is_read_once() -> None:
    kotak = alinea(run("Jangka waktu 5 (enam) tahun"))
    pilihan = (
        b"<w:r><mc:AlternateContent "
        + MC
        + b"><mc:Choice><w:drawing><wps:txbx "
        + WPS
        + b"><w:txbxContent>"
        + kotak
        + b"</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        + kotak
        + b"</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    content = word(b"<w:p>" + run("Di luar.").encode() + pilihan + b"</w:p>")
    assert texts(content) == ["Di luar.", "Jangka waktu 5 (enam) tahun"]
    assert codes(content) == ["ANGKA-HURUF"]


@pytest.mark.slow
def test_heads_feet_and_notes_are_read() -> None:
    naskah = docx.Document()
    naskah.add_paragraph("Isi.")
    bagian = naskah.sections[0]
    bagian.header.paragraphs[0].text = "Berlaku selama 5 (enam) tahun"
    bagian.footer.paragraphs[0].text = "Jangka waktu 3 (empat) bulan"
    bungkus = io.BytesIO()
    naskah.save(bungkus)
    teks = read_foreign("a.docx", bungkus.getvalue())
    assert {(one.bagian, one.text) for one in teks.written} == {
        ("naskah", "Isi."),
        ("kepala halaman", "Berlaku selama 5 (enam) tahun"),
        ("kaki halaman", "Jangka waktu 3 (empat) bulan"),
    }
    assert codes(bungkus.getvalue()) == ["ANGKA-HURUF", "ANGKA-HURUF"]


@pytest.mark.slow
def test_a_deleted_paragraph_mark_joins_what_it_parted() -> None:
    tanda = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    content = word(alinea(tanda, run("selama 5 ")) + alinea(run("(enam) tahun.")))
    assert texts(content) == ["selama 5 (enam) tahun."]


@pytest.mark.slow
def test_a_deleted_row_is_not_read() -> None:
    sel = "<w:tc>" + alinea(run("lama")).decode() + "</w:tc>"
    baris = f"<w:tr><w:trPr><w:del w:author='Ani'/></w:trPr>{sel}</w:tr><w:tr>{sel.replace('lama', 'baru')}</w:tr>"
    content = word(f"<w:tbl>{baris}</w:tbl>".encode())
    assert texts(content) == ["baru"]


@pytest.mark.slow
def test_what_was_not_read_is_told() -> None:
    content = word(alinea(AWAL, DALAM["sisipan"], DALAM["tersembunyi"], AKHIR))
    teks = read_foreign("a.docx", content)
    assert [(one.bagian, one.kata) for one in teks.unread] == [
        ("teks terhapus (1)", 1),
        ("teks tersembunyi", 1),
    ]
    assert [(one.jenis, one.oleh, one.teks) for one in teks.marks] == [
        ("sisipan", "Ani", "enam"),
        ("hapusan", "Ani", "lima"),
    ]


@pytest.mark.slow
def test_comments_are_listed_and_not_checked() -> None:
    naskah = docx.Document()
    jalan = naskah.add_paragraph("Isi.").runs[0]
    naskah.add_comment(jalan, text="Berlaku 5 (enam) tahun?", author="Budi")
    bungkus = io.BytesIO()
    naskah.save(bungkus)
    teks = read_foreign("a.docx", bungkus.getvalue())
    assert [(one.jenis, one.oleh, one.teks) for one in teks.marks] == [
        ("komentar", "Budi", "Berlaku 5 (enam) tahun?")
    ]
    assert [(one.bagian, one.kata) for one in teks.unread] == [("komentar (1)", 4)]
    assert codes(bungkus.getvalue()) == []


@pytest.mark.slow
def test_strict_open_xml_is_read() -> None:
    asal = word(alinea(run(SALAH)))
    hasil = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(asal)) as dari,
        zipfile.ZipFile(hasil, "w") as ke,
    ):
        for nama in dari.namelist():
            teks = dari.read(nama)
            for lama, baru in (
                (
                    b"schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"purl.oclc.org/ooxml/wordprocessingml/main",
                ),
                (
                    b"schemas.openxmlformats.org/officeDocument/2006/relationships",
                    b"purl.oclc.org/ooxml/officeDocument/relationships",
                ),
            ):
                teks = teks.replace(lama, baru)
            ke.writestr(nama, teks)
    assert texts(hasil.getvalue()) == [SALAH]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("~$a.docx", b"x", "penanda bahwa Word sedang membuka"),
        ("a.docx", b"", "berkas kosong"),
        ("a.docx", b"PK\x03\x04rusak", "berkas rusak atau bukan docx"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "EncryptedPackage".encode("utf-16-le"),
            "terkunci dengan kata sandi",
        ),
        ("a.pages", b"x", "yang dapat dibaca"),
    ],
)
def test_each_trouble_has_its_own_sentence(
    name: str, content: bytes, words: str
) -> None:
    with pytest.raises(UnreadableNaskah, match="tidak dapat dibaca") as cause:
        read_foreign(name, content)
    assert words in str(cause.value)


@pytest.mark.slow
def test_entities_and_depth_do_no_harm() -> None:
    dalam = (
        b"<w:sdt><w:sdtContent>" * 120
        + alinea(run("a"))
        + b"</w:sdtContent></w:sdt>" * 120
    )
    assert texts(word(dalam)) == ["a"]
    bom = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]>'
    asal = zipfile.ZipFile(io.BytesIO(word(alinea(run("&c;")))))
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w") as ke:
        for nama in asal.namelist():
            teks = asal.read(nama)
            if nama == "word/document.xml":
                teks = bom + teks.partition(b"?>")[2]
            ke.writestr(nama, teks)
    assert texts(hasil.getvalue()) == []


@pytest.mark.slow
def test_one_bad_file_costs_only_itself(tmp_path: Path) -> None:
    baik, kunci = tmp_path / "baik.docx", tmp_path / "~$baik.docx"
    baik.write_bytes(word(alinea(run(SALAH))))
    kunci.write_bytes(b"x")
    hasil = CliRunner().invoke(cli, ["periksa", str(baik), str(kunci), "--json"])
    isi = json.loads(hasil.stdout)
    assert hasil.exit_code == 1
    assert [baris["kode"] for baris in isi["temuan"]] == ["ANGKA-HURUF"]
    satu, dua = isi["bacaan"]
    assert (satu["berkas"], satu["paragraf"], satu["kata"]) == (str(baik), 1, 5)
    assert dua["kata"] == 0 and dua["tidak_terbaca"][0]["bagian"] == "seluruh berkas"
    assert "penanda bahwa Word" in hasil.stderr


@pytest.mark.slow
def test_a_file_without_text_is_no_zero(tmp_path: Path) -> None:
    kosong = tmp_path / "kosong.docx"
    kosong.write_bytes(word(b""))
    hasil = CliRunner().invoke(cli, ["periksa", str(kosong)])
    assert hasil.exit_code == 1
    assert "tidak ada teks yang terbaca" in hasil.stderr
    assert "0 galat" not in hasil.output


@pytest.mark.slow
def test_the_account_says_what_was_read() -> None:
    checked = check_document("a.docx", word(alinea(run("Satu dua tiga."))))
    assert isinstance(checked, CheckedFile)
    assert checked.reading() == {
        "berkas": "a.docx",
        "halaman": None,
        "paragraf": 1,
        "kata": 3,
        "tidak_terbaca": [],
        "perubahan": [],
        "catatan": [],
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    "number",
    [
        f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>',
        field("begin")
        + "<w:r><w:instrText> NUMPAGES \\* MERGEFORMAT </w:instrText></w:r>"
        + field("separate")
        + run("7")
        + field("end"),
    ],
)
def test_the_number_of_a_page_is_no_word_of_the_text(number: str) -> None:
    assert texts(word(alinea(run("Halaman "), number))) == ["Halaman "]
    reference = f'<w:fldSimple w:instr=" PAGEREF x ">{run("7")}</w:fldSimple>'
    assert texts(word(alinea(run("Halaman "), reference))) == ["Halaman 7"]
