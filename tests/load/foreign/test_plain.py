"""Text files of others: whichever encoding, wrapped or not; findings at the line of the file."""

import pytest

from notakesepakatan.bureau.check import check_document
from notakesepakatan.load.foreign.reader import UnreadableNaskah, read_foreign

KUTIP = "kerja sama \u201cbaik\u201d."
TERBUNGKUS = """\
                                Pasal 1

    (1) Jangka waktu Nota Kesepakatan ini berlaku selama 5
        (enam) tahun terhitung sejak tanggal ditandatangani oleh
        PARA PIHAK dan dapat diperpanjang sesuai dengan
        kesepakatan PARA PIHAK, dengan pemberitahuan secara ter-
        tulis kepada PIHAK lainnya.
    (2) Biaya dibebankan pada anggaran masing-
        masing PIHAK.
"""


@pytest.mark.parametrize(
    ("content", "remarks"),
    [
        (KUTIP.encode(), ()),
        (KUTIP.encode("utf-8-sig"), ()),
        (KUTIP.encode("utf-16"), ()),
        (b"\xfe\xff" + KUTIP.encode("utf-16-be"), ()),
        ("kerja sama baik.".encode("utf-16-le"), ("dibaca sebagai teks UTF-16",)),
        (KUTIP.encode("cp1252"), ("dibaca sebagai teks ANSI (Windows-1252)",)),
    ],
)
def test_any_usual_encoding(content: bytes, remarks: tuple[str, ...]) -> None:
    text = read_foreign("a.txt", content)
    (one,) = text.paragraphs
    assert one.text in (KUTIP, "kerja sama baik.")
    assert text.remarks == remarks


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"\x81\x8d\xff"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableNaskah, match="bukan teks"):
        read_foreign("a.txt", content)


def test_wrapped_lines_are_paragraphs() -> None:
    text = read_foreign("a.txt", TERBUNGKUS.encode(), lambda word: word == "tertulis")
    assert [one.text for one in text.written] == [
        "Pasal 1",
        "(1) Jangka waktu Nota Kesepakatan ini berlaku selama 5 (enam) tahun terhitung "
        "sejak tanggal ditandatangani oleh PARA PIHAK dan dapat diperpanjang sesuai "
        "dengan kesepakatan PARA PIHAK, dengan pemberitahuan secara tertulis kepada "
        "PIHAK lainnya.",
        "(2) Biaya dibebankan pada anggaran masing-masing PIHAK.",
    ]


def test_findings_stand_at_their_line_of_the_file() -> None:
    found = {
        one.kode: one for one in check_document("a.txt", TERBUNGKUS.encode()).found
    }
    number = found["ANGKA-HURUF"]
    assert (number.tempat.baris, number.tempat.kolom) == (3, 58)
    assert TERBUNGKUS.splitlines()[2][57:] == "5"
    assert number.baris == TERBUNGKUS.splitlines()[2]


@pytest.mark.parametrize(
    "text",
    [
        "Jangka waktu 5\u00a0(enam) tahun.",
        "Jangka waktu 5\u2009(e\u00adnam) tahun.",
        "Jangka waktu 5 (\u200benam) tahun.",
    ],
)
def test_no_rule_is_blind_to_what_nobody_sees(text: str) -> None:
    (found,) = check_document("a.txt", f"Satu.\n{text}\n".encode()).found
    assert found.kode == "ANGKA-HURUF"
    assert (found.tempat.baris, found.tempat.kolom) == (2, 14)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "PERJANJIAN RSUD - BPJS          Halaman 1",
            "PERJANJIAN RSUD - BPJS  Halaman 2",
        ),
        ("Halaman 1 dari 2", "Halaman 2 dari 2"),
        ("- 1 -", "- 2 -"),
    ],
)
def test_what_numbers_the_pages_is_no_text(one: str, two: str) -> None:
    text = read_foreign("a.txt", f"{one}\nPasal 1\nSatu dua\n{two}\ntiga.\n".encode())
    body = [each.text for each in text.paragraphs if each.bagian == "naskah"]
    assert [line for line in body if line] == ["Pasal 1", "Satu dua", "tiga."]
    (head,) = (each for each in text.paragraphs if each.bagian == "kepala halaman")
    assert head.text == " ".join(one.split())


def test_a_page_that_a_sentence_names_is_text() -> None:
    text = read_foreign(
        "a.txt", b"Lihat halaman 3\nLihat halaman 3\nSampai halaman 9\n"
    )
    assert {each.bagian for each in text.paragraphs} == {"naskah"}
