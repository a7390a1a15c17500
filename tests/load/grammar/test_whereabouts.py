"""What the paragraphs of a file that is not ours are called."""

from load.grammar.test_habits import AGREED, NUMBERS, OPENING, PARTIES, TITLE, foreign
from notakesepakatan.load.grammar.whereabouts import whereabouts

BODY = (
    "Pasal 1",
    "TUJUAN",
    "(1) Kerja sama ini bertujuan:",
    "a. mengolah sampah; dan",
    "b. mengurangi sampah.",
    "(2) Hasilnya dilaporkan.",
    "Pasal 2",
    "PENUTUP",
    "1. Selesai sudah.",
    "Demikian perjanjian ini dibuat.",
    "PIHAK KESATU,     PIHAK KEDUA,",
    "LAMPIRAN",
    "Daftar tempat",
)


def test_paragraphs_are_called_by_their_headings_and_labels() -> None:
    read = foreign(*TITLE, *NUMBERS, "", OPENING, *PARTIES, AGREED, *BODY)
    found = whereabouts(read)
    called = {one.text: found.get(i, "") for i, one in enumerate(read.paragraphs)}
    assert {
        text: called[text] for text in (TITLE[0], AGREED, *BODY) if text in called
    } == {
        TITLE[0]: "",
        AGREED: "",
        "Pasal 1": "Pasal 1",
        "TUJUAN": "Pasal 1",
        "(1) Kerja sama ini bertujuan:": "Pasal 1 ayat (1)",
        "a. mengolah sampah; dan": "Pasal 1 ayat (1) huruf a",
        "b. mengurangi sampah.": "Pasal 1 ayat (1) huruf b",
        "(2) Hasilnya dilaporkan.": "Pasal 1 ayat (2)",
        "Pasal 2": "Pasal 2",
        "PENUTUP": "Pasal 2",
        "1. Selesai sudah.": "Pasal 2 angka 1",
        "Demikian perjanjian ini dibuat.": "",
        "PIHAK KESATU,     PIHAK KEDUA,": "",
        "LAMPIRAN": "Lampiran",
        "Daftar tempat": "Lampiran",
    }
