"""How a text says its term, and how it says a longer one."""

from datetime import date

import pytest

from bureau.test_adendum import DASAR
from notakesepakatan.compute.change.extension import WrongTerm, longer
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.model.jangka_waktu import JangkaWaktu

PASAL = DASAR[DASAR.index("- kunci: jangka_waktu") : DASAR.index("- {judul: EMPAT")]


def told(
    words: str, data: str, new: str, heading: str = "JANGKA WAKTU", pasal: str = ""
) -> list[str]:
    """The text of the clause after, and addresses that are only told of."""
    klausul = f"- judul: {heading}\n  isi: {words}\n{pasal}"
    text = DASAR.replace(PASAL, klausul).replace("2 tahun", data)
    text = text.replace("tenggat: {pemberitahuan: 3 bulan}\n", "")
    loaded = parse_kesepakatan(text.encode(), "kesepakatan.yaml")
    result = longer(loaded.tree, loaded.kesepakatan, JangkaWaktu.model_validate(new))
    assert result.tree["jangka_waktu"] == new
    return [result.tree["pasal"][2]["isi"], *result.alike]


@pytest.mark.parametrize(
    ("words", "data", "new", "expected"),
    [
        (
            "Berlaku selama 3 (Tiga) tahun.",
            "3 tahun",
            "4 tahun",
            "Berlaku selama 4 (Empat) tahun.",
        ),
        (
            "Berlaku selama 3 (tiga) tahun, terhitung sejak 1 April 2025 sampai dengan "
            "31 Maret 2028.",
            "1 April 2025 sampai dengan 31 Maret 2028",
            "1 April 2025 sampai dengan 31 Maret 2029",
            "Berlaku selama 4 (empat) tahun, terhitung sejak 1 April 2025 sampai dengan "
            "31 Maret 2029.",
        ),
        (
            "Berlaku selama 3 tahun terhitung sejak 1 April 2025 sampai dengan "
            "31 Maret 2028.",
            "3 tahun sejak 1 April 2025",
            "42 bulan sejak 1 April 2025",
            "Berlaku selama 42 bulan terhitung sejak 1 April 2025 sampai dengan "
            "30 September 2028.",
        ),
        (
            "Berlaku dari tanggal 1 April 2025 s.d. hari Jumat, tanggal 31 Maret 2028.",
            "1 April 2025 sampai dengan 31 Maret 2028",
            "1 April 2025 sampai dengan 31 Maret 2029",
            "Berlaku dari tanggal 1 April 2025 s.d. hari Sabtu, tanggal 31 Maret 2029.",
        ),
        (
            "Berlaku sejak ditandatangani sampai dengan 31-12-2027.",
            "sampai dengan 31 Desember 2027",
            "sampai dengan 30 Juni 2028",
            "Berlaku sejak ditandatangani sampai dengan 30-06-2028.",
        ),
        (
            "Berlaku untuk Tahun Anggaran 2027.",
            "tahun anggaran 2027",
            "tahun anggaran 2027-2028",
            "Berlaku untuk Tahun Anggaran 2027–2028.",
        ),
        (
            "Berlaku untuk tahun anggaran 2027 sampai dengan tahun anggaran 2028.",
            "tahun anggaran 2027-2028",
            "tahun anggaran 2027-2029",
            "Berlaku untuk tahun anggaran 2027 sampai dengan tahun anggaran 2029.",
        ),
        (
            "Berlaku selama 24 (dua puluh empat) bulan; dapat diperpanjang paling lama "
            "1 (satu) tahun.",
            "2 tahun",
            "3 tahun",
            "Berlaku selama 36 (tiga puluh enam) bulan; dapat diperpanjang paling lama "
            "1 (satu) tahun.",
        ),
    ],
)
def test_the_longer_term_is_said_as_the_old_one_was(
    words: str, data: str, new: str, expected: str
) -> None:
    assert told(f'"{words}"', data, new) == [expected]


@pytest.mark.parametrize(
    ("words", "data"),
    [
        (
            "Berlaku selama 3 (tiga) tahun, terhitung sejak 1 April 2025 sampai dengan "
            "31 Maret 2027.",
            "3 tahun sejak 1 April 2025",
        ),
        (
            "Berlaku selama 3 (tiga) tahun, terhitung sejak 1 April 2025 sampai dengan "
            "31 Maret 2027.",
            "1 April 2025 sampai dengan 31 Maret 2027",
        ),
        ("Berlaku sampai dengan 31 Maret 2026.", "sampai dengan 31 Desember 2027"),
    ],
)
def test_length_and_days_that_do_not_agree_are_refused(words: str, data: str) -> None:
    with pytest.raises(WrongTerm, match="tidak bersesuaian") as cause:
        told(f'"{words}"', data, "sampai dengan 31 Desember 2030")
    assert "--dari" in cause.value.saran


@pytest.mark.parametrize(
    ("words", "last", "after"),
    [
        (
            "Berlaku selama 2 (dua) tahun sejak ditandatangani.",
            "31 Desember 2028",
            "Berlaku sejak ditandatangani sampai dengan 31 Desember 2028.",
        ),
        (
            "Berlaku untuk jangka waktu 2 (dua) tahun terhitung sejak ditandatanganinya "
            "Perjanjian ini dan dapat diperpanjang.",
            "31 Desember 2028",
            "Berlaku terhitung sejak ditandatanganinya Perjanjian ini sampai dengan "
            "31 Desember 2028 dan dapat diperpanjang.",
        ),
        (
            "Berlaku selama 2 (dua) tahun.",
            "15 Mei 2028",
            "Berlaku sampai dengan 15 Mei 2028.",
        ),
        # Signed on 31 January 2024: the third anniversary is said as a length still.
        (
            "Berlaku selama 2 (dua) tahun sejak ditandatangani.",
            "31 Januari 2027",
            "Berlaku selama 3 (tiga) tahun sejak ditandatangani.",
        ),
    ],
)
def test_a_length_becomes_a_day_where_it_would_end_on_another(
    words: str, last: str, after: str
) -> None:
    assert told(words, "2 tahun", f"sampai dengan {last}") == [after]


def test_a_length_that_no_day_can_stand_for_is_refused() -> None:
    words = "Masa berlaku Perjanjian ini 2 (dua) tahun."
    with pytest.raises(WrongTerm, match="bukan hari terakhirnya"):
        told(words, "2 tahun", "sampai dengan 31 Desember 2028")


def test_the_term_is_found_by_its_words_where_no_heading_tells() -> None:
    words = "Perjanjian ini berlaku sampai dengan 31 Desember 2027."
    data, new = "sampai dengan 31 Desember 2027", "sampai dengan 31 Desember 2028"
    after = told(words, data, new, heading="LAIN-LAIN")
    assert after == ["Perjanjian ini berlaku sampai dengan 31 Desember 2028."]


def test_another_pasal_that_says_the_term_goes_along() -> None:
    data, new = "sampai dengan 31 Desember 2027", "sampai dengan 31 Desember 2028"
    of_term = "Jangka waktunya sebagaimana dimaksud dalam Pasal 4."
    pasal = (
        "- judul: MASA KERJA SAMA\n"
        "  isi: Kesepakatan ini berlaku sampai dengan 31 Desember 2027.\n"
        "- {judul: BIAYA, isi: Pembayaran paling lambat 31 Desember 2027.}\n"
    )
    text = DASAR.replace(PASAL, f"- judul: JANGKA WAKTU\n  isi: {of_term}\n{pasal}")
    text = text.replace("2 tahun", data).replace(
        "tenggat: {pemberitahuan: 3 bulan}\n", ""
    )
    loaded = parse_kesepakatan(text.encode(), "kesepakatan.yaml")
    result = longer(loaded.tree, loaded.kesepakatan, JangkaWaktu.model_validate(new))
    after = [pasal.get("isi") for pasal in result.tree["pasal"][2:5]]
    assert after[1] == "Kesepakatan ini berlaku sampai dengan 31 Desember 2028."
    assert after[2] == "Pembayaran paling lambat 31 Desember 2027."
    assert result.alike == ("Pasal 5 isi",)


def test_a_text_without_its_term_is_refused() -> None:
    with pytest.raises(WrongTerm, match="tidak ditemukan"):
        told("Ditetapkan kemudian.", "2 tahun", "3 tahun")


def test_years_of_an_annex_go_along() -> None:
    text = DASAR.replace("2 tahun", "1 Januari 2026 sampai dengan 31 Desember 2027")
    text = text.replace("RENCANA KERJA", "RENCANA KERJA TAHUN 2026-2027")
    loaded = parse_kesepakatan(text.encode(), "kesepakatan.yaml")
    new = JangkaWaktu(mulai=date(2026, 1, 1), sampai=date(2028, 12, 31))
    result = longer(loaded.tree, loaded.kesepakatan, new)
    assert result.tree["lampiran"]["judul"] == ["RENCANA KERJA TAHUN 2026-2028"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Kesepakatan ini berlaku selama 2 (dua) tahun. PARA PIHAK menjaga kerahasiaan "
            "data selama 2 (dua) tahun sejak Kesepakatan berakhir.",
            "Kesepakatan ini berlaku selama 4 (empat) tahun. PARA PIHAK menjaga "
            "kerahasiaan data selama 2 (dua) tahun sejak Kesepakatan berakhir.",
        ),
        (
            "Berlaku selama 2 (dua) tahun; peralatan dirawat selama 2 (dua) tahun.",
            "Berlaku selama 4 (empat) tahun; peralatan dirawat selama 2 (dua) tahun.",
        ),
        (
            "Dilaksanakan selama 2 (dua) tahun sejak ditandatangani.",
            "Dilaksanakan selama 4 (empat) tahun sejak ditandatangani.",
        ),
    ],
)
def test_the_time_of_another_duty_stays(words: str, expected: str) -> None:
    assert told(words, "2 tahun", "4 tahun")[0] == expected


def test_calendar_days_are_made_longer() -> None:
    words = "Jangka waktu 90 (sembilan puluh) hari kalender sejak ditandatangani."
    expected = (
        "Jangka waktu 120 (seratus dua puluh) hari kalender sejak ditandatangani."
    )
    assert told(words, "90 hari", "120 hari")[0] == expected
