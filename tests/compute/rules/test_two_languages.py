"""A text and its translation say the same: times, days, references, names, laws, the language that prevails."""

import pytest

from conftest import MINIMAL
from notakesepakatan.bureau.check import check_document, temuan_list
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.kesepakatan import parse_kesepakatan


def _told(own: str, other: str) -> list[tuple[str, str]]:
    yaml = MINIMAL.replace("judul: Uji", "judul: Uji\nbahasa_kedua: Inggris").replace(
        "isi: Isi.", f'isi: "{own}"\n  terjemahan: {{ isi: "{other}" }}'
    )
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    found = temuan_list(Riwayat(loaded), loaded, load_dictionary())
    kinds = ("BAHASA-ANGKA", "BAHASA-CAMPUR")
    return [(one.kode, one.piece) for one in found if one.kode in kinds]


@pytest.mark.parametrize(
    ("own", "right", "wrong", "piece"),
    [
        (
            "Bersidang [[bilangan 1]] kali setahun.",
            "They meet once a year.",
            "They meet twice a year.",
            "twice",
        ),
        (
            "Bersidang dua kali sebulan.",
            "They meet twice a month.",
            "They meet three times a month.",
            "three times",
        ),
        (
            "Bersidang setiap hari Kamis.",
            "They meet every Thursday.",
            "They meet every Tuesday.",
            "Tuesday",
        ),
    ],
)
def test_the_translation_says_as_often_and_the_same_day(
    own: str, right: str, wrong: str, piece: str
) -> None:
    assert _told(own, right) == []
    assert _told(own, wrong) == [("BAHASA-ANGKA", piece)]


def test_one_language_prevails_in_both() -> None:
    own = "Bila berbeda, naskah dalam bahasa Inggris yang berlaku."
    assert _told(own, "If so, the English text shall prevail.") == []
    pieces = {
        piece for _, piece in _told(own, "If so, the Indonesian text shall prevail.")
    }
    assert pieces == {"bahasa Inggris yang berlaku", "Indonesian text shall prevail"}


@pytest.mark.parametrize(
    ("own", "is_foreign"),
    [
        ("Termination dilakukan tertulis.", True),
        ("Pengakhiran dilakukan tertulis.", False),
        ("Pengakhiran (termination) dilakukan tertulis.", False),
    ],
)
def test_an_indonesian_text_has_no_word_of_its_translation(
    own: str, *, is_foreign: bool
) -> None:
    told = _told(own, "Termination is done in writing.")
    assert (("BAHASA-CAMPUR", "Termination") in told) == is_foreign


@pytest.mark.parametrize(("number", "is_slip"), [("24", False), ("42", True)])
def test_a_law_has_one_number_in_both_languages(number: str, *, is_slip: bool) -> None:
    yaml = MINIMAL.replace("judul: Uji", "judul: Uji\nbahasa_kedua: Inggris") + (
        'dasar_hukum: [{ jenis: Undang-Undang, nomor: "24", tahun: 2000,'
        " tentang: Perjanjian Internasional,"
        f" terjemahan: Law Number {number} of 2000 on Treaties }}]\n"
    )
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    found = temuan_list(Riwayat(loaded), loaded, None)
    assert ("BAHASA-ANGKA" in [one.kode for one in found]) == is_slip


@pytest.mark.parametrize(("heading", "is_foreign"), [("AMENDMENT", True), ("", False)])
def test_a_heading_of_others_is_indonesian(heading: str, *, is_foreign: bool) -> None:
    text = f"Pasal 8 {heading or 'PERUBAHAN'}\n\nArticle 8 AMENDMENT\n"
    found = check_document("a.txt", text.encode()).found
    assert ("BAHASA-CAMPUR" in [one.kode for one in found]) == is_foreign


@pytest.mark.parametrize(("number", "is_slip"), [("18/K", False), ("81/K", True)])
def test_a_line_in_both_languages_has_one_number(number: str, *, is_slip: bool) -> None:
    pair = "({}) Hal itu dan yang lain dengan ini.\n\n({}) Of the and this by any.\n\n"
    text = "".join(pair.format(i, i) for i in range(1, 7))
    text += f"Surat Kuasa Nomor 18/K Power of Attorney Number {number}\n"
    found = check_document("a.txt", text.encode()).found
    assert ("BAHASA-ANGKA" in [one.kode for one in found]) == is_slip
