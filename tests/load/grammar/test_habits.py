"""Habits of offices in their titles, parties, lists and signatures, each in a text of a few lines."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.foreign.account import ForeignText
from notakesepakatan.load.foreign.reader import read_foreign
from notakesepakatan.load.grammar.structure import Structure, read_structure

OPENING = (
    "Pada hari ini Selasa tanggal lima bulan Maret tahun dua ribu dua puluh empat (05-03-2024) bertempat di "
    "Contoh, kami yang bertanda tangan di bawah ini:"
)
FIRST = "BUDI SANTOSO, S.H., Wali Kota X, berkedudukan di Jalan Satu, bertindak untuk dan atas nama Pemerintah Kota X"
SECOND = "SITI AMINAH, Direktur PT Y, berkedudukan di Jalan Dua, bertindak untuk dan atas nama PT Y"
PARTIES = (
    f"1. {FIRST}, selanjutnya disebut PIHAK KESATU;",
    f"2. {SECOND}, selanjutnya disebut PIHAK KEDUA.",
)
AGREED = "PARA PIHAK sepakat mengikatkan diri dengan ketentuan sebagai berikut:"
PASAL = (
    "Pasal 1",
    "TUJUAN",
    "Kerja sama ini bertujuan mengolah sampah.",
    "Pasal 2",
    "PENUTUP",
    "Selesai sudah.",
)
TITLE = ("PERJANJIAN KERJA SAMA", "ANTARA", "PEMERINTAH KOTA X", "DENGAN", "PT Y", "TENTANG", "SAMPAH")  # fmt: skip
NUMBERS = ("NOMOR : 1/A/2024", "NOMOR : 2/B/2024")
Line = str | Sequence[Sequence[str]]
"""A paragraph, or a table of rows of cells; a cell has a paragraph a line."""


def foreign(*lines: str) -> ForeignText:
    text = "\n".join(lines).encode()
    return read_foreign("a.txt", text, load_dictionary())


def text_of(
    title: Sequence[str] = (*TITLE, *NUMBERS),
    parties: Sequence[str] = PARTIES,
    pasal: Sequence[str] = PASAL,
    ending: Sequence[str] = (),
) -> Structure:
    lines = (*title, "", OPENING, *parties, AGREED, *pasal, *ending)
    return read_structure(foreign(*lines))


def word_of(*lines: Line) -> tuple[Structure, ForeignText]:
    document = Document()
    for line in lines:
        if isinstance(line, str):
            document.add_paragraph(line)
        else:
            _add_table(document, line)
    content = BytesIO()
    document.save(content)
    read = read_foreign("a.docx", content.getvalue(), load_dictionary())
    return read_structure(read), read


def _add_table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(len(rows), max(map(len, rows)))
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            first, *others = text.split("\n")
            table.cell(i, j).paragraphs[0].text = first
            for other in others:
                table.cell(i, j).add_paragraph(other)


def unplaced(made: tuple[Structure, ForeignText]) -> list[str]:
    structure, read = made
    return [
        one.text
        for i, one in enumerate(read.paragraphs)
        if one.text.strip() and i not in structure.placed
    ]


def names(structure: Structure) -> list[str]:
    return [one["nama"] for one in structure.data["para_pihak"]]


def numbers(structure: Structure) -> list[str]:
    return [one.get("nomor", "") for one in structure.data["para_pihak"]]


# Titles.


@pytest.mark.parametrize(
    "line",
    ["NOMOR KONTRAK : 3/PPK/2024", "KONTRAK NOMOR: 3/PPK/2024", "No. SPK: 3/PPK/2024"],
)
def test_a_number_of_something_else_is_asked_where_it_is_the_only_one(
    line: str,
) -> None:
    structure = text_of((*TITLE, line))
    assert numbers(structure) == ["3/PPK/2024", ""]
    assert structure.data["judul"] == "sampah"
    (said,) = [one for one in structure.inferred if one.kunci.endswith(".nomor")]
    assert said.sure == "tanya"


@pytest.mark.parametrize("nth", [0, 1, 2])
@pytest.mark.slow
def test_a_number_of_something_else_has_no_place_beside_its_own(nth: int) -> None:
    lines = [*NUMBERS]
    lines.insert(nth, "NOMOR KONTRAK : 3/PPK/2024")
    made = word_of(*TITLE, *lines, OPENING, *PARTIES, AGREED, *PASAL)
    assert numbers(made[0]) == ["1/A/2024", "2/B/2024"]
    assert unplaced(made) == ["NOMOR KONTRAK : 3/PPK/2024"]


def test_the_number_of_a_contract_is_its_own() -> None:
    title = ("KONTRAK KERJA", *TITLE[1:], "NOMOR KONTRAK : 3/PPK/2024")
    assert numbers(text_of(title)) == ["3/PPK/2024", ""]


@pytest.mark.parametrize("about", [("TENTANG", "SAMPAH"), ("TENTANG SAMPAH",)])
def test_names_that_no_antara_leads_to(about: Sequence[str]) -> None:
    title = ("PERJANJIAN KERJA SAMA", "PEMERINTAH KOTA X", "DENGAN", "PT Y", *about)
    structure = text_of((*title, *NUMBERS))
    assert structure.data["jenis"] == "Perjanjian Kerja Sama"
    assert structure.data["judul"] == "sampah"
    assert names(structure) == ["Pemerintah Kota X", "PT Y"]


def test_a_kind_of_two_lines_before_names_without_antara() -> None:
    title = (
        "NOTA KESEPAKATAN",
        "BERSAMA",
        "PEMERINTAH KOTA X",
        "DAN",
        "PT Y",
        "TENTANG",
        "SAMPAH",
    )
    structure = text_of((*title, *NUMBERS))
    assert structure.data["jenis"] == "Nota Kesepakatan Bersama"
    assert names(structure) == ["Pemerintah Kota X", "PT Y"]


@pytest.mark.parametrize(
    "lines",
    [
        ("NOMOR : 1/A/2024, 2/B/2024",),
        ("NOMOR : 1/A/2024 dan 2/B/2024",),
        ("NOMOR : 1/A/2024", "2/B/2024"),
        ("NOMOR :", "1/A/2024", "2/B/2024"),
        ("NOMOR : 1/", "A/2024", "NOMOR : 2/B/", "2024"),
    ],
)
def test_numbers_in_one_line_or_below_each_other(lines: Sequence[str]) -> None:
    assert numbers(text_of((*TITLE, *lines))) == ["1/A/2024", "2/B/2024"]


def test_a_number_that_has_the_word_dan_is_one() -> None:
    structure = text_of((*TITLE, "NOMOR : 12/DINAS A dan B/2024"))
    assert numbers(structure) == ["12/DINAS A dan B/2024", ""]


# Parties.


@pytest.mark.parametrize(
    ("first", "second", "called"),
    [
        ("(selaku Pihak I);", "(selaku Pihak II).", ["Pihak I", "Pihak II"]),
        ("selaku PIHAK PERTAMA;", "selaku PIHAK KEDUA.", ["PIHAK PERTAMA", ""]),
        ("(PIHAK PERTAMA);", "(PIHAK KEDUA).", ["PIHAK PERTAMA", ""]),
        ('sebagai "PIHAK PERTAMA";', 'sebagai "PIHAK KEDUA".', ["PIHAK PERTAMA", ""]),
    ],
)
def test_the_role_stands_behind_the_name(
    first: str, second: str, called: Sequence[str]
) -> None:
    structure = text_of(parties=(f"1. {FIRST} {first}", f"2. {SECOND} {second}"))
    para_pihak = structure.data["para_pihak"]
    assert [one.get("sebutan", "") for one in para_pihak] == called
    assert [one["pejabat"] for one in para_pihak] == [
        "BUDI SANTOSO, S.H.",
        "SITI AMINAH",
    ]
    assert [one["jabatan"] for one in para_pihak] == ["Wali Kota X", "Direktur PT Y"]


@pytest.mark.slow
def test_how_a_party_is_called_stands_in_rows_of_its_own() -> None:
    name, _, rest = FIRST.partition(", W")
    other, _, more = SECOND.partition(", ")
    made = word_of(
        *TITLE,
        *NUMBERS,
        OPENING,
        [["I.", name, ":", f"W{rest}"], ["", "", "", "selanjutnya disebut"], ["", "", "", "PIHAK KESATU"],
         ["II.", other, ":", more], ["", "", "", "selanjutnya disebut"], ["", "", "", "PIHAK KEDUA"]],
        AGREED,
        *PASAL,
    )  # fmt: skip
    para_pihak = made[0].data["para_pihak"]
    assert [one["pejabat"] for one in para_pihak] == [name, other]
    assert unplaced(made) == []


# Lists.


def test_the_word_ayat_before_a_number_is_its_label() -> None:
    lines = ("Pasal 1", "TUJUAN", "Ayat (1) Tujuan kerja sama.", "Ayat (2)", "Maksud kerja sama.",
             "Pasal 2", "PENUTUP", "Ayat (1) Pasal 1 berlaku.", "Ayat (1) dan ayat (2) berlaku.")  # fmt: skip
    first, second = text_of(pasal=lines).data["pasal"]
    assert first["ayat"] == ["Tujuan kerja sama.", "Maksud kerja sama."]
    assert "ayat" not in second


# Signatures.


@pytest.mark.parametrize(
    "rows",
    [
        [["", "Contoh, 5 Maret 2024"], ["PIHAK KEDUA", "PIHAK KESATU"], ["ttd", "(ttd.)"], ["SITI AMINAH", "BUDI SANTOSO, S.H."]],
        [["PIHAK KEDUA\n\ncap/ttd\nSITI AMINAH", "Ditetapkan di Contoh\npada tanggal 5 Maret 2024\nPIHAK KESATU\nttd\nBUDI SANTOSO, S.H."]],
    ],
)  # fmt: skip
@pytest.mark.slow
def test_place_and_day_in_a_cell_of_the_signatures(
    rows: Sequence[Sequence[str]],
) -> None:
    structure, _ = word_of(*TITLE, *NUMBERS, OPENING, *PARTIES, AGREED, *PASAL, rows)
    first, second = structure.data["para_pihak"]
    assert first["penandatanganan"] == {"tempat": "Contoh", "tanggal": "2024-03-05"}
    assert "penandatanganan" not in second
    # What a copy has where the original is signed is no line above the name.
    assert "tanda_tangan" not in first
    assert "tanda_tangan" not in second
    assert not structure.data["pasal"][-1].get("tabel")


def test_one_place_and_day_above_both_signatures_is_no_word_of_the_pasal() -> None:
    ending = ("                                 Contoh, 5 Maret 2024", "PIHAK KEDUA,      PIHAK KESATU,",
              "SITI AMINAH      BUDI SANTOSO, S.H.")  # fmt: skip
    structure = text_of(ending=ending)
    assert structure.data["pasal"][-1]["isi"] == "Selesai sudah."
    assert "paragraf" not in structure.data["pasal"][-1]
    first, _ = structure.data["para_pihak"]
    assert first["penandatanganan"]["tanggal"] == "2024-03-05"


def test_a_month_alone_above_the_signatures_is_no_word_of_the_pasal() -> None:
    ending = ("                                 Contoh,    Maret 2024", "PIHAK KESATU,     PIHAK KEDUA,",
              "BUDI SANTOSO, S.H.      SITI AMINAH")  # fmt: skip
    structure = text_of(ending=ending)
    assert structure.data["pasal"][-1]["isi"] == "Selesai sudah."
    assert "paragraf" not in structure.data["pasal"][-1]


TWO_PERSONS = (
    (
        "2. Nama : SITI AMINAH",
        "RUDI HARTONO, S.E.",
        "Jabatan : Direktur Utama",
        "Direktur Keuangan",
        "Alamat : Jalan Dua",
    ),
    (
        [
            ["Nama", ":", "1. SITI AMINAH\n2. RUDI HARTONO, S.E."],
            ["Jabatan", ":", "1. Direktur Utama\n2. Direktur Keuangan"],
            ["Alamat", ":", "Jalan Dua"],
        ],
    ),
)
ROWS_OF_FIRST = ("1. Nama : BUDI SANTOSO", "Jabatan : Wali Kota X", "Alamat : Jalan Satu",
                 "bertindak untuk dan atas nama Pemerintah Kota X, selanjutnya disebut PIHAK KESATU;")  # fmt: skip
SAID_OF_SECOND = "bertindak untuk dan atas nama PT Y, selanjutnya disebut PIHAK KEDUA."


@pytest.mark.parametrize("rows", TWO_PERSONS)
@pytest.mark.slow
def test_several_persons_of_one_party_each_have_their_office(
    rows: Sequence[Line],
) -> None:
    parties = (*ROWS_OF_FIRST, *rows, SAID_OF_SECOND)
    structure, _ = word_of(*TITLE, *NUMBERS, OPENING, *parties, AGREED, *PASAL)
    _, second = structure.data["para_pihak"]
    assert (second["pejabat"], second["jabatan"]) == ("SITI AMINAH", "Direktur Utama")
    assert second["penanda_tangan_lain"] == [
        {"pejabat": "RUDI HARTONO, S.E.", "jabatan": "Direktur Keuangan"}
    ]
    assert (second["kedudukan"], second["kalimat"]) == ("Jalan Dua", SAID_OF_SECOND)


@pytest.mark.slow
def test_several_persons_with_one_office_are_asked() -> None:
    rows = ("2. Nama : SITI AMINAH", "RUDI HARTONO, S.E.", "Jabatan : Direktur", "Alamat : Jalan Dua")  # fmt: skip
    parties = (*ROWS_OF_FIRST, *rows, SAID_OF_SECOND)
    structure, _ = word_of(*TITLE, *NUMBERS, OPENING, *parties, AGREED, *PASAL)
    sure = {one.kunci: one.sure for one in structure.inferred}
    assert sure["para_pihak.kedua.pejabat"] == "tanya"


@pytest.mark.slow
def test_an_office_of_two_lines_is_one() -> None:
    rows = ("2. Nama : SITI AMINAH", "Jabatan : Direktur Keuangan", "dan Umum", "Alamat : Jalan Dua")  # fmt: skip
    parties = (*ROWS_OF_FIRST, *rows, SAID_OF_SECOND)
    structure, _ = word_of(*TITLE, *NUMBERS, OPENING, *parties, AGREED, *PASAL)
    assert structure.data["para_pihak"][1]["jabatan"] == "Direktur Keuangan dan Umum"


@pytest.mark.parametrize(
    ("named", "sure"),
    [
        ("PT Y", "pasti"),
        ("PT Y (Persero)", "pasti"),
        ("PT Yayang Abadi Jaya", "cukup"),
        ("PT Z", "cukup"),
    ],
)
def test_a_name_that_the_opening_says_otherwise_is_told(named: str, sure: str) -> None:
    second = (
        f"2. {SECOND.removesuffix('PT Y')}{named}, selanjutnya disebut PIHAK KEDUA."
    )
    structure = text_of(parties=(PARTIES[0], second))
    found = {one.kunci: one for one in structure.inferred}["para_pihak.kedua.nama"]
    assert (found.nilai, found.sure) == ("PT Y", sure)
    assert (f"pada pembukaan: {named}" in found.kalimat) == (sure == "cukup")


# Where letters go.

LETTERS = ("Pasal 2", "SURAT MENYURAT", "Surat disampaikan kepada:")
LAST = ("Pasal 3", "PENUTUP", "Selesai sudah.")
OF_FIRST = {"nama": "Bagian Kerja Sama", "alamat": "Jalan Satu", "telepon": "021-1"}
OF_SECOND = {"nama": "Bagian Umum", "alamat": "Jalan Dua", "telepon": "021-2"}


@pytest.mark.parametrize(
    "contacts",
    [
        ([["Uraian", "PIHAK KESATU", "PIHAK KEDUA"], ["Nama", "Bagian Kerja Sama", "Bagian Umum"],
          ["Alamat", "Jalan Satu", "Jalan Dua"], ["No. Telp", "021-1", "021-2"]],),
        ([["No", "Pihak", "Nama", "Alamat", "Telepon"], ["1", "PIHAK KESATU", "Bagian Kerja Sama", "Jalan Satu", "021-1"],
          ["2", "PIHAK KEDUA", "Bagian Umum", "Jalan Dua", "021-2"]],),
        ([["PIHAK KESATU", "", ""], ["Nama", ":", "Bagian Kerja Sama"], ["Alamat", ":", "Jalan Satu"], ["Telepon", ":", "021-1"],
          ["PIHAK KEDUA", "", ""], ["Nama", ":", "Bagian Umum"], ["Alamat", ":", "Jalan Dua"], ["Telepon", ":", "021-2"]],),
        ("(1) PIHAK KESATU", "Nama : Bagian Kerja Sama", "Alamat : Jalan Satu", "Telepon : 021-1",
         "(2) PIHAK KEDUA", "Nama : Bagian Umum", "Alamat : Jalan Dua", "Telepon : 021-2"),
    ],
)  # fmt: skip
@pytest.mark.slow
def test_where_letters_go_is_said_of_the_parties(contacts: Sequence[Line]) -> None:
    body = (*PASAL[:3], *LETTERS, *contacts, *LAST)
    made = word_of(*TITLE, *NUMBERS, OPENING, *PARTIES, AGREED, *body)
    first, second = made[0].data["para_pihak"]
    assert first["korespondensi"] == [OF_FIRST]
    assert second["korespondensi"] == [OF_SECOND]
    assert unplaced(made) == []


@pytest.mark.slow
def test_a_day_above_signatures_that_are_a_table_is_theirs() -> None:
    rows = [["PIHAK KEDUA,", "PIHAK KESATU,"], ["SITI AMINAH", "BUDI SANTOSO, S.H."]]
    front = (*TITLE, *NUMBERS, OPENING, *PARTIES, AGREED, *PASAL)
    made = word_of(*front, "Contoh, 5 Maret 2024", rows)
    first, _ = made[0].data["para_pihak"]
    assert first["penandatanganan"]["tanggal"] == "2024-03-05"
    assert unplaced(made) == []


@pytest.mark.slow
def test_who_is_named_beside_the_parties_is_no_party() -> None:
    rows = [["PIHAK KEDUA,", "PIHAK KESATU,"], ["SITI AMINAH", "BUDI SANTOSO, S.H."]]
    beside = [["Mengetahui,\nGUBERNUR Z\n\nANI WIJAYA"]]
    front = (*TITLE, *NUMBERS, OPENING, *PARTIES, AGREED, *PASAL)
    structure, _ = word_of(*front, rows, "", beside)
    assert [one["pejabat"] for one in structure.data["para_pihak"]] == [
        "BUDI SANTOSO, S.H.",
        "SITI AMINAH",
    ]
    known = {"nama": "ANI WIJAYA", "jabatan": ["GUBERNUR Z"]}
    assert structure.data["mengetahui"] == [known]


@pytest.mark.slow
def test_who_made_a_copy_signs_for_nobody() -> None:
    rows = [["PIHAK KEDUA,", "PIHAK KESATU,"], ["SITI AMINAH", "BUDI SANTOSO, S.H."]]
    front = (*TITLE, *NUMBERS, OPENING, *PARTIES, AGREED, *PASAL)
    copied = ("Salinan sesuai dengan aslinya", "Kepala Bagian Hukum", "MIRA, S.H.")
    made = word_of(*front, rows, *copied)
    assert "bawah_nama" not in made[0].data["para_pihak"][0]
    assert unplaced(made) == list(copied)


@pytest.mark.parametrize("mark", ["Meterai", "Materai 10.000", "e-Meterai", "(ttd)"])
@pytest.mark.slow
def test_the_place_of_the_stamp_is_no_word_of_the_agreement(mark: str) -> None:
    rows = [["PIHAK KEDUA,", "PIHAK KESATU,"], [mark, ""], ["SITI AMINAH", "BUDI SANTOSO, S.H."]]  # fmt: skip
    front = (*TITLE, *NUMBERS, OPENING, *PARTIES, AGREED, *PASAL)
    structure, _ = word_of(*front, rows)
    assert "tanda_tangan" not in structure.data["para_pihak"][1]


def test_a_name_that_is_too_long_for_its_column() -> None:
    ending = ("PIHAK KEDUA,      PIHAK KESATU,", "SITI AMINAH", "BUDI SANTOSO,", "S.H.")
    first, second = text_of(ending=ending).data["para_pihak"]
    assert "bawah_nama" not in first
    assert "bawah_nama" not in second


@pytest.mark.slow
def test_a_title_in_a_table_between_pictures() -> None:
    title = [["[Logo]", "\n".join(TITLE), "[Logo]"]]
    made = word_of(title, *NUMBERS, OPENING, *PARTIES, AGREED, *PASAL)
    assert names(made[0]) == ["Pemerintah Kota X", "PT Y"]
    assert numbers(made[0]) == ["1/A/2024", "2/B/2024"]
    assert unplaced(made) == ["[Logo]", "[Logo]"]


def test_what_a_party_is_besides_stands_behind_how_it_is_called() -> None:
    first = f"1. {FIRST}, selanjutnya disebut PIHAK KESATU (Pemberi Hibah)."
    second = f"2. {SECOND}, selanjutnya disebut PIHAK KEDUA (Penerima Hibah)."
    para_pihak = text_of(parties=(first, second)).data["para_pihak"]
    assert [one["pejabat"] for one in para_pihak] == [
        "BUDI SANTOSO, S.H.",
        "SITI AMINAH",
    ]


@pytest.mark.parametrize("rest", [" bertempat di Contoh, kami", " kami", ", kami"])
def test_a_day_in_words_with_no_mark_behind_it(rest: str) -> None:
    day = "Pada hari ini Rabu tanggal tujuh belas bulan Agustus tahun dua ribu dua puluh dua"
    lines = (*TITLE, *NUMBERS, f"{day}{rest} yang bertanda tangan:", *PARTIES, AGREED, *PASAL)  # fmt: skip
    structure = read_structure(foreign(*lines))
    assert structure.data["penandatanganan"]["tanggal"] == "2022-08-17"


@pytest.mark.slow
def test_contacts_side_by_side_in_two_cells() -> None:
    cells = [["PIHAK KESATU", "PIHAK KEDUA"],
             ["Nama : Bagian Kerja Sama\nAlamat : Jalan Satu\nTelepon : 021-1", "Nama : Bagian Umum\nAlamat : Jalan Dua\nTelepon : 021-2"]]  # fmt: skip
    body = (*PASAL[:3], *LETTERS, cells, *LAST)
    made = word_of(*TITLE, *NUMBERS, OPENING, *PARTIES, AGREED, *body)
    para_pihak = made[0].data["para_pihak"]
    assert [one["korespondensi"] for one in para_pihak] == [[OF_FIRST], [OF_SECOND]]


@pytest.mark.parametrize("word", ["PIHAK KEDUA", "PIHAK II"])
def test_numbers_that_say_whose_they_are_stand_in_any_order(word: str) -> None:
    first = word.replace("KEDUA", "KESATU").replace("II", "I")
    structure = text_of(
        (*TITLE, f"NOMOR {word} : 2/B/2024", f"NOMOR {first} : 1/A/2024")
    )
    assert numbers(structure) == ["1/A/2024", "2/B/2024"]


def test_a_title_of_one_line_without_antara() -> None:
    title = "PERJANJIAN KERJA SAMA PEMERINTAH KOTA X DENGAN PT Y TENTANG SAMPAH"
    structure = text_of((title, "==========", *NUMBERS))
    assert structure.data["jenis"] == "Perjanjian Kerja Sama"
    assert structure.data["judul"] == "sampah"
    assert structure.data["susunan"]["antar_pihak"] == "DENGAN"
    assert structure.data["susunan"]["antara"] == "tidak"


def test_a_day_above_the_signatures_alone_is_that_of_signing() -> None:
    signed = (
        "   Contoh, 5 Maret 2024",
        "PIHAK KEDUA,      PIHAK KESATU,",
        "SITI AMINAH      BUDI SANTOSO, S.H.",
    )
    lines = (*TITLE, *NUMBERS, "Yang bertanda tangan di bawah ini:", *PARTIES, AGREED, *PASAL, *signed)  # fmt: skip
    structure = read_structure(foreign(*lines))
    assert structure.data["penandatanganan"] == {
        "tanggal": "2024-03-05",
        "tempat": "Contoh",
    }


def test_a_day_above_the_signatures_that_differs_is_asked() -> None:
    ending = ("   Contoh, 7 Maret 2024", "PIHAK KEDUA,      PIHAK KESATU,", "SITI AMINAH      BUDI SANTOSO, S.H.")  # fmt: skip
    structure = text_of(ending=ending)
    (day,) = [
        one for one in structure.inferred if one.kunci == "penandatanganan.tanggal"
    ]
    assert (day.nilai, day.sure) == ("2024-03-05", "tanya")
    assert "tanggal" not in structure.data["penandatanganan"]


def test_witnesses_in_a_list_are_one_each() -> None:
    ending = ("PIHAK KESATU,", "BUDI SANTOSO, S.H.", "PIHAK KEDUA,", "SITI AMINAH",
              "Saksi-saksi:", "1. ANI (........)", "2. BENI (........)")  # fmt: skip
    saksi = text_of(ending=ending).data["saksi"]
    assert saksi == [{"nama": "ANI"}, {"nama": "BENI"}]


def inferred(read: Structure, kunci: str) -> tuple[str, str]:
    """What was read under a key, and how sure it is."""
    one = next(one for one in read.inferred if one.kunci == kunci)
    return one.nilai, one.sure


def test_a_title_with_the_parties_in_another_order_gives_each_its_own_name() -> None:
    title = ("PERJANJIAN KERJA SAMA", "PT Y", "DENGAN", "PEMERINTAH KOTA X", *NUMBERS, "TENTANG", "SAMPAH")  # fmt: skip
    read = text_of(title)
    first, second = read.data["para_pihak"]
    assert (first["nama"], first["nama_judul"]) == ("Pemerintah Kota X", "PT Y")
    assert (second["nama"], second["nama_judul"]) == ("PT Y", "PEMERINTAH KOTA X")
    assert inferred(read, "para_pihak.kesatu.nomor") == ("1/A/2024", "tanya")


def test_lines_without_a_value_say_nothing_and_are_no_name() -> None:
    parties = (
        "Nama : BUDI SANTOSO",
        "Jabatan : Wali Kota X",
        "Alamat :",
        "bertindak untuk dan atas nama Pemerintah Kota X, selanjutnya disebut PIHAK KESATU;",
        "Nama :",
        "Jabatan :",
        "Alamat :",
        "bertindak untuk dan atas nama PT Y, selanjutnya disebut PIHAK KEDUA.",
    )
    first, second = text_of(parties=parties).data["para_pihak"]
    assert first["kedudukan"] == second["jabatan"] == second["kedudukan"] == "…"
    assert "pejabat" not in second
    assert second["kalimat"].startswith("bertindak untuk")


def test_a_line_that_calls_a_party_above_its_lines_is_not_of_the_opening() -> None:
    parties = (
        "I. PIHAK PERTAMA",
        "Nama : BUDI SANTOSO",
        "Jabatan : Wali Kota X",
        "bertindak untuk dan atas nama Pemerintah Kota X, selanjutnya disebut PIHAK KESATU;",
        "II. PIHAK KEDUA",
        "Nama : SITI AMINAH",
        "Jabatan : Direktur PT Y",
        "bertindak untuk dan atas nama PT Y, selanjutnya disebut PIHAK KEDUA.",
    )
    ending = ("PIHAK PERTAMA,", "BUDI SANTOSO", "PIHAK KEDUA,", "SITI AMINAH")
    read = text_of(parties=parties, ending=ending)
    assert read.data["kalimat"]["pembukaan"] == OPENING
    assert read.data["pasal"][-1] == {"judul": "PENUTUP", "isi": "Selesai sudah."}


def test_blanks_and_a_person_for_an_office_are_asked() -> None:
    second = "2. SITI AMINAH : SITI AMINAH, berkedudukan di ............, bertindak untuk dan atas nama PT Y, selanjutnya disebut PIHAK KEDUA."
    title = (*TITLE, "NOMOR : ....../A/2024", NUMBERS[1])
    read = text_of(title, parties=(PARTIES[0], second))
    assert inferred(read, "para_pihak.kesatu.nomor") == ("....../A/2024", "tanya")
    assert inferred(read, "para_pihak.kedua.jabatan") == ("SITI AMINAH", "tanya")
    assert inferred(read, "para_pihak.kedua.kedudukan")[1] == "tanya"


def test_the_day_of_a_decree_is_not_the_day_of_signing() -> None:
    opening = "Pada hari ini Kamis tanggal HARI INI bertempat di Contoh, para pihak di bawah ini:"
    parties = (
        "• KOPERASI X, berdasarkan Keputusan Nomor 1 tanggal 3 Oktober 2003, diwakili secara sah oleh BUDI SANTOSO Jabatan KETUA X, selanjutnya disebut PIHAK I",
        "• SITI AMINAH, selanjutnya disebut PIHAK II.",
    )
    title = ("PERJANJIAN KERJA SAMA", "ANTARA", "KOPERASI X", "DENGAN", "SITI AMINAH", "TENTANG", "SAMPAH", *NUMBERS)  # fmt: skip
    read = read_structure(foreign(*title, "", opening, *parties, AGREED, *PASAL))
    assert "penandatanganan.tanggal" not in {one.kunci for one in read.inferred}
    first = read.data["para_pihak"][0]
    assert (first["pejabat"], first["jabatan"]) == ("BUDI SANTOSO", "KETUA X")


@pytest.mark.slow
def test_a_name_above_its_office_is_so_for_each_party() -> None:
    second = "2. .............., berkedudukan di Jalan Dua, bertindak untuk dan atas nama PT Y, selanjutnya disebut PIHAK KEDUA."
    ending = [
        ["PIHAK KESATU", "PIHAK KEDUA"],
        ["BUDI SANTOSO, S.H.\nWALI KOTA X", "SITI AMINAH\nDIREKTUR PT Y"],
    ]
    lines = (*TITLE, *NUMBERS, OPENING, PARTIES[0], second, AGREED, *PASAL, ending)
    read, _ = word_of(*lines)
    kedua = read.data["para_pihak"][1]
    assert kedua["pejabat"] == "SITI AMINAH"
    assert kedua["bawah_nama"] == ["DIREKTUR PT Y"]


def test_two_terms_in_one_sentence_are_asked() -> None:
    pasal = (
        "Pasal 1",
        "JANGKA WAKTU",
        "Kerja sama dicoba mulai 9 Desember 2024 sampai 20 Desember 2024 dan berlaku selama 5 tahun.",
    )
    assert inferred(text_of(pasal=pasal), "jangka_waktu")[1] == "tanya"


def test_parties_are_read_where_no_sentence_leads_to_clauses_without_numbers() -> None:
    title = ("SURAT PERJANJIAN KERJA SAMA",)
    parties = (
        "Nama : BUDI SANTOSO",
        "Jabatan : Kepala Satuan X",
        "bertindak untuk dan atas nama Satuan X, selanjutnya disebut sebagai Pihak Pertama.",
        "Nama : SITI AMINAH",
        "Jabatan : Direktur PT Y",
        "bertindak untuk dan atas nama PT Y, selanjutnya disebut sebagai Pihak Kedua.",
    )
    body = ("1. Pihak Pertama memesan telur.", "2. Pihak Kedua mengirim telur.")
    read = read_structure(foreign(*title, "", OPENING, *parties, *body)).data
    assert read["kalimat"]["pembukaan"] == OPENING
    assert [one["pejabat"] for one in read["para_pihak"]] == ["BUDI SANTOSO", "SITI AMINAH"]  # fmt: skip
    assert read["pasal"][0]["ayat"][0] == "Pihak Pertama memesan telur."
