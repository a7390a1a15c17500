"""Slips that a reader who knows no rule put in, each beside right texts that stay silent."""

import pytest

from conftest import MINIMAL
from notakesepakatan.bureau.check import temuan_list
from notakesepakatan.load.adendum import Riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from told import told_of_data, told_of_text

_SENTENCE = "isi: Isi."


def _in_ayat(*texts: str) -> str:
    """The smallest agreement with these texts as the ayat of its pasal."""
    items = "".join(f"\n  - {text!r}" for text in texts)
    return MINIMAL.replace(_SENTENCE, f"ayat:{items}")


def _lines(yaml: str, kode: str) -> list[str]:
    """The lines of an agreement that a rule points at."""
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    found = temuan_list(Riwayat(loaded), loaded, load_dictionary())
    written = yaml.splitlines()
    return [written[one.tempat.baris - 1] for one in found if one.kode == kode]


@pytest.mark.parametrize(
    "of_another",
    [
        "Dengan mengingat Pasal 118 Herzien Inlandsch Reglement, dibawa ke pengadilan.",
        "Sesuai dengan Pasal 118 dan Pasal 119 Herziene Indonesisch Reglement.",
        "Menurut Pasal 44 ayat (2) Anggaran Dasar, direksi berwenang.",
        "Menurut Pasal 1338 BW, persetujuan mengikat; menurut Pasal 142 RBg juga.",
    ],
)
def test_a_pasal_of_another_text_is_not_sought_here(of_another: str) -> None:
    assert told_of_data(_in_ayat(of_another, "Kedua."), "RUJUK-TUJUAN") == []


@pytest.mark.parametrize(
    "of_this",
    [
        "Sesuai dengan ketentuan dalam Pasal 118 Para Pihak sepakat.",
        "Menurut Pasal 118 Perjanjian Kerja Sama ini.",
        "Menurut Pasal 118 Bupati Aren menetapkan harga.",
        "Menurut Pasal 118 Kode Etik Bersama ini.",
        "Menurut Pasal 118, PIHAK KESATU membayar.",
    ],
)
def test_a_pasal_of_this_text_is(of_this: str) -> None:
    assert told_of_data(_in_ayat(of_this, "Kedua."), "RUJUK-TUJUAN") == ["Pasal 118"]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("dikedua kota", "di kedua"),
        ("dimasing-masing kota", "di masing-masing"),
        ("disetiap kota", "di setiap"),
        ("dibeberapa kota", "di beberapa"),
        ("keseluruh kota", "ke seluruh"),
        ("ketempat itu", "ke tempat"),
    ],
)
def test_a_preposition_stands_apart(written: str, right: str) -> None:
    slip = written.split(maxsplit=1)[0]
    assert told_of_text(f"Bekerja {written} saja.", "BAHASA-SALAH") == [slip]
    sound = f"Bekerja {right} kota; keseluruhan, ditempatkan, dirumahkan, dibagikan."
    assert told_of_text(sound, "BAHASA-SALAH") == []


_TWO_LANGUAGES = MINIMAL.replace("judul: Uji", "judul: Uji\nbahasa_kedua: Inggris")


def _in_both(own: str, other: str) -> str:
    new = f'isi: "{own}"\n  terjemahan:\n    isi: "{other}"'
    return _TWO_LANGUAGES.replace(_SENTENCE, new)


@pytest.mark.parametrize(
    ("own", "other", "many"),
    [
        ("Bahasa Inggris yang berlaku.", "The English text prevails.", 0),
        ("Bahasa Indonesia yang berlaku.", "The English text prevails.", 2),
        ("Dibayar 12 kali.", "Paid 12 times.", 0),
        ("Dibayar Rp702.000.000,00.", "IDR 720,000,000.00 is paid.", 2),
        ("-", "Officers are trained.", 1),
        ("Petugas dilatih.", "-", 1),
        ("-", "-", 0),
    ],
)
def test_both_languages_are_named_where_they_differ(
    own: str, other: str, many: int
) -> None:
    lines = _lines(_in_both(own, other), "BAHASA-ANGKA")
    assert len(lines) == many
    if many > 1:
        assert [line.count(own) for line in sorted(lines)].count(1) == 1


def test_both_parties_with_one_number_are_named() -> None:
    one = MINIMAL.replace("- nama:", "- nomor: 12/AR/2026\n  nama:")
    assert _lines(one, "SAMA-KEMBAR") == ["- nomor: 12/AR/2026"] * 2
    other = one.replace("12/AR", "34/BL", 1)
    assert _lines(other, "SAMA-KEMBAR") == []
