"""Bodies that are no party: a word for none of them, a payer from outside, a second name."""

import pytest

from conftest import MINIMAL
from notakesepakatan.bureau.check import check_document, temuan_list
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.kesepakatan import parse_kesepakatan

_TWO = """\
para_pihak:
- nama: Akademi Bina Aren
  sebutan: Akademi
  jabatan: Direktur Akademi Bina Aren
  kedudukan: Aren
- nama: Radio Suara Aren
  sebutan: Radio
  jabatan: Penanggung Jawab Radio Suara Aren
  kedudukan: Aren
"""


def _in_data(text: str) -> list[str]:
    before, _, rest = MINIMAL.partition("para_pihak:\n")
    behind = rest[rest.index("\nkalimat:") + 1 :]
    yaml = (before + _TWO + behind).replace("isi: Isi.", f"isi: {text}")
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    found = temuan_list(Riwayat(loaded), loaded, None)
    return [one.piece for one in found if one.kode == "SAMA-PIHAK"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Praktik bagi mahasiswa Akademi.", []),
        ("Praktik bagi mahasiswa Universitas.", ["Universitas"]),
        ("Praktik bagi mahasiswa Universitas Bulan.", []),
        ("Radio memberi ruang; Studio memberi alat.", ["Studio"]),
        ("Biaya ditanggung Radio Suara Aren.", []),
        (
            "Biaya ditanggung Pemerintah Kabupaten Bulan.",
            ["Pemerintah Kabupaten Bulan"],
        ),
    ],
)
def test_a_body_is_a_party(text: str, pieces: list[str]) -> None:
    assert _in_data(text) == pieces


_TEXT = """\
I. ANI : Kepala, bertindak untuk dan atas nama sekolah, selanjutnya disebut SEKOLAH;

II. BUDI : Direktur CV Bulan, bertindak untuk dan atas nama CV Bulan, selanjutnya disebut TEMPAT PRAKTIK;

SEKOLAH dan TEMPAT PRAKTIK bersama-sama disebut KEDUA PIHAK.

Pasal 1

{text}

Pasal 2

Isi.

Pasal 3

Isi.
"""


@pytest.mark.parametrize(
    ("text", "kode", "pieces"),
    [
        ("(1) TEMPAT PRAKTIK memberi alat.", "SAMA-PIHAK", []),
        ("(1) PERUSAHAAN memberi alat.", "SAMA-PIHAK", ["PERUSAHAAN"]),
        ("a. siswa pada TEMPAT MAGANG;", "SAMA-PIHAK", ["TEMPAT MAGANG"]),
        ("Kedua pihak sepakat.", "SAMA-SEBUTAN", ["Kedua pihak"]),
        ("KEDUA PIHAK sepakat.", "SAMA-SEBUTAN", []),
    ],
)
def test_a_party_is_called_as_it_is_set(
    text: str, kode: str, pieces: list[str]
) -> None:
    found = check_document("a.txt", _TEXT.format(text=text).encode()).found
    assert [one.piece for one in found if one.kode == kode] == pieces


@pytest.mark.parametrize(
    ("words", "many"), [("PIHAK KESATU hadir.", 1), ("Akademi hadir.", 0)]
)
def test_a_text_may_set_its_terms_in_brackets(words: str, many: int) -> None:
    text = (
        "Pada hari ini, Akademi Bina Aren (Akademi), diwakili ANI, dan Radio Suara Aren"
        f" (Radio), diwakili BUDI, bersama-sama disebut Kedua Pihak, sepakat.\n\n{words}\n"
    )
    found = check_document("a.txt", text.encode()).found
    assert [one.kode for one in found].count("SAMA-SEBUTAN") == many


@pytest.mark.parametrize(
    ("region", "is_other"), [("Kota Aren", False), ("Kota Bulan", True)]
)
def test_who_signs_acts_for_its_own_region(region: str, *, is_other: bool) -> None:
    two = _TWO.replace("Akademi Bina Aren", "Dinas Arsip Kota Aren").replace(
        "Radio Suara Aren", "Dinas Arsip Kota Bulan"
    )
    two = two.replace(
        "  sebutan: Akademi",
        f"  sebutan: Akademi\n  bertindak_atas_nama: Pemerintah {region}",
    )
    before, _, rest = MINIMAL.partition("para_pihak:\n")
    yaml = before + two + rest[rest.index("\nkalimat:") + 1 :]
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    found = temuan_list(Riwayat(loaded), loaded, None)
    told = [one.piece for one in found if one.kode == "SAMA-PIHAK"]
    assert (f"Pemerintah {region}" in told) == is_other
