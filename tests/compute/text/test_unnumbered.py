"""Pasal without a number on paper are called by their titles, or by their order."""

import pytest

from conftest import MINIMAL
from notakesepakatan.compute.rules.parts.rujukan import without_numbers
from notakesepakatan.compute.rules.reading import read_kesepakatan
from notakesepakatan.compute.text.unnumbered import (
    label_in_front,
    on_paper,
    pasal_names,
)
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan

WITHOUT = "susunan: { pasal: tanpa_nomor }\n"
PASAL = """\
pasal:
- isi: a
- judul: PEMBIAYAAN
  kunci: biaya
  isi: b
- ayat: [c, d]
- nomor: 3A
  isi: e
- isi: "{}"
"""


def loaded(words: str, susunan: str = WITHOUT) -> Loaded:
    head = MINIMAL[: MINIMAL.index("pasal:")]
    return parse_kesepakatan((susunan + head + PASAL.format(words)).encode(), "uji")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("[[dalam Pasal biaya]]", "dalam bagian PEMBIAYAAN"),
        ("[[dalam Pasal 1]]", "dalam bagian kesatu"),
        ("[[dalam Pasal 3 ayat (2)]]", "dalam bagian ketiga ayat (2)"),
        ("[[dalam Pasal 3A]]", "dalam bagian sisipan setelah bagian ketiga"),
    ],
)
def test_a_reference_names_a_title_or_an_order(typed: str, read: str) -> None:
    assert loaded(typed).reading.pasal[-1].isi == read


def test_numbered_pasal_keep_their_names() -> None:
    reading = loaded("[[dalam Pasal biaya]]", "").reading
    assert reading.pasal[-1].isi == "dalam Pasal 2"
    assert pasal_names(reading) == {}


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        (
            "Ketentuan Pasal 3 diubah sehingga Pasal 3 berbunyi sebagai berikut:",
            "Ketentuan bagian ketiga diubah sehingga bagian ketiga berbunyi sebagai "
            "berikut:",
        ),
        ("Pasal 2 dihapus.", "Bagian PEMBIAYAAN dihapus."),
        ("disisipkan 1 (satu) pasal, yakni Pasal 3A", "disisipkan 1 (satu) bagian"),
        (
            "disisipkan 1 (satu) pasal, yakni Pasal 3A sehingga berbunyi",
            "disisipkan 1 (satu) bagian sehingga berbunyi",
        ),
        (
            "Ketentuan Pasal 3A diubah",
            "Ketentuan bagian sisipan setelah bagian ketiga diubah",
        ),
        ('Frasa "Pasal 3" dalam Pasal 3 dihapus.', 'Frasa "Pasal 3" dalam bagian ketiga dihapus.'),
        ("Pasal 46 PP 28/2018", "Pasal 46 PP 28/2018"),
    ],
)  # fmt: skip
def test_sentences_of_the_program_follow(sentence: str, read: str) -> None:
    assert on_paper(sentence, pasal_names(loaded("f").reading)) == read


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("sebagaimana dimaksud dalam Pasal 3", ["Pasal 3"]),
        ("sebagaimana dimaksud [[dalam Pasal 3]]", []),
        ("sebagaimana dimaksud dalam Pasal 3 Undang-Undang Nomor 1 Tahun 2027", []),
    ],
)
def test_a_number_typed_for_such_a_pasal_is_found(
    words: str, pieces: list[str]
) -> None:
    typed = loaded(words).kesepakatan
    found = [flaw.piece for flaw in without_numbers(read_kesepakatan(typed))]
    assert found == pieces
    numbered = loaded(words, "").kesepakatan
    assert not list(without_numbers(read_kesepakatan(numbered)))


@pytest.mark.parametrize(
    ("gaya", "other", "read"),
    [
        ("(1)", "(1)", "pada ayat (1) dan dalam Pasal 1 ayat (2)"),
        ("1.", "1.", "pada ayat 1 dan dalam Pasal 1 ayat 2"),
        ("1)", "1)", "pada ayat 1) dan dalam Pasal 1 ayat 2)"),
        ("1.", "(1)", "pada ayat (1) dan dalam Pasal 1 ayat (2)"),
    ],
)
def test_a_reference_names_an_ayat_as_the_text_labels_it(
    gaya: str, other: str, read: str
) -> None:
    head = MINIMAL[: MINIMAL.index("pasal:")]
    yaml = f"""\
pasal:
- gaya_rincian: {gaya}
  ayat: [a, b]
- gaya_rincian: {other}
  ayat: [c, "[[pada ayat (1)]] dan [[dalam Pasal 1 ayat (2)]]"]
"""
    reading = parse_kesepakatan((head + yaml).encode(), "uji").reading
    assert reading.pasal[1].ayat[1].isi == read


@pytest.mark.parametrize(
    ("label", "numbering", "printed"),
    [
        ("b", None, "b"),
        ("b", "bernomor", "b"),
        ("b", "angka", "2"),
        ("b1", "angka", "2a"),
        ("aa", "angka", "27"),
        ("b", "tanpa_nomor", ""),
        ("6", "huruf", "f"),
        ("6a", "huruf", "f1"),
        ("27", "huruf", "aa"),
    ],
)
def test_recitals_and_legal_bases_are_labelled_as_the_text_has_it(
    label: str, numbering: str | None, printed: str
) -> None:
    assert label_in_front(label, numbering) == printed


def test_a_recital_is_named_by_its_number_on_paper() -> None:
    head = "susunan: { pertimbangan: angka, dasar_hukum: huruf }\n"
    recitals = (
        "pertimbangan: [Satu., Dua., 'Tiga sesuai [[dalam huruf a, huruf b]].']\n"
    )
    laws = "dasar_hukum: [Satu, Dua]\n"
    reading = parse_kesepakatan(
        (head + recitals + laws + MINIMAL).encode(), "u"
    ).reading
    assert reading.pertimbangan[-1].isi == "Tiga sesuai dalam angka 1 dan angka 2."
    names = pasal_names(reading)
    said = "Ketentuan pertimbangan huruf b dan dasar hukum angka 1 diubah."
    read = "Ketentuan pertimbangan angka 2 dan dasar hukum huruf a diubah."
    assert on_paper(said, names) == read


ROMAN = "susunan: { pasal: romawi }\n"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("[[dalam Pasal biaya]]", "dalam Pasal II"),
        ("[[dalam Pasal 3 ayat (2)]]", "dalam Pasal III ayat (2)"),
        ("[[dalam Pasal 3A]]", "dalam Pasal IIIA"),
    ],
)
def test_a_reference_to_a_pasal_in_roman(typed: str, read: str) -> None:
    assert loaded(typed, ROMAN).reading.pasal[-1].isi == read


def test_sentences_of_the_program_count_pasal_in_roman() -> None:
    names = pasal_names(loaded("x", ROMAN).reading)
    sentence = (
        "Di antara Pasal 3 dan Pasal 3A disisipkan 1 (satu) pasal, yakni Pasal 3B"
    )
    assert on_paper(sentence, names).startswith(
        "Di antara Pasal III dan Pasal IIIA disisipkan 1 (satu) pasal, yakni Pasal"
    )
