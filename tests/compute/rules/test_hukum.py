"""Laws that are cited: against the record, against themselves, and by the day of signing."""

import pytest

from conftest import AKAR, CONTOH, MINIMAL
from notakesepakatan.bureau.check import Found, check_document, temuan_list
from notakesepakatan.load.adendum.riwayat import Riwayat, load_riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.peraturan import known_laws
from notakesepakatan.workspace import Workspace

_LAW = (
    "1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara "
    "Republik Indonesia Tahun {} Nomor {}, Tambahan Lembaran Negara Republik Indonesia "
    "Nomor {});"
)


def _codes(found: list[Found]) -> list[str]:
    """Of laws, but for what became of them."""
    kinds = [one.kode for one in found if one.kode.startswith("HUKUM")]
    return [kind for kind in kinds if kind != "HUKUM-BERUBAH"]


def _in_file(text: str) -> list[Found]:
    return list(check_document("a.txt", text.encode()).found)


@pytest.mark.parametrize(
    ("gazette", "codes"),
    [
        (("2014", "244", "5587"), []),
        (("2014", "245", "5587"), ["HUKUM-TABEL"]),
        (("2014", "5587", "244"), ["HUKUM-TABEL"]),
        (("2014", "244", "5578"), ["HUKUM-TABEL"]),
        (("2015", "244", "5587"), ["HUKUM-TABEL"]),
        (("2004", "244", "5587"), ["HUKUM-LEMBARAN"]),
    ],
)
def test_a_gazette_is_held_against_the_record(
    gazette: tuple[str, str, str], codes: list[str]
) -> None:
    assert _codes(_in_file(_LAW.format(*gazette))) == codes
    year, nomor, supplement = gazette
    law = (
        "dasar_hukum:\n- {jenis: Undang-Undang, nomor: '23', tahun: 2014, tentang: "
        "Pemerintahan Daerah, lembaran: {jenis: LN, tahun: "
        f"{year}, nomor: '{nomor}', tambahan: '{supplement}'}}}}\n"
    )
    assert _codes(_of_agreement(law)) == codes


def _of_agreement(law: str) -> list[Found]:
    loaded = parse_kesepakatan((MINIMAL + law).encode(), "uji")
    return temuan_list(Riwayat(loaded), loaded, None)


def test_a_gazette_of_the_same_law_in_another_year_tells_that_the_year_is_wrong() -> (
    None
):
    law = _LAW.replace("Tahun 2014", "Tahun 2013", 1).format("2014", "244", "5587")
    (found,) = [one for one in _in_file(law) if one.kode == "HUKUM-LEMBARAN"]
    assert found.message == "lembaran itu milik Nomor 23 Tahun 2014"
    ours = _of_agreement(
        "dasar_hukum:\n- jenis: Undang-Undang\n  nomor: '23'\n  tahun: 2013\n  tentang: "
        "Pemerintahan Daerah\n  lembaran: {jenis: LN, tahun: 2014, nomor: '244'}\n"
    )
    (found,) = [one for one in ours if one.kode == "HUKUM-LEMBARAN"]
    assert (found.kunci, found.piece) == ("dasar_hukum[1].tahun", "2013")


def test_titles_of_our_day_are_spelt_as_everything_is() -> None:
    law = (
        "dasar_hukum:\n- {jenis: Peraturan Menteri Contoh, nomor: '1', tahun: YEAR, "
        "tentang: Penanggulangan Benacana}\n"
    )
    agreement = MINIMAL.replace("isi: Isi.", "isi: Bencana alam dan bencana sosial.")
    for year, told in (("2007", ["Benacana"]), ("1950", [])):
        loaded = parse_kesepakatan(
            (agreement + law.replace("YEAR", year)).encode(), "uji"
        )
        found = temuan_list(Riwayat(loaded), loaded, load_dictionary())
        assert [one.piece for one in found if one.kode == "BAHASA-EJAAN"] == told


def test_one_law_has_one_title() -> None:
    other = "\n\nsesuai Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintah Daerah."
    same = (
        "\n\nsesuai Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah dan"
    )
    law = _LAW.format("2014", "244", "5587")
    assert sorted(_codes(_in_file(law + other))) == ["HUKUM-DUA", "HUKUM-JUDUL"]
    assert _codes(_in_file(law + same)) == []


def test_a_law_on_record_stands_there_once_and_with_its_source() -> None:
    laws = known_laws().peraturan
    assert len({law.key for law in laws}) == len(laws)
    assert all(law.terakhir for law in laws if law.perubahan)
    assert all(law.lembaran for law in laws if law.sumber == "dibaca")


@pytest.mark.parametrize("word", ["dirubah", "diubah"])
def test_what_stands_between_two_laws_is_read(word: str) -> None:
    law = (
        "dasar_hukum:\n- {jenis: Undang-Undang, nomor: '23', tahun: 2014, tentang: "
        f"Pemerintahan Daerah, frasa: 'sebagaimana telah {word} dengan', perubahan: "
        "[{jenis: Undang-Undang, nomor: '6', tahun: 2023, tentang: Cipta Kerja}]}\n"
    )
    pieces = [one.piece for one in _of_agreement(law) if one.kode == "BAHASA-SALAH"]
    assert pieces == ["dirubah"] * (word == "dirubah")


@pytest.mark.slow
def test_what_came_after_the_signing_is_news() -> None:
    law = (
        "dasar_hukum:\n- {jenis: Peraturan Pemerintah, nomor: '50', tahun: 2007, "
        "tentang: Tata Cara, lembaran: {jenis: LN, tahun: 2007, nomor: '112', "
        "tambahan: '4761'}}\n"
    )
    of_draft = [one for one in _of_agreement(law) if one.kode == "HUKUM-BERUBAH"]
    assert [one.tingkat for one in of_draft] == ["peringatan"]
    signed_2022 = load_riwayat(Workspace(AKAR), CONTOH)
    found = temuan_list(signed_2022, signed_2022.origin, None)
    changed = [one for one in found if one.kode == "HUKUM-BERUBAH"]
    assert {one.tingkat for one in changed} == {"catatan"}
    assert all("sesudah naskah ini ditandatangani" in one.message for one in changed)


_FRONT = (
    "NOTA KESEPAKATAN\n\nPada hari ini, Kamis, tanggal 16 (16-06-2022), dibuat naskah ini\n\n"
    "1. Undang-Undang Nomor 18 Tahun 2017 tentang Pelindungan;\n\n"
    "2. Undang-Undang Nomor {first} Tahun 2014 tentang Pemerintahan Daerah;\n\n"
    "3. Peraturan Daerah Nomor {second} Tahun 2021 tentang Rencana Tahun 2021-{until};\n\n"
    "Pasal 1\n\nNota Kesepakatan ini berlaku selama 5 (lima) tahun sejak ditandatangani.\n\n"
    "Surel: {mail}\n"
)


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({}, {"HUKUM-URUT"}),
        ({"first": "023"}, {"HUKUM-URUT", "HUKUM-NOL"}),
        ({"until": "2026"}, {"HUKUM-URUT", "HUKUM-RENCANA"}),
        ({"mail": "dinas.contoh.go.id"}, {"HUKUM-URUT", "KONTAK-SUREL"}),
    ],
)
def test_the_list_of_laws_and_contacts_of_others_are_read_too(
    said: dict[str, str], codes: set[str]
) -> None:
    sound = {"first": "23", "second": "5", "until": "2027", "mail": "a@contoh.go.id"}
    found = _in_file(_FRONT.format(**sound | said))
    asked = {"HUKUM-URUT", "HUKUM-NOL", "HUKUM-RENCANA", "KONTAK-SUREL"}
    assert {one.kode for one in found} & asked == codes


def test_another_list_of_laws_has_an_order_of_its_own() -> None:
    first = "1. Peraturan Daerah Nomor 5 Tahun 2021 tentang Pasar;"
    second = "1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;"
    assert "HUKUM-URUT" not in _codes(_in_file(f"{first}\n\n{second}"))
    on = second.replace("1. ", "2. ")
    assert "HUKUM-URUT" in _codes(_in_file(f"{first}\n\n{on}"))
