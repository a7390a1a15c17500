"""Text pasted with its numbers becomes ayat and items, as it comes from Word, from a PDF, from a mail."""

import pytest

from notakesepakatan.load.grammar.pasted import read_pasted

CASES = {
    "Word, tabs": (
        "(1)\tPIHAK KESATU bertugas:\na.\tmembina; dan\nb.\tmelapor.\n(2)\tPIHAK KEDUA membantu.",
        [
            ("butir", 1, "ayat", "PIHAK KESATU bertugas:"),
            ("butir", 2, "huruf", "membina; dan"),
            ("butir", 2, "huruf", "melapor."),
            ("butir", 1, "ayat", "PIHAK KEDUA membantu."),
        ],
    ),
    "letters and numbers": (
        "a. satu;\nb. dua:\n1) x; dan\n2) y; dan\nc. tiga.",
        [
            ("butir", 1, "huruf", "satu;"),
            ("butir", 1, "huruf", "dua:"),
            ("butir", 2, "subangka", "x; dan"),
            ("butir", 2, "subangka", "y; dan"),
            ("butir", 1, "huruf", "tiga."),
        ],
    ),
    "a number with a bracket": (
        "1) Biaya dibagi.\n2) Sisanya dikembalikan.",
        [
            ("butir", 1, "ayat", "Biaya dibagi."),
            ("butir", 1, "ayat", "Sisanya dikembalikan."),
        ],
    ),
    "pasal": (
        "Pasal 5\nPEMBIAYAAN\n(1) Biaya dibebankan pada APBD.\n(2) Lain-lain.\nPasal 6\nLAIN-LAIN\nHal lain diatur kemudian.",
        [
            ("pasal", 0, "", "PEMBIAYAAN"),
            ("butir", 1, "ayat", "Biaya dibebankan pada APBD."),
            ("butir", 1, "ayat", "Lain-lain."),
            ("pasal", 0, "", "LAIN-LAIN"),
            ("isi", 0, "", "Hal lain diatur kemudian."),
        ],
    ),
    "BAB": (
        "BAB II\nHAK\nPasal 3\nHAK PARA PIHAK\nPara pihak berhak:\na. satu; dan\nb. dua.",
        [
            ("bab", 0, "", "HAK"),
            ("pasal", 0, "", "HAK PARA PIHAK"),
            ("isi", 0, "", "Para pihak berhak:"),
            ("butir", 1, "huruf", "satu; dan"),
            ("butir", 1, "huruf", "dua."),
        ],
    ),
    "plain paragraphs": (
        "Satu kalimat.\n\nDua kalimat.",
        [("isi", 0, "", "Satu kalimat."), ("paragraf", 0, "", "Dua kalimat.")],
    ),
    "rows of a table": (
        "Rekening:\nNama Bank : Bank Contoh\nNomor Rekening : 123",
        [
            ("isi", 0, "", "Rekening:"),
            ("paragraf", 0, "", "Nama Bank : Bank Contoh"),
            ("paragraf", 0, "", "Nomor Rekening : 123"),
        ],
    ),
    "nothing": (" \n\n", []),
}


@pytest.mark.parametrize("name", CASES)
def test_numbers_become_structure(name: str) -> None:
    text, expected = CASES[name]
    found = read_pasted(text)
    assert [
        (each.kind, each.depth, each.level, each.text) for each in found
    ] == expected
    assert not any(each.origin for each in found)


def test_lines_that_a_page_cut_are_one_paragraph() -> None:
    text = (
        "(1) PIHAK KESATU menyediakan lahan tempat pemrosesan akhir bersama yang\n"
        "    memenuhi syarat sesuai dengan ketentuan peraturan perundang-undangan dan\n"
        "    menjaga kelestarian lingkungan di sekitarnya selama jangka waktu kerja\n"
        "    sama ini.\n"
        "(2) PIHAK KEDUA membantu."
    )
    first, second = read_pasted(text)
    assert first.text.endswith(
        "perundang-undangan dan menjaga kelestarian lingkungan di sekitarnya selama jangka waktu kerja sama ini."
    )
    assert (second.level, second.text) == ("ayat", "PIHAK KEDUA membantu.")
